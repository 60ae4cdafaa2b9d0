/* "The Berth Planner reports directly to the Harbour Master.": a reporting line in a sentence. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define SENTENCE_MAX 200 /* letters: longer ones say more than who the superior is */
#define NAME_MAX 110     /* of the superior, alike */
#define ITEM_BYTES 240   /* of an item that says no more */

/* The first sentence without the stop at its end; empty: it is long, or has several clauses. */
static struct text first_sentence(struct text words)
{
    words = text_without_end(text_slice(words, 0, next_sentence(words, 0)),
                             (const char *const[]){"。", ".", NULL});
    bool has_more = text_find(words, TEXT("，"), 0) != TEXT_NOT_FOUND ||
                    text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND;
    return has_more || text_code_points(words) > SENTENCE_MAX ? TEXT("") : words;
}

/* Who reports: the role by its name, or "this position". */
static bool is_holder(struct extraction *x, struct text who)
{
    return text_holds_any(who, signs_of(x, SIGN_HOLDER)) ||
           vocabulary_is_position(x->vocabulary, x->scratch, who);
}

/* "The Berth Planner reports to Harbour Control" below "Berth Planner": whatever that is. */
static bool says_own_name(struct extraction *x, struct text who, struct text superior)
{
    struct text name = fold_label(x->scratch, role_title(x->role));
    bool is_capital = superior.data[0] >= 'A' && superior.data[0] <= 'Z';
    return is_capital && !text_is_empty(name) &&
           text_find(fold_label(x->scratch, who), name, 0) != TEXT_NOT_FOUND;
}

static bool divide_latin(struct extraction *x, struct text sentence, struct text *who,
                         struct text *superior)
{
    struct text_list reports = signs_of(x, SIGN_REPORTS);
    for (size_t i = 0; i < reports.count; i++) {
        size_t at = text_find(sentence, reports.texts[i], 0);
        if (at == TEXT_NOT_FOUND || reports_are_papers(sentence, text_from(sentence, at)))
            continue;
        struct text rest = text_trim(text_from(sentence, at + reports.texts[i].size));
        *who = text_slice(sentence, 0, at);
        *superior = text_without_any_start_word(rest, signs_of(x, SIGN_ARTICLE));
        return true;
    }
    return false;
}

static bool divide_han(struct extraction *x, struct text sentence, struct text *who,
                       struct text *superior)
{
    struct text_list toward = signs_of(x, SIGN_REPORTS_TOWARD),
                     ends = signs_of(x, SIGN_REPORTS_END);
    for (size_t i = 0; i < toward.count; i++)
        for (size_t k = 0; k < ends.count; k++) {
            size_t at = text_find(sentence, toward.texts[i], 0);
            if (at == TEXT_NOT_FOUND || at == 0 || !text_ends_with(sentence, ends.texts[k]))
                continue;
            *who = text_slice(sentence, 0, at);
            *superior =
                text_slice(sentence, at + toward.texts[i].size, sentence.size - ends.texts[k].size);
            return true;
        }
    return false;
}

/* "This position reports to the Harbour Board": a body, where the position is called one. */
static bool is_body_over_position(struct extraction *x, struct text who, struct text superior)
{
    bool is_capital = superior.data[0] >= 'A' && superior.data[0] <= 'Z';
    return is_capital && text_ends_with_any(who, signs_of(x, SIGN_POST)) &&
           text_ends_with_any_word(fold_text(x->scratch, superior), signs_of(x, SIGN_BODY));
}

/* "Three clerks report to the Quay Steward" below "Quay Steward": they are led, and nobody leads. */
static bool is_own_name(struct extraction *x, struct text superior)
{
    struct text name = fold_label(x->scratch, role_title(x->role));
    return !text_is_empty(name) && text_equal(fold_label(x->scratch, superior), name);
}

/* superior: within the words of the sentence */
static void record_superior(struct extraction *x, struct text words, struct text superior,
                            struct span at)
{
    size_t begin = (size_t)(superior.data - words.data), end = begin + superior.size;
    x->clue = CLUE_PLAIN;
    record_append(x->handbook, &x->role->values[ELEMENT_REPORTS_TO], superior,
                  span_slice(at, begin, end));
    note_field(x, USE_LABEL, ELEMENT_REPORTS_TO, FIELD_NONE, text_slice(words, 0, begin),
               span_slice(at, 0, begin));
    note_field(x, USE_VALUE, ELEMENT_REPORTS_TO, FIELD_NONE, superior, span_slice(at, begin, end));
    note_field(x, USE_LABEL, ELEMENT_REPORTS_TO, FIELD_NONE, text_from(words, end),
               span_slice(at, end, words.size));
}

/* "the members for all funds": what for; "the Dean for Student Affairs" is a superior. */
static bool says_more_behind(struct extraction *x, struct text superior)
{
    struct text_list joints = signs_of(x, SIGN_BEHIND_SUPERIOR);
    for (size_t i = 0; i < joints.count; i++) {
        size_t at = text_find(superior, joints.texts[i], 0);
        size_t behind = at == TEXT_NOT_FOUND ? superior.size : at + joints.texts[i].size;
        if (behind < superior.size && superior.data[behind] >= 'a' && superior.data[behind] <= 'z')
            return true;
    }
    return false;
}

/* words: the sentence, with its stop */
static bool fill_sentence(struct extraction *x, struct text words, struct span at)
{
    struct text who, superior, sentence = first_sentence(words);
    bool is_latin = is_latin_text(sentence);
    if (text_is_empty(sentence) || x->role == NULL ||
        x->role->values[ELEMENT_REPORTS_TO].state != STATE_ABSENT ||
        !(is_latin ? divide_latin(x, sentence, &who, &superior)
                   : divide_han(x, sentence, &who, &superior)))
        return false;
    bool says_more = text_find(who, TEXT(" is "), 0) != TEXT_NOT_FOUND ||
                     text_find(superior, TEXT(" is "), 0) != TEXT_NOT_FOUND ||
                     says_more_behind(x, superior);
    if (!is_holder(x, who) || text_is_empty(superior) || text_code_points(superior) > NAME_MAX ||
        says_more || is_own_name(x, superior) ||
        !(vocabulary_is_position(x->vocabulary, x->scratch, superior) ||
          says_own_name(x, who, superior) || is_body_over_position(x, who, superior)))
        return false;
    record_superior(x, words, superior, at);
    return true;
}

/*
 * "Two clerks report to the Berth Planner.": whom the holder leads, of whom the front speaks; not
 * who else reports to the superior.
 */
static bool fill_led(struct extraction *x, struct text front, struct text words, struct span at)
{
    struct text who, superior, holder, leader, sentence = first_sentence(words);
    if (text_is_empty(sentence) || next_sentence(words, 0) < words.size ||
        x->role->values[ELEMENT_SUPERVISES].state != STATE_ABSENT || !is_latin_text(sentence) ||
        !divide_latin(x, sentence, &who, &superior) || text_is_empty(superior) ||
        !divide_latin(x, first_sentence(front), &holder, &leader) ||
        text_find(holder, superior, 0) == TEXT_NOT_FOUND)
        return false;
    who = text_without_end(who, (const char *const[]){" can", " may", " will", NULL});
    record_append(x->handbook, &x->role->values[ELEMENT_SUPERVISES], who,
                  span_slice(at, 0, who.size));
    note_field(x, USE_VALUE, ELEMENT_SUPERVISES, FIELD_NONE, who, span_slice(at, 0, who.size));
    note_field(x, USE_LABEL, ELEMENT_SUPERVISES, FIELD_NONE, text_from(words, who.size),
               span_slice(at, who.size, words.size));
    return true;
}

/* ", the clerk assists the captain", ", helps pupils at meals"; ", or a deputy" goes on. */
static bool has_clause_behind_comma(struct text name)
{
    static const struct text comma = TEXT_INIT(", "), blank = TEXT_INIT(" ");
    static const char *const joints[] = {"or ", "and ", NULL};
    for (size_t at = 0; (at = text_find(name, comma, at)) != TEXT_NOT_FOUND;) {
        at += comma.size;
        struct text rest = text_from(name, at);
        size_t word = text_find(rest, blank, 0);
        bool is_long = word != TEXT_NOT_FOUND && text_find(rest, blank, word + 1) != TEXT_NOT_FOUND;
        if (text_starts_with(rest, TEXT("the ")) ||
            (begins_in_small_letter(rest) && is_long && !text_starts_with_one_of(rest, joints)))
            return true;
    }
    return false;
}

/* A position, and no clause behind it: "Harbour Master, the clerk assists the captain". */
static bool is_superior(struct extraction *x, struct text name)
{
    return !text_is_longer(name, NAME_MAX) && !has_clause_behind_comma(name) &&
           vocabulary_is_position(x->vocabulary, x->scratch, name);
}

/* "Reports to the Harbour Master." and no more: whose superior it is need not be said. */
static bool fill_superior_alone(struct extraction *x, struct text words, struct span at)
{
    struct text_list begins = signs_of(x, SIGN_REPORTS_START);
    if (x->role == NULL || !text_starts_with_any(words, begins))
        return false;
    struct text superior = text_without_any_start_word(
        text_without_any_start(first_sentence(words), begins), signs_of(x, SIGN_ARTICLE));
    if (text_is_empty(superior) || x->role->values[ELEMENT_REPORTS_TO].state != STATE_ABSENT ||
        !is_superior(x, superior))
        return false;
    record_superior(x, words, superior, at);
    return true;
}

bool fill_reporting_lead(struct extraction *x, struct text words, struct span at)
{
    size_t end = next_sentence(words, 0);
    struct text first = text_slice(words, 0, end);
    struct span first_at = span_slice(at, 0, end);
    if (!fill_sentence(x, first, first_at) && !fill_superior_alone(x, first, first_at))
        return false;
    struct text rest = text_trim(text_from(words, end));
    size_t begin = (size_t)(rest.data - words.data);
    struct span rest_at = span_slice(at, begin, begin + rest.size);
    if (text_is_empty(rest) || fill_led(x, text_slice(words, 0, end), rest, rest_at))
        return true;
    bool is_employment = tells_employment(x, rest); /* "Part-time, 25 hours a week." */
    if (x->target.kind == TARGET_NONE)
        open_element(x, label_of(is_employment ? ELEMENT_EMPLOYMENT : ELEMENT_PURPOSE), TEXT(""),
                     LEVEL_PSEUDO, rest_at);
    fill_text(x, rest, TEXT(""), 0, rest_at);
    return true;
}

struct text superior_of_value(struct extraction *x, struct text value)
{
    struct text rest = text_without_any_start(value, signs_of(x, SIGN_REPORTS_START)), who;
    if (rest.size == value.size && !(next_sentence(value, 0) == value.size &&
                                     divide_latin(x, value, &who, &rest) && is_holder(x, who)))
        return value;
    rest = name_without_stop(text_without_any_start_word(rest, signs_of(x, SIGN_ARTICLE)));
    return is_superior(x, rest) ? rest : value;
}

/* "The Webmaster is overseen by …" below "Webmaster". */
static bool begins_with_own_name(struct extraction *x, struct text words)
{
    struct text name = role_title(x->role);
    struct text bare = text_without_any_start_word(words, signs_of(x, SIGN_ARTICLE));
    return !text_is_empty(name) && text_equal_ascii_case(text_slice(bare, 0, name.size), name);
}

bool fill_reporting_item(struct extraction *x, struct text words, struct span at)
{
    const struct target *t = &x->target;
    bool is_duty = x->role != NULL && t->kind == TARGET_ELEMENT &&
                   t->records->element == ELEMENT_DUTIES && words.size <= ITEM_BYTES;
    if (!is_duty || next_sentence(words, 0) != words.size)
        return false;
    return text_starts_with_any(words, signs_of(x, SIGN_HOLDER_START)) ||
                   begins_with_own_name(x, words)
               ? fill_sentence(x, words, at)
               : fill_superior_alone(x, words, at);
}
