/* Labels that the vocabulary does not know, by their words. */
#include "core/base/script.h"
#include "core/extract/labels/label_parts.h"
#include "core/extract/outline/outline.h"
#include "core/model/fold.h"

#define REMARKED_LENGTH 6 /* Han of a label that a remark follows; longer ones are sentences */

static size_t last_word(struct text text)
{
    size_t begin = text.size;
    while (begin > 0 && text.data[begin - 1] != ' ')
        begin--;
    return begin;
}

/* "Senior software engineer" is a position, whatever it works with, and so is "Eligibility clerk
 * II", of which there is an "Eligibility clerk series". */
static bool ends_in_position(struct extraction *x, struct text text)
{
    static const struct text levels = TEXT_INIT("IVX123456789");
    size_t begin = last_word(text);
    struct text last = text_from(text, begin);
    if (begin > 0 && (text_consists_of(last, levels) ||
                      text_is_any(fold_text(x->scratch, last), signs_of(x, SIGN_SERIES))))
        text = text_trim(text_slice(text, 0, begin));
    begin = last_word(text);
    return is_latin_text(text) && begin > 0 && !ends_in_colon(text) &&
           vocabulary_is_position(x->vocabulary, x->scratch, text_from(text, begin));
}

/* Between two captions in one; the last ones are words that join so much else, too. */
static const struct text joints[] = {TEXT_INIT("及"),    TEXT_INIT("與"), TEXT_INIT("与"),
                                     TEXT_INIT("和"),    TEXT_INIT("、"), TEXT_INIT("/"),
                                     TEXT_INIT("暨"),    TEXT_INIT("&"),  TEXT_INIT(" and "),
                                     TEXT_INIT(" AND "), TEXT_INIT(" + ")};
#define JOINTS (sizeof joints / sizeof *joints)
#define SURE_JOINTS 8        /* of them */
#define EMPLOYMENT_LENGTH 30 /* letters of how people are employed, behind an unknown label */

/* What is done, or the description of it. */
static bool is_of_duties(const struct label *label)
{
    return label->kind == LABEL_ELEMENT &&
           (label->element == ELEMENT_DUTIES || label_is_description(label));
}

/*
 * The labels on both sides of the joint; false: it has no place between words, or what stands in
 * front of it is no element, whatever is behind.
 */
static bool part_at_joint(struct extraction *x, struct text words, struct text joint,
                          struct label *first, struct label *second)
{
    size_t at = text_find(words, joint, 0);
    if (at == TEXT_NOT_FOUND || at == 0)
        return false;
    *first = label_find(x, text_trim(text_slice(words, 0, at)));
    if (first->kind != LABEL_ELEMENT)
        return false;
    *second = label_find(x, text_trim(text_from(words, at + joint.size)));
    return true;
}

struct label label_of_both(struct extraction *x, struct text text)
{
    struct text words = label_bare(text);
    uint64_t bits = text_bits(words);
    for (size_t i = 0; i < JOINTS; i++) {
        struct label first, second;
        if (!text_may_hold(bits, joints[i]) || !part_at_joint(x, words, joints[i], &first, &second))
            continue;
        bool is_first = is_of_duties(&first);
        const struct label *needs = is_first ? &second : &first;
        if ((is_first || is_of_duties(&second)) && needs->kind == LABEL_ELEMENT &&
            needs->element == ELEMENT_APPOINTMENT) {
            struct label both = label_of(ELEMENT_DUTIES);
            both.second = ELEMENT_APPOINTMENT;
            return both;
        }
    }
    return label_of(ELEMENT_COUNT);
}

/* 崗位職責及標準, 公司福利與活動: two captions in one; the first says what the words are. */
static struct label guess_of_joined(struct extraction *x, struct text text)
{
    for (size_t i = 0; i < SURE_JOINTS; i++) {
        struct label first, second;
        if (!part_at_joint(x, text, joints[i], &first, &second))
            continue;
        bool is_sure = second.kind == LABEL_ELEMENT || (!first.needs_context && !first.is_part);
        if (is_sure && kind_has_items(element_row(first.element)->kind)) {
            first.guess = GUESS_WHOLE;
            first.second = second.kind == LABEL_ELEMENT ? second.element : ELEMENT_COUNT;
            return first;
        }
    }
    return label_of(ELEMENT_COUNT);
}

/* 「工時彈性。參考工作時間：」: a sentence ends in front of the words of a label. */
static bool has_sentence_in_front(struct text text)
{
    static const struct text stop = TEXT_INIT("。");
    size_t at = text_find(text, stop, 0);
    return at != TEXT_NOT_FOUND && at + stop.size < text.size;
}

struct label label_guess(struct extraction *x, struct text text)
{
    struct label label = label_of(ELEMENT_COUNT);
    if (text.size > LABEL_BYTES || text_is_empty(text) || has_sentence_in_front(text))
        return label;
    struct text plain = label_without_remark(label_bare(text));
    if (!is_latin_text(plain) && text_code_points(plain) <= REMARKED_LENGTH)
        text = plain; /* 評核指標（每項註明） */
    struct guess guess = label_words_guess(x, text);
    if (guess.element == ELEMENT_COUNT && is_latin_text(plain) &&
        label_words_guess(x, plain).is_whole)
        guess = label_words_guess(x, plain); /* "Knowledge and skills (see note 4)" */
    struct text front = guess.is_phrase ? TEXT("") : label_in_front_of_dash(x, plain);
    if (!text_is_empty(front) && label_words_guess(x, front).element != ELEMENT_COUNT)
        guess = label_words_guess(x, front); /* "Prerequisites - technology" */
    if (guess.element == ELEMENT_COUNT && !is_latin_text(text))
        return guess_of_joined(x, text);
    if (guess.element == ELEMENT_COUNT || (!guess.is_phrase && ends_in_position(x, text)))
        return label;
    label.kind = LABEL_ELEMENT;
    label.element = guess.element;
    label.guess = guess.is_phrase ? GUESS_PHRASE : guess.is_whole ? GUESS_WHOLE : GUESS_PARTLY;
    return label;
}

static struct label guess_in_form(struct extraction *x, struct text text)
{
    struct label label = label_guess(x, text);
    struct text plain = label_without_remark(text);
    if (label.kind == LABEL_UNKNOWN && plain.size < text.size)
        label = label_guess(x, plain);
    return label.kind == LABEL_UNKNOWN ? guess_of_joined(x, text) : label;
}

struct label label_guess_in_form(struct extraction *x, struct text text)
{
    return label_remembered(x, LABEL_GUESSED_IN_FORM, text, guess_in_form);
}

bool label_is_sure_guess(const struct label *guess)
{
    return guess->guess == GUESS_PHRASE || guess->guess == GUESS_WHOLE;
}

/* "Part time" of "Part time, 24 hours a week". */
static struct text first_term(struct text value)
{
    static const struct text marks = TEXT_INIT(",;(，；（");
    size_t end = 0;
    for (size_t next = 0; next < value.size && !text_has(marks, text_next(value, &next));)
        end = next;
    return text_trim(text_slice(value, 0, end));
}

bool tells_employment(struct extraction *x, struct text words)
{
    struct text value = first_term(words);
    if (text_code_points(value) > EMPLOYMENT_LENGTH)
        return false;
    if (label_words_guess(x, value).element != ELEMENT_EMPLOYMENT)
        return text_is_any(label_folded(x, value), signs_of(x, SIGN_HOURS));
    return !text_is_any(label_folded(x, value), signs_of(x, SIGN_LOOSE_TERM));
}
