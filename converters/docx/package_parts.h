/*
 * The parts of a package lie in a ZIP or in one file of XML: what package.c asks of either.
 *
 * The names of parts are as OPC has them, without the slash in front: "word/document.xml".
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_PACKAGE_PARTS_H
#define ROLEBOOK_CONVERTERS_DOCX_PACKAGE_PARTS_H
#include "converters/docx/package.h"

struct package {
    struct arena *arena;
    struct text bytes;
    const struct source *source;
    struct diagnostics *diags;
    struct zip *zip; /* NULL: flat, or Word 2003's */
    bool is_word_2003;
    bool is_locked;                                       /* by a password */
    bool is_packed_oddly;                                 /* which is said once */
    enum { NAMES_UNKNOWN, NAMES_PLAIN, NAMES_ODD } names; /* of its parts; found out when missed */
    struct sax *sax;
    struct read_cache *cache;
    char *buffer; /* the part read last, inflated or packed */
    size_t capacity;
    size_t inflated; /* bytes of all parts read so far */
};

/* package.c */

/* Says it of the file, with copies of what stands in for {0} and {1}: STATUS_INPUT. */
enum status package_fail(struct package *package, const struct message *message, struct text arg0,
                         struct text arg1);
/* Room for the part that is read next, and a NUL behind it: what was read before is gone. */
char *package_reserve(struct package *package, size_t size);
/* With package_fail, of a part and its bytes: they are too many with those read before. */
extern const struct message package_too_large;

/* package_zip.c */

/* The place of the part in the ZIP, its name written as Word writes it or not; -1: there is none. */
int64_t zip_part_find(struct package *package, struct text part);
/*
 * The bytes of the part at that place, with a NUL behind them, until the next one is read.
 *
 * returns  STATUS_OK; STATUS_INPUT where it must not be inflated or is damaged, which was said
 */
enum status zip_part_read(struct package *package, int64_t index, struct text part,
                          struct text *bytes);

/* package_flat.c */

/* Whether the flat package may have the part, by its name alone. */
bool flat_part_exists(struct package *package, struct text part);
/* package_parse for the flat package, or for Word 2003's file. */
enum status flat_part_parse(struct package *package, struct text part,
                            const struct sax_handler *handler, void *data);

#endif
