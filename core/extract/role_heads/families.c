/*
 * Job families: one page for the levels of a position, each below a heading of its own.
 *
 * Headings below a level say again whose they are ("Senior Responsibilities"), and a level may be
 * called by its rank alone: "Senior" below "UX Researcher" is the Senior UX Researcher.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/model/fold.h"

#define LEVELS_MIN 2 /* headings that are ranks alone: a single one may be a word of its own */

/* ---- what stands in front of a section's label ---- */

static bool is_word_letter(char c) { return is_folded_letter(c) || (c >= '0' && c <= '9'); }

/* The next word of a folded text; its end, or *begin when there is none. */
static size_t next_word(struct text folded, size_t *begin)
{
    while (*begin < folded.size && !is_word_letter(folded.data[*begin]))
        (*begin)++;
    size_t end = *begin;
    while (end < folded.size && is_word_letter(folded.data[end]))
        end++;
    return end;
}

static bool holds_word(struct text folded, struct text word)
{
    for (size_t begin = 0, end; (end = next_word(folded, &begin)) > begin; begin = end)
        if (text_equal(text_slice(folded, begin, end), word))
            return true;
    return false;
}

/* All of the words are of the name, or ranks. */
static bool are_words_of(struct extraction *x, struct text words, struct text name)
{
    struct text folded = fold_text(x->scratch, words), names = fold_text(x->scratch, name);
    size_t count = 0;
    for (size_t begin = 0, end; (end = next_word(folded, &begin)) > begin; begin = end, count++) {
        struct text word = text_slice(folded, begin, end);
        if (!holds_word(names, word) && !vocabulary_is_rank(x->vocabulary, x->scratch, word))
            return false;
    }
    return count > 0;
}

/* A section that each level has: no "Manager", which is also a superior. */
static bool is_section(const struct label *label)
{
    if (label->kind != LABEL_ELEMENT || label_names_positions(label))
        return false;
    enum kind kind = element_row(label->element)->kind;
    return kind_has_items(kind) || label->element == ELEMENT_GRADE ||
           label->element == ELEMENT_PURPOSE;
}

/* "Staff Responsibilities" is also known as a whole: only below "Staff Engineer" it is not. */
static bool may_be_divided(struct extraction *x, const struct piece *piece, struct text front,
                           struct text name)
{
    return piece->label.kind == LABEL_UNKNOWN ||
           (piece->label.kind == LABEL_ELEMENT && label_names_positions(&piece->label) &&
            vocabulary_is_rank(x->vocabulary, x->scratch, front) &&
            text_starts_with(fold_text(x->scratch, name), fold_text(x->scratch, front)));
}

/* A position or a rank: "Subproject Requirements" below "Subprojects" are another matter. */
static bool is_of_position(struct extraction *x, struct text name)
{
    return !text_is_empty(name) && (vocabulary_is_position(x->vocabulary, x->scratch, name) ||
                                    vocabulary_is_rank(x->vocabulary, x->scratch, name));
}

/* The label behind words of the name: "Analyst (Intermediate) Job Grade" below "Analyst". */
static bool label_behind_words(struct extraction *x, struct piece *piece, struct text name)
{
    if (piece->text.size > LABEL_BYTES || !is_latin_text(piece->text) || !is_of_position(x, name))
        return false;
    for (size_t at = text_find(piece->text, TEXT(" "), 0); at != TEXT_NOT_FOUND;
         at = text_find(piece->text, TEXT(" "), at + 1)) {
        struct text front = text_slice(piece->text, 0, at);
        struct label label = label_find(x, text_trim(text_from(piece->text, at)));
        if (!is_section(&label) || !are_words_of(x, front, name) ||
            !may_be_divided(x, piece, front, name))
            continue;
        piece->label = label;
        piece->name = TEXT("");
        piece->is_duties = false;
        return true;
    }
    return false;
}

void find_labels_of_levels(struct extraction *x, struct outline *outline)
{
    struct text above[LEVEL_LINE + 1] = {{0}};
    struct text family = x->role != NULL ? role_title(x->role) : TEXT("");
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING)
            continue;
        bool found = label_behind_words(x, piece, family);
        for (unsigned level = 0; level <= piece->level && !found; level++)
            found = label_behind_words(x, piece, above[level]);
        for (unsigned level = piece->level; level <= LEVEL_LINE; level++)
            above[level] = TEXT("");
        if (piece->label.kind == LABEL_UNKNOWN)
            above[piece->level] = text_is_empty(piece->name) ? piece->text : piece->name;
    }
}

/* ---- levels that are called by their rank alone ---- */

static bool is_rank(struct extraction *x, const struct piece *piece)
{
    return piece->is_role && vocabulary_is_rank(x->vocabulary, x->scratch, piece->name);
}

/* The last word names a position: "UX Researcher", and no "Contributor roles". */
static bool ends_in_position(struct extraction *x, struct text name)
{
    size_t begin = name.size;
    while (is_latin_text(name) && begin > 0 && name.data[begin - 1] != ' ')
        begin--;
    return !text_is_empty(name) &&
           vocabulary_is_position(x->vocabulary, x->scratch,
                                  text_from(name, is_latin_text(name) ? begin : 0));
}

/* The position whose levels stand below its heading, or in a file with its name; else empty. */
static struct text family_of(struct extraction *x, const struct outline *outline, size_t level)
{
    unsigned below = outline->pieces[level].level;
    for (size_t i = level; i-- > 0;) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level >= below)
            continue;
        below = piece->level;
        struct text name = text_is_empty(piece->name) ? piece->text : piece->name;
        if (ends_in_position(x, name))
            return name;
    }
    struct text title = x->role != NULL ? role_title(x->role) : TEXT("");
    return ends_in_position(x, title) ? title : TEXT("");
}

void name_levels(struct extraction *x, struct outline *outline)
{
    size_t levels = 0;
    for (size_t i = 0; i < outline->count; i++)
        levels += is_rank(x, &outline->pieces[i]);
    for (size_t i = 0; levels >= LEVELS_MIN && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        struct text family = is_rank(x, piece) ? family_of(x, outline, i) : TEXT("");
        if (text_is_empty(family))
            continue;
        struct text_buffer name = text_buffer_new(x->arena);
        buffer_append(&name, piece->name);
        if (is_latin_text(piece->name))
            buffer_append_byte(&name, ' ');
        buffer_append(&name, family);
        piece->name = buffer_text(&name);
    }
}

/* ---- pages about nothing but their levels ---- */

/* The front matter says no more than a page's title, what it is about, and things of its file. */
static bool is_bare_front(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && e != ELEMENT_PURPOSE && role->values[e].state != STATE_ABSENT)
            return false;
    return true;
}

/* ... and a title that it lacks is the first heading, which names no role. */
static bool has_page_title(const struct role *role, const struct outline *outline)
{
    const struct piece *first = outline->count == 0 ? NULL : &outline->pieces[0];
    return is_filled(&role->values[ELEMENT_TITLE]) || /* no page may stand below it */
           (first != NULL && first->block->kind == BLOCK_HEADING && !first->is_role);
}

/* Elements of a role in front of all others: the page's title is one's name. */
static bool is_of_role(const struct piece *piece, bool has_heading)
{
    bool is_chapter =
        piece->label.kind != LABEL_ELEMENT || element_row(piece->label.element)->kind == KIND_TEXT;
    return piece->kind == PIECE_TABLE || piece->kind == PIECE_PAIRS ||
           (piece->block->kind == BLOCK_LIST && !has_heading) ||
           (piece->kind == PIECE_HEADING && !is_chapter);
}

/* One role a column, or one a row below a title that names none. */
static bool is_chart(struct extraction *x, const struct piece *piece)
{
    size_t title;
    if (piece->kind != PIECE_TABLE || piece->is_index)
        return false;
    return is_responsibility_matrix(x, piece->block->table) ||
           (is_role_rows(x, piece->block->table, &title) &&
            piece->block->table->rows > LEVELS_MIN &&
            !title_holds_position(x, role_title(x->role)));
}

/* Lines or items, a role each, below a title that names none. */
static bool is_in_series(struct extraction *x, const struct piece *piece)
{
    return (piece->is_role_line || piece->is_role_list) &&
           !title_holds_position(x, role_title(x->role));
}

/* The first role, with nothing but words and chapters in front of it; outline->count: none. */
static size_t first_role(struct extraction *x, const struct outline *outline)
{
    bool has_heading = false;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role || is_chart(x, piece) || is_in_series(x, piece))
            return i;
        if (is_of_role(piece, has_heading))
            break;
        has_heading |= piece->kind == PIECE_HEADING;
    }
    return outline->count;
}

/* How many roles it is, or holds at least. */
static size_t roles_of(struct extraction *x, const struct piece *piece)
{
    if (piece->is_role || (piece->is_role_line && is_in_series(x, piece)))
        return 1;
    return is_chart(x, piece) || is_in_series(x, piece) ? LEVELS_MIN : 0;
}

/* Roles below, and no heading in front of them that is over what one of them does or needs. */
static bool is_over_roles_only(const struct outline *outline)
{
    size_t roles = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (roles == 0 && piece->block->kind == BLOCK_HEADING &&
            piece_section(piece) != ELEMENT_COUNT)
            return false;
        roles += piece->is_role;
    }
    return roles >= LEVELS_MIN;
}

/*
 * "Berth operations" in the front matter and words below it, or as the first heading below a front
 * matter without a title, over the heading of one position and no other. Right below the front
 * matter such a heading is what the role is called in full.
 */
static bool is_over_one_position(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct role *role = x->role;
    const struct piece *first = &outline->pieces[index];
    struct text title =
        is_filled(&role->values[ELEMENT_TITLE]) ? role_title(role) : outline->pieces[0].text;
    return index > 0 && first->is_role && first->block->kind == BLOCK_HEADING &&
           outline_is_position(x, first) && !title_holds_position(x, title);
}

/* "Harbour Committee Charter" in the front matter, and "Harbour Committee" as a heading below. */
static bool is_paper_of_role(struct extraction *x, struct text title, struct text name)
{
    struct text whole = fold_label(x->scratch, title), front = fold_label(x->scratch, name);
    return front.size > 0 && front.size < whole.size && text_starts_with(whole, front) &&
           vocabulary_is_no_role(x->vocabulary, x->scratch, title);
}

bool is_family_page(struct extraction *x, const struct outline *outline)
{
    if (x->role == NULL || !x->awaits_heading)
        return false;
    size_t first = first_role(x, outline), roles = 0;
    if (words_announce_roles(x, role_title(x->role)) && is_over_roles_only(outline))
        return true; /* "Volunteer roles", whatever leads to them and the front matter says more */
    if (outline->count > 0 && !title_holds_position(x, role_title(x->role)) &&
        is_over_rows_of_duties(x, outline, 0))
        return true; /* a procedure, its edition and who answers for what in it */
    if (!is_bare_front(x->role) || first == outline->count)
        return false;
    for (size_t i = first; i < outline->count; i++)
        roles += roles_of(x, &outline->pieces[i]);
    bool are_several =
        roles >= LEVELS_MIN && !text_equal(fold_label(x->scratch, outline->pieces[first].name),
                                           fold_label(x->scratch, role_title(x->role)));
    return are_several || is_paper_of_role(x, role_title(x->role), outline->pieces[first].name) ||
           (has_page_title(x->role, outline) && is_over_one_position(x, outline, first));
}
