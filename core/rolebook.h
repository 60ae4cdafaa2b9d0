/*
 * rolebook for programs: read role definitions, check them, write them.
 *
 *   struct rolebook *book = rolebook_open(NULL, NULL);
 *   rolebook_read(book, "roles/agent.docx");
 *   rolebook_check(book, ROLEBOOK_WHOLE);
 *   struct rolebook_finding finding;
 *   for (size_t i = 0; rolebook_finding(book, i, &finding); i++)
 *       printf("%s:%zu: %s\n", finding.file, finding.line, finding.message);
 *   rolebook_close(book);
 *
 * All that the program needs is compiled in: no file of rolebook's has to be there. Strings are
 * UTF-8, NUL-terminated, and the book's: they live until rolebook_close, or until a call that says
 * that they go. One book belongs to one thread at a time; several threads may each have their own.
 * Nothing is written to standard output or error.
 *
 * What stands here stays as it is within one ROLEBOOK_API; functions and constants may be added.
 * Structures are filled by the library and only grow at their end with a new ROLEBOOK_API.
 */
#ifndef ROLEBOOK_CORE_ROLEBOOK_H
#define ROLEBOOK_CORE_ROLEBOOK_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ROLEBOOK_API 1

#if defined(__GNUC__)
#define ROLEBOOK_EXPORT __attribute__((visibility("default")))
#else
#define ROLEBOOK_EXPORT
#endif

enum rolebook_status {
    ROLEBOOK_OK,
    ROLEBOOK_INPUT,  /* an input could not be read, wholly or in part; what could be is there */
    ROLEBOOK_OUTPUT, /* what was asked for could not be written */
    ROLEBOOK_USAGE,  /* no such format, language or role */
};

enum rolebook_level { ROLEBOOK_NOTE = 1, ROLEBOOK_WARNING, ROLEBOOK_ERROR };

/* What a finding is, and where; the strings are never NULL. */
struct rolebook_finding {
    enum rolebook_level level;
    const char *code;    /* "C301": rolebook explain C301; "" for what reading and writing say */
    const char *message; /* in the language of the book's messages */
    const char *file;    /* as it was named to rolebook_read; "" when it speaks of no file */
    size_t line, column; /* from 1, columns in code points; 0, 0: see place */
    const char *place;   /* in a Word file: "table 1, row 6"; else "" */
    const char *role;    /* the title of the role it speaks of; "" when it speaks of none */
};

struct rolebook;

/*
 * in       out_of_memory  is called with data when memory runs out, and must not return (longjmp,
 *                         exit); NULL: a line on standard error, and the process ends with status 2
 * returns  an empty book, for rolebook_close
 */
ROLEBOOK_EXPORT struct rolebook *rolebook_open(void (*out_of_memory)(void *data), void *data);
ROLEBOOK_EXPORT void rolebook_close(struct rolebook *book); /* NULL is allowed */

/*
 * The language of messages from now on: "zh-Hant", "zh-Hans", "en" (which it is at first), or the
 * name of a locale.
 */
ROLEBOOK_EXPORT enum rolebook_status rolebook_set_language(struct rolebook *book, const char *tag);

/* ---- reading ---- */

/* Adds what a file holds, in any format that the command reads; its content tells which. */
ROLEBOOK_EXPORT enum rolebook_status rolebook_read(struct rolebook *book, const char *path);
/*
 * The same for bytes that the program has.
 *
 * in       name   as a file would be called: its end may tell the format, findings name it
 *          bytes  borrowed until rolebook_close
 */
ROLEBOOK_EXPORT enum rolebook_status rolebook_read_bytes(struct rolebook *book, const char *name,
                                                         const void *bytes, size_t size);

ROLEBOOK_EXPORT size_t rolebook_role_count(const struct rolebook *book);
/* role counts from 0, in the order of reading; "" for a role without a title; NULL: no such role */
ROLEBOOK_EXPORT const char *rolebook_role_title(struct rolebook *book, size_t role);

/* ---- checking ---- */

/* In flags: all roles were read, so that those whom others name must be among them. */
#define ROLEBOOK_WHOLE 1u

/* Holds what was read against the rules, at their own levels; may be done again after reading more.
 */
ROLEBOOK_EXPORT void rolebook_check(struct rolebook *book, unsigned flags);

/*
 * The findings of the last check, with all that reading and writing had to say, in the order of
 * files and places.
 *
 * returns  1 and *finding; 0, and *finding untouched: there are no more
 */
ROLEBOOK_EXPORT int rolebook_finding(struct rolebook *book, size_t index,
                                     struct rolebook_finding *finding);

/* ---- writing ---- */

#define ROLEBOOK_ALL_ROLES ((size_t)-1)

/*
 * in       role    from 0, or ROLEBOOK_ALL_ROLES
 *          format  one role: markdown, docx, xml, json, jsonl; all: xml, json, jsonl, and the book
 *                  as html or pdf
 * out      *bytes  *size of them, the book's, followed by a NUL that is not counted; until the next
 *                  call of this function
 */
ROLEBOOK_EXPORT enum rolebook_status rolebook_write(struct rolebook *book, size_t role,
                                                    const char *format, const char **bytes,
                                                    size_t *size);

/* "0.1.0" */
ROLEBOOK_EXPORT const char *rolebook_version(void);

#ifdef __cplusplus
}
#endif
#endif
