/* The document as a row of pieces: what each is by its looks and words. */
#include "core/extract/outline/outline.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/walk.h"

#define OUTLINE_MIN 2     /* known labels of a list for each that is none, and in all */
#define MOSTLY_PERCENT 60 /* of the words are bold: bold marks nothing */
#define HEADING_BYTES 120 /* of a heading that may end in a stop */
#define STOP_LETTERS 4    /* of the last word in front of a stop that is no abbreviation's */

/* ---- one block ---- */

/* Nothing but pictures: their text alternatives are no words of the page. */
static bool is_picture(const struct block *block)
{
    bool any = false;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        if (run->kind == RUN_TEXT && !text_is_blank(run->text))
            return false;
        any |= run->kind == RUN_IMAGE;
    }
    return any;
}

/* Every item leads to a heading of the document: its contents, typed by hand. */
static bool is_list_of_anchors(const struct block *list)
{
    size_t anchors = 0;
    if (list->kind != BLOCK_LIST)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next)
        for (const struct block *b = item->children; b != NULL; b = b->next) {
            if (b->kind == BLOCK_LIST ? !is_list_of_anchors(b) : b->kind != BLOCK_PARAGRAPH)
                return false;
            for (const struct run *run = b->runs; run != NULL; run = run->next) {
                bool is_anchor = text_starts_with(run->link, TEXT("#"));
                if (!is_anchor && !text_is_blank(run->text))
                    return false;
                anchors += is_anchor;
            }
        }
    return anchors > 0;
}

/* 「了解详情」 or × alone: it says nothing, and leads nowhere outside of the page. */
static bool is_control(struct extraction *x, const struct block *block, struct text words)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if (!text_is_empty(run->link) && !text_starts_with(run->link, TEXT("#")))
            return false;
    return block->kind == BLOCK_PARAGRAPH &&
           (text_is(words, "×") || text_is_any(label_folded(x, words), signs_of(x, SIGN_CONTROL)));
}

static bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/*
 * "Section 5.05 Duties of the Secretary.", "Chairperson.": without the stop behind the last word of
 * a heading. Behind few letters it is an abbreviation's, and behind small words a sentence's.
 */
static struct text heading_without_stop(const struct extraction *x, struct text words)
{
    bool has_stop = words.size <= HEADING_BYTES && text_ends_with(words, TEXT("."));
    size_t end = has_stop ? words.size - 1 : 0, first = end;
    while (first > 0 && is_small_letter(words.data[first - 1]))
        first--;
    return end - first >= STOP_LETTERS && is_title_case(words) && !is_clause(x, words)
               ? text_slice(words, 0, end)
               : words;
}

/* 「2、設計崗位職責和招聘標準」 right behind 「1、…」: an item, and no name in front of its duties. */
static bool is_next_item(const struct piece *piece)
{
    const struct piece *before = piece - 1;
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_NAMED && !piece->is_strong &&
           piece->block->align != ALIGN_CENTRE && before->kind == PIECE_WORDS &&
           text_has_digit(piece->list_label) && piece_is_numbered_behind(piece, before);
}

static void add_block(struct extraction *x, struct outline *outline, struct block *block)
{
    struct piece *piece =
        arena_push(x->scratch, outline->pieces, outline->count, outline->capacity);
    *piece = (struct piece){.kind = PIECE_WORDS, .block = block};
    piece->label = label_of(ELEMENT_COUNT);
    piece->is_first = outline->count == 1 ||
                      (piece[-1].is_first &&
                       (piece[-1].kind == PIECE_SKIPPED || is_above_title(x, piece[-1].text)));
    if (block->kind == BLOCK_PAGE_BREAK || block->kind == BLOCK_RULE ||
        block->kind == BLOCK_CONTENTS)
        piece->kind = PIECE_SKIPPED;
    else if (block->kind == BLOCK_TABLE)
        piece->kind = PIECE_TABLE;
    if (is_list_of_anchors(block)) {
        piece->kind = PIECE_SKIPPED;
        piece_set_text(piece, text_trim(whole_block_text(x->arena, block)));
    }
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING)
        return;
    struct text words = text_trim(block_text(x->arena, block));
    unsigned hashes = block->kind == BLOCK_PARAGRAPH ? hashes_level(x, &words) : 0;
    piece_set_text(piece, words);
    bool is_rule = is_rule_by_hand(piece->text);
    piece->is_control = is_control(x, block, piece->text);
    if (text_is_empty(piece->text) || is_rule || is_picture(block) || piece->is_control) {
        piece->kind = PIECE_SKIPPED;
        piece->is_picture = !text_is_empty(piece->text) && !is_rule && !piece->is_control;
    } else if (hashes > 0) {
        piece->level = hashes * LEVEL_STEP;
        piece_read_heading(x, piece);
    } else if (block->kind == BLOCK_HEADING) {
        piece_set_text(piece, heading_without_stop(x, words));
        piece->lacks_stop = piece->text.size < words.size;
        piece->level = block->level < 9 ? block->level * LEVEL_STEP : 9 * LEVEL_STEP;
        piece_read_heading(x, piece);
        if (piece_is_long(piece)) {
            piece_make_words(piece);
            piece_set_text(piece, words);
        }
    } else {
        piece_read_paragraph(x, piece);
        if (outline->count > 1 && is_next_item(piece))
            piece_make_words(piece);
    }
    if (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS)
        piece_find_titled_form(x, piece);
}

/* Around a page of the web: its labels are of who runs the site. */
static bool is_of_web_site(const struct block *section) { return text_is(section->style, "site"); }

static bool is_running(const struct block *section)
{
    return text_is(section->style, "header") || text_is(section->style, "footer") ||
           is_of_web_site(section);
}

/* Running heads repeat what pages say: no heading opens anything there. */
static void mark_running(struct piece *piece, bool is_site)
{
    piece->is_running = true;
    if (piece->kind == PIECE_HEADING || piece->kind == PIECE_TABLE ||
        (piece->kind == PIECE_PAIRS && is_site))
        piece_make_words(piece);
    piece->name = TEXT("");
}

/* "## Requirements": a heading of a role's section. */
static bool is_section_heading(struct extraction *x, const struct block *b)
{
    if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
        return false;
    struct label label = label_find(x, text_trim(block_text(x->scratch, b)));
    return label.kind == LABEL_ELEMENT && is_section_label(&label);
}

static bool has_section(struct extraction *x, const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if (is_section_heading(x, block))
            return true;
    return false;
}

static bool has_quoted_section(struct extraction *x, const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if (block->kind == BLOCK_QUOTE &&
            (has_section(x, block->children) || has_quoted_section(x, block->children)))
            return true;
    return false;
}

/* "> Job title: Agent", "> Grade 7 | Leeds": a quotation of such lines is a form in a frame. */
static bool is_form_quoted(struct extraction *x, const struct block *quote)
{
    struct pair pair;
    for (const struct block *b = quote->children; b != NULL; b = b->next) {
        struct text words =
            b->kind == BLOCK_PARAGRAPH ? text_trim(block_text(x->scratch, b)) : TEXT("");
        if (!text_is_empty(words) &&
            (label_pairs(x, words, &pair, 1) == 1 || is_row_of_tags(x, words)))
            return true;
    }
    return false;
}

/* What an item of an outline begins with. */
enum item_label { ITEM_PLAIN, ITEM_UNKNOWN, ITEM_PAIR, ITEM_SECTION };

/* A line over a list of its own, and nothing else. */
static bool is_over_own_list(const struct block *item)
{
    const struct block *first = item->children;
    return first != NULL && first->kind == BLOCK_PARAGRAPH && first->next != NULL &&
           first->next->kind == BLOCK_LIST && first->next->next == NULL;
}

static enum item_label label_of_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    struct pair pair;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH)
        return ITEM_PLAIN;
    struct text words = text_trim(block_text(x->scratch, first));
    bool is_over = first->next != NULL && first->next->kind == BLOCK_LIST;
    struct label label = is_over ? label_find(x, words) : label_of(ELEMENT_COUNT);
    if (is_over && (label.kind == LABEL_ELEMENT || label.kind == LABEL_OTHER ||
                    label_guess(x, words).guess == GUESS_PHRASE))
        return ITEM_SECTION;
    if (is_over && (ends_in_colon(words) || (is_over_own_list(item) && ends_like_heading(words))))
        return ITEM_UNKNOWN;
    if (label_pairs(x, words, &pair, 1) == 1)
        return ITEM_PAIR;
    return unknown_pair(words, &pair) ? ITEM_UNKNOWN : ITEM_PLAIN;
}

/* "**Tools:** …": the author set its label off. */
static bool begins_in_bold(const struct block *item)
{
    const struct run *run = item->children != NULL ? item->children->runs : NULL;
    while (run != NULL && text_is_blank(run->text))
        run = run->next;
    return run != NULL && (run->style & STYLE_STRONG) != 0;
}

/* "- Duties: bookings", "- Duties:" over a list of its own: no duty is called so. */
static bool is_duties_item(struct extraction *x, const struct block *item)
{
    struct pair pair = {.label = label_of(ELEMENT_COUNT)};
    struct text words = text_trim(block_text(x->scratch, item->children));
    if (is_over_own_list(item))
        pair.label = label_find(x, words);
    else
        label_pairs(x, words, &pair, 1);
    return pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_DUTIES;
}

/* A label is in front of each of its items, and one is that of the duties: 「姓名：…」 「職責：…」. */
static bool tells_duties_by_label(struct extraction *x, const struct block *list)
{
    bool tells_duties = false;
    if (list->kind != BLOCK_LIST || list->children == NULL || list->children->next == NULL)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        if (label_of_item(x, item) == ITEM_PLAIN)
            return false;
        tells_duties |= is_duties_item(x, item);
    }
    return tells_duties;
}

/*
 * Whether such lists tell of posts, be the duties the only label in them that is known: half of the
 * headings right above them name positions, or several do. The parts of a program have duties, too.
 */
static bool do_lists_tell_posts(struct extraction *x)
{
    size_t lists = 0, posts = 0;
    for (struct block *b = x->document->blocks; b != NULL; b = b->next) {
        if (b->kind != BLOCK_HEADING || b->next == NULL || !tells_duties_by_label(x, b->next))
            continue;
        struct piece heading = {.kind = PIECE_HEADING, .block = b};
        piece_set_text(&heading, text_trim(block_text(x->scratch, b)));
        posts += outline_is_position(x, &heading);
        lists++;
    }
    return posts > 1 || (posts > 0 && 2 * posts >= lists);
}

/* 「徵才職位：行政人員」 is the first of them: the rest are of it. */
static bool begins_with_title(struct extraction *x, const struct block *list)
{
    struct pair pair;
    return label_of_item(x, list->children) == ITEM_PAIR &&
           label_pairs(x, text_trim(block_text(x->scratch, list->children->children)), &pair, 1) &&
           pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE &&
           !pair.label.is_part && !text_is_empty(pair.value);
}

/*
 * "- Team: Supply" and "- Duties:" over a list of its own, one label an item: the list is an
 * outline of the role, and each item a part of the page. Where all of them are over lists or begin
 * in bold, or the first names the position, fewer need be known: "Nomination" beside "Requirements"
 * and "Responsibilities".
 */
static bool is_outline_of_role(struct extraction *x, const struct block *list)
{
    size_t count[ITEM_SECTION + 1] = {0}, over = 0, bold = 0, items = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++) {
        count[label_of_item(x, item)]++;
        over += is_over_own_list(item);
        bold += begins_in_bold(item);
    }
    size_t known = count[ITEM_PAIR] + count[ITEM_SECTION];
    bool is_marked = over == items || bold == items || begins_with_title(x, list);
    size_t for_each = is_marked ? 1 : OUTLINE_MIN;
    return count[ITEM_PLAIN] == 0 && count[ITEM_SECTION] > 0 && known >= OUTLINE_MIN &&
           known > for_each * count[ITEM_UNKNOWN];
}

static void add_blocks(struct extraction *x, struct outline *outline, struct block *first);

/* Each item is a part of the page; a line over a list of its own is the heading of it. */
static void add_items(struct extraction *x, struct outline *outline, const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        size_t head = outline->count;
        add_blocks(x, outline, item->children);
        if (head == outline->count || label_of_item(x, item) != ITEM_UNKNOWN ||
            outline->pieces[head].kind != PIECE_WORDS)
            continue;
        outline->pieces[head].is_of_labels = true;
        if (!is_over_own_list(item))
            continue;
        outline->pieces[head].kind = PIECE_HEADING;
        outline->pieces[head].level = LEVEL_PSEUDO;
        outline->pieces[head].is_candidate = false;
    }
}

/* A short cell over one of words, in a document whose sections stand in boxes: one more of them. */
static bool is_box_like_others(struct extraction *x, const struct outline *outline,
                               const struct block *block)
{
    const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;
    return outline->has_boxes && table != NULL && table->rows == 2 &&
           is_column_of_cells(x, table) && ends_like_heading(cell_words(x, table->cells));
}

/* The box makes a heading of its head, plain though it is, and be it known by its words alone. */
static void mark_boxed_head(struct extraction *x, struct outline *outline,
                            const struct block *block, struct piece *head)
{
    if (block->table->rows < 2 || !is_column_of_cells(x, block->table))
        return;
    bool is_section = is_boxed_section(x, block->table);
    if (head->kind != PIECE_WORDS || (!is_section && !is_box_like_others(x, outline, block)))
        return;
    head->guess = label_guess(x, head->text);
    head->kind = PIECE_HEADING;
    head->level = LEVEL_PSEUDO;
    head->is_candidate = false;
}

/* One section in a box tells of those in front of it, too, whose heads are not known. */
static bool has_boxes(struct extraction *x, const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if ((block->kind == BLOCK_SECTION && has_boxes(x, block->children)) ||
            (block->kind == BLOCK_TABLE && block->table->cells != NULL &&
             is_boxed_section(x, block->table)))
            return true;
    return false;
}

static void add_blocks(struct extraction *x, struct outline *outline, struct block *first)
{
    const struct cell *page;
    for (struct block *block = first; block != NULL; block = block->next) {
        if (block->kind == BLOCK_TABLE)
            drop_sheet_marks(x, block->table);
        if (block->kind == BLOCK_SECTION) {
            size_t from = outline->count;
            add_blocks(x, outline, block->children);
            for (size_t i = from; is_running(block) && i < outline->count; i++)
                mark_running(&outline->pieces[i], is_of_web_site(block));
        } else if (block->kind == BLOCK_QUOTE && (outline->is_quoted || is_form_quoted(x, block))) {
            add_blocks(x, outline, block->children);
        } else if (block->kind == BLOCK_LIST &&
                   (is_outline_of_role(x, block) ||
                    (outline->do_lists_tell_posts && tells_duties_by_label(x, block)))) {
            add_items(x, outline, block);
        } else if (is_layout_table(x, block, &page) || is_box_like_others(x, outline, block)) {
            if (page != NULL) /* what stands at its side comes behind it */
                add_blocks(x, outline, page->blocks);
            size_t head = outline->count;
            for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next)
                if (cell != page)
                    add_blocks(x, outline, cell->blocks);
            if (head < outline->count)
                mark_boxed_head(x, outline, block, &outline->pieces[head]);
        } else
            add_block(x, outline, block);
    }
}

/* Most of the words are bold: bold marks no headings then. */
static bool is_mostly_strong(struct extraction *x)
{
    size_t strong = 0, all = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    while (walk_next(walk))
        for (const struct run *run = walk->event == WALK_ENTER ? walk->block->runs : NULL;
             run != NULL; run = run->next) {
            all += run->text.size;
            strong += run->style & STYLE_STRONG ? run->text.size : 0;
        }
    return strong * 100 > all * MOSTLY_PERCENT;
}

/* "E = essential": what the marks behind items mean is said, and none of them. */
static void skip_keys_of_marks(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; x->has_marks && i < outline->count; i++)
        if (outline->pieces[i].kind != PIECE_TABLE && is_key_of_marks(x, outline->pieces[i].text)) {
            outline->pieces[i].kind = PIECE_SKIPPED;
            outline->pieces[i].is_control = true;
        }
}

/* Most blocks of a page are a piece each: where there is room for them, none is moved. */
static struct outline outline_with_room(struct extraction *x)
{
    struct outline outline = {0};
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next)
        outline.capacity++;
    outline.pieces = arena_new_array(x->scratch, outline.capacity, struct piece);
    return outline;
}

struct outline outline_of(struct extraction *x)
{
    struct outline outline = outline_with_room(x);
    x->is_mostly_strong = is_mostly_strong(x);
    find_marks(x);
    outline.do_lists_tell_posts = do_lists_tell_posts(x);
    outline.has_boxes = has_boxes(x, x->document->blocks);
    outline.is_quoted =
        has_quoted_section(x, x->document->blocks) && !has_section(x, x->document->blocks);
    add_blocks(x, &outline, x->document->blocks);
    skip_contents(x, &outline);
    skip_keys_of_marks(x, &outline);
    find_questionnaires(x, &outline);
    find_items(&outline);
    find_plain_headings(x, &outline);
    find_plain_rows(x, &outline);
    find_headings_in_capitals(x, &outline);
    find_rest_headings(x, &outline);
    find_headings_over_acts(x, &outline);
    find_role_heads(x, &outline);
    find_groups_of_duties(x, &outline);
    find_siblings(&outline);
    find_numbered_sections(&outline);
    return outline;
}
