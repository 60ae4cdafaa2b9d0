#include "core/model/goal_names.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

struct text goal_name_divide(struct text words, struct text *degree)
{
    *degree = TEXT("");
    for (size_t at = 0, begin; at < words.size;) {
        begin = at;
        uint32_t c = text_next(words, &at);
        if (c != ':' && c != 0xFF1A)
            continue;
        *degree = text_trim(text_from(words, at));
        return text_trim(text_slice(words, 0, begin));
    }
    return words;
}

static struct text field_of(const struct goal_names *names, size_t row, enum field field)
{
    return text_trim(record_field(names->records, &names->records->rows[row], field).text);
}

struct goal_names *goal_names_of(struct arena *arena, const struct handbook *handbook)
{
    struct goal_names *names = arena_new(arena, struct goal_names);
    names->records = handbook_records(handbook, ELEMENT_HANDBOOK_GOALS);
    size_t rows = names->records->count;
    names->table = name_table_new(arena, rows);
    names->of_row = arena_new_array(arena, rows + 1, size_t);
    names->first = arena_new_array(arena, rows + 1, size_t);
    names->parents = arena_new_array(arena, rows + 1, size_t);
    for (size_t i = 0; i < rows; i++) {
        struct text id = field_of(names, i, FIELD_HANDBOOK_GOALS_ID), degree;
        struct text words = text_trim(names->records->rows[i].text);
        size_t number = name_table_add(names->table, text_is_empty(id) ? words : id, names->count);
        names->of_row[i] = number;
        if (number != names->count)
            continue; /* another decision of the same goal, or a row of nothing */
        names->first[names->count++] = i;
        name_table_add(names->table, words, number);
        name_table_add(names->table, goal_name_divide(words, &degree), number);
    }
    for (size_t g = 0; g < names->count; g++)
        names->parents[g] = name_table_find(
            names->table, arena, field_of(names, names->first[g], FIELD_HANDBOOK_GOALS_PARENT));
    return names;
}

bool goal_names_next(const struct goal_names *names, struct arena *scratch, struct text cell,
                     size_t *offset, size_t *goal)
{
    struct text name;
    if (*offset == 0) { /* its words may hold marks that divide names */
        *goal = name_table_find(names->table, scratch, cell);
        if (*goal != NO_NAME) {
            *offset = cell.size;
            return true;
        }
    }
    while (role_names_next(cell, offset, &name)) {
        *goal = name_table_find(names->table, scratch, name);
        if (*goal != NO_NAME)
            return true;
    }
    return false;
}
