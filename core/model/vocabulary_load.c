/* A vocabulary of the built-in files and the user's. */
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/model/vocabulary_table.h"
#include "core/model/vocabulary_yaml.h"
#include <stdio.h>
#include <stdlib.h>

#define USUAL_BYTES ((size_t)1 << 20) /* and more, of the table and of the tree of a file */

static void add_prompt(struct vocabulary *vocabulary, struct text prompt)
{
    if (!text_is_empty(prompt))
        vocabulary->all_prompts[vocabulary->prompt_count++] = prompt;
}

/* Each cell of a form is asked whether it is one: they are put in order once. */
static void settle_prompts(struct vocabulary *vocabulary)
{
    static const char *const general[] = {"prompt", "prompt-choice"};
    size_t most = LANG_COUNT * (ELEMENT_COUNT + sizeof general / sizeof *general);
    vocabulary->all_prompts = arena_new_array(vocabulary->arena, most, struct text);
    for (enum language l = 0; l < LANG_COUNT; l++) {
        for (size_t e = 0; e < ELEMENT_COUNT; e++)
            add_prompt(vocabulary, vocabulary->prompts[l][e]);
        for (size_t i = 0; i < sizeof general / sizeof *general; i++)
            add_prompt(vocabulary, vocabulary_word(vocabulary, l, general[i]));
    }
    qsort(vocabulary->all_prompts, vocabulary->prompt_count, sizeof(struct text), text_order);
}

static bool read_files(struct vocabulary *vocabulary, const char *const *extra,
                       struct arena *scratch, struct diagnostics *diags)
{
    struct arena *arena = vocabulary->arena;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        char name[64];
        snprintf(name, sizeof name, "vocabulary/%s.yaml", language_tag((enum language)l));
        struct source *source = arena_new(arena, struct source);
        *source = (struct source){.path = text_to_string(arena, text_from_string(name)),
                                  .text = embedded_file(name)};
        if (!vocabulary_read_file(vocabulary, source, scratch, diags))
            return false;
    }
    for (; extra != NULL && *extra != NULL; extra++) {
        struct source *source = arena_new(arena, struct source);
        source->path = *extra;
        if (file_read(arena, source, &source->text, diags) != STATUS_OK ||
            !vocabulary_read_file(vocabulary, source, scratch, diags))
            return false;
    }
    return true;
}

struct vocabulary *vocabulary_load(struct arena *arena, const char *const *extra,
                                   struct diagnostics *diags)
{
    arena_reserve(arena, USUAL_BYTES);
    struct vocabulary *vocabulary = vocabulary_new(arena);
    struct arena *scratch = arena_open_like(arena);
    arena_reserve(scratch, USUAL_BYTES);
    bool is_fine = read_files(vocabulary, extra, scratch, diags);
    arena_close(scratch);
    if (!is_fine)
        return NULL;
    vocabulary_settle(vocabulary);
    settle_prompts(vocabulary);
    return vocabulary;
}
