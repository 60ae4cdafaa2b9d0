#include "core/base/embedded.h"
#include <string.h>

struct embedded {
    const char *name;
    const unsigned char *bytes;
    size_t size;
    const unsigned char *places; /* of the values of a YAML file, as yaml_places_write notes them */
    size_t places_size;          /* 0: it is none */
};

#include "embedded.inc" /* made by core/base/embed.c: the bytes of each file, and files[] */

struct text embedded_file(const char *name)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (files[i].name != NULL && strcmp(files[i].name, name) == 0)
            return (struct text){(const char *)files[i].bytes, files[i].size};
    return (struct text){0};
}

const char *embedded_name(size_t index)
{
    return index < sizeof files / sizeof *files ? files[index].name : NULL;
}

struct text embedded_places(struct text bytes)
{
    for (size_t i = 0; files[i].name != NULL; i++)
        if ((const char *)files[i].bytes == bytes.data && files[i].size == bytes.size)
            return (struct text){(const char *)files[i].places, files[i].places_size};
    return (struct text){0};
}
