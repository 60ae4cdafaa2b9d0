/* The processes of the book: who does what in which, and each with its lanes and its steps. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/swim_lanes.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

#define COLUMNS 7 /* processes beside each other that leave a column the width of a word */

/* What a position has to do with a process; the first that holds. */
enum part { LEADS, DOES, SUPPORTS, IS_INFORMED, NO_PART };

struct matrix {
    struct book *book;
    const struct process_steps *all;
    struct text *processes; /* [count] */
    size_t count;
    size_t *process_of_step;
    enum part *parts;       /* [positions × count] */
    size_t *decides, *does; /* [positions × count] steps */
    bool *is_said;          /* [positions × count] a role's duty says its part */
};

static void note_part(struct matrix *m, size_t position, size_t process, enum part part)
{
    enum part *place = &m->parts[position * m->count + process];
    *place = part < *place ? part : *place;
}

static void note_named(struct matrix *m, struct text cell, size_t process, enum part part)
{
    struct text name;
    for (size_t at = 0; role_names_next(cell, &at, &name);) {
        size_t position = position_find(m->all, m->book->document->arena, name);
        if (position != NO_NAME)
            note_part(m, position, process, part);
    }
}

/* Who gives information and carries no step supports, who gets it and carries none is informed. */
static void note_step(struct matrix *m, size_t i)
{
    const struct step *step = &m->all->steps[i];
    size_t process = m->process_of_step[i];
    bool decides = !text_is_empty(step_text(m->all, step, FIELD_HANDBOOK_PROCESSES_DECISION));
    for (size_t o = 0; o < step->owner_count; o++) {
        note_part(m, step->owners[o], process, DOES);
        m->does[step->owners[o] * m->count + process]++;
        m->decides[step->owners[o] * m->count + process] += decides;
    }
    note_named(m, step_text(m->all, step, FIELD_HANDBOOK_PROCESSES_FROM), process, SUPPORTS);
    note_named(m, step_text(m->all, step, FIELD_HANDBOOK_PROCESSES_TO), process, IS_INFORMED);
}

/* What a duty says of its step goes before what the steps show. */
static void note_duty(struct matrix *m, size_t position, const struct records *duties,
                      const struct record *duty)
{
    static const char *const codes[] = {"leads", "does", "supports", "informed"};
    struct text key, part = record_field(duties, duty, FIELD_DUTIES_RESPONSIBILITY).text;
    struct text keys = record_field(duties, duty, FIELD_DUTIES_PROCESS_STEP).text;
    for (size_t c = 0; c < sizeof codes / sizeof *codes; c++)
        for (size_t at = 0; text_is(part, codes[c]) && role_names_next(keys, &at, &key);) {
            size_t step = name_table_find(m->all->keys, m->book->document->arena, key);
            if (step == NO_NAME)
                continue;
            size_t place = position * m->count + m->process_of_step[step];
            m->parts[place] = m->is_said[place] && m->parts[place] < (enum part)c ? m->parts[place]
                                                                                  : (enum part)c;
            m->is_said[place] = true;
        }
}

static void note_roles(struct matrix *m)
{
    for (const struct role *role = m->book->handbook->roles; role != NULL; role = role->next) {
        const struct records *duties = role_records(role, ELEMENT_DUTIES);
        size_t position = position_find(m->all, m->book->document->arena, role_title(role));
        for (size_t i = 0; position != NO_NAME && i < duties->count; i++)
            note_duty(m, position, duties, &duties->rows[i]);
    }
}

/* Where no duty says who leads a process, whoever decides most in it does; of equals, who does
 * most. */
static void note_leader(struct matrix *m, size_t process)
{
    size_t leader = NO_NAME;
    for (size_t i = 0; i < m->all->position_count; i++) {
        size_t place = i * m->count + process, best = leader * m->count + process;
        if (m->parts[place] == LEADS)
            return;
        bool is_more = leader == NO_NAME || m->decides[place] > m->decides[best] ||
                       (m->decides[place] == m->decides[best] && m->does[place] > m->does[best]);
        leader = m->does[place] > 0 && !m->is_said[place] && is_more ? i : leader;
    }
    if (leader != NO_NAME)
        m->parts[leader * m->count + process] = LEADS;
}

static bool find_processes(struct matrix *m)
{
    struct arena *arena = m->book->document->arena;
    struct name_table *names = name_table_new(arena, m->all->records->count);
    m->processes = arena_new_array(arena, m->all->records->count + 1, struct text);
    m->process_of_step = arena_new_array(arena, m->all->records->count + 1, size_t);
    for (size_t i = 0; i < m->all->records->count; i++) {
        struct text name = step_text(m->all, &m->all->steps[i], FIELD_HANDBOOK_PROCESSES_PROCESS);
        size_t number = name_table_add(names, name, m->count);
        if (number == NO_NAME)
            return false; /* a list of steps without a process is no matrix */
        if (number == m->count)
            m->processes[m->count++] = name;
        m->process_of_step[i] = number;
    }
    return m->count > 0 && m->all->position_count > 0 &&
           m->all->position_count <= LIMIT_TABLE_CELLS / m->count;
}

static struct text word_of(const struct matrix *m, enum part part)
{
    static const char *const codes[] = {"leads", "does", "supports", "informed", ""};
    return vocabulary_code_word(m->book->vocabulary, m->book->language, FIELD_DUTIES_RESPONSIBILITY,
                                text_from_string(codes[part]));
}

static void put_head(const struct matrix *m, struct table *table, size_t column, struct text words)
{
    build_cell(
        m->book->document, table,
        (struct cell_place){.column = (uint32_t)column, .is_header = true, .style = TEXT("head")},
        words, (struct span){0});
}

static void put_row(const struct matrix *m, struct table *table, uint32_t row, size_t position,
                    size_t first, size_t end)
{
    struct document *document = m->book->document;
    struct text name = m->all->positions[position].name;
    struct cell *head = build_cell(
        document, table, (struct cell_place){.row = row, .is_header = true, .style = TEXT("label")},
        TEXT(""), (struct span){0});
    build_run(document, head->blocks, name, book_link(m->book, name), (struct span){0});
    for (size_t p = first; p < end; p++) {
        enum part part = m->parts[position * m->count + p];
        build_cell(document, table,
                   (struct cell_place){.row = row, .column = (uint32_t)(p - first + 1)},
                   part == NO_PART ? TEXT("") : word_of(m, part), (struct span){0});
    }
}

static bool has_part(const struct matrix *m, size_t position, size_t first, size_t end)
{
    for (size_t p = first; p < end; p++)
        if (m->parts[position * m->count + p] != NO_PART)
            return true;
    return false;
}

static void put_table(const struct matrix *m, struct block *section, size_t first, size_t end)
{
    struct table *table = build_table(m->book->document, section, TEXT("matrix"));
    uint32_t row = 0;
    put_head(m, table, 0, book_word(m->book, "role"));
    for (size_t p = first; p < end; p++)
        put_head(m, table, p - first + 1, m->processes[p]);
    for (size_t i = 0; i < m->all->position_count; i++)
        if (has_part(m, i, first, end))
            put_row(m, table, ++row, i, first, end);
    table->header_rows = 1;
    table_index(m->book->document, table);
}

static void compose_parts(struct book *book, struct block *section, const struct process_steps *all)
{
    struct matrix m = {.book = book, .all = all};
    if (!find_processes(&m))
        return;
    size_t cells = all->position_count * m.count;
    m.parts = arena_new_array(book->document->arena, cells, enum part);
    m.decides = arena_new_array(book->document->arena, cells, size_t);
    m.does = arena_new_array(book->document->arena, cells, size_t);
    m.is_said = arena_new_array(book->document->arena, cells, bool);
    for (size_t i = 0; i < cells; i++)
        m.parts[i] = NO_PART;
    for (size_t i = 0; i < all->records->count; i++)
        note_step(&m, i);
    note_roles(&m);
    for (size_t p = 0; p < m.count; p++)
        note_leader(&m, p);
    build_heading(book->document, section, 3, book_word(book, "process-roles"), (struct span){0});
    for (size_t first = 0; first < m.count; first += COLUMNS)
        put_table(&m, section, first, first + COLUMNS < m.count ? first + COLUMNS : m.count);
}

void compose_processes(struct book *book)
{
    const struct records *records = handbook_records(book->handbook, ELEMENT_HANDBOOK_PROCESSES);
    if (records->count == 0)
        return;
    struct block *section = compose_part(book, ELEMENT_HANDBOOK_PROCESSES);
    struct rows rows = book_rows(book, section, book->language);
    const struct process_steps *all = process_steps_of(book->document->arena, book->handbook);
    compose_parts(book, section, all);
    for (size_t first = 0, end; first < records->count; first = end) {
        const enum field group = FIELD_HANDBOOK_PROCESSES_PROCESS;
        struct text name;
        end = rows_group_end(records, first, group, &name);
        if (!text_is_empty(name))
            build_heading(book->document, section, 3, name, records->rows[first].at);
        draw_swim_lanes(book, section, all, first, end, name);
        rows_show_without(&rows, records, first, end, group);
    }
}
