#include "core/check/wording_role.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* The first of the words that the text begins with, a blank behind it; 0: with none. */
static size_t prefix_size(struct text text, const char *const *words)
{
    for (; *words != NULL; words++) {
        struct text word = text_from_string(*words);
        if (text.size > word.size && text.data[word.size] == ' ' &&
            text_equal_ascii_case(text_slice(text, 0, word.size), word))
            return word.size + 1;
    }
    return 0;
}

/*
 * Another clause of the record says an act; no plural: …, ushers and snack bar. Behind "Serves as
 * …" what is surely a verb has its form.
 */
static bool goes_on_with_act(const struct sentence *s)
{
    bool is_in_s =
        text_starts_with(s->text, TEXT("Serves ")) || text_starts_with(s->text, TEXT("Acts "));
    for (size_t i = 1; i < s->clause_count; i++) {
        const struct clause *clause = &s->clauses[i];
        bool is_sure = clause->kind == CLAUSE_ACT && clause->verb != NULL && is_in_s &&
                       clause->verb->class == PHRASE_ACT && clause->sentence > 0;
        if (clause->kind == CLAUSE_ACT &&
            (is_sure || clause->verb == NULL || clause->verb->form != VERB_S))
            return true;
    }
    return false;
}

/* ---- English ---- */

/* ... chairman, coordinating the fleet; point of contact for reporting faults. */
static bool has_participle(const struct sentence *s, uint32_t from)
{
    for (uint32_t i = s->first[from]; i < s->first[s->count]; i++) {
        uint32_t begin = s->matches[i].at.begin;
        const struct match *act = sentence_act_at(s, begin);
        bool is_governed =
            begin > 1 && (begin == from || s->chars[begin - 2] == ',' ||
                          sentence_ending(s, (struct range){from, begin}, PHRASE_PREPOSITION));
        if (act != NULL && act->phrase->form == VERB_ING && is_governed)
            return true;
    }
    return false;
}

/* Serves as secretary and keeps the minutes: surely a verb, behind what joins it. */
static bool joins_act(const struct sentence *s, uint32_t from)
{
    for (uint32_t i = s->first[from]; i < s->first[s->count]; i++) {
        if (s->matches[i].phrase->class != PHRASE_JOIN)
            continue;
        uint32_t next = skip_blanks(s, s->matches[i].at.end, s->count);
        const struct match *act = sentence_at(s, next, PHRASE_ACT);
        if (english_helper_at(s, next) != NULL) /* … and work with the registrar */
            return true;
        bool is_noun = act == NULL || sentence_at(s, next, PHRASE_ACT_NOUN) != NULL;
        uint32_t behind = act == NULL ? s->count : skip_blanks(s, act->at.end, s->count);
        bool has_object = behind < s->count && sentence_at(s, behind, PHRASE_PREPOSITION) == NULL &&
                          sentence_at(s, behind, PHRASE_JOIN) == NULL;
        if (!is_noun && (act->phrase->form == VERB_S || has_object))
            return true;
        const struct match *any = sentence_act_at(s, next); /* … and lead the board */
        if (any != NULL && english_is_verb_before(s, any->at.end, s->count))
            return true;
    }
    return false;
}

static bool english_names_role(const struct sentence *s)
{
    static const char *const openers[] = {
        "to", "will", "shall", "may", "must", "this position is", "this role is", NULL};
    static const char *const roles[] = {
        "act as",         "acts as",        "acting as",       "serve as",
        "serves as",      "serving as",     "be a member",     "sits on",
        "sit on",         "in charge of",   "be in charge of", "overall charge of",
        "full charge of", "sole charge of", "deputy head of",  "acting head",
        "acting chair",   "acting manager", "first point",     "first line",
        "last word on",   "final say",      "has a vote",      NULL};
    if (sentence_at(s, 0, PHRASE_OFFICE) != NULL)
        return !has_participle(s, 0) && !joins_act(s, 0); /* seat on the works council */
    size_t opener = prefix_size(s->text, openers);
    size_t role = prefix_size(text_from(s->text, opener), roles);
    uint32_t behind = 0;
    while (behind < s->count && s->offsets[behind] < opener + role)
        behind++;
    return role > 0 && sentence_at(s, 0, PHRASE_ACTOR) == NULL &&
           text_find(s->text, TEXT("liaison"), 0) == TEXT_NOT_FOUND && !has_participle(s, behind) &&
           !joins_act(s, behind);
}

/* ---- Chinese ---- */

/* 擔任, 充當: the verb at the head of the first clause. */
static const struct match *role_verb(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"担任", "擔任", "充当", "充當", "出任", "兼任", NULL};
    const struct match *verb = sentence_find(s, clause->at, PHRASE_IDLE);
    return verb != NULL && text_is_one_of(sentence_text(s, verb->at), verbs) &&
                   sentence_find_act(s, (struct range){clause->at.begin, verb->at.begin}) == NULL
               ? verb
               : NULL; /* 推薦人選擔任主席: an act */
}

/* 副手, 留守人, 管理職責: what somebody is. */
static bool ends_in_role(const struct sentence *s, struct range at)
{
    static const char *const roles[] = {"角色", "职责", "職責", "职位", "職位", "职务",
                                        "職務", "副手", "窗口", "人",   NULL};
    struct text words = sentence_text(s, at);
    return text_ends_with_one_of(words, roles) || sentence_ending(s, at, PHRASE_PARTY) != NULL;
}

/* 負責…的全面工作, 全面負責…的工作: all of it, and nothing in front says what. */
static bool is_whole_work(const struct sentence *s, const struct clause *clause)
{
    static const char *const wholes[] = {"全面工作", "全盘工作", "全盤工作", "整体工作",
                                         "整體工作", "全部工作", "全部事务", "全部事務",
                                         "一切工作", "一切事务", "一切事務", NULL};
    static const char *const states[] = {"的状况",   "的狀況",   "经营状况", "經營狀況",
                                         "财务状况", "財務狀況", "整体状况", "整體狀況",
                                         "运营状况", "營運狀況", NULL};
    const struct match *opening = sentence_find(s, clause->at, PHRASE_OPENING);
    struct text words = sentence_text(s, clause->at);
    if (opening == NULL)
        return false;
    if (clause->verb == NULL && clause->act.end > 0 && text_ends_with_one_of(words, states))
        return true; /* 負責分店的經營狀況: how it is, and nothing that is done */
    if (sentence_find_act(s, (struct range){opening->at.end, clause->at.end}) != NULL)
        return false;
    bool is_whole =
        text_find(sentence_text(s, opening->at), TEXT("全面"), 0) != TEXT_NOT_FOUND &&
        (text_ends_with(words, TEXT("的工作")) || text_ends_with(words, TEXT("之工作")));
    return is_whole || text_ends_with_one_of(words, wholes);
}

/* …，對總經理負責: to whom one answers, and no act. */
static bool answers_to(const struct sentence *s, const struct clause *clause)
{
    struct text words = sentence_text(s, clause->at);
    return s->chars[clause->at.begin] == 0x5BF9 &&
           (text_ends_with(words, TEXT("负责")) || text_ends_with(words, TEXT("負責")));
}

/* 擔任司機、|修剪庭院: what stands in a row with it is done. */
static bool lists_act(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.begin; i + 1 < at.end; i++)
        if (s->chars[i] == 0x3001 && sentence_at(s, i + 1, PHRASE_ACT) != NULL) /* 、 */
            return true;
    return false;
}

/* 為全廠電力之|負責人, 駐場|代表, 收費員的|頭頭: who somebody is, by a noun at the end. */
static bool is_named_role(const struct sentence *s, const struct clause *first)
{
    struct range at = first->at, front = at;
    if (sentence_ending(s, at, PHRASE_ROLE_NAME) == NULL || s->clause_count != 1)
        return false;
    bool is_told = text_has(TEXT("为為系係是任"), s->chars[at.begin]);
    at.begin += is_told;
    if (sentence_find(s, at, PHRASE_PREPOSITION) != NULL)
        return false;
    for (uint32_t i = at.begin; i < at.end; i++)
        if (text_has(TEXT("的之"), s->chars[i]))
            front.end = i;
    if (front.end == at.end) /* 駐場代表 */
        return (is_told || at.end <= at.begin + 4) && sentence_at(s, at.begin, PHRASE_ACT) == NULL;
    return (sentence_find(s, front, PHRASE_ACT) == NULL ||
            sentence_ending(s, front, PHRASE_PARTY) != NULL) &&
           sentence_find(s, front, PHRASE_IDLE) == NULL;
}

/* 採購|委員會|委員, 編委會|成員身份; not 遴選|採購|委員會|委員: somebody's place in a body. */
static bool is_place_in_body(const struct sentence *s, const struct clause *first)
{
    struct range front = first->at;
    front.begin += text_has(TEXT("为為系係是任"), s->chars[front.begin]);
    const struct match *office = sentence_ending(s, front, PHRASE_OFFICE);
    if (office == NULL || s->clause_count != 1)
        return false;
    front.end = office->at.begin;
    front.end -= front.end > front.begin && text_has(TEXT("的之"), s->chars[front.end - 1]);
    const struct match *body = sentence_ending(s, front, PHRASE_BODY);
    if (body == NULL)
        return false;
    front.end = body->at.begin;
    const struct match *act = sentence_find_act(s, front);
    const struct match *named = sentence_at(s, front.begin, PHRASE_ACTIVITY);
    if (named == NULL && front.end == front.begin + 2 &&
        verb_is_han(s->chars[front.begin], s->chars[front.begin + 1]))
        return false; /* 遴聘|委員會|委員; 稽核|小組|組員 */
    bool heads_group = s->chars[front.end] == 0x5C0F && /* 品鉴|小组|组长 */
                       text_has(TEXT("长長人"), s->chars[office->at.end - 1]);
    return (act == NULL || heads_group || (named != NULL && act->at.begin == front.begin)) &&
           sentence_find(s, front, PHRASE_IDLE) == NULL &&
           sentence_find(s, front, PHRASE_OPENING) == NULL &&
           sentence_find(s, front, PHRASE_PREPOSITION) == NULL;
}

/* 全年|派駐於雪山管理站, 常駐|機場: where somebody is. */
static bool tells_place(const struct sentence *s, const struct clause *first)
{
    const struct match *front = sentence_at(s, first->at.begin, PHRASE_PERIOD);
    struct range at = {front == NULL ? first->at.begin : front->at.end, first->at.end};
    const struct match *belonging = sentence_at(s, at.begin, PHRASE_BELONGING);
    return s->clause_count == 1 && belonging != NULL && belonging->at.end + 1 < at.end;
}

/* 受院長直接管轄: under whom somebody is. */
static bool tells_direction(const struct sentence *s, const struct clause *first)
{
    return s->clause_count == 1 && s->chars[first->at.begin] == 0x53D7 && /* 受 */
           sentence_ending(s, first->at, PHRASE_DIRECTION) != NULL &&
           sentence_act_at(s, first->at.begin) == NULL && /* 受理投訴並接受監督, 受聘指導 */
           !verb_is_han(s->chars[first->at.begin], s->chars[first->at.begin + 1]);
}

/* 全面負責: for what is left open. */
static bool only_answers(const struct sentence *s, const struct clause *first)
{
    const struct match *front = sentence_at(s, first->at.begin, PHRASE_ADVERB);
    const struct match *opening =
        sentence_at(s, front == NULL ? first->at.begin : front->at.end, PHRASE_OPENING);
    return s->clause_count == 1 && opening != NULL && opening->at.end == first->at.end;
}

static bool chinese_names_role(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0];
    const struct match *verb = role_verb(s, first);
    if (verb == NULL)
        return is_whole_work(s, first) || is_named_role(s, first) || tells_place(s, first) ||
               is_place_in_body(s, first) || tells_direction(s, first) || only_answers(s, first);
    struct range role = {verb->at.end, first->at.end};
    return role.end > role.begin && ends_in_role(s, role) && !lists_act(s, role);
}

bool wording_names_role_only(const struct sentence *s)
{
    if (s->clause_count == 0 || sentence_has(s, PHRASE_MODIFIER) ||
        sentence_has(s, PHRASE_NOT_ASSESSABLE) || sentence_has(s, PHRASE_AD_HOC))
        return false;
    if (s->language == LANG_EN)
        return !goes_on_with_act(s) && english_names_role(s);
    bool is_answer = s->clause_count == 2 && answers_to(s, &s->clauses[1]);
    return (is_answer || !goes_on_with_act(s)) && chinese_names_role(s);
}
