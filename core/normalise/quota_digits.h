/*
 * Digits of a figure, the shares that Chinese writes as one word (百分之五), and what stands around
 * them by words alone.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_QUOTA_DIGITS_H
#define ROLEBOOK_CORE_NORMALISE_QUOTA_DIGITS_H
#include "core/model/fold.h"
#include "core/normalise/sentence.h"
#include <unicode/uchar.h>

/* Han, which nearly all is, is not looked up. */
static inline bool is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : !is_basic_han(c) && u_isdigit((UChar32)c);
}

/* 1,000; 0.5: the mark stands within a number. */
static inline bool joins_digits(const struct sentence *s, uint32_t at)
{
    return (s->chars[at] == ',' || s->chars[at] == '.') && at + 1 < s->count &&
           is_digit(s->chars[at + 1]);
}

/* The letter that stands for a thousand or a million, and for nothing else: 15k, 2m. */
static inline bool is_scale(const struct sentence *s, uint32_t at)
{
    uint32_t next = at + 1 == s->count ? ' ' : s->chars[at + 1];
    bool joins = u_isalnum((UChar32)next) || next == '-' || next == '/';
    return (s->chars[at] == 'k' || s->chars[at] == 'm') && !joins;
}

/*
 * 千分之三, 百分之95, 万分之零点五: a share is one figure with what it is a share of.
 *
 * out      *value  its small number; untouched where none begins
 * returns  where it ends; `at`: none begins there
 */
uint32_t quota_share_end(const struct sentence *s, uint32_t at, uint32_t *value);
/* What a text with gaps writes for a number: ××, XX. */
bool quota_is_gap(const struct sentence *s, uint32_t at);
/* The article of a time that is a limit: within an hour; `at`: there is none. */
uint32_t quota_article_end(const struct sentence *s, uint32_t at);
/* Inspect the three boilers: how many there are, which is known, by what stands in front. */
bool quota_is_known(const struct sentence *s, struct range front);
/* 每車 10 元|停車費: a fee is named right behind the amount. */
bool quota_leads_to_fee(const struct sentence *s, struct range behind);
/* 200人|的任務: up to the end of the clause the words say that so much is aimed at. */
bool quota_is_aimed_at(const struct sentence *s, uint32_t at, uint32_t end);
/* Reaching an average basket of £32: so much is to be reached, whatever bounds it. */
bool quota_is_to_be_reached(const struct sentence *s, const struct clause *clause, uint32_t number);
/* Ward 6 at …: the number tells which one; neither a verb nor a preposition stands in front. */
bool quota_is_number_of_thing(const struct sentence *s, struct range number);
/* Six choirs, forty new members: where the plural counted ends; 0: none stands there. */
uint32_t quota_plural_end(const struct sentence *s, uint32_t behind);
/* Cut the response time to |four minutes: how long it may take then. */
bool quota_is_cut_to(const struct sentence *s, const struct clause *clause, uint32_t number);
/* 5 噸以上貨車: a unit by which things are measured, and nothing is counted. */
bool quota_is_measure(struct text unit);

#endif
