#include "converters/pdf/deflate.h"
#include "converters/pdf/object.h"
#include "converters/pdf/object_table.h"
#include "converters/pdf/syntax.h"
#include "core/base/threads.h"
#include <assert.h>
#include <string.h>

#define OBJECTS_A_PACK 250 /* an object stream is inflated whole to read one object of it */

/* Where an object stands in the file. */
struct place {
    bool is_packed;
    uint64_t where; /* offset, or number of the object stream */
    uint32_t index; /* in the object stream */
};

/* One object stream being made: "number offset …" in front, then the values. */
struct pack {
    struct arena *arena;
    struct text_buffer head, values;
    size_t count;
    struct text deflated;
};

static void pack_begin(struct pack *pack, uint32_t number)
{
    buffer_append_int(&pack->head, number);
    buffer_append_byte(&pack->head, ' ');
    buffer_append_int(&pack->head, (int64_t)pack->values.size);
    buffer_append_byte(&pack->head, ' ');
    pack->count++;
}

static struct pack pack_new(struct arena *arena)
{
    return (struct pack){
        .arena = arena, .head = text_buffer_new(arena), .values = text_buffer_new(arena)};
}

static void pack_deflate(struct pack *pack, struct arena *result, struct deflater *deflater)
{
    struct text_buffer full = text_buffer_new(pack->arena);
    buffer_append(&full, buffer_text(&pack->head));
    buffer_append(&full, buffer_text(&pack->values));
    pack->deflated = deflater_run(deflater, result, buffer_text(&full));
}

static void write_string(struct output *output, const char *string)
{
    output_append(output, text_from_string(string));
}

static void write_stream(struct output *output, struct arena *arena, uint32_t number,
                         struct text body, struct text data)
{
    struct text_buffer head = text_buffer_new(arena);
    buffer_append_int(&head, number);
    buffer_append_string(&head, " 0 obj\n<<");
    buffer_append(&head, body);
    buffer_append_string(&head, " /Filter /FlateDecode /Length ");
    buffer_append_int(&head, (int64_t)data.size);
    buffer_append_string(&head, ">>\nstream\n");
    output_append(output, buffer_text(&head));
    output_append(output, data);
    write_string(output, "\nendstream\nendobj\n");
}

static void write_pack(struct output *output, struct arena *arena, uint32_t number,
                       const struct pack *pack)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Type /ObjStm /N ");
    buffer_append_int(&body, (int64_t)pack->count);
    buffer_append_string(&body, " /First ");
    buffer_append_int(&body, (int64_t)pack->head.size);
    write_stream(output, arena, number, buffer_text(&body), pack->deflated);
}

#define PACKS_A_BATCH 64 /* made by several threads before they are written */

/* The file being written: where its objects ended up. */
struct writing {
    struct objects *objects;
    struct output *output;
    const struct object_series *series;
    struct place *places;   /* of all but the series: see place_at */
    uint32_t own_count;     /* numbers below are libharu's; the series follows, then streams */
    uint32_t next_stream;   /* number of the next object stream */
    uint32_t series_stream; /* and of the first one that the series is in */
    struct pack packs[PACKS_A_BATCH]; /* of the series, from first_pack on */
    size_t first_pack;
    struct text_buffer head, joined; /* of a stream, reused from one to the next */
};

static struct place *place_at(const struct writing *writing, uint32_t number)
{
    size_t skipped = number < writing->own_count ? 0 : writing->series->count;
    return &writing->places[number - skipped];
}

static void set_place(struct writing *writing, uint32_t number, uint64_t offset)
{
    *place_at(writing, number) = (struct place){.where = offset};
}

static struct place place_of(const struct writing *writing, uint32_t number)
{
    uint32_t in_series = number - writing->own_count;
    if (number < writing->own_count || in_series >= writing->series->count)
        return *place_at(writing, number);
    return (struct place){.is_packed = true,
                          .where = writing->series_stream + in_series / OBJECTS_A_PACK,
                          .index = in_series % OBJECTS_A_PACK};
}

static bool has_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
           ((HPDF_Dict)(uintptr_t)object)->stream != NULL;
}

static void write_number(struct writing *writing, uint32_t number)
{
    set_place(writing, number, writing->output->offset);
    writing->head.size = 0;
    buffer_append_int(&writing->head, number);
    buffer_append_string(&writing->head, " 0 obj\n");
    output_append(writing->output, buffer_text(&writing->head));
}

/* libharu holds the contents of one page at a time. */
static void fill_contents(struct writing *writing, HPDF_Dict dict, const struct contents *contents)
{
    writing->joined.size = 0;
    deflated_join(contents->parts, contents->count, &writing->joined);
    object_fill_stream(writing->objects, dict, buffer_text(&writing->joined));
}

/* Streams stand in the file by themselves; they come first, for that fixes their Length objects. */
static void write_streams(struct writing *writing)
{
    struct objects *objects = writing->objects;
    objects->output = writing->output;
    for (uint32_t i = 1; i < writing->own_count; i++) {
        void *object = object_find(objects, i);
        if (!has_stream(object))
            continue;
        write_number(writing, i);
        const struct contents *contents = object_contents(object);
        if (contents != NULL)
            fill_contents(writing, object, contents);
        objects_check(objects, HPDF_Obj_WriteValue(object, objects->capture, NULL));
        write_string(writing->output, "\nendobj\n");
        if (contents != NULL)
            object_fill_stream(objects, object, TEXT(""));
    }
    objects->output = NULL;
}

static void end_pack(struct writing *writing, struct pack *pack, struct deflater *deflater)
{
    if (pack->count == 0)
        return;
    pack_deflate(pack, pack->arena, deflater);
    set_place(writing, writing->next_stream, writing->output->offset);
    write_pack(writing->output, pack->arena, writing->next_stream++, pack);
}

static void write_own_packs(struct writing *writing, struct deflater *deflater)
{
    struct objects *objects = writing->objects;
    struct arena *arena = arena_open(NULL, NULL);
    struct pack pack = pack_new(arena);
    for (uint32_t i = 1; i < writing->own_count; i++) {
        void *object = object_find(objects, i);
        if (has_stream(object))
            continue;
        *place_at(writing, i) = (struct place){
            .is_packed = true, .where = writing->next_stream, .index = (uint32_t)pack.count};
        pack_begin(&pack, i);
        objects->pack = &pack.values;
        objects_check(objects, HPDF_Obj_WriteValue(object, objects->capture, NULL));
        buffer_append_byte(&pack.values, '\n');
        if (pack.count < OBJECTS_A_PACK)
            continue;
        end_pack(writing, &pack, deflater);
        arena_close(arena);
        arena = arena_open(NULL, NULL);
        pack = pack_new(arena);
    }
    end_pack(writing, &pack, deflater);
    arena_close(arena);
}

static void make_series_pack(void *data, size_t index)
{
    struct writing *writing = data;
    const struct object_series *series = writing->series;
    struct pack *pack = &writing->packs[index];
    struct arena *scratch = arena_open(NULL, NULL);
    *pack = pack_new(scratch);
    size_t begin = (writing->first_pack + index) * OBJECTS_A_PACK, end = begin + OBJECTS_A_PACK;
    for (size_t i = begin; i < end && i < series->count; i++) {
        pack_begin(pack, series->first + (uint32_t)i);
        buffer_append(&pack->values, TEXT("<<"));
        series->write(series->data, i, &pack->values);
        buffer_append(&pack->values, TEXT(">>\n"));
    }
    struct deflater *deflater = deflater_open(DEFLATE_NORMAL);
    struct arena *kept = arena_open(NULL, NULL);
    if (deflater == NULL)
        arena_alloc(kept, SIZE_MAX);
    pack_deflate(pack, kept, deflater);
    deflater_close(deflater);
    arena_close(scratch);
    pack->arena = kept;
}

/* A batch at a time, so that a book of any length holds no more than that. */
static void write_series_packs(struct writing *writing, size_t threads)
{
    const struct object_series *series = writing->series;
    size_t count = (series->count + OBJECTS_A_PACK - 1) / OBJECTS_A_PACK;
    writing->series_stream = writing->next_stream;
    for (size_t first = 0; first < count; first += PACKS_A_BATCH) {
        size_t packs = count - first < PACKS_A_BATCH ? count - first : PACKS_A_BATCH;
        writing->first_pack = first;
        threads_run(threads, packs, make_series_pack, writing);
        for (size_t i = 0; i < packs; i++) {
            struct pack *pack = &writing->packs[i];
            set_place(writing, writing->next_stream, writing->output->offset);
            write_pack(writing->output, pack->arena, writing->next_stream++, pack);
            arena_close(pack->arena);
        }
    }
}

#define ENTRY_BYTES 8 /* type 1, offset or stream 5, index 2 */
static_assert(OBJECTS_A_PACK < 65536, "an index in an object stream has two bytes");

/* Cross-reference rows, each less the one above, which deflates to almost nothing. */
static struct text xref_rows(const struct writing *writing, uint32_t count)
{
    struct text_buffer rows = text_buffer_new(writing->objects->arena);
    unsigned char above[ENTRY_BYTES] = {0};
    buffer_reserve(&rows, size_mul(count, ENTRY_BYTES + 1));
    for (uint32_t i = 0; i < count; i++) {
        const struct place place = place_of(writing, i);
        unsigned char row[ENTRY_BYTES] = {(unsigned char)(place.is_packed ? 2 : i == 0 ? 0 : 1)};
        for (unsigned byte = 0; byte < 5; byte++)
            row[1 + byte] = (unsigned char)(place.where >> (8 * (4 - byte)));
        row[6] = (unsigned char)(place.index >> 8);
        row[7] = (unsigned char)place.index;
        buffer_append_byte(&rows, 2); /* PNG predictor Up */
        for (unsigned byte = 0; byte < ENTRY_BYTES; byte++)
            buffer_append_byte(&rows, (char)(unsigned char)(row[byte] - above[byte]));
        memcpy(above, row, sizeof row);
    }
    return buffer_text(&rows);
}

static void append_identifier(struct text_buffer *out, const struct output *output)
{
    buffer_append_byte(out, '<');
    for (size_t i = 0; i < 2; i++)
        for (int shift = 56; shift >= 0; shift -= 8) {
            char byte = (char)(output->hash[i] >> shift & 255);
            append_hex(out, (struct text){&byte, 1});
        }
    buffer_append_byte(out, '>');
}

/* The cross-reference stream, which is also the trailer (ISO 32000-1, 7.5.8). */
static void write_xref(struct writing *writing, struct deflater *deflater)
{
    struct objects *objects = writing->objects;
    struct output *output = writing->output;
    uint32_t number = writing->next_stream;
    uint64_t offset = output->offset;
    set_place(writing, number, offset);
    struct text rows = xref_rows(writing, number + 1);
    struct text_buffer body = text_buffer_new(objects->arena);
    buffer_append_string(&body, "/Type /XRef /Size ");
    buffer_append_int(&body, (int64_t)number + 1);
    buffer_append_string(&body, " /W [1 5 2] /DecodeParms <</Predictor 12 /Columns 8>> /Root ");
    append_reference(&body, object_number(objects->doc->catalog));
    buffer_append_string(&body, " /Info ");
    append_reference(&body, object_number(objects->doc->info));
    buffer_append_string(&body, " /ID [");
    append_identifier(&body, output);
    append_identifier(&body, output);
    buffer_append_byte(&body, ']');
    write_stream(output, objects->arena, number, buffer_text(&body),
                 deflater_run(deflater, objects->arena, rows));
    struct text_buffer end = text_buffer_new(objects->arena);
    buffer_append_string(&end, "startxref\n");
    buffer_append_int(&end, (int64_t)offset);
    buffer_append_string(&end, "\n%%EOF\n");
    output_append(output, buffer_text(&end));
}

void objects_write(struct objects *objects, const struct object_series *series, size_t threads,
                   struct output *output)
{
    uint32_t own_count = objects_next_number(objects);
    assert(series->count == 0 || series->first == own_count);
    size_t most = size_add(own_count, (own_count + series->count) / OBJECTS_A_PACK + 4);
    struct writing writing = {.objects = objects,
                              .output = output,
                              .series = series,
                              .places = arena_new_array(objects->arena, most, struct place),
                              .own_count = own_count,
                              .next_stream = own_count + (uint32_t)series->count,
                              .head = text_buffer_new(objects->arena),
                              .joined = text_buffer_new(objects->arena)};
    struct deflater *deflater = deflater_open(DEFLATE_NORMAL);
    if (deflater == NULL)
        arena_alloc(objects->arena, SIZE_MAX);
    write_string(output, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    write_streams(&writing);
    write_own_packs(&writing, deflater);
    write_series_packs(&writing, threads);
    write_xref(&writing, deflater);
    deflater_close(deflater);
    output_flush(output);
}
