/*
 * The parts of a label: its words in one language or two, and what stands around them.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_PARTS_H
#define ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_PARTS_H
#include "core/extract/labels/label.h"

/* What joins one language to the other, or a remark to its label. */
#define LANGUAGE_JOINTS "/／()（）[]【】:：-–—|｜·"

/* 主要職責如下: what a heading says about the list below it. */
struct text label_without_as_follows(const struct extraction *x, struct text text);
/* "Key tasks – what you will do": the label in front of what a dash adds; empty: no dash adds. */
struct text label_in_front_of_dash(struct extraction *x, struct text text);
/* 职责二, 岗位（二）: one of several blocks of a form; empty: no numeral stands behind the words. */
struct text label_without_numeral(struct text text);
/* 本職位的考核標準: what stands behind whose it is; empty: nothing says whose. */
struct text label_behind_whose(const struct extraction *x, struct text text);
/* "JD – 2", "Job description #3": the title without the number of the form; empty: it has none. */
struct text label_without_form_number(struct text text);

/* 「（部門：物業部）」 without the brackets, where the one at its begin closes at its end. */
struct text label_inside_brackets(struct text line);

#endif
