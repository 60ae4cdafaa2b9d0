/* O201: a duty is one role's. */
#include "core/check/baseline_items.h"
#include "core/check/overlap.h"
#include "core/check/role_levels.h"
#include "core/check/rule.h"

static const struct message same_as_many = {
    {"職責「{0}」與「{1}」的「{2}」是同一項（相似 {3}%），手冊裡這樣的職責還有 {5} 條：請定一個崗位承擔，其餘寫明各做哪一段",
     "职责「{0}」与「{1}」的「{2}」是同一项（相似 {3}%），手册里这样的职责还有 {5} 条：请定一个岗位承担，其余写明各做哪一段",
     "the duty \"{0}\" is the same as \"{2}\" of {1} ({3}% alike), and {5} more say it too: let one role carry it, and say what part the others do"}};
static const struct message nearly = {
    {"職責「{0}」與「{1}」的「{2}」相近（相似 {3}%，都有「{4}」）：請寫明兩個崗位各做哪一段",
     "职责「{0}」与「{1}」的「{2}」相近（相似 {3}%，都有「{4}」）：请写明两个岗位各做哪一段",
     "the duty \"{0}\" is close to \"{2}\" of {1} ({3}% alike, both say \"{4}\"): say which part each role does"}};
static const struct message to_review = {
    {"職責「{0}」與「{1}」的「{2}」有相同之處（相似 {3}%：「{4}」）：請看是否交叉",
     "职责「{0}」与「{1}」的「{2}」有相同之处（相似 {3}%：「{4}」）：请看是否交叉",
     "the duty \"{0}\" shares \"{4}\" with \"{2}\" of {1} ({3}% alike): see whether they cross"}};

static const struct message of_level = {
    {"職責「{0}」與同一職系的「{1}」的「{2}」相同或相近（相似 {3}%）：請寫明這一級多做什麼、做到什麼程度",
     "职责「{0}」与同一职系的「{1}」的「{2}」相同或相近（相似 {3}%）：请写明这一级多做什么、做到什么程度",
     "the duty \"{0}\" repeats \"{2}\" of {1}, a level of the same family ({3}% alike): say what this level does beyond it"}};

static const struct message *message_of(const struct rule_context *cx, const struct duty *duty,
                                        const struct overlap *overlap)
{
    if (overlap->percent < LIKE_NEAR)
        return &to_review;
    if (are_levels(cx->scratch, duty->role, overlap->other->role))
        return &of_level;
    if (overlap->percent < LIKE_DUPLICATE ||
        !says_same(cx->arena, duty, overlap->other, overlap->percent))
        return &nearly;
    return overlap->others > 1 ? &same_as_many : NULL;
}

static void report(struct rule_context *cx, const struct likeness *likeness,
                   const struct duty *duty, const struct overlap *overlap)
{
    const struct duty *other = overlap->other;
    const struct message *message = message_of(cx, duty, overlap);
    bool is_hint = message == &to_review || message == &of_level;
    cx->role = duty->role;
    rule_report(cx, (struct finding_details){
                        .at = duty->record->at,
                        .message = message,
                        .level = is_hint ? LEVEL_INFO : LEVEL_OFF,
                        .args = {duty->record->text, role_title(other->role), other->record->text,
                                 rule_number(cx, overlap->percent),
                                 likeness_shared(cx->arena, likeness, duty, other),
                                 rule_number(cx, overlap->others - 1)},
                        .excerpt = duty->record->text,
                        .related = {.at = other->record->at, .role = role_title(other->role)},
                        .has_related = true});
}

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    for (size_t i = 0; i < likeness->count; i++) {
        const struct duty *duty = &likeness->duties[i];
        const struct wording *wording = &likeness->wordings[duty->set];
        struct overlap overlap;
        if (duty->role != NULL && wording->baseline_percent < LIKE_NEAR && /* B102 */
            !is_shared_by_nearly_all(likeness, duty) &&                    /* B104 */
            overlap_above(likeness, duty, &overlap) &&
            !is_ad_hoc_work(cx->arena, duty->record->text)) /* B105 */
            report(cx, likeness, duty, &overlap);
    }
    cx->role = NULL;
}

const struct rule rule_o201 = {
    .code = "O201",
    .name = "overlapping-duty",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "職責「{0}」與「{1}」的「{2}」是同一項（相似 {3}%）：請定一個崗位承擔，或寫明各做哪一段",
          [LANG_ZH_HANS] =
              "职责「{0}」与「{1}」的「{2}」是同一项（相似 {3}%）：请定一个岗位承担，或写明各做哪一段",
          [LANG_EN] =
              "the duty \"{0}\" is the same as \"{2}\" of {1} ({3}% alike): let one role carry it, or say which part each does"}},
    .reason =
        {{[LANG_ZH_HANT] = "工作內容重複或交叉，就不知道該由誰做、由誰負責。",
          [LANG_ZH_HANS] = "工作内容重复或交叉，就不知道该由谁做、由谁负责。",
          [LANG_EN] =
              "Where work is repeated or crosses, nobody knows who does it and who answers for it."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理並登記客戶投訴\n"
                                          "- 答覆業務諮詢\n"
                                          "== b.md\n"
                                          "# 投訴處理專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 負責受理和登記客戶投訴工作\n"
                                          "- 調查投訴事實\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理並登記客戶投訴\n"
                                           "- 答覆業務諮詢\n"
                                           "== b.md\n"
                                           "# 投訴處理專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 調查投訴事實\n"
                                           "- 草擬處理方案\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理并登记客户投诉\n"
                                          "- 答复业务咨询\n"
                                          "== b.md\n"
                                          "# 投诉处理专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 负责受理和登记客户投诉工作\n"
                                          "- 调查投诉事实\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理并登记客户投诉\n"
                                           "- 答复业务咨询\n"
                                           "== b.md\n"
                                           "# 投诉处理专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 调查投诉事实\n"
                                           "- 草拟处理方案\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Record customer complaints\n"
                                     "- Answer enquiries\n"
                                     "== b.md\n"
                                     "# Complaint Handler\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Responsible for recording the complaints of customers\n"
                                     "- Investigate the facts\n",
                              .good = "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Record customer complaints\n"
                                      "- Answer enquiries\n"
                                      "== b.md\n"
                                      "# Complaint Handler\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Investigate the facts\n"
                                      "- Draft proposals\n"}},
    .check_handbook = check,
};
