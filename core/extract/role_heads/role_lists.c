/* Roles that stand beside others, or under a heading that says that they are roles. */
#include "core/extract/role_heads/role_lists.h"
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define LIST_MIN 2        /* headings below one: a single one is a section */
#define NAME_BYTES_MAX 60 /* of a name beside others */
#define CODES_MIN 3       /* "IC1", "IC2", "IC3": fewer are something else's numbers */
#define CODE_LETTERS 5    /* of "level" */
#define CODE_DIGITS 2

static bool is_real(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
           piece->level < LEVEL_NAMED;
}

static bool announces_roles(struct extraction *x, const struct piece *piece)
{
    return words_announce_roles(x, piece->text);
}

/* Something stands below it: words, a table, or sections of its own. */
static bool has_words(const struct outline *outline, size_t heading)
{
    size_t next = outline_next(outline, heading);
    return next < outline->count && (outline->pieces[next].kind != PIECE_HEADING ||
                                     outline->pieces[next].level > outline->pieces[heading].level);
}

/* 「晉升」 right over 「評審者 → 審批者」: of several roles. */
static bool is_over_promotion(const struct outline *outline, size_t heading)
{
    size_t next = outline_next(outline, heading);
    return next < outline->count && outline->pieces[next].level > outline->pieces[heading].level &&
           !text_is_empty(outline->pieces[next].of_role);
}

bool heading_may_be_role(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    return is_real(piece) && label_may_be_name(&piece->label) && outline_is_name_like(x, piece) &&
           has_words(outline, heading) && !outline_is_chapter(x, outline, heading) &&
           !is_over_promotion(outline, heading) && !announces_roles(x, piece) && /* "Other roles" */
           piece->guess.guess != GUESS_PHRASE &&                    /* 如何成為協作者 */
           !is_about_holders(x, list_label_of(piece->text).rest) && /* "B. Former officers" */
           !text_starts_with_any_word(list_label_of(piece->text).rest, signs_of(x, SIGN_REST)) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

/*
 * "Before the start" and "At the end" right below a role, each over its list, and no heading that
 * anything is known of: groups of what the holder does.
 */
static bool has_groups_only(const struct outline *outline, size_t heading, size_t end)
{
    size_t groups = 0, first = outline_next(outline, heading);
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *below = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (below->kind == PIECE_TABLE || below->kind == PIECE_PAIRS || below->is_role)
            return false;
        if (below->kind != PIECE_HEADING)
            continue;
        if (below->label.kind != LABEL_UNKNOWN || below->guess.kind != LABEL_UNKNOWN ||
            next >= end || !piece_is_item(&outline->pieces[next]))
            return false;
        groups++;
    }
    return groups >= LIST_MIN && first < end && outline->pieces[first].kind == PIECE_HEADING;
}

/* A list right below the heading, and no section in front of `end` that has the duties. */
static bool is_over_duties(const struct outline *outline, size_t heading, size_t end)
{
    size_t next = outline_next(outline, heading);
    bool is_list = next < end && piece_is_item(&outline->pieces[next]);
    for (size_t i = next; is_list && i < end; i++) {
        const struct piece *below = &outline->pieces[i];
        is_list = piece_section(below) != ELEMENT_DUTIES && !label_is_description(&below->label);
    }
    return is_list;
}

/* Words right below the heading, and no heading of the document. */
static bool is_over_words_only(const struct outline *outline, size_t heading, size_t end)
{
    size_t next = outline_next(outline, heading);
    bool is_words = next < end && outline->pieces[next].kind == PIECE_WORDS;
    for (size_t i = next; is_words && i < end; i++) {
        const struct piece *below = &outline->pieces[i];
        bool is_caption = below->label.kind == LABEL_OTHER && below->block->kind != BLOCK_HEADING;
        is_words = below->kind != PIECE_HEADING || is_caption;
    }
    return is_words;
}

void mark_heading_role(const struct extraction *x, struct outline *outline, size_t heading)
{
    struct piece *piece = &outline->pieces[heading];
    size_t end = outline_end_below(outline, heading);
    piece->is_role = true;
    piece->is_duties = is_over_words_only(outline, heading, end) ||
                       is_over_duties(outline, heading, end) ||
                       has_groups_only(outline, heading, end);
    piece->name = name_of_line(x, piece->text);
}

/* The headings one step below: how many there are, and how many of them are no roles' names. */
struct row {
    unsigned level;
    size_t count, positions, labels, over_lists;
    size_t labelled; /* "Role: Releaser": the others are no roles then */
    size_t tables;   /* over tables of roles, "The core team": nor are the others then */
};

/* A list stands below the heading, and no other heading does. */
static bool is_over_list(const struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), lists = 0;
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (is_real(piece) || piece->kind == PIECE_TABLE)
            return false;
        lists += piece->block->kind == BLOCK_LIST;
    }
    return lists > 0;
}

static struct row row_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    struct row row = {.level = LEVEL_LINE};
    size_t end = outline_end_below(outline, heading);
    for (size_t i = heading + 1; i < end; i++)
        if (is_real(&outline->pieces[i]) && outline->pieces[i].level < row.level)
            row.level = outline->pieces[i].level;
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_real(piece) || piece->level != row.level)
            continue;
        row.count++;
        row.labels += !piece->is_role && !label_may_be_name(&piece->label);
        row.positions += piece->is_role || outline_is_position(x, piece) ||
                         is_department(x, name_of_line(x, piece->text));
        row.labelled += piece->is_role && !text_starts_with(piece->text, piece->name);
        row.over_lists += piece_look(piece) != 0 && is_over_list(outline, i);
        row.tables += is_over_role_rows(x, outline, i);
    }
    return row;
}

/* "Design Division" over "Design Division Lead" and "Designers": whose chapter it is. */
static bool is_unit_over_posts(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (!is_latin_text(piece->text) || !is_department(x, name_of_line(x, piece->text)) ||
        outline_is_position(x, piece))
        return false;
    struct row row = row_below(x, outline, heading);
    return row.positions > 0 && row.positions == row.count;
}

static void mark_row(struct extraction *x, struct outline *outline, size_t heading, unsigned level,
                     bool needs_position)
{
    size_t end = outline_end_below(outline, heading);
    for (size_t i = heading + 1; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role || piece->level != level || !heading_may_be_role(x, outline, i))
            continue;
        if (is_unit_over_posts(x, outline, i))
            mark_row(x, outline, i, row_below(x, outline, i).level, true);
        else if (!needs_position || outline_is_position(x, piece))
            mark_heading_role(x, outline, i);
    }
}

/* "Line managers", elsewhere a label of who the superior is. */
static bool is_labelled_post(struct extraction *x, const struct piece *piece)
{
    return label_names_post(x, &piece->label, name_of_line(x, piece->text));
}

/* Beside another position, and no section of one, such a heading is a name. */
static void settle_posts_below(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), positions = 0;
    unsigned level = row_below(x, outline, heading).level;
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_real(piece) || piece->level != level || is_labelled_post(x, piece))
            continue;
        if (!label_may_be_name(&piece->label))
            return;
        positions += outline_is_position(x, piece);
    }
    for (size_t i = heading + 1; positions > 0 && i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (is_real(piece) && piece->level == level && is_labelled_post(x, piece))
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

static void find_announced(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!is_real(piece) || piece->is_role || !announces_roles(x, piece))
            continue;
        settle_posts_below(x, outline, i);
        struct row row = row_below(x, outline, i);
        if (row.count < LIST_MIN || row.labels > 0 || row.positions == 0)
            continue;
        bool are_sections =
            label_is(&piece->label, ELEMENT_DUTIES) || label_is(&piece->guess, ELEMENT_DUTIES);
        bool are_alike = row.over_lists == row.count; /* numbered alike, each over a list */
        bool are_mixed = are_sections && !words_part_by_role(x, piece->text) && !are_alike &&
                         2 * row.positions < row.count && !outline->is_of_paper;
        mark_row(x, outline, i, row.level, row.labelled > 0 || row.tables > 0 || are_mixed);
        piece->label = label_of(ELEMENT_COUNT);
    }
}

/* 「技術委員會」 beside 「協作者」, over words that say what it does. */
static bool is_unit_with_duties(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    return is_department(x, name_of_line(x, piece->text)) && label_may_be_name(&piece->label) &&
           outline_is_name_like(x, piece) && !outline_is_chapter(x, outline, heading) &&
           heading_tells(x, outline, heading) && !is_unit_over_posts(x, outline, heading);
}

static bool is_position_beside(struct extraction *x, const struct outline *outline, size_t heading,
                               unsigned level)
{
    const struct piece *piece = &outline->pieces[heading];
    return is_real(piece) && piece->level == level && !piece->is_role &&
           piece->text.size <= NAME_BYTES_MAX && piece->guess.kind != LABEL_ELEMENT &&
           (((outline_is_position(x, piece) || has_place_beside_posts(x, piece)) &&
             heading_may_be_role(x, outline, heading)) ||
            is_unit_with_duties(x, outline, heading));
}

/* The level at which positions are roles, once a heading is passed; LEVEL_LINE: at none. */
static unsigned level_behind(struct extraction *x, const struct piece *piece, unsigned level)
{
    if (is_real(piece) && piece->is_role && outline_is_position(x, piece))
        return piece->level;
    return is_real(piece) && piece->level < level ? LEVEL_LINE : level; /* another chapter */
}

/* "Approver" between "Contributor" and "Lead", which are roles: one, too. */
static void find_beside(struct extraction *x, struct outline *outline)
{
    unsigned level = LEVEL_LINE;
    for (size_t i = 0; i < outline->count; i++) {
        level = level_behind(x, &outline->pieces[i], level);
        if (is_position_beside(x, outline, i, level))
            mark_heading_role(x, outline, i);
    }
    level = LEVEL_LINE;
    for (size_t i = outline->count; i-- > 0;) {
        level = level_behind(x, &outline->pieces[i], level);
        if (is_position_beside(x, outline, i, level))
            mark_heading_role(x, outline, i);
    }
}

/* A position right over its list, and no label of an element. */
static bool is_position_over_list(struct extraction *x, const struct outline *outline,
                                  size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    return piece->guess.kind != LABEL_ELEMENT && piece->text.size <= NAME_BYTES_MAX &&
           outline_is_position(x, piece) && next < outline->count &&
           outline->pieces[next].kind == PIECE_WORDS && heading_may_be_role(x, outline, heading);
}

/* "Chair" and "Treasurer" among the sections of "Officers", each over its list: roles of their own.
 */
static void find_among_sections(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        if (!is_real(&outline->pieces[i]) || !outline->pieces[i].is_role)
            continue;
        struct row row = row_below(x, outline, i);
        size_t end = outline_end_below(outline, i), found = 0;
        for (size_t k = i + 1; k < end; k++)
            found += outline->pieces[k].level == row.level && is_position_over_list(x, outline, k);
        for (size_t k = i + 1; k < end && found >= LIST_MIN; k++)
            if (outline->pieces[k].level == row.level && is_position_over_list(x, outline, k))
                mark_heading_role(x, outline, k);
    }
}

/* ---- who answers for what ---- */

/* 「產品負責人負責」, 「审核组 负责：」: who does what stands below; empty: it says nothing so. */
static struct text who_answers(const struct extraction *x, const struct piece *piece)
{
    static const struct text by = TEXT_INIT("由");
    struct text words = name_of_line(x, piece->text);
    struct text who = text_without_any_end(words, signs_of(x, SIGN_ANSWERS));
    if (who.size == words.size)
        return TEXT("");
    return text_starts_with(who, by) ? text_trim(text_from(who, by.size)) : who;
}

/* Right over a list, and no label: what the one who is named answers for. */
static bool is_answer(struct extraction *x, const struct outline *outline, size_t heading,
                      unsigned level)
{
    const struct piece *piece = &outline->pieces[heading];
    struct text who = who_answers(x, piece);
    size_t next = outline_next(outline, heading);
    return is_real(piece) && piece->level == level && !piece->is_role && !text_is_empty(who) &&
           piece->label.kind == LABEL_UNKNOWN && next < outline->count &&
           piece_is_item(&outline->pieces[next]) && label_find(x, who).kind != LABEL_ELEMENT &&
           outline_is_name_like(x, piece);
}

static bool is_answer_of_position(struct extraction *x, const struct outline *outline,
                                  size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    return is_answer(x, outline, heading, piece->level) &&
           vocabulary_is_position(x->vocabulary, x->scratch, who_answers(x, piece));
}

/*
 * Two headings or more of one level that say who answers, one of them a position. 禁止事项 beside
 * them is about them all, and no section of the last.
 */
static void find_answers(struct extraction *x, struct outline *outline)
{
    size_t position = 0, answers = 0;
    while (position < outline->count && !is_answer_of_position(x, outline, position))
        position++;
    if (position == outline->count)
        return;
    unsigned level = outline->pieces[position].level;
    for (size_t i = 0; i < outline->count; i++)
        answers += is_answer(x, outline, i, level);
    bool is_beside = false;
    for (size_t i = 0; answers >= LIST_MIN && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        is_beside &= !is_real(piece) || piece->level >= level;
        if (is_answer(x, outline, i, level)) {
            mark_heading_role(x, outline, i);
            piece->name = who_answers(x, piece);
            piece->is_duties = is_beside = true;
        } else if (is_beside && is_real(piece) && piece->level == level && !piece->is_role) {
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
        }
    }
}

/* ---- levels that are called by a code ---- */

struct level_code level_code(struct extraction *x, struct text heading)
{
    struct text folded = fold_label(x->scratch, name_of_line(x, heading));
    size_t letters = 0;
    while (letters < folded.size && folded.data[letters] >= 'a' && folded.data[letters] <= 'z')
        letters++;
    size_t digits = letters + (letters < folded.size &&
                               (folded.data[letters] == ' ' || folded.data[letters] == '-'));
    size_t end = digits;
    while (end < folded.size && folded.data[end] >= '0' && folded.data[end] <= '9')
        end++;
    bool is_code = letters > 0 && letters <= CODE_LETTERS && end > digits &&
                   end <= digits + CODE_DIGITS &&
                   (end == folded.size || !is_folded_letter(folded.data[end]));
    return (struct level_code){.prefix = is_code ? text_slice(folded, 0, letters) : TEXT(""),
                               .is_nought = is_code && folded.data[digits] == '0'};
}

static bool is_level(struct extraction *x, const struct outline *outline, size_t heading,
                     unsigned level, struct text prefix)
{
    const struct piece *piece = &outline->pieces[heading];
    return is_real(piece) && piece->level == level && piece->label.kind == LABEL_UNKNOWN &&
           has_words(outline, heading) && !text_is_empty(prefix) &&
           text_equal(level_code(x, piece->text).prefix, prefix);
}

/*
 * Three headings or more of one level that differ by their number: the levels of a career. What
 * counts from nought are priorities and phases.
 */
static void find_level_codes(struct extraction *x, struct outline *outline)
{
    struct text prefix = {0};
    unsigned level = LEVEL_LINE;
    size_t levels = 0;
    for (size_t i = 0; i < outline->count && text_is_empty(prefix); i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role)
            return;
        if (!is_real(piece))
            continue;
        struct level_code code = level_code(x, piece->text);
        if (code.is_nought)
            return;
        prefix = code.prefix;
        level = piece->level;
    }
    for (size_t i = 0; i < outline->count; i++)
        levels += is_level(x, outline, i, level, prefix);
    for (size_t i = 0; levels >= CODES_MIN && i < outline->count; i++)
        if (is_level(x, outline, i, level, prefix))
            mark_heading_role(x, outline, i);
}

void find_roles_in_lists(struct extraction *x, struct outline *outline)
{
    find_level_codes(x, outline);
    find_announced(x, outline);
    find_answers(x, outline);
    find_among_sections(x, outline);
    find_told_roles(x, outline);
    find_beside(x, outline);
}
