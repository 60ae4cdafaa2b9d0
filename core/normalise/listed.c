#include "core/normalise/listed.h"
#include "core/normalise/clauses.h"

bool listed_is_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '\''; }

uint64_t listed_acts(void)
{
    return class_bit(PHRASE_ACT) | class_bit(PHRASE_ACT_NOUN) | class_bit(PHRASE_IDLE) |
           class_bit(PHRASE_ACTOR);
}

uint32_t listed_end(const struct sentence *s, const struct phrases *phrases, uint32_t at,
                    uint64_t classes)
{
    uint32_t node = 0, end = at;
    for (uint32_t i = at; i < s->count; i++) {
        node = phrases_step(phrases, s->language, node, s->chars[i]);
        if (node == 0)
            break;
        bool is_cut =
            listed_is_letter(s->chars[i]) && i + 1 < s->count && listed_is_letter(s->chars[i + 1]);
        for (const struct phrase *p = phrases_at(phrases, s->language, node); p != NULL && !is_cut;
             p = p->next)
            if (!p->is_exception && !p->is_rest && !p->has_rest && !p->at_head &&
                p->form != VERB_ED && (class_bit(p->class) & classes) != 0)
                end = i + 1;
    }
    return end;
}

#define LIST_REACH 12 /* code points of the last thing of a list */

bool listed_is_ended(const struct sentence *s, struct range at)
{
    bool is_figure = at.end < s->count && s->chars[at.end] >= '0' && s->chars[at.end] <= '9';
    if (at.end != at.begin + 1 || s->chars[at.begin] != 0x7B49 || /* 等 */
        !(is_figure || is_at_end(s, at.end)))
        return false;
    uint32_t from = at.begin > LIST_REACH ? at.begin - LIST_REACH : 0;
    for (uint32_t i = at.begin; i > from && mark_at(s, i - 1) == MARK_NONE; i--)
        if (s->chars[i - 1] == 0x3001) /* 、 */
            return true;
    return false;
}
