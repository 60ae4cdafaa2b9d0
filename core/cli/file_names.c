#include "core/cli/file_names.h"
#include "core/base/text_buffer.h"
#include "core/cli/inputs.h"
#include "core/extract/extract.h"
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>

#define BUCKETS 4096
#define NAME_LENGTH 60 /* characters of a title */
#define NAME_BYTES 112 /* the same in UTF-8: with prefix, number and extension under 143 */

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

static bool is_mark(uint32_t c)
{
    return (U_GET_GC_MASK((UChar32)c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

static size_t utf8_size(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

static struct text slug(struct arena *arena, struct text words)
{
    struct text_buffer out = text_buffer_new(arena);
    size_t length = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = (uint32_t)u_tolower((UChar32)text_next(words, &at));
        bool is_begun = out.size > 0 && out.data[out.size - 1] != '-';
        bool stays = u_isalnum((UChar32)c) || c == '_' || (is_begun && is_mark(c));
        if (!stays && is_begun)
            buffer_append_byte(&out, '-');
        if (!stays)
            continue;
        if (++length > NAME_LENGTH || out.size + utf8_size(c) > NAME_BYTES)
            break;
        buffer_append_code_point(&out, c);
    }
    while (out.size > 0 && out.data[out.size - 1] == '-')
        out.size--;
    return buffer_text(&out);
}

/* Windows opens a device by these names, whatever the extension (Microsoft, Naming Files). */
static bool is_device(struct text name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "conin", "conout", "clock"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (text_is(name, devices[i]))
            return true;
    bool is_port = text_starts_with(name, TEXT("com")) || text_starts_with(name, TEXT("lpt"));
    return is_port && name.size == 4 && name.data[3] >= '0' && name.data[3] <= '9';
}

static bool may_stand_alone(struct arena *arena, struct text name, bool is_part)
{
    return !is_device(name) && !inputs_is_note(name) &&
           (is_part || file_kind_by_name(arena, name) == FILE_KIND_UNKNOWN);
}

static struct text stem_of(struct file_names *names, const struct file_wish *wish)
{
    struct text name = slug(names->arena, wish->words);
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
    struct taken **bucket = &names->buckets[text_hash(folded) % BUCKETS], *taken = *bucket;
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
    struct text folder = slug(names->arena, wish.folder), stem = stem_of(names, &wish);
    struct taken *first = NULL;
    for (size_t number = 1;; number = ++first->last_number) {
        struct text_buffer path = text_buffer_new(names->arena);
        buffer_append_string(&path, wish.below);
        if (!text_is_empty(folder)) {
            buffer_append_string(&path, is_device(folder) ? "department-" : "");
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
