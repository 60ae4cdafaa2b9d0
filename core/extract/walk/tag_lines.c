/*
 * "Full time | £11.44 an hour | Bristol" right below the name of a position: terms that bars or dots
 * part, each told by what it is. What is none of them stays among the role's other words.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define TAGS_MAX 6    /* in a line: a bound on work */
#define TAG_LENGTH 40 /* characters of each */

struct tag {
    struct text words;
    enum element element; /* ELEMENT_COUNT: nobody knows */
};

/* Bars and dots in the middle of the line. */
static bool is_bar(uint32_t c)
{
    return c == '|' || c == 0xFF5C || c == 0xB7 || c == 0x2022 || c == 0x30FB; /* ｜·•・ */
}

/* "Leeds, UK", "Remote": where, by the words alone. */
static bool tells_place(struct extraction *x, struct text words)
{
    size_t comma = text_find(words, TEXT(", "), 0);
    bool is_pair = comma != TEXT_NOT_FOUND && comma > 0 && comma + 2 < words.size &&
                   words.data[0] >= 'A' && words.data[0] <= 'Z' && words.data[comma + 2] >= 'A' &&
                   words.data[comma + 2] <= 'Z';
    return is_pair || text_is_any(label_folded(x, words), signs_of(x, SIGN_PLACE));
}

static enum element element_of_tag(struct extraction *x, struct text words)
{
    if (tells_pay(words))
        return ELEMENT_REWARDS;
    if (tells_employment(x, words))
        return ELEMENT_EMPLOYMENT;
    return tells_place(x, words) ? ELEMENT_LOCATION : ELEMENT_COUNT;
}

/* Beside how one is employed and the pay, what is left is where. */
static void settle_place(struct tag *tags, size_t count)
{
    bool has[ELEMENT_COUNT + 1] = {false};
    size_t unknown = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        has[tags[i].element] = true;
        last = tags[i].element == ELEMENT_COUNT ? i : last;
        unknown += tags[i].element == ELEMENT_COUNT;
    }
    if (unknown == 1 && has[ELEMENT_REWARDS] && has[ELEMENT_EMPLOYMENT] && !has[ELEMENT_LOCATION])
        tags[last].element = ELEMENT_LOCATION;
}

/* returns  how many parts the line has; 0: it is no such line */
static size_t read_tags(struct extraction *x, struct text line, struct tag tags[TAGS_MAX])
{
    size_t count = 0, known = 0;
    for (size_t begin = 0, at = 0; begin < line.size && count < TAGS_MAX; begin = at) {
        size_t end = at;
        while (at < line.size && !is_bar(text_next(line, &at)))
            end = at;
        struct text words = text_trim(text_slice(line, begin, end));
        if (text_is_empty(words) || text_code_points(words) > TAG_LENGTH)
            return 0;
        tags[count] = (struct tag){words, element_of_tag(x, words)};
        known += tags[count++].element != ELEMENT_COUNT;
    }
    if (count < 2 || 2 * known < count)
        return 0;
    settle_place(tags, count);
    return count;
}

/* Nothing but the name is told so far. */
static bool is_below_name(const struct extraction *x)
{
    const struct target *t = &x->target;
    return x->role != NULL && x->role_is_fresh && t->kind == TARGET_NONE;
}

bool fill_tag_line(struct extraction *x, const struct piece *piece)
{
    struct tag tags[TAGS_MAX];
    struct text line = text_trim(piece->text);
    if (!is_below_name(x) || piece->block->kind != BLOCK_PARAGRAPH ||
        text_find(line, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    size_t count = read_tags(x, line, tags);
    struct span at = piece->block->span;
    x->clue = CLUE_LINE;
    for (size_t i = 0; i < count; i++) {
        size_t begin = (size_t)(tags[i].words.data - line.data);
        struct span part = span_slice(at, begin, begin + tags[i].words.size);
        if (tags[i].element == ELEMENT_COUNT) {
            fill_aside(x, tags[i].words, part);
            continue;
        }
        open_element(x, label_of(tags[i].element), TEXT(""), LEVEL_LINE, part);
        fill_text(x, tags[i].words, TEXT(""), 0, part);
        close_target(x);
    }
    return count > 0;
}
