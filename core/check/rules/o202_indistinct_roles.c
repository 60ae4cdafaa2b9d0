/* O202: a role is told apart by its duties. */
#include "core/check/role_levels.h"
#include "core/check/role_likeness.h"
#include "core/check/rule.h"
#include "core/model/fold.h"

#define INDISTINCT 70 /* percent alike as a whole */

static const struct message told_by_few = {
    {"「{0}」與「{1}」的職責合起來有 {2}% 相同，只差在：{3}；請看是不是一個崗位",
     "「{0}」与「{1}」的职责合起来有 {2}% 相同，只差在：{3}；请看是不是一个岗位",
     "{2}% of the duties of {0} and {1} are the same, only these differ: {3}; see whether they are one role"}};

/* One role given twice, of which S303 speaks. */
static bool have_one_name(struct rule_context *cx, const struct role *a, const struct role *b)
{
    struct text name = fold_label(cx->arena, role_title(a));
    return !text_is_empty(name) && text_equal(name, fold_label(cx->arena, role_title(b)));
}

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    struct role_pairs pairs = rule_role_pairs(cx);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct role_pair *pair = &pairs.list[i];
        const struct duty *first = &likeness->duties[likeness->role_starts[pair->first]];
        const struct duty *second = &likeness->duties[likeness->role_starts[pair->second]];
        if (pair->percent >= INDISTINCT && !are_levels(cx->scratch, first->role, second->role) &&
            !have_one_name(cx, first->role, second->role))
            rule_report_pair(cx, likeness, pair, &told_by_few, LEVEL_WARNING);
    }
    cx->role = NULL;
}

const struct rule rule_o202 = {
    .code = "O202",
    .name = "indistinct-roles",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "「{0}」與「{1}」的職責合起來有 {2}% 相同，沒有一條能把兩個崗位分開：請寫出不同，或併成一個崗位",
          [LANG_ZH_HANS] =
              "「{0}」与「{1}」的职责合起来有 {2}% 相同，没有一条能把两个岗位分开：请写出不同，或并成一个岗位",
          [LANG_EN] =
              "{2}% of the duties of {0} and {1} are the same, and none tells them apart: write the difference, or make them one role"}},
    .reason =
        {{[LANG_ZH_HANT] = "崗位因不同而成立；沒有不同，就無從分別考核與配置人員。",
          [LANG_ZH_HANS] = "岗位因不同而成立；没有不同，就无从分别考核与配置人员。",
          [LANG_EN] =
              "Difference defines a role: without it people can neither be assessed nor placed differently."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "- 登記訴求資訊\n"
                                          "- 回訪辦結客戶\n"
                                          "== b.md\n"
                                          "# 熱線坐席\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶的訴求\n"
                                          "- 登記訴求資訊\n"
                                          "- 回訪辦結的客戶\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "- 登記訴求資訊\n"
                                           "- 標註知識缺漏\n"
                                           "== b.md\n"
                                           "# 回訪專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 抽取辦結工單\n"
                                           "- 回訪辦結客戶\n"
                                           "- 統計回訪結果\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "- 登记诉求信息\n"
                                          "- 回访办结客户\n"
                                          "== b.md\n"
                                          "# 热线坐席\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户的诉求\n"
                                          "- 登记诉求信息\n"
                                          "- 回访办结的客户\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "- 登记诉求信息\n"
                                           "- 标注知识缺漏\n"
                                           "== b.md\n"
                                           "# 回访专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 抽取办结工单\n"
                                           "- 回访办结客户\n"
                                           "- 统计回访结果\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer customer enquiries\n"
                                     "- Record each case\n"
                                     "- Call back closed customers\n"
                                     "== b.md\n"
                                     "# Hotline Operator\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer the enquiries of customers\n"
                                     "- Record each case\n"
                                     "- Call back closed customers\n",
                              .good = "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer customer enquiries\n"
                                      "- Record each case\n"
                                      "- Mark gaps in the knowledge base\n"
                                      "== b.md\n"
                                      "# Callback Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Sample closed cases\n"
                                      "- Call back customers\n"
                                      "- Count the results of calls\n"}},
    .check_handbook = check,
};
