/* The conversion report as one page for whoever looks after the files. */
#include "core/base/page.h"
#include "core/cli/conversion_summary.h"
#include <stdlib.h>
#include <string.h>

static const struct message title = {{"轉換報告", "转换报告", "Conversion report"}};
static const struct message lacks = {{"缺：", "缺：", "lacks: "}};
static const struct message how_to_read = {
    {"「收入要素」是進了崗位要素的字元；「其他段落」照原樣保留，但沒有認出屬於哪個要素；「手冊篇頁」"
     "不屬於任何崗位，收進手冊；「略去」是表單的提示與重複的標籤；「遺失」應為零。",
     "“收入要素”是进了岗位要素的字符；“其他段落”照原样保留，但没有认出属于哪个要素；“手册篇页”"
     "不属于任何岗位，收进手册；“略去”是表单的提示与重复的标签；“丢失”应为零。",
     "\"In elements\" are characters that went into the elements of roles. \"Other sections\" are kept "
     "as they are, but nothing told which element they are. \"Pages\" belong to no role and went "
     "into the handbook. \"Left out\" are prompts of forms and repeated labels. \"Lost\" should be "
     "nothing."}};
static const struct message to_look_at = {
    {"要有人看的檔案", "要有人看的文件", "Files for a person to look at"}};
static const struct message fine_files = {{"可用的檔案", "可用的文件", "Files that are fine"}};
static const struct message gaps_title = {
    {"最常缺的要素", "最常缺的要素", "Elements most often missing"}};
static const struct message heads[] = {{{"檔案", "文件", "File"}},
                                       {{"崗位與去處", "岗位与去处", "Roles, and where they went"}},
                                       {{"字元去向", "字符去向", "Where the characters went"}},
                                       {{"發現", "发现", "Findings"}}};
static const struct message gap_heads[] = {{{"要素", "要素", "Element"}},
                                           {{"缺它的崗位", "缺它的岗位", "Roles without it"}}};

/* The expected elements it has not, by their headings; empty: none. */
static struct text summary_missing(const struct conversion_summary *summary,
                                   const struct role *role)
{
    struct text_buffer out = text_buffer_new(summary->arena);
    const struct vocabulary *vocabulary = summary->conversion->ledger.vocabulary;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        enum element element = (enum element)e;
        if (!summary_expects(element) || is_given(role_records(role, element)))
            continue;
        if (out.size > 0)
            buffer_append_string(&out, summary->language == LANG_EN ? ", " : "、");
        buffer_append(&out, vocabulary_heading(vocabulary, summary->language, element));
    }
    return buffer_text(&out);
}

/* "other sections: Members (120), Flow chart (35)": the headings, and how much stands there. */
static void page_others(struct page *page, const struct conversion_summary *summary,
                        const struct role *role)
{
    if (role->other == NULL)
        return;
    page_begin(page, "p", NULL);
    page_string(page, summary_say(summary, &summary_share_names[SHARE_OTHER]));
    page_string(page, summary->language == LANG_EN ? ": " : "：");
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        page_words(page, text_is_empty(s->heading) ? TEXT("…") : s->heading);
        page_string(page, " (");
        page_count(page, account_characters(s->text));
        page_string(page, s->next == NULL ? ")" : summary->language == LANG_EN ? "), " : ")、");
    }
    page_end(page);
}

static void page_roles(struct page *page, const struct conversion_summary *summary,
                       const struct summary_row *row)
{
    const struct role *role = row->file->first_role;
    for (size_t i = 0; i < row->file->role_count; i++, role = role->next) {
        const struct role_file *written = summary_written(summary, row, i);
        struct text gaps = summary_missing(summary, role);
        page_begin(page, "details", NULL);
        page_begin(page, "summary", NULL);
        page_element(page, "b", NULL, summary_title(summary, role));
        page_string(page, " ");
        if (written != NULL && written->name != NULL)
            page_element(page, "code", NULL, text_from_string(written->name));
        page_end(page);
        page_begin(page, "p", NULL);
        page_words(page, summary_filled(summary, role));
        if (!text_is_empty(gaps)) {
            page_string(page, summary->language == LANG_EN ? "; " : "；");
            page_string(page, summary_say(summary, &lacks));
            page_words(page, gaps);
        }
        page_end(page);
        page_others(page, summary, role);
        page_end(page);
    }
}

static void page_parts(struct page *page, const struct conversion_summary *summary,
                       const struct summary_row *row)
{
    for (size_t i = 0; i < row->part_count; i++) {
        page_begin(page, "p", NULL);
        page_string(page, summary_say(summary, &summary_to_handbook));
        page_string(page, " ");
        page_element(page, "code", NULL, text_from_string(row->parts[i]->file.name));
        page_end(page);
    }
}

/* A bar for the eye; the words below it say the same. */
static void page_shares(struct page *page, const struct conversion_summary *summary,
                        const struct account *account)
{
    if (account == NULL || summary_all_characters(account) == 0)
        return;
    page_begin(page, "div", "bar");
    page_attribute(page, "aria-hidden", "true");
    for (size_t i = 0; i < SHARE_COUNT; i++) {
        struct text_buffer width = text_buffer_new(summary->arena);
        size_t share = ledger_per_mille(summary_characters(account, (enum share)i),
                                        summary_all_characters(account));
        if (share == 0)
            continue;
        buffer_append_format(&width, "width:%zu.%zu%%", share / 10, share % 10);
        page_begin(page, "i", summary_share_keys[i]);
        page_attribute(page, "style", buffer_string(&width));
        page_end(page);
    }
    page_end(page);
    page_element(page, "small", NULL, summary_shares(summary, account));
}

static void page_findings(struct page *page, const struct conversion_summary *summary,
                          const struct read_file *file)
{
    size_t count = 0;
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!summary_says(d))
            continue;
        if (count == FINDINGS_SHOWN) {
            size_t rest = file->diags->by_level[LEVEL_ERROR] +
                          file->diags->by_level[LEVEL_WARNING] - FINDINGS_SHOWN;
            page_begin(page, "details", NULL);
            page_element(page, "summary", NULL, summary_words(summary, &summary_more, &rest, 1));
        }
        count++;
        page_begin(page, "p", d->level == LEVEL_ERROR ? "bad" : NULL);
        page_words(page, ledger_place(summary->arena, d->at, summary->language));
        page_string(page, " ");
        page_words(page, diagnostic_message(summary->arena, d, summary->language));
        page_end(page);
    }
    if (count > FINDINGS_SHOWN)
        page_end(page);
}

/* The folder, and the file's own name in bold. */
static void page_path(struct page *page, const char *path)
{
    struct text all = text_from_string(path);
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    page_words(page, text_slice(all, 0, folder));
    page_element(page, "b", NULL, text_from(all, folder));
}

static void page_row(struct page *page, const struct conversion_summary *summary,
                     const struct summary_row *row)
{
    const char *class = row->verdict == VERDICT_FINE      ? "fine"
                        : row->verdict == VERDICT_REFUSED ? "bad"
                                                          : "look";
    page_begin(page, "tr", NULL);
    page_begin(page, "th", NULL);
    page_attribute(page, "scope", "row");
    page_path(page, row->file->path);
    page_element(page, "span", class,
                 text_from_string(summary_say(summary, &summary_verdict_names[row->verdict])));
    page_end(page);
    page_begin(page, "td", NULL);
    page_roles(page, summary, row);
    page_parts(page, summary, row);
    page_end(page);
    page_begin(page, "td", NULL);
    page_shares(page, summary, row->file->account);
    page_end(page);
    page_begin(page, "td", NULL);
    page_findings(page, summary, row->file);
    page_end(page);
    page_end(page);
}

static void page_heads(struct page *page, const struct conversion_summary *summary,
                       const struct message *words, size_t count)
{
    page_begin(page, "thead", NULL);
    page_begin(page, "tr", NULL);
    for (size_t i = 0; i < count; i++) {
        page_begin(page, "th", NULL);
        page_attribute(page, "scope", "col");
        page_string(page, summary_say(summary, &words[i]));
        page_end(page);
    }
    page_end(page);
    page_end(page);
}

/* Rows [first, end) under a heading; none: nothing. */
static void page_table(struct page *page, const struct conversion_summary *summary,
                       const struct message *heading, size_t first, size_t end)
{
    if (first == end)
        return;
    page_element(page, "h2", NULL, text_from_string(summary_say(summary, heading)));
    page_begin(page, "table", "files");
    page_heads(page, summary, heads, sizeof heads / sizeof *heads);
    page_begin(page, "tbody", NULL);
    for (size_t i = first; i < end; i++)
        page_row(page, summary, &summary->rows[i]);
    page_end(page);
    page_end(page);
}

struct gap {
    enum element element;
    size_t count;
};

static int by_gaps(const void *a, const void *b)
{
    const struct gap *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return (left->element > right->element) - (left->element < right->element);
}

/* The roles each expected element is missing from, most first. */
static void count_gaps(const struct conversion_summary *summary, struct gap *gaps)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        gaps[e].element = (enum element)e;
    for (size_t i = 0; i < summary->count; i++) {
        const struct role *role = summary->rows[i].file->first_role;
        for (size_t r = 0; r < summary->rows[i].file->role_count; r++, role = role->next)
            for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
                gaps[e].count += summary_expects((enum element)e) &&
                                 !is_given(role_records(role, (enum element)e));
    }
    qsort(gaps, ELEMENT_ROLE_COUNT, sizeof *gaps, by_gaps);
}

static void page_gaps(struct page *page, const struct conversion_summary *summary)
{
    struct gap gaps[ELEMENT_ROLE_COUNT] = {{0}};
    count_gaps(summary, gaps);
    if (gaps[0].count == 0)
        return;
    page_element(page, "h2", NULL, text_from_string(summary_say(summary, &gaps_title)));
    page_begin(page, "table", "gaps");
    page_heads(page, summary, gap_heads, 2);
    page_begin(page, "tbody", NULL);
    for (size_t i = 0; i < ELEMENT_ROLE_COUNT && gaps[i].count > 0; i++) {
        struct text_buffer words = text_buffer_new(summary->arena);
        buffer_append_format(&words, "%zu / %zu (", gaps[i].count, summary->role_count);
        ledger_append_share(&words, gaps[i].count, summary->role_count);
        buffer_append_byte(&words, ')');
        page_begin(page, "tr", NULL);
        page_begin(page, "th", NULL);
        page_attribute(page, "scope", "row");
        page_words(page, vocabulary_heading(summary->conversion->ledger.vocabulary,
                                            summary->language, gaps[i].element));
        page_end(page);
        page_element(page, "td", "number", buffer_text(&words));
        page_end(page);
    }
    page_end(page);
    page_end(page);
}

void summary_write_html(const struct conversion_summary *summary, struct text_buffer *out)
{
    struct page *page = page_open(out, summary->language, summary_say(summary, &title));
    page_element(page, "p", summary->look_count > 0 ? "total look" : "total fine",
                 summary_totals(summary));
    page_table(page, summary, &to_look_at, 0, summary->look_count);
    page_table(page, summary, &fine_files, summary->look_count, summary->count);
    page_gaps(page, summary);
    page_element(page, "p", "note", text_from_string(summary_say(summary, &how_to_read)));
    page_close(page);
}
