/*
 * A series is several heads of one look, each in front of a body of its own: 「店長：管理門市」 and
 * the lines or items like it. Names of roles are an open class; that heads are such names is told
 * by the series, and the evidence is weighed in points:
 *
 * for      the share of the heads that name a position, an office, or a unit of which the words
 *          tell more; the share of the bodies that say what somebody does; a heading, caption,
 *          first line or file name that speaks of roles, the more where the heads are numbered;
 *          that the series is half of the document, if bodies tell anything
 * against  the share of the heads that are documents, steps or times; the share of the bodies that
 *          are names of people and say no more
 *
 * One head at least names a position, whatever the others weigh. Several heads that all name
 * positions or units, half of them with words that say what somebody does, are roles wherever
 * they stand, but below a known section of a role: 財務部 among its relations is none. So are two
 * that both are positions with the number of their holders, over lists.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_number.h"

#define POINTS_MIN 8     /* of a series of roles */
#define POINTS_KNOWN 4   /* where all heads name a position, fewer for a share of them */
#define POINTS_TOLD 3    /* where two thirds of the bodies say what somebody does, alike */
#define POINTS_PLACE 4   /* what stands above speaks of roles, or it is half of the document */
#define POINTS_MORE 1    /* where both is so, or what is announced is numbered */
#define POINTS_AGAINST 2 /* for each that a share weighs */
#define KIN_MIN 4        /* heads that all name positions or units: as many are no chance */
#define POSTS_MIN 2      /* ... that all have the number of their holders as well */
#define CLAUSE 20        /* Han of words that announce, at most */
#define LATIN_CLAUSE 60  /* letters, alike */
#define PERSON_LENGTH 4  /* Han of somebody's name */
#define PEOPLE_LENGTH 60 /* letters of a list of people */
#define DEEDS_BYTES 240  /* of things that somebody does */
#define DEED_HAN 2       /* of the name of an act behind its thing */
#define POST_LENGTH 8    /* Han of who holds a role by another: 「組長：教務主任」 */

/* ---- the evidence is weighed ---- */

/* Any 1, a third 2, two thirds 3, all 4; at most max. */
static int share_points(size_t part, size_t all, int max)
{
    int points = (part > 0) + (3 * part >= all) + (3 * part >= 2 * all) + (part == all);
    return points < max ? points : max;
}

bool series_is_of_roles(const struct series *series)
{
    size_t heads = series->heads;
    size_t known = series->known + (series->is_announced ? series->offices : 0);
    size_t told = series->told + (series->is_announced && known > 0 ? series->deeds : 0);
    bool is_page = series->is_page && series->told > 0;
    int points = share_points(known, heads, POINTS_KNOWN) + share_points(told, heads, POINTS_TOLD) +
                 (series->is_announced || is_page ? POINTS_PLACE : 0) +
                 (series->is_announced && (is_page || series->is_marked) ? POINTS_MORE : 0) -
                 POINTS_AGAINST * share_points(series->strange, heads, POINTS_KNOWN);
    /* "Roles" over "Note-taker: writes the summary": no word of a position is needed there */
    bool is_sure = series->is_announced && series->told == heads && series->strange == 0;
    return (known > 0 || is_sure) && series->people <= heads && points >= POINTS_MIN;
}

bool series_is_sure(const struct series *series)
{
    return series->is_announced && series->heads > 1 && series->known == series->heads &&
           2 * series->told >= series->heads && series->people == 0;
}

bool series_are_kin(const struct series *series)
{
    size_t least = series->posts == series->heads ? POSTS_MIN : KIN_MIN;
    return series->heads >= least && series->kin == series->heads && series->people == 0 &&
           2 * series->told >= series->heads;
}

/* ---- what heads and bodies are ---- */

/* 「原型設計、介面規劃」: things parted by 、, most of which end in the name of an act. */
static bool lists_deeds(struct extraction *x, struct text words)
{
    static const struct text comma = TEXT_INIT("、");
    size_t parts = 0, deeds = 0;
    if (is_latin_text(words) || words.size > DEEDS_BYTES)
        return false;
    for (size_t end = 0; end != TEXT_NOT_FOUND; parts++) {
        end = text_find(words, comma, 0);
        struct text part =
            text_trim(text_slice(words, 0, end == TEXT_NOT_FOUND ? words.size : end));
        size_t at = part.size;
        for (int i = 0; i < DEED_HAN && at > 0; i++)
            text_previous(part, &at);
        deeds += at > 0 && vocabulary_opening(x->vocabulary, x->scratch, text_from(part, at)) ==
                               ELEMENT_DUTIES;
        words = text_from(words, end == TEXT_NOT_FOUND ? words.size : end + comma.size);
    }
    return parts > 1 && 2 * deeds >= parts;
}

/* 「王小明、李大華」: nothing in it is longer than a name; 「桌面整齊，借還清楚」 are clauses. */
static bool are_people_in_han(struct text words)
{
    static const struct text joints = TEXT_INIT("、，, ；;。/／");
    bool has_clauses = text_find(words, TEXT("，"), 0) != TEXT_NOT_FOUND;
    size_t length = 0, max = has_clauses ? PERSON_LENGTH - 1 : PERSON_LENGTH;
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        text_next(words, &at);
        bool is_joint = text_find(joints, text_slice(words, begin, at), 0) != TEXT_NOT_FOUND;
        length = is_joint ? 0 : length + 1;
        if (length > max)
            return false;
    }
    return text_find(words, TEXT("的"), 0) == TEXT_NOT_FOUND;
}

bool are_people(struct extraction *x, struct text words)
{
    bool is_post = text_code_points(words) <= POST_LENGTH && !is_latin_text(words) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, words);
    if (is_post)
        return true;
    if (text_is_empty(words) ||
        vocabulary_opening(x->vocabulary, x->scratch, words) != ELEMENT_COUNT)
        return false;
    return is_latin_text(words) ? text_code_points(words) <= PEOPLE_LENGTH && is_title_case(words)
                                : are_people_in_han(words);
}

/* "Phase 2", "Step 1: Intake": the word and a number. */
static bool is_numbered_part(const struct extraction *x, struct text folded)
{
    struct text number = text_without_any_start_word(folded, signs_of(x, SIGN_NUMBERED_PART));
    return number.size < folded.size && is_ascii_digit(number.data[0]);
}

bool is_part_of_plan(struct extraction *x, struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    return is_numbered_part(x, folded) ||
           text_starts_with_any(folded, signs_of(x, SIGN_PLAN_START)) ||
           text_ends_with_any(folded, signs_of(x, SIGN_PLAN_END));
}

bool is_numbered_stage(const struct extraction *x, struct text words)
{
    struct text number = text_without_any_start(words, signs_of(x, SIGN_STAGE));
    return number.size < words.size && list_label_number(number) > 0;
}

bool series_tells_who(struct extraction *x, const struct role_item *item)
{
    return item->list == NULL && are_people(x, item->words) && !role_item_tells(x, item);
}

/* "Mia Berg", "Ola Dahl": who they are, and nothing that they do. */
static bool is_list_of_people(struct extraction *x, const struct block *list)
{
    const struct block *item = list->children;
    for (struct text words; item != NULL; item = item->next) {
        words = text_trim(whole_block_text(x->scratch, item));
        if (!are_people(x, words) || text_find(words, TEXT(" "), 0) == TEXT_NOT_FOUND)
            return false;
    }
    return true;
}

bool role_item_is_post(struct extraction *x, const struct role_item *item)
{
    bool is_counted = !text_is_empty(item->count) || names_headcount(x, item->name);
    return is_counted && item->list != NULL && is_post_name(x, item->name) &&
           !is_list_of_people(x, item->list);
}

/* A document, a step, a time, or an act: 「制定計畫：」 is a duty with its caption. */
static bool is_strange(struct extraction *x, struct text name, bool tells)
{
    if (vocabulary_opening(x->vocabulary, x->scratch, name) == ELEMENT_DUTIES)
        return true;
    return !tells &&
           (vocabulary_is_no_role(x->vocabulary, x->scratch, name) || is_part_of_plan(x, name));
}

bool series_add_head(struct extraction *x, struct series *series, struct text name, bool tells,
                     bool says_name)
{
    name = label_without_remark(name);
    bool is_unit = is_department(x, name), is_charged = series->is_of_charges && is_unit;
    bool is_office = vocabulary_is_office(x->vocabulary, x->scratch, name) || is_charged;
    bool is_known = vocabulary_is_position(x->vocabulary, x->scratch, name) ||
                    (series->is_announced && is_craft(x, name)) || /* 剪輯 of a team */
                    (tells && (is_office || is_unit || says_name));
    series->heads++;
    series->kin += is_unit || vocabulary_is_position(x->vocabulary, x->scratch, name);
    series->known += is_known;
    series->offices += is_office && !is_known;
    series->told += tells;
    series->strange += !is_known && !is_office && is_strange(x, name, tells);
    return is_known || is_charged;
}

void series_add_item(struct extraction *x, struct series *series, const struct role_item *item)
{
    if (series_tells_who(x, item)) {
        series->people++;
        return;
    }
    series_add_head(x, series, item->name, role_item_tells(x, item), role_item_says_name(x, item));
    series->deeds += !role_item_tells(x, item) && lists_deeds(x, item->words);
    series->posts += role_item_is_post(x, item);
    series->bare += item->is_bare;
    series->teams += item->is_bare && item->team != NULL;
}

/* ---- what stands above ---- */

/* What the last clause of a heading or caption says; empty: it is none. */
static struct text last_clause(struct text words)
{
    words = text_trim(words);
    for (size_t comma; (comma = text_find(words, TEXT("，"), 0)) != TEXT_NOT_FOUND;)
        words = text_from(words, comma + TEXT("，").size);
    struct text name = name_without_colon(words);
    bool is_short = text_code_points(name) <= (is_latin_text(name) ? LATIN_CLAUSE : CLAUSE);
    return is_short && ends_like_heading(name) ? name : TEXT("");
}

bool series_announces_positions(const struct extraction *x, struct text words)
{
    return text_holds_any(last_clause(words), signs_of(x, SIGN_POSITIONS_FOLLOW));
}

/* "Officers' Duties", "Officer Responsibilities": those of each are told below. */
static bool announces_duties_of_officers(struct extraction *x, struct text words)
{
    static const struct text word = TEXT_INIT("fficer");
    struct text name;
    bool is_duties;
    return text_find(words, word, 0) != TEXT_NOT_FOUND &&
           label_role_name(x, words, &name, &is_duties) && is_duties &&
           (text_equal_ascii_case(name, TEXT("Officer")) ||
            text_equal_ascii_case(name, TEXT("Officers")));
}

static bool announces(struct extraction *x, struct text words)
{
    struct text clause = last_clause(words);
    return series_announces_positions(x, words) ||
           text_holds_any(clause, signs_of(x, SIGN_ROLES_FOLLOW)) ||
           text_ends_with_any(clause, signs_of(x, SIGN_ROLES_FOLLOW_END)) ||
           (!text_is_empty(clause) &&
            (words_announce_roles(x, words) || announces_duties_of_officers(x, clause)));
}

static bool has_part_that_announces(struct extraction *x, struct text words)
{
    static const struct text mark = TEXT_INIT("; "); /* "Officers' Duties; Fiscal Year" */
    struct text rest = behind_latin_article(x, words);
    rest = text_is_empty(rest) ? words : rest;
    for (size_t end; (end = text_find(rest, mark, 0)) != TEXT_NOT_FOUND;
         rest = text_from(rest, end + mark.size))
        if (announces(x, text_slice(rest, 0, end)))
            return true;
    return announces(x, rest);
}

bool series_announced_by(struct extraction *x, struct text words)
{
    return words_answer(x, WORDS_ANNOUNCE_SERIES, words, has_part_that_announces);
}

bool series_is_titled(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *title = &outline->pieces[0];
    return (index > 0 && title->block->kind != BLOCK_LIST && series_announced_by(x, title->text)) ||
           series_announced_by(x, file_stem(x->document->source));
}

const struct piece *series_line_above(const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index);
    const struct piece *line = &outline->pieces[above];
    bool is_line =
        above < index && line->kind == PIECE_WORDS && line->block->kind == BLOCK_PARAGRAPH &&
        (piece_look(line) != piece_look(&outline->pieces[index]) || ends_in_colon(line->text) ||
         piece_is_numbered_below(&outline->pieces[index], line));
    return is_line ? line : NULL;
}

void series_note_headings(struct extraction *x, struct outline *outline)
{
    struct over over = {0, 0};
    outline->over = arena_new_array(x->scratch, outline->count, struct over);
    for (size_t i = 0; i < outline->count; i++) {
        over.heading = outline->pieces[i].kind == PIECE_HEADING ? i : over.heading;
        over.heading_block =
            outline->pieces[i].block->kind == BLOCK_HEADING ? i : over.heading_block;
        outline->over[i] = over;
    }
}

/* The heading that a piece is or stands below; without one, the first piece of all. */
static size_t heading_over(const struct outline *outline, size_t index)
{
    return outline->over[index].heading;
}

bool series_is_announced(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t heading = heading_over(outline, index);
    const struct piece *line = series_line_above(outline, index);
    return (line != NULL && series_announced_by(x, line->text)) ||
           (heading < index && series_is_below(x, outline, heading)) ||
           series_is_titled(x, outline, index);
}

/*
 * "Section II: Duties of Officers" right above: in a constitution, no other list is of roles. A line
 * may stand between, 「本會設下列各組，其職掌如下：」.
 */
bool series_is_right_below(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index);
    const struct piece *line = series_line_above(outline, index);
    if (line != NULL && ends_in_colon(line->text) &&
        words_announce_officers(x, name_without_colon(line->text))) {
        if (piece_is_article(line))
            return true; /* 「第五條 本會設下列幹部，其職掌如下：」 */
        above = outline_previous(outline, above);
    }
    bool is_caption = line != NULL && block_is_strong(line->block); /* no other line looks so */
    return (is_caption && series_announced_by(x, line->text)) ||
           (above < index && outline->pieces[above].kind == PIECE_HEADING &&
            series_is_below(x, outline, above));
}

bool series_is_wanted(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *heading = &outline->pieces[heading_over(outline, index)];
    bool is_wanted = heading->kind == PIECE_HEADING && looks_for_somebody(x, heading->text);
    for (const struct metadata *m = x->document->metadata; m != NULL && !is_wanted; m = m->next)
        is_wanted = text_is(m->key, "title") && looks_for_somebody(x, m->value);
    return is_wanted;
}

bool series_is_of_section(const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index), heading = heading_over(outline, index);
    return (above < index && outline->pieces[above].label.kind == LABEL_ELEMENT) ||
           (heading < index && outline->pieces[heading].label.kind == LABEL_ELEMENT);
}

bool series_may_be_of_roles(struct extraction *x, const struct outline *outline, size_t index,
                            const struct series *series)
{
    size_t heading = heading_over(outline, index);
    const struct piece *line = series_line_above(outline, index);
    bool is_said = series_announced_by(x, outline->pieces[heading].text) ||
                   (line != NULL && series_announced_by(x, line->text));
    return is_said || 2 * (series->known + series->offices) >= series->heads ||
           !outline->is_of_paper;
}
