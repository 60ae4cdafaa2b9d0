/* schema_dump rng: the schema that the element tables make, for templates/schema/. */
#include "converters/xml/xml.h"
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    if (argc != 2 || strcmp(argv[1], "rng") != 0) {
        fputs("usage: schema_dump rng\n", stderr);
        return 2;
    }
    struct arena *arena = arena_open(NULL, NULL);
    struct text schema = xml_schema(arena);
    fwrite(schema.data, 1, schema.size, stdout);
    arena_close(arena);
    return 0;
}
