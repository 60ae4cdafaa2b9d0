/* C302: an indicator says what is reached, how it is measured, from which data, how often. */
#include "core/base/script.h"
#include "core/check/wording.h"

/* ≤ 3, = 0, 為零: a target that says no unit. */
static bool has_bare_target(struct text words)
{
    static const struct text in_words[] = {TEXT_INIT("为零"), TEXT_INIT("為零")};
    bool is_behind_sign = false;
    for (size_t i = 0; i < sizeof in_words / sizeof *in_words; i++)
        if (text_find(words, in_words[i], 0) != TEXT_NOT_FOUND)
            return true;
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        bool is_sign = c == '=' || c == '<' || c == '>' || c == 0x2264 || c == 0x2265 ||
                       c == 0xFF1D || c == 0xFF1C || c == 0xFF1E || c == 0x2266 || c == 0x2267;
        if (is_behind_sign && c >= '0' && c <= '9')
            return true;
        is_behind_sign = is_sign || (is_behind_sign && is_blank_code_point(c));
    }
    return false;
}

/* 「來電接通率每月不低於 95%」: a standard in one sentence names target and period in it. */
static void note_said_in_words(const struct sentence *sentence, struct text words, bool *said)
{
    struct range all = {0, sentence->count};
    said[FIELD_STANDARDS_TARGET] = sentence->quota != NULL || has_bare_target(words);
    said[FIELD_STANDARDS_PERIOD] = sentence_find(sentence, all, PHRASE_PERIOD) != NULL;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_STANDARDS);
    if (records->count == 0)
        return;
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_STANDARDS);
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        bool said[FIELD_COUNT] = {false};
        enum level level;
        note_said_in_words(&sentences[i], record->text, said);
        struct text missing = rule_missed_fields(cx, records, record, said, &level);
        if (!text_is_empty(missing) && !text_is_empty(record->text) &&
            !ends_in_colon(record->text)) /* a caption over indicators is none */
            rule_report(cx, (struct finding_details){.at = record->at,
                                                     .args = {record->text, missing},
                                                     .excerpt = record->text,
                                                     .missed = level});
    }
}

const struct rule rule_c302 = {
    .code = "C302",
    .name = "incomplete-standard",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "指標「{0}」不完整：缺少{1}",
                 [LANG_ZH_HANS] = "指标「{0}」不完整：缺少{1}",
                 [LANG_EN] = "the indicator \"{0}\" is incomplete: {1} missing"}},
    .reason =
        {{[LANG_ZH_HANT] = "沒有目標值、計算方式、資料來源與週期的指標，各人算出的結果不同。",
          [LANG_ZH_HANS] = "没有目标值、计算方式、数据来源与周期的指标，各人算出的结果不同。",
          [LANG_EN] =
              "Without target, measure, source and period each assessor arrives at another result."}},
    .element = ELEMENT_STANDARDS,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "|指標|目標值|\n"
                                          "|-|-|\n"
                                          "|接通率|90%|\n",
                                   .good = "|指標|目標值|計算方式|資料來源|考核週期|\n"
                                           "|-|-|-|-|-|\n"
                                           "|接通率|90%|接通數 ÷ 來電數|話務平台|每月|\n"},
                 [LANG_ZH_HANS] = {.bad = "|指标|目标值|\n"
                                          "|-|-|\n"
                                          "|接通率|90%|\n",
                                   .good = "|指标|目标值|计算方式|数据来源|考核周期|\n"
                                           "|-|-|-|-|-|\n"
                                           "|接通率|90%|接通数 ÷ 来电数|话务平台|每月|\n"},
                 [LANG_EN] = {.bad = "|Indicator|Target|\n"
                                     "|-|-|\n"
                                     "|Answered|90%|\n",
                              .good = "|Indicator|Target|Measure|Source of data|Period|\n"
                                      "|-|-|-|-|-|\n"
                                      "|Answered|90%|answered ÷ received|Switchboard|monthly|\n"}},
    .check_role = check,
};
