#include "core/normalise/sentence.h"

static bool ends_in_quality(struct text words)
{
    static const char *const endings[] = {"ness", "acy",  "ity",     "ance",
                                          "ence", "ship", "control", NULL};
    return text_ends_with_one_of(words, endings);
}

#define NEAR 12 /* code points between a word and the matter that makes a thing of it */

/* Fire equipment, 採購訂單與供應商資料: no word of a sentence stands between the two. */
static bool is_near(const struct sentence *s, const struct match *thing, const struct match *matter)
{
    if (matter->at.begin - thing->at.end > NEAR)
        return false;
    for (uint32_t i = s->first[thing->at.end]; i < s->first[matter->at.begin]; i++) {
        uint32_t at = s->matches[i].at.begin;
        enum phrase_class class = s->matches[i].phrase->class;
        bool is_verb = phrase_is_act(class) && sentence_at(s, at, PHRASE_THING) == NULL &&
                       sentence_at(s, at, PHRASE_MATTER) == NULL;
        bool leads = class == PHRASE_PREPOSITION && sentence_at(s, at, PHRASE_JOIN) == NULL;
        if (is_verb || leads)
            return false;
    }
    return true;
}

/* 採購業務的歸口部門: 的 stands between. */
static bool is_of(const struct sentence *s, const struct match *thing, const struct match *matter)
{
    for (uint32_t i = thing->at.end; i < matter->at.begin; i++)
        if (s->chars[i] == 0x7684)
            return true;
    return false;
}

bool sentence_is_thing(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *thing = sentence_at(s, at, PHRASE_THING);
    if (thing == NULL)
        return false;
    const struct match *matter = sentence_ending(s, clause->at, PHRASE_MATTER);
    if (matter != NULL && matter->at.begin >= thing->at.end &&
        (is_of(s, thing, matter) || is_near(s, thing, matter)))
        return true;
    uint32_t next = skip_blanks(s, thing->at.end, clause->at.end);
    struct text rest = sentence_text(s, (struct range){next, clause->at.end});
    bool has_article = text_starts_with(rest, TEXT("the ")) || text_starts_with(rest, TEXT("a "));
    return s->language == LANG_EN && (sentence_at(s, next, PHRASE_PREPOSITION) != NULL ||
                                      (!has_article && ends_in_quality(rest)));
}
