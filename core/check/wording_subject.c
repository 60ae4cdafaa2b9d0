#include "core/check/wording_subject.h"
#include "core/normalise/english_words.h"

#define SUBJECT_WORDS 16 /* from the clause's head to its verb, at most */

static struct range word_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    return (struct range){at, english_word_end(s, at, end)};
}

static bool is_copula(struct text word)
{
    static const char *const copulas[] = {"is",   "are", "was",  "were", "has",
                                          "have", "had", "does", "do",   NULL};
    return text_is_one_of(word, copulas);
}

/* The platform|processes millions; not: wood turning and lathe|repairs. */
static bool begins_with_determiner(const struct sentence *s, uint32_t at)
{
    const struct clause *clause = sentence_clause_at(s, at);
    return clause != NULL &&
           english_follows_determiner(s, english_skip_word(s, clause->at.begin, at));
}

/* Drives the, processes millions: a verb in -s, or of plurals one without (hours start the …). */
static bool is_verb_of(const struct sentence *s, struct range word, struct text noun, uint32_t end,
                       bool is_behind_noun)
{
    struct text text = sentence_text(s, word);
    const struct match *act = sentence_at(s, word.begin, PHRASE_ACT);
    uint32_t next = skip_blanks(s, word.end, end);
    struct text behind = english_word_at(s, next, end);
    bool has_object =
        english_is_verb_before(s, word.end, end) ||
        (behind.size > 3 && english_ends_in_s(behind) && !is_behind_noun &&
         begins_with_determiner(s, word.begin) && sentence_at(s, next, PHRASE_PREPOSITION) == NULL);
    if (sentence_at(s, word.begin, PHRASE_STATE_VERB) != NULL)
        return !text_is(behind, "such"); /* joinery works such as … */
    if (english_ends_in_s(noun))
        return act != NULL && act->phrase->form == VERB_BASE && has_object;
    bool is_sure = act != NULL && act->phrase->form == VERB_S &&
                   sentence_at(s, word.begin, PHRASE_ACT_NOUN) == NULL;
    return (is_sure && !is_behind_noun) || (english_ends_in_s(text) && has_object);
}

/* Ensures, assists: what the lists hold besides acts. */
static bool is_listed_verb(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class verbs[] = {PHRASE_IDLE, PHRASE_ACTOR, PHRASE_RESULT};
    const struct match *match = NULL;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && match == NULL; i++)
        match = sentence_at(s, at, verbs[i]);
    return match != NULL && match->phrase->form == VERB_S;
}

static bool begins_relative(struct text word)
{
    static const char *const relatives[] = {"who",  "whom",  "whose",   "which",
                                            "that", "where", "whether", NULL};
    return text_is_one_of(word, relatives);
}

static bool joins_clause(struct text word)
{
    static const char *const joints[] = {"as",    "when", "while", "if",   "because", "unless",
                                         "until", "so",   "how",   "what", NULL};
    return text_is_one_of(word, joints);
}

/* Also, only, typically: between a subject and its verb. */
static bool is_adverb(struct text word)
{
    static const char *const adverbs[] = {"also", "not",   "often", "only",  "then",
                                          "now",  "still", "in",    "never", NULL};
    return text_is_one_of(word, adverbs) || text_ends_with(word, TEXT("ly"));
}

/* To learn; not: to the tower. */
static bool is_infinitive(const struct sentence *s, struct range word, uint32_t end)
{
    const struct match *act = text_is(sentence_text(s, word), "to")
                                  ? sentence_act_at(s, skip_blanks(s, word.end, end))
                                  : NULL;
    return act != NULL && act->phrase->form == VERB_BASE;
}

static bool is_possessive(struct text word)
{
    return text_ends_with(word, TEXT("'s")) || text_ends_with(word, TEXT("’s"));
}

struct subject wording_subject_of(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->at.begin, end = clause->at.end;
    struct subject subject = {.noun = {at, at}, .verb = end};
    bool is_closed = false, is_inner = false;
    for (size_t i = 0; i < SUBJECT_WORDS && at < end; i++, at = english_skip_word(s, at, end)) {
        struct range word = word_at(s, at, end);
        struct text text = sentence_text(s, word);
        bool is_owned = i > 0 && is_possessive(sentence_text(s, english_word_before(s, at)));
        bool is_verb =
            i > 0 && !is_owned &&
            (english_is_modal(text) || is_copula(text) || is_listed_verb(s, at) ||
             is_verb_of(s, word, sentence_text(s, english_word_before(s, at)), end, is_closed));
        bool is_whether = text_is(text, "whether") || text_is(text, "where");
        if (is_whether &&
            sentence_at(s, english_word_before(s, at).begin, PHRASE_PREPOSITION) == NULL)
            return subject; /* find out whether …: of what is done; not: views on whether … */
        if (i > 0 && begins_relative(text)) {
            is_closed = is_inner = subject.is_qualified = true;
        } else if (is_verb && !is_inner) {
            subject.verb = at;
            return subject;
        } else if (is_verb) {
            is_inner = false; /* of the relative clause; the subject's own may stand behind */
        } else if (i > 0 && (joins_clause(text) || is_infinitive(s, word, end))) {
            return subject; /* … as the season begins, ability to learn: no verb of its own */
        } else if (sentence_at(s, at, PHRASE_PREPOSITION) != NULL) {
            is_closed = true;
        } else if (is_closed && !subject.is_qualified && is_possessive(text) &&
                   sentence_at(s, english_skip_word(s, at, end), PHRASE_UNIT) != NULL) {
            is_closed = false; /* the master of the harbour's office: the office */
            subject.noun.end = word.end;
        } else if (!is_closed && !is_adverb(text)) {
            subject.noun.end = word.end;
        }
    }
    return subject;
}

static bool names(const struct sentence *s, struct range noun, enum phrase_class class)
{
    return sentence_has(s, class) && sentence_ending(s, noun, class) != NULL;
}

/* This will help you …: of what was told before; "it" may be the board whose duties these are. */
static bool is_pronoun(const struct sentence *s, const struct subject *subject)
{
    static const char *const pronouns[] = {"this", "that", "there", "these", NULL};
    return text_is_one_of(sentence_text(s, subject->noun), pronouns);
}

/* Ensure all products are …: the clause tells what to do, and the subject is of another one. */
static bool begins_with_verb(const struct sentence *s, uint32_t at)
{
    static const enum phrase_class verbs[] = {PHRASE_ACT,    PHRASE_ACT_NOUN, PHRASE_HEAD_ACT,
                                              PHRASE_IDLE,   PHRASE_ACTOR,    PHRASE_RESULT,
                                              PHRASE_OPENING};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (sentence_at(s, at, verbs[i]) != NULL)
            return true;
    return false;
}

/* This includes planning …: the list goes on, and what is in it may be acts. */
static bool goes_on_with_list(const struct sentence *s, uint32_t verb, uint32_t end)
{
    static const char *const lists[] = {"include", "includes", "involve", "involves", NULL};
    uint32_t at =
        english_is_modal(english_word_at(s, verb, end)) ? english_skip_word(s, verb, end) : verb;
    if (is_adverb(english_word_at(s, at, end)))
        at = english_skip_word(s, at, end);
    return text_is_one_of(english_word_at(s, at, end), lists);
}

/* Plans, an inspection, the wiring: by the lists, or by its ending. */
static bool names_thing(const struct sentence *s, struct range noun)
{
    static const char *const endings[] = {
        "tion",  "tions", "sion", "sions", "ment",  "ments",   "ness", "ity", "ities", "ance",
        "ences", "ence",  "ship", "ships", "ology", "ologies", "ware", "ism", NULL};
    struct text last = sentence_text(s, english_word_before(s, noun.end));
    return names(s, noun, PHRASE_TAIL) ||
           (last.size > 6 && !text_is(last, "mission") &&
            !text_ends_with(last, TEXT("commission")) && text_ends_with_one_of(last, endings));
}

/* Keepers, a student: who may do something. */
static bool names_agent(struct text word)
{
    static const char *const agents[] = {"er",   "or",   "ist", "ant", "ian",  "ent",  "yst",
                                         "ee",   "ary",  "ers", "ors", "ists", "ants", "ians",
                                         "ents", "ysts", "ees", "man", "men",  "eer",  NULL};
    return text_ends_with_one_of(word, agents);
}

/* Every barrel, nothing, no two streets: one of many, and nobody among them. */
static bool is_any_thing(const struct sentence *s, struct range noun)
{
    static const char *const openers[] = {"every ", "any ",   "no ",      "each ", "most ", "many ",
                                          "these ", "those ", "nothing ", "this ", NULL};
    struct text last = sentence_text(s, english_word_before(s, noun.end));
    return text_opening_size(sentence_text(s, noun), openers) > 0 &&
           sentence_find(s, noun, PHRASE_PARTY) == NULL &&
           sentence_find(s, noun, PHRASE_RECIPIENT) == NULL && !names_agent(last);
}

/* Many firms rely on temps, these experts have a say: of many at once, and of no work. */
static bool tells_of_many(const struct sentence *s, const struct subject *subject, uint32_t end)
{
    static const char *const openers[] = {"many ",  "most ",    "some ", "both ",    "these ",
                                          "those ", "several ", "few ",  "much of ", NULL};
    static const char *const rules[] = {"must", "shall", "should", "will", NULL};
    struct text verb = english_word_at(s, subject->verb, end);
    bool is_act = begins_with_verb(s, subject->verb) && !is_copula(verb);
    struct range way = {subject->noun.begin, subject->verb};
    return text_opening_size(sentence_text(s, way), openers) > 0 && !text_is_one_of(verb, rules) &&
           sentence_find(s, subject->noun, PHRASE_POST) == NULL &&
           !(is_act && sentence_find(s, subject->noun, PHRASE_PARTY) != NULL);
}

/* Every role fits a band, some posts vary, individual teams may differ: nobody's own work. */
static bool is_one_of_many(const struct sentence *s, const struct subject *subject, uint32_t end)
{
    static const char *const openers[] = {"every ", "each ",       "most ",  "some ", "all ",
                                          "many ",  "individual ", "other ", "any ",  NULL};
    static const char *const mays[] = {"may", "can", "might", "could", NULL};
    if (text_opening_size(sentence_text(s, subject->noun), openers) == 0)
        return false;
    return names(s, subject->noun, PHRASE_POST) || names(s, subject->noun, PHRASE_THING) ||
           text_is_one_of(english_word_at(s, subject->verb, end), mays);
}

/* You, we: whoever the words are for. */
static bool has_pronoun(const struct sentence *s, struct range in)
{
    static const char *const pronouns[] = {"you",  "i",      "we",    "he",    "she",    "they",
                                           "s/he", "he/she", "one",   "who",   "you're", "you’re",
                                           "i'm",  "i’m",    "we’re", "we're", NULL};
    for (uint32_t at = in.begin; at < in.end; at = english_skip_word(s, at, in.end))
        if (text_is_one_of(english_word_at(s, at, in.end), pronouns))
            return true;
    return false;
}

/* The incumbent, the DRE: on the way to the verb stands who may be meant. */
static bool may_be_holder(const struct sentence *s, const struct subject *subject)
{
    struct range last = english_word_before(s, subject->noun.end);
    struct range way = {subject->noun.begin, subject->verb};
    char second = s->text.data[s->offsets[last.begin] + 1];
    bool is_short = second >= 'A' && second <= 'Z'; /* of capitals only */
    return is_short || has_pronoun(s, way) || sentence_find(s, way, PHRASE_POST) != NULL ||
           sentence_ending(s, subject->noun, PHRASE_PARTY) != NULL;
}

/* Is to run the kiln, will be running it: what follows is what is done. */
static bool verb_leads_to_act(const struct sentence *s, uint32_t verb, uint32_t end)
{
    for (size_t i = 0; i < 2; i++) {
        verb = english_skip_word(s, verb, end);
        struct text next = english_word_at(s, verb, end);
        const struct match *act = sentence_act_at(s, verb);
        if (text_is(next, "to") || text_is(next, "responsible") ||
            (act != NULL && act->phrase->form == VERB_ING))
            return true;
    }
    return false;
}

/* Bakewell offers …: a name, of which such a verb tells no act. */
static bool is_named_unit(const struct sentence *s, const struct subject *subject)
{
    char first = s->text.data[s->offsets[subject->noun.begin]];
    struct text words = sentence_text(s, subject->noun);
    bool is_word = text_find(words, TEXT(" "), 0) == TEXT_NOT_FOUND;
    return subject->noun.end > subject->noun.begin && first >= 'A' && first <= 'Z' && is_word &&
           words.size > 3 && sentence_find(s, subject->noun, PHRASE_PARTY) == NULL &&
           sentence_find(s, subject->noun, PHRASE_POST) == NULL &&
           !text_ends_with(words, TEXT("er")) && !text_ends_with(words, TEXT("or")) &&
           sentence_at(s, subject->verb, PHRASE_STATE_VERB) != NULL;
}

/* This is done in three steps: …: what stands behind tells an act. */
static bool act_clause_follows(const struct sentence *s, const struct clause *clause)
{
    const struct clause *next = clause + 1, *end = s->clauses + s->clause_count;
    while (next < end && next->kind != CLAUSE_ACT)
        next++;
    return next < end;
}

bool wording_is_organisation(const struct sentence *s, const struct clause *clause,
                             const struct subject *subject)
{
    return clause->kind == CLAUSE_OTHER && subject->verb < clause->at.end &&
           !begins_with_verb(s, clause->at.begin) &&
           (names(s, subject->noun, PHRASE_UNIT) || is_named_unit(s, subject));
}

bool wording_is_other_subject(const struct sentence *s, const struct clause *clause,
                              const struct subject *subject)
{
    uint32_t begin = clause->at.begin, end = clause->at.end;
    bool is_other = clause->kind == CLAUSE_OTHER;
    bool is_near = subject->verb == skip_blanks(s, subject->noun.end, end);
    if (subject->verb == end || (!is_other && !is_near))
        return false;
    if (is_pronoun(s, subject))
        return !goes_on_with_list(s, subject->verb, end) && !act_clause_follows(s, clause);
    bool is_word = word_at(s, begin, end).end == subject->noun.end; /* work is …, plans are … */
    if (begins_with_verb(s, begin) && !is_word)
        return false;
    struct range way = {begin, subject->verb};
    bool is_of_post =
        sentence_find(s, way, PHRASE_POST) != NULL &&
        verb_leads_to_act(s, subject->verb, end); /* the aim of the post is to keep … */
    if ((names(s, subject->noun, PHRASE_TOPIC) && !is_of_post) ||
        wording_is_organisation(s, clause, subject))
        return true;
    bool is_of_many = is_one_of_many(s, subject, end) || tells_of_many(s, subject, end);
    if (is_other && is_of_many && !verb_leads_to_act(s, subject->verb, end) &&
        !goes_on_with_list(s, subject->verb, end))
        return true;
    return is_other && !may_be_holder(s, subject) && !verb_leads_to_act(s, subject->verb, end) &&
           !goes_on_with_list(s, subject->verb, end) &&
           (names_thing(s, subject->noun) || is_any_thing(s, subject->noun));
}

bool wording_names_whom(const struct sentence *s, const struct clause *clause)
{
    struct subject subject = wording_subject_of(s, clause);
    struct range noun = subject.noun;
    return clause->kind == CLAUSE_OTHER && subject.is_qualified && subject.verb == clause->at.end &&
           noun.end > noun.begin && !has_pronoun(s, noun) &&
           sentence_find(s, noun, PHRASE_JOIN) == NULL && !begins_with_verb(s, noun.begin) &&
           !act_clause_follows(s, clause);
}

bool wording_charges_whom_there_is(const struct sentence *s)
{
    static const char *const openers[] = {"there is ", "there are ", "there shall be ",
                                          "there will be ", NULL};
    bool may_be = s->language == LANG_EN && text_opening_size(s->text, openers) > 0;
    size_t who = may_be ? text_find(s->text, TEXT(" who "), 0) : TEXT_NOT_FOUND;
    for (uint32_t i = 0; who != TEXT_NOT_FOUND && i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act == NULL || act->phrase->form != VERB_ING || s->offsets[act->at.begin] < who)
            continue;
        struct text front = text_trim(sentence_text(s, (struct range){0, act->at.begin}));
        if (text_ends_with(front, TEXT("responsible for")))
            return true;
    }
    return false;
}
