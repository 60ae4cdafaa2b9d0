/* C401: skills are used on tools. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_TOOLS);
}

const struct rule rule_c401 = {
    .code = "C401",
    .name = "missing-tools",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有設備工具：請列出工作所用的設備、系統與工具",
                 [LANG_ZH_HANS] = "没有设备工具：请列出工作所用的设备、系统与工具",
                 [LANG_EN] = "no tools: list the equipment, systems and tools the work needs"}},
    .reason =
        {{[LANG_ZH_HANT] = "技能的使用決定設備工具；不寫明，就無從配備與培訓。",
          [LANG_ZH_HANS] = "技能的使用决定设备工具；不写明，就无从配备与培训。",
          [LANG_EN] =
              "How skills are used sets the tools; unnamed, they can be neither provided nor taught."}},
    .element = ELEMENT_TOOLS,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "\n"
                                           "## 設備工具\n"
                                           "\n"
                                           "- 坐席終端\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "\n"
                                           "## 设备工具\n"
                                           "\n"
                                           "- 坐席终端\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "\n"
                                      "## Tools\n"
                                      "\n"
                                      "- Telephone workstation\n"}},
    .check_role = check,
};
