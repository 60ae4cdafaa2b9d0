/* One role in canonical form: what a role file looks like when rolebook writes it. */
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/rows.h"

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

static void add_element(const struct rows *rows, const struct records *records)
{
    struct text heading = vocabulary_heading(rows->vocabulary, rows->language, records->element);
    build_heading(rows->document, NULL, 2, heading, records->at);
    if (records->state == STATE_NOT_APPLICABLE)
        build_paragraph(rows->document, NULL, TEXT(""), rows_absence(rows, records), records->at);
    else if (element_row(records->element)->kind == KIND_TEXT)
        build_paragraph(rows->document, NULL, TEXT(""),
                        records->count == 0 ? TEXT("") : records->rows[0].text, records->at);
    else
        rows_show(rows, records, 0, records->count);
}

/* A section's own blocks go behind the document's last: they are shown where they now stand. */
static void add_section(const struct rows *rows, const struct section_text *section)
{
    struct document *document = rows->document;
    if (!text_is_empty(section->heading))
        build_heading(document, NULL, 2, section->heading, section->at);
    if (section->blocks == NULL) {
        build_paragraph(document, NULL, TEXT(""), section->text, section->at);
        return;
    }
    for (const struct block *from = section->blocks; from != NULL; from = from->next) {
        struct block *to = block_append(document, NULL, from->kind, from->span);
        struct block place = *to;
        *to = *from;
        to->next = place.next;
        to->parent = place.parent;
        if (to->kind == BLOCK_HEADING && to->level < 3)
            to->level = 3;
    }
}

struct document *compose_role(struct arena *arena, const struct role *role,
                              const struct vocabulary *vocabulary)
{
    struct document *document = document_new(arena, NULL);
    enum language language = language_from_tag(role->language);
    struct rows rows = {.document = document,
                        .vocabulary = vocabulary,
                        .language = language == LANG_COUNT ? LANG_EN : language,
                        .use = ROWS_FOR_FILES};
    document->title = role_title(role);
    document->language = role->language;
    if (!text_is_empty(role->language))
        metadata_append(document, TEXT("lang"), role->language, role->at, role->at);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (is_identity((enum element)e))
            add_entry(&rows, &role->values[e]);
    if (!text_is_empty(role_title(role)))
        build_heading(document, NULL, 1, role_title(role), role->at);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && !is_identity((enum element)e) &&
            role->values[e].state != STATE_ABSENT)
            add_element(&rows, &role->values[e]);
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        add_section(&rows, s);
    return document;
}
