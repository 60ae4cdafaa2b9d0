#include "core/check/wording_procedure.h"
#include "core/check/wording_wish.h"
#include "core/normalise/verbs.h"

#define NAME 2   /* code points of what a procedure is called: 規程 */
#define REACH 12 /* code points behind 依 that name the procedure */

/* Where the procedure ends that `how` leads to: 按規定|, 依作業流程|; its begin: none is named. */
static uint32_t procedure_end(const struct sentence *s, const struct match *how, uint32_t end)
{
    uint32_t last = how->at.end + REACH;
    last = last < end ? last : end;
    for (uint32_t at = how->at.begin + 1; at + NAME <= last; at++) {
        const struct match *name = sentence_at(s, at, PHRASE_PROCEDURE);
        if (name != NULL && name->at.end == at + NAME)
            return at + NAME;
    }
    return how->at.begin;
}

/* 工具|按規定擺放, 公文|依規程收發: behind what it is done to, and in front of the act. */
bool wording_says_how_behind_topic(const struct sentence *s, const struct clause *clause)
{
    const struct match *how = sentence_find(s, clause->at, PHRASE_HOW);
    if (how == NULL || s->language == LANG_EN || how->at.begin < clause->at.begin + 2 ||
        !text_has(TEXT("按依遵"), s->chars[how->at.begin]) ||
        (clause->kind != CLAUSE_OTHER && clause->act.begin <= how->at.begin))
        return false;
    struct range topic = {clause->at.begin, how->at.begin};
    uint32_t end = procedure_end(s, how, clause->at.end);
    return end > how->at.begin && end + 2 <= clause->at.end && s->chars[end] != 0x7684 && /* 的 */
           sentence_find(s, topic, PHRASE_ACT) == NULL;
}

/* 收入|依規定繳庫: something is done to it, and by nobody else. */
static bool is_done_by_procedure(const struct sentence *s)
{
    const struct clause *last = &s->clauses[s->clause_count - 1];
    return s->language != LANG_EN && s->clause_count == 1 &&
           wording_says_how_behind_topic(s, last) &&
           text_find(s->text, TEXT("由"), 0) == TEXT_NOT_FOUND;
}

#define DONE_MIN 2 /* code points of what is done: 加開 */

/* 依規定|摺疊毛巾: behind the procedure only an act can stand, though no list knows it. */
static bool acts_by_procedure(const struct sentence *s)
{
    static const uint32_t act_and_object = 4; /* code points */
    const struct clause *first = &s->clauses[0];
    const struct match *how = sentence_at(s, first->at.begin, PHRASE_HOW);
    if (s->language == LANG_EN || first->kind != CLAUSE_OTHER || how == NULL)
        return false;
    uint32_t at = procedure_end(s, how, first->at.end);
    if (at == how->at.begin || at + DONE_MIN > first->at.end ||
        text_has(TEXT("的之及与與和、"), s->chars[at]))
        return false;
    return first->at.end >= at + act_and_object || verb_is_short_han(s->chars[at]) ||
           verb_is_han(s->chars[at], s->chars[at + 1]) ||
           verb_begins_han(s->chars[at], s->chars[at + 1]);
}

/* 遇火情|拉響警報, 視客流情況|加開窗口, 酌收|材料費: behind the case only an act can stand. */
static bool acts_in_case(const struct sentence *s)
{
    static const char *const cases[] = {"遇", "遇到", "遇有", "如遇", "若遇", "一旦", NULL};
    static const uint32_t occurrence = 2; /* code points of what happens: 火情 */
    const struct clause *first = &s->clauses[0];
    const struct match *front = sentence_at(s, first->at.begin, PHRASE_CASE);
    if (s->language == LANG_EN || first->kind != CLAUSE_OTHER ||
        sentence_ending(s, first->at, PHRASE_TEMPORAL) != NULL)
        return false;
    if (s->chars[first->at.begin] == 0x7528 && wording_puts_somewhere(s, first)) /* 用 */
        return true;
    if (front != NULL && text_is_one_of(sentence_text(s, front->at), cases))
        return first->at.end > front->at.end + occurrence + DONE_MIN;
    front = sentence_at(s, first->at.begin, PHRASE_VAGUE);
    return front != NULL && text_has(TEXT("视視酌弹彈择擇"), s->chars[front->at.begin]) &&
           first->at.end >= front->at.end + DONE_MIN;
}

bool wording_acts_behind_front(const struct sentence *s)
{
    return is_done_by_procedure(s) || acts_by_procedure(s) || acts_in_case(s);
}
