#include "core/model/fold.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"
#include "core/normalise/matching.h"

#define REST_REACH 24u /* code points between the parts; in English four times */
#define REST_SOON 3u   /* ... of a close rest */

/*
 * An exception of the class stands around the rest, or goes on from it: 形象設計 in
 * 提升形象設計能力, 滿意度調查 in 建立員工滿意度調查機制; in English also before it, with its head
 * (staging environment|for). What names a thing in one entry names it in all.
 */
static bool is_excepted(const struct matching *m, const struct sentence *s,
                        const struct match *rest)
{
    uint32_t from = rest->at.begin < PHRASE_REACH ? 0 : rest->at.begin - PHRASE_REACH;
    for (size_t i = m->first[from]; i < m->count && m->list[i].at.begin < rest->at.end; i++) {
        const struct match *by = &m->list[i];
        if (by->phrase->is_exception && !by->phrase->is_rest && !by->phrase->is_guard &&
            by->phrase->class == rest->phrase->class &&
            (by->at.end > rest->at.end ||
             (by->at.end == rest->at.end && length_of(by->at) > length_of(rest->at)) ||
             (s->language == LANG_EN && by->at.begin < rest->at.begin &&
              by->at.end > rest->at.begin)))
            return true;
    }
    return false;
}

/* 改善服務態度|之規劃: 之 or 的 leads to the act that ends the clause. */
static bool leads_to_act(const struct matching *m, const struct sentence *s, uint32_t particle)
{
    const struct clause *clause = sentence_clause_at(s, particle);
    if (clause == NULL || s->chars[particle] != 0x4E4B) /* 之 */
        return false;
    for (size_t i = m->first[particle]; i < m->first[clause->at.end]; i++)
        if (phrase_is_act(m->list[i].phrase->class) && m->list[i].at.end == clause->at.end)
            return true;
    return false;
}

/* 提升工作效率|的工具: a thing that is good for it, and no quality, ends the clause. */
static bool leads_to_thing(const struct matching *m, const struct sentence *s,
                           const struct match *rest)
{
    const struct clause *clause = sentence_clause_at(s, rest->at.end);
    if (clause == NULL || s->chars[rest->at.end] != 0x7684 || /* 的 */
        !text_has(TEXT("率度力感象誉性益"), s->chars[rest->at.end - 1]))
        return false;
    for (size_t i = m->first[rest->at.end]; i < m->first[clause->at.end]; i++)
        if ((m->list[i].phrase->class == PHRASE_TAIL || m->list[i].phrase->class == PHRASE_ABOUT) &&
            m->list[i].at.end == clause->at.end)
            return true;
    return false;
}

/* 滿意度|調查, 形象|設計: what nobody can assess is but a part of the name. */
static bool is_part_of_name(const struct matching *m, const struct sentence *s,
                            const struct match *rest)
{
    if (rest->phrase->class != PHRASE_NOT_ASSESSABLE || rest->at.end == s->count)
        return false;
    if (s->language != LANG_EN && (leads_to_act(m, s, rest->at.end) || leads_to_thing(m, s, rest)))
        return true;
    for (size_t i = m->first[rest->at.end]; i < m->first[rest->at.end + 1]; i++)
        if (m->list[i].phrase->class == PHRASE_ABOUT)
            return true;
    return false;
}

/*
 * Establish, maintain and expand …: where the verbs end that have the opener's object; they stand
 * behind joining words, commas and adverbs.
 */
static uint32_t verbs_end(const struct matching *m, const struct sentence *s,
                          const struct match *opener)
{
    static const uint64_t all = (uint64_t)1 << PHRASE_JOIN | (uint64_t)1 << PHRASE_AND |
                                (uint64_t)1 << PHRASE_ADVERB | (uint64_t)1 << PHRASE_MODIFIER;
    uint32_t end = opener->at.end;
    bool is_joined = false;
    for (uint32_t at = skip_blanks(s, end, s->count); at < s->count;) {
        uint32_t next = at;
        bool is_act = false;
        for (size_t i = m->first[at]; i < m->first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            bool is_verb = is_joined && phrase_is_act(match->phrase->class);
            bool leads = (class_bit(match->phrase->class) & all) != 0;
            if (match->phrase->is_exception || match->at.end <= next || !(is_verb || leads))
                continue;
            next = match->at.end;
            is_act = is_verb;
            is_joined = is_joined || match->phrase->class == PHRASE_JOIN;
        }
        if (next == at)
            break;
        end = is_act ? next : end;
        is_joined = is_joined && !is_act;
        at = skip_blanks(s, next, s->count);
    }
    return end;
}

/* In English what nobody can assess stands behind a verb as its object also where none asks it. */
static bool needs_object(const struct sentence *s, const struct phrase *opener)
{
    return opener->has_object || (s->language == LANG_EN && !opener->is_close && !opener->is_far &&
                                  opener->class == PHRASE_NOT_ASSESSABLE);
}

/* A preposition or, of a strict object, a verb in front of the rest: it belongs to that. */
static bool leads_elsewhere(const struct matching *m, const struct sentence *s,
                            const struct match *opener, const struct match *rest)
{
    uint32_t from = s->language == LANG_EN ? verbs_end(m, s, opener) : opener->at.end;
    for (size_t i = m->first[from]; from < rest->at.begin && i < m->first[rest->at.begin]; i++) {
        const struct match *between = &m->list[i];
        enum phrase_class class = between->phrase->class;
        bool is_verb = class == PHRASE_ACT && between->phrase->form != VERB_ED; /* trusted ties */
        if (!between->phrase->is_exception && between->at.end <= rest->at.begin &&
            (class == PHRASE_PREPOSITION || (is_verb && opener->phrase->has_object)))
            return true;
    }
    return false;
}

/* Give friendly service: something in front of the rest says how good it is. */
static bool is_praised(const struct matching *m, const struct match *opener,
                       const struct match *rest)
{
    for (size_t i = m->first[opener->at.end]; i < m->first[rest->at.begin]; i++) {
        const struct match *praise = &m->list[i];
        if (!praise->phrase->is_exception && praise->at.end < rest->at.begin &&
            (praise->phrase->class == PHRASE_MODIFIER ||
             (praise->phrase->class == PHRASE_TRAIT &&
              !text_is(praise->phrase->words, "patient")))) /* patient care: whose */
            return true;
    }
    return false;
}

/* 關係 in 相關系統: two characters of two words. */
static bool is_cut(struct matching *m, struct sentence *s, const struct match *rest)
{
    return rest->phrase->class == PHRASE_NOT_ASSESSABLE && length_of(rest->at) < SURE_LENGTH &&
           is_basic_han(s->chars[rest->at.begin]) && !matching_is_word(m, s, rest->at);
}

/* Whether an act begins there, behind joining words. */
static bool begins_act(const struct matching *m, const struct sentence *s, uint32_t at)
{
    for (uint32_t next = at; at < s->count; at = skip_blanks(s, next, s->count)) {
        next = at;
        for (size_t i = m->first[at]; i < m->first[at + 1]; i++) {
            const struct match *match = &m->list[i];
            enum phrase_class class = match->phrase->class;
            if (match->phrase->is_exception || match->phrase->is_rest)
                continue;
            if (phrase_is_act(class) || class == PHRASE_HEAD_ACT || class == PHRASE_IDLE ||
                class == PHRASE_RESULT || class == PHRASE_ACTOR)
                return true;
            if (class == PHRASE_JOIN || class == PHRASE_AND)
                next = match->at.end;
        }
        if (next == at)
            return false;
    }
    return false;
}

/*
 * Where what the opener is done to may end: with its clause; in English also behind commas, as long
 * as no act follows them (follow hygiene, safety, and security policies).
 */
static uint32_t object_end(const struct matching *m, const struct sentence *s,
                           const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    if (clause == NULL)
        return opener->at.end;
    bool is_list = s->language == LANG_EN &&
                   (opener->phrase->has_object || opener->phrase->class == PHRASE_REQUIREMENT);
    const struct clause *last = s->clauses + s->clause_count - 1;
    is_list = is_list && skip_blanks(s, opener->at.end, s->count) < clause->at.end; /* support, … */
    while (is_list && clause < last && clause[1].sentence == clause->sentence &&
           s->chars[clause->at.end] == ',' && !begins_act(m, s, clause[1].at.begin))
        clause++;
    return clause->at.end;
}

/* Where the rest of a fault ends; 0: nothing of it follows in the clause. */
static uint32_t rest_end(struct matching *m, struct sentence *s, const struct match *opener)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    uint32_t reach =
        (s->language == LANG_EN ? 4u : 1u) * (opener->phrase->is_close ? REST_SOON : REST_REACH);
    uint32_t end = object_end(m, s, opener);
    if (end <= opener->at.end)
        return 0; /* the opener reaches past its clause */
    uint32_t last = end - opener->at.end > reach ? opener->at.end + reach + 1 : end;
    for (size_t i = m->first[opener->at.end]; clause != NULL && i < m->first[last]; i++) {
        const struct match *rest = &m->list[i];
        if (rest->phrase->is_rest && rest->phrase->entry == opener->phrase->entry &&
            rest->at.end <= end &&
            s->in_brackets[rest->at.begin] == s->in_brackets[opener->at.begin] &&
            !is_excepted(m, s, rest) && !is_part_of_name(m, s, rest) && !is_cut(m, s, rest) &&
            !(needs_object(s, opener->phrase) && leads_elsewhere(m, s, opener, rest)) &&
            (!opener->phrase->has_praise || is_praised(m, opener, rest)))
            return rest->at.end;
    }
    return 0;
}

/* Strong partnerships: praise can go, what it praises stays. */
static bool leaves_rest(const struct phrase *phrase)
{
    return phrase->class == PHRASE_MODIFIER && phrase->has_rewrite &&
           text_is_empty(phrase->rewrite);
}

/* A longer adverb begins where the match does. */
static bool is_in_adverb(const struct matching *m, const struct match *match)
{
    for (size_t i = m->first[match->at.begin]; i < m->first[match->at.begin + 1]; i++)
        if (m->list[i].phrase->class == PHRASE_MANNER &&
            length_of(m->list[i].at) > length_of(match->at))
            return true;
    return false;
}

/* Whether the match says an act or a procedure, which what follows may be the result of. */
static bool says_act(const struct matching *m, const struct sentence *s, const struct match *match)
{
    enum phrase_class class = match->phrase->class;
    if (match->phrase->is_exception)
        return false;
    bool is_head_act = class == PHRASE_HEAD_ACT && is_at_head(s, match->at.begin) &&
                       !is_in_adverb(m, match); /* 切 in 切实 */
    return class == PHRASE_ACT || class == PHRASE_ACT_NOUN || is_head_act ||
           (class == PHRASE_HOW && (match->phrase->length > 1 || is_at_head(s, match->at.begin)));
}

/* Partner with growers to build trust: with whom, and what is done comes behind "to". */
static bool says_company(const struct sentence *s, const struct match *match)
{
    static const char *const verbs[] = {"work",       "partner", "collaborate", "cooperate",
                                        "co-operate", "liaise",  NULL};
    return s->language == LANG_EN && match->phrase->class == PHRASE_ACTOR &&
           !match->phrase->is_exception && text_ends_with(match->phrase->words, TEXT(" with")) &&
           text_starts_with_one_of(match->phrase->words, verbs);
}

/* Establish and maintain …, 建立並維持…: the verb behind shares what the opener is done to. */
static bool is_shared(const struct matching *m, const struct sentence *s,
                      const struct match *opener)
{
    if (opener->phrase->class != PHRASE_NOT_ASSESSABLE || !opener->phrase->has_rest)
        return false;
    uint32_t next = skip_blanks(s, opener->at.end, s->count);
    if (next == s->count)
        return false;
    for (size_t i = m->first[next]; i < m->first[next + 1]; i++) {
        const struct phrase *phrase = m->list[i].phrase;
        if (!phrase->is_exception && (phrase->class == PHRASE_JOIN || phrase->class == PHRASE_AND))
            return true;
    }
    return s->chars[next] == 0x3001 || (s->language == LANG_EN && s->chars[next] == ',');
}

/* Where in a sentence its purpose begins: looked for once, as far as was asked. */
struct purpose {
    const struct clause *head; /* the first clause of the sentence; NULL: none was looked at */
    uint32_t seen;             /* the sentence is known up to here */
    uint32_t from;             /* what stands behind is what for; UINT32_MAX: no purpose yet */
};

/* Works to drive …, seeks to build …: such a verb says nothing but that it is done. */
static bool is_effort(const struct sentence *s, struct range verb)
{
    static const char *const verbs[] = {
        "work",      "works", "working", "strive", "strives", "striving", "seek",    "seeks",
        "seeking",   "aim",   "aims",    "aiming", "help",    "helps",    "helping", "continue",
        "continues", "try",   "tries",   "trying", "look",    "looks",    "looking", NULL};
    return s->language == LANG_EN && verb.end < s->count && s->chars[verb.end] == ' ' &&
           text_starts_with(text_from(s->text, s->offsets[verb.end]), TEXT(" to ")) &&
           text_is_one_of(sentence_text(s, verb), verbs);
}

/* Where the purpose that the match says begins; UINT32_MAX: it says none. */
static uint32_t purpose_begin(const struct matching *m, const struct sentence *s,
                              const struct match *match)
{
    bool is_to = match->phrase->class == PHRASE_PREPOSITION &&
                 text_is(match->phrase->words, "to") &&
                 !is_effort(s, english_word_before(s, match->at.begin));
    if (match->phrase->is_exception)
        return UINT32_MAX;
    if (match->phrase->class == PHRASE_RESULT)
        return match->at.end > match->at.begin ? match->at.end : match->at.begin + 1;
    uint32_t next = is_to ? skip_blanks(s, match->at.end, s->count) : s->count;
    for (size_t k = m->first[next]; next < s->count && k < m->first[next + 1]; k++)
        if (says_act(m, s, &m->list[k]))
            return next + 1;
    return UINT32_MAX;
}

/* "to meet people", "so that": what stands behind it in the sentence is what for. */
static bool follows_purpose(const struct matching *m, const struct sentence *s,
                            struct purpose *purpose, uint32_t at)
{
    const struct clause *clause = sentence_clause_at(s, at == 0 ? 0 : at - 1);
    if (clause == NULL)
        return false;
    if (purpose->head == NULL || purpose->head->sentence != clause->sentence) {
        while (clause > s->clauses && clause[-1].sentence == clause->sentence)
            clause--;
        *purpose = (struct purpose){clause, clause->at.begin + 1, UINT32_MAX};
    }
    for (; purpose->seen < at; purpose->seen++)
        for (size_t i = m->first[purpose->seen]; i < m->first[purpose->seen + 1]; i++) {
            uint32_t from = purpose_begin(m, s, &m->list[i]);
            purpose->from = from < purpose->from ? from : purpose->from;
        }
    return purpose->from <= at;
}

/*
 * Identify and build relationships; …, create a culture: an English verb joined to another, or at
 * the head of a clause, is one more act; results are infinitives (to build) and participles.
 */
static bool is_one_more_act(const struct matching *m, const struct sentence *s,
                            struct purpose *purpose, const struct match *opener)
{
    struct range before = {0, opener->at.begin};
    if (s->language != LANG_EN || !opener->phrase->has_object || opener->phrase->form > VERB_S)
        return false;
    while (before.end > 0 && s->chars[before.end - 1] == ' ')
        before.end--;
    for (size_t i = m->first[before.end > 4 ? before.end - 4 : 0]; i < m->first[before.end]; i++)
        if (m->list[i].phrase->class == PHRASE_JOIN && m->list[i].at.end == before.end)
            return !text_ends_with(m->list[i].phrase->words, TEXT(" to")) &&
                   !follows_purpose(m, s, purpose, before.end);
    return is_at_head(s, opener->at.begin);
}

/* The classes of the phrases that begin in the range. */
static uint64_t classes_within(const struct matching *m, struct range in)
{
    uint64_t classes = 0;
    for (size_t i = m->first[in.begin]; i < m->first[in.end]; i++)
        if (!m->list[i].phrase->is_exception)
            classes |= class_bit(m->list[i].phrase->class);
    return classes;
}

/* What the clause says of a place where dozens of openers may begin: asked once a place. */
struct front {
    bool is_known;
    bool begins_own_act; /* what begins here is an act by itself */
    bool names_result;   /* ... is what comes of an act, or of what stands in front */
};

/*
 * 與各界建立…, 不斷改善…, 為住戶提供…: with whom, for whom or with zeal it is done by itself.
 * Results stand in a clause of one (以建立…) or within the clause of the act.
 */
static struct front look_at_front(const struct matching *m, const struct sentence *s,
                                  const struct clause *clause, uint32_t at)
{
    static const char *const zeal[] = {"努力", "不断", "不斷", NULL};
    uint32_t c = s->chars[clause->at.begin];
    uint64_t classes = classes_within(m, (struct range){clause->at.begin, at});
    uint64_t all = class_bit(PHRASE_ACT) | class_bit(PHRASE_PREPOSITION) | class_bit(PHRASE_HOW) |
                   class_bit(PHRASE_AND);
    struct range behind = {at > clause->at.begin + 2 ? at - 2 : clause->at.begin, at};
    bool is_with =
        c == 0x4E0E || c == 0x548C || c == 0x540C || c == 0x8DDF || c == 0x4E3A; /* 与和同跟为 */
    struct front front = {.is_known = true};
    front.begins_own_act = (is_with && (classes & class_bit(PHRASE_PREPOSITION)) != 0) ||
                           text_is_one_of(sentence_text(s, behind), zeal);
    front.names_result =
        c == 0x4EE5 || (classes & all) == class_bit(PHRASE_ACT) || /* 以 */
        ((classes | classes_within(m, (struct range){at, at + 1})) & class_bit(PHRASE_RESULT)) != 0;
    return front;
}

/* 回訪客戶，提升滿意度: a verb that names results. Another is one more act: 參加例會，建立良好關係. */
static bool may_name_result(const struct matching *m, const struct sentence *s,
                            const struct match *opener, struct front *front)
{
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    if (s->language == LANG_EN || clause == NULL)
        return true;
    if (!front->is_known)
        *front = look_at_front(m, s, clause, opener->at.begin);
    return !front->begins_own_act &&
           (front->names_result || text_is(opener->phrase->words, "完成"));
}

/* 切实|维护: an adverb ends there, wherever the words are cut. */
static bool follows_adverb(const struct matching *m, uint32_t at)
{
    static const uint32_t length = 2;
    for (size_t i = m->first[at < length ? 0 : at - length]; i < m->first[at]; i++) {
        const struct match *match = &m->list[i];
        if (match->phrase->class == PHRASE_MANNER && !match->phrase->is_exception &&
            match->at.end == at)
            return true;
    }
    return false;
}

/* 為提升服務品質，每季…: what the act of the next clause is for, in front of it. */
static bool is_aim_in_front(const struct sentence *s, const struct match *opener)
{
    static const char *const adverbs[] = {
        "了",   "更好地", "进一步", "進一步", "不断",   "不斷",   "持续",   "持續",     "切实",
        "切實", "有效",   "全面",   "更好的", "了更好", "更有效", "了不断", "了进一步", NULL};
    const struct clause *clause = sentence_clause_at(s, opener->at.begin);
    if (s->language == LANG_EN || clause == NULL || s->chars[clause->at.begin] != 0x4E3A || /* 为 */
        clause + 1 >= s->clauses + s->clause_count || clause[1].sentence != clause->sentence)
        return false;
    struct range between = {clause->at.begin + 1, opener->at.begin};
    return between.end == between.begin ||
           (between.end > between.begin && text_is_one_of(sentence_text(s, between), adverbs));
}

/* An act begins there, whose object is none of another and which says more than with whom. */
static bool acts_at(const struct matching *m, const struct sentence *s, uint32_t at)
{
    size_t i = m->first[at], end = m->first[at + 1];
    while (i < end && !says_act(m, s, &m->list[i]))
        i++;
    bool is_act = i < end;
    for (i = m->first[at]; is_act && i < end; i++) {
        const struct match *match = &m->list[i];
        is_act = !is_shared(m, s, match) && !says_company(s, match) && !is_effort(s, match->at);
    }
    return is_act;
}

/*
 * Faults of two parts end where their rest does, or are none: empty. What nobody can assess is none
 * behind an act of its sentence, whose result it is: 回訪客戶，提升滿意度.
 */
void two_part_faults_join(struct matching *m, struct sentence *s)
{
    uint32_t acted = UINT32_MAX; /* the sentence in which an act was seen */
    struct purpose purpose = {.head = NULL};
    size_t c = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        if (m->first[at] == m->first[at + 1])
            continue;
        while (c < s->clause_count && s->clauses[c].at.end <= at)
            c++;
        bool is_within = c < s->clause_count && s->clauses[c].at.begin <= at;
        bool is_act = is_within && acts_at(m, s, at);
        struct front front = {.is_known = false};
        for (size_t i = m->first[at]; i < m->first[at + 1]; i++) {
            struct match *match = &m->list[i];
            if (s->language != LANG_EN && !match->phrase->has_rest)
                continue; /* what is asked below is of openers, or of English */
            bool is_aim = s->language == LANG_EN && is_within &&
                          match->phrase->class == PHRASE_NOT_ASSESSABLE &&
                          acted == s->clauses[c].sentence && !match->phrase->is_exception &&
                          !match->phrase->is_rest && !match->phrase->is_aim_too &&
                          follows_purpose(m, s, &purpose, at);
            if (is_aim || lacks_rest(m, match->phrase))
                match->at.end = at;
            if (!match->phrase->has_rest || match->at.end == at)
                continue;
            bool is_past = s->language == LANG_EN && match->phrase->form == VERB_ED &&
                           match->phrase->class == PHRASE_NOT_ASSESSABLE; /* demonstrated … */
            if (is_past) {
                match->at.end = at;
                continue;
            }
            bool is_result = match->phrase->class == PHRASE_NOT_ASSESSABLE && is_within &&
                             ((!match->phrase->is_aim_too && acted == s->clauses[c].sentence &&
                               !is_one_more_act(m, s, &purpose, match) &&
                               may_name_result(m, s, match, &front)) ||
                              is_aim_in_front(s, match));
            struct range opener = match->at;
            uint32_t end = is_result || !is_within ? 0 : rest_end(m, s, match);
            bool is_sure = match->phrase->is_close && match->phrase->length > 1;
            bool is_one = end > 0 && (is_sure || !is_basic_han(s->chars[at]) ||
                                      follows_adverb(m, at) || matching_is_word(m, s, opener));
            if (is_one && leaves_rest(match->phrase))
                end = opener.end;
            match->at.end = is_one ? end : at;
        }
        acted = is_act ? s->clauses[c].sentence : acted;
    }
}
