/* C103: where the position stands in the organisation. */
#include "core/check/rule.h"

/* Department, job family, grade and reporting line; those missed alike are named together. */
static const enum element identity[] = {ELEMENT_DEPARTMENT, ELEMENT_JOB_TYPE, ELEMENT_GRADE,
                                        ELEMENT_REPORTS_TO};

static void check_level(struct rule_context *cx, const struct role *role, enum level level)
{
    struct text missing = TEXT("");
    enum element first = ELEMENT_DEPARTMENT;
    for (size_t i = 0; i < sizeof identity / sizeof *identity; i++) {
        if (rule_missed(cx, identity[i]) != level || is_given(role_records(role, identity[i])))
            continue;
        first = text_is_empty(missing) ? identity[i] : first;
        missing = rule_join(cx, missing,
                            vocabulary_heading(cx->vocabulary, rule_language(cx), identity[i]));
    }
    if (!text_is_empty(missing))
        rule_report(cx,
                    (struct finding_details){
                        .args = {missing}, .element = first, .has_element = true, .missed = level});
}

static void check(struct rule_context *cx, const struct role *role)
{
    for (int level = LEVEL_ERROR; level > LEVEL_OFF; level--)
        check_level(cx, role, (enum level)level);
}

const struct rule rule_c103 = {
    .code = "C103",
    .name = "missing-identity",
    .level = LEVEL_INFO,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "缺少崗位基本資料：{0}",
                 [LANG_ZH_HANS] = "缺少岗位基本资料：{0}",
                 [LANG_EN] = "its place in the organisation is not given: {0}"}},
    .reason =
        {{[LANG_ZH_HANT] = "部門、工種、職級與上級說明崗位在組織中的位置，手冊據此分章與檢查。",
          [LANG_ZH_HANS] = "部门、工种、职级与上级说明岗位在组织中的位置，手册据此分章与检查。",
          [LANG_EN] =
              "Department, family, grade and superior place the role; the handbook is ordered and checked by them."}},
    .element = ELEMENT_DEPARTMENT,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "---\n"
                                           "department: 受理部\n"
                                           "job-type: 客服\n"
                                           "grade: 一級\n"
                                           "reports-to: 班組長\n"
                                           "---\n"
                                           "\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "---\n"
                                           "department: 受理部\n"
                                           "job-type: 客服\n"
                                           "grade: 一级\n"
                                           "reports-to: 班组长\n"
                                           "---\n"
                                           "\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "---\n"
                                      "department: Contact Centre\n"
                                      "job-type: Service\n"
                                      "grade: C1\n"
                                      "reports-to: Supervisor\n"
                                      "---\n"
                                      "\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
    .check_role = check,
};
