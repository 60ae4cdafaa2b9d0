/*
 * An element's words become items: lines that wrap are joined, numbers and stops divide them; what
 * the label above says of an item goes to its fields.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"

#define ADDRESS_BYTES 120 /* of one with its label */
#define DEMAND_BYTES 300  /* of a demand behind a comma: enough to tell that it is one */

void fill_side(struct extraction *x, struct records *records, struct record *record)
{
    struct text part = x->target.part.text;
    struct text code = vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, part);
    struct text heading = text_is_empty(part) ? x->target.heading.text : part;
    if (text_is_empty(code)) /* 工作中接觸到的外部單位與事由 */
        code = vocabulary_code_of_heading(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, heading);
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
    struct text words = label_bare(list_label_of(part.text).rest), han; /* （一）學　歷： */
    struct text kind =
        vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, part.text);
    if (text_is_empty(kind)) {
        kind = kind_in_two_languages(x, words, &han);
        words = text_is_empty(kind) ? words : han;
    }
    struct text rest = words, need = take_need(x, &rest);
    if (text_is_empty(need) && text_is_empty(kind) && is_preference_ahead(x, part.text)) {
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

void fill_need(struct extraction *x, struct records *records, struct record *record)
{
    struct text words = list_label_of(record->text).rest; /* "3. " ends no sentence */
    struct text rest, need = need_in_front(x, words, &rest);
    if (text_is_empty(need) && is_preference(x, words))
        need = TEXT("preferred");
    if (!text_is_empty(need))
        record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_NEED,
                         (struct value){need, record->at});
}

void fill_item(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at)
{
    struct target *t = &x->target;
    struct records *records = t->records;
    if (text_is_empty(text) || fill_field_below(x, text, label, depth, at))
        return;
    size_t told = field_within(x, text);
    if (told < text.size) {
        fill_item(x, text_trim(text_slice(text, 0, told)), label, depth, span_slice(at, 0, told));
        fill_field_behind(x, text_from(text, told), span_slice(at, told, text.size));
        return;
    }
    t->caption = (struct value){0};
    bool has_part = !text_is_empty(t->part.text) && records->element != ELEMENT_APPOINTMENT;
    if (has_part && t->clue == CLUE_LINE) /* as its author wrote it */
        text = words_behind_name(x, t->part.text, text);
    else if (has_part)
        label = t->part.text;
    struct text mark;
    text = take_mark(x, records->element, text, &mark);
    struct record *record = record_append(x->handbook, records, text, at);
    record->label = label;
    record->depth = depth;
    if (records->element == ELEMENT_APPOINTMENT && !text_is_empty(t->part.text))
        set_kind(x, records, record);
    if (records->element == ELEMENT_APPOINTMENT &&
        text_is_empty(record_field(records, record, FIELD_APPOINTMENT_NEED).text))
        fill_need(x, records, record);
    fill_mark(x, records, record, mark);
    if (records->element == ELEMENT_RELATIONS)
        fill_side(x, records, record);
    if (records->element == ELEMENT_HANDBOOK_BASELINE && !text_is_empty(t->group))
        record_set_field(x->handbook, records, record, FIELD_HANDBOOK_BASELINE_GROUP,
                         (struct value){t->group, at});
}

/* The "; and" that joins the item to the one below it. */
static bool is_joint_at_end(struct text rest)
{
    struct text word = text_trim(rest);
    return text_is(word, "and") || text_is(word, "or") || text_is(word, "and/or");
}

/* "Plans"; "HR" is written so anywhere. */
static bool is_capitalised(struct text words)
{
    return words.size > 1 && words.data[0] >= 'A' && words.data[0] <= 'Z' && words.data[1] >= 'a' &&
           words.data[1] <= 'z';
}

/*
 * "It is light work; still, it tires." is a sentence, "a; b; c", "a; b; c." and "A; B." are lists;
 * what "; or" joins is one condition.
 */
static bool semicolons_divide(struct text line)
{
    size_t first = text_find(line, TEXT("; "), 0);
    if (first == TEXT_NOT_FOUND)
        return false;
    bool is_one = text_find(line, TEXT("; "), first + 1) == TEXT_NOT_FOUND;
    if (is_joint_at_end(text_from(line, first + 1)))
        return false;
    bool is_sentence = is_one && text_ends_with(line, TEXT(".")) &&
                       !is_capitalised(text_trim(text_from(line, first + 1)));
    return !is_sentence && text_find(line, TEXT("; or "), 0) == TEXT_NOT_FOUND &&
           text_find(line, TEXT(". "), 0) == TEXT_NOT_FOUND;
}

/*
 * Where the item that begins at from ends; *next begins the next one. A 。 stays with its item.
 *
 * in  at_semicolons  semicolons_divide of the line, which is asked once
 */
static size_t sentence_end(struct text line, bool at_semicolons, size_t from, size_t *next)
{
    unsigned depth = 0; /* of brackets and quotes: what stands in them belongs together */
    for (size_t at = from; at < line.size;) {
        size_t begin = at;
        uint32_t c = text_next(line, &at);
        depth += c == 0xFF08 || c == '(' || c == 0x300C || c == 0x300A || c == 0x201C;
        if ((c == 0xFF09 || c == ')' || c == 0x300D || c == 0x300B || c == 0x201D) && depth > 0)
            depth--;
        *next = at;
        bool is_semicolon = c == ';' && at < line.size && line.data[at] == ' ' && at_semicolons;
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
    bool at_semicolons = semicolons_divide(rest);
    if (text_is_empty(need) || sentence_end(rest, at_semicolons, 0, &next) == rest.size ||
        next == rest.size)
        return false;
    size_t begin = (size_t)(rest.data - line.data);
    note(x, USE_LABEL, text_trim(text_slice(line, 0, begin)), at);
    for (size_t from = 0; from < rest.size; from = next) {
        size_t end = sentence_end(rest, at_semicolons, from, &next), before = records->count;
        fill_item(x, text_trim(text_slice(rest, from, end)), from == 0 ? label : TEXT(""), depth,
                  span_slice(at, begin + from, begin + end));
        if (records->count > before)
            record_set_field(x->handbook, records, &records->rows[before], FIELD_APPOINTMENT_NEED,
                             (struct value){need, at});
    }
    return true;
}

/* 「要求有投放經驗」 behind 「負責投放。」: what the post asks for. */
static bool is_demand(struct extraction *x, struct text sentence)
{
    if (x->role == NULL || x->target.records->element != ELEMENT_DUTIES)
        return false;
    struct text rest = text_without_any_start(sentence, signs_of(x, SIGN_ASKED));
    if (rest.size == sentence.size)
        return false;
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, rest);
    return opening == ELEMENT_APPOINTMENT ||
           (opening == ELEMENT_COUNT &&
            vocabulary_speaks_of(x->vocabulary, x->scratch, rest, ELEMENT_APPOINTMENT));
}

/* 「負責收發貨物，要求高中以上學歷，…」: where the comma in front of the demand is; size: nowhere. */
static size_t demand_within(struct extraction *x, struct text sentence)
{
    static const struct text comma = TEXT_INIT("，");
    if (x->role == NULL || x->target.records->element != ELEMENT_DUTIES || is_latin_text(sentence))
        return sentence.size;
    for (size_t at = 0; (at = text_find(sentence, comma, at)) != TEXT_NOT_FOUND; at += comma.size) {
        struct text clause = text_from(sentence, at + comma.size);
        struct text rest = text_without_any_start(clause, signs_of(x, SIGN_ASKED));
        if (rest.size == clause.size)
            continue;
        rest = text_head(rest, DEMAND_BYTES);
        bool has = text_starts_with_any(rest, signs_of(x, SIGN_HAS)) &&
                   vocabulary_speaks_of(x->vocabulary, x->scratch, rest, ELEMENT_APPOINTMENT);
        if (has || vocabulary_opening(x->vocabulary, x->scratch, rest) == ELEMENT_APPOINTMENT)
            return text_holds_any(text_slice(sentence, 0, at), signs_of(x, SIGN_OUTSIDER))
                       ? sentence.size
                       : at; /* 「聯系實習單位，要求具備許可證」: these must have it */
    }
    return sentence.size;
}

/* A sentence of several, or of one that is alone: what the post asks for is none of its duties. */
static void fill_told_item(struct extraction *x, struct text item, struct text label,
                           unsigned depth, struct span at)
{
    static const struct text comma = TEXT_INIT("，");
    struct records *needs = &x->role->values[ELEMENT_APPOINTMENT];
    size_t end = demand_within(x, item);
    fill_item(x, text_slice(item, 0, end), label, depth, span_slice(at, 0, end));
    if (end < item.size)
        record_append(x->handbook, needs, text_trim(text_from(item, end + comma.size)),
                      span_slice(at, end + comma.size, item.size));
}

/*
 * 「郵箱：jobs@example.org」, "wx: night-porter" among duties and conditions: where to write to is
 * none of these, and stands beside the role.
 */
static bool fill_address(struct extraction *x, struct text line, struct span at)
{
    struct target kept = x->target;
    enum element element = kept.records->element;
    size_t width, colon = find_colon(text_head(line, ADDRESS_BYTES), &width);
    if (x->role == NULL || (element != ELEMENT_DUTIES && element != ELEMENT_APPOINTMENT) ||
        colon == TEXT_NOT_FOUND ||
        !text_is_any(label_folded(x, text_slice(line, 0, colon)), signs_of(x, SIGN_ADDRESS_LABEL)))
        return false;
    struct text value = text_trim(text_from(line, colon + width));
    struct text title = role_title(x->role); /* "PRESIDENT | Ann Reed" over "Email: …": of people */
    bool is_of_people = !text_is_empty(title) && is_latin_text(title);
    if (text_is_empty(value) || value.size > ADDRESS_BYTES || !is_latin_text(value) || is_of_people)
        return false;
    bool was_settled = x->is_settled[element];
    fill_aside(x, line, at);
    x->target = kept;
    x->is_settled[element] = was_settled;
    return true;
}

/* Items in one line of a form: 「停用設備；要求返修」. */
static void fill_line(struct extraction *x, struct text line, bool is_alone, struct text label,
                      unsigned depth, struct span at)
{
    static const char *const stops[] = {"；", NULL};
    enum kind kind = element_row(x->target.records->element)->kind;
    if (is_number_alone(line)) {
        note_skipped(x, CLUE_BLANK, line, at);
        return;
    }
    bool has_label = !text_is_empty(label) || list_label_of(line).kind != LIST_LABEL_NONE;
    bool divides = !has_label && (is_alone || kind == KIND_LIST);
    if (has_label && text_is_empty(label) && kind == KIND_LIST) /* 「1、保管印章；」 is one item */
        line = text_without_end(line, stops);
    if (fill_address(x, line, at) || (!has_label && fill_labelled_cells(x, line, depth, at)) ||
        fill_needs(x, line, label, depth, at))
        return;
    enum element element = x->target.records->element;
    bool is_prose = is_alone && !has_label && is_latin_text(line) && !ends_in_colon(line) &&
                    (element == ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT);
    bool at_semicolons = divides && semicolons_divide(line);
    if (is_prose && divides) /* and marks divide it nowhere */
        is_prose = sentence_end(line, at_semicolons, 0, &(size_t){0}) == line.size;
    for (size_t from = 0, next = 0; from < line.size; from = next) {
        size_t end = line.size;
        next = line.size;
        if (is_prose)
            end = next = next_told_sentence(x, line, from);
        else if (divides)
            end = sentence_end(line, at_semicolons, from, &next);
        struct text item = text_trim(text_slice(line, from, end));
        if (from > 0 && is_demand(x, item))
            record_append(x->handbook, &x->role->values[ELEMENT_APPOINTMENT], item,
                          span_slice(at, from, end));
        else if (divides && x->role != NULL)
            fill_told_item(x, item, from == 0 ? label : TEXT(""), depth, span_slice(at, from, end));
        else
            fill_item(x, item, from == 0 ? label : TEXT(""), depth, span_slice(at, from, end));
    }
}

void fill_lines(struct extraction *x, struct text text, struct text label, unsigned depth,
                struct span at)
{
    struct text line, kept = {0};
    size_t offset = 0, begin = 0, kept_begin = 0;
    bool is_alone = x->is_alone, is_ended = are_lines_ended(text);
    while (text_next_line(text, &offset, &line)) {
        struct text trimmed = text_trim(line);
        if (!text_is_empty(kept) && !line_goes_on(kept, trimmed, is_ended)) {
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
