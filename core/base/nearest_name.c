#include "core/base/nearest_name.h"

#define NAME_BYTES 40  /* of the longest, and some */
#define MISSPELT_MAX 2 /* letters added, left out or changed in a name that was meant */

size_t name_edits(struct text a, struct text b)
{
    size_t row[NAME_BYTES + 1];
    if (a.size > NAME_BYTES || b.size > NAME_BYTES)
        return NAME_BYTES;
    for (size_t k = 0; k <= b.size; k++)
        row[k] = k;
    for (size_t i = 1; i <= a.size; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t k = 1; k <= b.size; k++) {
            size_t change = diagonal + (a.data[i - 1] != b.data[k - 1]);
            size_t add = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            diagonal = row[k];
            row[k] = change < add ? change : add;
        }
    }
    return row[b.size];
}

struct text nearest_name(struct text name, const struct text *names, size_t count)
{
    struct text nearest = TEXT("");
    size_t best = MISSPELT_MAX + 1;
    for (size_t i = 0; i < count; i++) {
        size_t edits = name_edits(name, names[i]);
        if (edits < best && 2 * edits < name.size) {
            nearest = names[i];
            best = edits;
        }
    }
    return nearest;
}
