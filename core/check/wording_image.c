#include "core/check/wording_image.h"

#define QUOTED_MAX 6 /* code points of a quoted image: 活地圖 */

static bool is_quote(uint32_t c) { return text_has(TEXT("“”\"「」『』‘’'"), c); }

struct range wording_quoted_image(const struct sentence *s)
{
    struct range none = {0, 0};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language == LANG_EN || first == NULL)
        return none;
    uint32_t end = first->at.end;
    if (sentence_at(s, first->at.begin, PHRASE_PLAYING) == NULL &&
        sentence_at(s, first->at.begin, PHRASE_BEING) == NULL)
        return none;
    while (end > first->at.begin && is_quote(s->chars[end - 1]))
        end--;
    uint32_t begin = end;
    while (begin > first->at.begin && !is_quote(s->chars[begin - 1]))
        begin--;
    bool is_short = begin > first->at.begin && end > begin && end - begin <= QUOTED_MAX;
    return is_short && s->is_quoted[end - 1] ? (struct range){begin, end} : none;
}

/* 化身城市的眼睛; 做社區的燈塔, which the lists know. */
static bool plays_image(const struct sentence *s, const struct clause *first)
{
    if (s->language == LANG_EN)
        return false;
    return wording_quoted_image(s).end > 0 ||
           sentence_at(s, first->at.begin, PHRASE_PLAYING) != NULL ||
           (sentence_at(s, first->at.begin, PHRASE_BEING) != NULL &&
            sentence_find(s, first->at, PHRASE_MODIFIER) != NULL);
}

size_t wording_acts_beside_image(const struct sentence *s, const struct range *acts, size_t count)
{
    const struct clause *first = &s->clauses[0];
    bool is_first = count > 0 && acts[0].begin < first->at.end && s->clause_count > 1;
    return is_first && plays_image(s, first) ? count - 1 : count;
}
