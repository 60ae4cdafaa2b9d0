/*
 * Which headings and lines name a role: the steps in their order, and what the roles that were
 * found make of the headings and tables around them.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/base/script.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/walk.h"

#define ROWS_DISTANCE                                                                              \
    64              /* pieces between a heading and the table that it is over: a bound on work */
#define FORMS_MIN 2 /* that name a position: one alone may have words of its role in front of it */
#define POSTS_MIN 2 /* whose duties headings of one level tell: each has its own */

/* ---- headings around roles ---- */

bool is_over_role_rows(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t title;
    bool is_of_unit = is_department(x, outline->pieces[heading].name); /* over 財務部職責分工表 */
    size_t end =
        heading + ROWS_DISTANCE < outline->count ? heading + ROWS_DISTANCE : outline->count;
    for (size_t i = outline_next(outline, heading); i < end; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE)
            return !piece->is_index && (is_role_rows(x, piece->block->table, &title) ||
                                        is_table_of_duties(x, piece->block->table));
        bool is_caption = piece->label.kind == LABEL_UNKNOWN ||
                          (is_of_unit && piece->label.element == ELEMENT_DUTIES);
        bool is_words = piece->kind == PIECE_WORDS || (piece->kind == PIECE_HEADING && is_caption);
        bool is_item = piece_is_item(piece) && !block_is_strong(piece->block);
        if (!is_words || piece->is_role || is_item)
            break;
    }
    return false;
}

static struct text in_front_of_comma(struct text line)
{
    size_t comma = text_find(line, TEXT(","), 0);
    return comma == TEXT_NOT_FOUND ? line : text_slice(line, 0, comma);
}

/* "Full time" over sentences that say no more of it. */
static bool is_term_over_prose(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
           next < outline->count && piece_is_prose(&outline->pieces[next]) &&
           text_is_any(label_folded(x, piece->text), signs_of(x, SIGN_HOURS));
}

/* "Status" right over "Part time, 20 hours" and nothing else: how people are employed. */
static void settle_terms(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_bold = piece->kind == PIECE_WORDS && piece->is_candidate;
        if (!is_bold && (piece->kind != PIECE_HEADING || piece->label.kind != LABEL_UNKNOWN))
            continue;
        if (is_term_over_prose(x, outline, i)) {
            piece->label = label_of(ELEMENT_EMPLOYMENT);
            continue;
        }
        size_t next = outline_next(outline, i), behind = outline_next(outline, next);
        bool is_line = next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
                       (behind == outline->count || outline->pieces[behind].kind != PIECE_WORDS);
        if (is_line &&
            text_ends_with_any_word(label_folded(x, piece->text), signs_of(x, SIGN_TERM_LABEL)) &&
            tells_employment(x, in_front_of_comma(outline->pieces[next].text))) {
            piece->kind = PIECE_HEADING;
            piece->label = label_of(ELEMENT_EMPLOYMENT);
        }
    }
}

/* 護理人員崗位職責 right over 護士長職責 is the name of the book. */
static void lift_book_names(struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind != PIECE_HEADING || text_is_empty(piece->name) || next == outline->count)
            continue;
        const struct piece *below = &outline->pieces[next];
        if (below->kind != PIECE_HEADING || text_is_empty(below->name) ||
            below->level != piece->level || piece->level == LEVEL_TITLE)
            continue;
        piece->level--;
        piece->name = TEXT("");
        piece->is_duties = false;
    }
}

/* The heading that is numbered as this one is, in front of it; NULL: none. */
static const struct piece *alike_before(const struct outline *outline, size_t heading)
{
    unsigned look = piece_look(&outline->pieces[heading]);
    for (size_t i = heading; look != 0 && i-- > 0;)
        if (outline->pieces[i].kind == PIECE_HEADING && piece_look(&outline->pieces[i]) == look)
            return &outline->pieces[i];
    return NULL;
}

/*
 * 「三、額外職責要求」 behind 「二、工作職責」: by its number the next section of the same role,
 * and no other role that is called 額外.
 */
static void find_next_sections(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || !piece->is_duties || text_is_empty(piece->name) ||
            vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
            continue;
        const struct piece *before = alike_before(outline, i);
        if (before == NULL || before->label.kind != LABEL_ELEMENT ||
            !piece_is_numbered_behind(piece, before))
            continue;
        piece->label = label_of(ELEMENT_DUTIES);
        piece->level = before->level;
        piece->name = TEXT("");
        piece->is_duties = false;
    }
}

/* 「園長崗位職責」: in front of the duties stands the name of a position. */
static bool is_duties_of_post(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->is_duties && !is_latin_text(piece->name) &&
           vocabulary_is_position(x->vocabulary, x->scratch, piece->name);
}

/* What stands behind the name: 崗位職責; empty: nothing, or a name in Latin letters. */
static struct text behind_name_of_post(const struct piece *piece)
{
    size_t at = text_is_empty(piece->name) || is_latin_text(piece->name)
                    ? TEXT_NOT_FOUND
                    : text_find(piece->text, piece->name, 0);
    bool is_duties = piece->kind == PIECE_HEADING && piece->is_duties && at != TEXT_NOT_FOUND;
    return is_duties ? text_trim(text_from(piece->text, at + piece->name.size)) : TEXT("");
}

/*
 * How many headings of each level tell the duties of a post: those of positions that are known, and
 * those that say the same behind a name as the first of these does.
 */
static void count_duties_of_posts(struct extraction *x, const struct outline *outline,
                                  size_t posts[LEVEL_LINE + 1])
{
    struct text behind[LEVEL_LINE + 1] = {0};
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (text_is_empty(behind[piece->level]) && is_duties_of_post(x, piece))
            behind[piece->level] = behind_name_of_post(piece);
    }
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        struct text words = behind[piece->level];
        posts[piece->level] +=
            is_duties_of_post(x, piece) ||
            (!text_is_empty(words) && text_equal(behind_name_of_post(piece), words));
    }
}

/*
 * Which headings have an element in front of them at their level: they are sections of its role.
 * The duties of several posts are none's: 保健醫崗位職責 beside 園長崗位職責 is one more of them.
 */
static void mark_sections(struct extraction *x, struct outline *outline)
{
    bool has_element[LEVEL_LINE + 1] = {false};
    size_t posts[LEVEL_LINE + 1] = {0};
    count_duties_of_posts(x, outline, posts);
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING)
            continue;
        for (unsigned level = piece->level + 1; level <= LEVEL_LINE; level++)
            has_element[level] = false;
        piece->is_section = has_element[piece->level];
        has_element[piece->level] |=
            (piece->label.kind == LABEL_ELEMENT || piece->guess.kind == LABEL_ELEMENT) &&
            !(posts[piece->level] >= POSTS_MIN && piece->is_duties);
    }
}

/* ---- tables and lists of roles ---- */

/*
 * Who does what, where headings name roles: the chart tells of these, and makes none. Where a table
 * has the roles, it tells of those, whatever a heading names beside them.
 */
static void mark_charts(struct extraction *x, struct outline *outline)
{
    bool has_roles = false, has_rows = false;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        size_t title;
        has_roles |= piece->is_role;
        has_rows |= piece->kind == PIECE_TABLE && !piece->is_index &&
                    is_role_rows(x, piece->block->table, &title);
    }
    for (size_t i = 0; has_roles && !has_rows && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        piece->is_index |=
            piece->kind == PIECE_TABLE && is_responsibility_matrix(x, piece->block->table);
    }
}

/* ---- the end ---- */

static bool table_holds_roles(struct extraction *x, const struct table *table)
{
    size_t title;
    return is_role_rows(x, table, &title) || is_table_of_duties(x, table) ||
           is_responsibility_matrix(x, table) || is_level_columns(x, table);
}

bool piece_holds_roles(struct extraction *x, const struct piece *piece)
{
    if (piece->kind != PIECE_TABLE || piece->is_index)
        return false;
    struct asked_table *asked = asked_table(x, piece->block->table);
    if (!asked->is_asked_for_roles) /* several steps ask it of each table */
        asked->holds_roles = table_holds_roles(x, piece->block->table);
    asked->is_asked_for_roles = true;
    return asked->holds_roles;
}

static size_t find_roles_end(struct extraction *x, struct outline *outline)
{
    size_t end = 0, named = 0, labelled = 0, forms = 0, forms_end = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool holds_several = piece->is_role_list || piece_holds_roles(x, piece);
        if (piece->is_role || piece->begins_role || piece->is_role_line || holds_several)
            end = i + 1;
        named += piece->is_role;
        labelled += piece->begins_role || piece->is_role_line;
        outline->has_several_roles |= holds_several || named > 1;
        bool is_form = piece->kind == PIECE_TABLE && form_names_position(x, piece->block);
        forms += is_form;
        forms_end = is_form ? i + 1 : forms_end;
    }
    if (forms >= FORMS_MIN) {
        outline->has_several_roles = true;
        end = forms_end > end ? forms_end : end;
    }
    outline->are_rows = (end > 0 && named + labelled == 0) || outline->has_post_lines;
    return end;
}

/* The only piece that names a role, where it is a heading 「志願者職責」; else NULL. */
static struct piece *only_duties_of_role(const struct extraction *x, struct outline *outline)
{
    struct piece *only = NULL;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!piece->is_role && !piece->begins_role)
            continue;
        if (only != NULL || !piece->is_duties || piece->block->kind != BLOCK_HEADING ||
            text_equal(piece->name, name_of_line(x, piece->text)))
            return NULL;
        only = piece;
    }
    return only;
}

/* The page's title: the first heading, with nothing of its level or above down to that piece. */
static struct piece *title_over(struct outline *outline, const struct piece *below)
{
    struct piece *title = NULL;
    for (struct piece *piece = outline->pieces; piece < below; piece++) {
        if (piece->kind != PIECE_HEADING)
            continue;
        if (title != NULL && piece->level <= title->level)
            return NULL;
        title = title == NULL ? piece : title;
    }
    bool is_over = title != NULL && title->level < below->level &&
                   title->block->kind == BLOCK_HEADING && title->label.kind == LABEL_UNKNOWN;
    return is_over ? title : NULL;
}

/*
 * 「志願者職責」 among sections of the only role, below the page's title: they are all the role's,
 * and this heading is its duties'.
 */
static void widen_only_role(const struct extraction *x, struct outline *outline)
{
    struct piece *only = outline->has_several_roles ? NULL : only_duties_of_role(x, outline);
    struct piece *title = only == NULL ? NULL : title_over(outline, only);
    size_t known = 0, unknown = 0;
    for (struct piece *piece = title; title != NULL && piece < outline->pieces + outline->count;
         piece++) {
        bool is_beside = piece->kind == PIECE_HEADING && piece->level == only->level;
        bool is_known = piece->label.kind == LABEL_ELEMENT || piece->guess.kind == LABEL_ELEMENT;
        known += piece != only && is_beside && is_known;
        unknown += piece != only && is_beside && !is_known && piece->label.kind == LABEL_UNKNOWN;
    }
    if (known == 0 || unknown > known)
        return;
    title->is_role = true;
    title->name = only->name;
    name_nobody(only);
    only->label = label_of(ELEMENT_DUTIES);
}

/* By the labels and the names beside them: what no other evidence is needed for. */
static void find_labelled_heads(struct extraction *x, struct outline *outline)
{
    find_sections_of_names(x, outline);
    settle_job_families(x, outline);
    settle_title_labels(x, outline);
    settle_terms(x, outline);
    settle_posts_of_chapters(x, outline);
    skip_repeated_names(x, outline);
    find_names_behind_labels(x, outline);
    find_labels_behind_names(x, outline);
    find_labels_of_levels(x, outline);
    find_form_titles(x, outline);
    drop_owners_titles(x, outline);
    lift_book_names(outline);
    find_chapters_of_units(x, outline);
    find_departments_with_duties(x, outline);
    find_units_with_members(x, outline);
    find_element_chapters(x, outline);
    raise_names(outline);
    raise_first_title(x, outline);
    find_next_sections(x, outline);
    settle_duties_below_name(x, outline);
    find_names_among_labels(x, outline);
    find_named_needs(x, outline);
    find_aspects(x, outline);
    settle_charges_over_acts(x, outline);
    find_posts_of_people(x, outline);
    find_posts_with_people(x, outline);
    mark_sections(x, outline);
    find_title_lines(x, outline);
    find_names_over_labels(x, outline);
    find_positions_below_duties(x, outline);
    if (!find_posting_heads(x, outline) && !has_title_label(x, outline)) {
        find_names_over_sections(x, outline);
        find_plain_names(x, outline);
        find_restarts(x, outline);
    }
    find_first_title(x, outline);
    find_lines_below_duties(x, outline);
}

/* By what stands below or beside names that no label says to be such. */
static void find_told_heads(struct extraction *x, struct outline *outline)
{
    find_roles(x, outline);
    find_charges(x, outline);
    find_announced_bearers(x, outline);
    find_articles_of_units(x, outline);
    bool tells_officers = find_officers(x, outline);
    find_condition_leads(x, outline);
    find_roles_in_lists(x, outline);
    find_names_over_tables(x, outline);
    if (!tells_officers) /* committees and meetings in other articles look so, too */
        find_bare_positions(x, outline);
    find_names_by_turns(x, outline);
    find_posts_of_holders(x, outline);
    find_told_names(x, outline);
    find_numbered_units(x, outline);
    find_counted_positions(x, outline);
    find_lines_like_roles(x, outline);
    find_bracketed_names(x, outline);
    find_listed_roles(x, outline);
    mark_indexes(x, outline);
    drop_articles_and_steps(x, outline);
    find_bodies(x, outline);
    find_names_over_leads(x, outline);
    find_names_over_captions(x, outline);
    find_lists_of_posts(x, outline);
    find_heads_with_counts(x, outline);
    find_series(x, outline);
    find_posts_of_units(x, outline);
    find_posts_of_advert(x, outline);
    find_announced_names(x, outline);
    find_policy_of_staff(x, outline);
    find_names_among_posts(x, outline);
}

/* What only seemed to be a name goes, and what belongs to several roles or to none is told. */
static void settle_heads(struct extraction *x, struct outline *outline)
{
    drop_book_titles(x, outline);
    drop_section_under_title(x, outline);
    drop_sections_of_book(x, outline);
    find_twins_of_roles(x, outline);
    find_titles_like_first(x, outline);
    find_units_over_roles(x, outline);
    drop_holders(x, outline);
    drop_counts(x, outline);
    name_levels(x, outline);
    mark_charts(x, outline);
    find_continued_forms(x, outline);
    drop_nameless_forms(x, outline);
    find_shared_sections(x, outline);
    find_names_again(x, outline);
    find_names_below_houses(x, outline);
    drop_houses_with_terms(x, outline);
    outline->roles_end = find_roles_end(x, outline);
    widen_only_role(x, outline);
    find_ends_of_series(x, outline);
}

void find_role_heads(struct extraction *x, struct outline *outline)
{
    outline->is_of_paper = is_of_paper(x, outline);
    find_labelled_heads(x, outline);
    find_told_heads(x, outline);
    settle_heads(x, outline);
}
