/*
 * The front of a clause is what stands before its head: who does it, when, within which time, by
 * which procedure.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_CLAUSE_FRONT_H
#define ROLEBOOK_CORE_NORMALISE_CLAUSE_FRONT_H
#include "core/normalise/sentence.h"

/*
 * 副隊長襄助…, 值班員應登記…: where the clause goes on behind whoever does it, where a modal or a
 * helper shows it; its begin: nobody is named.
 */
uint32_t clause_skip_subject(const struct sentence *s, const struct clause *clause);
/* 每次活動後負責檢查…: behind a time in front of an act; `begin`: there is none. */
uint32_t clause_skip_time(const struct sentence *s, const struct clause *clause, uint32_t begin);
/* "30 分鐘內", "quickly": behind numbers with their units, labels and English adverbs. */
uint32_t clause_skip_words(const struct sentence *s, uint32_t at, uint32_t end);
/* 3月1日前, 每月30號以前: how long a limit behind a date is; 0: none stands there. */
uint32_t clause_limit_of_date(const struct sentence *s, uint32_t at);

/* 會議中，…; 結合目標與實際情況，…: the clause only says when, or with what. */
bool clause_only_leads(const struct sentence *s, const struct clause *clause);

/* 受董事會委託，…; 經館長同意，…: on whose word it is done. */
bool clause_says_on_whose_word(const struct sentence *s, const struct clause *clause);

/* 聯絡窗口, 技術導入之窗口: through whom something goes. */
bool clause_names_contact(const struct sentence *s, uint32_t at, uint32_t end);
/* 規程, 計畫: the tail names by which something may be done; not 費用. */
bool clause_names_rule(const struct sentence *s, const struct match *tail);
/* 按《檔案法》, 遵照作業程序, 按季度, 依第九條: the procedure or the time is named in full. */
bool clause_ends_procedure(const struct sentence *s, struct range front);
/* 根據年度計畫，根據預算，對…: what the act is grounded on, which no act is. */
bool clause_gives_ground(const struct sentence *s, const struct clause *clause);

#endif
