/* The model as canonical XML. */
#include "converters/xml/parts.h"
#include "converters/xml/xml.h"

static const struct message not_allowed_in_xml = {
    .text = {[LANG_ZH_HANT] = "文字中有 XML 不容許的控制字元：已改成 U+FFFD",
             [LANG_ZH_HANS] = "文字中有 XML 不允许的控制字符：已改成 U+FFFD",
             [LANG_EN] = "a text holds control characters that XML does not allow: written as "
                         "U+FFFD"}};

struct writer {
    struct text_buffer *out;
    struct diagnostics *diags;
    bool replaced; /* said once that characters were */
};

static void report_replaced(struct writer *w)
{
    if (!w->replaced)
        report_warning(w->diags, &not_allowed_in_xml, (struct span){0}, (struct text){0},
                       (struct text){0});
    w->replaced = true;
}

/* How the character is written, NULL: as it is. Blanks in attributes would be normalised. */
static const char *escape_of(uint32_t c, bool in_attribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return in_attribute ? "&quot;" : NULL;
    case '\t':
        return in_attribute ? "&#9;" : NULL;
    case '\n':
        return in_attribute ? "&#10;" : "<br/>";
    default:
        return NULL;
    }
}

static void append_escaped(struct writer *w, struct text text, bool in_attribute)
{
    size_t plain = 0; /* from here on nothing was to be escaped */
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        uint32_t c = text_next(text, &at);
        const char *escape = escape_of(c, in_attribute);
        if (escape == NULL && is_xml_character(c))
            continue;
        buffer_append(w->out, text_slice(text, plain, begin));
        buffer_append_string(w->out, escape == NULL ? "\xEF\xBF\xBD" : escape);
        if (escape == NULL)
            report_replaced(w);
        plain = at;
    }
    buffer_append(w->out, text_from(text, plain));
}

static void append_attribute(struct writer *w, const char *name, struct text value)
{
    buffer_append_format(w->out, " %s=\"", name);
    append_escaped(w, value, true);
    buffer_append_byte(w->out, '"');
}

static void append_optional(struct writer *w, const char *name, struct text value)
{
    if (value.size > 0)
        append_attribute(w, name, value);
}

/* Blanks that reading would take for layout. */
static bool needs_preserve(struct text text)
{
    size_t offset = 0;
    while (offset <= text.size) {
        size_t end = text_find(text, TEXT("\n"), offset);
        struct text line = text_slice(text, offset, end);
        if (xml_trim(line).size != line.size)
            return true;
        if (end == TEXT_NOT_FOUND)
            return false;
        offset = end + 1;
    }
    return false;
}

static void indent(struct writer *w, unsigned level)
{
    for (unsigned i = 0; i < level; i++)
        buffer_append(w->out, TEXT("  "));
}

/* Behind an opened tag's name and attributes: the words and the end. */
static void append_words(struct writer *w, const char *name, struct text words)
{
    if (words.size == 0) {
        buffer_append(w->out, TEXT("/>\n"));
        return;
    }
    if (needs_preserve(words))
        buffer_append(w->out, TEXT(" xml:space=\"preserve\""));
    buffer_append_byte(w->out, '>');
    append_escaped(w, words, false);
    buffer_append_format(w->out, "</%s>\n", name);
}

static void append_leaf(struct writer *w, unsigned level, const char *name, struct text words)
{
    indent(w, level);
    buffer_append_format(w->out, "<%s", name);
    append_words(w, name, words);
}

static void open_row(struct writer *w, unsigned level, const char *name,
                     const struct record *record)
{
    indent(w, level);
    buffer_append_format(w->out, "<%s", name);
    append_optional(w, "label", record->label);
    if (record->depth > 0)
        buffer_append_format(w->out, " depth=\"%u\"", record->depth);
}

static void append_record(struct writer *w, unsigned level, const struct records *records,
                          const struct record *record)
{
    enum field first = element_first_field(records->element);
    open_row(w, level, "record", record);
    buffer_append(w->out, TEXT(">\n"));
    struct text main = record_field(records, record, first).text;
    if (main.size == 0 || !text_equal(record->text, main))
        append_leaf(w, level + 1, "text", record->text);
    for (size_t i = 0; i < element_field_count(records->element); i++) {
        enum field field = (enum field)(first + i);
        struct value value = record_field(records, record, field);
        if (value.text.size > 0)
            append_leaf(w, level + 1, field_row(field)->name, value.text);
    }
    indent(w, level);
    buffer_append(w->out, TEXT("</record>\n"));
}

/* Several texts of one element, where it should have one: their lines, one behind the other. */
static struct text joined_texts(struct writer *w, const struct records *records)
{
    if (records->count == 1)
        return records->rows[0].text;
    struct text_buffer joined = text_buffer_new(w->out->arena);
    for (size_t i = 0; i < records->count; i++) {
        if (i > 0)
            buffer_append_byte(&joined, '\n');
        buffer_append(&joined, records->rows[i].text);
    }
    return buffer_text(&joined);
}

static void append_rows(struct writer *w, unsigned level, const struct records *records)
{
    const struct element_row *row = element_row(records->element);
    buffer_append(w->out, TEXT(">\n"));
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        if (row->kind == KIND_RECORDS) {
            append_record(w, level + 1, records, record);
            continue;
        }
        open_row(w, level + 1, "item", record);
        append_words(w, "item", record->text);
    }
    indent(w, level);
    buffer_append_format(w->out, "</%s>\n", row->name);
}

static void append_element(struct writer *w, unsigned level, const struct records *records)
{
    const struct element_row *row = element_row(records->element);
    if (records->state == STATE_ABSENT)
        return;
    indent(w, level);
    buffer_append_format(w->out, "<%s", row->name);
    append_optional(w, "heading", records->heading);
    if (records->state == STATE_NOT_APPLICABLE) {
        append_attribute(w, "state", TEXT(XML_STATE_NOT_APPLICABLE));
        append_optional(w, "reason", records->reason);
        buffer_append(w->out, TEXT("/>\n"));
    } else if (records->state == STATE_EMPTY || records->count == 0) {
        append_attribute(w, "state", TEXT(XML_STATE_EMPTY));
        buffer_append(w->out, TEXT("/>\n"));
    } else if (kind_has_one_value(row->kind)) {
        append_optional(w, "label", records->rows[0].label);
        append_words(w, row->name, joined_texts(w, records));
    } else
        append_rows(w, level, records);
}

static void append_section(struct writer *w, unsigned level, const char *name,
                           const struct section_text *section)
{
    indent(w, level);
    buffer_append_format(w->out, "<%s", name);
    append_optional(w, "heading", section->heading);
    if (section->text.size == 0) {
        buffer_append(w->out, TEXT("/>\n"));
        return;
    }
    buffer_append(w->out, TEXT(">\n"));
    for (size_t offset = 0; offset <= section->text.size;) {
        size_t end = text_find(section->text, TEXT("\n"), offset);
        append_leaf(w, level + 1, "p", text_slice(section->text, offset, end));
        if (end == TEXT_NOT_FOUND)
            break;
        offset = end + 1;
    }
    indent(w, level);
    buffer_append_format(w->out, "</%s>\n", name);
}

static void open_root(struct writer *w, const char *name, struct text language)
{
    buffer_append(w->out, TEXT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    buffer_append_format(w->out, "<%s xmlns=\"" ROLEBOOK_NAMESPACE "\"", name);
    append_optional(w, "xml:lang", language);
    buffer_append(w->out, TEXT(">\n"));
}

static void append_role_content(struct writer *w, unsigned level, const struct role *role)
{
    for (size_t i = 0; i < ELEMENT_ROLE_COUNT; i++)
        append_element(w, level, &role->values[i]);
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        append_section(w, level, "other", s);
}

static void append_roles(struct writer *w, const struct handbook *handbook)
{
    if (handbook->roles == NULL)
        return;
    buffer_append(w->out, TEXT("  <roles>\n"));
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        buffer_append(w->out, TEXT("    <role"));
        append_optional(w, "xml:lang", role->language);
        buffer_append(w->out, TEXT(">\n"));
        append_role_content(w, 3, role);
        buffer_append(w->out, TEXT("    </role>\n"));
    }
    buffer_append(w->out, TEXT("  </roles>\n"));
}

/* Nothing but one role, in the file's language. */
static bool is_one_role(const struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        if (handbook_records(handbook, e)->state != STATE_ABSENT)
            return false;
    return handbook->preface == NULL && handbook->role_count == 1 &&
           (handbook->language.size == 0 ||
            text_equal(handbook->language, handbook->roles->language));
}

enum status xml_write_model(const struct handbook *handbook, struct text_buffer *out,
                            struct diagnostics *diags)
{
    struct writer w = {.out = out, .diags = diags};
    if (is_one_role(handbook)) {
        open_root(&w, "role", handbook->roles->language);
        append_role_content(&w, 1, handbook->roles);
        buffer_append(out, TEXT("</role>\n"));
        return STATUS_OK;
    }
    open_root(&w, "handbook", handbook->language);
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        append_element(&w, 1, handbook_records(handbook, e));
    for (const struct section_text *s = handbook->preface; s != NULL; s = s->next)
        append_section(&w, 1, "preface", s);
    append_roles(&w, handbook);
    buffer_append(out, TEXT("</handbook>\n"));
    return STATUS_OK;
}
