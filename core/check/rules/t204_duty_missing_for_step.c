/* T204: a role that carries a step has a duty for it. */
#include "core/check/rule.h"
#include "core/model/name_table.h"
#include "core/model/process_steps.h"
#include "core/normalise/similarity.h"

#define LIKE_PERCENT 34 /* of what the step asks, or the duty says, the other says too */

static bool names_step(struct rule_context *cx, const struct process_steps *all, size_t row,
                       struct text cell)
{
    struct text name;
    for (size_t at = 0; role_names_next(cell, &at, &name);)
        if (name_table_find(all->keys, cx->arena, name) == row)
            return true;
    return false;
}

/* What a role says of its work: its duties, then what it is responsible for in scenarios. */
struct said {
    struct grams *list;
    size_t count, capacity;
};

static void add_said(struct rule_context *cx, struct said *said, struct text text)
{
    *arena_push(cx->arena, said->list, said->count, said->capacity) = grams_of(cx->arena, text);
}

static void add_scenarios(struct rule_context *cx, struct said *said, const struct role *role)
{
    const struct records *own = role_records(role, ELEMENT_SCENARIOS);
    const struct records *all = handbook_records(cx->handbook, ELEMENT_HANDBOOK_SCENARIOS);
    struct text name;
    for (size_t i = 0; i < own->count; i++)
        add_said(cx, said, own->rows[i].text);
    for (size_t i = 0; i < all->count; i++) {
        struct text roles = record_field(all, &all->rows[i], FIELD_HANDBOOK_SCENARIOS_ROLE).text;
        for (size_t at = 0; role_names_next(roles, &at, &name);)
            if (role_names_find(cx->names, cx->arena, name) == role)
                add_said(cx, said, all->rows[i].text);
    }
}

static bool is_said(struct rule_context *cx, const struct process_steps *all, size_t row,
                    const struct records *duties, const struct said *said)
{
    struct grams of_step = grams_of(cx->arena, all->steps[row].record->text);
    for (size_t i = 0; i < duties->count; i++)
        if (names_step(cx, all, row,
                       record_field(duties, &duties->rows[i], FIELD_DUTIES_PROCESS_STEP).text))
            return true;
    for (size_t i = 0; i < said->count; i++)
        if (grams_containment(&of_step, &said->list[i]) >= LIKE_PERCENT)
            return true;
    return false;
}

static void check_role(struct rule_context *cx, const struct process_steps *all,
                       const struct role *role)
{
    size_t number = position_find(all, cx->arena, role_title(role));
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    if (number == NO_NAME || !is_filled(duties))
        return; /* C501 says that there is none */
    struct said said = {0};
    for (size_t i = 0; i < duties->count; i++)
        add_said(cx, &said, duties->rows[i].text);
    if (all->positions[number].step_count > 0)
        add_scenarios(cx, &said, role);
    for (size_t i = 0; i < all->positions[number].step_count; i++) {
        const struct step *step = &all->steps[all->positions[number].steps[i]];
        if (!is_said(cx, all, all->positions[number].steps[i], duties, &said))
            rule_report(cx, (struct finding_details){.at = duties->at,
                                                     .args = {step->key, step->record->text},
                                                     .excerpt = step->record->text,
                                                     .element = ELEMENT_DUTIES,
                                                     .has_element = true,
                                                     .related = {.at = step->record->at},
                                                     .has_related = true});
    }
}

static void check(struct rule_context *cx)
{
    if (!is_filled(handbook_records(cx->handbook, ELEMENT_HANDBOOK_PROCESSES)))
        return;
    const struct process_steps *all = process_steps_of(cx->arena, cx->handbook);
    for (const struct role *role = cx->handbook->roles; role != NULL; role = role->next) {
        cx->role = role;
        check_role(cx, all, role);
        cx->role = NULL;
    }
}

const struct rule rule_t204 = {
    .code = "T204",
    .name = "duty-missing-for-step",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 3",
    .message =
        {{[LANG_ZH_HANT] =
              "這個崗位承擔步驟「{0}」（{1}），卻沒有對應的職責：請補上職責，或在「流程步驟」欄寫明",
          [LANG_ZH_HANS] =
              "这个岗位承担步骤「{0}」（{1}），却没有对应的职责：请补上职责，或在「流程步骤」栏写明",
          [LANG_EN] =
              "the role carries the step \"{0}\" ({1}) and has no duty for it: add the duty, or name the step in the column Process step"}},
    .reason =
        {{[LANG_ZH_HANT] = "流程交給崗位的事，不寫進職責就沒有人考核。",
          [LANG_ZH_HANS] = "流程交给岗位的事，不写进职责就没有人考核。",
          [LANG_EN] =
              "What a process gives to a role and its duties do not say is assessed by nobody."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] = {.bad =
                               "== a.md\n"
                               "# 客服專員\n"
                               "\n"
                               "## 崗位職責\n"
                               "\n"
                               "- 登記客戶訴求\n"
                               "== processes.md\n"
                               "# 業務流程\n"
                               "\n"
                               "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 回訪辦結客戶 | 工單 | 系統 | 客服專員 | 回訪記錄 | 客戶 |\n",
                           .good =
                               "== a.md\n"
                               "# 客服專員\n"
                               "\n"
                               "## 崗位職責\n"
                               "\n"
                               "- 登記客戶訴求\n"
                               "== processes.md\n"
                               "# 業務流程\n"
                               "\n"
                               "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 登記客戶訴求 | 訴求 | 客戶 | 客服專員 | 答覆 | 客戶 |\n"},
         [LANG_ZH_HANS] = {.bad =
                               "== a.md\n"
                               "# 客服专员\n"
                               "\n"
                               "## 岗位职责\n"
                               "\n"
                               "- 登记客户诉求\n"
                               "== processes.md\n"
                               "# 业务流程\n"
                               "\n"
                               "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 回访办结客户 | 工单 | 系统 | 客服专员 | 回访记录 | 客户 |\n",
                           .good =
                               "== a.md\n"
                               "# 客服专员\n"
                               "\n"
                               "## 岗位职责\n"
                               "\n"
                               "- 登记客户诉求\n"
                               "== processes.md\n"
                               "# 业务流程\n"
                               "\n"
                               "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 登记客户诉求 | 诉求 | 客户 | 客服专员 | 答覆 | 客户 |\n"},
         [LANG_EN] =
             {.bad =
                  "== a.md\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Register the request\n"
                  "== processes.md\n"
                  "# Processes\n"
                  "\n"
                  "| No. | What | Information in | From | Position | Information out | To |\n"
                  "|-|-|-|-|-|-|-|\n"
                  "| A1 | Call back settled customers | Ticket | System | Contact Agent | Call note | Customer |\n",
              .good =
                  "== a.md\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Register the request\n"
                  "== processes.md\n"
                  "# Processes\n"
                  "\n"
                  "| No. | What | Information in | From | Position | Information out | To |\n"
                  "|-|-|-|-|-|-|-|\n"
                  "| A1 | Register the request | Request | Customer | Contact Agent | Answer | Customer |\n"}},
    .check_handbook = check,
};
