#include "converters/markdown/markdown.h"
#include "core/compose/build.h"
#include "tests/unit/unit.h"

static struct block *section_of(struct document *document)
{
    struct block *block = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    block->section = arena_new(document->arena, struct section);
    return block;
}

static void assert_page(const struct output_files *files, size_t index, const char *name,
                        const char *words)
{
    assert_true(index < files->count);
    assert_string_equal(text_to_string(files->arena, files->list[index].name), name);
    assert_string_equal(text_to_string(files->arena, files->list[index].bytes), words);
}

static void test_a_folder_has_an_index_and_links_from_file_to_file(void **state)
{
    (void)state;
    struct document *document = document_new(arena_open(NULL, NULL), NULL);
    struct arena *arena = document->arena;
    document->title = TEXT("Book");
    struct block *contents = section_of(document);
    build_paragraph(document, contents, TEXT("contents-title"), TEXT("Contents"), (struct span){0});
    block_append(document, contents, BLOCK_CONTENTS, (struct span){0})->level = 2;
    struct block *first = section_of(document), *second = section_of(document);
    build_heading(document, first, 1, TEXT("Desk"), (struct span){0});
    build_heading(document, first, 2, TEXT("Agent"), (struct span){0})->anchor = TEXT("role-1");
    struct table *panel = build_table(document, first, TEXT("panel"));
    build_cell(document, panel, (struct cell_place){.is_header = true}, TEXT("Lead"),
               (struct span){0});
    struct cell *value =
        build_cell(document, panel, (struct cell_place){.column = 1}, TEXT(""), (struct span){0});
    build_run(document, value->blocks, TEXT("Team lead"), TEXT("#role-2"), (struct span){0});
    assert_true(table_index(document, panel));
    build_heading(document, first, 3, TEXT("Duties"), (struct span){0});
    build_heading(document, second, 2, TEXT("Team lead"), (struct span){0})->anchor =
        TEXT("role-2");
    struct block *figure = block_append(document, second, BLOCK_FIGURE, (struct span){0});
    figure->figure = arena_new(arena, struct figure);
    figure->figure->alternative = TEXT("1 Lead");
    struct block *index = build_paragraph(document, second, TEXT(""), TEXT(""), (struct span){0});
    run_append(document, index, RUN_PAGE_NUMBER, TEXT(""), (struct span){0})->link =
        TEXT("#role-1");
    struct output_files files = {.arena = arena};
    assert_int_equal(markdown_write_folder(document, &files, diagnostics_new(arena)), STATUS_OK);
    assert_int_equal(files.count, 3);
    assert_page(&files, 0, "index.md",
                "# Book\n\n## Contents\n\n- Desk\n  - [Agent](agent.md)\n"
                "  - [Team lead](team-lead.md)\n");
    assert_page(&files, 1, "agent.md",
                "# Agent\n\n- **Lead**: [Team lead](team-lead.md)\n\n## Duties\n");
    assert_page(&files, 2, "team-lead.md", "# Team lead\n\n1 Lead\n\n[Agent](agent.md)\n");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_folder_has_an_index_and_links_from_file_to_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
