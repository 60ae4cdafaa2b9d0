/* The public interface, as a program sees it. */
#include "core/rolebook.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <string.h>

static const char agent[] = "# Harbour Pilot\n\n## Duties\n\n- Board ships, etc.\n";
static const char stoker[] = "# Stoker\n\n## Duties\n\n- Fire the boilers\n";

static struct rolebook *book_of(const char *text)
{
    struct rolebook *book = rolebook_open(NULL, NULL);
    assert_int_equal(rolebook_read_bytes(book, "roles.md", text, strlen(text)), ROLEBOOK_OK);
    return book;
}

/* The finding with the code; false: there is none. */
static int find(struct rolebook *book, const char *code, struct rolebook_finding *found)
{
    for (size_t i = 0; rolebook_finding(book, i, found); i++)
        if (strcmp(found->code, code) == 0)
            return 1;
    return 0;
}

static void test_roles_are_read_in_order(void **state)
{
    (void)state;
    struct rolebook *book = book_of(agent);
    assert_int_equal(rolebook_read_bytes(book, "stoker.md", stoker, strlen(stoker)), ROLEBOOK_OK);
    assert_int_equal(rolebook_role_count(book), 2);
    assert_string_equal(rolebook_role_title(book, 0), "Harbour Pilot");
    assert_string_equal(rolebook_role_title(book, 1), "Stoker");
    assert_null(rolebook_role_title(book, 2));
    rolebook_close(book);
}

static void test_findings_have_places_and_a_language(void **state)
{
    (void)state;
    struct rolebook *book = book_of(agent);
    struct rolebook_finding finding;
    rolebook_check(book, 0);
    assert_true(find(book, "W401", &finding));
    assert_string_equal(finding.file, "roles.md");
    assert_int_equal(finding.line, 5);
    assert_string_equal(finding.place, "");
    assert_string_equal(finding.role, "Harbour Pilot");
    char english[512];
    snprintf(english, sizeof english, "%s", finding.message);
    assert_int_equal(rolebook_set_language(book, "zh-Hant"), ROLEBOOK_OK);
    assert_true(find(book, "W401", &finding));
    assert_string_not_equal(finding.message, english);
    assert_int_equal(rolebook_set_language(book, "tlh"), ROLEBOOK_USAGE);
    rolebook_close(book);
}

static void test_what_cannot_be_read_is_a_finding(void **state)
{
    (void)state;
    struct rolebook *book = rolebook_open(NULL, NULL);
    struct rolebook_finding finding;
    assert_int_equal(rolebook_read(book, "no/such/file.md"), ROLEBOOK_INPUT);
    assert_true(rolebook_finding(book, 0, &finding));
    assert_int_equal(finding.level, ROLEBOOK_ERROR);
    assert_string_equal(finding.code, "");
    assert_false(rolebook_finding(book, 1, &finding));
    assert_int_equal(rolebook_role_count(book), 0);
    assert_int_equal(rolebook_read_bytes(book, "empty.md", NULL, 0), ROLEBOOK_INPUT);
    rolebook_close(book);
}

static void test_what_is_written_is_read_again(void **state)
{
    (void)state;
    static const char *const formats[] = {"markdown", "docx", "xml", "json", "jsonl"};
    struct rolebook *book = book_of(stoker);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const char *bytes;
        size_t size;
        assert_int_equal(rolebook_write(book, 0, formats[i], &bytes, &size), ROLEBOOK_OK);
        struct rolebook *again = rolebook_open(NULL, NULL);
        assert_int_equal(rolebook_read_bytes(again, "role", bytes, size), ROLEBOOK_OK);
        assert_int_equal(rolebook_role_count(again), 1);
        assert_string_equal(rolebook_role_title(again, 0), "Stoker");
        rolebook_close(again);
    }
    rolebook_close(book);
}

static void test_the_book_is_written_as_pages(void **state)
{
    (void)state;
    struct rolebook *book = book_of(stoker);
    const char *bytes;
    size_t size;
    assert_int_equal(rolebook_write(book, ROLEBOOK_ALL_ROLES, "html", &bytes, &size), ROLEBOOK_OK);
    assert_non_null(strstr(bytes, "Stoker"));
    assert_int_equal(bytes[size], '\0');
    assert_int_equal(rolebook_write(book, ROLEBOOK_ALL_ROLES, "pdf", &bytes, &size), ROLEBOOK_OK);
    assert_memory_equal(bytes, "%PDF-", 5);
    assert_int_equal(rolebook_write(book, ROLEBOOK_ALL_ROLES, "xml", &bytes, &size), ROLEBOOK_OK);
    assert_non_null(strstr(bytes, "urn:rolebook:1"));
    rolebook_close(book);
}

static void test_what_cannot_be_written_is_said(void **state)
{
    (void)state;
    struct rolebook *book = book_of(stoker);
    struct rolebook_finding finding;
    const char *bytes = agent;
    size_t size = 7;
    assert_int_equal(rolebook_write(book, 0, "pdf", &bytes, &size), ROLEBOOK_USAGE);
    assert_int_equal(rolebook_write(book, ROLEBOOK_ALL_ROLES, "docx", &bytes, &size),
                     ROLEBOOK_USAGE);
    assert_int_equal(rolebook_write(book, 0, "wax", &bytes, &size), ROLEBOOK_USAGE);
    assert_int_equal(rolebook_write(book, 1, "xml", &bytes, &size), ROLEBOOK_USAGE);
    assert_ptr_equal(bytes, agent);
    assert_int_equal(size, 7);
    assert_true(rolebook_finding(book, 2, &finding));
    assert_non_null(strstr(finding.message, "wax"));
    rolebook_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_are_read_in_order),
        cmocka_unit_test(test_findings_have_places_and_a_language),
        cmocka_unit_test(test_what_cannot_be_read_is_a_finding),
        cmocka_unit_test(test_what_is_written_is_read_again),
        cmocka_unit_test(test_the_book_is_written_as_pages),
        cmocka_unit_test(test_what_cannot_be_written_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
