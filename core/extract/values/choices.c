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

struct boxes {
    size_t ticked, open;
};

/* Boxes begin with one of two bytes in UTF-8, with which few other characters of a form do. */
static bool may_have_box(struct text words)
{
    return words.size > 0 && (memchr(words.data, 0xE2, words.size) != NULL ||
                              memchr(words.data, 0xF0, words.size) != NULL);
}

static struct boxes count_boxes(struct text words)
{
    struct boxes boxes = {0};
    if (!may_have_box(words))
        return boxes;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        boxes.ticked += is_ticked(c);
        boxes.open += is_open(c);
    }
    return boxes;
}

bool has_ticked_box(struct text words)
{
    struct boxes boxes = count_boxes(words);
    return boxes.ticked > 0 && boxes.ticked + boxes.open > 1;
}

/* The first box at or behind `from`; words.size: none. */
static size_t next_box(struct text words, size_t from)
{
    while (from < words.size) {
        size_t begin = from;
        uint32_t c = text_next(words, &from);
        if (is_ticked(c) || is_open(c))
            return begin;
    }
    return words.size;
}

/* 從不□ 偶爾☑: words first and a box last, and no label in front: boxes stand behind their words.
 */
static bool are_boxes_behind(struct text words)
{
    struct text front = text_trim(text_slice(words, 0, next_box(words, 0)));
    struct text all = text_trim(words);
    size_t last = all.size;
    uint32_t c = all.size == 0 ? 0 : text_previous(all, &last);
    return !text_is_empty(front) && !ends_in_colon(front) && (is_ticked(c) || is_open(c));
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
    for (size_t from = 0, end; from < words.size; from = end) {
        size_t box = end = next_box(words, from);
        uint32_t c = box < words.size ? text_next(words, &end) : 0;
        struct text choice = text_slice(words, from, box);
        if (is_open(c)) {
            note_skipped(x, CLUE_BOX, text_slice(words, from, end), at);
            continue;
        }
        if (!text_is_blank(choice))
            append_choice(&chosen, choice);
        if (box < words.size)
            note_skipped(x, CLUE_BOX_TICKED, text_slice(words, box, end), at);
    }
    return buffer_text(&chosen);
}

struct text take_choices(struct extraction *x, struct text words, bool are_choices, struct span at)
{
    struct boxes boxes = count_boxes(words);
    bool is_list = boxes.open == 1 && boxes.ticked == 0 && !are_choices; /* □ is a bullet */
    if (boxes.ticked + boxes.open == 0 || is_list ||
        (boxes.ticked + boxes.open == 1 && !are_choices))
        return words;
    if (boxes.ticked > 0 && are_boxes_behind(words))
        return take_boxes_behind(x, words, at);
    struct text_buffer chosen = text_buffer_new(x->arena);
    size_t first = next_box(words, 0);
    buffer_append(&chosen, text_slice(words, 0, first));
    for (size_t from = first, end; from < words.size; from = end) {
        size_t begin = from;
        bool is_left_open = is_open(text_next(words, &begin));
        end = next_box(words, begin);
        if (is_left_open) {
            note_skipped(x, CLUE_BOX, text_slice(words, from, end), at);
            continue;
        }
        if (chosen.size > first)
            buffer_append_string(&chosen, "\n");
        buffer_append(&chosen, text_trim(text_slice(words, begin, end)));
        note_skipped(x, CLUE_BOX_TICKED, text_slice(words, from, begin), at);
    }
    return buffer_text(&chosen);
}
