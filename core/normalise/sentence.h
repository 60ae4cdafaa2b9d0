/*
 * A sentence is a record's text as the rules of wording see it: its words, clauses and acts.
 *
 * The text is folded code point by code point (phrases_fold), so that every finding points back to
 * the bytes it speaks of. Phrases match on words: between letters never, and short Han phrases only
 * where ICU's segmentation puts a boundary on both sides. What stands in quotation marks or in the
 * marks of a title (《…》) is somebody else's wording and never matches.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_SENTENCE_H
#define ROLEBOOK_CORE_NORMALISE_SENTENCE_H
#include "core/normalise/phrases.h"
#include "core/normalise/segmenter.h"
#include <assert.h>

/* Code points [begin, end) of a sentence. */
struct range {
    uint32_t begin, end;
};

struct match {
    struct range at;
    const struct phrase *phrase;
};

enum clause_kind {
    CLAUSE_OTHER,  /* a noun phrase, a state, a time */
    CLAUSE_ACT,    /* its head is an act */
    CLAUSE_HOW,    /* names a procedure */
    CLAUSE_RESULT, /* names a result */
};

struct clause {
    struct range at;
    enum clause_kind kind;
    bool is_ad_hoc;    /* other work assigned */
    bool is_caption;   /* names what follows: "Analysis: " */
    bool is_row;       /* three acts or more, each with its object: 養雞、種菜、帶導覽 */
    bool says_how;     /* a procedure stands in front of the act, or in its place */
    uint32_t sentence; /* the number of its sentence in the text, from 0 */
    struct range act;  /* CLAUSE_ACT: the verb, or the word of the formula that stands for one */
    const struct phrase *verb; /* NULL: the formula with a noun only (負責…工作) */
};

struct quota;

struct sentence {
    struct text text;
    enum language language;
    uint32_t *chars;   /* folded */
    uint32_t *offsets; /* [count + 1], byte offset of each in text */
    uint8_t *marks;    /* what each ends, for sentence_read */
    bool *is_quoted;   /* within 《》「」“” */
    bool *in_brackets; /* within (…) */
    bool *is_boundary; /* [count + 1], of words; NULL: not asked yet */
    uint32_t count;
    struct match *matches; /* by begin, longer ones first; no exceptions among them */
    uint32_t *first;       /* [count + 1], of each code point the first match at or after it */
    /* of the matches, a bit each: most are asked for and are not there */
    uint64_t classes[(PHRASE_CLASS_COUNT + 63) / 64];
    uint64_t *classes_at; /* [count], of those that begin at each code point (class_bit) */
    struct clause *clauses;
    size_t clause_count;
    const struct quota
        *quota; /* of a duty, its first figure (core/normalise/quota.h); NULL: none */
    /* of a duty, the slogan or what is asked of a person in place of its act; NULL: none */
    const struct match *requirement;
    const struct range *row; /* of a duty, short acts in a row (short_acts.h); NULL: none */
    size_t row_count;
    bool begins_short_act; /* of a duty, it begins with an act that no list has */
    bool is_description;   /* of a duty, it tells how something is, and no act of the holder */
};

/*
 * in       arena    takes all that the sentence points to
 *          phrases  with the list of the language read
 *          text     a record's, normalised; at most UINT32_MAX bytes
 */
void sentence_read(struct sentence *sentence, struct arena *arena, struct segmenter *segmenter,
                   const struct phrases *phrases, enum language language, struct text text);

/* The bytes of a range, as far as the sentence goes. */
struct text sentence_text(const struct sentence *s, struct range at);
/* The first match of the class that begins in the range and lies in it; NULL when there is none. */
const struct match *sentence_find(const struct sentence *s, struct range in,
                                  enum phrase_class class);
/* The longest match of the class that begins at the code point; NULL when there is none. */
static inline const struct match *sentence_at(const struct sentence *s, uint32_t at,
                                              enum phrase_class class);
static inline bool sentence_has(const struct sentence *s, enum phrase_class class);
/* The match of the class that ends where the range does, blanks off; NULL when there is none. */
const struct match *sentence_ending(const struct sentence *s, struct range in,
                                    enum phrase_class class);
/* The clause the code point stands in; NULL between clauses. */
const struct clause *sentence_clause_at(const struct sentence *s, uint32_t at);
static inline bool phrase_is_act(enum phrase_class class)
{
    return class == PHRASE_ACT || class == PHRASE_ACT_NOUN;
}
/* The first verb (act or act-noun) that lies in the range; NULL when there is none. */
const struct match *sentence_find_act(const struct sentence *s, struct range in);
/* The same where an act is looked for: also of PHRASE_HEAD_ACT. */
const struct match *sentence_act_at(const struct sentence *s, uint32_t at);
/*
 * Head of the committee, store appearance: an English word at the head of a clause that is a verb
 * elsewhere, and here a thing.
 */
bool sentence_is_thing(const struct sentence *s, const struct clause *clause, uint32_t at);
uint32_t skip_blanks(const struct sentence *s, uint32_t at, uint32_t end);
/* The words without a bracket at their end, of which they are more than one character: 核辦(轉). */
struct range sentence_without_bracket(const struct sentence *s, struct range at);

/* ---- asked at every code point, and mostly answered by no ---- */

/* At a code point what is asked for seldom shares the last bit: one of them may be there. */
#define CLASS_SELDOM 63
static_assert(PHRASE_CLASS_COUNT > CLASS_SELDOM, "classes are bits of a number");
static inline uint64_t class_bit(enum phrase_class class)
{
    return (uint64_t)1 << (class < CLASS_SELDOM ? (unsigned)class : CLASS_SELDOM);
}

/* The match of the class among all that begin in the range; NULL: there is none. */
const struct match *sentence_seldom_in(const struct sentence *s, struct range in,
                                       enum phrase_class class);

static inline bool sentence_has(const struct sentence *s, enum phrase_class class)
{
    return (s->classes[class / 64] >> class % 64 & 1) != 0;
}

static inline const struct match *sentence_at(const struct sentence *s, uint32_t at,
                                              enum phrase_class class)
{
    if (at >= s->count || (s->classes_at[at] & class_bit(class)) == 0)
        return NULL;
    if (class >= CLASS_SELDOM)
        return sentence_has(s, class) ? sentence_seldom_in(s, (struct range){at, at + 1}, class)
                                      : NULL;
    const struct match *match = &s->matches[s->first[at]];
    while (match->phrase->class != class)
        match++;
    return match;
}

#endif
