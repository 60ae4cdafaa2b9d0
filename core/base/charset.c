#include "core/base/charset.h"
#include "core/base/text_buffer.h"
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* Bytes that guessing looks at: enough for any frequency to show, bounded for large files. */
#define SAMPLE ((size_t)64 << 10)

static const struct message broken_utf8 = {
    .text = {[LANG_ZH_HANT] = "位元組 {0} 處不是有效的 UTF-8（{1}）：請將檔案另存為 UTF-8",
             [LANG_ZH_HANS] = "字节 {0} 处不是有效的 UTF-8（{1}）：请将文件另存为 UTF-8",
             [LANG_EN] = "byte {0} is not valid UTF-8 ({1}): save the file as UTF-8"}};
static const struct message broken_charset = {
    .text = {[LANG_ZH_HANT] = "位元組 {0} 處不是有效的 {1}：請將檔案另存為 UTF-8",
             [LANG_ZH_HANS] = "字节 {0} 处不是有效的 {1}：请将文件另存为 UTF-8",
             [LANG_EN] = "byte {0} is not valid {1}: save the file as UTF-8"}};
static const struct message unknown_charset = {
    .text = {[LANG_ZH_HANT] = "未知的字元編碼「{0}」：請將檔案另存為 UTF-8",
             [LANG_ZH_HANS] = "未知的字符编码“{0}”：请将文件另存为 UTF-8",
             [LANG_EN] = "unknown character encoding \"{0}\": save the file as UTF-8"}};

static const struct message too_large = {
    .text = {[LANG_ZH_HANT] = "檔案超過上限 {0} 位元組",
             [LANG_ZH_HANS] = "文件超过上限 {0} 字节",
             [LANG_EN] = "the file is larger than the limit of {0} bytes"}};

struct mark {
    const char *charset;
    struct text bytes;
};

/* UTF-32LE before UTF-16LE, whose mark it begins with. */
static const struct mark marks[] = {
    {"UTF-8", TEXT_INIT("\xEF\xBB\xBF")},    {"UTF-32LE", TEXT_INIT("\xFF\xFE\0\0")},
    {"UTF-32BE", TEXT_INIT("\0\0\xFE\xFF")}, {"UTF-16LE", TEXT_INIT("\xFF\xFE")},
    {"UTF-16BE", TEXT_INIT("\xFE\xFF")},     {"GB18030", TEXT_INIT("\x84\x31\x95\x33")},
};

const char *charset_of_mark(struct text bytes, size_t *mark)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts_with(bytes, marks[i].bytes)) {
            *mark = marks[i].bytes.size;
            return marks[i].charset;
        }
    *mark = 0;
    return NULL;
}

/*
 * Converts all of bytes, stopping at the first illegal or unassigned sequence.
 * returns  bytes.size, and out appended; or the offset of the fault; SIZE_MAX: no such charset
 */
static size_t convert(const char *charset, struct text bytes, struct text_buffer *out)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from = ucnv_open(charset, &error), *to = ucnv_open("UTF-8", &error);
    size_t done = SIZE_MAX;
    if (U_FAILURE(error))
        goto out;
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
    const char *source = bytes.data, *end = bytes.data + bytes.size;
    for (bool first = true;; first = false) {
        /* A file's size is limited: three bytes for each one read cannot overflow. */
        size_t room = (size_t)(end - source) * 3 / 2 + 64;
        char *target = buffer_reserve(out, room), *begin = target;
        error = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &target, begin + room, &source, end, pivot, &pivot_source,
                       &pivot_target, pivot + 1024, first, true, &error);
        out->size += (size_t)(target - begin);
        if (error != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    done = (size_t)(source - bytes.data);
    if (U_FAILURE(error)) {
        char bad[32];
        int8_t length = sizeof bad;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(from, bad, &length, &ignored);
        if (U_SUCCESS(ignored) && (size_t)length <= done)
            done -= (size_t)length;
        if (done == bytes.size && done > 0)
            done--; /* a sequence cut off by the end: never "all converted" */
    }
out:
    ucnv_close(from);
    ucnv_close(to);
    return done;
}

/*
 * How many of the two-byte characters stand among the ones used daily, in hundredths: level 1 of
 * GB 2312 has lead bytes B0 to D7, level 1 of Big5 A4 to C6. Text of one read as the other
 * scatters over the whole plane. ICU's detector knows the same, but needs longer texts.
 */
static int common_share(struct text bytes, unsigned char first, unsigned char last)
{
    size_t pairs = 0, common = 0;
    for (size_t i = 0; i + 1 < bytes.size && i < SAMPLE; i++) {
        unsigned char lead = (unsigned char)bytes.data[i];
        if (lead < 0x80)
            continue;
        unsigned char trail = (unsigned char)bytes.data[++i];
        bool is_gb_punctuation = first == 0xB0 && (lead == 0xA1 || lead == 0xA3) && trail >= 0xA1;
        bool is_big5_punctuation = first == 0xA4 && lead == 0xA1;
        if (is_gb_punctuation || is_big5_punctuation)
            continue;
        pairs++;
        common += lead >= first && lead <= last && (first == 0xA4 || trail >= 0xA1);
    }
    return pairs == 0 ? 0 : (int)(common * 100 / pairs);
}

static int detector_confidence(struct text bytes, const char *charset)
{
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&error);
    struct text sample = text_slice(bytes, 0, SAMPLE);
    int32_t count = 0, confidence = 0;
    ucsdet_setText(detector, sample.data, (int32_t)sample.size, &error);
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
    for (int32_t i = 0; U_SUCCESS(error) && i < count; i++)
        if (strcmp(ucsdet_getName(matches[i], &error), charset) == 0)
            confidence = ucsdet_getConfidence(matches[i], &error);
    ucsdet_close(detector);
    return confidence;
}

/* More than one sequence in eight malformed: it was never meant as UTF-8. */
static bool is_mostly_utf8(struct text bytes)
{
    size_t good = 0, bad = 0;
    for (size_t i = 0; i < bytes.size && i < SAMPLE;) {
        size_t begin = i;
        uint32_t c = text_next(bytes, &i);
        if ((unsigned char)bytes.data[begin] < 0x80)
            continue;
        if (c == 0xFFFD && i == begin + 1)
            bad++;
        else
            good++;
    }
    return good / 8 >= bad;
}

/*
 * UTF-16 without a mark: white space and digits put a zero in one half of the pairs only. Where the
 * bytes are UTF-8 as well, a few zeros are stray and a quarter of them is ASCII in UTF-16.
 */
static const char *utf16_without_mark(struct text bytes, bool is_utf8)
{
    size_t zeros[2] = {0, 0}, size = bytes.size < SAMPLE ? bytes.size : SAMPLE;
    if (size == 0 || memchr(bytes.data, '\0', size) == NULL)
        return NULL;
    for (size_t i = 0; i < size; i++)
        zeros[i % 2] += bytes.data[i] == '\0';
    if (bytes.size % 2 != 0 || zeros[0] + zeros[1] <= (is_utf8 ? size / 4 : 0))
        return NULL;
    if (zeros[0] == 0)
        return "UTF-16LE";
    return zeros[1] == 0 ? "UTF-16BE" : NULL;
}

static enum status report_broken(const struct source *source, struct text bytes, size_t fault,
                                 struct diagnostics *diags)
{
    struct text_buffer offset = text_buffer_new(diags->arena), byte = text_buffer_new(diags->arena);
    buffer_append_format(&offset, "%zu", fault);
    buffer_append_format(&byte, "0x%02X", (unsigned)(unsigned char)bytes.data[fault]);
    return report_error(diags, &broken_utf8, span_of_source(source), buffer_text(&offset),
                        buffer_text(&byte));
}

/* GB18030 or Big5, whichever reads more like Chinese; an empty text: neither. */
static struct text decode_legacy(struct arena *arena, struct text bytes)
{
    struct text_buffer gb = text_buffer_new(arena), big5 = text_buffer_new(arena);
    int gb_share = 0, big5_share = 0;
    if (convert("GB18030", bytes, &gb) == bytes.size)
        gb_share = common_share(bytes, 0xB0, 0xD7);
    if (convert("Big5-HKSCS", bytes, &big5) == bytes.size)
        big5_share = common_share(bytes, 0xA4, 0xC6);
    if (gb_share == big5_share && gb_share > 0)
        gb_share += detector_confidence(bytes, "GB18030") > detector_confidence(bytes, "Big5");
    if (gb_share < 60 && big5_share < 60)
        return (struct text){0};
    return buffer_text(gb_share > big5_share ? &gb : &big5);
}

enum status charset_decode(struct arena *arena, const struct source *source, struct text bytes,
                           struct text *text, struct diagnostics *diags)
{
    size_t mark = 0;
    const char *charset = charset_of_mark(bytes, &mark);
    struct text body = text_from(bytes, mark);
    bool is_utf8_mark = charset != NULL && strcmp(charset, "UTF-8") == 0;
    size_t fault = charset == NULL || is_utf8_mark ? text_utf8_fault(body) : 0;
    if (charset == NULL)
        charset = utf16_without_mark(body, fault == body.size);
    if (charset != NULL && !is_utf8_mark)
        return charset_decode_from(arena, source, bytes, text_from_string(charset), text, diags);
    if (fault == body.size) {
        *text = body;
        return STATUS_OK;
    }
    struct text legacy = {0};
    if (!is_utf8_mark && !is_mostly_utf8(body))
        legacy = decode_legacy(arena, body);
    if (legacy.size == 0)
        return report_broken(source, bytes, mark + fault, diags);
    *text = legacy;
    return STATUS_OK;
}

enum status charset_decode_from(struct arena *arena, const struct source *source, struct text bytes,
                                struct text charset, struct text *text, struct diagnostics *diags)
{
    size_t mark = 0;
    charset_of_mark(bytes, &mark);
    struct text body = text_from(bytes, mark);
    if (text_equal_ascii_case(charset, TEXT("UTF-8"))) {
        size_t fault = text_utf8_fault(body);
        if (fault < body.size)
            return report_broken(source, bytes, mark + fault, diags);
        *text = body;
        return STATUS_OK;
    }
    struct text_buffer out = text_buffer_new(arena);
    size_t done = convert(text_to_string(arena, charset), body, &out);
    if (done == SIZE_MAX)
        return report_error(diags, &unknown_charset, span_of_source(source), charset,
                            (struct text){0});
    if (done < body.size) {
        struct text_buffer offset = text_buffer_new(diags->arena);
        buffer_append_format(&offset, "%zu", mark + done);
        return report_error(diags, &broken_charset, span_of_source(source), buffer_text(&offset),
                            charset);
    }
    *text = buffer_text(&out);
    return STATUS_OK;
}

enum status charset_check_size(const struct source *source, struct text text,
                               struct diagnostics *diags)
{
    if (text.size < LIMIT_FILE_BYTES)
        return STATUS_OK;
    struct text_buffer limit = text_buffer_new(diags->arena);
    buffer_append_format(&limit, "%zu", LIMIT_FILE_BYTES);
    return report_error(diags, &too_large, span_of_source(source), buffer_text(&limit),
                        (struct text){0});
}
