/*
 * Compounds are labels composed of parts: 直接 + 上级 + 岗位, "immediate" + "supervisor".
 *
 * A word list holds the words that can stand for one part; a pattern puts lists in order. A label
 * is a compound only when its words make up all of it, so that no sentence is one. Private to the
 * vocabulary's own files.
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_COMPOUNDS_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_COMPOUNDS_H
#include "core/model/vocabulary.h"

#define COMPOUND_LISTS 384 /* of words, in the files of all languages together */

/* Some of the lists. */
struct list_set {
    uint64_t bits[COMPOUND_LISTS / 64];
};

struct compound_word {
    struct text folded;
    struct list_set lists; /* that hold it */
    struct compound_word *next;
};

struct compound_pattern;

#define COMPOUND_BUCKETS 2048

/* All word lists and patterns; zero is none. */
struct compounds {
    struct text names[COMPOUND_LISTS];
    size_t list_count;
    struct compound_word *words[COMPOUND_BUCKETS]; /* by their first character */
    struct compound_pattern *first, *last;
};

/*
 * The list of that name, made when there is none yet; COMPOUND_LISTS: there is no room for it. name
 * must live as long as the compounds.
 */
size_t compounds_list(struct compounds *compounds, struct text name);
/* One more word of a list. */
void compounds_add_word(struct compounds *compounds, struct arena *arena, size_t list,
                        struct text word);
/*
 * in       pattern  "post* direct superior|leader name?": lists in order, "|" between those of
 *                   which either may stand, "?" behind what may be missing, "*" behind what may
 *                   stand any number of times
 *          meaning  what such a label means
 * out      *name    of a list that is not known, when false is returned
 */
bool compounds_add_pattern(struct compounds *compounds, struct arena *arena, struct text pattern,
                           struct meaning meaning, struct text *name);
/* What a folded label means by the first pattern that fits; NULL: it is no compound. */
const struct meaning *compounds_find(const struct compounds *compounds, struct text folded);

#endif
