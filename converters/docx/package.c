/* A file is opened, and its form found out: a ZIP, one file of XML, or none of these. */
#include "converters/docx/package_parts.h"
#include "core/base/file.h"
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
const struct message package_too_large = {
    {"{0} 解壓後達 {1} 位元組，連同其他部分超過整份檔案 512 MiB 的上限：請拆分檔案",
     "{0} 解压后达 {1} 字节，连同其他部分超过整份文件 512 MiB 的上限：请拆分文件",
     "{0} inflates to {1} bytes, which with the other parts is over the limit of 512 MiB for a "
     "whole file: split the file"}};
static_assert(LIMIT_PACKAGE_BYTES == (size_t)512 << 20, "the message says 512 MiB");
static const struct message too_many_entries = {
    {"{0} 的條目達到 {1} 的上限，其餘未讀：請拆分檔案",
     "{0} 的条目达到 {1} 的上限，其余未读：请拆分文件",
     "{0} reaches the limit of {1} entries, the rest is not read: split the file"}};

enum status package_fail(struct package *package, const struct message *message, struct text arg0,
                         struct text arg1)
{
    return report_error(package->diags, message, span_of_source(package->source),
                        text_copy(package->diags->arena, arg0),
                        text_copy(package->diags->arena, arg1));
}

char *package_reserve(struct package *package, size_t size)
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
        return package_fail(package, &is_lock, none, none);
    if (text_starts_with(bytes, TEXT("PK")))
        return package_fail(package, &is_truncated, text_from_string(zip_error_strerror(error)),
                            none);
    if (!text_is_empty(looks_like(bytes)))
        return package_fail(package, &is_no_package, looks_like(bytes), none);
    return package_fail(package, is_text(bytes) ? &is_plain_text : &is_other_data, none, none);
}

static enum status open_zip(struct package *package)
{
    zip_error_t error;
    enum status status = STATUS_OK;
    if (package->bytes.size == 0) /* which libzip takes for an archive of nothing */
        return package_fail(package, &is_empty, (struct text){0}, (struct text){0});
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
        return package_fail(package, &too_many_parts,
                            text_from_number(package->arena, (uint64_t)parts),
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

/* ---- parts ---- */

bool package_has(struct package *package, struct text part)
{
    return package->zip != NULL ? zip_part_find(package, part) >= 0
                                : flat_part_exists(package, part);
}

enum status package_parse(struct package *package, struct text part,
                          const struct sax_handler *handler, void *data)
{
    if (package->zip == NULL)
        return flat_part_parse(package, part, handler, data);
    int64_t index = zip_part_find(package, part);
    if (index < 0)
        return STATUS_OK;
    struct text bytes = {0};
    enum status status = zip_part_read(package, index, part, &bytes);
    if (status != STATUS_OK)
        return status;
    return sax_parse(package->sax, bytes, part, package->source, handler, data, package->diags);
}

enum status package_read(struct package *package, struct arena *arena, struct text part,
                         struct text *bytes)
{
    int64_t index = zip_part_find(package, part);
    *bytes = (struct text){0};
    if (index < 0)
        return STATUS_OK;
    enum status status = zip_part_read(package, index, part, bytes);
    *bytes = status == STATUS_OK ? text_copy(arena, *bytes) : (struct text){0};
    return status;
}

enum status package_breach(struct package *package, struct text part, size_t limit)
{
    return package_fail(package, &too_many_entries, part, text_from_number(package->arena, limit));
}
