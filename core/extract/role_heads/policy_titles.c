/*
 * Policies about one kind of staff: 「導覽志工招募與服務要點」 over what it takes, what they do and
 * what they get. The post that the title names is the role.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define TITLE_LENGTH 40 /* characters of a title, at most */

/* 「志工招募與服務要點」 without what the policy does with them, and the mark of a draft. */
static struct text without_policy(struct extraction *x, struct text title)
{
    static const char *const joints[] = {"與", "与", "及", "和", "暨", "、", "之", "的", NULL};
    struct text words = label_without_remark(title), folded = fold_text(x->scratch, words);
    struct text name = text_without_any_end(folded, signs_of(x, SIGN_POLICY));
    if (name.size == folded.size || folded.size != words.size)
        return TEXT("");
    for (size_t size = 0; size != name.size;) {
        size = name.size;
        name = text_without_end(text_without_any_end(name, signs_of(x, SIGN_POLICY_ACT)), joints);
    }
    return text_slice(words, 0, name.size); /* as it is written */
}

/* The heading's sections below it tell what such staff do, and one thing more of them at least. */
static bool tells_of_staff(const struct outline *outline, size_t title)
{
    bool tells_duties = false, tells_more = false;
    for (size_t i = title + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        const struct label *label = piece->kind == PIECE_HEADING ? piece_meaning(piece) : NULL;
        enum element element =
            label != NULL && label->kind == LABEL_ELEMENT ? label->element : ELEMENT_COUNT;
        if (piece->is_role || piece->begins_role || piece->is_role_line || piece->is_role_list)
            return false; /* others are told of */
        tells_duties |= element == ELEMENT_DUTIES;
        tells_more |= element == ELEMENT_APPOINTMENT || element == ELEMENT_REWARDS ||
                      element == ELEMENT_AUTHORITY || element == ELEMENT_REMOVAL;
    }
    return tells_duties && tells_more;
}

void find_policy_of_staff(struct extraction *x, struct outline *outline)
{
    struct piece *piece = outline->count == 0 ? NULL : &outline->pieces[0];
    bool is_line = piece != NULL && !is_latin_text(piece->text) && /* "Director of Policy" */
                   piece->block->kind != BLOCK_LIST &&
                   (piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS) &&
                   list_label_of(piece->text).kind == LIST_LABEL_NONE &&
                   text_code_points(piece->text) <= TITLE_LENGTH;
    struct text name = is_line ? without_policy(x, text_trim(piece->text)) : TEXT("");
    if (text_is_empty(name) || !vocabulary_is_position(x->vocabulary, x->scratch, name) ||
        !tells_of_staff(outline, 0))
        return;
    if (piece->kind != PIECE_HEADING)
        piece->level = LEVEL_TITLE;
    piece->kind = PIECE_HEADING;
    piece->is_role = true;
    piece->name = text_copy(x->arena, name);
    piece->label = label_of(ELEMENT_COUNT);
}
