/* Fields: what stands between begin and end of one is its instruction, then its result. */
#include "converters/docx/reader.h"
#include "converters/docx/values.h"

/* ---- instructions ---- */

/* The next word of an instruction, quotation marks off; empty at its end. */
static struct text next_word(struct text instruction, size_t *at)
{
    while (*at < instruction.size && instruction.data[*at] == ' ')
        ++*at;
    size_t begin = *at;
    if (begin < instruction.size && instruction.data[begin] == '"') {
        size_t end = text_find(instruction, TEXT("\""), begin + 1);
        if (end == TEXT_NOT_FOUND)
            end = instruction.size;
        *at = end + 1;
        return text_slice(instruction, begin + 1, end);
    }
    while (*at < instruction.size && instruction.data[*at] != ' ')
        ++*at;
    return text_slice(instruction, begin, *at);
}

static void append_anchor(struct text_buffer *out, struct text anchor)
{
    buffer_append_byte(out, '#');
    buffer_append(out, anchor);
}

/* HYPERLINK "uri" \l "anchor" */
static struct text link_target(struct docx_reader *reader, struct text instruction, size_t at)
{
    struct text_buffer out = text_buffer_new(reader->arena);
    while (at < instruction.size) {
        struct text word = next_word(instruction, &at);
        if (text_is(word, "\\l"))
            append_anchor(&out, next_word(instruction, &at));
        else if (text_is(word, "\\o") || text_is(word, "\\t"))
            next_word(instruction, &at);
        else if (!text_starts_with(word, TEXT("\\")) && out.size == 0)
            buffer_append(&out, word);
    }
    return buffer_text(&out);
}

/* Numbers of pages, and in a head or foot the words of a heading that stands on the page. */
static bool is_of_pages(const struct docx_reader *reader, struct text name)
{
    static const struct text names[] = {TEXT_INIT("PAGE"), TEXT_INIT("NUMPAGES"),
                                        TEXT_INIT("SECTIONPAGES"), TEXT_INIT("SECTION")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal_ascii_case(name, names[i]))
            return true;
    return reader->in_running_text && text_equal_ascii_case(name, TEXT("STYLEREF"));
}

static void begin_result(struct docx_reader *reader, struct word_field *field)
{
    struct text instruction = buffer_text(&field->instruction);
    size_t at = 0;
    struct text name = next_word(instruction, &at);
    field->is_passed_over = is_of_pages(reader, name);
    field->is_contents = text_equal_ascii_case(name, TEXT("TOC"));
    field->is_form_text = text_equal_ascii_case(name, TEXT("FORMTEXT"));
    if (text_equal_ascii_case(name, TEXT("HYPERLINK")))
        reader->link = link_target(reader, instruction, at);
    else if (text_equal_ascii_case(name, TEXT("PAGEREF"))) {
        struct text_buffer out = text_buffer_new(reader->arena);
        append_anchor(&out, next_word(instruction, &at));
        reader->link = buffer_text(&out);
        reader->kind = RUN_PAGE_NUMBER;
    }
}

/* ---- fields that show something without a result ---- */

/* SYMBOL 252 \f "Wingdings" */
static void show_symbol(struct docx_reader *reader, struct text instruction, size_t at)
{
    struct text number = next_word(instruction, &at), font = {0};
    uint32_t c = 0;
    while (at < instruction.size)
        if (text_is(next_word(instruction, &at), "\\f"))
            font = next_word(instruction, &at);
    if (text_starts_with(number, TEXT("0x")) || text_starts_with(number, TEXT("0X")))
        for (size_t i = 2; i < number.size && i < 8; i++) {
            char digit = (char)(number.data[i] | 0x20);
            c = c * 16 + (uint32_t)(digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : digit & 15);
        }
    else
        c = (uint32_t)value_number(number, 0);
    if (c > 0)
        text_add_code_point(reader, symbol_code_point(symbol_font_find(font), c));
}

/* MACROBUTTON name prompt */
static void show_prompt(struct docx_reader *reader, struct text instruction, size_t at)
{
    next_word(instruction, &at);
    reader->placeholder_depth++;
    text_add(reader, text_trim(text_from(instruction, at)));
    reader->placeholder_depth--;
}

static void show_without_result(struct docx_reader *reader, const struct word_field *field)
{
    struct text instruction = buffer_text(&field->instruction);
    size_t at = 0;
    struct text name = next_word(instruction, &at);
    if (text_equal_ascii_case(name, TEXT("EQ")))
        equation_show(reader, text_from(instruction, at));
    else if (text_equal_ascii_case(name, TEXT("SYMBOL")))
        show_symbol(reader, instruction, at);
    else if (text_equal_ascii_case(name, TEXT("MACROBUTTON")))
        show_prompt(reader, instruction, at);
}

/* ---- begin, separate, end ---- */

static struct word_field *field_begin(struct docx_reader *reader)
{
    struct word_field *field = &reader->fields[reader->field_count++];
    if (field->instruction.arena == NULL) {
        field->instruction = text_buffer_new(reader->scratch);
        field->swallowed = text_buffer_new(reader->scratch);
    }
    field->instruction.size = field->swallowed.size = 0;
    field->is_in_result = field->is_passed_over = false;
    field->is_form_text = field->is_contents = false;
    field->link = reader->link;
    field->kind = reader->kind;
    field->form = (struct text){0};
    reader->form_is_box = false;
    reader->form_choice = -1;
    reader->form_entry = 0;
    return field;
}

void field_end(struct docx_reader *reader)
{
    if (reader->field_overflow > 0) {
        reader->field_overflow--;
        return;
    }
    if (reader->field_count == 0)
        return;
    struct word_field *field = &reader->fields[--reader->field_count];
    reader->link = field->link;
    reader->kind = field->kind;
    if (field->form.size > 0)
        text_add(reader, field->form);
    else if (!field->is_in_result)
        show_without_result(reader, field);
}

void field_char(struct docx_reader *reader, struct text type)
{
    bool is_begin = text_is(type, "begin");
    if (text_is(type, "end"))
        field_end(reader);
    else if (is_begin && reader->field_count == FIELD_DEPTH)
        reader->field_overflow++;
    else if (is_begin)
        field_begin(reader);
    else if (reader->field_count > 0 && reader->field_overflow == 0) {
        struct word_field *field = &reader->fields[reader->field_count - 1];
        if (!field->is_in_result)
            begin_result(reader, field);
        field->is_in_result = true;
    }
}

void field_simple_begin(struct docx_reader *reader, struct text instruction)
{
    if (reader->field_count == FIELD_DEPTH) {
        reader->field_overflow++;
        return;
    }
    struct word_field *field = field_begin(reader);
    buffer_append(&field->instruction, instruction);
    field->is_in_result = true;
    begin_result(reader, field);
}

bool is_in_contents(const struct docx_reader *reader)
{
    for (size_t i = 0; i < reader->field_count; i++)
        if (reader->fields[i].is_contents)
            return true;
    return reader->contents_depth > 0;
}

struct word_field *field_unshown(struct docx_reader *reader)
{
    for (size_t i = reader->field_count; i-- > 0;)
        if (!reader->fields[i].is_in_result || reader->fields[i].is_passed_over)
            return &reader->fields[i];
    return NULL;
}

void fields_settle(struct docx_reader *reader)
{
    bool any = false;
    for (size_t i = 0; i < reader->field_count; i++)
        any |= !reader->fields[i].is_in_result && reader->fields[i].swallowed.size > 0;
    for (size_t i = 0; i < reader->field_count && any; i++)
        reader->fields[i].is_in_result = true;
    for (size_t i = 0; i < reader->field_count && any; i++) {
        struct text words = buffer_text(&reader->fields[i].swallowed);
        if (reader->fields[i].is_passed_over)
            continue;
        reader->fields[i].swallowed = text_buffer_new(reader->scratch);
        text_add(reader, words);
    }
}

/* ---- form fields ---- */

static void set_form(struct docx_reader *reader, struct text shown)
{
    if (reader->field_count > 0 && reader->field_overflow == 0)
        reader->fields[reader->field_count - 1].form = shown;
}

void form_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct text value = sax_attribute(sax, NAME_W_VAL);
    switch ((int)name) { /* children of w:ffData, of all names */
    case NAME_W_CHECK_BOX:
        reader->form_is_box = true;
        set_form(reader, TEXT("☐"));
        break;
    case NAME_W_CHECKED:
    case NAME_W_DEFAULT:
        if (reader->form_is_box)
            set_form(reader, value_is_on(value) ? TEXT("☒") : TEXT("☐"));
        else if (reader->form_choice < 0) /* of a list, which names its result first */
            reader->form_choice = value_number(value, 0);
        break;
    case NAME_W_RESULT:
        reader->form_choice = value_number(value, 0);
        break;
    case NAME_W_LIST_ENTRY:
        if (reader->form_entry++ == (reader->form_choice < 0 ? 0 : reader->form_choice))
            set_form(reader, text_copy(reader->scratch, value));
        break;
    }
}
