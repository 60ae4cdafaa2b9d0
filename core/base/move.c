#include "core/base/move.h"

static const struct source *copy_source(struct arena *arena, const struct source *from)
{
    struct source *to = arena_new(arena, struct source);
    *to = *from;
    to->path = text_to_string(arena, text_from_string(from->path));
    to->text = text_copy(arena, from->text);
    to->marks = NULL;
    source_mark_lines(arena, to);
    return to;
}

struct move move_begin(struct arena *arena, const struct source *from)
{
    return (struct move){.arena = arena,
                         .from = from,
                         .to = copy_source(arena, from),
                         .other = arena_new(arena, struct moved_source)};
}

const struct source *move_source(const struct move *move, const struct source *source)
{
    if (source == NULL || source == move->from)
        return source == NULL ? NULL : move->to;
    if (source != move->other->from)
        *move->other = (struct moved_source){source, copy_source(move->arena, source)};
    return move->other->to;
}

struct text move_text(const struct move *move, struct text text)
{
    const struct text *whole = &move->from->text;
    if (text.size == 0)
        return (struct text){0};
    if (whole->size > 0 && text.data >= whole->data &&
        text.data + text.size <= whole->data + whole->size)
        return (struct text){move->to->text.data + (text.data - whole->data), text.size};
    return text_copy(move->arena, text);
}

struct span move_span(const struct move *move, struct span span)
{
    span.source = move_source(move, span.source);
    return span;
}

struct diagnostics *move_diagnostics(const struct move *move, const struct diagnostics *diags)
{
    struct diagnostics *moved = diagnostics_new(move->arena);
    for (size_t i = 0; i < diags->count; i++) {
        struct diagnostic d = *diags->items[i];
        for (size_t k = 0; k < MESSAGE_ARGS; k++)
            d.args[k] = move_text(move, d.args[k]);
        d.related.at = move_span(move, d.related.at);
        d.related.role = move_text(move, d.related.role);
        d.at = move_span(move, d.at);
        d.role = move_text(move, d.role);
        d.element = move_text(move, d.element);
        d.excerpt = move_text(move, d.excerpt);
        d.replacement = move_text(move, d.replacement);
        d.replaced = move_text(move, d.replaced);
        d.replaced_at = move_span(move, d.replaced_at);
        d.content = move_text(move, d.content);
        diagnostics_add(moved, d);
    }
    return moved;
}
