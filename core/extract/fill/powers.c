/*
 * 「職責與權限」, "Responsibilities and authority": one section of both. What its holder may do are the
 * powers, all else are duties.
 */
#include "core/extract/fill/fill.h"
#include "core/model/fold.h"

static bool is_power(struct extraction *x, struct text item)
{
    struct text folded = fold_text(x->scratch, item);
    return text_starts_with_any_word(folded, signs_of(x, SIGN_MAY_START)) ||
           text_holds_any(folded, signs_of(x, SIGN_MAY)) ||
           text_ends_with_any(text_trim_any(folded, " 。；;."), signs_of(x, SIGN_MAY_END));
}

/* A section of duties of its own stands beside it: this one has those that say so plainly. */
static bool is_duty(struct extraction *x, const struct role *role, struct text item)
{
    return role->values[ELEMENT_DUTIES].count == 0 ||
           vocabulary_opening(x->vocabulary, x->scratch, item) == ELEMENT_DUTIES;
}

static void move_duties(struct extraction *x, struct role *role)
{
    struct records *powers = &role->values[ELEMENT_AUTHORITY];
    struct records duties = role->values[ELEMENT_DUTIES];
    size_t kept = 0, from = 0;
    bool moves = false;
    for (size_t i = 0; i < powers->count; i++) {
        struct record row = powers->rows[i];
        if (row.depth == 0)
            moves = !is_power(x, row.text) && is_duty(x, role, row.text);
        if (!moves) {
            powers->rows[kept++] = row;
            continue;
        }
        struct record *duty = record_append(x->handbook, &duties, row.text, row.at);
        duty->label = row.label;
        duty->depth = row.depth;
        account_retell(x->account, &from, row.text, ELEMENT_DUTIES);
    }
    if (kept == powers->count)
        return;
    if (text_is_empty(duties.heading)) {
        duties.heading = powers->heading;
        duties.at = powers->at;
    }
    powers->count = kept;
    if (kept == 0)
        *powers = (struct records){.element = ELEMENT_AUTHORITY, .at = powers->at};
    role->values[ELEMENT_DUTIES] = duties;
}

void part_powers(struct extraction *x)
{
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        const struct records *powers = &role->values[ELEMENT_AUTHORITY];
        if (powers->count > 0 && !text_is_empty(powers->heading) &&
            text_holds_any(fold_text(x->scratch, powers->heading), signs_of(x, SIGN_DUTY_WORD)))
            move_duties(x, role);
    }
}
