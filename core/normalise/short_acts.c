#include "core/normalise/short_acts.h"
#include "core/model/fold.h"
#include "core/normalise/listed.h"
#include "core/normalise/numeral.h"
#include "core/normalise/verbs.h"

enum {
    VERB = 2,      /* code points of most verbs */
    PART_MAX = 14, /* ... of a part */
    MEAN_MAX = 7,  /* ... of all on average */
    SHORT_MAX = 3, /* ... of one that is but a verb and what it is done to */
    ROW_MIN = 3,
};

/* How sure it is that a part is an act. */
enum part { PART_NOUN, PART_UNKNOWN, PART_MAYBE, PART_SURE };

struct row {
    struct sentence *s;
    const struct phrases *phrases;
    struct range parts[ACTS_MAX];
    enum part kinds[ACTS_MAX];
    size_t count;
};

/* Where the longest phrase of the class ends that begins there, by the lists alone. */
static uint32_t class_end(const struct row *row, uint32_t at, enum phrase_class class)
{
    const struct sentence *s = row->s;
    uint32_t node = 0, end = at;
    for (uint32_t i = at; i < s->count; i++) {
        node = phrases_step(row->phrases, s->language, node, s->chars[i]);
        if (node == 0)
            break;
        for (const struct phrase *p = phrases_at(row->phrases, s->language, node); p != NULL;
             p = p->next)
            if (p->class == class && !p->is_exception && !p->is_rest)
                end = i + 1;
    }
    return end;
}

/* ---- parts ---- */

static bool is_mark(uint32_t c) { return c == 0x3001 || text_has(TEXT(",;"), c); } /* 、 */

/* 還要, 視需要, 每天, 認真地, 協助 …: what stands in front of the act of a part. */
static uint32_t skip_fronts(const struct sentence *s, struct range at)
{
    static const enum phrase_class fronts[] = {PHRASE_OPENING,  PHRASE_PERIOD, PHRASE_ADVERB,
                                               PHRASE_AND,      PHRASE_VAGUE,  PHRASE_JOIN,
                                               PHRASE_MODIFIER, PHRASE_MANNER, PHRASE_DEMAND};
    uint32_t begin = at.begin;
    for (bool goes_on = true; goes_on && begin < at.end;) {
        goes_on = false;
        for (size_t i = 0; i < sizeof fronts / sizeof *fronts && !goes_on; i++) {
            const struct match *front = sentence_at(s, begin, fronts[i]);
            goes_on = front != NULL && front->at.end < at.end && front->at.end > begin;
            begin = goes_on ? front->at.end : begin;
        }
        while (begin + 1 < at.end && text_has(TEXT(" 地还還要日须須"), s->chars[begin])) {
            begin++;
            goes_on = true;
        }
    }
    return begin;
}

/* 揀貨|500件: how much of it. */
static uint32_t without_figure(const struct sentence *s, struct range at)
{
    static const uint32_t longest = 7;
    for (uint32_t i = at.begin + VERB; i < at.end; i++)
        if ((s->chars[i] >= '0' && s->chars[i] <= '9') && at.end <= i + longest)
            return i;
    return at.end;
}

/* The part without what opens and measures it; false: it is too long for a short act. */
static bool add_part(struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    at.begin = skip_fronts(s, at);
    at.end = without_figure(s, at);
    while (at.end > at.begin && text_has(TEXT(" .。"), s->chars[at.end - 1]))
        at.end--;
    if (at.end == at.begin)
        return true;
    if (row->count < ACTS_MAX)
        row->parts[row->count++] = at;
    return at.end <= at.begin + PART_MAX;
}

/* 等 and what is assigned besides are no part. */
static void drop_rest(struct row *row)
{
    const struct sentence *s = row->s;
    while (row->count > 0 && sentence_find(s, row->parts[row->count - 1], PHRASE_AD_HOC) != NULL)
        row->count--;
    if (row->count > 0 && s->chars[row->parts[row->count - 1].end - 1] == 0x7B49) /* 等 */
        row->parts[row->count - 1].end--;
}

static bool split(struct row *row)
{
    const struct sentence *s = row->s;
    uint32_t begin = 0;
    for (uint32_t at = 0; at < s->count; at++) {
        bool is_end = s->chars[at] == 0x3002 || s->chars[at] == '.'; /* 。 */
        if (s->is_quoted[at] || s->chars[at] == '(' || s->chars[at] == ':' ||
            (is_end && at + 1 < s->count))
            return false;
        const struct match *and = sentence_at(s, at, PHRASE_AND);
        if (!is_mark(s->chars[at]) && (and == NULL || at == begin))
            continue;
        if (!add_part(row, (struct range){begin, at}))
            return false;
        begin = is_mark(s->chars[at]) ? at + 1 : and->at.end;
        at = begin - 1;
    }
    if (!add_part(row, (struct range){begin, s->count}))
        return false;
    drop_rest(row);
    return row->count >= ROW_MIN;
}

/* ---- what a part is ---- */

/* 採購|計畫, 維修|人員, 換房|手續: what seems a verb may tell which one. */
static bool ends_in_noun_of_act(const struct sentence *s, struct range part, uint32_t object)
{
    static const enum phrase_class nouns[] = {PHRASE_TAIL, PHRASE_MATTER, PHRASE_PARTY_TAIL,
                                              PHRASE_ACT, PHRASE_ACT_NOUN};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        const struct match *noun = sentence_ending(s, part, nouns[i]);
        if (noun != NULL && noun->at.begin >= object)
            return true;
    }
    return false;
}

/* The verb of two code points or more that begins there, by the lists or the dictionaries. */
static uint32_t long_verb_end(const struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    const struct match *act = sentence_act_at(s, at.begin);
    if (act != NULL && act->at.end >= at.begin + VERB && act->at.end <= at.end)
        return act->at.end;
    uint32_t listed = listed_end(s, row->phrases, at.begin, listed_acts());
    if (listed >= at.begin + VERB && listed <= at.end)
        return listed;
    bool is_verb =
        at.end >= at.begin + VERB && verb_is_han(s->chars[at.begin], s->chars[at.begin + 1]);
    return is_verb ? at.begin + VERB : at.begin;
}

/* 換|尿布, 清|收銀台; not 拖|把, 打印|機. */
static enum part of_short_verb(const struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    uint32_t object = class_end(row, at.begin, PHRASE_ROW_VERB), length = at.end - at.begin;
    if (object == at.begin || object >= at.end || s->chars[object] == 0x7684) /* 的 */
        return PART_UNKNOWN;
    if (length == VERB)
        return PART_MAYBE;
    if (ends_in_noun_of_act(s, at, at.begin + VERB) || verb_makes_thing(s->chars[at.end - 1]))
        return s->is_boundary[object] ? PART_MAYBE : PART_UNKNOWN;
    return s->is_boundary[object] ? PART_SURE : PART_MAYBE;
}

/* 給老人|餵飯, 把廚餘|倒進桶: for whom or to what it is done stands in front. */
static bool is_led(const struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    if (!text_has(TEXT("给給替为為帮幫向把将將在于於以从從用到往"), s->chars[at.begin]))
        return false;
    for (uint32_t i = at.begin + VERB; i + 1 < at.end; i++)
        if (sentence_act_at(s, i) != NULL ||
            (s->is_boundary[i] && class_end(row, i, PHRASE_ROW_VERB) > i))
            return true;
    return false;
}

static enum part part_of(const struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    if (at.end < at.begin + VERB || !is_basic_han(s->chars[at.begin]))
        return PART_NOUN;
    if (class_end(row, at.begin, PHRASE_ROW_NOUN) >= at.end)
        return PART_NOUN;
    if (sentence_at(s, at.begin, PHRASE_ACTOR) != NULL || is_led(row, at))
        return PART_SURE;
    uint32_t verb = long_verb_end(row, at);
    if (verb == at.end)
        return PART_MAYBE;
    if (verb == at.begin)
        return of_short_verb(row, at);
    if (s->chars[verb] == 0x7684 || s->chars[verb] == 0x4E4B) /* 的之 */
        return PART_NOUN;
    bool is_thing = verb + 1 == at.end && verb_makes_thing(s->chars[verb]);
    if (is_thing || ends_in_noun_of_act(s, at, verb))
        return is_thing ? PART_NOUN : PART_UNKNOWN;
    return verb + 1 < at.end ? PART_SURE : PART_MAYBE;
}

/* 提供|洗車、打蠟、補胎; 教孩子|認字、畫畫: what follows the verb is what the others are. */
static bool is_nested(const struct row *row, struct range first)
{
    const struct sentence *s = row->s;
    uint32_t verb = long_verb_end(row, first);
    if (verb == first.begin)
        verb = class_end(row, first.begin, PHRASE_ROW_VERB);
    struct range object = {verb, first.end};
    if (verb == first.begin || object.end < object.begin + VERB)
        return false;
    if (part_of(row, object) >= PART_MAYBE)
        return true;
    for (uint32_t i = object.begin + 1; i + VERB <= object.end; i++)
        if (s->is_boundary[i] && part_of(row, (struct range){i, object.end}) >= PART_MAYBE)
            return true;
    return false;
}

static bool share_last_character(const struct row *row)
{
    const struct sentence *s = row->s;
    for (size_t i = 1; i < row->count; i++)
        if (s->chars[row->parts[i].end - 1] != s->chars[row->parts[0].end - 1])
            return false;
    return true;
}

/* 收集, 登記, 烘乾; not 檢票, 取樣, which hold what it is done to. */
static bool is_bare(const struct row *row, struct range part)
{
    static const struct text ends = TEXT_INIT("集涤淨净干好对核取纳受理付办");
    return part.end == part.begin + VERB && long_verb_end(row, part) == part.end &&
           (class_end(row, part.end - 1, PHRASE_ROW_VERB) > part.end - 1 ||
            text_has(ends, row->s->chars[part.end - 1]));
}

/* 收取、核對並上交票款: all verbs do it to what stands behind the last. */
static bool share_object(const struct row *row)
{
    size_t last = row->count - 1, bare = 0;
    for (size_t i = 0; i < last; i++)
        bare += is_bare(row, row->parts[i]);
    return 2 * bare > last && long_verb_end(row, row->parts[last]) < row->parts[last].end;
}

/* 播種、間苗、追肥: the few steps of one work. */
static bool are_steps(const struct row *row)
{
    size_t words = 0;
    for (size_t i = 0; i < row->count; i++)
        words += row->parts[i].end == row->parts[i].begin + VERB;
    return row->count == ROW_MIN && words == row->count;
}

/* 登記案件，轉派承辦人: whether such verbs begin acts of their own is told elsewhere. */
static bool are_long(const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (long_verb_end(row, row->parts[i]) < row->parts[i].begin + VERB ||
            sentence_at(row->s, row->parts[i].begin, PHRASE_ACTOR) != NULL ||
            row->parts[i].end <= row->parts[i].begin + SHORT_MAX)
            return false;
    return true;
}

/* …，確保…，提升…: what comes of it, or what only becomes better, is no step of a row. */
static bool tells_result(const struct row *row)
{
    const struct sentence *s = row->s;
    for (size_t i = 0; i < row->count; i++)
        if (sentence_at(s, row->parts[i].begin, PHRASE_RESULT) != NULL ||
            sentence_at(s, row->parts[i].begin, PHRASE_BETTERING) != NULL ||
            sentence_at(s, row->parts[i].begin, PHRASE_STATE_VERB) != NULL)
            return true;
    return false;
}

static bool is_short(const struct row *row)
{
    size_t length = 0;
    for (size_t i = 0; i < row->count; i++)
        length += row->parts[i].end - row->parts[i].begin;
    return length <= MEAN_MAX * row->count;
}

/* 採購|剪刀、貼紙; 提供|洗車、打蠟、補胎服務; 教孩子|認字、畫畫: what the first verb is done to. */
static bool are_objects(const struct row *row)
{
    const struct sentence *s = row->s;
    size_t nouns = 0, sure = 0, last = row->count - 1;
    for (size_t i = 1; i <= last; i++) {
        nouns += row->kinds[i] == PART_NOUN;
        sure += row->kinds[i] == PART_SURE;
    }
    bool is_long = long_verb_end(row, row->parts[0]) >= row->parts[0].begin + VERB;
    return s->clause_count == 1 && is_long && sure == 0 &&
           (nouns == last || (nouns == 0 && is_nested(row, row->parts[0])));
}

static bool are_acts(const struct row *row)
{
    size_t sure = 0, unknown = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (row->kinds[i] == PART_NOUN)
            return false;
        sure += i > 0 && row->kinds[i] == PART_SURE;
        unknown += row->kinds[i] == PART_UNKNOWN;
    }
    struct range first = row->parts[0];
    if (row->kinds[0] == PART_UNKNOWN || 4 * unknown > row->count || share_last_character(row) ||
        !is_short(row) || tells_result(row) || share_object(row) || are_steps(row) || are_long(row))
        return false;
    if (is_nested(row, first))
        return 2 * sure >= row->count - 1 && unknown == 0;
    return sure > 0 || first.end <= first.begin + SHORT_MAX;
}

/* 煅燒|貝殼灰, 扳正|路牌: two characters that are verbs, or a verb with what comes of it. */
static uint32_t compound_end(const struct row *row, struct range at)
{
    static const struct text results = TEXT_INIT(
        "化制製造好完净淨妥断斷开開起入出走掉紧緊松满滿碎直齐齊牢稳回匀熟透深正成平清定到进進");
    const struct sentence *s = row->s;
    uint32_t second = at.begin + 1, end = second + 1;
    bool is_verb =
        end < at.end && class_end(row, at.begin, PHRASE_ROW_VERB) > at.begin &&
        (text_has(results, s->chars[second]) || class_end(row, second, PHRASE_ROW_VERB) > second);
    return is_verb && s->is_boundary[end] ? end : at.begin;
}

/* 收費|員, 鍛造|車間: what stands behind the verb makes a thing or somebody of it. */
static bool makes_noun(const struct row *row, struct range at, uint32_t verb)
{
    static const struct text makers = TEXT_INIT("员員者师師工手商的之性率机機器仪儀具室间間房站所"
                                                "箱柜櫃床车車舱艙桩樁部组組厂廠队隊长長表单單");
    const struct sentence *s = row->s;
    uint32_t end = at.end;
    bool is_short = end <= verb + 2 && text_has(makers, s->chars[end - 1]);
    return is_short || (text_has(makers, s->chars[verb]) && s->is_boundary[verb + 1]);
}

/* 起點與終點, 定時任務、報表 */
static bool is_list(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.begin; i < at.end; i++)
        if (s->chars[i] == 0x3001 || sentence_at(s, i, PHRASE_JOIN) != NULL) /* 、 */
            return true;
    return false;
}

static bool has_particle(const struct sentence *s, struct range at)
{
    for (uint32_t i = at.begin; i < at.end; i++)
        if (text_has(TEXT("的之"), s->chars[i]))
            return true;
    return false;
}

/* Where the verb ends that begins there and that no list has; at.begin: there is none. */
static uint32_t strange_verb_end(const struct row *row, struct range at)
{
    const struct sentence *s = row->s;
    uint32_t verb = compound_end(row, at);
    if (verb > at.begin || is_list(s, at))
        return verb;
    verb = class_end(row, at.begin, PHRASE_ROW_VERB);
    bool is_cut = s->is_boundary[at.begin + 1]; /* 彈|棉被 */
    bool holds = at.end == at.begin + VERB && verb_ends_in_object(s->chars[at.end - 1]); /* 劈柴 */
    bool goes_on = at.end > at.begin + VERB &&
                   s->is_boundary[at.begin + VERB] && /* 搖鈴|集合學生 */
                   sentence_at(s, at.begin + VERB, PHRASE_ACT) != NULL;
    return is_cut || holds || goes_on ? verb : at.begin;
}

bool short_act_begins(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                      const struct phrases *phrases)
{
    struct row row = {.s = s, .phrases = phrases};
    if (s->language == LANG_EN || s->clause_count != 1)
        return false;
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(segmenter, arena, s->chars, s->count);
    struct range at = s->clauses[0].at;
    at.begin = skip_fronts(s, at);
    if (at.end < at.begin + VERB || !is_basic_han(s->chars[at.begin]) ||
        text_has(TEXT("对對和上下号"), s->chars[at.begin]) ||
        class_end(&row, at.begin, PHRASE_ROW_NOUN) > at.begin)
        return false;
    if (text_has(TEXT("把将將"), s->chars[at.begin]) ||
        (text_has(TEXT("在于於用以从從给給替"), s->chars[at.begin]) && !has_particle(s, at)))
        return is_led(&row, at);
    for (uint32_t i = s->first[at.begin]; i < s->first[at.begin + 1]; i++)
        if (s->matches[i].at.end >= at.begin + VERB)
            return false; /* 處理班組的事: what the lists say of it holds */
    uint32_t verb = strange_verb_end(&row, at);
    return verb > at.begin && verb < at.end && (verb + 1 < at.end || at.end == at.begin + VERB) &&
           sentence_at(s, verb, PHRASE_JOIN) == NULL && !makes_noun(&row, at, verb) &&
           !ends_in_noun_of_act(s, at, verb);
}

size_t short_acts_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                       const struct phrases *phrases, struct range list[ACTS_MAX])
{
    struct row row = {.s = s, .phrases = phrases};
    if (s->language == LANG_EN || !split(&row))
        return 0;
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(segmenter, arena, s->chars, s->count);
    for (size_t i = 0; i < row.count; i++)
        row.kinds[i] = part_of(&row, row.parts[i]);
    if (are_objects(&row)) {
        list[0] = s->clauses[0].at;
        return 1;
    }
    if (!are_acts(&row))
        return 0;
    for (size_t i = 0; i < row.count; i++)
        list[i] = row.parts[i];
    return row.count;
}
