/* Metadata as YAML between two lines of three hyphens. */
#include "converters/markdown/writer.h"
#include "core/base/yaml_writer.h"

/* Entries of one key that follow each other are a list. */
static const struct metadata *write_entry(struct yaml_writer *writer, const struct metadata *entry)
{
    const struct metadata *last = entry;
    while (last->next != NULL && text_equal(last->next->key, entry->key))
        last = last->next;
    yaml_write_words(writer, entry->key, YAML_QUOTES_AS_NEEDED);
    if (last != entry)
        yaml_write_list(writer);
    for (const struct metadata *m = entry; m != last->next; m = m->next)
        yaml_write_words(writer, m->value, YAML_QUOTES_AS_NEEDED);
    if (last != entry)
        yaml_write_list_end(writer);
    return last->next;
}

void front_matter_write(struct text_buffer *out, const struct metadata *metadata)
{
    if (metadata == NULL)
        return;
    buffer_append(out, TEXT("---\n"));
    struct yaml_writer *writer = yaml_writer_open(out);
    yaml_write_map(writer);
    for (const struct metadata *m = metadata; m != NULL;)
        m = write_entry(writer, m);
    yaml_write_map_end(writer);
    yaml_writer_close(writer);
    buffer_append(out, TEXT("---\n"));
}
