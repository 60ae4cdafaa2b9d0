#include "core/cli/ledger.h"
#include "core/base/json.h"
#include "core/base/page.h"
#include <string.h>
#include <unicode/uchar.h>

#define EXCERPT 48 /* characters of a stretch in a line of text */

static const struct message characters = {{"字元", "字符", "characters"}};
static const struct message lost = {{"遺失", "丢失", "lost"}};
static const struct message unread = {{"未能讀入", "未能读入", "unread"}};
static const struct message left_out = {{"略去", "略去", "left out"}};
static const struct message model_itself = {
    {"檔案本身就是模型：全部照收", "文件本身就是模型：全部照收",
     "the file is a model itself: all of it is taken as it is"}};
static const struct message not_read = {{"沒有讀成", "没有读成", "could not be read"}};
static const struct message no_role = {{"不屬於任何崗位", "不属于任何岗位", "of no role"}};
static const struct message untitled = {
    {"（未命名的崗位）", "（未命名的岗位）", "(a role without a name)"}};
static const struct message title = {{"字元去向", "字符去向", "Where every character went"}};
static const struct message heads[] = {{{"位置", "位置", "Place"}},
                                       {{"文字", "文字", "Text"}},
                                       {{"去向", "去向", "Taken for"}},
                                       {{"線索", "线索", "Because"}},
                                       {{"崗位", "岗位", "Role"}}};

static bool is_unread(const struct diagnostic *d)
{
    return d->code != NULL && strcmp(d->code, "S401") == 0;
}

/* On purpose, and lawfully: deleted text, watermarks, comments that nobody asked for. */
static bool is_left_out(const struct diagnostic *d) { return d->level < LEVEL_WARNING; }

size_t ledger_unread(const struct read_file *file)
{
    size_t count = file->account != NULL && file->account->lost > 0;
    for (size_t i = 0; i < file->diags->count; i++)
        count += is_unread(file->diags->items[i]) && !is_left_out(file->diags->items[i]);
    return count;
}

bool ledger_has_unread(const struct read_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (ledger_unread(&files->files[i]) > 0)
            return true;
    return false;
}

size_t ledger_per_mille(size_t part, size_t all)
{
    return all == 0 ? 0 : (part * 2000 + all) / (2 * all);
}

void ledger_append_share(struct text_buffer *out, size_t part, size_t all)
{
    size_t share = ledger_per_mille(part, all);
    buffer_append_format(out, "%zu.%zu %%", share / 10, share % 10);
}

/* ---- words for an entry ---- */

/* "duties", "standards.target", as programs call it; empty: no element. */
static struct text element_name(struct arena *arena, const struct account_entry *entry)
{
    struct text_buffer out = text_buffer_new(arena);
    if (entry->element == ELEMENT_COUNT)
        return TEXT("");
    buffer_append_string(&out, element_row(entry->element)->name);
    if (entry->field != FIELD_NONE) {
        buffer_append_byte(&out, '.');
        buffer_append_string(&out, field_row(entry->field)->name);
    }
    return buffer_text(&out);
}

/* 「績效標準 › 目標值」, as a reader knows them; empty: no element. */
static struct text element_heading(const struct ledger *ledger, struct arena *arena,
                                   const struct account_entry *entry)
{
    struct text_buffer out = text_buffer_new(arena);
    if (entry->element == ELEMENT_COUNT)
        return TEXT("");
    buffer_append(&out, vocabulary_heading(ledger->vocabulary, ledger->language, entry->element));
    if (entry->field != FIELD_NONE) {
        buffer_append_string(&out, " › ");
        buffer_append(&out, vocabulary_column(ledger->vocabulary, ledger->language, entry->field));
    }
    return buffer_text(&out);
}

struct text ledger_place(struct arena *arena, struct span at, enum language language)
{
    struct text all = span_describe_in(arena, at, language);
    size_t path = at.source == NULL ? 0 : strlen(at.source->path);
    if (all.size <= path + 1)
        return TEXT("");
    return text_trim(text_from(all, path + 1));
}

/* One line, cut where it is long. */
static void append_excerpt(struct text_buffer *out, struct text words)
{
    size_t count = 0;
    for (size_t at = 0; at < words.size; count++) {
        uint32_t c = text_next(words, &at);
        if (count == EXCERPT) {
            buffer_append_string(out, "…");
            return;
        }
        buffer_append_code_point(out, c == '\n' || c == '\t' || c == '\r'        ? ' '
                                      : u_charType((UChar32)c) == U_CONTROL_CHAR ? 0xFFFD
                                                                                 : c);
    }
}

static void append_entry(const struct ledger *ledger, const struct account_entry *entry,
                         struct text_buffer *out)
{
    struct text element = element_heading(ledger, out->arena, entry);
    buffer_append_string(out, "    ");
    buffer_append(out, ledger_place(out->arena, entry->at, ledger->language));
    buffer_append_string(out, ": ");
    buffer_append_string(out, use_message(entry->use)->text[ledger->language]);
    if (!text_is_empty(element)) {
        buffer_append_byte(out, ' ');
        buffer_append(out, element);
    }
    buffer_append_string(out, ledger->language == LANG_EN ? " \"" : "「");
    append_excerpt(out, entry->words);
    buffer_append_string(out, ledger->language == LANG_EN ? "\" (" : "」（");
    buffer_append_string(out, clue_message(entry->clue)->text[ledger->language]);
    buffer_append_string(out, ledger->language == LANG_EN ? ")\n" : "）\n");
}

/* The role of the entries that follow, where it is another than before. */
static void append_role(const struct ledger *ledger, const struct role *role,
                        struct text_buffer *out)
{
    bool is_titled = role != NULL && is_filled(role_records(role, ELEMENT_TITLE));
    const struct message *name = role == NULL ? &no_role : &untitled;
    buffer_append_string(out, "  ");
    if (is_titled)
        append_excerpt(out, role_title(role));
    else
        buffer_append_string(out, name->text[ledger->language]);
    buffer_append_byte(out, '\n');
}

/* Those of the uses wanted, by role. */
static void append_entries(const struct ledger *ledger, const struct account *account,
                           const bool *is_wanted, struct text_buffer *out)
{
    const struct account_entry *last = NULL;
    for (size_t i = 0; i < account->count; i++) {
        const struct account_entry *entry = &account->items[i];
        bool is_mark = entry->use == USE_LABEL && entry->clue == CLUE_NONE; /* of an item shown */
        if (!is_wanted[entry->use] || is_mark)
            continue;
        if (last == NULL || last->role != entry->role)
            append_role(ledger, entry->role, out);
        append_entry(ledger, entry, out);
        last = entry;
    }
}

/* ---- text ---- */

static void append_state(const struct ledger *ledger, const struct read_file *file,
                         struct text_buffer *out)
{
    const struct message *state = file->handbook == NULL ? &not_read : &model_itself;
    buffer_append_string(out, "  ");
    buffer_append_string(out, state->text[ledger->language]);
    buffer_append_byte(out, '\n');
}

void ledger_explain(const struct ledger *ledger, struct text_buffer *out)
{
    static const bool all_uses[USE_COUNT] = {true, true, true, true, true};
    for (size_t i = 0; i < ledger->files->count; i++) {
        const struct read_file *file = &ledger->files->files[i];
        buffer_append_shown(out, text_from_string(file->path));
        buffer_append_byte(out, '\n');
        if (file->account == NULL)
            append_state(ledger, file, out);
        else
            append_entries(ledger, file->account, all_uses, out);
    }
}

static void append_sum(struct text_buffer *out, const char *name, size_t count, size_t all)
{
    buffer_append_format(out, "  %8zu  ", count);
    buffer_append_string(out, name);
    if (count != all) {
        buffer_append_string(out, " (");
        ledger_append_share(out, count, all);
        buffer_append_byte(out, ')');
    }
    buffer_append_byte(out, '\n');
}

static void append_unread(const struct ledger *ledger, const struct read_file *file,
                          struct text_buffer *out)
{
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!is_unread(d))
            continue;
        buffer_append_string(out, "  ");
        buffer_append_string(out, (is_left_out(d) ? &left_out : &unread)->text[ledger->language]);
        buffer_append_string(out, ledger->language == LANG_EN ? ": " : "：");
        buffer_append_shown(out, diagnostic_message(out->arena, d, ledger->language));
        buffer_append_byte(out, '\n');
    }
}

static void append_file(const struct ledger *ledger, const struct read_file *file,
                        struct text_buffer *out)
{
    static const bool asides[USE_COUNT] = {[USE_OTHER] = true, [USE_SKIPPED] = true};
    const struct account *account = file->account;
    buffer_append_shown(out, text_from_string(file->path));
    buffer_append_byte(out, '\n');
    if (account == NULL)
        append_state(ledger, file, out);
    else {
        append_sum(out, characters.text[ledger->language], account->characters,
                   account->characters);
        for (size_t use = 0; use < USE_COUNT; use++)
            if (account->used[use] > 0)
                append_sum(out, use_message((enum use)use)->text[ledger->language],
                           account->used[use], account->characters);
        append_sum(out, lost.text[ledger->language], account->lost, account->characters);
        append_entries(ledger, account, asides, out);
    }
    append_unread(ledger, file, out);
}

/* ---- JSON ---- */

static json_t *entry_value(const struct account_entry *entry, struct arena *arena)
{
    json_t *object = json_object();
    json_set_text(object, "text", entry->words);
    json_object_set_new(object, "use", json_string(use_message(entry->use)->text[LANG_EN]));
    json_object_set_new(object, "because", json_string(clue_message(entry->clue)->text[LANG_EN]));
    json_set_text(object, "element", element_name(arena, entry));
    json_set_place(object, entry->at, arena);
    json_object_del(object, "file");
    if (entry->role != NULL)
        json_set_text(object, "role", role_title(entry->role));
    return object;
}

static json_t *unread_values(const struct ledger *ledger, const struct read_file *file,
                             struct arena *arena)
{
    json_t *list = json_array();
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!is_unread(d))
            continue;
        json_t *object = json_object();
        json_set_text(object, "message", diagnostic_message(arena, d, ledger->language));
        json_set_place(object, d->at, arena);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *file_value(const struct ledger *ledger, const struct read_file *file,
                          struct arena *arena)
{
    static const char *const keys[USE_COUNT] = {"labels", "elements", "other", "pages", "left-out"};
    const struct account *account = file->account;
    json_t *object = json_object(), *entries = json_array();
    json_object_set_new(object, "file", json_string(file->path));
    json_object_set_new(object, "read", json_boolean(file->handbook != NULL));
    json_object_set_new(object, "unread", unread_values(ledger, file, arena));
    if (account != NULL) {
        json_set_count(object, "characters", account->characters);
        for (size_t use = 0; use < USE_COUNT; use++)
            json_set_count(object, keys[use], account->used[use]);
        json_set_count(object, "lost", account->lost);
        json_set_text(object, "lost-characters", account->lost_words);
        for (size_t i = 0; i < account->count; i++)
            json_array_append_new(entries, entry_value(&account->items[i], arena));
    }
    json_object_set_new(object, "entries", entries);
    return object;
}

static void write_json(const struct ledger *ledger, struct text_buffer *out)
{
    json_t *root = json_object(), *files = json_array();
    json_set_count(root, "rolebook", 1);
    for (size_t i = 0; i < ledger->files->count; i++)
        json_array_append_new(files, file_value(ledger, &ledger->files->files[i], out->arena));
    json_object_set_new(root, "files", files);
    json_append(out, root, JSON_INDENT(2));
}

/* ---- HTML ---- */

static void page_entry(struct page *page, const struct ledger *ledger,
                       const struct account_entry *entry, struct arena *arena)
{
    static const char *const classes[USE_COUNT] = {NULL, "fine", "look", "look", "look"};
    struct text_buffer taken = text_buffer_new(arena);
    struct text element = element_heading(ledger, arena, entry);
    buffer_append_string(&taken, use_message(entry->use)->text[ledger->language]);
    if (!text_is_empty(element)) {
        buffer_append_byte(&taken, ' ');
        buffer_append(&taken, element);
    }
    page_begin(page, "tr", NULL);
    page_element(page, "td", NULL, ledger_place(arena, entry->at, ledger->language));
    page_element(page, "td", NULL, entry->words);
    page_element(page, "td", classes[entry->use], buffer_text(&taken));
    page_element(page, "td", NULL,
                 text_from_string(clue_message(entry->clue)->text[ledger->language]));
    page_element(page, "td", NULL, entry->role == NULL ? TEXT("") : role_title(entry->role));
    page_end(page);
}

static void append_part(struct text_buffer *sums, const char *name, size_t count, size_t all)
{
    buffer_append_string(sums, " · ");
    buffer_append_string(sums, name);
    buffer_append_byte(sums, ' ');
    ledger_append_share(sums, count, all);
}

/* "1203 characters · label 12.0 % · …": those that are not nothing, and what is lost. */
static void page_sums(struct page *page, const struct ledger *ledger, const struct account *account,
                      struct arena *arena)
{
    struct text_buffer sums = text_buffer_new(arena);
    buffer_append_format(&sums, "%zu ", account->characters);
    buffer_append_string(&sums, characters.text[ledger->language]);
    for (size_t use = 0; use < USE_COUNT; use++)
        if (account->used[use] > 0)
            append_part(&sums, use_message((enum use)use)->text[ledger->language],
                        account->used[use], account->characters);
    append_part(&sums, lost.text[ledger->language], account->lost, account->characters);
    page_element(page, "p", account->lost > 0 ? "unread" : NULL, buffer_text(&sums));
}

static void page_file(struct page *page, const struct ledger *ledger, const struct read_file *file,
                      struct arena *arena)
{
    struct text_buffer notes = text_buffer_new(arena);
    const struct account *account = file->account;
    page_element(page, "h2", NULL, text_from_string(file->path));
    if (account == NULL)
        append_state(ledger, file, &notes);
    append_unread(ledger, file, &notes);
    if (notes.size > 0)
        page_element(page, "p", "unread", buffer_text(&notes));
    if (account == NULL)
        return;
    page_sums(page, ledger, account, arena);
    page_begin(page, "table", NULL);
    page_begin(page, "thead", NULL);
    page_begin(page, "tr", NULL);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        page_begin(page, "th", NULL);
        page_attribute(page, "scope", "col");
        page_string(page, heads[i].text[ledger->language]);
        page_end(page);
    }
    page_end(page);
    page_end(page);
    page_begin(page, "tbody", NULL);
    for (size_t i = 0; i < account->count; i++)
        page_entry(page, ledger, &account->items[i], arena);
    page_end(page);
    page_end(page);
}

static void write_html(const struct ledger *ledger, struct text_buffer *out)
{
    struct page *page = page_open(out, ledger->language, title.text[ledger->language]);
    for (size_t i = 0; i < ledger->files->count; i++)
        page_file(page, ledger, &ledger->files->files[i], out->arena);
    page_close(page);
}

void ledger_write(const struct ledger *ledger, enum ledger_form form, struct text_buffer *out)
{
    if (form == LEDGER_JSON)
        write_json(ledger, out);
    else if (form == LEDGER_HTML)
        write_html(ledger, out);
    else
        for (size_t i = 0; i < ledger->files->count; i++)
            append_file(ledger, &ledger->files->files[i], out);
}
