#include "core/normalise/grams.h"
#include "core/base/script.h"
#include "core/model/fold.h"
#include "core/normalise/duty_sentence.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define WORD_BYTES 64 /* of a word that are told apart; longer ones are addresses and the like */
#define SLOT_SHIFT 62
#define KIND_SHIFT 60
#define HASH_MASK (((uint64_t)1 << KIND_SHIFT) - 1)

enum gram_kind { KIND_HAN_PAIR, KIND_HAN, KIND_STEM, KIND_STEM_PAIR };

/* What only joins or fills, in folded form. Each character of a duty is held against all of them.
 */
static const uint16_t han_words[][2] = {
    {u'负', u'责'}, {u'工', u'作'}, {u'相', u'关'}, {u'有', u'关'}, {u'进', u'行'},
    {u'做', u'好'}, {u'开', u'展'}, {u'以', u'及'}, {u'及', u'时'}, {u'确', u'保'},
    {u'保', u'证'}, {u'按', u'照'}, {u'遵', u'循'}, {u'根', u'据'}, {u'各', u'项'},
    {u'各', u'类'}, {u'日', u'常'}, {u'事', u'宜'}, {u'任', u'务'}};
static const uint16_t han_characters[] = {u'的', u'与', u'和', u'及', u'并', u'等', u'或', u'之',
                                          u'其', u'各', u'将', u'把', u'以', u'于', u'由'};
static const char *const letter_words[] = {
    "a",        "about",       "all",    "also",     "an",        "and",     "any",       "are",
    "as",       "at",          "be",     "both",     "by",        "carry",   "do",        "duties",
    "duty",     "each",        "ensure", "ensuring", "etc",       "every",   "following", "for",
    "from",     "has",         "have",   "in",       "including", "into",    "is",        "it",
    "its",      "may",         "of",     "on",       "or",        "other",   "out",       "related",
    "relevant", "responsible", "such",   "that",     "the",       "their",   "them",      "these",
    "this",     "those",       "to",     "under",    "using",     "various", "via",       "when",
    "where",    "which",       "while",  "will",     "with",      "within",  "work"};

static uint32_t fold(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E) /* full width */
        c -= 0xFEE0;
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return c < 0x2E80 ? (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT) : fold_character(c);
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c >= 0xC0 && c < 0x2000 && u_isalnum((UChar32)c)) || (c >= 0xAC00 && c <= 0xD7A3);
}

static bool is_han(uint32_t c)
{
    return c >= 0x3041 && c < 0xFF00 && is_han_like(c) && u_isalpha((UChar32)c);
}

/* ---- words ---- */

struct word {
    char bytes[WORD_BYTES];
    size_t size;
};

static int compare_words(const void *key, const void *row)
{
    return text_compare(*(const struct text *)key, text_from_string(*(const char *const *)row));
}

static bool is_filler(struct text word)
{
    return bsearch(&word, letter_words, sizeof letter_words / sizeof *letter_words,
                   sizeof *letter_words, compare_words) != NULL;
}

/* Cuts an ending off when at least three letters are left. */
static bool cut(struct word *word, const char *ending)
{
    struct text end = text_from_string(ending), whole = {word->bytes, word->size};
    if (word->size < end.size + 3 || !text_ends_with(whole, end))
        return false;
    word->size -= end.size;
    return true;
}

/*
 * The endings of plural, tense and person, and the final e: step 1 of M. F. Porter, "An algorithm
 * for suffix stripping", 1980, without its measure of syllables. Enough to tell that two forms are
 * one word, and words of other classes (manage, management) stay apart.
 */
static void stem(struct word *word)
{
    if (cut(word, "ies")) {
        word->bytes[word->size++] = 'y';
        return;
    }
    if (word->size > 3 && word->bytes[word->size - 1] == 's' &&
        memchr("sui", word->bytes[word->size - 2], 3) == NULL)
        word->size--;
    if (cut(word, "ing") || cut(word, "ed")) {
        char last = word->bytes[word->size - 1];
        bool is_doubled = last == word->bytes[word->size - 2] && memchr("lsz", last, 3) == NULL;
        word->size -= is_doubled;
        return;
    }
    cut(word, "e");
}

/* ---- walking ---- */

struct gram_walk {
    struct text text;
    uint64_t slot;
    gram_visit *visit;
    void *data;
    uint32_t han; /* the character before; 0: none */
    size_t han_begin, han_end;
    bool is_paired; /* it is part of a gram already */
    uint64_t stem;  /* the word before; 0: none */
    size_t stem_begin;
};

static void give(const struct gram_walk *w, enum gram_kind kind, uint64_t value, size_t begin,
                 size_t end)
{
    w->visit(w->data, w->slot | (uint64_t)kind << KIND_SHIFT | (value & HASH_MASK), begin, end);
}

/* A character that stands alone is a gram by itself. */
static void end_han(struct gram_walk *w)
{
    if (w->han != 0 && !w->is_paired)
        give(w, KIND_HAN, w->han, w->han_begin, w->han_end);
    w->han = 0;
    w->is_paired = false;
}

/* Bytes of a filler that begins here; 0: none. */
static size_t han_filler(const struct gram_walk *w, size_t begin)
{
    uint32_t folded[2] = {0};
    size_t at = begin, first = begin;
    for (size_t i = 0; i < 2 && at < w->text.size; i++) {
        folded[i] = fold(text_next(w->text, &at));
        first = i == 0 ? at : first;
    }
    for (size_t i = 0; i < sizeof han_words / sizeof *han_words; i++)
        if (han_words[i][0] == folded[0] && han_words[i][1] == folded[1])
            return at - begin;
    for (size_t i = 0; i < sizeof han_characters / sizeof *han_characters; i++)
        if (han_characters[i] == folded[0])
            return first - begin;
    return 0;
}

static size_t walk_han(struct gram_walk *w, uint32_t c, size_t begin, size_t end)
{
    size_t filler = han_filler(w, begin);
    w->stem = 0;
    if (filler > 0)
        return begin + filler;
    if (w->han != 0)
        give(w, KIND_HAN_PAIR, (uint64_t)w->han << 21 | c, w->han_begin, end);
    w->is_paired = w->han != 0;
    w->han = c;
    w->han_begin = begin;
    w->han_end = end;
    return end;
}

static size_t walk_word(struct gram_walk *w, size_t begin)
{
    struct word word = {.size = 0};
    uint8_t *bytes = (uint8_t *)word.bytes;
    size_t end = begin;
    for (size_t at = begin; at < w->text.size; end = at) {
        uint32_t c = fold(text_next(w->text, &at));
        if (c == '\'' || c == 0x2019)
            continue;
        if (!is_letter(c))
            break;
        if (word.size + 4 <= WORD_BYTES)
            U8_APPEND_UNSAFE(bytes, word.size, c);
    }
    end_han(w);
    if (is_filler((struct text){word.bytes, word.size}))
        return end;
    stem(&word);
    uint64_t hash = text_hash((struct text){word.bytes, word.size});
    give(w, KIND_STEM, hash, begin, end);
    if (w->stem != 0)
        give(w, KIND_STEM_PAIR, w->stem * 31 + hash, w->stem_begin, end);
    w->stem = hash;
    w->stem_begin = begin;
    return end;
}

void grams_walk(struct text text, enum gram_slot slot, gram_visit *visit, void *data)
{
    struct gram_walk w = {
        .text = text, .slot = (uint64_t)slot << SLOT_SHIFT, .visit = visit, .data = data};
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        uint32_t c = fold(text_next(text, &end));
        if (is_letter(c))
            at = walk_word(&w, at);
        else if (is_han(c))
            at = walk_han(&w, c, at, end);
        else {
            if (c == ';' || c == '.' || c == 0x3002 || c == '\n')
                w.stem = 0;
            if (!is_blank_code_point(c))
                end_han(&w);
            at = end;
        }
    }
    end_han(&w);
}

bool gram_is_pair_of_stems(uint64_t gram) { return (gram >> KIND_SHIFT & 3) == KIND_STEM_PAIR; }

/* ---- duties ---- */

static void collect(void *data, uint64_t gram, size_t begin, size_t end)
{
    (void)begin, (void)end;
    sets_add(data, gram);
}

uint64_t gram_apart(uint64_t gram) { return gram ^ HASH_MASK >> 1; }

static void collect_apart(void *data, uint64_t gram, size_t begin, size_t end)
{
    (void)begin, (void)end;
    sets_add(data, gram_apart(gram));
}

static void collect_duty(struct arena *scratch, const struct records *records,
                         const struct record *record, gram_visit *visit,
                         struct set_collector *collector)
{
    struct duty_parts parts = {0};
    if (records->element == ELEMENT_DUTIES) {
        parts.what = record_field(records, record, FIELD_DUTIES_WHAT).text;
        parts.how = record_field(records, record, FIELD_DUTIES_HOW).text;
        parts.result = record_field(records, record, FIELD_DUTIES_RESULT).text;
    }
    if (text_is_empty(parts.what))
        parts = duty_parse(record->text);
    sets_begin(collector);
    grams_walk(fold_text(scratch, parts.what), SLOT_WHAT, visit, collector);
    grams_walk(fold_text(scratch, parts.how), SLOT_HOW, visit, collector);
    grams_walk(fold_text(scratch, parts.result), SLOT_RESULT, visit, collector);
}

void grams_collect(struct arena *scratch, const struct records *records,
                   const struct record *record, struct set_collector *collector)
{
    collect_duty(scratch, records, record, collect, collector);
}

void grams_collect_apart(struct arena *scratch, const struct records *records,
                         const struct record *record, struct set_collector *collector)
{
    collect_duty(scratch, records, record, collect_apart, collector);
}

struct gram_search {
    uint64_t first, wanted;
    bool is_found;
};

static void search(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct gram_search *s = data;
    (void)begin, (void)end;
    if (s->first == 0 && !gram_is_pair_of_stems(gram))
        s->first = gram;
    s->is_found |= gram == s->wanted;
}

bool grams_begin_apart(struct arena *scratch, struct text duty, struct text other)
{
    struct gram_search in_duty = {0}, in_other = {0};
    duty = fold_text(scratch, duty_parse(duty).what);
    other = fold_text(scratch, duty_parse(other).what);
    grams_walk(duty, SLOT_WHAT, search, &in_duty);
    in_other.wanted = in_duty.first;
    grams_walk(other, SLOT_WHAT, search, &in_other);
    in_duty.wanted = in_other.first;
    grams_walk(duty, SLOT_WHAT, search, &in_duty);
    return in_duty.first != 0 && in_other.first != 0 && !in_duty.is_found && !in_other.is_found;
}

#define WORDS_MAX 256 /* of a duty; longer ones are never told to be the same */

struct word_set {
    uint64_t list[WORDS_MAX];
    size_t count;
};

static void add_word(struct word_set *set, uint64_t word)
{
    size_t i = 0;
    while (i < set->count && set->list[i] != word)
        i++;
    if (i == set->count && set->count < WORDS_MAX)
        set->list[set->count++] = word;
}

/* A pair of characters is two words. */
static void collect_words(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct word_set *set = data;
    uint64_t value = gram & HASH_MASK, kind = gram >> KIND_SHIFT & 3;
    (void)begin, (void)end;
    if (kind == KIND_HAN_PAIR) {
        add_word(set, value >> 21);
        add_word(set, value & (((uint64_t)1 << 21) - 1));
    } else if (kind != KIND_STEM_PAIR) {
        add_word(set, value);
    }
}

bool grams_same_words(struct arena *scratch, struct text duty, struct text other)
{
    struct word_set a = {.count = 0}, b = {.count = 0};
    grams_walk(fold_text(scratch, duty), SLOT_WHAT, collect_words, &a);
    grams_walk(fold_text(scratch, other), SLOT_WHAT, collect_words, &b);
    size_t count = b.count;
    for (size_t i = 0; i < a.count; i++)
        add_word(&b, a.list[i]);
    return a.count == count && b.count == count && count < WORDS_MAX;
}

/* From 2 in every duty to 7 in one of a thousand and fewer, in halves of what doubles rarity. */
static uint32_t weigh(const void *data, uint64_t gram, size_t in, size_t of)
{
    (void)data;
    uint32_t rarity = 2;
    for (size_t less = in * 4; less <= of && rarity < 7; less *= 4)
        rarity++;
    bool counts_half = gram >> SLOT_SHIFT != SLOT_WHAT || gram_is_pair_of_stems(gram);
    return counts_half ? rarity : 2 * rarity;
}

struct token_weighing gram_weighing(void) { return (struct token_weighing){.weigh = weigh}; }
