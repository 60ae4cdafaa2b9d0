#include "core/draft/same_work.h"
#include "core/base/script.h"
#include "core/base/set_join.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/model/surname.h"
#include "core/normalise/grams.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

#define LEAST_ALIKE 50 /* percent: a slip in a short sentence leaves as much */
#define REORDERED 75   /* percent: the same words in another order */
#define SLIP_SHARE 3   /* the common wording of a slip is at least that often written */
#define SHORT_WORD 5   /* letters: one off makes another word of shorter ones */
#define SOUND_BYTES 32
#define COMPARED 400 /* code points of a wording in which slips are looked for */

/* ---- masks ---- */

static bool is_code_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '@' ||
           c == '.' || c == '/' || c == ':' || c == '#';
}

/* Numbers, codes with numbers in them, addresses. */
static size_t masked_code(struct text t, size_t at)
{
    size_t end = at;
    bool has_digit = false, is_address = false;
    for (; end < t.size && is_code_character(t.data[end]); end++) {
        has_digit |= t.data[end] >= '0' && t.data[end] <= '9';
        is_address |= t.data[end] == '@' || (t.data[end] == ':' && end + 2 < t.size &&
                                             t.data[end + 1] == '/' && t.data[end + 2] == '/');
    }
    while (end > at && (t.data[end - 1] == '.' || t.data[end - 1] == ':'))
        end--;
    return has_digit || is_address ? end - at : 0;
}

static const char *const titles[] = {"先生", "女士", "小姐", "太太", NULL};
static const char *const english_titles[] = {"mr ",   "mr. ",  "ms ", "ms. ", "mrs ",
                                             "mrs. ", "miss ", "dr ", "dr. ", NULL};

static size_t match(struct text t, size_t at, const char *const *list)
{
    for (; *list != NULL; list++)
        if (text_starts_with(text_from(t, at), text_from_string(*list)))
            return text_from_string(*list).size;
    return 0;
}

/* 王小明先生: the name with its title; 0: none begins here. */
static size_t masked_name(struct text t, size_t at)
{
    size_t title = at == 0 || !(t.data[at - 1] >= 'a' && t.data[at - 1] <= 'z')
                       ? match(t, at, english_titles)
                       : 0;
    if (title > 0) {
        size_t end = at + title;
        while (end < t.size && t.data[end] >= 'a' && t.data[end] <= 'z')
            end++;
        return end - at;
    }
    bool is_surname = begins_with_surname(text_from(t, at));
    for (size_t length = 3; length <= 9 && is_surname && at + length < t.size; length += 3)
        if ((title = match(t, at + length, titles)) > 0)
            return length + title;
    return 0;
}

static bool is_mark(uint32_t c)
{
    return c < 0x80 ? c != ' ' && !is_code_character((char)c) && c != '\''
                    : (c >= 0x3001 && c <= 0x301F) || (c >= 0x2010 && c <= 0x2027);
}

struct text mask_work(struct arena *arena, struct text words)
{
    struct text t = fold_text(arena, words);
    struct text_buffer out = text_buffer_new(arena);
    for (size_t at = 0; at < t.size;) {
        bool is_begin = at == 0 || !is_code_character(t.data[at - 1]);
        size_t masked = masked_name(t, at);
        if (masked == 0 && is_begin)
            masked = masked_code(t, at);
        if (masked > 0) {
            buffer_append_byte(&out, '#');
            at += masked;
            continue;
        }
        size_t begin = at;
        uint32_t c = text_next(t, &at);
        if (is_mark(c))
            buffer_append_byte(&out, ' ');
        else
            buffer_append(&out, text_slice(t, begin, at));
    }
    struct text folded = fold_text(arena, buffer_text(&out));
    return text_is_empty(text_trim(folded)) ? t : text_trim(folded);
}

/* ---- wordings ---- */

const uint32_t *script_table(struct arena *arena)
{
    uint32_t *table = arena_new_array(arena, FOLD_END - FOLD_FIRST, uint32_t);
    fold_sources(table);
    return table;
}

bool is_in_language(const uint32_t *table, struct text words, enum language language)
{
    bool is_latin = is_latin_text(words), any_traditional = false, any_simplified = false;
    if (language == LANG_EN || is_latin)
        return is_latin == (language == LANG_EN);
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        bool is_han = c >= FOLD_FIRST && c < FOLD_END;
        bool is_traditional = is_han && fold_character(c) != c;
        any_traditional |= is_traditional;
        any_simplified |= is_han && !is_traditional && table[c - FOLD_FIRST] > FOLD_SEVERAL;
    }
    /* 席 is the simple form of 蓆 and stands in either script: alone it decides nothing */
    return language == LANG_ZH_HANT ? any_traditional || !any_simplified : !any_traditional;
}

struct wording {
    struct text masked, written; /* written: as the most rows have it */
    size_t rows, written_rows;
    bool is_native;  /* written is in the language that is asked for */
    uint64_t *words; /* [word_count] stems and Han characters, ascending, each once */
    size_t word_count;
    uint32_t parent;
};

struct row_wording {
    struct text masked, written;
    uint32_t row;
};

static int compare_rows(const void *a, const void *b)
{
    const struct row_wording *x = a, *y = b;
    int order = text_compare(x->masked, y->masked);
    if (order == 0)
        order = text_compare(x->written, y->written);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

struct joining_work {
    struct arena *scratch;
    enum language language;
    const uint32_t *scripts;
    struct wording *list;
    size_t count;
    const struct token_sets *sets;
    uint32_t *wording_of_set;
    size_t *in;              /* by rank of a token in sets: wordings that have it */
    UTransliterator *sounds; /* NULL: not needed yet, or ICU has none */
};

/* The rows' wordings, different ones once; of each row its wording. */
static void find_wordings(struct joining_work *w, const struct work_log *log, uint32_t *wording_of)
{
    struct row_wording *rows = arena_new_array(w->scratch, log->count + 1, struct row_wording);
    for (size_t i = 0; i < log->count; i++) {
        struct text written = log->rows[i].words[WORK_ELEMENT];
        rows[i] = (struct row_wording){mask_work(w->scratch, written), written, (uint32_t)i};
    }
    if (log->count > 1)
        qsort(rows, log->count, sizeof *rows, compare_rows);
    w->list = arena_new_array(w->scratch, log->count + 1, struct wording);
    for (size_t i = 0, same = 0; i < log->count; i++) {
        bool is_new = i == 0 || !text_equal(rows[i].masked, rows[i - 1].masked);
        same = !is_new && text_equal(rows[i].written, rows[i - 1].written) ? same + 1 : 1;
        w->count += is_new;
        struct wording *wording = &w->list[w->count - 1];
        if (is_new)
            *wording = (struct wording){.masked = rows[i].masked, .parent = (uint32_t)w->count - 1};
        wording->rows++;
        bool is_native = is_in_language(w->scripts, rows[i].written, w->language);
        if (is_native > wording->is_native ||
            (is_native == wording->is_native && same > wording->written_rows)) {
            wording->written = rows[i].written;
            wording->written_rows = same;
            wording->is_native = is_native;
        }
        wording_of[rows[i].row] = (uint32_t)w->count - 1;
    }
}

struct collecting {
    struct joining_work *work;
    struct wording *wording;
    struct set_collector *collector;
    struct text text;
    size_t room;
};

static void add_word(struct collecting *c, uint64_t word)
{
    *arena_push(c->work->scratch, c->wording->words, c->wording->word_count, c->room) = word;
}

/* Of letters all threes in a row, the ends of the word among them; of Han characters and pairs. */
static void collect(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct collecting *c = data;
    if (gram_is_pair_of_stems(gram))
        return;
    struct text words = text_slice(c->text, begin, end);
    size_t at = begin;
    if (text_next(c->text, &at) >= 0x2E80) {
        sets_add(c->collector, gram);
        at = begin;
        uint32_t first = text_next(c->text, &at), last;
        at = end;
        last = text_previous(c->text, &at); /* between them stand words that only join */
        add_word(c, first);
        add_word(c, last);
        sets_add(c->collector, first);
        sets_add(c->collector, last);
        return;
    }
    add_word(c, gram);
    for (size_t i = 0; i <= words.size; i++) {
        uint64_t three = 1;
        for (size_t k = 0; k < 3; k++) {
            size_t place = i + k;
            three = three << 8 |
                    (place >= 1 && place <= words.size ? (unsigned char)words.data[place - 1]
                                                       : (unsigned char)' ');
        }
        sets_add(c->collector, three << 32);
    }
}

static int compare_words(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void collect_sets(struct joining_work *w)
{
    struct set_collector *collector = sets_collect(w->scratch);
    for (size_t i = 0; i < w->count; i++) {
        struct wording *wording = &w->list[i];
        struct collecting c = {w, wording, collector, wording->masked, 0};
        size_t kept = 0;
        sets_begin(collector);
        grams_walk(wording->masked, SLOT_WHAT, collect, &c);
        if (wording->word_count > 1)
            qsort(wording->words, wording->word_count, sizeof *wording->words, compare_words);
        for (size_t k = 0; k < wording->word_count; k++)
            if (kept == 0 || wording->words[kept - 1] != wording->words[k])
                wording->words[kept++] = wording->words[k];
        wording->word_count = kept;
    }
    w->sets = sets_finish(w->scratch, collector, (struct token_weighing){.weigh = NULL});
}

/* ---- slips of the pen ---- */

/* Insertions, deletions, substitutions and exchanged neighbours between two; past 2 it is 3. */
static unsigned edits(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t begin = 0;
    while (begin < n && begin < m && a[begin] == b[begin])
        begin++;
    while (n > begin && m > begin && a[n - 1] == b[m - 1]) {
        n--;
        m--;
    }
    size_t x = n - begin, y = m - begin;
    bool is_exchange = x == 2 && y == 2 && a[begin] == b[begin + 1] && a[begin + 1] == b[begin];
    if (is_exchange || (x <= 1 && y <= 1))
        return x + y == 0 ? 0 : 1;
    return x <= 2 && y <= 2 ? 2 : 3;
}

static size_t code_points(struct text t, uint32_t out[COMPARED])
{
    size_t count = 0;
    for (size_t at = 0; at < t.size && count < COMPARED;)
        out[count++] = text_next(t, &at);
    return count;
}

/* How a Han character sounds, in letters without tones; 0: ICU does not say. */
static size_t sound_of(struct joining_work *w, uint32_t c, uint32_t out[SOUND_BYTES])
{
    static const UChar id[] = {'H', 'a', 'n', '-', 'L', 'a', 't', 'i', 'n', ';', 'L',
                               'a', 't', 'i', 'n', '-', 'A', 'S', 'C', 'I', 'I', 0};
    UErrorCode error = U_ZERO_ERROR;
    UChar units[SOUND_BYTES];
    int32_t length = 1, limit = 1;
    if (w->sounds == NULL)
        w->sounds = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    if (U_FAILURE(error) || c > 0xFFFF)
        return 0;
    units[0] = (UChar)c;
    utrans_transUChars(w->sounds, units, &length, SOUND_BYTES, 0, &limit, &error);
    if (U_FAILURE(error))
        return 0;
    for (int32_t i = 0; i < length; i++)
        out[i] = units[i];
    return (size_t)length;
}

static bool sounds_alike(struct joining_work *w, uint32_t a, uint32_t b)
{
    uint32_t x[SOUND_BYTES], y[SOUND_BYTES];
    size_t n = sound_of(w, a, x), m = sound_of(w, b, y);
    return n > 0 && m > 0 && edits(x, n, y, m) <= 1;
}

/* Whether one letter or one character alike in sound tells the two apart. */
static bool is_slip(struct joining_work *w, struct text a, struct text b)
{
    uint32_t x[COMPARED], y[COMPARED];
    size_t n = code_points(a, x), m = code_points(b, y), at = 0;
    if (n == COMPARED || m == COMPARED || edits(x, n, y, m) != 1)
        return false;
    while (at < n && at < m && x[at] == y[at])
        at++;
    bool is_han = (at < n && x[at] >= 0x3400) || (at < m && y[at] >= 0x3400);
    if (is_han)
        return n != m || at + 1 >= n || x[at] == y[at + 1] || sounds_alike(w, x[at], y[at]);
    size_t begin = at, end = at;
    while (begin > 0 && x[begin - 1] > ' ' && x[begin - 1] < 0x2E80)
        begin--;
    while (end < n && x[end] > ' ' && x[end] < 0x2E80)
        end++;
    return end - begin >= SHORT_WORD;
}

/* What the rarer wording has and the other has not stands in no third one. */
static bool is_singular(const struct joining_work *w, size_t rare, size_t common)
{
    const struct token_sets *sets = w->sets;
    size_t i = sets->starts[rare], k = sets->starts[common];
    bool any = false;
    for (; i < sets->starts[rare + 1]; i++) {
        while (k < sets->starts[common + 1] && sets->tokens[k] < sets->tokens[i])
            k++;
        if (k < sets->starts[common + 1] && sets->tokens[k] == sets->tokens[i])
            continue;
        any |= w->in[sets->tokens[i]] == 1;
    }
    return any;
}

static bool has_same_words(const struct wording *a, const struct wording *b)
{
    return a->word_count == b->word_count && a->word_count > 1 &&
           memcmp(a->words, b->words, a->word_count * sizeof *a->words) == 0;
}

/* ---- joining ---- */

static uint32_t root(struct wording *list, uint32_t i)
{
    while (list[i].parent != i)
        i = list[i].parent = list[list[i].parent].parent;
    return i;
}

static void unite(struct joining_work *w, uint32_t a, uint32_t b)
{
    a = root(w->list, a);
    b = root(w->list, b);
    w->list[a < b ? b : a].parent = a < b ? a : b;
}

static void join_pair_of(void *data, size_t a, size_t b, uint32_t overlap)
{
    struct joining_work *w = data;
    uint32_t i = w->wording_of_set[a], k = w->wording_of_set[b];
    const struct wording *x = &w->list[i], *y = &w->list[k];
    uint32_t all = w->sets->weights[a] + w->sets->weights[b] - overlap;
    unsigned least = is_latin_text(x->masked) ? LEAST_ALIKE : REORDERED; /* stems carry no order */
    if (100 * (uint64_t)overlap >= least * (uint64_t)all && has_same_words(x, y)) {
        unite(w, i, k);
        return;
    }
    bool is_x_rare = x->rows < y->rows;
    size_t rare = is_x_rare ? a : b, common = is_x_rare ? b : a;
    size_t few = is_x_rare ? x->rows : y->rows, many = is_x_rare ? y->rows : x->rows;
    if (many >= SLIP_SHARE * few && is_singular(w, rare, common) &&
        is_slip(w, x->masked, y->masked))
        unite(w, i, k);
}

/* Wordings of one set differ only in words that join; a set's first wording stands for it. */
static void join_equal_sets(struct joining_work *w)
{
    w->wording_of_set = arena_new_array(w->scratch, w->sets->count + 1, uint32_t);
    w->in = arena_new_array(w->scratch, w->sets->token_count + 1, size_t);
    bool *is_known = arena_new_array(w->scratch, w->sets->count + 1, bool);
    for (size_t i = 0; i < w->count; i++) {
        uint32_t set = w->sets->set_of[i];
        bool is_empty = w->sets->starts[set] == w->sets->starts[set + 1];
        if (is_known[set] && !is_empty)
            unite(w, w->wording_of_set[set], (uint32_t)i);
        else
            w->wording_of_set[set] = (uint32_t)i;
        if (!is_known[set])
            for (size_t t = w->sets->starts[set]; t < w->sets->starts[set + 1]; t++)
                w->in[w->sets->tokens[t]]++;
        is_known[set] = true;
    }
}

/* Numbers the groups by their first wordings; the one written most gives its words. */
static void number_groups(struct arena *arena, struct joining_work *w, const uint32_t *wording_of,
                          size_t rows, struct same_work *same)
{
    uint32_t *number = arena_new_array(w->scratch, w->count + 1, uint32_t);
    uint32_t *element_of = arena_new_array(arena, rows + 1, uint32_t);
    struct text *wordings = arena_new_array(arena, w->count + 1, struct text);
    size_t *best = arena_new_array(w->scratch, w->count + 1, size_t);
    for (size_t i = 0; i < w->count; i++) {
        uint32_t first = root(w->list, (uint32_t)i);
        if (first == i)
            number[i] = (uint32_t)same->count++;
        uint32_t n = number[i] = number[first];
        size_t votes = w->list[i].rows + (w->list[i].is_native ? rows : 0);
        bool is_shorter = votes == best[n] && w->list[i].written.size < wordings[n].size;
        if (votes > best[n] || is_shorter) {
            best[n] = votes;
            wordings[n] = w->list[i].written;
        }
    }
    for (size_t row = 0; row < rows; row++)
        element_of[row] = number[wording_of[row]];
    same->element_of = element_of;
    same->wordings = wordings;
}

struct same_work same_work_of(struct arena *arena, const struct work_log *log,
                              enum language language)
{
    struct joining_work w = {.scratch = arena_open_like(arena), .language = language};
    struct same_work same = {.count = 0};
    uint32_t *wording_of = arena_new_array(w.scratch, log->count + 1, uint32_t);
    w.scripts = script_table(w.scratch);
    find_wordings(&w, log, wording_of);
    collect_sets(&w);
    join_equal_sets(&w);
    /* where it gives up, rare slips stand apart */
    (void)set_join(w.scratch, w.sets, (struct join_threshold){.least = LEAST_ALIKE}, join_pair_of,
                   &w);
    number_groups(arena, &w, wording_of, log->count, &same);
    if (w.sounds != NULL)
        utrans_close(w.sounds);
    arena_close(w.scratch);
    return same;
}
