/* Lists: the numbering that their paragraphs refer to. */
#include "converters/docx/writer.h"
#include "converters/docx/xml_tree.h"
#include "core/base/text_buffer.h"

#define LEVELS 9
#define STEP 360 /* twips a level is set in, and its number hangs out */
#define NUMBER_MAX 32767

/* ---- how the first item is numbered ---- */

static bool is_han_number(uint32_t c) { return text_has(TEXT("一二三四五六七八九十"), c); }

static const char *format_of(uint32_t c)
{
    return c >= '0' && c <= '9'         ? "decimal"
           : is_han_number(c)           ? "chineseCounting"
           : c >= 0x2460 && c <= 0x2473 ? "decimalEnclosedCircle"
           : c == 'a'                   ? "lowerLetter"
           : c == 'A'                   ? "upperLetter"
           : c == 'i'                   ? "lowerRoman"
           : c == 'I'                   ? "upperRoman"
                                        : NULL;
}

static struct written_list plain_list(bool is_ordered, unsigned level)
{
    struct written_list list = {.format = is_ordered ? TEXT("decimal") : TEXT("bullet"),
                                .after = is_ordered ? TEXT(".") : TEXT("•"),
                                .begin = 1,
                                .level = level};
    return list;
}

static bool is_same_kind(uint32_t c, const char *format)
{
    const char *own = format_of(c);
    return own != NULL && text_is(text_from_string(own), format);
}

/* "(1)", "一、": the number and what stands around it, as the first item has it. */
static struct written_list numbered_list(struct text label, unsigned level)
{
    struct written_list list = plain_list(true, level);
    for (size_t at = 0; at < label.size;) {
        size_t begin = at;
        const char *format = format_of(text_next(label, &at));
        if (format == NULL)
            continue;
        size_t end = at;
        list.begin = 0;
        for (size_t next = begin; next < label.size;) {
            uint32_t c = text_next(label, &next);
            if (!is_same_kind(c, format))
                break;
            end = next;
            if (c >= '0' && c <= '9' && list.begin < NUMBER_MAX / 10)
                list.begin = list.begin * 10 + (c - '0');
        }
        bool counts_from_one = !text_is(text_from_string(format), "decimal");
        list.begin = counts_from_one ? 1 : list.begin;
        list.format = text_from_string(format);
        list.before = text_slice(label, 0, begin);
        list.after = text_from(label, end);
        return list;
    }
    return list;
}

/* A sign that is part of Word's own patterns cannot stand around a number. */
static bool is_plain(struct text t) { return text_find(t, TEXT("%"), 0) == TEXT_NOT_FOUND; }

int64_t write_list_number(struct docx_writer *w, const struct block *list, unsigned level)
{
    const struct block *first = list->children;
    struct text label = first == NULL ? TEXT("") : first->label;
    struct written_list made = list->ordered && is_plain(label) && !text_is_empty(label)
                                   ? numbered_list(label, level)
                                   : plain_list(list->ordered, level);
    for (size_t i = 0; i < w->list_count && !list->ordered; i++)
        if (text_is(w->lists[i].format, "bullet"))
            return w->look.first_list + (int64_t)i; /* they count nothing: one serves all */
    *arena_push(w->arena, w->lists, w->list_count, w->list_capacity) = made;
    return w->look.first_list + (int64_t)w->list_count - 1;
}

/* ---- the part ---- */

static void write_level(struct docx_writer *w, const struct written_list *list, int64_t level)
{
    static const char *const bullets[] = {"•", "◦", "▪"};
    struct xml_part *part = w->part;
    bool is_bullet = text_is(list->format, "bullet");
    struct text_buffer text = text_buffer_new(w->arena);
    if (is_bullet)
        buffer_append_string(&text, bullets[level % 3]);
    else {
        buffer_append(&text, list->before);
        buffer_append_format(&text, "%%%d", (int)level + 1);
        buffer_append(&text, list->after);
    }
    part_start(part, "w:lvl");
    part_number(part, "w:ilvl", level);
    part_value_number(part, "w:start", level == (int64_t)list->level ? list->begin : 1);
    part_value(part, "w:numFmt", list->format);
    part_value(part, "w:lvlText", buffer_text(&text));
    part_value(part, "w:lvlJc", TEXT("left"));
    part_start(part, "w:pPr");
    part_start(part, "w:ind");
    part_number(part, "w:left", STEP * (level + 1));
    part_number(part, "w:hanging", STEP);
    part_end(part);
    part_end(part);
    part_end(part);
}

static void write_abstract(struct docx_writer *w, const struct written_list *list, int64_t id)
{
    part_start(w->part, "w:abstractNum");
    part_number(w->part, "w:abstractNumId", id);
    part_value(w->part, "w:multiLevelType", TEXT("hybridMultilevel"));
    for (int64_t level = 0; level < LEVELS; level++)
        write_level(w, list, level);
    part_end(w->part);
}

/* Every list has a numbering of its own, so that it begins anew; ids are those of the lists. */
static struct text own_numbering(struct docx_writer *w)
{
    struct xml_part part = part_open(w->arena);
    w->part = &part;
    part_start(&part, "w:numbering");
    part_attribute(&part, "xmlns:w", TEXT(NAMESPACE_W));
    for (size_t i = 0; i < w->list_count; i++)
        write_abstract(w, &w->lists[i], w->look.first_list + (int64_t)i);
    for (size_t i = 0; i < w->list_count; i++) {
        int64_t id = w->look.first_list + (int64_t)i;
        part_start(&part, "w:num");
        part_number(&part, "w:numId", id);
        part_value_number(&part, "w:abstractNumId", id);
        part_end(&part);
    }
    return part_close(&part, w->arena);
}

/* Templates of lists stand in front of lists, and both in front of what Word keeps behind. */
static void add_lists(struct arena *arena, xmlNodePtr to, xmlNodePtr from)
{
    xmlNodePtr first_list = node_child(to, "num"), behind = node_child(to, "numIdMacAtCleanup");
    for (xmlNodePtr n = from->children; n != NULL; n = n->next) {
        xmlNodePtr before = node_is(n, "abstractNum") && first_list != NULL ? first_list : behind;
        xmlNodePtr copy = xmlDocCopyNode(n, to->doc, 1);
        if (copy == NULL)
            arena_alloc(arena, SIZE_MAX); /* does not return */
        if (before != NULL)
            xmlAddPrevSibling(before, copy);
        else
            xmlAddChild(to, copy);
        xmlReconciliateNs(to->doc, copy);
    }
}

struct text write_numbering(struct docx_writer *w)
{
    struct text own = own_numbering(w);
    if (text_is_empty(w->look.numbering))
        return own;
    xmlDocPtr base = tree_parse(w->look.numbering), ours = tree_parse(own);
    if (base == NULL || ours == NULL)
        arena_alloc(w->arena, SIZE_MAX); /* both were parsed before: memory ran out */
    add_lists(w->arena, xmlDocGetRootElement(base), xmlDocGetRootElement(ours));
    struct text bytes = tree_bytes(w->arena, base);
    xmlFreeDoc(ours);
    xmlFreeDoc(base);
    return bytes;
}
