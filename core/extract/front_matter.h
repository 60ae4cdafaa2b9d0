/*
 * The entries of front matter become elements of a role, unless they are those of a page.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_FRONT_MATTER_H
#define ROLEBOOK_CORE_EXTRACT_FRONT_MATTER_H
#include "core/extract/extraction.h"

struct outline;

/* Begins the role whose elements stand there; none, where they are about the file alone. */
void read_front_matter(struct extraction *x);
/* What the key of an entry means. */
struct label label_of_entry(struct extraction *x, const struct metadata *m);
/* The entry is about the file, whatever its role is: the account says so; is_site: is_of_site. */
bool skips_entry(struct extraction *x, const struct metadata *m, bool is_site);
/* Of a file that holds no role: what it is, and nothing of the handbook. */
void skip_front_matter(struct extraction *x);
/* A few words between it and the page's heading of this level: no other role begins there, where
 * the page names but one. */
void await_name_behind_words(struct extraction *x, const struct outline *outline, unsigned level);
/* What was read of it is forgotten: it names a page, and no role. */
void read_front_matter_as_page(struct extraction *x);
/* A key that only programs for sites know stands among them. */
bool is_of_site(const struct extraction *x);
/*
 * Of a page that names no position: what it is called and about, and no more. Where no program for
 * sites has its keys in it, a section of duties may tell otherwise.
 */
bool is_of_page(struct extraction *x);

#endif
