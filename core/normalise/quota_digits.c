#include "core/normalise/quota_digits.h"
#include "core/normalise/english_words.h"
#include "core/normalise/numeral.h"

#define PLURAL_WORDS 3 /* words behind an English number among which what it counts stands */

static bool is_of_share(const struct sentence *s, uint32_t at)
{
    return is_numeral(s->chars[at]) || s->chars[at] == u'点' || is_digit(s->chars[at]) ||
           joins_digits(s, at);
}

uint32_t quota_share_end(const struct sentence *s, uint32_t at, uint32_t *value)
{
    uint32_t first = s->chars[at], digits = 0;
    bool may_begin = first == u'百' || first == u'千' || first == u'万';
    const struct match *whole = may_begin ? sentence_at(s, at, PHRASE_PERCENT) : NULL;
    if (whole == NULL)
        return at;
    struct counting counting = {.whole = 0};
    struct numeral numeral;
    uint32_t end = whole->at.end;
    for (; end < s->count && is_of_share(s, end); end++)
        if (numeral_of(s->chars[end], &numeral))
            count_numeral(&counting, numeral);
        else if (is_digit(s->chars[end]) && digits < 100)
            digits = 10 * digits + (s->chars[end] - '0');
    *value = digits > 0 ? digits : (uint32_t)counted(counting);
    return end > whole->at.end ? end : at;
}

bool quota_is_gap(const struct sentence *s, uint32_t at)
{
    return at < s->count && (s->chars[at] == 0xD7 || s->chars[at] == 'x');
}

uint32_t quota_article_end(const struct sentence *s, uint32_t at)
{
    uint32_t end = at + 1 + (at + 1 < s->count && s->chars[at + 1] == 'n');
    bool is_article = s->chars[at] == 'a' && end < s->count && s->chars[end] == ' ';
    struct range front = {0, at};
    return is_article && sentence_ending(s, front, PHRASE_LIMIT) != NULL ? end : at;
}

#define FEE_REACH 6 /* code points behind an amount within which its fee is named */

bool quota_leads_to_fee(const struct sentence *s, struct range behind)
{
    static const char *const fees[] = {"费",   "費",   "补助", "補助", "补贴", "補貼",
                                       "津贴", "津貼", "押金", "定金", "租金", NULL};
    uint32_t end = behind.begin + FEE_REACH < behind.end ? behind.begin + FEE_REACH : behind.end;
    for (uint32_t at = behind.begin; at < end; at++)
        if (text_starts_with_one_of(sentence_text(s, (struct range){at, end}), fees))
            return true;
    return false;
}

bool quota_is_measure(struct text unit)
{
    static const char *const measures[] = {"吨",   "噸",     "米",   "公斤",   "千克",
                                           "平方", "平方米", "立方", "立方米", NULL};
    return text_is_one_of(unit, measures);
}

bool quota_is_known(const struct sentence *s, struct range front)
{
    static const char *const fronts[] = {"the ", "these ", "all ", "both ", "our ", "its ", NULL};
    return s->language == LANG_EN && text_ends_with_one_of(sentence_text(s, front), fronts);
}

bool quota_is_aimed_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const aims[] = {"目标", "目標", "任务", "任務", "指标", "指標",
                                       "业绩", "業績", "定额", "定額", NULL};
    return at + 2 < end && text_has(TEXT("的之"), s->chars[at]) &&
           text_is_one_of(sentence_text(s, (struct range){at + 1, end}), aims);
}

bool quota_is_to_be_reached(const struct sentence *s, const struct clause *clause, uint32_t number)
{
    static const char *const verbs[] = {"reach", "achieve", "attain", "hit", NULL};
    return s->language == LANG_EN && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           text_starts_with_one_of(clause->verb->words, verbs) &&
           text_is(sentence_text(s, english_word_before(s, number)), "of");
}

bool quota_is_number_of_thing(const struct sentence *s, struct range number)
{
    static const char *const leads[] = {"at", "on", "for", "with", "by", "from", "in", NULL};
    uint32_t next = skip_blanks(s, number.end, s->count);
    struct range word = english_word_before(s, number.begin);
    struct range behind = {next, english_word_end(s, next, s->count)};
    return s->language == LANG_EN && is_digit(s->chars[number.begin]) && word.end > word.begin &&
           word.begin > 0 && sentence_act_at(s, word.begin) == NULL &&
           sentence_at(s, word.begin, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, word.begin, PHRASE_JOIN) == NULL &&
           text_is_one_of(sentence_text(s, behind), leads);
}

uint32_t quota_plural_end(const struct sentence *s, uint32_t behind)
{
    uint32_t at = skip_blanks(s, behind, s->count);
    for (size_t words = 0; words < PLURAL_WORDS && at < s->count; words++) {
        uint32_t end = at;
        while (end < s->count && (u_isalpha((UChar32)s->chars[end]) || s->chars[end] == '-'))
            end++;
        struct text word = sentence_text(s, (struct range){at, end});
        if (english_ends_in_s(word))
            return end;
        if (end == at || sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return 0;
        at = skip_blanks(s, end, s->count);
    }
    return 0;
}

bool quota_is_cut_to(const struct sentence *s, const struct clause *clause, uint32_t number)
{
    static const char *const verbs[] = {"cut",   "reduce",   "lower", "shorten", "limit",
                                        "bring", "decrease", "hold",  "keep",    NULL};
    return s->language == LANG_EN && clause->kind == CLAUSE_ACT && clause->verb != NULL &&
           text_is(sentence_text(s, english_word_before(s, number)), "to") &&
           text_starts_with_one_of(clause->verb->words, verbs);
}
