/* A role, whatever its words are, comes back from Markdown that says it is one. */
#include "converters/markdown/markdown.h"
#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/unit/forms.h"
#include "tests/unit/vocabulary.h"

#define ROLES 2000

static struct role *written_and_read(struct arena *own, const struct role *role)
{
    struct text_buffer out = text_buffer_new(own);
    struct source *source = arena_new(own, struct source);
    struct document *document = NULL;
    struct diagnostics *diags = diagnostics_new(own);
    source->path = "role.md";
    markdown_write(compose_exact_role(own, role, vocabulary), &out, diags);
    struct input input = {
        .arena = own, .source = source, .bytes = buffer_text(&out), .diags = diags};
    assert_int_equal(markdown_read(&input, &document), STATUS_OK);
    struct account *account = account_new(own);
    struct handbook *handbook =
        extract_document(own, vocabulary, document, FILE_KIND_UNKNOWN, NULL, account, diags);
    if (account->lost > 0)
        fail_msg("lost: %.*s", TEXT_ARGS(account->lost_words));
    normalise_handbook(handbook, vocabulary);
    assert_int_equal(handbook->role_count, 1);
    return handbook->roles;
}

static void assert_same_depths(const struct role *a, const struct role *b)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < a->values[e].count; i++)
            assert_int_equal(a->values[e].rows[i].depth, b->values[e].rows[i].depth);
}

static void test_any_role_is_read_as_it_was_written(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= ROLES; seed++) {
        struct arena *own = arena_open(NULL, NULL);
        struct handbook *handbook = random_form_role(own, seed, vocabulary);
        const struct role *again = written_and_read(own, handbook->roles);
        assert_same_form_role(handbook->roles, again);
        assert_same_depths(handbook->roles, again);
        assert_same_text(handbook->roles->language, again->language, "language");
        arena_close(own);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_role_is_read_as_it_was_written)};
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
