#include "converters/pdf/kept_tags.h"
#include "converters/pdf/syntax.h"

static void write_span(const char *key, uint32_t span, struct text_buffer *out)
{
    if (span <= 1)
        return;
    buffer_append_string(out, key);
    buffer_append_int(out, span);
}

static void write_cell(const struct kept_tag *tag, const struct tag_extra *extra,
                       struct text_buffer *out)
{
    static const char *const scopes[] = {"", " /Scope /Row", " /Scope /Column", " /Scope /Both"};
    bool has_spans = extra != NULL && (extra->row_span > 1 || extra->column_span > 1);
    if (tag->scope == SCOPE_NONE && !has_spans)
        return;
    buffer_append_string(out, " /A <</O /Table");
    buffer_append_string(out, scopes[tag->scope]);
    if (has_spans) {
        write_span(" /RowSpan ", extra->row_span, out);
        write_span(" /ColSpan ", extra->column_span, out);
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

static void write_attributes(const struct kept_tag *tag, const struct tag_extra *extra,
                             struct text_buffer *out)
{
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    if (extra != NULL) {
        write_string(" /Lang ", extra->language, out);
        write_string(" /Alt ", extra->alternative, out);
    }
    write_cell(tag, extra, out);
    if (tag->numbering > 0) {
        buffer_append_string(out, " /A <</O /List /ListNumbering /");
        buffer_append_string(out, numberings[tag->numbering - 1]);
        buffer_append_string(out, ">>");
    }
    if (extra != NULL && extra->has_box)
        write_box(extra->box, out);
}

/* ---- children ---- */

struct kids {
    const struct kept_kid *list;
    size_t count;
};

static struct kids kids_of(const struct kept_tags *tags, size_t place)
{
    uint32_t begin = place == 0 ? 0 : tags->list[place - 1].kids_end;
    return (struct kids){tags->kids + begin, tags->list[place].kids_end - begin};
}

/* The page whose contents may be named by number alone: that of the first. */
static const struct kept_kid *first_content(const struct kids *kids)
{
    for (size_t i = 0; i < kids->count; i++)
        if (kids->list[i].kind == KID_CONTENT)
            return kids->list + i;
    return NULL;
}

static void write_kid(const struct kept_kid *kid, const struct kept_kid *on_page,
                      const struct tag_numbers *numbers, struct text_buffer *out)
{
    if (kid->kind == KID_TAG) {
        append_reference(out, numbers->first + kid->number);
        return;
    }
    bool is_annotation = kid->kind == KID_ANNOTATION;
    if (!is_annotation && on_page != NULL && kid->page == on_page->page) {
        buffer_append_int(out, kid->number);
        return;
    }
    buffer_append_string(out, is_annotation ? "<</Type /OBJR /Pg " : "<</Type /MCR /Pg ");
    append_reference(out, numbers->pages[kid->page]);
    buffer_append_string(out, is_annotation ? " /Obj " : " /MCID ");
    if (is_annotation)
        append_reference(out, numbers->annotations[kid->number]);
    else
        buffer_append_int(out, kid->number);
    buffer_append_string(out, ">>");
}

static void write_kids(struct kids kids, const struct tag_numbers *numbers, size_t root_count,
                       struct text_buffer *out)
{
    const struct kept_kid *on_page = first_content(&kids);
    size_t count = kids.count + root_count;
    if (count == 0)
        return;
    if (on_page != NULL) {
        buffer_append(out, TEXT(" /Pg "));
        append_reference(out, numbers->pages[on_page->page]);
    }
    buffer_append_string(out, count == 1 ? " /K " : " /K [");
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_byte(out, ' ');
        if (i < kids.count)
            write_kid(&kids.list[i], on_page, numbers, out);
        else
            append_reference(out, numbers->roots[i - kids.count]);
    }
    if (count > 1)
        buffer_append_byte(out, ']');
}

/* ---- the whole ---- */

void note_write_identifier(size_t place, struct text_buffer *out)
{
    buffer_append_format(out, "(note-%08u)", (unsigned)place);
}

void kept_tag_write(const struct kept_tags *tags, size_t place, const struct tag_numbers *numbers,
                    struct text_buffer *out)
{
    const struct kept_tag *tag = &tags->list[place];
    buffer_append(out, TEXT("/S /"));
    buffer_append_string(out, tag_name((enum tag_kind)tag->kind));
    buffer_append(out, TEXT(" /P "));
    append_reference(out, place == 0 ? numbers->above : numbers->first + tag->parent);
    write_kids(kids_of(tags, place), numbers, place == 0 ? numbers->root_count : 0, out);
    if (tag->kind == TAG_NOTE) {
        buffer_append(out, TEXT(" /ID "));
        note_write_identifier(numbers->place + place, out);
    }
    write_attributes(tag, tag->extra == 0 ? NULL : &tags->extras[tag->extra - 1], out);
}
