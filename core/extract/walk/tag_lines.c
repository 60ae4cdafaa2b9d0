/*
 * "Full time | £11.44 an hour | Bristol" right below the name of a position: terms that bars or dots
 * part, each told by what it is, or a line each. What is none of them stays among the role's other
 * words.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define TAGS_MAX 6    /* in a line: a bound on work */
#define TAG_LENGTH 40 /* characters of each */
#define STATE_LETTERS 2
#define PLACE_PARTS 3   /* city, state, country */
#define GRADE_BYTES 6   /* " 7", " 5-6" */
#define CODE_LETTERS 2  /* of the code of a grade: GS-9 */
#define CODE_DIGITS 2   /* alike: EB05 */
#define YEARS_LENGTH 5  /* "10-15" */
#define TERMS_BYTES 80  /* at the end of a title */
#define ROW_LENGTH 20   /* characters of a term alone in its line */
#define ROW_MIN 2       /* such lines that are known */
#define TITLE_BYTES 200 /* a longer one is left as it is: a bound on work */

struct tag {
    struct text words;
    enum element element; /* ELEMENT_COUNT: nobody knows */
    struct text label;    /* in front of the words */
};

/* Bars and dots in the middle of the line. */
static bool is_bar(uint32_t c)
{
    return c == '|' || c == 0xFF5C || c == 0xB7 || c == 0x2022 || c == 0x30FB; /* ｜·•・ */
}

/* "Leeds, UK / full-time": where nothing else parts a line, strokes between blanks do. */
static bool strokes_part(struct text line)
{
    for (size_t at = 0; at < line.size;)
        if (is_bar(text_next(line, &at)))
            return false;
    return is_latin_text(line);
}

static bool is_stroke(struct text line, size_t behind)
{
    return line.data[behind - 1] == '/' && behind > 1 && line.data[behind - 2] == ' ' &&
           behind < line.size && line.data[behind] == ' ';
}

/* 「·15薪」 behind 「30-50K」: how often a year that is paid, and no tag of its own. */
static bool goes_on_with_pay(const struct extraction *x, struct text rest)
{
    size_t digits = 0;
    while (digits < rest.size && rest.data[digits] >= '0' && rest.data[digits] <= '9')
        digits++;
    return digits > 0 && text_starts_with_any(text_from(rest, digits), signs_of(x, SIGN_PAY_WORD));
}

/* The tag that begins there, up to the next bar; *at: behind it. */
static struct text next_tag(const struct extraction *x, struct text line, size_t *at,
                            bool at_strokes)
{
    size_t begin = *at, end = *at;
    while (*at < line.size) {
        uint32_t c = text_next(line, at);
        if ((is_bar(c) || (at_strokes && is_stroke(line, *at))) &&
            !goes_on_with_pay(x, text_from(line, *at)))
            break;
        end = *at;
    }
    return text_trim(text_slice(line, begin, end));
}

/* "Leeds, UK", "Remote": where, by the words alone. */
static bool tells_place(struct extraction *x, struct text words)
{
    size_t comma = text_find(words, TEXT(", "), 0);
    bool is_pair = comma != TEXT_NOT_FOUND && comma > 0 && comma + 2 < words.size &&
                   words.data[0] >= 'A' && words.data[0] <= 'Z' && words.data[comma + 2] >= 'A' &&
                   words.data[comma + 2] <= 'Z';
    return is_pair || text_is_any(label_folded(x, words), signs_of(x, SIGN_PLACE));
}

/* "Austin, TX", "Redmond, Washington, United States": a line of its own that names a place. */
static bool is_place_line(struct extraction *x, struct text words)
{
    size_t begin = 0, parts = 1;
    for (size_t at = 0; (at = text_find(words, TEXT(", "), at)) != TEXT_NOT_FOUND; parts++) {
        at += 2;
        begin = at;
    }
    struct text last = text_from(words, begin);
    static const char *const others[] = {"HQ", "HR", "IT", "QA", "UX", "UI", NULL};
    bool is_state = last.size == STATE_LETTERS && is_in_capitals(last) && is_title_case(words) &&
                    !text_is_one_of(last, others);
    return parts > 1 && parts <= PLACE_PARTS &&
           (is_state || text_is_any(label_folded(x, last), signs_of(x, SIGN_COUNTRY)));
}

/* "Grade 7", "Band 5": the label and what it is, without a colon. */
static bool tells_grade(struct extraction *x, struct text words)
{
    size_t blank = text_find(words, TEXT(" "), 0);
    if (blank == TEXT_NOT_FOUND || words.size - blank > GRADE_BYTES ||
        !text_has_digit(text_from(words, blank)))
        return false;
    struct label label = label_find(x, text_slice(words, 0, blank));
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_GRADE;
}

/* "Grade 7", or a code of one and nothing else: "G7", "GS-9". */
static bool is_grade_line(struct extraction *x, struct text line)
{
    size_t letters = 0;
    while (letters < line.size && line.data[letters] >= 'A' && line.data[letters] <= 'Z')
        letters++;
    struct text rest = text_from(line, letters);
    struct text number = text_starts_with(rest, TEXT("-")) ? text_from(rest, 1) : rest;
    bool is_code = letters > 0 && letters <= CODE_LETTERS && number.size > 0 &&
                   number.data[0] != '0' && number.size <= CODE_DIGITS &&
                   text_consists_of(number, TEXT("0123456789"));
    return is_code || tells_grade(x, line);
}

/* "37 hours", "25 h/week" */
static bool tells_hours(const struct extraction *x, struct text words)
{
    return words.size > 0 && is_ascii_digit(words.data[0]) &&
           text_ends_with_any(words, signs_of(x, SIGN_HOURS_END));
}

/* 「3-5年」, 「3～5年」: from how many years of experience to how many. */
static bool is_range_of_years(struct text words)
{
    static const struct text year = TEXT_INIT("年");
    struct text range = text_without_end(words, (const char *const[]){"年", NULL});
    return text_ends_with(words, year) && text_consists_of(range, TEXT("0123456789-~～")) &&
           text_code_points(range) <= YEARS_LENGTH && !text_consists_of(range, TEXT("0123456789"));
}

/* 「本科」, 「經驗不限」, 「3-5年」: what is asked of who applies. */
static bool tells_need(struct extraction *x, struct text words)
{
    return !is_latin_text(words) &&
           (is_range_of_years(words) ||
            text_ends_with_any(fold_text(x->scratch, words), signs_of(x, SIGN_NEED_END)) ||
            vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_APPOINTMENT);
}

/*
 * "Reports to: COO" among the others: the label says what it is.
 *
 * out  *words  what stands behind the label; unchanged where there is none
 *      *name   the label, alike
 */
static enum element element_by_label(struct extraction *x, struct text *words, struct text *name)
{
    size_t width, colon = find_colon(*words, &width);
    if (colon == TEXT_NOT_FOUND)
        return ELEMENT_COUNT;
    struct label label = label_find(x, text_slice(*words, 0, colon));
    struct text value = text_trim(text_from(*words, colon + width));
    if (label.kind != LABEL_ELEMENT || text_is_empty(value))
        return ELEMENT_COUNT;
    *name = text_trim(text_slice(*words, 0, colon));
    *words = value;
    return label.element;
}

static enum element element_of_tag(struct extraction *x, struct text words)
{
    if (tells_grade(x, words))
        return ELEMENT_GRADE;
    if (tells_hours(x, words))
        return ELEMENT_CONDITIONS;
    if (tells_pay(x, words))
        return ELEMENT_REWARDS;
    if (tells_employment(x, words) ||
        text_is_any(label_folded(x, words), signs_of(x, SIGN_LOOSE_TERM)))
        return ELEMENT_EMPLOYMENT;
    if (tells_need(x, words))
        return ELEMENT_APPOINTMENT;
    return tells_place(x, words) ? ELEMENT_LOCATION : ELEMENT_COUNT;
}

/* Beside how one is employed and the pay, what is left is where. */
static void settle_place(struct tag *tags, size_t count)
{
    bool has[ELEMENT_COUNT + 1] = {false};
    size_t unknown = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        has[tags[i].element] = true;
        last = tags[i].element == ELEMENT_COUNT ? i : last;
        unknown += tags[i].element == ELEMENT_COUNT;
    }
    bool is_offer = has[ELEMENT_REWARDS] || has[ELEMENT_GRADE];
    if (unknown == 1 && is_offer && has[ELEMENT_EMPLOYMENT] && !has[ELEMENT_LOCATION])
        tags[last].element = ELEMENT_LOCATION;
}

/* returns  how many parts the line has; 0: it is no such line */
static size_t read_tags(struct extraction *x, struct text line, struct tag tags[TAGS_MAX])
{
    size_t count = 0, known = 0;
    bool at_strokes = strokes_part(line);
    if (is_amount_of_pay(x, line) && text_code_points(line) <= TAG_LENGTH) {
        tags[0] = (struct tag){.words = line, .element = ELEMENT_REWARDS};
        return 1; /* its dot is in front of how often a year: 20-40K·14薪 */
    }
    for (size_t at = 0; at < line.size;) {
        struct text words =
            without_pictographs(next_tag(x, line, &at, at_strokes)); /* "📍 Berlin" */
        if (text_is_empty(words) || text_code_points(words) > TAG_LENGTH || count == TAGS_MAX)
            return 0;
        struct text name = TEXT("");
        enum element labelled = element_by_label(x, &words, &name);
        tags[count] = (struct tag){
            words, labelled == ELEMENT_COUNT ? element_of_tag(x, words) : labelled, name};
        known += tags[count++].element != ELEMENT_COUNT;
    }
    if (count == 1 && (is_place_line(x, tags[0].words) ||
                       text_is_any(label_folded(x, tags[0].words), signs_of(x, SIGN_PLACE)))) {
        tags[0].element = ELEMENT_LOCATION;
        return 1;
    }
    if (count == 1 && is_latin_text(line) && is_grade_line(x, line)) {
        tags[0].element = ELEMENT_GRADE;
        return 1;
    }
    if (count == 1 && is_latin_text(line) && tags[0].element == ELEMENT_EMPLOYMENT &&
        text_find(line, TEXT(":"), 0) == TEXT_NOT_FOUND)
        return 1;
    if (count < 2 || 2 * known < count)
        return 0;
    settle_place(tags, count);
    return count;
}

/* returns  how many tags the paragraph is; 0: it is words */
static size_t tags_of(struct extraction *x, const struct piece *piece, struct tag tags[TAGS_MAX])
{
    bool is_line = piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
                   text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
    return is_line ? read_tags(x, text_trim(piece->text), tags) : 0;
}

bool is_tag_line(struct extraction *x, const struct piece *piece)
{
    struct tag tags[TAGS_MAX];
    return tags_of(x, piece, tags) > 0;
}

bool is_row_of_tags(struct extraction *x, struct text line)
{
    struct tag tags[TAGS_MAX];
    return text_find(line, TEXT("\n"), 0) == TEXT_NOT_FOUND && read_tags(x, line, tags) > 1;
}

bool is_tag_line_with_bars(struct extraction *x, const struct piece *piece)
{
    bool has_bar = text_find(piece->text, TEXT("｜"), 0) != TEXT_NOT_FOUND ||
                   text_find(piece->text, TEXT("|"), 0) != TEXT_NOT_FOUND;
    return has_bar && !is_latin_text(piece->text) && is_tag_line(x, piece);
}

/* Nothing but the name is told so far: duties may be open that no heading of their own announced. */
static bool is_below_name(const struct extraction *x)
{
    const struct target *t = &x->target;
    bool is_bare = t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
                   t->records->count == 0 && text_is_empty(t->records->heading);
    return x->role != NULL && x->role_is_fresh && (t->kind == TARGET_NONE || is_bare);
}

static void fill_tag(struct extraction *x, const struct tag *tag, struct span at)
{
    if (tag->element == ELEMENT_COUNT) {
        fill_aside(x, tag->words, at);
        return;
    }
    bool was_settled = x->is_settled[tag->element];
    open_element(x, label_of(tag->element), tag->label, LEVEL_LINE, at);
    fill_text(x, tag->words, TEXT(""), 0, at);
    close_target(x);
    x->is_settled[tag->element] = was_settled; /* the section that tells more may follow */
}

/* Bars, and pictographs around the tags. */
static void note_signs(struct extraction *x, struct text signs, struct span at)
{
    for (size_t i = 0, begin = 0; i < signs.size; begin = i)
        if (!is_blank_code_point(text_next(signs, &i)))
            note(x, USE_LABEL, text_slice(signs, begin, i), span_slice(at, begin, i));
}

bool fill_tag_line(struct extraction *x, const struct piece *piece)
{
    struct tag tags[TAGS_MAX];
    struct text line = text_trim(piece->text);
    size_t count = is_below_name(x) ? tags_of(x, piece, tags) : 0, end = 0;
    if (count == 0)
        return false;
    x->clue = CLUE_LINE;
    for (size_t i = 0; i < count; i++) {
        size_t begin = (size_t)(tags[i].words.data - line.data);
        note_signs(x, text_slice(line, end, begin), span_slice(piece->block->span, end, begin));
        end = begin + tags[i].words.size;
        fill_tag(x, &tags[i], span_slice(piece->block->span, begin, end));
    }
    note_signs(x, text_from(line, end), span_slice(piece->block->span, end, line.size));
    return true;
}

/* 「廣東省·深圳市」, 「上海市浦東新區」 */
static bool is_place_in_han(const struct extraction *x, struct text words)
{
    struct text_list ends = signs_of(x, SIGN_PLACE_END);
    return text_code_points(words) > 2 && !is_latin_text(words) && !text_has_digit(words) &&
           text_ends_with_any(words, ends);
}

/* Short, alone in its line, and no sentence. */
static bool is_line_of_row(const struct piece *piece)
{
    size_t width;
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           !piece_looks_like_item(piece) && !text_is_longer(piece->text, ROW_LENGTH) &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           ends_like_heading(piece->text) && find_colon(piece->text, &width) == TEXT_NOT_FOUND;
}

static enum element element_of_line(struct extraction *x, struct text line)
{
    enum element element = element_of_tag(x, line);
    return element == ELEMENT_COUNT && is_place_in_han(x, line) ? ELEMENT_LOCATION : element;
}

/* The lines between a role's name and its first section, two of them such terms at least. */
static bool is_in_row(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t first = index, lines = 0, known = 0, i;
    while (index - first < TAGS_MAX && is_line_of_row(&outline->pieces[first])) {
        size_t before = outline_previous(outline, first);
        if (before == first)
            return false; /* all in front is passed over */
        first = before;
    }
    if (!outline->pieces[first].is_role)
        return false;
    for (i = outline_next(outline, first);
         i < outline->count && lines <= TAGS_MAX && is_line_of_row(&outline->pieces[i]);
         i = outline_next(outline, i), lines++)
        known += element_of_line(x, outline->pieces[i].text) != ELEMENT_COUNT;
    return i < outline->count && lines <= TAGS_MAX && known >= ROW_MIN && 2 * known >= lines &&
           outline->pieces[i].kind == PIECE_HEADING &&
           piece_section(&outline->pieces[i]) != ELEMENT_COUNT;
}

bool fill_tag_row(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (x->role == NULL || x->target.kind != TARGET_NONE || !is_line_of_row(piece) ||
        !is_in_row(x, outline, index))
        return false;
    struct tag tag = {.words = piece->text, .element = element_of_line(x, piece->text)};
    x->clue = CLUE_LINE;
    fill_tag(x, &tag, piece->block->span);
    return true;
}

/* "m/f/d", "all genders": whom a title may not name. */
static bool is_gender_mark(struct extraction *x, struct text words)
{
    static const struct text letters = TEXT_INIT("mwfdxhiMWFDXHI"), marks = TEXT_INIT("/|*");
    for (size_t i = 0; i < words.size; i++)
        if (!text_has(i % 2 == 0 ? letters : marks, (unsigned char)words.data[i]))
            return text_is_any(label_folded(x, words), signs_of(x, SIGN_ALL_GENDERS));
    return words.size > 2 && words.size % 2 == 1;
}

/* "x2", 急招, "part-time": how many are sought, that they are, or on which terms. */
static bool is_term(struct extraction *x, struct text words)
{
    bool is_count = words.size > 1 && (words.data[0] == 'x' || words.data[0] == 'X') &&
                    text_consists_of(text_from(words, 1), TEXT("0123456789"));
    return is_count || is_gender_mark(x, words) || tells_employment(x, words) ||
           text_is_any(label_folded(x, words), signs_of(x, SIGN_PLACE)) ||
           vocabulary_is_hiring(x->vocabulary, x->scratch, words);
}

static const struct text commas = TEXT_INIT(",，、·|"), slash = TEXT_INIT("/");

/* The part that begins there, up to the next of the joints; *at: behind it. */
static struct text next_part(struct text words, struct text joints, size_t *at)
{
    size_t begin = *at, end = *at;
    while (*at < words.size && !text_has(joints, text_next(words, at)))
        end = *at;
    return text_trim(text_slice(words, begin, end));
}

/* Half of the parts, or more, are terms. *any: one is. */
static bool are_half_terms(struct extraction *x, struct text words, struct text joints, bool *any)
{
    size_t parts = 0, terms = 0;
    for (size_t at = 0; at < words.size; parts++)
        terms += is_term(x, next_part(words, joints, &at));
    *any = terms > 0;
    return *any && 2 * terms >= parts;
}

/*
 * All of it, or half of several parts: 「全職/台北」, "part-time, m/f/d".
 *
 * out  *joints  between the parts
 */
static bool are_terms(struct extraction *x, struct text words, struct text *joints)
{
    bool any;
    *joints = commas;
    if (text_is_empty(words) || words.size > TERMS_BYTES)
        return false;
    bool are = are_half_terms(x, words, commas, &any);
    if (any)
        return are;
    *joints = slash;
    return are_half_terms(x, words, slash, &any);
}

/* "Baker" of "Baker (part-time)"; the title: it ends in no brackets. */
static struct text in_front_of_brackets(struct text title, struct text *inside)
{
    static const struct text pairs[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                           {TEXT_INIT("（"), TEXT_INIT("）")},
                                           {TEXT_INIT("["), TEXT_INIT("]")},
                                           {TEXT_INIT("【"), TEXT_INIT("】")}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t open = text_find(title, pairs[i][0], 0), next = open;
        while (text_ends_with(title, pairs[i][1]) && next != TEXT_NOT_FOUND) {
            open = next;
            next = text_find(title, pairs[i][0], open + 1);
        }
        if (open == TEXT_NOT_FOUND || !text_ends_with(title, pairs[i][1]))
            continue;
        size_t begin = open + pairs[i][0].size;
        *inside = text_trim(text_slice(title, begin, title.size - pairs[i][1].size));
        return text_trim(text_slice(title, 0, open));
    }
    return title;
}

/* "Baker" of "Baker – remote"; the title: nothing joins two parts of it. */
static struct text in_front_of_last_joint(struct text title, struct text *behind)
{
    static const struct text joints[] = {TEXT_INIT(" – "), TEXT_INIT(" — "), TEXT_INIT(" - "),
                                         TEXT_INIT(", "), TEXT_INIT("，")};
    size_t last = 0, end = 0;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        for (size_t at = 0; (at = text_find(title, joints[i], at)) != TEXT_NOT_FOUND; at++)
            if (at > last) {
                last = at;
                end = at + joints[i].size;
            }
    *behind = text_trim(text_from(title, end));
    return last == 0 ? title : text_trim(text_slice(title, 0, last));
}

struct text title_without_terms(struct extraction *x, struct text title)
{
    struct text joints;
    while (title.size <= TITLE_BYTES) {
        struct text tail, front = in_front_of_brackets(title, &tail);
        if (front.size == title.size)
            front = in_front_of_last_joint(title, &tail);
        if (front.size == title.size || text_is_empty(front) || !are_terms(x, tail, &joints))
            break;
        title = front;
    }
    return title;
}

/* One of the words' tags says what it is. */
static bool has_known_tag(struct extraction *x, struct text words)
{
    for (size_t at = 0; at < words.size;)
        if (element_of_tag(x, next_tag(x, words, &at, false)) != ELEMENT_COUNT)
            return true;
    return false;
}

/* "part-time" and "m/f/d", joined by a comma; 「全職/台北」: what is left is where. */
static void fill_terms(struct extraction *x, struct text words, struct text joints, struct span at)
{
    for (size_t from = 0; from < words.size;) {
        struct tag tag = {.words = next_part(words, joints, &from)};
        tag.element = element_of_tag(x, tag.words);
        if (tag.element == ELEMENT_COUNT && joints.data == slash.data && !is_term(x, tag.words))
            tag.element = ELEMENT_LOCATION;
        fill_tag(x, &tag, at);
    }
}

void fill_tags(struct extraction *x, struct text words, struct span at)
{
    struct text inside = text_trim_any(words, "()（）[]【】 "), joints;
    if (are_terms(x, inside, &joints)) {
        fill_terms(x, inside, joints, at);
        return;
    }
    if (!has_known_tag(x, words)) {
        fill_aside(x, words, at);
        return;
    }
    for (size_t from = 0; from < words.size;) {
        struct tag tag = {.words = next_tag(x, words, &from, false)};
        tag.element = element_of_tag(x, tag.words);
        fill_tag(x, &tag, at);
    }
}
