#include "core/base/script.h"
#include "core/extract/label_memory.h"
#include "core/extract/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define GAP_BLANKS 2       /* as many, a tab or an ideographic space part two pairs */
#define UNKNOWN_LENGTH 10  /* characters of a label that is not known, behind such a gap */
#define LEADER_DOTS 3      /* an ellipsis; more of them lead to a value */
#define REMARKED_LENGTH 6  /* Han of a label that a remark follows; longer ones are sentences */
#define ROLE_NAME_BYTES 90 /* 30 Han: longer in front of 崗位職責 is a sentence */

static struct label no_label(void)
{
    return (struct label){.element = ELEMENT_COUNT,
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
static struct text without_as_follows(struct text text)
{
    static const struct text endings[] = {TEXT_INIT("如下"), TEXT_INIT("包括"), TEXT_INIT("包含")};
    struct text bare = text_trim(text);
    while (text_ends_with(bare, TEXT("：")) || text_ends_with(bare, TEXT(":")))
        bare =
            text_trim(text_slice(bare, 0, bare.size - (bare.data[bare.size - 1] == ':' ? 1 : 3)));
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends_with(bare, endings[i]))
            return text_slice(bare, 0, bare.size - endings[i].size);
    return TEXT("");
}

/* Off both ends: what joins a name to the title of a form, or one language to the other. */
#define NAME_JOINTS ":：-–—|｜·之的"
#define LANGUAGE_JOINTS "/／()（）[]【】:：-–—|｜·"
static struct text trim_joint(struct text name, const char *joints)
{
    struct text all = text_from_string(joints);
    for (bool again = true; again && name.size > 0;) {
        name = text_trim(name);
        again = false;
        for (size_t i = 0; i < all.size;) {
            size_t begin = i;
            text_next(all, &i);
            struct text joint = text_slice(all, begin, i);
            if (text_ends_with(name, joint))
                name = text_slice(name, 0, name.size - joint.size), again = true;
            else if (text_starts_with(name, joint))
                name = text_from(name, joint.size), again = true;
        }
    }
    return name;
}

/* A letter's script: 'H' Han, 'L' Latin; 0 for what is no letter. */
static char script_of(uint32_t c)
{
    bool is_latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_latin ? 'L' : is_han_like(c) && c >= 0x3400 && c < 0xFF00 ? 'H' : 0;
}

/*
 * 「職位名稱 Position Title」: one label in two languages, each in its own part of the text.
 *
 * returns  false when there are not just two parts, one of each script
 */
static bool is_bilingual(struct text text, struct text *han, struct text *latin)
{
    size_t joint = 0;
    char script = 0, first = 0;
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
    if (joint == 0)
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

/* （非互聯網領域） behind the title of a form, （K=knowledge 知識） behind a label. */
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
        if (c == '(' || c == 0xFF08)
            return text_trim(text_slice(text, 0, at));
    }
    return text;
}

bool label_is_continuation(struct text text)
{
    static const struct text signs[] = {
        TEXT_INIT("續"),        TEXT_INIT("续"),        TEXT_INIT("接上"),
        TEXT_INIT("承上"),      TEXT_INIT("continued"), TEXT_INIT("Continued"),
        TEXT_INIT("CONTINUED"), TEXT_INIT("cont'd"),    TEXT_INIT("cont.)")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_find(text, signs[i], 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

struct text label_remark(struct text text)
{
    struct text remark = text_from(text, label_without_remark(text).size);
    return trim_joint(remark, LANGUAGE_JOINTS);
}

static bool begins_in_small_letter(struct text text)
{
    return text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
}

static bool has_digit(struct text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
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
        bool is_name = is_latin_text(rest)
                           ? !begins_in_small_letter(rest)
                           : vocabulary_is_position(x->vocabulary, x->scratch, rest);
        return is_name ? TEXT("") : text_trim(text_slice(text, 0, at));
    }
    return TEXT("");
}

/* 职责二: one of several blocks of a form; empty: no numeral stands behind the words. */
static struct text without_numeral(struct text text)
{
    static const struct text numerals =
        TEXT_INIT("一二三四五六七八九十１２３４５６７８９123456789");
    size_t begin = text.size;
    if (text_code_points(text) < 3) /* two characters and a numeral */
        return TEXT("");
    text_previous(text, &begin);
    bool is_numeral = text_find(numerals, text_from(text, begin), 0) != TEXT_NOT_FOUND;
    bool is_value = ends_in_colon(text_slice(text, 0, begin)); /* 編制：3 */
    bool is_plain = is_numeral && !is_value && !is_latin_text(text_slice(text, 0, begin));
    return is_plain ? text_slice(text, 0, begin) : TEXT("");
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

static const struct meaning *find_meanings(struct extraction *x, struct text text, size_t *count)
{
    struct text han, latin;
    const struct meaning *meanings =
        vocabulary_find_folded(x->vocabulary, label_folded(x, text), count);
    if (*count > 0)
        return meanings;
    struct text one = without_numeral(text);
    if (!text_is_empty(one))
        meanings = vocabulary_find(x->vocabulary, x->scratch, one, count);
    if (*count > 0)
        return meanings;
    struct text bare = without_as_follows(text);
    if (!text_is_empty(bare))
        meanings = vocabulary_find(x->vocabulary, x->scratch, bare, count);
    if (*count > 0)
        return meanings;
    struct text words = name_without_colon(text); /* 考核內容（初定）： */
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
        if (remarks > 0 && remark->is_other && (*count == 0 || meanings->is_form)) {
            *count = remarks; /* 岗位说明书（续表）, as against 岗位职责（续） */
            return remark;
        }
    }
    if (*count > 0 && meanings->needs_context)
        *count = 0; /* 部門（分公司） may be anything */
    if (*count > 0 || !is_bilingual(text, &han, &latin) || has_digit(latin))
        return meanings; /* 「QS-07 版本」 is a value and the next label */
    size_t latin_count;
    const struct meaning *english = vocabulary_find(
        x->vocabulary, x->scratch, trim_joint(latin, LANGUAGE_JOINTS), &latin_count);
    meanings = vocabulary_find(x->vocabulary, x->scratch, trim_joint(han, LANGUAGE_JOINTS), count);
    if (*count > 0 && latin_count > 0)
        return meanings;
    if (*count == 0) {
        meanings = english;
        *count = latin_count;
    }
    /* 「學歷 MBA」 is a label and its value */
    if (*count > 0 && (meanings->needs_context || meanings->is_part))
        *count = 0;
    return meanings;
}

static struct label label_of_words(struct extraction *x, struct text text)
{
    struct label label = no_label();
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

struct label label_find(struct extraction *x, struct text text)
{
    struct label label;
    if (text.size > LABEL_BYTES || text_is_empty(text))
        return no_label();
    if (label_memory_find(x->label_memory, LABEL_MEANT, text, &label))
        return label;
    label = label_of_words(x, text);
    label_memory_keep(x->label_memory, LABEL_MEANT, text, &label);
    return label;
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

struct label label_of(enum element element)
{
    struct label label = no_label();
    label.kind = element == ELEMENT_COUNT ? LABEL_UNKNOWN : LABEL_ELEMENT;
    label.element = element;
    return label;
}

/* "Senior software engineer" is a position, whatever it works with. */
static bool ends_in_position(struct extraction *x, struct text text)
{
    size_t begin = text.size;
    while (begin > 0 && text.data[begin - 1] != ' ')
        begin--;
    return is_latin_text(text) && begin > 0 && !ends_in_colon(text) &&
           vocabulary_is_position(x->vocabulary, x->scratch, text_from(text, begin));
}

/* 崗位職責及標準: two labels of elements; the first says what the words are. */
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
        if (second.kind == LABEL_ELEMENT && (kind == KIND_LIST || kind == KIND_RECORDS)) {
            first.guess = GUESS_WHOLE;
            first.second = second.element;
            return first;
        }
    }
    return no_label();
}

struct label label_guess(struct extraction *x, struct text text)
{
    struct label label = no_label();
    if (text.size > LABEL_BYTES || text_is_empty(text))
        return label;
    struct text plain = label_without_remark(name_without_colon(text));
    if (!is_latin_text(plain) && text_code_points(plain) <= REMARKED_LENGTH)
        text = plain; /* 評核指標（每項註明） */
    struct guess guess = label_words_guess(x, text);
    if (guess.element == ELEMENT_COUNT && is_latin_text(plain) &&
        label_words_guess(x, plain).is_whole)
        guess = label_words_guess(x, plain); /* "Knowledge and skills (see note 4)" */
    struct text front = guess.is_phrase ? TEXT("") : in_front_of_dash(x, plain);
    if (!text_is_empty(front) && label_words_guess(x, front).element != ELEMENT_COUNT)
        guess = label_words_guess(x, front); /* "Prerequisites - technology" */
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
    struct label label;
    if (text.size > LABEL_BYTES || text_is_empty(text))
        return no_label();
    if (label_memory_find(x->label_memory, LABEL_GUESSED_IN_FORM, text, &label))
        return label;
    label = guess_in_form(x, text);
    label_memory_keep(x->label_memory, LABEL_GUESSED_IN_FORM, text, &label);
    return label;
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

bool label_is_demand(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_APPOINTMENT &&
           label->second == ELEMENT_STANDARDS;
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

/* ---- labelled lines ---- */

/* Between pairs of one line. */
static bool divides_pairs(uint32_t c)
{
    return is_blank_code_point(c) || c == ',' || c == ';' || c == '|' || c == 0xFF0C ||
           c == 0xFF1B || c == 0x3002 || c == 0x3001;
}

static bool is_pair_label(const struct label *label)
{
    return label->kind == LABEL_ELEMENT || label->kind == LABEL_FIELD;
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
        if (!starts)
            continue;
        struct label found = label_find(x, text_slice(line, first, colon));
        if (is_pair_label(&found)) {
            *label = found;
            best = first;
        }
    }
    return best;
}

/*
 * 文件編號： behind 崗位：計劃員 and a gap: a label that nothing is known of ends the value before
 * it.
 *
 * returns  where it begins; TEXT_NOT_FOUND: no gap, or more words than a label has
 */
static size_t unknown_begin(struct text line, size_t from, size_t colon)
{
    size_t blanks = 0, begin = colon;
    for (size_t at = colon; at > from; begin = at) {
        uint32_t c = text_previous(line, &at);
        if (c == '\t' || c == 0x3000)
            blanks = GAP_BLANKS;
        else if (c == ' ')
            blanks++;
        else
            blanks = 0;
        if (blanks < GAP_BLANKS)
            continue;
        struct text name = text_trim(text_slice(line, begin, colon));
        bool is_label = !text_is_empty(name) && text_code_points(name) <= UNKNOWN_LENGTH &&
                        !text_is_blank(text_slice(line, from, at));
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
        size_t end = at + dashes[i].size;
        if (text_equal(text_slice(line, at, end), dashes[i]) && end < line.size &&
            line.data[end] == ' ')
            return end;
    }
    return at;
}

/* Any byte of a colon, a dash or a dot of a leader, and hardly one of another character. */
static bool may_be_mark(char c)
{
    static const bool marks[UINT8_MAX + 1] = {
        [':'] = true, ['-'] = true, ['.'] = true, [0xE2] = true, [0xEF] = true};
    return marks[(uint8_t)c];
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

/* "Section 3: Tools: a radio": where the label begins behind a number that ends in a colon. */
static size_t behind_section_number(struct text line)
{
    struct list_label typed = list_label_of(line);
    bool is_number = typed.kind != LIST_LABEL_NONE && ends_in_colon(typed.label);
    return is_number ? (size_t)(typed.rest.data - line.data) : 0;
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
    struct text open = TEXT("【"), close = TEXT("】");
    size_t end = text_starts_with(line, open) ? text_find(line, close, open.size) : TEXT_NOT_FOUND;
    if (end == TEXT_NOT_FOUND)
        return false;
    pair->name = text_slice(line, open.size, end);
    pair->value = text_trim(text_from(line, end + close.size));
    pair->label = label_find(x, pair->name);
    return !text_is_empty(pair->value) && pair->label.kind == LABEL_ELEMENT;
}

/* "position: static;" declares something in a program's language. */
static bool is_declaration(struct text line)
{
    size_t colon = text_find(line, TEXT(":"), 0);
    line = text_trim(line);
    return colon != TEXT_NOT_FOUND && begins_in_small_letter(line) &&
           text_ends_with(line, TEXT(";")) &&
           text_find(text_trim(text_from(line, colon + 1)), TEXT(" "), 0) == TEXT_NOT_FOUND;
}

size_t label_pairs(struct extraction *x, struct text line, struct pair *pairs, size_t max)
{
    size_t count = 0, first = behind_section_number(line);
    if (is_declaration(line))
        return 0;
    first = first == 0 ? behind_empty_pair(x, line) : first;
    size_t from = first;
    if (read_bracketed_pair(x, line, pairs))
        return 1;
    for (size_t at = first; at < line.size && count < max;) {
        if (!may_be_mark(line.data[at])) {
            at++;
            continue;
        }
        size_t colon = at, leader = count == 0 ? leader_end(line, at) : at;
        size_t dash = count == 0 && leader == at ? dash_end(line, at) : leader;
        bool is_dash = dash > at, is_leader = leader > at;
        bool is_end = is_colon(text_next(line, &at)) || is_dash;
        at = is_dash ? dash : at;
        if (!is_end)
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
            return 0; /* a sentence with a colon in it */
        if (begin == TEXT_NOT_FOUND && count > 0 && !is_dash) {
            begin = unknown_begin(line, from, colon);
            label = no_label();
        }
        if (begin == TEXT_NOT_FOUND)
            continue;
        if (count > 0)
            pairs[count - 1].value = text_trim(text_slice(line, from, begin));
        pairs[count++] =
            (struct pair){.label = label, .name = text_trim(text_slice(line, begin, colon))};
        from = at;
    }
    if (count == 0)
        return pairs_between_gaps(x, line, pairs, max);
    pairs[count - 1].value = text_trim(text_from(line, from));
    return count;
}

/* ---- names of roles beside the title of a form ---- */

bool label_names_positions(const struct label *label)
{
    enum kind kind = label->kind == LABEL_ELEMENT ? element_row(label->element)->kind : KIND_TEXT;
    bool is_related = label->kind == LABEL_ELEMENT && label->element == ELEMENT_RELATIONS;
    return kind == KIND_REF || kind == KIND_REFS || (is_related && label->is_part);
}

bool label_may_be_name(const struct label *label)
{
    bool is_signer =
        label->element == ELEMENT_APPROVAL && (label->kind == LABEL_FIELD || label->needs_context);
    return label->kind == LABEL_UNKNOWN || is_signer ||
           (label_names_positions(label) && label->needs_context);
}

/* "Knowledge required by", in front of "the position": no name ends so. */
static bool ends_in_joint(struct text name)
{
    static const struct text joints[] = {TEXT_INIT(" by"),  TEXT_INIT(" of"),  TEXT_INIT(" for"),
                                         TEXT_INIT(" to"),  TEXT_INIT(" in"),  TEXT_INIT(" about"),
                                         TEXT_INIT(" and"), TEXT_INIT(" with")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_ends_with(name, joints[i]))
            return true;
    return false;
}

static bool is_name(struct extraction *x, struct text name)
{
    struct label label = label_find(x, name);
    struct guess guess = label_words_guess(x, name);
    if (is_latin_text(name) && (guess.is_whole || ends_in_joint(name)))
        return false; /* "The", "Responsibilities and" */
    return !text_is_empty(name) && (label.kind == LABEL_UNKNOWN || label_names_positions(&label));
}

/* beside: what stands next to it; 護士長職責 has 職責, which is also an ordinary word */
static bool is_form_or_duties(struct extraction *x, struct text text, struct text beside,
                              bool *is_duties)
{
    struct label label = label_find(x, text);
    *is_duties = label.kind == LABEL_ELEMENT &&
                 (label.element == ELEMENT_DUTIES || label.second == ELEMENT_DUTIES ||
                  label.element == ELEMENT_SCENARIOS); /* 安全生产职责 */
    return label.kind == LABEL_FORM ||
           (*is_duties &&
            (!label.needs_context ||
             vocabulary_is_position(x->vocabulary, x->scratch, trim_joint(beside, NAME_JOINTS))));
}

static bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* In the middle of a word of letters. */
static bool splits_word(struct text text, size_t at)
{
    return at > 0 && at < text.size && is_ascii_letter(text.data[at - 1]) &&
           is_ascii_letter(text.data[at]);
}

bool label_ends_in_duties(struct extraction *x, struct text text, struct label *label)
{
    bool is_duties = false;
    text = text_trim(text);
    for (size_t at = text.size; at > 0 && text.size <= ROLE_NAME_BYTES;) {
        text_previous(text, &at);
        if (text.size - at >= 6 && !splits_word(text, at) &&
            is_form_or_duties(x, text_from(text, at), text_slice(text, 0, at), &is_duties) &&
            is_duties) {
            *label = label_of(ELEMENT_DUTIES);
            return true;
        }
    }
    return false;
}

/* "Job Description Template": what kind of copy it is. */
static struct text without_copy(struct text text)
{
    static const struct text copies[] = {
        TEXT_INIT("Template"), TEXT_INIT("template"), TEXT_INIT("Sample"), TEXT_INIT("模板"),
        TEXT_INIT("模版"),     TEXT_INIT("範本"),     TEXT_INIT("范本"),   TEXT_INIT("样本"),
        TEXT_INIT("樣本"),     TEXT_INIT("示例")};
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++)
        if (text_ends_with(text, copies[i]))
            return text_trim(text_slice(text, 0, text.size - copies[i].size));
    return text;
}

/* 「會計的崗位職責和任職要求」: what stands in front of the second of two labels. */
static struct text without_second_label(struct extraction *x, struct text text)
{
    static const struct text joints[] = {TEXT_INIT("和"), TEXT_INIT("及"), TEXT_INIT("与"),
                                         TEXT_INIT("與"), TEXT_INIT("、")};
    for (size_t i = 0; text.size <= ROLE_NAME_BYTES && i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        struct label second =
            at == TEXT_NOT_FOUND ? no_label() : label_find(x, text_from(text, at + joints[i].size));
        if (second.kind == LABEL_ELEMENT && !second.needs_context &&
            element_row(second.element)->kind >= KIND_LIST)
            return text_trim(text_slice(text, 0, at));
    }
    return text;
}

struct text label_owner(struct text text, struct text *label)
{
    static const struct text joints[] = {
        TEXT_INIT(" of a "),   TEXT_INIT(" of an "),   TEXT_INIT(" of the "), TEXT_INIT(" for a "),
        TEXT_INIT(" for an "), TEXT_INIT(" for the "), TEXT_INIT(" of "),     TEXT_INIT(" for ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        *label = text_slice(text, 0, at);
        return trim_joint(text_from(text, at + joints[i].size), NAME_JOINTS);
    }
    *label = text;
    return TEXT("");
}

/* "Responsibilities of a Network Administrator:", of one position and of nothing else. */
static bool read_owner(struct extraction *x, struct text text, struct text *name)
{
    struct text label, owner = label_owner(text, &label);
    bool is_duties;
    bool is_plural = text_ends_with(owner, TEXT("s")); /* over what each of them does */
    if (is_plural || !is_form_or_duties(x, label, owner, &is_duties) || !is_duties ||
        label_find(x, text).kind != LABEL_UNKNOWN ||
        !vocabulary_is_position(x->vocabulary, x->scratch, owner))
        return false;
    *name = owner;
    return true;
}

bool label_role_name(struct extraction *x, struct text text, struct text *name, bool *is_duties)
{
    text = without_second_label(x, without_copy(label_without_remark(text_trim(text))));
    *is_duties = false;
    if (text.size > ROLE_NAME_BYTES || label_words_guess(x, text).is_phrase)
        return false; /* "In the role of Editor, you will" */
    if (is_latin_text(text) && text_ends_with(text, TEXT(".")))
        return false;                      /* a sentence that ends in "responsibility" */
    for (size_t at = 0; at < text.size;) { /* the longest title of a form: 岗位说明书, not 说明书 */
        text_next(text, &at);
        if (text.size - at < 6 || splits_word(text, at) ||
            !is_form_or_duties(x, text_from(text, at), text_slice(text, 0, at), is_duties))
            continue;
        struct text before = trim_joint(text_slice(text, 0, at), NAME_JOINTS);
        if (is_name(x, before)) {
            *name = before;
            return true;
        }
    }
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        uint32_t c = text_next(text, &at);
        if (!is_colon(c) && c != '-' && c != 0x2013 && c != 0x2014)
            continue;
        if (is_form_or_duties(x, text_slice(text, 0, begin), TEXT(""), is_duties)) {
            *name = trim_joint(text_from(text, at), NAME_JOINTS);
            return !text_is_empty(*name) && !begins_in_small_letter(*name);
        }
    }
    *is_duties = read_owner(x, text, name);
    return *is_duties;
}
