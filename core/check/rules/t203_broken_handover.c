/* T203: what a step hands over is taken up, and what it takes was handed over. */
#include "core/check/handovers.h"
#include "core/check/rule.h"
#include "core/model/name_table.h"
#include "core/model/process_steps.h"
#include "core/model/role_names.h"
static const struct message from_nobody = {
    {"步驟「{0}」的「{1}」沒有來源：請寫明由誰送來", "步骤「{0}」的「{1}」没有来源：请写明由谁送来",
     "\"{1}\" comes to the step \"{0}\" from nobody: say who sends it"}};
static const struct message not_given = {
    {"步驟「{0}」要由「{2}」送來「{1}」，而「{2}」沒有任何步驟送出它：請補上步驟，或更正資訊的名稱",
     "步骤「{0}」要由「{2}」送来「{1}」，而「{2}」没有任何步骤送出它：请补上步骤，或更正信息的名称",
     "the step \"{0}\" takes \"{1}\" from \"{2}\", which has no step that gives it: add the step, or use one name for the information"}};
static const struct message not_taken = {
    {"步驟「{0}」把「{1}」送給「{2}」，而「{2}」沒有任何步驟接收它：請補上步驟，或更正資訊的名稱",
     "步骤「{0}」把「{1}」送给「{2}」，而「{2}」没有任何步骤接收它：请补上步骤，或更正信息的名称",
     "the step \"{0}\" hands \"{1}\" to \"{2}\", which has no step that takes it: add the step, or use one name for the information"}};
static const struct message endless = {
    {"步驟「{0}」進入的循環沒有出口：請寫明循環在哪一步結束、交給誰",
     "步骤「{0}」进入的循环没有出口：请写明循环在哪一步结束、交给谁",
     "the step \"{0}\" leads into a loop without exit: say at which step it ends, and what goes to whom then"}};

struct handover {
    struct rule_context *cx;
    const struct process_steps *all;
    const struct step *step;
};

static void report(const struct handover *h, const struct message *message, enum field field,
                   struct text information, struct text party)
{
    struct value cell = record_field(h->all->records, h->step->record, field);
    rule_report(h->cx, (struct finding_details){.at = cell.at.source == NULL ? h->step->record->at
                                                                             : cell.at,
                                                .message = message,
                                                .args = {h->step->key, information, party},
                                                .excerpt = information,
                                                .element = ELEMENT_HANDBOOK_PROCESSES,
                                                .has_element = true});
}

static bool has_steps(const struct handover *h, struct text name)
{
    size_t number = position_find(h->all, h->cx->arena, name);
    return number != NO_NAME && h->all->positions[number].step_count > 0;
}

static void check_in(const struct handover *h)
{
    struct text information = step_text(h->all, h->step, FIELD_HANDBOOK_PROCESSES_INPUT);
    struct text from = step_text(h->all, h->step, FIELD_HANDBOOK_PROCESSES_FROM), party;
    if (!text_is_empty(information) && text_is_empty(from))
        report(h, &from_nobody, FIELD_HANDBOOK_PROCESSES_INPUT, information, from);
    for (size_t at = 0; !text_is_empty(information) && role_names_next(from, &at, &party);)
        if (has_steps(h, party) && !position_gives(h->all, h->cx->arena, information, party))
            report(h, &not_given, FIELD_HANDBOOK_PROCESSES_INPUT, information, party);
}

static void check_out(const struct handover *h)
{
    struct text information = step_text(h->all, h->step, FIELD_HANDBOOK_PROCESSES_OUTPUT);
    struct text to = step_text(h->all, h->step, FIELD_HANDBOOK_PROCESSES_TO), party;
    if (!text_is_empty(information) && text_is_empty(to))
        report(h, NULL, FIELD_HANDBOOK_PROCESSES_OUTPUT, information, to);
    for (size_t at = 0; !text_is_empty(information) && role_names_next(to, &at, &party);)
        if (has_steps(h, party) && !position_takes(h->all, h->cx->arena, information, party))
            report(h, &not_taken, FIELD_HANDBOOK_PROCESSES_OUTPUT, information, party);
}

static void check(struct rule_context *cx)
{
    const struct process_steps *all = process_steps_of(cx->arena, cx->handbook);
    const bool *ends = steps_that_end(cx->arena, all);
    struct text told = TEXT("");
    bool is_told = false;
    for (size_t i = 0; i < all->records->count; i++) {
        struct handover h = {cx, all, &all->steps[i]};
        struct text process = step_text(all, h.step, FIELD_HANDBOOK_PROCESSES_PROCESS);
        check_in(&h);
        check_out(&h);
        if (ends[i] || (is_told && text_equal(told, process)))
            continue; /* one finding a process: its other steps lead into the same loop */
        report(&h, &endless, FIELD_HANDBOOK_PROCESSES_OUTPUT, TEXT(""), TEXT(""));
        told = process;
        is_told = true;
    }
}

const struct rule rule_t203 = {
    .code = "T203",
    .name = "broken-handover",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 3",
    .message = {{[LANG_ZH_HANT] = "步驟「{0}」的「{1}」沒有去向：請寫明交給誰",
                 [LANG_ZH_HANS] = "步骤「{0}」的「{1}」没有去向：请写明交给谁",
                 [LANG_EN] = "\"{1}\" of the step \"{0}\" goes to nobody: say who gets it"}},
    .reason =
        {{[LANG_ZH_HANT] = "責任隨資訊移轉；資訊送不到人，責任就斷在那裡。",
          [LANG_ZH_HANS] = "责任随信息移转；信息送不到人，责任就断在那里。",
          [LANG_EN] =
              "Responsibility follows the information: where that reaches nobody, so does responsibility."}},
    .element = ELEMENT_HANDBOOK_PROCESSES,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "== a.md\n"
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
                                  "| A1 | 登記客戶訴求 | 訴求 | 客戶 | 客服專員 | 答覆 |  |\n",
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
         [LANG_ZH_HANS] = {.bad = "== a.md\n"
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
                                  "| A1 | 登记客户诉求 | 诉求 | 客户 | 客服专员 | 答覆 |  |\n",
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
                  "| A1 | Register the request | Request | Customer | Contact Agent | Answer |  |\n",
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
