/*
 * 「職責與權限」, "Duties and requirements": one section of both. What a holder may do are the powers,
 * what he must bring the conditions, all else are duties.
 */
#include "core/extract/fill/fill.h"
#include "core/model/fold.h"

/* Which rows of a section belong to another element. */
struct parting {
    enum element from, to;
    /* whether a row does; moved: the row in front of it did */
    bool (*moves)(struct extraction *x, const struct role *role, struct text row, bool moved);
};

/* ---- powers among duties ---- */

static bool is_power(struct extraction *x, struct text row)
{
    struct text folded = fold_text(x->scratch, row);
    return text_starts_with_any_word(folded, signs_of(x, SIGN_MAY_START)) ||
           text_holds_any(folded, signs_of(x, SIGN_MAY)) ||
           text_ends_with_any(text_trim_any(folded, " 。；;."), signs_of(x, SIGN_MAY_END));
}

/* A section of duties of its own stands beside it: this one has those that say so plainly. */
static bool is_duty(struct extraction *x, const struct role *role, struct text row, bool moved)
{
    (void)moved;
    return !is_power(x, row) &&
           (role->values[ELEMENT_DUTIES].count == 0 ||
            vocabulary_opening(x->vocabulary, x->scratch, row) == ELEMENT_DUTIES);
}

/* ---- conditions among duties ---- */

static bool is_act(struct extraction *x, struct text row)
{
    return vocabulary_opening(x->vocabulary, x->scratch, row) == ELEMENT_DUTIES;
}

static bool is_need(struct extraction *x, struct text row)
{
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, row);
    return opening == ELEMENT_APPOINTMENT ||
           (opening != ELEMENT_DUTIES &&
            vocabulary_speaks_of(x->vocabulary, x->scratch, row, ELEMENT_APPOINTMENT));
}

/* Among conditions: an act, or what says neither behind one. */
static bool goes_to_duties(struct extraction *x, const struct role *role, struct text row,
                           bool moved)
{
    (void)role;
    return is_act(x, row) || (moved && !is_need(x, row));
}

/* Among duties: what it takes. What says neither stays. */
static bool goes_to_conditions(struct extraction *x, const struct role *role, struct text row,
                               bool moved)
{
    (void)role, (void)moved;
    return is_need(x, row);
}

/* Words for what is done and words for what it takes: 「職位描述與要求」 */
static bool names_both(struct extraction *x, struct text heading)
{
    struct text folded = fold_text(x->scratch, heading);
    return text_holds_any(folded, signs_of(x, SIGN_TASK_WORD)) &&
           text_holds_any(folded, signs_of(x, SIGN_NEED_WORD));
}

/* ---- parting ---- */

/* Rows below a row go where it goes. */
static void part_rows(struct extraction *x, struct role *role, const struct parting *parting)
{
    struct records *rows = &role->values[parting->from];
    struct records others = role->values[parting->to];
    size_t kept = 0, from = 0;
    bool moves = false;
    for (size_t i = 0; i < rows->count; i++) {
        struct record row = rows->rows[i];
        if (row.depth == 0)
            moves = parting->moves(x, role, row.text, moves);
        if (!moves) {
            rows->rows[kept++] = row;
            continue;
        }
        struct record *other = record_append(x->handbook, &others, row.text, row.at);
        other->label = row.label;
        other->depth = row.depth;
        account_retell(x->account, &from, row.text, parting->to);
    }
    if (kept == rows->count)
        return;
    if (text_is_empty(others.heading)) {
        others.heading = rows->heading;
        others.at = rows->at;
    }
    rows->count = kept;
    if (kept == 0)
        *rows = (struct records){.element = parting->from, .at = rows->at};
    role->values[parting->to] = others;
}

void part_sections_of_both(struct extraction *x)
{
    static const struct parting powers = {ELEMENT_AUTHORITY, ELEMENT_DUTIES, is_duty};
    static const struct parting acts = {ELEMENT_APPOINTMENT, ELEMENT_DUTIES, goes_to_duties};
    static const struct parting needs = {ELEMENT_DUTIES, ELEMENT_APPOINTMENT, goes_to_conditions};
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct text may = role->values[ELEMENT_AUTHORITY].heading;
        struct text brings = role->values[ELEMENT_APPOINTMENT].heading;
        struct text does = role->values[ELEMENT_DUTIES].heading;
        if (text_holds_any(fold_text(x->scratch, may), signs_of(x, SIGN_DUTY_WORD)))
            part_rows(x, role, &powers);
        if (names_both(x, brings))
            part_rows(x, role, &acts);
        if (names_both(x, does))
            part_rows(x, role, &needs);
    }
}
