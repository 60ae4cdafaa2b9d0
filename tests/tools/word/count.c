#include "tests/tools/word/count.h"
#include "core/base/diagnostics.h"
#include "core/base/file.h"
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#define DEPTH 400 /* of elements; libxml2's own limit is 256 */
#define FIELDS 64

/* ---- packages ---- */

struct opened {
    struct arena *arena;
    zip_t *zip;     /* NULL: flat */
    xmlDocPtr flat; /* NULL: zipped */
    xmlDocPtr docs[600];
    size_t doc_count;
};

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The attribute of that local name, in whatever namespace; NULL: none. */
static const char *attribute(struct arena *arena, const xmlNode *node, const char *name)
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

static xmlNode *child_named(const xmlNode *node, const char *name)
{
    for (xmlNode *child = node == NULL ? NULL : node->children; child != NULL; child = child->next)
        if (is_named(child, name))
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

static xmlNode *zipped_part(struct opened *opened, const char *name)
{
    zip_stat_t stat;
    zip_int64_t index = zip_name_locate(opened->zip, name, ZIP_FL_NOCASE);
    if (index < 0 || zip_stat_index(opened->zip, (zip_uint64_t)index, 0, &stat) != 0 ||
        stat.size > LIMIT_PART_BYTES ||
        opened->doc_count == sizeof opened->docs / sizeof(xmlDocPtr))
        return NULL;
    zip_file_t *file = zip_fopen_index(opened->zip, (zip_uint64_t)index, 0);
    char *bytes = malloc(stat.size + 1);
    zip_int64_t size = file == NULL || bytes == NULL ? -1 : zip_fread(file, bytes, stat.size);
    xmlDocPtr doc = size < 0 ? NULL : parse((struct text){bytes, (size_t)size});
    if (file != NULL)
        zip_fclose(file);
    free(bytes);
    if (doc == NULL)
        return NULL;
    opened->docs[opened->doc_count++] = doc;
    return xmlDocGetRootElement(doc);
}

static xmlNode *part(struct opened *opened, const char *name)
{
    if (opened->zip != NULL)
        return zipped_part(opened, name);
    for (xmlNode *at = xmlDocGetRootElement(opened->flat)->children; at != NULL; at = at->next) {
        const char *own = is_named(at, "part") ? attribute(opened->arena, at, "name") : NULL;
        if (own == NULL || strcasecmp(own + (*own == '/'), name) != 0)
            continue;
        const xmlNode *data = child_named(at, "xmlData");
        for (xmlNode *root = data == NULL ? NULL : data->children; root != NULL; root = root->next)
            if (root->type == XML_ELEMENT_NODE)
                return root;
    }
    return NULL;
}

/* ---- relationships ---- */

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

static xmlNode *relationships(struct opened *opened, const char *base)
{
    char path[1100];
    const char *slash = strrchr(base, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - base) + 1;
    snprintf(path, sizeof path, "%.*s_rels/%s.rels", (int)folder, base, base + folder);
    return part(opened, path);
}

/* The part that base relates to by id, or by the end of the type; NULL: none in this package. */
static const char *related(struct opened *opened, const char *base, const char *id,
                           const char *type)
{
    const xmlNode *root = relationships(opened, base);
    for (xmlNode *at = root == NULL ? NULL : root->children; at != NULL; at = at->next) {
        if (!is_named(at, "Relationship"))
            continue;
        const char *own_id = attribute(opened->arena, at, "Id");
        const char *own_type = attribute(opened->arena, at, "Type");
        const char *target = attribute(opened->arena, at, "Target");
        const char *mode = attribute(opened->arena, at, "TargetMode");
        const char *end = own_type == NULL ? NULL : strrchr(own_type, '/');
        bool fits = id != NULL ? own_id != NULL && strcmp(own_id, id) == 0
                               : end != NULL && strcmp(end + 1, type) == 0;
        if (fits && target != NULL && (mode == NULL || strcmp(mode, "External") != 0))
            return resolve(opened->arena, base, target);
    }
    return NULL;
}

/* ---- counting ---- */

/* To a note: what it is called ("footnote"), and whether it is deleted. */
struct reference {
    const char *note, *id;
    bool is_deleted;
};

struct counter {
    struct word_count *out;
    struct opened *opened;
    const char *base;          /* the part being counted */
    const xmlNode *styles;     /* root of the styles, or NULL */
    enum word_class normal;    /* WORDS_SHOWN or WORDS_RUNNING */
    struct text_buffer *lines; /* [WORDS_CLASSES] of the paragraph being counted */
    size_t symbols;
    const char *paragraph_style;
    size_t deleted, depth;
    bool is_hidden, is_symbol, is_over; /* of the run being counted; is_over: in w:rt */
    struct {
        bool is_in_result, is_number;
        char instruction[32];
    } fields[FIELDS];
    size_t field_count;
    const char *headers[600];
    size_t header_count;
    struct reference *references;
    size_t reference_count, reference_capacity;
};

static bool counts(uint32_t c)
{
    return !is_blank_code_point(c) && c != ':' && c != 0xFF1A && c != 0xFE55;
}

struct text word_count_bare(struct arena *arena, struct text words)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (counts(c))
            buffer_append_code_point(&out, c);
    }
    return buffer_text(&out);
}

static void add_line(struct counter *counter, enum word_class kind, struct text words,
                     size_t symbols)
{
    struct word_count *out = counter->out;
    struct text bare = word_count_bare(out->arena, words);
    if (bare.size > 0 || symbols > 0)
        *arena_push(out->arena, out->lines, out->count, out->capacity) =
            (struct word_line){kind, bare, symbols};
}

/* ---- what a run looks like ---- */

static const xmlNode *style_of(const struct counter *counter, const char *id)
{
    for (xmlNode *at = counter->styles == NULL || id == NULL ? NULL : counter->styles->children;
         at != NULL; at = at->next) {
        const char *own =
            is_named(at, "style") ? attribute(counter->opened->arena, at, "styleId") : NULL;
        if (own != NULL && strcmp(own, id) == 0)
            return at;
    }
    return NULL;
}

/* The property as a style or those it is based on have it; NULL: none has. */
static const xmlNode *style_property(const struct counter *counter, const char *id,
                                     const char *name)
{
    const xmlNode *own = NULL, *style = style_of(counter, id);
    for (int links = 0; own == NULL && style != NULL && links < 20; links++) {
        own = child_named(child_named(style, "rPr"), name);
        const xmlNode *base = child_named(style, "basedOn");
        style =
            base == NULL ? NULL : style_of(counter, attribute(counter->opened->arena, base, "val"));
    }
    return own;
}

static bool is_on(const struct counter *counter, const xmlNode *toggle)
{
    const char *value = toggle == NULL ? "0" : attribute(counter->opened->arena, toggle, "val");
    return value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                             strcmp(value, "off") != 0 && strcmp(value, "none") != 0);
}

static bool is_symbol_font(const struct counter *counter, const xmlNode *fonts)
{
    static const char *const names[] = {"Symbol", "Wingdings", "Webdings"};
    const char *name = fonts == NULL ? NULL : attribute(counter->opened->arena, fonts, "ascii");
    for (size_t i = 0; name != NULL && i < sizeof names / sizeof *names; i++)
        if (strncmp(name, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* What a run says of itself holds; else two styles that both hide show (17.7.3). */
static void look_at(struct counter *counter, const xmlNode *run)
{
    const xmlNode *properties = child_named(run, "rPr");
    const xmlNode *style = child_named(properties, "rStyle");
    const char *id = style == NULL ? NULL : attribute(counter->opened->arena, style, "val");
    const xmlNode *vanish = child_named(properties, "vanish");
    const xmlNode *fonts = child_named(properties, "rFonts");
    if (fonts == NULL)
        fonts = style_property(counter, id, "rFonts");
    if (fonts == NULL)
        fonts = style_property(counter, counter->paragraph_style, "rFonts");
    counter->is_symbol = is_symbol_font(counter, fonts);
    counter->is_hidden =
        vanish != NULL
            ? is_on(counter, vanish)
            : is_on(counter, style_property(counter, id, "vanish")) !=
                  is_on(counter, style_property(counter, counter->paragraph_style, "vanish"));
}

static enum word_class class_of_run(const struct counter *counter)
{
    return counter->deleted > 0 ? WORDS_DELETED
           : counter->is_over   ? WORDS_OVER
           : counter->is_hidden ? WORDS_HIDDEN
                                : counter->normal;
}

/* ---- text ---- */

static bool is_out_of_sight(const struct counter *counter)
{
    for (size_t i = 0; i < counter->field_count; i++)
        if (!counter->fields[i].is_in_result || counter->fields[i].is_number)
            return true;
    return false;
}

static void take_text(struct counter *counter, const xmlNode *node)
{
    enum word_class kind = class_of_run(counter);
    xmlChar *content = xmlNodeGetContent(node);
    struct text words = text_from_string((const char *)content);
    if (is_out_of_sight(counter))
        words.size = 0;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        bool is_mapped = (c >= 0xF020 && c <= 0xF0FF) || (counter->is_symbol && c < 0x100);
        if (is_mapped && kind == counter->normal)
            counter->symbols += counts(c);
        else
            buffer_append_code_point(&counter->lines[kind], c);
    }
    xmlFree(content);
}

static void take_attribute(struct counter *counter, const char *value)
{
    if (value != NULL && !is_out_of_sight(counter))
        buffer_append_string(&counter->lines[class_of_run(counter)], value);
}

static void take_field_char(struct counter *counter, const xmlNode *node)
{
    const char *type = attribute(counter->opened->arena, node, "fldCharType");
    if (type == NULL)
        return;
    if (strcmp(type, "begin") == 0 && counter->field_count < FIELDS)
        memset(&counter->fields[counter->field_count++], 0, sizeof *counter->fields);
    else if (strcmp(type, "separate") == 0 && counter->field_count > 0)
        counter->fields[counter->field_count - 1].is_in_result = true;
    else if (strcmp(type, "end") == 0 && counter->field_count > 0)
        counter->field_count--;
}

/* Numbers of pages are the page's, not the text's; so is a heading repeated in a running head. */
static bool is_of_page(const struct counter *counter, const char *instruction)
{
    static const char *const names[] = {"PAGE",    "NUMPAGES", "SECTIONPAGES",
                                        "SECTION", "PAGEREF",  "STYLEREF"};
    size_t known = sizeof names / sizeof *names - (counter->normal != WORDS_RUNNING);
    instruction += strspn(instruction, " ");
    size_t size = strcspn(instruction, " ");
    for (size_t i = 0; i < known; i++)
        if (strlen(names[i]) == size && strncasecmp(instruction, names[i], size) == 0)
            return true;
    return false;
}

static void take_instruction(struct counter *counter, const xmlNode *node)
{
    if (counter->field_count == 0)
        return;
    char *own = counter->fields[counter->field_count - 1].instruction;
    size_t used = strlen(own), room = sizeof counter->fields->instruction - used;
    xmlChar *content = xmlNodeGetContent(node);
    snprintf(own + used, room, "%.*s", (int)room - 1, (const char *)content);
    counter->fields[counter->field_count - 1].is_number = is_of_page(counter, own);
    xmlFree(content);
}

/* ---- trees ---- */

static void walk(struct counter *counter, xmlNode *node);

static void walk_children(struct counter *counter, const xmlNode *node)
{
    if (counter->depth == DEPTH)
        return;
    counter->depth++;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            walk(counter, child);
    counter->depth--;
}

static void walk_paragraph(struct counter *counter, const xmlNode *node)
{
    struct text_buffer lines[WORDS_CLASSES], *outside = counter->lines;
    size_t symbols = counter->symbols;
    const char *style = counter->paragraph_style;
    const xmlNode *own = child_named(child_named(node, "pPr"), "pStyle");
    counter->paragraph_style = own == NULL ? NULL : attribute(counter->opened->arena, own, "val");
    for (size_t i = 0; i < WORDS_CLASSES; i++)
        lines[i] = text_buffer_new(counter->opened->arena);
    counter->lines = lines;
    counter->symbols = 0;
    walk_children(counter, node);
    for (size_t i = 0; i < WORDS_CLASSES; i++)
        add_line(counter, (enum word_class)i, buffer_text(&lines[i]),
                 i == counter->normal ? counter->symbols : 0);
    counter->lines = outside;
    counter->symbols = symbols;
    counter->paragraph_style = style;
}

static size_t content_size(const xmlNode *node)
{
    struct text bare;
    struct arena *arena = arena_open(NULL, NULL);
    xmlChar *content = xmlNodeGetContent(node);
    bare = word_count_bare(arena, text_from_string((const char *)content));
    xmlFree(content);
    arena_close(arena);
    return bare.size;
}

/* Of the branches that say the same for different readers, the one that says most. */
static void walk_alternatives(struct counter *counter, const xmlNode *node)
{
    const xmlNode *best = NULL;
    size_t most = 0;
    for (xmlNode *branch = node->children; branch != NULL; branch = branch->next) {
        size_t size = branch->type == XML_ELEMENT_NODE ? content_size(branch) + 1 : 0;
        if (size > most) {
            best = branch;
            most = size;
        }
    }
    if (best != NULL)
        walk_children(counter, best);
}

/* The first of a tree's elements of that name that has the attribute, and its value. */
static const char *find_attribute(struct counter *counter, const xmlNode *node, const char *element,
                                  const char *name)
{
    const char *value =
        is_named(node, element) ? attribute(counter->opened->arena, node, name) : NULL;
    struct text words = text_from_string(value);
    if (!text_is_blank(words))
        return value;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !is_named(child, "txbxContent") &&
            (value = find_attribute(counter, child, element, name)) != NULL)
            return value;
    return NULL;
}

/* A picture's text alternative stands for it. */
static void walk_drawing(struct counter *counter, const xmlNode *node)
{
    const char *words = NULL;
    if (find_attribute(counter, node, "blip", "embed") != NULL) {
        words = find_attribute(counter, node, "docPr", "descr");
        if (words == NULL)
            words = find_attribute(counter, node, "docPr", "title");
    }
    take_attribute(counter, words);
    walk_children(counter, node);
}

/* The texts of a chart or a diagram stand in a part of their own. */
static void walk_other_part(struct counter *counter, const xmlNode *node,
                            const char *attribute_name)
{
    const char *id = attribute(counter->opened->arena, node, attribute_name);
    const char *name = id == NULL ? NULL : related(counter->opened, counter->base, id, NULL);
    xmlNode *root = name == NULL || counter->deleted > 0 ? NULL : part(counter->opened, name);
    if (root != NULL)
        walk(counter, root);
}

static void take_reference(struct counter *counter, const xmlNode *node)
{
    const char *id = attribute(counter->opened->arena, node, "id");
    const char *name = id == NULL ? NULL : related(counter->opened, counter->base, id, NULL);
    for (size_t i = 0; name != NULL && i < counter->header_count; i++)
        if (strcmp(counter->headers[i], name) == 0)
            return;
    if (name != NULL && counter->header_count < sizeof counter->headers / sizeof(char *))
        counter->headers[counter->header_count++] = name;
}

static void walk_references(struct counter *counter, const xmlNode *node)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_named(child, "headerReference") || is_named(child, "footerReference"))
            take_reference(counter, child);
}

static void walk_deleted(struct counter *counter, const xmlNode *node)
{
    counter->deleted++;
    walk_children(counter, node);
    counter->deleted--;
}

static void walk_row(struct counter *counter, const xmlNode *node)
{
    bool is_deleted = child_named(child_named(node, "trPr"), "del") != NULL;
    counter->deleted += is_deleted;
    walk_children(counter, node);
    counter->deleted -= is_deleted;
}

static void walk_simple_field(struct counter *counter, const xmlNode *node)
{
    const char *instruction = attribute(counter->opened->arena, node, "instr");
    if (instruction == NULL || !is_of_page(counter, instruction))
        walk_children(counter, node);
}

static void walk_symbol(struct counter *counter, const xmlNode *node)
{
    const char *code = attribute(counter->opened->arena, node, "char");
    uint32_t c = code == NULL ? 0 : (uint32_t)strtoul(code, NULL, 16);
    if (class_of_run(counter) == counter->normal && !is_out_of_sight(counter))
        counter->symbols += (c & 0xFF) > 0x20; /* which character: the font's own table says */
}

static void refer(struct counter *counter, const xmlNode *node, const char *note)
{
    const char *id = attribute(counter->opened->arena, node, "id");
    *arena_push(counter->opened->arena, counter->references, counter->reference_count,
                counter->reference_capacity) =
        (struct reference){note, id == NULL ? "" : id, counter->deleted > 0};
}

static void take_footnote_reference(struct counter *counter, const xmlNode *node)
{
    refer(counter, node, "footnote");
}

static void take_endnote_reference(struct counter *counter, const xmlNode *node)
{
    refer(counter, node, "endnote");
}

static void take_comment_reference(struct counter *counter, const xmlNode *node)
{
    refer(counter, node, "comment");
}

/* A note goes when all that refers to it is deleted. */
static bool is_note_deleted(struct counter *counter, const xmlNode *node)
{
    const char *id = attribute(counter->opened->arena, node, "id");
    size_t deleted = 0, all = 0;
    for (size_t i = 0; i < counter->reference_count && id != NULL; i++) {
        const struct reference *at = &counter->references[i];
        bool is_to_it = is_named(node, at->note) && strcmp(at->id, id) == 0;
        all += is_to_it;
        deleted += is_to_it && at->is_deleted;
    }
    return all > 0 && deleted == all;
}

static void walk_note(struct counter *counter, const xmlNode *node)
{
    const char *type = attribute(counter->opened->arena, node, "type");
    bool is_deleted = is_note_deleted(counter, node);
    counter->deleted += is_deleted;
    if (type == NULL || strcmp(type, "normal") == 0) /* else the line between notes and text */
        walk_children(counter, node);
    counter->deleted -= is_deleted;
}

static void walk_chart(struct counter *counter, const xmlNode *node)
{
    if (attribute(counter->opened->arena, node, "id") != NULL)
        walk_other_part(counter, node, "id");
    else
        walk_children(counter, node);
}

static void walk_diagram(struct counter *counter, const xmlNode *node)
{
    walk_other_part(counter, node, "dm");
}

static void take_word_art(struct counter *counter, const xmlNode *node)
{
    take_attribute(counter, attribute(counter->opened->arena, node, "string"));
}

static void walk_hyphen(struct counter *counter, const xmlNode *node)
{
    (void)node;
    if (!is_out_of_sight(counter))
        buffer_append_code_point(&counter->lines[class_of_run(counter)], 0x2011);
}

static void walk_run(struct counter *counter, const xmlNode *node)
{
    bool is_hidden = counter->is_hidden, is_symbol = counter->is_symbol;
    look_at(counter, node);
    walk_children(counter, node);
    counter->is_hidden = is_hidden;
    counter->is_symbol = is_symbol;
}

static void walk_over(struct counter *counter, const xmlNode *node)
{
    counter->is_over = true;
    walk_children(counter, node);
    counter->is_over = false;
}

static void pass_over(struct counter *counter, const xmlNode *node) { (void)counter, (void)node; }

static const struct {
    const char *name;
    void (*walk)(struct counter *counter, const xmlNode *node);
} walkers[] = {
    {"p", walk_paragraph},
    {"r", walk_run},
    {"rt", walk_over},
    {"t", take_text},
    {"delText", take_text},
    {"v", take_text}, /* of charts */
    {"AlternateContent", walk_alternatives},
    {"del", walk_deleted},
    {"moveFrom", walk_deleted},
    {"tr", walk_row},
    {"fldChar", take_field_char},
    {"instrText", take_instruction},
    {"fldSimple", walk_simple_field},
    {"sym", walk_symbol},
    {"noBreakHyphen", walk_hyphen},
    {"drawing", walk_drawing},
    {"chart", walk_chart},
    {"relIds", walk_diagram},
    {"textpath", take_word_art},
    {"sectPr", walk_references},
    {"footnoteReference", take_footnote_reference},
    {"endnoteReference", take_endnote_reference},
    {"commentReference", take_comment_reference},
    {"footnote", walk_note},
    {"endnote", walk_note},
    {"comment", walk_note},
    {"pPrChange", pass_over},
    {"rPrChange", pass_over},
    {"sdtPr", pass_over},
};

static void walk(struct counter *counter, xmlNode *node)
{
    for (size_t i = 0; i < sizeof walkers / sizeof *walkers; i++)
        if (is_named(node, walkers[i].name)) {
            walkers[i].walk(counter, node);
            return;
        }
    walk_children(counter, node);
}

static void count_part(struct counter *counter, const char *name, enum word_class normal)
{
    xmlNode *root = name == NULL ? NULL : part(counter->opened, name);
    if (root == NULL)
        return;
    counter->base = name;
    counter->normal = normal;
    counter->field_count = counter->deleted = counter->symbols = 0;
    walk_paragraph(counter, root);
}

static bool count_all(struct counter *counter)
{
    static const char *const notes[] = {"footnotes", "endnotes", "comments"};
    struct opened *opened = counter->opened;
    const char *document = related(opened, "", NULL, "officeDocument");
    if (document == NULL)
        document = "word/document.xml";
    if (part(opened, document) == NULL)
        return false;
    const char *styles = related(opened, document, NULL, "styles");
    counter->styles = styles == NULL ? NULL : part(opened, styles);
    count_part(counter, document, WORDS_SHOWN);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        count_part(counter, related(opened, document, NULL, notes[i]), WORDS_SHOWN);
    for (size_t i = 0; i < counter->header_count; i++)
        count_part(counter, counter->headers[i], WORDS_RUNNING);
    return true;
}

bool word_count_read(struct word_count *count, struct arena *arena, const char *path)
{
    struct opened *opened = arena_new(arena, struct opened);
    struct counter *counter = arena_new(arena, struct counter);
    struct source source = {.path = path};
    struct text bytes = {0};
    zip_error_t error;
    opened->arena = arena;
    *counter = (struct counter){.out = count, .opened = opened};
    *count = (struct word_count){.arena = arena};
    if (file_read(arena, &source, &bytes, diagnostics_new(arena)) != STATUS_OK)
        return false;
    zip_error_init(&error);
    zip_source_t *memory = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    opened->zip = bytes.size == 0 ? NULL : zip_open_from_source(memory, ZIP_RDONLY, &error);
    if (opened->zip == NULL) {
        zip_source_free(memory);
        opened->flat = parse(bytes);
    }
    bool is_read = (opened->zip != NULL || opened->flat != NULL) && count_all(counter);
    for (size_t i = 0; i < opened->doc_count; i++)
        xmlFreeDoc(opened->docs[i]);
    xmlFreeDoc(opened->flat);
    if (opened->zip != NULL)
        zip_discard(opened->zip);
    zip_error_fini(&error);
    return is_read;
}
