#include "converters/pandoc/pandoc.h"
#include "converters/pandoc/writer.h"
#include "core/document/stylesheet.h"

static void set_meta(json_t *meta, const char *key, struct text words)
{
    json_t *inlines = json_array();
    pandoc_words(inlines, words);
    if (words.size > 0)
        json_object_set_new(meta, key, pandoc_node("MetaInlines", inlines));
    else
        json_decref(inlines);
}

static json_t *meta_of(const struct document *document)
{
    json_t *meta = json_object();
    set_meta(meta, "title", document->title);
    set_meta(meta, "author", document->author);
    set_meta(meta, "lang", document->language);
    if (document->stylesheet != NULL)
        set_meta(meta, "date", document->stylesheet->date);
    return meta;
}

static enum status write_version(const struct document *document, const int version[3],
                                 struct text_buffer *out)
{
    struct arena *arena = arena_open_like(out->arena);
    struct pandoc_writer w = {.arena = arena,
                              .site = site_new(arena, document, SITE_ONE_PAGE),
                              .language = document->language};
    json_t *root = json_object(), *numbers = json_array();
    for (size_t i = 0; i < 3; i++)
        json_array_append_new(numbers, json_integer(version[i]));
    json_object_set_new(root, "pandoc-api-version", numbers);
    json_object_set_new(root, "meta", meta_of(document));
    json_object_set_new(root, "blocks", pandoc_blocks(&w, document->blocks));
    json_append(out, root, JSON_COMPACT | JSON_REAL_PRECISION(4));
    arena_close(arena);
    return STATUS_OK;
}

static enum status write_pandoc_3(const struct document *document, struct text_buffer *out,
                                  struct diagnostics *diags)
{
    (void)diags;
    return write_version(document, (const int[]){1, 23, 1}, out);
}

static enum status write_pandoc_2(const struct document *document, struct text_buffer *out,
                                  struct diagnostics *diags)
{
    (void)diags;
    return write_version(document, (const int[]){1, 22, 2}, out);
}

const struct converter pandoc_converter = {
    .name = "pandoc",
    .extensions = (const char *const[]){"pandoc.json", NULL},
    .write_document = write_pandoc_3,
    .writes_books = true,
};

const struct converter pandoc2_converter = {
    .name = "pandoc2",
    .extensions = (const char *const[]){"pandoc.json", NULL},
    .write_document = write_pandoc_2,
    .writes_books = true,
};
