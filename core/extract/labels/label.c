#include "core/extract/labels/label.h"
#include "core/base/script.h"
#include "core/extract/labels/label_parts.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

struct label label_of(enum element element)
{
    return (struct label){.kind = element == ELEMENT_COUNT ? LABEL_UNKNOWN : LABEL_ELEMENT,
                          .element = element,
                          .second = ELEMENT_COUNT,
                          .field_element = ELEMENT_COUNT,
                          .other_field = FIELD_NONE,
                          .field = FIELD_NONE};
}

bool label_is(const struct label *label, enum element element)
{
    return label->kind == LABEL_ELEMENT && label->element == element;
}

static bool is_record_field(const struct meaning *m)
{
    return m->field != FIELD_NONE &&
           (m->element == ELEMENT_APPROVAL || m->element == ELEMENT_EDITION);
}

static void add_meaning(struct label *label, const struct meaning *m)
{
    bool is_role_element = m->field == FIELD_NONE && m->element < ELEMENT_ROLE_COUNT;
    if (label->kind == LABEL_UNKNOWN)
        label->needs_context = m->needs_context;
    label->may_be_other |= m->is_other;
    if (is_role_element && label->kind != LABEL_ELEMENT) {
        label->kind = LABEL_ELEMENT;
        label->element = m->element;
        label->is_part = m->is_part;
    } else if (is_role_element && label->second == ELEMENT_COUNT)
        label->second = m->element;
    else if (is_record_field(m) && label->field == FIELD_NONE &&
             (label->kind == LABEL_UNKNOWN || label->element == m->element)) {
        label->field = m->field;
        label->element = m->element;
        label->kind = label->kind == LABEL_UNKNOWN ? LABEL_FIELD : label->kind;
    } else if (is_record_field(m) && label->kind == LABEL_ELEMENT) {
        label->field_element = m->element;
        label->other_field = m->field;
    } else if ((m->is_form || m->is_other) && label->kind == LABEL_UNKNOWN)
        label->kind = m->is_form ? LABEL_FORM : LABEL_OTHER;
    else if (m->field == FIELD_NONE && m->element != ELEMENT_COUNT &&
             element_is_of_handbook(m->element) && label->kind == LABEL_UNKNOWN) {
        label->kind = LABEL_HANDBOOK;
        label->element = m->element;
    }
}

bool label_is_of_series(struct extraction *x, struct text text)
{
    struct text folded = label_folded(x, text.size > LABEL_BYTES ? TEXT("") : text);
    struct text one = text_is_empty(folded) ? TEXT("") : label_without_numeral(folded);
    size_t count = 0;
    if (!text_is_empty(one))
        vocabulary_find_folded(x->vocabulary, one, &count);
    return count > 0;
}

/* 「定員人數 2」: the numeral is the value, and counts no blocks. */
static bool takes_number(const struct meaning *meaning)
{
    return meaning->field == FIELD_NONE && meaning->element == ELEMENT_HEADCOUNT;
}

/* A label has neither: what stands behind one. */
static bool is_sentence_or_lines(struct text words)
{
    return text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND || text_ends_with(words, TEXT("。"));
}

/* What a label in two languages means: what both say, or the one that is known. */
static const struct meaning *meanings_of_both(struct extraction *x, struct text text,
                                              struct text han, struct text latin, size_t *count)
{
    size_t latin_count;
    const struct meaning *english = vocabulary_find(
        x->vocabulary, x->scratch, text_trim_any(latin, LANGUAGE_JOINTS), &latin_count);
    const struct meaning *meanings =
        vocabulary_find(x->vocabulary, x->scratch, text_trim_any(han, LANGUAGE_JOINTS), count);
    if (*count > 0 && latin_count > 0)
        return meanings;
    struct text lead = han.data == text.data ? han : latin;
    if (ends_in_colon(text_trim(lead))) {
        *count = 0; /* 「擅長工具：Excel」 is a label and its value, too */
        return meanings;
    }
    struct text unknown = *count == 0 ? han : latin;
    if (is_sentence_or_lines(text_trim(unknown))) {
        *count = 0; /* 「Job Purpose 確保文件齊全。」, alike */
        return meanings;
    }
    if (*count == 0) {
        meanings = english;
        *count = latin_count;
    }
    /* 「學歷 MBA」 is a label and its value, 「店長 JD」 the title of the form of one position */
    if (*count > 0 && (meanings->needs_context || meanings->is_part ||
                       vocabulary_is_position(x->vocabulary, x->scratch, unknown)))
        *count = 0;
    return meanings;
}

/* "Requirements (one or several of these)": a remark in small letters on what has items. */
static bool is_remark_on_list(const struct meaning *meaning, struct text words, struct text plain)
{
    struct text remark = text_from(words, plain.size);
    size_t open = text_find(remark, TEXT("("), 0);
    bool is_small = open != TEXT_NOT_FOUND && open + 1 < remark.size &&
                    remark.data[open + 1] >= 'a' && remark.data[open + 1] <= 'z';
    return is_small && meaning->element == ELEMENT_APPOINTMENT;
}

static const struct meaning *find_meanings(struct extraction *x, struct text text, size_t *count)
{
    struct text han, latin;
    const struct meaning *meanings =
        vocabulary_find_folded(x->vocabulary, label_folded(x, text), count);
    if (*count > 0)
        return meanings;
    struct text own = label_behind_whose(x, text);
    if (!text_is_empty(own))
        return vocabulary_find(x->vocabulary, x->scratch, own, count);
    struct text said = label_with_pronoun(x, text);
    if (!text_is_empty(said))
        return vocabulary_find(x->vocabulary, x->scratch, said, count);
    struct text one = label_without_numeral(text);
    if (!text_is_empty(one))
        meanings = vocabulary_find(x->vocabulary, x->scratch, one, count);
    if (*count > 0 && !takes_number(meanings))
        return meanings;
    struct text form = label_without_form_number(text);
    *count = 0;
    if (!text_is_empty(form))
        meanings = vocabulary_find(x->vocabulary, x->scratch, form, count);
    if (*count > 0 && meanings->is_form)
        return meanings;
    *count = 0;
    struct text bare = label_without_as_follows(x, text);
    if (!text_is_empty(bare))
        meanings = vocabulary_find(x->vocabulary, x->scratch, bare, count);
    if (*count > 0)
        return meanings;
    struct text words = label_bare(text); /* 考核內容（初定）： */
    struct text front = label_in_front_of_dash(x, words);
    if (!text_is_empty(front))
        meanings = vocabulary_find(x->vocabulary, x->scratch, front, count);
    if (*count > 0 && !meanings->needs_context)
        return meanings;
    *count = 0;
    struct text plain = label_without_remark(words);
    if (plain.size < words.size) {
        size_t remarks;
        const struct meaning *remark =
            vocabulary_find(x->vocabulary, x->scratch, text_from(words, plain.size), &remarks);
        meanings = vocabulary_find(x->vocabulary, x->scratch, plain, count);
        struct text first = label_without_remark(plain); /* 指標（KPI）（逐項填寫） */
        if (*count == 0 && first.size < plain.size)
            meanings = vocabulary_find(x->vocabulary, x->scratch, first, count);
        if (remarks > 0 && remark->is_other && !remark->needs_context &&
            (*count == 0 || meanings->is_form)) {
            *count = remarks; /* 岗位说明书（续表）, as against 岗位职责（续） */
            return remark;
        }
    }
    if (*count > 0 && meanings->needs_context && !is_remark_on_list(meanings, words, plain))
        *count = 0; /* 部門（分公司） may be anything */
    if (*count > 0 || !label_is_bilingual(text, &han, &latin) || text_has_digit(latin))
        return meanings; /* 「QS-07 版本」 is a value and the next label */
    return meanings_of_both(x, text, han, latin, count);
}

static struct label label_of_words(struct extraction *x, struct text text)
{
    struct label label = label_of(ELEMENT_COUNT);
    size_t count;
    const struct meaning *meanings = find_meanings(x, text, &count);
    for (size_t i = 0; i < count; i++)
        add_meaning(&label, &meanings[i]);
    if (count == 0)
        label = label_of_both(x, text);
    if (count == 0 && label.kind == LABEL_UNKNOWN && label_words_guess(x, text).is_other)
        label.kind = LABEL_OTHER;
    return label;
}

struct text label_folded(struct extraction *x, struct text text)
{
    if (text_is_empty(text))
        return TEXT("");
    if (text.size > LABEL_BYTES)
        return fold_label(x->scratch, text);
    return label_memory_folded(x->label_memory, text);
}

struct guess label_words_guess(struct extraction *x, struct text text)
{
    return vocabulary_guess(x->vocabulary, text, label_folded(x, text));
}

/* What the question finds, and found before: a label of many files is read once. */
struct label label_remembered(struct extraction *x, enum label_question question, struct text text,
                              struct label (*find)(struct extraction *x, struct text text))
{
    struct label label;
    if (text.size > LABEL_BYTES || text_is_empty(text))
        return label_of(ELEMENT_COUNT);
    if (label_memory_find(x->label_memory, question, text, &label))
        return label;
    label = find(x, text);
    label_memory_keep(x->label_memory, question, text, &label);
    return label;
}

bool words_answer(struct extraction *x, enum words_question question, struct text words,
                  bool (*ask)(struct extraction *x, struct text words))
{
    bool answer;
    if (words.size > LABEL_BYTES || text_is_empty(words))
        return ask(x, words);
    if (!label_memory_says(x->label_memory, question, words, &answer)) {
        answer = ask(x, words);
        label_memory_keep_said(x->label_memory, question, words, answer);
    }
    return answer;
}

struct label label_find(struct extraction *x, struct text text)
{
    return label_remembered(x, LABEL_MEANT, text, label_of_words);
}

struct label label_as_field(struct label label, enum element element)
{
    if (label.kind != LABEL_ELEMENT || label.other_field == FIELD_NONE ||
        label.field_element != element)
        return label;
    label.kind = LABEL_FIELD;
    label.element = element;
    label.field = label.other_field;
    return label;
}

bool label_is_description(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->field == FIELD_NONE &&
           ((label->element == ELEMENT_PURPOSE && label->second == ELEMENT_DUTIES) ||
            (label->element == ELEMENT_DUTIES && label->second == ELEMENT_PURPOSE));
}

bool label_titles_form(const struct label *label)
{
    return label->kind == LABEL_FORM || label_is_description(label);
}

bool label_is_demand(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_APPOINTMENT &&
           label->second == ELEMENT_STANDARDS;
}

bool label_is_title_of_needs(struct extraction *x, struct text text)
{
    return x->role != NULL &&
           (x->role->values[ELEMENT_DUTIES].count > 0 ||
            x->role->values[ELEMENT_PURPOSE].count > 0) &&
           text_is_any(label_folded(x, text), signs_of(x, SIGN_NEEDS_TITLE));
}

bool label_names_positions(const struct label *label)
{
    enum kind kind = label->kind == LABEL_ELEMENT ? element_row(label->element)->kind : KIND_TEXT;
    bool is_related = label->kind == LABEL_ELEMENT && label->element == ELEMENT_RELATIONS;
    return kind == KIND_REF || kind == KIND_REFS || (is_related && label->is_part);
}

bool label_names_post(const struct extraction *x, const struct label *label, struct text name)
{
    return label_names_positions(label) && vocabulary_is_position(x->vocabulary, x->scratch, name);
}

bool label_may_be_name(const struct label *label)
{
    bool is_signer =
        label->element == ELEMENT_APPROVAL && (label->kind == LABEL_FIELD || label->needs_context);
    return label->kind == LABEL_UNKNOWN || is_signer ||
           (label_names_positions(label) && label->needs_context);
}

void label_settle(const struct extraction *x, struct label *label, bool has_list)
{
    bool has_duties = x->role != NULL && x->role->values[ELEMENT_DUTIES].count > 0;
    if (label_is_description(label))
        label->element = has_list && !has_duties ? ELEMENT_DUTIES : ELEMENT_PURPOSE;
}

void label_settle_scope(struct extraction *x, struct label *label)
{
    if (label->kind == LABEL_ELEMENT && label->element == ELEMENT_SCOPE && !x->region.has_duties &&
        !x->region.has_duties_in_form &&
        (label->second == ELEMENT_DUTIES || (x->role == NULL && is_called_duties(x))))
        label->element = ELEMENT_DUTIES;
}

void label_settle_charge(struct extraction *x, struct label *label, struct text words)
{
    bool is_function = label->element == ELEMENT_DEPARTMENT; /* a unit, or what is done */
    if (label->kind != LABEL_ELEMENT || label->second != ELEMENT_DUTIES ||
        !(label->element == ELEMENT_SUPERVISES || is_function))
        return;
    size_t end = text_find(words, TEXT("\n"), 0);
    words = list_label_of(text_trim(text_slice(words, 0, end == TEXT_NOT_FOUND ? words.size : end)))
                .rest;
    if (!vocabulary_is_position(x->vocabulary, x->scratch, words) && !is_department(x, words))
        *label = label_of(ELEMENT_DUTIES);
}

enum element label_handbook_element(struct extraction *x, struct text text)
{
    size_t count;
    if (text.size > LABEL_BYTES)
        return ELEMENT_COUNT;
    const struct meaning *meanings =
        vocabulary_find_folded(x->vocabulary, label_folded(x, text), &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element != ELEMENT_COUNT && meanings[i].field == FIELD_NONE &&
            element_is_of_handbook(meanings[i].element))
            return meanings[i].element;
    return ELEMENT_COUNT;
}
