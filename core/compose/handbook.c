/* The book's parts, in the order of the template. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/compose.h"
#include "core/compose/matrix.h"

struct text book_word(const struct book *book, const char *key)
{
    return vocabulary_word(book->vocabulary, book->language, key);
}

const struct records *book_records(const struct book *book, enum element element)
{
    return handbook_records(book->handbook, element);
}

struct text chapter_title(const struct book *book, const struct chapter *chapter)
{
    struct text title = role_title(chapter->role);
    return text_is_empty(title) ? book_word(book, "untitled") : title;
}

struct rows book_rows(const struct book *book, struct block *parent, enum language language)
{
    return (struct rows){.document = book->document,
                         .parent = parent,
                         .vocabulary = book->vocabulary,
                         .language = language,
                         .use = ROWS_FOR_PAGES};
}

struct block *book_section(struct book *book, const char *master, struct text section,
                           struct text chapter)
{
    struct block *block = block_append(book->document, NULL, BLOCK_SECTION, (struct span){0});
    block->section = arena_new(book->document->arena, struct section);
    block->section->master = text_from_string(master);
    block->section->running[0] = section;
    block->section->running[1] = chapter;
    return block;
}

void book_prose(struct book *book, struct block *parent, const struct section_text *section)
{
    struct document *document = book->document;
    struct text line;
    if (section->blocks == NULL) {
        for (size_t at = 0; text_next_line(section->text, &at, &line);)
            if (!text_is_blank(line))
                build_paragraph(document, parent, TEXT("body"), text_trim(line), section->at);
        return;
    }
    for (const struct block *from = section->blocks; from != NULL; from = from->next) {
        struct block *to = block_append(document, parent, from->kind, from->span);
        struct block *next = to->next, *above = to->parent;
        *to = *from;
        to->next = next;
        to->parent = above;
        to->style = to->anchor = TEXT(""); /* names of another document's styles and places */
        if (to->kind == BLOCK_HEADING)
            to->level = to->level < 3 ? 3 : to->level;
        else if (to->kind == BLOCK_TABLE)
            to->style = TEXT("default");
    }
}

/* ---- parts ---- */

/* The book's heading for an element of the handbook: its author's, else the vocabulary's. */
static struct text book_heading(const struct book *book, enum element element)
{
    const struct records *records = handbook_records(book->handbook, element);
    if (!text_is_empty(records->heading))
        return records->heading;
    return vocabulary_heading(book->vocabulary, book->language, element);
}

static void compose_logo(struct book *book, struct block *cover)
{
    const struct logo *logo = &book->document->stylesheet->logo;
    if (text_is_empty(logo->bytes))
        return;
    struct block *block = block_append(book->document, cover, BLOCK_FIGURE, logo->at);
    struct text organisation = handbook_text(book->handbook, ELEMENT_HANDBOOK_ORGANISATION);
    block->figure = arena_new(book->document->arena, struct figure);
    *block->figure =
        (struct figure){.alternative = text_is_empty(organisation)
                                           ? handbook_text(book->handbook, ELEMENT_HANDBOOK_TITLE)
                                           : organisation,
                        .height = logo->cover_height,
                        .image = logo->bytes,
                        .image_name = logo->name};
}

static void compose_cover(struct book *book)
{
    if (text_is_empty(handbook_text(book->handbook, ELEMENT_HANDBOOK_TITLE)))
        return; /* a role or two on paper are no book */
    struct block *cover = book_section(book, "cover", TEXT(""), TEXT(""));
    compose_logo(book, cover);
    struct document *document = book->document;
    static const struct {
        enum element element;
        const char *style;
    } lines[] = {{ELEMENT_HANDBOOK_TITLE, "cover-title"},
                 {ELEMENT_HANDBOOK_ORGANISATION, "cover-subtitle"},
                 {ELEMENT_HANDBOOK_EDITION, "cover-line"},
                 {ELEMENT_HANDBOOK_DATE, "cover-line"}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct text words = handbook_text(book->handbook, lines[i].element);
        if (!text_is_empty(words))
            build_paragraph(document, cover, text_from_string(lines[i].style), words,
                            handbook_records(book->handbook, lines[i].element)->at);
    }
}

/* A part where parts run on stands below the one before, but never below a role. */
static bool runs_on(const struct book *book, const char *master)
{
    const struct block *last = book->document->last_block;
    bool is_below_part = last != NULL && last->section != NULL &&
                         text_is(last->section->master, master) &&
                         text_is_empty(last->section->running[1]);
    return is_below_part &&
           stylesheet_master(book->document->stylesheet, text_from_string(master))->runs_on;
}

struct block *book_part(struct book *book, const char *master, struct text heading)
{
    bool is_below = runs_on(book, master);
    struct block *section = book_section(book, master, heading, TEXT(""));
    section->page_break_before = !is_below;
    build_heading(book->document, section, 1, heading, (struct span){0});
    return section;
}

static void compose_approval(struct book *book)
{
    static const enum element elements[] = {ELEMENT_HANDBOOK_APPROVAL, ELEMENT_HANDBOOK_REVISIONS};
    for (size_t i = 0; i < 2; i++) {
        const struct records *records = handbook_records(book->handbook, elements[i]);
        if (records->count == 0)
            continue;
        struct block *section = book_part(book, "front", book_heading(book, elements[i]));
        struct rows rows = book_rows(book, section, book->language);
        rows_show(&rows, records, 0, records->count);
    }
}

/* Prose in front of a part's records belongs to that part's chapter, not to the preface. */
static bool is_intro_of(const struct book *book, const struct section_text *section,
                        enum element element)
{
    const struct records *records = handbook_records(book->handbook, element);
    return records->count > 0 && !text_is_empty(section->heading) &&
           text_equal(section->heading, records->heading);
}

static bool is_intro(const struct book *book, const struct section_text *section)
{
    for (size_t e = ELEMENT_HANDBOOK_BASELINE; e < ELEMENT_COUNT; e++)
        if (is_intro_of(book, section, (enum element)e))
            return true;
    return false;
}

static void compose_preface(struct book *book)
{
    struct block *section = NULL;
    for (const struct section_text *s = book->handbook->preface; s != NULL; s = s->next) {
        if (is_intro(book, s))
            continue;
        if (!text_is_empty(s->heading) || section == NULL)
            section = book_part(
                book, "front", text_is_empty(s->heading) ? book_word(book, "preface") : s->heading);
        book_prose(book, section, s);
    }
}

static void compose_contents(struct book *book)
{
    struct block *section = book_section(book, "front", book_word(book, "contents"), TEXT(""));
    section->page_break_before = true;
    struct block *title = build_paragraph(book->document, section, TEXT("contents-title"),
                                          book_word(book, "contents"), (struct span){0});
    (void)title;
    block_append(book->document, section, BLOCK_CONTENTS, (struct span){0})->level =
        book->plan->contents_depth;
}

struct block *compose_part(struct book *book, enum element element)
{
    struct block *section = book_part(book, "body", book_heading(book, element));
    for (const struct section_text *s = book->handbook->preface; s != NULL; s = s->next)
        if (is_intro_of(book, s, element))
            book_prose(book, section, s);
    return section;
}

/* Records in runs of one group: a heading for each, its rows below. */
static void compose_groups(struct book *book, enum element element, enum field group)
{
    const struct records *records = handbook_records(book->handbook, element);
    if (records->count == 0)
        return;
    struct block *section = compose_part(book, element);
    struct rows rows = book_rows(book, section, book->language);
    for (size_t first = 0, end; first < records->count; first = end) {
        struct text name;
        end = rows_group_end(records, first, group, &name);
        if (!text_is_empty(name))
            build_heading(book->document, section, 3, name, records->rows[first].at);
        rows_show_without(&rows, records, first, end, group);
    }
}

static void compose_records(struct book *book, enum element element)
{
    const struct records *records = handbook_records(book->handbook, element);
    if (records->count == 0)
        return;
    struct rows rows = book_rows(book, compose_part(book, element), book->language);
    rows_show(&rows, records, 0, records->count);
}

/* ---- roles ---- */

static void compose_roles(struct book *book)
{
    struct text before = TEXT("");
    bool has_departments = false;
    for (size_t i = 0; i < book->chapter_count; i++)
        has_departments |= !text_is_empty(book->chapters[i].department);
    for (size_t i = 0; i < book->chapter_count; i++) {
        const struct chapter *chapter = &book->chapters[i];
        struct text department = chapter->department;
        if (text_is_empty(department))
            department = book_word(book, has_departments ? "other-departments" : "roles");
        bool is_new = i == 0 || !text_equal(department, before);
        compose_chapter(book, chapter, is_new ? department : TEXT(""));
        before = department;
    }
}

static void compose_baseline(struct book *book)
{
    compose_groups(book, ELEMENT_HANDBOOK_BASELINE, FIELD_HANDBOOK_BASELINE_GROUP);
}

static void compose_strategy(struct book *book) { compose_records(book, ELEMENT_HANDBOOK_GOALS); }

static void compose_glossary(struct book *book)
{
    compose_records(book, ELEMENT_HANDBOOK_GLOSSARY);
}

static void compose_tool_index(struct book *book) { compose_element_index(book, ELEMENT_TOOLS); }

static void compose_standard_index(struct book *book)
{
    compose_element_index(book, ELEMENT_STANDARDS);
}

static void (*const composers[PART_COUNT])(struct book *book) = {
    [PART_COVER] = compose_cover,
    [PART_APPROVAL] = compose_approval,
    [PART_PREFACE] = compose_preface,
    [PART_CONTENTS] = compose_contents,
    [PART_READING] = compose_reading,
    [PART_ORGANISATION] = compose_organisation,
    [PART_GOAL_MATRIX] = compose_goal_matrix,
    [PART_BASELINE] = compose_baseline,
    [PART_SCENARIOS] = compose_scenario_matrix,
    [PART_STRATEGY] = compose_strategy,
    [PART_PROCESSES] = compose_processes,
    [PART_ROLES] = compose_roles,
    [PART_GLOSSARY] = compose_glossary,
    [PART_ROLE_INDEX] = compose_role_index,
    [PART_TOOL_INDEX] = compose_tool_index,
    [PART_STANDARD_INDEX] = compose_standard_index,
    [PART_COMPLETENESS] = compose_completeness,
    [PART_OVERLAPS] = compose_overlaps,
    [PART_TIME_SHARES] = compose_time_shares,
    [PART_ACKNOWLEDGEMENT] = compose_acknowledgement,
};

#define INDEX_EM 20 /* of a column's width: a word, a role and a number */

/* Indexes stand on pages of the body, in two columns where there is room for their short lines. */
static void add_index_master(struct arena *arena, struct stylesheet *sheet)
{
    struct page_master index = *stylesheet_master(sheet, TEXT("body"));
    struct page_master *masters =
        arena_new_array(arena, sheet->master_count + 1, struct page_master);
    for (size_t i = 0; i < sheet->master_count; i++) {
        masters[i] = sheet->masters[i];
        if (text_is(masters[i].name, "index"))
            return; /* the template has its own */
    }
    index.name = TEXT("index");
    if (stylesheet_columns(&index) == 1) {
        index.columns = 2;
        int32_t size = stylesheet_style(sheet, TEXT("index"))->size;
        if (stylesheet_column_width(sheet, &index) < INDEX_EM * size)
            index.columns = 1;
    }
    masters[sheet->master_count++] = index;
    sheet->masters = masters;
}

/* The template's sheet with what belongs to this book. */
static const struct stylesheet *book_sheet(const struct book *book, const struct template *template)
{
    struct stylesheet *sheet = arena_new(book->document->arena, struct stylesheet);
    *sheet = template->sheet;
    add_index_master(book->document->arena, sheet);
    sheet->title = handbook_text(book->handbook, ELEMENT_HANDBOOK_TITLE);
    sheet->organisation = handbook_text(book->handbook, ELEMENT_HANDBOOK_ORGANISATION);
    sheet->edition = handbook_text(book->handbook, ELEMENT_HANDBOOK_EDITION);
    sheet->date = handbook_text(book->handbook, ELEMENT_HANDBOOK_DATE);
    sheet->continued_mark = book_word(book, "continued");
    return sheet;
}

/* Where late chapters find it as long as the document lives. */
static struct book *open_book(struct arena *arena, const struct handbook *handbook,
                              const struct template *template, const struct vocabulary *vocabulary)
{
    enum language language = language_from_tag(handbook->language);
    struct book *book = arena_new(arena, struct book);
    *book = (struct book){.document = document_new(arena, NULL),
                          .handbook = handbook,
                          .plan = &template->plan,
                          .vocabulary = vocabulary,
                          .language = language == LANG_COUNT ? LANG_EN : language};
    if (book->plan->second_language != LANG_COUNT)
        book->vocabulary =
            vocabulary_in_two(arena, vocabulary, book->plan->second_language, book->plan->divider);
    struct document *document = book->document;
    document->title = handbook_text(handbook, ELEMENT_HANDBOOK_TITLE);
    document->author = handbook_text(handbook, ELEMENT_HANDBOOK_ORGANISATION);
    document->language = text_is_empty(handbook->language)
                             ? text_from_string(language_tag(book->language))
                             : handbook->language;
    document->stylesheet = book_sheet(book, template);
    book_order_chapters(book);
    return book;
}

static struct document *compose_parts(struct book *book)
{
    for (size_t i = 0; i < book->plan->part_count; i++)
        composers[book->plan->parts[i]](book);
    return book->document;
}

struct document *compose_handbook(struct arena *arena, const struct handbook *handbook,
                                  const struct template *template,
                                  const struct vocabulary *vocabulary)
{
    return compose_parts(open_book(arena, handbook, template, vocabulary));
}

struct document *compose_handbook_late(struct arena *arena, const struct handbook *handbook,
                                       const struct template *template,
                                       const struct vocabulary *vocabulary)
{
    struct book *book = open_book(arena, handbook, template, vocabulary);
    book->is_late = true;
    return compose_parts(book);
}
