/*
 * Bodies that rules and plans tell of: "Boat Committee" as a heading over "The committee shall:",
 * or over "The Boat Committee shall paint the boats.", is a role, as the officers beside it are.
 */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"

#define BODIES_MIN 2   /* where nothing else is a role */
#define LEADS_MAX 8    /* of one body, over its powers, its duties …: a bound on work */
#define TOLD_MAX 3     /* sentences below its name, of which one tells what it does */
#define LEAD_BYTES 200 /* of a sentence over items */

/* The body of which the heading is the name and no more; empty: it is none's. */
static struct text body_of(struct extraction *x, const struct piece *piece)
{
    static const struct text parts = TEXT_INIT(";:,?/&");
    struct text words = behind_latin_article(x, piece->text);
    words = text_trim_any(text_is_empty(words) ? name_of_line(x, piece->text) : words, " .-–");
    words = text_without_any_start_word(words, signs_of(x, SIGN_ARTICLE));
    struct text head = in_front_of_joint(x, words);
    for (size_t i = 0; i < words.size; i++)
        if (text_find(parts, text_slice(words, i, i + 1), 0) != TEXT_NOT_FOUND)
            return TEXT("");
    bool is_one = text_ends_with_any_word(head, signs_of(x, SIGN_BODY)) &&
                  (head.size == words.size ||
                   text_starts_with(text_trim(text_from(words, head.size)), TEXT("of ")));
    return is_one && outline_is_name_like(x, piece) ? words : TEXT("");
}

/* "the committee", "Board of Directors": the words call the body so. */
static bool calls_body(struct extraction *x, struct text words, struct text body)
{
    struct text called = fold_text(x->scratch, words), name = fold_text(x->scratch, body);
    return !text_is_empty(called) && text_find(name, called, 0) != TEXT_NOT_FOUND &&
           text_ends_with_any_word(in_front_of_joint(x, words), signs_of(x, SIGN_BODY));
}

/* "To meet its goal, the committee shall:": it says that the items are what the body does. */
static bool is_lead(struct extraction *x, const struct piece *piece, struct text body)
{
    static const struct text mark = TEXT_INIT("…");
    struct text words = name_without_colon(piece->text);
    struct text_list forms = signs_of(x, SIGN_OFFICER_LEADS);
    if (piece->block->kind != BLOCK_PARAGRAPH || words.size == piece->text.size ||
        words.size > LEAD_BYTES)
        return false;
    struct text small = fold_text(x->scratch, words);
    for (size_t i = 0; i < forms.count; i++) {
        size_t gap = text_find(forms.texts[i], mark, 0), at = 0;
        struct text before = fold_text(x->scratch, text_slice(forms.texts[i], 0, gap));
        struct text behind = fold_text(x->scratch, text_from(forms.texts[i], gap + mark.size));
        size_t end = small.size > behind.size ? small.size - behind.size : 0;
        if (text_is_empty(behind) || !text_ends_with(small, behind))
            continue;
        for (; (at = text_find(small, before, at)) != TEXT_NOT_FOUND; at += before.size)
            if (at + before.size < end &&
                calls_body(x, text_trim(text_slice(small, at + before.size, end)), body))
                return true;
    }
    return false;
}

/* What stands below the lead are items. */
static bool is_over_items(const struct outline *outline, size_t lead)
{
    size_t next = outline_next(outline, lead);
    return next < outline->count && piece_is_item(&outline->pieces[next]);
}

/*
 * The leads below the heading, up to the next of its level.
 *
 * out      leads    their places
 * returns  how many
 */
static size_t leads_below(struct extraction *x, const struct outline *outline, size_t heading,
                          struct text body, size_t *leads)
{
    size_t end = outline_end_below(outline, heading), count = 0;
    for (size_t i = outline_next(outline, heading); i < end && count < LEADS_MAX;
         i = outline_next(outline, i))
        if (is_lead(x, &outline->pieces[i], body) && is_over_items(outline, i))
            leads[count++] = i;
    return count;
}

/* "The Boat Committee shall paint the boats.": whom and what the sentence is about. */
static bool tells_of_body(struct extraction *x, const struct piece *piece, struct text body)
{
    struct officer officer;
    return read_officer(x, piece->text, false, &officer) && officer.is_sure &&
           calls_body(x, officer.name, body) &&
           !text_holds_any(first_words_of(x, officer.rest), signs_of(x, SIGN_COMPOSITION));
}

/* Such a sentence right below the heading, or behind one about who is in the body. */
static bool is_told_below(struct extraction *x, const struct outline *outline, size_t heading,
                          struct text body)
{
    size_t i = outline_next(outline, heading);
    for (size_t seen = 0; seen < TOLD_MAX && i < outline->count; seen++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_WORDS || piece->is_role_line ||
            piece->block->kind != BLOCK_PARAGRAPH || !text_ends_with(piece->text, TEXT(".")))
            return false;
        if (tells_of_body(x, piece, body))
            return true;
        i = outline_next(outline, i);
    }
    return false;
}

static bool may_be_body(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->label.kind == LABEL_UNKNOWN && !piece->is_role &&
           !piece->is_running && text_is_empty(piece->name);
}

/* Those over its powers open these, and all others its duties. */
static void mark_leads(struct extraction *x, struct outline *outline, size_t heading,
                       struct text body)
{
    size_t leads[LEADS_MAX], count = leads_below(x, outline, heading, body, leads);
    for (size_t i = 0; i < count; i++) {
        struct piece *lead = &outline->pieces[leads[i]];
        bool is_power = text_holds_any(fold_text(x->scratch, lead->text), signs_of(x, SIGN_MAY));
        name_nobody(lead);
        lead->kind = PIECE_HEADING;
        lead->level = LEVEL_PSEUDO;
        lead->label = label_of(is_power ? ELEMENT_AUTHORITY : ELEMENT_DUTIES);
    }
}

/*
 * "**Election process:**" below a body's duties: rules about what it has charge of, whoever is
 * bound by them, and no more duties of it.
 */
static void mark_captions_of_rules(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading);
    for (size_t i = heading + 1; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->block->kind != BLOCK_PARAGRAPH || !piece->is_strong || piece->is_role ||
            piece_section(piece) == ELEMENT_DUTIES || !ends_like_heading(piece->text) ||
            !text_ends_with_any_word(name_without_colon(piece->text),
                                     signs_of(x, SIGN_CAPTION_OF_RULES)))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_PSEUDO;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
        piece->label.kind = LABEL_OTHER;
    }
}

static void mark_body(struct extraction *x, struct outline *outline, size_t heading,
                      struct text body, bool is_told)
{
    struct piece *piece = &outline->pieces[heading];
    piece->is_role = true;
    piece->is_duties = is_told;
    piece->name = body;
    piece->guess = label_of(ELEMENT_COUNT);
    mark_leads(x, outline, heading, body);
    mark_captions_of_rules(x, outline, heading);
}

/* The first of the document's words say that it is the rules of a house. */
static bool are_rules(struct extraction *x, const struct outline *outline)
{
    size_t first = outline->count > 0 && outline->pieces[0].kind == PIECE_SKIPPED
                       ? outline_next(outline, 0)
                       : 0;
    return first < outline->count &&
           text_holds_any(fold_text(x->scratch, outline->pieces[first].text),
                          signs_of(x, SIGN_TITLE_OF_RULES));
}

void find_bodies(struct extraction *x, struct outline *outline)
{
    size_t bodies = 0, roles = 0, leads[LEADS_MAX];
    struct text *names = arena_new_array(x->scratch, outline->count + 1, struct text);
    bool *is_told = arena_new_array(x->scratch, outline->count + 1, bool);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        roles += piece->is_role || piece->is_role_line;
        struct text body = may_be_body(piece) ? body_of(x, piece) : TEXT("");
        is_told[i] = !text_is_empty(body) && is_told_below(x, outline, i, body);
        if (text_is_empty(body) || (!is_told[i] && leads_below(x, outline, i, body, leads) == 0))
            continue;
        names[i] = body;
        bodies++;
    }
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role && piece->kind == PIECE_HEADING &&
            text_ends_with_any_word(in_front_of_joint(x, piece->name), signs_of(x, SIGN_BODY))) {
            mark_leads(x, outline, i, piece->name);
            mark_captions_of_rules(x, outline, i);
        }
    }
    bool are_enough = bodies >= BODIES_MIN || roles > 0 || are_rules(x, outline);
    for (size_t i = 0; are_enough && i < outline->count; i++)
        if (!text_is_empty(names[i]))
            mark_body(x, outline, i, names[i], is_told[i]);
}
