/* Words that no heading announces: what the headings around them leave them to be. */
#include "core/base/script.h"
#include "core/extract/labels/latin_words.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define LINES_MIN 3         /* of a list without bullets */
#define REFERENCE_LENGTH 60 /* characters of a sentence that says where to read on */
#define SENTENCE_WORDS 3    /* at least, of one right below a role's name */
#define PHRASE_WORDS 4      /* alike, without a stop */
#define SENTENCE_LENGTH 6   /* characters, alike */
#define LEAD_BYTES 240 /* of a paragraph below a role's name, in which it says whom it tells of */

static void open_plain(struct extraction *x, enum element element, struct span at)
{
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(element), TEXT(""), LEVEL_PSEUDO, at);
}

/* Paragraphs without a gap between them, behind one: the lines of a list that has no bullets. */
static bool begins_lines(const struct outline *outline, size_t index)
{
    size_t last = index + LINES_MIN - 1;
    if (last >= outline->count || !outline_has_gap(outline, index))
        return false;
    for (size_t i = index; i <= last; i++)
        if (outline->pieces[i].kind != PIECE_WORDS || (i > index && outline_has_gap(outline, i)))
            return false;
    return true;
}

/* Such lines behind sentences that tell the purpose, where no heading is the duties'. */
static bool begins_plain_lines(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    if (x->role == NULL || x->region.has_duties || t->kind != TARGET_ELEMENT)
        return false;
    const struct records *purpose = &x->role->values[ELEMENT_PURPOSE];
    bool is_open = t->records == purpose || t->records == &x->role->values[ELEMENT_TITLE];
    if (!is_open || purpose->count == 0 || x->role->values[ELEMENT_DUTIES].count > 0 ||
        !begins_lines(outline, index))
        return false;
    struct label label = label_find(x, purpose->heading); /* "Job description", or none */
    return text_is_empty(purpose->heading) || label_is_description(&label);
}

/* A gap in front of it, and none in front of the item before: another list begins. */
static bool begins_list(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    return outline->pieces[index].block->kind == BLOCK_LIST ||
           (before < index && outline->pieces[before].kind == PIECE_WORDS &&
            outline_has_gap(outline, index) && !outline_has_gap(outline, before));
}

/* The items from there on, up to the end of the list: they look alike. */
static struct sorting sort_list(struct extraction *x, const struct outline *outline, size_t index)
{
    struct sorting sorting = {0};
    const struct piece *first = &outline->pieces[index];
    for (size_t i = index; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_same = piece_is_item(first) ? piece_is_item(piece)
                                            : i == index || !outline_has_gap(outline, i);
        bool is_next_list = i > index && (piece_number(piece) == 1 || begins_list(outline, i));
        if (piece->kind != PIECE_WORDS || !is_same || is_next_list ||
            piece_look(piece) != piece_look(first))
            break;
        sort_block(x, piece->block, &sorting);
        if (first->block->kind == BLOCK_LIST)
            break;
    }
    return sorting;
}

/* Two lines in three or more. */
static bool are_most(size_t count, const struct sorting *sorting)
{
    return sorting->lines > 1 && 3 * count >= 2 * sorting->lines;
}

/* Right behind a label and its value in one line. */
static bool is_behind_line(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return before < index && (above->kind == PIECE_PAIRS ||
                              (above->kind == PIECE_HEADING && !text_is_empty(above->rest)));
}

/*
 * "Job goal: to keep the books." over a list of acts, where no heading is the duties': the label
 * is over with its line. So it is over a list with an act in it and no condition, where these have
 * a heading. Standards tell acts, too.
 */
static bool begins_duties_behind_line(struct extraction *x, const struct outline *outline,
                                      size_t index)
{
    const struct target *t = &x->target;
    if (x->role == NULL || x->region.has_duties || x->region.has_duties_in_form ||
        t->kind != TARGET_ELEMENT || !is_behind_line(outline, index) || t->records->count == 0 ||
        t->records->element == ELEMENT_STANDARDS || !piece_is_item(&outline->pieces[index]) ||
        x->role->values[ELEMENT_DUTIES].count > 0)
        return false;
    struct sorting sorting = sort_list(x, outline, index);
    bool has_conditions = sorting.conditions > 0 || !x->region.has_eligibility;
    return are_most(sorting.duties, &sorting) || (sorting.duties > 0 && !has_conditions);
}

/* Right below the heading that names the role. */
static bool is_below_name(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    return before < index && outline->pieces[before].is_role;
}

/* "Location: Porto" and "Porto · Full-time": one value, or several. */
static bool is_of_terms(struct extraction *x, const struct piece *piece)
{
    if (piece->kind != PIECE_PAIRS)
        return is_tag_line(x, piece);
    enum element element = piece->label.element;
    enum kind kind = element == ELEMENT_COUNT ? KIND_RECORDS : element_row(element)->kind;
    return piece->label.kind == LABEL_ELEMENT && element != ELEMENT_PURPOSE &&
           kind_has_one_value(kind);
}

/* Below the heading that names the role, and lines of terms under it. */
static bool is_below_terms(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index);
    for (; above < index && is_of_terms(x, &outline->pieces[above]);
         above = outline_previous(outline, index))
        index = above;
    return is_below_name(outline, index);
}

/*
 * Right below the name of a position, or below 「直接上級：總經理」 there, a list in a role that
 * has its duties nowhere else: it is what its holder does.
 */
static bool is_only_list(struct extraction *x, const struct outline *outline, size_t index)
{
    bool is_there = is_behind_line(outline, index) || is_below_name(outline, index);
    return is_there && !x->region.has_purpose && !x->region.has_duties_in_form &&
           x->role->values[ELEMENT_DUTIES].count == 0 &&
           vocabulary_is_position(x->vocabulary, x->scratch, role_title(x->role)) &&
           sort_list(x, outline, index).conditions == 0;
}

/*
 * A list below the sentences of the purpose: what its holder does, or what it takes, by how most of
 * its items begin, where no heading is about that; ELEMENT_COUNT: it tells the purpose, too.
 */
static enum element element_below_purpose(struct extraction *x, const struct outline *outline,
                                          size_t index)
{
    const struct target *t = &x->target;
    bool is_purpose = x->role != NULL && t->kind == TARGET_ELEMENT &&
                      t->records->element == ELEMENT_PURPOSE && t->records->count > 0;
    if (!is_purpose || !piece_is_item(&outline->pieces[index]))
        return ELEMENT_COUNT;
    struct sorting sorting = sort_list(x, outline, index);
    bool is_theirs = !x->region.has_duties && !x->region.has_duties_in_form &&
                     x->role->values[ELEMENT_DUTIES].count == 0;
    if (are_most(sorting.duties, &sorting))
        return is_theirs ? ELEMENT_DUTIES : ELEMENT_COUNT;
    bool are_conditions =
        are_most(sorting.conditions, &sorting) && (x->awaits_items || !x->region.has_eligibility);
    return are_conditions ? ELEMENT_APPOINTMENT : ELEMENT_COUNT;
}

/*
 * Short, but a sentence, and the first thing below the name of a position or of a role that has
 * its duties elsewhere: "Makes the releases."
 */
static bool is_first_sentence(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t blanks = 0;
    if (!x->region.has_duties &&
        !vocabulary_is_position(x->vocabulary, x->scratch, role_title(x->role)))
        return false;
    for (size_t i = 0; i < piece->text.size; i++)
        blanks += piece->text.data[i] == ' ';
    bool is_latin = is_latin_text(piece->text);
    bool has_stop = text_ends_with(piece->text, is_latin ? TEXT(".") : TEXT("。"));
    return piece->block->kind == BLOCK_PARAGRAPH && !piece_is_item(piece) && has_stop &&
           is_below_terms(x, outline, index) &&
           (is_latin ? blanks + 1 >= SENTENCE_WORDS
                     : text_code_points(piece->text) >= SENTENCE_LENGTH);
}

/* In front of the list, the labels or the headings that have what somebody does. */
static bool is_over_sections(const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index);
    const struct piece *below = &outline->pieces[next];
    return next < outline->count && !below->is_role &&
           (below->kind == PIECE_HEADING || below->kind == PIECE_PAIRS || below->is_of_labels ||
            piece_is_item(below));
}

static bool is_paragraph_or_quote(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE;
}

/* "According to article 4 of the charter:" right below the name, in front of what is told there. */
static bool is_lead_of_sentences(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (!is_below_name(outline, index) || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_is_item(piece) || !ends_in_colon(piece->text) || next >= outline->count)
        return false;
    const struct piece *below = &outline->pieces[next];
    return piece_is_prose(below) ||
           (below->kind == PIECE_WORDS && below->block->kind == BLOCK_QUOTE);
}

/*
 * "Owner for release coordination": a phrase of some words, and no act, no caption of a list. Names
 * of houses and places have their words in upper case.
 */
bool is_latin_phrase(struct extraction *x, const struct piece *piece)
{
    size_t blanks = 0;
    for (size_t i = 0; i < piece->text.size; i++)
        blanks += piece->text.data[i] == ' ';
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           !piece_looks_like_item(piece) && !piece->is_candidate && blanks + 1 >= PHRASE_WORDS &&
           is_latin_text(piece->text) && !is_title_case(piece->text) &&
           !ends_in_colon(piece->text) && !text_has(piece->text, '@') &&
           vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_COUNT &&
           label_guess(x, piece->text).kind == LABEL_UNKNOWN;
}

/*
 * 「把會場變成會場」 alone between a role's name and its sections: a motto, and no label, nobody's
 * name, no address or date. In Latin letters, where a posting has such lines for other things, one
 * of several roles may have it.
 */
static bool is_motto(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct text words = text_trim(whole_block_text(x->scratch, piece->block));
    size_t width;
    if (!x->region.has_duties || !is_below_name(outline, index) ||
        !is_over_sections(outline, index) || !is_paragraph_or_quote(piece->block) ||
        piece_looks_like_item(piece) || text_code_points(words) < SENTENCE_LENGTH ||
        text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    bool is_plain = find_colon(words, &width) == TEXT_NOT_FOUND && !text_has(words, '@') &&
                    !text_has_digit(words);
    if (is_latin_text(words))
        return is_plain && outline->has_several_roles && is_latin_phrase(x, piece);
    return is_plain && !are_people(x, words);
}

/* Acts right below the name of a role or its line: duties, though a heading of these comes later.
 */
static bool are_first_acts(struct extraction *x, const struct outline *outline, size_t index)
{
    bool is_there = is_behind_line(outline, index) || is_below_name(outline, index);
    if (!is_there || x->role->values[ELEMENT_DUTIES].count > 0)
        return false;
    struct sorting sorting = sort_list(x, outline, index);
    return are_most(sorting.duties, &sorting);
}

/* Short lines of no section, such as a company's name, stand in front of all that is the role's. */
static bool is_behind_lines_only(const struct extraction *x)
{
    const struct target *t = &x->target;
    bool has_sections = x->region.has_duties && x->region.has_eligibility;
    return x->role != NULL && has_sections && t->kind == TARGET_OTHER && t->level == LEVEL_LINE &&
           text_is_empty(t->section->heading) && x->role->values[ELEMENT_PURPOSE].count == 0 &&
           x->role->values[ELEMENT_DUTIES].count == 0 &&
           x->role->values[ELEMENT_APPOINTMENT].count == 0;
}

/*
 * "Our lock keepers open the gates." right below the name of the lock keeper: what the role is for,
 * as a later heading of the purpose says at length.
 */
static bool is_told_below_name(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (!is_below_name(outline, index) || piece->block->kind != BLOCK_PARAGRAPH ||
        !is_latin_text(piece->text))
        return false;
    struct text name = last_word_of_title(x);
    struct text words = fold_text(x->scratch, text_head(piece->text, LEAD_BYTES));
    return !text_is_empty(name) &&
           (text_starts_with_any(piece->text, signs_of(x, SIGN_REPORTING)) ||
            has_latin_word(words, name));
}

bool is_link_line(const struct piece *piece)
{
    const struct block *block = piece->block;
    bool has_link = false, is_han = false;
    size_t length = 0;
    block = block->kind == BLOCK_QUOTE && block->children != NULL ? block->children : block;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        has_link |= !text_is_empty(run->link);
        is_han |= !text_is_blank(run->text) && !is_latin_text(run->text);
        length += text_code_points(run->text);
        if (length > REFERENCE_LENGTH || text_find(run->text, TEXT("。"), 0) != TEXT_NOT_FOUND)
            return false;
    }
    return has_link && is_han;
}

/* 「公司資訊請見…」: a sentence that only says where to read on. */
static bool refers_elsewhere(struct extraction *x, struct text words)
{
    size_t stop = text_find(words, TEXT("。"), 0);
    bool is_one = stop == TEXT_NOT_FOUND || stop + TEXT("。").size == words.size;
    return is_one && text_code_points(words) <= REFERENCE_LENGTH &&
           text_holds_any(words, signs_of(x, SIGN_ELSEWHERE));
}

/* Behind the form that has the duties: how it is filled in, who signs, and no purpose. */
static bool is_behind_form(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    return before < index && outline->pieces[before].kind == PIECE_TABLE &&
           x->role->values[ELEMENT_DUTIES].count > 0;
}

/*
 * In front of a role's first heading, sentences are its purpose and items its duties, when no
 * heading of the role is theirs, and the items do not say that they are conditions.
 */
void lead_words(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_behind_lines = is_behind_lines_only(x) && piece_is_prose(piece);
    /* "Cook Job Description" over sentences, and a heading of the duties behind these */
    bool is_over_duties =
        target_is_of_title(&x->target) && x->region.has_duties && piece_is_prose(piece) &&
        vocabulary_opening(x->vocabulary, x->scratch, piece->text) != ELEMENT_DUTIES;
    enum element below = element_below_purpose(x, outline, index);
    if (below != ELEMENT_COUNT) {
        open_plain(x, below, piece->block->span);
        x->awaits_items = false;
    } else if (begins_plain_lines(x, outline, index)) {
        struct sorting sorting = sort_list(x, outline, index);
        bool are_conditions = are_most(sorting.conditions, &sorting);
        open_plain(x, are_conditions ? ELEMENT_APPOINTMENT : ELEMENT_DUTIES, piece->block->span);
        x->awaits_items = false;
    } else if ((x->awaits_items && piece_is_item(piece)) ||
               begins_duties_behind_line(x, outline, index)) {
        open_plain(x, ELEMENT_DUTIES, piece->block->span);
        x->awaits_items = false;
    } else if (begins_plain_acts(x, outline, index)) {
        open_plain(x, ELEMENT_DUTIES, piece->block->span);
        x->target.is_row_of_acts = true;
        x->awaits_items = false;
    } else if (x->role == NULL ||
               (!is_behind_lines && x->target.kind != TARGET_NONE && !is_over_duties) ||
               is_list_of_pairs(x, piece->block)) {
        return;
    } else if (piece_is_item(piece) &&
               ((!x->region.has_duties &&
                 (x->region.has_eligibility || is_only_list(x, outline, index))) ||
                are_first_acts(x, outline, index))) {
        open_plain(x, ELEMENT_DUTIES, piece->block->span);
    } else if ((piece_is_prose(piece) || is_first_sentence(x, outline, index) ||
                is_motto(x, outline, index) || is_lead_of_sentences(outline, index)) &&
               (!x->region.has_purpose || is_told_below_name(x, outline, index)) &&
               !refers_elsewhere(x, piece->text) && !is_link_line(piece) &&
               !is_note(x, piece->text) && !is_behind_form(x, outline, index) &&
               (x->role->values[ELEMENT_PURPOSE].count == 0 || x->role_is_fresh)) {
        open_plain(x, ELEMENT_PURPOSE, piece->block->span);
        x->awaits_items = !x->region.has_duties && x->region.has_eligibility;
    }
}

/* The role's name over its list, where the list alone was read: "As a Night Porter:". */
bool is_name_again(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    if (x->role == NULL || t->kind != TARGET_ELEMENT || t->clue != CLUE_FILE_NAME ||
        t->records->count > 0)
        return false;
    struct text name = role_title(x->role); /* none: the list has nothing over it */
    return text_is_empty(name) ? text_is_empty(piece->text)
                               : text_find(piece->text, name, 0) != TEXT_NOT_FOUND;
}

static bool is_list_of_conditions(struct extraction *x, const struct outline *outline, size_t index)
{
    struct sorting sorting = sort_list(x, outline, index);
    return sorting.lines > 1 && 2 * sorting.conditions >= sorting.lines;
}

/* Paragraphs, the first and most of the others a condition. */
static bool are_lines_of_conditions(struct extraction *x, const struct outline *outline,
                                    size_t index)
{
    struct sorting first = {0};
    sort_block(x, outline->pieces[index].block, &first);
    return index > 0 && first.conditions > 0 &&
           sorted_below(x, outline, index - 1) == ELEMENT_APPOINTMENT;
}

/* 「需簽署協議，並…」: a need, whatever stands around it. */
static bool is_asked(struct extraction *x, struct text words)
{
    return text_starts_with_any(words, signs_of(x, SIGN_MUST)) &&
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_APPOINTMENT;
}

bool is_surely_of_conditions(struct extraction *x, const struct outline *outline, size_t index)
{
    struct sorting sorting = sort_list(x, outline, index);
    const struct piece *first = &outline->pieces[index];
    bool is_one_line = sorting.lines == 1 && first->block->kind == BLOCK_PARAGRAPH &&
                       !piece_is_prose(first) && is_latin_text(first->text);
    bool is_need = sorting.lines == 1 && is_asked(x, first->text);
    return are_most(sorting.conditions, &sorting) || is_need ||
           (is_one_line && sorting.conditions == 1) || are_lines_of_conditions(x, outline, index);
}

/* A list of several, most of them conditions. */
static bool is_plainly_of_conditions(struct extraction *x, const struct outline *outline,
                                     size_t index)
{
    struct sorting sorting = sort_list(x, outline, index);
    return sorting.lines >= LINES_MIN && are_most(sorting.conditions, &sorting) &&
           !piece_is_prose(&outline->pieces[index]); /* lines of it may be the source's */
}

/*
 * A second list under a bare name: the first is what its holder does, this what it takes. Under a
 * heading of the duties the second has to say so plainly.
 */
bool begins_conditions(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || t->records->element != ELEMENT_DUTIES ||
        t->records->count == 0 || is_filled(&x->role->values[ELEMENT_APPOINTMENT]) ||
        !begins_list(outline, index))
        return false;
    bool is_bare = t->level == LEVEL_LINE && text_is_empty(t->records->heading);
    return is_bare ? is_list_of_conditions(x, outline, index)
                   : is_plainly_of_conditions(x, outline, index);
}
