#include "core/model/draft_mark.h"
#include "core/base/text_buffer.h"

struct form {
    struct text begin, end;
};

/* The first is written in Chinese, the last in other languages; all are read. */
static const struct form forms[] = {
    {TEXT_INIT("〔草稿："), TEXT_INIT("〕")},
    {TEXT_INIT("〔草稿:"), TEXT_INIT("〕")},
    {TEXT_INIT("（草稿："), TEXT_INIT("）")},
    {TEXT_INIT("(draft:"), TEXT_INIT(")")},
};
#define FORM_COUNT (sizeof forms / sizeof *forms)

static size_t find_last(struct text t, struct text needle)
{
    size_t last = TEXT_NOT_FOUND;
    for (size_t at = text_find(t, needle, 0); at != TEXT_NOT_FOUND;
         at = text_find(t, needle, at + 1))
        last = at;
    return last;
}

struct text draft_mark_divide(struct text words, struct text *draft)
{
    struct text trimmed = text_trim(words);
    for (size_t i = 0; i < FORM_COUNT; i++) {
        if (!text_ends_with(trimmed, forms[i].end))
            continue;
        size_t at = find_last(trimmed, forms[i].begin);
        if (at == TEXT_NOT_FOUND)
            continue;
        *draft = text_trim(
            text_slice(trimmed, at + forms[i].begin.size, trimmed.size - forms[i].end.size));
        return text_trim(text_slice(trimmed, 0, at));
    }
    return words;
}

void draft_mark_take(struct record *record)
{
    record_set_text(record, draft_mark_divide(record->text, &record->draft));
}

static void show(struct arena *arena, struct record *record, bool is_english)
{
    const struct form *form = &forms[is_english ? FORM_COUNT - 1 : 0];
    struct text_buffer words = text_buffer_new(arena);
    if (text_is_empty(record->draft))
        return;
    buffer_append(&words, record->text);
    if (is_english)
        buffer_append_byte(&words, ' ');
    buffer_append(&words, form->begin);
    if (is_english)
        buffer_append_byte(&words, ' ');
    buffer_append(&words, record->draft);
    buffer_append(&words, form->end);
    record_set_text(record, buffer_text(&words));
    record->draft = TEXT("");
}

static bool is_english(struct text language)
{
    enum language known = language_from_tag(language);
    return known != LANG_ZH_HANT && known != LANG_ZH_HANS;
}

void draft_marks_show(struct handbook *handbook)
{
    struct records *baseline = handbook_own(handbook, ELEMENT_HANDBOOK_BASELINE);
    for (size_t i = 0; i < baseline->count; i++)
        show(handbook->arena, &baseline->rows[i], is_english(handbook->language));
    for (struct role *role = handbook->roles; role != NULL; role = role->next)
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            for (size_t i = 0; i < role->values[e].count; i++)
                show(handbook->arena, &role->values[e].rows[i], is_english(role->language));
}
