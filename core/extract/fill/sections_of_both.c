/*
 * 「職責與權限」, "Duties and requirements": one section of both. What a holder may do are the powers,
 * what he must bring the conditions, all else are duties. Sentences right below a name, which no
 * heading announces, are parted alike: "The treasurer keeps the books. Must be bonded."
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"

#define ACT_HAN 2  /* of the name of an act */
#define ROWS_MIN 2 /* sentences below a name: one alone is all that is said of the post */

/* Which rows of a section belong to another element. */
struct parting {
    enum element from, to;
    bool is_at_end; /* a row that says neither follows the one in front only behind all acts */
    bool is_of_sentences; /* items of a list stay with the others that the author listed */
    /* whether a row does; moved: the row in front of it did */
    bool (*moves)(struct extraction *x, const struct role *role, struct text row, bool moved);
};

/* ---- powers among duties ---- */

static bool is_power(struct extraction *x, struct text row)
{
    struct text folded = fold_text(x->scratch, row);
    return text_starts_with_any_word(folded, signs_of(x, SIGN_MAY_START)) ||
           text_holds_any(folded, signs_of(x, SIGN_MAY)) ||
           text_ends_with_any(text_trim_any(folded, " 。；;."), signs_of(x, SIGN_MAY_END));
}

/*
 * A section of duties of its own stands beside it: this one has those that say so plainly. In English
 * powers do as well: "Write off interest to $200".
 */
static bool is_duty(struct extraction *x, const struct role *role, struct text row, bool moved)
{
    (void)moved;
    return !is_power(x, row) &&
           (role->values[ELEMENT_DUTIES].count == 0 ||
            (!is_latin_text(row) &&
             vocabulary_opening(x->vocabulary, x->scratch, row) == ELEMENT_DUTIES));
}

/* ---- conditions among duties ---- */

static bool is_act(struct extraction *x, struct text row)
{
    return vocabulary_opening(x->vocabulary, x->scratch, row) == ELEMENT_DUTIES;
}

/* 「學歷證書的整理歸檔」: one phrase that ends in the name of an act, whatever that deals with. */
static bool ends_in_act(struct extraction *x, struct text row)
{
    static const struct text marks = TEXT_INIT("，、,；;：:");
    struct text words = text_trim_any(row, " 。.；;");
    size_t at = words.size;
    for (int i = 0; i < ACT_HAN && at > 0; i++)
        text_previous(words, &at);
    for (size_t i = 0; i < words.size;)
        if (text_has(marks, text_next(words, &i)))
            return false;
    return at > 0 && !is_latin_text(words) && is_act(x, text_from(words, at));
}

static bool is_need(struct extraction *x, struct text row)
{
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, row);
    return opening == ELEMENT_APPOINTMENT || is_preference(x, row) ||
           (opening != ELEMENT_DUTIES && !ends_in_act(x, row) &&
            vocabulary_speaks_of(x->vocabulary, x->scratch, row, ELEMENT_APPOINTMENT));
}

/* Among conditions: an act, or what says neither behind one. */
static bool goes_to_duties(struct extraction *x, const struct role *role, struct text row,
                           bool moved)
{
    (void)role;
    return is_act(x, row) || (moved && !is_need(x, row));
}

/* Among duties: what it takes, or what says neither behind that, where no more acts follow. */
static bool goes_to_conditions(struct extraction *x, const struct role *role, struct text row,
                               bool moved)
{
    (void)role;
    return is_need(x, row) || (moved && !is_act(x, row) && !ends_in_act(x, row));
}

/* Words for what is done and words for what it takes: 「職位描述與要求」 */
static bool names_both(struct extraction *x, struct text heading)
{
    struct text folded = fold_text(x->scratch, heading);
    return text_holds_any(folded, signs_of(x, SIGN_TASK_WORD)) &&
           text_holds_any(folded, signs_of(x, SIGN_NEED_WORD));
}

/* ---- among sentences that no heading announces ---- */

/*
 * "may sign contracts", "The president may …", 「主席得委任他人」, 「有權拒簽」. Without a holder in front of
 * it, 「得」 may begin another word: 「得到通知後」.
 */
static bool is_plain_power(struct extraction *x, const struct role *role, struct text row,
                           bool moved)
{
    struct text folded = fold_text(x->scratch, text_trim(row));
    struct text said = behind_holder(x, role, folded);
    (void)moved;
    return ((is_latin_text(row) || said.size < folded.size) &&
            text_starts_with_any_word(said, signs_of(x, SIGN_MAY_START))) ||
           text_starts_with_any(text_trim(row), signs_of(x, SIGN_MAY_ALONE));
}

/* "must have a car", "should be good with figures". Verbs of Han open acts as well: 「掌握進度」. */
static bool is_plain_need(struct extraction *x, const struct role *role, struct text row,
                          bool moved)
{
    (void)moved;
    struct text said = behind_holder(x, role, fold_text(x->scratch, text_trim(row)));
    return is_latin_text(row) &&
           vocabulary_opening(x->vocabulary, x->scratch, said) == ELEMENT_APPOINTMENT;
}

/* ---- parting ---- */

/* 「20%」 in the column beside it: what the other element has no field for. */
static bool has_fields(const struct record *row)
{
    for (unsigned i = 0; row->fields != NULL && i < row->field_count; i++)
        if (!text_is_empty(row->fields[i].text) && !text_equal(row->fields[i].text, row->text))
            return true;
    return false;
}

/* Behind the last row that is an act. */
static size_t acts_end(struct extraction *x, const struct records *rows)
{
    size_t end = rows->count;
    while (end > 0 && !is_act(x, rows->rows[end - 1].text))
        end--;
    return end;
}

/* Rows below a row go where it goes. One with fields of its own stays. */
static void part_rows(struct extraction *x, struct role *role, const struct parting *parting)
{
    struct records *rows = &role->values[parting->from];
    struct records others = role->values[parting->to];
    size_t kept = 0, from = 0, end = parting->is_at_end ? acts_end(x, rows) : 0;
    bool moves = false;
    for (size_t i = 0; i < rows->count; i++) {
        struct record row = rows->rows[i];
        if (row.depth == 0)
            moves = !has_fields(&row) && !(parting->is_of_sentences && !text_is_empty(row.label)) &&
                    parting->moves(x, role, row.text,
                                   moves && i >= end && (end > 0 || !parting->is_at_end));
        if (!moves) {
            rows->rows[kept++] = row;
            continue;
        }
        struct record *other = record_append(x->handbook, &others, row.text, row.at);
        other->label = row.label;
        other->depth = row.depth;
        if (parting->to == ELEMENT_APPOINTMENT)
            fill_need(x, &others, other);
        account_retell(x->account, &from, row.text, parting->to);
    }
    if (kept == rows->count)
        return;
    if (text_is_empty(others.heading)) {
        others.heading = rows->heading;
        others.at = rows->at;
    }
    rows->count = kept;
    if (kept == 0)
        *rows = (struct records){.element = parting->from, .at = rows->at};
    role->values[parting->to] = others;
}

void part_sections_of_both(struct extraction *x)
{
    static const struct parting powers = {ELEMENT_AUTHORITY, ELEMENT_DUTIES, false, false, is_duty};
    static const struct parting acts = {ELEMENT_APPOINTMENT, ELEMENT_DUTIES, false, false,
                                        goes_to_duties};
    static const struct parting needs = {ELEMENT_DUTIES, ELEMENT_APPOINTMENT, true, false,
                                         goes_to_conditions};
    static const struct parting plain_powers = {ELEMENT_DUTIES, ELEMENT_AUTHORITY, false, true,
                                                is_plain_power};
    static const struct parting plain_needs = {ELEMENT_DUTIES, ELEMENT_APPOINTMENT, false, true,
                                               is_plain_need};
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct text may = role->values[ELEMENT_AUTHORITY].heading;
        struct text brings = role->values[ELEMENT_APPOINTMENT].heading;
        struct text does = role->values[ELEMENT_DUTIES].heading;
        if (text_holds_any(fold_text(x->scratch, may), signs_of(x, SIGN_DUTY_WORD)))
            part_rows(x, role, &powers);
        if (names_both(x, brings))
            part_rows(x, role, &acts);
        if (names_both(x, does))
            part_rows(x, role, &needs);
        if (text_is_empty(does) && role->values[ELEMENT_DUTIES].count >= ROWS_MIN) {
            part_rows(x, role, &plain_powers);
            part_rows(x, role, &plain_needs);
        }
    }
}
