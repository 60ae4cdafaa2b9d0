/*
 * Names of files made from titles, which every file system of the field takes and keeps apart.
 *
 * Letters, digits, marks and Han stay, in lower case; all else becomes one '-'. A name never is one
 * of Windows' devices (con, nul, com1 …), nor one that reading a folder passes over (readme …) or
 * takes for a part of the handbook (baseline …); it fits where a name has 143 bytes, as on an
 * encrypted home; names that differ by case alone are one name. What a title cannot give, a prefix
 * and a number do. The same wishes in the same order give the same names.
 */
#ifndef ROLEBOOK_CORE_CLI_FILE_NAMES_H
#define ROLEBOOK_CORE_CLI_FILE_NAMES_H
#include "core/base/text.h"

struct file_names;

struct file_wish {
    const char *below;     /* "roles/": in front of all; "": nothing */
    struct text folder;    /* a folder's name is made from it; empty: none */
    struct text words;     /* normalised (NFC) */
    const char *prefix;    /* "role": in front of a name that may not stand alone */
    size_t number;         /* behind the prefix when the words give no name */
    const char *extension; /* without the dot */
    bool is_part;          /* of the handbook: may be called baseline */
};

struct file_names *file_names_new(struct arena *arena);
/* A path below the same folder that is not to be given. */
void file_names_reserve(struct file_names *names, const char *path);
/* "below/folder/name.extension", each given once. */
const char *file_names_give(struct file_names *names, struct file_wish wish);

#endif
