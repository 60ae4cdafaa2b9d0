#include "core/check/wording_charge.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* ---- fields and affairs ---- */

/* Behind the verb or the formula of looking after something; the end: there is none at the head. */
static uint32_t behind_tending(const struct sentence *s)
{
    struct range all = {0, s->count};
    const struct match *tending = sentence_find(s, all, PHRASE_TENDING);
    if (tending == NULL)
        return s->count;
    struct range front = {0, tending->at.begin};
    const struct match *act = sentence_find_act(s, front);
    while (act != NULL && sentence_at(s, act->at.begin, PHRASE_POST) != NULL) /* the post holder */
        act = sentence_find_act(s, (struct range){act->at.end, front.end});
    return act == NULL ? skip_blanks(s, tending->at.end, s->count) : s->count;
}

/* All, the various: what says nothing of which affairs. */
static uint32_t behind_quantity(const struct sentence *s, uint32_t at)
{
    static const char *const words[] = {"the", "all", "any", "of", "our", "its", NULL};
    for (uint32_t next; at < s->count; at = next) {
        next = english_skip_word(s, at, s->count);
        if (!text_is_one_of(text_trim(sentence_text(s, (struct range){at, next})), words))
            return at;
    }
    return at;
}

/* Whether nothing stands there but where it is or whom it is about: in the branch; no act. */
static bool is_tail(const struct sentence *s, uint32_t at, bool is_of_affairs)
{
    static const char *const places[] = {"in", "at", "for", "on", NULL};
    static const char *const leads[] = {
        "in",      "at",      "of",        "for",        "on",        "between",  "within",
        "around",  "to",      "with",      "about",      "regarding", "relating", "concerning",
        "related", "arising", "connected", "pertaining", NULL};
    at = skip_blanks(s, at, s->count);
    while (at < s->count && (s->chars[at] == '.' || s->chars[at] == ';'))
        at = skip_blanks(s, at + 1, s->count);
    struct text word = english_word_at(s, at, s->count);
    return at == s->count || text_is_one_of(word, is_of_affairs ? leads : places);
}

/* Finance, IT and logistics: fields up to the end, or to where that is. */
static bool are_fields(const struct sentence *s, uint32_t at)
{
    for (;;) {
        const struct match *field = sentence_at(s, behind_quantity(s, at), PHRASE_FIELD);
        if (field == NULL)
            return false;
        at = skip_blanks(s, field->at.end, s->count);
        if (at < s->count && s->chars[at] == ',')
            at = skip_blanks(s, at + 1, s->count);
        else if (is_tail(s, at, false))
            return true;
        const struct match *join = sentence_at(s, at, PHRASE_JOIN);
        at = join == NULL ? at : skip_blanks(s, join->at.end, s->count);
    }
}

/* Community affairs, all matters relating to …: within three words. */
static bool are_affairs(const struct sentence *s, uint32_t at)
{
    for (unsigned word = 0; word < 4 && at < s->count; word++) {
        for (uint32_t i = s->first[at]; i < s->first[at + 1]; i++)
            if (s->matches[i].phrase->class == PHRASE_AFFAIRS &&
                is_tail(s, s->matches[i].at.end, true))
                return true;
        if (sentence_at(s, at, PHRASE_PREPOSITION) != NULL || s->chars[at] == ',')
            return false;
        at = english_skip_word(s, at, s->count);
    }
    return false;
}

/* Ensures that everything runs in the terminal. */
static bool ensures_everything(const struct sentence *s)
{
    const struct match *all = sentence_find(s, (struct range){0, s->count}, PHRASE_AFFAIRS);
    return all != NULL && all->phrase->has_rest && s->clause_count == 1 &&
           sentence_find_act(s, (struct range){0, all->at.begin}) == NULL &&
           is_tail(s, all->at.end, true);
}

/* Behind "responsible for", "has charge of": whose work it is to be; the end: it does not say so. */
static uint32_t behind_charge(const struct sentence *s)
{
    static const char *const charges[] = {"ponsible for", "ccountable for", "ponsibility for",
                                          "harge of", NULL};
    const struct match *charge = sentence_find(s, (struct range){0, s->count}, PHRASE_TENDING);
    return charge != NULL && text_ends_with_one_of(charge->phrase->words, charges)
               ? behind_tending(s)
               : s->count;
}

/* The name of something done: the disposal of waste, the bar's stocktaking, repairs. */
static bool may_name_act(const struct sentence *s, uint32_t at, uint32_t next, uint32_t end)
{
    static const char *const endings[] = {"tion", "tions", "sion", "ment", "ments", "ance", "ence",
                                          "ing",  "ings",  "sis",  "val",  "sal",   "wal",  "age",
                                          "ship", "over",  "out",  "up",   "keep",  "fer",  "cy",
                                          "ity",  "ness",  "ery",  "ury",  NULL};
    struct range word = {at, english_word_end(s, at, next)};
    const struct match *act = sentence_act_at(s, at);
    const struct match *thing = sentence_at(s, at, PHRASE_THING);
    enum verb_form form;
    bool is_noun = (thing != NULL && act != NULL && thing->at.end >= act->at.end) ||
                   verb_of_english(&s->chars[at], word.end - at, &form) == VERB_RARE; /* house */
    struct text number = english_word_at(s, next, end);
    if (number.size == 1 || (number.size > 0 && number.data[0] >= '0' && number.data[0] <= '9'))
        return false; /* Building C, wards 3 and 4 */
    return (act != NULL && (!is_noun || act->phrase->form == VERB_ING)) ||
           sentence_at(s, at, PHRASE_NAMED_ACT) != NULL ||
           sentence_at(s, at, PHRASE_HOLDING) != NULL || sentence_at(s, at, PHRASE_EVENT) != NULL ||
           text_ends_with_one_of(sentence_text(s, word), endings);
}

/* Responsible for the sacristy, in charge of wards 3 and 4: a place or a thing, and no act. */
static bool charges_thing(const struct sentence *s)
{
    uint32_t at = behind_charge(s), end = s->clauses[s->clause_count - 1].at.end;
    if (at >= end || s->clause_count != 1 || sentence_has(s, PHRASE_ACTOR))
        return false;
    for (uint32_t next; at < end; at = next) {
        next = english_skip_word(s, at, end);
        bool goes_on = text_is(english_word_at(s, at, end), "for"); /* … and for the lights */
        if (goes_on || may_name_act(s, at, next, end))
            return false;
    }
    return true;
}

/* Bookkeeping matters of the parish: a work by name, and that it is about it. */
static bool begins_with_affairs(const struct sentence *s)
{
    static const char *const affairs[] = {"matters", "affairs", "issues", NULL};
    uint32_t end = s->clause_count == 0 ? 0 : s->clauses[0].at.end;
    uint32_t second = english_skip_word(s, 0, end);
    struct range word = {0, english_word_end(s, 0, end)};
    const struct match *named = sentence_at(s, 0, PHRASE_NAMED_ACT);
    bool is_work = english_is_noun_in_ing(sentence_text(s, word)) ||
                   (named != NULL && named->at.end == word.end);
    return is_work && s->clause_count == 1 &&
           text_is_one_of(english_word_at(s, second, end), affairs) &&
           is_tail(s, english_skip_word(s, second, s->count), true);
}

bool wording_names_field_only(const struct sentence *s)
{
    if (s->language == LANG_EN && sentence_has(s, PHRASE_AFFAIRS) && begins_with_affairs(s))
        return true;
    if (s->language != LANG_EN || s->clause_count == 0)
        return false;
    if (ensures_everything(s) || charges_thing(s))
        return true;
    uint32_t at = behind_tending(s);
    return at < s->count && (are_fields(s, at) || (s->clause_count == 1 && are_affairs(s, at)));
}

/* ---- several charges ---- */

/* Behind "responsible for" in the first clause; the end: it does not say so. */
static uint32_t behind_formula(const struct sentence *s)
{
    uint32_t behind = s->count;
    for (uint32_t i = 0; i < s->first[s->clauses[0].at.end]; i++) {
        const struct match *opening = &s->matches[i];
        if (opening->phrase->class == PHRASE_OPENING &&
            text_ends_with(opening->phrase->words, TEXT(" for")))
            behind = opening->at.end;
    }
    return behind;
}

/* The code point that the byte of the sentence's text stands at. */
static uint32_t code_point_at(const struct sentence *s, uint32_t from, size_t byte)
{
    while (from < s->count && s->offsets[from] < byte)
        from++;
    return from;
}

/* … and for the purchase of …: the formula goes on, where no other "for" stands in front. */
static size_t charges_again(const struct sentence *s, uint32_t from, struct range charges[ACTS_MAX])
{
    static const char *const joints[] = {" and for ", " as well as for ", NULL};
    for (const char *const *joint = joints; *joint != NULL; joint++) {
        struct text words = text_from_string(*joint);
        size_t at = text_find(s->text, words, s->offsets[from]);
        size_t other = text_find(s->text, TEXT(" for "), s->offsets[from]);
        if (at == TEXT_NOT_FOUND || other < at)
            continue;
        uint32_t end = code_point_at(s, from, at);
        charges[0] = (struct range){0, end};
        charges[1] = (struct range){code_point_at(s, end, at + words.size), s->count};
        return 2;
    }
    return 0;
}

/* Ordering toner, the repair of …: something is done; not parking permits, the canteen menu. */
static bool says_act(const struct sentence *s, struct range item, bool is_first)
{
    static const char *const endings[] = {"tion", "sion", "ment", "ance", "ence", "ing", NULL};
    const struct match *act = sentence_act_at(s, item.begin);
    if (is_first && act != NULL && act->phrase->form == VERB_ING)
        return true;
    for (uint32_t at = item.begin, next; at < item.end; at = next) {
        next = english_skip_word(s, at, item.end);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        bool is_head =
            next == item.end || text_starts_with(text_from(s->text, s->offsets[next]), TEXT("of "));
        if (is_head)
            return text_ends_with_one_of(word, endings) ||
                   sentence_ending(s, (struct range){item.begin, next}, PHRASE_NAMED_ACT) != NULL;
    }
    return true;
}

/* Payroll, parking permits and the canteen menu: three things, the last one named by itself. */
static size_t charges_with_things(const struct sentence *s, uint32_t from,
                                  struct range charges[ACTS_MAX])
{
    size_t count = 0;
    uint32_t end = s->count;
    while (end > from && (s->chars[end - 1] == '.' || s->chars[end - 1] == ' '))
        end--;
    for (uint32_t at = skip_blanks(s, from, end), begin = at, next; at < end; at = next) {
        next = english_skip_word(s, at, end);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        bool has_comma = text_ends_with(word, TEXT(",")), is_and = text_is(word, "and");
        if (!has_comma && !is_and && next < end)
            continue;
        struct range item = {begin, is_and ? at : has_comma ? next - 2 : end};
        begin = next;
        if (item.end <= item.begin) /* …, and */
            continue;
        if (count == ACTS_MAX || (item.end < end && says_act(s, item, count == 0)))
            return 0; /* … and the induction of new staff: what else stands there are things */
        charges[count++] = item;
    }
    struct range last = {0, 0};
    if (count > 0)
        last = (struct range){charges[count - 1].begin,
                              english_word_end(s, charges[count - 1].begin, end)};
    return count > 2 && text_is(sentence_text(s, last), "the") ? count : 0;
}

size_t wording_charges(const struct sentence *s, struct range charges[ACTS_MAX])
{
    if (s->language != LANG_EN || s->clause_count == 0 || !sentence_has(s, PHRASE_OPENING))
        return 0;
    uint32_t from = behind_formula(s);
    if (from == s->count || wording_names_field_only(s))
        return 0;
    size_t count = charges_again(s, from, charges);
    return count > 0 ? count : charges_with_things(s, from, charges);
}
