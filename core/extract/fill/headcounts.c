/*
 * How many hold an office, told apart from what they do: 「本會設會長一人、副會長二人」, a list of
 * 「會計二名」, or one of the positions of the house. Several of a file's roles are told so: one alone may be of something else.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define ROLES_MIN 2
#define ROLES_MAX 50   /* of a file whose sentences are looked through: a bound on work */
#define PART_BYTES 90  /* of a clause that tells of one office */
#define NUMBER_BYTES 8 /* 「イ）」 in front of it */
#define LABEL_SIZE 30  /* bytes of a label in front of a list of them */
#define COUNT_LENGTH 5 /* of a number in brackets: "10–12" */

struct told {
    struct text count;
    struct span at;
};

/* 「本會設」 stands in front of an office that is set up, a number of the list, or nothing does. */
static bool may_stand_in_front(const struct extraction *x, struct text words)
{
    static const char *const marks[] = {"）", ")", "．", ".", NULL};
    bool is_number = words.size <= NUMBER_BYTES && text_ends_with_one_of(words, marks);
    bool is_label = words.size <= LABEL_SIZE && ends_in_colon(words); /* 崗位設置： */
    return text_is_empty(words) || is_number || is_label ||
           text_ends_with_any(words, signs_of(x, SIGN_FILLS_OFFICE));
}

/* Behind the office's name in the clause, how many hold it; empty: the clause does not say so. */
static struct text count_in(const struct extraction *x, struct text part, struct text title)
{
    size_t at = text_is_empty(title) ? TEXT_NOT_FOUND : text_find(part, title, 0);
    if (at == TEXT_NOT_FOUND || !may_stand_in_front(x, text_trim(text_slice(part, 0, at))))
        return TEXT("");
    struct text behind = text_trim_any(text_from(part, at + title.size), " 　：:");
    struct text count = label_without_remark(behind); /* 二人（必要） */
    if (!is_headcount(count))
        count = text_trim_any(behind, "（）()");
    return is_headcount(count) ? count : TEXT("");
}

static void read_part(struct extraction *x, struct text part, struct span at, struct told *told)
{
    size_t i = 0;
    if (part.size > PART_BYTES || !ends_like_headcount(part))
        return;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next, i++) {
        struct text count = count_in(x, part, role_title(role));
        if (!text_is_empty(count) && text_is_empty(told[i].count))
            told[i] = (struct told){text_copy(x->arena, count), at};
    }
}

static void read_line(struct extraction *x, struct text line, struct span at, struct told *told)
{
    static const struct text marks = TEXT_INIT("、，,；;。");
    size_t begin = 0;
    for (size_t next = 0, end = 0; next < line.size; end = next)
        if (text_has(marks, text_next(line, &next))) {
            read_part(x, text_trim(text_slice(line, begin, end)), at, told);
            begin = next;
        }
    read_part(x, text_trim(text_from(line, begin)), at, told);
}

/* Without what other columns add to the row. */
static struct text name_of(const struct records *listed, const struct record *row)
{
    struct text name = record_field(listed, row, FIELD_HANDBOOK_POSITIONS_NAME).text;
    return text_is_empty(name) ? row->text : name;
}

/* 崗位 | 人數 below 崗位設置, in front of what each of them does; of a position told twice the first. */
static void read_positions(struct extraction *x, struct told *told)
{
    const struct records *listed = handbook_records(x->handbook, ELEMENT_HANDBOOK_POSITIONS);
    for (size_t k = 0; k < listed->count; k++) {
        const struct record *row = &listed->rows[k];
        struct value count = record_field(listed, row, FIELD_HANDBOOK_POSITIONS_HEADCOUNT);
        if (!text_has_digit(count.text))
            continue;
        struct text name = fold_label(x->scratch, name_of(listed, row));
        size_t i = 0;
        for (const struct role *role = x->handbook->roles; role != NULL; role = role->next, i++)
            if (text_is_empty(told[i].count) && text_equal(name, label_folded(x, role_title(role))))
                told[i] = (struct told){count.text, count.at};
    }
}

/* ---- a number in brackets behind the name ---- */

/* "Lead" of "Lead (1)", "Editors" of "Editors (2–4)", 理事 of 理事（3）; the title itself: none. */
static struct text name_before_number(struct text title, struct text *count)
{
    static const struct text digits = TEXT_INIT("0123456789-–—~～至");
    static const char *const closing[] = {")", "）", NULL};
    struct text inner = text_without_end(title, closing);
    size_t begin = inner.size, at = inner.size;
    if (inner.size == title.size)
        return title;
    while (at > 0 && text_has(digits, text_previous(inner, &at)))
        begin = at;
    at = begin;
    uint32_t opening = begin > 0 ? text_previous(inner, &at) : 0;
    *count = text_from(inner, begin);
    bool is_number = !text_is_empty(*count) && count->data[0] >= '1' && count->data[0] <= '9' &&
                     text_code_points(*count) <= COUNT_LENGTH;
    bool is_behind_name = (opening == '(' || opening == 0xFF08) && at > 0;
    return is_number && is_behind_name ? text_trim(text_slice(title, 0, at)) : title;
}

static bool is_named(const struct role *role, struct text name)
{
    struct text count;
    return role != NULL && text_equal(name_before_number(role_title(role), &count), name);
}

/* 1 and 2 behind the same name tell two positions apart. */
static void part_numbers(struct handbook *handbook)
{
    const struct role *before = NULL;
    for (struct role *role = handbook->roles; role != NULL; before = role, role = role->next) {
        struct text title = role_title(role), count;
        struct text name = name_before_number(title, &count);
        struct records *headcount = &role->values[ELEMENT_HEADCOUNT];
        if (name.size == title.size || headcount->state != STATE_ABSENT || is_named(before, name) ||
            is_named(role->next, name))
            continue;
        struct record *row = &role->values[ELEMENT_TITLE].rows[0];
        row->text = name;
        record_append(handbook, headcount, count, row->at);
    }
}

void fill_headcounts(struct extraction *x)
{
    struct handbook *handbook = x->handbook;
    size_t count = handbook->role_count, found = 0, i = 0;
    if (count < ROLES_MIN)
        return;
    part_numbers(handbook);
    if (count > ROLES_MAX)
        return;
    struct told *told = arena_new_array(x->scratch, count, struct told);
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next) {
        struct text line, words = b->kind == BLOCK_TABLE || b->kind == BLOCK_CODE
                                      ? TEXT("")
                                      : whole_block_text(x->scratch, b);
        for (size_t offset = 0; text_next_line(words, &offset, &line);)
            read_line(x, list_label_of(text_trim(line)).rest, b->span, told);
    }
    read_positions(x, told);
    for (size_t k = 0; k < count; k++)
        found += !text_is_empty(told[k].count);
    for (struct role *role = handbook->roles; found >= ROLES_MIN && role != NULL;
         role = role->next, i++)
        if (!text_is_empty(told[i].count) && role->values[ELEMENT_HEADCOUNT].state == STATE_ABSENT)
            record_append(handbook, &role->values[ELEMENT_HEADCOUNT], told[i].count, told[i].at);
}
