#include "core/normalise/act_row.h"
#include "core/model/fold.h"
#include "core/normalise/verbs.h"

enum {
    VERB = 2,      /* code points of most verbs */
    PART_MAX = 14, /* ... of a part */
    PARTS_MAX = 16,
    ROW_MIN = 3,
};

/* What is a verb in front of an object where all around are verbs, and seldom elsewhere. */
static bool is_short_verb(uint32_t c)
{
    static const struct text more =
        TEXT_INIT("开种养看发打做跑装遛送接收管带顾买订点算跟理清放搞填传跳"
                  "唱弹陪帮替站守煲教补喷拍回记上");
    return verb_is_short_han(c) || text_has(more, c);
}

static bool is_joint(const struct sentence *s, uint32_t at, uint32_t *end)
{
    const struct match *join = sentence_at(s, at, PHRASE_AND);
    if (join == NULL)
        join = sentence_at(s, at, PHRASE_JOIN);
    *end = s->chars[at] == 0x3001 ? at + 1 : join == NULL ? at : join->at.end; /* 、 */
    return *end > at;
}

/* The parts between 、 and joining words; 0: there are too many, or none is divided by 、. */
static size_t split(const struct sentence *s, struct range in, struct range parts[PARTS_MAX])
{
    size_t count = 0, marks = 0;
    uint32_t begin = in.begin, next;
    for (uint32_t at = in.begin; at < in.end; at++) {
        if (s->chars[at] == '(' || s->is_quoted[at] || count + 1 == PARTS_MAX)
            return 0;
        if (!is_joint(s, at, &next))
            continue;
        marks += s->chars[at] == 0x3001;
        if (at > begin)
            parts[count++] = (struct range){begin, at};
        begin = next;
        at = next - 1;
    }
    if (in.end > begin)
        parts[count++] = (struct range){begin, in.end};
    return marks > 0 ? count : 0;
}

static bool ends_word(const struct sentence *s, uint32_t at)
{
    return s->is_boundary == NULL || s->is_boundary[at];
}

/* The verb that begins there, of two code points or more, by the lists or the dictionaries. */
static uint32_t long_verb_end(const struct sentence *s, struct range at)
{
    const struct match *act = sentence_act_at(s, at.begin);
    if (act != NULL && act->at.end >= at.begin + VERB && act->at.end <= at.end)
        return act->at.end;
    bool is_verb = at.end >= at.begin + VERB &&
                   verb_is_han(s->chars[at.begin], s->chars[at.begin + 1]) &&
                   ends_word(s, at.begin + VERB);
    return is_verb ? at.begin + VERB : at.begin;
}

/* 採購|計畫, 維修|人員, 部署|拓撲圖: what seems a verb may tell which one. */
static bool may_be_noun(const struct sentence *s, struct range part, uint32_t object)
{
    static const enum phrase_class nouns[] = {PHRASE_TAIL,       PHRASE_MATTER, PHRASE_PARTY,
                                              PHRASE_PARTY_TAIL, PHRASE_ACT,    PHRASE_ACT_NOUN};
    if (part.end == part.begin + VERB + 1 && verb_makes_thing(s->chars[part.end - 1]))
        return true; /* 送風機, 修農機 */
    const struct match *act = sentence_act_at(s, part.begin);
    if (object < part.begin + VERB || (act != NULL && act->phrase->class == PHRASE_ACT))
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        const struct match *noun = sentence_ending(s, part, nouns[i]);
        if (noun != NULL && noun->at.begin >= object)
            return true;
    }
    return text_has(TEXT("图表单书册簿会宜项证据款"), s->chars[part.end - 1]);
}

/* 養|雞, 修|投影機; 遛狗 and 洗衣服 are words by themselves; not 系統|測試. */
static bool is_short_act(const struct sentence *s, uint32_t begin, uint32_t end)
{
    uint32_t length = end - begin;
    if (!is_short_verb(s->chars[begin]) || length < VERB)
        return false;
    if (length == VERB || ends_word(s, begin + 1))
        return true;
    return length == VERB + 1 && !verb_makes_thing(s->chars[end - 1]);
}

/* 給設備換機油: for whom or what it is done stands in front. */
static bool is_led(const struct sentence *s, uint32_t begin, uint32_t end)
{
    return text_has(TEXT("给替帮为向到"), s->chars[begin]) && end > begin + VERB + 1;
}

/* 送貨, 倒垃圾: a listed verb that holds its object; not 接收. */
static bool holds_object(const struct sentence *s, struct range verb)
{
    return verb.end > verb.begin + VERB || verb_ends_in_object(s->chars[verb.end - 1]);
}

uint32_t act_row_object(const struct sentence *s, uint32_t begin, uint32_t end)
{
    uint32_t verb = long_verb_end(s, (struct range){begin, end});
    const struct match *act = sentence_act_at(s, begin);
    bool is_listed = act != NULL && act->at.end == verb && verb > begin;
    if (verb > begin && verb + 1 < end)
        return verb;
    if (verb == end && is_listed)
        return holds_object(s, (struct range){begin, end}) ? begin + 1 : begin;
    if (verb > begin && verb < end && ends_word(s, verb)) /* 打印|紙, 聚合|根 */
        return begin;
    return is_led(s, begin, end) || is_short_act(s, begin, end) ? begin + 1 : begin;
}

/* …等, …及主管交辦之其他事項: what the row leaves open is none of its parts. */
static size_t without_rest(const struct sentence *s, struct range *parts, size_t count)
{
    while (count > 0 && sentence_find(s, parts[count - 1], PHRASE_AD_HOC) != NULL)
        count--;
    if (count > 0 && s->chars[parts[count - 1].end - 1] == 0x7B49) /* 等 */
        parts[count - 1].end--;
    return count;
}

/* Behind 負責, 每日, in front of the first act. */
static uint32_t skip_front(const struct sentence *s, struct range at)
{
    static const enum phrase_class fronts[] = {PHRASE_OPENING, PHRASE_PERIOD, PHRASE_ADVERB,
                                               PHRASE_AND};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        const struct match *front = sentence_at(s, at.begin, fronts[i]);
        if (front != NULL && front->at.end < at.end)
            return front->at.end;
    }
    return at.begin;
}

/* 修|水管, 割稻: surely a verb and what it is done to; 遛狗 only may be. */
static bool is_shown(const struct sentence *s, struct range part, uint32_t object)
{
    return object > part.begin + 1 || (part.end > part.begin + VERB && ends_word(s, object)) ||
           verb_ends_in_object(s->chars[part.end - 1]);
}

/* 擦玻璃, 接聽|電話: hardly a noun wherever it stands. */
static bool is_sure(const struct sentence *s, struct range part, uint32_t object)
{
    const struct match *act = sentence_act_at(s, part.begin);
    return (object == part.begin + 1 && is_shown(s, part, object)) ||
           (act != NULL && act->phrase->class == PHRASE_ACT);
}

/* 考核事宜: whatever stands in front names it. */
static bool names_work(const struct sentence *s, struct range part)
{
    static const char *const works[] = {"事宜", "事项", "事項", "工作", "作业", "作業", NULL};
    return text_ends_with_one_of(text_trim(sentence_text(s, part)), works);
}

/*
 * In 審核合同、報銷憑證、付款單據 the verbs of the later parts tell which papers they are; in
 * 收集、篩選並歸檔簡歷 verbs share what stands behind the last.
 */
static bool are_acts(const struct sentence *s, const struct range *parts, size_t count)
{
    size_t shown = 0, doubtful = 0, sure = 0, bare = 0, persons = 0, plain = 0;
    bool is_open_end = false; /* the last part may be a noun */
    for (size_t i = 0; i < count; i++) {
        uint32_t begin = parts[i].begin, end = parts[i].end, object = act_row_object(s, begin, end);
        const struct match *act = sentence_act_at(s, begin);
        bool is_bare = object == begin && act != NULL && act->at.end == end;
        if ((object == begin && !is_bare) || end > begin + PART_MAX)
            return false;
        const struct match *party = sentence_ending(s, parts[i], PHRASE_PARTY);
        bool is_person = party != NULL && party->at.begin == object && object >= begin + VERB;
        bare += is_bare;
        shown += is_shown(s, parts[i], object);
        persons += is_person;
        is_open_end = i > 0 && !is_person && may_be_noun(s, parts[i], object);
        doubtful += is_open_end;
        sure += i > 0 && !is_open_end && is_sure(s, parts[i], object);
        plain += i > 0 && !is_open_end && !is_bare && !is_person;
    }
    return 2 * shown > count && 4 * bare <= count && 2 * persons < count && 2 * doubtful < count &&
           (sure > 0 || (plain > 0 && !names_work(s, parts[count - 1])) || !is_open_end);
}

/* 檢測、消毒等防護工作: the noun behind 等 names what they are parts of. */
static bool has_common_name(const struct sentence *s, struct range last)
{
    for (uint32_t at = last.begin; at + VERB < last.end; at++)
        if (s->chars[at] == 0x7B49 && sentence_at(s, at, PHRASE_VAGUE) != NULL)
            return true;
    return false;
}

void act_row_read(const struct sentence *s, struct clause *clause)
{
    static const struct phrase unlisted = {.class = PHRASE_HEAD_ACT, .length = VERB};
    struct range parts[PARTS_MAX];
    if (s->language == LANG_EN || clause->is_caption ||
        (clause->kind != CLAUSE_OTHER && clause->kind != CLAUSE_ACT))
        return;
    size_t count = without_rest(s, parts, split(s, clause->at, parts));
    if (count < ROW_MIN || has_common_name(s, parts[count - 1]))
        return;
    parts[0].begin = skip_front(s, parts[0]);
    clause->is_row =
        sentence_at(s, parts[0].begin, PHRASE_IDLE) == NULL && are_acts(s, parts, count);
    if (!clause->is_row || clause->kind == CLAUSE_ACT)
        return;
    clause->kind = CLAUSE_ACT;
    clause->act = (struct range){parts[0].begin, act_row_object(s, parts[0].begin, parts[0].end)};
    clause->verb = &unlisted;
}
