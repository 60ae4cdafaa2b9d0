/*
 * "Reporting to the Harbour Master, the Berth Planner sets the week's moorings.", "You will report
 * to our Head of Service and lead five clerks.": a superior told within what the role is for, where
 * nothing else says who it is. The sentence stays as it is.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/model/fold.h"

#define NAME_MAX 60  /* letters of the superior's name */
#define PLACES_MAX 8 /* where such words stand in a text: a bound on work */

/* What goes on behind a name: "and lead", "who", "this". A name goes on in "and Service", "of the". */
static bool begins_clause(struct text words, size_t at)
{
    static const char *const joints[] = {" of", " for", NULL};
    static const struct text article = TEXT_INIT(" the ");
    static const char *const begins[] = {" you ",  " who ",    " this ", " the ", " while ",
                                         " with ", " within ", " as ",   " is ",  " and the ",
                                         " (",     " – ",      " — ",    " - ",   NULL};
    static const struct text joint = TEXT_INIT(" and ");
    struct text rest = text_from(words, at);
    if (text_starts_with(rest, article) && text_ends_with_one_of(text_slice(words, 0, at), joints))
        return false;
    return text_starts_with_one_of(rest, begins) ||
           (text_starts_with(rest, joint) && begins_in_small_letter(text_from(rest, joint.size)));
}

static struct text name_in_front(struct text words)
{
    size_t end = 0;
    for (; end < words.size; end++) {
        char c = words.data[end];
        if (c == ',' || c == ';' || c == '\n' || (c == '.' && !is_abbreviation(words, end)) ||
            (c == ' ' && begins_clause(words, end)))
            break;
    }
    return text_trim(text_slice(words, 0, end));
}

/* Of what stands in front, the sentence that goes on: without the ones that ended. */
static struct text open_sentence(struct text front)
{
    size_t begin = front.size;
    while (begin > 0) {
        char c = front.data[begin - 1];
        bool is_stop = c == '.' && begin < front.size && front.data[begin] == ' ' &&
                       !is_abbreviation(front, begin - 1);
        if (is_stop || c == '\n' || c == '!')
            break;
        begin--;
    }
    return text_trim(text_from(front, begin));
}

/* Who reports is the holder: spoken to, called by its name or "position", or told of only behind. */
static bool is_of_holder(struct extraction *x, struct text title, struct text front)
{
    static const char *const open[] = {",", "(", NULL};
    struct text words = open_sentence(front);
    struct text folded = fold_text(x->scratch, words);
    return text_is_empty(words) || text_ends_with_one_of(words, open) ||
           text_starts_with(folded, TEXT("you ")) ||
           text_find(folded, TEXT(" you "), 0) != TEXT_NOT_FOUND ||
           text_holds_any(folded, signs_of(x, SIGN_HOLDER)) ||
           (!text_is_empty(title) && text_find(folded, title, 0) != TEXT_NOT_FOUND);
}

/* Behind the next such words, *begin: where they begin; TEXT_NOT_FOUND: there are none. */
static size_t behind_reporting(struct extraction *x, struct text words, size_t *begin)
{
    struct text_list reporting = signs_of(x, SIGN_REPORTING);
    size_t found = TEXT_NOT_FOUND, behind = TEXT_NOT_FOUND;
    for (size_t i = 0; i < reporting.count; i++) {
        size_t at = text_find(words, reporting.texts[i], *begin);
        if (at == TEXT_NOT_FOUND || at >= found ||
            (at > 0 && words.data[at - 1] != ' ' && words.data[at - 1] != '(' &&
             words.data[at - 1] != '\n'))
            continue;
        found = at;
        behind = at + reporting.texts[i].size;
    }
    *begin = found;
    return behind;
}

bool reports_are_papers(struct text sentence, struct text reporting)
{
    return text_starts_with(sentence, TEXT("You ")) &&
           text_starts_with(text_trim(reporting), TEXT("reports "));
}

/* The superior whom the words name; empty: they name none. */
static struct text superior_in(struct extraction *x, struct text title, struct text words)
{
    for (size_t begin = 0, places = 0; places < PLACES_MAX; places++) {
        size_t behind = behind_reporting(x, words, &begin);
        if (behind == TEXT_NOT_FOUND)
            break;
        struct text name = text_without_any_start_word(name_in_front(text_from(words, behind)),
                                                       signs_of(x, SIGN_ARTICLE));
        struct text folded = fold_text(x->scratch, name);
        bool are_papers =
            reports_are_papers(open_sentence(text_slice(words, 0, begin)), text_from(words, begin));
        bool is_own = !text_is_empty(title) && text_find(folded, title, 0) != TEXT_NOT_FOUND;
        if (!text_is_empty(name) && text_code_points(name) <= NAME_MAX && !is_own && !are_papers &&
            vocabulary_is_position(x->vocabulary, x->scratch, name) &&
            is_of_holder(x, title, text_slice(words, 0, begin)))
            return name;
        begin = behind;
    }
    return TEXT("");
}

void fill_superiors(struct extraction *x)
{
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct records *superior = &role->values[ELEMENT_REPORTS_TO];
        const struct records *purpose = &role->values[ELEMENT_PURPOSE];
        if (superior->state != STATE_ABSENT || purpose->count == 0)
            continue;
        struct text title = fold_text(x->scratch, label_without_remark(role_title(role)));
        const struct record *told = &purpose->rows[0];
        struct text name = superior_in(x, title, told->text);
        if (!text_is_empty(name))
            record_append(x->handbook, superior, name, told->at);
    }
}
