/* The titles of forms and the names that forms hold: what they make of the lines above them. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_number.h"

#define PROFILE_DISTANCE 100 /* pieces from one role's to the next: a bound on work */
#define NAME_BYTES 200 /* of a name below the title of a form, with all that a posting adds to it */

/* 「崗位名稱」 stands somewhere: no other line is the name. */
bool has_title_label(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_label = piece->kind == PIECE_PAIRS || piece->kind == PIECE_HEADING;
        if (is_label && piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE)
            return true;
        if (piece->kind == PIECE_TABLE && form_names_position(x, piece->block))
            return true;
    }
    return false;
}

/* A form or a line with a label for the position's name. */
static bool has_title_inside(struct extraction *x, const struct piece *piece)
{
    if (piece->kind == PIECE_TABLE)
        return form_names_position(x, piece->block);
    return piece->kind == PIECE_PAIRS && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_TITLE;
}

/* "Role profile", known as what a role is for, with nothing in front of it or once for each role.
 */
static bool is_profile(const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t times = 0;
    if (piece->kind != PIECE_HEADING || piece->label.kind != LABEL_ELEMENT ||
        piece->label.element != ELEMENT_PURPOSE || !text_is_empty(piece->rest))
        return false;
    if (piece->is_first || piece->level < LEVEL_PSEUDO) /* a section, below a heading with a name */
        return piece->is_first;
    size_t end =
        heading + PROFILE_DISTANCE < outline->count ? heading + PROFILE_DISTANCE : outline->count;
    for (size_t i = heading > PROFILE_DISTANCE ? heading - PROFILE_DISTANCE : 0;
         i < end && times < 2; i++)
        times += outline->pieces[i].kind == PIECE_HEADING &&
                 text_equal(outline->pieces[i].text, piece->text);
    return times > 1;
}

/* "1. Job details" over the label of the name. */
static bool is_over_details(struct extraction *x, const struct outline *outline, size_t caption)
{
    size_t next = caption < outline->count ? outline_next(outline, caption) : outline->count;
    if (next == outline->count || label_find(x, outline->pieces[caption].text).kind != LABEL_OTHER)
        return false;
    return has_title_inside(x, &outline->pieces[next]);
}

/* The first heading of all that says the same was such a title: here stands the next form. */
static bool names_role_of_form(const struct outline *outline, size_t title)
{
    size_t first = 0;
    while (first < title && outline->pieces[first].kind != PIECE_HEADING)
        first++;
    const struct piece *piece = &outline->pieces[first];
    return first < title && piece->label.kind == LABEL_FORM &&
           text_equal(piece->text, outline->pieces[title].text);
}

/* In bold as a whole, and no sentence, however long it is. */
static bool is_bold_line(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           block_is_strong(piece->block) && !ends_sentence(piece->text) &&
           piece->text.size <= NAME_BYTES;
}

/* Right below the title of a form that stood over a name before: the name of this one. */
static void name_form(struct piece *name, struct piece *title)
{
    title->label = label_of(ELEMENT_COUNT);
    title->label.kind = LABEL_FORM;
    name->kind = PIECE_HEADING;
    name->level = LEVEL_NAMED;
    name->name = name->text;
    name->is_role = true;
}

/* What a holder does or needs stands below it, in front of the next form. */
static bool has_section_below(const struct outline *outline, size_t title)
{
    for (size_t i = title + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && text_equal(piece->text, outline->pieces[title].text))
            return false;
        if (piece_section(piece) != ELEMENT_COUNT)
            return true;
    }
    return false;
}

/* "Job Description" over a name and its sections is the title of a form. */
void find_form_titles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i + 1 < outline->count; i++) {
        struct piece *title = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_title = label_is_description(&title->label) || is_profile(outline, i);
        if (title->kind == PIECE_HEADING && is_title && next < outline->count &&
            has_title_inside(x, &outline->pieces[next])) {
            title->label = label_of(ELEMENT_COUNT);
            title->label.kind = LABEL_FORM;
            continue;
        }
        if (title->kind == PIECE_HEADING && is_title && is_over_details(x, outline, next)) {
            title->label = label_of(ELEMENT_COUNT);
            title->label.kind = LABEL_FORM;
            continue;
        }
        if (title->kind != PIECE_HEADING || !label_is_description(&title->label) ||
            next + 1 >= outline->count)
            continue;
        struct piece *name = &outline->pieces[next];
        const struct piece *below = &outline->pieces[outline_next(outline, next)];
        bool is_over = below < outline->pieces + outline->count &&
                       (below->kind == PIECE_PAIRS || below->kind == PIECE_HEADING) &&
                       below->label.kind == LABEL_ELEMENT;
        bool is_marked = name->kind == PIECE_HEADING || name->is_candidate;
        if (is_marked && is_bare_position(x, outline, next)) {
            title->label = label_of(ELEMENT_COUNT);
            title->label.kind = LABEL_FORM;
            continue; /* with others like it below */
        }
        bool is_again = names_role_of_form(outline, i) && has_section_below(outline, i);
        bool is_nobody = !is_again && /* "Harbour works, 1-year contract" */
                         vocabulary_is_no_role(x->vocabulary, x->scratch, name->text) &&
                         !vocabulary_is_position(x->vocabulary, x->scratch, name->text);
        if (!is_over || !is_marked || name->label.kind != LABEL_UNKNOWN ||
            ends_in_colon(name->text) || is_nobody) {
            if (is_again && is_bold_line(name))
                name_form(name, title);
            else
                title->begins_role = is_again;
            continue; /* "Three vacancies" */
        }
        title->label = label_of(ELEMENT_COUNT);
        title->label.kind = LABEL_FORM;
        if (name->is_role)
            continue; /* "Job title: Agent" says which of its words are the name */
        name->kind = PIECE_HEADING;
        name->level = below->kind == PIECE_HEADING && below->level < LEVEL_NAMED
                          ? below->level - LEVEL_STEP / 2
                          : LEVEL_NAMED;
        name->name = name->text;
    }
}

/* What forms and documents are called, without the name in front: it is whose they are. */
static bool is_owners_title(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && !text_is_empty(piece->name) &&
           !outline_is_position(x, piece) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, piece->name);
}

/* Below "Choir roles and responsibilities", the next heading of its level names a position, too. */
static bool is_one_of_several(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_end_below(outline, heading);
    if (piece->block->kind != BLOCK_HEADING || next == outline->count)
        return false;
    const struct piece *beside = &outline->pieces[next];
    return beside->kind == PIECE_HEADING && beside->level == piece->level &&
           beside->label.kind == LABEL_UNKNOWN && outline_is_position(x, beside);
}

/* "City of Lakes Job Description" over "City Clerk": the line below is the name. */
void drop_owners_titles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *title = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        struct piece *name = next < outline->count ? &outline->pieces[next] : NULL;
        bool is_marked = name != NULL && (name->kind == PIECE_HEADING || name->is_candidate);
        if (!is_marked || !is_owners_title(x, title) || name->label.kind != LABEL_UNKNOWN ||
            !text_is_empty(name->name) || !outline_is_name_like(x, name) ||
            !outline_is_position(x, name) || is_bare_position(x, outline, next) ||
            is_one_of_several(x, outline, next) ||
            (is_department(x, title->name) && piece_look(name) != 0))
            continue; /* what stands over several roles is the book's */
        title->label = label_of(ELEMENT_COUNT);
        title->label.kind = LABEL_FORM;
        name_nobody(title);
        if (name->kind != PIECE_HEADING)
            name->level = LEVEL_NAMED;
        name->kind = PIECE_HEADING;
        name->name = name->text;
    }
}

/*
 * 「篇2：出納員崗位職責」 right over 「出納員崗位職責」: the next line and a colon in front of it; but
 * 「職位名稱：出納」 over 「出納」 says what that is.
 */
static bool is_next_line_counted(const struct piece *piece, const struct piece *next)
{
    size_t width, colon = find_colon(piece->text, &width);
    struct text rest =
        colon == TEXT_NOT_FOUND ? TEXT("") : text_trim(text_from(piece->text, colon + width));
    return !text_is_empty(rest) && piece->label.kind != LABEL_ELEMENT &&
           piece->block->kind != BLOCK_LIST && next->block->kind != BLOCK_LIST &&
           next->kind != PIECE_TABLE && text_equal(rest, text_trim(next->text));
}

/* The position's name in a line over the form that says it again. */
void skip_repeated_names(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind != PIECE_TABLE && piece->kind != PIECE_SKIPPED && next < outline->count &&
            is_next_line_counted(piece, &outline->pieces[next])) {
            piece->kind = PIECE_SKIPPED;
            piece->is_repeated = true;
            continue;
        }
        if (piece->kind != PIECE_WORDS || next == outline->count ||
            outline->pieces[next].kind != PIECE_TABLE || !outline_is_name_like(x, piece))
            continue;
        struct text title = title_in(x, outline->pieces[next].block);
        piece->is_repeated =
            !text_is_empty(title) &&
            text_equal(fold_label(x->scratch, title), fold_label(x->scratch, piece->text));
        if (piece->is_repeated)
            piece->kind = PIECE_SKIPPED;
    }
}

/* A label in the form says that it goes on, 崗位職責（續）, or its items do: the name, then 3. */
static bool says_it_goes_on(struct extraction *x, const struct block *form)
{
    const struct table *table = form->table;
    struct text second = table->rows > 1 ? cell_words(x, table_cell(table, 1, 0)) : TEXT("");
    if (is_numeral_cell(second) && list_label_number(second) > 1)
        return true;
    for (const struct cell *cell = form->table->cells; cell != NULL; cell = cell->next) {
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        if (label.kind == LABEL_ELEMENT && label_is_continuation(x, label_remark(words)))
            return true;
    }
    return false;
}

/* Its first row has no label, and its cells begin where those of the last row of the other do. */
static bool begins_like_rest(struct extraction *x, const struct table *form,
                             const struct table *before)
{
    size_t filled = 0;
    if (form->grid == NULL || before->grid == NULL || form->columns != before->columns ||
        before->rows == 0 || form->rows == 0)
        return false;
    for (size_t c = 0; c < form->columns; c++) {
        const struct cell *cell = table_cell(form, 0, c);
        bool begins = cell_begins_in(cell, 0, c);
        if (begins != cell_begins_in(table_cell(before, before->rows - 1, c), before->rows - 1, c))
            return false;
        struct text words = begins ? cell_words(x, cell) : TEXT("");
        struct label label = label_find(x, words);
        struct pair pair;
        if (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD ||
            label_pairs(x, words, &pair, 1) > 0)
            return false;
        filled += !text_is_empty(words);
    }
    return filled > 1;
}

/*
 * "Job Description – Cook" right behind "Person Specification – Cook", both as high: two papers about
 * one post, and the second goes on with the role.
 */
static void join_papers_of_post(struct extraction *x, struct outline *outline)
{
    const struct piece *needs = NULL;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_paper = piece->is_role && piece->name.size < piece->text.size;
        if (needs != NULL && is_paper && needs->level == piece->level && !piece->is_charge &&
            text_equal(fold_label(x->scratch, needs->of_role),
                       fold_label(x->scratch, piece->name))) {
            piece->is_continued = true;
            piece->is_role = false;
        }
        if (piece->is_role || piece->begins_role)
            needs = NULL;
        if (piece->kind == PIECE_HEADING && !text_is_empty(piece->of_role))
            needs = piece;
    }
}

/*
 * A form's title once more, over the rest of a form that a page ended: no name stands in it, or the
 * same one, and a label says that it goes on, or its rows do.
 */
void find_continued_forms(struct extraction *x, struct outline *outline)
{
    join_papers_of_post(x, outline);
    const struct block *before = NULL; /* the last form with a name in it */
    const struct piece *above = NULL;  /* its title */
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *title = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (title->kind == PIECE_TABLE &&
            (form_names_position(x, title->block) || !text_is_empty(title_in(x, title->block))))
            before = title->block;
        bool is_title = title->kind == PIECE_HEADING &&
                        (title->label.kind == LABEL_FORM || !text_is_empty(title->name));
        if (!is_title || next == outline->count || outline->pieces[next].kind != PIECE_TABLE)
            continue;
        const struct block *form = outline->pieces[next].block;
        bool is_title_again = above != NULL && text_equal(above->text, title->text);
        above = title;
        if (before == NULL ||
            (!says_it_goes_on(x, form) &&
             !(is_title_again && begins_like_rest(x, form->table, before->table))))
            continue;
        struct text name = fold_label(x->scratch, title_in(x, form));
        title->is_continued =
            text_is_empty(name) || text_equal(name, fold_label(x->scratch, title_in(x, before)));
        title->is_role &= !title->is_continued;
    }
}

/* It gives a role its name, or may: a table holds it anywhere. */
static bool may_name_role(struct extraction *x, const struct piece *piece)
{
    bool is_label = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                    piece->label.element == ELEMENT_TITLE;
    return piece->is_role || piece->begins_role || piece->is_role_line || piece->is_role_list ||
           piece->kind == PIECE_TABLE || is_label || has_title_inside(x, piece);
}

/* An element that is said of a role, in words or a list: no date, and no hand that drew it up. */
static bool tells_of_role(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
           element_row(piece->label.element)->kind >= KIND_LIST;
}

/* No other title of a form stands behind it, and several headings that name roles do. */
static bool is_over_named_roles(const struct outline *outline, size_t title)
{
    size_t roles = 0;
    for (size_t i = title + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_FORM)
            return false;
        roles += piece->kind == PIECE_HEADING && piece->is_role;
    }
    return roles > 1;
}

/*
 * The next title of a form, or the first of the roles that headings name, with no form or section
 * in front of it: what is between is a cover. SIZE_MAX: it is none.
 */
static size_t cover_end(struct extraction *x, const struct outline *outline, size_t title)
{
    for (size_t i = title + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_FORM)
            return i;
        if (piece->kind == PIECE_HEADING && piece->is_role && outline_next(outline, title) < i &&
            is_over_named_roles(outline, title))
            return i;
        bool is_list = piece->kind == PIECE_TABLE && piece->is_index;
        if (tells_of_role(piece) || (may_name_role(x, piece) && !is_list))
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* What a cover is called begins no role, though its forms are called so, too. */
static void drop_cover_title(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE || may_name_role(x, piece))
            return;
        if (piece->kind != PIECE_HEADING || piece->label.kind != LABEL_FORM)
            continue;
        size_t end = cover_end(x, outline, i);
        if (end == SIZE_MAX || !text_is_empty(piece->name))
            return;
        piece->label.kind = LABEL_OTHER;
        outline->cover_end = end;
        return;
    }
}

/* Right over sentences, or with a line in bold between them: "This post is remote". */
static bool is_over_prose(const struct outline *outline, size_t heading)
{
    size_t next = outline_next(outline, heading);
    if (next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
        outline->pieces[next].is_candidate)
        next = outline_next(outline, next);
    return next < outline->count && piece_is_prose(&outline->pieces[next]);
}

void drop_nameless_forms(struct extraction *x, struct outline *outline)
{
    drop_cover_title(x, outline);
    bool has_name = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    size_t last = outline->count;
    while (last > 0 && !may_name_role(x, &outline->pieces[last - 1]))
        last--;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_form = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_FORM;
        if (is_form && has_name && i >= last) {
            struct label label = label_find(x, piece->text);
            bool is_told = is_over_prose(outline, i);
            if (label_is_description(&label)) {
                piece->label = label;
            } else { /* "Position Description" over sentences: what it is for */
                piece->label = label_of(is_told ? ELEMENT_PURPOSE : ELEMENT_COUNT);
                piece->label.kind = is_told ? LABEL_ELEMENT : LABEL_OTHER;
            }
            if (piece->block->kind != BLOCK_HEADING)
                piece->level = LEVEL_PSEUDO; /* a line among the role's sections */
        }
        has_name |= may_name_role(x, piece);
    }
}
