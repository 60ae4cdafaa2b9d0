/*
 * word_retention LEDGER.json MODEL.xml FILE: whether the words of a Word file, counted from its
 * XML, are where rolebook says they went.
 *
 * Every character must stand in an entry of the ledger of loss, or in the message of a finding that
 * says it was left out; and what the ledger says went into the model must stand in the model. Both
 * are compared as multisets of characters, then paragraph by paragraph: each must be made of
 * stretches that stand together in the ledger.
 *
 * Says on one line what it counted. Exit status: 0 nothing is missing, 1 something is, 2 usage,
 * 3 neither rolebook nor this program can read the file.
 */
#include "core/base/diagnostics.h"
#include "tests/tools/word/count.h"
#include <jansson.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#define NAMED_BY 60      /* bytes that a message about left out words shows of them at least */
#define SHOWN_MISSING 60 /* characters of what is missing that are printed */

/* Fields whose values the model keeps as codes, whatever words the file has for them. */
static const char *const coded[] = {"appointment.kind", "appointment.need", "relations.side",
                                    "relations.direction", "edition.status"};
/* Of an element that does not apply, which the model keeps as a state without words. */
static const char not_applicable[] = "無无";

struct ledger {
    struct text entries;  /* all of them, bare, in order, divided by \n */
    struct text in_model; /* of those whose words went into elements, other sections and pages */
    struct text messages; /* of what was not read, bare */
    bool is_read;
};

/* ---- what rolebook says ---- */

static bool is_in_model(const json_t *entry)
{
    const char *use = json_string_value(json_object_get(entry, "use"));
    const char *element = json_string_value(json_object_get(entry, "element"));
    for (size_t i = 0; element != NULL && i < sizeof coded / sizeof *coded; i++)
        if (strcmp(element, coded[i]) == 0)
            return false;
    return strcmp(use, "element") == 0 || strcmp(use, "other section") == 0 ||
           strcmp(use, "page of the handbook") == 0;
}

static void append_bare(struct text_buffer *out, const char *words)
{
    buffer_append(out, word_count_bare(out->arena, text_from_string(words)));
    buffer_append_byte(out, '\n');
}

static bool ledger_read(struct ledger *ledger, struct arena *arena, const char *path)
{
    json_t *root = json_load_file(path, 0, NULL);
    json_t *file = json_array_get(json_object_get(root, "files"), 0), *entry;
    struct text_buffer entries = text_buffer_new(arena), in_model = text_buffer_new(arena),
                       messages = text_buffer_new(arena);
    size_t i;
    json_array_foreach(json_object_get(file, "entries"), i, entry)
    {
        const char *words = json_string_value(json_object_get(entry, "text"));
        append_bare(&entries, words);
        if (is_in_model(entry))
            append_bare(&in_model, words);
    }
    json_array_foreach(json_object_get(file, "unread"), i, entry)
        append_bare(&messages, json_string_value(json_object_get(entry, "message")));
    *ledger = (struct ledger){.entries = buffer_text(&entries),
                              .in_model = buffer_text(&in_model),
                              .messages = buffer_text(&messages),
                              .is_read = json_is_true(json_object_get(file, "read"))};
    bool is_whole = file != NULL;
    json_decref(root);
    return is_whole;
}

static void append_tree(struct text_buffer *out, const xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            append_bare(out, (const char *)node->content);
        for (const xmlAttr *at = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
             at != NULL; at = at->next) {
            append_tree(out, at->children);
            if (strcmp((const char *)at->name, "state") == 0)
                append_bare(out, not_applicable);
        }
        append_tree(out, node->type == XML_ELEMENT_NODE ? node->children : NULL);
    }
}

/* Every text and attribute of the model. */
static struct text model_read(struct arena *arena, const char *path)
{
    struct text_buffer out = text_buffer_new(arena);
    xmlDocPtr doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    if (doc != NULL)
        append_tree(&out, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    return buffer_text(&out);
}

/* ---- multisets ---- */

struct bag {
    uint32_t *items;
    size_t count, capacity;
};

static void bag_add(struct arena *arena, struct bag *bag, struct text words)
{
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (c != '\n')
            *arena_push(arena, bag->items, bag->count, bag->capacity) = c;
    }
}

static int by_code_point(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static bool is_within(struct text all, struct text words)
{
    return text_find(all, words, 0) != TEXT_NOT_FOUND;
}

/* Letters only: numbers of items and what divides a list are its form in the model, not words. */
static void bag_add_letters(struct arena *arena, struct bag *bag, struct text words)
{
    static const char numerals[] = "一二三四五六七八九十第章条條";
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        uint32_t c = text_next(words, &at);
        struct text character = text_slice(words, begin, at);
        if (u_isalpha((UChar32)c) && !is_within(TEXT(numerals), character))
            *arena_push(arena, bag->items, bag->count, bag->capacity) = c;
    }
}

/* What wanted has more often than given, in the order of code points. */
static struct text bag_missing(struct arena *arena, struct bag *wanted, struct bag *given,
                               size_t *count)
{
    struct text_buffer out = text_buffer_new(arena);
    if (wanted->count > 0)
        qsort(wanted->items, wanted->count, sizeof *wanted->items, by_code_point);
    if (given->count > 0)
        qsort(given->items, given->count, sizeof *given->items, by_code_point);
    *count = 0;
    for (size_t i = 0, k = 0; i < wanted->count; i++) {
        while (k < given->count && given->items[k] < wanted->items[i])
            k++;
        if (k < given->count && given->items[k] == wanted->items[i])
            k++;
        else if ((*count)++ < SHOWN_MISSING)
            buffer_append_code_point(&out, wanted->items[i]);
    }
    return buffer_text(&out);
}

/* ---- the comparison ---- */

struct comparison {
    struct arena *arena;
    const char *path;
    const struct word_count *words;
    struct ledger ledger;
    struct text joined; /* the entries without what divides them */
    size_t characters, named, symbols;
    int status;
};

static void complain(struct comparison *cmp, const char *what, size_t count, struct text words)
{
    printf("%s: %zu characters %s: %.*s\n", cmp->path, count, what, TEXT_ARGS(words));
    cmp->status = 1;
}

static struct text without_divisions(struct arena *arena, struct text lines)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < lines.size; i++)
        if (lines.data[i] != '\n')
            buffer_append_byte(&out, lines.data[i]);
    return buffer_text(&out);
}

/* The longest beginning of words that stands in all. */
static size_t longest_within(struct text all, struct text words)
{
    size_t low = 0, high = words.size;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (is_within(all, text_slice(words, 0, middle)))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* Whether words are made of stretches that stand together in all: labels and numbers of items part
 * a paragraph in two, sentences in some more; no more than that. */
static bool is_made_of(struct text all, struct text words)
{
    size_t pieces = 0, most = 3 + text_code_points(words) / 8;
    for (size_t at = 0; at < words.size; pieces++) {
        size_t held = longest_within(all, text_from(words, at));
        if (held == 0)
            return false;
        at += held;
    }
    return pieces <= most;
}

/* Words that a message names, or that the body says too, need not be carried. */
static bool is_excused(const struct comparison *cmp, const struct word_line *line)
{
    struct text head = line->text;
    if (line->kind == WORDS_RUNNING)
        return is_made_of(cmp->joined, line->text);
    if (line->kind == WORDS_SHOWN)
        return false;
    if (head.size > NAMED_BY)
        head.size = NAMED_BY;
    while (head.size > 0 && !text_is_utf8(head))
        head.size--;
    return is_made_of(cmp->ledger.messages, head);
}

static void compare_characters(struct comparison *cmp)
{
    struct bag wanted = {0}, given = {0};
    size_t missing;
    for (size_t i = 0; i < cmp->words->count; i++) {
        const struct word_line *line = &cmp->words->lines[i];
        size_t size = text_code_points(line->text);
        cmp->characters += size + line->symbols;
        cmp->symbols += line->symbols;
        if (is_excused(cmp, line))
            cmp->named += size;
        else
            bag_add(cmp->arena, &wanted, line->text);
    }
    bag_add(cmp->arena, &given, cmp->ledger.entries);
    struct text words = bag_missing(cmp->arena, &wanted, &given, &missing);
    if (missing > 0)
        complain(cmp, "are in no entry of the ledger", missing, words);
    if (wanted.count + cmp->symbols > given.count)
        complain(cmp, "of symbol fonts are in no entry", wanted.count + cmp->symbols - given.count,
                 TEXT(""));
}

static void compare_order(struct comparison *cmp)
{
    size_t torn = 0;
    struct text first = {0};
    for (size_t i = 0; i < cmp->words->count; i++) {
        const struct word_line *line = &cmp->words->lines[i];
        bool is_torn =
            line->symbols == 0 && !is_excused(cmp, line) && !is_made_of(cmp->joined, line->text);
        if (is_torn && torn++ == 0)
            first = line->text;
    }
    if (torn > 0)
        complain(cmp, "(paragraphs) are torn apart, the first", torn, first);
}

static void compare_model(struct comparison *cmp, const char *path)
{
    struct bag wanted = {0}, given = {0};
    size_t missing;
    bag_add_letters(cmp->arena, &wanted, cmp->ledger.in_model);
    bag_add_letters(cmp->arena, &given, model_read(cmp->arena, path));
    struct text words = bag_missing(cmp->arena, &wanted, &given, &missing);
    if (missing > 0)
        complain(cmp, "that the ledger has in the model are not there", missing, words);
}

static void compare(struct comparison *cmp, const char *model)
{
    cmp->joined = without_divisions(cmp->arena, cmp->ledger.entries);
    compare_characters(cmp);
    compare_order(cmp);
    compare_model(cmp, model);
    printf("%s: %zu characters, %zu of them named, %zu of symbol fonts\n", cmp->path,
           cmp->characters, cmp->named, cmp->symbols);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: word_retention LEDGER.json MODEL.xml FILE\n", stderr);
        return 2;
    }
    struct arena *arena = arena_open(NULL, NULL);
    struct word_count words;
    struct comparison cmp = {.arena = arena, .path = argv[3], .words = &words};
    bool is_read = word_count_read(&words, arena, argv[3]);
    if (!ledger_read(&cmp.ledger, arena, argv[1])) {
        fprintf(stderr, "%s: no ledger\n", argv[1]);
        cmp.status = 2;
    } else if (cmp.ledger.is_read)
        compare(&cmp, argv[2]);
    else if (is_read) {
        printf("%s: refused, but its XML can be read\n", argv[3]);
        cmp.status = 1;
    } else
        cmp.status = 3;
    arena_close(arena);
    return cmp.status;
}
