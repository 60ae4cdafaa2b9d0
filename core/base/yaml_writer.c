#include "core/base/yaml_writer.h"
#include <stdlib.h>
#include <yaml.h>

struct yaml_writer {
    yaml_emitter_t emitter;
    bool failed;
};

static int append_bytes(void *data, unsigned char *bytes, size_t size)
{
    buffer_append(data, (struct text){(const char *)bytes, size});
    return 1;
}

/* Takes the event, which was made when is_made. */
static void emit(struct yaml_writer *writer, int is_made, yaml_event_t *event)
{
    if (is_made == 0 || yaml_emitter_emit(&writer->emitter, event) == 0)
        writer->failed = true;
}

struct yaml_writer *yaml_writer_open(struct text_buffer *out)
{
    yaml_event_t event;
    struct yaml_writer *writer = calloc(1, sizeof *writer);
    if (writer == NULL || yaml_emitter_initialize(&writer->emitter) == 0) {
        free(writer);
        return NULL;
    }
    yaml_emitter_set_output(&writer->emitter, append_bytes, out);
    yaml_emitter_set_unicode(&writer->emitter, 1);
    yaml_emitter_set_width(&writer->emitter, -1);
    yaml_emitter_set_break(&writer->emitter, YAML_LN_BREAK);
    emit(writer, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING), &event);
    emit(writer, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1), &event);
    return writer;
}

static bool reads_as_other(struct text value)
{
    static const char *const words[] = {"true", "false", "yes", "no", "on", "off",
                                        "null", "~",     "y",   "n",  "",   NULL};
    if (text_is_one_of(value, words))
        return true;
    bool only_digits = true, is_number = value.size > 0;
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];
        only_digits &= c >= '0' && c <= '9';
        is_number &= (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '_' ||
                     c == '+' || c == 'e' || c == 'E' || c == 'x';
    }
    return is_number && (!only_digits || (value.data[0] == '0' && value.size > 1));
}

void yaml_write_words(struct yaml_writer *writer, struct text words, enum yaml_quotes quotes)
{
    yaml_event_t event;
    if (writer == NULL)
        return;
    yaml_scalar_style_t style =
        quotes == YAML_QUOTES_ALWAYS || (quotes == YAML_QUOTES_AS_NEEDED && reads_as_other(words))
            ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
            : YAML_ANY_SCALAR_STYLE;
    const char *bytes = words.data == NULL ? "" : words.data;
    emit(writer,
         yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)bytes,
                                      (int)words.size, 1, 1, style),
         &event);
}

void yaml_write_map(struct yaml_writer *writer)
{
    yaml_event_t event;
    if (writer != NULL)
        emit(writer,
             yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE),
             &event);
}

void yaml_write_map_end(struct yaml_writer *writer)
{
    yaml_event_t event;
    if (writer != NULL)
        emit(writer, yaml_mapping_end_event_initialize(&event), &event);
}

void yaml_write_list(struct yaml_writer *writer)
{
    yaml_event_t event;
    if (writer != NULL)
        emit(writer,
             yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE),
             &event);
}

void yaml_write_list_end(struct yaml_writer *writer)
{
    yaml_event_t event;
    if (writer != NULL)
        emit(writer, yaml_sequence_end_event_initialize(&event), &event);
}

bool yaml_writer_close(struct yaml_writer *writer)
{
    yaml_event_t event;
    if (writer == NULL)
        return false;
    emit(writer, yaml_document_end_event_initialize(&event, 1), &event);
    emit(writer, yaml_stream_end_event_initialize(&event), &event);
    bool is_whole = !writer->failed;
    yaml_emitter_delete(&writer->emitter);
    free(writer);
    return is_whole;
}
