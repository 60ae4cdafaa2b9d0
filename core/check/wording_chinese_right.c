#include "core/check/wording_chinese_right.h"
#include "core/check/wording_head.h"
#include "core/model/fold.h"
#include "core/normalise/numeral.h"
#include <unicode/uchar.h>

#define NAME_HAN 10 /* code points of what is sought, at most */

/* The clause begins with one of the words. */
static bool begins_with(const struct sentence *s, const struct clause *clause,
                        const char *const *words)
{
    return text_starts_with_one_of(sentence_text(s, clause->at), words);
}

static bool is_number(uint32_t c) { return u_isdigit((UChar32)c) || is_numeral(c); }

/* 發言權, 退會的權利: what the clause ends with is a right. */
static bool ends_in_right(const struct sentence *s, const struct clause *clause)
{
    static const char *const rights[] = {"权",   "權",   "权利", "權利",
                                         "权益", "權益", NULL}; /* not 股權, 產權 */
    static const char *const others[] = {"股权", "股權", "产权", "產權", "债权", "債權", NULL};
    struct text words = sentence_text(s, sentence_without_bracket(s, clause->at));
    return text_ends_with_one_of(words, rights) && !text_ends_with_one_of(words, others);
}

/* 並享有發言權, 對會務享有監督權: a right that is had; not 登記享有優先權的人. */
static bool has_right(const struct sentence *s)
{
    static const struct text links = TEXT_INIT("并且均皆都得可"), fronts = TEXT_INIT("对在于每");
    const struct clause *last = &s->clauses[s->clause_count - 1];
    if (!ends_in_right(s, last))
        return false;
    for (uint32_t at = s->clauses[0].at.begin; at + 2 < last->at.end; at++) {
        bool is_had = (s->chars[at] == 0x4EAB || s->chars[at] == 0x62E5) && /* 享有, 拥有 */
                      s->chars[at + 1] == 0x6709;
        const struct clause *clause = is_had ? sentence_clause_at(s, at) : NULL;
        if (clause == NULL)
            continue;
        struct range front = {clause->at.begin, at};
        return front.begin == at || text_has(links, s->chars[at - 1]) ||
               text_has(fronts, s->chars[front.begin]) || sentence_find_act(s, front) == NULL;
    }
    return false;
}

/* 無論是否繳費，均可旁聽: whoever it is may. */
static bool is_open_to_all(const struct sentence *s)
{
    static const char *const fronts[] = {"无论", "無論", "不论", "不論", NULL};
    static const char *const mays[] = {"均可", "都可", "皆可", "亦可", "也可", NULL};
    if (!begins_with(s, s->clauses, fronts))
        return false;
    for (size_t i = 1; i < s->clause_count; i++)
        if (begins_with(s, &s->clauses[i], mays))
            return true;
    return false;
}

/* 繳足三年船費者為永久社員: who is a member; not 推選繳費者為會員代表. */
static bool says_who_belongs(const struct sentence *s)
{
    static const char *const choosing[] = {"推",   "选",   "選",   "聘",   "任", "提名", "吸收",
                                           "接纳", "接納", "发展", "發展", "评", "評",   NULL};
    const struct clause *first = &s->clauses[0];
    if (!sentence_has(s, PHRASE_GOVERNED) || begins_with(s, first, choosing) ||
        sentence_ending(s, first->at, PHRASE_GOVERNED) == NULL)
        return false;
    for (uint32_t at = first->at.begin + 2; at + 2 < first->at.end; at++)
        if (s->chars[at] == 0x8005 && s->chars[at + 1] == 0x4E3A) /* 者为 */
            return sentence_find_act(s, (struct range){at + 2, first->at.end}) == NULL;
    return false;
}

/* 凡承認章程者，即可入會: a rule for joining, whatever is asked on the way. */
static bool opens_to_whoever(const struct sentence *s)
{
    static const char *const alls[] = {"凡是", "凡", NULL};
    static const char *const mays[] = {"即可", "即得",   "均可",   "得为",
                                       "得為", "得申请", "得申請", NULL};
    if (!begins_with(s, s->clauses, alls))
        return false;
    const struct clause *last = &s->clauses[s->clause_count - 1];
    return begins_with(s, last, mays);
}

/* 社長任期兩年，不得連任: how long an office is held, and what goes with it. */
static bool tells_term(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0];
    for (uint32_t at = first->at.begin; at + 2 < first->at.end; at++) {
        bool is_term = (s->chars[at] == 0x4EFB || s->chars[at] == 0x8058) && /* 任期, 聘期 */
                       s->chars[at + 1] == 0x671F;
        uint32_t next = is_term && s->chars[at + 2] == 0x4E3A ? at + 3 : at + 2; /* 为 */
        if (is_term && next < first->at.end && is_number(s->chars[next]))
            return sentence_find_act(s, (struct range){first->at.begin, at}) == NULL &&
                   !wording_finite_act_follows(s, first);
    }
    return false;
}

/* 社員不能出席時，得委託他人: what may be done in a hindrance, whoever has it. */
static bool excuses(const struct sentence *s)
{
    static const char *const hindrances[] = {"不能", "无法", "無法", "因故", "未能", NULL};
    static const char *const mays[] = {"得", "可", NULL};
    const struct clause *first = &s->clauses[0];
    if (s->clause_count < 2 || s->chars[first->at.end - 1] != 0x65F6 || /* 时 */
        !begins_with(s, first + 1, mays) || sentence_at(s, first[1].at.begin, PHRASE_OPENING))
        return false;
    struct text words = sentence_text(s, first->at);
    for (const char *const *word = hindrances; *word != NULL; word++)
        if (text_find(words, text_from_string(*word), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

/* 服務滿兩年者，可獲發紀念章: what somebody gets. */
static bool rewards(const struct sentence *s)
{
    static const char *const gains[] = {"可获", "可獲", "将获", "將獲", "均可获", "均可獲", NULL};
    for (size_t i = 1; i < s->clause_count; i++)
        if (begins_with(s, &s->clauses[i], gains))
            return true;
    return false;
}

bool wording_adds_up_pay(const struct sentence *s)
{
    if (s->language == LANG_EN || !sentence_has(s, PHRASE_REWARD) ||
        sentence_has(s, PHRASE_OPENING))
        return false;
    for (uint32_t at = 1; at + 1 < s->count; at++)
        if (s->chars[at] == '+' && is_basic_han(s->chars[at + 1]))
            return true;
    return false;
}

/* 燒窯師傅  3名: a title and how many are sought; not 招聘師傅3名. */
static bool is_headcount(const struct sentence *s)
{
    static const struct text units = TEXT_INIT("名人位");
    uint32_t end = s->clauses[s->clause_count - 1].at.end, at = end - 1;
    if (!text_has(units, s->chars[at]))
        return false;
    while (at > 0 && is_number(s->chars[at - 1]))
        at--;
    uint32_t name = at;
    while (name > 0 && (s->chars[name - 1] == ' ' || s->chars[name - 1] == ':'))
        name--;
    struct range title = {0, name};
    if (at + 1 == end || name < 2 || name > NAME_HAN)
        return false;
    for (uint32_t i = 0; i < name; i++)
        if (!is_basic_han(s->chars[i]) && s->chars[i] != '/')
            return false;
    const struct match *act = sentence_act_at(s, 0),
                       *party = sentence_ending(s, title, PHRASE_PARTY);
    if (name == at) /* 內勤2名 */
        return party != NULL && (party->at.begin == 0 || sentence_find_act(s, title) == NULL);
    return act == NULL || act->at.end == name || /* 出納 3名 */
           party != NULL;
}

bool wording_grants_in_chinese(const struct sentence *s)
{
    return s->language != LANG_EN && s->clause_count > 0 && !s->clauses[0].is_caption
               ? has_right(s) || is_open_to_all(s) || says_who_belongs(s) || opens_to_whoever(s) ||
                     tells_term(s) || excuses(s) || rewards(s) || is_headcount(s)
               : s->language != LANG_EN && s->clause_count > 0 && is_headcount(s);
}
