/* W303: the third of the three parts of a duty says with what result. */
#include "core/check/wording_act.h"
#include "core/check/wording_part.h"

static const struct message none_says = {
    {[LANG_ZH_HANT] = "{0} 條職責都沒有說做到什麼結果：寫成「確保…」",
     [LANG_ZH_HANS] = "{0} 条职责都没有说做到什么结果：写成「确保…」",
     [LANG_EN] = "none of its {0} duties names a result: add \"so that …\""}};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check_part(cx, role, FIELD_DUTIES_RESULT, wording_says_result, &none_says);
}

const struct rule rule_w303 = {
    .code = "W303",
    .name = "missing-result",
    .level = LEVEL_INFO,
    .source = "DOMAIN 3",
    .message = {{[LANG_ZH_HANT] = "職責「{0}」沒有說做到什麼結果：補上「確保…」",
                 [LANG_ZH_HANS] = "职责「{0}」没有说做到什么结果：补上「确保…」",
                 [LANG_EN] = "the duty \"{0}\" names no result: add \"so that …\""}},
    .reason = {{[LANG_ZH_HANT] = "沒有結果的職責，做了與做成無從分辨。",
                [LANG_ZH_HANS] = "没有结果的职责，做了与做成无从分辨。",
                [LANG_EN] = "Without a result nobody can tell doing from getting done."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 負責受理客戶訴求，遵循《受理流程》\n",
                                   .good = "- 負責受理客戶訴求，遵循《受理流程》，確保記錄完整\n"},
                 [LANG_ZH_HANS] = {.bad = "- 负责受理客户诉求，遵循《受理流程》\n",
                                   .good = "- 负责受理客户诉求，遵循《受理流程》，确保记录完整\n"},
                 [LANG_EN] = {.bad = "- Record each case, following the case guide\n",
                              .good = "- Record each case so that nothing is lost\n"}},
    .check_role = check,
};
