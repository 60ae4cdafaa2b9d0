#include "core/check/wording_joint_work.h"
#include "core/check/wording_next_clause.h"
#include "core/check/wording_party.h"

static const char *const together[] = {"共同", "联合", "聯合", "一起", "一同", "一道",
                                       "携手", "攜手", "联手", "聯手", NULL};

/* 旅行社, 志工隊, 街道辦: by the lists, or by its last character, a body or somebody in one. */
static bool ends_in_party(const struct sentence *s, struct range at)
{
    static const enum phrase_class parties[] = {PHRASE_PARTY, PHRASE_UNIT, PHRASE_PARTY_TAIL};
    static const struct text bodies =
        TEXT_INIT("社会會队隊办辦部处處科局所院校店厂廠站组組室区區馆館团團方会員员师師长長商");
    if (at.end < at.begin + 2)
        return false;
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++)
        if (sentence_ending(s, at, parties[i]) != NULL)
            return true;
    return text_has(bodies, s->chars[at.end - 1]);
}

/* 與旅行社|共同推廣, and no clause behind that says which part is one's own. */
static bool is_done_together(const struct sentence *s, const struct clause *clause,
                             const struct match *match)
{
    const struct match *opening = sentence_at(s, clause->at.begin, PHRASE_OPENING);
    uint32_t begin = opening == NULL ? clause->at.begin : opening->at.end;
    struct range whom = {begin + 1, match->at.begin};
    return match->at.begin > begin + 1 && text_has(TEXT("与與和同跟"), s->chars[begin]) &&
           ends_in_party(s, whom);
}

/* 聯合|農會|舉辦展售: the party stands between the two words of the match. */
static bool is_done_with(const struct sentence *s, const struct clause *clause,
                         const struct match *match)
{
    struct text words = sentence_text(s, match->at);
    bool is_joining =
        text_starts_with(words, TEXT("联合")) || text_starts_with(words, TEXT("聯合"));
    uint32_t first = match->at.begin + match->phrase->length;
    bool is_side_by_side = text_is(words, "协同") || text_is(words, "協同");
    if (is_side_by_side && match->at.begin == clause->at.begin) /* 協同警方… */
        return sentence_at(s, first, PHRASE_PARTY) != NULL ||
               sentence_at(s, first, PHRASE_UNIT) != NULL;
    if (!is_joining || match->at.begin != clause->at.begin || !match->phrase->has_rest)
        return false;
    for (uint32_t end = first + 2; end < match->at.end; end++)
        if (ends_in_party(s, (struct range){first, end}))
            return true;
    return false;
}

static bool gives(const struct sentence *s, const struct match *match)
{
    static const char *const verbs[] = {"提供", "给予", "給予", "予以", NULL};
    return match->phrase->has_rest && text_starts_with_one_of(sentence_text(s, match->at), verbs);
}

/* 門市|必要之: how much of it, which says nothing of what. */
static uint32_t without_amount(const struct sentence *s, struct range at)
{
    static const char *const amounts[] = {"必要之", "必要的", "適當之", "適當的",
                                          "适当的", "一切",   "必要",   NULL};
    struct text words = sentence_text(s, at);
    for (size_t i = 0; amounts[i] != NULL; i++)
        if (text_ends_with(words, text_from_string(amounts[i])))
            return at.end - (uint32_t)text_code_points(text_from_string(amounts[i]));
    return at.end;
}

/* 提供|各部門|支援, 給予必要的協助: to whom it is given, and nothing of what. */
static bool is_help_given(const struct sentence *s, const struct clause *clause,
                          const struct match *match)
{
    static const uint32_t help = 2; /* code points of 支援 */
    struct range between = {match->at.begin + match->phrase->length, match->at.end - help};
    if (!gives(s, match) || match->at.end != clause->at.end || clause != s->clauses ||
        sentence_find(s, clause->at, PHRASE_RECIPIENT) != NULL)
        return false;
    between.end = without_amount(s, between);
    return between.end <= between.begin || sentence_ending(s, between, PHRASE_PARTY) != NULL ||
           sentence_ending(s, between, PHRASE_UNIT) != NULL;
}

bool wording_is_joint_work(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language == LANG_EN || clause == NULL || s->requirement != NULL ||
        wording_next_clause_acts(s, clause))
        return false;
    bool is_together = text_starts_with_one_of(sentence_text(s, match->at), together);
    return (is_together && is_done_together(s, clause, match)) || is_done_with(s, clause, match) ||
           is_help_given(s, clause, match);
}

bool wording_names_leader(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    for (const struct clause *front = s->clauses; clause != NULL && front < clause; front++)
        if (s->chars[front->at.begin] == 0x7531 && /* 由 */
            front->sentence == clause->sentence &&
            sentence_ending(s, front->at, PHRASE_LEADING) != NULL)
            return true;
    return false;
}

bool wording_is_led(const struct sentence *s, const struct match *match, struct range rest)
{
    static const uint32_t object = 2; /* code points of what is done: 器械 */
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (s->language == LANG_EN || clause == NULL || s->chars[s->clauses[0].at.begin] != 0x5728)
        return false; /* 在 */
    struct range front = {0, match->at.begin};
    while (front.end > 0 && text_has(TEXT(" ,，"), s->chars[front.end - 1]))
        front.end--;
    const struct match *act = sentence_act_at(s, rest.begin);
    return act != NULL && sentence_ending(s, front, PHRASE_LED) != NULL &&
           rest.end >= act->at.end + object && !wording_ends_in_work(s, rest) &&
           sentence_find(s, rest, PHRASE_EMPTY_WORK) == NULL;
}

bool wording_is_meeting(const struct sentence *s, struct range in)
{
    static const char *const bodies[] = {
        "委员会", "委員會", "协会", "協會", "学会",   "學會",   "工会", "工會", "基金会",
        "基金會", "商会",   "商會", "社会", "社會",   "机会",   "機會", "公会", "公會",
        "总会",   "總會",   "分会", "分會", "同乡会", "同鄉會", NULL};
    static const char *const verbs[] = {"参加", "參加", "出席", "列席", NULL};
    struct text words = sentence_text(s, in);
    if (s->language == LANG_EN || in.begin < 2)
        return false;
    struct text verb = sentence_text(s, (struct range){in.begin - 2, in.begin});
    return in.end > in.begin + 2 && text_is_one_of(verb, verbs) && /* not 參與年會 */
           (text_ends_with(words, TEXT("会")) || text_ends_with(words, TEXT("會"))) &&
           !text_ends_with_one_of(words, bodies);
}

/* 支援|系統的帳號開通: help in the name of what something is done to; not 支援系統的升級. */
static bool is_in_name_of_thing(const struct sentence *s, const struct match *match)
{
    static const char *const things[] = {"系统的", "系統的", "平台的", "热线的", "熱線的", NULL};
    static const uint32_t thing = 3, object_and_act = 4; /* code points */
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    uint32_t behind = match->at.end + thing;
    return clause != NULL && match->at.begin == clause->at.begin && match->phrase->length == 2 &&
           clause->at.end >= behind + object_and_act &&
           text_has(TEXT("支帮幫"), s->chars[match->at.begin]) &&
           text_is_one_of(sentence_text(s, (struct range){match->at.end, behind}), things) &&
           sentence_ending(s, clause->at, PHRASE_ACT) != NULL;
}

bool wording_comes_about(const struct sentence *s, const struct match *match)
{
    static const char *const verbs[] = {"达成", "達成", "促成", "形成",
                                        "建立", "谈成", "談成", NULL};
    uint32_t at = match->at.begin;
    const struct clause *clause = sentence_clause_at(s, at);
    if (s->language != LANG_EN && is_in_name_of_thing(s, match))
        return true;
    if (s->language != LANG_EN && clause != NULL && gives(s, match) &&
        !is_help_given(s, clause, match))
        return true;
    return s->language != LANG_EN && at >= 2 &&
           text_is_one_of(sentence_text(s, (struct range){at - 2, at}), verbs);
}

#define WHOM_MAX 5 /* code points of whom or what is helped: 外場, 收銀台 */

/* The part of the row that begins with the help holds nothing but whom. */
static bool is_part_of_row(const struct sentence *s, const struct match *match)
{
    for (size_t i = 0; s->row_count > 1 && i < s->row_count; i++) {
        struct range whom = {match->at.end, s->row[i].end};
        if (s->row[i].begin == match->at.begin && whom.end > whom.begin &&
            whom.end <= whom.begin + WHOM_MAX && sentence_find_act(s, whom) == NULL)
            return true;
    }
    return false;
}

/* … and |supports colleagues: behind an act with its object, to the end. */
static bool ends_row_in_english(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    const struct match *join = sentence_ending(s, (struct range){0, match->at.begin}, PHRASE_JOIN);
    if (s->language != LANG_EN || clause == NULL || join == NULL || s->clause_count < 2 ||
        clause != &s->clauses[s->clause_count - 1] || match->phrase->form != VERB_S ||
        clause->kind != CLAUSE_ACT || clause->verb == NULL || clause->verb->form != VERB_S ||
        join->at.begin <= clause->act.end + 1)
        return false;
    uint32_t whom = skip_blanks(s, match->at.end, clause->at.end);
    struct text words = sentence_text(s, (struct range){whom, clause->at.end});
    const struct match *party = sentence_ending(s, clause->at, PHRASE_PARTY);
    if (party == NULL)
        party = sentence_ending(s, clause->at, PHRASE_RECIPIENT);
    return party != NULL && (party->at.begin == whom || text_starts_with(words, TEXT("the ")));
}

bool wording_helps_in_row(const struct sentence *s, const struct match *match)
{
    return is_part_of_row(s, match) || ends_row_in_english(s, match);
}
