#include "core/normalise/act_addition.h"
#include "core/normalise/english_words.h"

/* 生產、發布過程中的創新: what 、 joins to it tells in the course of what. */
static bool tells_course(const struct sentence *s, const struct segment *segment)
{
    return segment->is_listed &&
           text_find(sentence_text(s, segment->at), TEXT("过程中的"), 0) != TEXT_NOT_FOUND;
}

/* …，並能完成目標: what somebody is able to, behind what is done. */
static bool tells_ability(const struct sentence *s, const struct segment *segment)
{
    static const char *const openers[] = {"并能", "並能",   "能",     "能够",
                                          "能夠", "并能够", "並能夠", NULL};
    struct range words = {segment->begin, segment->at.end};
    const struct clause *clause = sentence_clause_at(s, segment->at.begin);
    if (clause != NULL && clause > s->clauses && clause[-1].sentence == clause->sentence &&
        s->chars[clause->at.begin] == 0x53EF && /* …，可查看報表 */
        sentence_act_at(s, clause->at.begin + 1) != NULL)
        return true;
    return segment->is_clause &&
           text_starts_with_one_of(text_trim(sentence_text(s, words)), openers);
}

/* 擬訂預算，|報校長批准: whose word it needs before it is done. */
static bool is_sent_for_approval(const struct sentence *s, const struct segment *segment)
{
    const struct match *approval = sentence_ending(s, segment->at, PHRASE_APPROVAL);
    bool is_sent = text_has(TEXT("报送呈交提递上"), s->chars[segment->at.begin]);
    return is_sent && segment->is_clause && approval != NULL &&
           approval->at.begin > segment->at.begin + 1;
}

/* 跟蹤研究成果，並|應用到場景: what is put to use is what stands in front. */
static bool puts_to_use(const struct sentence *s, const struct segment *segment)
{
    static const char *const verbs[] = {"应用到", "應用到", "应用于", "應用於", "运用到",
                                        "運用到", "运用于", "運用於", "转化为", "轉化為",
                                        "推广到", "推廣到", "推广至", "推廣至", NULL};
    return text_starts_with_one_of(sentence_text(s, segment->at), verbs);
}

bool segment_adds_to_act(const struct sentence *s, const struct segment *segment)
{
    return tells_course(s, segment) || tells_ability(s, segment) ||
           is_sent_for_approval(s, segment) || puts_to_use(s, segment);
}

/* 完成主管交辦事務, perform other tasks as directed: work assigned is all there is of it. */
static bool is_assigned(const struct sentence *s, struct range act)
{
    static const uint32_t party_length = 4; /* code points of who assigns it: 完成|單位主管|交辦 */
    const struct match *ad_hoc = sentence_find(s, act, PHRASE_AD_HOC);
    uint32_t first = s->language == LANG_EN ? english_skip_word(s, act.begin, act.end)
                                            : act.begin + 2 + party_length;
    struct range front = {act.begin, ad_hoc == NULL ? act.begin : ad_hoc->at.begin};
    bool is_joined = s->language != LANG_EN && /* 製作報表|及主管交辦事項 */
                     sentence_find(s, front, PHRASE_JOIN) != NULL;
    return ad_hoc != NULL && ad_hoc->at.begin <= first && !is_joined &&
           (s->language == LANG_EN || act.end <= ad_hoc->at.end + party_length);
}

size_t acts_beside_assigned(const struct sentence *s, struct range *acts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count && count > 1 && sentence_has(s, PHRASE_AD_HOC); i++)
        if (!is_assigned(s, acts[i]))
            acts[kept++] = acts[i];
    return kept > 0 ? kept : count;
}

/* … and catalogue them: the object of the act in front, behind the verb. */
static bool is_of_same_object(const struct sentence *s, struct range act)
{
    if (s->language != LANG_EN)
        return false;
    return sentence_at(s, english_skip_word(s, act.begin, act.end), PHRASE_SAME_OBJECT) != NULL;
}

/* 配合查帳，提供憑證: in what the help consists. */
static bool is_own_part(const struct sentence *s, struct range helped, struct range act,
                        size_t count)
{
    static const uint32_t mark = 1; /* code points of the comma */
    if (count == 2 && s->language != LANG_EN && act.begin == helped.end + mark &&
        sentence_at(s, helped.begin, PHRASE_SURE_HELPER) != NULL &&
        sentence_find(s, helped, PHRASE_PARTY) != NULL && sentence_find_act(s, helped) != NULL)
        return true; /* 協助總工程師審圖，核對鋼筋表: which part of it */
    const struct clause *clause = sentence_clause_at(s, act.begin);
    return sentence_at(s, helped.begin, PHRASE_ACTOR) != NULL &&
           (sentence_at(s, act.begin, PHRASE_OWN_PART) != NULL ||
            (clause != NULL && s->language != LANG_EN && /* …，|負責|裝訂憑證 */
             sentence_at(s, clause->at.begin, PHRASE_OWN_PART) != NULL) ||
            (clause != NULL && clause->at.begin == act.begin &&
             clause_tells_joint_part(s, clause)));
}

/* The first verb in the range: also of what is but attended or carried out. */
static uint32_t first_verb(const struct sentence *s, struct range act)
{
    static const enum phrase_class others[] = {PHRASE_ACTOR, PHRASE_IDLE};
    const struct match *verb = sentence_find_act(s, act);
    uint32_t first = verb == NULL ? act.end : verb->at.begin;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct match *other = sentence_find(s, (struct range){act.begin, first}, others[i]);
        first = other == NULL ? first : other->at.begin;
    }
    return first;
}

/* Drafts letters and replaces toner: behind what makes something, what puts another thing right. */
static bool mends_behind_making(const struct sentence *s, uint32_t first, uint32_t second)
{
    return sentence_at(s, first, PHRASE_MAKING) != NULL &&
           sentence_at(s, second, PHRASE_MENDING) != NULL;
}

/* … and labels the tubes: the last step, with what the act in front yields. */
static bool is_last_step(const struct sentence *s, uint32_t at)
{
    const struct match *closing = sentence_at(s, at, PHRASE_CLOSING);
    uint32_t behind = closing == NULL             ? at
                      : closing->phrase->has_rest ? english_word_end(s, at, s->count)
                                                  : closing->at.end; /* sort|the mail by street */
    uint32_t object = skip_blanks(s, behind, s->count);
    return closing != NULL &&
           text_starts_with(text_from(s->text, s->offsets[object]), TEXT("the "));
}

#define SHARED_MIN 5    /* letters of a word that both objects hold */
#define SHARED_WORDS 12 /* words of an act that are compared */

static bool is_letter(const struct sentence *s, uint32_t at)
{
    return at < s->count && s->chars[at] >= 'a' && s->chars[at] <= 'z';
}

/* Whether the words there begin with the same letters, and but an ending differs: letters. */
static bool are_akin(const struct sentence *s, uint32_t one, uint32_t other, uint32_t least)
{
    static const uint32_t ending = 3; /* letters of -s, -es, -ing */
    static const char *const others[] = {"their", "other", "others", "these", "those", NULL};
    uint32_t length = 0, rest = 0;
    while (is_letter(s, one + length) && is_letter(s, other + length) &&
           s->chars[one + length] == s->chars[other + length])
        length++;
    while (is_letter(s, other + length + rest))
        rest++;
    return length >= least && rest <= ending &&
           !text_is_one_of(sentence_text(s, (struct range){one, one + length}), others);
}

/* Empties the letterboxes and sorts the letters: a thing of the first act is in the second. */
static bool shares_thing(const struct sentence *s, const struct range *acts)
{
    uint32_t at = english_skip_word(s, acts[1].begin, acts[1].end);
    for (size_t k = 0;
         k < SHARED_WORDS && at < acts[1].end && sentence_at(s, at, PHRASE_PREPOSITION) == NULL;
         k++) {
        uint32_t front = acts[0].begin, least = SHARED_MIN - 1; /* milks … and cools the milk */
        bool is_person = sentence_at(s, at, PHRASE_PARTY) != NULL ||
                         sentence_at(s, at, PHRASE_RECIPIENT) != NULL;
        for (size_t i = 0; !is_person && i < SHARED_WORDS && front < acts[0].end; i++) {
            if (are_akin(s, front, at, least))
                return true;
            least = SHARED_MIN;
            front = english_skip_word(s, front, acts[0].end);
        }
        at = english_skip_word(s, at, acts[1].end);
    }
    return false;
}

/*
 * Assesses plans and recommends approval, audits branches and closes those that fail: English, of
 * two acts the second says what is done next about what the first found or made, or about what was
 * found to be so (changes weak batteries, when it is full), or names it again.
 */
static bool is_next_step(const struct sentence *s, const struct range *acts)
{
    const struct clause *clause = sentence_clause_at(s, acts[1].begin);
    struct text joint = sentence_text(s, (struct range){acts[0].end, acts[1].begin});
    if (s->language != LANG_EN || clause == NULL ||
        text_find(joint, TEXT("and "), 0) == TEXT_NOT_FOUND)
        return false;
    struct range own = {acts[1].begin, clause->at.end}; /* …, by working with them: not its own */
    uint32_t verb = first_verb(s, acts[0]);
    bool is_step = (sentence_at(s, acts[1].begin, PHRASE_NEXT_STEP) != NULL &&
                    !mends_behind_making(s, verb, acts[1].begin)) ||
                   sentence_find(s, own, PHRASE_FOUND) != NULL;
    return sentence_find(s, own, PHRASE_BACKWARD) != NULL || is_last_step(s, acts[1].begin) ||
           shares_thing(s, acts) || (is_step && sentence_at(s, verb, PHRASE_EXAMINING) != NULL);
}

/* Acts as secretary of the board: invites the members and keeps the minutes: in what that consists. */
static bool is_role_with_parts(const struct sentence *s, const struct range *acts)
{
    return acts[0].end > 0 && s->chars[acts[0].end - 1] == ':' &&
           sentence_at(s, acts[0].begin, PHRASE_ROLE_VERB) != NULL;
}

/* Assist passengers with boarding: place the ramp, …: in what the help consists. */
static bool is_help_with_parts(const struct sentence *s, const struct range *acts)
{
    const struct clause *help = &s->clauses[0];
    bool is_led = help->at.end < s->count && s->chars[help->at.end] == ':';
    const struct clause *second = sentence_clause_at(s, acts[1].begin);
    return s->language == LANG_EN && acts[0].end > 0 && second != NULL &&
           second->sentence == help->sentence && (is_led || s->chars[acts[0].end - 1] == ':') &&
           sentence_at(s, help->at.begin, PHRASE_ACTOR) != NULL;
}

/* Sets the type, pulls a proof and hands it to the editor: what all the acts were about. */
static bool ends_with_it(const struct sentence *s, struct range act)
{
    struct text rest =
        sentence_text(s, (struct range){english_skip_word(s, act.begin, act.end), act.end});
    return s->language == LANG_EN && text_starts_with(rest, TEXT("it "));
}

size_t acts_beside_outcomes(const struct sentence *s, struct range *acts, size_t count)
{
    size_t kept = count > 0;
    if ((count > 2 && ends_with_it(s, acts[count - 1])) || (count == 2 && is_next_step(s, acts)) ||
        (count == 2 && s->language == LANG_EN && /* fetches the tools and … */
         sentence_at(s, acts[0].begin, PHRASE_FIRST_STEP) != NULL) ||
        ((count == 2 || count == 3) && is_role_with_parts(s, acts)) ||
        (count > 1 && is_help_with_parts(s, acts)))
        return 1;
    for (size_t i = 1; i < count; i++)
        if (sentence_at(s, acts[i].begin, PHRASE_OUTCOME) == NULL &&
            !is_of_same_object(s, acts[i]) && !is_own_part(s, acts[i - 1], acts[i], count))
            acts[kept++] = acts[i];
    return kept;
}
