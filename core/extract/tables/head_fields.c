/* Which field of an element's records the head of a column names. */
#include "core/base/script.h"
#include "core/extract/tables/form.h"
#include "core/model/list_label.h"

#define UNIT_LENGTH 6 /* characters of the brackets behind a head: their marks and a unit */
#define COMPOSED 8    /* characters of a composed head */
#define ENDING 2      /* Han of the word that a composed head ends in */

struct text head_name(struct text words)
{
    static const struct text open = TEXT_INIT("("), end = TEXT_INIT(":)");
    struct text name = form_name_of_box(words);
    if (!text_is_empty(name))
        return name;
    return text_starts_with(words, open) && text_ends_with(words, end)
               ? text_slice(words, open.size, words.size - end.size)
               : words;
}

bool head_is_items(struct text words)
{
    return list_label_of(words).kind != LIST_LABEL_NONE ||
           text_find(words, TEXT("；"), 0) != TEXT_NOT_FOUND || text_ends_with(words, TEXT("。"));
}

enum field head_field_by_ending(struct extraction *x, enum element element, struct text head)
{
    struct text folded = label_folded(x, head);
    size_t begin = folded.size;
    for (int i = 0; i < ENDING && begin > 0; i++)
        text_previous(folded, &begin);
    struct label label = label_find(x, head);
    bool is_party = label.kind == LABEL_ELEMENT && label.is_part && label.element == element &&
                    element == ELEMENT_RELATIONS;
    bool is_free = label.kind == LABEL_UNKNOWN || is_party;
    if (begin == 0 || text_code_points(head) > COMPOSED || is_latin_text(folded) || !is_free ||
        head_is_items(head) || text_find(head, TEXT("，"), 0) != TEXT_NOT_FOUND)
        return FIELD_NONE;
    return vocabulary_field_folded(x->vocabulary, element, text_from(folded, begin));
}

/* "Weight 比重": the same head in two languages. */
static enum field field_of_either(struct extraction *x, enum element element, struct text han,
                                  struct text latin)
{
    enum field field =
        vocabulary_field_folded(x->vocabulary, element, label_folded(x, text_trim(han)));
    if (field != FIELD_NONE)
        return field;
    return vocabulary_field_folded(x->vocabulary, element, label_folded(x, text_trim(latin)));
}

enum field head_field(struct extraction *x, enum element element, struct text head)
{
    struct text line = TEXT("");
    size_t offset = 0;
    enum field field = FIELD_NONE;
    if (head.size <= LABEL_BYTES)
        field = vocabulary_field_folded(x->vocabulary, element, label_folded(x, head));
    if (field == FIELD_NONE && text_next_line(head, &offset, &line) && line.size < head.size &&
        line.size <= LABEL_BYTES)
        field = vocabulary_field_folded(x->vocabulary, element, label_folded(x, text_trim(line)));
    struct text plain = label_without_remark(head);
    if (field == FIELD_NONE && plain.size < head.size && head.size <= LABEL_BYTES &&
        text_code_points(label_remark(head)) <= UNIT_LENGTH) /* 權重（%） */
        field = vocabulary_field_folded(x->vocabulary, element, label_folded(x, plain));
    struct text han, latin;
    if (field == FIELD_NONE && head.size <= LABEL_BYTES && label_is_bilingual(head, &han, &latin))
        field = field_of_either(x, element, han, latin);
    /* nothing is left of "4." or a bullet, as of "%", which is a head */
    bool is_mark = field != FIELD_NONE && text_is_empty(label_folded(x, head)) &&
                   text_find(head, TEXT("%"), 0) == TEXT_NOT_FOUND &&
                   text_find(head, TEXT("％"), 0) == TEXT_NOT_FOUND;
    return is_mark ? FIELD_NONE : field;
}

bool are_heads_again(struct extraction *x, const struct table *table, size_t row, size_t from,
                     size_t to, const struct columns *columns)
{
    size_t again = 0;
    const struct cell *first = NULL;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = words_beginning_in(x, cell, row, c);
        if (text_is_empty(words))
            continue;
        bool is_same = columns->fields[c] != FIELD_NONE && !text_is_empty(columns->heads[c]) &&
                       text_equal(label_folded(x, words), label_folded(x, columns->heads[c]));
        if (text_is_empty(label_folded(x, words))) /* nothing is left of "30%", and of "%" */
            is_same = text_equal(words, columns->heads[c]);
        bool is_code = text_code_points(words) == 1 && words.size != columns->heads[c].size;
        is_same = is_same && !is_code; /* "D" below "E/D" */
        if (!is_same && first != NULL)
            return false;
        first = first == NULL ? cell : first;
        again += is_same;
    }
    return again > 0 && first->column_span < to - from;
}
