/*
 * Officers as the items of a list, in rules: "1. The president shall preside at the meetings."
 * Several in a row become paragraphs, and the list ends in front of them; where they stand in an
 * item, "5.1 The officers are:", that list ends, too. officers.c reads the paragraphs. Below the
 * name of a position such items are steps of its work, in which others have a part.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/model/list_label.h"
#include <assert.h>

#define ARTICLES_MIN 3  /* of rules: 「第五條」 alone may be quoted */
#define OFFICERS_MAX 50 /* of a row: a bound on work */
#define CAPTION_BYTES 60
#define NAMES_MIN 3 /* of a row below an item: two may be who does a step */

/* Blocks in a row, the first of them in a place that others point to. */
struct row {
    struct block *place, *last;
};

static void row_add(struct row *row, struct block *block)
{
    if (row->last == NULL) {
        *row->place = *block;
        row->last = row->place;
    } else {
        row->last->next = block;
        row->last = block;
    }
    row->last->next = NULL;
}

/* The item begins with a sentence about an officer. */
static bool tells_officer(struct extraction *x, const struct block *item, bool is_announced,
                          struct officer *officer)
{
    const struct block *first = item->children;
    return first != NULL && first->kind == BLOCK_PARAGRAPH &&
           read_officer(x, block_text(x->scratch, first), is_announced, officer) &&
           officer->is_sure;
}

/* "1. The webmaster shall …" below the vice president's sentence: an officer of his. */
static bool is_officer_below(struct extraction *x, const struct block *item, bool is_announced)
{
    struct officer officer;
    return item->children == item->last_child && tells_officer(x, item, is_announced, &officer) &&
           !officer.is_lead;
}

static bool is_officer_item(struct extraction *x, const struct block *item, bool is_announced,
                            struct officer *officer)
{
    if (!tells_officer(x, item, is_announced, officer))
        return false;
    const struct block *below = item->children->next;
    while (below != NULL && below->kind == BLOCK_PARAGRAPH && !officer->is_lead)
        below = below->next; /* what else is said of him */
    if (below == NULL)
        return !officer->is_lead;
    return below->next == NULL && below->kind == BLOCK_LIST;
}

/* What was seen of the document in front of a list. */
struct seen {
    bool is_announced; /* the heading above says that officers are told of */
    bool has_row;      /* a row of them was found */
};

/* The last of a row of items, each about another officer; NULL: they are too few. */
static struct block *last_officer(struct extraction *x, struct block *first,
                                  const struct seen *seen)
{
    struct officer all[OFFICERS_MAX];
    struct block *last = NULL;
    size_t count = 0;
    for (struct block *item = first; item != NULL && count < OFFICERS_MAX; item = item->next) {
        bool is_new = is_officer_item(x, item, seen->is_announced, &all[count]);
        for (size_t i = 0; i < count && is_new; i++)
            is_new = !text_equal_ascii_case(all[i].name, all[count].name);
        if (!is_new)
            break;
        last = item;
        count++;
    }
    bool is_next_row = count > 1 && seen->is_announced && seen->has_row;
    return is_next_row || (count > 0 && are_officers(x, &all[0], &all[count > 1], count)) ? last
                                                                                          : NULL;
}

static struct block *part_of_list(struct arena *arena, const struct block *list,
                                  struct block *first, struct block *last)
{
    struct block *part = arena_new(arena, struct block);
    *part = *list;
    part->children = first;
    part->last_child = last;
    part->anchor = TEXT("");
    last->next = NULL;
    return part;
}

/* A list below an officer: officers of his become paragraphs, too, and the rest are his. */
static void add_list_below(struct extraction *x, struct row *row, struct block *list)
{
    for (struct block *item = list->children, *next; item != NULL; item = next) {
        struct block *last = item;
        bool is_officer = is_officer_below(x, item, true);
        while (!is_officer && last->next != NULL && !is_officer_below(x, last->next, true))
            last = last->next;
        next = last->next;
        if (!is_officer) {
            row_add(row, part_of_list(x->arena, list, item, last));
            continue;
        }
        item->children->label = item->label;
        row_add(row, item->children);
    }
}

/* What stands in the items, and below an officer. */
static void add_items(struct extraction *x, struct row *row, struct block *first)
{
    for (struct block *item = first, *next; item != NULL; item = next) {
        next = item->next;
        item->children->label = item->label;
        for (struct block *child = item->children, *behind; child != NULL; child = behind) {
            behind = child->next;
            if (child->kind == BLOCK_LIST)
                add_list_below(x, row, child);
            else
                row_add(row, child);
        }
    }
}

/* returns  the last of the blocks that the list became */
static struct block *divide_list(struct extraction *x, struct block *list, struct block *before,
                                 struct block *first, struct block *last)
{
    struct block whole = *list, *rest = last->next;
    struct row row = {.place = list};
    if (before != NULL)
        row_add(&row, part_of_list(x->arena, &whole, whole.children, before));
    last->next = NULL;
    add_items(x, &row, first);
    if (rest != NULL)
        row_add(&row, part_of_list(x->arena, &whole, rest, whole.last_child));
    assert(row.last != NULL); /* an officer's item has words, or it were none */
    row.last->next = whole.next;
    return row.last;
}

/* The list ends behind the item; nested comes next, and then the rest of the list. */
static void insert_behind(struct extraction *x, struct block *list, struct block *item,
                          struct block *nested)
{
    struct block *after = list->next, *rest = item->next, *last = list->last_child, *end = nested;
    item->next = NULL;
    list->last_child = item;
    list->next = nested;
    while (end->next != NULL)
        end = end->next;
    if (rest != NULL) {
        end->next = part_of_list(x->arena, list, rest, last);
        end = end->next;
    }
    end->next = after;
}

/* Every item names a position in front of other words; told: in how many these say what it does. */
static size_t names_in_row(struct extraction *x, const struct block *list, size_t *told)
{
    struct role_item item;
    size_t names = 0;
    *told = 0;
    for (const struct block *b = list->children; b != NULL; b = b->next, names++) {
        if (!role_item_of_block(x, b, &item) || text_is_empty(item.words) || item.is_bare ||
            !vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(item.name)))
            return 0;
        *told += tells_of_holder(x, item.words);
    }
    return names;
}

/*
 * "3. Duties of each role:" over "President: presides at meetings", "Secretary: keeps the records":
 * every item names a position, and says what its holder does.
 */
static bool is_row_of_names(struct extraction *x, struct text lead, const struct block *list)
{
    size_t told;
    return words_lead_to_each(x, lead) && names_in_row(x, list, &told) >= NAMES_MIN;
}

bool is_captioned_row(struct extraction *x, struct text lead, const struct block *list)
{
    size_t told;
    bool is_unknown =
        label_find(x, lead).kind == LABEL_UNKNOWN && label_guess(x, lead).kind == LABEL_UNKNOWN;
    if (text_is_empty(lead) || lead.size > CAPTION_BYTES || !ends_like_heading(lead) ||
        (!is_unknown && !series_announced_by(x, lead)))
        return false;
    size_t names = names_in_row(x, list, &told);
    return names >= NAMES_MIN && 3 * told >= 2 * names;
}

/* The paragraph's words; empty: the block is another. */
static struct text words_of(struct extraction *x, const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH ? text_trim(block_text(x->scratch, block)) : TEXT("");
}

struct text words_right_above(struct extraction *x, const struct block *above)
{
    while (above->kind == BLOCK_LIST && above->last_child != NULL &&
           above->last_child->last_child != NULL)
        above = above->last_child->last_child;
    return words_of(x, above);
}

/*
 * The list in the item holds such a row, or one in an item of it does, which is taken out of that
 * first: it and what is behind it are taken out. Readers bound how deep lists are.
 */
static struct block *take_nested(struct extraction *x, struct block *item, const struct seen *seen)
{
    for (struct block *b = item->children; b != NULL && b->next != NULL; b = b->next) {
        struct block *list = b->next;
        if (list->kind != BLOCK_LIST || list->children == NULL)
            continue;
        struct text lead = words_right_above(x, b);
        bool is_announced =
            seen->is_announced || words_announce_officers(x, lead); /* "3. Offices" */
        struct seen here = {.is_announced = is_announced, .has_row = seen->has_row};
        if (last_officer(x, list->children, &here) != NULL || is_row_of_names(x, lead, list) ||
            is_captioned_row(x, lead, list)) {
            b->next = NULL;
            item->last_child = b;
            return list;
        }
        struct block *inner = NULL;
        for (struct block *part = list->children; part != NULL && inner == NULL; part = part->next)
            if ((inner = take_nested(x, part, seen)) != NULL)
                insert_behind(x, list, part, inner);
    }
    return NULL;
}

/*
 * Below the name of a position, as "Article IV – Board of Directors" is, other lists in items are
 * steps of its work.
 */
static void lift_names(struct extraction *x, struct block *list)
{
    for (struct block *item = list->children; item != NULL; item = item->next)
        for (struct block *b = item->children; b != NULL && b->next != NULL; b = b->next)
            if (b->next->kind == BLOCK_LIST && is_row_of_names(x, words_of(x, b), b->next)) {
                struct block *names = b->next;
                b->next = NULL;
                item->last_child = b;
                insert_behind(x, list, item, names);
                return;
            }
}

/* A row has two items at least: where the next tells of no officer, neither begins one. */
static bool may_begin_row(struct extraction *x, const struct block *item, bool is_announced)
{
    struct officer officer;
    return item->next != NULL && is_officer_item(x, item->next, is_announced, &officer);
}

/* returns  the block behind which to look on */
static struct block *lift_from(struct extraction *x, struct block *list, struct seen *seen)
{
    bool is_asked = false; /* the item, and it tells of no officer */
    for (struct block *item = list->children, *before = NULL; item != NULL;
         before = item, item = item->next) {
        struct block *nested = take_nested(x, item, seen);
        if (nested != NULL) {
            insert_behind(x, list, item, nested);
            return list;
        }
        bool may_begin = !is_asked && may_begin_row(x, item, seen->is_announced);
        struct block *last = may_begin ? last_officer(x, item, seen) : NULL;
        is_asked = !is_asked && !may_begin;
        if (last == NULL)
            continue;
        seen->has_row = true;
        return divide_list(x, list, before, item, last);
    }
    return list;
}

/* ---- clauses ---- */

/*
 * 「社長綜理社務；副社長襄助社長」, 「林文担任组长，…。王芳担任副组长，…」: where in the run the second
 * officer's clause begins; 0: nowhere.
 */
static size_t next_officer_at(struct extraction *x, struct text front, struct text words,
                              bool is_of_articles)
{
    static const struct text stop = TEXT_INIT("；"), end = TEXT_INIT("。");
    struct post_held held;
    for (size_t at = 0; read_post_held(x, text_trim(front), &held) &&
                        (at = text_find(words, end, at)) != TEXT_NOT_FOUND;) {
        at += end.size;
        if (read_post_held(x, text_trim(text_from(words, at)), &held))
            return at;
    }
    struct text first = officer_who_acts_in_han(x, list_label_of(text_trim(front)).rest);
    for (size_t at = 0; is_of_articles && text_is_empty(first) &&
                        (at = text_find(words, end, at)) != TEXT_NOT_FOUND;) {
        at += end.size; /* 「理事會選舉一人為理事長。理事長綜理會務。」 */
        if (!text_is_empty(officer_who_acts_in_han(x, text_trim(text_from(words, at)))))
            return at;
    }
    for (size_t at = 0;
         !text_is_empty(first) && (at = text_find(words, stop, at)) != TEXT_NOT_FOUND;) {
        at += stop.size;
        struct text second = officer_who_acts_in_han(x, text_trim(text_from(words, at)));
        if (!text_is_empty(second) && !text_equal(second, first))
            return at;
    }
    return 0;
}

/* 「3、職責」, 「各部門職責如下：」 right above a list: in it, several may be told of. */
static bool announces_list(struct extraction *x, const struct block *block)
{
    const struct block *next = block->next;
    return block->kind == BLOCK_PARAGRAPH && next != NULL && next->kind == BLOCK_LIST &&
           next->children != NULL &&
           words_announce_officers(x, name_without_colon(list_label_of(words_of(x, block)).rest));
}

/* Clauses that are each about another officer become paragraphs; returns the last of them. */
static struct block *divide_clauses(struct extraction *x, struct block *block, bool is_of_articles)
{
    for (struct run *run = block->runs; run != NULL;) {
        size_t at = run->kind == RUN_TEXT ? next_officer_at(x, block_text(x->scratch, block),
                                                            run->text, is_of_articles)
                                          : 0;
        if (at == 0) {
            run = run->next;
            continue;
        }
        struct run *rest = arena_new(x->arena, struct run);
        *rest = *run;
        rest->text = text_trim(text_from(run->text, at));
        run->text = text_slice(run->text, 0, at);
        run->next = rest;
        block = divide_block(x, block, run, rest);
        run = block->runs;
    }
    return block;
}

/* Rules in articles, by the paragraphs or items numbered so. */
static bool has_article_blocks(struct extraction *x)
{
    size_t articles = 0;
    for (const struct block *b = x->document->blocks; b != NULL && articles < ARTICLES_MIN;
         b = b->next) {
        struct text words = b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_HEADING
                                ? block_text(x->scratch, b)
                                : TEXT("");
        articles += is_article_label(b->label) || is_article_label(list_label_of(words).label) ||
                    is_article_line(words);
    }
    return articles == ARTICLES_MIN;
}

/* "4. Offices", a line or an item of its own, right above the list: the officers stand in that. */
static bool is_line_of_officers(struct extraction *x, const struct block *block)
{
    return block != NULL && words_announce_officers(x, words_right_above(x, block));
}

void lift_officers(struct extraction *x)
{
    struct document *document = x->document;
    const struct block *first = skip_blank_paragraphs(x->scratch, document->blocks);
    unsigned own = 0; /* level of the heading above that names a position */
    bool is_of_articles = has_article_blocks(x);
    struct seen seen = {false};
    const struct block *above = NULL;
    for (struct block *block = document->blocks; block != NULL;
         above = block, block = block->next) {
        watch_positions(x, block, block == first, &own);
        if (block->kind == BLOCK_HEADING) {
            struct text words = block_text(x->scratch, block);
            if (!is_number_of_article(words))
                seen.is_announced = words_announce_officers(x, words);
        }
        bool leads = !seen.is_announced && announces_list(x, block);
        bool is_list = block->kind == BLOCK_LIST;
        if (is_list && block->children != NULL && own == 0) {
            bool was_announced = seen.is_announced;
            seen.is_announced |= is_line_of_officers(x, above);
            block = lift_from(x, block, &seen);
            seen.is_announced = was_announced;
        }
        if (is_list && own != 0)
            lift_names(x, block);
        if ((is_of_articles || seen.is_announced) && block->kind == BLOCK_PARAGRAPH && own == 0)
            block = divide_clauses(x, block, is_of_articles);
        if (leads && own == 0) {
            struct seen below = {.is_announced = true, .has_row = seen.has_row};
            block = lift_from(x, block->next, &below);
            seen.has_row = below.has_row;
        }
        document->last_block = block;
    }
}
