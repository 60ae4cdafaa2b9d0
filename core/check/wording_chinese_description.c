#include "core/check/wording_chinese_description.h"
#include "core/check/wording_announcement.h"
#include "core/check/wording_chinese_right.h"
#include "core/check/wording_chinese_statement.h"
#include "core/check/wording_chinese_subject.h"
#include "core/check/wording_head.h"
#include "core/check/wording_name.h"

#define SUBJECT_HAN 40 /* code points of what is described, at most */

/* 年齡限制|也是…, 工具|只是…: the copula behind a subject, and no act in front. */
static bool is_also(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    struct range subject = {clause->at.begin, at - 1};
    bool is_only = s->chars[at - 1] == 0x53EA && subject.end > subject.begin + 1; /* 只 */
    return (is_only || (text_has(TEXT("也都就正便即"), s->chars[at - 1]) &&
                        subject.end > subject.begin + 3)) &&
           sentence_find_act(s, subject) == NULL &&
           sentence_at(s, subject.begin, PHRASE_PREPOSITION) == NULL;
}

/* 是|生產的前提: the act behind the copula only tells of which thing. */
static bool is_of_thing(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *act = sentence_act_at(s, at + 1);
    uint32_t last = clause->at.end - 1, of = act == NULL ? last : act->at.end;
    while (of < last && s->chars[of] != 0x7684) /* 的 */
        of++;
    bool is_person = text_has(TEXT("者员員人"), s->chars[last]); /* 的組織者 */
    return of < last && act->phrase->class != PHRASE_IDLE &&
           (is_person || sentence_find_act(s, (struct range){of + 1, clause->at.end}) == NULL);
}

/* 班主任是班級的組織者; not 但是, 是否, nor 職責是|負責…, where an act follows. */
static bool is_copula_in_han(const struct sentence *s, uint32_t at)
{
    static const struct text fronts = TEXT_INIT("于但还還或可凡只就总總不若如要正都也便即而特尤先"),
                             backs = TEXT_INIT("否不在要对為为以从因将把");
    const struct clause *clause = sentence_clause_at(s, at);
    if (s->chars[at] != 0x662F || at + 2 >= s->count || clause == NULL ||
        (text_has(fronts, s->chars[at - 1]) && !is_also(s, clause, at)) ||
        text_has(backs, s->chars[at + 1]))
        return false;
    bool is_aim = at > 1 && s->chars[at - 2] == 0x76EE && s->chars[at - 1] == 0x7684; /* 目的 */
    if (s->chars[at - 1] == 0x7684 && !is_aim)
        return false;
    return is_aim ||
           (sentence_act_at(s, at + 1) == NULL && sentence_at(s, at + 1, PHRASE_OPENING) == NULL) ||
           is_of_thing(s, clause, at) ||
           sentence_ending(s, clause->at, PHRASE_UNIT_OF) != NULL; /* 是|負責…的部門 */
}

/* 是|聯絡部門, 是|本鎮最大的碼頭: the copula is the verb; not 是|負責…, where an act follows. */
static bool begins_with_copula(const struct sentence *s, const struct clause *head)
{
    uint32_t at = head->at.begin + 1;
    return head->kind == CLAUSE_ACT && head->act.begin + 1 == at && head->act.end == at &&
           s->chars[head->at.begin] == 0x662F && at + 1 < head->at.end && /* 是 */
           !text_has(TEXT("否在要对為为以从因将把由"), s->chars[at]) &&
           sentence_at(s, at, PHRASE_OPENING) == NULL &&
           sentence_find(s, head->at, PHRASE_MODIFIER) == NULL &&
           sentence_find(s, head->at, PHRASE_NOT_ASSESSABLE) == NULL;
}

/*
 * 語言|為 Go, 值班時間為…: what a topic is, be an act a part of its name; not 確認會議時間為….
 */
static bool is_topic_of(const struct sentence *s, const struct clause *head, uint32_t at)
{
    const struct match *topic =
        s->chars[at] == 0x4E3A /* 为 */
            ? sentence_ending(s, (struct range){head->at.begin, at}, PHRASE_TOPIC)
            : NULL;
    if (topic == NULL || head->kind == CLAUSE_OTHER)
        return topic != NULL;
    enum phrase_class class = head->verb == NULL ? PHRASE_OPENING : head->verb->class;
    if (head->verb != NULL && head->act.begin >= topic->at.begin && head->act.end < topic->at.end)
        return true; /* 保障底薪|為三千元: the act is in the topic's own name */
    bool is_noun = class == PHRASE_ACT_NOUN || class == PHRASE_HEAD_ACT ||
                   (class == PHRASE_ACT && head->act.end == topic->at.begin);
    const struct match *period = sentence_at(s, head->at.begin, PHRASE_PERIOD); /* 每天|值班時間 */
    return is_noun && (head->act.begin == head->at.begin ||
                       (period != NULL && period->at.end == head->act.begin));
}

/* 宣傳中心|是…: what seemed an act begins the name of a party. */
static bool is_party_of_act(const struct sentence *s, const struct clause *head, uint32_t at)
{
    return head->kind == CLAUSE_ACT && head->verb != NULL && head->act.begin == head->at.begin &&
           (head->verb->class == PHRASE_ACT_NOUN || head->verb->class == PHRASE_HEAD_ACT ||
            sentence_at(s, head->at.begin, PHRASE_ACT_NOUN) != NULL) &&
           sentence_ending(s, (struct range){head->at.begin, at}, PHRASE_PARTY) != NULL;
}

/* 定價|是難題, 出納|是崗位: what is a noun as well, right in front of the copula. */
static bool is_named_by_act(const struct sentence *s, const struct clause *head, uint32_t at)
{
    return head->kind == CLAUSE_ACT && head->act.begin == head->at.begin && head->act.end == at &&
           (sentence_at(s, head->at.begin, PHRASE_ACT_NOUN) != NULL ||
            sentence_at(s, head->at.begin, PHRASE_PARTY) != NULL);
}

/* 安全|是前提: the copula is the clause's verb, behind a noun. */
static bool acts_by_copula(const struct clause *head, uint32_t at)
{
    return head->kind == CLAUSE_ACT && head->act.begin == at && at > head->at.begin + 1;
}

/* 本職|直屬副校長: the formula's word names the post, and no act. */
static bool is_of_post(const struct sentence *s, const struct clause *head)
{
    return head->kind == CLAUSE_ACT && head->verb == NULL &&
           text_has(TEXT("本该此"), s->chars[head->at.begin]);
}

/* 質檢員|屬於技術崗, 車間|下設三個班組: where somebody or a unit belongs, or what belongs to it. */
static bool belongs(const struct sentence *s, const struct clause *head, uint32_t at)
{
    struct range subject = {head->at.begin, at};
    return sentence_at(s, at, PHRASE_BELONGING) != NULL &&
           sentence_ending(s, subject, PHRASE_PARTY) != NULL &&
           (head->kind == CLAUSE_OTHER || head->act.end < at) &&
           !wording_finite_act_follows(s, head);
}

/* 集團可能會…, 頁面可能包含…: neither an act nor anybody is told of. */
static bool tells_state_in_han(const struct sentence *s, const struct clause *head)
{
    uint32_t end = head->at.end, last = head->at.begin + SUBJECT_HAN;
    if (begins_with_copula(s, head))
        return !wording_other_sentence_acts(s, head) && !wording_finite_act_follows(s, head);
    if (sentence_at(s, head->at.begin, PHRASE_PREPOSITION) != NULL) /* 將決議|分為… */
        return false;
    bool is_thing = head->kind == CLAUSE_OTHER || is_of_post(s, head) ||
                    (head->verb != NULL && head->verb->class == PHRASE_ACT_NOUN);
    for (uint32_t at = head->at.begin + 2; at < end && at < last; at++)
        if (is_topic_of(s, head, at) ||
            (is_copula_in_han(s, at) &&
             (head->kind == CLAUSE_OTHER || is_party_of_act(s, head, at) ||
              is_named_by_act(s, head, at) || acts_by_copula(head, at))))
            return !wording_other_sentence_acts(s, head);
        else if (belongs(s, head, at))
            return true;
        else if (is_thing && sentence_at(s, at, PHRASE_STATE_VERB) != NULL)
            return sentence_find(s, (struct range){head->at.begin, at}, PHRASE_PARTY) == NULL &&
                   !wording_finite_act_follows(s, head);
    return false;
}

/* An act that is none elsewhere, with its object. */
static bool is_sure_act(const struct clause *clause)
{
    return clause->kind == CLAUSE_ACT && clause->act.end < clause->at.end &&
           (clause->verb == NULL || clause->verb->class == PHRASE_ACT);
}

/* 主要方向：甲，乙; 記錄員：提案、複審日: a caption over things, or over what somebody keeps. */
static bool is_list_of_things(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0], *last = first + s->clause_count - 1;
    if (!first->is_caption || last == first)
        return false;
    for (const struct clause *clause = first + 1; clause <= last; clause++)
        if (is_sure_act(clause))
            return false;
    if (sentence_ending(s, first->at, PHRASE_TOPIC) != NULL)
        return true;
    return text_has(TEXT("员員者官"), s->chars[first->at.end - 1]) && last->kind == CLAUSE_OTHER &&
           sentence_ending(s, last->at, PHRASE_ACT) == NULL &&
           sentence_ending(s, last->at, PHRASE_ACT_NOUN) == NULL;
}

/* 如何規劃流程, 為什麼要備份: a heading. */
static bool begins_heading_in_han(const struct sentence *s)
{
    return sentence_at(s, 0, PHRASE_HEADING) != NULL;
}

/* 雙方意見不一的; 經查屬實，情節重大的: one of several cases, and nothing that is done in it. */
static bool is_case(const struct sentence *s, const struct clause *head)
{
    const struct clause *last = s->clauses + s->clause_count - 1;
    if (s->chars[last->at.end - 1] != 0x7684 || /* 的 */
        sentence_at(s, head->at.begin, PHRASE_OPENING) != NULL)
        return false;
    for (const struct clause *clause = head; clause <= last; clause++)
        if ((clause->kind != CLAUSE_OTHER && clause->act.begin == clause->at.begin) ||
            clause->is_caption)
            return false;
    return last->kind == CLAUSE_OTHER || s->chars[last->at.end - 2] != 0x76EE; /* 目的 */
}

/* 想學做陶嗎? 學員是否喜歡?: a question, and nothing else does anything. */
static bool is_question_in_han(const struct sentence *s, const struct clause *head)
{
    const struct clause *last = head, *end = s->clauses + s->clause_count;
    while (last + 1 < end && last[1].sentence == head->sentence)
        last++;
    uint32_t next = skip_blanks(s, last->at.end, s->count);
    bool is_marked = next < s->count && s->chars[next] == '?';
    bool has_particle = text_has(TEXT("吗嗎"), s->chars[last->at.end - 1]);
    return (has_particle ||
            (is_marked && (sentence_has(s, PHRASE_ASKING) ||
                           text_find(s->text, TEXT("是否"), 0) != TEXT_NOT_FOUND))) &&
           sentence_at(s, head->at.begin, PHRASE_OPENING) == NULL &&
           sentence_act_at(s, head->at.begin) == NULL && !wording_other_sentence_acts(s, head);
}

/* 工作以夜班為主: what most of something is. */
static bool is_mostly(const struct sentence *s, const struct clause *head)
{
    struct text words = sentence_text(s, head->at);
    bool is_main = text_ends_with(words, TEXT("为主")) || text_ends_with(words, TEXT("為主"));
    return is_main && head == s->clauses && text_find(words, TEXT("以"), 0) != TEXT_NOT_FOUND &&
           sentence_find_act(s, head->at) == NULL &&
           sentence_at(s, head->at.begin, PHRASE_OPENING) == NULL &&
           !wording_finite_act_follows(s, head);
}

/* 主要客戶為船廠、碼頭: what the main ones are. */
static bool names_main_ones(const struct sentence *s, const struct clause *head)
{
    if (head->kind != CLAUSE_OTHER || !text_starts_with(sentence_text(s, head->at), TEXT("主要")) ||
        sentence_find_act(s, head->at) != NULL || wording_finite_act_follows(s, head))
        return false;
    for (uint32_t at = head->at.begin + 3; at + 1 < head->at.end; at++)
        if (s->chars[at] == 0x4E3A) /* 为 */
            return true;
    return false;
}

/* 導覽員|通常帶隊, 編號|原則上不變: what goes for all of them, whoever does it. */
static bool tells_in_general(const struct sentence *s, const struct clause *head)
{
    uint32_t begin = head->at.begin, last = begin + SUBJECT_HAN;
    const struct match *act = sentence_act_at(s, begin); /* 導覽|員 */
    bool is_name = act != NULL && sentence_at(s, act->at.end, PHRASE_PARTY_TAIL) != NULL;
    if (!sentence_has(s, PHRASE_GENERAL) || (head->kind != CLAUSE_OTHER && !is_name) ||
        sentence_at(s, begin, PHRASE_PREPOSITION) != NULL ||
        sentence_at(s, begin, PHRASE_OPENING) != NULL || (act != NULL && !is_name))
        return false;
    for (uint32_t at = begin + 2; at + 2 < head->at.end && at < last; at++)
        if (sentence_at(s, at, PHRASE_GENERAL) != NULL)
            return !wording_finite_act_follows(s, head);
    return false;
}

/* Where the house's name ends that the clause begins with: 本集團, 永豐公司; its begin: none does. */
static uint32_t house_end(const struct sentence *s, const struct clause *head)
{
    uint32_t begin = head->at.begin, last = begin + SUBJECT_HAN;
    for (uint32_t at = begin + 2; at < head->at.end && at < last; at++) {
        const struct match *unit = sentence_ending(s, (struct range){begin, at}, PHRASE_UNIT);
        if (unit != NULL && (unit->at.begin == begin ||
                             sentence_find_act(s, (struct range){begin, unit->at.begin}) == NULL))
            return at;
    }
    return begin;
}

/* 學校|實行雙休, 公司|將補助餐費: what the house does for those in it; not 公司|承諾書. */
static bool tells_of_house(const struct sentence *s, const struct clause *head)
{
    bool is_front = head->kind == CLAUSE_OTHER && head + 1 < s->clauses + s->clause_count &&
                    head[1].sentence == head->sentence && /* 每月第一單，公司有獎 */
                    sentence_at(s, head->at.begin, PHRASE_PERIOD) != NULL &&
                    sentence_find_act(s, head->at) == NULL;
    head += is_front;
    bool may_be = sentence_has(s, PHRASE_HOUSE_ACT) && head->kind == CLAUSE_OTHER &&
                  sentence_at(s, head->at.begin, PHRASE_PREPOSITION) == NULL;
    uint32_t at = may_be ? house_end(s, head) : head->at.begin;
    const struct match *act = at > head->at.begin ? sentence_at(s, at, PHRASE_HOUSE_ACT) : NULL;
    if (act == NULL || act->at.end + 1 >= head->at.end)
        return false;
    uint32_t c = s->chars[act->at.end];
    bool is_meeting = act->phrase->length == 1 && text_has(TEXT("议議员員计計场場费費"), c);
    bool is_noun = c == 0x7684 || c == 0x4E4B || text_has(TEXT("书書函性物品款金"), c); /* 的之 */
    return !is_meeting && !is_noun && !wording_other_sentence_acts(s, head);
}

/* 遊島網|為亞洲最大旅遊平台: what kind of house somebody is. */
static bool is_kind_of_house(const struct sentence *s, const struct clause *head)
{
    if (head->kind != CLAUSE_OTHER || sentence_at(s, head->at.begin, PHRASE_PREPOSITION) != NULL ||
        !sentence_has(s, PHRASE_HOUSE_KIND) ||
        sentence_ending(s, head->at, PHRASE_HOUSE_KIND) == NULL)
        return false;
    for (uint32_t at = head->at.begin + 2; at + 3 < head->at.end; at++)
        if (s->chars[at] == 0x4E3A) /* 为 */
            return sentence_find_act(s, (struct range){head->at.begin, at}) == NULL &&
                   sentence_at(s, at + 1, PHRASE_PARTY) == NULL;
    return false;
}

/* 管理範圍：無: a caption, and that there is none. */
static bool has_none(const struct sentence *s)
{
    static const char *const nones[] = {"无",   "無",   "暂无", "暫無", "没有",
                                        "沒有", "不详", "不詳", NULL};
    const struct clause *last = &s->clauses[s->clause_count - 1];
    return s->clause_count == 2 && s->clauses[0].is_caption &&
           text_is_one_of(sentence_text(s, sentence_without_bracket(s, last->at)), nones);
}

uint32_t wording_copula_in_chinese(const struct sentence *s)
{
    const struct clause *head = wording_head_clause(s);
    if (s->language == LANG_EN || head == NULL || head->kind != CLAUSE_OTHER)
        return s->count;
    uint32_t last = head->at.begin + SUBJECT_HAN;
    for (uint32_t at = head->at.begin + 2; at < head->at.end && at < last; at++)
        if (is_copula_in_han(s, at))
            return at;
    return s->count;
}

bool wording_praises_house(const struct sentence *s)
{
    const struct clause *head = s->clauses;
    if (s->language == LANG_EN || s->clause_count < 2 || head->kind != CLAUSE_OTHER)
        return false;
    const struct match *unit = sentence_ending(s, head->at, PHRASE_UNIT);
    return unit != NULL && unit->at.begin > head->at.begin + 3 &&
           s->chars[unit->at.begin - 1] != 0x5404 && /* 各 */
           sentence_at(s, head->at.begin, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, head[1].at.begin, PHRASE_HOUSE_PRAISE) != NULL;
}

/* 有測量記錄: there is one, and nobody makes it; not 有效管控, 有針對性地…. */
static bool tells_existence(const struct sentence *s, const struct clause *head)
{
    static const enum phrase_class ends[] = {PHRASE_TAIL, PHRASE_MATTER, PHRASE_ABOUT};
    static const struct text others =
        TEXT_INIT("效关關序针針权權计計步组組选選意利机機责責线線时時必害氧声聲限偿償色轨軌赖賴系");
    if (head != s->clauses || s->chars[head->at.begin] != 0x6709 || /* 有 */
        head->at.end < head->at.begin + 3 || text_has(others, s->chars[head->at.begin + 1]))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const struct match *end = sentence_ending(s, head->at, ends[i]);
        if (end == NULL || end->at.begin < head->at.begin + 2) /* 有需求: nothing is between */
            continue;
        uint32_t before = end->at.begin;
        bool is_of = before > head->at.begin + 3 &&
                     text_find(sentence_text(s, head->at), TEXT("的"), 0) != TEXT_NOT_FOUND;
        if (end->phrase->length > 1 &&
            (is_of || sentence_find_act(s, (struct range){head->at.begin, before - 2}) == NULL))
            return !wording_finite_act_follows(s, head);
    }
    return false;
}

/* 店長|直接對總經理負責: to whom somebody answers. */
static bool tells_whom_one_answers(const struct sentence *s, const struct clause *head)
{
    struct text words = sentence_text(s, head->at);
    if (s->clause_count != 1 ||
        (!text_ends_with(words, TEXT("负责")) && !text_ends_with(words, TEXT("負責"))))
        return false;
    uint32_t at = head->at.begin;
    while (at < head->at.end && s->chars[at] != 0x5BF9) /* 对 */
        at++;
    uint32_t front = at;
    const struct match *adverb =
        sentence_ending(s, (struct range){head->at.begin, at}, PHRASE_ADVERB);
    if (adverb != NULL)
        front = adverb->at.begin;
    return at < head->at.end && at > head->at.begin &&
           sentence_ending(s, (struct range){head->at.begin, front}, PHRASE_PARTY) != NULL &&
           sentence_find_act(s, head->at) == NULL;
}

/* 開發團隊負責，怎麼做: who answers for a question, and nothing that is done. */
static bool leaves_question(const struct sentence *s, const struct clause *head)
{
    static const char *const charges[] = {"负责", "負責", NULL};
    static const char *const questions[] = {"怎么",   "怎麼",   "怎样", "怎樣", "如何",
                                            "做什么", "做什麼", "什么", "什麼", NULL};
    const struct clause *last = s->clauses + s->clause_count - 1, *next = head + 1;
    struct text front = sentence_text(s, head->at);
    if (last != next || !text_ends_with_one_of(front, charges) || head->at.end < 2 ||
        sentence_ending(s, (struct range){head->at.begin, head->at.end - 2}, PHRASE_PARTY) == NULL)
        return false;
    struct text words = sentence_text(s, next->at);
    struct range behind = {next->at.begin + 2, next->at.end};
    return text_starts_with_one_of(words, questions) &&
           (next->at.end <= next->at.begin + 4 || sentence_find_act(s, behind) == NULL);
}

bool wording_house_gives(const struct sentence *s)
{
    const struct clause *head = s->language == LANG_EN ? NULL : wording_head_clause(s);
    return head != NULL && tells_of_house(s, head);
}

bool wording_describes_in_chinese(const struct sentence *s)
{
    const struct clause *head = wording_head_clause(s);
    return head != NULL &&
           (begins_heading_in_han(s) || leaves_question(s, head) || is_question_in_han(s, head) ||
            is_mostly(s, head) || tells_in_general(s, head) || has_none(s) ||
            wording_praises_house(s) || wording_grants_in_chinese(s) ||
            (s->requirement == NULL && wording_adds_up_pay(s)) || tells_of_house(s, head) ||
            is_kind_of_house(s, head) || wording_states_in_chinese(s, head) ||
            names_main_ones(s, head) || wording_announces(s) || tells_state_in_han(s, head) ||
            wording_tells_of_thing(s, head) || tells_existence(s, head) ||
            tells_whom_one_answers(s, head) || is_list_of_things(s) || is_case(s, head) ||
            wording_only_names(s));
}
