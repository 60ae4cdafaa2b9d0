/* JSON as a tree of named elements whose every node knows its place. */
#include "converters/json/parts.h"
#include "converters/xml/foreign.h"
#include <string.h>

struct scan {
    struct arena *arena;
    const struct source *source;
    struct text text;
    size_t at;
    unsigned depth;
};

static void scan_value(struct scan *s, struct xml_node *parent, struct text name);

static char peek(struct scan *s)
{
    while (s->at < s->text.size && strchr(" \t\r\n", s->text.data[s->at]) != NULL)
        s->at++;
    return s->at < s->text.size ? s->text.data[s->at] : '\0';
}

static struct span span_of(const struct scan *s, size_t begin, size_t end)
{
    return (struct span){.source = s->source, .begin = (uint32_t)begin, .end = (uint32_t)end};
}

static struct xml_node *append(struct scan *s, struct xml_node *parent, struct text name)
{
    struct xml_node *node = xml_append(s->arena, parent);
    node->name = name.size == 0 ? TEXT("value") : name;
    node->span = span_of(s, s->at, s->at);
    return node;
}

static void append_words(struct scan *s, struct xml_node *parent, struct text words,
                         struct span span)
{
    struct xml_node *node = xml_append(s->arena, parent);
    node->text = words;
    node->span = span;
}

/* ---- strings ---- */

static uint32_t hex(struct text t)
{
    uint32_t code = 0;
    for (size_t i = 0; i < 4 && i < t.size; i++) {
        char c = t.data[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        code = code << 4 | digit;
    }
    return code;
}

/* Behind "\u"; what no page can hold is U+FFFD. */
static size_t append_unicode(struct text_buffer *words, struct text t)
{
    uint32_t code = hex(t), low = t.size >= 10 ? hex(text_from(t, 6)) : 0;
    bool is_pair = code >= 0xD800 && code < 0xDC00 && low >= 0xDC00 && low < 0xE000;
    if (is_pair)
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    bool is_shown = code >= 0x20 || code == '\n' || code == '\t';
    buffer_append_code_point(words, is_shown ? code : 0xFFFD);
    return is_pair ? 10 : 4;
}

static struct text decode(struct scan *s, struct text raw)
{
    static const char marks[] = "bfnrt", meant[] = "  \n\n\t";
    struct text_buffer words = text_buffer_new(s->arena);
    for (size_t i = 0; i < raw.size; i++) {
        bool is_escape = raw.data[i] == '\\' && i + 1 < raw.size;
        const char *mark = is_escape ? strchr(marks, raw.data[++i]) : NULL;
        if (is_escape && raw.data[i] == 'u')
            i += append_unicode(&words, text_from(raw, i + 1));
        else if (mark == NULL)
            buffer_append_byte(&words, raw.data[i]);
        else if (raw.data[i] != 'r' || !text_starts_with(text_from(raw, i + 1), TEXT("\\n")))
            buffer_append_byte(&words, meant[mark - marks]);
    }
    return buffer_text(&words);
}

/* "&lt;p&gt;": HTML that was escaped once more than it had to be. */
static struct text unescape(struct scan *s, struct text t)
{
    static const struct {
        const char *name;
        char meant;
    } marks[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}, {"&#39;", '\''}};
    if (text_find(t, TEXT("&lt;"), 0) == TEXT_NOT_FOUND ||
        text_find(t, TEXT("<"), 0) != TEXT_NOT_FOUND)
        return t;
    struct text_buffer words = text_buffer_new(s->arena);
    for (size_t at = 0; at < t.size;) {
        size_t i = 0, count = sizeof marks / sizeof *marks;
        while (i < count && !text_starts_with(text_from(t, at), text_from_string(marks[i].name)))
            i++;
        buffer_append_byte(&words, i < count ? marks[i].meant : t.data[at]);
        at += i < count ? strlen(marks[i].name) : 1;
    }
    return buffer_text(&words);
}

/* From its quotation mark to behind the other one. */
static struct xml_value scan_string(struct scan *s)
{
    size_t begin = ++s->at;
    bool is_plain = true;
    for (; s->at < s->text.size && s->text.data[s->at] != '"'; s->at++)
        if (s->text.data[s->at] == '\\') {
            is_plain = false;
            s->at++;
        }
    size_t end = s->at < s->text.size ? s->at++ : s->text.size;
    struct text raw = text_slice(s->text, begin, end);
    return (struct xml_value){unescape(s, is_plain ? raw : decode(s, raw)), span_of(s, begin, end)};
}

/* ---- objects ---- */

static bool is_id(const struct xml_node *part)
{
    static const char *const ids[] = {"id",    "_id",       "uuid",      "slug",
                                      "order", "child_ids", "parent_id", NULL};
    return text_is_one_of(part->name, ids);
}

/* All that the object says are words under these keys. */
static bool holds_only(const struct xml_node *object, const char *const *keys)
{
    size_t count = 0;
    for (const struct xml_node *part = object->children; part != NULL; part = part->next) {
        if (is_id(part) || part->children == NULL)
            continue;
        if (xml_has_elements(part) || !text_is_one_of(part->name, keys))
            return false;
        count++;
    }
    return count > 1;
}

/*
 * {"city": "Pune", "state": "Maharashtra"} is one line, as on a letter, and {"min": 20, "max": 25,
 * "currency": "EUR"} an amount.
 */
static void join_parts(struct scan *s, struct xml_node *object)
{
    static const char *const lines[] = {"city",
                                        "town",
                                        "state",
                                        "region",
                                        "province",
                                        "country",
                                        "zip",
                                        "zipcode",
                                        "postalCode",
                                        "postal_code",
                                        "street",
                                        "streetAddress",
                                        "address",
                                        "addressLocality",
                                        "addressRegion",
                                        "addressCountry",
                                        NULL};
    static const char *const least[] = {"min", "minimum", "minValue", "from", NULL};
    static const char *const most[] = {"max", "maximum", "maxValue", "to", NULL};
    static const char *const amounts[] = {
        "min",   "minimum", "minValue", "from",     "max", "maximum",  "maxValue", "to",
        "value", "unit",    "unitText", "currency", "per", "interval", "period",   NULL};
    bool is_address = holds_only(object, lines);
    if (!is_address && !holds_only(object, amounts))
        return;
    struct text_buffer words = text_buffer_new(s->arena);
    const struct xml_node *before = NULL;
    for (const struct xml_node *part = object->children; part != NULL; part = part->next) {
        if (is_id(part) || part->children == NULL)
            continue;
        bool is_range = before != NULL && text_is_one_of(before->name, least) &&
                        text_is_one_of(part->name, most);
        if (before != NULL)
            buffer_append_string(&words, is_address ? ", " : is_range ? "–" : " ");
        buffer_append(&words, part->children->text);
        before = part;
    }
    struct span span = span_of(s, object->span.begin, s->at);
    object->children = object->last_child = NULL;
    append_words(s, object, buffer_text(&words), span);
}

/* "@type" and "$schema" speak to programs, but for the type of a whole that is a role. */
static void read_type(struct scan *s, struct xml_node *node)
{
    if (peek(s) != '"') {
        scan_value(s, &(struct xml_node){0}, TEXT("value"));
        return;
    }
    struct xml_node type = {.name = scan_string(s).text};
    if (!text_is_empty(foreign_role_label(&type)))
        node->name = type.name;
}

static void scan_object(struct scan *s, struct xml_node *node)
{
    s->at++;
    while (peek(s) == '"') {
        struct text key = scan_string(s).text;
        peek(s);
        s->at++; /* : */
        if (key.size > 0 && (key.data[0] == '@' || key.data[0] == '$'))
            read_type(s, node);
        else
            scan_value(s, node, key);
        if (peek(s) == ',')
            s->at++;
    }
    s->at++;
    join_parts(s, node);
}

/* ---- arrays ---- */

/* "jobs" → "job", "vacancies" → "vacancy" */
static struct text name_of_one(struct scan *s, struct text name)
{
    static const char *const many[] = {"series", "ss", NULL};
    struct text_buffer one = text_buffer_new(s->arena);
    if (!text_ends_with(name, TEXT("s")) || text_ends_with_one_of(name, many))
        return name;
    bool is_ies = text_ends_with(name, TEXT("ies"));
    buffer_append(&one, text_slice(name, 0, name.size - (is_ies ? 3 : 1)));
    buffer_append_string(&one, is_ies ? "y" : "");
    struct xml_node node = {.name = buffer_text(&one)}; /* <list> and <item> are forms, no names */
    return foreign_sort_of(&node) == SORT_STRUCTURE ? node.name : name;
}

/* {"id": 7, "name": "Python"}: all that it says is what it is called; NULL: it says more. */
static struct xml_node *only_words(const struct xml_node *member)
{
    static const char *const names[] = {"name", "title", "label", "value",
                                        "text", "名称",  "名稱",  NULL};
    struct xml_node *words = NULL;
    for (struct xml_node *part = member->children; part != NULL; part = part->next) {
        if (is_id(part) || part->children == NULL)
            continue;
        if (words != NULL || xml_has_elements(part) || !text_is_one_of(part->name, names))
            return NULL;
        words = part->children;
    }
    return words;
}

static void make_items(struct xml_node *list)
{
    struct xml_node *member = list->children;
    while (member != NULL && (!xml_has_elements(member) || only_words(member) != NULL))
        member = member->next;
    if (member != NULL)
        return;
    for (member = list->children; member != NULL; member = member->next) {
        struct xml_node *words = xml_has_elements(member) ? only_words(member) : member->children;
        member->name = TEXT("li");
        member->children = member->last_child = words;
        if (words != NULL)
            words->parent = member;
    }
}

/* An object alone is what the key names; a flat one is a row of a table that has one. */
static void lift_only(struct xml_node *list)
{
    struct xml_node *only = list->children;
    if (only == NULL || only->next != NULL || text_is(only->name, "li") ||
        (!foreign_has_deep_parts(only) && text_is_empty(foreign_role_label(only))))
        return;
    if (!text_is_empty(foreign_role_label(only)))
        list->name = only->name;
    list->children = only->children;
    list->last_child = only->last_child;
    for (struct xml_node *child = list->children; child != NULL; child = child->next)
        child->parent = list;
}

static void scan_array(struct scan *s, struct xml_node *node)
{
    struct text one = name_of_one(s, node->name);
    s->at++;
    for (char c; (c = peek(s)) != ']' && c != '\0';) {
        scan_value(s, node, c == '{' ? one : TEXT("li"));
        if (peek(s) == ',')
            s->at++;
    }
    s->at++;
    make_items(node);
    lift_only(node);
}

/* ---- values ---- */

/* As it is written, to behind its end: what is nested past all reason. */
static void skip_nested(struct scan *s)
{
    unsigned open = 0;
    do {
        char c = peek(s);
        if (c == '"')
            scan_string(s);
        else
            s->at++;
        open += c == '{' || c == '[';
        open -= c == '}' || c == ']';
    } while (open > 0 && s->at < s->text.size);
}

static void scan_plain(struct scan *s, struct xml_node *parent, struct text name)
{
    size_t begin = s->at;
    bool is_nested = strchr("{[", s->text.data[begin]) != NULL;
    struct xml_node *node;
    if (is_nested)
        skip_nested(s);
    while (!is_nested && s->at < s->text.size && strchr(",]} \t\r\n", s->text.data[s->at]) == NULL)
        s->at++;
    struct text words = text_slice(s->text, begin, s->at);
    if (words.size == 0 || text_is(words, "null"))
        return;
    node = append(s, parent, name);
    append_words(s, node, words, span_of(s, begin, s->at));
}

static void scan_value(struct scan *s, struct xml_node *parent, struct text name)
{
    char c = peek(s);
    if (c == '\0')
        return;
    if (c != '"' && (s->depth >= LIMIT_DEPTH || (c != '{' && c != '['))) {
        scan_plain(s, parent, name);
        return;
    }
    struct xml_node *node = append(s, parent, name);
    s->depth++;
    if (c == '"') {
        struct xml_value words = scan_string(s);
        if (words.text.size > 0)
            append_words(s, node, words.text, words.span);
    } else if (c == '{')
        scan_object(s, node);
    else
        scan_array(s, node);
    s->depth--;
    node->span.end = node->end = (uint32_t)s->at;
}

void json_append_tree(struct input *input, struct xml_node *parent, struct text name, size_t begin,
                      size_t end)
{
    struct scan s = {.arena = input->arena,
                     .source = input->source,
                     .text = text_slice(input->source->text, 0, end),
                     .at = begin};
    scan_value(&s, parent, name);
}
