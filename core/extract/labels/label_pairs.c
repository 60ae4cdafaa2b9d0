/*
 * Lines of labels and values: 「學歷：本科    專業：會計」, "Location – Taipei".
 */
#include "core/base/script.h"
#include "core/extract/labels/label_parts.h"
#include "core/extract/outline/lines.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define GAP_BLANKS 2         /* as many, a tab or an ideographic space part two pairs */
#define UNKNOWN_LENGTH 10    /* characters of a label that is not known, behind such a gap */
#define MARKED_LENGTH 24     /* ... behind a stroke or a dot */
#define EMPLOYMENT_LENGTH 30 /* letters of how people are employed, behind an unknown label */
#define WIDE_BYTE 0xEF       /* ... those that do not, among them the marks of full width */
#define LINE_BYTES 16        /* no two lines begin nearer to each other, but for very short ones */
#define LEADER_DOTS 3        /* an ellipsis; more of them lead to a value */

/* What stands between two pairs and belongs to neither. */
static const char *const parting_marks = "|｜•·/";

static bool is_parting_mark(uint32_t c)
{
    return c == '|' || c == 0xFF5C || c == 0x2022 || c == 0xB7;
}

/* Between pairs of one line. */
static bool divides_pairs(uint32_t c)
{
    return is_blank_code_point(c) || c == ',' || c == ';' || c == '|' || c == 0xFF0C ||
           c == 0xFF1B || c == 0x3002 || c == 0x3001 || is_parting_mark(c);
}

static bool is_pair_label(const struct label *label)
{
    return label->kind == LABEL_ELEMENT || label->kind == LABEL_FIELD;
}

static bool are_no_words(struct text text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((text.data[i] >= 'a' && text.data[i] <= 'z') ||
            (text.data[i] >= 'A' && text.data[i] <= 'Z') || (uint8_t)text.data[i] >= HAN_BYTE)
            return false;
    return true;
}

/* 人力资源部 in front of a gap behind a colon: a value, and no part of the label behind the gap. */
static bool is_value_before_gap(struct text line, size_t from, size_t at)
{
    size_t blanks = 0, end = at;
    while (end > from) {
        size_t begin = end;
        uint32_t c = text_previous(line, &begin);
        if (!is_blank_code_point(c))
            break;
        blanks += c == '\t' || c == 0x3000 ? GAP_BLANKS : 1;
        end = begin;
    }
    size_t first = end; /* of the word in front of it */
    while (first > from) {
        size_t begin = first;
        if (is_blank_code_point(text_previous(line, &begin)))
            break;
        first = begin;
    }
    return blanks >= GAP_BLANKS && text_code_points(text_slice(line, first, end)) > 1;
}

/*
 * The label that ends at the colon: as long as it can be, so that 「直接下属」 is not taken for
 * 「下属」, but not across the begin of the line or of the value before.
 */
static size_t label_begin(struct extraction *x, struct text line, size_t from, size_t colon,
                          struct label *label)
{
    size_t best = TEXT_NOT_FOUND;
    for (size_t at = colon; at > from && colon - at < LABEL_BYTES;) {
        size_t begin = at;
        uint32_t c = text_previous(line, &begin);
        bool starts = begin == from || (begin > 0 && divides_pairs(c));
        size_t first = begin == from && !divides_pairs(c) ? begin : at;
        at = begin;
        if (!starts ||
            (best != TEXT_NOT_FOUND && from > 0 && are_no_words(text_slice(line, first, best))))
            continue; /* the "4 •" of "Grade: 4 • Reports to: …" is no number of the label */
        if (best != TEXT_NOT_FOUND && from > 0 && is_value_before_gap(line, from, best))
            break; /* 「編制：人力資源部    審核：」 */
        struct label found = label_find(x, text_slice(line, first, colon));
        if (is_pair_label(&found)) {
            *label = found;
            best = first;
        }
    }
    return best;
}

/* 約翰·史密斯: the dot of a name stands between letters. */
static bool is_in_name(struct text line, size_t dot)
{
    size_t before = dot, behind = dot;
    if (text_next(line, &behind) != 0xB7 || dot == 0 || behind == line.size)
        return false;
    return !is_blank_code_point(text_previous(line, &before)) &&
           !is_blank_code_point(text_next(line, &behind));
}

/* A tab, a blank as wide as a Han character, or two blanks at that place; its end, or at. */
static size_t gap_end(struct text line, size_t at)
{
    size_t end = at, blanks = 0;
    bool is_wide = false;
    for (size_t next = at; next < line.size; end = next, blanks++) {
        uint32_t c = text_next(line, &next);
        if (!is_blank_code_point(c) || c == '\n')
            break;
        is_wide |= c == '\t' || c == 0x3000;
    }
    return is_wide || blanks > 1 ? end : at;
}

/*
 * 文件編號： behind 崗位：計劃員 and a gap: a label that nothing is known of ends the value before
 * it. In 「主管：　　　人事室：　　　」 nobody filled in any of them.
 *
 * in       behind  what follows its colon
 * returns  where it begins; TEXT_NOT_FOUND: no gap, or more words than a label has
 */
static size_t unknown_begin(struct text line, size_t from, size_t colon, size_t behind)
{
    size_t blanks = 0, begin = colon;
    bool is_marked = false;
    for (size_t at = colon; at > from; begin = at) {
        uint32_t c = text_previous(line, &at);
        is_marked = is_parting_mark(c) && !is_in_name(line, at);
        if (c == '\t' || c == 0x3000 || is_marked)
            blanks = GAP_BLANKS;
        else if (c == ' ')
            blanks++;
        else
            blanks = 0;
        if (blanks < GAP_BLANKS)
            continue;
        struct text name = text_trim(text_slice(line, begin, colon));
        size_t most = is_marked ? MARKED_LENGTH : UNKNOWN_LENGTH;
        size_t width; /* "Salary: UK: 100 | Spain: 90" is one value */
        if (is_marked && find_colon(text_slice(line, from, at), &width) != TEXT_NOT_FOUND)
            return TEXT_NOT_FOUND;
        bool is_slot = behind == line.size || gap_end(line, behind) > behind;
        bool is_label = !text_is_empty(name) && text_code_points(name) <= most &&
                        (is_slot || !text_is_blank(text_slice(line, from, at)));
        return is_label ? (size_t)(name.data - line.data) : TEXT_NOT_FOUND;
    }
    return TEXT_NOT_FOUND;
}

/* "Experience- two years", "Location – Taipei": a dash does a colon's work behind the first label.
 */
static size_t dash_end(struct text line, size_t at)
{
    static const struct text dashes[] = {TEXT_INIT("-"), TEXT_INIT("–"), TEXT_INIT("—")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t end = at + dashes[i].size, next = end;
        if (text_equal(text_slice(line, at, end), dashes[i]) && end < line.size &&
            is_blank_code_point(text_next(line, &next)))
            return end;
    }
    return at;
}

static bool is_han_byte(char c) { return (uint8_t)c >= HAN_BYTE && (uint8_t)c < WIDE_BYTE; }

/* A colon, a dash or a dot of a leader, and hardly any other character: each byte of a line is asked. */
static bool may_be_mark(struct text line, size_t at)
{
    unsigned char c = (unsigned char)line.data[at];
    if (c == ':' || c == '-' || c == '.' || c == 0xE2)
        return true;
    if (c != WIDE_BYTE || at + 2 >= line.size)
        return false;
    unsigned char last = (unsigned char)line.data[at + 2];
    return last == 0x9A || last == 0x95 || last == 0x8E ||
           last == 0xB0; /* of U+FF1A, U+FE55, U+FF0E, U+FE30 */
}

/* "Position ........ Driver": dots lead the eye from a label to its value, or to a page's number.
 */
static size_t leader_end(struct text line, size_t at)
{
    size_t dots = 0, end = at;
    for (size_t next = at; next < line.size; end = next) {
        uint32_t c = text_next(line, &next);
        if (c != '.' && c != 0x2026 && c != 0xFF0E)
            break;
        dots += c == 0x2026 ? LEADER_DOTS : 1; /* … */
    }
    if (dots <= LEADER_DOTS)
        return at;
    struct text rest = text_trim(text_from(line, end));
    bool has_words = false;
    for (size_t i = 0; i < rest.size; i++)
        has_words |= rest.data[i] != ' ' && (rest.data[i] < '0' || rest.data[i] > '9');
    return has_words ? end : at;
}

static bool has_gap(struct text line)
{
    static const struct text gaps[] = {TEXT_INIT("\t"), TEXT_INIT("　"), TEXT_INIT("  ")};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (text_find(line, gaps[i], 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* The cells of a line as gaps part them, at most max; one more when there are more. */
static size_t cells_between_gaps(struct text line, struct text *cells, size_t max)
{
    size_t count = 0;
    for (size_t at = 0, from = 0; at <= line.size;) {
        size_t end = at < line.size ? gap_end(line, at) : at;
        bool is_end = at == line.size;
        if (!is_end && end == at) {
            text_next(line, &at);
            continue;
        }
        struct text cell = text_trim(text_slice(line, from, at));
        if (count == max)
            return max + 1;
        if (!text_is_empty(cell))
            cells[count++] = cell;
        from = at = is_end ? line.size + 1 : end;
    }
    return count;
}

size_t label_cells(struct text line, struct text *cells, size_t max)
{
    struct pair pair;
    size_t count = has_gap(line) ? cells_between_gaps(line, cells, max) : 0;
    for (size_t i = 0; i < count && i < max; i++)
        if (!unknown_pair(cells[i], &pair))
            return 0;
    return count > max ? 0 : count;
}

/* 「職稱　護理師」, "Team⇥Inclusion": pairs without colons, where a gap stands behind each label.
 */
static size_t pairs_between_gaps(struct extraction *x, struct text line, struct pair *pairs,
                                 size_t max)
{
    struct text cells[2 * PAIRS_MAX];
    if (!has_gap(line))
        return 0;
    size_t count = cells_between_gaps(line, cells, sizeof cells / sizeof *cells);
    if (count < 2 || count % 2 != 0 || count > sizeof cells / sizeof *cells)
        return 0;
    for (size_t i = 0; i < count; i += 2) {
        struct label label = label_find(x, cells[i]);
        bool is_column = label_find(x, cells[i + 1]).kind != LABEL_UNKNOWN;
        if (!is_pair_label(&label) || label.is_part || ends_in_colon(cells[i]) || is_column)
            return 0; /* heads of columns, or words */
        if (i / 2 < max)
            pairs[i / 2] = (struct pair){.label = label, .name = cells[i], .value = cells[i + 1]};
    }
    return count / 2 < max ? count / 2 : max;
}

/* 直接上级 of 直接上级 物管主管, a label of what or where the position is; the blank parts the two.
 */
static bool read_numbered_cell(struct extraction *x, struct text cell, struct pair *pair)
{
    size_t blank = text_find(cell, TEXT(" "), 0);
    pair->name = blank == TEXT_NOT_FOUND ? cell : text_slice(cell, 0, blank);
    pair->value = blank == TEXT_NOT_FOUND ? TEXT("") : text_trim(text_from(cell, blank));
    pair->label = label_find(x, pair->name);
    enum kind kind =
        pair->label.kind == LABEL_ELEMENT ? element_row(pair->label.element)->kind : KIND_LIST;
    return (kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS) &&
           pair->label.element != ELEMENT_PURPOSE && !is_latin_text(pair->name);
}

/* Where the cell that begins there ends: in front of the next number of the row. */
static size_t numbered_cell_end(struct text line, size_t from, unsigned number)
{
    for (size_t at = text_find(line, TEXT(" "), from); at != TEXT_NOT_FOUND;
         at = text_find(line, TEXT(" "), at + 1)) {
        struct list_label next = list_label_of(text_from(line, at));
        if (next.kind == LIST_LABEL_NUMBER && list_label_number(next.label) == number + 1)
            return at;
    }
    return line.size;
}

/*
 * 「1.職位名稱 會計 2.直接上級 主管 3.級別」: numbered labels with a blank in front of each value.
 * What has a value comes first. 0: the line is none, or no label in it has a value.
 */
static size_t numbered_pairs(struct extraction *x, struct text line, struct pair *pairs, size_t max)
{
    struct pair empty[PAIRS_MAX];
    size_t count = 0, blanks = 0, from = 0;
    bool is_word = false;
    while (from < line.size && count + blanks < max && count + blanks < PAIRS_MAX) {
        struct list_label typed = list_label_of(text_from(line, from));
        if (typed.kind != LIST_LABEL_NUMBER)
            return 0;
        size_t begin = (size_t)(typed.rest.data - line.data);
        from = numbered_cell_end(line, begin, list_label_number(typed.label));
        struct pair pair;
        if (!read_numbered_cell(x, text_trim(text_slice(line, begin, from)), &pair))
            return 0;
        is_word |= pair.label.needs_context;
        if (text_is_empty(pair.value))
            empty[blanks++] = pair;
        else
            pairs[count++] = pair;
    }
    if (count == 0 || (is_word && count + blanks == 1)) /* 3. 職務 交接 may be a duty */
        return 0;
    for (size_t i = 0; i < blanks; i++)
        pairs[count++] = empty[i];
    return count;
}

/* "Section 3: Tools: a radio": where the label begins behind a number that ends in a colon. */
static size_t behind_section_number(struct text line)
{
    struct list_label typed = list_label_of(line);
    bool is_number = typed.kind != LIST_LABEL_NONE && ends_in_colon(typed.label);
    return is_number ? (size_t)(typed.rest.data - line.data) : 0;
}

/* "• Location: Taipei": where the label begins behind a bullet that parts pairs elsewhere. */
static size_t behind_parting_bullet(struct text line)
{
    size_t at = 0;
    uint32_t c = line.size > 0 ? text_next(line, &at) : 0;
    return c == 0x2022 || c == 0xB7 ? at : 0;
}

/* 「姓名：⇥崗位：倉管」: behind a label that nobody filled in, in front of the others. */
static size_t behind_empty_pair(struct extraction *x, struct text line)
{
    struct pair next;
    size_t length = 0; /* characters up to here */
    for (size_t at = 0; at < line.size;) {
        size_t begin = at;
        uint32_t c = text_next(line, &at);
        size_t end = is_colon(c) ? gap_end(line, at) : at;
        if (is_blank_code_point(c) || ++length > UNKNOWN_LENGTH)
            return 0;
        if (!is_colon(c))
            continue;
        struct label label = label_find(x, text_slice(line, 0, begin));
        bool is_empty = end > at && end < line.size && !is_pair_label(&label) &&
                        label_pairs(x, text_from(line, end), &next, 1) == 1;
        return is_empty ? end : 0;
    }
    return 0;
}

/* 【崗位名稱】採購員 */
static bool read_bracketed_pair(struct extraction *x, struct text line, struct pair *pair)
{
    if (!part_black_brackets(line, &pair->name, &pair->value))
        return false;
    pair->label = label_find(x, pair->name);
    return !text_is_empty(pair->value) && pair->label.kind == LABEL_ELEMENT;
}

/* The colon of 9:00. */
static bool is_time_of_day(struct text line, size_t colon)
{
    return colon > 0 && colon + 2 < line.size && line.data[colon] == ':' &&
           is_ascii_digit(line.data[colon - 1]) && is_ascii_digit(line.data[colon + 1]) &&
           is_ascii_digit(line.data[colon + 2]);
}

/* "Position:- Clerk": the stroke belongs to the colon. */
static size_t behind_stroke(struct text line, size_t at)
{
    size_t next = at + 1;
    bool is_stroke = at < line.size && line.data[at] == '-' && next < line.size &&
                     is_blank_code_point(text_next(line, &next));
    return is_stroke ? at + 1 : at;
}

/* 「崗位名稱：    姓名：    考核日期：」: a line about somebody that nobody filled in. */
static bool is_unfilled(struct extraction *x, const struct pair *pairs, size_t count)
{
    const struct pair *first = &pairs[0];
    struct text next = count > 1 && text_is_empty(first->value) ? pairs[1].name
                       : ends_in_colon(first->value)            ? name_without_colon(first->value)
                                                                : TEXT("");
    return first->label.kind == LABEL_ELEMENT && first->label.element == ELEMENT_TITLE &&
           !text_is_empty(next) && is_person_head(x, next);
}

/* "Type: full-time", and no "Anna: full-time"; any other line is a sentence with a colon in it. */
static size_t read_employment(struct extraction *x, struct text name, struct text value,
                              struct pair *pair)
{
    value = text_trim(value);
    if (value.size > EMPLOYMENT_LENGTH || text_is_empty(value) ||
        text_code_points(name) > UNKNOWN_LENGTH || !tells_employment(x, value) ||
        !text_ends_with_any_word(label_folded(x, name), signs_of(x, SIGN_TERM_LABEL)))
        return 0;
    *pair = (struct pair){
        .label = label_of(ELEMENT_EMPLOYMENT), .name = text_trim(name), .value = value};
    return 1;
}

/* 「崗位概述」：指該崗位最主要的職責: what a word of the forms means, in a glossary in front of them. */
static bool is_definition(struct extraction *x, const struct pair *first)
{
    struct text name = first->name;
    bool is_quoted = (text_starts_with(name, TEXT("“")) && text_ends_with(name, TEXT("”"))) ||
                     (text_starts_with(name, TEXT("「")) && text_ends_with(name, TEXT("」")));
    return is_quoted && text_starts_with_any(first->value, signs_of(x, SIGN_DEFINES));
}

static size_t find_pairs(struct extraction *x, struct text line, struct pair *pairs, size_t max)
{
    size_t count = 0, first = behind_section_number(line);
    if (is_declaration(line))
        return 0;
    first = first == 0 ? behind_empty_pair(x, line) : first;
    first = first == 0 ? behind_parting_bullet(line) : first;
    size_t from = first;
    if (read_bracketed_pair(x, line, pairs))
        return 1;
    for (size_t at = first; at < line.size && count < max;) {
        if (!may_be_mark(line, at)) {
            at += is_han_byte(line.data[at]) ? HAN_SIZE : 1;
            continue;
        }
        size_t colon = at, leader = count == 0 ? leader_end(line, at) : at;
        size_t dash = count == 0 && leader == at ? dash_end(line, at) : leader;
        bool is_dash = dash > at, is_leader = leader > at;
        bool is_end = is_colon(text_next(line, &at)) || is_dash;
        at = is_dash ? dash : at;
        at = behind_stroke(line, at);
        if (!is_end || is_time_of_day(line, colon))
            continue;
        struct label label;
        size_t begin = label_begin(x, line, from, colon, &label);
        bool at_begin = begin != TEXT_NOT_FOUND && text_is_blank(text_slice(line, first, begin));
        bool is_spaced = is_dash && !is_leader && colon > 0 && line.data[colon - 1] == ' ';
        bool is_word = !at_begin || begins_in_small_letter(text_from(line, begin)) ||
                       (is_spaced && label.needs_context);
        if (count == 0 && is_dash && is_word)
            continue; /* with a hyphen; "Accountability – own the process"; in a wrapped line */
        if (count == 0 && !at_begin)
            return read_employment(x, text_slice(line, first, colon), text_from(line, at), pairs);
        if (begin == TEXT_NOT_FOUND && count > 0 && !is_dash) {
            begin = unknown_begin(line, from, colon, at);
            label = label_of(ELEMENT_COUNT);
        }
        if (begin == TEXT_NOT_FOUND)
            continue;
        if (count > 0)
            pairs[count - 1].value = text_trim_any(text_slice(line, from, begin), parting_marks);
        pairs[count++] = (struct pair){
            .label = label, .name = text_trim_any(text_slice(line, begin, colon), parting_marks)};
        from = at;
    }
    if (count == 0) {
        count = numbered_pairs(x, line, pairs, max);
        return count > 0 ? count : pairs_between_gaps(x, line, pairs, max);
    }
    pairs[count - 1].value = text_trim(text_from(line, from));
    return is_unfilled(x, pairs, count) || is_definition(x, &pairs[0]) ? 0 : count;
}

size_t label_pairs(struct extraction *x, struct text line, struct pair *pairs, size_t max)
{
    struct text *asked = &x->unpaired[(uintptr_t)line.data / LINE_BYTES % ASKED_LINES];
    if (!text_is_empty(line) && asked->data == line.data && asked->size == line.size)
        return 0;
    size_t count = find_pairs(x, label_inside_brackets(line), pairs, max);
    if (count == 0)
        *asked = line;
    return count;
}
