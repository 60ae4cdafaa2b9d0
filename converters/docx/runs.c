/* Text becomes runs: what looks alike and stands together is one. */
#include "converters/docx/reader.h"
#include "core/base/script.h"
#include <string.h>

#define CHUNK ((size_t)4096)
#define EXCERPT ((size_t)400) /* bytes of left out text that a diagnostic shows */

static const struct message text_deleted = {
    {"追蹤修訂中已刪除的文字略去：「{0}」", "修订中已删除的文字略去：“{0}”",
     "text deleted in a tracked change is left out: “{0}”"}};
static const struct message text_inserted = {
    {"追蹤修訂中新插入的文字略去：「{0}」", "修订中新插入的文字略去：“{0}”",
     "text inserted in a tracked change is left out: “{0}”"}};
static const struct message text_hidden = {
    {"隱藏文字略去：「{0}」", "隐藏文字略去：“{0}”", "hidden text is left out: “{0}”"}};

static const struct message text_over = {{"注音、拼音等標在文字上方的讀音略去：「{0}」",
                                          "拼音等标在文字上方的读音略去：“{0}”",
                                          "readings set over the characters are left out: “{0}”"}};

/* ---- runs ---- */

void run_begin(struct docx_reader *reader)
{
    paragraph_imply(reader);
    struct paragraph *paragraph = reader->paragraph;
    paragraph->run = (struct run_format){0};
    paragraph->character = NULL;
    paragraph->has_look = false;
}

void run_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL)
        return;
    if (name == NAME_W_R_STYLE)
        paragraph->character =
            styles_find(reader->styles, STYLE_KIND_CHARACTER, sax_attribute(sax, NAME_W_VAL));
    else
        run_format_take(&paragraph->run, sax, name);
    paragraph->has_look = false;
}

static void find_look(struct docx_reader *reader)
{
    struct paragraph *paragraph = reader->paragraph;
    const struct run_format none = {0};
    if (paragraph->has_look)
        return;
    struct run_format format = run_format_resolve(
        reader->styles->defaults, reader->table == NULL ? none : reader->table->format,
        paragraph->style->run, paragraph->character == NULL ? none : paragraph->character->run,
        paragraph->run);
    paragraph->look.style = run_format_style(format);
    paragraph->look.size_pt10 = format.size * 5u;
    paragraph->is_hidden = format.on & RUN_HIDDEN;
    paragraph->symbol_font = (enum symbol_font_kind)format.symbol_font;
    paragraph->has_look = true;
}

/* The one is the other, but for a plural: "Qualification and training" and "Qualifications …". */
static bool are_nearly_alike(struct text one, struct text other)
{
    size_t first = text_find(one, TEXT(" "), 0);
    struct text word = first == TEXT_NOT_FOUND ? one : text_slice(one, 0, first);
    size_t shorter = one.size < other.size ? one.size : other.size;
    return one.size + other.size - 2 * shorter <= 1 && word.size <= other.size &&
           text_equal_ascii_case(word, text_slice(other, 0, word.size));
}

/*
 * A control called "Job category:" that shows "Job category": Word's own templates have their
 * labels so. Its prompt asks for nothing; it is what stands in front of the place to fill in.
 */
static bool says_own_title(const struct docx_reader *reader, struct text words)
{
    if (reader->control_count == 0 || reader->placeholder_depth == 0)
        return false;
    struct text title = text_trim(reader->controls[reader->control_count - 1].title);
    struct text name = name_without_colon(title);
    return name.size > 0 && name.size < title.size &&
           are_nearly_alike(name, name_without_colon(text_trim(words)));
}

static struct look current_look(struct docx_reader *reader)
{
    struct look look = reader->paragraph->look;
    look.kind = reader->kind;
    look.link = reader->link;
    if (reader->placeholder_depth > 0)
        look.style |= STYLE_PLACEHOLDER;
    if (reader->paragraph->shown != CHANGE_NONE)
        look.style |= reader->paragraph->shown == CHANGE_DELETED ? STYLE_STRIKE : STYLE_UNDERLINE;
    return look;
}

static bool is_alike(const struct look *a, const struct look *b)
{
    return a->kind == b->kind && a->style == b->style && a->size_pt10 == b->size_pt10 &&
           a->link.data == b->link.data && a->link.size == b->link.size;
}

void runs_flush(struct docx_reader *reader)
{
    struct text text = reader->pending;
    if (text.size == 0)
        return;
    struct block *block = paragraph_block(reader);
    struct run *run = run_append(reader->document, block, reader->pending_look.kind, text,
                                 reader->paragraph->span);
    run->style = reader->pending_look.style;
    if (reader->pending_is_controlled && is_prompt(text))
        run->style |= STYLE_PLACEHOLDER;
    run->size_pt10 = reader->pending_look.size_pt10;
    run->link = reader->pending_look.link;
    reader->chunk_used += text.size;
    reader->pending = (struct text){reader->chunk + reader->chunk_used, 0};
    reader->text_size = 0;
}

static void reserve(struct docx_reader *reader, size_t size)
{
    size_t needed = size_add(reader->pending.size, size);
    if (reader->chunk_size - reader->chunk_used >= needed)
        return;
    size_t room = needed > CHUNK / 2 ? size_mul(needed, 2) : CHUNK;
    char *chunk = arena_alloc(reader->arena, room);
    if (reader->pending.size > 0)
        memcpy(chunk, reader->pending.data, reader->pending.size);
    reader->chunk = chunk;
    reader->chunk_size = room;
    reader->chunk_used = 0;
    reader->pending.data = chunk;
}

static void put_plain(struct docx_reader *reader, struct text text)
{
    struct look look = current_look(reader);
    if (says_own_title(reader, text))
        look.style &= ~(unsigned)STYLE_PLACEHOLDER;
    if (reader->pending.size > 0 && !is_alike(&look, &reader->pending_look))
        runs_flush(reader);
    reader->pending_look = look;
    reader->pending_is_controlled = reader->control_count > 0;
    reserve(reader, text.size);
    memcpy(reader->chunk + reader->chunk_used + reader->pending.size, text.data, text.size);
    reader->pending.size += text.size;
}

/* Closes and opens the marks around changes, so that what comes next stands in the right ones. */
static void change_show(struct docx_reader *reader, enum change change)
{
    static const struct text opens[] = {
        [CHANGE_INSERTED] = TEXT_INIT("{++"), [CHANGE_DELETED] = TEXT_INIT("{--")};
    static const struct text closes[] = {
        [CHANGE_INSERTED] = TEXT_INIT("++}"), [CHANGE_DELETED] = TEXT_INIT("--}")};
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph->shown == change)
        return;
    find_look(reader);
    if (paragraph->shown != CHANGE_NONE)
        put_plain(reader, closes[paragraph->shown]);
    paragraph->shown = change;
    if (change != CHANGE_NONE)
        put_plain(reader, opens[change]);
}

void mark_show(struct docx_reader *reader)
{
    struct paragraph *paragraph = reader->paragraph;
    bool has_words = paragraph->block != NULL || reader->pending.size > 0;
    if (has_words && reader->left_out == CHANGE_NONE && paragraph->mark_change != CHANGE_NONE) {
        change_show(reader, paragraph->mark_change);
        put_plain(reader, TEXT("¶"));
    }
    change_show(reader, CHANGE_NONE);
}

static void put(struct docx_reader *reader, struct text text)
{
    change_show(reader, change_to_show(reader));
    put_plain(reader, text);
    reader->text_size += text.size;
}

/* Line ends are blanks in Word; private use characters are those of symbol fonts. */
static void put_mapped(struct docx_reader *reader, struct text text)
{
    enum symbol_font_kind font = reader->paragraph->symbol_font;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        bool is_private = c >= 0xF020 && c <= 0xF0FF;
        if (c == '\n' || c == '\r')
            c = ' ';
        else if (font != SYMBOL_FONT_NONE || is_private)
            c = symbol_code_point(font, c);
        reader->glyph.size = 0;
        buffer_append_code_point(&reader->glyph, c);
        put(reader, buffer_text(&reader->glyph));
    }
}

static bool needs_mapping(const struct docx_reader *reader, struct text text)
{
    if (reader->paragraph->symbol_font != SYMBOL_FONT_NONE)
        return true;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '\n' || c == '\r' ||
            (c == 0xEF && i + 1 < text.size && (unsigned char)text.data[i + 1] < 0x84))
            return true;
    }
    return false;
}

/* ---- text ---- */

/* Whether words do not come into the paragraph; *sink is then where they go. */
static bool find_sink(struct docx_reader *reader, struct text_buffer **sink)
{
    struct word_field *field;
    if (is_left_out(reader))
        *sink = &reader->omitted;
    else if (reader->math.open > 0)
        *sink = &reader->math.out;
    else if (reader->in_ruby_text)
        *sink = &reader->ruby;
    else if ((field = field_unshown(reader)) != NULL)
        *sink = &field->swallowed;
    else {
        paragraph_imply(reader);
        find_look(reader);
        *sink = &reader->hidden;
        return reader->paragraph->is_hidden;
    }
    return true;
}

static bool is_any_space(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/* Spaces alone in a text field of a form, Word's own are en spaces, are room for what nobody wrote.
 */
static bool is_room_in_form(const struct docx_reader *reader, struct text text)
{
    if (reader->field_count == 0 || !reader->fields[reader->field_count - 1].is_form_text)
        return false;
    for (size_t at = 0; at < text.size;)
        if (!is_any_space(text_next(text, &at)))
            return false;
    return true;
}

void text_add(struct docx_reader *reader, struct text text)
{
    if (text.size == 0)
        return;
    struct text_buffer *sink;
    if (find_sink(reader, &sink))
        buffer_append(sink, text);
    else if (is_room_in_form(reader, text))
        return;
    else if (needs_mapping(reader, text))
        put_mapped(reader, text);
    else
        put(reader, text);
}

void text_add_code_point(struct docx_reader *reader, uint32_t c)
{
    struct text_buffer out = text_buffer_new(reader->scratch);
    buffer_append_code_point(&out, c); /* a code point an element: no more than the part's own */
    text_add(reader, buffer_text(&out));
}

void text_begin(struct docx_reader *reader, struct sax *sax)
{
    struct text space = sax_attribute(sax, NAME_XML_SPACE);
    reader->in_text = true;
    reader->preserves_text = space.size > 0 ? text_is(space, "preserve") : reader->preserves_space;
    reader->trims_begin = !reader->preserves_text;
    reader->text_size = 0;
}

void text_take(struct docx_reader *reader, struct text text)
{
    while (reader->trims_begin && text.size > 0 && is_xml_space(text.data[0]))
        text = text_from(text, 1);
    if (text.size == 0)
        return;
    reader->trims_begin = false;
    text_add(reader, text);
}

void text_end(struct docx_reader *reader)
{
    reader->in_text = false;
    if (reader->preserves_text)
        return;
    while (reader->text_size > 0 && reader->pending.size > 0 &&
           is_xml_space(reader->pending.data[reader->pending.size - 1])) {
        reader->pending.size--;
        reader->text_size--;
    }
}

void break_add(struct docx_reader *reader)
{
    struct text_buffer *sink;
    if (find_sink(reader, &sink)) {
        buffer_append_byte(sink, ' ');
        return;
    }
    change_show(reader, change_to_show(reader));
    runs_flush(reader);
    run_append(reader->document, paragraph_block(reader), RUN_BREAK, (struct text){0},
               reader->paragraph->span);
}

struct run *run_add(struct docx_reader *reader, enum run_kind kind, struct text text)
{
    struct text_buffer *sink;
    if (find_sink(reader, &sink))
        return NULL;
    change_show(reader, change_to_show(reader));
    runs_flush(reader);
    return run_append(reader->document, paragraph_block(reader), kind, text,
                      reader->paragraph->span);
}

/* ---- what is left out ---- */

void report_left_out(struct docx_reader *reader, struct text words, const struct message *message,
                     struct span at)
{
    struct text text = text_trim(words), shown = text_head(text, EXCERPT);
    if (text.size == 0)
        return;
    struct text_buffer excerpt = text_buffer_new(reader->diags->arena);
    buffer_append(&excerpt, shown);
    if (shown.size < text.size)
        buffer_append_string(&excerpt, "…");
    diagnostics_add(reader->diags, (struct diagnostic){.level = LEVEL_INFO,
                                                       .code = "S401",
                                                       .name = "unread-content",
                                                       .message = message,
                                                       .args = {buffer_text(&excerpt)},
                                                       .at = at});
}

static void report_omission(struct docx_reader *reader, struct text_buffer *words,
                            const struct message *message)
{
    struct text text = buffer_text(words);
    words->size = 0;
    report_left_out(reader, text, message, reader->paragraph->span);
}

void omissions_report(struct docx_reader *reader)
{
    if (reader->omitted.size > 0)
        report_omission(reader, &reader->omitted,
                        reader->left_out == CHANGE_INSERTED ? &text_inserted : &text_deleted);
    if (reader->ruby.size > 0)
        report_omission(reader, &reader->ruby, &text_over);
    if (reader->hidden.size > 0)
        report_omission(reader, &reader->hidden, &text_hidden);
}
