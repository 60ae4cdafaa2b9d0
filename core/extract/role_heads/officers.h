/*
 * Officers of rules: paragraphs and sentences that each tell of another one, and the lists around
 * and below them.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_OFFICERS_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_OFFICERS_H
#include "core/extract/extraction.h"
#include "core/extract/outline/outline.h"

/* ---- officer_sentences.c ---- */

/*
 * Whom a sentence of rules is about. is_sure: it says what he shall do, or his name stands in
 * front of it; not that he does it. rest: the sentence without number and name in front.
 */
struct officer {
    struct text name, rest, holder;
    bool is_sure;
    bool is_announced; /* the heading above speaks of what officers do */
    bool is_lead;      /* "The president shall:" over what he does; rest is empty */
    size_t least;      /* of a row of such: fewer are told in passing */
};
/* "Section 3. The treasurer …": the sentence behind the number of its section. */
struct text sentence_behind_section(struct text line);
/* What its first words say, in one line. */
struct text first_words_of(struct extraction *x, struct text sentence);
/*
 * in       is_announced  the heading above speaks of what officers do
 * returns  false: it is about nobody
 */
bool read_officer(struct extraction *x, struct text words, bool is_announced,
                  struct officer *officer);
/*
 * Called for block after block, keeps in *level the level of the heading above that names a
 * position, or UINT_MAX where the document's first line does; 0: none does. Below it, sentences
 * about somebody name no officers.
 */
void watch_positions(struct extraction *x, const struct block *block, bool is_first,
                     unsigned *level);

/* ---- officers.c ---- */

/* So many in a row are officers: as many as its kind needs, or one and his deputy, 副社長. */
bool are_officers(const struct extraction *x, const struct officer *first,
                  const struct officer *second, size_t count);
/* "The treasurer shall …", "The historian shall …": sentences of rules, each of a role; false: none
 * are. */
bool find_officers(struct extraction *x, struct outline *outline);

/* ---- officer_rows.c ---- */

/* A list right behind the sentence about an officer: what else he does. */
bool is_list_behind(const struct outline *outline, size_t list, size_t officer);
/*
 * A list behind a list that begins with no first number, and not with the next: it goes on one
 * around what stands in front.
 */
bool goes_on_around(const struct outline *outline, size_t index);
/*
 * What stands right behind a row of officers, at end: where they were items, a list in the last
 * one's item is his, and one that does not begin with its first number goes on that around them.
 */
void mark_behind_officers(struct outline *outline, bool are_leads, size_t end);

/* ---- officers_han.c ---- */

/* A heading speaks of what officers do: 職權, 役員の職務. */
bool words_announce_officers(struct extraction *x, struct text words);
/* 「二項」, 「第3条」, and nothing else. */
bool is_number_of_article(struct text words);
/* 「本部分為文書組、場地組和器材組。」: sentences behind it may tell what each does. */
bool announces_units_in_han(struct extraction *x, struct text sentence);
/*
 * out      name  of whom a sentence in Chinese or Japanese is about, or the post that it sets up
 *          act   where what he does begins: 0 but behind a name that the sentence is without
 *          is_marked  は or a blank stands behind the name, or the post is set up
 * returns  false: it is about nobody
 */
bool read_officer_in_han(struct extraction *x, struct text sentence, bool is_announced,
                         struct text *name, size_t *act, bool *is_marked);
/*
 * The clause in front, 「由會長聘任，」 or 「任期一年，」, that tells how an officer is chosen or how long
 * he stays, without its comma; empty: there is none, and *element is left as it is.
 */
struct text clause_of_choice(struct extraction *x, struct text words, enum element *element);
/* 「會長綜理會務。」: whom the sentence says to do something; empty: nobody. */
struct text officer_who_acts_in_han(struct extraction *x, struct text sentence);
/* 「會長應於每年十二月…」: whom the sentence says something of, whatever it is; empty: nobody. */
struct text officer_bound_in_han(struct extraction *x, struct text sentence);

#endif
