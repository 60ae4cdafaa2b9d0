/*
 * "The salary range is $48,000 to $53,000.", "US: $174,000–$253,000 plus bonus" in a paragraph of
 * its own, within what the role is for or among words of no element ("How to apply"): the pay. What
 * stands behind it goes on with what stood in front.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define LINE_LENGTH 160  /* characters of a line that names an amount; longer ones tell more */
#define LINES_LENGTH 600 /* ... of a paragraph that begins as sentences of the pay do */
#define THOUSANDS 4      /* digits of an amount that somebody is paid a year: "$12" is a price */

/* "$100m", "€2 billion": what a house is worth, and nobody's pay. */
static bool is_of_house(struct text behind)
{
    static const char *const units[] = {"m", "M", "b", "B", "million", "billion", NULL};
    size_t begin = behind.size > 0 && behind.data[0] == ' ', end = begin;
    while (end < behind.size && is_ascii_letter(behind.data[end]))
        end++; /* "$60,000 MXN" is a currency's */
    return text_is_one_of(text_slice(behind, begin, end), units);
}

/* A sign of money in front of a number of thousands; none of them is a house's. */
bool names_amount(struct text words)
{
    static const struct text signs = TEXT_INIT("$£€");
    bool is_found = false;
    for (size_t at = 0; at < words.size;) {
        if (!text_has(signs, text_next(words, &at)))
            continue;
        size_t digits = 0, end = at;
        while (end < words.size && (is_ascii_digit(words.data[end]) || words.data[end] == ',' ||
                                    words.data[end] == '.' || words.data[end] == ' '))
            digits += is_ascii_digit(words.data[end++]);
        bool is_short = end < words.size && (words.data[end] == 'k' || words.data[end] == 'K');
        while (end > at && words.data[end - 1] == ' ')
            end--;
        if (is_of_house(text_from(words, end)))
            return false;
        is_found |= digits >= THOUSANDS || (is_short && digits > 1);
        at = end;
    }
    return is_found;
}

static bool tells_of_pay(struct extraction *x, struct text words)
{
    size_t length = text_code_points(words);
    if (length > LINES_LENGTH || !names_amount(words))
        return false;
    return vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_REWARDS ||
           tells_pay_range(x, words) ||
           (length <= LINE_LENGTH &&
            vocabulary_speaks_of(x->vocabulary, x->scratch, words, ELEMENT_REWARDS));
}

bool tells_pay_range(const struct extraction *x, struct text words)
{
    return text_holds_any(words, signs_of(x, SIGN_PAY_RANGE)) && names_amount(words);
}

/* Words of no element, or one text: among the items of a list, such a line may be one of them. */
static bool is_open_to_it(const struct extraction *x)
{
    const struct target *t = &x->target;
    return x->role != NULL && (t->kind == TARGET_OTHER || (t->kind == TARGET_ELEMENT &&
                                                           t->records->element == ELEMENT_PURPOSE));
}

/* "The base salary range is listed below." behind what the house says of itself: the pay begins. */
static bool begins_pay(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_OTHER && text_is_empty(t->section->heading) &&
           vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_REWARDS;
}

bool fill_pay_words(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_over_items = next < outline->count && piece_is_item(&outline->pieces[next]);
    if (!is_open_to_it(x) || piece->block->kind != BLOCK_PARAGRAPH || is_over_items ||
        piece_looks_like_item(piece) || piece->is_candidate)
        return false;
    bool begins = begins_pay(x, piece);
    if (!begins && !tells_of_pay(x, piece->text))
        return false;
    struct target before = x->target;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_REWARDS), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_block(x, piece->block);
    if (!begins) {
        close_target(x);
        x->target = before;
    }
    return true;
}
