/*
 * Tracked changes: whether what is read now was inserted or deleted, and which of it counts.
 *
 * ECMA-376 part 1, 17.13.5. Words that somebody inserted and somebody else deleted are both: they
 * are left out by whoever takes either side, and shown as deleted by who takes neither. Changes of
 * formatting are passed over: what a paragraph looks like now is what is read.
 */
#include "converters/docx/reader.h"

enum change change_of(enum name name)
{
    switch ((int)name) { /* the same names on runs, marks of paragraphs, rows and cells */
    case NAME_W_INS:
    case NAME_W_MOVE_TO:
    case NAME_W_CELL_INS:
        return CHANGE_INSERTED;
    case NAME_W_DEL:
    case NAME_W_MOVE_FROM:
    case NAME_W_CELL_DEL:
        return CHANGE_DELETED;
    }
    return CHANGE_NONE;
}

void change_begin(struct docx_reader *reader, enum change change)
{
    if (change != CHANGE_NONE)
        reader->change_depth[change]++;
}

void change_end(struct docx_reader *reader, enum change change)
{
    if (change != CHANGE_NONE && reader->change_depth[change] > 0)
        reader->change_depth[change]--;
}

bool is_left_out(const struct docx_reader *reader)
{
    return reader->change_depth[reader->left_out] > 0;
}

enum change change_to_show(const struct docx_reader *reader)
{
    if (reader->left_out != CHANGE_NONE)
        return CHANGE_NONE;
    return reader->change_depth[CHANGE_DELETED] > 0    ? CHANGE_DELETED
           : reader->change_depth[CHANGE_INSERTED] > 0 ? CHANGE_INSERTED
                                                       : CHANGE_NONE;
}
