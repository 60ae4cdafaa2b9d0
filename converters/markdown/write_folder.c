/*
 * A document as a folder of Markdown for a documentation site: index.md, and a page a section.
 *
 * Each page is a copy of its blocks in which links lead from file to file, headings begin at level
 * 1, and what Markdown cannot draw is told in words.
 */
#include "converters/markdown/markdown.h"
#include "core/document/move_blocks.h"
#include "core/document/site.h"
#include <string.h>

struct folder {
    struct arena *arena; /* of the page at hand */
    struct site *site;
    size_t here;
    struct output_files *files;
    size_t picture_count;
};

/* ---- runs ---- */

/* A link within the page needs an id, which Markdown's readers make each in their own way. */
static struct text target_of(struct folder *f, struct text link)
{
    struct text target = site_link(f->site, f->here, link, ".md");
    size_t hash = text_find(target, TEXT("#"), 0);
    bool is_local = text_starts_with(link, TEXT("#"));
    return text_copy(f->arena,
                     is_local && hash != TEXT_NOT_FOUND ? text_slice(target, 0, hash) : target);
}

static void change_runs(struct folder *f, struct run *runs)
{
    for (struct run *run = runs; run != NULL; run = run->next) {
        struct run *number = (struct run *)(uintptr_t)site_number_behind(f->site, run);
        if (number != NULL) {
            run->link = number->link;
            run->text = text_trim(run->text);
            run->next = number->next;
        }
        struct text link = run->link;
        if (run->kind != RUN_IMAGE && link.size > 0)
            run->link = target_of(f, link);
        if (run->kind != RUN_PAGE_NUMBER)
            continue;
        const struct site_place *place =
            site_place_at(f->site, text_starts_with(link, TEXT("#")) ? text_from(link, 1) : link);
        run->kind = RUN_TEXT;
        run->text = place == NULL ? TEXT("") : place->words;
    }
}

static void change_notes(struct folder *f, struct run *runs);

static void change_all_runs(struct folder *f, struct block *block)
{
    change_runs(f, block->runs);
    change_notes(f, block->runs);
    if (block->table != NULL)
        change_runs(f, block->table->caption);
}

static void change_notes(struct folder *f, struct run *runs)
{
    for (struct run *run = runs; run != NULL; run = run->next)
        for (struct block *block = run->note; block != NULL; block = block->next)
            change_runs(f, block->runs);
}

/* ---- figures ---- */

static void add_picture(struct folder *f, struct figure *figure)
{
    struct text_buffer name = text_buffer_new(f->files->arena);
    bool is_png = text_starts_with(figure->image, TEXT("\x89PNG"));
    buffer_append_format(&name, "picture-%zu.%s", ++f->picture_count, is_png ? "png" : "jpg");
    output_files_add(f->files, buffer_text(&name), text_copy(f->files->arena, figure->image));
    figure->image_name = buffer_text(&name);
}

/* A drawing becomes its words: a paragraph. */
static void change_figure(struct folder *f, const struct document *holder, struct block *block)
{
    struct figure *figure = block->figure;
    if (figure == NULL)
        return;
    if (figure->image.size > 0) {
        add_picture(f, figure);
        return;
    }
    struct document at = *holder;
    struct run *caption = block->runs, *last = block->last_run;
    block->kind = BLOCK_PARAGRAPH;
    block->figure = NULL;
    block->runs = block->last_run = NULL;
    run_append(&at, block, RUN_TEXT, figure->alternative, block->span);
    if (caption == NULL)
        return;
    run_append(&at, block, RUN_BREAK, TEXT(""), block->span);
    block->last_run->next = caption;
    block->last_run = last;
}

/* ---- tables ---- */

/* Bold, with a colon behind it. */
static void add_label(const struct document *holder, struct block *to, const struct cell *label)
{
    struct document at = *holder;
    struct block *words = label->blocks;
    for (struct run *run = words == NULL ? NULL : words->runs; run != NULL; run = run->next)
        run->style |= STYLE_STRONG;
    if (words != NULL) {
        to->runs = words->runs;
        to->last_run = words->last_run;
    }
    run_append(&at, to, RUN_TEXT, TEXT(": "), label->span);
}

/* The labels and values of a panel become a list: sites follow no links in tables of HTML. */
static void change_panel(const struct document *holder, struct block *block)
{
    struct document at = *holder;
    struct table *table = block->table;
    block->kind = BLOCK_LIST;
    block->table = NULL;
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct cell *value = cell->is_header ? cell->next : NULL;
        if (value == NULL || value->is_header)
            continue;
        struct block *item = block_append(&at, block, BLOCK_ITEM, cell->span);
        struct block *words = block_append(&at, item, BLOCK_PARAGRAPH, cell->span);
        item->label = TEXT("-");
        add_label(holder, words, cell);
        if (value->blocks == NULL || value->blocks->runs == NULL)
            continue;
        words->last_run->next = value->blocks->runs;
        words->last_run = value->blocks->last_run;
        item->children->next = value->blocks->next;
    }
}

/* Every label has one value of one paragraph at least, and nothing stands between the pairs. */
static bool is_panel(const struct block *block)
{
    if (!text_is(block->style, "panel") || block->table->header_rows > 0)
        return false;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        bool is_filler = !cell->is_header && (cell->blocks == NULL || cell->blocks->runs == NULL);
        if (cell->is_header && (cell->next == NULL || cell->next->is_header ||
                                cell->blocks == NULL || cell->blocks->next != NULL))
            return false;
        if (cell->is_header)
            cell = cell->next;
        else if (!is_filler)
            return false;
    }
    return true;
}

/* A head at a row's begin is shown bold, so that pipes can draw the table. */
static void change_table(const struct document *holder, struct block *block)
{
    if (is_panel(block)) {
        change_panel(holder, block);
        return;
    }
    for (struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        if (!cell->is_header || cell->row < block->table->header_rows || cell->row_span > 1)
            continue;
        cell->is_header = false;
        for (struct block *words = cell->blocks; words != NULL; words = words->next)
            for (struct run *run = words->runs; run != NULL; run = run->next)
                run->style |= STYLE_STRONG;
    }
}

/* ---- pages ---- */

/* Both walk the same tree: the document's blocks say where they are, their copies change. */
static void change_blocks(struct folder *f, const struct document *page, const struct block *from,
                          struct block *copy)
{
    struct block alone = *from;
    alone.next = NULL;
    struct walk there = walk_blocks(&alone), here = walk_blocks(copy);
    while (walk_next(&there) && walk_next(&here)) {
        const struct block *block = there.block == &alone ? from : there.block;
        const struct site_place *place = site_place_of(f->site, block);
        if (here.event != WALK_LEAVE)
            continue;
        if (place != NULL && place->level > 0)
            here.block->level = place->level;
        change_all_runs(f, here.block);
        if (here.block->kind == BLOCK_FIGURE)
            change_figure(f, page, here.block);
        else if (here.block->kind == BLOCK_TABLE && here.block->table != NULL)
            change_table(page, here.block);
    }
}

/* The group's heading goes: the index shows it. */
static void drop_elsewhere(struct folder *f, const struct block *from, struct block *copy)
{
    if (from->children != NULL && site_shows_elsewhere(f->site, from->children) &&
        copy->children != NULL)
        copy->children = copy->children->next;
}

static void append(struct document *page, struct block *block)
{
    if (page->last_block == NULL)
        page->blocks = block;
    else
        page->last_block->next = block;
    page->last_block = block;
}

static void copy_blocks(struct folder *f, struct document *page)
{
    static const struct source none = {.path = ""};
    const struct site_page *site_page = &f->site->pages[f->here];
    struct move move = move_begin(f->arena, &none);
    for (const struct block *from = site_page->first; from != site_page->end; from = from->next) {
        if (site_shows_elsewhere(f->site, from))
            continue;
        struct block alone = *from;
        alone.next = NULL;
        struct block *copy = move_blocks(&move, &alone);
        change_blocks(f, page, from, copy);
        drop_elsewhere(f, from, copy);
        append(page, copy);
    }
}

/* ---- the index ---- */

static void add_words(struct document *page, struct block *parent, enum block_kind kind,
                      struct text words, struct text link)
{
    struct block *block = block_append(page, parent, kind, (struct span){0});
    block->level = 2;
    run_append(page, block, RUN_TEXT, words, (struct span){0})->link = link;
}

static struct block *new_list(struct document *page, struct block *parent)
{
    struct block *list = block_append(page, parent, BLOCK_LIST, (struct span){0});
    return list;
}

static struct block *new_item(struct document *page, struct block *list, struct text words,
                              struct text link)
{
    struct block *item = block_append(page, list, BLOCK_ITEM, (struct span){0});
    item->label = TEXT("-");
    add_words(page, item, BLOCK_PARAGRAPH, words, link);
    return item;
}

/* All pages, those of a department below its name. */
static void add_contents(struct folder *f, struct document *page)
{
    const struct site *site = f->site;
    struct text group = TEXT("");
    struct block *below = NULL;
    if (site->page_count < 2)
        return;
    if (site->contents_title.size > 0)
        add_words(page, NULL, BLOCK_HEADING, site->contents_title, TEXT(""));
    struct block *list = new_list(page, NULL);
    for (size_t i = 1; i < site->page_count; i++) {
        struct text_buffer name = text_buffer_new(f->arena);
        buffer_append(&name, site->pages[i].name);
        buffer_append_string(&name, ".md");
        if (!text_equal(site->pages[i].group, group)) {
            group = site->pages[i].group;
            below = group.size == 0 ? NULL : new_list(page, new_item(page, list, group, TEXT("")));
        }
        new_item(page, below == NULL ? list : below, site->pages[i].title, buffer_text(&name));
    }
}

/* The book's title is a heading there, and stands first. */
static void add_title(struct folder *f, struct document *page)
{
    for (struct block *section = page->blocks; section != NULL; section = section->next)
        for (struct block *block = section->children; block != NULL; block = block->next)
            if (text_is(block->style, "cover-title")) {
                block->kind = BLOCK_HEADING;
                block->level = 1;
                return;
            }
    struct block *rest = page->blocks, *last = page->last_block;
    if (text_is_empty(f->site->document->title))
        return;
    page->blocks = page->last_block = NULL;
    add_words(page, NULL, BLOCK_HEADING, f->site->document->title, TEXT(""));
    page->last_block->level = 1;
    page->last_block->next = rest;
    page->last_block = rest == NULL ? page->last_block : last;
}

static enum status write_page(struct folder *f, struct diagnostics *diags)
{
    struct document *page = document_new(f->arena, NULL);
    struct text_buffer out = text_buffer_new(f->files->arena), name = text_buffer_new(f->arena);
    copy_blocks(f, page);
    if (f->here == 0) {
        add_title(f, page);
        add_contents(f, page);
    }
    enum status status = markdown_write(page, &out, diags);
    buffer_append(&name, f->site->pages[f->here].name);
    buffer_append_string(&name, ".md");
    output_files_add(f->files, buffer_text(&name), buffer_text(&out));
    return status;
}

enum status markdown_write_folder(const struct document *document, struct output_files *files,
                                  struct diagnostics *diags)
{
    struct arena *arena = arena_open_like(files->arena);
    struct folder folder = {.site = site_new(arena, document, SITE_PAGE_A_SECTION), .files = files};
    enum status status = STATUS_OK;
    for (; status == STATUS_OK && folder.here < folder.site->page_count; folder.here++) {
        folder.arena = arena_open_like(arena);
        status = write_page(&folder, diags);
        arena_close(folder.arena);
    }
    arena_close(arena);
    return status;
}
