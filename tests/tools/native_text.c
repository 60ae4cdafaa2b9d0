/*
 * native_text <FILE.native: the words of a document in pandoc's native form, a block a line.
 *
 * Words are the strings behind Str, Code, CodeBlock and Math; all other strings are attributes,
 * targets and formats. Strings are Haskell's: \n, \", \8217, and \& for nothing.
 */
#include "core/base/text_buffer.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define WORD 32

/* The name read last, and whether the next string that is no attribute is its words. */
struct state {
    char name[WORD];
    size_t size;
    int depth;      /* of ( and [ */
    int want_depth; /* where the words stand; -1: none are wanted */
    struct text_buffer out;
};

static void read_escape(struct state *state)
{
    int c = getchar();
    uint32_t code = 0;
    if (c == 'n' || c == 't') {
        buffer_append_byte(&state->out, ' ');
    } else if (c >= '0' && c <= '9') {
        for (; c >= '0' && c <= '9'; c = getchar())
            code = code * 10 + (uint32_t)(c - '0');
        ungetc(c, stdin);
        buffer_append_code_point(&state->out, code);
    } else if (c != '&')
        buffer_append_byte(&state->out, (char)c);
}

static void read_string(struct state *state)
{
    size_t begin = state->out.size;
    bool is_wanted = state->depth == state->want_depth;
    for (int c = getchar(); c != '"' && c != EOF; c = getchar())
        if (c == '\\')
            read_escape(state);
        else
            buffer_append_byte(&state->out, (char)c);
    if (is_wanted)
        state->want_depth = -1;
    else
        state->out.size = begin;
}

static void end_name(struct state *state)
{
    static const char *const holders[] = {"Str", "Code", "CodeBlock", "Math"};
    static const char *const blocks[] = {"Para", "Plain", "Header", "LineBreak", "Cell"};
    state->name[state->size] = '\0';
    for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
        if (strcmp(state->name, holders[i]) == 0)
            state->want_depth = state->depth;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (strcmp(state->name, blocks[i]) == 0)
            buffer_append_byte(&state->out, '\n');
    if (strcmp(state->name, "Space") == 0 || strcmp(state->name, "SoftBreak") == 0)
        buffer_append_byte(&state->out, ' ');
    state->size = 0;
}

int main(void)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct state state = {.want_depth = -1, .out = text_buffer_new(arena)};
    for (int c = getchar(); c != EOF; c = getchar()) {
        if (isalpha(c) && state.size < WORD - 1) {
            state.name[state.size++] = (char)c;
            continue;
        }
        if (state.size > 0)
            end_name(&state);
        if (c == '"')
            read_string(&state);
        state.depth += (c == '(' || c == '[') - (c == ')' || c == ']');
    }
    printf("%.*s\n", TEXT_ARGS(buffer_text(&state.out)));
    arena_close(arena);
    return 0;
}
