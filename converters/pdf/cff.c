#include "converters/pdf/cff.h"

/* Bytes not yet read; reading past the end gives zeros and marks the table broken. */
struct reader {
    const unsigned char *at, *end;
    bool is_broken;
};

static uint32_t read_number(struct reader *reader, unsigned bytes)
{
    if ((size_t)(reader->end - reader->at) < bytes) {
        reader->is_broken = true;
        return 0;
    }
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | *reader->at++;
    return value;
}

static void skip(struct reader *reader, size_t bytes)
{
    if ((size_t)(reader->end - reader->at) < bytes)
        reader->is_broken = true;
    else
        reader->at += bytes;
}

/* Moves past an INDEX; gives its first item. */
static struct reader read_index(struct reader *reader)
{
    struct reader first = {.at = reader->at, .end = reader->at};
    uint32_t count = read_number(reader, 2);
    if (count == 0)
        return first;
    unsigned offset_size = (unsigned)read_number(reader, 1);
    if (offset_size < 1 || offset_size > 4) {
        reader->is_broken = true;
        return first;
    }
    struct reader offsets = *reader;
    skip(reader, (size_t)(count + 1) * offset_size);
    uint32_t begin = read_number(&offsets, offset_size), end = read_number(&offsets, offset_size);
    offsets.at = reader->at;
    if (!reader->is_broken)
        offsets.at -= offset_size;
    uint32_t data_end = read_number(&offsets, offset_size);
    const unsigned char *data = reader->at;
    if (begin != 1 || end < begin || data_end < end || reader->is_broken) {
        reader->is_broken = true;
        return first;
    }
    skip(reader, data_end - 1);
    first.at = data;
    first.end = reader->is_broken ? data : data + (end - begin);
    return first;
}

#define OPERATOR_CHARSET 15
#define OPERATOR_ROS (12 << 8 | 30)

/* A real number: nibbles up to one that is 0xF. */
static void skip_real(struct reader *dict)
{
    while (!dict->is_broken) {
        uint32_t byte = read_number(dict, 1);
        if ((byte & 15) == 15 || byte >> 4 == 15)
            return;
    }
}

/* One token of a DICT: true for an operand, whose value is *number when it is an integer. */
static bool read_operand(struct reader *dict, int64_t *number)
{
    uint32_t byte = read_number(dict, 1);
    *number = 0;
    if (byte == 28)
        *number = (int16_t)read_number(dict, 2);
    else if (byte == 29)
        *number = (int32_t)read_number(dict, 4);
    else if (byte == 30)
        skip_real(dict);
    else if (byte >= 32 && byte <= 246)
        *number = (int64_t)byte - 139;
    else if (byte >= 247 && byte <= 250)
        *number = ((int64_t)byte - 247) * 256 + read_number(dict, 1) + 108;
    else if (byte >= 251)
        *number = -((int64_t)byte - 251) * 256 - read_number(dict, 1) - 108;
    else {
        *number = byte == 12 ? (int64_t)(12 << 8 | read_number(dict, 1)) : byte;
        return false;
    }
    return true;
}

struct top_dict {
    bool is_cid_keyed;
    int64_t charset; /* offset in the table; 0 to 2: predefined */
};

static struct top_dict read_top_dict(struct reader *dict)
{
    struct top_dict top = {0};
    int64_t operand = 0, number;
    while (dict->at < dict->end && !dict->is_broken) {
        if (read_operand(dict, &number)) {
            operand = number;
            continue;
        }
        if (number == OPERATOR_ROS)
            top.is_cid_keyed = true;
        if (number == OPERATOR_CHARSET)
            top.charset = operand;
    }
    return top;
}

static void read_charset(struct reader *charset, size_t glyph_count, uint16_t *cids)
{
    uint32_t format = read_number(charset, 1);
    size_t glyph = 1; /* .notdef is CID 0 and not listed */
    cids[0] = 0;
    while (glyph < glyph_count && !charset->is_broken) {
        uint32_t first = read_number(charset, 2);
        uint32_t left = format == 0 ? 0 : read_number(charset, format == 2 ? 2 : 1);
        for (uint32_t i = 0; i <= left && glyph < glyph_count; i++)
            cids[glyph++] = (uint16_t)(first + i);
    }
    if (format > 2)
        charset->is_broken = true;
}

enum cff_kind cff_charset(struct text table, size_t glyph_count, uint16_t *cids)
{
    const unsigned char *bytes = (const unsigned char *)table.data;
    struct reader reader = {.at = bytes, .end = bytes + table.size};
    skip(&reader, 2);
    uint32_t header = read_number(&reader, 1);
    reader.at = bytes;
    skip(&reader, header);
    read_index(&reader); /* names */
    struct reader dict = read_index(&reader);
    struct top_dict top = read_top_dict(&dict);
    if (reader.is_broken || dict.is_broken || top.charset < 0 ||
        (uint64_t)top.charset >= table.size)
        return CFF_BROKEN;
    if (!top.is_cid_keyed)
        return CFF_NAME_KEYED;
    if (top.charset <= 2) { /* predefined charsets are for name-keyed fonts: taken as identity */
        for (size_t i = 0; i < glyph_count; i++)
            cids[i] = (uint16_t)i;
        return CFF_CID_KEYED;
    }
    struct reader charset = {.at = bytes + top.charset, .end = bytes + table.size};
    read_charset(&charset, glyph_count, cids);
    return charset.is_broken ? CFF_BROKEN : CFF_CID_KEYED;
}
