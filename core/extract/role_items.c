/*
 * Roles as the items of a list, or one a line: 「- 店長：管理門市，排定班表」, or names over lists
 * of their own.
 *
 * Only names of positions make such a list, and words that say what they do: 「組長：王小明」 says
 * who is one. Below "Response roles" one position does, where the words tell what somebody does.
 * Lines of a page may also be a group's, "Sound group: The sound group is responsible
 * for", where all of them tell what somebody does and one at least names a position. In Han a
 * position may stand right in front of numbers within its line, 「組長 ⑴帶隊… ⑵協助…」, or of a
 * few words of an act; and lines below 「崗位分為：」 need only name positions, and no people.
 */
#include "core/base/script.h"
#include "core/extract/fill.h"
#include "core/extract/lines.h"
#include "core/extract/role_heads.h"
#include "core/extract/target.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define ITEMS_MIN 2          /* one alone is a sentence with a colon */
#define NAME_LENGTH 20       /* Han of a name, at most */
#define LATIN_NAME_LENGTH 50 /* letters, alike */
#define LATIN_LINE_NAME 60   /* letters in front of a whole sentence */
#define LINES_MIN 3          /* one a line: two may be of a story */
#define SENTENCE 8           /* Han of what the holder does, at least */
#define LATIN_SENTENCE 40    /* letters, alike */
#define PERSON_LENGTH 4      /* Han of somebody's name */
#define WORDS_MIN 6          /* characters of what somebody does: fewer are somebody's name */

/* The name of a position in front of a colon or a dash, and the words behind it. */
struct role_item {
    struct text name, words;
    const struct block *list; /* below the name; NULL: none */
};

/* Where the joint between name and words ends; *name_end: where it begins. */
static size_t joint_end(struct text text, size_t *name_end)
{
    static const struct text joints[] = {TEXT_INIT("："),  TEXT_INIT(":"),  TEXT_INIT(" - "),
                                         TEXT_INIT(" – "), TEXT_INIT("——"), TEXT_INIT(" — "),
                                         TEXT_INIT("—")};
    size_t best = TEXT_NOT_FOUND, end = text.size;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        if (at < best) {
            best = at;
            end = at + joints[i].size;
        }
    }
    *name_end = best == TEXT_NOT_FOUND ? text.size : best;
    return end;
}

static bool is_position(struct extraction *x, struct text name)
{
    return label_find(x, name).kind != LABEL_ELEMENT &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
}

/* Where "⑴…⑵…" begins, with which the words behind a name are numbered; text.size: nowhere. */
static size_t numbers_begin(struct text text)
{
    static const struct text numbers[][2] = {{TEXT_INIT("⑴"), TEXT_INIT("⑵")},
                                             {TEXT_INIT("①"), TEXT_INIT("②")},
                                             {TEXT_INIT("❶"), TEXT_INIT("❷")},
                                             {TEXT_INIT("（1）"), TEXT_INIT("（2）")},
                                             {TEXT_INIT("(1)"), TEXT_INIT("(2)")}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t first = text_find(text, numbers[i][0], 0);
        size_t second =
            first == TEXT_NOT_FOUND ? TEXT_NOT_FOUND : text_find(text, numbers[i][1], first);
        if (second != TEXT_NOT_FOUND &&
            text_code_points(text_slice(text, first, second)) >= WORDS_MIN)
            return first; /* 工程師(1)、助理(2) says how many */
    }
    return text.size;
}

static struct role_item divide_item(struct text text)
{
    size_t name_end;
    text = list_label_of(text_trim(text)).rest;
    size_t words = joint_end(text, &name_end), numbers = numbers_begin(text);
    if (numbers < name_end && !is_latin_text(text))
        name_end = words = numbers; /* 班長 ⑴帶領全班 ⑵協助老師 */
    return (struct role_item){.name = without_pictographs(text_trim(text_slice(text, 0, name_end))),
                              .words = text_trim(text_from(text, words))};
}

/* Nothing but a position's name: of its holder no more is told. */
static bool is_bare_item(struct extraction *x, const struct role_item *item)
{
    return item->list == NULL && text_is_empty(item->words) && is_position(x, item->name);
}

static bool read_item(struct extraction *x, const struct block *block, struct role_item *item)
{
    const struct block *first = block->children;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH)
        return false;
    *item = divide_item(block_text(x->arena, first));
    if (first->next != NULL && first->next->kind == BLOCK_LIST && first->next->next == NULL)
        item->list = first->next;
    else if (first->next != NULL)
        return false;
    size_t length = text_code_points(item->name);
    return length > 0 && length <= (is_latin_text(item->name) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           label_find(x, item->name).kind != LABEL_ELEMENT &&
           (item->list != NULL || text_code_points(item->words) >= WORDS_MIN ||
            is_bare_item(x, item));
}

bool is_role_list(struct extraction *x, const struct block *block, struct text heading)
{
    struct role_item item;
    size_t items = 0, positions = 0, told = 0, bare = 0;
    if (block->kind != BLOCK_LIST)
        return false;
    for (const struct block *b = block->children; b != NULL; b = b->next, items++) {
        if (!read_item(x, b, &item))
            return false;
        positions += is_position(x, item.name);
        told += tells_of_holder(x, item.words);
        bare += is_bare_item(x, &item);
    }
    if (2 * bare > items || (bare > 0 && items - bare < ITEMS_MIN))
        return false; /* a list of who is there */
    bool is_announced = words_announce_roles(x, heading) && positions > 0 && 3 * told >= 2 * items;
    return items >= ITEMS_MIN && (positions == items || is_announced);
}

static void fill_role_item(struct extraction *x, const struct role_item *item, struct span at)
{
    end_role(x);
    x->clue = CLUE_ROLE_HEADING;
    begin_role(x, item->name, LEVEL_LINE, at);
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, item->name, at);
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, at);
    x->is_alone = true;
    fill_text(x, item->words, TEXT(""), 0, at);
    x->is_alone = false;
    if (item->list != NULL)
        fill_items(x, item->list, 0);
}

void fill_role_list(struct extraction *x, const struct block *block)
{
    struct role_item item;
    for (const struct block *b = block->children; b != NULL; b = b->next)
        if (read_item(x, b, &item))
            fill_role_item(x, &item, b->children->span);
    end_role(x);
}

/* ---- one a line ---- */

/* "Sound group" in front of "The sound group is": the words speak of whom the line names. */
static bool says_name(struct extraction *x, const struct role_item *item)
{
    static const struct text articles[] = {TEXT_INIT("the "), TEXT_INIT("a "), TEXT_INIT("an ")};
    struct text name = fold_label(x->scratch, item->name),
                words = fold_text(x->scratch, item->words);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_starts_with(words, articles[i]) &&
            text_starts_with(text_from(words, articles[i].size), name))
            return true;
    return false;
}

bool tells_of_holder(struct extraction *x, struct text words)
{
    static const struct text begins[] = {TEXT_INIT("this role"),
                                         TEXT_INIT("this position"),
                                         TEXT_INIT("for this position"),
                                         TEXT_INIT("for this role"),
                                         TEXT_INIT("the role"),
                                         TEXT_INIT("the position"),
                                         TEXT_INIT("this person"),
                                         TEXT_INIT("person"),
                                         TEXT_INIT("this is the"),
                                         TEXT_INIT("this member"),
                                         TEXT_INIT("this team member"),
                                         TEXT_INIT("in charge of"),
                                         TEXT_INIT("主要"),
                                         TEXT_INIT("全面")};
    if (vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES)
        return true;
    size_t end = text_find(words, TEXT(". "), 0);
    struct text folded =
        fold_text(x->scratch, text_slice(words, 0, end == TEXT_NOT_FOUND ? words.size : end));
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (text_starts_with(folded, begins[i]))
            return true;
    return text_find(folded, TEXT("responsible for"), 0) != TEXT_NOT_FOUND;
}

/* 「指協助辦公室事務的崗位；」: what kind of post it is, as against what a word means. */
static bool defines_post(struct text words)
{
    static const struct text ends[] = {TEXT_INIT("崗位"), TEXT_INIT("岗位"), TEXT_INIT("職位"),
                                       TEXT_INIT("职位"), TEXT_INIT("職務"), TEXT_INIT("职务")};
    static const struct text stops[] = {TEXT_INIT("；"), TEXT_INIT(";"), TEXT_INIT("。")};
    words = text_trim(words);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(words, stops[i]))
            words = text_slice(words, 0, words.size - stops[i].size);
    if (!text_starts_with(words, TEXT("指")) && !text_starts_with(words, TEXT("是指")))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_ends_with(words, ends[i]))
            return true;
    return false;
}

/* What somebody does, as one can tell behind the name of a position. */
static bool tells_of_post(struct extraction *x, struct text words)
{
    return tells_of_holder(x, words) || defines_post(words) ||
           (!is_latin_text(words) && numbers_begin(words) == 0);
}

/* A line in which a short name is followed by a sentence. */
static bool read_line(struct extraction *x, const struct piece *piece, struct role_item *item)
{
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_running)
        return false;
    *item = divide_item(piece->text);
    size_t length = text_code_points(item->name), words = text_code_points(item->words);
    bool is_latin = is_latin_text(item->name);
    bool is_short = !is_latin && words >= WORDS_MIN && is_position(x, item->name) &&
                    vocabulary_opening(x->vocabulary, x->scratch, item->words) == ELEMENT_DUTIES;
    return length > 0 && length <= (is_latin ? LATIN_LINE_NAME : NAME_LENGTH) &&
           (is_short || words >= (is_latin ? LATIN_SENTENCE : SENTENCE)) &&
           label_find(x, item->name).kind == LABEL_UNKNOWN;
}

/* The line names a position or a group, and its sentence tells what the holder does. */
static bool is_told_line(struct extraction *x, const struct piece *piece)
{
    struct role_item item;
    if (!read_line(x, piece, &item))
        return false;
    bool is_post = is_position(x, item.name) && tells_of_post(x, item.words);
    return is_post || says_name(x, &item) ||
           (is_department(item.name) && tells_of_holder(x, item.words));
}

/* One of these, or a line that looks like them and either names a position or tells of a holder. */
static bool is_line_of_role(struct extraction *x, const struct piece *piece, unsigned look)
{
    struct role_item item;
    bool is_alike = look != 0 && piece_look(piece) == look && read_line(x, piece, &item);
    return is_told_line(x, piece) ||
           (is_alike && (is_position(x, item.name) || tells_of_holder(x, item.words)));
}

/* What such lines hold of the document. */
struct role_lines {
    size_t lines, told, positions, size, of_all;
    unsigned look; /* of the last that is told */
};

static struct role_lines count_lines(struct extraction *x, const struct outline *outline)
{
    struct role_item item;
    struct role_lines lines = {0};
    for (size_t i = 0; i < outline->count; i++) {
        if (!is_told_line(x, &outline->pieces[i]))
            continue;
        lines.told++;
        lines.look = piece_look(&outline->pieces[i]);
    }
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        lines.of_all += whole_block_text(x->scratch, piece->block).size;
        if (!is_line_of_role(x, piece, lines.look))
            continue;
        lines.lines++;
        lines.size += piece->text.size;
        lines.positions += read_line(x, piece, &item) && is_position(x, item.name);
    }
    return lines;
}

/* Three lines or more, at least half of them told and all of them half of the document. */
void find_role_lines(struct extraction *x, struct outline *outline)
{
    struct role_lines lines = count_lines(x, outline);
    if (lines.lines < LINES_MIN || 2 * lines.told < lines.lines || lines.positions == 0 ||
        2 * lines.size < lines.of_all ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, outline->pieces[0].text))
        return;
    for (size_t i = 0; i < outline->count; i++)
        outline->pieces[i].is_role_line = is_line_of_role(x, &outline->pieces[i], lines.look);
}

/* ---- below words that announce positions ---- */

/* 「崗位類型主要分為：」, 「開發上的崗位」: the last clause says that positions follow. */
static bool announces_positions(struct text line)
{
    static const struct text words[] = {TEXT_INIT("崗位"), TEXT_INIT("岗位"), TEXT_INIT("職位"),
                                        TEXT_INIT("职位"), TEXT_INIT("角色")};
    struct text name = name_without_colon(text_trim(line));
    bool has_colon = name.size < text_trim(line).size;
    for (size_t comma; (comma = text_find(name, TEXT("，"), 0)) != TEXT_NOT_FOUND;)
        name = text_from(name, comma + TEXT("，").size);
    if (text_code_points(name) > NAME_LENGTH)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends_with(name, words[i]) ||
            (has_colon && text_find(name, words[i], 0) != TEXT_NOT_FOUND))
            return true;
    return false;
}

/* 「王小明、李大華」: nothing in it is longer than somebody's name. */
static bool may_be_people(struct text words)
{
    static const struct text joints = TEXT_INIT("、，, ；;。");
    size_t length = 0;
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        text_next(words, &at);
        bool is_joint = text_find(joints, text_slice(words, begin, at), 0) != TEXT_NOT_FOUND;
        length = is_joint ? 0 : length + 1;
        if (length > PERSON_LENGTH)
            return false;
    }
    return true;
}

/* A name and a colon in front of words, numbered in that look. */
static bool is_line_of_row(struct extraction *x, const struct piece *piece, unsigned look)
{
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_look(piece) != look)
        return false;
    struct role_item item = divide_item(piece->text);
    size_t length = text_code_points(item.name);
    return length > 0 && length <= NAME_LENGTH && !text_is_empty(item.words) &&
           label_find(x, item.name).kind == LABEL_UNKNOWN;
}

/* Behind the last line of the row: what has no number goes on with the line above it. */
static size_t row_end(struct extraction *x, const struct outline *outline, size_t first)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t end = first;
    for (size_t i = first; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        bool is_line = is_line_of_row(x, piece, look);
        if (!is_line && (piece->kind != PIECE_WORDS || piece_look(piece) != 0))
            break;
        end = is_line ? i + 1 : end;
    }
    return end;
}

/* Three lines or more, half of which name positions, and half of which tell no people. */
static bool is_row_of_roles(struct extraction *x, const struct outline *outline, size_t first,
                            size_t end)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t lines = 0, positions = 0, people = 0;
    for (size_t i = first; i < end; i++) {
        if (!is_line_of_row(x, &outline->pieces[i], look))
            continue;
        struct role_item item = divide_item(outline->pieces[i].text);
        lines++;
        positions += is_position(x, item.name);
        people += may_be_people(item.words);
    }
    return lines >= LINES_MIN && 2 * positions > lines && 2 * people < lines;
}

void find_announced_lines(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (piece_section(&outline->pieces[i]) != ELEMENT_COUNT)
            return; /* the row may be part of a role's section */
    for (size_t i = 0; i < outline->count; i++) {
        size_t first = outline_next(outline, i);
        const struct piece *piece = &outline->pieces[i];
        if (first == outline->count || piece->kind != PIECE_WORDS || piece->is_role_line ||
            !announces_positions(piece->text) || piece_look(&outline->pieces[first]) == 0 ||
            piece_look(&outline->pieces[first]) == piece_look(piece))
            continue;
        unsigned look = piece_look(&outline->pieces[first]);
        size_t end = row_end(x, outline, first);
        bool is_row = is_row_of_roles(x, outline, first, end);
        for (size_t k = first; is_row && k < end; k++)
            outline->pieces[k].is_role_line = is_line_of_row(x, &outline->pieces[k], look);
    }
}

/* "Members:", "Lead: Jane Miller": more of the role in front of it. */
static bool goes_on_with_label(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    return piece->kind != PIECE_TABLE &&
           (ends_in_colon(piece->text) || line_begins_like_label(piece->text));
}

void fill_role_line(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct role_item item = divide_item(piece->text);
    size_t next = outline_next(outline, index);
    fill_role_item(x, &item, piece->block->span);
    if (next < outline->count && goes_on_with_label(outline, next))
        close_target(x);
    else
        end_role(x);
}
