/* W202: a slogan or a requirement says how somebody should be, not what is done. */
#include "core/check/wording.h"
#include "core/check/wording_place.h"
#include "core/check/wording_rewrite.h"

static const struct message with_rewrite = {
    {[LANG_ZH_HANT] = "「{0}」是要求，不是職責：可寫成「{1}」",
     [LANG_ZH_HANS] = "「{0}」是要求，不是职责：可写成「{1}」",
     [LANG_EN] = "\"{0}\" is a requirement, not a duty: write \"{1}\""}};

/* A slogan's words; of what is asked all of it, since 具備 alone says nothing. */
static struct range words_of(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_whole = match->phrase->class == PHRASE_SLOGAN && !match->phrase->has_rest;
    return is_whole || clause == NULL ? match->at : clause->at;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        const struct match *match = s->requirement;
        if (match == NULL)
            continue;
        struct finding_details finding = {.has_element = false};
        if (match->phrase->has_rewrite)
            wording_propose(cx, &records->rows[i], s, match, &finding);
        if (finding.has_replacement)
            finding.message = &with_rewrite;
        wording_report(cx, &records->rows[i], s, words_of(s, match), finding);
    }
}

const struct rule rule_w202 = {
    .code = "W202",
    .name = "requirement-as-duty",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] =
                     "「{0}」是要求或口號，不是職責：寫明做什麼，或移到任職條件、共同職責",
                 [LANG_ZH_HANS] =
                     "「{0}」是要求或口号，不是职责：写明做什么，或移到任职条件、共同职责",
                 [LANG_EN] = "\"{0}\" is a requirement or slogan, not a duty: say what is done, or "
                             "move it to eligibility or the baseline"}},
    .reason = {{[LANG_ZH_HANT] =
                    "要求說的是人該怎樣，職責說的是人做什麼；前者屬於任職條件或共同職責。",
                [LANG_ZH_HANS] =
                    "要求说的是人该怎样，职责说的是人做什么；前者属于任职条件或共同职责。",
                [LANG_EN] = "A requirement says how somebody should be, a duty what somebody does; "
                            "the former belongs to eligibility or the baseline."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 堅持首問負責制\n", .good = "- 按照服務規程受理訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "- 坚持首问负责制\n", .good = "- 按照服务规程受理诉求\n"},
                 [LANG_EN] = {.bad = "- Must be punctual and reliable\n",
                              .good = "- Open the counter by the duty roster\n"}},
    .check_role = check,
};
