/* What every fuzz harness includes. */
#ifndef ROLEBOOK_TESTS_FUZZ_FUZZ_H
#define ROLEBOOK_TESTS_FUZZ_FUZZ_H
#include "core/base/span.h"
#include "core/model/model.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A span of a text lies within it. */
static inline void fuzz_check_span(const struct source *source, struct span span)
{
    if (span.source != NULL && span.source == source && source->kind == SOURCE_TEXT &&
        (span.begin > span.end || span.end > source->text.size))
        abort();
}

static inline void fuzz_check_records(const struct source *source, const struct records *records)
{
    fuzz_check_span(source, records->at);
    for (size_t i = 0; i < records->count; i++)
        fuzz_check_span(source, records->rows[i].at);
}

static inline void fuzz_check_model(const struct source *source, const struct handbook *handbook)
{
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        for (size_t i = 0; i < ELEMENT_ROLE_COUNT; i++)
            fuzz_check_records(source, &role->values[i]);
    for (size_t i = ELEMENT_ROLE_COUNT; i < ELEMENT_COUNT; i++)
        fuzz_check_records(source, handbook_records(handbook, (enum element)i));
}

#endif
