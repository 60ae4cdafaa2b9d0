/*
 * Lines and headings that name roles, each right over a table of its own: under the same heads, or
 * a form with the labels that the one before it had, or those of a vacancy.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"

#define LABELS_MIN 2 /* in the first column of a form: one may be a table's head */
#define TERMS_MIN 3  /* labels of what a vacancy says, in any of its columns */

/* A head of the table speaks of what somebody does. */
static bool tells_duties(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; table->grid != NULL && c < table->columns; c++) {
        struct text head = cell_words(x, table_cell(table, 0, c));
        struct label label = label_find(x, head);
        if (label.kind == LABEL_UNKNOWN)
            label = label_guess_in_form(x, head);
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES)
            return true;
    }
    return false;
}

/* The table right below a line or heading that may be a name; NULL: it stands over something else.
 */
static const struct block *table_below(struct extraction *x, const struct outline *outline,
                                       size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    bool may_be = (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
                  next < outline->count && outline->pieces[next].kind == PIECE_TABLE;
    may_be = may_be && outline_is_name_like(x, piece) &&
             !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
    return may_be ? outline->pieces[next].block : NULL;
}

/* The first rows of both hold the same words. */
static bool have_same_heads(struct extraction *x, const struct table *one,
                            const struct table *other)
{
    bool are_same = one->columns == other->columns && one->rows > 1 && other->rows > 1;
    for (size_t c = 0; are_same && c < one->columns; c++)
        are_same = text_equal(cell_words(x, table_cell(one, 0, c)),
                              cell_words(x, table_cell(other, 0, c)));
    return are_same;
}

/*
 * Where a form, labels in front of their values, tells what somebody does; NULL: it does not, or
 * has the name inside.
 */
static const struct cell *duties_of_form(struct extraction *x, const struct block *block)
{
    const struct cell *duties = NULL;
    size_t title, labels = 0;
    if (block->table->columns < 2 || is_role_rows(x, block->table, &title) ||
        form_names_position(x, block))
        return NULL;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        if (cell->column > 0 || label.kind != LABEL_ELEMENT)
            continue;
        labels++;
        if (label.element == ELEMENT_DUTIES && duties == NULL)
            duties = cell;
    }
    return labels >= LABELS_MIN ? duties : NULL;
}

/* Forms that begin with the same label, and tell below the same one what somebody does. */
static bool are_same_forms(struct extraction *x, const struct block *one, const struct block *other)
{
    const struct cell *duties = duties_of_form(x, one), *of_other = duties_of_form(x, other);
    return duties != NULL && of_other != NULL &&
           text_equal(cell_words(x, duties), cell_words(x, of_other)) &&
           text_equal(cell_words(x, table_cell(one->table, 0, 0)),
                      cell_words(x, table_cell(other->table, 0, 0)));
}

/* How many are sought, where, for what pay, and what they need: a form of a vacancy. */
static bool is_form_of_vacancy(struct extraction *x, const struct block *block)
{
    static const enum element elements[] = {ELEMENT_HEADCOUNT,  ELEMENT_LOCATION,
                                            ELEMENT_REWARDS,    ELEMENT_APPOINTMENT,
                                            ELEMENT_EMPLOYMENT, ELEMENT_DEPARTMENT};
    size_t terms = 0;
    bool is_counted = false;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        bool is_of_elements = false;
        for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
            is_of_elements |= label.kind == LABEL_ELEMENT && label.element == elements[i];
        terms += is_of_elements;
        is_counted |= is_of_elements && label.element == ELEMENT_HEADCOUNT;
    }
    return is_counted && terms >= TERMS_MIN;
}

/* 「前台接待」 and 「銷售經理」, each over a form of the vacancy, with the same label first. */
static bool are_over_vacancies(struct extraction *x, const struct piece *one,
                               const struct block *below, const struct piece *other,
                               const struct block *below_other)
{
    size_t title;
    return outline_is_position(x, one) && outline_is_position(x, other) &&
           below->table->columns > 1 && !is_role_rows(x, below->table, &title) &&
           !is_role_rows(x, below_other->table, &title) && !form_names_position(x, below) &&
           !form_names_position(x, below_other) && is_form_of_vacancy(x, below) &&
           is_form_of_vacancy(x, below_other) &&
           text_equal(cell_words(x, table_cell(below->table, 0, 0)),
                      cell_words(x, table_cell(below_other->table, 0, 0)));
}

/* What stands over two tables names a role each, and the rows of the tables are duties. */
static bool are_over_duties(struct extraction *x, const struct piece *one,
                            const struct block *below, const struct piece *other,
                            const struct block *below_other)
{
    return (!one->is_role || one->is_duties) && !other->is_role && outline_is_position(x, one) &&
           outline_is_position(x, other) && tells_duties(x, below_other->table) &&
           !outline_is_form(x, below_other) && have_same_heads(x, below->table, below_other->table);
}

static void name_role(const struct extraction *x, struct piece *piece, bool is_duties)
{
    if (piece->is_role)
        return;
    if (piece->kind != PIECE_HEADING)
        piece->level = LEVEL_NAMED;
    piece->kind = PIECE_HEADING;
    piece->is_role = true;
    piece->is_duties = is_duties;
    piece->name = name_of_line(x, piece->text);
}

/*
 * 「（1）前端工程師」, 「（2）後端工程師」, each right over a table of its own under the same
 * heads, or over a form like the other's: what each of them does.
 */
void find_names_over_tables(struct extraction *x, struct outline *outline)
{
    struct piece *before = NULL;
    const struct block *below_before = NULL;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        const struct block *below = table_below(x, outline, i);
        if (below == NULL)
            continue;
        bool are_alike = below_before != NULL && piece_look(before) == piece_look(piece) &&
                         !text_equal(before->text, piece->text);
        bool are_duties = are_alike && are_over_duties(x, before, below_before, piece, below);
        bool are_forms = are_alike && (are_same_forms(x, below_before, below) ||
                                       are_over_vacancies(x, before, below_before, piece, below));
        if (are_duties || are_forms) {
            name_role(x, before, are_duties);
            name_role(x, piece, are_duties);
        }
        before = piece;
        below_before = below;
    }
}
