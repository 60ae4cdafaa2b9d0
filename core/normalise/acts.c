#include "core/normalise/acts.h"
#include "core/model/fold.h"
#include "core/normalise/clause_head.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"
#include "core/normalise/verbs.h"

#define PARTY_LENGTH 8  /* code points of one to whom something goes */
#define ADVERB_MIN 4    /* letters in front of which nothing ends in -ly: only, ugly */
#define SEGMENTS_MAX 64 /* of one sentence; more are not told apart */

/* What stands between two marks or joining words. */
struct segment {
    struct range at;           /* behind the joining words */
    uint32_t begin;            /* with them */
    const struct phrase *verb; /* NULL: it begins with no act */
    bool has_object;
    bool is_weak;    /* the verb may be a noun here */
    bool is_clause;  /* begins a clause */
    bool is_listed;  /* 、 stands in front */
    bool is_strung;  /* a word that only joins acts stands in front: 並, then */
    bool is_joined;  /* 及, and stand in front */
    uint32_t behind; /* the verb: where its object begins */
    bool is_purpose; /* "and to", "or to" stand in front */
    bool is_settled; /* procedure, result, or a time: no act */
    bool is_how;     /* ... a procedure or a detail */
    bool is_named;   /* an act of its own behind its object: 檔案之保管 */
};

/* What stands in front of a segment within its clause. */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_ACTS, JOINT_NOUNS, JOINT_PURPOSE };

struct segments {
    const struct sentence *s;
    struct segment list[SEGMENTS_MAX];
    size_t count;
    bool is_new_clause; /* no segment of the clause yet */
};

/* 並, 並且, 同時 join acts; 和, 與, 及 also join nouns. */
static const struct match *joint_at(const struct sentence *s, uint32_t at)
{
    const struct match *and = sentence_at(s, at, PHRASE_AND);
    return and != NULL ? and : sentence_at(s, at, PHRASE_JOIN);
}

static uint32_t word_end(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && s->chars[at] != ' ')
        at++;
    return at;
}

/*
 * 備課, 開票, 籌款: a verb that ends in its object has one, though nothing stands behind it.
 */
static bool holds_object(const struct phrase *verb, const struct sentence *s, uint32_t behind)
{
    static const struct text objects = TEXT_INIT(
        "货单票账帐款料课章税药饭菜车案样稿架血澡床枝草垛衣桌椅窗锅碗苗肥粮柴鱼肉花树雪砖旗锁箱门");
    if (s->language == LANG_EN || verb->length != 2 || behind == 0)
        return false;
    for (size_t at = 0; at < objects.size;)
        if (text_next(objects, &at) == s->chars[behind - 1])
            return true;
    return false;
}

/* 轉交客服主管, 上報部門: to whom what stands in front goes. */
static bool hands_on(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const uint32_t giving[] = {0x8F6C, 0x4EA4, 0x62A5, 0x9001,
                                      0x5448, 0x9012, 0}; /* 转交报送呈递 */
    bool gives = false;
    for (const uint32_t *c = giving; *c != 0 && at > 1; c++)
        gives = gives || s->chars[at - 1] == *c || s->chars[at - 2] == *c;
    return gives && end - at <= PARTY_LENGTH &&
           sentence_ending(s, (struct range){at, end}, PHRASE_PARTY) != NULL;
}

/*
 * … and interacts with parents, … and serves as liaison: the verb has what it is about behind a
 * preposition; not in check meters and report to the foreman, where the act goes on.
 */
static bool has_own_preposition(const struct sentence *s, const struct segment *segment)
{
    static const char *const going_on[] = {"report", "refer",  "send",    "hand", "forward", "pass",
                                           "submit", "return", "present", "sign", "account", NULL};
    uint32_t at = skip_blanks(s, segment->behind, segment->at.end);
    const struct match *preposition = sentence_at(s, at, PHRASE_PREPOSITION);
    return s->language == LANG_EN && segment->begin > 0 && preposition != NULL &&
           segment->verb->class != PHRASE_HEAD_ACT && segment->verb->form != VERB_ED &&
           !text_starts_with_one_of(segment->verb->words, going_on) &&
           !text_is(preposition->phrase->words, "to") &&
           !text_is(preposition->phrase->words, "of") &&
           skip_blanks(s, preposition->at.end, segment->at.end) < segment->at.end;
}

/* Something stands behind the verb that it is done to, not only where it goes. */
static bool has_object(const struct sentence *s, uint32_t at, uint32_t end)
{
    at = skip_blanks(s, at, end);
    if (at == end)
        return false;
    if (s->language == LANG_EN) /* give advice on and carry out …: what is advised on comes yet */
        return sentence_at(s, at, PHRASE_PREPOSITION) == NULL &&
               sentence_ending(s, (struct range){at, end}, PHRASE_PREPOSITION) == NULL;
    if (hands_on(s, at, end))
        return false;
    const struct match *next = sentence_act_at(s, at);
    if (next != NULL && next->at.end == end && next->phrase->class == PHRASE_ACT_NOUN)
        return true;  /* 處理查詢, 組織盤點 */
    if (next != NULL) /* 審核批准…; 付款申請 is a noun */
        at = next->at.end;
    return at < end && s->chars[at] != '(' && sentence_at(s, at, PHRASE_DESTINATION) == NULL;
}

/*
 * What english_is_verb_before says; the commonest verbs, which both lists hold, are verbs also in
 * front of a plural.
 */
static bool is_surely_verb(const struct sentence *s, uint32_t at, uint32_t end, bool is_common)
{
    at = skip_blanks(s, at, end);
    struct text word = sentence_text(s, (struct range){at, word_end(s, at, end)});
    return english_is_verb_before(s, at, end) ||
           (is_common && word.size > 3 && text_ends_with(word, TEXT("s")) &&
            !text_ends_with(word, TEXT("ss")));
}

/* Properly, gently: an adverb by its ending, which no list need hold; not apply, supply. */
static uint32_t skip_word_in_ly(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t last = word_end(s, at, end);
    bool is_one = s->language == LANG_EN && last < end && last > at + ADVERB_MIN &&
                  text_ends_with(sentence_text(s, (struct range){at, last}), TEXT("ly")) &&
                  sentence_act_at(s, at) == NULL && sentence_at(s, at, PHRASE_ACTOR) == NULL;
    return is_one ? last : at;
}

static uint32_t skip_openers(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const enum phrase_class skipped[] = {PHRASE_AND,   PHRASE_JOIN,     PHRASE_ADVERB,
                                                PHRASE_VAGUE, PHRASE_MODIFIER, PHRASE_OPENING,
                                                PHRASE_PERIOD};
    for (bool goes_on = true; goes_on && at < end;) {
        at = skip_blanks(s, at, end);
        goes_on = false;
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

/* 配合產品、測試等團隊，…; 與開發團隊緊密合作，…: what is done stands in the next clause. */
static bool says_with_whom(const struct sentence *s, const struct clause *clause)
{
    bool is_with = sentence_at(s, clause->at.begin, PHRASE_PREPOSITION) != NULL &&
                   sentence_ending(s, clause->at, PHRASE_ACTOR) != NULL;
    const struct clause *end = s->clauses + s->clause_count;
    bool is_last = clause + 1 == end || clause[1].sentence != clause->sentence;
    return s->language != LANG_EN && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           (is_with || (clause->verb->class == PHRASE_ACTOR && !is_last &&
                        sentence_ending(s, clause->at, PHRASE_PARTY) != NULL));
}

/* 帶領小組、募集衣物: a verb that no list holds, behind others. */
static bool is_unlisted_verb(const struct sentence *s, const struct segment *segment)
{
    uint32_t at = segment->at.begin, end = segment->at.end;
    if (end > at && s->chars[end - 1] == 0x7B49) /* 洗手液等 */
        end--;
    return s->language != LANG_EN && !segment->is_clause && end >= at + 4 &&
           verb_is_han(s->chars[at], s->chars[at + 1]) && !verb_makes_thing(s->chars[at + 2]) &&
           sentence_find(s, segment->at, PHRASE_ACTOR) == NULL; /* 邀請教師、實習生參加… */
}

/* Dining areas, working hours: a word in -ing in front of another, which names a thing. */
static bool is_ing_of_name(const struct sentence *s, const struct segment *segment)
{
    static const char *const adjectives[] = {
        "cleaning", "serving",  "working",   "operating", "cooking",  "closing",
        "opening",  "reading",  "printing",  "packing",   "filing",   "existing",
        "incoming", "outgoing", "remaining", "ongoing",   "sewing",   "welding",
        "heating",  "lighting", "buying",    "selling",   "spending", "machining",
        "voting",   "indexing", "welcoming", "using",     NULL};
    struct text word = sentence_text(s, (struct range){segment->at.begin, segment->behind});
    return !english_is_verb_before(s, segment->behind, segment->at.end) &&
           (english_is_noun_in_ing(word) || text_is_one_of(word, adjectives));
}

/* … and ordering supplies: a participle with an object, no noun in front of another. */
static bool is_verb_in_ing(const struct sentence *s, const struct segment *segment)
{
    struct range joint = {segment->begin, segment->at.begin};
    uint32_t at = skip_blanks(s, segment->behind, segment->at.end);
    return segment->verb->form == VERB_ING && segment->has_object &&
           text_starts_with(text_trim(sentence_text(s, joint)), TEXT("and")) &&
           sentence_at(s, at, PHRASE_JOIN) == NULL && !is_ing_of_name(s, segment);
}

/* uses library resources: a noun in -s stands in front of another in a few compounds only. */
static bool is_verb_in_s(const struct sentence *s, const struct segment *segment)
{
    static const char *const nouns[] = {"records",  "claims",   "accounts", "contracts", "sales",
                                        "benefits", "sports",   "supplies", "customs",   "news",
                                        "works",    "arms",     "grants",   "parts",     "sponsors",
                                        "plans",    "programs", NULL};
    struct text word = sentence_text(s, (struct range){segment->at.begin, segment->behind});
    static const char *const behind[] = {"required", "necessary", "specific", "available",
                                         "needed",   "related",   "involved", NULL};
    uint32_t at = skip_blanks(s, segment->behind, segment->at.end);
    struct text next = sentence_text(s, (struct range){at, word_end(s, at, segment->at.end)});
    return segment->verb->form == VERB_S && segment->has_object && !text_is_one_of(word, nouns) &&
           !text_is_one_of(next, behind) && !text_ends_with(next, TEXT("ing")) &&
           sentence_at(s, at, PHRASE_JOIN) == NULL;
}

/* The treasurer shall record …, the producer coordinates …: the verb behind the subject. */
static const struct match *act_of_subject(const struct sentence *s, const struct segment *segment)
{
    if (s->language != LANG_EN || !segment->is_clause)
        return NULL;
    for (uint32_t i = s->first[segment->at.begin]; i < s->first[segment->at.end]; i++) {
        uint32_t at = s->matches[i].at.begin;
        const struct match *act = sentence_act_at(s, at);
        if (act == NULL)
            act = english_helper_at(s, at); /* the vice-president shall assist … */
        if (act == NULL || at == segment->at.begin)
            continue;
        struct range front = {segment->at.begin, at};
        bool is_told = act->phrase->form == VERB_S && text_starts_with(s->text, TEXT("The ")) &&
                       sentence_ending(s, front, PHRASE_PARTY) != NULL;
        if (is_told || (act->phrase->form == VERB_BASE && english_follows_modal(s, at)))
            return act;
    }
    return NULL;
}

/* A word that only joins acts stands in front, and then what the act is done to, or the procedure.
 */
static bool is_led(const struct sentence *s, const struct clause *clause,
                   const struct segment *segment)
{
    uint32_t at = segment->at.begin;
    bool is_strung = segment->is_strung || sentence_at(s, segment->begin, PHRASE_AND) != NULL;
    bool is_how = clause->kind == CLAUSE_HOW && sentence_at(s, at, PHRASE_HOW) != NULL;
    return s->language != LANG_EN && is_strung &&
           (is_how || (segment->is_strung && sentence_at(s, at, PHRASE_PREPOSITION) != NULL));
}

/* 生產過程中出現異常時，…: when something is done. */
static bool says_when(const struct sentence *s, const struct clause *clause)
{
    const struct match *end = sentence_ending(s, clause->at, PHRASE_TEMPORAL);
    return clause->kind == CLAUSE_OTHER && end != NULL &&
           s->chars[end->at.begin] != 0x7684; /* 的 */
}

/* 复合材料的选型: a verb that no list holds, and that the clause did not take for its head. */
static bool is_refused(const struct sentence *s, const struct clause *clause,
                       const struct match *act)
{
    return clause > s->clauses && clause->kind == CLAUSE_OTHER && text_is_empty(act->phrase->words);
}

/* The verb of a segment, and in *behind where its object begins; NULL: it begins with none. */
static const struct phrase *segment_verb(const struct sentence *s, const struct clause *clause,
                                         const struct segment *segment, uint32_t *behind)
{
    static const struct phrase formula = {.class = PHRASE_ACT}; /* 負責…工作 */
    static const struct phrase unlisted = {.class = PHRASE_HEAD_ACT, .length = 2};
    const struct range at = segment->at;
    const struct match *act = sentence_act_at(s, at.begin);
    const struct match *actor = sentence_at(s, at.begin, PHRASE_ACTOR);
    if (act != NULL && s->language != LANG_EN && segment->is_clause &&
        (clause->is_caption || says_when(s, clause) || is_refused(s, clause, act) ||
         (clause > s->clauses && clause_act_is_noun(s, clause, act))))
        act = NULL;
    if (actor != NULL && act == NULL) /* help define …: one act */
        act = sentence_act_at(s, skip_blanks(s, actor->at.end, at.end));
    if (actor != NULL && act != NULL && s->language == LANG_EN && act->at.begin > at.begin &&
        act->phrase->form != actor->phrase->form)
        act = NULL; /* assist with ordering */
    if (act == NULL && is_led(s, clause, segment))
        act = sentence_find_act(s, at); /* 並對制度提出意見, 並根據需求提出叫料單 */
    if (act == NULL && !segment->is_clause)
        act = sentence_at(s, at.begin, PHRASE_IDLE); /* 做好回訪 */
    if (act != NULL && s->language == LANG_EN && act->phrase->class == PHRASE_HEAD_ACT &&
        !english_is_verb_before(s, act->at.end, at.end))
        act = NULL; /* prices and credit terms */
    if (act == NULL)
        act = english_helper_at(s, at.begin);
    if (act == NULL && clause == s->clauses)
        act = act_of_subject(s, segment);
    if (act == NULL && is_unlisted_verb(s, segment)) {
        *behind = at.begin + 2;
        return &unlisted;
    }
    *behind = act == NULL ? at.begin : act->at.end;
    if (act != NULL || !segment->is_clause || clause->kind != CLAUSE_ACT)
        return act == NULL ? NULL : act->phrase;
    /* an object in front (將…錄入), or the formula with a noun */
    *behind = clause->verb == NULL ? at.begin : clause->act.end;
    if (says_with_whom(s, clause))
        *behind = at.end;
    return clause->verb == NULL ? &formula : clause->verb;
}

/* 管理事宜, 核定事項: what only says that it is work goes off. */
static struct range without_matter(const struct sentence *s, struct range at)
{
    static const char *const matters[] = {"事宜", "事项", "事項", NULL};
    struct text last = sentence_text(s, (struct range){at.end < 2 ? 0 : at.end - 2, at.end});
    return (struct range){at.begin, at.end - (text_is_one_of(last, matters) ? 2 : 0)};
}

#define NOMINAL_MIN 4 /* code points of a verb behind its object */

/* 付款流程跟進, 系統故障解決: the clause ends with an act whose object stands in front of it. */
static const struct phrase *nominal_act(const struct sentence *s, const struct clause *clause)
{
    static const enum phrase_class acts[] = {PHRASE_ACT, PHRASE_ACT_NOUN};
    if (clause->kind != CLAUSE_OTHER || !nominal_clause(s, clause) ||
        clause->at.end - clause->at.begin < NOMINAL_MIN)
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

/* "to" and a verb at the head. */
static bool is_infinitive(const struct sentence *s, const struct clause *clause)
{
    const struct match *to = sentence_at(s, clause->at.begin, PHRASE_PREPOSITION);
    return s->language == LANG_EN && to != NULL && text_is(to->phrase->words, "to");
}

/* 為豐富員工生活，…; 為了…: not 為客戶辦理手續, where somebody stands behind it. */
static bool names_purpose(const struct sentence *s, const struct clause *clause)
{
    uint32_t next = clause->at.begin + 1;
    const struct match *act = sentence_act_at(s, next);
    if (next < s->count && text_has(TEXT("了更使让确保达提丰"), s->chars[next]))
        return true;
    return sentence_at(s, next, PHRASE_RESULT) != NULL ||
           sentence_at(s, next, PHRASE_BETTERING) != NULL ||
           (next + 1 < s->count && verb_is_han(s->chars[next], s->chars[next + 1])) ||
           (act != NULL && sentence_at(s, next, PHRASE_PARTY) == NULL);
}

/* 為客戶尋找房源: for whom something is done, which is an act; not 為員工創造環境. */
static bool is_for_somebody(const struct sentence *s, const struct clause *clause)
{
    static const char *const gifts[] = {"依据", "依據", "支撑", "支撐", "支持", "支援", "参考",
                                        "參考", "保障", "保证", "保證", "便利", "条件", "條件",
                                        "基础", "基礎", "动能", "動能", NULL};
    bool is_gift = text_ends_with_one_of(sentence_text(s, clause->at), gifts) ||
                   sentence_find(s, clause->at, PHRASE_BETTERING) != NULL;
    const struct match *party = sentence_at(s, clause->at.begin + 1, PHRASE_PARTY);
    return clause->kind == CLAUSE_ACT && party != NULL && clause->act.begin == party->at.end &&
           !is_gift && !names_purpose(s, clause);
}

/* 為學校創造良好環境; …, to measure progress; behind an act: what it is for. */
static bool is_purpose(const struct segments *g, const struct clause *clause)
{
    if (is_infinitive(g->s, clause))
        return g->count > 0 && g->list[0].verb != NULL &&
               !is_infinitive(g->s, sentence_clause_at(g->s, g->list[0].begin));
    if (g->s->language == LANG_EN || g->s->chars[clause->at.begin] != 0x4E3A)
        return false;
    if (is_for_somebody(g->s, clause))
        return false;
    return g->count > 0 || (clause->at.end < g->s->count && names_purpose(g->s, clause));
}

/* …，支持風險管理; …，完成主管交辦事項: what it is for, and what W402 speaks of; 支持經理: an act.
 */
static bool is_aside(const struct segments *g, const struct clause *clause)
{
    const struct match *actor = sentence_at(g->s, clause->at.begin, PHRASE_ACTOR);
    struct text words = actor == NULL ? TEXT("") : actor->phrase->words;
    bool gives = g->count > 0 && g->list[0].verb != NULL && text_is(g->list[0].verb->words, "提供");
    bool helps = gives && text_is(words, "帮助") && /* 提供…，帮助家属缓解悲伤 */
                 sentence_at(g->s, clause->at.begin + 2, PHRASE_PARTY) != NULL;
    bool is_backing = text_is(words, "支持") || text_is(words, "支撑");
    bool has_party = sentence_ending(g->s, clause->at, PHRASE_PARTY) != NULL ||
                     text_ends_with(sentence_text(g->s, clause->at), TEXT("的工作"));
    bool supports = helps || (is_backing && !has_party);
    return g->s->language != LANG_EN && g->count > 0 && (supports || clause->is_ad_hoc);
}

/*
 * 設計資料庫，使用 ORM: by which means, behind an act; or in front of one, where nothing else is
 * done: 使用專用工具，組裝零件.
 */
static bool names_tool(const struct segments *g, const struct clause *clause)
{
    static const char *const openers[] = {"使用", "运用", "運用", "利用", "操作", NULL};
    const struct sentence *s = g->s;
    const struct clause *next = clause + 1;
    bool is_operating = s->chars[clause->at.begin] == 0x64CD; /* 操 */
    if (is_operating && g->count > 0)
        return false;
    if (s->language == LANG_EN || !text_starts_with_one_of(sentence_text(s, clause->at), openers))
        return false;
    static const char *const tools[] = {"具", "备", "備", "器", "机", "機", "仪", "儀",
                                        "械", "剂", "劑", "等", "统", "統", "件", NULL};
    bool is_tool = text_ends_with_one_of(sentence_text(s, clause->at), tools);
    bool has_next = next < s->clauses + s->clause_count && next->sentence == clause->sentence;
    bool is_fronted = has_next && text_has(TEXT("将把对"), s->chars[next->at.begin]);
    bool leads = is_tool && has_next && next->kind == CLAUSE_ACT &&
                 (is_fronted || (!is_operating && next->act.begin == next->at.begin)) &&
                 sentence_find(s, clause->at, PHRASE_AND) == NULL;
    return g->count > 0 || leads;
}

/* 包括訂單管理, 例如引導客流: a detail of what is done in front. */
static bool tells_detail(const struct segments *g, const struct clause *clause)
{
    static const char *const openers[] = {"例如", "比如", "譬如", "包括", "包含", NULL};
    const struct sentence *s = g->s;
    uint32_t next = clause->at.begin + 1;
    bool is_like = s->chars[clause->at.begin] == 0x5982 && next < s->count && /* 如 */
                   !text_has(TEXT("有遇需果何因发出无未期实确属不"), s->chars[next]);
    return s->language != LANG_EN && g->count > 0 &&
           (is_like || text_starts_with_one_of(sentence_text(s, clause->at), openers));
}

/* 對區督導負責，…: to whom one answers, and nothing that is done. */
static bool answers_to(const struct sentence *s, const struct clause *clause)
{
    static const char *const ends[] = {"负责", "負責", NULL};
    return s->language != LANG_EN && s->chars[clause->at.begin] == 0x5BF9 && /* 对 */
           text_ends_with_one_of(sentence_text(s, clause->at), ends);
}

/*
 * 修理工人, 審計部經理: the verb is part of a party's name, which nothing but another part follows;
 * not in 探訪長者, where one is visited, nor in 更新公司網頁.
 */
static bool is_of_party(const struct sentence *s, uint32_t behind, uint32_t end)
{
    const struct match *tail = sentence_at(s, behind, PHRASE_PARTY_TAIL);
    const struct match *party = sentence_at(s, behind, PHRASE_PARTY);
    if (tail == NULL || (party != NULL && party->at.end > tail->at.end))
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
 * 對學員予以輔導, 並向主管說明: the object stands in front; with whom (與, 和), where something
 * light is done behind it: 與學校做好溝通.
 */
static bool object_is_fronted(const struct sentence *s, const struct clause *clause,
                              const struct segment *segment)
{
    bool is_joint = sentence_at(s, segment->begin, PHRASE_PREPOSITION) != NULL; /* 與 joins too */
    uint32_t at = is_joint ? segment->begin : segment->at.begin, c = s->chars[at];
    if (s->language != LANG_EN && segment->is_clause && at > segment->begin + 1 &&
        text_has(TEXT("对向"), s->chars[at - 1])) /* 並對… */
        return true;
    bool is_with = c == 0x4E0E || c == 0x548C || c == 0x540C || c == 0x8DDF; /* 与和同跟 */
    if (s->language == LANG_EN || sentence_at(s, at, PHRASE_PREPOSITION) == NULL)
        return false;
    if (segment->is_strung)
        return true;
    bool is_own = segment->is_clause && clause->kind == CLAUSE_ACT && clause->act.begin > at &&
                  text_has(TEXT("对向给为针就替与和同跟"), c);
    return is_own && (!is_with || sentence_find(s, clause->at, PHRASE_IDLE) != NULL);
}

static void add_segment(struct segments *g, const struct clause *clause, struct range at,
                        enum joint joint)
{
    const struct sentence *s = g->s;
    if (g->count == SEGMENTS_MAX || skip_blanks(s, at.begin, at.end) == at.end)
        return;
    bool is_how = tells_detail(g, clause) ||
                  (clause->kind == CLAUSE_HOW && sentence_at(s, at.begin, PHRASE_AND) == NULL);
    bool is_settled = is_how || clause->kind == CLAUSE_RESULT || is_purpose(g, clause) ||
                      names_tool(g, clause) || is_aside(g, clause) || answers_to(s, clause);
    struct segment *segment = &g->list[g->count++];
    *segment = (struct segment){.begin = at.begin,
                                .is_clause = g->is_new_clause,
                                .is_listed = joint == JOINT_LIST,
                                .is_strung = joint == JOINT_ACTS,
                                .is_joined = joint == JOINT_NOUNS,
                                .is_purpose = joint == JOINT_PURPOSE,
                                .is_settled = is_settled,
                                .is_how = is_how};
    segment->at = (struct range){skip_openers(s, at.begin, at.end), at.end};
    if (segment->at.begin == at.end || /* "proactively and …": openers only */
        (!segment->is_clause && says_with_whom(s, clause))) {
        g->count--;
        return;
    }
    segment->is_settled |= g->count > 1 && is_idle_end(s, segment->at.begin);
    g->is_new_clause = false;
    uint32_t behind;
    segment->verb = segment_verb(s, clause, segment, &behind);
    segment->behind = behind;
    if (s->language != LANG_EN && !segment->is_clause && is_of_party(s, behind, at.end))
        segment->verb = NULL;
    if (begins_examples(s, segment->at.begin))
        segment->verb = NULL;
    bool is_verb = segment->verb != NULL;
    bool is_fronted = is_verb && object_is_fronted(s, clause, segment);
    const struct phrase *nominal = is_verb || !segment->is_clause ? NULL : nominal_act(s, clause);
    if (nominal != NULL && at.end == clause->at.end) {
        segment->verb = nominal;
        segment->has_object = true;
        return;
    }
    segment->has_object =
        is_verb &&
        (is_fronted || has_object(s, behind, at.end) || has_own_preposition(s, segment) ||
         (behind == at.end && holds_object(segment->verb, s, behind)) ||
         (segment->verb->class == PHRASE_IDLE && !segment->is_clause && behind < at.end) ||
         ((segment->verb->class == PHRASE_ACTOR ||
           (s->language != LANG_EN && sentence_at(s, segment->at.begin, PHRASE_ACTOR) != NULL)) &&
          behind < at.end));
    segment->is_weak = is_verb && (segment->verb->class == PHRASE_ACT_NOUN ||
                                   (!segment->is_clause && text_is_empty(segment->verb->words)));
    if (s->language == LANG_EN && segment->is_weak) {
        /* …, or program goals: a noun more often than in front of "and" */
        bool is_other = text_starts_with(
            text_trim(sentence_text(s, (struct range){at.begin, segment->at.begin})), TEXT("or"));
        bool is_common = !is_other && sentence_at(s, segment->at.begin, PHRASE_ACT) != NULL;
        segment->is_weak = !is_surely_verb(s, behind, at.end, is_common) &&
                           !is_verb_in_s(s, segment) && !is_verb_in_ing(s, segment);
    }
    const struct match *tail = sentence_at(s, behind, PHRASE_TAIL);
    segment->is_weak |= tail != NULL && tail->at.end == at.end; /* 發布流程 */
}

/* To keep the minutes and to send them: where the record begins so, each "to" begins an act. */
static enum joint joint_of(const struct sentence *s, const struct phrase *and)
{
    if (text_ends_with(and->words, TEXT(" to")))
        return is_infinitive(s, &s->clauses[0]) && text_starts_with(and->words, TEXT("and"))
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
    if (clause->kind != CLAUSE_OTHER || !nominal_clause(g->s, clause))
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
        segment->is_named = true;
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
           act->at.begin == skip_openers(s, front.begin, front.end) &&
           sentence_act_at(s, join->at.end) == NULL &&
           sentence_at(s, join->at.end, PHRASE_IDLE) == NULL;
}

/* The clause's segments: at 、 and at joining words, outside brackets and quotations. */
static void split_clause(struct segments *g, const struct clause *clause)
{
    const struct sentence *s = g->s;
    uint32_t begin = clause->at.begin, depth = 0;
    size_t from = g->count;
    enum joint joint = JOINT_NONE;
    bool has_front = clause->kind == CLAUSE_ACT && s->language != LANG_EN;
    g->is_new_clause = true;
    for (uint32_t at = has_front ? clause->act.begin : begin; at < clause->at.end; at++) {
        const struct match *and = joint_at(s, at);
        bool is_mark = s->chars[at] == 0x3001 || s->chars[at] == '/'; /* 、 */
        depth += s->chars[at] == '(';
        depth -= s->chars[at] == ')' && depth > 0;
        if (depth > 0 || s->is_quoted[at] || (!is_mark && and == NULL) ||
            (!is_mark && leads_to_whom(s, clause, (struct range){begin, at}, and)))
            continue;
        add_segment(g, clause, (struct range){begin, at}, joint);
        joint = is_mark ? JOINT_LIST : joint_of(s, and->phrase);
        begin = at + (is_mark ? 1 : 0);
        at = is_mark ? at : and->at.end - 1;
    }
    add_segment(g, clause, (struct range){begin, clause->at.end}, joint);
    name_act(g, clause, from);
}

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
    return text_ends_with_one_of(words, ends) && g->list[first].verb != NULL &&
           text_is_one_of(g->list[first].verb->words, verbs);
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
        if (g->list[i].verb == NULL || !g->list[i].has_object)
            return false;
        is_sure = is_sure || !g->list[i].is_weak;
        is_led = is_led && !is_part_of_noun(g, &g->list[i]);
    }
    return is_sure || is_led;
}

/* …, using computers; …, so that nothing is lost: it belongs to the acts in front. */
static bool tells_how(const struct segment *segment, enum verb_form form)
{
    return segment->is_settled ||
           (form != VERB_ING && segment->verb != NULL && segment->verb->form == VERB_ING);
}

/*
 * English: the last item of the list is an act, so those in front of it are; where it may be a
 * noun, one in the middle that may not decides.
 */
static bool ends_in_act(const struct segments *g, enum verb_form form)
{
    const struct segment *last = &g->list[g->count - 1];
    bool is_open = sentence_find(g->s, last->at, PHRASE_VAGUE) != NULL && g->count > 1;
    bool is_sure = false;
    while (last > g->list && tells_how(last, form))
        last--;
    last -= is_open && last > g->list;
    for (const struct segment *i = g->list + 1; i <= last && !is_sure; i++)
        is_sure = i->verb != NULL && i->verb->form == form && i->has_object && !i->is_weak &&
                  (i->is_clause || i == last); /* manage and maintain …: one act */
    return last->verb != NULL && last->verb->form == form && is_sure;
}

/* An English verb joined to the head has its form; else it is a noun, or tells how. */
static bool has_form_of_head(const struct segments *g, const struct segment *segment)
{
    size_t first = 0; /* As tasked, conducts …: behind what only says when */
    while (first + 1 < g->count && g->list[first].verb == NULL && g->list[first + 1].is_clause &&
           sentence_at(g->s, g->list[first].begin, PHRASE_PREPOSITION) != NULL)
        first++;
    const struct phrase *head = g->list[first].verb;
    return g->s->language != LANG_EN ||
           (head != NULL && segment->verb != NULL && head->form == segment->verb->form);
}

/* Where an infinitive stands in the segment: "to plan"; *is_bare when it ends there. */
static bool has_infinitive(const struct sentence *s, struct range at, bool *is_bare)
{
    *is_bare = false;
    for (uint32_t k = s->first[at.begin]; k < s->first[at.end]; k++) {
        const struct match *to = &s->matches[k];
        uint32_t next = skip_blanks(s, to->at.end, at.end);
        const struct match *act = sentence_act_at(s, next);
        const struct match *adverb = sentence_at(s, next, PHRASE_MODIFIER);
        if (act == NULL && adverb != NULL)
            act = sentence_act_at(s, skip_blanks(s, adverb->at.end, at.end));
        if (act == NULL)
            act = sentence_at(s, next, PHRASE_IDLE); /* to ensure a safe and clean stay */
        if (!text_is(to->phrase->words, "to") || act == NULL || act->phrase->form != VERB_BASE)
            continue;
        *is_bare = skip_blanks(s, act->at.end, at.end) == at.end;
        return true;
    }
    return false;
}

/*
 * Confer with customers to discuss …, take orders …: who talks with somebody does so for all that
 * is listed; and so it is where the list ends with "or".
 */
static bool lists_purposes(const struct segments *g)
{
    static const char *const talks[] = {"confer",      "consult",    "meet",   "communicate",
                                        "collaborate", "cooperate",  "liaise", "interact",
                                        "work~ with",  "coordinate", "attend", "participate",
                                        "travel",      "speak",      "talk",   NULL};
    const struct phrase *head = g->list[0].verb;
    const struct segment *last = &g->list[g->count - 1];
    struct text joint =
        sentence_text(g->s, (struct range){last->begin, last->at.begin}); /* ", or " */
    for (const char *const *talk = talks; *talk != NULL && head != NULL; talk++)
        if (text_starts_with(head->words, text_from_string(*talk)))
            return true;
    return g->count > 2 && text_starts_with(text_trim(joint), TEXT("or"));
}

/*
 * … to plan and build solutions, to adjust, update or revise plans: the infinitive goes on, within
 * its clause, or as long as its verbs have no object yet.
 */
static bool continues_infinitive(const struct segments *g, size_t i)
{
    bool is_list = lists_purposes(g);
    bool needs_bare = g->list[i].is_clause && !is_list;
    for (size_t k = i; k-- > 0;) {
        bool is_bare;
        const struct segment *before = &g->list[k];
        if (before->is_purpose) /* or to cure, dry or bake */
            return true;
        if (has_infinitive(g->s, before->at, &is_bare))
            return is_bare || !needs_bare;
        if (before->verb == NULL || (needs_bare && before->has_object))
            return false;
        needs_bare = !is_list && (needs_bare || before->is_clause);
    }
    return false;
}

/* with requisition and process questions: a word joined to one behind a preposition is a noun. */
static bool is_half_of_noun(const struct segments *g, size_t i)
{
    const struct sentence *s = g->s;
    const struct segment *segment = &g->list[i];
    const struct range before = g->list[i - 1].at;
    uint32_t last = before.end;
    while (last > before.begin && s->chars[last - 1] == ' ')
        last--;
    while (last > before.begin && s->chars[last - 1] != ' ')
        last--;
    return segment->is_joined && segment->verb->class == PHRASE_ACT_NOUN &&
           !is_verb_in_ing(s, segment) &&
           sentence_ending(s, (struct range){before.begin, last}, PHRASE_PREPOSITION) != NULL &&
           !english_is_verb_before(s, segment->behind, segment->at.end);
}

static bool has_examples(const struct segments *g, const struct segment *segment)
{
    struct text words = sentence_text(g->s, (struct range){segment->begin, segment->at.end});
    return text_find(words, TEXT("such as "), 0) != TEXT_NOT_FOUND ||
           text_find(words, TEXT("including "), 0) != TEXT_NOT_FOUND;
}

/*
 * …, such as tree restoration and weed control: what follows is a noun among nouns; not in …, such
 * as jams, and notify repairers, where a mark ends the only example.
 */
static bool follows_examples(const struct segments *g, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (has_examples(g, &g->list[k])) {
            struct range joint = {g->list[i].begin, g->list[i].at.begin};
            bool is_and = text_starts_with(text_trim(sentence_text(g->s, joint)), TEXT("and"));
            return k + 1 < i || !g->list[i].is_clause || !is_and;
        }
    return false;
}

/* A word among examples that may be a noun, and no article shows to be a verb. */
static bool is_example(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    bool may_be_noun = segment->is_weak || segment->verb->class != PHRASE_ACT;
    return g->s->language == LANG_EN && may_be_noun && follows_examples(g, i) &&
           !english_is_verb_before(g->s, segment->behind, segment->at.end);
}

/* Helping clients with errands, such as paying bills or …; by styling hair or …: examples, means.
 */
static bool follows_means(const struct segments *g, const struct segment *segment)
{
    struct text front = sentence_text(g->s, (struct range){g->list[0].begin, segment->begin});
    return text_find(front, TEXT("such as "), 0) != TEXT_NOT_FOUND ||
           text_find(front, TEXT(" including "), 0) != TEXT_NOT_FOUND ||
           text_find(front, TEXT(" by "), 0) != TEXT_NOT_FOUND;
}

/* Mow lawns, file deeds and repair fences: each of three begins with a verb of its own. */
static bool all_begin_with_verbs(const struct segments *g)
{
    for (size_t i = 0; i < g->count; i++) {
        const struct segment *segment = &g->list[i];
        const struct phrase *verb = segment->verb;
        if (verb == NULL || !segment->has_object || segment->is_settled || segment->is_purpose ||
            verb->form != g->list[0].verb->form)
            return false;
        struct text word = sentence_text(g->s, (struct range){segment->at.begin, segment->behind});
        for (size_t k = 0; k < i; k++)
            if (text_equal_ascii_case(word, sentence_text(g->s, (struct range){g->list[k].at.begin,
                                                                               g->list[k].behind})))
                return false;
    }
    const struct segment *last = &g->list[g->count - 1];
    struct text joint = sentence_text(g->s, (struct range){last->begin, last->at.begin});
    return g->count > 2 && g->list[0].verb->form != VERB_ING &&
           text_starts_with(text_trim(joint), TEXT("and"));
}

static bool is_english_unit(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    if (segment->is_purpose || continues_infinitive(g, i))
        return false;
    if (!has_form_of_head(g, segment) || !segment->has_object)
        return false;
    if (i > 0 && is_half_of_noun(g, i))
        return false;
    if (is_example(g, i))
        return false;
    bool is_ing = segment->verb->form == VERB_ING && segment->is_joined;
    if (is_ing && is_ing_of_name(g->s, segment))
        return false;
    if (segment->verb->form == VERB_ING && follows_means(g, segment))
        return false;
    if (all_begin_with_verbs(g))
        return true;
    if (segment->is_weak) /* …, calibrate pipettes and log temperatures */
        return i + 1 == g->count && ends_in_act(g, segment->verb->form);
    return !segment->is_clause || ends_in_act(g, segment->verb->form) ||
           is_surely_verb(g->s, word_end(g->s, segment->at.begin, segment->at.end), segment->at.end,
                          false);
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
    return !is_person && !segment->is_weak && before->verb != NULL && before->has_object &&
           before->verb->length > 0 && !is_nominal(g->s, before->at) &&
           sentence_ending(g->s, segment->at, PHRASE_TAIL) == NULL &&
           sentence_find(g->s, segment->at, PHRASE_AD_HOC) == NULL &&
           !is_of_party(g->s, segment->behind, segment->at.end);
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

/* …，確保…，做好接待; …，對幹部予以輔導: surely an act, and no part of the result in front. */
static bool acts_behind_result(const struct sentence *s, const struct segment *segment)
{
    static const char *const light[] = {"做好", "搞好", "抓好", NULL};
    bool is_light =
        segment->verb->class == PHRASE_IDLE && text_is_one_of(segment->verb->words, light);
    return segment->verb->class == PHRASE_ACT ||
           (segment->is_clause &&
            (is_light || text_has(TEXT("对将把"), s->chars[segment->at.begin])));
}

/* Whether the segment begins an act of its own. */
static bool is_unit(const struct segments *g, size_t i, bool after_result)
{
    const struct segment *segment = &g->list[i];
    if (segment->verb == NULL || segment->is_settled)
        return false;
    if (i == 0 || segment->is_named)
        return true;
    if (g->s->language == LANG_EN)
        return is_english_unit(g, i);
    if (!segment->has_object || (after_result && !acts_behind_result(g->s, segment)))
        return false;
    if (shares_object(g, i))
        return false;
    bool is_light = g->list[0].verb != NULL && g->list[0].has_object && is_light_verb(segment);
    return segment->is_clause || segment->is_strung ||
           (segment->is_listed && (is_light || all_act(g, i))) ||
           (segment->is_joined && is_joined_act(g, i));
}

struct acts {
    struct range *list;
    uint32_t *begins; /* with joining words: where the act in front ends */
    size_t count;
};

static void add_act(struct acts *acts, const struct segment *segment)
{
    if (acts->count == ACTS_MAX)
        return;
    acts->begins[acts->count] = segment->begin;
    acts->list[acts->count++] = segment->at;
}

/* The acts of one sentence; a chain of verbs with one object is one, from its first verb. */
static void find_units(const struct segments *g, struct acts *acts)
{
    bool after_result = false, is_open = false; /* verbs stand there, their object does not yet */
    size_t chain = 0;
    for (size_t i = 0; i < g->count; i++) {
        const struct segment *segment = &g->list[i];
        after_result |=
            segment->is_settled && !segment->is_how && g->s->language != LANG_EN && i > 0;
        if (g->s->language == LANG_EN && segment->is_settled && i > 0)
            break; /* what follows belongs to the result */
        bool is_verb = segment->verb != NULL && !segment->is_settled &&
                       has_form_of_head(g, segment) && !is_example(g, i) &&
                       !(i > 0 && g->s->language == LANG_EN && continues_infinitive(g, i));
        if (is_verb && !segment->has_object) {
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
    }
    if (is_open && chain == 0)
        add_act(acts, &g->list[0]);
}

/* Each act ends where the next one begins, marks and joining words off. */
static void settle_ends(const struct sentence *s, const struct acts *acts)
{
    for (size_t i = 0; i < acts->count; i++) {
        uint32_t end = i + 1 < acts->count ? acts->begins[i + 1] : s->count;
        for (bool trims = true; trims && end > acts->list[i].begin;) {
            uint32_t c = s->chars[end - 1];
            trims = c == ' ' || c == ',' || c == ';' || c == '.' || c == 0x3002 || c == 0x3001;
            end -= trims;
            for (uint32_t k = end > 8 ? end - 8 : 0; !trims && k < end; k++) {
                const struct match *and = joint_at(s, k);
                trims = and != NULL && and->at.end == end;
                end = trims ? k : end;
            }
        }
        acts->list[i].end = end;
    }
}

size_t acts_find(const struct sentence *s, struct range list[ACTS_MAX])
{
    uint32_t begins[ACTS_MAX];
    struct acts acts = {list, begins, 0};
    struct segments g = {.s = s};
    for (size_t i = 0; i < s->clause_count; i++) {
        split_clause(&g, &s->clauses[i]);
        if (i + 1 < s->clause_count && s->clauses[i + 1].sentence == s->clauses[i].sentence)
            continue;
        find_units(&g, &acts);
        g.count = 0;
    }
    settle_ends(s, &acts);
    return acts.count;
}
