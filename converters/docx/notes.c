/* Footnotes, endnotes and comments stand in parts of their own; each comes into the run that
 * refers to it. */
#include "converters/docx/reader.h"
#include "converters/docx/story.h"
#include "converters/docx/values.h"
#include <stdlib.h>

void note_refer(struct docx_reader *reader, enum note_kind kind, int32_t id)
{
    bool omits = is_left_out(reader);
    struct run *run = omits ? NULL : run_add(reader, RUN_NOTE, (struct text){0});
    if (run != NULL || omits)
        *arena_push(reader->scratch, reader->notes, reader->note_count, reader->note_capacity) =
            (struct note_reference){.kind = kind, .id = id, .run = run, .span = story_span(reader)};
}

static int compare(const void *left, const void *right)
{
    const struct note_reference *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

/* The part of one kind of note while it is read. */
struct note_part {
    struct docx_reader *reader;
    enum note_kind kind;
    struct cell *cell; /* where the note's blocks gather; NULL: between notes */
    size_t known;      /* references known when the part began, in order: its own come behind */
    size_t reference;  /* the first to this note; known: none */
};

static const char *const note_styles[] = {
    [NOTE_FOOTNOTE] = "footnote", [NOTE_ENDNOTE] = "endnote", [NOTE_COMMENT] = "comment"};

static bool is_note(enum name name)
{
    return name == NAME_W_FOOTNOTE || name == NAME_W_ENDNOTE || name == NAME_W_COMMENT;
}

/* The first reference to a note, or known. */
static size_t find(const struct note_part *part, int32_t id)
{
    const struct note_reference key = {.kind = part->kind, .id = id};
    size_t low = 0, high = part->known;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&part->reader->notes[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < part->known && compare(&part->reader->notes[low], &key) == 0;
    return is_found ? low : part->known;
}

/* Whether all references to the note stand in changes that are left out. */
static bool goes_with_change(const struct note_part *part)
{
    const struct note_reference *notes = part->reader->notes;
    size_t at = part->reference;
    while (at < part->known && compare(&notes[at], &notes[part->reference]) == 0 &&
           notes[at].run == NULL)
        at++;
    bool ends = at == part->known || compare(&notes[at], &notes[part->reference]) != 0;
    return at > part->reference && ends;
}

static void begin_note(struct note_part *part, struct sax *sax)
{
    struct docx_reader *reader = part->reader;
    struct text type = sax_attribute(sax, NAME_W_TYPE);
    if (type.size > 0 && !text_is(type, "normal")) {
        sax_skip(sax); /* the line that divides notes from text */
        return;
    }
    part->reference = find(part, value_number(sax_attribute(sax, NAME_W_ID), INT32_MIN));
    part->cell = arena_new(reader->scratch, struct cell);
    reader->fixed_span = part->reference < part->known ? reader->notes[part->reference].span
                                                       : span_of_source(reader->source);
    reader->place.cell = part->cell;
    if (goes_with_change(part))
        change_begin(reader, reader->left_out); /* until story_end */
}

/* All references to one note share it. False: there is none, or another note of its number came
 * before. */
static bool attach(const struct note_part *part, struct block *blocks)
{
    struct note_reference *notes = part->reader->notes;
    size_t first = part->reference, at = first;
    for (; at < part->known && compare(&notes[at], &notes[first]) == 0 && !notes[at].is_read;
         at++) {
        if (notes[at].run != NULL)
            notes[at].run->note = blocks;
        notes[at].is_read = true;
    }
    return at > first;
}

/* A note that nothing refers to stands at the end. */
static void end_note(struct note_part *part)
{
    struct docx_reader *reader = part->reader;
    story_end(reader);
    struct block *blocks = part->cell->blocks;
    if (blocks != NULL && blocks->style.size == 0)
        blocks->style = text_from_string(note_styles[part->kind]);
    if (blocks != NULL && !attach(part, blocks))
        story_append_section(reader, part->cell, text_from_string(note_styles[part->kind]));
    part->cell = NULL;
    reader->place.cell = NULL;
}

static void start(void *data, struct sax *sax, enum name name)
{
    struct note_part *part = data;
    if (is_note(name) && part->cell == NULL)
        begin_note(part, sax);
    else if (part->cell != NULL)
        body_handler.start(part->reader, sax, name);
}

static void end(void *data, enum name name)
{
    struct note_part *part = data;
    if (is_note(name) && part->cell != NULL)
        end_note(part);
    else if (part->cell != NULL)
        body_handler.end(part->reader, name);
}

static void text(void *data, struct text words)
{
    struct note_part *part = data;
    body_handler.text(part->reader, words);
}

enum status notes_read(struct docx_reader *reader, const struct relationships *document)
{
    static const struct sax_handler handler = {start, end, text};
    static const struct text types[] = {[NOTE_FOOTNOTE] = TEXT_INIT("footnotes"),
                                        [NOTE_ENDNOTE] = TEXT_INIT("endnotes"),
                                        [NOTE_COMMENT] = TEXT_INIT("comments")};
    enum status status = STATUS_OK;
    int last = reader->keeps_comments ? NOTE_COMMENT : NOTE_ENDNOTE;
    for (int kind = NOTE_FOOTNOTE; kind <= last; kind++) {
        const struct relationship *target = relationship_by_type(document, types[kind]);
        if (target == NULL || target->is_external)
            continue;
        struct note_part part = {
            .reader = reader, .kind = (enum note_kind)kind, .known = reader->note_count};
        if (part.known > 1) /* notes may refer to notes of the kinds that follow */
            qsort(reader->notes, part.known, sizeof *reader->notes, compare);
        enum status this = story_read_other(reader, target->target, &handler, &part);
        status = this != STATUS_OK ? this : status;
    }
    return status;
}
