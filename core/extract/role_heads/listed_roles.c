/*
 * Roles that a table lists, one a row, and that headings name again further down: 「1. 櫃檯服務
 * （2人）」 over what the holder does, below a table with 櫃檯服務 in its column of roles. The
 * table vouches for them, whatever they are called and whatever stands below them. So does a list
 * of names and nothing else below "Roles".
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/tables/tables.h"
#include "core/model/list_label.h"

#define LISTED_MIN 2  /* one name alone may come again by chance */
#define TABLES_MAX 5  /* of roles: a bound on work */
#define ROWS_MAX 50   /* of the table: a bound on work */
#define REMARKS_MAX 3 /* 「出納（兼職）（1人）」 */
#define NAME_BYTES 60 /* of an item that is a name */

/* 「甲組 —— 新增角色」: what stands in front of the dash. */
static struct text in_front_of_dash(struct text line)
{
    struct text front, behind;
    return part_at_dash(line, &front, &behind) && !text_is_empty(front) ? front : line;
}

/* The name with its remarks: some say how many are wanted. */
static struct text name_in(struct text line)
{
    return in_front_of_dash(list_label_of(name_without_colon(line)).rest);
}

static bool is_marked(const struct piece *piece)
{
    bool is_line = piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS;
    bool is_heading =
        is_line && (piece->block->kind == BLOCK_HEADING ||
                    (piece->block->kind == BLOCK_PARAGRAPH && block_is_strong(piece->block)));
    return is_heading && !piece->is_running;
}

/* It may be the heading of a role: marked, and not the last line. */
static bool may_head(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    return is_marked(piece) && outline_next(outline, index) < outline->count;
}

/* What a table lists, and where it is told. */
struct listed {
    size_t count;
    struct text names[ROWS_MAX]; /* folded */
    size_t heads[ROWS_MAX];      /* SIZE_MAX: no line says the name, or several do */
    bool is_told[ROWS_MAX];
};

/* The line is one of the names, behind a number and in front of remarks. */
static void read_head(struct extraction *x, struct listed *listed, struct text line, size_t at)
{
    struct text words = name_in(line);
    for (int i = 0; i <= REMARKS_MAX; i++) {
        struct text folded = label_folded(x, words), bare = label_without_remark(words);
        for (size_t r = 0; r < listed->count; r++) {
            if (text_is_empty(folded) || !text_equal(folded, listed->names[r]))
                continue;
            listed->heads[r] = listed->is_told[r] ? SIZE_MAX : at;
            listed->is_told[r] = true;
            return;
        }
        if (bare.size == words.size)
            return;
        words = bare;
    }
}

static void list_name(struct extraction *x, struct listed *listed, struct text name)
{
    listed->heads[listed->count] = SIZE_MAX;
    listed->names[listed->count++] = label_folded(x, name);
}

static struct listed read_rows(struct extraction *x, const struct table *table, size_t title)
{
    struct listed listed = {0};
    for (size_t r = 1; r < table->rows && listed.count < ROWS_MAX; r++)
        list_name(x, &listed, cell_words(x, table_cell(table, r, title)));
    return listed;
}

/* Names of positions, most of them, and nothing else; no names: the list is another. */
static struct listed read_items(struct extraction *x, const struct block *list)
{
    struct listed listed = {0};
    size_t positions = 0;
    for (const struct block *b = list->children; b != NULL && listed.count < ROWS_MAX;
         b = b->next) {
        struct text name = text_trim(whole_block_text(x->scratch, b));
        if (text_is_empty(name) || name.size > NAME_BYTES || text_has(name, '\n'))
            return (struct listed){0};
        positions += vocabulary_is_position(x->vocabulary, x->scratch, name);
        list_name(x, &listed, name);
    }
    return 2 * positions > listed.count ? listed : (struct listed){0};
}

static void read_heads(struct extraction *x, const struct outline *outline, size_t index,
                       struct listed *listed)
{
    for (size_t i = index + 1; i < outline->count; i++)
        if (may_head(outline, i))
            read_head(x, listed, outline->pieces[i].text, i);
}

static void mark_head(struct piece *piece)
{
    if (piece->is_role)
        return;
    if (piece->block->kind != BLOCK_HEADING)
        piece->level = LEVEL_NAMED;
    piece->kind = PIECE_HEADING;
    piece->is_role = piece->is_duties = true;
    piece->name = name_in(piece->text);
}

/* The chapter they stand in: the numbered line above the first. SIZE_MAX: there is none. */
static size_t chapter_over(const struct outline *outline, size_t table, size_t first)
{
    unsigned look = piece_look(&outline->pieces[first]);
    for (size_t i = first; i-- > table + 1;)
        if (is_marked(&outline->pieces[i]) && piece_look(&outline->pieces[i]) != look)
            return piece_look(&outline->pieces[i]) != 0 ? i : SIZE_MAX;
    return SIZE_MAX;
}

/* 「三、協作流程」 behind the roles below 「二、各角色任務」 is about none of them. */
static void end_chapter_of_lines(struct outline *outline, size_t chapter, size_t last)
{
    unsigned look = piece_look(&outline->pieces[chapter]);
    for (size_t i = last + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!is_marked(piece) || piece->block->kind == BLOCK_HEADING || piece->is_role ||
            piece_look(piece) != look)
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_BOOK;
    }
}

/* "Responsibilities" beside headings that are the listed roles' is a chapter, and no section of one. */
static void settle_beside(const struct extraction *x, struct outline *outline,
                          const struct listed *listed, size_t first, size_t last)
{
    unsigned level = outline->pieces[first].level;
    for (size_t i = first; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_beside = piece->block->kind == BLOCK_HEADING && piece->level == level;
        if (i > last && piece->block->kind == BLOCK_HEADING && piece->level < level)
            break;
        if (is_beside && !piece->is_role && piece->label.kind == LABEL_ELEMENT)
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
    for (size_t r = 0; r < listed->count; r++) /* one that seemed to have that section */
        if (listed->heads[r] != SIZE_MAX &&
            outline->pieces[listed->heads[r]].block->kind == BLOCK_HEADING)
            mark_heading_role(x, outline, listed->heads[r]);
}

/* Of a few of the roles in the table a heading tells more: the table names all of them. */
static void mark_told_again(struct extraction *x, struct outline *outline,
                            const struct listed *listed)
{
    for (size_t r = 0; r < listed->count; r++) {
        struct piece *piece =
            listed->heads[r] == SIZE_MAX ? NULL : &outline->pieces[listed->heads[r]];
        if (piece == NULL || piece->is_role || piece->block->kind != BLOCK_HEADING ||
            !vocabulary_is_position(x->vocabulary, x->scratch, name_in(piece->text)))
            continue;
        mark_head(piece);
        piece->is_told_again = true;
    }
}

static void mark_listed(struct extraction *x, struct outline *outline, size_t index,
                        struct listed *listed)
{
    bool is_table = outline->pieces[index].kind == PIECE_TABLE;
    size_t found = 0, first = SIZE_MAX, last = 0;
    read_heads(x, outline, index, listed);
    for (size_t r = 0; r < listed->count; r++) {
        size_t head = listed->heads[r];
        if (head == SIZE_MAX)
            continue;
        found++;
        first = head < first ? head : first;
        last = head > last ? head : last;
    }
    if (found < LISTED_MIN || 2 * found < listed->count) {
        if (is_table)
            mark_told_again(x, outline, listed);
        return;
    }
    size_t chapter = chapter_over(outline, index, first);
    x->has_listed_roles = true;
    outline->pieces[index].is_index |= is_table;
    for (size_t r = 0; r < listed->count; r++)
        if (listed->heads[r] != SIZE_MAX)
            mark_head(&outline->pieces[listed->heads[r]]);
    if (!is_table)
        settle_beside(x, outline, listed, first, last);
    if (chapter != SIZE_MAX && outline->pieces[first].level == LEVEL_NAMED)
        end_chapter_of_lines(outline, chapter, last);
}

/* "Roles" right over a list. */
static bool is_below_roles(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index);
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_LIST || before == index)
        return false;
    const struct piece *heading = &outline->pieces[before];
    return heading->block->kind == BLOCK_HEADING && !heading->is_role &&
           words_announce_roles(x, heading->text);
}

void find_listed_roles(struct extraction *x, struct outline *outline)
{
    size_t lists = 0, title;
    for (size_t i = 0; i < outline->count && lists < TABLES_MAX; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_table = piece->kind == PIECE_TABLE && is_role_rows(x, piece->block->table, &title);
        if (!is_table && !is_below_roles(x, outline, i))
            continue;
        struct listed listed =
            is_table ? read_rows(x, piece->block->table, title) : read_items(x, piece->block);
        mark_listed(x, outline, i, &listed);
        lists++;
    }
}
