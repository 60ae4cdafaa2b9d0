#include "core/draft/votes.h"
#include "core/model/fold.h"
#include <stdlib.h>

static int compare_votes(const void *a, const void *b)
{
    const struct vote *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    return order != 0 ? order : text_compare(x->words, y->words);
}

struct text votes_most_common(struct vote *votes, size_t count)
{
    struct text best = {0};
    size_t most = 0;
    if (count > 1)
        qsort(votes, count, sizeof *votes, compare_votes);
    for (size_t i = 0; i < count;) {
        size_t end = i, sum = 0, most_written = 0;
        struct text written = {0};
        for (; end < count && text_equal(votes[end].key, votes[i].key);) {
            size_t same = end, of_these = 0;
            for (; end < count && compare_votes(&votes[end], &votes[same]) == 0; end++)
                of_these += votes[end].votes;
            if (of_these > most_written) {
                most_written = of_these;
                written = votes[same].words;
            }
            sum += of_these;
        }
        if (sum > most && !text_is_empty(written)) {
            most = sum;
            best = written;
        }
        i = end;
    }
    return best;
}

struct vote vote_for(struct arena *scratch, struct text words, size_t votes)
{
    return (struct vote){fold_label(scratch, words), words, votes};
}
