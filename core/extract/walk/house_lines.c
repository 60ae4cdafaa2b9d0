/*
 * 「雲岫資訊股份有限公司｜產品發展處｜台北內湖」, 「禾豐食品股份有限公司　物流處」 right below the name of a
 * position: the house, its department and where that is, whatever parts them.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define PARTS_MAX 4
#define PART_LENGTH 30 /* characters */

static bool is_joint(uint32_t c)
{
    return c == '|' || c == 0xFF5C || c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x3000 ||
           c == '/' || c == 0xFF0F || c == '\t' || c == ' ';
}

static bool is_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF0C || c == ',' || c == 0xFF1A || c == ':' || c == 0xFF1B ||
           c == 0x3001;
}

/* returns  how many parts the line has; 0: more than a line of names has, or it is a sentence */
static size_t part_line(struct text line, struct text parts[PARTS_MAX])
{
    size_t count = 0;
    for (size_t at = 0, begin = 0, end = 0; at <= line.size; end = at) {
        uint32_t c = at < line.size ? text_next(line, &at) : ' ';
        if (is_stop(c))
            return 0;
        struct text part = text_slice(line, begin, end);
        bool is_end = is_joint(c) || end == line.size;
        if (is_end && !text_is_empty(part)) {
            if (count == PARTS_MAX || text_code_points(part) > PART_LENGTH)
                return 0;
            parts[count++] = part;
        }
        if (is_end)
            begin = at;
        if (end == line.size)
            break;
    }
    return count;
}

/* What a part behind the house is: a unit of it, or the last one where that is. */
static enum element element_of_part(struct extraction *x, const struct text *parts, size_t i,
                                    size_t count)
{
    if (is_department(x, parts[i]))
        return ELEMENT_DEPARTMENT;
    bool is_last = i + 1 == count && i > 1;
    return is_last && !is_latin_text(parts[i]) && !text_has_digit(parts[i]) ? ELEMENT_LOCATION
                                                                            : ELEMENT_COUNT;
}

static void fill_part(struct extraction *x, enum element element, struct text words, struct span at)
{
    if (element == ELEMENT_COUNT || is_filled(&x->role->values[element])) {
        fill_aside(x, words, at);
        return;
    }
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, at);
    fill_text(x, words, TEXT(""), 0, at);
    close_target(x);
    x->is_settled[element] = false;
}

bool fill_house_line(struct extraction *x, const struct piece *piece)
{
    struct text parts[PARTS_MAX], line = text_trim(piece->text);
    if (x->role == NULL || !x->role_is_fresh || x->target.kind != TARGET_NONE ||
        piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || is_latin_text(line))
        return false;
    size_t count = part_line(line, parts), end = 0;
    if (count == 0 || !is_house_name(x, parts[0]) || (count > 1 && !is_department(x, parts[1])))
        return false;
    x->clue = CLUE_LINE;
    for (size_t i = 0; i < count; i++) {
        size_t begin = (size_t)(parts[i].data - line.data);
        struct text joint = text_trim(text_slice(line, end, begin));
        if (!text_is_empty(joint))
            note(x, USE_LABEL, joint, span_slice(piece->block->span, end, begin));
        end = begin + parts[i].size;
        fill_part(x, i == 0 ? ELEMENT_COUNT : element_of_part(x, parts, i, count), parts[i],
                  span_slice(piece->block->span, begin, end));
    }
    return true;
}
