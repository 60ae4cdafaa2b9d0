/*
 * What rules tell in articles of their own of an officer told elsewhere: what it takes to hold the
 * post, 「秘書長應具備下列資格之一：」, and what ends or forbids it, 「秘書長有下列情事之一者，應予
 * 解任：」, 「有下列情形之一者，不得擔任秘書長：」. The items below are sections of that role.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/model/list_label.h"

#define LEAD_LENGTH 80 /* characters of such a line, at most */
#define ROLES_MAX 200  /* that such lines are looked for of: a bound on work */

/* Of what the line says that it follows; ELEMENT_COUNT: of neither. */
static enum element condition_of(struct extraction *x, struct text words)
{
    if (!text_holds_any(words, signs_of(x, SIGN_THESE)) ||
        text_ends_with_any(words, signs_of(x, SIGN_STEPS)))
        return ELEMENT_COUNT;
    if (text_holds_any(words, signs_of(x, SIGN_BARS)) ||
        text_holds_any(words, signs_of(x, SIGN_ENDS_OFFICE)))
        return ELEMENT_REMOVAL; /* whoever may not hold it does not keep it */
    return text_ends_with_any(words, signs_of(x, SIGN_QUALITY)) ? ELEMENT_APPOINTMENT
                                                                : ELEMENT_COUNT;
}

/* Behind 「不得擔任」, or in front of what somebody has or must: where the post's name begins. */
static struct text from_name(struct extraction *x, struct text words)
{
    struct text_list bars = signs_of(x, SIGN_BARS);
    for (size_t i = 0; i < bars.count; i++) {
        size_t at = text_find(words, bars.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_from(words, at + bars.texts[i].size);
    }
    words = text_without_any_start(words, signs_of(x, SIGN_OUR_HOUSE));
    return text_without_any_start(words, signs_of(x, SIGN_HOLDS));
}

bool asks_of_holder(struct extraction *x, struct text rest)
{
    return text_starts_with_any(rest, signs_of(x, SIGN_MODAL)) ||
           text_starts_with_any(rest, signs_of(x, SIGN_HAS));
}

/* 秘書長 of 「秘書長 一人」. */
static struct text name_of(const struct extraction *x, const struct piece *piece)
{
    struct text rest;
    return text_is_empty(headcount_beside(x, piece->name, &rest)) ? piece->name : rest;
}

/* The names that the outline has for its roles, the first of them. */
static size_t names_of_roles(const struct extraction *x, const struct outline *outline,
                             struct text names[ROLES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < outline->count && count < ROLES_MAX; i++) {
        const struct piece *piece = &outline->pieces[i];
        struct text name = piece->is_role || piece->is_role_line ? name_of(x, piece) : TEXT("");
        if (!text_is_empty(name))
            names[count++] = name;
    }
    return count;
}

/* The role that the words begin with; empty: none. */
static struct text role_at(struct extraction *x, const struct text *names, size_t count,
                           struct text words)
{
    struct text found = TEXT("");
    for (size_t i = 0; i < count; i++)
        if (names[i].size > found.size && text_starts_with(words, names[i]) &&
            (words.size == names[i].size || asks_of_holder(x, text_from(words, names[i].size))))
            found = names[i];
    return found;
}

void find_condition_leads(struct extraction *x, struct outline *outline)
{
    struct text names[ROLES_MAX];
    size_t count = names_of_roles(x, outline, names);
    for (size_t i = 0; i < outline->count && count > 0; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
        if (!is_line || piece->is_role || piece->is_running || next == outline->count ||
            piece->block->kind == BLOCK_LIST || !piece_is_item(&outline->pieces[next]) ||
            !ends_in_colon(piece->text) || text_code_points(piece->text) > LEAD_LENGTH)
            continue;
        struct text words = name_without_colon(list_label_of(piece->text).rest);
        enum element element = condition_of(x, words);
        struct text role =
            element == ELEMENT_COUNT ? TEXT("") : role_at(x, names, count, from_name(x, words));
        if (text_is_empty(role))
            continue;
        if (piece->block->kind != BLOCK_HEADING)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role_line = piece->is_duties = false;
        piece->label = label_of(element);
        piece->of_role = role;
    }
}
