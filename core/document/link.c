#include "core/document/link.h"

/* The offset of the colon that ends a scheme (RFC 3986, 3.1), or TEXT_NOT_FOUND: a path. */
static size_t scheme_end(struct text target)
{
    for (size_t i = 0; i < target.size; i++) {
        char c = target.data[i];
        if (c == ':')
            return i;
        if (c == '/' || c == '?' || c == '#')
            break;
    }
    return TEXT_NOT_FOUND;
}

bool link_is_safe(struct text target)
{
    static const char *const schemes[] = {"http", "https", "mailto", "tel", "ftp", NULL};
    for (size_t i = 0; i < target.size; i++)
        if ((unsigned char)target.data[i] < 0x20 || target.data[i] == 0x7F)
            return false;
    size_t end = scheme_end(target);
    if (target.size == 0 || end == TEXT_NOT_FOUND)
        return target.size > 0;
    return text_is_one_of(text_slice(target, 0, end), schemes);
}
