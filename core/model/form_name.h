/*
 * Form names tell the places of a form apart: "rolebook:title", "rolebook:standards.target".
 *
 * A form that rolebook writes gives each place to fill in such a name, whatever its label says.
 * People may reword the labels, move the rows and write what they like: it is read back as it is.
 */
#ifndef ROLEBOOK_CORE_MODEL_FORM_NAME_H
#define ROLEBOOK_CORE_MODEL_FORM_NAME_H
#include "core/model/element.h"

/* Records nested in others: their words are set in by so much a level. */
#define FORM_STEP_PT10 120

enum form_use {
    FORM_VALUE, /* of an element, or of a field of its record */
    FORM_EMPTY, /* of an element that is there and holds nothing: "rolebook:purpose#empty" */
    FORM_PART,  /* the part of the element that the items beside it stand under: "#part" */
    FORM_LABEL, /* the number of the record: "#label" */
    FORM_OTHER, /* a section the vocabulary does not know: "rolebook:#other" */
};

struct form_name {
    enum form_use use;
    enum element element; /* of a role; ELEMENT_COUNT: FORM_OTHER */
    enum field field;     /* FIELD_NONE: the element itself */
};

/* As it is written; in the arena. */
struct text form_name_text(struct arena *arena, struct form_name name);
/* returns  false when the text is no name of this kind, or names what no role has */
bool form_name_read(struct text text, struct form_name *name);

/*
 * The same as a bookmark of Word, "_rb0_standards__target_7": programs that drop the names of
 * content controls keep bookmarks. No two places of a file have one of one number.
 *
 * returns  empty when the text is no form name
 */
struct text form_name_bookmark(struct arena *arena, struct text name, size_t number);
/* The form name, as it is written; empty when the bookmark is none of these. */
struct text form_name_of_bookmark(struct arena *arena, struct text bookmark);

#endif
