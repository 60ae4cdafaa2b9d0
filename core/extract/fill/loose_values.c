/*
 * Two values of an element that has one, of which one is only near the post: the house around its
 * department, the number of the paper beside its own. That one stands beside the role.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define HOUSE_LENGTH 4 /* characters of a name, at least: 總校 is a part of one */

bool is_house_name(struct extraction *x, struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    return text_code_points(name) >= HOUSE_LENGTH &&
           (text_ends_with_any(name, signs_of(x, SIGN_HOUSE_END)) ||
            text_ends_with_any(folded, signs_of(x, SIGN_OWNER))) &&
           !text_ends_with_any(name, signs_of(x, SIGN_BRANCH));
}

/* By the label, or the title of a form that it comes from, and by its words. */
static bool is_loose(struct extraction *x, enum element element, struct text label,
                     struct text value)
{
    struct text folded = label_folded(x, label);
    if (element == ELEMENT_ID)
        return text_is_any(folded, signs_of(x, SIGN_PAPER_DATA));
    bool may_be_house = text_is_empty(label) || text_is_any(folded, signs_of(x, SIGN_HOUSE_LABEL));
    return element == ELEMENT_DEPARTMENT && may_be_house && is_house_name(x, value);
}

bool fill_beside_loose(struct extraction *x, struct text value, struct span at)
{
    struct records *records = x->target.records;
    struct record *record = &records->rows[0];
    struct text heading = x->target.heading.text, loose = value;
    bool was_loose = is_loose(x, records->element, records->heading, record->text);
    if (was_loose == is_loose(x, records->element, heading, value))
        return false;
    struct span loose_at = at;
    if (was_loose) {
        loose = record->text;
        loose_at = record->at;
        note(x, USE_VALUE, value, at);
        record->text = value;
        record->at = at;
        struct text label = records->heading;
        records->heading = heading;
        heading = label;
    }
    open_other(x, heading, LEVEL_LINE, loose_at, false);
    fill_text(x, loose, TEXT(""), 0, loose_at);
    close_target(x);
    return true;
}
