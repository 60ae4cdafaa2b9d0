#include "tests/tools/word/count.h"
#include "core/base/diagnostics.h"
#include "tests/tools/word/package.h"
#include "tests/tools/word/run_look.h"
#include <string.h>
#include <strings.h>

#define DEPTH 400 /* of elements; libxml2's own limit is 256 */
#define FIELDS 64

/* ---- counting ---- */

/* To a note: what it is called ("footnote"), and whether it is deleted. */
struct reference {
    const char *note, *id;
    bool is_deleted;
};

struct counter {
    struct word_count *out;
    struct package *package;
    const char *base;          /* the part being counted */
    const xmlNode *styles;     /* root of the styles, or NULL */
    enum word_class normal;    /* WORDS_SHOWN or WORDS_RUNNING */
    struct text_buffer *lines; /* [WORDS_CLASSES] of the paragraph being counted */
    size_t symbols;
    const char *paragraph_style;
    size_t deleted, depth;
    struct run_look look; /* of the run being counted */
    bool is_over;         /* ... in w:rt */
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

static enum word_class class_of_run(const struct counter *counter)
{
    return counter->deleted > 0      ? WORDS_DELETED
           : counter->is_over        ? WORDS_OVER
           : counter->look.is_hidden ? WORDS_HIDDEN
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
        bool is_mapped = (c >= 0xF020 && c <= 0xF0FF) || (counter->look.is_symbol && c < 0x100);
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
    const char *type = word_attribute(counter->out->arena, node, "fldCharType");
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
    const xmlNode *own = word_child(word_child(node, "pPr"), "pStyle");
    counter->paragraph_style = own == NULL ? NULL : word_attribute(counter->out->arena, own, "val");
    for (size_t i = 0; i < WORDS_CLASSES; i++)
        lines[i] = text_buffer_new(counter->out->arena);
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
        word_is_named(node, element) ? word_attribute(counter->out->arena, node, name) : NULL;
    struct text words = text_from_string(value);
    if (!text_is_blank(words))
        return value;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !word_is_named(child, "txbxContent") &&
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
    const char *id = word_attribute(counter->out->arena, node, attribute_name);
    const char *name =
        id == NULL ? NULL : package_related(counter->package, counter->base, id, NULL);
    xmlNode *root =
        name == NULL || counter->deleted > 0 ? NULL : package_part(counter->package, name);
    if (root != NULL)
        walk(counter, root);
}

static void take_reference(struct counter *counter, const xmlNode *node)
{
    const char *id = word_attribute(counter->out->arena, node, "id");
    const char *name =
        id == NULL ? NULL : package_related(counter->package, counter->base, id, NULL);
    for (size_t i = 0; name != NULL && i < counter->header_count; i++)
        if (strcmp(counter->headers[i], name) == 0)
            return;
    if (name != NULL && counter->header_count < sizeof counter->headers / sizeof(char *))
        counter->headers[counter->header_count++] = name;
}

static void walk_references(struct counter *counter, const xmlNode *node)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (word_is_named(child, "headerReference") || word_is_named(child, "footerReference"))
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
    bool is_deleted = word_child(word_child(node, "trPr"), "del") != NULL;
    counter->deleted += is_deleted;
    walk_children(counter, node);
    counter->deleted -= is_deleted;
}

static void walk_simple_field(struct counter *counter, const xmlNode *node)
{
    const char *instruction = word_attribute(counter->out->arena, node, "instr");
    if (instruction == NULL || !is_of_page(counter, instruction))
        walk_children(counter, node);
}

static void walk_symbol(struct counter *counter, const xmlNode *node)
{
    const char *code = word_attribute(counter->out->arena, node, "char");
    uint32_t c = code == NULL ? 0 : (uint32_t)strtoul(code, NULL, 16);
    if (class_of_run(counter) == counter->normal && !is_out_of_sight(counter))
        counter->symbols += (c & 0xFF) > 0x20; /* which character: the font's own table says */
}

static void refer(struct counter *counter, const xmlNode *node, const char *note)
{
    const char *id = word_attribute(counter->out->arena, node, "id");
    *arena_push(counter->out->arena, counter->references, counter->reference_count,
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
    const char *id = word_attribute(counter->out->arena, node, "id");
    size_t deleted = 0, all = 0;
    for (size_t i = 0; i < counter->reference_count && id != NULL; i++) {
        const struct reference *at = &counter->references[i];
        bool is_to_it = word_is_named(node, at->note) && strcmp(at->id, id) == 0;
        all += is_to_it;
        deleted += is_to_it && at->is_deleted;
    }
    return all > 0 && deleted == all;
}

static void walk_note(struct counter *counter, const xmlNode *node)
{
    const char *type = word_attribute(counter->out->arena, node, "type");
    bool is_deleted = is_note_deleted(counter, node);
    counter->deleted += is_deleted;
    if (type == NULL || strcmp(type, "normal") == 0) /* else the line between notes and text */
        walk_children(counter, node);
    counter->deleted -= is_deleted;
}

static void walk_chart(struct counter *counter, const xmlNode *node)
{
    if (word_attribute(counter->out->arena, node, "id") != NULL)
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
    take_attribute(counter, word_attribute(counter->out->arena, node, "string"));
}

static void walk_hyphen(struct counter *counter, const xmlNode *node)
{
    (void)node;
    if (!is_out_of_sight(counter))
        buffer_append_code_point(&counter->lines[class_of_run(counter)], 0x2011);
}

static void walk_run(struct counter *counter, const xmlNode *node)
{
    bool is_hidden = counter->look.is_hidden, is_symbol = counter->look.is_symbol;
    counter->look = run_look(counter->out->arena, counter->styles, counter->paragraph_style, node);
    walk_children(counter, node);
    counter->look.is_hidden = is_hidden;
    counter->look.is_symbol = is_symbol;
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
        if (word_is_named(node, walkers[i].name)) {
            walkers[i].walk(counter, node);
            return;
        }
    walk_children(counter, node);
}

static void count_part(struct counter *counter, const char *name, enum word_class normal)
{
    xmlNode *root = name == NULL ? NULL : package_part(counter->package, name);
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
    struct package *package = counter->package;
    const char *document = package_related(package, "", NULL, "officeDocument");
    if (document == NULL)
        document = "word/document.xml";
    if (package_part(package, document) == NULL)
        return false;
    const char *styles = package_related(package, document, NULL, "styles");
    counter->styles = styles == NULL ? NULL : package_part(package, styles);
    count_part(counter, document, WORDS_SHOWN);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        count_part(counter, package_related(package, document, NULL, notes[i]), WORDS_SHOWN);
    for (size_t i = 0; i < counter->header_count; i++)
        count_part(counter, counter->headers[i], WORDS_RUNNING);
    return true;
}

bool word_count_read(struct word_count *count, struct arena *arena, const char *path)
{
    struct counter *counter = arena_new(arena, struct counter);
    struct package *package = package_open(arena, path);
    *counter = (struct counter){.out = count, .package = package};
    *count = (struct word_count){.arena = arena};
    bool is_read = package != NULL && count_all(counter);
    if (package != NULL)
        package_close(package);
    return is_read;
}
