/* C701: a definition in use has no gaps left to fill. */
#include "core/check/placeholder.h"
#include "core/check/rule.h"

static const struct message empty_rows = {
    {"編號「{0}」起有 {1} 行空著沒有填：請填寫或刪去",
     "编号「{0}」起有 {1} 行空着没有填：请填写或删去",
     "{1} numbered rows are left empty, from \"{0}\" on: fill them in or delete them"}};
static const struct message empty_row = {
    {"編號「{0}」的一行空著沒有填：請填寫或刪去", "编号「{0}」的一行空着没有填：请填写或删去",
     "the row numbered \"{0}\" is left empty: fill it in or delete it"}};

static void report(struct rule_context *cx, struct text words, struct span at, enum element element)
{
    rule_report(
        cx,
        (struct finding_details){
            .at = at, .args = {words}, .excerpt = words, .element = element, .has_element = true});
}

static bool is_empty_row(const struct record *record)
{
    return text_is_empty(record->text) && !text_is_empty(record->label);
}

/* Numbered rows left empty in a form, those in a row told once. */
static void report_empty_rows(struct rule_context *cx, const struct records *records, size_t first)
{
    size_t end = first;
    while (end < records->count && is_empty_row(&records->rows[end]))
        end++;
    const struct record *record = &records->rows[first];
    rule_report(cx, (struct finding_details){.at = record->at,
                                             .message = end - first > 1 ? &empty_rows : &empty_row,
                                             .args = {record->label, rule_number(cx, end - first)},
                                             .excerpt = record->label,
                                             .element = records->element,
                                             .has_element = true});
}

/* 下屬：暫無 is an answer: nobody is meant to be there. */
static bool is_answer(enum element element, struct text found)
{
    static const char *const none[] = {"暫無", "暂无", "暫無。", "暂无。", NULL};
    return (element == ELEMENT_SUPERVISES || element == ELEMENT_SUBSTITUTES) &&
           text_is_one_of(found, none);
}

static void check_record(struct rule_context *cx, const struct records *records, size_t i)
{
    const struct record *record = &records->rows[i];
    struct text found = placeholder_in(record->text);
    if (is_empty_row(record)) {
        if (i == 0 || !is_empty_row(&records->rows[i - 1]))
            report_empty_rows(cx, records, i);
        return;
    }
    for (size_t f = 0; text_is_empty(found) && f < record->field_count; f++)
        found = placeholder_in(record->fields[f].text);
    if (!text_is_empty(found) && !is_answer(records->element, found))
        report(cx, found, record->at, records->element);
}

static void check(struct rule_context *cx, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            check_record(cx, &role->values[e], i);
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        struct text found = placeholder_in(s->text);
        if (!text_is_empty(found))
            report(cx, found, s->at, ELEMENT_TITLE);
    }
}

const struct rule rule_c701 = {
    .code = "C701",
    .name = "placeholder",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "還有待填的地方：「{0}」，請填寫或刪去",
                 [LANG_ZH_HANS] = "还有待填的地方：「{0}」，请填写或删去",
                 [LANG_EN] = "something is left to fill in: \"{0}\"; complete or delete it"}},
    .reason = {{[LANG_ZH_HANT] = "占位的符號與空行不是內容，照著做的人無從執行。",
                [LANG_ZH_HANS] = "占位的符号与空行不是内容，照着做的人无从执行。",
                [LANG_EN] = "Placeholders and empty rows say nothing that could be done."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 負責 ××× 工作\n", .good = "- 負責登記工單\n"},
                 [LANG_ZH_HANS] = {.bad = "- 负责 ××× 工作\n", .good = "- 负责登记工单\n"},
                 [LANG_EN] = {.bad = "- TBD\n", .good = "- Record each case\n"}},
    .check_role = check,
};
