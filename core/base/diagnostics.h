/*
 * Diagnostics collect what happened, where, and what to do about it.
 *
 * A message is data: one text a language, with {0} to {5} where arguments stand; it is put into
 * words only when reported. Rules keep their messages in their own file, so do readers. One list
 * belongs to one thread; lists are joined in the order of input.
 */
#ifndef ROLEBOOK_CORE_BASE_DIAGNOSTICS_H
#define ROLEBOOK_CORE_BASE_DIAGNOSTICS_H
#include "core/base/language.h"
#include "core/base/span.h"
#include "core/base/status.h"

enum level { LEVEL_OFF, LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR, LEVEL_COUNT };
const char *level_name(enum level level); /* "off", "info", "warning", "error" */

struct message {
    const char *text[LANG_COUNT];
};

#define MESSAGE_ARGS 6

/* What else a finding speaks of: the other of two duplicates. */
struct related {
    struct span at;
    struct text role; /* its title, may be empty */
};

/* What a fix does with an item: of a list, of a table, a record. */
enum item_fix {
    ITEM_STAYS, /* nothing; words in it may be replaced */
    ITEM_GOES,  /* takes away the one that `at` stands in */
    ITEM_COMES, /* puts one that says the replacement behind the related one, or into a new file */
};

/* A file that a fix makes where nothing is that an item could come behind. */
struct new_file {
    struct text name; /* in the folder of the handbook */
    struct text head; /* what it begins with, in Markdown; the items follow */
};

/* Where somebody decided to live with a finding. */
enum accepted {
    ACCEPTED_NOT,
    ACCEPTED_IN_SOURCE, /* in the file itself: a comment */
    ACCEPTED_EXTERNAL,  /* elsewhere: rolebook.yaml, a baseline */
};

struct diagnostic {
    enum level level;
    const char *code; /* "C301"; NULL for what readers and writers report */
    const char *name; /* "missing-standards"; NULL likewise */
    const struct message *message;
    struct text args[MESSAGE_ARGS];
    struct span at;
    struct text role;    /* title of the role it speaks of; empty: none */
    struct text element; /* XML name of the element it speaks of; empty: none */
    struct text excerpt; /* the words it speaks of, for content keys; may be empty */
    struct text content; /* all of the record that holds them, for content keys; may be empty */
    struct related related;
    bool has_related;
    const struct message *fix; /* what the fix does; NULL: as the message says */
    bool has_replacement;      /* replacement may stand in place of what is at `replaced_at` */
    struct text replacement;   /* empty: delete it */
    struct span replaced_at;   /* no source: `at` */
    struct text replaced;      /* the words there; empty: the excerpt */
    enum item_fix item;
    const struct new_file *new_file; /* of an item that comes behind none; NULL: none is made */
    bool is_safe;           /* the fix changes no meaning: whoever asks for fixes gets it unasked */
    enum accepted accepted; /* of findings passed over */
    struct text accepted_because; /* may be empty */
    size_t ordinal;               /* order of arrival, set by diagnostics_add */
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic **items;
    size_t count, capacity, next_ordinal;
    size_t by_level[LEVEL_COUNT];
};

struct diagnostics *diagnostics_new(struct arena *arena);
/* Keeps a copy of d; its texts and spans must live as long as the list. */
void diagnostics_add(struct diagnostics *diags, struct diagnostic d);
/* Appends d itself, which lives in an arena that stays as long as the list. */
void diagnostics_keep(struct diagnostics *diags, struct diagnostic *d);
/* Appends copies of all of from, in order. */
void diagnostics_join(struct diagnostics *diags, const struct diagnostics *from);
/* Appends all of from, in order; its arena goes to the list's, and from is gone. */
void diagnostics_adopt(struct diagnostics *diags, struct diagnostics *from);
/* By path, then position, then order of arrival: a total order. */
void diagnostics_sort(struct diagnostics *diags);
/* Whether there is anything that a fix would do. */
bool diagnostic_has_fix(const struct diagnostic *d);
/* Where the words stand that the replacement is for. */
struct span diagnostic_replaced_at(const struct diagnostic *d);
/* The message in words. */
struct text diagnostic_message(struct arena *arena, const struct diagnostic *d,
                               enum language language);
/* A message template with its arguments put in; args has MESSAGE_ARGS entries. */
struct text message_format(struct arena *arena, const struct message *message,
                           const struct text *args, enum language language);

/* An error without a code at a place; returns STATUS_INPUT, so that a reader can return it. */
enum status report_error(struct diagnostics *diags, const struct message *message, struct span at,
                         struct text arg0, struct text arg1);
void report_warning(struct diagnostics *diags, const struct message *message, struct span at,
                    struct text arg0, struct text arg1);

#endif
