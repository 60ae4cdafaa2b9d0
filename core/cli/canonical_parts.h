/*
 * The parts of making a file canonical share what was read from it.
 */
#ifndef ROLEBOOK_CORE_CLI_CANONICAL_PARTS_H
#define ROLEBOOK_CORE_CLI_CANONICAL_PARTS_H
#include "core/base/text_buffer.h"
#include "core/extract/account.h"
#include "core/model/vocabulary.h"

/* A Markdown file as it was read; all of it lives in one arena. */
struct canonical_reading {
    const struct vocabulary *vocabulary;
    struct source *source;
    struct document *document;
    struct handbook *handbook; /* normalised, marks of drafts among the words */
    struct account *account;
    struct role *role; /* the first; NULL: there is none */
    bool is_exact;     /* one role as it is written (core/extract/exact_role.h) */
    /* of the front matter's lines, and behind its closing line; all 0: there is none */
    size_t yaml_begin, yaml_end, body_begin;
};

/* Why a file is left as it is, to be said once. */
struct canonical_fault {
    const struct message *message; /* NULL: there is no fault */
    struct span at;
    struct text words;
};

/* ---- canonical_file.c ---- */

/* The handbook's own part of a file that holds a role: what is in front of it, and other tables. */
struct canonical_fault canonical_beside(const struct handbook *handbook);
/* The first line of what a warning speaks of, cut. */
struct text canonical_excerpt(struct arena *arena, struct text words);

/* Stretches of the source, in order. */
struct canonical_regions {
    struct span *items;
    size_t count, capacity;
};
bool canonical_region_holds(const struct canonical_regions *regions, uint32_t offset);
/* Whether any of them has bytes of [begin, end). */
bool canonical_regions_meet(const struct canonical_regions *regions, uint32_t begin, uint32_t end);
void canonical_regions_settle(struct canonical_regions *regions); /* once all are there */

/*
 * What canonical files have words of their own for: labels, coded values, lawful absence; and what
 * says once more what is said.
 */
struct canonical_labels {
    struct canonical_regions regions; /* where they stand, settled */
    struct text *words;               /* of those that no stretch of the source says as they are */
    size_t count, capacity;
};
struct canonical_labels canonical_labels(struct arena *arena,
                                         const struct canonical_reading *reading);

/* ---- canonical_front_matter.c ---- */

/* The lines of keys that are no element, each line ended by \n; empty: there are none. */
struct text canonical_kept_keys(struct arena *arena, const struct canonical_reading *reading);
/* Puts them behind the keys of the front matter that was written. */
struct text canonical_with_keys(struct arena *arena, struct text bytes, struct text keys);

/* ---- canonical_style.c ---- */

/*
 * Gives the words of a composed document the emphasis, links, pictures and notes they have in the
 * file.
 *
 * returns  the first of these, or of quotes, code and pictures, that found no place there
 */
struct canonical_fault canonical_restyle(struct arena *arena,
                                         const struct canonical_reading *reading,
                                         struct document *composed);

/* ---- canonical_comments.c ---- */

bool canonical_has_comments(const struct canonical_reading *reading);
/*
 * in       from     what was read
 *          written  the same role as it was written, without comments, and read again
 * returns  the text of written with the comments of from, each where what it spoke of now stands
 */
struct text canonical_with_comments(struct arena *arena, const struct canonical_reading *from,
                                    const struct canonical_reading *written);

/* ---- canonical_loss.c ---- */

/* The first thing that is not the same in two roles; printed numbers may change. */
struct canonical_fault canonical_role_difference(const struct role *from,
                                                 const struct role *written);
/* What is there is read as something else; as against words, numbers and comments that go. */
bool canonical_is_otherwise(const struct canonical_fault *fault);
/* The first thing that the written file does not say as the one that was read. */
struct canonical_fault canonical_difference(struct arena *arena,
                                            const struct canonical_reading *from,
                                            const struct canonical_reading *written);

#endif
