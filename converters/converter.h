/*
 * A converter is a row: what a format is called, how it is recognised, what it can read and write.
 *
 * Formats of pages (Markdown, DOCX, HTML, PDF) speak the Document; serialisations of the model
 * (rolebook XML, JSON) speak the Model. A slot that is NULL means the format cannot do that.
 */
#ifndef ROLEBOOK_CONVERTERS_CONVERTER_H
#define ROLEBOOK_CONVERTERS_CONVERTER_H
#include "converters/read_cache.h"
#include "core/base/diagnostics.h"
#include "core/base/text_buffer.h"
#include "core/document/document.h"
#include "core/model/model.h"

/* Whose side a reader takes where changes were tracked. */
enum revisions {
    REVISIONS_ACCEPT, /* insertions stand, deletions do not */
    REVISIONS_REJECT, /* the reverse */
    REVISIONS_ALL,    /* both stand between marks: {++inserted++}, {--deleted--} */
};

struct vocabulary;

/* What a reader is given: one file. Everything it makes lives in arena. */
struct input {
    struct arena *arena;
    struct source *source; /* path is set; a reader of text sets text to the UTF-8 it decoded */
    struct text bytes;     /* the file as it is */
    struct diagnostics *diags;
    const struct vocabulary *vocabulary; /* whose words keys of other programs are; NULL: none */
    struct read_cache *cache;            /* what the files of a batch share; NULL: nothing */
    enum revisions revisions;
    bool keeps_comments; /* as notes; else they are left out and counted in a diagnostic */
};

/* How files of a format are mended in place, byte for byte. */
struct editing {
    const char *marks; /* words with one of these are not put in: they might be taken for markup */
    /*
     * The bytes that go when an item goes (a list's, a table's row, a record): its marks and line
     * end with it. The caller knows whether other values stand on its line.
     *
     * in       at  its first words; the source's text is set
     * returns  false when it has no lines of its own, or items within it
     */
    bool (*find_item)(struct arena *arena, struct span at, struct span *item);
};

/* The files of a folder that is written as one. */
struct output_file {
    struct text name; /* a path below the folder */
    struct text bytes;
};

struct output_files {
    struct arena *arena;
    struct output_file *list;
    size_t count, capacity;
};

/* Keeps a copy of the name; the bytes must live as long as the list. */
void output_files_add(struct output_files *files, struct text name, struct text bytes);

struct converter {
    const char *name;              /* "markdown": what -t and --from take */
    const char *const *extensions; /* without dots, NULL after the last; first = written */
    /* 0 to 100: how sure the bytes (at most LIMIT_SNIFF) and the file's name make it. */
    int (*sniff)(struct text head, struct text file_name);
    /* STATUS_OK and *document; or STATUS_INPUT after a diagnostic, *document what could be read or
     * NULL */
    enum status (*read_document)(struct input *input, struct document **document);
    /* STATUS_OK with *handbook NULL: of this format, but no model: read_document reads it. */
    enum status (*read_model)(struct input *input, struct handbook **handbook);
    /* Appends to out (made in its own arena); writers that make files whole use
     * write_document_file. */
    enum status (*write_document)(const struct document *document, struct text_buffer *out,
                                  struct diagnostics *diags);
    enum status (*write_model)(const struct handbook *handbook, struct text_buffer *out,
                               struct diagnostics *diags);
    /*
     * Formats in which each role stands by itself, one behind the other: appends one, so that
     * threads may write several at a time and none needs to stand in memory with the others.
     *
     * in  role  NULL, before any other: what stands in front of the roles
     */
    void (*write_role)(const struct handbook *handbook, const struct role *role,
                       struct text_buffer *out);
    /* Writes also where each value stood in its file; NULL: the format has no room for it. */
    const struct converter *with_places;
    const struct editing *editing; /* NULL: files stay as they are */
    /* A role is written as a form to fill in, not under headings. */
    bool writes_forms;
    bool is_binary;       /* not for a terminal */
    bool only_when_named; /* what lies in a folder is passed over: data beside roles */
    /* Straight to a file, whole or not at all; for outputs too large to stand in memory. */
    enum status (*write_document_file)(const struct document *document, const char *path,
                                       struct diagnostics *diags);
    /* A folder of pages in place of one file: adds them; the first one is its index. */
    enum status (*write_document_folder)(const struct document *document,
                                         struct output_files *files, struct diagnostics *diags);
    bool fills_late;   /* write_document asks late sections for their children */
    bool writes_books; /* roles make one book, composed by a template, not a file each */
};

/* The rows, NULL after the last. */
extern const struct converter *const converter_registry[];
/* By the name a user types ("markdown", "md"); NULL when there is none. */
const struct converter *converter_by_name(struct text name);
/* The surest reader of these bytes, content before name; NULL when nothing claims them. */
const struct converter *converter_sniff(struct text bytes, struct text file_name);

/* Whether the file's name ends in a dot and one of them, in any case; something stands before. */
bool has_extension(struct text file_name, const char *const *extensions);

#endif
