#include "core/check/wording_assigned.h"
#include "core/check/wording_specified.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"

#define ACT_REACH 4 /* code points between an act and the work it is done to */

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
        clause->act.end <= begin && begin <= clause->act.end + ACT_REACH &&
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

const struct match *wording_assigned_work(const struct sentence *s)
{
    const struct match *match = sentence_find(s, (struct range){0, s->count}, PHRASE_AD_HOC);
    return match == NULL || wording_is_in_name(s, match) || is_handled(s, match) ? NULL : match;
}
