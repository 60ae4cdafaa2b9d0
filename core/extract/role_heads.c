/*
 * Which headings and lines name a role.
 *
 * A heading does when a form's title stands beside the name, or when the elements of one role stand
 * below it. A plain line does when the labels that were there before begin anew behind it, or when
 * it stands in front of everything else.
 */
#include "core/base/script.h"
#include "core/extract/outline.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define NAME_LENGTH 30       /* characters of a plain line that may be a role's name */
#define LATIN_NAME_LENGTH 60 /* letters, alike */
#define FORM_ELEMENTS 3      /* labels of a table without the position's own */
#define ROLE_SCORE 2         /* one sure heading below, or two that are also words */
#define BARE_POSITIONS 2     /* names over words without labels: one alone may be a heading */
#define INDEX_DISTANCE 100   /* pieces from the top in which a list of the roles may stand */
#define INDEX_ROWS 50        /* of it that are compared: a bound on work */
#define NAME_DISTANCE 3      /* pieces between a role's name and its first label, at most */
#define LOOK_BACK 20         /* pieces of any kind: a bound on work */
#define POSITION_DISTANCE 6  /* where the name is a position's, and marked */

/* ---- what stands below a heading ---- */

/* A form names the position, or holds several elements that are no ordinary words. */
static unsigned table_score(struct extraction *x, const struct block *block)
{
    bool seen[ELEMENT_ROLE_COUNT] = {false};
    unsigned elements = 0;
    size_t title;
    if (has_form_names(block->table))
        return ROLE_SCORE;
    if (is_role_rows(x, block->table, &title) || is_people_list(x, block->table))
        return 0; /* roles of their own, or none */
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        if (label.kind != LABEL_ELEMENT || label.needs_context || label.is_part)
            continue;
        if (label.element == ELEMENT_TITLE)
            return ROLE_SCORE;
        elements += !seen[label.element];
        seen[label.element] = true;
    }
    return elements >= FORM_ELEMENTS ? ROLE_SCORE : 0;
}

bool outline_is_form(struct extraction *x, const struct block *block)
{
    size_t title;
    return is_role_rows(x, block->table, &title) || table_score(x, block) > 0;
}

/* A form with a label for the position's name. */
static bool names_position(struct extraction *x, const struct block *block)
{
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && !label.needs_context)
            return true;
    }
    return false;
}

/* How sure a heading's label makes it that it is one of a role's sections. */
static unsigned heading_score(const struct piece *piece)
{
    if (piece->label.kind == LABEL_ELEMENT)
        return piece->label.needs_context ? 1 : ROLE_SCORE;
    if (piece->guess.guess == GUESS_PHRASE)
        return ROLE_SCORE;
    return piece->guess.kind == LABEL_ELEMENT;
}

/* Contacts, dates and conditions of work: tasks, teams and files have such, too. */
static bool says_little(const struct label *label)
{
    static const enum element elements[] = {ELEMENT_RELATIONS, ELEMENT_CONDITIONS,
                                            ELEMENT_DOCUMENTS, ELEMENT_EDITION, ELEMENT_APPROVAL};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (label->kind == LABEL_ELEMENT && label->element == elements[i])
            return true;
    return label->kind == LABEL_FIELD;
}

/* How much what stands directly under a heading looks like the elements of one role. */
static unsigned score_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *above = &outline->pieces[heading];
    unsigned score = 0, shallowest = LEVEL_LINE;
    bool has_core = outline_is_position(x, above);
    for (size_t i = heading + 1; i < outline->count && (score < ROLE_SCORE || !has_core); i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE && shallowest == LEVEL_LINE)
            score += table_score(x, piece->block);
        const struct label *label =
            piece->label.kind == LABEL_UNKNOWN ? &piece->guess : &piece->label;
        if (piece->kind == PIECE_TABLE && shallowest == LEVEL_LINE)
            has_core = true;
        if (piece->kind == PIECE_PAIRS && shallowest == LEVEL_LINE) {
            has_core |= !says_little(label);
            score += piece->label.needs_context || piece->label.is_part ? 1 : ROLE_SCORE;
        }
        if (piece->kind != PIECE_HEADING)
            continue;
        if (piece->level <= above->level || piece->is_role)
            break;
        if (piece->level > shallowest)
            continue;
        shallowest = piece->level;
        score += heading_score(piece);
        has_core |= label->kind == LABEL_ELEMENT && !says_little(label);
    }
    return has_core ? score : 0;
}

bool outline_holds_roles(const struct outline *outline, size_t heading)
{
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level <= outline->pieces[heading].level)
            return false;
        if (piece->is_role)
            return true;
    }
    return false;
}

/* Which headings have an element in front of them at their level: they are sections of its role. */
static void mark_sections(struct outline *outline)
{
    bool has_element[LEVEL_LINE + 1] = {false};
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING)
            continue;
        for (unsigned level = piece->level + 1; level <= LEVEL_LINE; level++)
            has_element[level] = false;
        piece->is_section = has_element[piece->level];
        has_element[piece->level] |=
            piece->label.kind == LABEL_ELEMENT || piece->guess.kind == LABEL_ELEMENT;
    }
}

static size_t find_roles_end(struct extraction *x, const struct outline *outline)
{
    size_t end = 0, title;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role || piece->is_role_list ||
            (piece->kind == PIECE_TABLE && !piece->is_index &&
             is_role_rows(x, piece->block->table, &title)))
            end = i + 1;
    }
    return end;
}

/* ---- headings that name a role ---- */

/* "Head" of "Head of Service": what follows such a word only says more of what stands before. */
static struct text in_front_of_joint(struct text name)
{
    static const struct text joints[] = {TEXT_INIT(" of "), TEXT_INIT(" on "), TEXT_INIT(" for "),
                                         TEXT_INIT(" with "), TEXT_INIT(" to ")};
    size_t end = name.size;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(name, joints[i], 0);
        end = at < end ? at : end;
    }
    return text_slice(name, 0, end);
}

/* 「後端工程師（19000-25000）」: the name without what its brackets add. */
static struct text without_bracket(struct text name)
{
    static const struct text brackets[][2] = {{TEXT_INIT("（"), TEXT_INIT("）")},
                                              {TEXT_INIT("("), TEXT_INIT(")")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t open = text_find(name, brackets[i][0], 0);
        if (open != TEXT_NOT_FOUND && open > 0 && text_ends_with(name, brackets[i][1]))
            return text_trim(text_slice(name, 0, open));
    }
    return name;
}

/* 前台接待 1人 男女不限: the first word is the name of a position. */
bool outline_is_position(struct extraction *x, const struct piece *piece)
{
    struct text name = without_bracket(list_label_of(piece->text).rest);
    size_t blank = text_find(name, TEXT(" "), 0);
    bool is_han = !is_latin_text(name) && blank != TEXT_NOT_FOUND;
    return vocabulary_is_position(x->vocabulary, x->scratch,
                                  is_han ? text_slice(name, 0, blank) : in_front_of_joint(name));
}

static void find_role(struct extraction *x, struct outline *outline, size_t heading)
{
    struct piece *piece = &outline->pieces[heading];
    bool is_named = !text_is_empty(piece->name);
    if (!label_may_be_name(&piece->label) || outline_holds_roles(outline, heading))
        return;
    bool is_told = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    if (is_told && !is_named && piece->guess.kind == LABEL_ELEMENT &&
        !outline_is_position(x, piece))
        return; /* a section: the front matter has the name of the role */
    bool is_guess = piece->guess.guess == GUESS_PHRASE || text_ends_with(piece->text, TEXT("?")) ||
                    (piece->guess.guess == GUESS_WHOLE && !outline_is_position(x, piece));
    if (!is_named && (piece->is_section || is_guess || ends_in_colon(piece->text) ||
                      score_below(x, outline, heading) < ROLE_SCORE ||
                      vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text)))
        return;
    piece->is_role = true;
    piece->name = list_label_of(is_named ? piece->name : piece->text).rest;
}

/* From the deepest headings up, so that a book's title over its roles is not taken for one. */
static void find_roles(struct extraction *x, struct outline *outline)
{
    bool occurs[LEVEL_PSEUDO] = {false};
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level < LEVEL_PSEUDO)
            occurs[outline->pieces[i].level] = true;
    for (unsigned level = LEVEL_PSEUDO; level-- > LEVEL_TITLE;)
        for (size_t i = 0; occurs[level] && i < outline->count; i++) {
            const struct piece *piece = &outline->pieces[i];
            if (piece->kind == PIECE_HEADING && piece->level == level && !piece->is_role)
                find_role(x, outline, i);
        }
}

size_t outline_next(const struct outline *outline, size_t from)
{
    do
        from++;
    while (from < outline->count && outline->pieces[from].kind == PIECE_SKIPPED);
    return from;
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

/* "Developer requirements" under the heading Developer: the label behind the name. */
static bool label_behind(struct extraction *x, struct piece *piece, struct text name)
{
    if (!text_starts_with(piece->text, name) || text_is_empty(name))
        return false;
    struct text rest = text_trim(text_from(piece->text, name.size));
    struct label label = label_find(x, rest);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, rest);
    if (label.kind != LABEL_ELEMENT)
        return false;
    label.guess = GUESS_NONE;
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

static void find_labels_behind_names(struct extraction *x, struct outline *outline)
{
    struct text above[LEVEL_LINE + 1] = {{0}};
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool found = false;
        bool is_line = piece->kind == PIECE_WORDS && piece->is_candidate;
        if ((piece->kind != PIECE_HEADING && !is_line) || piece->label.kind == LABEL_ELEMENT)
            continue;
        if (is_line)
            piece->level = LEVEL_PSEUDO;
        for (unsigned level = 0; level <= piece->level && !found; level++)
            found = label_behind(x, piece, above[level]);
        if (is_line && !found)
            continue;
        piece->kind = PIECE_HEADING;
        for (unsigned level = 0; level < piece->level && !found; level++)
            found = is_part_of_duties(x, piece, above[level]);
        for (unsigned level = piece->level; level <= LEVEL_LINE && !found; level++)
            above[level] = TEXT("");
        if (!found)
            above[piece->level] =
                list_label_of(text_is_empty(piece->name) ? piece->text : piece->name).rest;
    }
}

/* ---- lines that name a role ---- */

/* Just above the heading that follows, where the document has one; else LEVEL_NAMED. */
static unsigned level_of_name(const struct outline *outline, size_t name)
{
    size_t next = name + 1;
    while (next < outline->count && outline->pieces[next].kind != PIECE_HEADING)
        next++;
    unsigned below = next < outline->count ? outline->pieces[next].level : LEVEL_NAMED;
    return below < LEVEL_NAMED && below >= LEVEL_STEP ? below - LEVEL_STEP / 2 : LEVEL_NAMED;
}

/* A bold line that names a role over headings of the document stands just above these. */
static void raise_names(struct outline *outline)
{
    for (size_t i = outline->count; i-- > 0;)
        if (outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level == LEVEL_NAMED)
            outline->pieces[i].level = level_of_name(outline, i);
}

/* Short, and no sentence. */
bool outline_is_name_like(struct extraction *x, const struct piece *piece)
{
    size_t length = text_code_points(piece->text);
    bool is_line = piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH;
    bool is_heading = piece->kind == PIECE_HEADING && label_may_be_name(&piece->label);
    bool is_named = !ends_in_colon(piece->text) ||
                    vocabulary_is_position(x->vocabulary, x->scratch, piece->text);
    return (is_line || is_heading) && is_named &&
           length <= (is_latin_text(piece->text) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           ends_like_heading(piece->text);
}

static bool may_be_title(struct extraction *x, const struct piece *piece)
{
    bool is_plain = text_is_empty(piece->block->label) &&
                    list_label_of(piece->text).kind == LIST_LABEL_NONE &&
                    outline_is_name_like(x, piece);
    return (piece->is_candidate || is_plain) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

/* 「崗位名稱」 stands somewhere: no other line is the name. */
static bool has_title_label(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_label = piece->kind == PIECE_PAIRS || piece->kind == PIECE_HEADING;
        if (is_label && piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE)
            return true;
        if (piece->kind == PIECE_TABLE && names_position(x, piece->block))
            return true;
    }
    return false;
}

/* A short line in front of everything else is the role's name, if its elements follow. */
static void find_first_title(struct extraction *x, struct outline *outline)
{
    size_t first = 0;
    while (first < outline->count && outline->pieces[first].kind == PIECE_SKIPPED)
        first++;
    struct piece *piece = first < outline->count ? &outline->pieces[first] : NULL;
    if (piece == NULL || piece->kind != PIECE_WORDS || !may_be_title(x, piece) ||
        has_title_label(x, outline))
        return;
    piece->kind = PIECE_HEADING;
    piece->level = level_of_name(outline, first);
    if (score_below(x, outline, first) < ROLE_SCORE)
        piece->kind = PIECE_WORDS;
}

/* A form or a line with a label for the position's name. */
static bool has_title_inside(struct extraction *x, const struct piece *piece)
{
    if (piece->kind == PIECE_TABLE)
        return names_position(x, piece->block);
    return piece->kind == PIECE_PAIRS && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_TITLE;
}

static bool is_bare_position(struct extraction *x, const struct outline *outline, size_t i);

/* "Job Description" over a name and its sections is the title of a form. */
static void find_form_titles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i + 1 < outline->count; i++) {
        struct piece *title = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (title->kind == PIECE_HEADING && label_is_description(&title->label) &&
            next < outline->count && has_title_inside(x, &outline->pieces[next])) {
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
        if (!is_over || !is_marked || name->label.kind != LABEL_UNKNOWN ||
            ends_in_colon(name->text))
            continue;
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

/* ---- where the same labels begin anew ---- */

/* A label of what one role does or needs; ELEMENT_COUNT: it is none. */
static enum element section_of(const struct piece *piece)
{
    bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
    const struct label *label = piece->label.kind == LABEL_UNKNOWN ? &piece->guess : &piece->label;
    bool is_section = is_label && label->kind == LABEL_ELEMENT && !label->is_part &&
                      (label->element == ELEMENT_DUTIES || label->element == ELEMENT_APPOINTMENT);
    return is_section ? label->element : ELEMENT_COUNT;
}

/* How a line is numbered; items of one list look alike. */
static unsigned look_of(const struct piece *piece)
{
    struct list_label typed = list_label_of(piece->text);
    return list_label_look(text_is_empty(piece->block->label) ? typed.label : piece->block->label);
}

/* Whether the line stands out from the one in front of it, so that it is no item of its list. */
static bool stands_out(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    if (piece->kind == PIECE_HEADING || piece->is_candidate || outline_is_position(x, piece))
        return true;
    return line == 0 || (outline->pieces[line - 1].kind == PIECE_WORDS &&
                         look_of(&outline->pieces[line - 1]) != look_of(piece));
}

/* The line that names the role whose first label this is; SIZE_MAX: none. */
static size_t name_above(struct extraction *x, const struct outline *outline, size_t label)
{
    bool is_real =
        outline->pieces[label].kind == PIECE_HEADING && outline->pieces[label].level < LEVEL_NAMED;
    size_t words = 0; /* between the name and the label: lines of labels do not count */
    size_t limit = is_real ? NAME_DISTANCE : LOOK_BACK;
    for (size_t i = label; i-- > 0 && words <= POSITION_DISTANCE && label - i <= limit;) {
        const struct piece *piece = &outline->pieces[i];
        words += piece->kind == PIECE_WORDS;
        bool is_far = words > NAME_DISTANCE;
        bool is_sure = piece->is_candidate || !is_latin_text(piece->text);
        if (is_far && !(is_sure && outline_is_position(x, piece)))
            continue;
        if (piece->is_role || section_of(piece) != ELEMENT_COUNT)
            break;
        if (is_real && piece->kind != PIECE_HEADING)
            continue; /* headings are named by headings */
        bool is_guess = piece->guess.kind == LABEL_ELEMENT && !outline_is_position(x, piece);
        if (list_label_of(piece->text).kind == LIST_LABEL_BULLET && !outline_is_position(x, piece))
            continue; /* an item of a list */
        if (text_find(piece->text, TEXT(": "), 0) != TEXT_NOT_FOUND && i > 0 &&
            piece->kind == PIECE_WORDS && outline->pieces[i - 1].block->kind == BLOCK_HEADING)
            continue; /* "Assigned to: the Editor" right below the name */
        if (piece->kind == PIECE_HEADING &&
            (piece->label.kind == LABEL_ELEMENT || piece->label.kind == LABEL_OTHER || is_guess))
            continue; /* another section of the same role */
        bool is_level = piece->kind != PIECE_HEADING ||
                        outline->pieces[label].kind == PIECE_PAIRS ||
                        piece->level <= outline->pieces[label].level;
        if (is_level && outline_is_name_like(x, piece) && stands_out(x, outline, i) &&
            !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text))
            return i;
        if (piece->kind == PIECE_HEADING)
            break; /* what stands over the label, or begins another section */
    }
    return SIZE_MAX;
}

static struct text without_colon(struct text name)
{
    size_t end = name.size;
    if (ends_in_colon(name))
        text_previous(name, &end);
    return text_trim(text_slice(name, 0, end));
}

static void name_role(struct outline *outline, size_t line, size_t label)
{
    struct piece *piece = &outline->pieces[line];
    unsigned below =
        outline->pieces[label].kind == PIECE_HEADING ? outline->pieces[label].level : LEVEL_PSEUDO;
    bool is_above = piece->kind == PIECE_HEADING && piece->level < below;
    if (!is_above)
        piece->level = below >= LEVEL_PSEUDO ? LEVEL_NAMED : below - LEVEL_STEP / 2;
    piece->kind = PIECE_HEADING;
    piece->is_role = true;
    piece->name =
        without_colon(list_label_of(text_is_empty(piece->name) ? piece->text : piece->name).rest);
}

/*
 * 職位描述 … 招聘要求 … 職位描述: a label that comes again begins the next role, when a line in
 * front of it can be its name. The first role of such a row has its name in the same place.
 */
static void find_restarts(struct extraction *x, struct outline *outline)
{
    bool seen[ELEMENT_ROLE_COUNT] = {false}, has_named = false;
    size_t first = SIZE_MAX, restarts = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        enum element element = section_of(piece);
        if (piece->is_role || !text_is_empty(piece->name)) {
            seen[ELEMENT_DUTIES] = seen[ELEMENT_APPOINTMENT] = false;
            has_named |= first == SIZE_MAX;
        }
        if (element == ELEMENT_COUNT)
            continue;
        if (first == SIZE_MAX)
            first = i;
        size_t name = seen[element] ? name_above(x, outline, i) : SIZE_MAX;
        if (name != SIZE_MAX) {
            name_role(outline, name, i);
            restarts++;
            seen[ELEMENT_DUTIES] = seen[ELEMENT_APPOINTMENT] = false;
        }
        seen[element] = true;
    }
    bool is_plain = first != SIZE_MAX && outline->pieces[first].level >= LEVEL_NAMED;
    size_t name = first != SIZE_MAX && !has_named ? name_above(x, outline, first) : SIZE_MAX;
    if (name != SIZE_MAX &&
        (restarts > 0 || (is_plain && outline_is_position(x, &outline->pieces[name]))))
        name_role(outline, name, first);
}

/* ---- tables that only list the roles ---- */

static bool names_role(struct extraction *x, const struct outline *outline, struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].is_role &&
            text_equal(folded, fold_label(x->scratch, outline->pieces[i].name)))
            return true;
    return false;
}

/* One row a role, and the roles again under headings of their own: the table is their list. */
static void mark_indexes(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count && i < INDEX_DISTANCE; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t title, named = 0;
        if (piece->kind != PIECE_TABLE || !is_role_rows(x, piece->block->table, &title))
            continue;
        const struct table *table = piece->block->table;
        for (size_t r = 1; r < table->rows && r <= INDEX_ROWS; r++)
            named += names_role(x, outline, cell_words(x, table_cell(table, r, title)));
        piece->is_index =
            2 * named >= (table->rows - 1 < INDEX_ROWS ? table->rows - 1 : INDEX_ROWS);
    }
}

/* A role right over another, or over a table with one role a row, is the title of their book. */
static void drop_book_titles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i), title;
        if (!piece->is_role || next == outline->count)
            continue;
        const struct piece *below = &outline->pieces[next];
        bool is_over_rows = below->kind == PIECE_TABLE && !below->is_index &&
                            is_role_rows(x, below->block->table, &title);
        if (!below->is_role && !is_over_rows)
            continue;
        piece->is_role = piece->is_duties = false;
        piece->name = TEXT("");
        if (piece->level > LEVEL_TITLE)
            piece->level--;
    }
}

/* ---- positions with their duties right below, without a label ---- */

/* But for the title of the book: "Roles and responsibilities" over all of it. */
static bool has_sections(const struct outline *outline)
{
    size_t first = outline_next(outline, 0);
    for (size_t i = outline->count > 0 && outline->pieces[0].kind == PIECE_HEADING ? 1 : first;
         i < outline->count; i++)
        if (outline->pieces[i].is_role || section_of(&outline->pieces[i]) != ELEMENT_COUNT)
            return true;
    return false;
}

/* A name that is marked as one, over items that look otherwise, or over sentences. */
static bool is_bare_name(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (next == outline->count || !outline_is_name_like(x, piece) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text))
        return false;
    const struct piece *below = &outline->pieces[next];
    size_t behind = outline_next(outline, next);
    if (below->is_candidate && !outline_is_position(x, below) && behind < outline->count)
        below = &outline->pieces[behind]; /* below the name of a group of items */
    bool is_marked = piece->kind == PIECE_HEADING || piece->is_candidate || look_of(piece) != 0;
    bool is_list = below->kind == PIECE_WORDS && below->block->kind == BLOCK_LIST;
    bool is_over_prose = piece->block->kind == BLOCK_HEADING && !outline_is_name_like(x, below);
    return is_marked && below->kind == PIECE_WORDS &&
           (is_list || is_over_prose || look_of(below) != look_of(piece)) &&
           !(outline_is_name_like(x, below) && outline_is_position(x, below));
}

/* The next heading of the document's own; outline->count: none. */
static size_t next_real_heading(const struct outline *outline, size_t from)
{
    do
        from++;
    while (from < outline->count && outline->pieces[from].block->kind != BLOCK_HEADING);
    return from;
}

/* A heading over a list, of whose words nothing is known: 新媒体运营 beside 测试工程师. */
static bool is_unknown_over_list(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (piece->block->kind != BLOCK_HEADING || next == outline->count ||
        piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_UNKNOWN ||
        !outline_is_name_like(x, piece) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text))
        return false;
    const struct piece *below = &outline->pieces[next];
    return below->kind == PIECE_WORDS &&
           (below->block->kind == BLOCK_LIST || look_of(below) != look_of(piece));
}

/*
 * All headings of the document are of one level and over lists, and one of them names a position:
 * so do the others.
 */
static bool are_positions_alike(struct extraction *x, const struct outline *outline)
{
    size_t headings = 0, named = 0;
    unsigned level = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->block->kind != BLOCK_HEADING)
            continue;
        bool is_bare = is_bare_position(x, outline, i);
        level = headings++ == 0 ? piece->block->level : level;
        named += is_bare;
        if (piece->block->level != level || (!is_bare && !is_unknown_over_list(x, outline, i)))
            return false;
    }
    return headings >= BARE_POSITIONS && named > 0;
}

/* "2. Administrator" over items that look otherwise, or over sentences. */
static bool is_bare_position(struct extraction *x, const struct outline *outline, size_t i)
{
    return outline_is_position(x, &outline->pieces[i]) && is_bare_name(x, outline, i);
}

/* 5.5.1.3 質量部 among positions that are numbered alike: what a department does. */
static bool is_bare_department(struct extraction *x, const struct outline *outline, size_t i,
                               unsigned look)
{
    const struct piece *piece = &outline->pieces[i];
    return look != 0 && look_of(piece) == look && is_department(list_label_of(piece->text).rest) &&
           is_bare_name(x, outline, i);
}

static void find_bare_positions(struct extraction *x, struct outline *outline)
{
    size_t found = 0, headings = 0, marked = 0;
    unsigned look = 0;
    if (has_sections(outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        bool is_heading = outline->pieces[i].block->kind == BLOCK_HEADING;
        bool is_bare = is_bare_position(x, outline, i);
        found += is_bare;
        look = is_bare ? look_of(&outline->pieces[i]) : look;
        headings += is_heading;
        marked += is_bare && is_heading;
    }
    bool is_alone = headings == 1 && marked == 1; /* the only heading of the document */
    bool are_alike = are_positions_alike(x, outline);
    if (found < BARE_POSITIONS && !is_alone && !are_alike)
        return;
    outline->pieces[0].is_role = outline->pieces[0].is_duties = false; /* the book's title */
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_alike = are_alike && is_unknown_over_list(x, outline, i);
        if (!is_bare_position(x, outline, i) && !is_alike &&
            !is_bare_department(x, outline, i, look))
            continue;
        if (piece->kind != PIECE_HEADING)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role = piece->is_duties = true;
        piece->name = without_colon(list_label_of(piece->text).rest);
    }
    for (size_t i = 0; i < outline->count; i++) { /* "Contributor ladder" over its rungs */
        struct piece *piece = &outline->pieces[i];
        size_t next = next_real_heading(outline, i);
        bool is_over = next < outline->count && outline->pieces[next].level > piece->level;
        if (piece->is_role && piece->is_duties && is_over && outline->pieces[next].is_role)
            piece->is_role = piece->is_duties = false;
    }
}

/* The value beside the label for the position's name; empty: there is none. */
static struct text title_in(struct extraction *x, const struct block *form)
{
    for (const struct cell *cell = form->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        bool is_beside = cell->next != NULL && cell->next->row == cell->row;
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && is_beside)
            return cell_words(x, cell->next);
    }
    return TEXT("");
}

/* The position's name in a line over the form that says it again. */
static void skip_repeated_names(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
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

/* "Roles" over a paragraph of sentences tells what the role is for, and is no label of its name. */
static void settle_title_labels(struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_title = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                        piece->label.element == ELEMENT_TITLE && piece->label.needs_context;
        if (is_title && next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
            text_code_points(outline->pieces[next].text) > LATIN_NAME_LENGTH)
            piece->label = label_of(ELEMENT_PURPOSE);
    }
}

/* What stands over a list of roles speaks of roles, or of what they do. */
static bool speaks_of_roles(struct extraction *x, const struct outline *outline, size_t list)
{
    static const struct text words[] = {TEXT_INIT("角色"), TEXT_INIT("崗位"), TEXT_INIT("岗位"),
                                        TEXT_INIT("職責"), TEXT_INIT("职责"), TEXT_INIT("分工"),
                                        TEXT_INIT("職掌"), TEXT_INIT("职掌"), TEXT_INIT("團隊"),
                                        TEXT_INIT("团队"), TEXT_INIT("Role"), TEXT_INIT("Team")};
    size_t heading = list;
    while (heading > 0 && outline->pieces[heading].kind != PIECE_HEADING)
        heading--;
    const struct piece *piece = &outline->pieces[heading];
    bool speaks = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        speaks |= text_find(piece->text, words[i], 0) != TEXT_NOT_FOUND;
    return speaks && piece->kind == PIECE_HEADING &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, outline->pieces[0].text);
}

/* Lists with one role an item, where nothing else in the document is a role. */
static void find_role_items(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].is_role)
            return;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        piece->is_role_list = piece->kind == PIECE_WORDS && is_role_list(x, piece->block) &&
                              speaks_of_roles(x, outline, i);
    }
}

void find_role_heads(struct extraction *x, struct outline *outline)
{
    settle_title_labels(outline);
    skip_repeated_names(x, outline);
    find_labels_behind_names(x, outline);
    find_form_titles(x, outline);
    lift_book_names(outline);
    raise_names(outline);
    mark_sections(outline);
    if (!has_title_label(x, outline))
        find_restarts(x, outline);
    find_first_title(x, outline);
    find_roles(x, outline);
    find_roles_in_lists(x, outline);
    find_bare_positions(x, outline);
    mark_indexes(x, outline);
    find_role_items(x, outline);
    drop_book_titles(x, outline);
    outline->roles_end = find_roles_end(x, outline);
}
