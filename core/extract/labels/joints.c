#include "core/extract/labels/joints.h"

bool is_joint(const struct extraction *x, struct text word)
{
    struct text_list joints = signs_of(x, SIGN_JOINT);
    size_t i = 0;
    while (i < joints.count && !text_equal_ascii_case(word, joints.texts[i]))
        i++;
    return i < joints.count;
}

struct text in_front_of_joint(const struct extraction *x, struct text title)
{
    size_t blank = text_find(title, TEXT(" "), 0);
    while (blank != TEXT_NOT_FOUND) {
        size_t next = text_find(title, TEXT(" "), blank + 1);
        if (next != TEXT_NOT_FOUND && is_joint(x, text_slice(title, blank + 1, next)))
            return text_slice(title, 0, blank);
        blank = next;
    }
    return title;
}
