#include "core/draft/position.h"
#include "core/base/text_buffer.h"
#include "core/draft/draft.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

#define STEP(d, step, name) step_text((d)->steps, step, FIELD_HANDBOOK_PROCESSES_##name)

/* One role being drafted. */
struct making {
    struct drafting *d;
    const struct position *position;
    struct role *role;
    bool *serves; /* [goals] its steps serve it */
};

static const struct step *step_at(const struct making *m, size_t i)
{
    return &m->d->steps->steps[m->position->steps[i]];
}

static bool is_its_own(const struct making *m, size_t i)
{
    return !m->d->is_shared[m->position->steps[i]];
}

static struct records *values(const struct making *m, enum element element)
{
    return &m->role->values[element];
}

static struct record *add(const struct making *m, enum element element, struct text words,
                          struct span row)
{
    return draft_add(m->d->drafts, values(m, element), words, row);
}

static void set(const struct making *m, struct record *record, enum field field, struct text words)
{
    if (record != NULL)
        draft_set(m->d->drafts, values(m, field_row(field)->element), record, field, words,
                  record->at);
}

/* "processes.md:14" behind "processes.md:13" is "14". */
static struct text without_file(struct text draft, struct text place)
{
    size_t colon = text_find(place, TEXT(":"), 0);
    bool is_same = colon != TEXT_NOT_FOUND &&
                   text_find(draft, text_slice(place, 0, colon + 1), 0) != TEXT_NOT_FOUND;
    return is_same ? text_trim(text_from(place, colon + 1)) : place;
}

/* Another row says this too: it is named in the mark. */
static void add_place(const struct making *m, struct record *record, struct span row)
{
    struct text place = draft_place(m->d->arena, row);
    if (text_find(record->draft, place, 0) != TEXT_NOT_FOUND)
        return;
    struct text_buffer out = text_buffer_new(m->d->arena);
    buffer_append(&out, record->draft);
    buffer_append_string(&out, draft_comma(m->d));
    buffer_append(&out, without_file(record->draft, place));
    record->draft = buffer_text(&out);
}

static void append_with(struct text_buffer *out, const char *between, struct text words)
{
    if (text_is_empty(words))
        return;
    if (out->size > 0)
        buffer_append_string(out, between);
    buffer_append(out, words);
}

/* Whether one of the names in a cell is the position's. */
static bool is_named_in(const struct making *m, struct text cell)
{
    const struct process_steps *steps = m->d->steps;
    struct text name;
    for (size_t at = 0; role_names_next(cell, &at, &name);) {
        size_t number = position_find(steps, m->d->arena, name);
        if (number != NO_NAME && &steps->positions[number] == m->position)
            return true;
    }
    return false;
}

/* ---- who it is ---- */

static void draft_identity(const struct making *m)
{
    static const struct {
        enum element element;
        enum field from;
    } parts[] = {{ELEMENT_DEPARTMENT, FIELD_HANDBOOK_POSITIONS_DEPARTMENT},
                 {ELEMENT_JOB_TYPE, FIELD_HANDBOOK_POSITIONS_JOB_TYPE},
                 {ELEMENT_GRADE, FIELD_HANDBOOK_POSITIONS_GRADE},
                 {ELEMENT_HEADCOUNT, FIELD_HANDBOOK_POSITIONS_HEADCOUNT},
                 {ELEMENT_REPORTS_TO, FIELD_HANDBOOK_POSITIONS_REPORTS_TO}};
    const struct handbook *inputs = m->d->inputs;
    const struct records *listed = handbook_records(inputs, ELEMENT_HANDBOOK_POSITIONS);
    struct handbook *drafts = m->d->drafts;
    record_append(drafts, values(m, ELEMENT_TITLE), m->position->name, m->position->at);
    for (size_t i = 0; m->position->listed != NULL && i < sizeof parts / sizeof *parts; i++) {
        struct value value = record_field(listed, m->position->listed, parts[i].from);
        if (!text_is_empty(value.text))
            record_append(drafts, values(m, parts[i].element), value.text, value.at);
    }
    for (size_t i = 0; i < listed->count; i++)
        if (is_named_in(
                m,
                record_field(listed, &listed->rows[i], FIELD_HANDBOOK_POSITIONS_REPORTS_TO).text))
            record_append(drafts, values(m, ELEMENT_SUPERVISES), listed->rows[i].text,
                          listed->rows[i].at);
}

/* ---- what only it does ---- */

static void append_process(const struct making *m, struct text_buffer *out, struct text process)
{
    bool is_english = m->d->language == LANG_EN;
    if (out->size > 0)
        buffer_append_string(out, draft_semicolon(m->d));
    if (text_is_empty(process))
        return;
    buffer_append_string(out, is_english ? (out->size == 0 ? "In " : "in ") : "在");
    buffer_append(out, process);
    buffer_append_string(out, is_english ? ": " : "中，");
}

static void append_goals(const struct making *m, struct text_buffer *out)
{
    bool any = false, is_english = m->d->language == LANG_EN;
    for (size_t g = 0; g < m->d->goals->count; g++) {
        if (!m->serves[g])
            continue;
        if (!any)
            buffer_append_string(out, is_english                       ? "; in support of "
                                      : m->d->language == LANG_ZH_HANT ? "；以實現"
                                                                       : "；以实现");
        else if (is_english)
            buffer_append_string(out, ", ");
        any = true;
        buffer_append_string(out, is_english ? "\"" : "「");
        buffer_append(out, m->d->goals->goals[g].name);
        buffer_append_string(out, is_english ? "\"" : "」");
    }
}

static void draft_purpose(const struct making *m)
{
    struct text_buffer out = text_buffer_new(m->d->arena);
    struct record *record = NULL;
    struct text process = TEXT("");
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        struct text act = draft_act(m->d->arena, m->d->language, step->record->text);
        if (!is_its_own(m, i) || step->owner_count > 1 || text_is_empty(act))
            continue; /* others do it too */
        if (out.size == 0 || !text_equal(STEP(m->d, step, PROCESS), process)) {
            process = STEP(m->d, step, PROCESS);
            append_process(m, &out, process);
        } else
            buffer_append_string(&out, m->d->language == LANG_EN ? ", " : "，");
        buffer_append(&out, act);
        if (record == NULL)
            record = add(m, ELEMENT_PURPOSE, act, step->record->at);
        else
            add_place(m, record, step->record->at);
    }
    if (record == NULL)
        return; /* C104 says so */
    append_goals(m, &out);
    buffer_append_string(&out, m->d->language == LANG_EN ? "." : "。");
    record->text = buffer_text(&out);
}

/* The processes it works in, and its steps there. */
static void draft_scope(const struct making *m)
{
    struct text process = TEXT("");
    struct record *record = NULL;
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        struct text next = STEP(m->d, step, PROCESS), name = STEP(m->d, step, STEP);
        if (text_is_empty(next) || !is_its_own(m, i))
            continue;
        struct text_buffer out = text_buffer_new(m->d->arena);
        bool is_new = record == NULL || !text_equal(next, process);
        process = next;
        if (is_new)
            record = add(m, ELEMENT_SCOPE, process, step->record->at);
        else
            add_place(m, record, step->record->at);
        buffer_append(&out, record->text);
        if (!text_is_empty(name))
            buffer_append_string(&out, !is_new                     ? draft_comma(m->d)
                                       : m->d->language == LANG_EN ? ": "
                                                                   : "：");
        buffer_append(&out, name);
        record->text = buffer_text(&out);
    }
}

/* ---- goals and indicators ---- */

static void note_goals(const struct making *m)
{
    for (size_t i = 0; i < m->position->step_count; i++)
        for (const struct service *s = m->d->goals->services[m->position->steps[i]];
             is_its_own(m, i) && s->goal != NO_NAME; s++)
            m->serves[s->goal] = true;
}

static bool serves(const struct making *m, size_t i, size_t goal)
{
    for (const struct service *s = m->d->goals->services[m->position->steps[i]]; s->goal != NO_NAME;
         s++)
        if (s->goal == goal)
            return is_its_own(m, i);
    return false;
}

/* Of each goal it serves, what its own steps must at least yield. */
static void draft_goals(const struct making *m)
{
    for (size_t g = 0; g < m->d->goals->count; g++) {
        const struct goal *goal = &m->d->goals->goals[g];
        struct text_buffer least = text_buffer_new(m->d->arena);
        if (!m->serves[g])
            continue;
        struct record *record = add(m, ELEMENT_GOALS, goal->name, goal->record->at);
        for (size_t i = 0; record != NULL && i < m->position->step_count; i++) {
            const struct step *step = step_at(m, i);
            if (!serves(m, i, g) || text_is_empty(STEP(m->d, step, RESULT)))
                continue;
            append_with(&least, draft_semicolon(m->d), STEP(m->d, step, RESULT));
            add_place(m, record, step->record->at);
        }
        set(m, record, FIELD_GOALS_SERVES, goal->id);
        set(m, record, FIELD_GOALS_LEAST_RESULT, buffer_text(&least));
    }
}

/* An indicator is that of the position that answers for it, where the strategy names one. */
static bool has_indicator(const struct making *m, size_t row)
{
    const struct record *record = &m->d->goals->records->rows[row];
    size_t goal = m->d->goals->names->of_row[row];
    if (goal == NO_NAME ||
        text_is_empty(goal_text(m->d->goals, record, FIELD_HANDBOOK_GOALS_INDICATOR)))
        return false;
    struct text owner = goal_text(m->d->goals, record, FIELD_HANDBOOK_GOALS_OWNER);
    return text_is_empty(owner) ? m->serves[goal] : is_named_in(m, owner);
}

static struct text first_act_for(const struct making *m, size_t goal)
{
    for (size_t i = 0; i < m->position->step_count; i++)
        if (serves(m, i, goal))
            return draft_act(m->d->arena, m->d->language, step_at(m, i)->record->text);
    return TEXT("");
}

static void draft_standards(const struct making *m)
{
    static const enum field fields[][2] = {
        {FIELD_STANDARDS_TARGET, FIELD_HANDBOOK_GOALS_TARGET},
        {FIELD_STANDARDS_MEASURE, FIELD_HANDBOOK_GOALS_MEASURE},
        {FIELD_STANDARDS_SOURCE, FIELD_HANDBOOK_GOALS_SOURCE},
        {FIELD_STANDARDS_PERIOD, FIELD_HANDBOOK_GOALS_PERIOD},
        {FIELD_STANDARDS_CONDITION, FIELD_HANDBOOK_GOALS_CONDITION}};
    const struct goals *goals = m->d->goals;
    for (size_t i = 0; i < goals->records->count; i++) {
        const struct record *row = &goals->records->rows[i];
        if (!has_indicator(m, i))
            continue;
        struct record *record = add(m, ELEMENT_STANDARDS,
                                    goal_text(goals, row, FIELD_HANDBOOK_GOALS_INDICATOR), row->at);
        for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
            set(m, record, fields[f][0], goal_text(goals, row, fields[f][1]));
        set(m, record, FIELD_STANDARDS_DUTY, first_act_for(m, goals->names->of_row[i]));
    }
}

/* ---- duties ---- */

static struct text goals_of_step(const struct making *m, size_t i)
{
    struct text_buffer out = text_buffer_new(m->d->arena);
    for (const struct service *s = m->d->goals->services[m->position->steps[i]]; s->goal != NO_NAME;
         s++)
        append_with(&out, draft_comma(m->d), m->d->goals->goals[s->goal].id);
    return buffer_text(&out);
}

static struct text indicators_of_step(const struct making *m, size_t i)
{
    struct text_buffer out = text_buffer_new(m->d->arena);
    for (size_t row = 0; row < m->d->goals->records->count; row++)
        if (has_indicator(m, row) && serves(m, i, m->d->goals->names->of_row[row]))
            append_with(&out, draft_semicolon(m->d),
                        goal_text(m->d->goals, &m->d->goals->records->rows[row],
                                  FIELD_HANDBOOK_GOALS_INDICATOR));
    return buffer_text(&out);
}

/* That nobody gave the goal is part of the mark. */
static void mark_proposed(const struct making *m, struct record *record, size_t i)
{
    static const char *const words[LANG_COUNT] = {"，對應目標為擬議", "，对应目标为拟议",
                                                  ", its goal is proposed"};
    struct text_buffer out = text_buffer_new(m->d->arena);
    if (record == NULL || !m->d->goals->services[m->position->steps[i]][0].is_proposed ||
        m->d->goals->services[m->position->steps[i]][0].goal == NO_NAME)
        return;
    buffer_append(&out, record->draft);
    buffer_append_string(&out, words[m->d->language]);
    record->draft = buffer_text(&out);
}

static void draft_duties(const struct making *m)
{
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        if (!is_its_own(m, i))
            continue;
        struct record *record =
            add(m, ELEMENT_DUTIES, draft_step_sentence(m->d, step), step->record->at);
        struct duty_parts parts =
            record == NULL ? (struct duty_parts){0} : duty_parse(record->text);
        set(m, record, FIELD_DUTIES_WHAT, parts.what);
        set(m, record, FIELD_DUTIES_HOW, parts.how);
        set(m, record, FIELD_DUTIES_RESULT, parts.result);
        set(m, record, FIELD_DUTIES_OUTPUT, STEP(m->d, step, OUTPUT));
        set(m, record, FIELD_DUTIES_PROCESS_STEP, step->key);
        set(m, record, FIELD_DUTIES_GOAL, goals_of_step(m, i));
        set(m, record, FIELD_DUTIES_STANDARDS, indicators_of_step(m, i));
        mark_proposed(m, record, i);
    }
}

static struct record *row_named(struct records *records, struct text words)
{
    for (size_t i = 0; i < records->count; i++)
        if (text_equal(records->rows[i].text, words))
            return &records->rows[i];
    return NULL;
}

/* Once each, and every row that says it in its mark. */
static struct record *add_once(const struct making *m, enum element element, struct text words,
                               struct span row)
{
    struct record *record = row_named(values(m, element), text_trim(words));
    if (record == NULL)
        return add(m, element, words, row);
    add_place(m, record, row);
    return record;
}

static void draft_authority(const struct making *m)
{
    for (size_t i = 0; i < m->position->step_count; i++)
        add_once(m, ELEMENT_AUTHORITY, STEP(m->d, step_at(m, i), DECISION),
                 step_at(m, i)->record->at);
}

static void draft_tools(const struct making *m)
{
    struct text name;
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        struct text tools = STEP(m->d, step, TOOL);
        for (size_t at = 0; role_names_next(tools, &at, &name);) {
            struct record *record = add_once(m, ELEMENT_TOOLS, name, step->record->at);
            struct text_buffer use = text_buffer_new(m->d->arena);
            if (record == NULL)
                continue;
            buffer_append(
                &use, record_field(values(m, ELEMENT_TOOLS), record, FIELD_TOOLS_USED_FOR).text);
            append_with(&use, draft_semicolon(m->d),
                        draft_act(m->d->arena, m->d->language, step->record->text));
            set(m, record, FIELD_TOOLS_USED_FOR, buffer_text(&use));
        }
    }
}

/* ---- with whom ---- */

static bool is_inside(const struct making *m, struct text party)
{
    const struct records *listed = handbook_records(m->d->inputs, ELEMENT_HANDBOOK_POSITIONS);
    if (position_find(m->d->steps, m->d->arena, party) != NO_NAME)
        return true;
    for (size_t i = 0; i < listed->count; i++)
        if (text_equal(
                record_field(listed, &listed->rows[i], FIELD_HANDBOOK_POSITIONS_DEPARTMENT).text,
                party))
            return true;
    return false;
}

static void add_matter(const struct making *m, struct record *record, struct text matter)
{
    struct text_buffer out = text_buffer_new(m->d->arena);
    struct text had =
        record_field(values(m, ELEMENT_RELATIONS), record, FIELD_RELATIONS_MATTER).text;
    if (text_find(had, matter, 0) != TEXT_NOT_FOUND)
        return;
    buffer_append(&out, had);
    append_with(&out, draft_comma(m->d), matter);
    set(m, record, FIELD_RELATIONS_MATTER, buffer_text(&out));
}

static void add_relations(const struct making *m, const struct step *step, struct text parties,
                          struct text matter, struct text direction)
{
    struct text party;
    for (size_t at = 0; role_names_next(parties, &at, &party);) {
        if (is_named_in(m, party))
            continue; /* it hands over to itself */
        struct record *record = add_once(m, ELEMENT_RELATIONS, party, step->record->at);
        if (record == NULL)
            continue;
        struct text had =
            record_field(values(m, ELEMENT_RELATIONS), record, FIELD_RELATIONS_DIRECTION).text;
        bool is_both = !text_is_empty(had) && !text_equal(had, direction);
        if (is_inside(m, text_trim(party)))
            set(m, record, FIELD_RELATIONS_SIDE, TEXT("inside"));
        add_matter(m, record, matter);
        set(m, record, FIELD_RELATIONS_DIRECTION, is_both ? TEXT("both") : direction);
    }
}

static void draft_relations(const struct making *m)
{
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        add_relations(m, step, STEP(m->d, step, FROM), STEP(m->d, step, INPUT), TEXT("in"));
        add_relations(m, step, STEP(m->d, step, TO), STEP(m->d, step, OUTPUT), TEXT("out"));
    }
}

/* ---- what its level does in each scenario ---- */

static void draft_scenarios(const struct making *m)
{
    const struct records *all = handbook_records(m->d->inputs, ELEMENT_HANDBOOK_SCENARIOS);
    for (size_t i = 0; i < all->count; i++) {
        const struct record *row = &all->rows[i];
        struct text roles = record_field(all, row, FIELD_HANDBOOK_SCENARIOS_ROLE).text;
        if (!is_named_in(m, roles))
            continue;
        struct record *record = add(m, ELEMENT_SCENARIOS, row->text, row->at);
        set(m, record, FIELD_SCENARIOS_SCENARIO,
            record_field(all, row, FIELD_HANDBOOK_SCENARIOS_SCENARIO).text);
    }
}

/* 《受理流程》《填寫規範》: each title is a document. */
static void draft_documents(const struct making *m)
{
    const struct text open = TEXT("《"), close = TEXT("》");
    for (size_t i = 0; i < m->position->step_count; i++) {
        const struct step *step = step_at(m, i);
        struct text how = STEP(m->d, step, HOW);
        for (size_t at = text_find(how, open, 0); is_its_own(m, i) && at != TEXT_NOT_FOUND;) {
            size_t end = text_find(how, close, at);
            if (end == TEXT_NOT_FOUND)
                break;
            add_once(m, ELEMENT_DOCUMENTS, text_slice(how, at, end + close.size), step->record->at);
            at = text_find(how, open, end);
        }
    }
}

struct role *draft_position(struct drafting *d, const struct position *position)
{
    struct making m = {d, position, role_append(d->drafts, position->at.source, position->at),
                       arena_new_array(d->arena, d->goals->count + 1, bool)};
    m.role->language = text_from_string(language_tag(d->language));
    note_goals(&m);
    draft_identity(&m);
    draft_purpose(&m);
    draft_scope(&m);
    draft_goals(&m);
    draft_authority(&m);
    draft_duties(&m);
    draft_tools(&m);
    draft_standards(&m);
    draft_relations(&m);
    draft_scenarios(&m);
    draft_documents(&m);
    return m.role;
}
