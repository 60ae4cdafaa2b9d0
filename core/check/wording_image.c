#include "core/check/wording_image.h"

/* What somebody plays, by whatever noun. */
static const char *const playing[] = {"扮演", "化身", "充当", "充當", "甘当", "甘當", "争当",
                                      "爭當", "当好", "當好", "争做", "爭做", "甘做", NULL};
/* ... and is: an image only where its noun is one. */
static const char *const being[] = {"做好", "做",   "当",   "當",   "担任", "擔任",
                                    "成为", "成為", "作为", "作為", NULL};

#define QUOTED_MAX 6 /* code points of a quoted image: 活地圖 */

static bool is_quote(uint32_t c) { return text_has(TEXT("“”\"「」『』‘’'"), c); }

struct range wording_quoted_image(const struct sentence *s)
{
    struct range none = {0, 0};
    const struct clause *first = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language == LANG_EN || first == NULL)
        return none;
    struct text words = sentence_text(s, first->at);
    uint32_t end = first->at.end;
    if (!text_starts_with_one_of(words, playing) && !text_starts_with_one_of(words, being))
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
    struct text words = sentence_text(s, first->at);
    if (s->language == LANG_EN)
        return false;
    return wording_quoted_image(s).end > 0 || text_starts_with_one_of(words, playing) ||
           (text_starts_with_one_of(words, being) &&
            sentence_find(s, first->at, PHRASE_MODIFIER) != NULL);
}

size_t wording_acts_beside_image(const struct sentence *s, const struct range *acts, size_t count)
{
    const struct clause *first = &s->clauses[0];
    bool is_first = count > 0 && acts[0].begin < first->at.end && s->clause_count > 1;
    return is_first && plays_image(s, first) ? count - 1 : count;
}
