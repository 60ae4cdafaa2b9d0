/* Labels with their values: each pair goes to its element, whatever section is open. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include <string.h>

#define ACT_LENGTH                                                                                 \
    8 /* characters: shorter words behind 崗位 are a name, whatever they begin with */

#define JOINT_BYTES 12 /* between a label and its value: a colon or dash, and blanks */

/* 編制人, 審核人, 生效日期: the fields of one record, gathered until one comes a second time. */
static void fill_field(struct extraction *x, const struct pair *pair, struct span at)
{
    struct records *records = &x->role->values[pair->label.element];
    struct record *record = records->count == 0 ? NULL : &records->rows[records->count - 1];
    struct text value = value_without_stop(pair->value);
    note_field(x, USE_LABEL, pair->label.element, pair->label.field, pair->name, at);
    if (is_blank_value(value)) {
        note_skipped(x, CLUE_BLANK, pair->value, at);
        return;
    }
    bool has_own_words = record != NULL && record->field_count == 0 && record->text.size > 0;
    if (record == NULL || has_own_words ||
        record_field(records, record, pair->label.field).text.size > 0)
        record = record_append(x->handbook, records, TEXT(""), at);
    record_set_field(x->handbook, records, record, pair->label.field, (struct value){value, at});
    note_field(x, USE_VALUE, pair->label.element, pair->label.field, pair->value, at);
    /* its words are its first field's, as in a table's row */
    for (size_t f = record->field_count; f-- > 0;)
        if (!text_is_empty(record->fields[f].text))
            record->text = record->fields[f].text;
}

bool is_vacancy(struct extraction *x, const struct label *label, struct text value)
{
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_HEADCOUNT &&
           !text_has_digit(value) && vocabulary_is_position(x->vocabulary, x->scratch, value);
}

static bool is_address(struct text value)
{
    return !text_has(value, ' ') && (text_has(value, '@') || text_starts_with(value, TEXT("http")));
}

/* "Band 6", "Level 4", "Officer Level 4": one of several, called as grades are, with its number. */
static bool is_of_grades(struct extraction *x, struct text value)
{
    for (size_t from = 0, end; from < value.size; from = end + 1) {
        end = text_find(value, TEXT(" "), from);
        if (end == TEXT_NOT_FOUND)
            break;
        struct label label = label_find(x, text_slice(value, from, end));
        bool is_first = from == 0, has_number = text_has_digit(text_head(text_from(value, end), 3));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_GRADE &&
            (is_first || has_number))
            return true;
    }
    return false;
}

/* 「職務：清掃院子；填寫日誌」 behind the name: several things, none of them a position. */
static bool tells_acts(struct extraction *x, struct text value)
{
    size_t stop = text_find(value, TEXT("；"), 0), end = text_find(value, TEXT("\n"), 0);
    stop = end < stop ? end : stop;
    return stop != TEXT_NOT_FOUND &&
           !vocabulary_is_position(x->vocabulary, x->scratch, text_slice(value, 0, stop));
}

/* 「編制：綜合辦」 is who wrote the form; 「編制：3人」, 「編制：事業編制」 how many and how they are employed. */
static bool tells_author(const struct label *label, struct text value)
{
    static const struct text terms = TEXT_INIT("編编制内內外");
    if (label->kind != LABEL_ELEMENT || label->element != ELEMENT_HEADCOUNT ||
        label->second != ELEMENT_APPROVAL || text_has_digit(value) || is_headcount(value) ||
        text_code_points(value) < 2)
        return false;
    for (size_t at = 0; at < value.size;)
        if (text_has(terms, text_next(value, &at)))
            return false;
    return true;
}

/*
 * "Job type: full-time" and "Status: part-time" tell how people are employed, "Job type: clerical"
 * what they do. "Classification: Band 6" is a grade.
 * 職缺：資深 below the position's name is its grade. 督導 is who does it, or those whom the holder
 * does it to, who are several. 隸屬 is the unit that the post is in, or who leads it.
 */
static struct label settle_by_value(struct extraction *x, struct label label, struct text value)
{
    bool may_be_below = label.element == ELEMENT_REPORTS_TO && label.second == ELEMENT_SUPERVISES;
    bool has_superior = x->role != NULL && is_filled(&x->role->values[ELEMENT_REPORTS_TO]);
    if (may_be_below && (has_superior || text_has(value, u'、')))
        return label_of(ELEMENT_SUPERVISES);
    if (label.element == ELEMENT_DEPARTMENT && label.second == ELEMENT_REPORTS_TO &&
        !is_department(x, value) && vocabulary_is_position(x->vocabulary, x->scratch, value))
        return label_of(ELEMENT_REPORTS_TO); /* 隸屬：場長, though 隸屬：總務處 is a department */
    bool is_both = label.element == ELEMENT_JOB_TYPE && label.second == ELEMENT_EMPLOYMENT;
    bool is_status = label.kind == LABEL_FIELD && label.field == FIELD_EDITION_STATUS;
    if ((is_both || is_status) &&
        (label_words_guess(x, value).element == ELEMENT_EMPLOYMENT || tells_employment(x, value)))
        label = label_of(ELEMENT_EMPLOYMENT);
    if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_CLASSIFICATION &&
        is_of_grades(x, value))
        return label_of(ELEMENT_GRADE);
    if (tells_author(&label, value))
        return label_as_field(label, ELEMENT_APPROVAL);
    bool is_named = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    if (!is_named && is_vacancy(x, &label, value))
        return label_of(ELEMENT_TITLE);
    bool is_title = label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE;
    bool is_act = vocabulary_opening(x->vocabulary, x->scratch, value) == ELEMENT_DUTIES &&
                  (text_ends_with(value, TEXT("。")) ||
                   !vocabulary_is_position(x->vocabulary, x->scratch, value));
    if (is_title && is_named && label.second == ELEMENT_DUTIES && tells_acts(x, value))
        return label_of(ELEMENT_DUTIES);
    bool is_long_act = is_act && label.needs_context && text_code_points(value) > ACT_LENGTH;
    if (is_title && (is_long_act || is_aim(value)))
        return label_of(ELEMENT_PURPOSE); /* 岗位：负责集团各中心的报账 */
    return is_title && is_named && are_ranks(x, value) ? label_of(ELEMENT_GRADE) : label;
}

/* 「崗位：出納」 behind another role; what only looks like headings stands below it. */
static void begin_named(struct extraction *x, const struct pair *title, struct span at)
{
    begin_role(x, title->value, LEVEL_NAMED, at);
    x->title_label = fold_label(x->arena, title->name);
    x->role->values[ELEMENT_TITLE].heading = title->name;
    note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, title->name, at);
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, title->value, at);
}

void part_headcount(struct extraction *x)
{
    struct records *title = &x->role->values[ELEMENT_TITLE];
    struct records *headcount = &x->role->values[ELEMENT_HEADCOUNT];
    if (title->count != 1 || headcount->state != STATE_ABSENT)
        return;
    struct text name, count = headcount_beside(x, title->rows[0].text, &name);
    if (text_is_empty(count) || text_is_empty(name))
        return;
    title->rows[0].text = without_pictographs(name);
    record_append(x->handbook, headcount, count, title->rows[0].at);
}

void part_pay(struct extraction *x, struct role *role)
{
    struct records *title = &role->values[ELEMENT_TITLE];
    struct text name, pay = TEXT("");
    if (title->count > 0)
        pay = pay_beside(x, title->rows[0].text, &name);
    if (text_is_empty(pay))
        return;
    struct records *headcount = &role->values[ELEMENT_HEADCOUNT];
    size_t comma = text_find(pay, TEXT(", "), 0);
    struct text count = text_slice(pay, 0, comma == TEXT_NOT_FOUND ? 0 : comma);
    title->rows[0].text = name;
    if (is_headcount(count) && headcount->state == STATE_ABSENT) { /* "Cook (2 FTE, $40K)" */
        record_append(x->handbook, headcount, count, title->rows[0].at);
        pay = text_trim(text_from(pay, comma + 1));
    }
    record_append(x->handbook, &role->values[ELEMENT_REWARDS], pay, title->rows[0].at);
}

/*
 * The dash of "Experience - two years": what joins label and value, where it is no colon. Both may be
 * cells, or copies: then nothing of the same line stands between them.
 */
static void note_joint(struct extraction *x, const struct pair *pair, struct span at)
{
    uintptr_t end = (uintptr_t)pair->name.data + pair->name.size;
    uintptr_t value = (uintptr_t)pair->value.data;
    if (text_is_empty(pair->value) || value < end || value > end + JOINT_BYTES)
        return;
    struct text behind = {pair->name.data + pair->name.size, value - end};
    struct text joint = text_trim_any(behind, ":： ");
    bool is_dash = text_is_empty(text_trim_any(joint, "-–—"));
    if (is_dash && !text_is_empty(joint))
        note_field(x, USE_LABEL, pair->label.element, FIELD_NONE, joint, at);
}

void fill_pair(struct extraction *x, const struct pair *pair, struct span at)
{
    struct text value = text_trim(pair->value);
    struct label label = pair->label;
    note_joint(x, pair, at);
    if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_RELATIONS && is_address(value))
        label = label_of(ELEMENT_COUNT); /* "Contact: jobs@example.org" is where to write */
    bool may_be_terms = label.kind == LABEL_UNKNOWN ||
                        (label.kind == LABEL_ELEMENT && label.element == ELEMENT_JOB_TYPE);
    if (may_be_terms && tells_employment(x, value))
        label = label_of(ELEMENT_EMPLOYMENT); /* "Type: full-time", whatever the label */
    if (label.kind == LABEL_UNKNOWN) {
        open_unknown(x, pair->name, LEVEL_LINE, at, !text_is_empty(value));
        if (!text_is_empty(value))
            fill_text(x, value, TEXT(""), 0, at);
        return;
    }
    label = settle_by_value(x, label, value);
    bool is_new_role = label.element == ELEMENT_TITLE && !text_is_empty(value) && x->role != NULL &&
                       is_filled(&x->role->values[ELEMENT_TITLE]);
    struct text sought = label.element == ELEMENT_TITLE && looks_for_somebody(x, value)
                             ? name_in_posting_title(x, value)
                             : value;
    struct pair title = {.name = pair->name, .value = value_without_stop(sought)};
    if (is_new_role && !text_equal(fold_text(x->scratch, role_title(x->role)),
                                   fold_text(x->scratch, title.value))) {
        bool is_taken = take_title(x, &title, at);
        if (is_taken)
            part_headcount(x);
        else
            begin_named(x, &title, at);
        note_around(x, value, title.value, ELEMENT_TITLE, at);
        return;
    }
    the_role(x, at);
    if (label.field != FIELD_NONE && !text_is_empty(value)) {
        x->role_is_fresh = false;
        fill_field(x, &(struct pair){label, pair->name, pair->value}, at);
        return;
    }
    open_element(x, label, pair->name, LEVEL_LINE, at);
    if (label.element == ELEMENT_TITLE && !text_is_empty(value))
        x->title_label = fold_label(x->arena, pair->name);
    x->is_alone = true;
    fill_text(x, sought, TEXT(""), 0, at);
    x->is_alone = false;
    if (sought.size < value.size)
        note_around(x, value, sought, ELEMENT_TITLE, at);
    if (label.element == ELEMENT_TITLE)
        part_headcount(x);
}
