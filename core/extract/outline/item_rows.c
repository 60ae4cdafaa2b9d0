/*
 * Lines in a row that are items, though one of them or all read like a label or a name: behind the
 * number before theirs, or with no words of their own.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

/* The number that stands in front of it, one behind that of a line of words right above. */
static bool goes_on_numbering(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *piece = &outline->pieces[index], *above = &outline->pieces[before];
    return before < index && above->kind == PIECE_WORDS && above->block->kind == BLOCK_PARAGRAPH &&
           piece_is_numbered_behind(piece, above) &&
           piece_is_article(piece) == piece_is_article(above); /* 第二章 behind 第一條 */
}

/*
 * 「6．其他主管交辦事項」 right behind 「5．…」 is one more item, though it reads like the name of
 * a role or a label, where no items of its own stand below it.
 */
static bool is_number_among_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_over_items = next < outline->count && piece_is_item(&outline->pieces[next]) &&
                         piece_look(&outline->pieces[next]) != piece_look(piece) &&
                         piece_number(&outline->pieces[next]) <= 1; /* not 「二、…」 */
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->level >= LEVEL_NAMED && !piece->is_strong && !ends_in_colon(piece->text) &&
           text_is_empty(piece->rest) && goes_on_numbering(outline, index) && !is_over_items;
}

/*
 * 「1、駕照」 right below 任職要求 and over 「2、…」, or over nothing, is the first of its items, though
 * it is a label of the same element as well.
 */
static bool is_first_of_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    const struct piece *above = &outline->pieces[before];
    bool is_below_label = before < index && above->kind == PIECE_HEADING &&
                          piece_number(above) == 0 && text_is_empty(above->rest) &&
                          piece->label.kind == LABEL_ELEMENT &&
                          label_is(&above->label, piece->label.element);
    bool is_over_next = next == outline->count || outline->pieces[next].kind == PIECE_HEADING ||
                        piece_is_numbered_behind(&outline->pieces[next], piece);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->level >= LEVEL_NAMED && !piece->is_strong && !ends_in_colon(piece->text) &&
           text_is_empty(piece->rest) && piece_number(piece) == 1 && is_below_label && is_over_next;
}

static void make_item(struct piece *piece)
{
    if (piece->kind == PIECE_HEADING)
        piece_make_words(piece);
    piece->is_item = true;
}

/* Below a section's heading, and numbered in another way than it is: the first of a row. */
static bool begins_row(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return before < index && piece->block->kind == BLOCK_PARAGRAPH && piece_number(piece) == 1 &&
           above->kind == PIECE_HEADING && text_is_empty(above->rest) &&
           piece_look(above) != piece_look(piece) &&
           (is_section_label(&above->label) || label_is_sure_guess(&above->guess));
}

/* Known by itself, wherever it stands, and as another section than the one it stands below. */
static bool is_other_section(const struct piece *piece, const struct piece *above)
{
    const struct label *label = &piece->label;
    return is_section_label(label) && !label->is_part && !label->needs_context &&
           !label_is(&above->label, label->element);
}

/*
 * 「1、審批權」 over 「2、考核權」 over 「3、建議權」, right below 權限 and with no words of their own, are
 * its items, be each of them a label as well. Where most are sections of another kind, the form is
 * one that nobody filled in.
 */
static void find_row_of_items(struct outline *outline, size_t first)
{
    const struct piece *above = &outline->pieces[outline_previous(outline, first)];
    size_t end = first, last = first, lines = 0, others = 0;
    for (; end < outline->count; last = end, end = outline_next(outline, end), lines++) {
        const struct piece *piece = &outline->pieces[end];
        if (lines > 0 && !piece_is_numbered_behind(piece, &outline->pieces[last]))
            break;
        if (piece->is_strong || ends_in_colon(piece->text) || !text_is_empty(piece->rest))
            return;
        others += is_other_section(piece, above);
    }
    bool is_over_words = end < outline->count && outline->pieces[end].kind != PIECE_HEADING;
    for (size_t i = first; lines > 1 && 2 * others <= lines && i < end; i++)
        if (i < last || !is_over_words)
            make_item(&outline->pieces[i]);
}

/* A label of a part of the element, and of no part that says how much conditions count. */
static bool is_part_of(struct extraction *x, const struct piece *piece, enum element element)
{
    return label_is(&piece->label, element) &&
           (piece->label.is_part || piece->label.needs_context) &&
           text_is_empty(vocabulary_code_of_heading(x->vocabulary, x->scratch,
                                                    FIELD_APPOINTMENT_NEED, piece->text));
}

/* A short line that nothing marks; perhaps a label of a part of that element, and of no other. */
static bool is_plain_line(struct extraction *x, const struct piece *piece, enum element element)
{
    bool is_line = piece->block->kind == BLOCK_PARAGRAPH && !piece->is_strong &&
                   !piece->is_numbered && text_is_empty(piece->rest) &&
                   piece->block->align != ALIGN_CENTRE && !ends_in_colon(piece->text) &&
                   ends_like_heading(piece->text);
    return piece->kind == PIECE_HEADING
               ? is_line && piece->level >= LEVEL_PSEUDO && is_part_of(x, piece, element)
               : is_line && piece->kind == PIECE_WORDS;
}

/*
 * 駕照, 電腦能力 and 工作經驗 below 任職要求, a plain line each: where one that is a label as well
 * stands right over the next such, it has no words of its own, and all of them are items.
 *
 * returns  where the lines end: a label among them begins no row that this one does not hold
 */
static size_t find_plain_items(struct extraction *x, struct outline *outline, size_t heading)
{
    enum element element = outline->pieces[heading].label.element;
    size_t first = outline_next(outline, heading), end = first, bare = 0;
    for (; end < outline->count && is_plain_line(x, &outline->pieces[end], element);) {
        bool is_label = outline->pieces[end].kind == PIECE_HEADING;
        end = outline_next(outline, end);
        bare += is_label && (end == outline->count || outline->pieces[end].kind == PIECE_HEADING);
    }
    bool is_whole = end == outline->count || outline->pieces[end].kind == PIECE_HEADING;
    for (size_t i = first; bare > 0 && is_whole && i < end; i++)
        make_item(&outline->pieces[i]);
    return end;
}

void find_items(struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (begins_row(outline, i))
            find_row_of_items(outline, i);
    for (size_t i = 0; i < outline->count; i++) {
        if (is_number_among_items(outline, i) || is_first_of_items(outline, i))
            piece_make_words(&outline->pieces[i]);
    }
}

void find_plain_rows(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0, end; i < outline->count; i = end)
        end =
            outline->pieces[i].kind == PIECE_HEADING && is_section_label(&outline->pieces[i].label)
                ? find_plain_items(x, outline, i)
                : i + 1;
}
