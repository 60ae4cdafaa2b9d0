#include "core/check/report_place.h"
#include "core/base/text_buffer.h"
#include <string.h>

struct region region_of(struct span at)
{
    struct region region = {.begin = span_line_column(at)};
    if (region.begin.line == 0)
        return region;
    if (at.end > at.begin)
        at.begin = at.end;
    region.end = span_line_column(at);
    return region;
}

struct text word_place(struct arena *arena, struct span at)
{
    if (at.source == NULL || at.source->kind != SOURCE_WORD)
        return TEXT("");
    struct text path = text_from_string(at.source->path), all = span_describe(arena, at);
    return all.size > path.size + 2 ? text_from(all, path.size + 2) : TEXT("");
}

struct text plain_path(struct span at)
{
    struct text path = text_from_string(at.source == NULL ? NULL : at.source->path);
    while (text_starts_with(path, TEXT("./")) && path.size > 2)
        path = text_from(path, 2);
    return path;
}

/* RFC 3986, 2.3 and 3.3: what may stand in a path as it is; a colon could end a scheme. */
static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-._~/!$&'()*+,;=@", c) != NULL);
}

struct text path_uri(struct arena *arena, struct span at)
{
    struct text path = plain_path(at);
    struct text_buffer out = text_buffer_new(arena);
    if (path.size > 0 && path.data[0] == '/')
        buffer_append_string(&out, "file://");
    for (size_t i = 0; i < path.size; i++)
        if (is_plain(path.data[i]))
            buffer_append_byte(&out, path.data[i]);
        else
            buffer_append_format(&out, "%%%02X", (unsigned)(unsigned char)path.data[i]);
    return buffer_text(&out);
}
