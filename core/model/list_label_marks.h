/*
 * The characters of list labels: for list_label.c, which finds the label, and list_number.c, which
 * counts by it.
 */
#ifndef ROLEBOOK_CORE_MODEL_LIST_LABEL_MARKS_H
#define ROLEBOOK_CORE_MODEL_LIST_LABEL_MARKS_H
#include "core/base/text.h"

/* Inline, so that the size of the set is a constant. */
static inline bool is_in(uint32_t c, const char *set) { return text_has(text_from_string(set), c); }

static inline bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}
/* A switch, since nearly every line is asked whether it begins so. */
static inline bool is_chinese_numeral(uint32_t c)
{
    switch (c) {
    case u'〇':
    case u'零':
    case u'一':
    case u'二':
    case u'三':
    case u'四':
    case u'五':
    case u'六':
    case u'七':
    case u'八':
    case u'九':
    case u'十':
    case u'百':
    case u'壹':
    case u'貳':
    case u'贰':
    case u'參':
    case u'叁':
    case u'叄':
    case u'参':
    case u'肆':
    case u'伍':
    case u'陸':
    case u'陆':
    case u'柒':
    case u'捌':
    case u'玖':
    case u'拾':
        return true;
    default:
        return false;
    }
}
/* 甲, 乙: the stems, by which lists count that stand below others. */
static inline bool is_stem(uint32_t c)
{
    switch (c) {
    case u'甲':
    case u'乙':
    case u'丙':
    case u'丁':
    case u'戊':
    case u'己':
    case u'庚':
    case u'辛':
    case u'壬':
    case u'癸':
        return true;
    default:
        return false;
    }
}
/* ①–⑳ ⑴–⒇ ⒈–⒛ ㉑–㉟ ❶–❿: each is a label by itself. */
static inline bool is_enclosed(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x249B) || (c >= 0x3251 && c <= 0x325F) ||
           (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229);
}

static inline bool is_bullet(uint32_t c)
{
    return is_in(c, "•●○◆◇■□▪▫▍▎▌▋◦‣▶►▸➢➤➔⇨✓✔※★☆✦✧❖❑❒❍◻∙‧・") || (c >= 0xF000 && c <= 0xF0FF);
}

/* Marks that are bullets only when a blank follows. */
static inline bool is_spaced_bullet(uint32_t c) { return is_in(c, "-*+–—－·o"); }

/* Letters that Wingdings shows as ●, ■, ◆, ❖, ➢ and ✓. */
static inline bool is_pictured(uint32_t c) { return is_in(c, "lnuvØüŸ§"); }

static inline uint32_t at(struct text t, size_t offset)
{
    return offset < t.size ? text_next(t, &offset) : 0;
}

static inline size_t after(struct text t, size_t offset)
{
    if (offset < t.size)
        text_next(t, &offset);
    return offset;
}

static inline size_t skip_blanks(struct text t, size_t offset)
{
    while (offset < t.size && is_blank_code_point(at(t, offset)))
        offset = after(t, offset);
    return offset;
}

/* What stands in front of the number of a document's section, its blank with it; 0: nothing. */
size_t section_word(struct text t);

#endif
