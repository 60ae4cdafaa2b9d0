/*
 * A heading over a purpose or a scope may be a role's name, and may be the title of a procedure, a
 * chapter of a manual or a clause of a standard. Where the name itself is no position's, what the
 * role would say is weighed in points:
 *
 * for      duties and conditions, the more where a label of the vocabulary has them; a place, a
 *          superior, hours, pay
 * against  three or more sections that nothing is known of; a name that is called like a paper, a
 *          step or a time, or like an act or a state ("Planning", "Access control"); other such
 *          titles in the same file
 *
 * Roles beside each other that say the same of themselves are a series, and stay.
 */
#include "core/extract/evidence/page_titles.h"
#include "core/base/script.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include <stdlib.h>

#define POINTS_LABELLED_DUTIES 3
#define POINTS_LABELLED_NEEDS 3
#define SECTIONS_MANY 3 /* that nothing is known of */
#define KNOWN_SHARE 3   /* of roles, at least a third */
#define POINTS_PAPER 2  /* against a name that is called so */

/* ---- names ---- */

/* The last word in front of "of", "for" and the like: what the name is the name of. */
static struct text head_noun(struct extraction *x, struct text folded)
{
    struct text front = in_front_of_joint(x, folded);
    size_t begin = front.size;
    while (begin > 0 && front.data[begin - 1] != ' ')
        begin--;
    return text_from(front, begin);
}

/* "Planning", "Measurement": an act or a state. */
static bool is_act_or_state(const struct extraction *x, struct text noun)
{
    return is_latin_text(noun) && text_ends_with_any(noun, signs_of(x, SIGN_ACT_NOUN_END));
}

static bool is_called_like_paper(struct extraction *x, struct text name)
{
    return vocabulary_is_no_role(x->vocabulary, x->scratch, name) || is_part_of_plan(x, name);
}

/* What speaks against one part of it, in points. */
static int points_against_part(struct extraction *x, struct text part)
{
    return is_called_like_paper(x, part)
               ? POINTS_PAPER
               : is_act_or_state(x, head_noun(x, fold_label(x->scratch, part)));
}

/* What speaks against it in its words alone: the most that one part between dashes does. */
static int points_against_name(struct extraction *x, struct text title)
{
    struct text name = label_without_remark(title), front, behind;
    int most = points_against_part(x, name);
    while (most < POINTS_PAPER && part_at_dash(name, &front, &behind)) {
        int points = points_against_part(x, front), rest = points_against_part(x, behind);
        points = points > rest ? points : rest;
        most = points > most ? points : most;
        name = behind;
    }
    return most;
}

/* ---- what the role says ---- */

static bool has_label(struct extraction *x, const struct records *records)
{
    return !text_is_empty(records->heading) &&
           label_find(x, records->heading).kind == LABEL_ELEMENT;
}

static int points_for_section(struct extraction *x, const struct role *role, enum element element,
                              int labelled)
{
    const struct records *records = role_records(role, element);
    return records->count == 0 ? 0 : has_label(x, records) ? labelled : 1;
}

static size_t count_other(const struct role *role)
{
    size_t count = 0;
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        count++;
    return count;
}

static int points_of(struct extraction *x, const struct role *role)
{
    static const enum element told[] = {ELEMENT_LOCATION, ELEMENT_REPORTS_TO, ELEMENT_CONDITIONS,
                                        ELEMENT_REWARDS, ELEMENT_AUTHORITY};
    int points = points_for_section(x, role, ELEMENT_DUTIES, POINTS_LABELLED_DUTIES) +
                 points_for_section(x, role, ELEMENT_APPOINTMENT, POINTS_LABELLED_NEEDS);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        points += points_for_section(x, role, told[i], 1);
    return points - (count_other(role) >= SECTIONS_MANY) - (x->page_title_count > 0);
}

/* ---- which are titles of pages ---- */

/* Where a block stands among the others of its source. */
static uint32_t place_of(struct span span)
{
    return span_is_text(span) ? span.begin : span.paragraph;
}

/*
 * A heading of the document, or a line of its own, has the name: it begins at *block, or behind it.
 * Both go through the document once.
 */
static bool is_named_by_line(const struct role *role, const struct block **block)
{
    const struct records *title = role_records(role, ELEMENT_TITLE);
    if (!is_filled(title) || !text_is_empty(title->heading) || is_named_by_file(role))
        return false;
    struct span at = title->rows[0].at;
    while (*block != NULL && place_of((*block)->span) < place_of(at))
        *block = (*block)->next;
    bool is_line =
        *block != NULL && ((*block)->kind == BLOCK_HEADING || (*block)->kind == BLOCK_PARAGRAPH);
    return is_line && at.table == 0 && place_of((*block)->span) == place_of(at);
}

/* The front matter, above all blocks, has the name. */
static bool is_named_by_front_matter(const struct extraction *x, const struct role *role)
{
    const struct records *title = role_records(role, ELEMENT_TITLE);
    const struct block *first = x->document->blocks;
    return x->document->metadata != NULL && is_filled(title) && first != NULL &&
           !is_named_by_file(role) && place_of(title->rows[0].at) < place_of(first->span);
}

bool is_called_otherwise(struct extraction *x, struct text title)
{
    struct text name = label_without_remark(title);
    struct text noun = head_noun(x, fold_label(x->scratch, name));
    return vocabulary_is_no_role(x->vocabulary, x->scratch, name) && !is_department(x, name) &&
           (!is_latin_text(name) || vocabulary_is_position(x->vocabulary, x->scratch, noun));
}

static bool is_known_name(struct extraction *x, struct text title)
{
    struct text name = label_without_remark(title);
    if (is_called_otherwise(x, title))
        return false;
    return title_holds_position(x, title) || is_department(x, name) ||
           vocabulary_is_position(x->vocabulary, x->scratch, name) ||
           vocabulary_is_office(x->vocabulary, x->scratch, name);
}

static bool say_the_same(const struct role *one, const struct role *other)
{
    for (size_t e = 0; other != NULL && e < ELEMENT_ROLE_COUNT; e++)
        if ((one->values[e].count == 0) != (other->values[e].count == 0))
            return false;
    return other != NULL;
}

/* "Purpose" and "Scope" as procedures begin. */
static bool begins_like_procedure(const struct role *role)
{
    return role_records(role, ELEMENT_PURPOSE)->count > 0 &&
           role_records(role, ELEMENT_SCOPE)->count > 0;
}

static bool is_title_of_page(struct extraction *x, const struct role *role,
                             const struct role *before)
{
    if (is_known_name(x, role_title(role)))
        return false;
    int against = points_against_name(x, role_title(role));
    bool is_paper = against >= POINTS_PAPER;
    bool is_in_series = say_the_same(role, before) || say_the_same(role, role->next);
    bool says_more = role->other != NULL || begins_like_procedure(role);
    if (!is_paper && (is_in_series || !says_more))
        return false;
    return points_of(x, role) - against <= 0;
}

bool is_over_roles(const struct role *role)
{
    if (role == NULL)
        return false;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && role->values[e].state != STATE_ABSENT)
            return false;
    return role->next != NULL && role->next->next != NULL;
}

static int compare_places(const void *one, const void *other)
{
    uint32_t a = place_of(*(const struct span *)one), b = place_of(*(const struct span *)other);
    return (a > b) - (a < b);
}

bool find_page_titles(struct extraction *x)
{
    struct span *titles =
        arena_new_array(x->scratch, x->page_title_count + x->handbook->role_count, struct span);
    size_t count = x->page_title_count, before = count;
    for (size_t i = 0; i < count; i++)
        titles[i] = x->page_titles[i];
    x->keeps_front_matter = false;
    const struct role *previous = NULL;
    const struct block *block = x->document->blocks;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        bool is_of_file = is_named_by_front_matter(x, role);
        x->keeps_front_matter |= is_of_file;
        bool is_named = is_of_file || is_named_by_line(role, &block);
        if (is_named && (is_title_of_page(x, role, previous) ||
                         (is_of_file && is_over_roles(role)))) { /* 「幹部與指導老師」 */
            titles[count++] = role_records(role, ELEMENT_TITLE)->rows[0].at;
            x->keeps_front_matter &= !is_of_file;
        }
        previous = role;
    }
    qsort(titles, count, sizeof *titles, compare_places);
    x->page_titles = titles;
    x->page_title_count = count;
    return count > before;
}

bool are_known_names(struct extraction *x)
{
    size_t known = 0;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct text name = label_without_remark(role_title(role));
        if (text_is_empty(name))
            return false;
        known += vocabulary_is_position(x->vocabulary, x->scratch, name) ||
                 vocabulary_is_office(x->vocabulary, x->scratch, name) || is_department(x, name);
    }
    return known > 0 && KNOWN_SHARE * known >= x->handbook->role_count;
}

bool is_page_title(const struct extraction *x, struct span at)
{
    return at.table == 0 && x->page_title_count > 0 &&
           bsearch(&at, x->page_titles, x->page_title_count, sizeof at, compare_places) != NULL;
}
