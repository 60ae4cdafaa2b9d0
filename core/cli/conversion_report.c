#include "core/cli/conversion_report.h"
#include "core/base/json.h"
#include "core/base/page.h"
#include "core/extract/false_friends.h"
#include <stdlib.h>
#include <string.h>

#define MUCH_OTHER 200 /* per mille in other sections: so much was not understood */

#define FINDINGS_SHOWN 3 /* errors and warnings of a file in a line of text */

static const struct message title = {{"轉換報告", "转换报告", "Conversion report"}};
static const struct message untitled = {{"（未命名）", "（未命名）", "(untitled)"}};
static const struct message totals = {
    {"{0} 個檔案，{1} 個崗位；{2} 個檔案要有人看", "{0} 个文件，{1} 个岗位；{2} 个文件要有人看",
     "files: {0}; roles: {1}; files for a person to look at: {2}"}};
static const struct message filled = {
    {"{0}/{1} 項有內容", "{0}/{1} 项有内容", "{0} of {1} expected elements filled"}};
static const struct message lacks = {{"缺：", "缺：", "lacks: "}};
static const struct message more = {{"另有 {0} 項", "另有 {0} 项", "and {0} more"}};
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
static const struct message to_handbook = {{"手冊", "手册", "handbook"}};
static const struct message heads[] = {{{"檔案", "文件", "File"}},
                                       {{"崗位與去處", "岗位与去处", "Roles, and where they went"}},
                                       {{"字元去向", "字符去向", "Where the characters went"}},
                                       {{"發現", "发现", "Findings"}}};
static const struct message gap_heads[] = {{{"要素", "要素", "Element"}},
                                           {{"缺它的崗位", "缺它的岗位", "Roles without it"}}};

/* Where characters went, as a manager hears of it. */
enum share { SHARE_ELEMENTS, SHARE_OTHER, SHARE_PAGES, SHARE_LEFT_OUT, SHARE_LOST, SHARE_COUNT };
static const struct message shares[SHARE_COUNT] = {
    [SHARE_ELEMENTS] = {{"收入要素", "收入要素", "in elements"}},
    [SHARE_OTHER] = {{"其他段落", "其他段落", "other sections"}},
    [SHARE_PAGES] = {{"手冊篇頁", "手册篇页", "pages"}},
    [SHARE_LEFT_OUT] = {{"略去", "略去", "left out"}},
    [SHARE_LOST] = {{"遺失", "丢失", "lost"}},
};
static const char *const share_keys[SHARE_COUNT] = {"elements", "other", "pages", "left-out",
                                                    "lost"};

/* ---- what to think of a file ---- */

enum verdict {
    VERDICT_FINE,
    VERDICT_MUCH_OTHER,
    VERDICT_NO_ROLE,
    VERDICT_UNTITLED,
    VERDICT_NO_DUTIES,
    VERDICT_KEPT,
    VERDICT_UNREAD,
    VERDICT_REFUSED,
    VERDICT_COUNT,
};

static const struct message verdicts[VERDICT_COUNT] = {
    [VERDICT_FINE] = {{"可用", "可用", "fine"}},
    [VERDICT_MUCH_OTHER] = {{"許多段落不認得", "许多段落不认得", "much was not recognised"}},
    [VERDICT_NO_ROLE] = {{"沒有崗位", "没有岗位", "no role in it"}},
    [VERDICT_UNTITLED] = {{"崗位沒有名稱", "岗位没有名称", "a role without a name"}},
    [VERDICT_NO_DUTIES] = {{"崗位沒有職責", "岗位没有职责", "a role without duties"}},
    [VERDICT_KEPT] = {{"有人改過，沒有覆寫", "有人改过，没有覆盖",
                       "edited by hand: not overwritten"}},
    [VERDICT_UNREAD] = {{"有內容未能讀入", "有内容未能读入", "some content could not be read"}},
    [VERDICT_REFUSED] = {{"沒有讀成", "没有读成", "could not be read"}},
};
static const char *const verdict_keys[VERDICT_COUNT] = {
    "fine", "much-other", "no-role", "untitled", "no-duties", "kept", "unread", "refused"};

/* A source file, with where its roles begin among all. */
struct row {
    const struct read_file *file;
    const struct part_file **parts; /* of the handbook that it gave */
    size_t part_count, part_capacity;
    size_t index, first_role;
    enum verdict verdict;
};

struct report {
    const struct conversion *conversion;
    struct arena *arena;
    enum language language;
    struct row *rows; /* worst first, then in the order of input */
    size_t count, role_count, look_count;
};

static enum verdict worse(enum verdict a, enum verdict b) { return a > b ? a : b; }

static bool is_without_role(const struct read_file *file)
{
    for (size_t i = 0; i < file->diags->count; i++)
        if (finding_is_no_role(file->diags->items[i]))
            return true;
    return false;
}

static const struct role_file *written_as(const struct report *report, const struct row *row,
                                          size_t role)
{
    const struct role_files *written = report->conversion->written;
    return written == NULL ? NULL : &written->roles[row->first_role + role];
}

static size_t other_share(const struct read_file *file)
{
    return file->account == NULL
               ? 0
               : ledger_per_mille(file->account->used[USE_OTHER], file->account->characters);
}

static enum verdict verdict_of(const struct report *report, const struct row *row)
{
    const struct read_file *file = row->file;
    const struct role *role = file->first_role;
    enum verdict verdict = other_share(file) > MUCH_OTHER ? VERDICT_MUCH_OTHER : VERDICT_FINE;
    if (file->handbook == NULL || file->status != STATUS_OK)
        return VERDICT_REFUSED;
    if (is_without_role(file))
        verdict = worse(verdict, VERDICT_NO_ROLE);
    for (size_t i = 0; i < file->role_count; i++, role = role->next) {
        const struct role_file *written = written_as(report, row, i);
        if (!is_given(role_records(role, ELEMENT_TITLE)))
            verdict = worse(verdict, VERDICT_UNTITLED);
        if (!is_given(role_records(role, ELEMENT_DUTIES)))
            verdict = worse(verdict, VERDICT_NO_DUTIES);
        if (written != NULL && written->fate == OUTPUT_REFUSED)
            verdict = worse(verdict, VERDICT_KEPT);
    }
    return ledger_unread(file) > 0 ? worse(verdict, VERDICT_UNREAD) : verdict;
}

static int by_need(const void *a, const void *b)
{
    const struct row *left = a, *right = b;
    if (left->verdict != right->verdict)
        return left->verdict > right->verdict ? -1 : 1;
    return (left->index > right->index) - (left->index < right->index);
}

/* Each part to the file it came from; before the rows are sorted. */
static void share_parts(struct report *report)
{
    const struct role_files *written = report->conversion->written;
    json_t *rows = json_object();
    for (size_t i = 0; i < report->count; i++)
        json_object_set_new(rows, report->rows[i].file->path, json_integer((json_int_t)i));
    for (size_t i = 0; written != NULL && i < written->part_count; i++) {
        const struct part_file *part = &written->parts[i];
        const json_t *index =
            part->source == NULL ? NULL : json_object_get(rows, part->source->path);
        if (index == NULL)
            continue;
        struct row *row = &report->rows[json_integer_value(index)];
        *arena_push(report->arena, row->parts, row->part_count, row->part_capacity) = part;
    }
    json_decref(rows);
}

static struct report report_new(const struct conversion *conversion, struct arena *arena)
{
    const struct read_files *files = conversion->ledger.files;
    struct report report = {.conversion = conversion,
                            .arena = arena,
                            .language = conversion->ledger.language,
                            .rows = arena_new_array(arena, files->count + 1, struct row),
                            .count = files->count};
    for (size_t i = 0; i < files->count; i++) {
        struct row *row = &report.rows[i];
        *row = (struct row){.file = &files->files[i], .index = i, .first_role = report.role_count};
        report.role_count += row->file->role_count;
        row->verdict = verdict_of(&report, row);
        report.look_count += row->verdict != VERDICT_FINE;
    }
    share_parts(&report);
    if (report.count > 0)
        qsort(report.rows, report.count, sizeof *report.rows, by_need);
    return report;
}

/* ---- words ---- */

static struct text words_with(const struct report *report, const struct message *message,
                              const size_t *numbers, size_t count)
{
    struct text args[MESSAGE_ARGS] = {{0}};
    for (size_t i = 0; i < count; i++)
        args[i] = text_from_number(report->arena, numbers[i]);
    return message_format(report->arena, message, args, report->language);
}

static const char *say(const struct report *report, const struct message *message)
{
    return message->text[report->language];
}

static struct text total_words(const struct report *report)
{
    const size_t numbers[] = {report->count, report->role_count, report->look_count};
    return words_with(report, &totals, numbers, 3);
}

static struct text title_of(const struct report *report, const struct role *role)
{
    struct text name = role_title(role);
    return text_is_empty(name) ? text_from_string(say(report, &untitled)) : name;
}

/* Elements somebody would miss. */
static bool is_expected(enum element element)
{
    return element_row(element)->absent >= LEVEL_WARNING;
}

static struct text filled_words(const struct report *report, const struct role *role)
{
    size_t numbers[] = {0, 0};
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        numbers[0] += is_expected((enum element)e) && is_given(role_records(role, (enum element)e));
        numbers[1] += is_expected((enum element)e);
    }
    return words_with(report, &filled, numbers, 2);
}

/* The expected elements it has not, by their headings; empty: none. */
static struct text missing(const struct report *report, const struct role *role)
{
    struct text_buffer out = text_buffer_new(report->arena);
    const struct vocabulary *vocabulary = report->conversion->ledger.vocabulary;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        enum element element = (enum element)e;
        if (!is_expected(element) || is_given(role_records(role, element)))
            continue;
        if (out.size > 0)
            buffer_append_string(&out, report->language == LANG_EN ? ", " : "、");
        buffer_append(&out, vocabulary_heading(vocabulary, report->language, element));
    }
    return buffer_text(&out);
}

static size_t characters_of(const struct account *account, enum share share)
{
    const size_t counts[SHARE_COUNT] = {[SHARE_ELEMENTS] =
                                            account->used[USE_VALUE] + account->used[USE_LABEL],
                                        [SHARE_OTHER] = account->used[USE_OTHER],
                                        [SHARE_PAGES] = account->used[USE_PAGE],
                                        [SHARE_LEFT_OUT] = account->used[USE_SKIPPED],
                                        [SHARE_LOST] = account->lost};
    return counts[share];
}

/* All that an account tells of: a name taken from the file's name is more than the document. */
static size_t all_characters(const struct account *account)
{
    size_t all = 0;
    for (size_t i = 0; i < SHARE_COUNT; i++)
        all += characters_of(account, (enum share)i);
    return all;
}

/* "in elements 81.8 % · other sections 16.3 %": those that are not nothing. */
static struct text share_words(const struct report *report, const struct account *account)
{
    struct text_buffer out = text_buffer_new(report->arena);
    if (account == NULL)
        return TEXT("");
    for (size_t i = 0; i < SHARE_COUNT; i++) {
        size_t part = characters_of(account, (enum share)i);
        if (part == 0)
            continue;
        buffer_append_string(&out, out.size > 0 ? " · " : "");
        buffer_append_string(&out, say(report, &shares[i]));
        buffer_append_byte(&out, ' ');
        ledger_append_share(&out, part, all_characters(account));
    }
    return buffer_text(&out);
}

/* Errors and warnings: notes are for check. */
static bool is_worth_saying(const struct diagnostic *d) { return d->level >= LEVEL_WARNING; }

/* ---- text ---- */

static void append_findings(const struct report *report, const struct read_file *file,
                            struct text_buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!is_worth_saying(d) || ++count > FINDINGS_SHOWN)
            continue;
        buffer_append_format(out, "      %s: ", level_name(d->level));
        buffer_append(out, diagnostic_message(report->arena, d, report->language));
        buffer_append_byte(out, '\n');
    }
    if (count > FINDINGS_SHOWN) {
        size_t rest = count - FINDINGS_SHOWN;
        buffer_append_string(out, "      ");
        buffer_append(out, words_with(report, &more, &rest, 1));
        buffer_append_byte(out, '\n');
    }
}

static void append_roles(const struct report *report, const struct row *row,
                         struct text_buffer *out)
{
    const struct role *role = row->file->first_role;
    for (size_t i = 0; i < row->file->role_count; i++, role = role->next) {
        const struct role_file *written = written_as(report, row, i);
        buffer_append_string(out, "      ");
        buffer_append(out, title_of(report, role));
        if (written != NULL && written->name != NULL) {
            buffer_append_string(out, " → ");
            buffer_append_string(out, written->name);
        }
        buffer_append_string(out, report->language == LANG_EN ? "; " : "；");
        buffer_append(out, filled_words(report, role));
        buffer_append_byte(out, '\n');
    }
}

static void append_parts(const struct report *report, const struct row *row,
                         struct text_buffer *out)
{
    for (size_t i = 0; i < row->part_count; i++) {
        buffer_append_format(out, "      %s → ", say(report, &to_handbook));
        buffer_append_string(out, row->parts[i]->file.name);
        buffer_append_byte(out, '\n');
    }
}

static void append_row(const struct report *report, const struct row *row, struct text_buffer *out)
{
    struct text words = share_words(report, row->file->account);
    buffer_append_string(out, "    ");
    buffer_append_string(out, row->file->path);
    if (!text_is_empty(words)) {
        buffer_append_string(out, report->language == LANG_EN ? ": " : "：");
        buffer_append(out, words);
    }
    buffer_append_byte(out, '\n');
    append_roles(report, row, out);
    append_parts(report, row, out);
    append_findings(report, row->file, out);
}

static void write_text(const struct report *report, struct text_buffer *out)
{
    buffer_append(out, total_words(report));
    buffer_append_byte(out, '\n');
    for (size_t i = 0; i < report->count; i++) {
        const struct row *row = &report->rows[i];
        if (i == 0 || row->verdict != report->rows[i - 1].verdict) {
            buffer_append_string(out, row->verdict == VERDICT_FINE ? "\n  ✓ " : "\n  ! ");
            buffer_append_string(out, say(report, &verdicts[row->verdict]));
            buffer_append_byte(out, '\n');
        }
        append_row(report, row, out);
    }
}

/* ---- HTML ---- */

/* "other sections: Members (120), Flow chart (35)": the headings, and how much stands there. */
static void page_others(struct page *page, const struct report *report, const struct role *role)
{
    if (role->other == NULL)
        return;
    page_begin(page, "p", NULL);
    page_string(page, say(report, &shares[SHARE_OTHER]));
    page_string(page, report->language == LANG_EN ? ": " : "：");
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        page_words(page, text_is_empty(s->heading) ? TEXT("…") : s->heading);
        page_string(page, " (");
        page_count(page, account_characters(s->text));
        page_string(page, s->next == NULL ? ")" : report->language == LANG_EN ? "), " : ")、");
    }
    page_end(page);
}

static void page_roles(struct page *page, const struct report *report, const struct row *row)
{
    const struct role *role = row->file->first_role;
    for (size_t i = 0; i < row->file->role_count; i++, role = role->next) {
        const struct role_file *written = written_as(report, row, i);
        struct text gaps = missing(report, role);
        page_begin(page, "details", NULL);
        page_begin(page, "summary", NULL);
        page_element(page, "b", NULL, title_of(report, role));
        page_string(page, " ");
        if (written != NULL && written->name != NULL)
            page_element(page, "code", NULL, text_from_string(written->name));
        page_end(page);
        page_begin(page, "p", NULL);
        page_words(page, filled_words(report, role));
        if (!text_is_empty(gaps)) {
            page_string(page, report->language == LANG_EN ? "; " : "；");
            page_string(page, say(report, &lacks));
            page_words(page, gaps);
        }
        page_end(page);
        page_others(page, report, role);
        page_end(page);
    }
}

static void page_parts(struct page *page, const struct report *report, const struct row *row)
{
    for (size_t i = 0; i < row->part_count; i++) {
        page_begin(page, "p", NULL);
        page_string(page, say(report, &to_handbook));
        page_string(page, " ");
        page_element(page, "code", NULL, text_from_string(row->parts[i]->file.name));
        page_end(page);
    }
}

/* A bar for the eye; the words below it say the same. */
static void page_shares(struct page *page, const struct report *report,
                        const struct account *account)
{
    if (account == NULL || all_characters(account) == 0)
        return;
    page_begin(page, "div", "bar");
    page_attribute(page, "aria-hidden", "true");
    for (size_t i = 0; i < SHARE_COUNT; i++) {
        struct text_buffer width = text_buffer_new(report->arena);
        size_t share =
            ledger_per_mille(characters_of(account, (enum share)i), all_characters(account));
        if (share == 0)
            continue;
        buffer_append_format(&width, "width:%zu.%zu%%", share / 10, share % 10);
        page_begin(page, "i", share_keys[i]);
        page_attribute(page, "style", buffer_string(&width));
        page_end(page);
    }
    page_end(page);
    page_element(page, "small", NULL, share_words(report, account));
}

static void page_findings(struct page *page, const struct report *report,
                          const struct read_file *file)
{
    size_t count = 0;
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!is_worth_saying(d))
            continue;
        if (count == FINDINGS_SHOWN) {
            size_t rest = file->diags->by_level[LEVEL_ERROR] +
                          file->diags->by_level[LEVEL_WARNING] - FINDINGS_SHOWN;
            page_begin(page, "details", NULL);
            page_element(page, "summary", NULL, words_with(report, &more, &rest, 1));
        }
        count++;
        page_begin(page, "p", d->level == LEVEL_ERROR ? "bad" : NULL);
        page_words(page, ledger_place(report->arena, d->at));
        page_string(page, " ");
        page_words(page, diagnostic_message(report->arena, d, report->language));
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

static void page_row(struct page *page, const struct report *report, const struct row *row)
{
    const char *class = row->verdict == VERDICT_FINE      ? "fine"
                        : row->verdict == VERDICT_REFUSED ? "bad"
                                                          : "look";
    page_begin(page, "tr", NULL);
    page_begin(page, "th", NULL);
    page_attribute(page, "scope", "row");
    page_path(page, row->file->path);
    page_element(page, "span", class, text_from_string(say(report, &verdicts[row->verdict])));
    page_end(page);
    page_begin(page, "td", NULL);
    page_roles(page, report, row);
    page_parts(page, report, row);
    page_end(page);
    page_begin(page, "td", NULL);
    page_shares(page, report, row->file->account);
    page_end(page);
    page_begin(page, "td", NULL);
    page_findings(page, report, row->file);
    page_end(page);
    page_end(page);
}

static void page_heads(struct page *page, const struct report *report, const struct message *words,
                       size_t count)
{
    page_begin(page, "thead", NULL);
    page_begin(page, "tr", NULL);
    for (size_t i = 0; i < count; i++) {
        page_begin(page, "th", NULL);
        page_attribute(page, "scope", "col");
        page_string(page, say(report, &words[i]));
        page_end(page);
    }
    page_end(page);
    page_end(page);
}

/* Rows [first, end) under a heading; none: nothing. */
static void page_table(struct page *page, const struct report *report,
                       const struct message *heading, size_t first, size_t end)
{
    if (first == end)
        return;
    page_element(page, "h2", NULL, text_from_string(say(report, heading)));
    page_begin(page, "table", "files");
    page_heads(page, report, heads, sizeof heads / sizeof *heads);
    page_begin(page, "tbody", NULL);
    for (size_t i = first; i < end; i++)
        page_row(page, report, &report->rows[i]);
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
static void count_gaps(const struct report *report, struct gap *gaps)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        gaps[e].element = (enum element)e;
    for (size_t i = 0; i < report->count; i++) {
        const struct role *role = report->rows[i].file->first_role;
        for (size_t r = 0; r < report->rows[i].file->role_count; r++, role = role->next)
            for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
                gaps[e].count +=
                    is_expected((enum element)e) && !is_given(role_records(role, (enum element)e));
    }
    qsort(gaps, ELEMENT_ROLE_COUNT, sizeof *gaps, by_gaps);
}

static void page_gaps(struct page *page, const struct report *report)
{
    struct gap gaps[ELEMENT_ROLE_COUNT] = {{0}};
    count_gaps(report, gaps);
    if (gaps[0].count == 0)
        return;
    page_element(page, "h2", NULL, text_from_string(say(report, &gaps_title)));
    page_begin(page, "table", "gaps");
    page_heads(page, report, gap_heads, 2);
    page_begin(page, "tbody", NULL);
    for (size_t i = 0; i < ELEMENT_ROLE_COUNT && gaps[i].count > 0; i++) {
        struct text_buffer words = text_buffer_new(report->arena);
        buffer_append_format(&words, "%zu / %zu (", gaps[i].count, report->role_count);
        ledger_append_share(&words, gaps[i].count, report->role_count);
        buffer_append_byte(&words, ')');
        page_begin(page, "tr", NULL);
        page_begin(page, "th", NULL);
        page_attribute(page, "scope", "row");
        page_words(page, vocabulary_heading(report->conversion->ledger.vocabulary, report->language,
                                            gaps[i].element));
        page_end(page);
        page_element(page, "td", "number", buffer_text(&words));
        page_end(page);
    }
    page_end(page);
    page_end(page);
}

static void write_html(const struct report *report, struct text_buffer *out)
{
    struct page *page = page_open(out, report->language, say(report, &title));
    page_element(page, "p", report->look_count > 0 ? "total look" : "total fine",
                 total_words(report));
    page_table(page, report, &to_look_at, 0, report->look_count);
    page_table(page, report, &fine_files, report->look_count, report->count);
    page_gaps(page, report);
    page_element(page, "p", "note", text_from_string(say(report, &how_to_read)));
    page_close(page);
}

/* ---- JSON ---- */

static void set_file(json_t *object, const struct role_file *file)
{
    static const char *const fates[] = {[OUTPUT_WRITTEN] = "written",
                                        [OUTPUT_KEPT] = "kept",
                                        [OUTPUT_REFUSED] = "refused",
                                        [OUTPUT_FAILED] = "failed"};
    if (file == NULL || file->name == NULL)
        return;
    json_object_set_new(object, "file", json_string(file->name));
    json_object_set_new(object, "state", json_string(fates[file->fate]));
}

static json_t *role_value(const struct role *role, const struct role_file *file)
{
    json_t *object = json_object(), *elements = json_object();
    json_t *lacking = json_array(), *others = json_array();
    json_set_text(object, "title", role_title(role));
    set_file(object, file);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = role_records(role, (enum element)e);
        const char *name = element_row((enum element)e)->name;
        if (records->count > 0)
            json_set_count(elements, name, records->count);
        if (is_expected((enum element)e) && !is_given(records))
            json_array_append_new(lacking, json_string(name));
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        json_t *other = json_object();
        json_set_text(other, "heading", s->heading);
        json_set_count(other, "characters", account_characters(s->text));
        json_array_append_new(others, other);
    }
    json_object_set_new(object, "elements", elements);
    json_object_set_new(object, "lacks", lacking);
    json_object_set_new(object, "other", others);
    return object;
}

static json_t *findings_value(const struct report *report, const struct read_file *file)
{
    json_t *findings = json_array();
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        json_t *finding = json_object();
        if (d->code != NULL)
            json_object_set_new(finding, "code", json_string(d->code));
        json_object_set_new(finding, "level", json_string(level_name(d->level)));
        json_set_text(finding, "message", diagnostic_message(report->arena, d, report->language));
        json_set_place(finding, d->at, report->arena);
        json_array_append_new(findings, finding);
    }
    return findings;
}

static json_t *parts_value(const struct row *row)
{
    json_t *list = json_array();
    for (size_t i = 0; i < row->part_count; i++) {
        json_t *part = json_object();
        set_file(part, &row->parts[i]->file);
        json_array_append_new(list, part);
    }
    return list;
}

static json_t *file_value(const struct report *report, const struct row *row)
{
    json_t *object = json_object(), *roles = json_array();
    const struct role *role = row->file->first_role;
    const struct account *account = row->file->account;
    json_object_set_new(object, "file", json_string(row->file->path));
    json_object_set_new(object, "verdict", json_string(verdict_keys[row->verdict]));
    if (account != NULL)
        json_set_count(object, "characters", account->characters);
    for (size_t i = 0; account != NULL && i < SHARE_COUNT; i++)
        json_set_count(object, share_keys[i], characters_of(account, (enum share)i));
    for (size_t r = 0; r < row->file->role_count; r++, role = role->next)
        json_array_append_new(roles, role_value(role, written_as(report, row, r)));
    json_object_set_new(object, "roles", roles);
    json_object_set_new(object, "parts", parts_value(row));
    json_object_set_new(object, "findings", findings_value(report, row->file));
    return object;
}

static void write_json(const struct report *report, struct text_buffer *out)
{
    json_t *root = json_object(), *list = json_array();
    json_set_count(root, "rolebook", 1);
    json_set_count(root, "roles", report->role_count);
    json_set_count(root, "to-look-at", report->look_count);
    for (size_t i = 0; i < report->count; i++)
        json_array_append_new(list, file_value(report, &report->rows[i]));
    json_object_set_new(root, "files", list);
    json_append(out, root, JSON_INDENT(2));
}

void conversion_report_write(const struct conversion *conversion, enum conversion_form form,
                             struct text_buffer *out)
{
    struct report report = report_new(conversion, out->arena);
    if (form == CONVERSION_JSON)
        write_json(&report, out);
    else if (form == CONVERSION_HTML)
        write_html(&report, out);
    else
        write_text(&report, out);
}
