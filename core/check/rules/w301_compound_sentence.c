/* W301: one act, one procedure, one result; several acts strung together are several duties. */
#include "core/base/text_buffer.h"
#include "core/check/wording.h"
#include "core/check/wording_besides.h"
#include "core/check/wording_charge.h"
#include "core/check/wording_chinese_work.h"
#include "core/check/wording_correlative.h"
#include "core/check/wording_english_noun.h"
#include "core/check/wording_image.h"
#include "core/check/wording_person.h"
#include "core/check/wording_place.h"
#include "core/check/wording_things.h"
#include "core/check/wording_wish.h"
#include "core/normalise/acts.h"
#include "core/normalise/english_words.h"
#include <string.h>

#define SHOWN 24 /* code points of an act that tell where to split */

/* 「甲」「乙」 or "A" / "B": where to split. */
static struct text acts_list(struct rule_context *cx, const struct sentence *s,
                             const struct range *acts, size_t count)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    bool is_english = s->language == LANG_EN;
    for (size_t i = 0; i < count; i++) {
        struct range shown = acts[i];
        bool is_long = shown.end - shown.begin > (is_english ? 2 * SHOWN : SHOWN);
        if (is_long)
            shown.end = shown.begin + (is_english ? 2 * SHOWN : SHOWN);
        buffer_append_string(&out, is_english ? (i > 0 ? " / \"" : "\"") : "「");
        buffer_append(&out, sentence_text(s, shown));
        buffer_append_string(&out, is_long ? "…" : "");
        buffer_append_string(&out, is_english ? "\"" : "」");
    }
    return buffer_text(&out);
}

/* 熟悉法規，能獨立報稅; be familiar with breeds and coat colours: W202 says so. */
static bool is_asked(const struct sentence *s, const struct range acts[ACTS_MAX])
{
    const struct clause *second = sentence_clause_at(s, acts[1].begin);
    bool is_one_sentence = second != NULL && second->sentence == s->clauses[0].sentence;
    if (s->requirement == NULL)
        return wording_person(s) != NULL;
    bool begins = s->requirement->at.begin < s->clauses[0].at.end || /* 按章辦事，相互配合 */
                  (s->clause_count > 1 && /* 領用物料，必須登記 */
                   s->requirement->at.begin == s->clauses[1].at.begin);
    return wording_person(s) != NULL || (is_one_sentence && (s->language == LANG_EN || begins));
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        struct range acts[ACTS_MAX];
        size_t count = acts_find(s, acts);
        count = count < 2 ? wording_charges(s, acts) : count;
        count = count < 2 ? wording_acts_besides(s, acts) : count;
        count = count < 2 ? wording_chinese_works(s, acts) : count;
        count = count < 2 ? wording_correlates(s, acts) : count;
        if (s->row_count == 1)
            continue; /* 提供洗車、打蠟、補胎服務 */
        if (count < 2 && s->row_count > 0) {
            count = s->row_count;
            memcpy(acts, s->row, count * sizeof *acts);
        }
        if (count < 2 || wording_acts_beside_image(s, acts, count) < 2 || wording_lists_nouns(s) ||
            wording_lists_things(s) || is_asked(s, acts) || s->is_description ||
            english_is_question(s) || wording_are_not_assessable(s, acts, count) ||
            wording_assessable_acts(s, acts, count) < 2)
            continue;
        struct text_buffer number = text_buffer_new(cx->arena);
        buffer_append_int(&number, (int64_t)count);
        wording_report(cx, &records->rows[i], s, acts[1],
                       (struct finding_details){
                           .args = {buffer_text(&number), acts_list(cx, s, acts, count)}});
    }
}

const struct rule rule_w301 = {
    .code = "W301",
    .name = "compound-sentence",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "一條職責說了 {0} 件事：拆成{1}",
                 [LANG_ZH_HANS] = "一条职责说了 {0} 件事：拆成{1}",
                 [LANG_EN] = "one duty strings {0} acts together: split it into {1}"}},
    .reason = {{[LANG_ZH_HANT] =
                    "一條職責只說一個動作、一個流程、一個結果，才能分派、考核與比較。幾個動詞共用"
                    "一個對象、一個動詞帶幾個對象，都算一件；只以名詞說的工作（食堂採購，宿舍維修）"
                    "是同一件的幾個部分，除非三件以上各做各的（會議室預約、薪資計算、車輛保養）；"
                    "動作的記錄、報告、由此而來的單據和接著的決定（退回、標示、簽章）也是。",
                [LANG_ZH_HANS] =
                    "一条职责只说一个动作、一个流程、一个结果，才能分派、考核与比较。几个动词共用"
                    "一个对象、一个动词带几个对象，都算一件；只以名词说的工作（食堂采购，宿舍维修）"
                    "是同一件的几个部分，除非三件以上各做各的（会议室预约、薪资计算、车辆保养）；"
                    "动作的记录、报告、由此而来的单据和接着的决定（退回、标示、签章）也是。",
                [LANG_EN] =
                    "Only a duty of one act, one procedure and one result can be assigned, "
                    "assessed and compared. Verbs that share an object are one act, and so "
                    "is a verb with several objects; works that only nouns name "
                    "(purchasing, repairs and dispatch) are parts of one, and so are "
                    "the record, the report, the next step about what an act yields and the "
                    "last one with it (labels the tubes)."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "- 擬定招聘計畫，篩選應徵履歷，安排面試時間\n",
                           .good = "- 受理、登記、轉派客戶訴求\n"
                                   "- 審核採購合約、請款單和入庫單\n"
                                   "- 檢查消防設備，填寫檢查表\n"},
         [LANG_ZH_HANS] = {.bad = "- 拟定招聘计划，筛选应聘简历，安排面试时间\n",
                           .good = "- 受理、登记、转派客户诉求\n"
                                   "- 审核采购合同、付款单和入库单\n"
                                   "- 检查消防设备，填写检查表\n"},
         [LANG_EN] = {.bad = "- Process invoices, reconcile bank statements and chase "
                             "overdue payments\n",
                      .good = "- Receive, record and forward customer requests\n"
                              "- Check contracts, invoices and delivery notes\n"
                              "- Inspect the fire extinguishers and record the findings\n"
                              "- Assess permit applications and recommend approval or refusal\n"}},
    .check_role = check,
};
