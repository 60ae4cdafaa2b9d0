#include "core/base/page.h"
#include <libxml/xmlwriter.h>

struct page {
    struct text_buffer *out;
    xmlBufferPtr bytes;
    xmlTextWriterPtr writer;
    bool is_xml, is_bare;
};

static const char styles[] =
    ":root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fff;--soft:#f4f2ee;--line:#d9d5cd;"
    "--fine:#15703a;--look:#8a5000;--bad:#b3261e;--elements:#2f7d4f;--other:#d99a2b;"
    "--pages:#5b7fb5;--left:#a9a49a;--lost:#b3261e}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ece9e4;--paper:#171614;--soft:#23211e;"
    "--line:#3c3934;--fine:#6fcf97;--look:#f2b84b;--bad:#ff8a80;--elements:#4fa873;"
    "--other:#d99a2b;--pages:#7f9fd0;--left:#6d6961;--lost:#ff8a80}}"
    "body{font:16px/1.5 system-ui,'Noto Sans CJK TC','Noto Sans CJK SC',sans-serif;"
    "max-width:80rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}"
    "h1{font-size:1.6rem;margin:0 0 .5rem}h2{margin:2.2rem 0 .6rem;font-size:1.2rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "th,td{border-bottom:1px solid var(--line);padding:.5rem .7rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}"
    "thead th{font-weight:600;background:var(--soft)}tbody th b{display:block}"
    "tbody th{font-weight:400}tbody th b{font-weight:600}td p{margin:0 0 .35rem}"
    "table.files{table-layout:fixed}table.files th:nth-child(1){width:24%}"
    "table.files th:nth-child(2){width:32%}table.files th:nth-child(3){width:16%}"
    "table.gaps{width:auto}td.number{text-align:right;font-variant-numeric:tabular-nums}"
    "tbody th span{display:block;margin-top:.25rem;font-weight:600}"
    ".fine{color:var(--fine)}.look{color:var(--look)}.bad,.unread{color:var(--bad)}"
    ".unread{font-weight:600}span.fine::before{content:'\\2713\\A0'}"
    "span.look::before{content:'!\\A0'}span.bad::before{content:'\\2715\\A0'}"
    ".total{font-size:1.15rem;font-weight:600;border-left:.3rem solid;padding:.2rem .8rem}"
    ".note{max-width:60rem;opacity:.85}"
    ".bar{display:flex;height:.7rem;border-radius:.2rem;overflow:hidden;background:var(--soft);"
    "margin:.35rem 0;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    ".bar .elements{background:var(--elements)}.bar .other{background:var(--other)}"
    ".bar .pages{background:var(--pages)}.bar .left-out{background:var(--left)}"
    ".bar .lost{background:var(--lost)}"
    "code{font-size:.85em;background:var(--soft);padding:.05em .3em;border-radius:.2em}"
    "small{font-size:.85em}details p{margin:.2rem 0 .5rem 1.1rem;font-size:.9em}"
    "summary{cursor:pointer}"
    "@media screen and (max-width:50rem){table.files thead{display:none}table.files,table.files tbody,"
    "table.files tr,table.files th,table.files td{display:block;width:auto!important}"
    "table.files td{border:0;padding:.2rem .7rem}table.files tr{border-bottom:2px solid "
    "var(--line)}table.files tbody th{border:0}}"
    "@media print{:root{--ink:#000;--paper:#fff;--soft:#eee;--line:#999}body{max-width:none;"
    "margin:0;font-size:10pt}h2{break-after:avoid}tr{break-inside:avoid}"
    "thead{display:table-header-group}details::details-content{content-visibility:visible;"
    "block-size:auto}}";

static const xmlChar *chars(const char *string) { return (const xmlChar *)string; }

static struct page *open_writer(struct text_buffer *out)
{
    struct page *page = arena_new(out->arena, struct page);
    page->out = out;
    page->bytes = xmlBufferCreate();
    page->writer = page->bytes == NULL ? NULL : xmlNewTextWriterMemory(page->bytes, 0);
    if (page->writer == NULL)
        arena_alloc(out->arena, SIZE_MAX); /* runs out of memory, as this did */
    xmlTextWriterStartDocument(page->writer, NULL, "UTF-8", NULL);
    return page;
}

/* HTML has no XML declaration. Begun with one, libxml2 knows the encoding: without, it writes
 * attributes in ASCII, every other character as a reference. */
static struct page *open_html(struct text_buffer *out)
{
    struct page *page = open_writer(out);
    xmlTextWriterFlush(page->writer);
    xmlBufferEmpty(page->bytes);
    return page;
}

static void write_raw(struct page *page, const char *element, const char *raw)
{
    page_begin(page, element, NULL);
    xmlTextWriterWriteRaw(page->writer, chars(raw));
    page_end(page);
}

struct page *page_open_with(struct text_buffer *out, enum language language, struct page_head head)
{
    struct page *page = open_html(out);
    struct text_buffer all = text_buffer_new(out->arena);
    buffer_append_string(&all, styles);
    buffer_append_string(&all, head.styles == NULL ? "" : head.styles);
    xmlTextWriterWriteRaw(page->writer, chars("<!DOCTYPE html>\n"));
    page_begin(page, "html", NULL);
    xmlTextWriterWriteAttribute(page->writer, chars("lang"), chars(language_tag(language)));
    xmlTextWriterWriteRaw(page->writer,
                          chars("<head><meta charset=\"utf-8\"/><meta name="
                                "\"viewport\" content=\"width=device-width,initial-scale=1\"/>"));
    page_element(page, "title", NULL, head.title);
    write_raw(page, "style", buffer_string(&all));
    if (head.script != NULL)
        write_raw(page, "script", head.script);
    xmlTextWriterWriteRaw(page->writer, chars("</head>\n"));
    page_begin(page, "body", NULL);
    page_begin(page, "main", NULL);
    page_element(page, "h1", NULL, head.title);
    return page;
}

struct page *page_open(struct text_buffer *out, enum language language, const char *title)
{
    return page_open_with(out, language, (struct page_head){.title = text_from_string(title)});
}

struct page *page_open_xml(struct text_buffer *out)
{
    struct page *page = open_writer(out);
    page->is_xml = true;
    xmlTextWriterSetIndent(page->writer, 1);
    return page;
}

struct page *page_open_bare(struct text_buffer *out)
{
    struct page *page = open_html(out);
    page->is_bare = true;
    return page;
}

void page_begin(struct page *page, const char *element, const char *class)
{
    xmlTextWriterStartElement(page->writer, chars(element));
    if (class != NULL)
        xmlTextWriterWriteAttribute(page->writer, chars("class"), chars(class));
}

/* XML has no place for most control characters: they become U+FFFD. */
static const xmlChar *clean(struct page *page, struct text words)
{
    struct text_buffer out = text_buffer_new(page->out->arena);
    buffer_append_xml(&out, words);
    return chars(buffer_string(&out));
}

void page_attribute(struct page *page, const char *name, const char *value)
{
    page_attribute_text(page, name, text_from_string(value));
}

void page_end(struct page *page)
{
    if (page->is_xml) {
        xmlTextWriterEndElement(page->writer);
        return;
    }
    xmlTextWriterFullEndElement(page->writer);
    if (!page->is_bare)
        xmlTextWriterWriteRaw(page->writer, chars("\n"));
}

void page_end_empty(struct page *page) { xmlTextWriterEndElement(page->writer); }

void page_attribute_text(struct page *page, const char *name, struct text value)
{
    xmlTextWriterWriteAttribute(page->writer, chars(name), clean(page, value));
}

void page_attribute_count(struct page *page, const char *name, size_t count)
{
    struct text_buffer number = text_buffer_new(page->out->arena);
    buffer_append_int(&number, (int64_t)count);
    page_attribute(page, name, buffer_string(&number));
}

void page_words(struct page *page, struct text words)
{
    xmlTextWriterWriteString(page->writer, clean(page, words));
}

void page_string(struct page *page, const char *words)
{
    page_words(page, text_from_string(words));
}

void page_raw(struct page *page, const char *markup)
{
    xmlTextWriterWriteRaw(page->writer, chars(markup));
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
