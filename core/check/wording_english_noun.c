#include "core/check/wording_english_noun.h"

/* Whether the word names an act by its ending: preparation, oversight. */
static bool is_noun_of_act(struct text word)
{
    static const char *const endings[] = {"tion", "sion", "ment",  "ance", "ence", "ysis", "val",
                                          "sal",  "wal",  "sight", "ship", "ing",  NULL};
    return text_ends_with_one_of(word, endings);
}

static uint32_t word_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count && s->chars[at] != ' ' && s->chars[at] != ',' && s->chars[at] != '/')
        at++;
    return at;
}

/* The oversight of …, the purchase of …: the word there. */
static bool is_noun_of_act_at(const struct sentence *s, uint32_t begin)
{
    uint32_t end = word_end(s, begin);
    const struct match *act = sentence_act_at(s, begin);
    bool is_known = act != NULL && act->at.end == end && act->phrase->form == VERB_BASE &&
                    act->phrase->class == PHRASE_ACT_NOUN;
    return text_starts_with(sentence_text(s, (struct range){end, s->count}), TEXT(" of ")) &&
           (is_known || is_noun_of_act(sentence_text(s, (struct range){begin, end})));
}

/* Is responsible for the purchase of …: and so it does. */
static bool answers_for_act(const struct sentence *s)
{
    const struct match *opening = sentence_find(s, (struct range){0, s->count}, PHRASE_OPENING);
    if (opening == NULL)
        return false;
    uint32_t next = skip_blanks(s, opening->at.end, s->count);
    bool has_article =
        text_starts_with(sentence_text(s, (struct range){next, s->count}), TEXT("the "));
    return has_article && is_noun_of_act_at(s, skip_blanks(s, word_end(s, next), s->count));
}

/* Upkeep of …, delivery of …: ... which only at the head is no state (timely delivery of goods). */
static bool is_noun_of_act_first(struct text word)
{
    static const char *const endings[] = {"keep", "livery", "covery", "dover",
                                          "sure", "torage", "ustody", NULL};
    return is_noun_of_act(word) || text_ends_with_one_of(word, endings);
}

/* Preparation of …, daily oversight of …: an act as a noun, at the head. */
bool wording_begins_with_noun_of_act(const struct sentence *s)
{
    struct text word = sentence_text(s, (struct range){0, word_end(s, 0)});
    bool has_object = text_find(s->text, TEXT(" of "), 0) != TEXT_NOT_FOUND ||
                      text_find(s->text, TEXT(" with "), 0) != TEXT_NOT_FOUND;
    bool is_praised = /* efficient use of the kiln: how it is, and not that it is done */
        sentence_at(s, 0, PHRASE_MODIFIER) != NULL || sentence_at(s, 0, PHRASE_VAGUE) != NULL;
    return s->language == LANG_EN &&
           ((has_object && is_noun_of_act_first(word) &&
             !text_equal_ascii_case(word, TEXT("compliance"))) ||
            (!is_praised && is_noun_of_act_at(s, skip_blanks(s, word_end(s, 0), s->count))) ||
            answers_for_act(s));
}
