/* The tree of a rolebook XML file becomes the model; what the schema does not know is said. */
#include "converters/xml/parts.h"
#include "converters/xml/xml.h"
#include <stdlib.h>
#include <string.h>

static const struct message unknown_element = {
    .text = {[LANG_ZH_HANT] = "<{1}> 裡沒有 <{0}> 這個元素：內容原樣保留",
             [LANG_ZH_HANS] = "<{1}> 里没有 <{0}> 这个元素：内容原样保留",
             [LANG_EN] = "<{1}> has no element <{0}>: its words are kept as they are"}};
static const struct message repeated_element = {
    .text = {[LANG_ZH_HANT] = "<{1}> 裡的 <{0}> 出現了不只一次：請合併",
             [LANG_ZH_HANS] = "<{1}> 里的 <{0}> 出现了不只一次：请合并",
             [LANG_EN] = "<{0}> stands more than once in <{1}>: join them"}};
static const struct message unknown_attribute = {
    .text = {[LANG_ZH_HANT] = "<{1}> 沒有屬性 {0}",
             [LANG_ZH_HANS] = "<{1}> 没有属性 {0}",
             [LANG_EN] = "<{1}> has no attribute {0}"}};
static const struct message wrong_value = {
    .text = {[LANG_ZH_HANT] = "屬性 {1} 的值不能是「{0}」",
             [LANG_ZH_HANS] = "属性 {1} 的值不能是“{0}”",
             [LANG_EN] = "the attribute {1} cannot be \"{0}\""}};
static const struct message stray_text = {
    .text = {[LANG_ZH_HANT] = "<{1}> 裡不能直接寫文字：「{0}」原樣保留",
             [LANG_ZH_HANS] = "<{1}> 里不能直接写文字：“{0}”原样保留",
             [LANG_EN] = "words cannot stand directly in <{1}>: \"{0}\" is kept as it is"}};
static const struct message filled_and_absent = {
    .text = {[LANG_ZH_HANT] = "<{0}> 有內容，卻標為 {1}：以內容為準",
             [LANG_ZH_HANS] = "<{0}> 有内容，却标为 {1}：以内容为准",
             [LANG_EN] = "<{0}> has content but is marked {1}: the content counts"}};

struct reader {
    struct input *input;
    struct handbook *handbook;
    struct role *role; /* NULL: in the handbook's own part */
    bool invalid;
};

static void report(struct reader *in, const struct message *message, struct span at, struct text a,
                   struct text b)
{
    report_error(in->input->diags, message, at, a, b);
    in->invalid = true;
}

static bool is_ours(const struct xml_node *node) { return text_is(node->ns, ROLEBOOK_NAMESPACE); }

static bool is_template(const struct xml_node *root)
{
    return text_is(root->ns, TEMPLATE_NAMESPACE) && xml_is_named(root, "template");
}

/* Words without a place of their own: among the role's other sections, or the handbook's pages. */
static void keep(struct reader *in, struct text heading, struct xml_value words)
{
    if (words.text.size == 0)
        return;
    struct section_text *section = in->role != NULL
                                       ? other_append(in->handbook, in->role, heading, words.span)
                                       : preface_append(in->handbook, heading, words.span);
    section->text = words.text;
}

static void keep_element(struct reader *in, const struct xml_node *node,
                         const struct xml_node *parent)
{
    report(in, &unknown_element, node->span, node->name, parent->name);
    keep(in, node->name, xml_content(in->input->arena, node));
}

static void keep_text(struct reader *in, const struct xml_node *text, const struct xml_node *parent)
{
    struct text words = xml_trim(text->text);
    if (words.size == 0)
        return;
    size_t begin = (size_t)(words.data - text->text.data);
    struct span at = span_slice(text->span, begin, begin + words.size);
    report(in, &stray_text, at, words, parent->name);
    keep(in, parent->name, (struct xml_value){words, at});
}

/* names: NULL-terminated; XML's own attributes and foreign ones are always allowed. */
static void check_attributes(struct reader *in, const struct xml_node *node,
                             const char *const *names)
{
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
        const char *const *name = names;
        while (*name != NULL && !text_is(a->name, *name))
            name++;
        if (a->ns.size == 0 && *name == NULL)
            report(in, &unknown_attribute, a->span, a->name, node->name);
    }
}

/* Words only: elements among them are named, <br/> apart, and their words are part of it. */
static struct xml_value read_words(struct reader *in, const struct xml_node *node)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            continue;
        if (!is_ours(child) || !xml_is_named(child, "br"))
            report(in, &unknown_element, child->span, child->name, node->name);
        else if (xml_has_elements(child) || xml_content(in->input->arena, child).text.size > 0)
            report(in, &stray_text, child->span, xml_content(in->input->arena, child).text,
                   child->name);
        else
            check_attributes(in, child, (const char *const[]){NULL});
    }
    return xml_content(in->input->arena, node);
}

/* ---- an element ---- */

static const char *const element_attributes[] = {"heading", "state", "reason", NULL};
static const char *const text_attributes[] = {"heading", "state", "reason", "label", NULL};
static const char *const item_attributes[] = {"label", "depth", NULL};
static const char *const no_attributes[] = {NULL};

static void read_depth(struct reader *in, const struct xml_node *node, struct record *record)
{
    const struct xml_attribute *depth = xml_attribute(node, "depth");
    if (depth == NULL)
        return;
    unsigned n = 0;
    for (size_t i = 0; i < depth->value.size; i++) {
        char c = depth->value.data[i];
        if (c < '0' || c > '9' || n > LIMIT_DEPTH || depth->value.size > 3) {
            report(in, &wrong_value, depth->span, depth->value, depth->name);
            return;
        }
        n = n * 10 + (unsigned)(c - '0');
    }
    if (depth->value.size == 0 || n > LIMIT_DEPTH)
        report(in, &wrong_value, depth->span, depth->value, depth->name);
    else
        record->depth = n;
}

static void read_item(struct reader *in, const struct xml_node *node, struct records *records)
{
    check_attributes(in, node, item_attributes);
    struct xml_value words = read_words(in, node);
    struct record *record = record_append(in->handbook, records, words.text, words.span);
    record->label = xml_attribute_text(node, "label");
    read_depth(in, node, record);
}

static void read_field(struct reader *in, const struct xml_node *node, struct records *records,
                       struct record *record, const struct xml_node *parent)
{
    enum field field = is_ours(node) ? field_by_name(records->element, node->name) : FIELD_NONE;
    if (field == FIELD_NONE) {
        keep_element(in, node, parent);
        return;
    }
    check_attributes(in, node, no_attributes);
    if (record_field(records, record, field).at.source != NULL) {
        report(in, &repeated_element, node->span, node->name, parent->name);
        keep(in, node->name, read_words(in, node));
        return;
    }
    struct xml_value words = read_words(in, node);
    record_set_field(in->handbook, records, record, field, (struct value){words.text, words.span});
}

static void read_record(struct reader *in, const struct xml_node *node, struct records *records)
{
    check_attributes(in, node, item_attributes);
    struct record *record = record_append(in->handbook, records, (struct text){0}, node->span);
    record->label = xml_attribute_text(node, "label");
    read_depth(in, node, record);
    bool has_text = false;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            keep_text(in, child, node);
        else if (!is_ours(child) || !xml_is_named(child, "text"))
            read_field(in, child, records, record, node);
        else if (has_text) {
            report(in, &repeated_element, child->span, child->name, node->name);
            keep(in, node->name, read_words(in, child));
        } else {
            check_attributes(in, child, no_attributes);
            struct xml_value words = read_words(in, child);
            record->text = words.text;
            record->at = words.span;
            has_text = true;
        }
    }
    struct value main = record_field(records, record, element_first_field(records->element));
    if (!has_text && main.text.size > 0) {
        record->text = main.text;
        record->at = main.at;
    }
}

static void read_rows(struct reader *in, const struct xml_node *node, struct records *records)
{
    bool is_records = element_row(records->element)->kind == KIND_RECORDS;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            keep_text(in, child, node);
        else if (!is_ours(child) || !xml_is_named(child, is_records ? "record" : "item"))
            keep_element(in, child, node);
        else if (is_records)
            read_record(in, child, records);
        else
            read_item(in, child, records);
    }
}

static void read_text(struct reader *in, const struct xml_node *node, struct records *records)
{
    struct xml_value words = read_words(in, node);
    if (words.text.size == 0)
        return;
    struct record *record = record_append(in->handbook, records, words.text, words.span);
    record->label = xml_attribute_text(node, "label");
}

static void read_state(struct reader *in, const struct xml_node *node, struct records *records)
{
    const struct xml_attribute *state = xml_attribute(node, "state");
    const struct xml_attribute *reason = xml_attribute(node, "reason");
    bool not_applicable = state != NULL && text_is(state->value, XML_STATE_NOT_APPLICABLE);
    if (state != NULL && !not_applicable && !text_is(state->value, XML_STATE_EMPTY))
        report(in, &wrong_value, state->span, state->value, state->name);
    else if (state != NULL && records->state == STATE_FILLED)
        report(in, &filled_and_absent, state->span, node->name, state->value);
    if (reason != NULL && !not_applicable)
        report(in, &unknown_attribute, reason->span, reason->name, node->name);
    if (records->state == STATE_FILLED)
        return;
    records->state = not_applicable ? STATE_NOT_APPLICABLE : STATE_EMPTY;
    if (reason != NULL)
        records->reason = reason->value;
}

static void read_element(struct reader *in, const struct xml_node *node, struct records *records,
                         const struct xml_node *parent)
{
    enum kind kind = element_row(records->element)->kind;
    bool is_text = kind == KIND_TEXT || kind == KIND_REF;
    bool again = records->state != STATE_ABSENT;
    if (again)
        report(in, &repeated_element, node->span, node->name, parent->name);
    if (again && is_text) {
        keep(in, node->name, read_words(in, node));
        return;
    }
    check_attributes(in, node, is_text ? text_attributes : element_attributes);
    if (!again) {
        records->heading = xml_attribute_text(node, "heading");
        records->at = node->span;
    }
    if (is_text)
        read_text(in, node, records);
    else
        read_rows(in, node, records);
    read_state(in, node, records);
}

/* ---- sections of prose ---- */

static void read_section(struct reader *in, const struct xml_node *node,
                         struct section_text *section)
{
    check_attributes(in, node, (const char *const[]){"heading", NULL});
    struct text_buffer lines = text_buffer_new(in->input->arena);
    bool first = true;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        struct text line;
        if (xml_is_text(child)) {
            line = xml_trim(child->text);
            if (line.size == 0)
                continue;
            report(in, &stray_text, child->span, line, node->name);
        } else {
            if (!is_ours(child) || !xml_is_named(child, "p"))
                report(in, &unknown_element, child->span, child->name, node->name);
            else
                check_attributes(in, child, no_attributes);
            line = read_words(in, child).text;
        }
        if (!first)
            buffer_append_byte(&lines, '\n');
        buffer_append(&lines, line);
        first = false;
    }
    section->text = buffer_text(&lines);
}

/* ---- roles and the handbook ---- */

static void read_role(struct reader *in, const struct xml_node *node)
{
    check_attributes(in, node, no_attributes);
    struct role *role = role_append(in->handbook, in->input->source, node->span);
    role->language = xml_own_attribute(node, "lang");
    in->role = role;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child)) {
            keep_text(in, child, node);
            continue;
        }
        enum element element = is_ours(child) ? element_by_name(child->name) : ELEMENT_COUNT;
        if (element != ELEMENT_COUNT)
            read_element(in, child, &role->values[element], node);
        else if (is_ours(child) && xml_is_named(child, "other"))
            read_section(in, child,
                         other_append(in->handbook, role, xml_attribute_text(child, "heading"),
                                      child->span));
        else
            keep_element(in, child, node);
    }
    in->role = NULL;
}

static void read_roles(struct reader *in, const struct xml_node *node)
{
    check_attributes(in, node, no_attributes);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            keep_text(in, child, node);
        else if (is_ours(child) && xml_is_named(child, "role"))
            read_role(in, child);
        else
            keep_element(in, child, node);
    }
}

static void read_handbook(struct reader *in, const struct xml_node *node)
{
    check_attributes(in, node, no_attributes);
    bool has_roles = false;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child)) {
            keep_text(in, child, node);
            continue;
        }
        enum element element =
            is_ours(child) ? handbook_element_by_name(child->name) : ELEMENT_COUNT;
        if (element != ELEMENT_COUNT)
            read_element(in, child, handbook_own(in->handbook, element), node);
        else if (is_ours(child) && xml_is_named(child, "preface"))
            read_section(
                in, child,
                preface_append(in->handbook, xml_attribute_text(child, "heading"), child->span));
        else if (is_ours(child) && xml_is_named(child, "roles")) {
            if (has_roles)
                report(in, &repeated_element, child->span, child->name, node->name);
            has_roles = true;
            read_roles(in, child);
        } else
            keep_element(in, child, node);
    }
}

/* An element's bytes; in front of the first element and behind the last, the file's. */
static struct span scope_of(const struct xml_comment *comment)
{
    const struct xml_node *node =
        comment->next_element != NULL ? comment->next_element : comment->parent;
    struct span scope = comment->span;
    if (node == NULL)
        return span_of_source(scope.source);
    scope.begin = node->span.begin;
    scope.end = node->end;
    return scope;
}

static void read_requests(struct reader *in, const struct xml_tree *tree)
{
    for (const struct xml_comment *c = tree->comments; c != NULL; c = c->next) {
        struct request *request = request_of_comment(in->handbook, c->text, c->span);
        if (request != NULL)
            request->scope = scope_of(c);
    }
}

enum status xml_read_model(struct input *input, struct handbook **handbook)
{
    *handbook = NULL;
    struct xml_tree tree;
    if (!xml_tree_read(input, &tree))
        return STATUS_INPUT;
    const struct xml_node *root = tree.root;
    bool is_role = xml_is_named(root, "role"), is_handbook = xml_is_named(root, "handbook");
    if (is_template(root)) { /* it lies beside the roles and says how their pages look */
        *handbook = handbook_new(input->arena);
        return STATUS_OK;
    }
    if (!is_ours(root) || (!is_role && !is_handbook))
        return STATUS_OK;
    struct reader in = {.input = input, .handbook = handbook_new(input->arena)};
    in.handbook->language = xml_own_attribute(root, "lang");
    if (is_role)
        read_role(&in, root);
    else
        read_handbook(&in, root);
    read_requests(&in, &tree);
    *handbook = in.handbook;
    if (in.invalid)
        xml_validate(input);
    return in.invalid ? STATUS_INPUT : STATUS_OK;
}
