/*
 * XML of any vocabulary as a document.
 *
 * Names that DocBook, TEI, HTML and JATS share are read as what they are. Elsewhere structure
 * speaks: an element's name is its heading, children of one name are a list, or a table when they
 * have parts of their own, and a lone text is a labelled line. So <reportsTo>…</reportsTo> reaches
 * extraction as "reports to: …", which the vocabulary knows.
 */
#include "converters/xml/parts.h"

#define LIST_DEPTH 20

struct foreign {
    struct arena *arena;
    struct document *document;
    enum status status; /* STATUS_INPUT: a table past the limits */
};

enum sort {
    SORT_STRUCTURE,
    SORT_TITLE,
    SORT_PARAGRAPH,
    SORT_LIST,
    SORT_ITEM,
    SORT_TABLE,
    SORT_CODE
};

static const struct {
    const char *name;
    enum sort sort;
} sorts[] = {
    {"title", SORT_TITLE},
    {"head", SORT_TITLE},
    {"heading", SORT_TITLE},
    {"h1", SORT_TITLE},
    {"h2", SORT_TITLE},
    {"h3", SORT_TITLE},
    {"h4", SORT_TITLE},
    {"h5", SORT_TITLE},
    {"h6", SORT_TITLE},
    {"p", SORT_PARAGRAPH},
    {"para", SORT_PARAGRAPH},
    {"simpara", SORT_PARAGRAPH},
    {"paragraph", SORT_PARAGRAPH},
    {"ul", SORT_LIST},
    {"ol", SORT_LIST},
    {"list", SORT_LIST},
    {"itemizedlist", SORT_LIST},
    {"orderedlist", SORT_LIST},
    {"li", SORT_ITEM},
    {"item", SORT_ITEM},
    {"listitem", SORT_ITEM},
    {"table", SORT_TABLE},
    {"informaltable", SORT_TABLE},
    {"programlisting", SORT_CODE},
    {"pre", SORT_CODE},
};

static enum sort sort_of(const struct xml_node *node)
{
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (text_equal_ascii_case(node->name, text_from_string(sorts[i].name)))
            return sorts[i].sort;
    return SORT_STRUCTURE;
}

/* reportsTo, reports-to, reports_to → "reports to" */
static struct text words_of_name(struct arena *arena, struct text name)
{
    struct text_buffer words = text_buffer_new(arena);
    char before = '\0';
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && before >= 'a' && before <= 'z')
            buffer_append_byte(&words, ' ');
        before = c;
        buffer_append_byte(&words, c == '-' || c == '_' || c == '.' ? ' '
                                   : is_upper                       ? (char)(c - 'A' + 'a')
                                                                    : c);
    }
    return buffer_text(&words);
}

/* Lines divided by \n become breaks. */
static void append_runs(struct foreign *in, struct block *block, struct text text, struct span span)
{
    bool exact = span.end - span.begin == text.size;
    for (size_t offset = 0; offset <= text.size;) {
        size_t end = text_find(text, TEXT("\n"), offset);
        size_t stop = end == TEXT_NOT_FOUND ? text.size : end;
        struct span here = exact ? span_slice(span, offset, stop) : span;
        if (stop > offset)
            run_append_text(in->document, block, text_slice(text, offset, stop), 0, here);
        if (end == TEXT_NOT_FOUND)
            break;
        run_append(in->document, block, RUN_BREAK, (struct text){0}, here);
        offset = end + 1;
    }
}

static struct block *append_text_block(struct foreign *in, struct block *parent,
                                       enum block_kind kind, struct xml_value value)
{
    struct block *block = block_append(in->document, parent, kind, value.span);
    append_runs(in, block, value.text, value.span);
    return block;
}

static void append_heading(struct foreign *in, struct xml_value value, unsigned level)
{
    append_text_block(in, NULL, BLOCK_HEADING, value)->level = level < 6 ? level : 6;
}

/* "label: words", the label strong as an author would set it. */
static void append_labelled(struct foreign *in, struct block *parent, struct text name,
                            struct span name_span, struct xml_value value)
{
    if (value.text.size == 0)
        return;
    struct block *block = block_append(in->document, parent, BLOCK_PARAGRAPH, value.span);
    struct run *label =
        run_append(in->document, block, RUN_TEXT, words_of_name(in->arena, name), name_span);
    label->style = STYLE_STRONG;
    run_append(in->document, block, RUN_TEXT, TEXT(": "), name_span);
    append_runs(in, block, value.text, value.span);
}

static bool is_number_attribute(const struct xml_attribute *attribute)
{
    return text_is(attribute->name, "n") || text_is(attribute->name, "no") ||
           text_is(attribute->name, "number");
}

static void append_attributes(struct foreign *in, struct block *parent, const struct xml_node *node)
{
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        if (a->ns.size == 0 && !(is_number_attribute(a) && parent != NULL))
            append_labelled(in, parent, a->name, a->span, (struct xml_value){a->value, a->span});
}

/* ---- lists ---- */

static const struct xml_node *next_element(const struct xml_node *node)
{
    while (node != NULL && xml_is_text(node))
        node = node->next;
    return node;
}

static void read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                      unsigned depth);

static void read_item(struct foreign *in, const struct xml_node *node, struct block *list,
                      unsigned depth)
{
    struct block *item = block_append(in->document, list, BLOCK_ITEM, node->span);
    item->label = TEXT("•");
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        if (is_number_attribute(a))
            item->label = a->value;
    bool has_list = false;
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        has_list |= !xml_is_text(child) && sort_of(child) == SORT_LIST;
    if (!has_list || depth >= LIST_DEPTH) {
        append_text_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        append_attributes(in, item, node);
        return;
    }
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        struct text words = xml_trim(child->text);
        if (!xml_is_text(child) && sort_of(child) == SORT_LIST)
            read_list(in, child, item, depth + 1);
        else if (!xml_is_text(child))
            append_text_block(in, item, BLOCK_PARAGRAPH, xml_content(in->arena, child));
        else if (words.size > 0)
            append_text_block(in, item, BLOCK_PARAGRAPH, (struct xml_value){words, child->span});
    }
    append_attributes(in, item, node);
}

static void read_list(struct foreign *in, const struct xml_node *node, struct block *parent,
                      unsigned depth)
{
    struct block *list = block_append(in->document, parent, BLOCK_LIST, node->span);
    list->level = depth;
    list->ordered = text_is(node->name, "ol") || text_is(node->name, "orderedlist");
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (!xml_is_text(child))
            read_item(in, child, list, depth);
        else if (xml_trim(child->text).size > 0) {
            struct block *item = block_append(in->document, list, BLOCK_ITEM, child->span);
            append_text_block(in, item, BLOCK_PARAGRAPH,
                              (struct xml_value){xml_trim(child->text), child->span});
        }
    }
}

/* ---- tables ---- */

static void append_cell(struct foreign *in, struct table *table, uint32_t row, uint32_t column,
                        struct xml_value value)
{
    struct cell *cell = cell_append(in->document, table, value.span);
    cell->row = row;
    cell->column = column;
    if (value.text.size == 0)
        return;
    struct block *block = block_append_to_cell(in->document, cell, BLOCK_PARAGRAPH, value.span);
    append_runs(in, block, value.text, value.span);
}

static bool is_row(const struct xml_node *node)
{
    return text_equal_ascii_case(node->name, TEXT("tr")) ||
           text_equal_ascii_case(node->name, TEXT("row"));
}

static uint32_t span_attribute(const struct xml_node *node, const char *name, uint32_t limit)
{
    struct text value = xml_attribute_text(node, name);
    uint32_t n = 0;
    for (size_t i = 0; i < value.size && value.data[i] >= '0' && value.data[i] <= '9'; i++) {
        n = n * 10 + (uint32_t)(value.data[i] - '0');
        if (n > limit)
            return 1; /* more than any table has */
    }
    return n == 0 ? 1 : n;
}

static void index_table(struct foreign *in, struct table *table, struct span span)
{
    if (table_index_input(in->document, table, span) != STATUS_OK)
        in->status = STATUS_INPUT;
}

static void read_rows(struct foreign *in, const struct xml_node *node, struct table *table,
                      uint32_t *row, uint32_t *taken)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            continue;
        if (!is_row(child)) {
            read_rows(in, child, table, row, taken); /* tbody, tgroup: LIMIT_XML_DEPTH bounds it */
            continue;
        }
        uint32_t column = 0;
        const struct xml_node *cell = next_element(child->children);
        for (; cell != NULL; cell = next_element(cell->next)) {
            while (column < LIMIT_TABLE_COLUMNS && taken[column] > *row)
                column++;
            append_cell(in, table, *row, column, xml_content(in->arena, cell));
            struct cell *made = table->last_cell;
            made->is_header = text_is(cell->name, "th") || text_is(node->name, "thead");
            made->column_span = span_attribute(cell, "colspan", LIMIT_TABLE_COLUMNS);
            made->row_span = span_attribute(cell, "rowspan", LIMIT_TABLE_ROWS);
            for (uint32_t i = 0; i < made->column_span && column + i < LIMIT_TABLE_COLUMNS; i++)
                taken[column + i] = *row + made->row_span;
        }
        ++*row; /* past the limits too: table_index_input says so, and no words are dropped */
    }
}

static void read_table(struct foreign *in, const struct xml_node *node)
{
    struct block *block = block_append(in->document, NULL, BLOCK_TABLE, node->span);
    struct table *table = table_new(in->document, block);
    uint32_t row = 0, *taken = arena_new_array(in->arena, LIMIT_TABLE_COLUMNS, uint32_t);
    read_rows(in, node, table, &row, taken);
    while (table->header_rows < row) {
        bool all = false;
        for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
            if (cell->row == table->header_rows && !(all = cell->is_header))
                break;
        if (!all)
            break;
        table->header_rows++;
    }
    index_table(in, table, node->span);
}

/* ---- records: children of one name with parts of their own ---- */

/* Parts of different names beyond these share the last column: no record of a role comes near. */
#define RECORD_COLUMNS 64

struct columns {
    struct text names[RECORD_COLUMNS];
    size_t count;
};

static size_t column_of(struct columns *columns, struct text name)
{
    for (size_t i = 0; i < columns->count; i++)
        if (text_equal(columns->names[i], name))
            return i;
    if (columns->count == RECORD_COLUMNS)
        return RECORD_COLUMNS - 1;
    columns->names[columns->count] = name;
    return columns->count++;
}

/* Words beside the parts stand in a column named as the record. */
static struct text part_name(const struct xml_node *record, const struct xml_node *part)
{
    return xml_is_text(part) ? record->name : part->name;
}

static void find_columns(const struct xml_node *first, struct columns *columns)
{
    for (const struct xml_node *node = first; node != NULL; node = next_element(node->next)) {
        for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
            column_of(columns, a->name);
        for (const struct xml_node *part = node->children; part != NULL; part = part->next)
            if (!xml_is_text(part) || xml_trim(part->text).size > 0)
                column_of(columns, part_name(node, part));
    }
}

/* A part that is repeated adds a paragraph to its cell. */
static void add_part(struct foreign *in, struct cell **cells, size_t column, struct xml_value value)
{
    struct cell *cell = cells[column];
    if (value.text.size == 0)
        return;
    if (cell->blocks == NULL)
        cell->span = value.span;
    struct block *block = block_append_to_cell(in->document, cell, BLOCK_PARAGRAPH, value.span);
    append_runs(in, block, value.text, value.span);
}

static void read_record(struct foreign *in, const struct xml_node *node, struct table *table,
                        uint32_t row, struct columns *columns)
{
    struct cell *cells[RECORD_COLUMNS];
    for (size_t i = 0; i < columns->count; i++) {
        append_cell(in, table, row, (uint32_t)i, (struct xml_value){.span = node->span});
        cells[i] = table->last_cell;
    }
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        add_part(in, cells, column_of(columns, a->name), (struct xml_value){a->value, a->span});
    for (const struct xml_node *part = node->children; part != NULL; part = part->next) {
        struct xml_value value = {xml_trim(part->text), part->span};
        if (!xml_is_text(part))
            value = xml_content(in->arena, part);
        if (value.text.size > 0)
            add_part(in, cells, column_of(columns, part_name(node, part)), value);
    }
}

static void read_records(struct foreign *in, const struct xml_node *parent)
{
    struct block *block = block_append(in->document, NULL, BLOCK_TABLE, parent->span);
    struct table *table = table_new(in->document, block);
    const struct xml_node *first = next_element(parent->children);
    struct columns columns = {.count = 0};
    find_columns(first, &columns);
    for (size_t i = 0; i < columns.count; i++) {
        append_cell(in, table, 0, (uint32_t)i,
                    (struct xml_value){words_of_name(in->arena, columns.names[i]), parent->span});
        table->last_cell->is_header = true;
    }
    table->header_rows = 1;
    uint32_t row = 1;
    for (const struct xml_node *node = first; node != NULL; node = next_element(node->next))
        read_record(in, node, table, row++, &columns);
    index_table(in, table, parent->span);
}

/* ---- the walk ---- */

struct outline {
    size_t count;   /* element children */
    bool same_name; /* all of them */
    bool any_parts; /* at least one has elements of its own */
    bool all_parts;
    bool has_words; /* text beside them */
};

static struct outline outline_of(const struct xml_node *node)
{
    struct outline outline = {.same_name = true, .all_parts = true};
    const struct xml_node *first = next_element(node->children);
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child)) {
            outline.has_words |= xml_trim(child->text).size > 0;
            continue;
        }
        outline.count++;
        outline.same_name &= text_equal(child->name, first->name);
        outline.any_parts |= xml_has_elements(child);
        outline.all_parts &= xml_has_elements(child);
    }
    return outline;
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level);

static void read_structure(struct foreign *in, const struct xml_node *node, unsigned level)
{
    struct outline outline = outline_of(node);
    const struct xml_node *title = next_element(node->children);
    bool has_title = title != NULL && sort_of(title) == SORT_TITLE && outline.count > 1;
    struct xml_value heading = {words_of_name(in->arena, node->name), node->span};
    append_heading(in, has_title ? xml_content(in->arena, title) : heading, level);
    append_attributes(in, NULL, node);
    if (outline.same_name && outline.all_parts && !outline.has_words && !has_title) {
        read_records(in, node);
        return;
    }
    bool is_list = outline.same_name && !outline.any_parts && !has_title &&
                   sort_of(title) != SORT_PARAGRAPH &&
                   (outline.count > 1 || sort_of(title) == SORT_ITEM);
    if (is_list) {
        read_list(in, node, NULL, 0);
        return;
    }
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        if (!(has_title && child == title))
            read_node(in, child, level + 1);
}

static void read_node(struct foreign *in, const struct xml_node *node, unsigned level)
{
    if (xml_is_text(node)) {
        struct text words = xml_trim(node->text);
        if (words.size > 0)
            append_text_block(in, NULL, BLOCK_PARAGRAPH, (struct xml_value){words, node->span});
        return;
    }
    struct outline outline = outline_of(node);
    struct xml_value words;
    switch (sort_of(node)) {
    case SORT_TITLE:
        append_heading(in, xml_content(in->arena, node), level);
        return;
    case SORT_LIST:
        read_list(in, node, NULL, 0);
        return;
    case SORT_TABLE:
        read_table(in, node);
        return;
    case SORT_CODE:
        words = xml_content(in->arena, node);
        block_append(in->document, NULL, BLOCK_CODE, words.span)->code = words.text;
        return;
    case SORT_PARAGRAPH:
    case SORT_ITEM:
        append_text_block(in, NULL, BLOCK_PARAGRAPH, xml_content(in->arena, node));
        return;
    case SORT_STRUCTURE:
        break;
    }
    if (outline.count > 0 && !outline.has_words) {
        read_structure(in, node, level);
        return;
    }
    append_labelled(in, NULL, node->name, node->span, xml_content(in->arena, node));
    append_attributes(in, NULL, node);
}

enum status xml_foreign_document(struct input *input, const struct xml_node *root,
                                 struct document **document)
{
    struct foreign in = {.arena = input->arena,
                         .document = document_new(input->arena, input->source)};
    in.document->diags = input->diags;
    in.document->language = xml_own_attribute(root, "lang");
    read_node(&in, root, 1);
    *document = in.document;
    return in.status;
}
