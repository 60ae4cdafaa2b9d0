/* S302: reporting lines lead up, and end. */
#include "core/check/rule.h"

/* The names on the way up from a role back to itself; empty when the way ends elsewhere. */
static struct text cycle_of(struct rule_context *cx, const struct role *role)
{
    struct text way = role_title(role);
    const struct role *at = role_names_superior(cx->names, cx->arena, role);
    for (size_t steps = 0; at != NULL && steps <= cx->handbook->role_count; steps++) {
        way = rule_join(cx, way, role_title(at));
        if (at == role)
            return way;
        if (steps > 20)
            break; /* a longer way is told by the roles on it */
        at = role_names_superior(cx->names, cx->arena, at);
    }
    return TEXT("");
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *line = role_records(role, ELEMENT_REPORTS_TO);
    struct text cycle = line->count == 0 ? TEXT("") : cycle_of(cx, role);
    if (!text_is_empty(cycle))
        rule_report(cx, (struct finding_details){.at = line->rows[0].at,
                                                 .args = {cycle},
                                                 .excerpt = line->rows[0].text});
}

const struct rule rule_s302 = {
    .code = "S302",
    .name = "reporting-cycle",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "匯報線繞了一圈：{0}；請更正其中一個上級",
                 [LANG_ZH_HANS] = "汇报线绕了一圈：{0}；请更正其中一个上级",
                 [LANG_EN] =
                     "the reporting line runs in a circle: {0}; correct one of the superiors"}},
    .reason = {{[LANG_ZH_HANT] = "匯報線成圈，就沒有人是最後的負責者。",
                [LANG_ZH_HANS] = "汇报线成圈，就没有人是最后的负责者。",
                [LANG_EN] = "In a circle nobody is answerable in the end."}},
    .element = ELEMENT_REPORTS_TO,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "---\n"
                                          "reports-to: 班組長\n"
                                          "---\n"
                                          "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"
                                          "== b.md\n"
                                          "---\n"
                                          "reports-to: 客服專員\n"
                                          "---\n"
                                          "# 班組長\n\n## 崗位職責\n\n- 辦理本崗位的工作\n",
                                   .good = "== a.md\n"
                                           "---\n"
                                           "reports-to: 班組長\n"
                                           "---\n"
                                           "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"
                                           "== b.md\n"
                                           "# 班組長\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "---\n"
                                          "reports-to: 班组长\n"
                                          "---\n"
                                          "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n"
                                          "== b.md\n"
                                          "---\n"
                                          "reports-to: 客服专员\n"
                                          "---\n"
                                          "# 班组长\n\n## 岗位职责\n\n- 办理本岗位的工作\n",
                                   .good = "== a.md\n"
                                           "---\n"
                                           "reports-to: 班组长\n"
                                           "---\n"
                                           "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n"
                                           "== b.md\n"
                                           "# 班组长\n\n## 岗位职责\n\n- 办理本岗位的工作\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "---\n"
                                     "reports-to: Supervisor\n"
                                     "---\n"
                                     "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                                     "== b.md\n"
                                     "---\n"
                                     "reports-to: Contact Agent\n"
                                     "---\n"
                                     "# Supervisor\n\n## Duties\n\n- Do the work of the post\n",
                              .good = "== a.md\n"
                                      "---\n"
                                      "reports-to: Supervisor\n"
                                      "---\n"
                                      "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                                      "== b.md\n"
                                      "# Supervisor\n\n## Duties\n\n- Do the work of the post\n"}},
    .check_role = check,
};
