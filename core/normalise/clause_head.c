#include "core/normalise/clause_head.h"
#include "core/model/fold.h"
#include "core/normalise/act_row.h"
#include "core/normalise/clause_front.h"
#include "core/normalise/clause_result.h"
#include "core/normalise/english_nouns.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"
#include "core/normalise/verbs.h"

enum head_step { HEAD_STOPS, HEAD_SKIPS, HEAD_OPENS, HEAD_ACTS, HEAD_LOOKS, HEAD_HOW, HEAD_RESULT };

/* What a phrase at the head of a clause means for it. */
static enum head_step head_step(enum phrase_class class)
{
    static const enum head_step steps[PHRASE_CLASS_COUNT] = {
        [PHRASE_ACT] = HEAD_ACTS,      [PHRASE_ACT_NOUN] = HEAD_ACTS,
        [PHRASE_HEAD_ACT] = HEAD_ACTS, [PHRASE_IDLE] = HEAD_ACTS,
        [PHRASE_ACTOR] = HEAD_ACTS,    [PHRASE_OPENING] = HEAD_OPENS,
        [PHRASE_ADVERB] = HEAD_SKIPS,  [PHRASE_MODIFIER] = HEAD_SKIPS,
        [PHRASE_VAGUE] = HEAD_SKIPS,   [PHRASE_PERIOD] = HEAD_SKIPS,
        [PHRASE_MANNER] = HEAD_SKIPS,  [PHRASE_AND] = HEAD_SKIPS,
        [PHRASE_JOIN] = HEAD_SKIPS,    [PHRASE_PREPOSITION] = HEAD_LOOKS,
        [PHRASE_HOW] = HEAD_HOW,       [PHRASE_RESULT] = HEAD_RESULT,
    };
    return steps[class];
}

/*
 * The longest phrase with a meaning there. 保障 and 降低 are acts where a sentence begins, results
 * in what follows.
 */
static const struct match *head_match(const struct sentence *s, uint32_t at, uint32_t end,
                                      bool is_first, enum head_step *step)
{
    const struct match *best = NULL;
    *step = HEAD_STOPS;
    for (uint32_t i = s->first[at]; i < s->first[at + 1]; i++) {
        const struct match *match = &s->matches[i];
        enum head_step next =
            match->phrase->has_rest && match->phrase->class == PHRASE_MODIFIER &&
                    sentence_act_at(s, match->at.end) == NULL /* 擔任…橋樑; 用…幹勁|盤點 */
                ? HEAD_STOPS
                : head_step(match->phrase->class);
        bool is_shorter = best != NULL && match->at.end < best->at.end;
        bool is_better = best == NULL || (next == HEAD_RESULT && !is_first) ||
                         (next == HEAD_ACTS && is_first && *step == HEAD_RESULT) ||
                         (next == HEAD_ACTS && *step == HEAD_SKIPS && s->language != LANG_EN &&
                          best->at.end == match->at.end &&
                          sentence_act_at(s, match->at.end) == NULL); /* 统筹|进度 */
        if (next == HEAD_STOPS || match->at.end > end || is_shorter || !is_better)
            continue;
        best = match;
        *step = next;
    }
    return best;
}

static void set_act(struct clause *clause, const struct match *act)
{
    clause->kind = CLAUSE_ACT;
    clause->act = act->at;
    clause->verb = act->phrase;
}

/* A verb that no list knows. */
static const struct phrase unknown_act = {.class = PHRASE_ACT};

/* 往货架上|摆饮料, 用热水|烫洗餐具: a verb of one character, and something behind it. */
static bool has_short_verb(const struct sentence *s, struct range in)
{
    for (uint32_t i = in.begin; i + 1 < in.end; i++)
        if (verb_is_short_han(s->chars[i]))
            return true;
    return false;
}

/* 给, 将, 把, 替, 帮, 往, or 为 in front of `at`: something is done with what follows, or for it.
 */
static bool hands_over(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t c = at > 0 ? s->chars[at - 1] : 0;
    bool is_with = text_has(TEXT("往从用朝"), c) && has_short_verb(s, (struct range){at + 1, end});
    if (c == 0x4E3A || is_with) /* 为公司的门面: a noun */
        for (uint32_t i = at; i < end; i++)
            if (s->chars[i] == 0x7684)
                return false;
    return c == 0x4E3A || is_with || c == 0x7ED9 || c == 0x5C06 || c == 0x628A || c == 0x66FF ||
           c == 0x5E2E;
}

/* 對外聯絡員, 教學部, 工務部負責人: who it is, and nothing behind. */
static bool names_person(const struct sentence *s, const struct clause *clause,
                         const struct match *act)
{
    uint32_t last = s->chars[clause->at.end - 1];
    bool is_tail = act->at.end + 1 == clause->at.end && text_has(TEXT("员师长人官部处科室"), last);
    bool is_whole = act->phrase->class == PHRASE_IDLE && act->at.end == clause->at.end;
    return s->language != LANG_EN && (is_tail || (is_whole && last == 0x4EBA) ||
                                      clause_names_contact(s, act->at.end, clause->at.end));
}

/* 在服務科協助規劃: behind a place what seems an act may be a part of its name. */
static const struct match *helper_at_place(const struct sentence *s, const struct clause *clause)
{
    const struct match *helper = sentence_find(s, clause->at, PHRASE_ACTOR);
    bool is_place = s->language != LANG_EN && text_has(TEXT("在到赴"), s->chars[clause->at.begin]);
    return is_place && helper != NULL && helper->phrase->length == 2 &&
                   helper->at.end < clause->at.end &&
                   sentence_find(s, clause->at, PHRASE_IDLE) == NULL
               ? helper
               : NULL;
}

/* 擦鞋: a verb of one character with its object, and nothing behind. */
static bool is_verb_and_object(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t next = at + 2;
    const struct match *listed = sentence_at(s, at, PHRASE_HEAD_ACT); /* 化妝 */
    return (verb_is_short_han(s->chars[at]) || (listed != NULL && listed->at.end == next)) &&
           (next == end || s->chars[next] == 0x3001 || /* 、 */
            sentence_at(s, next, PHRASE_JOIN) != NULL || sentence_at(s, next, PHRASE_AND) != NULL);
}

/* 與房東訂明租金, 替客人擦鞋: a verb that no list holds, right behind the party; *act then. */
static bool acts_behind_party(const struct sentence *s, uint32_t from, struct range rest,
                              struct match *act)
{
    static const struct phrase unlisted = {.class = PHRASE_HEAD_ACT, .length = 2};
    const struct match *party = sentence_at(s, from, PHRASE_PARTY);
    uint32_t at = party == NULL ? rest.begin : party->at.end, next = at + unlisted.length;
    if (s->language == LANG_EN || next > rest.begin || sentence_at(s, at, PHRASE_PARTY) != NULL ||
        sentence_at(s, at, PHRASE_PARTY_TAIL) != NULL || sentence_at(s, at, PHRASE_ADVERB) != NULL)
        return false;
    *act = (struct match){{at, next}, &unlisted};
    if (is_verb_and_object(s, at, rest.end))
        return true;
    const struct match *listed = sentence_at(s, at, PHRASE_HEAD_ACT);
    return next + 1 < rest.begin && !text_has(TEXT("的之、"), s->chars[next]) &&
           ((listed != NULL && listed->at.end == next) ||
            verb_is_han(s->chars[at], s->chars[at + 1]) ||
            verb_is_joined_han(s->chars[at], s->chars[at + 1]));
}

/* An object stands in front of the act: 对…进行…, 为…办理…; or the procedure does. */
static void look_for_act(const struct sentence *s, struct clause *clause, uint32_t from)
{
    struct range rest = {from, clause->at.end};
    const struct match *act = sentence_find_act(s, rest);
    if (act == NULL)
        act = sentence_find(s, rest, PHRASE_HEAD_ACT);
    struct match behind_party;
    struct range front = {act == NULL ? clause->at.end : act->at.begin, clause->at.end};
    if (acts_behind_party(s, from, front, &behind_party))
        act = &behind_party; /* 與房東訂明租金 */
    if (act != NULL && names_person(s, clause, act))
        return;
    const struct match *tail = act == NULL ? NULL : sentence_at(s, act->at.end, PHRASE_TAIL);
    if (clause->says_how && tail != NULL && tail->at.end == clause->at.end &&
        clause_names_rule(s, tail) &&
        !clause_ends_procedure(s, (struct range){from, act->at.begin}))
        act = NULL; /* 嚴格遵守安全操作規程: the procedure's name; 遵照程序銷毀檔案: an act */
    const struct match *idle = sentence_find(s, rest, PHRASE_IDLE);
    if (act == NULL && idle == NULL) /* 與各部門合作 */
        idle = sentence_ending(s, rest, PHRASE_ACTOR);
    if (act != NULL || idle != NULL)
        set_act(clause, act != NULL ? act : idle);
    else if (hands_over(s, from, clause->at.end))
        set_act(clause, &(struct match){{clause->at.begin, from}, &unknown_act});
}

/*
 * What stands behind a word that only goes with acts, or behind the time by which one is done, is
 * an act, though no list knows the verb.
 */
static void take_unknown_act(const struct sentence *s, struct clause *clause, uint32_t at)
{
    static const uint32_t verb_length = 2;
    uint32_t end = at + verb_length;
    if (s->language == LANG_EN)
        for (end = at; end < clause->at.end && s->chars[end] != ' ';)
            end++;
    bool is_verb = s->language == LANG_EN || (is_basic_han(s->chars[at]) && s->chars[at] != 0x7684);
    if (clause->kind == CLAUSE_OTHER && end < clause->at.end && is_verb)
        set_act(clause, &(struct match){{at, end}, &unknown_act});
}

/* 月度銷售數據報表: behind 月度 an act in front of a noun is a part of its name. */
static bool names_record(const struct sentence *s, const struct clause *clause, uint32_t at)
{
    const struct match *act = sentence_act_at(s, at);
    const struct match *period =
        sentence_ending(s, (struct range){clause->at.begin, at}, PHRASE_PERIOD);
    return period != NULL && act != NULL && act->phrase->class == PHRASE_ACT_NOUN &&
           s->chars[period->at.end - 1] == 0x5EA6 &&
           sentence_ending(s, clause->at, PHRASE_TAIL) != NULL;
}

/* 完善的管理制度: how something is. */
static bool is_attribute(const struct sentence *s, const struct match *act)
{
    return s->language != LANG_EN && act->at.end < s->count && s->chars[act->at.end] == 0x7684;
}

/* Budget and resources: what a doubtful English verb is joined to is no verb. */
static bool is_joined_noun(const struct sentence *s, const struct clause *clause,
                           const struct match *act)
{
    const struct match *weak = sentence_act_at(s, act->at.begin);
    uint32_t next = skip_blanks(s, act->at.end, clause->at.end);
    const struct match *join = sentence_at(s, next, PHRASE_JOIN);
    if (s->language != LANG_EN || weak == NULL || weak->phrase->class != PHRASE_ACT_NOUN ||
        join == NULL || join->at.end >= clause->at.end)
        return false;
    uint32_t second = skip_blanks(s, join->at.end, clause->at.end), end = second;
    while (end < clause->at.end && s->chars[end] != ' ')
        end++;
    const struct match *other = sentence_act_at(s, second);
    bool ends = end == clause->at.end ||
                sentence_at(s, skip_blanks(s, end, clause->at.end), PHRASE_PREPOSITION) != NULL;
    return ends && (other == NULL ||
                    other->phrase->form != weak->phrase->form); /* purchasing and inventory */
}

/* Vigorously: what an English adverb that is a fault stands in front of is done. */
static bool is_zeal(const struct sentence *s, const struct match *match)
{
    return s->language == LANG_EN && match->phrase->class == PHRASE_MODIFIER &&
           text_ends_with(sentence_text(s, match->at), TEXT("ly"));
}

/* ... or in front of a participle and a noun: ticket parked cars. */
static bool precedes_participle(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t begin = skip_blanks(s, at, end), next = begin;
    while (next < end && s->chars[next] != ' ')
        next++;
    return next < end && next > begin + 3 &&
           text_ends_with(sentence_text(s, (struct range){begin, next}), TEXT("ed"));
}

/* Shelter stray dogs overnight: when it is done stands at the end, which no noun has. */
static bool ends_in_adverb(const struct sentence *s, const struct clause *clause,
                           const struct match *act)
{
    const struct match *adverb = sentence_ending(s, clause->at, PHRASE_ADVERB);
    return adverb != NULL && act->at.begin == clause->at.begin &&
           adverb->at.begin > act->at.end + 1 && !clause->is_caption;
}

/* Warehouse safety, ticket sales: such a word is a verb only in front of what shows it. */
static bool lacks_proof(const struct sentence *s, const struct clause *clause,
                        const struct match *act)
{
    return s->language == LANG_EN && act->phrase->class == PHRASE_HEAD_ACT &&
           act->phrase->form == VERB_BASE &&
           !english_is_verb_before(s, act->at.end, clause->at.end) &&
           !precedes_participle(s, act->at.end, clause->at.end) && !ends_in_adverb(s, clause, act);
}

/* 正确的引导, 热情的接待: 的 for 地 in front of what is surely done. */
static bool is_adverbial(const struct sentence *s, uint32_t at, uint32_t end)
{
    if (at + 1 >= end || s->chars[at] != 0x7684) /* 的 */
        return false;
    const struct match *act = sentence_at(s, at + 1, PHRASE_ACT);
    const struct match *noun = sentence_at(s, at + 1, PHRASE_ACT_NOUN);
    const struct match *idle = sentence_at(s, at + 1, PHRASE_IDLE);
    bool is_act = act != NULL && noun == NULL && sentence_at(s, act->at.end, PHRASE_TAIL) == NULL &&
                  act->at.end < end;
    return is_act || (idle != NULL && idle->at.end < end);
}

/* 並對…進行追蹤: the joining word ends in one whose object stands in front of the act. */
static bool ends_in_preposition(const struct sentence *s, const struct match *join)
{
    return join->phrase->class == PHRASE_AND && join->at.end > join->at.begin + 1 &&
           text_has(TEXT("对将向"), s->chars[join->at.end - 1]);
}

/* 复合材料的选型: what seems a verb that no list holds is a part of the object of a nominal act. */
static bool begins_nominal(const struct sentence *s, const struct clause *clause,
                           const struct match *act)
{
    struct match nominal;
    return s->language != LANG_EN && text_is_empty(act->phrase->words) &&
           sentence_find(s, clause->at, PHRASE_AND) == NULL && /* 研究新的技术并维护规范 */
           nominal_act_in(s, clause->at, &nominal) == NOMINAL_LED;
}

/* The verb is one by its word only: a noun, an attribute or a name stands there. */
static bool is_no_act(const struct sentence *s, const struct clause *clause,
                      const struct match *match, bool is_first)
{
    bool is_machine = match->at.end < clause->at.end && /* 切割機、加油站 */
                      text_has(TEXT("机器仪桩台柜间场厂站所棚厅"), s->chars[match->at.end]) &&
                      clause_act_is_noun(s, clause, match);
    if (english_tells_what(s, match, clause->at.end))
        return false;
    return lacks_proof(s, clause, match) || english_head_is_noun(s, clause, match) ||
           is_attribute(s, match) || is_machine || act_has_suffix(s, match) ||
           (!is_first &&
            (clause_act_is_noun(s, clause, match) || begins_nominal(s, clause, match))) ||
           names_record(s, clause, match->at.begin) || is_joined_noun(s, clause, match) ||
           sentence_is_thing(s, clause, match->at.begin);
}

/*
 * 按配方秤取原料，…: an act with its object stands behind the procedure; not in
 * 根據招生計畫，編排課程, where what seemed one belongs to the procedure's name.
 */
static bool acts_by_procedure(const struct sentence *s, const struct clause *clause)
{
    static const uint32_t object_length = 2;
    const struct match *act = sentence_at(s, clause->act.begin, PHRASE_ACT);
    if (act == NULL)
        act = sentence_at(s, clause->act.begin, PHRASE_HEAD_ACT);
    if (s->language == LANG_EN || clause->kind != CLAUSE_ACT || act == NULL ||
        act->at.begin < clause->at.begin + object_length ||
        act->at.end + object_length > clause->at.end)
        return false;
    uint32_t before = s->chars[act->at.begin - 1];
    return !text_has(TEXT("的之、和及与"), s->chars[act->at.end]) &&
           !text_has(TEXT("的之、和及与"), before) &&
           sentence_at(s, act->at.begin, PHRASE_ACT_NOUN) == NULL &&
           sentence_at(s, act->at.begin, PHRASE_PARTY) == NULL &&
           sentence_ending(s, clause->at, PHRASE_TAIL) == NULL &&
           sentence_ending(s, clause->at, PHRASE_MATTER) == NULL &&
           sentence_ending(s, clause->at, PHRASE_TEMPORAL) == NULL;
}

/* …，依法召開會議: the act right behind a word that only says that it is lawful. */
static bool acts_by_law(const struct sentence *s, const struct clause *clause)
{
    struct range front = {clause->at.begin, clause->act.begin};
    const struct match *how =
        clause->kind == CLAUSE_ACT ? sentence_ending(s, front, PHRASE_HOW) : NULL;
    return s->language != LANG_EN && how != NULL && how->phrase->length == 2 &&
           text_has(TEXT("法规例章"), s->chars[how->at.end - 1]) &&
           clause->act.end < clause->at.end && s->chars[clause->act.end] != 0x7684; /* 的 */
}

/* 並按, 計畫匯報 behind the word: by what is to follow. */
static bool leads_to_way(const struct sentence *s, const struct match *match, uint32_t end)
{
    return match->phrase->class == PHRASE_AND && match->at.end > match->at.begin + 1 &&
           match->at.end < end && text_has(TEXT("按依照"), s->chars[match->at.end - 1]);
}

/* The act of an English clause in which something stands in front of it. */
static void take_fronted_act(const struct sentence *s, struct clause *clause, uint32_t end)
{
    const struct match *fronted = clause->kind == CLAUSE_OTHER && !clause->is_caption
                                      ? english_fronted_act(s, clause->at.begin, end)
                                      : NULL;
    if (fronted != NULL)
        set_act(clause, fronted);
}

/* 依規程: it says how, and in Han which act, but 「驗收貨物，依規程核對數量」; 並基於數據完成估值 does. */
static void take_way(const struct sentence *s, struct clause *clause, uint32_t at, bool is_first)
{
    clause->says_how = true;
    clause->kind = CLAUSE_HOW;
    if (s->language != LANG_EN)
        look_for_act(s, clause, at);
    bool is_added =
        clause->kind == CLAUSE_ACT && sentence_at(s, clause->at.begin, PHRASE_AND) != NULL;
    if (!is_first && !is_added && !acts_by_law(s, clause))
        clause->kind = CLAUSE_HOW;
}

/* …，並按|規定銷毀文件: says how, and maybe the act behind; whether it does. */
static bool take_joined_way(const struct sentence *s, struct clause *clause,
                            const struct match *join, uint32_t end)
{
    bool is_way = leads_to_way(s, join, end);
    clause->says_how = clause->says_how || is_way;
    if (is_way && sentence_at(s, join->at.end, PHRASE_RULE_BOOK) != NULL)
        look_for_act(s, clause, join->at.end);
    return clause->kind == CLAUSE_ACT;
}

static void read_head(const struct sentence *s, struct clause *clause, bool is_first)
{
    uint32_t at = clause_skip_time(s, clause, clause_skip_subject(s, clause)), end = clause->at.end;
    struct range opened = {0, 0};
    bool only_act = false; /* nothing but an act may follow */
    const struct match *helper = helper_at_place(s, clause);
    if (helper != NULL) {
        set_act(clause, helper);
        return;
    }
    while ((at = skip_blanks(s, at, end)) < end) {
        enum head_step step;
        const struct match *match = head_match(s, at, end, is_first, &step);
        if (match == NULL && at > clause->at.begin && is_adverbial(s, at, end)) {
            at++;
            continue;
        }
        if (match == NULL) {
            uint32_t next = clause_skip_words(s, at, end);
            uint32_t limit = next < end ? clause_limit_of_date(s, next) : 0;
            if (next == at)
                break;
            at = next + limit;
            only_act = only_act || limit > 0;
            continue;
        }
        only_act = only_act || sentence_at(s, at, PHRASE_MANNER) != NULL || is_zeal(s, match);
        if (step == HEAD_ACTS && names_person(s, clause, match))
            return;
        if (step == HEAD_ACTS && is_no_act(s, clause, match, is_first))
            break;
        at = match->at.end;
        if (step == HEAD_SKIPS && ends_in_preposition(s, match))
            step = HEAD_LOOKS;
        if (step == HEAD_SKIPS && take_joined_way(s, clause, match, end))
            break;
        if (step == HEAD_OPENS)
            opened = match->at;
        else if (step == HEAD_ACTS)
            set_act(clause, match);
        else if (step == HEAD_LOOKS && s->language != LANG_EN)
            look_for_act(s, clause, at);
        else if (step == HEAD_RESULT)
            clause->kind = CLAUSE_RESULT;
        else if (step == HEAD_HOW)
            take_way(s, clause, at, is_first);
        if (step != HEAD_OPENS && step != HEAD_SKIPS)
            break;
    }
    take_fronted_act(s, clause, end);
    if (only_act && opened.end == 0)
        take_unknown_act(s, clause, skip_blanks(s, at, end));
    if (clause->kind == CLAUSE_OTHER && opened.end > 0 && !english_is_denied(s, opened.end)) {
        clause->kind = CLAUSE_ACT;
        clause->act = opened;
    }
}

#define CAPTION_LENGTH 8 /* code points of a caption in front of a colon; in English four times */

/* 「客戶管理：」 in front of a duty only names it; so does "Analysis - " in English. */
static bool is_caption(const struct sentence *s, const struct clause *clause)
{
    uint32_t length = clause->at.end - clause->at.begin;
    bool is_english = s->language == LANG_EN;
    bool is_latin = is_english || (s->chars[clause->at.begin] < 0x80 && /* Component：處理介面 */
                                   s->chars[clause->at.end - 1] < 0x80);
    uint32_t mark = is_english ? skip_blanks(s, clause->at.end, s->count) : clause->at.end;
    uint32_t c = mark < s->count ? s->chars[mark] : 0;
    bool is_dash = c == '-' || c == 0x2013 || c == 0x2014;
    return length <= (is_latin ? 4 * CAPTION_LENGTH : CAPTION_LENGTH) &&
           (c == ':' || (is_english && is_dash));
}

static void mark_ad_hoc(struct sentence *s)
{
    size_t clause = 0;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        if (s->matches[i].phrase->class != PHRASE_AD_HOC)
            continue;
        while (clause < s->clause_count && s->clauses[clause].at.end <= s->matches[i].at.begin)
            clause++;
        if (clause < s->clause_count)
            s->clauses[clause].is_ad_hoc = true;
    }
}

/* 根據要求，|按月更新報表: behind what it is grounded on, as where a sentence begins. */
static bool is_grounded(const struct sentence *s, const struct clause *clause)
{
    return s->language != LANG_EN && clause_gives_ground(s, clause - 1) &&
           !acts_by_procedure(s, clause - 1) &&
           sentence_at(s, clause->at.begin, PHRASE_AND) == NULL;
}

void clause_heads_read(struct sentence *s)
{
    mark_ad_hoc(s);
    for (size_t i = 0; i < s->clause_count; i++) {
        struct clause *clause = &s->clauses[i];
        bool is_last = i + 1 == s->clause_count || s->clauses[i + 1].sentence != clause->sentence;
        bool begins = i == 0 || s->clauses[i - 1].sentence != clause->sentence ||
                      s->clauses[i - 1].is_caption;
        bool is_first = begins || is_grounded(s, clause);
        clause->is_caption = !is_last && is_caption(s, clause);
        if (is_last || !(clause_only_leads(s, clause) || clause->is_caption))
            read_head(s, clause, is_first);
        if (!is_first && s->language != LANG_EN && clause_begins_result(s, clause))
            clause->kind = CLAUSE_RESULT;
        act_row_read(s, clause);
        bool goes_on = clause->kind == CLAUSE_ACT ||
                       (clause->kind == CLAUSE_HOW && i > 0 && clause_gives_ground(s, clause - 1));
        if (!begins && goes_on && s->clauses[i - 1].says_how &&
            !acts_by_procedure(s, &s->clauses[i - 1]))
            s->clauses[i - 1].kind = CLAUSE_HOW;
    }
}
