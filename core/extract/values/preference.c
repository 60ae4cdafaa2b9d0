/* What words say of a condition: 「有駕照者優先」, "Nice to have: a van", "Education 學歷". */
#include "core/base/script.h"
#include "core/extract/labels/label.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"

#define NEED_BYTES 40 /* of the words in front of a colon that say so */

/* Off the end: stops, colons and closing brackets. */
static struct text without_stop(struct text folded)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT("."), TEXT_INIT(";"),
                                        TEXT_INIT(":"),  TEXT_INIT(")"), TEXT_INIT("!")};
    for (bool again = true; again;) {
        again = false;
        folded = text_trim(folded);
        for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
            if (text_ends_with(folded, stops[i])) {
                folded = text_slice(folded, 0, folded.size - stops[i].size);
                again = true;
            }
    }
    return folded;
}

bool is_preference_ahead(struct extraction *x, struct text caption)
{
    struct text folded = without_stop(fold_text(x->scratch, caption));
    return text_ends_with_any(folded, signs_of(x, SIGN_WISHED)) &&
           (is_preference(x, caption) || text_holds_any(folded, signs_of(x, SIGN_FOLLOWING)));
}

bool is_preference(struct extraction *x, struct text condition)
{
    static const struct text joints[] = {TEXT_INIT(","), TEXT_INIT(";"), TEXT_INIT("。"),
                                         TEXT_INIT(". "), TEXT_INIT(" (")};
    struct text folded = without_stop(fold_text(x->scratch, condition));
    if (!text_ends_with_any(folded, signs_of(x, SIGN_WISHED)))
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_find(folded, joints[i], 0) != TEXT_NOT_FOUND)
            return false; /* 「大專以上，有經驗者優先」: the first half is asked for, as English is in
                             "English (Danish is a plus)" */
    return true;
}

struct text need_in_front(struct extraction *x, struct text condition, struct text *rest)
{
    size_t width, colon = find_colon(text_head(condition, NEED_BYTES), &width);
    *rest = condition;
    if (colon == TEXT_NOT_FOUND || colon + width >= condition.size)
        return TEXT("");
    struct text need = vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED,
                                       text_slice(condition, 0, colon));
    if (!text_is_empty(need))
        *rest = text_trim(text_from(condition, colon + width));
    return need;
}

struct text kind_in_two_languages(struct extraction *x, struct text label, struct text *han)
{
    struct text front, latin;
    if (label.size > LABEL_BYTES || !label_is_bilingual(label, &front, &latin))
        return TEXT("");
    *han = text_trim(front);
    return vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, *han);
}
