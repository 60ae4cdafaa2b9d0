#include "core/cli/role_markdown.h"
#include "converters/markdown/markdown.h"
#include "core/cli/canonical_parts.h"
#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/model/draft_mark.h"
#include "core/normalise/normalise.h"

static const struct message read_otherwise = {
    {"「{0}」寫成 Markdown 後會讀成別的意思：請核對", "“{0}”写成 Markdown 后会读成别的意思：请核对",
     "\"{0}\" would be read as something else in the Markdown that was written: check it"}};
static const struct message no_longer_a_role = {
    {"寫成 Markdown 後讀不回這一個崗位：請核對", "写成 Markdown 后读不回这一个岗位：请核对",
     "in the Markdown that was written it would no longer be read as this one role: check it"}};

/* What one way to write it gives, and what is wrong with that. */
struct attempt {
    struct text bytes;
    struct diagnostics *diags; /* of the writer */
    struct role *role;         /* as it is read; NULL: not as one role */
    struct canonical_fault fault;
};

/* The only role of the bytes; NULL: there is none, or something is beside it. */
static struct role *read_back(struct arena *arena, const struct role_output *output,
                              struct text bytes)
{
    struct source *source = arena_new(arena, struct source);
    struct document *document = NULL;
    struct diagnostics *unsaid = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = source, .bytes = bytes, .diags = unsaid};
    source->path = output->path == NULL ? "" : output->path;
    if (markdown_read(&input, &document) != STATUS_OK)
        return NULL;
    struct handbook *handbook = extract_document(arena, output->vocabulary, document,
                                                 FILE_KIND_UNKNOWN, output->labels, NULL, unsaid);
    normalise_handbook(handbook, output->vocabulary);
    draft_marks_show(handbook);
    bool is_alone = handbook->role_count == 1 && canonical_beside(handbook).message == NULL;
    return is_alone ? handbook->roles : NULL;
}

static struct attempt attempt(struct arena *arena, const struct role_output *output,
                              const struct role *role, struct document *composed,
                              struct arena *kept)
{
    struct attempt a = {.diags = diagnostics_new(kept)};
    struct text_buffer out = text_buffer_new(arena);
    markdown_write(composed, &out, a.diags); /* STATUS_OK always */
    a.bytes = buffer_text(&out);
    a.role = read_back(arena, output, a.bytes);
    a.fault = a.role != NULL
                  ? canonical_role_difference(role, a.role)
                  : (struct canonical_fault){&no_longer_a_role, role->at, role_title(role)};
    return a;
}

/* walk: for work */
static bool holds_notes(struct walk *walk, struct block *blocks)
{
    *walk = walk_blocks(blocks);
    while (walk_next(walk))
        for (const struct run *run = walk->event == WALK_ENTER ? walk->block->runs : NULL;
             run != NULL; run = run->next)
            if (run->kind == RUN_NOTE)
                return true;
    return false;
}

/*
 * The role with nothing but the words of those sections whose blocks say something else once they
 * are Markdown: bullets of Word, notes that have a section of their own.
 */
static struct role *with_words(struct arena *arena, const struct role *role,
                               const struct role *written)
{
    struct role *copy = arena_new(arena, struct role);
    struct walk *walk = arena_new(arena, struct walk);
    const struct section_text *there = written == NULL ? NULL : written->other;
    *copy = *role;
    copy->other = copy->last_other = NULL;
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        struct section_text *section = other_append_copy(arena, copy, s);
        if (there == NULL || !text_equal(s->text, there->text) || holds_notes(walk, s->blocks))
            section->blocks = NULL;
        there = there == NULL ? NULL : there->next;
    }
    return copy;
}

enum status role_markdown(const struct role_output *output, const struct role *role,
                          struct text_buffer *out, struct diagnostics *diags)
{
    struct arena *arena = out->arena, *kept = diags->arena;
    const struct vocabulary *vocabulary = output->vocabulary;
    struct attempt best = attempt(arena, output, role, compose_role(arena, role, vocabulary), kept);
    if (best.fault.message != NULL)
        best = attempt(arena, output, role, compose_exact_role(arena, role, vocabulary), kept);
    if (best.fault.message != NULL && role->other != NULL) {
        const struct role *words = with_words(arena, role, best.role);
        best = attempt(arena, output, role, compose_exact_role(arena, words, vocabulary), kept);
    }
    diagnostics_join(diags, best.diags);
    if (best.fault.message != NULL)
        report_warning(diags, best.role == NULL ? &no_longer_a_role : &read_otherwise,
                       best.fault.at, canonical_excerpt(kept, best.fault.words), TEXT(""));
    buffer_append(out, best.bytes);
    return STATUS_OK;
}
