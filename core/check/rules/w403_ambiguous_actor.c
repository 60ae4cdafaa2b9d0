/* W403: who assists, and in what, must be said; else nobody knows who leads. */
#include "core/check/wording_rows.h"

static const struct wording_rule row = {
    .class = PHRASE_ACTOR,
    .rewrite = {{[LANG_ZH_HANT] = "「{0}」沒有說清誰主責、做哪一段：可寫成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」没有说清谁主责、做哪一段：可写成「{1}」",
                 [LANG_EN] = "\"{0}\" does not say who leads or in what: write \"{1}\""}},
    .omit = {{[LANG_ZH_HANT] = "「{0}」沒有說清誰主責、做哪一段：刪去，或寫明",
              [LANG_ZH_HANS] = "「{0}」没有说清谁主责、做哪一段：删去，或写明",
              [LANG_EN] = "\"{0}\" does not say who leads or in what: delete it, or say so"}},
    .at_act_only = true,
};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check(cx, role, &row);
}

const struct rule rule_w403 = {
    .code = "W403",
    .name = "ambiguous-actor",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」沒有說清誰主責、做哪一段：寫明協助誰、做什麼",
                 [LANG_ZH_HANS] = "「{0}」没有说清谁主责、做哪一段：写明协助谁、做什么",
                 [LANG_EN] = "\"{0}\" does not say who leads or in what: name the one who leads "
                             "and the act"}},
    .reason = {{[LANG_ZH_HANT] = "協助、配合、參與若不說明主責者與分工，交叉與推諉便由此而來。",
                [LANG_ZH_HANS] = "协助、配合、参与若不说明主责者与分工，交叉与推诿便由此而来。",
                [LANG_EN] = "Assisting without a leader and a part of the work named is where "
                            "crossing positions come from."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 協助經理開展工作\n",
                                   .good = "- 協助財務經理編製年度預算\n"},
                 [LANG_ZH_HANS] = {.bad = "- 协助经理开展工作\n",
                                   .good = "- 协助财务经理编制年度预算\n"},
                 [LANG_EN] = {.bad = "- Support the sales team\n",
                              .good = "- Assist the finance manager in preparing the annual "
                                      "budget\n- Provide technical support to branch users\n"}},
    .check_role = check,
};
