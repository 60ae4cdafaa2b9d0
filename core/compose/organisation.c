/* Who reports to whom, as charts that fit their pages; what does not fit is a chart of its own. */
#include "core/base/text_buffer.h"
#include "core/compose/organisation_chart.h"
#include "core/model/headcount.h"

/* Lengths in 1/1000 pt. */
#define LEAST_BOX 74000 /* a narrower one breaks every title */
#define MOST_BOX 118000
#define GAP 8000 /* between boxes beside each other */
#define BOX_HEIGHT 40000
#define NOTE_HEIGHT 10000 /* of a box: its last line */
#define LEVEL 53000       /* from one row of boxes to the next */
#define HANG 12000        /* how far boxes that hang below each other are moved right */
#define SPINE 5000        /* what they hang on */
#define MARGIN 3000       /* between a box and its words */
#define CHART_SIZE 8500   /* of the type that the lengths above are for */
#define AROUND 90000      /* of a page's height: heading and caption */

static bool is_shown(const struct chart *chart, size_t at)
{
    return chart->all->posts.list[chart->placed[at].post].kind != POST_ALL;
}

static struct box box_of(const struct chart *chart, size_t at)
{
    const struct placed *p = &chart->placed[at];
    bool has_top = is_shown(chart, 0);
    int32_t hang = p->is_hung ? HANG : 0;
    return (struct box){(int32_t)chart->nodes[at].x + hang, (int32_t)(p->level - !has_top) * LEVEL,
                        chart->all->box - hang, BOX_HEIGHT};
}

static bool is_supposed(const struct chart *chart, size_t at)
{
    const struct post *post = &chart->all->posts.list[chart->placed[at].post];
    return post->kind == POST_SUPPOSED || post->is_guessed;
}

static void draw_connector(struct chart *chart, size_t at)
{
    const struct placed *p = &chart->placed[at];
    if (p->superior == POST_NONE || !is_shown(chart, p->superior))
        return;
    struct box own = box_of(chart, at), above = box_of(chart, p->superior);
    int32_t bus = above.y + BOX_HEIGHT + (LEVEL - BOX_HEIGHT) / 2;
    int32_t middle = above.x + above.width / 2, own_middle = own.x + own.width / 2;
    struct pen pen =
        is_supposed(chart, at) || is_supposed(chart, p->superior) ? pen_dashed : pen_line;
    const struct point down[] = {
        {middle, above.y + BOX_HEIGHT}, {middle, bus}, {own_middle, bus}, {own_middle, own.y}};
    int32_t spine = own.x - HANG + SPINE, row = own.y + BOX_HEIGHT / 2;
    const struct point first[] = {
        {middle, above.y + BOX_HEIGHT}, {middle, bus}, {spine, bus}, {spine, row}, {own.x, row}};
    const struct point next[] = {{spine, row - LEVEL}, {spine, row}, {own.x, row}};
    if (!p->is_hung)
        draw_line(&chart->drawing, down, 4, pen, ARROW_NONE);
    else if (p->is_first)
        draw_line(&chart->drawing, first, 5, pen, ARROW_NONE);
    else
        draw_line(&chart->drawing, next, 3, pen, ARROW_NONE);
}

/* "圖 2" */
static struct text chart_name(const struct charts *c, size_t number)
{
    struct text_buffer name = text_buffer_new(c->book->document->arena);
    buffer_append(&name, book_word(c->book, "chart"));
    buffer_append_byte(&name, ' ');
    buffer_append_int(&name, (int64_t)number);
    return buffer_text(&name);
}

static struct text chart_anchor(const struct charts *c, size_t number, const char *before)
{
    struct text_buffer name = text_buffer_new(c->book->document->arena);
    buffer_append_string(&name, before);
    buffer_append_string(&name, "chart-");
    buffer_append_int(&name, (int64_t)number);
    return buffer_text(&name);
}

static bool is_vacant(struct text headcount)
{
    int64_t people;
    return headcount_of(headcount, &people) && people == 0;
}

/* 編制 60, or that nobody holds it. */
static struct text staff_of(const struct charts *c, const struct post *post)
{
    struct text headcount =
        post->chapter == NULL ? TEXT("") : role_text(post->chapter->role, ELEMENT_HEADCOUNT);
    struct text_buffer words = text_buffer_new(c->book->document->arena);
    if (post->kind == POST_SUPPOSED)
        return book_word(c->book, "not-in-book");
    if (text_is_empty(headcount))
        return headcount;
    if (is_vacant(headcount))
        return book_word(c->book, "vacant");
    buffer_append(&words, book_word(c->book, "staff"));
    buffer_append_byte(&words, ' ');
    buffer_append(&words, headcount);
    return buffer_text(&words);
}

/* The last line of a box: how many hold it, and the chart of those below it. */
static void draw_note(struct chart *chart, size_t at, struct box box, uint32_t ink)
{
    struct charts *c = chart->all;
    size_t post = chart->placed[at].post, next = c->fits[post].chart;
    struct ink_style small = {"chart-small", ink, ALIGN_DEFAULT};
    bool leads_on = post != chart->root && next != 0;
    bool is_dashed = leads_on && c->posts.list[post].kind == POST_SUPPOSED; /* which says it */
    struct text staff = is_dashed ? TEXT("") : staff_of(c, &c->posts.list[post]);
    if (leads_on) {
        struct text_buffer words = text_buffer_new(c->book->document->arena);
        struct box right = box;
        buffer_append_string(&words, "→ ");
        buffer_append(&words, chart_name(c, next));
        right.width = text_is_empty(staff) ? box.width : box.width / 2;
        right.x = box.x + box.width - right.width;
        small.colour = COLOUR_TINT(TINT_ACCENT);
        draw_words(&chart->drawing, right, buffer_text(&words), small, chart_anchor(c, next, "#"));
        box.width -= right.width;
        small.colour = ink;
    }
    if (!text_is_empty(staff))
        draw_words(&chart->drawing, box, staff, small, TEXT(""));
}

static struct pen pen_of(const struct chart *chart, size_t at)
{
    const struct post *post = &chart->all->posts.list[chart->placed[at].post];
    if (post->kind == POST_CIRCLE)
        return pen_warning;
    if (post->kind == POST_SUPPOSED || is_vacant(role_text(post->chapter->role, ELEMENT_HEADCOUNT)))
        return pen_supposed;
    return at == 0 ? pen_strong : pen_box;
}

static void draw_post(struct chart *chart, size_t at)
{
    struct charts *c = chart->all;
    const struct placed *p = &chart->placed[at];
    const struct post *post = &c->posts.list[p->post];
    struct box box = box_of(chart, at), inside = box_inside(box, MARGIN), note = inside;
    struct pen pen = pen_of(chart, at);
    bool has_note = !text_is_empty(staff_of(c, post)) ||
                    (p->post != chart->root && c->fits[p->post].chart != 0);
    uint32_t ink = post->kind == POST_CIRCLE ? COLOUR_TINT(TINT_WARNING) : ink_on(pen.fill);
    draw_box(&chart->drawing, box, pen);
    if (has_note) {
        inside.height -= NOTE_HEIGHT;
        note.y += inside.height;
        note.height = NOTE_HEIGHT;
        draw_note(chart, at, note, ink == COLOUR_TINT(TINT_TEXT) ? COLOUR_NONE : ink);
    }
    draw_words(&chart->drawing, inside, post->name,
               (struct ink_style){"chart-strong", ink, ALIGN_DEFAULT},
               post->chapter == NULL ? TEXT("") : chapter_link(c->book, post->chapter));
}

/* ---- words for those who cannot see it ---- */

static void number_placed(struct chart *chart)
{
    struct arena *arena = chart->all->scratch;
    for (size_t i = 0; i < chart->count; i++) {
        struct placed *p = &chart->placed[i];
        struct text_buffer number = text_buffer_new(arena);
        if (!is_shown(chart, i))
            continue;
        if (p->superior == POST_NONE) {
            p->number = TEXT("1");
            continue;
        }
        struct placed *superior = &chart->placed[p->superior];
        buffer_append(&number, superior->number);
        if (superior->number.size > 0)
            buffer_append_byte(&number, '.');
        buffer_append_int(&number, (int64_t)++superior->below);
        p->number = buffer_text(&number);
    }
}

/* 1 經理（編制 1）；1.1 組長（編制 8）… */
static struct text alternative_of(struct chart *chart, struct text name)
{
    struct charts *c = chart->all;
    bool is_english = c->book->language == LANG_EN;
    struct text_buffer words = text_buffer_new(c->book->document->arena);
    number_placed(chart);
    buffer_append(&words, name);
    const char *divider = is_english ? ": " : "：";
    for (size_t i = 0; i < chart->count; i++) {
        const struct post *post = &c->posts.list[chart->placed[i].post];
        struct text staff = staff_of(c, post);
        if (!is_shown(chart, i))
            continue;
        buffer_append_string(&words, divider);
        buffer_append(&words, chart->placed[i].number);
        buffer_append_byte(&words, ' ');
        buffer_append(&words, post->name);
        if (!text_is_empty(staff)) {
            buffer_append_string(&words, is_english ? " (" : "（");
            buffer_append(&words, staff);
            buffer_append_string(&words, is_english ? ")" : "）");
        }
        divider = is_english ? "; " : "；";
    }
    return buffer_text(&words);
}

/* ---- charts ---- */

/* 圖 2　班組長（接圖 1） */
static void caption_chart(struct chart *chart)
{
    struct charts *c = chart->all;
    struct document *document = c->book->document;
    struct block *block = chart->drawing.block;
    const struct post *post = &c->posts.list[chart->root];
    bool is_english = c->book->language == LANG_EN;
    size_t from = c->fits[chart->root].within;
    struct text_buffer words = text_buffer_new(document->arena);
    if (c->count == 1)
        return;
    buffer_append(&words, chart_name(c, chart->number));
    buffer_append_string(&words, is_english ? "  " : "　");
    buffer_append(&words, post->name);
    build_run(document, block, buffer_text(&words), TEXT(""), (struct span){0});
    if (from == 0)
        return;
    build_run(document, block, is_english ? TEXT(" (") : TEXT("（"), TEXT(""), (struct span){0});
    build_run(document, block, book_word(c->book, "continues"), TEXT(""), (struct span){0});
    build_run(document, block, chart_name(c, from), chart_anchor(c, from, "#"), (struct span){0});
    build_run(document, block, is_english ? TEXT(")") : TEXT("）"), TEXT(""), (struct span){0});
}

static void enlarge(struct arena *arena, struct figure *figure, int32_t scale)
{
    int32_t *const sizes[] = {&figure->width, &figure->height};
    for (size_t i = 0; i < 2; i++)
        *sizes[i] = (int32_t)((int64_t)*sizes[i] * scale / 1000);
    for (struct shape *s = figure->shapes; s != NULL; s = s->next) {
        int32_t *const lengths[] = {&s->x, &s->y, &s->width, &s->height, &s->radius};
        struct point *points = arena_new_array(arena, s->point_count + 1, struct point);
        for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
            *lengths[i] = (int32_t)((int64_t)*lengths[i] * scale / 1000);
        for (size_t i = 0; i < s->point_count; i++)
            points[i] = (struct point){(int32_t)((int64_t)s->points[i].x * scale / 1000),
                                       (int32_t)((int64_t)s->points[i].y * scale / 1000)};
        s->points = points;
    }
}

static void draw_chart(struct chart *chart, bool is_first)
{
    struct charts *c = chart->all;
    size_t levels = chart->levels - !is_shown(chart, 0);
    int64_t most = 0;
    tree_place(c->scratch, chart->nodes, chart->count, c->box + GAP);
    for (size_t i = 0; i < chart->count; i++)
        most = chart->nodes[i].x > most ? chart->nodes[i].x : most;
    struct text name =
        c->count == 1 ? book_word(c->book, "organisation-chart") : chart_name(c, chart->number);
    chart->drawing =
        drawing_new(c->book->document, c->section, (int32_t)most + c->box,
                    (int32_t)levels * LEVEL - (LEVEL - BOX_HEIGHT), alternative_of(chart, name));
    if (is_first)
        chart->drawing.block->anchor = chart_anchor(c, chart->number, "");
    for (size_t i = 0; i < chart->count; i++)
        draw_connector(chart, i);
    for (size_t i = 0; i < chart->count; i++)
        if (is_shown(chart, i))
            draw_post(chart, i);
    if (c->scale != 1000)
        enlarge(c->book->document->arena, chart->drawing.block->figure, c->scale);
    caption_chart(chart);
}

/* The first leaf that the chart has no room for; POST_NONE: all are there. */
static size_t rest_of(const struct chart *chart)
{
    const struct charts *c = chart->all;
    size_t last = POST_NONE;
    for (size_t i = 0; i < chart->count; i++)
        if (chart->placed[i].superior == 0 && chart->placed[i].is_hung)
            last = chart->placed[i].post;
    if (last == POST_NONE)
        return POST_NONE;
    for (size_t i = c->posts.list[last].next; i != POST_NONE; i = c->posts.list[i].next)
        if (organisation_is_leaf(c, i))
            return i;
    return POST_NONE;
}

static void compose_chart(struct charts *c, size_t number)
{
    size_t root = c->roots[number - 1], first = c->posts.list[root].first;
    bool is_first = true;
    do {
        struct chart chart = {.all = c, .number = number, .root = root};
        organisation_place(&chart, first);
        draw_chart(&chart, is_first);
        first = rest_of(&chart);
        is_first = false;
    } while (first != POST_NONE);
}

static int32_t scale_of(const struct stylesheet *sheet)
{
    int64_t scale = (int64_t)stylesheet_style(sheet, TEXT("chart"))->size * 1000 / CHART_SIZE;
    return scale < 1000 ? 1000 : scale > 4000 ? 4000 : (int32_t)scale;
}

void compose_organisation(struct book *book)
{
    const struct stylesheet *sheet = book->document->stylesheet;
    struct charts c = {
        .book = book, .scratch = arena_open_like(book->document->arena), .scale = scale_of(sheet)};
    c.width = (int32_t)((int64_t)stylesheet_text_width(sheet) * 1000 / c.scale);
    c.posts = posts_of(book, c.scratch);
    if (c.posts.led > 0) {
        size_t wide = (size_t)((c.width + GAP) / (LEAST_BOX + GAP));
        int64_t height = stylesheet_text_height(sheet) - AROUND;
        size_t deep = height < 0 ? 0 : (size_t)(height * 1000 / c.scale / LEVEL);
        c.wide = wide < 2 ? 2 : wide;
        c.deep = deep < 3 ? 3 : deep;
        c.box = (c.width + GAP) / (int32_t)c.wide - GAP;
        c.box = c.box < MOST_BOX ? c.box : MOST_BOX;
        c.section = book_part(book, "body", book_word(book, "organisation-chart"));
        organisation_fit(&c);
        organisation_find_roots(&c);
        for (size_t i = 1; i <= c.count; i++)
            compose_chart(&c, i);
    }
    arena_close(c.scratch);
}
