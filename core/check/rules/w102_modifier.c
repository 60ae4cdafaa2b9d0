/* W102: adjectives, adverbs of zeal and metaphors add nothing that is done. */
#include "core/check/wording.h"
#include "core/check/wording_image.h"
#include "core/check/wording_place.h"
#include "core/check/wording_rows.h"

static const struct wording_rule row = {
    .class = PHRASE_MODIFIER,
    .rewrite = {{[LANG_ZH_HANT] = "「{0}」是修飾，不是工作：可寫成「{1}」",
                 [LANG_ZH_HANS] = "「{0}」是修饰，不是工作：可写成「{1}」",
                 [LANG_EN] = "\"{0}\" is decoration, not work: write \"{1}\""}},
    .omit = {{[LANG_ZH_HANT] = "「{0}」是修飾，不是工作：刪去",
              [LANG_ZH_HANS] = "「{0}」是修饰，不是工作：删去",
              [LANG_EN] = "\"{0}\" is decoration, not work: delete it"}},
    .of_duties_only = true,
};

static void check(struct rule_context *cx, const struct role *role)
{
    wording_check(cx, role, &row);
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        struct range image = wording_quoted_image(&sentences[i]);
        if (image.end > 0 && !sentence_has(&sentences[i], PHRASE_MODIFIER) &&
            sentences[i].requirement == NULL)
            wording_report(
                cx, &records->rows[i], &sentences[i], image,
                (struct finding_details){.element = ELEMENT_DUTIES, .has_element = true});
    }
}

const struct rule rule_w102 = {
    .code = "W102",
    .name = "modifier",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」是修飾，不是工作：寫明做什麼",
                 [LANG_ZH_HANS] = "「{0}」是修饰，不是工作：写明做什么",
                 [LANG_EN] = "\"{0}\" is decoration, not work: say what is done"}},
    .reason = {{[LANG_ZH_HANT] = "形容詞、表決心的副詞與比喻各人理解不同，也不能考核。",
                [LANG_ZH_HANS] = "形容词、表决心的副词与比喻各人理解不同，也不能考核。",
                [LANG_EN] = "Adjectives, adverbs of zeal and metaphors mean something else to each "
                            "reader, and cannot be assessed."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 全心全意確保現場工作秩序井然\n",
                                   .good = "- 確保客服現場按要求開展各項工作\n"},
                 [LANG_ZH_HANS] = {.bad = "- 全心全意确保现场工作秩序井然\n",
                                   .good = "- 确保客服现场按要求开展各项工作\n"},
                 [LANG_EN] = {.bad = "- Proactively contact dormant accounts\n",
                              .good = "- Contact dormant accounts\n"}},
    .check_role = check,
};
