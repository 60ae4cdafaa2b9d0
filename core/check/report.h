/*
 * A report puts findings into bytes: for people, or for programs.
 */
#ifndef ROLEBOOK_CORE_CHECK_REPORT_H
#define ROLEBOOK_CORE_CHECK_REPORT_H
#include "core/base/diagnostics.h"
#include "core/base/text_buffer.h"

struct handbook;
struct scores;
struct vocabulary;

struct report {
    const struct diagnostics *findings; /* sorted */
    const struct diagnostics *accepted; /* passed over, in any order; NULL: nobody asked */
    enum language language;             /* of messages */
    enum level fails;                   /* from which level on they fail; LEVEL_OFF: never */
    bool is_coloured;                   /* text: ANSI colours */
    bool names_roles;  /* text: of each finding, though its place is a file of text */
    bool has_excerpts; /* text: the source line and a caret below each finding that has one */
    /* What was checked; NULL: nothing was, there are only diagnostics. */
    const struct handbook *handbook;
    const struct vocabulary *vocabulary;
    const struct scores *scores;
};

typedef void report_writer(const struct report *report, struct text_buffer *out);

/* "roles/agent.md:14:5: error[C301] no performance standard: …", a line each, in their order. */
report_writer report_text;
/* {"rolebook": 1, "score": {…}, "findings": [{"code", "name", "level", "message", "file", …}]} */
report_writer report_json;
/*
 * One self-contained page for those who answer for the handbook: how complete roles are, where they
 * overlap, and the findings. Needs what was checked.
 */
report_writer report_html;
/* SARIF 2.1.0 (OASIS, 2020), with the rules that were broken and their help. */
report_writer report_sarif;
/* Workflow commands of GitHub Actions, which annotate a change: "::error file=…::…". */
report_writer report_github;
/* GitLab's Code Quality artifact, a subset of Code Climate's issues. */
report_writer report_gitlab;
/* JUnit XML: a suite a file, a case a finding; roles without findings pass. */
report_writer report_junit;

struct report_format {
    const char *name;
    report_writer *write;
    bool is_for_people; /* a summary may follow */
};

/* By name; NULL when there is none. */
const struct report_format *report_format_find(const char *name);

/* Counts of findings by rule, most frequent first; as text, or as JSON. */
report_writer report_statistics_text;
report_writer report_statistics_json;

#endif
