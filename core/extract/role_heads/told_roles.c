/*
 * Headings whose words below say of the one who is named what it is or does: "Peer review lead"
 * over "The peer review lead is responsible for …". Beside roles in another chapter, or where
 * several headings of one level are told of so, they are roles.
 */
#include "core/base/script.h"
#include "core/extract/labels/latin_words.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/model/fold.h"

#define TOLD_MIN 3      /* of one level, where nothing else names a role */
#define PARAGRAPHS 3    /* below the heading, of which one says the name */
#define SUBJECT_WORDS 7 /* in front of the verb, at most */

/* The next word from *at on, without an "s" that makes it several; empty: there is none. */
static struct text next_word(struct text folded, size_t *at)
{
    while (*at < folded.size && !is_folded_letter(folded.data[*at]))
        (*at)++;
    size_t begin = *at;
    while (*at < folded.size && folded.data[*at] != ' ' && folded.data[*at] != '.')
        (*at)++;
    struct text word = text_trim_any(text_slice(folded, begin, *at), ",;:()\"'");
    bool is_several =
        word.size > 2 && text_ends_with(word, TEXT("s")) && !text_ends_with(word, TEXT("ss"));
    return is_several ? text_slice(word, 0, word.size - 1) : word;
}

static struct text last_word(struct text name)
{
    struct text last = TEXT(""), word;
    for (size_t at = 0; !text_is_empty(word = next_word(name, &at));)
        last = word;
    return last;
}

/* "is", "will", "role", "oversees": what stands right behind the one who is spoken of. */
static bool is_verb(struct extraction *x, struct text rest)
{
    static const char *const words[] = {
        "is ",   "are ",    "shall ",  "will ", "should ", "must ",  "may ",   "can ",
        "has ",  "have ",   "also ",   "role ", "team ",   "serve ", "serves", "act ",
        "acts ", "member ", "members", "who ",  "do ",     "does ",  NULL};
    size_t end = 0;
    struct text word = next_word(rest, &end);
    return text_starts_with_one_of(text_trim(rest), words) ||
           vocabulary_opening(x->vocabulary, x->scratch, word) == ELEMENT_DUTIES;
}

/* The sentence is about the one whose name it is: "The Editor in Chief role is a rotating …". */
static bool is_about(struct extraction *x, struct text words, struct text name)
{
    static const char *const articles[] = {"the", "a", "an", "our", "each", "all", "every", NULL};
    struct text folded = fold_text(x->scratch, words), last = last_word(name);
    size_t at = 0;
    struct text word = next_word(folded, &at);
    if (text_starts_with_one_of(word, articles) && word.size <= 5 && !has_latin_word(name, word))
        word = next_word(folded, &at);
    if (!has_latin_word(name, word))
        return false;
    for (int i = 0; i < SUBJECT_WORDS && !text_is_empty(word); i++) {
        if (text_equal(word, last))
            return is_verb(x, text_from(folded, at));
        word = next_word(folded, &at);
    }
    return false;
}

static bool is_told(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (piece->is_role || piece->guess.kind == LABEL_ELEMENT || !is_latin_text(piece->text) ||
        !outline_is_position(x, piece) || !heading_may_be_role(x, outline, heading))
        return false;
    struct text name = fold_text(x->scratch, name_of_line(x, piece->text));
    size_t next = outline_next(outline, heading);
    for (int i = 0; i < PARAGRAPHS && next < outline->count; i++) {
        const struct piece *below = &outline->pieces[next];
        if (below->kind != PIECE_WORDS)
            break;
        if (below->block->kind == BLOCK_PARAGRAPH && is_about(x, below->text, name))
            return true;
        next = outline_next(outline, next);
    }
    return false;
}

/* Of "The Night Porter is responsible for:", the position; empty: the line says nothing so. */
static struct text who_is_responsible(struct extraction *x, const struct piece *piece)
{
    struct text_list verbs = signs_of(x, SIGN_RESPONSIBLE_FOR);
    struct text name = TEXT("");
    for (size_t i = 0; i < verbs.count; i++) {
        size_t at = text_find(piece->text, verbs.texts[i], 0);
        struct text who = text_slice(piece->text, 0, at == TEXT_NOT_FOUND ? 0 : at);
        struct text bare = text_without_any_start_word(who, signs_of(x, SIGN_ARTICLE));
        if (bare.size < who.size)
            name = bare;
    }
    bool is_name = piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
                   ends_in_colon(piece->text) && is_title_case(name) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_name ? name : TEXT("");
}

static bool names_position(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->begins_role || (piece->is_role && outline_is_position(x, piece)))
            return true;
    }
    return false;
}

/* Such lines below "Roles", where nothing else names a position: the title is the book's then. */
static void find_responsible(struct extraction *x, struct outline *outline)
{
    bool is_below_roles = false;
    if (x->role != NULL || names_position(x, outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->block->kind == BLOCK_HEADING)
            is_below_roles = words_announce_roles(x, piece->text);
        struct text name = is_below_roles ? who_is_responsible(x, piece) : TEXT("");
        if (text_is_empty(name))
            continue;
        outline->pieces[0].is_role = outline->pieces[0].is_duties = false;
        piece->is_role = piece->is_duties = true;
        piece->level = LEVEL_NAMED; /* above the captions of its sections */
        piece->name = name;
    }
}

void find_told_roles(struct extraction *x, struct outline *outline)
{
    size_t told[LEVEL_NAMED + 1] = {0};
    bool has_role[LEVEL_NAMED + 1] = {false};
    bool *is_told_of = arena_new_array(x->scratch, outline->count + 1, bool);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level >= LEVEL_NAMED)
            continue;
        is_told_of[i] = is_told(x, outline, i);
        told[piece->level] += is_told_of[i];
        has_role[piece->level] |= piece->is_role && outline_is_position(x, piece);
    }
    for (size_t i = 0; i < outline->count; i++) {
        unsigned level = outline->pieces[i].level;
        if (is_told_of[i] && (has_role[level] || told[level] >= TOLD_MIN))
            mark_heading_role(x, outline, i);
    }
    find_responsible(x, outline);
}
