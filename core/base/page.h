/*
 * A page is markup, written element by element; libxml2 escapes what is written.
 *
 * It is one self-contained page of HTML, or a file of XML.
 */
#ifndef ROLEBOOK_CORE_BASE_PAGE_H
#define ROLEBOOK_CORE_BASE_PAGE_H
#include "core/base/language.h"
#include "core/base/text_buffer.h"

struct page;

struct page_head {
    struct text title;
    const char *styles; /* behind those that all pages have; may be NULL, like script */
    const char *script; /* runs when the page is there; holds no "]]>" and no "</" */
};

/* A page with its head, its styles and a main heading; out gets it when it is closed. */
struct page *page_open(struct text_buffer *out, enum language language, const char *title);
struct page *page_open_with(struct text_buffer *out, enum language language, struct page_head head);
/* A file of XML, indented; the first element is its root. */
struct page *page_open_xml(struct text_buffer *out);
/* HTML of which the caller writes all: no head, and no line ends but those asked for. */
struct page *page_open_bare(struct text_buffer *out);
/* Begins an element within the one begun last; page_end ends it. class may be NULL. */
void page_begin(struct page *page, const char *element, const char *class);
/* Of the element begun last, before anything is in it. */
void page_attribute(struct page *page, const char *name, const char *value);
void page_attribute_text(struct page *page, const char *name, struct text value);
void page_attribute_count(struct page *page, const char *name, size_t count);
void page_end(struct page *page);
/* Of an element of HTML that never has an end: br, input. */
void page_end_empty(struct page *page);
/* Words of the element begun last, escaped; a count in decimal digits. */
void page_words(struct page *page, struct text words);
void page_string(struct page *page, const char *words);
void page_count(struct page *page, size_t count);
/* Markup of our own, as it is. */
void page_raw(struct page *page, const char *markup);
/* An element that holds only these words. */
void page_element(struct page *page, const char *element, const char *class, struct text words);
/* Ends all that is open; the page is in the buffer it was opened with, and must not be used again. */
void page_close(struct page *page);

#endif
