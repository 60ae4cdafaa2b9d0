#include "core/extract/document_heads.h"
#include "core/extract/labels/label.h"
#include "core/extract/tables/tables.h"

#define HEADS_MAX 400 /* documents in a file; more are not divided */
#define HEAD_ROWS 10  /* of such a table, at most */
#define RECORDS_MIN 2 /* labels of who drew up, checked and approved it, and of its editions */

/* Its labels are those of a document: its number, its department, its editions and who signs. */
static bool is_head(struct extraction *x, const struct block *block)
{
    size_t records = 0;
    if (block->kind != BLOCK_TABLE || block->table->grid == NULL || block->table->columns < 2 ||
        block->table->rows > HEAD_ROWS || block->table->rows < 2)
        return false;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_as_field(label_find(x, cell_words(x, cell)), ELEMENT_APPROVAL);
        bool is_record = label.element == ELEMENT_APPROVAL || label.element == ELEMENT_EDITION;
        if (label.kind == LABEL_FORM)
            return false; /* 崗位說明書 over the rows of one */
        if (label.kind != LABEL_ELEMENT && label.kind != LABEL_FIELD)
            continue;
        if (!is_record && label.element != ELEMENT_ID && label.element != ELEMENT_DEPARTMENT)
            return false;
        records += is_record;
    }
    return records >= RECORDS_MIN;
}

/* What the document is called, where that is the name of a role and what is said of it. */
static bool find_name(struct extraction *x, const struct block *head, struct value *name)
{
    bool is_duties;
    for (const struct cell *cell = head->table->cells; cell != NULL; cell = cell->next) {
        struct text words = cell_words(x, cell);
        if (label_find(x, words).kind != LABEL_UNKNOWN ||
            !label_role_name(x, words, &name->text, &is_duties) ||
            !vocabulary_is_position(x->vocabulary, x->scratch, name->text))
            continue;
        name->at = cell->span;
        return true;
    }
    return false;
}

bool document_head_name(struct extraction *x, const struct block *block, struct value *name)
{
    return is_head(x, block) && find_name(x, block, name);
}

/* The same grid with the same labels in it: what they say may differ. */
static bool are_alike(struct extraction *x, const struct table *one, const struct table *other)
{
    size_t same = 0;
    if (one->rows != other->rows || one->columns != other->columns)
        return false;
    const struct cell *a = one->cells, *b = other->cells;
    for (; a != NULL && b != NULL; a = a->next, b = b->next) {
        struct text words = cell_words(x, a);
        same += !text_is_empty(words) && text_equal(words, cell_words(x, b));
    }
    return a == NULL && b == NULL && same > RECORDS_MIN;
}

/* The first head that names a role. */
static const struct block *first_named(struct extraction *x)
{
    struct value name;
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next)
        if (document_head_name(x, block, &name))
            return block;
    return NULL;
}

struct block **find_document_heads(struct extraction *x, size_t *count)
{
    struct block **heads = NULL;
    const struct block *first = first_named(x);
    *count = 0;
    for (struct block *block = x->document->blocks; first != NULL && block != NULL;
         block = block->next) {
        if (!is_head(x, block) || !are_alike(x, first->table, block->table))
            continue;
        if (heads == NULL)
            heads = arena_new_array(x->scratch, HEADS_MAX, struct block *);
        if (*count == HEADS_MAX)
            return NULL;
        heads[(*count)++] = block;
    }
    return *count > 1 ? heads : NULL;
}
