#include "core/cli/conversion_report.h"
#include "core/base/json.h"
#include "core/cli/page.h"

#define MUCH_OTHER 200 /* per mille in other sections: so much was not understood */

static const struct message title = {{"轉換報告", "转换报告", "Conversion report"}};
static const struct message untitled = {{"（未命名）", "（未命名）", "(untitled)"}};
static const struct message lacks = {{"缺：", "缺：", "lacks: "}};
static const struct message nothing_lacks = {{"各項俱全", "各项俱全", "complete"}};
static const struct message totals = {
    {"{0} 個檔案、{1} 個崗位；{2} 個檔案要有人看", "{0} 个文件、{1} 个岗位；{2} 个文件要有人看",
     "files: {0}, roles: {1}, files for a person to look at: {2}"}};
static const struct message heads[] = {{{"檔案", "文件", "File"}},
                                       {{"判斷", "判断", "Verdict"}},
                                       {{"崗位", "岗位", "Roles"}},
                                       {{"收入要素", "收入要素", "In elements"}},
                                       {{"其他段落", "其他段落", "Other sections"}},
                                       {{"發現", "发现", "Findings"}}};

/* ---- what to think of a file ---- */

enum verdict {
    VERDICT_FINE,
    VERDICT_MUCH_OTHER,
    VERDICT_NO_ROLE,
    VERDICT_UNTITLED,
    VERDICT_NO_DUTIES,
    VERDICT_UNREAD,
    VERDICT_REFUSED,
    VERDICT_COUNT,
};

static const struct message verdicts[VERDICT_COUNT] = {
    [VERDICT_FINE] = {{"可用", "可用", "fine"}},
    [VERDICT_MUCH_OTHER] = {{"要看：許多段落不認得", "要看：许多段落不认得",
                             "look: much was not recognised"}},
    [VERDICT_NO_ROLE] = {{"要看：沒有崗位", "要看：没有岗位", "look: no role in it"}},
    [VERDICT_UNTITLED] = {{"要看：崗位沒有名稱", "要看：岗位没有名称",
                           "look: a role without a name"}},
    [VERDICT_NO_DUTIES] = {{"要看：崗位沒有職責", "要看：岗位没有职责",
                            "look: a role without duties"}},
    [VERDICT_UNREAD] = {{"要看：有內容未能讀入", "要看：有内容未能读入",
                         "look: some content could not be read"}},
    [VERDICT_REFUSED] = {{"沒有讀成", "没有读成", "could not be read"}},
};
static const char *const classes[VERDICT_COUNT] = {
    [VERDICT_FINE] = "fine",     [VERDICT_MUCH_OTHER] = "look", [VERDICT_NO_ROLE] = "look",
    [VERDICT_UNTITLED] = "look", [VERDICT_NO_DUTIES] = "look",  [VERDICT_UNREAD] = "look",
    [VERDICT_REFUSED] = "unread"};

static enum verdict worse(enum verdict a, enum verdict b) { return a > b ? a : b; }

static enum verdict verdict_of(const struct read_file *file)
{
    enum verdict verdict = VERDICT_FINE;
    const struct account *account = file->account;
    const struct role *role = file->first_role;
    if (file->handbook == NULL || file->status != STATUS_OK)
        return VERDICT_REFUSED;
    if (account != NULL &&
        ledger_per_mille(account->used[USE_OTHER], account->characters) > MUCH_OTHER)
        verdict = VERDICT_MUCH_OTHER;
    if (file->role_count == 0)
        verdict = worse(verdict, VERDICT_NO_ROLE);
    for (size_t i = 0; i < file->role_count; i++, role = role->next) {
        if (!is_given(role_records(role, ELEMENT_TITLE)))
            verdict = worse(verdict, VERDICT_UNTITLED);
        if (!is_given(role_records(role, ELEMENT_DUTIES)))
            verdict = worse(verdict, VERDICT_NO_DUTIES);
    }
    return ledger_unread(file) > 0 ? worse(verdict, VERDICT_UNREAD) : verdict;
}

/* ---- words ---- */

static struct text title_of(const struct ledger *ledger, const struct role *role)
{
    struct text name = role_title(role);
    return text_is_empty(name) ? text_from_string(untitled.text[ledger->language]) : name;
}

/* The elements somebody would miss, by their headings; empty: none. */
static struct text missing(const struct ledger *ledger, const struct role *role,
                           struct arena *arena)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        enum element element = (enum element)e;
        if (element_row(element)->absent < LEVEL_WARNING || is_given(role_records(role, element)))
            continue;
        if (out.size > 0)
            buffer_append_string(&out, ledger->language == LANG_EN ? ", " : "、");
        buffer_append(&out, vocabulary_heading(ledger->vocabulary, ledger->language, element));
    }
    return buffer_text(&out);
}

/* "3 / 7 / 2": errors, warnings, notes. */
static struct text findings_of(const struct read_file *file, struct arena *arena)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_format(&out, "%zu / %zu / %zu", file->diags->by_level[LEVEL_ERROR],
                         file->diags->by_level[LEVEL_WARNING], file->diags->by_level[LEVEL_INFO]);
    return buffer_text(&out);
}

static struct text share_of(const struct read_file *file, enum use use, struct arena *arena)
{
    struct text_buffer out = text_buffer_new(arena);
    if (file->account == NULL)
        return TEXT("–");
    size_t part =
        file->account->used[use] + (use == USE_VALUE ? file->account->used[USE_LABEL] : 0);
    ledger_append_share(&out, part, file->account->characters);
    return buffer_text(&out);
}

static struct text total_words(const struct conversion *conversion, struct arena *arena)
{
    const struct read_files *files = conversion->ledger.files;
    size_t counts[3] = {files->count, 0, 0};
    struct text args[MESSAGE_ARGS] = {{0}};
    for (size_t i = 0; i < files->count; i++) {
        counts[1] += files->files[i].role_count;
        counts[2] += verdict_of(&files->files[i]) != VERDICT_FINE;
    }
    for (size_t i = 0; i < 3; i++) {
        struct text_buffer number = text_buffer_new(arena);
        buffer_append_int(&number, (int64_t)counts[i]);
        args[i] = buffer_text(&number);
    }
    return message_format(arena, &totals, args, conversion->ledger.language);
}

/* ---- text ---- */

static void append_role(const struct conversion *conversion, const struct role *role,
                        const char *name, struct text_buffer *out)
{
    enum language language = conversion->ledger.language;
    struct text gaps = missing(&conversion->ledger, role, out->arena);
    buffer_append_string(out, "    ");
    buffer_append(out, title_of(&conversion->ledger, role));
    if (name != NULL) {
        buffer_append_string(out, " → ");
        buffer_append_string(out, name);
    }
    buffer_append_string(out, language == LANG_EN ? "; " : "；");
    buffer_append_string(out,
                         text_is_empty(gaps) ? nothing_lacks.text[language] : lacks.text[language]);
    buffer_append(out, gaps);
    buffer_append_byte(out, '\n');
}

static void write_text(const struct conversion *conversion, struct text_buffer *out)
{
    enum language language = conversion->ledger.language;
    size_t number = 0;
    for (size_t i = 0; i < conversion->ledger.files->count; i++) {
        const struct read_file *file = &conversion->ledger.files->files[i];
        const struct role *role = file->first_role;
        buffer_append_string(out, file->path);
        buffer_append_string(out, ": ");
        buffer_append_string(out, verdicts[verdict_of(file)].text[language]);
        buffer_append_string(out, "\n  ");
        for (size_t h = 3; h < 6; h++) {
            buffer_append_string(out, heads[h].text[language]);
            buffer_append_byte(out, ' ');
            buffer_append(out, h == 3   ? share_of(file, USE_VALUE, out->arena)
                               : h == 4 ? share_of(file, USE_OTHER, out->arena)
                                        : findings_of(file, out->arena));
            buffer_append_string(out, h < 5 ? " · " : "\n");
        }
        for (size_t r = 0; r < file->role_count; r++, role = role->next, number++)
            append_role(conversion, role,
                        conversion->names == NULL ? NULL : conversion->names[number], out);
    }
    buffer_append(out, total_words(conversion, out->arena));
    buffer_append_byte(out, '\n');
}

/* ---- HTML ---- */

static void page_roles(struct page *page, const struct conversion *conversion,
                       const struct read_file *file, size_t number, struct arena *arena)
{
    const struct role *role = file->first_role;
    page_begin(page, "td", NULL);
    for (size_t r = 0; r < file->role_count; r++, role = role->next, number++) {
        struct text gaps = missing(&conversion->ledger, role, arena);
        page_begin(page, "div", NULL);
        page_words(page, title_of(&conversion->ledger, role));
        if (!text_is_empty(gaps)) {
            page_begin(page, "small", NULL);
            page_string(page, " ");
            page_string(page, lacks.text[conversion->ledger.language]);
            page_words(page, gaps);
            page_end(page);
        }
        page_end(page);
    }
    page_end(page);
}

static void page_file(struct page *page, const struct conversion *conversion,
                      const struct read_file *file, size_t number, struct arena *arena)
{
    enum verdict verdict = verdict_of(file);
    page_begin(page, "tr", NULL);
    page_element(page, "td", NULL, text_from_string(file->path));
    page_element(page, "td", classes[verdict],
                 text_from_string(verdicts[verdict].text[conversion->ledger.language]));
    page_roles(page, conversion, file, number, arena);
    page_element(page, "td", "number", share_of(file, USE_VALUE, arena));
    page_element(page, "td", "number", share_of(file, USE_OTHER, arena));
    page_begin(page, "td", NULL);
    for (size_t i = 0; i < file->diags->count; i++)
        page_element(
            page, "div", NULL,
            diagnostic_message(arena, &file->diags->items[i], conversion->ledger.language));
    page_end(page);
    page_end(page);
}

static void write_html(const struct conversion *conversion, struct text_buffer *out)
{
    const struct read_files *files = conversion->ledger.files;
    enum language language = conversion->ledger.language;
    struct page *page = page_open(out, language, title.text[language]);
    size_t number = 0;
    page_element(page, "p", NULL, total_words(conversion, out->arena));
    page_begin(page, "table", NULL);
    page_begin(page, "tr", NULL);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        page_element(page, "th", NULL, text_from_string(heads[i].text[language]));
    page_end(page);
    for (size_t i = 0; i < files->count; i++) {
        page_file(page, conversion, &files->files[i], number, out->arena);
        number += files->files[i].role_count;
    }
    page_end(page);
    page_close(page);
}

/* ---- JSON ---- */

static json_t *role_value(const struct role *role, const char *name)
{
    json_t *object = json_object(), *elements = json_object(), *others = json_array();
    json_set_text(object, "title", role_title(role));
    if (name != NULL)
        json_object_set_new(object, "file", json_string(name));
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = role_records(role, (enum element)e);
        if (records->count > 0)
            json_set_count(elements, element_row((enum element)e)->name, records->count);
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        json_t *other = json_object();
        json_set_text(other, "heading", s->heading);
        json_set_count(other, "characters", account_characters(s->text));
        json_array_append_new(others, other);
    }
    json_object_set_new(object, "elements", elements);
    json_object_set_new(object, "other", others);
    return object;
}

static json_t *file_value(const struct conversion *conversion, const struct read_file *file,
                          size_t number, struct arena *arena)
{
    static const char *const keys[VERDICT_COUNT] = {
        "fine", "much-other", "no-role", "untitled", "no-duties", "unread", "refused"};
    json_t *object = json_object(), *roles = json_array(), *findings = json_array();
    const struct role *role = file->first_role;
    json_object_set_new(object, "file", json_string(file->path));
    json_object_set_new(object, "verdict", json_string(keys[verdict_of(file)]));
    if (file->account != NULL) {
        json_set_count(object, "characters", file->account->characters);
        json_set_count(object, "elements",
                       file->account->used[USE_VALUE] + file->account->used[USE_LABEL]);
        json_set_count(object, "other", file->account->used[USE_OTHER]);
        json_set_count(object, "lost", file->account->lost);
    }
    for (size_t r = 0; r < file->role_count; r++, role = role->next, number++)
        json_array_append_new(
            roles, role_value(role, conversion->names == NULL ? NULL : conversion->names[number]));
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = &file->diags->items[i];
        json_t *finding = json_object();
        if (d->code != NULL)
            json_object_set_new(finding, "code", json_string(d->code));
        json_object_set_new(finding, "level", json_string(level_name(d->level)));
        json_set_text(finding, "message",
                      diagnostic_message(arena, d, conversion->ledger.language));
        json_set_place(finding, d->at, arena);
        json_array_append_new(findings, finding);
    }
    json_object_set_new(object, "roles", roles);
    json_object_set_new(object, "findings", findings);
    return object;
}

static void write_json(const struct conversion *conversion, struct text_buffer *out)
{
    const struct read_files *files = conversion->ledger.files;
    json_t *root = json_object(), *list = json_array();
    size_t number = 0;
    json_set_count(root, "rolebook", 1);
    for (size_t i = 0; i < files->count; i++) {
        json_array_append_new(list, file_value(conversion, &files->files[i], number, out->arena));
        number += files->files[i].role_count;
    }
    json_object_set_new(root, "files", list);
    json_append(out, root, JSON_INDENT(2));
}

void conversion_report_write(const struct conversion *conversion, enum conversion_form form,
                             struct text_buffer *out)
{
    if (form == CONVERSION_JSON)
        write_json(conversion, out);
    else if (form == CONVERSION_HTML)
        write_html(conversion, out);
    else
        write_text(conversion, out);
}
