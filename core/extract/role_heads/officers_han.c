/*
 * Officers in rules in Chinese and Japanese. 「本會設秘書一人，負責紀錄。」 tells of one wherever it
 * stands; below a heading that speaks of what officers do, 「會長綜理會務。」, 「会計は、出納を行う。」
 * and a name with a blank behind it, 「会計　出納を行う。」, do, too.
 */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include <string.h>

#define NAME_LENGTH 10       /* Han of an officer's name, at most */
#define HOUSE_LENGTH 8       /* Han of whose it is: 「本俱樂部設…」 */
#define SETTING_UP_BYTES 600 /* of the sentence that names the units of a house */
#define UNITS_MIN 2          /* that it names */
#define SUPERIOR_BYTES 60    /* under whose lead he does it */
#define WORDS_MIN 5          /* characters of what somebody does: fewer are a number of people */

bool words_announce_officers(struct extraction *x, struct text words)
{
    return (ends_like_heading(words) && text_holds_any(words, signs_of(x, SIGN_POWER))) ||
           series_announced_by(x, words) ||
           (ends_like_heading(words) && is_latin_text(words) && /* "Officers of the board" */
            series_announced_by(x, in_front_of_joint(x, words)));
}

bool is_number_of_article(struct text words)
{
    static const struct text numerals = TEXT_INIT("第一二三四五六七八九十百");
    static const char *const units[] = {"項", "项", "款", "条", "條", NULL};
    struct text number = text_without_end(text_trim(words), units);
    for (size_t at = 0; at < number.size;) {
        uint32_t c = text_next(number, &at);
        if (digit_value(c) < 0 && !text_has(numerals, c))
            return false;
    }
    return !text_is_empty(number) && number.size < text_trim(words).size;
}

/* No name of one officer holds these. */
static const struct text parts = TEXT_INIT("、，,：:的之の及與与和各其由有（(");

static bool has_part(struct text name)
{
    for (size_t at = 0; at < name.size;)
        if (text_has(parts, text_next(name, &at)))
            return true;
    return false;
}

/*
 * A name without such parts is one position, and not all of a kind: 役員, 各組長; the 组织 of
 * 「组织制定计划」 is an act, and so is 「協助主席」.
 */
static bool is_officer(struct extraction *x, struct text name)
{
    return (vocabulary_is_position(x->vocabulary, x->scratch, name) ||
            (vocabulary_is_office(x->vocabulary, x->scratch, name) &&
             vocabulary_opening(x->vocabulary, x->scratch, name) != ELEMENT_DUTIES)) &&
           text_code_points(name) <= NAME_LENGTH && !is_latin_text(name) &&
           !text_ends_with_any(name, signs_of(x, SIGN_OFFICERS)) &&
           !text_is_any(name, signs_of(x, SIGN_FELLOWS)) &&
           !text_starts_with_any(name, signs_of(x, SIGN_ASSISTS)) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, name);
}

/* 「在理事長領導下主持…」: the words behind it; all of them, where it does not stand in front. */
static struct text behind_superior(struct text words)
{
    static const struct text in = TEXT_INIT("在"), below = TEXT_INIT("下");
    size_t at = text_starts_with(words, in) ? text_find(words, below, in.size) : TEXT_NOT_FOUND;
    return at == TEXT_NOT_FOUND || at > SUPERIOR_BYTES ? words : text_from(words, at + below.size);
}

static bool begins_as_act(struct extraction *x, struct text words)
{
    return vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES ||
           text_starts_with_any(words, signs_of(x, SIGN_OFFICER_ACTS));
}

/*
 * 「會長綜理…」, 「會長應綜理…」, and no 「會長：綜理…」 and no 「會長、負責人…」: the words behind a
 * name say what he does.
 */
static bool says_act(struct extraction *x, struct text words)
{
    static const struct text comma = TEXT_INIT("，");
    if (text_starts_with(words, TEXT("：")) || text_starts_with(words, TEXT(":")) ||
        text_starts_with(words, TEXT("、")))
        return false;
    words = behind_superior(text_without_any_start(words, signs_of(x, SIGN_MODAL)));
    if (text_starts_with(words, TEXT("（")))
        return false; /* an aside */
    if (text_starts_with(words, comma))
        words = text_from(words, comma.size);
    return begins_as_act(x, words);
}

/* 「是…的主管部門，負責…」, 「作為…，承擔…」: behind what it is called, what it answers for. */
static bool is_what_answers(struct extraction *x, struct text words)
{
    static const struct text comma = TEXT_INIT("，");
    struct text clause = text_without_any_start(words, signs_of(x, SIGN_CALLED));
    size_t at = clause.size < words.size ? text_find(clause, comma, 0) : TEXT_NOT_FOUND;
    return at != TEXT_NOT_FOUND && begins_as_act(x, text_from(clause, at + comma.size));
}

/* 「秘書 一人」: a blank in front of the number, by which it is known to be none of the name. */
static struct text name_and_count(struct extraction *x, struct text post, size_t name_size)
{
    char *out = arena_alloc(x->scratch, post.size + 1);
    memcpy(out, post.data, name_size);
    out[name_size] = ' ';
    memcpy(out + name_size + 1, post.data + name_size, post.size - name_size);
    return (struct text){out, post.size + 1};
}

/* 「秘書二至三人」 without how many; all of it, where it does not say so. */
static struct text without_count(struct text post)
{
    static const char *const units[] = {"人", "名", "位", NULL};
    static const char *const numbers[] = {"一", "二", "三", "四", "五",   "六", "七", "八", "九",
                                          "十", "兩", "两", "至", "若干", "～", "-",  "0",  "1",
                                          "2",  "3",  "4",  "5",  "6",    "7",  "8",  "9",  NULL};
    struct text number = text_without_end(post, units), name = number;
    for (size_t size = 0; number.size < post.size && size != name.size;) {
        size = name.size;
        name = text_without_end(name, numbers);
    }
    return name.size < number.size ? name : post;
}

struct text clause_of_choice(struct extraction *x, struct text words, enum element *element)
{
    size_t comma = text_find(words, TEXT("，"), 0);
    bool is_term = text_starts_with_any(words, signs_of(x, SIGN_TERM));
    bool is_choice =
        text_starts_with_any(words, signs_of(x, SIGN_CHOSEN)) && !begins_as_act(x, words);
    if (comma == TEXT_NOT_FOUND || (!is_term && !is_choice))
        return TEXT(""); /* 「經管財務，」 is an act */
    *element = is_term ? ELEMENT_EMPLOYMENT : ELEMENT_APPOINTMENT;
    return text_slice(words, 0, comma);
}

/* 「由會長聘任，負責紀錄」: what stands behind how he is chosen. */
static struct text behind_choice(struct extraction *x, struct text words)
{
    enum element element;
    for (struct text clause = clause_of_choice(x, words, &element); !text_is_empty(clause);
         clause = clause_of_choice(x, words, &element))
        words = text_from(words, clause.size + TEXT("，").size);
    return words;
}

/* Of 「本會設秘書一人，負責紀錄」 the post and how many hold it, and where the act begins. */
static struct text post_that_is_set_up(struct extraction *x, struct text sentence, size_t *act)
{
    struct text_list verbs = signs_of(x, SIGN_SETS_UP);
    size_t comma = text_find(sentence, TEXT("，"), 0), length = 0;
    for (size_t at = 0; comma != TEXT_NOT_FOUND && at < comma && length <= HOUSE_LENGTH; length++) {
        struct text rest = text_slice(sentence, at, comma);
        for (size_t i = 0; i < verbs.count; i++) {
            if (!text_starts_with(rest, verbs.texts[i]))
                continue;
            struct text post = text_from(rest, verbs.texts[i].size);
            struct text name = without_count(post);
            *act = comma + TEXT("，").size;
            if (name.size < post.size && !has_part(name) && is_officer(x, name) &&
                says_act(x, behind_choice(x, text_from(sentence, *act))))
                return name_and_count(x, post, name.size);
        }
        text_next(sentence, &at);
    }
    return TEXT("");
}

/* Words in Han, and more than a number of people. */
static bool begins_with_act(struct text words)
{
    size_t at = 0;
    return text_code_points(words) >= WORDS_MIN && is_han_like(text_next(words, &at));
}

/* A blank between Han says something; between Han and letters it is only how they are set. */
static bool ends_in_han(struct text name)
{
    size_t at = name.size;
    return at > 0 && is_han_like(text_previous(name, &at));
}

bool announces_units_in_han(struct extraction *x, struct text sentence)
{
    static const struct text marks = TEXT_INIT("、，,和及与與：:。");
    struct text_list verbs = signs_of(x, SIGN_DIVIDED_INTO);
    size_t begin = TEXT_NOT_FOUND, units = 0;
    for (size_t i = 0; i < verbs.count && begin == TEXT_NOT_FOUND; i++) {
        size_t verb = text_find(sentence, verbs.texts[i], 0);
        begin = verb == TEXT_NOT_FOUND ? verb : verb + verbs.texts[i].size;
    }
    if (begin == TEXT_NOT_FOUND || sentence.size > SETTING_UP_BYTES)
        return false;
    for (size_t at = begin, name = begin; at < sentence.size;) {
        size_t here = at;
        if (!text_has(marks, text_next(sentence, &at)))
            continue;
        struct text unit = text_slice(sentence, name, here);
        units += name > begin && (is_task_group(x, unit) || is_department(x, unit));
        name = at;
    }
    return units >= UNITS_MIN;
}

/* 倉儲部 of 「倉儲部負責…」, 「倉儲部是…的主管部門，負責…」, and no 各部門 and no 本部門. */
static bool is_unit_that_acts(struct extraction *x, struct text name, struct text rest)
{
    struct text act = text_without_any_start(rest, signs_of(x, SIGN_HAS_TO));
    return (is_department(x, name) || is_task_group(x, name)) &&
           !text_starts_with_any(name, signs_of(x, SIGN_OF_SEVERAL)) &&
           (says_act(x, act) || is_what_answers(x, rest));
}

/* 「首先，場地組…」 without its first words. */
static struct text without_order(struct extraction *x, struct text sentence)
{
    static const struct text comma = TEXT_INIT("，");
    struct text rest = text_without_any_start(sentence, signs_of(x, SIGN_ORDER));
    return rest.size < sentence.size && text_starts_with(rest, comma) ? text_from(rest, comma.size)
                                                                      : rest;
}

/*
 * Whom the sentence begins with, where a verb, は or a blank stands behind the name. is_announced:
 * it may be a unit as well, and not only somebody.
 */
static struct text subject_of(struct extraction *x, struct text sentence, bool is_announced,
                              size_t *act, bool *is_marked)
{
    size_t at = 0;
    *act = 0;
    sentence = is_announced ? without_order(x, sentence) : sentence;
    for (size_t length = 0; at < sentence.size && length <= NAME_LENGTH; length++) {
        struct text name = text_slice(sentence, 0, at), rest = text_from(sentence, at);
        struct text words = text_trim(rest);
        bool has_blank = words.data != rest.data;
        bool is_act = has_blank && ends_in_han(name) && begins_with_act(words);
        *is_marked = is_act || text_starts_with(rest, TEXT("は"));
        if (at > 0 && (*is_marked || !has_blank) && is_officer(x, name) &&
            (*is_marked || says_act(x, rest))) {
            *act = is_act ? at : 0;
            return name;
        }
        if (at > 0 && is_announced && !has_blank && is_unit_that_acts(x, name, rest))
            return name;
        if (text_has(parts, text_next(sentence, &at)))
            break;
    }
    *is_marked = false;
    return TEXT("");
}

struct text officer_who_acts_in_han(struct extraction *x, struct text sentence)
{
    size_t act;
    bool is_marked;
    struct text name = subject_of(x, sentence, false, &act, &is_marked);
    return is_marked ? TEXT("") : name;
}

struct text officer_bound_in_han(struct extraction *x, struct text sentence)
{
    size_t at = 0;
    for (size_t length = 0; at < sentence.size && length <= NAME_LENGTH; length++) {
        struct text name = text_slice(sentence, 0, at), rest = text_from(sentence, at);
        if (at > 0 && text_without_any_start(rest, signs_of(x, SIGN_MODAL)).size < rest.size &&
            is_officer(x, name))
            return name;
        if (text_has(parts, text_next(sentence, &at)))
            break;
    }
    return TEXT("");
}

bool read_officer_in_han(struct extraction *x, struct text sentence, bool is_announced,
                         struct text *name, size_t *act, bool *is_marked)
{
    *name = post_that_is_set_up(x, sentence, act);
    *is_marked = !text_is_empty(*name);
    if (!*is_marked && is_announced)
        *name = subject_of(x, sentence, true, act, is_marked);
    return !text_is_empty(*name);
}
