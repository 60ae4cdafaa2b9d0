/*
 * The charset of a CFF table says which CID a glyph has.
 *
 * Content streams address the glyphs of a CID-keyed font by CID, and only in some fonts is the CID
 * the glyph's number (Adobe Technical Note 5176, sections 4 to 13 and 18).
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_CFF_H
#define ROLEBOOK_CONVERTERS_PDF_CFF_H
#include "core/base/text.h"

enum cff_kind { CFF_BROKEN, CFF_NAME_KEYED, CFF_CID_KEYED };

/*
 * in       table        a whole CFF table, not trusted
 *          glyph_count  of the font
 * out      cids         [glyph_count] for CFF_CID_KEYED: the CID of each glyph; else untouched
 */
enum cff_kind cff_charset(struct text table, size_t glyph_count, uint16_t *cids);

#endif
