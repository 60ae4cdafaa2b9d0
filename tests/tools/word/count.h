/*
 * The words of a Word file, counted from its XML and nothing else: what a reader must not lose.
 *
 * Independent of converters/docx on purpose: libzip opens the package, libxml2 makes trees of its
 * parts, and ECMA-376 part 1 says what of them is text. Blanks and colons are left out everywhere:
 * a colon says no more than the place of the words around it.
 */
#ifndef ROLEBOOK_TESTS_TOOLS_WORD_COUNT_H
#define ROLEBOOK_TESTS_TOOLS_WORD_COUNT_H
#include "core/base/text_buffer.h"

enum word_class {
    WORDS_SHOWN,   /* of the body, its text boxes, notes, comments, diagrams and charts */
    WORDS_DELETED, /* in a tracked change: to be named, not to be carried */
    WORDS_HIDDEN,  /* likewise */
    WORDS_OVER,    /* set over other words (ruby): to be named or carried */
    WORDS_RUNNING, /* of running heads and feet: to be carried unless the body says the same */
    WORDS_CLASSES,
};

/* What one paragraph holds of one class. */
struct word_line {
    enum word_class kind;
    struct text text;
    size_t symbols; /* characters of symbol fonts in it, which text does not hold */
};

struct word_count {
    struct arena *arena;
    struct word_line *lines;
    size_t count, capacity;
};

/*
 * in       path  a package, flat or zipped
 * returns  false when libzip or libxml2 cannot read its document
 */
bool word_count_read(struct word_count *count, struct arena *arena, const char *path);

/* A copy without blanks and colons. */
struct text word_count_bare(struct arena *arena, struct text words);

#endif
