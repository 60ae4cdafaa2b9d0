/*
 * A record that only names somebody or papers: lead security engineer, 測試工程師, 公文收發室,
 * 週報、月報、預警報告. What seems a verb in it is part of the name.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_NAME_H
#define ROLEBOOK_CORE_CHECK_WORDING_NAME_H
#include "core/normalise/sentence.h"

bool wording_only_names(const struct sentence *s);

#endif
