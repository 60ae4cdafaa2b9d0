/* Postings in prose: where they are, and their paragraphs, sentence by sentence. */
#include "core/extract/walk/prose.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

/* ---- which roles ---- */

static bool is_paragraph(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           !piece_looks_like_item(piece) && !piece->is_candidate && !piece->is_running &&
           is_latin_text(piece->text);
}

/* It says that the duties follow; "The role" says no more than whose. */
static bool announces_duties(struct extraction *x, const struct piece *piece)
{
    const struct label *label = piece_meaning(piece);
    bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
    if (!is_label || piece->is_role || label->kind != LABEL_ELEMENT ||
        label->element != ELEMENT_DUTIES || label_is_description(label))
        return false;
    return !text_is_any(label_folded(x, piece->text), signs_of(x, SIGN_POST_HEADING));
}

/* Of a section that may hold lists in a posting in prose: what it takes, what one gets. */
static bool is_of_other_lists(const struct piece *heading)
{
    const struct label *label = piece_meaning(heading);
    return label->kind == LABEL_OTHER ||
           (label->kind == LABEL_ELEMENT && label->element != ELEMENT_DUTIES &&
            label->element != ELEMENT_PURPOSE && label->element != ELEMENT_TITLE);
}

/* A sentence of the paragraph tells something of the post, or if only_duties an act of its holder. */
static bool tells_of_post(struct extraction *x, struct text title, struct text words,
                          bool only_duties)
{
    for (size_t from = 0, end; from < words.size; from = end) {
        end = next_sentence(words, from);
        enum told told = told_by_sentence(x, title, text_trim(text_slice(words, from, end)));
        if (only_duties ? told == TOLD_DUTY : told != TOLD_NOTHING)
            return true;
    }
    return false;
}

/* The name of the post: of a heading, or behind its label; empty: it tells none. */
static struct text name_told_by(struct extraction *x, const struct piece *piece)
{
    struct pair pair;
    if (piece->is_role)
        return text_is_empty(piece->name) ? piece->text : piece->name;
    bool is_pair = piece->kind == PIECE_PAIRS && label_pairs(x, piece->text, &pair, 1) == 1;
    bool is_name =
        is_pair && ((pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE) ||
                    is_vacancy(x, &pair.label, pair.value));
    return is_name ? pair.value : TEXT("");
}

bool find_prose(struct extraction *x, const struct outline *outline, size_t from, struct text name,
                size_t *last)
{
    struct text title = fold_text(x->scratch, label_without_remark(name));
    bool is_found = false, may_have_list = false;
    for (size_t i = from; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (i > from && (piece->is_role || piece->begins_role || piece->ends_roles))
            break;
        struct text told = name_told_by(x, piece);
        if (!text_is_empty(told))
            title = fold_text(x->scratch, label_without_remark(told));
        if (piece->kind == PIECE_TABLE || announces_duties(x, piece) ||
            (piece_is_item(piece) && !may_have_list))
            return false;
        if (piece->kind == PIECE_HEADING)
            may_have_list = is_of_other_lists(piece);
        if (!is_paragraph(piece) || may_have_list || !tells_of_post(x, title, piece->text, true))
            continue;
        *last = i;
        is_found = true;
    }
    return is_found;
}

/* ---- their paragraphs ---- */

/* "Hours: ten a week": a label and what it says, in one line. */
static bool is_labelled_line(const struct target *t)
{
    return t->kind == TARGET_ELEMENT && t->level == LEVEL_LINE && t->clue == CLUE_LINE;
}

/* What is told so far is the purpose, or what no heading announces. */
static bool is_open_to_prose(const struct extraction *x)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_NONE || is_labelled_line(t) ||
           (t->kind == TARGET_OTHER && t->level == LEVEL_LINE &&
            text_is_empty(t->section->heading)) ||
           (t->kind == TARGET_ELEMENT &&
            (t->records->element == ELEMENT_PURPOSE || t->records->element == ELEMENT_DUTIES));
}

/*
 * Some sentences, to where they belong; the place that was open is open again behind them. Where none
 * was, the purpose is, if it has begun.
 */
static void fill_sentences(struct extraction *x, enum told told, struct text words, struct span at)
{
    static const enum element elements[] = {[TOLD_NOTHING] = ELEMENT_PURPOSE,
                                            [TOLD_DUTY] = ELEMENT_DUTIES,
                                            [TOLD_NEED] = ELEMENT_APPOINTMENT,
                                            [TOLD_PAY] = ELEMENT_REWARDS,
                                            [TOLD_OF_HOLDER] = ELEMENT_PURPOSE};
    struct target before = x->target;
    x->clue = CLUE_PLAIN;
    if (told == TOLD_HOW_TO_APPLY && before.kind == TARGET_OTHER) {
        fill_text(x, words, TEXT(""), 0, at);
        return;
    }
    if (told == TOLD_HOW_TO_APPLY) {
        fill_aside(x, words, at);
        x->target = before;
        return;
    }
    open_element(x, label_of(elements[told]), TEXT(""), LEVEL_LINE, at);
    fill_text(x, words, TEXT(""), 0, at);
    close_target(x);
    x->target = before;
    if (before.kind == TARGET_NONE && x->role->values[ELEMENT_PURPOSE].count > 0)
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_PSEUDO, at);
}

/* The sentence tells nothing by itself, but more of what the one in front tells. */
static bool goes_on_with(struct extraction *x, struct text sentence, enum told open)
{
    return open == TOLD_NOTHING || open == TOLD_HOW_TO_APPLY || open == TOLD_OF_HOLDER ||
           refers_back(x, sentence);
}

/* Each sentence; more of what the one in front tells goes on with it. */
static void fill_told(struct extraction *x, struct text title, struct text words, struct span at)
{
    size_t begin = 0;
    enum told open = TOLD_NOTHING;
    for (size_t from = 0, end; from < words.size; from = end) {
        end = next_sentence(words, from);
        struct text sentence = text_trim(text_slice(words, from, end));
        enum told told = told_by_sentence(x, title, sentence);
        bool is_item = told == TOLD_DUTY || told == TOLD_NEED;
        bool goes_on =
            told == TOLD_NOTHING ? goes_on_with(x, sentence, open) : told == open && !is_item;
        if (from > 0 && !goes_on) {
            fill_sentences(x, open, text_trim(text_slice(words, begin, from)),
                           span_slice(at, begin, from));
            begin = from;
        }
        if (!goes_on || from == 0)
            open = told == TOLD_NOTHING && from > 0 ? TOLD_OF_HOLDER : told;
    }
    fill_sentences(x, open, text_trim(text_from(words, begin)), span_slice(at, begin, words.size));
}

/*
 * A paragraph that tells nothing of the post, in front of one that does, is of what it is for. Short
 * lines, and what stands behind all of these, have a section of their own.
 */
static bool fill_untold(struct extraction *x, const struct piece *piece, bool is_last)
{
    const struct target *t = &x->target;
    struct text words = block_text(x->arena, piece->block);
    bool is_lead = piece_is_prose(piece) && !is_last;
    bool is_other = t->kind == TARGET_OTHER;
    if (!is_other && (t->kind != TARGET_ELEMENT || t->records->element != ELEMENT_DUTIES))
        return false;
    if (tells_pay(x, words))
        fill_sentences(x, TOLD_PAY, words, piece->block->span);
    else if (is_lead)
        fill_sentences(x, TOLD_NOTHING, words, piece->block->span);
    else {
        if (!is_other)
            open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
        fill_block(x, piece->block);
    }
    return true;
}

/* "Applicants should hold a degree. …" among what the post is for: what it takes. */
static bool fill_asked_of_applicants(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool is_purpose = t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_PURPOSE;
    struct text words = block_text(x->arena, piece->block);
    if ((!is_purpose && t->kind != TARGET_NONE) || !piece_is_prose(piece) ||
        !asks_applicants(x, text_slice(words, 0, next_sentence(words, 0))))
        return false;
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    fill_told(x, title, words, piece->block->span);
    return true;
}

/* What a sentence is parted for from those around it. */
static bool is_parted(struct extraction *x, struct text title, struct text sentence,
                      enum told wanted)
{
    return wanted == TOLD_NEED ? asks_holder(x, title, sentence)
                               : told_by_sentence(x, title, sentence) == wanted;
}

/* The sentences of the paragraph that tell what is wanted, and the rest; false: none does. */
static bool fill_parted(struct extraction *x, const struct piece *piece, enum told wanted,
                        enum told rest)
{
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    struct text words = block_text(x->arena, piece->block);
    size_t begin = 0; /* of what is not filled yet */
    bool is_found = false;
    for (size_t from = 0, end; from < words.size; from = end) {
        end = next_sentence(words, from);
        struct text sentence = text_trim(text_slice(words, from, end));
        if (!is_parted(x, title, sentence, wanted))
            continue;
        is_found = true;
        if (from > begin)
            fill_sentences(x, rest, text_trim(text_slice(words, begin, from)),
                           span_slice(piece->block->span, begin, from));
        fill_sentences(x, wanted, sentence, span_slice(piece->block->span, from, end));
        begin = end;
    }
    if (is_found && begin < words.size)
        fill_sentences(x, rest, text_trim(text_from(words, begin)),
                       span_slice(piece->block->span, begin, words.size));
    return is_found;
}

/*
 * "You must hold a licence." in a paragraph of acts that no heading announces: what it takes. "The
 * salary is paid monthly." among what the post is for: the pay.
 */
static bool fill_with_parts(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool is_open = t->kind == TARGET_ELEMENT && piece_is_prose(piece);
    bool are_acts = is_open && t->records->element == ELEMENT_DUTIES && t->level == LEVEL_LINE &&
                    text_is_empty(t->records->heading);
    bool is_purpose = is_open && t->records->element == ELEMENT_PURPOSE;
    return (are_acts && fill_parted(x, piece, TOLD_NEED, TOLD_DUTY)) ||
           (is_purpose && fill_parted(x, piece, TOLD_PAY, TOLD_NOTHING));
}

/* A line in bold below "The position", in front of all sentences: no act, whatever it says. */
static bool is_name_in_front(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return piece->kind == PIECE_WORDS && piece->is_candidate && piece->is_strong &&
           t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           t->records->count == 0;
}

bool fill_prose(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (x->role == NULL || !is_open_to_prose(x))
        return false;
    if (x->region.is_prose && is_name_in_front(x, piece))
        return fill_untold(x, piece, false);
    if (!is_paragraph(piece))
        return false;
    if (!x->region.is_prose)
        return fill_asked_of_applicants(x, piece) || fill_with_parts(x, piece);
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    struct text words = block_text(x->arena, piece->block);
    bool is_sentence = piece_is_prose(piece) || text_ends_with(text_trim(words), TEXT("."));
    if (!is_sentence || !tells_of_post(x, title, words, false))
        return fill_untold(x, piece, index > x->region.last_told);
    if (is_labelled_line(&x->target))
        close_target(x); /* it is over with its line */
    fill_told(x, title, words, piece->block->span);
    return true;
}
