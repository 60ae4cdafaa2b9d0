/*
 * What people write for a date: 2026-11-26, 2026年11月, "26 November 2026", 民國115年.
 */
#ifndef ROLEBOOK_CORE_CLI_WRITTEN_DATE_H
#define ROLEBOOK_CORE_CLI_WRITTEN_DATE_H
#include "core/base/text.h"

/*
 * Whether the words can be a date: in digits alone it is a day or a month of the calendar, in words
 * it has a year or another number that may be one.
 */
bool is_written_date(struct text words);

#endif
