/* Styles: those of the reference document, and ours where it has none of their names. */
#include "converters/docx/writer.h"
#include "converters/docx/xml_tree.h"
#include "core/base/embedded.h"
#include "core/base/text_buffer.h"

struct styles_pair {
    struct docx_writer *w;
    xmlNodePtr base, own; /* w:styles of each; the same when there is no reference */
};

static const struct {
    struct text kind, name;
} rows[WORD_STYLE_COUNT] = {
#define WORD_STYLE(id, kind, word, document) [WORD_##id] = {TEXT_INIT(kind), TEXT_INIT(word)},
#include "converters/docx/word_styles.def"
#undef WORD_STYLE
};

/* ---- finding ---- */

static struct text name_of(struct arena *arena, const xmlNode *style)
{
    return node_attribute(arena, node_child(style, "name"), "val");
}

static bool is_default(struct arena *arena, const xmlNode *style)
{
    struct text value = node_attribute(arena, style, "default");
    return text_is(value, "1") || text_is(value, "true") || text_is(value, "on");
}

static xmlNodePtr find_by_name(struct arena *arena, xmlNodePtr styles, struct text kind,
                               struct text name)
{
    xmlNodePtr style = node_child(styles, "style");
    while (style != NULL && !(text_equal(node_attribute(arena, style, "type"), kind) &&
                              text_equal_ascii_case(name_of(arena, style), name)))
        style = node_next(style, "style");
    return style;
}

static xmlNodePtr find_by_id(struct arena *arena, xmlNodePtr styles, struct text id)
{
    xmlNodePtr style = node_child(styles, "style");
    while (style != NULL && !text_equal(node_attribute(arena, style, "styleId"), id))
        style = node_next(style, "style");
    return style;
}

static xmlNodePtr find_default(struct arena *arena, xmlNodePtr styles, struct text kind)
{
    xmlNodePtr style = node_child(styles, "style");
    while (style != NULL &&
           !(text_equal(node_attribute(arena, style, "type"), kind) && is_default(arena, style)))
        style = node_next(style, "style");
    return style;
}

/* ---- taking over ---- */

static struct text take_style(struct styles_pair *pair, xmlNodePtr own, unsigned depth);

/* A style's own reference to another, which has perhaps another id in the reference document. */
static void settle_reference(struct styles_pair *pair, xmlNodePtr style, const char *name,
                             unsigned depth)
{
    struct arena *arena = pair->w->arena;
    xmlNodePtr reference = node_child(style, name);
    if (reference == NULL)
        return;
    xmlNodePtr own = find_by_id(arena, pair->own, node_attribute(arena, reference, "val"));
    if (own != NULL)
        node_set(reference, "val", arena, take_style(pair, own, depth + 1));
}

/* An id that no style of the base has. */
static struct text free_id(struct styles_pair *pair, struct text wish)
{
    struct arena *arena = pair->w->arena;
    struct text id = wish;
    for (size_t n = 2; find_by_id(arena, pair->base, id) != NULL; n++) {
        struct text_buffer next = text_buffer_new(arena);
        buffer_append(&next, wish);
        buffer_append_format(&next, "_%zu", n);
        id = buffer_text(&next);
    }
    return id;
}

/* The id of one of our styles in the base, where it is put when there is none of its name. */
static struct text take_style(struct styles_pair *pair, xmlNodePtr own, unsigned depth)
{
    struct arena *arena = pair->w->arena;
    struct text kind = node_attribute(arena, own, "type");
    xmlNodePtr found = find_by_name(arena, pair->base, kind, name_of(arena, own));
    if (found == NULL && is_default(arena, own))
        found = find_default(arena, pair->base, kind);
    if (found != NULL)
        return node_attribute(arena, found, "styleId");
    struct text id = free_id(pair, node_attribute(arena, own, "styleId"));
    xmlNodePtr copy = xmlDocCopyNode(own, pair->base->doc, 1);
    if (copy == NULL || xmlAddChild(pair->base, copy) == NULL)
        arena_alloc(arena, SIZE_MAX); /* does not return */
    xmlReconciliateNs(pair->base->doc, copy);
    node_set(copy, "styleId", arena, id);
    if (depth < LIMIT_DEPTH) {
        settle_reference(pair, copy, "basedOn", depth);
        settle_reference(pair, copy, "next", depth);
    }
    return id;
}

static void take_styles(struct styles_pair *pair)
{
    struct arena *arena = pair->w->arena;
    struct look *look = &pair->w->look;
    for (size_t i = 0; i < WORD_STYLE_COUNT; i++) {
        xmlNodePtr own = find_by_name(arena, pair->own, rows[i].kind, rows[i].name);
        assert(own != NULL);
        look->ids[i] = take_style(pair, own, 0);
        xmlNodePtr style = find_by_id(arena, pair->base, look->ids[i]);
        xmlNodePtr shade = node_child(node_child(style, "pPr"), "shd");
        look->fills[i] = node_attribute(arena, shade, "fill");
        if (text_is(look->fills[i], "auto"))
            look->fills[i] = TEXT("");
    }
}

/* ---- the defaults of our own ---- */

static const struct {
    const char *east_asian, *latin, *font;
} defaults[LANG_COUNT] = {[LANG_ZH_HANT] = {"zh-TW", "en-US", "Microsoft JhengHei"},
                          [LANG_ZH_HANS] = {"zh-CN", "en-US", "Microsoft YaHei"},
                          [LANG_EN] = {"zh-CN", "en-US", "Microsoft YaHei"}};

/* Fonts for Han and languages, by the language of the document. */
static void set_defaults(struct styles_pair *pair)
{
    struct docx_writer *w = pair->w;
    enum language language = language_from_tag(w->document->language);
    language = language == LANG_COUNT ? LANG_EN : language;
    xmlNodePtr run =
        node_child(node_child(node_child(pair->base, "docDefaults"), "rPrDefault"), "rPr");
    xmlNodePtr fonts = node_child(run, "rFonts"), tongue = node_child(run, "lang");
    assert(fonts != NULL && tongue != NULL);
    bool is_named = !text_is_empty(w->language);
    struct text east_asian = text_from_string(defaults[language].east_asian);
    struct text latin = text_from_string(defaults[language].latin);
    if (is_named && w->is_east_asian)
        east_asian = w->language;
    else if (is_named)
        latin = w->language;
    node_set(fonts, "eastAsia", w->arena, text_from_string(defaults[language].font));
    node_set(tongue, "eastAsia", w->arena, east_asian);
    node_set(tongue, "val", w->arena, latin);
}

bool write_styles(struct docx_writer *w, struct text base)
{
    bool has_base = base.size > 0, is_done = false;
    xmlDocPtr own = tree_parse(embedded_file("docx/styles.xml"));
    xmlDocPtr tree = has_base ? tree_parse(base) : own;
    struct styles_pair pair = {.w = w,
                               .base = tree == NULL ? NULL : xmlDocGetRootElement(tree),
                               .own = own == NULL ? NULL : xmlDocGetRootElement(own)};
    if (pair.base == NULL || pair.own == NULL || !node_is(pair.base, "styles"))
        goto out;
    if (!has_base)
        set_defaults(&pair);
    take_styles(&pair);
    write_part(w, TEXT("word/styles.xml"), TEXT(WORD_TYPE "styles+xml"),
               tree_bytes(w->arena, tree));
    is_done = true;
out:
    if (has_base)
        xmlFreeDoc(tree);
    xmlFreeDoc(own);
    return is_done;
}
