/*
 * Names of units: over names of roles, whose chapter they are, below the duties of a house, and as
 * the articles of rules.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define UNITS_MIN 2 /* below the duties of a house, or over roles by their look alone */
#define LOOKS 32    /* ways of numbering, as far as units differ by them */

struct text unit_in_line(struct extraction *x, const struct piece *piece)
{
    struct pair pairs[2];
    bool is_label =
        piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_DEPARTMENT;
    if (is_label && piece->kind == PIECE_HEADING)
        return piece->rest;
    bool is_line =
        is_label && piece->kind == PIECE_PAIRS && label_pairs(x, piece->text, pairs, 2) == 1;
    return is_line ? pairs[0].value : TEXT("");
}

/* The level of a heading, or of a line that may become one, that stands over the role. */
static unsigned level_over(const struct piece *unit, const struct piece *role)
{
    bool is_heading = role->kind == PIECE_HEADING && role->level > LEVEL_TITLE;
    if (unit->block->kind == BLOCK_HEADING && !(is_heading && role->level <= unit->level))
        return unit->level;
    return is_heading && role->level > LEVEL_STEP ? role->level - LEVEL_STEP / 2 : LEVEL_TITLE + 1;
}

void make_chapter_of_unit(struct extraction *x, struct piece *unit, const struct piece *role)
{
    unit->rest = unit_in_line(x, unit);
    if (text_is_empty(unit->rest))
        unit->label = label_of(ELEMENT_COUNT);
    unit->guess = label_of(ELEMENT_COUNT);
    unit->level = level_over(unit, role);
    unit->kind = PIECE_HEADING;
    unit->is_unit = true;
    name_nobody(unit);
}

/*
 * The line becomes a chapter over the role. "Roles" right over a unit is the name of a chapter of
 * them, and no label of a position's name.
 */
static void open_chapter_of_unit(struct extraction *x, struct outline *outline, size_t unit,
                                 const struct piece *role)
{
    size_t at = outline_previous(outline, unit);
    struct piece *above = &outline->pieces[at];
    make_chapter_of_unit(x, &outline->pieces[unit], role);
    if (at < unit && above->kind == PIECE_HEADING && above->label.kind == LABEL_ELEMENT &&
        above->label.element == ELEMENT_TITLE && text_is_empty(above->rest))
        above->label = label_of(ELEMENT_COUNT);
}

/* 「二、」, or "2." behind a line that is not numbered so. */
static bool is_numbered_as_chapter(const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t before = outline_previous(outline, line);
    enum list_label_kind kind = list_label_of(piece->text).kind;
    bool is_first = before == line || piece_look(&outline->pieces[before]) != piece_look(piece);
    return kind == LIST_LABEL_CHINESE || (kind == LIST_LABEL_NUMBER && is_first);
}

/* 「二、財務部」 in bold, in the middle of the page, or numbered as headings are. */
static bool is_unit_line(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    bool is_marked = piece->is_candidate || block_is_strong(piece->block) ||
                     piece->block->align == ALIGN_CENTRE || is_numbered_as_chapter(outline, line);
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH && is_marked &&
           is_department(x, name_of_line(x, piece->text)) && outline_is_name_like(x, piece) &&
           !outline_is_position(x, piece);
}

/* 3.2 in front of 3.2.1: numbers of one look, and the first is of what the other is a part of. */
static bool is_part_by_number(struct text unit, struct text role)
{
    struct text above = list_label_of(unit).label, below = list_label_of(role).label;
    return !text_is_empty(above) && text_starts_with(below, above) &&
           text_starts_with(text_from(below, above.size), TEXT("."));
}

/* 「崗位名稱：會計」; "Title: Whistleblowing policy" is that of a paper. */
static bool is_title_of_position(struct extraction *x, const struct piece *piece)
{
    struct pair pair;
    return piece->kind == PIECE_PAIRS && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_TITLE && label_pairs(x, piece->text, &pair, 1) == 1 &&
           vocabulary_is_position(x->vocabulary, x->scratch, pair.value);
}

/*
 * The role that begins right below the line, or below a sentence on the unit; NULL: none, or it is
 * an item of the list that the line is one of.
 */
static const struct piece *role_under(struct extraction *x, const struct outline *outline,
                                      size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t next = outline_next(outline, line);
    const struct piece *told = next < outline->count ? &outline->pieces[next] : NULL;
    if (told != NULL && told->kind == PIECE_WORDS && told->block->kind == BLOCK_PARAGRAPH &&
        !piece_is_item(told) && !told->is_role && !ends_like_heading(told->text))
        next = outline_next(outline, next);
    if (next == outline->count)
        return NULL;
    const struct piece *below = &outline->pieces[next];
    bool is_form = below->kind == PIECE_HEADING && below->label.kind == LABEL_FORM;
    bool is_alike = piece->kind == PIECE_WORDS && piece_look(piece) != 0 &&
                    piece_look(piece) == piece_look(below);
    bool is_over = is_form || is_title_of_position(x, below) ||
                   (below->is_role && below->kind == PIECE_HEADING &&
                    (!is_alike || is_part_by_number(piece->text, below->text)));
    return is_over ? below : NULL;
}

/* The shape of its number, and whether a bracket or a word opens it; 0: there is none. */
static unsigned look_of_number(const struct piece *piece)
{
    unsigned look = piece_look(piece);
    return ((look >> 24) & 7) << 2 | ((look >> 8) & 3);
}

/* A bold line of its own that may be a name, whatever it is the name of. */
static bool is_bold_name(struct extraction *x, const struct piece *piece)
{
    bool has_value =
        text_find(piece->text, TEXT(":"), 0) != TEXT_NOT_FOUND ||
        text_find(piece->text, TEXT("："), 0) != TEXT_NOT_FOUND; /* "Phone: 70 37 43" */
    return piece->block->kind == BLOCK_PARAGRAPH && block_is_strong(piece->block) && !has_value &&
           (piece->is_unit || (piece->kind == PIECE_WORDS && outline_is_name_like(x, piece) &&
                               !outline_is_position(x, piece)));
}

/*
 * "Nursing Services" in bold, where no word says that it is a unit: a line numbered as chapters are,
 * or bold lines numbered alike that stand over roles, each from the first to the last of them.
 */
static void find_units_by_look(struct extraction *x, struct outline *outline)
{
    size_t over[LOOKS] = {0}, others[LOOKS] = {0}, behind[LOOKS] = {0};
    for (size_t i = 0; i < outline->count; i++) {
        unsigned look = look_of_number(&outline->pieces[i]);
        if (!is_bold_name(x, &outline->pieces[i]))
            continue;
        if (role_under(x, outline, i) == NULL) {
            behind[look] += over[look] > 0;
            continue;
        }
        over[look]++;
        others[look] += behind[look];
        behind[look] = 0;
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        unsigned look = look_of_number(piece);
        bool is_chapter = list_label_of(piece->text).kind == LIST_LABEL_CHINESE;
        bool is_series = over[look] >= UNITS_MIN && others[look] == 0;
        if (piece->is_unit || !(is_chapter || is_series) || !is_bold_name(x, piece))
            continue;
        const struct piece *role = role_under(x, outline, i);
        if (role != NULL)
            open_chapter_of_unit(x, outline, i, role);
    }
}

void find_units_over_roles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        const struct piece *role = role_under(x, outline, i);
        bool is_labelled = piece->kind == PIECE_PAIRS && role != NULL &&
                           role->kind == PIECE_HEADING && /* 「部門：…」「崗位：…」 are one form */
                           !text_is_empty(unit_in_line(x, piece));
        if (role != NULL && (is_labelled || is_unit_line(x, outline, i)))
            open_chapter_of_unit(x, outline, i, role);
    }
    find_units_by_look(x, outline);
}

/* 「- 倉管員 3 人：收發物料」, all of them: posts, each with what its holder does. */
static bool is_list_of_posts(struct extraction *x, const struct block *list)
{
    struct role_item item;
    for (const struct block *b = list->children; b != NULL; b = b->next)
        if (!role_item_of_block(x, b, &item) || item.is_bare || item.list != NULL ||
            !vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(item.name)))
            return false;
    return list->children != NULL;
}

void find_posts_of_units(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *unit = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (unit->kind != PIECE_HEADING || unit->label.kind != LABEL_UNKNOWN ||
            next >= outline->count || outline->pieces[next].block->kind != BLOCK_LIST ||
            outline_end_below(outline, i) != next + 1 ||
            !is_department(x, name_of_line(x, unit->text)) || outline_is_position(x, unit) ||
            !is_list_of_posts(x, outline->pieces[next].block))
            continue;
        name_nobody(unit);
        piece_make_words(&outline->pieces[next]);
        outline->pieces[next].is_role_list = outline->pieces[next].is_list_of_unit = true;
    }
}

/* A heading that is the name of a unit and no more. */
static bool is_unit_heading(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_UNKNOWN &&
           text_is_empty(piece->name) && is_department(x, name_of_line(x, piece->text)) &&
           outline_is_name_like(x, piece) && !outline_is_position(x, piece);
}

/* All headings right below it are names of units. */
static bool is_over_units(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t first = outline_next(outline, heading), end = outline_end_below(outline, heading);
    size_t units = 0;
    if (first >= end || !is_unit_heading(x, &outline->pieces[first]))
        return false;
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level > outline->pieces[first].level)
            continue;
        if (!is_unit_heading(x, piece))
            return false;
        units++;
    }
    return units >= UNITS_MIN;
}

/* The words right below the names of units are their duties. */
static void name_units(const struct extraction *x, struct outline *outline, size_t chapter)
{
    size_t first = outline_next(outline, chapter), end = outline_end_below(outline, chapter);
    for (size_t i = first; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind != PIECE_HEADING || piece->level != outline->pieces[first].level ||
            next == outline->count || outline->pieces[next].kind != PIECE_WORDS)
            continue;
        piece->name = name_of_line(x, piece->text);
        piece->is_duties = true;
    }
}

/* 「項目部部門職責」 over 「工程部」 and 「物資部」: the duties of these, and of no 項目部. */
void find_chapters_of_units(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_label =
            piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_DUTIES;
        bool is_of_house = piece->is_duties && is_department(x, piece->name);
        if (piece->kind != PIECE_HEADING || !(is_label || is_of_house) ||
            !is_over_units(x, outline, i))
            continue;
        name_nobody(piece);
        piece->label = label_of(ELEMENT_DUTIES);
        name_units(x, outline, i);
    }
}

/* 祕書長之職務 of 「第四條（祕書長之職務）」; empty: the article has no such caption. */
static struct text caption_of_article(const struct piece *piece)
{
    static const struct text open = TEXT_INIT("（"), closing = TEXT_INIT("）");
    struct text rest = text_trim(list_label_of(piece->text).rest);
    bool is_caption = text_starts_with(rest, open) && text_ends_with(rest, closing);
    return is_caption ? text_slice(rest, open.size, rest.size - closing.size) : TEXT("");
}

/* 「第五條 文書組」, 「第六條 活動組職責」: whom the article is about, and no more. */
static struct text unit_of_article(struct extraction *x, const struct piece *piece)
{
    static const char *const joints[] = {"之", "的", NULL};
    struct text caption = caption_of_article(piece);
    struct text line = text_is_empty(caption) ? name_of_line(x, piece->text) : caption;
    struct text kind = text_without_any_end(line, signs_of(x, SIGN_CHARGE));
    struct text name = text_without_any_end(kind, signs_of(x, SIGN_KIND_OF_CHARGE));
    if (!text_is_empty(caption)) {
        name = text_without_end(name, joints);
        return kind.size < line.size && (label_is_unit(x, name) ||
                                         vocabulary_is_position(x->vocabulary, x->scratch, name))
                   ? name
                   : TEXT("");
    }
    bool is_duties = kind.size < line.size && piece->label.kind == LABEL_ELEMENT &&
                     piece->label.element == ELEMENT_DUTIES; /* 使用部門職責 */
    if (!is_duties && !outline_is_name_like(x, piece))
        return TEXT("");
    if (kind.size == line.size)
        name = line;
    bool is_one = is_department(x, name) || vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_one ? name : TEXT("");
}

/* An article over what such a one does. */
static bool is_article_of_unit(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    bool is_known = piece->is_role && text_is_empty(caption_of_article(piece));
    if (!piece_is_article(piece) || is_known || piece->is_charge || piece->is_running ||
        (piece->kind != PIECE_WORDS && piece->kind != PIECE_HEADING) ||
        piece->block->kind == BLOCK_LIST || next == outline->count ||
        !piece_is_item(&outline->pieces[next]) || piece_is_article(&outline->pieces[next]))
        return false;
    return !text_is_empty(unit_of_article(x, piece));
}

/* 「第七條 宣傳組：負責…」: one that has its words beside it. */
static bool is_article_line_of_unit(struct extraction *x, const struct piece *piece,
                                    struct role_item *item)
{
    return piece_is_article(piece) && !piece->is_role && role_item_of_line(x, piece, item) &&
           is_department(x, item->name) && role_item_tells(x, item);
}

static void mark_article(struct extraction *x, struct piece *piece)
{
    piece->name = unit_of_article(x, piece);
    piece->kind = PIECE_HEADING;
    piece->is_role = piece->is_duties = true;
    piece->label = label_of(ELEMENT_COUNT);
    if (piece->block->kind != BLOCK_HEADING)
        piece->level = LEVEL_NAMED;
    x->has_charges = true;
}

void find_articles_of_units(struct extraction *x, struct outline *outline)
{
    size_t units = 0, told = 0, lines = 0;
    struct role_item item;
    for (size_t i = 0; i < outline->count; i++) {
        lines += is_article_line_of_unit(x, &outline->pieces[i], &item);
        if (!is_article_of_unit(x, outline, i))
            continue;
        units++;
        told += text_ends_with_any(outline->pieces[i].text, signs_of(x, SIGN_CHARGE)) ||
                !text_is_empty(caption_of_article(&outline->pieces[i])) ||
                tells_of_holder(x, outline->pieces[outline_next(outline, i)].text);
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_sure = !text_is_empty(caption_of_article(piece)) || units >= UNITS_MIN;
        if (is_sure && 2 * told >= units && is_article_of_unit(x, outline, i))
            mark_article(x, piece);
        if (lines < UNITS_MIN || !is_article_line_of_unit(x, piece, &item))
            continue;
        piece->is_role_line = true;
        piece->level = LEVEL_NAMED;
        piece->name = item.name;
        x->has_charges = true;
    }
}
