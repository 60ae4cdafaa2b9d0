#include "core/model/form_name.h"
#include "core/base/text_buffer.h"

static const struct text prefix = TEXT_INIT("rolebook:");
static const struct text uses[] = {[FORM_VALUE] = TEXT_INIT(""),
                                   [FORM_EMPTY] = TEXT_INIT("#empty"),
                                   [FORM_PART] = TEXT_INIT("#part"),
                                   [FORM_LABEL] = TEXT_INIT("#label"),
                                   [FORM_OTHER] = TEXT_INIT("#other")};

struct text form_name_text(struct arena *arena, struct form_name name)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, prefix);
    if (name.use != FORM_OTHER)
        buffer_append_string(&out, element_row(name.element)->name);
    if (name.field != FIELD_NONE) {
        buffer_append_byte(&out, '.');
        buffer_append_string(&out, field_row(name.field)->name);
    }
    buffer_append(&out, uses[name.use]);
    return buffer_text(&out);
}

static bool find_use(struct text mark, enum form_use *use)
{
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (text_equal(mark, uses[i])) {
            *use = (enum form_use)i;
            return true;
        }
    return false;
}

bool form_name_read(struct text text, struct form_name *name)
{
    *name = (struct form_name){.element = ELEMENT_COUNT, .field = FIELD_NONE};
    if (!text_starts_with(text, prefix))
        return false;
    text = text_from(text, prefix.size);
    size_t mark = text_find(text, TEXT("#"), 0);
    mark = mark == TEXT_NOT_FOUND ? text.size : mark;
    if (!find_use(text_from(text, mark), &name->use))
        return false;
    text = text_slice(text, 0, mark);
    if (name->use == FORM_OTHER)
        return text_is_empty(text);
    size_t dot = text_find(text, TEXT("."), 0);
    name->element = element_by_name(text_slice(text, 0, dot));
    if (dot == TEXT_NOT_FOUND || name->element == ELEMENT_COUNT)
        return name->element != ELEMENT_COUNT;
    name->field = field_by_name(name->element, text_from(text, dot + 1));
    return name->field != FIELD_NONE && name->use == FORM_VALUE;
}
