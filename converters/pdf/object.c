#include "converters/pdf/object.h"
#include "converters/pdf/object_table.h"

#define PAGES_A_NODE 128 /* children of a page tree node; a flat tree fails at 32,768 pages */

static void record_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)error;
    (void)detail;
    ((struct objects *)data)->failed = true;
}

static HPDF_STATUS capture_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    struct objects *objects = stream->attr;
    struct text text = {(const char *)bytes, size};
    if (objects->output != NULL)
        output_append(objects->output, text);
    else
        buffer_append(objects->pack, text);
    return HPDF_OK;
}

struct objects *objects_open(struct arena *arena)
{
    struct objects *objects = arena_new(arena, struct objects);
    objects->arena = arena;
    objects->doc = HPDF_New(record_error, objects);
    if (objects->doc == NULL)
        return NULL;
    HPDF_SetPagesConfiguration(objects->doc, PAGES_A_NODE);
    objects->capture = HPDF_CallbackWriter_New(objects->doc->mmgr, capture_bytes, objects);
    if (objects->capture == NULL)
        objects->failed = true;
    return objects;
}

void objects_close(struct objects *objects)
{
    if (objects == NULL)
        return;
    if (objects->capture != NULL)
        HPDF_Stream_Free(objects->capture);
    HPDF_Free(objects->doc);
}

bool objects_failed(const struct objects *objects)
{
    return objects->failed || HPDF_GetError(objects->doc) != HPDF_OK;
}

/* Object-layer calls report by what they return, not to the handler. */
void objects_check(struct objects *objects, HPDF_STATUS status)
{
    if (status != HPDF_OK)
        objects->failed = true;
}

uint32_t object_number(const void *object)
{
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

/* ---- dictionaries ---- */

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct text *body = dict->attr;
    if (body == NULL || body->size == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->data, (HPDF_UINT)body->size);
}

/* By place: HPDF_Xref_GetEntryByObjectId misses the newest entries. */
HPDF_Dict object_find(struct objects *objects, uint32_t number)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(objects->doc->xref, number);
    return entry == NULL ? NULL : entry->obj;
}

/* libharu's list of all objects grows by 1,024 and copies itself each time: by half it is linear. */
static void grow_by_half(HPDF_List list)
{
    if (list->items_per_block < list->count / 2)
        list->items_per_block = list->count / 2;
}

uint32_t object_reserve(struct objects *objects)
{
    HPDF_Dict dict = HPDF_Dict_New(objects->doc->mmgr);
    grow_by_half(objects->doc->xref->entries);
    if (dict == NULL || HPDF_Xref_Add(objects->doc->xref, dict) != HPDF_OK) {
        objects->failed = true;
        return 0;
    }
    dict->write_fn = write_body;
    return object_number(dict);
}

static void set_body(struct objects *objects, HPDF_Dict dict, struct text body)
{
    struct text *kept = arena_new(objects->arena, struct text);
    *kept = body;
    dict->attr = kept;
}

void object_set(struct objects *objects, uint32_t number, struct text body)
{
    HPDF_Dict dict = object_find(objects, number);
    if (dict != NULL)
        set_body(objects, dict, body);
}

uint32_t object_add(struct objects *objects, struct text body)
{
    uint32_t number = object_reserve(objects);
    object_set(objects, number, body);
    return number;
}

/* ---- streams ---- */

/* A memory stream of just the size, in place of libharu's blocks of 4 KiB. */
void object_fill_stream(struct objects *objects, HPDF_Dict dict, struct text data)
{
    HPDF_MMgr mmgr = objects->doc->mmgr;
    if (data.size > INT32_MAX) { /* libharu counts a stream's bytes in 32 bits */
        objects->failed = true;
        return;
    }
    HPDF_Stream stream = HPDF_MemStream_New(mmgr, data.size == 0 ? 1 : (HPDF_UINT)data.size);
    if (stream == NULL) {
        objects->failed = true;
        return;
    }
    HPDF_Stream_Free(dict->stream);
    dict->stream = stream;
    dict->filter = HPDF_STREAM_FILTER_NONE;
    if (data.size > 0)
        objects_check(
            objects, HPDF_Stream_Write(stream, (const HPDF_BYTE *)data.data, (HPDF_UINT)data.size));
}

uint32_t object_add_stream(struct objects *objects, struct text body, struct text data,
                           enum stream_coding coding)
{
    static const char *const filters[] = {[STREAM_PLAIN] = "",
                                          [STREAM_DEFLATED] = " /Filter /FlateDecode",
                                          [STREAM_JPEG] = " /Filter /DCTDecode"};
    HPDF_Dict dict = HPDF_DictStream_New(objects->doc->mmgr, objects->doc->xref);
    if (dict == NULL) {
        objects->failed = true;
        return 0;
    }
    object_fill_stream(objects, dict, data);
    struct text_buffer full = text_buffer_new(objects->arena);
    buffer_append(&full, body);
    buffer_append_string(&full, filters[coding]);
    set_body(objects, dict, buffer_text(&full));
    dict->write_fn = write_body;
    return object_number(dict);
}

/* ---- pages ---- */

static HPDF_STATUS write_flate(HPDF_Dict dict, HPDF_Stream stream)
{
    (void)dict;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode");
}

const struct contents *object_contents(const void *object)
{
    HPDF_Dict dict = (HPDF_Dict)(uintptr_t)object;
    return dict->write_fn == write_flate ? dict->attr : NULL;
}

static void set_contents(struct objects *objects, HPDF_Dict dict,
                         const struct page_entries *entries)
{
    struct contents *contents = arena_new(objects->arena, struct contents);
    *contents = (struct contents){entries->contents, entries->content_count};
    dict->filter = HPDF_STREAM_FILTER_NONE;
    dict->attr = contents;
    dict->write_fn = write_flate;
}

uint32_t objects_add_page(struct objects *objects, const struct page_entries *entries)
{
    HPDF_Page page = HPDF_AddPage(objects->doc);
    HPDF_Dict contents =
        page == NULL ? NULL : HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT);
    HPDF_Dict resources = object_find(objects, entries->resources);
    if (contents == NULL || resources == NULL) {
        objects->failed = true;
        return 0;
    }
    objects_check(objects, HPDF_Page_SetWidth(page, (HPDF_REAL)entries->width / 1000));
    objects_check(objects, HPDF_Page_SetHeight(page, (HPDF_REAL)entries->height / 1000));
    set_contents(objects, contents, entries);
    objects_check(objects, HPDF_Dict_Add(page, "Resources", resources));
    objects_check(objects,
                  HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)entries->struct_parents));
    objects_check(objects, HPDF_Dict_AddName(page, "Tabs", "S"));
    uint32_t number = object_number(page);
    page_set_annotations(objects, number, entries->annotations, entries->annotation_count);
    return number;
}

void page_set_annotations(struct objects *objects, uint32_t page, const uint32_t *annotations,
                          size_t count)
{
    if (count == 0)
        return;
    HPDF_Array array = HPDF_Array_New(objects->doc->mmgr);
    HPDF_Dict dict = object_find(objects, page);
    if (array == NULL || dict == NULL) {
        objects->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        objects_check(objects, HPDF_Array_Add(array, object_find(objects, annotations[i])));
    objects_check(objects, HPDF_Dict_Add(dict, "Annots", array));
}

/* ---- outline ---- */

/* HPDF_Destination_SetXYZ refuses a zoom of 0, which means "as it is": the array is made here. */
static HPDF_Array new_destination(struct objects *objects, struct destination to)
{
    HPDF_Array array = HPDF_Array_New(objects->doc->mmgr);
    if (array == NULL) {
        objects->failed = true;
        return NULL;
    }
    array->header.obj_class |= HPDF_OSUBCLASS_DESTINATION;
    objects_check(objects, HPDF_Array_Add(array, object_find(objects, to.page)));
    objects_check(objects, HPDF_Array_AddName(array, "XYZ"));
    objects_check(objects, HPDF_Array_AddNumber(array, to.x));
    objects_check(objects, HPDF_Array_AddNumber(array, to.y));
    objects_check(objects, HPDF_Array_Add(array, HPDF_Null_New(objects->doc->mmgr)));
    return array;
}

static void append_unit(struct text_buffer *bytes, uint32_t unit)
{
    buffer_append_byte(bytes, (char)(unit >> 8));
    buffer_append_byte(bytes, (char)(unit & 255));
}

static HPDF_Binary new_text_string(struct objects *objects, struct text t)
{
    struct text_buffer bytes = text_buffer_new(objects->arena);
    append_unit(&bytes, 0xFEFF);
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        if (c >= 0x10000)
            append_unit(&bytes, 0xD800 | (c - 0x10000) >> 10);
        append_unit(&bytes, c >= 0x10000 ? 0xDC00 | (c & 0x3FF) : c);
    }
    if (bytes.size > HPDF_LIMIT_MAX_STRING_LEN)
        bytes.size = HPDF_LIMIT_MAX_STRING_LEN / 2 * 2;
    HPDF_Binary binary =
        HPDF_Binary_New(objects->doc->mmgr, (HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    if (binary == NULL)
        objects->failed = true;
    return binary;
}

struct outline_item *objects_add_bookmark(struct objects *objects, struct outline_item *parent,
                                          struct text title, struct destination to, bool is_closed)
{
    HPDF_Outline outline =
        HPDF_CreateOutline(objects->doc, (HPDF_Outline)(void *)parent, "title", NULL);
    if (outline == NULL) {
        objects->failed = true;
        return NULL;
    }
    objects_check(objects, HPDF_Dict_Add(outline, "Title", new_text_string(objects, title)));
    if (to.page != 0)
        objects_check(objects, HPDF_Dict_Add(outline, "Dest", new_destination(objects, to)));
    objects_check(objects, HPDF_Outline_SetOpened(outline, is_closed ? HPDF_FALSE : HPDF_TRUE));
    return (struct outline_item *)(void *)outline;
}

/* ---- the document's own dictionaries ---- */

void catalog_set(struct objects *objects, const char *key, uint32_t number)
{
    objects_check(objects, HPDF_Dict_Add(objects->doc->catalog, key, object_find(objects, number)));
}

void catalog_set_array(struct objects *objects, const char *key, uint32_t number)
{
    HPDF_Array array = HPDF_Array_New(objects->doc->mmgr);
    objects_check(objects, HPDF_Array_Add(array, object_find(objects, number)));
    objects_check(objects, HPDF_Dict_Add(objects->doc->catalog, key, array));
}

void catalog_set_name(struct objects *objects, const char *key, const char *name)
{
    objects_check(objects, HPDF_Dict_AddName(objects->doc->catalog, key, name));
}

void catalog_set_string(struct objects *objects, const char *key, const char *ascii)
{
    HPDF_String string = HPDF_String_New(objects->doc->mmgr, ascii, NULL);
    objects_check(objects, HPDF_Dict_Add(objects->doc->catalog, key, string));
}

void info_set(struct objects *objects, const char *key, struct text value)
{
    objects_check(objects, HPDF_Dict_Add(objects->doc->info, key, new_text_string(objects, value)));
}

uint32_t objects_next_number(const struct objects *objects)
{
    return (uint32_t)objects->doc->xref->entries->count;
}
