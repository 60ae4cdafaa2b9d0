#include "core/normalise/open_work.h"
#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/listed.h"

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

#define PARTY_MAX 6 /* code points of who assigns it, whom no list knows */

/* 鄉長, 總務處|臨時交辦…: where whoever it is ends, in front of what assigns; at.begin: nowhere. */
static uint32_t unknown_party_end(const struct sentence *s, const struct phrases *phrases,
                                  struct range at)
{
    if (listed_end(s, phrases, at.begin, listed_acts()) > at.begin ||
        text_has(TEXT("给給为為对對向让讓与與将將把"), s->chars[at.begin]))
        return at.begin; /* 檢查班組安排的工作, 給下屬安排工作 */
    for (uint32_t i = at.begin; i < at.end && i < at.begin + PARTY_MAX; i++) {
        uint32_t end = i;
        enum part part =
            i > at.begin + 1 ? longest(s, phrases, (struct range){i, at.end}, &end) : PART_NONE;
        if (part == PART_ASSIGNING || (part == PART_OTHER && end < at.end))
            return i;
        if (!is_basic_han(s->chars[i]) || is_particle(s->chars[i]))
            return at.begin;
    }
    return at.begin;
}

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
    bool has_unknown = false;
    for (uint32_t i = at.begin; i < at.end;) {
        uint32_t end = i;
        enum part part = longest(s, phrases, (struct range){i, at.end}, &end);
        if (part == PART_NONE && !is_particle(s->chars[i]) && !has_unknown) {
            end = unknown_party_end(s, phrases, (struct range){i, at.end});
            part = end > i ? PART_PARTY : PART_NONE;
            has_unknown = true;
        }
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
        bool is_done = part == PART_FILLER && last == PART_WORK && is_assigned; /* …均須接受 */
        last = is_done ? last : part;
        i = end;
    }
    return last == PART_WORK && first != PART_ASSIGNING && first != PART_WORK &&
           (is_assigned || (is_other && !is_of_others && !has_unknown));
}

/* ---- English ---- */

#define STRANGE_MAX 3 /* words that no list knows, which may be whoever assigns it */

/* The parts that the longest phrase can be that begins there, as bits; 0: there is none. */
static unsigned parts_at(const struct sentence *s, const struct phrases *phrases, struct range at,
                         uint32_t *end)
{
    unsigned found = 0;
    uint32_t node = 0;
    for (uint32_t i = at.begin; i < at.end; i++) {
        node = phrases_step(phrases, s->language, node, s->chars[i]);
        if (node == 0)
            break;
        if (i + 1 < at.end && listed_is_letter(s->chars[i + 1]))
            continue;
        unsigned parts = 0;
        for (const struct phrase *p = phrases_at(phrases, s->language, node); p != NULL;
             p = p->next)
            parts |= p->at_head && at.begin > 0 ? 0 : 1u << part_of(p);
        if ((parts & ~(1u << PART_NONE)) != 0) {
            found = parts;
            *end = i + 1;
        }
    }
    return found;
}

static uint32_t word_end(const struct sentence *s, struct range at)
{
    uint32_t i = at.begin;
    while (i < at.end && s->chars[i] != ' ' && s->chars[i] != ',')
        i++;
    return i;
}

/* Of a sentence, what its words have said so far. */
struct said {
    unsigned parts;
    unsigned first, last; /* of the first word, and of the one in front */
    unsigned strange;     /* words that no list knows */
};

/* Takes the next word; false: it is none of such a sentence. */
static bool take_word(const struct sentence *s, const struct phrases *phrases, struct range at,
                      struct said *said, uint32_t *end)
{
    const unsigned begun = 1u << PART_OTHER | 1u << PART_WORK;
    const unsigned opens_party = ~(1u << PART_NONE | 1u << PART_ASSIGNING);
    unsigned parts = s->is_quoted[at.begin] ? 0 : parts_at(s, phrases, at, end);
    bool is_party_only = (parts & ~(1u << PART_NONE | 1u << PART_PARTY)) == 0;
    if (is_party_only) { /* by the headmistress, when the dock manager says so */
        bool is_strange = parts == 0;
        *end = is_strange ? word_end(s, at) : *end;
        said->strange += is_strange;
        if (s->is_quoted[at.begin] || (said->last & opens_party) == 0 ||
            (is_strange && (said->parts & begun) == 0) || said->strange > STRANGE_MAX)
            return false;
        parts = 1u << PART_PARTY;
    }
    said->first = said->parts == 0 ? parts : said->first;
    said->parts |= parts;
    said->last = parts;
    return (said->first & 1u << PART_ASSIGNING) == 0 || (said->first & 1u << PART_WORK) != 0;
}

/*
 * Does |whatever else |the foreman |needs; |unlisted |tasks |at the request |of the abbot: nothing
 * is left when those go who assign, that they do, when, and that it is other work.
 *
 * out  *begin  of the work: behind "to perform"; kept where nothing stands in front of it
 */
static bool is_open_english_work(const struct sentence *s, const struct phrases *phrases,
                                 struct range at, uint32_t *begin)
{
    static const unsigned needed = 1u << PART_OTHER | 1u << PART_WORK | 1u << PART_ASSIGNING;
    struct said said = {0};
    for (uint32_t i = at.begin; i < at.end;) {
        uint32_t end = i;
        if (text_has(TEXT(" ,."), s->chars[i])) {
            i++;
            continue;
        }
        if (!take_word(s, phrases, (struct range){i, at.end}, &said, &end))
            return false;
        if ((said.parts & needed) == 0)
            *begin = skip_blanks(s, end, at.end); /* to perform |other duties */
        i = end;
    }
    return (said.parts & needed) == needed;
}

/* Type letters, keep the diary |and perform any further duty …: behind the last "and". */
static uint32_t behind_last_and(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.end; at > in.begin + 5; at--)
        if (s->chars[at - 1] == ' ' && s->chars[at - 2] == 'd' && s->chars[at - 3] == 'n' &&
            s->chars[at - 4] == 'a' && s->chars[at - 5] == ' ')
            return at;
    return in.end;
}

size_t open_works_find(const struct sentence *s, struct arena *arena, const struct phrases *phrases,
                       struct match **found)
{
    static const struct phrase assigned = {.class = PHRASE_AD_HOC, .length = 4};
    size_t count = 0, capacity = 0;
    *found = NULL;
    if (s->language == LANG_EN && s->clause_count > 0) {
        struct range at = {s->clauses[0].at.begin, s->clauses[s->clause_count - 1].at.end};
        if (s->clauses[s->clause_count - 1].sentence != s->clauses[0].sentence)
            return 0;
        struct range tail = {behind_last_and(s, at), at.end};
        bool is_all = is_open_english_work(s, phrases, at, &at.begin);
        if (is_all || is_open_english_work(s, phrases, tail, &tail.begin))
            *arena_push(arena, *found, count, capacity) =
                (struct match){is_all ? at : tail, &assigned};
        return count;
    }
    for (size_t i = 0; i < s->clause_count; i++) {
        struct range at = s->clauses[i].at;
        if (is_open_work(s, phrases, s->clauses[i].at, &at.begin))
            *arena_push(arena, *found, count, capacity) = (struct match){at, &assigned};
    }
    return count;
}
