/* Labels at the end of a line in front of the list that they are over: the line end is lost. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define ITEM_LENGTH 4 /* characters of an item that a label may stand behind */

/* "1" typed in front of the words, or alone where they are a line below. */
static bool begins_list(struct extraction *x, const struct block *block)
{
    if (block != NULL && block->kind == BLOCK_LIST && block->children != NULL)
        return list_label_number(block->children->label) == 1;
    if (block == NULL || block->kind != BLOCK_PARAGRAPH || block->runs == NULL ||
        !text_has(text_head(text_trim(block->runs->text), 1), '1'))
        return false;
    struct list_label typed = list_label_of(text_trim(block_text(x->scratch, block)));
    return list_label_number(typed.label) == 1;
}

/*
 * 「8、制定計畫 工作要求」 in front of 「1、大專」: the label of the next list, whose line end is lost.
 *
 * returns  where it begins in the last run; 0: there is none
 */
static size_t lost_label_at(struct extraction *x, const struct block *block)
{
    struct text words = block->last_run->text;
    size_t at = words.size;
    while (at > 0 && words.data[at - 1] != ' ')
        at--;
    struct text last = text_from(words, at);
    if (at == 0 || text_is_blank(last) || last.size > LABEL_BYTES || is_latin_text(last))
        return 0;
    struct text all = block_text(x->scratch, block);
    struct list_label typed = list_label_of(text_slice(all, 0, all.size - last.size));
    if (typed.kind == LIST_LABEL_NONE || text_code_points(text_trim(typed.rest)) < ITEM_LENGTH)
        return 0; /* 「第三條 崗位職責：」 is all of its line */
    struct label label = label_find(x, last), guess = label_guess(x, last);
    return (is_section_label(&label) && !label.is_part) ||
                   (label.kind == LABEL_UNKNOWN && ends_in_colon(last) && is_section_label(&guess))
               ? at
               : 0;
}

struct block *divide_at_lost_label(struct extraction *x, struct block *block)
{
    struct run *last = block->last_run;
    bool may_be = last != NULL && last->kind == RUN_TEXT && begins_list(x, block->next);
    size_t at = may_be ? lost_label_at(x, block) : 0;
    if (at == 0)
        return block;
    return divide_block(x, block, last, split_run(x, block, last, at));
}
