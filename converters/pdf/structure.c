#include "converters/pdf/structure.h"
#include "converters/pdf/syntax.h"
#include <assert.h>

#define KEYS_A_LEAF 64

static size_t key_count(const struct structure *structure)
{
    return structure->page_count + structure->link_count;
}

static bool has_notes(const struct tag_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (tag_kind(list->tags[i]) == TAG_NOTE)
            return true;
    return false;
}

struct structure structure_begin(struct objects *objects, struct arena *arena, struct tag *root,
                                 const struct page_record *records, size_t page_count,
                                 const uint32_t *pages)
{
    struct structure structure = {.records = records, .page_count = page_count};
    for (size_t i = 0; i < page_count; i++)
        structure.link_count += records[i].link_count;
    structure.link_tags = arena_new_array(arena, structure.link_count, struct tag *);
    for (size_t i = 0, n = 0; i < page_count; i++)
        for (size_t j = 0; j < records[i].link_count; j++)
            structure.link_tags[n++] = records[i].links[j].tag;
    structure.list = tags_in_order(arena, root);
    structure.numbers.pages = pages;
    structure.numbers.tree_root = object_reserve(objects);
    structure.parent_tree = object_reserve(objects);
    if (has_notes(&structure.list))
        structure.notes = object_reserve(objects);
    structure.leaf_count = (key_count(&structure) + KEYS_A_LEAF - 1) / KEYS_A_LEAF;
    structure.leaves = arena_new_array(arena, structure.leaf_count, uint32_t);
    for (size_t i = 0; i < structure.leaf_count; i++)
        structure.leaves[i] = object_reserve(objects);
    return structure;
}

static void append_tag(const struct structure *structure, const struct tag *tag,
                       struct text_buffer *out)
{
    assert(structure->list.tags[tag_place(tag)] == tag); /* pages mark only tags of the tree */
    append_reference(out, structure->numbers.first + tag_place(tag));
}

/* A page's key gives the tags of its contents by number; a link's key gives its tag. */
static void append_key(const struct structure *structure, size_t key, struct text_buffer *out)
{
    buffer_append_int(out, (int64_t)key);
    buffer_append_byte(out, ' ');
    if (key >= structure->page_count) {
        append_tag(structure, structure->link_tags[key - structure->page_count], out);
        buffer_append_byte(out, ' ');
        return;
    }
    const struct page_record *record = &structure->records[key];
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < record->mark_count; i++) {
        if (i > 0)
            buffer_append_byte(out, ' ');
        append_tag(structure, record->marks[i], out);
    }
    buffer_append_string(out, "]\n");
}

static struct text leaf_body(const struct structure *structure, struct arena *arena, size_t leaf)
{
    struct text_buffer body = text_buffer_new(arena);
    size_t begin = leaf * KEYS_A_LEAF, end = begin + KEYS_A_LEAF;
    if (end > key_count(structure))
        end = key_count(structure);
    buffer_append_string(&body, "/Limits [");
    buffer_append_int(&body, (int64_t)begin);
    buffer_append_byte(&body, ' ');
    buffer_append_int(&body, (int64_t)end - 1);
    buffer_append_string(&body, "] /Nums [");
    for (size_t key = begin; key < end; key++)
        append_key(structure, key, &body);
    buffer_append_byte(&body, ']');
    return buffer_text(&body);
}

static struct text parent_tree_body(const struct structure *structure, struct arena *arena)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Kids [");
    for (size_t i = 0; i < structure->leaf_count; i++) {
        append_reference(&body, structure->leaves[i]);
        buffer_append_byte(&body, ' ');
    }
    buffer_append_byte(&body, ']');
    return buffer_text(&body);
}

/* Identifiers have their place in eight digits, so document order is their order as strings. */
static struct text notes_body(const struct structure *structure, struct arena *arena)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Names [");
    for (size_t i = 0; i < structure->list.count; i++) {
        const struct tag *tag = structure->list.tags[i];
        if (tag_kind(tag) != TAG_NOTE)
            continue;
        tag_write_identifier(tag, &body);
        buffer_append_byte(&body, ' ');
        append_tag(structure, tag, &body);
        buffer_append_byte(&body, ' ');
    }
    buffer_append_byte(&body, ']');
    return buffer_text(&body);
}

static struct text root_body(const struct structure *structure, struct arena *arena)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Type /StructTreeRoot /K [");
    append_reference(&body, structure->numbers.first);
    buffer_append_string(&body, "] /ParentTree ");
    append_reference(&body, structure->parent_tree);
    buffer_append_string(&body, " /ParentTreeNextKey ");
    buffer_append_int(&body, (int64_t)key_count(structure));
    if (structure->notes != 0) {
        buffer_append_string(&body, " /IDTree ");
        append_reference(&body, structure->notes);
    }
    return buffer_text(&body);
}

static void write_tag(const void *data, size_t index, struct text_buffer *out)
{
    const struct structure *structure = data;
    tag_write(structure->list.tags[index], &structure->numbers, out);
}

struct object_series structure_end(struct structure *structure, struct objects *objects,
                                   struct arena *arena)
{
    structure->numbers.first = objects_next_number(objects);
    for (size_t i = 0; i < structure->leaf_count; i++)
        object_set(objects, structure->leaves[i], leaf_body(structure, arena, i));
    object_set(objects, structure->parent_tree, parent_tree_body(structure, arena));
    object_set(objects, structure->numbers.tree_root, root_body(structure, arena));
    if (structure->notes != 0)
        object_set(objects, structure->notes, notes_body(structure, arena));
    return (struct object_series){.count = structure->list.count,
                                  .first = structure->numbers.first,
                                  .write = write_tag,
                                  .data = structure};
}
