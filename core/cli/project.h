/*
 * A project is a folder that becomes a handbook: rolebook.yaml says how it is called and what is
 * expected of its roles.
 *
 *   title, organisation, edition, date, language     of the handbook
 *   locale       TW, CN, HK, GB …: what is expected where
 *   profile      which elements roles need: chapter, icap …, or a YAML file beside rolebook.yaml
 *   template     classic, or an XML file beside rolebook.yaml
 *   logo         a PNG or JPEG beside rolebook.yaml, in place of the template's
 *   watermark    words across each page: 草稿
 *   preface      files of prose pages, in order; without it every preface file is one
 *   order        department names, in the order of the book
 *   departments  name, head, headcount, parent of each
 *   rules        level of a rule: C102: off, W4: info, missing-tools: error
 *   roles        what holds for one role: 客服專員: {rules: {C102: off}}
 *   suppressions findings to pass over: {rules: W401, file: 組長.docx, reason: …}; also by role,
 *                element and words
 *   baseline     file of findings that were there before (core/check/baseline.h)
 *   vocabulary   files that add headings and labels
 *   phrases      files that add words to the rules of wording
 */
#ifndef ROLEBOOK_CORE_CLI_PROJECT_H
#define ROLEBOOK_CORE_CLI_PROJECT_H
#include "core/check/check.h"
#include "core/cli/inputs.h"
#include "core/compose/template.h"

struct rule_level {
    struct text selector;
    enum level level;
    struct text role; /* empty: all */
    struct span at;
};

struct project {
    const char *folder, *file; /* file: rolebook.yaml; NULL: there is none */
    struct text language, locale;
    const char *template;
    struct template_wishes wishes;
    const char *profile; /* NULL: not said */
    const char **preface;
    size_t preface_count, preface_capacity;
    const char **vocabulary; /* NULL after the last */
    size_t vocabulary_count, vocabulary_capacity;
    const char **phrases;
    size_t phrases_count, phrases_capacity;
    struct rule_level *rules;
    size_t rule_count, rule_capacity;
    struct suppression *suppressions;
    size_t suppression_count, suppression_capacity;
    const char *baseline;      /* NULL: none */
    struct handbook *handbook; /* title, departments …: what the file says of the book */
};

/*
 * in       folder  of the project; file: its configuration, NULL: rolebook.yaml there, if any
 * returns  STATUS_OK; STATUS_USAGE after diagnostics with line and column when it is wrong
 */
enum status project_read(struct project *project, struct arena *arena, const char *folder,
                         const char *file, struct diagnostics *diags);
/*
 * Its files in the order they are read: preface, then all others. A folder with rolebook.yaml and
 * roles/ holds its roles there, and nothing else below it is read; what build writes into it by
 * default is no source of it.
 */
enum status project_inputs(const struct project *project, struct inputs *inputs,
                           struct diagnostics *diags);
/*
 * Its levels of rules, locale and phrase lists; STATUS_USAGE after a diagnostic for a rule that is
 * not, or a list that is wrong.
 */
enum status project_configure(const struct project *project, struct check_config *config,
                              struct diagnostics *diags);
/*
 * The levels it gives to single roles, which are known once files are read; a warning for a role
 * that is not there, where the files make the whole handbook.
 */
void project_set_role_levels(const struct project *project, struct check_config *config,
                             const struct handbook *handbook, struct diagnostics *diags);
/* What the file says of the book goes before what the files of the book say. */
void project_give(const struct project *project, struct handbook *handbook);

#endif
