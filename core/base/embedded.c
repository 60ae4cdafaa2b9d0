#include "core/base/embedded.h"
#include <string.h>

struct embedded {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

#include "embedded.inc" /* made by the Makefile: the bytes of each file, and files[] */

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
