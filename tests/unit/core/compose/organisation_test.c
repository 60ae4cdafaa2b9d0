/* Organisation charts: everybody is there, nobody is covered, every page can hold its chart. */
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/plan.h"
#include "core/model/vocabulary.h"
#include "tests/unit/unit.h"
#include <string.h>

static struct arena *arena;
static struct vocabulary *vocabulary;
static struct template *template;
static struct handbook *handbook;

static int open_handbook(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    vocabulary = vocabulary_load(arena, NULL, diags);
    template = template_load(arena, "classic", diags);
    handbook = handbook_new(arena);
    handbook->language = TEXT("zh-Hant");
    return vocabulary == NULL || template == NULL;
}

static int close_handbook(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct text name_of(size_t number)
{
    struct text_buffer name = text_buffer_new(arena);
    buffer_append_format(&name, "崗位%zu號", number);
    return buffer_text(&name);
}

static struct role *add_role(struct text title, struct text superior)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    role->values[ELEMENT_TITLE].element = ELEMENT_TITLE;
    record_append(handbook, &role->values[ELEMENT_TITLE], title, (struct span){0});
    if (!text_is_empty(superior))
        record_append(handbook, &role->values[ELEMENT_REPORTS_TO], superior, (struct span){0});
    return role;
}

/* ---- what was drawn ---- */

struct drawn {
    const struct block *list[400];
    size_t count;
};

static struct drawn charts(void)
{
    struct document *document = compose_handbook(arena, handbook, template, vocabulary);
    struct drawn drawn = {0};
    struct walk walk = walk_blocks(document->blocks);
    bool is_there = false;
    while (walk_next(&walk)) {
        const struct block *block = walk.block;
        if (walk.event == WALK_ENTER && block->kind == BLOCK_HEADING && block->level == 1)
            is_there = text_is(block_text(arena, block), "組織圖");
        if (walk.event == WALK_ENTER && block->kind == BLOCK_FIGURE && is_there) {
            assert_true(drawn.count < 400);
            drawn.list[drawn.count++] = block;
        }
    }
    return drawn;
}

static bool overlap(const struct shape *a, const struct shape *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static void assert_clear(const struct drawn *drawn)
{
    int32_t room = stylesheet_text_width(&template->sheet);
    int32_t tall = stylesheet_text_height(&template->sheet);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct figure *figure = drawn->list[i]->figure;
        assert_true(figure->width <= room);
        assert_true(figure->height < tall);
        assert_true(figure->alternative.size > 0);
        for (const struct shape *a = figure->shapes; a != NULL; a = a->next) {
            if (a->kind != SHAPE_RECTANGLE)
                continue;
            assert_true(a->x >= 0 && a->x + a->width <= figure->width);
            assert_true(a->y >= 0 && a->y + a->height <= figure->height);
            for (const struct shape *b = a->next; b != NULL; b = b->next)
                assert_false(b->kind == SHAPE_RECTANGLE && overlap(a, b));
        }
    }
}

/* How many boxes bear that name in all charts. */
static size_t boxes_of(const struct drawn *drawn, struct text name)
{
    size_t count = 0;
    for (size_t i = 0; i < drawn->count; i++)
        for (const struct shape *s = drawn->list[i]->figure->shapes; s != NULL; s = s->next)
            count += s->kind == SHAPE_TEXT && text_equal(s->text, name);
    return count;
}

static void assert_everybody_is_there(const struct drawn *drawn, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_true(boxes_of(drawn, name_of(i)) > 0);
}

/* Each link to a chart has its chart. */
static void assert_links_lead_on(const struct drawn *drawn)
{
    for (size_t i = 0; i < drawn->count; i++)
        for (const struct shape *s = drawn->list[i]->figure->shapes; s != NULL; s = s->next) {
            if (!text_starts_with(s->link, TEXT("#chart-")))
                continue;
            size_t found = 0;
            for (size_t j = 0; j < drawn->count; j++)
                found += text_equal(drawn->list[j]->anchor, text_from(s->link, 1));
            assert_int_equal(found, 1);
        }
}

static void test_without_superiors_there_is_no_chart(void **state)
{
    (void)state;
    assert_int_equal(charts().count, 0);
    add_role(name_of(0), TEXT(""));
    assert_int_equal(charts().count, 0);
}

static void test_boxes_say_how_many_and_link_to_the_role(void **state)
{
    (void)state;
    struct role *head = add_role(TEXT("經理"), TEXT(""));
    record_append(handbook, &head->values[ELEMENT_HEADCOUNT], TEXT("1"), (struct span){0});
    struct role *below = add_role(TEXT("組長"), TEXT("經理"));
    record_append(handbook, &below->values[ELEMENT_HEADCOUNT], TEXT("0"), (struct span){0});
    struct drawn drawn = charts();
    assert_int_equal(drawn.count, 1);
    assert_clear(&drawn);
    assert_int_equal(boxes_of(&drawn, TEXT("編制 1")), 1);
    assert_int_equal(boxes_of(&drawn, TEXT("空缺")), 1);
    struct text words = drawn.list[0]->figure->alternative;
    assert_true(text_equal(words, TEXT("組織圖：1 經理（編制 1）；1.1 組長（空缺）")));
    for (const struct shape *s = drawn.list[0]->figure->shapes; s != NULL; s = s->next)
        if (s->kind == SHAPE_TEXT && text_is(s->text, "組長"))
            assert_true(text_is(s->link, "#role-2"));
}

static void test_300_below_one_fill_several_charts(void **state)
{
    (void)state;
    add_role(name_of(0), TEXT(""));
    for (size_t i = 1; i <= 300; i++)
        add_role(name_of(i), name_of(0));
    struct drawn drawn = charts();
    assert_true(drawn.count > 1);
    assert_clear(&drawn);
    for (size_t i = 1; i <= 300; i++)
        assert_int_equal(boxes_of(&drawn, name_of(i)), 1);
    assert_int_equal(boxes_of(&drawn, name_of(0)), drawn.count);
}

static void test_a_chain_of_60_goes_on_from_chart_to_chart(void **state)
{
    (void)state;
    for (size_t i = 0; i < 60; i++)
        add_role(name_of(i), i == 0 ? TEXT("") : name_of(i - 1));
    struct drawn drawn = charts();
    assert_true(drawn.count > 3);
    assert_clear(&drawn);
    assert_everybody_is_there(&drawn, 60);
    assert_links_lead_on(&drawn);
}

static void test_a_broad_and_deep_tree_is_divided(void **state)
{
    (void)state;
    for (size_t i = 0; i < 400; i++)
        add_role(name_of(i), i == 0 ? TEXT("") : name_of((i - 1) / 5));
    struct drawn drawn = charts();
    assert_true(drawn.count > 10);
    assert_clear(&drawn);
    assert_everybody_is_there(&drawn, 400);
    assert_links_lead_on(&drawn);
}

static void test_a_circle_is_a_box_that_names_it(void **state)
{
    (void)state;
    add_role(TEXT("甲"), TEXT("乙"));
    add_role(TEXT("乙"), TEXT("丙"));
    add_role(TEXT("丙"), TEXT("甲"));
    add_role(TEXT("丁"), TEXT("甲"));
    add_role(TEXT("戊"), TEXT("戊"));
    struct drawn drawn = charts();
    assert_clear(&drawn);
    assert_int_equal(boxes_of(&drawn, TEXT("匯報線成圈：甲 → 乙 → 丙 → 甲")), 1);
    assert_int_equal(boxes_of(&drawn, TEXT("匯報線成圈：戊 → 戊")), 1);
    assert_int_equal(boxes_of(&drawn, TEXT("丁")), 1);
}

static void test_an_unknown_superior_is_dashed_and_stands_once(void **state)
{
    (void)state;
    add_role(TEXT("甲"), TEXT("總公司"));
    add_role(TEXT("乙"), TEXT("總 公 司"));
    struct drawn drawn = charts();
    size_t dashed = 0;
    assert_int_equal(boxes_of(&drawn, TEXT("總公司")), 1);
    for (const struct shape *s = drawn.list[0]->figure->shapes; s != NULL; s = s->next)
        dashed += s->kind == SHAPE_RECTANGLE && s->dash > 0;
    assert_int_equal(dashed, 1);
}

static void test_departments_heads_stand_in_where_nobody_is_named(void **state)
{
    (void)state;
    struct records *departments = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct record *row = record_append(handbook, departments, TEXT("甲部"), (struct span){0});
    record_set_field(handbook, departments, row, FIELD_HANDBOOK_DEPARTMENTS_HEAD,
                     (struct value){TEXT("主任"), {0}});
    for (size_t i = 0; i < 2; i++) {
        struct role *role = add_role(i == 0 ? TEXT("主任") : TEXT("科員"), TEXT(""));
        record_append(handbook, &role->values[ELEMENT_DEPARTMENT], TEXT("甲部"), (struct span){0});
    }
    struct drawn drawn = charts();
    assert_int_equal(drawn.count, 1);
    assert_true(text_equal(drawn.list[0]->figure->alternative, TEXT("組織圖：1 主任；1.1 科員")));
}

int main(void)
{
#define CHART_TEST(test) cmocka_unit_test_setup_teardown(test, open_handbook, close_handbook)
    const struct CMUnitTest tests[] = {
        CHART_TEST(test_without_superiors_there_is_no_chart),
        CHART_TEST(test_boxes_say_how_many_and_link_to_the_role),
        CHART_TEST(test_300_below_one_fill_several_charts),
        CHART_TEST(test_a_chain_of_60_goes_on_from_chart_to_chart),
        CHART_TEST(test_a_broad_and_deep_tree_is_divided),
        CHART_TEST(test_a_circle_is_a_box_that_names_it),
        CHART_TEST(test_an_unknown_superior_is_dashed_and_stands_once),
        CHART_TEST(test_departments_heads_stand_in_where_nobody_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
