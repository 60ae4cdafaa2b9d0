/* Tables that list roles which the document tells of elsewhere: they name none of their own. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/tables/tables.h"
#include "core/model/fold.h"

#define INDEX_DISTANCE 100 /* pieces from the top in which a list of the roles may stand */
#define INDEX_ROWS 50      /* of it that are compared: a bound on work */
#define LIST_ROWS_MIN 3    /* a head and two names */
#define PLACES_MIN 3       /* the list, and two that tell of its roles */
#define FORMS_MAX 200      /* forms whose names are compared: alike */

/* "L2: Software Engineer II": what stands behind the code of a level; else all of it. */
static struct text behind_code(struct extraction *x, struct text name)
{
    static const struct text ends[] = {TEXT_INIT(": "), TEXT_INIT("："), TEXT_INIT(" - "),
                                       TEXT_INIT(" – "), TEXT_INIT(" — ")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t end = text_find(name, ends[i], 0);
        if (end != TEXT_NOT_FOUND && !text_is_empty(level_code(x, text_slice(name, 0, end)).prefix))
            return text_trim(text_from(name, end + ends[i].size));
    }
    return name;
}

/* "Member A — Lead Developer": who it is, or what, on one side of the dash; name is folded. */
static bool is_side_of_dash(struct extraction *x, struct text heading, struct text name)
{
    struct text who, what;
    return part_at_dash(heading, &who, &what) && (text_equal(name, fold_label(x->scratch, who)) ||
                                                  text_equal(name, fold_label(x->scratch, what)));
}

/* 「審核者 Committer」: the name of the table is one half of a heading in two languages. */
static bool is_half_of(struct extraction *x, struct text heading, struct text name)
{
    size_t blank = text_find(heading, TEXT(" "), 0);
    if (blank == TEXT_NOT_FOUND || is_latin_text(heading))
        return false;
    struct text front = text_slice(heading, 0, blank), back = text_trim(text_from(heading, blank));
    return is_latin_text(front) != is_latin_text(back) &&
           (text_equal(name, fold_label(x->scratch, front)) ||
            text_equal(name, fold_label(x->scratch, back)));
}

static bool names_role(struct extraction *x, const struct outline *outline, struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    for (size_t i = 0; i < outline->count && !text_is_empty(folded); i++) {
        struct text other = outline->pieces[i].name, holder = outline->pieces[i].holder;
        if (outline->pieces[i].is_role &&
            (text_equal(folded, fold_label(x->scratch, other)) ||
             text_equal(folded, fold_label(x->scratch, holder)) ||
             text_equal(folded, fold_label(x->scratch, behind_code(x, other))) ||
             is_side_of_dash(x, other, folded) || is_half_of(x, other, folded)))
            return true;
    }
    return false;
}

/* The column of who holds each role; SIZE_MAX: the table has none. */
static size_t holder_column(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++)
        if (is_person_head(x, cell_words(x, table_cell(table, 0, c))))
            return c;
    return SIZE_MAX;
}

/* The names, folded, in forms of roles, and which pieces these are. */
struct form_names {
    struct text names[FORMS_MAX];
    size_t pieces[FORMS_MAX], count;
};

static struct form_names *read_form_names(struct extraction *x, const struct outline *outline)
{
    struct form_names *forms = arena_new_array(x->scratch, 1, struct form_names);
    for (size_t i = 0; i < outline->count && forms->count < FORMS_MAX; i++) {
        const struct piece *piece = &outline->pieces[i];
        struct text name = piece->kind == PIECE_TABLE ? title_in(x, piece->block) : TEXT("");
        if (text_is_empty(name))
            continue;
        forms->pieces[forms->count] = i;
        forms->names[forms->count++] = fold_label(x->scratch, name);
    }
    return forms;
}

/* A form behind that piece is of the role with the name. */
static bool names_form(struct extraction *x, const struct form_names *forms, size_t table,
                       struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    for (size_t i = 0; i < forms->count && !text_is_empty(folded); i++)
        if (forms->pieces[i] > table && text_equal(folded, forms->names[i]))
            return true;
    return false;
}

/* The column below 「崗位名稱」, whatever stands beside it: 頁碼. */
static bool has_names(struct extraction *x, const struct table *table, size_t *title)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_find(x, cell_words(x, head_cell(table, 0, c)));
        *title = c;
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE)
            return true;
    }
    return false;
}

/* Where the first role is told of: a list stands near the top, or in front of that. */
static size_t end_of_lists(const struct outline *outline)
{
    size_t first = outline_role_from(outline, 0);
    return first < INDEX_DISTANCE || first == outline->count ? INDEX_DISTANCE : first;
}

/* A document of one role or form has no list of them. */
static bool may_have_index(const struct outline *outline)
{
    size_t places = 0;
    for (size_t i = 0; i < outline->count && places < PLACES_MIN; i++)
        places += outline->pieces[i].is_role || outline->pieces[i].kind == PIECE_TABLE;
    return places == PLACES_MIN;
}

/* One row a role, and the roles again under headings or in forms of their own: the table is their
 * list. */
void mark_indexes(struct extraction *x, struct outline *outline)
{
    struct form_names *forms = NULL;
    if (!may_have_index(outline))
        return;
    size_t end = end_of_lists(outline);
    for (size_t i = 0; i < outline->count && i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t title, named = 0;
        if (piece->kind != PIECE_TABLE || piece->block->table->rows < LIST_ROWS_MIN)
            continue;
        const struct table *table = piece->block->table;
        if (!is_role_rows(x, table, &title) && !has_names(x, table, &title))
            continue;
        size_t holder = holder_column(x, table);
        forms = forms == NULL ? read_form_names(x, outline) : forms;
        for (size_t r = 1; r < table->rows && r <= INDEX_ROWS; r++)
            named += names_role(x, outline, cell_words(x, table_cell(table, r, title))) ||
                     names_form(x, forms, i, cell_words(x, table_cell(table, r, title))) ||
                     (holder != SIZE_MAX &&
                      names_role(x, outline, cell_words(x, table_cell(table, r, holder))));
        piece->is_index |=
            2 * named >= (table->rows - 1 < INDEX_ROWS ? table->rows - 1 : INDEX_ROWS);
    }
}
