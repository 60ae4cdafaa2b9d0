#include "core/check/wording_description.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_name.h"
#include "core/check/wording_subject.h"
#include "core/normalise/clauses.h"
#include "core/normalise/english_words.h"

#define SUBJECT_WORDS 12 /* of what is described, at most */
#define SUBJECT_HAN 40   /* ... code points in Chinese */

static struct text word_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    return text_trim(sentence_text(s, (struct range){at, english_skip_word(s, at, end)}));
}

/* The first clause that no caption is; NULL: there is none. */
static const struct clause *head_clause(const struct sentence *s)
{
    const struct clause *clause = s->clauses, *end = s->clauses + s->clause_count;
    while (clause < end && clause_is_headline(s, clause))
        clause++;
    while (clause < end && clause->is_caption)
        clause++;
    return clause < end ? clause : NULL;
}

/* At our mill, …, since then, …: the head of what follows says who does something. */
static const struct clause *behind_front(const struct sentence *s, const struct clause *head)
{
    static const char *const fronts[] = {
        "as ",      "at ",     "in ",      "by ", "with ",        "for ",    "from ",   "while ",
        "when ",    "since ",  "through ", "if ", "after ",       "under ",  "during ", "today",
        "founded ", "backed ", "given ",   "now", "additionally", "overall", NULL};
    static const char *const openers[] = {"the ", "our ", "we ",    "we'",    "we’", "this ",
                                          "it ",  "a ",   "there ", "these ", NULL};
    const struct clause *end = s->clauses + s->clause_count;
    if (head->kind == CLAUSE_ACT || text_opening_size(sentence_text(s, head->at), fronts) == 0)
        return head;
    for (const struct clause *next = head + 1; next < end && next->sentence == head->sentence;
         next++)
        if (text_opening_size(sentence_text(s, next->at), openers) > 0 ||
            sentence_at(s, next->at.begin, PHRASE_TOPIC) != NULL)
            return next;
        else if (next->kind == CLAUSE_ACT)
            return head;
    return head;
}

static bool is_finite_act(const struct clause *clause)
{
    return clause->kind == CLAUSE_ACT && (clause->verb == NULL || clause->verb->form != VERB_ING);
}

/* Another sentence, or another clause of this one, begins with an act. */
static bool goes_on_with_act(const struct sentence *s, const struct clause *head)
{
    for (const struct clause *next = head + 1; next < s->clauses + s->clause_count; next++)
        if (is_finite_act(next))
            return true;
    return false;
}

/*
 * ... of a thing nothing in its own sentence does (rules involve actions, processes or checks), and
 * "Please see …" speaks to the reader; in Chinese the act has the formula's word: 負責….
 */
static bool is_followed_by_act(const struct sentence *s, const struct clause *head)
{
    for (const struct clause *next = head + 1; next < s->clauses + s->clause_count; next++) {
        bool is_act = s->language == LANG_EN
                          ? !text_starts_with(sentence_text(s, next->at), TEXT("Please "))
                          : sentence_at(s, next->at.begin, PHRASE_OPENING) != NULL;
        if (next->sentence != head->sentence && is_act && is_finite_act(next))
            return true;
    }
    return false;
}

/* Is responsible for, are expected to: what comes behind is done by whom the words are about. */
static bool leads_to_act(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const leading[] = {
        "responsible", "accountable", "expected",  "anticipated", "required", "charged",
        "tasked",      "to",          "able",      "asked",       "involved", "assigned",
        "encouraged",  "obliged",     "obligated", "authorized",  "entitled", "allowed",
        "also",        "in charge",   NULL};
    return text_starts_with_one_of(sentence_text(s, (struct range){at, end}), leading);
}

/* What goes on from a word in front: an officer who is elected shall …. */
static bool ends_in_pronoun(const struct sentence *s, struct range subject)
{
    static const char *const pronouns[] = {"you", "he",   "she",   "they", "i",  "s/he",
                                           "who", "that", "which", "it",   "we", NULL};
    return text_is_one_of(sentence_text(s, english_word_before(s, subject.end)), pronouns);
}

/* Who does something, or what goes on from a word in front. */
static bool is_of_person(const struct sentence *s, struct range subject)
{
    return ends_in_pronoun(s, subject) || sentence_find(s, subject, PHRASE_PARTY) != NULL;
}

/* Is a, are the, is not: what somebody or something is called, be it a party. */
static bool is_called(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const copulas[] = {"is", "are", "was", "were", NULL};
    static const char *const articles[] = {"a", "an", "the", "one", "not", "our", NULL};
    return text_is_one_of(word_at(s, at, end), copulas) &&
           text_is_one_of(word_at(s, english_skip_word(s, at, end), end), articles);
}

static bool is_modal(struct text word)
{
    static const char *const modals[] = {"may",    "might", "can",   "could", "will",
                                         "should", "would", "shall", "must",  NULL};
    return text_is_one_of(word, modals);
}

/* Be set by, be determined by: in front of who does it. */
static bool is_done_by_others(const struct sentence *s, uint32_t be, uint32_t end)
{
    uint32_t verb = english_skip_word(s, be, end);
    return text_is(word_at(s, english_skip_word(s, verb, end), end), "by");
}

/* May include, can vary, will depend: the verb behind the modal says no act. */
static bool is_state_behind_modal(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const states[] = {"include", "vary",   "depend", "differ",  "contain",
                                         "consist", "remain", "exist",  "require", "result",
                                         "mean",    "range",  "occur",  "last",    NULL};
    if (!is_modal(word_at(s, at, end)))
        return false;
    uint32_t next = english_skip_word(s, at, end);
    struct text verb = word_at(s, next, end);
    if (text_is(verb, "also") || text_is(verb, "not"))
        verb = word_at(s, english_skip_word(s, next, end), end);
    return text_is_one_of(verb, states) || (text_is(verb, "be") && is_done_by_others(s, next, end));
}

/* Are, consists of: how what stands in front is. */
static bool is_state(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const copulas[] = {"is", "are", "was", "were", "isn't", "aren't", NULL};
    static const char *const states[] = {
        "includes",  "include",  "contains", "contain",  "consists", "consist", "varies",
        "vary",      "depends",  "depend",   "differs",  "differ",   "means",   "exists",
        "comprises", "involves", "involve",  "requires", "require",  "refers",  "refer",
        "applies",   "apply",    "belongs",  "belong",   "remains",  "remain",  "has",
        "have",      "had",      "lasts",    NULL};
    struct text word = word_at(s, at, end);
    if (text_is_one_of(word, copulas))
        return !leads_to_act(s, english_skip_word(s, at, end), end);
    return text_is_one_of(word, states) || is_state_behind_modal(s, at, end);
}

/* If a key is lost, …: when something is done. */
static bool begins_condition(struct text words)
{
    static const char *const openers[] = {
        "if ",    "when ",  "where ",  "once ",   "as ",       "after ",    "before ", "while ",
        "until ", "unless", "since ",  "because", "although ", "whenever ", "in ",     "for ",
        "what ",  "how ",   "whether", "who ",    "there ",    "this ",     "it ",     NULL};
    return text_opening_size(words, openers) > 0;
}

/* Shifts may vary: what seemed a verb has another right behind it. */
static bool is_plural_of_thing(const struct sentence *s, const struct clause *head)
{
    uint32_t next = english_skip_word(s, head->at.begin, head->at.end);
    return head->kind == CLAUSE_ACT && head->verb != NULL && head->verb->form == VERB_S &&
           head->act.begin == head->at.begin && is_state(s, next, head->at.end);
}

/* Duties include, but are not limited to, keeping the books: an act behind what begins a list. */
static bool lists_acts(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const lists[] = {"include", "includes", "including",
                                        "involve", "involves", NULL};
    static const char *const fillers[] = {"but", "are", "is", "not", "limited", "to", NULL};
    if (is_modal(word_at(s, at, end)))
        at = english_skip_word(s, at, end);
    if (!text_is_one_of(word_at(s, at, end), lists))
        return false;
    at = english_skip_word(s, at, end);
    while (at < end && text_is_one_of(word_at(s, at, end), fillers))
        at = english_skip_word(s, at, end);
    const struct match *act = sentence_act_at(s, at);
    if (act == NULL)
        act = sentence_at(s, at, PHRASE_ACTOR);
    return act != NULL && text_ends_with(word_at(s, at, end), TEXT("ing")) &&
           !english_is_noun_in_ing(sentence_text(s, act->at));
}

/* Duties can vary; consequences may include a fine: a thing, and how it is. */
static bool tells_state(const struct sentence *s, const struct clause *head)
{
    bool is_thing = head->kind == CLAUSE_OTHER || is_plural_of_thing(s, head);
    if (!is_thing || begins_condition(sentence_text(s, head->at)))
        return false;
    uint32_t at = english_skip_word(s, head->at.begin, head->at.end);
    for (size_t i = 1; i < SUBJECT_WORDS && at < head->at.end; i++) {
        struct range subject = {head->at.begin, at};
        if (is_state(s, at, head->at.end))
            return !(is_called(s, at, head->at.end) ? ends_in_pronoun(s, subject)
                                                    : is_of_person(s, subject)) &&
                   !lists_acts(s, at, head->at.end) && !is_followed_by_act(s, head);
        if (is_modal(word_at(s, at, head->at.end)))
            return false;
        at = english_skip_word(s, at, head->at.end);
    }
    return false;
}

/* Joining a squad: a squad, or two: the caption is an act. */
static bool is_act(const struct sentence *s, const struct clause *caption)
{
    const struct match *act = sentence_act_at(s, caption->at.begin);
    return act != NULL && (act->phrase->form == VERB_ING || act->phrase->class == PHRASE_ACT);
}

/* Maintainer: a maintainer of the project who …: whom the caption names, and what that is. */
static bool defines(const struct sentence *s, const struct clause *head)
{
    struct text words = sentence_text(s, head->at);
    return head > s->clauses && head[-1].is_caption && head->kind == CLAUSE_OTHER &&
           !is_act(s, head - 1) &&
           (text_starts_with(words, TEXT("A ")) || text_starts_with(words, TEXT("An ")) ||
            text_starts_with(words, TEXT("a ")) || text_starts_with(words, TEXT("an "))) &&
           !goes_on_with_act(s, head);
}

/* What to expect, why it matters: a heading, and no question. */
static bool begins_heading(const struct sentence *s)
{
    static const char *const openers[] = {
        "what to ",  "why it ",   "why we ",    "why you ",    "how to ",      "how we ",
        "what we ",  "where to ", "when to ",   "who to ",     "what is ",     "what are ",
        "what you ", "how you ",  "what this ", "what kind ",  "what type ",   "how long ",
        "how much ", "how many ", "how often ", "whether to ", "whether you ", "which ",
        "who we ",   NULL};
    return text_opening_size(s->text, openers) > 0;
}

/* A clerk keeps the books, a form must be signed: somebody or something does, or is done to. */
static bool has_verb_of_subject(const struct sentence *s, const struct clause *head)
{
    for (uint32_t at = head->at.begin; at < head->at.end;
         at = english_skip_word(s, at, head->at.end)) {
        const struct match *act = sentence_act_at(s, at);
        struct text before = sentence_text(s, english_word_before(s, at));
        if (is_modal(word_at(s, at, head->at.end)) && !text_is(before, "that") &&
            !text_is(before, "which"))
            return true;
        bool is_sure = act != NULL && act->phrase->class == PHRASE_ACT &&
                       sentence_at(s, at, PHRASE_ACT_NOUN) == NULL;
        if (act != NULL && act->phrase->form == VERB_S &&
            (is_sure || english_is_verb_before(s, act->at.end, head->at.end)))
            return true;
    }
    return false;
}

/* An opportunity to shape the garden: a thing, whatever it is for. */
static bool begins_with_article(const struct sentence *s, const struct clause *head)
{
    static const char *const articles[] = {"a ", "an ", NULL};
    return head == s->clauses && head->kind == CLAUSE_OTHER &&
           text_opening_size(s->text, articles) > 0 && !wording_begins_with_noun_of_act(s) &&
           !has_verb_of_subject(s, head) && !goes_on_with_act(s, head);
}

/* Focused on, based in: how somebody or something is. */
static bool is_of_state(struct text word)
{
    static const char *const states[] = {"focused", "driven", "based",   "located", "related",
                                         "linked",  "tied",   "derived", NULL};
    return text_is_one_of(word, states);
}

/* Represented by a union, often listed in order: what is done to it. */
static bool begins_with_participle(const struct sentence *s)
{
    static const char *const adverbs[] = {"often ",    "usually ", "typically ", "generally ",
                                          "normally ", "mostly ",  "commonly ",  NULL};
    uint32_t at = 0, next = english_skip_word(s, 0, s->count);
    bool is_usual = text_opening_size(s->text, adverbs) > 0;
    if (is_usual) {
        at = next;
        next = english_skip_word(s, at, s->count);
    }
    struct text word = word_at(s, at, s->count), behind = word_at(s, next, s->count);
    bool has_preposition = next > at && sentence_at(s, next, PHRASE_PREPOSITION) != NULL;
    if (is_of_state(word)) /* not: based on the count, order … */
        return has_preposition && !goes_on_with_act(s, head_clause(s));
    return text_ends_with(word, TEXT("ed")) && word.size > 4 && next > at &&
           (text_is(behind, "by") || (is_usual && has_preposition));
}

/* Raise (a start-up) is hiring, Lift My Town is seeking …: a name, which a verb of it follows. */
static bool is_name(const struct sentence *s, const struct clause *clause, const struct match *word)
{
    uint32_t next = skip_blanks(s, clause->act.end, s->count);
    char first = next < s->count ? s->text.data[s->offsets[next]] : 0;
    return s->language == LANG_EN && !word->phrase->at_head &&
           clause->act.begin == clause->at.begin && clause == sentence_clause_at(s, next) &&
           ((first >= 'A' && first <= 'Z') || first == '(');
}

/* Something is done in front of the word: Review who is seeking a place. */
static bool follows_act(const struct sentence *s, const struct match *word)
{
    for (size_t i = (size_t)(head_clause(s) - s->clauses);
         i < s->clause_count && s->clauses[i].at.begin < word->at.begin; i++)
        if (s->clauses[i].kind == CLAUSE_ACT && s->clauses[i].verb != NULL &&
            s->clauses[i].act.end <= word->at.begin && !is_name(s, &s->clauses[i], word))
            return true;
    return false;
}

/* The county is seeking a clerk; this position reports to …: of the post, and of no act. */
static bool announces(const struct sentence *s)
{
    const struct match *word =
        sentence_has(s, PHRASE_ANNOUNCING)
            ? sentence_find(s, (struct range){0, s->count}, PHRASE_ANNOUNCING)
            : NULL;
    const struct clause *clause = word == NULL ? NULL : sentence_clause_at(s, word->at.begin);
    bool is_aside =
        word != NULL && word->phrase->at_head && clause != s->clauses &&
        clause != behind_front(s, head_clause(s)); /* name the context: role, employment type */
    bool is_told = clause != NULL && clause > s->clauses && clause[-1].is_caption &&
                   s->language == LANG_EN && is_act(s, clause - 1); /* Fell trees: our men … */
    if (clause == NULL || is_aside || is_told || clause->sentence != head_clause(s)->sentence ||
        follows_act(s, word) || is_followed_by_act(s, clause))
        return false;
    struct range behind = {skip_blanks(s, word->at.end, s->count), clause->at.end};
    bool is_we = word->at.end == word->at.begin + 2 && s->chars[word->at.begin] == 0x6211;
    if (s->language != LANG_EN) /* 我們|負責…: they do it */
        return !is_we || (sentence_at(s, behind.begin, PHRASE_OPENING) == NULL &&
                          sentence_act_at(s, behind.begin) == NULL);
    return (!leads_to_act(s, behind.begin, behind.end) &&
            text_find(sentence_text(s, behind), TEXT("responsible for "), 0) == TEXT_NOT_FOUND);
}

/* Shared goals, designated areas: a participle that tells which ones, and nothing done. */
static bool begins_with_attribute(const struct sentence *s, const struct clause *head)
{
    static const char *const attributes[] = {
        "shared",  "designated", "dedicated", "detailed",  "limited",   "skilled",
        "themed",  "varied",     "paid",      "unpaid",    "continued", "estimated",
        "planned", "projected",  "expected",  "preferred", "desired",   NULL};
    uint32_t end = english_word_end(s, head->at.begin, head->at.end);
    return head == s->clauses && end < head->at.end &&
           text_is_one_of(word_at(s, head->at.begin, head->at.end), attributes) &&
           !english_is_verb_before(s, end, head->at.end) &&
           sentence_at(s, skip_blanks(s, end, head->at.end), PHRASE_PREPOSITION) == NULL &&
           !has_verb_of_subject(s, head) && !goes_on_with_act(s, head);
}

#define ROW_MIN 3 /* fields of a row that was written out */

/* Category: hygiene; items: towels; shelf: 3: a row of a table, and nothing that is done. */
static bool is_table_row(const struct sentence *s)
{
    size_t rows = 0;
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count;
         clause++) {
        bool is_first = clause == s->clauses || clause[-1].sentence != clause->sentence;
        bool is_act =
            clause->kind == CLAUSE_ACT && clause->verb != NULL && clause->verb->class == PHRASE_ACT;
        if (is_first ? !clause->is_caption : is_act)
            return false;
        rows += is_first;
    }
    return rows >= ROW_MIN;
}

/* Our platform routes parcels, this will help you grow: a subject of its own, and no holder. */
static bool tells_of_other(const struct sentence *s, const struct clause *head)
{
    bool is_behind_act = head > s->clauses && head[-1].is_caption && is_act(s, head - 1);
    head = behind_front(s, head);
    struct subject subject = wording_subject_of(s, head);
    return !is_behind_act && wording_is_other_subject(s, head, &subject) &&
           !lists_acts(s, subject.verb, head->at.end) && !is_followed_by_act(s, head);
}

static bool english_describes(const struct sentence *s)
{
    const struct clause *head = head_clause(s);
    return head != NULL && (begins_heading(s) || announces(s) || wording_only_names(s) ||
                            begins_with_attribute(s, head) || begins_with_participle(s) ||
                            begins_with_article(s, head) || tells_state(s, head) ||
                            defines(s, head) || tells_of_other(s, head) ||
                            (!begins_condition(sentence_text(s, head->at)) &&
                             !wording_begins_with_noun_of_act(s) && wording_names_whom(s, head)));
}

/* ---- Chinese ---- */

/* 頁面可能包含…, 集團屬於…: the words say how what stands in front is. */
static bool is_state_in_han(const struct sentence *s, uint32_t at)
{
    static const char *const states[] = {"可能包含", "可能包括", "可能存在", "可能会", "可能會",
                                         "可能导致", "可能導致", "通常会",   "通常會", "往往",
                                         "位于",     "位於",     "属于",     "屬於",   "涉及",
                                         "涵盖",     "涵蓋",     NULL};
    return text_has(TEXT("可通往位属涉涵"), s->chars[at]) && /* most begin with none of them */
           text_starts_with_one_of(text_from(s->text, s->offsets[at]), states);
}

/* 班主任是班級的組織者; not 但是, 是否, nor 職責是|負責…, where an act follows. */
static bool is_copula_in_han(const struct sentence *s, uint32_t at)
{
    static const char *const names[] = {"的部门", "的部門", "的职能部门", "的職能部門", "的机构",
                                        "的機構", "的团队", "的團隊",     "的岗位",     "的崗位",
                                        "的人",   "的人员", "的人員",     "的公司",     NULL};
    static const struct text fronts =
                                 TEXT_INIT("于但还還或可凡只就总總不若如要正都也便即而特尤先的"),
                             backs = TEXT_INIT("否不在要对為为以从因将把");
    const struct clause *clause = sentence_clause_at(s, at);
    if (s->chars[at] != 0x662F || at + 2 >= s->count || clause == NULL ||
        text_has(fronts, s->chars[at - 1]) || text_has(backs, s->chars[at + 1]))
        return false;
    return (sentence_act_at(s, at + 1) == NULL && sentence_at(s, at + 1, PHRASE_OPENING) == NULL) ||
           text_ends_with_one_of(sentence_text(s, clause->at), names); /* 是|負責…的部門 */
}

/* 語言|為 Go: what a topic is. */
static bool is_topic_of(const struct sentence *s, const struct clause *head, uint32_t at)
{
    return s->chars[at] == 0x4E3A && /* 为 */
           sentence_ending(s, (struct range){head->at.begin, at}, PHRASE_TOPIC) != NULL;
}

/* 集團可能會…: neither an act nor anybody is told of. */
static bool tells_state_in_han(const struct sentence *s, const struct clause *head)
{
    uint32_t end = head->at.end, last = head->at.begin + SUBJECT_HAN;
    if (head->kind != CLAUSE_OTHER && (head->verb == NULL || head->verb->class != PHRASE_ACT_NOUN))
        return false;
    for (uint32_t at = head->at.begin + 2; at < end && at < last; at++)
        if (is_topic_of(s, head, at) || (head->kind == CLAUSE_OTHER && is_copula_in_han(s, at)))
            return !is_followed_by_act(s, head);
        else if (is_state_in_han(s, at))
            return sentence_find(s, (struct range){head->at.begin, at}, PHRASE_PARTY) == NULL &&
                   !goes_on_with_act(s, head);
    return false;
}

/* An act that is none elsewhere, with its object. */
static bool is_sure_act(const struct clause *clause)
{
    return clause->kind == CLAUSE_ACT && clause->act.end < clause->at.end &&
           (clause->verb == NULL || clause->verb->class == PHRASE_ACT);
}

/* 主要方向：甲，乙; 記錄員：提案、複審日: a caption over things, or over what somebody keeps. */
static bool is_list_of_things(const struct sentence *s)
{
    const struct clause *first = &s->clauses[0], *last = first + s->clause_count - 1;
    if (!first->is_caption || last == first)
        return false;
    for (const struct clause *clause = first + 1; clause <= last; clause++)
        if (is_sure_act(clause))
            return false;
    if (sentence_ending(s, first->at, PHRASE_TOPIC) != NULL)
        return true;
    return text_has(TEXT("员員者"), s->chars[first->at.end - 1]) && last->kind == CLAUSE_OTHER &&
           sentence_ending(s, last->at, PHRASE_ACT) == NULL &&
           sentence_ending(s, last->at, PHRASE_ACT_NOUN) == NULL;
}

/* 如何規劃流程, 為什麼要備份: a heading. */
static bool begins_heading_in_han(const struct sentence *s)
{
    static const char *const openers[] = {"如何",   "怎样", "怎樣", "怎么",   "怎麼",   "为什么",
                                          "為什麼", "为何", "為何", "什么是", "什麼是", NULL};
    return text_starts_with_one_of(s->text, openers);
}

/* 雙方意見不一的: one of several cases, and nothing that is done in it. */
static bool is_case(const struct sentence *s, const struct clause *head)
{
    return s->clause_count == 1 && head->kind == CLAUSE_OTHER &&
           s->chars[head->at.end - 1] == 0x7684 && /* 的 */
           sentence_at(s, head->at.begin, PHRASE_OPENING) == NULL;
}

static bool chinese_describes(const struct sentence *s)
{
    const struct clause *head = head_clause(s);
    return head != NULL &&
           (begins_heading_in_han(s) || announces(s) || tells_state_in_han(s, head) ||
            is_list_of_things(s) || is_case(s, head) || wording_only_names(s));
}

bool wording_tells_of_organisation(const struct sentence *s)
{
    static const char *const ours[] = {"We ", "We'", "We’", "Our ", NULL};
    const struct clause *head = s->language == LANG_EN ? head_clause(s) : NULL;
    if (head == NULL)
        return false;
    struct subject subject;
    head = behind_front(s, head);
    if (text_starts_with_one_of(sentence_text(s, head->at), ours))
        return announces(s);
    subject = wording_subject_of(s, head);
    return wording_is_organisation(s, head, &subject);
}

bool wording_describes(const struct sentence *s)
{
    return s->clause_count > 0 &&
           (is_table_row(s) ||
            (s->language == LANG_EN ? english_describes(s) : chinese_describes(s)));
}
