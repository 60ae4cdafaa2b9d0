/*
 * Pages on how to write programs: between their words stand pieces of code, and a "service worker"
 * or an "operator" in a heading is nobody.
 */
#include "core/base/script.h"
#include "core/document/document.h"
#include "core/extract/evidence/evidence.h"

#define PROGRAMS_MIN 3 /* pieces of code; a handbook for a team may show a command or two */

/* "const a = 1;", "if (a) {", "</div>": no words are written so. */
static bool is_statement(struct text line)
{
    static const struct text ends[] = {TEXT_INIT(";"), TEXT_INIT("{"), TEXT_INIT("}"),
                                       TEXT_INIT("/>")};
    static const struct text marks[] = {TEXT_INIT("=>"), TEXT_INIT("</"), TEXT_INIT("()")};
    line = text_trim(line);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_ends_with(line, ends[i]))
            return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_find(line, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

static bool is_program(struct text code)
{
    struct text line;
    for (size_t at = 0; text_next_line(code, &at, &line);)
        if (is_latin_text(line) && is_statement(line))
            return true;
    return false;
}

bool is_tutorial(struct extraction *x)
{
    size_t programs = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    while (programs < PROGRAMS_MIN && walk_next(walk))
        programs += walk->event == WALK_ENTER && walk->block->kind == BLOCK_CODE &&
                    is_program(walk->block->code);
    return programs == PROGRAMS_MIN && !has_announced_duties(x);
}
