/* Files that hold what stands outside the roles: each is one element of the handbook, or prose. */
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

/* The part being read; prose around its records goes to a page of its own. */
struct part {
    struct extraction *x;
    struct text heading; /* the file's first */
    bool has_heading;
    bool has_lists; /* then paragraphs are prose */
    struct target prose;
};

static bool is_item(const struct block *block)
{
    return block->kind == BLOCK_LIST || !text_is_empty(block->label);
}

static bool is_listed(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_typed = piece->block->kind == BLOCK_PARAGRAPH &&
                        list_label_of(piece->text).kind != LIST_LABEL_NONE;
        if (piece->kind == PIECE_TABLE || is_item(piece->block) || is_typed)
            return true;
    }
    (void)x;
    return false;
}

static void prose(struct part *part, struct block *block)
{
    struct extraction *x = part->x;
    struct target records = x->target;
    x->target = part->prose;
    if (part->prose.kind == TARGET_NONE)
        open_other(x, part->heading, LEVEL_TITLE, block->span, false);
    fill_block(x, block);
    part->prose = x->target;
    x->target = records;
}

static void part_heading(struct part *part, const struct piece *piece)
{
    struct target *t = &part->x->target;
    part->x->clue = CLUE_HEADING;
    note(part->x, USE_LABEL, piece->text, piece->block->span);
    if (!part->has_heading) {
        part->has_heading = true;
        part->heading = piece->text;
        t->records->heading = piece->text;
        t->records->at = piece->block->span;
        return;
    }
    t->group = piece->text;
}

static void part_words(struct part *part, const struct piece *piece)
{
    bool is_typed =
        piece->block->kind == BLOCK_PARAGRAPH && list_label_of(piece->text).kind != LIST_LABEL_NONE;
    if (is_item(piece->block) || is_typed || !part->has_lists)
        fill_block(part->x, piece->block);
    else
        prose(part, piece->block);
}

static void walk_records(struct extraction *x, const struct outline *outline)
{
    struct part part = {.x = x, .has_lists = is_listed(x, outline)};
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING) {
            part_heading(&part, piece);
            fill_rest(x, piece);
        } else if (piece->kind == PIECE_TABLE)
            fill_table(x, piece->block);
        else if (piece->kind == PIECE_SKIPPED)
            note_passed_over(x, piece);
        else
            part_words(&part, piece);
        take_asides(x, piece->block);
    }
}

/* Each heading of the first level is a page; what stands below belongs to it. */
static void walk_pages(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool opens = piece->kind == PIECE_HEADING &&
                     (x->target.kind == TARGET_NONE || piece->level <= x->target.level);
        if (opens) {
            open_other(x, piece->text, piece->level, piece->block->span, false);
            fill_rest(x, piece);
        } else if (piece->kind != PIECE_SKIPPED || piece->block->kind == BLOCK_RULE)
            fill_block(x, piece->block);
        else
            note_passed_over(x, piece);
        take_asides(x, piece->block);
    }
}

void walk_handbook_part(struct extraction *x, enum file_kind kind)
{
    struct outline outline = outline_of(x);
    if (kind == FILE_KIND_PREFACE)
        walk_pages(x, &outline);
    else
        walk_records(x, &outline);
    close_target(x);
    settle_asides(x);
}
