/* Runs: words with their marks, links, notes, pictures in a line. */
#include "converters/docx/writer.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"

#define BOOKMARK_LENGTH 40 /* Word's own limit */

struct text write_language(struct arena *arena, struct text tag)
{
    enum language language = language_from_tag(tag);
    if (text_is(tag, "zh-Hant") || (language == LANG_ZH_HANT && text_is(tag, "zh")))
        return TEXT("zh-TW");
    if (text_is(tag, "zh-Hans"))
        return TEXT("zh-CN");
    if (text_is(tag, "en"))
        return TEXT("en-US");
    return text_copy(arena, tag);
}

/* ---- properties ---- */

/* Marks that a Latin font has too: what is beside them decides, and Word wants to be told. */
static bool has_shared_marks(struct text words)
{
    static const struct text marks = TEXT_INIT("“”‘’—…·×÷±°§①②③④⑤⑥⑦⑧⑨⑩");
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        uint32_t c = text_next(words, &at);
        if (c >= 0x80 && text_find(marks, text_slice(words, begin, at), 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

static void write_language_of(struct docx_writer *w, struct text tag)
{
    struct text language = write_language(w->arena, tag);
    if (text_is_empty(tag) || text_equal(language, w->language))
        return;
    bool is_east_asian = text_starts_with(language, TEXT("zh")) ||
                         text_starts_with(language, TEXT("ja")) ||
                         text_starts_with(language, TEXT("ko"));
    part_start(w->part, "w:lang");
    part_attribute(w->part, is_east_asian ? "w:eastAsia" : "w:val", language);
    part_end(w->part);
}

static void write_style(struct docx_writer *w, const struct run *run)
{
    enum word_style_name style = run->style & STYLE_PLACEHOLDER ? WORD_PLACEHOLDER
                                 : run->link.size > 0           ? WORD_HYPERLINK
                                 : run->style & STYLE_CODE      ? WORD_CODE
                                                                : WORD_NORMAL;
    if (style != WORD_NORMAL)
        part_value(w->part, "w:rStyle", w->look.ids[style]);
}

/* Whether a run is not as its paragraph is. */
static bool has_properties(const struct docx_writer *w, const struct run *run, struct text language)
{
    return (run->style & ~(unsigned)STYLE_LINE_END) != 0 || run->link.size > 0 ||
           run->size_pt10 > 0 || language.size > 0 ||
           (w->is_east_asian && has_shared_marks(run->text));
}

/* In the order of CT_RPr (ECMA-376 part 1, A.1). */
static void write_run_properties(struct docx_writer *w, const struct run *run, struct text language)
{
    static const struct {
        unsigned style;
        const char *name, *again;
    } marks[] = {{STYLE_STRONG, "w:b", "w:bCs"},
                 {STYLE_EMPHASIS, "w:i", "w:iCs"},
                 {STYLE_STRIKE, "w:strike", NULL}};
    struct xml_part *part = w->part;
    part_start(part, "w:rPr");
    write_style(w, run);
    if (w->is_east_asian && has_shared_marks(run->text)) {
        part_start(part, "w:rFonts");
        part_attribute(part, "w:hint", TEXT("eastAsia"));
        part_end(part);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!(run->style & marks[i].style))
            continue;
        part_empty(part, marks[i].name);
        if (marks[i].again != NULL)
            part_empty(part, marks[i].again);
    }
    if (run->size_pt10 > 0) {
        part_value_number(part, "w:sz", (run->size_pt10 + 2) / 5);
        part_value_number(part, "w:szCs", (run->size_pt10 + 2) / 5);
    }
    if (run->style & STYLE_UNDERLINE)
        part_value(part, "w:u", TEXT("single"));
    if (run->style & (STYLE_SUPERSCRIPT | STYLE_SUBSCRIPT))
        part_value(part, "w:vertAlign",
                   run->style & STYLE_SUPERSCRIPT ? TEXT("superscript") : TEXT("subscript"));
    write_language_of(w, language);
    part_end(part);
}

/* ---- words ---- */

static void write_stretch(struct docx_writer *w, struct text words)
{
    if (text_is_empty(words))
        return;
    part_start(w->part, "w:t");
    part_attribute(w->part, "xml:space", TEXT("preserve"));
    part_words(w->part, words);
    part_end(w->part);
}

/* Tabs and line ends are elements of their own. */
static void write_words(struct docx_writer *w, struct text words)
{
    size_t begin = 0;
    for (size_t i = 0; i < words.size; i++) {
        char c = words.data[i];
        if (c != '\t' && c != '\n')
            continue;
        write_stretch(w, text_slice(words, begin, i));
        part_empty(w->part, c == '\t' ? "w:tab" : "w:br");
        begin = i + 1;
    }
    write_stretch(w, text_from(words, begin));
}

void write_plain_words(struct docx_writer *w, struct text words)
{
    part_start(w->part, "w:r");
    write_words(w, words);
    part_end(w->part);
}

static void write_text_run(struct docx_writer *w, const struct run *run, struct text language)
{
    language = run->language.size > 0 ? run->language : language;
    part_start(w->part, "w:r");
    if (has_properties(w, run, language))
        write_run_properties(w, run, language);
    if (run->kind == RUN_BREAK)
        part_empty(w->part, "w:br");
    else
        write_words(w, run->text);
    part_end(w->part);
}

/* ---- fields ---- */

static void write_field_char(struct docx_writer *w, const char *type)
{
    part_start(w->part, "w:r");
    part_start(w->part, "w:fldChar");
    part_attribute(w->part, "w:fldCharType", text_from_string(type));
    part_end(w->part);
    part_end(w->part);
}

/* The number of this page, or of the one the anchor stands on; Word works it out. */
static void write_page_number(struct docx_writer *w, const struct run *run)
{
    struct text_buffer field = text_buffer_new(w->arena);
    if (text_starts_with(run->link, TEXT("#"))) {
        buffer_append_string(&field, "PAGEREF ");
        buffer_append(&field, write_bookmark_name(w, text_from(run->link, 1)));
        buffer_append_string(&field, " \\h");
    } else
        buffer_append_string(&field, "PAGE");
    write_field_char(w, "begin");
    part_start(w->part, "w:r");
    part_start(w->part, "w:instrText");
    part_attribute(w->part, "xml:space", TEXT("preserve"));
    part_words(w->part, buffer_text(&field));
    part_end(w->part);
    part_end(w->part);
    write_field_char(w, "separate");
    write_plain_words(w, text_is_empty(run->text) ? TEXT("1") : run->text);
    write_field_char(w, "end");
}

/* ---- notes ---- */

/* A note within a note has no place in Word: its words stand there in brackets. */
static void write_note(struct docx_writer *w, const struct run *run)
{
    if (w->is_in_note) {
        struct text_buffer words = text_buffer_new(w->arena);
        buffer_append_string(&words, w->is_east_asian ? "（" : " (");
        buffer_append(&words, blocks_text(w->arena, run->note));
        buffer_append_string(&words, w->is_east_asian ? "）" : ")");
        write_plain_words(w, buffer_text(&words));
        return;
    }
    *arena_push(w->arena, w->notes, w->note_count, w->note_capacity) = run->note;
    part_start(w->part, "w:r");
    part_start(w->part, "w:rPr");
    part_value(w->part, "w:rStyle", w->look.ids[WORD_FOOTNOTE_REFERENCE]);
    part_end(w->part);
    part_start(w->part, "w:footnoteReference");
    part_number(w->part, "w:id", (int64_t)w->note_count);
    part_end(w->part);
    part_end(w->part);
}

/* ---- links ---- */

static bool is_bookmark_name(struct text name)
{
    if (text_is_empty(name) || text_code_points(name) > BOOKMARK_LENGTH)
        return false;
    for (size_t at = 0; at < name.size;) {
        bool is_first = at == 0;
        uint32_t c = text_next(name, &at);
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_han_like(c);
        if (!is_letter && (is_first || !((c >= '0' && c <= '9') || c == '_')))
            return false;
    }
    return true;
}

struct text write_bookmark_name(struct docx_writer *w, struct text anchor)
{
    if (is_bookmark_name(anchor))
        return anchor;
    struct text_buffer name = text_buffer_new(w->arena);
    buffer_append_format(&name, "a%016llx", (unsigned long long)text_hash(anchor));
    return buffer_text(&name);
}

static void start_link(struct docx_writer *w, struct text link)
{
    part_start(w->part, "w:hyperlink");
    if (text_starts_with(link, TEXT("#"))) {
        part_attribute(w->part, "w:anchor", write_bookmark_name(w, text_from(link, 1)));
        return;
    }
    struct text type = TEXT(RELATIONSHIP_TYPE "hyperlink");
    part_attribute(w->part, "r:id", write_reference(w, w->references, type, link, true));
}

static void write_run(struct docx_writer *w, const struct run *run, struct text language)
{
    switch (run->kind) {
    case RUN_TEXT:
    case RUN_BREAK:
    case RUN_IMAGE: /* a picture whose bytes nobody has: its text stands for it */
        write_text_run(w, run, language);
        break;
    case RUN_NOTE:
        write_note(w, run);
        break;
    case RUN_PAGE_NUMBER:
        write_page_number(w, run);
        break;
    }
}

void write_runs(struct docx_writer *w, const struct run *first, struct text language)
{
    struct text link = TEXT("");
    for (const struct run *run = first; run != NULL; run = run->next) {
        bool can_link = run->kind == RUN_TEXT || run->kind == RUN_BREAK;
        struct text wanted = can_link ? run->link : TEXT("");
        if (!text_equal(wanted, link)) {
            if (!text_is_empty(link))
                part_end(w->part);
            if (!text_is_empty(wanted))
                start_link(w, wanted);
            link = wanted;
        }
        write_run(w, run, language);
    }
    if (!text_is_empty(link))
        part_end(w->part);
}
