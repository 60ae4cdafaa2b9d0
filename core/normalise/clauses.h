/*
 * A sentence falls into clauses at its marks; those in quotations divide nothing.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_CLAUSES_H
#define ROLEBOOK_CORE_NORMALISE_CLAUSES_H
#include "core/normalise/sentence.h"

/* What a character ends. */
enum mark { MARK_NONE, MARK_CLAUSE, MARK_SENTENCE };

/* Fills in the characters of s->text, what is quoted and in brackets, marks and clauses. */
void clauses_read(struct sentence *s, struct arena *arena);

static inline enum mark mark_at(const struct sentence *s, uint32_t at)
{
    return (enum mark)s->marks[at];
}

/* Whether nothing but blanks stands between it and the mark in front, or behind. */
bool is_at_head(const struct sentence *s, uint32_t at);
bool is_at_end(const struct sentence *s, uint32_t at);

/* A letter or digit of a script that has words. */
bool is_latin_like(uint32_t c);

/* "Head Gardener, Rye Town—": how many clauses stand in front of such a dash, and name a post. */
size_t headline_clauses(const struct sentence *s);

#endif
