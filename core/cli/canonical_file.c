#include "core/cli/canonical_file.h"
#include "converters/markdown/markdown.h"
#include "core/cli/canonical_parts.h"
#include "core/compose/compose.h"
#include "core/extract/exact_role.h"
#include "core/extract/extract.h"
#include "core/model/draft_mark.h"
#include "core/normalise/normalise.h"
#include <stdlib.h>

static const struct message several_roles = {
    {"維持原狀：檔案有 {0} 個崗位，標準格式一檔一個；rolebook convert -t markdown -o "
     "資料夾/ 可逐一寫出",
     "维持原状：文件有 {0} 个岗位，标准格式一个文件一个；rolebook convert -t markdown -o "
     "文件夹/ 可逐一写出",
     "left as it is: it holds {0} roles, and a canonical file holds one; rolebook convert "
     "-t markdown -o FOLDER/ writes one each"}};
static const struct message beside_the_role = {
    {"維持原狀：「{0}」不屬於任何崗位，標準格式的崗位檔放不下",
     "维持原状：“{0}”不属于任何岗位，标准格式的岗位文件放不下",
     "left as it is: \"{0}\" belongs to no role, and a canonical role file has no place for it"}};
static const struct message not_utf8 = {{"維持原狀：檔案不是 UTF-8，請先轉換編碼",
                                         "维持原状：文件不是 UTF-8，请先转换编码",
                                         "left as it is: it is not UTF-8; convert it first"}};
static const struct message no_longer_a_role = {
    {"維持原狀：寫成標準格式後，讀不回這一個崗位", "维持原状：写成标准格式后，读不回这一个岗位",
     "left as it is: once written, it would no longer be read as this one role"}};
static const struct message not_stable = {
    {"維持原狀：寫出後再讀，所得不完全相同", "维持原状：写出后再读，所得不完全相同",
     "left as it is: what was written would not be written the same way again"}};

/* ---- stretches ---- */

static int compare_begins(const void *left, const void *right)
{
    const struct span *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

bool canonical_regions_meet(const struct canonical_regions *regions, uint32_t begin, uint32_t end)
{
    size_t low = 0, high = regions->count;
    while (low < high) { /* the first one that ends behind the begin */
        size_t middle = low + (high - low) / 2;
        if (regions->items[middle].end <= begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < regions->count && regions->items[low].begin < end;
}

bool canonical_region_holds(const struct canonical_regions *regions, uint32_t offset)
{
    return canonical_regions_meet(regions, offset, offset + 1);
}

/* A heading's looks do a heading's work: canonical files have them by its marks. */
static bool is_name(const struct account_entry *entry)
{
    return entry->use == USE_VALUE && entry->element == ELEMENT_TITLE &&
           entry->clue != CLUE_FRONT_MATTER;
}

/* "E" for an essential condition, 「無」 for what lawfully is not there. */
static bool is_coded(struct arena *arena, const struct canonical_reading *reading,
                     const struct account_entry *entry)
{
    if (entry->use != USE_VALUE || entry->element >= ELEMENT_ROLE_COUNT || reading->role == NULL)
        return false;
    return reading->role->values[entry->element].state == STATE_NOT_APPLICABLE ||
           (entry->field != FIELD_NONE &&
            !text_is_empty(
                vocabulary_code(reading->vocabulary, arena, entry->field, entry->words)));
}

static bool is_said_twice(const struct account_entry *entry)
{
    return entry->use == USE_SKIPPED &&
           (entry->clue == CLUE_REPEATED || entry->clue == CLUE_NUMBER_HEAD ||
            entry->clue == CLUE_LABEL_HEAD || entry->clue == CLUE_NO_ELEMENT);
}

void canonical_regions_settle(struct canonical_regions *regions)
{
    size_t count = 0;
    if (regions->count > 1)
        qsort(regions->items, regions->count, sizeof *regions->items, compare_begins);
    for (size_t i = 0; i < regions->count; i++) {
        struct span *last = count == 0 ? NULL : &regions->items[count - 1];
        if (last == NULL || regions->items[i].begin > last->end)
            regions->items[count++] = regions->items[i];
        else if (regions->items[i].end > last->end)
            last->end = regions->items[i].end;
    }
    regions->count = count;
}

/* Where the words stand; false: nowhere as they are (the text of a cell of several lines). */
static bool find_words(const struct source *source, struct text words, struct span *at)
{
    uintptr_t begin = (uintptr_t)source->text.data, first = (uintptr_t)words.data;
    if (first < begin || first + words.size > begin + source->text.size)
        return false;
    uint32_t offset = (uint32_t)(first - begin);
    *at = (struct span){.source = source, .begin = offset, .end = offset + (uint32_t)words.size};
    return true;
}

struct canonical_labels canonical_labels(struct arena *arena,
                                         const struct canonical_reading *reading)
{
    struct canonical_labels labels = {0};
    struct canonical_regions *regions = &labels.regions;
    for (size_t i = 0; i < reading->account->count; i++) {
        const struct account_entry *entry = &reading->account->items[i];
        struct span at = entry->at;
        if (entry->use != USE_LABEL && !is_name(entry) && !is_said_twice(entry) &&
            !is_coded(arena, reading, entry))
            continue;
        if (!find_words(reading->source, entry->words, &at))
            *arena_push(arena, labels.words, labels.count, labels.capacity) = entry->words;
        if (at.source == reading->source)
            *arena_push(arena, regions->items, regions->count, regions->capacity) = at;
    }
    canonical_regions_settle(regions);
    return labels;
}

/* ---- reading ---- */

/* returns  false: no document came of it */
static bool read(struct arena *arena, const struct vocabulary *vocabulary, const char *path,
                 struct text bytes, struct diagnostics *diags, struct canonical_reading *reading)
{
    struct source *source = arena_new(arena, struct source);
    source->path = path;
    struct input input = {.arena = arena, .source = source, .bytes = bytes, .diags = diags};
    struct diagnostics *unsaid = diagnostics_new(arena); /* of extraction: check tells it */
    *reading = (struct canonical_reading){.vocabulary = vocabulary, .source = source};
    if (markdown_read(&input, &reading->document) != STATUS_OK || reading->document == NULL)
        return false;
    if (reading->document->metadata != NULL)
        markdown_find_front_matter(source->text, &reading->yaml_begin, &reading->yaml_end,
                                   &reading->body_begin);
    reading->account = account_new(arena);
    reading->handbook = extract_document(arena, vocabulary, reading->document, FILE_KIND_UNKNOWN,
                                         NULL, reading->account, unsaid);
    normalise_handbook(reading->handbook, vocabulary);
    draft_marks_show(reading->handbook);
    reading->role = reading->handbook->roles;
    reading->is_exact = is_exact_role(reading->document);
    return true;
}

/* ---- writing ---- */

/* What the file says of how it is to be read. */
enum writing { WRITING_PLAIN, WRITING_EXACT };

static enum writing writing_of(const struct canonical_reading *reading)
{
    return reading->is_exact ? WRITING_EXACT : WRITING_PLAIN;
}

/* Where the numbers of notes stand, of which the reader makes a section; they go back to there. */
static struct canonical_regions notes_of(struct arena *arena,
                                         const struct canonical_reading *reading)
{
    struct canonical_regions notes = {0};
    for (size_t i = 0; i < reading->account->count; i++) {
        const struct account_entry *entry = &reading->account->items[i];
        if (entry->clue == CLUE_NOTE && entry->use == USE_OTHER)
            *arena_push(arena, notes.items, notes.count, notes.capacity) = entry->at;
    }
    canonical_regions_settle(&notes);
    return notes;
}

/* Its sections, without those of notes and of keys that stay in the front matter. */
static struct role *role_to_compose(struct arena *arena, const struct canonical_reading *reading)
{
    struct role *role = arena_new(arena, struct role);
    struct canonical_regions notes = notes_of(arena, reading);
    *role = *reading->role;
    role->other = role->last_other = NULL;
    for (const struct section_text *s = reading->role->other; s != NULL; s = s->next) {
        bool is_key = s->at.source == reading->source && s->at.begin < reading->body_begin;
        if (is_key || canonical_region_holds(&notes, s->at.begin))
            continue;
        other_append_copy(arena, role, s);
    }
    return role;
}

static struct text without_mark(struct text bytes)
{
    struct text mark = TEXT("\xEF\xBB\xBF");
    return text_starts_with(bytes, mark) ? text_from(bytes, mark.size) : bytes;
}

/* The role of the reading as canonical Markdown, its comments left out. */
static struct text write_role(struct arena *arena, const struct vocabulary *vocabulary,
                              const struct canonical_reading *reading, enum writing writing,
                              struct canonical_fault *fault)
{
    struct text_buffer out = text_buffer_new(arena);
    const struct role *role = role_to_compose(arena, reading);
    struct document *composed = writing == WRITING_EXACT
                                    ? compose_exact_role(arena, role, vocabulary)
                                    : compose_role(arena, role, vocabulary);
    *fault = canonical_restyle(arena, reading, composed);
    markdown_write(composed, &out, diagnostics_new(arena)); /* STATUS_OK always */
    return canonical_with_keys(arena, buffer_text(&out), canonical_kept_keys(arena, reading));
}

/* The same with its comments. */
static struct text write_all(struct arena *arena, const struct vocabulary *vocabulary,
                             const struct canonical_reading *reading, enum writing writing,
                             struct canonical_fault *fault)
{
    struct canonical_reading written;
    struct text text = write_role(arena, vocabulary, reading, writing, fault);
    if (fault->message != NULL || !canonical_has_comments(reading) ||
        !read(arena, vocabulary, reading->source->path, text, diagnostics_new(arena), &written) ||
        written.role == NULL)
        return text;
    return canonical_with_comments(arena, reading, &written);
}

/* ---- what may be written ---- */

#define EXCERPT 30 /* characters of what a warning speaks of */

struct text canonical_excerpt(struct arena *arena, struct text words)
{
    size_t offset = 0;
    struct text line = TEXT("");
    while (text_is_blank(line) && text_next_line(words, &offset, &line))
        continue;
    struct text_buffer out = text_buffer_new(arena);
    struct text shown = text_slice(line, 0, text_offset(line, EXCERPT));
    buffer_append(&out, shown);
    if (shown.size < line.size || offset < words.size)
        buffer_append_string(&out, "…");
    return buffer_text(&out);
}

struct canonical_fault canonical_beside(const struct handbook *handbook)
{
    for (const struct section_text *s = handbook->preface; s != NULL; s = s->next)
        if (!text_is_blank(s->text) || !text_is_blank(s->heading))
            return (struct canonical_fault){&beside_the_role, s->at,
                                            text_is_blank(s->heading) ? s->text : s->heading};
    for (enum element e = ELEMENT_HANDBOOK_BASELINE; e < ELEMENT_COUNT; e++) {
        const struct records *records = handbook_records(handbook, e);
        if (records->count > 0)
            return (struct canonical_fault){&beside_the_role, records->at, records->rows[0].text};
    }
    return (struct canonical_fault){0};
}

static struct canonical_fault
fault_of_input(struct arena *arena, const struct canonical_reading *reading, struct text bytes)
{
    if (!text_equal(without_mark(bytes), reading->source->text))
        return (struct canonical_fault){&not_utf8, span_of_source(reading->source), TEXT("")};
    if (reading->handbook->role_count > 1)
        return (struct canonical_fault){&several_roles, reading->role->next->at,
                                        text_from_number(arena, reading->handbook->role_count)};
    return canonical_beside(reading->handbook);
}

/* What keeps the bytes made of the reading from taking its place. */
static struct canonical_fault fault_of_output(struct arena *arena,
                                              const struct vocabulary *vocabulary,
                                              const struct canonical_reading *reading,
                                              struct text bytes)
{
    struct canonical_reading written;
    struct canonical_fault fault = {&no_longer_a_role, span_of_source(reading->source), TEXT("")};
    if (!read(arena, vocabulary, reading->source->path, bytes, diagnostics_new(arena), &written) ||
        written.handbook->role_count != 1 || canonical_beside(written.handbook).message != NULL)
        return fault;
    struct canonical_fault difference = canonical_difference(arena, reading, &written);
    if (difference.message != NULL)
        return difference;
    struct canonical_fault again;
    struct text twice = write_all(arena, vocabulary, &written, writing_of(&written), &again);
    if (text_equal(twice, bytes))
        return (struct canonical_fault){0};
    fault.message = &not_stable;
    return fault;
}

/* The bytes that are to take the file's place, and what keeps them from doing so. */
static struct text make(struct arena *arena, const struct vocabulary *vocabulary,
                        const struct canonical_reading *reading, struct text bytes,
                        enum writing writing, struct canonical_fault *fault)
{
    struct text made = write_all(arena, vocabulary, reading, writing, fault);
    if (fault->message == NULL && !text_equal(made, bytes))
        *fault = fault_of_output(arena, vocabulary, reading, made);
    return made;
}

/* A file that is not to be guessed at may do. */
static bool is_mended_by_exact(const struct canonical_fault *fault)
{
    return fault->message == &no_longer_a_role || canonical_is_otherwise(fault);
}

struct canonical_file canonical_file_make(struct arena *arena, const struct vocabulary *vocabulary,
                                          const char *path, struct text bytes,
                                          struct diagnostics *diags)
{
    struct canonical_reading reading;
    if (!read(arena, vocabulary, path, bytes, diags, &reading))
        return (struct canonical_file){.fate = CANONICAL_UNREAD};
    if (reading.role == NULL)
        return (struct canonical_file){.fate = CANONICAL_NO_ROLE};
    struct canonical_fault fault = fault_of_input(arena, &reading, bytes);
    struct text made = TEXT("");
    if (fault.message == NULL)
        made = make(arena, vocabulary, &reading, bytes, writing_of(&reading), &fault);
    if (!reading.is_exact && is_mended_by_exact(&fault)) {
        struct canonical_fault of_exact = {0};
        struct text exact = make(arena, vocabulary, &reading, bytes, WRITING_EXACT, &of_exact);
        made = of_exact.message == NULL ? exact : made;
        fault = of_exact.message == NULL ? of_exact : fault;
    }
    if (fault.message == NULL)
        return text_equal(made, bytes) ? (struct canonical_file){.fate = CANONICAL_SAME}
                                       : (struct canonical_file){CANONICAL_CHANGED, made};
    if (fault.at.source == NULL)
        fault.at = span_of_source(reading.source);
    report_warning(diags, fault.message, fault.at, canonical_excerpt(arena, fault.words), TEXT(""));
    return (struct canonical_file){.fate = CANONICAL_KEPT};
}
