/* What stands beside the words of a block: its notes, and prompts that nobody replaced. */
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/model/written_language.h"

static void take_blocks(struct extraction *x, struct block *first, unsigned depth);

static void take_note(struct extraction *x, const struct run *run, unsigned depth)
{
    struct text words = blocks_text(x->arena, run->note);
    enum clue clue = x->clue;
    if (!text_is_empty(words)) {
        x->clue = CLUE_NOTE;
        note_field(x, x->role == NULL ? USE_PAGE : USE_OTHER, ELEMENT_COUNT, FIELD_NONE, words,
                   run->span);
        if (x->notes.size > 0)
            buffer_append_byte(&x->notes, '\n');
        else
            x->notes_at = run->span;
        x->notes.arena = x->arena;
        buffer_append(&x->notes, words);
        x->clue = clue;
    }
    if (depth < NOTE_DEPTH)
        take_blocks(x, run->note, depth + 1);
}

static void take_blocks(struct extraction *x, struct block *first, unsigned depth)
{
    struct walk walk = walk_blocks(first);
    while (walk_next(&walk))
        for (const struct run *run = walk.event == WALK_ENTER ? walk.block->runs : NULL;
             run != NULL; run = run->next) {
            if (run->kind == RUN_NOTE)
                take_note(x, run, depth);
            else if (run->style & STYLE_PLACEHOLDER)
                note_skipped(x, CLUE_PROMPT, run->text, run->span);
        }
}

void take_asides(struct extraction *x, const struct block *block)
{
    struct block alone = *block;
    alone.next = NULL;
    take_blocks(x, &alone, 0);
}

void settle_asides(struct extraction *x)
{
    if (x->notes.size == 0)
        return;
    struct scripts counts = {0};
    count_scripts(&counts, buffer_text(&x->notes));
    if (x->role != NULL)
        count_role_scripts(&counts, x->role, SIZE_MAX);
    enum language language = written_language(counts, language_from_tag(x->document->language));
    struct text heading =
        vocabulary_word(x->vocabulary, language == LANG_COUNT ? LANG_EN : language, "notes");
    struct section_text *section = x->role == NULL
                                       ? preface_append(x->handbook, heading, x->notes_at)
                                       : other_append(x->handbook, x->role, heading, x->notes_at);
    section->text = buffer_text(&x->notes);
    x->notes = text_buffer_new(x->arena);
}
