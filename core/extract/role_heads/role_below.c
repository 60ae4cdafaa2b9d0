/*
 * How much what stands below a heading looks like the elements of one role: forms, headings of
 * sections, lines of labels, or a sentence that seeks whom the heading names.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/prose.h"

#define FORM_ELEMENTS 3  /* labels of a table without the position's own */
#define NAMED_ELEMENTS 2 /* the same below its name, when duties are among them */
#define ROLE_SCORE 2     /* one sure heading below, or two that are also words */

/* The elements that the tables below a heading have labels of: a form may go on in the next. */
struct form_elements {
    bool seen[ELEMENT_ROLE_COUNT];
    unsigned count;
};

/*
 * A form names the position, or holds several elements that are no ordinary words; below the
 * position's name two are enough.
 */
static unsigned table_score(struct extraction *x, const struct block *block, bool is_below_name,
                            struct form_elements *form)
{
    size_t title;
    if (has_form_names(block->table))
        return ROLE_SCORE;
    if (is_role_rows(x, block->table, &title) || is_people_list(x, block->table) ||
        is_system_table(x, block->table) || is_level_columns(x, block->table))
        return 0; /* roles of their own, or none */
    if (form_names_position(x, block))
        return ROLE_SCORE;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_in_cell(x, cell);
        if (label.kind != LABEL_ELEMENT || label.needs_context || label.is_part)
            continue;
        if (label.element == ELEMENT_TITLE)
            return ROLE_SCORE; /* in front of its value, in one cell */
        form->count += !form->seen[label.element];
        form->seen[label.element] = true;
    }
    bool is_named = is_below_name && block->table->columns == 2 && form->seen[ELEMENT_DUTIES];
    return form->count >= (is_named ? NAMED_ELEMENTS : FORM_ELEMENTS) ? ROLE_SCORE : 0;
}

bool outline_is_form(struct extraction *x, const struct block *block)
{
    size_t title;
    return is_role_rows(x, block->table, &title) || is_responsibility_matrix(x, block->table) ||
           is_level_columns(x, block->table) || is_table_of_duties(x, block->table) ||
           table_score(x, block, false, &(struct form_elements){.count = 0}) > 0;
}

/* How sure a heading's label makes it that it is one of a role's sections. */
static unsigned heading_score(const struct piece *piece)
{
    if (piece->label.kind == LABEL_ELEMENT)
        return piece->label.needs_context ? 1 : ROLE_SCORE;
    if (piece->guess.guess == GUESS_PHRASE)
        return ROLE_SCORE;
    return piece->guess.kind == LABEL_ELEMENT;
}

/* "Responsibilities" right over items: an ordinary word, but below a position's name its duties. */
static bool is_over_duties_list(const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    return piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_DUTIES &&
           next < outline->count && piece_is_item(&outline->pieces[next]);
}

/* Contacts, dates, conditions of work and outputs: tasks, teams and files have such, too. */
static bool says_little(const struct label *label)
{
    static const enum element elements[] = {ELEMENT_RELATIONS, ELEMENT_CONDITIONS, ELEMENT_LOCATION,
                                            ELEMENT_DOCUMENTS, ELEMENT_EDITION,    ELEMENT_APPROVAL,
                                            ELEMENT_GOALS};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (label->kind == LABEL_ELEMENT && label->element == elements[i])
            return true;
    return label->kind == LABEL_FIELD;
}

/*
 * "Kitchen Porter", the first heading, over "We are looking for a Kitchen Porter": who is sought. So
 * it is over prose that tells what its holder will do.
 */
static bool is_sought(struct extraction *x, const struct outline *outline, size_t heading)
{
    struct value title;
    for (size_t i = 0; i < heading; i++)
        if (outline->pieces[i].kind == PIECE_HEADING)
            return false;
    struct text name = outline->pieces[heading].text;
    return (find_title_sentence(x, &title) &&
            text_equal(label_folded(x, name), label_folded(x, title.text))) ||
           find_prose(x, outline, heading, name, &(size_t){0});
}

/* How much what stands directly under a heading looks like the elements of one role. */
static unsigned score_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *above = &outline->pieces[heading];
    struct form_elements form = {.count = 0};
    unsigned score = 0, shallowest = LEVEL_LINE;
    bool is_position = outline_is_position(x, above), has_core = is_position;
    if (is_position && is_sought(x, outline, heading))
        score = ROLE_SCORE;
    for (size_t i = heading + 1; i < outline->count && (score < ROLE_SCORE || !has_core); i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE && shallowest == LEVEL_LINE)
            score += is_one_pair(x, piece->block->table)
                         ? ROLE_SCORE
                         : table_score(x, piece->block, is_position, &form);
        const struct label *label = piece_meaning(piece);
        if (piece->kind == PIECE_TABLE && shallowest == LEVEL_LINE)
            has_core = true;
        if (piece->kind == PIECE_PAIRS && shallowest == LEVEL_LINE) {
            has_core |= !says_little(label);
            score += piece->label.needs_context || piece->label.is_part ? 1 : ROLE_SCORE;
        }
        if (piece->kind != PIECE_HEADING)
            continue;
        bool is_form = piece->label.kind == LABEL_FORM && i == outline_next(outline, heading);
        if ((piece->level <= above->level && !is_form) || piece->is_role)
            break;
        if (piece->level > shallowest || is_over_role_rows(x, outline, i) ||
            !text_is_empty(piece->of_role)) /* of a role of its own */
            continue;
        if (is_form) { /* "Position description": the sections follow */
            score += is_position ? ROLE_SCORE : 0;
            continue;
        }
        shallowest = piece->level;
        score += is_position && is_over_duties_list(outline, i) ? ROLE_SCORE : heading_score(piece);
        has_core |= label->kind == LABEL_ELEMENT && !says_little(label);
    }
    return has_core ? score : 0;
}

bool has_role_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    return score_below(x, outline, heading) >= ROLE_SCORE;
}
