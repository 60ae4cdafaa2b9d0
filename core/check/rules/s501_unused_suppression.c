/* S501: a suppression that hides nothing is taken away. */
#include "core/check/rule.h"

/* Found where suppressions are applied (core/check/suppressions.h), once all rules have spoken. */

const struct rule rule_s501 = {
    .code = "S501",
    .name = "unused-suppression",
    .level = LEVEL_WARNING,
    .source = "CLI",
    .message = {{[LANG_ZH_HANT] = "略過「{0}」沒有隱去任何發現：請刪去這個註記",
                 [LANG_ZH_HANS] = "忽略「{0}」没有隐去任何发现：请删去这个注记",
                 [LANG_EN] = "ignoring {0} hides nothing here: take this away"}},
    .reason =
        {{[LANG_ZH_HANT] = "問題已經改好而註記還在，日後同一處再出錯就沒有人看見。",
          [LANG_ZH_HANS] = "问题已经改好而注记还在，日后同一处再出错就没有人看见。",
          [LANG_EN] =
              "Where the fault is mended and the comment stays, the next fault at the same place goes unseen."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples =
        {[LANG_ZH_HANT] =
             {.bad = "- 與倉儲部核對出貨數量 <!-- rolebook: ignore W401 -- 部門名稱待定 -->\n",
              .good = "- 與相關部門核對出貨數量 <!-- rolebook: ignore W401 -- 部門名稱待定 -->\n"},
         [LANG_ZH_HANS] =
             {.bad = "- 与仓储部核对出货数量 <!-- rolebook: ignore W401 -- 部门名称待定 -->\n",
              .good = "- 与相关部门核对出货数量 <!-- rolebook: ignore W401 -- 部门名称待定 -->\n"},
         [LANG_EN] =
             {.bad =
                  "- Order stationery and toner <!-- rolebook: ignore W401 -- the list is in the annex -->\n",
              .good =
                  "- Order stationery, toner, etc. <!-- rolebook: ignore W401 -- the list is in the annex -->\n"}},
};
