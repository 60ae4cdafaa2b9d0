#include "core/model/vocabulary_signs.h"
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"

enum comparison { WRITTEN, FOLDED, LABEL };

static const struct {
    struct text name;
    enum comparison compared;
} rows[SIGN_COUNT] = {
#define SIGN(id, name, compared, what) [SIGN_##id] = {TEXT_INIT(name), compared},
#include "core/model/signs.def"
#undef SIGN
};

const char *sign_name(enum sign sign) { return rows[sign].name.data; }

enum sign sign_by_name(struct text name)
{
    size_t sign = 0;
    while (sign < SIGN_COUNT &&
           (rows[sign].name.size != name.size || !text_equal(name, rows[sign].name)))
        sign++;
    return (enum sign)sign;
}

static void make_room(struct signs *signs, struct arena *arena, enum sign sign)
{
    if (signs->counts[sign] < signs->capacities[sign])
        return;
    size_t capacity = signs->capacities[sign] == 0 ? 8 : 2 * signs->capacities[sign];
    struct text *words = arena_new_array(arena, capacity, struct text);
    for (size_t i = 0; i < signs->counts[sign]; i++)
        words[i] = signs->words[sign][i];
    signs->words[sign] = words;
    signs->capacities[sign] = capacity;
}

void signs_add(struct signs *signs, struct arena *arena, enum sign sign, struct text word)
{
    size_t place = 0, count = signs->counts[sign];
    if (rows[sign].compared == FOLDED)
        word = fold_text(arena, word);
    else if (rows[sign].compared == LABEL)
        word = fold_label(arena, word);
    for (size_t i = 0; i < count; i++) {
        if (signs->words[sign][i].size == word.size && text_equal(signs->words[sign][i], word))
            return;
        place += signs->words[sign][i].size >= word.size;
    }
    make_room(signs, arena, sign);
    struct text *words = signs->words[sign];
    for (size_t i = count; i > place; i--)
        words[i] = words[i - 1];
    words[place] = word;
    signs->counts[sign]++;
    signs->begins[sign] |= text_first_bit(word);
    signs->ends[sign] |= text_last_bit(word);
}

struct text_list vocabulary_signs(const struct vocabulary *vocabulary, enum sign sign)
{
    const struct signs *signs = &vocabulary->signs;
    return (struct text_list){.texts = signs->words[sign],
                              .count = signs->counts[sign],
                              .begins = signs->begins[sign],
                              .ends = signs->ends[sign]};
}
