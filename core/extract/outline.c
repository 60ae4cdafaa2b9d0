#include "core/extract/outline.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define TITLE_LENGTH 60   /* characters of a role's name behind the title of a form */
#define NAME_LENGTH 30    /* characters of a plain line that may be a role's name */
#define PROSE_LENGTH 80   /* characters of a heading that is none */
#define HEADING_LENGTH 40 /* characters of a bold line that may be a heading */
#define FORM_ELEMENTS 3   /* labels of a table without the position's own */
#define ROLE_SCORE 2      /* one sure heading below, or two that are also words */

static bool is_style(struct text style, const char *const *names)
{
    for (; *names != NULL; names++)
        if (text_equal_ascii_case(style, text_from_string(*names)))
            return true;
    return false;
}

static bool is_title_style(struct text style)
{
    static const char *const names[] = {"title", "标题", "標題", "book title", NULL};
    return is_style(style, names);
}

static bool is_contents_style(struct text style)
{
    return (style.size > 4 && text_equal_ascii_case(text_slice(style, 0, 4), TEXT("toc "))) ||
           text_starts_with(style, TEXT("目录 ")) || text_starts_with(style, TEXT("目錄 "));
}

static bool ends_like_heading(struct text text)
{
    static const char *const ends[] = {"。", ".", "；", ";", "，", ",", "！", "？", "?", NULL};
    for (const char *const *end = ends; *end != NULL; end++)
        if (text_ends_with(text, text_from_string(*end)))
            return false;
    return !text_is_empty(text) && text_code_points(text) <= HEADING_LENGTH &&
           text_find(text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

static bool ends_in_colon(struct text text)
{
    return text_ends_with(text, TEXT(":")) || text_ends_with(text, TEXT("："));
}

static bool names_section(const struct label *label)
{
    return label->kind == LABEL_ELEMENT || label->kind == LABEL_HANDBOOK;
}

/* ---- one block ---- */

static void read_heading(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    piece->kind = PIECE_HEADING;
    piece->label = label_find(x, piece->text);
    if (piece->label.kind != LABEL_UNKNOWN)
        return;
    if (label_pairs(x, piece->text, &pair, 1) == 1) {
        bool is_name = pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE;
        if (is_name && !text_is_empty(pair.value)) {
            piece->name = pair.value;
            piece->is_role = true;
        } else {
            piece->label = pair.label;
            piece->rest = pair.value;
            piece->text = pair.name;
        }
        return;
    }
    label_role_name(x, piece->text, &piece->name, &piece->is_duties);
}

/* A paragraph that was given a heading's style. */
static bool is_prose(const struct piece *piece)
{
    return piece->label.kind == LABEL_UNKNOWN && !piece->is_role && text_is_empty(piece->name) &&
           text_code_points(piece->text) > PROSE_LENGTH && !ends_like_heading(piece->text);
}

/* A paragraph that does a heading's work. */
static bool read_pseudo_heading(struct extraction *x, struct piece *piece)
{
    const struct block *block = piece->block;
    struct list_label typed = list_label_of(piece->text);
    piece->is_strong = block_is_strong(block);
    piece->is_numbered = typed.kind != LIST_LABEL_NONE || !text_is_empty(block->label);
    if (!ends_like_heading(piece->text))
        return false;
    bool is_marked = piece->is_strong || piece->is_numbered || ends_in_colon(piece->text) ||
                     block->align == ALIGN_CENTRE;
    struct label label = label_find(x, piece->text);
    piece->label = label;
    if (label.kind == LABEL_FORM) {
        piece->level = LEVEL_TITLE;
        return true;
    }
    piece->level = LEVEL_PSEUDO;
    bool is_above_table = block->next != NULL && block->next->kind == BLOCK_TABLE;
    if (label.kind == LABEL_OTHER && (is_marked || is_above_table) && !label.needs_context)
        return true;
    if (names_section(&label))
        return is_marked || (!label.needs_context && !label.is_part);
    bool is_title = piece->is_strong || block->align == ALIGN_CENTRE;
    bool is_article = text_starts_with(typed.label, TEXT("第"));
    if (is_article && label_ends_in_duties(x, typed.rest, &piece->label))
        return true;
    if (label.kind == LABEL_UNKNOWN && !is_article &&
        (is_title || piece->is_numbered || piece->is_first) &&
        label_role_name(x, piece->text, &piece->name, &piece->is_duties)) {
        piece->level = LEVEL_NAMED;
        return true;
    }
    piece->is_candidate = is_title && !ends_in_colon(piece->text);
    return false;
}

static bool is_pairs(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    struct text line;
    size_t offset = 0;
    if (!text_next_line(piece->text, &offset, &line) || label_pairs(x, line, &pair, 1) == 0 ||
        text_is_empty(pair.value))
        return false;
    piece->label = pair.label;
    return true;
}

static void read_paragraph(struct extraction *x, struct piece *piece)
{
    if (is_contents_style(piece->block->style)) {
        piece->kind = PIECE_SKIPPED;
        return;
    }
    if (is_title_style(piece->block->style)) {
        piece->level = LEVEL_TITLE;
        read_heading(x, piece);
        return;
    }
    if (read_pseudo_heading(x, piece))
        piece->kind = PIECE_HEADING;
    else
        piece->kind = is_pairs(x, piece) ? PIECE_PAIRS : PIECE_WORDS;
}

/* "## 崗位職責" pasted into Word: the level, and the text without its marks; 0: none. */
static unsigned markdown_level(struct text *text)
{
    unsigned level = 0;
    while (level < text->size && text->data[level] == '#')
        level++;
    if (level == 0 || level > 6 || level >= text->size || text->data[level] != ' ')
        return 0;
    *text = text_trim(text_from(*text, level));
    return level;
}

/* "Job Description: Senior Engineer" at the top names the role, not its duties. */
static bool is_titled_form(const struct piece *piece, const struct label *label, struct text value)
{
    return piece->is_first && label->kind == LABEL_ELEMENT && !text_is_empty(value) &&
           (label->element == ELEMENT_DUTIES || label->element == ELEMENT_PURPOSE) &&
           text_code_points(value) <= TITLE_LENGTH && ends_like_heading(value) &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

static void find_titled_form(struct extraction *x, struct piece *piece)
{
    struct pair pair = {.label = piece->label, .value = piece->rest};
    if (piece->kind == PIECE_PAIRS && label_pairs(x, piece->text, &pair, 1) != 1)
        return;
    if (piece->is_role || !is_titled_form(piece, &pair.label, pair.value))
        return;
    if (piece->kind != PIECE_HEADING)
        piece->level = LEVEL_TITLE;
    piece->kind = PIECE_HEADING;
    piece->name = pair.value;
    piece->is_role = true;
}

static void add_block(struct extraction *x, struct outline *outline, struct block *block)
{
    struct piece *piece =
        arena_push(x->scratch, outline->pieces, outline->count, outline->capacity);
    *piece = (struct piece){.kind = PIECE_WORDS, .block = block};
    piece->label =
        (struct label){.element = ELEMENT_COUNT, .second = ELEMENT_COUNT, .field = FIELD_NONE};
    piece->is_first =
        outline->count == 1 || (piece[-1].is_first && piece[-1].kind == PIECE_SKIPPED);
    if (block->kind == BLOCK_PAGE_BREAK || block->kind == BLOCK_RULE ||
        block->kind == BLOCK_CONTENTS)
        piece->kind = PIECE_SKIPPED;
    else if (block->kind == BLOCK_TABLE)
        piece->kind = PIECE_TABLE;
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING)
        return;
    piece->text = text_trim(block_text(x->arena, block));
    unsigned hashes = block->kind == BLOCK_PARAGRAPH ? markdown_level(&piece->text) : 0;
    if (text_is_empty(piece->text)) {
        piece->kind = PIECE_SKIPPED;
    } else if (hashes > 0) {
        piece->level = hashes * LEVEL_STEP;
        read_heading(x, piece);
    } else if (block->kind == BLOCK_HEADING) {
        piece->level = block->level < 9 ? block->level * LEVEL_STEP : 9 * LEVEL_STEP;
        read_heading(x, piece);
        if (is_prose(piece))
            piece->kind = PIECE_WORDS;
    } else
        read_paragraph(x, piece);
    if (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS)
        find_titled_form(x, piece);
}

static void add_blocks(struct extraction *x, struct outline *outline, struct block *first)
{
    for (struct block *block = first; block != NULL; block = block->next)
        if (block->kind == BLOCK_SECTION)
            add_blocks(x, outline, block->children);
        else
            add_block(x, outline, block);
}

/* ---- which headings name roles ---- */

/* A form names the position, or holds several elements that are no ordinary words. */
static unsigned table_score(struct extraction *x, const struct block *block)
{
    bool seen[ELEMENT_ROLE_COUNT] = {false};
    unsigned elements = 0;
    size_t title;
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

/* An element stands in front of it at the same level: it is one of the role's sections. */
static bool has_element_beside(const struct outline *outline, size_t heading)
{
    unsigned level = outline->pieces[heading].level;
    for (size_t i = heading; i-- > 0;) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level > level)
            continue;
        if (piece->level < level)
            return false;
        if (piece->label.kind == LABEL_ELEMENT)
            return true;
    }
    return false;
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

/* How much what stands directly under a heading looks like the elements of one role. */
static unsigned score_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *above = &outline->pieces[heading];
    unsigned score = 0, shallowest = LEVEL_LINE;
    for (size_t i = heading + 1; i < outline->count && score < ROLE_SCORE; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE && shallowest == LEVEL_LINE)
            score += table_score(x, piece->block);
        if (piece->kind == PIECE_PAIRS && shallowest == LEVEL_LINE)
            score += piece->label.needs_context || piece->label.is_part ? 1 : ROLE_SCORE;
        if (piece->kind != PIECE_HEADING)
            continue;
        if (piece->level <= above->level || piece->is_role)
            break;
        if (piece->level > shallowest)
            continue;
        shallowest = piece->level;
        if (piece->label.kind == LABEL_ELEMENT)
            score += piece->label.needs_context ? 1 : ROLE_SCORE;
    }
    return score;
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

static size_t find_roles_end(struct extraction *x, const struct outline *outline)
{
    size_t end = 0, title;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role ||
            (piece->kind == PIECE_TABLE && is_role_rows(x, piece->block->table, &title)))
            end = i + 1;
    }
    return end;
}

static void find_role(struct extraction *x, struct outline *outline, size_t heading)
{
    struct piece *piece = &outline->pieces[heading];
    if (!label_may_be_name(&piece->label) || outline_holds_roles(outline, heading))
        return;
    bool is_named = !text_is_empty(piece->name);
    if (!is_named &&
        (score_below(x, outline, heading) < ROLE_SCORE || has_element_beside(outline, heading)))
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

static bool may_be_title(const struct piece *piece)
{
    return piece->is_candidate ||
           (piece->block->kind == BLOCK_PARAGRAPH && text_is_empty(piece->block->label) &&
            list_label_of(piece->text).kind == LIST_LABEL_NONE &&
            text_code_points(piece->text) <= NAME_LENGTH && ends_like_heading(piece->text) &&
            !ends_in_colon(piece->text));
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
    if (piece == NULL || piece->kind != PIECE_WORDS || !may_be_title(piece) ||
        has_title_label(x, outline))
        return;
    piece->kind = PIECE_HEADING;
    piece->level = level_of_name(outline, first);
    if (score_below(x, outline, first) < ROLE_SCORE)
        piece->kind = PIECE_WORDS;
}

struct outline outline_of(struct extraction *x)
{
    struct outline outline = {0};
    add_blocks(x, &outline, x->document->blocks);
    find_first_title(x, &outline);
    raise_names(&outline);
    find_roles(x, &outline);
    outline.roles_end = find_roles_end(x, &outline);
    return outline;
}
