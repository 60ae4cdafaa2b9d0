/* S303: a name or code stands for one role. */
#include "core/check/rule.h"
#include "core/model/fold.h"

static void check_same(struct rule_context *cx, const struct role *role, enum element element)
{
    const struct records *records = role_records(role, element);
    struct text name = role_text(role, element);
    const struct role *first =
        text_is_empty(name) ? NULL : role_names_find(cx->names, cx->arena, name);
    if (first == NULL || first == role)
        return;
    struct text other = role_text(first, element);
    if (!text_equal(fold_label(cx->arena, other), fold_label(cx->arena, name)))
        return; /* it is an alternate title there */
    rule_report(cx,
                (struct finding_details){.at = records->rows[0].at,
                                         .args = {name},
                                         .excerpt = name,
                                         .element = element,
                                         .has_element = true,
                                         .related = {.at = first->at, .role = role_title(first)},
                                         .has_related = true});
}

static void check(struct rule_context *cx, const struct role *role)
{
    check_same(cx, role, ELEMENT_TITLE);
    check_same(cx, role, ELEMENT_ID);
}

const struct rule rule_s303 = {
    .code = "S303",
    .name = "duplicate-id",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "「{0}」已經是另一個崗位的名稱或編號：請改成不同的",
                 [LANG_ZH_HANS] = "「{0}」已经是另一个岗位的名称或编号：请改成不同的",
                 [LANG_EN] =
                     "\"{0}\" is the name or code of another role already: change one of them"}},
    .reason = {{[LANG_ZH_HANT] = "名稱或編號相同，引用時就不知道指哪一個。",
                [LANG_ZH_HANS] = "名称或编号相同，引用时就不知道指哪一个。",
                [LANG_EN] = "Where two share a name, nobody knows which one is meant."}},
    .element = ELEMENT_ID,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"
                                          "== b.md\n"
                                          "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"
                                           "== b.md\n"
                                           "# 班組長\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n"
                                          "== b.md\n"
                                          "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n"
                                           "== b.md\n"
                                           "# 班组长\n\n## 岗位职责\n\n- 办理本岗位的工作\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                                     "== b.md\n"
                                     "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n",
                              .good = "== a.md\n"
                                      "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                                      "== b.md\n"
                                      "# Supervisor\n\n## Duties\n\n- Do the work of the post\n"}},
    .check_role = check,
};
