#include "core/normalise/open_trait.h"
#include "core/model/fold.h"
#include "core/normalise/idiom.h"
#include "core/normalise/listed.h"
#include "core/normalise/open_work.h"
#include "core/normalise/verbs.h"

#define PARTS_MAX 8 /* of a list of qualities */
#define PART_MIN 3  /* characters of a part: 嘴很甜 */
#define PART_MAX 12

struct search {
    struct sentence *s;
    const struct phrases *phrases;
    struct arena *arena;
    struct segmenter *segmenter;
};

static bool is_mark(uint32_t c)
{
    return c == 0x3001 || c == 0x3002 || c == ',' || c == ';' || c == '.' || c == '/' || c == ' ';
}

static uint64_t acts(void) { return listed_acts() | class_bit(PHRASE_HEAD_ACT); }

/* What makes a thing of the words in front. */
static uint64_t things(void)
{
    return class_bit(PHRASE_TAIL) | class_bit(PHRASE_ABOUT) | class_bit(PHRASE_MATTER);
}

/* A particle, or what leads to an object. */
static bool is_particle(uint32_t c)
{
    switch (c) {
    case U'的':
    case U'之':
    case U'地':
    case U'将':
    case U'把':
    case U'从':
    case U'给':
    case U'被':
    case U'由':
    case U'按':
        return true;
    default:
        return false;
    }
}

/* Nothing but Han, and no such word. */
static bool is_bare(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.begin; i < at.end; i++)
        if (s->is_quoted[i] || !is_basic_han(s->chars[i]) || is_particle(s->chars[i]))
            return false;
    return true;
}

/* An act, or what makes a thing of what stands in front of it: 举止训练, 着装规范. */
static bool has_act_or_thing(const struct search *f, struct range at)
{
    const struct sentence *s = f->s;
    for (uint32_t i = at.begin; i < at.end; i++)
        if (listed_end(s, f->phrases, i, acts()) > i ||
            listed_end(s, f->phrases, i, things()) == at.end)
            return true;
    return verb_is_han(s->chars[at.end - 2], s->chars[at.end - 1]);
}

/* 语气|平和, 手脚|快: what is said of somebody, and no act. */
static bool is_said_of_facet(const struct search *f, struct range at)
{
    const struct sentence *s = f->s;
    uint32_t facet = listed_end(s, f->phrases, at.begin, class_bit(PHRASE_FACET));
    if (facet == at.begin || facet >= at.end)
        return false;
    struct range rest = {facet, at.end};
    return rest.end == rest.begin + 1
               ? text_has(TEXT("好佳强高快巧稳正足甜轻灵勤严细软硬实直准净尖"),
                          s->chars[rest.begin])
               : !has_act_or_thing(f, rest);
}

/* 市场营销, 环境监测, 财务报表: an act as a noun, or a thing. */
static bool ends_in_act(const struct search *f, struct range at)
{
    uint64_t ends = acts() | class_bit(PHRASE_RESULT) | things();
    return listed_end(f->s, f->phrases, at.end - 2, ends) == at.end;
}

/* 见|多|识|广, 尊师|重|道: no names, which have words of two characters. */
static bool is_in_pieces(const struct search *f, struct range at)
{
    uint32_t pieces = 0;
    for (uint32_t i = at.begin; i < at.end; i++)
        pieces += idiom_cuts(f->s, f->arena, f->segmenter, i);
    return pieces >= IDIOM_LENGTH - 1 && f->s->is_boundary[at.end];
}

/* 临危不乱, 有始有终: no act begins it. */
static bool is_idiom(const struct search *f, struct range at, bool is_alone)
{
    struct sentence *s = f->s;
    const uint32_t *c = &s->chars[at.begin];
    if (at.end - at.begin != IDIOM_LENGTH || verb_is_short_han(c[0]) || ends_in_act(f, at) ||
        listed_end(s, f->phrases, at.begin, acts()) > at.begin)
        return false;
    bool is_negated = c[1] == 0x4E0D || c[2] == 0x4E0D; /* 不 */
    return idiom_is_doubled(s, at) || idiom_is_word(s, f->arena, f->segmenter, at) ||
           ((!is_alone || is_negated) && is_in_pieces(f, at));
}

static bool is_listed(const struct search *f, struct range at)
{
    return listed_end(f->s, f->phrases, at.begin, class_bit(PHRASE_TRAIT)) == at.end;
}

/* 敦亲睦邻: a list has said what it is. */
static bool is_known(const struct search *f, struct range at)
{
    uint64_t others = class_bit(PHRASE_NOT_ASSESSABLE) | class_bit(PHRASE_PLAIN);
    return listed_end(f->s, f->phrases, at.begin, others) == at.end;
}

/* The parts between the marks; 0: too many, or one is too short or too long to be a quality. */
static size_t split(const struct sentence *s, struct range parts[PARTS_MAX])
{
    size_t count = 0;
    for (uint32_t at = 0; at < s->count;) {
        if (is_mark(s->chars[at])) {
            at++;
            continue;
        }
        struct range part = {at, at};
        while (part.end < s->count && !is_mark(s->chars[part.end]))
            part.end++;
        if (count == PARTS_MAX || part.end > at + PART_MAX)
            return 0;
        parts[count++] = part;
        at = part.end;
    }
    return count;
}

size_t open_traits_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                        const struct phrases *phrases, struct match **found)
{
    static const struct phrase open_trait = {.class = PHRASE_TRAIT, .length = IDIOM_LENGTH};
    size_t works = open_works_find(s, arena, phrases, found);
    if (works > 0)
        return works; /* a sentence about work, and not about a person */
    struct search f = {s, phrases, arena, segmenter};
    struct range parts[PARTS_MAX];
    size_t count = s->language == LANG_EN ? 0 : split(s, parts), open = 0;
    struct match list[PARTS_MAX];
    for (size_t i = 0; i < count; i++) {
        bool is_long = parts[i].end >= parts[i].begin + PART_MIN && is_bare(s, parts[i]) &&
                       !is_known(&f, parts[i]);
        if (is_long && (is_said_of_facet(&f, parts[i]) || is_idiom(&f, parts[i], count == 1)))
            list[open++] = (struct match){parts[i], &open_trait};
        else if (!is_listed(&f, parts[i]))
            return 0;
    }
    *found = arena_new_array(arena, open + 1, struct match);
    for (size_t i = 0; i < open; i++)
        (*found)[i] = list[i];
    return open;
}
