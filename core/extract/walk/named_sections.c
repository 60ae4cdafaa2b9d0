/*
 * Sections that say in their heading whose they are, behind other roles: 「貢獻者升級為提交者」 is
 * what it takes to be the second, 「提交者降級為貢獻者」 how the first ceases to be one.
 */
#include "core/extract/outline/outline.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include <string.h>

#define NAME_MIN 2      /* Han of a name that is looked for in a heading: 員 is in many words */
#define ROLES_MAX 50    /* that are looked for: a bound on work */
#define HEADING_MAX 200 /* bytes, alike */

/* Where the name stands in the words, on its own; TEXT_NOT_FOUND: nowhere. */
static size_t find_name(struct text words, struct text name)
{
    for (size_t at = text_find(words, name, 0); at != TEXT_NOT_FOUND;
         at = text_find(words, name, at + 1)) {
        size_t end = at + name.size;
        bool is_part =
            (at > 0 && is_ascii_letter(words.data[at - 1]) && is_ascii_letter(name.data[0])) ||
            (end < words.size && is_ascii_letter(words.data[end]) &&
             is_ascii_letter(name.data[name.size - 1]));
        if (!is_part)
            return at;
    }
    return TEXT_NOT_FOUND;
}

/* 「A 升級為 B」: one becomes the other. */
static bool is_change(struct text heading)
{
    return text_has(heading, u'为') || text_has(heading, u'為');
}

/*
 * The role named last in a heading of what it takes, first in one of how it ends; NULL: none is, or
 * the section is of several.
 */
static struct role *role_named(struct extraction *x, struct text heading, enum element element)
{
    struct role *found = NULL;
    size_t where = 0, seen = 0, count = 0;
    struct text words = fold_label(x->scratch, heading);
    for (struct role *role = x->handbook->roles; role != NULL && seen < ROLES_MAX;
         role = role->next, seen++) {
        struct text name = fold_label(x->scratch, label_without_remark(role_title(role)));
        size_t at = text_code_points(name) >= NAME_MIN ? find_name(words, name) : TEXT_NOT_FOUND;
        if (at == TEXT_NOT_FOUND)
            continue;
        count++;
        bool is_better = element == ELEMENT_REMOVAL ? at < where : at > where;
        if (found != NULL && !is_better)
            continue;
        found = role;
        where = at;
    }
    return count > 1 && !is_change(words) ? NULL : found;
}

static void resume_role(struct extraction *x, struct role *role, unsigned level)
{
    end_role(x);
    x->role = role;
    x->role_level = level;
    x->title_label = TEXT("");
    x->role_is_fresh = false;
    memset(x->is_settled, 0, sizeof x->is_settled);
}

/* 主任 of 甲部, where 乙部 tells of its own. */
static bool is_of_other_department(const struct extraction *x, const struct role *role)
{
    const struct records *own = &role->values[ELEMENT_DEPARTMENT];
    return !text_is_empty(x->department.text) && own->count > 0 &&
           !text_equal(own->rows[0].text, x->department.text);
}

/* has_remark: it is called 「Pilot（領航）」, with the name in front of its remark. */
static bool resume_role_named(struct extraction *x, struct text name, unsigned level,
                              bool has_remark)
{
    size_t seen = 0;
    struct text folded = fold_label(x->scratch, name);
    for (struct role *role = x->handbook->roles; role != NULL && seen < ROLES_MAX;
         role = role->next, seen++) {
        struct text title = role_title(role);
        struct text called = has_remark ? label_without_remark(title) : title;
        bool may_be = !has_remark || called.size < title.size;
        if (may_be && text_equal(folded, fold_label(x->scratch, called)) &&
            !is_of_other_department(x, role)) {
            resume_role(x, role, level);
            return true;
        }
    }
    return false;
}

bool resume_role_called(struct extraction *x, struct text name, unsigned level)
{
    return resume_role_named(x, name, level, false);
}

bool resume_told_role(struct extraction *x, const struct piece *piece, struct text name)
{
    if (piece->is_told_again)
        return resume_role_called(x, name, piece->level) ||
               resume_role_named(x, name, piece->level, true); /* "Pilot (2)" */
    return piece->is_duties && name.size < piece->text.size &&
           text_is_empty(label_remark(piece->text)) &&
           resume_role_named(x, name, piece->level, true);
}

void resume_named_role(struct extraction *x, const struct piece *piece)
{
    if (!text_is_empty(piece->of_role)) {
        if (!resume_role_called(x, piece->of_role, piece->level))
            begin_role(x, piece->of_role, piece->level, piece->block->span);
        x->role_is_article = piece_is_article(piece);
        return;
    }
    enum element element = piece->guess.element;
    bool is_told = element == ELEMENT_APPOINTMENT || element == ELEMENT_REMOVAL;
    if (piece->guess.kind != LABEL_ELEMENT || !is_told || piece->guess.guess != GUESS_PHRASE ||
        piece->text.size > HEADING_MAX || (x->role != NULL && piece->level > x->role_level))
        return; /* below the name of a role it is that one's: what comes next for its holder */
    struct role *role = role_named(x, piece->text, element);
    if (role == NULL || role == x->role)
        return;
    resume_role(x, role, piece->level);
}
