/*
 * Sentences over items that say what these are: 「提交者是能寫入倉庫的成員，須符合以下條件：」. A
 * clause is a heading, several tell more than one and stay.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define CAPTION_WORDS 3   /* blanks in a caption that says nothing of its own: "The new lead" */
#define RUN_IN_BYTES 30   /* of a label in front of a sentence */
#define CAPTION_LENGTH 12 /* characters of one in Han */

static bool is_one_clause(struct text words)
{
    return text_find(words, TEXT("，"), 0) == TEXT_NOT_FOUND &&
           text_find(words, TEXT(","), 0) == TEXT_NOT_FOUND &&
           text_find(words, TEXT(". "), 0) == TEXT_NOT_FOUND &&
           text_find(words, TEXT("。"), 0) == TEXT_NOT_FOUND;
}

/*
 * 「值班員是燈塔夜裡的主人，具體職責包括：」 right below the name, where the duties are open already:
 * its first clauses say what the role is for.
 */
static bool opens_purpose_of_duties(struct extraction *x, const struct piece *piece,
                                    struct text words)
{
    struct text front, clause;
    struct target duties = x->target;
    if (duties.records->element != ELEMENT_DUTIES || duties.records->count > 0 ||
        x->role->values[ELEMENT_PURPOSE].count > 0 || !part_announcement(words, &front, &clause))
        return false;
    open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_text(x, front, list_label_of(piece->text).label, 0, piece->block->span);
    open_element(x, label_of(ELEMENT_DUTIES), clause, duties.level, piece->block->span);
    note_between(x, words, (struct text[]){front, clause}, 2, ELEMENT_PURPOSE, piece->block->span);
    return true;
}

bool opens_announced(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    struct label label;
    bool is_over = next < outline->count && piece_is_item(&outline->pieces[next]);
    if (x->role == NULL || !is_over || piece->block->kind != BLOCK_PARAGRAPH ||
        (piece_looks_like_item(piece) && !piece_is_article(piece)))
        return false;
    struct text whole = list_label_of(piece->text).rest; /* but for 第四條 */
    struct text words = behind_office_terms(x, whole);
    enum element lead = piece_is_article(piece) || !ends_in_colon(words)
                            ? ELEMENT_COUNT
                            : element_of_nameless_lead(x, words);
    struct label alone =
        words.size < whole.size ? label_find(x, words) : label_of(ELEMENT_COUNT); /* 「職責：」 */
    if (lead != ELEMENT_COUNT)
        label = label_of(lead);
    else if (alone.kind == LABEL_ELEMENT)
        label = alone;
    else if (!label_announced(x, words, &label))
        return false;
    bool is_heading = lead != ELEMENT_COUNT || is_one_clause(words);
    if (words.size < whole.size && is_heading) {
        fill_terms_in_front(x, whole, words, piece->block->span);
        x->clue = CLUE_PLAIN;
        x->awaits_items = false;
        open_element(x, label, words, LEVEL_LINE, piece->block->span);
        return true;
    }
    if (t->kind == TARGET_ELEMENT && t->records->element == label.element) {
        if (is_latin_text(words))
            return false;
        if (!is_heading)
            return opens_purpose_of_duties(x, piece, words);
        note_field(x, USE_LABEL, label.element, FIELD_NONE, piece->text, piece->block->span);
        return true; /* its items go on what is open */
    }
    bool is_first = t->kind == TARGET_ELEMENT && t->records->count == 0 &&
                    x->role->values[ELEMENT_PURPOSE].count == 0;
    x->clue = CLUE_PLAIN;
    x->awaits_items = false;
    if (!is_heading && is_first)
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, piece->block->span);
    if (!is_heading)
        fill_block(x, piece->block);
    open_element(x, label, is_heading ? piece->text : TEXT(""), LEVEL_LINE, piece->block->span);
    return true;
}

/*
 * "Section 1. Powers. The board shall have power to:" over items, in a role: the label in front of
 * the sentence says what they are.
 */
bool opens_labelled_lead(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (x->role == NULL || next == outline->count || !piece_is_item(&outline->pieces[next]) ||
        piece->block->kind != BLOCK_PARAGRAPH || !is_latin_text(piece->text) ||
        !ends_in_colon(piece->text))
        return false;
    struct text words = sentence_behind_section(piece->text);
    size_t stop = text_find(words, TEXT(". "), 0);
    if (stop == TEXT_NOT_FOUND || stop > RUN_IN_BYTES ||
        text_find(words, TEXT(". "), stop + 1) != TEXT_NOT_FOUND)
        return false;
    struct label label = label_find(x, text_slice(words, 0, stop));
    if (label.kind != LABEL_ELEMENT || !kind_has_items(element_row(label.element)->kind))
        return false;
    x->clue = CLUE_PSEUDO;
    open_element(x, label, piece->text, LEVEL_PSEUDO, piece->block->span);
    return true;
}

/* ---- "You'll be:" ---- */

bool leads_to_qualities(struct extraction *x, const struct outline *outline, size_t index)
{
    static const char *const ends[] = {"'ll be", "’ll be", " will be", "'re", "’re", NULL};
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (x->role == NULL || next == outline->count ||
        !text_ends_with_one_of(name_without_colon(piece->text), ends))
        return false;
    const struct block *list = outline->pieces[next].block;
    const struct block *first =
        list->kind == BLOCK_LIST && list->children != NULL ? list->children->children : NULL;
    struct text words = first == NULL ? TEXT("") : text_trim(block_text(x->scratch, first));
    return !text_is_empty(words) && !begins_in_participle(words) &&
           vocabulary_opening(x->vocabulary, x->scratch, words) != ELEMENT_DUTIES;
}

bool opens_qualities(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (piece->block->kind != BLOCK_PARAGRAPH || !leads_to_qualities(x, outline, index))
        return false;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_APPOINTMENT), piece->text, LEVEL_LINE, piece->block->span);
    return true;
}

/* ---- what it takes, over what the holder does ---- */

/* Where the last " and shall" begins, with no more than a clause behind it; size: nowhere. */
static size_t last_and_shall(const struct extraction *x, struct text words)
{
    struct text_list joints = signs_of(x, SIGN_AND_ACTS);
    size_t begin = words.size;
    for (size_t i = 0; i < joints.count; i++)
        for (size_t at = 0; (at = text_find(words, joints.texts[i], at)) != TEXT_NOT_FOUND;
             at += joints.texts[i].size) {
            struct text rest = text_from(words, at + joints.texts[i].size);
            bool is_end = text_is_empty(rest) || rest.data[0] == ',' ||
                          text_starts_with(rest, TEXT(" in addition"));
            begin = is_end ? at : begin;
        }
    return begin;
}

bool opens_acts_behind_need(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    struct text words = name_without_colon(piece->text);
    if (x->role == NULL || x->region.has_duties || words.size == piece->text.size ||
        piece->block->kind != BLOCK_PARAGRAPH || piece_looks_like_item(piece) ||
        next == outline->count || !piece_is_item(&outline->pieces[next]))
        return false;
    size_t joint = last_and_shall(x, words);
    struct text need = text_slice(words, 0, joint);
    bool is_need = text_holds_any(need, signs_of(x, SIGN_OFFICER_NEED));
    is_need &= text_find(need, TEXT(" of all "), 0) == TEXT_NOT_FOUND; /* committees: an act */
    if (joint == words.size || !is_need)
        return false;
    struct span at = piece->block->span;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE, at);
    fill_text(x, text_trim_any(need, ","), TEXT(""), 0, at);
    open_element(x, label_of(ELEMENT_DUTIES), text_trim(text_from(piece->text, joint)),
                 LEVEL_PSEUDO, at);
    return true;
}

/* ---- sentences about the holder ---- */

/*
 * "The treasurer shall:" behind "The treasurer may:", over items: such a sentence opened another
 * element, and the next one that the vocabulary does not know tells of duties again.
 */
bool opens_acts_again(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    bool is_open = t->kind == TARGET_OTHER ||
                   (t->kind == TARGET_ELEMENT && t->records->element != ELEMENT_DUTIES);
    if (x->role == NULL || !is_open || piece->block->kind != BLOCK_PARAGRAPH ||
        next == outline->count || !piece_is_item(&outline->pieces[next]) ||
        text_is_empty(label_with_pronoun(x, t->heading.text)) ||
        text_is_empty(label_with_pronoun(x, piece->text)))
        return false;
    x->clue = CLUE_PLAIN;
    struct text words = name_without_colon(piece->text);
    if (text_ends_with_any_word(words, signs_of(x, SIGN_DONE_BY))) /* is assisted by: no act */
        open_other(x, piece->text, LEVEL_PSEUDO, piece->block->span, false);
    else
        open_element(x, label_of(ELEMENT_DUTIES), piece->text, LEVEL_PSEUDO, piece->block->span);
    t->heading = (struct value){piece->text, piece->block->span}; /* for the next such sentence */
    return true;
}

/* ---- captions of the only list ---- */

/* "They:" of "Maintainers have write access. They:"; the whole: it is one sentence. */
static struct text last_sentence(struct text words)
{
    static const char *const stops[] = {". ", "。", "; ", "；", NULL};
    for (size_t i = 0; stops[i] != NULL; i++)
        for (size_t at; (at = text_find(words, text_from_string(stops[i]), 0)) != TEXT_NOT_FOUND;)
            words = text_from(words, at + text_from_string(stops[i]).size);
    return text_trim(words);
}

/* "They", "The release manager will", "Committers are people who": it goes on in the items. */
static bool goes_on_in_items(struct extraction *x, struct text caption)
{
    size_t blanks = 0;
    for (size_t i = 0; i < caption.size; i++)
        blanks += caption.data[i] == ' ';
    if (!is_latin_text(caption))
        return text_code_points(caption) <= CAPTION_LENGTH;
    return blanks < CAPTION_WORDS ||
           text_ends_with_any(fold_text(x->scratch, caption), signs_of(x, SIGN_GOES_ON));
}

/* In front of the role's sections, or in sentences that no heading calls its purpose. */
static bool is_in_front(const struct extraction *x)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_NONE ||
           (t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_PURPOSE &&
            t->clue == CLUE_PLAIN && text_is_empty(t->records->heading));
}

/*
 * "They:", "The release manager will:" over the list of a role that has its duties nowhere else:
 * these are they. A sentence that tells something of its own, "The treasurer looks after the
 * money:", is what the role is for. "They are the ones who receive:" behind one tells otherwise.
 */
bool opens_only_list(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (piece->block->kind != BLOCK_PARAGRAPH || !ends_in_colon(piece->text) || x->role == NULL ||
        x->region.has_duties || x->region.has_duties_in_form || !is_in_front(x) ||
        piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_UNKNOWN ||
        piece_looks_like_item(piece) || !is_filled(&x->role->values[ELEMENT_TITLE]) ||
        x->role->values[ELEMENT_DUTIES].count > 0)
        return false;
    size_t next = outline_next(outline, index);
    if (next == outline->count || !piece_is_item(&outline->pieces[next]) ||
        is_surely_of_conditions(x, outline, next))
        return false;
    struct text title = role_title(x->role);
    bool is_sure = x->region.has_eligibility || outline->has_several_roles ||
                   (vocabulary_is_position(x->vocabulary, x->scratch, title) &&
                    vocabulary_opening(x->vocabulary, x->scratch, title) == ELEMENT_COUNT);
    if (!is_sure)
        return false; /* "Review the roles", the title of a page over its steps */
    struct span at = piece->block->span;
    struct text caption = last_sentence(piece->text);
    bool is_lead = goes_on_in_items(x, name_without_colon(caption));
    struct text told =
        is_lead ? text_slice(piece->text, 0, piece->text.size - caption.size) : piece->text;
    x->clue = CLUE_PLAIN;
    x->awaits_items = false;
    if (!text_is_blank(told)) {
        if (x->target.kind == TARGET_NONE)
            open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, at);
        fill_text(x, text_trim(told), TEXT(""), 0, at);
    }
    struct label guess = text_is_blank(told) ? label_of(ELEMENT_COUNT) : label_guess(x, caption);
    bool is_told = guess.kind == LABEL_ELEMENT && guess.guess == GUESS_PHRASE &&
                   kind_has_items(element_row(guess.element)->kind);
    open_element(x, is_told ? guess : label_of(ELEMENT_DUTIES), is_lead ? caption : TEXT(""),
                 LEVEL_PSEUDO, at);
    return true;
}

/* "… Responsibilities will include:" over a list, in the section that says what the role is for. */
bool opens_list_of_purpose(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (x->role == NULL || x->target.kind != TARGET_ELEMENT ||
        x->target.records->element != ELEMENT_PURPOSE || !is_latin_text(piece->text) ||
        piece->block->kind != BLOCK_PARAGRAPH || piece_looks_like_item(piece) ||
        !ends_in_colon(piece->text) || next == outline->count ||
        !piece_is_item(&outline->pieces[next]))
        return false;
    struct text caption = last_sentence(piece->text);
    struct text told = text_slice(piece->text, 0, piece->text.size - caption.size);
    struct label label = label_find(x, caption);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, caption);
    bool is_sure = label.guess == GUESS_NONE || label_is_sure_guess(&label);
    if (label.kind != LABEL_ELEMENT || label.element != ELEMENT_DUTIES || !is_sure)
        return false;
    struct span at = piece->block->span;
    unsigned level = x->target.level;
    x->clue = CLUE_PLAIN;
    if (!text_is_blank(told) && !fill_reporting_lead(x, text_trim(told), at))
        fill_text(x, text_trim(told), TEXT(""), 0, at);
    open_element(x, label_of(ELEMENT_DUTIES), caption, level, at);
    return true;
}
