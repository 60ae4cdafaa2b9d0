/*
 * Units and positions that have charge of what is listed below them, as rules of organisations say
 * it: 「知識組織科掌理事項如下：」, 「第一課置課長一人，其掌理事項如下：」.
 */
#include "core/base/script.h"
#include "core/extract/role_heads.h"
#include "core/extract/target.h"
#include "core/model/list_label.h"

#define BEARER_LENGTH 20 /* Han of the unit's name, at most */

static struct text without_end(struct text words, const char *const ends[])
{
    for (size_t i = 0; ends[i] != NULL; i++) {
        struct text end = text_from_string(ends[i]);
        if (words.size > end.size && text_ends_with(words, end))
            return text_trim(text_slice(words, 0, words.size - end.size));
    }
    return words;
}

/* 「第一課置課長一人，其」: the unit that has a head, in front of what is said of both. */
static struct text unit_in_front(struct text words)
{
    static const struct text its = TEXT_INIT("，其"), has = TEXT_INIT("置");
    if (!text_ends_with(words, its))
        return words;
    words = text_slice(words, 0, words.size - its.size);
    size_t at = text_find(words, has, 0);
    return at == TEXT_NOT_FOUND ? TEXT("") : text_slice(words, 0, at);
}

/* 本處, 各課: no name of one. */
static bool is_of_several(struct text name)
{
    static const char *const begins[] = {"本", "各", "下列", "上列", "該", "该", NULL};
    for (size_t i = 0; begins[i] != NULL; i++)
        if (text_starts_with(name, text_from_string(begins[i])))
            return true;
    return false;
}

/* Who has charge of what follows; empty: the line says nothing so. */
static struct text bearer_of(struct extraction *x, const struct piece *piece)
{
    static const char *const below[] = {"分列如下", "規定如下", "如下", "如左",
                                        "如後",     "如后",     NULL};
    static const char *const charges[] = {
        "掌理下列事項", "掌理下列事项", "掌理事項", "掌理事项", "掌管事項", "掌管事项", "主管事項",
        "主管事项",     "辦理事項",     "办理事项", "負責事項", "负责事项", "承辦業務", "承办业务",
        "主管業務",     "主管业务",     "業務職掌", "业务职掌", "工作職掌", "工作职掌", "職掌",
        "职掌",         "執掌",         "执掌",     "職權",     "职权",     NULL};
    static const char *const works[] = {"業務", "业务", "工作", "任務", "任务", NULL};
    static const char *const joints[] = {"之", "的", NULL};
    struct text words = list_label_of(piece->text).rest, name = name_without_colon(words);
    bool is_marked = name.size < words.size || piece->block->kind == BLOCK_HEADING ||
                     block_is_strong(piece->block);
    struct text rest = without_end(name, below);
    struct text front = without_end(rest, charges);
    if (front.size == rest.size && rest.size < name.size)
        front = without_end(rest, works); /* 文書組業務如下 */
    if (!is_marked || front.size == rest.size)
        return TEXT("");
    struct text bearer = unit_in_front(without_end(front, joints));
    bool is_one =
        is_department(bearer) || vocabulary_is_position(x->vocabulary, x->scratch, bearer);
    bool is_short = text_code_points(bearer) <= BEARER_LENGTH &&
                    text_find(bearer, TEXT("，"), 0) == TEXT_NOT_FOUND;
    return is_one && is_short && !is_of_several(bearer) ? bearer : TEXT("");
}

void find_charges(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
        if (!is_line || piece->is_role || piece->is_running || next == outline->count ||
            piece->block->kind == BLOCK_LIST || !piece_is_item(&outline->pieces[next]))
            continue;
        struct text bearer = bearer_of(x, piece);
        if (text_is_empty(bearer))
            continue;
        if (piece->block->kind != BLOCK_HEADING)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role = piece->is_duties = true;
        piece->name = bearer;
    }
}
