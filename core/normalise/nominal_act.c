#include "core/normalise/nominal_act.h"
#include "core/normalise/verbs.h"

#define VERB_LENGTH 2   /* code points of a verb behind its object */
#define OBJECT_LENGTH 2 /* ... of its object, at least */
#define LED_LENGTH 8    /* ... behind 的, at most: 日常巡查维护 */

/* 的之 */
static bool is_particle(uint32_t c) { return c == 0x7684 || c == 0x4E4B; }

/* 包括表結構設計: a detail of what stands in front. */
static bool tells_detail(const struct sentence *s, const struct clause *clause)
{
    static const char *const openers[] = {"包括", "包含",   "主要包", "涵盖", "涵蓋",   "例如",
                                          "如",   "不限于", "不限於", "其中", "也就是", NULL};
    return text_starts_with_one_of(sentence_text(s, clause->at), openers);
}

/* 高容量的架構: how it is, joined to what is said of it in front. */
static bool tells_degree(const struct sentence *s, const struct clause *clause)
{
    uint32_t first = clause->at.begin,
             end = clause->at.end < first + 5 ? clause->at.end : first + 5;
    bool follows = clause > s->clauses && clause[-1].sentence == clause->sentence;
    for (uint32_t at = first; follows && text_has(TEXT("高低"), s->chars[first]) && at < end; at++)
        if (is_particle(s->chars[at]))
            return true;
    return false;
}

bool nominal_clause(const struct sentence *s, const struct clause *clause)
{
    uint32_t first = clause->at.begin, end = clause->at.end;
    uint32_t mark = first == 0 ? ',' : s->chars[first - 1];
    if (s->language == LANG_EN || mark == ':' || mark == '.' ||
        (end < s->count && s->chars[end] == ':'))
        return false;
    return clause->kind == CLAUSE_OTHER && !tells_detail(s, clause) && !tells_degree(s, clause) &&
           s->chars[first] != 0x4E0D &&  /* 不 */
           (s->chars[first] == 0x7A81 || /* 突发事件处置 */
            !verb_is_han(s->chars[first], first + 1 < s->count ? s->chars[first + 1] : 0)) &&
           sentence_at(s, first, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, first, PHRASE_REQUIREMENT) == NULL;
}

/* 管理事宜, 核定事項: what only says that it is work goes off. */
static struct range without_matter(const struct sentence *s, struct range at)
{
    static const char *const matters[] = {"事宜", "事项", "事項", NULL};
    struct text last = sentence_text(s, (struct range){at.end < 2 ? 0 : at.end - 2, at.end});
    at.end -= text_is_one_of(last, matters) && at.end > at.begin + VERB_LENGTH ? 2 : 0;
    return at;
}

/* The act of two characters that ends the range; false: none does. */
static bool act_ending(const struct sentence *s, struct range at, struct match *act)
{
    static const struct phrase unlisted = {.class = PHRASE_ACT_NOUN, .length = VERB_LENGTH};
    static const enum phrase_class acts[] = {PHRASE_ACT, PHRASE_ACT_NOUN, PHRASE_HEAD_ACT};
    if (at.end < at.begin + VERB_LENGTH)
        return false;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        const struct match *match = sentence_ending(s, at, acts[i]);
        if (match != NULL && match->at.begin + VERB_LENGTH <= at.end &&
            match->at.begin >= at.begin) {
            *act = *match;
            return true;
        }
    }
    uint32_t begin = at.end - VERB_LENGTH;
    if (!verb_is_joined_han(s->chars[begin], s->chars[begin + 1]))
        return false;
    *act = (struct match){{begin, at.end}, &unlisted};
    return true;
}

/* In front of the acts that stand in a row up to the end: 研究|改進, 任用考核. */
static uint32_t before_acts(const struct sentence *s, struct range at)
{
    struct match act;
    while (act_ending(s, at, &act))
        at.end = act.at.begin;
    return at.end;
}

/* Where the words behind the last particle begin; 0: there is none. */
static uint32_t behind_particle(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.end; i > at.begin + 1; i--)
        if (is_particle(s->chars[i - 1]))
            return i;
    return 0;
}

/* 平稳驾驶, 定期检查: nothing but how or when it is done stands in front. */
static bool tells_how(const struct sentence *s, struct range front)
{
    static const enum phrase_class classes[] = {PHRASE_STATE,  PHRASE_MODIFIER, PHRASE_MANNER,
                                                PHRASE_ADVERB, PHRASE_VAGUE,    PHRASE_PERIOD};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const struct match *word = sentence_ending(s, front, classes[i]);
        if (word != NULL && word->at.begin == front.begin)
            return true;
    }
    return false;
}

enum nominal nominal_act_in(const struct sentence *s, struct range at, struct match *act)
{
    at = without_matter(s, at);
    struct match found;
    if (!act_ending(s, at, &found))
        return NOMINAL_NONE;
    bool is_matter = sentence_at(s, found.at.begin, PHRASE_MATTER) != NULL;
    uint32_t led = behind_particle(s, at), begin = before_acts(s, at);
    bool is_led = led > at.begin + OBJECT_LENGTH && at.end - led <= LED_LENGTH;
    if (!is_led && (is_matter || led > 0 || begin < at.begin + OBJECT_LENGTH ||
                    tells_how(s, (struct range){at.begin, begin})))
        return NOMINAL_NONE;
    *act = found;
    return is_led ? NOMINAL_LED : NOMINAL_JOINED;
}

bool clause_act_is_noun(const struct sentence *s, const struct clause *clause,
                        const struct match *act)
{
    uint32_t at = act->at.end, end = clause->at.end;
    if (s->language == LANG_EN || act->at.end != act->at.begin + 2 || at >= end ||
        !text_has(TEXT("书单表册簿图卡证函器机仪桩台柜间场厂站所棚厅"), s->chars[at]))
        return false;
    return at + 1 == end || text_has(TEXT("、等的之("), s->chars[at + 1]) ||
           sentence_at(s, at + 1, PHRASE_JOIN) != NULL;
}

bool act_has_suffix(const struct sentence *s, const struct match *act)
{
    static const struct text
        tails = TEXT_INIT("性率度端液剂劑者式"),
        longer = TEXT_INIT("样樣子面压壓口午茶正菜盘盤水能质質别別格状狀价價命先领領数數假量过過");
    uint32_t next = act->at.end;
    if (act->phrase->class == PHRASE_ACTOR && sentence_at(s, act->at.begin, PHRASE_TAKING_PART))
        return false; /* 參與|端內頁面的開發 */
    return s->language != LANG_EN && act->at.end == act->at.begin + 2 && next < s->count &&
           text_has(tails, s->chars[next]) &&
           (next + 1 == s->count || !text_has(longer, s->chars[next + 1]));
}
