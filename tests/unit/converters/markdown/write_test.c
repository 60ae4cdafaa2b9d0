#include "converters/markdown/markdown.h"
#include "tests/unit/random_model.h"

static const struct source source = {.path = "a.md"};

static struct document *read_as(struct arena *arena, struct text markdown, enum status status)
{
    struct source *file = arena_new(arena, struct source);
    *file = source;
    struct input input = {
        .arena = arena, .source = file, .bytes = markdown, .diags = diagnostics_new(arena)};
    struct document *document = NULL;
    assert_int_equal(markdown_read(&input, &document), status);
    return document;
}

static struct document *read_text(struct arena *arena, struct text markdown)
{
    return read_as(arena, markdown, STATUS_OK);
}

static struct text write_text(struct arena *arena, const struct document *document)
{
    struct text_buffer out = text_buffer_new(arena);
    assert_int_equal(markdown_write(document, &out, diagnostics_new(arena)), STATUS_OK);
    return buffer_text(&out);
}

/* ---- what of a document Markdown keeps, as text: equal texts, equal documents ---- */

/* A word, or the blanks between two. */
static struct text first_piece(struct text t)
{
    size_t end = 1;
    while (end < t.size && (t.data[end] == ' ') == (t.data[0] == ' '))
        end++;
    return text_slice(t, 0, end);
}

/* Bold and italics show nothing on a blank: a writer may end them in front of it. */
static unsigned shown_style(const struct run *run, struct text piece)
{
    unsigned style = run->style & 0x7F;
    bool is_blank = run->kind == RUN_TEXT && piece.size > 0 && piece.data[0] == ' ';
    return is_blank ? style & ~(unsigned)(STYLE_STRONG | STYLE_EMPHASIS) : style;
}

static void print_runs(struct text_buffer *out, const struct run *run)
{
    unsigned style = 0;
    struct text link = {0};
    bool open = false;
    for (; run != NULL; run = run->next) {
        if (run->kind != RUN_TEXT) {
            open = false;
            buffer_append_format(out, "<%d %.*s>", (int)run->kind, TEXT_ARGS(run->link));
            buffer_append(out, run->text);
            if (run->note != NULL)
                print_runs(out, run->note->runs);
            continue;
        }
        for (struct text rest = run->text; rest.size > 0;) {
            struct text piece = first_piece(rest);
            unsigned now = shown_style(run, piece);
            if (!open || now != style || !text_equal(link, run->link))
                buffer_append_format(out, "<%x %.*s>", now, TEXT_ARGS(run->link));
            open = true;
            style = now;
            link = run->link;
            buffer_append(out, piece);
            rest = text_from(rest, piece.size);
        }
    }
    buffer_append_byte(out, '\n');
}

static struct text print_document(struct arena *arena, const struct document *document)
{
    struct text_buffer out = text_buffer_new(arena);
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next)
        buffer_append_format(&out, "%.*s=%.*s;\n", TEXT_ARGS(m->key), TEXT_ARGS(m->value));
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        const struct block *b = walk.block;
        if (walk.event == WALK_ENTER) {
            buffer_append_format(&out, "%zu kind %d level %u label %.*s code %.*s", walk.depth,
                                 (int)b->kind, b->level, TEXT_ARGS(b->label), TEXT_ARGS(b->code));
            print_runs(&out, b->runs);
        } else if (walk.event == WALK_ENTER_CELL)
            buffer_append_format(&out, "cell %u %u %u %u %d %d\n", (unsigned)walk.cell->row,
                                 (unsigned)walk.cell->column, (unsigned)walk.cell->row_span,
                                 (unsigned)walk.cell->column_span, walk.cell->is_header,
                                 (int)walk.cell->align);
    }
    return buffer_text(&out);
}

/* ---- documents at random ---- */

struct maker {
    struct random r;
    struct document *document;
    bool in_html, in_note;
};

static const char *const inline_pieces[] = {
    "職責",  "岗位",    "𠮷",  "duty", "a",  "b1", "1.",   "(一)", " ",    "  ", "|",    "\\",
    "*",     "**",      "_",   "`",    "``", "&",  "&amp", ";",    "<",    ">",  "<br>", "</b>",
    "\"",    "'",       "#",   "-",    "+",  "=",  "~",    "~~",   "[^1]", "[",  "]",    "(x)",
    "!",     "：",      "，",  "。",   "é",  "😀",  "<!--", ":",    "$",    "--", "」",   "「",
    "http:", "e\u0301", "x|y", "\\|",  "{:", "{#", "{",    "}",    "(x)=",
};

static const char *const html_pieces[] = {"職責",  "duty", "&",  "<", ">", "\"", "|",
                                          "&amp;", "*",    "：", "x", "`", "_"};

static struct text random_run_text(struct maker *m)
{
    m->r.pieces = m->in_html ? html_pieces : inline_pieces;
    m->r.piece_count = m->in_html ? sizeof html_pieces / sizeof *html_pieces
                                  : sizeof inline_pieces / sizeof *inline_pieces;
    return random_words(&m->r, 4);
}

static void add_run(struct maker *m, struct block *block)
{
    static const unsigned styles[] = {0,
                                      0,
                                      0,
                                      STYLE_STRONG,
                                      STYLE_EMPHASIS,
                                      STYLE_CODE,
                                      STYLE_STRIKE,
                                      STYLE_UNDERLINE,
                                      STYLE_SUPERSCRIPT,
                                      STYLE_STRONG | STYLE_EMPHASIS,
                                      STYLE_STRONG | STYLE_CODE};
    static const char *const links[] = {
        "http://x.y/z?a=1&b=2", "#anchor", "a b", "(", "x)y<z>", "p|q", "\\"};
    struct text text = random_run_text(m);
    struct run *run = run_append(m->document, block, RUN_TEXT, text, (struct span){0});
    run->style = styles[random_below(&m->r, sizeof styles / sizeof *styles)];
    if (random_below(&m->r, 6) == 0)
        run->link = text_from_string(links[random_below(&m->r, sizeof links / sizeof *links)]);
}

static void add_runs(struct maker *m, struct block *block);

static void add_special_run(struct maker *m, struct block *block)
{
    struct run *run;
    switch (random_below(&m->r, m->in_html || m->in_note ? 2 : 3)) {
    case 0:
        run = run_append(m->document, block, RUN_BREAK, (struct text){0}, (struct span){0});
        break;
    case 1:
        run = run_append(m->document, block, RUN_IMAGE, random_run_text(m), (struct span){0});
        run->link = TEXT("p/i.png");
        break;
    default:
        run = run_append(m->document, block, RUN_NOTE, (struct text){0}, (struct span){0});
        run->note = arena_new(m->r.arena, struct block);
        run->note->kind = BLOCK_PARAGRAPH;
        m->in_note = true;
        add_runs(m, run->note);
        m->in_note = false;
    }
}

static void add_runs(struct maker *m, struct block *block)
{
    add_run(m, block);
    for (size_t n = random_below(&m->r, 5); n > 0; n--)
        if (random_below(&m->r, 6) == 0)
            add_special_run(m, block);
        else
            add_run(m, block);
}

static void add_paragraph(struct maker *m, struct block *parent)
{
    add_runs(m, block_append(m->document, parent, BLOCK_PARAGRAPH, (struct span){0}));
}

static void add_blocks(struct maker *m, struct block *parent, size_t depth, size_t most);

static void add_list(struct maker *m, struct block *parent, size_t depth)
{
    struct block *list = block_append(m->document, parent, BLOCK_LIST, (struct span){0});
    list->ordered = random_below(&m->r, 2) == 0;
    for (const struct block *b = parent; b != NULL; b = b->parent)
        list->level += b->kind == BLOCK_LIST;
    size_t number = random_below(&m->r, 12);
    char mark = random_below(&m->r, 2) == 0 ? '.' : ')';
    for (size_t n = 1 + random_below(&m->r, 3); n > 0; n--) {
        struct block *item = block_append(m->document, list, BLOCK_ITEM, (struct span){0});
        struct text_buffer label = text_buffer_new(m->r.arena);
        if (list->ordered)
            buffer_append_format(&label, "%zu%c", number, mark);
        else
            buffer_append(&label, TEXT("•"));
        item->label = buffer_text(&label);
        number += 1 + random_below(&m->r, 2);
        if (random_below(&m->r, 8) > 0)
            add_blocks(m, item, depth + 1, 2);
    }
}

static void add_table(struct maker *m, struct block *parent)
{
    struct block *block = block_append(m->document, parent, BLOCK_TABLE, (struct span){0});
    struct table *table = table_new(m->document, block);
    uint32_t columns = 1 + (uint32_t)random_below(&m->r, 4),
             rows = 1 + (uint32_t)random_below(&m->r, 3);
    bool html = random_below(&m->r, 3) == 0;
    enum alignment align[4];
    for (uint32_t i = 0; i < 4; i++)
        align[i] = (enum alignment)random_below(&m->r, 4);
    table->header_rows = html ? 0 : 1;
    m->in_html = html;
    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t column = 0; column < columns; column++) {
            struct cell *cell = cell_append(m->document, table, (struct span){0});
            cell->row = row;
            cell->column = column;
            cell->is_header = !html && row == 0;
            cell->align = align[column];
            if (html && column == 0 && columns > 1)
                cell->column_span = 2, column++;
            if (random_below(&m->r, 5) > 0)
                add_runs(
                    m, block_append_to_cell(m->document, cell, BLOCK_PARAGRAPH, (struct span){0}));
        }
    m->in_html = false;
    assert_true(table_index(m->document, table));
}

static void add_block(struct maker *m, struct block *parent, size_t depth)
{
    struct block *block;
    switch (random_below(&m->r, depth > 3 ? 5 : 7)) {
    case 0:
        block = block_append(m->document, parent, BLOCK_HEADING, (struct span){0});
        block->level = 1 + (unsigned)random_below(&m->r, 6);
        add_runs(m, block);
        break;
    case 1:
        block_append(m->document, parent, BLOCK_RULE, (struct span){0});
        break;
    case 2:
        block = block_append(m->document, parent, BLOCK_CODE, (struct span){0});
        m->r.pieces = inline_pieces;
        m->r.piece_count = 20;
        block->code = random_text(&m->r, 6);
        break;
    case 3:
        add_table(m, parent);
        break;
    case 4:
        add_paragraph(m, parent);
        break;
    case 5:
        add_list(m, parent, depth);
        break;
    default:
        block = block_append(m->document, parent, BLOCK_QUOTE, (struct span){0});
        add_blocks(m, block, depth + 1, 2);
    }
}

static void add_blocks(struct maker *m, struct block *parent, size_t depth, size_t most)
{
    for (size_t n = 1 + random_below(&m->r, most); n > 0; n--)
        add_block(m, parent, depth);
}

/* From the first line that differs; cmocka cuts long messages. */
static void fail_differing(uint64_t seed, struct text markdown, struct text expected,
                           struct text found)
{
    size_t at = 0, line = 0;
    for (; at < expected.size && at < found.size && expected.data[at] == found.data[at]; at++)
        if (expected.data[at] == '\n')
            line = at + 1;
    print_error("%.*s\n", TEXT_ARGS(text_slice(markdown, 0, 900)));
    print_error("-- expected\n%.*s\n", TEXT_ARGS(text_slice(expected, line, line + 400)));
    print_error("-- found\n%.*s\n", TEXT_ARGS(text_slice(found, line, line + 400)));
    fail_msg("seed %" PRIu64, seed);
}

static void test_every_document_survives_being_written_and_read(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct maker m = {.r = {.state = seed * UINT64_C(0x9E3779B97F4A7C15), .arena = arena},
                          .document = document_new(arena, NULL)};
        for (size_t n = random_below(&m.r, 3); n > 0; n--) {
            m.r.pieces = inline_pieces;
            m.r.piece_count = sizeof inline_pieces / sizeof *inline_pieces;
            metadata_append(m.document, random_words(&m.r, 2), random_text(&m.r, 3),
                            (struct span){0}, (struct span){0});
        }
        add_blocks(&m, NULL, 0, 3);
        struct text markdown = write_text(arena, m.document);
        const struct document *again = read_text(arena, markdown);
        struct text expected = print_document(arena, m.document);
        struct text found = print_document(arena, again);
        if (!text_equal(expected, found))
            fail_differing(seed, markdown, expected, found);
        if (!text_equal(write_text(arena, again), markdown))
            fail_msg("seed %" PRIu64 " written again differs\n%.*s\n--\n%.*s", seed,
                     TEXT_ARGS(markdown), TEXT_ARGS(write_text(arena, again)));
        arena_close(arena);
    }
}

static void assert_canonical(const char *markdown)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct text written = write_text(arena, read_text(arena, text_from_string(markdown)));
    assert_same_text(written, text_from_string(markdown), "canonical");
    arena_close(arena);
}

static void test_canonical_markdown_is_plain_to_read(void **state)
{
    (void)state;
    assert_canonical("---\ntitle: 客服代表\nversion: \"1.30\"\ntags:\n- a\n- R&D\n---\n\n"
                     "# 客服代表 (R-1)\n\n"
                     "## 岗位职责\n\n"
                     "1. 受理 **重点** 客户诉求，遵循 first_call 流程（SLA ≤ 3 天）\n"
                     "2. 记录[结果](https://x.y/a?b=c)\n   - a & b\n   - 1 < 2\n\n"
                     "| 指标 | 权重 |\n| --- | --: |\n| 接通率 | 40% |\n| a<br>b | `c\\|d` |\n\n"
                     "one\ntwo\\\nthree\n\n***\n\n> quoted[^1]\n\n```\ncode\n```\n\n"
                     "[^1]: note\n");
}

static void test_asterisks_that_would_not_close_become_an_element(void **state)
{
    (void)state;
    assert_canonical("<strong>重點：</strong>其他\n");
    assert_canonical("**重點：** 其他\n");
    assert_canonical("<strong>a:</strong>\vb\n"); /* a vertical tab is no white space there */
    assert_canonical("## <em>x</em>&#32;&#11;\n");
}

/* Read as two emphases, one in the other, with blanks at the end of both. */
static void test_blanks_that_end_two_emphases_stand_behind_both(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text once = write_text(arena, read_text(arena, TEXT("***x\v*\v*\n")));
    assert_same_text(once, TEXT("\\*<em>x</em>&#11;&#11;\n"), "blanks behind");
    assert_same_text(write_text(arena, read_text(arena, once)), once, "written again");
    arena_close(arena);
}

static void test_a_carriage_return_in_an_element_of_code_ends_a_line(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text once = write_text(arena, read_text(arena, TEXT("<pre>a\rb\r\nc&#13;</pre>\n")));
    assert_same_text(once, TEXT("```\na\nb\nc\n```\n"), "lines");
    arena_close(arena);
}

static void test_code_with_a_line_end_in_it_becomes_an_element(void **state)
{
    (void)state;
    assert_canonical("<code>a&#13;b</code>\n");
}

static void test_blanks_around_a_links_target_lead_nowhere_else(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text written = write_text(arena, read_text(arena, TEXT("[l](u&#32;)\n")));
    assert_true(text_is(written, "[l](u)\n"));
    arena_close(arena);
}

static void test_what_looks_like_a_reference_in_a_target_stays_as_it_is(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text once = write_text(arena, read_text(arena, TEXT("[l](&#3\\;)\n")));
    assert_same_text(once, TEXT("[l](<&amp;#3;>)\n"), "a reference that is none");
    assert_same_text(write_text(arena, read_text(arena, once)), once, "written again");
    arena_close(arena);
}

static void test_a_sign_in_front_of_an_address_makes_no_link(void **state)
{
    (void)state;
    assert_canonical("\\<870@example.org>\n");
    assert_canonical("\\<!c\\<870--|t@r>\n");
    assert_canonical("\\<8**b**@c>\n");
    assert_canonical("<30 or <5%\n");
}

static void test_a_table_with_spans_is_html(void **state)
{
    (void)state;
    assert_canonical("<table>\n<tr><th>a</th><th colspan=\"2\">b</th></tr>\n"
                     "<tr><td rowspan=\"2\">c</td><td>d</td><td>e</td></tr>\n"
                     "<tr><td><ul><li>f</li></ul></td><td><p>g</p><p>h</p></td></tr>\n"
                     "</table>\n");
}

static void test_a_table_past_the_limits_keeps_its_words_and_its_form(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text markdown =
        TEXT("<table><tr><th colspan=1803>wide</th><td>beyond</td></tr></table>\n");
    struct text once = write_text(arena, read_as(arena, markdown, STATUS_INPUT));
    assert_true(text_find(once, TEXT("<td>wide</td>"), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(once, TEXT("<td>beyond</td>"), 0) != TEXT_NOT_FOUND);
    assert_true(text_equal(write_text(arena, read_text(arena, once)), once));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_table_past_the_limits_keeps_its_words_and_its_form),
        cmocka_unit_test(test_every_document_survives_being_written_and_read),
        cmocka_unit_test(test_blanks_that_end_two_emphases_stand_behind_both),
        cmocka_unit_test(test_a_carriage_return_in_an_element_of_code_ends_a_line),
        cmocka_unit_test(test_code_with_a_line_end_in_it_becomes_an_element),
        cmocka_unit_test(test_blanks_around_a_links_target_lead_nowhere_else),
        cmocka_unit_test(test_what_looks_like_a_reference_in_a_target_stays_as_it_is),
        cmocka_unit_test(test_canonical_markdown_is_plain_to_read),
        cmocka_unit_test(test_asterisks_that_would_not_close_become_an_element),
        cmocka_unit_test(test_a_sign_in_front_of_an_address_makes_no_link),
        cmocka_unit_test(test_a_table_with_spans_is_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
