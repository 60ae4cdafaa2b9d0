/* What a line is by its words alone: an article, a label, a caption, two sides of a dash. */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/labels/label.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define ARTICLE_LENGTH 8  /* characters of 「第一百零五條」 and the blanks in it */
#define LABEL_LENGTH 40   /* letters of an unknown label in front of a colon */
#define CAPTION_LENGTH 12 /* Han of a caption, with its colon */
#define CAPTION_WORDS 5   /* of one without a colon, between items */
#define ROOMY_LENGTH 60   /* characters of a line that no width ended */

bool is_chapter_label(struct text label)
{
    return text_starts_with(label, TEXT("第")) &&
           (text_find(label, TEXT("章"), 0) != TEXT_NOT_FOUND ||
            text_find(label, TEXT("節"), 0) != TEXT_NOT_FOUND ||
            text_find(label, TEXT("节"), 0) != TEXT_NOT_FOUND ||
            text_find(label, TEXT("部分"), 0) != TEXT_NOT_FOUND);
}

bool is_article_label(struct text label)
{
    return text_starts_with(label, TEXT("第")) && !is_chapter_label(label);
}

bool is_article_line(struct text line)
{
    bool ends = text_ends_with(line, TEXT("條")) || text_ends_with(line, TEXT("条"));
    return ends && text_starts_with(line, TEXT("第")) && text_code_points(line) <= ARTICLE_LENGTH;
}

struct text behind_latin_article(const struct extraction *x, struct text line)
{
    struct list_label found = list_label_of(line);
    bool is_article = text_starts_with_any(line, signs_of(x, SIGN_ARTICLE_OF_RULES)) &&
                      found.kind != LIST_LABEL_NONE;
    return is_article ? found.rest : TEXT("");
}

bool part_at_dash(struct text line, struct text *front, struct text *behind)
{
    static const struct text dashes[] = {TEXT_INIT(" — "), TEXT_INIT(" – "), TEXT_INIT(" - "),
                                         TEXT_INIT("——")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = text_find(line, dashes[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        *front = text_trim(text_slice(line, 0, at));
        *behind = text_trim(text_from(line, at + dashes[i].size));
        return true;
    }
    return false;
}

bool line_begins_like_label(struct text words)
{
    size_t colon = text_find(words, TEXT(":"), 0);
    if (words.data == NULL || colon == TEXT_NOT_FOUND || colon == 0 || colon > LABEL_LENGTH ||
        (colon + 1 < words.size && words.data[colon + 1] != ' ' && words.data[colon + 1] != '\t'))
        return false;
    struct text name = text_slice(words, 0, colon);
    return words.data[0] >= 'A' && words.data[0] <= 'Z' &&
           text_find(name, TEXT(". "), 0) == TEXT_NOT_FOUND &&
           text_find(name, TEXT(","), 0) == TEXT_NOT_FOUND;
}

bool is_caption_line(const struct extraction *x, struct text words)
{
    size_t width;
    if (!is_latin_text(words))
        return ends_in_colon(words) && text_code_points(words) <= CAPTION_LENGTH &&
               !is_clause(x, words) && find_colon(words, &width) + width == words.size;
    return line_begins_like_label(words) && ends_in_colon(words) &&
           text_find(words, TEXT(":"), 0) == words.size - 1;
}

bool is_caption_numbered(struct text words)
{
    return list_label_of(words).kind == LIST_LABEL_CHINESE;
}

bool label_opens_section(const struct label *label, struct text words)
{
    return label->kind == LABEL_ELEMENT && !label->is_part && is_section_label(label) &&
           (ends_in_colon(words) || !label->needs_context);
}

/* "position: absolute" and its like: how a page is laid out, and no position's name. */
static bool is_placement(struct text name, struct text value)
{
    static const char *const places[] = {"absolute", "relative", "fixed", "sticky", "static", NULL};
    value = text_trim_any(value, "\"'`;,");
    size_t end = 0;
    while (end < value.size && (is_ascii_letter(value.data[end]) || value.data[end] == '-'))
        end++; /* "fixed-term cook" is one */
    return text_is(name, "position") && text_is_one_of(text_slice(value, 0, end), places);
}

bool is_declaration(struct text line)
{
    line = text_trim(line);
    size_t colon = text_find(line, TEXT(":"), 0);
    if (colon == TEXT_NOT_FOUND || !begins_in_small_letter(line))
        return false;
    struct text value = text_trim(text_from(line, colon + 1));
    return is_placement(text_trim(text_slice(line, 0, colon)), value) ||
           (text_ends_with(line, TEXT(";")) && text_find(value, TEXT(" "), 0) == TEXT_NOT_FOUND);
}

/* ---- where a line goes on ---- */

bool begins_in_stop(struct text words)
{
    char c = words.size > 0 ? words.data[0] : ' ';
    return c == '.' || c == ',' || c == ';';
}

bool ends_in_comma(struct text words)
{
    return text_ends_with(words, TEXT("，")) || text_ends_with(words, TEXT("、")) ||
           text_ends_with(words, TEXT(","));
}

/* ---- captions between items ---- */

/* "the Garden and", "Friends of the": no line that its author ended. */
static bool ends_within_name(struct extraction *x, struct text words)
{
    size_t begin = words.size;
    while (begin > 0 && words.data[begin - 1] != ' ')
        begin--;
    return is_joint(x, text_from(words, begin)) || ends_in_comma(words);
}

bool is_plain_caption(struct extraction *x, struct text before, struct text line)
{
    size_t blanks = 0;
    for (size_t i = 0; i < line.size; i++)
        blanks += line.data[i] == ' ';
    return !text_is_empty(before) && blanks < CAPTION_WORDS && is_title_case(line) &&
           ends_like_heading(line) && list_label_of(line).kind == LIST_LABEL_NONE &&
           text_code_points(before) <= ROOMY_LENGTH && !ends_within_name(x, before);
}

bool is_caption_between(struct extraction *x, struct text before, struct text line,
                        struct text behind)
{
    struct list_label above = list_label_of(before), below = list_label_of(behind);
    return above.kind == LIST_LABEL_BULLET && below.kind == LIST_LABEL_BULLET &&
           text_equal(above.label, below.label) && is_plain_caption(x, before, line);
}
