/* A role's chapter: its panel of identity, then each element as the template orders them. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/panel.h"
#include "core/normalise/assessment.h"

/* One role's chapter being made. */
struct making {
    struct book *book;
    const struct role *role;
    const struct chapter *chapter;
    struct block *section;
    enum language language;
    struct assessment assessment;
    bool is_shown[ELEMENT_ROLE_COUNT];
};

static struct text heading_of(const struct making *m, enum element element)
{
    return vocabulary_heading(m->book->vocabulary, m->language, element);
}

static struct text absence(const struct making *m, const struct records *records)
{
    struct rows rows = book_rows(m->book, m->section, m->language);
    return rows_absence(&rows, records);
}

/* ---- the panel ---- */

static bool is_in_panel(const struct records *records)
{
    return records->state == STATE_FILLED || records->state == STATE_NOT_APPLICABLE;
}

static size_t width_of(const struct records *records)
{
    size_t width = 0;
    for (size_t i = 0; i < records->count; i++)
        width += panel_width(records->rows[i].text) + 2;
    return records->state == STATE_NOT_APPLICABLE ? panel_width(records->reason) : width;
}

/* Names of roles, each a link to its chapter. */
static void fill_names(const struct making *m, struct block *block, const struct records *records)
{
    const char *comma = m->language == LANG_EN ? ", " : "、";
    for (size_t i = 0; i < records->count; i++) {
        if (i > 0)
            build_run(m->book->document, block, text_from_string(comma), TEXT(""),
                      records->rows[i].at);
        build_run(m->book->document, block, records->rows[i].text,
                  book_link(m->book, records->rows[i].text), records->rows[i].at);
    }
}

static void panel_pair(const struct making *m, struct panel *panel, const struct records *records,
                       struct text style)
{
    struct document *document = m->book->document;
    struct block *value =
        panel_add(panel, heading_of(m, records->element), width_of(records), records->at);
    value->style = style;
    if (records->state == STATE_NOT_APPLICABLE)
        build_run(document, value, absence(m, records), TEXT(""), records->at);
    else if (element_row(records->element)->kind == KIND_TEXT)
        build_run(document, value, records->rows[0].text, TEXT(""), records->at);
    else
        fill_names(m, value, records);
}

static void compose_panel(struct making *m)
{
    const struct plan *plan = m->book->plan;
    struct panel panel = {.document = m->book->document, .parent = m->section};
    for (size_t i = 0; i < plan->panel_count; i++) {
        const struct records *records = role_records(m->role, plan->panel[i].element);
        m->is_shown[plan->panel[i].element] = true;
        if (is_in_panel(records))
            panel_pair(m, &panel, records, plan->panel[i].style);
    }
    panel_end(&panel);
}

/* ---- elements ---- */

static void compose_lines(const struct making *m, const struct records *records)
{
    for (size_t i = 0; i < records->count; i++) {
        struct text line;
        for (size_t at = 0; text_next_line(records->rows[i].text, &at, &line);)
            build_paragraph(m->book->document, m->section, TEXT("body"), line, records->rows[i].at);
    }
}

/* ---- duties and the standards that assess them ---- */

/* "role-7-duties-" */
static struct text rows_anchor(const struct making *m, enum element element)
{
    struct text_buffer anchor = text_buffer_new(m->book->document->arena);
    buffer_append(&anchor, chapter_anchor(m->book, m->chapter, element));
    buffer_append_byte(&anchor, '-');
    return buffer_text(&anchor);
}

static struct text row_target(const struct making *m, enum element element, size_t row)
{
    struct text_buffer target = text_buffer_new(m->book->document->arena);
    buffer_append_byte(&target, '#');
    buffer_append(&target, rows_anchor(m, element));
    buffer_append_int(&target, (int64_t)row + 1);
    return buffer_text(&target);
}

static enum field link_field(enum element element)
{
    return element == ELEMENT_DUTIES ? FIELD_DUTIES_STANDARDS : FIELD_STANDARDS_DUTY;
}

/* Whether the rows are a table, which has places to link to. */
static bool has_places(const struct making *m, enum element element)
{
    enum field columns[FIELD_COUNT];
    const struct records *records = role_records(m->role, element);
    struct rows rows = book_rows(m->book, m->section, m->language);
    size_t count = rows_columns(&rows, records, 0, records->count, FIELD_NONE, columns);
    bool has_field = false;
    for (size_t i = 0; i < count; i++)
        has_field |= columns[i] == link_field(element);
    return m->assessment.pair_count > 0 &&
           count + !has_field <= rows_most_columns(m->book->document->stylesheet);
}

/* Each duty names its standards by their words, each standard its duties by their numbers. */
static struct row_links *links_of(const struct making *m, enum element element)
{
    const struct assessment *a = &m->assessment;
    bool is_duties = element == ELEMENT_DUTIES;
    enum element other = is_duties ? ELEMENT_STANDARDS : ELEMENT_DUTIES;
    const struct records *standards = role_records(m->role, ELEMENT_STANDARDS);
    struct arena *arena = m->book->document->arena;
    struct row_links *links = arena_new(arena, struct row_links);
    struct row_link *list = arena_new_array(arena, a->pair_count + 1, struct row_link);
    bool leads = has_places(m, other);
    for (size_t i = 0; i < a->pair_count; i++) {
        size_t duty = a->pairs[i].duty, standard = a->pairs[i].standard;
        list[i] = (struct row_link){
            .row = is_duties ? duty : standard,
            .words = is_duties ? standards->rows[standard].text
                               : text_from_number(m->book->document->arena, duty + 1),
            .target = leads ? row_target(m, other, is_duties ? standard : duty) : TEXT("")};
    }
    *links = (struct row_links){.anchor = rows_anchor(m, element),
                                .field = link_field(element),
                                .list = list,
                                .count = a->pair_count,
                                .is_numbered = is_duties};
    return links;
}

/* With whom it works: parties that are roles lead to their chapters. */
static struct row_links *links_of_parties(const struct making *m)
{
    const struct records *relations = role_records(m->role, ELEMENT_RELATIONS);
    struct arena *arena = m->book->document->arena;
    struct row_links *links = arena_new(arena, struct row_links);
    struct row_link *list = arena_new_array(arena, relations->count + 1, struct row_link);
    *links = (struct row_links){
        .anchor = rows_anchor(m, ELEMENT_RELATIONS), .field = FIELD_RELATIONS_PARTY, .list = list};
    for (size_t i = 0; i < relations->count; i++) {
        struct text party =
            record_field(relations, &relations->rows[i], FIELD_RELATIONS_PARTY).text;
        struct text target = text_is_empty(party) ? party : book_link(m->book, party);
        if (!text_is_empty(target))
            list[links->count++] = (struct row_link){.row = i, .words = party, .target = target};
    }
    return links;
}

static void compose_element(struct making *m, enum element element)
{
    const struct records *records = role_records(m->role, element);
    m->is_shown[element] = true;
    if (!is_in_panel(records) || element == ELEMENT_TITLE)
        return;
    build_heading(m->book->document, m->section, 3, heading_of(m, element), records->at)->anchor =
        chapter_anchor(m->book, m->chapter, element);
    struct rows rows = book_rows(m->book, m->section, m->language);
    if ((element == ELEMENT_DUTIES || element == ELEMENT_STANDARDS) && has_places(m, element))
        rows.links = links_of(m, element);
    else if (element == ELEMENT_RELATIONS)
        rows.links = links_of_parties(m);
    switch (element_row(element)->kind) {
    case KIND_TEXT:
        if (records->state == STATE_FILLED)
            compose_lines(m, records);
        break;
    case KIND_REF:
    case KIND_REFS: {
        struct block *names =
            build_paragraph(m->book->document, m->section, TEXT("body"), TEXT(""), records->at);
        fill_names(m, names, records);
        break;
    }
    case KIND_LIST:
    case KIND_RECORDS:
        rows_show(&rows, records, 0, records->count);
        break;
    }
    if (records->state == STATE_NOT_APPLICABLE)
        build_paragraph(m->book->document, m->section, TEXT("none"), absence(m, records),
                        records->at);
}

/* The words of the element, but for headings and heads of tables, in the template's style for it.
 */
static void compose_shown(struct making *m, const struct shown *shown)
{
    struct block *above = m->section->last_child;
    bool is_head = false;
    compose_element(m, shown->element);
    if (text_is_empty(shown->style))
        return;
    struct walk walk = walk_blocks(above == NULL ? m->section->children : above->next);
    while (walk_next(&walk))
        if (walk.event == WALK_ENTER_CELL || walk.event == WALK_LEAVE_CELL)
            is_head = walk.event == WALK_ENTER_CELL && walk.cell->is_header;
        else if (walk.event == WALK_ENTER && walk.block->kind == BLOCK_PARAGRAPH && !is_head)
            walk.block->style = shown->style;
}

static void compose_others(struct making *m)
{
    for (const struct section_text *s = m->role->other; s != NULL; s = s->next) {
        if (!text_is_empty(s->heading))
            build_heading(m->book->document, m->section, 3, s->heading, s->at);
        book_prose(m->book, m->section, s);
    }
}

/* 部門主管：客服中心經理　編制：98, below the department's name */
static void compose_department(const struct making *m, struct text name)
{
    static const enum field fields[] = {FIELD_HANDBOOK_DEPARTMENTS_PARENT,
                                        FIELD_HANDBOOK_DEPARTMENTS_HEAD,
                                        FIELD_HANDBOOK_DEPARTMENTS_HEADCOUNT};
    struct book *book = m->book;
    const struct records *records = book_records(book, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct block *line = NULL;
    size_t row = 0;
    while (row < records->count && !text_equal(records->rows[row].text, name))
        row++;
    for (size_t i = 0; row < records->count && i < sizeof fields / sizeof *fields; i++) {
        struct value value = record_field(records, &records->rows[row], fields[i]);
        struct text_buffer label = text_buffer_new(book->document->arena);
        if (text_is_empty(value.text))
            continue;
        buffer_append_string(&label, line == NULL                ? ""
                                     : book->language == LANG_EN ? "    "
                                                                 : "　　");
        buffer_append(&label, vocabulary_column(book->vocabulary, book->language, fields[i]));
        buffer_append_string(&label, book->language == LANG_EN ? ": " : "：");
        if (line == NULL)
            line = build_paragraph(book->document, m->section, TEXT("department"), TEXT(""),
                                   records->rows[row].at);
        build_run(book->document, line, buffer_text(&label), TEXT(""), value.at);
        build_run(book->document, line, value.text, book_link(book, value.text), value.at);
    }
}

static bool is_hidden(const struct plan *plan, enum element element)
{
    for (size_t i = 0; i < plan->hidden_count; i++)
        if (plan->hidden[i] == element)
            return true;
    return false;
}

static void compose_title(struct making *m, const struct chapter *chapter, struct text department)
{
    struct document *document = m->book->document;
    if (!text_is_empty(department)) {
        build_heading(document, m->section, 1, department, m->role->at);
        if (!is_hidden(m->book->plan, ELEMENT_DEPARTMENT))
            compose_department(m, department);
    }
    build_heading(document, m->section, 2, chapter_title(m->book, chapter), m->role->at)->anchor =
        chapter->anchor;
}

/* What a chapter is made of. */
struct contents {
    struct book *book;
    const struct chapter *chapter;
    struct text department; /* a heading in front of it; empty: none */
};

static void compose_contents(const struct contents *contents, struct block *section)
{
    struct book *book = contents->book;
    const struct chapter *chapter = contents->chapter;
    enum language language = language_from_tag(chapter->role->language);
    struct making m = {.book = book,
                       .role = chapter->role,
                       .chapter = chapter,
                       .section = section,
                       .language = language == LANG_COUNT ? book->language : language};
    struct arena *scratch = arena_open_like(book->document->arena);
    m.assessment = assessment_of(scratch, chapter->role);
    compose_title(&m, chapter, contents->department);
    for (size_t i = 0; i < book->plan->hidden_count; i++)
        m.is_shown[book->plan->hidden[i]] = true;
    compose_panel(&m);
    for (size_t i = 0; i < book->plan->shown_count; i++)
        compose_shown(&m, &book->plan->shown[i]);
    /* what the template forgot is shown as well: nothing of a role is lost */
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (!m.is_shown[e])
            compose_element(&m, (enum element)e);
    compose_others(&m);
    arena_close(scratch);
}

/* A section_fill: of the book only the document is another one. */
static void fill_chapter(struct document *document, struct block *section, const void *data)
{
    struct contents contents = *(const struct contents *)data;
    struct book book = *contents.book;
    book.document = document;
    contents.book = &book;
    compose_contents(&contents, section);
}

void compose_chapter(struct book *book, const struct chapter *chapter, struct text department)
{
    struct contents contents = {book, chapter, department};
    struct block *section =
        book_section(book, "body", chapter->department, role_title(chapter->role));
    section->page_break_before = true;
    section->language = chapter->role->language;
    if (!book->is_late) {
        compose_contents(&contents, section);
        return;
    }
    struct contents *kept = arena_new(book->document->arena, struct contents);
    *kept = contents;
    section->section->fill = fill_chapter;
    section->section->fill_data = kept;
}
