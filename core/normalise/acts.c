#include "core/normalise/acts.h"
#include "core/normalise/act_addition.h"
#include "core/normalise/act_sequel.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_acts.h"
#include "core/normalise/nominal_act.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

/* 銷售計畫, 考核記錄: what seems a verb is part of the noun behind it. */
static bool is_part_of_noun(const struct segments *g, const struct segment *segment)
{
    return segment->is_weak && (sentence_ending(g->s, segment->at, PHRASE_TAIL) != NULL ||
                                sentence_ending(g->s, segment->at, PHRASE_MATTER) != NULL);
}

/* 辦理點收、立案及保管作業: what stands between is the work, by name. */
static bool is_named_work(const struct segments *g, size_t first)
{
    static const char *const verbs[] = {"办理", "辦理", "执行", "執行", "进行", "進行", "从事",
                                        "從事", "承办", "承辦", "开展", "開展", NULL};
    static const char *const ends[] = {"作业", "作業", "工作", "事宜", "事项", "事項",
                                       "业务", "業務", "事务", "事務", NULL};
    size_t last = first;
    while (last + 1 < g->count && !g->list[last + 1].is_clause)
        last++;
    struct text words = text_trim(sentence_text(g->s, g->list[last].at));
    if (g->list[first].verb != NULL && text_is(g->list[first].verb->words, "完成") &&
        g->list[last].behind + 2 >= g->list[last].at.end) /* 完成設計、編織任務 */
        return text_ends_with(words, TEXT("任务")) || text_ends_with(words, TEXT("任務"));
    return text_ends_with_one_of(words, ends) && g->list[first].verb != NULL &&
           text_is_one_of(g->list[first].verb->words, verbs);
}

/* 收費|標準, 培訓|人員 and 管理|工作 name things; what no list knows behind a verb is its object. */
static bool has_plain_object(const struct sentence *s, const struct segment *segment)
{
    static const enum phrase_class nouns[] = {PHRASE_TAIL,       PHRASE_MATTER, PHRASE_PARTY,
                                              PHRASE_PARTY_TAIL, PHRASE_ACT,    PHRASE_ACT_NOUN};
    struct range object = {segment->behind, segment->at.end};
    if (object.end < object.begin + 2)
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (sentence_ending(s, object, nouns[i]) != NULL)
            return false;
    return true;
}

/* 送風機, 抽水機: a thing by its last character, which begins like a short verb. */
static bool names_machine(const struct sentence *s, const struct segment *segment)
{
    return segment->at.end == segment->at.begin + 3 &&
           verb_makes_thing(s->chars[segment->at.end - 1]);
}

/*
 * Whether the segments of the list around begin with acts, not all of them doubtful; in
 * 接聽電話、訂購文具 the first one decides.
 */
static bool all_act(const struct segments *g, size_t at)
{
    size_t first = at;
    while (!g->list[first].is_clause && first > 0)
        first--;
    const struct segment *head = &g->list[first];
    if (is_named_work(g, first) || head->is_named)
        return false;
    bool is_sure = false, is_led = head->verb != NULL && head->verb->length > 0 &&
                                   head->has_object && !head->is_weak;
    for (size_t i = first + 1; i < g->count && !g->list[i].is_clause; i++) {
        if (g->list[i].verb == NULL || !g->list[i].has_object || names_machine(g->s, &g->list[i]))
            return false;
        is_sure = is_sure || !g->list[i].is_weak;
        is_led = is_led && !is_part_of_noun(g, &g->list[i]);
    }
    return is_sure || is_led;
}

/* 館藏圖書之編目與上架: verbs behind 之 or 的 are nouns. */
static bool is_nominal(const struct sentence *s, struct range at)
{
    uint32_t last = at.end == at.begin ? at.begin : at.end - 1;
    for (uint32_t i = at.begin; i < last; i++)
        if (s->chars[i] == 0x4E4B || s->chars[i] == 0x7684)
            return true;
    return false;
}

/* 提升系統性能和開發效率: what becomes better is a property, by whatever act it is named. */
static bool is_bettered(const struct segments *g, const struct segment *before,
                        const struct segment *segment)
{
    uint32_t end = before->behind, begin = end - (uint32_t)before->verb->length;
    bool is_bettering = sentence_at(g->s, begin, PHRASE_BETTERING) != NULL ||
                        sentence_at(g->s, begin, PHRASE_RESULT) != NULL;
    return is_bettering && sentence_ending(g->s, segment->at, PHRASE_MATTER) != NULL;
}

/* 規劃信息結構和導航結構: the verb tells which one, as another word does in front. */
static bool ends_alike(const struct segments *g, const struct segment *before,
                       const struct segment *segment)
{
    const uint32_t *end = &g->s->chars[segment->at.end], *other = &g->s->chars[before->at.end];
    return segment->at.end == segment->behind + 2 && before->at.end > before->behind + 2 &&
           end[-1] == other[-1] && end[-2] == other[-2];
}

/* 開發獲客與變現數據分析系統: another act in front of what is made shows it to be all one name. */
static bool is_name_of_system(const struct sentence *s, const struct segment *segment)
{
    const struct match *tail = sentence_ending(s, segment->at, PHRASE_TAIL);
    struct range front = {segment->behind, tail == NULL ? segment->behind : tail->at.begin};
    return tail != NULL && front.end > front.begin + 2 &&
           (sentence_ending(s, front, PHRASE_ACT) != NULL ||
            sentence_ending(s, front, PHRASE_ACT_NOUN) != NULL);
}

/* 編制排班表以及核算加班工資: 以及 shows what else is a noun's front to be an act. */
static bool is_sure_by_joint(const struct segments *g, const struct segment *segment)
{
    struct text joint = segment_joint(g->s, segment);
    return text_starts_with(joint, TEXT("以及")) && !text_is_empty(segment->verb->words) &&
           !is_nominal(g->s, segment->at) && has_plain_object(g->s, segment) &&
           sentence_at(g->s, segment->at.begin, PHRASE_THING) == NULL;
}

/* 完成系統開發及上線測試: what is done by such a verb ends in the nouns of acts. */
static bool is_noun_of_light_verb(const struct sentence *s, const struct segment *before,
                                  const struct segment *segment)
{
    static const enum phrase_class acts[] = {PHRASE_ACT, PHRASE_ACT_NOUN, PHRASE_ACTOR};
    struct range object = {segment->behind, segment->at.end};
    if (before->verb->class != PHRASE_IDLE || object.end != object.begin + 2)
        return false;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        const struct match *act = sentence_ending(s, object, acts[i]);
        if (act != NULL && act->at.begin == object.begin)
            return true;
    }
    return false;
}

/* 檢查纜繩及建議|更換舊纜繩: what is proposed is itself an act with its object. */
static bool proposes_act(const struct sentence *s, const struct segment *segment)
{
    static const char *const verbs[] = {"建议", "建議", NULL};
    const struct match *act = sentence_act_at(s, segment->behind);
    if (act == NULL)
        act = sentence_at(s, segment->behind, PHRASE_IDLE);
    return text_is_one_of(sentence_text(s, (struct range){segment->at.begin, segment->behind}),
                          verbs) &&
           act != NULL && act->at.end + 1 < segment->at.end && s->chars[act->at.end] != 0x7684 &&
           sentence_at(s, act->at.end, PHRASE_TAIL) == NULL; /* 建議|反饋表 */
}

/*
 * 栽種植物及收集種子: 及, 和 join acts where a verb that is no noun has its object behind it, as
 * the one in front has; not in 登記訪客及修理工人, 負責….
 */
static bool is_joined_act(const struct segments *g, size_t i)
{
    size_t first = i;
    while (first > 0 && !g->list[first].is_clause)
        first--;
    if (is_named_work(g, first))
        return false;
    const struct segment *segment = &g->list[i], *before = &g->list[i - 1];
    const struct match *party = sentence_at(g->s, segment->behind, PHRASE_PARTY);
    bool is_person = party != NULL && party->phrase->length == 1; /* 承包商 */
    bool ends_in_work = text_ends_with(sentence_text(g->s, segment->at), TEXT("工作"));
    if (sentence_at(g->s, before->at.begin, PHRASE_ACTOR) != NULL)
        return false; /* 參與討論和開發實現 */
    bool is_sure = !segment->is_weak || is_sure_by_joint(g, segment) || proposes_act(g->s, segment);
    bool is_bare = before->behind == before->at.end; /* 替教師準備及製作教具 */
    return !is_person && is_sure && before->verb != NULL && before->has_object && !is_bare &&
           before->verb->length > 0 && !is_nominal(g->s, before->at) &&
           !is_bettered(g, before, segment) && !is_name_of_system(g->s, segment) &&
           !ends_alike(g, before, segment) && !is_noun_of_light_verb(g->s, before, segment) &&
           ((segment->verb->class == PHRASE_ACT && !ends_in_work) || proposes_act(g->s, segment) ||
            sentence_ending(g->s, segment->at, PHRASE_TAIL) == NULL) &&
           sentence_find(g->s, segment->at, PHRASE_AD_HOC) == NULL &&
           !segment_is_of_party(g->s, segment->behind, segment->at.end);
}

/* …工作、執行…工作: what such a verb begins is no object of the one in front. */
static bool is_light_verb(const struct segment *segment)
{
    static const char *const verbs[] = {"执行", "執行", "办理", "辦理", "从事", "從事", NULL};
    return segment->verb->class == PHRASE_IDLE || text_is_one_of(segment->verb->words, verbs);
}

/* 協助組長搜集並編製資料: a helper's party does both to what stands behind the second. */
static bool shares_object(const struct segments *g, size_t i)
{
    const struct segment *before = &g->list[i - 1];
    const struct match *act = sentence_ending(g->s, before->at, PHRASE_ACT);
    return g->list[i].is_strung && before->verb != NULL && before->verb->class == PHRASE_ACTOR &&
           act != NULL && act->at.begin > before->behind;
}

/* …，協助店長盤點: a helper's verb but 支持 and 幫助, which tell what for. */
static bool is_helper_with_party(const struct sentence *s, const struct segment *segment)
{
    struct text words = segment->verb->words;
    return segment->verb->class == PHRASE_ACTOR && segment->is_clause &&
           !text_starts_with(words, TEXT("支")) && !text_starts_with(words, TEXT("帮")) &&
           (sentence_at(s, segment->behind, PHRASE_PARTY) != NULL ||
            sentence_find_act(s, (struct range){segment->behind, segment->at.end}) != NULL);
}

/* …，確保…，做好接待; …，對幹部予以輔導: surely an act, and no part of the result in front. */
static bool acts_behind_result(const struct sentence *s, const struct segment *segment)
{
    static const char *const light[] = {"做好", "搞好", "抓好", NULL};
    bool is_light =
        segment->verb->class == PHRASE_IDLE && text_is_one_of(segment->verb->words, light);
    return segment->verb->class == PHRASE_ACT || is_helper_with_party(s, segment) ||
           (segment->is_clause &&
            (is_light || text_has(TEXT("对将把"), s->chars[segment->at.begin])));
}

/* 開、停車; 雙足/四足機器人: half of a pair, or a mark within a word. */
static bool is_within_word(const struct segments *g, const struct segment *segment)
{
    static const struct text pairs = TEXT_INIT("开停起升进出收发装卸上下");
    const uint32_t *mark = &g->s->chars[segment->begin - 1];
    return segment->is_listed &&
           (*mark == '/' || (segment->begin > 1 && text_has(pairs, mark[-1]) &&
                             text_has(pairs, g->s->chars[segment->at.begin])));
}

/* 參與甲、設計文檔的編寫: nouns of what somebody takes part in. */
static bool is_taken_part_in(const struct segments *g, size_t i)
{
    static const char *const sharing[] = {"参与", "參與", "参加", "參加", NULL};
    size_t first = i;
    while (!g->list[first].is_clause && first > 0)
        first--;
    const struct match *actor = sentence_at(g->s, g->list[first].at.begin, PHRASE_ACTOR);
    return actor != NULL && text_starts_with_one_of(actor->phrase->words, sharing);
}

/* 擔任領隊，與營地核對名單; 作為領隊，…: who somebody is, in front of what is done. */
static bool names_role(const struct segment *segment)
{
    static const char *const verbs[] = {"担任", "擔任", "出任", "兼任", "充当",
                                        "充當", "作为", "作為", NULL};
    return text_is_one_of(segment->verb->words, verbs);
}

/* 倉管組負責，盤點庫存: who answers for it, in front of what is done. */
static bool names_charge(const struct sentence *s, const struct segment *segment)
{
    static const char *const charges[] = {"负责", "負責", NULL};
    return s->language != LANG_EN && segment->is_clause &&
           text_ends_with_one_of(sentence_text(s, segment->at), charges);
}

/* Whether the segment begins an act of its own. */
static bool is_unit(const struct segments *g, size_t i, bool after_result)
{
    const struct segment *segment = &g->list[i];
    if (segment->verb == NULL || segment->is_settled)
        return false;
    if (i == 0 && g->count > 1 && (names_role(segment) || names_charge(g->s, segment)))
        return false;
    if (i == 0 || segment->is_named || segment->is_in_row)
        return true;
    if (g->s->language == LANG_EN)
        return english_is_unit(g, i);
    if (!segment->has_object || (after_result && !acts_behind_result(g->s, segment)) ||
        segment_adds_to_act(g->s, segment))
        return false;
    if (shares_object(g, i) || is_within_word(g, segment))
        return false;
    bool is_light = g->list[0].verb != NULL && g->list[0].has_object && is_light_verb(segment);
    return segment->is_clause || segment->is_strung ||
           (segment->is_listed && !is_taken_part_in(g, i) && (is_light || all_act(g, i))) ||
           (segment->is_joined && is_joined_act(g, i));
}

/* 操作系統的安裝, 學習進度追蹤: what begins like a verb may tell which one, and the act stands behind. */
static bool may_be_noun(const struct sentence *s, const struct segment *segment)
{
    static const struct text joints = TEXT_INIT("并並且");
    struct match act;
    bool is_doubtful =
        segment->verb != NULL && segment->behind == segment->at.begin + 2 &&
        (segment->verb->class == PHRASE_ACT_NOUN || segment->verb->class == PHRASE_HEAD_ACT);
    if (s->language == LANG_EN || !is_doubtful || segment->is_strung ||
        sentence_at(s, segment->at.begin, PHRASE_PREPOSITION) != NULL ||
        sentence_at(s, segment->behind, PHRASE_PARTY) != NULL) /* 接待|客戶 */
        return false;
    for (uint32_t i = segment->begin; i < segment->at.begin; i++)
        if (text_has(joints, s->chars[i]))
            return false;
    for (uint32_t i = segment->behind; i < segment->at.end; i++)
        if (text_has(TEXT("要须应"), s->chars[i])) /* 文件要上鎖: somebody has to */
            return false;
    return segment->at.end > segment->behind + 1 &&
           nominal_act_in(s, segment->at, &act) != NOMINAL_NONE && act.at.begin >= segment->behind;
}

struct acts {
    struct range *list;
    uint32_t *begins; /* with joining words: where the act in front ends */
    size_t count;
    bool has_verb; /* something but nouns names one of them */
};

static void add_act(struct acts *acts, const struct segment *segment)
{
    if (acts->count == ACTS_MAX)
        return;
    acts->begins[acts->count] = segment->begin;
    acts->list[acts->count++] = segment->at;
}

/* 負責檔案整理: the formula, and a noun for the act. */
static bool is_of_formula(const struct sentence *s, const struct segment *segment)
{
    const struct clause *clause = sentence_clause_at(s, segment->at.begin);
    return clause != NULL && clause->kind == CLAUSE_ACT && clause->verb == NULL;
}

/* 總務組：|負責…: it only names who. */
static bool is_caption(const struct sentence *s, const struct segment *segment)
{
    const struct clause *clause = sentence_clause_at(s, segment->at.begin);
    return clause != NULL && clause->is_caption;
}

/* Isolate, |culture|, and keep strains: one word between verbs that share the object behind it. */
static bool is_verb_of_chain(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i], *next = segment + 1;
    const struct phrase *head = g->list[0].verb;
    return g->s->language == LANG_EN && segment->verb == NULL && segment->is_clause && i > 0 &&
           i + 1 < g->count && next->is_clause && next->verb != NULL && head != NULL &&
           next->verb->form == head->form && !segment->is_settled && next->has_object &&
           text_find(text_trim(sentence_text(g->s, segment->at)), TEXT(" "), 0) == TEXT_NOT_FOUND;
}

/* The acts of one sentence; a chain of verbs with one object is one, from its first verb. */
static void find_units(const struct segments *g, struct acts *acts)
{
    bool after_result = false, is_open = false; /* verbs stand there, their object does not yet */
    size_t chain = 0, settled = 0, before = acts->count, nouns = 0, doubtful = 0;
    for (size_t i = 0; i < g->count; i++) {
        const struct segment *segment = &g->list[i];
        after_result |=
            segment->is_settled && !segment->is_how && g->s->language != LANG_EN && i > 0;
        if (g->s->language == LANG_EN && segment->is_settled && i > 0 && settled == 0)
            settled = i;
        if (settled > 0 && !english_resumes(g, settled, i))
            continue; /* what follows belongs to the result */
        bool is_verb = segment->verb != NULL && !segment->is_settled &&
                       (g->s->language != LANG_EN || english_is_in_row(g, i));
        if ((is_verb && !segment->has_object) || (is_open && is_verb_of_chain(g, i))) {
            chain = is_open ? chain : i;
            is_open = i == 0 || is_open || segment->is_clause ||
                      (segment->is_strung && g->s->language != LANG_EN);
            continue;
        }
        size_t first = is_open ? chain : i;
        bool counts = is_unit(g, first, after_result) || (is_open && is_verb);
        is_open = false;
        if (counts)
            add_act(acts, &g->list[first]);
        bool begins = first == 0 || (first == 1 && is_caption(g->s, &g->list[0]));
        bool is_noun =
            !g->list[first].is_in_row &&
            (g->list[first].is_nominal || (begins && is_of_formula(g->s, &g->list[first])));
        nouns += counts && is_noun;
        doubtful += counts && !is_noun && may_be_noun(g->s, &g->list[first]);
    }
    if (is_open && chain == 0)
        add_act(acts, &g->list[0]);
    bool is_named = g->s->language != LANG_EN && nouns > 0 && /* 檔案整理，借閱登記 */
                    acts->count == before + nouns + doubtful;
    acts->has_verb |= acts->count > before && !is_named;
    if (is_named)
        acts->count = before + 1; /* what only nouns name is one work */
}

/* Each act ends where the next one begins, marks and joining words off. */
static void settle_ends(const struct sentence *s, const struct acts *acts)
{
    for (size_t i = 0; i < acts->count; i++) {
        uint32_t end = i + 1 < acts->count ? acts->begins[i + 1] : s->count;
        for (bool trims = true; trims && end > acts->list[i].begin;) {
            uint32_t c = s->chars[end - 1];
            trims = text_has(TEXT(" ,;.。、·•●"), c);
            end -= trims;
            for (uint32_t k = end > 8 ? end - 8 : 0; !trims && k < end; k++) {
                const struct match *and = segment_joint_at(s, k);
                trims = and != NULL && and->at.end == end;
                end = trims ? k : end;
            }
        }
        acts->list[i].end = end;
    }
}

/*
 * Keeps stock by checking shelves; placing orders; …: marks part the ways in which one act is done,
 * each a participle, which the act itself is not.
 */
static bool is_way(const struct sentence *s, const struct segments *g, const struct range *acts)
{
    const struct phrase *verb = g->count == 0 ? NULL : g->list[0].verb;
    const struct match *head = sentence_act_at(s, acts[0].begin);
    if (head == NULL)
        head = sentence_at(s, acts[0].begin, PHRASE_ACTOR);
    if (verb == NULL || verb->form != VERB_ING || head == NULL || head->phrase->form == VERB_ING)
        return false;
    struct text front = sentence_text(s, (struct range){acts[0].begin, g->list[0].begin});
    size_t by = text_find(front, TEXT(" by "), 0);
    if (by == TEXT_NOT_FOUND || !text_ends_with(text_trim(front), TEXT(";")))
        return false;
    struct text means = text_from(front, by + 4);
    size_t end = text_find(means, TEXT(" "), 0);
    return end != TEXT_NOT_FOUND && text_ends_with(text_slice(means, 0, end), TEXT("ing"));
}

/* 採茶、曬茶、炒茶: one thing after the other with the same object. */
static bool share_last_character(const struct sentence *s, const struct range *acts, size_t count)
{
    static const uint32_t longest = 3;
    for (size_t i = 0; i < count; i++)
        if (acts[i].end > acts[i].begin + longest || acts[i].end < acts[i].begin + 2 ||
            s->chars[acts[i].end - 1] != s->chars[acts[0].end - 1])
            return false;
    return s->language != LANG_EN && count > 1;
}

/* 拔除插頭後打開機箱，更換電源: of three the first only gets at what is dealt with. */
static bool are_steps(const struct sentence *s, const struct range *acts, size_t count)
{
    return count == 3 && s->language != LANG_EN &&
           sentence_at(s, acts[0].begin, PHRASE_FIRST_STEP) != NULL && acts[1].begin > 0 &&
           s->chars[acts[1].begin - 1] == 0x540E; /* 后 */
}

size_t acts_find(const struct sentence *s, struct range list[ACTS_MAX])
{
    uint32_t begins[ACTS_MAX];
    struct acts acts = {list, begins, 0, false};
    struct segments g = {.s = s};
    for (size_t i = headline_clauses(s); i < s->clause_count; i++) {
        if (clause_is_caption_of_act(s, &s->clauses[i]))
            continue;
        segments_split(&g, &s->clauses[i]);
        if (i + 1 < s->clause_count && s->clauses[i + 1].sentence == s->clauses[i].sentence)
            continue;
        if (s->language != LANG_EN || acts.count == 0 || !is_way(s, &g, list))
            find_units(&g, &acts);
        g.count = 0;
    }
    if (!acts.has_verb && acts.count > 1)
        acts.count = 1; /* 泊位管理；纜繩保管: so in sentences that a mark parts */
    settle_ends(s, &acts);
    size_t count = acts_beside_outcomes(s, list, acts_beside_assigned(s, list, acts.count));
    if (share_last_character(s, list, count) || are_steps(s, list, count))
        return 1;
    return count == 2 && act_is_sequel(s, list[0], list[1]) ? 1 : count;
}
