/*
 * Word 2003's XML puts into the text what its successors have in parts of their own: tracked
 * changes and comments as annotations, notes in their runs, running heads in their section.
 *
 * Of its names names.c knows, of its one file package_flat.c; the rest is here. What stands aside
 * of the text is gathered in a cell of its own while it is read.
 */
#include "converters/docx/reader.h"

/* What was open when an element began, to come back to. */
struct aside {
    enum name name;
    enum change change;
    struct cell *cell; /* NULL: it only tells of a change, or of nothing */
    struct run *run;   /* that a note or comment hangs on */
    struct place place;
    struct paragraph *paragraph;
    struct span fixed_span;
};

static struct aside *push(struct docx_reader *reader, enum name name)
{
    struct aside *aside =
        arena_push(reader->scratch, reader->asides, reader->aside_count, reader->aside_capacity);
    *aside = (struct aside){.name = name};
    return aside;
}

static void gather(struct docx_reader *reader, struct aside *aside)
{
    aside->cell = arena_new(reader->scratch, struct cell);
    aside->place = reader->place;
    aside->paragraph = reader->paragraph;
    aside->fixed_span = reader->fixed_span;
    reader->place.cell = aside->cell;
    reader->carried = NULL;
}

void note_begin_in_text(struct docx_reader *reader, enum name name)
{
    struct run *run = run_add(reader, RUN_NOTE, (struct text){0});
    struct aside *aside = push(reader, name);
    aside->run = run;
    gather(reader, aside);
}

void head_begin_in_section(struct docx_reader *reader, struct sax *sax, enum name name)
{
    if (reader->header_count >= LIMIT_WORD_HEADERS) {
        if (reader->status == STATUS_OK)
            reader->status = package_breach(reader->package, TEXT("w:sectPr"), LIMIT_WORD_HEADERS);
        sax_skip(sax);
        return;
    }
    struct aside *aside = push(reader, name);
    gather(reader, aside);
    reader->fixed_span = span_of_source(reader->source);
    reader->in_running_text = true;
    *arena_push(reader->scratch, reader->headers, reader->header_count, reader->header_capacity) =
        (struct header_part){.cell = aside->cell, .is_footer = name == NAME_W_FTR};
    reader->mode_outside[reader->mode_depth++] = reader->mode;
    reader->mode = MODE_CONTENT;
}

enum change annotation_change(struct sax *sax)
{
    struct text type = sax_attribute(sax, NAME_W_TYPE);
    return text_is(type, "Word.Insertion")  ? CHANGE_INSERTED
           : text_is(type, "Word.Deletion") ? CHANGE_DELETED
                                            : CHANGE_NONE;
}

void annotation_begin(struct docx_reader *reader, struct sax *sax)
{
    struct text type = sax_attribute(sax, NAME_W_TYPE);
    enum change change = annotation_change(sax);
    if (text_is(type, "Word.Comment") && reader->keeps_comments)
        note_begin_in_text(reader, NAME_AML_ANNOTATION);
    else if (text_is(type, "Word.Comment")) {
        comment_leave_out(reader);
        sax_skip(sax);
    } else if (text_is(type, "Word.Bookmark.Start")) {
        anchor_take(reader, sax_attribute(sax, NAME_W_NAME));
        sax_skip(sax);
    } else if (change == CHANGE_NONE)
        sax_skip(sax); /* formatting as it was, ends of stretches */
    else {
        push(reader, NAME_AML_ANNOTATION)->change = change;
        change_begin(reader, change);
    }
}

static void end_note(struct aside *aside)
{
    static const struct text styles[] = {TEXT_INIT("footnote"), TEXT_INIT("endnote"),
                                         TEXT_INIT("comment")};
    struct block *blocks = aside->cell->blocks;
    if (blocks != NULL && blocks->style.size == 0)
        blocks->style = styles[aside->name == NAME_W_FOOTNOTE  ? 0
                               : aside->name == NAME_W_ENDNOTE ? 1
                                                               : 2];
    if (aside->run != NULL)
        aside->run->note = blocks;
}

void aside_end(struct docx_reader *reader, enum name name)
{
    struct aside *aside =
        reader->aside_count == 0 ? NULL : &reader->asides[reader->aside_count - 1];
    if (aside == NULL || aside->name != name)
        return;
    reader->aside_count--;
    change_end(reader, aside->change);
    if (aside->cell == NULL)
        return;
    while (reader->paragraph != NULL && reader->paragraph != aside->paragraph)
        paragraph_end(reader);
    reader->place = aside->place;
    reader->fixed_span = aside->fixed_span;
    reader->carried = NULL;
    if (name != NAME_W_HDR && name != NAME_W_FTR) {
        end_note(aside);
        return;
    }
    reader->in_running_text = false;
    reader->mode = reader->mode_outside[--reader->mode_depth];
}
