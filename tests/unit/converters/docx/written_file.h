/*
 * Written Word files taken apart again: the parts of the ZIP, and what Word demands of each.
 */
#ifndef ROLEBOOK_TESTS_UNIT_CONVERTERS_DOCX_WRITTEN_FILE_H
#define ROLEBOOK_TESTS_UNIT_CONVERTERS_DOCX_WRITTEN_FILE_H
#include "converters/docx/package.h"
#include "converters/docx/part_name.h"
#include "converters/docx/writer.h"
#include "converters/docx/xml_tree.h"
#include "tests/unit/converters/docx/word_file.h"
#include <libxml/parser.h>

struct written_part {
    struct text name, bytes;
    xmlDocPtr tree; /* NULL: no XML */
};

struct written_file {
    struct arena *arena;
    struct written_part parts[64];
    size_t count;
};

static inline struct written_file written_open(struct arena *arena, struct text bytes)
{
    struct written_file file = {.arena = arena};
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(zip);
    file.count = (size_t)zip_get_num_entries(zip, 0);
    assert_true(file.count <= 64);
    for (size_t i = 0; i < file.count; i++) {
        struct written_part *part = &file.parts[i];
        zip_stat_t stat;
        assert_int_equal(zip_stat_index(zip, i, 0, &stat), 0);
        char *content = arena_alloc(arena, stat.size + 1);
        zip_file_t *from = zip_fopen_index(zip, i, 0);
        assert_int_equal(zip_fread(from, content, stat.size), stat.size);
        zip_fclose(from);
        part->name = text_copy(arena, text_from_string(stat.name));
        part->bytes = (struct text){content, stat.size};
        if (text_ends_with(part->name, TEXT(".xml")) || text_ends_with(part->name, TEXT(".rels"))) {
            part->tree = xmlReadMemory(content, (int)stat.size, NULL, NULL, XML_PARSE_NONET);
            if (part->tree == NULL)
                fail_msg("%s is not well-formed", stat.name);
        }
    }
    zip_discard(zip);
    return file;
}

static inline void written_close(struct written_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        xmlFreeDoc(file->parts[i].tree);
}

static inline struct written_part *written_part(struct written_file *file, struct text name)
{
    for (size_t i = 0; i < file->count; i++)
        if (text_equal(file->parts[i].name, name))
            return &file->parts[i];
    return NULL;
}

/* ---- order of children ---- */

/* The sequences of ECMA-376 part 1, A.1, as far as they concern what anybody writes. */
static const char *const sequences[][2] = {
    {"pPr", " pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
            "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
            "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
            "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
            "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "},
    {"rPr",
     " rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
     "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
     "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath "},
    {"tblPr", " tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
              "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
              "tblDescription "},
    {"tcPr", " cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
             "tcFitText vAlign hideMark "},
    {"tc", " tcPr p tbl sdt "},
    {"tbl", " tblPr tblGrid tr sdt "},
    {"tr", " trPr tc sdt "},
    {"sdt", " sdtPr sdtEndPr sdtContent "},
    {"sdtPr",
     " rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
     "comboBox date dropDownList richText text "},
    {"sectPr", " headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
               "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection "
               "bidi rtlGutter docGrid printerSettings "},
    {"lvl",
     " start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr "},
    {"abstractNum", " nsid multiLevelType tmpl name styleLink numStyleLink lvl "},
    {"num", " abstractNumId lvlOverride "},
    {"numbering", " numPicBullet abstractNum num numIdMacAtCleanup "},
    {"style", " name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
              "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr "
              "tblPr trPr tcPr tblStylePr "},
    {"styles", " docDefaults latentStyles style "},
    {"pBdr", " top left bottom right between bar "},
    {"settings", " writeProtection view zoom removePersonalInformation bordersDoNotSurroundHeader "
                 "mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders "
                 "characterSpacingControl footnotePr endnotePr compat rsids mathPr themeFontLang "
                 "clrSchemeMapping shapeDefaults decimalSymbol listSeparator "},
};

/* Repetitions and choices stand in any order within these. */
static inline bool is_mixed(const char *parent)
{
    return strcmp(parent, "tc") == 0 || strcmp(parent, "tbl") == 0 || strcmp(parent, "tr") == 0;
}

static inline size_t place_in(const char *sequence, const char *name)
{
    char padded[64];
    snprintf(padded, sizeof padded, " %s ", name);
    const char *found = strstr(sequence, padded);
    return found == NULL ? SIZE_MAX : (size_t)(found - sequence);
}

static inline void check_children(const xmlNode *parent, const char *sequence)
{
    size_t last = 0;
    for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        size_t place = place_in(sequence, (const char *)n->name);
        if (place == SIZE_MAX)
            fail_msg("%s has no place in %s", (const char *)n->name, (const char *)parent->name);
        bool is_head = place == 0;
        if (place < last && !(is_mixed((const char *)parent->name) && !is_head))
            fail_msg("%s stands too late in %s", (const char *)n->name, (const char *)parent->name);
        last = place;
    }
}

static inline const xmlNode *next_node(const xmlNode *node, const xmlNode *root)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static inline void check_order(const struct written_part *part)
{
    const xmlNode *root = xmlDocGetRootElement(part->tree);
    for (const xmlNode *n = root; n != NULL; n = next_node(n, root))
        for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
            if (node_is(n, sequences[i][0]))
                check_children(n, sequences[i][1]);
}

/* ---- cells, ids, references ---- */

/* A cell ends in a paragraph, a row has the table's columns, ids are given once. */
static inline void check_cell(struct written_file *file, const xmlNode *cell)
{
    const xmlNode *last = cell->last;
    (void)file;
    if (last == NULL || !node_is(last, "p"))
        fail_msg("a cell ends in %s", last == NULL ? "nothing" : (const char *)last->name);
}

static inline int64_t columns_of(struct written_file *file, const xmlNode *row)
{
    int64_t columns = 0;
    for (const xmlNode *n = row->children; n != NULL; n = n->next) {
        const xmlNode *cell = node_is(n, "sdt") ? node_child(node_child(n, "sdtContent"), "tc") : n;
        if (cell == NULL || !node_is(cell, "tc"))
            continue;
        int64_t span = node_number(node_child(node_child(cell, "tcPr"), "gridSpan"), "val");
        columns += span == 0 ? 1 : span;
    }
    (void)file;
    return columns;
}

static inline void check_table(struct written_file *file, const xmlNode *table)
{
    int64_t grid = 0;
    for (const xmlNode *n = node_child(node_child(table, "tblGrid"), "gridCol"); n != NULL;
         n = node_next(n, "gridCol"))
        grid++;
    for (const xmlNode *row = node_child(table, "tr"); row != NULL; row = node_next(row, "tr"))
        assert_int_equal(columns_of(file, row), grid);
    const xmlNode *next = table->next;
    assert_true(next == NULL || !node_is(next, "tbl"));
}

struct seen_ids {
    struct text ids[4096];
    size_t count;
};

static inline void see_id(struct seen_ids *seen, struct text id)
{
    for (size_t i = 0; i < seen->count; i++)
        if (text_equal(seen->ids[i], id))
            fail_msg("the id %.*s is given twice", TEXT_ARGS(id));
    assert_true(seen->count < 4096);
    seen->ids[seen->count++] = id;
}

static inline void check_body(struct written_file *file, const struct written_part *part)
{
    struct seen_ids *controls = arena_new(file->arena, struct seen_ids);
    struct seen_ids *bookmarks = arena_new(file->arena, struct seen_ids);
    struct seen_ids *names = arena_new(file->arena, struct seen_ids);
    const xmlNode *root = xmlDocGetRootElement(part->tree);
    for (const xmlNode *n = root; n != NULL; n = next_node(n, root)) {
        if (node_is(n, "tc"))
            check_cell(file, n);
        else if (node_is(n, "tbl"))
            check_table(file, n);
        else if (node_is(n, "sdtPr"))
            see_id(controls, node_attribute(file->arena, node_child(n, "id"), "val"));
        else if (node_is(n, "bookmarkStart")) {
            see_id(bookmarks, node_attribute(file->arena, n, "id"));
            see_id(names, node_attribute(file->arena, n, "name"));
        }
    }
}

static inline struct text plain_value(struct arena *arena, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp((xmlNodePtr)node, (const xmlChar *)name);
    struct text text = text_copy(arena, text_from_string((const char *)value));
    xmlFree(value);
    return text;
}

/* Styles and lists that paragraphs name are there. */
static inline bool has_value(struct written_file *file, const char *part_name, const char *element,
                             const char *attribute, struct text value)
{
    struct written_part *part = written_part(file, text_from_string(part_name));
    const xmlNode *root = part == NULL ? NULL : xmlDocGetRootElement(part->tree);
    for (const xmlNode *n = node_child(root, element); n != NULL; n = node_next(n, element))
        if (text_equal(node_attribute(file->arena, n, attribute), value))
            return true;
    return false;
}

static inline void check_names(struct written_file *file, const struct written_part *part)
{
    const xmlNode *root = xmlDocGetRootElement(part->tree);
    for (const xmlNode *n = root; n != NULL; n = next_node(n, root)) {
        struct text value = node_attribute(file->arena, n, "val");
        bool is_style = node_is(n, "pStyle") || node_is(n, "rStyle") || node_is(n, "tblStyle");
        if (is_style && !has_value(file, "word/styles.xml", "style", "styleId", value))
            fail_msg("there is no style %.*s", TEXT_ARGS(value));
        if (node_is(n, "numId") && node_is(n->parent, "numPr") &&
            !has_value(file, "word/numbering.xml", "num", "numId", value))
            fail_msg("there is no list %.*s", TEXT_ARGS(value));
    }
}

static inline struct text source_of(struct arena *arena, struct text relationships)
{
    size_t at = text_find(relationships, TEXT("_rels/"), 0);
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, text_slice(relationships, 0, at));
    buffer_append(&out, text_slice(relationships, at + 6, relationships.size - 5));
    return buffer_text(&out);
}

/* Targets are parts of the package, ids are used and given once. */
static inline void check_relationships(struct written_file *file, const struct written_part *part)
{
    struct seen_ids *ids = arena_new(file->arena, struct seen_ids);
    struct text source = source_of(file->arena, part->name);
    struct written_part *from = written_part(file, source);
    assert_true(source.size == 0 || from != NULL);
    const xmlNode *root = xmlDocGetRootElement(part->tree);
    for (const xmlNode *n = root->children; n != NULL; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        see_id(ids, plain_value(file->arena, n, "Id"));
        struct text target = plain_value(file->arena, n, "Target");
        if (text_is(plain_value(file->arena, n, "TargetMode"), "External"))
            continue;
        struct text name = part_resolve(file->arena, source, target);
        if (written_part(file, name) == NULL)
            fail_msg("there is no part %.*s", TEXT_ARGS(name));
    }
    for (const xmlNode *n = from == NULL || from->tree == NULL ? NULL
                                                               : xmlDocGetRootElement(from->tree);
         n != NULL; n = next_node(n, xmlDocGetRootElement(from->tree))) {
        static const char *const names[] = {"id", "embed"};
        for (size_t i = 0; n->type == XML_ELEMENT_NODE && i < 2; i++) {
            xmlChar *id = xmlGetNsProp((xmlNodePtr)n, (const xmlChar *)names[i],
                                       (const xmlChar *)NAMESPACE_R);
            bool is_known = id == NULL;
            for (size_t k = 0; k < ids->count && !is_known; k++)
                is_known = text_is(ids->ids[k], (const char *)id);
            if (!is_known)
                fail_msg("there is no relationship %s", (const char *)id);
            xmlFree(id);
        }
    }
}

/* Every part has a type, by its name or by its extension; nothing else is listed. */
static inline void check_types(struct written_file *file)
{
    struct written_part *types = &file->parts[0];
    assert_true(text_is(types->name, "[Content_Types].xml"));
    for (size_t i = 1; i < file->count; i++) {
        struct text name = file->parts[i].name;
        bool is_typed = false;
        for (const xmlNode *n = xmlDocGetRootElement(types->tree)->children; n != NULL;
             n = n->next) {
            if (n->type != XML_ELEMENT_NODE)
                continue;
            struct text part = plain_value(file->arena, n, "PartName");
            struct text extension = plain_value(file->arena, n, "Extension");
            bool is_xml_part = text_ends_with(name, TEXT(".xml"));
            is_typed |= part.size > 1 && text_equal(text_from(part, 1), name);
            is_typed |= extension.size > 0 && !is_xml_part && text_ends_with(name, extension);
        }
        if (!is_typed)
            fail_msg("%.*s has no type", TEXT_ARGS(name));
    }
}

/* All that Word demands before it opens a file without repairing it. */
static inline void assert_valid(struct arena *arena, struct text bytes)
{
    struct written_file file = written_open(arena, bytes);
    check_types(&file);
    for (size_t i = 0; i < file.count; i++) {
        struct written_part *part = &file.parts[i];
        if (text_ends_with(part->name, TEXT(".rels")))
            check_relationships(&file, part);
        else if (part->tree != NULL) {
            check_order(part);
            check_names(&file, part);
        }
    }
    check_body(&file, written_part(&file, TEXT("word/document.xml")));
    written_close(&file);
}

#endif
