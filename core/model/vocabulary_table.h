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

#define VOCABULARY_BUCKETS 8192 /* about twice the labels of the three languages */

struct known_meaning {
    struct meaning meaning;
    unsigned rank; /* surest first */
    struct known_meaning *next;
};

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
    bool is_closing;      /* sentences behind the sections of an advertisement begin with it */
    bool is_filler;       /* says nothing in a heading: and, of, this role */
    bool is_position;     /* names of positions end in it: manager, 專員 */
    bool is_no_position;  /* an ordinary word that ends like one: 施工, 成長 */
    bool is_office;       /* alone it names a position of a committee: 總務 */
    bool is_house;        /* stands in names of those who employ: "college" */
    bool is_hiring;       /* says in an advertisement's title that somebody is wanted: 急招 */
    bool is_praise;       /* stands in front of a position in advertisements: experienced */
    bool is_rank;         /* says which of several levels of a position: senior, 資深 */
    bool is_share;        /* begins the heading of a share of an element: other, 次要 */
    bool is_role_list;    /* headings over roles end in it: 角色分工 */
    bool is_benefit;      /* what an employer gives beside the pay: insurance, holidays */
    bool is_no_role;      /* a document or heading that is no role's: policy, 簡歷 */
    struct vocabulary_entry *next, *next_made, *next_keyword;
};

/* By their first or last character, Han less FOLD_FIRST, most texts are known to be no entry. */
struct han_edges {
    uint32_t longest[FOLD_END - FOLD_FIRST]; /* bytes of the longest label that begins with it */
    bool ends_post[FOLD_END - FOLD_FIRST];   /* it ends an office, or what ends_like_position */
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
static inline bool ends_like_position(const struct vocabulary_entry *entry)
{
    return entry->is_position || entry->is_no_position;
}
/* The entry of a folded label; NULL: it is in no vocabulary file. */
struct vocabulary_entry *vocabulary_entry(const struct vocabulary *vocabulary, struct text folded);
/* The same; made when there is none. folded must live as long as the vocabulary. */
struct vocabulary_entry *vocabulary_entry_new(struct vocabulary *vocabulary, struct text folded);
/* The label can mean this too; said twice it is one meaning. */
void vocabulary_add_meaning(struct vocabulary *vocabulary, struct text label,
                            struct meaning meaning);
/* Once all files are read: the meanings of each entry, surest first, as an array; the keywords. */
void vocabulary_settle(struct vocabulary *vocabulary);

#endif
