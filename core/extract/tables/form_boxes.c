/*
 * Official forms of numbered boxes: "13. Position title of immediate supervisor" over its value in
 * one cell, and so in the order of the numbers. What a box is called is its label, however long; a
 * box that asks a question in a section is of that section.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"

#define BOXES_MIN 4     /* fewer may be numbered paragraphs */
#define VALUES_MIN 2    /* boxes with the label of a single value, which tells a form */
#define NUMBER_DIGITS 2 /* of the number of a box */
#define DISORDER_MAX 4  /* boxes in order for each one out of it */

/* What one cell holds. */
struct box {
    size_t number;
    struct text name, words; /* words: empty where nothing stands below the name */
    bool is_answered;        /* the words stand behind the name, in its line */
};

/* "13." or "21a." in front of words; 0: none. */
static size_t box_number(struct text line, struct text *rest)
{
    size_t at = 0, number = 0;
    for (; at < line.size && at < NUMBER_DIGITS && is_ascii_digit(line.data[at]); at++)
        number = 10 * number + (size_t)(line.data[at] - '0');
    if (at > 0 && at < line.size && is_ascii_letter(line.data[at]))
        at++;
    if (at == 0 || at >= line.size || line.data[at] != '.')
        return 0;
    *rest = text_trim(text_from(line, at + 1));
    return text_is_empty(*rest) || is_ascii_digit(rest->data[0]) ? 0 : number;
}

/* false: no number, or a list whose second item has one too */
static bool read_box(struct text words, struct box *box)
{
    struct text line, below, rest;
    size_t offset = 0, next = 0;
    if (!text_next_line(words, &offset, &line))
        return false;
    *box = (struct box){.words = text_trim(text_from(words, offset))};
    box->number = box_number(text_trim(line), &box->name);
    bool is_list = text_next_line(box->words, &next, &below) && box_number(below, &rest) > 0;
    return box->number > 0 && !is_list;
}

/* Few cells begin so, and the words of all take time. */
static bool begins_with_digit(struct extraction *x, const struct cell *cell)
{
    struct text words =
        cell->blocks == NULL ? TEXT("") : text_trim(block_text(x->scratch, cell->blocks));
    return words.size > 0 && is_ascii_digit(words.data[0]);
}

bool form_has_boxes(struct extraction *x, const struct table *table)
{
    size_t boxes = 0, values = 0, disorder = 0, last = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct box box;
        if (!begins_with_digit(x, cell) || !read_box(cell_words(x, cell), &box))
            continue;
        struct label label = label_find(x, box.name);
        boxes++;
        disorder += box.number < last;
        values +=
            !text_is_empty(box.words) && label.kind == LABEL_ELEMENT && is_single_value(&label);
        last = box.number;
    }
    return boxes >= BOXES_MIN && values >= VALUES_MIN && DISORDER_MAX * disorder <= boxes;
}

/* By its words, also those in brackets; a guess is no name of the role. */
static struct label label_of_box(struct extraction *x, struct text name)
{
    struct label label = label_find(x, name);
    struct text remark = label_remark(name);
    if (label.kind == LABEL_UNKNOWN && !text_is_empty(remark))
        label = label_find(x, remark);
    if (label.kind != LABEL_UNKNOWN)
        return label;
    label = label_guess_in_form(x, name);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE ? label_of(ELEMENT_COUNT)
                                                                         : label;
}

/* "Does it supervise others?   ☐ Yes   ☒ No": the answer stands behind the question. */
static struct text part_answer(struct box *box)
{
    size_t at = text_find(box->name, TEXT("?"), 0);
    struct text answer = at == TEXT_NOT_FOUND ? TEXT("") : text_trim(text_from(box->name, at + 1));
    struct text behind = box->words;
    if (text_is_empty(answer) || !has_ticked_box(answer))
        return TEXT("");
    box->name = text_slice(box->name, 0, at + 1);
    box->words = answer;
    box->is_answered = true;
    return behind; /* "If yes, list them:" */
}

/* The paragraphs below the name, or the lines. */
static void fill_words(struct extraction *x, const struct cell *cell, const struct box *box)
{
    struct block *first = cell->blocks;
    bool is_alone = !box->is_answered && first->kind == BLOCK_PARAGRAPH && first->next != NULL &&
                    text_find(block_text(x->scratch, first), TEXT("\n"), 0) == TEXT_NOT_FOUND;
    if (is_alone)
        fill_blocks(x, first->next);
    else
        fill_text(x, box->words, TEXT(""), 0, cell->span);
}

/* What the box is called says whose its words are; false: nothing does. */
static bool fill_known_box(struct extraction *x, const struct cell *cell, const struct box *box,
                           const struct label *label)
{
    if (label->kind != LABEL_ELEMENT && label->kind != LABEL_FIELD)
        return false;
    if (is_single_value(label) && label->element != ELEMENT_PURPOSE) {
        struct pair pair = {*label, box->name, box->words};
        fill_pair(x, &pair, cell->span);
        return true;
    }
    open_element(x, *label, box->name, LEVEL_LINE, cell->span);
    fill_words(x, cell, box);
    return true;
}

/* "In two or three sentences, state why the position exists." */
static bool asks(struct text name)
{
    return text_ends_with(name, TEXT(".")) || text_ends_with(name, TEXT("?"));
}

struct text form_name_of_box(struct text words)
{
    struct box box;
    return read_box(words, &box) && text_is_empty(box.words) ? box.name : TEXT("");
}

bool form_is_box(const struct form *form, const struct form_cell *of)
{
    struct box box;
    return form->has_boxes && read_box(of->words, &box) && !text_is_empty(box.words);
}

bool form_fill_box(struct form *form, const struct form_cell *of)
{
    struct extraction *x = form->x;
    struct box box;
    if (!form_is_box(form, of) || of->cell->blocks == NULL || !read_box(of->words, &box))
        return false;
    struct text behind = part_answer(&box);
    struct label label = label_of_box(x, box.name);
    x->clue = CLUE_ABOVE;
    if (!fill_known_box(x, of->cell, &box, &label)) {
        bool is_asked = form->section.kind == TARGET_ELEMENT && asks(box.name);
        if (is_asked)
            form_resume_section(form);
        else
            open_unknown(x, box.name, LEVEL_LINE, of->cell->span, label.kind == LABEL_UNKNOWN);
        if (is_asked)
            note(x, USE_LABEL, box.name, of->cell->span);
        fill_words(x, of->cell, &box);
    }
    close_target(x);
    fill_aside(x, behind, of->cell->span);
    return true;
}

bool form_is_asked_box(struct form *form, const struct form_cell *bar)
{
    struct box box;
    if (!form->has_boxes || !read_box(bar->words, &box) || !text_is_empty(box.words) ||
        !asks(box.name))
        return false;
    note_skipped(form->x, CLUE_PROMPT, bar->words, bar->cell->span);
    return true;
}
