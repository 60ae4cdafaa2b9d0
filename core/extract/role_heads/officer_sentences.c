/*
 * Whom a sentence of rules is about: "It shall be the duty of the president to preside at the
 * meetings.", "Secretary. The secretary keeps the minutes.", "The treasurer shall:". officers.c and
 * officer_lists.c tell whether several of them are roles.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include <limits.h>

#define OFFICERS_MIN 3 /* fewer are told in passing */
#define MARKED_MIN 2   /* ... where a mark parts the name from what is told */
#define NAME_BYTES 50  /* of an officer's name, with whose it is */
#define HEAD_BYTES 240 /* of a paragraph, in which the sentence says whom it is about */

struct text sentence_behind_section(struct text line)
{
    static const struct text section = TEXT_INIT("Section ");
    size_t end = text_find(line, TEXT("."), 0);
    bool is_section =
        text_starts_with(line, section) && end != TEXT_NOT_FOUND &&
        text_find(text_slice(line, section.size, end), TEXT(" "), 0) == TEXT_NOT_FOUND;
    return is_section ? text_trim(text_from(line, end + 1)) : list_label_of(line).rest;
}

/* "chapter's recording secretary": without whose it is. */
static struct text without_owner(struct text name)
{
    static const struct text marks[] = {TEXT_INIT("'s "), TEXT_INIT("’s ")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = text_find(name, marks[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_trim(text_from(name, at + marks[i].size));
    }
    return name;
}

/* What stands between the two, where the text begins with the first; empty: it does not. */
static struct text between(struct text text, struct text begin, struct text end)
{
    size_t at = text_starts_with(text, begin) ? text_find(text, end, begin.size) : TEXT_NOT_FOUND;
    return at == TEXT_NOT_FOUND || at > NAME_BYTES + begin.size ? TEXT("")
                                                                : text_slice(text, begin.size, at);
}

struct text first_words_of(struct extraction *x, struct text sentence)
{
    struct text head = text_head(sentence, HEAD_BYTES);
    char *out = arena_alloc(x->scratch, head.size + 1);
    for (size_t i = 0; i < head.size; i++)
        out[i] = head.data[i] == '\n' ? ' ' : head.data[i];
    return (struct text){out, head.size};
}

/* A position or body of several words, and not several of a kind. */
static bool names_one_officer(struct extraction *x, struct text name)
{
    if (text_is_empty(name))
        return false;
    struct text small = fold_text(x->scratch, text_head(name, NAME_BYTES));
    size_t of = text_find(small, TEXT(" of "), 0);
    struct text head = of == TEXT_NOT_FOUND ? small : text_slice(small, 0, of);
    bool are_two = text_find(small, TEXT(" and the "), 0) != TEXT_NOT_FOUND; /* they share a task */
    return !text_is_empty(head) && !are_two && !text_ends_with(head, TEXT("s")) &&
           vocabulary_is_position(x->vocabulary, x->scratch, name);
}

/*
 * "# Clerk": what stands below is one position's own, whoever else has a part in it. 「第二章 職員」
 * is over several.
 */
static bool names_position(struct extraction *x, const struct block *block)
{
    struct text words = text_trim(block_text(x->scratch, block));
    return !text_ends_with_any_word(words, signs_of(x, SIGN_BODY)) &&
           !text_ends_with_any(words, signs_of(x, SIGN_OFFICERS)) &&
           !text_ends_with_any(words, signs_of(x, SIGN_FELLOWS)) &&
           text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND && ends_like_heading(words) &&
           names_one_officer(x, words);
}

void watch_positions(struct extraction *x, const struct block *block, bool is_first,
                     unsigned *level)
{
    if (block->kind == BLOCK_HEADING && (*level == 0 || block->level <= *level))
        *level = names_position(x, block) ? block->level : 0;
    else if (is_first && block->kind == BLOCK_PARAGRAPH && names_position(x, block))
        *level = UINT_MAX;
}

/* In front of the word at the end of the name; empty: it does not end so. */
static struct text name_in_front_of(struct text name, struct text word)
{
    struct text front = text_slice(name, 0, name.size > word.size ? name.size - word.size : 0);
    bool is_word = text_ends_with(front, TEXT(" ")) && text_ends_with(name, word);
    return is_word ? text_trim(front) : TEXT("");
}

/* "president" of "president also": without what belongs to the act behind it. */
static struct text without_act_front(const struct extraction *x, struct text name)
{
    struct text_list fronts = signs_of(x, SIGN_ACT_FRONT);
    size_t size = 0;
    while (size != name.size) {
        size = name.size;
        for (size_t i = 0; i < fronts.count; i++) {
            struct text front = name_in_front_of(name, fronts.texts[i]);
            name = text_is_empty(front) ? name : front;
        }
    }
    return name;
}

/* "The treasurer keeps the books": whom an act is told of; empty: nobody. */
static struct text subject_of_act(struct extraction *x, struct text sentence)
{
    static const struct text the = TEXT_INIT("The ");
    size_t end = text_starts_with(sentence, the) ? the.size : TEXT_NOT_FOUND;
    while (end != TEXT_NOT_FOUND && end < the.size + NAME_BYTES) {
        end = text_find(sentence, TEXT(" "), end + 1);
        struct text name = end == TEXT_NOT_FOUND ? TEXT("") : text_slice(sentence, the.size, end);
        struct text behind = end == TEXT_NOT_FOUND ? name : text_from(sentence, end);
        bool tells = text_starts_with(behind, TEXT(" will ")) ||
                     text_starts_with_any(behind, signs_of(x, SIGN_IS_ALLOWED)) ||
                     vocabulary_opening(x->vocabulary, x->scratch, behind) == ELEMENT_DUTIES;
        name = tells ? without_act_front(x, name) : TEXT("");
        if (names_one_officer(x, name))
            return name;
    }
    return TEXT("");
}

/* What stands in front of an officer's name, and what behind it. */
struct form {
    struct text before, behind;
};

/* "The vice president, being elected by the members, shall": the name in front of the aside. */
static struct text officer_with_aside(struct text words, const struct form *form)
{
    size_t end = text_starts_with(words, form->before)
                     ? text_find(words, form->behind, form->before.size)
                     : TEXT_NOT_FOUND;
    bool has_aside = end != TEXT_NOT_FOUND && end <= HEAD_BYTES && words.data[end - 1] == ',';
    struct text name = has_aside ? text_slice(words, form->before.size, end - 1) : TEXT("");
    size_t comma = text_find(name, TEXT(", "), 0);
    return comma == TEXT_NOT_FOUND ? TEXT("") : text_slice(name, 0, comma);
}

static const struct text gap = TEXT_INIT("…");

/* Whether the words may begin as the form does: most are told from it by the first byte. */
static bool may_begin_as(struct text words, struct text form)
{
    return text_starts_with(form, gap) || (words.size > 0 && words.data[0] == form.data[0]);
}

/* ... and may end as it does, by the last one. */
static bool may_end_as(struct text words, struct text form)
{
    return text_ends_with(form, gap) ||
           (words.size > 0 && words.data[words.size - 1] == form.data[form.size - 1]);
}

/* "The … shall": what stands in front of the gap, and what behind it. */
static struct form form_of(struct text words)
{
    size_t at = text_find(words, gap, 0);
    return (struct form){text_slice(words, 0, at), text_from(words, at + gap.size)};
}

/* Whom one of the forms names in the fewest words; empty: nobody. */
static struct text officer_of_form(struct extraction *x, struct text words, struct text_list forms)
{
    struct text officer = TEXT("");
    for (size_t i = 0; i < forms.count; i++) {
        if (!may_begin_as(words, forms.texts[i]))
            continue;
        struct form form = form_of(forms.texts[i]);
        struct text name = officer_with_aside(words, &form);
        if (text_is_empty(name))
            name = between(words, form.before, form.behind);
        name = without_act_front(x, without_owner(name));
        bool is_less = text_is_empty(officer) || name.size < officer.size;
        if (is_less && names_one_officer(x, name))
            officer = name;
    }
    return officer;
}

/* Whom the sentence gives a duty; empty: nobody. */
static struct text officer_in(struct extraction *x, struct text sentence)
{
    return officer_of_form(x, sentence, signs_of(x, SIGN_OFFICER_TOLD));
}

/* "A treasurer is elected" behind "Treasurer": the sentence begins with the name once more. */
static bool says_name_again(const struct extraction *x, struct text sentence, struct text name)
{
    struct text bare = text_without_any_start_word(sentence, signs_of(x, SIGN_ARTICLE));
    bool is_upper = sentence.size > 0 && sentence.data[0] >= 'A' && sentence.data[0] <= 'Z';
    return bare.size < sentence.size && is_upper && name.size < bare.size &&
           bare.data[name.size] == ' ' && text_equal_ascii_case(text_head(bare, name.size), name);
}

/* "Head Diver A head diver is …": where the sentence begins, no stop in front of it; 0: nowhere. */
static size_t name_again_at(struct extraction *x, struct text sentence)
{
    for (size_t at = 0;
         (at = text_find(sentence, TEXT(" "), at + 1)) != TEXT_NOT_FOUND && at <= NAME_BYTES;) {
        struct text name = text_slice(sentence, 0, at);
        if (says_name_again(x, text_from(sentence, at + 1), name) && names_one_officer(x, name))
            return at + 1;
    }
    return 0;
}

/* "Rigging Group: The rigging group is responsible for …": told so, any body may be one. */
static bool is_charged_again(struct extraction *x, struct text sentence, struct text name)
{
    if (!says_name_again(x, sentence, name) || !is_title_case(name))
        return false;
    size_t begin = text_find(sentence, TEXT(" "), 0) + 1;
    return text_starts_with_any(text_from(sentence, begin + name.size),
                                signs_of(x, SIGN_RESPONSIBLE_FOR));
}

/* "Secretary. The secretary shall …": where the sentence behind the name begins; 0: no name. */
static size_t run_in_end(struct extraction *x, struct text sentence)
{
    size_t stop = text_find(sentence, TEXT("."), 0), colon = text_find(sentence, TEXT(":"), 0);
    stop = colon < stop ? colon : stop;
    if (stop == TEXT_NOT_FOUND || stop > NAME_BYTES)
        return name_again_at(x, sentence);
    struct text behind = text_trim(text_from(sentence, stop + 1));
    bool is_told = text_starts_with_any(behind, signs_of(x, SIGN_RULE_START)) ||
                   says_name_again(x, behind, text_slice(sentence, 0, stop)) ||
                   text_holds_any(behind, signs_of(x, SIGN_SHALL)) ||
                   text_holds_any(behind, signs_of(x, SIGN_IS_ALLOWED));
    struct text name = text_slice(sentence, 0, stop);
    return is_told && (names_one_officer(x, name) || is_charged_again(x, behind, name)) ? stop + 1
                                                                                        : 0;
}

/* "The president shall", where some authors put no colon: the sentence breaks off there. */
static bool breaks_off(struct text words, struct text_list forms)
{
    for (size_t i = 0; i < forms.count; i++) {
        if (!may_end_as(words, forms.texts[i]))
            continue;
        struct text behind = form_of(forms.texts[i]).behind;
        if (!text_is_empty(behind) && text_ends_with(words, behind))
            return true;
    }
    return false;
}

/* "The president shall:", "Duties of the treasurer:": who does what stands below; empty: nobody. */
static struct text officer_of_lead(struct extraction *x, struct text words)
{
    struct text_list forms = signs_of(x, SIGN_OFFICER_LEADS);
    return ends_in_colon(words) || breaks_off(words, forms) ? officer_of_form(x, words, forms)
                                                            : TEXT("");
}

/*
 * "The president shall:", perhaps behind "President.": over items it is a lead; what he does may
 * also stand in the next lines of the paragraph.
 */
static bool read_lead(struct extraction *x, struct text words, struct officer *officer)
{
    size_t end = text_find(words, TEXT("\n"), 0);
    struct text line = text_trim(text_slice(words, 0, end < words.size ? end : words.size));
    struct text name = officer_of_lead(x, text_trim(text_from(line, run_in_end(x, line))));
    *officer = (struct officer){.name = name,
                                .rest = text_trim(text_from(words, line.size)),
                                .is_sure = !text_is_empty(name),
                                .is_lead = !text_is_empty(name) && end == TEXT_NOT_FOUND,
                                .least = MARKED_MIN};
    return officer->is_sure;
}

/* What stands in the gap of the form that the line is, but for a colon; empty: it is another. */
static struct text gap_of(struct text line, struct text_list forms)
{
    struct text words = name_without_colon(line);
    for (size_t i = 0; i < forms.count; i++) {
        if (!may_begin_as(words, forms.texts[i]) || !may_end_as(words, forms.texts[i]))
            continue;
        struct form form = form_of(forms.texts[i]);
        if (!text_is_empty(form.behind) && text_starts_with(words, form.before) &&
            text_ends_with(words, form.behind) && words.size > form.before.size + form.behind.size)
            return text_slice(words, form.before.size, words.size - form.behind.size);
    }
    return TEXT("");
}

/*
 * "The state delegates shall:" below a heading that speaks of officers: whoever they are, if not
 * all of these.
 */
static bool read_announced_lead(struct extraction *x, struct text words, struct officer *officer)
{
    struct text name = gap_of(words, signs_of(x, SIGN_OFFICER_LEADS));
    if (text_is_empty(name) || name.size > NAME_BYTES ||
        text_ends_with(fold_text(x->scratch, name), TEXT("officers")))
        return false;
    *officer = (struct officer){
        .name = name, .rest = TEXT(""), .is_sure = true, .is_lead = true, .least = MARKED_MIN};
    return true;
}

bool read_officer(struct extraction *x, struct text words, bool is_announced,
                  struct officer *officer)
{
    struct text rest = sentence_behind_section(text_trim(words));
    if (read_lead(x, rest, officer) || (is_announced && read_announced_lead(x, rest, officer)))
        return true;
    struct text sentence = first_words_of(x, rest);
    size_t behind;
    bool is_marked = false;
    struct post_held held;
    if (is_announced && read_post_held(x, rest, &held)) {
        bool is_lead = ends_in_colon(held.words); /* 「…担任组长，职责如下：」 */
        *officer = (struct officer){.name = held.post,
                                    .rest = is_lead ? TEXT("") : held.words,
                                    .holder = held.holder,
                                    .is_sure = true,
                                    .is_lead = is_lead,
                                    .least = MARKED_MIN};
        return true;
    }
    officer->is_sure =
        !is_latin_text(sentence) &&
        read_officer_in_han(x, sentence, is_announced, &officer->name, &behind, &is_marked);
    officer->least = is_marked ? MARKED_MIN : OFFICERS_MIN;
    if (officer->is_sure) {
        officer->rest = text_trim(text_from(rest, behind));
        return true;
    }
    behind = run_in_end(x, sentence);
    bool is_again = behind > 0 && says_name_again(x, text_trim(text_from(sentence, behind)),
                                                  text_slice(sentence, 0, behind - 1));
    officer->least = behind > 0 && (is_announced || is_again) ? MARKED_MIN : OFFICERS_MIN;
    officer->name = behind > 0 ? text_slice(sentence, 0, behind - 1) : officer_in(x, sentence);
    officer->is_sure = !text_is_empty(officer->name);
    if (!officer->is_sure)
        officer->name = subject_of_act(x, sentence);
    officer->rest = text_trim(text_from(rest, behind));
    return !text_is_empty(officer->name);
}
