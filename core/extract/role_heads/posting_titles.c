/*
 * The position in the title of an advertisement: 「青田科技急徵，後端工程師，可遠距」,
 * 「測試工程師 招募」, 「後端工程師 | 青田科技」, "Archivist - Harbour College". It is the only
 * part that names one, between the words that look for somebody, bars and commas.
 */
#include "core/extract/role_heads/posting_titles.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"

#define TITLE_BYTES 200 /* a longer one is a sentence: a bound on work */
#define WORD_LENGTH 4   /* Han of a word that looks for somebody, at most */
#define HOUSE_BYTES 60  /* of a name that only the document tells of */
#define BLOCKS_MAX 60   /* in which it is looked for: a bound on work */
#define WORDS_MAX 600   /* bytes of each, alike */
#define NAME_MIN                                                                                   \
    5 /* Han of a name that is surely all behind it: 配置主管 of 招募配置主管 is shorter */

/*
 * 「青田科技 - 徵門市人員」, 「青田有限公司徵門市人員」: behind the one letter that looks for
 * somebody; at: there is none.
 */
static size_t behind_letter(struct extraction *x, struct text title, size_t at)
{
    static const struct text fronts = TEXT_INIT(" 　】]｜|-–—:：/");
    struct text rest = text_from(title, at);
    size_t before = at, behind = at;
    bool is_behind_house =
        text_ends_with_any(text_slice(title, 0, at), signs_of(x, SIGN_HOUSE_END));
    if ((at > 0 && !is_behind_house && !text_has(fronts, text_previous(title, &before))) ||
        !text_starts_with_any(rest, signs_of(x, SIGN_HIRING_LETTER)) ||
        text_starts_with_any(rest, signs_of(x, SIGN_NO_HIRING)))
        return at;
    text_next(title, &behind);
    return behind;
}

/* Behind the word that looks for somebody, where one begins here; at: none does. The longest. */
static size_t behind_hiring(struct extraction *x, struct text title, size_t at)
{
    size_t end = at, found = at;
    for (size_t length = 0; length < WORD_LENGTH && end < title.size; length++) {
        if (text_has(TEXT("（([【:："), text_next(title, &end)))
            break; /* 「诚聘（实习）」: the bracket is of the name */
        if (vocabulary_is_hiring(x->vocabulary, x->scratch, text_slice(title, at, end)))
            found = end;
    }
    return found > at ? found : behind_letter(x, title, at);
}

/* Up to the blank, bracket or dash that parts it from what else is said. */
static struct text first_part(struct text behind)
{
    static const struct text ends = TEXT_INIT(" （([【-–—/、：:");
    for (size_t at = 0; at < behind.size;) {
        size_t begin = at;
        if (text_has(ends, text_next(behind, &at)))
            return text_slice(behind, 0, begin);
    }
    return behind;
}

/* 「（底薪4k）」, 【急】: no company's name. */
static bool is_in_brackets(struct text words)
{
    static const struct text open = TEXT_INIT("（(【["), closing = TEXT_INIT("）)】]");
    size_t begin = 0, end = words.size;
    return words.size > 0 && text_has(open, text_next(words, &begin)) &&
           text_has(closing, text_previous(words, &end));
}

/*
 * 招聘主管, 高級招聘專員, 人力資源部招聘主管, 招聘專員（校園）: the word is of the name of who hires;
 * 招聘廚師 looks for one. 招募配置主管 is one by the craft, if nothing else is said.
 */
static bool is_of_name(struct extraction *x, struct text front, struct text word,
                       struct text behind)
{
    if (!text_is_any(fold_text(x->scratch, word), signs_of(x, SIGN_HIRING_NAME)))
        return false; /* 急徵專員 looks for one */
    static const char *const joints[] = {"與", "与", "和", "及", "、", NULL};
    front = text_trim(front);
    bool has_company = !text_is_empty(front) && !is_in_brackets(front) &&
                       !is_department(x, front) &&
                       !vocabulary_is_rank(x->vocabulary, x->scratch, front);
    struct text first = first_part(behind), name = fold_text(x->scratch, first);
    if (text_starts_with_one_of(behind, joints))
        return true;
    size_t next = 0;
    if (behind.size > 0 && is_colon(text_next(behind, &next)))
        return false; /* 「招聘：行政主管」 */
    return !has_company && (text_is_any(name, signs_of(x, SIGN_HIRER)) ||
                            (first.size == behind.size && text_code_points(name) < NAME_MIN &&
                             text_starts_with_any(name, signs_of(x, SIGN_HIRER_CRAFT)) &&
                             text_ends_with_any(name, signs_of(x, SIGN_HIRER))));
}

/* The bracket that opens here is of the name: 後端工程師（校園招募）. Behind it; at: none opens. */
static size_t behind_bracket(struct text title, size_t at)
{
    static const struct text brackets[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("（"), TEXT_INIT("）")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t end = text_starts_with(text_from(title, at), brackets[i][0])
                         ? text_find(title, brackets[i][1], at)
                         : TEXT_NOT_FOUND;
        if (end != TEXT_NOT_FOUND)
            return end + brackets[i][1].size;
    }
    return at;
}

/* What parts a title: a bar says that parts stand beside each other, commas only do. */
static bool is_bar(uint32_t c) { return c == '|' || c == 0xFF5C; }

/* 「設計師 · 上海」: a dot with a blank on both sides parts as a bar does. */
static bool is_dot_between(struct text title, size_t at, size_t next)
{
    static const struct text dot = TEXT_INIT("·");
    return text_starts_with(text_from(title, at), dot) && at > 0 && title.data[at - 1] == ' ' &&
           next < title.size && title.data[next] == ' ';
}

static bool is_mark(uint32_t c)
{
    static const struct text marks = TEXT_INIT("，,！!：:】「」_");
    return is_bar(c) || text_has(marks, c);
}

/* Without the dashes that join it to its neighbours. */
static struct text without_dashes(struct text part)
{
    static const struct text dashes = TEXT_INIT("-–—·~～");
    part = text_trim(part);
    for (size_t at = 0; at < part.size && text_has(dashes, text_next(part, &at)); at = 0)
        part = text_trim(text_from(part, at));
    for (size_t at = part.size; at > 0 && text_has(dashes, text_previous(part, &at));
         at = part.size)
        part = text_trim(text_slice(part, 0, at));
    return part;
}

bool looks_for_somebody(struct extraction *x, struct text title)
{
    if (title.size > TITLE_BYTES)
        return false;
    for (size_t at = 0, next = 0; at < title.size; at = next) {
        size_t behind = behind_hiring(x, title, at);
        if (behind > at && !is_of_name(x, text_slice(title, 0, at), text_slice(title, at, behind),
                                       text_from(title, behind)))
            return true;
        next = at;
        text_next(title, &next);
    }
    return false;
}

bool is_craft(struct extraction *x, struct text name)
{
    return text_ends_with_any(name, signs_of(x, SIGN_CRAFT)) &&
           (text_is_any(name, signs_of(x, SIGN_CRAFT)) ||
            vocabulary_opening(x->vocabulary, x->scratch, name) != ELEMENT_DUTIES); /* 負責開發 */
}

bool is_craft_of_post(struct extraction *x, struct text name, bool is_marked)
{
    struct text craft = text_without_any_end(name, signs_of(x, SIGN_POST));
    return (craft.size < name.size || is_marked) && is_craft(x, craft);
}

struct names {
    struct text one; /* the last that was found */
    size_t count;
};

/* "Engineer [百萬年薪]": what else there is to say, behind the name. */
static struct text without_last_tag(struct text part)
{
    size_t open = text_ends_with(part, TEXT("]")) ? text_find(part, TEXT("["), 0) : TEXT_NOT_FOUND;
    return open == TEXT_NOT_FOUND || open == 0 ? part : text_trim(text_slice(part, 0, open));
}

/* 「2024 值班員」: without the year of the posting. */
static struct text without_year(struct text part)
{
    size_t digits = 0;
    while (digits < part.size && part.data[digits] >= '0' && part.data[digits] <= '9')
        digits++;
    bool is_year = digits == 4 && text_starts_with(part, TEXT("20"));
    struct text behind = text_from(part, digits);
    return is_year && text_starts_with(behind, TEXT(" ")) ? text_trim(behind) : part;
}

/* 「行政出納人才」, 「2024 值班員」: a position, with words around it that only postings have. */
static struct text without_words_around(struct extraction *x, struct text part)
{
    struct text bare =
        text_trim(text_without_any_end(without_year(part), signs_of(x, SIGN_SOUGHT)));
    return bare.size < part.size && vocabulary_is_position(x->vocabulary, x->scratch, bare) ? bare
                                                                                            : part;
}

/* Whether it is a name. */
static bool add_part(struct extraction *x, struct names *names, struct text part)
{
    struct text bare;
    part = without_words_around(x, without_last_tag(without_dashes(part)));
    pay_beside(x, part, &bare);
    headcount_beside(x, bare, &bare);
    if (!vocabulary_is_position(x->vocabulary, x->scratch, bare) &&
        !vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(bare)) &&
        !vocabulary_is_position(x->vocabulary, x->scratch, first_part(bare)) && /* -北京 */
        !is_craft(x, label_without_remark(bare)))
        return false;
    names->one = part;
    names->count++;
    return true;
}

/* "at Acme", "Acme is a bakery": the words around a name that only a house has. */
static bool is_told_as_house(const struct extraction *x, struct text words, size_t begin,
                             size_t end)
{
    return text_starts_with_any(text_from(words, end), signs_of(x, SIGN_BEHIND_HOUSE)) ||
           text_ends_with_any(text_slice(words, 0, begin), signs_of(x, SIGN_BEFORE_HOUSE));
}

/* Whether the document tells of it as of somebody who employs: a bounded part of its beginning. */
static bool is_house_of_document(struct extraction *x, struct text name)
{
    size_t seen = 0;
    for (const struct block *b = x->document->blocks; b != NULL && seen < BLOCKS_MAX;
         b = b->next, seen++) {
        struct text words = text_head(block_text(x->scratch, b), WORDS_MAX);
        for (size_t at = 0; (at = text_find(words, name, at)) != TEXT_NOT_FOUND; at++)
            if (is_told_as_house(x, words, at, at + name.size))
                return true;
    }
    return false;
}

/* "Harbour College", by its words, or "Acme", of which the document tells. */
static bool is_house(struct extraction *x, struct text words)
{
    if (text_is_empty(words) || vocabulary_is_position(x->vocabulary, x->scratch, words))
        return false;
    bool is_capital = words.data[0] >= 'A' && words.data[0] <= 'Z';
    return vocabulary_is_house(x->vocabulary, x->scratch, words) ||
           (is_capital && x->handbook->role_count <= 1 && words.size <= HOUSE_BYTES &&
            is_house_of_document(x, words));
}

struct text title_without_house(struct extraction *x, struct text title, struct text *house)
{
    static const struct text joints[] = {TEXT_INIT(" - "),  TEXT_INIT(" – "), TEXT_INIT(" — "),
                                         TEXT_INIT(" | "),  TEXT_INIT(" @ "), TEXT_INIT(": "),
                                         TEXT_INIT(" at "), TEXT_INIT(", ")};
    *house = TEXT("");
    for (size_t i = 0;
         is_latin_text(title) && title.size <= TITLE_BYTES && i < sizeof joints / sizeof *joints;
         i++) {
        size_t at = text_find(title, joints[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        struct text front = text_trim(text_slice(title, 0, at));
        struct text behind = text_trim(text_from(title, at + joints[i].size));
        bool is_behind = vocabulary_is_position(x->vocabulary, x->scratch, front);
        struct text name = is_behind ? front : behind, other = is_behind ? behind : front;
        bool is_at = is_behind && text_is(joints[i], " @ "); /* whatever stands behind it */
        if (!vocabulary_is_position(x->vocabulary, x->scratch, name) ||
            !(is_at || is_house(x, other)))
            continue;
        *house = other;
        return name;
    }
    return title;
}

/* "Harbour College is Now Hiring for Head Tutor, Sailing": the position behind; empty: none is. */
static struct text position_behind_hirer(struct extraction *x, struct text title)
{
    struct text_list joints = signs_of(x, SIGN_HIRING_JOINT);
    struct text folded = fold_text(x->scratch, title);
    for (size_t i = 0; i < joints.count && folded.size == title.size; i++) {
        size_t at = text_find(folded, joints.texts[i], 0), end = at + joints.texts[i].size;
        bool is_word = at != TEXT_NOT_FOUND && at > 0 && folded.data[at - 1] == ' ' &&
                       end < folded.size && folded.data[end] == ' ';
        struct text rest = is_word ? text_trim(text_from(title, end)) : TEXT("");
        rest = text_without_any_start_word(rest, signs_of(x, SIGN_ARTICLE));
        size_t comma = text_find(rest, TEXT(","), 0);
        if (is_word &&
            vocabulary_is_position(x->vocabulary, x->scratch,
                                   text_slice(rest, 0, comma < rest.size ? comma : rest.size)))
            return rest;
    }
    return TEXT("");
}

struct text title_without_lead(struct extraction *x, struct text title)
{
    struct text rest = text_without_any_start(title, signs_of(x, SIGN_HIRING_LEAD));
    if (rest.size == title.size) {
        rest = position_behind_hirer(x, title);
        return text_is_empty(rest) ? title : rest;
    }
    rest = text_without_any_start_word(rest, signs_of(x, SIGN_ARTICLE));
    return vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(rest)) ? rest
                                                                                         : title;
}

struct text title_without_page(struct extraction *x, struct text title)
{
    struct text name = text_without_any_end(title, signs_of(x, SIGN_PAGE_OF_ROLE));
    return name.size < title.size && vocabulary_is_position(x->vocabulary, x->scratch, name) &&
                   !text_ends_with(name, TEXT("s"))
               ? name
               : title;
}

struct text name_in_posting_title(struct extraction *x, struct text title)
{
    struct names names = {.count = 0};
    bool is_parted = false, is_behind_word = false, is_sought = false;
    size_t begin = 0;
    struct text house;
    if (is_latin_text(title))
        return title_without_house(x, title_without_lead(x, title), &house);
    if (title.size > TITLE_BYTES)
        return title;
    title = title_without_lead(x, title);
    for (size_t at = 0, next = 0; at < title.size; at = next) {
        uint32_t c = text_next(title, &next);
        size_t bracket = behind_bracket(title, at);
        if (bracket > at) {
            next = bracket;
            continue;
        }
        size_t behind = behind_hiring(x, title, at);
        bool is_hiring =
            behind > at && !is_of_name(x, text_slice(title, begin, at),
                                       text_slice(title, at, behind), text_from(title, behind));
        bool is_dot = is_dot_between(title, at, next) ||
                      (c == 0x3000 && is_house_name(x, text_trim(text_slice(title, begin, at))));
        if (!is_hiring && !is_dot && !is_mark(c)) {
            next = behind > at ? behind : next;
            continue;
        }
        is_parted |= is_hiring || is_dot || is_bar(c);
        next = is_hiring ? behind : next;
        is_sought |= add_part(x, &names, text_slice(title, begin, at)) && is_behind_word;
        is_behind_word = is_hiring;
        begin = next;
    }
    is_sought |= add_part(x, &names, text_from(title, begin)) && is_behind_word;
    bool may_be_latin = is_sought; /* 「誠徵 QA Engineer」 */
    return is_parted && names.count == 1 && (may_be_latin || !is_latin_text(names.one)) ? names.one
                                                                                        : title;
}
