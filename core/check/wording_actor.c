#include "core/check/wording_actor.h"
#include "core/check/wording_helper.h"
#include "core/check/wording_joint_work.h"
#include "core/check/wording_next_clause.h"
#include "core/check/wording_party.h"
#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"

/* The keeper shall wind the clock and assist …: in front, somebody does something in its form. */
static bool follows_acting_subject(const struct sentence *s, const struct clause *clause,
                                   const struct match *match)
{
    struct text front = sentence_text(s, (struct range){clause->at.begin, match->at.begin});
    if (text_find(front, TEXT(" who "), 0) != TEXT_NOT_FOUND ||
        text_find(front, TEXT(" that "), 0) != TEXT_NOT_FOUND)
        return false; /* a clerk who can file and assist … */
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[match->at.begin]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && act->phrase->form == match->phrase->form &&
            (act->phrase->form == VERB_BASE ? english_follows_modal(s, act->at.begin)
                                            : english_follows_subject(s, clause->at.begin, act)))
            return true;
    }
    return false;
}

/* Maintain the service and assist in cataloguing: a helper strung to the act of its clause. */
static bool is_joined_helper(const struct sentence *s, const struct clause *clause,
                             const struct match *match)
{
    uint32_t at = match->at.begin;
    if (s->language != LANG_EN || clause == NULL || match->phrase->form == VERB_ING ||
        english_helper_at(s, at) == NULL)
        return false;
    bool is_behind_verb = clause->kind == CLAUSE_ACT && clause->verb != NULL &&
                          clause->verb->form == match->phrase->form && at > clause->act.end;
    if (!is_behind_verb && !follows_acting_subject(s, clause, match))
        return false;
    if (text_is(match->phrase->words, "help~") && /* … and help them understand …: they do */
        english_is_verb_before(s, match->at.end, clause->at.end))
        return false;
    struct text before = sentence_text(s, english_word_before(s, at));
    return text_is(before, "and") || text_is(before, "also");
}

/* 監督、協助各組運作: right behind the verb of the clause, whose object it shares. */
static bool follows_verb(const struct sentence *s, const struct clause *clause,
                         const struct match *match)
{
    return s->language != LANG_EN && clause != NULL && clause->kind == CLAUSE_ACT &&
           clause->act.end + 1 == match->at.begin && s->chars[clause->act.end] == 0x3001; /* 、 */
}

static const char *const together[] = {"一道", "一同", "一起", "共同", NULL};

/* Where the verb itself begins: 一同|參與. */
static uint32_t verb_begin(const struct sentence *s, const struct match *match)
{
    bool is_led = s->language != LANG_EN && match->phrase->length == 4 &&
                  text_starts_with_one_of(match->phrase->words, together);
    return match->at.begin + (is_led ? 2 : 0);
}

/* 參與, participate in: one among many. */
static bool takes_part(const struct sentence *s, const struct match *match)
{
    return sentence_at(s, verb_begin(s, match), PHRASE_TAKING_PART) != NULL;
}

/* 跟進|或參與項目: joined to the verb of the clause, whose object it shares. */
static bool is_other_way(const struct sentence *s, const struct clause *clause,
                         const struct match *match)
{
    const struct match *join =
        s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_ACT
            ? NULL
            : sentence_at(s, clause->act.end, PHRASE_JOIN);
    return join != NULL && join->at.end == match->at.begin && takes_part(s, match);
}

/* 協助, 配合, 參與: who does it stands elsewhere; 支援 and 合作 may be nouns. */
static bool is_sure_helper(const struct sentence *s, const struct match *match)
{
    uint32_t begin = verb_begin(s, match);
    return match->at.end == begin + 2 && sentence_at(s, begin, PHRASE_SURE_HELPER) != NULL;
}

/* 及|協助場地分配; not 諮詢和協助, 需要協助的個案. */
static bool goes_on_with_work(const struct sentence *s, const struct clause *clause,
                              const struct match *match)
{
    uint32_t end = match->at.end;
    return end + 1 < clause->at.end && is_basic_han(s->chars[end]) &&
           !text_has(TEXT("的之度性者方及和与與或"), s->chars[end]);
}

/* 負責採購及協助場地分配, 撰寫腳本、協助拍攝: behind another act, with work of its own. */
static bool is_added_helper(const struct sentence *s, const struct clause *clause,
                            const struct match *match)
{
    if (s->language == LANG_EN || clause == NULL || match->at.begin <= clause->at.begin + 1 ||
        s->in_brackets[match->at.begin] || !is_sure_helper(s, match) ||
        !goes_on_with_work(s, clause, match))
        return false;
    struct range front = {clause->at.begin, match->at.begin};
    const struct match *join = sentence_ending(s, front, PHRASE_JOIN);
    front.end = join != NULL ? join->at.begin : front.end - 1;
    bool is_joined = join != NULL || s->chars[front.end] == 0x3001; /* 、 */
    const struct match *opening = sentence_at(s, clause->at.begin, PHRASE_OPENING);
    uint32_t head = opening == NULL ? clause->at.begin : opening->at.end;
    if (clause->kind == CLAUSE_ACT && clause->act.end == front.end && clause->act.begin <= head)
        return false; /* 指導及協助輪機員: they share the object; not 系統規劃及協助… */
    return is_joined && (clause->kind == CLAUSE_ACT || clause->kind == CLAUSE_OTHER) &&
           sentence_find_act(s, front) != NULL && clause->act.begin != match->at.begin &&
           sentence_find(s, front, PHRASE_ACTOR) == NULL;
}

/* 與同仁|一同參與…: with whom one takes part, and nobody leads. */
static bool is_together(const struct sentence *s, const struct clause *clause,
                        const struct match *match)
{
    struct text front = sentence_text(s, (struct range){clause->at.begin, verb_begin(s, match)});
    return text_has(TEXT("与和同跟"), s->chars[clause->at.begin]) &&
           text_ends_with_one_of(front, together);
}

/* 針對新專案, 在汛期, 根據計畫: what stands in front tells about what, when or how it is done. */
static bool begins_with_front(const struct sentence *s, const struct clause *clause)
{
    static const char *const about[] = {"针对", "針對", "在", NULL};
    return sentence_at(s, clause->at.begin, PHRASE_HOW) != NULL ||
           text_starts_with_one_of(sentence_text(s, clause->at), about);
}

/* 根據學生|參與|度, 在老師|協助|下: the verb is a noun of the front, and nothing is done yet. */
static bool is_within_front(const struct sentence *s, const struct match *match)
{
    uint32_t before = s->chars[match->at.begin - 1], end = match->at.end;
    return text_has(TEXT("需要可能会會来來的之"), before) ||
           text_has(TEXT("下中过過情人单單率程"), s->chars[end]) ||
           (sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_JOIN) != NULL &&
            before != 0x540C); /* 一同 */
}

/* 針對新專案|協助規劃, 根據計畫|參與分析: behind a front, be its own words acts elsewhere. */
static bool is_fronted_helper(const struct sentence *s, const struct clause *clause,
                              const struct match *match)
{
    if (s->language == LANG_EN || clause == NULL || match->at.begin <= clause->at.begin + 2 ||
        s->in_brackets[match->at.begin] || !is_sure_helper(s, match) ||
        !(begins_with_front(s, clause) || is_together(s, clause, match)) ||
        !goes_on_with_work(s, clause, match) || is_within_front(s, match))
        return false;
    const struct match *other =
        sentence_find(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_ACTOR);
    return other == NULL; /* the one in front is it */
}

/* 副會長|協助會長…: who helps stands in front, and whom right behind; not 客戶配合度. */
static bool is_named_helper(const struct sentence *s, const struct clause *clause,
                            const struct match *match)
{
    if (s->language == LANG_EN || clause == NULL || clause > s->clauses || clause->is_caption ||
        match->at.begin < clause->at.begin + 2 || match->phrase->length != 2)
        return false;
    bool is_deputy = s->chars[clause->at.begin] == 0x526F; /* 副 */
    struct range front = {clause->at.begin + is_deputy, match->at.begin};
    const struct match *helper = sentence_ending(s, front, PHRASE_PARTY);
    return helper != NULL && helper->at.begin == front.begin &&
           sentence_at(s, match->at.end, PHRASE_PARTY) != NULL;
}

/* The clause's head is the match itself, be it behind a subject: the flag officer shall assist. */
static const struct clause *clause_headed_by(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_head =
        clause != NULL && clause->kind == CLAUSE_ACT && clause->act.begin == match->at.begin;
    bool is_answered_for = /* the verger is responsible for assisting the bell-ringers */
        clause != NULL && s->language == LANG_EN && match->phrase->form == VERB_ING &&
        english_follows_charge(s, clause->at.begin, match->at.begin);
    bool is_behind_subject =
        clause != NULL && s->language == LANG_EN && clause->kind == CLAUSE_OTHER &&
        (match->phrase->form == VERB_BASE ? english_follows_modal(s, match->at.begin)
                                          : english_follows_subject(s, clause->at.begin, match));
    const struct match *join =
        s->language == LANG_EN || clause == NULL || clause->kind != CLAUSE_ACT
            ? NULL
            : sentence_ending(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_AND);
    bool is_strung = match->phrase->length == 2 &&
                     ((join != NULL && join->at.begin > clause->act.begin) || /* 準備並協助健檢 */
                      follows_verb(s, clause, match));
    return is_head || is_answered_for || is_behind_subject || is_strung ||
                   is_other_way(s, clause, match) || is_joined_helper(s, clause, match) ||
                   is_added_helper(s, clause, match) || is_fronted_helper(s, clause, match) ||
                   is_named_helper(s, clause, match)
               ? clause
               : NULL;
}

/* Where the part that belongs to the act ends: at what is strung to it. */
static uint32_t scope_end(const struct sentence *s, uint32_t from, uint32_t end)
{
    for (uint32_t i = s->first[from]; i < s->first[end]; i++) {
        enum phrase_class class = s->matches[i].phrase->class;
        uint32_t next = skip_blanks(s, s->matches[i].at.end, end);
        bool joins = class == PHRASE_AND || class == PHRASE_JOIN;
        if (joins &&
            (sentence_act_at(s, next) != NULL || sentence_at(s, next, PHRASE_IDLE) != NULL))
            return s->matches[i].at.begin;
    }
    return end;
}

/* 配合產品、設計團隊，完成開發: what is done stands in the next clause. */
static uint32_t sentence_end(const struct sentence *s, const struct clause *clause)
{
    const struct clause *last = clause;
    while (last + 1 < s->clauses + s->clause_count && last[1].sentence == clause->sentence)
        last++;
    return last->at.end;
}

#define PARTY_LENGTH 2 /* ... whom somebody helps, or what is done */

/* 參與培訓、激勵工作, 參加會議和政策的協商: the event is one of several things, or but a part. */
static bool names_more(const struct sentence *s, const struct match *event, struct range in)
{
    const struct match *join = sentence_at(s, event->at.end, PHRASE_JOIN);
    bool is_listed = event->at.end < in.end && s->chars[event->at.end] == 0x3001; /* 、 */
    const struct match *last = sentence_ending(s, in, PHRASE_ACT);
    const struct match *other = last != NULL ? last : sentence_ending(s, in, PHRASE_ACT_NOUN);
    bool leads = false;
    for (uint32_t at = event->at.end; last != NULL && at < last->at.begin; at++)
        leads = leads || s->chars[at] == 0x7684 || s->chars[at] == 0x4E4B; /* 的之 */
    return s->language != LANG_EN && (join != NULL || is_listed) &&
           (leads || wording_ends_in_work(s, in) ||
            (join != NULL && other != NULL && other->at.begin >= join->at.end + PARTY_LENGTH &&
             sentence_at(s, other->at.begin, PHRASE_EVENT) == NULL)); /* 討論及系統設計 */
}

/* The review of fares, a discussion of plans; a training programme: the work itself, or a thing. */
static bool is_work(const struct sentence *s, const struct match *event, uint32_t end)
{
    struct text rest = sentence_text(s, (struct range){event->at.end, end});
    return s->language == LANG_EN && sentence_at(s, event->at.begin, PHRASE_HELD_WORK) != NULL &&
           (text_starts_with(rest, TEXT(" of ")) || text_starts_with(rest, TEXT(" program")));
}

/* 參與會議, 參與值班及演練; not 參與值班管理, where it is a part of the work's name. */
static bool is_event(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct match *event = &s->matches[i];
        uint32_t end = event->at.end;
        if (event->phrase->class != PHRASE_EVENT || end > in.end || names_more(s, event, in) ||
            is_work(s, event, in.end))
            continue;
        if (s->language == LANG_EN || end == in.end || !is_basic_han(s->chars[end]) ||
            sentence_at(s, end, PHRASE_JOIN) != NULL || sentence_at(s, end, PHRASE_VAGUE) != NULL ||
            sentence_at(s, end, PHRASE_EVENT) != NULL)
            return true;
    }
    return wording_is_meeting(s, in);
}

/* 參與方向的討論|和制定: another act without an object is joined to the event, and no event. */
static bool joins_act(const struct sentence *s, uint32_t at, uint32_t end)
{
    const struct match *join = at < end ? sentence_at(s, at, PHRASE_JOIN) : NULL;
    const struct match *act = join == NULL ? NULL : sentence_act_at(s, join->at.end);
    return act != NULL && act->at.end == end && sentence_at(s, act->at.begin, PHRASE_EVENT) == NULL;
}

/* 組織|並參與演練: who takes part leads as well. */
static bool leads_too(const struct sentence *s, const struct clause *clause,
                      const struct match *match)
{
    const struct match *join =
        sentence_ending(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_AND);
    struct range front = {clause->at.begin, join == NULL ? clause->at.begin : join->at.begin};
    return s->language != LANG_EN && join != NULL &&
           (sentence_ending(s, front, PHRASE_ACT) != NULL ||
            sentence_ending(s, front, PHRASE_OPENING) != NULL ||
            sentence_ending(s, front, PHRASE_ACT_NOUN) != NULL);
}

/* 社區組織, 開發團隊: what seems an act is part of a party's name. */
static bool is_in_party(const struct sentence *s, const struct match *act, uint32_t from)
{
    return sentence_ending(s, (struct range){from, act->at.end}, PHRASE_PARTY) != NULL ||
           sentence_at(s, act->at.end, PHRASE_PARTY) != NULL;
}

/* 行政業務支援, 展覽工作配合: the whole of it, as a noun; not 技術支援, which is given. */
static bool is_noun_of_work(const struct sentence *s, const struct clause *clause,
                            const struct match *match)
{
    struct text words = match->phrase->words;
    bool is_backing = text_is(words, "支持") || text_is(words, "合作") || text_is(words, "协作");
    struct range front = {clause->at.begin, match->at.begin};
    struct text what = sentence_text(s, front);
    bool is_data = text_ends_with(what, TEXT("数据")) || text_ends_with(what, TEXT("數據")) ||
                   text_ends_with(what, TEXT("信息")) || text_ends_with(what, TEXT("資料"));
    return !is_backing && !is_data && clause->kind == CLAUSE_OTHER &&
           (sentence_ending(s, front, PHRASE_MATTER) != NULL || wording_ends_in_work(s, front) ||
            sentence_ending(s, front, PHRASE_ACT_NOUN) != NULL); /* 庫存管理協助 */
}

/* 為門市|提供支援: given to somebody, at the head of the record, and nothing says in what. */
static bool is_given_to_party(const struct sentence *s, const struct clause *clause,
                              const struct match *match)
{
    static const char *const verbs[] = {"提供", "给予", "給予", NULL};
    struct range whom = {clause->at.begin, match->at.begin};
    return clause == s->clauses && text_has(TEXT("为為"), s->chars[clause->at.begin]) &&
           text_starts_with_one_of(match->phrase->words, verbs) &&
           (sentence_find(s, whom, PHRASE_PARTY) != NULL ||
            sentence_find(s, whom, PHRASE_UNIT) != NULL);
}

/* 與各部門合作, 給予銷售部必要的支持: nothing is done but that, and no clause goes on. */
static bool is_only_with(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language == LANG_EN || clause == NULL || match->at.end != clause->at.end ||
        sentence_end(s, clause) > clause->at.end || match->at.begin <= clause->at.begin)
        return false;
    if (is_noun_of_work(s, clause, match) || is_given_to_party(s, clause, match))
        return true;
    const struct match *idle = sentence_at(s, clause->at.begin, PHRASE_IDLE);
    uint32_t first = s->chars[clause->at.begin];
    bool is_with = text_has(TEXT("与和同跟给替帮"), first);
    bool is_of = text_has(TEXT("的之"), s->chars[match->at.begin - 1]);
    bool is_giving = is_of && (idle != NULL || first == 0x5BF9); /* 對業務部的支援 */
    const struct match *act =
        sentence_find_act(s, (struct range){clause->at.begin, match->at.begin});
    const struct match *party =
        sentence_ending(s, (struct range){clause->at.begin, match->at.begin}, PHRASE_PARTY);
    if (is_with && party != NULL && act != NULL && act->at.end == party->at.begin)
        return true; /* 與攝影組協同 */
    return is_giving || (is_with && (act == NULL || is_in_party(s, act, clause->at.begin)) &&
                         sentence_find(s, clause->at, PHRASE_PARTY) != NULL);
}

/* Working with the registrar, file …: the act stands in another clause. */
static bool goes_with_act(const struct sentence *s, const struct clause *clause)
{
    for (const struct clause *next = clause + 1; next < s->clauses + s->clause_count; next++)
        if (next->sentence == clause->sentence && next->kind == CLAUSE_ACT &&
            (next->verb == NULL || next->verb->form != VERB_ING))
            return s->language == LANG_EN && clause->verb != NULL && clause->verb->form == VERB_ING;
    return false;
}

/* Coordinates sites, supplies, and support for voters: by its form a noun, or by what follows. */
static bool is_noun_in_list(const struct sentence *s, const struct clause *clause,
                            const struct match *match)
{
    const struct clause *first = &s->clauses[0];
    uint32_t next = skip_blanks(s, match->at.end, clause->at.end);
    struct text rest = sentence_text(s, (struct range){next, clause->at.end});
    bool is_listed = clause > first && clause->sentence == first->sentence && !first->is_caption &&
                     clause->act.begin == match->at.begin;
    bool differs = first->kind == CLAUSE_ACT && first->verb != NULL &&
                   first->verb->form == VERB_S && match->phrase->form == VERB_BASE &&
                   !english_follows_modal(s, match->at.begin);
    static const char *const groups[] = {"team",      "teams",     "staff",  "desk",
                                         "functions", "engineers", "agents", NULL};
    struct range last = english_word_before(s, clause->at.end);
    bool is_group = is_listed && clause[-1].kind == CLAUSE_OTHER && /* sales, and support teams */
                    last.begin == next && text_is_one_of(sentence_text(s, last), groups);
    return s->language == LANG_EN && is_listed &&
           (is_group || differs || text_starts_with(rest, TEXT("for ")));
}

/* Where the last part of a list begins, with what joins it; the range's begin: it has none. */
static uint32_t last_joint(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.end; at > in.begin; at--)
        if (wording_skip_joints(s, at - 1) > at - 1)
            return at - 1;
    return in.begin;
}

static bool is_support(const struct match *match)
{
    return text_is(match->phrase->words, "支持") || text_is(match->phrase->words, "支援");
}

/* …，支持風險管理需求; …，幫助團隊成長: what the act in front is for. */
static bool tells_what_for(const struct sentence *s, const struct match *match, struct range rest)
{
    bool is_help = text_is(match->phrase->words, "帮助");
    bool is_for_party = sentence_find(s, rest, PHRASE_PARTY) != NULL &&
                        (sentence_ending(s, rest, PHRASE_PARTY) != NULL ||
                         text_ends_with(sentence_text(s, rest), TEXT("工作")));
    return s->language != LANG_EN && match->at.begin > s->clauses[0].at.end &&
           (is_help || (is_support(match) && !is_for_party)); /* 支持團隊後續開發 */
}

/* Assist in, help with: what it is done to stands behind the preposition. */
static bool has_own_object(const struct match *match)
{
    struct text words = match->phrase->words;
    return text_starts_with(words, TEXT("assist")) &&
           (text_ends_with(words, TEXT(" in")) || text_ends_with(words, TEXT(" with")));
}

/* Greet and assist customers: English, the act in front has the same object. */
static bool shares_act(const struct sentence *s, const struct match *match)
{
    const struct match *join = sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_JOIN);
    const struct match *act =
        s->language != LANG_EN || join == NULL
            ? NULL
            : sentence_ending(s, (struct range){0, join->at.begin}, PHRASE_ACT);
    return act != NULL && !has_own_object(match) && is_at_head(s, act->at.begin) &&
           sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) == NULL;
}

/* Develop, maintain, and support systems: the acts in front have the same object. */
static bool shares_object(const struct sentence *s, const struct clause *clause,
                          const struct match *match)
{
    const struct clause *before = clause - 1;
    return s->language == LANG_EN && clause > s->clauses && !has_own_object(match) &&
           before->sentence == clause->sentence && before->kind == CLAUSE_ACT &&
           before->act.end == before->at.end &&
           sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_JOIN) != NULL;
}

bool wording_leaves_open(const struct sentence *s, const struct match *match)
{
    if (wording_comes_about(s, match) || wording_names_leader(s, match))
        return false;
    if (wording_is_joint_work(s, match) || is_only_with(s, match) || wording_helps_in_row(s, match))
        return true;
    const struct clause *clause = clause_headed_by(s, match);
    if (clause != NULL && s->requirement != NULL &&
        (s->language != LANG_EN || s->requirement->at.begin <= match->at.begin))
        return false; /* 具…能力，能與團隊合作, must be involved: it speaks of the person */
    bool is_fronted = clause != NULL && match->at.begin > clause->at.begin &&
                      sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) != NULL;
    if (is_fronted && match->at.end == clause->at.end)
        return false; /* 與開發團隊合作，制定協議: the next clause says in what */
    bool is_item = clause != NULL && clause->sentence != s->clauses[0].sentence && /* …; and … */
                   s->clauses[0].verb != NULL && s->clauses[0].verb->form == VERB_ING;
    bool is_participle =
        match->phrase->form == VERB_ING && match->at.begin > s->clauses[0].at.end && !is_item;
    if (clause == NULL || is_participle || goes_with_act(s, clause) ||
        is_noun_in_list(s, clause, match))
        return false; /* 技術支援: a noun; …, working with …: tells how */
    struct range rest = {match->at.end, scope_end(s, match->at.end, clause->at.end)};
    bool is_english = s->language == LANG_EN;
    const struct match *ad_hoc = is_english ? NULL : sentence_find(s, rest, PHRASE_AD_HOC);
    if (ad_hoc != NULL)
        rest.end = last_joint(s, (struct range){rest.begin, ad_hoc->at.begin});
    if (ad_hoc != NULL && rest.end == rest.begin)
        return false; /* 配合完成主管交辦事項: W402 says so */
    if (tells_what_for(s, match, rest) || wording_is_led(s, match, rest))
        return false;
    const struct match *last = sentence_ending(s, rest, PHRASE_ACT);
    if (!is_english && is_support(match) && last != NULL &&
        last->at.begin >= rest.begin + PARTY_LENGTH)
        return !wording_next_clause_acts(s, clause); /* 支持球隊建設 */
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    if (takes_part(s, match) && leads_too(s, clause, match))
        return false;
    if (takes_part(s, match) && is_english && wording_names_own_role(s, begin, clause->at.end))
        return false; /* participate as juror in … */
    if (takes_part(s, match) && joins_act(s, rest.end, clause->at.end))
        return true;
    if (takes_part(s, match)) /* who takes part in a meeting does not lead it; else: who does? */
        return !is_event(s, is_english ? (struct range){rest.begin, clause->at.end} : rest);
    if (sentence_at(s, begin, PHRASE_JOIN) != NULL || shares_act(s, match) ||
        shares_object(s, clause, match))
        return false; /* supports and coaches …: the other act says it */
    uint32_t end = sentence_end(s, clause);
    bool is_listed =
        rest.begin == rest.end && clause > s->clauses && clause[-1].sentence == clause->sentence;
    if (is_english) /* …, administrative, support, or repair services: a noun among others */
        return !is_listed && wording_helper_is_open(s, match, end);
    if (end > clause->at.end && wording_next_clause_tells(s, clause, rest))
        return false;
    bool is_with = text_has(TEXT("与和同跟"), s->chars[clause->at.begin]);
    if (is_fronted && is_with && sentence_find_act(s, rest) != NULL)
        return false; /* 與設計師合作繪製圖說 */
    return wording_party_is_left_open(s, rest, rest.end < clause->at.end);
}
