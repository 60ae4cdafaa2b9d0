/*
 * What a posting says of its house in front of the posts: 「海天科技中心」 over 「工作地點：…」 and
 * 「節日福利」, then 「產品經理」 and 「測試工程師」 with their duties. The place and what is offered
 * are those of all posts, and the house is none: it is a page of the handbook.
 */
#include "core/extract/role_heads/role_heads.h"

#define POSTS_MIN 2 /* behind it that say what they do or take: one alone may own the terms */

/* Of the post as well as of its house: where it is, how people are employed, what is offered. */
static bool is_term(enum element element)
{
    return element == ELEMENT_LOCATION || element == ELEMENT_EMPLOYMENT ||
           element == ELEMENT_REWARDS || element == ELEMENT_CONDITIONS || element == ELEMENT_CAREER;
}

/* Words, terms and headings that nobody knows, up to the first post, or the one behind the house. */
static bool are_terms(const struct outline *outline, size_t begin, size_t end)
{
    size_t terms = 0;
    for (size_t i = begin; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        const struct label *label = piece_meaning(piece);
        bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
        bool is_chapter = piece->kind == PIECE_HEADING && outline_next(outline, i) == end;
        bool is_known = is_label && label->kind == LABEL_ELEMENT && !is_chapter; /* 職位詳情 */
        if (piece->kind == PIECE_TABLE || piece->begins_role || piece->is_role_line ||
            piece->is_role_list || (is_known && !is_term(label->element)))
            return false;
        terms += is_known;
    }
    return terms > 0;
}

/* Roles from here on, each over a section of what it does or takes; 0: the first has none. */
static size_t posts_behind(const struct outline *outline, size_t first)
{
    size_t posts = 0;
    bool is_counted = true;
    for (size_t i = first; i < outline->count && posts < POSTS_MIN; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role && !is_counted && posts == 0)
            return 0;
        if (piece->is_role)
            is_counted = false;
        else if (!is_counted && piece_section(piece) != ELEMENT_COUNT) {
            is_counted = true;
            posts++;
        }
    }
    return posts;
}

/* Lines of labels become words, and JD is no form's title; other headings are the page's anyway. */
static void make_page(struct outline *outline, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_PAIRS)
            piece_make_words(piece);
        else if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_FORM)
            piece->label = label_of(ELEMENT_COUNT);
    }
}

/* A heading of a name that no word of a position is in, and that says nothing more of a role. */
static bool may_be_house(struct extraction *x, const struct piece *piece)
{
    return piece->block->kind != BLOCK_TABLE && !piece->is_duties && text_is_empty(piece->holder) &&
           text_is_empty(piece->label_of_name) && !outline_is_position(x, piece) &&
           !title_holds_position(x, piece->text) &&
           !vocabulary_is_office(x->vocabulary, x->scratch, piece->name);
}

void drop_houses_with_terms(struct extraction *x, struct outline *outline)
{
    size_t first = outline_role_from(outline, 0), second = outline_role_from(outline, first + 1);
    if (first >= outline->count || second >= outline->count)
        return;
    struct piece *house = &outline->pieces[first];
    if (may_be_house(x, house) && outline->pieces[second].level >= house->level &&
        are_terms(outline, first + 1, second) && posts_behind(outline, second) >= POSTS_MIN) {
        name_nobody(house);
        make_page(outline, first + 1, second);
    } else if (are_terms(outline, 0, first) && posts_behind(outline, first) >= POSTS_MIN)
        make_page(outline, 0, first);
}
