#include "core/check/report_html.h"
#include "core/check/rule.h"
#include <stdlib.h>
#include <string.h>

#define OPEN_AT_MOST 60   /* findings: of more, the roles are closed at first */
#define SHOWN_AT_MOST 100 /* of a role: the others are shown when asked for */

/* A finding with the row of its role; NO_ROW: of the handbook, or of a file. */
struct entry {
    size_t row, index;
};

struct entries {
    struct entry *list;
    size_t count;
};

/* What belongs to no role stands first. */
static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->row != b->row)
        return a->row + 1 < b->row + 1 ? -1 : 1; /* NO_ROW + 1 is 0 */
    return a->index < b->index ? -1 : a->index > b->index;
}

static struct entries entries_of(const struct html_report *html)
{
    const struct diagnostics *findings = html->report->findings;
    struct entries entries = {arena_new_array(html->arena, findings->count + 1, struct entry),
                              findings->count};
    for (size_t i = 0; i < findings->count; i++) {
        const struct diagnostic *d = findings->items[i];
        entries.list[i] = (struct entry){
            text_is_empty(d->role) ? NO_ROW : role_rows_find(html->rows, d->role, d->at.source), i};
    }
    if (entries.count > 1)
        qsort(entries.list, entries.count, sizeof *entries.list, compare_entries);
    return entries;
}

static const struct diagnostic *finding_of(const struct html_report *html,
                                           const struct entry *entry)
{
    return html->report->findings->items[entry->index];
}

/* ---- the filter ---- */

static void write_option(const struct html_report *html, const char *value, struct text words)
{
    page_begin(html->page, "option", NULL);
    page_attribute(html->page, "value", value);
    page_words(html->page, words);
    page_end(html->page);
}

static void open_field(const struct html_report *html, const char *const words[LANG_COUNT],
                       const char *element, const char *name)
{
    page_begin(html->page, "label", NULL);
    html_words(html, words);
    page_begin(html->page, "br", NULL);
    page_end_empty(html->page);
    page_begin(html->page, element, NULL);
    page_attribute(html->page, "name", name);
}

static bool is_broken(const struct html_report *html, const char *code)
{
    for (size_t i = 0; i < html->report->findings->count; i++) {
        const char *other = html->report->findings->items[i]->code;
        if (other != NULL && strcmp(code, other) == 0)
            return true;
    }
    return false;
}

static const char *const all_words[] = {"全部", "全部", "All"};

static void write_rules(const struct html_report *html)
{
    static const char *const words[] = {"規則", "规则", "Rule"};
    open_field(html, words, "select", "rule");
    write_option(html, "", text_from_string(all_words[html->report->language]));
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        if (!is_broken(html, (*rule)->code))
            continue;
        struct text_buffer label = text_buffer_new(html->arena);
        buffer_append_format(&label, "%s %s", (*rule)->code, (*rule)->name);
        write_option(html, (*rule)->code, buffer_text(&label));
    }
    page_end(html->page);
    page_end(html->page);
}

static void write_departments(const struct html_report *html)
{
    static const char *const words[] = {"部門", "部门", "Department"};
    open_field(html, words, "select", "department");
    write_option(html, "", text_from_string(all_words[html->report->language]));
    for (size_t i = 0; i < html->rows->count; i++) {
        const struct role_row *row = &html->rows->list[i];
        if (i > 0 && row->order == row[-1].order)
            continue;
        struct text_buffer number = text_buffer_new(html->arena);
        buffer_append_format(&number, "d%zu", row->order);
        write_option(html, buffer_string(&number), html_department(html, row->department));
    }
    page_end(html->page);
    page_end(html->page);
}

static void write_level_box(const struct html_report *html, enum level level)
{
    page_begin(html->page, "label", NULL);
    page_begin(html->page, "input", NULL);
    page_attribute(html->page, "type", "checkbox");
    page_attribute(html->page, "name", level_name(level));
    page_attribute(html->page, "checked", "checked");
    page_end_empty(html->page);
    page_string(html->page, " ");
    page_string(html->page, html_level(html, level));
    page_end(html->page);
}

static void write_button(const struct html_report *html, const char *type, const char *mark,
                         const char *const words[LANG_COUNT])
{
    page_begin(html->page, "button", NULL);
    page_attribute(html->page, "type", type);
    if (mark != NULL)
        page_attribute(html->page, mark, "");
    html_words(html, words);
    page_end(html->page);
}

static void write_buttons(const struct html_report *html)
{
    static const char *const clear[] = {"清除篩選", "清除筛选", "Clear"},
                             *const open[] = {"全部展開", "全部展开", "Open all"},
                             *const close[] = {"全部收起", "全部收起", "Close all"},
                             *const shown[] = {"條發現", "条发现", "findings shown"};
    page_begin(html->page, "div", NULL);
    write_button(html, "reset", NULL, clear);
    page_string(html->page, " ");
    write_button(html, "button", "data-open", open);
    page_string(html->page, " ");
    write_button(html, "button", "data-close", close);
    page_end(html->page);
    page_begin(html->page, "div", NULL);
    page_begin(html->page, "output", NULL);
    page_attribute(html->page, "aria-live", "polite");
    page_end(html->page);
    page_string(html->page, " ");
    html_words(html, shown);
    page_end(html->page);
}

static void write_filter(const struct html_report *html)
{
    static const char *const search[] = {"搜尋", "搜索", "Search"}, *const levels[] = {
                                                                        "等級", "等级", "Level"};
    page_begin(html->page, "form", "filter");
    page_attribute(html->page, "hidden", "hidden"); /* without a script it would do nothing */
    page_attribute(html->page, "role", "search");
    open_field(html, search, "input", "words");
    page_attribute(html->page, "type", "search");
    page_end_empty(html->page);
    page_end(html->page);
    page_begin(html->page, "fieldset", NULL);
    html_element(html, "legend", NULL, levels);
    write_level_box(html, LEVEL_ERROR);
    write_level_box(html, LEVEL_WARNING);
    write_level_box(html, LEVEL_INFO);
    page_end(html->page);
    write_rules(html);
    write_departments(html);
    write_buttons(html);
    page_end(html->page);
}

/* ---- groups ---- */

static void write_finding(const struct html_report *html, const struct diagnostic *d,
                          const struct role_row *row)
{
    struct text_buffer department = text_buffer_new(html->arena);
    if (row != NULL)
        buffer_append_format(&department, "d%zu", row->order);
    page_begin(html->page, "tr", NULL);
    page_attribute(html->page, "data-level", level_name(d->level));
    page_attribute(html->page, "data-rule", d->code == NULL ? "" : d->code);
    page_attribute(html->page, "data-department", buffer_string(&department));
    page_element(html->page, "td", level_name(d->level),
                 text_from_string(html_level(html, d->level)));
    page_begin(html->page, "td", NULL);
    page_string(html->page, d->code == NULL ? "" : d->code);
    page_string(html->page, d->code == NULL ? "" : " ");
    page_string(html->page, d->name == NULL ? "" : d->name);
    page_end(html->page);
    page_element(html->page, "td", NULL,
                 diagnostic_message(html->arena, d, html->report->language));
    page_begin(html->page, "td", NULL);
    page_element(html->page, "code", NULL,
                 span_describe_in(html->arena, d->at, html->report->language));
    page_end(html->page);
    page_end(html->page);
}

static void write_counts(const struct html_report *html, const struct entry *entries, size_t count)
{
    static const enum level levels[] = {LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO};
    for (size_t l = 0; l < sizeof levels / sizeof *levels; l++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            found += finding_of(html, &entries[i])->level == levels[l];
        if (found == 0)
            continue;
        page_begin(html->page, "span", level_name(levels[l]));
        page_string(html->page, html_level(html, levels[l]));
        page_string(html->page, " ");
        page_count(html->page, found);
        page_end(html->page);
    }
}

/* "Show the other 1,900": the page's script shows it where it is of use, and says how many. */
static void write_more(const struct html_report *html, size_t count)
{
    static const char *const before[] = {"顯示其餘 ", "显示其余 ", "Show the other "},
                             *const behind[] = {" 條發現", " 条发现", " findings"};
    if (count <= SHOWN_AT_MOST)
        return;
    page_begin(html->page, "button", NULL);
    page_attribute(html->page, "type", "button");
    page_attribute_count(html->page, "data-more", SHOWN_AT_MOST);
    page_attribute(html->page, "hidden", "hidden"); /* without a script all are shown */
    html_words(html, before);
    page_begin(html->page, "span", NULL);
    page_count(html->page, count - SHOWN_AT_MOST);
    page_end(html->page);
    html_words(html, behind);
    page_end(html->page);
}

static void write_group(const struct html_report *html, const struct entry *entries, size_t count)
{
    static const char *const heads[][LANG_COUNT] = {{"等級", "等级", "Level"},
                                                    {"規則", "规则", "Rule"},
                                                    {"發現與建議", "发现与建议", "Finding"},
                                                    {"位置", "位置", "Place"}};
    static const char *const whole[] = {"手冊與檔案", "手册与文件", "Handbook and files"};
    const struct role_row *row = entries->row == NO_ROW ? NULL : &html->rows->list[entries->row];
    page_begin(html->page, "details", "role");
    if (html->report->findings->count <= OPEN_AT_MOST)
        page_attribute(html->page, "open", "open");
    page_begin(html->page, "summary", NULL);
    page_element(html->page, "b", NULL,
                 row == NULL ? text_from_string(whole[html->report->language])
                             : html_title(html, row->role));
    write_counts(html, entries, count);
    page_end(html->page);
    page_begin(html->page, "table", "findings");
    html_heads(html, heads, sizeof heads / sizeof *heads);
    page_begin(html->page, "tbody", NULL);
    for (size_t i = 0; i < count; i++)
        write_finding(html, finding_of(html, &entries[i]), row);
    page_end(html->page);
    page_end(html->page);
    write_more(html, count);
    page_end(html->page);
}

static size_t order_of(const struct html_report *html, const struct entry *entry)
{
    return entry->row == NO_ROW ? NO_ROW : html->rows->list[entry->row].order;
}

/* One department's roles, or what belongs to none. */
static size_t write_department(const struct html_report *html, const struct entries *entries,
                               size_t first)
{
    size_t order = order_of(html, &entries->list[first]), end;
    page_begin(html->page, "section", "department");
    if (order != NO_ROW)
        page_element(html->page, "h3", NULL,
                     html_department(html, html->rows->list[entries->list[first].row].department));
    for (; first < entries->count && order_of(html, &entries->list[first]) == order; first = end) {
        end = first + 1;
        while (end < entries->count && entries->list[end].row == entries->list[first].row)
            end++;
        write_group(html, &entries->list[first], end - first);
    }
    page_end(html->page);
    return first;
}

void html_findings(const struct html_report *html)
{
    static const char *const title[] = {"發現", "发现", "Findings"}, *const none[] = {
                                                                         "沒有發現任何問題。",
                                                                         "没有发现任何问题。",
                                                                         "Nothing was found."};
    struct entries entries = entries_of(html);
    page_begin(html->page, "section", NULL);
    html_element(html, "h2", NULL, title);
    if (entries.count == 0)
        html_element(html, "p", "note", none);
    else
        write_filter(html);
    for (size_t first = 0; first < entries.count;)
        first = write_department(html, &entries, first);
    page_end(html->page);
}
