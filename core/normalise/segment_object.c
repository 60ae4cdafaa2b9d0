#include "core/normalise/english_words.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

#define MET_LENGTH 3   /* code points of a word for coming upon something, and of what that is */
#define PARTY_LENGTH 8 /* code points of one to whom something goes */

/*
 * 備課, 開票, 籌款: a verb that ends in its object has one, though nothing stands behind it.
 */
static bool holds_object(const struct phrase *verb, const struct sentence *s, uint32_t behind)
{
    static const char *const leading[] = {"牵头", "牽頭", NULL};
    if (s->language == LANG_EN || behind == 0 || verb->length < 2)
        return false;
    if (verb->length > 2) /* 量血壓 */
        return !text_is_empty(verb->words);
    if (text_is_one_of(verb->words, leading))
        return false;
    return verb_ends_in_object(s->chars[behind - 1]);
}

/* 轉交客服主管, 上報部門: to whom what stands in front goes. */
static bool hands_on(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const uint32_t giving[] = {0x8F6C, 0x4EA4, 0x62A5, 0x9001,
                                      0x5448, 0x9012, 0}; /* 转交报送呈递 */
    bool gives = false;
    for (const uint32_t *c = giving; *c != 0 && at > 1; c++)
        gives = gives || s->chars[at - 1] == *c || s->chars[at - 2] == *c;
    bool is_escorted = at > 1 &&
                       s->chars[at - 1] == 0x9001 && /* 接送旅客: with them, not to them */
                       text_has(TEXT("接护護迎欢歡遣"), s->chars[at - 2]);
    return gives && !is_escorted && end - at <= PARTY_LENGTH &&
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
    const struct match *adverb = sentence_at(s, at, PHRASE_ADVERB); /* works directly with … */
    if (adverb != NULL && sentence_at(s, at, PHRASE_PREPOSITION) == NULL)
        at = skip_blanks(s, adverb->at.end, segment->at.end);
    const struct match *preposition = sentence_at(s, at, PHRASE_PREPOSITION);
    if (sentence_at(s, at, PHRASE_VAGUE) != NULL) /* … and mops when required */
        return false;
    return s->language == LANG_EN && segment->begin > 0 && preposition != NULL &&
           segment->verb->class != PHRASE_HEAD_ACT && segment->verb->form != VERB_ED &&
           !text_starts_with_one_of(segment->verb->words, going_on) &&
           !text_is(preposition->phrase->words, "to") &&
           !text_is(preposition->phrase->words, "of") &&
           skip_blanks(s, preposition->at.end, segment->at.end) < segment->at.end;
}

/* 錄入|系統, 提交|至部門: where a thing goes; not 搭建系統, which is made. */
static bool names_destination(const struct sentence *s, uint32_t at, uint32_t end)
{
    const struct match *place = sentence_at(s, at, PHRASE_DESTINATION);
    bool is_store = place != NULL && place->at.end == end && place->phrase->length == 2 &&
                    text_has(TEXT("系平台档檔"), s->chars[at]); /* 系统, 平台, 台账, 档案 */
    bool takes_in =
        at > 0 && text_has(TEXT("入传傳录錄载載存记記进進归歸登交报報送"), s->chars[at - 1]);
    return place != NULL && (!is_store || takes_in);
}

/* The locks, all gates: a noun's front, which shows an object wherever the words end. */
static bool begins_noun(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const fronts[] = {"the", "a",     "an",    "all",   "any",  "each", "new",
                                         "our", "their", "these", "those", "this", NULL};
    struct text word = english_word_at(s, at, end);
    return text_is_one_of(word, fronts) && english_skip_word(s, at, end) < end;
}

/* Tanks, fish: more than one, which a verb may have for its object. */
static bool is_plural(struct text word)
{
    static const char *const others[] = {"fish",   "sheep", "cattle",   "livestock", "poultry",
                                         "people", "geese", "children", "men",       "women",
                                         "mice",   "teeth", "staff",    NULL};
    return text_is_one_of(word, others) || (word.size > 3 && english_ends_in_s(word));
}

/* Break|out|the oars, dig|up|stumps: the verb's own little word, and the object behind it. */
static bool has_object_behind_particle(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const particles[] = {"out",  "up",   "off",  "down", "in",
                                            "back", "over", "away", NULL};
    struct text word = english_word_at(s, at, end);
    if (!text_is_one_of(word, particles))
        return false;
    uint32_t next = english_skip_word(s, at, end);
    return begins_noun(s, next, end) || is_plural(english_word_at(s, next, end));
}

/* Something stands behind the verb that it is done to, not only where it goes. */
static bool has_object(const struct sentence *s, uint32_t at, uint32_t end)
{
    at = skip_blanks(s, at, end);
    while (s->language == LANG_EN && at < end && s->in_brackets[at]) /* enter ("…") at speed */
        at = skip_blanks(s, at + 1 + (s->chars[at + 1] == ')'), end);
    if (at >= end)
        return false;
    if (s->language == LANG_EN &&
        (begins_noun(s, at, end) || has_object_behind_particle(s, at, end)))
        return true;
    if (s->language == LANG_EN) /* give advice on and carry out …: what is advised on comes yet */
        return sentence_at(s, at, PHRASE_PREPOSITION) == NULL &&
               sentence_ending(s, (struct range){at, end}, PHRASE_PREPOSITION) == NULL;
    if (hands_on(s, at, end))
        return false;
    const struct match *next = sentence_act_at(s, at);
    const struct match *party = next == NULL ? NULL : sentence_at(s, at, PHRASE_PARTY);
    if (next != NULL && next->at.end == end &&
        (next->phrase->class == PHRASE_ACT_NOUN || (party != NULL && party->at.end == end)))
        return true; /* 處理查詢, 組織盤點, 培訓導遊 */
    if (next != NULL && next->at.end + 1 < end && s->chars[next->at.end] == 0x7684)
        return true;  /* 建立|完善的資料: 的, which of them */
    if (next != NULL) /* 審核批准…; 付款申請 is a noun */
        at = next->at.end;
    return at < end && s->chars[at] != '(' && !names_destination(s, at, end);
}

/* 在門口值守，登記來客: where it is done stands in front, and the verb ends the clause. */
static bool stands_at_place(const struct sentence *s, const struct clause *clause,
                            const struct segment *segment)
{
    return s->language != LANG_EN && segment->is_clause && clause->kind == CLAUSE_ACT &&
           text_has(TEXT("在于到赴"), s->chars[clause->at.begin]) &&
           clause->act.begin > clause->at.begin + 2 && clause->act.end == clause->at.end;
}

/* 並對|其效益進行分析: what belongs to the object in front is another one; not 並對其進行分析. */
static bool has_own_noun(const struct sentence *s, const struct segment *segment)
{
    uint32_t at = segment->at.begin + 1; /* behind 其 */
    const struct match *idle = sentence_find(s, (struct range){at, segment->at.end}, PHRASE_IDLE);
    return idle != NULL && idle->at.begin > at + 1;
}

bool segment_joint_leads(const struct sentence *s, const struct segment *segment)
{
    uint32_t at = segment->at.begin;
    return s->language != LANG_EN && (segment->is_clause || segment->is_strung) &&
           at > segment->begin + 1 && text_has(TEXT("对向将在至"), s->chars[at - 1]) &&
           (s->chars[at - 1] != 0x81F3 || sentence_act_at(s, at) == NULL) && /* 至|打烊 */
           (s->chars[at] != 0x5176 || has_own_noun(s, segment));             /* 其 */
}

/*
 * 對學員予以輔導, 並向主管說明: the object stands in front; with whom (與, 和), where something
 * light is done behind it: 與學校做好溝通; so does what one comes upon: 發現裂縫及時修補.
 */
static bool object_is_fronted(const struct sentence *s, const struct clause *clause,
                              const struct segment *segment)
{
    bool is_joint = sentence_at(s, segment->begin, PHRASE_PREPOSITION) != NULL; /* 與 joins too */
    uint32_t at = is_joint ? segment->begin : segment->at.begin, c = s->chars[at];
    if (segment_joint_leads(s, segment))
        return true;
    if (stands_at_place(s, clause, segment))
        return true;
    bool is_with = c == 0x4E0E || c == 0x548C || c == 0x540C || c == 0x8DDF; /* 与和同跟 */
    if (s->language == LANG_EN || sentence_at(s, at, PHRASE_PREPOSITION) == NULL)
        return false;
    if (segment->is_strung)
        return true;
    bool is_own = segment->is_clause && clause->kind == CLAUSE_ACT && clause->act.begin > at &&
                  (text_has(TEXT("对向给为针就替与和同跟将把"), c) ||
                   (text_has(TEXT("发遇"), c) && clause->act.begin >= at + MET_LENGTH));
    return is_own && (!is_with || sentence_find(s, clause->at, PHRASE_IDLE) != NULL);
}

bool segment_is_surely_verb(const struct sentence *s, uint32_t at, uint32_t end, bool is_common)
{
    at = skip_blanks(s, at, end);
    struct text word = english_word_at(s, at, end);
    return english_is_verb_before(s, at, end) ||
           (is_common && (is_plural(word) || english_precedes_adjective(s, at, end)));
}

bool segment_is_ing_of_name(const struct sentence *s, const struct segment *segment)
{
    static const char *const adjectives[] = {
        "cleaning", "serving",  "working",   "operating", "cooking",  "closing",
        "opening",  "reading",  "printing",  "packing",   "filing",   "existing",
        "incoming", "outgoing", "remaining", "ongoing",   "sewing",   "welding",
        "heating",  "lighting", "buying",    "selling",   "spending", "machining",
        "voting",   "indexing", "welcoming", "using",     NULL};
    struct text word = sentence_text(s, (struct range){segment->at.begin, segment->behind});
    uint32_t next = skip_blanks(s, segment->behind, segment->at.end);
    bool is_praised = sentence_at(s, next, PHRASE_MODIFIER) != NULL || /* publishing rich guides */
                      english_precedes_adjective(s, segment->behind, segment->at.end);
    return !is_praised && !english_is_verb_before(s, segment->behind, segment->at.end) &&
           (english_is_noun_in_ing(word) || text_is_one_of(word, adjectives));
}

bool segment_is_verb_in_ing(const struct sentence *s, const struct segment *segment)
{
    struct range joint = {segment->begin, segment->at.begin};
    uint32_t at = skip_blanks(s, segment->behind, segment->at.end);
    return segment->verb->form == VERB_ING && segment->has_object &&
           text_starts_with(text_trim(sentence_text(s, joint)), TEXT("and")) &&
           sentence_at(s, at, PHRASE_JOIN) == NULL && !segment_is_ing_of_name(s, segment);
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
    struct text next = english_word_at(s, at, segment->at.end);
    return segment->verb->form == VERB_S && segment->has_object && !text_is_one_of(word, nouns) &&
           !text_is_one_of(next, behind) &&
           (!text_ends_with(next, TEXT("ing")) || english_is_noun_in_ing(next)) &&
           sentence_at(s, at, PHRASE_JOIN) == NULL &&
           sentence_at(s, at, PHRASE_PREPOSITION) == NULL; /* routes and schedules with … */
}

/* 安排接機; …，並監督實施: what is arranged is an act, and nothing behind it. */
static bool arranges_act(const struct sentence *s, const struct segment *segment)
{
    static const char *const verbs[] = {"组织", "組織", "监督", "監督", "督促",
                                        "推动", "推動", "推进", "推進", NULL};
    const struct match *act = sentence_act_at(s, segment->behind);
    bool arranges = text_is(segment->verb->words, "安排") ||
                    (segment->is_clause && text_is_one_of(segment->verb->words, verbs));
    return s->language != LANG_EN && act != NULL && act->at.end == segment->at.end && arranges;
}

bool segment_has_object(const struct sentence *s, const struct clause *clause,
                        const struct segment *segment)
{
    uint32_t behind = segment->behind, end = segment->at.end;
    bool is_helped =
        segment->verb->class == PHRASE_ACTOR ||
        (s->language != LANG_EN && sentence_at(s, segment->at.begin, PHRASE_ACTOR) != NULL);
    bool is_idle = segment->verb->class == PHRASE_IDLE && !segment->is_clause;
    uint32_t next = skip_blanks(s, behind, end);
    const struct match *vague = sentence_at(s, next, PHRASE_VAGUE);
    bool is_bare = next == end || (vague != NULL && vague->at.end == end); /* support as required */
    const struct match *telling =
        s->language == LANG_EN ? sentence_at(s, segment->at.begin, PHRASE_TELLING) : NULL;
    if (telling != NULL && english_tells_what(s, telling, end)) /* note where tiles are loose */
        return true;
    return object_is_fronted(s, clause, segment) || has_object(s, behind, end) ||
           has_own_preposition(s, segment) ||
           (behind == end && holds_object(segment->verb, s, behind)) ||
           ((is_idle || is_helped) && !is_bare) || arranges_act(s, segment);
}

bool segment_is_compound(const struct sentence *s, const struct segment *segment)
{
    const struct match *plain = sentence_at(s, segment->at.begin, PHRASE_PLAIN);
    uint32_t next = skip_blanks(s, segment->behind, segment->at.end);
    if (plain != NULL && plain->phrase->has_rest &&
        english_skip_word(s, next, s->count) < plain->at.end)
        return false; /* and stock empty shelves */
    return plain != NULL && plain->at.end > segment->behind && segment->begin > 0 &&
           !english_is_verb_before(s, segment->behind, segment->at.end);
}

bool segment_is_weak(const struct sentence *s, const struct segment *segment)
{
    bool is_weak = segment->verb->class == PHRASE_ACT_NOUN ||
                   (!segment->is_clause && text_is_empty(segment->verb->words));
    if (s->language == LANG_EN && segment_is_compound(s, segment))
        return true;
    if (s->language != LANG_EN || !is_weak)
        return is_weak;
    /* …, or program goals: a noun more often than in front of "and" */
    struct range joint = {segment->begin, segment->at.begin};
    bool is_other = text_starts_with(text_trim(sentence_text(s, joint)), TEXT("or"));
    uint32_t next = skip_blanks(s, segment->behind, segment->at.end);
    if (segment->verb->form == VERB_BASE &&
        text_starts_with(text_from(s->text, s->offsets[next]), TEXT("that ")))
        return false; /* … and report that information */
    bool is_common = !is_other && sentence_at(s, segment->at.begin, PHRASE_ACT) != NULL;
    return !segment_is_surely_verb(s, segment->behind, segment->at.end, is_common) &&
           !is_verb_in_s(s, segment) && !segment_is_verb_in_ing(s, segment);
}
