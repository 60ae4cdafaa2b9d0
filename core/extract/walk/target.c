#include "core/extract/walk/target.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/findings.h"
#include "core/extract/labels/label_memory.h"
#include "core/extract/outline/lines.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/model/likely_labels.h"
#include "core/model/written_language.h"

#define LANGUAGE_LENGTH 4000 /* letters and Han of a role that tell its language to a finding */

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

/* ---- closing ---- */

void settle_caption(struct extraction *x)
{
    struct target *t = &x->target;
    if (t->kind == TARGET_ELEMENT && !text_is_empty(t->caption.text))
        record_append(x->handbook, t->records, t->caption.text, t->caption.at);
    t->caption = (struct value){0};
}

/* Nothing stands below the label that was taken for an element's: it is a section of its own. */
static void take_back_likely(struct extraction *x)
{
    struct records *records = x->target.records;
    other_append(x->handbook, x->role, x->target.heading.text, x->target.heading.at);
    if (records->state == STATE_EMPTY && records->count == 0)
        *records = (struct records){.element = records->element};
}

void close_target(struct extraction *x)
{
    settle_caption(x);
    struct target *t = &x->target;
    if (t->is_likely && t->records->count == t->before)
        take_back_likely(x);
    if (t->kind == TARGET_ELEMENT && x->role != NULL && text_is_empty(t->part.text) &&
        t->records->count > 0)
        x->is_settled[t->records->element] = true;
    *t = (struct target){.kind = TARGET_NONE};
}

void report_empty_elements(struct extraction *x)
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

bool heading_tells_need(struct extraction *x, struct text heading)
{
    struct text remark = label_remark(label_bare(heading));
    struct text code =
        vocabulary_code_of_heading(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, heading);
    return is_preference_ahead(x, heading) || !text_is_empty(code) ||
           !text_is_empty(
               vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, remark));
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

/* "The ideal candidate is …" leads to what it takes; the heading of it is still to come. */
static bool is_behind_candidate(const struct extraction *x, enum element element)
{
    return element == ELEMENT_APPOINTMENT && !x->is_settled[element] &&
           text_starts_with_any(role_text(x->role, element), signs_of(x, SIGN_CANDIDATE_START));
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
    bool is_behind_lead = text_is_empty(records->heading) &&
                          (label.element == ELEMENT_PURPOSE || x->region.is_prose ||
                           is_behind_candidate(x, label.element));
    if (!label.is_part && text_is_empty(records->heading) &&
        (records->count == 0 || is_behind_lead))
        records->heading = heading;
    if (records->state == STATE_ABSENT) {
        records->state = STATE_EMPTY;
        records->at = at;
        if (text_is_empty(records->heading))
            records->heading = heading;
    }
    x->target = (struct target){
        .kind = TARGET_ELEMENT, .records = records, .level = level, .before = records->count};
    bool is_part = label.is_part ||
                   (records->element == ELEMENT_APPOINTMENT && heading_tells_need(x, heading)) ||
                   is_second_heading(x, records, &label, heading);
    /* several sign, each by a label; a form that goes on says its label again; and sentences,
     * "The Treasurer shall also:" */
    bool is_usual = label.element == ELEMENT_APPROVAL || label_is_continuation(x, heading) ||
                    !text_is_empty(label_with_pronoun(x, heading));
    x->target.repeats = !is_part && !is_one_place && !is_behind_lead &&
                        x->is_settled[label.element] && !text_is_empty(heading) && !is_usual;
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
    if (x->near_labels == NULL)
        x->near_labels = near_labels_make(x->vocabulary, x->scratch);
    size_t count = vocabulary_nearest(x->near_labels, x->scratch, heading, nearest, 2);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_string(&names, language == LANG_EN ? ", " : "、");
        buffer_append(&names, vocabulary_heading(x->vocabulary, language, nearest[i]));
    }
    report(x, count == 0 ? FINDING_UNRECOGNISED_SECTION : FINDING_UNRECOGNISED_SECTION_NEAR, at,
           heading, buffer_text(&names));
}

/* What a role's label that nobody knows is taken for, by its words; LABEL_UNKNOWN: for nothing. */
static struct label likely_label(struct extraction *x, struct text heading)
{
    struct label label = label_of(ELEMENT_COUNT);
    struct text name = name_of_chapter(x, label_bare(heading));
    size_t meanings;
    vocabulary_find(x->vocabulary, x->scratch, name, &meanings);
    bool is_key = text_has_digit(name) || text_has(name, '_'); /* "sort_date" */
    if (x->role == NULL || text_is_empty(name) || is_key || meanings > 0 ||
        is_department(x, name) || vocabulary_is_no_role(x->vocabulary, x->scratch, name))
        return label;
    label = label_of(
        likely_element(label_memory_likely(x->label_memory, x->vocabulary), label_folded(x, name)));
    label.guess = GUESS_PARTLY;
    bool is_given = label.kind == LABEL_ELEMENT && x->role->values[label.element].count > 0;
    return is_given ? label_of(ELEMENT_COUNT) : label;
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

void open_unknown(struct extraction *x, struct text heading, unsigned level, struct span at,
                  bool is_unknown)
{
    struct label likely = is_unknown ? likely_label(x, heading) : label_of(ELEMENT_COUNT);
    if (likely.kind == LABEL_ELEMENT) {
        report(x, FINDING_LIKELY_SECTION, at, heading,
               vocabulary_heading(x->vocabulary, finding_language(x, heading), likely.element));
        x->clue = CLUE_LIKELY;
        open_element(x, likely, heading, level, at);
        x->target.is_likely = true;
    } else
        open_other(x, heading, level, at, is_unknown);
}

bool target_is_of_title(const struct target *t)
{
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           t->records->count == 0 && t->clue == CLUE_ROLE_HEADING &&
           text_is_empty(t->records->heading);
}
