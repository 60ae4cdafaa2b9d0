#include "core/cli/role_bytes.h"
#include "core/base/text_buffer.h"
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

enum status role_bytes(const struct converter *to, const struct role *role,
                       const struct vocabulary *vocabulary, const struct reference *reference,
                       struct text_buffer *out, struct diagnostics *diags)
{
    if (to->write_model != NULL)
        return model_bytes(to, role, out, diags);
    struct document *document = to->writes_forms ? compose_form(out->arena, role, vocabulary)
                                                 : compose_role(out->arena, role, vocabulary);
    document->diags = diags;
    document->reference = reference;
    return to->write_document(document, out, diags);
}
