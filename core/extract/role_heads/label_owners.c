/*
 * Labels that have the name of the role beside them: 「工作內容：專案經理」 names one, "Developer
 * requirements" below "Developer" is a section of it.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define NAMES_MIN 2 /* behind labels of duties: one may be a remark */

/* 「工作內容：專案經理」: whose duties stand below. */
static bool is_duties_of_name(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_DUTIES && !text_is_empty(piece->rest) &&
           ends_like_heading(piece->rest) && reads_like_position(x, piece->rest);
}

void find_names_behind_labels(struct extraction *x, struct outline *outline)
{
    size_t names = 0;
    for (size_t i = 0; i < outline->count; i++)
        names += is_duties_of_name(x, &outline->pieces[i]);
    for (size_t i = 0; names >= NAMES_MIN && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_title = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                        piece->label.element == ELEMENT_TITLE && text_is_empty(piece->rest);
        if (is_title) /* 「工作職缺」 over a list of the same names */
            piece->label = label_of(ELEMENT_COUNT);
        if (!is_duties_of_name(x, piece))
            continue;
        piece->name = piece->rest;
        piece->rest = TEXT("");
        piece->label = label_of(ELEMENT_COUNT);
        piece->is_duties = true;
    }
}

/* 「当社の編集長」: without whose it is. */
static struct text behind_owner(struct text name)
{
    for (size_t at; (at = text_find(name, TEXT("の"), 0)) != TEXT_NOT_FOUND;)
        name = text_from(name, at + TEXT("の").size);
    return name;
}

/* "Lead" of "Design Division Lead", 「經理崗位職責」 of 「財務部經理崗位職責」: a post, and no label. */
static bool is_post_of_unit(struct extraction *x, struct text words)
{
    struct text post = words;
    bool is_duties;
    if (!is_latin_text(words) && !label_role_name(x, words, &post, &is_duties))
        return false;
    return vocabulary_is_position(x->vocabulary, x->scratch, post);
}

/*
 * "Developer requirements", 「第四條 站長的權限：」, "Skills for a Developer" under the heading
 * Developer, 「編集長の責任」 under 「当社の編集長」: the label behind the name, or in front of it.
 */
static bool label_beside(struct extraction *x, struct piece *piece, struct text name)
{
    struct text words = piece_is_article(piece) ? list_label_of(piece->text).rest : piece->text;
    struct text rest, owner = label_owner(words, &rest);
    bool is_behind = text_starts_with(words, name);
    if (!is_behind && (is_behind = text_starts_with(words, behind_owner(name))))
        name = behind_owner(name);
    if (text_is_empty(name) || (!is_behind && !text_equal_ascii_case(owner, name)))
        return false;
    if (is_behind)
        rest = behind_owner(text_trim(text_from(words, name.size)));
    if (is_behind && text_starts_with(rest, TEXT("的"))) /* 第四條 站長的權限： */
        rest = text_from(rest, HAN_SIZE);
    if (is_behind && is_department(x, name) && is_post_of_unit(x, rest))
        return false;
    struct label label = label_find(x, rest);
    if (label.kind == LABEL_UNKNOWN && !piece_is_article(piece)) /* 第二條 庫務部|經理崗位職責 */
        label = label_guess(x, rest);
    if (label.kind != LABEL_ELEMENT || label.element == ELEMENT_TITLE)
        return false;
    label.guess = GUESS_NONE;
    label.needs_context = false; /* the name beside it is that */
    piece->label = label;
    piece->name = TEXT("");
    piece->is_duties = false;
    return true;
}

/* 日常收發工作職責 under the name of a position: a section of its duties, no other position. */
static bool is_part_of_duties(struct extraction *x, struct piece *piece, struct text name)
{
    if (!piece->is_duties || text_is_empty(piece->name) || text_is_empty(name) ||
        !vocabulary_is_position(x->vocabulary, x->scratch, name) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return false;
    piece->label = label_of(ELEMENT_DUTIES);
    piece->name = TEXT("");
    piece->is_duties = false;
    return true;
}

/* "Skills for a Developer" in a plain line. */
static bool says_owner(const struct piece *piece)
{
    struct text label;
    return piece->block->kind == BLOCK_PARAGRAPH && !piece_looks_like_item(piece) &&
           ends_like_heading(piece->text) && !text_is_empty(label_owner(piece->text, &label));
}

/*
 * "4. Powers and duties of the board" behind "3. Board" of the same level, which is over headings
 * that say nothing of a role: that one is about meetings, and this one is the board's.
 */
static bool is_behind_article(const struct outline *outline, const struct piece *piece)
{
    const struct piece *p = piece;
    size_t sections = 0;
    while (p > outline->pieces &&
           (p == piece || p->kind != PIECE_HEADING || p->level > piece->level))
        if ((--p)->kind == PIECE_HEADING && p->level > piece->level &&
            p->label.kind == LABEL_UNKNOWN)
            sections++;
    return piece->is_duties && !text_is_empty(piece->name) && p->level == piece->level &&
           p->block->kind == BLOCK_HEADING && sections > 1;
}

void find_labels_behind_names(struct extraction *x, struct outline *outline)
{
    struct text above[LEVEL_LINE + 1] = {{0}};
    bool are_duties[LEVEL_LINE + 1] = {
        false}; /* 各類人員崗位職責 over 保健醫崗位職責 is no position */
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool found = false;
        bool is_line = piece->kind == PIECE_WORDS && (piece->is_candidate || says_owner(piece));
        if ((piece->kind != PIECE_HEADING && !is_line) || piece->label.kind == LABEL_ELEMENT)
            continue;
        if (is_line)
            piece->level = LEVEL_PSEUDO;
        for (unsigned level = 0; level <= piece->level && !found; level++)
            found = !(level == piece->level && is_behind_article(outline, piece)) &&
                    label_beside(x, piece, above[level]);
        if (is_line && !found)
            continue;
        piece->kind = PIECE_HEADING;
        for (unsigned level = 0; level < piece->level && !found; level++)
            found = !are_duties[level] && is_part_of_duties(x, piece, above[level]);
        for (unsigned level = piece->level; level <= LEVEL_LINE && !found; level++)
            above[level] = TEXT("");
        if (found)
            continue;
        are_duties[piece->level] = piece->is_duties;
        above[piece->level] =
            list_label_of(text_is_empty(piece->name) ? piece->text : piece->name).rest;
    }
}
