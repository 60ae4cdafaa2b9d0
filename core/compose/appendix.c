/* What people would rather look at than read: how complete roles are, and their working time. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/drawing.h"
#include "core/document/words_room.h"
#include "core/model/score.h"
#include "core/model/share.h"
#include <assert.h>

/* Lengths in 1/1000 pt. */
#define LABEL_GAP 8000 /* between titles and what is drawn beside them */
#define HEAD_GAP 4000  /* between heads of columns */
#define SCORE_WIDTH 36000
#define ROW_HEIGHT 14000
#define BAR_HEIGHT 18000
#define BAR_GAP 6000
#define AROUND 130000   /* of a page's height: heading, key and what stands below */
#define WHOLE 10000     /* basis points of a role's time */
#define LEAST_NAMED 300 /* of them: a narrower part of a bar has no room for its number */

static const struct ink_style label_ink = {"chart", COLOUR_NONE, ALIGN_LEFT};
static const struct ink_style small_ink = {"chart-small", COLOUR_NONE, ALIGN_DEFAULT};

/* A length that holds words. */
static int32_t grown(const struct book *book, int32_t length)
{
    return length_for_words(book->document->stylesheet, length);
}

static struct text percent(struct arena *arena, unsigned value)
{
    struct text_buffer words = text_buffer_new(arena);
    buffer_append_int(&words, value);
    buffer_append_byte(&words, '%');
    return buffer_text(&words);
}

static int32_t rows_a_page(const struct book *book, int32_t row)
{
    int32_t room = stylesheet_text_height(book->document->stylesheet) - AROUND;
    return room > row ? room / row : 1;
}

/* ---- completeness ---- */

struct completeness {
    struct book *book;
    const struct profile *profile;
    enum element asked[ELEMENT_ROLE_COUNT];
    size_t count;              /* of asked */
    bool is_numbered;          /* heads are numbers, which the key explains */
    int32_t label, cell, head; /* widths of titles and of columns; height of heads */
    size_t columns;            /* of a map */
    struct block *section;
};

static struct text element_name(const struct completeness *c, enum element element)
{
    return vocabulary_heading(c->book->vocabulary, c->book->language, element);
}

/* The elements it lacks, as a list in words. */
static struct text missing_of(const struct completeness *c, const struct role *role)
{
    struct text_buffer words = text_buffer_new(c->book->document->arena);
    for (size_t i = 0; i < c->count; i++) {
        if (is_given(role_records(role, c->asked[i])))
            continue;
        if (words.size > 0)
            buffer_append_string(&words, c->book->language == LANG_EN ? ", " : "、");
        buffer_append(&words, element_name(c, c->asked[i]));
    }
    return buffer_text(&words);
}

static unsigned score_of(const struct completeness *c, const struct role *role)
{
    size_t given = 0, asked = 0;
    role_weights(role, c->profile, &given, &asked);
    return score_percent(given, asked);
}

/* 客服專員 100%；班組長 92%（設備工具） */
static struct text map_words(const struct completeness *c, size_t first, size_t end)
{
    bool is_english = c->book->language == LANG_EN;
    struct text_buffer words = text_buffer_new(c->book->document->arena);
    buffer_append(&words, book_word(c->book, "completeness"));
    buffer_append_string(&words, is_english ? ": " : "：");
    for (size_t i = first; i < end; i++) {
        const struct chapter *chapter = &c->book->chapters[i];
        struct text missing = missing_of(c, chapter->role);
        if (i > first)
            buffer_append_string(&words, is_english ? "; " : "；");
        buffer_append(&words, chapter_title(c->book, chapter));
        buffer_append_format(&words, " %u%%", score_of(c, chapter->role));
        if (text_is_empty(missing))
            continue;
        buffer_append_string(&words, is_english ? " (" : "（");
        buffer_append(&words, missing);
        buffer_append_string(&words, is_english ? ")" : "）");
    }
    return buffer_text(&words);
}

static const struct style *style_of(const struct book *book, const char *name)
{
    return stylesheet_style(book->document->stylesheet, text_from_string(name));
}

/* As wide as the widest title, of a page's width at most two fifths. */
static int32_t label_width(const struct book *book)
{
    int32_t most = stylesheet_text_width(book->document->stylesheet) * 2 / 5, widest = 0;
    for (size_t i = 0; i < book->chapter_count; i++) {
        int32_t width =
            words_width(style_of(book, "chart"), chapter_title(book, &book->chapters[i]));
        widest = width > widest ? width : widest;
    }
    return widest + LABEL_GAP < most ? widest + LABEL_GAP : most;
}

static struct text head_of(const struct completeness *c, size_t i)
{
    struct text_buffer number = text_buffer_new(c->book->document->arena);
    if (!c->is_numbered)
        return element_name(c, c->asked[i]);
    buffer_append_int(&number, (int64_t)i + 1);
    return buffer_text(&number);
}

/* Of the columns from one element to another, whose heads are words or numbers. */
static void measure_heads(struct completeness *c, int32_t room)
{
    assert(c->count > 0); /* else there is no map */
    struct arena *arena = c->book->document->arena;
    const struct style *style = style_of(c->book, "chart-small");
    int32_t least = 0;
    for (size_t i = 0; i < c->count; i++) {
        int32_t width = c->is_numbered ? words_width(style, head_of(c, i))
                                       : words_least_room(style, head_of(c, i)) * 2;
        least = width > least ? width : least;
    }
    least += HEAD_GAP;
    size_t fitting = room > least ? (size_t)(room / least) : 1;
    size_t maps = (c->count + fitting - 1) / fitting;
    c->columns = (c->count + maps - 1) / maps;
    c->cell = room / (int32_t)c->columns;
    c->head = 0;
    for (size_t i = 0; i < c->count; i++) {
        int32_t height = words_height(arena, style, head_of(c, i), c->cell - HEAD_GAP);
        c->head = height > c->head ? height : c->head;
    }
    c->head += HEAD_GAP;
}

/* Headings in Han are two characters wide in their columns; others, and more, are numbers. */
static void measure_map(struct completeness *c)
{
    c->label = label_width(c->book);
    int32_t room = stylesheet_text_width(c->book->document->stylesheet) - c->label -
                   grown(c->book, SCORE_WIDTH);
    c->is_numbered = c->book->language == LANG_EN;
    measure_heads(c, room);
    if (c->columns == c->count || c->is_numbered)
        return;
    c->is_numbered = true;
    measure_heads(c, room);
}

/* Part of the elements, of part of the roles. */
struct map_part {
    size_t first, end, first_column, end_column;
};

static int32_t height_of_row(const struct completeness *c, size_t chapter)
{
    int32_t words =
        words_height(c->book->document->arena, style_of(c->book, "chart"),
                     chapter_title(c->book, &c->book->chapters[chapter]), c->label - LABEL_GAP);
    int32_t row = grown(c->book, ROW_HEIGHT);
    return words > row ? words : row;
}

static void draw_map_row(const struct completeness *c, struct drawing *map, size_t chapter,
                         const struct map_part *part, struct box row)
{
    const struct chapter *at = &c->book->chapters[chapter];
    int32_t x = c->label;
    draw_words(map, (struct box){0, row.y, c->label - LABEL_GAP / 2, row.height},
               chapter_title(c->book, at), label_ink, chapter_link(c->book, at));
    for (size_t i = part->first_column; i < part->end_column; i++, x += c->cell) {
        const struct records *records = role_records(at->role, c->asked[i]);
        struct box box = {x, row.y, c->cell, row.height};
        draw_box(map, box, pen_heat(is_filled(records) ? 1000 : is_given(records) ? 450 : 0));
        if (!is_given(records))
            draw_words(map, box, TEXT("×"),
                       (struct ink_style){"chart-small", COLOUR_TINT(TINT_WARNING), 0}, TEXT(""));
    }
    if (part->end_column == c->count)
        draw_words(map, (struct box){x, row.y, grown(c->book, SCORE_WIDTH), row.height},
                   percent(c->book->document->arena, score_of(c, at->role)), small_ink, TEXT(""));
}

static void draw_map(const struct completeness *c, const struct map_part *part)
{
    int32_t y = c->head;
    struct drawing map = drawing_new(c->book->document, c->section,
                                     stylesheet_text_width(c->book->document->stylesheet), y,
                                     map_words(c, part->first, part->end));
    for (size_t i = part->first_column; i < part->end_column; i++)
        draw_words(&map,
                   (struct box){c->label + (int32_t)(i - part->first_column) * c->cell, 0, c->cell,
                                c->head},
                   head_of(c, i), small_ink, TEXT(""));
    for (size_t i = part->first; i < part->end; i++) {
        int32_t row = height_of_row(c, i);
        draw_map_row(c, &map, i, part, (struct box){0, y, map.figure->width, row});
        y += row;
    }
    drawing_set_height(&map, y);
}

/* As many roles to a map as fit on a page. */
static void draw_maps(const struct completeness *c)
{
    int32_t room = stylesheet_text_height(c->book->document->stylesheet) - AROUND - c->head;
    for (size_t first = 0, end; first < c->book->chapter_count; first = end) {
        int32_t height = height_of_row(c, first);
        for (end = first + 1; end < c->book->chapter_count; end++) {
            height += height_of_row(c, end);
            if (height > room)
                break;
        }
        for (size_t column = 0; column < c->count; column += c->columns)
            draw_map(c, &(struct map_part){first, end, column,
                                           column + c->columns < c->count ? column + c->columns
                                                                          : c->count});
    }
}

static void show_key(const struct completeness *c)
{
    struct document *document = c->book->document;
    struct text_buffer numbers = text_buffer_new(document->arena);
    build_paragraph(document, c->section, TEXT("body"), book_word(c->book, "completeness-key"),
                    (struct span){0});
    if (!c->is_numbered)
        return;
    const char *divider = c->book->language == LANG_EN ? ", " : "、";
    for (size_t i = 0; i < c->count; i++) {
        buffer_append_format(&numbers, "%s%zu\xC2\xA0", i == 0 ? "" : divider, i + 1);
        buffer_append(&numbers, element_name(c, c->asked[i]));
    }
    build_paragraph(document, c->section, TEXT("body"), buffer_text(&numbers), (struct span){0});
}

static struct text whole_score(const struct completeness *c)
{
    struct text_buffer words = text_buffer_new(c->book->document->arena);
    size_t given = 0, asked = 0;
    for (size_t i = 0; i < c->book->chapter_count; i++)
        role_weights(c->book->chapters[i].role, c->profile, &given, &asked);
    buffer_append(&words, book_word(c->book, "completeness-whole"));
    buffer_append_string(&words, c->book->language == LANG_EN ? ": " : "：");
    buffer_append_format(&words, "%u%%", score_percent(given, asked));
    return buffer_text(&words);
}

/* What is missing, in words, of the roles that lack something. */
static void show_missing(const struct completeness *c)
{
    struct book *book = c->book;
    struct text heads[] = {book_word(book, "role"), book_word(book, "score"),
                           book_word(book, "missing")};
    struct table *table = NULL;
    uint32_t row = 0;
    for (size_t i = 0; i < book->chapter_count; i++) {
        const struct chapter *chapter = &book->chapters[i];
        struct text missing = missing_of(c, chapter->role);
        if (text_is_empty(missing))
            continue;
        if (table == NULL) {
            table = build_table(book->document, c->section, TEXT("default"));
            for (uint32_t h = 0; h < 3; h++)
                build_cell(
                    book->document, table,
                    (struct cell_place){.column = h, .is_header = true, .style = TEXT("head")},
                    heads[h], (struct span){0});
        }
        row++;
        struct cell_place place = {.row = row};
        struct cell *cell = build_cell(book->document, table, place, TEXT(""), (struct span){0});
        build_run(book->document, cell->blocks, chapter_title(book, chapter),
                  chapter_link(book, chapter), (struct span){0});
        place.column = 1;
        build_cell(book->document, table, place,
                   percent(book->document->arena, score_of(c, chapter->role)), (struct span){0});
        place.column = 2;
        build_cell(book->document, table, place, missing, (struct span){0});
    }
    if (table == NULL)
        return;
    table->header_rows = 1;
    table_index(book->document, table);
}

void compose_completeness(struct book *book)
{
    const struct profile *profile = book->plan->profile;
    struct completeness c = {.book = book,
                             .profile = profile == NULL ? profile_default(book->document->arena)
                                                        : profile};
    if (book->chapter_count < 2)
        return;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (c.profile->levels[e] != LEVEL_OFF)
            c.asked[c.count++] = (enum element)e;
    if (c.count == 0)
        return;
    measure_map(&c);
    c.section = book_part(book, "body", book_word(book, "completeness"));
    build_paragraph(book->document, c.section, TEXT("body"), whole_score(&c), (struct span){0});
    show_key(&c);
    draw_maps(&c);
    show_missing(&c);
}

/* ---- working time ---- */

static int64_t share_at(const struct records *duties, size_t i)
{
    int64_t share = 0;
    return share_of(record_field(duties, &duties->rows[i], FIELD_DUTIES_SHARE).text, &share) ? share
                                                                                             : 0;
}

static int64_t shared_time(const struct chapter *chapter)
{
    const struct records *duties = role_records(chapter->role, ELEMENT_DUTIES);
    int64_t sum = 0;
    for (size_t i = 0; i < duties->count; i++)
        sum += share_at(duties, i);
    return sum;
}

/* 客服專員：1 受理客戶訴求 30%、… */
static void say_bar(const struct book *book, struct text_buffer *words,
                    const struct chapter *chapter)
{
    const struct records *duties = role_records(chapter->role, ELEMENT_DUTIES);
    bool is_english = book->language == LANG_EN, is_first = true;
    buffer_append(words, chapter_title(book, chapter));
    buffer_append_string(words, is_english ? ": " : "：");
    for (size_t i = 0; i < duties->count; i++) {
        struct text what = record_field(duties, &duties->rows[i], FIELD_DUTIES_WHAT).text;
        if (share_at(duties, i) == 0)
            continue;
        if (!is_first)
            buffer_append_string(words, is_english ? ", " : "、");
        is_first = false;
        buffer_append_format(words, "%zu ", i + 1);
        buffer_append(words, text_is_empty(what) ? duties->rows[i].text : what);
        buffer_append_byte(words, ' ');
        buffer_append(words, share_text(book->document->arena, share_at(duties, i)));
    }
    buffer_append_string(words, is_english ? ". " : "。");
}

/* Each duty a part of the bar with its number, darker and lighter by turns. */
static void draw_bar(const struct book *book, struct drawing *drawing,
                     const struct chapter *chapter, struct box bar)
{
    const struct records *duties = role_records(chapter->role, ELEMENT_DUTIES);
    int64_t whole = shared_time(chapter), done = 0;
    size_t drawn = 0;
    whole = whole < WHOLE ? WHOLE : whole;
    draw_words(drawing, (struct box){0, bar.y, bar.x - LABEL_GAP / 2, bar.height},
               chapter_title(book, chapter), label_ink, chapter_link(book, chapter));
    for (size_t i = 0; i < duties->count; i++) {
        int64_t share = share_at(duties, i);
        struct text_buffer number = text_buffer_new(book->document->arena);
        int32_t x = (int32_t)(done * bar.width / whole);
        done += share;
        struct box part = {bar.x + x, bar.y, (int32_t)(done * bar.width / whole) - x, bar.height};
        struct pen pen = pen_heat(drawn % 2 == 0 ? 1000 : 700);
        if (share == 0)
            continue;
        drawn++;
        draw_box(drawing, part, pen);
        buffer_append_int(&number, (int64_t)i + 1);
        if (share >= LEAST_NAMED)
            draw_words(drawing, part, buffer_text(&number),
                       (struct ink_style){"chart-small", ink_on(pen.fill), ALIGN_DEFAULT},
                       TEXT(""));
    }
    int32_t x = (int32_t)(done * bar.width / whole);
    if (done < whole)
        draw_box(drawing, (struct box){bar.x + x, bar.y, bar.width - x, bar.height}, pen_supposed);
}

static void draw_bars(struct book *book, struct block *section, const struct chapter **chapters,
                      size_t count)
{
    int32_t width = stylesheet_text_width(book->document->stylesheet);
    struct text_buffer words = text_buffer_new(book->document->arena);
    for (size_t i = 0; i < count; i++)
        say_bar(book, &words, chapters[i]);
    int32_t label = label_width(book);
    struct drawing drawing = drawing_new(
        book->document, section, width,
        (int32_t)count * (grown(book, BAR_HEIGHT) + grown(book, BAR_GAP)) - grown(book, BAR_GAP),
        buffer_text(&words));
    for (size_t i = 0; i < count; i++)
        draw_bar(book, &drawing, chapters[i],
                 (struct box){label, (int32_t)i * (grown(book, BAR_HEIGHT) + grown(book, BAR_GAP)),
                              width - label, grown(book, BAR_HEIGHT)});
}

void compose_time_shares(struct book *book)
{
    size_t count = 0,
           rows = (size_t)rows_a_page(book, grown(book, BAR_HEIGHT) + grown(book, BAR_GAP));
    const struct chapter **chapters =
        arena_new_array(book->document->arena, book->chapter_count + 1, const struct chapter *);
    for (size_t i = 0; i < book->chapter_count; i++)
        if (shared_time(&book->chapters[i]) > 0)
            chapters[count++] = &book->chapters[i];
    if (count == 0)
        return;
    struct block *section = book_part(book, "body", book_word(book, "time-shares"));
    build_paragraph(book->document, section, TEXT("body"), book_word(book, "time-shares-key"),
                    (struct span){0});
    for (size_t first = 0; first < count; first += rows)
        draw_bars(book, section, chapters + first, first + rows < count ? rows : count - first);
}
