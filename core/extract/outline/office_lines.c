/*
 * 「（一）隊長：一人，由住戶大會選舉。」, 「（一）隊長一人，任期一年。」 over what he does: the name of the
 * office stays a line of its own, and what rules say of its holders becomes a paragraph below it.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define FRONT_BYTES 90 /* of the name and the number of people, and what numbers the line */

/* Where the clause ends that begins there. */
static size_t clause_end(struct text words, size_t from)
{
    for (size_t at = from, end = from; at < words.size; end = at) {
        uint32_t c = text_next(words, &at);
        if (c == 0xFF0C || c == ',' || c == 0x3002 || c == 0xFF1B)
            return end;
    }
    return words.size;
}

/* 隊長：|一人，由…, 隊長一人|，由…: where what is said of the holders begins; 0: nowhere. */
static size_t terms_begin(struct extraction *x, struct text words)
{
    size_t width, colon = find_colon(text_head(words, FRONT_BYTES), &width);
    size_t end = clause_end(words, colon == TEXT_NOT_FOUND ? 0 : colon + width);
    struct text name, clause = text_slice(words, 0, end);
    if (colon != TEXT_NOT_FOUND && colon < end) {
        name = text_trim(text_slice(words, 0, colon));
        clause = text_trim(text_slice(words, colon + width, end));
        return is_headcount(clause) && vocabulary_is_position(x->vocabulary, x->scratch, name)
                   ? colon + width
                   : 0;
    }
    size_t behind = end;
    if (end == words.size || end > FRONT_BYTES || !ends_in_colon(words))
        return 0; /* 「設理事長一名，由…選舉。」 is read as a sentence of rules */
    text_next(words, &behind);
    struct text rest = text_trim(text_from(words, behind));
    bool is_told = text_starts_with_any(rest, signs_of(x, SIGN_CHOSEN)) ||
                   text_starts_with_any(rest, signs_of(x, SIGN_TERM));
    return is_told && !text_is_empty(headcount_beside(x, clause, &name)) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, name)
               ? end
               : 0;
}

struct block *divide_at_count(struct extraction *x, struct block *block)
{
    struct run *run = block->runs;
    if (run == NULL || run->next != NULL || run->kind != RUN_TEXT || is_latin_text(run->text))
        return block;
    struct list_label typed = list_label_of(text_trim(run->text));
    size_t begin = (size_t)(typed.rest.data - run->text.data);
    bool is_numbered = typed.kind != LIST_LABEL_NONE && list_label_number(typed.label) > 0 &&
                       !text_starts_with(typed.label, TEXT("第"));
    size_t at = is_numbered ? terms_begin(x, typed.rest) : 0;
    return at == 0 ? block : divide_block(x, block, run, split_run(x, block, run, begin + at));
}
