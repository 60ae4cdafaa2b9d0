/* Bars of a form: a cell over the full width that opens a section, holds one, or names a role. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define LONG_BAR 30       /* characters of a bar that a phrase of the vocabulary may know */
#define PAGE_LABELS_MIN 2 /* alone in lines of a cell: it is a page */

/* A role was begun, and nothing of it is known yet. */
static bool says_nothing(const struct role *role)
{
    for (size_t e = 0; role != NULL && e < ELEMENT_ROLE_COUNT; e++)
        if (role->values[e].state != STATE_ABSENT)
            return false;
    return role != NULL;
}

/* 「職位⏎Post⏎督導員」; but 教育背景：, 培訓經歷：, each over its lines, are parts of a section. */
static bool fill_label_over_words(struct form *form, const struct form_cell *bar)
{
    struct label_over over;
    if (!form_label_over(form->x, bar->words, &over) ||
        (over.label.is_part && over.label.element == form_section_element(form)))
        return false;
    form_leave_section(form);
    form_fill_label_over(form, bar);
    close_target(form->x);
    return true;
}

/* All words of the paragraphs from the block on are in italics. */
static bool are_in_italics(struct arena *scratch, const struct block *block)
{
    bool has_words = false;
    for (; block != NULL; block = block->next) {
        if (block->kind != BLOCK_PARAGRAPH)
            return false;
        if (text_is_blank(block_text(scratch, block)))
            continue;
        if (!block_is_styled(block, STYLE_EMPHASIS))
            return false;
        has_words = true;
    }
    return has_words;
}

/* The next row is words over the full width, with no label of their own. */
static bool is_over_words(struct form *form, size_t r)
{
    struct label_over over;
    if (r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    const struct form_cell *words = below.filled == 0 ? NULL : &below.cells[below.first];
    return words != NULL && form_is_bar(form, &below) && words->label.kind == LABEL_UNKNOWN &&
           !form_label_over(form->x, words->words, &over) &&
           !begins_with_pair(form->x, words->words);
}

/* "Main tasks" over "List no more than eight" in italics: a hint, and the next row is the words. */
static bool fill_label_over_hint(struct form *form, const struct form_cell *bar, size_t r)
{
    struct extraction *x = form->x;
    struct label_over over;
    if (!are_in_italics(x->scratch, bar->cell->blocks->next) ||
        !form_label_over(x, bar->words, &over) || !is_over_words(form, r))
        return false;
    form_leave_section(form);
    open_element(x, over.label, over.name, LEVEL_LINE, bar->cell->span);
    note_skipped(x, CLUE_PROMPT, over.words, bar->cell->blocks->next->span);
    form->section = x->target;
    return true;
}

/* A bar that may be a heading, and not the words below one: short, and in a line. */
static bool is_line_across(struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    return row->filled == 1 && form_is_bar(form, row) && looks_like_heading(first->words) &&
           text_find(first->words, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

/*
 * Lines across the form by turns with rows of words: what stands where the known ones do is one of
 * them, "Interpersonal skills" behind "Qualifications" and its words; so is a line behind rows of
 * several cells.
 */
static bool stands_by_turns(struct form *form, size_t r)
{
    if (r < form->first_row + 2 || r + 1 >= form->end_row)
        return false;
    struct form_row row = form_read_row(form, r), below = form_read_row(form, r + 1);
    struct form_row head = form_read_row(form, r - 2), words = form_read_row(form, r - 1);
    if (!is_line_across(form, &row) || below.filled == 0 || is_line_across(form, &below))
        return false;
    if (words.filled > 1)
        return form->section_has_rows;
    if (!is_line_across(form, &head) || words.filled != 1 || is_line_across(form, &words) ||
        !form->section_has_words)
        return false;
    const struct form_cell *known = &head.cells[head.first];
    return known->label.kind == LABEL_ELEMENT || known->label.kind == LABEL_OTHER ||
           (form->section.kind == TARGET_OTHER &&
            text_equal(known->words, form->section.section->heading)) ||
           label_guess_in_form(form->x, known->words).kind == LABEL_ELEMENT;
}

/* A bar whose words speak of another element than the section it stands in, or are a phrase. */
static bool is_guessed_bar(struct form *form, const struct form_cell *bar, size_t r)
{
    /* without "Section 3:" and "(attach a sheet if needed)" */
    struct text words = label_without_remark(list_label_of(bar->words).rest);
    bool is_long = !looks_like_heading(words); /* 工作中接触到的公司内部岗位与事由 */
    if (is_long && (text_is_longer(words, LONG_BAR) || !ends_like_heading(words)))
        return false; /* most bars: a guess costs more */
    struct label guess = label_guess_in_form(form->x, bar->words);
    if (is_long || guess.guess == GUESS_PHRASE)
        return guess.kind == LABEL_ELEMENT && guess.guess == GUESS_PHRASE;
    if (guess.kind == LABEL_ELEMENT && stands_by_turns(form, r))
        return true;
    return guess.kind == LABEL_ELEMENT && guess.element != form_section_element(form) &&
           (label_is_sure_guess(&guess) || block_is_strong(bar->cell->blocks) ||
            form->section.kind == TARGET_NONE);
}

/* In Markdown no cell goes across: 職務說明書, 護理師職務說明書 have nothing beside them. */
static bool titles_form(struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    struct text name;
    bool is_duties = false, is_at_top = row->first == 0 && first->cell->row == form->first_row;
    return first->label.kind == LABEL_FORM ||
           (is_at_top && first->label.kind == LABEL_UNKNOWN && form->first_column == 0 &&
            label_role_name(form->x, first->words, &name, &is_duties) && !is_duties);
}

bool form_is_bar(struct form *form, const struct form_row *row)
{
    size_t columns = form->end_column - form->first_column;
    const struct form_cell *first = &row->cells[row->first];
    if (row->count == 1)
        return first->cell->column_span > 1 || form->table->columns == 1;
    return row->filled == 1 &&
           (3 * (size_t)first->cell->column_span >= 2 * columns || titles_form(form, row));
}

/* 安全承諾 behind 崗位職責 and its items, over words of its own: no duty, and a section by its place. */
static bool is_bar_by_turns(struct form *form, const struct form_cell *bar, size_t r)
{
    const struct form_row above = form_read_row(form, r > 0 ? r - 1 : 0);
    struct text words = above.filled == 0 ? TEXT("") : above.cells[above.first].words;
    return stands_by_turns(form, r) &&
           (text_has(words, '\n') || text_ends_with(words, TEXT("。"))) &&
           list_label_of(bar->words).kind == LIST_LABEL_NONE && !ends_in_colon(bar->words) &&
           vocabulary_opening(form->x->vocabulary, form->x->scratch, bar->words) == ELEMENT_COUNT;
}

/* 3、保密義務 behind the words of 2、職務目的: the next bar, though no label is known in it. */
static bool is_next_bar(struct form *form, const struct form_cell *bar, size_t r)
{
    if (is_bar_by_turns(form, bar, r))
        return true;
    struct list_label before = list_label_of(form->section.heading.text);
    struct list_label here = list_label_of(bar->words);
    return form->section_has_words && looks_like_heading(bar->words) &&
           here.kind != LIST_LABEL_NONE &&
           list_label_look(here.label) == list_label_look(before.label) &&
           list_label_number(here.label) == list_label_number(before.label) + 1;
}

/*
 * 計劃員崗位職責, or 任職資格, alone in a line of the cell: what stands below it is that element's.
 * begins: the cell begins with a label, so that "Duties" and other ordinary words are labels, too
 */
static struct label label_of_line(struct extraction *x, const struct block *block, bool begins)
{
    struct text words = text_trim(block_text(x->scratch, block)), name;
    struct label label = label_find(x, words);
    bool is_duties = false;
    bool is_line = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING;
    if (is_line && is_section_label(&label) && !label.is_part && (begins || !label.needs_context))
        return label;
    bool names_duties = is_line && label.kind == LABEL_UNKNOWN && looks_like_heading(words) &&
                        label_role_name(x, words, &name, &is_duties) && is_duties;
    return label_of(names_duties ? ELEMENT_DUTIES : ELEMENT_COUNT);
}

/* 三、工作環境 behind 二、工作權限: numbered as the next of the labels, a part is one of them. */
static struct label label_of_next(struct extraction *x, const struct block *block,
                                  struct text before)
{
    struct text words = text_trim(block_text(x->scratch, block));
    struct list_label typed = list_label_of(words);
    if (text_is_empty(before) || typed.kind == LIST_LABEL_NONE || block->kind != BLOCK_PARAGRAPH ||
        !looks_like_heading(words) || list_label_look(typed.label) != list_label_look(before) ||
        list_label_number(typed.label) != list_label_number(before) + 1)
        return label_of(ELEMENT_COUNT);
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT ? label : label_guess_in_form(x, words);
}

/*
 * A heading among those that are labels: of their level, "Additional notes" is a section of its own
 * and "Preferred skills" a part of the qualifications; below it, a heading names a part of what is
 * open. false: it is no such heading.
 */
static bool opens_headed(struct extraction *x, struct block *block, unsigned level)
{
    struct text words = text_trim(block_text(x->arena, block));
    if (block->kind != BLOCK_HEADING || level == 0 || block->next == NULL || text_is_empty(words))
        return false;
    struct label label = label_find(x, words);
    if (block->level > level && x->target.kind == TARGET_ELEMENT) {
        settle_caption(x);
        x->target.part = (struct value){words, block->span};
        note(x, USE_LABEL, words, block->span);
    } else if (label.kind == LABEL_ELEMENT)
        open_element(x, label, words, LEVEL_LINE, block->span);
    else
        open_unknown(x, words, LEVEL_LINE, block->span, label.kind != LABEL_OTHER);
    return true;
}

/* A cell over the full width that is a page of its own: labels alone in lines, over their words. */
static bool fill_page(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    size_t labels = 0;
    unsigned level = 0; /* of the headings that are labels */
    enum element before = ELEMENT_COUNT;
    bool names_role = false; /* one label alone is a bar's own, over its words */
    const struct block *first = bar->cell->blocks;
    bool begins =
        first != NULL && first->next != NULL && label_of_line(x, first, true).kind == LABEL_ELEMENT;
    for (const struct block *b = first; b != NULL && b->next != NULL; b = b->next) {
        struct label label = label_of_line(x, b, begins);
        bool is_label = label.kind == LABEL_ELEMENT;
        labels += is_label && label.element != before; /* not once more in another language */
        before = is_label ? label.element : before;
        if (is_label && b->kind == BLOCK_HEADING && b->level > level)
            level = b->level;
        names_role |=
            is_label && label_find(x, text_trim(block_text(x->scratch, b))).kind == LABEL_UNKNOWN;
    }
    if (labels < PAGE_LABELS_MIN && !names_role)
        return false;
    form_resume_section(form);
    form->section = (struct target){.kind = TARGET_NONE};
    struct text numbered = TEXT(""); /* of the last label that has a number */
    for (struct block *b = bar->cell->blocks; b != NULL; b = b->next) {
        struct label label = label_of_line(x, b, begins);
        if (label.kind == LABEL_UNKNOWN || label.element == ELEMENT_COUNT)
            label = label_of_next(x, b, numbered);
        if (label.kind == LABEL_ELEMENT) {
            struct text typed = list_label_of(text_trim(block_text(x->arena, b))).label;
            numbered = text_is_empty(typed) ? numbered : typed;
        }
        if (label.kind == LABEL_ELEMENT && b->next != NULL)
            open_element(x, label, text_trim(block_text(x->arena, b)), LEVEL_LINE, b->span);
        else if (!opens_headed(x, b, level) && !fill_caption(x, b, block_text(x->arena, b)))
            fill_block(x, b);
    }
    close_target(x);
    return true;
}

/* JOB DESCRIPTION over "Post | Receptionist": the form's title, and what the post is for elsewhere. */
static bool is_title_over_labels(struct form *form, const struct form_cell *bar, size_t r)
{
    if (r > form->first_row || !label_is_description(&bar->label) || r + 1 >= form->end_row)
        return false;
    struct form_row below = form_read_row(form, r + 1);
    return below.first + 1 < below.count && below.filled > 1 &&
           (is_label(&below.cells[below.first]) ||
            below.cells[below.first].label.kind == LABEL_OTHER);
}

/* One of several rows beside a label that is merged over them, a paragraph each: an item whole, but for
 * 「職責表述：…」. */
static bool is_item_row(const struct form *form, const struct form_cell *bar)
{
    struct pair pair;
    const struct block *words = bar->cell->blocks;
    enum element section = form_section_element(form);
    return form->first_column > 0 && form->end_row - form->first_row > 1 &&
           section != ELEMENT_COUNT && kind_has_items(element_row(section)->kind) &&
           words != NULL && words->kind == BLOCK_PARAGRAPH && words->next == NULL &&
           text_find(bar->words, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           !unknown_pair(bar->words, &pair) && label_pairs(form->x, bar->words, &pair, 1) == 0;
}

static void fill_item_row(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    note(x, USE_VALUE, bar->words, bar->cell->span);
    if (!fill_inline_items(x, bar->words, TEXT(""), 0, bar->cell->span))
        fill_item(x, bar->words, TEXT(""), 0, bar->cell->span);
}

/* "Salary: 2,000 a month" below "Benefits", or beside it merged over its rows: one of these. */
static bool is_pair_of_section(struct form *form, const struct form_cell *bar)
{
    struct pair pair;
    enum element section = form_section_element(form);
    return section != ELEMENT_COUNT && label_pairs(form->x, bar->words, &pair, 1) == 1 &&
           is_item_like_pair(&pair, section);
}

/* Labels and values in a cell over the row; the rows below go on in the section beside them. */
static void fill_pairs_of_bar(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    struct target section = form->section;
    if (is_pair_of_section(form, bar)) {
        form_resume_section(form);
        if (bar->cell->blocks == NULL || bar->cell->blocks->next == NULL)
            fill_text(x, bar->words, TEXT(""), 0, bar->cell->span);
        else
            fill_cell_sections(x, bar->cell->blocks);
        form->section = x->target;
        form->section_has_words = true;
        return;
    }
    form_leave_section(form);
    fill_cell_lines(x, bar->cell);
    close_target(x);
    if (form->first_column > 0)
        form->section = section;
}

void form_fill_bar(struct form *form, const struct form_cell *bar, size_t r)
{
    struct extraction *x = form->x;
    struct label label = bar->label;
    if (is_title_over_labels(form, bar, r))
        label = (struct label){.kind = LABEL_FORM, .element = ELEMENT_COUNT};
    x->clue = CLUE_BAR;
    if (is_short(bar->words) && label_says_go_on(x, bar->words)) {
        note_skipped(x, CLUE_NO_ELEMENT, bar->words, bar->cell->span);
        return;
    }
    if (form_is_asked_box(form, bar) || form_fill_box(form, bar) ||
        form_bar_begins_role(form, bar, r) || form_fill_series_head(form, bar) ||
        (label.kind == LABEL_UNKNOWN && fill_page(form, bar)))
        return;
    bool is_words = bar->cell->blocks != NULL && bar->cell->blocks->kind == BLOCK_PARAGRAPH;
    if (label.kind == LABEL_UNKNOWN && is_words &&
        (fill_label_over_hint(form, bar, r) || fill_label_over_words(form, bar)))
        return;
    if (label.kind == LABEL_UNKNOWN && is_words && is_guessed_bar(form, bar, r))
        label = label_guess_in_form(x, bar->words);
    if (label_is_title_of_needs(x, bar->words))
        label = label_of(ELEMENT_APPOINTMENT);
    if (label.kind == LABEL_ELEMENT) {
        form_leave_section(form);
        open_element(x, label, bar->words, LEVEL_LINE, bar->cell->span);
        form->section = x->target;
    } else if (label.kind == LABEL_FORM) {
        form_leave_section(form);
        x->role_is_fresh |= says_nothing(x->role); /* under 岗位说明书 and 1、店长 */
        begin_role(x, TEXT(""), LEVEL_TITLE, bar->cell->span);
        x->clue = CLUE_FORM;
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, bar->words, bar->cell->span);
    } else if (label.kind == LABEL_OTHER) {
        form_leave_section(form);
        note_skipped(x, CLUE_NO_ELEMENT, bar->words, bar->cell->span);
    } else if (begins_with_pair(x, bar->words)) {
        fill_pairs_of_bar(form, bar);
    } else if (form->section.kind != TARGET_NONE && !form->section_has_rows && !form->has_columns &&
               !is_next_bar(form, bar, r)) {
        form_resume_section(form);
        if (is_item_row(form, bar))
            fill_item_row(form, bar);
        else
            fill_cell_sections(x, bar->cell->blocks);
        form->section = x->target;
        form->section_has_words = true;
    } else {
        bool is_heading = looks_like_heading(bar->words);
        form_leave_section(form);
        the_role(x, bar->cell->span);
        open_unknown(x, is_heading ? bar->words : TEXT(""), LEVEL_LINE, bar->cell->span,
                     is_heading);
        if (!is_heading)
            fill_blocks(x, bar->cell->blocks);
        form->section = x->target;
    }
}
