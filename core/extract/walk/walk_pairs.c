/* Lines and lists that say by labels what they are: 「工作地點：台北」. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define OVERVIEW_MIN 2 /* lines: one may be a sentence with a colon in it */
#define DUTIES_MIN 2 /* in front of what a role takes: the first may have a caption of such words */
#define DATE_BYTES 6 /* of one in digits: 2024.3 */

/* 「職務：出納」 right under 「基本資料」: an ordinary word elsewhere, and a label there; so is
 * "Salary: 900" first among the "Job details". */
static bool is_of_identity(struct extraction *x, const struct label *label)
{
    const struct target *t = &x->target;
    enum kind kind = label->kind == LABEL_ELEMENT ? element_row(label->element)->kind : KIND_LIST;
    return t->kind == TARGET_OTHER && text_is_empty(t->section->text) &&
           t->section->blocks == NULL &&
           (!kind_has_items(kind) || label->element == ELEMENT_REWARDS) &&
           label_find(x, t->section->heading).kind == LABEL_OTHER;
}

/*
 * "Progression: Senior Officer" behind the lines of "Physical demands:": where captions are plain
 * lines, a label of another list is no item, but for what tasks and conditions are told with.
 */
static bool is_next_label(const struct target *t, const struct label *label)
{
    bool is_list = t->kind == TARGET_ELEMENT && t->records->count > 0 &&
                   element_row(t->records->element)->kind == KIND_LIST;
    return is_list && t->level == LEVEL_PSEUDO && !t->is_pseudo_strong && !t->is_pseudo_numbered &&
           label->kind == LABEL_ELEMENT && !label->is_part;
}

/* "8. Progression: …" behind "7. Work environment": the next of the sections. */
static bool goes_on_number(struct text heading, struct text line)
{
    struct text before = list_label_of(heading).label, label = list_label_of(line).label;
    unsigned look = list_label_look(label), number = list_label_number(label);
    return look != 0 && number > 1 && list_label_look(before) == look &&
           list_label_number(before) + 1 == number;
}

/*
 * 「- 工作場所：辦公室」 among the conditions of work, where the place was said: an item of the
 * list.
 */
static bool is_item_of_list(const struct extraction *x, const struct label *label, struct text line)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || label->kind != LABEL_ELEMENT || x->role == NULL ||
        label->element == ELEMENT_TITLE || list_label_of(line).kind == LIST_LABEL_NONE)
        return false;
    enum kind kind = element_row(label->element)->kind;
    enum kind of_list = element_row(t->records->element)->kind;
    return kind_has_items(of_list) && t->records->count > 0 &&
           (kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS) &&
           x->role->values[label->element].count > 0;
}

/* "dependent on experience", "Competitive": of pay, without a number. */
static bool begins_like_pay(const struct extraction *x, struct text value)
{
    return text_starts_with_any(value, signs_of(x, SIGN_PAY_START));
}

/* "Location: Leeds", "Hours: 30 a week" in a line behind items: no more of these. */
static bool is_value_of_its_own(const struct extraction *x, const struct pair *pair)
{
    if (pair->label.kind != LABEL_ELEMENT || pair->label.element == ELEMENT_TITLE)
        return false;
    if (pair->label.element == ELEMENT_CONDITIONS) /* "Schedule: draws up the rota" is an act */
        return vocabulary_opening(x->vocabulary, x->scratch, pair->value) != ELEMENT_DUTIES;
    return !kind_has_items(element_row(pair->label.element)->kind) ||
           (pair->label.element == ELEMENT_REWARDS &&
            (text_has_digit(pair->value) || begins_like_pay(x, pair->value)));
}

/* "Removal: whoever is absent …" behind what the post takes: no condition of holding it. */
static bool is_removal_behind_conditions(const struct target *t, const struct pair *pair)
{
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_APPOINTMENT &&
           pair->label.kind == LABEL_ELEMENT && pair->label.element == ELEMENT_REMOVAL;
}

/* 「崗位：廚師」 in a role without a name: its name, wherever it stands. */
static bool is_name_of_nameless(struct extraction *x, const struct pair *pair)
{
    return x->role != NULL && !is_given(&x->role->values[ELEMENT_TITLE]) &&
           pair->label.kind == LABEL_ELEMENT && pair->label.element == ELEMENT_TITLE &&
           title_holds_position(x, pair->value);
}

/*
 * "Education: a degree in history" behind the duties of a role of which nothing has said yet what
 * it takes: no duty, though no heading stands above it.
 */
static bool is_condition_behind_duties(struct extraction *x, const struct pair *pair,
                                       struct text line)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           t->records->count >= DUTIES_MIN && pair->label.kind == LABEL_ELEMENT &&
           pair->label.element == ELEMENT_APPOINTMENT && pair->label.is_part &&
           is_latin_text(line) && list_label_of(line).kind == LIST_LABEL_NONE &&
           x->role->values[ELEMENT_APPOINTMENT].count == 0 &&
           vocabulary_opening(x->vocabulary, x->scratch, pair->value) != ELEMENT_DUTIES;
}

/* A section about whom the role answers to or works with, in which nothing stands so far. */
static bool is_bare_reference(const struct target *t)
{
    return t->kind == TARGET_ELEMENT && t->records->count == 0 &&
           (element_row(t->records->element)->kind == KIND_REF ||
            t->records->element == ELEMENT_RELATIONS);
}

/*
 * 匯報關係 over 「上級：…」 and 「下屬：…」: the lines say themselves what they are; so they do below
 * 崗位關係, where they name positions and not what is done with these.
 */
static bool is_reporting_line_below(struct extraction *x, const struct pair *pair)
{
    const struct target *t = &x->target;
    if (!is_bare_reference(t))
        return false;
    if (t->records->element != ELEMENT_RELATIONS)
        return true;
    bool is_reporting =
        pair->label.kind == LABEL_ELEMENT &&
        (pair->label.element == ELEMENT_REPORTS_TO || pair->label.element == ELEMENT_SUPERVISES);
    return is_reporting && vocabulary_is_position(x->vocabulary, x->scratch, pair->value);
}

/*
 * 「月薪：6.5萬～10.5萬」 in a line behind what the post takes, or what no element says, unmarked like
 * the lines above it.
 */
static bool is_pay_behind_lines(const struct target *t, const struct pair *pair, struct text line)
{
    bool is_behind =
        t->kind == TARGET_OTHER ||
        (t->kind == TARGET_ELEMENT && t->records->count > 0 &&
         (t->records->element == ELEMENT_DUTIES || t->records->element == ELEMENT_APPOINTMENT));
    return is_behind && pair->label.kind == LABEL_ELEMENT &&
           pair->label.element == ELEMENT_REWARDS && text_has_digit(pair->value) &&
           !is_latin_text(line) && list_label_of(line).kind == LIST_LABEL_NONE;
}

/* 「人數：1人」, 「名額：2～8名」: an ordinary word over nothing but a number of people. */
static bool is_number_of_people(const struct pair *pair)
{
    return pair->label.kind == LABEL_ELEMENT && pair->label.element == ELEMENT_HEADCOUNT &&
           is_headcount(pair->value);
}

/* "Date: 2024-03-01" below the duties: when they were written down, and none of them. */
static bool is_date_of_form(const struct pair *pair)
{
    static const struct text digits = TEXT_INIT("0123456789-/.年月日 ");
    return pair->label.element == ELEMENT_APPROVAL && pair->label.field == FIELD_APPROVAL_DATE &&
           pair->value.size >= DATE_BYTES && text_has_digit(pair->value) &&
           text_consists_of(pair->value, digits);
}

/* 「任職條件：1、甲；2、乙」: behind the label, the items of a list whose lines were lost. */
static bool is_over_numbers(const struct pair *pair)
{
    return list_label_number(list_label_of(pair->value).label) == 1 &&
           list_label_find(pair->value, 2, 0) != TEXT_NOT_FOUND;
}

/* "**Summary**: The lecturer teaches …" below an unknown heading, in front of all that is told. */
static bool is_purpose_in_front(const struct extraction *x, const struct pair *pair)
{
    return x->target.kind == TARGET_OTHER && x->is_label_bold && x->role != NULL &&
           pair->label.kind == LABEL_ELEMENT && pair->label.element == ELEMENT_PURPOSE &&
           text_ends_with(pair->value, TEXT(".")) && is_latin_text(pair->value) &&
           x->role->values[ELEMENT_PURPOSE].count == 0 &&
           x->role->values[ELEMENT_DUTIES].count == 0 &&
           x->role->values[ELEMENT_APPOINTMENT].count == 0;
}

/* 「職位：保健員」 right below the name of the house, of which nothing else is told. */
static bool is_name_below_house(const struct extraction *x, const struct pair *pair)
{
    const struct target *t = &x->target;
    return x->role == NULL && t->kind == TARGET_OTHER && text_is_empty(t->section->text) &&
           t->section->blocks == NULL && pair->label.kind == LABEL_ELEMENT &&
           pair->label.element == ELEMENT_TITLE &&
           vocabulary_is_position(x->vocabulary, x->scratch, pair->value);
}

/* Whether a line of pairs opens elements here, or is an item of the section it stands in. */
static bool opens_elements(struct extraction *x, const struct pair *pairs, size_t count,
                           struct text line)
{
    const struct target *t = &x->target;
    if (t->kind == TARGET_NONE || t->level >= LEVEL_LINE || is_of_identity(x, &pairs[0].label) ||
        is_name_of_nameless(x, &pairs[0]) || is_name_below_house(x, &pairs[0]) ||
        is_reporting_line_below(x, &pairs[0]))
        return true;
    if (t->kind == TARGET_ELEMENT && pairs[0].label.kind == LABEL_ELEMENT &&
        pairs[0].label.element == t->records->element)
        return count == 1 && is_over_numbers(&pairs[0]);
    if (count == 1 && x->role != NULL &&
        (is_condition_behind_duties(x, &pairs[0], line) || is_pay_behind_lines(t, &pairs[0], line)))
        return true;
    if (target_goes_on(t, line) || is_item_of_list(x, &pairs[0].label, line))
        return false;
    bool is_over =
        t->kind == TARGET_ELEMENT &&
        (!is_latin_text(pairs[0].value) || text_is_empty(t->heading.text) || x->is_label_bold ||
         is_value_of_its_own(x, &pairs[0]) || is_removal_behind_conditions(t, &pairs[0]));
    bool is_known = pairs[0].label.kind == LABEL_ELEMENT;
    bool ends_acts = t->is_row_of_acts && is_known && pairs[0].label.element == ELEMENT_APPOINTMENT;
    bool is_sure = ends_acts || (x->is_behind_items && is_over && is_known);
    bool is_next = is_next_label(t, &pairs[0].label) || goes_on_number(t->heading.text, line);
    return count > 1 || is_sure || is_next || is_number_of_people(&pairs[0]) ||
           (t->kind == TARGET_ELEMENT && is_date_of_form(&pairs[0])) ||
           is_purpose_in_front(x, &pairs[0]) ||
           (!pairs[0].label.needs_context && !pairs[0].label.is_part);
}

/* Version and date of a book, and whose it is, in front of the roles in it. */
bool is_of_book(const struct extraction *x, const struct outline *outline, size_t index)
{
    enum element element = outline->pieces[index].label.element;
    if (x->role == NULL && index < outline->cover_end)
        return true;
    if (x->role != NULL || index + 1 >= outline->roles_end)
        return false;
    return element == ELEMENT_EDITION || element == ELEMENT_APPROVAL ||
           (element != ELEMENT_TITLE && outline->has_several_roles);
}

bool is_other_label(const struct extraction *x, struct text line)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || t->records->count == 0)
        return false;
    bool is_line = t->level == LEVEL_LINE && t->clue == CLUE_LINE;
    bool is_one_value = t->level < LEVEL_LINE && element_is_one_word(t->records->element);
    return (is_line || is_one_value) && line_begins_like_label(line);
}

/* 編制 beside 審核 and 核准 is who wrote the form, not how many hold the position. */
static void settle_signers(struct pair *pairs, size_t count)
{
    bool is_approval = false;
    for (size_t i = 0; i < count; i++)
        is_approval |= pairs[i].label.element == ELEMENT_APPROVAL;
    for (size_t i = 0; is_approval && i < count; i++)
        pairs[i].label = label_as_field(pairs[i].label, ELEMENT_APPROVAL);
}

/* The section of a role whose heading stands right above: it has no words yet. */
static bool is_section_begun(const struct extraction *x)
{
    const struct target *t = &x->target;
    return x->role != NULL && t->kind == TARGET_ELEMENT && t->level < LEVEL_LINE &&
           t->records->element == ELEMENT_APPOINTMENT && t->records->count == 0;
}

/* 「職責一：供應商管理」 over items, below the heading of the duties or the first of them. */
static bool fill_series(struct extraction *x, const struct piece *piece)
{
    struct pair head;
    const struct block *next = piece->block->next;
    bool is_over_items =
        next != NULL && (next->kind == BLOCK_LIST ||
                         list_label_of(block_text(x->scratch, next)).kind != LIST_LABEL_NONE);
    if (x->role == NULL || !is_over_items || !is_series_head(x, piece->text, &head))
        return false;
    if (x->target.kind != TARGET_ELEMENT || x->target.records->element != head.label.element)
        open_element(x, head.label, TEXT(""), LEVEL_LINE, piece->block->span);
    return fill_caption(x, piece->block, piece->text);
}

/* "D. Instruments: …" behind "C. Qualification: …", of another element than that one. */
static bool is_next_section(const struct extraction *x, const struct piece *piece,
                            const struct pair *pair)
{
    const struct target *t = &x->target;
    return piece->is_next && !(t->kind == TARGET_ELEMENT && pair->label.kind == LABEL_ELEMENT &&
                               pair->label.element == t->records->element);
}

void pair_lines(struct extraction *x, const struct piece *piece)
{
    if (fill_series(x, piece))
        return;
    struct text line;
    struct span at = piece->block->span;
    struct target section = x->target;
    const struct role *role = is_section_begun(x) ? x->role : NULL;
    x->clue = CLUE_LINE;
    for (size_t offset = 0, begin = 0; text_next_line(piece->text, &offset, &line);
         begin = offset) {
        struct pair pairs[PAIRS_MAX];
        size_t count = is_line_to_sign(line) ? 0 : label_pairs(x, line, pairs, PAIRS_MAX);
        settle_signers(pairs, count);
        if (count > 0 && is_job_family(x, &pairs[0]))
            pairs[0].label = label_of(ELEMENT_JOB_TYPE);
        if (count == 0 && fill_unknown_line(x, line, span_slice(at, begin, begin + line.size)))
            continue;
        if (count == 0 ||
            !(is_next_section(x, piece, &pairs[0]) || opens_elements(x, pairs, count, line))) {
            fill_text(x, line, TEXT(""), 0, span_slice(at, begin, begin + line.size));
            continue;
        }
        for (size_t i = 0; i < count; i++)
            fill_pair(x, &pairs[i], span_slice(at, begin, begin + line.size));
    }
    if (role != NULL && x->role == role && section.records->count == 0) {
        close_target(x);
        x->target = section; /* "Grade: 4" below "Person specification", over its conditions */
    }
}

/* What the items of a list are. */
struct items_look {
    size_t pairs, unknown; /* lines of known labels, and lines that look like them */
    size_t explained;      /* of pairs: an element's name and what it means */
    size_t identity;       /* of pairs: where, how many, who is above */
    bool has_others;
    bool is_reporting; /* the first says who is above or below */
};

static struct items_look look_at_items(struct extraction *x, const struct block *list)
{
    struct items_look look = {0};
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        const struct block *first = item->children;
        struct pair pair = {.label = label_of(ELEMENT_COUNT)};
        bool is_line = first != NULL && first->kind == BLOCK_PARAGRAPH && first->next == NULL;
        struct text line = is_line ? block_text(x->arena, first) : TEXT("");
        bool is_pair = label_pairs(x, line, &pair, 1) > 0;
        enum kind kind = is_pair ? element_row(pair.label.element)->kind : KIND_TEXT;
        bool is_unknown = !is_pair && unknown_pair(line, &pair);
        look.is_reporting |= item == list->children && is_pair && is_reporting_line_below(x, &pair);
        look.pairs += is_pair;
        look.identity += is_pair && pair.label.kind == LABEL_ELEMENT && !kind_has_items(kind) &&
                         pair.label.element != ELEMENT_PURPOSE;
        look.unknown += is_unknown;
        look.has_others |= !is_pair && !is_unknown;
        look.explained += is_pair && pair.label.kind == LABEL_ELEMENT && !pair.label.is_part &&
                          kind_has_items(kind);
    }
    return look;
}

bool is_list_of_pairs(struct extraction *x, const struct block *block)
{
    if (block->kind != BLOCK_LIST)
        return false;
    struct items_look look = look_at_items(x, block);
    return !look.has_others && look.pairs > look.unknown;
}

/* 「崗位概況」 over 「- 工作地點：台北」 and 「- 學歷要求：碩士」: the lines say what they are. */
static bool is_overview(const struct target *t, const struct items_look *look)
{
    return t->records->element == ELEMENT_PURPOSE && t->records->count == 0 && !look->has_others &&
           look->identity > 0 && look->pairs >= OVERVIEW_MIN && look->pairs > look->unknown;
}

/* 「- 工作地點：台北」 in front of the first section, or under 「基本資料」. */
bool list_of_pairs(struct extraction *x, const struct block *list)
{
    bool is_of_heading = x->target.kind != TARGET_NONE && x->target.level < LEVEL_LINE;
    bool is_of_element = is_of_heading && x->target.kind == TARGET_ELEMENT;
    struct items_look look = look_at_items(x, list);
    bool is_below = is_of_element && is_overview(&x->target, &look);
    if (is_of_element && !is_below && !(is_bare_reference(&x->target) && look.is_reporting))
        return false;
    bool is_open = is_of_heading && !is_below &&
                   !(x->target.kind == TARGET_OTHER &&
                     label_find(x, x->target.section->heading).kind == LABEL_OTHER);
    if (look.has_others || look.pairs <= look.unknown || (look.unknown > 0 && is_open) ||
        (2 * look.explained >= look.pairs && look.explained > 0 && is_of_heading &&
         x->target.kind == TARGET_OTHER))
        return false;
    struct target section = x->target;
    if (is_below)
        section.records->state = STATE_ABSENT; /* until words follow */
    if (is_of_element)
        close_target(x); /* it is the first line's */
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        if (item->children == NULL)
            continue;
        struct piece piece = {.block = item->children};
        piece_set_text(&piece, block_text(x->arena, item->children));
        pair_lines(x, &piece);
    }
    close_target(x);
    if (is_below)
        x->target = section;
    return list->children != NULL;
}

/* The label that an item has over what else stands in it: "- Requirements:" over a list. */
static struct label label_of_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    bool is_over = first != NULL && first->next != NULL && first->kind == BLOCK_PARAGRAPH;
    return is_over ? label_find(x, text_trim(block_text(x->scratch, first)))
                   : label_of(ELEMENT_COUNT);
}

/* A list whose items are sections: each has a label over the words below it. */
bool list_of_sections(struct extraction *x, const struct block *list)
{
    size_t items = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++)
        if (label_of_item(x, item).kind != LABEL_ELEMENT)
            return false;
    if (items == 0 || x->role == NULL)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct block *first = item->children;
        x->clue = CLUE_LINE;
        open_element(x, label_of_item(x, item), text_trim(block_text(x->arena, first)), LEVEL_LINE,
                     first->span);
        fill_blocks(x, first->next);
    }
    close_target(x);
    return true;
}
