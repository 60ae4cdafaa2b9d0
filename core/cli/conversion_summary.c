#include "core/cli/conversion_summary.h"
#include "core/base/json.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/findings.h"
#include <stdlib.h>

#define MUCH_OTHER 200 /* per mille in other sections: so much was not understood */

static const struct message untitled = {{"（未命名）", "（未命名）", "(untitled)"}};
static const struct message totals = {
    {"{0} 個檔案，{1} 個崗位；{2} 個檔案要有人看", "{0} 个文件，{1} 个岗位；{2} 个文件要有人看",
     "files: {0}; roles: {1}; files for a person to look at: {2}"}};
static const struct message filled = {
    {"{0}/{1} 項有內容", "{0}/{1} 项有内容", "{0} of {1} expected elements filled"}};
const struct message summary_more = {{"另有 {0} 項", "另有 {0} 项", "and {0} more"}};
const struct message summary_to_handbook = {{"手冊", "手册", "handbook"}};

const struct message summary_share_names[SHARE_COUNT] = {
    [SHARE_ELEMENTS] = {{"收入要素", "收入要素", "in elements"}},
    [SHARE_OTHER] = {{"其他段落", "其他段落", "other sections"}},
    [SHARE_PAGES] = {{"手冊篇頁", "手册篇页", "pages"}},
    [SHARE_LEFT_OUT] = {{"略去", "略去", "left out"}},
    [SHARE_LOST] = {{"遺失", "丢失", "lost"}},
};
const char *const summary_share_keys[SHARE_COUNT] = {"elements", "other", "pages", "left-out",
                                                     "lost"};

/* ---- what to think of a file ---- */

const struct message summary_verdict_names[VERDICT_COUNT] = {
    [VERDICT_FINE] = {{"可用", "可用", "fine"}},
    [VERDICT_WORDS_APART] = {{"有詞句放在附註裡", "有词句放在附注里",
                              "some words stand in the notes"}},
    [VERDICT_MUCH_OTHER] = {{"許多段落不認得", "许多段落不认得", "much was not recognised"}},
    [VERDICT_NO_ROLE] = {{"沒有崗位", "没有岗位", "no role in it"}},
    [VERDICT_UNTITLED] = {{"崗位沒有名稱", "岗位没有名称", "a role without a name"}},
    [VERDICT_NO_DUTIES] = {{"崗位沒有職責", "岗位没有职责", "a role without duties"}},
    [VERDICT_KEPT] = {{"有人改過，沒有覆寫", "有人改过，没有覆盖",
                       "edited by hand: not overwritten"}},
    [VERDICT_UNREAD] = {{"有內容未能讀入", "有内容未能读入", "some content could not be read"}},
    [VERDICT_REFUSED] = {{"沒有讀成", "没有读成", "could not be read"}},
};
const char *const summary_verdict_keys[VERDICT_COUNT] = {"fine",    "words-apart", "much-other",
                                                         "no-role", "untitled",    "no-duties",
                                                         "kept",    "unread",      "refused"};

static enum verdict worse(enum verdict a, enum verdict b) { return a > b ? a : b; }

static bool is_without_role(const struct read_file *file)
{
    for (size_t i = 0; i < file->diags->count; i++)
        if (finding_is_no_role(file->diags->items[i]))
            return true;
    return false;
}

/* Words that a guess would have lost stand apart from all elements. */
static bool has_words_apart(const struct read_file *file)
{
    for (size_t i = 0; i < file->diags->count; i++)
        if (file->diags->items[i]->message == finding_row(FINDING_WORDS_APART)->message)
            return true;
    return false;
}

const struct role_file *summary_written(const struct conversion_summary *summary,
                                        const struct summary_row *row, size_t role)
{
    const struct role_files *written = summary->conversion->written;
    return written == NULL ? NULL : &written->roles[row->first_role + role];
}

static size_t other_share(const struct read_file *file)
{
    return file->account == NULL
               ? 0
               : ledger_per_mille(file->account->used[USE_OTHER], file->account->characters);
}

static enum verdict verdict_of(const struct conversion_summary *summary,
                               const struct summary_row *row)
{
    const struct read_file *file = row->file;
    const struct role *role = file->first_role;
    enum verdict verdict = other_share(file) > MUCH_OTHER ? VERDICT_MUCH_OTHER : VERDICT_FINE;
    if (file->handbook == NULL || file->status != STATUS_OK)
        return VERDICT_REFUSED;
    if (has_words_apart(file))
        verdict = worse(verdict, VERDICT_WORDS_APART);
    if (is_without_role(file))
        verdict = worse(verdict, VERDICT_NO_ROLE);
    for (size_t i = 0; i < file->role_count; i++, role = role->next) {
        const struct role_file *written = summary_written(summary, row, i);
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
    const struct summary_row *left = a, *right = b;
    if (left->verdict != right->verdict)
        return left->verdict > right->verdict ? -1 : 1;
    return (left->index > right->index) - (left->index < right->index);
}

/* Each part to the file it came from; before the rows are sorted. */
static void share_parts(struct conversion_summary *summary)
{
    const struct role_files *written = summary->conversion->written;
    json_t *rows = json_object();
    for (size_t i = 0; i < summary->count; i++)
        json_object_set_new(rows, summary->rows[i].file->path, json_integer((json_int_t)i));
    for (size_t i = 0; written != NULL && i < written->part_count; i++) {
        const struct part_file *part = &written->parts[i];
        const json_t *index =
            part->source == NULL ? NULL : json_object_get(rows, part->source->path);
        if (index == NULL)
            continue;
        struct summary_row *row = &summary->rows[json_integer_value(index)];
        *arena_push(summary->arena, row->parts, row->part_count, row->part_capacity) = part;
    }
    json_decref(rows);
}

struct conversion_summary summary_of(const struct conversion *conversion, struct arena *arena)
{
    const struct read_files *files = conversion->ledger.files;
    struct conversion_summary summary = {
        .conversion = conversion,
        .arena = arena,
        .language = conversion->ledger.language,
        .rows = arena_new_array(arena, files->count + 1, struct summary_row),
        .count = files->count};
    for (size_t i = 0; i < files->count; i++) {
        struct summary_row *row = &summary.rows[i];
        *row = (struct summary_row){
            .file = &files->files[i], .index = i, .first_role = summary.role_count};
        summary.role_count += row->file->role_count;
        row->verdict = verdict_of(&summary, row);
        summary.look_count += row->verdict != VERDICT_FINE;
    }
    share_parts(&summary);
    if (summary.count > 0)
        qsort(summary.rows, summary.count, sizeof *summary.rows, by_need);
    return summary;
}

/* ---- words ---- */

struct text summary_words(const struct conversion_summary *summary, const struct message *message,
                          const size_t *numbers, size_t count)
{
    struct text args[MESSAGE_ARGS] = {{0}};
    for (size_t i = 0; i < count; i++)
        args[i] = text_from_number(summary->arena, numbers[i]);
    return message_format(summary->arena, message, args, summary->language);
}

const char *summary_say(const struct conversion_summary *summary, const struct message *message)
{
    return message->text[summary->language];
}

struct text summary_totals(const struct conversion_summary *summary)
{
    const size_t numbers[] = {summary->count, summary->role_count, summary->look_count};
    return summary_words(summary, &totals, numbers, 3);
}

struct text summary_title(const struct conversion_summary *summary, const struct role *role)
{
    struct text name = role_title(role);
    return text_is_empty(name) ? text_from_string(summary_say(summary, &untitled)) : name;
}

bool summary_expects(enum element element) { return element_row(element)->absent >= LEVEL_WARNING; }

struct text summary_filled(const struct conversion_summary *summary, const struct role *role)
{
    size_t numbers[] = {0, 0};
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        numbers[0] +=
            summary_expects((enum element)e) && is_given(role_records(role, (enum element)e));
        numbers[1] += summary_expects((enum element)e);
    }
    return summary_words(summary, &filled, numbers, 2);
}

size_t summary_characters(const struct account *account, enum share share)
{
    const size_t counts[SHARE_COUNT] = {[SHARE_ELEMENTS] =
                                            account->used[USE_VALUE] + account->used[USE_LABEL],
                                        [SHARE_OTHER] = account->used[USE_OTHER],
                                        [SHARE_PAGES] = account->used[USE_PAGE],
                                        [SHARE_LEFT_OUT] = account->used[USE_SKIPPED],
                                        [SHARE_LOST] = account->lost};
    return counts[share];
}

size_t summary_all_characters(const struct account *account)
{
    size_t all = 0;
    for (size_t i = 0; i < SHARE_COUNT; i++)
        all += summary_characters(account, (enum share)i);
    return all;
}

struct text summary_shares(const struct conversion_summary *summary, const struct account *account)
{
    struct text_buffer out = text_buffer_new(summary->arena);
    if (account == NULL)
        return TEXT("");
    for (size_t i = 0; i < SHARE_COUNT; i++) {
        size_t part = summary_characters(account, (enum share)i);
        if (part == 0)
            continue;
        buffer_append_string(&out, out.size > 0 ? " · " : "");
        buffer_append_string(&out, summary_say(summary, &summary_share_names[i]));
        buffer_append_byte(&out, ' ');
        ledger_append_share(&out, part, summary_all_characters(account));
    }
    return buffer_text(&out);
}

bool summary_says(const struct diagnostic *d) { return d->level >= LEVEL_WARNING; }
