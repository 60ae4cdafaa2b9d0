/*
 * The document made ready for the outline: soft line breaks, lists, and what looks like an item.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_OUTLINE_LINES_H
#define ROLEBOOK_CORE_EXTRACT_OUTLINE_LINES_H
#include "core/extract/extraction.h"

/* ---- styled_words.c ---- */

/* Headings of a level of which most are items or sentences become paragraphs; before all else. */
void lower_styled_words(struct extraction *x);

/* ---- layout_lists.c ---- */

/* Lists whose items hold headings, or labels of sections, become what these items hold. */
void spread_layout_lists(struct extraction *x);

/* ---- posting_heads.c ---- */

/* 「青田科技 | 後端工程師 | 20-35k」 in front of a posting becomes a heading; its item, a page. */
void raise_posting_heads(struct extraction *x);

/* ---- value_lines.c ---- */

/* Labels and values by turns, a line each, become a paragraph a pair; once lines are divided. */
void join_value_lines(struct extraction *x);

/* ---- code_pages.c ---- */

/* Code that is a page with labels of sections becomes paragraphs, a line each. */
void spread_code_pages(struct extraction *x);

/* ---- dividing.c ---- */

/* The run's words from there on as the next run of the paragraph, which is returned. */
struct run *split_run(struct extraction *x, struct block *block, struct run *run, size_t at);
/* The paragraph's runs from first on, behind before, become a paragraph behind it: it is returned. */
struct block *divide_block(struct extraction *x, struct block *block, struct run *before,
                           struct run *first);

/* ---- lines.c ---- */

/* Lines that begin items, or stand apart, become paragraphs of their own, all over the document,
 * and so do captions of tables. */
void divide_lines(struct extraction *x);
/* 「薪資待遇：面議」 below an item: a label of one meaning and its value say more of the role. */
bool line_is_known_pair(struct extraction *x, struct text words);
/* In its line of the source, it begins further left than the block; never in Word. */
bool run_is_left_of(const struct run *run, const struct block *block);

/* ---- wrapped_paragraphs.c ---- */

/* Lines of a page, a paragraph each, become paragraphs: from first on, in one place. */
void join_wrapped_paragraphs(struct extraction *x, struct block *first);

/* ---- bare_numbers.c ---- */

/* "1 Walk every block", "2 …" below it: numbers in front of lines become their labels. */
void lift_bare_numbers(struct extraction *x, struct block *first);

/* ---- bulleted_lists.c ---- */

/* Paragraphs behind bullets, several in a row, become a list; after divide_lines. */
void join_bulleted_lists(struct extraction *x);

/* ---- bold_headings.c ---- */

/* Lines in bold, none of which is a label, become headings; after divide_lines. */
void raise_bold_lines(struct extraction *x);
/* A line in bold with the number behind that of the heading above becomes a heading as that is. */
void raise_next_headings(struct extraction *x);

/* ---- article_headings.c ---- */

/* Plain lines that name the articles of rules become headings where the document has no others. */
void raise_articles(struct extraction *x);
/* Headings that are a number alone become the number of the paragraph below them. */
void join_numbers(struct extraction *x);

/* ---- nested_lists.c ---- */

/* Bullets between the items of a numbered list become lists below these; before lift_labels. */
void nest_bullets(struct extraction *x);

/* ---- lists.c ---- */

/* Lists end in front of a label that stands in one of their items; after divide_lines. */
void lift_labels(struct extraction *x);

/* ---- officer_lists.c ---- */

/* Items of lists that are each about another officer become paragraphs; after lift_labels. */
void lift_officers(struct extraction *x);
/*
 * "2.1 Team structure", short, no sentence, and no label of a role's section, over items that each
 * name a position, most of them in front of what its holder does.
 */
bool is_captioned_row(struct extraction *x, struct text lead, const struct block *list);
/*
 * The words of what stands right above a list: of a paragraph, or, where it is a list from whose
 * item that list was taken out, of that item's last one; empty: it is something else.
 */
struct text words_right_above(struct extraction *x, const struct block *above);

/* ---- duty_leads.c ---- */

/* 「秘書職責：記錄會議；發送通知。」: where several begin so, the words behind each lead become a
 * paragraph; last: of the blocks. */
void divide_behind_leads(struct extraction *x, struct block *first, struct block **last);

/* ---- line_words.c ---- */

/* "position: static;" declares something in a program's language. */
bool is_declaration(struct text line);
/* "Closing date: Friday" begins like a label, whatever it is about: no sentence does so. */
bool line_begins_like_label(struct text words);
/* "Member A — Lead developer" in two; false: no dash joins them. */
bool part_at_dash(struct text line, struct text *front, struct text *behind);
/* "Constraints:", 「餐中：」, alone in its line: such a label, whose items follow. */
bool is_caption_line(const struct extraction *x, struct text words);
/* It goes on in the next line, wherever it was divided. */
bool ends_in_comma(struct text words);
/* ".", ", too": what stood behind a link that took a line of its own. */
bool begins_in_stop(struct text words);
/* "Partnerships" below "Visit each site weekly", which had room for it: no end of that item. */
bool is_plain_caption(struct extraction *x, struct text before, struct text line);
/* The same between two lines with bullets. */
bool is_caption_between(struct extraction *x, struct text before, struct text line,
                        struct text behind);
/* The words, of which that is the label, are alone in their line: they open a section of a role. */
bool label_opens_section(const struct label *label, struct text words);
/* 「（二）銷售」, as captions are numbered and no items of a list of Markdown's. */
bool is_caption_numbered(struct text words);
/* 第三條: the number of an article of rules. */
bool is_article_label(struct text label);
/* 第三章, 第三節: that of articles. */
bool is_chapter_label(struct text label);
/* 「第5條」 alone: the number of the article whose words come next. */
bool is_article_line(struct text line);
/* "Article V: Committees", "ARTICLE 12 - Dues": what stands behind the number; all else: empty. */
struct text behind_latin_article(const struct extraction *x, struct text line);

/* ---- hashes.c ---- */

/* Whether the author writes headings so without a blank: x->are_hashes_tight. */
void find_tight_hashes(struct extraction *x);
/*
 * inout    text  loses its marks where it is such a heading
 * returns  the heading's level; 0: it is none, text is left alone
 */
unsigned hashes_level(const struct extraction *x, struct text *text);

/* ---- bold_labels.c ---- */

/* "**Grade** 7", where a document has several such lines: the labels get a colon. */
void complete_bold_labels(struct extraction *x);
/* "**Output**: a plan": such words with a colon, known or not, from that run on. */
bool begins_with_bold_label(const struct run *run);

/* ---- tabbed_names.c ---- */

/* Names of positions in front of a tab and the first of their duties become paragraphs. */
void divide_tabbed_names(struct extraction *x, struct block *first);

/* ---- named_items.c ---- */

/*
 * Names in the first line of their items, over what their holders do, end at a break; where there
 * are none such, numbered names that something announces as roles become headings.
 */
void break_behind_names(struct extraction *x);
/* Names alone in their lists, over what their holders do, become lines; after nest_bullets. */
void lift_lone_names(struct extraction *x);

/* ---- pieces.c ---- */

/* A list, or words with a number or bullet in front of them, computed or typed. */
bool looks_like_item(const struct block *block, struct text words);

/*
 * brackets.c: 「【崗位職責】採買；記帳。【任職要求】高中。」 in one paragraph: each known label in such
 * brackets begins one.
 *
 * returns  the last of the paragraphs that it became
 */
struct block *divide_at_brackets(struct extraction *x, struct block *block);
/*
 * marked_labels.c: 「▍工作內容 • 採買 ▍條件要求 • 高中」: each label behind such a mark becomes a
 * paragraph, and so do the words behind it; the last of them is returned.
 */
struct block *divide_at_marked_labels(struct extraction *x, struct block *block);
/* office_lines.c: in front of how many hold the office that the line names, or behind it; the last part. */
struct block *divide_at_count(struct extraction *x, struct block *block);

/*
 * name_terms.c: 「保安員（編制：3人）」: the bracket becomes a paragraph below the name, which is
 * returned; the block itself where it holds anything but terms of a post.
 */
struct block *divide_at_terms(struct extraction *x, struct block *block);
/* In front of the label of the numbered list below, in the last line of the list above; the last of
 * the blocks is returned. */
struct block *divide_at_lost_label(struct extraction *x, struct block *block);
/* An item that ends in such a label, over the items behind it: 「- 記錄潮位。任職資格：」. */
void divide_item_at_lost_label(struct extraction *x, struct block *item);
/* In front of the labels that follow sentences in one paragraph; the last of the blocks. */
struct block *divide_at_page_label(struct extraction *x, struct block *block);
/*
 * 「職位描述1、開發；2、測試。職位要求1、本科」: each label, and each list, becomes a paragraph.
 *
 * returns  the last of them
 */
struct block *divide_at_glued_labels(struct extraction *x, struct block *block);

#endif
