/* What a canonical file does not say as the file it was made of: it must be nothing. */
#include "converters/html_elements.h"
#include "core/base/script.h"
#include "core/cli/canonical_parts.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include <stdlib.h>
#include <unicode/uchar.h>

static const struct message lost_words = {{"維持原狀：「{0}」在標準格式裡會遺失",
                                           "维持原状：“{0}”在标准格式里会丢失",
                                           "left as it is: \"{0}\" would be lost"}};
static const struct message read_otherwise = {
    {"維持原狀：「{0}」寫成標準格式後會讀成別的意思", "维持原状：“{0}”写成标准格式后会读成别的意思",
     "left as it is: \"{0}\" would be read as something else once written"}};
static const struct message lost_number = {
    {"維持原狀：編號「{0}」會改變或遺失", "维持原状：编号“{0}”会改变或丢失",
     "left as it is: the number \"{0}\" would change or be lost"}};
static const struct message moved_comment = {
    {"維持原狀：註解「{0}」會落在別處", "维持原状：注释“{0}”会落在别处",
     "left as it is: the comment \"{0}\" would speak of something else"}};

static struct canonical_fault fault(const struct message *message, struct span at,
                                    struct text words)
{
    return (struct canonical_fault){message, at, words};
}

static const struct canonical_fault no_fault = {0};

/* ---- the role ---- */

/* A printed number says its place in the list, which the place itself says as well. */
static bool keeps_number(struct text before, struct text after, size_t place)
{
    unsigned number = list_label_number(before);
    bool is_number = number > 0;
    for (size_t at = 0; at < before.size && !is_number;)
        is_number = u_isalnum((UChar32)text_next(before, &at)); /* 3.1, iv.; a bullet has neither */
    if (!is_number || !is_list_label(before))
        return true;
    return text_equal(before, after) || (number > 0 && (number == list_label_number(after) ||
                                                        (text_is_empty(after) && number == place)));
}

static struct text part_of(struct text label) { return is_list_label(label) ? TEXT("") : label; }

static bool is_same_record(const struct record *a, const struct record *b)
{
    bool is_same = text_equal(a->text, b->text) && a->depth == b->depth &&
                   text_equal(part_of(a->label), part_of(b->label));
    size_t count = a->field_count > b->field_count ? a->field_count : b->field_count;
    for (size_t f = 0; f < count && is_same; f++)
        is_same = text_equal(f < a->field_count ? a->fields[f].text : TEXT(""),
                             f < b->field_count ? b->fields[f].text : TEXT(""));
    return is_same;
}

static struct canonical_fault element_fault(const struct records *a, const struct records *b)
{
    struct text first = a->count > 0   ? a->rows[0].text
                        : b->count > 0 ? b->rows[0].text
                                       : a->heading;
    if (a->state != b->state || !text_equal(a->reason, b->reason) || a->count != b->count)
        return fault(&read_otherwise, a->at, first);
    for (size_t i = 0; i < a->count; i++)
        if (!is_same_record(&a->rows[i], &b->rows[i]))
            return fault(&read_otherwise, a->rows[i].at, a->rows[i].text);
    return no_fault;
}

static struct canonical_fault number_fault(const struct records *a, const struct records *b)
{
    size_t places[LIMIT_DEPTH] = {0};
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const struct record *record = &a->rows[i];
        size_t place = ++places[record->depth < LIMIT_DEPTH ? record->depth : LIMIT_DEPTH - 1];
        if (!keeps_number(record->label, b->rows[i].label, place))
            return fault(&lost_number, record->at, record->label);
    }
    return no_fault;
}

struct canonical_fault canonical_role_difference(const struct role *a, const struct role *b)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct canonical_fault found = element_fault(&a->values[e], &b->values[e]);
        if (found.message != NULL)
            return found;
    }
    const struct section_text *left = a->other, *right = b->other;
    for (; left != NULL; left = left->next, right = right->next)
        if (right == NULL || !text_equal(left->heading, right->heading) ||
            !text_equal(left->text, right->text))
            return fault(&read_otherwise, left->at,
                         text_is_empty(left->heading) ? left->text : left->heading);
    if (right != NULL || !text_equal(a->language, b->language))
        return fault(&read_otherwise, a->at, role_title(a));
    return no_fault;
}

bool canonical_is_otherwise(const struct canonical_fault *fault)
{
    return fault->message == &read_otherwise;
}

/* The same, with the numbers that items have. */
static struct canonical_fault role_fault(const struct role *a, const struct role *b)
{
    struct canonical_fault found = canonical_role_difference(a, b);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT && found.message == NULL; e++)
        found = number_fault(&a->values[e], &b->values[e]);
    return found;
}

/* ---- what the checks are asked ---- */

static uint64_t mixed(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* The values that stand in the request's scope. */
static uint64_t values_in_scope(const struct role *role, const struct request *request)
{
    uint64_t sum = 0;
    struct span scope = request->scope;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++) {
            struct span at = role->values[e].rows[i].at;
            if (at.source == scope.source && at.begin >= scope.begin && at.begin < scope.end)
                sum += mixed(e + 1, i);
        }
    return sum;
}

/* A request with all that it says and speaks of in one number. */
struct asked {
    uint64_t key;
    const struct request *request;
};

static int compare_asked(const void *left, const void *right)
{
    const struct asked *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static struct asked *asked_in(struct arena *arena, const struct canonical_reading *reading,
                              size_t *count)
{
    struct asked *all = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const struct request *r = reading->handbook->requests; r != NULL; r = r->next) {
        uint64_t key = mixed(text_hash(r->words), text_hash(r->level));
        key = mixed(key, values_in_scope(reading->role, r));
        *arena_push(arena, all, *count, capacity) = (struct asked){key, r};
    }
    if (*count > 1)
        qsort(all, *count, sizeof *all, compare_asked);
    return all;
}

static struct canonical_fault request_fault(struct arena *arena,
                                            const struct canonical_reading *from,
                                            const struct canonical_reading *written)
{
    size_t count, written_count;
    const struct asked *a = asked_in(arena, from, &count);
    const struct asked *b = asked_in(arena, written, &written_count);
    for (size_t i = 0; i < count; i++)
        if (i >= written_count || a[i].key != b[i].key)
            return fault(&moved_comment, a[i].request->at, a[i].request->words);
    return no_fault;
}

static size_t count_remarks(const struct document *document)
{
    size_t count = 0;
    for (const struct remark *r = document->remarks; r != NULL; r = r->next)
        count += !text_is_empty(r->text);
    return count;
}

static struct canonical_fault comment_fault(struct arena *arena,
                                            const struct canonical_reading *from,
                                            const struct canonical_reading *written)
{
    const struct remark *first = from->document->remarks;
    if (count_remarks(from->document) != count_remarks(written->document))
        return first == NULL ? fault(&read_otherwise, from->role->at, role_title(from->role))
                             : fault(&moved_comment, first->span, first->text);
    return request_fault(arena, from, written);
}

/* ---- words ---- */

/* A Han character, or letters and digits in a row. */
struct word {
    uint64_t key;
    uint32_t begin, end; /* in its text */
};

struct words {
    struct arena *arena;
    struct word *items;
    size_t count, capacity;
};

/* "&nbsp;": a mark of Markdown that its writer has another way to write. */
static bool is_entity(struct text text, size_t begin, size_t end)
{
    char before = begin > 0 ? text.data[begin - 1] : ' ';
    char behind = end < text.size ? text.data[end] : ' ';
    return (before == '&' || before == '#') && behind == ';';
}

/* [boats][s], [s]: https://…: where a link leads to stands beside its words in canonical files. */
static void add_references(struct arena *arena, struct canonical_regions *regions,
                           const struct source *source)
{
    struct text text = source->text;
    for (size_t at = text_find(text, TEXT("["), 0), end; at != TEXT_NOT_FOUND;
         at = text_find(text, TEXT("["), end)) {
        size_t line = text_find(text, TEXT("\n"), at);
        struct text rest = text_slice(text, at + 1, line);
        size_t size = text_find(rest, TEXT("]"), 0);
        end = at + 1;
        if (size == TEXT_NOT_FOUND)
            continue;
        bool is_behind = at > 0 && text.data[at - 1] == ']';
        bool is_defined = (at == 0 || text.data[at - 1] == '\n') &&
                          text_starts_with(text_from(rest, size + 1), TEXT(":"));
        if (is_behind || is_defined)
            *arena_push(arena, regions->items, regions->count, regions->capacity) = (struct span){
                .source = source, .begin = (uint32_t)at, .end = (uint32_t)(at + 1 + size)};
    }
}

static void add_words(struct words *words, struct text text)
{
    for (size_t at = 0, next; at < text.size; at = next) {
        next = at;
        uint32_t c = text_next(text, &next);
        if (!u_isalnum((UChar32)c))
            continue;
        while (!is_han_like(c) && next < text.size) {
            size_t behind = next;
            c = text_next(text, &behind);
            if (!u_isalnum((UChar32)c) || is_han_like(c))
                break;
            next = behind;
        }
        if (!is_entity(text, at, next))
            *arena_push(words->arena, words->items, words->count, words->capacity) =
                (struct word){text_key(text_slice(text, at, next)), (uint32_t)at, (uint32_t)next};
    }
}

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

static void sort_words(struct words *words)
{
    if (words->count > 1)
        qsort(words->items, words->count, sizeof *words->items, compare_words);
}

/* Numbers of items, which were held against each other one by one. */
static void add_labels(struct words *words, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            add_words(words, role->values[e].rows[i].label);
}

/* Marks of a table say where its cells are; of other elements only the name says no more. */
static bool is_of_table(struct text name)
{
    static const char *const names[] = {"table", "thead", "tbody",    "tfoot", "tr", "th",
                                        "td",    "col",   "colgroup", "br",    NULL};
    return text_is_one_of(name, names);
}

static size_t name_end(struct text text, size_t at)
{
    while (at < text.size && (u_isalnum((UChar32)(unsigned char)text.data[at]) != 0) &&
           (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

/* HTML that the reader understands: its words were read, its marks were understood. */
static void add_tags(struct arena *arena, struct canonical_regions *regions,
                     const struct source *source)
{
    struct text text = source->text;
    for (size_t at = text_find(text, TEXT("<"), 0), end; at != TEXT_NOT_FOUND;
         at = text_find(text, TEXT("<"), end)) {
        size_t begin = at + 1 + (at + 1 < text.size && text.data[at + 1] == '/');
        end = name_end(text, begin);
        struct text name = text_slice(text, begin, end);
        enum html_kind kind = html_kind_of(name);
        if (text_is_empty(name) || kind == HTML_UNKNOWN || kind == HTML_HIDDEN)
            continue;
        size_t close = text_find(text, TEXT(">"), end);
        if (is_of_table(name) && close != TEXT_NOT_FOUND)
            end = close;
        *arena_push(arena, regions->items, regions->count, regions->capacity) =
            (struct span){.source = source, .begin = (uint32_t)at, .end = (uint32_t)end};
    }
}

/* The first word of the file that stands less often in what was written. */
static struct canonical_fault word_fault(struct arena *arena, const struct canonical_reading *from,
                                         const struct canonical_reading *written)
{
    struct canonical_labels labels = canonical_labels(arena, from);
    add_tags(arena, &labels.regions, from->source);
    add_references(arena, &labels.regions, from->source);
    canonical_regions_settle(&labels.regions);
    struct words had = {.arena = arena}, have = {.arena = arena};
    const struct word *first = NULL;
    add_words(&had, from->source->text);
    add_words(&have, written->source->text);
    add_labels(&have, from->role);
    for (size_t i = 0; i < labels.count; i++)
        add_words(&have, labels.words[i]);
    sort_words(&had);
    sort_words(&have);
    for (size_t i = 0, k = 0; i < had.count; i++) {
        const struct word *word = &had.items[i];
        if (canonical_region_holds(&labels.regions, word->begin))
            continue;
        while (k < have.count && have.items[k].key < word->key)
            k++;
        if (k < have.count && have.items[k].key == word->key)
            k++;
        else if (first == NULL || word->begin < first->begin)
            first = word;
    }
    if (first == NULL)
        return no_fault;
    struct span at = {.source = from->source, .begin = first->begin, .end = first->end};
    size_t line = text_find(from->source->text, TEXT("\n"), first->begin);
    return fault(&lost_words, at, text_slice(from->source->text, first->begin, line));
}

struct canonical_fault canonical_difference(struct arena *arena,
                                            const struct canonical_reading *from,
                                            const struct canonical_reading *written)
{
    struct canonical_fault found = role_fault(from->role, written->role);
    if (found.message == NULL)
        found = comment_fault(arena, from, written);
    return found.message != NULL ? found : word_fault(arena, from, written);
}
