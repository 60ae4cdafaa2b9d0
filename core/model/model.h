/*
 * The model says what the documents mean: a handbook, its roles, and their elements.
 *
 * Every element has one shape, whatever its kind: records. A text is one record, a list is records
 * without fields, so that one piece of code reads, writes, compares and checks them all. Every
 * value keeps the place it came from. No notion of a file format.
 */
#ifndef ROLEBOOK_CORE_MODEL_MODEL_H
#define ROLEBOOK_CORE_MODEL_MODEL_H
#include "core/document/document.h"
#include "core/model/element.h"

struct value {
    struct text text;
    struct span at;
};

struct record {
    struct text
        text; /* as its author wrote it, list number and bullet removed; lines divided by \n */
    /* the printed number or bullet: "1.", "(一)", "•"; or the part it stands under, of a label cell
     * or heading of its own: "出差"; may be empty */
    struct text label;
    struct text
        draft; /* a program wrote it, from there (core/model/draft_mark.h); empty: a person */
    struct span at;
    unsigned depth;       /* nesting of list items: 0 outermost */
    unsigned field_count; /* of fields: those of the element behind them are empty */
    struct value *fields; /* [field_count], by field - element_first_field; NULL: none */
};

enum element_state {
    STATE_ABSENT, /* never mentioned */
    STATE_EMPTY,  /* a heading or label without content */
    STATE_FILLED,
    STATE_NOT_APPLICABLE, /* lawful absence: 「無」, n/a; reason may be empty */
};

struct records {
    enum element element;
    enum element_state state;
    struct text reason;  /* STATE_NOT_APPLICABLE: the words, e.g. 「不適用：…」 */
    struct text heading; /* the heading or label as its author wrote it; empty: none */
    struct span at;      /* of the heading, else of the first value */
    struct record *rows;
    size_t count, capacity;
};

/* A section that the vocabulary does not know, kept as it is. */
struct section_text {
    struct text heading;
    struct text text;     /* all of it, lines divided by \n */
    struct block *blocks; /* the same as blocks; NULL when read from XML or JSON */
    struct span at;
    struct section_text *next;
};

/*
 * What an author asks of the checks, in a comment or in front matter: it stands on no page.
 *
 * Its words are read where findings are (core/check/suppressions.h).
 */
struct request {
    struct text words; /* of a comment, behind "rolebook:"; of front matter, a rule's selector */
    struct text level; /* of front matter: the level it asks for; empty: a comment */
    struct span at;
    /* the bytes it stands at: a block, a row, a section below a heading; empty: the file */
    struct span scope;
    struct request *next;
};

struct role {
    struct records values[ELEMENT_ROLE_COUNT];
    struct section_text *other, *last_other;
    const struct source *source;
    struct span at;
    struct text language; /* BCP 47: as stated, else as its text shows; may be empty */
    bool keeps_language;  /* it is as stated, whatever its text shows */
    struct role *next;
};

struct handbook {
    struct arena *arena;
    struct records own[ELEMENT_COUNT - ELEMENT_ROLE_COUNT]; /* handbook_own finds them */
    struct section_text *preface, *last_preface; /* prose pages before and after the roles */
    struct role *roles, *last_role;
    size_t role_count;
    struct request *requests, *last_request;
    struct text language;
};

/* ---- making: everything lives in handbook->arena ---- */

/* Without roles; all its elements are STATE_ABSENT. Texts that are put into it are borrowed. */
struct handbook *handbook_new(struct arena *arena);
/* Its records of an element of the handbook, to be filled; never NULL. */
struct records *handbook_own(struct handbook *handbook, enum element element);
/* A role behind the last one, with all elements STATE_ABSENT; source: of the file, NULL: none. */
struct role *role_append(struct handbook *handbook, const struct source *source, struct span at);
/* Takes the last role away again; before: the one in front of it, NULL: none. */
void role_drop_last(struct handbook *handbook, struct role *before);
/* A record behind the last one; the first one makes the element STATE_FILLED. */
struct record *record_append(struct handbook *handbook, struct records *records, struct text text,
                             struct span at);
/* field must be of the records' element. */
void record_set_field(struct handbook *handbook, struct records *records, struct record *record,
                      enum field field, struct value value);
/* A section behind the role's last one, a page behind the handbook's last, without words yet. */
struct section_text *other_append(struct handbook *handbook, struct role *role, struct text heading,
                                  struct span at);
/* A copy of the section alike; its words and blocks are shared with it. */
struct section_text *other_append_copy(struct arena *arena, struct role *role,
                                       const struct section_text *section);
struct section_text *preface_append(struct handbook *handbook, struct text heading, struct span at);
/* A request behind the last one, of the whole file. */
struct request *request_append(struct handbook *handbook, struct text words, struct span at);
/*
 * A comment that speaks to rolebook ("rolebook: …") becomes a request without a scope; NULL: it
 * speaks to others.
 */
struct request *request_of_comment(struct handbook *handbook, struct text comment, struct span at);
/*
 * Moves all that from holds behind what handbook holds; from is not to be used any more. Elements
 * of KIND_TEXT keep the first value given. Both must outlive handbook: nothing is copied.
 */
void handbook_join(struct handbook *handbook, struct handbook *from);

/* ---- reading ---- */

/* Never NULL; an element that was never mentioned has no rows. */
const struct records *role_records(const struct role *role, enum element element);
const struct records *handbook_records(const struct handbook *handbook, enum element element);
/* The text of the first record, or the empty text. */
struct text role_text(const struct role *role, enum element element);
struct text handbook_text(const struct handbook *handbook, enum element element);
struct text role_title(const struct role *role);
/* The field's value, or the empty value. */
struct value record_field(const struct records *records, const struct record *record,
                          enum field field);
/* Its words are those of its main field. */
bool record_is_main(const struct record *record);
/* Gives it other words; its main field too, where these were the same. */
void record_set_text(struct record *record, struct text text);
/* It holds something: STATE_FILLED. */
bool is_filled(const struct records *records);
/* Filled, or lawfully absent: what completeness asks. */
bool is_given(const struct records *records);

#endif
