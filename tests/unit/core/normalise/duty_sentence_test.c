#include "core/normalise/duty_sentence.h"
#include "tests/unit/unit.h"

static void expect(const char *sentence, const char *what, const char *how, const char *result)
{
    struct duty_parts got = duty_parse(text_from_string(sentence));
    if (!text_is(got.what, what) || !text_is(got.how, how) || !text_is(got.result, result))
        fail_msg("%s: «%.*s» «%.*s» «%.*s»", sentence, TEXT_ARGS(got.what), TEXT_ARGS(got.how),
                 TEXT_ARGS(got.result));
}

static void test_the_formula_is_taken_apart(void **state)
{
    (void)state;
    expect("負責登記客戶投訴，遵循《投訴登記規程》，確保投訴要點與訴求金額記錄準確。",
           "登記客戶投訴", "《投訴登記規程》", "投訴要點與訴求金額記錄準確");
    expect("负责核算水费,按照《核算规程》,确保账实相符。", "核算水费", "《核算规程》", "账实相符");
    expect("Answer passenger enquiries, following the call handling guide, so that the answer "
           "agrees with the knowledge base.",
           "Answer passenger enquiries", "the call handling guide",
           "the answer agrees with the knowledge base");
}

static void test_parts_may_be_missing(void **state)
{
    (void)state;
    expect("受理客戶訴求。", "受理客戶訴求", "", "");
    expect("負責受理、登記，並答覆客戶，確保記錄完整", "受理、登記，並答覆客戶", "", "記錄完整");
    expect("盘点库存，依照《盘点办法》编制差异表。", "盘点库存", "《盘点办法》编制差异表", "");
    expect("", "", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_formula_is_taken_apart),
        cmocka_unit_test(test_parts_may_be_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
