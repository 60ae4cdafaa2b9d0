#include "core/extract/walk/chapters.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define DEPARTMENT_LENGTH 30 /* characters */
#define ORDINAL_BYTES 18     /* of 第十一 */

struct text name_of_chapter(struct extraction *x, struct text heading)
{
    struct text_list units = signs_of(x, SIGN_CHAPTER);
    struct text name = list_label_of(heading).rest;
    for (size_t i = 0; text_starts_with(name, TEXT("第")) && i < units.count; i++) {
        size_t unit = text_find(name, units.texts[i], 0);
        struct text rest = text_from(name, unit == TEXT_NOT_FOUND ? 0 : unit + units.texts[i].size);
        if (unit != TEXT_NOT_FOUND && unit <= ORDINAL_BYTES && !text_is_blank(rest))
            return text_trim(rest);
    }
    return name;
}

/* 財務部崗位職責: the name of the department, where it is one's. */
static struct text department_of_chapter(struct extraction *x, struct text heading)
{
    struct text name = name_of_chapter(x, heading), of_duties;
    bool is_duties;
    return label_role_name(x, name, &of_duties, &is_duties) ? of_duties : name;
}

bool is_department(struct extraction *x, struct text name)
{
    return text_ends_with_any(name, signs_of(x, SIGN_UNIT)) &&
           text_code_points(name) <= DEPARTMENT_LENGTH &&
           !text_ends_with_any(name, signs_of(x, SIGN_NO_UNIT)) &&
           !text_has(name, u'各'); /* 港務局各課室 are all of them */
}

void end_chapter(struct extraction *x)
{
    struct section_text *page = x->chapter, **at = &x->handbook->preface;
    bool is_empty = page != NULL && text_is_empty(page->text) && page->blocks == NULL;
    x->chapter = NULL;
    x->chapter_level = LEVEL_TITLE;
    x->department = (struct value){0};
    if (!is_empty)
        return;
    account_let_go(x->account, &x->chapter_entry, page->heading, CLUE_BARE);
    struct section_text *before = NULL;
    while (*at != page) {
        before = *at;
        at = &before->next;
    }
    *at = page->next;
    if (x->handbook->last_preface == page)
        x->handbook->last_preface = before;
}

void end_chapter_at(struct extraction *x, unsigned level)
{
    struct value department = x->department;
    end_chapter(x);
    if (level > x->department_level)
        x->department = department;
}

/* "2. Visitor Services" behind "1. Collections Department": the next of the house's units. */
static bool is_beside_department(struct extraction *x, struct text heading, struct text name,
                                 unsigned level)
{
    unsigned look = list_label_look(list_label_of(heading).label);
    return !text_is_empty(x->department.text) && x->department_level == level &&
           x->chapter_level == level && look != 0 && x->chapter != NULL &&
           list_label_look(list_label_of(x->chapter->heading).label) == look &&
           text_code_points(name) <= DEPARTMENT_LENGTH && !words_announce_roles(x, name);
}

void begin_chapter(struct extraction *x, struct text heading, unsigned level, struct span at)
{
    struct text name = department_of_chapter(x, heading);
    bool is_beside = is_beside_department(x, heading, name, level);
    end_chapter_at(x, level);
    x->chapter_entry = x->account->count;
    open_other(x, heading, level, at, false);
    x->chapter = x->target.section;
    x->chapter_level = level;
    if (is_beside || is_department(x, name)) {
        x->department = (struct value){name, at};
        x->department_level = level;
    }
}

bool begins_department(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    bool is_labelled = piece->label.kind == LABEL_ELEMENT &&
                       piece->label.element == ELEMENT_DEPARTMENT && !text_is_empty(piece->rest);
    if (!piece->is_unit && !(is_labelled && outline_holds_roles(outline, index)))
        return false;
    end_role(x);
    begin_chapter(x, is_labelled ? piece->rest : piece->text, piece->level, at);
    if (!is_labelled)
        return true;
    note_field(x, USE_LABEL, ELEMENT_DEPARTMENT, FIELD_NONE, piece->text, at);
    x->department = (struct value){piece->rest, at};
    x->department_level = piece->level;
    return true;
}
