/*
 * One self-contained page of HTML, written element by element; libxml2 escapes what is written.
 */
#ifndef ROLEBOOK_CORE_CLI_PAGE_H
#define ROLEBOOK_CORE_CLI_PAGE_H
#include "core/base/language.h"
#include "core/base/text_buffer.h"

struct page;

/* A page with its head, its styles and a main heading; out gets it when it is closed. */
struct page *page_open(struct text_buffer *out, enum language language, const char *title);
/* class may be NULL. */
void page_begin(struct page *page, const char *element, const char *class);
/* Of the element begun last, before anything is in it. */
void page_attribute(struct page *page, const char *name, const char *value);
void page_end(struct page *page);
void page_words(struct page *page, struct text words);
void page_string(struct page *page, const char *words);
void page_count(struct page *page, size_t count);
/* An element that holds only these words. */
void page_element(struct page *page, const char *element, const char *class, struct text words);
void page_close(struct page *page);

#endif
