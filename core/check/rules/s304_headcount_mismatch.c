/* S304: numbers of people add up. */
#include "core/check/rule.h"
#include "core/model/fold.h"
#include "core/model/headcount.h"
#include <stdlib.h>

#define DEEPEST 8 /* departments within departments */

static const struct message department_message = {
    {"部門「{0}」編制 {1} 人，其崗位合計 {2} 人：請更正其中一處",
     "部门「{0}」编制 {1} 人，其岗位合计 {2} 人：请更正其中一处",
     "the department {0} has {1} people, its roles add up to {2}: correct one of them"}};

/* A superior's number of people in a role, held against what the role itself says. */
static void check_supervised(struct rule_context *cx, const struct role *role,
                             const struct record *row)
{
    struct text name;
    int64_t stated, held;
    if (!headcount_beside_name(row->text, &name, &stated))
        return;
    const struct role *supervised = role_names_find(cx->names, cx->arena, name);
    if (supervised == NULL || !headcount_of(role_text(supervised, ELEMENT_HEADCOUNT), &held) ||
        stated <= held) /* fewer may be right: others supervise the rest */
        return;
    cx->role = role;
    rule_report(cx, (struct finding_details){
                        .at = row->at,
                        .args = {role_title(supervised), rule_number(cx, (size_t)stated),
                                 rule_number(cx, (size_t)held)},
                        .excerpt = row->text,
                        .element = ELEMENT_SUPERVISES,
                        .has_element = true,
                        .related = {.at = role_records(supervised, ELEMENT_HEADCOUNT)->at,
                                    .role = role_title(supervised)},
                        .has_related = true});
}

/* A department with what its roles and its parts add up to. */
struct unit {
    struct text folded;
    size_t parent;           /* NO_UNIT: none */
    int64_t people;          /* of the roles so far */
    bool has_roles, is_open; /* is_open: a role does not say */
};

#define NO_UNIT SIZE_MAX

static int compare_units(const void *a, const void *b)
{
    const struct unit *x = *(const struct unit *const *)a, *y = *(const struct unit *const *)b;
    int order = text_compare(x->folded, y->folded);
    return order != 0 ? order : (x > y) - (x < y);
}

/* The first of that name; NO_UNIT: none. */
static size_t find_unit(const struct unit *units, const struct unit *const *sorted, size_t count,
                        struct text folded)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(sorted[middle]->folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < count && text_equal(sorted[low]->folded, folded);
    return is_found && !text_is_empty(folded) ? (size_t)(sorted[low] - units) : NO_UNIT;
}

static struct unit *add_up(struct rule_context *cx, const struct records *departments)
{
    size_t count = departments->count;
    struct unit *units = arena_new_array(cx->arena, count + 1, struct unit);
    const struct unit **sorted = arena_new_array(cx->arena, count + 1, const struct unit *);
    for (size_t i = 0; i < count; i++) {
        units[i].folded = fold_label(cx->arena, departments->rows[i].text);
        sorted[i] = &units[i];
    }
    qsort(sorted, count, sizeof(const struct unit *), compare_units);
    for (size_t i = 0; i < count; i++)
        units[i].parent =
            find_unit(units, sorted, count,
                      fold_label(cx->arena, record_field(departments, &departments->rows[i],
                                                         FIELD_HANDBOOK_DEPARTMENTS_PARENT)
                                                .text));
    for (const struct role *role = cx->handbook->roles; role != NULL; role = role->next) {
        int64_t held = 0;
        bool is_said = headcount_of(role_text(role, ELEMENT_HEADCOUNT), &held);
        size_t at = find_unit(units, sorted, count,
                              fold_label(cx->arena, role_text(role, ELEMENT_DEPARTMENT)));
        for (size_t depth = 0; at != NO_UNIT && depth < DEEPEST; depth++, at = units[at].parent) {
            units[at].people += held;
            units[at].has_roles = true;
            units[at].is_open |= !is_said;
        }
    }
    return units;
}

static void check_departments(struct rule_context *cx)
{
    const struct records *departments =
        handbook_records(cx->handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    const struct unit *units = add_up(cx, departments);
    for (size_t i = 0; i < departments->count; i++) {
        const struct record *row = &departments->rows[i];
        struct value people = record_field(departments, row, FIELD_HANDBOOK_DEPARTMENTS_HEADCOUNT);
        int64_t stated;
        if (!units[i].has_roles || units[i].is_open || !headcount_of(people.text, &stated) ||
            stated == units[i].people)
            continue;
        rule_report(cx,
                    (struct finding_details){.at = people.at,
                                             .message = &department_message,
                                             .args = {row->text, rule_number(cx, (size_t)stated),
                                                      rule_number(cx, (size_t)units[i].people)},
                                             .excerpt = row->text,
                                             .element = ELEMENT_HANDBOOK_DEPARTMENTS,
                                             .has_element = true});
    }
}

static void check(struct rule_context *cx)
{
    for (const struct role *role = cx->handbook->roles; role != NULL; role = role->next)
        for (size_t i = 0; i < role_records(role, ELEMENT_SUPERVISES)->count; i++)
            check_supervised(cx, role, &role_records(role, ELEMENT_SUPERVISES)->rows[i]);
    cx->role = NULL;
    if (cx->config->is_whole)
        check_departments(cx);
}

const struct rule rule_s304 = {
    .code = "S304",
    .name = "headcount-mismatch",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "寫明帶「{0}」{1} 人，該崗位編制只有 {2} 人：請更正其中一處",
                 [LANG_ZH_HANS] = "写明带「{0}」{1} 人，该岗位编制只有 {2} 人：请更正其中一处",
                 [LANG_EN] =
                     "it supervises {1} of {0}, a role that {2} people hold: correct one of them"}},
    .reason = {{[LANG_ZH_HANT] = "人數對不上，編制與排班就沒有可信的依據。",
                [LANG_ZH_HANS] = "人数对不上，编制与排班就没有可信的依据。",
                [LANG_EN] =
                    "Where numbers do not add up, neither staffing nor rosters can rest on them."}},
    .element = ELEMENT_HEADCOUNT,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "---\n"
                                          "headcount: \"6\"\n"
                                          "reports-to: 班組長\n"
                                          "---\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 辦理本崗位的工作\n"
                                          "== b.md\n"
                                          "---\n"
                                          "headcount: \"1\"\n"
                                          "supervises: 客服專員（8 人）\n"
                                          "---\n"
                                          "# 班組長\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 辦理本崗位的工作\n",
                                   .good = "== a.md\n"
                                           "---\n"
                                           "headcount: \"6\"\n"
                                           "reports-to: 班組長\n"
                                           "---\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 辦理本崗位的工作\n"
                                           "== b.md\n"
                                           "---\n"
                                           "headcount: \"1\"\n"
                                           "supervises: 客服專員（6 人）\n"
                                           "---\n"
                                           "# 班組長\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 辦理本崗位的工作\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "---\n"
                                          "headcount: \"6\"\n"
                                          "reports-to: 班组长\n"
                                          "---\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 办理本岗位的工作\n"
                                          "== b.md\n"
                                          "---\n"
                                          "headcount: \"1\"\n"
                                          "supervises: 客服专员（8 人）\n"
                                          "---\n"
                                          "# 班组长\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 办理本岗位的工作\n",
                                   .good = "== a.md\n"
                                           "---\n"
                                           "headcount: \"6\"\n"
                                           "reports-to: 班组长\n"
                                           "---\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 办理本岗位的工作\n"
                                           "== b.md\n"
                                           "---\n"
                                           "headcount: \"1\"\n"
                                           "supervises: 客服专员（6 人）\n"
                                           "---\n"
                                           "# 班组长\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 办理本岗位的工作\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "---\n"
                                     "headcount: \"6\"\n"
                                     "reports-to: Team Leader\n"
                                     "---\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Do the work of the post\n"
                                     "== b.md\n"
                                     "---\n"
                                     "headcount: \"1\"\n"
                                     "supervises: Contact Agent (8)\n"
                                     "---\n"
                                     "# Team Leader\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Do the work of the post\n",
                              .good = "== a.md\n"
                                      "---\n"
                                      "headcount: \"6\"\n"
                                      "reports-to: Team Leader\n"
                                      "---\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Do the work of the post\n"
                                      "== b.md\n"
                                      "---\n"
                                      "headcount: \"1\"\n"
                                      "supervises: Contact Agent (6)\n"
                                      "---\n"
                                      "# Team Leader\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Do the work of the post\n"}},
    .check_handbook = check,
};
