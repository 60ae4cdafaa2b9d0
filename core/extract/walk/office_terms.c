/*
 * 「由會員大會選舉產生，任期一年。」 right below the name of an office, or behind what its holder does:
 * how he is chosen is what it takes to hold it, and how long he stays are terms of it.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define SENTENCE_LENGTH 80 /* characters: longer paragraphs tell more than that */

/* Where the clause ends that begins there; *at: behind its comma. */
static struct text next_clause(struct text words, size_t *at)
{
    size_t begin = *at, end = begin;
    while (*at < words.size) {
        uint32_t c = text_next(words, at);
        if (c == 0xFF0C || c == ',' || c == 0x3002 || c == 0xFF1B || c == ';')
            break;
        end = *at;
    }
    return text_trim(text_slice(words, begin, end));
}

/* Of which element the clause is; ELEMENT_COUNT: of neither. */
static enum element element_of_clause(struct extraction *x, struct text clause)
{
    if (text_starts_with_any(clause, signs_of(x, SIGN_TERM)))
        return ELEMENT_EMPLOYMENT;
    if (is_headcount(clause))
        return ELEMENT_HEADCOUNT;
    bool is_choice = text_holds_any(clause, signs_of(x, SIGN_CHOOSING));
    return is_choice ? ELEMENT_APPOINTMENT : ELEMENT_COUNT;
}

/* Every clause says one or the other, the first by its begin. */
static bool tells_terms(struct extraction *x, struct text words)
{
    size_t at = 0;
    struct text first = next_clause(words, &at);
    if (text_is_empty(first)) /* the comma behind 隊長一人 */
        first = next_clause(words, &at);
    if (!text_starts_with_any(first, signs_of(x, SIGN_CHOSEN)) &&
        !text_starts_with_any(first, signs_of(x, SIGN_TERM)) && !is_headcount(first))
        return false;
    for (at = 0; at < words.size;) {
        struct text clause = next_clause(words, &at);
        if (!text_is_empty(clause) && element_of_clause(x, clause) == ELEMENT_COUNT)
            return false;
    }
    return true;
}

/* Each clause where it belongs; what stands between them is no part of any. */
static void fill_clauses(struct extraction *x, struct text words, struct span at)
{
    for (size_t from = 0; from < words.size;) {
        size_t begin = from;
        struct text clause = next_clause(words, &from), name;
        enum element element = element_of_clause(x, clause);
        if (element == ELEMENT_COUNT) /* 社長一名 */
            clause = headcount_beside(x, clause, &name);
        if (text_is_empty(clause))
            continue;
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(element == ELEMENT_COUNT ? ELEMENT_HEADCOUNT : element), TEXT(""),
                     LEVEL_LINE, at);
        fill_text(x, clause, TEXT(""), 0, span_slice(at, begin, begin + clause.size));
        close_target(x);
    }
}

/* 「社長一名」: the name of the role and how many hold it. */
static bool is_count_of_role(struct extraction *x, struct text clause)
{
    struct text name;
    return !text_is_empty(headcount_beside(x, clause, &name)) &&
           text_equal(fold_text(x->scratch, name), fold_text(x->scratch, role_title(x->role)));
}

struct text behind_office_terms(struct extraction *x, struct text words)
{
    size_t behind = 0, terms = 0;
    if (is_latin_text(words) || x->role == NULL)
        return words;
    for (size_t at = 0; at < words.size;) {
        struct text clause = next_clause(words, &at);
        bool is_term = !text_is_empty(clause) && !ends_in_colon(clause) &&
                       element_of_clause(x, clause) != ELEMENT_COUNT;
        if (!is_term && !text_is_empty(clause) && !(behind == 0 && is_count_of_role(x, clause)))
            break;
        terms += is_term;
        behind = at;
    }
    return terms == 0 ? words : text_trim(text_from(words, behind));
}

void fill_terms_in_front(struct extraction *x, struct text words, struct text rest, struct span at)
{
    fill_clauses(x, text_slice(words, 0, (size_t)(rest.data - words.data)), at);
}

bool fill_office_terms(struct extraction *x, const struct piece *piece)
{
    struct text words = text_trim(piece->text);
    struct span at = piece->block->span;
    const struct target *t = &x->target;
    bool is_there = t->kind == TARGET_NONE ||
                    (t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES);
    if (x->role == NULL || !is_there || piece->kind != PIECE_WORDS ||
        piece->block->kind != BLOCK_PARAGRAPH || piece_looks_like_item(piece) ||
        is_latin_text(words) || text_code_points(words) > SENTENCE_LENGTH || !tells_terms(x, words))
        return false;
    struct target kept = x->target;
    fill_clauses(x, words, at);
    if (kept.kind == TARGET_ELEMENT && kept.records->count == 0)
        x->target = kept; /* the duties follow */
    return true;
}
