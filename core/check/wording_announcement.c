#include "core/check/wording_announcement.h"
#include "core/check/wording_head.h"
#include "core/normalise/english_words.h"

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

/* 報名費|自理, 編號|終身有效: what seems an act begins the name of what the clause's end is told of. */
static bool begins_told(const struct sentence *s, const struct clause *clause,
                        const struct match *word)
{
    return s->language != LANG_EN && word->at.end == clause->at.end &&
           clause->act.begin == clause->at.begin && clause->verb->class != PHRASE_ACT &&
           word->at.begin > clause->act.end;
}

/* Something is done in front of the word: Review who is seeking a place. */
static bool follows_act(const struct sentence *s, const struct match *word)
{
    const struct clause *head = wording_behind_front(s, wording_head_clause(s));
    for (size_t i = (size_t)(head - s->clauses);
         i < s->clause_count && s->clauses[i].at.begin < word->at.begin; i++)
        if (s->clauses[i].kind == CLAUSE_ACT && s->clauses[i].verb != NULL &&
            s->clauses[i].act.end <= word->at.begin && !verb_begins_name(s, &s->clauses[i], word) &&
            !begins_told(s, &s->clauses[i], word))
            return true;
    return false;
}

/* Your job is to make tea, your work will involve making it: the post, and what is done in it. */
static bool is_of_your_work(const struct sentence *s, const struct match *word,
                            const struct clause *clause)
{
    const struct match *post =
        sentence_find(s, (struct range){word->at.end, clause->at.end}, PHRASE_POST);
    uint32_t near = english_skip_word(s, english_skip_word(s, word->at.end, s->count), s->count);
    if (post == NULL || post->at.begin > near)
        return false;
    for (uint32_t i = s->first[post->at.end]; i < s->first[clause->at.end]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        struct text front =
            act == NULL ? TEXT("") : sentence_text(s, english_word_before(s, act->at.begin));
        if (act != NULL && (act->phrase->form == VERB_ING ||
                            (act->phrase->form == VERB_BASE && text_is(front, "to"))))
            return true;
    }
    return false;
}

/* You have the chance to shape and lead …: of what may be done, and nothing joined to it. */
static bool tells_what_may_be(const struct sentence *s, const struct match *word)
{
    struct text words = sentence_text(s, word->at);
    return text_find(words, TEXT(" have "), 0) != TEXT_NOT_FOUND &&
           (text_ends_with(words, TEXT(" to")) ||
            text_starts_with(text_from(s->text, s->offsets[word->at.end]), TEXT(" to ")));
}

/* You report to the bursar and keep …, reporting to her, you will keep …: the holder does more. */
static bool is_holder_acting(const struct sentence *s, const struct match *word,
                             const struct clause *clause)
{
    struct text words = s->language == LANG_EN ? sentence_text(s, word->at) : TEXT("");
    if (text_equal_ascii_case(words, TEXT("your")))
        return is_of_your_work(s, word, clause);
    if (sentence_at(s, word->at.begin, PHRASE_READER) == NULL || tells_what_may_be(s, word))
        return false;
    for (const struct clause *next = clause + 1; next < s->clauses + s->clause_count; next++)
        if (next->kind == CLAUSE_ACT)
            return true;
    for (uint32_t i = s->first[word->at.end]; i < s->first[clause->at.end]; i++) {
        uint32_t next = skip_blanks(s, s->matches[i].at.end, clause->at.end);
        if (s->matches[i].phrase->class == PHRASE_JOIN &&
            (sentence_act_at(s, next) != NULL || sentence_at(s, next, PHRASE_ACTOR) != NULL))
            return true;
    }
    return false;
}

/* What the words stand in is no part of what is announced: name the context: role, job type. */
static bool is_aside(const struct sentence *s, const struct match *word,
                     const struct clause *clause, const struct clause *head)
{
    bool is_told = s->language == LANG_EN && clause > s->clauses && clause[-1].is_caption &&
                   wording_captions_act(s, clause - 1);            /* Fell trees: our men … */
    bool begins_other = s->language == LANG_EN && clause > head && /* Clerk, York — we offer … */
                        clause[-1].sentence != clause->sentence &&
                        !s->in_brackets[word->at.begin] &&
                        !text_starts_with(sentence_text(s, word->at), TEXT("your"));
    bool is_in_brackets = s->language != LANG_EN && s->in_brackets[word->at.begin] &&
                          !s->in_brackets[clause->at.begin]; /* 接聽來電(無需外撥) */
    return is_told || is_in_brackets ||
           (word->phrase->at_head && clause != s->clauses && !begins_other &&
            clause != wording_behind_front(s, head));
}

/* 第一章|編寫與校對: what is done to the chapter, and no heading; 第三章 管理制度: one. */
static bool is_object_of_act(const struct sentence *s, const struct match *word,
                             const struct clause *clause)
{
    return s->language != LANG_EN && s->chars[word->at.begin] == 0x7B2C && /* 第 */
           sentence_at(s, word->at.end, PHRASE_ACT) != NULL &&
           sentence_ending(s, clause->at, PHRASE_ACT) != NULL;
}

/* 負責…, 直接參與…: what is done, be it behind an adverb. */
static bool begins_act(const struct sentence *s, uint32_t at)
{
    const struct match *adverb = sentence_at(s, at, PHRASE_ADVERB);
    uint32_t next = adverb == NULL ? at : adverb->at.end;
    return sentence_at(s, at, PHRASE_OPENING) != NULL || sentence_act_at(s, at) != NULL ||
           sentence_at(s, next, PHRASE_OPENING) != NULL || sentence_act_at(s, next) != NULL ||
           sentence_at(s, next, PHRASE_ACTOR) != NULL;
}

static const struct match *announcing_word(const struct sentence *s)
{
    return sentence_has(s, PHRASE_ANNOUNCING)
               ? sentence_find(s, (struct range){0, s->count}, PHRASE_ANNOUNCING)
               : NULL;
}

bool wording_announces(const struct sentence *s)
{
    const struct match *word = announcing_word(s);
    const struct clause *clause = word == NULL ? NULL : sentence_clause_at(s, word->at.begin);
    const struct clause *head = clause == NULL ? NULL : wording_head_clause(s);
    if (clause == NULL || is_aside(s, word, clause, head) || follows_act(s, word) ||
        is_holder_acting(s, word, clause) || is_object_of_act(s, word, clause) ||
        clause->sentence != head->sentence || wording_other_sentence_acts(s, clause))
        return false;
    struct range behind = {skip_blanks(s, word->at.end, s->count), clause->at.end};
    bool is_we = word->at.end == word->at.begin + 2 && s->chars[word->at.begin] == 0x6211;
    bool is_post = word->phrase->has_rest && text_has(TEXT("本此该"), s->chars[word->at.begin]) &&
                   text_has(TEXT("将会为"), s->chars[word->at.end - 1]);
    if (s->language != LANG_EN) /* 我們|負責…, 此職位將|直接參與…: they do it */
        return (!is_we && !is_post) || !begins_act(s, behind.begin);
    bool is_bare = !text_ends_with(sentence_text(s, word->at), TEXT("s")) && /* some travel|to … */
                   !text_ends_with(sentence_text(s, word->at), TEXT("re")) &&
                   text_starts_with(sentence_text(s, behind), TEXT("to "));
    return (is_bare || !wording_is_charged(s, behind.begin, behind.end)) &&
           text_find(sentence_text(s, behind), TEXT("responsible for "), 0) == TEXT_NOT_FOUND;
}

bool wording_announces_hiring(const struct sentence *s, const struct match *requirement)
{
    const struct match *word = announcing_word(s);
    uint32_t before = requirement->at.begin;
    bool is_within =
        word != NULL && word->at.begin == before && word->at.end >= requirement->at.end;
    if (is_within && s->language != LANG_EN && !word->phrase->has_rest) /* 均|不支薪 */
        return wording_announces(s);
    const struct clause *clause = word == NULL ? NULL : sentence_clause_at(s, word->at.begin);
    const struct clause *asking = clause == NULL ? NULL : sentence_clause_at(s, before);
    bool is_behind = clause != NULL && (word->at.begin < before || /* Clerk, York — is hiring … */
                                        (asking != NULL && asking->sentence < clause->sentence));
    if (s->language != LANG_EN && word != NULL &&
        word->phrase->at_head) /* 月休不得…; not 我們要你… */
        return is_behind && asking == clause && s->chars[word->at.begin] != 0x6211 &&
               wording_announces(s);
    return is_behind && !word->phrase->at_head &&
           (s->language != LANG_EN ||
            (word->at.begin > clause->at.begin && /* are excited to …: whoever reads it */
             sentence_at(s, clause->at.begin, PHRASE_READER) == NULL)) &&
           wording_announces(s);
}
