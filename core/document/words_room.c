#include "core/document/words_room.h"
#include <string.h>

#define HAN_EM 1000   /* width of a character in 1/1000 of the size, as fonts mostly have it */
#define WIDE_EM 720   /* of capitals and signs beyond ASCII */
#define SMALL_EM 560  /* of other letters and digits: a little more than most fonts' mean */
#define NARROW_EM 330 /* of i, l and what is as thin */
#define BLANK_EM 280
#define BOLD_MORE 104 /* percent: bold letters are wider */

static int64_t em_width(uint32_t c)
{
    static const char narrow[] = "ijl.,:;'!|";
    if (c == ' ')
        return BLANK_EM;
    if (c >= 0x2E80)
        return HAN_EM;
    if (c > 0x7E || (c >= 'A' && c <= 'Z'))
        return WIDE_EM;
    return memchr(narrow, (int)c, sizeof narrow - 1) != NULL ? NARROW_EM : SMALL_EM;
}

/* A line may end between these: at a blank, and beside Han but in front of a closing mark. */
static bool may_break(uint32_t before, uint32_t after)
{
    static const char closing[] = "，。、；：！？）」』》】〉…";
    if (before == ' ')
        return true;
    for (size_t at = 0; at < sizeof closing - 1;)
        if (text_next((struct text){closing, sizeof closing - 1}, &at) == after)
            return false;
    return before >= 0x2E80 || after >= 0x2E80;
}

static void break_line(struct arena *arena, struct text words, int64_t width,
                       struct word_lines *lines)
{
    size_t begin = 0, cut = 0;
    int64_t used = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < words.size;) {
        size_t here = at;
        uint32_t c = text_next(words, &at);
        if (here > begin && may_break(before, c))
            cut = here;
        used += c == ' ' ? 0 : em_width(c); /* one at a line's end takes no room */
        if (before == ' ' && here > begin)
            used += BLANK_EM;
        before = c;
        if (used <= width || cut <= begin)
            continue;
        *arena_push(arena, lines->list, lines->count, lines->capacity) =
            text_trim(text_slice(words, begin, cut));
        begin = at = cut;
        used = 0;
    }
    *arena_push(arena, lines->list, lines->count, lines->capacity) =
        text_trim(text_from(words, begin));
}

void words_break(struct arena *arena, struct text words, int64_t width, struct word_lines *lines)
{
    struct text line;
    for (size_t at = 0; text_next_line(words, &at, &line);)
        break_line(arena, line, width, lines);
}

/* From 1/1000 of the style's size to 1/1000 pt. */
static int32_t length_of(const struct style *style, int64_t em)
{
    int64_t length = em * style->size / 1000 * (style->bold ? BOLD_MORE : 100) / 100;
    return length > INT32_MAX ? INT32_MAX : (int32_t)length;
}

int32_t words_width(const struct style *style, struct text words)
{
    int64_t widest = 0, width = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        width = c == '\n' ? 0 : width + em_width(c);
        widest = width > widest ? width : widest;
    }
    return length_of(style, widest);
}

int32_t words_least_room(const struct style *style, struct text words)
{
    int64_t widest = 0, width = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (before == '\n' || may_break(before, c))
            width = 0;
        width += c == ' ' || c == '\n' ? 0 : em_width(c);
        widest = width > widest ? width : widest;
        before = c;
    }
    return length_of(style, widest);
}

int32_t words_height(struct arena *scratch, const struct style *style, struct text words,
                     int32_t width)
{
    struct word_lines lines = {0};
    int64_t em = style->size <= 0 ? 0 : (int64_t)width * 1000 / style->size;
    words_break(scratch, words, style->bold ? em * 100 / BOLD_MORE : em, &lines);
    return (int32_t)lines.count * style->leading;
}
