#include "core/compose/template_plan.h"
#include <string.h>

static const struct message unknown_element = {
    {"模板要顯示的要素「{0}」不存在：名稱見 core/model/elements.def",
     "模板要显示的要素「{0}」不存在：名称见 core/model/elements.def",
     "the template shows an element \"{0}\", which does not exist: see elements.def"}};

static void read_part(struct template_reading *r, const xmlNode *node)
{
    static const char *const names[PART_COUNT] = {
        [PART_COVER] = "cover",
        [PART_APPROVAL] = "approval",
        [PART_PREFACE] = "preface",
        [PART_CONTENTS] = "contents",
        [PART_READING] = "reading",
        [PART_ORGANISATION] = "organisation",
        [PART_GOAL_MATRIX] = "goal-matrix",
        [PART_BASELINE] = "baseline",
        [PART_SCENARIOS] = "scenarios",
        [PART_STRATEGY] = "strategy",
        [PART_PROCESSES] = "processes",
        [PART_ROLES] = "roles",
        [PART_GLOSSARY] = "glossary",
        [PART_ROLE_INDEX] = "role-index",
        [PART_TOOL_INDEX] = "tool-index",
        [PART_STANDARD_INDEX] = "standard-index",
        [PART_COMPLETENESS] = "completeness",
        [PART_OVERLAPS] = "overlaps",
        [PART_TIME_SHARES] = "time-shares",
        [PART_ACKNOWLEDGEMENT] = "acknowledgement",
    };
    struct plan *plan = &r->template->plan;
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strcmp((const char *)node->name, names[i]) == 0)
            *arena_push(r->arena, plan->parts, plan->part_count, plan->part_capacity) =
                (enum book_part)i;
    struct text depth = attribute_text(r, node, "depth");
    if (!text_is_empty(depth))
        plan->contents_depth = (unsigned)(depth.data[0] - '0');
}

static enum element shown_element(struct template_reading *r, const xmlNode *node)
{
    struct text name = attribute_text(r, node, "element");
    enum element element = element_by_name(name);
    if (element == ELEMENT_COUNT)
        complain_at(r, &unknown_element, node, name);
    return element;
}

static void read_show(struct template_reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    const struct shown shown = {shown_element(r, node), attribute_style(r, node, "style")};
    if (shown.element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->shown, plan->shown_count, plan->shown_capacity) = shown;
}

static void read_panel_show(struct template_reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    const struct shown shown = {shown_element(r, node), attribute_style(r, node, "style")};
    if (shown.element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->panel, plan->panel_count, plan->panel_capacity) = shown;
}

/* What a role has and this book leaves out on purpose. */
static void read_hide(struct template_reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    enum element element = shown_element(r, node);
    if (element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->hidden, plan->hidden_count, plan->hidden_capacity) = element;
}

static void read_role_part(struct template_reading *r, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    if (strcmp(name, "panel") == 0)
        template_read_children(r, node, read_panel_show);
    else if (strcmp(name, "hide") == 0)
        read_hide(r, node);
    else if (strcmp(name, "others") != 0) /* what no part shows comes last, said or not */
        read_show(r, node);
}

static void read_labels(struct template_reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    struct text divider = attribute_text(r, node, "divider");
    plan->second_language = language_from_tag(attribute_text(r, node, "second"));
    plan->divider = text_is_empty(divider) ? TEXT(" ") : divider;
}

static void read_book(struct template_reading *r, const xmlNode *node)
{
    template_read_children(r, node, read_part);
}

static void read_role(struct template_reading *r, const xmlNode *node)
{
    template_read_children(r, node, read_role_part);
}

void template_read_plan(struct template_reading *r, const xmlNode *root)
{
    static const struct template_section sections[] = {
        {"labels", read_labels}, {"book", read_book}, {"role", read_role}, {NULL, NULL}};
    template_read_sections(r, root, sections);
}
