#include "converters/markdown/markdown.h"
#include "tests/unit/unit.h"

struct fixture {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct document *document;
    enum status status;
};

static void read_bytes(struct fixture *f, struct text bytes)
{
    f->arena = arena_open(NULL, NULL);
    f->source = (struct source){.path = "a.md"};
    f->diags = diagnostics_new(f->arena);
    struct input input = {
        .arena = f->arena, .source = &f->source, .bytes = bytes, .diags = f->diags};
    f->status = markdown_read(&input, &f->document);
}

static void read_string(struct fixture *f, const char *markdown)
{
    read_bytes(f, text_from_string(markdown));
    assert_int_equal(f->status, STATUS_OK);
}

static void assert_text(struct text t, const char *expected)
{
    if (!text_is(t, expected))
        fail_msg("\"%.*s\" is not \"%s\"", TEXT_ARGS(t), expected);
}

static void assert_at(struct span span, size_t line, size_t column)
{
    struct line_column at = span_line_column(span);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
}

/* Every text run is the source's own bytes at its span, unless an entity was in the way. */
static void assert_spans_hold(const struct fixture *f, const struct block *block)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if (run->kind == RUN_TEXT && !(run->style & STYLE_LINE_END))
            assert_true(
                text_equal(run->text, text_slice(f->source.text, run->span.begin, run->span.end)));
}

static void test_runs_keep_their_place_over_lines_quotes_and_lists(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "> 一 *二*\n> 三\n四 **五**\n\n1. a `b`\n   c\\*d\n");
    const struct block *quote = f.document->blocks;
    assert_int_equal(quote->kind, BLOCK_QUOTE);
    const struct block *paragraph = quote->children;
    assert_spans_hold(&f, paragraph);
    assert_text(block_text(f.arena, paragraph), "一 二三四 五");
    assert_at(paragraph->runs->next->span, 1, 6);
    assert_at(paragraph->last_run->span, 3, 5);
    const struct block *item = quote->next->children;
    assert_text(item->label, "1.");
    assert_spans_hold(&f, item->children);
    assert_text(block_text(f.arena, item->children), "a b c*d");
    assert_at(item->children->last_run->span, 6, 6);
    arena_close(f.arena);
}

static void test_a_line_end_is_a_blank_between_words_and_nothing_between_han(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "one\ntwo\n\n崗位\n職責，\n其他\n");
    assert_text(block_text(f.arena, f.document->blocks), "one two");
    assert_text(block_text(f.arena, f.document->blocks->next), "崗位職責，其他");
    assert_int_equal(f.document->blocks->next->runs->next->style, STYLE_LINE_END);
    arena_close(f.arena);
}

static void test_a_pipe_table_is_cut_at_pipes_that_are_not_escaped(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "lead\n| a | *b* |\n|:-:|--:|\n| x \\| y | `c\\|d` | more |\n| one\n");
    assert_text(block_text(f.arena, f.document->blocks), "lead");
    struct block *block = f.document->blocks->next;
    assert_int_equal(block->kind, BLOCK_TABLE);
    struct table *table = block->table;
    assert_int_equal(table->rows, 3);
    assert_int_equal(table->columns, 3);
    assert_text(cell_text(f.arena, table_cell(table, 1, 0)), "x | y");
    assert_text(cell_text(f.arena, table_cell(table, 1, 1)), "c|d");
    assert_text(cell_text(f.arena, table_cell(table, 1, 2)), "more");
    assert_text(cell_text(f.arena, table_cell(table, 2, 0)), "one");
    assert_text(cell_text(f.arena, table_cell(table, 2, 1)), "");
    assert_int_equal(table_cell(table, 1, 0)->align, ALIGN_CENTRE);
    assert_int_equal(table_cell(table, 1, 1)->align, ALIGN_RIGHT);
    assert_true(table_cell(table, 0, 0)->is_header);
    assert_at(table_cell(table, 1, 1)->span, 4, 12);
    arena_close(f.arena);
}

static void test_lines_between_pipes_are_a_table_without_heads(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "| **a** | b |\n| c | d |\n");
    struct table *table = f.document->blocks->table;
    assert_int_equal(f.document->blocks->kind, BLOCK_TABLE);
    assert_int_equal(table->rows, 2);
    assert_int_equal(table->columns, 2);
    assert_int_equal(table->header_rows, 0);
    assert_false(table_cell(table, 0, 0)->is_header);
    assert_text(cell_text(f.arena, table_cell(table, 1, 1)), "d");
    arena_close(f.arena);
}

static void test_lines_with_pipes_of_other_numbers_are_a_paragraph(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "| a | b |\n| c |\n\n| a | b |\n|---|\n\n| a | b |\nc | d\n\n| a | b |\n");
    for (const struct block *b = f.document->blocks; b != NULL; b = b->next)
        assert_int_equal(b->kind, BLOCK_PARAGRAPH);
    arena_close(f.arena);
}

static void test_an_html_table_keeps_its_spans_over_blank_lines(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "<table>\n<tr><th>崗位</th><th colspan=2>x &amp; y</th></tr>\n\n"
                    "<tr><td rowspan=\"2\">a<br>b</td><td>c</td><td>d</td></tr>\n"
                    "    <tr><td colspan=2><b>e</b></td></tr>\n</table>\n\nafter\n");
    struct table *table = f.document->blocks->table;
    assert_non_null(table);
    assert_int_equal(table->rows, 3);
    assert_int_equal(table->columns, 3);
    assert_int_equal(table->header_rows, 1);
    assert_text(cell_text(f.arena, table_cell(table, 0, 1)), "x & y");
    assert_ptr_equal(table_cell(table, 0, 1), table_cell(table, 0, 2));
    assert_ptr_equal(table_cell(table, 1, 0), table_cell(table, 2, 0));
    assert_text(cell_text(f.arena, table_cell(table, 2, 0)), "a\nb");
    struct run *bold = table_cell(table, 2, 1)->blocks->runs;
    assert_int_equal(bold->style, STYLE_STRONG);
    assert_at(bold->span, 5, 26);
    assert_text(block_text(f.arena, f.document->blocks->next), "after");
    arena_close(f.arena);
}

static void test_a_blank_before_an_html_element_stays(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "<table><tr><td>a <b>b</b> <i>c</i>d\n e</td></tr></table>\n");
    assert_text(cell_text(f.arena, table_cell(f.document->blocks->table, 0, 0)), "a b cd e");
    arena_close(f.arena);
}

static void test_front_matter_becomes_metadata_with_places(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "---\ntitle: 客服代表\ntags: [a, \"b c\"]\nx:\n  y: 值\n---\n# h\n");
    const struct metadata *m = f.document->metadata;
    assert_text(m->key, "title");
    assert_text(m->value, "客服代表");
    assert_at(m->key_span, 2, 1);
    assert_at(m->value_span, 2, 8);
    m = m->next->next;
    assert_text(m->key, "tags");
    assert_text(m->value, "b c");
    assert_at(m->value_span, 3, 12);
    assert_text(m->next->key, "x.y");
    assert_at(m->next->value_span, 5, 6);
    assert_text(f.document->title, "客服代表");
    assert_at(f.document->blocks->span, 7, 1);
    arena_close(f.arena);
}

static void test_wrong_front_matter_is_an_error_and_the_rest_is_read(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, TEXT("---\na: b\nc: [d\n---\n# h\n"));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->count, 1);
    assert_int_equal(f.document->blocks->kind, BLOCK_HEADING);
    arena_close(f.arena);
}

static void test_prose_between_rules_is_no_front_matter(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "---\nhello world\n---\n");
    assert_null(f.document->metadata);
    assert_int_equal(f.document->blocks->kind, BLOCK_RULE);
    arena_close(f.arena);
}

static void test_a_footnote_stands_where_it_is_referred_to(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "duty[^1] rest\n\n[^1]: 見*附錄*\n[^2]: nobody\n\nlast\n");
    const struct run *note = f.document->blocks->runs->next;
    assert_int_equal(note->kind, RUN_NOTE);
    assert_text(block_text(f.arena, note->note), "見附錄");
    assert_text(block_text(f.arena, f.document->blocks->next), "last");
    assert_text(block_text(f.arena, f.document->blocks->next->next), "2: nobody");
    arena_close(f.arena);
}

static void test_numbers_stay_as_typed_unless_all_repeat_the_first(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "1) a\n3) b\n\ntext\n\n1. a\n1. b\n1. c\n");
    assert_text(f.document->blocks->children->next->label, "3)");
    const struct block *list = f.document->blocks->next->next;
    assert_text(list->children->next->next->label, "3.");
    arena_close(f.arena);
}

static void test_comments_are_kept_as_remarks(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "<!-- rolebook: ignore W204 -- reason -->\n\na <!-- b --> c\n");
    const struct remark *remark = f.document->remarks;
    assert_text(remark->text, "rolebook: ignore W204 -- reason");
    assert_int_equal(remark->span.begin, 0);
    assert_int_equal(remark->span.end, 40);
    assert_text(remark->next->text, "b");
    assert_at(remark->next->span, 3, 3);
    assert_text(block_text(f.arena, f.document->blocks), "a  c");
    arena_close(f.arena);
}

static void test_comments_within_lines_may_hold_two_hyphens(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "# a <!-- x -- *y* -->\n\n- b <!-- z -- w --> c \\<!-- d -->\n");
    const struct remark *remark = f.document->remarks;
    assert_text(remark->text, "x -- *y*");
    assert_at(remark->span, 1, 5);
    assert_text(remark->next->text, "z -- w");
    assert_at(remark->next->span, 3, 5);
    assert_null(remark->next->next);
    assert_text(block_text(f.arena, f.document->blocks), "a ");
    assert_text(blocks_text(f.arena, f.document->blocks->next), "• b  c <!-- d -->");
    arena_close(f.arena);
}

static void test_tags_no_browser_knows_stay_as_words(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "ask <name> at <span>desk</span> ~~old~~\n");
    assert_text(block_text(f.arena, f.document->blocks), "ask <name> at desk old");
    assert_int_equal(f.document->blocks->last_run->style, STYLE_STRIKE);
    arena_close(f.arena);
}

static void test_nesting_beyond_the_limit_keeps_the_words(void **state)
{
    (void)state;
    struct fixture f;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer deep = text_buffer_new(arena);
    for (size_t i = 0; i < 3 * LIMIT_DEPTH; i++)
        buffer_append(&deep, TEXT("> "));
    buffer_append(&deep, TEXT("words\n"));
    read_bytes(&f, buffer_text(&deep));
    assert_int_equal(f.status, STATUS_OK);
    assert_int_equal(f.diags->by_level[LEVEL_WARNING], 1);
    assert_text(blocks_text(f.arena, f.document->blocks), "words");
    arena_close(f.arena);
    arena_close(arena);
}

static void test_marks_for_programs_are_kept_as_remarks(void **state)
{
    (void)state;
    struct fixture f;
    read_string(&f, "(clerk)=\n# Clerk {: .big #c}\n\n## Duties { #duties }\n\n"
                    "Files [forms](x){: .btn}, at 10:30: {# stays }.\n");
    const struct block *block = f.document->blocks;
    assert_text(block_text(f.arena, block), "");
    assert_text(text_trim(block_text(f.arena, block->next)), "Clerk");
    assert_text(text_trim(block_text(f.arena, block->next->next)), "Duties");
    assert_text(block_text(f.arena, block->next->next->next), "Files forms, at 10:30: {# stays }.");
    static const char *const remarks[] = {"(clerk)=", "{: .big #c}", "{ #duties }", "{: .btn}"};
    const struct remark *remark = f.document->remarks;
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++, remark = remark->next)
        assert_text(remark->text, remarks[i]);
    assert_null(remark);
    arena_close(f.arena);
}

static void assert_table_keeps_words(struct text bytes, size_t rows)
{
    struct fixture f;
    read_bytes(&f, bytes);
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->by_level[LEVEL_ERROR], 1);
    const struct block *block = f.document->blocks;
    assert_int_equal(block->kind, BLOCK_TABLE);
    assert_null(block->table->grid);
    assert_int_equal(block->table->last_cell->row, rows - 1);
    assert_text(cell_text(f.arena, block->table->last_cell), "last");
    arena_close(f.arena);
}

static void test_rows_past_the_limit_keep_their_words(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer pipes = text_buffer_new(arena), tags = text_buffer_new(arena);
    buffer_append_string(&pipes, "| a |\n| - |\n");
    buffer_append_string(&tags, "<table><tr><td>a</td></tr>\n");
    for (int i = 1; i < LIMIT_TABLE_ROWS; i++) {
        buffer_append_string(&pipes, "| b |\n");
        buffer_append_string(&tags, "<tr><td>b</td></tr>\n");
    }
    buffer_append_string(&pipes, "| last |\n");
    buffer_append_string(&tags, "<tr><td>last</td></tr></table>\n");
    assert_table_keeps_words(buffer_text(&pipes), LIMIT_TABLE_ROWS + 1);
    assert_table_keeps_words(buffer_text(&tags), LIMIT_TABLE_ROWS + 1);
    arena_close(arena);
}

static void test_columns_past_the_limit_keep_their_words(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer row = text_buffer_new(arena);
    buffer_append_string(&row, "| a |\n| - |\n");
    for (int i = 0; i < LIMIT_TABLE_COLUMNS; i++)
        buffer_append_string(&row, "| b ");
    buffer_append_string(&row, "| last |\n");
    assert_table_keeps_words(buffer_text(&row), 2);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_keep_their_place_over_lines_quotes_and_lists),
        cmocka_unit_test(test_a_line_end_is_a_blank_between_words_and_nothing_between_han),
        cmocka_unit_test(test_a_pipe_table_is_cut_at_pipes_that_are_not_escaped),
        cmocka_unit_test(test_lines_between_pipes_are_a_table_without_heads),
        cmocka_unit_test(test_lines_with_pipes_of_other_numbers_are_a_paragraph),
        cmocka_unit_test(test_an_html_table_keeps_its_spans_over_blank_lines),
        cmocka_unit_test(test_a_blank_before_an_html_element_stays),
        cmocka_unit_test(test_front_matter_becomes_metadata_with_places),
        cmocka_unit_test(test_wrong_front_matter_is_an_error_and_the_rest_is_read),
        cmocka_unit_test(test_prose_between_rules_is_no_front_matter),
        cmocka_unit_test(test_a_footnote_stands_where_it_is_referred_to),
        cmocka_unit_test(test_numbers_stay_as_typed_unless_all_repeat_the_first),
        cmocka_unit_test(test_comments_are_kept_as_remarks),
        cmocka_unit_test(test_comments_within_lines_may_hold_two_hyphens),
        cmocka_unit_test(test_marks_for_programs_are_kept_as_remarks),
        cmocka_unit_test(test_tags_no_browser_knows_stay_as_words),
        cmocka_unit_test(test_nesting_beyond_the_limit_keeps_the_words),
        cmocka_unit_test(test_rows_past_the_limit_keep_their_words),
        cmocka_unit_test(test_columns_past_the_limit_keep_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
