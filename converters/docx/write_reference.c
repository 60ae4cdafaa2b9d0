/*
 * The look of a reference document: its styles, theme, numbering, settings, heads and feet, page.
 *
 * Parts are copied as they are, with what they refer to; of its words nothing is taken.
 */
#include "converters/docx/relationships.h"
#include "converters/docx/writer.h"
#include "converters/docx/xml_tree.h"
#include "core/base/text_buffer.h"

#define NARROWEST_TEXT 2000 /* twips between margins: what a page must leave for words */

static const struct message no_look = {
    {"無法從參考文件取得樣式：{0} 不是 Word 的一般格式（Transitional）；請在 Word 中另存為 .docx",
     "无法从参考文档取得样式：{0} 不是 Word 的一般格式（Transitional）；请在 Word 中另存为 .docx",
     "no styles can be taken from the reference document: {0} is not in Word's usual form "
     "(transitional); save it as .docx in Word"}};

/* One reference document being taken from. */
struct taking {
    struct docx_writer *w;
    struct package *package;
    const struct reference *reference;
    struct text document; /* the name of its main part */
    struct relationships relationships;
    xmlDocPtr types; /* [Content_Types].xml; NULL: not well-formed */
};

static enum status refuse(const struct taking *taking, struct text part)
{
    return report_error(taking->w->diags, &no_look, span_of_source(taking->reference->source),
                        text_copy(taking->w->diags->arena, part), TEXT(""));
}

/* ---- types of content ---- */

static struct text plain_attribute(struct arena *arena, xmlNodePtr node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    struct text text = text_copy(arena, text_from_string((const char *)value));
    xmlFree(value);
    return text;
}

static bool ends_in_extension(struct text part, struct text extension)
{
    return part.size > extension.size && part.data[part.size - extension.size - 1] == '.' &&
           text_equal_ascii_case(text_from(part, part.size - extension.size), extension);
}

/* What a part is by the relationship that leads to it, for packages that do not say. */
static struct text type_by_relationship(struct text relationship)
{
    static const struct {
        const char *relationship, *type;
    } rows[] = {{"header", WORD_TYPE "header+xml"},
                {"footer", WORD_TYPE "footer+xml"},
                {"fontTable", WORD_TYPE "fontTable+xml"},
                {"webSettings", WORD_TYPE "webSettings+xml"},
                {"theme", "application/vnd.openxmlformats-officedocument.theme+xml"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_is(relationship, rows[i].relationship))
            return text_from_string(rows[i].type);
    return TEXT("application/xml");
}

/* What its package says a part is; the line of its own counts, whatever its extension says. */
static struct text type_of(const struct taking *taking, struct text part, struct text relationship)
{
    struct arena *arena = taking->w->arena;
    xmlNodePtr root = taking->types == NULL ? NULL : xmlDocGetRootElement(taking->types);
    struct text by_extension = type_by_relationship(relationship);
    for (xmlNodePtr n = root == NULL ? NULL : root->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        struct text name = plain_attribute(arena, n, "PartName");
        struct text type = plain_attribute(arena, n, "ContentType");
        if (name.size > 0 && text_equal_ascii_case(text_from(name, 1), part))
            return type;
        struct text extension = plain_attribute(arena, n, "Extension");
        if (extension.size > 0 && !text_is(type, "application/xml") &&
            ends_in_extension(part, extension))
            by_extension = type;
    }
    return by_extension;
}

/* ---- parts ---- */

static bool is_written(const struct docx_writer *w, struct text part)
{
    for (size_t i = 0; i < w->parts.count; i++)
        if (text_equal_ascii_case(w->parts.items[i].name, part))
            return true;
    return false;
}

/* As a target that means the same wherever it stands. */
static struct text absolute(struct arena *arena, struct text part)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_byte(&out, '/');
    buffer_append(&out, part);
    return buffer_text(&out);
}

static void keep_reference(struct docx_writer *w, struct references *references,
                           const struct relationship *from)
{
    *arena_push(w->arena, references->items, references->count, references->capacity) =
        (struct reference_row){.id = from->id,
                               .type = from->uri,
                               .target = from->is_external ? from->target
                                                           : absolute(w->arena, from->target),
                               .is_external = from->is_external};
}

static enum status take_part(struct taking *taking, const struct relationship *row, unsigned depth);

/* Whatever a part refers to comes with it. */
static enum status take_references(struct taking *taking, struct text part, unsigned depth)
{
    struct docx_writer *w = taking->w;
    struct relationships own;
    struct references kept = {0};
    enum status status = relationships_read(w->arena, taking->package, part, &own);
    for (size_t i = 0; i < own.count && status == STATUS_OK; i++) {
        const struct relationship *row = &own.items[i];
        if (!row->is_external && !package_has(taking->package, row->target))
            continue;
        if (!row->is_external && depth < LIMIT_DEPTH)
            status = take_part(taking, row, depth + 1);
        keep_reference(w, &kept, row);
    }
    write_relationships(w, part, &kept);
    return status;
}

static enum status take_part(struct taking *taking, const struct relationship *row, unsigned depth)
{
    struct docx_writer *w = taking->w;
    struct text bytes;
    if (is_written(w, row->target))
        return STATUS_OK;
    enum status status = package_read(taking->package, w->arena, row->target, &bytes);
    if (status != STATUS_OK)
        return status;
    write_part(w, row->target, type_of(taking, row->target, row->type), bytes);
    return take_references(taking, row->target, depth);
}

static const struct relationship *find_target(const struct taking *taking, const char *type)
{
    const struct relationship *row =
        relationship_by_type(&taking->relationships, text_from_string(type));
    return row == NULL || row->is_external ? NULL : row;
}

/* ---- the document's own parts ---- */

static enum status take_styles(struct taking *taking)
{
    struct docx_writer *w = taking->w;
    const struct relationship *row = find_target(taking, "styles");
    struct text bytes = {0};
    enum status status =
        row == NULL ? STATUS_OK : package_read(taking->package, w->arena, row->target, &bytes);
    if (status == STATUS_OK && !write_styles(w, bytes))
        status = refuse(taking, row->target);
    write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "styles"), TEXT("styles.xml"),
                    false);
    return status;
}

/* What speaks of parts that are not taken goes: notes, templates, addresses to merge. */
static enum status take_settings(struct taking *taking)
{
    static const char *const gone[] = {"footnotePr",    "endnotePr",       "attachedTemplate",
                                       "mailMerge",     "saveThroughXslt", "docVars",
                                       "trackRevisions"};
    struct docx_writer *w = taking->w;
    const struct relationship *row = find_target(taking, "settings");
    struct text bytes = {0};
    enum status status =
        row == NULL ? STATUS_OK : package_read(taking->package, w->arena, row->target, &bytes);
    xmlDocPtr tree = tree_parse(bytes);
    xmlNodePtr root = tree == NULL ? NULL : xmlDocGetRootElement(tree);
    if (root != NULL && node_is(root, "settings")) {
        for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
            node_drop_child(root, gone[i]);
        write_part(w, TEXT("word/settings.xml"), TEXT(WORD_TYPE "settings+xml"),
                   tree_bytes(w->arena, tree));
        write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "settings"),
                        TEXT("settings.xml"), false);
        w->look.has_settings = true;
    }
    xmlFreeDoc(tree);
    return status;
}

/* Its lists keep their numbers, ours are counted on from there. */
static enum status take_numbering(struct taking *taking)
{
    struct docx_writer *w = taking->w;
    const struct relationship *row = find_target(taking, "numbering");
    struct text bytes = {0};
    w->look.first_list = 1;
    enum status status =
        row == NULL ? STATUS_OK : package_read(taking->package, w->arena, row->target, &bytes);
    xmlDocPtr tree = tree_parse(bytes);
    xmlNodePtr root = tree == NULL ? NULL : xmlDocGetRootElement(tree);
    if (root != NULL && node_is(root, "numbering")) {
        for (xmlNodePtr n = root->children; n != NULL; n = n->next) {
            int64_t id = node_is(n, "num")           ? node_number(n, "numId")
                         : node_is(n, "abstractNum") ? node_number(n, "abstractNumId")
                                                     : 0;
            w->look.first_list = id >= w->look.first_list ? id + 1 : w->look.first_list;
        }
        w->look.numbering = bytes;
        status = take_references(taking, row->target, 0); /* pictures for bullets */
    }
    xmlFreeDoc(tree);
    return status;
}

static enum status take_plain_parts(struct taking *taking)
{
    static const char *const types[] = {"theme", "fontTable", "webSettings"};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof types / sizeof *types && status == STATUS_OK; i++) {
        const struct relationship *row = find_target(taking, types[i]);
        if (row == NULL || !package_has(taking->package, row->target))
            continue;
        status = take_part(taking, row, 0);
        write_reference(taking->w, &taking->w->look.references, row->uri,
                        absolute(taking->w->arena, row->target), false);
    }
    return status;
}

/* ---- the page ---- */

/* A head or foot by its reference in the section; one that is not there is no longer referred to.
 */
static enum status take_head(struct taking *taking, xmlNodePtr node)
{
    xmlChar *id = xmlGetNsProp(node, (const xmlChar *)"id", (const xmlChar *)NAMESPACE_R);
    const struct relationship *row =
        relationship_by_id(&taking->relationships, text_from_string((const char *)id));
    enum status status = STATUS_OK;
    if (row == NULL || row->is_external || !package_has(taking->package, row->target)) {
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    } else {
        struct docx_writer *w = taking->w;
        status = take_part(taking, row, 0);
        struct text ours = write_reference(w, &w->look.references, row->uri,
                                           absolute(w->arena, row->target), false);
        xmlNsPtr space = xmlSearchNsByHref(node->doc, node, (const xmlChar *)NAMESPACE_R);
        xmlSetNsProp(node, space, (const xmlChar *)"id",
                     (const xmlChar *)text_to_string(w->arena, ours));
    }
    xmlFree(id);
    return status;
}

static void find_text_width(struct docx_writer *w, const xmlNode *section)
{
    const xmlNode *size = node_child(section, "pgSz"), *margins = node_child(section, "pgMar");
    int64_t width = node_number(size, "w") - node_number(margins, "left") -
                    node_number(margins, "right") - node_number(margins, "gutter");
    if (width >= NARROWEST_TEXT && width <= INT32_MAX)
        w->look.text_width = (uint32_t)width;
}

static enum status take_section(struct taking *taking, xmlNodePtr section)
{
    struct docx_writer *w = taking->w;
    enum status status = STATUS_OK;
    node_drop_child(section, "printerSettings");
    node_drop_child(section, "sectPrChange");
    node_drop_child(section, "footnotePr");
    node_drop_child(section, "endnotePr");
    for (xmlNodePtr n = section->children, next; n != NULL && status == STATUS_OK; n = next) {
        next = n->next;
        if (node_is(n, "headerReference") || node_is(n, "footerReference"))
            status = take_head(taking, n);
    }
    find_text_width(w, section);
    xmlDocPtr alone = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr copy = alone == NULL ? NULL : xmlDocCopyNode(section, alone, 1);
    if (copy == NULL)
        arena_alloc(w->arena, SIZE_MAX); /* does not return */
    xmlDocSetRootElement(alone, copy);
    xmlReconciliateNs(alone, copy);
    struct text bytes = tree_bytes(w->arena, alone);
    size_t declaration = text_find(bytes, TEXT("?>"), 0);
    w->look.section =
        text_trim(text_from(bytes, declaration == TEXT_NOT_FOUND ? 0 : declaration + 2));
    xmlFreeDoc(alone);
    return status;
}

static enum status take_page(struct taking *taking)
{
    struct docx_writer *w = taking->w;
    struct text bytes;
    enum status status = package_read(taking->package, w->arena, taking->document, &bytes);
    xmlDocPtr tree = status == STATUS_OK ? tree_parse(bytes) : NULL;
    xmlNodePtr root = tree == NULL ? NULL : xmlDocGetRootElement(tree);
    xmlNodePtr body = root != NULL && node_is(root, "document") ? node_child(root, "body") : NULL;
    xmlNodePtr section = node_child(body, "sectPr");
    for (xmlNodePtr n = section; n != NULL; n = node_next(n, "sectPr"))
        section = n;
    if (status == STATUS_OK && body == NULL)
        status = refuse(taking, taking->document);
    else if (section != NULL)
        status = take_section(taking, section);
    xmlFreeDoc(tree);
    return status;
}

/* ---- all of it ---- */

static enum status take_all(struct taking *taking)
{
    static enum status (*const steps[])(struct taking *) = {
        take_styles, take_settings, take_numbering, take_plain_parts, take_page};
    struct docx_writer *w = taking->w;
    struct relationships root;
    struct text types;
    enum status status = relationships_read(w->arena, taking->package, TEXT(""), &root);
    const struct relationship *document = relationship_by_type(&root, TEXT("officeDocument"));
    taking->document =
        document == NULL || document->is_external ? TEXT("word/document.xml") : document->target;
    if (status == STATUS_OK)
        status =
            relationships_read(w->arena, taking->package, taking->document, &taking->relationships);
    if (status == STATUS_OK)
        status = package_read(taking->package, w->arena, TEXT("[Content_Types].xml"), &types);
    if (status != STATUS_OK)
        return status;
    taking->types = tree_parse(types);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == STATUS_OK; i++)
        status = steps[i](taking);
    xmlFreeDoc(taking->types);
    return status;
}

enum status write_reference_look(struct docx_writer *w, const struct reference *reference)
{
    struct taking taking = {.w = w, .reference = reference};
    w->look.text_width = WORD_TEXT_WIDTH;
    w->look.section = TEXT("<w:sectPr/>");
    taking.package = package_open(w->arena, reference->bytes, reference->source, NULL, w->diags);
    enum status status = taking.package == NULL ? STATUS_INPUT : take_all(&taking);
    package_close(taking.package);
    return status;
}
