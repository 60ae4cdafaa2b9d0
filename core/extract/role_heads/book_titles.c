/*
 * Headings that look like roles and are the titles of books, of departments or of sections over
 * them.
 */
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define OFFICERS_MIN 2 /* of whom articles below a chapter tell */
#define LEAD_PIECES 3  /* paragraphs under the name of a department, above its positions */

static void make_title(struct piece *piece)
{
    name_nobody(piece);
    if (piece->level > LEVEL_TITLE)
        piece->level--;
}

/*
 * 「政府辦公室崗位職責」 over a sentence or two, and 「一、主任崗位職責」 below: a department's
 * page, and its positions.
 */
static bool is_of_department(struct extraction *x, const struct outline *outline, size_t title)
{
    const struct piece *piece = &outline->pieces[title];
    size_t next = outline_next(outline, title);
    if (!is_department(x, piece->name) || outline_is_position(x, piece) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return false;
    while (next < outline->count && next <= title + LEAD_PIECES &&
           outline->pieces[next].kind == PIECE_WORDS &&
           (!piece_is_item(&outline->pieces[next]) || outline->pieces[next].is_candidate))
        next = outline_next(outline, next);
    const struct piece *below = &outline->pieces[next < outline->count ? next : title];
    return below->is_role && below->level >= piece->level && !is_department(x, below->name);
}

/*
 * 「航標科職責及職位說明」 over what the department does, and forms of its positions behind that: no
 * position itself.
 */
static bool is_over_forms(struct extraction *x, const struct outline *outline, size_t title)
{
    const struct piece *piece = &outline->pieces[title];
    if (!is_department(x, piece->name) || outline_is_position(x, piece) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return false;
    for (size_t i = title + 1, forms = 0; i < outline->count && !outline->pieces[i].is_role; i++) {
        const struct piece *below = &outline->pieces[i];
        if (below->kind != PIECE_TABLE)
            continue;
        struct text name = title_in(x, below->block);
        if (!text_is_empty(name) && !is_department(x, name) && ++forms > 1)
            return true;
    }
    return false;
}

static bool is_chapter(const struct piece *piece)
{
    return is_chapter_label(list_label_of(piece->text).label) ||
           is_chapter_label(piece->list_label);
}

/* 第一章, 第一條 */
static bool begins_rules(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    return is_chapter(piece) || is_article_label(list_label_of(piece->text).label) ||
           piece_is_article(piece);
}

/*
 * 「採購處崗位責任制」 right over 第一章 or 第一條: the title of a department's rules. Over a sentence
 * or two and chapters of positions it is one, too, whatever it is about.
 */
static bool is_over_rules(struct extraction *x, const struct outline *outline, size_t title)
{
    const struct piece *piece = &outline->pieces[title];
    size_t next = outline_next(outline, title), first = next;
    bool is_numbered = !text_is_empty(piece->list_label) || /* 「第二節 理事會」 is of a body */
                       list_label_of(piece->text).kind != LIST_LABEL_NONE;
    bool is_unit = is_department(x, piece->name);
    if (is_numbered || outline_is_position(x, piece) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return false;
    while (next < outline->count && next < first + LEAD_PIECES && !begins_rules(outline, next))
        next = outline_next(outline, next);
    if (next >= outline->count || !begins_rules(outline, next) ||
        (!is_unit && !is_chapter(&outline->pieces[next])) || (is_unit && next != first))
        return false;
    for (size_t i = next; i < outline->count; i++)
        if (outline->pieces[i].is_role && (is_unit ? i > next : is_chapter(&outline->pieces[i])))
            return true;
    return false;
}

/*
 * 「機電部」 over what the department is and does, and 「三、崗位職責」 or 「三、崗位說明」 right over
 * 「（一）部長」: that chapter has its positions, and so has one of which nothing is known.
 */
static bool is_over_chapter_of_posts(struct extraction *x, const struct outline *outline,
                                     size_t title)
{
    const struct piece *piece = &outline->pieces[title];
    if (!is_department(x, piece->name) || outline_is_position(x, piece) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return false;
    size_t before = title, next = outline_next(outline, title);
    while (next < outline->count && !outline->pieces[next].is_role) {
        before = next;
        next = outline_next(outline, next);
    }
    if (before == title || next == outline->count)
        return false;
    const struct piece *chapter = &outline->pieces[before], *post = &outline->pieces[next];
    bool is_description =
        chapter->label.kind == LABEL_ELEMENT && chapter->label.element == ELEMENT_PURPOSE;
    bool is_unknown = chapter->label.kind == LABEL_UNKNOWN && post->level > chapter->level;
    return chapter->kind == PIECE_HEADING &&
           (piece_section(chapter) == ELEMENT_DUTIES || is_description || is_unknown) &&
           chapter->level > piece->level && text_is_empty(chapter->rest) &&
           post->level >= piece->level &&
           vocabulary_is_position(x->vocabulary, x->scratch, post->name);
}

/* "Team Roles", "Officer role descriptions", 校長、主任崗位職責 over an introduction, and roles
 * below it. */
static bool is_title_of_roles(struct extraction *x, const struct outline *outline, size_t title)
{
    const struct piece *piece = &outline->pieces[title];
    bool are_several =
        text_ends_with(piece->text, TEXT("s")) && words_announce_roles(x, piece->text);
    if (!are_several && !words_announce_roles(x, piece->name) && !text_has(piece->name, u'、'))
        return false;
    for (size_t i = title + 1; i < outline->count; i++) {
        if (outline->pieces[i].is_role)
            return true;
        if (piece_section(&outline->pieces[i]) != ELEMENT_COUNT)
            return false;
    }
    return false;
}

/* "Clerk series" over what is said of all its levels, and "Clerk I" and the others below it. */
static bool is_title_of_series(struct extraction *x, const struct outline *outline, size_t title)
{
    struct text name = fold_text(x->scratch, outline->pieces[title].name);
    struct text front = text_without_any_end(name, signs_of(x, SIGN_SERIES));
    if (front.size == name.size || name.data[front.size] != ' ')
        return false;
    for (size_t i = title + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role && text_starts_with(fold_text(x->scratch, piece->name), front))
            return true;
    }
    return false;
}

/*
 * "Leadership" over an introduction and "Roles and responsibilities", where the roles stand: its
 * only section is their chapter.
 */
static bool is_over_chapter_of_roles(struct extraction *x, const struct outline *outline,
                                     size_t title)
{
    size_t end = outline_end_below(outline, title), chapters = 0;
    for (size_t i = title + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role)
            return chapters > 0 && !outline_is_position(x, &outline->pieces[title]);
        bool is_chapter = piece->kind == PIECE_HEADING && words_announce_roles(x, piece->text) &&
                          outline_holds_roles(outline, i);
        if (piece->kind == PIECE_TABLE || piece->kind == PIECE_PAIRS ||
            (!is_chapter && piece_section(piece) != ELEMENT_COUNT))
            return false;
        chapters += is_chapter;
    }
    return false;
}

/* 「第四章 組織機構和負責人」 over articles about officers, each by name, is a chapter and none of them. */
static bool is_chapter_of_officers(const struct outline *outline, size_t title)
{
    size_t end = outline_end_below(outline, title), officers = 0;
    if (!is_chapter(&outline->pieces[title]))
        return false;
    for (size_t i = title + 1; i < end && officers < OFFICERS_MIN; i++)
        officers += outline->pieces[i].begins_role || outline->pieces[i].is_role;
    return officers == OFFICERS_MIN;
}

/* A role right over another, or over a table with one role a row, is the title of their book. */
void drop_book_titles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (!piece->is_role || next == outline->count)
            continue;
        if (outline->pieces[next].is_role || is_over_role_rows(x, outline, i) ||
            is_of_department(x, outline, i) || is_over_forms(x, outline, i) ||
            is_over_chapter_of_posts(x, outline, i) || is_over_rules(x, outline, i) ||
            is_title_of_roles(x, outline, i) || is_title_of_series(x, outline, i) ||
            is_over_chapter_of_roles(x, outline, i) || is_over_rows_of_duties(x, outline, i) ||
            is_chapter_of_officers(outline, i))
            make_title(piece);
    }
}

/*
 * The front matter names a position, and one heading alone looks like a role, whose words name
 * none: 工作需求 over 工作內容 is a section of it.
 */
void drop_section_under_title(struct extraction *x, struct outline *outline)
{
    struct piece *only = NULL;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role && only != NULL)
            return;
        only = piece->is_role ? piece : only;
    }
    bool is_told =
        x->role != NULL && vocabulary_is_position(x->vocabulary, x->scratch, role_title(x->role));
    if (only == NULL || !is_told || only->level <= LEVEL_STEP || outline_is_position(x, only) ||
        vocabulary_is_rank(x->vocabulary, x->scratch, only->name) ||
        !text_equal(only->name, name_of_line(x, only->text)))
        return;
    name_nobody(only);
}
