#include "core/draft/sheet.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/draft/draft.h"
#include "core/draft/task_names.h"
#include "core/draft/votes.h"
#include "core/model/fold.h"
#include "core/model/written_language.h"
#include "core/normalise/grams.h"
#include <stdlib.h>
#include <string.h>

static const struct message no_task = {{"「{0}」沒有寫任務：不列入職責",
                                        "“{0}”没有写任务：不列入职责",
                                        "\"{0}\" names no task: it is part of no duty"}};
static const struct message no_role = {{"「{0}」沒有寫崗位：不列入職責",
                                        "“{0}”没有写岗位：不列入职责",
                                        "\"{0}\" names no role: it is part of no duty"}};
static enum language language_of(struct scripts counts)
{
    if (4 * counts.han <
        counts.letters) /* a word has four or five letters, in Han two characters */
        return LANG_EN;
    return counts.traditional > counts.simplified ? LANG_ZH_HANT : LANG_ZH_HANS;
}

enum language work_language(const struct work_log *log)
{
    struct scripts counts = {0};
    for (size_t i = 0; i < log->count; i++)
        count_scripts(&counts, log->rows[i].words[WORK_ELEMENT]);
    return language_of(counts);
}

/* By the worksheet's rows, so that the worksheet alone gives the same again. */
static enum language sheet_language(const struct sheet *sheet)
{
    struct scripts counts = {0};
    for (size_t i = 0; i < sheet->count; i++)
        count_scripts(&counts, sheet->rows[i].words[WORK_ELEMENT]);
    return language_of(counts);
}

/* ---- from tasks ---- */

struct log_row {
    uint32_t element, row;
    struct text who; /* folded */
};

static int compare_log_rows(const void *a, const void *b)
{
    const struct log_row *x = a, *y = b;
    if (x->element != y->element)
        return x->element < y->element ? -1 : 1;
    int order = text_compare(x->who, y->who);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

struct making {
    struct sheet *sheet;
    const struct tasks_request *request;
    const struct tasks *tasks;
    struct arena *scratch;
    const uint32_t *named_by; /* by group: the element its task is named by */
};

#define SOURCES_SHOWN 3

/* "log.csv:12; log.csv:40; log.csv:71 +9" */
static struct text sources_of(struct making *m, const struct log_row *rows, size_t count)
{
    struct text_buffer out = text_buffer_new(m->sheet->arena);
    for (size_t i = 0; i < count && i < SOURCES_SHOWN; i++) {
        buffer_append_string(&out, i > 0 ? "; " : "");
        buffer_append(&out, draft_place(m->scratch, m->request->log->rows[rows[i].row].at));
    }
    if (count > SOURCES_SHOWN)
        buffer_append_format(&out, " +%zu", count - SOURCES_SHOWN);
    return buffer_text(&out);
}

/* What the rows give for a field, else what the sentence says itself. */
static struct text value_of(struct making *m, const struct log_row *rows, size_t count,
                            enum work_field field)
{
    struct vote *votes = arena_new_array(m->scratch, count, struct vote);
    for (size_t i = 0; i < count; i++) {
        const struct work_row *row = &m->request->log->rows[rows[i].row];
        struct text words = row->words[field];
        struct duty_parts parts = work_parts(row->words[WORK_ELEMENT]);
        if (text_is_empty(words) && field == WORK_RESULT)
            words = parts.result;
        if (text_is_empty(words) && field == WORK_HOW)
            words = parts.how;
        votes[i] = vote_for(m->scratch, words, 1);
    }
    return votes_most_common(votes, count);
}

static void add_up(const struct work_row *row, struct sheet_row *to)
{
    to->frequency.times_pt1000 += row->frequency.times_pt1000;
    to->frequency.is_rate |= row->frequency.is_rate;
    to->seconds += row->has_time ? row->seconds : 0;
    to->has_time |= row->has_time;
}

static struct sheet_row make_row(struct making *m, const struct log_row *rows, size_t count)
{
    static const enum work_field voted[] = {WORK_WHO, WORK_RESULT, WORK_TOOL, WORK_HOW};
    struct sheet_row made = {.at = m->request->log->rows[rows[0].row].at, .rows = count};
    uint32_t element = rows[0].element, group = m->tasks->group_of[element];
    made.words[WORK_ELEMENT] = m->request->same->wordings[element];
    for (size_t i = 0; i < sizeof voted / sizeof *voted; i++)
        made.words[voted[i]] = value_of(m, rows, count, voted[i]);
    for (size_t i = 0; i < count; i++)
        add_up(&m->request->log->rows[rows[i].row], &made);
    made.act = m->tasks->acts[element];
    made.words[WORK_TASK] = m->tasks->acts[m->named_by[group]];
    made.words[WORK_ROLE] = made.words[WORK_WHO];
    made.words[WORK_SOURCE] = sources_of(m, rows, count);
    return made;
}

/* ---- reasons ---- */

#define STRETCHES 3

struct marking {
    bool *is_shared; /* [bytes] */
    const uint64_t *grams;
    size_t count;
};

struct gram_list {
    struct arena *arena;
    uint64_t *list;
    size_t count, capacity;
};

static void keep_gram(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct gram_list *grams = data;
    (void)begin, (void)end;
    if (!gram_is_pair_of_stems(gram))
        *arena_push(grams->arena, grams->list, grams->count, grams->capacity) = gram;
}

static void mark_gram(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct marking *marking = data;
    for (size_t i = 0; i < marking->count && !gram_is_pair_of_stems(gram); i++)
        if (marking->grams[i] == gram)
            memset(marking->is_shared + begin, true, end - begin);
}

/* What the words share with others, in the words' own: stretches in their order, divided by 、. */
static struct text shared_words(struct arena *arena, struct arena *scratch, struct text words,
                                struct text others)
{
    struct gram_list grams = {.arena = scratch};
    struct text_buffer out = text_buffer_new(arena);
    bool *is_shared = arena_new_array(scratch, words.size + 1, bool);
    bool is_latin = is_latin_text(words);
    size_t stretches = 0;
    grams_walk(others, SLOT_WHAT, keep_gram, &grams);
    grams_walk(words, SLOT_WHAT, mark_gram, &(struct marking){is_shared, grams.list, grams.count});
    for (size_t i = 0; i < words.size && stretches < STRETCHES;) {
        size_t begin = i;
        while (i < words.size && (is_shared[i] || (words.data[i] == ' ' && is_shared[i + 1])))
            i++;
        if (i == begin) {
            i++;
            continue;
        }
        struct text stretch = text_trim(text_slice(words, begin, i));
        if (out.size > 0)
            buffer_append_string(&out, is_latin ? ", " : "、");
        buffer_append(&out, stretch);
        stretches++;
    }
    return buffer_text(&out);
}

static bool is_same_label(struct arena *scratch, struct text a, struct text b)
{
    return !text_is_empty(a) && text_equal(fold_label(scratch, a), fold_label(scratch, b));
}

/* The attributes a row has in common with the one its task is named by, in words. */
static struct text reason_of(struct making *m, const struct sheet_row *row,
                             const struct sheet_row *centre)
{
    static const char *const named[] = {"任務由此命名", "任务由此命名", "the task is named by it"};
    static const char *const shared[] = {"共有「", "共有“", "shares \""};
    static const char *const end[] = {"」", "”", "\""};
    static const char *const same[] = {"同一", "同一", "same "};
    static const char *const by_others[] = {"經由相近的要素", "经由相近的要素",
                                            "by way of elements like both"};
    static const enum work_field attributes[] = {WORK_WHO, WORK_TOOL, WORK_HOW, WORK_RESULT};
    enum language language = m->sheet->language;
    struct text_buffer out = text_buffer_new(m->sheet->arena);
    if (row == centre)
        return text_from_string(named[language]);
    struct text words = shared_words(m->sheet->arena, m->scratch, row->words[WORK_ELEMENT],
                                     centre->words[WORK_ELEMENT]);
    if (!text_is_empty(words)) {
        buffer_append_string(&out, shared[language]);
        buffer_append(&out, words);
        buffer_append_string(&out, end[language]);
    }
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        enum work_field f = attributes[i];
        if (!is_same_label(m->scratch, row->words[f], centre->words[f]))
            continue;
        struct text label = vocabulary_column(m->sheet->vocabulary, language, work_field(f));
        buffer_append_string(&out, out.size == 0 ? "" : language == LANG_EN ? "; " : "；");
        buffer_append_string(&out, same[language]);
        buffer_append(&out, language == LANG_EN ? fold_text(m->scratch, label) : label);
    }
    return out.size > 0 ? buffer_text(&out) : text_from_string(by_others[language]);
}

/* first: by element, from 1, its first row in the sheet. */
static void give_reasons(struct making *m, const struct log_row *order, const size_t *starts)
{
    size_t *first = arena_new_array(m->scratch, m->request->same->count + 1, size_t);
    for (size_t i = m->sheet->count; i > 0; i--)
        first[order[starts[i - 1]].element] = i;
    for (size_t i = 0; i < m->sheet->count; i++) {
        uint32_t centre = m->named_by[m->tasks->group_of[order[starts[i]].element]];
        struct sheet_row *row = &m->sheet->rows[i];
        row->words[WORK_REASON] = reason_of(m, row, &m->sheet->rows[first[centre] - 1]);
    }
}

struct sheet sheet_of_tasks(struct arena *arena, const struct vocabulary *vocabulary,
                            const struct tasks_request *request, const struct tasks *tasks)
{
    struct sheet sheet = {.arena = arena, .vocabulary = vocabulary};
    struct making m = {
        .sheet = &sheet, .request = request, .tasks = tasks, .scratch = arena_open_like(arena)};
    size_t count = request->log->count;
    struct log_row *order = arena_new_array(m.scratch, count + 1, struct log_row);
    size_t *starts = arena_new_array(m.scratch, count + 1, size_t);
    m.named_by = name_tasks(m.scratch, request, tasks);
    for (size_t i = 0; i < count; i++)
        order[i] = (struct log_row){request->same->element_of[i], (uint32_t)i,
                                    fold_label(m.scratch, request->log->rows[i].words[WORK_WHO])};
    if (count > 1)
        qsort(order, count, sizeof *order, compare_log_rows);
    sheet.rows = arena_new_array(arena, count + 1, struct sheet_row);
    for (size_t i = 0; i < count;) {
        size_t begin = i;
        while (i < count && order[i].element == order[begin].element &&
               text_equal(order[i].who, order[begin].who))
            i++;
        starts[sheet.count] = begin;
        sheet.rows[sheet.count++] = make_row(&m, order + begin, i - begin);
    }
    sheet.language = sheet_language(&sheet);
    give_reasons(&m, order, starts);
    arena_close(m.scratch);
    return sheet;
}

/* ---- from a worksheet ---- */

struct sheet sheet_of_worksheet(struct arena *arena, const struct vocabulary *vocabulary,
                                const struct work_log *log, struct diagnostics *diags)
{
    struct sheet sheet = {.arena = arena, .vocabulary = vocabulary, .language = work_language(log)};
    sheet.rows = arena_new_array(arena, log->count + 1, struct sheet_row);
    for (size_t i = 0; i < log->count; i++) {
        const struct work_row *row = &log->rows[i];
        struct sheet_row *made = &sheet.rows[sheet.count++];
        *made = (struct sheet_row){.at = row->at, .rows = 1};
        memcpy(made->words, row->words, sizeof made->words);
        add_up(row, made);
        if (text_is_empty(made->words[WORK_ROLE]))
            made->words[WORK_ROLE] = made->words[WORK_WHO];
        if (text_is_empty(made->words[WORK_TASK]))
            report_warning(diags, &no_task, row->at, row->words[WORK_ELEMENT], TEXT(""));
        else if (text_is_empty(made->words[WORK_ROLE]))
            report_warning(diags, &no_role, row->at, row->words[WORK_ELEMENT], TEXT(""));
    }
    return sheet;
}
