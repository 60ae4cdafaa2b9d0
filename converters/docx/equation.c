/*
 * EQ fields: what Word drew before it had formulas, and what East Asian text still uses them for:
 * numbers in a circle, EQ \o\ac(○,1), and readings over characters,
 * EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(gǎng),岗).
 */
#include "converters/docx/reader.h"
#include "converters/docx/values.h"

/* An instruction being read; depth counts brackets. */
struct equation {
    struct text words;
    size_t at;
    struct text_buffer shown, over; /* over: readings */
    bool is_overlay;                /* \o: its arguments stand in one place */
    bool is_script;                 /* \s in it: what its brackets hold is a reading */
    size_t depth, script_depth;     /* script_depth: where the reading began; 0: none */
};

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static void skip_blanks(struct equation *eq)
{
    while (eq->at < eq->words.size && eq->words.data[eq->at] == ' ')
        eq->at++;
}

/* Behind \*: how the result is to look, in one word, perhaps in quotation marks. */
static void skip_format(struct equation *eq)
{
    skip_blanks(eq);
    bool is_quoted = eq->at < eq->words.size && eq->words.data[eq->at] == '"';
    char end = is_quoted ? '"' : ' ';
    for (eq->at += is_quoted; eq->at < eq->words.size && eq->words.data[eq->at] != end; eq->at++)
        if (!is_quoted && eq->words.data[eq->at] == '\\')
            return;
    if (eq->at < eq->words.size)
        eq->at++;
}

/* Behind \up, \do and their like: by how many points. */
static void skip_number(struct equation *eq)
{
    skip_blanks(eq);
    while (eq->at < eq->words.size && eq->words.data[eq->at] >= '0' &&
           eq->words.data[eq->at] <= '9')
        eq->at++;
}

static void take_switch(struct equation *eq)
{
    size_t begin = eq->at;
    if (begin < eq->words.size && eq->words.data[begin] == '*') {
        eq->at++;
        skip_format(eq);
        return;
    }
    while (eq->at < eq->words.size && is_letter(eq->words.data[eq->at]))
        eq->at++;
    struct text name = text_slice(eq->words, begin, eq->at);
    if (text_equal_ascii_case(name, TEXT("o")))
        eq->is_overlay = true;
    else if (text_equal_ascii_case(name, TEXT("s")))
        eq->is_script = eq->is_overlay;
    else if (name.size == 2)
        skip_number(eq);
    else if (name.size == 0 && eq->at < eq->words.size) /* a sign that would mean something */
        buffer_append_byte(&eq->shown, eq->words.data[eq->at++]);
}

static void take(struct equation *eq, char c)
{
    eq->at++;
    if (c == '\\')
        take_switch(eq);
    else if (c == '(') {
        eq->depth++;
        if (eq->is_script && eq->script_depth == 0)
            eq->script_depth = eq->depth;
        eq->is_script = false;
    } else if (c == ')') {
        if (eq->depth == eq->script_depth)
            eq->script_depth = 0;
        eq->depth -= eq->depth > 0;
    } else if (c != ',' && c != ';')
        buffer_append_byte(eq->script_depth > 0 ? &eq->over : &eq->shown, c);
}

void equation_show(struct docx_reader *reader, struct text instruction)
{
    struct equation eq = {.words = instruction,
                          .shown = text_buffer_new(reader->scratch),
                          .over = text_buffer_new(reader->scratch)};
    while (eq.at < eq.words.size)
        take(&eq, eq.words.data[eq.at]);
    struct text shown = text_trim(buffer_text(&eq.shown)), circle = TEXT("○");
    int32_t number =
        text_starts_with(shown, circle) ? value_number(text_from(shown, circle.size), -1) : -1;
    buffer_append(&reader->ruby, buffer_text(&eq.over));
    if (number >= 1 && number <= 20)
        text_add_code_point(reader, (uint32_t)(0x2460 + number - 1));
    else
        text_add(reader, shown);
}
