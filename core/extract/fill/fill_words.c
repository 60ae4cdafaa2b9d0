/* Words become items: numbers and bullets off, lines that wrap joined, sentences divided. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include <string.h>

#define NAME_LENGTH 30       /* Han of one name in a list of them */
#define LATIN_NAME_LENGTH 60 /* letters, alike */
#define OWN_LABEL_BYTES 30   /* of 職責表述 and the like */
#define VALUE_LENGTH 60      /* characters of a place or a grade; longer ones are sentences */
#define WRAP_BYTES 60        /* a shorter line was not wrapped: the next is another item */
#define VALUES_JOINT " / "   /* between two values of an element that has one */
#define VALUES_BYTES 2000    /* of such values: a bound on work */
#define INLINE_ITEMS_MIN 2   /* "1. … 2. …" within a line is a list from here on */

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

/* Where one name of a list ends: 、；/ and, where names have no blanks in them, commas. */
static size_t name_end(struct text t, size_t from)
{
    for (size_t i = from; i < t.size;) {
        size_t begin = i;
        uint32_t c = text_next(t, &i);
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

static void fill_names(struct extraction *x, struct records *records, struct text names,
                       struct span at)
{
    if (!are_names(names)) {
        record_append(x->handbook, records, names, at);
        return;
    }
    for (size_t from = 0; from < names.size;) {
        size_t end = name_end(names, from);
        struct text name = text_trim(text_slice(names, from, end));
        if (!text_is_empty(name))
            record_append(x->handbook, records, name, span_slice(at, from, end));
        from = end;
        if (from < names.size)
            text_next(names, &from);
    }
}

/* 內部關係, 外部: on which side the party stands. */
static void set_side(struct extraction *x, struct records *records, struct record *record)
{
    struct text part = x->target.part.text;
    struct text code = vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, part);
    if (!text_is_empty(code))
        record_set_field(x->handbook, records, record, FIELD_RELATIONS_SIDE,
                         (struct value){code, record->at});
}

/*
 * How much the conditions below a heading count: by its words, by those in front of a remark
 * （加分項（非必須）） or by the remark.
 *
 * inout    *words  the heading; what says nothing else is off
 * returns  the code of appointment.need, or the empty text
 */
static struct text take_need(struct extraction *x, struct text *words)
{
    struct text whole = *words;
    struct text need =
        vocabulary_code_of_heading(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, whole);
    struct text plain = label_without_remark(whole);
    if (plain.size == whole.size || !text_is_empty(need)) {
        *words = text_is_empty(need) ? whole : TEXT("");
        return need;
    }
    need = vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, label_remark(whole));
    if (text_is_empty(need))
        return vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, plain);
    struct label label = label_find(x, plain); /* 任職要求（必備） has no kind, 技能（必備） has */
    *words = label.kind == LABEL_ELEMENT && !label.is_part ? TEXT("") : plain;
    return need;
}

/* What a merged label or heading says of the conditions below: their kind, or how much they count.
 */
static void set_kind(struct extraction *x, struct records *records, struct record *record)
{
    struct value part = x->target.part;
    struct text kind =
        vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, part.text);
    struct text words = label_bare(list_label_of(part.text).rest); /* （一）學　歷： */
    struct text rest = words, need = take_need(x, &rest);
    if (text_is_empty(need) && text_is_empty(kind) && is_preference(x, part.text)) {
        need = TEXT("preferred"); /* 「具備以下條件者優先：」 */
        rest = TEXT("");
    }
    bool is_caption = text_is_empty(need) && text_is_empty(kind) && x->target.clue == CLUE_PLAIN;
    if (is_caption)
        return; /* "You will have:" */
    if (!text_is_empty(need))
        record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_NEED,
                         (struct value){need, part.at});
    words = text_is_empty(kind) ? rest : words; /* "Essential skills" says both */
    part.text = label_in_one_line(x->arena, words);
    if (!text_is_empty(words))
        record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_KIND, part);
}

/* ... and what its own words say: "Nice to have: a van", 「有駕照者優先」. */
static void set_need(struct extraction *x, struct records *records, struct record *record)
{
    struct text words = list_label_of(record->text).rest; /* "3. " ends no sentence */
    struct text rest, need = need_in_front(x, words, &rest);
    if (text_is_empty(need) && is_preference(x, words))
        need = TEXT("preferred");
    if (!text_is_empty(need))
        record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_NEED,
                         (struct value){need, record->at});
}

static void fill_item(struct extraction *x, struct text text, struct text label, unsigned depth,
                      struct span at)
{
    struct target *t = &x->target;
    struct records *records = t->records;
    if (text_is_empty(text))
        return;
    t->caption = (struct value){0};
    bool has_part = !text_is_empty(t->part.text) && records->element != ELEMENT_APPOINTMENT;
    if (has_part && t->clue == CLUE_LINE) /* as its author wrote it */
        text = words_behind_name(x, t->part.text, text);
    else if (has_part)
        label = t->part.text;
    struct record *record = record_append(x->handbook, records, text, at);
    record->label = label;
    record->depth = depth;
    if (records->element == ELEMENT_APPOINTMENT && !text_is_empty(t->part.text))
        set_kind(x, records, record);
    if (records->element == ELEMENT_APPOINTMENT &&
        text_is_empty(record_field(records, record, FIELD_APPOINTMENT_NEED).text))
        set_need(x, records, record);
    if (records->element == ELEMENT_RELATIONS)
        set_side(x, records, record);
    if (records->element == ELEMENT_HANDBOOK_BASELINE && !text_is_empty(t->group))
        record_set_field(x->handbook, records, record, FIELD_HANDBOOK_BASELINE_GROUP,
                         (struct value){t->group, at});
}

/* Behind a stop or a blank, where the next item of a line may begin: no 「見第（2）條」. */
static bool is_behind_stop(struct text text, size_t at)
{
    static const struct text stops = TEXT_INIT("；;。.，,、：: \n\t");
    size_t before = at;
    return at > 0 && (text_previous(text, &before) == 0x3000 ||
                      text_find(stops, text_slice(text, before, at), 0) != TEXT_NOT_FOUND);
}

/* Where the item of that number begins in a line whose first one has that label. */
static size_t find_number(struct extraction *x, struct text text, struct text first,
                          unsigned number, size_t from)
{
    bool is_bare = first.data[0] >= '0' && first.data[0] <= '9'; /* 1. 1、 */
    if (is_bare)
        return list_label_find(text, number, from);
    struct text label = list_label_with(x->scratch, first, number);
    size_t at = text_is_empty(label) ? TEXT_NOT_FOUND : text_find(text, label, from);
    while (at != TEXT_NOT_FOUND && !is_behind_stop(text, at))
        at = text_find(text, label, at + label.size);
    return at;
}

/*
 * "1. 甲；2. 乙", 「（1）甲；（2）乙」, 「①甲；②乙」 within a line: each number begins an item.
 * false: there are none.
 */
static bool fill_inline_items(struct extraction *x, struct text text, unsigned depth,
                              struct span at)
{
    size_t begin = 0, count = 0, second = list_label_find(text, 2, 0);
    struct text next = second == TEXT_NOT_FOUND ? TEXT("") : text_from(text, second);
    struct text first = list_label_in_list(text, TEXT(""), next).label;
    if (list_label_number(first) != 1)
        return false;
    for (size_t found = 0; found != TEXT_NOT_FOUND; count++)
        found = find_number(x, text, first, (unsigned)count + 2, found + 1);
    if (count < INLINE_ITEMS_MIN)
        return false;
    for (unsigned number = 1; number <= count; number++) {
        size_t end = find_number(x, text, first, number + 1, begin + 1);
        end = end == TEXT_NOT_FOUND || number == count ? text.size : end;
        fill_item(x, text_trim(text_slice(text, begin, end)), TEXT(""), depth,
                  span_slice(at, begin, end));
        begin = end;
    }
    return true;
}

/* Where the item that begins at from ends; *next begins the next one. A 。 stays with its item. */
static size_t sentence_end(struct text line, size_t from, size_t *next)
{
    /* "It is light work; still, it tires." is a sentence, "a; b; c" and "a; b; c." are lists;
       what "; or" joins is one condition */
    size_t first = text_find(line, TEXT("; "), 0);
    bool is_one =
        first == TEXT_NOT_FOUND || text_find(line, TEXT("; "), first + 1) == TEXT_NOT_FOUND;
    bool has_stops = (is_one && text_ends_with(line, TEXT("."))) ||
                     text_find(line, TEXT("; or "), 0) != TEXT_NOT_FOUND ||
                     text_find(line, TEXT(". "), 0) != TEXT_NOT_FOUND;
    unsigned depth = 0; /* of brackets and quotes: what stands in them belongs together */
    for (size_t at = from; at < line.size;) {
        size_t begin = at;
        uint32_t c = text_next(line, &at);
        depth += c == 0xFF08 || c == '(' || c == 0x300C || c == 0x300A || c == 0x201C;
        if ((c == 0xFF09 || c == ')' || c == 0x300D || c == 0x300B || c == 0x201D) && depth > 0)
            depth--;
        *next = at;
        bool is_semicolon = c == ';' && at < line.size && line.data[at] == ' ' && !has_stops;
        if (depth == 0 && (c == 0xFF1B || is_semicolon))
            return begin;
        if (depth == 0 && c == 0x3002)
            return at;
    }
    return *next = line.size;
}

/* 「學歷：本科    專業：會計」: an item each; false: it is one line. */
static bool fill_labelled_cells(struct extraction *x, struct text line, unsigned depth,
                                struct span at)
{
    struct text cells[PAIRS_MAX];
    size_t count = label_cells(line, cells, PAIRS_MAX);
    for (size_t i = 0; i < count && count > 1; i++) {
        size_t begin = (size_t)(cells[i].data - line.data);
        fill_item(x, cells[i], TEXT(""), depth, span_slice(at, begin, begin + cells[i].size));
    }
    return count > 1;
}

/* "Essential: a degree; two years": an item each; false: it is one condition, or none. */
static bool fill_needs(struct extraction *x, struct text line, struct text label, unsigned depth,
                       struct span at)
{
    struct records *records = x->target.records;
    if (records->element != ELEMENT_APPOINTMENT)
        return false;
    struct text rest, need = need_in_front(x, line, &rest);
    size_t next = 0;
    if (text_is_empty(need) || sentence_end(rest, 0, &next) == rest.size || next == rest.size)
        return false;
    size_t begin = (size_t)(rest.data - line.data);
    note(x, USE_LABEL, text_trim(text_slice(line, 0, begin)), at);
    for (size_t from = 0; from < rest.size; from = next) {
        size_t end = sentence_end(rest, from, &next), before = records->count;
        fill_item(x, text_trim(text_slice(rest, from, end)), from == 0 ? label : TEXT(""), depth,
                  span_slice(at, begin + from, begin + end));
        if (records->count > before)
            record_set_field(x->handbook, records, &records->rows[before], FIELD_APPOINTMENT_NEED,
                             (struct value){need, at});
    }
    return true;
}

/* Items in one line of a form: 「停用設備；要求返修」. */
static void fill_line(struct extraction *x, struct text line, bool is_alone, struct text label,
                      unsigned depth, struct span at)
{
    enum kind kind = element_row(x->target.records->element)->kind;
    bool has_label = !text_is_empty(label) || list_label_of(line).kind != LIST_LABEL_NONE;
    bool divides = (is_alone && !has_label) || (kind == KIND_LIST && text_is_empty(label));
    if ((!has_label && fill_labelled_cells(x, line, depth, at)) ||
        fill_needs(x, line, label, depth, at))
        return;
    for (size_t from = 0, next = 0; from < line.size; from = next) {
        size_t end = divides ? sentence_end(line, from, &next) : line.size;
        next = divides ? next : line.size;
        struct text item = text_trim(text_slice(line, from, end));
        fill_item(x, item, from == 0 ? label : TEXT(""), depth, span_slice(at, from, end));
    }
}

bool ends_sentence(struct text t)
{
    static const char ends[] = "。．.；;！!？?：:";
    struct text all = text_from_string(ends);
    for (size_t i = 0; i < all.size;) {
        size_t begin = i;
        text_next(all, &i);
        if (text_ends_with(t, text_slice(all, begin, i)))
            return true;
    }
    return false;
}

/* Columns up to the first place where the line could have been ended. */
static size_t first_word_width(struct text line)
{
    size_t at = 0, width = 0;
    while (at < line.size && line.data[at] != ' ') {
        if (is_han_like(text_next(line, &at)))
            return width > 0 ? width : 2;
        width++;
    }
    return width;
}

static size_t line_width(struct text line)
{
    size_t width = 0;
    for (size_t at = 0; at < line.size;)
        width += is_han_like(text_next(line, &at)) ? 2 : 1;
    return width;
}

/*
 * The author ended the lines, no width did: at least half of them had room for the first word of
 * the next. The longest never has.
 */
static bool are_ended(struct text text)
{
    struct text line, before = {0};
    size_t longest = 0, breaks = 0, roomy = 0, first = 0;
    if (!text_next_line(text, &first, &line) || first == text.size)
        return false; /* most values: one line */
    for (size_t at = 0; text_next_line(text, &at, &line);) {
        size_t width = line_width(text_trim(line));
        longest = width > longest ? width : longest;
    }
    for (size_t at = 0; text_next_line(text, &at, &line); before = text_trim(line)) {
        size_t word = first_word_width(text_trim(line));
        size_t width = line_width(before) + word + is_latin_text(before); /* and a blank */
        breaks += !text_is_empty(before);
        roomy += !text_is_empty(before) && width <= longest;
    }
    return roomy > 0 && 2 * roomy >= breaks;
}

/* In the middle of a sentence. */
static bool begins_within(struct text line)
{
    return line.size > 0 && line.data[0] >= 'a' && line.data[0] <= 'z';
}

/*
 * A line that goes on where the one before it broke off, without a stop and without a number.
 *
 * in  is_ended  the line before was ended by its author
 */
static bool goes_on(struct text before, struct text line, bool is_ended)
{
    struct list_label label = list_label_of(before);
    bool is_long = before.size > WRAP_BYTES && (!is_ended || begins_within(line));
    return (is_long || label.kind != LIST_LABEL_NONE) && !ends_sentence(before) &&
           list_label_in_list(line, label.label, TEXT("")).kind == LIST_LABEL_NONE;
}

static void fill_lines(struct extraction *x, struct text text, struct text label, unsigned depth,
                       struct span at)
{
    struct text line, kept = {0};
    size_t offset = 0, begin = 0, kept_begin = 0;
    bool is_alone = x->is_alone, is_ended = are_ended(text);
    while (text_next_line(text, &offset, &line)) {
        struct text trimmed = text_trim(line);
        if (!text_is_empty(kept) && !goes_on(kept, trimmed, is_ended)) {
            is_alone = false;
            fill_line(x, kept, is_alone, label, depth, span_slice(at, kept_begin, begin));
            label = TEXT("");
            kept = TEXT("");
        }
        if (text_is_empty(kept)) {
            kept = trimmed;
            kept_begin = begin;
        } else
            kept = text_trim(
                text_slice(text, kept_begin, (size_t)(line.data - text.data) + line.size));
        begin = offset;
    }
    fill_line(x, kept, is_alone, label, depth, span_slice(at, kept_begin, text.size));
}

static bool holds_names(enum element element)
{
    return element_row(element)->kind == KIND_REFS || element == ELEMENT_ALTERNATE_TITLES;
}

static void fill_section(struct extraction *x, struct text text, struct text label, struct span at)
{
    struct section_text *section = x->target.section;
    append_line(x, &section->text, text_is_empty(label) ? text : joined(x, label, " ", text));
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

void note_stop(struct extraction *x, struct text said, struct text name, struct span at)
{
    struct text stop = text_from(said, name.size);
    if (!text_is_empty(stop))
        note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, stop, at);
}

static void fill_element(struct extraction *x, struct text text, struct text label, unsigned depth,
                         struct span at)
{
    struct records *records = x->target.records;
    enum kind kind = element_row(records->element)->kind;
    bool is_value = (kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS) &&
                    records->element != ELEMENT_PURPOSE;
    struct text said = text; /* 「出納；」 */
    text = is_value ? value_without_stop(text) : text;
    struct text reason;
    bool is_absent = vocabulary_not_applicable(x->vocabulary, x->scratch, text, &reason);
    bool is_single = kind == KIND_TEXT || kind == KIND_REF;
    if (is_single && records->count > 0 &&
        says_already(x, records->element, &records->rows[0], text)) {
        note_skipped(x, CLUE_REPEATED, said, at);
        return;
    }
    bool is_remark = is_single && records->count > 0 && records->element != ELEMENT_PURPOSE &&
                     text_code_points(text) > VALUE_LENGTH;
    bool is_purpose = is_remark && records->element == ELEMENT_TITLE && x->role != NULL &&
                      x->role->values[ELEMENT_PURPOSE].state == STATE_ABSENT;
    if (is_purpose) { /* "Role:", a name, and what for */
        struct span heading_at = x->target.heading.at;
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), x->target.level, heading_at);
        fill_element(x, said, label, depth, at);
        return;
    }
    if (is_remark) { /* sentences under a heading like that of a line above */
        open_other(x, x->target.heading.text, x->target.level, at, false);
        fill_section(x, said, label, at);
        return;
    }
    struct pair title = {.name = x->target.heading.text, .value = text};
    if (records->element == ELEMENT_TITLE && records->count > 0 && take_title(x, &title, at)) {
        note_stop(x, said, text, at);
        return;
    }
    note(x, USE_VALUE, said, at);
    if (x->target.repeats && !is_place_in_place(x, records))
        report_repeated(x);
    x->target.repeats = false;
    if (is_single && records->count > 0) {
        struct record *record = &records->rows[0];
        if (records->element == ELEMENT_PURPOSE)
            append_line(x, &record->text, text);
        else
            append_more(x, &record->text, VALUES_JOINT, text);
    } else if (kind == KIND_TEXT || kind == KIND_REF || is_absent)
        fill_item(x, text, label, depth, at);
    else if (holds_names(records->element))
        fill_names(x, records, text, at);
    else if (!fill_inline_items(x, text, depth, at))
        fill_lines(x, text, label, depth, at);
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

void fill_text(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at)
{
    text = text_trim(text);
    if (text_is_empty(text))
        return;
    bool is_below = x->target.clue == CLUE_HEADING || x->target.clue == CLUE_PSEUDO;
    bool is_blank = is_blank_value(text) || (is_below && is_number_alone(text));
    bool is_to_sign =
        is_line_to_sign(text) || (x->target.kind == TARGET_ELEMENT && is_label_to_sign(text));
    if (is_blank || is_to_sign) {
        note_skipped(x, CLUE_BLANK, text, at);
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
