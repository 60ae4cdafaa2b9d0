#include "core/check/fingerprint.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define DIVIDER '\x1F' /* folded text holds none */

struct entry {
    uint64_t hash; /* without the ordinal */
    size_t index;
};

static void append_part(struct text_buffer *out, struct text part)
{
    buffer_append_byte(out, DIVIDER);
    buffer_append(out, part);
}

/* "forms/組長.docx" and "組長.md" are one name. */
static struct text name_of_file(const struct source *source)
{
    struct text path = text_from_string(source == NULL ? NULL : source->path);
    size_t begin = 0, end = path.size;
    for (size_t i = 0; i < path.size; i++) {
        if (path.data[i] == '/') {
            begin = i + 1;
            end = path.size;
        } else if (path.data[i] == '.' && i > begin)
            end = i;
    }
    return text_slice(path, begin, end);
}

static uint64_t content_of(struct arena *scratch, const struct diagnostic *d)
{
    struct text_buffer words = text_buffer_new(scratch);
    buffer_append(&words, fold_text(scratch, d->content));
    append_part(&words, fold_text(scratch, d->excerpt));
    return text_hash(buffer_text(&words));
}

static uint64_t hash_of(struct arena *scratch, const struct diagnostic *d, uint64_t content)
{
    struct text_buffer parts = text_buffer_new(scratch);
    bool names_nothing = text_is_empty(d->role) && text_is_empty(d->excerpt);
    buffer_append_string(&parts, d->code == NULL ? "" : d->code);
    append_part(&parts, fold_text(scratch, d->role));
    append_part(&parts, d->element);
    if (d->code == NULL ||
        names_nothing) { /* what tells these apart is what they say, and of whom */
        append_part(&parts, name_of_file(d->at.source));
        append_part(&parts, text_from_string(d->message->text[LANG_EN]));
    }
    buffer_append_byte(&parts, DIVIDER);
    buffer_append_format(&parts, "%016" PRIx64, content);
    return text_hash(buffer_text(&parts));
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static uint64_t with_ordinal(uint64_t hash, size_t ordinal)
{
    char text[48];
    int size = snprintf(text, sizeof text, "%016" PRIx64 "%c%zu", hash, DIVIDER, ordinal);
    return text_hash((struct text){text, (size_t)size});
}

struct fingerprint *fingerprints_of(struct arena *arena, const struct diagnostics *diags)
{
    struct fingerprint *fingerprints = arena_new_array(arena, diags->count + 1, struct fingerprint);
    struct arena *own = arena_open_like(arena);
    struct entry *entries = arena_new_array(own, diags->count + 1, struct entry);
    for (size_t i = 0; i < diags->count; i++) {
        struct arena *scratch = arena_open_like(arena);
        fingerprints[i].content = content_of(scratch, diags->items[i]);
        entries[i] = (struct entry){hash_of(scratch, diags->items[i], fingerprints[i].content), i};
        arena_close(scratch);
    }
    if (diags->count > 1)
        qsort(entries, diags->count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < diags->count; i++) {
        struct fingerprint *fingerprint = &fingerprints[entries[i].index];
        bool is_first = i == 0 || entries[i - 1].hash != entries[i].hash;
        fingerprint->ordinal = is_first ? 1 : fingerprints[entries[i - 1].index].ordinal + 1;
        fingerprint->key = with_ordinal(entries[i].hash, fingerprint->ordinal);
    }
    arena_close(own);
    return fingerprints;
}

struct text fingerprint_text(struct arena *arena, struct fingerprint fingerprint)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_format(&out, "%016" PRIx64, fingerprint.key);
    return buffer_text(&out);
}
