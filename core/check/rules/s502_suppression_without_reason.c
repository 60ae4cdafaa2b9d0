/* S502: whoever suppresses a finding says why. */
#include "core/check/rule.h"

/* Found where suppressions are applied (core/check/suppressions.h), once all rules have spoken. */

const struct rule rule_s502 = {
    .code = "S502",
    .name = "suppression-without-reason",
    .level = LEVEL_WARNING,
    .source = "CLI",
    .message = {{[LANG_ZH_HANT] = "略過「{0}」沒有寫理由：在 -- 後面寫明",
                 [LANG_ZH_HANS] = "忽略「{0}」没有写理由：在 -- 后面写明",
                 [LANG_EN] = "ignoring {0} gives no reason: write one behind --"}},
    .reason =
        {{[LANG_ZH_HANT] = "沒有理由的略過，換人以後誰也不敢刪，也不知道是否還對。",
          [LANG_ZH_HANS] = "没有理由的忽略，换人以后谁也不敢删，也不知道是否还对。",
          [LANG_EN] =
              "A suppression without a reason is one that no successor dares to take away, or can tell to be right still."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples =
        {[LANG_ZH_HANT] =
             {.bad = "- 與相關部門核對出貨數量 <!-- rolebook: ignore W401 -->\n",
              .good = "- 與相關部門核對出貨數量 <!-- rolebook: ignore W401 -- 部門名稱待定 -->\n"},
         [LANG_ZH_HANS] =
             {.bad = "- 与相关部门核对出货数量 <!-- rolebook: ignore W401 -->\n",
              .good = "- 与相关部门核对出货数量 <!-- rolebook: ignore W401 -- 部门名称待定 -->\n"},
         [LANG_EN] =
             {.bad = "- Order stationery, toner, etc. <!-- rolebook: ignore W401 -->\n",
              .good =
                  "- Order stationery, toner, etc. <!-- rolebook: ignore W401 -- the list is in the annex -->\n"}},
};
