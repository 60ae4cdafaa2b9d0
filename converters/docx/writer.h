/*
 * The parts of the DOCX writer share one state, made for one document.
 *
 * write.c goes from part to part: the look (write_look.c: styles and pages, from the reference
 * document or our own), the body and the notes (write_blocks.c, write_runs.c, write_tables.c,
 * write_figures.c), the lists they used (write_lists.c), and the package around them
 * (write_package.c). Children of properties stand in the order of ECMA-376's schemas: Word calls a
 * file damaged that has them in another.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_WRITER_H
#define ROLEBOOK_CONVERTERS_DOCX_WRITER_H
#include "converters/converter.h"
#include "converters/docx/xml_part.h"

enum word_style_name {
#define WORD_STYLE(id, ...) WORD_##id,
#include "converters/docx/word_styles.def"
#undef WORD_STYLE
    WORD_STYLE_COUNT,
};

/* One part of the package. */
struct package_part {
    struct text name; /* "word/document.xml" */
    struct text type; /* of its content; empty: an extension's default says it */
    struct text bytes;
};
struct package_parts {
    struct package_part *items;
    size_t count, capacity;
};

/* What a part refers to. */
struct reference_row {
    struct text id, type, target; /* type: the whole URI */
    bool is_external;
};
struct references {
    struct reference_row *items;
    size_t count, capacity;
};

/* How the file looks: what write_look.c found. */
struct look {
    struct text ids[WORD_STYLE_COUNT];   /* of the styles */
    struct text fills[WORD_STYLE_COUNT]; /* their background, for cells; empty: none */
    struct text section;                 /* w:sectPr as it stands */
    uint32_t text_width;                 /* between the margins, in twips */
    struct text numbering;               /* of the reference document; empty: none */
    int64_t first_list;                  /* numbers of lists from here on are free */
    struct references references;        /* of the document's part */
    bool has_settings;
};

/* A list that was written. */
struct written_list {
    struct text format, before,
        after;     /* numFmt, and what stands around the number; bullet: after */
    int64_t begin; /* the number of its first item */
    unsigned level;
};

struct docx_writer {
    const struct document *document;
    struct arena *arena;
    struct diagnostics *diags;
    struct look look;
    struct package_parts parts;
    struct text language; /* of the document, as Word writes it: "zh-TW" */
    bool is_east_asian;

    struct xml_part *part; /* being written */
    struct references *references;
    bool is_in_note;
    size_t cells;                   /* how many tables the words stand in */
    uint32_t width;                 /* there, in twips */
    const struct form_field *field; /* the place of a form that they fill; NULL: none */
    bool field_begins;              /* nothing of it is written yet */

    struct written_list *lists;
    size_t list_count, list_capacity;
    const struct block **notes;
    size_t note_count, note_capacity;
    size_t bookmark_count, control_count, drawing_count;
    struct text *media; /* image bytes written, to write none twice */
    size_t media_count, media_capacity;
    bool is_replaced; /* a character had no place in XML */
};

/* What is said of a paragraph besides its words. */
struct paragraph_look {
    enum word_style_name style;
    int64_t list;   /* number of its list; 0: none */
    unsigned level; /* in the list */
    bool keeps_next, begins_page, has_rule;
    int64_t indent; /* twips; 0: as the style has it */
    enum alignment align;
};

/* write_blocks.c */
void write_blocks(struct docx_writer *w, const struct block *first);
void write_paragraph(struct docx_writer *w, const struct block *block,
                     const struct paragraph_look *look);
void write_paragraph_begin(struct docx_writer *w, const struct paragraph_look *look);
void write_empty_paragraph(struct docx_writer *w, enum word_style_name style);

/* A place that has a name, between what was written and what comes. */
void write_bookmark(struct docx_writer *w, struct text name);

/* write_runs.c */
void write_runs(struct docx_writer *w, const struct run *first, struct text language);
/* Words without any style, line ends as breaks. */
void write_plain_words(struct docx_writer *w, struct text words);
/* The name of a bookmark for an anchor: as it is where Word allows it. */
struct text write_bookmark_name(struct docx_writer *w, struct text anchor);
/* Word's tag for a language: "zh-TW" for zh-Hant. */
struct text write_language(struct arena *arena, struct text tag);

/* write_tables.c */
void write_table(struct docx_writer *w, const struct block *block);

/* write_controls.c: content controls, each of w->field and around words of one paragraph */
void write_control_begin(struct docx_writer *w, const struct run *first);
void write_control_end(struct docx_writer *w);
/* A paragraph with room to write: the place of a field that has no words of its own. */
void write_empty_place(struct docx_writer *w);

/* write_figures.c */
void write_figure(struct docx_writer *w, const struct block *block);

/* write_lists.c */
/* The number by which paragraphs refer to a list. */
int64_t write_list_number(struct docx_writer *w, const struct block *list, unsigned level);
/* word/numbering.xml with all lists so far. */
struct text write_numbering(struct docx_writer *w);

/* write_look.c: styles, pages and what belongs to them, before anything else is written */
enum status write_look(struct docx_writer *w);
/* write_reference.c: the same from the document's reference */
enum status write_reference_look(struct docx_writer *w, const struct reference *reference);
/*
 * write_styles.c: word/styles.xml, with every style of word_styles.def: those that base has stay as
 * they are. base empty: our own alone.
 *
 * returns  false when base is no part of styles that Word's transitional form allows
 */
bool write_styles(struct docx_writer *w, struct text base);

/* write_package.c */
struct text write_reference(struct docx_writer *w, struct references *references, struct text type,
                            struct text target, bool is_external);
void write_part(struct docx_writer *w, struct text name, struct text type, struct text bytes);
/* The relationships of a part, when it has any. */
void write_relationships(struct docx_writer *w, struct text part,
                         const struct references *references);
enum status write_package(struct docx_writer *w, struct text_buffer *out);

#define RELATIONSHIP_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define WORD_TEXT_WIDTH 9638 /* twips: A4 with margins of 2 cm */
#define NAMESPACE_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NAMESPACE_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#endif
