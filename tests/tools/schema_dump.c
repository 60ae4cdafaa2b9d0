/* schema_dump rng|json: the schema that the element tables make, for templates/schema/. */
#include "converters/json/json.h"
#include "converters/xml/xml.h"
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    bool is_json = argc == 2 && strcmp(argv[1], "json") == 0;
    if (!is_json && (argc != 2 || strcmp(argv[1], "rng") != 0)) {
        fputs("usage: schema_dump rng|json\n", stderr);
        return 2;
    }
    struct arena *arena = arena_open(NULL, NULL);
    struct text schema = is_json ? json_schema(arena) : xml_schema(arena);
    fwrite(schema.data, 1, schema.size, stdout);
    arena_close(arena);
    return 0;
}
