#include "core/cli/file_names.h"
#include "core/base/slug.h"
#include "core/base/text_buffer.h"
#include "core/cli/inputs.h"
#include "core/extract/extract.h"
#include <string.h>
#include <unicode/ucasemap.h>

#define BUCKETS 4096

/* A path that is taken; and how far the numbers behind it are, so that many equal titles are
 * numbered without trying all of them again. */
struct taken {
    struct text folded;
    size_t last_number;
    struct taken *next;
};

struct file_names {
    struct arena *arena;
    struct taken *buckets[BUCKETS];
};

struct file_names *file_names_new(struct arena *arena)
{
    struct file_names *names = arena_new(arena, struct file_names);
    names->arena = arena;
    return names;
}

/* ---- one name ---- */

static bool may_stand_alone(struct arena *arena, struct text name, bool is_part)
{
    return !slug_is_device(name) && !inputs_is_note(name) &&
           (is_part || file_kind_by_name(arena, name) == FILE_KIND_UNKNOWN);
}

static struct text stem_of(struct file_names *names, const struct file_wish *wish)
{
    struct text name = slug_new(names->arena, wish->words);
    struct text_buffer out = text_buffer_new(names->arena);
    bool is_empty = text_is_empty(name);
    if (!is_empty && may_stand_alone(names->arena, name, wish->is_part))
        return name;
    buffer_append_string(&out, wish->prefix);
    buffer_append_byte(&out, '-');
    if (is_empty)
        buffer_append_int(&out, (int64_t)wish->number);
    buffer_append(&out, name);
    return buffer_text(&out);
}

/* ---- what is taken ---- */

/* As APFS compares names: Unicode's full case folding, whatever the locale. */
static struct text fold_case(struct arena *arena, struct text path)
{
    UErrorCode error = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, &error);
    int32_t room = (int32_t)path.size * 3 + 1; /* no letter folds to more than three times */
    char *folded = arena_new_array(arena, (size_t)room, char);
    int32_t size = ucasemap_utf8FoldCase(map, folded, room, path.data, (int32_t)path.size, &error);
    ucasemap_close(map);
    return U_FAILURE(error) ? path : (struct text){folded, (size_t)size};
}

/* NULL: not taken yet, and taken from now on. */
static struct taken *take(struct file_names *names, struct text path)
{
    struct text folded = fold_case(names->arena, path);
    struct taken **bucket = &names->buckets[text_key(folded) % BUCKETS], *taken = *bucket;
    while (taken != NULL && !text_equal(taken->folded, folded))
        taken = taken->next;
    if (taken != NULL)
        return taken;
    taken = arena_new(names->arena, struct taken);
    *taken = (struct taken){.folded = folded, .last_number = 1, .next = *bucket};
    *bucket = taken;
    return NULL;
}

void file_names_reserve(struct file_names *names, const char *path)
{
    take(names, text_from_string(path));
}

const char *file_names_give(struct file_names *names, struct file_wish wish)
{
    struct text folder = slug_new(names->arena, wish.folder), stem = stem_of(names, &wish);
    struct taken *first = NULL;
    for (size_t number = 1;; number = ++first->last_number) {
        struct text_buffer path = text_buffer_new(names->arena);
        buffer_append_string(&path, wish.below);
        if (!text_is_empty(folder)) {
            buffer_append_string(&path, slug_is_device(folder) ? "department-" : "");
            buffer_append(&path, folder);
            buffer_append_byte(&path, '/');
        }
        buffer_append(&path, stem);
        if (number > 1)
            buffer_append_format(&path, "-%zu", number);
        buffer_append_byte(&path, '.');
        buffer_append_string(&path, wish.extension);
        struct taken *taken = take(names, buffer_text(&path));
        if (taken == NULL)
            return buffer_string(&path);
        first = first == NULL ? taken : first;
    }
}
