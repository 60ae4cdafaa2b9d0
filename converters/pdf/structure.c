#include "converters/pdf/structure.h"
#include "converters/pdf/syntax.h"

#define KEYS_A_LEAF 64

static size_t key_count(const struct structure *structure)
{
    return structure->job->page_count + structure->link_count;
}

static bool has_notes(const struct kept_tags *tags)
{
    for (size_t i = 0; i < tags->count; i++)
        if (tags->list[i].kind == TAG_NOTE)
            return true;
    return false;
}

/* Figures' boxes, now that pages have their places. */
static void place_boxes(const struct print_job *job, const struct page_group *group, size_t page)
{
    for (size_t end = page + group->page_count; page < end; page++)
        for (size_t i = 0; i < job->pages[page].figure_count; i++) {
            const struct page_figure *figure = &job->pages[page].figures[i];
            const struct kept_tag *tag = &group->tags.list[figure->tag];
            struct rectangle *box = &group->tags.extras[tag->extra - 1].box;
            *box = figure->box;
            box->y = job->page_height - box->y - box->height;
        }
}

/* Where each group's pages, links and tags begin among all. */
static void place_groups(struct structure *structure, struct arena *arena)
{
    const struct print_job *job = structure->job;
    size_t page = 0, link = 0, tag = 0;
    structure->numbers = arena_new_array(arena, job->group_count, struct tag_numbers);
    structure->first_pages = arena_new_array(arena, job->group_count, size_t);
    for (size_t g = 0; g < job->group_count; g++) {
        structure->first_pages[g] = page;
        structure->numbers[g] = (struct tag_numbers){.place = (uint32_t)tag,
                                                     .pages = structure->pages + page,
                                                     .annotations = structure->annotations + link};
        place_boxes(job, &job->groups[g], page);
        for (size_t end = page + job->groups[g].page_count; page < end; page++)
            link += job->pages[page].link_count;
        tag += job->groups[g].tags.count;
    }
    structure->link_count = link;
    structure->tag_count = tag;
}

struct structure structure_begin(struct objects *objects, struct arena *arena,
                                 const struct print_job *job, const uint32_t *pages,
                                 const uint32_t *annotations)
{
    struct structure structure = {.job = job, .pages = pages, .annotations = annotations};
    place_groups(&structure, arena);
    structure.tree_root = object_reserve(objects);
    structure.parent_tree = object_reserve(objects);
    for (size_t g = 0; g < job->group_count && structure.notes == 0; g++)
        if (has_notes(&job->groups[g].tags))
            structure.notes = object_reserve(objects);
    structure.leaf_count = (key_count(&structure) + KEYS_A_LEAF - 1) / KEYS_A_LEAF;
    structure.leaves = arena_new_array(arena, structure.leaf_count, uint32_t);
    for (size_t i = 0; i < structure.leaf_count; i++)
        structure.leaves[i] = object_reserve(objects);
    return structure;
}

/* The tags begin at that object number: each tree behind the one before. */
static void number_tags(struct structure *structure, struct arena *arena, uint32_t first)
{
    size_t count = structure->job->group_count;
    uint32_t *roots = arena_new_array(arena, count, uint32_t);
    for (size_t g = 0; g < count; g++) {
        struct tag_numbers *numbers = &structure->numbers[g];
        numbers->first = first + numbers->place;
        numbers->above = g == 0 ? structure->tree_root : first;
        roots[g] = numbers->first;
    }
    structure->numbers[0].roots = roots + 1;
    structure->numbers[0].root_count = count - 1;
}

/* ---- from content to tags ---- */

/* Takes the keys in their order: a page's gives the tags of its contents by number, a link's its
 * tag. */
struct key_walk {
    const struct structure *structure;
    size_t key, group, page, link; /* link: of the page */
};

static uint32_t tag_number(const struct key_walk *walk, uint32_t place)
{
    return walk->structure->numbers[walk->group].first + place;
}

static void go_to_page(struct key_walk *walk, size_t page)
{
    const struct structure *structure = walk->structure;
    walk->page = page;
    while (walk->group + 1 < structure->job->group_count &&
           structure->first_pages[walk->group + 1] <= page)
        walk->group++;
}

static void append_page(struct key_walk *walk, struct text_buffer *out)
{
    go_to_page(walk, walk->key);
    const struct page_record *record = &walk->structure->job->pages[walk->page];
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < record->mark_count; i++) {
        if (i > 0)
            buffer_append_byte(out, ' ');
        append_reference(out, tag_number(walk, record->marks[i]));
    }
    buffer_append_string(out, "]\n");
}

static void append_link(struct key_walk *walk, struct text_buffer *out)
{
    const struct print_job *job = walk->structure->job;
    if (walk->key == job->page_count) { /* the first one: back to the first page */
        walk->group = walk->link = 0;
        go_to_page(walk, 0);
    }
    for (; walk->link == job->pages[walk->page].link_count; walk->link = 0)
        go_to_page(walk, walk->page + 1);
    append_reference(out, tag_number(walk, job->pages[walk->page].links[walk->link++].tag));
    buffer_append_byte(out, ' ');
}

static struct text leaf_body(struct key_walk *walk, struct arena *arena)
{
    struct text_buffer body = text_buffer_new(arena);
    size_t begin = walk->key, end = begin + KEYS_A_LEAF;
    if (end > key_count(walk->structure))
        end = key_count(walk->structure);
    buffer_append_string(&body, "/Limits [");
    buffer_append_int(&body, (int64_t)begin);
    buffer_append_byte(&body, ' ');
    buffer_append_int(&body, (int64_t)end - 1);
    buffer_append_string(&body, "] /Nums [");
    for (; walk->key < end; walk->key++) {
        buffer_append_int(&body, (int64_t)walk->key);
        buffer_append_byte(&body, ' ');
        if (walk->key < walk->structure->job->page_count)
            append_page(walk, &body);
        else
            append_link(walk, &body);
    }
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
    for (size_t g = 0; g < structure->job->group_count; g++) {
        const struct kept_tags *tags = &structure->job->groups[g].tags;
        const struct tag_numbers *numbers = &structure->numbers[g];
        for (size_t i = 0; i < tags->count; i++) {
            if (tags->list[i].kind != TAG_NOTE)
                continue;
            note_write_identifier(numbers->place + i, &body);
            buffer_append_byte(&body, ' ');
            append_reference(&body, numbers->first + (uint32_t)i);
            buffer_append_byte(&body, ' ');
        }
    }
    buffer_append_byte(&body, ']');
    return buffer_text(&body);
}

static struct text root_body(const struct structure *structure, struct arena *arena)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Type /StructTreeRoot /K [");
    append_reference(&body, structure->numbers[0].first);
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

/* ---- the whole ---- */

/* The group that has the tag of that place among all: the last that begins at or before it. */
static size_t group_of(const struct structure *structure, size_t place)
{
    size_t low = 0, high = structure->job->group_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (structure->numbers[middle].place <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void write_tag(const void *data, size_t index, struct text_buffer *out)
{
    const struct structure *structure = data;
    size_t group = group_of(structure, index);
    const struct tag_numbers *numbers = &structure->numbers[group];
    kept_tag_write(&structure->job->groups[group].tags, index - numbers->place, numbers, out);
}

struct object_series structure_end(struct structure *structure, struct objects *objects,
                                   struct arena *arena)
{
    struct key_walk walk = {.structure = structure};
    uint32_t first = objects_next_number(objects);
    number_tags(structure, arena, first);
    for (size_t i = 0; i < structure->leaf_count; i++)
        object_set(objects, structure->leaves[i], leaf_body(&walk, arena));
    object_set(objects, structure->parent_tree, parent_tree_body(structure, arena));
    object_set(objects, structure->tree_root, root_body(structure, arena));
    if (structure->notes != 0)
        object_set(objects, structure->notes, notes_body(structure, arena));
    return (struct object_series){
        .count = structure->tag_count, .first = first, .write = write_tag, .data = structure};
}
