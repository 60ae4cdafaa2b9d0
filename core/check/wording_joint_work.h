/*
 * Joint work is done with somebody else, or is help given to them: Chinese, who leads and which part
 * is whose is left open.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_JOINT_WORK_H
#define ROLEBOOK_CORE_CHECK_WORDING_JOINT_WORK_H
#include "core/normalise/sentence.h"

/* 與旅行社|共同推廣…, 聯合農會舉辦…, 提供各部門支援: the match, of PHRASE_ACTOR, is of such work. */
bool wording_is_joint_work(const struct sentence *s, const struct match *match);
/*
 * 洗碗、備菜、|幫忙外場; sorts donations, prices the books and |supports colleagues: of acts in a row one
 * is help, and nothing says in what.
 */
bool wording_helps_in_row(const struct sentence *s, const struct match *match);
/* 由工程部牽頭，|配合…: who leads is said in front. */
bool wording_names_leader(const struct sentence *s, const struct match *match);
/* 在主任指導下|協助|消毒器械: who leads is said in front, and in rest what is done. */
bool wording_is_led(const struct sentence *s, const struct match *match, struct range rest);
/* 排產會, 病例討論會: by its end a meeting, which whoever takes part in does not lead. */
bool wording_is_meeting(const struct sentence *s, struct range in);
/*
 * 與客戶|達成合作, 提供技術支援: what comes about, or a service that is named, and nobody's part in
 * another's work.
 */
bool wording_comes_about(const struct sentence *s, const struct match *match);

#endif
