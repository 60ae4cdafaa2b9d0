/*
 * A span says where in an input a thing stands.
 *
 * Text formats keep byte offsets, worked out to line and column only when reported. Word files,
 * where lines mean nothing to people, keep the place a reader can count to: paragraph 12, or
 * table 2, row 3, column 1.
 */
#ifndef ROLEBOOK_CORE_BASE_SPAN_H
#define ROLEBOOK_CORE_BASE_SPAN_H
#include "core/base/language.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include <assert.h>

static_assert(LIMIT_FILE_BYTES < UINT32_MAX, "offsets into a file are stored in 32 bits");

enum source_kind {
    SOURCE_TEXT, /* begin and end are offsets into text */
    SOURCE_WORD, /* paragraph, or table, row and column */
};

/* Line and column from 1; columns count code points. */
struct line_column {
    size_t line, column;
};

/* One input; lives in its file's arena. */
struct source {
    const char *path; /* as the user gave it; "-" is standard input */
    enum source_kind kind;
    struct text text;                /* SOURCE_TEXT: all of it in UTF-8; empty for SOURCE_WORD */
    const struct line_column *marks; /* see source_mark_lines; NULL: lines are counted when asked */
};

/*
 * Marks at even distances in a long text where lines and columns stand, so that what is found in it
 * can be told in time that does not grow with the text. Short texts get none.
 */
void source_mark_lines(struct arena *arena, struct source *source);

struct span {
    const struct source *source; /* NULL: no position known */
    uint32_t begin, end;         /* SOURCE_TEXT: bytes [begin, end) */
    uint32_t paragraph;          /* SOURCE_WORD: from 1 over the body; 0 inside a table */
    uint32_t table, row, column; /* SOURCE_WORD: from 1; nested tables count in reading order */
};

/* Its offsets are bytes of a text, as against places of a Word file or none. */
static inline bool span_is_text(struct span span)
{
    return span.source != NULL && span.source->kind == SOURCE_TEXT;
}
/* A span that knows only its file. */
struct span span_of_source(const struct source *source);
/* The part [begin, end) of a text span, offsets relative to it; Word spans come back unchanged. */
struct span span_slice(struct span span, size_t begin, size_t end);
/* From the begin of one to the end of the other, in one source; Word spans give the first. */
struct span span_join(struct span first, struct span last);

/* A Word or unknown span gives 0, 0. */
struct line_column span_line_column(struct span span);
/* The column alone, which takes no longer than its line is. */
size_t span_column(struct span span);
/* The whole line the span begins in, without its end; empty for Word. */
struct text span_line(struct span span);

/*
 * "roles/agent.md:14:5", "組長.docx: table 1, row 6, column 2", "組長.docx: paragraph 12" or only
 * the path. For programs: in English, whatever the language of messages.
 */
struct text span_describe(struct arena *arena, struct span span);
/* The same for people, in words of their language: 「組長.docx: 表 1 第 6 列第 2 欄」. */
struct text span_describe_in(struct arena *arena, struct span span, enum language language);

#endif
