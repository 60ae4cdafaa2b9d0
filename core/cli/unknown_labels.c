#include "core/cli/unknown_labels.h"
#include "core/base/json.h"
#include "core/extract/findings.h"
#include "core/model/fold.h"
#include <stdlib.h>
#include <string.h>

#define NEAREST 3        /* elements named for a label */
#define REMARK_COLUMN 32 /* where the remark behind a label begins */

struct unknown_label {
    struct text folded;
    const struct diagnostic *first;
    size_t count, files;
    const struct source *last_file;
    enum element nearest[NEAREST];
    size_t nearest_count;
};

static int by_label(const void *a, const void *b)
{
    const struct unknown_label *left = a, *right = b;
    int order = text_compare(left->folded, right->folded);
    return order != 0 ? order
                      : (left->first->ordinal > right->first->ordinal) -
                            (left->first->ordinal < right->first->ordinal);
}

static int by_count(const void *a, const void *b)
{
    const struct unknown_label *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return by_label(a, b);
}

/* They come in the order of input: those of one file behind each other. */
static void join(struct unknown_label *label, const struct unknown_label *next)
{
    label->count++;
    label->files += next->last_file != label->last_file;
    label->last_file = next->last_file;
}

static size_t gather(struct arena *arena, const struct diagnostics *diags,
                     struct unknown_label **labels)
{
    size_t count = 0, capacity = 0, kept = 0;
    *labels = NULL;
    for (size_t i = 0; i < diags->count; i++) {
        const struct diagnostic *d = diags->items[i];
        if (d->code != NULL && strcmp(d->code, "S101") == 0 &&
            d->message != finding_row(FINDING_WORDS_APART)->message)
            *arena_push(arena, *labels, count, capacity) =
                (struct unknown_label){.folded = fold_label(arena, d->args[0]),
                                       .first = d,
                                       .count = 1,
                                       .files = 1,
                                       .last_file = d->at.source};
    }
    if (count == 0)
        return 0;
    qsort(*labels, count, sizeof **labels, by_label);
    for (size_t i = 1; i < count; i++)
        if (text_equal((*labels)[i].folded, (*labels)[kept].folded))
            join(&(*labels)[kept], &(*labels)[i]);
        else
            (*labels)[++kept] = (*labels)[i];
    qsort(*labels, kept + 1, sizeof **labels, by_count);
    return kept + 1;
}

static void find_nearest(struct arena *scratch, const struct vocabulary *vocabulary,
                         struct unknown_label *labels, size_t count)
{
    const struct near_labels *near = near_labels_make(vocabulary, scratch);
    for (size_t i = 0; i < count; i++)
        labels[i].nearest_count =
            vocabulary_nearest(near, scratch, labels[i].first->args[0], labels[i].nearest, NEAREST);
}

/* ---- JSON ---- */

static void write_json(const struct unknown_label *labels, size_t count, struct text_buffer *out)
{
    json_t *root = json_object(), *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *label = json_object(), *nearest = json_array();
        for (size_t k = 0; k < labels[i].nearest_count; k++)
            json_array_append_new(nearest, json_string(element_row(labels[i].nearest[k])->name));
        json_set_text(label, "label", labels[i].first->args[0]);
        json_set_count(label, "count", labels[i].count);
        json_set_count(label, "files", labels[i].files);
        json_object_set_new(label, "nearest", nearest);
        json_set_place(label, labels[i].first->at, out->arena);
        json_array_append_new(list, label);
    }
    json_set_count(root, "rolebook", 1);
    json_object_set_new(root, "labels", list);
    json_append(out, root, JSON_INDENT(2));
}

/* ---- a vocabulary file ---- */

static const struct message head = {
    {"詞彙不認得的標題與標籤：{0} 種，共 {1} 處。把這份輸出存成檔案（如 vocabulary.yaml），把各個移到它的"
     "要素下，\n再用 --vocabulary 檔名，或 rolebook.yaml 的 vocabulary: 檔名 指明。",
     "词汇不认得的标题与标签：{0} 种，共 {1} 处。把这份输出存成文件（如 vocabulary.yaml），把各个移到它的"
     "要素下，\n再用 --vocabulary 文件名，或 rolebook.yaml 的 vocabulary: 文件名 指明。",
     "Headings and labels that the vocabulary does not know: {0}, in {1} places. Save this as a "
     "file\n(vocabulary.yaml), move each to the element it is about, and name the file by "
     "--vocabulary FILE\nor by vocabulary: FILE in rolebook.yaml."}};
static const struct message guessed = {
    {"按相近的要素排列：對的，刪去行首的 #", "按相近的要素排列：对的，删去行首的 #",
     "by the nearest element: where it is right, take the # away"}};
static const struct message unguessed = {
    {"沒有相近的要素：屬於要素的請上移；留在這裡的，內容照原樣保留，不再詢問",
     "没有相近的要素：属于要素的请上移；留在这里的，内容照原样保留，不再询问",
     "near to none: move up what belongs to an element; what stays here is kept as it is, and not "
     "asked about again"}};
static const struct message none = {
    {"沒有不認得的標題與標籤", "没有不认得的标题与标签", "no heading or label is unknown"}};

/* Each line of the words behind "# ". */
static void append_remark(struct text_buffer *out, struct text words)
{
    struct text line;
    for (size_t at = 0; text_next_line(words, &at, &line);) {
        buffer_append_string(out, "# ");
        buffer_append(out, line);
        buffer_append_byte(out, '\n');
    }
}

/* A JSON string is a YAML string. */
static void append_quoted(struct text_buffer *out, struct text words)
{
    json_t *string = json_text(words);
    char *quoted = json_dumps(string, JSON_ENCODE_ANY);
    buffer_append_string(out, quoted);
    free(quoted);
    json_decref(string);
}

/* Han and the like take two columns of a terminal. */
static size_t columns_of(struct text words)
{
    size_t columns = 0;
    for (size_t at = 0; at < words.size;)
        columns += text_next(words, &at) >= 0x1100 ? 2 : 1;
    return columns;
}

/* A path may hold a line end: the remark ends there. */
static void append_line(struct text_buffer *out, struct text words)
{
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        buffer_append_code_point(out, c < ' ' || c == 0x7F ? 0xFFFD : c);
    }
}

/* "    - "Our office"      # 2 × roles/agent.md:7:1" */
static void append_label(struct text_buffer *out, const struct unknown_label *label,
                         const char *indent)
{
    size_t begin = out->size;
    buffer_append_string(out, indent);
    buffer_append_string(out, "- ");
    append_quoted(out, label->first->args[0]);
    for (size_t width = columns_of(text_from(buffer_text(out), begin)); width < REMARK_COLUMN;
         width++)
        buffer_append_byte(out, ' ');
    buffer_append_format(out, "  # %zu × ", label->count);
    append_line(out, span_describe(out->arena, label->first->at));
    for (size_t k = 1; k < label->nearest_count; k++) {
        buffer_append_string(out, k == 1 ? " | " : ", ");
        buffer_append_string(out, element_row(label->nearest[k])->name);
    }
    buffer_append_byte(out, '\n');
}

static void append_key(struct text_buffer *out, const char *key, const char *remark)
{
    buffer_append_string(out, key);
    buffer_append_string(out, ":  # ");
    buffer_append_string(out, remark);
    buffer_append_byte(out, '\n');
}

/* The labels nearest to each element, elements in the order of their most frequent label. */
static void append_guessed(struct text_buffer *out, const struct unknown_label *labels,
                           size_t count, const struct vocabulary *vocabulary,
                           enum language language)
{
    bool is_done[ELEMENT_COUNT] = {false};
    for (size_t i = 0; i < count; i++) {
        enum element element = labels[i].nearest[0];
        if (labels[i].nearest_count == 0 || is_done[element])
            continue;
        is_done[element] = true;
        buffer_append_string(out, "#  ");
        append_key(out, element_row(element)->name,
                   text_to_string(out->arena, vocabulary_heading(vocabulary, language, element)));
        for (size_t k = i; k < count; k++)
            if (labels[k].nearest_count > 0 && labels[k].nearest[0] == element)
                append_label(out, &labels[k], "#    ");
    }
}

static void write_text(const struct unknown_label *labels, size_t count,
                       const struct vocabulary *vocabulary, enum language language,
                       struct text_buffer *out)
{
    struct text args[MESSAGE_ARGS] = {{0}};
    size_t places = 0, guesses = 0;
    for (size_t i = 0; i < count; i++) {
        places += labels[i].count;
        guesses += labels[i].nearest_count > 0;
    }
    for (size_t i = 0; i < 2; i++) {
        struct text_buffer number = text_buffer_new(out->arena);
        buffer_append_int(&number, (int64_t)(i == 0 ? count : places));
        args[i] = buffer_text(&number);
    }
    append_remark(out, message_format(out->arena, count == 0 ? &none : &head, args, language));
    if (count == 0)
        return;
    buffer_append_format(out, "language: %s\n", language_tag(language));
    if (guesses > 0) {
        append_key(out, "elements", guessed.text[language]);
        append_guessed(out, labels, count, vocabulary, language);
    }
    if (guesses < count)
        append_key(out, "other", unguessed.text[language]);
    for (size_t i = 0; i < count; i++)
        if (labels[i].nearest_count == 0)
            append_label(out, &labels[i], "  ");
}

void unknown_labels_write(const struct diagnostics *diags, const struct vocabulary *vocabulary,
                          enum labels_form form, enum language language, struct text_buffer *out)
{
    struct unknown_label *labels;
    size_t count = gather(out->arena, diags, &labels);
    find_nearest(out->arena, vocabulary, labels, count);
    if (form == LABELS_JSON)
        write_json(labels, count, out);
    else
        write_text(labels, count, vocabulary, language, out);
}
