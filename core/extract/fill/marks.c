/*
 * Marks behind items: "Latin (D)", "Fetches boxes. E", where a key says that E is essential and D
 * desirable, or several items have them; and whole words in front of them, "Desirable: Latin". They
 * say how much each counts, and are none of its words.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"

#define MARKS_MIN 2    /* items: one alone may be an abbreviation */
#define LETTERS_MAX 2  /* "E", "NE" */
#define KEY_BYTES 120  /* "Key: E = essential, D = desirable" */
#define KEY_LETTERS 20 /* of what a mark is said to mean */

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/* "(D)" and "[D]" at the end, or "E" alone behind a stop; empty: there is none. */
static struct text mark_at_end(struct text words, size_t *begin)
{
    size_t end = words.size;
    bool is_closed = end > 0 && (words.data[end - 1] == ')' || words.data[end - 1] == ']');
    end -= is_closed;
    size_t from = end;
    while (from > 0 && end - from <= LETTERS_MAX && is_capital(words.data[from - 1]))
        from--;
    *begin = from;
    if (end == from || end - from > LETTERS_MAX || from < 2)
        return TEXT("");
    char before = words.data[from - 1];
    if (is_closed) {
        *begin = from - 1;
        return before == '(' || before == '[' ? text_slice(words, from, end) : TEXT("");
    }
    bool is_behind_stop = before == ' ' && words.data[from - 2] == '.';
    return is_behind_stop ? text_slice(words, from, end) : TEXT("");
}

/* What a mark may say of an element's items; FIELD_NONE: they have none. */
static enum field field_of_marks(enum element element)
{
    return element == ELEMENT_APPOINTMENT ? FIELD_APPOINTMENT_NEED
           : element == ELEMENT_DUTIES    ? FIELD_DUTIES_ESSENTIAL
                                          : FIELD_NONE;
}

static struct text code_of(struct extraction *x, enum field field, struct text words)
{
    return vocabulary_code(x->vocabulary, x->scratch, field, words);
}

static bool means_something(struct extraction *x, struct text words)
{
    return !text_is_empty(code_of(x, FIELD_APPOINTMENT_NEED, words)) ||
           !text_is_empty(code_of(x, FIELD_DUTIES_ESSENTIAL, words));
}

void find_marks(struct extraction *x)
{
    size_t marks = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    while (marks < MARKS_MIN && walk_next(walk)) {
        size_t begin;
        if (walk->event != WALK_ENTER || walk->block->kind != BLOCK_PARAGRAPH)
            continue;
        struct text words = text_trim(block_text(x->scratch, walk->block));
        struct text mark = is_latin_text(words) ? mark_at_end(words, &begin) : TEXT("");
        marks += !text_is_empty(mark) && means_something(x, mark);
    }
    x->has_marks = marks >= MARKS_MIN;
}

/* "Essential" of "Essential: a first-aid certificate"; empty: none stands in front of a colon. */
static struct text mark_in_front(struct extraction *x, struct text words, size_t *end)
{
    size_t width, colon = find_colon(words, &width);
    struct text mark = text_trim(text_slice(words, 0, colon == TEXT_NOT_FOUND ? 0 : colon));
    if (text_is_empty(mark) || text_is_longer(mark, KEY_LETTERS) ||
        text_is_empty(code_of(x, FIELD_APPOINTMENT_NEED, mark)))
        return TEXT("");
    *end = colon + width;
    return text_is_blank(text_from(words, *end)) ? TEXT("") : mark;
}

struct text take_mark(struct extraction *x, enum element element, struct text words,
                      struct text *mark)
{
    size_t begin, end;
    *mark = element == ELEMENT_APPOINTMENT ? mark_in_front(x, words, &end) : TEXT("");
    if (!text_is_empty(*mark))
        return text_trim(text_from(words, end));
    enum field field = x->has_marks ? field_of_marks(element) : FIELD_NONE;
    *mark = field == FIELD_NONE ? TEXT("") : mark_at_end(words, &begin);
    if (text_is_empty(*mark) || text_is_empty(code_of(x, field, *mark))) {
        *mark = TEXT("");
        return words;
    }
    return text_trim(text_slice(words, 0, begin));
}

void fill_mark(struct extraction *x, struct records *records, struct record *record,
               struct text mark)
{
    enum field field = field_of_marks(records->element);
    if (!text_is_empty(mark))
        record_set_field(x->handbook, records, record, field,
                         (struct value){code_of(x, field, mark), record->at});
}

/* "E = essential function": a mark, and what it means. */
static bool says_meaning(struct extraction *x, struct text words)
{
    static const struct text opening = TEXT_INIT("(["), signs = TEXT_INIT("=-–:)] ");
    size_t from = 0;
    while (from < words.size && text_has(opening, (unsigned char)words.data[from]))
        from++;
    size_t end = from;
    while (end < words.size && is_capital(words.data[end]))
        end++;
    struct text mark = text_slice(words, from, end), rest = text_from(words, end);
    size_t word = 0;
    for (size_t at = 0; at < rest.size && text_has(signs, text_next(rest, &at)); word = at)
        ;
    struct text meaning = text_from(rest, word);
    size_t blank = text_find(meaning, TEXT(" "), 0);
    struct text first = text_slice(meaning, 0, blank == TEXT_NOT_FOUND ? meaning.size : blank);
    return mark.size > 0 && mark.size <= LETTERS_MAX && word > 0 && means_something(x, mark) &&
           !text_is_longer(meaning, KEY_LETTERS) && means_something(x, text_trim_any(first, ".,;"));
}

bool is_key_of_marks(struct extraction *x, struct text line)
{
    static const struct text joints = TEXT_INIT(",;|/");
    size_t said = 0, width, colon = find_colon(line, &width);
    if (!x->has_marks || line.size > KEY_BYTES || !is_latin_text(line))
        return false;
    struct text words = line;
    if (colon != TEXT_NOT_FOUND && colon > LETTERS_MAX) /* "Key:" */
        words = text_from(line, colon + width);
    for (size_t at = 0, begin = 0; at < words.size; begin = at, said++) {
        size_t end = at;
        while (at < words.size && !text_has(joints, text_next(words, &at)))
            end = at;
        if (!says_meaning(x, text_trim(text_slice(words, begin, end))))
            return false;
    }
    return said > 0;
}
