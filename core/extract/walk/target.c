/* Roles begin and end; elements and sections open for the words that follow. */
#include "core/extract/walk/target.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/findings.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include "core/model/written_language.h"
#include <string.h>

#define TITLE_VALUE_LENGTH 30 /* letters behind a label of the name that may be no name */
#define DEPARTMENT_LENGTH 30  /* characters */
#define ORDINAL_BYTES 18      /* of 第十一 */
#define LANGUAGE_LENGTH 4000  /* letters and Han of a role that tell its language to a finding */

/* The document's, else that of the role so far, else what the words look like. */
static enum language finding_language(const struct extraction *x, struct text words)
{
    enum language stated = language_from_tag(x->document->language);
    struct scripts counts = {0};
    if (stated != LANG_COUNT)
        return stated;
    if (x->role != NULL)
        count_role_scripts(&counts, x->role, LANGUAGE_LENGTH);
    count_scripts(&counts, words);
    enum language language = written_language(counts, stated);
    bool is_latin = words.size == text_code_points(words);
    return language != LANG_COUNT ? language : is_latin ? LANG_EN : LANG_ZH_HANT;
}

static void report(struct extraction *x, enum finding finding, struct span at, struct text arg0,
                   struct text arg1)
{
    const struct finding_row *row = finding_row(finding);
    struct diagnostic d = {.level = row->level,
                           .code = row->code,
                           .name = row->name,
                           .message = row->message,
                           .args = {arg0, arg1},
                           .at = at,
                           .excerpt = arg0};
    if (x->role != NULL)
        d.role = role_title(x->role);
    diagnostics_add(x->diags, d);
}

/* ---- the account ---- */

void note_field(struct extraction *x, enum use use, enum element element, enum field field,
                struct text words, struct span at)
{
    account_add(x->account, (struct account_entry){.use = use,
                                                   .clue = x->clue,
                                                   .element = element,
                                                   .field = field,
                                                   .words = words,
                                                   .at = at,
                                                   .role = x->role});
}

void note(struct extraction *x, enum use use, struct text words, struct span at)
{
    bool has_element = x->target.kind == TARGET_ELEMENT;
    note_field(x, use, has_element ? x->target.records->element : ELEMENT_COUNT, FIELD_NONE, words,
               at);
}

void note_skipped(struct extraction *x, enum clue reason, struct text words, struct span at)
{
    enum clue clue = x->clue;
    x->clue = reason;
    note_field(x, USE_SKIPPED, ELEMENT_COUNT, FIELD_NONE, words, at);
    x->clue = clue;
}

/* ---- roles ---- */

void settle_caption(struct extraction *x)
{
    struct target *t = &x->target;
    if (t->kind == TARGET_ELEMENT && !text_is_empty(t->caption.text))
        record_append(x->handbook, t->records, t->caption.text, t->caption.at);
    t->caption = (struct value){0};
}

void close_target(struct extraction *x)
{
    settle_caption(x);
    struct target *t = &x->target;
    if (t->kind == TARGET_ELEMENT && x->role != NULL && text_is_empty(t->part.text) &&
        t->records->count > 0)
        x->is_settled[t->records->element] = true;
    *t = (struct target){.kind = TARGET_NONE};
}

/* A heading that nothing followed: the element is there, and empty. */
static void settle_empty_elements(struct extraction *x)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct records *records = &x->role->values[e];
        if (records->state != STATE_EMPTY || e == ELEMENT_APPROVAL) /* lines to sign by hand */
            continue;
        struct text heading = records->heading; /* keys of front matter are none */
        if (text_is_empty(heading))
            heading = vocabulary_heading(x->vocabulary, finding_language(x, role_title(x->role)),
                                         (enum element)e);
        report(x, FINDING_EMPTY_SECTION, records->at, heading, TEXT(""));
        struct diagnostic *d = x->diags->items[x->diags->count - 1];
        d->element = text_from_string(element_row((enum element)e)->name);
        d->excerpt = TEXT(""); /* what is missing is the element, whatever its label says */
    }
}

/* 「基本資料」 over labelled lines holds nothing itself. */
static void drop_bare_headings(struct extraction *x)
{
    struct section_text **at = &x->role->other, *last = NULL;
    size_t entry = x->role_entry;
    while (*at != NULL) {
        struct section_text *s = *at;
        bool is_bare = text_is_empty(s->text) && s->blocks == NULL &&
                       label_find(x, s->heading).kind == LABEL_OTHER;
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

/* ---- chapters ---- */

/* 第一部分 客服部: the name without the chapter's number. */
static struct text name_of_chapter(struct extraction *x, struct text heading)
{
    struct text_list units = signs_of(x, SIGN_CHAPTER);
    struct text name = list_label_of(heading).rest;
    for (size_t i = 0; text_starts_with(name, TEXT("第")) && i < units.count; i++) {
        size_t unit = text_find(name, units.texts[i], 0);
        struct text rest = text_from(name, unit == TEXT_NOT_FOUND ? 0 : unit + units.texts[i].size);
        if (unit != TEXT_NOT_FOUND && unit <= ORDINAL_BYTES && !text_is_blank(rest))
            return text_trim(rest);
    }
    return name;
}

/* 財務部崗位職責: the name of the department, where it is one's. */
static struct text department_of_chapter(struct extraction *x, struct text heading)
{
    struct text name = name_of_chapter(x, heading), of_duties;
    bool is_duties;
    return label_role_name(x, name, &of_duties, &is_duties) ? of_duties : name;
}

bool is_department(struct extraction *x, struct text name)
{
    return text_ends_with_any(name, signs_of(x, SIGN_UNIT)) &&
           text_code_points(name) <= DEPARTMENT_LENGTH &&
           !text_ends_with_any(name, signs_of(x, SIGN_NO_UNIT));
}

void end_chapter(struct extraction *x)
{
    struct section_text *page = x->chapter, **at = &x->handbook->preface;
    bool is_empty = page != NULL && text_is_empty(page->text) && page->blocks == NULL;
    x->chapter = NULL;
    x->chapter_level = LEVEL_TITLE;
    x->department = (struct value){0};
    if (!is_empty)
        return;
    account_let_go(x->account, &x->chapter_entry, page->heading, CLUE_BARE);
    struct section_text *before = NULL;
    while (*at != page) {
        before = *at;
        at = &before->next;
    }
    *at = page->next;
    if (x->handbook->last_preface == page)
        x->handbook->last_preface = before;
}

void begin_chapter(struct extraction *x, struct text heading, unsigned level, struct span at)
{
    struct text name = department_of_chapter(x, heading);
    end_chapter(x);
    x->chapter_entry = x->account->count;
    open_other(x, heading, level, at, false);
    x->chapter = x->target.section;
    x->chapter_level = level;
    if (is_department(x, name))
        x->department = (struct value){name, at};
}

/* ---- the end of a role ---- */

/* A heading of the vocabulary and nothing else is no role. */
static bool is_nothing(const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (role->values[e].count > 0 || role->values[e].state == STATE_NOT_APPLICABLE)
            return false;
    return role->other == NULL;
}

static void take_department(struct extraction *x)
{
    struct records *department = &x->role->values[ELEMENT_DEPARTMENT];
    if (department->state == STATE_ABSENT && !text_is_empty(x->department.text) &&
        is_filled(&x->role->values[ELEMENT_TITLE]))
        record_append(x->handbook, department, x->department.text, x->department.at);
}

void end_role(struct extraction *x)
{
    close_target(x);
    settle_asides(x);
    if (x->role != NULL) {
        part_pay(x, x->role);
        take_department(x);
        settle_empty_elements(x);
        drop_bare_headings(x);
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
    if (text_is_empty(title) || text_find(first, again, 0) != TEXT_NOT_FOUND)
        return;
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

/* The role's first name, and how many are wanted where that stands behind it. */
static void name_role(struct extraction *x, struct text title, struct span at)
{
    struct records *headcount = &x->role->values[ELEMENT_HEADCOUNT];
    struct text name, count = headcount_beside(title, &name);
    record_append(x->handbook, &x->role->values[ELEMENT_TITLE], name, at);
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

/* 工作地點 above the heading that names the file's first role: where that role is. */
static bool is_in_front_of_name(const struct extraction *x, struct text title)
{
    return x->role != NULL && x->handbook->role_count == 1 && !text_is_empty(title) &&
           !has_substance(x->role);
}

void begin_role(struct extraction *x, struct text title, unsigned level, struct span at)
{
    bool is_named = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    bool reuses = x->role != NULL && x->role_is_fresh && (!is_named || x->awaits_heading);
    reuses |= is_named ? says_name_again(x, title) : is_in_front_of_name(x, title);
    if (!reuses) {
        end_role(x);
        if (level != LEVEL_TITLE && level <= x->chapter_level)
            end_chapter(x);
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
    if (is_of_heading && !is_title_again(x)) {
        other = (struct value){old, title->rows[0].at};
        title->rows[0].text = pair->value;
        title->rows[0].at = at;
        x->title_label = label;
        title->heading = pair->name;
    }
    if (is_of_heading && is_owner_of(x, other.text, pair->value)) {
        size_t entry = x->role_entry;
        account_let_go(x->account, &entry, old, CLUE_BARE);
        return true;
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

/* ---- targets ---- */

/* "Other duties" behind "Key duties": each heading says which share of the element it holds. */
static bool is_divided(struct extraction *x, struct text heading, struct text before)
{
    return !text_equal(label_folded(x, heading), label_folded(x, before)) &&
           (vocabulary_is_share(x->vocabulary, x->scratch, heading) ||
            vocabulary_is_share(x->vocabulary, x->scratch, before));
}

void report_repeated(struct extraction *x)
{
    const struct target *t = &x->target;
    enum element element = t->records->element;
    if (x->is_reported[element])
        return;
    x->is_reported[element] = true;
    report(x,
           is_divided(x, t->heading.text, t->records->heading) ? FINDING_DIVIDED_SECTION
                                                               : FINDING_REPEATED_SECTION,
           t->heading.at, t->heading.text,
           vocabulary_heading(x->vocabulary, finding_language(x, t->heading.text), element));
    x->diags->items[x->diags->count - 1]->element = text_from_string(element_row(element)->name);
}

/* "Preferred requirements" are all that stands below, and say how much it counts. */
static bool tells_need(struct extraction *x, const struct records *records, struct text heading)
{
    return records->element == ELEMENT_APPOINTMENT &&
           (is_preference(x, heading) ||
            !text_is_empty(vocabulary_code_of_heading(x->vocabulary, x->scratch,
                                                      FIELD_APPOINTMENT_NEED, heading)));
}

/* 工作內容： in bold beside 崗位職責：: two captions of one list, which stands in one place. */
static bool is_beside(const struct extraction *x, const struct records *records,
                      struct text heading, unsigned level)
{
    return x->target.kind == TARGET_ELEMENT && x->target.records == records &&
           x->target.level == level && level == LEVEL_PSEUDO &&
           element_row(records->element)->kind != KIND_TEXT &&
           !text_equal(x->target.heading.text, heading) && !text_equal(records->heading, heading);
}

/*
 * 「二、三年以上工作經驗」 below 「任職資格」: another heading of an element that has one, and
 * known by some of its words only. What it says more would be lost, were it not the name of a part.
 */
static bool is_second_heading(const struct extraction *x, const struct records *records,
                              const struct label *label, struct text heading)
{
    return label->guess != GUESS_NONE && x->clue != CLUE_LINE && !text_is_empty(heading) &&
           !text_is_empty(records->heading) && !text_equal(records->heading, heading);
}

/* 「一、職位說明」 over labels of other elements groups them, and lacks nothing itself. */
static void settle_group(const struct extraction *x, enum element next, unsigned level)
{
    const struct target *t = &x->target;
    bool is_group = t->kind == TARGET_ELEMENT && t->records->state == STATE_EMPTY &&
                    t->records->count == 0 && t->records->element != next && t->level < level;
    if (is_group && t->level != LEVEL_TITLE)
        t->records->state = STATE_ABSENT;
}

void open_element(struct extraction *x, struct label label, struct text heading, unsigned level,
                  struct span at)
{
    the_role(x, at);
    settle_group(x, label.element, level);
    const struct records *first = &x->role->values[label.element];
    bool is_filled_before =
        x->is_settled[label.element] ||
        (x->target.kind == TARGET_ELEMENT && x->target.records == first && first->count > 0);
    if (is_filled_before && !label.is_part && label.second != ELEMENT_COUNT &&
        label.second < ELEMENT_ROLE_COUNT && x->role->values[label.second].count == 0)
        label.element = label.second; /* 職責要求 behind the duties */
    struct records *records = &x->role->values[label.element];
    bool is_one_place = is_beside(x, records, heading, level);
    close_target(x);
    x->role_is_fresh = false;
    bool is_behind_lead = label.element == ELEMENT_PURPOSE && text_is_empty(records->heading);
    if (!label.is_part && text_is_empty(records->heading) &&
        (records->count == 0 || is_behind_lead))
        records->heading = heading;
    if (records->state == STATE_ABSENT) {
        records->state = STATE_EMPTY;
        records->at = at;
        if (text_is_empty(records->heading))
            records->heading = heading;
    }
    x->target = (struct target){.kind = TARGET_ELEMENT, .records = records, .level = level};
    bool is_part = label.is_part || tells_need(x, records, heading) ||
                   is_second_heading(x, records, &label, heading);
    x->target.repeats = !is_part && !is_one_place && !is_behind_lead &&
                        x->is_settled[label.element] && !text_is_empty(heading);
    x->target.heading = (struct value){heading, at};
    if (is_part)
        x->target.part = (struct value){heading, at};
    x->target.clue = x->clue;
    note(x, USE_LABEL, heading, at);
}

void open_handbook_element(struct extraction *x, enum element element, struct text heading,
                           unsigned level, struct span at)
{
    end_role(x);
    struct records *records = handbook_own(x->handbook, element);
    if (records->state == STATE_ABSENT) {
        records->state = STATE_EMPTY;
        records->heading = heading;
        records->at = at;
    }
    x->target = (struct target){
        .kind = TARGET_ELEMENT, .records = records, .level = level, .clue = x->clue};
    note(x, USE_LABEL, heading, at);
}

void report_words_apart(struct extraction *x, struct text words, struct span at)
{
    report(x, FINDING_WORDS_APART, at, words, TEXT(""));
}

void report_unknown(struct extraction *x, struct text heading, struct span at)
{
    enum element nearest[2];
    bool is_number = text_consists_of(heading, TEXT("0123456789.-、()（） "));
    if (is_number || label_find(x, heading).kind == LABEL_OTHER) /* known to be none */
        return;
    struct text_buffer names = text_buffer_new(x->diags->arena);
    enum language language = finding_language(x, heading);
    size_t count = vocabulary_nearest(x->vocabulary, x->scratch, heading, nearest, 2);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_string(&names, language == LANG_EN ? ", " : "、");
        buffer_append(&names, vocabulary_heading(x->vocabulary, language, nearest[i]));
    }
    report(x, count == 0 ? FINDING_UNRECOGNISED_SECTION : FINDING_UNRECOGNISED_SECTION_NEAR, at,
           heading, buffer_text(&names));
}

void open_other(struct extraction *x, struct text heading, unsigned level, struct span at,
                bool is_unknown)
{
    close_target(x);
    struct section_text *section = x->role == NULL
                                       ? preface_append(x->handbook, heading, at)
                                       : other_append(x->handbook, x->role, heading, at);
    if (x->role != NULL)
        x->role_is_fresh = false;
    if (is_unknown && x->role != NULL)
        report_unknown(x, heading, at);
    x->target =
        (struct target){.kind = TARGET_OTHER, .section = section, .level = level, .clue = x->clue};
    note(x, x->role == NULL ? USE_PAGE : USE_OTHER, heading, at);
}
