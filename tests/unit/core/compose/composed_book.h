/* A handbook for tests in the classic template: roles in, the document that is composed of them out. */
#ifndef ROLEBOOK_TESTS_UNIT_CORE_COMPOSE_COMPOSED_BOOK_H
#define ROLEBOOK_TESTS_UNIT_CORE_COMPOSE_COMPOSED_BOOK_H
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/model/vocabulary.h"
#include "tests/unit/unit.h"

static struct arena *arena;
static struct diagnostics *diags;
static struct vocabulary *vocabulary;
static struct template *template;
static struct handbook *handbook;

static inline int open_handbook(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    diags = diagnostics_new(arena);
    vocabulary = vocabulary_load(arena, NULL, diags);
    template = template_load(arena, "classic", diags);
    handbook = handbook_new(arena);
    handbook->language = TEXT("en");
    return vocabulary == NULL || template == NULL;
}

static inline int close_handbook(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static inline struct text numbered(const char *word, size_t number)
{
    struct text_buffer name = text_buffer_new(arena);
    buffer_append_format(&name, "%s%zu", word, number);
    return buffer_text(&name);
}

static inline struct role *add_role(struct text title)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    record_append(handbook, &role->values[ELEMENT_TITLE], title, (struct span){0});
    return role;
}

static inline void add_duty(struct role *role, const char *words, enum field field,
                            struct text value)
{
    struct records *duties = &role->values[ELEMENT_DUTIES];
    struct record *duty =
        record_append(handbook, duties, text_from_string(words), (struct span){0});
    record_set_field(handbook, duties, duty, field, (struct value){value, {0}});
}

static inline struct document *compose(void)
{
    return compose_handbook(arena, handbook, template, vocabulary);
}

/* The first block of that kind behind a heading; NULL: no such chapter. */
static inline const struct block *part(const struct document *document, const char *heading,
                                       enum block_kind kind)
{
    struct walk walk = walk_blocks(document->blocks);
    bool is_there = false;
    while (walk_next(&walk)) {
        const struct block *block = walk.block;
        if (walk.event != WALK_ENTER)
            continue;
        if (block->kind == BLOCK_HEADING && block->level == 1)
            is_there = text_is(block_text(arena, block), heading);
        if (is_there && block->kind == kind)
            return block;
    }
    return NULL;
}

static inline struct text cell_at(const struct table *table, size_t row, size_t column)
{
    return cell_text(arena, table_cell(table, row, column));
}

#define BOOK_TEST(test) cmocka_unit_test_setup_teardown(test, open_handbook, close_handbook)

#endif
