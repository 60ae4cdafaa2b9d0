/* Elements become tasks: measured against known groupings, whatever the order of the rows. */
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/draft/tasks.h"
#include "tests/unit/unit.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct labelled {
    struct arena *arena;
    struct work_log log;
    uint32_t *labels; /* by row */
    size_t label_count;
};

/* Lines of label, tab, element. */
static struct labelled read_lines(const char *path)
{
    struct labelled l = {.arena = arena_open(NULL, NULL)};
    struct source *source = arena_new(l.arena, struct source);
    struct text bytes, line;
    source->path = path;
    l.log.arena = l.arena;
    assert_int_equal(file_read(l.arena, source, &bytes, diagnostics_new(l.arena)), STATUS_OK);
    l.labels = arena_new_array(l.arena, bytes.size, uint32_t);
    struct text *names = arena_new_array(l.arena, bytes.size, struct text);
    for (size_t at = 0; text_next_line(bytes, &at, &line);) {
        size_t tab = text_find(line, TEXT("\t"), 0);
        if (tab == TEXT_NOT_FOUND || line.data[0] == '#')
            continue;
        size_t label = 0;
        while (label < l.label_count && !text_equal(names[label], text_slice(line, 0, tab)))
            label++;
        names[label] = text_slice(line, 0, tab);
        l.label_count += label == l.label_count;
        l.labels[l.log.count] = (uint32_t)label;
        struct work_row row = {.frequency = {.times_pt1000 = 1000}};
        static const enum work_field columns[] = {WORK_ELEMENT, WORK_WHO,    WORK_FREQUENCY,
                                                  WORK_MINUTES, WORK_RESULT, WORK_TOOL};
        for (size_t i = 0, begin = tab + 1; i < 6 && begin <= line.size; i++) {
            size_t end = text_find(line, TEXT("\t"), begin);
            end = end == TEXT_NOT_FOUND ? line.size : end;
            row.words[columns[i]] = text_slice(line, begin, end);
            begin = end + 1;
        }
        frequency_read(l.arena, row.words[WORK_FREQUENCY], &row.frequency);
        *arena_push(l.arena, l.log.rows, l.log.count, l.log.capacity) = row;
    }
    return l;
}

static struct tasks find(struct arena *arena, const struct work_log *log, struct same_work *same)
{
    struct phrases *phrases = phrases_new(arena);
    for (int i = 0; i < LANG_COUNT; i++)
        phrases_need(phrases, (enum language)i, diagnostics_new(arena));
    *same = same_work_of(arena, log, LANG_ZH_HANT);
    return tasks_find(arena,
                      &(struct tasks_request){
                          .log = log, .same = same, .phrases = phrases, .language = LANG_ZH_HANT});
}

static double pairs(double n) { return n * (n - 1) / 2; }

/* Adjusted Rand index (Hubert and Arabie 1985) and V-measure (Rosenberg and Hirschberg 2007). */
static void score(const uint32_t *a, const uint32_t *b, size_t count, double *rand, double *v)
{
    double *both = calloc(count * count, sizeof *both), *in_a = calloc(count, sizeof *in_a),
           *in_b = calloc(count, sizeof *in_b), together = 0, of_a = 0, of_b = 0;
    double mutual = 0, entropy_a = 0, entropy_b = 0, n = (double)count;
    for (size_t i = 0; i < count; i++) {
        both[a[i] * count + b[i]]++;
        in_a[a[i]]++;
        in_b[b[i]]++;
    }
    for (size_t i = 0; i < count; i++) {
        of_a += pairs(in_a[i]);
        of_b += pairs(in_b[i]);
        entropy_a -= in_a[i] > 0 ? in_a[i] / n * log(in_a[i] / n) : 0;
        entropy_b -= in_b[i] > 0 ? in_b[i] / n * log(in_b[i] / n) : 0;
        for (size_t k = 0; k < count; k++) {
            double x = both[i * count + k];
            together += pairs(x);
            mutual += x > 0 ? x / n * log(x * n / (in_a[i] * in_b[k])) : 0;
        }
    }
    double expected = of_a * of_b / pairs(n);
    *rand = (together - expected) / ((of_a + of_b) / 2 - expected);
    *v = 2 * mutual / (entropy_a + entropy_b);
    free(both), free(in_a), free(in_b);
}

/* How the rows are given to the program: in an order of its own, with all columns or without. */
struct presentation {
    size_t stride; /* row i is the file's i * stride modulo their number; prime to it */
    bool has_words_alone;
};

static void present(struct labelled *l, struct presentation as)
{
    struct work_row *rows = arena_new_array(l->arena, l->log.count, struct work_row);
    uint32_t *labels = arena_new_array(l->arena, l->log.count, uint32_t);
    for (size_t i = 0; i < l->log.count; i++) {
        size_t from = as.stride == 0 ? i : i * as.stride % l->log.count;
        labels[i] = l->labels[from];
        rows[i] = as.has_words_alone ? (struct work_row){.frequency = {.times_pt1000 = 1000}}
                                     : l->log.rows[from];
        rows[i].words[WORK_ELEMENT] = l->log.rows[from].words[WORK_ELEMENT];
    }
    l->log.rows = rows;
    l->labels = labels;
}

struct expected {
    double rand, v;
};

static void expect_score(const char *path, struct presentation as, struct expected least)
{
    struct labelled l = read_lines(path);
    struct same_work same;
    present(&l, as);
    struct tasks tasks = find(l.arena, &l.log, &same);
    uint32_t *found = arena_new_array(l.arena, l.log.count, uint32_t);
    double rand, v;
    for (size_t i = 0; i < l.log.count; i++)
        found[i] = tasks.group_of[same.element_of[i]];
    score(found, l.labels, l.log.count, &rand, &v);
    printf("table: draft %-14s %-12s %zu rows, %zu elements, %zu groups known, %zu tasks found at "
           "%u %%: adjusted Rand %.2f, V-measure %.2f\n",
           strrchr(path, '/') + 1, as.has_words_alone ? "(words alone)" : "", l.log.count,
           same.count, l.label_count, tasks.count, tasks.threshold, rand, v);
    assert_true(rand >= least.rand);
    assert_true(v >= least.v);
    arena_close(l.arena);
}

/* Occupations share their verbs and much of their words: what they do is told apart, who is not. */
static void test_tasks_of_occupations_are_told_apart(void **state)
{
    (void)state;
    expect_score("tests/unit/core/draft/onet_tasks.tsv", (struct presentation){0},
                 (struct expected){0.07, 0.55});
}

static void test_tasks_of_a_work_log_in_three_languages_are_found(void **state)
{
    (void)state;
    expect_score("tests/unit/core/draft/work_log.tsv", (struct presentation){0},
                 (struct expected){0.95, 0.97});
}

static void test_words_alone_tell_much_of_it(void **state)
{
    (void)state;
    expect_score("tests/unit/core/draft/work_log.tsv",
                 (struct presentation){.has_words_alone = true}, (struct expected){0.4, 0.75});
}

static int compare_words(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* Each task as its wordings in order, the tasks in order. */
static struct text partition(struct arena *arena, const struct work_log *log)
{
    struct same_work same;
    struct tasks tasks = find(arena, log, &same);
    struct text *groups = arena_new_array(arena, same.count, struct text);
    struct text_buffer all = text_buffer_new(arena);
    size_t count = 0;
    for (size_t first = 0; first < same.count; first++) {
        struct text_buffer group = text_buffer_new(arena);
        for (size_t i = 0; i < same.count && tasks.group_of[first] == first; i++)
            if (tasks.group_of[i] == first) {
                buffer_append(&group, same.wordings[i]);
                buffer_append_byte(&group, '\n');
            }
        if (group.size > 0)
            groups[count++] = buffer_text(&group);
    }
    qsort(groups, count, sizeof *groups, compare_words);
    for (size_t i = 0; i < count; i++) {
        buffer_append(&all, groups[i]);
        buffer_append_string(&all, "--\n");
    }
    return buffer_text(&all);
}

static void test_order_of_rows_does_not_matter(void **state)
{
    (void)state;
    static const size_t strides[] = {5, 101,
                                     671}; /* prime to the 672 rows; the last is backwards */
    struct labelled l = read_lines("tests/unit/core/draft/work_log.tsv");
    struct text expected = partition(l.arena, &l.log);
    for (size_t i = 0; i < sizeof strides / sizeof *strides; i++) {
        struct labelled shuffled = l;
        present(&shuffled, (struct presentation){.stride = strides[i]});
        assert_true(text_equal(partition(l.arena, &shuffled.log), expected));
    }
    arena_close(l.arena);
}

static void test_number_of_tasks_is_kept_where_it_can_be(void **state)
{
    (void)state;
    struct labelled l = read_lines("tests/unit/core/draft/work_log.tsv");
    struct same_work same = same_work_of(l.arena, &l.log, LANG_ZH_HANT);
    struct phrases *phrases = phrases_new(l.arena);
    for (size_t wanted = 10; wanted <= 90; wanted += 20) {
        struct tasks tasks = tasks_find(
            l.arena, &(struct tasks_request){
                         .log = &l.log, .same = &same, .phrases = phrases, .tasks = wanted});
        assert_int_equal(tasks.count, wanted);
    }
    arena_close(l.arena);
}

static void test_none_one_and_equal_rows_make_no_trouble(void **state)
{
    (void)state;
    for (size_t count = 0; count < 4; count++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct work_log log = {.arena = arena};
        for (size_t i = 0; i < count; i++) {
            struct work_row row = {.frequency = {.times_pt1000 = 1000}};
            row.words[WORK_ELEMENT] = TEXT("受理客戶投訴");
            *arena_push(arena, log.rows, log.count, log.capacity) = row;
        }
        struct same_work same;
        struct tasks tasks = find(arena, &log, &same);
        assert_int_equal(same.count, count > 0);
        assert_int_equal(tasks.count, count > 0);
        arena_close(arena);
    }
}

/* The sanitizers see what happens to a list of no traits. */
static void test_words_without_any_trait_are_a_task(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct work_log log = {.arena = arena};
    struct work_row row = {.frequency = {.times_pt1000 = 1000}};
    struct same_work same;
    row.words[WORK_ELEMENT] = TEXT("—");
    *arena_push(arena, log.rows, log.count, log.capacity) = row;
    assert_int_equal(find(arena, &log, &same).count, 1);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tasks_of_occupations_are_told_apart),
        cmocka_unit_test(test_tasks_of_a_work_log_in_three_languages_are_found),
        cmocka_unit_test(test_words_alone_tell_much_of_it),
        cmocka_unit_test(test_order_of_rows_does_not_matter),
        cmocka_unit_test(test_number_of_tasks_is_kept_where_it_can_be),
        cmocka_unit_test(test_none_one_and_equal_rows_make_no_trouble),
        cmocka_unit_test(test_words_without_any_trait_are_a_task),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
