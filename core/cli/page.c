#include "core/cli/page.h"
#include <libxml/xmlwriter.h>

struct page {
    struct text_buffer *out;
    xmlBufferPtr bytes;
    xmlTextWriterPtr writer;
};

static const char styles[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,'Noto Sans CJK TC',sans-serif;max-width:72rem;margin:2rem auto;"
    "padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border-bottom:1px solid #8886;padding:.35rem .6rem;text-align:left;vertical-align:top}"
    "th{font-weight:600}td.number{text-align:right;font-variant-numeric:tabular-nums}"
    ".fine{color:#15703a}.look{color:#9a5b00}.unread{color:#b3261e;font-weight:600}"
    "@media(prefers-color-scheme:dark){.fine{color:#6fcf97}.look{color:#f2b84b}"
    ".unread{color:#ff8a80}}"
    "h2{margin-top:2.5rem;font-size:1.15rem}small{opacity:.75}"
    "@media print{body{max-width:none}h2{break-after:avoid}}";

static const xmlChar *chars(const char *string) { return (const xmlChar *)string; }

struct page *page_open(struct text_buffer *out, enum language language, const char *title)
{
    struct page *page = arena_new(out->arena, struct page);
    page->out = out;
    page->bytes = xmlBufferCreate();
    page->writer = page->bytes == NULL ? NULL : xmlNewTextWriterMemory(page->bytes, 0);
    if (page->writer == NULL)
        arena_alloc(out->arena, SIZE_MAX); /* runs out of memory, as this did */
    xmlTextWriterWriteRaw(page->writer, chars("<!DOCTYPE html>\n"));
    page_begin(page, "html", NULL);
    xmlTextWriterWriteAttribute(page->writer, chars("lang"), chars(language_tag(language)));
    xmlTextWriterWriteRaw(page->writer, chars("<head><meta charset=\"utf-8\"/><meta name="
                                              "\"viewport\" content=\"width=device-width\"/>"));
    page_element(page, "title", NULL, text_from_string(title));
    page_element(page, "style", NULL, TEXT(styles));
    xmlTextWriterWriteRaw(page->writer, chars("</head>\n"));
    page_begin(page, "body", NULL);
    page_element(page, "h1", NULL, text_from_string(title));
    return page;
}

void page_begin(struct page *page, const char *element, const char *class)
{
    xmlTextWriterStartElement(page->writer, chars(element));
    if (class != NULL)
        xmlTextWriterWriteAttribute(page->writer, chars("class"), chars(class));
}

void page_end(struct page *page)
{
    xmlTextWriterFullEndElement(page->writer);
    xmlTextWriterWriteRaw(page->writer, chars("\n"));
}

/* XML has no place for most control characters: they become U+FFFD. */
void page_words(struct page *page, struct text words)
{
    struct text_buffer clean = text_buffer_new(page->out->arena);
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        bool is_control = c < 0x20 && c != '\t' && c != '\n';
        buffer_append_code_point(&clean, is_control || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
    }
    xmlTextWriterWriteString(page->writer, chars(buffer_string(&clean)));
}

void page_string(struct page *page, const char *words)
{
    page_words(page, text_from_string(words));
}

void page_count(struct page *page, size_t count)
{
    struct text_buffer number = text_buffer_new(page->out->arena);
    buffer_append_int(&number, (int64_t)count);
    page_words(page, buffer_text(&number));
}

void page_element(struct page *page, const char *element, const char *class, struct text words)
{
    page_begin(page, element, class);
    page_words(page, words);
    page_end(page);
}

void page_close(struct page *page)
{
    xmlTextWriterEndDocument(page->writer);
    xmlTextWriterFlush(page->writer);
    buffer_append(page->out, (struct text){(const char *)xmlBufferContent(page->bytes),
                                           (size_t)xmlBufferLength(page->bytes)});
    xmlFreeTextWriter(page->writer);
    xmlBufferFree(page->bytes);
}
