/* W402: other work as assigned is no duty of one position: it belongs to the baseline. */
#include "core/check/wording.h"
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

/* Records |the tasks assigned by the court. */
static uint32_t behind_article(const struct sentence *s, struct range front)
{
    uint32_t at = skip_blanks(s, front.begin, front.end);
    return text_is(english_word_at(s, at, front.end), "the") ? english_skip_word(s, at, front.end)
                                                             : at;
}

/* 登記領導交辦事項|的辦結日期, 把臨時任務|分派給班組: what is done to it is the act. */
static bool is_part_of_object(const struct sentence *s, const struct clause *clause,
                              const struct match *match)
{
    uint32_t begin = match->at.begin, end = match->at.end;
    for (uint32_t i = s->first[begin]; i < s->first[end]; i++) /* 領導交辦, 交辦事項 */
        if (s->matches[i].phrase->class == PHRASE_AD_HOC && s->matches[i].at.end > end)
            end = s->matches[i].at.end;
    bool is_led = begin > clause->at.begin && text_has(TEXT("把将將"), s->chars[begin - 1]) &&
                  sentence_find_act(s, (struct range){end, clause->at.end}) != NULL;
    bool is_governed =
        clause->kind == CLAUSE_ACT && clause->verb != NULL &&
        (phrase_is_act(clause->verb->class) || clause->verb->class == PHRASE_HEAD_ACT) &&
        clause->act.end <= begin && begin <= clause->act.end + REACH / 3 &&
        sentence_find_act(s, (struct range){clause->act.end, begin}) == NULL;
    return is_led ||
           (is_governed && end + 2 < clause->at.end && text_has(TEXT("的之"), s->chars[end]));
}

/* What stands behind the last "and" in the range; empty: there is none. */
static struct text behind_last_join(const struct sentence *s, struct range in)
{
    struct text words = TEXT("");
    for (uint32_t i = s->first[in.begin]; in.begin < in.end && i < s->first[in.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_JOIN || s->matches[i].phrase->class == PHRASE_AND)
            words = text_trim(sentence_text(s, (struct range){s->matches[i].at.end, in.end}));
    return words;
}

/*
 * Invoice extra work, agree additional duties with the union, brief nurses on duties as assigned:
 * the act is another than to do them.
 */
static bool is_handled(const struct sentence *s, const struct match *match)
{
    static const char *const doing[] = {
        "perform",  "do",        "carry",      "undertake",  "complete", "accept",  "take",
        "fulfil",   "execute",   "handle",     "assume",     "attend",   "assist",  "help",
        "support",  "discharge", "provide",    "conduct",    "work",     "cover",   "participate",
        "manage",   "run",       "be",         "have",       "respond",  "step",    "fill",
        "lend",     "pitch",     "turn",       "tackle",     "process",  "deal",    "act",
        "serve",    "volunteer", "contribute", "engage",     "lead",     "oversee", "coordinate",
        "see",      "look",      "pick",       "aid",        "deliver",  "finish",  "implement",
        "meet",     "prepare",   "get",        "join",       "follow",   "make",    "ensure",
        "maintain", "develop",   "administer", "facilitate", "comply",   "obey",    NULL};
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language != LANG_EN)
        return clause != NULL && is_part_of_object(s, clause, match);
    if (clause == NULL || clause->kind != CLAUSE_ACT || clause->verb == NULL ||
        clause->act.end > match->at.begin)
        return false;
    struct text words = sentence_text(s, match->at);
    bool is_assigned =
        text_find(words, TEXT(" as "), 0) != TEXT_NOT_FOUND || text_ends_with(words, TEXT(" as"));
    struct range front = {clause->act.end, match->at.begin};
    if (text_starts_with_one_of(behind_last_join(s, front), doing))
        return false; /* write the log and |carry out |work the boss may assign */
    bool is_governed = sentence_find(s, front, PHRASE_PREPOSITION) != NULL;
    return !text_starts_with_one_of(clause->verb->words, doing) &&
           (is_governed || (!is_assigned && behind_article(s, front) == front.end));
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        struct range all = {0, sentences[i].count};
        const struct match *match = sentence_find(&sentences[i], all, PHRASE_AD_HOC);
        if (match != NULL && !wording_is_in_name(&sentences[i], match) &&
            !is_handled(&sentences[i], match))
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
