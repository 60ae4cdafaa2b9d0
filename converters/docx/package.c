#include "converters/docx/package.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static const struct message is_empty = {
    {"檔案是空的（0 位元組）：請從原處重新取得", "文件是空的（0 字节）：请从原处重新获取",
     "the file is empty (0 bytes): fetch it again from where it came from"}};
static const struct message is_lock = {
    {"這是 Word 開啟文件時留下的鎖定檔，不是文件：請關閉 Word 後刪去，改讀名稱不帶「~$」的檔案",
     "这是 Word 打开文档时留下的锁定文件，不是文档：请关闭 Word 后删除，改读名称不带“~$”的文件",
     "this is a lock that Word keeps beside an open document, not a document: close Word, delete "
     "it, and read the file whose name has no ~$"}};
static const struct message is_encrypted = {
    {"檔案有密碼保護：請在 Word 中以「檔案 › 資訊 › 保護文件」移除密碼後再試",
     "文件有密码保护：请在 Word 中以“文件 › 信息 › 保护文档”移除密码后再试",
     "the file is protected by a password: remove it in Word (File, Info, Protect Document) and try "
     "again"}};
static const struct message is_truncated = {
    {"檔案不完整（ZIP 目錄缺失或損壞：{0}）：請重新取得，或在 Word 中開啟並修復後另存",
     "文件不完整（ZIP 目录缺失或损坏：{0}）：请重新获取，或在 Word 中打开并修复后另存",
     "the file is incomplete (its ZIP directory is missing or damaged: {0}): fetch it again, or "
     "open and repair it in Word and save it"}};
static const struct message is_no_package = {
    {"這不是 Word 檔（.docx 應為 ZIP）：內容看來是{0}；請改副檔名，或在 Word 中另存為 .docx",
     "这不是 Word 文件（.docx 应为 ZIP）：内容看来是{0}；请改扩展名，或在 Word 中另存为 .docx",
     "this is not a Word file (a .docx is a ZIP): it looks like {0}; give it its own extension, or "
     "save it as .docx in Word"}};
static const struct message is_plain_text = {
    {"這不是 Word 檔（.docx 應為 ZIP）：內容是純文字，例如記錄檔或 SQL；請改用自己的副檔名（.txt、.md），或在 Word 中另存為 .docx",
     "这不是 Word 文件（.docx 应为 ZIP）：内容是纯文本，例如日志或 SQL；请改用自己的扩展名（.txt、.md），或在 Word 中另存为 .docx",
     "this is not a Word file (a .docx is a ZIP): it is plain text, such as a log or SQL; give it "
     "its own extension (.txt, .md), or save it as .docx in Word"}};
static const struct message is_other_data = {
    {"這不是 Word 檔（.docx 應為 ZIP），內容亦不屬任何認得的格式：請從原處重新取得",
     "这不是 Word 文件（.docx 应为 ZIP），内容也不属任何认得的格式：请从原处重新获取",
     "this is not a Word file (a .docx is a ZIP), nor of any format known here: fetch it again from "
     "where it came from"}};
static const struct message too_many_parts = {
    {"檔案內有 {0} 個部分，超過 {1} 的上限", "文件内有 {0} 个部分，超过 {1} 的上限",
     "the file holds {0} parts, more than the limit of {1}"}};
static const struct message part_too_large = {
    {"{0} 解壓後達 {1} 位元組，超過 256 MiB 的上限：崗位說明書不會這麼大，請查明來源",
     "{0} 解压后达 {1} 字节，超过 256 MiB 的上限：岗位说明书不会这么大，请查明来源",
     "{0} inflates to {1} bytes, which is over the limit of 256 MiB: no role definition is so "
     "large, find out where it comes from"}};
static_assert(LIMIT_PART_BYTES == (size_t)256 << 20, "the message says 256 MiB");
static const struct message package_too_large = {
    {"{0} 解壓後達 {1} 位元組，連同其他部分超過整份檔案 512 MiB 的上限：請拆分檔案",
     "{0} 解压后达 {1} 字节，连同其他部分超过整份文件 512 MiB 的上限：请拆分文件",
     "{0} inflates to {1} bytes, which with the other parts is over the limit of 512 MiB for a "
     "whole file: split the file"}};
static_assert(LIMIT_PACKAGE_BYTES == (size_t)512 << 20, "the message says 512 MiB");
static const struct message inflates_too_far = {
    {"{0} 壓縮比異常（解壓後 {1} 位元組），疑為壓縮炸彈，拒讀",
     "{0} 压缩比异常（解压后 {1} 字节），疑为压缩炸弹，拒读",
     "{0} inflates to {1} bytes, out of all proportion to what is stored: refused as a zip bomb"}};
static const struct message is_packed_oddly = {
    {"{0} 用 Word 不會用的方法壓縮（ZIP 方法 {1}）：請在 Word 中開啟並另存",
     "{0} 用 Word 不会用的方法压缩（ZIP 方法 {1}）：请在 Word 中打开并另存",
     "{0} is packed by a method that Word does not use (ZIP method {1}): open it in Word and save "
     "it again"}};
static const struct message part_damaged = {
    {"{0} 損壞（{1}）：請重新取得檔案，或在 Word 中開啟並修復後另存",
     "{0} 损坏（{1}）：请重新获取文件，或在 Word 中打开并修复后另存",
     "{0} is damaged ({1}): fetch the file again, or open and repair it in Word and save it"}};

static const struct message too_many_entries = {
    {"{0} 的條目達到 {1} 的上限，其餘未讀：請拆分檔案",
     "{0} 的条目达到 {1} 的上限，其余未读：请拆分文件",
     "{0} reaches the limit of {1} entries, the rest is not read: split the file"}};

struct package {
    struct arena *arena;
    struct text bytes;
    const struct source *source;
    struct diagnostics *diags;
    zip_t *zip; /* NULL: flat, or Word 2003's */
    bool is_word_2003;
    bool is_locked;                                       /* by a password */
    bool is_packed_oddly;                                 /* which is said once */
    enum { NAMES_UNKNOWN, NAMES_PLAIN, NAMES_ODD } names; /* of its parts; found out when missed */
    struct sax *sax;
    struct read_cache *cache;
    char *buffer; /* the part read last, inflated or packed */
    size_t capacity;
    size_t inflated; /* bytes of all parts read so far */
};

static enum status fail(struct package *package, const struct message *message, struct text arg0,
                        struct text arg1)
{
    return report_error(package->diags, message, span_of_source(package->source),
                        text_copy(package->diags->arena, arg0),
                        text_copy(package->diags->arena, arg1));
}

/* ---- opening ---- */

static struct text looks_like(struct text bytes)
{
    static const struct {
        struct text head, name;
    } kinds[] = {
        {TEXT_INIT("%PDF-"), TEXT_INIT("PDF")},
        {TEXT_INIT("{\\rtf"), TEXT_INIT("RTF")},
        {TEXT_INIT("\xD0\xCF\x11\xE0"), TEXT_INIT("OLE2 (.doc, .xls)")},
        {TEXT_INIT("\x89PNG"), TEXT_INIT("PNG")},
        {TEXT_INIT("\xFF\xD8\xFF"), TEXT_INIT("JPEG")},
        {TEXT_INIT("\x1F\x8B"), TEXT_INIT("gzip")},
        {TEXT_INIT("<?xml"), TEXT_INIT("XML")},
        {TEXT_INIT("<html"), TEXT_INIT("HTML")},
        {TEXT_INIT("<!DOCTYPE html"), TEXT_INIT("HTML")},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_starts_with(bytes, kinds[i].head))
            return kinds[i].name;
    return TEXT("");
}

static bool is_text(struct text bytes)
{
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    return memchr(head.data, '\0', head.size) == NULL;
}

/* Some 160 bytes that name who has the document open. */
#define LOCK_BYTES 512

static bool is_lock_file(const struct package *package)
{
    return package->bytes.size <= LOCK_BYTES &&
           text_starts_with(path_file_name(package->source->path), TEXT("~$"));
}

static enum status fail_to_open(struct package *package, zip_error_t *error)
{
    struct text bytes = package->bytes, none = {0};
    if (is_lock_file(package))
        return fail(package, &is_lock, none, none);
    if (text_starts_with(bytes, TEXT("PK")))
        return fail(package, &is_truncated, text_from_string(zip_error_strerror(error)), none);
    if (!text_is_empty(looks_like(bytes)))
        return fail(package, &is_no_package, looks_like(bytes), none);
    return fail(package, is_text(bytes) ? &is_plain_text : &is_other_data, none, none);
}

static enum status open_zip(struct package *package)
{
    zip_error_t error;
    enum status status = STATUS_OK;
    if (package->bytes.size == 0) /* which libzip takes for an archive of nothing */
        return fail(package, &is_empty, (struct text){0}, (struct text){0});
    zip_error_init(&error);
    zip_source_t *bytes =
        zip_source_buffer_create(package->bytes.data, package->bytes.size, 0, &error);
    if (bytes != NULL)
        package->zip = zip_open_from_source(bytes, ZIP_RDONLY, &error);
    if (package->zip == NULL) {
        status = fail_to_open(package, &error);
        zip_source_free(bytes);
    }
    zip_error_fini(&error);
    if (status != STATUS_OK)
        return status;
    zip_int64_t parts = zip_get_num_entries(package->zip, 0);
    if (parts > LIMIT_PACKAGE_PARTS)
        return fail(package, &too_many_parts, text_from_number(package->arena, (uint64_t)parts),
                    text_from_number(package->arena, LIMIT_PACKAGE_PARTS));
    return STATUS_OK;
}

static bool is_flat(struct text bytes)
{
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    return text_find(head, TEXT("<pkg:package"), 0) != TEXT_NOT_FOUND;
}

bool is_word_2003(struct text bytes)
{
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    struct text space = TEXT("http://schemas.microsoft.com/office/word/2003/wordml");
    return text_find(head, space, 0) != TEXT_NOT_FOUND && !is_flat(bytes);
}

struct package *package_open(struct arena *arena, struct text bytes, const struct source *source,
                             struct read_cache *cache, struct diagnostics *diags)
{
    struct package *package = arena_new(arena, struct package);
    *package = (struct package){
        .arena = arena, .bytes = bytes, .source = source, .cache = cache, .diags = diags};
    package->sax = sax_open(arena, cache);
    package->is_word_2003 = !text_starts_with(bytes, TEXT("PK")) && is_word_2003(bytes);
    if (package->is_word_2003 || is_flat(bytes) || open_zip(package) == STATUS_OK)
        return package;
    package_close(package);
    return NULL;
}

void package_close(struct package *package)
{
    if (package == NULL)
        return;
    if (package->zip != NULL)
        zip_discard(package->zip);
    sax_close(package->sax, package->cache);
    free(package->buffer);
}

/* ---- parts of a ZIP ---- */

/* The name of a part as it ought to be: no slash in front, none leaning backwards. */
static bool is_named(const char *name, struct text part)
{
    size_t at = 0;
    if (*name == '/' || *name == '\\')
        name++;
    for (; at < part.size && name[at] != '\0'; at++) {
        char a = name[at] == '\\' ? '/' : name[at], b = part.data[at];
        bool is_letter = (a | 0x20) >= 'a' && (a | 0x20) <= 'z';
        if (a != b && !(is_letter && (a ^ b) == 0x20))
            return false;
    }
    return at == part.size && name[at] == '\0';
}

/* Whether some program named its parts as Windows names files, or from the root on. */
static bool has_odd_names(struct package *package)
{
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    for (zip_int64_t i = 0; i < count && package->names == NAMES_UNKNOWN; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (name != NULL && (strchr(name, '\\') != NULL || name[0] == '/'))
            package->names = NAMES_ODD;
    }
    if (package->names == NAMES_UNKNOWN)
        package->names = NAMES_PLAIN;
    return package->names == NAMES_ODD;
}

static zip_int64_t locate_odd(struct package *package, struct text part)
{
    zip_int64_t count = has_odd_names(package) ? zip_get_num_entries(package->zip, 0) : 0;
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (name != NULL && is_named(name, part))
            return i;
    }
    return -1;
}

static zip_int64_t locate(struct package *package, struct text part)
{
    char name[512];
    if (part.size == 0 || part.size >= sizeof name || package->zip == NULL)
        return -1;
    memcpy(name, part.data, part.size);
    name[part.size] = '\0';
    zip_int64_t index = zip_name_locate(package->zip, name, 0);
    if (index < 0)
        index = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
    return index >= 0 ? index : locate_odd(package, part);
}

static char *reserve(struct package *package, size_t size)
{
    if (size + 1 > package->capacity) {
        free(package->buffer);
        package->capacity = size + 1;
        package->buffer = malloc(package->capacity);
        if (package->buffer == NULL)
            arena_alloc(package->arena, SIZE_MAX); /* does not return */
    }
    return package->buffer;
}

/* Why a part of this size must not be inflated; NULL: it may be. */
static const struct message *find_breach(const struct package *package, const zip_stat_t *stat)
{
    if (stat->size > LIMIT_PART_BYTES)
        return &part_too_large;
    if (stat->size > LIMIT_PACKAGE_BYTES - package->inflated)
        return &package_too_large;
    if (stat->size > LIMIT_INFLATE_RATIO_FROM && stat->size / LIMIT_INFLATE_RATIO > stat->comp_size)
        return &inflates_too_far;
    return NULL;
}

/* Exactly size bytes and then the end, where libzip checks the CRC. */
static bool read_whole(zip_file_t *file, char *buffer, size_t size)
{
    size_t at = 0;
    char more;
    while (at < size) {
        zip_int64_t got = zip_fread(file, buffer + at, size - at);
        if (got <= 0)
            return false;
        at += (size_t)got;
    }
    return zip_fread(file, &more, 1) == 0;
}

static enum status inflate_part(struct package *package, zip_int64_t index, struct text part,
                                struct text *bytes)
{
    zip_stat_t stat;
    if (zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0)
        return fail(package, &part_damaged, part, text_from_string(zip_strerror(package->zip)));
    if (stat.encryption_method != ZIP_EM_NONE && package->is_locked)
        return STATUS_INPUT; /* that is said */
    package->is_locked = stat.encryption_method != ZIP_EM_NONE;
    if (package->is_locked)
        return fail(package, &is_encrypted, (struct text){0}, (struct text){0});
    if (!zip_compression_method_supported(stat.comp_method, 0)) {
        bool is_said = package->is_packed_oddly;
        package->is_packed_oddly = true;
        return is_said ? STATUS_INPUT
                       : fail(package, &is_packed_oddly, part,
                              text_from_number(package->arena, stat.comp_method));
    }
    const struct message *breach = find_breach(package, &stat);
    if (breach != NULL)
        return fail(package, breach, part, text_from_number(package->arena, stat.size));
    size_t size = (size_t)stat.size;
    char *buffer = reserve(package, size);
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (file == NULL)
        return fail(package, &part_damaged, part, text_from_string(zip_strerror(package->zip)));
    enum status status = STATUS_OK;
    if (!read_whole(file, buffer, size)) {
        const char *why = zip_file_strerror(file);
        bool is_sound = zip_error_code_zip(zip_file_get_error(file)) == ZIP_ER_OK;
        status = fail(package, &part_damaged, part,
                      text_from_string(is_sound ? "its size is not as declared" : why));
    }
    zip_fclose(file);
    buffer[size] = '\0';
    package->inflated += size;
    *bytes = (struct text){buffer, size};
    return status;
}

void package_packed(struct package *package, struct text part, struct text_buffer *out,
                    uint64_t *hash)
{
    zip_stat_t stat;
    zip_int64_t index = locate(package, part);
    if (index < 0 || zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0 ||
        stat.encryption_method != ZIP_EM_NONE || stat.comp_size > package->bytes.size)
        return;
    const uint64_t unpacking[] = {stat.size, stat.crc, stat.comp_method};
    size_t size = (size_t)stat.comp_size;
    char *bytes = buffer_reserve(out, size);
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, ZIP_FL_COMPRESSED);
    bool is_read = file != NULL && zip_fread(file, bytes, size) == (zip_int64_t)size;
    if (file != NULL)
        zip_fclose(file);
    if (!is_read)
        return;
    out->size += size;
    buffer_append(out, (struct text){(const char *)unpacking, sizeof unpacking});
    *hash = stat.crc ^ stat.size << 32;
}

/* ---- parts of a flat package ---- */

/* Passes on the events of one part of the flat file. */
struct flat {
    struct text part;
    const struct sax_handler *handler;
    void *data;
    bool is_inside; /* of pkg:xmlData of that part */
    bool was_found;
    enum name element; /* of Word 2003: what stands for the part */
};

static struct text without_slash(struct text name)
{
    return text_starts_with(name, TEXT("/")) ? text_from(name, 1) : name;
}

static void flat_start(void *data, struct sax *sax, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside)
        flat->handler->start(flat->data, sax, name);
    else if (name == NAME_PKG_PART) {
        struct text part = without_slash(sax_attribute(sax, NAME_PKG_NAME));
        if (flat->was_found || !text_equal_ascii_case(part, flat->part))
            sax_skip(sax);
        else
            flat->was_found = true;
    } else if (name == NAME_PKG_XML_DATA)
        flat->is_inside = true;
}

static void flat_end(void *data, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside && name == NAME_PKG_XML_DATA)
        flat->is_inside = false;
    else if (flat->is_inside)
        flat->handler->end(flat->data, name);
}

static void flat_text(void *data, struct text text)
{
    struct flat *flat = data;
    if (flat->is_inside && flat->handler->text != NULL)
        flat->handler->text(flat->data, text);
}

static const struct sax_handler flat_handler = {flat_start, flat_end, flat_text};

/* ---- parts of Word 2003's file: elements under its root ---- */

/* The element that holds what OPC has in this part; NAME_UNKNOWN: none. */
static enum name element_of_part(struct text part)
{
    static const struct {
        struct text part;
        enum name name;
    } rows[] = {
        {TEXT_INIT("word/document.xml"), NAME_W_BODY},
        {TEXT_INIT("word/styles.xml"), NAME_W_STYLES},
        {TEXT_INIT("word/numbering.xml"), NAME_W_NUMBERING},
        {TEXT_INIT("docProps/core.xml"), NAME_O_DOCUMENT_PROPERTIES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_equal_ascii_case(part, rows[i].part))
            return rows[i].name;
    return NAME_UNKNOWN;
}

/* With the body its root comes too, and word of macros beside it. */
static void start_2003(void *data, struct sax *sax, enum name name)
{
    struct flat *flat = data;
    bool is_of_body = name == NAME_W_DOCUMENT || name == NAME_W_DOC_SUPP_DATA;
    if (flat->is_inside || (is_of_body && flat->element == NAME_W_BODY))
        flat->handler->start(flat->data, sax, name);
    else if (name == flat->element)
        flat->is_inside = true;
    if (!flat->is_inside && name != NAME_W_DOCUMENT)
        sax_skip(sax);
}

static void end_2003(void *data, enum name name)
{
    struct flat *flat = data;
    if (flat->is_inside && name == flat->element)
        flat->is_inside = false;
    else if (flat->is_inside)
        flat->handler->end(flat->data, name);
}

static const struct sax_handler handler_2003 = {start_2003, end_2003, flat_text};

/* The file is gone through once for each part, so each time counts against the limit. */
static enum status parse_flat(struct package *package, struct flat *flat)
{
    if (package->bytes.size > LIMIT_PACKAGE_BYTES - package->inflated)
        return fail(package, &package_too_large, flat->part,
                    text_from_number(package->arena, package->bytes.size));
    package->inflated += package->bytes.size;
    char *buffer = reserve(package, package->bytes.size);
    memcpy(buffer, package->bytes.data, package->bytes.size);
    buffer[package->bytes.size] = '\0';
    return sax_parse(package->sax, (struct text){buffer, package->bytes.size}, flat->part,
                     package->source, package->is_word_2003 ? &handler_2003 : &flat_handler, flat,
                     package->diags);
}

/* ---- both ---- */

bool package_has(struct package *package, struct text part)
{
    if (package->zip != NULL)
        return locate(package, part) >= 0;
    if (package->is_word_2003)
        return element_of_part(part) != NAME_UNKNOWN;
    struct text_buffer name = text_buffer_new(package->arena);
    buffer_append(&name, TEXT("\"/"));
    buffer_append(&name, part);
    buffer_append(&name, TEXT("\""));
    return text_find(package->bytes, buffer_text(&name), 0) != TEXT_NOT_FOUND;
}

enum status package_parse(struct package *package, struct text part,
                          const struct sax_handler *handler, void *data)
{
    if (package->zip == NULL) {
        struct flat flat = {
            .part = part, .handler = handler, .data = data, .element = element_of_part(part)};
        if (package->is_word_2003 && flat.element == NAME_UNKNOWN)
            return STATUS_OK;
        return parse_flat(package, &flat);
    }
    zip_int64_t index = locate(package, part);
    if (index < 0)
        return STATUS_OK;
    struct text bytes = {0};
    enum status status = inflate_part(package, index, part, &bytes);
    if (status != STATUS_OK)
        return status;
    return sax_parse(package->sax, bytes, part, package->source, handler, data, package->diags);
}

enum status package_read(struct package *package, struct arena *arena, struct text part,
                         struct text *bytes)
{
    zip_int64_t index = locate(package, part);
    *bytes = (struct text){0};
    if (index < 0)
        return STATUS_OK;
    enum status status = inflate_part(package, index, part, bytes);
    *bytes = status == STATUS_OK ? text_copy(arena, *bytes) : (struct text){0};
    return status;
}

enum status package_breach(struct package *package, struct text part, size_t limit)
{
    return fail(package, &too_many_entries, part, text_from_number(package->arena, limit));
}
