/*
 * The languages rolebook reads, writes and speaks.
 */
#ifndef ROLEBOOK_CORE_BASE_LANGUAGE_H
#define ROLEBOOK_CORE_BASE_LANGUAGE_H
#include "core/base/text.h"

enum language { LANG_ZH_HANT, LANG_ZH_HANS, LANG_EN, LANG_COUNT };

/* BCP 47 tag: "zh-Hant", "zh-Hans", "en". NUL-terminated. */
const char *language_tag(enum language language);
/*
 * The language a tag names (BCP 47: zh-TW, zh-HK, zh-Hant-TW, zh_CN.UTF-8, en-GB …; case and - _
 * alike), or LANG_COUNT when it names none of ours.
 */
enum language language_from_tag(struct text tag);

#endif
