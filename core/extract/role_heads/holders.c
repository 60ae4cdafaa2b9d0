/*
 * Who holds a post, in front of its name or behind it: 「林文 | 專案總監」, "wdy413 – Backend
 * developer", 「測試工程師 —— 林文」. Where headings are so all along, the post is what they name. And
 * sentences that begin with both: 「林文担任项目经理，负责…」.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include "core/model/surname.h"

#define PERSON_LENGTH 4 /* Han of somebody's name */
#define PERSON_BYTES 40 /* ... or its Latin letters */
#define PERSON_WORDS 4
#define TASK_LENGTH 10 /* characters of what they do */
#define LEAD_LENGTH 12 /* characters of what announces the duties: 主要职责如下 */
#define LINES_MAX 6    /* items that are looked at for a post: a bound on work */
#define HEADINGS_MIN 2 /* one alone may name a unit in front of its post */

/* 「林文 | 專案總監」 in two; false: it has no joint. */
static bool part_name(struct text name, struct text *front, struct text *back)
{
    static const struct text joints[] = {TEXT_INIT("|"),   TEXT_INIT("｜"),  TEXT_INIT("- "),
                                         TEXT_INIT(" – "), TEXT_INIT(" — "), TEXT_INIT("——"),
                                         TEXT_INIT("："),  TEXT_INIT(": ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(name, joints[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        *front = text_trim(text_slice(name, 0, at));
        *back = text_trim(text_from(name, at + joints[i].size));
        return !text_is_empty(*front) && !text_is_empty(*back);
    }
    return false;
}

/* Nothing that posts or units are called. */
static bool is_no_post(struct extraction *x, struct text words)
{
    return !vocabulary_is_position(x->vocabulary, x->scratch, words) &&
           !vocabulary_is_office(x->vocabulary, x->scratch, words) && !is_department(x, words) &&
           !vocabulary_is_rank(x->vocabulary, x->scratch, words) &&
           label_find(x, words).kind == LABEL_UNKNOWN;
}

static bool is_person_in_han(struct extraction *x, struct text name)
{
    return !is_latin_text(name) && text_is_longer(name, 1) &&
           !text_is_longer(name, PERSON_LENGTH) && is_no_post(x, name) &&
           begins_with_surname(fold_text(x->scratch, name));
}

/* 林文, or the name of an account, wdy413: "Sales" may as well be where the post is. */
static bool is_surely_person(struct text words)
{
    if (!is_latin_text(words))
        return text_code_points(words) <= PERSON_LENGTH;
    size_t at = 0;
    uint32_t first = text_next(words, &at);
    return first >= 'a' && first <= 'z' && text_find(words, TEXT(" "), 0) == TEXT_NOT_FOUND;
}

/* 系统架构师, 系统架构师兼开发骨干 */
static bool is_post_held(struct extraction *x, struct text post)
{
    struct text_list also = signs_of(x, SIGN_ALSO_HOLDS);
    if (vocabulary_is_position(x->vocabulary, x->scratch, post))
        return true;
    for (size_t i = 0; i < also.count; i++) {
        size_t at = text_find(post, also.texts[i], 0);
        if (at != TEXT_NOT_FOUND &&
            vocabulary_is_position(x->vocabulary, x->scratch, text_slice(post, 0, at)))
            return true;
    }
    return false;
}

/*
 * The post of 「林文担任项目经理」, and of 「林文：项目经理」 where the words behind it are an act; empty:
 * no holder.
 */
static struct text part_post_held(struct extraction *x, struct text clause, struct text behind,
                                  struct text *holder)
{
    static const struct text colon = TEXT_INIT("："), by = TEXT_INIT("由"), of = TEXT_INIT("的");
    struct text_list verbs = signs_of(x, SIGN_HOLDS);
    for (size_t i = 0; i <= verbs.count; i++) {
        bool is_verb = i < verbs.count;
        struct text joint = is_verb ? verbs.texts[i] : colon;
        size_t at = text_find(clause, joint, 0);
        if (at == TEXT_NOT_FOUND ||
            (!is_verb && vocabulary_opening(x->vocabulary, x->scratch, behind) != ELEMENT_DUTIES))
            continue;
        struct text post = text_from(clause, at + joint.size);
        *holder = text_trim(text_slice(clause, 0, at));
        if (text_starts_with(*holder, by))
            *holder = text_from(*holder, by.size);
        struct text bare = text_without_any_start(post, signs_of(x, SIGN_OF_PROJECT));
        if (bare.size < post.size && text_starts_with(bare, of))
            bare = text_from(bare, of.size);
        return text_trim(bare);
    }
    return TEXT("");
}

bool read_post_held(struct extraction *x, struct text sentence, struct post_held *held)
{
    static const struct text comma = TEXT_INIT("，");
    size_t end = is_latin_text(sentence) ? TEXT_NOT_FOUND : text_find(sentence, comma, 0);
    if (end == TEXT_NOT_FOUND)
        return false;
    held->words = text_trim(text_from(sentence, end + comma.size));
    held->post = part_post_held(x, text_slice(sentence, 0, end), held->words, &held->holder);
    bool is_long = ends_in_colon(held->words) && text_is_longer(held->words, LEAD_LENGTH);
    return !text_is_empty(held->post) && !text_is_empty(held->words) && !is_long &&
           is_person_in_han(x, held->holder) && is_post_held(x, label_without_remark(held->post));
}

struct text name_behind_holder(struct text name)
{
    struct text front, back;
    return part_name(name, &front, &back) ? back : name;
}

void part_holder(struct piece *piece)
{
    struct text front, back;
    if (!part_name(piece->name, &front, &back))
        return;
    piece->name = back;
    piece->holder = front;
}

/* 張三、李四: nothing but names of people, in Han. */
static bool are_surnamed(struct extraction *x, struct text words)
{
    static const struct text joints[] = {TEXT_INIT("、"), TEXT_INIT("，"), TEXT_INIT(","),
                                         TEXT_INIT(" "), TEXT_INIT("/")};
    while (!text_is_empty(words)) {
        size_t end = words.size, next = end;
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
            size_t at = text_find(text_slice(words, 0, end), joints[i], 0);
            next = at != TEXT_NOT_FOUND ? at + joints[i].size : next;
            end = at != TEXT_NOT_FOUND ? at : end;
        }
        struct text name = text_trim(text_slice(words, 0, end));
        if (!is_person_in_han(x, name))
            return false;
        words = text_trim(text_from(words, next));
    }
    return true;
}

struct text task_beside_people(struct extraction *x, struct text line, struct text *people)
{
    struct text front;
    bool is_task = part_name(line, &front, people) && !text_is_longer(front, TASK_LENGTH) &&
                   label_find(x, front).kind == LABEL_UNKNOWN && are_surnamed(x, *people);
    return is_task ? front : TEXT("");
}

/* What an item or a line of the block has behind the label of the element; empty: nothing. */
static struct text value_in_lines(struct extraction *x, const struct block *block,
                                  enum element element)
{
    const struct block *item = block->kind == BLOCK_LIST ? block->children : block;
    for (size_t i = 0; item != NULL && i < LINES_MAX; item = item->next, i++) {
        const struct block *words = block->kind == BLOCK_LIST ? item->children : item;
        struct text line, text = words == NULL ? TEXT("") : block_text(x->arena, words);
        struct pair pair;
        for (size_t offset = 0; text_next_line(text, &offset, &line);)
            if (label_pairs(x, text_trim(line), &pair, 1) == 1 &&
                pair.label.kind == LABEL_ELEMENT && pair.label.element == element)
                return pair.value;
        if (block->kind != BLOCK_LIST)
            break;
    }
    return TEXT("");
}

/* The post of whom the heading names, by the lines right below it; empty: it names nobody. */
static struct text post_of_person(struct extraction *x, const struct outline *outline,
                                  size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    if (piece->kind != PIECE_HEADING || piece->is_role || piece->label.kind != LABEL_UNKNOWN ||
        piece->block->kind != BLOCK_HEADING || next == outline->count ||
        !are_surnamed(x, piece->text))
        return TEXT("");
    struct text post = value_in_lines(x, outline->pieces[next].block, ELEMENT_TITLE);
    return reads_like_position(x, post) ? post : TEXT("");
}

/* Below the card, or in it, stands what they do; one of a directory has nothing but numbers. */
static bool is_told_of(struct extraction *x, const struct outline *outline, size_t person)
{
    size_t card = outline_next(outline, person), behind = outline_next(outline, card);
    bool has_more =
        behind < outline->count && (outline->pieces[behind].kind != PIECE_HEADING ||
                                    piece_section(&outline->pieces[behind]) != ELEMENT_COUNT);
    return has_more ||
           !text_is_empty(value_in_lines(x, outline->pieces[card].block, ELEMENT_DUTIES));
}

void find_posts_of_people(struct extraction *x, struct outline *outline)
{
    size_t people = 0, told = 0;
    for (size_t i = 0; i < outline->count; i++) {
        bool is_person = !text_is_empty(post_of_person(x, outline, i));
        people += is_person;
        told += is_person && is_told_of(x, outline, i);
    }
    for (size_t i = 0; told > 0 && people >= HEADINGS_MIN && i < outline->count; i++) {
        struct text post = post_of_person(x, outline, i);
        if (text_is_empty(post))
            continue;
        struct piece *piece = &outline->pieces[i];
        piece->holder = piece->text;
        piece->name = post;
        piece->is_role = true;
        piece->level -= LEVEL_STEP / 2; /* above what the post has charge of, beside it */
    }
}

/* "Ann Lee", "J. van Holt": two words or three, all but small joints with a capital. */
static bool is_person_in_latin(struct extraction *x, struct text name)
{
    size_t capitals = 0, words = 0;
    if (!is_latin_text(name) || text_has_digit(name) || name.size > PERSON_BYTES)
        return false;
    for (size_t at = 0; at < name.size; words++) {
        size_t end = text_find(name, TEXT(" "), at);
        end = end == TEXT_NOT_FOUND ? name.size : end;
        struct text word = text_slice(name, at, end);
        capitals += !text_is_empty(word) && word.data[0] >= 'A' && word.data[0] <= 'Z';
        at = end + 1;
    }
    return capitals >= 2 && words <= PERSON_WORDS && capitals + 1 >= words && is_no_post(x, name) &&
           ends_like_heading(name) && text_find(name, TEXT(","), 0) == TEXT_NOT_FOUND;
}

/* "Project leader: Ann Lee", 「項目經理：林文」 right over a label of what is done; *post: in front, *holder: behind. */
static bool is_post_with_person(struct extraction *x, const struct outline *outline, size_t line,
                                struct text *post, struct text *holder)
{
    const struct piece *piece = &outline->pieces[line];
    size_t next = outline_next(outline, line);
    bool is_line = piece->block->kind == BLOCK_PARAGRAPH && !piece_looks_like_item(piece) &&
                   (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING);
    return is_line && piece->label.kind == LABEL_UNKNOWN && next < outline->count &&
           piece_section(&outline->pieces[next]) == ELEMENT_DUTIES &&
           part_name(piece->text, post, holder) &&
           (is_person_in_latin(x, *holder) ||
            (!is_latin_text(*holder) && are_surnamed(x, *holder)));
}

void find_posts_with_people(struct extraction *x, struct outline *outline)
{
    size_t lines = 0, posts = 0;
    struct text post, holder;
    for (size_t i = 0; i < outline->count; i++)
        if (is_post_with_person(x, outline, i, &post, &holder)) {
            lines++;
            posts += vocabulary_is_position(x->vocabulary, x->scratch, post);
        }
    for (size_t i = 0; lines >= HEADINGS_MIN && 2 * posts > lines && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!is_post_with_person(x, outline, i, &post, &holder))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_NAMED;
        piece->is_role = true;
        piece->name = post;
        piece->holder = holder;
    }
}

bool have_holders(struct extraction *x, const struct outline *outline, const size_t *headings,
                  size_t count)
{
    bool is_sure = false;
    for (size_t i = 0; i < count; i++) {
        struct text front, back, name = name_of_line(x, outline->pieces[headings[i]].text);
        if (!part_name(name, &front, &back) || !is_no_post(x, label_without_remark(front)) ||
            !reads_like_position(x, label_without_remark(back)))
            return false;
        is_sure |= is_surely_person(label_without_remark(front));
    }
    return is_sure && count >= HEADINGS_MIN;
}

/* 「測試工程師 —— 林文」: somebody's name in Han behind all of them, and posts in front of most. */
static bool have_holders_behind(struct extraction *x, const struct outline *outline,
                                const size_t *headings, size_t count)
{
    size_t posts = 0, people = 0;
    for (size_t i = 0; i < count; i++) {
        struct text front, back, name = name_of_line(x, outline->pieces[headings[i]].text);
        if (!part_name(name, &front, &back))
            return false;
        struct text person = label_without_remark(back);
        if (is_latin_text(person) || text_code_points(person) > PERSON_LENGTH ||
            !is_no_post(x, person))
            return false;
        posts += reads_like_position(x, label_without_remark(front));
        people += begins_with_surname(fold_text(x->scratch, person));
    }
    return count >= HEADINGS_MIN && 2 * posts > count && 2 * people > count;
}

static void part_holder_behind(struct piece *piece)
{
    struct text front, back;
    if (!part_name(piece->name, &front, &back))
        return;
    piece->name = front;
    piece->holder = back;
}

/* 「會計（李娜）」 in two; （華東） and （安全組） are where and in what, and no people. */
static bool part_bracketed(struct extraction *x, struct text name, struct text *post,
                           struct text *person)
{
    *post = label_without_remark(name);
    *person = label_remark(name);
    if (post->size == name.size || text_is_empty(*person) || !are_surnamed(x, *person))
        return false;
    return !text_ends_with_any(fold_text(x->scratch, *person), signs_of(x, SIGN_NO_PERSON_END));
}

/* All headings of roles are posts with their holders in brackets. */
static void drop_bracketed_holders(struct extraction *x, struct outline *outline,
                                   const size_t *headings, size_t count)
{
    struct text post, person;
    size_t positions = 0; /* 會計A is none */
    for (size_t i = 0; i < count; i++) {
        if (!part_bracketed(x, outline->pieces[headings[i]].name, &post, &person))
            return;
        positions += vocabulary_is_position(x->vocabulary, x->scratch, post);
    }
    for (size_t i = 0; i < count && count >= HEADINGS_MIN && 2 * positions >= count; i++) {
        struct piece *piece = &outline->pieces[headings[i]];
        part_bracketed(x, piece->name, &piece->name, &piece->holder);
    }
}

void drop_holders(struct extraction *x, struct outline *outline)
{
    size_t *headings = arena_new_array(x->scratch, outline->count + 1, size_t), count = 0;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role && text_is_empty(piece->holder))
            headings[count++] = i;
    }
    bool have = have_holders(x, outline, headings, count);
    bool have_behind = !have && have_holders_behind(x, outline, headings, count);
    for (size_t i = 0; have && i < count; i++)
        part_holder(&outline->pieces[headings[i]]);
    if (!have && !have_behind)
        drop_bracketed_holders(x, outline, headings, count);
    for (size_t i = 0; have_behind && i < count; i++)
        part_holder_behind(&outline->pieces[headings[i]]);
}

struct text holder_below(struct extraction *x, struct text words)
{
    size_t end = text_find(words, TEXT("\n"), 0);
    if (end == TEXT_NOT_FOUND)
        return TEXT("");
    struct text post = text_trim(text_slice(words, 0, end));
    struct text below = text_trim(text_from(words, end));
    /* 「高級」 and 「金融組」 begin like names, too, and are a rank and a unit */
    bool is_person = text_code_points(below) <= PERSON_LENGTH &&
                     begins_with_surname(fold_text(x->scratch, below)) &&
                     !is_department(x, below) &&
                     !vocabulary_is_rank(x->vocabulary, x->scratch, below);
    return is_person &&
                   vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(post))
               ? below
               : TEXT("");
}
