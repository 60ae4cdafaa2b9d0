/*
 * The table of a vocabulary holds each label and word in folded form, with all it can mean.
 *
 * Private to the vocabulary's own files: vocabulary_file.c fills it from the YAML files, the others
 * answer from it. Users of the vocabulary include core/model/vocabulary.h.
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_TABLE_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_TABLE_H
#include "core/model/fold.h"
#include "core/model/vocabulary.h"
#include "core/model/vocabulary_compounds.h"
#include "core/model/vocabulary_phrases.h"
#include "core/model/vocabulary_signs.h"
#include <assert.h>

#define VOCABULARY_BUCKETS 8192 /* about the labels of the three languages */
#define LABEL_KEYS 65536        /* some eight times as many */

struct known_meaning {
    struct meaning meaning;
    unsigned rank; /* surest first */
    struct known_meaning *next;
};

/* The lists of words that a word can stand in, beside those of elements. */
enum word_kind {
#define WORD_KIND(id, ...) WORD_##id,
#include "core/model/word_kinds.def"
#undef WORD_KIND
    WORD_KEYWORD, /* of an element: which is told beside it */
    WORD_KIND_COUNT
};
static_assert(WORD_KIND_COUNT <= 32, "the kinds of a word are bits of 32");

/* A folded label, and all it can mean. */
struct vocabulary_entry {
    struct text label;
    struct known_meaning *known;
    const struct meaning *meanings; /* the same as an array, once all files are read */
    size_t count;
    bool needs_context;
    enum element
        keyword; /* the element it speaks of within a longer heading; ELEMENT_COUNT: none */
    enum element opening; /* the element whose sentences it begins; ELEMENT_COUNT: none */
    uint32_t kinds;       /* bits of enum word_kind: the lists that it stands in */
    struct vocabulary_entry *next, *next_made, *next_keyword;
};

/* What a Han ends, as bits. */
enum han_ending {
    ENDS_POST = 1,    /* an office, or what is ENDS_LIKE_POSITION */
    ENDS_CODE = 2,    /* a word for a code of a field */
    ENDS_ABSENCE = 4, /* a word that says there is none */
    ENDS_HIRING = 8,  /* a word that looks for somebody */
};

/* By their first or last character, Han less FOLD_FIRST, most texts are known to be no entry. */
struct han_edges {
    uint32_t longest[FOLD_END - FOLD_FIRST]; /* bytes of the longest label that begins with it */
    uint8_t ends[FOLD_END - FOLD_FIRST];     /* bits of enum han_ending */
};

/* Keys of labels, a bit each: most texts are no label, and nearly all of these are told by it
 * without a look at the table, which is too large for the processor's nearest memory. */
struct label_keys {
    uint64_t bits[LABEL_KEYS / 64];
};

/* A word for a code of a field: 必備 stands for "required". */
struct code_word {
    enum field field;
    struct text code, folded, word;
    enum language language;
    struct code_word *next;
};

struct named_word {
    struct text key, word;
    struct named_word *next;
};

struct vocabulary {
    struct arena *arena;
    struct vocabulary_entry *buckets[VOCABULARY_BUCKETS];
    struct vocabulary_entry *first, *last;
    struct vocabulary_entry *first_keyword; /* in Latin letters; set once all files are read */
    size_t longest;                         /* in bytes, of the labels of all entries */
    struct han_edges *edges;
    struct label_keys *keys;
    struct text headings[LANG_COUNT][ELEMENT_COUNT];
    struct text columns[LANG_COUNT][FIELD_COUNT];
    struct code_word *codes[FIELD_COUNT], *last_code[FIELD_COUNT]; /* NULL: it is not coded */
    struct compounds compounds;
    struct phrases phrases;
    struct signs signs;
    struct text prompts[LANG_COUNT][ELEMENT_COUNT];
    struct text
        *all_prompts; /* [prompt_count], in the order of text_compare, with the general ones */
    size_t prompt_count;
    struct named_word *not_applicable;
    struct named_word *words[LANG_COUNT];
};

/* An empty one in the arena. */
struct vocabulary *vocabulary_new(struct arena *arena);
/* The name of a position ends in it, or an ordinary word that only looks like one does. */
#define ENDS_LIKE_POSITION (1u << WORD_POSITION | 1u << WORD_NO_POSITION)
/* The next word of a folded Latin text; its end, or the text's size when there is none. */
static inline size_t folded_word(struct text folded, size_t *begin)
{
    while (*begin < folded.size && !is_folded_letter(folded.data[*begin]))
        (*begin)++;
    size_t end = *begin;
    while (end < folded.size && (is_folded_letter(folded.data[end]) || folded.data[end] == '\''))
        end++;
    return end;
}

/* The word stands in a list of the kind. */
static inline bool entry_is(const struct vocabulary_entry *entry, enum word_kind kind)
{
    return (entry->kinds >> kind & 1) != 0;
}
/* A text that ends in this Han may end as bits of enum han_ending say, once folded. True of any that
 * ends in something else. */
bool may_end_as(const struct vocabulary *vocabulary, struct text t, enum han_ending ending);
/* The entry of a folded label; NULL: it is in no vocabulary file. */
struct vocabulary_entry *vocabulary_entry(const struct vocabulary *vocabulary, struct text folded);
/* False: the text, folded or a code, stands for no code, and says no absence either. */
bool may_be_code(const struct vocabulary *vocabulary, struct text t);
/* That of a label as written; made when there is none. label must live as long as the vocabulary. */
struct vocabulary_entry *vocabulary_entry_new(struct vocabulary *vocabulary, struct arena *scratch,
                                              struct text label);
/* The label, as written, can mean this too; said twice it is one meaning. */
void vocabulary_add_meaning(struct vocabulary *vocabulary, struct arena *scratch, struct text label,
                            struct meaning meaning);
/* Once all files are read: the meanings of each entry, surest first, as an array; the keywords; what
 * Han end. */
void vocabulary_settle(struct vocabulary *vocabulary);

#endif
