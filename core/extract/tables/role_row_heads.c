/* What the heads of a table with one role a row say that its columns hold. */
#include "core/base/script.h"
#include "core/extract/tables/tables.h"

#define ENDING_HAN 4 /* characters of a label that a composed head ends in */

/*
 * "GDaD role" ends in a label, 工讀時間 in another: what a head is about that is none itself. Two
 * elements may share an ending, so the longest that is a label counts.
 */
struct label label_of_ending(struct extraction *x, struct text head)
{
    size_t begin = head.size;
    struct label found = label_of(ELEMENT_COUNT);
    if (head.size > LABEL_BYTES || ends_in_colon(head))
        return found;
    if (is_latin_text(head)) {
        while (begin > 0 && head.data[begin - 1] != ' ')
            begin--;
        return begin == 0 ? found : label_find(x, text_from(head, begin));
    }
    for (int i = 0; i < ENDING_HAN && begin > 0; i++) {
        text_previous(head, &begin);
        struct label label = label_find(x, text_from(head, begin));
        found = i > 0 && begin > 0 && label.kind == LABEL_ELEMENT ? label : found;
    }
    return found;
}

/* 使用工具/技術棧: what the words in front of the joint say, where they are a label. */
static struct label label_in_front_of(struct extraction *x, struct text head, struct text joint)
{
    size_t at = text_find(head, joint, 0);
    return at == TEXT_NOT_FOUND ? label_of(ELEMENT_COUNT)
                                : label_find(x, text_trim(text_slice(head, 0, at)));
}

/* 「具體職責或註釋」: what else may stand there is no more than a remark. */
static bool is_duties_or(struct extraction *x, struct text head)
{
    static const struct text joints[] = {TEXT_INIT("或"), TEXT_INIT(" or ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints && head.size <= LABEL_BYTES; i++) {
        struct label front = label_in_front_of(x, head, joints[i]);
        if (front.kind == LABEL_ELEMENT && front.element == ELEMENT_DUTIES)
            return true;
    }
    return false;
}

/* 職責、工作範圍: one of two labels is that of the duties, and so are the words below. */
static bool is_joined_duties(struct extraction *x, struct text head)
{
    static const struct text joints[] = {TEXT_INIT("、"), TEXT_INIT("及"),    TEXT_INIT("与"),
                                         TEXT_INIT("與"), TEXT_INIT("和"),    TEXT_INIT("/"),
                                         TEXT_INIT("／"), TEXT_INIT(" and "), TEXT_INIT(" & ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints && head.size <= LABEL_BYTES; i++) {
        size_t at = text_find(head, joints[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        struct label front = label_find(x, text_trim(text_slice(head, 0, at)));
        struct label back = label_find(x, text_trim(text_from(head, at + joints[i].size)));
        bool are_labels = front.kind == LABEL_ELEMENT && back.kind == LABEL_ELEMENT;
        if (are_labels && (front.element == ELEMENT_DUTIES || back.element == ELEMENT_DUTIES))
            return true;
    }
    return false;
}

/* What a column of a table of roles holds. */
struct label label_of_head(struct extraction *x, struct text head)
{
    if (is_joined_duties(x, head) || is_duties_or(x, head))
        return label_of(ELEMENT_DUTIES);
    struct label label = label_find(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess_in_form(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_of_ending(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_in_front_of(x, head, TEXT("/"));
    /* who answers for a row signs nothing */
    bool is_none = label.kind == LABEL_ELEMENT &&
                   (label.element == ELEMENT_TITLE || label.element == ELEMENT_APPROVAL);
    return is_none ? label_of(ELEMENT_COUNT) : label;
}

struct label label_of_role_column(struct extraction *x, struct text head)
{
    struct label label = label_of_head(x, head);
    bool is_quantity =
        vocabulary_field(x->vocabulary, x->scratch, ELEMENT_TOOLS, head) == FIELD_TOOLS_QUANTITY;
    return label.kind == LABEL_UNKNOWN && is_quantity ? label_of(ELEMENT_HEADCOUNT) : label;
}

/* Tables of people name roles too: 姓名 | 職務 | 電話, and 團隊成員 | 角色 | 職責. */
bool is_person_head(struct extraction *x, struct text head)
{
    struct text folded = label_folded(x, head);
    return text_is_any(folded, signs_of(x, SIGN_PERSON_HEAD)) ||
           text_is_any(folded, signs_of(x, SIGN_MEMBER_HEAD));
}

bool head_is_description(const struct label *label, struct text head)
{
    return label_is_description(label) && !is_latin_text(head);
}
