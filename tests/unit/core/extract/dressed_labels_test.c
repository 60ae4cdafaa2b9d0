/*
 * However its labels are dressed, with numbers, brackets, signs, remarks or a second language, a
 * role is the same role, in forms and on pages.
 */
#include "tests/unit/core/extract/told_roles.h"
#include <stdio.h>

/* In a dress, these stand for what differs from label to label. */
#define MARK_LABEL 'l'
#define MARK_OTHER 'o' /* the label in another language */
#define MARK_FIGURE 'n'
#define MARK_HAN 'h'
#define MARK_ROMAN 'r'
#define MARK_CIRCLED 'c'

/* clang-format off */
static const char *const dresses[] = {
    "%l", "%l%:", "%n. %l", "%n、%l", "%n) %l", "(%n) %l", "1.%n %l", "0%n %l", "%n %l", "%h、%l",
    "（%h）%l", "%r. %l", "%r. %l%:", "第%h部分 %l", "%c%l", "%c %l", "%l/%o", "%l %o", "%o %l",
    "%l - %o", "%l | %o", "%l (%o)", "【%l】", "[%l]", "《%l》", "「%l」", "■%l", "◆ %l", "★ %l",
    "🎯 %l", "%l 🚀", "——%l——", "=== %l ===", "%l——", "%l*", "%l (required)", "%l（必填）",
    "%l (attach pages if necessary)", "%l（可另附页）", "%l%o%:"
};
/* clang-format on */

static const char *const han_numbers[] = {"一", "二", "三", "四", "五", "六"};
static const char *const roman_numbers[] = {"I", "II", "III", "IV", "V", "VI"};
static const char *const circled_numbers[] = {"①", "②", "③", "④", "⑤", "⑥"};

enum carrier { FORM_TWO, FORM_BARS, FORM_CELLS, PAGE_HEADINGS, PAGE_BOLD, CARRIER_COUNT };

struct page {
    struct text_buffer out;
    const struct tongue *tongue, *other;
    const char *dress;
};

static void put(struct page *page, const char *words)
{
    buffer_append(&page->out, text_from_string(words));
}

/* One label in its dress, label by label from 0 on. */
static void put_label(struct page *page, size_t label)
{
    char figure[] = {(char)('1' + label), '\0'};
    for (const char *at = page->dress; *at != '\0'; at++) {
        char plain[] = {*at, '\0'};
        if (*at != '%') {
            put(page, plain);
            continue;
        }
        switch (*++at) {
        case MARK_LABEL:
            put(page, page->tongue->labels[label]);
            break;
        case MARK_OTHER:
            put(page, page->other->labels[label]);
            break;
        case MARK_FIGURE:
            put(page, figure);
            break;
        case MARK_HAN:
            put(page, han_numbers[label]);
            break;
        case MARK_ROMAN:
            put(page, roman_numbers[label]);
            break;
        case MARK_CIRCLED:
            put(page, circled_numbers[label]);
            break;
        default:
            put(page, page->tongue->colon);
            break;
        }
    }
}

/* ---- forms ---- */

static void put_cell(struct page *page, const char *words)
{
    put(page, "<td><p>");
    put(page, words);
    put(page, "</p></td>");
}

static void put_label_cell(struct page *page, const char *attributes, size_t label)
{
    put(page, "<td");
    put(page, attributes);
    put(page, "><p>");
    put_label(page, label);
    put(page, "</p></td>");
}

static void put_paragraphs(struct page *page, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put(page, "<p>");
        put(page, words[i]);
        put(page, "</p>");
    }
}

static void put_row(struct page *page, enum carrier carrier, size_t label, const char *const *words,
                    size_t count)
{
    bool is_wide = carrier != FORM_TWO;
    put(page, "<tr>");
    if (carrier == FORM_CELLS) {
        put(page, "<td colspan=\"4\"><p>");
        put_label(page, label);
        put(page, "</p>");
    } else {
        put_label_cell(page, is_wide ? " colspan=\"4\"" : "", label);
        put(page, is_wide ? "</tr>\n<tr><td colspan=\"4\">" : "<td>");
    }
    put_paragraphs(page, words, count);
    put(page, "</td></tr>\n");
}

static void put_form(struct page *page, const struct told_role *role, enum carrier carrier)
{
    put(page, "\n<table>\n<tr>");
    put_label_cell(page, "", 0);
    put_cell(page, role->title);
    put(page, carrier == FORM_TWO ? "</tr>\n<tr>" : "");
    put_label_cell(page, "", 1);
    put_cell(page, role->department);
    put(page, "</tr>\n");
    put_row(page, carrier, 2, &role->purpose, 1);
    for (size_t s = 0; s < SECTIONS; s++)
        put_row(page, carrier, 3 + s, role->items[s], ITEMS);
    put(page, "</table>\n");
}

/* ---- pages ---- */

static void put_section(struct page *page, enum carrier carrier, size_t label,
                        const char *const *words, size_t count)
{
    put(page, carrier == PAGE_BOLD ? "\n**" : "\n## ");
    put_label(page, label);
    put(page, carrier == PAGE_BOLD ? "**\n\n" : "\n\n");
    for (size_t i = 0; i < count; i++) {
        put(page, count > 1 ? "- " : "");
        put(page, words[i]);
        put(page, "\n");
    }
}

static void put_page(struct page *page, const struct told_role *role, enum carrier carrier)
{
    put(page, "# ");
    put(page, role->title);
    put(page, "\n");
    put_section(page, carrier, 1, &role->department, 1);
    put_section(page, carrier, 2, &role->purpose, 1);
    for (size_t s = 0; s < SECTIONS; s++)
        put_section(page, carrier, 3 + s, role->items[s], ITEMS);
}

static void assert_dressed(const char *dress, const struct tongue *tongue, enum carrier carrier)
{
    bool is_english = tongue == &tongues[0];
    struct page page = {.out = {.arena = arena},
                        .tongue = tongue,
                        .other = &tongues[is_english ? 1 : 0],
                        .dress = dress};
    if (carrier < PAGE_HEADINGS)
        put_form(&page, &tongue->roles[0], carrier);
    else
        put_page(&page, &tongue->roles[0], carrier);
    assert_roles_told(tongue, buffer_text(&page.out), 1);
}

static void test_labels_in_every_dress(void **state)
{
    (void)state;
    for (size_t d = 0; d < sizeof dresses / sizeof *dresses; d++)
        for (size_t t = 0; t < sizeof tongues / sizeof *tongues; t++)
            for (size_t c = 0; c < CARRIER_COUNT; c++)
                assert_dressed(dresses[d], &tongues[t], (enum carrier)c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_in_every_dress),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
