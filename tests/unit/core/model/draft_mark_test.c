/* Marks of drafts go behind the words and come off them again. */
#include "core/model/draft_mark.h"
#include "tests/unit/unit.h"

static void assert_divides(const char *words, const char *rest, const char *draft)
{
    struct text mark = TEXT("");
    assert_true(text_is(draft_mark_divide(text_from_string(words), &mark), rest));
    assert_true(text_is(mark, draft));
}

static void test_marks_of_each_language_come_off(void **state)
{
    (void)state;
    assert_divides("負責登記。〔草稿：processes.md:14〕", "負責登記。", "processes.md:14");
    assert_divides("Answer calls. (draft: a.docx: table 1, row 3)", "Answer calls.",
                   "a.docx: table 1, row 3");
    assert_divides("登记（草稿：a.md:1）", "登记", "a.md:1");
}

static void test_other_brackets_stay(void **state)
{
    (void)state;
    assert_divides("Write the (draft: early) plan", "Write the (draft: early) plan", "");
    assert_divides("核對〔草稿：初版〕後歸檔", "核對〔草稿：初版〕後歸檔", "");
    assert_divides("Answer calls (by phone)", "Answer calls (by phone)", "");
}

static void test_shown_marks_are_taken_again(void **state)
{
    (void)state;
    static const char *const languages[] = {"zh-Hant", "zh-Hans", "en", ""};
    struct arena *arena = arena_open(NULL, NULL);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct handbook *handbook = handbook_new(arena);
        struct role *role = role_append(handbook, NULL, (struct span){0});
        struct records *duties = &role->values[ELEMENT_DUTIES];
        struct record *duty = record_append(handbook, duties, TEXT("登記訴求。"), (struct span){0});
        record_set_field(handbook, duties, duty, FIELD_DUTIES_DUTY,
                         (struct value){.text = TEXT("登記訴求。")});
        duty->draft = TEXT("p.md:3");
        role->language = text_from_string(languages[i]);
        draft_marks_show(handbook);
        assert_true(text_find(duty->text, TEXT("p.md:3"), 0) != TEXT_NOT_FOUND);
        assert_true(text_equal(duty->text, duty->fields[0].text));
        draft_mark_take(duty);
        assert_true(text_is(duty->text, "登記訴求。"));
        assert_true(text_is(duty->fields[0].text, "登記訴求。"));
        assert_true(text_is(duty->draft, "p.md:3"));
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_of_each_language_come_off),
        cmocka_unit_test(test_other_brackets_stay),
        cmocka_unit_test(test_shown_marks_are_taken_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
