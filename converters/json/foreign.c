/*
 * JSON of any vocabulary, as programs keep job postings and the roles of a team, becomes a document
 * by way of the tree that XML has (converters/xml/foreign.c): keys are headings and labels there.
 */
#include "converters/xml/foreign.h"
#include "converters/json/names.h"
#include "converters/json/parts.h"
#include "core/model/signs.h"
#include <string.h>

#define WHOLE "record" /* a value that no key names */
#define HEADING_BYTES 120
#define JUDGED_ROLES 20 /* of an array: enough to know by whose keys they are written */

/* ---- whose keys ---- */

struct keys {
    size_t own, others;
};

/* Keys that anybody's records have say nothing. */
static void count_keys(struct keys *keys, const json_t *object)
{
    static const char *const anybodys[] = {"id",       "title",   "department", "location",
                                           KEY_SOURCE, KEY_OTHER, KEY_LANGUAGE, NULL};
    const char *key;
    json_t *part;
    json_object_foreach((json_t *)object, key, part)
    {
        struct text name = text_from_string(key);
        if (element_by_name(name) == ELEMENT_COUNT && strcmp(key, KEY_AS_WRITTEN) != 0)
            keys->others += !text_is_one_of(name, anybodys);
        else
            keys->own += !text_is_one_of(name, anybodys);
    }
}

bool json_is_foreign(const json_t *value)
{
    struct keys keys = {0};
    const json_t *roles = json_object_get(value, KEY_ROLES);
    const json_t *list = roles != NULL ? roles : value;
    if (json_object_get(value, KEY_VERSION) != NULL)
        return false;
    if (!json_is_array(list))
        count_keys(&keys, value);
    for (size_t i = 0; json_is_array(list) && i < json_array_size(list) && i < JUDGED_ROLES; i++)
        count_keys(&keys, json_array_get(list, i));
    return keys.others > keys.own;
}

/* ---- roles among objects ---- */

/* "jobTitle", "job_title" → "jobtitle" */
static struct text plain_key(struct arena *arena, struct text key)
{
    struct text_buffer plain = text_buffer_new(arena);
    for (size_t i = 0; i < key.size; i++) {
        char c = key.data[i];
        if (strchr("_- .", c) == NULL)
            buffer_append_byte(&plain, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    return buffer_text(&plain);
}

/* The keys of a sign; none, where the reader knows no words. */
static struct text_list keys_of(const struct input *input, enum sign sign)
{
    return input->vocabulary == NULL ? text_list_of(NULL, 0)
                                     : vocabulary_signs(input->vocabulary, sign);
}

static bool is_words(const struct xml_node *node)
{
    return node->children != NULL && !xml_has_elements(node);
}

/* What an object is called by; of_job: by a key that says that it is a job. */
static struct xml_node *what_calls(const struct input *input, const struct xml_node *object,
                                   bool of_job)
{
    struct text_list callers = keys_of(input, of_job ? SIGN_JOB_KEY : SIGN_CALLING_KEY);
    for (size_t i = 0; i < callers.count; i++)
        for (struct xml_node *part = object->children; part != NULL; part = part->next)
            if (is_words(part) && text_equal(plain_key(input->arena, part->name), callers.texts[i]))
                return part;
    return NULL;
}

/* One of its keys, or of those of a part without a name, says what its holder does or must be. */
static bool tells_of_role(const struct input *input, const struct xml_node *object)
{
    bool has_needs = false, is_posting = false;
    for (const struct xml_node *part = object->children; part != NULL; part = part->next) {
        struct text key = plain_key(input->arena, part->name);
        has_needs |= text_holds_any(key, keys_of(input, SIGN_NEED_KEY));
        is_posting |= text_holds_any(key, keys_of(input, SIGN_POSTING_KEY));
        bool is_nameless = xml_has_elements(part) && what_calls(input, part, true) == NULL &&
                           what_calls(input, part, false) == NULL;
        if (text_holds_any(key, keys_of(input, SIGN_HOLDER_KEY)) ||
            (is_nameless && tells_of_role(input, part)))
            return true;
    }
    return has_needs && (is_posting || what_calls(input, object, true) != NULL);
}

/* What it is called comes first, as its title. */
static void call(struct xml_node *object, struct xml_node *title)
{
    struct xml_node **at = &object->children, *last = NULL;
    for (struct xml_node *part = object->children; part != NULL; part = part->next)
        last = part == title ? last : part;
    while (*at != NULL && *at != title)
        at = &(*at)->next;
    if (*at == NULL)
        return; /* of another object */
    *at = title->next;
    title->next = object->children;
    title->name = TEXT("title");
    object->children = title;
    object->last_child = last == NULL ? title : last;
}

static void take_children(struct xml_node *node, const struct xml_node *from)
{
    node->children = from->children;
    node->last_child = from->last_child;
    for (struct xml_node *child = node->children; child != NULL; child = child->next)
        child->parent = node;
}

/* {"description": {"responsibilities": …}}: the inner key says what the words are. */
static void name_by_only(const struct input *input, struct xml_node *part)
{
    const struct xml_node *only = part->children;
    if (!xml_has_elements(part) || only->next != NULL || text_is(only->name, "li") ||
        !text_is_any(part->name, keys_of(input, SIGN_HOLDING_KEY)))
        return;
    part->name = only->name;
    part->span = only->span;
    take_children(part, only);
}

/* {"heading": "Duties", "items": […]}: a section; what stands in it, or NULL. */
static const struct xml_node *section_content(const struct input *input,
                                              const struct xml_node *part)
{
    const struct xml_node *first = part->children;
    const struct xml_node *content = first == NULL ? NULL : first->next;
    bool is_section = content != NULL && content->next == NULL && is_words(first) &&
                      text_is_any(first->name, keys_of(input, SIGN_HEADING_KEY)) &&
                      text_is_any(content->name, keys_of(input, SIGN_CONTENT_KEY)) &&
                      first->children->text.size <= HEADING_BYTES;
    return is_section ? content : NULL;
}

static void name_by_heading(const struct input *input, struct xml_node *part)
{
    const struct xml_node *content = section_content(input, part);
    if (content == NULL)
        return;
    part->name = part->children->children->text;
    part->span = part->children->children->span;
    take_children(part, content);
}

/* {"content": "We look for …", "items": […]}: a paragraph over a list. */
static void make_flow(const struct input *input, struct xml_node *part)
{
    struct xml_node *first = part->children, *list = first == NULL ? NULL : first->next;
    if (list == NULL || list->next != NULL || !is_words(first) || !xml_has_elements(list) ||
        !text_is_any(first->name, keys_of(input, SIGN_TEXT_KEY)) ||
        !text_is_any(list->name, keys_of(input, SIGN_LIST_KEY)) ||
        !text_is(list->children->name, "li"))
        return;
    first->name = TEXT("p");
    list->name = TEXT("ul");
}

/* {"sections": [{"heading": …}, …]}: they are those of the role. */
static bool holds_sections(const struct input *input, const struct xml_node *part)
{
    const struct xml_node *child = part->children;
    while (child != NULL && section_content(input, child) != NULL)
        child = child->next;
    return part->children != NULL && child == NULL;
}

/* <duties><duty><name>…: in a table of duties the column is "duty". */
static void name_columns(const struct input *input, struct xml_node *list)
{
    for (struct xml_node *row = list->children; row != NULL; row = row->next) {
        bool is_row = xml_has_elements(row) && row->children->next != NULL &&
                      text_starts_with(list->name, text_slice(row->name, 0, row->name.size - 1)) &&
                      text_is_any(row->children->name, keys_of(input, SIGN_CALLING_KEY));
        if (is_row)
            row->children->name = row->name;
    }
}

/* Below a role the numbers of a data base's rows say nothing. */
static void settle(const struct input *input, struct xml_node *node)
{
    struct xml_node **at = &node->children, *last = NULL;
    for (struct xml_node *part; (part = *at) != NULL;) {
        if (text_is_any(part->name, keys_of(input, SIGN_ID_KEY))) {
            *at = part->next;
            continue;
        }
        settle(input, part);
        last = part;
        at = &part->next;
    }
    node->last_child = last;
    name_columns(input, node);
    name_by_only(input, node);
    name_by_heading(input, node);
    make_flow(input, node);
}

static void settle_parts(const struct input *input, struct xml_node *role)
{
    struct xml_node **at = &role->children, *part;
    for (role->last_child = NULL; (part = *at) != NULL; at = &part->next) {
        bool has_sections = holds_sections(input, part);
        settle(input, part);
        if (text_is(part->name, "content"))
            part->name = TEXT("description");
        if (has_sections) {
            part->last_child->next = part->next;
            for (struct xml_node *child = part->children; child != part->next; child = child->next)
                child->parent = role;
            *at = part->children;
            part = part->last_child;
        }
        role->last_child = part;
    }
}

static void find_roles(const struct input *input, struct xml_node *node)
{
    struct xml_node *job = what_calls(input, node, true);
    struct xml_node *title = job != NULL ? job : what_calls(input, node, false);
    bool is_named = !text_is_empty(foreign_role_label(node));
    bool has_no_key = text_is(node->name, WHOLE) && foreign_has_deep_parts(node);
    if (title != NULL && (is_named || (job != NULL && has_no_key) || tells_of_role(input, node))) {
        if (!is_named)
            node->name = TEXT("position");
        call(node, title);
        settle_parts(input, node);
        return;
    }
    if (title != NULL && has_no_key)
        call(node, title); /* its heading */
    for (struct xml_node *child = node->children; child != NULL; child = child->next)
        if (xml_has_elements(child))
            find_roles(input, child);
}

static bool holds_roles(const struct xml_node *node)
{
    bool holds = !text_is_empty(foreign_role_label(node));
    for (const struct xml_node *child = node->children; child != NULL && !holds;
         child = child->next)
        holds = holds_roles(child);
    return holds;
}

/* {"jobs": […], "departments": […]}: what stands behind the roles is none of the last one's. */
static void put_roles_last(const struct input *input, struct xml_node *whole)
{
    struct xml_node *roles = NULL, **role = &roles, **at = &whole->children;
    for (struct xml_node *part = whole->children; part != NULL; part = part->next) {
        bool holds = holds_roles(part);
        struct xml_node ***end = holds ? &role : &at;
        if (!holds)
            settle(input, part);
        **end = part;
        *end = &part->next;
    }
    *role = NULL;
    *at = roles;
    for (struct xml_node *part = whole->children; part != NULL; part = part->next)
        whole->last_child = part;
}

/* ---- files ---- */

static enum status read_tree(struct input *input, struct xml_node *root, struct document **document)
{
    struct xml_node *only = root->children;
    find_roles(input, root);
    if (only != NULL && only->next == NULL && text_is(only->name, WHOLE)) {
        only->name = TEXT("main"); /* which only holds what is in it */
        put_roles_last(input, only);
    }
    xml_expand_words(input->arena, root);
    return xml_foreign_document(input, root, document);
}

/* It only holds what stands in the file. */
static struct xml_node *new_root(struct input *input)
{
    struct xml_node *root = arena_new(input->arena, struct xml_node);
    root->name = TEXT("json");
    root->span = span_of_source(input->source);
    return root;
}

enum status json_read_document(struct input *input, struct document **document)
{
    *document = NULL;
    if (json_open(input) != STATUS_OK)
        return STATUS_INPUT;
    json_t *value = json_parse(input, input->source->text, 0);
    if (value == NULL)
        return STATUS_INPUT;
    json_decref(value);
    struct xml_node *root = new_root(input);
    json_append_tree(input, root, TEXT(WHOLE), 0, input->source->text.size);
    return read_tree(input, root, document);
}

enum status jsonl_read_document(struct input *input, struct document **document)
{
    enum status status = STATUS_OK;
    *document = NULL;
    if (json_open(input) != STATUS_OK)
        return STATUS_INPUT;
    struct xml_node *root = new_root(input);
    struct text line;
    for (size_t offset = 0, begin; json_next_line(input->source->text, &offset, &line, &begin);) {
        json_t *value = json_parse(input, line, begin);
        if (value == NULL)
            status = STATUS_INPUT;
        else
            json_append_tree(input, root, TEXT(WHOLE), begin, begin + line.size);
        json_decref(value);
    }
    enum status read = read_tree(input, root, document);
    return read == STATUS_OK ? status : read;
}
