/* Boxes to tick: what is ticked is said, what is not is not. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include <string.h>

/* Every character of a form is asked whether it is one: most are told apart by their range. */
static bool is_sign(uint32_t c) { return c >= 0x2200 && (c < 0x2C00 || c >= 0x1F000); }

static bool is_ticked(uint32_t c)
{
    static const uint32_t marks[] = {0x2611, 0x2612, 0x25A0, 0x221A, 0x2713, /* ☑☒■√✓ */
                                     0x2714, 0x2705, 0x22A0, 0x1F5F9};       /* ✔✅⊠🗹 */
    for (size_t i = 0; is_sign(c) && i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c)
            return true;
    return false;
}

static bool is_open(uint32_t c)
{
    return c == 0x25A1 || c == 0x2610 || c == 0x25FB || c == 0x25A2 || c == 0x2B1C; /* □☐◻▢⬜ */
}

bool is_tick(struct text words)
{
    size_t at = 0;
    uint32_t c = words.size == 0 ? 0 : text_next(words, &at);
    bool is_letter = c == 'x' || c == 'X' || c == 'Y' || c == 'y' || c == 'v';
    bool is_circle = c == 0x25CB || c == 0x25CF || c == 0x25CE; /* ○●◎ */
    return c != 0 && at == words.size && (is_ticked(c) || is_letter || is_circle);
}

bool is_empty_box(struct text words)
{
    size_t at = 0;
    return words.size > 0 && is_open(text_next(words, &at)) && at == words.size;
}

/* A box in a text: a sign, or typed as [ ] and [X]. */
struct box {
    size_t begin, end; /* begin: the text's size where there is none */
    bool is_ticked, is_typed;
};

struct boxes {
    size_t ticked, open;
    bool are_typed; /* some of them */
};

/* Boxes begin with one of three bytes in UTF-8, with which few other characters of a form do. */
static bool may_have_box(struct text words)
{
    return words.size > 0 && (memchr(words.data, 0xE2, words.size) != NULL ||
                              memchr(words.data, 0xF0, words.size) != NULL ||
                              memchr(words.data, '[', words.size) != NULL);
}

/* A box begins there; false: another character does. */
static bool read_box(struct text words, size_t at, struct box *box)
{
    static const struct text typed[] = {TEXT_INIT("[ ]"), TEXT_INIT("[x]"), TEXT_INIT("[X]"),
                                        TEXT_INIT("[√]")};
    *box = (struct box){.begin = at, .end = at};
    uint32_t c = text_next(words, &box->end);
    box->is_ticked = is_ticked(c);
    if (c != '[')
        return box->is_ticked || is_open(c);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (text_starts_with(text_from(words, at), typed[i])) {
            box->end = at + typed[i].size;
            box->is_ticked = i > 0;
            box->is_typed = true;
            return true;
        }
    return false;
}

/* The first box at or behind `from`. */
static struct box next_box(struct text words, size_t from)
{
    struct box box;
    while (from < words.size) {
        if (read_box(words, from, &box))
            return box;
        text_next(words, &from);
    }
    return (struct box){.begin = words.size, .end = words.size};
}

static struct boxes count_boxes(struct text words)
{
    struct boxes boxes = {0};
    if (!may_have_box(words))
        return boxes;
    for (struct box box = next_box(words, 0); box.begin < words.size;
         box = next_box(words, box.end)) {
        boxes.ticked += box.is_ticked;
        boxes.open += !box.is_ticked;
        boxes.are_typed |= box.is_typed;
    }
    return boxes;
}

bool has_ticked_box(struct text words)
{
    struct boxes boxes = count_boxes(words);
    return boxes.ticked > 0 && boxes.ticked + boxes.open > 1;
}

/* 從不□ 偶爾☑: words first and a box last, and no label in front: boxes stand behind their words.
 */
static bool are_boxes_behind(struct text words)
{
    struct box first = next_box(words, 0), last = first;
    struct text front = text_trim(text_slice(words, 0, first.begin));
    for (struct box box = first; box.begin < words.size; box = next_box(words, box.end))
        last = box;
    return !text_is_empty(front) && !ends_in_colon(front) && last.begin < words.size &&
           text_is_blank(text_from(words, last.end));
}

static void append_choice(struct text_buffer *chosen, struct text words)
{
    if (chosen->size > 0)
        buffer_append_string(chosen, "\n");
    buffer_append(chosen, text_trim(words));
}

static struct text take_boxes_behind(struct extraction *x, struct text words, struct span at)
{
    struct text_buffer chosen = text_buffer_new(x->arena);
    for (size_t from = 0; from < words.size;) {
        struct box box = next_box(words, from);
        struct text choice = text_slice(words, from, box.begin);
        bool is_none = box.begin == words.size;
        if (!is_none && !box.is_ticked)
            note_skipped(x, CLUE_BOX, text_slice(words, from, box.end), at);
        else if (!text_is_blank(choice))
            append_choice(&chosen, choice);
        if (!is_none && box.is_ticked)
            note_skipped(x, CLUE_BOX_TICKED, text_slice(words, box.begin, box.end), at);
        from = box.end;
    }
    return buffer_text(&chosen);
}

/* Every line begins with an open box, and has no other. */
static bool is_checklist(struct text words)
{
    struct text line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        line = text_trim(line);
        struct box box = next_box(line, 0);
        bool is_open_box = box.begin == 0 && box.end < line.size && !box.is_ticked;
        if (!is_open_box || box.is_typed || next_box(line, box.end).begin < line.size)
            return false;
    }
    return !text_is_empty(words);
}

struct text take_checklist(struct extraction *x, struct text words, struct span at)
{
    if (!may_have_box(words) || !is_checklist(words))
        return words;
    struct text_buffer acts = text_buffer_new(x->arena);
    struct text line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        line = text_trim(line);
        struct box box = next_box(line, 0);
        append_choice(&acts, text_from(line, box.end));
        note_skipped(x, CLUE_BOX, text_slice(line, 0, box.end), at);
    }
    return buffer_text(&acts);
}

struct text take_choices(struct extraction *x, struct text words, bool are_choices, struct span at)
{
    struct boxes boxes = count_boxes(words);
    bool is_list = boxes.open == 1 && boxes.ticked == 0 && !are_choices; /* □ is a bullet */
    if (boxes.ticked + boxes.open == 0 || is_list ||
        (boxes.ticked + boxes.open == 1 && !are_choices) ||
        (boxes.ticked == 0 && boxes.are_typed)) /* "for [ ] years": a blank to fill in */
        return words;
    if (boxes.ticked > 0 && are_boxes_behind(words))
        return take_boxes_behind(x, words, at);
    struct text_buffer chosen = text_buffer_new(x->arena);
    struct box box = next_box(words, 0);
    size_t front = box.begin;
    buffer_append(&chosen, text_slice(words, 0, front));
    while (box.begin < words.size) {
        struct box next = next_box(words, box.end);
        if (box.is_ticked) {
            if (chosen.size > front)
                buffer_append_string(&chosen, "\n");
            buffer_append(&chosen, text_trim(text_slice(words, box.end, next.begin)));
            note_skipped(x, CLUE_BOX_TICKED, text_slice(words, box.begin, box.end), at);
        } else
            note_skipped(x, CLUE_BOX, text_slice(words, box.begin, next.begin), at);
        box = next;
    }
    return buffer_text(&chosen);
}
