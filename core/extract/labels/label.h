/*
 * What a label means: a heading, a cell, what stands in front of a colon. By the vocabulary, and
 * where that does not know it, by its words and by what stands around it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_H
#define ROLEBOOK_CORE_EXTRACT_LABELS_LABEL_H
#include "core/base/text.h"
#include "core/extract/labels/label_memory.h"
#include "core/model/vocabulary.h"

struct extraction;

/* Longer texts are never labels. */
#define LABEL_BYTES 160
#define HAN_BYTE 0xE3 /* letters of China and Japan begin with such a byte, or one above it */
#define HAN_SIZE 3    /* bytes of one, at least */

enum label_kind {
    LABEL_UNKNOWN,
    LABEL_ELEMENT,  /* of a role */
    LABEL_FIELD,    /* of a record of approval or edition: forms give each a label */
    LABEL_HANDBOOK, /* an element of the handbook */
    LABEL_FORM,     /* the title of a form */
    LABEL_OTHER,    /* known to be no element */
};

/* How a label that the vocabulary does not know was understood. */
enum label_guess {
    GUESS_NONE,   /* it is known */
    GUESS_PHRASE, /* by how it begins and ends: surer than any words */
    GUESS_WHOLE,  /* by its words, all of them known */
    GUESS_PARTLY, /* by some of its words */
};

struct label {
    enum label_kind kind;
    enum label_guess guess;
    enum element element;
    enum element second;        /* another element it may name; ELEMENT_COUNT: none */
    enum element field_element; /* of the other meaning, a field of another element's record */
    enum field other_field;     /* FIELD_NONE: it has none */
    enum field field; /* LABEL_FIELD; also set beside LABEL_ELEMENT where the word is both */
    bool is_part, needs_context;
    bool may_be_other; /* 工作流程: also a heading of no element, behind the element's own */
};

/* By the vocabulary, also without number, remark and copy, or in one of two languages; no guess.
 * LABEL_UNKNOWN: it has no such label. */
struct label label_find(struct extraction *x, struct text text);
/* 职责一, 權限二：: one of several blocks of a form, with its number. */
bool label_is_of_series(struct extraction *x, struct text text);
/* fold_label of a text that is asked about more than once; lives as long as the extraction. */
struct text label_folded(struct extraction *x, struct text text);
/* What vocabulary_guess says of it. */
struct guess label_words_guess(struct extraction *x, struct text text);
/* What ask says of the words, or said before; it follows from them and the vocabulary alone. */
bool words_answer(struct extraction *x, enum words_question question, struct text words,
                  bool (*ask)(struct extraction *x, struct text words));
/* What find says of the label, or said before; alike. */
struct label label_remembered(struct extraction *x, enum label_question question, struct text text,
                              struct label (*find)(struct extraction *x, struct text text));
/* The label of an element; ELEMENT_COUNT: of nothing. */
struct label label_of(enum element element);
/* The label is of that element. */
bool label_is(const struct label *label, enum element element);
/* The label as a field of that element's record, where it can be one. */
struct label label_as_field(struct label label, enum element element);
/* 行政主管 is a position, and what forms call a superior. */
bool label_names_positions(const struct label *label);
/* "Supervisor", "Line managers": the label of such ones has the name of a post. */
bool label_names_post(const struct extraction *x, const struct label *label, struct text name);
/* "Supervisor", "Approver" over the elements of a role is its name, not the label of such a one. */
bool label_may_be_name(const struct label *label);
/* 工作描述, "Job description": the purpose in a sentence, or the duties in a list. */
bool label_is_description(const struct label *label);
/* 岗位说明书, "Job description": what a form is titled. */
bool label_titles_form(const struct label *label);
/* 工作要求: what a holder needs, or how the work is to be done where a role says both. */
bool label_is_demand(const struct label *label);
/* "Job specification" behind what the open role is for or does: what it takes, and no form of another. */
bool label_is_title_of_needs(struct extraction *x, struct text text);
/* 工作描述 over a list is the duties, where the role has none yet; over a sentence the purpose. */
void label_settle(const struct extraction *x, struct label *label, bool has_list);
/* 職責範圍: the duties where nothing else is called so, else how far they go. */
void label_settle_scope(struct extraction *x, struct label *label);
/* "Responsible for" over items: whom, where the first of the words names a post or unit, else what. */
void label_settle_charge(struct extraction *x, struct label *label, struct text words);
/* The handbook's element that the text names, or ELEMENT_COUNT. */
enum element label_handbook_element(struct extraction *x, struct text text);

/* ---- label_parts.c ---- */

/*
 * 「職位名稱 Position Title」: one label in two languages, each in its own part of the text.
 *
 * returns  false when there are not just two parts, one of each script
 */
bool label_is_bilingual(struct text text, struct text *han, struct text *latin);
/* "The Treasurer may:": "they may"; empty: it is no such sentence, or names no position. */
struct text label_with_pronoun(struct extraction *x, struct text text);
/* "The Caretaker does not:" says something of the holder, and is no name: "The Caretaker:" */
bool label_tells_of_holder(struct extraction *x, struct text text);
/* 續表, continued: the form before goes on. */
bool label_is_continuation(const struct extraction *x, struct text text);
/* "-- continued on next page --", （轉下頁）: where a form goes on, and no word of it. */
bool label_says_go_on(struct extraction *x, struct text text);
/* What stands in brackets behind a label; empty: nothing. */
struct text label_remark(struct text text);
/* The label without it. */
struct text label_without_remark(struct text text);
/* 【加分項（非必須）】：, a label without the colon behind it and the black brackets around it. */
struct text label_bare(struct text label);

/* ---- label_guesses.c ---- */

/* 「崗位職責及要求」: two labels in one, of what is done and of what it takes; LABEL_UNKNOWN: no such. */
struct label label_of_both(struct extraction *x, struct text text);
/* An unknown heading by its words, where the looks and neighbours make it one. */
struct label label_guess(struct extraction *x, struct text text);
/* The same for a label that has its place in a form: also without a remark, or two in one. */
struct label label_guess_in_form(struct extraction *x, struct text text);
/* All of the heading's words were understood. */
bool label_is_sure_guess(const struct label *guess);

/* ---- announcements.c ---- */

/*
 * "Essential duties include the following. Other duties may be assigned.": it announces a section.
 *
 * out      *label  which, where it does; else untouched
 * returns  whether a phrase of the vocabulary says so
 */
bool label_of_announcement(struct extraction *x, struct text line, struct label *label);
/* 「值班員看守燈塔的燈火，其職責包括：」 in two; false: little is said in front of the last clause. */
bool part_announcement(struct text line, struct text *front, struct text *clause);
/* 「…的成員，須符合以下條件：」: what a sentence in Han says of the items below it. */
bool label_announced(struct extraction *x, struct text line, struct label *label);

/* ---- label_pairs.c ---- */

/* One 「標籤：值」 of a line. */
struct pair {
    struct label label;
    struct text name, value;
};
/*
 * The pairs a line is made of, divided by tabs, blanks or the next known label.
 *
 * returns  how many, at most max; 0 when the line does not begin with a known label and a colon;
 *          "Type: full-time" is one
 */
#define PAIRS_MAX 16
size_t label_pairs(struct extraction *x, struct text line, struct pair *pairs, size_t max);
/* 「職責一：供應商管理」: a numbered label of items, and the name of a group; head is set if so. */
bool is_series_head(struct extraction *x, struct text words, struct pair *head);
/* "full-time": how people are employed, and nothing else that may be so. */
bool tells_employment(struct extraction *x, struct text value);
/*
 * 「學歷：本科    專業：會計」: the parts of a line that gaps divide, where each begins like a
 * label.
 *
 * returns  how many; 0: a part has no label, there is no gap, or there are more than max
 */
size_t label_cells(struct text line, struct text *cells, size_t max);

/* ---- label_names.c ---- */

/* 「日常工作細則」: a duties heading with words in front of it; *label: duties. */
bool label_ends_in_duties(struct extraction *x, struct text text, struct label *label);
/* 搶險組, 會員大會, and no 各組 and no 本組: a unit whose duties may be told of. */
bool label_is_unit(struct extraction *x, struct text name);
/* 「客服專員崗位職責」, "Position description: Agent": the name beside a form's title or duties. */
bool label_role_name(struct extraction *x, struct text text, struct text *name, bool *is_duties);
/*
 * "As a Fish Hatchery Intern:", "As our Harbour Master, you will:" over what is asked of whoever
 * becomes one: the position's name; the empty text: the line is none of these.
 */
struct text label_name_behind_as(struct extraction *x, struct text text);
/* "Skills for a Developer:": whose they are, and *label; the empty text: nobody's. */
struct text label_owner(struct text text, struct text *label);
/* The place is in the middle of a word of letters. */
bool splits_word(struct text text, size_t at);

#endif
