/*
 * 「1. 秘書處⏎負責收發公文」: names of posts or units in the first line of their items, where only
 * the source has a line end. It becomes a break, and what stands below it is no part of the name.
 *
 * 「1. 編導⏎有網感」, 「2. 演員」: where most of the numbered names are positions', whatever the words
 * are, the names become headings below one that announces roles, 「劇組分工」.
 *
 * 「1. 秘書處」 over a paragraph at the margin: Markdown sees a list of one item, which becomes a line.
 * So do the sections 「1. 目的」, 「2. 範圍」, 「3. 職責」, each over other words.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_number.h"

#define NAMES_MIN 2
#define CARDS_MIN 3    /* items with a name in their first line: two are too few to tell */
#define CARD_LENGTH 10 /* Han of such a name */
#define CARD_LEVEL 2   /* of the heading that it becomes: below the page's title */
#define NAME_LENGTH 20 /* characters, twice as many Latin letters: more is a wrapped sentence */
#define POSTS_MAX 120  /* in all chapters together: a bound on work */
#define LABELS_MIN 2   /* of sections, each alone in a list of its own */
#define SECTIONS_MIN 3 /* one after the other: two lone items may be the parts of a list */

/* The end of the source line that the paragraph begins with; NULL: it has one line. */
static struct run *first_line_end(struct block *block)
{
    struct run *run = block->runs;
    while (run != NULL && (run->style & STYLE_LINE_END) == 0)
        run = run->kind == RUN_BREAK ? NULL : run->next;
    return run;
}

/* The words of its runs in front of the end. */
static struct text words_in_front(struct extraction *x, struct block *block, const struct run *end)
{
    struct block line = {.kind = BLOCK_PARAGRAPH, .runs = block->runs};
    struct run *last = block->runs;
    if (last == end)
        return TEXT("");
    while (last->next != end)
        last = last->next;
    struct run *rest = last->next;
    last->next = NULL;
    struct text words = text_trim(block_text(x->scratch, &line));
    last->next = rest;
    return words;
}

/* 「秘書處」 in front of 「負責收發公文」: a post or a unit, and what its holder does. */
static bool is_name_over(struct extraction *x, struct text name, struct text words)
{
    bool is_name = is_department(x, name) ||
                   vocabulary_is_position(x->vocabulary, x->scratch, name_of_line(x, name));
    bool is_short = text_code_points(name) <= NAME_LENGTH && !ends_in_colon(name);
    return is_name && is_short && !is_latin_text(name) &&
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
}

/* The end behind the name, in front of what its holder does; NULL: the item is none such. */
static struct run *end_of_name(struct extraction *x, struct block *item)
{
    struct block *first = item->children;
    struct run *end =
        first != NULL && first->kind == BLOCK_PARAGRAPH ? first_line_end(first) : NULL;
    if (end == NULL)
        return NULL;
    struct block rest = {.kind = BLOCK_PARAGRAPH, .runs = end->next};
    struct text words = text_trim(block_text(x->scratch, &rest));
    return is_name_over(x, words_in_front(x, first, end), words) ? end : NULL;
}

/* The short line that the item begins with, be there words below it or not; empty: it is no name. */
static struct text name_of_card(struct extraction *x, struct block *item, bool *has_words)
{
    struct block *first = item->children;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH || list_label_number(item->label) == 0)
        return TEXT("");
    struct run *end = first_line_end(first);
    struct text name = words_in_front(x, first, end);
    struct block rest = {.kind = BLOCK_PARAGRAPH, .runs = end == NULL ? NULL : end->next};
    struct text words = end != NULL ? text_trim(block_text(x->scratch, &rest)) : TEXT("");
    struct pair pair;
    *has_words = !text_is_empty(words) || first->next != NULL;
    bool is_name = text_code_points(name) <= CARD_LENGTH && !is_latin_text(name) &&
                   ends_like_heading(name) && !ends_in_colon(name) &&
                   label_find(x, name).kind == LABEL_UNKNOWN;
    bool are_words = label_pairs(x, words, &pair, 1) == 0 && !are_people(x, words);
    return is_name && are_words ? name : TEXT("");
}

/* 「2. 編導⏎把握方向」, 「3. 演員」: a numbered list of names, most of them positions', and words of
 * several. */
static bool is_list_of_cards(struct extraction *x, const struct block *list)
{
    size_t cards = 0, positions = 0, told = 0;
    if (list->kind != BLOCK_LIST)
        return false;
    for (struct block *item = list->children; item != NULL; item = item->next, cards++) {
        bool has_words;
        struct text name = name_of_card(x, item, &has_words);
        if (text_is_empty(name))
            return false;
        positions += vocabulary_is_position(x->vocabulary, x->scratch, name) || is_craft(x, name);
        told += has_words;
    }
    return cards >= CARDS_MIN && 3 * positions >= 2 * cards && told >= NAMES_MIN;
}

/* Each name becomes a heading, and the words below it stand on the page. */
static struct block *raise_cards(struct extraction *x, struct block **place)
{
    struct block *list = *place, *after = list->next, *last = NULL;
    for (struct block *item = list->children; item != NULL; item = item->next) {
        struct block *name = item->children;
        struct run *end = first_line_end(name), *before = name->runs;
        while (end != NULL && before->next != end)
            before = before->next;
        if (end != NULL && end->next != NULL)
            divide_block(x, name, before, end->next);
        name->kind = BLOCK_HEADING;
        name->level = CARD_LEVEL;
        name->label = item->label;
        *place = name;
        for (last = name; last->next != NULL; last = last->next)
            last->parent = list->parent;
        last->parent = list->parent;
        place = &last->next;
    }
    *place = after;
    return last;
}

/* 「工作關係」, 「晉升路徑」: a heading or a line, over what belongs to one role; not its duties. */
static bool is_section_of_role(struct extraction *x, const struct block *above)
{
    if (above == NULL || (above->kind != BLOCK_HEADING && above->kind != BLOCK_PARAGRAPH))
        return false;
    struct text words = name_of_line(x, text_trim(block_text(x->scratch, above)));
    struct label label = label_find(x, words);
    if (label.kind != LABEL_ELEMENT)
        label = label_guess(x, words);
    return label.kind == LABEL_ELEMENT && label.element != ELEMENT_DUTIES &&
           !element_is_of_handbook(label.element);
}

/*
 * 「劇組分工」 as the heading above, as the name of a file without such, or in the line right above
 * the list: names of roles follow.
 */
static bool are_names_announced(struct extraction *x, const struct block *heading,
                                const struct block *above)
{
    struct text title = heading == NULL ? file_stem(x->document->source)
                                        : text_trim(block_text(x->scratch, heading));
    return series_announced_by(x, title) ||
           (above != NULL && above->kind == BLOCK_PARAGRAPH &&
            series_announced_by(x, text_trim(block_text(x->scratch, above))));
}

static void raise_named_items(struct extraction *x)
{
    const struct block *above = NULL, *heading = NULL;
    for (struct block **place = &x->document->blocks; *place != NULL;) {
        struct block *block = *place;
        if (is_list_of_cards(x, block) && !is_section_of_role(x, above) &&
            are_names_announced(x, heading, above))
            block = raise_cards(x, place);
        above = block;
        heading = block->kind == BLOCK_HEADING ? block : heading;
        x->document->last_block = block;
        place = &block->next;
    }
}

void break_behind_names(struct extraction *x)
{
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    size_t names = 0;
    while (walk_next(walk))
        names += walk->event == WALK_ENTER && walk->block->kind == BLOCK_ITEM &&
                 end_of_name(x, walk->block) != NULL;
    if (names < NAMES_MIN) {
        raise_named_items(x);
        return;
    }
    *walk = walk_blocks(x->document->blocks);
    while (walk_next(walk)) {
        bool is_item = walk->event == WALK_ENTER && walk->block->kind == BLOCK_ITEM;
        struct run *end = is_item ? end_of_name(x, walk->block) : NULL;
        if (end != NULL)
            end->kind = RUN_BREAK;
    }
}

/* A name in bold, over 「要求：…」: some authors put a bullet in front of each name. */
static bool is_bold_name_over_pair(struct extraction *x, const struct block *name,
                                   const struct block *words)
{
    struct pair pair;
    return block_is_strong(name) &&
           text_code_points(text_trim(block_text(x->scratch, name))) <= NAME_LENGTH &&
           label_pairs(x, text_trim(block_text(x->scratch, words)), &pair, 1) == 1 &&
           pair.label.kind == LABEL_ELEMENT;
}

/* Whose label the line is, or begins with: "**Duties**", 「崗位職責：…」. */
static struct label section_begun_by(struct extraction *x, struct text line)
{
    struct pair pair;
    struct label label = label_find(x, line);
    bool is_pair = label.kind != LABEL_ELEMENT && label_pairs(x, line, &pair, 1) == 1;
    return is_pair ? pair.label : label;
}

/* "2. Cook" over "**Duties**": a post, and the first of its sections. */
static bool is_post_over_section(struct extraction *x, struct text name, struct text words)
{
    struct label label = section_begun_by(x, words);
    return label.kind == LABEL_ELEMENT && !ends_in_colon(name) &&
           text_code_points(name) <= 2 * NAME_LENGTH &&
           vocabulary_is_position(x->vocabulary, x->scratch, name_of_line(x, name));
}

/* The item of a list that holds one alone, of one paragraph; NULL: the block is another. */
static const struct block *lone_item(const struct block *list)
{
    const struct block *item = list->kind == BLOCK_LIST ? list->children : NULL;
    bool is_lone = item != NULL && item == list->last_child && item->children != NULL &&
                   item->children->next == NULL && item->children->kind == BLOCK_PARAGRAPH;
    return is_lone ? item : NULL;
}

/* A list of nothing but the name, right over words that tell what its holder does. */
static bool is_lone_name(struct extraction *x, const struct block *list)
{
    const struct block *item = lone_item(list), *below = list->next;
    if (item == NULL || below == NULL ||
        (below->kind != BLOCK_PARAGRAPH && below->kind != BLOCK_HEADING))
        return false;
    if (list_label_number(item->label) == 0)
        return below->kind == BLOCK_PARAGRAPH && is_bold_name_over_pair(x, item->children, below);
    struct text name = text_trim(block_text(x->scratch, item->children));
    struct text words = text_trim(block_text(x->scratch, below));
    return is_name_over(x, name, words) || is_post_over_section(x, name, words);
}

static bool is_lone_position(struct extraction *x, const struct block *list)
{
    return is_lone_name(x, list) &&
           (list_label_number(list->children->label) > 0 ||
            vocabulary_is_position(x->vocabulary, x->scratch,
                                   text_trim(block_text(x->scratch, list->children->children))));
}

/*
 * 「- 架構師」 alone in its list over 「1. …」, where the author put no blanks in front of the numbers:
 * the post's name, folded; empty: it is another list.
 */
static struct text post_over_numbers(struct extraction *x, const struct block *list)
{
    const struct block *item = lone_item(list), *below = list->next;
    if (item == NULL || list_label_number(item->label) > 0 || below == NULL ||
        below->kind != BLOCK_LIST || below->children == NULL ||
        list_label_number(below->children->label) == 0)
        return TEXT("");
    struct text name = text_trim(block_text(x->scratch, item->children));
    bool is_post = text_code_points(name) <= 2 * NAME_LENGTH &&
                   vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
    return is_post ? fold_label(x->scratch, name) : TEXT("");
}

/* The number of a list that is nothing but a caption in Han, right over other words; 0: it is not. */
static size_t number_of_section(struct extraction *x, const struct block *list)
{
    const struct block *item = lone_item(list), *below = list->next;
    if (item == NULL || below == NULL ||
        (below->kind == BLOCK_LIST && list_label_number(below->children->label) > 0))
        return 0;
    struct text words = text_trim(block_text(x->scratch, item->children));
    bool is_caption =
        ends_like_heading(words) && !is_latin_text(words) && text_code_points(words) <= NAME_LENGTH;
    return is_caption ? list_label_number(item->label) : 0;
}

/* "2. Gate Friend" alone in its list right over "Duties:", whatever the role is called; 0: none. */
static size_t number_over_duties(struct extraction *x, const struct block *list)
{
    const struct block *item = lone_item(list), *below = list->next;
    if (item == NULL || below == NULL ||
        (below->kind != BLOCK_PARAGRAPH && below->kind != BLOCK_HEADING))
        return 0;
    struct text name = text_trim(block_text(x->scratch, item->children));
    struct label label = section_begun_by(x, text_trim(block_text(x->scratch, below)));
    bool is_name = ends_like_heading(name) && !ends_in_colon(name) &&
                   text_code_points(name) <= 2 * NAME_LENGTH &&
                   label_find(x, name).kind == LABEL_UNKNOWN;
    bool is_over = label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES;
    return is_name && is_over ? list_label_number(item->label) : 0;
}

/* "1. Main duties" alone in its list over "(1) …": the label of a section; NULL: it is no such list. */
static const struct block *lone_label(struct extraction *x, const struct block *list,
                                      struct label *label)
{
    const struct block *item = lone_item(list);
    if (item == NULL || list->next == NULL || list_label_number(item->label) == 0)
        return NULL;
    *label = label_find(x, text_trim(block_text(x->scratch, item->children)));
    return is_section_label(label) ? item : NULL;
}

/* How many such lists there are, numbered from one on. */
static size_t count_lists(struct extraction *x,
                          size_t (*number)(struct extraction *x, const struct block *list))
{
    size_t lists = 0;
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next)
        lists += number(x, b) == lists + 1;
    return lists;
}

static void become_line(struct block *list)
{
    struct block *after = list->next;
    struct text label = list->children->label;
    *list = *list->children->children;
    list->label = list_label_number(label) == 0 ? TEXT("") : label;
    list->next = after;
}

/* 崗位描述, 任職要求: what holders do or need stands below. */
static bool is_caption_of_role(struct extraction *x, const struct block *block)
{
    struct label label = label_find(x, text_trim(block_text(x->scratch, block)));
    return label.kind == LABEL_ELEMENT || label_titles_form(&label);
}

/*
 * Such posts become lines where chapters tell of the same ones: 「崗位描述」 over what each does, and
 * 「任職要求」 over what each takes. One list tells of its posts alone.
 */
static void lift_posts_of_chapters(struct extraction *x)
{
    struct text names[POSTS_MAX];
    size_t count = 0, again = 0;
    bool is_section = false; /* the heading over the lists, or a line, is one of a role's */
    for (const struct block *b = x->document->blocks; b != NULL && count < POSTS_MAX; b = b->next) {
        if (b->kind == BLOCK_HEADING || (b->kind == BLOCK_PARAGRAPH && !is_section))
            is_section = is_caption_of_role(x, b);
        struct text name = is_section ? post_over_numbers(x, b) : TEXT("");
        size_t i = 0;
        if (text_is_empty(name))
            continue;
        while (i < count && !text_equal(names[i], name))
            i++;
        again += i < count;
        names[count++] = name;
    }
    for (struct block *b = x->document->blocks; again >= NAMES_MIN && b != NULL; b = b->next)
        if (!text_is_empty(post_over_numbers(x, b)))
            become_line(b);
}

/* Labels alone in their lists become lines, where several of them are no ordinary words. */
static void lift_lone_labels(struct extraction *x)
{
    struct label label;
    size_t sure = 0;
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next)
        sure += lone_label(x, b, &label) != NULL && !label.needs_context;
    for (struct block *b = x->document->blocks; sure >= LABELS_MIN && b != NULL; b = b->next)
        if (lone_label(x, b, &label) != NULL)
            become_line(b);
}

/* Those lists, where there are so many, become lines. */
static void lift_lists(struct extraction *x, size_t min,
                       size_t (*number)(struct extraction *x, const struct block *list))
{
    size_t lists = 0, all = count_lists(x, number);
    for (struct block *b = x->document->blocks; all >= min && b != NULL; b = b->next)
        if (number(x, b) == lists + 1) {
            become_line(b);
            lists++;
        }
}

void lift_lone_names(struct extraction *x)
{
    size_t names = 0;
    lift_lone_labels(x);
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next)
        names += is_lone_position(x, b);
    for (struct block *b = x->document->blocks; names >= NAMES_MIN && b != NULL; b = b->next)
        if (is_lone_name(x, b))
            become_line(b);
    lift_posts_of_chapters(x);
    lift_lists(x, NAMES_MIN, number_over_duties);
    lift_lists(x, SECTIONS_MIN, number_of_section);
}
