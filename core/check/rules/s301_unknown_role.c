/* S301: roles speak of roles that exist. */
#include "core/base/nearest_name.h"
#include "core/check/rule.h"

static const struct message nothing_near = {
    {"手冊裡沒有「{0}」這個崗位：請更正名稱，或補上該崗位；若在手冊之外，請寫「不適用：{0}」",
     "手册里没有「{0}」这个岗位：请更正名称，或补上该岗位；若在手册之外，请写「不适用：{0}」",
     "the handbook has no role \"{0}\": correct the name or add the role; if the position is "
     "outside the handbook, write \"n/a: {0}\""}};

static const struct message no_name = {
    {"「{0}」不是崗位名稱：這裡只寫崗位的名稱，多個以頓號分開",
     "「{0}」不是岗位名称：这里只写岗位的名称，多个以顿号分开",
     "\"{0}\" is no name of a role: write only names here, divided by commas"}};

#define NAME_WORDS 8   /* of the longest title that anybody would refer to */
#define NAME_POINTS 60 /* ... in code points */

/* Whether the words may be a role's name: no sentence, no label with its value. */
static bool may_be_name(struct text name)
{
    static const uint32_t marks[] = {'.', ':', '!', '?', 0x3002, 0xFF1A, 0xFF01, 0xFF1F};
    size_t words = 1, points = 0;
    uint32_t last = 0;
    for (size_t at = 0; at < name.size; points++) {
        last = text_next(name, &at);
        words += last == ' ';
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (last == marks[i] && (last != '.' || words > 2)) /* "Jr.", "V. P." */
            return false;
    return words <= NAME_WORDS && points <= NAME_POINTS &&
           text_find(name, TEXT("："), 0) == TEXT_NOT_FOUND &&
           text_find(name, TEXT(": "), 0) == TEXT_NOT_FOUND;
}

/* Whether all names in the record may be some; else it is said once of the record. */
static bool check_form(struct rule_context *cx, const struct record *record, enum element element)
{
    struct text name;
    for (size_t at = 0; role_names_next(record->text, &at, &name);)
        if (!may_be_name(name)) {
            rule_report(cx, (struct finding_details){.at = record->at,
                                                     .message = &no_name,
                                                     .args = {record->text},
                                                     .excerpt = record->text,
                                                     .element = element,
                                                     .has_element = true,
                                                     .level = LEVEL_WARNING});
            return false;
        }
    return true;
}

static void check_name(struct rule_context *cx, struct text name, struct span at,
                       enum element element)
{
    if (role_names_find(cx->names, cx->arena, name) != NULL)
        return;
    struct text nearest = role_names_nearest(cx->names, cx->arena, name);
    bool is_slip = !text_is_empty(nearest_name(name, &nearest, 1)); /* Team Leeder */
    bool may_be_elsewhere = cx->config->is_pile && element == ELEMENT_REPORTS_TO && !is_slip;
    rule_report(cx,
                (struct finding_details){.at = at,
                                         .level = may_be_elsewhere ? LEVEL_WARNING : LEVEL_OFF,
                                         .message = text_is_empty(nearest) ? &nothing_near : NULL,
                                         .args = {name, nearest},
                                         .excerpt = name,
                                         .element = element,
                                         .has_element = true});
}

static bool has_digit(struct text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] >= '0' && name.data[i] <= '9')
            return true;
    return false;
}

static void check_element(struct rule_context *cx, const struct role *role, enum element element)
{
    const struct records *records = role_records(role, element);
    struct text name, reason;
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        if (!check_form(cx, record, element))
            continue;
        for (size_t at = 0; role_names_next(record->text, &at, &name);)
            if (!has_digit(name) && /* a number of people names nobody */
                !vocabulary_not_applicable(cx->vocabulary, cx->arena, name, &reason))
                check_name(cx, name, record->at, element);
    }
}

static void check(struct rule_context *cx, const struct role *role)
{
    if (!cx->config->is_whole || cx->handbook->role_count < 2)
        return; /* what single files refer to may stand in others */
    check_element(cx, role, ELEMENT_REPORTS_TO);
    check_element(cx, role, ELEMENT_SUPERVISES);
    check_element(cx, role, ELEMENT_SUBSTITUTES);
}

const struct rule rule_s301 = {
    .code = "S301",
    .name = "unknown-role",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "手冊裡沒有「{0}」這個崗位（最接近的是「{1}」）：請更正名稱，或補上該崗位；若在手冊之外，請寫「不適用：{0}」",
          [LANG_ZH_HANS] =
              "手册里没有「{0}」这个岗位（最接近的是「{1}」）：请更正名称，或补上该岗位；若在手册之外，请写「不适用：{0}」",
          [LANG_EN] =
              "the handbook has no role \"{0}\" (nearest: \"{1}\"): correct the name or add the role; if the position is outside the handbook, write \"n/a: {0}\""}},
    .reason = {{[LANG_ZH_HANT] = "匯報與代理的線斷在不存在的崗位上，責任就沒有人接。",
                [LANG_ZH_HANS] = "汇报与代理的线断在不存在的岗位上，责任就没有人接。",
                [LANG_EN] =
                    "A reporting line that ends at no role hands its responsibility to nobody."}},
    .element = ELEMENT_REPORTS_TO,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                  "---\n"
                                  "reports-to: 班祖長\n"
                                  "---\n"
                                  "# 客服專員\n\n## 崗位職責\n\n- 辦理本崗位的工作\n"
                                  "== b.md\n"
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
                                  "reports-to: 班祖长\n"
                                  "---\n"
                                  "# 客服专员\n\n## 岗位职责\n\n- 办理本岗位的工作\n"
                                  "== b.md\n"
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
                             "reports-to: Shift Superviser\n"
                             "---\n"
                             "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                             "== b.md\n"
                             "# Shift Supervisor\n\n## Duties\n\n- Do the work of the post\n",
                      .good = "== a.md\n"
                              "---\n"
                              "reports-to: Shift Supervisor\n"
                              "---\n"
                              "# Contact Agent\n\n## Duties\n\n- Do the work of the post\n"
                              "== b.md\n"
                              "# Shift Supervisor\n\n## Duties\n\n- Do the work of the post\n"}},
    .check_role = check,
};
