#include "core/model/name_table.h"
#include "core/base/arena.h"
#include "core/model/fold.h"

struct entry {
    struct text folded;
    size_t number;
    struct entry *next;
};

struct name_table {
    struct arena *arena;
    struct entry **buckets;
    size_t bucket_count;
};

struct name_table *name_table_new(struct arena *arena, size_t count)
{
    struct name_table *table = arena_new(arena, struct name_table);
    table->arena = arena;
    table->bucket_count = 2 * count + 7;
    table->buckets = arena_new_array(arena, table->bucket_count, struct entry *);
    return table;
}

static struct entry **bucket_of(const struct name_table *table, struct text folded)
{
    return &table->buckets[text_key(folded) % table->bucket_count];
}

static size_t find(const struct name_table *table, struct text folded)
{
    for (const struct entry *e = *bucket_of(table, folded); e != NULL; e = e->next)
        if (text_equal(e->folded, folded))
            return e->number;
    return NO_NAME;
}

/* A number in front is part of "1.2", a goal's, but not of "1. Agent". */
static struct text folded_name(struct arena *arena, struct text name)
{
    struct text label = fold_label(arena, name);
    return text_is_empty(label) ? fold_text(arena, name) : label;
}

size_t name_table_add(struct name_table *table, struct text name, size_t number)
{
    struct text folded = folded_name(table->arena, text_trim(name));
    if (text_is_empty(folded))
        return NO_NAME;
    size_t found = find(table, folded);
    if (found != NO_NAME)
        return found;
    struct entry *entry = arena_new(table->arena, struct entry),
                 **bucket = bucket_of(table, folded);
    *entry = (struct entry){folded, number, *bucket};
    *bucket = entry;
    return number;
}

size_t name_table_find(const struct name_table *table, struct arena *scratch, struct text name)
{
    return find(table, folded_name(scratch, text_trim(name)));
}
