/* Words go to the element or section that is open, as values, names or items. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAME_LENGTH 30       /* Han of one name in a list of them */
#define LATIN_NAME_LENGTH 60 /* letters, alike */
#define OWN_LABEL_BYTES 30   /* of 職責表述 and the like */
#define VALUE_LENGTH 60      /* characters of a place or a grade; longer ones are sentences */
#define VALUES_JOINT " / "   /* between two values of an element that has one */
#define VALUES_BYTES 2000    /* of such values: a bound on work */

static void append_more(struct extraction *x, struct text *to, const char *joint, struct text more)
{
    struct text_buffer *words = &x->growing;
    if (text_is_empty(*to)) {
        *to = more;
        return;
    }
    if (words->data == NULL || words->data != to->data || words->size != to->size) {
        *words = text_buffer_new(x->arena);
        buffer_append(words, *to);
    }
    buffer_append_string(words, joint);
    buffer_append(words, more);
    *to = buffer_text(words);
}

void append_line(struct extraction *x, struct text *to, struct text more)
{
    append_more(x, to, "\n", more);
}

static struct text joined(struct extraction *x, struct text name, const char *joint,
                          struct text value)
{
    struct text_buffer out = text_buffer_new(x->arena);
    buffer_append(&out, name);
    buffer_append_string(&out, joint);
    buffer_append(&out, value);
    return buffer_text(&out);
}

struct text words_behind_name(struct extraction *x, struct text name, struct text words)
{
    return joined(x, name, colon_after(name), words);
}

/* Behind the bracket that closes the one in front of from; from itself: none does. */
static size_t bracket_end(struct text t, size_t from)
{
    static const struct text closing = TEXT_INIT(")）");
    for (size_t i = from; i < t.size;)
        if (text_has(closing, text_next(t, &i)))
            return i;
    return from;
}

/* Where one name of a list ends: 、；/ and, where names have no blanks in them, commas. Those in
 * brackets are of the name in front: "6 (four advisers, two clerks)". */
static size_t name_end(struct text t, size_t from)
{
    for (size_t i = from; i < t.size;) {
        size_t begin = i;
        uint32_t c = text_next(t, &i);
        if (c == '(' || c == 0xFF08)
            i = bracket_end(t, i);
        if (c == 0x3001 || c == ';' || c == 0xFF1B || c == 0xFF0C || c == '\n' || c == ',')
            return begin;
    }
    return t.size;
}

/* Who reports to the holder, told in sentences, is no list of names. */
static bool are_names(struct text names)
{
    for (size_t from = 0; from < names.size;) {
        size_t end = name_end(names, from);
        struct text name = text_trim(text_slice(names, from, end));
        size_t length = text_code_points(name);
        if (length > (is_latin_text(name) ? LATIN_NAME_LENGTH : NAME_LENGTH) ||
            text_find(name, TEXT("。"), 0) != TEXT_NOT_FOUND ||
            text_find(name, TEXT(". "), 0) != TEXT_NOT_FOUND)
            return false;
        from = end;
        if (from < names.size)
            text_next(names, &from);
    }
    return true;
}

/* Behind the number of a line that begins there: 「1、招聘專員」 is one name. */
static size_t behind_label(struct text names, size_t from)
{
    if (from > 0 && names.data[from - 1] != '\n')
        return from;
    size_t end = text_find(names, TEXT("\n"), from);
    struct text line = text_slice(names, from, end == TEXT_NOT_FOUND ? names.size : end);
    struct list_label typed = list_label_of(text_trim(line));
    return list_label_number(typed.label) > 0 && typed.rest.size > 0
               ? (size_t)(typed.rest.data - names.data)
               : from;
}

static void fill_names(struct extraction *x, struct records *records, struct text names,
                       struct span at)
{
    if (!are_names(names)) {
        record_append(x->handbook, records, names, at);
        return;
    }
    for (size_t from = 0; from < names.size;) {
        from = x->clue == CLUE_NAMED ? from : behind_label(names, from);
        size_t end = name_end(names, from);
        struct text name = text_trim(text_slice(names, from, end));
        if (!text_is_empty(name))
            record_append(x->handbook, records, name, span_slice(at, from, end));
        from = end;
        if (from < names.size)
            text_next(names, &from);
    }
}

static bool holds_names(enum element element)
{
    return element_row(element)->kind == KIND_REFS || element == ELEMENT_ALTERNATE_TITLES;
}

static void fill_section(struct extraction *x, struct text text, struct text label, struct span at)
{
    struct section_text *section = x->target.section;
    bool is_bullet = is_list_bullet(label); /* whatever sign of Word's it is */
    struct text line =
        text_is_empty(label) ? text : joined(x, is_bullet ? TEXT("•") : label, " ", text);
    append_line(x, &section->text, line);
    if (x->target.last_block != NULL && !x->target.keeps_words)
        keep_words(x, line, at);
    note(x, x->role == NULL ? USE_PAGE : USE_OTHER, text, at);
}

/* "5" behind "Band 5": the grade without the word that says it is one. */
static bool is_grade_in(enum element element, struct text said, struct text folded)
{
    return element == ELEMENT_GRADE && said.size > folded.size && text_ends_with(said, folded) &&
           said.data[said.size - folded.size - 1] == ' ';
}

/* Whether the value, or one of those joined in it, says the same; a long one is words. */
static bool says_already(struct extraction *x, enum element element, const struct record *record,
                         struct text text)
{
    if (record->text.size > VALUES_BYTES)
        return false;
    struct text all = record->text, folded = fold_text(x->scratch, text);
    for (size_t from = 0; from <= all.size;) {
        size_t end = text_find(all, TEXT(VALUES_JOINT), from);
        end = end == TEXT_NOT_FOUND ? all.size : end;
        struct text said = fold_text(x->scratch, text_slice(all, from, end));
        if (text_equal(said, folded) || is_grade_in(element, said, folded))
            return true;
        from = end + sizeof VALUES_JOINT - 1;
    }
    return text_equal(fold_text(x->scratch, all), folded);
}

/* 單位 and 部門 of one form: the company and the department in it, no repetition. */
static bool is_place_in_place(struct extraction *x, const struct records *records)
{
    return records->element == ELEMENT_DEPARTMENT &&
           !text_equal(fold_label(x->scratch, records->heading),
                       fold_label(x->scratch, x->target.heading.text));
}

void note_around(struct extraction *x, struct text said, struct text name, enum element element,
                 struct span at)
{
    size_t begin = (size_t)(name.data - said.data);
    struct text front = text_slice(said, 0, begin), stop = text_from(said, begin + name.size);
    if (!text_is_blank(front))
        note_field(x, USE_LABEL, element, FIELD_NONE, front, at);
    if (!text_is_blank(stop))
        note_field(x, USE_LABEL, element, FIELD_NONE, stop, at);
}

/* Brackets, commas and numbers have signs that stand for something; blanks and colons have not. */
static bool is_told_of(struct text gap) { return !text_is_empty(text_trim_any(gap, " \t\n:：　")); }

void note_between(struct extraction *x, struct text said, const struct text *told, size_t count,
                  enum element element, struct span at)
{
    for (size_t from = 0, end; from < said.size; from = end) {
        size_t next = said.size;
        end = said.size;
        for (size_t i = 0; i < count; i++) {
            size_t place = /* by its words: names are copies of what is said */
                text_is_empty(told[i]) ? TEXT_NOT_FOUND : text_find(said, told[i], from);
            if (place == TEXT_NOT_FOUND || place > next ||
                (place == next && place + told[i].size <= end))
                continue; /* of two that begin there, the longer */
            next = place;
            end = next + told[i].size;
        }
        struct text gap = text_slice(said, from, next);
        if (is_told_of(gap))
            note_field(x, USE_LABEL, element, FIELD_NONE, text_trim(gap), at);
    }
}

/* Of 「出納；」, 「1、無」: the name or value alone; words stay as they are. */
static struct text value_of(struct extraction *x, enum element element, struct text text)
{
    enum kind kind = element_row(element)->kind;
    if (kind == KIND_TEXT)
        return element == ELEMENT_PURPOSE ? text : value_without_stop(text);
    if (kind != KIND_REF && kind != KIND_REFS)
        return text;
    struct list_label typed = list_label_of(text);
    bool is_numbered = x->clue != CLUE_NAMED && list_label_number(typed.label) == 1 &&
                       !text_is_empty(typed.rest) &&
                       text_find(text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
    struct text name = name_without_stop(is_numbered ? typed.rest : text);
    return element == ELEMENT_REPORTS_TO ? superior_of_value(x, name) : name;
}

/* 「適用範圍：…，本文件由…維護」: where the paper applies, and no scope of the post. */
static bool fill_scope_of_paper(struct extraction *x, struct text text, struct text label,
                                struct span at)
{
    struct records *records = x->target.records;
    bool is_line = x->target.clue == CLUE_LINE;
    if (records->element != ELEMENT_SCOPE ||
        !text_holds_any(fold_text(x->scratch, text), signs_of(x, SIGN_THIS_PAPER)))
        return false;
    open_other(x, x->target.heading.text, x->target.level, at, false);
    fill_section(x, text, label, at);
    if (records->count == 0) {
        records->state = STATE_ABSENT;
        records->heading = TEXT("");
    }
    if (is_line)
        close_target(x);
    return true;
}

/* One more value of the element that is open, as its kind holds it. */
static void store_value(struct extraction *x, struct text text, struct text label, unsigned depth,
                        struct span at, bool is_absent)
{
    struct records *records = x->target.records;
    bool is_single = kind_has_one_value(element_row(records->element)->kind);
    if (is_single && records->count > 0) {
        struct record *record = &records->rows[0];
        if (records->element == ELEMENT_PURPOSE)
            append_line(x, &record->text, text);
        else
            append_more(x, &record->text, VALUES_JOINT, text);
    } else if (is_single || is_absent) {
        fill_item(x, text, label, depth, at);
        if (records->element == ELEMENT_TITLE && x->target.clue != CLUE_LINE && x->role != NULL)
            part_headcount(x); /* 校醫1名 below 招聘崗位 */
    } else if (holds_names(records->element))
        fill_names(x, records, text, at);
    else if (!fill_inline_items(x, text, label, depth, at))
        fill_lines(x, text, label, depth, at);
}

static void fill_element(struct extraction *x, struct text text, struct text label, unsigned depth,
                         struct span at)
{
    struct records *records = x->target.records;
    enum kind kind = element_row(records->element)->kind;
    struct text said = text, reason;
    text = value_of(x, records->element, text);
    bool is_absent = vocabulary_not_applicable(x->vocabulary, x->scratch, text, &reason);
    bool is_single = kind_has_one_value(kind);
    /* "Experience: none" behind "Training: a course" */
    bool is_none = is_absent && kind_has_items(kind) && records->count > 0;
    if (is_none || (is_single && records->count > 0 &&
                    says_already(x, records->element, &records->rows[0], text))) {
        note_skipped(x, is_none ? CLUE_BLANK : CLUE_REPEATED, said, at);
        return;
    }
    bool is_remark = is_single && records->count > 0 && records->element != ELEMENT_PURPOSE &&
                     text_code_points(text) > VALUE_LENGTH;
    bool is_purpose = is_remark && records->element == ELEMENT_TITLE && x->role != NULL &&
                      x->role->values[ELEMENT_PURPOSE].state == STATE_ABSENT;
    bool is_of_hours = is_remark && records->element == ELEMENT_EMPLOYMENT && x->role != NULL;
    if (is_purpose || is_of_hours) { /* "Role:", a name, and what for; when one works, at length */
        struct span heading_at = x->target.heading.at;
        open_element(x, label_of(is_purpose ? ELEMENT_PURPOSE : ELEMENT_CONDITIONS), TEXT(""),
                     x->target.level, heading_at);
        fill_element(x, said, label, depth, at);
        return;
    }
    if (fill_scope_of_paper(x, said, label, at))
        return;
    if (is_remark) { /* sentences under a heading like that of a line above */
        open_other(x, x->target.heading.text, x->target.level, at, false);
        fill_section(x, said, label, at);
        return;
    }
    struct pair title = {.name = x->target.heading.text, .value = text};
    if (records->element == ELEMENT_TITLE && records->count > 0 && take_title(x, &title, at)) {
        note_around(x, said, text, ELEMENT_TITLE, at);
        return;
    }
    if (kind_has_items(kind) && !is_absent && fill_barred(x, text, depth, at)) {
        note_around(x, said, text, records->element, at);
        return;
    }
    if (is_single && records->count > 0 && fill_beside_loose(x, text, at)) {
        note_around(x, said, text, records->element, at);
        return;
    }
    note(x, USE_VALUE, text, at);
    note_around(x, said, text, records->element, at);
    if (x->target.repeats && !is_place_in_place(x, records))
        report_repeated(x);
    x->target.repeats = false;
    store_value(x, text, label, depth, at, is_absent);
}

/* 職責表述：… says no more than that it is a duty. */
static struct text without_own_label(struct extraction *x, struct text text, struct span at)
{
    enum element element = x->target.records->element;
    if (element != ELEMENT_DUTIES || text_find(text, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return text;
    size_t width, colon = find_colon(text, &width);
    if (colon == TEXT_NOT_FOUND || colon > OWN_LABEL_BYTES ||
        vocabulary_field(x->vocabulary, x->scratch, element, text_slice(text, 0, colon)) !=
            element_first_field(element))
        return text;
    struct text rest = text_trim(text_from(text, colon + width));
    if (text_is_empty(rest))
        return text;
    size_t begin = (size_t)(list_label_of(text).rest.data - text.data);
    note_field(x, USE_LABEL, element, element_first_field(element),
               text_slice(text, begin, colon + width), at);
    return begin == 0 ? rest : joined(x, text_slice(text, 0, begin), "", rest);
}

/* "<Outline the tasks of the position>", perhaps behind a label: what a form asks for. */
static bool is_prompt_in_brackets(struct extraction *x, struct text text)
{
    static const struct text open = TEXT_INIT("<"), close = TEXT_INIT(">");
    size_t begin = text_find(text, open, 0);
    struct text front = begin == TEXT_NOT_FOUND ? text : text_trim(text_slice(text, 0, begin));
    bool is_led = begin != TEXT_NOT_FOUND && begin > 0; /* "Send to: <who is on duty>" is an act */
    if (is_led &&
        (!ends_in_colon(front) || label_find(x, name_without_colon(front)).kind == LABEL_UNKNOWN))
        return false;
    return begin != TEXT_NOT_FOUND && text_ends_with(text, close) &&
           text_find(text, close, 0) == text.size - 1 &&
           text_find(text, TEXT(" "), begin) != TEXT_NOT_FOUND && is_latin_text(text);
}

/* "e.g." alone in its line, over what it leads to. */
static bool is_lead_to_example(struct extraction *x, struct text text)
{
    return is_latin_text(text) && text_is_any(fold_text(x->scratch, name_without_colon(text)),
                                              signs_of(x, SIGN_EXAMPLE_LEAD));
}

void fill_text(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at)
{
    text = text_trim(text);
    if (text_is_empty(text))
        return;
    bool is_below = x->target.clue == CLUE_HEADING || x->target.clue == CLUE_PSEUDO;
    bool has_items = x->target.kind == TARGET_ELEMENT &&
                     kind_has_items(element_row(x->target.records->element)->kind);
    bool is_blank = is_blank_value(text) || ((is_below || has_items) && is_number_alone(text));
    bool is_to_sign =
        is_line_to_sign(text) || (x->target.kind == TARGET_ELEMENT && is_label_to_sign(text));
    if (is_blank || is_to_sign) {
        note_skipped(x, CLUE_BLANK, text, at);
        return;
    }
    if (has_items && (is_prompt_in_brackets(x, text) || is_lead_to_example(x, text))) {
        note_skipped(x, CLUE_PROMPT, text, at);
        return;
    }
    if (x->target.kind == TARGET_NONE)
        open_other(x, TEXT(""), LEVEL_LINE, at, false);
    if (x->role != NULL)
        x->role_is_fresh = false;
    x->clue = is_below ? CLUE_PLAIN : x->target.clue; /* the clue of the heading is not its own */
    if (x->target.kind == TARGET_ELEMENT && is_key(text)) {
        struct target kept = x->target;
        fill_aside(x, text, at);
        x->target = kept;
        return;
    }
    if (x->target.kind == TARGET_ELEMENT) {
        if (x->target.records->element == ELEMENT_DUTIES)
            text = take_checklist(x, text, at);
        text = text_trim(take_choices(x, text, x->are_choices, at));
        if (text_is_empty(text))
            return;
    }
    if (x->target.kind == TARGET_OTHER)
        fill_section(x, text, label, at);
    else
        fill_element(x, without_own_label(x, text, at), label, depth, at);
}

void fill_aside(struct extraction *x, struct text words, struct span at)
{
    if (text_is_empty(words))
        return;
    open_other(x, TEXT(""), LEVEL_LINE, at, false);
    fill_text(x, words, TEXT(""), 0, at);
    close_target(x);
}
