/*
 * The walk from piece to piece: what headings, lines of labels and plain words do to the role that
 * is open.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_WALK_H
#define ROLEBOOK_CORE_EXTRACT_WALK_WALK_H
#include "core/extract/outline/outline.h"

#define SENTENCE_MIN 80 /* characters: shorter lines may be names, whatever ends them */

/* ---- walk.c, handbook_part.c ---- */

/* A piece that nothing takes in, for the account. */
void note_passed_over(struct extraction *x, const struct piece *piece);
/* The whole document becomes roles, pages and elements of the handbook, in x->handbook. */
void walk_document(struct extraction *x);
/* A table, whatever it is. */
void fill_table(struct extraction *x, struct block *block);
/* A file that is the baseline, the strategy, the processes, the scenarios or a preface. */
void walk_handbook_part(struct extraction *x, enum file_kind kind);

/* ---- walk_words.c ---- */

/* A paragraph or a list without a label: into the section that is open, or one that it opens. */
void walk_words(struct extraction *x, const struct outline *outline, size_t index);

/*
 * "Data quality" behind "Responsibilities", as plain as that and over acts: a heading that the
 * vocabulary does not know names a group of what is open.
 */
bool is_plain_group(struct extraction *x, const struct outline *outline, size_t index);

/* ---- walk_headings.c ---- */

/* What stands behind the heading's colon goes where the heading led, whatever that is. */
void fill_rest(struct extraction *x, const struct piece *piece);
/* A heading opens a role, an element, a section of its own or a page. */
void walk_heading(struct extraction *x, const struct outline *outline, size_t index);

/* ---- unknown_headings.c ---- */

/* What stands under an unknown heading goes on the place around it, or opens one of its own. */
void walk_unknown_heading(struct extraction *x, const struct outline *outline, size_t index);
/* Words below an element's heading: a group of a handbook's, a part of a role's. */
void name_part(struct extraction *x, const struct piece *piece);
/* What stands between a heading and the next. */
struct section_look {
    size_t items, prose;
};
struct section_look section_look_below(const struct outline *outline, size_t heading);

/* ---- element_headings.c ---- */

/* A heading of the element that the label means opens it, or a section, a chapter, a page. */
void walk_element_heading(struct extraction *x, const struct outline *outline, size_t index,
                          struct label label);
/* Behind the roles of a book, with none of them open: of the book as well. */
bool is_behind_roles(const struct extraction *x, const struct outline *outline, size_t index,
                     enum element element);
/* 「第三條 職責」 of rules. */
bool is_article_heading(struct text heading);

/* ---- role_chapters.c ---- */

/* A place, a department, a grade: one value, and no list of sentences. */
bool element_is_one_word(enum element element);
/* A heading over roles, or behind them over what is none, is a chapter; false: it is none. */
bool begins_role_chapter(struct extraction *x, const struct outline *outline, size_t index);

/* ---- named_sections.c ---- */

/* The section is of a role in front, which its heading names: that one goes on. */
void resume_named_role(struct extraction *x, const struct piece *piece);
/*
 * The role of that name, told of before, is open again; false: none was, or of other departments than
 * the chapter is about.
 */
bool resume_role_called(struct extraction *x, struct text name, unsigned level);
/*
 * The piece names a role that rules told of further up, or 「Pilot 職責」 that of 「Pilot（領航）」:
 * it is open again.
 */
bool resume_told_role(struct extraction *x, const struct piece *piece, struct text name);

/* ---- walk_pairs.c ---- */

/* Version and date of a book, and whose it is, in front of the roles in it. */
bool is_of_book(const struct extraction *x, const struct outline *outline, size_t index);
/* Each line of the piece: its pairs, or words where it has none. */
void pair_lines(struct extraction *x, const struct piece *piece);
/* "Closing date: Friday" below "Job title: Agent", or below "Location" and its value: an unknown
 * label ends the value above it. */
bool is_other_label(const struct extraction *x, struct text line);
/* A list whose items have labels and values, most of them known: 「- 工作地點：台北」. */
bool is_list_of_pairs(struct extraction *x, const struct block *block);
/* Such a list in front of the first section; false: the list is something else. */
bool list_of_pairs(struct extraction *x, const struct block *list);
/* A list whose items are sections, each a label over the words below it; false: it is none. */
bool list_of_sections(struct extraction *x, const struct block *list);

/* ---- unknown_pairs.c ---- */

/*
 * A short line that begins like a label which the vocabulary does not know: 「班次：三班倒」.
 *
 * out  *pair  its label is unknown, its name and value are not empty; set in any case
 */
bool unknown_pair(struct text line, struct pair *pair);
/* Such a line, where no section of the role is open, has one of its own; false: it is none. */
bool fill_unknown_line(struct extraction *x, struct text line, struct span at);
/* Such a paragraph among lines whose labels are known, alike. */
bool fill_unknown_pair(struct extraction *x, const struct outline *outline, size_t index);
/* 「備註：…」 */
bool is_note(const struct extraction *x, struct text words);
/* 「註：」 over notes of its own. */
bool is_note_caption(const struct extraction *x, struct text words);
/* 「(註：須輪班當值)」 behind the last item has a section of its own; false: it is no such note. */
bool fill_note(struct extraction *x, const struct outline *outline, size_t index);

/* ---- sorting.c ---- */

/* Lines that were counted: how many of them say what a holder must bring, and what he does. */
struct sorting {
    size_t lines, conditions, duties;
};
/* Counts the lines of the block. */
void sort_block(struct extraction *x, const struct block *block, struct sorting *sorting);
/* A third of the lines tell acts, and fewer what it takes: below a heading that names the holder. */
bool are_acts_of_holder(struct extraction *x, const struct block *list);
/* The element of which most lines below a heading are by how they begin; ELEMENT_COUNT: none. */
enum element sorted_below(struct extraction *x, const struct outline *outline, size_t heading);
/*
 * A list under "Job description", where no heading is the duties', in which some items tell acts and
 * others what it takes: each stands where it belongs.
 */
bool fill_list_of_both(struct extraction *x, const struct piece *piece);
/* "Terms" over pay, hours and contract, a line or an item each, goes to where each belongs. */
bool fill_terms_by_line(struct extraction *x, const struct outline *outline, size_t index);
/*
 * "What you'll achieve:" over acts, where no heading has the duties, is that of these; "What we
 * expect" is of what the words below it are, wherever it stands.
 */
void find_headings_over_acts(struct extraction *x, struct outline *outline);
/* "Why Northline:" over a list, or any line over one that names several benefits: what the house
 * gives. */
bool is_over_benefits(struct extraction *x, const struct outline *outline, size_t heading);

/* ---- candidate_words.c ---- */

/* A paragraph about who is wanted, within the purpose; false: it is none. */
bool fill_candidate_words(struct extraction *x, const struct outline *outline, size_t index);

/* ---- tag_lines.c ---- */

/* "Full time | £11.44 an hour | Bristol": a line of terms, wherever it stands. */
bool is_tag_line(struct extraction *x, const struct piece *piece);
/* ... in Han with bars between them, so that it is no name: 「兼職｜高雄」. */
bool is_tag_line_with_bars(struct extraction *x, const struct piece *piece);
/* Two terms or more, by the words alone. */
bool is_row_of_tags(struct extraction *x, struct text line);
/* Terms in a line right below the role's name; false: it is no such line. */
bool fill_tag_line(struct extraction *x, const struct piece *piece);
/* 「社會招聘」, 「全職」, 「深圳市」, a line each between the name and the first section; alike. */
bool fill_tag_row(struct extraction *x, const struct outline *outline, size_t index);
/* "Baker" of "Baker (part-time, m/f/d)": without the terms at its end. */
struct text title_without_terms(struct extraction *x, struct text title);
/* Such terms beside the name in a title: 「 · 上海 · 25-40K」. */
void fill_tags(struct extraction *x, struct text words, struct span at);

/* ---- office_terms.c ---- */

/* How an officer is chosen, and for how long, in a sentence of its own; false: it tells otherwise. */
bool fill_office_terms(struct extraction *x, const struct piece *piece);
/* 「職責：」 of 「社長一名，由社員選舉，任期一年。職責：」; the words as they are: no such terms are in front. */
struct text behind_office_terms(struct extraction *x, struct text words);
/* What stands in front of that rest. */
void fill_terms_in_front(struct extraction *x, struct text words, struct text rest, struct span at);

/* ---- house_lines.c ---- */

/* The house, its department and its place in a line right below the role's name; false: none. */
bool fill_house_line(struct extraction *x, const struct piece *piece);

/* ---- section_ends.c ---- */

/* The words are of another kind than the items of the section that is open: another opens. */
bool ends_section(struct extraction *x, const struct outline *outline, size_t index);

/* ---- last_lines.c ---- */

/* Who approved the role, or gave out the document, behind all that is said of it; false: not that. */
bool fill_last_line(struct extraction *x, const struct outline *outline, size_t index);

/* ---- pay_words.c ---- */

/* A paragraph of the pay where another text is open; false: it is none, and nothing was taken. */
bool fill_pay_words(struct extraction *x, const struct outline *outline, size_t index);
/* "£31,200": an amount that somebody is paid a year, and nothing else that costs so much. */
bool names_amount(struct text words);
/* "The typical base pay range … is $98,300 – $193,200": it names that, and an amount. */
bool tells_pay_range(const struct extraction *x, struct text words);

/* ---- region.c ---- */

/* A role may begin here: its name, a form that has it, or the title of such a form. */
bool begins_region(struct extraction *x, const struct outline *outline, size_t index);
/* What the headings and forms from here to the next role speak of. */
struct region region_from(struct extraction *x, const struct outline *outline, size_t from);

/* ---- house_words.c ---- */

/* A paragraph about the house, in front of those about the post; false: it is none. */
bool fill_words_of_house(struct extraction *x, const struct outline *outline, size_t index);

/* ---- holders_now.c ---- */

/* "Current President: Ray", and a list below such a line; false: it is neither. */
bool fill_holders_now(struct extraction *x, const struct outline *outline, size_t index);

/* ---- definitions.c ---- */

/* "A contributor is anyone who sends a patch": what the role is, in a sentence below its name. */
bool tells_what_it_is(struct extraction *x, struct text words);
/* The last word of the role's name, folded; empty: it has none in Latin letters. */
struct text last_word_of_title(struct extraction *x);

/* ---- lead_words.c ---- */

/* In front of a role's first heading, sentences open its purpose and items its duties. */
void lead_words(struct extraction *x, const struct outline *outline, size_t index);
/* 「> [北岸渡輪](…) - 校園招聘」: a link without a sentence, to where the posting comes from. */
bool is_link_line(const struct piece *piece);
/* "Owner for release coordination": a phrase without a stop that may tell it as well. */
bool is_latin_phrase(struct extraction *x, const struct piece *piece);

/* ---- announced.c ---- */

/* "You'll be:" over what somebody is, and no acts. */
bool leads_to_qualities(struct extraction *x, const struct outline *outline, size_t index);
/* Such a paragraph opens what it takes. */
bool opens_qualities(struct extraction *x, const struct outline *outline, size_t index);
/* "The treasurer shall:" over items, behind "The treasurer may:", opens the duties again. */
bool opens_acts_again(struct extraction *x, const struct outline *outline, size_t index);
/* A sentence that says what the items below it are opens their element; false: it is none. */
bool opens_announced(struct extraction *x, const struct outline *outline, size_t index);
/* "Powers. The board shall have power to:" over items opens what the label says; false: it is none.
 */
bool opens_labelled_lead(struct extraction *x, const struct outline *outline, size_t index);
/*
 * "The bursar shall be a member of the college, and shall:" over the list of a role whose duties no
 * heading announces: what it takes, and what these are.
 */
bool opens_acts_behind_need(struct extraction *x, const struct outline *outline, size_t index);
/* A caption over the only list of a role, which has what its holder does: "They:". */
bool opens_only_list(struct extraction *x, const struct outline *outline, size_t index);
/* "… Responsibilities will include:" over a list opens the duties behind what a role is for. */
bool opens_list_of_purpose(struct extraction *x, const struct outline *outline, size_t index);

/* ---- compositions.c ---- */

/* "The committee shall consist of …" in a body's role gets a section; false: it tells otherwise. */
bool fill_composition(struct extraction *x, const struct piece *piece);
/* 「組長：設備科長」 below the unit that is open: beside what it does. */
bool fill_member(struct extraction *x, const struct piece *piece);

/* ---- becoming.c ---- */

/*
 * 「成為維護者，應…」 among words that no heading announces opens what it takes to be one, and acts
 * behind it the duties again, and so does a lead to them.
 *
 * returns  whether the words were such a lead, and no more is to be filled of them
 */
bool opens_becoming(struct extraction *x, const struct piece *piece);

/* ---- labelled_acts.c ---- */

/* A paragraph of acts behind what names them, among others like it; false: it is none. */
bool fill_labelled_acts(struct extraction *x, const struct outline *outline, size_t index);

/* ---- plain_acts.c ---- */

/* A row of acts that no heading announces begins, in a role that has no others. */
bool begins_plain_acts(struct extraction *x, const struct outline *outline, size_t index);
/*
 * Behind such a row, and behind the last item of the duties and a gap: what is no act begins a
 * section of conditions, or one of its own.
 */
void leave_plain_acts(struct extraction *x, const struct outline *outline, size_t index);

/* ---- lead_words.c ---- */

/* The role's name over its list, where the list alone was read. */
bool is_name_again(struct extraction *x, const struct piece *piece);
/* Of the items from there on, up to the end of the list, two in three say what it takes. */
bool is_surely_of_conditions(struct extraction *x, const struct outline *outline, size_t index);
/* A second list under a bare name: the first is what its holder does, this what it takes. */
bool begins_conditions(struct extraction *x, const struct outline *outline, size_t index);

/* ---- group_captions.c ---- */

/* "1) Data administration 50%", "Analysis (35 %)": how much of the time goes to what is below. */
bool is_caption_with_share(struct text words);
/* "Supervision" among captions of groups of duties is one, though it is a label elsewhere. */
void find_groups_of_duties(struct extraction *x, struct outline *outline);

/* ---- turn_captions.c ---- */

/*
 * 「一、會議管理」, 「二、檔案管理」 by turns with what is done, right below a heading of duties: they
 * become headings of groups.
 */
void name_groups_by_turns(struct outline *outline, size_t heading);

/* ---- numbered_sections.c ---- */

/* Finds the lines that are sections by their number: is_next. */
void find_numbered_sections(struct outline *outline);
/* Such a line, in a role, ends the section before it and has one of its own; false: it is none. */
bool fill_numbered_section(struct extraction *x, const struct piece *piece);

#endif
