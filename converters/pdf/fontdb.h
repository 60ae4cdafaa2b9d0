/*
 * The fonts say which face shows which character, for a family, a weight and a language.
 *
 * Families are looked up by fontconfig once, when the fonts are opened and when a new font is asked
 * for; all of it may be used from many threads at once. A character no wished face has is looked
 * for in every other font of the system before it counts as missing.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_FONTDB_H
#define ROLEBOOK_CONVERTERS_PDF_FONTDB_H
#include "core/base/diagnostics.h"
#include "core/document/stylesheet.h"

struct fonts;

/*
 * A family in one weight, slant and language: a chain of faces, first come first served. Lives as
 * long as its fonts; the same wish gives the same pointer.
 */
struct font;

/* What a font is asked for. */
struct font_wish {
    enum font_family family;
    bool bold, italic;
    struct text
        language; /* BCP 47 ("zh-Hant-TW", "zh-Hans", "en"); chooses regional glyph shapes */
};

/* Lengths of a font in 1/1000 em, y up from the baseline. */
struct font_metrics {
    int32_t ascent, descent; /* of the first face's line box; descent is negative */
    int32_t cap_height;
    int32_t underline_position, underline_thickness; /* its middle, negative: below */
    int32_t strike_position;
};

/*
 * in       families  fontconfig names, comma-separated, best first; a name that ends in " CJK"
 *                    takes the region of the language ("Noto Sans CJK" is Noto Sans CJK TC in
 *                    zh-Hant). Empty: the Noto CJK family of that kind
 *          files     an explicit font file that comes before the families; empty: none
 * returns  the fonts, which the caller closes; or NULL after a diagnostic (a file that is no font,
 *          fontconfig without configuration)
 */
struct fonts *fonts_open(const struct text families[FONT_FAMILY_COUNT],
                         const struct text files[FONT_FAMILY_COUNT], struct text language,
                         struct diagnostics *diags);
void fonts_close(struct fonts *fonts); /* NULL is allowed */

/* Never NULL. Takes a lock: ask once for each style, not for each word. */
const struct font *fonts_find(struct fonts *fonts, struct font_wish wish);
struct font_metrics font_metrics(const struct font *font);

/* Says where a character stands that was shown as .notdef; of several places the first counts. */
void fonts_place_missing(struct fonts *fonts, uint32_t character, struct span at);

/*
 * Reports, in order of code points, each character that no font of the system has, with its first
 * place; each once, however often it is called.
 *
 * returns  STATUS_OK, or STATUS_OUTPUT after an error that names the package to install, when Han
 *          characters are among them because there is no Chinese font at all
 */
enum status fonts_report_missing(struct fonts *fonts, struct diagnostics *diags);

#endif
