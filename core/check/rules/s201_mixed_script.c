/* S201: one role is written in one script. */
#include "core/base/text_buffer.h"
#include "core/check/wording.h"
#include "core/check/wording_place.h"
#include "core/model/fold.h"

/* What folds to another character, and is written in Simplified texts all the same. */
static const struct text also_simplified = TEXT_INIT("乾俱吒姊徵於瞭藉著阪");

#define CLEAR 3 /* times as many characters of one script as of the other */

struct scripts {
    const uint32_t *sources; /* see wording_simplified_only */
    bool is_traditional;     /* what most of the role is written in */
    bool is_clear;           /* by far: a fix of the rest cannot be the wrong way round */
};

static bool is_among(struct text set, uint32_t c)
{
    for (size_t i = 0; i < set.size;)
        if (text_next(set, &i) == c)
            return true;
    return false;
}

/* The character in the role's script; 0: it is in it. */
static uint32_t converted(const struct scripts *scripts, uint32_t c)
{
    if (c < FOLD_FIRST || c >= FOLD_END)
        return 0;
    if (!scripts->is_traditional) {
        uint32_t simplified = fold_character(c);
        return simplified == c || is_among(also_simplified, c) ? 0 : simplified;
    }
    return scripts->sources[c - FOLD_FIRST];
}

/* The mark that ends a quotation or a title; 0: c begins none. */
static uint32_t quotation_end(uint32_t c)
{
    static const uint32_t marks[][2] = {
        {0x300A, 0x300B}, {0x3008, 0x3009}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x201C, 0x201D}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i][0] == c)
            return marks[i][1];
    return 0;
}

static void report(struct rule_context *cx, const struct records *records,
                   const struct record *record, struct text words, struct text instead,
                   bool is_sure, bool is_clear)
{
    static const struct message only_named = {
        {[LANG_ZH_HANT] = "「{0}」與本崗位其他文字的簡繁不一致",
         [LANG_ZH_HANS] = "「{0}」与本岗位其他文字的简繁不一致",
         [LANG_EN] = "\"{0}\" is not in the script of the rest of this role"}};
    rule_report(cx, (struct finding_details){.at = wording_find(record, words),
                                             .message = is_sure ? NULL : &only_named,
                                             .args = {words, instead},
                                             .excerpt = words,
                                             .element = records->element,
                                             .has_element = true,
                                             .has_replacement = is_sure,
                                             .is_safe = is_clear,
                                             .replacement = instead});
}

/* Each stretch of the other script in a record's words, quotations and titles left out. */
static void check_record(struct rule_context *cx, const struct scripts *scripts,
                         const struct records *records, const struct record *record)
{
    struct text text = record->text;
    uint32_t closing = 0;
    for (size_t at = 0; at < text.size;) {
        size_t begin = at, next = at;
        uint32_t c = text_next(text, &at), other = 0;
        if (closing != 0 || quotation_end(c) != 0) {
            closing = closing == 0 ? quotation_end(c) : c == closing ? 0 : closing;
            continue;
        }
        struct text_buffer instead = text_buffer_new(cx->arena);
        bool is_sure = true;
        while (next < text.size && (c = text_next(text, &next)) != 0 &&
               (other = converted(scripts, c)) != 0) {
            is_sure = is_sure && other != FOLD_SEVERAL;
            buffer_append_code_point(&instead, other == FOLD_SEVERAL ? c : other);
            at = next;
        }
        if (instead.size > 0)
            report(cx, records, record, text_slice(text, begin, at), buffer_text(&instead), is_sure,
                   scripts->is_clear);
    }
}

/* Names of people and roles are written as they are written. */
static bool holds_names(enum element element)
{
    return element == ELEMENT_TITLE || element == ELEMENT_ID || element == ELEMENT_REPORTS_TO ||
           element == ELEMENT_SUPERVISES || element == ELEMENT_SUBSTITUTES ||
           element == ELEMENT_APPROVAL || element == ELEMENT_ALTERNATE_TITLES;
}

static size_t count_in(const struct scripts *scripts, struct text words)
{
    size_t count = 0;
    for (size_t at = 0; at < words.size;)
        count += converted(scripts, text_next(words, &at)) != 0;
    return count;
}

/* Characters of the role that the script does not know. */
static size_t count_others(const struct scripts *scripts, const struct role *role)
{
    size_t count = 0;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = &role->values[e];
        for (size_t i = 0; i < records->count; i++)
            count += count_in(scripts, records->rows[i].text);
        count += count_in(scripts, records->heading);
    }
    return count;
}

static bool is_japanese(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            if (wording_is_japanese(role->values[e].rows[i].text))
                return true;
    return false;
}

static void check(struct rule_context *cx, const struct role *role)
{
    enum language language = language_from_tag(role->language);
    struct scripts traditional = {wording_simplified_only(cx), true, false};
    struct scripts simplified = {NULL, false, false};
    if (language != LANG_ZH_HANT && language != LANG_ZH_HANS)
        return;
    size_t not_traditional = count_others(&traditional, role);
    size_t not_simplified = count_others(&simplified, role);
    if (not_traditional == 0 || not_simplified == 0 || is_japanese(role))
        return; /* one script */
    struct scripts *scripts = not_simplified >= not_traditional ? &traditional : &simplified;
    size_t most = not_simplified >= not_traditional ? not_simplified : not_traditional;
    scripts->is_clear = most >= CLEAR * (not_simplified + not_traditional - most);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count && !holds_names((enum element)e); i++)
            check_record(cx, scripts, &role->values[e], &role->values[e].rows[i]);
}

const struct rule rule_s201 = {
    .code = "S201",
    .name = "mixed-script",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」與本崗位其他文字的簡繁不一致：改成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」与本岗位其他文字的简繁不一致：改成「{1}」",
                 [LANG_EN] =
                     "\"{0}\" is not in the script of the rest of this role: write \"{1}\""}},
    .reason = {{[LANG_ZH_HANT] = "簡繁混用的文件查不到、比不出，也看得出是拼湊的。",
                [LANG_ZH_HANS] = "简繁混用的文件查不到、比不出，也看得出是拼凑的。",
                [LANG_EN] = "A text of two scripts is neither found by a search nor compared, and "
                            "shows that it was pasted together."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 負責受理客戶訴求，登記訴求範圍\n- 登記工单與紀錄\n",
                                   .good = "- 負責受理客戶訴求，登記訴求範圍\n- 登記工單與紀錄\n"},
                 [LANG_ZH_HANS] = {.bad = "- 负责受理客户诉求，登记诉求範圍\n",
                                   .good = "- 负责受理客户诉求，登记诉求范围\n"},
                 [LANG_EN] = {.bad = "- 负责受理客户诉求，登记诉求範圍 (record the scope)\n",
                              .good = "- Record the scope of each request (诉求範圍)\n"}},
    .check_role = check,
};
