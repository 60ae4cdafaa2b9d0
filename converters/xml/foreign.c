/*
 * XML of any vocabulary as a document.
 *
 * Names that DocBook, TEI, HTML and JATS share are read as what they are. Elsewhere structure
 * speaks: an element's name is its heading, children of one name are a list, or a table when they
 * have plain parts of their own, and a lone text is a labelled line. So <reportsTo>…</reportsTo>
 * reaches extraction as "reports to: …", which the vocabulary knows.
 */
#include "converters/xml/foreign.h"

#define LIST_DEPTH 20
#define VALUE_NAME_BYTES 120 /* a longer name of a value is its words */

enum sort {
    SORT_STRUCTURE,
    SORT_TITLE,
    SORT_PARAGRAPH,
    SORT_LIST,
    SORT_ITEM,
    SORT_TABLE,
    SORT_CODE
};

static const struct {
    const char *name;
    enum sort sort;
} sorts[] = {
    {"title", SORT_TITLE},
    {"head", SORT_TITLE},
    {"heading", SORT_TITLE},
    {"h1", SORT_TITLE},
    {"h2", SORT_TITLE},
    {"h3", SORT_TITLE},
    {"h4", SORT_TITLE},
    {"h5", SORT_TITLE},
    {"h6", SORT_TITLE},
    {"p", SORT_PARAGRAPH},
    {"para", SORT_PARAGRAPH},
    {"simpara", SORT_PARAGRAPH},
    {"paragraph", SORT_PARAGRAPH},
    {"ul", SORT_LIST},
    {"ol", SORT_LIST},
    {"list", SORT_LIST},
    {"itemizedlist", SORT_LIST},
    {"orderedlist", SORT_LIST},
    {"li", SORT_ITEM},
    {"item", SORT_ITEM},
    {"listitem", SORT_ITEM},
    {"table", SORT_TABLE},
    {"informaltable", SORT_TABLE},
    {"programlisting", SORT_CODE},
    {"pre", SORT_CODE},
};

static enum sort sort_of(const struct xml_node *node)
{
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (text_equal_ascii_case(node->name, text_from_string(sorts[i].name)))
            return sorts[i].sort;
    return SORT_STRUCTURE;
}

struct text foreign_words_of_name(struct arena *arena, struct text name)
{
    if (text_find(name, TEXT(" "), 0) != TEXT_NOT_FOUND)
        return name;
    struct text_buffer words = text_buffer_new(arena);
    char before = '\0';
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && before >= 'a' && before <= 'z')
            buffer_append_byte(&words, ' ');
        before = c;
        buffer_append_byte(&words, c == '-' || c == '_' || c == '.' ? ' '
                                   : is_upper                       ? (char)(c - 'A' + 'a')
                                                                    : c);
    }
    return buffer_text(&words);
}

void foreign_append_runs(struct foreign *in, struct block *block, struct text text,
                         struct span span)
{
    bool exact = span.end - span.begin == text.size;
    for (size_t offset = 0; offset <= text.size;) {
        size_t end = text_find(text, TEXT("\n"), offset);
        size_t stop = end == TEXT_NOT_FOUND ? text.size : end;
        struct span here = exact ? span_slice(span, offset, stop) : span;
        if (stop > offset)
            run_append_text(in->document, block, text_slice(text, offset, stop), 0, here);
        if (end == TEXT_NOT_FOUND)
            break;
        run_append(in->document, block, RUN_BREAK, (struct text){0}, here);
        offset = end + 1;
    }
}

static struct block *append_text_block(struct foreign *in, struct block *parent,
                                       enum block_kind kind, struct xml_value value)
{
    struct block *block = block_append(in->document, parent, kind, value.span);
    foreign_append_runs(in, block, value.text, value.span);
    return block;
}

static void append_heading(struct foreign *in, struct xml_value value, unsigned level)
{
    append_text_block(in, NULL, BLOCK_HEADING, value)->level = level < 6 ? level : 6;
    in->open_level = level;
}

/* "label: words", the label strong as an author would set it. */
static void append_labelled(struct foreign *in, struct block *parent, struct text name,
                            struct span name_span, struct xml_value value)
{
    if (value.text.size == 0)
        return;
    struct block *block = block_append(in->document, parent, BLOCK_PARAGRAPH, value.span);
    struct run *label = run_append(in->document, block, RUN_TEXT,
                                   foreign_words_of_name(in->arena, name), name_span);
    label->style = STYLE_STRONG;
    run_append(in->document, block, RUN_TEXT, TEXT(": "), name_span);
    foreign_append_runs(in, block, value.text, value.span);
}

static bool is_number_attribute(const struct xml_attribute *attribute)
{
    static const char *const names[] = {"n", "no", "number", "seq", "序号", "序號", NULL};
    return text_is_one_of(attribute->name, names);
}

/* <role name="Contact Agent">: what the element is called, as a title in it would say. */
static const struct xml_attribute *name_attribute(const struct xml_node *node)
{
    static const char *const names[] = {"name", "title", "名称", "名稱", NULL};
    const struct xml_attribute *a = node->attributes;
    while (a != NULL && !(a->ns.size == 0 && text_is_one_of(a->name, names)))
        a = a->next;
    return a;
}

/* Those of no namespace but the one that the heading says; said may be NULL. For an item, whose
 * label it is, not its number. */
static void append_attributes(struct foreign *in, struct block *parent, const struct xml_node *node,
                              const struct xml_attribute *said)
{
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
        bool is_label = parent != NULL && is_number_attribute(a);
        bool is_said = said != NULL && a == said;
        if (a->ns.size == 0 && !is_label && !is_said)
            append_labelled(in, parent, a->name, a->span, (struct xml_value){a->value, a->span});
    }
}

/* ---- lists ---- */

static void read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                      unsigned depth);

static void read_item(struct foreign *in, const struct xml_node *node, struct block *list,
                      unsigned depth)
{
    struct block *item = block_append(in->document, list, BLOCK_ITEM, node->span);
    item->label = TEXT("•");
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        if (is_number_attribute(a))
            item->label = a->value;
    bool has_list = false;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        has_list |= !xml_is_text(child) && sort_of(child) == SORT_LIST;
    if (!has_list || depth >= LIST_DEPTH) {
        append_text_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        append_attributes(in, item, node, NULL);
        return;
    }
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        struct text words = xml_trim(child->text);
        if (!xml_is_text(child) && sort_of(child) == SORT_LIST)
            read_list(in, child, item, depth + 1);
        else if (!xml_is_text(child))
            append_text_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, child));
        else if (words.size > 0)
            append_text_block(in, item, BLOCK_PARAGRAPH, (struct xml_value){words, child->span});
    }
    append_attributes(in, item, node, NULL);
}

static void read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                      unsigned depth)
{
    struct block *list = block_append(in->document, parent, BLOCK_LIST, node->span);
    list->level = depth;
    list->ordered = text_is(node->name, "ol") || text_is(node->name, "orderedlist");
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (!xml_is_text(child))
            read_item(in, child, list, depth);
        else if (xml_trim(child->text).size > 0) {
            struct block *item = block_append(in->document, list, BLOCK_ITEM, child->span);
            append_text_block(in, item, BLOCK_PARAGRAPH,
                              (struct xml_value){xml_trim(child->text), child->span});
        }
    }
}

/* ---- the walk ---- */

struct outline {
    size_t count;        /* element children */
    bool same_name;      /* all of them */
    bool any_parts;      /* at least one has elements of its own */
    bool all_parts;      /* ... all of them have */
    bool any_deep;       /* at least one of those parts has elements too */
    bool any_attributes; /* at least one has attributes beside its number */
    bool has_words;      /* text beside them */
};

static bool has_deep_parts(const struct xml_node *node)
{
    for (const struct xml_node *part = node->children; part != NULL; part = part->next)
        if (!xml_is_text(part) && xml_has_elements(part))
            return true;
    return false;
}

static bool has_telling_attributes(const struct xml_node *node)
{
    const struct xml_attribute *a = node->attributes;
    while (a != NULL && (a->ns.size > 0 || is_number_attribute(a)))
        a = a->next;
    return a != NULL;
}

static struct outline outline_of(const struct xml_node *node)
{
    struct outline outline = {.same_name = true, .all_parts = true};
    const struct xml_node *first = xml_next_element(node->children);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child)) {
            outline.has_words |= xml_trim(child->text).size > 0;
            continue;
        }
        outline.count++;
        outline.same_name &= text_equal(child->name, first->name);
        outline.any_parts |= xml_has_elements(child);
        outline.all_parts &= xml_has_elements(child);
        outline.any_deep |= has_deep_parts(child);
        outline.any_attributes |= has_telling_attributes(child);
    }
    return outline;
}

/* <field><name>Tasks</name><value>…</value></field>: its name is the value's. */
static const struct xml_node *named_value(const struct xml_node *node, struct xml_value *name,
                                          struct arena *arena)
{
    static const char *const names[] = {"name", "label", "key", "名称", "名稱", NULL};
    static const char *const values[] = {"value", "content", "text", "值", "内容", "內容", NULL};
    const struct xml_node *first = xml_next_element(node->children);
    const struct xml_node *value = first == NULL ? NULL : xml_next_element(first->next);
    if (value == NULL || xml_next_element(value->next) != NULL || outline_of(node).has_words ||
        xml_has_elements(first) || !text_is_one_of(first->name, names) ||
        !text_is_one_of(value->name, values))
        return NULL;
    *name = xml_content(arena, first);
    return name->text.size > 0 && name->text.size <= VALUE_NAME_BYTES ? value : NULL;
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level);
static void read_structure(struct foreign *in, const struct xml_node *node, unsigned level);

/*
 * A lone text: a labelled line; below a section that is no part of its parent's, a section of its
 * own, or it would be read as that one's last item.
 */
static void append_lone(struct foreign *in, const struct xml_node *node, struct xml_value name,
                        unsigned level)
{
    struct xml_value words = xml_content(in->arena, node);
    if (in->open_level < level)
        append_labelled(in, NULL, name.text, name.span, words);
    else if (words.text.size > 0) {
        append_heading(
            in, (struct xml_value){foreign_words_of_name(in->arena, name.text), name.span}, level);
        append_text_block(in, NULL, BLOCK_PARAGRAPH, words);
    }
    append_attributes(in, NULL, node, NULL);
}

/* The words of an element under a name that is not its own. */
static void read_named(struct foreign *in, const struct xml_node *node, struct xml_value name,
                       unsigned level)
{
    if (!xml_has_elements(node)) {
        append_lone(in, node, name, level);
        return;
    }
    append_heading(in, (struct xml_value){foreign_words_of_name(in->arena, name.text), name.span},
                   level);
    append_attributes(in, NULL, node, NULL);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        read_node(in, child, level + 1);
}

/* Children of one name with parts that have parts: a role each, or a department. */
static bool is_collection(const struct xml_node *node, const struct outline *outline)
{
    const struct xml_node *first = xml_next_element(node->children);
    return outline->same_name && outline->all_parts && outline->any_deep && !outline->has_words &&
           sort_of(first) == SORT_STRUCTURE;
}

/*
 * What one of them is called stands in it, mostly first: its attributes come behind that, where a
 * code is not read with what is above.
 */
static void read_member(struct foreign *in, const struct xml_node *node, unsigned level)
{
    const struct xml_node *first = xml_next_element(node->children);
    bool is_name_first = !xml_has_elements(first);
    in->open_level = level - 1;
    if (!is_name_first)
        append_attributes(in, NULL, node, NULL);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        read_node(in, child, level);
        if (child == first && is_name_first)
            append_attributes(in, NULL, node, NULL);
    }
}

static void read_collection(struct foreign *in, const struct xml_node *parent, unsigned level)
{
    const struct xml_node *node = xml_next_element(parent->children);
    for (; node != NULL; node = xml_next_element(node->next)) {
        bool has_title = sort_of(xml_next_element(node->children)) == SORT_TITLE;
        if (has_title || name_attribute(node) != NULL)
            read_structure(in, node, level);
        else
            read_member(in, node, level);
    }
}

/* Its title, or what it is called, else its own name; *said is the attribute that was taken. */
static struct xml_value heading_of(struct foreign *in, const struct xml_node *node, bool has_title,
                                   const struct xml_attribute **said)
{
    *said = has_title ? NULL : name_attribute(node);
    if (has_title)
        return xml_content(in->arena, xml_next_element(node->children));
    if (*said != NULL && xml_trim((*said)->value).size > 0)
        return (struct xml_value){xml_trim((*said)->value), (*said)->span};
    *said = NULL;
    return (struct xml_value){foreign_words_of_name(in->arena, node->name), node->span};
}

static bool is_list(const struct xml_node *node, const struct outline *outline)
{
    enum sort sort = sort_of(xml_next_element(node->children));
    return outline->same_name && !outline->any_parts && !outline->any_attributes &&
           sort != SORT_TITLE && sort != SORT_PARAGRAPH &&
           (outline->count > 1 || sort == SORT_ITEM);
}

/* One alone: <duties><duty>…</duty></duties> in <role> is a list in it, no record of duties. */
static bool is_record_alone(const struct xml_node *node)
{
    struct outline outline = outline_of(node);
    return !outline.same_name || has_telling_attributes(node);
}

static bool is_records(struct foreign *in, const struct xml_node *node,
                       const struct outline *outline)
{
    const struct xml_node *first = xml_next_element(node->children);
    struct xml_value name;
    bool has_columns = outline->all_parts || (outline->any_attributes && !outline->any_parts);
    return outline->same_name && has_columns && !outline->any_deep && !outline->has_words &&
           sort_of(first) == SORT_STRUCTURE && (outline->count > 1 || is_record_alone(first)) &&
           named_value(first, &name, in->arena) == NULL;
}

static void read_structure(struct foreign *in, const struct xml_node *node, unsigned level)
{
    struct outline outline = outline_of(node);
    const struct xml_node *title = xml_next_element(node->children);
    const struct xml_attribute *said;
    bool has_title = sort_of(title) == SORT_TITLE && outline.count > 1;
    append_heading(in, heading_of(in, node, has_title, &said), level);
    append_attributes(in, NULL, node, said);
    if (is_records(in, node, &outline))
        foreign_read_records(in, node);
    else if (is_collection(node, &outline))
        read_collection(in, node, level + 1);
    else if (is_list(node, &outline))
        read_list(in, node, NULL, 0);
    else
        for (const struct xml_node *child = node->children; child != NULL; child = child->next)
            if (!(has_title && child == title))
                read_node(in, child, level + 1);
}

/* <hiringOrganization><name>…</name></hiringOrganization>: the words are those of the whole. */
static bool holds_one_text(const struct xml_node *node, const struct outline *outline)
{
    const struct xml_node *only = xml_next_element(node->children);
    return outline->count == 1 && !outline->has_words && !has_telling_attributes(only) &&
           !xml_has_elements(only) && sort_of(only) == SORT_STRUCTURE;
}

/* In the order of what tells more. */
static void read_parts(struct foreign *in, const struct xml_node *node, unsigned level)
{
    struct outline outline = outline_of(node);
    struct xml_value name;
    const struct xml_node *value = named_value(node, &name, in->arena);
    if (value != NULL) {
        append_attributes(in, NULL, node, NULL);
        read_named(in, value, name, level);
    } else if (holds_one_text(node, &outline)) {
        read_named(in, xml_next_element(node->children), (struct xml_value){node->name, node->span},
                   level);
        append_attributes(in, NULL, node, NULL);
    } else if (outline.count > 0 && !outline.has_words)
        read_structure(in, node, level);
    else
        append_lone(in, node, (struct xml_value){node->name, node->span}, level);
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level)
{
    if (xml_is_text(node)) {
        struct text words = xml_trim(node->text);
        if (words.size > 0)
            append_text_block(in, NULL, BLOCK_PARAGRAPH, (struct xml_value){words, node->span});
        return;
    }
    struct xml_value words;
    switch (sort_of(node)) {
    case SORT_TITLE:
        append_heading(in, xml_content(in->arena, node), level);
        return;
    case SORT_LIST:
        read_list(in, node, NULL, 0);
        return;
    case SORT_TABLE:
        foreign_read_table(in, node);
        return;
    case SORT_CODE:
        words = xml_content(in->arena, node);
        block_append(in->document, NULL, BLOCK_CODE, words.span)->code = words.text;
        return;
    case SORT_PARAGRAPH:
    case SORT_ITEM:
        append_text_block(in, NULL, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        return;
    case SORT_STRUCTURE:
        read_parts(in, node, level);
        return;
    }
}

/* The root of a collection says what kind of file it is, not what is in it. */
static void read_root(struct foreign *in, const struct xml_node *root)
{
    struct outline outline = outline_of(root);
    if (is_collection(root, &outline) && sort_of(root) == SORT_STRUCTURE &&
        name_attribute(root) == NULL) {
        append_attributes(in, NULL, root, NULL);
        read_collection(in, root, 1);
    } else
        read_node(in, root, 1);
}

enum status xml_foreign_document(struct input *input, const struct xml_node *root,
                                 struct document **document)
{
    struct foreign in = {.arena = input->arena,
                         .document = document_new(input->arena, input->source)};
    in.document->diags = input->diags;
    in.document->language = xml_own_attribute(root, "lang");
    read_root(&in, root);
    *document = in.document;
    return in.status;
}
