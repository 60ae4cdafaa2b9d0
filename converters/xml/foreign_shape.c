/* XML of other vocabularies is put into the order in which people write. */
#include "converters/xml/foreign.h"

#define LONG_BYTES 200 /* of a value that is prose, and no cell of a table */

static struct xml_node *next_element(struct xml_node *node)
{
    while (node != NULL && xml_is_text(node))
        node = node->next;
    return node;
}

static bool is_value(const struct xml_node *node)
{
    return !xml_has_elements(node) && foreign_sort_of(node) == SORT_STRUCTURE;
}

/* ---- what an element is called comes first ---- */

static bool is_called_by(const struct xml_node *node)
{
    static const char *const names[] = {"title",          "name",           "jobtitle",
                                        "job_title",      "job-title",      "jobname",
                                        "roletitle",      "rolename",       "positiontitle",
                                        "position_title", "position-title", "positionname",
                                        "名称",           "名稱",           "岗位名称",
                                        "崗位名稱",       "职位名称",       "職位名稱",
                                        "职务名称",       "職務名稱",       "職稱",
                                        "Job Title",      "Job title",      "Position Title",
                                        "Position title", "Title",          NULL};
    return !xml_has_elements(node) && text_is_one_of(node->name, names) && node->children != NULL;
}

static struct xml_node *what_calls(const struct xml_node *member)
{
    struct xml_node *child = member->children;
    while (child != NULL && (xml_is_text(child) || !is_called_by(child)))
        child = child->next;
    return child;
}

static void call_first(struct arena *arena, struct xml_node *member)
{
    struct xml_value name;
    struct xml_node *before = member->children, *child = what_calls(member);
    const struct xml_node *first = xml_next_element(before);
    if (child == NULL || foreign_sort_of(first) == SORT_TITLE ||
        foreign_named_value(member, &name, arena) != NULL)
        return;
    child->name = TEXT("title");
    if (before == child)
        return;
    while (before->next != child)
        before = before->next;
    before->next = child->next;
    if (member->last_child == child)
        member->last_child = before;
    child->next = member->children;
    member->children = child;
}

/* ---- addresses of pages come last ---- */

static bool is_address(const struct xml_node *node)
{
    static const char *const begins[] = {"http://", "https://", "//", "www.", NULL};
    const struct xml_node *words = node->children;
    return !xml_is_text(node) && words != NULL && words->next == NULL && xml_is_text(words) &&
           text_starts_with_one_of(xml_trim(words->text), begins) &&
           text_find(xml_trim(words->text), TEXT(" "), 0) == TEXT_NOT_FOUND;
}

static void put_addresses_last(struct xml_node *member)
{
    struct xml_node *node = member->children, **at = &member->children, *last = NULL;
    struct xml_node *addresses = NULL, **address = &addresses;
    for (; node != NULL; node = node->next) {
        struct xml_node ***end = is_address(node) ? &address : &at;
        **end = node;
        *end = &node->next;
        last = is_address(node) ? last : node;
    }
    *address = NULL;
    *at = addresses;
    member->last_child = last;
    for (node = addresses; node != NULL; node = node->next)
        member->last_child = node;
}

/* ---- prose is no cell ---- */

static bool is_long(const struct xml_node *value)
{
    size_t size = 0;
    for (const struct xml_node *words = value->children; words != NULL; words = words->next)
        size += words->text.size;
    return size > LONG_BYTES;
}

/* Its words become a paragraph in it. */
static void set_paragraph(struct arena *arena, struct xml_node *value)
{
    struct xml_node *paragraph = arena_new(arena, struct xml_node);
    *paragraph = *value;
    paragraph->name = TEXT("p");
    paragraph->attributes = paragraph->last_attribute = NULL;
    paragraph->parent = value;
    paragraph->next = NULL;
    for (struct xml_node *child = paragraph->children; child != NULL; child = child->next)
        child->parent = paragraph;
    value->children = value->last_child = paragraph;
}

static void set_long_values(struct arena *arena, struct xml_node *member)
{
    struct xml_node *part = next_element(member->children);
    for (; part != NULL; part = next_element(part->next))
        if (is_value(part) && is_long(part))
            set_paragraph(arena, part);
}

/* ---- several of one name ---- */

struct siblings {
    struct xml_node *first, *last;
    size_t count;
};

/* From first on, as far as the elements have its name and parts or none as it has. */
static struct siblings run_from(struct xml_node *first)
{
    struct siblings run = {first, first, 1};
    bool has_parts = xml_has_elements(first);
    struct xml_node *node = first->next;
    for (; node != NULL; node = node->next) {
        if (xml_is_text(node) && xml_trim(node->text).size == 0)
            continue;
        if (xml_is_text(node) || !text_equal(node->name, first->name) ||
            xml_has_elements(node) != has_parts)
            break;
        run.last = node;
        run.count++;
    }
    return run;
}

/* <duty>…</duty><duty>…</duty> among others: <duty> around both. before: in front of the first. */
static struct xml_node *join_run(struct arena *arena, struct xml_node *before, struct siblings run)
{
    struct xml_node *parent = run.first->parent, *whole = arena_new(arena, struct xml_node);
    *whole = (struct xml_node){.name = run.first->name,
                               .ns = run.first->ns,
                               .span = run.first->span,
                               .end = run.last->end,
                               .parent = parent,
                               .next = run.last->next,
                               .children = run.first,
                               .last_child = run.last};
    *(before == NULL ? &parent->children : &before->next) = whole;
    if (parent->last_child == run.last)
        parent->last_child = whole;
    run.last->next = NULL;
    for (struct xml_node *child = run.first; child != NULL; child = child->next)
        child->parent = whole;
    return whole;
}

static void shape_members(struct arena *arena, struct siblings run, bool is_top, bool is_mixed)
{
    bool is_whole = is_mixed;
    struct xml_node *end = run.last->next;
    for (struct xml_node *node = run.first; node != end; node = node->next) {
        if (xml_is_text(node))
            continue;
        if (is_top && !is_mixed)
            set_long_values(arena, node);
        is_whole |= foreign_has_deep_parts(node);
    }
    for (struct xml_node *node = run.first; is_whole && node != end; node = node->next)
        if (!xml_is_text(node)) {
            call_first(arena, node);
            put_addresses_last(node);
        }
}

static bool is_alike(const struct xml_node *node)
{
    const struct xml_node *first = xml_next_element(node->children);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        if (xml_is_text(child) ? xml_trim(child->text).size > 0
                               : !text_equal(child->name, first->name))
            return false;
    return true;
}

/* ---- names in attributes ---- */

/* <field name="Job title">: what a record calls its field. */
static const struct xml_attribute *field_name(const struct xml_node *node)
{
    static const char *const fields[] = {"field", "column", "property", "attribute", "data",
                                         "param", "entry",  "cell",     "Field",     "Column",
                                         "字段",  "栏位",   "欄位",     NULL};
    static const char *const names[] = {"name",  "label", "key",  "Name",
                                        "Label", "名称",  "名稱", NULL};
    const struct xml_attribute *a = node->attributes;
    bool is_field = text_is_one_of(node->name, fields) && a != NULL && a->next == NULL &&
                    a->value.size > 0 && !xml_has_elements(node);
    return is_field && text_is_one_of(a->name, names) ? a : NULL;
}

/* Where all that stands in a node are such fields, each is called by its attribute. */
static void name_fields(struct xml_node *node)
{
    size_t count = 0;
    for (struct xml_node *f = next_element(node->children); f != NULL; f = next_element(f->next))
        if (field_name(f) == NULL)
            return;
        else
            count++;
    for (struct xml_node *f = next_element(node->children); count > 1 && f != NULL;
         f = next_element(f->next)) {
        f->name = f->attributes->value;
        f->attributes = f->last_attribute = NULL;
    }
}

/* <Header JobTitle="…" Dept="…"/> in front of sections: each attribute an element in its place. */
static void unfold_head(struct arena *arena, struct xml_node *node)
{
    struct xml_node *head = next_element(node->children), *first = NULL, **at = &first;
    bool is_head = head != NULL && head->children == NULL && head->attributes != NULL &&
                   head->attributes->next != NULL &&
                   (node->children == head || xml_trim(node->children->text).size == 0) &&
                   next_element(head->next) != NULL;
    if (!is_head || text_equal(next_element(head->next)->name, head->name))
        return;
    for (const struct xml_attribute *a = head->attributes; a != NULL; a = a->next) {
        struct xml_node *value = arena_new(arena, struct xml_node);
        struct xml_node *words = arena_new(arena, struct xml_node);
        *words = (struct xml_node){.text = a->value, .span = a->span, .parent = value};
        *value = (struct xml_node){.name = a->name,
                                   .ns = head->ns,
                                   .span = head->span,
                                   .end = head->end,
                                   .parent = node,
                                   .children = words,
                                   .last_child = words};
        *at = value;
        at = &value->next;
    }
    *at = head->next;
    node->children = first;
}

/* is_top: what stands in it is what the file is about. */
static void shape(struct arena *arena, struct xml_node *node, bool is_top)
{
    struct xml_node *before = NULL, *child = node->children;
    name_fields(node);
    bool is_mixed = !is_alike(node), is_alone = false;
    for (size_t count = 0; child != NULL; child = child->next) {
        count += !xml_is_text(child);
        is_alone = count == 1;
    }
    for (child = next_element(node->children); child != NULL; child = next_element(child->next))
        shape(arena, child, is_top && is_alone);
    for (child = node->children; child != NULL; child = child->next) {
        struct siblings run = {child, child, 1};
        if (!xml_is_text(child))
            run = run_from(child);
        if (run.count > 1 && is_mixed && is_value(child))
            run.last = join_run(arena, before, run);
        else if (xml_has_elements(child) &&
                 (run.count > 1 || (is_top && is_alone && what_calls(child) != NULL)))
            shape_members(arena, run, is_top, is_mixed);
        before = child = run.last;
    }
}

void foreign_shape(struct arena *arena, struct xml_node *root)
{
    unfold_head(arena, root);
    shape(arena, root, true);
    call_first(arena, root);
}
