/* S202: Chinese text takes full-width marks, and no blanks beside them. */
#include "core/base/text_buffer.h"
#include "core/check/wording_place.h"
#include "core/model/fold.h"

static uint32_t full_width(uint32_t c)
{
    static const uint32_t pairs[][2] = {
        {',', 0xFF0C}, {';', 0xFF1B}, {':', 0xFF1A}, {'?', 0xFF1F}, {'!', 0xFF01}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

static bool is_full_width_mark(uint32_t c)
{
    return c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0xFF1F || c == 0xFF01 || c == 0x3002 ||
           c == 0x3001;
}

struct marks {
    size_t full;              /* behind Han */
    size_t half_at, blank_at; /* of the first: TEXT_NOT_FOUND: none */
    uint32_t half;
};

static struct marks marks_of(struct text text)
{
    struct marks marks = {0, TEXT_NOT_FOUND, TEXT_NOT_FOUND, 0};
    uint32_t before = 0, last = 0;
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        uint32_t c = text_next(text, &at);
        marks.full += is_full_width_mark(c) && is_basic_han(last);
        if (full_width(c) != 0 && is_basic_han(last) && marks.half_at == TEXT_NOT_FOUND) {
            marks.half_at = begin;
            marks.half = c;
        }
        bool is_odd_blank = last == ' ' && (is_full_width_mark(c) || is_full_width_mark(before));
        if (is_odd_blank && marks.blank_at == TEXT_NOT_FOUND)
            marks.blank_at = begin - 1;
        before = last;
        last = c;
    }
    return marks;
}

static void report(struct rule_context *cx, const struct records *records,
                   const struct record *record, struct text words, struct text instead)
{
    rule_report(cx, (struct finding_details){.at = wording_find(record, words),
                                             .args = {words, instead},
                                             .excerpt = words,
                                             .element = records->element,
                                             .has_element = true,
                                             .has_replacement = true,
                                             .is_safe = true,
                                             .replacement = instead});
}

/* The character in front of the mark shows where it is. */
static void report_half(struct rule_context *cx, const struct records *records,
                        const struct record *record, const struct marks *marks)
{
    struct text_buffer instead = text_buffer_new(cx->arena);
    size_t begin = marks->half_at;
    text_previous(record->text, &begin);
    buffer_append(&instead, text_slice(record->text, begin, marks->half_at));
    buffer_append_code_point(&instead, full_width(marks->half));
    report(cx, records, record, text_slice(record->text, begin, marks->half_at + 1),
           buffer_text(&instead));
}

static void report_blank(struct rule_context *cx, const struct records *records,
                         const struct record *record, size_t at)
{
    struct text_buffer instead = text_buffer_new(cx->arena);
    size_t begin = at, end = at + 1;
    text_previous(record->text, &begin);
    text_next(record->text, &end);
    buffer_append(&instead, text_slice(record->text, begin, at));
    buffer_append(&instead, text_slice(record->text, at + 1, end));
    report(cx, records, record, text_slice(record->text, begin, end), buffer_text(&instead));
}

static void check(struct rule_context *cx, const struct role *role)
{
    size_t full = 0;
    enum language language = language_from_tag(role->language);
    if (language != LANG_ZH_HANT && language != LANG_ZH_HANS)
        return;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            full += marks_of(role->values[e].rows[i].text).full;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++) {
            const struct records *records = &role->values[e];
            struct marks marks = marks_of(records->rows[i].text);
            if (full > 0 && marks.half_at != TEXT_NOT_FOUND)
                report_half(cx, records, &records->rows[i], &marks);
            if (marks.blank_at != TEXT_NOT_FOUND && marks.blank_at > 0)
                report_blank(cx, records, &records->rows[i], marks.blank_at);
        }
}

const struct rule rule_s202 = {
    .code = "S202",
    .name = "mixed-punctuation",
    .level = LEVEL_INFO,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」的標點與本崗位其他文字不一致：改成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」的标点与本岗位其他文字不一致：改成「{1}」",
                 [LANG_EN] = "the punctuation of \"{0}\" differs from the rest of this role: write "
                             "\"{1}\""}},
    .reason = {{[LANG_ZH_HANT] = "半形與全形標點混用，排出來字距不一，也難以搜尋與比對。",
                [LANG_ZH_HANS] = "半角与全角标点混用，排出来字距不一，也难以搜索与比对。",
                [LANG_EN] = "Half- and full-width marks side by side are set unevenly, and hinder "
                            "searching and comparing."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 受理客戶訴求，登記工單。\n- 核對資料,回覆客戶。\n",
                                   .good = "- 受理客戶訴求，登記工單。\n- 核對資料，回覆客戶。\n"},
                 [LANG_ZH_HANS] = {.bad = "- 受理客户诉求 ，登记工单。\n",
                                   .good = "- 受理客户诉求，登记工单。\n"},
                 [LANG_EN] = {.bad = "- 受理客户诉求，登记工单。核对资料,回复客户。\n",
                              .good = "- Record the request (诉求,工单), then close it\n"}},
    .check_role = check,
};
