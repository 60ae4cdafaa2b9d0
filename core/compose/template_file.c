#include "core/compose/template_file.h"
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <string.h>

#define MOST_EXTENDED 8 /* templates one on top of the other; more are a circle */

static const struct message not_valid = {{"模板不符合 template.rng：{0}",
                                          "模板不符合 template.rng：{0}",
                                          "the template is not valid by template.rng: {0}"}};
static const struct message no_doctype = {{"模板裡不能有 DOCTYPE 與實體：請刪去",
                                           "模板里不能有 DOCTYPE 与实体：请删去",
                                           "a template has no DOCTYPE and no entities: delete it"}};
static const struct message incomplete = {
    {"模板缺少 <{0}>：請補上，或以 extends=\"classic\" 承襲內建的模板",
     "模板缺少 <{0}>：请补上，或以 extends=\"classic\" 继承内建的模板",
     "the template lacks <{0}>: write it, or take over a built-in one by extends=\"classic\""}};
static const struct message circle = {
    {"模板承襲自身，或承襲太多層：{0}", "模板继承自身，或继承太多层：{0}",
     "the template extends itself, or too many are stacked: {0}"}};
static const struct message unknown_template = {
    {"沒有名為「{0}」的模板：內建的是 {1}；自製的請寫 XML 檔的路徑（.xml）",
     "没有名为「{0}」的模板：内建的是 {1}；自制的请写 XML 文件的路径（.xml）",
     "no template is called \"{0}\": {1} are built in, your own is named by its path (.xml)"}};

static const char *const sections[] = {"styles", "tables", "masters", NULL};
static const char *const wholes[] = {"book", "role", NULL};
static const char *const needed[] = {"page", "styles", "book", "role", NULL};

struct validation {
    const struct source *source;
    struct diagnostics *diags;
    bool is_fine;
};

/* ---- places ---- */

static struct span line_span(const struct source *source, long line)
{
    size_t begin = 0, offset = 0;
    struct text ignored;
    for (long i = 1; i <= line; i++) {
        begin = offset;
        if (!text_next_line(source->text, &offset, &ignored))
            break;
    }
    return (struct span){.source = source, .begin = (uint32_t)begin, .end = (uint32_t)offset};
}

static const struct source *template_source(const xmlNode *node) { return node->_private; }

struct span template_span(const xmlNode *node)
{
    return line_span(node->_private, xmlGetLineNo(node));
}

static void complain(struct diagnostics *diags, const struct message *message, struct span at,
                     struct text words)
{
    report_error(diags, message, at, text_copy(diags->arena, text_trim(words)), TEXT(""));
}

static void set_source(xmlNode *node, const struct source *source)
{
    node->_private = (void *)(uintptr_t)source;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            set_source(child, source);
}

/* ---- one file ---- */

static void on_error(void *data, xmlErrorPtr error)
{
    struct validation *v = data;
    if (error->message != NULL && v->is_fine) /* what follows is mostly its echo */
        complain(v->diags, &not_valid, line_span(v->source, error->line),
                 text_from_string(error->message));
    v->is_fine = false;
}

static bool is_valid(xmlDoc *tree, struct validation *v)
{
    struct text schema_text = embedded_file("schema/template.rng");
    xmlRelaxNGParserCtxt *parser =
        xmlRelaxNGNewMemParserCtxt(schema_text.data, (int)schema_text.size);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(context, on_error, v);
    bool valid = xmlRelaxNGValidateDoc(context, tree) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    return valid && v->is_fine;
}

static xmlDoc *parse(const struct source *source, struct diagnostics *diags)
{
    struct validation v = {source, diags, true};
    struct text bytes = source->text;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    xmlDoc *tree =
        xmlCtxtReadMemory(parser, bytes.data == NULL ? "" : bytes.data, (int)bytes.size, NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const xmlError *error = xmlCtxtGetLastError(parser);
    bool is_fine = false;
    if (tree == NULL)
        complain(diags, &not_valid, line_span(source, error == NULL ? 1 : error->line),
                 text_from_string(error == NULL ? "" : error->message));
    else if (tree->intSubset != NULL)
        complain(diags, &no_doctype, line_span(source, 1), TEXT(""));
    else
        is_fine = is_valid(tree, &v);
    xmlFreeParserCtxt(parser);
    if (is_fine) {
        set_source(xmlDocGetRootElement(tree), source);
        return tree;
    }
    xmlFreeDoc(tree);
    return NULL;
}

/* "classic, compact, large-print": those compiled in. */
static struct text built_in_names(struct arena *arena)
{
    struct text_buffer names = text_buffer_new(arena);
    for (size_t i = 0; embedded_name(i) != NULL; i++) {
        struct text name = text_from_string(embedded_name(i));
        if (!text_starts_with(name, TEXT("handbook/")) || !text_ends_with(name, TEXT(".xml")))
            continue;
        buffer_append_string(&names, names.size == 0 ? "" : ", ");
        buffer_append(&names, text_slice(name, 9, name.size - 4));
    }
    return buffer_text(&names);
}

/* A template being read, with all it extends. */
struct files {
    struct arena *arena;
    struct template_paths *paths;
    struct diagnostics *diags;
};

static void note_path(const struct files *files, const char *path)
{
    *arena_push(files->arena, files->paths->list, files->paths->count, files->paths->capacity) =
        path;
}

/* NULL after a diagnostic at the place that names it. */
static const struct source *read_source(const struct files *files, const char *name,
                                        struct span named)
{
    struct source *source = arena_new(files->arena, struct source);
    struct diagnostics *diags = files->diags;
    char built_in[128];
    snprintf(built_in, sizeof built_in, "handbook/%.80s.xml", name);
    source->text = embedded_file(built_in);
    source->path = name;
    if (source->text.data != NULL)
        return source;
    struct text given = text_from_string(name), bytes;
    if (!text_ends_with(given, TEXT(".xml"))) {
        report_error(diags, &unknown_template, named, text_copy(diags->arena, given),
                     built_in_names(diags->arena));
        return NULL;
    }
    if (file_read(files->arena, source, &bytes, diags) != STATUS_OK)
        return NULL;
    note_path(files, name);
    source->text = bytes;
    return source;
}

/* The path of a file named in another, beside it. */
static const char *path_beside(struct arena *arena, const struct source *source, const char *name)
{
    const char *slash = strrchr(source->path, '/');
    struct text_buffer path = text_buffer_new(arena);
    if (slash != NULL && name[0] != '/')
        buffer_append(&path, (struct text){source->path, (size_t)(slash - source->path) + 1});
    buffer_append_string(&path, name);
    return buffer_string(&path);
}

/* Files it names lie beside the file that says so, not beside one that extends it. */
static void settle_paths(const struct files *files, xmlNode *root, const struct source *source)
{
    static const char *const names[][2] = {
        {"logo", "file"}, {"fonts", "sans-file"}, {"fonts", "serif-file"}, {"fonts", "mono-file"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        xmlNode *node = template_child(root, names[i][0]);
        xmlChar *value = node == NULL ? NULL : xmlGetNoNsProp(node, (const xmlChar *)names[i][1]);
        if (value == NULL)
            continue;
        const char *path = path_beside(files->arena, source, (const char *)value);
        xmlSetProp(node, (const xmlChar *)names[i][1], (const xmlChar *)path);
        note_path(files, path);
        xmlFree(value);
    }
}

/* ---- two files ---- */

xmlNode *template_child(const xmlNode *parent, const char *name)
{
    for (xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return node;
    return NULL;
}

static bool is_among(const char *const *names, const xmlNode *node)
{
    for (; *names != NULL; names++)
        if (strcmp(*names, (const char *)node->name) == 0)
            return true;
    return false;
}

static bool has(const xmlNode *node, const char *attribute)
{
    return xmlHasProp(node, (const xmlChar *)attribute) != NULL;
}

/* A size by name and one by lengths are two ways to say the same. */
static bool is_said(const xmlNode *node, const char *attribute)
{
    static const char *const ways[] = {"size", "landscape", "width", "height"};
    bool is_page = strcmp((const char *)node->name, "page") == 0;
    for (size_t i = 0; is_page && i < sizeof ways / sizeof *ways; i++)
        if (strcmp(attribute, ways[i]) == 0 && (has(node, "size") || has(node, "width")))
            return true;
    return has(node, attribute);
}

static void inherit(xmlNode *node, const xmlNode *from)
{
    for (const xmlAttr *a = from->properties; a != NULL; a = a->next) {
        xmlChar *value = xmlGetNoNsProp(from, a->name);
        if (!is_said(node, (const char *)a->name))
            xmlNewProp(node, a->name, value);
        xmlFree(value);
    }
}

/* A copy of the node, of the other tree. */
static xmlNode *take(const xmlNode *node, xmlDoc *tree)
{
    xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)node, tree, 1);
    set_source(copy, template_source(node));
    return copy;
}

static void replace(xmlNode *old, xmlNode *with)
{
    xmlReplaceNode(old, with);
    xmlFreeNode(old);
}

static xmlNode *item_named(const xmlNode *section, const xmlNode *like)
{
    xmlChar *name = xmlGetNoNsProp(like, (const xmlChar *)"name");
    xmlNode *found = NULL;
    for (xmlNode *node = section->children; node != NULL && found == NULL; node = node->next) {
        xmlChar *other =
            node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(node, (const xmlChar *)"name") : NULL;
        /* one of the same file stays: template.c says that it is there twice */
        if (other != NULL && xmlStrEqual(name, other) &&
            template_source(node) != template_source(like))
            found = node;
        xmlFree(other);
    }
    xmlFree(name);
    return found;
}

static void join_items(xmlDoc *tree, xmlNode *to, const xmlNode *from)
{
    for (const xmlNode *node = from->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        xmlNode *old = item_named(to, node), *item = take(node, tree);
        if (old == NULL) {
            xmlAddChild(to, item);
            continue;
        }
        inherit(item, old);
        replace(old, item);
    }
}

/* What the file says goes into the tree that it extends. */
static void join(xmlDoc *tree, const xmlNode *file)
{
    xmlNode *root = xmlDocGetRootElement(tree);
    for (const xmlNode *node = file->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        xmlNode *old = template_child(root, (const char *)node->name);
        if (old == NULL)
            xmlAddChild(root, take(node, tree));
        else if (is_among(sections, node))
            join_items(tree, old, node);
        else {
            xmlNode *copy = take(node, tree);
            if (!is_among(wholes, node))
                inherit(copy, old);
            replace(old, copy);
        }
    }
}

/* ---- all files ---- */

static bool is_whole(const xmlNode *root, struct diagnostics *diags)
{
    for (size_t i = 0; needed[i] != NULL; i++)
        if (template_child(root, needed[i]) == NULL) {
            complain(diags, &incomplete, template_span(root), text_from_string(needed[i]));
            return false;
        }
    return true;
}

static xmlDoc *read_stacked(const struct files *files, const struct source *source, unsigned depth);

/* The tree of the template that another extends; NULL after a diagnostic. */
static xmlDoc *read_extended(const struct files *files, const xmlNode *root, const char *name,
                             unsigned depth)
{
    if (depth == MOST_EXTENDED) {
        complain(files->diags, &circle, template_span(root), text_from_string(name));
        return NULL;
    }
    bool is_file = text_ends_with(text_from_string(name), TEXT(".xml"));
    const char *path = is_file ? path_beside(files->arena, template_source(root), name) : name;
    const struct source *source = read_source(files, path, template_span(root));
    return source == NULL ? NULL : read_stacked(files, source, depth + 1);
}

/* Recursion is as deep as templates stand on each other: MOST_EXTENDED. */
static xmlDoc *read_stacked(const struct files *files, const struct source *source, unsigned depth)
{
    xmlDoc *tree = parse(source, files->diags);
    if (tree == NULL)
        return NULL;
    xmlNode *root = xmlDocGetRootElement(tree);
    xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)"extends");
    const char *extended =
        value == NULL ? NULL : text_to_string(files->arena, text_from_string((const char *)value));
    xmlFree(value);
    settle_paths(files, root, source);
    if (extended == NULL && is_whole(root, files->diags))
        return tree;
    xmlDoc *base = extended == NULL ? NULL : read_extended(files, root, extended, depth);
    if (base != NULL)
        join(base, root);
    xmlFreeDoc(tree);
    return base;
}

xmlDoc *template_source_read(struct arena *arena, const struct source *source,
                             struct template_paths *paths, struct diagnostics *diags)
{
    return read_stacked(&(struct files){arena, paths, diags}, source, 1);
}

xmlDoc *template_file_read(struct arena *arena, const char *name, struct template_paths *paths,
                           struct diagnostics *diags)
{
    const struct files files = {arena, paths, diags};
    const struct source *source = read_source(&files, name, (struct span){0});
    return source == NULL ? NULL : read_stacked(&files, source, 1);
}
