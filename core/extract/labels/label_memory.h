/*
 * What was found out about labels, by their words: a table's cells are asked about for each thing
 * that it may be, and forms made from one another have the same labels. What is kept follows from
 * the words and the vocabulary alone, so that it changes no answer, whichever file came before.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_MEMORY_H
#define ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_MEMORY_H
#include "core/base/arena.h"
#include "core/base/text.h"

struct label;
struct label_memory;
struct likely_labels;
struct vocabulary;

enum label_question {
    LABEL_MEANT,           /* label_find */
    LABEL_GUESSED_IN_FORM, /* label_guess_in_form */
    LABEL_QUESTION_COUNT,
};

/* Of words that are a label or not, with yes or no for an answer. */
enum words_question {
    WORDS_ARE_POSITION,    /* outline_is_position */
    WORDS_ANNOUNCE_ROLES,  /* words_announce_roles */
    WORDS_ANNOUNCE_SERIES, /* series_announced_by */
    WORDS_ARE_LEVEL,       /* is_named_level of level_columns.c */
    WORDS_QUESTION_COUNT,
};

/* For the files of one vocabulary, read one after the other. Lives in the arena. */
struct label_memory *label_memory_new(struct arena *arena);
/* Before the arena goes. */
void label_memory_close(struct label_memory *memory);
/* Before a file: what grew too large is forgotten here, and nowhere else. */
void label_memory_begin(struct label_memory *memory);

/* What the vocabulary's labels make likely of others: counted once, when a label is unknown. */
const struct likely_labels *label_memory_likely(struct label_memory *memory,
                                                const struct vocabulary *vocabulary);

/* fold_label(label); lives till the next label_memory_begin. */
struct text label_memory_folded(struct label_memory *memory, struct text label);
/* returns  false: the question was not answered, or the answer has gone */
bool label_memory_find(const struct label_memory *memory, enum label_question question,
                       struct text label, struct label *answer);
void label_memory_keep(struct label_memory *memory, enum label_question question, struct text label,
                       const struct label *answer);
/* Alike. */
bool label_memory_says(const struct label_memory *memory, enum words_question question,
                       struct text words, bool *answer);
void label_memory_keep_said(struct label_memory *memory, enum words_question question,
                            struct text words, bool answer);

#endif
