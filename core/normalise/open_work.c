#include "core/normalise/open_work.h"
#include "core/normalise/clauses.h"

/* What a word of such a clause is. */
enum part { PART_NONE, PART_OTHER, PART_ASSIGNING, PART_WORK, PART_PARTY, PART_FILLER };

/* Which part a phrase can be, the surer ones in front. */
static enum part part_of(const struct phrase *phrase)
{
    if (phrase->is_exception || phrase->is_rest || phrase->has_rest)
        return PART_NONE;
    switch (phrase->class) {
    case PHRASE_OTHER_WORK:
        return PART_OTHER;
    case PHRASE_ASSIGNING:
        return PART_ASSIGNING;
    case PHRASE_ANY_WORK:
        return PART_WORK;
    case PHRASE_PARTY:
    case PHRASE_UNIT:
        return PART_PARTY;
    case PHRASE_ANY_DOING:
    case PHRASE_OPENING:
    case PHRASE_ADVERB:
        return PART_FILLER;
    default: /* lint: the classes are many, and no other is a part */
        return PART_NONE;
    }
}

/* The longest part that begins there, of those as long the surest; none leaves *end as it is. */
static enum part longest(const struct sentence *s, const struct phrases *phrases, struct range at,
                         uint32_t *end)
{
    enum part found = PART_NONE;
    uint32_t node = 0;
    for (uint32_t i = at.begin; i < at.end; i++) {
        node = phrases_step(phrases, s->language, node, s->chars[i]);
        if (node == 0)
            break;
        enum part best = PART_NONE;
        for (const struct phrase *p = phrases_at(phrases, s->language, node); p != NULL;
             p = p->next) {
            enum part part = part_of(p);
            if (part != PART_NONE && (best == PART_NONE || part < best))
                best = part;
        }
        if (best != PART_NONE) {
            found = best;
            *end = i + 1;
        }
    }
    return found;
}

/* 的之所由: between the parts. */
static bool is_particle(uint32_t c) { return text_has(TEXT("的之所由、經经 "), c); }

/*
 * 處理|其他事務, 院方|臨時|需要之|工作; not 安排工作, 其他部門的工作, 公司工作.
 *
 * out  *begin  of the first part that is more than a filler: behind 處理; kept where there is none
 */
static bool is_open_work(const struct sentence *s, const struct phrases *phrases, struct range at,
                         uint32_t *begin)
{
    enum part last = PART_NONE, first = PART_NONE;
    bool is_begun = false, is_other = false, is_assigned = false, is_of_others = false;
    for (uint32_t i = at.begin; i < at.end;) {
        uint32_t end = i;
        enum part part = longest(s, phrases, (struct range){i, at.end}, &end);
        if (part == PART_NONE && !is_particle(s->chars[i]))
            return false;
        if (s->is_quoted[i])
            return false;
        if (part == PART_NONE) {
            i++;
            continue;
        }
        if (part != PART_FILLER && !is_begun)
            *begin = i;
        is_begun = is_begun || part != PART_FILLER;
        first = first == PART_NONE ? part : first;
        is_of_others = is_of_others || (part == PART_PARTY && last == PART_OTHER);
        is_assigned = is_assigned || (part == PART_ASSIGNING && first != PART_ASSIGNING);
        is_other = is_other || part == PART_OTHER;
        last = part;
        i = end;
    }
    return last == PART_WORK && first != PART_ASSIGNING && first != PART_WORK &&
           (is_assigned || (is_other && !is_of_others));
}

size_t open_works_find(const struct sentence *s, struct arena *arena, const struct phrases *phrases,
                       struct match **found)
{
    static const struct phrase assigned = {.class = PHRASE_AD_HOC, .length = 4};
    size_t count = 0, capacity = 0;
    *found = NULL;
    for (size_t i = 0; s->language != LANG_EN && i < s->clause_count; i++) {
        struct range at = s->clauses[i].at;
        if (is_open_work(s, phrases, s->clauses[i].at, &at.begin))
            *arena_push(arena, *found, count, capacity) = (struct match){at, &assigned};
    }
    return count;
}
