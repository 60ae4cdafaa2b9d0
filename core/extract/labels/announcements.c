/*
 * Sentences that do a heading's work: what they announce is said in front of "the following" or "as
 * follows".
 */
#include "core/base/script.h"
#include "core/extract/extraction.h"
#include "core/extract/labels/label.h"

#define ANNOUNCEMENT_LENGTH 160 /* letters, with the remark behind it */
#define TOLD_LENGTH 15          /* Han in front of it that tell something of their own, at least */

/* The last clause of a sentence in Han. */
static struct text last_clause(struct text words)
{
    static const char *const stops[] = {"，", "。", "；", ",", ";", NULL};
    for (size_t i = 0; stops[i] != NULL; i++) {
        struct text stop = text_from_string(stops[i]);
        for (size_t at; (at = text_find(words, stop, 0)) != TEXT_NOT_FOUND;)
            words = text_from(words, at + stop.size);
    }
    return words;
}

/* 條件 of 「須符合以下一個或多個條件」, 標準 of 「標準為」; empty: nothing is said to follow. */
static struct text noun_announced(struct extraction *x, struct text clause)
{
    struct text_list begins = signs_of(x, SIGN_FOLLOWING), counts = signs_of(x, SIGN_COUNT_OF);
    struct text front = text_without_any_end(clause, signs_of(x, SIGN_SAYS_WHAT)), noun = TEXT("");
    noun = front.size < clause.size ? front : noun;
    for (size_t i = begins.count; i-- > 0;) { /* the longest decides */
        size_t at = text_find(clause, begins.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            noun = text_from(clause, at + begins.texts[i].size);
    }
    for (size_t i = 0; i < counts.count; i++)
        if (text_starts_with(noun, counts.texts[i])) /* 「所有的」: one behind the other */
            noun = text_from(noun, counts.texts[i].size);
    return text_trim(noun);
}

/* "skills" of "To apply, you have the following skills", in the last of its sentences. */
static struct text noun_following(struct extraction *x, struct text name)
{
    static const struct text stop = TEXT_INIT(". ");
    struct text_list words = signs_of(x, SIGN_FOLLOWING);
    for (size_t at; (at = text_find(name, stop, 0)) != TEXT_NOT_FOUND;)
        name = text_from(name, at + stop.size);
    for (size_t i = 0; i < words.count; i++) {
        size_t at = text_find(name, words.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_trim(text_from(name, at + words.texts[i].size));
    }
    return TEXT("");
}

bool label_announced(struct extraction *x, struct text line, struct label *label)
{
    struct text name = name_without_colon(text_trim(line)), noun = TEXT("");
    if (name.size < line.size)
        noun = is_latin_text(line) ? noun_following(x, name) : noun_announced(x, last_clause(name));
    if (text_is_empty(noun))
        return false;
    struct label found = label_find(x, noun);
    if (found.kind == LABEL_UNKNOWN)
        found = label_guess(x, noun);
    if (text_is_any(noun, signs_of(x, SIGN_TO_BE_MET)))
        found = label_of(ELEMENT_APPOINTMENT);
    if (text_is_any(noun, signs_of(x, SIGN_TO_BE_DONE)))
        found = label_of(ELEMENT_DUTIES);
    if (found.kind != LABEL_ELEMENT || !kind_has_items(element_row(found.element)->kind))
        return false;
    *label = label_of(found.element);
    return true;
}

/* 「部分成員組成委員會，其職責包括：」: the last clause is a label behind whose it is. */
static bool label_of_last_clause(struct extraction *x, struct text line, struct label *label)
{
    struct text name = name_without_colon(text_trim(line)), clause = last_clause(name);
    size_t width;
    if (name.size == line.size || clause.size == name.size ||
        find_colon(name, &width) != TEXT_NOT_FOUND)
        return false; /* no colon, nothing in front of the clause, or another label */
    clause = text_without_any_start(clause, signs_of(x, SIGN_THEIRS));
    struct label found = label_find(x, clause);
    if (found.kind != LABEL_ELEMENT || !kind_has_items(element_row(found.element)->kind))
        return false;
    *label = label_of(found.element);
    return true;
}

bool part_announcement(struct text line, struct text *front, struct text *clause)
{
    static const char *const stops[] = {"，", "；", ",", ";", NULL};
    struct text name = name_without_colon(text_trim(line));
    size_t begin = name.size - last_clause(name).size;
    *front = text_without_end(text_slice(name, 0, begin), stops);
    *clause = text_from(name, begin);
    return !is_latin_text(line) && text_code_points(*front) >= TOLD_LENGTH;
}

bool label_of_announcement(struct extraction *x, struct text line, struct label *label)
{
    if (!is_latin_text(line))
        return label_of_last_clause(x, line, label);
    struct text_list ends = signs_of(x, SIGN_FOLLOWING_END);
    size_t end = TEXT_NOT_FOUND, joint = text_find(line, TEXT(", but "), 0), size = 0;
    for (size_t i = 0; i < ends.count && end == TEXT_NOT_FOUND; i++) {
        end = text_find(line, ends.texts[i], 0);
        size = ends.texts[i].size;
    }
    if (end == TEXT_NOT_FOUND || begins_in_small_letter(line) ||
        text_code_points(line) > ANNOUNCEMENT_LENGTH)
        return false;
    struct text rest = text_from(line, end + size);
    if (!text_starts_with(rest, TEXT(".")) && !text_starts_with(rest, TEXT(":")))
        return false; /* "the following requirements" */
    struct label guess = label_guess(x, text_slice(line, 0, joint < end ? joint : end));
    if (guess.kind != LABEL_ELEMENT || guess.guess != GUESS_PHRASE)
        return false;
    *label = label_of(guess.element);
    return true;
}
