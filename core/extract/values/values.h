/*
 * What a value is: blanks in it, boxes to tick, prompts nobody replaced, numbers of people.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_VALUES_VALUES_H
#define ROLEBOOK_CORE_EXTRACT_VALUES_VALUES_H
#include "core/extract/extraction.h"

/* ---- values.c ---- */

/* 「性　　別」 is 「性別」: blanks and line ends that only spread a label over its cell. */
struct text label_in_one_line(struct arena *arena, struct text label);
/* A short value without the stop behind it: 「出納；」, 「財務部。」. */
struct text value_without_stop(struct text value);
/* "Director.", whose stop ends a sentence; that of "Harbour Co." stays. */
struct text name_without_stop(struct text name);
/* No value: a line to write on, a stroke through the place. */
bool is_blank_value(struct text value);
/* "To lead the committee": what somebody is there for, and no name; "To be confirmed" is none. */
bool is_aim(struct text value);
/* "3.", the number of an item that nobody wrote. */
bool is_number_alone(struct text value);
/* A rule across the page drawn with dashes, or with underscores. */
bool is_rule_by_hand(struct text line);
/* "Signature: ________ Date: ____": labels, and nothing but lines to write on. */
bool is_line_to_sign(struct text line);
/* 園長簽字：　　　年　月　日: who signs, and the words of a date that nobody filled in. */
bool is_label_to_sign(struct text line);
/* "A = application, I = interview": what letters in a table stand for. */
bool is_key(struct text line);

/* ---- choices.c ---- */

/* A cell that is only a mark: √, X, ●. */
bool is_tick(struct text words);
/* A cell that is only a box to tick, and nobody did: □. */
bool is_empty_box(struct text words);
/* Boxes of which one at least is ticked. */
bool has_ticked_box(struct text words);
/*
 * The choices that are ticked, one a line, without their marks; words without boxes, or with □ for
 * a bullet, as they are.
 *
 * in  are_choices  other words of the same value have ticked boxes: a lone box is one of them
 */
struct text take_choices(struct extraction *x, struct text words, bool are_choices, struct span at);
/* ☐ Open the gate⏎☐ Call the office: the acts, one a line, without the boxes that whoever does them
 * ticks; other words as they are. */
struct text take_checklist(struct extraction *x, struct text words, struct span at);

/* ---- prompts.c ---- */

/* Cells that hold a prompt of our forms and nothing else are marked as such. */
void mark_prompts(struct extraction *x, struct block *first);

/* ---- preference.c ---- */

/* The condition as a whole is one that is preferred: 「有經驗者優先」. */
bool is_preference(struct extraction *x, struct text condition);
/* So are those below a caption: 「如果您具備以下資格，我們會優先考慮：」. */
bool is_preference_ahead(struct extraction *x, struct text caption);
/*
 * "Essential: a van", 加分項：…: how much it counts, by the words in front of the colon.
 *
 * out      *rest  the words behind it; the condition itself where there are none
 * returns  the code of appointment.need, or the empty text
 */
struct text need_in_front(struct extraction *x, struct text condition, struct text *rest);
/*
 * "Education 學歷": the kind of conditions that a label names in two languages.
 *
 * out      *han  the half in Han, where there is such a kind
 * returns  the code of appointment.kind, or the empty text
 */
struct text kind_in_two_languages(struct extraction *x, struct text label, struct text *han);

/* ---- ranks.c ---- */

/* 資深, 「初級，資深，首席」: nothing but words that say which of several levels. */
bool are_ranks(struct extraction *x, struct text value);

/* ---- headcount.c ---- */

/*
 * The number of people that stands beside the name of a position: 「行政專員（1人）」, "2
 * developers".
 *
 * out      *rest  the name without it; name itself where there is none
 * returns  the number as written, or the empty text
 */
struct text headcount_beside(const struct extraction *x, struct text name, struct text *rest);
/* Such a number, or one without a unit in brackets: "Pilots (2-4)". */
bool names_headcount(const struct extraction *x, struct text name);
/* 3人, 若干名, "2 positions": nothing but a number of people. */
bool is_headcount(struct text text);
/* 「…三人」, "… (2)": it ends as what says how many people does. */
bool ends_like_headcount(struct text text);
/* The same in the midst of it: 「前臺接待 1人 男女不限」; *behind: what is asked of them. */
struct text headcount_within(struct text name, struct text *front, struct text *behind);

/* ---- pay.c ---- */

/* An amount and no more, or one with a word of pay beside it: "£11.44 an hour", 月薪3萬. */
bool tells_pay(const struct extraction *x, struct text words);
/* 「20-40K·14薪」, 「年薪30-50万」: nothing but that. */
bool is_amount_of_pay(const struct extraction *x, struct text words);
/* The pay that stands behind the name of a position: 「後端工程師 15k-20k」; alike. */
struct text pay_beside(const struct extraction *x, struct text name, struct text *rest);
/* "The county offers a benefit program with dental insurance and twelve holidays …": a paragraph. */
bool tells_of_benefits(struct extraction *x, struct text words);

#endif
