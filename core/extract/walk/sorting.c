/* Sentences sorted by how they begin, where no heading says what they are. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define PHRASE_BYTES 30 /* of a phrase in front of what a sentence opens with */
#define SORTED_MIN 2    /* lines below an unknown heading: one alone tells too little */
#define TERM_LINES 12   /* below their heading: a bound on work */
#define WHY_BYTES 40    /* of "Why Northline": longer ones ask more */

/* "The treasurer shall keep the books" below "Treasurer": an act of the holder's. */
static bool tells_of_holder(struct extraction *x, struct text line)
{
    static const char *const verbs[] = {"will ", "shall ", "must ", "should ",
                                        "may ",  "can ",   NULL};
    static const struct text article = TEXT_INIT("the ");
    if (x->role == NULL || !is_latin_text(role_title(x->role)))
        return false;
    struct text words = fold_text(x->scratch, list_label_of(text_trim(line)).rest);
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    if (text_starts_with(words, article))
        words = text_from(words, article.size);
    return !text_is_empty(title) && text_starts_with(words, title) &&
           text_starts_with_one_of(text_trim(text_from(words, title.size)), verbs);
}

/* "Beyond that, you'll be driving …": what it opens with stands behind a short phrase. */
static enum element opening_of(struct extraction *x, struct text line)
{
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, line);
    size_t comma = text_find(text_head(line, PHRASE_BYTES), TEXT(", "), 0);
    if (opening != ELEMENT_COUNT || comma == TEXT_NOT_FOUND)
        return opening;
    opening = vocabulary_opening(x->vocabulary, x->scratch, text_from(line, comma + 2));
    return opening == ELEMENT_DUTIES ? opening : ELEMENT_COUNT;
}

static void sort_line(struct extraction *x, struct text line, struct sorting *sorting)
{
    enum element opening = opening_of(x, line);
    bool speaks = vocabulary_speaks_of(x->vocabulary, x->scratch, line, ELEMENT_APPOINTMENT);
    bool is_act =
        opening == ELEMENT_DUTIES || (opening == ELEMENT_COUNT && tells_of_holder(x, line));
    sorting->lines += !text_is_blank(line);
    sorting->duties += is_act;
    sorting->conditions += opening == ELEMENT_APPOINTMENT || (speaks && !is_act);
}

void sort_block(struct extraction *x, const struct block *block, struct sorting *sorting)
{
    struct text line, text = whole_block_text(x->scratch, block);
    for (size_t at = 0; text_next_line(text, &at, &line);)
        sort_line(x, line, sorting);
}

/* Two lines in three or more. */
static bool are_most(size_t count, const struct sorting *sorting)
{
    return sorting->lines >= SORTED_MIN && 3 * count >= 2 * sorting->lines;
}

bool are_acts_of_holder(struct extraction *x, const struct block *list)
{
    struct sorting sorting = {0};
    sort_block(x, list, &sorting);
    return sorting.duties >= SORTED_MIN && 3 * sorting.duties >= sorting.lines &&
           sorting.duties > sorting.conditions;
}

enum element sorted_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    struct sorting sorting = {0};
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED)
            continue;
        if (piece->kind != PIECE_WORDS || piece->is_candidate || piece->is_running)
            break;
        sort_block(x, piece->block, &sorting);
    }
    if (are_most(sorting.conditions, &sorting))
        return ELEMENT_APPOINTMENT;
    return are_most(sorting.duties, &sorting) ? ELEMENT_DUTIES : ELEMENT_COUNT;
}

bool is_over_benefits(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (next == outline->count || outline->pieces[next].kind != PIECE_WORDS ||
        outline->pieces[next].block->kind != BLOCK_LIST)
        return false;
    struct text why = fold_label(x->scratch, text_head(piece->text, WHY_BYTES));
    bool asks_why = text_starts_with(why, TEXT("why ")) && piece->text.size < WHY_BYTES &&
                    !text_ends_with(piece->text, TEXT("?"));
    return asks_why ||
           tells_of_benefits(x, whole_block_text(x->scratch, outline->pieces[next].block));
}

static bool is_heading_of(const struct piece *piece, enum element element)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == element;
}

/* "What we expect" over "Writes tests" is what is done, over "A clean licence" who does it. */
static void settle_expectations(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!(is_heading_of(piece, ELEMENT_APPOINTMENT) || is_heading_of(piece, ELEMENT_DUTIES)) ||
            !text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_EXPECTING)))
            continue;
        enum element sorted = sorted_below(x, outline, i);
        if (sorted != ELEMENT_COUNT && sorted != piece->label.element)
            piece->label = label_of(sorted);
    }
}

/* "What you will achieve", where no other heading says what the holder does. */
static void find_goals_that_are_acts(struct extraction *x, struct outline *outline)
{
    static const struct text told = TEXT_INIT("what you"); /* "Goals" are what they are called */
    for (size_t i = 0; i < outline->count; i++)
        if (is_heading_of(&outline->pieces[i], ELEMENT_DUTIES))
            return;
    for (size_t i = 0; i < outline->count; i++)
        if (is_heading_of(&outline->pieces[i], ELEMENT_GOALS) &&
            text_starts_with(fold_text(x->scratch, outline->pieces[i].text), told) &&
            sorted_below(x, outline, i) == ELEMENT_DUTIES)
            outline->pieces[i].label = label_of(ELEMENT_DUTIES);
}

void find_headings_over_acts(struct extraction *x, struct outline *outline)
{
    find_goals_that_are_acts(x, outline);
    settle_expectations(x, outline);
}

/* ---- lists of both ---- */

/* Under "Job description" or behind its sentences, where no heading is the duties'. */
static bool may_be_of_both(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return x->role != NULL && t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_PURPOSE &&
           !x->region.has_duties && !x->region.has_duties_in_form && piece->kind == PIECE_WORDS &&
           piece->block->kind == BLOCK_LIST && x->role->values[ELEMENT_DUTIES].count == 0;
}

/* A list of that item alone. */
static struct block *list_of_item(struct extraction *x, const struct block *list,
                                  const struct block *item)
{
    struct block *one = arena_new(x->arena, struct block);
    struct block *only = arena_new(x->arena, struct block);
    *one = *list;
    *only = *item;
    only->next = NULL;
    one->children = one->last_child = only;
    return one;
}

bool fill_list_of_both(struct extraction *x, const struct piece *piece)
{
    struct sorting all = {0};
    if (!may_be_of_both(x, piece))
        return false;
    sort_block(x, piece->block, &all);
    bool are_alike = are_most(all.duties, &all) || are_most(all.conditions, &all);
    if (are_alike || all.duties < SORTED_MIN || all.conditions < SORTED_MIN)
        return false;
    enum element open = ELEMENT_COUNT;
    for (const struct block *item = piece->block->children; item != NULL; item = item->next) {
        struct sorting one = {0};
        sort_block(x, item, &one);
        bool is_need = one.conditions > one.duties;
        enum element element = is_need                 ? ELEMENT_APPOINTMENT
                               : one.duties > 0        ? ELEMENT_DUTIES
                               : open == ELEMENT_COUNT ? ELEMENT_DUTIES
                                                       : open;
        x->clue = CLUE_PLAIN;
        if (element != open)
            open_element(x, label_of(element), TEXT(""), LEVEL_LINE, item->span);
        open = element;
        fill_items(x, list_of_item(x, piece->block, item), 0);
    }
    x->awaits_items = false;
    return true;
}

/* ---- terms, a line each ---- */

static bool is_over_terms(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t first = index > TERM_LINES ? index - TERM_LINES : 0;
    for (size_t i = index; i > first; i--) {
        const struct piece *piece = &outline->pieces[i - 1];
        if (piece->kind == PIECE_HEADING)
            return piece->label.kind == LABEL_ELEMENT &&
                   text_is_any(label_folded(x, piece->text), signs_of(x, SIGN_TERMS_HEADING));
    }
    return false;
}

/* "Salary £31,200", "Some evening work", "Fixed term for a year"; else conditions of the work. */
static enum element element_of_term(struct extraction *x, struct text line)
{
    const struct vocabulary *v = x->vocabulary;
    struct text folded = fold_text(x->scratch, line);
    if (names_amount(line) || vocabulary_count_benefits(v, x->scratch, line, 1) > 0 ||
        vocabulary_speaks_of(v, x->scratch, line, ELEMENT_REWARDS))
        return ELEMENT_REWARDS;
    if (text_holds_any(folded, signs_of(x, SIGN_TENURE)) || tells_employment(x, line))
        return ELEMENT_EMPLOYMENT;
    bool is_need = vocabulary_opening(v, x->scratch, line) == ELEMENT_APPOINTMENT;
    return is_need ? ELEMENT_APPOINTMENT : ELEMENT_CONDITIONS;
}

bool fill_terms_by_line(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_list = piece->block->kind == BLOCK_LIST;
    if (x->role == NULL || x->target.kind != TARGET_ELEMENT || piece->is_candidate ||
        !(is_list || piece->block->kind == BLOCK_PARAGRAPH) || !is_over_terms(x, outline, index))
        return false;
    struct block *item = is_list ? piece->block->children : piece->block;
    for (; item != NULL; item = is_list ? item->next : NULL) {
        struct text words = whole_block_text(x->scratch, item);
        enum element element = element_of_term(x, words);
        x->clue = CLUE_PLAIN;
        if (element != x->target.records->element)
            open_element(x, label_of(element), TEXT(""), LEVEL_LINE, item->span);
        if (is_list)
            fill_items(x, list_of_item(x, piece->block, item), 0);
        else
            fill_block(x, item);
    }
    return true;
}
