/* Terms in brackets behind a position's name, 「一、保安員（編制：3人；部門：物業部）」: a paragraph. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define NAME_LENGTH 40 /* characters in front of the bracket, its number among them */

/* What is said of a post beside its name, and of nothing else that is counted or placed. */
static bool is_term_of_post(enum element element)
{
    static const enum element terms[] = {ELEMENT_ID,         ELEMENT_DEPARTMENT, ELEMENT_JOB_TYPE,
                                         ELEMENT_GRADE,      ELEMENT_HEADCOUNT,  ELEMENT_LOCATION,
                                         ELEMENT_EMPLOYMENT, ELEMENT_REPORTS_TO, ELEMENT_SUPERVISES,
                                         ELEMENT_SUBSTITUTES};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (terms[i] == element)
            return true;
    return false;
}

/* Labels and values, all of them such terms, from the first character on. */
static bool are_terms(struct extraction *x, struct text inside)
{
    struct pair pairs[PAIRS_MAX];
    size_t count = label_pairs(x, inside, pairs, PAIRS_MAX);
    if (count == 0 || pairs[0].name.data != inside.data)
        return false;
    for (size_t i = 0; i < count; i++)
        if (pairs[i].label.kind != LABEL_ELEMENT || !is_term_of_post(pairs[i].label.element) ||
            text_is_empty(pairs[i].value))
            return false;
    return true;
}

/* 保安員, 職位：保安員, 保安員職責. */
static bool names_post(struct extraction *x, struct text front)
{
    struct pair pair;
    struct text name;
    bool is_duties;
    if (label_pairs(x, front, &pair, 1) == 1)
        return pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE;
    return vocabulary_is_position(x->vocabulary, x->scratch, name_of_line(x, front)) ||
           label_role_name(x, front, &name, &is_duties);
}

/* Where the bracket that closes at the end of the words opens; TEXT_NOT_FOUND: nowhere. */
static size_t last_bracket(struct text words, size_t *inside)
{
    size_t found = TEXT_NOT_FOUND, depth = 0;
    if (!text_ends_with(words, TEXT(")")) && !text_ends_with(words, TEXT("）")))
        return found;
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        uint32_t c = text_next(words, &at);
        if ((c == '(' || c == 0xFF08) && depth++ == 0) {
            found = begin;
            *inside = at;
        }
        depth -= (c == ')' || c == 0xFF09) && depth > 0;
    }
    return depth == 0 ? found : TEXT_NOT_FOUND;
}

struct block *divide_at_terms(struct extraction *x, struct block *block)
{
    struct run *run = block->last_run;
    if (run == NULL || run->kind != RUN_TEXT)
        return block;
    size_t inside = 0, at = last_bracket(text_trim(run->text), &inside);
    if (at == TEXT_NOT_FOUND)
        return block;
    size_t blanks = (size_t)(text_trim(run->text).data - run->text.data);
    struct text bracket = text_trim(text_from(run->text, blanks + inside));
    struct text whole = text_trim(block_text(x->scratch, block));
    struct text front = text_slice(whole, 0, whole.size - (text_trim(run->text).size - at));
    size_t close = bracket.size;
    text_previous(bracket, &close);
    if (text_is_blank(front) || text_code_points(front) > NAME_LENGTH ||
        !are_terms(x, text_slice(bracket, 0, close)) || !names_post(x, text_trim(front)))
        return block;
    struct run *before = block->runs == run ? NULL : block->runs;
    while (before != NULL && before->next != run)
        before = before->next;
    if (blanks + at > 0) {
        before = run;
        run = split_run(x, block, run, blanks + at);
    }
    struct block *terms = divide_block(x, block, before, run);
    terms->kind = BLOCK_PARAGRAPH;
    terms->level = 0;
    terms->style = TEXT("");
    return terms;
}
