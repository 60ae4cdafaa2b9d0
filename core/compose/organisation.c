/* Who reports to whom, as charts that fit their pages; what does not fit is a chart of its own. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/drawing.h"
#include "core/compose/posts.h"
#include "core/compose/tree_layout.h"
#include "core/model/headcount.h"
#include <stdlib.h>

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
#define GOOD_ROWS 4       /* leaves below each other, where the page is wide enough */
#define ROW_OF_LEAVES 2   /* more leaves than that hang below each other */

/* How a post fits into a chart. */
struct fit {
    size_t columns, levels; /* that it and those below it take */
    size_t chart;           /* the chart it begins, from 1; 0: none */
    size_t within;          /* the chart that shows it below its superior */
    bool is_cut;
};

struct charts {
    struct book *book;
    struct arena *scratch;
    struct posts posts;
    struct fit *fits;
    struct block *section;
    int32_t width, box; /* of the page, of a box */
    int32_t scale;      /* in permille: of larger type, everything is larger */
    size_t wide, deep;  /* boxes that fit beside and below each other */
    size_t *roots;      /* posts that charts begin with, in order */
    size_t count, capacity;
};

static bool is_leaf(const struct charts *c, size_t post) { return c->fits[post].levels == 1; }

/* ---- what fits ---- */

static size_t columns_of_leaves(const struct charts *c, size_t leaves)
{
    return leaves <= ROW_OF_LEAVES ? leaves : (leaves + c->deep - 2) / (c->deep - 1);
}

struct branch {
    size_t post, columns;
};

static int compare_branches(const void *a, const void *b)
{
    const struct branch *x = a, *y = b; /* the widest first, then as they come */
    if (x->columns != y->columns)
        return x->columns > y->columns ? -1 : 1;
    return x->post < y->post ? -1 : x->post > y->post;
}

static void cut(struct charts *c, size_t post)
{
    c->fits[post].is_cut = true;
    c->fits[post].columns = c->fits[post].levels = 1;
}

/* Below a post: the widest branches are cut off until the rest fits beside each other. */
static void fit_post(struct charts *c, size_t post, struct branch *branches)
{
    size_t count = 0, leaves = 0, columns = 0, levels = 0;
    struct post *list = c->posts.list;
    for (size_t i = list[post].first; i != POST_NONE; i = list[i].next) {
        if (c->fits[i].levels + 1 > c->deep)
            cut(c, i);
        if (is_leaf(c, i))
            leaves++;
        else
            branches[count++] = (struct branch){i, c->fits[i].columns};
        columns += is_leaf(c, i) ? 0 : c->fits[i].columns;
    }
    qsort(branches, count, sizeof *branches, compare_branches);
    for (size_t i = 0; i < count && columns + columns_of_leaves(c, leaves) > c->wide; i++) {
        columns -= branches[i].columns;
        cut(c, branches[i].post);
        leaves++;
    }
    for (size_t i = list[post].first; i != POST_NONE; i = list[i].next)
        levels = c->fits[i].levels > levels ? c->fits[i].levels : levels;
    size_t hung = columns_of_leaves(c, leaves);
    size_t rows = leaves <= ROW_OF_LEAVES ? leaves > 0 : (leaves + hung - 1) / hung;
    bool overflows = hung + columns > c->wide; /* its leaves fill several charts */
    c->fits[post].columns = overflows ? c->wide : hung + columns > 0 ? hung + columns : 1;
    c->fits[post].levels = overflows ? c->deep : 1 + (rows > levels ? rows : levels);
}

static void fit_posts(struct charts *c)
{
    struct branch *branches = arena_new_array(c->scratch, c->posts.count, struct branch);
    c->fits = arena_new_array(c->scratch, c->posts.count, struct fit);
    for (size_t i = c->posts.count; i-- > 0;)
        fit_post(c, c->posts.order[i], branches);
}

static void find_roots(struct charts *c)
{
    const struct post *all = &c->posts.list[c->posts.count - 1];
    for (size_t i = 0; i < c->posts.count; i++) {
        size_t post = c->posts.order[i];
        bool is_top = i == (all->first == all->last); /* the only one without a superior, or all */
        if (!is_top && (i == 0 || !c->fits[post].is_cut))
            continue;
        *arena_push(c->scratch, c->roots, c->count, c->capacity) = post;
        c->fits[post].chart = c->count;
    }
}

/* ---- one chart ---- */

struct placed {
    size_t post, superior; /* superior: its place among those placed; POST_NONE: the first */
    size_t level;
    bool is_hung;       /* on a spine, below its superior or the box above it */
    bool is_first;      /* of its spine */
    struct text number; /* 1.2.1, for those who cannot see */
    size_t below;       /* how many were numbered below it */
};

struct chart {
    struct charts *all;
    size_t number, root;
    struct placed *placed;
    struct tree_node *nodes;
    size_t count, placed_capacity, node_capacity;
    size_t levels;
    struct drawing drawing;
};

/* What is still to be placed: a post, or the leaves that hang below one. */
struct pending {
    size_t post, above; /* above: the place of its superior */
    bool is_spines;
    size_t first, leaves; /* of spines: the first leaf, and how many hang in this chart */
    size_t columns;       /* they hang in */
};

struct stack {
    struct pending *list;
    size_t count, capacity;
};

static size_t add_placed(struct chart *chart, size_t post, size_t superior, size_t above)
{
    struct arena *scratch = chart->all->scratch;
    size_t level = above == POST_NONE ? 0 : chart->placed[above].level + 1;
    size_t nodes = chart->count;
    *arena_push(scratch, chart->nodes, nodes, chart->node_capacity) =
        (struct tree_node){.parent = above == POST_NONE ? TREE_NONE : above};
    *arena_push(scratch, chart->placed, chart->count, chart->placed_capacity) =
        (struct placed){.post = post, .superior = superior, .level = level};
    if (post != chart->root)
        chart->all->fits[post].within = chart->number;
    chart->levels = level + 1 > chart->levels ? level + 1 : chart->levels;
    return chart->count - 1;
}

/* Leaves below each other, in as many columns as they need. */
static void place_spines(struct chart *chart, const struct pending *pending)
{
    struct charts *c = chart->all;
    size_t columns = pending->columns, left = pending->leaves;
    size_t post = pending->first;
    for (size_t column = 0; column < columns; column++) {
        size_t rows = (left + columns - column - 1) / (columns - column), above = pending->above;
        left -= rows;
        for (size_t row = 0; row < rows; post = c->posts.list[post].next) {
            if (!is_leaf(c, post))
                continue;
            above = add_placed(chart, post, pending->above, above);
            chart->placed[above].is_hung = true;
            chart->placed[above].is_first = row++ == 0;
        }
    }
}

/* What stands below a placed post, from first on, with room for that many columns of leaves. */
struct row_below {
    size_t first, leaves, room;
};

/* Those that come first are on top of the stack. */
static void push_below(struct chart *chart, size_t at, struct row_below below, struct stack *stack)
{
    struct charts *c = chart->all;
    const struct post *list = c->posts.list;
    size_t least = columns_of_leaves(c, below.leaves);
    size_t columns = (below.leaves + GOOD_ROWS - 1) / GOOD_ROWS;
    bool hangs = below.leaves > ROW_OF_LEAVES && below.leaves > below.room;
    columns = columns > below.room ? below.room : columns;
    if (hangs)
        *arena_push(c->scratch, stack->list, stack->count, stack->capacity) =
            (struct pending){.above = at,
                             .is_spines = true,
                             .first = below.first,
                             .leaves = below.leaves,
                             .columns = columns < least ? least : columns};
    size_t begin = stack->count;
    for (size_t i = below.first; i != POST_NONE; i = list[i].next)
        if (!is_leaf(c, i) || !hangs)
            *arena_push(c->scratch, stack->list, stack->count, stack->capacity) =
                (struct pending){.post = i, .above = at};
    for (size_t low = begin, high = stack->count; low + 1 < high; low++) { /* turn round */
        struct pending last = stack->list[--high];
        stack->list[high] = stack->list[low];
        stack->list[low] = last;
    }
}

static struct row_below row_below(const struct charts *c, size_t first, size_t *columns)
{
    struct row_below below = {.first = first};
    *columns = 0;
    for (size_t i = first; i != POST_NONE; i = c->posts.list[i].next) {
        below.leaves += is_leaf(c, i);
        *columns += is_leaf(c, i) ? 0 : c->fits[i].columns;
    }
    below.room = columns_of_leaves(c, below.leaves);
    return below;
}

/* first: the child it begins with, where a chart goes on with leaves that filled the one before. */
static void place_posts(struct chart *chart, size_t first)
{
    struct charts *c = chart->all;
    struct stack stack = {0};
    size_t columns;
    struct row_below below = row_below(c, first, &columns);
    below.room =
        c->wide > columns ? c->wide - columns : 1; /* the first post has the page's width */
    if (below.leaves > below.room * (c->deep - 1))
        below.leaves = below.room * (c->deep - 1);
    push_below(chart, add_placed(chart, chart->root, POST_NONE, POST_NONE), below, &stack);
    while (stack.count > 0) {
        struct pending pending = stack.list[--stack.count];
        if (pending.is_spines) {
            place_spines(chart, &pending);
            continue;
        }
        size_t at = add_placed(chart, pending.post, pending.above, pending.above);
        if (!c->fits[pending.post].is_cut)
            push_below(chart, at, row_below(c, c->posts.list[pending.post].first, &columns),
                       &stack);
    }
}

/* ---- drawing ---- */

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
        if (is_leaf(c, i))
            return i;
    return POST_NONE;
}

static void compose_chart(struct charts *c, size_t number)
{
    size_t root = c->roots[number - 1], first = c->posts.list[root].first;
    bool is_first = true;
    do {
        struct chart chart = {.all = c, .number = number, .root = root};
        place_posts(&chart, first);
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
        fit_posts(&c);
        find_roots(&c);
        for (size_t i = 1; i <= c.count; i++)
            compose_chart(&c, i);
    }
    arena_close(c.scratch);
}
