/*
 * The parts of the report for managers; report_html.c joins them to one page.
 */
#ifndef ROLEBOOK_CORE_CHECK_REPORT_HTML_H
#define ROLEBOOK_CORE_CHECK_REPORT_HTML_H
#include "core/base/page.h"
#include "core/check/report.h"
#include "core/check/role_rows.h"
#include "core/model/score.h"
#include "core/model/vocabulary.h"

struct html_report {
    const struct report *report;
    struct page *page;
    struct arena *arena;
    const struct role_rows *rows;
};

/* Roles × elements, as a picture and as a table; of many roles, departments × elements. */
void html_completeness(const struct html_report *html);
/* Which roles share duties, by the findings of overlap, as a picture and as a table. */
void html_overlaps(const struct html_report *html);
/* All findings by department and role, with what filters them. */
void html_findings(const struct html_report *html);

/* ---- shared ---- */

/* A text in the language of the report: texts has one a language. */
void html_words(const struct html_report *html, const char *const texts[LANG_COUNT]);
/* An element that holds only that. */
void html_element(const struct html_report *html, const char *element, const char *class,
                  const char *const texts[LANG_COUNT]);
/* "error" in the language of the report. */
const char *html_level(const struct html_report *html, enum level level);
/* "th" with its scope, "col" or "row". */
void html_head(const struct html_report *html, const char *scope, struct text words);
/* "thead" with these heads of columns, in the language of the report. */
void html_heads(const struct html_report *html, const char *const (*heads)[LANG_COUNT],
                size_t count);
/* The role's title, or what stands for it. */
struct text html_title(const struct html_report *html, const struct role *role);
struct text html_department(const struct html_report *html, struct text department);
/* Opens a picture of that size with its title and description; page_end closes it. */
void html_picture(const struct html_report *html, const char *id, size_t width, size_t height,
                  const char *const title[LANG_COUNT], struct text description);
/* Words at a point of a picture. */
void html_label(const struct html_report *html, const char *class, size_t x, size_t y,
                struct text words);
/* The words, cut to so many columns of a line. */
struct text html_cut(const struct html_report *html, struct text words, size_t columns);
/* A message with up to three numbers put in. */
struct text html_counted(const struct html_report *html, const struct message *message, size_t a,
                         size_t b, size_t c);

#endif
