#include "core/normalise/phrases.h"
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/base/yaml.h"
#include "core/model/fold.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unicode/uchar.h>

#define SLOTS_FIRST                                                                                \
    32768             /* a Chinese list has some twenty thousand nodes, an English one thrice      \
                       */
#define POINTS_MAX 64 /* code points of one phrase */
#define TREE_BYTES ((size_t)1 << 20) /* about, of the YAML values of a file */

struct node {
    uint32_t parent, c; /* the code point that leads here from there */
    const struct phrase *end;
    uint32_t heirs; /* bits of the code points that lead on: most are asked for in vain */
};

struct tree {
    uint32_t *slots; /* nodes in an open table, by parent and code point; 0 is free */
    size_t slot_count;
    struct node *nodes; /* the root first */
    size_t count, capacity;
    struct phrase *endings; /* what "*" stands in front of */
    size_t ending_count, ending_capacity;
    atomic_bool is_read;
};

struct phrases {
    struct arena *arena;
    struct tree trees[LANG_COUNT];
    atomic_uint entries;
    pthread_mutex_t mutex; /* guards what is read when it is needed */
};

struct reading {
    struct phrases *phrases;
    struct tree *tree;
    struct diagnostics *diags;
    enum phrase_class class;
    bool is_fine;
};

static const struct message not_yaml = {{"詞語表不是有效的 YAML：{0}", "词语表不是有效的 YAML：{0}",
                                         "the phrase list is not YAML: {0}"}};
static const struct message no_language = {
    {"詞語表沒有寫明 language（zh-Hant、zh-Hans 或 en）",
     "词语表没有写明 language（zh-Hant、zh-Hans 或 en）",
     "the phrase list names no language (zh-Hant, zh-Hans or en)"}};
static const struct message unknown_class = {
    {"詞語表不認得類別 {0}", "词语表不认得类别 {0}",
     "the phrase list names {0}, which is no class of phrases"}};
static const struct message wrong_phrase = {
    {"詞語表的這一條應為詞語，或 {phrase: 詞語, rewrite: 改寫, except: [例外]}，且不超過 64 字",
     "词语表的这一条应为词语，或 {phrase: 词语, rewrite: 改写, except: [例外]}，且不超过 64 字",
     "an entry is a phrase of at most 64 characters, or {phrase: …, rewrite: …, except: […]}"}};

static const char *const class_names[] = {
#define PHRASE_CLASS(id, name, group, holds) [PHRASE_##id] = name,
#include "core/normalise/phrase_classes.def"
#undef PHRASE_CLASS
};

uint32_t phrases_fold(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c == '\n' || c == '\t' ? ' ' : c;
    if (c >= FOLD_FIRST && c < FOLD_END)
        return fold_character(c);
    if (c >= 0xFF01 && c <= 0xFF5E)
        return phrases_fold(c - 0xFEE0);
    if (c == 0x2019) /* curly apostrophe */
        return '\'';
    if (c >= 0x2010 && c <= 0x2012)
        return '-';
    return is_blank_code_point(c) ? ' ' : fold_character((uint32_t)u_tolower((UChar32)c));
}

/* ---- the tree ---- */

static uint32_t heir_bit(uint32_t c) { return (uint32_t)1 << (c * 0x9E3779B1u >> 27); }

/* Where the node stands that c leads to from the parent, or may stand. */
static size_t slot_of(const struct tree *tree, uint32_t parent, uint32_t c)
{
    uint64_t edge = ((uint64_t)parent << 21 | c) + 1;
    size_t slot = (size_t)((edge * 0x9E3779B97F4A7C15u) >> 32) & (tree->slot_count - 1);
    for (uint32_t node; (node = tree->slots[slot]) != 0;) {
        if (tree->nodes[node].parent == parent && tree->nodes[node].c == c)
            break;
        slot = (slot + 1) & (tree->slot_count - 1);
    }
    return slot;
}

static void resize(struct arena *arena, struct tree *tree)
{
    tree->slot_count = tree->slot_count == 0 ? SLOTS_FIRST : 2 * tree->slot_count;
    tree->slots = arena_new_array(arena, tree->slot_count, uint32_t);
    if (tree->count == 0)
        *arena_push(arena, tree->nodes, tree->count, tree->capacity) = (struct node){0};
    for (uint32_t node = 1; node < tree->count; node++)
        tree->slots[slot_of(tree, tree->nodes[node].parent, tree->nodes[node].c)] = node;
}

static uint32_t step_or_grow(struct arena *arena, struct tree *tree, uint32_t node, uint32_t c)
{
    if (2 * (tree->count + 1) > tree->slot_count)
        resize(arena, tree);
    size_t slot = slot_of(tree, node, c);
    if (tree->slots[slot] == 0) {
        tree->slots[slot] = (uint32_t)tree->count;
        tree->nodes[node].heirs |= heir_bit(c);
        *arena_push(arena, tree->nodes, tree->count, tree->capacity) =
            (struct node){.parent = node, .c = c};
    }
    return tree->slots[slot];
}

uint32_t phrases_step(const struct phrases *phrases, enum language language, uint32_t node,
                      uint32_t c)
{
    const struct tree *tree = &phrases->trees[language];
    if (tree->count == 0 || (tree->nodes[node].heirs & heir_bit(c)) == 0)
        return 0;
    return tree->slots[slot_of(tree, node, c)];
}

const struct phrase *phrases_at(const struct phrases *phrases, enum language language,
                                uint32_t node)
{
    const struct tree *tree = &phrases->trees[language];
    return node < tree->count ? tree->nodes[node].end : NULL;
}

/* Whether the word is longer than the ending, which is of ASCII letters, and ends so. */
static bool has_ending(const uint32_t *word, uint32_t length, struct text ending)
{
    if (length <= ending.size)
        return false;
    for (size_t i = 0; i < ending.size; i++)
        if (word[length - ending.size + i] != (unsigned char)ending.data[i])
            return false;
    return true;
}

const struct phrase *phrases_by_ending(const struct phrases *phrases, enum language language,
                                       const uint32_t *word, uint32_t length)
{
    const struct tree *tree = &phrases->trees[language];
    for (size_t i = 0; i < tree->ending_count; i++)
        if (has_ending(word, length, tree->endings[i].words))
            return &tree->endings[i];
    return NULL;
}

uint32_t phrases_entry_count(const struct phrases *phrases) { return phrases->entries; }

static void set_end(struct arena *arena, struct tree *tree, uint32_t node, struct phrase phrase)
{
    for (const struct phrase *p = tree->nodes[node].end; p != NULL && !phrase.is_exception;
         p = p->next)
        if (p->class == phrase.class && p->form == phrase.form && !p->is_exception &&
            p->has_rest == phrase.has_rest && !p->has_rest && p->at_head == phrase.at_head &&
            p->at_end == phrase.at_end && p->at_act == phrase.at_act)
            return; /* the user's files come first, and stand */
    struct phrase *added = arena_new(arena, struct phrase);
    *added = phrase;
    added->next = tree->nodes[node].end;
    tree->nodes[node].end = added;
}

/* ---- one phrase and its forms ---- */

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/* Modelling is British, modeling American. */
enum spelling { SPELLING_PLAIN, SPELLING_BRITISH };

/* Whether one syllable ends in one consonant: run, plan, strip; not open. */
static bool is_short(struct text word)
{
    size_t n = word.size;
    if (n < 3 || n > 5)
        return false;
    for (size_t i = 0; i + 2 < n; i++)
        if (is_vowel(word.data[i]))
            return false;
    return true;
}

/* Whether the British double the last letter: model, fuel; not mail. */
static bool doubles_l(struct text word)
{
    size_t n = word.size;
    return n > 3 && word.data[n - 1] == 'l' && is_vowel(word.data[n - 2]) &&
           (!is_vowel(word.data[n - 3]) || text_ends_with(word, TEXT("uel")));
}

/* The word in a form: apply → applies, plan → planning, go → goes, be → is. */
static void append_form(struct text_buffer *out, struct text word, enum verb_form form,
                        enum spelling spelling)
{
    static const char *const endings[] = {"", "s", "ing", "ed"};
    size_t n = word.size;
    char last = n > 0 ? word.data[n - 1] : 'x', before = n > 1 ? word.data[n - 2] : 'x';
    bool ends_y = last == 'y' && !is_vowel(before);
    bool hisses = last == 's' || last == 'x' || last == 'z' ||
                  (last == 'h' && (before == 's' || before == 'c')) ||
                  (last == 'o' && !is_vowel(before));
    bool doubles = is_short(word) && is_vowel(before) && !is_vowel(last) && last != 'w' &&
                   last != 'x' && last != 'y';
    bool drops_e = last == 'e' && before != 'e' && form >= VERB_ING;
    bool is_be = text_is(word, "be"), is_have = text_is(word, "have");
    if (form == VERB_BASE || (form == VERB_S && (is_be || is_have))) {
        const char *irregular = is_be ? "is" : "has";
        buffer_append(out, form == VERB_BASE ? word : text_from_string(irregular));
        return;
    }
    buffer_append(out, text_slice(word, 0, n - (size_t)(drops_e || (ends_y && form != VERB_ING))));
    if (ends_y && form != VERB_ING)
        buffer_append_byte(out, 'i');
    if (form == VERB_S && (hisses || ends_y))
        buffer_append_byte(out, 'e');
    if ((doubles || (spelling == SPELLING_BRITISH && doubles_l(word))) && form >= VERB_ING)
        buffer_append_byte(out, last);
    buffer_append_string(out, endings[form]);
}

/* The words with the form in place of each "~"; there is one at least. */
static struct text inflected(struct arena *arena, struct text words, enum verb_form form,
                             enum spelling spelling)
{
    size_t mark = text_find(words, TEXT("~"), 0), done = 0;
    struct text_buffer out = text_buffer_new(arena);
    for (; mark != TEXT_NOT_FOUND; mark = text_find(words, TEXT("~"), done)) {
        size_t begin = mark;
        while (begin > done && words.data[begin - 1] != ' ')
            begin--;
        buffer_append(&out, text_slice(words, done, begin));
        append_form(&out, text_slice(words, begin, mark), form, spelling);
        done = mark + 1;
    }
    buffer_append(&out, text_from(words, done));
    return buffer_text(&out);
}

/* One form into the tree; 0 when it is too long or empty. */
static uint32_t insert(struct reading *r, struct text words, uint32_t *length)
{
    uint32_t node = 0;
    *length = 0;
    for (size_t at = 0; at < words.size; (*length)++) {
        if (*length == POINTS_MAX)
            return 0;
        node = step_or_grow(r->phrases->arena, r->tree, node, phrases_fold(text_next(words, &at)));
    }
    return node;
}

static void complain(struct reading *r, const struct message *message,
                     const struct yaml_value *value)
{
    report_error(r->diags, message, yaml_span(value), text_copy(r->diags->arena, value->key),
                 TEXT(""));
    r->is_fine = false;
}

static void add_form(struct reading *r, const struct yaml_value *value, struct text written,
                     struct phrase phrase)
{
    uint32_t node = insert(r, written, &phrase.length);
    if (node == 0)
        complain(r, &wrong_phrase, value);
    else
        set_end(r->phrases->arena, r->tree, node, phrase);
}

/* Adds a phrase with all its forms. */
static void add_words(struct reading *r, const struct yaml_value *value, struct phrase phrase)
{
    struct text words = value->words;
    bool has_forms = words.size > 0 && memchr(words.data, '~', words.size) != NULL;
    if (text_starts_with(words, TEXT("*"))) {
        phrase.words = text_from(words, 1);
        *arena_push(r->phrases->arena, r->tree->endings, r->tree->ending_count,
                    r->tree->ending_capacity) = phrase;
        return;
    }
    phrase.words = words;
    phrase.at_head = text_starts_with(words, TEXT("^"));
    phrase.at_end = text_ends_with(words, TEXT("$"));
    phrase.at_act = text_ends_with(words, TEXT("+"));
    words = text_slice(words, phrase.at_head ? 1 : 0,
                       words.size - (phrase.at_end || phrase.at_act ? 1 : 0));
    if (!has_forms) {
        add_form(r, value, words, phrase);
        return;
    }
    bool has_l = text_find(words, TEXT("l~"), 0) != TEXT_NOT_FOUND;
    for (phrase.form = VERB_BASE; phrase.form <= VERB_ED; phrase.form++) {
        struct text plain = inflected(r->phrases->arena, words, phrase.form, SPELLING_PLAIN);
        add_form(r, value, plain, phrase);
        if (!has_l || phrase.form < VERB_ING)
            continue;
        struct text british = inflected(r->phrases->arena, words, phrase.form, SPELLING_BRITISH);
        if (!text_equal(british, plain))
            add_form(r, value, british, phrase);
    }
}

/* ---- reading a file ---- */

static void for_each_word(struct reading *r, const struct yaml_value *value, struct phrase phrase)
{
    if (value->kind == YAML_WORDS)
        add_words(r, value, phrase);
    else if (value->kind == YAML_LIST)
        for (size_t i = 0; i < value->count; i++)
            for_each_word(r, &value->items[i], phrase);
    else
        complain(r, &wrong_phrase, value);
}

static void add_entry(struct reading *r, const struct yaml_value *entry)
{
    struct phrase phrase = {.class = r->class, .entry = ++r->phrases->entries};
    if (entry->kind != YAML_MAP) {
        for_each_word(r, entry, phrase);
        return;
    }
    const struct yaml_value *words = yaml_find(entry, "phrase");
    const struct yaml_value *rewrite = yaml_find(entry, "rewrite");
    const struct yaml_value *except = yaml_find(entry, "except");
    const struct yaml_value *guards = yaml_find(entry, "not-after");
    const struct yaml_value *soon = yaml_find(entry, "soon");
    const struct yaml_value *object = yaml_find(entry, "object");
    const struct yaml_value *praised = yaml_find(entry, "praised");
    const struct yaml_value *aim = yaml_find(entry, "aim");
    const struct yaml_value *done_to = object != NULL ? object : praised;
    const struct yaml_value *later = yaml_find(entry, "later");
    const struct yaml_value *then = done_to != NULL ? done_to : yaml_find(entry, "then");
    const struct yaml_value *rest = soon != NULL ? soon : later != NULL ? later : then;
    size_t known = (size_t)(words != NULL) + (rewrite != NULL) + (except != NULL) +
                   (guards != NULL) + (rest != NULL) + (aim != NULL);
    if (words == NULL || known != entry->count ||
        (rewrite != NULL && rewrite->kind != YAML_WORDS)) {
        complain(r, &wrong_phrase, entry);
        return;
    }
    phrase.has_rewrite = rewrite != NULL;
    phrase.rewrite = rewrite != NULL ? rewrite->words : TEXT("");
    phrase.has_rest = rest != NULL;
    phrase.is_close = soon != NULL;
    phrase.has_object = done_to != NULL;
    phrase.has_praise = praised != NULL;
    phrase.is_far = later != NULL;
    phrase.is_aim_too = aim != NULL;
    for_each_word(r, words, phrase);
    phrase.has_rest = false;
    phrase.is_exception = true;
    if (except != NULL)
        for_each_word(r, except, phrase);
    phrase.is_guard = true;
    if (guards != NULL)
        for_each_word(r, guards, phrase);
    phrase.is_guard = false;
    phrase.is_rest = true;
    if (rest != NULL)
        for_each_word(r, rest, phrase);
}

static enum phrase_class class_by_name(struct text name)
{
    size_t class = 0;
    while (class < PHRASE_CLASS_COUNT && !text_is(name, class_names[class]))
        class ++;
    return (enum phrase_class) class;
}

/* Whether a file of this tag speaks of the language; "zh" alone is both scripts. */
static bool is_for(struct text tag, enum language language)
{
    bool is_chinese = language == LANG_ZH_HANT || language == LANG_ZH_HANS;
    return text_is(tag, "zh") ? is_chinese : language_from_tag(tag) == language;
}

/* All lists of a file go to that of the language. */
static bool read_lists(struct phrases *phrases, const struct yaml_value *root,
                       enum language language, struct diagnostics *diags)
{
    const struct yaml_value *tag = yaml_find(root, "language");
    struct reading r = {
        .phrases = phrases, .tree = &phrases->trees[language], .diags = diags, .is_fine = true};
    for (size_t i = 0; i < root->count; i++) {
        const struct yaml_value *list = &root->items[i];
        r.class = class_by_name(list->key);
        if (list == tag)
            continue;
        if (r.class == PHRASE_CLASS_COUNT || list->kind != YAML_LIST) {
            complain(&r, &unknown_class, list);
            continue;
        }
        for (size_t k = 0; k < list->count; k++)
            add_entry(&r, &list->items[k]);
    }
    return r.is_fine;
}

/* ... that of one language, or with LANG_COUNT each that the file speaks of. */
static bool read_file(struct phrases *phrases, const struct source *source, enum language only,
                      struct diagnostics *diags)
{
    struct arena *scratch = arena_open_like(phrases->arena);
    arena_reserve(scratch, TREE_BYTES);
    const struct yaml_value *root = yaml_read(phrases->arena, scratch, source, &not_yaml, diags);
    const struct yaml_value *tag = root == NULL ? NULL : yaml_find(root, "language");
    bool is_known = tag != NULL && language_from_tag(tag->words) != LANG_COUNT;
    bool is_fine = is_known;
    if (root != NULL && !is_known)
        report_error(diags, &no_language, span_of_source(root->source), TEXT(""), TEXT(""));
    for (enum language language = 0; language < LANG_COUNT && is_fine; language++)
        if (is_for(tag->words, language) && (only == LANG_COUNT || only == language))
            is_fine = read_lists(phrases, root, language, diags);
    arena_close(scratch);
    return is_fine;
}

struct phrases *phrases_new(struct arena *arena)
{
    struct phrases *phrases = arena_new(arena, struct phrases);
    phrases->arena = arena;
    pthread_mutex_init(&phrases->mutex, NULL);
    return phrases;
}

bool phrases_add_file(struct phrases *phrases, const char *path, struct diagnostics *diags)
{
    struct source *source = arena_new(phrases->arena, struct source);
    source->path = path;
    return file_read(phrases->arena, source, &source->text, diags) == STATUS_OK &&
           read_file(phrases, source, LANG_COUNT, diags);
}

/* The compiled-in file of the tag. */
static void read_own(struct phrases *phrases, enum language language, const char *tag,
                     struct diagnostics *diags)
{
    char name[64];
    snprintf(name, sizeof name, "phrases/%s.yaml", tag);
    struct source *source = arena_new(phrases->arena, struct source);
    *source = (struct source){.path = text_to_string(phrases->arena, text_from_string(name)),
                              .text = embedded_file(name)};
    read_file(phrases, source, language, diags);
}

void phrases_need(struct phrases *phrases, enum language language, struct diagnostics *diags)
{
    atomic_bool *is_read = &phrases->trees[language].is_read;
    if (atomic_load(is_read))
        return;
    pthread_mutex_lock(&phrases->mutex);
    if (!atomic_load(is_read)) {
        read_own(phrases, language, language_tag(language), diags);
        if (is_for(TEXT("zh"), language))
            read_own(phrases, language, "zh", diags);
        atomic_store(is_read, true);
    }
    pthread_mutex_unlock(&phrases->mutex);
}
