/*
 * How many roles a conversion holds, and how many items of each element over all of them.
 *
 *   rolebook convert FILE -t json | role_counts NAME
 *
 * A line each, divided by tabs: NAME, "roles" or the element, the count. Elements come in the order
 * of the model, those of no role not at all.
 */
#include "core/model/element.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* A text, or a list's items. */
static size_t count_items(const json_t *value)
{
    return json_is_array(value) ? json_array_size(value) : value != NULL;
}

static void count(const char *name, const char *key, const json_t *roles)
{
    size_t items = 0, i;
    json_t *role;
    json_array_foreach(roles, i, role) { items += count_items(json_object_get(role, key)); }
    if (items > 0)
        printf("%s\t%s\t%zu\n", name, key, items);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: role_counts NAME <JSON\n");
        return 2;
    }
    json_error_t error;
    json_t *conversion = json_loadf(stdin, 0, &error);
    if (conversion == NULL) {
        fprintf(stderr, "%s: %s\n", argv[1], error.text);
        return 2;
    }
    const json_t *roles = json_object_get(conversion, "roles");
    printf("%s\troles\t%zu\n", argv[1], json_array_size(roles));
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        count(argv[1], element_row((enum element)e)->name, roles);
    count(argv[1], "other", roles);
    json_decref(conversion);
    return 0;
}
