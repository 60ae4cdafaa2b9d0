/*
 * Chapters that are each about one element of the same roles, as rules have them: 「申請資格」 over
 * 「（一）課程助理：」 and 「（二）教學助理：」, and further down 「工作內容」 over the same names. A name begins
 * its role where it stands first, and goes on with it in the other chapters.
 */
#include "core/base/text_buffer.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/model/fold.h"

#define CHAPTERS_MIN 2  /* with names in common */
#define CHAPTERS_MAX 20 /* alike: bounds on work */
#define NAMES_MAX 60
#define NAMES_MIN 2 /* below one chapter, and in common */

struct chapter {
    size_t heading;
    enum element element;
    size_t lines[NAMES_MAX];
    struct text names[NAMES_MAX]; /* folded */
    size_t count;
};

/*
 * What a heading that names nobody is about: its label, of several items, or the duties, where it
 * says that roles follow; ELEMENT_COUNT: it is no chapter.
 */
static enum element element_of_chapter(struct extraction *x, const struct piece *piece)
{
    const struct label *label = &piece->label;
    if (piece->kind != PIECE_HEADING || piece->is_role || !text_is_empty(piece->name) ||
        !text_is_empty(piece->rest))
        return ELEMENT_COUNT;
    if (label->kind == LABEL_UNKNOWN && words_announce_roles(x, piece->text))
        return ELEMENT_DUTIES;
    bool is_label = label->kind == LABEL_ELEMENT && !label->is_part &&
                    label->element < ELEMENT_ROLE_COUNT &&
                    kind_has_items(element_row(label->element)->kind);
    return is_label ? label->element : ELEMENT_COUNT;
}

/* 專案經理 of 「專案經理 - 王小明」, and of itself. */
static struct text post_of_name(struct extraction *x, struct text name, struct text *holder)
{
    struct text people = TEXT(""), post = task_beside_people(x, name, &people);
    *holder = text_is_empty(post) ? TEXT("") : people;
    return text_is_empty(post) ? name : post;
}

/* The name of a position alone, or beside who holds it, over words of its own. */
static bool is_name(struct extraction *x, const struct outline *outline, size_t at)
{
    const struct piece *piece = &outline->pieces[at];
    enum block_kind kind = piece->block->kind;
    size_t next = outline_next(outline, at);
    struct text holder, post = post_of_name(x, name_of_line(x, piece->text), &holder);
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
           (kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING) && !piece->is_running &&
           piece->label.kind == LABEL_UNKNOWN && text_is_empty(piece->rest) &&
           next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
           outline_is_name_like(x, piece) &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(post));
}

/* 「具備以下者優先：」 among what the names of a chapter of conditions take. */
static bool is_part_of_chapter(const struct piece *chapter, const struct piece *piece)
{
    return piece->level > chapter->level && piece->label.kind == LABEL_ELEMENT &&
           chapter->label.kind == LABEL_ELEMENT && piece->label.element == chapter->label.element;
}

/* Behind the chapter: the next heading that stands as it does, or above it; the next article. */
static size_t end_of(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *chapter = &outline->pieces[heading];
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_above =
            piece->kind == PIECE_HEADING &&
            (piece->level < chapter->level ||
             (piece->label.kind != LABEL_UNKNOWN && !is_part_of_chapter(chapter, piece)) ||
             (piece->level == chapter->level && !is_name(x, outline, i)));
        if (is_above || piece->kind == PIECE_TABLE || piece_is_article(piece))
            return i;
    }
    return outline->count;
}

/*
 * By what names are compared, the holder's with them: 品管（QC）專員 is 品管專員, 領港員（二） is no
 * 領港員.
 */
static struct text key_of_name(struct extraction *x, struct text line)
{
    struct text holder, post = post_of_name(x, name_of_line(x, line), &holder);
    struct text name = fold_label(x->scratch, post);
    size_t open = text_find(name, TEXT("("), 0);
    size_t close = open == TEXT_NOT_FOUND ? open : text_find(name, TEXT(")"), open);
    bool is_within = close != TEXT_NOT_FOUND && open > 0 && close + 1 < name.size;
    struct text_buffer key = text_buffer_new(x->scratch);
    buffer_append(&key, is_within ? text_slice(name, 0, open) : name);
    buffer_append(&key, is_within ? text_from(name, close + 1) : TEXT(""));
    buffer_append(&key, fold_label(x->scratch, holder));
    return buffer_text(&key);
}

/* false: fewer than two names stand below it, or one of them twice. */
static bool read_chapter(struct extraction *x, const struct outline *outline, size_t heading,
                         struct chapter *chapter)
{
    size_t end = end_of(x, outline, heading);
    *chapter = (struct chapter){.heading = heading,
                                .element = element_of_chapter(x, &outline->pieces[heading])};
    for (size_t i = outline_next(outline, heading); i < end; i = outline_next(outline, i)) {
        if (!is_name(x, outline, i))
            continue;
        if (chapter->count == NAMES_MAX)
            return false;
        struct text name = key_of_name(x, outline->pieces[i].text);
        for (size_t k = 0; k < chapter->count; k++)
            if (text_equal(chapter->names[k], name))
                return false;
        chapter->lines[chapter->count] = i;
        chapter->names[chapter->count++] = name;
    }
    return chapter->count >= NAMES_MIN;
}

/* Where the name stands in the chapter; SIZE_MAX: nowhere. */
static size_t line_of_name(const struct chapter *chapter, struct text name)
{
    for (size_t i = 0; i < chapter->count; i++)
        if (text_equal(chapter->names[i], name))
            return chapter->lines[i];
    return SIZE_MAX;
}

static bool has_name(const struct chapter *chapter, struct text name)
{
    return line_of_name(chapter, name) != SIZE_MAX;
}

/* Another chapter, about another element, has most of its names. */
static bool has_other_side(const struct chapter *chapters, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        size_t both = 0;
        for (size_t k = 0; i != at && k < chapters[at].count; k++)
            both += has_name(&chapters[i], chapters[at].names[k]);
        if (both >= NAMES_MIN && 2 * both >= chapters[at].count &&
            chapters[i].element != chapters[at].element)
            return true;
    }
    return false;
}

static void mark_name(struct extraction *x, struct piece *piece, enum element element,
                      bool is_in_article)
{
    if (piece->block->kind != BLOCK_HEADING)
        piece->level = LEVEL_NAMED;
    piece->kind = PIECE_HEADING;
    piece->is_role = piece->is_duties = true;
    piece->of_chapter = element;
    piece->is_in_article = is_in_article;
    piece->name = post_of_name(x, name_of_line(x, piece->text), &piece->holder);
}

/* It tells more of the role that begins with the first. */
static void mark_again(struct piece *piece, const struct piece *first)
{
    piece->is_told_again = true;
    piece->name = first->name;
    if (text_equal(piece->holder, first->holder))
        piece->holder = TEXT("");
}

static void mark_chapter(struct extraction *x, struct outline *outline,
                         const struct chapter *chapters, size_t at)
{
    const struct chapter *chapter = &chapters[at];
    struct piece *heading = &outline->pieces[chapter->heading];
    heading->kind = PIECE_SKIPPED; /* the names below it stand for it */
    heading->is_bare = true;
    for (size_t i = 0; i < chapter->count; i++) {
        struct piece *piece = &outline->pieces[chapter->lines[i]];
        mark_name(x, piece, chapter->element, piece_is_article(heading));
        for (size_t k = 0; k < at && !piece->is_told_again; k++)
            if (has_name(&chapters[k], chapter->names[i]))
                mark_again(piece, &outline->pieces[line_of_name(&chapters[k], chapter->names[i])]);
    }
}

/* Further articles go on with names of the chapter; those without a label tell what they do. */
static void mark_further_names(struct extraction *x, struct outline *outline,
                               const struct chapter *chapter)
{
    enum element element = ELEMENT_DUTIES;
    bool is_in_article = false;
    for (size_t i = chapter->heading + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_label = piece->label.kind == LABEL_ELEMENT && !piece->is_role;
        is_in_article |= piece_is_article(piece);
        if (piece_is_article(piece))
            element = is_label && kind_has_items(element_row(piece->label.element)->kind)
                          ? piece->label.element
                          : ELEMENT_DUTIES;
        if (!is_in_article || piece->is_role || !is_name(x, outline, i) ||
            !has_name(chapter, key_of_name(x, piece->text)))
            continue;
        piece->is_told_again = true;
        mark_name(x, piece, element, true);
    }
}

/* 「第六條 解聘」 between them or behind them is about none of the roles alone. */
static void end_roles_between(struct outline *outline, const struct chapter *first)
{
    unsigned level = outline->pieces[first->heading].level;
    for (size_t i = first->heading + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        piece->ends_roles |=
            piece->kind == PIECE_HEADING && !piece->is_role && piece->level <= level;
    }
}

/* A part of the chapter read last, below one of its names. */
static bool is_in_last(const struct outline *outline, const struct chapter *chapters, size_t count,
                       size_t at)
{
    const struct chapter *last = count > 0 ? &chapters[count - 1] : NULL;
    return last != NULL && at <= last->lines[last->count - 1] &&
           is_part_of_chapter(&outline->pieces[last->heading], &outline->pieces[at]);
}

void find_element_chapters(struct extraction *x, struct outline *outline)
{
    size_t count = 0, sides = 0;
    struct chapter *chapters = NULL, chapter;
    for (size_t i = 0; i < outline->count && count < CHAPTERS_MAX; i++) {
        if (element_of_chapter(x, &outline->pieces[i]) == ELEMENT_COUNT ||
            is_in_last(outline, chapters, count, i) || !read_chapter(x, outline, i, &chapter))
            continue;
        if (chapters == NULL) /* hardly any document has one */
            chapters = arena_new_array(x->scratch, CHAPTERS_MAX, struct chapter);
        chapters[count++] = chapter;
    }
    if (count < CHAPTERS_MIN)
        return;
    bool *is_side = arena_new_array(x->scratch, count, bool);
    size_t first = count;
    for (size_t i = count; i-- > 0;) {
        is_side[i] = has_other_side(chapters, count, i);
        sides += is_side[i];
        first = is_side[i] ? i : first;
    }
    if (sides < CHAPTERS_MIN)
        return;
    for (size_t i = first; i < count; i++)
        if (is_side[i])
            mark_chapter(x, outline, chapters, i);
    for (size_t i = first; i < count; i++)
        if (is_side[i])
            mark_further_names(x, outline, &chapters[i]);
    end_roles_between(outline, &chapters[first]);
}
