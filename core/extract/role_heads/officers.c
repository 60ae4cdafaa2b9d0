/*
 * Officers of an association whose rules tell each in a sentence of its own: "It shall be the duty
 * of the president to preside at the meetings.", "The vice president shall preside in the absence
 * of the president." Several below each other, each of another officer, are roles.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define OFFICERS_MIN 3 /* fewer are told in passing */
#define NAME_BYTES 50  /* of an officer's name, with whose it is */

/* "Section 3. The treasurer …": the sentence behind the number of its section. */
static struct text behind_section(struct text line)
{
    static const struct text section = TEXT_INIT("Section ");
    size_t end = text_find(line, TEXT("."), 0);
    bool is_section =
        text_starts_with(line, section) && end != TEXT_NOT_FOUND &&
        text_find(text_slice(line, section.size, end), TEXT(" "), 0) == TEXT_NOT_FOUND;
    return is_section ? text_trim(text_from(line, end + 1)) : list_label_of(line).rest;
}

/* "chapter's recording secretary": without whose it is. */
static struct text without_owner(struct text name)
{
    static const struct text marks[] = {TEXT_INIT("'s "), TEXT_INIT("’s ")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = text_find(name, marks[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_trim(text_from(name, at + marks[i].size));
    }
    return name;
}

/* What stands between the two, where the text begins with the first; empty: it does not. */
static struct text between(struct text text, struct text begin, struct text end)
{
    size_t at = text_starts_with(text, begin) ? text_find(text, end, begin.size) : TEXT_NOT_FOUND;
    return at == TEXT_NOT_FOUND || at > NAME_BYTES + begin.size ? TEXT("")
                                                                : text_slice(text, begin.size, at);
}

/* Whom the sentence gives a duty; empty: nobody. */
static struct text officer_of(struct extraction *x, const struct piece *piece)
{
    static const struct text forms[][2] = {
        {TEXT_INIT("It shall be the duty of the "), TEXT_INIT(" to ")},
        {TEXT_INIT("It is the duty of the "), TEXT_INIT(" to ")},
        {TEXT_INIT("The duties of the "), TEXT_INIT(" shall be ")},
        {TEXT_INIT("The duty of the "), TEXT_INIT(" shall be ")},
        {TEXT_INIT("The "), TEXT_INIT(" shall ")},
        {TEXT_INIT("A "), TEXT_INIT(" shall ")}};
    if ((piece->kind != PIECE_WORDS && piece->kind != PIECE_HEADING) || piece->is_running ||
        piece->is_role || piece->block->kind != BLOCK_PARAGRAPH)
        return TEXT("");
    struct text sentence = behind_section(piece->text), name = TEXT("");
    for (size_t i = 0; i < sizeof forms / sizeof *forms && text_is_empty(name); i++)
        name = without_owner(between(sentence, forms[i][0], forms[i][1]));
    size_t of = text_find(name, TEXT(" of "), 0);
    struct text head = of == TEXT_NOT_FOUND ? name : text_slice(name, 0, of);
    bool is_one = !text_is_empty(head) && !text_ends_with(head, TEXT("s")) &&
                  vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_one ? name : TEXT("");
}

/* Behind the last of a row of such sentences, none of which is of an officer that had one. */
static size_t officers_end(const struct outline *outline, const struct text *names, size_t first)
{
    size_t i = first, officers = 0;
    for (; i < outline->count; i = outline_next(outline, i), officers++) {
        bool is_new = !text_is_empty(names[i]);
        for (size_t k = first; k < i && is_new; k = outline_next(outline, k))
            is_new = !text_equal_ascii_case(names[i], names[k]);
        if (!is_new)
            break;
    }
    return officers < OFFICERS_MIN ? first : i;
}

bool find_officers(struct extraction *x, struct outline *outline)
{
    bool any = false;
    struct text *names = arena_new_array(x->scratch, outline->count + 1, struct text);
    for (size_t i = 0; i < outline->count; i++)
        names[i] = officer_of(x, &outline->pieces[i]);
    for (size_t i = 0; i < outline->count; i++) {
        size_t end = officers_end(outline, names, i);
        for (; i < end; i = outline_next(outline, i)) {
            struct piece *piece = &outline->pieces[i];
            piece->name = names[i];
            piece->rest = behind_section(piece->text);
            piece->kind = PIECE_WORDS;
            piece->is_role_line = any = true;
        }
    }
    return any;
}
