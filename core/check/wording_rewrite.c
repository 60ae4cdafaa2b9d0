#include "core/check/wording_rewrite.h"
#include "core/base/text_buffer.h"
#include "core/check/wording_act.h"
#include "core/check/wording_place.h"
#include "core/normalise/english_words.h"
#include <unicode/uchar.h>

static const struct match *rewritable_at(const struct sentence *s, uint32_t at)
{
    for (uint32_t i = s->first[at]; i < s->first[at + 1]; i++)
        if (phrase_fault_group(s->matches[i].phrase->class) == 1 &&
            s->matches[i].phrase->has_rewrite)
            return &s->matches[i];
    return NULL;
}

/* What a phrase that goes takes with it: 的 and 地 behind it, or the blank between two words. */
static uint32_t skip_joint(const struct sentence *s, uint32_t at, uint32_t end)
{
    if (at < end && (s->chars[at] == 0x7684 || s->chars[at] == 0x5730))
        return at + 1;
    return skip_blanks(s, at, end);
}

/* A joint that begins there and holds two adjectives together: 、, and; where it ends, or `at`. */
static uint32_t skip_and(const struct sentence *s, uint32_t at, uint32_t end)
{
    uint32_t next = skip_blanks(s, at, end);
    const struct match *and = sentence_at(s, next, PHRASE_JOIN);
    if (next < end && s->chars[next] == 0x3001) /* 、 */
        return next + 1;
    return and != NULL && and->at.end < end ? skip_blanks(s, and->at.end, end) : at;
}

/* Takes a joint off the end of what is written: 合規、, clearly and. */
static void drop_joint(struct text_buffer *out)
{
    static const char *const joints[] = {"、", "和", "与", "與", "及", " and", " or", " &", NULL};
    struct text t = text_trim(buffer_text(out));
    for (const char *const *joint = joints; *joint != NULL; joint++)
        if (text_ends_with(t, text_from_string(*joint))) {
            out->size = text_trim(text_slice(t, 0, t.size - text_from_string(*joint).size)).size;
            return;
        }
}

/* Nothing that the words could belong to stands there: an end, a mark, with, and. */
static bool leaves_off(const struct sentence *s, uint32_t at, uint32_t end)
{
    at = skip_blanks(s, at, end);
    return at >= end || s->chars[at] == ')' || s->chars[at] == 0x3001 ||
           sentence_at(s, at, PHRASE_PREPOSITION) != NULL ||
           sentence_at(s, at, PHRASE_JOIN) != NULL;
}

/*
 * What goes takes along the joint that held it: 合規、高效 leaves 合規, clearly and effectively
 * leaves clearly. Where it goes on from.
 */
static uint32_t close_gap(struct text_buffer *out, const struct sentence *s, uint32_t at,
                          uint32_t end)
{
    uint32_t behind = skip_and(s, at, end);
    if (behind > at)
        return behind;
    size_t size = out->size;
    if (leaves_off(s, at, end))
        drop_joint(out);
    bool has_blank = out->size > 0 && out->data[out->size - 1] == ' ';
    return out->size < size && !has_blank ? at : skip_joint(s, at, end);
}

/* an effective partner, a partner: the article goes by the word that now follows. */
static void agree(struct text_buffer *out, const struct sentence *s, uint32_t next)
{
    struct text t = buffer_text(out);
    bool is_an = text_ends_with(t, TEXT(" an ")), is_a = text_ends_with(t, TEXT(" a "));
    uint32_t c = next < s->count ? s->chars[next] : ' ';
    bool is_vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    if (s->language != LANG_EN || !(is_an || is_a) || is_an == is_vowel)
        return;
    out->size -= is_an ? 2 : 1;
    buffer_append_string(out, is_an ? " " : "n ");
}

#define JOINED_MAX 8 /* words that go together: more are not told from a list */

static bool goes(const struct match *match)
{
    return match != NULL && text_is_empty(match->phrase->rewrite);
}

/* The word that "and" joins to the match and that goes with it: engaging and compelling. */
static const struct match *joined_behind(const struct sentence *s, const struct match *match,
                                         uint32_t end)
{
    uint32_t next = skip_and(s, match->at.end, end);
    bool is_joined = next > match->at.end && next < end; /* no word follows a 、 at the end */
    const struct match *second = is_joined ? rewritable_at(s, next) : NULL;
    return goes(second) ? second : NULL;
}

/* Whether a word that goes stands in front of the "and" at the code point. */
static bool follows_joined(const struct sentence *s, uint32_t at)
{
    const struct match *first = sentence_ending(s, (struct range){0, at}, PHRASE_MODIFIER);
    return first != NULL && first->phrase->has_rewrite && goes(first);
}

/*
 * Whether the sentence stands without the words. English adjectives that follow "most" or "and", or
 * that no noun follows, hold it up; adverbs and phrases (with pride) do not.
 */
static bool may_go(const struct sentence *s, const struct match *match, uint32_t end)
{
    static const char *const holding[] = {"most", "more", "very", "as", "so", "too",
                                          "how",  "not",  "and",  "or", "&",  NULL};
    struct text words = sentence_text(s, match->at);
    bool is_adverb = text_ends_with(words, TEXT("ly")) || text_starts_with(words, TEXT("with ")) ||
                     text_starts_with(words, TEXT("in a"));
    if (s->language != LANG_EN || is_adverb)
        return true;
    const struct match *second = match;
    for (unsigned i = 0; i < JOINED_MAX && second != NULL; i++) {
        match = second;
        second = joined_behind(s, match, end);
    }
    struct range word = english_word_before(s, match->at.begin);
    struct text before = sentence_text(s, word);
    for (const char *const *held = holding; *held != NULL; held++)
        if (text_is(before, *held) && !follows_joined(s, word.begin))
            return false;
    return !text_ends_with(before, TEXT(",")) && !leaves_off(s, match->at.end, end) &&
           s->chars[match->at.end] == ' ';
}

/*
 * "promptly" becomes "within the time set" only where a phrase may stand: at the end. 及時 becomes
 * 在規定時限內 only as an adverb, not in 準確及時的資訊 and 給予及時輔導.
 */
static bool may_come(const struct sentence *s, const struct match *match, uint32_t end)
{
    struct range front = {0, match->at.begin};
    if (s->language != LANG_EN)
        return (match->at.end >= end || s->chars[match->at.end] != 0x7684) &&
               (match->at.begin == 0 || (sentence_ending(s, front, PHRASE_IDLE) == NULL &&
                                         sentence_ending(s, front, PHRASE_ADVERB) == NULL));
    bool is_phrase = text_find(match->phrase->rewrite, TEXT(" "), 0) != TEXT_NOT_FOUND;
    bool was_word = text_find(match->phrase->words, TEXT(" "), 0) == TEXT_NOT_FOUND;
    return !is_phrase || !was_word || skip_blanks(s, match->at.end, end) >= end;
}

/* Whether the sentence stands with what the lists write in place of the words, or without them. */
static bool may_change(const struct sentence *s, const struct match *match, uint32_t end)
{
    return text_is_empty(match->phrase->rewrite) ? may_go(s, match, end) : may_come(s, match, end);
}

static struct text rewrite_clause(struct arena *arena, const struct sentence *s, struct range at)
{
    struct text_buffer out = text_buffer_new(arena);
    for (uint32_t i = at.begin; i < at.end;) {
        const struct match *match = rewritable_at(s, i);
        if (match == NULL || match->at.end > at.end || !may_change(s, match, at.end)) {
            buffer_append(&out, sentence_text(s, (struct range){i, i + 1}));
            i++;
            continue;
        }
        buffer_append(&out, match->phrase->rewrite);
        i = match->at.end;
        if (goes(match)) {
            i = close_gap(&out, s, i, at.end);
            agree(&out, s, i);
        }
    }
    return text_trim(buffer_text(&out));
}

/* The first letter as large as the sentence's was. */
static struct text capitalised(struct arena *arena, struct text t, struct text model)
{
    size_t first = 0, next = 0;
    if (text_is_empty(t) || text_is_empty(model))
        return t;
    uint32_t begins = text_next(model, &first), c = text_next(t, &next);
    if (!u_isupper((UChar32)begins) || !u_islower((UChar32)c))
        return t;
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_code_point(&out, (uint32_t)u_toupper((UChar32)c));
    buffer_append(&out, text_from(t, next));
    return buffer_text(&out);
}

/* What nobody can assess or do stays in the range, and no list knows better. */
static bool stays_faulty(const struct sentence *s, struct range at)
{
    static const enum phrase_class grave[] = {PHRASE_NOT_ASSESSABLE, PHRASE_SLOGAN, PHRASE_AD_HOC};
    for (uint32_t i = s->first[at.begin]; i < s->first[at.end]; i++)
        for (size_t k = 0; k < sizeof grave / sizeof *grave; k++)
            if (s->matches[i].phrase->class == grave[k] && !s->matches[i].phrase->has_rewrite)
                return true;
    return false;
}

/* The clauses of the sentence that a match stands in; false: it stands in none. */
static bool sentence_around(const struct sentence *s, const struct match *match, size_t *first,
                            size_t *last)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (clause == NULL)
        return false;
    *first = *last = (size_t)(clause - s->clauses);
    while (*first > 0 && s->clauses[*first - 1].sentence == clause->sentence)
        --*first;
    while (*last < s->clause_count && s->clauses[*last].sentence == clause->sentence)
        ++*last;
    return true;
}

static struct range whole_sentence(const struct sentence *s, size_t first, size_t last)
{
    return (struct range){s->clauses[first].at.begin, s->clauses[last - 1].at.end};
}

/*
 * The sentence around the match with what the lists write instead of each fault in it; empty when
 * they know nothing better, or when nothing remains.
 */
static struct text wording_rewrite(struct arena *arena, const struct sentence *s,
                                   const struct match *match)
{
    size_t first, last;
    if (!sentence_around(s, match, &first, &last))
        return TEXT("");
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = first; i < last; i++) {
        struct range at = s->clauses[i].at;
        struct text words = rewrite_clause(arena, s, at);
        if (text_is_empty(words))
            continue;
        if (out.size > 0)
            buffer_append(&out,
                          sentence_text(s, (struct range){s->clauses[i - 1].at.end, at.begin}));
        buffer_append(&out, words);
    }
    struct range all = whole_sentence(s, first, last);
    struct text whole = sentence_text(s, all);
    struct text rewritten = capitalised(arena, buffer_text(&out), whole);
    return text_equal(rewritten, whole) || stays_faulty(s, all) ? TEXT("") : rewritten;
}

void wording_propose(struct rule_context *cx, const struct record *record, const struct sentence *s,
                     const struct match *match, struct finding_details *finding)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    size_t first, last;
    if (clause == NULL || !may_change(s, match, clause->at.end) ||
        (text_is_empty(match->phrase->rewrite) && !wording_names_act(s)))
        return; /* "Passionate about retail": without the word it says even less */
    struct text rewritten = wording_rewrite(cx->arena, s, match);
    finding->args[1] = rewritten;
    if (text_is_empty(rewritten) || !sentence_around(s, match, &first, &last))
        return;
    struct range all = whole_sentence(s, first, last);
    finding->has_replacement = true;
    finding->replacement = rewritten;
    finding->replaced_at = wording_span(record, s, all);
    finding->replaced = text_copy(cx->arena, sentence_text(s, all));
}
