/*
 * XML of any vocabulary as a document.
 *
 * Names that DocBook, TEI, HTML and JATS share are read as what they are. Elsewhere structure
 * speaks (foreign_shape.c puts it in order): an element's name is its heading, children of one name
 * are a list, or a table when they have plain parts of their own, and a lone text is a labelled
 * line. So <reportsTo>…</reportsTo> reaches extraction as "reports to: …", which the vocabulary
 * knows.
 */
#include "converters/xml/foreign.h"

#define BOLD_LINE_BYTES 100 /* of a line in bold that is a heading */

struct outline {
    size_t count;        /* element children */
    bool same_name;      /* all of them */
    bool any_parts;      /* at least one has elements of its own */
    bool all_parts;      /* ... all of them have */
    bool any_deep;       /* at least one of those parts has elements too */
    bool any_attributes; /* at least one has attributes beside its number */
    bool has_words;      /* text beside them */
};

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
        outline.any_deep |= foreign_has_deep_parts(child);
        outline.any_attributes |= foreign_has_attributes(child);
    }
    return outline;
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level);
/* is_whole: it is a role, or what else the file is about, and its attributes are of that. */
static void read_structure(struct foreign *in, const struct xml_node *node, unsigned level,
                           bool is_whole);

/* ---- words as HTML has them ---- */

static unsigned html_level(const struct xml_node *node)
{
    struct text name = node->name;
    bool has_level = name.size == 2 && (name.data[0] == 'h' || name.data[0] == 'H') &&
                     name.data[1] >= '1' && name.data[1] <= '6';
    return has_level ? (unsigned)(name.data[1] - '0') : 0;
}

/* <h3> stands a level below <h2>; a title of another name has no level of its own. */
static unsigned depth_of_title(const struct foreign *in, const struct xml_node *node)
{
    unsigned level = html_level(node);
    return level > in->first_level ? level - in->first_level : 0;
}

/* Paragraphs, lists and headings between them, no parts of a record. */
static bool is_flow(const struct xml_node *node)
{
    bool has_words = false;
    const struct xml_node *child = xml_next_element(node->children);
    for (; child != NULL; child = xml_next_element(child->next)) {
        enum sort sort = foreign_sort_of(child);
        if (sort == SORT_STRUCTURE || sort == SORT_ITEM ||
            (sort == SORT_TITLE && html_level(child) == 0))
            return false;
        has_words |= sort == SORT_PARAGRAPH;
    }
    return has_words;
}

/* The highest of its headings stand beside its own: they are sections of what it is a part of. */
static void read_flow(struct foreign *in, const struct xml_node *node, const struct xml_node *title,
                      unsigned level)
{
    unsigned before = in->first_level, first = 6;
    const struct xml_node *child = xml_next_element(node->children);
    for (; child != NULL; child = xml_next_element(child->next))
        if (html_level(child) > 0 && html_level(child) < first)
            first = html_level(child);
    in->first_level = first;
    in->title_level = title == NULL ? level - 1 : level;
    for (child = node->children; child != NULL; child = child->next)
        if (child != title)
            read_node(in, child, level);
    in->first_level = before;
}

/* ---- values ---- */

/* <positionTitle lang="en">: what an attribute says of a name is no part of the name. */
static bool is_name(struct text label)
{
    static const char *const ends[] = {"title", "name", "名称", "名稱", "職稱", NULL};
    return text_ends_with_one_of(label, ends);
}

/* "location name" of <name> in <location>: "name" alone is somebody's. */
static struct text label_of(struct foreign *in, const struct xml_node *node, struct text name)
{
    struct text label = foreign_words_of_name(in->arena, name);
    if (!text_is(label, "name") || node->parent == NULL)
        return label;
    struct text_buffer words = text_buffer_new(in->arena);
    buffer_append(&words, foreign_words_of_name(in->arena, node->parent->name));
    buffer_append_string(&words, " name");
    return buffer_text(&words);
}

/*
 * A lone text: a labelled line; below a section that is no part of its parent's, a section of its
 * own, or it would be read as that one's last item.
 */
static void append_lone(struct foreign *in, const struct xml_node *node, struct xml_value name,
                        unsigned level)
{
    struct xml_value words = xml_content(in->arena, node);
    struct text label = label_of(in, node, name.text);
    bool has_words = words.text.size > 0;
    bool has_line = foreign_has_attributes(node) && !(has_words && is_name(label));
    struct block *block;
    if (!has_words && !has_line)
        return;
    if (in->open_level < level)
        block = foreign_append_label(in, NULL, label, name.span);
    else {
        foreign_append_heading(in, (struct xml_value){label, name.span}, level);
        block = block_append(in->document, NULL, BLOCK_PARAGRAPH, words.span);
    }
    foreign_append_runs(in, block, words.text, words.span);
    if (has_line)
        foreign_append_attribute_runs(in, block, node, has_words);
    else
        foreign_append_attributes(in, NULL, node, NULL);
}

/* The words of an element under a name that is not its own. */
static void read_named(struct foreign *in, const struct xml_node *node, struct xml_value name,
                       unsigned level)
{
    if (!xml_has_elements(node)) {
        append_lone(in, node, name, level);
        return;
    }
    foreign_append_heading(
        in, (struct xml_value){foreign_words_of_name(in->arena, name.text), name.span}, level);
    foreign_append_attribute_lines(in, node, NULL);
    if (is_flow(node)) {
        read_flow(in, node, NULL, level);
        return;
    }
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        read_node(in, child, level + 1);
}

/* Children of one name with parts that have parts: a role each, or a department. */
static bool is_collection(const struct xml_node *node, const struct outline *outline)
{
    const struct xml_node *first = xml_next_element(node->children);
    return outline->same_name && outline->all_parts && outline->any_deep && !outline->has_words &&
           foreign_sort_of(first) == SORT_STRUCTURE;
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
        foreign_append_attributes(in, NULL, node, NULL);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        read_node(in, child, level);
        if (child == first && is_name_first)
            foreign_append_attributes(in, NULL, node, NULL);
    }
}

static void read_collection(struct foreign *in, const struct xml_node *parent, unsigned level)
{
    const struct xml_node *node = xml_next_element(parent->children);
    for (; node != NULL; node = xml_next_element(node->next)) {
        bool has_title = foreign_sort_of(xml_next_element(node->children)) == SORT_TITLE;
        if (has_title || foreign_name_attribute(node) != NULL)
            read_structure(in, node, level, true);
        else
            read_member(in, node, level);
    }
}

/* "job: Store Keeper": a role's name is marked as such, whatever it sounds like. */
static void append_title(struct foreign *in, const struct xml_node *node, struct xml_value title,
                         unsigned level, bool is_role)
{
    struct block *block = block_append(in->document, NULL, BLOCK_HEADING, title.span);
    if (is_role) {
        run_append(in->document, block, RUN_TEXT, foreign_role_label(node), node->span);
        run_append(in->document, block, RUN_TEXT, TEXT(": "), node->span);
    }
    foreign_append_runs(in, block, title.text, title.span);
    block->level = level < 6 ? level : 6;
    in->open_level = in->title_level = level;
}

/* ---- structure ---- */

/* Its title, or what it is called, else its own name; *said is the attribute that was taken. */
static struct xml_value heading_of(struct foreign *in, const struct xml_node *node, bool has_title,
                                   const struct xml_attribute **said)
{
    *said = has_title ? NULL : foreign_name_attribute(node);
    if (has_title)
        return xml_content(in->arena, xml_next_element(node->children));
    if (*said != NULL && xml_trim((*said)->value).size > 0)
        return (struct xml_value){xml_trim((*said)->value), (*said)->span};
    *said = NULL;
    return (struct xml_value){foreign_words_of_name(in->arena, node->name), node->span};
}

static bool is_list(const struct xml_node *node, const struct outline *outline)
{
    enum sort sort = foreign_sort_of(xml_next_element(node->children));
    return outline->same_name && !outline->any_parts && !outline->any_attributes &&
           sort != SORT_TITLE && sort != SORT_PARAGRAPH &&
           (outline->count > 1 || sort == SORT_ITEM);
}

/* One alone: <duties><duty>…</duty></duties> in <role> is a list in it, no record of duties. */
static bool is_record_alone(const struct xml_node *node)
{
    struct outline outline = outline_of(node);
    return !outline.same_name || foreign_has_attributes(node);
}

static bool is_records(struct foreign *in, const struct xml_node *node,
                       const struct outline *outline)
{
    const struct xml_node *first = xml_next_element(node->children);
    struct xml_value name;
    bool has_columns = outline->all_parts || (outline->any_attributes && !outline->any_parts);
    return outline->same_name && has_columns && !outline->any_deep && !outline->has_words &&
           foreign_sort_of(first) == SORT_STRUCTURE &&
           (outline->count > 1 || is_record_alone(first)) &&
           foreign_named_value(first, &name, in->arena) == NULL;
}

/* What stands below its heading, in the order of what tells more. */
static void read_below(struct foreign *in, const struct xml_node *node,
                       const struct xml_node *title, unsigned level)
{
    struct outline outline = outline_of(node);
    if (is_records(in, node, &outline))
        foreign_read_records(in, node);
    else if (is_collection(node, &outline))
        read_collection(in, node, level + 1);
    else if (is_list(node, &outline))
        foreign_read_list(in, node, NULL, 0);
    else if (is_flow(node))
        read_flow(in, node, title, level);
    else
        for (const struct xml_node *child = node->children; child != NULL; child = child->next)
            if (child != title)
                read_node(in, child, level + 1);
}

static void read_structure(struct foreign *in, const struct xml_node *node, unsigned level,
                           bool is_whole)
{
    const struct xml_node *title = xml_next_element(node->children);
    const struct xml_attribute *said;
    if (foreign_sort_of(title) != SORT_TITLE || xml_next_element(title->next) == NULL)
        title = NULL;
    struct xml_value heading = heading_of(in, node, title != NULL, &said);
    bool is_named = title != NULL || said != NULL, was_in_role = in->in_role;
    bool is_role = !was_in_role && is_named && !text_is_empty(foreign_role_label(node));
    append_title(in, node, heading, level, is_role);
    if (is_whole || is_role)
        foreign_append_attributes(in, NULL, node, said);
    else
        foreign_append_attribute_lines(in, node, said);
    in->in_role |= is_role;
    if (is_role)
        in->role_title = heading.text;
    read_below(in, node, title, level);
    in->in_role = was_in_role;
}

/* <hiringOrganization><name>…</name></hiringOrganization>: the words are those of the whole. */
static bool holds_one_text(const struct xml_node *node, const struct outline *outline)
{
    const struct xml_node *only = xml_next_element(node->children);
    return outline->count == 1 && !outline->has_words && !foreign_has_attributes(only) &&
           !xml_has_elements(only) && foreign_sort_of(only) == SORT_STRUCTURE;
}

/* In the order of what tells more. */
static void read_parts(struct foreign *in, const struct xml_node *node, unsigned level)
{
    struct outline outline = outline_of(node);
    struct xml_value name;
    const struct xml_node *value = foreign_named_value(node, &name, in->arena);
    if (value != NULL) {
        read_named(in, value, name, level);
        foreign_append_attribute_lines(in, node, NULL);
    } else if (holds_one_text(node, &outline)) {
        read_named(in, xml_next_element(node->children), (struct xml_value){node->name, node->span},
                   level);
        foreign_append_attribute_lines(in, node, NULL);
    } else if (outline.count > 0 && !outline.has_words)
        read_structure(in, node, level, level == 1);
    else
        append_lone(in, node, (struct xml_value){node->name, node->span}, level);
}

/* All its words are bold, and they end no sentence: <p><b>Duties</b></p>. */
static bool is_bold_line(const struct xml_node *node, struct text words)
{
    static const char *const stops[] = {".", "!", ";", ",", "。", "！", "；", "，", NULL};
    static const char *const bold[] = {"b", "strong", NULL};
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        if (xml_is_text(child) ? xml_trim(child->text).size > 0
                               : !text_is_one_of(child->name, bold))
            return false;
    return words.size > 0 && words.size <= BOLD_LINE_BYTES &&
           text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           !text_ends_with_one_of(words, stops);
}

static void read_paragraph(struct foreign *in, const struct xml_node *node, unsigned level)
{
    struct xml_value words = xml_content(in->arena, node);
    bool is_title_again = text_equal_ascii_case(words.text, in->role_title);
    if (is_bold_line(node, words.text) && !is_title_again)
        foreign_append_heading(in, words, in->title_level < level ? level : in->title_level + 1);
    else
        foreign_append_block(in, NULL, BLOCK_PARAGRAPH, words);
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level)
{
    if (xml_is_text(node)) {
        struct text words = xml_trim(node->text);
        if (words.size > 0)
            foreign_append_block(in, NULL, BLOCK_PARAGRAPH, (struct xml_value){words, node->span});
        return;
    }
    struct xml_value words;
    switch (foreign_sort_of(node)) {
    case SORT_TITLE:
        in->title_level = level + depth_of_title(in, node);
        foreign_append_heading(in, xml_content(in->arena, node), in->title_level);
        return;
    case SORT_LIST:
        foreign_read_list(in, node, NULL, 0);
        return;
    case SORT_TABLE:
        foreign_read_table(in, node);
        return;
    case SORT_CODE:
        words = xml_content(in->arena, node);
        block_append(in->document, NULL, BLOCK_CODE, words.span)->code = words.text;
        return;
    case SORT_TERMS:
        foreign_read_terms(in, node);
        return;
    case SORT_WRAPPER:
        for (const struct xml_node *child = node->children; child != NULL; child = child->next)
            read_node(in, child, level);
        return;
    case SORT_PARAGRAPH:
        read_paragraph(in, node, level);
        return;
    case SORT_ITEM:
        foreign_append_block(in, NULL, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        return;
    case SORT_STRUCTURE:
        read_parts(in, node, level);
        return;
    }
}

/* The root of a collection says what kind of file it is, not what is in it. */
static void read_root(struct foreign *in, struct xml_node *root)
{
    struct outline outline = outline_of(root);
    bool are_rows = outline.same_name && outline.all_parts && !outline.any_deep &&
                    !outline.has_words && outline.count > 1;
    if (are_rows && foreign_name_attribute(root) == NULL) { /* <export system="…"> over them */
        foreign_append_attributes(in, NULL, root, NULL);
        root->attributes = root->last_attribute = NULL;
    }
    if (is_collection(root, &outline) && foreign_sort_of(root) == SORT_STRUCTURE &&
        foreign_name_attribute(root) == NULL) {
        foreign_append_attributes(in, NULL, root, NULL);
        read_collection(in, root, 1);
    } else
        read_node(in, root, 1);
}

enum status xml_foreign_document(struct input *input, struct xml_node *root,
                                 struct document **document)
{
    struct foreign in = {.arena = input->arena,
                         .document = document_new(input->arena, input->source),
                         .first_level = 1};
    in.document->diags = input->diags;
    in.document->language = xml_own_attribute(root, "lang");
    foreign_map(input, root);
    foreign_shape(input->arena, root);
    read_root(&in, root);
    *document = in.document;
    return in.status;
}
