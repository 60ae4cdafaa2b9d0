#include "converters/xml/xml.h"
#include "converters/xml/parts.h"
#include "core/base/charset.h"

enum status xml_read_document(struct input *input, struct document **document)
{
    *document = NULL;
    struct xml_tree tree;
    if (!xml_tree_read(input, &tree))
        return STATUS_INPUT;
    xml_expand_words(input->arena, tree.root);
    enum status status = xml_foreign_document(input, tree.root, document);
    for (const struct xml_comment *c = tree.comments; c != NULL; c = c->next)
        remark_append(*document, text_trim(c->text), c->span);
    return status;
}

static const char *const extensions[] = {"xml", NULL};

static int sniff(struct text head, struct text file_name)
{
    size_t mark;
    bool is_wide = charset_of_mark(head, &mark) != NULL && mark == 2;
    struct text words = xml_trim(text_from(head, mark));
    bool has_name =
        text_ends_with(file_name, TEXT(".xml")) || text_ends_with(file_name, TEXT(".XML"));
    if (text_find(words, TEXT(ROLEBOOK_NAMESPACE), 0) != TEXT_NOT_FOUND && words.data[0] == '<')
        return 100;
    if (has_name)
        return 90;
    return !is_wide && text_starts_with(words, TEXT("<?xml")) ? 85 : 0;
}

static const struct editing editing = {.marks = "<>&\r\n", .find_item = xml_find_item};

const struct converter xml_converter = {
    .name = "xml",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = xml_read_document,
    .read_model = xml_read_model,
    .write_model = xml_write_model,
    .editing = &editing,
};
