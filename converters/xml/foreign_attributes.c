/* Attributes of XML of other vocabularies: names, numbers, and what else they say. */
#include "converters/xml/foreign.h"

bool foreign_is_number(const struct xml_attribute *attribute)
{
    static const char *const names[] = {"n", "no", "number", "seq", "序号", "序號", NULL};
    return text_is_one_of(attribute->name, names);
}

/* <role name="Contact Agent">: what the element is called, as a title in it would say. */
const struct xml_attribute *foreign_name_attribute(const struct xml_node *node)
{
    static const char *const names[] = {"name", "title", "名称", "名稱", NULL};
    const struct xml_attribute *a = node->attributes;
    while (a != NULL && !(a->ns.size == 0 && text_is_one_of(a->name, names)))
        a = a->next;
    return a;
}

/* Those of no namespace but the one that the heading says; said may be NULL. For an item, whose
 * label it is, not its number. */
void foreign_append_attributes(struct foreign *in, struct block *parent,
                               const struct xml_node *node, const struct xml_attribute *said)
{
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
        bool is_label = parent != NULL && foreign_is_number(a);
        bool is_said = said != NULL && a == said;
        if (a->ns.size == 0 && !is_label && !is_said)
            foreign_append_labelled(in, parent, foreign_words_of_name(in->arena, a->name), a->span,
                                    (struct xml_value){a->value, a->span});
    }
}

bool foreign_has_attributes(const struct xml_node *node)
{
    const struct xml_attribute *a = node->attributes;
    while (a != NULL && (a->ns.size > 0 || foreign_is_number(a)))
        a = a->next;
    return a != NULL;
}

static bool says_something(const struct xml_attribute *attribute)
{
    return attribute->ns.size == 0 && attribute->value.size > 0;
}

static void append_run(struct foreign *in, struct block *block, const struct xml_attribute *a)
{
    run_append(in->document, block, RUN_TEXT, foreign_words_of_name(in->arena, a->name), a->span);
    run_append(in->document, block, RUN_TEXT, TEXT(" "), a->span);
    foreign_append_runs(in, block, a->value, a->span);
}

void foreign_append_attribute_runs(struct foreign *in, struct block *block,
                                   const struct xml_node *node, bool is_remark)
{
    const char *in_front = is_remark ? " (" : "";
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
        if (!says_something(a))
            continue;
        run_append(in->document, block, RUN_TEXT, text_from_string(in_front), a->span);
        append_run(in, block, a);
        in_front = ", ";
    }
    if (is_remark)
        run_append(in->document, block, RUN_TEXT, TEXT(")"), block->span);
}

void foreign_append_attribute_lines(struct foreign *in, const struct xml_node *node,
                                    const struct xml_attribute *said)
{
    struct block *block = NULL;
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
        if (a == said || !says_something(a))
            continue;
        if (block == NULL)
            block = block_append(in->document, NULL, BLOCK_PARAGRAPH, a->span);
        else
            run_append(in->document, block, RUN_BREAK, (struct text){0}, a->span);
        append_run(in, block, a);
    }
}
