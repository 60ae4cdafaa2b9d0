/*
 * Extraction turns a document into roles.
 *
 * It knows headings, labelled lines, pseudo-headings and the table forms of MODEL.md "Forms that
 * occur", by the vocabulary; it knows no file format. Nothing is dropped: what is not understood
 * stands in the role's other sections, with a finding S101.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EXTRACT_H
#define ROLEBOOK_CORE_EXTRACT_EXTRACT_H
#include "core/extract/account.h"
#include "core/model/vocabulary.h"

/* What kind of file it is, where its front matter, name or content says so. */
enum file_kind {
    FILE_KIND_UNKNOWN,
    FILE_KIND_ROLES,
    FILE_KIND_BASELINE,
    FILE_KIND_STRATEGY,
    FILE_KIND_PROCESSES,
    FILE_KIND_SCENARIOS,
    FILE_KIND_PREFACE, /* prose for the handbook */
};

/* What a file is by its name without the extension; arena: for work. */
enum file_kind file_kind_by_name(struct arena *arena, struct text name);

/*
 * in       document    borrowed; must live as long as the handbook. Its paragraphs are divided at
 *                      soft line breaks that begin items
 *          kind        what the project says it is; FILE_KIND_UNKNOWN: found out here
 *          account     gets an entry for each stretch of the document; NULL: nobody asks
 * returns  what the document holds, in the arena: never NULL, perhaps with no role. Findings about
 *          structure (S101, S102, S103) and what could not be understood go to diags.
 */
struct handbook *extract_document(struct arena *arena, const struct vocabulary *vocabulary,
                                  struct document *document, enum file_kind kind,
                                  struct account *account, struct diagnostics *diags);

#endif
