/*
 * Whether a title is the name of a position, or tells of one. A position's name has its noun in
 * front of "of", "for" or a comma, and speaks to nobody.
 */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"

/* "Thank your nurses", "Don't wait for volunteers": said to who reads it. */
static bool is_address(struct text word)
{
    static const char *const words[] = {"you",   "your", "our",   "we",    "us", "don't",
                                        "don’t", "let",  "let's", "let’s", NULL};
    return text_is_one_of(word, words);
}

/* "Nurse role description", "Nurse II": behind the noun, and no other one. */
static bool is_appended(struct extraction *x, struct text word)
{
    return text_is_any(word, signs_of(x, SIGN_APPENDED)) ||
           text_consists_of(word, TEXT("0123456789-.–")) ||
           vocabulary_is_rank(x->vocabulary, x->scratch, word);
}

/* The words from begin up to the next mark that parts a title; *next: behind that. */
static struct text part_of_title(struct text title, size_t begin, size_t *next)
{
    static const struct text marks = TEXT_INIT(",:;()[]|/+&–—");
    for (size_t at = begin; at < title.size; at = *next) {
        *next = at;
        uint32_t c = text_next(title, next);
        bool is_dash = c == '-' && at > 0 && title.data[at - 1] == ' ';
        if (is_dash || text_has(marks, c))
            return text_slice(title, begin, at);
    }
    *next = title.size;
    return text_from(title, begin);
}

/* *speaks: it is said to somebody, whatever else it is. */
static bool part_ends_in_position(struct extraction *x, struct text part, bool *speaks)
{
    bool is_position = false, is_behind = false;
    for (size_t begin = 0, end; begin < part.size; begin = end + 1) {
        end = text_find(part, TEXT(" "), begin);
        end = end == TEXT_NOT_FOUND ? part.size : end;
        struct text word = text_slice(part, begin, end);
        *speaks |= is_address(word);
        is_behind |= is_joint(x, word); /* the noun stands in front of it */
        if (!is_behind && !text_is_empty(word) && !(is_position && is_appended(x, word)))
            is_position = vocabulary_is_position(x->vocabulary, x->scratch, word);
    }
    return is_position;
}

bool title_names_position(struct extraction *x, struct text title)
{
    if (!is_latin_text(title))
        return vocabulary_is_position(x->vocabulary, x->scratch, title);
    bool names = false,
         speaks = is_about_holders(x, title) || is_clause(x, title) ||
                  (vocabulary_opening(x->vocabulary, x->scratch, title) != ELEMENT_COUNT &&
                   !reads_like_position(x, title));
    for (size_t begin = 0, next; begin < title.size && !speaks; begin = next)
        names |= part_ends_in_position(x, text_trim(part_of_title(title, begin, &next)), &speaks);
    return names && !speaks;
}

static bool has_heading_of_role(struct extraction *x)
{
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next) {
        if (block->kind != BLOCK_HEADING)
            continue;
        struct label label = label_find(x, text_trim(block_text(x->scratch, block)));
        if (label.kind == LABEL_ELEMENT &&
            (label.element == ELEMENT_DUTIES || label.element == ELEMENT_APPOINTMENT))
            return true;
    }
    return false;
}

bool is_titled_as_page(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (text_equal_ascii_case(m->key, TEXT("title")))
            return !title_names_position(x, m->value) && !has_heading_of_role(x);
    return false;
}
