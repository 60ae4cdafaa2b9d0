/*
 * A conversion summary is what a conversion report says, whatever its form: what to think of each
 * source file, where its characters went, and the words for both. Texts are in the summary's arena.
 */
#ifndef ROLEBOOK_CORE_CLI_CONVERSION_SUMMARY_H
#define ROLEBOOK_CORE_CLI_CONVERSION_SUMMARY_H
#include "core/cli/conversion_report.h"

#define FINDINGS_SHOWN 3 /* errors and warnings of a file that are seen at once */

/* Where characters went, as a manager hears of it. */
enum share { SHARE_ELEMENTS, SHARE_OTHER, SHARE_PAGES, SHARE_LEFT_OUT, SHARE_LOST, SHARE_COUNT };
extern const struct message summary_share_names[SHARE_COUNT];
extern const char *const summary_share_keys[SHARE_COUNT];

/* What to think of a file, best first. */
enum verdict {
    VERDICT_FINE,
    VERDICT_WORDS_APART,
    VERDICT_MUCH_OTHER,
    VERDICT_NO_ROLE,
    VERDICT_UNTITLED,
    VERDICT_NO_DUTIES,
    VERDICT_KEPT,
    VERDICT_UNREAD,
    VERDICT_REFUSED,
    VERDICT_COUNT,
};
extern const struct message summary_verdict_names[VERDICT_COUNT];
extern const char *const summary_verdict_keys[VERDICT_COUNT];

/* A source file, with where its roles begin among all. */
struct summary_row {
    const struct read_file *file;
    const struct part_file **parts; /* of the handbook that it gave */
    size_t part_count, part_capacity;
    size_t index, first_role;
    enum verdict verdict;
};

struct conversion_summary {
    const struct conversion *conversion;
    struct arena *arena;
    enum language language;
    struct summary_row *rows; /* worst first, then in the order of input */
    size_t count, role_count, look_count;
};

extern const struct message summary_more;        /* and {0} more */
extern const struct message summary_to_handbook; /* where parts went that are no role's */

struct conversion_summary summary_of(const struct conversion *conversion, struct arena *arena);

const char *summary_say(const struct conversion_summary *summary, const struct message *message);
/* A message with numbers put in. */
struct text summary_words(const struct conversion_summary *summary, const struct message *message,
                          const size_t *numbers, size_t count);
/* How many files and roles there are, and how many a person must look at. */
struct text summary_totals(const struct conversion_summary *summary);
/* A role's title, or that it has none. */
struct text summary_title(const struct conversion_summary *summary, const struct role *role);
/* Whether somebody would miss the element. */
bool summary_expects(enum element element);
/* How many of the expected elements the role has. */
struct text summary_filled(const struct conversion_summary *summary, const struct role *role);
size_t summary_characters(const struct account *account, enum share share);
/* All that an account tells of: a name taken from the file's name is more than the document. */
size_t summary_all_characters(const struct account *account);
/* "in elements 81.8 % · other sections 16.3 %": those that are not nothing. */
struct text summary_shares(const struct conversion_summary *summary, const struct account *account);
/* Whether the report says the finding: errors and warnings; notes are for check. */
bool summary_says(const struct diagnostic *d);
/* The file that a role of a row went into; NULL: no folder was written. */
const struct role_file *summary_written(const struct conversion_summary *summary,
                                        const struct summary_row *row, size_t role);

void summary_write_text(const struct conversion_summary *summary, struct text_buffer *out);
void summary_write_html(const struct conversion_summary *summary, struct text_buffer *out);
void summary_write_json(const struct conversion_summary *summary, struct text_buffer *out);

#endif
