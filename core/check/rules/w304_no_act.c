/* W304: a duty is an act; a noun phrase or a state is none. */
#include "core/base/script.h"
#include "core/check/placeholder.h"
#include "core/check/wording.h"
#include "core/check/wording_act.h"
#include "core/check/wording_correlative.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_image.h"
#include "core/check/wording_place.h"
#include "core/check/wording_wish.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include "core/normalise/numeral.h"
#include "core/normalise/quota.h"
#include "core/normalise/verbs.h"
#include <unicode/uchar.h>

/* A record with items below it, or with a colon at its end, is a caption. */
static bool is_caption(const struct records *records, size_t i)
{
    struct text text = text_trim(records->rows[i].text);
    if (ends_in_colon(text))
        return true;
    return i + 1 < records->count && records->rows[i + 1].depth > records->rows[i].depth;
}

/* A gap left to fill or a lone number, of which C701 speaks; or an address. */
static bool is_gap(const struct sentence *s)
{
    if (text_find(s->text, TEXT("@"), 0) != TEXT_NOT_FOUND ||
        text_find(s->text, TEXT("://"), 0) != TEXT_NOT_FOUND)
        return true;
    for (uint32_t i = 0; i < s->count; i++)
        if (u_isalpha((UChar32)s->chars[i]))
            return !text_is_empty(placeholder_in(s->text));
    return true;
}

/* 是學員路上的鋪路石, is the heart of the kitchen: W102 speaks of it. */
static bool is_metaphor(const struct sentence *s)
{
    static const char *const copulas[] = {"Is the ", "Be the ", NULL};
    for (uint32_t i = 0; sentence_has(s, PHRASE_MODIFIER) && i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        bool is_one = match->phrase->class == PHRASE_MODIFIER && !match->phrase->has_rewrite;
        if (s->language == LANG_EN && is_one && text_starts_with_one_of(s->text, copulas))
            return true; /* is the right hand of the notary */
        if (s->language == LANG_EN && !(is_one && match->phrase->has_rest))
            continue;
        if (is_one && match->phrase->has_rest && match->at.begin == s->clauses[0].at.begin)
            return true;
        bool is_last =
            match->at.begin > s->clauses[0].at.begin && match->at.end == s->clauses[0].at.end;
        if (is_one && is_last && match->phrase->length > 3 && !match->phrase->has_rest)
            return true;
    }
    return false;
}

/* 每班|十二床, 一週|三十堂課: a period and how many, of which nothing says what is done. */
static bool is_chinese_figure_alone(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0];
    uint32_t begin = first->at.begin;
    const struct match *period = sentence_at(s, begin, PHRASE_PERIOD);
    if (s->clause_count != 1 || s->quota->at.end < first->at.end ||
        sentence_find(s, s->quota->at, PHRASE_PERCENT) != NULL)
        return false;
    uint32_t figure = period == NULL ? begin : period->at.end;
    return period != NULL && text_has(TEXT("每一"), s->chars[begin]) &&
           s->quota->at.begin <= figure && figure < first->at.end &&
           (is_numeral(s->chars[figure]) || (s->chars[figure] >= '0' && s->chars[figure] <= '9'));
}

/* First-call resolution of 85 %, two concerts a year: a figure, and no verb that leads to it. */
static bool is_figure_alone(const struct sentence *s)
{
    static const char *const of[] = {" of", " above", " below", " under", " over", " rate", NULL};
    const struct clause *first = &s->clauses[0];
    if (s->language != LANG_EN && s->quota != NULL && s->clause_count > 0)
        return is_chinese_figure_alone(s);
    if (s->language != LANG_EN || s->quota == NULL || s->clause_count == 0 ||
        first->kind != CLAUSE_OTHER || sentence_at(s, first->at.begin, PHRASE_OPENING) != NULL)
        return false;
    uint32_t end = english_word_end(s, first->at.begin, s->count);
    enum verb_form form = VERB_S;
    enum verb_kind kind = verb_of_english(&s->chars[first->at.begin], end - first->at.begin, &form);
    struct text next = text_from(s->text, s->offsets[end]);
    bool is_verb = kind != VERB_NONE && kind != VERB_RARE && form == VERB_BASE; /* limit … to 1% */
    bool is_followed = s->quota->at.begin == end + 1; /* process at least … */
    if (is_followed || (is_verb && !text_starts_with(next, TEXT(" rate "))))
        return false;
    struct text front = text_trim(sentence_text(s, (struct range){0, s->quota->at.begin}));
    bool is_rate = sentence_find(s, s->quota->at, PHRASE_PERCENT) != NULL;
    if (is_rate && text_ends_with_one_of(front, of))
        return true;
    return !wording_names_act(s) && !wording_begins_with_noun_of_act(s); /* inspection of 9 lifts */
}

/* Where a figure stands, W201 speaks of it, but where that is all. */
static bool says_no_act(const struct sentence *s)
{
    struct range works[ACTS_MAX];
    if (wording_correlates(s, works) > 0)
        return false;
    return s->quota != NULL ? is_figure_alone(s) : !wording_names_act(s) && !s->begins_short_act;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        bool is_other_fault = s->requirement != NULL || sentence_has(s, PHRASE_AD_HOC) ||
                              wording_is_not_assessable(s) || is_metaphor(s) ||
                              wording_quoted_image(s).end > 0;
        if (s->clause_count > 0 && !is_other_fault && says_no_act(s) && !is_caption(records, i) &&
            !is_gap(s))
            wording_report(
                cx, &records->rows[i], s,
                (struct range){s->clauses[0].at.begin, s->clauses[s->clause_count - 1].at.end},
                (struct finding_details){0});
    }
}

const struct rule rule_w304 = {
    .code = "W304",
    .name = "no-act",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」沒有說做什麼：以動詞起頭，例如受理、編製、核對",
                 [LANG_ZH_HANS] = "「{0}」没有说做什么：以动词起头，例如受理、编制、核对",
                 [LANG_EN] =
                     "\"{0}\" says no act: begin with a verb such as record, prepare, check"}},
    .reason =
        {{[LANG_ZH_HANT] =
              "名詞、狀態與領域（負責財務管理，處理車間的事情）不說人要做什麼，照著做的人無從下手。",
          [LANG_ZH_HANS] =
              "名词、状态与领域（负责财务管理，处理车间的事情）不说人要做什么，照着做的人无从下手。",
          [LANG_EN] = "A noun or a state does not say what anybody is to do."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 現場秩序良好\n", .good = "- 維持現場秩序\n"},
                 [LANG_ZH_HANS] = {.bad = "- 现场秩序良好\n", .good = "- 维持现场秩序\n"},
                 [LANG_EN] = {.bad = "- Customer satisfaction\n",
                              .good = "- Survey customers after each visit\n"}},
    .check_role = check,
};
