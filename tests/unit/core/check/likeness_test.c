/* Likeness against brute force and against human judgement. */
#include "core/base/set_join.h"
#include "core/check/check.h"
#include "core/check/role_likeness.h"
#include "tests/unit/random_model.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAIRS "tests/unit/core/check/duty_pairs.tsv"

static struct vocabulary *vocabulary;

static int open_vocabulary(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL); /* lives as long as the tests */
    vocabulary = vocabulary_load(arena, NULL, diagnostics_new(arena));
    return vocabulary == NULL;
}

/* The bytes of a file; the empty text when there is none. */
static struct text read_file(struct arena *arena, const char *path)
{
    struct text_buffer out = text_buffer_new(arena);
    FILE *file = path == NULL ? NULL : fopen(path, "rb");
    for (int c; file != NULL && (c = getc(file)) != EOF;)
        buffer_append_byte(&out, (char)c);
    if (file != NULL)
        fclose(file);
    return buffer_text(&out);
}

static struct text column(struct text line, size_t number)
{
    size_t begin = 0;
    for (; number > 0; number--) {
        size_t tab = text_find(line, TEXT("\t"), begin);
        if (tab == TEXT_NOT_FOUND)
            return TEXT("");
        begin = tab + 1;
    }
    size_t end = text_find(line, TEXT("\t"), begin);
    return text_slice(line, begin, end == TEXT_NOT_FOUND ? line.size : end);
}

static void add_duty(struct handbook *handbook, struct role *role, struct text duty)
{
    record_append(handbook, &role->values[ELEMENT_DUTIES], duty, (struct span){0});
}

/* ---- brute force ---- */

struct expected {
    unsigned nearest, in_role;
    uint32_t alike;
};

static struct expected expect_of(const struct likeness *l, size_t i)
{
    struct expected e = {0};
    const struct duty *duty = &l->duties[i];
    uint32_t first = l->wordings[duty->set].first;
    for (size_t k = 0; k < l->count; k++) {
        const struct duty *other = &l->duties[k];
        unsigned percent = likeness_of_sets(l->sets, duty->set, other->set);
        if (k == i || percent < LIKE_REVIEW || l->sets->weights[duty->set] == 0)
            continue;
        if (other->set != duty->set && percent >= LIKE_NEAR)
            e.alike++;
        if (other->set != duty->set && percent > e.nearest &&
            l->duties[l->wordings[other->set].first].role_number < l->duties[first].role_number)
            e.nearest = percent;
        if (k < i && other->role == duty->role && percent > e.in_role)
            e.in_role = percent;
    }
    return e;
}

/* How many duties have something like them. */
static size_t expect_brute_force(const struct handbook *handbook)
{
    struct arena *arena = arena_open(NULL, NULL);
    const struct likeness *l = likeness_of(arena, handbook);
    size_t found = 0;
    for (size_t i = 0; i < l->count; i++) {
        struct expected e = expect_of(l, i);
        const struct wording *w = &l->wordings[l->duties[i].set];
        assert_int_equal(w->alike, e.alike);
        assert_int_equal(w->nearest_percent, e.nearest);
        assert_int_equal(l->duties[i].in_role_percent, e.in_role);
        found += e.nearest > 0;
    }
    arena_close(arena);
    return found;
}

static const char *const duty_pieces[] = {
    "受理",   "登記",   "客戶",     "客户",   "投訴", "的",     "、",
    "，確保", "，遵循", "《規程》", "班表",   "審核", "編製",   "工單",
    "並",     "記錄",   "record",   "Cases ", "the ", "calls ", "answering "};

static void test_random_duties_are_like_those_brute_force_finds(void **state)
{
    (void)state;
    size_t found = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct random r = {seed, arena, duty_pieces, sizeof duty_pieces / sizeof *duty_pieces};
        struct handbook *handbook = handbook_new(arena);
        for (size_t roles = 2 + random_below(&r, 8); roles > 0; roles--) {
            struct role *role = role_append(handbook, NULL, (struct span){0});
            for (size_t duties = random_below(&r, 12); duties > 0; duties--)
                add_duty(handbook, role, random_text(&r, 9));
        }
        found += expect_brute_force(handbook);
        arena_close(arena);
    }
    assert_true(found > 200);
}

/* Duties of a file by lines, five a role. */
static void add_lines(struct handbook *handbook, struct text words, size_t column_number,
                      size_t most)
{
    struct text line;
    struct role *role = NULL;
    size_t count = 0;
    for (size_t at = 0; count < most && text_next_line(words, &at, &line);) {
        struct text duty = column(line, column_number);
        if (text_is_empty(duty) || line.data[0] == '#')
            continue;
        if (count++ % 5 == 0)
            role = role_append(handbook, NULL, (struct span){0});
        add_duty(handbook, role, duty);
    }
}

static void test_real_duties_are_like_those_brute_force_finds(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct text_buffer path = text_buffer_new(arena);
    const char *corpus = getenv("ROLEBOOK_CORPUS");
    buffer_append_format(&path, "%s/scale/onet-career-xplorer__Task Statements.txt",
                         corpus == NULL ? "." : corpus);
    struct text pairs = read_file(arena, PAIRS);
    add_lines(handbook, pairs, 2, SIZE_MAX);
    add_lines(handbook, pairs, 3, SIZE_MAX);
    add_lines(handbook, read_file(arena, buffer_string(&path)), 2, 2000); /* where it is there */
    assert_true(expect_brute_force(handbook) > 30);
    arena_close(arena);
}

/* ---- roles ---- */

/* The most that two roles can share, by trying every matching. */
static uint64_t best_matching(const struct likeness *l, size_t i, uint32_t a, uint32_t b,
                              unsigned taken)
{
    if (l->role_starts[a] + i == l->role_starts[a + 1])
        return 0;
    uint64_t best = best_matching(l, i + 1, a, b, taken);
    for (size_t k = l->role_starts[b]; k < l->role_starts[b + 1]; k++) {
        unsigned bit = 1u << (k - l->role_starts[b]);
        if ((taken & bit) != 0)
            continue;
        uint64_t shared =
            sets_overlap(l->sets, l->duties[l->role_starts[a] + i].set, l->duties[k].set) +
            best_matching(l, i + 1, a, b, taken | bit);
        best = shared > best ? shared : best;
    }
    return best;
}

static unsigned brute_role_likeness(const struct likeness *l, uint32_t a, uint32_t b)
{
    uint64_t shared = best_matching(l, 0, a, b, 0), both = 0;
    for (size_t i = l->role_starts[a]; i < l->role_starts[a + 1]; i++)
        both += l->sets->weights[l->duties[i].set];
    for (size_t i = l->role_starts[b]; i < l->role_starts[b + 1]; i++)
        both += l->sets->weights[l->duties[i].set];
    return both == shared ? 0 : (unsigned)(100 * shared / (both - shared));
}

static size_t duties_of(const struct likeness *l, uint32_t role)
{
    return l->role_starts[role + 1] - l->role_starts[role];
}

static size_t expect_brute_roles(struct arena *arena, const struct handbook *handbook)
{
    const struct likeness *l = likeness_of(arena, handbook);
    struct role_pairs pairs = role_pairs_of(arena, l, LIKE_NEAR);
    size_t at = 0;
    for (uint32_t b = 1; b <= handbook->role_count; b++) {
        unsigned most = 0;
        for (uint32_t a = 1; a < b; a++) {
            unsigned percent = brute_role_likeness(l, a, b);
            if (duties_of(l, a) >= FEWEST_DUTIES && duties_of(l, b) >= FEWEST_DUTIES)
                most = percent > most ? percent : most;
        }
        if (most < LIKE_NEAR)
            continue;
        assert_true(at < pairs.count);
        assert_int_equal(pairs.list[at].second, b);
        assert_int_equal(pairs.list[at].percent, most);
        at++;
    }
    assert_int_equal(at, pairs.count);
    return at;
}

static void test_roles_are_matched_as_by_trying_every_matching(void **state)
{
    (void)state;
    size_t found = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct random r = {seed, arena, duty_pieces, sizeof duty_pieces / sizeof *duty_pieces};
        struct handbook *handbook = handbook_new(arena);
        struct text pool[6];
        for (size_t i = 0; i < 6; i++)
            pool[i] = random_text(&r, 9);
        for (size_t roles = 6; roles > 0; roles--) {
            struct role *role = role_append(handbook, NULL, (struct span){0});
            for (size_t duties = random_below(&r, 6); duties > 0; duties--)
                add_duty(handbook, role,
                         random_below(&r, 4) == 0 ? random_text(&r, 9) : pool[random_below(&r, 6)]);
        }
        found += expect_brute_roles(arena, handbook);
        arena_close(arena);
    }
    assert_true(found > 20);
}

/* Of so many duties, whoever shares most is taken first: the order in the roles says nothing. */
static void test_many_duties_find_their_like_in_whatever_order(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct role *one = role_append(handbook, NULL, (struct span){0});
    struct role *other = role_append(handbook, NULL, (struct span){0});
    struct random r = {1, arena, duty_pieces, sizeof duty_pieces / sizeof *duty_pieces};
    struct text words[MATCHED_EXACTLY + 2];
    for (size_t i = 0; i < MATCHED_EXACTLY + 2; i++)
        add_duty(handbook, one, words[i] = random_text(&r, 9));
    for (size_t i = MATCHED_EXACTLY + 2; i-- > 0;)
        add_duty(handbook, other, words[i]);
    struct role_pairs pairs = role_pairs_of(arena, likeness_of(arena, handbook), LIKE_NEAR);
    assert_int_equal(pairs.count, 1);
    assert_int_equal(pairs.list[0].percent, 100);
    arena_close(arena);
}

static void test_what_tells_roles_apart_is_what_finds_no_match(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct role *one = role_append(handbook, NULL, (struct span){0});
    struct role *other = role_append(handbook, NULL, (struct span){0});
    add_duty(handbook, one, TEXT("受理客戶投訴"));
    add_duty(handbook, one, TEXT("編製每月話務報表"));
    add_duty(handbook, other, TEXT("講授年度培訓課程"));
    add_duty(handbook, other, TEXT("每月話務報表的編製"));
    add_duty(handbook, other, TEXT("負責受理客戶的投訴工作"));
    const struct likeness *l = likeness_of(arena, handbook);
    uint32_t *duties;
    assert_int_equal(distinguishing_duties(arena, l, 1, 2, &duties), 0);
    assert_int_equal(distinguishing_duties(arena, l, 2, 1, &duties), 1);
    assert_true(text_is(l->duties[duties[0]].record->text, "講授年度培訓課程"));
    arena_close(arena);
}

/* ---- what is said ---- */

static void test_an_explanation_quotes_what_both_say(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    add_duty(handbook, role, TEXT("受理並登記客戶投訴"));
    add_duty(handbook, role, TEXT("负责客户投诉的回访"));
    add_duty(handbook, role, TEXT("Answer the enquiries of customers"));
    add_duty(handbook, role, TEXT("Answering customers' enquiries"));
    const struct likeness *l = likeness_of(arena, handbook);
    assert_true(text_is(likeness_shared(arena, l, &l->duties[0], &l->duties[1]), "客戶投訴"));
    assert_true(text_is(likeness_shared(arena, l, &l->duties[3], &l->duties[2]),
                        "Answering customers' enquiries"));
    arena_close(arena);
}

/* A cluster of n duties gives n - 1 findings, each with its nearest and the number of the rest. */
static void test_a_cluster_is_told_once_a_duty(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    struct check_config *config = check_config_new(arena);
    struct text selector = TEXT("O201"), unknown;
    for (size_t i = 0; i < 300; i++) {
        struct role *role = role_append(handbook, NULL, (struct span){0});
        struct text_buffer own = text_buffer_new(arena);
        for (size_t n = i + 7; n > 0; n /= 2)
            buffer_append_string(&own, duty_pieces[n % 20]);
        add_duty(handbook, role, buffer_text(&own));
        if (i % 3 == 0)
            add_duty(handbook, role, TEXT("核定投訴處理方案與補償金額"));
    }
    assert_true(check_config_choose(
        config, &(struct rule_choice){.select = &selector, .select_count = 1}, &unknown));
    check_handbook(handbook, vocabulary, config, diags);
    size_t found = 0;
    for (size_t i = 0; i < diags->count; i++)
        if (text_is(diags->items[i]->args[0], "核定投訴處理方案與補償金額")) {
            assert_true(text_is(diags->items[i]->args[5], "98"));
            found++;
        }
    assert_int_equal(found, 99);
    arena_close(arena);
}

/* ---- calibration ---- */

struct band {
    const char *name;
    unsigned least, same, other;
};

static void judge(struct band *bands, unsigned percent, bool is_same)
{
    while (percent < bands->least)
        bands++;
    bands->same += is_same;
    bands->other += !is_same;
}

static void test_bands_hold_what_people_judge_the_same(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    struct text pairs = read_file(arena, PAIRS), line;
    struct band bands[] = {{"duplicate", LIKE_DUPLICATE, 0, 0},
                           {"near", LIKE_NEAR, 0, 0},
                           {"review", LIKE_REVIEW, 0, 0},
                           {"none", 0, 0, 0}};
    for (size_t at = 0; text_next_line(pairs, &at, &line);)
        for (size_t c = 2; c <= 3 && line.data[0] != '#'; c++)
            add_duty(handbook, role, column(line, c));
    const struct likeness *l = likeness_of(arena, handbook);
    size_t i = 0;
    for (size_t at = 0; text_next_line(pairs, &at, &line);)
        if (line.data[0] != '#') {
            judge(bands, likeness_of_sets(l->sets, l->duties[i].set, l->duties[i + 1].set),
                  text_is(column(line, 0), "same"));
            i += 2;
        }
    for (size_t b = 0; b < 4; b++)
        printf("table: likeness %-9s from %2u %%: %3u pairs judged, %3u %% the same duty\n",
               bands[b].name, bands[b].least, bands[b].same + bands[b].other,
               100 * bands[b].same / (bands[b].same + bands[b].other));
    assert_true(i > 180);
    assert_int_equal(bands[0].other, 0);
    assert_true(100 * bands[1].same >= 85 * (bands[1].same + bands[1].other));
    assert_true(100 * bands[3].same <= 5 * (bands[3].same + bands[3].other));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_duties_are_like_those_brute_force_finds),
        cmocka_unit_test(test_real_duties_are_like_those_brute_force_finds),
        cmocka_unit_test(test_roles_are_matched_as_by_trying_every_matching),
        cmocka_unit_test(test_many_duties_find_their_like_in_whatever_order),
        cmocka_unit_test(test_what_tells_roles_apart_is_what_finds_no_match),
        cmocka_unit_test(test_an_explanation_quotes_what_both_say),
        cmocka_unit_test(test_a_cluster_is_told_once_a_duty),
        cmocka_unit_test(test_bands_hold_what_people_judge_the_same),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, NULL);
}
