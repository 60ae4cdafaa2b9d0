/*
 * Officers of an association whose rules tell each in a paragraph of its own: "It shall be the duty
 * of the president to preside at the meetings.", "The vice president, if there is one, shall
 * preside in the absence of the president.", "Secretary. The secretary keeps the minutes."; or in a
 * lead over items: "The president shall:". Several below each other, each of another officer, are
 * roles; below the name of a position they are steps of its work, in which others have a part.
 */
#include "core/extract/role_heads/officers.h"
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"
#include "core/model/list_label.h"

#define OFFICERS_MIN 3  /* fewer are told in passing */
#define OFFICERS_MAX 50 /* of one row: a bound on work */
#define ARTICLES_MIN 3  /* of rules: 「第五條」 alone may be quoted */

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
static bool is_deputy_of(const struct extraction *x, struct text name, struct text other)
{
    struct text bare = text_without_any_start(name, signs_of(x, SIGN_DEPUTY));
    return bare.size < name.size && text_equal(bare, other);
}

bool are_officers(const struct extraction *x, const struct officer *first,
                  const struct officer *second, size_t count)
{
    return count >= first->least || (count == 2 && is_deputy_of(x, second->name, first->name));
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
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    bool is_article = list_label_of(piece->text).kind != LIST_LABEL_NONE;
    bool is_told =
        next < outline->count && (all[next].is_lead || (all[next].is_sure && !is_article));
    if (!is_told || text_is_empty(all[next].name) || piece->block->kind != BLOCK_PARAGRAPH ||
        piece->is_running)
        return false;
    struct text words = name_without_colon(sentence_behind_section(text_trim(piece->text)));
    words = text_without_any_start_word(words, signs_of(x, SIGN_ARTICLE));
    return text_equal(label_folded(x, words), label_folded(x, all[next].name));
}

/* "Members:" over their names, or in front of them: who belongs to the body of the sentence above. */
static bool is_of_members(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t before = outline_previous(outline, i);
    if (piece->block->kind == BLOCK_LIST && before < i)
        piece = &outline->pieces[before];
    size_t colon = text_find(piece->text, TEXT(":"), 0);
    struct text label = text_slice(piece->text, 0, colon == TEXT_NOT_FOUND ? 0 : colon);
    return text_is_any(label_folded(x, label), signs_of(x, SIGN_MEMBERS));
}

/* A further sentence about the officer of the last one: "The President may appoint committees." */
static bool is_of_same(const struct officer *officer, const struct officer *last)
{
    return !text_is_empty(officer->name) && !officer->is_lead && !last->is_lead &&
           text_equal_ascii_case(officer->name, last->name) &&
           text_equal(officer->holder, last->holder);
}

/* With it no row begins, since none begins with the first sentence about the same officer. */
static bool is_tried(const struct officer *officer, const struct officer *first)
{
    return is_of_same(officer, first) && officer->least >= first->least &&
           officer->is_announced <= first->is_announced;
}

/* "The President may, between meetings:" says more of the officer of the last lead. */
static bool is_further_lead(struct extraction *x, const struct piece *piece)
{
    return piece->kind != PIECE_TABLE && piece->block->kind == BLOCK_PARAGRAPH &&
           !text_is_empty(label_with_pronoun(x, piece->text));
}

/*
 * Behind the last of a row of such sentences, none of which is of an officer that had one. Behind
 * another row (has_row), two below a heading of officers are one as well.
 * out      second  where the next officer is told of; behind all that is said of the first one
 */
static size_t officers_end(struct extraction *x, const struct outline *outline,
                           const struct officer *all, size_t first, bool has_row, size_t *second)
{
    size_t i = first, last = first, officers = 0;
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
        bool goes_on = i > first && is_of_same(&all[i], &all[last]);
        last = goes_on ? i : last;
        bool is_between = is_bare_number(piece) || is_led || is_name || is_his || goes_on ||
                          (text_is_empty(all[i].name) && is_of_members(x, outline, i)) ||
                          (text_is_empty(all[i].name) && is_further_lead(x, piece));
        if (i > first && is_between && !(is_led && goes_on_around(outline, i)))
            continue;
        bool is_new = !text_is_empty(all[i].name);
        for (size_t k = first; k < i && is_new; k = outline_next(outline, k))
            is_new = !text_equal_ascii_case(all[i].name, all[k].name) ||
                     !text_equal(all[i].holder, all[k].holder); /* each has his part */
        if (!is_new)
            break;
        *second = officers == 1 ? i : *second;
        last = i;
        officers++;
    }
    *second = officers < 2 ? i : *second;
    bool is_next_row = has_row && officers > 1 && all[first].is_announced;
    return is_next_row || (officers > 0 && are_officers(x, &all[first], &all[*second], officers))
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
    struct text rest = sentence_behind_section(text_trim(piece->text));
    if (!text_is_empty(officer->name) || !may_tell_officer(piece) || ends_in_colon(piece->text))
        return;
    *officer = (struct officer){.name = officer_who_acts_in_han(x, first_words_of(x, rest)),
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
        struct text rest = sentence_behind_section(text_trim(piece->text));
        if (text_is_empty(all[i].name) && may_tell_officer(piece) && !ends_in_colon(piece->text))
            all[i] = (struct officer){.name = officer_bound_in_han(x, first_words_of(x, rest)),
                                      .rest = rest};
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
    bool is_pair = count == 2 && is_deputy_of(x, all[first[1]].name, all[first[0]].name);
    if (count == 0 || (count + roles < least && !is_pair))
        return false;
    read_bound_officers(x, outline, all);
    for (size_t i = 0; i < outline->count; i = outline_next(outline, i))
        if (!text_is_empty(all[i].name) && place_of(all, first, count, all[i].name) < count)
            mark_officer(x, &outline->pieces[i], &all[i]);
    return true;
}

/* 「6 人力资源管理」 over 「6.1 角色与职责」, which announces several: its chapter is no role. */
static void drop_chapter_above(struct extraction *x, struct outline *outline, size_t first,
                               size_t before)
{
    size_t heading = first;
    while (heading > before && outline->pieces[heading].kind != PIECE_HEADING)
        heading--;
    if (outline->pieces[heading].kind != PIECE_HEADING)
        return; /* the row in front stands below the same */
    struct piece *above = &outline->pieces[outline_previous(outline, heading)];
    if (above->is_role && above->level < outline->pieces[heading].level &&
        !outline_is_position(x, above))
        above->is_role = above->is_duties = false;
}

/* "Offices" right above them is over several, and no label of the department that one is in. */
static void settle_line_above(struct extraction *x, struct outline *outline, size_t first)
{
    size_t above = outline_previous(outline, first);
    struct piece *piece = &outline->pieces[above];
    if (above < first && piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
        piece->label.element == ELEMENT_DEPARTMENT && words_announce_officers(x, piece->text))
        piece->label = label_of(ELEMENT_COUNT);
}

/* Officers in a row of paragraphs. */
static bool mark_officers_in_rows(struct extraction *x, struct outline *outline,
                                  const struct officer *all)
{
    bool any = false;
    size_t row_end = 0, tried = 0, second = 0;
    for (size_t i = 0; i < outline->count; i++) {
        if (text_is_empty(all[i].name) || (i < second && is_tried(&all[i], &all[tried])))
            continue;
        tried = i;
        size_t end = officers_end(x, outline, all, i, any, &second);
        size_t first = i, last = i;
        for (; i < end; i = outline_next(outline, i)) {
            if (text_is_empty(all[i].name)) {
                outline->pieces[i].is_list_of_line =
                    !all[last].is_lead && is_list_behind(outline, i, last);
                continue;
            }
            outline->pieces[i].is_of_table_role = i > first && is_of_same(&all[i], &all[last]);
            last = i;
            mark_officer(x, &outline->pieces[i], &all[i]);
            size_t above = outline_previous(outline, i);
            if (above < i && is_name_over(x, outline, all, above))
                mark_name(&outline->pieces[above], &outline->pieces[i]);
            any = true;
        }
        if (end > first)
            settle_line_above(x, outline, first);
        if (end > first && all[first].is_announced)
            drop_chapter_above(x, outline, first, row_end);
        row_end = end > first ? end : row_end;
        if (end > first && end < outline->count)
            mark_behind_officers(outline, all[first].is_lead, end);
    }
    return any;
}

/*
 * 「秘書長行使下列職權：」 over the items, whose acts no other has: which of them the piece stands
 * below, where above was that of the piece in front; SIZE_MAX: below none.
 */
static size_t charge_over(const struct outline *outline, size_t index, size_t above)
{
    const struct piece *piece = &outline->pieces[index];
    if (piece->is_charge)
        return index;
    if (above == SIZE_MAX || !piece_is_item(piece) || piece_is_article(piece))
        return SIZE_MAX;
    size_t before = outline_previous(outline, index);
    bool goes_on = before == above || piece_look(piece) == piece_look(&outline->pieces[before]);
    return goes_on ? above : SIZE_MAX;
}

bool find_officers(struct extraction *x, struct outline *outline)
{
    struct officer *all = arena_new_array(x->scratch, outline->count + 1, struct officer);
    bool is_of_articles = has_articles(outline), is_announced = false;
    unsigned own = 0; /* level of the heading above that names a position */
    size_t charge = SIZE_MAX;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        watch_positions(x, piece->block, i == 0, &own);
        charge = charge_over(outline, i, charge);
        all[i] = own > 0 || charge < i ? (struct officer){.name = TEXT("")}
                                       : officer_of(x, piece, is_announced);
        if (is_of_articles && own == 0 && charge >= i)
            read_acting_officer(x, piece, &all[i]);
        all[i].is_announced = is_announced;
        if (piece->kind == PIECE_HEADING && text_is_empty(all[i].name) && !is_bare_number(piece))
            is_announced = words_announce_officers(x, piece->text);
        else if (piece->kind == PIECE_WORDS && text_is_empty(all[i].name))
            is_announced |= announces_units_in_han(x, piece->text);
        if (piece->block->kind == BLOCK_LIST) /* "4. Offices", its last item */
            is_announced |= words_announce_officers(x, words_right_above(x, piece->block));
    }
    return is_of_articles ? mark_officers_of_articles(x, outline, all)
                          : mark_officers_in_rows(x, outline, all);
}
