/*
 * The names of OOXML, transitional and strict, as numbers.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_NAMES_H
#define ROLEBOOK_CONVERTERS_DOCX_NAMES_H

enum name_space {
    NS_NONE,
    NS_W,   /* WordprocessingML, of 2003 too */
    NS_R,   /* relationships, as attributes name them */
    NS_MC,  /* markup compatibility (ECMA-376 part 3) */
    NS_M,   /* OMML, Office's mathematics */
    NS_WP,  /* drawings in Word */
    NS_A,   /* DrawingML */
    NS_C,   /* charts */
    NS_DGM, /* diagrams: SmartArt */
    NS_V,   /* VML */
    NS_O,   /* VML's Office part */
    NS_W14, /* Word 2010 */
    NS_REL, /* relationship parts */
    NS_CT,  /* [Content_Types].xml */
    NS_CP,  /* core properties */
    NS_DC,  /* Dublin Core */
    NS_DCTERMS,
    NS_PKG, /* flat OPC */
    NS_AML, /* annotations in Word 2003 */
    NS_XML,
    NS_W2003, /* WordprocessingML of 2003: its own names, else as NS_W */
    NS_OTHER, /* any that is not known */
};

enum name {
    NAME_UNKNOWN,
#define NAME(id, ns, local) NAME_##id,
#include "converters/docx/names.def"
#undef NAME
    NAME_COUNT
};

/* Both NUL-terminated; uri NULL: none. */
enum name_space name_space_of(const char *uri);
/* NAME_UNKNOWN when the table has no such row. */
enum name name_find(enum name_space ns, const char *local);

#endif
