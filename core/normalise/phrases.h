/*
 * The phrase lists hold the words that the rules of wording look for, and what to write instead.
 *
 * They are data: templates/phrases/LANG.yaml, compiled in, extendable at run time by files of the
 * same form. A list is read when its language is asked for first; afterwards it is only read.
 * Traditional and Simplified forms of a phrase are the same to the matcher, so are widths and case:
 * a file of the language zh holds for both scripts, and those of zh-Hant and zh-Hans only what is
 * said in one of them, such as rewrites.
 *
 * A phrase file:
 *   language: zh-Hant                 # or zh: both scripts
 *   vague:                              # a class, named as in phrase_classes.def
 *     - 適時
 *     - {phrase: 及時, rewrite: 在規定時限內, except: [及時率, 及時性]}
 *     - {phrase: [有關部門, 相關部門]}    # several that share what follows
 *     - {phrase: 相關, not-after: [與]}   # not in 與採購相關的: the word stands before it, not next
 *     - {phrase: [提升, 提高], then: [形象, 滿意度]} # only where one follows: 提升公司形象
 *     - {phrase: [主管], soon: [交辦之]}  # ... with a word between at most: 主管臨時交辦之
 *     - {phrase: ["build~"], object: [trust]} # ... as what it is done to: build mutual trust
 *     - {phrase: ["give~"], praised: [service]} # ... praised by a modifier: give friendly service
 *     - {phrase: ["keep~"], later: ["alive$"]} # ... whatever stands between: keep the art of … alive
 *     - {phrase: ["feel~"], soon: [valued], aim: fault} # also as an aim: so that guests feel …
 *   act: [受理, 登記]
 *
 * "^" in front: only at the head of a clause; "$" behind: only at its end; "+" behind: only where
 * an act follows, be it behind 地 or adverbs (科學+ in 科學、合理地安排). "~" behind an English
 * word stands for its forms: assist~ is assist, assists, assisting, assisted; be~ holds "is" and
 * have~ "has". "*" in front of an English ending stands for every adverb in -ly that ends so and is
 * in no list (manner.h). A rewrite of "" says that the phrase can go.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_PHRASES_H
#define ROLEBOOK_CORE_NORMALISE_PHRASES_H
#include "core/base/diagnostics.h"
#include "core/model/english_verbs.h"

enum phrase_class {
#define PHRASE_CLASS(id, ...) PHRASE_##id,
#include "core/normalise/phrase_classes.def"
#undef PHRASE_CLASS
    PHRASE_CLASS_COUNT
};

struct phrase {
    enum phrase_class class;
    enum verb_form form;
    struct text words; /* as listed */
    struct text rewrite;
    bool has_rewrite : 1, at_head : 1, at_end : 1, at_act : 1;
    bool is_exception : 1;     /* where it stands, phrases of the same entry are no fault */
    bool is_guard : 1;         /* ... behind it in the same clause they are none */
    bool is_rest : 1;          /* what must follow phrases of the same entry in the clause */
    bool has_rest : 1;         /* a fault only where one of those follows; it ends there */
    bool is_close : 1;         /* ... with a word between at most */
    bool has_object : 1;       /* ... with neither an act nor a preposition between */
    bool has_praise : 1;       /* ... and a modifier in front of it */
    bool is_far : 1;           /* ... or whatever stands between */
    bool is_aim_too : 1;       /* also where it is but what an act is done for */
    uint32_t entry;            /* number of the entry it comes from */
    uint32_t length;           /* in folded code points */
    const struct phrase *next; /* another meaning of the same words */
};

struct phrases;

/* No list is read yet. */
struct phrases *phrases_new(struct arena *arena);
/* Adds a user's file to the list of its language; false after a diagnostic when it is wrong. */
bool phrases_add_file(struct phrases *phrases, const char *path, struct diagnostics *diags);
/* Reads the compiled-in list of the language, if that has not been done; threads may ask at once.
 */
void phrases_need(struct phrases *phrases, enum language language, struct diagnostics *diags);

/*
 * The phrases are a tree of folded code points. phrases_step gives the node below node that c leads
 * to; 0 leads nowhere and is the root to begin at. phrases_at gives what ends at a node, or NULL.
 */
uint32_t phrases_step(const struct phrases *phrases, enum language language, uint32_t node,
                      uint32_t c);
const struct phrase *phrases_at(const struct phrases *phrases, enum language language,
                                uint32_t node);

/* What a "*" phrase says of a word of so many folded code points; NULL: none has its ending. */
const struct phrase *phrases_by_ending(const struct phrases *phrases, enum language language,
                                       const uint32_t *word, uint32_t length);

/* Entries are numbered from 1 to this. */
uint32_t phrases_entry_count(const struct phrases *phrases);

/* A code point as the matcher sees it: half width, lower case, Simplified; blanks are a space. */
uint32_t phrases_fold(uint32_t c);
/* Faults of one group, 1 or above, hide each other: the longer one is meant. 0: no fault. */
static inline unsigned phrase_fault_group(enum phrase_class class)
{
    static const unsigned char groups[] = {
#define PHRASE_CLASS(id, name, group, holds) [PHRASE_##id] = group,
#include "core/normalise/phrase_classes.def"
#undef PHRASE_CLASS
    };
    return groups[class];
}

/* Whether it speaks of how people are to behave. */
static inline bool phrase_is_rule(enum phrase_class class)
{
    return class == PHRASE_REQUIREMENT || class == PHRASE_DEMAND || class == PHRASE_SLOGAN;
}

/* Whether a sentence holds its phrases as matches; others are looked up in the tree. */
static inline bool phrase_is_matched(enum phrase_class class) { return class < PHRASE_ROW_VERB; }

#endif
