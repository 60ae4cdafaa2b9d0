#include "core/check/baseline_items.h"
#include "core/model/fold.h"

/* In folded form; what is assigned must be other work, not a named piece of it. */
static const char *const ad_hoc_words[] = {"临时交办",
                                           "交办的其他",
                                           "交办其他",
                                           "交办的其它",
                                           "交办其它",
                                           "交办的临时",
                                           "交办的工作",
                                           "交办的任务",
                                           "安排的其他工作",
                                           "安排的其它工作",
                                           "临时安排的工作",
                                           "临时性工作",
                                           "other duties as",
                                           "other duties that may be assigned",
                                           "other work assigned",
                                           "other tasks as",
                                           "other tasks assigned",
                                           "other related duties",
                                           "other duties assigned",
                                           "work assigned ad hoc",
                                           "other responsibilities as"};

bool is_ad_hoc_work(const struct arena *like, struct text duty)
{
    struct arena *scratch = arena_open_like(like); /* a handbook has a hundred thousand duties */
    struct text folded = fold_text(scratch, duty);
    bool is_found = false;
    for (size_t i = 0; i < sizeof ad_hoc_words / sizeof *ad_hoc_words && !is_found; i++)
        is_found = text_find(folded, text_from_string(ad_hoc_words[i]), 0) != TEXT_NOT_FOUND;
    arena_close(scratch);
    return is_found;
}
