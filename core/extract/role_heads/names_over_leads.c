/*
 * Names over sentences that call the holder by them: "2.3 Village Orderly" over "The Orderly
 * shall:" and items. Half of such names must be known to be positions'; the sentences say the rest.
 * Those of bodies are another matter (bodies.c).
 */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"

#define LEAD_BYTES 160 /* of a sentence over items */

/* "Orderly shall:" begins with the name, or with the last of its words, and goes on. */
static bool begins_with_end_of(struct text words, struct text name)
{
    for (size_t begin = 0; begin < name.size; begin++) {
        struct text called = text_from(name, begin);
        bool is_word = begin == 0 || name.data[begin - 1] == ' ';
        if (!is_word || called.size >= words.size ||
            !text_equal_ascii_case(text_slice(words, 0, called.size), called))
            continue;
        char next = words.data[called.size];
        if (next == ' ' || next == ':' || next == ',')
            return true;
    }
    return false;
}

/* ... "The Clerk shall:" below "Clerk to the Council", alike. */
static bool begins_with_name(struct extraction *x, struct text words, struct text name)
{
    return begins_with_end_of(words, name) || begins_with_end_of(words, in_front_of_joint(x, name));
}

/* The paragraph is a sentence about the holder, over items. */
static bool is_lead(struct extraction *x, const struct outline *outline, size_t index,
                    struct text name)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    struct text words = text_without_any_start_word(piece->text, signs_of(x, SIGN_ARTICLE));
    return piece->block->kind == BLOCK_PARAGRAPH && piece->kind != PIECE_TABLE &&
           piece->text.size <= LEAD_BYTES && ends_in_colon(piece->text) &&
           words.size < piece->text.size && begins_with_name(x, words, name) &&
           next < outline->count && piece_is_item(&outline->pieces[next]);
}

/* The name in a line over such a sentence; empty: it is no name, or stands over something else. */
static struct text name_over_lead(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_line = piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
                   (piece->is_candidate || piece->is_numbered);
    bool is_heading = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_UNKNOWN;
    if ((!is_line && !is_heading) || next == outline->count || !is_latin_text(piece->text) ||
        !outline_is_name_like(x, piece))
        return TEXT("");
    struct text name = piece->is_role ? piece->name : name_of_line(x, piece->text);
    name = text_without_any_start_word(name, signs_of(x, SIGN_ARTICLE));
    bool is_body = text_ends_with_any_word(in_front_of_joint(x, name), signs_of(x, SIGN_BODY));
    return !is_body && is_lead(x, outline, next, name) ? name : TEXT("");
}

void find_names_over_leads(struct extraction *x, struct outline *outline)
{
    size_t names = 0, positions = 0;
    struct text *found = arena_new_array(x->scratch, outline->count + 1, struct text);
    for (size_t i = 0; i < outline->count; i++) {
        found[i] = name_over_lead(x, outline, i);
        names += !text_is_empty(found[i]);
        positions +=
            !text_is_empty(found[i]) && vocabulary_is_position(x->vocabulary, x->scratch, found[i]);
    }
    for (size_t i = 0; names > 0 && 2 * positions >= names && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (text_is_empty(found[i]) || piece->is_role)
            continue;
        piece->name = found[i];
        piece->guess = label_of(ELEMENT_COUNT);
        name_line_over(x, outline, i, outline_next(outline, i));
    }
}
