#include "core/model/vocabulary.h"
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/base/nearest_name.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define BUCKETS 8192 /* about twice the labels of the three languages */
#define NEAREST_MIN_PERCENT 50
#define GUESS_HAN 15     /* Han of a heading; longer ones are sentences */
#define GUESS_WORDS 8    /* words, alike */
#define GUESS_UNKNOWN 3  /* words of it that say nothing we know */
#define PHRASE_BYTES 120 /* of a heading that is a phrase */
#define SPEAKING_HAN 4   /* characters of a word that speaks of an element, at most */
#define CODE_BYTES 60    /* a word for a code is short */
#define ABSENCE_BYTES 60 /* so is one that says there is none */

struct known_meaning {
    struct meaning meaning;
    unsigned rank; /* surest first: see rank_of */
    struct known_meaning *next;
};

/* A folded label, and all it can mean. */
struct entry {
    struct text label;
    struct known_meaning *known;
    const struct meaning *meanings; /* the same as an array, once all files are read */
    size_t count;
    bool needs_context;
    enum element
        keyword;      /* the element it speaks of within a longer heading; ELEMENT_COUNT: none */
    bool is_filler;   /* says nothing in a heading: and, of, this role */
    bool is_position; /* names of positions end in it: manager, 專員 */
    bool is_praise;   /* stands in front of a position in advertisements: experienced */
    bool is_no_role;  /* a document or heading that is no role's: policy, 簡歷 */
    struct entry *next, *next_made;
};

/* A word for a code of a field: 必備 stands for "required". */
struct code_word {
    enum field field;
    struct text code, folded, word;
    enum language language;
    struct code_word *next;
};

struct named_word {
    struct text key, word;
    struct named_word *next;
};

/* How headings begin and end that say the rest in words of their own: "* you will bring". */
struct phrase {
    struct text begin, middle, end; /* folded; each may be empty */
    bool has_gap;                   /* false: begin is the whole heading */
    enum element element;           /* ELEMENT_COUNT: it tells a code, or is of no element */
    bool is_other;                  /* of no element, and known to be none */
    enum field field;
    struct text code;
    size_t order; /* in which they were read */
    struct phrase *next;
};

/* Phrases by a byte that the heading must show: the first, else the last, else any. */
enum { PHRASES_BY_LAST = 256, PHRASES_BY_NONE = 512, PHRASE_LISTS };

struct vocabulary {
    struct arena *arena;
    struct entry *buckets[BUCKETS];
    struct entry *first, *last;
    size_t longest; /* in bytes, of the labels of all entries */
    struct text headings[LANG_COUNT][ELEMENT_COUNT];
    struct text columns[LANG_COUNT][FIELD_COUNT];
    struct code_word *codes, *last_code;
    bool has_codes[FIELD_COUNT];
    struct phrase *phrases[PHRASE_LISTS];
    size_t phrase_count;
    struct text prompts[LANG_COUNT][ELEMENT_COUNT];
    struct named_word *not_applicable;
    struct named_word *words[LANG_COUNT];
};

/* One file being read. */
struct reading {
    struct vocabulary *vocabulary;
    const struct source *source;
    struct diagnostics *diags;
    yaml_document_t *yaml;
    enum language language;
    bool is_fine;
};

static const struct message not_yaml = {{"詞彙檔不是有效的 YAML：{0}",
                                         "词汇文件不是有效的 YAML：{0}",
                                         "the vocabulary file is not YAML: {0}"}};
static const struct message no_language = {
    {"詞彙檔沒有寫明 language（zh-Hant、zh-Hans 或 en）",
     "词汇文件没有写明 language（zh-Hant、zh-Hans 或 en）",
     "the vocabulary file names no language (zh-Hant, zh-Hans or en)"}};
static const struct message unknown_language = {
    {"詞彙檔的 language 不能是「{0}」：應為 zh-Hant、zh-Hans 或 en",
     "词汇文件的 language 不能是「{0}」：应为 zh-Hant、zh-Hans 或 en",
     "the language of a vocabulary file cannot be \"{0}\": zh-Hant, zh-Hans or en"}};
static const struct message unknown_name = {
    {"詞彙檔不認得「{0}」：可用的是 {1}", "词汇文件不认得「{0}」：可用的是 {1}",
     "the vocabulary file names \"{0}\", which is not known here; known are {1}"}};
static const struct message unknown_code = {
    {"詞彙檔不認得「{0}」：values 之下的鍵應為「要素.欄位.代碼」，例如 appointment.need.required",
     "词汇文件不认得「{0}」：values 之下的键应为「要素.字段.代码」，例如 appointment.need.required",
     "the vocabulary file names \"{0}\": a key under values is element.field.code, such as "
     "appointment.need.required"}};
static const struct message misspelt_name = {
    {"詞彙檔不認得「{0}」：是不是「{1}」？", "词汇文件不认得「{0}」：是不是「{1}」？",
     "the vocabulary file names \"{0}\", which is not known here: is it \"{1}\"?"}};
static const struct message wrong_shape = {
    {"詞彙檔的 {0} 應為一串標籤：[甲, 乙]", "词汇文件的 {0} 应为一串标签：[甲, 乙]",
     "in the vocabulary file {0} must be a list of labels: [one, two]"}};

/* ---- the table ---- */

static struct entry *entry_find(const struct vocabulary *vocabulary, struct text folded)
{
    if (folded.size > vocabulary->longest)
        return NULL;
    struct entry *entry = vocabulary->buckets[text_hash(folded) % BUCKETS];
    while (entry != NULL && !text_equal(entry->label, folded))
        entry = entry->next;
    return entry;
}

static struct entry *entry_make(struct vocabulary *vocabulary, struct text folded)
{
    struct entry *entry = entry_find(vocabulary, folded);
    if (entry != NULL)
        return entry;
    struct entry **bucket = &vocabulary->buckets[text_hash(folded) % BUCKETS];
    entry = arena_new(vocabulary->arena, struct entry);
    *entry = (struct entry){.label = folded, .keyword = ELEMENT_COUNT, .next = *bucket};
    *bucket = entry;
    if (folded.size > vocabulary->longest)
        vocabulary->longest = folded.size;
    if (vocabulary->first == NULL)
        vocabulary->first = entry;
    else
        vocabulary->last->next_made = entry;
    vocabulary->last = entry;
    return entry;
}

/* Canonical headings of roles, other names of their elements, forms, the handbook's, columns. */
static unsigned rank_of(const struct meaning *m)
{
    if (m->field != FIELD_NONE)
        return element_is_of_handbook(m->element) ? 7 : 6;
    if (m->is_form || m->is_other)
        return m->is_form ? 3 : 8;
    if (element_is_of_handbook(m->element))
        return m->is_canonical ? 4 : 5;
    return m->is_canonical ? 0 : m->is_part ? 2 : 1;
}

static bool is_same_meaning(const struct meaning *a, const struct meaning *b)
{
    return a->element == b->element && a->field == b->field && a->is_form == b->is_form &&
           a->is_other == b->is_other;
}

static void add_meaning(struct vocabulary *vocabulary, struct text label, struct meaning meaning)
{
    struct entry *entry = entry_make(vocabulary, fold_label(vocabulary->arena, label));
    unsigned rank = rank_of(&meaning);
    struct known_meaning **at = &entry->known;
    for (; *at != NULL; at = &(*at)->next) {
        if (is_same_meaning(&(*at)->meaning, &meaning)) {
            (*at)->meaning.is_canonical |= meaning.is_canonical;
            return;
        }
        if ((*at)->rank > rank)
            break;
    }
    struct known_meaning *known = arena_new(vocabulary->arena, struct known_meaning);
    *known = (struct known_meaning){.meaning = meaning, .rank = rank, .next = *at};
    *at = known;
    entry->count++;
}

static void settle(struct vocabulary *vocabulary)
{
    for (struct entry *entry = vocabulary->first; entry != NULL; entry = entry->next_made) {
        struct meaning *meanings =
            arena_new_array(vocabulary->arena, entry->count + 1, struct meaning);
        size_t count = 0;
        for (struct known_meaning *k = entry->known; k != NULL; k = k->next) {
            meanings[count] = k->meaning;
            meanings[count++].needs_context = entry->needs_context && !k->meaning.is_canonical;
        }
        entry->meanings = meanings;
        entry->count = count;
    }
}

/* ---- reading a file ---- */

static struct span node_span(const struct reading *reading, const yaml_node_t *node)
{
    struct span span = span_of_source(reading->source);
    /* libyaml counts code points. */
    span.begin = (uint32_t)text_offset(reading->source->text, node->start_mark.index);
    span.end = (uint32_t)text_offset(reading->source->text, node->end_mark.index);
    return span;
}

static struct text node_text(const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        return TEXT("");
    return (struct text){(const char *)node->data.scalar.value, node->data.scalar.length};
}

static void complain(struct reading *reading, const struct message *message,
                     const yaml_node_t *node, struct text name)
{
    report_error(reading->diags, message, node_span(reading, node),
                 text_copy(reading->diags->arena, name), TEXT(""));
    reading->is_fine = false;
}

/* ---- names that are not known ---- */

#define NAMES_MAX 64 /* that may stand in one place */

/* What may stand in a place of the file. */
struct known_names {
    struct text list[NAMES_MAX];
    size_t count;
};

static void know(struct known_names *known, const char *name)
{
    if (known->count < NAMES_MAX)
        known->list[known->count++] = text_from_string(name);
}

static void know_elements(struct known_names *known, enum element first, enum element end)
{
    for (enum element e = first; e < end; e++)
        know(known, element_row(e)->name);
}

static void know_fields(struct known_names *known, enum element element)
{
    for (size_t f = 0; f < element_field_count(element); f++)
        know(known, field_row(element_first_field(element) + (enum field)f)->name);
}

/* The one that was meant, or all there are. */
static void complain_of_name(struct reading *reading, const yaml_node_t *node, struct text name,
                             const struct known_names *known)
{
    struct arena *arena = reading->diags->arena;
    struct text_buffer all = text_buffer_new(arena);
    struct text nearest = nearest_name(name, known->list, known->count);
    for (size_t i = 0; i < known->count; i++) {
        buffer_append_string(&all, i == 0 ? "" : ", ");
        buffer_append(&all, known->list[i]);
    }
    bool is_misspelt = !text_is_empty(nearest);
    report_error(reading->diags, is_misspelt ? &misspelt_name : &unknown_name,
                 node_span(reading, node), text_copy(arena, name),
                 is_misspelt ? nearest : buffer_text(&all));
    reading->is_fine = false;
}

enum which { OF_ROLE, OF_ROLE_PARTS, OF_HANDBOOK };

static void complain_of_element(struct reading *reading, const yaml_node_t *node, struct text name,
                                enum which which)
{
    struct known_names known = {.count = 0};
    if (which == OF_HANDBOOK)
        know_elements(&known, ELEMENT_ROLE_COUNT, ELEMENT_COUNT);
    else
        know_elements(&known, (enum element)0, ELEMENT_ROLE_COUNT);
    complain_of_name(reading, node, name, &known);
}

/* A key without anything behind it: what stood there may be commented out. */
static bool is_nothing(const yaml_node_t *node)
{
    return node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0;
}

/* What is done with each entry of a mapping. */
typedef void each_pair(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                       const void *data);

static void for_each_pair(struct reading *reading, const yaml_node_t *map, each_pair *each,
                          const void *data)
{
    if (is_nothing(map))
        return;
    if (map->type != YAML_MAPPING_NODE) {
        complain(reading, &wrong_shape, map, node_text(map));
        return;
    }
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
         pair++)
        each(reading, yaml_document_get_node(reading->yaml, pair->key),
             yaml_document_get_node(reading->yaml, pair->value), data);
}

/* What is done with each label of a list. */
typedef void each_label(struct reading *reading, struct text label, size_t index, const void *data);

static void for_each_label(struct reading *reading, const yaml_node_t *list, struct text name,
                           each_label *each, const void *data)
{
    if (is_nothing(list))
        return;
    if (list->type != YAML_SEQUENCE_NODE) {
        complain(reading, &wrong_shape, list, name);
        return;
    }
    size_t index = 0;
    for (yaml_node_item_t *item = list->data.sequence.items.start;
         item < list->data.sequence.items.top; item++) {
        const yaml_node_t *node = yaml_document_get_node(reading->yaml, *item);
        if (node->type != YAML_SCALAR_NODE)
            complain(reading, &wrong_shape, node, name);
        else
            each(reading, text_copy(reading->vocabulary->arena, node_text(node)), index++, data);
    }
}

static void label_of_meaning(struct reading *reading, struct text label, size_t index,
                             const void *data)
{
    struct meaning meaning = *(const struct meaning *)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    meaning.language = reading->language;
    if (index == 0 && !meaning.is_part && meaning.element != ELEMENT_COUNT) {
        struct text *first = meaning.field == FIELD_NONE
                                 ? &vocabulary->headings[reading->language][meaning.element]
                                 : &vocabulary->columns[reading->language][meaning.field];
        meaning.is_canonical = text_is_empty(*first);
        if (meaning.is_canonical)
            *first = label;
    }
    add_meaning(vocabulary, label, meaning);
}

static void element_labels(struct reading *reading, const yaml_node_t *key,
                           const yaml_node_t *value, const void *data)
{
    enum which which = *(const enum which *)data;
    struct text name = node_text(key);
    enum element element =
        which == OF_HANDBOOK ? handbook_element_by_name(name) : element_by_name(name);
    if (element == ELEMENT_COUNT) {
        complain_of_element(reading, key, name, which);
        return;
    }
    struct meaning meaning = {
        .element = element, .field = FIELD_NONE, .is_part = which == OF_ROLE_PARTS};
    for_each_label(reading, value, name, label_of_meaning, &meaning);
}

static void field_labels(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                         const void *data)
{
    enum element element = *(const enum element *)data;
    enum field field = field_by_name(element, node_text(key));
    if (field == FIELD_NONE) {
        struct known_names known = {.count = 0};
        know_fields(&known, element);
        complain_of_name(reading, key, node_text(key), &known);
        return;
    }
    struct meaning meaning = {.element = element, .field = field};
    for_each_label(reading, value, node_text(key), label_of_meaning, &meaning);
}

static void element_fields(struct reading *reading, const yaml_node_t *key,
                           const yaml_node_t *value, const void *data)
{
    struct text name = node_text(key);
    enum element element = *(const enum which *)data == OF_HANDBOOK ? handbook_element_by_name(name)
                                                                    : element_by_name(name);
    if (element == ELEMENT_COUNT || element_field_count(element) == 0)
        complain_of_element(reading, key, name, *(const enum which *)data);
    else
        for_each_pair(reading, value, field_labels, &element);
}

static void label_needs_context(struct reading *reading, struct text label, size_t index,
                                const void *data)
{
    (void)index, (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    entry_make(vocabulary, fold_label(vocabulary->arena, label))->needs_context = true;
}

/* Words that say something within a longer text, each with what it says. */
enum word_kind { WORD_KEYWORD, WORD_FILLER, WORD_POSITION, WORD_PRAISE, WORD_NO_ROLE };
struct word_meaning {
    enum word_kind kind;
    enum element element; /* WORD_KEYWORD */
};

static void word_within(struct reading *reading, struct text word, size_t index, const void *data)
{
    (void)index;
    const struct word_meaning *meaning = data;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct entry *entry = entry_make(vocabulary, fold_label(vocabulary->arena, word));
    switch (meaning->kind) {
    case WORD_KEYWORD:
        entry->keyword = meaning->element;
        break;
    case WORD_FILLER:
        entry->is_filler = true;
        break;
    case WORD_POSITION:
        entry->is_position = true;
        break;
    case WORD_PRAISE:
        entry->is_praise = true;
        break;
    case WORD_NO_ROLE:
        entry->is_no_role = true;
        break;
    }
}

static void keywords(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                     const void *data)
{
    (void)data;
    struct text name = node_text(key);
    struct word_meaning meaning = {.kind = WORD_KEYWORD, .element = element_by_name(name)};
    if (meaning.element == ELEMENT_COUNT)
        complain_of_element(reading, key, name, OF_ROLE);
    else
        for_each_label(reading, value, name, word_within, &meaning);
}

static void word_of_code(struct reading *reading, struct text word, size_t index, const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct code_word *added = arena_new(vocabulary->arena, struct code_word);
    *added = *(const struct code_word *)data;
    added->word = word;
    added->folded = fold_label(vocabulary->arena, word);
    added->language = reading->language;
    if (vocabulary->codes == NULL)
        vocabulary->codes = added;
    else
        vocabulary->last_code->next = added;
    vocabulary->last_code = added;
    vocabulary->has_codes[added->field] = true;
}

/* element.field.code; FIELD_NONE: the name is none of that form. */
static enum field field_of_code(struct text name, struct text *code)
{
    size_t first = text_find(name, TEXT("."), 0);
    size_t second = first == TEXT_NOT_FOUND ? first : text_find(name, TEXT("."), first + 1);
    if (second == TEXT_NOT_FOUND)
        return FIELD_NONE;
    enum element element = element_by_name(text_slice(name, 0, first));
    *code = text_from(name, second + 1);
    return element == ELEMENT_COUNT ? FIELD_NONE
                                    : field_by_name(element, text_slice(name, first + 1, second));
}

static void coded_values(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                         const void *data)
{
    (void)data;
    struct text name = node_text(key), code;
    enum field field = field_of_code(name, &code);
    if (field == FIELD_NONE) {
        complain(reading, &unknown_code, key, name);
        return;
    }
    struct code_word word = {.field = field, .code = text_copy(reading->vocabulary->arena, code)};
    for_each_label(reading, value, name, word_of_code, &word);
}

static size_t list_by_first(struct text t) { return (unsigned char)t.data[0]; }
static size_t list_by_last(struct text t)
{
    return PHRASES_BY_LAST + (unsigned char)t.data[t.size - 1];
}

static void add_phrase(struct vocabulary *vocabulary, struct phrase *added)
{
    size_t list = added->begin.size > 0 ? list_by_first(added->begin)
                  : added->end.size > 0 ? list_by_last(added->end)
                                        : PHRASES_BY_NONE;
    added->order = vocabulary->phrase_count++;
    added->next = vocabulary->phrases[list];
    vocabulary->phrases[list] = added;
}

/* "* you will": the star stands for any words. It is folded as a word, as what it stands for is. */
#define GAP "zzgapzz"
static void phrase_of(struct reading *reading, struct text words, size_t index, const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct text_buffer whole = text_buffer_new(vocabulary->arena);
    struct phrase *added = arena_new(vocabulary->arena, struct phrase);
    *added = *(const struct phrase *)data;
    for (size_t i = 0; i < words.size; i++) {
        bool is_star = words.data[i] == '*';
        added->has_gap |= is_star;
        if (is_star)
            buffer_append_string(&whole, GAP);
        else
            buffer_append_byte(&whole, words.data[i]);
    }
    struct text folded = fold_label(vocabulary->arena, buffer_text(&whole));
    size_t first = text_find(folded, TEXT(GAP), 0), last = first;
    for (size_t at = first; at != TEXT_NOT_FOUND; at = text_find(folded, TEXT(GAP), at + 1))
        last = at;
    added->begin = added->has_gap ? text_trim(text_slice(folded, 0, first)) : folded;
    added->end = added->has_gap ? text_trim(text_from(folded, last + sizeof GAP - 1)) : TEXT("");
    if (last > first)
        added->middle = text_trim(text_slice(folded, first + sizeof GAP - 1, last));
    add_phrase(vocabulary, added);
}

/* The key is an element, or element.field.code. */
static void phrases(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                    const void *data)
{
    (void)data;
    struct text name = node_text(key), code = TEXT("");
    bool is_code = text_find(name, TEXT("."), 0) != TEXT_NOT_FOUND;
    struct phrase phrase = {.element = ELEMENT_COUNT, .field = FIELD_NONE};
    phrase.is_other = text_is(name, "other");
    if (is_code)
        phrase.field = field_of_code(name, &code);
    else
        phrase.element = element_by_name(name);
    phrase.code = text_copy(reading->vocabulary->arena, code);
    if (is_code && phrase.field == FIELD_NONE)
        complain(reading, &unknown_code, key, name);
    else if (!is_code && phrase.element == ELEMENT_COUNT && !phrase.is_other)
        complain_of_element(reading, key, name, OF_ROLE);
    else
        for_each_label(reading, value, name, phrase_of, &phrase);
}

static void word_not_applicable(struct reading *reading, struct text word, size_t index,
                                const void *data)
{
    (void)index, (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct named_word *added = arena_new(vocabulary->arena, struct named_word);
    *added = (struct named_word){.key = fold_label(vocabulary->arena, word),
                                 .next = vocabulary->not_applicable};
    vocabulary->not_applicable = added;
}

static void handbook_word(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                          const void *data)
{
    (void)data;
    struct arena *arena = reading->vocabulary->arena;
    struct named_word *added = arena_new(arena, struct named_word);
    struct named_word **words = &reading->vocabulary->words[reading->language];
    /* A later file's word stands in front of, and so hides, an earlier one's. */
    *added = (struct named_word){.key = text_copy(arena, node_text(key)),
                                 .word = text_copy(arena, node_text(value)),
                                 .next = *words};
    *words = added;
}

static void element_prompt(struct reading *reading, const yaml_node_t *key,
                           const yaml_node_t *value, const void *data)
{
    (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    enum element element = element_by_name(node_text(key));
    if (element == ELEMENT_COUNT)
        complain_of_element(reading, key, node_text(key), OF_ROLE);
    else
        vocabulary->prompts[reading->language][element] =
            text_copy(vocabulary->arena, node_text(value));
}

static void complain_of_section(struct reading *reading, const yaml_node_t *key, struct text name)
{
    static const char *const names[] = {"language", "elements",        "parts",   "handbook",
                                        "fields",   "handbook-fields", "forms",   "other",
                                        "context",  "keywords",        "fillers", "positions",
                                        "no-roles", "values",          "words",   "not-applicable",
                                        "prompts",  "phrases",         "praise"};
    struct known_names known = {.count = 0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        know(&known, names[i]);
    complain_of_name(reading, key, name, &known);
}

static void section(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                    const void *data)
{
    (void)data;
    static const enum which of_role = OF_ROLE, of_parts = OF_ROLE_PARTS, of_handbook = OF_HANDBOOK;
    static const struct meaning form = {
        .element = ELEMENT_COUNT, .field = FIELD_NONE, .is_form = true};
    static const struct meaning other = {
        .element = ELEMENT_COUNT, .field = FIELD_NONE, .is_other = true};
    static const struct word_meaning filler = {.kind = WORD_FILLER};
    static const struct word_meaning position = {.kind = WORD_POSITION};
    static const struct word_meaning praise = {.kind = WORD_PRAISE};
    static const struct word_meaning no_role = {.kind = WORD_NO_ROLE};
    struct text name = node_text(key);
    if (text_is(name, "elements"))
        for_each_pair(reading, value, element_labels, &of_role);
    else if (text_is(name, "parts"))
        for_each_pair(reading, value, element_labels, &of_parts);
    else if (text_is(name, "handbook"))
        for_each_pair(reading, value, element_labels, &of_handbook);
    else if (text_is(name, "fields"))
        for_each_pair(reading, value, element_fields, &of_role);
    else if (text_is(name, "handbook-fields"))
        for_each_pair(reading, value, element_fields, &of_handbook);
    else if (text_is(name, "forms"))
        for_each_label(reading, value, name, label_of_meaning, &form);
    else if (text_is(name, "other"))
        for_each_label(reading, value, name, label_of_meaning, &other);
    else if (text_is(name, "context"))
        for_each_label(reading, value, name, label_needs_context, NULL);
    else if (text_is(name, "keywords"))
        for_each_pair(reading, value, keywords, NULL);
    else if (text_is(name, "phrases"))
        for_each_pair(reading, value, phrases, NULL);
    else if (text_is(name, "fillers"))
        for_each_label(reading, value, name, word_within, &filler);
    else if (text_is(name, "positions"))
        for_each_label(reading, value, name, word_within, &position);
    else if (text_is(name, "praise"))
        for_each_label(reading, value, name, word_within, &praise);
    else if (text_is(name, "no-roles"))
        for_each_label(reading, value, name, word_within, &no_role);
    else if (text_is(name, "values"))
        for_each_pair(reading, value, coded_values, NULL);
    else if (text_is(name, "not-applicable"))
        for_each_label(reading, value, name, word_not_applicable, NULL);
    else if (text_is(name, "prompts"))
        for_each_pair(reading, value, element_prompt, NULL);
    else if (text_is(name, "words"))
        for_each_pair(reading, value, handbook_word, NULL);
    else if (!text_is(name, "language"))
        complain_of_section(reading, key, name);
}

static void find_language(struct reading *reading, const yaml_node_t *key, const yaml_node_t *value,
                          const void *data)
{
    (void)data;
    if (!text_is(node_text(key), "language"))
        return;
    reading->language = language_from_tag(node_text(value));
    if (reading->language == LANG_COUNT)
        complain(reading, &unknown_language, value, node_text(value));
}

static void read_root(struct reading *reading)
{
    const yaml_node_t *root = yaml_document_get_root_node(reading->yaml);
    reading->language = LANG_COUNT;
    if (root != NULL && root->type == YAML_MAPPING_NODE)
        for_each_pair(reading, root, find_language, NULL);
    if (reading->language == LANG_COUNT && reading->is_fine) {
        report_error(reading->diags, &no_language, span_of_source(reading->source), TEXT(""),
                     TEXT(""));
        reading->is_fine = false;
    }
    if (reading->language != LANG_COUNT)
        for_each_pair(reading, root, section, NULL);
}

static bool read_file(struct vocabulary *vocabulary, struct source *source, struct text bytes,
                      struct diagnostics *diags)
{
    yaml_parser_t parser;
    yaml_document_t yaml;
    struct reading reading = {
        .vocabulary = vocabulary, .source = source, .diags = diags, .yaml = &yaml, .is_fine = true};
    source->text = bytes;
    if (!yaml_parser_initialize(&parser))
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.data, bytes.size);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    if (yaml_parser_load(&parser, &yaml)) {
        read_root(&reading);
        yaml_document_delete(&yaml);
    } else {
        struct span at = span_of_source(source);
        at.begin = at.end = (uint32_t)text_offset(bytes, parser.problem_mark.index);
        const char *problem = parser.problem == NULL ? "" : parser.problem;
        report_error(diags, &not_yaml, at, text_copy(diags->arena, text_from_string(problem)),
                     TEXT(""));
        reading.is_fine = false;
    }
    yaml_parser_delete(&parser);
    return reading.is_fine;
}

struct vocabulary *vocabulary_load(struct arena *arena, const char *const *extra,
                                   struct diagnostics *diags)
{
    struct vocabulary *vocabulary = arena_new(arena, struct vocabulary);
    memset(vocabulary, 0, sizeof *vocabulary);
    vocabulary->arena = arena;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        char name[64];
        snprintf(name, sizeof name, "vocabulary/%s.yaml", language_tag((enum language)l));
        struct source *source = arena_new(arena, struct source);
        *source = (struct source){.path = text_to_string(arena, text_from_string(name))};
        if (!read_file(vocabulary, source, embedded_file(name), diags))
            return NULL;
    }
    for (; extra != NULL && *extra != NULL; extra++) {
        struct source *source = arena_new(arena, struct source);
        struct text bytes;
        *source = (struct source){.path = *extra};
        if (file_read(arena, source, &bytes, diags) != STATUS_OK ||
            !read_file(vocabulary, source, bytes, diags))
            return NULL;
    }
    settle(vocabulary);
    return vocabulary;
}

/* ---- asking ---- */

const struct meaning *vocabulary_find(const struct vocabulary *vocabulary, struct arena *scratch,
                                      struct text label, size_t *count)
{
    const struct entry *entry = entry_find(vocabulary, fold_label(scratch, label));
    *count = entry == NULL ? 0 : entry->count;
    return entry == NULL ? NULL : entry->meanings;
}

bool vocabulary_element(const struct vocabulary *vocabulary, struct arena *scratch,
                        struct text label, enum element *element)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(vocabulary, scratch, label, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element != ELEMENT_COUNT && meanings[i].field == FIELD_NONE) {
            *element = meanings[i].element;
            return true;
        }
    return false;
}

enum field vocabulary_field(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum element element, struct text label)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(vocabulary, scratch, label, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element == element && meanings[i].field != FIELD_NONE)
            return meanings[i].field;
    return FIELD_NONE;
}

struct text vocabulary_heading(const struct vocabulary *vocabulary, enum language language,
                               enum element element)
{
    struct text heading = vocabulary->headings[language][element];
    return text_is_empty(heading) ? text_from_string(element_row(element)->name) : heading;
}

struct text vocabulary_column(const struct vocabulary *vocabulary, enum language language,
                              enum field field)
{
    struct text column = vocabulary->columns[language][field];
    return text_is_empty(column) ? text_from_string(field_row(field)->name) : column;
}

static struct text in_two(struct arena *arena, struct text first, struct text second,
                          struct text divider)
{
    struct text_buffer both = text_buffer_new(arena);
    if (text_is_empty(first) || text_is_empty(second) || text_equal(first, second))
        return first;
    buffer_append(&both, first);
    buffer_append(&both, divider);
    buffer_append(&both, second);
    return buffer_text(&both);
}

const struct vocabulary *vocabulary_in_two(struct arena *arena, const struct vocabulary *vocabulary,
                                           enum language second, struct text divider)
{
    struct vocabulary *both = arena_new(arena, struct vocabulary);
    *both = *vocabulary;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        for (size_t e = 0; e < ELEMENT_COUNT; e++)
            both->headings[l][e] =
                in_two(arena, vocabulary->headings[l][e], vocabulary->headings[second][e], divider);
        for (size_t f = 0; f < FIELD_COUNT; f++)
            both->columns[l][f] =
                in_two(arena, vocabulary->columns[l][f], vocabulary->columns[second][f], divider);
    }
    return both;
}

struct text vocabulary_word(const struct vocabulary *vocabulary, enum language language,
                            const char *key)
{
    const struct named_word *word = vocabulary->words[language];
    while (word != NULL && !text_is(word->key, key))
        word = word->next;
    assert(word != NULL);
    return word->word;
}

struct text vocabulary_code(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum field field, struct text word)
{
    if (!vocabulary->has_codes[field] || word.size > CODE_BYTES)
        return TEXT("");
    struct text folded = fold_label(scratch, word);
    for (const struct code_word *c = vocabulary->codes; c != NULL; c = c->next)
        if (c->field == field && (text_equal(c->folded, folded) || text_equal(c->code, word)) &&
            (c->word.size > 1 || text_equal(c->word, word))) /* a letter is no number here */
            return c->code;
    return TEXT("");
}

struct text vocabulary_code_word(const struct vocabulary *vocabulary, enum language language,
                                 enum field field, struct text code)
{
    for (const struct code_word *c = vocabulary->has_codes[field] ? vocabulary->codes : NULL;
         c != NULL; c = c->next)
        if (c->field == field && c->language == language && text_equal(c->code, code))
            return c->word;
    return code;
}

size_t vocabulary_choices(const struct vocabulary *vocabulary, struct arena *arena,
                          enum language language, enum field field, struct text **words)
{
    size_t count = 0, capacity = 0;
    *words = NULL;
    if (!vocabulary->has_codes[field])
        return 0;
    for (const struct code_word *c = vocabulary->codes; c != NULL; c = c->next) {
        bool is_of_it = c->field == field && c->language == language;
        struct text first = vocabulary_code_word(vocabulary, language, field, c->code);
        if (is_of_it && text_equal(first, c->word))
            *arena_push(arena, *words, count, capacity) = c->word;
    }
    return count;
}

struct text vocabulary_prompt(const struct vocabulary *vocabulary, enum language language,
                              enum element element)
{
    struct text prompt = vocabulary->prompts[language][element];
    return text_is_empty(prompt) ? vocabulary_word(vocabulary, language, "prompt") : prompt;
}

/* The text in front of a colon, and what follows it; all of it and nothing when there is none. */
static struct text before_colon(struct text value, struct text *rest)
{
    for (size_t at = 0; at < value.size;) {
        size_t begin = at;
        uint32_t c = text_next(value, &at);
        if (c == ':' || c == 0xFF1A) {
            *rest = text_trim(text_from(value, at));
            return text_slice(value, 0, begin);
        }
    }
    *rest = TEXT("");
    return value;
}

bool vocabulary_not_applicable(const struct vocabulary *vocabulary, struct arena *scratch,
                               struct text value, struct text *reason)
{
    struct text rest;
    struct text word = text_trim(before_colon(value, &rest));
    while (text_ends_with(word, TEXT("。")) || text_ends_with(word, TEXT(".")))
        word = text_slice(word, 0, word.size - (text_ends_with(word, TEXT(".")) ? 1 : 3));
    if (text_is_empty(word) || word.size > ABSENCE_BYTES)
        return false;
    struct text folded = fold_label(scratch, word);
    for (const struct named_word *w = vocabulary->not_applicable; w != NULL; w = w->next)
        if (text_equal(w->key, folded)) {
            *reason = rest;
            return true;
        }
    return false;
}

static enum element entry_element(const struct entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->meanings[i].field == FIELD_NONE &&
            entry->meanings[i].element < ELEMENT_ROLE_COUNT && !entry->meanings[i].is_part)
            return entry->meanings[i].element;
    return ELEMENT_COUNT;
}

size_t vocabulary_nearest(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text label, enum element *nearest, size_t max)
{
    struct text folded = fold_label(scratch, label);
    unsigned best[ELEMENT_ROLE_COUNT] = {0};
    size_t size = text_code_points(folded), found = 0;
    bool is_latin = size > 0 && folded.size == size;
    for (const struct entry *e = vocabulary->first; e != NULL; e = e->next_made) {
        enum element element = entry_element(e);
        bool latin_entry = e->label.size > 0 && (unsigned char)e->label.data[0] < 0x80;
        /* Letters say little: Latin labels must share a whole word, so compare only inclusion. */
        bool apart = is_latin ? !latin_entry || text_find(folded, e->label, 0) == TEXT_NOT_FOUND
                              : latin_entry;
        if (element == ELEMENT_COUNT || apart)
            continue;
        unsigned alike = fold_likeness(folded, e->label);
        if (alike > best[element])
            best[element] = alike;
    }
    for (; found < max; found++) {
        size_t top = 0;
        for (size_t i = 1; i < ELEMENT_ROLE_COUNT; i++)
            if (best[i] > best[top])
                top = i;
        if (best[top] < NEAREST_MIN_PERCENT)
            break;
        nearest[found] = (enum element)top;
        best[top] = 0;
    }
    return found;
}

/* ---- words within a longer text ---- */

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/* The next word of a folded Latin text; its end, or the text's size when there is none. */
static size_t next_word(struct text folded, size_t *begin)
{
    while (*begin < folded.size && !is_letter(folded.data[*begin]))
        (*begin)++;
    size_t end = *begin;
    while (end < folded.size && (is_letter(folded.data[end]) || folded.data[end] == '\''))
        end++;
    return end;
}

/* What the word from begin to *end means; "full-time" is one word where the vocabulary has it. */
static const struct entry *entry_of_word(const struct vocabulary *vocabulary, struct text folded,
                                         size_t begin, size_t *end)
{
    size_t compound = *end;
    while (compound < folded.size &&
           (is_letter(folded.data[compound]) || (folded.data[compound] == '-' && compound > begin)))
        compound++;
    const struct entry *entry =
        compound > *end ? entry_find(vocabulary, text_slice(folded, begin, compound)) : NULL;
    if (entry == NULL)
        return entry_find(vocabulary, text_slice(folded, begin, *end));
    *end = compound;
    return entry;
}

static bool is_latin(struct text folded) { return !text_is_empty(folded) && is_latin_text(folded); }

/* The longest ending of a text in Han for which holds is true; NULL: none. */
typedef bool entry_is(const struct entry *entry);
static const struct entry *find_ending(const struct vocabulary *vocabulary, struct text folded,
                                       entry_is *holds)
{
    for (size_t at = 0; at < folded.size; text_next(folded, &at)) {
        const struct entry *entry = entry_find(vocabulary, text_from(folded, at));
        if (entry != NULL && holds(entry))
            return entry;
    }
    return NULL;
}

static bool is_keyword(const struct entry *entry) { return entry->keyword != ELEMENT_COUNT; }
static bool is_position(const struct entry *entry) { return entry->is_position; }
static bool is_praise(const struct entry *entry) { return entry->is_praise; }
static bool is_no_role(const struct entry *entry) { return entry->is_no_role; }

/* Counts what the words speak of; the element most of them do, the last of these in a tie. */
static struct guess guess_by_words(const struct vocabulary *vocabulary, struct text folded)
{
    struct guess guess = {.element = ELEMENT_COUNT, .is_whole = true};
    size_t hits[ELEMENT_COUNT + 1] = {0}, unknown = 0, words = 0;
    for (size_t begin = 0, end; (end = next_word(folded, &begin)) > begin; begin = end) {
        const struct entry *entry = entry_of_word(vocabulary, folded, begin, &end);
        words++;
        if (entry != NULL && is_keyword(entry)) {
            hits[entry->keyword]++;
            if (hits[entry->keyword] >= hits[guess.element])
                guess.element = entry->keyword;
        } else if (entry == NULL || !entry->is_filler)
            unknown++;
    }
    guess.is_whole = unknown == 0;
    if (words > GUESS_WORDS || unknown > GUESS_UNKNOWN)
        guess.element = ELEMENT_COUNT;
    return guess;
}

/* The part of a phrase stands at that end of the heading, with a whole word beside it. */
static bool begins_with(struct text folded, struct text part)
{
    return text_is_empty(part) ||
           (text_starts_with(folded, part) && folded.size > part.size &&
            !is_letter(folded.data[part.size]) && folded.data[part.size] != '\'');
}

/* ... or somewhere between the two ends, as words of its own. */
static bool has_between(struct text folded, struct text part)
{
    for (size_t at = 0; !text_is_empty(part); at++) {
        at = text_find(folded, part, at);
        if (at == TEXT_NOT_FOUND)
            return false;
        size_t end = at + part.size;
        if ((at == 0 || !is_letter(folded.data[at - 1])) &&
            (end == folded.size || !is_letter(folded.data[end])))
            return true;
    }
    return true;
}

static bool ends_with(struct text folded, struct text part)
{
    return text_is_empty(part) || (text_ends_with(folded, part) && folded.size > part.size &&
                                   !is_letter(folded.data[folded.size - part.size - 1]));
}

static size_t phrase_size(const struct phrase *p)
{
    return p->begin.size + p->middle.size + p->end.size;
}

static bool says_it(const struct phrase *p, struct text folded)
{
    if (phrase_size(p) > folded.size)
        return false;
    return p->has_gap ? begins_with(folded, p->begin) && ends_with(folded, p->end) &&
                            has_between(folded, p->middle)
                      : text_equal(folded, p->begin);
}

/* Whether p says more of a heading than the other: of the same size, the one read first does. */
static bool says_more(const struct phrase *p, const struct phrase *other)
{
    size_t size = phrase_size(p), others = other == NULL ? 0 : phrase_size(other);
    return other == NULL || size > others || (size == others && p->order < other->order);
}

/* The phrase that says most of the heading: of its element, or of a code of that field. */
static const struct phrase *find_phrase(const struct vocabulary *vocabulary, struct text folded,
                                        enum field field)
{
    const struct phrase *best = NULL;
    bool is_empty = folded.size == 0;
    const size_t lists[] = {PHRASES_BY_NONE, is_empty ? PHRASES_BY_NONE : list_by_first(folded),
                            is_empty ? PHRASES_BY_NONE : list_by_last(folded)};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct phrase *p = vocabulary->phrases[lists[i]]; p != NULL; p = p->next)
            if (p->field == field && says_more(p, best) && says_it(p, folded))
                best = p;
    return best;
}

struct text vocabulary_code_of_heading(const struct vocabulary *vocabulary, struct arena *scratch,
                                       enum field field, struct text heading)
{
    struct text code = vocabulary_code(vocabulary, scratch, field, heading);
    if (!text_is_empty(code) || heading.size > PHRASE_BYTES)
        return code;
    const struct phrase *phrase = find_phrase(vocabulary, fold_label(scratch, heading), field);
    return phrase == NULL ? TEXT("") : phrase->code;
}

struct guess vocabulary_guess(const struct vocabulary *vocabulary, struct arena *scratch,
                              struct text heading)
{
    struct text folded = fold_label(scratch, heading);
    const struct phrase *phrase =
        heading.size > PHRASE_BYTES ? NULL : find_phrase(vocabulary, folded, FIELD_NONE);
    if (phrase != NULL)
        return (struct guess){.element = phrase->element,
                              .is_whole = true,
                              .is_phrase = true,
                              .is_other = phrase->is_other};
    if (is_latin(folded))
        return guess_by_words(vocabulary, folded);
    const struct entry *entry =
        text_code_points(folded) > GUESS_HAN ? NULL : find_ending(vocabulary, folded, is_keyword);
    return (struct guess){.element = entry == NULL ? ELEMENT_COUNT : entry->keyword};
}

bool vocabulary_speaks_of(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text text, enum element element)
{
    struct text folded = fold_text(scratch, text);
    for (size_t at = 0, end; at < folded.size; at = end) {
        bool is_word = is_letter(folded.data[at]);
        size_t begin = at;
        end = is_word ? next_word(folded, &begin) : at;
        const struct entry *entry =
            is_word ? entry_find(vocabulary, text_slice(folded, at, end)) : NULL;
        for (size_t k = 0, to = at; !is_word && k < SPEAKING_HAN && to < folded.size; k++) {
            text_next(folded, &to);
            end = k == 0 ? to : end;
            const struct entry *longer = entry_find(vocabulary, text_slice(folded, at, to));
            entry = longer == NULL ? entry : longer;
        }
        if (entry != NULL && entry->keyword == element)
            return true;
    }
    return false;
}

static bool has_word(const struct vocabulary *vocabulary, struct text folded, entry_is *holds)
{
    if (!is_latin(folded))
        return find_ending(vocabulary, folded, holds) != NULL;
    for (size_t begin = 0, end; (end = next_word(folded, &begin)) > begin; begin = end) {
        const struct entry *entry = entry_of_word(vocabulary, folded, begin, &end);
        if (entry != NULL && holds(entry))
            return true;
    }
    return false;
}

static bool ends_in_no_role(const struct vocabulary *vocabulary, struct text folded)
{
    size_t space = folded.size;
    while (space > 0 && folded.data[space - 1] != ' ')
        space--;
    const struct entry *entry = entry_find(vocabulary, text_from(folded, space));
    return entry != NULL && entry->is_no_role;
}

bool vocabulary_is_position(const struct vocabulary *vocabulary, struct arena *scratch,
                            struct text name)
{
    return has_word(vocabulary, fold_label(scratch, name), is_position);
}

bool vocabulary_is_praise(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text word)
{
    return has_word(vocabulary, fold_label(scratch, word), is_praise);
}

bool vocabulary_is_no_role(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text heading)
{
    struct text folded = fold_label(scratch, heading);
    const struct entry *entry = entry_find(vocabulary, folded);
    if (is_latin(folded)) /* "privacy policy": the last word tells */
        return (entry != NULL && entry->is_no_role) || ends_in_no_role(vocabulary, folded);
    return find_ending(vocabulary, folded, is_no_role) != NULL;
}
