/*
 * Lines that give the position's name behind a label, again and again: 「職稱：…」 over the
 * sections of one posting, and once more over those of the next. Where such a label is an ordinary
 * word, one alone could be an item of the section in front of it; several that are alike begin
 * roles.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define LINES_MIN 2    /* of one label, each over sections */
#define CODE_LENGTH 12 /* characters of what stands right above such a line: "D01", 職位一 */
#define SECTIONS_DISTANCE 40 /* pieces between the name and its first section: a bound on work */

/* What labels that are no ordinary words are all alike in: 職位名稱, 崗位名稱. */
static const struct text sure_label = TEXT_INIT(":");

/* 「职位：」 in a line of its own, over its value. */
static bool is_label_over_name(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO &&
           piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE &&
           ends_in_colon(piece->text) && text_is_empty(piece->rest);
}

/* What a form has one of, other than the name: 「部門：…」 */
static bool is_term(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->element != ELEMENT_TITLE &&
           kind_has_one_value(element_row(label->element)->kind);
}

/*
 * The label of a line that gives the position's name, be it behind terms (「部門：… 職稱：…」);
 * empty: it is no such line.
 */
static struct text title_label_of(struct extraction *x, const struct piece *piece)
{
    struct pair pairs[PAIRS_MAX];
    if (is_label_over_name(piece))
        return piece->label.needs_context ? fold_label(x->scratch, piece->text) : sure_label;
    if (piece->kind != PIECE_PAIRS || piece->label.kind != LABEL_ELEMENT)
        return TEXT("");
    size_t count = label_pairs(x, piece->text, pairs, PAIRS_MAX), at = 0;
    while (at < count && is_term(&pairs[at].label))
        at++;
    if (at == count || pairs[at].label.kind != LABEL_ELEMENT ||
        pairs[at].label.element != ELEMENT_TITLE || is_aim(pairs[at].value))
        return TEXT(""); /* "Role: To lead the club" names none */
    return pairs[at].label.needs_context ? fold_label(x->scratch, pairs[at].name) : sure_label;
}

/* What the holder does or needs is told below the line, in front of the next that gives a name. */
static bool is_over_sections(const struct outline *outline, size_t line)
{
    for (size_t i = line + 1; i < outline->count && i < line + SECTIONS_DISTANCE; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
        if (is_label && piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE)
            return false;
        if (piece_section(piece) != ELEMENT_COUNT)
            return true;
    }
    return false;
}

/* The first line that gives a name over sections; outline->count: there is none. */
static size_t first_line(struct extraction *x, const struct outline *outline, struct text *label)
{
    for (size_t i = 0; i < outline->count; i++) {
        *label = title_label_of(x, &outline->pieces[i]);
        if (!text_is_empty(*label) && is_over_sections(outline, i))
            return i;
    }
    return outline->count;
}

/* Like the first line: the same label, over sections. */
static bool begins_posting(struct extraction *x, const struct outline *outline, size_t line,
                           struct text label)
{
    return text_equal(title_label_of(x, &outline->pieces[line]), label) &&
           is_over_sections(outline, line);
}

/* D03, 職位一, 「（二）」. */
static bool is_code(struct text words)
{
    static const struct text numerals = TEXT_INIT("一二三四五六七八九十");
    for (size_t i = 0; i < words.size;) {
        size_t begin = i;
        uint32_t c = text_next(words, &i);
        bool is_last = i == words.size;
        if ((c >= '0' && c <= '9') ||
            (is_last && text_find(numerals, text_slice(words, begin, i), 0) != TEXT_NOT_FOUND))
            return true;
    }
    return list_label_of(words).kind != LIST_LABEL_NONE;
}

/* "D03" right above the line, behind a blank: the number of the posting that begins there. */
static bool is_code_above(const struct outline *outline, size_t line)
{
    size_t before = outline_previous(outline, line);
    const struct piece *above = &outline->pieces[before];
    return before < line && above->kind == PIECE_WORDS && above->block->kind == BLOCK_PARAGRAPH &&
           !piece_looks_like_item(above) && text_code_points(above->text) <= CODE_LENGTH &&
           ends_like_heading(above->text) && is_code(above->text);
}

/* The term that a line begins with; ELEMENT_COUNT: it is no line of labels. */
static enum element term_of(const struct piece *piece)
{
    return piece->kind == PIECE_PAIRS && is_term(&piece->label) ? piece->label.element
                                                                : ELEMENT_COUNT;
}

/* Which terms stand right above the line. */
static uint64_t terms_above(const struct outline *outline, size_t line)
{
    uint64_t terms = 0;
    for (size_t at = line, above; (above = outline_previous(outline, at)) < at; at = above) {
        enum element term = term_of(&outline->pieces[above]);
        if (term == ELEMENT_COUNT)
            break;
        terms |= (uint64_t)1 << term;
    }
    return terms;
}

/*
 * Where the posting begins that the line gives the name of: in front of it stand its code, and the
 * terms that stand in front of the first name, too (「部門：…」 over 「崗位：…」).
 */
static size_t posting_begin(const struct outline *outline, size_t line, uint64_t terms)
{
    size_t begin = line;
    for (size_t above; (above = outline_previous(outline, begin)) < begin; begin = above) {
        enum element term = term_of(&outline->pieces[above]);
        if (term == ELEMENT_COUNT || (terms & (uint64_t)1 << term) == 0)
            break;
    }
    return is_code_above(outline, begin) ? outline_previous(outline, begin) : begin;
}

/*
 * 保安 in a plain line right over 「任職要求：」, behind sections of another role: among postings whose
 * lines say what they name, one that does not. Below 「直接上級：」 it is that one's value.
 */
static bool is_name_without_label(struct extraction *x, const struct outline *outline, size_t name)
{
    const struct piece *piece = &outline->pieces[name];
    const struct piece *above = &outline->pieces[outline_previous(outline, name)];
    bool is_value = above->kind == PIECE_HEADING && text_is_empty(above->rest);
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) && !is_value &&
           !piece->is_role && piece->block->kind == BLOCK_PARAGRAPH &&
           piece_section(piece) == ELEMENT_COUNT && !piece_looks_like_item(piece) &&
           outline_is_name_like(x, piece) && outline_is_position(x, piece);
}

static void find_names_without_label(struct extraction *x, struct outline *outline, size_t first)
{
    bool has_section = false; /* the role in front */
    for (size_t i = first; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        has_section &= !(piece->begins_role || piece->is_role);
        if (piece_section(piece) == ELEMENT_COUNT)
            continue;
        size_t name = outline_previous(outline, i);
        if (has_section && name < i && is_name_without_label(x, outline, name))
            name_line_over(x, outline, name, i);
        has_section = true;
    }
}

/* ---- 「岗位：保洁领班」 right over what that one does ---- */

/* The position that the line names, with words right below and no label in it but that; or none. */
static struct text name_over_words(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t next = outline_next(outline, line);
    struct pair pairs[2];
    if (piece->kind != PIECE_PAIRS || next == outline->count ||
        outline->pieces[next].kind != PIECE_WORDS || text_is_empty(title_label_of(x, piece)) ||
        text_find(piece->text, TEXT("\n"), 0) != TEXT_NOT_FOUND ||
        label_pairs(x, piece->text, pairs, 2) != 1)
        return TEXT("");
    struct text name = label_without_remark(pairs[0].value);
    return vocabulary_is_position(x->vocabulary, x->scratch, name) ? pairs[0].value : TEXT("");
}

/* Several of them, and nothing in the document but words otherwise: the words are duties. */
static void find_titles_over_words(struct extraction *x, struct outline *outline)
{
    size_t names = 0, first = outline->count;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_name = !text_is_empty(name_over_words(x, outline, i));
        first = is_name && names == 0 ? i : first;
        names += is_name;
        bool may_stand = piece->kind == PIECE_WORDS || piece->kind == PIECE_SKIPPED || is_name;
        if (piece->begins_role || (names > 0 && !may_stand))
            return;
    }
    for (size_t i = first; names >= LINES_MIN && i < outline->count; i++) {
        struct text name = name_over_words(x, outline, i);
        if (text_is_empty(name))
            continue;
        struct piece *piece = &outline->pieces[i];
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_NAMED;
        piece->is_role = piece->is_duties = true;
        piece->name = name;
        piece->label = label_of(ELEMENT_COUNT);
    }
}

void find_title_lines(struct extraction *x, struct outline *outline)
{
    struct text label;
    size_t first = first_line(x, outline, &label), lines = 0;
    for (size_t i = first; i < outline->count; i++)
        lines += begins_posting(x, outline, i, label);
    uint64_t terms = first < outline->count ? terms_above(outline, first) : 0;
    for (size_t i = first; lines >= LINES_MIN && i < outline->count; i++)
        if (begins_posting(x, outline, i, label))
            outline->pieces[posting_begin(outline, i, terms)].begins_role = true;
    if (lines >= LINES_MIN)
        find_names_without_label(x, outline, first);
    else
        find_titles_over_words(x, outline);
}
