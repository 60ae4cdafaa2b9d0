/*
 * However a table of roles is laid out, its roles are the same: with numbers beside the names, with
 * heads that come again, cut in two by a page, with a caption over them, turned.
 */
#include "tests/unit/core/extract/told_roles.h"
#include <stdio.h>

#define COLUMNS (3 + SECTIONS) /* of what is told: title, department, purpose, the sections */

/* What a table has beside its roles; every two of these are tried together. */
enum trait {
    TRAIT_NUMBERS, /* a first column of the rows' own */
    TRAIT_REMARKS, /* a last column that nobody filled in */
    TRAIT_HEADS,   /* the heads once more, in the midst of the rows */
    TRAIT_CUT,     /* ... over a second table */
    TRAIT_EMPTY_ROW,
    TRAIT_CAPTION, /* a row over the full width, above the heads */
    TRAIT_COUNT
};

static const char *const number_heads[] = {"No.", "序号", "序號"};
static const char *const remark_heads[] = {"Remarks", "备注", "備註"};
static const char *const captions[] = {"Roles and Responsibilities", "岗位职责表", "職務分工表"};

struct table_page {
    struct text_buffer out;
    size_t tongue;
    bool traits[TRAIT_COUNT];
};

static void put(struct table_page *page, const char *words)
{
    buffer_append(&page->out, text_from_string(words));
}

static void put_cell(struct table_page *page, const char *words)
{
    put(page, "<td><p>");
    put(page, words);
    put(page, "</p></td>");
}

static void put_items(struct table_page *page, const char *const *items)
{
    put(page, "<td>");
    for (size_t i = 0; i < ITEMS; i++) {
        put(page, "<p>");
        put(page, items[i]);
        put(page, "</p>");
    }
    put(page, "</td>");
}

static size_t columns_of(const struct table_page *page)
{
    size_t columns = COLUMNS;
    columns += page->traits[TRAIT_NUMBERS];
    return columns + page->traits[TRAIT_REMARKS];
}

static void put_heads(struct table_page *page)
{
    put(page, "<tr>");
    if (page->traits[TRAIT_NUMBERS])
        put_cell(page, number_heads[page->tongue]);
    for (size_t i = 0; i < COLUMNS; i++)
        put_cell(page, tongues[page->tongue].labels[i]);
    if (page->traits[TRAIT_REMARKS])
        put_cell(page, remark_heads[page->tongue]);
    put(page, "</tr>\n");
}

static void put_role(struct table_page *page, size_t index)
{
    const struct told_role *role = &tongues[page->tongue].roles[index];
    char number[] = {(char)('1' + index), '\0'};
    put(page, "<tr>");
    if (page->traits[TRAIT_NUMBERS])
        put_cell(page, number);
    put_cell(page, role->title);
    put_cell(page, role->department);
    put_cell(page, role->purpose);
    for (size_t s = 0; s < SECTIONS; s++)
        put_items(page, role->items[s]);
    if (page->traits[TRAIT_REMARKS])
        put_cell(page, "");
    put(page, "</tr>\n");
}

static void put_wide_row(struct table_page *page, const char *words)
{
    char row[64];
    snprintf(row, sizeof row, "<tr><td colspan=\"%zu\"><p>", columns_of(page));
    put(page, row);
    put(page, words);
    put(page, "</p></td></tr>\n");
}

static void put_empty_row(struct table_page *page)
{
    put(page, "<tr>");
    for (size_t c = 0; c < columns_of(page); c++)
        put_cell(page, "");
    put(page, "</tr>\n");
}

static void put_table(struct table_page *page)
{
    put(page, "\n<table>\n");
    if (page->traits[TRAIT_CAPTION])
        put_wide_row(page, captions[page->tongue]);
    put_heads(page);
    for (size_t i = 0; i < ROLES; i++) {
        if (i > 0 && page->traits[TRAIT_EMPTY_ROW])
            put_empty_row(page);
        if (i > 0 && page->traits[TRAIT_CUT])
            put(page, "</table>\n\n<table>\n");
        if (i > 0 && (page->traits[TRAIT_CUT] || page->traits[TRAIT_HEADS]))
            put_heads(page);
        put_role(page, i);
    }
    put(page, "</table>\n");
}

/* A page that cut a table left its caption over the first part alone. */
static bool may_be_together(enum trait one, enum trait other)
{
    return !((one == TRAIT_HEADS || one == TRAIT_CUT) && other == TRAIT_CAPTION);
}

static void test_rows_of_roles_with_every_two_traits(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t one = 0; one < TRAIT_COUNT; one++)
            for (size_t other = one; other < TRAIT_COUNT; other++) {
                struct table_page page = {.out = {.arena = arena}, .tongue = t};
                if (!may_be_together((enum trait)one, (enum trait)other))
                    continue;
                page.traits[one] = page.traits[other] = true;
                put_table(&page);
                assert_roles_told(&tongues[t], buffer_text(&page.out), ROLES);
            }
}

static void test_columns_of_roles_are_turned(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++) {
        struct table_page page = {.out = {.arena = arena}, .tongue = t};
        put(&page, "\n<table>\n");
        for (size_t row = 0; row < COLUMNS; row++) {
            put(&page, "<tr>");
            put_cell(&page, tongues[t].labels[row]);
            for (size_t i = 0; i < ROLES; i++) {
                const struct told_role *role = &tongues[t].roles[i];
                const char *const values[] = {role->title, role->department, role->purpose};
                if (row < COLUMNS - SECTIONS)
                    put_cell(&page, values[row]);
                else
                    put_items(&page, role->items[row - (COLUMNS - SECTIONS)]);
            }
            put(&page, "</tr>\n");
        }
        put(&page, "</table>\n");
        assert_roles_told(&tongues[t], buffer_text(&page.out), ROLES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_of_roles_with_every_two_traits),
        cmocka_unit_test(test_columns_of_roles_are_turned),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
