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
#include <string.h>

#define LEAD_LENGTH 80 /* characters of such a line, at most */
#define ROLES_MAX 200  /* that such lines are looked for of: a bound on work */
#define SHARED_MAX 8   /* roles of which one line tells */
#define COPIED_MAX 20  /* such lines: each moves what is behind it */

/* 「…下列情形之一的，終止其職務」: what is said behind the announcement of the cases. */
static bool ends_behind_cases(struct extraction *x, struct text words)
{
    struct text_list these = signs_of(x, SIGN_THESE);
    for (size_t i = 0; i < these.count; i++) {
        size_t at = text_find(words, these.texts[i], 0);
        if (at != TEXT_NOT_FOUND &&
            text_holds_any(text_from(words, at), signs_of(x, SIGN_OFFICE_OVER)))
            return true;
    }
    return false;
}

/* Of what the line says that it follows; ELEMENT_COUNT: of neither. */
static enum element condition_of(struct extraction *x, struct text words)
{
    if (!text_holds_any(words, signs_of(x, SIGN_THESE)) ||
        text_ends_with_any(words, signs_of(x, SIGN_STEPS)))
        return ELEMENT_COUNT;
    if (text_holds_any(words, signs_of(x, SIGN_BARS)) ||
        text_holds_any(words, signs_of(x, SIGN_ENDS_OFFICE)) || ends_behind_cases(x, words))
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
    static const char *const joints[] = {"的", "之", NULL};
    struct text name = text_without_any_start(words, signs_of(x, SIGN_OUR_HOUSE));
    for (size_t i = 0; name.size < words.size && joints[i] != NULL; i++)
        if (text_starts_with(name, text_from_string(joints[i])))
            name = text_from(name, text_from_string(joints[i]).size);
    words = name;
    return text_without_any_start(words, signs_of(x, SIGN_HOLDS));
}

bool asks_of_holder(struct extraction *x, struct text rest)
{
    return text_starts_with_any(rest, signs_of(x, SIGN_MODAL)) ||
           text_starts_with_any(rest, signs_of(x, SIGN_HAS));
}

/* 「在預算範圍內可動用」 without where it holds. */
static struct text behind_bounds(struct text rest)
{
    static const struct text in = TEXT_INIT("在"), comma = TEXT_INIT("，");
    static const struct text ends[] = {TEXT_INIT("内"), TEXT_INIT("內"), TEXT_INIT("下")};
    for (size_t i = 0; text_starts_with(rest, in) && i < sizeof ends / sizeof *ends; i++) {
        size_t at = text_find(rest, ends[i], 0);
        if (at != TEXT_NOT_FOUND)
            rest = text_from(rest, at + ends[i].size);
    }
    return text_starts_with(rest, comma) ? text_from(rest, comma.size) : rest;
}

/* 權限 of 「的權限如下」, 任職條件 of 「之任職條件」. */
static enum element element_of_noun(struct extraction *x, struct text rest)
{
    static const struct text joints[] = {TEXT_INIT("的"), TEXT_INIT("之")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_starts_with(rest, joints[i]))
            rest = text_from(rest, joints[i].size);
    rest = text_without_any_end(rest, signs_of(x, SIGN_AS_FOLLOWS));
    struct label label = label_find(x, text_without_any_end(rest, signs_of(x, SIGN_SAYS_WHAT)));
    bool has_items =
        label.kind == LABEL_ELEMENT && kind_has_items(element_row(label.element)->kind);
    return has_items ? label.element : ELEMENT_COUNT;
}

/* Of what is said behind the name of a post; ELEMENT_COUNT: of nothing that is known. */
static enum element element_behind_name(struct extraction *x, struct text rest)
{
    static const struct text by[] = {TEXT_INIT("由"), TEXT_INIT("從"), TEXT_INIT("从")};
    struct text act = behind_bounds(rest);
    bool is_held = text_holds_any(rest, signs_of(x, SIGN_HOLDS));
    if (text_starts_with_any(act, signs_of(x, SIGN_OFFICE_MAY)) && !is_held)
        return ELEMENT_AUTHORITY;
    struct text who = text_without_any_start(rest, signs_of(x, SIGN_STANDS_FOR));
    struct text need = text_without_any_start(who, signs_of(x, SIGN_MODAL));
    for (size_t i = 0; i < sizeof by / sizeof *by; i++)
        if (text_starts_with(need, by[i]) &&
            text_starts_with_any(text_from(need, by[i].size), signs_of(x, SIGN_NEEDS_START)))
            return ELEMENT_APPOINTMENT;
    bool must = need.size < rest.size;
    if (must && text_starts_with_any(need, signs_of(x, SIGN_NEEDS_START)))
        return ELEMENT_APPOINTMENT;
    return element_of_noun(x, rest);
}

enum element element_of_nameless_lead(struct extraction *x, struct text words)
{
    if (is_latin_text(words) || text_code_points(words) > LEAD_LENGTH)
        return ELEMENT_COUNT;
    words = name_without_colon(words);
    if (text_starts_with_any(words, signs_of(x, SIGN_MAY_ALONE)))
        return ELEMENT_AUTHORITY;
    bool is_case = text_starts_with_any(words, signs_of(x, SIGN_HAS)) ||
                   text_starts_with_any(words, signs_of(x, SIGN_CASE_START));
    enum element element = is_case ? condition_of(x, words) : ELEMENT_COUNT;
    return element == ELEMENT_REMOVAL ? element : ELEMENT_COUNT;
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
            (words.size == names[i].size || asks_of_holder(x, text_from(words, names[i].size)) ||
             text_starts_with_any(text_from(words, names[i].size), signs_of(x, SIGN_CASE_START))))
            found = names[i];
    return found;
}

/* 「有下列情形之一的，免去秘書職務」: the role that the last clause is about; empty: none. */
static struct text role_in_last_clause(struct extraction *x, const struct text *names, size_t count,
                                       struct text words)
{
    static const struct text comma = TEXT_INIT("，");
    static const enum sign fronts[] = {SIGN_MODAL, SIGN_ENDS_OFFICE, SIGN_OFFICE_OVER, SIGN_HOLDS};
    for (size_t at; (at = text_find(words, comma, 0)) != TEXT_NOT_FOUND;)
        words = text_from(words, at + comma.size);
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        words = text_without_any_start(words, signs_of(x, fronts[i]));
    return role_at(x, names, count, words);
}

/*
 * 「司庫可單獨批准」, 「秘書須符合下列要求」, 「會長的權限」: the role that the line begins with, and
 * of what it tells; empty: of none, or nothing that is known.
 */
static struct text role_told_of(struct extraction *x, const struct text *names, size_t count,
                                struct text words, enum element *element)
{
    struct text found = TEXT("");
    words = text_without_any_start(words, signs_of(x, SIGN_OUR_HOUSE));
    struct text held = text_without_any_start(words, signs_of(x, SIGN_HOLDS));
    for (size_t i = 0; i < count; i++) {
        if (names[i].size <= found.size || !text_starts_with(held, names[i]))
            continue;
        struct text rest = text_from(held, names[i].size);
        enum element told = text_is_empty(rest) ? ELEMENT_COUNT : element_behind_name(x, rest);
        if (told == ELEMENT_COUNT)
            continue;
        *element = told;
        found = names[i];
    }
    return found;
}

/* Names in front of the last one, 「理事長、副理事長、秘書長」: whose line it is as well. */
struct shared {
    struct text names[SHARED_MAX];
    size_t count;
};

/*
 * Behind the names in front of the last, each of a position; the words themselves where somebody
 * else stands among them.
 */
static struct text behind_shared(struct extraction *x, struct text words, struct shared *shared)
{
    static const struct text joints[] = {TEXT_INIT("、"), TEXT_INIT("及"), TEXT_INIT("和"),
                                         TEXT_INIT("與"), TEXT_INIT("与")};
    struct text rest = words;
    for (bool goes_on = true; goes_on && shared->count < SHARED_MAX;) {
        goes_on = false;
        for (size_t i = 0; i < sizeof joints / sizeof *joints && !goes_on; i++) {
            size_t at = text_find(rest, joints[i], 0);
            struct text name = text_slice(rest, 0, at == TEXT_NOT_FOUND ? 0 : at);
            if (at == TEXT_NOT_FOUND || !vocabulary_is_position(x->vocabulary, x->scratch, name))
                continue;
            shared->names[shared->count++] = name;
            rest = text_from(rest, at + joints[i].size);
            goes_on = true;
        }
    }
    return rest;
}

/* Of 「秘書長必須具備…」 the post in front of what its holder must have; empty: none is named. */
static struct text post_at(struct extraction *x, struct text words)
{
    for (size_t at = 0; at < words.size && at < LEAD_LENGTH;) {
        text_next(words, &at);
        struct text name = text_slice(words, 0, at);
        if (asks_of_holder(x, text_from(words, at)) &&
            vocabulary_is_position(x->vocabulary, x->scratch, name))
            return name;
    }
    return TEXT("");
}

static bool is_named(const struct text *names, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(names[i], name))
            return true;
    return false;
}

/* The roles that the line is about; none, where none of them is told of elsewhere. */
static struct shared roles_of_line(struct extraction *x, const struct text *names, size_t count,
                                   struct text words)
{
    struct shared found = {.count = 0};
    struct text last = role_at(x, names, count, words);
    if (!text_is_empty(last)) {
        found.names[found.count++] = last;
        return found;
    }
    struct text rest = behind_shared(x, words, &found);
    last = found.count == 0 || found.count == SHARED_MAX ? TEXT("") : post_at(x, rest);
    bool is_known = is_named(names, count, last);
    for (size_t i = 0; i < found.count; i++)
        is_known |= is_named(names, count, found.names[i]);
    if (text_is_empty(last) || !is_known)
        found.count = 0;
    else
        found.names[found.count++] = last;
    return found;
}

/* The pieces [lead, end), for each of the roles behind the first once more. */
static void copy_for_others(struct extraction *x, struct outline *outline, size_t lead, size_t end,
                            const struct shared *roles)
{
    size_t size = end - lead, added = (roles->count - 1) * size, count = outline->count;
    for (size_t i = 0; i < added; i++)
        arena_push(x->scratch, outline->pieces, outline->count, outline->capacity);
    struct piece *pieces = outline->pieces;
    memmove(&pieces[end + added], &pieces[end], (count - end) * sizeof *pieces);
    for (size_t k = 1; k < roles->count; k++) {
        memcpy(&pieces[lead + k * size], &pieces[lead], size * sizeof *pieces);
        pieces[lead + k * size].of_role = text_copy(x->arena, roles->names[k]);
    }
}

/* Behind the list below the lead, or the items that look alike. */
static size_t items_end(const struct outline *outline, size_t lead)
{
    size_t first = outline_next(outline, lead), end = first + 1;
    unsigned look = piece_look(&outline->pieces[first]);
    while (outline->pieces[first].block->kind != BLOCK_LIST && end < outline->count &&
           piece_look(&outline->pieces[end]) == look)
        end++;
    return end;
}

static bool may_lead(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
    return is_line && !piece->is_role && !piece->is_running && next < outline->count &&
           piece->block->kind != BLOCK_LIST && piece_is_item(&outline->pieces[next]) &&
           ends_in_colon(piece->text) && text_code_points(piece->text) <= LEAD_LENGTH;
}

void find_condition_leads(struct extraction *x, struct outline *outline)
{
    struct text names[ROLES_MAX];
    size_t count = names_of_roles(x, outline, names), copied = 0;
    for (size_t i = 0; i < outline->count && count > 0; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!may_lead(outline, i))
            continue;
        struct text words = name_without_colon(list_label_of(piece->text).rest);
        enum element element = condition_of(x, words);
        struct shared roles = {.count = 0};
        if (element != ELEMENT_COUNT)
            roles = roles_of_line(x, names, count, from_name(x, words));
        struct text role = TEXT("");
        if (roles.count == 0 && element == ELEMENT_REMOVAL)
            role = role_in_last_clause(x, names, count, words);
        else if (roles.count == 0)
            role = role_told_of(x, names, count, words, &element);
        if (!text_is_empty(role))
            roles.names[roles.count++] = role;
        if (roles.count == 0)
            continue;
        if (piece->block->kind != BLOCK_HEADING)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role_line = piece->is_duties = false;
        piece->label = label_of(element);
        piece->of_role = text_copy(x->arena, roles.names[0]);
        if (roles.count > 1 && copied++ < COPIED_MAX) {
            size_t end = items_end(outline, i);
            copy_for_others(x, outline, i, end, &roles);
            i += roles.count * (end - i) - 1;
        }
    }
}
