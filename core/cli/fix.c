#include "core/cli/fix.h"
#include "core/base/edits.h"
#include "core/base/file.h"
#include "core/base/unified_diff.h"
#include "core/cli/input_paths.h"
#include "core/cli/output.h"
#include "core/compose/compose.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PASSES 20 /* fixes that undo each other would never come to an end */

static const struct message no_end = {
    {"修正了 {0} 遍仍未穩定：有規則互相改回，其餘請自行修改",
     "修正了 {0} 遍仍未稳定：有规则互相改回，其余请自行修改",
     "after {0} rounds there is still something to mend: rules undo each other; mend the rest by "
     "hand"}};
static const struct message copy_is_there = {
    {"{0} 已經存在而內容不同：請先採用或刪去它，再修正 Word 檔",
     "{0} 已经存在而内容不同：请先采用或删去它，再修正 Word 文件",
     "{0} is there already and says something else: use it or take it away, then mend the Word file "
     "again"}};
static const struct message file_is_there = {
    {"{0} 已經存在：新內容不寫入，請自行加到其中", "{0} 已经存在：新内容不写入，请自行加到其中",
     "{0} is there already, and nothing was put into it: add to it by hand"}};

/* One input. */
struct fixed_file {
    const struct converter *converter; /* that read it in this pass; NULL: none */
    struct text original;              /* the file's bytes; of a copy: before it was mended */
    struct edit *edits;                /* of this pass */
    size_t count, capacity;
    size_t parts;     /* of these, those that only repeat another one (take_parts) */
    size_t made;      /* fixes, in all passes */
    const char *word; /* the Word file that it is the copy of; NULL: it is none */
    bool wants_copy;  /* in this pass: a Word file that could be mended in one */
    bool stays;       /* it cannot be mended */
    bool is_new;      /* it is not there before it is written */
};

struct fixing {
    const struct fix_request *request;
    struct arena *arena;
    struct fixed_file *files;   /* one an input */
    struct text *contents;      /* one an input: see struct inputs */
    struct input_path *by_path; /* one an input */
    struct diagnostics *findings;
    struct text_buffer new_items; /* of this pass, for new_path */
    size_t new_count;             /* how many these are */
    struct text new_head;
    const char *new_path; /* NULL: no file is to be made */
    bool has_new, is_in_way;
};

/* ---- edits ---- */

/*
 * The file's bytes, read when they are first asked for, and where in them its text begins: behind a
 * byte order mark. False: the bytes are not that text, but another charset's.
 */
static bool find_bytes(struct fixing *f, size_t index, const struct source *source, size_t *begin)
{
    struct fixed_file *file = &f->files[index];
    struct diagnostics *unsaid = diagnostics_new(f->arena); /* it was read a moment ago */
    if (f->contents[index].data == NULL) {
        struct source path = {.path = f->request->inputs->paths[index]};
        if (strcmp(path.path, "-") == 0 ||
            file_read(f->arena, &path, &file->original, unsaid) != STATUS_OK)
            return false;
        f->contents[index] = file->original;
    }
    struct text bytes = f->contents[index];
    *begin = bytes.size - source->text.size;
    bool has_mark = *begin == 3 && text_starts_with(bytes, TEXT("\xEF\xBB\xBF"));
    return bytes.size >= source->text.size && (*begin == 0 || has_mark) &&
           text_equal(text_from(bytes, *begin), source->text);
}

static size_t count_byte(struct text t, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < t.size; i++)
        count += t.data[i] == byte;
    return count;
}

/* Whether the words bring markup, or what would be taken for it, that is not there already. */
static bool brings_marks(struct text words, struct text there, const char *marks)
{
    for (const char *mark = marks; *mark != '\0'; mark++)
        if (count_byte(words, *mark) > count_byte(there, *mark))
            return true;
    return count_byte(words, '\0') > 0;
}

/* Whether nothing but closing tags and a row's end stands there. */
static bool only_closes(struct text rest)
{
    for (size_t at = 0; at < rest.size;) {
        size_t end = text_find(rest, TEXT(">"), at);
        if (strchr(" \t\r\n|", rest.data[at]) != NULL)
            at++;
        else if (text_starts_with(text_from(rest, at), TEXT("</")) && end != TEXT_NOT_FOUND)
            at = end + 1;
        else
            return false;
    }
    return true;
}

/* An item like the one that is there, which says other words. */
static bool item_like(struct fixing *f, const struct editing *editing, struct span at,
                      struct text words, struct edit *edit)
{
    struct span item;
    struct text_buffer out = text_buffer_new(f->arena);
    struct text text = at.source->text;
    if (!editing->find_item(f->arena, at, &item) ||
        !only_closes(text_slice(text, at.end, item.end)))
        return false;
    struct text last = text_slice(text, item.end - 1, item.end);
    if (!text_is(last, "\n")) /* the file's last line */
        buffer_append_string(&out, "\n");
    buffer_append(&out, text_slice(text, item.begin, at.begin));
    buffer_append(&out, words);
    buffer_append(&out, text_slice(text, at.end, item.end));
    *edit = (struct edit){.begin = item.end, .end = item.end, .words = buffer_text(&out)};
    return true;
}

/* How many values of the file's roles stand within a span. */
static size_t values_within(const struct read_file *file, struct span span)
{
    size_t count = 0;
    const struct role *role = file->first_role;
    for (size_t r = 0; r < file->role_count; r++, role = role->next)
        for (enum element e = (enum element)0; e < ELEMENT_ROLE_COUNT; e++)
            for (size_t i = 0; i < role->values[e].count; i++) {
                struct span at = role->values[e].rows[i].at;
                count += at.source == span.source && at.begin >= span.begin && at.begin < span.end;
            }
    return count;
}

/* An item that holds one value and no more: a row may be that of a whole role. */
static bool goes_alone(struct fixing *f, size_t index, const struct editing *editing,
                       struct span at, struct edit *edit)
{
    struct span item;
    if (!editing->find_item(f->arena, at, &item) ||
        values_within(&f->request->files->files[index], item) != 1)
        return false;
    *edit = (struct edit){.begin = item.begin, .end = item.end};
    return true;
}

/* The edit of a finding in the text of its file; false: it cannot be made there. */
static bool edit_of(struct fixing *f, const struct diagnostic *d, size_t index, struct edit *edit)
{
    const struct editing *editing = f->files[index].converter->editing;
    struct span at = d->item == ITEM_COMES ? d->related.at : diagnostic_replaced_at(d);
    struct text there = text_slice(at.source->text, at.begin, at.end);
    struct text expected = text_is_empty(d->replaced) ? d->excerpt : d->replaced;
    if (at.begin >= at.end || brings_marks(d->replacement, there, editing->marks))
        return false;
    if (d->item == ITEM_COMES)
        return item_like(f, editing, at, d->replacement, edit);
    if (d->item == ITEM_GOES) /* whatever its words look like there */
        return goes_alone(f, index, editing, at, edit);
    if (!text_equal(there, expected))
        return false;
    *edit = (struct edit){.begin = at.begin, .end = at.end, .words = d->replacement};
    return true;
}

/* The record of the file whose words stand there; NULL: none of a role. */
static const struct record *record_at(const struct read_file *file, struct span at)
{
    const struct role *role = file->first_role;
    for (size_t r = 0; r < file->role_count; r++, role = role->next)
        for (enum element e = (enum element)0; e < ELEMENT_ROLE_COUNT; e++)
            for (size_t i = 0; i < role->values[e].count; i++) {
                const struct span own = role->values[e].rows[i].at;
                if (own.source == at.source && own.begin <= at.begin && at.end <= own.end)
                    return &role->values[e].rows[i];
            }
    return NULL;
}

/*
 * Parts of a record that the file states beside its words (XML's what, how, result) say the same
 * in the same words: where the words go, they go there too.
 */
static void take_parts(struct fixing *f, size_t index, const struct edit *edit, struct span at,
                       size_t begin)
{
    struct fixed_file *file = &f->files[index];
    const struct record *record = record_at(&f->request->files->files[index], at);
    struct text there = text_slice(at.source->text, at.begin, at.end);
    for (size_t i = 0; record != NULL && i < record->field_count; i++) {
        struct span part = record->fields[i].at;
        bool is_apart = part.source == at.source &&
                        (part.begin >= record->at.end || part.end <= record->at.begin);
        struct text words = text_slice(at.source->text, part.begin, part.end);
        size_t found = is_apart ? text_find(words, there, 0) : TEXT_NOT_FOUND;
        if (found == TEXT_NOT_FOUND || text_find(words, there, found + 1) != TEXT_NOT_FOUND)
            continue;
        size_t from = begin + part.begin + found;
        *arena_push(f->arena, file->edits, file->count, file->capacity) = (struct edit){
            .begin = from, .end = from + there.size, .words = edit->words, .rank = edit->rank};
        file->parts++;
    }
}

/* An item for a file to be made: all of a pass go into one, and no pass makes another. */
static bool take_new_item(struct fixing *f, const struct diagnostic *d)
{
    const struct converter *markdown = converter_by_name(TEXT("markdown"));
    if (f->request->folder == NULL || f->has_new ||
        brings_marks(d->replacement, TEXT(""), markdown->editing->marks))
        return false;
    const char *path =
        path_join(f->arena, f->request->folder, text_to_string(f->arena, d->new_file->name));
    f->is_in_way = access(path, F_OK) == 0;
    f->new_path = path;
    if (f->is_in_way)
        return false;
    f->new_head = d->new_file->head;
    buffer_append_string(&f->new_items, "- ");
    buffer_append(&f->new_items, d->replacement);
    buffer_append_string(&f->new_items, "\n");
    f->new_count++;
    return true;
}

/* returns  whether the pass will do something for it */
static bool take_fix(struct fixing *f, const struct diagnostic *d)
{
    if (d->item == ITEM_COMES && d->new_file != NULL)
        return take_new_item(f, d);
    struct span at = d->item == ITEM_COMES ? d->related.at : d->at;
    size_t index = input_of_source(f->by_path, f->request->inputs->count, at.source), begin;
    struct edit edit;
    if (index == SIZE_MAX || f->files[index].stays)
        return false;
    struct fixed_file *file = &f->files[index];
    if (at.source->kind == SOURCE_WORD) {
        file->wants_copy = true;
        return true;
    }
    if (file->converter == NULL || file->converter->editing == NULL ||
        !edit_of(f, d, index, &edit) || !find_bytes(f, index, at.source, &begin))
        return false;
    edit.begin += begin;
    edit.end += begin;
    edit.rank = d->ordinal;
    *arena_push(f->arena, file->edits, file->count, file->capacity) = edit;
    if (d->item == ITEM_STAYS)
        take_parts(f, index, &edit, diagnostic_replaced_at(d), begin);
    return true;
}

/* The copy of a Word file has numbers of our own: nobody cites them yet. */
static bool is_number_in_copy(const struct fixing *f, const struct diagnostic *d)
{
    size_t index = input_of_source(f->by_path, f->request->inputs->count, d->at.source);
    return d->code != NULL && strcmp(d->code, "S203") == 0 && index != SIZE_MAX &&
           f->files[index].word != NULL;
}

/* Fixes of one sort; false: there are none. */
static bool take_sort(struct fixing *f, bool of_items)
{
    enum fixes asked = f->request->command->options->fixing;
    bool any = false;
    for (size_t i = 0; i < f->findings->count; i++) {
        const struct diagnostic *d = f->findings->items[i];
        bool is_of_item = d->item != ITEM_STAYS;
        bool is_asked = d->is_safe || asked == FIX_ALL || is_number_in_copy(f, d);
        if (diagnostic_has_fix(d) && is_asked && is_of_item == of_items)
            any |= take_fix(f, d);
    }
    return any;
}

/* Items that come and go first: once its words are mended, a duty is no more alike another. */
static void take_fixes(struct fixing *f)
{
    if (!take_sort(f, true))
        take_sort(f, false);
}

/* ---- copies of Word files ---- */

/* What one file holds, as a handbook of its own. */
static struct handbook *handbook_of(struct fixing *f, const struct read_file *file)
{
    struct handbook *handbook = handbook_new(f->arena);
    memcpy(handbook->own, file->handbook->own, sizeof handbook->own);
    handbook->language = file->handbook->language;
    /* the lists of roles and pages go on with the next file's */
    const struct section_text *page = file->handbook->preface, *end = file->handbook->last_preface;
    for (; page != NULL; page = page == end ? NULL : page->next) {
        struct section_text *copy = preface_append(handbook, page->heading, page->at);
        copy->text = page->text;
        copy->blocks = page->blocks;
    }
    const struct role *role = file->first_role;
    for (size_t i = 0; i < file->role_count; i++, role = role->next) {
        struct role *copy = role_append(handbook, role->source, role->at);
        *copy = *role;
        copy->next = NULL;
    }
    return handbook;
}

/* Markdown holds one role and nothing else; XML holds all. */
static bool is_one_role(const struct handbook *handbook)
{
    bool is_one = handbook->role_count == 1 && handbook->preface == NULL;
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT && is_one; e++)
        is_one = handbook_records(handbook, e)->count == 0;
    return is_one;
}

static void become_copy(struct fixing *f, size_t index)
{
    struct command *command = f->request->command;
    struct fixed_file *file = &f->files[index];
    const struct handbook *handbook = handbook_of(f, &f->request->files->files[index]);
    struct text_buffer bytes = text_buffer_new(f->arena), path = text_buffer_new(f->arena);
    bool is_markdown = is_one_role(handbook);
    const struct converter *to = converter_by_name(is_markdown ? TEXT("markdown") : TEXT("xml"));
    enum status status =
        is_markdown
            ? to->write_document(compose_role(f->arena, handbook->roles, command->vocabulary),
                                 &bytes, command->diags)
            : to->write_model(handbook, &bytes, command->diags);
    command_take(command, status);
    if (status != STATUS_OK || bytes.size == 0) {
        file->stays = true;
        return;
    }
    file->word = f->request->inputs->paths[index];
    buffer_append_string(&path, file->word);
    buffer_append_string(&path, is_markdown ? MENDED_MARKDOWN : MENDED_XML);
    f->request->inputs->paths[index] = buffer_string(&path);
    f->contents[index] = file->original = buffer_text(&bytes);
}

/* A copy in which nothing was mended is none; true: one went back to be the Word file. */
static bool drop_idle_copies(struct fixing *f)
{
    bool any = false;
    for (size_t i = 0; i < f->request->inputs->count; i++) {
        struct fixed_file *file = &f->files[i];
        if (file->word == NULL || !text_equal(file->original, f->contents[i]))
            continue;
        f->request->inputs->paths[i] = file->word;
        f->contents[i] = file->original = (struct text){0};
        file->word = NULL;
        file->stays = any = true;
    }
    return any;
}

/* ---- passes ---- */

static void read_and_check(struct fixing *f, const struct diagnostics *before, size_t role_levels)
{
    const struct fix_request *request = f->request;
    struct command *command = request->command;
    command->diags = diagnostics_new(command->arena);
    diagnostics_join(command->diags, before);
    request->config->role_level_count = role_levels;
    command_read(command, request->inputs, request->files);
    f->findings = findings_of(command, request->project, request->config, request->files);
    input_paths_sort(f->by_path, f->request->inputs);
    for (size_t i = 0; i < request->inputs->count; i++) {
        f->files[i].converter = request->files->files[i].converter;
        f->files[i].count = f->files[i].parts = 0;
        f->files[i].wants_copy = false;
    }
}

/* The file of this pass's new items becomes an input; false: there are none. */
static bool make_new_file(struct fixing *f)
{
    struct inputs *inputs = f->request->inputs;
    if (f->new_items.size == 0)
        return false;
    struct text_buffer bytes = text_buffer_new(f->arena);
    buffer_append(&bytes, f->new_head);
    buffer_append(&bytes, buffer_text(&f->new_items));
    f->new_items.size = 0;
    f->has_new = true;
    f->files[inputs->count] = (struct fixed_file){.is_new = true, .made = f->new_count};
    f->contents[inputs->count] = buffer_text(&bytes);
    *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) = f->new_path;
    return true;
}

/* Makes the edits of this pass; false: there are none. */
static bool make_edits(struct fixing *f)
{
    bool any = false;
    for (size_t i = 0; i < f->request->inputs->count; i++) {
        struct fixed_file *file = &f->files[i];
        size_t made = 0;
        if (file->count > 0)
            f->contents[i] = edits_apply(f->arena, f->contents[i], file->edits, file->count, &made);
        file->made += made > file->parts ? made - file->parts : made;
        if (file->wants_copy && file->word == NULL)
            become_copy(f, i);
        any |= made > 0 || (file->wants_copy && !file->stays);
    }
    return make_new_file(f) || any;
}

/* ---- what came of it ---- */

static enum status write_file(struct fixing *f, size_t index, bool *is_written)
{
    struct command *command = f->request->command;
    const struct fixed_file *file = &f->files[index];
    struct source there = {.path = f->request->inputs->paths[index]};
    struct text bytes;
    *is_written = false;
    if (file->word != NULL &&
        file_read(f->arena, &there, &bytes, diagnostics_new(f->arena)) == STATUS_OK) {
        if (text_equal(bytes, f->contents[index]))
            return STATUS_OK;
        command_complain(command, &copy_is_there, text_from_string(there.path), TEXT(""));
        return STATUS_OUTPUT;
    }
    if (file->is_new && access(there.path, F_OK) == 0) { /* made by another meanwhile */
        command_complain(command, &file_is_there, text_from_string(there.path), TEXT(""));
        return STATUS_OUTPUT;
    }
    enum status status = output_write(there.path, f->contents[index], command->diags);
    *is_written = status == STATUS_OK;
    return status;
}

/* Counts what stands in the files now, or in the diff. */
static void write_files(struct fixing *f, struct fix_result *result)
{
    struct command *command = f->request->command;
    struct text_buffer diff = text_buffer_new(f->arena);
    for (size_t i = 0; i < f->request->inputs->count; i++) {
        const struct fixed_file *file = &f->files[i];
        bool is_written = true;
        if (text_equal(file->original, f->contents[i]))
            continue;
        if (command->options->shows_diff)
            unified_diff(file->original, f->contents[i], f->request->inputs->paths[i], &diff);
        else
            command_take(command, write_file(f, i, &is_written));
        result->changed_files += is_written;
        result->edits += is_written ? file->made : 0;
    }
    if (diff.size > 0)
        command_take(command, output_write("-", buffer_text(&diff), command->diags));
}

struct fix_result fix_all(const struct fix_request *request)
{
    struct command *command = request->command;
    const struct diagnostics *before = command->diags;
    size_t count = request->inputs->count, role_levels = request->config->role_level_count;
    struct fixing f = {.request = request,
                       .arena = command->arena,
                       .files = arena_new_array(command->arena, count + 2, struct fixed_file),
                       .contents = arena_new_array(command->arena, count + 2, struct text),
                       .by_path = arena_new_array(command->arena, count + 2, struct input_path),
                       .new_items = text_buffer_new(command->arena)};
    request->inputs->contents = f.contents;
    read_and_check(&f, before, role_levels);
    for (size_t pass = 0; pass < PASSES; pass++) {
        take_fixes(&f);
        if (!make_edits(&f) && !drop_idle_copies(&f))
            break;
        read_close(request->files);
        read_and_check(&f, before, role_levels);
        if (pass + 1 == PASSES)
            report_warning(f.findings, &no_end, (struct span){0}, TEXT("20"), TEXT(""));
    }
    struct diagnostics *said = command->diags = diagnostics_new(command->arena);
    if (f.is_in_way)
        report_warning(said, &file_is_there, (struct span){0}, text_from_string(f.new_path),
                       TEXT(""));
    struct fix_result result = {.findings = f.findings};
    write_files(&f, &result);
    diagnostics_join(f.findings, said);
    return result;
}
