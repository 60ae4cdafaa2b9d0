#include "core/check/report_html.h"
#include "core/model/role_overlaps.h"
#include <assert.h>

#define CELL 30
#define LABELS 230
#define NAME_COLUMNS 28
#define ROLES_DRAWN 40 /* of more, the picture would be too wide for a page */
#define PAIRS_LISTED 500

static size_t place_of_row(const void *rows, struct text title, const struct source *source)
{
    static_assert(NO_ROW == SIZE_MAX, "no row is no place");
    return role_rows_find(rows, title, source);
}

/* ---- the picture ---- */

static size_t place_of(const size_t *rows, size_t count, size_t row)
{
    size_t at = 0;
    while (at < count && rows[at] != row)
        at++;
    return at;
}

static const char *class_of(const struct role_overlap *pair)
{
    return pair->is_one ? "frame" : pair->near > 0 ? "overlap" : "review";
}

static void append_pair(const struct html_report *html, const struct role_overlap *pair,
                        struct text_buffer *out)
{
    buffer_append(out, html_title(html, html->rows->list[pair->a].role));
    buffer_append_string(out, " – ");
    buffer_append(out, html_title(html, html->rows->list[pair->b].role));
}

static void draw_pair(const struct html_report *html, const struct role_overlap *pair,
                      size_t column, size_t line)
{
    static const struct message told = {{"{0} 項職責重疊，{1} 項待看", "{0} 项职责重叠，{1} 项待看",
                                         "{0} duties overlap, {1} to review"}};
    size_t x = LABELS + column * CELL, y = line * CELL;
    struct text_buffer words = text_buffer_new(html->arena), number = words;
    append_pair(html, pair, &words);
    buffer_append_string(&words, ": ");
    buffer_append(&words, html_counted(html, &told, pair->near, pair->review, 0));
    page_begin(html->page, "g", NULL);
    page_element(html->page, "title", NULL, buffer_text(&words));
    page_begin(html->page, "rect", class_of(pair));
    page_attribute_count(html->page, "x", x);
    page_attribute_count(html->page, "y", y);
    page_attribute_count(html->page, "width", CELL);
    page_attribute_count(html->page, "height", CELL);
    page_end(html->page);
    if (pair->is_one)
        buffer_append_string(&number, "=");
    else
        buffer_append_int(&number, (int64_t)(pair->near > 0 ? pair->near : pair->review));
    html_label(html, "sign middle", x + CELL / 2, y + 20, buffer_text(&number));
    page_end(html->page);
}

/* A staircase: each role's line ends where its own column would begin. */
static void draw(const struct html_report *html, const struct role_overlaps *pairs,
                 const size_t *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text_buffer number = text_buffer_new(html->arena);
        struct text_buffer name = number;
        buffer_append_int(&number, (int64_t)i + 1);
        buffer_append_format(&name, "%zu  ", i + 1);
        buffer_append(&name, html_cut(html, html_title(html, html->rows->list[rows[i]].role),
                                      NAME_COLUMNS - 4));
        html_label(html, NULL, 0, i * CELL + 20, buffer_text(&name));
        html_label(html, "middle group", LABELS + i * CELL + CELL / 2, i * CELL + 20,
                   buffer_text(&number));
    }
    for (size_t i = 0; i < pairs->count; i++)
        draw_pair(html, &pairs->list[i], place_of(rows, count, pairs->list[i].a),
                  place_of(rows, count, pairs->list[i].b));
}

/* ---- the table ---- */

static const char *const pair_words[][LANG_COUNT] = {
    {"崗位", "岗位", "Role"},
    {"與崗位", "与岗位", "With"},
    {"重疊的職責", "重叠的职责", "Overlapping duties"},
    {"待看的職責", "待看的职责", "Duties to review"},
    {"整體", "整体", "As a whole"},
};
static const char *const cannot_tell[] = {"分不開", "分不开", "cannot be told apart"};

static void write_row(const struct html_report *html, const struct role_overlap *pair)
{
    page_begin(html->page, "tr", NULL);
    html_head(html, "row", html_title(html, html->rows->list[pair->a].role));
    html_head(html, "row", html_title(html, html->rows->list[pair->b].role));
    page_begin(html->page, "td", "number");
    page_count(html->page, pair->near);
    page_end(html->page);
    page_begin(html->page, "td", "number");
    page_count(html->page, pair->review);
    page_end(html->page);
    page_element(html->page, "td", NULL,
                 pair->is_one ? text_from_string(cannot_tell[html->report->language]) : TEXT(""));
    page_end(html->page);
}

static void write_table(const struct html_report *html, struct role_overlaps *pairs)
{
    static const char *const summary[] = {"以表格顯示，最嚴重的在前", "以表格显示，最严重的在前",
                                          "As a table, the worst first"};
    role_overlaps_rank(pairs);
    page_begin(html->page, "details", NULL);
    html_element(html, "summary", NULL, summary);
    page_begin(html->page, "table", "gaps");
    html_heads(html, pair_words, sizeof pair_words / sizeof *pair_words);
    page_begin(html->page, "tbody", NULL);
    for (size_t i = 0; i < pairs->count && i < PAIRS_LISTED; i++)
        write_row(html, &pairs->list[i]);
    page_end(html->page);
    page_end(html->page);
    page_end(html->page);
}

/* ---- the section ---- */

static void write_legend(const struct html_report *html)
{
    static const struct {
        const char *class, *sign;
        const char *words[LANG_COUNT];
    } signs[] = {
        {"frame", "=", {"整體分不開", "整体分不开", "cannot be told apart as a whole"}},
        {"overlap",
         "2",
         {"相同或相近的職責數", "相同或相近的职责数", "duties that are the same or nearly"}},
        {"review", "1", {"只有待看的職責", "只有待看的职责", "only duties to review"}}};
    page_begin(html->page, "ul", "legend");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        page_begin(html->page, "li", NULL);
        page_begin(html->page, "i", signs[i].class);
        page_attribute(html->page, "aria-hidden", "true");
        page_string(html->page, signs[i].sign);
        page_end(html->page);
        html_words(html, signs[i].words);
        page_end(html->page);
    }
    page_end(html->page);
}

static void write_picture(const struct html_report *html, const struct role_overlaps *pairs,
                          const char *const title[LANG_COUNT])
{
    static const struct message described = {
        {"{0} 個崗位之間有 {1} 對重疊；下面的表格逐對列出。",
         "{0} 个岗位之间有 {1} 对重叠；下面的表格逐对列出。",
         "{1} pairs among {0} roles overlap; the table below lists each."}};
    static const struct message too_many = {
        {"{0} 個崗位之間有 {1} 對重疊，畫不下；下面的表格先列最嚴重的 {2} 對。",
         "{0} 个岗位之间有 {1} 对重叠，画不下；下面的表格先列最严重的 {2} 对。",
         "{1} pairs among {0} roles overlap, too many to draw; the table below lists the {2} worst."}};
    size_t *rows;
    size_t count = role_overlaps_roles(html->arena, pairs, &rows);
    size_t listed = pairs->count < PAIRS_LISTED ? pairs->count : PAIRS_LISTED;
    if (count > ROLES_DRAWN) {
        page_element(html->page, "p", "note",
                     html_counted(html, &too_many, count, pairs->count, listed));
        return;
    }
    write_legend(html);
    page_begin(html->page, "div", "picture");
    html_picture(html, "overlap", LABELS + count * CELL + 4, count * CELL + 4, title,
                 html_counted(html, &described, count, pairs->count, 0));
    draw(html, pairs, rows, count);
    page_end(html->page);
    page_end(html->page);
}

void html_overlaps(const struct html_report *html)
{
    static const char *const title[] = {"崗位之間的重疊", "岗位之间的重叠",
                                        "Overlap between roles"},
                             *const none[] = {"沒有發現崗位之間重疊的職責。",
                                              "没有发现岗位之间重叠的职责。",
                                              "No duties were found that two roles share."};
    struct role_overlaps pairs =
        role_overlaps_of(html->arena, html->report->findings, place_of_row, html->rows);
    page_begin(html->page, "section", NULL);
    html_element(html, "h2", NULL, title);
    if (pairs.count == 0)
        html_element(html, "p", "note", none);
    else {
        write_picture(html, &pairs, title);
        write_table(html, &pairs);
    }
    page_end(html->page);
}
