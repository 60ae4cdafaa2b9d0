/*
 * Lines that are headings, or none, by what the others of the document look like: plain lines among
 * plain headings, bold ones among bold, and items that only read like names.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NUMBER_DIGITS 2    /* of a number in front of a blank */
#define NUMBERED_LENGTH 14 /* characters of a heading behind such a number */
#define PLAIN_MIN 2        /* headings that nothing marks: the document marks none */
#define LETTERS_MIN 4      /* of a plain heading: "OR" stands between two items */
#define CAPITALS_MIN 3     /* labels in capitals: the document writes its headings so */
#define SIBLINGS_MIN 2     /* known headings in bold: the document marks its headings so */

/* A heading of an element that nothing marks. */
static bool is_plain_heading(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && !piece->is_strong &&
           piece->label.kind != LABEL_OTHER && !piece->is_numbered && !ends_in_colon(piece->text) &&
           ends_like_heading(piece->text) && piece->block->align != ALIGN_CENTRE;
}

/*
 * In a document whose known headings are plain lines, an unknown one is a plain line as well:
 * "Culture Commitment" between "Work Conditions" and "Education & Experience"; and so is one that
 * is known to be no element's: 公司介紹 between 崗位職責 and 任職要求.
 */
static bool is_plain_other(struct extraction *x, const struct piece *piece, bool is_latin)
{
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_numbered ||
        !ends_like_heading(piece->text))
        return false;
    struct label label = label_find(x, piece->text);
    if (!is_latin)
        return label.kind == LABEL_OTHER && !label.needs_context && !is_latin_text(piece->text);
    return piece->text.size >= LETTERS_MIN && is_title_case(piece->text) &&
           piece_stands_over_words(x, piece);
}

/* "Location" right above it: a plain label of one value, which stands below it. */
static bool is_below_value_label(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    bool is_over = is_plain_heading(above) ||
                   (above->kind == PIECE_HEADING && above->level == LEVEL_PSEUDO &&
                    !above->is_strong && ends_in_colon(above->text)); /* "Time type:" */
    return before < index && is_over && text_is_empty(above->rest) &&
           above->label.kind == LABEL_ELEMENT && !is_section_label(&above->label);
}

/* "Bergen" between "Location" and "Department". */
static bool is_value_of_label(const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index);
    return next < outline->count && outline->pieces[next].kind == PIECE_HEADING &&
           outline->pieces[next].label.kind == LABEL_ELEMENT &&
           is_below_value_label(outline, index);
}

/* Behind a line of words that is no longer: 晉升機會 behind 員工優惠 is one more item. */
static bool is_among_short(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return before < index && above->kind == PIECE_WORDS && above->block->kind == BLOCK_PARAGRAPH &&
           above->text.size <= outline->pieces[index].text.size &&
           !is_below_value_label(outline, before);
}

/* "• Training" behind other items of its list, though it is a label as well. */
static bool is_bullet_among_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && !piece->is_strong &&
           !ends_in_colon(piece->text) && piece->is_numbered &&
           list_label_number(piece->block->label) == 0 && before < index &&
           above->kind == PIECE_WORDS && piece_look(piece) != 0 &&
           piece_look(above) == piece_look(piece);
}

/*
 * Beside one known heading that is a plain line, another line that looks the same and names a
 * section, though alone it would be an item: "Required Skills" behind "Responsibilities".
 */
static bool is_plain_sibling(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_numbered ||
        is_among_short(outline, index) || !ends_like_heading(piece->text))
        return false;
    struct label label = label_find(x, piece->text);
    bool is_known = is_section_label(&label);
    struct label guess = is_known ? label_of(ELEMENT_COUNT) : label_guess(x, piece->text);
    bool is_guessed = is_section_label(&guess) && is_title_case(piece->text) &&
                      label.kind == LABEL_UNKNOWN && piece_stands_over_words(x, piece);
    if (!is_known && !is_guessed)
        return false;
    piece->label = label;
    piece->guess = guess;
    return true;
}

static void make_plain_heading(struct piece *piece)
{
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_PSEUDO;
}

/* "What skills will come in handy?" over items, where another plain question is a known heading. */
static void find_plain_questions(struct extraction *x, struct outline *outline)
{
    size_t known = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        known += piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO &&
                 !piece->is_strong && asks_like_heading(piece->text);
    }
    for (size_t i = 0; known > 0 && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
            !asks_like_heading(piece->text) || !piece_stands_over_words(x, piece))
            continue;
        make_plain_heading(piece);
        piece->label = label_find(x, piece->text);
        piece->guess = label_guess(x, piece->text);
    }
}

/* The last heading, where it is known and numbered alike: "3.3 Experience" above "3.4 …". */
static bool is_below_numbered_sibling(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t at = index, above = outline_previous(outline, at);
    while (above < at && outline->pieces[above].kind == PIECE_WORDS &&
           piece_look(&outline->pieces[above]) != piece_look(piece)) {
        at = above;
        above = outline_previous(outline, at);
    }
    const struct piece *sibling = &outline->pieces[above];
    return above < at && at < index && sibling->kind == PIECE_HEADING &&
           piece_look(sibling) == piece_look(piece) && is_section_label(&sibling->label);
}

/*
 * "3.4 Qualifications and/or training" behind "3.3 Experience" and its items, over items of its
 * own: where the words speak of an element, it is a heading as well.
 */
static void find_numbered_siblings(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
            !text_has_digit(piece->list_label) || next == outline->count ||
            outline->pieces[next].block->kind != BLOCK_LIST || !ends_like_heading(piece->text) ||
            !is_below_numbered_sibling(outline, i))
            continue;
        struct label guess = label_guess(x, list_label_of(piece->text).rest);
        if (!is_section_label(&guess))
            continue;
        make_plain_heading(piece);
        piece->guess = guess;
    }
}

/* 1 of 「1 目的」: a number of one or two digits, and a blank alone behind it; 0: there is none. */
static unsigned number_at_blank(struct text text)
{
    unsigned number = 0;
    size_t at = 0;
    for (; at < text.size && at < NUMBER_DIGITS && is_ascii_digit(text.data[at]); at++)
        number = 10 * number + (unsigned)(text.data[at] - '0');
    size_t behind = at;
    bool is_blank = at < text.size && is_blank_code_point(text_next(text, &behind));
    struct text rest = is_blank ? text_trim(text_from(text, behind)) : TEXT("");
    return !text_is_empty(rest) && (uint8_t)rest.data[0] >= HAN_BYTE ? number : 0;
}

/*
 * 「1 目的」 over its words, in front of 「2 適用範圍」 and 「3 職責」, which are known, as standards of a
 * house have them; 「1 收貨」 right over 「2 發貨」 is an item.
 */
static void find_numbered_lines(struct extraction *x, struct outline *outline)
{
    unsigned next = 0;             /* the number of the next such line that is a heading; 0: none */
    size_t below = outline->count; /* where that line is */
    for (size_t i = outline->count; i-- > 0;) {
        struct piece *piece = &outline->pieces[i];
        unsigned number = number_at_blank(piece->text);
        if (number == 0 || piece->block->kind != BLOCK_PARAGRAPH)
            continue;
        bool is_line = piece->kind == PIECE_WORDS && number + 1 == next &&
                       outline_next(outline, i) < below && ends_like_heading(piece->text) &&
                       !text_is_longer(piece->text, NUMBERED_LENGTH);
        if (is_line) {
            make_plain_heading(piece);
            piece->label = label_find(x, piece->text);
            piece->guess = label_guess(x, piece->text);
        }
        next = piece->kind == PIECE_HEADING && (is_line || is_section_label(&piece->label)) ? number
                                                                                            : 0;
        below = i;
    }
}

/* A gap stands in front of it, or a paragraph of Word that holds nothing and is no piece. */
static bool is_apart(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    struct span a = outline->pieces[before].block->span, b = outline->pieces[index].block->span;
    return before == index || outline_has_gap(outline, index) ||
           (a.paragraph > 0 && a.paragraph + 1 < b.paragraph) || a.table != b.table;
}

/* Right behind a line of words. */
static bool is_in_row(const struct outline *outline, size_t index)
{
    return !is_apart(outline, index) &&
           outline->pieces[outline_previous(outline, index)].kind == PIECE_WORDS;
}

/*
 * The known headings that nothing marks stand apart from what is in front of them: "Paid Time Off"
 * right below "Dental Insurance" is none.
 */
static bool are_headings_apart(const struct outline *outline)
{
    size_t apart = 0, close = 0;
    for (size_t i = 0; i < outline->count; i++) {
        if (!is_plain_heading(&outline->pieces[i]) || !is_latin_text(outline->pieces[i].text))
            continue;
        apart += is_apart(outline, i);
        close += !is_apart(outline, i);
    }
    return apart > 2 * close;
}

/* "Growth Opportunities" between "Paid Time Off" and "Bike Racks", lines of no gap. */
static bool is_benefit_in_row(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return is_plain_heading(piece) && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_CAREER && is_in_row(outline, index) &&
           next < outline->count && !is_apart(outline, next);
}

void find_plain_headings(struct extraction *x, struct outline *outline)
{
    size_t plain = 0, latin = 0, capitals = 0, strong = 0;
    find_plain_questions(x, outline);
    find_numbered_siblings(x, outline);
    find_numbered_lines(x, outline);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        strong += piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO &&
                  piece->is_strong && names_section(&piece->label);
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_plain = is_plain_heading(piece);
        if (strong >= PLAIN_MIN &&
            ((is_plain && is_among_short(outline, i)) || is_bullet_among_items(outline, i))) {
            piece_make_words(piece); /* headings are bold in this document */
            continue;
        }
        latin += is_plain && is_title_case(piece->text);
        capitals += is_plain && is_title_case(piece->text) && is_in_capitals(piece->text);
        plain += is_plain && !is_latin_text(piece->text);
    }
    bool are_apart = latin >= PLAIN_MIN && are_headings_apart(outline);
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (are_apart && is_benefit_in_row(outline, i)) {
            piece->kind = PIECE_WORDS;
            piece->label = label_of(ELEMENT_COUNT);
            continue;
        }
        if ((is_latin_text(piece->text) ? latin > 0 : plain > 0) && is_plain_sibling(x, outline, i))
            make_plain_heading(piece);
        else if ((latin >= PLAIN_MIN && (capitals < latin || is_in_capitals(piece->text)) &&
                  is_plain_other(x, piece, true) && !is_value_of_label(outline, i) &&
                  !(are_apart && is_in_row(outline, i))) ||
                 (plain >= PLAIN_MIN && is_plain_other(x, piece, false))) {
            make_plain_heading(piece);
            piece->label = label_find(x, piece->text);
        }
    }
}

bool piece_is_in_capitals(const struct piece *piece)
{
    return is_latin_text(piece->text) && is_in_capitals(piece->text);
}

bool outline_has_labels_in_capitals(const struct outline *outline)
{
    size_t capitals = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_PARAGRAPH ||
            piece->label.kind != LABEL_ELEMENT)
            continue;
        if (!piece_is_in_capitals(piece))
            return false;
        capitals++;
    }
    return capitals >= CAPITALS_MIN;
}

void find_headings_in_capitals(struct extraction *x, struct outline *outline)
{
    if (!outline_has_labels_in_capitals(outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
            piece_looks_like_item(piece) || !ends_in_colon(piece->text) ||
            !piece_is_in_capitals(piece) || !ends_like_heading(piece->text))
            continue;
        make_plain_heading(piece);
        piece->label = label_find(x, piece->text);
    }
}

/* A bold line that is a heading, and known by all of its words. */
static bool is_known_in_bold(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && piece->is_strong &&
           (names_section(&piece->label) || label_is_sure_guess(&piece->guess));
}

void find_siblings(struct outline *outline)
{
    size_t known[2] = {0}; /* not numbered, numbered */
    for (size_t i = 0; i < outline->count; i++)
        known[outline->pieces[i].is_numbered] += is_known_in_bold(&outline->pieces[i]);
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        piece->is_sibling = piece->kind == PIECE_WORDS && piece->is_candidate && piece->is_strong &&
                            known[piece->is_numbered] >= SIBLINGS_MIN && next < outline->count &&
                            outline->pieces[next].kind != PIECE_HEADING;
    }
}
