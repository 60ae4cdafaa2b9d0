/* A document as a DOCX file, part by part. */
#include "converters/docx/docx.h"
#include "converters/docx/writer.h"
#include "core/base/text_buffer.h"
#include <stdlib.h>
#include <time.h>

#define YEAR_10000 INT64_C(253402300800) /* dates are written with four digits of the year */

static const struct message not_allowed = {
    {"文字中有 XML 不容許的控制字元：已改成 U+FFFD", "文字中有 XML 不允许的控制字符：已改成 U+FFFD",
     "a text holds control characters that XML does not allow: written as U+FFFD"}};

static void close_part(struct docx_writer *w, struct xml_part *part, const char *name,
                       const char *type)
{
    w->is_replaced |= part->is_replaced;
    write_part(w, text_from_string(name), text_from_string(type), part_close(part, w->arena));
    w->part = NULL;
}

static struct xml_part open_part(struct docx_writer *w, const char *root)
{
    struct xml_part part = part_open(w->arena);
    part_start(&part, root);
    part_attribute(&part, "xmlns:w", TEXT(NAMESPACE_W));
    part_attribute(&part, "xmlns:r", TEXT(NAMESPACE_R));
    return part;
}

/* ---- body and notes ---- */

static void write_body(struct docx_writer *w)
{
    struct xml_part part = open_part(w, "w:document");
    const struct block *last = w->document->last_block;
    w->part = &part;
    w->width = w->look.text_width;
    w->references = &w->look.references;
    part_start(&part, "w:body");
    write_blocks(w, w->document->blocks);
    if (last == NULL || last->kind == BLOCK_TABLE)
        write_empty_paragraph(w, WORD_FORM_GAP); /* Word ends a body with a paragraph */
    part_raw(&part, w->look.section);
    close_part(w, &part, "word/document.xml", WORD_TYPE "document.main+xml");
}

/* The two that Word draws lines with, which every part of notes has. */
static void write_separator(struct docx_writer *w, int64_t id, const char *type, const char *mark)
{
    part_start(w->part, "w:footnote");
    part_attribute(w->part, "w:type", text_from_string(type));
    part_number(w->part, "w:id", id);
    part_start(w->part, "w:p");
    part_start(w->part, "w:r");
    part_empty(w->part, mark);
    part_end(w->part);
    part_end(w->part);
    part_end(w->part);
}

static void write_note_blocks(struct docx_writer *w, const struct block *first)
{
    struct paragraph_look look = {.style = WORD_FOOTNOTE_TEXT};
    write_paragraph_begin(w, &look);
    part_start(w->part, "w:r");
    part_start(w->part, "w:rPr");
    part_value(w->part, "w:rStyle", w->look.ids[WORD_FOOTNOTE_REFERENCE]);
    part_end(w->part);
    part_empty(w->part, "w:footnoteRef");
    part_end(w->part);
    write_plain_words(w, TEXT(" "));
    bool is_words = first != NULL && first->kind == BLOCK_PARAGRAPH;
    if (is_words)
        write_runs(w, first->runs, first->language);
    part_end(w->part);
    write_blocks(w, is_words ? first->next : first);
}

static void write_notes(struct docx_writer *w)
{
    struct references references = {0};
    if (w->note_count == 0)
        return;
    struct xml_part part = open_part(w, "w:footnotes");
    w->part = &part;
    w->references = &references;
    w->is_in_note = true;
    write_separator(w, -1, "separator", "w:separator");
    write_separator(w, 0, "continuationSeparator", "w:continuationSeparator");
    for (size_t i = 0; i < w->note_count; i++) {
        part_start(&part, "w:footnote");
        part_number(&part, "w:id", (int64_t)i + 1);
        write_note_blocks(w, w->notes[i]);
        part_end(&part);
    }
    close_part(w, &part, "word/footnotes.xml", WORD_TYPE "footnotes+xml");
    write_relationships(w, TEXT("word/footnotes.xml"), &references);
    write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "footnotes"),
                    TEXT("footnotes.xml"), false);
}

static void write_lists(struct docx_writer *w)
{
    if (w->list_count == 0 && text_is_empty(w->look.numbering))
        return;
    write_part(w, TEXT("word/numbering.xml"), TEXT(WORD_TYPE "numbering+xml"), write_numbering(w));
    write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "numbering"),
                    TEXT("numbering.xml"), false);
}

/* ---- settings and properties ---- */

/* In the order of CT_Settings (ECMA-376 part 1, A.1). */
static void write_settings(struct docx_writer *w)
{
    if (w->look.has_settings)
        return;
    struct xml_part part = open_part(w, "w:settings");
    part_start(&part, "w:zoom");
    part_number(&part, "w:percent", 100);
    part_end(&part);
    part_value_number(&part, "w:defaultTabStop", 420);
    if (w->is_east_asian)
        part_value(&part, "w:characterSpacingControl", TEXT("compressPunctuation"));
    part_start(&part, "w:compat");
    part_start(&part, "w:compatSetting");
    part_attribute(&part, "w:name", TEXT("compatibilityMode"));
    part_attribute(&part, "w:uri", TEXT("http://schemas.microsoft.com/office/word"));
    part_number(&part, "w:val", 15); /* Word 2013 and later */
    part_end(&part);
    part_end(&part);
    part_start(&part, "w:themeFontLang");
    bool is_latin = !w->is_east_asian && !text_is_empty(w->language);
    part_attribute(&part, "w:val", is_latin ? w->language : TEXT("en-US"));
    if (w->is_east_asian)
        part_attribute(&part, "w:eastAsia", w->language);
    part_end(&part);
    close_part(w, &part, "word/settings.xml", WORD_TYPE "settings+xml");
    write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "settings"),
                    TEXT("settings.xml"), false);
}

/* The date of SOURCE_DATE_EPOCH (reproducible-builds.org), the only one ever written. */
static struct text date_of_source(struct arena *arena)
{
    struct text digits = text_from_string(getenv("SOURCE_DATE_EPOCH"));
    int64_t seconds = 0;
    struct tm utc;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9' || seconds >= YEAR_10000)
            return TEXT("");
        seconds = seconds * 10 + (digits.data[i] - '0');
    }
    time_t time = (time_t)seconds;
    if (text_is_empty(digits) || seconds >= YEAR_10000 || gmtime_r(&time, &utc) == NULL)
        return TEXT("");
    struct text_buffer out = text_buffer_new(arena);
    char *room = buffer_reserve(&out, 40);
    out.size = strftime(room, 40, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return buffer_text(&out);
}

static void write_property(struct xml_part *part, const char *name, struct text value)
{
    if (text_is_empty(value))
        return;
    part_start(part, name);
    part_words(part, value);
    part_end(part);
}

static void write_date(struct xml_part *part, const char *name, struct text date)
{
    if (text_is_empty(date))
        return;
    part_start(part, name);
    part_attribute(part, "xsi:type", TEXT("dcterms:W3CDTF"));
    part_words(part, date);
    part_end(part);
}

static void write_properties(struct docx_writer *w)
{
    static const struct {
        const char *prefix, *uri;
    } spaces[] = {
        {"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
        {"xmlns:dcterms", "http://purl.org/dc/terms/"},
        {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}};
    const struct document *document = w->document;
    struct text date = date_of_source(w->arena);
    struct xml_part part = part_open(w->arena);
    part_start(&part, "cp:coreProperties");
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        part_attribute(&part, spaces[i].prefix, text_from_string(spaces[i].uri));
    write_property(&part, "dc:title", document->title);
    write_property(&part, "dc:subject", document->subject);
    write_property(&part, "dc:creator", document->author);
    write_property(&part, "dc:language", document->language);
    write_date(&part, "dcterms:created", date);
    write_date(&part, "dcterms:modified", date);
    close_part(w, &part, "docProps/core.xml",
               "application/vnd.openxmlformats-package.core-properties+xml");
}

/* ---- the whole ---- */

static void write_root(struct docx_writer *w)
{
    struct references root = {0};
    write_reference(w, &root, TEXT(RELATIONSHIP_TYPE "officeDocument"), TEXT("word/document.xml"),
                    false);
    write_reference(w, &root,
                    TEXT("http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                         "core-properties"),
                    TEXT("docProps/core.xml"), false);
    write_relationships(w, TEXT("word/document.xml"), &w->look.references);
    write_relationships(w, TEXT(""), &root);
}

enum status docx_write(const struct document *document, struct text_buffer *out,
                       struct diagnostics *diags)
{
    struct arena *arena = arena_open_like(out->arena);
    struct docx_writer *w = arena_new(arena, struct docx_writer);
    *w = (struct docx_writer){.document = document, .arena = arena, .diags = diags};
    w->language = write_language(arena, document->language);
    w->is_east_asian = text_starts_with(w->language, TEXT("zh")) ||
                       text_starts_with(w->language, TEXT("ja")) ||
                       text_starts_with(w->language, TEXT("ko"));
    enum status status = write_look(w);
    if (status == STATUS_OK) {
        write_body(w);
        write_notes(w);
        write_lists(w);
        write_settings(w);
        write_properties(w);
        write_root(w);
        if (w->is_replaced)
            report_warning(diags, &not_allowed, (struct span){0}, TEXT(""), TEXT(""));
        status = write_package(w, out);
    }
    arena_close(arena);
    return status;
}
