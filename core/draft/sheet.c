#include "core/draft/sheet.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/draft/draft.h"
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
static const struct message no_result = {
    {"任務「{0}」（{1}）沒有成果或目的：請在工作要素補上成果欄",
     "任务“{0}”（{1}）没有成果或目的：请在工作要素补上成果列",
     "the task \"{0}\" ({1}) has no result or purpose: add one in the column of results"}};
static const struct message two_duties = {
    {"任務「{0}」在「{1}」有不同的職責：取「{2}」", "任务“{0}”在“{1}”有不同的职责：取“{2}”",
     "the task \"{0}\" of \"{1}\" has different duties: \"{2}\" is taken"}};

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

int64_t sheet_weight(const struct sheet *sheet, const struct sheet_row *row)
{
    return sheet->has_time ? row->has_time ? row->seconds : 0 : row->frequency.times_pt1000;
}

/* ---- the most common of what rows say ---- */

struct vote {
    struct text key, words;
    size_t votes;
};

static int compare_votes(const void *a, const void *b)
{
    const struct vote *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    return order != 0 ? order : text_compare(x->words, y->words);
}

/*
 * The words most often given, of those that are the same when folded; empty ones count nothing. Of
 * equally common ones the first by its bytes.
 */
static struct text most_common(struct vote *votes, size_t count)
{
    struct text best = {0};
    size_t most = 0;
    if (count > 1)
        qsort(votes, count, sizeof *votes, compare_votes);
    for (size_t i = 0; i < count;) {
        size_t end = i, sum = 0, most_written = 0;
        struct text written = {0};
        for (; end < count && text_equal(votes[end].key, votes[i].key);) {
            size_t same = end, of_these = 0;
            for (; end < count && compare_votes(&votes[end], &votes[same]) == 0; end++)
                of_these += votes[end].votes;
            if (of_these > most_written) {
                most_written = of_these;
                written = votes[same].words;
            }
            sum += of_these;
        }
        if (sum > most && !text_is_empty(written)) {
            most = sum;
            best = written;
        }
        i = end;
    }
    return best;
}

static struct vote vote_for(struct arena *scratch, struct text words, size_t votes)
{
    return (struct vote){fold_label(scratch, words), words, votes};
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
    int64_t *weights;   /* by element: seconds in all, or thousandths of times */
    uint32_t *named_by; /* by group: the element its task is named by */
    const uint32_t *scripts;
    enum language language;
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
    return most_common(votes, count);
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

/* ---- names of tasks ---- */

/* What an element weighs among those of its task: per mille, and one more. */
static int64_t weight_in(const struct making *m, uint32_t element, int64_t whole)
{
    return whole == 0 ? 1 : 1 + m->weights[element] / (whole / 1000 + 1);
}

/* The sum of the vectors of a group, each as heavy as its element; sum is 0 before. */
static void sum_up(struct making *m, const uint32_t *members, size_t count, int64_t *sum)
{
    const struct vectors *v = m->tasks->vectors;
    int64_t whole = 0;
    for (size_t i = 0; i < count; i++)
        whole += m->weights[members[i]];
    for (size_t i = 0; i < count; i++)
        for (size_t k = v->starts[members[i]]; k < v->starts[members[i] + 1]; k++)
            sum[v->entries[k].key] += v->entries[k].value * weight_in(m, members[i], whole);
}

/* The element most like the sum names the task; the sum is 0 afterwards. */
static void name_group(struct making *m, const uint32_t *members, size_t count, int64_t *sum)
{
    const struct vectors *v = m->tasks->vectors;
    int64_t best = -1;
    for (size_t i = 0; i < count; i++) {
        int64_t score = 0;
        uint32_t element = members[i];
        for (size_t k = v->starts[element]; k < v->starts[element + 1]; k++)
            score += v->entries[k].value * (sum[v->entries[k].key] / (int64_t)count);
        struct text masked = mask_work(m->scratch, m->request->same->wordings[element]);
        if (text_find(masked, TEXT("#"), 0) == TEXT_NOT_FOUND) /* one case names no task */
            score += score / 2;
        if (is_in_language(m->scripts, m->tasks->acts[element], m->language))
            score *= 4; /* the duty is worded around it */
        if (score > best) {
            best = score;
            m->named_by[members[0]] = element;
        }
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = v->starts[members[i]]; k < v->starts[members[i] + 1]; k++)
            sum[v->entries[k].key] = 0;
}

struct member {
    uint32_t group, element;
};

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->element > y->element) - (x->element < y->element);
}

/* Each task is named by the element most like all its rows. */
static void name_tasks(struct making *m)
{
    size_t elements = m->request->same->count;
    struct member *members = arena_new_array(m->scratch, elements + 1, struct member);
    uint32_t *list = arena_new_array(m->scratch, elements + 1, uint32_t);
    int64_t *sum = arena_new_array(m->scratch, (size_t)m->tasks->vectors->key_count + 1, int64_t);
    const struct work_row *rows = m->request->log->rows;
    bool has_time = m->request->log->without_time < m->request->log->count;
    m->weights = arena_new_array(m->scratch, elements + 1, int64_t);
    m->named_by = arena_new_array(m->scratch, elements + 1, uint32_t);
    for (size_t i = 0; i < m->request->log->count; i++)
        m->weights[m->request->same->element_of[i]] +=
            has_time ? rows[i].seconds : rows[i].frequency.times_pt1000;
    for (size_t i = 0; i < elements; i++)
        members[i] = (struct member){m->tasks->group_of[i], (uint32_t)i};
    if (elements > 1)
        qsort(members, elements, sizeof *members, compare_members);
    for (size_t i = 0; i < elements;) {
        size_t count = 0;
        for (size_t first = i; i < elements && members[i].group == members[first].group; i++)
            list[count++] = members[i].element;
        sum_up(m, list, count, sum);
        name_group(m, list, count, sum);
    }
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
    struct making m = {.sheet = &sheet,
                       .request = request,
                       .tasks = tasks,
                       .scratch = arena_open_like(arena),
                       .language = work_language(request->log)};
    size_t count = request->log->count;
    m.scripts = script_table(m.scratch);
    struct log_row *order = arena_new_array(m.scratch, count + 1, struct log_row);
    size_t *starts = arena_new_array(m.scratch, count + 1, size_t);
    name_tasks(&m);
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

/* ---- duties ---- */

struct settling {
    struct sheet *sheet;
    struct arena *scratch;
    struct sort_row {
        struct sheet_row *row;
        struct text role, task;    /* folded */
        int64_t duty, role_weight; /* weights */
        struct text result, how;   /* of the task, whoever does it */
    } * order;
};

static int compare_tasks(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    return text_compare(x->task, y->task);
}

static int compare_names(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    int order = text_compare(x->role, y->role);
    order = order != 0 ? order : text_compare(x->task, y->task);
    order =
        order != 0 ? order : text_compare(x->row->words[WORK_ELEMENT], y->row->words[WORK_ELEMENT]);
    return order != 0 ? order : text_compare(x->row->words[WORK_WHO], y->row->words[WORK_WHO]);
}

/* By role, heaviest duty, heaviest element; rows without a role or task at the end. */
static int compare_weights(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    bool is_x_out = text_is_empty(x->role) || text_is_empty(x->task);
    bool is_y_out = text_is_empty(y->role) || text_is_empty(y->task);
    if (is_x_out != is_y_out)
        return is_x_out ? 1 : -1;
    int order = text_compare(x->role, y->role);
    if (order != 0)
        return order;
    if (x->duty != y->duty)
        return x->duty > y->duty ? -1 : 1;
    order = text_compare(x->task, y->task);
    if (order != 0)
        return order;
    if (x->role_weight != y->role_weight)
        return x->role_weight > y->role_weight ? -1 : 1;
    return compare_names(a, b);
}

static struct text vote_over(struct settling *s, const struct sort_row *rows, size_t count,
                             enum work_field field)
{
    struct vote *votes = arena_new_array(s->scratch, count, struct vote);
    for (size_t i = 0; i < count; i++)
        votes[i] = vote_for(s->scratch, rows[i].row->words[field],
                            (size_t)sheet_weight(s->sheet, rows[i].row) + 1);
    return most_common(votes, count);
}

static bool is_out(const struct sort_row *row)
{
    return text_is_empty(row->role) || text_is_empty(row->task);
}

/*
 * What a role does of a task: the task's own words where it does what names it, else those of what
 * it does most, so that nobody is given another's part.
 */
static struct text act_of_role(const struct settling *s, const struct sort_row *rows, size_t count,
                               struct text task)
{
    int64_t most = -1;
    struct text act = task;
    for (size_t i = 0; i < count; i++) {
        int64_t weight = sheet_weight(s->sheet, rows[i].row);
        if (text_is_empty(rows[i].row->act) || text_equal(rows[i].row->act, task))
            return task;
        if (weight > most) {
            most = weight;
            act = rows[i].row->act;
        }
    }
    return act;
}

/* One duty of one role: the words of its task, the most common procedure and result. */
static void settle_duty(struct settling *s, struct sort_row *rows, size_t count,
                        struct diagnostics *diags)
{
    struct text duty = vote_over(s, rows, count, WORK_DUTY);
    struct text task = vote_over(s, rows, count, WORK_TASK);
    struct text role = vote_over(s, rows, count, WORK_ROLE);
    struct text result = vote_over(s, rows, count, WORK_RESULT);
    struct text how = vote_over(s, rows, count, WORK_HOW);
    bool differs = false;
    int64_t weight = 0;
    for (size_t i = 0; i < count; i++) {
        struct text own = rows[i].row->words[WORK_DUTY];
        differs |= !text_is_empty(own) && !text_equal(own, duty);
        weight += sheet_weight(s->sheet, rows[i].row);
    }
    if (differs) {
        struct diagnostic d = {.level = LEVEL_WARNING,
                               .message = &two_duties,
                               .args = {task, role, duty},
                               .at = rows[0].row->at};
        diagnostics_add(diags, d);
    }
    result = text_is_empty(result) ? rows[0].result : result;
    how = text_is_empty(how) ? rows[0].how : how;
    if (text_is_empty(result) && text_is_empty(duty))
        report_warning(diags, &no_result, rows[0].row->at, task, role);
    if (text_is_empty(duty))
        duty = draft_sentence(s->sheet->arena, s->sheet->language,
                              (struct duty_parts){act_of_role(s, rows, count, task), how, result});
    for (size_t i = 0; i < count; i++) {
        rows[i].row->words[WORK_DUTY] = duty;
        rows[i].row->words[WORK_TASK] = task;
        rows[i].row->words[WORK_ROLE] = role;
        rows[i].duty = weight;
    }
}

/* A purpose is the task's: what one position says of it holds for the others that say nothing. */
static void settle_tasks(struct settling *s)
{
    size_t count = s->sheet->count;
    if (count > 1)
        qsort(s->order, count, sizeof *s->order, compare_tasks);
    for (size_t i = 0; i < count;) {
        size_t begin = i;
        while (i < count && text_equal(s->order[i].task, s->order[begin].task))
            i++;
        struct text result = vote_over(s, s->order + begin, i - begin, WORK_RESULT);
        struct text how = vote_over(s, s->order + begin, i - begin, WORK_HOW);
        for (size_t k = begin; k < i; k++) {
            s->order[k].result = result;
            s->order[k].how = how;
        }
    }
}

void sheet_settle(struct sheet *sheet, struct diagnostics *diags)
{
    struct settling s = {.sheet = sheet, .scratch = arena_open_like(sheet->arena)};
    struct sheet_row *sorted = arena_new_array(sheet->arena, sheet->count + 1, struct sheet_row);
    s.order = arena_new_array(s.scratch, sheet->count + 1, struct sort_row);
    for (size_t i = 0; i < sheet->count; i++) {
        sheet->has_time |= sheet->rows[i].has_time && sheet->rows[i].seconds > 0;
        sheet->has_rates |= sheet->rows[i].frequency.is_rate;
        sheet->has_counts |= !sheet->rows[i].frequency.is_rate;
    }
    for (size_t i = 0; i < sheet->count; i++) {
        struct sheet_row *row = &sheet->rows[i];
        s.order[i] = (struct sort_row){.row = row,
                                       .role = fold_label(s.scratch, row->words[WORK_ROLE]),
                                       .task = fold_text(s.scratch, row->words[WORK_TASK]),
                                       .role_weight = sheet_weight(sheet, row)};
    }
    settle_tasks(&s);
    if (sheet->count > 1)
        qsort(s.order, sheet->count, sizeof *s.order, compare_names);
    for (size_t i = 0; i < sheet->count;) {
        size_t begin = i;
        while (i < sheet->count && text_equal(s.order[i].role, s.order[begin].role) &&
               text_equal(s.order[i].task, s.order[begin].task))
            i++;
        if (!is_out(&s.order[begin]))
            settle_duty(&s, s.order + begin, i - begin, diags);
    }
    if (sheet->count > 1)
        qsort(s.order, sheet->count, sizeof *s.order, compare_weights);
    for (size_t i = 0; i < sheet->count; i++)
        sorted[i] = *s.order[i].row;
    sheet->rows = sorted;
    arena_close(s.scratch);
}
