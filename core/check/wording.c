#include "core/check/wording.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/normalise/quota.h"
#include <assert.h>
#include <string.h>
#include <unicode/uchar.h>

enum { SLOT_DUTIES, SLOT_APPOINTMENT, SLOT_PURPOSE, SLOT_COUNT };

static const enum element slot_elements[SLOT_COUNT] = {
    [SLOT_DUTIES] = ELEMENT_DUTIES,
    [SLOT_APPOINTMENT] = ELEMENT_APPOINTMENT,
    [SLOT_PURPOSE] = ELEMENT_PURPOSE,
};

struct role_words {
    struct arena *arena;   /* lives as long as the check */
    struct arena *scratch; /* ... as the role */
    struct phrases *phrases;
    struct diagnostics *diags;
    struct segmenter *segmenter;
    const struct role *role;
    struct sentence *sentences[SLOT_COUNT];
    uint32_t *simplified_only; /* NULL: not asked for yet */
    uint32_t *seen;            /* by entry: the round it was last reported in */
    uint32_t seen_count, round;
};

struct role_words *wording_open(struct arena *arena, struct phrases *phrases,
                                struct diagnostics *diags)
{
    struct role_words *wording = arena_new(arena, struct role_words);
    *wording = (struct role_words){
        .arena = arena, .phrases = phrases, .diags = diags, .segmenter = segmenter_open(arena)};
    return wording;
}

void wording_close(struct role_words *wording)
{
    segmenter_close(wording->segmenter);
    arena_close(wording->scratch);
}

bool wording_is_japanese(struct text text)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (c >= 0x3041 && c <= 0x30FA)
            return true;
    }
    return false;
}

const struct sentence *wording_sentences(struct rule_context *cx, const struct role *role,
                                         enum element element)
{
    struct role_words *w = cx->words;
    size_t slot = 0;
    const struct records *records = role_records(role, element);
    while (slot < SLOT_COUNT && slot_elements[slot] != element)
        slot++;
    assert(slot < SLOT_COUNT);
    if (w->role != role) {
        arena_close(w->scratch);
        w->scratch = arena_open_like(w->arena);
        memset(w->sentences, 0, sizeof w->sentences);
        w->role = role;
    }
    if (w->sentences[slot] != NULL)
        return w->sentences[slot];
    enum language language = rule_language(cx);
    phrases_need(w->phrases, language, w->diags);
    w->sentences[slot] = arena_new_array(w->scratch, records->count + 1, struct sentence);
    for (size_t i = 0; i < records->count; i++) {
        struct sentence *sentence = &w->sentences[slot][i];
        struct quota quota;
        struct text text = records->rows[i].text;
        sentence_read(sentence, w->scratch, w->segmenter, w->phrases, language,
                      wording_is_japanese(text) ? TEXT("") : text);
        if (slot != SLOT_DUTIES || !quota_find(sentence, 0, &quota))
            continue;
        struct quota *kept = arena_new(w->scratch, struct quota);
        *kept = quota;
        sentence->quota = kept;
    }
    return w->sentences[slot];
}

/*
 * What ICU's Hant-Hans folds to, and what is written in Traditional texts all the same (後 and 后,
 * 裡 and 里, 乾 and 干): taken from what Big5 holds, less the forms that only Simplified texts use.
 */
static const struct text also_traditional =
    TEXT_INIT("万丑丫丰么了于云交亮仆仿伙余佛佝佣侄借儿克具冢冬冱凄准几凶出划刮制剃剩勖"
              "勤升卜占卷厄厘只台吁吃吊后向吨呆周咬咸咽哄唇啕喂噪回困堤复奸姐姜娘宴家尸"
              "局岩布席干并幸庄床弦彝彩彷征御德志念恤愈戚戮扇才扎托扣折拓挂挽捂捆据捶捻"
              "搜斗昆昵晒暗曲朴杆杠杯杰松板果栖栗核梁棱楫榨橐檐欲款殷气污沈沾泄泛注洁洒"
              "浚涂涌淀游漓炖炮焊焰熏狸玩球琅瓮皂真眯睾研磷禧私种秘筑筘篪粗糊糟系累群翱"
              "耀肮肴腌膻致舍芸苧苹范蒙蔂蔑薯藤虱蚝蜷蠹表谷豆赶辟逾遁郁酸采里雇霉面韭俱"
              "夸岭帘症确痴淡借抵栗秋咤占卒");
const uint32_t *wording_simplified_only(struct rule_context *cx)
{
    struct role_words *w = cx->words;
    if (w->simplified_only == NULL) {
        w->simplified_only = arena_new_array(w->arena, FOLD_END - FOLD_FIRST, uint32_t);
        fold_sources(w->simplified_only);
        for (size_t i = 0; i < also_traditional.size;)
            w->simplified_only[text_next(also_traditional, &i) - FOLD_FIRST] = 0;
    }
    return w->simplified_only;
}

/* ---- places ---- */

struct span wording_span(const struct record *record, const struct sentence *s, struct range at)
{
    struct text words = sentence_text(s, at);
    struct span span = record->at;
    if (span.source == NULL || span.source->kind != SOURCE_TEXT || text_is_empty(words))
        return span;
    struct text source = text_slice(span.source->text, span.begin, span.end);
    size_t nth = 0, found = TEXT_NOT_FOUND;
    for (size_t i = text_find(s->text, words, 0); i < s->offsets[at.begin];
         i = text_find(s->text, words, i + 1))
        nth++;
    for (size_t i = 0; i <= nth; i++)
        found = text_find(source, words, found == TEXT_NOT_FOUND ? 0 : found + 1);
    return found == TEXT_NOT_FOUND ? span : span_slice(span, found, found + words.size);
}

struct span wording_find(const struct record *record, struct text words)
{
    struct span span = record->at;
    if (span.source == NULL || span.source->kind != SOURCE_TEXT)
        return span;
    struct text source = text_slice(span.source->text, span.begin, span.end);
    size_t found = text_find(source, words, 0);
    const char *first = record->text.data;
    bool is_slice = words.data >= first && words.data < first + record->text.size;
    /* as often as they stand in the record in front of these */
    for (size_t i = text_find(record->text, words, 0);
         is_slice && found != TEXT_NOT_FOUND && i < (size_t)(words.data - first);
         i = text_find(record->text, words, i + 1))
        found = text_find(source, words, found + 1);
    return found == TEXT_NOT_FOUND ? span : span_slice(span, found, found + words.size);
}

void wording_report(struct rule_context *cx, const struct record *record, const struct sentence *s,
                    struct range at, struct finding_details finding)
{
    finding.at = wording_span(record, s, at);
    finding.excerpt = text_copy(cx->arena, sentence_text(s, at));
    finding.content = record->text;
    if (text_is_empty(finding.args[0]))
        finding.args[0] = finding.excerpt;
    rule_report(cx, finding);
}

/* ---- rewriting ---- */

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

static struct range word_before(const struct sentence *s, uint32_t at)
{
    struct range word = {at, at};
    while (word.end > 0 && s->chars[word.end - 1] == ' ')
        word.end--;
    for (word.begin = word.end; word.begin > 0 && s->chars[word.begin - 1] != ' ';)
        word.begin--;
    return word;
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
    struct text before = sentence_text(s, word_before(s, match->at.begin));
    for (const char *const *word = holding; *word != NULL; word++)
        if (text_is(before, *word))
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
        bool goes = match != NULL && text_is_empty(match->phrase->rewrite);
        if (match == NULL || match->at.end > at.end || !may_change(s, match, at.end)) {
            buffer_append(&out, sentence_text(s, (struct range){i, i + 1}));
            i++;
            continue;
        }
        buffer_append(&out, match->phrase->rewrite);
        i = match->at.end;
        if (goes) {
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

struct text wording_rewrite(struct arena *arena, const struct sentence *s,
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

/* ---- rules that are rows ---- */

/* A new round: no entry was reported in it yet. */
static void begin_round(struct role_words *w)
{
    uint32_t count = phrases_entry_count(w->phrases) + 1;
    if (count > w->seen_count) {
        w->seen = arena_new_array(w->arena, count, uint32_t);
        w->seen_count = count;
        w->round = 0;
    }
    w->round++;
}

/* Whether the entry was reported in this round before; it is now. */
static bool is_repeated(struct role_words *w, const struct match *match)
{
    uint32_t *seen = &w->seen[match->phrase->entry];
    bool is_same = *seen == w->round;
    *seen = w->round;
    return is_same;
}

/* The clause's head is the match itself. */
static const struct clause *clause_headed_by(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    bool is_head =
        clause != NULL && clause->kind == CLAUSE_ACT && clause->act.begin == match->at.begin;
    return is_head ? clause : NULL;
}

/* Where the part that belongs to the act ends: at what is strung to it. */
static uint32_t scope_end(const struct sentence *s, uint32_t from, uint32_t end)
{
    for (uint32_t i = s->first[from]; i < s->first[end]; i++) {
        enum phrase_class class = s->matches[i].phrase->class;
        uint32_t next = skip_blanks(s, s->matches[i].at.end, end);
        bool joins = class == PHRASE_AND || class == PHRASE_JOIN;
        if (joins &&
            (sentence_act_at(s, next) != NULL || sentence_at(s, next, PHRASE_IDLE) != NULL))
            return s->matches[i].at.begin;
    }
    return end;
}

/* "the", "our" in front: the marketing team. */
static bool follows_determiner(const struct sentence *s, uint32_t at)
{
    static const char *const determiners[] = {"the",   "a",   "an",   "our",
                                              "their", "its", "this", NULL};
    struct text before = sentence_text(s, word_before(s, at));
    for (const char *const *word = determiners; *word != NULL; word++)
        if (text_equal_ascii_case(before, text_from_string(*word)))
            return true;
    return false;
}

/* Where the next English word begins. */
static uint32_t skip_word(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && s->chars[at] != ' ')
        at++;
    return skip_blanks(s, at, end);
}

/* "in preparing …", "preparing": not "of training", "specimen cataloging", which are nouns. */
static bool is_gerund(const struct sentence *s, struct range in, uint32_t at)
{
    static const char *const fronts[] = {"in", "on", "with", "by", "through", "to", "for", NULL};
    struct text before = sentence_text(s, word_before(s, at));
    for (const char *const *front = fronts; *front != NULL; front++)
        if (text_is(before, *front))
            return true;
    return at == skip_blanks(s, in.begin, in.end);
}

/* "load their luggage": a word that may be a noun is a verb in front of these. */
static bool precedes_determiner(const struct sentence *s, const struct match *act)
{
    struct text rest = text_from(s->text, s->offsets[act->at.end]);
    return text_starts_with(rest, TEXT(" the ")) || text_starts_with(rest, TEXT(" their ")) ||
           text_starts_with(rest, TEXT(" a "));
}

/* "in preparing …", "to file …", "complete the form"; a word that may be a noun is no act. */
static const struct match *english_act(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && act->at.end <= in.end &&
            ((act->phrase->form == VERB_ING && is_gerund(s, in, act->at.begin)) ||
             (act->phrase->form == VERB_BASE &&
              (act->phrase->class == PHRASE_ACT || precedes_determiner(s, act)))))
            return act;
    }
    return NULL;
}

/* Assist the manager in preparing …, collaborate with sales on prices: first whom, then in what. */
static bool english_leaves_open(const struct sentence *s, struct range rest)
{
    static const char *const matters[] = {"in", "on", "with", "by", "through", "to", "for", NULL};
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    bool is_open = begin == rest.end || sentence_at(s, begin, PHRASE_PREPOSITION) != NULL;
    const struct match *act = english_act(s, rest);
    if (is_open || (act != NULL && act->at.begin == begin))
        return true;
    for (uint32_t i = s->first[begin]; i < s->first[rest.end]; i++)
        for (const char *const *matter = matters; *matter != NULL; matter++)
            if (s->matches[i].phrase->class == PHRASE_PREPOSITION &&
                text_is(s->matches[i].phrase->words, *matter))
                return false;
    return act == NULL;
}

/* 配合產品、設計團隊，完成開發: what is done stands in the next clause. */
static uint32_t sentence_end(const struct sentence *s, const struct clause *clause)
{
    const struct clause *last = clause;
    while (last + 1 < s->clauses + s->clause_count && last[1].sentence == clause->sentence)
        last++;
    return last->at.end;
}

#define PART_LENGTH 4  /* code points that name a part of the work */
#define PARTY_LENGTH 2 /* ... whom somebody helps, or what is done */

/* The first act that is no part of a party's name; *party when one was passed: 審計部, 護理長. */
static const struct match *chinese_act(const struct sentence *s, struct range rest, bool *party)
{
    const struct match *act = sentence_find_act(s, rest);
    *party = false;
    while (act != NULL && (sentence_at(s, act->at.end, PHRASE_PARTY_TAIL) != NULL ||
                           sentence_at(s, act->at.begin, PHRASE_PARTY) != NULL)) {
        *party = true;
        act = sentence_find_act(s, (struct range){act->at.end, rest.end});
    }
    const struct match *idle = sentence_find(s, rest, PHRASE_IDLE);
    return act == NULL || (idle != NULL && idle->at.begin < act->at.begin) ? idle : act;
}

/* Where the party ends that begins there: 銷售部門, 行政部經理. */
static uint32_t party_end(const struct sentence *s, const struct match *party)
{
    uint32_t end = party->at.end;
    for (;;) {
        const struct match *more = sentence_at(s, end, PHRASE_PARTY);
        const struct match *tail = sentence_at(s, end, PHRASE_PARTY_TAIL);
        if (more == NULL && tail == NULL)
            return end;
        end = more != NULL ? more->at.end : tail->at.end;
    }
}

/* 協助門市日常營運, 配合政府部門的檢查: an act without object that something is put in front of. */
static bool is_matter_of_party(const struct sentence *s, const struct match *act, uint32_t from)
{
    struct range between = {from, act->at.begin};
    return between.end > between.begin && sentence_find(s, between, PHRASE_PREPOSITION) == NULL &&
           sentence_find_act(s, between) == NULL;
}

/*
 * 協助經理編製預算 says whom and in what; 協助經理開展工作 and 配合完成內審 leave one open. Where
 * the clause goes on behind the rest (研究並改善…), its act has an object there.
 */
static bool chinese_leaves_open(const struct sentence *s, struct range rest, bool goes_on)
{
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    bool has_party;
    const struct match *act = chinese_act(s, rest, &has_party);
    if ((act != NULL && act->at.begin == begin) ||
        sentence_find(s, rest, PHRASE_EMPTY_WORK) != NULL)
        return true;
    struct range front = {rest.begin, act == NULL ? rest.end : act->at.begin};
    const struct match *party = sentence_find(s, front, PHRASE_PARTY);
    uint32_t named = party == NULL ? begin : party_end(s, party);
    bool has_object = act != NULL && (goes_on || rest.end >= act->at.end + PARTY_LENGTH);
    if (has_object && act->at.begin >= begin + PARTY_LENGTH)
        return false; /* 配合交警疏導車輛: what stands in front of an act with its object is whom */
    if (act != NULL)
        return party == NULL ? !has_party
                             : is_matter_of_party(s, act, named) ||
                                   (act->at.begin == named && sentence_at(s, named, PHRASE_THING));
    /* 協助主任排定時段: words behind the party, though no list knows the verb */
    return party == NULL || rest.end < named + PART_LENGTH;
}

static bool takes_part(const struct match *match)
{
    struct text words = match->phrase->words;
    return text_starts_with(words, TEXT("参与")) || text_starts_with(words, TEXT("參與")) ||
           text_starts_with(words, TEXT("participate")) ||
           text_starts_with(words, TEXT("take~ part"));
}

static bool leaves_open(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = clause_headed_by(s, match);
    bool is_participle = match->phrase->form == VERB_ING && match->at.begin > s->clauses[0].at.end;
    if (clause == NULL || is_participle)
        return false; /* 技術支援: a noun; …, working with …: tells how */
    struct range rest = {match->at.end, scope_end(s, match->at.end, clause->at.end)};
    if (sentence_find(s, rest, PHRASE_AD_HOC) != NULL)
        return false; /* 配合完成主管交辦事項: W402 says so */
    uint32_t begin = skip_blanks(s, rest.begin, rest.end);
    if (takes_part(match)) /* who takes part in a meeting does not lead it; else: who does? */
        return sentence_find(s, rest, PHRASE_EVENT) == NULL;
    if (sentence_at(s, begin, PHRASE_JOIN) != NULL)
        return false; /* supports and coaches …: the other act says it */
    uint32_t end = sentence_end(s, clause);
    if (s->language == LANG_EN)
        return english_leaves_open(s, (struct range){rest.begin, end});
    if (end > clause->at.end && sentence_ending(s, rest, PHRASE_PARTY) != NULL)
        return false; /* 配合產品、設計等團隊，完成開發: the next clause says in what */
    return chinese_leaves_open(s, rest, rest.end < clause->at.end);
}

/*
 * Vague terms are none in brackets, where examples stand, nor in a clause that goes to the baseline
 * as it is; nor are modifiers where no act is said that they could go from.
 */
static bool is_harmless(const struct sentence *s, const struct match *match)
{
    const struct clause *clause = sentence_clause_at(s, match->at.begin);
    if (match->phrase->class == PHRASE_MODIFIER) /* a clean kitchen: W304 speaks of it */
        return match->phrase->has_rewrite && text_is_empty(match->phrase->rewrite) &&
               !wording_names_act(s);
    return match->phrase->class == PHRASE_VAGUE &&
           (s->in_brackets[match->at.begin] || (clause != NULL && clause->is_ad_hoc));
}

static void report_match(struct rule_context *cx, const struct record *record,
                         const struct sentence *s, const struct match *match,
                         const struct wording_rule *rule)
{
    struct finding_details finding = {.element = ELEMENT_DUTIES, .has_element = true};
    const struct phrase *phrase = match->phrase;
    if (phrase->has_rewrite) {
        wording_propose(cx, record, s, match, &finding);
        finding.message = finding.has_replacement ? &rule->rewrite : &rule->omit;
    }
    wording_report(cx, record, s, match->at, finding);
}

void wording_check(struct rule_context *cx, const struct role *role,
                   const struct wording_rule *rule)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        if (rule->of_duties_only && wording_requirement(s) != NULL)
            continue;
        begin_round(cx->words);
        for (uint32_t m = 0; m < s->first[s->count]; m++) {
            const struct match *match = &s->matches[m];
            if (match->phrase->class == rule->class && !is_harmless(s, match) &&
                (!rule->at_act_only || leaves_open(s, match)) && !is_repeated(cx->words, match))
                report_match(cx, &records->rows[i], s, match, rule);
        }
    }
}

void wording_check_bettering(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        const struct clause *clause = wording_bettering(s);
        if (clause != NULL && !sentence_has(s, PHRASE_NOT_ASSESSABLE) &&
            !sentence_has(s, PHRASE_AD_HOC) && wording_requirement(s) == NULL)
            wording_report(
                cx, &records->rows[i], s, clause->at,
                (struct finding_details){.element = ELEMENT_DUTIES, .has_element = true});
    }
}

/* ---- what several rules ask ---- */

bool wording_has_act(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_ACT)
            return true;
    return false;
}

/* The verb of a requirement: 熟悉, 了解, "maintain" in "maintain confidentiality". */
static bool is_of_requirement(const struct sentence *s, uint32_t act)
{
    for (uint32_t i = 0; i < s->first[act + 1]; i++) {
        enum phrase_class class = s->matches[i].phrase->class;
        if ((class == PHRASE_REQUIREMENT || class == PHRASE_SLOGAN) && s->matches[i].at.end > act)
            return true;
    }
    return false;
}

/* The requirements' own verbs are no act; any other is. */
static bool has_other_act(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].kind == CLAUSE_ACT && !is_of_requirement(s, s->clauses[i].act.begin))
            return true;
    return false;
}

/* 制定著裝規範, explain our values: what an act in front of it is done to is no slogan. */
static bool is_object(const struct sentence *s, const struct match *slogan)
{
    const struct clause *clause = sentence_clause_at(s, slogan->at.begin);
    return clause != NULL && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           clause->verb->class != PHRASE_IDLE && clause->act.end <= slogan->at.begin &&
           !is_of_requirement(s, clause->act.begin);
}

const struct match *wording_requirement(const struct sentence *s)
{
    const struct match *requirement = NULL;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *match = &s->matches[i];
        if (match->phrase->class == PHRASE_SLOGAN && !is_object(s, match))
            return match;
        if (match->phrase->class == PHRASE_REQUIREMENT && requirement == NULL)
            requirement = match;
    }
    bool is_other = sentence_has(s, PHRASE_AD_HOC) || has_other_act(s); /* W402 says so, or none */
    return is_other ? NULL : requirement;
}

/* The verb of bettering at the head, behind what modifies it; NULL: there is none. */
static const struct match *bettering_at(const struct sentence *s, uint32_t at)
{
    const struct match *verb = sentence_at(s, at, PHRASE_BETTERING);
    const struct match *front = sentence_at(s, at, PHRASE_MODIFIER);
    if (front == NULL)
        front = sentence_at(s, at, PHRASE_ADVERB);
    return verb != NULL || front == NULL ? verb : sentence_at(s, front->at.end, PHRASE_BETTERING);
}

const struct clause *wording_bettering(const struct sentence *s)
{
    const struct clause *clause = s->clause_count == 0 ? NULL : &s->clauses[0];
    const struct match *verb = clause == NULL ? NULL : bettering_at(s, clause->at.begin);
    if (verb == NULL || s->quota != NULL)
        return NULL;
    struct range rest = {verb->at.end, clause->at.end};
    bool is_causing = verb->phrase->length == 1; /* 讓客戶簽字: somebody acts */
    bool is_empty = rest.end < rest.begin + 2 || (is_causing && sentence_find_act(s, rest) != NULL);
    return is_empty || sentence_find(s, rest, PHRASE_MEASURED) != NULL ? NULL : clause;
}

bool wording_is_not_assessable(const struct sentence *s)
{
    return sentence_has(s, PHRASE_NOT_ASSESSABLE) || wording_bettering(s) != NULL;
}

/* Preparation of …, compliance with …: an act as a noun, at the head. */
static bool begins_with_noun_of_act(const struct sentence *s)
{
    static const char *const endings[] = {"tion", "sion", "ment",  "ance", "ence", "ysis",
                                          "val",  "sal",  "sight", "ship", "ing",  NULL};
    uint32_t end = 0;
    while (end < s->count && s->chars[end] != ' ' && s->chars[end] != ',' && s->chars[end] != '/')
        end++;
    struct text word = sentence_text(s, (struct range){0, end});
    bool has_object = text_find(s->text, TEXT(" of "), 0) != TEXT_NOT_FOUND ||
                      text_find(s->text, TEXT(" with "), 0) != TEXT_NOT_FOUND;
    for (const char *const *ending = endings; *ending != NULL; ending++)
        if (text_ends_with(word, text_from_string(*ending)))
            return s->language == LANG_EN && has_object;
    return false;
}

/* Responsible for handling …: an act stands behind a preposition; safe working hours: it is none.
 */
static bool governs(const struct sentence *s, uint32_t at)
{
    struct range front = {0, at};
    return sentence_ending(s, front, PHRASE_PREPOSITION) != NULL ||
           sentence_ending(s, front, PHRASE_JOIN) != NULL ||
           sentence_ending(s, front, PHRASE_HOW) != NULL;
}

/* 物料擺放整齊, 良好的溝通, a tidy workplace: how things are, whatever verbs are in it. */
static bool tells_state(const struct sentence *s, const struct clause *clause,
                        const struct match *act)
{
    uint32_t begin = clause->at.begin;
    if (s->language == LANG_EN)
        return act->phrase->form == VERB_BASE &&
               (s->chars[begin] == 'a' || s->chars[begin] == 't') &&
               follows_determiner(s, skip_word(s, begin, clause->at.end));
    const struct match *state = sentence_at(s, begin, PHRASE_STATE);
    bool is_adjective =
        state != NULL && state->at.end < clause->at.end && s->chars[state->at.end] == 0x7684;
    return is_adjective || sentence_ending(s, clause->at, PHRASE_STATE) != NULL;
}

/* In "The safety of", "A clean kitchen" and 良好的協作 nothing is done, whatever verbs are in it.
 */
static bool is_in_state(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    return clause != NULL && clause->kind == CLAUSE_OTHER && tells_state(s, clause, act);
}

static bool says_actor(const struct sentence *s)
{
    const struct match *actor = sentence_find(s, (struct range){0, s->count}, PHRASE_ACTOR);
    return actor != NULL && !is_in_state(s, actor);
}

/* "will prepare", "you check", "and record the": an English verb is one, not a noun's plural. */
static bool is_english_verb(const struct sentence *s, const struct match *act)
{
    static const char *const fronts[] = {"to",     "will",   "shall",   "must", "may",   "can",
                                         "should", "you",    "we",      "who",  "that",  "they",
                                         "he",     "she",    "also",    "not",  "would", "-",
                                         "often",  "seldom", "usually", NULL};
    static const char *const starters[] = {"the", "a",     "an",  "all", "each", "any",
                                           "our", "their", "its", "new", NULL};
    struct text before = sentence_text(s, word_before(s, act->at.begin));
    uint32_t next = skip_blanks(s, act->at.end, s->count);
    struct text after = sentence_text(s, (struct range){next, skip_word(s, next, s->count)});
    for (const char *const *front = fronts; *front != NULL; front++)
        if (text_equal_ascii_case(before, text_from_string(*front)))
            return act->phrase->form != VERB_ING;
    for (const char *const *starter = starters; *starter != NULL; starter++)
        if (text_is(text_trim(after), *starter))
            return true;
    return false;
}

/* An act within a clause that has none at its head: 客戶投訴處理; 控制成本：…; you check … */
static bool is_named_act(const struct sentence *s, const struct match *act)
{
    const struct clause *clause = sentence_clause_at(s, act->at.begin);
    if (is_in_state(s, act) || sentence_at(s, act->at.begin, PHRASE_MATTER) != NULL ||
        (clause != NULL && sentence_is_thing(s, clause, act->at.begin)))
        return false;
    const struct match *work = sentence_find(s, (struct range){0, s->count}, PHRASE_EMPTY_WORK);
    if ((act->phrase->form == VERB_ING && governs(s, act->at.begin)) ||
        (work != NULL && work->at.begin >= act->at.begin))
        return true;
    if (s->language == LANG_EN)
        return is_english_verb(s, act);
    struct range front = {clause == NULL ? act->at.begin : clause->at.begin, act->at.begin};
    const struct match *join = sentence_ending(s, front, PHRASE_JOIN);
    if (join != NULL && clause != NULL && act->at.end == clause->at.end &&
        sentence_find_act(s, (struct range){front.begin, join->at.begin}) == NULL)
        return false; /* 店鋪形象與陳列 */
    bool is_outer =
        clause != NULL && (act->at.end == clause->at.end || act->at.begin == clause->at.begin);
    return act->phrase->class == PHRASE_ACT || is_outer ||
           sentence_at(s, act->at.end, PHRASE_JOIN) != NULL;
}

bool wording_names_act(const struct sentence *s)
{
    if (wording_has_act(s) || sentence_has(s, PHRASE_IDLE) || sentence_has(s, PHRASE_RESULT) ||
        says_actor(s) || begins_with_noun_of_act(s))
        return true;
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *act = sentence_act_at(s, s->matches[i].at.begin);
        if (act != NULL && is_named_act(s, act))
            return true;
    }
    return false;
}

bool wording_says_how(const struct sentence *s)
{
    for (size_t i = 0; i < s->clause_count; i++)
        if (s->clauses[i].says_how)
            return true;
    return s->language == LANG_EN && sentence_has(s, PHRASE_HOW);
}

bool wording_is_duty(const struct sentence *s)
{
    return wording_has_act(s) && wording_requirement(s) == NULL &&
           !sentence_has(s, PHRASE_AD_HOC) && !wording_is_not_assessable(s) && s->quota == NULL;
}

bool wording_says_result(const struct sentence *s) { return sentence_has(s, PHRASE_RESULT); }

/* ---- parts of a duty ---- */

#define SEVERAL 3 /* duties that lack a part together are one finding */

void wording_check_part(struct rule_context *cx, const struct role *role, enum field field,
                        says_part *says, const struct message *none_says)
{
    const struct records *records = role_records(role, ELEMENT_DUTIES);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_DUTIES);
    bool *lacks = arena_new_array(cx->words->scratch, records->count + 1, bool);
    size_t asked = 0, lacking = 0;
    for (size_t i = 0; i < records->count; i++) {
        if (!wording_is_duty(&sentences[i]))
            continue;
        lacks[i] = text_is_empty(record_field(records, &records->rows[i], field).text) &&
                   !says(&sentences[i]);
        asked++;
        lacking += lacks[i];
    }
    if (lacking == asked && asked >= SEVERAL) {
        struct text_buffer number = text_buffer_new(cx->arena);
        buffer_append_int(&number, (int64_t)lacking);
        rule_report(cx, (struct finding_details){.at = records->at,
                                                 .message = none_says,
                                                 .args = {buffer_text(&number)}});
        return;
    }
    for (size_t i = 0; i < records->count; i++)
        if (lacks[i])
            wording_report(cx, &records->rows[i], &sentences[i],
                           (struct range){0, sentences[i].count}, (struct finding_details){0});
}
