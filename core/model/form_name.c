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

/* ---- bookmarks: of letters, digits and underscores, at most 40 ---- */

static const struct text bookmark_prefix = TEXT_INIT("_rb");

static void append_words(struct text_buffer *out, const char *name)
{
    for (; *name != '\0'; name++)
        buffer_append_byte(out, *name == '-' ? '_' : *name);
}

static void append_bookmark(struct text_buffer *out, struct form_name name)
{
    buffer_append(out, bookmark_prefix);
    buffer_append_int(out, name.use);
    buffer_append_byte(out, '_');
    if (name.use != FORM_OTHER)
        append_words(out, element_row(name.element)->name);
    if (name.field != FIELD_NONE) {
        buffer_append_string(out, "__");
        append_words(out, field_row(name.field)->name);
    }
    buffer_append_byte(out, '_');
}

struct text form_name_bookmark(struct arena *arena, struct text name, size_t number)
{
    struct form_name parsed;
    struct text_buffer out = text_buffer_new(arena);
    if (!form_name_read(name, &parsed))
        return TEXT("");
    append_bookmark(&out, parsed);
    buffer_append_int(&out, (int64_t)number);
    return buffer_text(&out);
}

/* The names that bookmarks write with "_" for "-". */
static void append_name(struct text_buffer *out, struct text words)
{
    for (size_t i = 0; i < words.size; i++)
        buffer_append_byte(out, words.data[i] == '_' ? '-' : words.data[i]);
}

struct text form_name_of_bookmark(struct arena *arena, struct text bookmark)
{
    size_t begin = bookmark_prefix.size + 2, end = bookmark.size;
    while (end > begin && bookmark.data[end - 1] != '_')
        end--;
    if (!text_starts_with(bookmark, bookmark_prefix) || end <= begin)
        return TEXT("");
    size_t use = (size_t)(unsigned char)bookmark.data[bookmark_prefix.size] - '0';
    struct text words = text_slice(bookmark, begin, end - 1);
    size_t divider = text_find(words, TEXT("__"), 0);
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, prefix);
    append_name(&out, text_slice(words, 0, divider));
    if (divider != TEXT_NOT_FOUND) {
        buffer_append_byte(&out, '.');
        append_name(&out, text_from(words, divider + 2));
    }
    if (use < sizeof uses / sizeof *uses)
        buffer_append(&out, uses[use]);
    struct form_name name;
    bool is_name = use < sizeof uses / sizeof *uses && form_name_read(buffer_text(&out), &name);
    return is_name ? buffer_text(&out) : TEXT("");
}
