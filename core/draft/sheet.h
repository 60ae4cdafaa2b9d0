/*
 * A worksheet shows how elements became tasks, tasks duties and duties roles, a row for each
 * element and position.
 *
 * It is all that roles are drafted from, so that a person may edit it and have them drafted anew:
 * tasks are known by their names, and what stands under one name is one task. Rows are in a fixed
 * order whatever the order they came in; an unchanged worksheet gives the same worksheet.
 */
#ifndef ROLEBOOK_CORE_DRAFT_SHEET_H
#define ROLEBOOK_CORE_DRAFT_SHEET_H
#include "core/draft/tasks.h"

/* What roles and worksheets say they were made of: drafting anew goes to the same files. */
#define SHEET_SOURCE "worksheet"

struct sheet_row {
    struct text words[WORK_FIELD_COUNT]; /* WORK_FREQUENCY, WORK_MINUTES and WORK_TOTAL: unused */
    struct text act;            /* act and object of the element; empty: as a person left it */
    struct frequency frequency; /* added up */
    int64_t seconds;            /* added up; only with has_time */
    bool has_time;
    struct span at; /* of the first of its rows */
    size_t rows;
};

struct sheet {
    struct arena *arena;
    const struct vocabulary *vocabulary;
    enum language language; /* of what is drafted */
    struct sheet_row *rows;
    size_t count;
    bool has_time;              /* shares are of time; else of how often */
    bool has_rates, has_counts; /* where there are both, counts are taken as a year's */
};

/* The language most elements are in; Chinese by the script. */
enum language work_language(const struct work_log *log);

/* Rows for elements, with the tasks that were found, and why. */
struct sheet sheet_of_tasks(struct arena *arena, const struct vocabulary *vocabulary,
                            const struct tasks_request *request, const struct tasks *tasks);
/* Rows as a person left them; what names no task or role is a finding, and is no part of a duty. */
struct sheet sheet_of_worksheet(struct arena *arena, const struct vocabulary *vocabulary,
                                const struct work_log *log, struct diagnostics *diags);

/*
 * Gives every row its duty, where it has none yet, and puts the rows in order: roles by their
 * names, duties by their share of time, elements likewise. Names of roles that differ only in
 * script or width become one. Findings say of which tasks no result is known.
 */
void sheet_settle(struct sheet *sheet, struct diagnostics *diags);

/* What a row weighs in shares: seconds, or thousandths of times. */
int64_t sheet_weight(const struct sheet *sheet, const struct sheet_row *row);
/* How many tasks and roles the rows of a settled sheet have. */
size_t sheet_count(const struct sheet *sheet, enum work_field field);

/* The worksheet as a document of one table below a heading and a line of advice. */
struct document *sheet_document(struct arena *arena, const struct sheet *sheet);

/*
 * A role for each name, with duties in the form what + how + result by share of time, and tools;
 * each sentence marked as drafted, with the place of the first row it was drawn from.
 */
struct handbook *sheet_roles(struct arena *arena, const struct sheet *sheet);

#endif
