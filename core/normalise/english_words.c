#include "core/normalise/english_words.h"

struct range english_word_before(const struct sentence *s, uint32_t at)
{
    struct range word = {at, at};
    while (word.end > 0 && s->chars[word.end - 1] == ' ')
        word.end--;
    for (word.begin = word.end; word.begin > 0 && s->chars[word.begin - 1] != ' ';)
        word.begin--;
    return word;
}

uint32_t english_word_end(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && s->chars[at] != ' ')
        at++;
    return at;
}

uint32_t english_skip_word(const struct sentence *s, uint32_t at, uint32_t end)
{
    at = english_word_end(s, at, end);
    while (at < end && s->chars[at] == ' ') /* and a line break, so that walks come to an end */
        at++;
    return at;
}

bool english_follows_determiner(const struct sentence *s, uint32_t at)
{
    static const char *const determiners[] = {"the",   "a",   "an",   "our",
                                              "their", "its", "this", NULL};
    struct text before = sentence_text(s, english_word_before(s, at));
    return text_is_one_of(before, determiners);
}

bool english_is_verb_before(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const starters[] = {"the", "a",    "an",   "all",   "each", "any",
                                           "our", "your", "new",  "their", "its",  "his",
                                           "her", "it",   "them", NULL};
    uint32_t begin = skip_blanks(s, at, end);
    struct range word = {begin, english_word_end(s, begin, end)};
    return text_is_one_of(sentence_text(s, word), starters);
}

bool english_is_noun_in_ing(struct text word)
{
    static const char *const nouns[] = {
        "marketing",   "training",    "housekeeping",  "accounting",  "planning",
        "engineering", "advertising", "purchasing",    "meeting",     "drilling",
        "banking",     "nursing",     "catering",      "fundraising", "programming",
        "shipping",    "mailing",     "manufacturing", "publishing",  "testing",
        "teaching",    "learning",    "counselling",   "counseling",  "mentoring",
        "coaching",    "staffing",    "scheduling",    "budgeting",   "reporting",
        "recruiting",  "lending",     "licensing",     "mining",      "farming",
        "fishing",     "gardening",   "warehousing",   "networking",  "branding",
        "billing",     "cataloging",  "dining",        "parking",     NULL};
    return text_is_one_of(word, nouns);
}

bool english_follows_modal(const struct sentence *s, uint32_t at)
{
    static const char *const modals[] = {"will", "would", "shall",  "must", "may",
                                         "can",  "could", "should", "does", NULL};
    static const char *const joints[] = {"and", "or", "also", "not", "then", NULL};
    for (struct range word = english_word_before(s, at); word.begin < word.end;
         word = english_word_before(s, word.begin)) {
        struct text text = sentence_text(s, word);
        if (text_is_one_of(text, modals))
            return true;
        if (!text_ends_with(text, TEXT("ly")) && !text_is_one_of(text, joints))
            return false;
    }
    return false;
}

const struct match *english_helper_at(const struct sentence *s, uint32_t at)
{
    static const char *const helpers[] = {"assist",    "participate", "take~ part", "collaborate",
                                          "cooperate", "contribute",  "liaise",     NULL};
    const struct match *actor = s->language == LANG_EN ? sentence_at(s, at, PHRASE_ACTOR) : NULL;
    bool is_one = actor != NULL && text_starts_with_one_of(actor->phrase->words, helpers);
    return is_one ? actor : NULL;
}
