#include "core/extract/labels/label.h"
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define FORM_DIGITS 2     /* of the number behind the title of a form */
#define REMARKED_LENGTH 6 /* Han of a label that a remark follows; longer ones are sentences */
/* What joins one language to the other, or a remark to its label. */
#define LANGUAGE_JOINTS "/／()（）[]【】:：-–—|｜·"

struct label label_of(enum element element)
{
    return (struct label){.kind = element == ELEMENT_COUNT ? LABEL_UNKNOWN : LABEL_ELEMENT,
                          .element = element,
                          .second = ELEMENT_COUNT,
                          .field_element = ELEMENT_COUNT,
                          .other_field = FIELD_NONE,
                          .field = FIELD_NONE};
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

/* 主要職責如下: what a heading says about the list below it. */
static struct text without_as_follows(const struct extraction *x, struct text text)
{
    struct text bare = text_trim(text);
    while (text_ends_with(bare, TEXT("：")) || text_ends_with(bare, TEXT(":")))
        bare =
            text_trim(text_slice(bare, 0, bare.size - (bare.data[bare.size - 1] == ':' ? 1 : 3)));
    struct text label = text_without_any_end(bare, signs_of(x, SIGN_LIST_FOLLOWS));
    return label.size < bare.size ? label : TEXT("");
}

/* A letter's script: 'H' Han, 'L' Latin; 0 for what is no letter. */
static char script_of(uint32_t c)
{
    bool is_latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_latin ? 'L' : is_han_like(c) && c >= 0x3400 && c < 0xFF00 ? 'H' : 0;
}

/* "Rank： AB" of 職級 Rank： AB: the label, and its value. */
static bool has_value_behind(struct text words)
{
    size_t width, colon = find_colon(words, &width);
    return colon != TEXT_NOT_FOUND && !text_is_blank(text_from(words, colon + width));
}

/* Nearly all texts are of one script, which their bytes tell: whether both may be in it. */
static bool may_be_bilingual(struct text text)
{
    bool has_letter = false, has_han = false;
    for (size_t i = 0; i < text.size && !(has_letter && has_han); i++) {
        unsigned char c = (unsigned char)text.data[i];
        has_letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (c >= HAN_BYTE) {
            has_han = true;
            i += HAN_SIZE - 1;
        }
    }
    return has_letter && has_han;
}

bool label_is_bilingual(struct text text, struct text *han, struct text *latin)
{
    size_t joint = 0;
    char script = 0, first = 0;
    if (!may_be_bilingual(text))
        return false;
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        char here = script_of(text_next(text, &at));
        if (here == 0 || here == script)
            continue;
        if (script != 0 && joint > 0)
            return false;
        if (script != 0)
            joint = begin;
        else
            first = here;
        script = here;
    }
    if (joint == 0 || has_value_behind(text_from(text, joint)))
        return false;
    *(first == 'H' ? han : latin) = text_slice(text, 0, joint);
    *(first == 'H' ? latin : han) = text_from(text, joint);
    return true;
}

/* 諸手当※月額: what a reference mark adds to a label. */
static struct text without_note(struct text text)
{
    size_t at = text_find(text, TEXT("※"), 0);
    return at == TEXT_NOT_FOUND || at == 0 ? text : text_trim(text_slice(text, 0, at));
}

/*
 * （非互聯網領域） behind the title of a form, （K=knowledge 知識） behind a label. What is right
 * behind the number of an article is its caption: 「第五條（職責）」.
 */
struct text label_without_remark(struct text text)
{
    size_t last = text.size;
    if (text_is_empty(text))
        return text;
    uint32_t close = text_previous(text, &last);
    if (close != ')' && close != 0xFF09)
        return without_note(text);
    for (size_t at = last; at > 0;) {
        uint32_t c = text_previous(text, &at);
        if (c != '(' && c != 0xFF08)
            continue;
        bool is_caption = list_label_of(text).rest.data == text.data + at;
        return is_caption ? text : text_trim(text_slice(text, 0, at));
    }
    return text;
}

bool label_is_continuation(const struct extraction *x, struct text text)
{
    return text_holds_any(text, signs_of(x, SIGN_CONTINUED));
}

bool label_says_go_on(struct extraction *x, struct text text)
{
    struct text words = text_trim_any(text, "-–—().（）…*> \t");
    return text_is_any(label_folded(x, words), signs_of(x, SIGN_OVERLEAF));
}

struct text label_remark(struct text text)
{
    struct text remark = text_from(text, label_without_remark(text).size);
    return text_trim_any(remark, LANGUAGE_JOINTS);
}

/* "Key tasks – what you will do": the label in front of what a dash adds; empty: no dash adds. */
static struct text in_front_of_dash(struct extraction *x, struct text text)
{
    static const struct text dashes[] = {TEXT_INIT(" – "), TEXT_INIT(" — "), TEXT_INIT(" - "),
                                         TEXT_INIT("——")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = text_find(text, dashes[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        struct text rest = text_trim(text_from(text, at + dashes[i].size));
        if (text_find(text, TEXT("\n"), at) != TEXT_NOT_FOUND && !is_latin_text(rest))
            return TEXT(""); /* 崗位目的——⏎確保…: its words are below it */
        bool is_name = is_latin_text(rest)
                           ? !begins_in_small_letter(rest)
                           : vocabulary_is_position(x->vocabulary, x->scratch, rest);
        return is_name ? TEXT("") : text_trim(text_slice(text, 0, at));
    }
    return TEXT("");
}

/* 崗位（二 of 「崗位（二）」; else the text as it is. */
static struct text in_front_of_closing(struct text text)
{
    static const char *const brackets[] = {")", "）", NULL};
    return text_without_end(text, brackets);
}

/* 职责二, 岗位（二）: one of several blocks of a form; empty: no numeral stands behind the words. */
static struct text without_numeral(struct text text)
{
    static const char *const opening[] = {"(", "（", NULL};
    struct text inner = in_front_of_closing(text);
    bool is_bracketed = inner.size < text.size;
    text = inner;
    static const struct text numerals =
        TEXT_INIT("一二三四五六七八九十１２３４５６７８９123456789");
    size_t begin = text.size;
    if (!text_is_longer(text, 2)) /* two characters and a numeral */
        return TEXT("");
    text_previous(text, &begin);
    bool is_numeral = text_find(numerals, text_from(text, begin), 0) != TEXT_NOT_FOUND;
    bool is_value = ends_in_colon(text_slice(text, 0, begin)); /* 編制：3 */
    bool is_plain = is_numeral && !is_value && !is_latin_text(text_slice(text, 0, begin));
    struct text words = text_slice(text, 0, begin), bare = text_without_end(words, opening);
    if (is_bracketed != (bare.size < words.size))
        return TEXT("");
    words = bare;
    if (text_ends_with(words, TEXT("之"))) /* 崗位說明之一 */
        words = text_slice(words, 0, words.size - HAN_SIZE);
    return is_plain ? words : TEXT("");
}

bool label_is_of_series(struct extraction *x, struct text text)
{
    struct text folded = label_folded(x, text.size > LABEL_BYTES ? TEXT("") : text);
    struct text one = text_is_empty(folded) ? TEXT("") : without_numeral(folded);
    size_t count = 0;
    if (!text_is_empty(one))
        vocabulary_find_folded(x->vocabulary, one, &count);
    return count > 0;
}

/* 本職位的考核標準: what stands behind whose it is; empty: nothing says whose. */
static struct text behind_whose(const struct extraction *x, struct text text)
{
    struct text words = list_label_of(text).rest;
    struct text rest = text_without_any_start(words, signs_of(x, SIGN_WHOSE));
    return rest.size < words.size ? rest : TEXT("");
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

struct text label_bare(struct text label)
{
    struct text bare = name_without_colon(label), inside, behind;
    bool is_framed = is_in_black_brackets(bare) && part_black_brackets(bare, &inside, &behind);
    return is_framed ? text_trim(inside) : bare;
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

/* "JD – 2", "Job description #3": the title without the number of the form; empty: it has none. */
static struct text without_form_number(struct text text)
{
    size_t end = text.size;
    while (end > 0 && is_ascii_digit(text.data[end - 1]))
        end--;
    struct text front = text_trim_any(text_slice(text, 0, end), " #-–—");
    bool is_numbered = end < text.size && text.size - end <= FORM_DIGITS && front.size < text.size;
    return is_numbered && is_latin_text(front) ? front : TEXT("");
}

static const struct meaning *find_meanings(struct extraction *x, struct text text, size_t *count)
{
    struct text han, latin;
    const struct meaning *meanings =
        vocabulary_find_folded(x->vocabulary, label_folded(x, text), count);
    if (*count > 0)
        return meanings;
    struct text own = behind_whose(x, text);
    if (!text_is_empty(own))
        return vocabulary_find(x->vocabulary, x->scratch, own, count);
    struct text one = without_numeral(text);
    if (!text_is_empty(one))
        meanings = vocabulary_find(x->vocabulary, x->scratch, one, count);
    if (*count > 0 && !takes_number(meanings))
        return meanings;
    struct text form = without_form_number(text);
    meanings = vocabulary_find(x->vocabulary, x->scratch, form, count);
    if (*count > 0 && !text_is_empty(form) && meanings->is_form)
        return meanings;
    *count = 0;
    struct text bare = without_as_follows(x, text);
    if (!text_is_empty(bare))
        meanings = vocabulary_find(x->vocabulary, x->scratch, bare, count);
    if (*count > 0)
        return meanings;
    struct text words = label_bare(text); /* 考核內容（初定）： */
    struct text front = in_front_of_dash(x, words);
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
    if (count == 0 && label_words_guess(x, text).is_other)
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
    return vocabulary_guess_folded(x->vocabulary, text, label_folded(x, text));
}

/* What the question finds, and found before: a label of many files is read once. */
static struct label remembered(struct extraction *x, enum label_question question, struct text text,
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
    return remembered(x, LABEL_MEANT, text, label_of_words);
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

static size_t last_word(struct text text)
{
    size_t begin = text.size;
    while (begin > 0 && text.data[begin - 1] != ' ')
        begin--;
    return begin;
}

/* "Senior software engineer" is a position, whatever it works with, and so is "Eligibility clerk
 * II", of which there is an "Eligibility clerk series". */
static bool ends_in_position(struct extraction *x, struct text text)
{
    static const struct text levels = TEXT_INIT("IVX123456789");
    size_t begin = last_word(text);
    struct text last = text_from(text, begin);
    if (begin > 0 && (text_consists_of(last, levels) ||
                      text_is_any(fold_text(x->scratch, last), signs_of(x, SIGN_SERIES))))
        text = text_trim(text_slice(text, 0, begin));
    begin = last_word(text);
    return is_latin_text(text) && begin > 0 && !ends_in_colon(text) &&
           vocabulary_is_position(x->vocabulary, x->scratch, text_from(text, begin));
}

/* 崗位職責及標準, 公司福利與活動: two captions in one; the first says what the words are. */
static struct label guess_of_joined(struct extraction *x, struct text text)
{
    static const struct text joints[] = {TEXT_INIT("及"), TEXT_INIT("與"), TEXT_INIT("与"),
                                         TEXT_INIT("和"), TEXT_INIT("、"), TEXT_INIT("/"),
                                         TEXT_INIT("暨"), TEXT_INIT("&")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        if (at == TEXT_NOT_FOUND || at == 0)
            continue;
        struct label first = label_find(x, text_trim(text_slice(text, 0, at)));
        struct label second = label_find(x, text_trim(text_from(text, at + joints[i].size)));
        enum kind kind = first.kind == LABEL_ELEMENT ? element_row(first.element)->kind : KIND_TEXT;
        bool is_sure = second.kind == LABEL_ELEMENT || (!first.needs_context && !first.is_part);
        if (is_sure && kind_has_items(kind)) {
            first.guess = GUESS_WHOLE;
            first.second = second.kind == LABEL_ELEMENT ? second.element : ELEMENT_COUNT;
            return first;
        }
    }
    return label_of(ELEMENT_COUNT);
}

/* 「工時彈性。參考工作時間：」: a sentence ends in front of the words of a label. */
static bool has_sentence_in_front(struct text text)
{
    static const struct text stop = TEXT_INIT("。");
    size_t at = text_find(text, stop, 0);
    return at != TEXT_NOT_FOUND && at + stop.size < text.size;
}

struct label label_guess(struct extraction *x, struct text text)
{
    struct label label = label_of(ELEMENT_COUNT);
    if (text.size > LABEL_BYTES || text_is_empty(text) || has_sentence_in_front(text))
        return label;
    struct text plain = label_without_remark(label_bare(text));
    if (!is_latin_text(plain) && text_code_points(plain) <= REMARKED_LENGTH)
        text = plain; /* 評核指標（每項註明） */
    struct guess guess = label_words_guess(x, text);
    if (guess.element == ELEMENT_COUNT && is_latin_text(plain) &&
        label_words_guess(x, plain).is_whole)
        guess = label_words_guess(x, plain); /* "Knowledge and skills (see note 4)" */
    struct text front = guess.is_phrase ? TEXT("") : in_front_of_dash(x, plain);
    if (!text_is_empty(front) && label_words_guess(x, front).element != ELEMENT_COUNT)
        guess = label_words_guess(x, front); /* "Prerequisites - technology" */
    if (guess.element == ELEMENT_COUNT && !is_latin_text(text))
        return guess_of_joined(x, text);
    if (guess.element == ELEMENT_COUNT || (!guess.is_phrase && ends_in_position(x, text)))
        return label;
    label.kind = LABEL_ELEMENT;
    label.element = guess.element;
    label.guess = guess.is_phrase ? GUESS_PHRASE : guess.is_whole ? GUESS_WHOLE : GUESS_PARTLY;
    return label;
}

static struct label guess_in_form(struct extraction *x, struct text text)
{
    struct label label = label_guess(x, text);
    struct text plain = label_without_remark(text);
    if (label.kind == LABEL_UNKNOWN && plain.size < text.size)
        label = label_guess(x, plain);
    return label.kind == LABEL_UNKNOWN ? guess_of_joined(x, text) : label;
}

struct label label_guess_in_form(struct extraction *x, struct text text)
{
    return remembered(x, LABEL_GUESSED_IN_FORM, text, guess_in_form);
}

bool label_is_sure_guess(const struct label *guess)
{
    return guess->guess == GUESS_PHRASE || guess->guess == GUESS_WHOLE;
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

void label_settle_scope(const struct extraction *x, struct label *label)
{
    if (label->kind == LABEL_ELEMENT && label->element == ELEMENT_SCOPE &&
        label->second == ELEMENT_DUTIES && !x->region.has_duties && !x->region.has_duties_in_form)
        label->element = ELEMENT_DUTIES;
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
