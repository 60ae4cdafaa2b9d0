#include "converters/pdf/icc.h"
#include "core/base/text_buffer.h"

static void append_be(struct text_buffer *out, uint32_t value, unsigned bytes)
{
    for (unsigned i = bytes; i-- > 0;)
        buffer_append_byte(out, (char)(value >> (8 * i) & 255));
}

static void append_zeros(struct text_buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_append_byte(out, 0);
}

#define PROFILE_NAME "sRGB"
#define NAME_SIZE sizeof PROFILE_NAME /* with its NUL */

/* textDescriptionType: a name in ASCII, and none in Unicode and ScriptCode. */
static void append_description(struct text_buffer *out)
{
    buffer_append_string(out, "desc");
    append_be(out, 0, 4);
    append_be(out, NAME_SIZE, 4);
    buffer_append(out, (struct text){PROFILE_NAME, NAME_SIZE});
    append_zeros(out, 4 + 4 + 2 + 1 + 67);
}

static void append_copyright(struct text_buffer *out)
{
    buffer_append_string(out, "text");
    append_be(out, 0, 4);
    buffer_append(out, (struct text){"CC0", 4});
}

/* Fixed point, 16 bits behind the point. */
static void append_xyz(struct text_buffer *out, const uint32_t *xyz)
{
    buffer_append_string(out, "XYZ ");
    append_be(out, 0, 4);
    for (size_t i = 0; i < 3; i++)
        append_be(out, xyz[i], 4);
}

static void append_curve(struct text_buffer *out)
{
    buffer_append_string(out, "curv");
    append_be(out, 0, 4);
    append_be(out, 1, 4);
    append_be(out, 0x0233, 2); /* 2.2 with 8 bits behind the point */
}

static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D}; /* D50 */
static const uint32_t red[] = {0x6FA2, 0x38F5, 0x0390};
static const uint32_t green[] = {0x6299, 0xB785, 0x18DA};
static const uint32_t blue[] = {0x24A0, 0x0F84, 0xB6CF};

#define HEADER_SIZE 128
#define TAG_MAX 9

struct tags {
    struct text_buffer table, data;
    uint32_t count, begin; /* of the data in the profile */
    uint32_t last;         /* where the newest tag's data begin */
};

static void begin_data(struct tags *tags)
{
    append_zeros(&tags->data, (4 - tags->data.size % 4) % 4);
    tags->last = (uint32_t)tags->data.size;
}

static void name_data(struct tags *tags, const char *name)
{
    buffer_append_string(&tags->table, name);
    append_be(&tags->table, tags->begin + tags->last, 4);
    append_be(&tags->table, (uint32_t)tags->data.size - tags->last, 4);
    tags->count++;
}

static void append_tags(struct tags *tags)
{
    static const struct {
        const char *name;
        const uint32_t *xyz;
    } colours[] = {{"wtpt", white}, {"rXYZ", red}, {"gXYZ", green}, {"bXYZ", blue}};
    begin_data(tags);
    append_description(&tags->data);
    name_data(tags, "desc");
    begin_data(tags);
    append_copyright(&tags->data);
    name_data(tags, "cprt");
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        begin_data(tags);
        append_xyz(&tags->data, colours[i].xyz);
        name_data(tags, colours[i].name);
    }
    begin_data(tags);
    append_curve(&tags->data);
    name_data(tags, "rTRC");
    name_data(tags, "gTRC");
    name_data(tags, "bTRC");
    append_zeros(&tags->data, (4 - tags->data.size % 4) % 4);
}

static void append_header(struct text_buffer *out, uint32_t size)
{
    append_be(out, size, 4);
    append_be(out, 0, 4);
    append_be(out, 0x02100000, 4); /* version 2.1 */
    buffer_append_string(out, "mntrRGB XYZ ");
    append_be(out, 2000, 2); /* a date is wanted; it says nothing about the document */
    append_be(out, 1, 2);
    append_be(out, 1, 2);
    append_zeros(out, 6);
    buffer_append_string(out, "acsp");
    append_zeros(out, 28);
    for (size_t i = 0; i < 3; i++)
        append_be(out, white[i], 4);
    append_zeros(out, HEADER_SIZE - 80);
}

struct text icc_srgb(struct arena *arena)
{
    struct tags tags = {.table = text_buffer_new(arena),
                        .data = text_buffer_new(arena),
                        .begin = HEADER_SIZE + 4 + TAG_MAX * 12};
    append_tags(&tags);
    struct text_buffer out = text_buffer_new(arena);
    append_header(&out, tags.begin + (uint32_t)tags.data.size);
    append_be(&out, tags.count, 4);
    buffer_append(&out, buffer_text(&tags.table));
    buffer_append(&out, buffer_text(&tags.data));
    return buffer_text(&out);
}
