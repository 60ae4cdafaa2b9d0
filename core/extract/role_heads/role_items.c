/*
 * Roles as the items of a list, or one a line: 「- 店長：管理門市，排定班表」, or names over lists
 * of their own. How such an item is read, and what it fills; series.c says whether it is one.
 *
 * In Han a position may also stand right in front of numbers within its line,
 * 「組長 ⑴帶隊… ⑵協助…」.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define NAME_LENGTH 20       /* Han of a name, at most */
#define LATIN_NAME_LENGTH 50 /* letters, alike */
#define COUNTED_BYTES 48     /* of a name in Han with the number of its holders */
#define LATIN_LINE_NAME 60   /* letters in front of a whole sentence */
#define WORDS_MIN 6          /* characters of what somebody does: fewer are somebody's name */
#define ROW_DISTANCE 50      /* pieces back to the number over a row: a bound on work */

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

bool is_post_name(struct extraction *x, struct text name)
{
    return label_find(x, name).kind != LABEL_ELEMENT &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
}

/* "Supervisor", "Line managers": posts, whoever they are a label of elsewhere. */
static bool names_post(struct extraction *x, struct text name)
{
    struct label label = label_find(x, name);
    return label_names_post(x, &label, name);
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

/* "Vice President. Acts for the president …": where the name ends that a full stop parts from what
 * its holder does; 0: none. */
static size_t stopped_name(struct extraction *x, struct text text)
{
    size_t stop = text_find(text_head(text, LATIN_LINE_NAME), TEXT(". "), 0);
    if (stop == TEXT_NOT_FOUND || !is_latin_text(text))
        return 0;
    struct text name = text_slice(text, 0, stop), words = text_trim(text_from(text, stop + 1));
    bool begins = !text_is_empty(words) && words.data[0] >= 'A' && words.data[0] <= 'Z';
    return begins && is_title_case(name) && vocabulary_is_position(x->vocabulary, x->scratch, name)
               ? stop
               : 0;
}

/* 「隊長一人，綜理隊務」: where the number behind the name ends; 0: there is none. */
static size_t counted_name(struct extraction *x, struct text text)
{
    size_t comma = text_find(text_head(text, COUNTED_BYTES), TEXT("，"), 0);
    struct text rest, name = text_slice(text, 0, comma == TEXT_NOT_FOUND ? 0 : comma);
    return !text_is_empty(count_behind(x, name, &rest)) && !is_latin_text(rest) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, rest)
               ? comma
               : 0;
}

static struct role_item divide_item(struct extraction *x, struct text text)
{
    size_t name_end;
    text = list_label_of(text_trim(text)).rest;
    size_t words = joint_end(text, &name_end), numbers = numbers_begin(text),
           stop = stopped_name(x, text);
    if (stop > 0 && stop < name_end)
        words = (name_end = stop) + 1;
    size_t comma = counted_name(x, text);
    if (comma > 0 && comma < name_end)
        words = (name_end = comma) + TEXT("，").size;
    if (numbers < name_end && !is_latin_text(text))
        name_end = words = numbers; /* 班長 ⑴帶領全班 ⑵協助老師 */
    struct role_item item = {.name = without_pictographs(text_trim(text_slice(text, 0, name_end))),
                             .words = text_trim(text_from(text, words)),
                             .whole = text};
    part_item(x, &item);
    return item;
}

/* The name of a position or a unit in a line of its own, in front of the words. */
static void part_line(struct extraction *x, struct role_item *item)
{
    size_t end = text_find(item->name, TEXT("\n"), 0);
    struct text line = end == TEXT_NOT_FOUND ? TEXT("") : text_slice(item->name, 0, end);
    if (text_is_empty(line) || (!is_post_name(x, line) && !is_department(x, line)))
        return;
    size_t words = (size_t)(line.data - item->whole.data) + end;
    item->name = line;
    item->words = text_trim(text_from(item->whole, words));
}

/* Parts the words at the joint behind the name, or at the end of its line. */
static struct role_item item_of_words(struct extraction *x, struct text words)
{
    struct role_item item = divide_item(x, words);
    part_line(x, &item);
    return item;
}

/* docs/roles/owner.md: where more is told, and nothing of it. */
static bool is_path(struct text words)
{
    return text_find(words, TEXT("/"), 0) != TEXT_NOT_FOUND &&
           text_find(words, TEXT("."), 0) != TEXT_NOT_FOUND &&
           text_find(words, TEXT(" "), 0) == TEXT_NOT_FOUND && is_latin_text(words);
}

/* "Assists the President.", "The President shall chair the meetings.": an act, whatever post its
 * words end in. */
static bool is_act_of_name(struct extraction *x, const struct role_item *item)
{
    bool has_stop = text_ends_with(item->whole, TEXT("."));
    bool is_sentence =
        has_stop && (text_starts_with_any(item->whole, signs_of(x, SIGN_RULE_START)) ||
                     text_holds_any(item->whole, signs_of(x, SIGN_SHALL)));
    return item->is_bare && is_latin_text(item->whole) &&
           (is_sentence ||
            ((has_stop || text_find(item->whole, TEXT(" the "), 0) != TEXT_NOT_FOUND) &&
             vocabulary_opening(x->vocabulary, x->scratch, item->whole) == ELEMENT_DUTIES));
}

/* Every item of the list below a position is a position, too: those whom it leads. */
static bool is_team(struct extraction *x, const struct role_item *lead)
{
    struct role_item item;
    bool is_one = lead->list != NULL && is_post_name(x, lead->name);
    for (const struct block *b = is_one ? lead->list->children : NULL; b != NULL; b = b->next)
        if (!role_item_of_block(x, b, &item) || !is_post_name(x, item.name) ||
            is_act_of_name(x, &item))
            return false;
    return is_one;
}

/* Items below the name of a group that read like those of roles; *known: of positions or bodies. */
static size_t count_of_group(struct extraction *x, const struct block *list, size_t *known)
{
    struct role_item item;
    size_t items = 0;
    *known = 0;
    for (const struct block *b = list->children; b != NULL; b = b->next, items++) {
        if (!role_item_of_block(x, b, &item) || item.list != NULL || item.group != NULL)
            return 0;
        *known +=
            is_post_name(x, item.name) || text_ends_with_any(item.name, signs_of(x, SIGN_BODY));
    }
    return items;
}

/* An item beside it is the name of such a group, over positions. */
static bool is_group_of_positions(struct extraction *x, const struct block *item)
{
    size_t known = 0;
    const struct block *list = item == NULL || item->children == NULL ? NULL : item->children->next;
    bool is_over_list = list != NULL && list->kind == BLOCK_LIST && list->next == NULL;
    size_t items = is_over_list ? count_of_group(x, list, &known) : 0;
    return items > 1 && 2 * known >= items;
}

/*
 * 「決策層」 over 「理事：…」 and 「召集人：…」: no position itself, and all below it read like items of
 * roles, half of them of positions or bodies, or those of the item behind it or the first are so.
 */
static bool is_group(struct extraction *x, const struct block *block, const struct role_item *lead)
{
    size_t known;
    bool may_be = lead->list != NULL && text_is_empty(lead->words) &&
                  !is_post_name(x, lead->name) && !is_department(x, lead->name) &&
                  !is_latin_text(lead->name);
    size_t items = may_be ? count_of_group(x, lead->list, &known) : 0;
    return items > 1 &&
           (2 * known >= items || is_group_of_positions(x, block->next) ||
            (block->parent != NULL && is_group_of_positions(x, block->parent->children)));
}

bool role_item_of_block(struct extraction *x, const struct block *block, struct role_item *item)
{
    const struct block *first = block->children;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH)
        return false;
    *item = item_of_words(x, block_text(x->arena, first));
    const struct block *next = first->next;
    bool is_told = next != NULL && (next->kind == BLOCK_QUOTE || next->kind == BLOCK_PARAGRAPH);
    if (is_told && text_is_empty(item->words)) {
        item->words = text_trim(whole_block_text(x->arena, next));
        next = next->next;
    }
    if (next != NULL && next->kind == BLOCK_LIST && next->next == NULL)
        item->list = next;
    else if (next != NULL)
        return false;
    size_t length = text_code_points(label_without_remark(item->name));
    if (is_team(x, item)) {
        item->team = item->list;
        item->list = NULL;
    } else if (is_group(x, block, item)) {
        item->group = item->list;
        return true;
    }
    part_person_over_list(x, item);
    item->is_bare = item->list == NULL && (text_is_empty(item->words) || is_path(item->words));
    return length > 0 && length <= (is_latin_text(item->name) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           (label_find(x, item->name).kind != LABEL_ELEMENT || names_post(x, item->name)) &&
           (item->list != NULL ||
            (item->is_bare || text_is(item->words, "TBD") /* to be told of as the others are */
                 ? is_post_name(x, item->name)
                 : text_code_points(item->words) >= WORDS_MIN));
}

/* 「本科畢業，做事細心」, 「相關專業博士畢業」: the first clause says what one has learnt. */
static bool begins_with_degree(struct extraction *x, struct text words)
{
    static const struct text commas[] = {TEXT_INIT("，"), TEXT_INIT(","), TEXT_INIT("；"),
                                         TEXT_INIT("。"), TEXT_INIT("、")};
    size_t end = words.size;
    for (size_t i = 0; i < sizeof commas / sizeof *commas; i++) {
        size_t at = text_find(words, commas[i], 0);
        end = at < end ? at : end;
    }
    return !is_latin_text(words) &&
           text_ends_with_any(fold_text(x->scratch, text_slice(words, 0, end)),
                              signs_of(x, SIGN_GRADUATED));
}

bool tells_need_of_post(struct extraction *x, struct text words)
{
    words = text_without_any_start(words, signs_of(x, SIGN_ASKED));
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, words);
    bool is_counted = !text_is_empty(words) && is_ascii_digit(words.data[0]) &&
                      vocabulary_speaks_of(x->vocabulary, x->scratch, words, ELEMENT_APPOINTMENT);
    return opening == ELEMENT_APPOINTMENT ||
           (opening == ELEMENT_COUNT && (is_counted || begins_with_degree(x, words)));
}

static void fill_sentence(struct extraction *x, enum element element, struct text words,
                          struct span at)
{
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, at);
    x->is_alone = true;
    fill_text(x, words, TEXT(""), 0, at);
    x->is_alone = false;
}

/* How the officer is chosen, in front of what he does; returns the words of that. */
static struct text fill_choice(struct extraction *x, struct text words, struct span at)
{
    static const struct text comma = TEXT_INIT("，");
    enum element element;
    for (struct text clause = clause_of_choice(x, words, &element); !text_is_empty(clause);
         clause = clause_of_choice(x, words, &element)) {
        struct text rest = text_from(words, clause.size);
        fill_sentence(x, element, clause, at);
        words = text_from(rest, comma.size);
        note_field(x, USE_LABEL, element, FIELD_NONE, text_head(rest, comma.size), at);
    }
    return words;
}

/* 「社長：陳大文」 over 「職責：…」 「任期：…」: labels below a name that nothing else is said of. */
static bool fill_labels_below(struct extraction *x, const struct role_item *item)
{
    if (item->list == NULL || !text_is_empty(item->words))
        return false;
    close_target(x);
    return list_of_sections(x, item->list) || list_of_pairs(x, item->list);
}

/* said: the line or item, which holds the parts of it */
static void fill_role_item(struct extraction *x, const struct role_item *item, struct text said,
                           struct span at)
{
    x->clue = CLUE_ROLE_HEADING;
    bool may_resume = item->is_sentence || item->is_again;
    if (!may_resume || !resume_role_called(x, item->name, LEVEL_LINE))
        begin_role(x, item->name, LEVEL_LINE, at);
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, item->name, at);
    fill_aside(x, item->holder, at);
    x->clue = CLUE_PLAIN;
    if (!text_is_empty(item->count))
        fill_sentence(x, ELEMENT_HEADCOUNT, item->count, at);
    if (fill_labels_below(x, item))
        return;
    struct text words = item->is_sentence ? fill_choice(x, item->words, at) : item->words;
    struct text chosen = text_slice(item->words, 0, item->words.size - words.size);
    struct text holder = holders_behind(x, &words);
    fill_aside(x, holder, at);
    struct text told[] = {item->name, item->holder, item->count, chosen, holder, words};
    note_between(x, said, told, sizeof told / sizeof *told, ELEMENT_TITLE, at);
    enum element element = tells_need_of_post(x, words) ? ELEMENT_APPOINTMENT : ELEMENT_DUTIES;
    if (item->is_lead)
        open_element(x, label_of(element), name_without_colon(words), LEVEL_LINE, at);
    else
        fill_sentence(x, element, words, at);
    if (item->list != NULL)
        fill_items(x, item->list, 0);
}

/* The roles of a group, each in it. */
static void fill_group(struct extraction *x, const struct role_item *group, struct span at)
{
    struct role_item item;
    for (const struct block *b = group->group->children; b != NULL; b = b->next) {
        if (!role_item_of_block(x, b, &item))
            continue;
        fill_role_item(x, &item, item.whole, b->children->span);
        fill_sentence(x, ELEMENT_DEPARTMENT, group->name, at);
    }
}

void fill_role_list(struct extraction *x, const struct block *block)
{
    struct role_item item;
    for (const struct block *b = block->children; b != NULL; b = b->next) {
        if (!role_item_of_block(x, b, &item))
            continue;
        if (item.group != NULL) {
            fill_group(x, &item, b->children->span);
            continue;
        }
        fill_role_item(x, &item, item.whole, b->children->span);
        if (item.team != NULL)
            fill_role_list(x, item.team);
    }
    end_role(x);
}

/* ---- what the words say ---- */

bool role_item_says_name(struct extraction *x, const struct role_item *item)
{
    struct text name = fold_label(x->scratch, item->name),
                words = fold_text(x->scratch, item->words);
    struct text bare = text_without_any_start_word(words, signs_of(x, SIGN_ARTICLE));
    return bare.size < words.size && text_starts_with(bare, name);
}

/*
 * 「変更をマージします」, 「予定を組む」: Japanese has its verb behind its object, and at the end. What
 * somebody can is no act, and a topic in front of the object, 「艦長も支援を約束します」, is somebody else.
 */
static bool is_act_in_japanese(struct text words)
{
    static const char *const stops[] = {"。", "．", NULL};
    static const char *const verbs[] = {"う", "く", "ぐ", "す", "つ", "ぬ", "ぶ", "む", "る", NULL};
    static const char *const states[] = {"できる",   "ている",   "ある", "できます",
                                         "ています", "あります", NULL};
    words = text_without_end(text_trim(words), stops);
    size_t object = text_find(words, TEXT("を"), 0);
    struct text front = text_slice(words, 0, object == TEXT_NOT_FOUND ? 0 : object);
    bool has_topic = text_find(front, TEXT("は"), 0) != TEXT_NOT_FOUND ||
                     text_find(front, TEXT("も"), 0) != TEXT_NOT_FOUND;
    return object != TEXT_NOT_FOUND && !has_topic && text_ends_with_one_of(words, verbs) &&
           !text_ends_with_one_of(words, states);
}

bool tells_of_holder(struct extraction *x, struct text words)
{
    if (is_act_in_japanese(words) ||
        vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES)
        return true;
    size_t end = text_find(words, TEXT(". "), 0);
    struct text folded =
        fold_text(x->scratch, text_slice(words, 0, end == TEXT_NOT_FOUND ? words.size : end));
    return text_starts_with_any(folded, signs_of(x, SIGN_OF_HOLDER)) ||
           text_holds_any(folded, signs_of(x, SIGN_HOLDER_CHARGED));
}

/* 「指協助辦公室事務的崗位；」: what kind of post it is, as against what a word means. */
static bool defines_post(struct extraction *x, struct text words)
{
    static const char *const stops[] = {"；", ";", "。", NULL};
    return text_starts_with_any(text_trim(words), signs_of(x, SIGN_DEFINES)) &&
           text_ends_with_any(text_without_end(text_trim(words), stops), signs_of(x, SIGN_POST));
}

/* The first item of its list begins as a duty does. */
static bool list_tells(struct extraction *x, const struct block *list)
{
    const struct block *first = list == NULL ? NULL : list->children;
    if (first == NULL)
        return false;
    struct text words = whole_block_text(x->scratch, first);
    return is_act_in_japanese(words) ||
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
}

bool role_item_tells(struct extraction *x, const struct role_item *item)
{
    return role_item_is_post(x, item) || tells_of_holder(x, item->words) ||
           list_tells(x, item->list) || defines_post(x, item->words) ||
           role_item_says_name(x, item) || tells_need_of_post(x, item->words) ||
           (!is_latin_text(item->words) && numbers_begin(item->words) == 0);
}

bool role_item_of_line(struct extraction *x, const struct piece *piece, struct role_item *item)
{
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_running)
        return false;
    *item = item_of_words(x, piece->text);
    size_t length = text_code_points(item->name);
    if (text_ends_with_any(item->name, signs_of(x, SIGN_NO_ITEM)))
        return false; /* 「日常工作由四組負責：…」 */
    return length > 0 && length <= (is_latin_text(item->name) ? LATIN_LINE_NAME : NAME_LENGTH) &&
           text_code_points(item->words) > 1 &&
           (label_find(x, item->name).kind == LABEL_UNKNOWN || names_post(x, item->name));
}

/* "Members:", "Lead: Jane Miller": more of the role in front of it; 「第五條 …：」 is none. */
static bool goes_on_with_label(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct text line = piece->block->kind == BLOCK_LIST && piece->block->children != NULL
                           ? whole_block_text(x->scratch, piece->block->children)
                           : piece->text;
    struct pair pair;
    return piece->kind != PIECE_TABLE && !is_article_label(list_label_of(line).label) &&
           !piece_is_article(piece) &&
           (ends_in_colon(line) || line_begins_like_label(line) ||
            (piece->block->kind == BLOCK_LIST && label_pairs(x, line, &pair, 1) == 1));
}

/* 「二、報名資格：」 behind 「（四）典藏志工：…」: the next number of those that stand over the row. */
static bool goes_on_above(const struct outline *outline, size_t index, size_t next)
{
    const struct piece *below = &outline->pieces[next];
    unsigned look = piece_look(below);
    if (look == 0 || look == piece_look(&outline->pieces[index]))
        return false;
    for (size_t i = index; i > 0 && index - i < ROW_DISTANCE; i--)
        if (piece_look(&outline->pieces[i - 1]) == look)
            return piece_is_numbered_behind(below, &outline->pieces[i - 1]);
    return false;
}

void fill_role_line(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct role_item told = {
        .name = piece->name, .words = piece->rest, .holder = piece->holder, .is_sentence = true};
    struct role_item item = text_is_empty(told.words) ? item_of_words(x, piece->text) : told;
    size_t next = outline_next(outline, index);
    item.is_again = piece->is_of_table_role;
    if (item.is_sentence && text_is_empty(item.count))
        item.count = headcount_beside(x, item.name, &item.name); /* 秘書 一人 */
    item.is_lead = item.is_sentence && ends_in_colon(piece->text) && piece_is_article(piece) &&
                   next < outline->count && piece_is_item(&outline->pieces[next]);
    fill_role_item(x, &item, piece->text, piece->block->span);
    if (item.is_lead)
        x->role_is_article = true;
    else if (next < outline->count && goes_on_with_label(x, outline, next) &&
             !goes_on_above(outline, index, next))
        close_target(x);
    else if (next == outline->count || !outline->pieces[next].is_list_of_line)
        end_role(x);
}
