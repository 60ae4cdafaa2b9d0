/* Metadata as YAML, by libyaml's emitter: what needs quotes gets them. */
#include "converters/markdown/writer.h"
#include <yaml.h>

static int append_bytes(void *data, unsigned char *bytes, size_t size)
{
    buffer_append(data, (struct text){(const char *)bytes, size});
    return 1;
}

/* Other readers of YAML take these for something else than text: 1.30, yes, null, 007. */
static bool reads_as_other(struct text value)
{
    static const char *const words[] = {"true", "false", "yes", "no", "on", "off",
                                        "null", "~",     "y",   "n",  ""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_ascii_case(value, text_from_string(words[i])))
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

static void emit(yaml_emitter_t *emitter, yaml_event_t *event)
{
    yaml_emitter_emit(emitter, event); /* takes the event; it fails only without memory */
}

static void emit_scalar(yaml_emitter_t *emitter, struct text value)
{
    yaml_event_t event;
    yaml_scalar_style_t style =
        reads_as_other(value) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE;
    yaml_scalar_event_initialize(&event, NULL, NULL,
                                 (const yaml_char_t *)(value.data == NULL ? "" : value.data),
                                 (int)value.size, 1, 1, style);
    emit(emitter, &event);
}

/* Entries of one key that follow each other are a list. */
static const struct metadata *emit_entry(yaml_emitter_t *emitter, const struct metadata *entry)
{
    yaml_event_t event;
    const struct metadata *last = entry;
    while (last->next != NULL && text_equal(last->next->key, entry->key))
        last = last->next;
    emit_scalar(emitter, entry->key);
    if (last != entry) {
        yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
        emit(emitter, &event);
    }
    for (const struct metadata *m = entry;; m = m->next) {
        emit_scalar(emitter, m->value);
        if (m == last)
            break;
    }
    if (last != entry) {
        yaml_sequence_end_event_initialize(&event);
        emit(emitter, &event);
    }
    return last->next;
}

void front_matter_write(struct text_buffer *out, const struct metadata *metadata)
{
    yaml_emitter_t emitter;
    yaml_event_t event;
    if (metadata == NULL || !yaml_emitter_initialize(&emitter))
        return;
    yaml_emitter_set_output(&emitter, append_bytes, out);
    yaml_emitter_set_unicode(&emitter, 1);
    yaml_emitter_set_width(&emitter, -1);
    yaml_emitter_set_break(&emitter, YAML_LN_BREAK);
    buffer_append(out, TEXT("---\n"));
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    emit(&emitter, &event);
    yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
    emit(&emitter, &event);
    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
    emit(&emitter, &event);
    for (const struct metadata *m = metadata; m != NULL;)
        m = emit_entry(&emitter, m);
    yaml_mapping_end_event_initialize(&event);
    emit(&emitter, &event);
    yaml_document_end_event_initialize(&event, 1);
    emit(&emitter, &event);
    yaml_stream_end_event_initialize(&event);
    emit(&emitter, &event);
    yaml_emitter_flush(&emitter);
    yaml_emitter_delete(&emitter);
    buffer_append(out, TEXT("---\n"));
}
