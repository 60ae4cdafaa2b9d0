/* W402: other work as assigned is no duty of one position: it belongs to the baseline. */
#include "core/check/wording.h"
#include "core/check/wording_assigned.h"
#include "core/check/wording_place.h"
#include "core/check/wording_specified.h"
#include "core/model/fold.h"
#include "core/model/profile.h"
#include "core/normalise/english_words.h"

/* Where nearly every definition lists it, it is a hint; elsewhere it is a fault. */
static enum level expected_level(const struct rule_context *cx)
{
    struct text locale = cx->config->locale;
    if (text_is_empty(locale))
        return rule_language(cx) == LANG_EN ? LEVEL_WARNING : LEVEL_INFO;
    return profile_is_at_home(locale) ? LEVEL_INFO : LEVEL_WARNING;
}

#define REACH 12 /* code points; in English three times */

/* 主管臨時交辦之其他任務: with who assigns it, and to the end of the clause. */
static struct range in_full(const struct sentence *s, const struct match *match)
{
    struct range at = match->at;
    const struct clause *clause = sentence_clause_at(s, at.begin);
    uint32_t reach = s->language == LANG_EN ? 3u * REACH : REACH;
    if (clause == NULL || clause->at.end < at.end)
        return at;
    if (clause->at.end - at.end <= reach)
        at.end = clause->at.end;
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[match->at.begin]; i++) {
        const struct match *party = &s->matches[i];
        if (party->phrase->class == PHRASE_PARTY && party->at.end <= match->at.begin &&
            match->at.begin - party->at.end <= REACH / 4 && party->at.begin < at.begin)
            at.begin = party->at.begin;
    }
    return at;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct match *match = wording_assigned_work(&sentences[i]);
        if (match != NULL)
            wording_report(cx, &records->rows[i], &sentences[i], in_full(&sentences[i], match),
                           (struct finding_details){.level = expected_level(cx)});
    }
}

const struct rule rule_w402 = {
    .code = "W402",
    .name = "ad-hoc-duty",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」不是這個崗位的職責：移到共同職責",
                 [LANG_ZH_HANS] = "「{0}」不是这个岗位的职责：移到共同职责",
                 [LANG_EN] =
                     "\"{0}\" is no duty of this position: move it to the shared baseline"}},
    .reason =
        {{[LANG_ZH_HANT] = "臨時交辦的工作人人都有，不能區分崗位；共同職責列一條即可。華語地區幾乎"
                           "每份都有，只作提示；其他地區視為缺失。",
          [LANG_ZH_HANS] = "临时交办的工作人人都有，不能区分岗位；共同职责列一条即可。华语地区几乎"
                           "每份都有，只作提示；其他地区视为缺失。",
          [LANG_EN] = "Work assigned ad hoc falls to everyone and defines nobody: the baseline "
                      "lists it once. Where Chinese is spoken nearly every definition has it, "
                      "so there it is a hint only."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 完成上級臨時交辦的其他工作\n",
                                   .good = "- 登記其他應收款的帳齡\n"},
                 [LANG_ZH_HANS] = {.bad = "- 完成上级临时交办的其他工作\n",
                                   .good = "- 登记其他应收款的账龄\n"},
                 [LANG_EN] = {.bad = "- Other duties as assigned\n",
                              .good = "- Assign duties to the drivers of the shift\n"}},
    .check_role = check,
};
