/*
 * Characters that no font has, each with the first place where it stands.
 *
 * Whatever thread finds one first, the report is the same; the caller locks.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_MISSING_H
#define ROLEBOOK_CONVERTERS_PDF_MISSING_H
#include "core/base/diagnostics.h"

#define MISSING_MAX 100 /* characters named; more would not be read */

/* What messages tell to install where there is no Chinese font. */
#define INSTALL_HAN                                                                                \
    "Debian, Ubuntu: apt-get install fonts-noto-cjk; Fedora: dnf install "                         \
    "google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts; macOS: brew install --cask "          \
    "font-noto-sans-cjk font-noto-serif-cjk"

struct missing {
    uint32_t character;
    struct span at; /* the first place, in order of files and of what stands in them */
    bool is_reported;
};

struct missing_characters {
    struct missing list[MISSING_MAX]; /* ascending by character */
    size_t count;
    bool has_han;
};

void missing_note(struct missing_characters *m, uint32_t character);
/* Says where one that was noted stands; of several places the first counts. */
void missing_place(struct missing_characters *m, uint32_t character, struct span at);
/*
 * Reports each, in order of code points, once, however often it is called.
 *
 * in       lacks_han  Han characters are among them, as no font has any
 * returns  STATUS_OK; for lacks_han STATUS_OUTPUT after one error that names the package to install
 */
enum status missing_report(struct missing_characters *m, bool lacks_han, struct diagnostics *diags);

#endif
