/*
 * Sentences that do a heading's work: what they announce is said in front of "the following" or "as
 * follows".
 */
#include "core/base/script.h"
#include "core/extract/label.h"

#define ANNOUNCEMENT_LENGTH 160 /* letters, with the remark behind it */

bool label_of_announcement(struct extraction *x, struct text line, struct label *label)
{
    static const struct text ends[] = {TEXT_INIT(" the following"), TEXT_INIT(" as follows")};
    struct text found = ends[0];
    size_t end = text_find(line, found, 0), joint = text_find(line, TEXT(", but "), 0);
    if (end == TEXT_NOT_FOUND) {
        found = ends[1];
        end = text_find(line, found, 0);
    }
    if (end == TEXT_NOT_FOUND || begins_in_small_letter(line) ||
        text_code_points(line) > ANNOUNCEMENT_LENGTH)
        return false;
    struct text rest = text_from(line, end + found.size);
    if (!text_starts_with(rest, TEXT(".")) && !text_starts_with(rest, TEXT(":")))
        return false; /* "the following requirements" */
    struct label guess = label_guess(x, text_slice(line, 0, joint < end ? joint : end));
    if (guess.kind != LABEL_ELEMENT || guess.guess != GUESS_PHRASE)
        return false;
    *label = label_of(guess.element);
    return true;
}
