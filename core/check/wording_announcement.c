#include "core/check/wording_announcement.h"
#include "core/check/wording_head.h"

/* Raise (a start-up) is hiring, Lift My Town is seeking …: a name, which a verb of it follows. */
static bool verb_begins_name(const struct sentence *s, const struct clause *clause,
                             const struct match *word)
{
    uint32_t next = skip_blanks(s, clause->act.end, s->count);
    char first = next < s->count ? s->text.data[s->offsets[next]] : 0;
    return s->language == LANG_EN && !word->phrase->at_head &&
           clause->act.begin == clause->at.begin && clause == sentence_clause_at(s, next) &&
           ((first >= 'A' && first <= 'Z') || first == '(');
}

/* Something is done in front of the word: Review who is seeking a place. */
static bool follows_act(const struct sentence *s, const struct match *word)
{
    for (size_t i = (size_t)(wording_head_clause(s) - s->clauses);
         i < s->clause_count && s->clauses[i].at.begin < word->at.begin; i++)
        if (s->clauses[i].kind == CLAUSE_ACT && s->clauses[i].verb != NULL &&
            s->clauses[i].act.end <= word->at.begin && !verb_begins_name(s, &s->clauses[i], word))
            return true;
    return false;
}

bool wording_announces(const struct sentence *s)
{
    const struct match *word =
        sentence_has(s, PHRASE_ANNOUNCING)
            ? sentence_find(s, (struct range){0, s->count}, PHRASE_ANNOUNCING)
            : NULL;
    const struct clause *clause = word == NULL ? NULL : sentence_clause_at(s, word->at.begin);
    bool is_aside =
        word != NULL && word->phrase->at_head && clause != s->clauses &&
        clause != wording_behind_front(
                      s, wording_head_clause(s)); /* name the context: role, employment type */
    bool is_told = clause != NULL && clause > s->clauses && clause[-1].is_caption &&
                   s->language == LANG_EN &&
                   wording_captions_act(s, clause - 1); /* Fell trees: our men … */
    if (clause == NULL || is_aside || is_told ||
        clause->sentence != wording_head_clause(s)->sentence || follows_act(s, word) ||
        wording_other_sentence_acts(s, clause))
        return false;
    struct range behind = {skip_blanks(s, word->at.end, s->count), clause->at.end};
    bool is_we = word->at.end == word->at.begin + 2 && s->chars[word->at.begin] == 0x6211;
    if (s->language != LANG_EN) /* 我們|負責…: they do it */
        return !is_we || (sentence_at(s, behind.begin, PHRASE_OPENING) == NULL &&
                          sentence_act_at(s, behind.begin) == NULL);
    return (!wording_is_charged(s, behind.begin, behind.end) &&
            text_find(sentence_text(s, behind), TEXT("responsible for "), 0) == TEXT_NOT_FOUND);
}
