#include "converters/pdf/places.h"
#include "converters/pdf/syntax.h"
#include <stdlib.h>

static const struct message no_such_place = {{"連結或書籤指向不存在的位置 {0}，已略去",
                                              "链接或书签指向不存在的位置 {0}，已略去",
                                              "a link or bookmark leads to {0}, which is nowhere "
                                              "in the document: it is left out"}};

#define BOOKMARK_DEPTH 32 /* viewers indent each level; deeper ones join the last */

static int compare_places(const void *a, const void *b)
{
    const struct place_name *x = a, *y = b;
    int order = text_compare(x->name, y->name);
    if (order != 0)
        return order;
    return x->page != y->page ? (x->page < y->page ? -1 : 1) : (x->y > y->y) - (x->y < y->y);
}

struct places places_collect(struct arena *arena, const struct page_record *records,
                             size_t page_count)
{
    size_t count = 0;
    for (size_t i = 0; i < page_count; i++)
        count += records[i].anchor_count;
    struct places places = {.names = arena_new_array(arena, count, struct place_name)};
    for (size_t i = 0; i < page_count; i++)
        for (size_t j = 0; j < records[i].anchor_count; j++) {
            const struct anchor *anchor = &records[i].anchors[j];
            places.names[places.count++] =
                (struct place_name){anchor->name, (uint32_t)i, anchor->x, anchor->y};
        }
    qsort(places.names, places.count, sizeof *places.names, compare_places);
    count = 0;
    for (size_t i = 0; i < places.count; i++)
        if (count == 0 || !text_equal(places.names[count - 1].name, places.names[i].name))
            places.names[count++] = places.names[i];
    places.count = count;
    return places;
}

static const struct place_name *find(const struct places *places, struct text name)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text_compare(places->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < places->count && text_equal(places->names[low].name, name))
        return &places->names[low];
    report_warning(places->diags, &no_such_place, (struct span){0},
                   text_copy(places->diags->arena, name), TEXT(""));
    return NULL;
}

static int32_t whole_points(int32_t thousandths) { return (thousandths + 500) / 1000; }

static struct destination destination(const struct places *places, const struct place_name *place)
{
    return (struct destination){.page = places->pages[place->page],
                                .x = whole_points(place->x),
                                .y = whole_points(places->page_height - place->y)};
}

static void append_destination(const struct places *places, const struct place_name *place,
                               struct text_buffer *out)
{
    struct destination to = destination(places, place);
    buffer_append_byte(out, '[');
    append_reference(out, to.page);
    buffer_append_string(out, " /XYZ ");
    buffer_append_int(out, to.x);
    buffer_append_byte(out, ' ');
    buffer_append_int(out, to.y);
    buffer_append_string(out, " null]");
}

/* ---- names ---- */

#define NAMES_A_LEAF 128

static void append_limits(const struct places *places, size_t begin, size_t end,
                          struct text_buffer *out)
{
    buffer_append_string(out, "/Limits [<");
    append_hex(out, places->names[begin].name);
    buffer_append_string(out, "> <");
    append_hex(out, places->names[end - 1].name);
    buffer_append_string(out, ">]");
}

uint32_t places_add_names(const struct places *places, struct objects *objects, struct arena *arena)
{
    if (places->count == 0)
        return 0;
    struct text_buffer root = text_buffer_new(arena), names = text_buffer_new(arena);
    buffer_append_string(&root, "/Kids [");
    for (size_t begin = 0; begin < places->count; begin += NAMES_A_LEAF) {
        size_t end = begin + NAMES_A_LEAF < places->count ? begin + NAMES_A_LEAF : places->count;
        struct text_buffer leaf = text_buffer_new(arena);
        append_limits(places, begin, end, &leaf);
        buffer_append_string(&leaf, " /Names [");
        for (size_t i = begin; i < end; i++) {
            buffer_append_byte(&leaf, '<');
            append_hex(&leaf, places->names[i].name);
            buffer_append_byte(&leaf, '>');
            append_destination(places, &places->names[i], &leaf);
        }
        buffer_append_byte(&leaf, ']');
        append_reference(&root, object_add(objects, buffer_text(&leaf)));
        buffer_append_byte(&root, ' ');
    }
    buffer_append_byte(&root, ']');
    buffer_append_string(&names, "/Dests ");
    append_reference(&names, object_add(objects, buffer_text(&root)));
    return object_add(objects, buffer_text(&names));
}

/* ---- bookmarks ---- */

void places_add_bookmarks(const struct places *places, struct objects *objects,
                          const struct print_job *job)
{
    struct outline_item *open[BOOKMARK_DEPTH + 1] = {NULL}; /* open[level + 1] is the last there */
    unsigned depth = 0;                                     /* levels open */
    for (size_t i = 0; i < job->bookmark_count; i++) {
        const struct bookmark *bookmark = &job->bookmarks[i];
        unsigned level = bookmark->level < depth ? bookmark->level : depth;
        if (level >= BOOKMARK_DEPTH)
            level = BOOKMARK_DEPTH - 1;
        const struct place_name *place = find(places, bookmark->anchor);
        struct destination to = {0};
        if (place != NULL)
            to = destination(places, place);
        open[level + 1] =
            objects_add_bookmark(objects, open[level], bookmark->title, to, bookmark->is_closed);
        depth = level + 1;
    }
}

/* ---- links ---- */

/* A URI has ASCII only: other bytes are written as %XX (RFC 3987, 3.1). */
static void append_uri(struct text_buffer *out, struct text uri)
{
    buffer_append_byte(out, '(');
    for (size_t i = 0; i < uri.size; i++) {
        unsigned char c = (unsigned char)uri.data[i];
        if (c == '(' || c == ')' || c == '\\')
            buffer_append_byte(out, '\\');
        if (c > 0x20 && c < 0x7F)
            buffer_append_byte(out, (char)c);
        else {
            buffer_append_byte(out, '%');
            append_hex(out, text_slice(uri, i, i + 1));
        }
    }
    buffer_append_byte(out, ')');
}

static void append_box(struct text_buffer *out, struct rectangle box, int32_t page_height)
{
    const int32_t corners[] = {box.x, page_height - box.y - box.height, box.x + box.width,
                               page_height - box.y};
    buffer_append_string(out, "/Rect [");
    for (size_t i = 0; i < 4; i++) {
        append_fixed(out, corners[i]);
        buffer_append_byte(out, i < 3 ? ' ' : ']');
    }
}

uint32_t places_add_link(struct places *places, struct objects *objects, struct arena *arena,
                         const struct page_link *link, uint32_t page, uint32_t key)
{
    struct text_buffer *body = &places->body;
    body->size = 0;
    buffer_append_string(body, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /P ");
    append_reference(body, page);
    buffer_append_string(body, " /StructParent ");
    buffer_append_int(body, key);
    buffer_append_byte(body, ' ');
    append_box(body, link->box, places->page_height);
    buffer_append_string(body, " /Contents ");
    append_text_string(body, text_is_empty(link->description) ? link->target : link->description);
    if (text_starts_with(link->target, TEXT("#"))) {
        const struct place_name *place = find(places, text_from(link->target, 1));
        if (place != NULL) {
            buffer_append_string(body, " /Dest ");
            append_destination(places, place, body);
        }
    } else {
        buffer_append_string(body, " /A <</S /URI /URI ");
        append_uri(body, link->target);
        buffer_append_string(body, ">>");
    }
    return object_add(objects, text_copy(arena, buffer_text(body)));
}

/* ---- labels ---- */

struct text page_labels_body(struct arena *arena, const struct print_job *job)
{
    static const char *const styles[] = {
        [LABEL_DECIMAL] = "/S /D ", [LABEL_ROMAN] = "/S /r ", [LABEL_NONE] = ""};
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Nums [");
    if (job->labels[0].page != 0)
        buffer_append_string(&body, "0 <</S /D>> ");
    for (size_t i = 0; i < job->label_count; i++) {
        const struct page_label *label = &job->labels[i];
        buffer_append_int(&body, (int64_t)label->page);
        buffer_append_string(&body, " <<");
        buffer_append_string(&body, styles[label->style]);
        if (label->style != LABEL_NONE && label->first > 1) {
            buffer_append_string(&body, "/St ");
            buffer_append_int(&body, label->first);
        }
        if (!text_is_empty(label->prefix)) {
            buffer_append_string(&body, " /P ");
            append_text_string(&body, label->prefix);
        }
        buffer_append_string(&body, ">> ");
    }
    buffer_append_byte(&body, ']');
    return buffer_text(&body);
}
