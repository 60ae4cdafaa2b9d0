/* Reading a file of a vocabulary: each section of the YAML fills its part of the table. */
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"
#include "core/model/vocabulary_yaml.h"
#include <string.h>

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
static const struct message unknown_list = {
    {"詞彙檔的樣式用了「{0}」，但 word-lists 之下沒有這一組詞，或樣式超過八個部分",
     "词汇文件的样式用了「{0}」，但 word-lists 之下没有这一组词，或样式超过八个部分",
     "a pattern of the vocabulary file names \"{0}\": no list under word-lists, or a ninth part"}};
static const struct message too_many_lists = {
    {"詞彙檔的詞組太多：「{0}」放不下", "词汇文件的词组太多：「{0}」放不下",
     "the vocabulary files have too many word lists: no room for \"{0}\""}};
static const struct message unknown_code = {
    {"詞彙檔不認得「{0}」：values 之下的鍵應為「要素.欄位.代碼」，例如 appointment.need.required",
     "词汇文件不认得「{0}」：values 之下的键应为「要素.字段.代码」，例如 appointment.need.required",
     "the vocabulary file names \"{0}\": a key under values is element.field.code, such as "
     "appointment.need.required"}};

enum which { OF_ROLE, OF_ROLE_PARTS, OF_HANDBOOK };

static void know_elements(struct known_names *known, enum element first, enum element end)
{
    for (enum element e = first; e < end; e++)
        known_names_add(known, element_row(e)->name);
}

static void know_fields(struct known_names *known, enum element element)
{
    for (size_t f = 0; f < element_field_count(element); f++)
        known_names_add(known, field_row(element_first_field(element) + (enum field)f)->name);
}

static void complain_of_element(struct vocabulary_reading *reading, const struct yaml_value *value,
                                enum which which)
{
    struct known_names known = {.count = 0};
    if (which == OF_HANDBOOK)
        know_elements(&known, ELEMENT_ROLE_COUNT, ELEMENT_COUNT);
    else
        know_elements(&known, (enum element)0, ELEMENT_ROLE_COUNT);
    vocabulary_complain_of_key(reading, value, &known);
}

static void label_of_meaning(struct vocabulary_reading *reading, struct text label, size_t index,
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
    vocabulary_add_meaning(vocabulary, reading->scratch, label, meaning);
}

static void element_labels(struct vocabulary_reading *reading, const struct yaml_value *value,
                           const void *data)
{
    enum which which = *(const enum which *)data;
    struct text name = value->key;
    enum element element =
        which == OF_HANDBOOK ? handbook_element_by_name(name) : element_by_name(name);
    if (element == ELEMENT_COUNT) {
        complain_of_element(reading, value, which);
        return;
    }
    struct meaning meaning = {
        .element = element, .field = FIELD_NONE, .is_part = which == OF_ROLE_PARTS};
    vocabulary_each_label(reading, value, label_of_meaning, &meaning);
}

static void field_labels(struct vocabulary_reading *reading, const struct yaml_value *value,
                         const void *data)
{
    enum element element = *(const enum element *)data;
    enum field field = field_by_name(element, value->key);
    if (field == FIELD_NONE) {
        struct known_names known = {.count = 0};
        know_fields(&known, element);
        vocabulary_complain_of_key(reading, value, &known);
        return;
    }
    struct meaning meaning = {.element = element, .field = field};
    vocabulary_each_label(reading, value, label_of_meaning, &meaning);
}

static void element_fields(struct vocabulary_reading *reading, const struct yaml_value *value,
                           const void *data)
{
    struct text name = value->key;
    enum element element = *(const enum which *)data == OF_HANDBOOK ? handbook_element_by_name(name)
                                                                    : element_by_name(name);
    if (element == ELEMENT_COUNT || element_field_count(element) == 0)
        complain_of_element(reading, value, *(const enum which *)data);
    else
        vocabulary_each_pair(reading, value, field_labels, &element);
}

static void label_needs_context(struct vocabulary_reading *reading, struct text label, size_t index,
                                const void *data)
{
    (void)index, (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    vocabulary_entry_new(vocabulary, reading->scratch, label)->needs_context = true;
}

static void word_within(struct vocabulary_reading *reading, struct text word, size_t index,
                        const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    vocabulary_entry_new(vocabulary, reading->scratch, word)->kinds |=
        1u << *(const enum word_kind *)data;
}

static void keyword(struct vocabulary_reading *reading, struct text word, size_t index,
                    const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct vocabulary_entry *entry = vocabulary_entry_new(vocabulary, reading->scratch, word);
    entry->keyword = *(const enum element *)data;
    entry->kinds |= 1u << WORD_KEYWORD;
}

static void opening(struct vocabulary_reading *reading, struct text word, size_t index,
                    const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    vocabulary_entry_new(vocabulary, reading->scratch, word)->opening = *(const enum element *)data;
}

static void words_of_element(struct vocabulary_reading *reading, const struct yaml_value *value,
                             each_label *each)
{
    enum element element = element_by_name(value->key);
    if (element == ELEMENT_COUNT)
        complain_of_element(reading, value, OF_ROLE);
    else
        vocabulary_each_label(reading, value, each, &element);
}

static void keywords(struct vocabulary_reading *reading, const struct yaml_value *value,
                     const void *data)
{
    (void)data;
    words_of_element(reading, value, keyword);
}

static void openings(struct vocabulary_reading *reading, const struct yaml_value *value,
                     const void *data)
{
    (void)data;
    words_of_element(reading, value, opening);
}

static void word_of_code(struct vocabulary_reading *reading, struct text word, size_t index,
                         const void *data)
{
    (void)index;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct code_word *added = arena_new(vocabulary->arena, struct code_word);
    *added = *(const struct code_word *)data;
    added->word = word;
    added->folded = fold_label(vocabulary->arena, word);
    added->language = reading->language;
    struct code_word **last = &vocabulary->last_code[added->field];
    *(*last == NULL ? &vocabulary->codes[added->field] : &(*last)->next) = added;
    *last = added;
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

static void coded_values(struct vocabulary_reading *reading, const struct yaml_value *value,
                         const void *data)
{
    (void)data;
    struct text name = value->key, code;
    enum field field = field_of_code(name, &code);
    if (field == FIELD_NONE) {
        vocabulary_complain(reading, &unknown_code, yaml_key_span(value), value->key);
        return;
    }
    struct code_word word = {.field = field, .code = code};
    vocabulary_each_label(reading, value, word_of_code, &word);
}

static void phrase_of(struct vocabulary_reading *reading, struct text words, size_t index,
                      const void *data)
{
    (void)index;
    phrase_add(&reading->vocabulary->phrases, reading->arena, words, data);
}

/* The key is an element, or element.field.code. */
static void phrases(struct vocabulary_reading *reading, const struct yaml_value *value,
                    const void *data)
{
    (void)data;
    struct text name = value->key, code = TEXT("");
    bool is_code = text_find(name, TEXT("."), 0) != TEXT_NOT_FOUND;
    struct phrase phrase = {.element = ELEMENT_COUNT, .field = FIELD_NONE};
    phrase.is_other = text_is(name, "other");
    if (is_code)
        phrase.field = field_of_code(name, &code);
    else
        phrase.element = element_by_name(name);
    phrase.code = code;
    if (is_code && phrase.field == FIELD_NONE)
        vocabulary_complain(reading, &unknown_code, yaml_key_span(value), value->key);
    else if (!is_code && phrase.element == ELEMENT_COUNT && !phrase.is_other)
        complain_of_element(reading, value, OF_ROLE);
    else
        vocabulary_each_label(reading, value, phrase_of, &phrase);
}

static void word_of_list(struct vocabulary_reading *reading, struct text word, size_t index,
                         const void *data)
{
    (void)index;
    compounds_add_word(&reading->vocabulary->compounds, reading->arena, *(const size_t *)data,
                       word);
}

static void word_list(struct vocabulary_reading *reading, const struct yaml_value *value,
                      const void *data)
{
    (void)data;
    struct text name = value->key;
    size_t list = compounds_list(&reading->vocabulary->compounds, name);
    if (list == COMPOUND_LISTS)
        vocabulary_complain(reading, &too_many_lists, yaml_key_span(value), value->key);
    else
        vocabulary_each_label(reading, value, word_of_list, &list);
}

static void word_of_sign(struct vocabulary_reading *reading, struct text word, size_t index,
                         const void *data)
{
    (void)index;
    signs_add(&reading->vocabulary->signs, reading->arena, *(const enum sign *)data, word);
}

static void sign_words(struct vocabulary_reading *reading, const struct yaml_value *value,
                       const void *data)
{
    (void)data;
    enum sign sign = sign_by_name(value->key);
    struct known_names known = {.count = 0};
    if (sign != SIGN_COUNT) {
        vocabulary_each_label(reading, value, word_of_sign, &sign);
        return;
    }
    static_assert(SIGN_COUNT <= KNOWN_NAMES_MAX, "a misspelt name is told by all there are");
    for (size_t s = 0; s < SIGN_COUNT; s++)
        known_names_add(&known, sign_name((enum sign)s));
    vocabulary_complain_of_key(reading, value, &known);
}

struct pattern_meaning {
    struct meaning meaning;
    struct span key; /* where complaints point */
};

static void pattern_of(struct vocabulary_reading *reading, struct text pattern, size_t index,
                       const void *data)
{
    (void)index;
    const struct pattern_meaning *told = data;
    struct text unknown;
    if (!compounds_add_pattern(&reading->vocabulary->compounds, reading->arena, pattern,
                               told->meaning, &unknown))
        vocabulary_complain(reading, &unknown_list, told->key, unknown);
}

/* data: a meaning, that of all these compounds but for the element and the language. */
static void compounds(struct vocabulary_reading *reading, const struct yaml_value *value,
                      const void *data)
{
    struct pattern_meaning told = {.meaning = *(const struct meaning *)data,
                                   .key = yaml_key_span(value)};
    told.meaning.element = element_by_name(value->key);
    told.meaning.language = reading->language;
    if (told.meaning.element == ELEMENT_COUNT)
        complain_of_element(reading, value, OF_ROLE);
    else
        vocabulary_each_label(reading, value, pattern_of, &told);
}

static void word_not_applicable(struct vocabulary_reading *reading, struct text word, size_t index,
                                const void *data)
{
    (void)index, (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    struct named_word *added = arena_new(vocabulary->arena, struct named_word);
    *added = (struct named_word){.key = fold_label(vocabulary->arena, word),
                                 .next = vocabulary->not_applicable};
    vocabulary->not_applicable = added;
}

static void handbook_word(struct vocabulary_reading *reading, const struct yaml_value *value,
                          const void *data)
{
    (void)data;
    struct arena *arena = reading->vocabulary->arena;
    struct named_word *added = arena_new(arena, struct named_word);
    struct named_word **words = &reading->vocabulary->words[reading->language];
    /* A later file's word stands in front of, and so hides, an earlier one's. */
    *added = (struct named_word){.key = value->key, .word = value->words, .next = *words};
    *words = added;
}

static void element_prompt(struct vocabulary_reading *reading, const struct yaml_value *value,
                           const void *data)
{
    (void)data;
    struct vocabulary *vocabulary = reading->vocabulary;
    enum element element = element_by_name(value->key);
    if (element == ELEMENT_COUNT)
        complain_of_element(reading, value, OF_ROLE);
    else
        vocabulary->prompts[reading->language][element] = value->words;
}

/* A section of the file, by its key: pairs or a list, and what is done with each of them. */
struct section {
    const char *name;
    each_pair *pair;
    each_label *label;
    const void *data;
};

static const struct meaning compound = {.field = FIELD_NONE},
                            part_compound = {.field = FIELD_NONE, .is_part = true},
                            context_compound = {.field = FIELD_NONE, .needs_context = true};
static const enum which of_role = OF_ROLE, of_parts = OF_ROLE_PARTS, of_handbook = OF_HANDBOOK;
static const struct meaning of_form = {
    .element = ELEMENT_COUNT, .field = FIELD_NONE, .is_form = true};
static const struct meaning of_other = {
    .element = ELEMENT_COUNT, .field = FIELD_NONE, .is_other = true};

static const enum word_kind kinds[] = {
#define WORD_KIND(id, ...) [WORD_##id] = WORD_##id,
#include "core/model/word_kinds.def"
#undef WORD_KIND
};

static const struct section sections[] = {
    {"language", NULL, NULL, NULL}, /* it is read before the others */
    {"elements", element_labels, NULL, &of_role},
    {"parts", element_labels, NULL, &of_parts},
    {"handbook", element_labels, NULL, &of_handbook},
    {"fields", element_fields, NULL, &of_role},
    {"handbook-fields", element_fields, NULL, &of_handbook},
    {"forms", NULL, label_of_meaning, &of_form},
    {"other", NULL, label_of_meaning, &of_other},
    {"word-lists", word_list, NULL, NULL},
    {"compounds", compounds, NULL, &compound},
    {"part-compounds", compounds, NULL, &part_compound},
    {"context-compounds", compounds, NULL, &context_compound},
    {"context", NULL, label_needs_context, NULL},
    {"keywords", keywords, NULL, NULL},
    {"openings", openings, NULL, NULL},
    {"values", coded_values, NULL, NULL},
    {"words", handbook_word, NULL, NULL},
    {"not-applicable", NULL, word_not_applicable, NULL},
    {"prompts", element_prompt, NULL, NULL},
    {"phrases", phrases, NULL, NULL},
    {"signs", sign_words, NULL, NULL},
#define WORD_KIND(id, name, what) {name, NULL, word_within, &kinds[WORD_##id]},
#include "core/model/word_kinds.def"
#undef WORD_KIND
};
#define SECTIONS (sizeof sections / sizeof *sections)

static void read_section(struct vocabulary_reading *reading, const struct yaml_value *value,
                         const void *data)
{
    (void)data;
    struct text name = value->key;
    struct known_names known = {.count = 0};
    for (size_t i = 0; i < SECTIONS; i++) {
        const struct section *section = &sections[i];
        known_names_add(&known, section->name);
        if (!text_is(name, section->name))
            continue;
        if (section->pair != NULL)
            vocabulary_each_pair(reading, value, section->pair, section->data);
        if (section->label != NULL)
            vocabulary_each_label(reading, value, section->label, section->data);
        return;
    }
    vocabulary_complain_of_key(reading, value, &known);
}

static void find_language(struct vocabulary_reading *reading, const struct yaml_value *value,
                          const void *data)
{
    (void)data;
    if (!text_is(value->key, "language"))
        return;
    reading->language = language_from_tag(value->words);
    if (reading->language == LANG_COUNT)
        vocabulary_complain(reading, &unknown_language, yaml_span(value), value->words);
}

static void read_root(struct vocabulary_reading *reading, const struct yaml_value *root)
{
    if (root->kind == YAML_MAP)
        vocabulary_each_pair(reading, root, find_language, NULL);
    if (reading->language == LANG_COUNT && reading->is_fine) {
        report_error(reading->diags, &no_language, span_of_source(root->source), TEXT(""),
                     TEXT(""));
        reading->is_fine = false;
    }
    if (reading->language != LANG_COUNT)
        vocabulary_each_pair(reading, root, read_section, NULL);
}

bool vocabulary_read_file(struct vocabulary *vocabulary, const struct source *source,
                          struct arena *scratch, struct diagnostics *diags)
{
    struct vocabulary_reading reading = {.vocabulary = vocabulary,
                                         .arena = vocabulary->arena,
                                         .scratch = scratch,
                                         .diags = diags,
                                         .language = LANG_COUNT,
                                         .is_fine = true};
    const struct yaml_value *root = yaml_read(vocabulary->arena, scratch, source, &not_yaml, diags);
    if (root != NULL)
        read_root(&reading, root);
    arena_clear(scratch);
    return root != NULL && reading.is_fine;
}
