#include "core/base/diagnostics.h"
#include "core/base/text_buffer.h"
#include <stdlib.h>
#include <string.h>

const char *level_name(enum level level)
{
    static const char *const names[LEVEL_COUNT] = {[LEVEL_OFF] = "off",
                                                   [LEVEL_INFO] = "info",
                                                   [LEVEL_WARNING] = "warning",
                                                   [LEVEL_ERROR] = "error"};
    return names[level];
}

struct diagnostics *diagnostics_new(struct arena *arena)
{
    struct diagnostics *diags = arena_new(arena, struct diagnostics);
    diags->arena = arena;
    return diags;
}

void diagnostics_keep(struct diagnostics *diags, struct diagnostic *d)
{
    diags->next_ordinal = d->ordinal < diags->next_ordinal ? diags->next_ordinal : d->ordinal + 1;
    diags->by_level[d->level]++;
    *arena_push(diags->arena, diags->items, diags->count, diags->capacity) = d;
}

void diagnostics_add(struct diagnostics *diags, struct diagnostic d)
{
    struct diagnostic *kept = arena_new(diags->arena, struct diagnostic);
    *kept = d;
    kept->ordinal = diags->next_ordinal;
    diagnostics_keep(diags, kept);
}

void diagnostics_join(struct diagnostics *diags, const struct diagnostics *from)
{
    for (size_t i = 0; i < from->count; i++)
        diagnostics_add(diags, *from->items[i]);
}

void diagnostics_adopt(struct diagnostics *diags, struct diagnostics *from)
{
    for (size_t i = 0; i < from->count; i++) {
        from->items[i]->ordinal = diags->next_ordinal++;
        diagnostics_keep(diags, from->items[i]);
    }
    arena_adopt(diags->arena, from->arena);
}

static int compare_numbers(size_t a, size_t b) { return a < b ? -1 : a > b; }

static int compare_diagnostics(const void *left, const void *right)
{
    const struct diagnostic *a = *(struct diagnostic *const *)left,
                            *b = *(struct diagnostic *const *)right;
    const char *path_a = a->at.source == NULL ? "" : a->at.source->path;
    const char *path_b = b->at.source == NULL ? "" : b->at.source->path;
    int order = strcmp(path_a, path_b);
    if (order == 0)
        order = compare_numbers(a->at.table, b->at.table);
    if (order == 0)
        order = compare_numbers(a->at.row, b->at.row);
    if (order == 0)
        order = compare_numbers(a->at.column, b->at.column);
    if (order == 0)
        order = compare_numbers(a->at.paragraph, b->at.paragraph);
    if (order == 0)
        order = compare_numbers(a->at.begin, b->at.begin);
    return order != 0 ? order : compare_numbers(a->ordinal, b->ordinal);
}

void diagnostics_sort(struct diagnostics *diags)
{
    if (diags->count > 1)
        qsort(diags->items, diags->count, sizeof *diags->items, compare_diagnostics);
}

struct text message_format(struct arena *arena, const struct message *message,
                           const struct text *args, enum language language)
{
    struct text_buffer out = text_buffer_new(arena);
    for (const char *p = message->text[language]; *p != '\0'; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] < '0' + MESSAGE_ARGS && p[2] == '}') {
            buffer_append(&out, args[p[1] - '0']);
            p += 2;
        } else
            buffer_append_byte(&out, *p);
    }
    return buffer_text(&out);
}

bool diagnostic_has_fix(const struct diagnostic *d)
{
    return d->has_replacement || d->item != ITEM_STAYS;
}

struct span diagnostic_replaced_at(const struct diagnostic *d)
{
    return d->replaced_at.source == NULL ? d->at : d->replaced_at;
}

struct text diagnostic_message(struct arena *arena, const struct diagnostic *d,
                               enum language language)
{
    return message_format(arena, d->message, d->args, language);
}

enum status report_error(struct diagnostics *diags, const struct message *message, struct span at,
                         struct text arg0, struct text arg1)
{
    diagnostics_add(diags,
                    (struct diagnostic){
                        .level = LEVEL_ERROR, .message = message, .at = at, .args = {arg0, arg1}});
    return STATUS_INPUT;
}

void report_warning(struct diagnostics *diags, const struct message *message, struct span at,
                    struct text arg0, struct text arg1)
{
    diagnostics_add(
        diags, (struct diagnostic){
                   .level = LEVEL_WARNING, .message = message, .at = at, .args = {arg0, arg1}});
}
