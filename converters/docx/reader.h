/*
 * The parts of the DOCX reader share one state, made for one file.
 *
 * Events of a part come to body.c; elements.c hands them to the file that knows the element: tables,
 * fields, drawings, formulas. Text goes through runs.c, which decides where it lands: in the
 * paragraph, or, when it is left out, hidden or part of something else, in a buffer of its own.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_READER_H
#define ROLEBOOK_CONVERTERS_DOCX_READER_H
#include "converters/converter.h"
#include "converters/docx/numbering.h"
#include "converters/docx/package.h"
#include "converters/docx/relationships.h"
#include "converters/docx/styles.h"
#include "core/base/text_buffer.h"

/* Fields within fields; Word itself allows 20. */
#define FIELD_DEPTH 32

/* Which properties the events belong to. */
enum mode {
    MODE_CONTENT,
    MODE_PARAGRAPH, /* w:pPr */
    MODE_MARK,      /* w:rPr in w:pPr: the paragraph's mark */
    MODE_RUN,       /* w:rPr */
    MODE_TABLE,     /* w:tblPr, w:tblPrEx, w:tblGrid */
    MODE_ROW,       /* w:trPr */
    MODE_CELL,      /* w:tcPr */
    MODE_CONTROL,   /* w:sdtPr */
    MODE_SECTION,   /* w:sectPr */
    MODE_FORM,      /* w:ffData */
};

/* What tracking says of an element. */
enum change { CHANGE_NONE, CHANGE_INSERTED, CHANGE_DELETED, CHANGE_COUNT };

/* Where blocks go: a cell, or the document (both NULL: its end). */
struct place {
    struct cell *cell;
};

/* How a run looks and where it leads; runs that are alike become one. */
struct look {
    enum run_kind kind; /* RUN_TEXT or RUN_PAGE_NUMBER */
    unsigned style;
    uint32_t size_pt10;
    struct text link;
};

/* A picture, shape or object being read. */
struct drawing {
    struct text alternative, image;
    bool has_image, has_text, is_object, is_open; /* is_object: the picture is of what it embeds */
    bool is_watermark;
};

/* A paragraph being read; text boxes put paragraphs into paragraphs. */
struct paragraph {
    struct paragraph *outer, *inner; /* inner: kept for the next one */
    struct place place;
    struct span span;
    const struct word_style *style;
    struct text style_id;
    struct paragraph_format direct;
    bool is_settled, is_implied, ends_page, is_drop_cap;
    enum change mark_change; /* of the paragraph's mark */
    enum change shown;       /* whose opening mark stands before what is pending */
    struct text label;
    bool is_ordered;
    uint32_t level;
    int32_t indent;
    struct block *block; /* NULL until there is something in it */
    /* the run being read */
    struct run_format run;
    const struct word_style *character;
    bool has_look, is_hidden;
    enum symbol_font_kind symbol_font;
    struct look look;
    struct drawing drawing;
};

enum merge { MERGE_NONE, MERGE_BEGIN, MERGE_ON };

/* A table being read. */
struct table_state {
    struct table_state *outer;
    struct place place; /* of the table, to come back to */
    uint32_t number;
    struct span span;
    struct block *block; /* NULL until there is a cell */
    struct table *table;
    const struct word_style *style;
    bool look_first_row, look_first_column;
    uint32_t *widths;
    size_t width_count, width_capacity;
    struct cell **above; /* [above_count]: the cell that ends above each column */
    size_t above_count;
    uint32_t row, column;
    struct cell *before; /* the last cell of this row */
    size_t row_controls; /* content controls around the row, not around one of its cells */
    bool row_is_header, heads_ended;
    bool row_changes[CHANGE_COUNT], cell_changes[CHANGE_COUNT];
    /* the cell being read */
    uint32_t span_columns;
    enum merge vertical, horizontal;
    bool is_diagonal, cell_is_open;
    struct run_format format; /* what the table's style says of the cell's text */
};

struct word_field {
    bool is_in_result;
    bool is_contents;    /* TOC: what it shows is a table of contents */
    bool is_form_text;   /* FORMTEXT: Word shows one that is empty as five en spaces */
    bool is_passed_over; /* what it shows is of pages, not of the text */
    struct text_buffer instruction, swallowed; /* swallowed: text before its result */
    struct text link;                          /* before it began */
    enum run_kind kind;                        /* likewise */
    struct text form;                          /* what a form field shows */
};

enum note_kind { NOTE_FOOTNOTE, NOTE_ENDNOTE, NOTE_COMMENT };

/* A reference to a note that is still to be read. */
struct note_reference {
    enum note_kind kind;
    int32_t id;
    struct run *run; /* NULL: it is left out with the change it stands in */
    struct span span;
    bool is_read;
};

/* Diagrams and charts stand in parts of their own: read later, into the block. */
struct deferred {
    struct text part;
    struct block *block;
};

struct header_part {
    struct text part;
    struct cell *cell; /* what it holds, where that is read already */
    bool is_footer;
};

struct math_frame {
    enum name name;
    size_t begin; /* in the buffer */
    uint32_t open, close;
    bool has_begun;
};

struct math {
    struct text_buffer out;
    struct math_frame frames[LIMIT_XML_DEPTH];
    size_t depth;
    size_t open; /* m:oMath within m:oMath */
};

/* What was left out, said once for each file at the first place. */
struct loss {
    size_t count;
    struct span first;
    struct text what;
};

enum loss_kind { LOSS_IMAGE, LOSS_OBJECT, LOSS_CHUNK, LOSS_COMMENT, LOSS_COUNT };

struct docx_reader {
    struct arena *arena;   /* the document's */
    struct arena *scratch; /* closed when the file is read */
    struct document *document;
    const struct source *source;
    struct diagnostics *diags;
    struct package *package;
    struct read_cache *cache;
    struct arena **arenas; /* of parts that the cache did not take: closed with scratch */
    size_t arena_count, arena_capacity;
    const struct styles *styles;
    struct counters *counters;
    struct relationships relationships; /* of the part being read */
    struct text *style_names;           /* [styles->count]: copied when first used */
    struct text *targets;               /* [relationships.count]: likewise */
    enum status status;                 /* of what went wrong within a part that was read on */

    /* where we are */
    enum mode mode, mode_outside[LIMIT_XML_DEPTH]; /* each an element */
    size_t mode_depth;
    struct place place;
    struct paragraph *paragraph, *outermost; /* outermost: kept for the next */
    struct table_state *table;
    uint32_t paragraph_count, table_count;
    struct span fixed_span; /* when it has a source, of all that is in a note or a header */
    struct block *carried;  /* a paragraph whose mark is left out: the next goes on in it */
    struct text anchor;     /* a bookmark that waits for its block */
    bool has_document;      /* w:document was met */
    bool preserves_space;   /* xml:space on it */

    /* where text goes: runs.c */
    bool in_text, in_instruction, trims_begin, preserves_text;
    size_t text_size; /* bytes of the current w:t that are in pending */
    char *chunk;      /* texts of runs, one behind the other */
    size_t chunk_size, chunk_used;
    struct text pending; /* at the chunk's end: not a run yet */
    struct look pending_look;
    bool pending_is_controlled; /* it stands in a content control */
    enum change left_out;       /* which changes are passed over: CHANGE_NONE for none */
    bool keeps_comments;
    size_t
        change_depth[CHANGE_COUNT]; /* elements of each kind that are open; none for CHANGE_NONE */
    struct text_buffer omitted, hidden, ruby, glyph;
    bool in_ruby_text;
    struct text link;
    enum run_kind kind;

    struct word_field fields[FIELD_DEPTH];
    size_t field_count, field_overflow;
    size_t contents_depth; /* controls open that hold a table of contents */
    bool in_running_text;  /* a head or foot is being read */
    bool form_is_box;
    int32_t form_choice, form_entry;

    struct control {
        bool is_placeholder, is_contents;
        struct text name, title; /* w:tag, w:alias */
    } controls[LIMIT_XML_DEPTH];
    size_t control_count, placeholder_depth;
    struct text links_outside[LIMIT_XML_DEPTH];
    size_t link_depth;

    struct math math;
    struct note_reference *notes;
    size_t note_count, note_capacity;
    struct deferred *deferred;
    size_t deferred_count, deferred_capacity;
    struct header_part *headers;
    size_t header_count, header_capacity;
    struct aside *asides; /* elements of Word 2003 that are open */
    size_t aside_count, aside_capacity;
    bool section_is_continuous, has_macros;
    struct loss losses[LOSS_COUNT];
};

/* Words are left out with a finding that shows them, in place of {0}. */
void report_left_out(struct docx_reader *reader, struct text words, const struct message *message,
                     struct span at);

/* body.c: the events of a story's part */
extern const struct sax_handler body_handler;

/* elements.c */
/* A bookmark stands here. */
void anchor_take(struct docx_reader *reader, struct text name);
void comment_leave_out(struct docx_reader *reader);

/* story.c */
/* A relationship's target, in the file's arena; empty when there is none of that id. */
struct text target_of(struct docx_reader *reader, struct text id);
/* A block at the current place. */
struct block *story_append(struct docx_reader *reader, struct place place, enum block_kind kind,
                           struct span span);
struct span story_span(const struct docx_reader *reader);
void loss_add(struct docx_reader *reader, enum loss_kind kind, struct text what);
void losses_report(struct docx_reader *reader);

/* prompts.c */
/* Whether these are the words that Word puts into a control nobody filled in. */
bool is_prompt(struct text words);

/* pasted_markdown.c */
/* Paragraphs of the document that are Markdown become what they say. */
void pasted_markdown_read(struct docx_reader *reader);

/* paragraphs.c */
void paragraph_begin(struct docx_reader *reader);
void paragraph_end(struct docx_reader *reader);
/* The block its runs go to, made now if need be. */
struct block *paragraph_block(struct docx_reader *reader);
void paragraph_page_break(struct docx_reader *reader);
/* Words stand where no paragraph is: they get one. */
void paragraph_imply(struct docx_reader *reader);
void paragraph_end_implied(struct docx_reader *reader);
/* A child of w:pPr, or of w:rPr in it. */
void paragraph_property(struct docx_reader *reader, struct sax *sax, enum name name);
void mark_property(struct docx_reader *reader, struct sax *sax, enum name name);

/* changes.c: tracked changes, of which one side or both are read */
/* CHANGE_NONE: the element does not tell of a change. */
enum change change_of(enum name name);
void change_begin(struct docx_reader *reader, enum change change);
void change_end(struct docx_reader *reader, enum change change);
/* Whether what comes now is of the side that is not read. */
bool is_left_out(const struct docx_reader *reader);
/* What the next words are to be marked as: CHANGE_NONE unless both sides are read. */
enum change change_to_show(const struct docx_reader *reader);

/* runs.c */
void run_begin(struct docx_reader *reader);
void run_property(struct docx_reader *reader, struct sax *sax, enum name name);
void text_begin(struct docx_reader *reader, struct sax *sax);
void text_end(struct docx_reader *reader);
/* What w:t holds, white space at its ends left out unless it is to be kept. */
void text_take(struct docx_reader *reader, struct text text);
/* Words of the current run, wherever they are to go. */
void text_add(struct docx_reader *reader, struct text text);
void text_add_code_point(struct docx_reader *reader, uint32_t c);
void break_add(struct docx_reader *reader);
/* Says of the paragraph's mark that it was inserted or deleted, where both sides are read. */
void mark_show(struct docx_reader *reader);
/* A run of its own, behind what is pending; NULL when it stands in text that is left out. */
struct run *run_add(struct docx_reader *reader, enum run_kind kind, struct text text);
void runs_flush(struct docx_reader *reader);
/* Says what text was left out of the paragraph that ends. */
void omissions_report(struct docx_reader *reader);

/* tables.c */
void table_begin(struct docx_reader *reader);
void table_end(struct docx_reader *reader);
void row_begin(struct docx_reader *reader);
void row_end(struct docx_reader *reader);
void cell_begin(struct docx_reader *reader);
void cell_end(struct docx_reader *reader);
/* The cell is placed, from what its properties say; before anything goes into it. */
void cell_open(struct docx_reader *reader);
/* A content control around the cell, or in it, says what is filled in there. */
void cell_take_control(struct docx_reader *reader);
/* The cell that is open is what its first name says. */
void cell_take_name(struct docx_reader *reader, struct text name, struct text title);
void table_property(struct docx_reader *reader, struct sax *sax, enum name name);
void row_property(struct docx_reader *reader, struct sax *sax, enum name name);
void cell_property(struct docx_reader *reader, struct sax *sax, enum name name);

/* fields.c */
void field_char(struct docx_reader *reader, struct text type);
void field_simple_begin(struct docx_reader *reader, struct text instruction);
void field_end(struct docx_reader *reader);
void form_property(struct docx_reader *reader, struct sax *sax, enum name name);
/* The innermost field whose result has not begun or is passed over, or NULL. */
struct word_field *field_unshown(struct docx_reader *reader);
/* Fields that a paragraph leaves open before their result give their text back to it. */
void fields_settle(struct docx_reader *reader);

/* Whether what is read now is of a table of contents. */
bool is_in_contents(const struct docx_reader *reader);

/* equation.c: what an EQ field shows */
void equation_show(struct docx_reader *reader, struct text instruction);

/* drawings.c */
/* A part of a drawing, or of a picture in VML. */
void drawing_begin(struct docx_reader *reader);
void drawing_end(struct docx_reader *reader);
void drawing_element(struct docx_reader *reader, struct sax *sax, enum name name);
/* The texts of a diagram or a chart, into its block. */
void deferred_read(struct docx_reader *reader);

/* math.c */
void math_start_element(struct docx_reader *reader, struct sax *sax, enum name name);
void math_end_element(struct docx_reader *reader, enum name name);

/* notes.c: footnotes, endnotes, comments into their runs */
void note_refer(struct docx_reader *reader, enum note_kind kind, int32_t id);
enum status notes_read(struct docx_reader *reader, const struct relationships *document);

/* headers.c: running heads and feet whose words the body does not have */
void header_refer(struct docx_reader *reader, struct text id, bool is_footer);
enum status headers_read(struct docx_reader *reader);

/* word_2003.c: notes, running heads and annotations that stand in the text */
void note_begin_in_text(struct docx_reader *reader, enum name name);
void head_begin_in_section(struct docx_reader *reader, struct sax *sax, enum name name);
void annotation_begin(struct docx_reader *reader, struct sax *sax);
/* CHANGE_NONE: the annotation tells of something else. */
enum change annotation_change(struct sax *sax);
/* The end of an element that may have begun one of them. */
void aside_end(struct docx_reader *reader, enum name name);

/* properties.c: docProps/core.xml */
enum status properties_read(struct docx_reader *reader, struct text part);

#endif
