/* Several roles within one cell of names: 「分詞工程師（1人）：」 over its lines, then the next of them. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"

#define NAME_BYTES 90 /* of a position with how many hold it */

/* 「分詞工程師（1人）」 of 「分詞工程師（1人）：訓練模型」; empty: the line begins no role. */
static struct text name_in_front(struct extraction *x, struct text line)
{
    size_t width, colon = find_colon(text_head(line, NAME_BYTES), &width);
    if (colon == TEXT_NOT_FOUND)
        return TEXT("");
    struct text name = text_trim(text_slice(line, 0, colon)), plain = name;
    bool has_count = names_headcount(x, name);
    headcount_beside(x, name, &plain);
    bool is_name = has_count || vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_name && label_find(x, plain).kind == LABEL_UNKNOWN ? name : TEXT("");
}

bool cell_holds_roles(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell), line;
    size_t offset = 0, names = 0, others = 0;
    while (text_next_line(words, &offset, &line)) {
        struct text name = name_in_front(x, text_trim(line));
        if (text_is_empty(name) && names == 0)
            return false;
        names += !text_is_empty(name);
        others += text_is_empty(name) || !ends_in_colon(text_trim(line));
    }
    return names > 0 && others >= names;
}

bool next_role_of_cell(struct extraction *x, struct text words, size_t *offset,
                       struct role_of_cell *role)
{
    struct text line;
    if (!text_next_line(words, offset, &line))
        return false;
    line = text_trim(line);
    role->name = name_in_front(x, line);
    size_t width, colon = find_colon(line, &width), end = (size_t)(line.data - words.data);
    size_t begin = end + colon + width;
    end += line.size;
    for (size_t next = *offset; text_next_line(words, &next, &line); *offset = next) {
        if (!text_is_empty(name_in_front(x, text_trim(line))))
            break;
        end = (size_t)(line.data - words.data) + line.size;
    }
    role->duties = text_trim(text_slice(words, begin, end));
    return true;
}
