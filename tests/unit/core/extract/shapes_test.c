/*
 * However a role is laid out, it is the same role: in three languages, with every mark of items, as
 * forms of several shapes, as pages with headings, bold or plain labels, alone or with another.
 */
#include "tests/unit/core/extract/told_roles.h"
#include <stdio.h>

/* ---- how items are marked ---- */

enum mark { MARK_NUMBER, MARK_HAN_NUMBER, MARK_BRACKETS, MARK_BULLET, MARK_NONE, MARK_COUNT };

static const char *const marks[MARK_COUNT][ITEMS] = {{"1. ", "2. ", "3. "},
                                                     {"1、", "2、", "3、"},
                                                     {"（1）", "（2）", "（3）"},
                                                     {"• ", "• ", "• "},
                                                     {"", "", ""}};

struct page {
    struct text_buffer *out;
    const struct tongue *tongue;
    enum mark mark;
    bool has_breaks; /* within the paragraphs of cells */
};

static void put(const struct page *page, const char *words)
{
    buffer_append(page->out, text_from_string(words));
}

/* The items in one paragraph: behind line breaks, or behind semicolons. */
static void put_joined(const struct page *page, const char *const *items, const char *joint)
{
    for (size_t i = 0; i < ITEMS; i++) {
        put(page, i == 0 ? "" : joint);
        put(page, marks[page->mark][i]);
        put(page, items[i]);
    }
}

/* The items as paragraphs of a page, or of a cell. */
static void put_items(const struct page *page, const char *const *items, bool in_cell)
{
    if (in_cell && page->has_breaks) {
        put(page, "<p>");
        put_joined(page, items, "<br/>");
        put(page, "</p>");
        return;
    }
    for (size_t i = 0; i < ITEMS; i++) {
        put(page, in_cell ? "<p>" : "\n");
        put(page, marks[page->mark][i]);
        put(page, items[i]);
        put(page, in_cell ? "</p>" : "\n");
    }
}

/* ---- pages ---- */

enum heading {
    HEADING_HASHES,
    HEADING_BOLD,
    HEADING_BOLD_COLON,
    HEADING_COLON,
    HEADING_NUMBERED, /* 「一、」 in front of names, 「（一）」 in front of labels; 1., 1.1 */
    HEADING_COUNT
};

static const char *const han_numbers[] = {"一", "二", "三", "四", "五"};

static void put_number(const struct page *page, size_t role, size_t label, bool is_title)
{
    char number[64];
    if (page->tongue->colon[0] == ':' && is_title)
        snprintf(number, sizeof number, "%zu\\. ", role + 1);
    else if (page->tongue->colon[0] == ':')
        snprintf(number, sizeof number, "%zu.%zu ", role + 1, label);
    else if (is_title)
        snprintf(number, sizeof number, "%s、", han_numbers[role]);
    else
        snprintf(number, sizeof number, "（%s）", han_numbers[label - 1]);
    put(page, number);
}

/* label: its number from 1 on; 0: the role's name */
static void put_heading(const struct page *page, enum heading heading, size_t role, size_t label,
                        const char *words)
{
    bool is_title = label == 0;
    const char *hashes = is_title ? "# " : "## ";
    bool is_bold = heading == HEADING_BOLD || heading == HEADING_BOLD_COLON;
    bool has_colon = !is_title && (heading == HEADING_BOLD_COLON || heading == HEADING_COLON);
    put(page, "\n");
    put(page, heading == HEADING_HASHES ? hashes : is_bold ? "**" : "");
    if (heading == HEADING_NUMBERED)
        put_number(page, role, label, is_title);
    put(page, words);
    put(page, has_colon ? page->tongue->colon : "");
    put(page, is_bold ? "**\n" : "\n");
}

static void put_page(const struct page *page, size_t index, enum heading heading)
{
    const struct told_role *role = &page->tongue->roles[index];
    const char *const *labels = page->tongue->labels;
    put_heading(page, heading, index, 0, role->title);
    put_heading(page, heading, index, 1, labels[1]);
    put(page, "\n");
    put(page, role->department);
    put(page, "\n");
    put_heading(page, heading, index, 2, labels[2]);
    put(page, "\n");
    put(page, role->purpose);
    put(page, "\n");
    for (size_t s = 0; s < SECTIONS; s++) {
        put_heading(page, heading, index, 3 + s, labels[3 + s]);
        put_items(page, role->items[s], false);
    }
}

/* 「岗位名称：店长」 and the like, then labels with a colon over items. */
static void put_values(const struct page *page, const struct told_role *role)
{
    const char *const *labels = page->tongue->labels;
    const char *const values[] = {role->title, role->department, role->purpose};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        put(page, "\n");
        put(page, labels[i]);
        put(page, page->tongue->colon);
        put(page, page->tongue->colon[0] == ':' ? " " : "");
        put(page, values[i]);
        put(page, "\n");
    }
}

static void put_lines(const struct page *page, const struct told_role *role)
{
    put_values(page, role);
    for (size_t s = 0; s < SECTIONS; s++) {
        put(page, "\n");
        put(page, page->tongue->labels[3 + s]);
        put(page, page->tongue->colon);
        put(page, "\n");
        put_items(page, role->items[s], false);
    }
}

/* ---- forms ---- */

enum form_shape { FORM_TWO, FORM_FOUR, FORM_BARS, FORM_CELLS, FORM_MERGED, FORM_COUNT };

static void put_cell(const struct page *page, const char *attributes, const char *words)
{
    put(page, "<td");
    put(page, attributes);
    put(page, "><p>");
    put(page, words);
    put(page, "</p></td>");
}

/* The label and its value in a row of their own, as the shape has it. */
static void put_value(const struct page *page, enum form_shape shape, const char *label,
                      const char *words)
{
    put(page, "<tr>");
    if (shape == FORM_BARS) {
        put_cell(page, " colspan=\"4\"", label);
        put(page, "</tr>\n<tr>");
        put_cell(page, " colspan=\"4\"", words);
    } else if (shape == FORM_CELLS) {
        put(page, "<td colspan=\"4\"><p>");
        put(page, label);
        put(page, page->tongue->colon);
        put(page, "</p><p>");
        put(page, words);
        put(page, "</p></td>");
    } else {
        put_cell(page, "", label);
        put_cell(page, shape == FORM_TWO ? "" : " colspan=\"3\"", words);
    }
    put(page, "</tr>\n");
}

static void put_section(const struct page *page, enum form_shape shape, const char *label,
                        const char *const *items)
{
    if (shape == FORM_MERGED) {
        for (size_t i = 0; i < ITEMS; i++) {
            put(page, "<tr>");
            if (i == 0)
                put_cell(page, " rowspan=\"3\"", label);
            put_cell(page, " colspan=\"3\"", items[i]);
            put(page, "</tr>\n");
        }
        return;
    }
    put(page, "<tr>");
    if (shape == FORM_BARS) {
        put_cell(page, " colspan=\"4\"", label);
        put(page, "</tr>\n<tr>");
    } else if (shape != FORM_CELLS)
        put_cell(page, "", label);
    put(page, shape == FORM_TWO                           ? "<td>"
              : shape == FORM_BARS || shape == FORM_CELLS ? "<td colspan=\"4\">"
                                                          : "<td colspan=\"3\">");
    if (shape == FORM_CELLS) {
        put(page, "<p>");
        put(page, label);
        put(page, page->tongue->colon);
        put(page, "</p>");
    }
    put_items(page, items, true);
    put(page, "</td></tr>\n");
}

static void put_form(const struct page *page, const struct told_role *role, enum form_shape shape)
{
    const char *const *labels = page->tongue->labels;
    put(page, "\n<table>\n<tr>");
    put_cell(page, "", labels[0]);
    put_cell(page, "", role->title);
    if (shape == FORM_TWO)
        put(page, "</tr>\n<tr>");
    put_cell(page, "", labels[1]);
    put_cell(page, "", role->department);
    put(page, "</tr>\n");
    put_value(page, shape, labels[2], role->purpose);
    for (size_t s = 0; s < SECTIONS; s++)
        put_section(page, shape, labels[3 + s], role->items[s]);
    put(page, "</table>\n");
}

static void assert_page_told(const struct page *page, size_t count)
{
    assert_roles_told(page->tongue, buffer_text(page->out), count);
}

static struct page page_of(size_t tongue, enum mark mark)
{
    struct text_buffer *out = arena_new(arena, struct text_buffer);
    *out = (struct text_buffer){.arena = arena};
    return (struct page){out, &tongues[tongue], mark, false};
}

static void test_pages_of_one_role_and_of_two(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t h = 0; h < HEADING_COUNT; h++)
            for (size_t m = 0; m < MARK_COUNT; m++)
                for (size_t count = 1; count <= ROLES; count++) {
                    if (h == HEADING_COLON && m == MARK_NONE && count > 1)
                        continue; /* nothing marks the second name */
                    struct page page = page_of(t, (enum mark)m);
                    for (size_t i = 0; i < count; i++)
                        put_page(&page, i, (enum heading)h);
                    assert_page_told(&page, count);
                }
}

static void test_lines_of_labels_of_one_role_and_of_two(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t m = 0; m < MARK_COUNT; m++)
            for (size_t count = 1; count <= ROLES; count++) {
                struct page page = page_of(t, (enum mark)m);
                for (size_t i = 0; i < count; i++)
                    put_lines(&page, &tongues[t].roles[i]);
                assert_page_told(&page, count);
            }
}

/* 「岗位职责：1、…；2、…」: a label and all items in one paragraph. */
static void test_labels_and_items_in_one_paragraph(void **state)
{
    (void)state;
    for (size_t t = 1; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t m = 0; m < MARK_BULLET; m++)
            for (size_t count = 1; count <= ROLES; count++) {
                struct page page = page_of(t, (enum mark)m);
                for (size_t i = 0; i < count; i++) {
                    const struct told_role *role = &tongues[t].roles[i];
                    put_values(&page, role);
                    for (size_t s = 0; s < SECTIONS; s++) {
                        put(&page, "\n");
                        put(&page, tongues[t].labels[3 + s]);
                        put(&page, tongues[t].colon);
                        put_joined(&page, role->items[s], "；");
                        put(&page, "\n");
                    }
                }
                assert_page_told(&page, count);
            }
}

static void test_tables_with_one_role_a_row(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t m = 0; m < MARK_COUNT; m++) {
            struct page page = page_of(t, (enum mark)m);
            put(&page, "\n<table>\n<tr>");
            for (size_t i = 0; i < 3 + SECTIONS; i++)
                put_cell(&page, "", tongues[t].labels[i]);
            put(&page, "</tr>\n");
            for (size_t i = 0; i < ROLES; i++) {
                const struct told_role *role = &tongues[t].roles[i];
                put(&page, "<tr>");
                put_cell(&page, "", role->title);
                put_cell(&page, "", role->department);
                put_cell(&page, "", role->purpose);
                for (size_t s = 0; s < SECTIONS; s++) {
                    put(&page, "<td>");
                    put_items(&page, role->items[s], true);
                    put(&page, "</td>");
                }
                put(&page, "</tr>\n");
            }
            put(&page, "</table>\n");
            assert_page_told(&page, ROLES);
        }
}

static void test_forms_of_one_role_and_of_two(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
        for (size_t s = 0; s < FORM_COUNT; s++)
            for (size_t m = 0; m < 2 * MARK_COUNT; m++)
                for (size_t count = 1; count <= ROLES; count++) {
                    struct page page = page_of(t, (enum mark)(m % MARK_COUNT));
                    page.has_breaks = m >= MARK_COUNT;
                    for (size_t i = 0; i < count; i++)
                        put_form(&page, &tongues[t].roles[i], (enum form_shape)s);
                    assert_page_told(&page, count);
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_of_one_role_and_of_two),
        cmocka_unit_test(test_lines_of_labels_of_one_role_and_of_two),
        cmocka_unit_test(test_labels_and_items_in_one_paragraph),
        cmocka_unit_test(test_tables_with_one_role_a_row),
        cmocka_unit_test(test_forms_of_one_role_and_of_two),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
