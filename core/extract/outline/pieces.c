/* What a single piece of the outline looks like, whatever its neighbours. */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAME_LENGTH 30       /* characters of a plain line that may be a role's name */
#define LATIN_NAME_LENGTH 60 /* letters, alike */
#define ADDRESS_LABEL 30     /* bytes of "Original posting:" in front of an address */
#define HOLDER_LENGTH 4      /* Han of the name of who holds a post */
#define PROSE 15             /* Han of a sentence, at least */
#define LATIN_PROSE 40       /* letters, alike */
#define SECTION_DIGITS 2     /* of the number of a section, at most */
#define SENTENCE_WORDS 4     /* up to a full stop: in names, abbreviations stand behind fewer */

/* ---- names ---- */

/* 「後端工程師（19000-25000）」, 社长【王明】: the name without what its brackets add. */
static struct text without_bracket(struct text name)
{
    static const struct text brackets[][2] = {{TEXT_INIT("（"), TEXT_INIT("）")},
                                              {TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("【"), TEXT_INIT("】")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t open = text_find(name, brackets[i][0], 0);
        if (open != TEXT_NOT_FOUND && open > 0 && text_ends_with(name, brackets[i][1]))
            return text_trim(text_slice(name, 0, open));
    }
    return name;
}

/* "Role of the Mentor" is that of the mentor, and so is "As a Mentor:" over what one does. */
static struct text behind_role_of(const struct extraction *x, struct text name)
{
    return text_without_any_start_word(name, signs_of(x, SIGN_ROLE_OF));
}

struct text name_of_line(const struct extraction *x, struct text line)
{
    struct text name = without_pictographs(list_label_of(line).rest);
    name = without_pictographs(list_label_of(name_without_colon(name)).rest);
    return behind_role_of(x, name);
}

/* Of [台北] in front of 後端工程師, what is in the brackets; *rest: what stands behind them. */
static struct text tag_in_front(struct text title, struct text *rest)
{
    static const struct text brackets[][2] = {{TEXT_INIT("["), TEXT_INIT("]")},
                                              {TEXT_INIT("【"), TEXT_INIT("】")},
                                              {TEXT_INIT("『"), TEXT_INIT("』")},
                                              {TEXT_INIT("「"), TEXT_INIT("」")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t close = text_find(title, brackets[i][1], 0);
        if (!text_starts_with(title, brackets[i][0]) || close == TEXT_NOT_FOUND)
            continue;
        *rest = text_trim(text_from(title, close + brackets[i][1].size));
        return text_trim(text_slice(title, brackets[i][0].size, close));
    }
    *rest = title;
    return TEXT("");
}

/* 【技術總監】石磊: somebody's name behind the post. */
static bool is_holder_behind(struct extraction *x, struct text tag, struct text rest)
{
    return reads_like_position(x, tag) && !is_latin_text(rest) &&
           text_code_points(rest) <= HOLDER_LENGTH &&
           !vocabulary_is_position(x->vocabulary, x->scratch, rest) &&
           !vocabulary_is_office(x->vocabulary, x->scratch, rest) && !is_department(x, rest);
}

struct text title_without_tags(struct extraction *x, struct text title)
{
    struct text rest;
    for (struct text tag = tag_in_front(title, &rest); !text_is_empty(tag);
         tag = tag_in_front(title, &rest)) {
        if (text_is_empty(rest) || is_holder_behind(x, tag, rest))
            return tag;
        bool is_rank = vocabulary_is_rank(x->vocabulary, x->scratch, tag);
        struct text sought = name_in_posting_title(x, tag); /* 「理貨員招聘」_青田港務 */
        if ((is_rank && !tells_employment(x, tag)) || reads_like_position(x, tag) ||
            (sought.size < tag.size && reads_like_position(x, sought)))
            return title;
        title = rest;
    }
    return title;
}

bool invites_reader(struct extraction *x, struct text title)
{
    size_t width, colon = find_colon(title, &width);
    struct text front = colon == TEXT_NOT_FOUND ? title : text_slice(title, 0, colon);
    return text_ends_with_any_word(label_folded(x, title), signs_of(x, SIGN_INVITATION)) &&
           text_is_empty(position_of_title(x, front)) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, in_front_of_joint(x, front));
}

bool is_about_holders(struct extraction *x, struct text text)
{
    return text_starts_with_any_word(text, signs_of(x, SIGN_ABOUT_HOLDERS));
}

bool is_in_capitals(struct text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] >= 'a' && name.data[i] <= 'z')
            return false;
    return true;
}

/* "The Clerk reports to …"; not "Financial reports editor". */
static bool says_superior(const struct extraction *x, struct text text)
{
    return text_holds_any(text, signs_of(x, SIGN_SAYS_SUPERIOR));
}

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/*
 * "The treasurer looks after the money. They:", but "Asst. Manager" and "Head Teacher of St.
 * Mary's School": an abbreviation in a name is of few words, or begins with a capital.
 */
static bool holds_sentence(struct text text)
{
    size_t stop = text_find(text, TEXT(". "), 0), words = 1, last = 0;
    for (size_t i = 0; stop != TEXT_NOT_FOUND && i < stop; i++)
        if (text.data[i] == ' ') {
            words++;
            last = i + 1;
        }
    return stop != TEXT_NOT_FOUND && words >= SENTENCE_WORDS && is_small(text.data[last]);
}

bool is_clause(const struct extraction *x, struct text text)
{
    static const char *const verbs[] = {"is",  "are",    "was",   "were",  "will",   "must",
                                        "can", "should", "shall", "would", "cannot", NULL};
    for (size_t begin = 0, end; begin < text.size; begin = end + 1) {
        end = text_find(text, TEXT(" "), begin);
        end = end == TEXT_NOT_FOUND ? text.size : end;
        if (begin > 0 && text_is_one_of(name_without_colon(text_slice(text, begin, end)), verbs))
            return true;
    }
    return holds_sentence(text) || says_superior(x, text);
}

bool is_address_line(struct text line)
{
    line = text_trim(line);
    size_t begin = line.size;
    while (begin > 0 && line.data[begin - 1] != ' ')
        begin--;
    struct text address = text_from(line, begin), front = text_trim(text_slice(line, 0, begin));
    return (text_find(address, TEXT("://"), 0) != TEXT_NOT_FOUND ||
            text_starts_with(address, TEXT("www."))) &&
           (text_is_empty(front) || (front.size <= ADDRESS_LABEL && ends_in_colon(front)));
}

/* A heading of two posts around one of the joints, which stands in it once. */
static bool is_of_two_posts(const struct extraction *x, struct text heading,
                            struct text_list joints, struct text *before, struct text *behind)
{
    for (size_t i = 0; i < joints.count; i++) {
        struct text joint = joints.texts[i];
        size_t at = text_find(heading, joint, 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        *before = name_of_line(x, text_trim(text_slice(heading, 0, at)));
        *behind = text_trim(text_from(heading, at + joint.size));
        return !text_is_empty(*before) && text_code_points(*before) <= NAME_LENGTH &&
               text_code_points(*behind) <= LATIN_NAME_LENGTH &&
               text_find(*behind, joint, 0) == TEXT_NOT_FOUND;
    }
    return false;
}

bool is_promotion(struct extraction *x, struct text heading, struct text *next)
{
    static const struct text arrows[] = {TEXT_INIT("→"), TEXT_INIT("⇒"), TEXT_INIT("➡"),
                                         TEXT_INIT("->")};
    struct text_list list = text_list_of(arrows, sizeof arrows / sizeof *arrows);
    struct text before, behind;
    bool is_found = (is_of_two_posts(x, heading, list, &before, &behind) ||
                     is_of_two_posts(x, heading, signs_of(x, SIGN_PROMOTED), &before, &behind)) &&
                    vocabulary_is_position(x->vocabulary, x->scratch, behind);
    if (is_found)
        *next = behind;
    return is_found;
}

bool is_demotion(struct extraction *x, struct text heading, struct text *post)
{
    struct text before, behind;
    bool is_found = is_of_two_posts(x, heading, signs_of(x, SIGN_DEMOTED), &before, &behind) &&
                    vocabulary_is_position(x->vocabulary, x->scratch, before) &&
                    vocabulary_is_position(x->vocabulary, x->scratch, behind);
    if (is_found)
        *post = before;
    return is_found;
}

bool is_over_its_parts(struct extraction *x, const struct piece *piece)
{
    size_t digits = 0;
    while (digits < piece->text.size && is_ascii_digit(piece->text.data[digits]))
        digits++;
    size_t behind = digits;
    if (digits == 0 || digits > SECTION_DIGITS || digits == piece->text.size ||
        !is_blank_code_point(text_next(piece->text, &behind)))
        return false;
    struct text name = text_trim(text_from(piece->text, behind));
    const struct block *next = skip_blank_paragraphs(x->scratch, piece->block->next);
    if (text_is_empty(name) || (uint8_t)name.data[0] < HAN_BYTE || next == NULL ||
        next->kind == BLOCK_TABLE)
        return false;
    struct text below = text_trim(block_text(x->scratch, next));
    return text_starts_with(below, text_slice(piece->text, 0, digits)) &&
           text_starts_with(text_from(below, digits), TEXT(".1"));
}

/* "Q/" stands in front of the letters of a house and of the numbers of its standards. */
static bool is_document_number(struct text line)
{
    bool is_of_house = text_starts_with(line, TEXT("Q/"));
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < line.size; i++) {
        char c = line.data[i];
        digits += is_ascii_digit(c);
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if ((uint8_t)c >= HAN_BYTE)
            return false;
    }
    return (digits > letters && letters > 0) || is_of_house;
}

/* 表單編號：GW-01: what the paper says of itself. */
static bool is_paper_data(struct extraction *x, struct text line)
{
    size_t width, colon = find_colon(line, &width);
    return colon != TEXT_NOT_FOUND &&
           text_is_any(label_folded(x, text_slice(line, 0, colon)), signs_of(x, SIGN_PAPER_DATA));
}

bool is_above_title(struct extraction *x, struct text line)
{
    return is_document_number(line) || is_paper_data(x, line) ||
           text_ends_with_any(line, signs_of(x, SIGN_KIND_OF_PAPER));
}

bool reads_like_position(struct extraction *x, struct text line)
{
    size_t last = line.size;
    while (is_latin_text(line) && last > 0 && line.data[last - 1] != ' ')
        last--;
    bool is_act = vocabulary_opening(x->vocabulary, x->scratch, line) != ELEMENT_COUNT;
    bool ends_so = vocabulary_is_position(x->vocabulary, x->scratch,
                                          text_from(line, is_latin_text(line) ? last : 0));
    return vocabulary_is_position(x->vocabulary, x->scratch, line) &&
           text_find(line, TEXT(" the "), 0) == TEXT_NOT_FOUND &&
           (!is_act || (is_title_case(line) && ends_so));
}

/* "3. Cooks (2 positions):", 「廚師 30k-40k」: the name alone. */
static struct text bare_name(const struct extraction *x, struct text line)
{
    struct text name = name_of_line(x, line);
    pay_beside(x, name, &name);
    headcount_beside(x, name, &name);
    return without_bracket(name);
}

/* What parts the words of a title: 前端工程师-西安, 【急招】后端工程师，可远程. */
static bool is_parting(uint32_t c)
{
    static const struct text marks = TEXT_INIT("-–—|｜·，]】");
    return text_has(marks, c);
}

struct text position_of_title(struct extraction *x, struct text title)
{
    size_t begin = 0;
    for (size_t at = 0; at < title.size;) {
        size_t end = at;
        if (!is_parting(text_next(title, &at)))
            continue;
        struct text part = text_trim(text_slice(title, begin, end));
        if (vocabulary_is_position(x->vocabulary, x->scratch, part))
            return part;
        begin = at;
    }
    struct text last = text_trim(text_from(title, begin));
    bool is_position = vocabulary_is_position(x->vocabulary, x->scratch, last) ||
                       vocabulary_is_position(x->vocabulary, x->scratch, without_bracket(last));
    return is_position ? last : TEXT("");
}

/* 前台接待 of 前台接待 1人 男女不限, 前端工程师 of 前端工程师-西安. */
static struct text first_words(struct text name)
{
    for (size_t at = 0; at < name.size;) {
        size_t end = at;
        uint32_t c = text_next(name, &at);
        if (end > 0 && (c == ' ' || (is_parting(c) && c != 0xFF0C)))
            return text_slice(name, 0, end);
    }
    return name;
}

bool counts_several_posts(const struct extraction *x, struct text line)
{
    static const struct text joints[] = {TEXT_INIT("，"), TEXT_INIT("、"), TEXT_INIT("；")};
    struct text rest;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(line, joints[i], 0);
        if (at != TEXT_NOT_FOUND &&
            !text_is_empty(headcount_beside(x, text_slice(line, 0, at), &rest)) &&
            !text_is_empty(headcount_beside(x, text_from(line, at + joints[i].size), &rest)))
            return true;
    }
    return false;
}

/* The name is one of a position, or what stands in front in it says so. */
static bool is_position(struct extraction *x, struct text line)
{
    struct text name = bare_name(x, line);
    if (counts_several_posts(x, line) || label_tells_of_holder(x, line))
        return false;
    if (is_latin_text(name)) /* "Duties of Officers" names no officer */
        return vocabulary_is_position(x->vocabulary, x->scratch, in_front_of_joint(x, name));
    return !text_starts_with_any(name, signs_of(x, SIGN_ASSISTS)) && /* 「襄助社長」 is an act */
           (vocabulary_is_position(x->vocabulary, x->scratch, name) ||
            vocabulary_is_position(x->vocabulary, x->scratch, without_bracket(first_words(name))));
}

bool outline_is_position(struct extraction *x, const struct piece *piece)
{
    return words_answer(x, WORDS_ARE_POSITION, piece->text, is_position);
}

/* 「專案經理 - 王小明：」: a post in front of a dash. */
static bool is_post_at_dash(struct extraction *x, const struct piece *piece)
{
    struct text post, holder;
    return part_at_dash(name_without_colon(piece->text), &post, &holder) &&
           vocabulary_is_position(x->vocabulary, x->scratch, post);
}

/* 「第四條 有下列情事之一者，不得擔任理事：」: it leads to what follows, whatever name it ends in. */
static bool is_lead_of_article(struct extraction *x, const struct piece *piece)
{
    return piece_is_article(piece) && text_holds_any(piece->text, signs_of(x, SIGN_THESE));
}

/* "The treasurer looks after the money:": a sentence about one, in front of its list. */
static bool tells_of_one(struct extraction *x, const struct piece *piece)
{
    static const char *const articles[] = {"The ", "A ", "An ", NULL};
    struct text words = name_without_colon(piece->text);
    if (words.size == piece->text.size || !text_starts_with_one_of(words, articles))
        return false;
    size_t second = text_find(words, TEXT(" "), 0) + 1, last = words.size;
    while (last > second && words.data[last - 1] != ' ')
        last--;
    return last > second && is_small(words.data[second]) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, text_from(words, last));
}

/* Short, and no sentence. */
bool outline_is_name_like(struct extraction *x, const struct piece *piece)
{
    struct text without_number;
    headcount_beside(x, piece->text, &without_number); /* "(3 positions: north, south and east)" */
    size_t length = text_code_points(without_number);
    bool is_line = piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH;
    bool is_heading = piece->kind == PIECE_HEADING && label_may_be_name(&piece->label);
    bool is_named = !ends_in_colon(piece->text) ||
                    vocabulary_is_position(x->vocabulary, x->scratch, bare_name(x, piece->text)) ||
                    is_post_at_dash(x, piece) ||
                    is_craft_of_post(x, bare_name(x, piece->text), block_is_strong(piece->block));
    return (is_line || is_heading) && is_named && !is_about_holders(x, piece->text) &&
           !is_clause(x, piece->text) && !is_lead_of_article(x, piece) && !tells_of_one(x, piece) &&
           length <= (is_latin_text(piece->text) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           ends_like_heading(piece->text) && !is_address_line(piece->text) &&
           !is_tag_line_with_bars(x, piece);
}

/* ---- sections ---- */

/* A label of what one role does or needs; ELEMENT_COUNT: it is none. */
enum element piece_section(const struct piece *piece)
{
    bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
    const struct label *label = piece_meaning(piece);
    bool is_section = is_label && label->kind == LABEL_ELEMENT && !label->is_part &&
                      (label->element == ELEMENT_DUTIES || label->element == ELEMENT_APPOINTMENT);
    return is_section ? label->element : ELEMENT_COUNT;
}

void piece_set_text(struct piece *piece, struct text text)
{
    piece->text = text;
    piece->list_label =
        text_is_empty(piece->block->label) ? list_label_of(text).label : piece->block->label;
}

void piece_make_words(struct piece *piece)
{
    piece->kind = PIECE_WORDS;
    piece->level = 0;
    piece->is_candidate = false;
    piece->label = piece->guess = label_of(ELEMENT_COUNT);
    name_nobody(piece);
}

bool runs_are_bold(const struct run *first, const struct run *last)
{
    static const struct text opening = TEXT_INIT("(（");
    bool is_bold = false, is_behind = false;
    uint32_t end = 0;
    for (const struct run *run = first; run != NULL; run = run == last ? NULL : run->next) {
        struct text words = text_trim(run->text);
        if (text_is_empty(words))
            continue;
        bool is_strong = (run->style & STYLE_STRONG) != 0;
        if (is_strong
                ? is_behind
                : !is_behind && !(is_bold && text_has(opening, text_next(words, &(size_t){0}))))
            return false;
        is_bold |= is_strong;
        is_behind |= !is_strong;
        end = text_previous(words, &(size_t){words.size});
    }
    return is_bold && (!is_behind || end == ')' || end == u'）');
}

unsigned piece_look(const struct piece *piece) { return list_label_look(piece->list_label); }

bool piece_is_article(const struct piece *piece)
{
    return is_article_label(piece->list_label) || is_article_line(piece->text);
}

/* ---- words ---- */

bool looks_like_item(const struct block *block, struct text words)
{
    return block->kind == BLOCK_LIST || !text_is_empty(block->label) ||
           list_label_of(words).kind != LIST_LABEL_NONE;
}

bool piece_looks_like_item(const struct piece *piece)
{
    return piece->block->kind == BLOCK_LIST || !text_is_empty(piece->list_label);
}

bool piece_is_item(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece_looks_like_item(piece);
}

/* A whole sentence at least. */
bool piece_is_prose(const struct piece *piece)
{
    size_t length = text_code_points(piece->text);
    bool is_latin = is_latin_text(piece->text);
    bool has_stop = text_find(piece->text, TEXT("。"), 0) != TEXT_NOT_FOUND ||
                    text_find(piece->text, TEXT(". "), 0) != TEXT_NOT_FOUND ||
                    text_ends_with(piece->text, TEXT("."));
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           !piece_is_item(piece) && length >= (is_latin ? LATIN_PROSE : PROSE) && has_stop;
}
