/*
 * The ledger of loss: for each input, where every character of it went; and the same stretch by
 * stretch, with the clue each was known by.
 */
#ifndef ROLEBOOK_CORE_CLI_LEDGER_H
#define ROLEBOOK_CORE_CLI_LEDGER_H
#include "core/cli/options.h"
#include "core/cli/read_files.h"

/* What the words of the ledger come from. */
struct ledger {
    const struct read_files *files; /* read with keeps_accounts */
    const struct vocabulary *vocabulary;
    enum language language;
};

/* Sums, and what went anywhere but into an element. JSON and HTML hold every stretch. */
void ledger_write(const struct ledger *ledger, enum ledger_form form, struct text_buffer *out);
/* Every stretch as a line: what it was taken for, and why. */
void ledger_explain(const struct ledger *ledger, struct text_buffer *out);

/* What readers could not carry, or what was lost (S401). */
size_t ledger_unread(const struct read_file *file);
bool ledger_has_unread(const struct read_files *files);
/* part of all in tenths of a percent, rounded; 0 when all is 0. */
size_t ledger_per_mille(size_t part, size_t all);
/* "12.3 %" behind what is in out. */
void ledger_append_share(struct text_buffer *out, size_t part, size_t all);
/* The place in its file: "12:1", "table 1, row 2"; empty: the file as a whole. */
struct text ledger_place(struct arena *arena, struct span at, enum language language);

#endif
