#include "converters/docx/relationships.h"
#include "converters/docx/part_name.h"
#include <stdlib.h>

struct reading {
    struct arena *arena;
    struct text part;
    struct relationships *relationships;
    size_t capacity;
};

static struct text last_word(struct text uri)
{
    size_t begin = uri.size;
    while (begin > 0 && uri.data[begin - 1] != '/')
        begin--;
    return text_from(uri, begin);
}

static void start(void *data, struct sax *sax, enum name name)
{
    struct reading *reading = data;
    struct relationships *all = reading->relationships;
    if (name != NAME_REL_RELATIONSHIP || all->count >= LIMIT_RELATIONSHIPS)
        return;
    bool is_external = text_is(sax_attribute(sax, NAME_TARGET_MODE), "External");
    struct text target = sax_attribute(sax, NAME_TARGET);
    struct text uri = text_copy(reading->arena, sax_attribute(sax, NAME_TYPE));
    *arena_push(reading->arena, all->items, all->count, reading->capacity) = (struct relationship){
        .id = text_copy(reading->arena, sax_attribute(sax, NAME_ID)),
        .uri = uri,
        .type = last_word(uri),
        .target = is_external ? text_copy(reading->arena, target)
                              : part_resolve(reading->arena, reading->part, target),
        .is_external = is_external};
}

static void end(void *data, enum name name) { (void)data, (void)name; }

static int compare(const void *left, const void *right)
{
    const struct relationship *a = left, *b = right;
    return text_compare(a->id, b->id);
}

enum status relationships_read(struct arena *arena, struct package *package, struct text part,
                               struct relationships *relationships)
{
    static const struct sax_handler handler = {.start = start, .end = end};
    struct reading reading = {.arena = arena, .part = part, .relationships = relationships};
    *relationships = (struct relationships){0};
    enum status status =
        package_parse(package, part_relationships_of(arena, part), &handler, &reading);
    if (relationships->count >= LIMIT_RELATIONSHIPS)
        status = package_breach(package, part_relationships_of(arena, part), LIMIT_RELATIONSHIPS);
    if (relationships->count > 1)
        qsort(relationships->items, relationships->count, sizeof *relationships->items, compare);
    return status;
}

const struct relationship *relationship_by_id(const struct relationships *relationships,
                                              struct text id)
{
    const struct relationship key = {.id = id};
    if (relationships->count == 0 || id.size == 0)
        return NULL;
    return bsearch(&key, relationships->items, relationships->count, sizeof key, compare);
}

const struct relationship *relationship_by_type(const struct relationships *relationships,
                                                struct text type)
{
    for (size_t i = 0; i < relationships->count; i++)
        if (text_equal(relationships->items[i].type, type))
            return &relationships->items[i];
    return NULL;
}
