/* Numbers in front of lines, as the author typed them or the program counted. */
#include "core/extract/outline/outline.h"
#include "core/model/list_number.h"

unsigned piece_number(const struct piece *piece) { return list_label_number(piece->list_label); }

bool piece_is_numbered_behind(const struct piece *piece, const struct piece *before)
{
    return piece_look(piece) != 0 && piece_look(piece) == piece_look(before) &&
           piece_number(piece) == piece_number(before) + 1 &&
           text_is_empty(piece->block->label) == text_is_empty(before->block->label);
}

bool piece_is_numbered_below(const struct piece *piece, const struct piece *above)
{
    struct text number = piece->list_label, outer = above->list_label;
    while (text_ends_with(outer, TEXT(".")))
        outer = text_slice(outer, 0, outer.size - 1);
    return !text_is_empty(outer) && text_starts_with(number, outer) &&
           text_starts_with(text_from(number, outer.size), TEXT(".")) &&
           !text_is(text_from(number, outer.size), ".");
}

size_t piece_number_parts(const struct piece *piece)
{
    static const char *const stops[] = {".", NULL};
    struct text number = text_without_end(text_trim(piece->list_label), stops);
    size_t parts = text_is_empty(number) ? 0 : 1;
    for (size_t i = 0; i < number.size; i++) {
        if (!is_ascii_digit(number.data[i]) && number.data[i] != '.')
            return 0;
        parts += number.data[i] == '.';
    }
    return parts;
}
