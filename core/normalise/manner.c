#include "core/normalise/manner.h"
#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/idiom.h"
#include "core/normalise/listed.h"
#include "core/normalise/verbs.h"
#include <unicode/uchar.h>

#define PARTICLE 0x5730 /* 地 */
#define PAIR 2          /* characters of a word in front of an act: 尽责地看守 */
#define STEM_MAX 8      /* ... and of two words joined */
#define ENGLISH_MIN 7   /* letters: shorter ones in -ly are nouns as well */

struct search {
    struct sentence *s;
    const struct phrases *phrases;
    struct arena *arena;
    struct segmenter *segmenter;
    struct match *list;
    size_t count, capacity;
};

/* ---- what the lists hold ---- */

static uint64_t adverbs(void)
{
    return class_bit(PHRASE_ADVERB) | class_bit(PHRASE_MANNER) | class_bit(PHRASE_VAGUE) |
           class_bit(PHRASE_MODIFIER);
}

/* Whether the range is nothing but adverbs that the lists find no fault with: 快速准确. */
static bool is_listed(const struct search *f, struct range at)
{
    uint64_t plain = adverbs() & ~class_bit(PHRASE_MODIFIER);
    while (at.begin < at.end) {
        uint32_t end = listed_end(f->s, f->phrases, at.begin, plain);
        if (end == at.begin)
            return false;
        at.begin = end;
    }
    return true;
}

bool manner_precedes_act(const struct sentence *s, const struct phrases *phrases, uint32_t at)
{
    while (at < s->count) {
        uint32_t end = listed_end(s, phrases, at, adverbs());
        bool joins = s->chars[at] == PARTICLE || s->chars[at] == 0x3001; /* 地, 、 */
        if (end == at && !joins)
            break;
        at = end > at ? end : at + 1;
    }
    return listed_end(s, phrases, at, listed_acts() | class_bit(PHRASE_HEAD_ACT)) > at;
}

/* Verbs of one character, few of which are acts of a list. */
static bool is_short_verb(uint32_t c)
{
    static const struct text verbs =
        TEXT_INIT("做抓搞办写学听讲说问看管查修教带守护帮送收发开关改练备打扫洗擦喂干当完落履"
                  "推拓开争创建保促抢救补配运装拆测记填报汇审核编订定选招聘养育照接待答回提供");
    return text_has(verbs, c);
}

/* 高效|减水剂, 积极|资产|表: the words behind it name a thing, of two words at most. */
static bool names_thing(const struct sentence *s, const struct phrases *phrases, uint32_t at)
{
    static const struct text things =
        TEXT_INIT("剂器机液泵管阀炉膜板塔柱仪灯极池料网表粉油漆胶药肥酶菌素粒片囊砂砖瓦线缆绳");
    uint64_t others =
        adverbs() | listed_acts() | class_bit(PHRASE_IDLE) | class_bit(PHRASE_BETTERING);
    if (listed_end(s, phrases, at, others) > at)
        return false;
    uint32_t words = 0;
    for (uint32_t end = at + 1; end <= s->count && words < 2 && is_basic_han(s->chars[end - 1]);
         end++) {
        words += s->is_boundary[end];
        for (size_t i = 0; i < things.size && s->is_boundary[end] && end >= at + 2;)
            if (text_next(things, &i) == s->chars[end - 1])
                return true;
    }
    return false;
}

bool manner_is_in_compound(const struct sentence *s, const struct phrases *phrases, uint32_t at)
{
    uint64_t words = adverbs() | listed_acts() | class_bit(PHRASE_PREPOSITION) |
                     class_bit(PHRASE_JOIN) | class_bit(PHRASE_AND) | class_bit(PHRASE_OPENING) |
                     class_bit(PHRASE_HOW) | class_bit(PHRASE_RESULT) | class_bit(PHRASE_BETTERING);
    bool is_single =
        at < s->count && is_basic_han(s->chars[at]) && s->is_boundary[at] && s->is_boundary[at + 1];
    bool is_name = at + 2 >= s->count || !is_basic_han(s->chars[at + 1]) || !s->is_boundary[at + 2];
    uint32_t c = is_single ? s->chars[at] : 0; /* 主动協|尋: no word that the dictionary holds */
    bool is_plain = c != PARTICLE && c != 0x7684 && c != 0x4E4B && c != 0x5F97; /* 地的之得 */
    return names_thing(s, phrases, at) || (is_single && is_name && is_plain && !is_short_verb(c) &&
                                           listed_end(s, phrases, at, words) == at);
}

static void add(struct search *f, struct range at, const struct phrase *phrase)
{
    *arena_push(f->arena, f->list, f->count, f->capacity) = (struct match){at, phrase};
}

/* ---- Chinese ---- */

/* Characters that no adverb of manner holds: particles and words that lead to an object. */
static bool is_outside(uint32_t c)
{
    static const struct text outside =
        TEXT_INIT("的之了将把对向在从到给为以与和及并而且等或被由按据");
    return text_has(outside, c) || !is_basic_han(c);
}

static bool ends_word(struct search *f, uint32_t at)
{
    return idiom_cuts(f->s, f->arena, f->segmenter, at);
}

/* Where the words in front of 地 begin: behind what opens the clause, a mark or a particle. */
static uint32_t stem_begin(const struct search *f, uint32_t particle)
{
    const struct sentence *s = f->s;
    uint32_t begin = particle, lowest = particle > STEM_MAX ? particle - STEM_MAX : 0;
    while (begin > lowest && !is_outside(s->chars[begin - 1]) && !s->is_quoted[begin - 1])
        begin--;
    for (;;) {
        uint32_t end = listed_end(f->s, f->phrases, begin,
                                  class_bit(PHRASE_OPENING) | class_bit(PHRASE_ADVERB));
        if (end == begin || end > particle)
            return begin;
        begin = end;
    }
}

/* Neither an act nor anything else that could have a place: 核对发货地信息. */
static bool has_act(const struct search *f, struct range at)
{
    while (at.begin < at.end && listed_end(f->s, f->phrases, at.begin, listed_acts()) == at.begin)
        at.begin++;
    return at.begin < at.end;
}

/* An act of the lists or another verb. */
static bool is_act(const struct search *f, uint32_t at)
{
    const struct sentence *s = f->s;
    return listed_end(s, f->phrases, at, listed_acts() | class_bit(PHRASE_HEAD_ACT)) > at ||
           (at + 1 < s->count && verb_is_han(s->chars[at], s->chars[at + 1]));
}

/* 温柔地为新生儿…: at the head, and for whom it is done stands in front of the act. */
static bool leads_to_party(const struct search *f, struct range stem)
{
    uint32_t next = stem.end + 1;
    return is_at_head(f->s, stem.begin) && text_has(TEXT("为向对给帮替与跟"), f->s->chars[next]) &&
           has_act(f, (struct range){next + 1, f->s->count});
}

/*
 * 尽责地看守: a word of two characters, the particle, and an act. At the head of the text it may
 * seem that the particle belongs to a word (贴|心地).
 */
static bool is_pair(struct search *f, struct range stem)
{
    uint32_t particle = stem.end;
    bool is_place = text_has(TEXT("外各内本当实场工产异属驻营基"), f->s->chars[particle - 1]);
    bool is_cut = ends_word(f, particle) ||
                  (stem.begin == 0 && !is_place && ends_word(f, particle - 1)); /* 赴外地采购 */
    return is_cut && ends_word(f, stem.begin) && ends_word(f, particle + 1) &&
           (is_act(f, particle + 1) || leads_to_party(f, stem)) && !has_act(f, stem);
}

/* The adverb that ends with the particle; empty: none does. */
static struct range chinese_adverb(struct search *f, uint32_t particle)
{
    uint32_t next = particle + 1, begin = stem_begin(f, particle);
    struct range stem = {begin, particle}, none = {0, 0};
    if (next >= f->s->count || (is_outside(f->s->chars[next]) && !leads_to_party(f, stem)))
        return none;
    if (begin + PAIR == particle)
        return is_pair(f, stem) ? stem : none;
    if (particle < IDIOM_LENGTH)
        return none;
    struct range last = {particle - IDIOM_LENGTH, particle};
    if (idiom_is_doubled(f->s, last))
        return last;
    if (!ends_word(f, particle) || !ends_word(f, next))
        return none;
    if (idiom_is_word(f->s, f->arena, f->segmenter, last))
        return begin > last.begin || has_act(f, stem) ? last : stem;
    bool is_phrase = begin + IDIOM_LENGTH <= particle && ends_word(f, begin) && !has_act(f, stem);
    bool leads_to_act = is_act(f, next);
    bool is_pair = begin == last.begin && !ends_word(f, particle - 1); /* 毫无|保留 */
    return is_phrase && (leads_to_act || is_pair) ? stem : none;
}

static void find_chinese(struct search *f, uint32_t particle)
{
    static const struct phrase open_manner = {
        .class = PHRASE_MODIFIER, .has_rewrite = true, .length = IDIOM_LENGTH + 1};
    struct range stem = chinese_adverb(f, particle);
    bool is_free = f->count == 0 || f->list[f->count - 1].at.end <= stem.begin;
    if (stem.end > 0 && is_free && !is_listed(f, stem))
        add(f, (struct range){stem.begin, particle + 1}, &open_manner);
}

#define LIKE 0x822C /* 般 */

/* 如履薄冰般守护: like what it is done, right in front of the act; not 一般检查. */
static void find_simile(struct search *f, uint32_t particle)
{
    static const struct phrase simile = {
        .class = PHRASE_MODIFIER, .has_rewrite = true, .length = IDIOM_LENGTH + 1};
    uint32_t begin = stem_begin(f, particle);
    if (begin + PAIR > particle || text_has(TEXT("一这那万百多"), f->s->chars[particle - 1]) ||
        particle + 1 >= f->s->count || !is_act(f, particle + 1))
        return;
    if (f->count == 0 || f->list[f->count - 1].at.end <= begin)
        add(f, (struct range){begin, particle + 1}, &simile);
}

/* ---- English ---- */

/* Diligently maintained, seriously ill: what follows is no verb, so how something is. */
static bool modifies_act(const struct search *f, struct range word)
{
    const struct sentence *s = f->s;
    uint64_t joints =
        class_bit(PHRASE_JOIN) | class_bit(PHRASE_AND) | class_bit(PHRASE_PREPOSITION);
    uint32_t next = skip_blanks(s, word.end, s->count), end = next;
    while (end < s->count && listed_is_letter(s->chars[end]))
        end++;
    if (end == next)
        return true; /* a mark: it stands behind its verb */
    bool is_participle =
        (s->chars[end - 1] == 'd' || s->chars[end - 1] == 'g') && end - next > 4; /* -ed, -ing */
    bool is_first = word.begin == 0;
    return listed_end(f->s, f->phrases, next, listed_acts() | joints) > next ||
           (is_first && !is_participle);
}

/* Wantedly: in capitals within a sentence it is a name. */
static bool is_name(const struct sentence *s, struct range word)
{
    char first = s->text.data[s->offsets[word.begin]];
    uint32_t before = word.begin > 2 ? s->chars[word.begin - 2] : 0x2E; /* . */
    return first >= 'A' && first <= 'Z' && word.begin > 2 && before != 0x2E && before != ':';
}

static void find_english(struct search *f, struct range word)
{
    const struct sentence *s = f->s;
    if (is_name(s, word))
        return;
    const struct phrase *ending =
        phrases_by_ending(f->phrases, s->language, &s->chars[word.begin], word.end - word.begin);
    if (ending != NULL && listed_end(f->s, f->phrases, word.begin, ~(uint64_t)0) < word.end &&
        modifies_act(f, word))
        add(f, word, ending);
}

static void find_all_english(struct search *f)
{
    const struct sentence *s = f->s;
    for (uint32_t at = 0; at < s->count; at++) {
        uint32_t begin = at;
        while (at < s->count && listed_is_letter(s->chars[at]))
            at++;
        bool ends_so = at >= begin + ENGLISH_MIN && s->chars[at - 1] == 'y' &&
                       s->chars[at - 2] == 'l' && !s->is_quoted[begin];
        if (ends_so)
            find_english(f, (struct range){begin, at});
    }
}

size_t manner_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                   const struct phrases *phrases, struct match **found)
{
    struct search f = {.s = s, .arena = arena, .segmenter = segmenter, .phrases = phrases};
    if (s->language == LANG_EN)
        find_all_english(&f);
    else
        for (uint32_t i = PAIR; i < s->count; i++)
            if (s->chars[i] == PARTICLE && !s->is_quoted[i])
                find_chinese(&f, i);
            else if (s->chars[i] == LIKE && !s->is_quoted[i])
                find_simile(&f, i);
    *found = f.list;
    return f.count;
}
