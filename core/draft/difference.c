#include "core/draft/difference.h"
#include "core/draft/draft.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

#define LIKE_PERCENT 50 /* a duty that says nearly what the step asks */

enum words {
    WORDS_TITLE,
    WORDS_INTRO,
    WORDS_ADD,
    WORDS_CONTRADICTS,
    WORDS_UNASKED,
    WORDS_SAME,
    WORDS_CARRIED_BY,
    WORDS_COUNT
};

static const char *const words[WORDS_COUNT][LANG_COUNT] = {
    [WORDS_TITLE] = {"草稿與現有崗位的差異", "草稿与现有岗位的差异",
                     "Drafts against the roles that are there"},
    [WORDS_INTRO] = {"現有的崗位檔沒有改動。", "现有的岗位文件没有改动。",
                     "The role files that are there were not changed."},
    [WORDS_ADD] = {"建議補充", "建议补充", "To add"},
    [WORDS_CONTRADICTS] = {"互相矛盾", "互相矛盾", "Contradicts"},
    [WORDS_UNASKED] = {"沒有流程要求", "没有流程要求", "No process asks for"},
    [WORDS_SAME] = {"沒有差異。", "没有差异。", "No difference."},
    [WORDS_CARRIED_BY] = {"流程由這個崗位承擔：", "流程由这个岗位承担：",
                          "in the processes this is carried by "},
};

struct differences differences_new(struct drafting *drafting, const struct vocabulary *vocabulary)
{
    return (struct differences){drafting, vocabulary, text_buffer_new(drafting->arena)};
}

/* ---- which duty stands for which step ---- */

/* Whether the duty names that step. */
static bool names_step(const struct drafting *d, const struct records *duties,
                       const struct record *duty, struct text key)
{
    struct text name, cell = record_field(duties, duty, FIELD_DUTIES_PROCESS_STEP).text;
    size_t wanted = name_table_find(d->steps->keys, d->arena, key);
    for (size_t at = 0; role_names_next(cell, &at, &name);)
        if (name_table_find(d->steps->keys, d->arena, name) == wanted)
            return wanted != NO_NAME;
    return false;
}

static bool is_like(const struct drafting *d, struct text a, struct text b)
{
    struct grams of_a = grams_of(d->arena, a), of_b = grams_of(d->arena, b);
    return grams_containment(&of_a, &of_b) >= LIKE_PERCENT;
}

/* Whether a role has a duty for what a drafted duty says. */
static bool has_duty(const struct drafting *d, const struct role *had,
                     const struct records *drafted, const struct record *duty)
{
    const struct records *duties = role_records(had, ELEMENT_DUTIES);
    struct text key = record_field(drafted, duty, FIELD_DUTIES_PROCESS_STEP).text;
    for (size_t i = 0; i < duties->count; i++)
        if (names_step(d, duties, &duties->rows[i], key) ||
            is_like(d, duties->rows[i].text, duty->text))
            return true;
    return false;
}

/* A record of another element that the role has no like of. */
static bool has_row(const struct drafting *d, const struct records *had, struct text text)
{
    for (size_t i = 0; i < had->count; i++)
        if (text_equal(had->rows[i].text, text) || is_like(d, had->rows[i].text, text))
            return true;
    return false;
}

/* What the draft may add: a whole element that the role does not give, else rows of these. */
static bool is_addition(const struct drafting *d, const struct role *had,
                        const struct records *drafted, const struct record *row)
{
    const struct records *there = role_records(had, drafted->element);
    if (drafted->element == ELEMENT_TITLE || !is_given(there))
        return drafted->element != ELEMENT_TITLE;
    switch ((int)drafted->element) {
    case ELEMENT_DUTIES:
        return !has_duty(d, had, drafted, row);
    case ELEMENT_AUTHORITY:
    case ELEMENT_RELATIONS:
    case ELEMENT_TOOLS:
    case ELEMENT_SCENARIOS:
    case ELEMENT_DOCUMENTS:
        return !has_row(d, there, row->text);
    default:
        return false; /* what somebody wrote of it stands */
    }
}

/* ---- the report ---- */

static void put(struct differences *x, enum words word)
{
    buffer_append_string(&x->out, words[word][x->drafting->language]);
}

static void put_item(struct differences *x, struct text text, struct text place)
{
    buffer_append_string(&x->out, "- ");
    for (size_t i = 0; i < text.size; i++)
        buffer_append_byte(&x->out, text.data[i] == '\n' ? ' ' : text.data[i]);
    buffer_append_string(&x->out, x->drafting->language == LANG_EN ? " (" : "（");
    buffer_append(&x->out, place);
    buffer_append_string(&x->out, x->drafting->language == LANG_EN ? ")\n" : "）\n");
}

static void open_section(struct differences *x, bool *is_open, enum words word,
                         enum element element)
{
    if (*is_open)
        return;
    *is_open = true;
    buffer_append_string(&x->out, "\n### ");
    put(x, word);
    if (element != ELEMENT_COUNT) {
        buffer_append_string(&x->out, x->drafting->language == LANG_EN ? ": " : "：");
        buffer_append(&x->out, vocabulary_heading(x->vocabulary, x->drafting->language, element));
    }
    buffer_append_string(&x->out, "\n\n");
}

static bool add_additions(struct differences *x, const struct role *had, const struct role *draft)
{
    bool any = false;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *drafted = &draft->values[e];
        bool is_open = false;
        for (size_t i = 0; i < drafted->count; i++) {
            const struct record *row = &drafted->rows[i];
            if (!is_addition(x->drafting, had, drafted, row))
                continue;
            open_section(x, &is_open, WORDS_ADD, (enum element)e);
            put_item(x, row->text, draft_place(x->drafting->arena, row->at));
            any = true;
        }
    }
    return any;
}

/* The step that a duty names though another position carries it; NO_NAME: none. */
static size_t foreign_step(const struct drafting *d, const struct position *position,
                           const struct records *duties, const struct record *duty)
{
    struct text name, cell = record_field(duties, duty, FIELD_DUTIES_PROCESS_STEP).text;
    for (size_t at = 0; role_names_next(cell, &at, &name);) {
        size_t step = name_table_find(d->steps->keys, d->arena, name);
        bool is_its = step == NO_NAME || d->steps->steps[step].owner_count == 0;
        for (size_t o = 0; !is_its && o < d->steps->steps[step].owner_count; o++)
            is_its |= &d->steps->positions[d->steps->steps[step].owners[o]] == position;
        if (!is_its)
            return step;
    }
    return NO_NAME;
}

static bool add_contradictions(struct differences *x, const struct position *position,
                               const struct role *had)
{
    const struct drafting *d = x->drafting;
    const struct records *duties = role_records(had, ELEMENT_DUTIES);
    bool is_open = false;
    for (size_t i = 0; i < duties->count; i++) {
        size_t step = foreign_step(d, position, duties, &duties->rows[i]);
        if (step == NO_NAME)
            continue;
        struct text_buffer place = text_buffer_new(d->arena);
        open_section(x, &is_open, WORDS_CONTRADICTS, ELEMENT_DUTIES);
        buffer_append(&place, draft_place(d->arena, duties->rows[i].at));
        buffer_append_string(&place, draft_semicolon(d));
        buffer_append_string(&place, words[WORDS_CARRIED_BY][d->language]);
        buffer_append(&place, d->steps->positions[d->steps->steps[step].owners[0]].name);
        buffer_append_string(&place, draft_comma(d));
        buffer_append(&place, draft_place(d->arena, d->steps->steps[step].record->at));
        put_item(x, duties->rows[i].text, buffer_text(&place));
    }
    return is_open;
}

static bool is_asked_for(const struct drafting *d, const struct records *drafted,
                         const struct records *duties, const struct record *duty)
{
    for (size_t k = 0; k < drafted->count; k++)
        if (is_like(d, drafted->rows[k].text, duty->text))
            return true;
    struct text name, cell = record_field(duties, duty, FIELD_DUTIES_PROCESS_STEP).text;
    for (size_t at = 0; role_names_next(cell, &at, &name);)
        if (name_table_find(d->steps->keys, d->arena, name) != NO_NAME)
            return true;
    return false;
}

static bool add_unasked(struct differences *x, const struct role *had, const struct role *draft)
{
    const struct records *duties = role_records(had, ELEMENT_DUTIES);
    const struct records *drafted = role_records(draft, ELEMENT_DUTIES);
    bool is_open = false;
    for (size_t i = 0; i < duties->count; i++) {
        if (is_asked_for(x->drafting, drafted, duties, &duties->rows[i]))
            continue;
        open_section(x, &is_open, WORDS_UNASKED, ELEMENT_DUTIES);
        put_item(x, duties->rows[i].text, draft_place(x->drafting->arena, duties->rows[i].at));
    }
    return is_open;
}

bool difference_add(struct differences *x, const struct position *position, const struct role *had,
                    const struct role *draft)
{
    if (x->out.size == 0) {
        buffer_append_string(&x->out, "# ");
        put(x, WORDS_TITLE);
        buffer_append_string(&x->out, "\n\n");
        put(x, WORDS_INTRO);
        buffer_append_byte(&x->out, '\n');
    }
    buffer_append_string(&x->out, "\n## ");
    buffer_append(&x->out, position->name);
    buffer_append_byte(&x->out, '\n');
    bool is_more = add_additions(x, had, draft);
    bool contradicts = add_contradictions(x, position, had);
    if (!add_unasked(x, had, draft) && !is_more && !contradicts) {
        buffer_append_byte(&x->out, '\n');
        put(x, WORDS_SAME);
        buffer_append_byte(&x->out, '\n');
    }
    return is_more;
}

struct text differences_text(struct differences *x) { return buffer_text(&x->out); }

/* ---- adding ---- */

static void copy_records(struct drafting *d, struct records *to)
{
    struct record *rows = to->rows;
    to->rows = arena_new_array(d->arena, to->count + 1, struct record);
    to->capacity = to->count;
    for (size_t i = 0; i < to->count; i++)
        to->rows[i] = rows[i];
}

static void add_row(struct drafting *d, struct records *to, const struct record *row)
{
    *arena_push(d->arena, to->rows, to->count, to->capacity) = *row;
    to->state = STATE_FILLED;
}

void difference_merge(struct drafting *d, const struct role *had, const struct role *draft)
{
    struct role *role = role_append(d->merged, had->source, had->at);
    struct role *next = role->next;
    *role = *had;
    role->next = next;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        copy_records(d, &role->values[e]);
        for (size_t i = 0; i < draft->values[e].count; i++)
            if (is_addition(d, had, &draft->values[e], &draft->values[e].rows[i]))
                add_row(d, &role->values[e], &draft->values[e].rows[i]);
    }
}
