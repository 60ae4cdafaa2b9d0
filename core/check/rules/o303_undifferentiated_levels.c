/* O303: levels of one job family differ in what they do. */
#include "core/check/role_levels.h"
#include "core/check/role_likeness.h"
#include "core/check/rule.h"

static const struct message told_by_few = {
    {"「{0}」與同一職系的「{1}」職責有 {2}% 相同，只差在：{3}；請按級別寫出不同的責任",
     "「{0}」与同一职系的「{1}」职责有 {2}% 相同，只差在：{3}；请按级别写出不同的责任",
     "{2}% of the duties of {0} and {1}, a level of the same family, are the same, only these differ: {3}; give each level a responsibility of its own"}};

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    struct role_pairs pairs = rule_role_pairs(cx);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct role_pair *pair = &pairs.list[i];
        const struct duty *first = &likeness->duties[likeness->role_starts[pair->first]];
        const struct duty *second = &likeness->duties[likeness->role_starts[pair->second]];
        if (are_levels(cx->scratch, first->role, second->role))
            rule_report_pair(cx, likeness, pair, &told_by_few, LEVEL_OFF);
    }
    cx->role = NULL;
}

const struct rule rule_o303 = {
    .code = "O303",
    .name = "undifferentiated-levels",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "「{0}」與同一職系的「{1}」職責有 {2}% 相同，沒有一條分得出級別：請按級別寫出不同的責任",
          [LANG_ZH_HANS] =
              "「{0}」与同一职系的「{1}」职责有 {2}% 相同，没有一条分得出级别：请按级别写出不同的责任",
          [LANG_EN] =
              "{2}% of the duties of {0} and {1}, a level of the same family, are the same, and none tells the levels apart: give each a responsibility of its own"}},
    .reason =
        {{[LANG_ZH_HANT] = "同一情境下各級的責任不同，才能分級考核與晉升。",
          [LANG_ZH_HANS] = "同一情境下各级的责任不同，才能分级考核与晋升。",
          [LANG_EN] =
              "Levels are assessed and promoted by what they answer for: in one scenario each has another responsibility."}},
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
                                          "# 資深客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "- 登記訴求資訊\n"
                                          "- 回訪辦結客戶\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "- 登記訴求資訊\n"
                                           "- 標註知識缺漏\n"
                                           "== b.md\n"
                                           "# 資深客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 處理升級工單\n"
                                           "- 審閱知識初稿\n"
                                           "- 指導新到崗人員\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "- 登记诉求信息\n"
                                          "- 回访办结客户\n"
                                          "== b.md\n"
                                          "# 资深客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "- 登记诉求信息\n"
                                          "- 回访办结客户\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "- 登记诉求信息\n"
                                           "- 标注知识缺漏\n"
                                           "== b.md\n"
                                           "# 资深客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 处理升级工单\n"
                                           "- 审阅知识初稿\n"
                                           "- 指导新到岗人员\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer customer enquiries\n"
                                     "- Record each case\n"
                                     "- Call back closed customers\n"
                                     "== b.md\n"
                                     "# Senior Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer customer enquiries\n"
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
                                      "# Senior Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Resolve escalated cases\n"
                                      "- Review draft articles\n"
                                      "- Coach new agents\n"}},
    .check_handbook = check,
};
