#include "converters/pdf/tags.h"
#include "converters/pdf/syntax.h"
#include "converters/pdf/tagtree.h"
#include <assert.h>

/* A child: another tag, content on a page, or an annotation. */
struct kid {
    struct kid *next;
    struct tag *tag; /* NULL: content or annotation */
    uint32_t page;
    uint32_t number : 31; /* content identifier, or the annotation's object number */
    uint32_t is_annotation : 1;
};

/* What few tags have. */
struct tag_extra {
    struct text language, alternative, actual;
    struct tag_cell cell;
    enum tag_numbering numbering;
    bool has_numbering, has_box;
    struct rectangle box;
};

struct tag {
    struct kid kid; /* its place among the parent's children */
    struct tag *parent;
    struct kid *first, *last;
    struct kid *shown; /* the child whose content came last; new content goes behind it */
    struct tag_extra *extra;
    uint32_t place;
    enum tag_kind kind;
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

enum tag_kind tag_kind(const struct tag *tag) { return tag->kind; }

struct tag *tag_new(struct arena *arena, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = arena_new(arena, struct tag);
    tag->kind = kind;
    if (parent != NULL)
        tag_adopt(parent, tag);
    return tag;
}

void tag_adopt(struct tag *parent, struct tag *child)
{
    assert(child->parent == NULL && child != parent);
    child->parent = parent;
    child->kid.tag = child;
    *(parent->last == NULL ? &parent->first : &parent->last->next) = &child->kid;
    parent->last = &child->kid;
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

void tag_set_actual_text(struct arena *arena, struct tag *tag, struct text actual)
{
    extra(arena, tag)->actual = actual;
}

void tag_set_cell(struct arena *arena, struct tag *tag, struct tag_cell cell)
{
    extra(arena, tag)->cell = cell;
}

void tag_set_numbering(struct arena *arena, struct tag *tag, enum tag_numbering numbering)
{
    extra(arena, tag)->numbering = numbering;
    tag->extra->has_numbering = true;
}

void tag_set_box(struct arena *arena, struct tag *tag, struct rectangle box)
{
    extra(arena, tag)->box = box;
    tag->extra->has_box = true;
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

void tag_add_content(struct arena *arena, struct tag *tag, uint32_t page, uint32_t mcid)
{
    struct kid *kid = arena_new(arena, struct kid);
    *kid = (struct kid){.page = page, .number = mcid & 0x7FFFFFFF};
    insert_kid(tag, kid);
}

void tag_add_annotation(struct arena *arena, struct tag *tag, uint32_t page, uint32_t number)
{
    struct kid *kid = arena_new(arena, struct kid);
    *kid = (struct kid){.page = page, .number = number & 0x7FFFFFFF, .is_annotation = 1};
    insert_kid(tag, kid);
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

/* ---- writing ---- */

static void write_cell(const struct tag_cell *cell, struct text_buffer *out)
{
    static const char *const scopes[] = {"", " /Scope /Row", " /Scope /Column", " /Scope /Both"};
    if (cell->scope == SCOPE_NONE && cell->row_span <= 1 && cell->column_span <= 1)
        return;
    buffer_append_string(out, " /A <</O /Table");
    buffer_append_string(out, scopes[cell->scope]);
    if (cell->row_span > 1) {
        buffer_append_string(out, " /RowSpan ");
        buffer_append_int(out, cell->row_span);
    }
    if (cell->column_span > 1) {
        buffer_append_string(out, " /ColSpan ");
        buffer_append_int(out, cell->column_span);
    }
    buffer_append_string(out, ">>");
}

static void write_box(struct rectangle box, struct text_buffer *out)
{
    buffer_append_string(out, " /A <</O /Layout /Placement /Block /BBox [");
    append_fixed(out, box.x);
    buffer_append_byte(out, ' ');
    append_fixed(out, box.y);
    buffer_append_byte(out, ' ');
    append_fixed(out, (int64_t)box.x + box.width);
    buffer_append_byte(out, ' ');
    append_fixed(out, (int64_t)box.y + box.height);
    buffer_append_string(out, "]>>");
}

static void write_string(const char *key, struct text value, struct text_buffer *out)
{
    if (text_is_empty(value))
        return;
    buffer_append_string(out, key);
    append_text_string(out, value);
}

static void write_extra(const struct tag_extra *extra, struct text_buffer *out)
{
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    write_string(" /Lang ", extra->language, out);
    write_string(" /Alt ", extra->alternative, out);
    write_string(" /ActualText ", extra->actual, out);
    write_cell(&extra->cell, out);
    if (extra->has_numbering) {
        buffer_append_string(out, " /A <</O /List /ListNumbering /");
        buffer_append_string(out, numberings[extra->numbering]);
        buffer_append_string(out, ">>");
    }
    if (extra->has_box)
        write_box(extra->box, out);
}

/* The page whose contents may be named by number alone: that of the first. */
static const struct kid *first_content(const struct tag *tag)
{
    for (const struct kid *kid = tag->first; kid != NULL; kid = kid->next)
        if (kid->tag == NULL && !kid->is_annotation)
            return kid;
    return NULL;
}

static void write_kid(const struct kid *kid, const struct kid *on_page,
                      const struct tag_numbers *numbers, struct text_buffer *out)
{
    if (kid->tag != NULL) {
        append_reference(out, numbers->first + kid->tag->place);
        return;
    }
    if (!kid->is_annotation && kid->page == on_page->page) {
        buffer_append_int(out, kid->number);
        return;
    }
    buffer_append_string(out, kid->is_annotation ? "<</Type /OBJR /Pg " : "<</Type /MCR /Pg ");
    append_reference(out, numbers->pages[kid->page]);
    buffer_append_string(out, kid->is_annotation ? " /Obj " : " /MCID ");
    if (kid->is_annotation)
        append_reference(out, kid->number);
    else
        buffer_append_int(out, kid->number);
    buffer_append_string(out, ">>");
}

static void write_kids(const struct tag *tag, const struct tag_numbers *numbers,
                       struct text_buffer *out)
{
    if (tag->first == NULL)
        return;
    const struct kid *on_page = first_content(tag);
    if (on_page != NULL) {
        buffer_append(out, TEXT(" /Pg "));
        append_reference(out, numbers->pages[on_page->page]);
    }
    bool is_one = tag->first == tag->last;
    buffer_append_string(out, is_one ? " /K " : " /K [");
    for (const struct kid *kid = tag->first; kid != NULL; kid = kid->next) {
        if (kid != tag->first)
            buffer_append_byte(out, ' ');
        write_kid(kid, on_page, numbers, out);
    }
    if (!is_one)
        buffer_append_byte(out, ']');
}

void tag_write_identifier(const struct tag *tag, struct text_buffer *out)
{
    buffer_append_format(out, "(note-%08u)", (unsigned)tag->place);
}

void tag_write(const struct tag *tag, const struct tag_numbers *numbers, struct text_buffer *out)
{
    buffer_append(out, TEXT("/S /"));
    buffer_append_string(out, tag_name(tag->kind));
    buffer_append(out, TEXT(" /P "));
    append_reference(out, tag->parent == NULL ? numbers->tree_root
                                              : numbers->first + tag->parent->place);
    write_kids(tag, numbers, out);
    if (tag->kind == TAG_NOTE) {
        buffer_append(out, TEXT(" /ID "));
        tag_write_identifier(tag, out);
    }
    if (tag->extra != NULL)
        write_extra(tag->extra, out);
}
