/* Sentences behind the words of a section that belong to none of its kind. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/prose.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define HOUSE_BYTES 60 /* of its name in front of what it says of itself */
#define NEEDS_MIN 2    /* of a list: one alone may be a paragraph, as others behind it */

/* "Northline is an equal opportunity employer": what houses say of themselves, behind the name. */
static bool is_closing_of_house(struct extraction *x, struct text words)
{
    static const struct text at_house = TEXT_INIT("At ");
    char first = words.size > 0 ? words.data[0] : ' ';
    struct text head = text_head(words, HOUSE_BYTES);
    size_t comma =
        text_starts_with(head, at_house) ? text_find(head, TEXT(", "), 0) : TEXT_NOT_FOUND;
    if (comma != TEXT_NOT_FOUND &&
        vocabulary_is_closing(x->vocabulary, x->scratch, text_from(words, comma + 2)))
        return true; /* "At Northline, we celebrate diversity" */
    struct text_list verbs = signs_of(x, SIGN_HOUSE_VERB);
    for (size_t i = 0; first >= 'A' && first <= 'Z' && i < verbs.count; i++) {
        size_t at = text_find(head, verbs.texts[i], 0);
        if (at != TEXT_NOT_FOUND &&
            vocabulary_is_closing(x->vocabulary, x->scratch, text_from(words, at + 1)))
            return true;
    }
    return false;
}

/* "Join Northline as a Cook and …", said to who has read of the role and its benefits. */
static bool is_invitation(struct extraction *x, struct text words)
{
    struct text head = fold_text(x->scratch, text_head(words, HOUSE_BYTES));
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    size_t as = text_find(head, TEXT(" as "), 0);
    return text_starts_with_any(head, signs_of(x, SIGN_ASKS_TO_JOIN)) && as != TEXT_NOT_FOUND &&
           !text_is_empty(title) && text_find(head, title, as) != TEXT_NOT_FOUND;
}

static bool is_closing(struct extraction *x, struct text words)
{
    return vocabulary_is_closing(x->vocabulary, x->scratch, words) || is_address_line(words) ||
           is_closing_of_house(x, words) || is_invitation(x, words);
}

/* 「三、本職責自公布之日起施行。」: the last article of rules, whatever its number. */
static bool is_last_article(struct extraction *x, const struct piece *piece)
{
    struct list_label typed = list_label_of(piece->text);
    return typed.kind == LIST_LABEL_CHINESE && text_ends_with(typed.rest, TEXT("。")) &&
           vocabulary_is_closing(x->vocabulary, x->scratch, typed.rest);
}

/* The first sentence of a paragraph asks for something. */
static bool asks_for_something(struct extraction *x, struct text words)
{
    struct text first = text_slice(words, 0, next_sentence(words, 0));
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    enum told told = told_by_sentence(x, title, first);
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, first);
    bool is_alike = opening == ELEMENT_APPOINTMENT || opening == ELEMENT_DUTIES;
    return told == TOLD_NEED || told == TOLD_DUTY || (told == TOLD_NOTHING && is_alike);
}

/* ... or has a word of what is asked for: " must " */
static bool may_ask(struct extraction *x, struct text words)
{
    struct text first = text_slice(words, 0, next_sentence(words, 0));
    return text_holds_any(fold_text(x->scratch, first), signs_of(x, SIGN_ASKING));
}

/*
 * "The team has five members and works in two towns." behind the last item of what a post takes,
 * with nothing but such paragraphs down to the next heading: it asks for nothing.
 */
static bool is_behind_needs(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index);
    if (t->records->element != ELEMENT_APPOINTMENT || t->clue == CLUE_LINE ||
        t->records->count < NEEDS_MIN || !piece_is_item(&outline->pieces[before]) ||
        !piece_is_prose(piece) || !is_latin_text(piece->text) || may_ask(x, piece->text))
        return false;
    for (size_t i = index, seen = 0; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *next = &outline->pieces[i];
        if (next->kind != PIECE_WORDS || next->is_role || next->begins_role)
            break;
        if (piece_is_item(next) || (seen++ < NEEDS_MIN && asks_for_something(x, next->text)))
            return false;
    }
    return true;
}

/* 「有意者請…」 below 工作地點 and its value. */
static bool is_behind_one_value(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && element_row(t->records->element)->kind == KIND_TEXT &&
           t->records->element != ELEMENT_PURPOSE && t->records->count > 0 &&
           vocabulary_is_closing(x->vocabulary, x->scratch, without_pictographs(piece->text));
}

/*
 * "The salary range for this position is …", "We are an equal opportunity employer" behind the
 * words of a section: what such sentences say belongs to none of its kind, but "Advises employees
 * on health insurance and leave" is an act. Neither does "Please
 * note this job description is not …" right below "Other duties", or below a table.
 */
bool ends_section(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    bool goes_on = next < outline->count && piece_is_item(&outline->pieces[next]) &&
                   !ends_in_colon(piece->text);
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_TEXT;
    bool is_behind_value = is_behind_one_value(x, piece);
    if (x->role == NULL || goes_on || !(kind_has_items(kind) || is_behind_value) ||
        t->records->count == 0 || piece->block->kind != BLOCK_PARAGRAPH ||
        (piece_looks_like_item(piece) && !is_last_article(x, piece)) || piece->is_candidate ||
        before == index)
        return false;
    bool is_first = outline->pieces[before].kind == PIECE_HEADING; /* of another such section */
    bool is_behind = outline->pieces[before].kind != PIECE_HEADING;
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, piece->text);
    bool is_pay = opening == ELEMENT_REWARDS ||
                  (is_behind && ((opening != ELEMENT_DUTIES && tells_of_benefits(x, piece->text)) ||
                                 tells_pay_range(x, piece->text)));
    if (!(is_first && !is_pay) && !is_behind)
        return false;
    if (is_pay && t->records->element == ELEMENT_REWARDS)
        return false;
    struct text words = text_trim_any(without_pictographs(list_label_of(piece->text).rest),
                                      "—–-─━～~*"); /* ——以上崗位均提供宿舍—— */
    if (!is_pay && !is_closing(x, words) && !is_behind_needs(x, outline, index))
        return false;
    x->clue = CLUE_PLAIN;
    if (is_pay)
        open_element(x, label_of(ELEMENT_REWARDS), TEXT(""), LEVEL_LINE, piece->block->span);
    else
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    return true;
}
