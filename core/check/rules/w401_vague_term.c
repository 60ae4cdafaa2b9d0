/* W401: a vague term leaves open what is to be done, when, or for whom. */
#include "core/check/wording_rows.h"

static const struct wording_rule row = {
    .class = PHRASE_VAGUE,
    .of_duties_only = true,
    .rewrite = {{[LANG_ZH_HANT] = "「{0}」含糊：可寫成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」含糊：可写成「{1}」",
                 [LANG_EN] = "\"{0}\" is vague: write \"{1}\""}},
    .omit = {{[LANG_ZH_HANT] = "「{0}」含糊：刪去，或寫明所指",
              [LANG_ZH_HANS] = "「{0}」含糊：删去，或写明所指",
              [LANG_EN] = "\"{0}\" is vague: delete it, or say what is meant"}},
};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check(cx, role, &row);
    wording_check_conditions(cx, role);
}

const struct rule rule_w401 = {
    .code = "W401",
    .name = "vague-term",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」含糊：寫明是哪些、何時或何人",
                 [LANG_ZH_HANS] = "「{0}」含糊：写明是哪些、何时或何人",
                 [LANG_EN] = "\"{0}\" is vague: name which, when or whom"}},
    .reason = {{[LANG_ZH_HANT] = "範圍、時間或對象不明的職責，出了事說不清由誰承擔。",
                [LANG_ZH_HANS] = "范围、时间或对象不明的职责，出了事说不清由谁承担。",
                [LANG_EN] = "Where scope, time or party is open, nobody can say afterwards whose "
                            "duty it was."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 與相關部門核對出貨數量\n",
                                   .good = "- 與倉儲部核對出貨數量，分析銷量與氣溫的相關性\n"},
                 [LANG_ZH_HANS] = {.bad = "- 与相关部门核对出货数量\n",
                                   .good = "- 与仓储部核对出货数量，分析销量与气温的相关性\n"},
                 [LANG_EN] = {.bad = "- Order stationery, toner, etc.\n",
                              .good = "- Order stationery and toner\n"}},
    .check_role = check,
};
