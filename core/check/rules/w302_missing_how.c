/* W302: the second of the three parts of a duty says by which procedure. */
#include "core/check/wording_act.h"
#include "core/check/wording_part.h"

static const struct message none_says = {
    {[LANG_ZH_HANT] = "{0} 條職責都沒有說依什麼流程：寫成「遵循《…》」",
     [LANG_ZH_HANS] = "{0} 条职责都没有说依什么流程：写成「遵循《…》」",
     [LANG_EN] = "none of its {0} duties names a procedure: add \"following …\""}};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check_part(cx, role, FIELD_DUTIES_HOW, wording_says_how, &none_says);
}

const struct rule rule_w302 = {
    .code = "W302",
    .name = "missing-how",
    .level = LEVEL_INFO,
    .source = "DOMAIN 3",
    .message = {{[LANG_ZH_HANT] = "職責「{0}」沒有說依什麼流程：補上「遵循《…》」",
                 [LANG_ZH_HANS] = "职责「{0}」没有说依什么流程：补上「遵循《…》」",
                 [LANG_EN] = "the duty \"{0}\" names no procedure: add \"following …\""}},
    .reason = {{[LANG_ZH_HANT] = "做什麼、怎麼做、做到什麼程度，三者俱全才能照著做。",
                [LANG_ZH_HANS] = "做什么、怎么做、做到什么程度，三者俱全才能照着做。",
                [LANG_EN] = "What, how and with what result: only with all three can a duty be "
                            "carried out the same way by everyone."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 負責受理客戶訴求，確保記錄完整\n",
                                   .good = "- 負責受理客戶訴求，遵循《受理流程》，確保記錄完整\n"},
                 [LANG_ZH_HANS] = {.bad = "- 负责受理客户诉求，确保记录完整\n",
                                   .good = "- 负责受理客户诉求，遵循《受理流程》，确保记录完整\n"},
                 [LANG_EN] = {.bad = "- Record each case so that nothing is lost\n",
                              .good = "- Record each case, following the case guide\n"}},
    .check_role = check,
};
