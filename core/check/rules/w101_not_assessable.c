/* W101: what nobody can assess is no duty. */
#include "core/check/wording_rows.h"

static const struct wording_rule row = {
    .class = PHRASE_NOT_ASSESSABLE,
    .rewrite = {{[LANG_ZH_HANT] = "「{0}」無從考核：可寫成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」无从考核：可写成「{1}」",
                 [LANG_EN] = "nobody can assess \"{0}\": write \"{1}\""}},
    .omit = {{[LANG_ZH_HANT] = "「{0}」無從考核：刪去，或寫明做什麼",
              [LANG_ZH_HANS] = "「{0}」无从考核：删去，或写明做什么",
              [LANG_EN] = "nobody can assess \"{0}\": delete it, or say what is done"}},
    .of_duties_only = true,
};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check(cx, role, &row);
    wording_check_bettering(cx, role);
}

const struct rule rule_w101 = {
    .code = "W101",
    .name = "not-assessable",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」無從考核：寫明做什麼、依什麼程序",
                 [LANG_ZH_HANS] = "「{0}」无从考核：写明做什么、依什么程序",
                 [LANG_EN] = "nobody can assess \"{0}\": say what is done and by which procedure"}},
    .reason = {{[LANG_ZH_HANT] = "職責要能考核：兩個人看了同一份工作，應得出同樣的結論。",
                [LANG_ZH_HANS] = "职责要能考核：两个人看了同一份工作，应得出同样的结论。",
                [LANG_EN] =
                    "A duty is there to be assessed: two people who look at the same work should "
                    "come to the same result."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 服務客戶熱情周到，為客戶排憂解難\n",
                                   .good = "- 按服務規程服務客戶\n"},
                 [LANG_ZH_HANS] = {.bad = "- 服务客户热情周到，为客户排忧解难\n",
                                   .good = "- 按服务规程服务客户\n"},
                 [LANG_EN] = {.bad = "- Go the extra mile for every guest\n",
                              .good = "- Answer each guest's question by the service guide\n"}},
    .check_role = check,
};
