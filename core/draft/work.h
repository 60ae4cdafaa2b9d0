/*
 * Work elements are what people do, one a row: from tables, lists and lines, whatever the format.
 *
 * A table's columns are known by their heads, which the vocabulary has under work-elements; a list
 * item or line is an element, who, how often, how long in brackets behind it (受理投訴（客服專員，
 * 每日 20 次，15 分鐘）). A heading that names a position says who does what stands below it. No
 * row is lost: what cannot be used is a finding at its place.
 */
#ifndef ROLEBOOK_CORE_DRAFT_WORK_H
#define ROLEBOOK_CORE_DRAFT_WORK_H
#include "core/draft/quantity.h"
#include "core/model/model.h"
#include "core/model/vocabulary.h"
#include "core/normalise/duty_sentence.h"

/* The fields of a work element, as in fields.def. */
enum work_field {
    WORK_ELEMENT,
    WORK_WHO,
    WORK_FREQUENCY,
    WORK_MINUTES,
    WORK_TOTAL,
    WORK_RESULT,
    WORK_TOOL,
    WORK_HOW,
    WORK_TASK,
    WORK_DUTY,
    WORK_ROLE,
    WORK_REASON,
    WORK_SOURCE,
    WORK_FIELD_COUNT
};

struct work_row {
    struct text words[WORK_FIELD_COUNT]; /* as written, trimmed; may be empty */
    struct frequency frequency;          /* once where none was given or understood */
    int64_t seconds;                     /* in all; only with has_time */
    bool has_frequency, has_time;
    struct span at;
};

struct work_log {
    struct arena *arena;
    struct work_row *rows;
    size_t count, capacity;
    size_t without_who, without_time; /* rows */
};

/* Appends what the document holds; findings go to diags. */
void work_read_document(struct work_log *log, const struct vocabulary *vocabulary,
                        const struct document *document, struct diagnostics *diags);
/* Appends the work elements of a handbook that was read from XML or JSON. */
void work_read_handbook(struct work_log *log, const struct vocabulary *vocabulary,
                        const struct handbook *handbook, struct diagnostics *diags);
/* What an element's sentence says is done, how and with what result; "so that" needs no comma. */
struct duty_parts work_parts(struct text sentence);
/* The field of fields.def. */
enum field work_field(enum work_field field);

#endif
