/* Pages about the book itself: how to read it, and the slip to sign. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/drawing.h"
#include "core/model/fold.h"

/* ---- how to read this book ---- */

static bool any_role_has(const struct book *book, enum element element)
{
    for (size_t i = 0; i < book->chapter_count; i++)
        if (is_filled(role_records(book->chapters[i].role, element)))
            return true;
    return false;
}

static bool has_superiors(const struct book *book)
{
    return any_role_has(book, ELEMENT_REPORTS_TO) || any_role_has(book, ELEMENT_SUPERVISES);
}

static bool has_goals(const struct book *book)
{
    return book_records(book, ELEMENT_HANDBOOK_GOALS)->count > 0;
}

static bool has_baseline(const struct book *book)
{
    return book_records(book, ELEMENT_HANDBOOK_BASELINE)->count > 0;
}

static bool has_scenarios(const struct book *book)
{
    return book_records(book, ELEMENT_HANDBOOK_SCENARIOS)->count > 0;
}

static bool has_processes(const struct book *book)
{
    return book_records(book, ELEMENT_HANDBOOK_PROCESSES)->count > 0;
}

static bool has_roles(const struct book *book) { return book->chapter_count > 1; }
static bool has_a_role(const struct book *book) { return book->chapter_count > 0; }

/* A chapter shows more than the panel at its top. */
static bool has_elements(const struct book *book)
{
    for (size_t i = 0; i < book->plan->shown_count; i++)
        if (any_role_has(book, book->plan->shown[i].element))
            return true;
    return false;
}

static bool has_bare_roles(const struct book *book)
{
    return has_a_role(book) && !has_elements(book);
}

/* A part, the words about it, and when it is there. */
static const struct {
    enum book_part part;
    const char *about;
    bool (*is_there)(const struct book *book);
} parts[] = {
    {PART_ORGANISATION, "about-organisation", has_superiors},
    {PART_GOAL_MATRIX, "about-goal-matrix", has_goals},
    {PART_BASELINE, "about-baseline", has_baseline},
    {PART_SCENARIOS, "about-scenarios", has_scenarios},
    {PART_PROCESSES, "about-processes", has_processes},
    {PART_ROLES, "about-roles", has_elements},
    {PART_ROLES, "about-bare-roles", has_bare_roles},
    {PART_ROLE_INDEX, "about-indexes", has_roles},
    {PART_COMPLETENESS, "about-completeness", has_roles},
    {PART_ACKNOWLEDGEMENT, "about-acknowledgement", has_a_role},
};

static bool is_planned(const struct book *book, enum book_part part)
{
    for (size_t i = 0; i < book->plan->part_count; i++)
        if (book->plan->parts[i] == part)
            return true;
    return false;
}

/* The author wrote such a page: one is enough. */
static bool is_written(const struct book *book)
{
    struct arena *arena = book->document->arena;
    struct text wanted = fold_label(arena, book_word(book, "reading"));
    for (const struct section_text *s = book->handbook->preface; s != NULL; s = s->next)
        if (!text_is_empty(s->heading) && text_starts_with(wanted, fold_label(arena, s->heading)))
            return true;
    return false;
}

/* 崗位目的、活動範圍…: what chapters show below each other, of what any role has */
static struct text elements_of_chapters(const struct book *book)
{
    struct text_buffer names = text_buffer_new(book->document->arena);
    for (size_t i = 0; i < book->plan->shown_count; i++) {
        enum element element = book->plan->shown[i].element;
        if (!any_role_has(book, element))
            continue;
        if (names.size > 0)
            buffer_append_string(&names, book->language == LANG_EN ? ", " : "、");
        buffer_append(&names, vocabulary_heading(book->vocabulary, book->language, element));
    }
    return buffer_text(&names);
}

/* The words with {0} and {1} filled in. */
static struct text filled_in(const struct book *book, const char *key, struct text first,
                             struct text second)
{
    const struct message words = {
        .text = {[LANG_EN] = text_to_string(book->document->arena, book_word(book, key))}};
    const struct text args[MESSAGE_ARGS] = {first, second};
    return message_format(book->document->arena, &words, args, LANG_EN);
}

void compose_reading(struct book *book)
{
    if (book->chapter_count == 0 || is_written(book))
        return;
    struct block *section = book_part(book, "front", book_word(book, "reading"));
    struct block *list = build_list(book->document, section, false);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (is_planned(book, parts[i].part) && parts[i].is_there(book))
            build_item(book->document, list, TEXT("•"),
                       filled_in(book, parts[i].about, elements_of_chapters(book), TEXT("")),
                       (struct span){0});
    if (any_role_has(book, ELEMENT_DUTIES))
        build_paragraph(book->document, section, TEXT("body"), book_word(book, "about-duties"),
                        (struct span){0});
}

/* ---- the slip ---- */

#define SLIP_HEIGHT 16000
#define CUT_WORDS 120000 /* room for the words on the line to cut along */

static void draw_cut(struct book *book, struct block *section)
{
    int32_t width = stylesheet_text_width(book->document->stylesheet);
    int32_t middle = SLIP_HEIGHT / 2, left = (width - CUT_WORDS) / 2;
    struct drawing cut =
        drawing_new(book->document, section, width, SLIP_HEIGHT, book_word(book, "cut-here"));
    const struct point ends[][2] = {{{0, middle}, {left, middle}},
                                    {{left + CUT_WORDS, middle}, {width, middle}}};
    for (size_t i = 0; i < 2; i++)
        draw_line(&cut, ends[i], 2, pen_dashed, ARROW_NONE);
    draw_words(&cut, (struct box){left, 0, CUT_WORDS, SLIP_HEIGHT}, book_word(book, "cut-here"),
               (struct ink_style){"chart-small", COLOUR_NONE, ALIGN_DEFAULT}, TEXT(""));
}

/* Two labels in a row, each with room to write. */
static void show_blanks(struct book *book, struct block *section)
{
    static const char *const labels[] = {"slip-name",       "slip-number",    "slip-role",
                                         "slip-department", "slip-signature", "slip-date"};
    static const uint32_t widths[] = {17, 33, 17, 33};
    struct table *table = build_table(book->document, section, TEXT("panel"));
    for (uint32_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        struct cell_place place = {
            .row = i / 2, .column = i % 2 * 2, .is_header = true, .style = TEXT("label")};
        build_cell(book->document, table, place, book_word(book, labels[i]), (struct span){0});
        place = (struct cell_place){.row = i / 2, .column = i % 2 * 2 + 1};
        build_cell(book->document, table, place, TEXT("\n "), (struct span){0});
    }
    table_index(book->document, table);
    table->column_widths = arena_new_array(book->document->arena, table->columns, uint32_t);
    for (size_t c = 0; c < table->columns && c < 4; c++)
        table->column_widths[c] = widths[c];
}

void compose_acknowledgement(struct book *book)
{
    struct text title = handbook_text(book->handbook, ELEMENT_HANDBOOK_TITLE);
    struct text edition = handbook_text(book->handbook, ELEMENT_HANDBOOK_EDITION);
    struct text_buffer behind = text_buffer_new(book->document->arena);
    if (book->chapter_count == 0 || text_is_empty(title))
        return;
    if (!text_is_empty(edition)) { /* it is no part of the title that stands in 《》 */
        buffer_append_string(&behind, book->language == LANG_EN ? ", " : "（");
        buffer_append(&behind, edition);
        buffer_append_string(&behind, book->language == LANG_EN ? "" : "）");
    }
    struct block *section = book_part(book, "body", book_word(book, "acknowledgement"));
    section->page_break_before = true; /* it is cut off */
    build_paragraph(book->document, section, TEXT("body"),
                    filled_in(book, "acknowledgement-text", title, buffer_text(&behind)),
                    (struct span){0});
    show_blanks(book, section);
    draw_cut(book, section);
    build_paragraph(book->document, section, TEXT("body"),
                    filled_in(book, "receipt-text", title, buffer_text(&behind)), (struct span){0});
    show_blanks(book, section);
}
