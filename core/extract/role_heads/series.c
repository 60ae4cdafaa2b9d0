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
 * they stand, but below a known section of a role: 財務部 among its relations is none.
 */
#include "core/extract/role_heads/series.h"
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"

#define POINTS_MIN 8     /* of a series of roles */
#define POINTS_KNOWN 4   /* where all heads name a position, fewer for a share of them */
#define POINTS_TOLD 3    /* where two thirds of the bodies say what somebody does, alike */
#define POINTS_PLACE 4   /* what stands above speaks of roles, or it is half of the document */
#define POINTS_MORE 1    /* where both is so, or what is announced is numbered */
#define POINTS_AGAINST 2 /* for each that a share weighs */
#define KIN_MIN 4        /* heads that all name positions or units: as many are no chance */
#define ITEMS_MIN 2      /* of a list: one alone is a sentence with a colon */
#define LINES_MIN 3      /* one a line: two may be of a story */
#define CLAUSE 20        /* Han of words that announce, at most */
#define LATIN_CLAUSE 60  /* letters, alike */
#define PERSON_LENGTH 4  /* Han of somebody's name */
#define PEOPLE_LENGTH 60 /* letters of a list of people */
#define POST_LENGTH 8    /* Han of who holds a role by another: 「組長：教務主任」 */
#define ROWS_MAX 50      /* of a table that are compared: a bound on work */
#define LOOKS_MAX 16     /* of lines of one document: a bound on work */

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
    bool is_page = series->is_page && series->told > 0;
    int points = share_points(known, heads, POINTS_KNOWN) +
                 share_points(series->told, heads, POINTS_TOLD) +
                 (series->is_announced || is_page ? POINTS_PLACE : 0) +
                 (series->is_announced && (is_page || series->is_numbered) ? POINTS_MORE : 0) -
                 POINTS_AGAINST * share_points(series->strange, heads, POINTS_KNOWN);
    return known > 0 && series->people <= heads && points >= POINTS_MIN;
}

/* All heads are of the kind that roles are, and half of the bodies tell of them. */
static bool are_kin(const struct series *series)
{
    return series->heads >= KIN_MIN && series->kin == series->heads && series->people == 0 &&
           2 * series->told >= series->heads;
}

/* ---- what heads and bodies are ---- */

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
static bool is_numbered_part(struct text folded)
{
    static const char *const words[] = {"phase ", "step ",   "stage ", "week ",   "day ",
                                        "month ", "sprint ", "point ", "lesson ", "option "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct text word = text_from_string(words[i]);
        if (text_starts_with(folded, word) && folded.size > word.size &&
            is_ascii_digit(folded.data[word.size]))
            return true;
    }
    return false;
}

bool is_part_of_plan(struct extraction *x, struct text name)
{
    static const char *const begins[] = {"阶段",     "步骤",       "任务", "フェーズ",
                                         "ステップ", "セクション", NULL};
    static const char *const ends[] = {"阶段", "步骤", "期间", "时间", "日期", "地点", NULL};
    struct text folded = fold_label(x->scratch, name);
    return is_numbered_part(folded) || text_starts_with_one_of(folded, begins) ||
           text_ends_with_one_of(folded, ends);
}

/* 「組員：王小明」 tells who is one, and nothing of what one does. */
static bool tells_who(struct extraction *x, const struct role_item *item)
{
    return item->list == NULL && are_people(x, item->words) && !role_item_tells(x, item);
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
                    (tells && (is_office || is_unit || says_name));
    series->heads++;
    series->kin += is_unit || vocabulary_is_position(x->vocabulary, x->scratch, name);
    series->known += is_known;
    series->offices += is_office && !is_known;
    series->told += tells;
    series->strange += !is_known && !is_office && is_strange(x, name, tells);
    return is_known || is_charged;
}

static void add_head(struct extraction *x, struct series *series, const struct role_item *item)
{
    if (tells_who(x, item)) {
        series->people++;
        return;
    }
    series_add_head(x, series, item->name, role_item_tells(x, item), role_item_says_name(x, item));
    series->bare += item->is_bare;
    series->teams += item->is_bare && item->team != NULL;
}

/* ---- what stands above ---- */

static bool holds_one_of(struct text words, const char *const parts[])
{
    for (size_t i = 0; parts[i] != NULL; i++)
        if (text_find(words, text_from_string(parts[i]), 0) != TEXT_NOT_FOUND)
            return true;
    return false;
}

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

/* 「崗位類型主要分為：」: positions themselves follow, and no duties of one. */
static bool announces_positions(struct text words)
{
    static const char *const parts[] = {"角色", "崗位",   "岗位", "職位",
                                        "职位", "ロール", "役職", NULL};
    return holds_one_of(last_clause(words), parts);
}

bool series_announced_by(struct extraction *x, struct text words)
{
    static const char *const parts[] = {
        "職責", "职责",   "分工",   "職掌",   "职掌",   "職能",       "职能",         "職務",
        "职务", "團隊",   "团队",   "編組",   "编组",   "役割",       "担当",         "各組",
        "各组", "各小組", "各小组", "各部門", "各部门", "チーム構成", "メンバー構成", NULL};
    static const char *const ends[] = {"Team",      "team",  "Team Structure", "Team Members",
                                       "Positions", "Staff", "positions",      NULL};
    struct text clause = last_clause(words);
    return announces_positions(words) || holds_one_of(clause, parts) ||
           text_ends_with_one_of(clause, ends) ||
           (!text_is_empty(clause) && words_announce_roles(x, words));
}

bool series_is_titled(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *title = &outline->pieces[0];
    return (index > 0 && title->block->kind != BLOCK_LIST && series_announced_by(x, title->text)) ||
           series_announced_by(x, file_stem(x->document->source));
}

/* The line right above a piece, when it looks otherwise or a colon ends it; NULL: there is none. */
static const struct piece *line_above(const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index);
    const struct piece *line = &outline->pieces[above];
    bool is_line =
        above < index && line->kind == PIECE_WORDS && line->block->kind == BLOCK_PARAGRAPH &&
        (piece_look(line) != piece_look(&outline->pieces[index]) || ends_in_colon(line->text));
    return is_line ? line : NULL;
}

/* The heading that a piece is or stands below; without one, the first piece of all. */
static size_t heading_over(const struct outline *outline, size_t index)
{
    while (index > 0 && outline->pieces[index].kind != PIECE_HEADING)
        index--;
    return index;
}

/* The line right above a piece, the heading it stands below, or the title of all speaks of roles.
 */
static bool is_announced(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t heading = heading_over(outline, index);
    const struct piece *line = line_above(outline, index);
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
    const struct piece *line = line_above(outline, index);
    if (line != NULL && ends_in_colon(line->text) &&
        words_announce_officers(x, name_without_colon(line->text))) {
        if (piece_is_article(line))
            return true; /* 「第五條 本會設下列幹部，其職掌如下：」 */
        above = outline_previous(outline, above);
    }
    return above < index && outline->pieces[above].kind == PIECE_HEADING &&
           series_is_below(x, outline, above);
}

/* What stands right above, or the heading over it, is a known section of a role. */
static bool is_of_section(const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index), heading = heading_over(outline, index);
    return (above < index && outline->pieces[above].label.kind == LABEL_ELEMENT) ||
           (heading < index && outline->pieces[heading].label.kind == LABEL_ELEMENT);
}

/*
 * Half of the heads name positions or offices: in a paper, other captions stand below its
 * responsibilities, too, where nothing says that roles follow.
 */
static bool may_be_of_roles(struct extraction *x, const struct outline *outline, size_t index,
                            const struct series *series)
{
    size_t heading = heading_over(outline, index);
    const struct piece *line = line_above(outline, index);
    bool is_said = series_announced_by(x, outline->pieces[heading].text) ||
                   (line != NULL && series_announced_by(x, line->text));
    return is_said || 2 * (series->known + series->offices) >= series->heads ||
           !outline->is_of_paper;
}

/* ---- lists ---- */

/* Every item is a head, and so are those of a team below one. */
static bool add_heads(struct extraction *x, struct series *series, const struct block *list)
{
    struct role_item item;
    for (const struct block *b = list->children; b != NULL; b = b->next) {
        if (!role_item_of_block(x, b, &item))
            return false;
        add_head(x, series, &item);
        if (item.team != NULL && !add_heads(x, series, item.team))
            return false;
    }
    return true;
}

/* Of a list of who is there, few or none are told of; the leads of teams need not be. */
static bool are_told_of(const struct series *series)
{
    return 2 * (series->bare - series->teams) <= series->heads &&
           (series->bare == 0 || series->heads - series->bare >= ITEMS_MIN);
}

bool series_in_list(struct extraction *x, const struct outline *outline, size_t index, size_t page,
                    bool needs_kin)
{
    const struct piece *piece = &outline->pieces[index];
    struct series series = {0};
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_LIST ||
        !add_heads(x, &series, piece->block) || !are_told_of(&series))
        return false;
    if (are_kin(&series) && !is_of_section(outline, index))
        return true;
    if (needs_kin)
        return false;
    series.is_announced = is_announced(x, outline, index);
    series.is_page = 2 * whole_block_text(x->scratch, piece->block).size >= page;
    return series.heads >= ITEMS_MIN && series_is_of_roles(&series) &&
           may_be_of_roles(x, outline, index, &series);
}

/* ---- lines ---- */

/* A line of the look, and no 「組員：王小明」. */
static bool is_head(struct extraction *x, const struct piece *piece, unsigned look,
                    struct role_item *item)
{
    return piece_look(piece) == look && role_item_of_line(x, piece, item) && !tells_who(x, item);
}

/* No line of a row stands behind it: a table, a heading of the document or a known one. */
static bool ends_row(const struct piece *piece)
{
    return piece->kind == PIECE_TABLE || piece->kind == PIECE_PAIRS ||
           (piece->kind == PIECE_HEADING &&
            (piece->block->kind == BLOCK_HEADING || piece->label.kind != LABEL_UNKNOWN));
}

/* Its rows say what each role does; what else they say may be of roles told before. */
static bool tells_duties(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_of_head(x, cell_words(x, table_cell(table, 0, c)));
        if (label.kind == LABEL_ELEMENT &&
            (label.element == ELEMENT_DUTIES || label.element == ELEMENT_PURPOSE))
            return true;
    }
    return false;
}

/*
 * A table has the name in the column of its roles: one that stands in front of the lines, or tells
 * more of the roles than they do.
 */
static bool is_in_table(struct extraction *x, const struct outline *outline, size_t first,
                        struct text name)
{
    struct text folded = fold_label(x->scratch, name);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        size_t title;
        if (piece->kind != PIECE_TABLE || !is_role_rows(x, piece->block->table, &title) ||
            (i > first && !tells_duties(x, piece->block->table)))
            continue;
        const struct table *table = piece->block->table;
        for (size_t r = 1; r < table->rows && r <= ROWS_MAX; r++)
            if (text_equal(folded,
                           fold_label(x->scratch, cell_words(x, table_cell(table, r, title)))))
                return true;
    }
    return false;
}

/* A heading of the document that holds a position: lines below it are of that role. */
static bool is_heading_of_position(struct extraction *x, const struct piece *piece)
{
    return piece->block->kind == BLOCK_HEADING && title_holds_position(x, piece->text);
}

/* 「董事會：負責…」 without the bullet of the lines below, or behind them. */
static bool is_kin(struct extraction *x, const struct piece *piece)
{
    struct role_item item;
    return role_item_of_line(x, piece, &item) && !are_people(x, item.words) &&
           (vocabulary_is_position(x->vocabulary, x->scratch, item.name) ||
            is_department(x, item.name));
}

/* The lines beside the row that the author gave no mark, or another. */
static void widen_row(struct extraction *x, struct outline *outline, size_t first, size_t end)
{
    size_t above = outline_previous(outline, first), last = first;
    for (size_t i = first; i < end; i++)
        last = outline->pieces[i].is_role_line ? i : last;
    size_t below = outline_next(outline, last);
    if (above < first && is_kin(x, &outline->pieces[above]))
        outline->pieces[above].is_role_line = true;
    if (below < outline->count && is_kin(x, &outline->pieces[below]))
        outline->pieces[below].is_role_line = true;
}

/*
 * The lines from first up to end that look like it are roles, if their evidence is enough.
 * needs_kin: only where all of them name positions or units.
 */
static void find_lines(struct extraction *x, struct outline *outline, size_t first, size_t end,
                       size_t page, bool needs_kin)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t size = 0, again = 0, below = 0;
    struct role_item item;
    struct series series = {.is_announced = is_announced(x, outline, first),
                            .is_numbered = look != 0};
    size_t heading = first;
    while (heading > 0 && outline->pieces[heading].block->kind != BLOCK_HEADING)
        heading--;
    bool is_below = is_heading_of_position(x, &outline->pieces[heading]);
    for (size_t i = first; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->block->kind == BLOCK_HEADING)
            is_below = is_heading_of_position(x, piece);
        if (piece_look(piece) != look || !role_item_of_line(x, piece, &item))
            continue;
        add_head(x, &series, &item);
        below += is_below;
        size += piece->text.size;
    }
    series.is_page = 2 * size >= page;
    bool have_kin = are_kin(&series) && !is_of_section(outline, first);
    bool are_roles = !needs_kin && series.heads >= LINES_MIN && series_is_of_roles(&series) &&
                     may_be_of_roles(x, outline, first, &series);
    if (2 * below > series.heads || (!have_kin && !are_roles))
        return;
    for (size_t i = first; i < end; i++)
        again += is_head(x, &outline->pieces[i], look, &item) &&
                 is_in_table(x, outline, first, item.name);
    for (size_t i = first; 2 * again < series.heads && i < end; i++)
        outline->pieces[i].is_role_line = is_head(x, &outline->pieces[i], look, &item);
    if (have_kin && 2 * again < series.heads)
        widen_row(x, outline, first, end);
}

/* A caption that speaks of roles, and no line of the row. */
static bool is_caption_of_roles(struct extraction *x, const struct piece *piece, unsigned look)
{
    return piece->kind != PIECE_TABLE && piece->block->kind != BLOCK_LIST &&
           piece_look(piece) != look && series_announced_by(x, piece->text);
}

/*
 * Up to a line that ends it, or that looks like the caption of roles above it, "5) Roles" over
 * bullets in front of "6) Intake".
 */
static size_t row_end(struct extraction *x, const struct outline *outline, size_t first)
{
    size_t end = first + 1, above = outline_previous(outline, first);
    unsigned look = piece_look(&outline->pieces[first]), caption = 0;
    if (above < first && is_caption_of_roles(x, &outline->pieces[above], look))
        caption = piece_look(&outline->pieces[above]);
    while (end < outline->count && !ends_row(&outline->pieces[end]) &&
           (caption == 0 || piece_look(&outline->pieces[end]) != caption) &&
           !is_caption_of_roles(x, &outline->pieces[end], look))
        end++;
    return end;
}

/* All lines of one look. */
static void find_lines_alike(struct extraction *x, struct outline *outline, size_t page)
{
    unsigned seen[LOOKS_MAX];
    size_t looks = 0;
    struct role_item item;
    for (size_t i = 0; i < outline->count; i++) {
        unsigned look = piece_look(&outline->pieces[i]);
        size_t k = 0;
        while (k < looks && seen[k] != look)
            k++;
        if (k < looks || looks == LOOKS_MAX || !is_head(x, &outline->pieces[i], look, &item))
            continue;
        seen[looks++] = look;
        find_lines(x, outline, i, outline->count, page, false);
    }
}

/* The next line of the row that looks otherwise; the first: there is none. */
static size_t other_look(struct extraction *x, const struct outline *outline, size_t first,
                         size_t end)
{
    struct role_item item;
    unsigned look = piece_look(&outline->pieces[first]);
    for (size_t i = first + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece_look(piece) != look && is_head(x, piece, piece_look(piece), &item))
            return i;
    }
    return first;
}

/* The line or the heading right above says that positions follow. */
static bool is_below_positions(const struct outline *outline, size_t index)
{
    size_t above = outline_previous(outline, index);
    const struct piece *line = line_above(outline, index), *heading = &outline->pieces[above];
    return (line != NULL && announces_positions(line->text)) ||
           (above < index && heading->kind == PIECE_HEADING && announces_positions(heading->text));
}

/*
 * Rows of lines. is_told: only such as are said to be positions right above, since other roles are
 * found, or the document is titled as rules are, or as a house that has them; may_be_kin: or whose
 * names all are positions or units.
 */
static void find_rows(struct extraction *x, struct outline *outline, size_t page, bool is_told,
                      bool may_be_kin)
{
    struct role_item item;
    for (size_t i = 0, end; i < outline->count; i = end) {
        const struct piece *piece = &outline->pieces[i];
        bool is_announced_row = is_told && piece->kind == PIECE_WORDS &&
                                (is_below_positions(outline, i) ||
                                 (outline->is_of_paper && series_is_right_below(x, outline, i)));
        bool is_first = !piece->is_role_line && (!is_told || may_be_kin || is_announced_row) &&
                        is_head(x, piece, piece_look(piece), &item);
        end = is_first ? row_end(x, outline, i) : i + 1;
        bool needs_kin = is_told && !is_announced_row;
        if (is_first)
            find_lines(x, outline, i, end, page, needs_kin);
        if (is_first && needs_kin) /* its first line may have no bullet */
            find_lines(x, outline, other_look(x, outline, i, end), end, page, true);
    }
}

void find_series(struct extraction *x, struct outline *outline)
{
    size_t page = 0, roles = 0, sections = 0;
    if (outline->count == 0)
        return;
    bool is_of_rules = vocabulary_is_no_role(x->vocabulary, x->scratch, outline->pieces[0].text);
    for (size_t i = 0; i < outline->count; i++) {
        roles += outline->pieces[i].is_role;
        sections += piece_section(&outline->pieces[i]) != ELEMENT_COUNT;
        page += whole_block_text(x->scratch, outline->pieces[i].block).size;
    }
    settle_posts_of_papers(x, outline);
    find_series_of_headings(x, outline, page, is_of_rules);
    if (roles > 0 && sections > 0) { /* what else stands there is theirs */
        find_lists_of_papers(x, outline, page);
        return;
    }
    for (size_t i = 0; roles == 0 && i < outline->count; i++) {
        bool needs_kin = is_of_rules && !series_is_right_below(x, outline, i);
        outline->pieces[i].is_role_list = series_in_list(x, outline, i, page, needs_kin);
    }
    if (roles == 0 && !is_of_rules)
        find_lines_alike(x, outline, page);
    find_rows(x, outline, page, roles > 0 || is_of_rules, roles == 0);
}
