/*
 * Bars of a form that name roles: 出納員工作說明書, 出納組長 over a row of labels, and others over the
 * same labels.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define NAME_HAN 8    /* of a name that nobody knows */
#define ROWS_READ 200 /* in search of a bar with a known name: a bound on work */

/* 「崗位一：出納組長」: the name behind its label; else all of it. */
static struct text behind_title_label(struct extraction *x, struct text words)
{
    struct pair pair;
    bool is_title = label_pairs(x, words, &pair, 1) == 1 && pair.label.kind == LABEL_ELEMENT &&
                    pair.label.element == ELEMENT_TITLE && !text_is_empty(pair.value);
    return is_title ? pair.value : words;
}

/* A row of labels, or of labels and values, stands right below. */
static bool is_over_labels(struct form *form, size_t r)
{
    bool any = false;
    struct form_row below = {0};
    if (r + 1 < form->end_row)
        below = form_read_row(form, r + 1);
    for (size_t i = 0; below.filled > 1 && i < below.count; i++)
        any |= is_label(&below.cells[i]) || begins_with_pair(form->x, below.cells[i].words);
    return any;
}

/* 出納員工作說明書, or 出納組長 over a row of labels: the name of a role; empty: it is none. */
static struct text name_in_bar(struct form *form, const struct form_cell *bar, size_t r)
{
    struct extraction *x = form->x;
    struct text name;
    bool is_duties = false;
    bool is_known = bar->label.kind != LABEL_UNKNOWN && !bar->label.needs_context;
    if (is_known || form->first_column > 0 ||
        text_find(bar->words, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return TEXT("");
    if (label_role_name(x, bar->words, &name, &is_duties) && !is_duties)
        return name;
    if (!is_duties) /* "Rigger Job Description" may be over duties, too: labels below say which */
        name = behind_title_label(x, bar->words);
    return is_over_labels(form, r) && is_short(bar->words) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name))
               ? name
               : TEXT("");
}

/* How many bars of the table name roles, as far as two. */
static size_t count_role_bars(struct form *form)
{
    size_t bars = 0;
    for (size_t r = form->first_row; r < form->end_row && bars < 2; r++) {
        struct form_row row = form_read_row(form, r);
        bars += row.filled > 0 && form_is_bar(form, &row) &&
                !text_is_empty(name_in_bar(form, &row.cells[row.first], r));
    }
    return bars;
}

/*
 * 砧板 over a row of labels that a bar with a known name, in the same table, is over as well: a
 * name, though no word of it says so.
 */
static bool is_bar_beside_names(struct form *form, const struct form_cell *bar, size_t r)
{
    struct extraction *x = form->x;
    if (form->first_column > 0 || bar->label.kind != LABEL_UNKNOWN || is_latin_text(bar->words) ||
        text_code_points(bar->words) > NAME_HAN || !is_over_labels(form, r) ||
        label_guess_in_form(x, bar->words).kind != LABEL_UNKNOWN || is_department(x, bar->words) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, bar->words))
        return false;
    struct text label = form_read_row(form, r + 1).cells[0].words;
    size_t end =
        form->end_row < form->first_row + ROWS_READ ? form->end_row : form->first_row + ROWS_READ;
    for (size_t k = form->first_row; k + 1 < end; k++) {
        struct form_row row = form_read_row(form, k);
        if (k == r || row.filled == 0 || !form_is_bar(form, &row) ||
            text_is_empty(name_in_bar(form, &row.cells[row.first], k)))
            continue;
        struct form_row below = form_read_row(form, k + 1);
        return below.count > 0 && text_equal(below.cells[0].words, label);
    }
    return false;
}

/* A label of the next row with words is one that the role has already been told of. */
static bool is_told_again(struct form *form, size_t r)
{
    for (r++; r < form->end_row; r++) {
        struct form_row row = form_read_row(form, r);
        for (size_t i = 0; i < row.count; i++) {
            const struct label *label = &row.cells[i].label;
            if (label->kind == LABEL_ELEMENT && form->x->role->values[label->element].count > 0)
                return true;
        }
        if (row.filled > 0)
            return false;
    }
    return false;
}

/* 護理師職務說明書 at the top of a form, below a title that names no position: 員工手冊. */
static bool is_below_other_title(const struct form *form, struct text name, size_t r)
{
    struct extraction *x = form->x;
    return r == form->first_row && x->role_is_fresh &&
           !vocabulary_is_position(x->vocabulary, x->scratch, role_title(x->role)) &&
           vocabulary_is_position(x->vocabulary, x->scratch, name);
}

bool form_bar_begins_role(struct form *form, const struct form_cell *bar, size_t r)
{
    struct extraction *x = form->x;
    struct text name = name_in_bar(form, bar, r);
    bool is_beside = text_is_empty(name) && is_bar_beside_names(form, bar, r);
    name = is_beside ? bar->words : name;
    if (text_is_empty(name))
        return false;
    struct records *title = x->role == NULL ? NULL : &x->role->values[ELEMENT_TITLE];
    bool is_named = title != NULL && is_filled(title);
    bool is_several = is_beside || count_role_bars(form) > 1;
    bool is_next = is_named && r == 0 && is_told_again(form, r);
    if (is_named && !is_several && !is_next && !is_below_other_title(form, name, r))
        return false; /* the role's own, or words of another kind */
    form_leave_section(form);
    if (is_named && x->role_is_fresh) {
        size_t entry = x->role_entry;
        account_let_go(x->account, &entry, role_title(x->role), CLUE_BARE);
        title->count = 0;
        title->state = STATE_ABSENT;
    }
    name = name_of_line(x, name);
    begin_role(x, name, x->role == NULL ? LEVEL_PSEUDO : x->role_level, bar->cell->span);
    x->clue = CLUE_BAR;
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, bar->words, bar->cell->span);
    return true;
}
