#include "converters/pdf/tags.h"
#include "converters/pdf/tagtree.h"
#include <assert.h>

/* A child: another tag, content on a page, or an annotation. */
struct kid {
    struct kid *next;
    struct tag *tag; /* NULL: content or annotation */
    uint32_t page;
    uint32_t number : 30; /* as a kept kid's */
    uint32_t kind : 2;
};

struct tag {
    struct kid kid; /* its place among the parent's children */
    struct tag *parent;
    struct kid *first, *last;
    struct kid *shown; /* the child whose content came last; new content goes behind it */
    struct tag_extra *extra;
    uint32_t place;
    uint8_t kind;
    uint8_t scope;
    uint8_t numbering; /* from 1; 0: none */
};

const char *tag_name(enum tag_kind kind)
{
    static const char *const names[TAG_COUNT] = {[TAG_DOCUMENT] = "Document",
                                                 [TAG_PART] = "Part",
                                                 [TAG_SECT] = "Sect",
                                                 [TAG_DIV] = "Div",
                                                 [TAG_H1] = "H1",
                                                 [TAG_H2] = "H2",
                                                 [TAG_H3] = "H3",
                                                 [TAG_H4] = "H4",
                                                 [TAG_H5] = "H5",
                                                 [TAG_H6] = "H6",
                                                 [TAG_P] = "P",
                                                 [TAG_BLOCK_QUOTE] = "BlockQuote",
                                                 [TAG_CODE] = "Code",
                                                 [TAG_L] = "L",
                                                 [TAG_LI] = "LI",
                                                 [TAG_LBL] = "Lbl",
                                                 [TAG_LBODY] = "LBody",
                                                 [TAG_TABLE] = "Table",
                                                 [TAG_CAPTION] = "Caption",
                                                 [TAG_THEAD] = "THead",
                                                 [TAG_TBODY] = "TBody",
                                                 [TAG_TR] = "TR",
                                                 [TAG_TH] = "TH",
                                                 [TAG_TD] = "TD",
                                                 [TAG_TOC] = "TOC",
                                                 [TAG_TOCI] = "TOCI",
                                                 [TAG_INDEX] = "Index",
                                                 [TAG_REFERENCE] = "Reference",
                                                 [TAG_LINK] = "Link",
                                                 [TAG_SPAN] = "Span",
                                                 [TAG_NOTE] = "Note",
                                                 [TAG_FIGURE] = "Figure"};
    return names[kind];
}

enum tag_kind tag_kind(const struct tag *tag) { return (enum tag_kind)tag->kind; }

/* Makes child, the root of its own tree, the last child of parent. */
static void tag_adopt(struct tag *parent, struct tag *child)
{
    assert(child->parent == NULL && child != parent);
    child->parent = parent;
    child->kid.tag = child;
    *(parent->last == NULL ? &parent->first : &parent->last->next) = &child->kid;
    parent->last = &child->kid;
}

struct tag *tag_new(struct arena *arena, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = arena_new(arena, struct tag);
    tag->kind = (uint8_t)kind;
    if (parent != NULL)
        tag_adopt(parent, tag);
    return tag;
}

struct tag *tag_beside(struct arena *arena, struct tag *tag, enum tag_kind kind)
{
    return tag_new(arena, tag->parent == NULL ? tag : tag->parent, kind);
}

static struct tag_extra *extra(struct arena *arena, struct tag *tag)
{
    if (tag->extra == NULL)
        tag->extra = arena_new(arena, struct tag_extra);
    return tag->extra;
}

void tag_set_language(struct arena *arena, struct tag *tag, struct text language)
{
    extra(arena, tag)->language = language;
}

void tag_set_alternative(struct arena *arena, struct tag *tag, struct text alternative)
{
    extra(arena, tag)->alternative = alternative;
}

void tag_set_cell(struct arena *arena, struct tag *tag, struct tag_cell cell)
{
    tag->scope = (uint8_t)cell.scope;
    if (cell.row_span <= 1 && cell.column_span <= 1)
        return;
    extra(arena, tag)->row_span = cell.row_span;
    tag->extra->column_span = cell.column_span;
}

void tag_set_numbering(struct tag *tag, enum tag_numbering numbering)
{
    tag->numbering = (uint8_t)(numbering + 1);
}

/* ---- filling ---- */

static void insert_kid(struct tag *tag, struct kid *kid)
{
    struct kid **behind = tag->shown == NULL ? &tag->first : &tag->shown->next;
    kid->next = *behind;
    *behind = kid;
    if (kid->next == NULL)
        tag->last = kid;
    tag->shown = kid;
    for (struct tag *t = tag; t->parent != NULL; t = t->parent)
        t->parent->shown = &t->kid;
}

static void add_kid(struct arena *arena, struct tag *tag, struct kid like)
{
    struct kid *kid = arena_new(arena, struct kid);
    *kid = like;
    insert_kid(tag, kid);
}

void tags_fill(struct arena *arena, const struct tag_list *list, const struct page_record *pages,
               size_t page_count)
{
    uint32_t links = 0;
    for (uint32_t i = 0; i < page_count; i++) {
        for (uint32_t j = 0; j < pages[i].mark_count; j++)
            add_kid(arena, list->tags[pages[i].marks[j]],
                    (struct kid){.page = i, .number = j & 0x3FFFFFFF, .kind = KID_CONTENT});
        for (size_t j = 0; j < pages[i].figure_count; j++)
            extra(arena, list->tags[pages[i].figures[j].tag])->has_box = true;
    }
    for (uint32_t i = 0; i < page_count; i++)
        for (size_t j = 0; j < pages[i].link_count; j++, links++)
            add_kid(arena, list->tags[pages[i].links[j].tag],
                    (struct kid){.page = i, .number = links & 0x3FFFFFFF, .kind = KID_ANNOTATION});
}

/* ---- order ---- */

static struct tag *first_tag(struct kid *kid)
{
    while (kid != NULL && kid->tag == NULL)
        kid = kid->next;
    return kid == NULL ? NULL : kid->tag;
}

static struct tag *next_in_order(struct tag *tag)
{
    struct tag *next = first_tag(tag->first);
    while (next == NULL && tag->parent != NULL) {
        next = first_tag(tag->kid.next);
        tag = tag->parent;
    }
    return next;
}

struct tag_list tags_in_order(struct arena *arena, struct tag *root)
{
    struct tag_list list = {0};
    for (struct tag *tag = root; tag != NULL; tag = next_in_order(tag))
        list.count++;
    list.tags = arena_new_array(arena, list.count, struct tag *);
    list.count = 0;
    for (struct tag *tag = root; tag != NULL; tag = next_in_order(tag)) {
        tag->place = (uint32_t)list.count;
        list.tags[list.count++] = tag;
    }
    return list;
}

uint32_t tag_place(const struct tag *tag) { return tag->place; }

/* ---- keeping ---- */

static size_t count_kids(const struct tag_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        for (const struct kid *kid = list->tags[i]->first; kid != NULL; kid = kid->next)
            count++;
    return count;
}

static size_t count_extras(const struct tag_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->tags[i]->extra != NULL;
    return count;
}

static struct kept_kid keep_kid(const struct kid *kid)
{
    if (kid->tag != NULL)
        return (struct kept_kid){.number = kid->tag->place & 0x3FFFFFFF, .kind = KID_TAG};
    return (struct kept_kid){.page = kid->page, .number = kid->number, .kind = kid->kind};
}

static struct tag_extra keep_extra(struct arena *arena, const struct tag_extra *from)
{
    struct tag_extra extra = *from;
    extra.language = text_copy(arena, from->language);
    extra.alternative = text_copy(arena, from->alternative);
    return extra;
}

struct kept_tags tags_keep(struct arena *arena, const struct tag_list *list)
{
    struct kept_tags kept = {.list = arena_new_array(arena, list->count, struct kept_tag),
                             .count = list->count,
                             .kids = arena_new_array(arena, count_kids(list), struct kept_kid),
                             .extras =
                                 arena_new_array(arena, count_extras(list), struct tag_extra)};
    uint32_t kids = 0, extras = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct tag *tag = list->tags[i];
        for (const struct kid *kid = tag->first; kid != NULL; kid = kid->next)
            kept.kids[kids++] = keep_kid(kid);
        if (tag->extra != NULL)
            kept.extras[extras++] = keep_extra(arena, tag->extra);
        kept.list[i] = (struct kept_tag){.parent = (tag->parent == NULL ? tag : tag->parent)->place,
                                         .kids_end = kids,
                                         .extra = tag->extra == NULL ? 0 : extras,
                                         .kind = tag->kind,
                                         .scope = tag->scope,
                                         .numbering = tag->numbering};
    }
    return kept;
}
