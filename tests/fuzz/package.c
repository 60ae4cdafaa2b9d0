/*
 * Any bytes as a package. The mutator unpacks a ZIP, changes one part or its name, and packs it
 * again; now and then it changes the packed bytes themselves, so that directories lie.
 */
#include "tests/fuzz/word.h"
#include <zip.h>

#define PARTS 32
#define PART_ROOM ((size_t)1 << 16)

static const char *const snippets[] = {
    "<Relationship Id=\"rId9\" Type=\"/footnotes\" Target=\"footnotes.xml\"/>",
    "<Relationship Id=\"rId8\" Type=\"/officeDocument\" Target=\"/word\\document.xml\"/>",
    "<Relationship Id=\"rId7\" Type=\"/styles\" Target=\"../word/styles.xml\"/>",
    "<Relationship Id=\"rId6\" Type=\"/x\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/>",
    "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    NULL};

static const char *const names[] = {"[Content_Types].xml",
                                    "_rels/.rels",
                                    "word/document.xml",
                                    "word/_rels/document.xml.rels",
                                    "WORD\\Document.XML",
                                    "/word/document.xml",
                                    "word/styles.xml",
                                    "word/footnotes.xml",
                                    "docProps/core.xml",
                                    "xl/workbook.xml",
                                    "../../x"};

struct parts {
    char *names[PARTS];
    uint8_t *bytes[PARTS];
    size_t sizes[PARTS], count;
};

static void unpack(struct parts *parts, zip_t *zip)
{
    zip_int64_t entries = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < entries && parts->count < PARTS; i++) {
        zip_file_t *file = zip_fopen_index(zip, (zip_uint64_t)i, 0);
        const char *name = zip_get_name(zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        uint8_t *bytes = malloc(PART_ROOM);
        zip_int64_t size = file == NULL || name == NULL ? -1 : zip_fread(file, bytes, PART_ROOM);
        if (file != NULL)
            zip_fclose(file);
        if (size < 0) {
            free(bytes);
            continue;
        }
        parts->names[parts->count] = strdup(name);
        parts->bytes[parts->count] = bytes;
        parts->sizes[parts->count++] = (size_t)size;
    }
}

static void change(struct parts *parts, struct mutator *m)
{
    size_t at = mutator_pick(m, parts->count);
    if (parts->count == 0)
        return;
    if (mutator_pick(m, 6) == 0) {
        free(parts->names[at]);
        parts->names[at] = strdup(names[mutator_pick(m, sizeof names / sizeof *names)]);
    } else
        parts->sizes[at] = mutate_xml(m, parts->bytes[at], parts->sizes[at], PART_ROOM);
}

/* The bytes of a ZIP of the parts; 0: there is no room. */
static size_t pack(const struct parts *parts, struct mutator *m, uint8_t *data, size_t room)
{
    zip_stat_t stat = {.size = 0};
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    for (size_t i = 0; i < parts->count; i++) {
        zip_source_t *part = zip_source_buffer(zip, parts->bytes[i], parts->sizes[i], 0);
        zip_int64_t index = zip_file_add(zip, parts->names[i], part, ZIP_FL_OVERWRITE);
        if (index < 0)
            zip_source_free(part);
        else if (mutator_pick(m, 2) == 0)
            zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
    }
    size_t size = 0;
    if (zip_close(zip) != 0)
        zip_discard(zip);
    else if (zip_source_stat(memory, &stat) == 0 && stat.size <= room &&
             zip_source_open(memory) == 0) {
        size = (size_t)zip_source_read(memory, data, stat.size);
        zip_source_close(memory);
    }
    zip_source_free(memory);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    struct mutator m = {.state = seed, .snippets = snippets};
    struct parts parts = {.count = 0};
    if (mutator_pick(&m, 5) == 0)
        return LLVMFuzzerMutate(data, size, room);
    zip_source_t *memory = zip_source_buffer_create(data, size, 0, NULL);
    zip_t *zip = size == 0 ? NULL : zip_open_from_source(memory, ZIP_RDONLY, NULL);
    if (zip == NULL) {
        zip_source_free(memory);
        return LLVMFuzzerMutate(data, size, room);
    }
    unpack(&parts, zip);
    zip_discard(zip);
    change(&parts, &m);
    size_t packed = pack(&parts, &m, data, room);
    for (size_t i = 0; i < parts.count; i++) {
        free(parts.names[i]);
        free(parts.bytes[i]);
    }
    return packed > 0 ? packed : LLVMFuzzerMutate(data, size, room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open(NULL, NULL);
    word_try(arena, text_copy(arena, (struct text){(const char *)data, size}), REVISIONS_ACCEPT);
    arena_close(arena);
    return 0;
}
