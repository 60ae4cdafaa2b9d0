#include "core/check/rule.h"
#include <string.h>

/* One line a file of rules/, made by the Makefile. */
#define RULE(code) extern const struct rule rule_##code;
#include "rules.inc"
#undef RULE

const struct rule *const rule_registry[] = {
#define RULE(code) &rule_##code,
#include "rules.inc"
#undef RULE
    NULL,
};

size_t rule_count(void) { return sizeof rule_registry / sizeof *rule_registry - 1; }

size_t rule_number_of(const char *code)
{
    size_t i = 0;
    while (i < rule_count() && strcmp(rule_registry[i]->code, code) != 0)
        i++;
    return i;
}

const struct rule *rule_find(struct text code)
{
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++)
        if (text_equal_ascii_case(code, text_from_string((*rule)->code)) ||
            text_is(code, (*rule)->name))
            return *rule;
    return NULL;
}
