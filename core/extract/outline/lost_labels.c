/*
 * Labels whose line ends are lost: at the end of a line in front of the list that they are over,
 * behind sentences in front of it, or behind those in a paragraph that was a page once.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define ITEM_LENGTH 4   /* characters of an item that a label may stand behind */
#define PLAIN_LENGTH 12 /* ... of a line without a number: shorter ones are names */
#define GLUED_LENGTH 12 /* characters of a label in front of "1、" */
#define PAGE_LABELS 2   /* known ones, of which one has a list: no sentence has them */

/* "1" typed in front of the words, or alone where they are a line below. */
static bool begins_list(struct extraction *x, const struct block *block)
{
    if (block != NULL && block->kind == BLOCK_LIST && block->children != NULL)
        return list_label_number(block->children->label) == 1;
    if (block == NULL || block->kind != BLOCK_PARAGRAPH || block->runs == NULL ||
        !text_has(text_head(text_trim(block->runs->text), 1), '1'))
        return false;
    struct list_label typed = list_label_of(text_trim(block_text(x->scratch, block)));
    return list_label_number(typed.label) == 1;
}

/* Where the last word begins, behind a blank or the stop of a sentence. */
static size_t last_word_at(struct text words)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT("；")};
    size_t at = words.size;
    while (at > 0 && words.data[at - 1] != ' ' &&
           !text_ends_with(text_slice(words, 0, at), stops[0]) &&
           !text_ends_with(text_slice(words, 0, at), stops[1]))
        at--;
    return at;
}

/*
 * 「8、制定計畫 工作要求」, 「8、制定計畫。工作要求：」 in front of 「1、大專」: the label of the next list,
 * whose line end is lost. One of a part, 「職業素養：」, stands right behind a sentence.
 *
 * returns  where it begins in the last run; 0: there is none
 */
static size_t lost_label_at(struct extraction *x, const struct block *block)
{
    struct text words = block->last_run->text;
    while (words.size > 0 && words.data[words.size - 1] == ' ')
        words.size--;
    size_t at = last_word_at(words);
    struct text last = text_from(words, at);
    if (at == 0 || text_is_blank(last) || last.size > LABEL_BYTES || is_latin_text(last))
        return 0;
    struct text all = text_trim(block_text(x->scratch, block));
    if (!text_ends_with(all, last)) /* other blanks stand behind it */
        return 0;
    struct label whole = label_find(x, all);
    if (is_section_label(&whole))
        return 0; /* 【Performance Indicators】 */
    struct list_label typed = list_label_of(text_slice(all, 0, all.size - last.size));
    size_t least = typed.kind == LIST_LABEL_NONE ? PLAIN_LENGTH : ITEM_LENGTH;
    if (text_code_points(text_trim(typed.rest)) < least)
        return 0; /* 「第三條 崗位職責：」 is all of its line */
    struct label label = label_find(x, last), guess = label_guess(x, last);
    bool is_behind_sentence = ends_in_colon(last) && words.data[at - 1] != ' ';
    return (is_section_label(&label) && (!label.is_part || is_behind_sentence)) ||
                   (label.kind == LABEL_UNKNOWN && ends_in_colon(last) && is_section_label(&guess))
               ? at
               : 0;
}

/* "We look for a cook. Here's what the job entails:", "She keeps the books. Duties:" over a list:
 * where the sentence that announces it begins in the last run; 0: there is none. */
static size_t announcement_at(struct extraction *x, const struct block *block)
{
    static const struct text stop = TEXT_INIT(". ");
    struct text words = text_trim(block->last_run->text);
    size_t at = 0;
    for (size_t next; (next = text_find(words, stop, at)) != TEXT_NOT_FOUND;)
        at = next + stop.size;
    struct text sentence = text_from(words, at);
    if (at == 0 || !ends_in_colon(sentence) || sentence.size > LABEL_BYTES ||
        list_label_of(words).rest.data == sentence.data) /* "IV. Duties:" */
        return 0;
    struct text name = name_without_colon(sentence);
    struct label label = label_find(x, name), guess = label_of(ELEMENT_COUNT);
    if (text_starts_with_any(
            sentence,
            signs_of(x, SIGN_LEADS_TO_LIST))) /* "This includes:" goes on what is in front */
        guess = label_guess(x, name);
    bool is_known = is_section_label(&label) && !label.is_part;
    return is_known || (guess.kind == LABEL_ELEMENT && guess.guess == GUESS_PHRASE)
               ? at + (size_t)(words.data - block->last_run->text.data)
               : 0;
}

/*
 * "… Learn more on our page." in a line over "Responsibilities", right over a list or what is set as
 * code: the run in front of that last line, which Markdown joins to the one above it; NULL: none.
 */
static struct run *run_before_label_line(struct extraction *x, const struct block *block)
{
    static const char *const stops[] = {".", "!", "?", ":", ")", NULL};
    struct run *above = block->runs, *end;
    while ((end = above->next) != NULL && end->next != block->last_run)
        above = end;
    if (end == NULL || (end->style & STYLE_LINE_END) == 0 || above->kind != RUN_TEXT ||
        (block->next->kind != BLOCK_LIST && block->next->kind != BLOCK_CODE))
        return NULL;
    struct text words = text_trim(block->last_run->text);
    if (words.size > LABEL_BYTES || !is_latin_text(words) || words.size == 0 ||
        words.data[0] < 'A' || words.data[0] > 'Z' ||
        !text_ends_with_one_of(text_trim(above->text), stops))
        return NULL;
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT && is_section_label(&label) ? above : NULL;
}

struct block *divide_at_lost_label(struct extraction *x, struct block *block)
{
    struct run *last = block->last_run;
    if (last == NULL || last->kind != RUN_TEXT || block->next == NULL)
        return block;
    struct run *before = run_before_label_line(x, block);
    if (before != NULL)
        return divide_block(x, block, before, last);
    size_t at = begins_list(x, block->next) ? lost_label_at(x, block) : 0;
    if (at == 0 && block->next->kind == BLOCK_LIST)
        at = announcement_at(x, block);
    if (at == 0)
        return block;
    return divide_block(x, block, last, split_run(x, block, last, at));
}

void divide_item_at_lost_label(struct extraction *x, struct block *item)
{
    struct block *words = item->children;
    struct run *last = words == NULL || words->next != NULL ? NULL : words->last_run;
    if (last == NULL || last->kind != RUN_TEXT || item->next == NULL ||
        !ends_in_colon(text_trim(last->text)))
        return;
    size_t at = lost_label_at(x, words);
    if (at > 0)
        item->last_child = divide_block(x, words, last, split_run(x, words, last, at));
}

/* Where the next word begins: behind a blank or the end of a sentence; the end: nowhere. */
static size_t next_begin(struct text words, size_t at, bool *ends_sentence)
{
    *ends_sentence = false;
    while (at < words.size) {
        uint32_t c = text_next(words, &at);
        bool is_stop = c == 0x3002 || c == 0xFF01 || c == 0xFF1F; /* 。！？ */
        bool is_blank = is_blank_code_point(c);
        *ends_sentence |= is_stop || c == '.' || c == '!' || c == '?';
        if (!is_blank && !is_stop) {
            *ends_sentence &= c == '.' || c == '!' || c == '?';
            continue;
        }
        size_t next = at;
        if (at < words.size && !is_blank_code_point(text_next(words, &next)))
            return at;
    }
    return words.size;
}

/* A known label that begins there and ends in a colon; none to sign behind. */
static bool has_label_at(struct extraction *x, struct text words, size_t at, struct label *label)
{
    size_t width;
    struct text rest = text_head(text_from(words, at), LABEL_BYTES);
    size_t colon = find_colon(rest, &width);
    if (colon == TEXT_NOT_FOUND || colon == 0)
        return false;
    *label = label_find(x, text_slice(rest, 0, colon));
    return label->kind == LABEL_ELEMENT && label->element != ELEMENT_APPROVAL;
}

/*
 * 「我們是一家書店。 工作內容：1.選書 2.上架 上班地點：台北」: where the first label stands behind
 * sentences in front of it; 0: there is none, or too few to part the paragraph at.
 */
static size_t page_label_at(struct extraction *x, struct text words)
{
    size_t width, first = 0, labels = 0, lists = 0;
    bool ends_sentence;
    struct label label;
    if (find_colon(words, &width) == TEXT_NOT_FOUND || has_label_at(x, words, 0, &label))
        return 0;
    for (size_t at = 0; (at = next_begin(words, at, &ends_sentence)) < words.size;) {
        if ((first == 0 && !ends_sentence) || !has_label_at(x, words, at, &label))
            continue;
        first = first == 0 ? at : first;
        labels++;
        lists += is_section_label(&label);
    }
    return labels >= PAGE_LABELS && lists > 0 ? first : 0;
}

/* "1、", "1." or "1)" there, the first of a list. */
static bool begins_first_item(struct text words, size_t at)
{
    static const struct text stops = TEXT_INIT("、．.)）");
    size_t next = at + 1;
    return words.data[at] == '1' && next < words.size && text_has(stops, text_next(words, &next)) &&
           (next == words.size || !is_ascii_digit(words.data[next]));
}

/*
 * 「職位描述1、開發；2、測試。職位要求 1、本科」: labels right in front of the first item of their
 * lists, at the begin or behind a sentence.
 *
 * returns  where the next of them begins, from there on; *end: its end; TEXT_NOT_FOUND: there is none
 */
static size_t glued_label_at(struct extraction *x, struct text words, size_t from, size_t *end)
{
    static const struct text stops = TEXT_INIT("。；;！？ ");
    for (size_t at = from; at < words.size; at++) {
        if (words.data[at] != '1' || !begins_first_item(words, at))
            continue;
        bool has_blank = at > from + 1 && words.data[at - 1] == ' ' && words.data[at - 2] != ':' &&
                         !ends_in_colon(text_slice(words, from, at - 1));
        size_t behind = has_blank ? at - 1 : at; /* of the label */
        size_t begin = behind, length = 0;
        for (size_t before = behind; before > from && length <= GLUED_LENGTH; length++) {
            if (text_has(stops, text_previous(words, &before)))
                break;
            begin = before;
        }
        struct text name = text_slice(words, begin, at);
        struct label label =
            length > GLUED_LENGTH ? label_of(ELEMENT_COUNT) : label_find(x, text_trim(name));
        bool is_behind = from > 0; /* 「加分項：1、…」 behind conditions */
        bool is_read_so = ends_in_colon(name) || is_in_black_brackets(name); /* as a label */
        bool may_be = is_behind || (!label.is_part && !is_read_so);
        if (is_section_label(&label) && may_be && !is_latin_text(name)) {
            *end = at;
            return begin;
        }
    }
    return TEXT_NOT_FOUND;
}

struct block *divide_at_glued_labels(struct extraction *x, struct block *block)
{
    struct run *run = block->runs;
    size_t end, from = 0;
    while (run != NULL && run->kind == RUN_TEXT) {
        size_t at = glued_label_at(x, run->text, from, &end);
        if (at == TEXT_NOT_FOUND)
            break;
        if (at > 0) {
            struct run *label = split_run(x, block, run, at);
            block = divide_block(x, block, run, label);
            run = label;
            end -= at;
        }
        struct run *items = split_run(x, block, run, end);
        block = divide_block(x, block, run, items);
        run = items;
        from = 1; /* behind the number of its first item */
    }
    return block;
}

struct block *divide_at_page_label(struct extraction *x, struct block *block)
{
    struct run *run = block->runs;
    size_t at = run != NULL && run->kind == RUN_TEXT ? page_label_at(x, run->text) : 0;
    return at == 0 ? block : divide_block(x, block, run, split_run(x, block, run, at));
}
