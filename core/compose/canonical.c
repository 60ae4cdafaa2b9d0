/* Roles and the handbook's other parts in canonical form: as rolebook writes their files. */
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/exact_rows.h"
#include "core/model/exact_form.h"
#include "core/model/list_label.h"

static bool is_identity(enum element element)
{
    enum kind kind = element_row(element)->kind;
    return element != ELEMENT_TITLE && element < ELEMENT_PURPOSE && kind != KIND_LIST;
}

static void add_entry(const struct rows *rows, const struct records *records)
{
    struct text key = text_from_string(element_row(records->element)->name);
    if (records->state == STATE_NOT_APPLICABLE)
        metadata_append(rows->document, key, rows_absence(rows, records), records->at, records->at);
    else if (records->state == STATE_EMPTY)
        metadata_append(rows->document, key, TEXT(""), records->at, records->at);
    for (size_t i = 0; i < records->count; i++)
        metadata_append(rows->document, key, records->rows[i].text, records->rows[i].at,
                        records->rows[i].at);
}

static bool has_one_value(const struct records *records)
{
    return kind_has_one_value(element_row(records->element)->kind);
}

static void add_value(const struct rows *rows, const struct record *record)
{
    struct text part = rows->use == ROWS_EXACT ? rows_part(record) : TEXT("");
    if (!text_is_empty(part))
        build_heading(rows->document, NULL, 3, part, record->at);
    build_paragraph(rows->document, NULL, TEXT(""), record->text, record->at);
}

static void add_element(const struct rows *rows, const struct records *records)
{
    struct text heading = vocabulary_heading(rows->vocabulary, rows->language, records->element);
    build_heading(rows->document, NULL, 2, heading, records->at);
    if (records->state == STATE_NOT_APPLICABLE)
        build_paragraph(rows->document, NULL, TEXT(""), rows_absence(rows, records), records->at);
    else if (records->count > 0 && has_one_value(records))
        add_value(rows, &records->rows[0]);
    else if (rows->use == ROWS_EXACT)
        exact_rows_show(rows, records);
    else
        rows_show(rows, records, 0, records->count);
}

static bool is_bulleted(const struct block *block)
{
    return block != NULL && block->kind == BLOCK_PARAGRAPH && is_list_bullet(block->label);
}

/*
 * Paragraphs that Word shows behind bullets are the items of a list, as deep as they stand there.
 * Returns the block behind them. Bounded by the levels of Word's lists.
 */
static const struct block *add_list(struct document *document, struct block *item,
                                    const struct block *from)
{
    unsigned level = from->level;
    struct block *list = build_list(document, item, false), *last = NULL;
    while (is_bulleted(from) && from->level >= level) {
        if (last != NULL && from->level > level) {
            from = add_list(document, last, from);
            continue;
        }
        last = block_append(document, list, BLOCK_ITEM, from->span);
        last->label = TEXT("•");
        struct block *words = block_append(document, last, BLOCK_PARAGRAPH, from->span);
        words->runs = from->runs;
        words->last_run = from->last_run;
        from = from->next;
    }
    return from;
}

/*
 * Words of which nothing else is known: lines behind bullets are items, and those behind numbers
 * stand alone, as reading would part them.
 */
static void add_lines(struct document *document, const struct section_text *section)
{
    struct text_buffer words = text_buffer_new(document->arena);
    struct block *list = NULL;
    struct text line;
    for (size_t offset = 0; text_next_line(section->text, &offset, &line);) {
        struct list_label typed = list_label_of(line);
        bool is_item = typed.kind == LIST_LABEL_BULLET && text_is(typed.label, "•");
        if (words.size > 0 && typed.kind != LIST_LABEL_NONE) {
            build_paragraph(document, NULL, TEXT(""), buffer_text(&words), section->at);
            words = text_buffer_new(document->arena);
        }
        if (is_item) {
            list = list == NULL ? build_list(document, NULL, false) : list;
            build_item(document, list, typed.label, typed.rest, section->at);
            continue;
        }
        list = NULL;
        if (words.size > 0)
            buffer_append_byte(&words, '\n');
        buffer_append(&words, line);
    }
    if (words.size > 0)
        build_paragraph(document, NULL, TEXT(""), buffer_text(&words), section->at);
}

/* A section's own blocks go behind the document's last: they are shown where they now stand. */
static void add_section(const struct rows *rows, const struct section_text *section,
                        struct text heading, unsigned level)
{
    struct document *document = rows->document;
    if (!text_is_empty(heading))
        build_heading(document, NULL, level, heading, section->at);
    if (section->blocks == NULL) {
        add_lines(document, section);
        return;
    }
    for (const struct block *from = section->blocks; from != NULL;) {
        if (is_bulleted(from)) {
            from = add_list(document, NULL, from);
            continue;
        }
        struct block *to = block_append(document, NULL, from->kind, from->span);
        struct block place = *to;
        *to = *from;
        to->next = place.next;
        to->parent = place.parent;
        if (to->kind == BLOCK_HEADING && to->level <= level)
            to->level = level + 1;
        from = from->next;
    }
}

/* Words without a heading would be read as those of the section in front of them. */
static void add_sections(const struct rows *rows, const struct role *role)
{
    struct text notes = vocabulary_word(rows->vocabulary, rows->language, "notes");
    for (const struct section_text *s = role->other, *before = NULL; s != NULL;
         before = s, s = s->next) {
        bool goes_on = before != NULL && text_is_empty(before->heading);
        bool is_bare = text_is_empty(s->heading) && !goes_on;
        add_section(rows, s, is_bare ? notes : s->heading, 2);
    }
}

static struct rows role_rows(struct arena *arena, const struct role *role,
                             const struct vocabulary *vocabulary)
{
    struct document *document = document_new(arena, NULL);
    enum language language = language_from_tag(role->language);
    document->title = role_title(role);
    document->language = role->language;
    return (struct rows){.document = document,
                         .vocabulary = vocabulary,
                         .language = language == LANG_COUNT ? LANG_EN : language,
                         .use = ROWS_FOR_FILES};
}

/* What stands below parts, or below each other, is a section of the file, and no entry. */
static bool is_entry(const struct rows *rows, const struct records *records)
{
    bool is_plain = true;
    for (size_t i = 0; i < records->count && rows->use == ROWS_EXACT; i++)
        is_plain &= records->rows[i].depth == 0 && text_is_empty(rows_part(&records->rows[i]));
    return is_plain && is_identity(records->element);
}

static void add_identity(const struct rows *rows, const struct role *role)
{
    if (!text_is_empty(role->language) || rows->use == ROWS_EXACT)
        metadata_append(rows->document, TEXT("lang"), role->language, role->at, role->at);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (is_entry(rows, &role->values[e]))
            add_entry(rows, &role->values[e]);
}

static void add_elements(const struct rows *rows, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && !is_entry(rows, &role->values[e]) &&
            role->values[e].state != STATE_ABSENT)
            add_element(rows, &role->values[e]);
}

struct document *compose_role(struct arena *arena, const struct role *role,
                              const struct vocabulary *vocabulary)
{
    struct rows rows = role_rows(arena, role, vocabulary);
    add_identity(&rows, role);
    if (!text_is_empty(role_title(role)))
        build_heading(rows.document, NULL, 1, role_title(role), role->at);
    add_elements(&rows, role);
    add_sections(&rows, role);
    return rows.document;
}

/* ---- a role that is read exactly ---- */

/* Headings of sections that would be taken for those of elements that the role does not have. */
static void name_sections(const struct rows *rows, const struct role *role)
{
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        enum element element =
            text_is_empty(s->heading)
                ? ELEMENT_COUNT
                : exact_element(rows->vocabulary, rows->document->arena, s->heading);
        if (element != ELEMENT_COUNT && element != ELEMENT_TITLE &&
            role->values[element].state == STATE_ABSENT)
            metadata_append(rows->document, TEXT(EXACT_SECTIONS), s->heading, s->at, s->at);
    }
}

struct document *compose_exact_role(struct arena *arena, const struct role *role,
                                    const struct vocabulary *vocabulary)
{
    struct rows rows = role_rows(arena, role, vocabulary);
    rows.use = ROWS_EXACT;
    metadata_append(rows.document, TEXT(EXACT_KEY), TEXT(EXACT_KIND), role->at, role->at);
    add_identity(&rows, role);
    name_sections(&rows, role);
    if (!text_is_empty(role_title(role)))
        build_heading(rows.document, NULL, 1, role_title(role), role->at);
    add_elements(&rows, role);
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        if (text_is_empty(s->heading))
            build_heading(rows.document, NULL, 2, TEXT(""), s->at);
        add_section(&rows, s, s->heading, 2);
    }
    return rows.document;
}

/* ---- what stands beside the roles ---- */

static struct document *part_new(struct arena *arena, const struct handbook *handbook,
                                 const char *kind)
{
    struct document *document = document_new(arena, NULL);
    struct span nowhere = {0};
    document->language = handbook->language;
    metadata_append(document, TEXT("kind"), text_from_string(kind), nowhere, nowhere);
    return document;
}

static struct rows part_rows(struct document *document, const struct vocabulary *vocabulary)
{
    enum language language = language_from_tag(document->language);
    return (struct rows){.document = document,
                         .vocabulary = vocabulary,
                         .language = language == LANG_COUNT ? LANG_EN : language,
                         .use = ROWS_FOR_FILES};
}

static struct text part_heading(const struct rows *rows, const struct records *records)
{
    return text_is_empty(records->heading)
               ? vocabulary_heading(rows->vocabulary, rows->language, records->element)
               : records->heading;
}

/* Runs of one group, each below a heading; group FIELD_NONE: all in one. */
static void add_groups(const struct rows *rows, const struct records *records, enum field group)
{
    for (size_t first = 0, end; first < records->count; first = end) {
        struct text name;
        end = rows_group_end(records, first, group, &name);
        if (!text_is_empty(name))
            build_heading(rows->document, NULL, 2, name, records->rows[first].at);
        rows_show_without(rows, records, first, end, group);
    }
}

struct document *compose_handbook_part(struct arena *arena, const struct handbook *handbook,
                                       enum element element, const struct vocabulary *vocabulary)
{
    static const struct {
        const char *kind;
        enum field group;
    } parts[ELEMENT_COUNT] = {
        [ELEMENT_HANDBOOK_BASELINE] = {"baseline", FIELD_HANDBOOK_BASELINE_GROUP},
        [ELEMENT_HANDBOOK_GOALS] = {"strategy", FIELD_NONE},
        [ELEMENT_HANDBOOK_PROCESSES] = {"processes", FIELD_HANDBOOK_PROCESSES_PROCESS},
        [ELEMENT_HANDBOOK_SCENARIOS] = {"scenarios", FIELD_NONE},
        [ELEMENT_HANDBOOK_POSITIONS] = {"organisation", FIELD_NONE}};
    const struct records *records = handbook_records(handbook, element);
    if (parts[element].kind == NULL || records->count == 0)
        return NULL;
    struct document *document = part_new(arena, handbook, parts[element].kind);
    struct rows rows = part_rows(document, vocabulary);
    build_heading(document, NULL, 1, part_heading(&rows, records), records->at);
    if (parts[element].group == FIELD_NONE)
        rows_show(&rows, records, 0, records->count);
    else
        add_groups(&rows, records, parts[element].group);
    return document;
}

struct document *compose_handbook_rest(struct arena *arena, const struct handbook *handbook,
                                       const struct vocabulary *vocabulary)
{
    struct document *document = part_new(arena, handbook, "preface");
    struct rows rows = part_rows(document, vocabulary);
    for (enum element e = ELEMENT_HANDBOOK_DEPARTMENTS; e < ELEMENT_COUNT; e++) {
        const struct records *records = handbook_records(handbook, e);
        if (records->count == 0 || e == ELEMENT_HANDBOOK_POSITIONS)
            continue; /* positions have a file of their own */
        build_heading(document, NULL, 1, part_heading(&rows, records), records->at);
        rows_show(&rows, records, 0, records->count);
    }
    return document->blocks == NULL ? NULL : document;
}

struct document *compose_handbook_pages(struct arena *arena, const struct handbook *handbook,
                                        const struct section_text **next,
                                        const struct vocabulary *vocabulary)
{
    struct document *document = part_new(arena, handbook, "preface");
    struct rows rows = part_rows(document, vocabulary);
    const struct source *source = (*next)->at.source;
    for (; *next != NULL && (*next)->at.source == source; *next = (*next)->next)
        if (!text_is_blank((*next)->text) || !text_is_empty((*next)->heading))
            add_section(&rows, *next, (*next)->heading, 1);
    return document->blocks == NULL ? NULL : document;
}
