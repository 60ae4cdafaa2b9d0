#include "converters/docx/package_parts.h"
#include <string.h>
#include <zip.h>

static const struct message is_encrypted = {
    {"檔案有密碼保護：請在 Word 中以「檔案 › 資訊 › 保護文件」移除密碼後再試",
     "文件有密码保护：请在 Word 中以“文件 › 信息 › 保护文档”移除密码后再试",
     "the file is protected by a password: remove it in Word (File, Info, Protect Document) and try "
     "again"}};
static const struct message part_too_large = {
    {"{0} 解壓後達 {1} 位元組，超過 256 MiB 的上限：崗位說明書不會這麼大，請查明來源",
     "{0} 解压后达 {1} 字节，超过 256 MiB 的上限：岗位说明书不会这么大，请查明来源",
     "{0} inflates to {1} bytes, which is over the limit of 256 MiB: no role definition is so "
     "large, find out where it comes from"}};
static_assert(LIMIT_PART_BYTES == (size_t)256 << 20, "the message says 256 MiB");
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

/* ---- where parts lie ---- */

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

int64_t zip_part_find(struct package *package, struct text part)
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

/* ---- what they hold ---- */

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

enum status zip_part_read(struct package *package, int64_t index, struct text part,
                          struct text *bytes)
{
    zip_stat_t stat;
    if (zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0)
        return package_fail(package, &part_damaged, part,
                            text_from_string(zip_strerror(package->zip)));
    if (stat.encryption_method != ZIP_EM_NONE && package->is_locked)
        return STATUS_INPUT; /* that is said */
    package->is_locked = stat.encryption_method != ZIP_EM_NONE;
    if (package->is_locked)
        return package_fail(package, &is_encrypted, (struct text){0}, (struct text){0});
    if (!zip_compression_method_supported(stat.comp_method, 0)) {
        bool is_said = package->is_packed_oddly;
        package->is_packed_oddly = true;
        return is_said ? STATUS_INPUT
                       : package_fail(package, &is_packed_oddly, part,
                                      text_from_number(package->arena, stat.comp_method));
    }
    const struct message *breach = find_breach(package, &stat);
    if (breach != NULL)
        return package_fail(package, breach, part, text_from_number(package->arena, stat.size));
    size_t size = (size_t)stat.size;
    char *buffer = package_reserve(package, size);
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (file == NULL)
        return package_fail(package, &part_damaged, part,
                            text_from_string(zip_strerror(package->zip)));
    enum status status = STATUS_OK;
    if (!read_whole(file, buffer, size)) {
        const char *why = zip_file_strerror(file);
        bool is_sound = zip_error_code_zip(zip_file_get_error(file)) == ZIP_ER_OK;
        status = package_fail(package, &part_damaged, part,
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
    zip_int64_t index = zip_part_find(package, part);
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
