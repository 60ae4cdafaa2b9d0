#include "core/check/wording_wish.h"
#include "core/check/wording_act.h"
#include "core/check/wording_announcement.h"
#include "core/check/wording_bylaw.h"
#include "core/check/wording_chinese_description.h"
#include "core/normalise/acts.h"
#include "core/normalise/verbs.h"

/* The verb of bettering at the head, behind what modifies it; NULL: there is none. */
static const struct match *bettering_at(const struct sentence *s, uint32_t at)
{
    const struct match *verb = sentence_at(s, at, PHRASE_BETTERING);
    const struct match *front = sentence_at(s, at, PHRASE_MODIFIER);
    if (front == NULL)
        front = sentence_at(s, at, PHRASE_ADVERB);
    return verb != NULL || front == NULL ? verb : sentence_at(s, front->at.end, PHRASE_BETTERING);
}

/* 良率, 客流量: a rate or an amount by its last character, which a longer word may hide. */
static bool ends_in_measure(const struct sentence *s, const struct clause *clause)
{
    return s->language != LANG_EN && clause->at.end > clause->at.begin &&
           text_has(TEXT("率额值"), s->chars[clause->at.end - 1]) &&
           !text_ends_with(sentence_text(s, clause->at), TEXT("效率"));
}

const struct clause *wording_bettering(const struct sentence *s)
{
    const struct clause *clause = s->clause_count == 0 ? NULL : &s->clauses[0];
    const struct match *verb = clause == NULL ? NULL : bettering_at(s, clause->at.begin);
    if (verb == NULL || s->quota != NULL)
        return NULL;
    struct range rest = {verb->at.end, clause->at.end};
    bool is_causing = verb->phrase->length == 1; /* 讓客戶簽字: somebody acts */
    bool is_empty = rest.end < rest.begin + 2 ||
                    (is_causing && (sentence_find_act(s, rest) != NULL ||
                                    sentence_find(s, rest, PHRASE_HEAD_ACT) != NULL ||
                                    verb_is_han(s->chars[rest.end - 2], s->chars[rest.end - 1])));
    return is_empty || ends_in_measure(s, clause) || sentence_find(s, rest, PHRASE_MEASURED) != NULL
               ? NULL
               : clause;
}

/* 用户, 当班: no word of those begins a noun. */
static bool begins_noun(uint32_t first, uint32_t second)
{
    static const struct {
        struct text head, tails;
    } nouns[] = {{TEXT_INIT("用"), TEXT_INIT("户戶品电電水车車人餐工具料药藥地章火气氣")},
                 {TEXT_INIT("以"), TEXT_INIT("上下内內外及来來")},
                 {TEXT_INIT("对對"), TEXT_INIT("讲講外内內接口账帳公私")},
                 {TEXT_INIT("与與"), TEXT_INIT("会會")},
                 {TEXT_INIT("视視"), TEXT_INIT("频頻力觉覺听聽讯訊窗野角图圖")},
                 {TEXT_INIT("待"), TEXT_INIT("办辦岗崗产產遇机機客人料检檢修处處")},
                 {TEXT_INIT("当當"), TEXT_INIT("班值日天地季年月周票铺鋪事")},
                 {TEXT_INIT("做"), TEXT_INIT("工")},
                 {TEXT_INIT("将將"), TEXT_INIT("军軍士官")},
                 {TEXT_INIT("把"), TEXT_INIT("手")}};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (text_has(nouns[i].head, first))
            return text_has(nouns[i].tails, second);
    return false;
}

#define SEEMING_HAN 6 /* code points of such a clause, at least: 待鄰里如親人 */

/* 當好群眾的服務員, 做城市的美容師: what somebody is to be, and nothing that is done. */
static bool tells_whom_to_be(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"做",   "当",   "當",   "争当", "爭當", "争做",   "爭做",
                                        "甘当", "甘當", "甘做", "成为", "成為", "真正做", NULL};
    static const struct text ends = TEXT_INIT("者员員师師士手友星兵灯燈伴使");
    uint32_t end = clause->at.end;
    if (end < clause->at.begin + SEEMING_HAN || !text_has(ends, s->chars[end - 1]) ||
        !text_starts_with_one_of(sentence_text(s, clause->at), verbs) ||
        begins_noun(s->chars[clause->at.begin], s->chars[clause->at.begin + 1]))
        return false;
    for (uint32_t at = clause->at.begin + 2; at + 2 < end; at++)
        if (s->chars[at] == 0x7684) /* 的 */
            return true;
    return false;
}

bool wording_puts_somewhere(const struct sentence *s, const struct clause *clause)
{
    bool is_put = false;
    for (uint32_t at = clause->at.begin + 2; at + 3 < clause->at.end; at++) {
        is_put = is_put || text_has(TEXT("把将將"), s->chars[at]);
        if (is_put && text_has(TEXT("到至入进進"), s->chars[at + 2]))
            return s->language != LANG_EN;
    }
    return false;
}

/* 對質量負總責: W304 speaks of it. */
static bool answers_for(const struct sentence *s, const struct clause *clause)
{
    return s->chars[clause->at.begin] == 0x5BF9 &&    /* 对 */
           (s->chars[clause->at.end - 1] == 0x8D23 || /* 责 */
            text_ends_with(sentence_text(s, clause->at), TEXT("责任")) ||
            text_ends_with(sentence_text(s, clause->at), TEXT("責任")));
}

bool wording_only_seems_act(const struct sentence *s)
{
    static const enum phrase_class things[] = {PHRASE_MATTER, PHRASE_TAIL, PHRASE_ABOUT,
                                               PHRASE_STATE,  PHRASE_UNIT, PHRASE_TIE};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language == LANG_EN || first == NULL || first->is_caption || s->quota != NULL ||
        s->is_description)
        return false;
    if (s->clause_count == 1 && !sentence_has(s, PHRASE_MODIFIER) && tells_whom_to_be(s, first))
        return true;
    if (first->kind != CLAUSE_OTHER || first->at.end < first->at.begin + SEEMING_HAN ||
        sentence_ending(s, first->at, PHRASE_MODIFIER) != NULL) /* 做…的橋樑: W102 says so */
        return false;
    const uint32_t *head = &s->chars[first->at.begin];
    if (!text_has(TEXT("把将將用以对對与與视視待做当當"), head[0]) ||
        begins_noun(head[0], head[1]) || wording_puts_somewhere(s, first) || answers_for(s, first))
        return false;
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (sentence_ending(s, first->at, things[i]) != NULL)
            return false;
    return !wording_names_act(s);
}

bool wording_praises_other(const struct sentence *s)
{
    return s->is_description &&
           (wording_announces(s) || wording_house_gives(s) || wording_is_of_bylaw(s));
}

bool wording_is_not_assessable(const struct sentence *s)
{
    return (sentence_has(s, PHRASE_NOT_ASSESSABLE) && !wording_praises_other(s)) ||
           wording_bettering(s) != NULL || wording_only_seems_act(s);
}

/* Where the last fault that begins in the range ends: the range's begin where there is none. */
static uint32_t fault_end(const struct sentence *s, struct range in)
{
    uint32_t end = in.begin;
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_NOT_ASSESSABLE && s->matches[i].at.end > end)
            end = s->matches[i].at.end;
    return end;
}

bool wording_are_not_assessable(const struct sentence *s, const struct range *acts, size_t count)
{
    uint32_t covered = 0; /* live and|breathe the brand: one fault says both */
    for (size_t i = 0; i < count; i++) {
        const struct clause *clause = sentence_clause_at(s, acts[i].begin);
        uint32_t end = clause == NULL ? acts[i].end : clause->at.end;
        if (i + 1 < count && acts[i + 1].begin < end)
            end = acts[i + 1].begin;
        uint32_t faulty = fault_end(s, (struct range){acts[i].begin, end});
        if (faulty == acts[i].begin && covered <= acts[i].begin)
            return false;
        covered = faulty > covered ? faulty : covered;
    }
    return true;
}

/* 當好兩者之間的紐帶: what somebody is, by a picture, in a clause of its own. */
static bool is_picture(const struct sentence *s, const struct clause *clause)
{
    const struct match *idle = sentence_at(s, clause->at.begin, PHRASE_IDLE);
    const struct match *picture = sentence_ending(s, clause->at, PHRASE_MODIFIER);
    return idle != NULL && picture != NULL && !picture->phrase->has_rewrite &&
           picture->at.begin > idle->at.end;
}

size_t wording_assessable_acts(const struct sentence *s, const struct range *acts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct clause *clause = sentence_clause_at(s, acts[i].begin);
        const struct match *fault = sentence_at(s, acts[i].begin, PHRASE_NOT_ASSESSABLE);
        bool is_own = clause != NULL && clause->at.begin == acts[i].begin && s->language != LANG_EN;
        bool is_none =
            is_own && (is_picture(s, clause) || (fault != NULL && fault->at.end == clause->at.end));
        kept += !is_none;
    }
    return kept;
}

bool wording_has_assessable_act(const struct sentence *s)
{
    struct range acts[ACTS_MAX];
    size_t count = acts_find(s, acts);
    return count > 1 && !wording_are_not_assessable(s, acts, count);
}

/* 熱愛本職, 對孩子有耐心, 有責任感: what is asked is how somebody is, and no rule. */
static bool is_of_character(const struct sentence *s, const struct match *requirement)
{
    return text_has(TEXT("热熱对對有具富忠"), s->chars[requirement->at.begin]);
}

/*
 * Loves the soil as his own, be a beacon of …: all of it is a wish; so is what is brought or shown
 * where that is said: brings a can-do attitude to the workshop; not: show initiative.
 */
static bool is_shown_to(const struct sentence *s, const struct match *fault,
                        const struct clause *asked)
{
    uint32_t behind = skip_blanks(s, fault->at.end, asked->at.end);
    return fault->phrase->has_object && behind < asked->at.end &&
           sentence_at(s, behind, PHRASE_PREPOSITION) != NULL;
}

bool wording_outweighs(const struct sentence *s, const struct match *requirement)
{
    const struct clause *asked = sentence_clause_at(s, requirement->at.begin);
    enum phrase_class class = requirement->phrase->class;
    const struct match *fault =
        asked == NULL ? NULL : sentence_find(s, (struct range){0, s->count}, PHRASE_NOT_ASSESSABLE);
    if (fault == NULL)
        return false;
    if (class == PHRASE_SLOGAN_VERB) /* 弘揚奉獻精神 is a wish; 堅持|用心服務|的理念 is none */
        return sentence_at(s, requirement->at.begin, PHRASE_NOT_ASSESSABLE) != NULL;
    if (s->language == LANG_EN)
        return fault->at.begin == requirement->at.begin &&
               (fault->at.end > requirement->at.end || is_shown_to(s, fault, asked));
    bool is_in_front = fault->at.begin < requirement->at.begin;
    const struct match *here = sentence_find(s, asked->at, PHRASE_NOT_ASSESSABLE);
    bool is_same = here != NULL && here->at.begin == requirement->at.begin;
    if (class == PHRASE_DEMAND && is_in_front)
        return true;
    if (class == PHRASE_SLOGAN)
        return is_in_front || (is_same && here->at.end > requirement->at.end);
    if (class != PHRASE_REQUIREMENT && class != PHRASE_DEMAND)
        return true; /* a quality */
    return (here != NULL && here->at.begin < requirement->at.begin) ||
           (is_same && here->at.end >= requirement->at.end) ||
           (fault->at.begin > asked->at.end && is_of_character(s, requirement));
}
