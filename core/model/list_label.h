/*
 * A list label is the number or bullet an author typed in front of an item.
 */
#ifndef ROLEBOOK_CORE_MODEL_LIST_LABEL_H
#define ROLEBOOK_CORE_MODEL_LIST_LABEL_H
#include "core/base/text.h"

enum list_label_kind {
    LIST_LABEL_NONE,
    LIST_LABEL_BULLET,
    LIST_LABEL_NUMBER,  /* 1. (2) 3.1 ④ a) iv. */
    LIST_LABEL_CHINESE, /* 一、 (二) 第三條, and "Section 3:", as headings have them */
};

struct list_label {
    enum list_label_kind kind;
    struct text label; /* "1.", "(一)", "•": as typed */
    struct text rest;  /* what follows, blanks off */
};

/*
 * in       t  one item
 * returns  its label and the rest; no label: LIST_LABEL_NONE and the text itself. A decimal, a year
 *          or a word that begins with a numeral (1.5 倍, 2026, 一線) is no label.
 */
struct list_label list_label_of(struct text t);

/*
 * The same for an item of a list, whose place may say more: 「2.500元以內」 behind "1." is its
 * second item, and 「1.18至50歲」 in front of "2." its first.
 *
 * in  before  the label of the item before it; empty: none
 *     next    the item behind it, as typed; empty: none
 */
struct list_label list_label_in_list(struct text t, struct text before, struct text next);

/*
 * The label of "21.2 keep the minutes", which alone might be a measure, as "1.5 hours", behind the
 * label "21.1" or in front of "21.3 …"; none, where it stands elsewhere or has a label alone.
 */
struct list_label list_label_among_levels(struct text t, struct text before, struct text next);

/* Whether it begins like 2.500, so that its place in the list tells more than list_label_of. */
bool list_label_may_be_decimal(struct text t);

/* A number or bullet, as against the name of a part (出差) that stands in front of its value. */
bool is_list_label(struct text label);

/* A bullet, one character: "•", "➢", "-". */
bool is_list_bullet(struct text label);

#endif
