#include "core/document/site.h"
#include "core/base/slug.h"
#include "core/base/text_buffer.h"
#include "core/document/link.h"

struct entry {
    struct text key; /* of ids and names: the word itself; of anchors: likewise */
    size_t value;    /* index + 1; 0: the slot is free */
};

/* Words to numbers, open addressing; it grows with what it holds. */
struct word_table {
    struct entry *entries;
    size_t count, capacity;
};

struct site_index {
    struct word_table anchors, ids, names, blocks;
};

/* ---- tables ---- */

static struct entry *slot_of(struct word_table *table, struct text key)
{
    size_t at = text_key(key) & (table->capacity - 1);
    while (table->entries[at].value != 0 && !text_equal(table->entries[at].key, key))
        at = (at + 1) & (table->capacity - 1);
    return &table->entries[at];
}

static void grow(struct arena *arena, struct word_table *table)
{
    struct word_table larger = {.count = table->count,
                                .capacity = table->capacity == 0 ? 64 : 2 * table->capacity};
    larger.entries = arena_new_array(arena, larger.capacity, struct entry);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->entries[i].value != 0)
            *slot_of(&larger, table->entries[i].key) = table->entries[i];
    *table = larger;
}

/* The entry of the key, free (value 0) when it is new: the caller sets the value. */
static struct entry *entry_of(struct arena *arena, struct word_table *table, struct text key)
{
    if (2 * (table->count + 1) > table->capacity)
        grow(arena, table);
    struct entry *entry = slot_of(table, key);
    if (entry->value == 0) {
        entry->key = key;
        table->count++;
    }
    return entry;
}

static size_t value_of(const struct word_table *table, struct text key)
{
    struct word_table borrowed = *table;
    return table->capacity == 0 ? 0 : slot_of(&borrowed, key)->value;
}

/* The words, with a number behind them when they are taken; taken from now on. */
static struct text take_word(struct arena *arena, struct word_table *table, struct text words)
{
    struct entry *entry = entry_of(arena, table, words);
    if (entry->value == 0) {
        entry->value = 1;
        return words;
    }
    for (;;) {
        struct text_buffer numbered = text_buffer_new(arena);
        buffer_append(&numbered, words);
        buffer_append_format(&numbered, "-%zu", ++slot_of(table, words)->value);
        struct entry *other = entry_of(arena, table, buffer_text(&numbered));
        if (other->value != 0)
            continue;
        other->value = 1;
        return other->key;
    }
}

/* A block as a key: its address, which no output depends on. */
static struct text key_of(struct arena *arena, const struct block *block)
{
    return text_copy(arena, (struct text){(const char *)&block, sizeof block});
}

/* ---- cutting ---- */

static const struct block *first_heading(const struct block *section)
{
    return section->kind == BLOCK_SECTION && section->children != NULL &&
                   section->children->kind == BLOCK_HEADING
               ? section->children
               : NULL;
}

/* A heading behind the first one, with nothing in between, names the page; the first its group. */
static const struct block *page_heading(const struct block *section)
{
    const struct block *heading = first_heading(section);
    while (heading != NULL && heading->next != NULL && heading->next->kind == BLOCK_HEADING &&
           heading->next->anchor.size > 0)
        heading = heading->next;
    return heading;
}

static bool is_contents(const struct block *section)
{
    if (section->kind != BLOCK_SECTION)
        return false;
    for (const struct block *child = section->children; child != NULL; child = child->next)
        if (child->kind == BLOCK_CONTENTS)
            return true;
    return false;
}

static void note_contents(struct site *site, const struct block *section)
{
    for (const struct block *child = section->children; child != NULL; child = child->next) {
        if (child->kind == BLOCK_CONTENTS)
            site->contents_depth = child->level;
        else if (text_is_empty(site->contents_title))
            site->contents_title = block_text(site->arena, child);
    }
}

static struct text page_name(struct site *site, struct text title)
{
    struct text slug = slug_new(site->arena, title);
    struct text_buffer name = text_buffer_new(site->arena);
    if (text_is_empty(slug) || slug_is_device(slug))
        buffer_append_string(&name, text_is_empty(slug) ? "page" : "page-");
    buffer_append(&name, slug);
    return take_word(site->arena, &site->index->names, buffer_text(&name));
}

static void add_page(struct site *site, const struct block *section, const struct block *before)
{
    struct site_page page = {.first = section};
    const struct block *heading = section == NULL ? NULL : page_heading(section);
    if (heading == NULL) {
        page.title = site->document->title;
        page.name = page_name(site, TEXT("index"));
        page.first = site->document->blocks;
    } else {
        const struct block *group = first_heading(section);
        page.title = block_text(site->arena, heading);
        page.name = page_name(site, page.title);
        if (group != heading)
            page.group = block_text(site->arena, group);
        else if (heading->level > 1 && before != NULL)
            page.group = site->pages[site->page_count - 1].group;
        site->pages[site->page_count - 1].end = section;
    }
    *arena_push(site->arena, site->pages, site->page_count, site->page_capacity) = page;
}

static void cut_pages(struct site *site)
{
    const struct block *before = NULL;
    /* what a site of files has beside its pages is no page's name */
    take_word(site->arena, &site->index->names, TEXT("handbook"));
    add_page(site, NULL, NULL);
    for (const struct block *block = site->document->blocks; block != NULL; block = block->next) {
        if (is_contents(block))
            note_contents(site, block);
        else if (site->cut == SITE_PAGE_A_SECTION && first_heading(block) != NULL)
            add_page(site, block, before);
        before = block;
    }
}

/* ---- places ---- */

/* Headings that the one at hand stands below. */
struct levels {
    struct {
        unsigned level;
        struct text id;
    } open[LIMIT_DEPTH];
    unsigned count;
};

static unsigned level_of(struct levels *levels, const struct block *heading)
{
    while (levels->count > 0 && levels->open[levels->count - 1].level >= heading->level)
        levels->count--;
    if (levels->count < LIMIT_DEPTH)
        levels->open[levels->count++].level = heading->level;
    return levels->count;
}

/* "客服專員-崗位職責": below a page's or role's heading, its id stands in front. */
static struct text heading_id(struct site *site, struct levels *levels, struct text words)
{
    struct text_buffer id = text_buffer_new(site->arena);
    struct text slug = slug_new(site->arena, words);
    bool is_below = levels->count > 2;
    if (is_below) {
        buffer_append(&id, levels->open[levels->count - 2].id);
        buffer_append_byte(&id, '-');
    }
    buffer_append(&id, text_is_empty(slug) ? TEXT("place") : slug);
    return take_word(site->arena, &site->index->ids, buffer_text(&id));
}

static void add_place(struct site *site, const struct block *block, struct levels *levels,
                      size_t page)
{
    struct site_place place = {.block = block, .page = page};
    struct arena *arena = site->arena;
    if (block->kind == BLOCK_HEADING) {
        place.words = block_text(arena, block);
        place.level = level_of(levels, block);
        place.id = heading_id(site, levels, place.words);
        levels->open[levels->count - 1].id = place.id;
    } else {
        struct text slug = slug_new(arena, block->anchor);
        place.id = take_word(arena, &site->index->ids, text_is_empty(slug) ? TEXT("place") : slug);
    }
    *arena_push(arena, site->places, site->place_count, site->place_capacity) = place;
    entry_of(arena, &site->index->blocks, key_of(arena, block))->value = site->place_count;
    if (block->anchor.size > 0)
        entry_of(arena, &site->index->anchors, block->anchor)->value = site->place_count;
}

/* One block of the document's own and all it holds. */
static void find_places_in(struct site *site, const struct block *block, struct levels *levels,
                           size_t page)
{
    struct block alone = *block; /* the walk goes on to what follows, and not out of a copy */
    alone.next = NULL;
    struct walk walk = walk_blocks(&alone);
    while (walk_next(&walk)) {
        const struct block *at = walk.block == &alone ? block : walk.block;
        if (walk.event == WALK_ENTER && !site_shows_elsewhere(site, at) &&
            (at->kind == BLOCK_HEADING || at->anchor.size > 0))
            add_place(site, at, levels, page);
    }
}

static void find_places(struct site *site)
{
    for (size_t page = 0; page < site->page_count; page++) {
        struct site_page *p = &site->pages[page];
        struct levels levels = {.count = 0};
        p->first_place = site->place_count;
        if (site->cut == SITE_PAGE_A_SECTION)
            site->index->ids = (struct word_table){0}; /* ids are of one page */
        for (const struct block *block = p->first; block != p->end; block = block->next)
            if (!is_contents(block))
                find_places_in(site, block, &levels, page);
        p->place_count = site->place_count - p->first_place;
    }
}

struct site *site_new(struct arena *arena, const struct document *document, enum site_cut cut)
{
    struct site *site = arena_new(arena, struct site);
    *site = (struct site){.arena = arena, .document = document, .cut = cut, .contents_depth = 2};
    site->index = arena_new(arena, struct site_index);
    cut_pages(site);
    find_places(site);
    return site;
}

/* ---- reading ---- */

bool site_shows_elsewhere(const struct site *site, const struct block *block)
{
    const struct block *section = block->parent;
    if (section == NULL || section->parent != NULL || section->kind != BLOCK_SECTION)
        return is_contents(block);
    return site->cut == SITE_PAGE_A_SECTION && block == first_heading(section) &&
           block != page_heading(section);
}

const struct site_place *site_place_of(const struct site *site, const struct block *block)
{
    size_t value =
        value_of(&site->index->blocks, (struct text){(const char *)&block, sizeof block});
    return value == 0 ? NULL : &site->places[value - 1];
}

const struct site_place *site_place_at(const struct site *site, struct text anchor)
{
    size_t value = value_of(&site->index->anchors, anchor);
    return value == 0 ? NULL : &site->places[value - 1];
}

const struct run *site_number_behind(const struct site *site, const struct run *run)
{
    const struct run *number = run->next;
    if (run->kind != RUN_TEXT || run->link.size > 0)
        return NULL;
    while (number != NULL && number->kind == RUN_TEXT && text_is_blank(number->text))
        number = number->next;
    if (number == NULL || number->kind != RUN_PAGE_NUMBER ||
        !text_starts_with(number->link, TEXT("#")))
        return NULL;
    const struct site_place *place = site_place_at(site, text_from(number->link, 1));
    return place != NULL && text_equal(place->words, text_trim(run->text)) ? number : NULL;
}

struct text site_link(const struct site *site, size_t page, struct text target,
                      const char *extension)
{
    if (!text_starts_with(target, TEXT("#")))
        return link_is_safe(target) ? target : TEXT("");
    const struct site_place *place = site_place_at(site, text_from(target, 1));
    if (place == NULL)
        return TEXT("");
    struct text_buffer link = text_buffer_new(site->arena);
    const struct site_page *to = &site->pages[place->page];
    bool is_title = site->cut == SITE_PAGE_A_SECTION && to->place_count > 0 &&
                    place == &site->places[to->first_place];
    if (place->page != page) {
        buffer_append(&link, to->name);
        buffer_append_string(&link, extension);
        if (is_title)
            return buffer_text(&link);
    }
    buffer_append_byte(&link, '#');
    buffer_append(&link, place->id);
    return buffer_text(&link);
}
