/*
 * Words that were understood and stand nowhere.
 *
 * What a cell or line is, is found by guesses: words taken for a label that says nothing, or for a
 * value that another took the place of, would be in no output. When all is read, each stretch of
 * the account is looked for in its role; what is not there is kept in a section of its own. So a
 * wrong guess can put words in a wrong place, and never lose them.
 */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/base/text_index.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"
#include <stdint.h>
#include <stdlib.h>

#define NEAR_BYTES 4096   /* of a place where words were found */
#define SHORT_BYTES 65536 /* of a role, which is looked through without an index */
#define MARK_BYTES 3      /* A/R, √, 12: marks and numbers say something only in their place */

/* Without what stands between words, which joining and dividing them changes. */
static void append_bare(struct text_buffer *out, struct text words)
{
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        uint32_t c = text_next(words, &at);
        if (account_counts(c))
            buffer_append(out, text_slice(words, begin, at));
    }
}

static struct text bare(struct arena *arena, struct text words)
{
    struct text_buffer out = text_buffer_new(arena);
    append_bare(&out, words);
    return buffer_text(&out);
}

static void add_line(struct text_buffer *out, struct text words)
{
    if (words.size == 0)
        return;
    buffer_append(out, words);
    buffer_append_byte(out, '\n');
}

static void append_record(struct text_buffer *out, const struct record *record)
{
    add_line(out, record->text);
    add_line(out, record->label);
    for (unsigned f = 0; f < record->field_count; f++)
        add_line(out, record->fields[f].text);
}

/* Words of a role, in which others are looked for one after the other. */
struct searched {
    struct text text;         /* made when it is asked for; data NULL: not yet */
    size_t last, before;      /* found there: names stand at the top, what follows in order */
    struct text_index *index; /* for what stands near neither place; NULL: not needed yet */
};

/* All that a role says: most words stand there as they are, and bare is only for the others. */
struct said {
    const struct role *role;
    struct searched as_written, bare;
};

/* Near that place; TEXT_NOT_FOUND: not there. */
static size_t find_near(struct text said, size_t place, struct text words)
{
    size_t end = place + NEAR_BYTES + words.size;
    return text_find(text_slice(said, 0, end < said.size ? end : said.size), words, place);
}

/* All of what a role says is looked through only for words that stand near neither place. */
static bool is_in(struct arena *arena, struct searched *said, struct text words)
{
    size_t at = find_near(said->text, said->last, words);
    if (at == TEXT_NOT_FOUND) {
        size_t last = said->last;
        said->last = said->before;
        said->before = last;
        at = find_near(said->text, said->last, words);
    }
    if (at == TEXT_NOT_FOUND && said->text.size > SHORT_BYTES) {
        if (said->index == NULL)
            said->index = text_index_new(arena, said->text);
        at = text_index_find(said->index, words);
    } else if (at == TEXT_NOT_FOUND)
        at = text_find(said->text, words, 0);
    if (at == TEXT_NOT_FOUND)
        return false;
    said->last = at + words.size;
    return true;
}

static bool is_said_bare(struct arena *scratch, struct said *said, struct text words)
{
    if (said->bare.text.data == NULL)
        said->bare.text = bare(scratch, said->as_written.text);
    words = bare(scratch, words);
    return words.size <= MARK_BYTES || is_in(scratch, &said->bare, words);
}

static struct text words_of_role(struct arena *arena, const struct role *role)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = &role->values[e];
        add_line(&out, records->heading);
        add_line(&out, records->reason);
        for (size_t i = 0; i < records->count; i++)
            append_record(&out, &records->rows[i]);
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        add_line(&out, s->heading);
        add_line(&out, s->text);
    }
    return buffer_text(&out);
}

/* The next of the items that words may have been divided into, without its number. */
static bool next_item(struct text words, size_t *offset, struct text *item)
{
    static const struct text ends = TEXT_INIT("\n\t；;。、，,"), stop = TEXT_INIT(". ");
    if (*offset >= words.size)
        return false;
    size_t end = words.size, next = *offset;
    while (next < end) {
        size_t at = next;
        bool is_end = text_has(ends, text_next(words, &next));
        if (is_end || text_starts_with(text_from(words, at), stop)) /* sentences of a paragraph */
            end = at;
    }
    *item = list_label_of(text_trim(text_slice(words, *offset, end))).rest;
    *offset = next;
    return true;
}

/*
 * Words that do not stand there as written: some item of them is said by nothing in the role.
 *
 * in  of  the element that took them: what a field of a duty is called stands in none
 */
static bool is_nowhere(struct extraction *x, struct said *said, struct text words, enum element of)
{
    struct arena *scratch = x->scratch;
    struct text item;
    if (is_said_bare(scratch, said, words))
        return false;
    words = list_label_of(text_trim(words)).rest; /* whose 、 divides nothing */
    for (size_t offset = 0; next_item(words, &offset, &item);) {
        item = of == ELEMENT_DUTIES ? words_behind_field(x, item) : item;
        if (!is_in(scratch, &said->as_written, item) && !is_said_bare(scratch, said, item))
            return true;
    }
    return false;
}

/* 「以下條件者優先：」 announces, 第二條 counts, 「客服專員崗位職責」 names the role. */
static bool is_only_structure(struct extraction *x, struct text words)
{
    struct text name;
    struct label label;
    bool is_duties;
    struct list_label typed = list_label_of(words);
    struct text rest = typed.rest;
    bool is_number = typed.kind == LIST_LABEL_NONE && is_list_label(words);
    return is_number || is_article_label(words) || ends_in_colon(words) ||
           label_role_name(x, rest, &name, &is_duties) || label_ends_in_duties(x, rest, &label);
}

/* A label whose meaning the role has, or that has none of its own. */
static bool is_known_label(struct extraction *x, const struct account_entry *entry)
{
    bool is_of_sentence = entry->element == ELEMENT_REPORTS_TO; /* "The Clerk reports to the" */
    bool tells_need = entry->element == ELEMENT_APPOINTMENT && heading_tells_need(x, entry->words);
    if (entry->field != FIELD_NONE || entry->clue == CLUE_FRONT_MATTER || is_of_sentence ||
        tells_need)
        return true;
    if (entry->words.size > LABEL_BYTES)
        return false;
    struct text words = list_label_of(text_trim(entry->words)).rest, han;
    bool tells_kind = entry->element == ELEMENT_APPOINTMENT &&
                      !text_is_empty(kind_in_two_languages(x, words, &han));
    return tells_kind || label_find(x, words).kind != LABEL_UNKNOWN ||
           is_only_structure(x, entry->words);
}

/* Kept as a code, or as a state without words. */
static bool is_coded(const struct role *role, const struct account_entry *entry)
{
    bool is_absent = entry->element < ELEMENT_ROLE_COUNT &&
                     role->values[entry->element].state == STATE_NOT_APPLICABLE;
    bool is_title = entry->element == ELEMENT_TITLE; /* 司機（2人） gives a name and a headcount */
    return is_absent || is_title || entry->field == FIELD_APPOINTMENT_KIND ||
           entry->field == FIELD_APPOINTMENT_NEED || entry->field == FIELD_RELATIONS_SIDE ||
           entry->field == FIELD_RELATIONS_DIRECTION || entry->field == FIELD_EDITION_STATUS;
}

/* "food hygiene; a van" of "Essential: food hygiene; a van", "Latin" of "Latin (D)": what counts so.
 */
static struct text without_need(struct extraction *x, const struct account_entry *entry)
{
    struct text mark, rest = take_mark(x, entry->element, entry->words, &mark);
    if (!text_is_empty(mark))
        return rest;
    if (entry->element == ELEMENT_APPOINTMENT)
        need_in_front(x, list_label_of(text_trim(entry->words)).rest, &rest);
    return rest;
}

static bool is_lost(struct extraction *x, struct said *said, const struct account_entry *entry)
{
    if (entry->use != USE_LABEL && entry->use != USE_VALUE)
        return false;
    return !is_coded(entry->role, entry) &&
           !(entry->use == USE_LABEL && is_known_label(x, entry)) &&
           !is_in(x->scratch, &said->as_written, entry->words) &&
           is_nowhere(x, said, without_need(x, entry), entry->element);
}

/* A numbered line or a cell of a form: more than a heading, or the head of a column. */
static bool says_something(const struct account_entry *entry)
{
    return entry->use == USE_VALUE || entry->clue == CLUE_MERGED || entry->clue == CLUE_BESIDE ||
           entry->clue == CLUE_ABOVE || entry->clue == CLUE_BAR ||
           list_label_of(entry->words).kind != LIST_LABEL_NONE;
}

/* Lost words with those behind them: values go under the label in front of them. */
static size_t keep(struct extraction *x, struct said *said, size_t from, size_t end)
{
    struct account_entry *first = &x->account->items[from];
    size_t after = from + 1;
    while (after < end && x->account->items[after].use == USE_VALUE &&
           is_lost(x, said, &x->account->items[after]))
        after++;
    bool is_heading = first->use == USE_LABEL && after > from + 1;
    if (!is_heading && !says_something(first))
        return after;
    if (is_heading)
        report_unknown(x, first->words, first->at);
    else
        report_words_apart(x, first->words, first->at);
    struct section_text *section =
        other_append(x->handbook, x->role, is_heading ? first->words : TEXT(""), first->at);
    for (size_t i = from; i < after; i++) {
        if (i > from || !is_heading)
            append_line(x, &section->text, x->account->items[i].words);
        x->account->items[i].use = USE_OTHER;
    }
    return after;
}

static int compare_roles(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)((const struct said *)a)->role;
    uintptr_t right = (uintptr_t)((const struct said *)b)->role;
    return (left > right) - (left < right);
}

/* One for each role of the account, in the order of their addresses: a chart names them by turns. */
static size_t said_of_roles(struct arena *arena, const struct account *account, struct said **said)
{
    size_t turns = 0, count = 0;
    const struct role *role = NULL;
    *said = arena_alloc(arena, account->count * sizeof **said);
    for (size_t i = 0; i < account->count; i++)
        if (account->items[i].role != NULL && account->items[i].role != role) {
            role = account->items[i].role;
            (*said)[turns++] = (struct said){.role = role};
        }
    qsort(*said, turns, sizeof **said, compare_roles);
    for (size_t i = 0; i < turns; i++)
        if (count == 0 || (*said)[count - 1].role != (*said)[i].role)
            (*said)[count++] = (*said)[i];
    return count;
}

/* Where the entries of the role end that begin at from. */
static size_t end_of_turn(const struct account *account, size_t from)
{
    size_t end = from;
    while (end < account->count && account->items[end].role == account->items[from].role)
        end++;
    return end;
}

void keep_what_is_nowhere(struct extraction *x)
{
    struct account *account = x->account;
    struct said *all;
    size_t count = said_of_roles(x->scratch, account, &all);
    for (size_t i = 0, end; i < account->count; i = end) {
        struct role *role = account->items[i].role;
        end = end_of_turn(account, i);
        if (role == NULL)
            continue;
        struct said key = {.role = role};
        struct said *said = bsearch(&key, all, count, sizeof *all, compare_roles);
        if (said->as_written.text.data == NULL)
            said->as_written.text = words_of_role(x->scratch, role);
        while (i < end)
            if (is_lost(x, said, &account->items[i])) {
                x->role = role;
                i = keep(x, said, i, end);
                x->role = NULL;
            } else {
                i++;
            }
    }
}
