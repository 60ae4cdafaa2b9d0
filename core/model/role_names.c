#include "core/model/role_names.h"
#include "core/model/fold.h"
#include "core/model/fold_likeness.h"
#include "core/model/headcount.h"

struct entry {
    struct text folded;
    const struct role *role;
    struct entry *next;
};

struct role_names {
    struct entry **buckets;
    size_t bucket_count;
};

static struct entry *find(const struct role_names *names, struct text folded)
{
    struct entry *entry = names->buckets[text_key(folded) % names->bucket_count];
    while (entry != NULL && !text_equal(entry->folded, folded))
        entry = entry->next;
    return entry;
}

static void add(struct role_names *names, struct arena *arena, struct text name,
                const struct role *role)
{
    struct text folded = fold_label(arena, name);
    if (text_is_empty(folded) || find(names, folded) != NULL)
        return;
    struct entry **bucket = &names->buckets[text_key(folded) % names->bucket_count];
    struct entry *entry = arena_new(arena, struct entry);
    *entry = (struct entry){folded, role, *bucket};
    *bucket = entry;
}

struct role_names *role_names_new(struct arena *arena, const struct handbook *handbook)
{
    struct role_names *names = arena_new(arena, struct role_names);
    names->bucket_count = 2 * handbook->role_count + 7;
    names->buckets = arena_new_array(arena, names->bucket_count, struct entry *);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        add(names, arena, role_title(role), role);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        const struct records *others = role_records(role, ELEMENT_ALTERNATE_TITLES);
        add(names, arena, role_text(role, ELEMENT_ID), role);
        for (size_t i = 0; i < others->count; i++)
            add(names, arena, others->rows[i].text, role);
    }
    return names;
}

const struct role *role_names_find(const struct role_names *names, struct arena *scratch,
                                   struct text name)
{
    const struct entry *entry = find(names, fold_label(scratch, name));
    struct text alone;
    int64_t people;
    if (entry == NULL && headcount_beside_name(name, &alone, &people))
        entry = find(names, fold_label(scratch, alone)); /* 客服專員（8 人） */
    return entry == NULL ? NULL : entry->role;
}

struct text role_names_nearest(const struct role_names *names, struct arena *scratch,
                               struct text name)
{
    struct text folded = fold_label(scratch, name), nearest = TEXT("");
    unsigned best = 59; /* less alike than that is another name */
    for (size_t i = 0; i < names->bucket_count; i++)
        for (const struct entry *e = names->buckets[i]; e != NULL; e = e->next) {
            unsigned alike = fold_likeness(folded, e->folded);
            struct text title = role_title(e->role);
            if (alike > best || (alike == best && text_compare(title, nearest) < 0)) {
                best = alike;
                nearest = title;
            }
        }
    return nearest;
}

/* Behind the bracket that closes the one before at; at where none does in the line. */
static size_t skip_brackets(struct text text, size_t at)
{
    struct text line = text_from(text, at);
    size_t line_end = text_find(line, TEXT("\n"), 0);
    line = text_slice(line, 0, line_end == TEXT_NOT_FOUND ? line.size : line_end);
    size_t narrow = text_find(line, TEXT(")"), 0), wide = text_find(line, TEXT("）"), 0);
    size_t size = narrow < wide ? 1 : TEXT("）").size;
    size_t end = narrow < wide ? narrow : wide;
    return end == TEXT_NOT_FOUND ? at : at + end + size;
}

/* Whether it is a word of rank that only what follows a comma makes a title: Manager, Payroll. */
static bool is_rank(struct text word)
{
    static const char *const ranks[] = {
        "manager",   "director",  "head",     "vp",       "vice",    "president",  "senior",
        "sr",        "chief",     "lead",     "leader",   "officer", "associate",  "assistant",
        "executive", "principal", "staff",    "deputy",   "general", "supervisor", "svp",
        "evp",       "avp",       "regional", "managing", "global",  "ceo",        "cfo",
        "coo",       "cto",       "board",    NULL};
    for (const char *const *rank = ranks; *rank != NULL; rank++)
        if (text_equal_ascii_case(word, text_from_string(*rank)))
            return true;
    return false;
}

enum ranks { RANKS_NONE, RANKS_SOME, RANKS_ONLY };

static enum ranks ranks_of(struct text name)
{
    size_t words = 0, ranks = 0;
    for (size_t at = 0, end; at < name.size; at = end + 1) {
        end = text_find(name, TEXT(" "), at);
        end = end == TEXT_NOT_FOUND ? name.size : end;
        words += end > at;
        ranks += is_rank(text_slice(name, at, end));
    }
    return ranks == 0 ? RANKS_NONE : ranks == words ? RANKS_ONLY : RANKS_SOME;
}

/* Where the piece that begins there ends, at the mark that divides it from the next one. */
static size_t piece_end(struct text text, size_t begin)
{
    size_t end = begin;
    for (size_t at = begin; at < text.size; end = at) {
        uint32_t c = text_next(text, &at);
        if (c == '(' || c == 0xFF08)
            at = skip_brackets(text, at);
        if (c == 0x3001 || c == 0xFF0C || c == ',' || c == ';' || c == 0xFF1B || c == '/' ||
            c == '\n')
            return end;
    }
    return text.size;
}

/* Where the name ends that goes on behind the comma at `end`: Manager, Payroll; else `end`. */
static size_t end_of_title(struct text text, size_t begin, size_t end)
{
    if (end >= text.size || text.data[end] != ',' ||
        ranks_of(text_trim(text_slice(text, begin, end))) != RANKS_ONLY)
        return end;
    size_t next = piece_end(text, end + 1);
    struct text rest = text_trim(text_slice(text, end + 1, next));
    return text_is_empty(rest) || ranks_of(rest) != RANKS_NONE ? end : next;
}

bool role_names_next(struct text text, size_t *offset, struct text *name)
{
    while (*offset < text.size) {
        size_t end = end_of_title(text, *offset, piece_end(text, *offset));
        *name = text_trim(text_slice(text, *offset, end));
        *offset = end;
        if (end < text.size)
            text_next(text, offset);
        if (!text_is_empty(*name))
            return true;
    }
    return false;
}

const struct role *role_names_superior(const struct role_names *names, struct arena *scratch,
                                       const struct role *role)
{
    struct text superiors = role_text(role, ELEMENT_REPORTS_TO), name;
    size_t at = 0;
    return role_names_next(superiors, &at, &name) ? role_names_find(names, scratch, name) : NULL;
}
