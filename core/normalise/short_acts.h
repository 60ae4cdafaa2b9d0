/*
 * Short acts stand in a row, mostly a verb of one character with what it is done to, and nothing
 * else tells that there are several: 修水管、換燈泡、通下水道; 揀貨500件，封箱，貼標，交給物流士.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_SHORT_ACTS_H
#define ROLEBOOK_CORE_NORMALISE_SHORT_ACTS_H
#include "core/normalise/acts.h"

/*
 * in       s    read as a whole; the boundaries of its words are found where they are asked for
 * out      row  the acts, in order
 * returns  how many they are: at least three; 1, all of it, where the parts are but what the first
 *          verb is done to (提供洗車、打蠟、補胎服務); 0: it is no row; English: always 0
 */
size_t short_acts_find(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                       const struct phrases *phrases, struct range row[ACTS_MAX]);

/*
 * Whether it is one clause that begins with such an act, though no list has the verb: 煅燒貝殼灰,
 * 將病床推到手術室; not 收費員的頭頭. English: never.
 */
bool short_act_begins(struct sentence *s, struct arena *arena, struct segmenter *segmenter,
                      const struct phrases *phrases);

#endif
