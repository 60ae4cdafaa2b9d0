#include "core/model/written_language.h"
#include "core/model/fold.h"

#define HAN_ENOUGH 12 /* characters that tell a role's script */
#define HAN_FEW 4     /* ... where hardly a letter stands beside them */

#define KANA_BEGIN 0x3041 /* hiragana, then katakana without the dot and the long mark */
#define KANA_END 0x30FA
#define HAN_A_KANA 8 /* Chinese quotes a word of kana at most */

static bool is_kana(uint32_t c) { return c >= KANA_BEGIN && c <= KANA_END; }

void count_scripts(struct scripts *counts, struct text words)
{
    for (size_t i = 0; i < words.size;) {
        uint32_t c = text_next(words, &i);
        counts->letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        counts->kana += is_kana(c);
        if (!is_basic_han(c))
            continue;
        counts->han++;
        counts->traditional += fold_character(c) != c;
        counts->simplified += is_simplified_form(c);
    }
}

void count_role_scripts(struct scripts *counts, const struct role *role, size_t max)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        count_scripts(counts, role->values[e].heading);
        for (size_t i = 0; i < role->values[e].count && counts->letters + counts->han < max; i++)
            count_scripts(counts, role->values[e].rows[i].text);
    }
}

bool is_japanese(struct scripts counts)
{
    return counts.kana >= HAN_FEW && HAN_A_KANA * counts.kana >= counts.han;
}

enum language written_language(struct scripts counts, enum language stated)
{
    bool is_plain = counts.han >= HAN_FEW && counts.letters <= counts.han &&
                    !(stated == LANG_ZH_HANT && counts.traditional + counts.simplified == 0);
    if (is_plain || (counts.han >= HAN_ENOUGH && 4 * counts.han >= counts.letters))
        return counts.traditional > counts.simplified ? LANG_ZH_HANT : LANG_ZH_HANS;
    return counts.han == 0 && counts.letters >= HAN_ENOUGH ? LANG_EN : stated;
}
