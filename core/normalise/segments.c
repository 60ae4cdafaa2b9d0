#include "core/normalise/segments.h"
#include "core/model/fold.h"
#include "core/normalise/act_row.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"

#define ADVERB_MIN 4 /* letters in front of which nothing ends in -ly: only, ugly */

const struct match *segment_joint_at(const struct sentence *s, uint32_t at)
{
    const struct match *and = sentence_at(s, at, PHRASE_AND);
    return and != NULL ? and : sentence_at(s, at, PHRASE_JOIN);
}

struct text segment_joint(const struct sentence *s, const struct segment *segment)
{
    return sentence_text(s, (struct range){segment->begin, segment->at.begin});
}

/* Properly, gently: an adverb by its ending, which no list need hold; not apply, supply. */
static uint32_t skip_word_in_ly(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t last = english_word_end(s, at, end);
    bool is_one = s->language == LANG_EN && last < end && last > at + ADVERB_MIN &&
                  text_ends_with(sentence_text(s, (struct range){at, last}), TEXT("ly")) &&
                  sentence_act_at(s, at) == NULL && sentence_at(s, at, PHRASE_ACTOR) == NULL;
    return is_one ? last : at;
}

/* 並|與司機核對: behind a word that joins acts only, 與 and 和 join none. */
static bool segment_says_with_whom(const struct sentence *s, uint32_t begin, uint32_t at)
{
    const struct match *and = sentence_at(s, begin, PHRASE_AND);
    return s->language != LANG_EN && and != NULL && and->at.end == at && at < s->count &&
           text_has(TEXT("与和跟同"), s->chars[at]) &&
           sentence_at(s, at, PHRASE_PREPOSITION) != NULL;
}

uint32_t segment_skip_openers(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const enum phrase_class skipped[] = {PHRASE_AND,   PHRASE_JOIN,     PHRASE_ADVERB,
                                                PHRASE_VAGUE, PHRASE_MODIFIER, PHRASE_OPENING,
                                                PHRASE_PERIOD};
    uint32_t begin = at;
    for (bool goes_on = true; goes_on && at < end;) {
        at = skip_blanks(s, at, end);
        goes_on = false;
        if (segment_says_with_whom(s, begin, at))
            break;
        for (size_t i = 0; i < sizeof skipped / sizeof *skipped && !goes_on; i++) {
            const struct match *match = sentence_at(s, at, skipped[i]);
            goes_on = match != NULL && match->at.end <= end;
            at = goes_on ? match->at.end : at;
        }
        uint32_t behind = goes_on ? at : skip_word_in_ly(s, at, end);
        goes_on |= behind > at;
        at = behind;
    }
    return at;
}

/* 管理事宜, 核定事項: what only says that it is work goes off. */
static struct range without_matter(const struct sentence *s, struct range at)
{
    static const char *const matters[] = {"事宜", "事项", "事項", NULL};
    struct text last = sentence_text(s, (struct range){at.end < 2 ? 0 : at.end - 2, at.end});
    return (struct range){at.begin, at.end - (text_is_one_of(last, matters) ? 2 : 0)};
}

#define NOMINAL_MIN 4 /* code points of a verb behind its object */

/* 費用由財務部支付: somebody else does it. */
static bool names_doer(const struct sentence *s, const struct clause *clause)
{
    for (uint32_t at = clause->at.begin; at < clause->at.end; at++)
        if (s->chars[at] == 0x7531 && sentence_at(s, at, PHRASE_PREPOSITION) != NULL) /* 由 */
            return true;
    return false;
}

/* 付款流程跟進, 系統故障解決: the clause ends with an act whose object stands in front of it. */
static const struct phrase *nominal_act(const struct sentence *s, const struct clause *clause)
{
    static const enum phrase_class acts[] = {PHRASE_ACT, PHRASE_ACT_NOUN};
    if (clause->kind != CLAUSE_OTHER || !nominal_clause(s, clause) ||
        clause->at.end - clause->at.begin < NOMINAL_MIN || names_doer(s, clause))
        return NULL;
    struct range at = without_matter(s, clause->at);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        const struct match *act = sentence_ending(s, at, acts[i]);
        if (act != NULL && act->at.begin >= clause->at.begin + 2 && act->phrase->length == 2 &&
            sentence_at(s, act->at.begin, PHRASE_MATTER) == NULL)
            return act->phrase;
    }
    return NULL;
}

bool segment_is_of_party(const struct sentence *s, uint32_t behind, uint32_t end)
{
    const struct match *tail = sentence_at(s, behind, PHRASE_PARTY_TAIL);
    const struct match *party = sentence_at(s, behind, PHRASE_PARTY);
    const struct match *thing = sentence_at(s, behind, PHRASE_ABOUT); /* 整理|課程資料 */
    if (tail == NULL || (party != NULL && party->at.end > tail->at.end) ||
        (thing != NULL && thing->at.end > tail->at.end))
        return false;
    uint32_t next = tail->at.end;
    return next >= end || !is_basic_han(s->chars[next]) || s->chars[next] == 0x7684 || /* 的 */
           tail->phrase->length == 1 || sentence_at(s, next, PHRASE_PARTY) != NULL ||
           sentence_act_at(s, next) != NULL;
}

/* …, and ensure that …: the result of what is done; and be punctual: nothing is done. */
static bool is_idle_end(const struct sentence *s, uint32_t at)
{
    static const char *const kept[] = {"do~", "bear~ responsibility for",
                                       "take~ responsibility for", "take~ charge of", NULL};
    const struct match *idle = sentence_at(s, at, PHRASE_IDLE);
    return s->language == LANG_EN && idle != NULL && !text_is_one_of(idle->phrase->words, kept);
}

/* Including rooms …, such as …: examples that a mark stands in front of. */
static bool begins_examples(const struct sentence *s, uint32_t at)
{
    static const char *const english[] = {"including ", "such as ", "e.g", "i.e", NULL};
    struct text rest = text_from(s->text, s->offsets[at]);
    return s->language == LANG_EN && text_starts_with_one_of(rest, english);
}

/*
 * 負責雙足，四足機器人的設計: the formula in front has no act, and what seems one of its own here
 * is what both things are for.
 */
static bool completes_formula(const struct sentence *s, const struct clause *clause)
{
    const struct clause *front = clause - 1;
    while (front > s->clauses && front + LIST_REACH > clause && front->kind == CLAUSE_OTHER &&
           front[-1].sentence == clause->sentence && nominal_act(s, front) == NULL &&
           sentence_ending(s, front->at, PHRASE_TAIL) == NULL)
        front--; /* 負責甲，乙，丙的開發 */
    return clause > s->clauses && front->sentence == clause->sentence &&
           front->kind == CLAUSE_ACT && front->verb == NULL && nominal_act(s, front) == NULL &&
           sentence_ending(s, front->at, PHRASE_ACT) == NULL &&
           sentence_ending(s, front->at, PHRASE_ACT_NOUN) == NULL &&
           sentence_ending(s, front->at, PHRASE_TAIL) == NULL;
}

/* 處理包裹的收發，…: the act is a noun of what is handled. */
static bool handles_act(const struct sentence *s, const struct clause *clause)
{
    const struct match *act = sentence_ending(s, clause->at, PHRASE_ACT);
    if (act == NULL)
        act = sentence_ending(s, clause->at, PHRASE_ACT_NOUN);
    return act != NULL && act->at.begin > clause->act.end + 2 &&
           text_has(TEXT("的之"), s->chars[act->at.begin - 1]);
}

/*
 * 負責語義理解，信息提取等工作: behind the formula names of acts that the last one leaves open are
 * one list, and so are those that somebody takes part in.
 */
static bool is_in_open_list(const struct sentence *s, const struct clause *clause)
{
    const struct clause *front = clause, *last = clause, *end = s->clauses + s->clause_count;
    while (front > s->clauses && front + LIST_REACH > clause && front->kind == CLAUSE_OTHER &&
           front[-1].sentence == clause->sentence)
        front--;
    while (last + 1 < end && last < clause + LIST_REACH && last[1].sentence == clause->sentence &&
           last[1].kind == CLAUSE_OTHER)
        last++;
    if (s->language != LANG_EN && front < clause && front->kind == CLAUSE_ACT &&
        sentence_at(s, front->act.begin, PHRASE_ACTOR) != NULL && clause->kind == CLAUSE_OTHER)
        return true; /* 參與設計評審，用例評審 */
    bool is_led = s->language != LANG_EN && front < clause && front->kind == CLAUSE_ACT &&
                  (front->verb == NULL || sentence_at(s, front->at.begin, PHRASE_OPENING) != NULL ||
                   handles_act(s, front));
    return is_led && clause_leaves_open(s, last);
}

static void add_segment(struct segments *g, const struct clause *clause, struct range at,
                        enum joint joint)
{
    const struct sentence *s = g->s;
    if (g->count == SEGMENTS_MAX || skip_blanks(s, at.begin, at.end) == at.end)
        return;
    bool is_how = clause_tells_detail(g, clause) ||
                  (clause->kind == CLAUSE_HOW && sentence_at(s, at.begin, PHRASE_AND) == NULL);
    bool is_settled = is_how || clause_is_settled(g, clause);
    struct segment *segment = &g->list[g->count++];
    *segment = (struct segment){.begin = at.begin,
                                .is_clause = g->is_new_clause,
                                .is_listed = joint == JOINT_LIST,
                                .is_strung = joint == JOINT_ACTS,
                                .is_joined = joint == JOINT_NOUNS,
                                .is_purpose = joint == JOINT_PURPOSE,
                                .is_settled = is_settled,
                                .is_how = is_how};
    segment->at = (struct range){segment_skip_openers(s, at.begin, at.end), at.end};
    if (segment->at.begin == at.end || /* "proactively and …": openers only */
        (!segment->is_clause && clause_says_with_whom(s, clause))) {
        g->count--;
        return;
    }
    segment->is_settled |= g->count > 1 && is_idle_end(s, segment->at.begin);
    g->is_new_clause = false;
    uint32_t behind;
    segment->verb = segment_verb(s, clause, segment, &behind);
    segment->behind = behind;
    if (s->language != LANG_EN && !segment->is_clause && segment_is_of_party(s, behind, at.end))
        segment->verb = NULL;
    if (begins_examples(s, segment->at.begin))
        segment->verb = NULL;
    bool is_verb = segment->verb != NULL;
    bool is_noun = is_verb || !segment->is_clause || completes_formula(s, clause) ||
                   is_in_open_list(s, clause);
    const struct phrase *nominal = is_noun ? NULL : nominal_act(s, clause);
    if (nominal != NULL && at.end == clause->at.end) {
        segment->verb = nominal;
        segment->has_object = segment->is_nominal = true;
        return;
    }
    segment->has_object = is_verb && segment_has_object(s, clause, segment);
    segment->is_weak = is_verb && segment_is_weak(s, segment);
    const struct match *tail = sentence_at(s, behind, PHRASE_TAIL);
    segment->is_weak |=
        tail != NULL &&
        (tail->at.end == at.end || /* 發布流程, 開發手冊等資料 */
         (s->language != LANG_EN && tail->at.end < at.end && s->chars[tail->at.end] == 0x7B49));
}

/* To keep the minutes and to send them: where the record begins so, each "to" begins an act. */
static enum joint joint_of(const struct sentence *s, const struct phrase *and)
{
    if (text_ends_with(and->words, TEXT(" to")))
        return clause_is_infinitive(s, &s->clauses[0]) && text_starts_with(and->words, TEXT("and"))
                   ? JOINT_NOUNS
                   : JOINT_PURPOSE;
    return and->class == PHRASE_AND ? JOINT_ACTS : JOINT_NOUNS;
}

/*
 * 監督消防安全，門禁管理; 負責營業額，費用及人力的預測: a verb in front, or the formula with a
 * noun, has for its objects what seem acts of their own.
 */
static bool follows_verb(const struct sentence *s, const struct clause *clause)
{
    const struct clause *front = clause;
    while (front > s->clauses && front[-1].sentence == clause->sentence &&
           (front == clause || front->kind == CLAUSE_OTHER))
        front--;
    return front < clause && front->kind == CLAUSE_ACT &&
           (front->verb != NULL || sentence_find_act(s, front->at) == NULL);
}

/* 危機預防和風險管理，…: the first act of the clause that stands behind its object is one. */
static void name_act(struct segments *g, const struct clause *clause, size_t from)
{
    static const struct phrase named = {.class = PHRASE_ACT_NOUN};
    if (clause->kind != CLAUSE_OTHER || !nominal_clause(g->s, clause) ||
        is_in_open_list(g->s, clause))
        return;
    bool follows = follows_verb(g->s, clause);
    for (size_t i = from; i < g->count; i++) {
        struct segment *segment = &g->list[i];
        struct match act;
        if (segment->is_settled || (segment->verb != NULL && segment->has_object))
            return;
        enum nominal kind = nominal_act_in(g->s, segment->at, &act);
        if (kind == NOMINAL_NONE || (kind == NOMINAL_JOINED && follows) ||
            (kind == NOMINAL_LED && follows &&
             (clause[-1].verb == NULL || text_starts_with(clause[-1].verb->words, TEXT("参")))))
            continue;
        segment->is_named = segment->is_nominal = true;
        segment->verb = &named;
        segment->has_object = true;
        return;
    }
}

/* 加強與外部的交流: right behind the verb 與 says with whom, unless another verb follows. */
static bool leads_to_whom(const struct sentence *s, const struct clause *clause, struct range front,
                          const struct match *join)
{
    if (front.begin != clause->at.begin)
        return false;
    const struct match *act = sentence_ending(s, front, PHRASE_ACT);
    return s->language != LANG_EN && s->chars[join->at.begin] == 0x4E0E && act != NULL &&
           act->at.begin == segment_skip_openers(s, front.begin, front.end) &&
           sentence_act_at(s, join->at.end) == NULL &&
           sentence_at(s, join->at.end, PHRASE_IDLE) == NULL;
}

/* 收集廚餘後|運往堆肥場: what is done next, behind an act with its object. */
static bool leads_to_next(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    if (s->chars[at] != 0x540E || at + 1 >= clause->at.end) /* 后 */
        return false;
    const struct match *next = sentence_act_at(s, at + 1);
    return next != NULL && s->language != LANG_EN && clause->kind == CLAUSE_ACT &&
           at > clause->act.end + 1 && sentence_ending(s, clause->at, PHRASE_TAIL) == NULL &&
           next->at.end < clause->at.end &&
           sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) == NULL &&
           !text_has(TEXT("售课会术产饭餐班赛前今最背身幕善然随而"), s->chars[at - 1]) &&
           !text_has(TEXT("端台勤续期方备门厨厅院区卫世果天者"), s->chars[at + 1]); /* 后端 */
}

/* 養雞、種菜、帶導覽: each part of a row is an act of its own. */
static void take_row(struct segments *g, const struct clause *clause, size_t from)
{
    static const struct phrase in_row = {.class = PHRASE_HEAD_ACT, .length = 2};
    for (size_t i = from; clause->is_row && i < g->count; i++) {
        struct segment *segment = &g->list[i];
        uint32_t object = act_row_object(g->s, segment->at.begin, segment->at.end);
        if (segment->is_settled || object == segment->at.begin)
            continue;
        if (segment->verb == NULL) {
            segment->verb = &in_row;
            segment->behind = object;
        }
        segment->has_object = segment->is_in_row = true;
        segment->is_weak = segment->is_nominal = false;
    }
}

void segments_split(struct segments *g, const struct clause *clause)
{
    const struct sentence *s = g->s;
    uint32_t begin = clause->at.begin, depth = 0;
    size_t from = g->count;
    enum joint joint = JOINT_NONE;
    bool has_front = clause->kind == CLAUSE_ACT && s->language != LANG_EN;
    for (uint32_t at = begin; has_front && at < clause->act.begin; at++)
        depth += s->chars[at] == '(';
    g->is_new_clause = true;
    for (uint32_t at = has_front ? clause->act.begin : begin; at < clause->at.end; at++) {
        const struct match *and = segment_joint_at(s, at);
        bool is_mark = s->chars[at] == 0x3001 || s->chars[at] == '/'; /* 、 */
        bool is_next = and == NULL && leads_to_next(s, clause, at);
        is_mark = is_mark || is_next;
        depth += s->chars[at] == '(';
        depth -= s->chars[at] == ')' && depth > 0;
        if (depth > 0 || s->is_quoted[at] || (!is_mark && and == NULL) ||
            (!is_mark && segment_says_with_whom(s, begin, at)) ||
            (!is_mark && leads_to_whom(s, clause, (struct range){begin, at}, and)))
            continue;
        add_segment(g, clause, (struct range){begin, at}, joint);
        joint = is_next ? JOINT_ACTS : is_mark ? JOINT_LIST : joint_of(s, and->phrase);
        begin = at + (is_mark ? 1 : 0);
        at = is_mark ? at : and->at.end - 1;
    }
    add_segment(g, clause, (struct range){begin, clause->at.end}, joint);
    name_act(g, clause, from);
    take_row(g, clause, from);
}
