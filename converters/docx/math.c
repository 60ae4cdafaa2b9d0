/*
 * Formulas on one line: (actual)/(planned)×100%.
 *
 * OMML nests boxes (ECMA-376 part 1, 22.1); each becomes its characters with the signs that a line
 * of text needs in between. What is put into a fraction, root, index or power is bracketed when it
 * is more than one word.
 */
#include "converters/docx/reader.h"
#include <string.h>

static void math_begin(struct docx_reader *reader)
{
    struct math *math = &reader->math;
    if (math->open++ > 0)
        return;
    paragraph_imply(reader);
    reader->paragraph->run = (struct run_format){0};
    reader->paragraph->character = NULL;
    reader->paragraph->has_look = false;
    if (math->out.arena == NULL)
        math->out = text_buffer_new(reader->scratch);
    math->out.size = 0;
    math->depth = 0;
}

static void math_end(struct docx_reader *reader)
{
    struct math *math = &reader->math;
    if (math->open == 0 || --math->open > 0)
        return;
    text_add(reader, buffer_text(&math->out));
}

static void insert(struct math *math, size_t at, struct text text)
{
    buffer_reserve(&math->out, text.size);
    memmove(math->out.data + at + text.size, math->out.data + at, math->out.size - at);
    memcpy(math->out.data + at, text.data, text.size);
    math->out.size += text.size;
}

static bool needs_brackets(struct text text)
{
    if (text.size > 200)
        return true;
    static const char *const signs[] = {" ", "+", "-", "−", "×", "÷", "*", "/", "=", "·", ","};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_find(text, text_from_string(signs[i]), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

static void bracket(struct math *math, size_t begin)
{
    if (!needs_brackets(text_from(buffer_text(&math->out), begin)))
        return;
    insert(math, begin, TEXT("("));
    buffer_append_byte(&math->out, ')');
}

static struct math_frame *enclosing(struct math *math)
{
    return math->depth == 0 ? NULL : &math->frames[math->depth - 1];
}

/* Signs that stand in front of a part: the bracket of m:d, the sum sign of m:nary, a root. */
static void begin_part(struct math *math, enum name part)
{
    struct math_frame *frame = enclosing(math);
    if (frame == NULL)
        return;
    if (frame->name == NAME_M_D && part == NAME_M_E)
        buffer_append_code_point(&math->out, frame->has_begun ? '|' : frame->open);
    else if (frame->name == NAME_M_NARY && !frame->has_begun)
        buffer_append_code_point(&math->out, frame->open);
    else if (frame->name == NAME_M_RAD && part == NAME_M_E)
        buffer_append_string(&math->out, "√");
    else
        return;
    frame->has_begun = true;
}

static void end_part(struct math *math, const struct math_frame *part)
{
    size_t begin = part->begin;
    const struct math_frame *frame = enclosing(math);
    bool is_index = part->name == NAME_M_SUB || part->name == NAME_M_SUP;
    bool is_in_root = frame != NULL && frame->name == NAME_M_RAD && part->name == NAME_M_E;
    if (part->name == NAME_M_NUM || part->name == NAME_M_DEN || is_index || is_in_root)
        bracket(math, begin);
    if (part->name == NAME_M_NUM)
        buffer_append_byte(&math->out, '/');
    if (is_index && math->out.size > begin)
        insert(math, begin, part->name == NAME_M_SUB ? TEXT("_") : TEXT("^"));
}

static bool is_part(enum name name)
{
    return name == NAME_M_NUM || name == NAME_M_DEN || name == NAME_M_SUB || name == NAME_M_SUP ||
           name == NAME_M_E || name == NAME_M_DEG;
}

static bool is_box(enum name name)
{
    return name == NAME_M_D || name == NAME_M_NARY || name == NAME_M_RAD || name == NAME_M_F;
}

static uint32_t first_character(struct text text)
{
    size_t at = 0;
    return text.size == 0 ? 0 : text_next(text, &at);
}

void math_start_element(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct math *math = &reader->math;
    if (name == NAME_M_O_MATH)
        math_begin(reader);
    else if (name == NAME_M_T) {
        text_begin(reader, sax);
        reader->trims_begin = false;
        reader->preserves_text = true;
    }
    if (math->open == 0)
        return;
    if (is_part(name))
        begin_part(math, name);
    if (is_part(name) || is_box(name)) {
        math->frames[math->depth++] = (struct math_frame){
            .name = name,
            .begin = math->out.size,
            .open = name == NAME_M_NARY ? 0x222B : '(', /* ∫ unless m:chr says otherwise */
            .close = ')'};
        return;
    }
    struct math_frame *frame = enclosing(math);
    uint32_t c = frame == NULL ? 0 : first_character(sax_attribute(sax, NAME_M_VAL));
    if (c == 0)
        return;
    if ((name == NAME_M_CHR && frame->name == NAME_M_NARY) || name == NAME_M_BEG_CHR)
        frame->open = c;
    else if (name == NAME_M_END_CHR)
        frame->close = c;
}

void math_end_element(struct docx_reader *reader, enum name name)
{
    struct math *math = &reader->math;
    if (name == NAME_M_T)
        text_end(reader);
    else if (name == NAME_M_O_MATH)
        math_end(reader);
    else if (math->open > 0 && math->depth > 0 && (is_part(name) || is_box(name))) {
        struct math_frame frame = math->frames[--math->depth];
        if (frame.name == NAME_M_D && frame.has_begun)
            buffer_append_code_point(&math->out, frame.close);
        else if (is_part(name))
            end_part(math, &frame);
    }
}
