/*
 * A YAML document being written, by libyaml's emitter: words that other readers of YAML would take
 * for something else than words get quotes.
 */
#ifndef ROLEBOOK_CORE_BASE_YAML_WRITER_H
#define ROLEBOOK_CORE_BASE_YAML_WRITER_H
#include "core/base/text_buffer.h"

struct yaml_writer;

enum yaml_quotes {
    YAML_QUOTES_BY_SYNTAX, /* only where YAML itself asks for them: a date stays a date */
    YAML_QUOTES_AS_NEEDED, /* 1.30, yes, null and 007 get them too */
    YAML_QUOTES_ALWAYS,
};

/*
 * Goes behind what stands in out, which is borrowed until yaml_writer_close; nothing else may
 * append to it before. NULL when memory runs out: the other calls then do nothing.
 */
struct yaml_writer *yaml_writer_open(struct text_buffer *out);
/* Within a map, words are a key and its value by turns; a value may be a map or a list. */
void yaml_write_words(struct yaml_writer *writer, struct text words, enum yaml_quotes quotes);
void yaml_write_map(struct yaml_writer *writer);
void yaml_write_map_end(struct yaml_writer *writer);
void yaml_write_list(struct yaml_writer *writer);
void yaml_write_list_end(struct yaml_writer *writer);
/* returns  false when memory ran out: out then holds the beginning at most */
bool yaml_writer_close(struct yaml_writer *writer);

#endif
