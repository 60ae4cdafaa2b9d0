#include "core/cli/role_bytes.h"
#include "converters/markdown/markdown.h"
#include "core/base/text_buffer.h"
#include "core/cli/role_markdown.h"
#include "core/compose/compose.h"

/* As the only role of a handbook. */
static enum status model_bytes(const struct converter *to, const struct role *role,
                               struct text_buffer *out, struct diagnostics *diags)
{
    struct role alone = *role;
    struct handbook handbook = {.arena = out->arena,
                                .roles = &alone,
                                .last_role = &alone,
                                .role_count = 1,
                                .language = role->language};
    alone.next = NULL;
    return to->write_model(&handbook, out, diags);
}

enum status role_bytes(const struct role_output *output, const struct role *role,
                       struct text_buffer *out, struct diagnostics *diags)
{
    const struct converter *to = output->to;
    if (to->write_model != NULL)
        return model_bytes(to, role, out, diags);
    if (to == &markdown_converter)
        return role_markdown(output, role, out, diags);
    struct document *document = to->writes_forms
                                    ? compose_form(out->arena, role, output->vocabulary)
                                    : compose_role(out->arena, role, output->vocabulary);
    document->diags = diags;
    document->reference = output->reference;
    return to->write_document(document, out, diags);
}
