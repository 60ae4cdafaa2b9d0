/*
 * Headings beside each other that each name a body or a post and one aspect of it, as the rules of
 * communities have them: 「對維護者的期望」, 「維護者的結構」, 「成為維護者」, 「維護者身份的變更」. What is
 * expected of it are its duties; where another aspect of the same one is told, too, all these are
 * sections of that role.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"

#define ASPECTS_MAX 60   /* headings of one document: a bound on work */
#define HEADING_BYTES 90 /* of a heading that says one */

struct aspect {
    size_t heading;
    enum element element; /* ELEMENT_COUNT: of whom it consists */
    struct text name, key;
};

static bool is_same_letter(char a, char b)
{
    return a == b || ((a ^ b) == 0x20 && is_ascii_letter(a));
}

/* Most headings are told from most patterns by their first and last bytes. */
static bool may_read_so(struct text heading, struct text pattern)
{
    char first = pattern.data[0], last = pattern.data[pattern.size - 1];
    return !text_is_empty(heading) && (first == '*' || is_same_letter(heading.data[0], first)) &&
           (last == '*' || is_same_letter(heading.data[heading.size - 1], last));
}

/* What the star of 「對*的期望」 stands for; empty: the heading does not read so. */
static struct text words_at_star(struct text heading, struct text pattern)
{
    size_t star = text_find(pattern, TEXT("*"), 0);
    struct text front = text_head(pattern, star), end = text_from(pattern, star + 1);
    if (heading.size <= front.size + end.size ||
        !text_equal_ascii_case(text_head(heading, front.size), front) ||
        !text_equal_ascii_case(text_from(heading, heading.size - end.size), end))
        return TEXT("");
    return text_trim(text_slice(heading, front.size, heading.size - end.size));
}

static struct text name_by_any(struct text heading, struct text_list patterns)
{
    for (size_t i = 0; i < patterns.count; i++) {
        struct text name = may_read_so(heading, patterns.texts[i])
                               ? words_at_star(heading, patterns.texts[i])
                               : TEXT("");
        if (!text_is_empty(name))
            return name;
    }
    return TEXT("");
}

/* By what names are compared: "the Maintainers" and "Maintainer" are the same. */
static struct text key_of(struct extraction *x, struct text name)
{
    static const struct text plural = TEXT_INIT("s");
    struct text key = fold_label(x->scratch, label_without_remark(name));
    key = text_without_any_start_word(key, signs_of(x, SIGN_SUBJECT_START));
    bool is_several = is_latin_text(key) && text_ends_with(key, plural);
    return is_several ? text_head(key, key.size - plural.size) : key;
}

/* Maintainers, a committee, the stores; a team alone is the one that the page is about. */
static bool is_of_somebody(struct extraction *x, const struct aspect *aspect)
{
    struct text name = label_without_remark(aspect->name);
    if (is_latin_text(name) && text_is_any(fold_label(x->scratch, name), signs_of(x, SIGN_BODY)))
        return false;
    return vocabulary_is_position(x->vocabulary, x->scratch, name) ||
           vocabulary_is_office(x->vocabulary, x->scratch, name) || is_department(x, name) ||
           is_task_group(x, name) || text_is_any(aspect->key, signs_of(x, SIGN_BESIDE_POSTS)) ||
           (is_latin_text(name) ? text_ends_with_any_word(aspect->key, signs_of(x, SIGN_BODY))
                                : text_ends_with_any(name, signs_of(x, SIGN_BODY)));
}

/* false: the heading says no aspect of anybody. */
static bool read_aspect(struct extraction *x, const struct piece *piece, struct aspect *aspect)
{
    static const struct {
        enum sign sign;
        enum element element;
    } kinds[] = {{SIGN_EXPECTED_OF, ELEMENT_DUTIES},
                 {SIGN_BECOMING, ELEMENT_APPOINTMENT},
                 {SIGN_CEASING, ELEMENT_REMOVAL},
                 {SIGN_CONSISTING, ELEMENT_COUNT}};
    if (piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_HEADING || piece->is_role ||
        piece->text.size > HEADING_BYTES)
        return false;
    struct text heading = name_of_line(x, piece->text);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct text name = name_by_any(heading, signs_of(x, kinds[i].sign));
        if (text_is_empty(name))
            continue;
        *aspect = (struct aspect){.element = kinds[i].element, .name = name};
        aspect->key = key_of(x, name);
        return !text_is_empty(aspect->key);
    }
    return false;
}

/* The same name, or the acronym beside it: 「技術委員會（TSC）」. */
static bool are_of_one(struct extraction *x, const struct aspect *expected,
                       const struct aspect *other)
{
    struct text acronym = fold_label(x->scratch, label_remark(expected->name));
    return text_equal(expected->key, other->key) ||
           (!text_is_empty(acronym) && text_equal(acronym, other->key));
}

/* "Maintainer" of "Becoming a Maintainer"; else as what is expected of it says. */
static struct text role_of(struct extraction *x, const struct aspect *expected,
                           const struct aspect *other, struct text name)
{
    if (other->element != ELEMENT_APPOINTMENT || !is_latin_text(expected->name))
        return name;
    return text_without_any_start_word(other->name, signs_of(x, SIGN_SUBJECT_START));
}

static void mark_aspect(struct outline *outline, const struct aspect *aspect, struct text role)
{
    struct piece *piece = &outline->pieces[aspect->heading];
    piece->of_role = role;
    if (aspect->element != ELEMENT_COUNT)
        piece->label = label_of(aspect->element);
}

/*
 * What is expected, and the other aspects of the same one; false: none of these is told. Snow and
 * the build are nobody, but who is become and ceases to be so is somebody, whatever the name.
 */
static bool mark_aspects(struct extraction *x, struct outline *outline,
                         const struct aspect *aspects, size_t count, size_t expected)
{
    struct text role = aspects[expected].name;
    bool is_told = false, is_told_of[ELEMENT_COUNT + 1] = {false};
    for (size_t i = 0; i < count; i++) {
        bool is_other =
            aspects[i].element != ELEMENT_DUTIES && are_of_one(x, &aspects[expected], &aspects[i]);
        if (is_other)
            role = role_of(x, &aspects[expected], &aspects[i], role);
        is_told |= is_other;
        is_told_of[aspects[i].element] |= is_other;
    }
    bool comes_and_goes = is_told_of[ELEMENT_APPOINTMENT] && is_told_of[ELEMENT_REMOVAL];
    if (!is_told || !(comes_and_goes || is_of_somebody(x, &aspects[expected])))
        return false;
    mark_aspect(outline, &aspects[expected], role);
    for (size_t i = 0; i < count; i++)
        if (aspects[i].element != ELEMENT_DUTIES && are_of_one(x, &aspects[expected], &aspects[i]))
            mark_aspect(outline, &aspects[i], role);
    return true;
}

/* "Expectations from users" beside those is no section of their role: its words are on a page. */
static void part_from_roles(struct outline *outline, const struct aspect *aspects, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct piece *piece = &outline->pieces[aspects[i].heading];
        if (text_is_empty(piece->of_role))
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

void find_aspects(struct extraction *x, struct outline *outline)
{
    struct aspect *aspects = NULL, aspect;
    size_t count = 0;
    for (size_t i = 0; i < outline->count && count < ASPECTS_MAX; i++) {
        if (!read_aspect(x, &outline->pieces[i], &aspect))
            continue;
        if (aspects == NULL)
            aspects = arena_new_array(x->scratch, ASPECTS_MAX, struct aspect);
        aspect.heading = i;
        aspects[count++] = aspect;
    }
    bool are_marked = false;
    for (size_t i = 0; i < count; i++)
        if (aspects[i].element == ELEMENT_DUTIES)
            are_marked |= mark_aspects(x, outline, aspects, count, i);
    if (are_marked)
        part_from_roles(outline, aspects, count);
}
