#include "core/check/wording_things.h"
#include "core/model/fold.h"
#include "core/normalise/verbs.h"

enum { VERB = 2, ITEM_MIN = 2, ITEM_MAX = 5 }; /* code points */

/* 機箱帶員: what a word ends with that is a thing, or somebody who does what it says. */
static bool ends_thing(uint32_t c)
{
    static const struct text things =
        TEXT_INIT("机器仪室间房站所箱柜床舱桩刀带胶课班员师场笔尺锤灯炉锅盘桶瓶盒袋架镜秤枪泵阀");
    return text_has(things, c);
}

static bool begins_with_verb(const struct sentence *s, struct range item)
{
    const struct match *act = sentence_act_at(s, item.begin);
    return (act != NULL && act->at.end >= item.begin + VERB && act->at.end <= item.end) ||
           verb_is_han(s->chars[item.begin], s->chars[item.begin + 1]);
}

/* 收音|機, 清潔|員, 電視機; not 修|農機, 檢修|機床. */
static bool is_thing(const struct sentence *s, struct range item)
{
    uint32_t length = item.end - item.begin;
    if (length < ITEM_MIN || length > ITEM_MAX || !is_basic_han(s->chars[item.begin]) ||
        !ends_thing(s->chars[item.end - 1]) || s->in_brackets[item.begin])
        return false;
    const struct match *act = sentence_act_at(s, item.begin);
    if (act != NULL && act->at.end == item.end)
        return false; /* 上班, 值班 */
    if (begins_with_verb(s, item))
        return length == VERB + 1;
    return !verb_is_short_han(s->chars[item.begin]) &&
           !verb_begins_han(s->chars[item.begin], s->chars[item.begin + 1]); /* 打|飯盒 */
}

bool wording_lists_things(const struct sentence *s)
{
    if (s->language == LANG_EN || s->clause_count != 1)
        return false;
    struct range in = s->clauses[0].at, item = {in.begin, in.begin};
    size_t count = 0;
    while (item.begin < in.end) {
        const struct match *join = NULL;
        while (item.end < in.end && s->chars[item.end] != 0x3001 && /* 、 */
               (join = sentence_at(s, item.end, PHRASE_JOIN)) == NULL)
            item.end++;
        if (!is_thing(s, item))
            return false;
        count++;
        uint32_t next = item.end >= in.end ? in.end : join != NULL ? join->at.end : item.end + 1;
        item = (struct range){next, next};
    }
    return count > 1;
}
