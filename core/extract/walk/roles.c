#include "core/extract/walk/roles.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include <string.h>

#define TITLE_VALUE_LENGTH 30 /* letters behind a label of the name that may be no name */

/* ---- the end of a role ---- */

/* 「基本資料」 over labelled lines holds nothing itself, nor does "Revision history" over a table that
 * was read. */
static void drop_bare_headings(struct extraction *x)
{
    struct section_text **at = &x->role->other, *last = NULL;
    size_t entry = x->role_entry;
    while (*at != NULL) {
        struct section_text *s = *at;
        bool is_bare = text_is_empty(s->text) && s->blocks == NULL;
        if (is_bare) {
            enum label_kind kind = label_find(x, s->heading).kind;
            is_bare = kind == LABEL_OTHER || kind == LABEL_HANDBOOK;
        }
        if (is_bare) {
            account_let_go(x->account, &entry, s->heading, CLUE_NO_ELEMENT);
            *at = s->next;
        } else {
            last = s;
            at = &s->next;
        }
    }
    x->role->last_other = last;
}

/* Numbers of items, and nothing behind them. */
static bool are_blank(const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        if (!text_is_blank(records->rows[i].text) || records->rows[i].field_count > 0)
            return false;
    return true;
}

/* A heading of the vocabulary and nothing else is no role, and no form that nobody filled in. */
static bool is_nothing(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (!are_blank(&role->values[e]) || role->values[e].state == STATE_NOT_APPLICABLE)
            return false;
    return role->other == NULL;
}

static void take_department(struct extraction *x)
{
    struct records *department = &x->role->values[ELEMENT_DEPARTMENT];
    if (department->state == STATE_ABSENT && !text_is_empty(x->department.text) &&
        is_filled(&x->role->values[ELEMENT_TITLE]) &&
        !text_equal(role_title(x->role), x->department.text)) /* a unit is no part of itself */
        record_append(x->handbook, department, x->department.text, x->department.at);
}

void end_role(struct extraction *x)
{
    close_target(x);
    settle_asides(x);
    if (x->role != NULL) {
        part_pay(x, x->role);
        take_department(x);
        drop_bare_headings(x);
        bool is_spare = is_nothing(x->role) && x->role_before != NULL; /* behind those filled in */
        if (!is_spare)
            report_empty_elements(x);
        if (is_nothing(x->role))
            role_drop_last(x->handbook, x->role_before);
    }
    x->role = NULL;
    x->form_section = (struct target){.kind = TARGET_NONE};
}

/* A heading under front matter that has a title: the same name, a fuller one, or another one; a
 * part of it is none ("Night Porter" under "Summer Season - Night Porter"). */
static void name_again(struct extraction *x, struct text title, struct span at)
{
    struct records *names = &x->role->values[ELEMENT_TITLE];
    struct text first = fold_label(x->scratch, role_title(x->role));
    struct text again = fold_label(x->scratch, title);
    struct text bare = title, count = headcount_beside(x, title, &bare);
    if (text_is_empty(title) || text_find(first, again, 0) != TEXT_NOT_FOUND)
        return;
    if (!text_is_empty(count) && text_equal(fold_label(x->scratch, bare), first)) {
        if (!is_given(&x->role->values[ELEMENT_HEADCOUNT])) /* 店員（2名） below 店員 */
            record_append(x->handbook, &x->role->values[ELEMENT_HEADCOUNT], count, at);
        return;
    }
    struct value other = {title, at};
    bool is_fuller = text_find(again, first, 0) != TEXT_NOT_FOUND &&
                     text_is_empty(label_remark(title)); /* 會計 is 會計 */
    if (is_fuller) {
        other = (struct value){names->rows[0].text, names->rows[0].at};
        names->rows[0].text = title;
        names->rows[0].at = at;
    }
    record_append(x->handbook, &x->role->values[ELEMENT_ALTERNATE_TITLES], other.text, other.at);
}

/* The name again, with nothing said yet of what the holder does: "Job title: Agent" over "Agent".
 */
static bool says_name_again(struct extraction *x, struct text title)
{
    const struct records *values = x->role->values;
    return values[ELEMENT_DUTIES].count == 0 && values[ELEMENT_APPOINTMENT].count == 0 &&
           text_equal(fold_label(x->scratch, title), fold_label(x->scratch, role_title(x->role)));
}

/* 「男女不限」, or 「薪資：8-12K」: what stands behind the number of people in a name. */
static enum element element_of_needs(struct extraction *x, struct text needs)
{
    struct pair pair;
    bool is_pay = tells_pay(x, needs) ||
                  (label_pairs(x, needs, &pair, 1) == 1 && pair.label.kind == LABEL_ELEMENT &&
                   pair.label.element == ELEMENT_REWARDS);
    return is_pay ? ELEMENT_REWARDS : ELEMENT_APPOINTMENT;
}

/* "Treasurer" of "The Treasurer": the article is no part of a position's name. */
static struct text without_article(struct extraction *x, struct text title, struct span at)
{
    struct text bare = text_without_any_start_word(title, signs_of(x, SIGN_ARTICLE));
    if (bare.size == title.size || !is_latin_text(title) || begins_in_small_letter(bare) ||
        !vocabulary_is_position(x->vocabulary, x->scratch, bare))
        return title;
    note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE,
               text_slice(title, 0, title.size - bare.size), at);
    return bare;
}

/* The role's first name, and how many are wanted where that stands behind it. */
static void name_role(struct extraction *x, struct text title, struct span at)
{
    title = without_article(x, title, at);
    struct records *headcount = &x->role->values[ELEMENT_HEADCOUNT];
    struct text name, needs = TEXT(""), count = headcount_beside(x, title, &name);
    if (text_is_empty(count) && !is_latin_text(title)) /* 「前臺接待 1人 男女不限」 */
        count = headcount_within(title, &name, &needs);
    record_append(x->handbook, &x->role->values[ELEMENT_TITLE], name, at);
    if (!text_is_empty(needs))
        record_append(x->handbook, &x->role->values[element_of_needs(x, needs)], needs, at);
    if (!text_is_empty(count) && headcount->state == STATE_ABSENT)
        record_append(x->handbook, headcount, count, at);
}

/* More is known of the role than where it stands. */
static bool has_substance(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        enum kind kind = element_row((enum element)e)->kind;
        if (kind_has_items(kind) && e != ELEMENT_ALTERNATE_TITLES && role->values[e].count > 0)
            return true;
    }
    return false;
}

/* Nothing but what a house gives to all who work there: its pay and benefits, its hours. */
static bool has_only_terms(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (role->values[e].count > 0 && kind_has_items(element_row((enum element)e)->kind) &&
            e != ELEMENT_REWARDS && e != ELEMENT_CONDITIONS)
            return false;
    return role->values[ELEMENT_PURPOSE].count == 0;
}

/* 工作地點 or 我們的福利 above the heading that names the file's first role: they are its terms. */
static bool is_in_front_of_name(const struct extraction *x, struct text title)
{
    return x->role != NULL && x->handbook->role_count == 1 && !text_is_empty(title) &&
           (!has_substance(x->role) || has_only_terms(x->role));
}

void begin_role(struct extraction *x, struct text title, unsigned level, struct span at)
{
    bool is_named = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    bool reuses = x->role != NULL && x->role_is_fresh && (!is_named || x->awaits_heading);
    reuses |= is_named ? says_name_again(x, title) : is_in_front_of_name(x, title);
    if (!reuses) {
        end_role(x);
        if (level != LEVEL_TITLE && level <= x->chapter_level)
            end_chapter_at(x, level);
        x->role_before = x->handbook->last_role;
        x->role_entry = x->account->count;
        x->role = role_append(x->handbook, x->document->source, at);
        x->role->language = x->document->language;
        memset(x->is_reported, 0, sizeof x->is_reported);
        memset(x->is_settled, 0, sizeof x->is_settled);
    }
    if (!text_is_empty(title))
        x->role->at = at; /* not the front matter above it */
    close_target(x);
    x->role_level = level;
    x->title_label = TEXT("");
    x->in_front = NULL;
    x->role_is_fresh = true;
    x->awaits_heading = false;
    if (reuses && is_named)
        name_again(x, title, at);
    else if (!text_is_empty(title))
        name_role(x, title, at);
}

/* "Job title: Night Porter" far below "Position: Night Porter": the same, not another. */
static bool is_same_by_other_label(struct extraction *x, struct text label, struct text title)
{
    struct text before = x->role->values[ELEMENT_TITLE].heading;
    return !text_is_empty(before) &&
           !text_equal(fold_label(x->scratch, label), fold_label(x->scratch, before)) &&
           text_equal(fold_label(x->scratch, title), fold_label(x->scratch, role_title(x->role)));
}

void begin_role_below(struct extraction *x, struct text label, struct text title, unsigned level,
                      struct span at)
{
    bool is_labelled = !text_is_empty(label);
    if (is_labelled && x->role != NULL && has_substance(x->role)) {
        if (is_same_by_other_label(x, label, title)) {
            close_target(x);
            return;
        }
        end_role(x);
    }
    begin_role(x, title, level, at);
    if (is_labelled)
        x->role->values[ELEMENT_TITLE].heading = label;
}

void begin_labelled_role(struct extraction *x, struct span at)
{
    if (x->role != NULL && !has_substance(x->role) && text_is_empty(x->title_label)) {
        close_target(x);
        return;
    }
    begin_role(x, TEXT(""), x->role != NULL ? x->role_level : LEVEL_TITLE, at);
}

/* The only label of a name, far below the name itself: it says it once more, in other words. */
static bool is_title_again(const struct extraction *x)
{
    return x->has_one_title && x->handbook->role_count == 1 && has_substance(x->role) &&
           text_is_empty(x->title_label);
}

bool may_take_title(const struct extraction *x, struct text label)
{
    if (is_title_again(x))
        return true;
    return !has_substance(x->role) &&
           (text_is_empty(x->title_label) || !text_equal(label, x->title_label));
}

/* "Role: answers for one domain of information" under "Domain Manager" is no other name. */
static bool tells_what_for(struct extraction *x, struct text name, struct text value)
{
    return is_latin_text(value) && text_code_points(value) > TITLE_VALUE_LENGTH &&
           vocabulary_is_position(x->vocabulary, x->scratch, name) &&
           (!vocabulary_is_position(x->vocabulary, x->scratch, value) ||
            text_ends_with(value, TEXT(".")));
}

/*
 * 市立中學註冊組長, or only 市政府社會局, over the label that says 註冊組長: whose form it is, and
 * no other name of the position.
 */
static bool is_owner_of(struct extraction *x, struct text heading, struct text title)
{
    struct text whole = fold_label(x->scratch, heading), name = fold_label(x->scratch, title);
    if (whole.size > name.size && text_ends_with(whole, name))
        whole = text_slice(whole, 0, whole.size - name.size);
    return text_ends_with_any(whole, signs_of(x, SIGN_OWNER));
}

/* 前臺接待職位說明, "Receptionist – role profile" over the label that says 前臺接待: the title of
 * its form. */
static bool is_form_of(struct extraction *x, struct text heading, struct text title)
{
    if (!text_starts_with(heading, title))
        return false;
    struct text rest = text_trim_any(text_from(heading, title.size), "-–—:：|｜()（）");
    struct label label = label_find(x, rest);
    return label.kind == LABEL_FORM ||
           (label.kind == LABEL_ELEMENT &&
            (label.element == ELEMENT_PURPOSE || label.element == ELEMENT_DUTIES));
}

/* 港務中心調度崗崗位說明 over the label that says 調度員: the title of a form, with no name of a
 * position in front. */
static bool is_title_of_form(struct extraction *x, struct text heading)
{
    for (size_t at = 0; at < heading.size && !is_latin_text(heading); text_next(heading, &at)) {
        struct label label = label_find(x, text_from(heading, at));
        bool is_title = label.kind == LABEL_FORM ||
                        (label.kind == LABEL_ELEMENT && label.element == ELEMENT_PURPOSE);
        if (at > 0 && is_title && !label.needs_context)
            return !vocabulary_is_position(x->vocabulary, x->scratch, text_slice(heading, 0, at));
    }
    return false;
}

/* 英文職稱：Floor Supervisor below the heading 樓層領班: the name in another language. */
static bool is_translation(struct extraction *x, struct text heading, struct text title)
{
    return is_latin_text(title) && !is_latin_text(heading) &&
           vocabulary_is_position(x->vocabulary, x->scratch, heading);
}

bool take_title(struct extraction *x, const struct pair *pair, struct span at)
{
    struct records *title = &x->role->values[ELEMENT_TITLE];
    struct text old = role_title(x->role), label = fold_label(x->arena, pair->name);
    bool is_of_heading = text_is_empty(x->title_label);
    if (!may_take_title(x, label))
        return false;
    if (is_of_heading && are_ranks(x, pair->value)) {
        open_element(x, label_of(ELEMENT_GRADE), pair->name, LEVEL_LINE, at);
        fill_text(x, pair->value, TEXT(""), 0, at);
        return true; /* 「職缺：資深」 says which of its levels is vacant */
    }
    if (is_of_heading && tells_what_for(x, old, pair->value)) {
        open_element(x, label_of(ELEMENT_PURPOSE), pair->name, LEVEL_LINE, at);
        fill_text(x, pair->value, TEXT(""), 0, at);
        return true;
    }
    note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, pair->name, at);
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, pair->value, at);
    struct value other = {pair->value, at};
    if (is_of_heading && !is_title_again(x) && !is_translation(x, old, pair->value)) {
        other = (struct value){old, title->rows[0].at};
        title->rows[0].text = pair->value;
        title->rows[0].at = at;
        x->title_label = label;
        title->heading = pair->name;
    }
    if (is_of_heading &&
        (is_owner_of(x, other.text, pair->value) || is_form_of(x, other.text, pair->value) ||
         is_title_of_form(x, other.text))) {
        size_t entry = x->role_entry;
        account_let_go(x->account, &entry, old, CLUE_BARE);
        return true;
    }
    bool is_house = is_of_heading && vocabulary_is_house(x->vocabulary, x->scratch, other.text) &&
                    !vocabulary_is_position(x->vocabulary, x->scratch, other.text);
    if (is_house || (is_of_heading && looks_for_somebody(x, other.text))) {
        fill_aside(x, other.text, other.at);
        return true; /* 「青田科技招聘多崗位」, "Harbour Hotel" are no other names of the first */
    }
    bool names_department = is_of_heading && !is_title_again(x) && is_department(x, old) &&
                            x->role->values[ELEMENT_DEPARTMENT].state == STATE_ABSENT;
    record_append(
        x->handbook,
        &x->role->values[names_department ? ELEMENT_DEPARTMENT : ELEMENT_ALTERNATE_TITLES],
        other.text, other.at);
    return true;
}

void continue_role(struct extraction *x)
{
    memset(x->is_settled, 0, sizeof x->is_settled);
    x->form_goes_on = true;
}

struct role *the_role(struct extraction *x, struct span at)
{
    if (x->role == NULL)
        begin_role(x, TEXT(""), LEVEL_TITLE, at);
    return x->role;
}
