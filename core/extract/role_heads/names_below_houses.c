/*
 * Postings of several houses on one page: 「# 青田科技」 over 「> 測試工程師」 and its sections. The
 * position is the name of the role, and the house stands beside it.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"

#define HOUSES_MIN 2   /* on a page, where no word says that they are houses */
#define NAME_LENGTH 40 /* characters of the position's name */

/* The first line as its author ended it, also in a quotation. */
static struct text first_line(struct extraction *x, const struct block *block)
{
    struct text_buffer line = text_buffer_new(x->arena);
    if (block->kind == BLOCK_QUOTE)
        block = block->children;
    if (block == NULL || block->kind != BLOCK_PARAGRAPH)
        return TEXT("");
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        if (run->kind == RUN_BREAK || (run->style & STYLE_LINE_END) != 0)
            break;
        buffer_append(&line, run->text);
    }
    return text_trim(buffer_text(&line));
}

/* A heading that names a role, as it seems, and is no word of a position, a unit or a section. */
static bool may_be_house(struct extraction *x, const struct piece *piece)
{
    return piece->is_role && piece->block->kind == BLOCK_HEADING &&
           piece->label.kind == LABEL_UNKNOWN && text_is_empty(piece->holder) &&
           text_equal(piece->name, name_of_line(x, piece->text)) &&
           !outline_is_position(x, piece) && !title_holds_position(x, piece->text) &&
           !is_department(x, piece->name) &&
           !vocabulary_is_office(x->vocabulary, x->scratch, piece->name);
}

/* 「測試工程師（深圳）【2027屆】」 without what its brackets add. */
static struct text in_front_of_brackets(struct text line)
{
    static const struct text brackets = TEXT_INIT("(（[【");
    for (size_t at = 0; at < line.size;) {
        size_t begin = at;
        if (text_has(brackets, text_next(line, &at)) && begin > 0)
            return text_trim(text_slice(line, 0, begin));
    }
    return line;
}

/* The position in a marked line right below the heading; empty: none stands there. */
static struct text position_below(struct extraction *x, const struct outline *outline,
                                  size_t heading)
{
    size_t next = outline_next(outline, heading);
    if (next == outline->count || !may_be_house(x, &outline->pieces[heading]))
        return TEXT("");
    const struct piece *below = &outline->pieces[next];
    bool is_marked = below->block->kind == BLOCK_QUOTE ||
                     (below->block->kind == BLOCK_PARAGRAPH && block_is_strong(below->block));
    if (!is_marked || below->is_role || below->label.kind != LABEL_UNKNOWN)
        return TEXT("");
    struct text line = name_without_colon(first_line(x, below->block));
    bool is_name = !text_is_empty(line) && !text_is_longer(line, NAME_LENGTH) &&
                   ends_like_heading(line) && !is_clause(x, line) &&
                   title_holds_position(x, in_front_of_brackets(line));
    return is_name ? line : TEXT("");
}

/* A heading right over a marked line that was found to name a role: a house as well. */
static bool is_over_role(const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING && !piece->is_role &&
           piece->label.kind == LABEL_UNKNOWN && next < outline->count &&
           outline->pieces[next].is_role && outline->pieces[next].block->kind != BLOCK_HEADING;
}

void find_names_below_houses(struct extraction *x, struct outline *outline)
{
    size_t houses = 0;
    bool is_said = false;
    for (size_t i = 0; i < outline->count; i++) {
        bool is_house = !text_is_empty(position_below(x, outline, i));
        houses += is_house || is_over_role(outline, i);
        is_said |=
            is_house && text_ends_with_any(outline->pieces[i].name, signs_of(x, SIGN_HOUSE_END));
    }
    for (size_t i = 0; (is_said || houses >= HOUSES_MIN) && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        struct text position = position_below(x, outline, i);
        if (text_is_empty(position))
            continue;
        piece->holder = piece->name;
        piece->name = position;
        struct piece *below = &outline->pieces[outline_next(outline, i)];
        struct text words = text_trim(whole_block_text(x->arena, below->block));
        if (!text_equal(name_without_colon(words), position))
            continue;
        below->kind = PIECE_SKIPPED;
        below->is_repeated = true;
        below->text = words; /* of a quotation, too */
    }
}
