/*
 * Lines whose label the vocabulary does not know, among lines whose labels it knows:
 * 「班次：三班倒」 between 「崗位：保安員」 and 「部門：安保部」.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define NAME_LENGTH 10 /* Han of such a label: longer ones are sentences */
#define BETWEEN_MAX 8  /* of such lines between two known ones: a bound on work */
#define NAME_MIN 2     /* 注：, 例： and the like announce a remark */

/* Characters that no label has. */
static bool ends_words(uint32_t c)
{
    static const struct text stops = TEXT_INIT("。；;，,！？!?「」《》\n");
    return !is_basic_han(c) && text_has(stops, c); /* each character of a line is asked */
}

/* 0: a colon of a time (8:30), or none behind words that may be a label */
static size_t name_end(struct text line, size_t *value)
{
    uint32_t before = 0, c = 0;
    for (size_t at = 0; at < line.size && !ends_words(c); before = c) {
        size_t begin = at;
        c = text_next(line, &at);
        if (!is_colon(c))
            continue;
        *value = at;
        return digit_value(before) >= 0 ? 0 : begin;
    }
    return 0;
}

/* 【聯絡方式】電話洽詢: the label in black brackets, without a colon. */
static bool bracketed_pair(struct text words, struct pair *pair)
{
    struct text name, value;
    if (!part_black_brackets(words, &name, &value))
        return false;
    *pair =
        (struct pair){.label = label_of(ELEMENT_COUNT), .name = text_trim(name), .value = value};
    size_t length = text_code_points(pair->name);
    return length >= NAME_MIN && length <= NAME_LENGTH && !text_is_empty(pair->value);
}

bool unknown_pair(struct text line, struct pair *pair)
{
    struct text words = list_label_of(line).rest;
    if (bracketed_pair(words, pair))
        return true;
    size_t value = 0, end = name_end(words, &value);
    struct text name = text_trim(text_slice(words, 0, end));
    size_t length = text_code_points(label_without_remark(name));
    bool is_label = is_latin_text(name) ? line_begins_like_label(words)
                                        : length >= NAME_MIN && length <= NAME_LENGTH;
    *pair = (struct pair){.label = label_of(ELEMENT_COUNT),
                          .name = name,
                          .value = text_trim(text_from(words, value))};
    return end > 0 && is_label && !text_is_empty(pair->value) &&
           !text_starts_with(pair->value, TEXT("//"));
}

/* A label of a line is over, and none of a section is open. */
static bool is_between_lines(const struct target *t)
{
    if (t->kind == TARGET_NONE)
        return true;
    bool is_line = t->level == LEVEL_LINE && t->clue == CLUE_LINE;
    if (t->kind == TARGET_OTHER)
        return is_line && !text_is_empty(t->section->heading) && !text_is_empty(t->section->text);
    return is_line && t->records->count > 0 && t->records->element != ELEMENT_PURPOSE &&
           t->records->element != ELEMENT_DUTIES && t->records->element != ELEMENT_APPOINTMENT;
}

/* A line of known labels, numbered alike. */
static bool is_pairs_alike(const struct outline *outline, size_t index, size_t beside)
{
    return beside != index && beside < outline->count &&
           outline->pieces[beside].kind == PIECE_PAIRS &&
           piece_look(&outline->pieces[beside]) == piece_look(&outline->pieces[index]);
}

/* 「描述：司庫是保管帳冊的人。」 in front of all that is said of the role. */
static bool is_description(struct extraction *x, struct text name)
{
    const struct role *role = x->role;
    return role->values[ELEMENT_PURPOSE].count == 0 && role->values[ELEMENT_DUTIES].count == 0 &&
           text_is_any(fold_label(x->scratch, name), signs_of(x, SIGN_PLAIN_DESCRIPTION));
}

/* How sure a guess at the label of such a line must be. */
enum guesses { GUESSES_SURE, GUESSES_ANY };

/* Its label may be known by its words. */
static bool fill_unknown(struct extraction *x, struct text line, enum guesses guesses,
                         struct span at)
{
    struct pair pair;
    if (x->role == NULL || !unknown_pair(line, &pair))
        return false;
    struct label guess = label_guess_in_form(x, pair.name);
    if (label_is_sure_guess(&guess) || (guesses == GUESSES_ANY && guess.kind == LABEL_ELEMENT))
        pair.label = guess;
    else if (is_description(x, pair.name))
        pair.label = label_of(ELEMENT_PURPOSE);
    x->clue = CLUE_LINE;
    fill_pair(x, &pair, at);
    return true;
}

bool fill_unknown_line(struct extraction *x, struct text line, struct span at)
{
    const struct target *t = &x->target;
    bool is_behind_line = t->level == LEVEL_LINE && t->clue == CLUE_LINE &&
                          text_starts_with(line, TEXT("【")); /* as no item of a section is */
    return (is_between_lines(t) || is_behind_line || target_is_of_title(t)) &&
           fill_unknown(x, line, GUESSES_SURE, at);
}

/* "Becoming a maintainer": its words speak of an element, and not of the one that is open. */
static bool speaks_of_another(struct extraction *x, struct pair *pair)
{
    struct label guess = label_guess(x, pair->name);
    if (guess.kind != LABEL_ELEMENT || guess.guess != GUESS_PHRASE || !is_latin_text(pair->name) ||
        guess.element == x->target.records->element)
        return false;
    pair->label = guess;
    return true;
}

/* 「注意事項：不得睡崗」 right behind items or another label's line, and none itself: known to be no
 * element's, or another's by its words. */
static bool is_other_behind_items(struct extraction *x, const struct outline *outline, size_t index,
                                  struct pair *pair)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index);
    bool is_line = x->target.level == LEVEL_LINE && x->target.clue == CLUE_LINE;
    bool is_behind = before < index && (piece_is_item(&outline->pieces[before]) || is_line ||
                                        outline->pieces[before].kind == PIECE_PAIRS);
    return x->role != NULL && x->target.kind == TARGET_ELEMENT && is_behind &&
           !piece_looks_like_item(piece) && piece->block->kind == BLOCK_PARAGRAPH &&
           unknown_pair(piece->text, pair) &&
           (label_find(x, pair->name).kind == LABEL_OTHER || speaks_of_another(x, pair));
}

/* "**Stack**: …": its author set a label off, with a colon within the bold words or behind. */
static bool has_bold_label(const struct block *block)
{
    const struct run *run = block->kind == BLOCK_PARAGRAPH ? block->runs : NULL;
    size_t at = 0;
    if (run == NULL || (run->style & STYLE_STRONG) == 0 || text_is_blank(run->text))
        return false;
    const struct run *rest = run->next;
    return ends_in_colon(text_trim(run->text)) ||
           (rest != NULL && !text_is_empty(rest->text) && is_colon(text_next(rest->text, &at)));
}

/*
 * A label in bold right behind a line whose label is known, and as bold. What that line said is all
 * there is of its element: behind benefits that begin with captions, it would be another of these.
 */
static bool is_behind_bold_label(const struct extraction *x, const struct outline *outline,
                                 size_t index)
{
    size_t before = outline_previous(outline, index);
    return x->target.kind == TARGET_ELEMENT && x->target.records->count == 1 && before < index &&
           outline->pieces[before].kind == PIECE_PAIRS &&
           has_bold_label(outline->pieces[before].block) &&
           has_bold_label(outline->pieces[index].block) &&
           text_find(outline->pieces[index].text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

/* A known label with its value in a line, set off as the other is. */
static bool is_pair_line(const struct piece *piece, bool is_bold)
{
    return piece->kind == PIECE_PAIRS && has_bold_label(piece->block) == is_bold &&
           !piece_looks_like_item(piece);
}

/*
 * 「可批核：…」 between 「崗位職責：…」 and 「任職條件：…」, whose labels are as bold; other such lines
 * may stand between them. What is not bold must speak of an element: it may be an act and its name.
 */
static bool is_between_pairs(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_bold = has_bold_label(piece->block);
    struct pair pair;
    if (piece->block->kind != BLOCK_PARAGRAPH || piece_looks_like_item(piece) ||
        !unknown_pair(piece->text, &pair))
        return false;
    struct label guess = label_guess_in_form(x, pair.name);
    if (!is_bold && !label_is_sure_guess(&guess))
        return false;
    size_t before = index, behind = index, seen = 0;
    do
        before = outline_previous(outline, before);
    while (is_bold && before > 0 && seen++ < BETWEEN_MAX &&
           outline->pieces[before].kind == PIECE_WORDS &&
           has_bold_label(outline->pieces[before].block));
    do
        behind = outline_next(outline, behind);
    while (is_bold && behind < outline->count && seen++ < BETWEEN_MAX &&
           outline->pieces[behind].kind == PIECE_WORDS &&
           has_bold_label(outline->pieces[behind].block));
    return before < index && behind < outline->count &&
           is_pair_line(&outline->pieces[before], is_bold) &&
           is_pair_line(&outline->pieces[behind], is_bold);
}

/*
 * 「職位方向：技術」 below 「工作地點：」 and its value in lines of their own: that has one value. But
 * 「杭州：西湖區」 says more of 「無錫／杭州」.
 */
static bool is_behind_value(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    struct pair pair;
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_LIST;
    return kind == KIND_TEXT && t->records->element != ELEMENT_PURPOSE &&
           t->records->element != ELEMENT_TITLE && t->records->count > 0 &&
           t->clue == CLUE_PSEUDO && !is_latin_text(piece->text) &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           unknown_pair(piece->text, &pair) &&
           text_find(t->records->rows[0].text, pair.name, 0) == TEXT_NOT_FOUND;
}

bool fill_unknown_pair(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct pair pair;
    if (is_other_behind_items(x, outline, index, &pair)) {
        x->clue = CLUE_LINE;
        fill_pair(x, &pair, piece->block->span);
        return true;
    }
    if (is_between_pairs(x, outline, index)) /* as in a form, whose labels are as sure */
        return fill_unknown(x, piece->text, GUESSES_ANY, piece->block->span);
    if ((piece->is_of_labels || is_behind_bold_label(x, outline, index) ||
         is_behind_value(x, piece)) &&
        fill_unknown(x, piece->text, GUESSES_SURE, piece->block->span))
        return true;
    bool is_beside = is_pairs_alike(outline, index, outline_previous(outline, index)) ||
                     is_pairs_alike(outline, index, outline_next(outline, index)) ||
                     (x->target.kind == TARGET_OTHER && !piece_looks_like_item(piece));
    return piece->block->kind == BLOCK_PARAGRAPH && is_beside &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           fill_unknown_line(x, piece->text, piece->block->span);
}

/* ---- notes ---- */

/* 註：, 備註1：; its value is what stands behind the colon, perhaps nothing. */
static bool reads_like_note(const struct extraction *x, struct text words, struct pair *pair)
{
    struct text_list names = signs_of(x, SIGN_NOTE);
    for (size_t i = 0; i < names.count; i++) {
        if (!text_starts_with(words, names.texts[i]))
            continue;
        size_t colon = names.texts[i].size, width;
        while (colon < words.size && words.data[colon] >= '0' && words.data[colon] <= '9')
            colon++;
        struct text rest = text_from(words, colon);
        if (find_colon(rest, &width) != 0)
            return false;
        *pair = (struct pair){.label = label_of(ELEMENT_COUNT),
                              .name = text_slice(words, 0, colon),
                              .value = text_trim(text_from(rest, width))};
        return true;
    }
    return false;
}

/* The words without the brackets around them. */
static struct text in_brackets(struct text words)
{
    static const struct text brackets[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("（"), TEXT_INIT("）")},
                                              {TEXT_INIT("["), TEXT_INIT("]")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
        if (text_starts_with(words, brackets[i][0]) && text_ends_with(words, brackets[i][1]))
            return text_trim(
                text_slice(words, brackets[i][0].size, words.size - brackets[i][1].size));
    return words;
}

bool is_note(const struct extraction *x, struct text words)
{
    struct pair pair;
    return reads_like_note(x, in_brackets(words), &pair);
}

bool is_note_caption(const struct extraction *x, struct text words)
{
    struct pair pair;
    return reads_like_note(x, words, &pair) && text_is_empty(pair.value);
}

bool fill_note(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    struct pair pair;
    if (x->role == NULL || t->kind != TARGET_ELEMENT ||
        element_row(t->records->element)->kind < KIND_LIST ||
        piece->block->kind != BLOCK_PARAGRAPH ||
        !reads_like_note(x, in_brackets(piece->text), &pair) || text_is_empty(pair.value))
        return false;
    size_t next = outline_next(outline, index);
    bool is_first = t->records->count == t->before; /* of what stands below it */
    bool goes_on = !is_first && next < outline->count && piece_is_item(&outline->pieces[next]);
    if (goes_on && !ends_in_colon(pair.value))
        return false; /* a note on the item in front of it */
    struct target open = x->target;
    x->clue = CLUE_LINE;
    fill_pair(x, &pair, piece->block->span);
    if (is_first) { /* over what the section has, which goes on in it */
        close_target(x);
        x->target = open;
    }
    return true;
}
