#include "core/base/language.h"

static const char *const tags[LANG_COUNT] = {
    [LANG_ZH_HANT] = "zh-Hant", [LANG_ZH_HANS] = "zh-Hans", [LANG_EN] = "en"};

const char *language_tag(enum language language) { return tags[language]; }

/* The next subtag of a BCP 47 tag or POSIX locale name; empty at its end. */
static struct text next_subtag(struct text tag, size_t *offset)
{
    size_t begin = *offset;
    while (*offset < tag.size && tag.data[*offset] != '-' && tag.data[*offset] != '_' &&
           tag.data[*offset] != '.' && tag.data[*offset] != '@')
        ++*offset;
    struct text subtag = text_slice(tag, begin, *offset);
    bool ended = *offset >= tag.size || tag.data[*offset] == '.' || tag.data[*offset] == '@';
    *offset = ended ? tag.size : *offset + 1;
    return subtag;
}

enum language language_from_tag(struct text tag)
{
    static const char *const traditional[] = {"Hant", "TW", "HK", "MO", NULL};
    size_t offset = 0;
    struct text first = next_subtag(tag, &offset);
    if (text_equal_ascii_case(first, TEXT("en")))
        return LANG_EN;
    if (!text_equal_ascii_case(first, TEXT("zh")))
        return LANG_COUNT;
    while (offset < tag.size) {
        struct text subtag = next_subtag(tag, &offset);
        if (text_equal_ascii_case(subtag, TEXT("Hans")))
            return LANG_ZH_HANS;
        if (text_is_one_of(subtag, traditional))
            return LANG_ZH_HANT;
    }
    return LANG_ZH_HANS;
}
