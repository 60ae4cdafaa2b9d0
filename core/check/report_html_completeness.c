#include "core/check/report_html.h"

#define CELL 26    /* pixels of a cell */
#define LABELS 230 /* pixels of the roles' names */
#define HEADS 155  /* pixels of the elements' names, which stand upright */
#define SHARES 125 /* pixels of a row's score */
#define NAME_COLUMNS 28
#define HEAD_COLUMNS 24
#define ROWS_SHOWN 200 /* of more roles than that, nobody reads a row each */

enum mark {
    MARK_GIVEN,
    MARK_ERROR,
    MARK_WARNING,
    MARK_INFO,
    MARK_NOT_APPLICABLE,
    MARK_NOT_ASKED,
    MARK_COUNT
};

static const struct {
    const char *class, *sign;
    const char *words[LANG_COUNT];
} marks[MARK_COUNT] = {
    [MARK_GIVEN] = {"given", "✓", {"已有", "已有", "given"}},
    [MARK_ERROR] = {"gap-error", "✕", {"缺少（錯誤）", "缺少（错误）", "missing (error)"}},
    [MARK_WARNING] = {"gap-warning", "!", {"缺少（警告）", "缺少（警告）", "missing (warning)"}},
    [MARK_INFO] = {"gap-info", "·", {"缺少（提示）", "缺少（提示）", "missing (note)"}},
    [MARK_NOT_APPLICABLE] = {"not-applicable", "–", {"不適用", "不适用", "not applicable"}},
    [MARK_NOT_ASKED] = {"not-asked", "", {"不要求", "不要求", "not asked for"}},
};

/* The elements that the profile asks for, in the order of a role. */
struct columns {
    enum element elements[ELEMENT_ROLE_COUNT];
    size_t count;
};

static struct columns columns_of(const struct html_report *html)
{
    struct columns columns = {.count = 0};
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (html->report->scores->profile->levels[e] != LEVEL_OFF)
            columns.elements[columns.count++] = (enum element)e;
    return columns;
}

static struct text heading(const struct html_report *html, enum element element)
{
    return vocabulary_heading(html->report->vocabulary, html->report->language, element);
}

static enum mark mark_of(const struct html_report *html, const struct role *role,
                         enum element element)
{
    static const enum mark gaps[LEVEL_COUNT] = {[LEVEL_OFF] = MARK_NOT_ASKED,
                                                [LEVEL_INFO] = MARK_INFO,
                                                [LEVEL_WARNING] = MARK_WARNING,
                                                [LEVEL_ERROR] = MARK_ERROR};
    const struct records *records = role_records(role, element);
    if (records->state == STATE_NOT_APPLICABLE)
        return MARK_NOT_APPLICABLE;
    return is_given(records) ? MARK_GIVEN : gaps[html->report->scores->profile->levels[element]];
}

/* ---- pictures ---- */

static void write_square(const struct html_report *html, const char *class, size_t x, size_t y,
                         size_t width)
{
    page_begin(html->page, "rect", class);
    page_attribute_count(html->page, "x", x);
    page_attribute_count(html->page, "y", y);
    page_attribute_count(html->page, "width", width);
    page_attribute_count(html->page, "height", CELL);
    page_end(html->page);
}

static void write_heads(const struct html_report *html, const struct columns *columns)
{
    for (size_t c = 0; c < columns->count; c++) {
        struct text_buffer turn = text_buffer_new(html->arena);
        size_t x = LABELS + c * CELL + CELL / 2 + 4;
        buffer_append_format(&turn, "translate(%zu %d) rotate(-60)", x, HEADS - 6);
        page_begin(html->page, "text", NULL);
        page_attribute(html->page, "transform", buffer_string(&turn));
        page_words(html->page, html_cut(html, heading(html, columns->elements[c]), HEAD_COLUMNS));
        page_end(html->page);
    }
}

static void write_share(const struct html_report *html, size_t x, size_t y, unsigned percent)
{
    struct text_buffer words = text_buffer_new(html->arena);
    buffer_append_format(&words, "%u %%", percent);
    html_label(html, "end", x + 55, y + 18, buffer_text(&words));
}

static void write_cell(const struct html_report *html, const struct role *role,
                       enum element element, size_t x, size_t y)
{
    enum mark mark = mark_of(html, role, element);
    page_begin(html->page, "g", NULL);
    page_begin(html->page, "title", NULL);
    page_words(html->page, html_title(html, role));
    page_string(html->page, " · ");
    page_words(html->page, heading(html, element));
    page_string(html->page, ": ");
    html_words(html, marks[mark].words);
    page_end(html->page);
    write_square(html, marks[mark].class, x, y, CELL);
    if (*marks[mark].sign != '\0')
        html_label(html, mark == MARK_GIVEN ? "sign middle on-given" : "sign middle", x + CELL / 2,
                   y + 18, text_from_string(marks[mark].sign));
    page_end(html->page);
}

static bool begins_department(const struct role_rows *rows, size_t i)
{
    return i == 0 || rows->list[i].order != rows->list[i - 1].order;
}

static size_t department_count(const struct role_rows *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++)
        count += begins_department(rows, i);
    return count;
}

static void draw_roles(const struct html_report *html, const struct columns *columns)
{
    size_t y = HEADS;
    for (size_t i = 0; i < html->rows->count; i++) {
        const struct role_row *row = &html->rows->list[i];
        const struct role_score *score = &html->report->scores->roles[row->number];
        if (begins_department(html->rows, i)) {
            html_label(html, "group", 0, y + 19,
                       html_cut(html, html_department(html, row->department), NAME_COLUMNS));
            y += CELL;
        }
        html_label(html, NULL, 12, y + 18,
                   html_cut(html, html_title(html, row->role), NAME_COLUMNS));
        for (size_t c = 0; c < columns->count; c++)
            write_cell(html, row->role, columns->elements[c], LABELS + c * CELL, y);
        write_share(html, LABELS + columns->count * CELL, y,
                    score_percent(score->given, score->asked));
        y += CELL;
    }
}

/* ---- the same in numbers: a department's roles together ---- */

/* How many roles of [first, end) give the element. */
static size_t given_in(const struct html_report *html, size_t first, size_t end,
                       enum element element)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += is_given(role_records(html->rows->list[i].role, element));
    return count;
}

static unsigned percent_in(const struct html_report *html, size_t first, size_t end)
{
    size_t given = 0, asked = 0;
    for (size_t i = first; i < end; i++) {
        const struct role_score *score = &html->report->scores->roles[html->rows->list[i].number];
        given += score->given;
        asked += score->asked;
    }
    return score_percent(given, asked);
}

static size_t department_end(const struct role_rows *rows, size_t first)
{
    size_t end = first + 1;
    while (end < rows->count && !begins_department(rows, end))
        end++;
    return end;
}

static void draw_departments(const struct html_report *html, const struct columns *columns)
{
    size_t y = HEADS;
    for (size_t first = 0, end; first < html->rows->count; first = end, y += CELL) {
        end = department_end(html->rows, first);
        html_label(html, NULL, 0, y + 18,
                   html_cut(html, html_department(html, html->rows->list[first].department),
                            NAME_COLUMNS));
        for (size_t c = 0; c < columns->count; c++) {
            size_t given = given_in(html, first, end, columns->elements[c]);
            size_t x = LABELS + c * CELL;
            write_square(html, "frame", x, y, CELL);
            write_square(html, "share", x + 1, y, (CELL - 2) * given / (end - first));
        }
        write_share(html, LABELS + columns->count * CELL, y, percent_in(html, first, end));
    }
}

/* ---- tables ---- */

static void write_table_head(const struct html_report *html, const struct columns *columns)
{
    static const char *const who[] = {"部門", "部门", "Department"},
                             *const role[] = {"崗位", "岗位", "Role"},
                             *const score[] = {"完整度", "完整度", "Complete"};
    enum language language = html->report->language;
    page_begin(html->page, "thead", NULL);
    page_begin(html->page, "tr", NULL);
    html_head(html, "col", text_from_string(who[language]));
    html_head(html, "col", text_from_string(role[language]));
    html_head(html, "col", text_from_string(score[language]));
    for (size_t c = 0; c < columns->count; c++)
        html_head(html, "col", heading(html, columns->elements[c]));
    page_end(html->page);
    page_end(html->page);
}

static void write_percent(const struct html_report *html, unsigned percent)
{
    page_begin(html->page, "td", "number");
    page_count(html->page, percent);
    page_string(html->page, " %");
    page_end(html->page);
}

static void write_role_row(const struct html_report *html, const struct columns *columns, size_t i)
{
    const struct role_row *row = &html->rows->list[i];
    const struct role_score *score = &html->report->scores->roles[row->number];
    page_begin(html->page, "tr", NULL);
    page_element(html->page, "td", NULL, html_department(html, row->department));
    html_head(html, "row", html_title(html, row->role));
    write_percent(html, score_percent(score->given, score->asked));
    for (size_t c = 0; c < columns->count; c++)
        html_element(html, "td", NULL, marks[mark_of(html, row->role, columns->elements[c])].words);
    page_end(html->page);
}

static void write_department_row(const struct html_report *html, const struct columns *columns,
                                 size_t first, size_t end)
{
    page_begin(html->page, "tr", NULL);
    html_head(html, "row", html_department(html, html->rows->list[first].department));
    page_begin(html->page, "td", "number");
    page_count(html->page, end - first);
    page_end(html->page);
    write_percent(html, percent_in(html, first, end));
    for (size_t c = 0; c < columns->count; c++) {
        page_begin(html->page, "td", "number");
        page_count(html->page, given_in(html, first, end, columns->elements[c]));
        page_end(html->page);
    }
    page_end(html->page);
}

static void write_table(const struct html_report *html, const struct columns *columns)
{
    static const char *const summary[] = {"以表格顯示", "以表格显示", "As a table"};
    bool is_long = html->rows->count > ROWS_SHOWN;
    page_begin(html->page, "details", "alternative");
    html_element(html, "summary", NULL, summary);
    page_begin(html->page, "div", "picture");
    page_begin(html->page, "table", NULL);
    write_table_head(html, columns);
    page_begin(html->page, "tbody", NULL);
    for (size_t first = 0, end; first < html->rows->count; first = end) {
        end = is_long ? department_end(html->rows, first) : first + 1;
        if (is_long)
            write_department_row(html, columns, first, end);
        else
            write_role_row(html, columns, first);
    }
    page_end(html->page);
    page_end(html->page);
    page_end(html->page);
    page_end(html->page);
}

/* ---- the section ---- */

static const struct message described = {
    {"{0} 個崗位，{1} 項要素，完整度 {2}%；下面的表格逐項列出。",
     "{0} 个岗位，{1} 项要素，完整度 {2}%；下面的表格逐项列出。",
     "{0} roles, {1} elements, {2}% complete; the table below lists each."}};

static void write_legend(const struct html_report *html)
{
    page_begin(html->page, "ul", "legend");
    for (size_t i = 0; i < MARK_NOT_ASKED; i++) {
        page_begin(html->page, "li", NULL);
        page_begin(html->page, "i", marks[i].class);
        page_attribute(html->page, "aria-hidden", "true");
        page_string(html->page, marks[i].sign);
        page_end(html->page);
        html_words(html, marks[i].words);
        page_end(html->page);
    }
    page_end(html->page);
}

static void write_note(const struct html_report *html)
{
    static const char *const
        profile[] = {"完整性要求：", "完整性要求：", "Profile: "},
        *const weights[] = {"缺一項錯誤級要素扣 3，警告級扣 2，提示級扣 1，對全部所要求的計算。",
                            "缺一项错误级要素扣 3，警告级扣 2，提示级扣 1，对全部所要求的计算。",
                            "An element missed as an error weighs 3, as a warning 2, as a "
                            "note 1, of all that are asked for."},
        *const many[] = {"崗位很多，所以每個部門一行：綠色的長度是有此要素的崗位所占的比例。",
                         "岗位很多，所以每个部门一行：绿色的长度是有此要素的岗位所占的比例。",
                         "There are many roles, so each row is a department: the green part "
                         "is the share of its roles that give the element."};
    page_begin(html->page, "p", "note");
    html_words(html, profile);
    page_words(html->page, html->report->scores->profile->name);
    page_end(html->page);
    html_element(html, "p", "note", weights);
    if (html->rows->count > ROWS_SHOWN)
        html_element(html, "p", "note", many);
}

void html_completeness(const struct html_report *html)
{
    static const char *const title[] = {"完整性：崗位 × 要素", "完整性：岗位 × 要素",
                                        "Completeness: roles × elements"};
    const struct scores *scores = html->report->scores;
    struct columns columns = columns_of(html);
    bool is_long = html->rows->count > ROWS_SHOWN;
    size_t lines = department_count(html->rows) + (is_long ? 0 : html->rows->count);
    page_begin(html->page, "section", NULL);
    html_element(html, "h2", NULL, title);
    write_note(html);
    if (!is_long)
        write_legend(html);
    page_begin(html->page, "div", "picture");
    html_picture(html, "heat", LABELS + columns.count * CELL + SHARES, HEADS + lines * CELL + 4,
                 title,
                 html_counted(html, &described, scores->count, columns.count,
                              score_percent(scores->given, scores->asked)));
    write_heads(html, &columns);
    (is_long ? draw_departments : draw_roles)(html, &columns);
    page_end(html->page);
    page_end(html->page);
    write_table(html, &columns);
    page_end(html->page);
}
