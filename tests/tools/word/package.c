#include "tests/tools/word/package.h"
#include "core/base/diagnostics.h"
#include "core/base/file.h"
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

struct package {
    struct arena *arena;
    zip_t *zip;     /* NULL: flat */
    xmlDocPtr flat; /* NULL: zipped */
    xmlDocPtr docs[600];
    size_t doc_count;
};

bool word_is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const char *word_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
        if (strcmp((const char *)at->name, name) != 0)
            continue;
        xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);
        const char *copy =
            value == NULL ? "" : text_to_string(arena, text_from_string((char *)value));
        xmlFree(value);
        return copy;
    }
    return NULL;
}

xmlNode *word_child(const xmlNode *node, const char *name)
{
    for (xmlNode *child = node == NULL ? NULL : node->children; child != NULL; child = child->next)
        if (word_is_named(child, name))
            return child;
    return NULL;
}

static xmlDocPtr parse(struct text bytes)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDocPtr doc = bytes.size > INT32_MAX ? NULL
                                           : xmlReadMemory(bytes.data, (int)bytes.size, NULL, NULL,
                                                           options | XML_PARSE_HUGE);
    if (doc != NULL && doc->intSubset != NULL) { /* no Word file has one: refused */
        xmlFreeDoc(doc);
        return NULL;
    }
    return doc;
}

static xmlNode *zipped_part(struct package *package, const char *name)
{
    zip_stat_t stat;
    zip_int64_t index = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
    if (index < 0 || zip_stat_index(package->zip, (zip_uint64_t)index, 0, &stat) != 0 ||
        stat.size > LIMIT_PART_BYTES ||
        package->doc_count == sizeof package->docs / sizeof(xmlDocPtr))
        return NULL;
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    char *bytes = malloc(stat.size + 1);
    zip_int64_t size = file == NULL || bytes == NULL ? -1 : zip_fread(file, bytes, stat.size);
    xmlDocPtr doc = size < 0 ? NULL : parse((struct text){bytes, (size_t)size});
    if (file != NULL)
        zip_fclose(file);
    free(bytes);
    if (doc == NULL)
        return NULL;
    package->docs[package->doc_count++] = doc;
    return xmlDocGetRootElement(doc);
}

xmlNode *package_part(struct package *package, const char *name)
{
    if (package->zip != NULL)
        return zipped_part(package, name);
    for (xmlNode *at = xmlDocGetRootElement(package->flat)->children; at != NULL; at = at->next) {
        const char *own =
            word_is_named(at, "part") ? word_attribute(package->arena, at, "name") : NULL;
        if (own == NULL || strcasecmp(own + (*own == '/'), name) != 0)
            continue;
        const xmlNode *data = word_child(at, "xmlData");
        for (xmlNode *root = data == NULL ? NULL : data->children; root != NULL; root = root->next)
            if (root->type == XML_ELEMENT_NODE)
                return root;
    }
    return NULL;
}

/* target as seen from the folder of base: "word/document.xml", "../x/y.xml" is "x/y.xml". */
static const char *resolve(struct arena *arena, const char *base, const char *target)
{
    char path[1024] = "";
    const char *slash = strrchr(base, '/');
    if (*target != '/' && *target != '\\' && slash != NULL)
        snprintf(path, sizeof path, "%.*s", (int)(slash - base), base);
    while (*target != '\0') {
        size_t size = strcspn(target, "/\\");
        size_t used = strlen(path);
        char *last = strrchr(path, '/');
        if (size == 2 && strncmp(target, "..", 2) == 0)
            *(last == NULL ? path : last) = '\0';
        else if (size > 0 && !(size == 1 && *target == '.'))
            snprintf(path + used, sizeof path - used, "%s%.*s", used > 0 ? "/" : "", (int)size,
                     target);
        target += size + (target[size] != '\0');
    }
    return text_to_string(arena, text_from_string(path));
}

static xmlNode *relationships(struct package *package, const char *base)
{
    char path[1100];
    const char *slash = strrchr(base, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - base) + 1;
    snprintf(path, sizeof path, "%.*s_rels/%s.rels", (int)folder, base, base + folder);
    return package_part(package, path);
}

const char *package_related(struct package *package, const char *base, const char *id,
                            const char *type)
{
    const xmlNode *root = relationships(package, base);
    for (xmlNode *at = root == NULL ? NULL : root->children; at != NULL; at = at->next) {
        if (!word_is_named(at, "Relationship"))
            continue;
        const char *own_id = word_attribute(package->arena, at, "Id");
        const char *own_type = word_attribute(package->arena, at, "Type");
        const char *target = word_attribute(package->arena, at, "Target");
        const char *mode = word_attribute(package->arena, at, "TargetMode");
        const char *end = own_type == NULL ? NULL : strrchr(own_type, '/');
        bool fits = id != NULL ? own_id != NULL && strcmp(own_id, id) == 0
                               : end != NULL && strcmp(end + 1, type) == 0;
        if (fits && target != NULL && (mode == NULL || strcmp(mode, "External") != 0))
            return resolve(package->arena, base, target);
    }
    return NULL;
}

struct package *package_open(struct arena *arena, const char *path)
{
    struct package *package = arena_new(arena, struct package);
    struct source source = {.path = path};
    struct text bytes = {0};
    zip_error_t error;
    package->arena = arena;
    if (file_read(arena, &source, &bytes, diagnostics_new(arena)) != STATUS_OK)
        return NULL;
    zip_error_init(&error);
    zip_source_t *memory = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    package->zip = bytes.size == 0 ? NULL : zip_open_from_source(memory, ZIP_RDONLY, &error);
    if (package->zip == NULL) {
        zip_source_free(memory);
        package->flat = parse(bytes);
    }
    zip_error_fini(&error);
    return package->zip != NULL || package->flat != NULL ? package : NULL;
}

void package_close(struct package *package)
{
    for (size_t i = 0; i < package->doc_count; i++)
        xmlFreeDoc(package->docs[i]);
    xmlFreeDoc(package->flat);
    if (package->zip != NULL)
        zip_discard(package->zip);
}
