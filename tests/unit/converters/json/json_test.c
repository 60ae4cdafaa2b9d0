/*
 * After a change to elements.def or fields.def:
 *   make build/release/tests/tools/schema_dump
 *   build/release/tests/tools/schema_dump json >templates/schema/role.schema.json
 */
#include "converters/json/json.h"
#include "core/base/embedded.h"
#include "core/model/vocabulary.h"
#include "tests/unit/random_model.h"

struct fixture {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct handbook *handbook;
    enum status status;
};

static void read_bytes(struct fixture *f, const struct converter *converter, struct text bytes)
{
    f->arena = arena_open(NULL, NULL);
    f->source = (struct source){.path = "a.json"};
    f->diags = diagnostics_new(f->arena);
    struct input input = {
        .arena = f->arena, .source = &f->source, .bytes = bytes, .diags = f->diags};
    f->status = converter->read_model(&input, &f->handbook);
}

static void assert_round_trip(const struct converter *converter, uint64_t seed)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct random r = {.state = seed,
                       .arena = arena,
                       .pieces = nasty_pieces,
                       .piece_count = sizeof nasty_pieces / sizeof *nasty_pieces};
    struct handbook *handbook = random_handbook(&r);
    struct text_buffer out = text_buffer_new(arena);
    assert_int_equal(converter->write_model(handbook, &out, diagnostics_new(arena)), STATUS_OK);
    struct fixture f;
    read_bytes(&f, converter, buffer_text(&out));
    if (f.status != STATUS_OK)
        fail_msg("seed %" PRIu64 ":\n%.*s", seed, TEXT_ARGS(buffer_text(&out)));
    assert_same_model(handbook, f.handbook);
    arena_close(f.arena);
    arena_close(arena);
}

static void test_every_model_survives_being_written_and_read(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        assert_round_trip(&json_converter, seed);
        assert_round_trip(&jsonl_converter, seed);
    }
}

static void test_values_are_plain_and_their_marks_stand_apart(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct handbook *handbook = handbook_new(arena);
    static const struct source source = {.path = "roles/agent.md"};
    struct role *role = role_append(handbook, &source, (struct span){0});
    record_append(handbook, &role->values[ELEMENT_TITLE], TEXT("客服"), (struct span){0});
    record_append(handbook, &role->values[ELEMENT_SCOPE], TEXT("a"), (struct span){0})->label =
        TEXT("1.");
    role->values[ELEMENT_TOOLS].state = STATE_NOT_APPLICABLE;
    struct text_buffer out = text_buffer_new(arena);
    jsonl_write_model(handbook, &out, diagnostics_new(arena));
    assert_same_text(buffer_text(&out),
                     TEXT("{\"title\":\"客服\",\"scope\":[\"a\"],\"tools\":null,"
                          "\"as-written\":{\"scope\":{\"labels\":[\"1.\"]}},"
                          "\"source\":\"roles/agent.md\"}\n"),
                     "jsonl");
    arena_close(arena);
}

static void test_a_role_an_array_and_a_handbook_are_all_read(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, &json_converter, TEXT("{\"title\": \"a\", \"headcount\": 3}"));
    assert_int_equal(f.status, STATUS_OK);
    assert_same_text(role_text(f.handbook->roles, ELEMENT_HEADCOUNT), TEXT("3"), "headcount");
    arena_close(f.arena);
    read_bytes(&f, &json_converter, TEXT("[{\"title\": \"a\"}, {\"title\": \"b\"}]"));
    assert_int_equal(f.handbook->role_count, 2);
    arena_close(f.arena);
    read_bytes(&f, &json_converter,
               TEXT("{\"rolebook\": 1, \"baseline\": [\"keep the rules\"], \"roles\": []}"));
    assert_int_equal(handbook_records(f.handbook, ELEMENT_HANDBOOK_BASELINE)->count, 1);
    arena_close(f.arena);
}

static void test_unknown_keys_and_wrong_types_are_named_and_kept(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, &json_converter,
               TEXT("{\"title\": [\"a\"], \"mission\": \"m\", \"duties\": [{\"why\": {}}]}"));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->count, 3);
    const struct section_text *other = f.handbook->roles->other;
    assert_same_text(other->heading, TEXT("title"), "heading");
    assert_same_text(other->text, TEXT("[\"a\"]"), "text");
    assert_same_text(other->next->text, TEXT("m"), "text");
    arena_close(f.arena);
}

/* Both readers: the model's says nothing of other vocabularies. */
static void assert_foreign(const struct converter *converter, struct text bytes, bool expected)
{
    struct fixture f;
    read_bytes(&f, converter, bytes);
    assert_int_equal(f.handbook == NULL, expected);
    if (expected) {
        assert_int_equal(f.status, STATUS_OK);
        assert_int_equal(f.diags->count, 0);
    }
    arena_close(f.arena);
}

static void test_objects_of_other_keys_are_no_model(void **state)
{
    (void)state;
    assert_foreign(&json_converter, TEXT("{\"title\": \"a\", \"purpose\": \"p\", \"x\": 1}"),
                   false);
    assert_foreign(&json_converter, TEXT("{\"title\": \"a\", \"skills\": [\"s\"]}"), true);
    assert_foreign(&json_converter, TEXT("[{\"jobTitle\": \"a\", \"skills\": []}]"), true);
    assert_foreign(&json_converter, TEXT("{\"roles\": [{\"jobTitle\": \"a\"}]}"), true);
    assert_foreign(&json_converter, TEXT("{\"rolebook\": 1, \"a\": 1, \"b\": 2}"), false);
    assert_foreign(&json_converter, TEXT("[]"), false);
    assert_foreign(&jsonl_converter, TEXT("\n{\"jobTitle\": \"a\"}\n{\"title\": \"b\"}\n"), true);
}

static const struct block *read_first_block(struct fixture *f, struct text bytes)
{
    f->arena = arena_open(NULL, NULL);
    f->source = (struct source){.path = "a.json"};
    f->diags = diagnostics_new(f->arena);
    struct input input = {.arena = f->arena,
                          .source = &f->source,
                          .bytes = bytes,
                          .diags = f->diags,
                          .vocabulary = vocabulary_load(f->arena, NULL, f->diags)};
    struct document *document;
    f->status = json_converter.read_document(&input, &document);
    return document == NULL ? NULL : document->blocks;
}

static void test_words_of_other_keys_know_their_place(void **state)
{
    (void)state;
    struct fixture f;
    const struct block *block = read_first_block(
        &f,
        TEXT("{\n  \"jobTitle\": \"Ta\\u006cly \\ud83d\\ude00\\r\\nclerk\",\n  \"duties\": []\n}"));
    assert_int_equal(f.status, STATUS_OK);
    assert_int_equal(block->kind, BLOCK_HEADING);
    assert_int_equal(span_line_column(block->span).line, 2);
    assert_same_text(block_text(f.arena, block), TEXT("position: Tally 😀 clerk"), "title");
    arena_close(f.arena);
    assert_null(read_first_block(&f, TEXT("{\"a\": ")));
    assert_int_equal(f.status, STATUS_INPUT);
    arena_close(f.arena);
}

static void test_a_broken_line_is_named_and_the_others_are_read(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, &jsonl_converter,
               TEXT("{\"title\":\"a\"}\n{\"title\":}\n\n{\"title\":\"c\"}\n"));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->count, 1);
    assert_int_equal(span_line_column(f.diags->items[0]->at).line, 2);
    assert_int_equal(f.handbook->role_count, 2);
    arena_close(f.arena);
}

static void test_findings_name_the_file_a_role_came_from(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, &jsonl_converter, TEXT("{\"title\":\"a\",\"source\":\"roles/a.docx\"}\n"));
    assert_same_text(span_describe(f.arena, f.handbook->roles->at), TEXT("roles/a.docx"), "path");
    arena_close(f.arena);
}

static void test_the_schema_in_templates_is_the_tables(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    assert_true(text_equal(embedded_file("schema/role.schema.json"), json_schema(arena)));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_model_survives_being_written_and_read),
        cmocka_unit_test(test_values_are_plain_and_their_marks_stand_apart),
        cmocka_unit_test(test_a_role_an_array_and_a_handbook_are_all_read),
        cmocka_unit_test(test_unknown_keys_and_wrong_types_are_named_and_kept),
        cmocka_unit_test(test_objects_of_other_keys_are_no_model),
        cmocka_unit_test(test_words_of_other_keys_know_their_place),
        cmocka_unit_test(test_a_broken_line_is_named_and_the_others_are_read),
        cmocka_unit_test(test_findings_name_the_file_a_role_came_from),
        cmocka_unit_test(test_the_schema_in_templates_is_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
