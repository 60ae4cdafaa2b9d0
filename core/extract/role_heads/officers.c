/*
 * Officers of an association whose rules tell each in a paragraph of its own: "It shall be the duty
 * of the president to preside at the meetings.", "The vice president, if there is one, shall
 * preside in the absence of the president.", "Secretary. The secretary keeps the minutes."; or in a
 * lead over items: "The president shall:". Several below each other, each of another officer, are
 * roles; below the name of a position they are steps of its work, in which others have a part.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include <limits.h>

#define OFFICERS_MIN 3  /* fewer are told in passing */
#define MARKED_MIN 2    /* ... where a mark parts the name from what is told */
#define NAME_BYTES 50   /* of an officer's name, with whose it is */
#define OFFICERS_MAX 50 /* of one row: a bound on work */
#define ARTICLES_MIN 3  /* of rules: 「第五條」 alone may be quoted */
#define HEAD_BYTES 240  /* of a paragraph, in which the sentence says whom it is about */

/* "Section 3. The treasurer …": the sentence behind the number of its section. */
static struct text behind_section(struct text line)
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

/* What its first words say, in one line. */
static struct text first_words(struct extraction *x, struct text sentence)
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
    return !text_is_empty(head) && !text_ends_with(head, TEXT("s")) &&
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
           text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND && names_one_officer(x, words);
}

void watch_positions(struct extraction *x, const struct block *block, bool is_first,
                     unsigned *level)
{
    if (block->kind == BLOCK_HEADING && (*level == 0 || block->level <= *level))
        *level = names_position(x, block) ? block->level : 0;
    else if (is_first && block->kind == BLOCK_PARAGRAPH && names_position(x, block))
        *level = UINT_MAX;
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
                     vocabulary_opening(x->vocabulary, x->scratch, behind) == ELEMENT_DUTIES;
        if (tells && names_one_officer(x, name))
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

/* "The … shall": what stands in front of the gap, and what behind it. */
static struct form form_of(struct text words)
{
    static const struct text gap = TEXT_INIT("…");
    size_t at = text_find(words, gap, 0);
    return (struct form){text_slice(words, 0, at), text_from(words, at + gap.size)};
}

/* Whom one of the forms names in the fewest words; empty: nobody. */
static struct text officer_of_form(struct extraction *x, struct text words, struct text_list forms)
{
    struct text officer = TEXT("");
    for (size_t i = 0; i < forms.count; i++) {
        struct form form = form_of(forms.texts[i]);
        struct text name = officer_with_aside(words, &form);
        if (text_is_empty(name))
            name = between(words, form.before, form.behind);
        name = without_owner(name);
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

/* "Secretary. The secretary shall …": where the sentence behind the name begins; 0: no name. */
static size_t run_in_end(struct extraction *x, struct text sentence)
{
    size_t stop = text_find(sentence, TEXT("."), 0), colon = text_find(sentence, TEXT(":"), 0);
    stop = colon < stop ? colon : stop;
    if (stop == TEXT_NOT_FOUND || stop > NAME_BYTES)
        return 0;
    struct text behind = text_trim(text_from(sentence, stop + 1));
    bool is_told = text_starts_with(behind, TEXT("The ")) ||
                   text_starts_with(behind, TEXT("Shall ")) ||
                   text_find(behind, TEXT(" shall "), 0) != TEXT_NOT_FOUND ||
                   text_find(behind, TEXT(" may "), 0) != TEXT_NOT_FOUND;
    return is_told && names_one_officer(x, text_slice(sentence, 0, stop)) ? stop + 1 : 0;
}

/* "The president shall:", "Duties of the treasurer:": who does what stands below; empty: nobody. */
static struct text officer_of_lead(struct extraction *x, struct text words)
{
    return ends_in_colon(words) ? officer_of_form(x, words, signs_of(x, SIGN_OFFICER_LEADS))
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

bool read_officer(struct extraction *x, struct text words, bool is_announced,
                  struct officer *officer)
{
    struct text rest = behind_section(text_trim(words));
    if (read_lead(x, rest, officer))
        return true;
    struct text sentence = first_words(x, rest);
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
    officer->name = behind > 0 ? text_slice(sentence, 0, behind - 1) : officer_in(x, sentence);
    officer->is_sure = !text_is_empty(officer->name);
    if (!officer->is_sure)
        officer->name = subject_of_act(x, sentence);
    officer->rest = text_trim(text_from(rest, behind));
    return !text_is_empty(officer->name);
}

static bool may_tell_officer(const struct piece *piece)
{
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) && !piece->is_running &&
           !piece->is_role && piece->block->kind == BLOCK_PARAGRAPH;
}

/* Whom the paragraph is about; empty: nobody. is_announced: the heading above speaks of roles. */
static struct officer officer_of(struct extraction *x, const struct piece *piece, bool is_announced)
{
    struct officer officer = {.name = TEXT("")};
    struct post_held held;
    bool is_held = is_announced && piece->is_role && piece->block->kind == BLOCK_PARAGRAPH &&
                   read_post_held(x, piece->text, &held);
    if ((is_held || may_tell_officer(piece)) &&
        read_officer(x, piece->text, is_announced, &officer) && !officer.is_sure && !is_announced)
        officer.name = TEXT("");
    return officer;
}

/* 副社長 of 社長, in either script. */
static bool is_deputy_of(struct text name, struct text other)
{
    static const struct text deputy = TEXT_INIT("副");
    return text_starts_with(name, deputy) && text_equal(text_from(name, deputy.size), other);
}

bool are_officers(const struct officer *first, const struct officer *second, size_t count)
{
    return count >= first->least || (count == 2 && is_deputy_of(second->name, first->name));
}

/* 「二項」: the heading of a paragraph of an article. */
static bool is_bare_number(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && is_number_of_article(piece->text);
}

/* What an officer does stands in items below the lead, which are not numbered as leads are. */
static bool is_below_lead(const struct piece *lead, const struct piece *piece)
{
    bool is_item = piece_looks_like_item(piece) && piece_look(piece) != piece_look(lead);
    return piece->kind == PIECE_WORDS && !piece->is_role &&
           (piece->block->kind == BLOCK_LIST || is_item);
}

/*
 * "4.4 The Treasurer" right over "The Treasurer shall:", or "Treasurer:" over "The Treasurer shall
 * keep …", is the name once more, as a heading.
 */
static bool is_name_over(struct extraction *x, const struct outline *outline,
                         const struct officer *all, size_t i)
{
    static const struct text the = TEXT_INIT("The ");
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    bool is_article = list_label_of(piece->text).kind != LIST_LABEL_NONE;
    bool is_told =
        next < outline->count && (all[next].is_lead || (all[next].is_sure && !is_article));
    if (!is_told || text_is_empty(all[next].name) || piece->block->kind != BLOCK_PARAGRAPH ||
        piece->is_running)
        return false;
    struct text words = name_without_colon(behind_section(text_trim(piece->text)));
    words = text_starts_with(words, the) ? text_from(words, the.size) : words;
    return text_equal(label_folded(x, words), label_folded(x, all[next].name));
}

/*
 * Behind the last of a row of such sentences, none of which is of an officer that had one. Behind
 * another row (has_row), two below a heading of officers are one as well.
 */
static size_t officers_end(struct extraction *x, const struct outline *outline,
                           const struct officer *all, size_t first, bool has_row)
{
    size_t i = first, second = first, last = first, officers = 0;
    for (; i < outline->count && officers < OFFICERS_MAX; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        /* "The secretary keeps the minutes. Other duties include:" leads as well */
        bool leads = all[last].is_lead || ends_in_colon(outline->pieces[last].text);
        bool is_led =
            leads && text_is_empty(all[i].name) && is_below_lead(&outline->pieces[last], piece);
        bool is_name = is_name_over(x, outline, all, i);
        size_t next = outline_next(outline, i);
        bool is_his = i > first && is_list_behind(outline, i, last) && next < outline->count &&
                      !text_is_empty(all[next].name);
        if (i > first && (is_bare_number(piece) || is_led || is_name || is_his) &&
            !(is_led && goes_on_around(outline, i)))
            continue;
        bool is_new = !text_is_empty(all[i].name);
        for (size_t k = first; k < i && is_new; k = outline_next(outline, k))
            is_new = !text_equal_ascii_case(all[i].name, all[k].name) ||
                     !text_equal(all[i].holder, all[k].holder); /* each has his part */
        if (!is_new)
            break;
        second = officers == 1 ? i : second;
        last = i;
        officers++;
    }
    bool is_next_row = has_row && officers > 1 && all[first].is_announced;
    return is_next_row || (officers > 0 && are_officers(&all[first], &all[second], officers))
               ? i
               : first;
}

/* Rules in articles: wherever a sentence is about an officer, it may say what he does. */
static bool has_articles(const struct outline *outline)
{
    size_t articles = 0;
    for (size_t i = 0; i < outline->count && articles < ARTICLES_MIN; i++)
        articles += piece_is_article(&outline->pieces[i]);
    return articles == ARTICLES_MIN;
}

/* The paragraph is read as what it says of its officer. */
static void mark_officer(struct extraction *x, struct piece *piece, const struct officer *officer)
{
    piece->name = text_copy(x->arena, officer->name);
    piece->rest = officer->rest;
    piece->holder = officer->holder;
    piece->kind = officer->is_lead ? PIECE_HEADING : PIECE_WORDS;
    piece->is_role_line = !officer->is_lead;
    piece->is_role = piece->is_duties = officer->is_lead;
    if (officer->is_lead)
        piece->level = LEVEL_NAMED;
}

/* The name stands over its lead, which is a heading of the duties then; or over its sentence. */
static void mark_name(struct piece *above, struct piece *lead)
{
    if (lead->is_role_line) {
        above->kind = PIECE_SKIPPED;
        above->is_repeated = true;
        return;
    }
    above->name = lead->name;
    above->kind = PIECE_HEADING;
    above->level = lead->level;
    above->is_role = true;
    lead->is_role = lead->is_duties = false;
    lead->label = label_of(ELEMENT_DUTIES);
    lead->level++;
}

/* In rules in articles, no heading need say that officers are told of. */
static void read_acting_officer(struct extraction *x, const struct piece *piece,
                                struct officer *officer)
{
    struct text rest = behind_section(text_trim(piece->text));
    if (!text_is_empty(officer->name) || !may_tell_officer(piece) || ends_in_colon(piece->text))
        return;
    *officer = (struct officer){.name = officer_who_acts_in_han(x, first_words(x, rest)),
                                .rest = rest,
                                .least = OFFICERS_MIN,
                                .is_sure = true};
}

/* Where no sentence says what an officer does, one may say what he must. */
static void read_bound_officers(struct extraction *x, const struct outline *outline,
                                struct officer *all)
{
    for (size_t i = 0; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        struct text rest = behind_section(text_trim(piece->text));
        if (text_is_empty(all[i].name) && may_tell_officer(piece) && !ends_in_colon(piece->text))
            all[i] = (struct officer){.name = officer_bound_in_han(x, first_words(x, rest)),
                                      .rest = rest,
                                      .is_weak = true};
    }
}

/* Where in the list of indices stands who is called so; count: nowhere. */
static size_t place_of(const struct officer *all, const size_t *list, size_t count,
                       struct text name)
{
    size_t i = 0;
    while (i < count && !text_equal_ascii_case(all[list[i]].name, name))
        i++;
    return i;
}

/* Officers in whatever articles they are told of, each perhaps in several. */
static bool mark_officers_of_articles(struct extraction *x, struct outline *outline,
                                      struct officer *all)
{
    size_t first[OFFICERS_MAX], count = 0, least = OFFICERS_MIN, roles = 0;
    for (size_t i = 0; i < outline->count && count < OFFICERS_MAX; i = outline_next(outline, i)) {
        roles += outline->pieces[i].is_role;
        if (text_is_empty(all[i].name) || place_of(all, first, count, all[i].name) < count)
            continue;
        first[count++] = i;
        least = all[i].least < least ? all[i].least : least;
    }
    bool is_pair = count == 2 && is_deputy_of(all[first[1]].name, all[first[0]].name);
    if (count == 0 || (count + roles < least && !is_pair))
        return false;
    read_bound_officers(x, outline, all);
    for (size_t i = 0; i < outline->count; i = outline_next(outline, i))
        if (!text_is_empty(all[i].name) && place_of(all, first, count, all[i].name) < count)
            mark_officer(x, &outline->pieces[i], &all[i]);
    return true;
}

/* 「6 人力资源管理」 over 「6.1 角色与职责」, which announces several: its chapter is no role. */
static void drop_chapter_above(struct extraction *x, struct outline *outline, size_t first)
{
    size_t heading = first;
    while (heading > 0 && outline->pieces[heading].kind != PIECE_HEADING)
        heading--;
    struct piece *above = &outline->pieces[outline_previous(outline, heading)];
    if (above->is_role && above->level < outline->pieces[heading].level &&
        !outline_is_position(x, above))
        above->is_role = above->is_duties = false;
}

/* Officers in a row of paragraphs. */
static bool mark_officers_in_rows(struct extraction *x, struct outline *outline,
                                  const struct officer *all)
{
    bool any = false;
    for (size_t i = 0; i < outline->count; i++) {
        size_t end = officers_end(x, outline, all, i, any);
        size_t first = i, last = i;
        for (; i < end; i = outline_next(outline, i)) {
            if (text_is_empty(all[i].name)) {
                outline->pieces[i].is_list_of_line =
                    !all[last].is_lead && is_list_behind(outline, i, last);
                continue;
            }
            last = i;
            mark_officer(x, &outline->pieces[i], &all[i]);
            size_t above = outline_previous(outline, i);
            if (above < i && is_name_over(x, outline, all, above))
                mark_name(&outline->pieces[above], &outline->pieces[i]);
            any = true;
        }
        if (end > first && all[first].is_announced)
            drop_chapter_above(x, outline, first);
        if (end > first && end < outline->count)
            mark_behind_officers(outline, all[first].is_lead, end);
    }
    return any;
}

bool find_officers(struct extraction *x, struct outline *outline)
{
    struct officer *all = arena_new_array(x->scratch, outline->count + 1, struct officer);
    bool is_of_articles = has_articles(outline), is_announced = false;
    unsigned own = 0; /* level of the heading above that names a position */
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        watch_positions(x, piece->block, i == 0, &own);
        all[i] = own > 0 ? (struct officer){.name = TEXT("")} : officer_of(x, piece, is_announced);
        if (is_of_articles && own == 0)
            read_acting_officer(x, piece, &all[i]);
        all[i].is_announced = is_announced;
        if (piece->kind == PIECE_HEADING && text_is_empty(all[i].name) && !is_bare_number(piece))
            is_announced = words_announce_officers(x, piece->text);
    }
    return is_of_articles ? mark_officers_of_articles(x, outline, all)
                          : mark_officers_in_rows(x, outline, all);
}
