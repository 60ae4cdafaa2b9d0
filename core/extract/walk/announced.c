/*
 * Sentences over items that say what these are: 「提交者是能寫入倉庫的成員，須符合以下條件：」. A
 * clause is a heading, several tell more than one and stay.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

static bool is_one_clause(struct text words)
{
    return text_find(words, TEXT("，"), 0) == TEXT_NOT_FOUND &&
           text_find(words, TEXT("。"), 0) == TEXT_NOT_FOUND;
}

/*
 * 「值班員是燈塔夜裡的主人，具體職責包括：」 right below the name, where the duties are open already:
 * its first clauses say what the role is for.
 */
static bool opens_purpose_of_duties(struct extraction *x, const struct piece *piece)
{
    struct text front, clause;
    struct target duties = x->target;
    if (duties.records->element != ELEMENT_DUTIES || duties.records->count > 0 ||
        x->role->values[ELEMENT_PURPOSE].count > 0 ||
        !part_announcement(piece->text, &front, &clause))
        return false;
    open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_text(x, front, TEXT(""), 0, piece->block->span);
    open_element(x, label_of(ELEMENT_DUTIES), clause, duties.level, piece->block->span);
    return true;
}

bool opens_announced(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    struct label label;
    bool is_over = next < outline->count && piece_is_item(&outline->pieces[next]);
    if (x->role == NULL || !is_over || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_looks_like_item(piece) || !label_announced(x, piece->text, &label))
        return false;
    if (t->kind == TARGET_ELEMENT && t->records->element == label.element)
        return opens_purpose_of_duties(x, piece);
    bool is_heading = is_one_clause(piece->text);
    bool is_first = t->kind == TARGET_ELEMENT && t->records->count == 0 &&
                    x->role->values[ELEMENT_PURPOSE].count == 0;
    x->clue = CLUE_PLAIN;
    x->awaits_items = false;
    if (!is_heading && is_first)
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, piece->block->span);
    if (!is_heading)
        fill_block(x, piece->block);
    open_element(x, label, is_heading ? piece->text : TEXT(""), LEVEL_LINE, piece->block->span);
    return true;
}
