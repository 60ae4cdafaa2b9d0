/* C701: a definition in use has no gaps left to fill. */
#include "core/check/placeholder.h"
#include "core/check/rule.h"

static void report(struct rule_context *cx, struct text words, struct span at, enum element element)
{
    rule_report(
        cx,
        (struct finding_details){
            .at = at, .args = {words}, .excerpt = words, .element = element, .has_element = true});
}

static void check_record(struct rule_context *cx, const struct records *records,
                         const struct record *record)
{
    struct text found = placeholder_in(record->text);
    bool is_blank_row = text_is_empty(record->text) && !text_is_empty(record->label);
    if (is_blank_row)
        found = record->label; /* a numbered row left empty in a form */
    for (size_t f = 0; text_is_empty(found) && f < record->field_count; f++)
        found = placeholder_in(record->fields[f].text);
    if (!text_is_empty(found))
        report(cx, found, record->at, records->element);
}

static void check(struct rule_context *cx, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            check_record(cx, &role->values[e], &role->values[e].rows[i]);
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
