/* W201: a figure assesses a duty and is none: it belongs to the standards. */
#include "core/base/text_buffer.h"
#include "core/check/wording.h"
#include "core/check/wording_place.h"
#include "core/normalise/quota.h"

static const struct message with_rewrite = {
    {[LANG_ZH_HANT] = "「{0}」是指標，不是職責：數字移到績效標準，職責寫成「{1}」",
     [LANG_ZH_HANS] = "「{0}」是指标，不是职责：数字移到绩效标准，职责写成「{1}」",
     [LANG_EN] = "\"{0}\" is an indicator: move the figure to the standards and write \"{1}\""}};

/* What goes with the figure begins here: the figure, or a period; NULL: nothing does. */
static const struct range *figure_at(const struct sentence *s, const struct quota *quota,
                                     uint32_t at, struct range *room)
{
    const struct match *period = sentence_at(s, at, PHRASE_PERIOD);
    const struct match *preposition = sentence_at(s, at, PHRASE_PREPOSITION);
    if (at == quota->at.begin)
        return &quota->at;
    if (period != NULL && period->at.end <= quota->clause->at.end)
        return *room = period->at, room;
    bool leads_to_figure = preposition != NULL &&
                           quota->unit.end == 0 && /* sign up thirty members: the verb's */
                           skip_blanks(s, preposition->at.end, s->count) == quota->at.begin;
    if (leads_to_figure)
        return *room = (struct range){at, quota->at.end}, room;
    return NULL;
}

/* Verbs whose object is the figure: without it they say nothing. */
static bool is_of_figure(struct text verb)
{
    static const char *const verbs[] = {
        "achieve", "maintain", "keep",   "reach",     "hit",   "hold", "sustain",  "meet",
        "exceed",  "generate", "cut",    "reduce",    "lower", "grow", "increase", "raise",
        "improve", "limit",    "bill",   "log",       "达到",  "达成", "達到",     "達成",
        "保持",    "维持",     "維持",   "控制",      "降低",  "提高", "提升",     "增加",
        "减少",    "減少",     "完成",   "确保",      "確保",  "保证", "保證",     "实现",
        "實現",    "突破",     "ensure", "guarantee", NULL};
    return text_starts_with_one_of(verb, verbs);
}

/* Nothing but a period stands behind the figure, and no other figure in its clause. */
static bool ends_clause(const struct sentence *s, const struct quota *quota)
{
    struct quota next;
    uint32_t at = skip_blanks(s, quota->at.end, quota->clause->at.end);
    const struct match *period = sentence_at(s, at, PHRASE_PERIOD);
    if (period != NULL)
        at = skip_blanks(s, period->at.end, quota->clause->at.end);
    bool has_next = quota_find(s, quota->at.end, &next) && next.clause == quota->clause;
    bool is_counted = quota->unit.end > 0; /* Write three posts about …: the object goes on */
    return !has_next && (is_counted || at == quota->clause->at.end);
}

/* 每日, 請: nothing but periods and adverbs stands in front of the act. */
static bool begins_with_act(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->at.begin;
    while (at < clause->act.begin) {
        const struct match *skipped = sentence_at(s, at, PHRASE_PERIOD);
        skipped = skipped == NULL ? sentence_at(s, at, PHRASE_ADVERB) : skipped;
        skipped = skipped == NULL ? sentence_at(s, at, PHRASE_OPENING) : skipped;
        skipped = skipped == NULL ? sentence_at(s, at, PHRASE_BOUND_BEFORE) : skipped;
        if (skipped == NULL)
            return false;
        at = skip_blanks(s, skipped->at.end, clause->at.end);
    }
    return true;
}

/* Whether the clause without its figure still is a duty: an act and what it is done to. */
static bool stands_alone(const struct sentence *s, const struct quota *quota)
{
    const struct clause *clause = quota->clause;
    if (clause->kind != CLAUSE_ACT || clause->verb == NULL || is_of_figure(clause->verb->words))
        return false;
    if (s->language == LANG_EN)
        return ends_clause(s, quota) &&
               (quota->unit.end > 0 ||
                quota->at.begin > skip_blanks(s, clause->act.end, clause->at.end));
    return begins_with_act(s, clause);
}

#define DUTY_MIN 6 /* code points of 负责, an act and its object */

/* 负责接报修后, 负责核对正确率: what is left speaks of a time or of the figure. */
static bool reads_well(const struct sentence *s, struct text duty)
{
    static const char *const ends[] = {"率", "额", "額", "量",   "度",   "值",   "数",   "數", "币",
                                       "幣", "后", "後", "完成", "成本", "时间", "時間", NULL};
    if (s->language == LANG_EN)
        return true;
    if (text_ends_with_one_of(duty, ends))
        return false;
    bool has_time = text_find(duty, TEXT("后"), 0) != TEXT_NOT_FOUND ||
                    text_find(duty, TEXT("後"), 0) != TEXT_NOT_FOUND;
    return !has_time && text_code_points(duty) >= DUTY_MIN;
}

/* The act of the clause without figures, in the form of a duty; empty when it says none. */
static struct text act_alone(struct rule_context *cx, const struct sentence *s,
                             const struct quota *quota)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    const struct clause *clause = quota->clause;
    bool is_english = s->language == LANG_EN;
    if (!stands_alone(s, quota))
        return TEXT("");
    if (!is_english && sentence_find(s, clause->at, PHRASE_OPENING) == NULL)
        buffer_append_string(&out, s->language == LANG_ZH_HANT ? "負責" : "负责");
    for (uint32_t at = clause->at.begin; at < clause->at.end;) {
        struct range room;
        const struct range *figure = figure_at(s, quota, at, &room);
        const struct match *object = sentence_at(s, at, PHRASE_OBJECT);
        if (figure != NULL && figure->end == quota->at.end && quota->unit.end > 0)
            buffer_append(&out, sentence_text(s, (struct range){skip_blanks(s, quota->unit.begin,
                                                                            quota->unit.end),
                                                                quota->at.end}));
        if (figure != NULL) {
            at = quota->unit.end > 0 ? figure->end : skip_blanks(s, figure->end, clause->at.end);
            continue;
        }
        if (object != NULL)
            buffer_append(&out, object->phrase->rewrite);
        else
            buffer_append(&out, sentence_text(s, (struct range){at, at + 1}));
        at = object != NULL ? object->at.end : at + 1;
    }
    struct text duty = text_trim(buffer_text(&out));
    return reads_well(s, duty) ? duty : TEXT("");
}

/* Minimum five years' experience: W202 says that this is a condition. */
static bool is_asked_of_person(const struct sentence *s, const struct quota *quota)
{
    return s->requirement != NULL &&
           sentence_clause_at(s, s->requirement->at.begin) == quota->clause;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct quota *quota = sentences[i].quota;
        if (quota == NULL || is_asked_of_person(&sentences[i], quota))
            continue;
        struct text act = act_alone(cx, &sentences[i], quota);
        wording_report(
            cx, &records->rows[i], &sentences[i], quota->at,
            (struct finding_details){.message = text_is_empty(act) ? NULL : &with_rewrite,
                                     .args = {TEXT(""), act}});
    }
}

const struct rule rule_w201 = {
    .code = "W201",
    .name = "indicator-as-duty",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」是指標，不是職責：移到績效標準",
                 [LANG_ZH_HANS] = "「{0}」是指标，不是职责：移到绩效标准",
                 [LANG_EN] = "\"{0}\" is an indicator, not a duty: move it to the standards"}},
    .reason = {{[LANG_ZH_HANT] = "指標會隨年度調整，職責不會；數字寫在績效標準，職責寫明做什麼。",
                [LANG_ZH_HANS] = "指标会随年度调整，职责不会；数字写在绩效标准，职责写明做什么。",
                [LANG_EN] =
                    "Figures change from year to year, duties do not: figures belong to the "
                    "standards, the duty says what is done."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 每日受理訴求 80 通以上\n",
                                   .good = "- 負責受理客戶訴求\n- 輪值 24 小時通報電話\n"},
                 [LANG_ZH_HANS] = {.bad = "- 每日受理诉求 80 通以上\n",
                                   .good = "- 负责受理客户诉求\n- 轮值 24 小时通报电话\n"},
                 [LANG_EN] = {.bad = "- Handle at least 60 calls per day\n",
                              .good = "- Handle calls\n- Operate the 24-hour emergency line\n"}},
    .check_role = check,
};
