#include "converters/markdown/icons.h"
#include <ctype.h>

size_t icon_end(struct text words, size_t at)
{
    static const struct text sets[] = {TEXT_INIT(":material-"), TEXT_INIT(":fontawesome-"),
                                       TEXT_INIT(":octicons-"), TEXT_INIT(":simple-")};
    struct text rest = text_from(words, at);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        if (!text_starts_with(rest, sets[i]))
            continue;
        size_t end = sets[i].size;
        while (end < rest.size && (isalnum((unsigned char)rest.data[end]) || rest.data[end] == '-'))
            end++;
        bool is_closed = end > sets[i].size && end < rest.size && rest.data[end] == ':';
        return is_closed ? at + end + 1 : 0;
    }
    return 0;
}
