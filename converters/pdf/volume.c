#include "converters/pdf/volume.h"
#include "converters/pdf/hyphen.h"
#include "converters/pdf/line.h"
#include "core/base/text_buffer.h"
#include "core/base/threads.h"
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

#define CONTENTS_PASSES 5
#define BOOKMARK_DEPTH 2 /* where no contents say otherwise */

/* Tools that threads take and give back; as many as there are threads at work. */
struct tool_box {
    pthread_mutex_t lock;
    struct layout_tools *free[LIMIT_THREADS];
    size_t count;
    struct volume *volume;
    struct hyphenator *hyphenator;
    const struct arena *arena;
};

/* Which units are laid out in a run over all of them. */
enum pass {
    PASS_FIRST,    /* those that name no pages; they are printed at once */
    PASS_CONTENTS, /* those that do, again and again until they name the right ones */
    PASS_AGAIN,    /* those of which glyphs were settled otherwise than they were printed */
};

struct laying {
    struct volume *volume;
    struct tool_box *tools;
    const struct contents_entry *contents;
    const struct contents_entry **anchors;
    size_t contents_count;
    enum pass pass;
};

/* ---- tools ---- */

static struct layout_tools *take_tools(struct tool_box *box)
{
    struct layout_tools *tools = NULL;
    pthread_mutex_lock(&box->lock);
    if (box->count > 0)
        tools = box->free[--box->count];
    pthread_mutex_unlock(&box->lock);
    if (tools != NULL)
        return tools;
    struct arena *arena = arena_open_like(box->arena);
    tools = arena_new(arena, struct layout_tools);
    tools->arena = arena;
    tools->shaper = shaper_open(box->volume->fonts);
    tools->breaker = breaker_open(box->hyphenator);
    tools->kept = arena_open_like(box->arena);
    tools->shown = arena_open_like(box->arena);
    tools->scratch = arena_open_like(box->arena);
    tools->trial = arena_open_like(box->arena);
    tools->press = box->volume->room == NULL ? NULL : pressroom_take(box->volume->room);
    return tools;
}

static void close_tools(struct tool_box *box, struct layout_tools *tools)
{
    struct volume *volume = box->volume;
    assert(volume->kept_count < LIMIT_THREADS);
    volume->kept[volume->kept_count++] = tools->kept;
    arena_close(tools->shown);
    arena_close(tools->scratch);
    arena_close(tools->trial);
    if (tools->press != NULL)
        pressroom_give(volume->room, tools->press);
    shaper_close(tools->shaper);
    breaker_close(tools->breaker);
    arena_close(tools->arena);
}

static void give_tools(struct tool_box *box, struct layout_tools *tools)
{
    pthread_mutex_lock(&box->lock);
    assert(box->count < LIMIT_THREADS);
    box->free[box->count++] = tools;
    pthread_mutex_unlock(&box->lock);
}

/* ---- units ---- */

static bool begins_unit(const struct block *block, const struct block *first)
{
    if (block->kind != BLOCK_SECTION)
        return block->page_break_before;
    if (block->page_break_before || first->kind != BLOCK_SECTION)
        return true;
    return !text_equal(block->section->master, first->section->master);
}

static const struct block *contents_in(const struct block *first, const struct block *end)
{
    for (const struct block *b = first; b != end; b = b->next) {
        if (b->kind == BLOCK_CONTENTS)
            return b;
        for (const struct block *c = b->kind == BLOCK_SECTION ? b->children : NULL; c != NULL;
             c = c->next)
            if (c->kind == BLOCK_CONTENTS)
                return c;
    }
    return NULL;
}

static bool names_pages(const struct block *first, const struct block *end)
{
    for (const struct block *b = first; b != end; b = b->next)
        if (b->section != NULL && b->section->names_pages)
            return true;
    return false;
}

static const struct page_master *master_of(const struct volume *volume,
                                           const struct section *section)
{
    return stylesheet_master(volume->sheet, section == NULL ? TEXT("body") : section->master);
}

static void divide(struct volume *volume, struct arena *arena)
{
    size_t capacity = 0;
    for (const struct block *block = volume->document->blocks, *end; block != NULL; block = end) {
        for (end = block->next; end != NULL && !begins_unit(end, block);)
            end = end->next;
        struct unit *unit = arena_push(arena, volume->units, volume->unit_count, capacity);
        const struct block *contents = contents_in(block, end);
        *unit = (struct unit){.first = block,
                              .end = end,
                              .section = block->section,
                              .master = master_of(volume, block->section),
                              .contents = contents,
                              .names_pages = contents != NULL || names_pages(block, end),
                              .language = volume->document->language};
    }
    if (volume->unit_count == 0) /* a page all the same */
        *arena_push(arena, volume->units, volume->unit_count, capacity) = (struct unit){
            .master = master_of(volume, NULL), .language = volume->document->language};
}

/* What the unit shows comes to stand in the arena shown. */
static void lay_out_unit(struct laying *laying, struct unit *unit, struct layout_tools *tools,
                         struct arena *shown)
{
    struct volume *volume = laying->volume;
    struct slabs slabs = {0};
    unit->shown = shown;
    unit->diags = diagnostics_new(tools->kept);
    unit->tag = tag_new(shown, NULL, TAG_SECT);
    unit->pages = NULL;
    unit->landmarks = NULL;
    unit->page_count = unit->page_capacity = unit->landmark_count = unit->landmark_capacity = 0;
    struct layout layout = {.arena = tools->kept,
                            .shown = shown,
                            .scratch = tools->scratch,
                            .diags = unit->diags,
                            .fonts = volume->fonts,
                            .document = volume->document,
                            .sheet = volume->sheet,
                            .logo = volume->logo,
                            .tools = tools,
                            .unit = unit,
                            .contents = laying->contents,
                            .anchors = laying->anchors,
                            .contents_count = laying->contents_count,
                            .unit_number = (size_t)(unit - volume->units)};
    struct place place = {.tag = unit->tag,
                          .width = stylesheet_column_width(volume->sheet, unit->master),
                          .language = unit->language,
                          .style = TEXT("body")};
    layout_blocks(&layout, &slabs, unit->first, unit->end, place);
    layout_pages(&layout, &slabs);
    arena_clear(layout.scratch);
}

static bool is_of_pass(const struct unit *unit, enum pass pass)
{
    switch (pass) {
    case PASS_FIRST:
        return !unit->names_pages;
    case PASS_CONTENTS:
        return unit->names_pages;
    case PASS_AGAIN:
        return unit->is_again;
    }
    return false;
}

static void lay_out_one(void *data, size_t index)
{
    struct laying *laying = data;
    struct volume *volume = laying->volume;
    struct unit *unit = &volume->units[index];
    if (!is_of_pass(unit, laying->pass))
        return;
    struct layout_tools *tools = take_tools(laying->tools);
    if (tools->press == NULL || laying->pass == PASS_CONTENTS) {
        arena_close(unit->shown);
        lay_out_unit(laying, unit, tools, arena_open_like(laying->tools->arena));
    } else {
        lay_out_unit(laying, unit, tools, tools->shown);
        unit_print(volume, unit, tools->press, laying->pass == PASS_AGAIN ? &volume->claims : NULL);
        arena_clear(tools->shown);
        unit->shown = NULL;
    }
    give_tools(laying->tools, tools);
}

/* What names pages, once it names the right ones. */
static void print_named(void *data, size_t index)
{
    struct laying *laying = data;
    struct unit *unit = &laying->volume->units[index];
    if (!unit->names_pages)
        return;
    struct layout_tools *tools = take_tools(laying->tools);
    unit_print(laying->volume, unit, tools->press, NULL);
    arena_close(unit->shown);
    unit->shown = NULL;
    give_tools(laying->tools, tools);
}

/* ---- page numbers ---- */

static struct text roman(struct arena *arena, size_t n)
{
    static const struct {
        size_t value;
        const char *letters;
    } digits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                  {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                  {5, "v"},    {4, "iv"},   {1, "i"}};
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        for (; n >= digits[i].value; n -= digits[i].value)
            buffer_append_string(&out, digits[i].letters);
    return buffer_text(&out);
}

static enum label_style label_style(const struct page_master *master)
{
    if (master->roman_numbers)
        return LABEL_ROMAN;
    return text_is(master->name, "cover") ? LABEL_NONE : LABEL_DECIMAL;
}

/* Units of one section say on each page what that says. */
static bool has_parts(const struct unit *unit)
{
    return unit->first != NULL && unit->first->section != NULL && unit->first->next != unit->end;
}

/* Titles of its landmarks die with a unit that is laid out again: pages are numbered anew then. */
static struct text part_of_page(const struct unit *unit, size_t page)
{
    struct text part = unit->section == NULL ? TEXT("") : unit->section->running[0];
    for (size_t i = 0; i < unit->landmark_count && unit->landmarks[i].page <= page; i++) {
        const struct landmark *l = &unit->landmarks[i];
        if (l->level == 1)
            part = l->title;
        if (l->level == 1 && l->page == page)
            break;
    }
    return part;
}

static void number_pages(struct volume *volume, struct arena *arena)
{
    volume->page_count = 0;
    volume->label_count = 0;
    for (size_t u = 0; u < volume->unit_count; u++)
        volume->page_count += volume->units[u].page_count;
    volume->pages = arena_new_array(arena, volume->page_count + 1, struct sheet_page);
    size_t at = 0, first = 0, number = 0;
    enum label_style style = LABEL_NONE;
    for (size_t u = 0; u < volume->unit_count; u++) {
        const struct unit *unit = &volume->units[u];
        const struct page_master *master = unit->master;
        for (size_t p = 0; p < unit->page_count; p++, at++) {
            if (at == 0 || label_style(master) != style) {
                for (size_t k = first; k < at; k++)
                    volume->pages[k].sequence_pages = number;
                first = at;
                number = 0;
                style = label_style(master);
                *arena_push(arena, volume->labels, volume->label_count, volume->label_capacity) =
                    (struct page_label){.page = at, .style = style, .first = 1};
            }
            number++;
            volume->pages[at] = (struct sheet_page){
                .unit = unit,
                .page = unit->pages == NULL ? NULL : &unit->pages[p],
                .master = master,
                .part = has_parts(unit) ? part_of_page(unit, p) : TEXT(""),
                .label = style == LABEL_ROMAN     ? roman(arena, number)
                         : style == LABEL_DECIMAL ? text_from_number(arena, number)
                                                  : TEXT("")};
        }
    }
    for (size_t k = first; k < at; k++)
        volume->pages[k].sequence_pages = number;
}

/* ---- contents ---- */

static size_t fill_contents(struct volume *volume, struct contents_entry *entries)
{
    size_t count = 0, page = 0;
    for (size_t u = 0; u < volume->unit_count; u++) {
        const struct unit *unit = &volume->units[u];
        for (size_t i = 0; i < unit->landmark_count; i++) {
            const struct landmark *l = &unit->landmarks[i];
            entries[count++] =
                (struct contents_entry){.level = l->level,
                                        .title = l->title,
                                        .anchor = l->anchor,
                                        .language = l->language,
                                        .number = volume->pages[page + l->page].label};
        }
        page += unit->page_count;
    }
    return count;
}

static size_t count_landmarks(const struct volume *volume)
{
    size_t count = 0;
    for (size_t u = 0; u < volume->unit_count; u++)
        count += volume->units[u].landmark_count;
    return count;
}

static int compare_anchors(const void *a, const void *b)
{
    const struct contents_entry *const *x = a, *const *y = b;
    int order = text_compare((*x)->anchor, (*y)->anchor);
    return order != 0 ? order : *x < *y ? -1 : *x > *y; /* the first of a name counts */
}

static void list_contents(struct laying *laying, struct arena *arena)
{
    size_t count = count_landmarks(laying->volume);
    struct contents_entry *entries = arena_new_array(arena, count + 1, struct contents_entry);
    laying->contents_count = fill_contents(laying->volume, entries);
    laying->contents = entries;
    laying->anchors = arena_new_array(arena, count + 1, const struct contents_entry *);
    for (size_t i = 0; i < laying->contents_count; i++) {
        /* units that name pages are laid out again, and their words with them */
        entries[i].title = text_copy(arena, entries[i].title);
        entries[i].anchor = text_copy(arena, entries[i].anchor);
        laying->anchors[i] = &entries[i];
    }
    qsort(laying->anchors, laying->contents_count, sizeof *laying->anchors, compare_anchors);
}

/*
 * Again and again until the numbers are right: the first time tells how many pages contents and
 * indexes take, the second time their numbers are those of all pages, unless a number with more
 * digits made them longer.
 */
static void lay_out_contents(struct laying *laying, struct arena *arena, size_t threads)
{
    struct volume *volume = laying->volume;
    size_t pages = SIZE_MAX;
    laying->pass = PASS_CONTENTS;
    number_pages(volume, arena);
    for (unsigned pass = 0; pass < CONTENTS_PASSES && volume->page_count != pages; pass++) {
        pages = volume->page_count;
        list_contents(laying, arena);
        threads_run(threads, volume->unit_count, lay_out_one, laying);
        number_pages(volume, arena);
    }
}

/* Pages that show a glyph for another text than the first one that has it are printed again. */
static void print_rest(struct laying *laying, struct arena *arena, size_t threads)
{
    struct volume *volume = laying->volume;
    threads_run(threads, volume->unit_count, print_named, laying);
    volume_print_around(volume, arena, threads);
    if (volume_find_disagreeing(volume)) {
        laying->pass = PASS_AGAIN;
        threads_run(threads, volume->unit_count, lay_out_one, laying);
        volume_print_around_again(volume, threads);
    }
    volume_group_pages(volume, arena);
}

static void make_bookmarks(struct volume *volume, struct arena *arena)
{
    unsigned depth = BOOKMARK_DEPTH;
    for (size_t u = 0; u < volume->unit_count; u++)
        if (volume->units[u].contents != NULL && volume->units[u].contents->level > depth)
            depth = volume->units[u].contents->level;
    volume->bookmarks = arena_new_array(arena, count_landmarks(volume) + 1, struct bookmark);
    for (size_t u = 0; u < volume->unit_count; u++)
        for (size_t i = 0; i < volume->units[u].landmark_count; i++) {
            const struct landmark *l = &volume->units[u].landmarks[i];
            if (l->level <= depth)
                volume->bookmarks[volume->bookmark_count++] = (struct bookmark){
                    .level = l->level - 1, .title = l->title, .anchor = l->anchor};
        }
}

static void find_logo(struct volume *volume, struct arena *arena, struct diagnostics *diags)
{
    const struct logo *logo = &volume->sheet->logo;
    if (!text_is_empty(logo->bytes))
        volume->logo = image_new(arena, logo->bytes, logo->name, logo->at, diags);
}

void volume_lay_out(struct volume *volume, struct arena *arena, const struct document *document,
                    struct fonts *fonts, struct pressroom *room, size_t threads,
                    struct diagnostics *diags)
{
    struct tool_box box = {.volume = volume, .hyphenator = hyphenator_open(), .arena = arena};
    struct laying laying = {.volume = volume, .tools = &box};
    *volume = (struct volume){.document = document,
                              .sheet = document->stylesheet == NULL ? stylesheet_plain()
                                                                    : document->stylesheet,
                              .fonts = fonts,
                              .room = room};
    pthread_mutex_init(&box.lock, NULL);
    find_logo(volume, arena, diags);
    divide(volume, arena);
    threads_run(threads, volume->unit_count, lay_out_one, &laying);
    lay_out_contents(&laying, arena, threads);
    if (room != NULL)
        print_rest(&laying, arena, threads);
    make_bookmarks(volume, arena);
    for (size_t u = 0; u < volume->unit_count; u++)
        diagnostics_join(diags, volume->units[u].diags);
    for (size_t i = 0; i < box.count; i++)
        close_tools(&box, box.free[i]);
    pthread_mutex_destroy(&box.lock);
    hyphenator_report_missing(box.hyphenator, diags);
    hyphenator_close(box.hyphenator);
}

void volume_close(struct volume *volume)
{
    for (size_t u = 0; u < volume->unit_count; u++)
        arena_close(volume->units[u].shown);
    for (size_t i = 0; i < volume->kept_count; i++)
        arena_close(volume->kept[i]);
    volume->unit_count = 0;
}
