#include "core/check/wording_next_clause.h"
#include "core/normalise/segments.h"

/* 協助社長，|社長不在時代理: another one follows the clause, and tells of another case. */
static bool is_substitution(const struct sentence *s, const struct clause *clause)
{
    static const char *const words[] = {"代理", "代行", "代为", "代為", NULL};
    struct text rest = sentence_text(s, (struct range){clause[1].at.begin, s->count});
    for (const char *const *word = words; *word != NULL; word++)
        if (text_find(rest, text_from_string(*word), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* …，包括排班、補給: the parts of what is done in front. */
static bool tells_parts(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"包括", "包含", "例如", NULL};
    return clause < s->clauses + s->clause_count && s->language != LANG_EN &&
           text_starts_with_one_of(sentence_text(s, clause->at), openers);
}

/* 配合查帳，提供三年的憑證: one's own part in what is helped with. */
static bool tells_own_part(const struct sentence *s, const struct clause *clause)
{
    static const uint32_t verb_length = 2;
    const struct match *part =
        s->language == LANG_EN ? NULL : sentence_at(s, clause->at.begin, PHRASE_OWN_PART);
    return part != NULL && clause->at.end >= part->at.end + verb_length &&
           sentence_find(s, clause->at, PHRASE_ACTOR) == NULL &&
           sentence_find(s, clause->at, PHRASE_AD_HOC) == NULL;
}

bool wording_next_clause_tells(const struct sentence *s, const struct clause *clause,
                               struct range rest)
{
    if (sentence_find(s, rest, PHRASE_PARTY) != NULL &&
        sentence_find(s, rest, PHRASE_IDLE) != NULL && tells_parts(s, clause + 1))
        return true;
    bool is_wish = sentence_find(s, clause[1].at, PHRASE_NOT_ASSESSABLE) != NULL; /* 讓同事安心 */
    if (!is_wish && (tells_own_part(s, clause + 1) || clause_tells_joint_part(s, clause + 1)))
        return true;
    return sentence_ending(s, rest, PHRASE_PARTY) != NULL && !is_wish &&
           !clause_goes_on_apart(s, clause + 1) && !is_substitution(s, clause);
}

bool wording_next_clause_acts(const struct sentence *s, const struct clause *clause)
{
    const struct clause *next = clause + 1;
    return next < s->clauses + s->clause_count && next->sentence == clause->sentence &&
           next->kind == CLAUSE_ACT && next->act.begin == next->at.begin &&
           next->act.end < next->at.end;
}
