/* 「有駕照者優先」, 「懂日語尤佳」: a condition that is wished for, not asked for. */
#include "core/extract/values/values.h"
#include "core/model/fold.h"

/* How such a condition ends, folded. */
static const struct text endings[] = {
    TEXT_INIT("优先"),     TEXT_INIT("优先考虑"), TEXT_INIT("优先录用"), TEXT_INIT("优先录取"),
    TEXT_INIT("优先聘用"), TEXT_INIT("者佳"),     TEXT_INIT("尤佳"),     TEXT_INIT("为佳"),
    TEXT_INIT("更佳"),     TEXT_INIT("者更好"),   TEXT_INIT("加分"),     TEXT_INIT("可加分"),
    TEXT_INIT("尚可"),     TEXT_INIT("歓迎"),     TEXT_INIT("的优先"),
};

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

bool is_preference(struct extraction *x, struct text condition)
{
    static const struct text joints[] = {TEXT_INIT(","), TEXT_INIT(";"), TEXT_INIT("。")};
    struct text folded = without_stop(fold_text(x->scratch, condition));
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_find(folded, joints[i], 0) != TEXT_NOT_FOUND)
            return false; /* 「大專以上，有經驗者優先」: the first half is asked for */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends_with(folded, endings[i]))
            return true;
    return false;
}
