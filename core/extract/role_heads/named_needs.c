/*
 * Headings of what it takes to hold a post that name it: 「行政經理任職資格」, "Head Teacher – Person
 * specification", "Person specification: Head Teacher". A document that begins with one is about
 * that post, or has such a heading for each of several.
 */
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"

#define HEADING_BYTES 120 /* longer is a sentence */
#define LABEL_MIN 6       /* bytes of 資格: shorter labels are parts of names */

static bool is_label_of_needs(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_APPOINTMENT &&
           !label->needs_context && !label->is_part;
}

static bool is_of_needs(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    return is_label_of_needs(&label);
}

/* "dedicated cooks to join our team" are people whom the house looks for. */
static bool is_post(struct extraction *x, struct text words)
{
    return !text_holds_any(words, signs_of(x, SIGN_SOUGHT_TO_JOIN)) &&
           label_find(x, words).kind == LABEL_UNKNOWN &&
           vocabulary_is_position(x->vocabulary, x->scratch, words);
}

/* The post in front of the label, or behind it; empty: the heading names none. */
static struct text post_in(struct extraction *x, struct text heading)
{
    static const char joints[] = ":：-–—|｜·的之 ";
    struct text label, owner = label_owner(heading, &label); /* "… for the Head Teacher" */
    if (is_of_needs(x, label) && is_post(x, owner))
        return owner;
    for (size_t at = 0; at < heading.size;) {
        text_next(heading, &at);
        if (at == heading.size || splits_word(heading, at))
            continue;
        struct text front = text_slice(heading, 0, at), behind = text_from(heading, at);
        struct text name = text_trim_any(front, joints);
        if (behind.size >= LABEL_MIN && is_of_needs(x, text_trim(behind)) && is_post(x, name))
            return name;
        name = text_trim_any(behind, joints);
        if (front.size >= LABEL_MIN && name.size < behind.size &&
            is_of_needs(x, text_trim(front)) && is_post(x, name))
            return name;
    }
    return TEXT("");
}

/* returns  the heading is one: it is a section of that post */
static bool read_named_needs(struct extraction *x, struct piece *piece)
{
    struct text post = TEXT("");
    if (piece->text.size > HEADING_BYTES)
        return false;
    if (is_label_of_needs(&piece->label) && is_post(x, piece->rest)) {
        post = piece->rest;
        piece->rest = TEXT("");
    } else if (piece->label.kind == LABEL_UNKNOWN)
        post = post_in(x, name_of_line(x, piece->text));
    if (text_is_empty(post))
        return false;
    piece->of_role = post;
    piece->label = label_of(ELEMENT_APPOINTMENT);
    return true;
}

void find_named_needs(struct extraction *x, struct outline *outline)
{
    unsigned level = 0;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || (level > 0 && piece->level != level))
            continue;
        if (!read_named_needs(x, piece) && level == 0)
            return;
        level = piece->level;
    }
}
