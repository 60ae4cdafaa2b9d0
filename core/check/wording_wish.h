/*
 * A wish only says that something becomes better, or what nobody can assess.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_WISH_H
#define ROLEBOOK_CORE_CHECK_WORDING_WISH_H
#include "core/normalise/sentence.h"

/*
 * The clause at the head that only says that something becomes better (增強客戶黏性,
 * 讓長者安享晚年), and nothing that can be measured; NULL: there is none.
 */
const struct clause *wording_bettering(const struct sentence *s);
/* Whether nobody can assess it: by the lists, or since it only says that something is better. */
bool wording_is_not_assessable(const struct sentence *s);
/*
 * Whether W101 speaks of it in place of W202: in Chinese what nobody can assess stands in the
 * clause of what is asked (追求卓越的品質), in front of a slogan or beside a quality (對病人有耐心，
 * 視病人如親人); in English it begins with it and goes on: loves the soil as his own.
 */
bool wording_outweighs(const struct sentence *s, const struct match *requirement);

/*
 * 維護客戶關係，培養忠誠度: W101 says of each of the acts (acts_find) that nobody can assess it, and
 * one of them is enough.
 */
bool wording_are_not_assessable(const struct sentence *s, const struct range *acts, size_t count);
/*
 * 當好紐帶，傳達文件; 發揮螺絲釘作用，清點工具: how many of the acts are none but a picture or a wish
 * in a Chinese clause of its own.
 */
size_t wording_assessable_acts(const struct sentence *s, const struct range *acts, size_t count);
/* Mends nets, and fosters a caring culture: of several acts one at least can be assessed. */
bool wording_has_assessable_act(const struct sentence *s);

/*
 * 用奉獻詮釋忠誠, 視每次演出為最後一次: it begins as what is done to somebody or with something, and
 * says no act.
 */
bool wording_only_seems_act(const struct sentence *s);

/* Nobody can assess it, and it is no duty: we offer a warm welcome, of whoever hires. */
bool wording_praises_other(const struct sentence *s);
/* 用叉車|把托盤碼到貨架: where something is put, behind what it is done with. */
bool wording_puts_somewhere(const struct sentence *s, const struct clause *clause);

#endif
