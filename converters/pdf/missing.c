#include "converters/pdf/missing.h"
#include "core/base/text_buffer.h"
#include <string.h>

#define HAN_SHOWN 8 /* of those that are missing, as an example */

static const struct message no_han = {
    {"系統沒有中文字型，這裡和別處的字（{0}…）無法排印：請安裝 Noto CJK（" INSTALL_HAN "）",
     "系统没有中文字体，这里和别处的字（{0}…）无法排印：请安装 Noto CJK（" INSTALL_HAN "）",
     "no Chinese font is installed, so this and other text ({0}…) cannot be shown: install Noto CJK "
     "(" INSTALL_HAN ")"}};
static const struct message missing_character = {
    {"沒有任何字型含有「{0}」字（{1}），版面上以空框代替：請安裝含有此字的字型，或改用別的字",
     "没有任何字体含有“{0}”字（{1}），版面上以空框代替：请安装含有此字的字体，或改用别的字",
     "no font has the character {0} ({1}), so a box stands in its place: install a font that has it, or "
     "write another"}};

static bool is_han(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/* Where the character stands among those noted, or would. */
static size_t place_of(const struct missing_characters *m, uint32_t character)
{
    size_t place = 0;
    while (place < m->count && m->list[place].character < character)
        place++;
    return place;
}

static bool is_noted(const struct missing_characters *m, size_t place, uint32_t character)
{
    return place < m->count && m->list[place].character == character;
}

void missing_note(struct missing_characters *m, uint32_t character)
{
    size_t place = place_of(m, character);
    m->has_han |= is_han(character);
    if (place == MISSING_MAX || is_noted(m, place, character))
        return;
    if (m->count < MISSING_MAX)
        m->count++;
    memmove(&m->list[place + 1], &m->list[place], (m->count - place - 1) * sizeof *m->list);
    m->list[place] = (struct missing){.character = character};
}

/* Whatever thread comes first, the same place is the first. */
static bool stands_before(struct span a, struct span b)
{
    if (a.source == NULL || b.source == NULL)
        return a.source != NULL;
    int paths = strcmp(a.source->path, b.source->path);
    if (paths != 0)
        return paths < 0;
    const uint32_t x[] = {a.begin, a.paragraph, a.table, a.row, a.column};
    const uint32_t y[] = {b.begin, b.paragraph, b.table, b.row, b.column};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] < y[i];
    return false;
}

void missing_place(struct missing_characters *m, uint32_t character, struct span at)
{
    size_t place = place_of(m, character);
    if (is_noted(m, place, character) && stands_before(at, m->list[place].at))
        m->list[place].at = at;
}

/* One error for all, as one package mends them all, at the first place that needs it. */
static enum status report_no_chinese(const struct missing_characters *m, struct diagnostics *diags)
{
    struct text_buffer list = text_buffer_new(diags->arena);
    struct span first = {0};
    for (size_t i = 0, shown = 0; i < m->count; i++) {
        const struct missing *missing = &m->list[i];
        if (!is_han(missing->character))
            continue;
        if (shown++ < HAN_SHOWN)
            buffer_append_code_point(&list, missing->character);
        if (stands_before(missing->at, first))
            first = missing->at;
    }
    report_error(diags, &no_han, first, buffer_text(&list), TEXT(""));
    return STATUS_OUTPUT;
}

enum status missing_report(struct missing_characters *m, bool lacks_han, struct diagnostics *diags)
{
    if (lacks_han)
        return report_no_chinese(m, diags);
    for (size_t i = 0; i < m->count; i++) {
        struct missing *missing = &m->list[i];
        if (missing->is_reported)
            continue;
        missing->is_reported = true;
        struct text_buffer shown = text_buffer_new(diags->arena);
        struct text_buffer code = text_buffer_new(diags->arena);
        buffer_append_code_point(&shown, missing->character);
        buffer_append_format(&code, "U+%04X", (unsigned)missing->character);
        report_warning(diags, &missing_character, missing->at, buffer_text(&shown),
                       buffer_text(&code));
    }
    return STATUS_OK;
}
