/*
 * Words go where they belong: lines, blocks and lists into the place that is open, and what stands
 * beside them.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_FILL_FILL_H
#define ROLEBOOK_CORE_EXTRACT_FILL_FILL_H
#include "core/extract/extraction.h"

/* ---- fill_words.c ---- */

/* One more line of a text; a row of calls for one text costs what its lines do. */
void append_line(struct extraction *x, struct text *to, struct text more);
/* 團隊管理：安排班次: the words with what they are called in front, as their author would write it. */
struct text words_behind_name(struct extraction *x, struct text name, struct text words);
/* Words where they belong. */
void fill_text(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at);
/* Who holds the post, or offers it, is no part of what it is: kept beside it; empty: nobody. */
void fill_aside(struct extraction *x, struct text words, struct span at);
/* What stands around the name in what is said, for the account: ； of 「出納；」. */
void note_around(struct extraction *x, struct text said, struct text name, enum element element,
                 struct span at);
/*
 * What stands in front of, between and behind the parts that were told of all that was said, is their
 * label: the brackets of (2 people), the comma behind a name.
 *
 * in  told  [count], parts of said that do not overlap, or copies of them, in any order; others are
 *           passed over
 */
void note_between(struct extraction *x, struct text said, const struct text *told, size_t count,
                  enum element element, struct span at);

/* ---- loose_values.c ---- */

/* 「雲岫資訊股份有限公司」: by its end the name of a house, and of no branch or unit of one. */
bool is_house_name(struct extraction *x, struct text name);
/*
 * A second value of the element that is open, which has one: 「所屬公司：…」 in front of 「部門：…」, or
 * 文件編號 behind 崗位編號. The one that is near the post only goes beside the role.
 *
 * returns  false: neither is, or both are, and nothing was taken
 */
bool fill_beside_loose(struct extraction *x, struct text value, struct span at);

/* ---- items.c ---- */

/* One item of the element that is open, with what its label says of it; an empty text is none. */
void fill_item(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at);
/* How much a condition counts, by its own words: "Nice to have: a van", 「有駕照者優先」. */
void fill_need(struct extraction *x, struct records *records, struct record *record);
/* 內部關係, 外部: on which side the party stands, by the part or the heading it is below. */
void fill_side(struct extraction *x, struct records *records, struct record *record);
/* The lines of a text as items: those that wrap joined, and their sentences divided. */
void fill_lines(struct extraction *x, struct text text, struct text label, unsigned depth,
                struct span at);

/* ---- duty_fields.c ---- */

/*
 * 「標準：三聲內接聽」 below a duty, deeper than it or without a number behind a numbered one: by what
 * that duty is assessed, and no duty. 「產出：圖紙」 without a number may be that of all of them.
 *
 * returns  false: it is nothing of the kind, and nothing was taken
 */
bool fill_field_below(struct extraction *x, struct text text, struct text label, unsigned depth,
                      struct span at);
/* The same for words that are known to tell of the last duty. */
bool fill_field_behind(struct extraction *x, struct text words, struct span at);
/* 三聲內接聽 of 「標準：三聲內接聽」; words that are no such field as they are. */
struct text words_behind_field(struct extraction *x, struct text words);
/* Where such words begin behind a sentence of the text; its size: nowhere. */
size_t field_within(struct extraction *x, struct text text);

/* ---- whole_items.c: an element is open ---- */

/* The words are one item, or the one value, whatever is in them; the part that is open names it. */
void fill_whole_item(struct extraction *x, struct text text, struct text label, unsigned depth,
                     struct span at);
/* The items of a list and those within them, each paragraph one. */
void fill_whole_items(struct extraction *x, const struct block *list, unsigned depth);

/* ---- inline_items.c ---- */

/* "Planning | Teamwork | Risk management | …" in a line: short terms, each an item. */
bool fill_barred(struct extraction *x, struct text text, unsigned depth, struct span at);

/*
 * "1. 甲；2. 乙", 「（1）甲；（2）乙」, 「①甲；②乙」 within a line: each number begins an item. So does
 * the number that comes next, and a bullet, behind the stop of an item: 「甲；- 乙」.
 *
 * in       label  of the item, where it does not stand in the text; empty: none
 * returns  false: there are none, and nothing was taken
 */
bool fill_inline_items(struct extraction *x, struct text text, struct text label, unsigned depth,
                       struct span at);

/* ---- sentences.c ---- */

/* The stop is that of "Sr. Director", "Inc. in Leeds", and ends no sentence as that of "our CEO. It". */
bool is_abbreviation(struct text words, size_t stop);
/* "Appoints the crew": the word that a sentence without a subject begins with; "This" is one. */
bool begins_in_third_person(struct text sentence);
/* An act in English, whatever the verb: "washing pots". */
bool begins_in_participle(struct text words);
/* Behind the stop of the sentence that begins there, in Latin letters. */
size_t next_sentence(struct text words, size_t from);
/* Where the next sentence begins that tells something of whoever holds the post; the end: none. */
size_t next_told_sentence(struct extraction *x, struct text words, size_t from);

/* ---- line_ends.c ---- */

/* A stop ends it. */
bool ends_sentence(struct text t);
/* Columns that it takes: two for a Han character. */
size_t line_width(struct text line);
/* Beside lines as long as that, the first word of the next had no room in it. */
bool line_has_no_room(struct text line, struct text next, size_t longest);
/*
 * The author ended the lines, no width did: at least half of them had room for the first word of
 * the next. The longest never has.
 */
bool are_lines_ended(struct text lines);
/*
 * A line that goes on where the one before it broke off, without a stop and without a number.
 *
 * in  is_ended  the line before was ended by its author
 */
bool line_goes_on(struct text before, struct text line, bool is_ended);

/* ---- fill.c ---- */

/* The section that is open keeps the block itself, for pages; words beside blocks as one of theirs. */
void keep_block(struct extraction *x, const struct block *block);
void keep_words(struct extraction *x, struct text words, struct span at);
/* A block, or a row of them, whatever they are, into the place that is open. */
void fill_block(struct extraction *x, struct block *block);
/* The items of a list, at that depth, where they belong. */
void fill_items(struct extraction *x, const struct block *list, unsigned depth);
void fill_blocks(struct extraction *x, struct block *first);
/* 「3、…」 behind the items 1、 and 2、 of the element that is open: the next of its list. */
bool target_goes_on(const struct target *target, struct text line);
/* 「日常工作：」 in front of items: they are a part of the section, of that name. */
bool fill_caption(struct extraction *x, const struct block *block, struct text words);

/* ---- fill_pairs.c ---- */

/* "Vacancy: Head Chef": who is wanted, and not how many. */
bool is_vacancy(struct extraction *x, const struct label *label, struct text value);
/* Opens the element for this value alone: identity lines, cells of a form. */
void fill_pair(struct extraction *x, const struct pair *pair, struct span at);
/* 「崗位：維修工程師（3人）」: how many are wanted stands behind the name. */
void part_headcount(struct extraction *x);
/* 「後端工程師 15k-20k」: the pay behind the role's name goes to what it is rewarded with. */
void part_pay(struct extraction *x, struct role *role);

/* ---- code_lines.c ---- */

/* A list that is set as code is filled in item by item; false: it is none, or no element is open.
 */
bool fill_code_lines(struct extraction *x, const struct block *block);

/* ---- headcounts.c ---- */

/* Once the roles have names: how many hold each, where the file tells it somewhere else. */
void fill_headcounts(struct extraction *x);

/* ---- sections_of_both.c ---- */

/*
 * "may sign contracts" of "The President may sign contracts", "He or she may …": what a sentence
 * says of the role's holder, folded as it is given; all of it where it begins otherwise.
 */
struct text behind_holder(struct extraction *x, const struct role *role, struct text folded);
/* Once all is read: of a section of duties and powers, or conditions, each goes to its own element. */
void part_sections_of_both(struct extraction *x);

/* ---- reporting.c ---- */

/*
 * "The Berth Planner reports to the Harbour Master.": who the holder's superior is, where nothing
 * else has said it yet; sentences behind it say who reports to the holder, or what the role is for.
 *
 * returns  false: the first sentence says no such thing, and nothing was taken
 */
bool fill_reporting_lead(struct extraction *x, struct text words, struct span at);
/* "Works under the harbour master." as the value of a label: whom it names, or all of it. */
struct text superior_of_value(struct extraction *x, struct text value);
/* "This position reports to the Harbour Master." among the duties, alike. */
bool fill_reporting_item(struct extraction *x, struct text words, struct span at);

/* ---- marks.c ---- */

/* Whether several lines of the document end in marks such as "(E)"; x->has_marks says so. */
void find_marks(struct extraction *x);
/*
 * The words of an item without the mark behind them.
 *
 * out  *mark  "E"; empty: there is none
 */
struct text take_mark(struct extraction *x, enum element element, struct text words,
                      struct text *mark);
/* What the mark says goes to the record's field. */
void fill_mark(struct extraction *x, struct records *records, struct record *record,
               struct text mark);
/* "E = essential, D = desirable": a line that says what such marks mean. */
bool is_key_of_marks(struct extraction *x, struct text line);

/* ---- superiors.c ---- */

/* Once all is read: the superiors that only sentences of the purposes name. */
void fill_superiors(struct extraction *x);
/* "You will show our | reports to members": papers, and nobody reports to anybody. */
bool reports_are_papers(struct text sentence, struct text reporting);

/* ---- asides.c ---- */

/* Notes of the block and all it holds, and prompts of a form that nobody replaced. */
void take_asides(struct extraction *x, const struct block *block);
/* The notes become a section of the role, or a page when there is none. */
void settle_asides(struct extraction *x);

#endif
