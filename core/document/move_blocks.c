/* Recursion is as deep as the tree: LIMIT_DEPTH where it was built, notes within notes a few. */
#include "core/document/move_blocks.h"

static struct run *move_runs(const struct move *move, const struct run *from, struct run **last)
{
    struct run *first = NULL, **link = &first;
    *last = NULL;
    for (; from != NULL; from = from->next, link = &(*link)->next) {
        struct run *run = *link = *last = arena_new(move->arena, struct run);
        *run = *from;
        run->text = move_text(move, from->text);
        run->link = move_text(move, from->link);
        run->language = move_text(move, from->language);
        run->span = move_span(move, from->span);
        run->note = move_blocks(move, from->note);
        run->next = NULL;
    }
    return first;
}

static struct block *last_of(struct block *block)
{
    while (block != NULL && block->next != NULL)
        block = block->next;
    return block;
}

static struct table *move_table(const struct move *move, const struct table *from)
{
    struct document holder = {.arena = move->arena};
    struct table *table = arena_new(move->arena, struct table);
    struct run *last;
    *table = (struct table){.header_rows = from->header_rows};
    for (const struct cell *cell = from->cells; cell != NULL; cell = cell->next) {
        struct cell *copy = cell_append(&holder, table, move_span(move, cell->span)), *next;
        next = copy->next;
        *copy = *cell;
        copy->span = move_span(move, cell->span);
        copy->style = move_text(move, cell->style);
        copy->blocks = move_blocks(move, cell->blocks);
        copy->last_block = last_of(copy->blocks);
        copy->next = next;
    }
    if (from->grid != NULL)
        table_index(&holder, table);
    table->rows = from->rows;
    table->columns = from->columns;
    table->caption = move_runs(move, from->caption, &last);
    if (from->column_widths != NULL) {
        table->column_widths = arena_new_array(move->arena, from->columns, uint32_t);
        for (size_t i = 0; i < from->columns; i++)
            table->column_widths[i] = from->column_widths[i];
    }
    return table;
}

static const struct point *move_points(const struct move *move, const struct shape *shape)
{
    struct point *points = arena_new_array(move->arena, shape->point_count + 1, struct point);
    for (size_t i = 0; i < shape->point_count; i++)
        points[i] = shape->points[i];
    return points;
}

static struct figure *move_figure(const struct move *move, const struct figure *from)
{
    struct document holder = {.arena = move->arena};
    struct figure *figure = arena_new(move->arena, struct figure);
    *figure = *from;
    figure->alternative = move_text(move, from->alternative);
    figure->image = move_text(move, from->image);
    figure->image_name = move_text(move, from->image_name);
    figure->shapes = figure->last_shape = NULL;
    for (const struct shape *shape = from->shapes; shape != NULL; shape = shape->next) {
        struct shape *copy = shape_append(&holder, figure, shape->kind);
        *copy = *shape;
        copy->text = move_text(move, shape->text);
        copy->style = move_text(move, shape->style);
        copy->link = move_text(move, shape->link);
        copy->points = move_points(move, shape);
        copy->next = NULL;
    }
    return figure;
}

static struct section *move_section(const struct move *move, const struct section *from)
{
    struct section *section = arena_new(move->arena, struct section);
    *section = *from;
    section->master = move_text(move, from->master);
    for (size_t i = 0; i < 2; i++)
        section->running[i] = move_text(move, from->running[i]);
    return section;
}

static void move_content(const struct move *move, struct block *block, const struct block *from)
{
    block->runs = move_runs(move, from->runs, &block->last_run);
    block->children = move_blocks(move, from->children);
    block->last_child = last_of(block->children);
    for (struct block *child = block->children; child != NULL; child = child->next)
        child->parent = block;
    block->table = from->table == NULL ? NULL : move_table(move, from->table);
    block->figure = from->figure == NULL ? NULL : move_figure(move, from->figure);
    block->section = from->section == NULL ? NULL : move_section(move, from->section);
}

struct block *move_blocks(const struct move *move, const struct block *first)
{
    struct block *moved = NULL, **link = &moved;
    for (; first != NULL; first = first->next, link = &(*link)->next) {
        struct block *block = *link = arena_new(move->arena, struct block);
        *block = *first;
        block->span = move_span(move, first->span);
        block->style = move_text(move, first->style);
        block->language = move_text(move, first->language);
        block->anchor = move_text(move, first->anchor);
        block->label = move_text(move, first->label);
        block->code = move_text(move, first->code);
        block->next = block->parent = NULL;
        move_content(move, block, first);
    }
    return moved;
}
