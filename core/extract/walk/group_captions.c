/*
 * Names of groups among the duties that are labels elsewhere: "Supervision" and "Training" right
 * below "Essential functions", between captions that the vocabulary does not know, and
 * "Professional development: …" behind items that begin with a caption of their own. Among needs
 * and benefits alike: "Autonomy" and "Influence" below "Required competencies", "Professional
 * development" and "A healthy team" below "What we offer".
 */
#include "core/extract/outline/outline.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define CAPTIONS_MIN 2    /* one alone is a section */
#define ITEMS_MIN 2       /* in front of an item that begins with a known label */
#define CAPTION_BYTES 100 /* of a caption with its share */
#define SHARE_NUMBER 4    /* bytes that the number in front of it may take, with its stop */

static bool is_duties(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_DUTIES && !piece->label.is_part && !piece->is_role;
}

/* What the line is a label of, by its words or a guess; ELEMENT_COUNT: of nothing known. */
static enum element element_of(const struct piece *piece)
{
    const struct label *label = piece_meaning(piece);
    return piece->kind == PIECE_HEADING && label->kind == LABEL_ELEMENT ? label->element
                                                                        : ELEMENT_COUNT;
}

/* ---- captions over items ---- */

/* Half at least of the items right below begin as acts do. */
static bool is_over_acts(struct extraction *x, const struct outline *outline, size_t i)
{
    struct sorting sorting = {0};
    for (i = outline_next(outline, i); i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_WORDS || !piece_is_item(piece))
            break;
        sort_block(x, piece->block, &sorting);
    }
    return sorting.duties > 0 && 2 * sorting.duties >= sorting.lines;
}

/*
 * A short line right over items, which is no label of the duties or of what they take: "Education
 * and research" over acts is none.
 */
static bool is_caption(struct extraction *x, const struct outline *outline, size_t i)
{
    size_t next = outline_next(outline, i);
    const struct piece *piece = &outline->pieces[i];
    bool is_line = (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
                   piece->block->kind == BLOCK_PARAGRAPH && !piece->is_role &&
                   !piece_looks_like_item(piece);
    enum element element = is_line ? element_of(piece) : ELEMENT_COUNT;
    bool is_other = piece->kind == PIECE_HEADING && element == ELEMENT_COUNT &&
                    piece->label.kind != LABEL_UNKNOWN;
    return is_line && !is_other && element != ELEMENT_DUTIES && ends_like_heading(piece->text) &&
           next < outline->count && piece_is_item(&outline->pieces[next]) &&
           (element != ELEMENT_APPOINTMENT || is_over_acts(x, outline, i));
}

/* "Development", "Training": a label only where nothing says otherwise, and none of duties. */
static bool may_be_caption(const struct piece *piece)
{
    const struct label *label = piece_meaning(piece);
    enum element element = element_of(piece);
    bool is_ordinary = label->needs_context || label->is_part || label->guess != GUESS_NONE;
    return is_ordinary && element != ELEMENT_DUTIES && element != ELEMENT_APPOINTMENT &&
           element != ELEMENT_PURPOSE && element != ELEMENT_TITLE;
}

/* Of the duties, or of what is offered, and of nothing else, as the caption says it. */
static bool is_known_group(struct extraction *x, const struct outline *outline, size_t i,
                           enum element above)
{
    const struct piece *piece = &outline->pieces[i];
    enum element element = element_of(piece);
    if (element == ELEMENT_COUNT || above == ELEMENT_REWARDS)
        return element == ELEMENT_COUNT || element == above;
    return element == ELEMENT_APPOINTMENT || (may_be_caption(piece) && is_over_acts(x, outline, i));
}

/* Behind the last caption of the row below the heading that is known as no label; heading: none. */
static size_t row_end(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t end = heading, captions = 0, first = outline_next(outline, heading);
    bool is_strong = first < outline->count && block_is_strong(outline->pieces[first].block);
    for (size_t i = first; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (i > first && piece->kind == PIECE_WORDS && piece_is_item(piece))
            continue;
        if (!is_caption(x, outline, i) || block_is_strong(piece->block) != is_strong)
            break;
        captions++;
        if (is_known_group(x, outline, i, element_of(&outline->pieces[heading])))
            end = i + 1;
    }
    return captions >= CAPTIONS_MIN ? end : heading;
}

static void name_groups(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t end = row_end(x, outline, heading);
    for (size_t i = heading + 1; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED || !is_caption(x, outline, i))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = outline->pieces[heading].level + 1;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

/* Words, or a line that its looks make a heading, of nothing known. */
static bool is_plain(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS ||
           (piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
            piece->label.kind == LABEL_UNKNOWN && !piece->is_role);
}

/* The words of a line, or of a list of one item that is one; empty: it is neither. */
static struct text line_of(struct extraction *x, const struct piece *piece)
{
    const struct block *block = piece->block;
    if (block->kind == BLOCK_LIST) {
        const struct block *item = block->children == block->last_child ? block->children : NULL;
        block = item != NULL && item->children == item->last_child ? item->children : NULL;
    }
    bool is_line = block != NULL && block->kind == BLOCK_PARAGRAPH && is_plain(piece);
    return is_line ? text_trim(block_text(x->arena, block)) : TEXT("");
}

bool is_caption_with_share(struct text words)
{
    bool is_short = words.size <= CAPTION_BYTES;
    words = text_ends_with(words, TEXT(")")) ? text_slice(words, 0, words.size - 1) : words;
    size_t end = text_ends_with(words, TEXT("%")) ? words.size - 1 : 0;
    while (end > 0 && words.data[end - 1] == ' ')
        end--;
    size_t begin = end;
    while (begin > 0 && is_ascii_digit(words.data[begin - 1]))
        begin--;
    size_t before = begin;
    uint32_t c = begin > 1 ? text_previous(words, &before) : 0;
    return is_short && begin < end && (c == '(' || is_blank_code_point(c)) &&
           text_find(words, TEXT(". "), SHARE_NUMBER) == TEXT_NOT_FOUND;
}

/* Such lines among the duties, the first of them right below the heading: groups of these. */
static void name_groups_with_shares(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t first = outline_next(outline, heading), captions = 0, end = first;
    bool is_over = false; /* words of its own */
    for (; end < outline->count && is_plain(&outline->pieces[end]);
         end = outline_next(outline, end)) {
        bool is_next = is_caption_with_share(line_of(x, &outline->pieces[end]));
        if ((end == first && !is_next) || (end > first && is_next && !is_over))
            return;
        captions += is_next;
        is_over = !is_next;
    }
    for (size_t i = first; captions >= CAPTIONS_MIN && is_over && i < end;
         i = outline_next(outline, i)) {
        struct piece *piece = &outline->pieces[i];
        struct text words = line_of(x, piece);
        if (!is_caption_with_share(words))
            continue;
        piece_set_text(piece, words);
        piece->kind = PIECE_HEADING;
        piece->level = outline->pieces[heading].level + 1;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

/* ---- captions that are headings ---- */

/* "Education", "Equipment": what is told below may be what the holder does with it. */
static bool may_be_over_acts(const struct piece *piece)
{
    enum element element = element_of(piece);
    return element == ELEMENT_APPOINTMENT || element == ELEMENT_TOOLS ||
           element == ELEMENT_RELATIONS || element == ELEMENT_DOCUMENTS;
}

/* The words right below it are acts: items, most of them, or a sentence that begins as acts do. */
static bool tells_acts_below(struct extraction *x, const struct outline *outline, size_t i)
{
    size_t next = outline_next(outline, i);
    if (next == outline->count || outline->pieces[next].kind != PIECE_WORDS)
        return false;
    const struct piece *below = &outline->pieces[next];
    return sorted_below(x, outline, i) == ELEMENT_DUTIES ||
           (!piece_is_item(below) &&
            vocabulary_opening(x->vocabulary, x->scratch, below->text) == ELEMENT_DUTIES);
}

/* "Data quality", "Systems" over acts, each of them, and nothing else right below the duties. */
static bool are_all_over_acts(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), first = outline_next(outline, heading);
    size_t groups = 0;
    if (first >= end || outline->pieces[first].block->kind != BLOCK_HEADING)
        return false;
    unsigned level = outline->pieces[first].level;
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level > level)
            continue;
        if (piece->level < level || piece->is_role || is_duties(piece) ||
            piece->label.kind == LABEL_OTHER || !tells_acts_below(x, outline, i))
            return false;
        groups++;
    }
    return groups >= CAPTIONS_MIN;
}

/* Headings right below that of the duties, most of which are labels of nothing: so are the others,
 * "Education" over acts among them, and all of them where each is over acts. */
static void name_heading_groups(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), groups = 0, ordinary = 0;
    unsigned level = LEVEL_LINE;
    bool are_all = are_all_over_acts(x, outline, heading);
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->block->kind != BLOCK_HEADING || piece->kind != PIECE_HEADING)
            continue;
        level = level == LEVEL_LINE ? piece->level : level;
        if (are_all)
            continue;
        if (piece->level < level || piece->is_role || is_duties(piece))
            return;
        bool is_unknown = piece->label.kind == LABEL_UNKNOWN && element_of(piece) == ELEMENT_COUNT;
        groups += piece->level == level && is_unknown;
        ordinary += piece->level == level && !is_unknown;
        bool is_over_duties =
            may_be_over_acts(piece) && sorted_below(x, outline, i) == ELEMENT_DUTIES;
        if (piece->level == level && !is_unknown && !is_over_duties && !may_be_caption(piece))
            return;
    }
    are_all |= groups >= CAPTIONS_MIN && groups > ordinary;
    for (size_t i = heading + 1; are_all && i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->block->kind == BLOCK_HEADING && piece->kind == PIECE_HEADING &&
            piece->level == level)
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

/*
 * Headings right below one of needs that has no words of its own, most of which are labels of
 * nothing: kinds of needs, all of them but those of the duties and what the vocabulary knows to be
 * of no element.
 */
static void name_kinds_of_needs(struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), first = outline_next(outline, heading);
    size_t kinds = 0, others = 0;
    if (first >= end || outline->pieces[first].block->kind != BLOCK_HEADING)
        return;
    unsigned level = outline->pieces[first].level;
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_HEADING)
            continue;
        if (piece->level < level || piece->is_role)
            return;
        enum element element = element_of(piece);
        bool is_unknown = piece->label.kind == LABEL_UNKNOWN && element == ELEMENT_COUNT;
        if (piece->level > level || element == ELEMENT_APPOINTMENT)
            continue;
        if (!is_unknown && (element == ELEMENT_COUNT || !may_be_caption(piece)))
            return;
        kinds += is_unknown;
        others += !is_unknown;
    }
    for (size_t i = first; kinds >= CAPTIONS_MIN && kinds > others && i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
            piece->level == level &&
            !(piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_APPOINTMENT)) {
            piece->label = label_of(ELEMENT_APPOINTMENT);
            piece->label.is_part = true;
        }
    }
}

/* ---- captions below headings in capitals ---- */

/* "Setting You Up for Success:" below "BENEFITS:" is a group there, whatever its words speak of. */
static void name_groups_below_capitals(struct outline *outline)
{
    const struct piece *above = NULL;
    if (!outline_has_labels_in_capitals(outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING)
            continue;
        if (piece->is_role || piece->block->kind != BLOCK_PARAGRAPH || piece_is_in_capitals(piece))
            above = element_of(piece) == ELEMENT_COUNT ? NULL : piece;
        else if (above != NULL && element_of(piece) != ELEMENT_COUNT) {
            piece->level = above->level + 1;
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
        }
    }
}

/* ---- captions in front of items ---- */

/* "Administration: This position …" in an item of that look, the caption in bold. */
static bool is_captioned(const struct piece *piece, unsigned look)
{
    return piece->block->kind == BLOCK_PARAGRAPH && piece_look(piece) == look &&
           outline_has_bold_label(piece);
}

/* A place or a grade is told once: "Location: Bergen" behind what is in it for you is no item. */
static bool may_be_item(struct extraction *x, struct text line)
{
    struct pair pair;
    return label_pairs(x, line, &pair, 1) > 0 &&
           (pair.label.kind != LABEL_ELEMENT || element_row(pair.label.element)->kind >= KIND_LIST);
}

/* Items with captions of their own right in front of it, as it is one. */
static bool is_one_more(struct extraction *x, const struct outline *outline, size_t i,
                        bool are_duties)
{
    const struct piece *piece = &outline->pieces[i];
    unsigned look = piece->kind == PIECE_PAIRS ? piece_look(piece) : 0;
    size_t items = 0;
    bool has_words = false;
    if (look == 0 || !is_captioned(piece, look) || !(are_duties || may_be_item(x, piece->text)))
        return false;
    for (size_t k = outline_previous(outline, i), below = i; k < below && items < ITEMS_MIN;
         below = k, k = outline_previous(outline, k)) {
        const struct piece *before = &outline->pieces[k];
        bool is_line = before->kind == PIECE_WORDS || (!are_duties && before->kind == PIECE_PAIRS);
        if (!is_line || !is_captioned(before, look))
            return false;
        has_words |= before->kind == PIECE_WORDS;
        items++;
    }
    return items == ITEMS_MIN && has_words;
}

void find_groups_of_duties(struct extraction *x, struct outline *outline)
{
    bool are_duties = false, are_others = false;
    name_groups_below_capitals(outline);
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING) {
            enum element element = piece->is_role ? ELEMENT_COUNT : element_of(piece);
            are_duties = is_duties(piece);
            are_others = element == ELEMENT_REWARDS || element == ELEMENT_APPOINTMENT;
            if (element == ELEMENT_REWARDS && text_is_empty(piece->rest))
                name_groups(x, outline, i);
        }
        if (are_duties && piece->kind == PIECE_HEADING && text_is_empty(piece->rest)) {
            name_groups(x, outline, i);
            name_groups_with_shares(x, outline, i);
            name_groups_by_turns(outline, i);
        }
        if (piece->kind == PIECE_HEADING && piece->is_role && piece->is_duties)
            name_groups_by_turns(outline, i);
        bool is_sure = are_duties ||
                       (piece->label.kind == LABEL_UNKNOWN && label_is_sure_guess(&piece->guess));
        if (element_of(piece) == ELEMENT_DUTIES && piece->block->kind == BLOCK_HEADING &&
            !piece->is_role && is_sure)
            name_heading_groups(x, outline, i);
        if (element_of(piece) == ELEMENT_APPOINTMENT && piece->block->kind == BLOCK_HEADING &&
            !piece->is_role)
            name_kinds_of_needs(outline, i);
        if ((are_duties || are_others) && is_one_more(x, outline, i, are_duties))
            piece_make_words(piece);
    }
}
