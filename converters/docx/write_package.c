/* The package: parts, what they refer to, the types of their content, and the ZIP around them. */
#include "converters/docx/part_name.h"
#include "converters/docx/writer.h"
#include "core/base/text_buffer.h"
#include <zip.h>

#define NAMESPACE_RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define NAMESPACE_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONSHIPS_TYPE "application/vnd.openxmlformats-package.relationships+xml"
/* 1980-01-01 00:00:00 as MS-DOS has it: the earliest a ZIP can say, and always the same. */
#define DOS_TIME 0
#define DOS_DATE (1 << 5 | 1)

static const struct message not_packed = {{"無法組成 Word 檔：{0}", "无法组成 Word 文件：{0}",
                                           "the Word file cannot be put together: {0}"}};

/* ---- parts and references ---- */

void write_part(struct docx_writer *w, struct text name, struct text type, struct text bytes)
{
    struct package_part *part =
        arena_push(w->arena, w->parts.items, w->parts.count, w->parts.capacity);
    *part = (struct package_part){name, type, bytes};
}

static bool is_taken(const struct references *references, struct text id)
{
    for (size_t i = 0; i < references->count; i++)
        if (text_equal(references->items[i].id, id))
            return true;
    return false;
}

struct text write_reference(struct docx_writer *w, struct references *references, struct text type,
                            struct text target, bool is_external)
{
    for (size_t i = 0; i < references->count; i++) {
        const struct reference_row *row = &references->items[i];
        if (row->is_external == is_external && text_equal(row->type, type) &&
            text_equal(row->target, target))
            return row->id;
    }
    for (size_t number = references->count + 1;; number++) {
        struct text_buffer id = text_buffer_new(w->arena);
        buffer_append_format(&id, "rId%zu", number);
        if (is_taken(references, buffer_text(&id)))
            continue;
        *arena_push(w->arena, references->items, references->count, references->capacity) =
            (struct reference_row){buffer_text(&id), type, target, is_external};
        return buffer_text(&id);
    }
}

void write_relationships(struct docx_writer *w, struct text part,
                         const struct references *references)
{
    if (references->count == 0)
        return;
    struct xml_part xml = part_open(w->arena);
    part_start(&xml, "Relationships");
    part_attribute(&xml, "xmlns", TEXT(NAMESPACE_RELATIONSHIPS));
    for (size_t i = 0; i < references->count; i++) {
        const struct reference_row *row = &references->items[i];
        part_start(&xml, "Relationship");
        part_attribute(&xml, "Id", row->id);
        part_attribute(&xml, "Type", row->type);
        part_attribute(&xml, "Target", row->target);
        if (row->is_external)
            part_attribute(&xml, "TargetMode", TEXT("External"));
        part_end(&xml);
    }
    write_part(w, part_relationships_of(w->arena, part), TEXT(""), part_close(&xml, w->arena));
}

/* ---- types ---- */

static struct text extension_of(struct text name)
{
    size_t dot = name.size;
    while (dot > 0 && name.data[dot - 1] != '.' && name.data[dot - 1] != '/')
        dot--;
    return dot > 0 && name.data[dot - 1] == '.' ? text_from(name, dot) : TEXT("");
}

static const struct {
    const char *extension, *type;
} defaults[] = {{"rels", RELATIONSHIPS_TYPE},
                {"xml", "application/xml"},
                {"png", "image/png"},
                {"jpeg", "image/jpeg"}};

/* Whether the extension alone says the type; parts of other types get a line of their own. */
static bool has_default(struct text name, struct text type)
{
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (text_is(extension_of(name), defaults[i].extension))
            return text_is_empty(type) || text_is(type, defaults[i].type);
    return false;
}

static struct text write_types(struct docx_writer *w)
{
    struct xml_part xml = part_open(w->arena);
    part_start(&xml, "Types");
    part_attribute(&xml, "xmlns", TEXT(NAMESPACE_TYPES));
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
        part_start(&xml, "Default");
        part_attribute(&xml, "Extension", text_from_string(defaults[i].extension));
        part_attribute(&xml, "ContentType", text_from_string(defaults[i].type));
        part_end(&xml);
    }
    for (size_t i = 0; i < w->parts.count; i++) {
        const struct package_part *part = &w->parts.items[i];
        if (has_default(part->name, part->type))
            continue;
        struct text_buffer name = text_buffer_new(w->arena);
        buffer_append_byte(&name, '/');
        buffer_append(&name, part->name);
        part_start(&xml, "Override");
        part_attribute(&xml, "PartName", buffer_text(&name));
        part_attribute(&xml, "ContentType", part->type);
        part_end(&xml);
    }
    return part_close(&xml, w->arena);
}

/* ---- the ZIP ---- */

static bool add_file(zip_t *zip, struct arena *arena, struct text name, struct text bytes)
{
    zip_source_t *source = zip_source_buffer(zip, bytes.data, bytes.size, 0);
    zip_int64_t index =
        source == NULL ? -1
                       : zip_file_add(zip, text_to_string(arena, name), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(zip, (zip_uint64_t)index, DOS_TIME, DOS_DATE, 0) == 0;
}

static bool take_bytes(zip_source_t *memory, struct text_buffer *out)
{
    zip_stat_t stat;
    if (zip_source_stat(memory, &stat) != 0 || zip_source_open(memory) != 0)
        return false;
    char *bytes = buffer_reserve(out, (size_t)stat.size);
    zip_int64_t size = zip_source_read(memory, bytes, stat.size);
    zip_source_close(memory);
    if (size < 0 || (zip_uint64_t)size != stat.size)
        return false;
    out->size += (size_t)size;
    return true;
}

enum status write_package(struct docx_writer *w, struct text_buffer *out)
{
    struct text types = write_types(w);
    zip_error_t error;
    zip_error_init(&error);
    bool is_done = false;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = memory == NULL ? NULL : zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    if (zip == NULL)
        goto out;
    zip_source_keep(memory); /* the ZIP's closing lets go of its own hold */
    is_done = add_file(zip, w->arena, TEXT("[Content_Types].xml"), types);
    for (size_t i = 0; i < w->parts.count && is_done; i++)
        is_done = add_file(zip, w->arena, w->parts.items[i].name, w->parts.items[i].bytes);
    if (is_done)
        is_done = zip_close(zip) == 0;
    if (!is_done) {
        zip_error_set(&error, zip_error_code_zip(zip_get_error(zip)),
                      zip_error_code_system(zip_get_error(zip)));
        zip_discard(zip);
    } else
        is_done = take_bytes(memory, out);
out:
    if (!is_done)
        report_error(w->diags, &not_packed, (struct span){0},
                     text_copy(w->diags->arena, text_from_string(zip_error_strerror(&error))),
                     TEXT(""));
    zip_source_free(memory);
    zip_error_fini(&error);
    return is_done ? STATUS_OK : STATUS_OUTPUT;
}
