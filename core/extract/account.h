/*
 * The account of a reading says of each stretch of a document how it was understood, by which clue,
 * and where its characters went: what --explain and the ledger of loss show.
 *
 * Extraction always keeps it, since by it it finds words that its guesses used up (nowhere.c).
 * Where somebody asks for it, the document is counted once more, without looking at what extraction
 * did: a character that stands in no entry is lost, and that is a bug.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ACCOUNT_H
#define ROLEBOOK_CORE_EXTRACT_ACCOUNT_H
#include "core/model/model.h"

#define NOTE_DEPTH                                                                                 \
    4 /* notes within notes that are looked into; Word has footnotes, then comments */

enum use {
    USE_LABEL,   /* a heading, label or column head: it says where the words beside it belong */
    USE_VALUE,   /* in the element, or in its field */
    USE_OTHER,   /* kept in a section of its own of the role */
    USE_PAGE,    /* kept as a page of the handbook */
    USE_SKIPPED, /* left out, for the reason that the clue says */
    USE_COUNT,
};

/* What a stretch was known by. */
enum clue {
    CLUE_NONE,
    CLUE_HEADING,      /* a heading of the document */
    CLUE_PSEUDO,       /* a bold, centred or numbered line that does a heading's work */
    CLUE_ROLE_HEADING, /* a heading over the elements of one role */
    CLUE_LINE,         /* 「標籤：值」 in a line */
    CLUE_BESIDE,       /* a label cell left of its value */
    CLUE_ABOVE,        /* a label cell above its value */
    CLUE_BAR,          /* a cell over the width of the table */
    CLUE_MERGED,       /* a label merged over the rows beside it */
    CLUE_NAMED,        /* a place of a form that carries its name */
    CLUE_COLUMN,       /* a column and its head */
    CLUE_ROLE_ROW,     /* a table with one role a row */
    CLUE_FORM,         /* the title of a form */
    CLUE_FRONT_MATTER, /* an entry of front matter */
    CLUE_FILE_NAME,    /* nothing else names the role */
    CLUE_LIKELY,       /* a label that nobody knows, by the words of those that are known */
    CLUE_NOTE,         /* a footnote or comment */
    CLUE_PLAIN,        /* words under the heading above them */
    /* of what is left out */
    CLUE_CONTENTS,    /* a table of contents */
    CLUE_PICTURE,     /* a picture's text alternative */
    CLUE_REPEATED,    /* the same value once more */
    CLUE_NO_ELEMENT,  /* a caption known to hold nothing itself */
    CLUE_PROMPT,      /* a form's prompt that nobody replaced */
    CLUE_BLANK,       /* a line to write on, a stroke: no value */
    CLUE_LABEL_HEAD,  /* the head of a column of labels */
    CLUE_NUMBER_HEAD, /* the head of a column of numbers */
    CLUE_TOTAL,       /* the row that adds up those above it */
    CLUE_BARE,        /* a heading with nothing of its own under it */
    CLUE_BOX,         /* a box nobody ticked */
    CLUE_BOX_TICKED,  /* the mark of one that is ticked */
    CLUE_FILE,        /* says something of the file, not of a role */
    CLUE_COUNT,
};

struct account_entry {
    enum use use;
    enum clue clue;
    enum element element; /* ELEMENT_COUNT: none */
    enum field field;     /* FIELD_NONE: the element itself */
    struct text words;
    struct span at;
    struct role *role; /* NULL: of the handbook */
};

struct account {
    struct arena *arena;
    struct account_entry *items;
    size_t count, capacity;
    struct account_entry *marks; /* what stands in no run of the document any more */
    size_t mark_count, mark_capacity;
    /* counted by account_close as account_characters does */
    size_t characters;      /* of the document */
    size_t used[USE_COUNT]; /* of the entries */
    size_t lost;            /* of the document, in no entry */
    struct text lost_words; /* the first LOST_SHOWN of them */
};

struct account *account_new(struct arena *arena);
/* A bullet that its author typed, of the document as it was read: it labels its item. */
void account_mark(struct account *account, struct text words, struct span at);
/* NULL is an account that nobody asked for. */
void account_add(struct account *account, struct account_entry entry);
/*
 * The words were kept and are let go again: the entry of exactly this slice becomes USE_SKIPPED.
 *
 * in,out   *from  where to look for it; behind it afterwards, so that slices in the order of their
 *                 entries take one pass; unchanged when there is none
 */
void account_let_go(struct account *account, size_t *from, struct text words, enum clue clue);
/* The words are of that element after all: the entry of exactly this slice says so; from: alike. */
void account_retell(struct account *account, size_t *from, struct text words, enum element element);
/* Adds all entries of another, in their order. */
void account_join(struct account *account, const struct account *from);
/* Begins anew: the document is read in another way. */
void account_clear(struct account *account);
/* Holds the entries against the document. */
void account_close(struct account *account, const struct document *document);

/* Blanks and colons, which say no more than the place they stand in, do not count. */
bool account_counts(uint32_t c);
/* How many of its code points count. */
size_t account_characters(struct text words);
/* What a use and a clue are called. */
const struct message *use_message(enum use use);
const struct message *clue_message(enum clue clue);

#endif
