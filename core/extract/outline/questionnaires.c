/*
 * What applicants are asked, below a posting: numbers that stand alone in their lines and count
 * up, each over a question and the answers to choose from, up to the next heading, table or line in
 * bold. None of it is of the section in front of it, whatever labels the questions hold.
 */
#include "core/extract/outline/outline.h"

#define NUMBERS_MIN 2 /* of a questionnaire */
#define DIGITS_MAX 3  /* of one of them */

/* "07": the number that is all of a line; 0: it is another line. */
static unsigned number_alone(const struct piece *piece)
{
    unsigned number = 0;
    if (piece->block->kind != BLOCK_PARAGRAPH || piece->text.size > DIGITS_MAX)
        return 0;
    for (size_t i = 0; i < piece->text.size; i++) {
        if (!is_ascii_digit(piece->text.data[i]))
            return 0;
        number = 10 * number + (unsigned)(piece->text.data[i] - '0');
    }
    return number;
}

static bool asks(struct extraction *x, const struct piece *piece)
{
    struct text words = whole_block_text(x->scratch, piece->block);
    return text_has(words, u'?') || text_has(words, u'？') ||
           text_holds_any(words, signs_of(x, SIGN_PLEASE));
}

/* A line in bold that asks nothing, and is not the question below a number: a caption. */
static bool is_caption(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    return piece->is_strong && piece->block->kind == BLOCK_PARAGRAPH &&
           number_alone(&outline->pieces[i - 1]) == 0 && number_alone(piece) == 0 &&
           !asks(x, piece);
}

/*
 * Half of the numbers are over a question; of "01" one is enough, and one number is, unless more are
 * over labels: these count the sections of the posting itself.
 */
static bool are_questions(const struct piece *first, unsigned numbers, unsigned asked,
                          unsigned labels)
{
    bool is_padded = first->text.data[0] == '0';
    return is_padded ? asked > 0 && asked >= labels
                     : numbers >= NUMBERS_MIN && 2 * asked >= numbers;
}

/* Behind the questions that begin with this number 1; first: they are too few, or ask nothing. */
static size_t questionnaire_end(struct extraction *x, const struct outline *outline, size_t first)
{
    unsigned numbers = 1, asked = 0, last_asked = 0, labels = 0;
    size_t i = first + 1;
    for (; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        unsigned number = number_alone(piece);
        if (number == 1 || piece->block->kind == BLOCK_HEADING || piece->kind == PIECE_TABLE ||
            is_caption(x, outline, i))
            break;
        numbers += number == numbers + 1;
        labels += number_alone(piece - 1) > 0 && label_find(x, piece->text).kind == LABEL_ELEMENT;
        if (last_asked != numbers && asks(x, piece)) {
            last_asked = numbers;
            asked++;
        }
    }
    return are_questions(&outline->pieces[first], numbers, asked, labels) ? i : first;
}

/* Labels and headings of it are words. */
static void mark_question(struct piece *piece)
{
    piece->is_question = true;
    piece->is_candidate = false;
    if (piece->kind != PIECE_SKIPPED)
        piece_make_words(piece);
}

void find_questionnaires(struct extraction *x, struct outline *outline)
{
    size_t end = 0; /* of the last that was found */
    for (size_t i = 0; i < outline->count; i++) {
        if (i >= end && number_alone(&outline->pieces[i]) == 1)
            end = questionnaire_end(x, outline, i);
        if (i < end)
            mark_question(&outline->pieces[i]);
    }
}
