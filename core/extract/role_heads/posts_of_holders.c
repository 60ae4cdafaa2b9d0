/*
 * Lines with a post and who holds it, "Producer: Henry Lee", over words of their own: the posts are
 * roles. Below a heading that announces roles, so are tasks beside the names of people,
 * 「前端開發：張三、李四」, and a section of the role may stand below them.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"

#define POST_LENGTH 50 /* characters: more is a sentence about somebody */
#define POSTS_MAX 100  /* of one section: a bound on work */
#define POSTS_MIN 3    /* with their holders' names: two may be who wrote a text */
#define TOLD_MIN 2     /* the same where a heading announces roles */

/* "Producer: Henry Lee", "Henry Lee – Producer" in two; false: it has no joint. */
static bool part_line(struct text line, struct text *front, struct text *back)
{
    size_t width, colon = find_colon(line, &width);
    if (colon == TEXT_NOT_FOUND)
        return part_at_dash(line, front, back);
    *front = text_trim(text_slice(line, 0, colon));
    *back = text_trim(text_from(line, colon + width));
    return true;
}

static bool is_post_of(struct extraction *x, struct text post, struct text holder)
{
    bool is_office = vocabulary_is_office(x->vocabulary, x->scratch, post);
    return text_code_points(post) <= POST_LENGTH && label_find(x, post).kind != LABEL_ELEMENT &&
           (is_office || vocabulary_is_position(x->vocabulary, x->scratch, post)) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, holder) && are_people(x, holder);
}

struct text post_beside_holder(struct extraction *x, struct text line, struct text *holder)
{
    struct text front, back;
    if (!part_line(name_without_colon(line), &front, &back))
        return TEXT("");
    bool is_first = is_post_of(x, front, back);
    *holder = is_first ? back : front;
    return is_first ? front : is_post_of(x, back, front) ? back : TEXT("");
}

/* 「處長：張鴻 副處長：林發源」: posts and who holds them, and nothing else. */
static bool is_line_of_holders(struct extraction *x, struct text line)
{
    size_t posts = 0, width;
    while (!text_is_empty(line)) {
        size_t end = text_find(line, TEXT(" "), 0);
        while (end != TEXT_NOT_FOUND) { /* up to the blank in front of the next colon's word */
            size_t next = text_find(line, TEXT(" "), end + 1);
            if (find_colon(text_slice(line, end, next == TEXT_NOT_FOUND ? line.size : next),
                           &width) != TEXT_NOT_FOUND)
                break;
            end = next;
        }
        struct text holder, part = text_slice(line, 0, end == TEXT_NOT_FOUND ? line.size : end);
        if (text_is_empty(post_beside_holder(x, text_trim(part), &holder)))
            return false;
        posts++;
        line = text_trim(text_from(line, part.size));
    }
    return posts > 0;
}

struct text holders_behind(struct extraction *x, struct text *words)
{
    size_t begin = words->size;
    for (size_t i = words->size; i-- > 0;)
        if (words->data[i] == '\n') {
            struct text line = text_trim(text_slice(*words, i, begin));
            if (!is_line_of_holders(x, line))
                break;
            begin = i;
        }
    struct text holders = text_trim(text_from(*words, begin));
    *words = text_trim(text_slice(*words, 0, begin));
    return holders;
}

/*
 * A line that stands alone, plain or in bold, and neither an item nor numbered; where roles are
 * announced, a heading of the document, too.
 */
static bool is_plain_line(const struct piece *piece, bool is_announced)
{
    bool is_heading = is_announced && piece->block->kind == BLOCK_HEADING;
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
           (is_heading || piece->block->kind == BLOCK_PARAGRAPH) && !piece->is_running &&
           piece_look(piece) == 0 && !is_link_alone(piece->block);
}

/* is_announced: a task beside the names of people is a post as well */
static struct text post_of_holder(struct extraction *x, const struct piece *piece,
                                  bool is_announced, struct text *holder)
{
    if (!is_plain_line(piece, is_announced))
        return TEXT("");
    struct text post = post_beside_holder(x, piece->text, holder);
    return is_announced && text_is_empty(post) ? task_beside_people(x, piece->text, holder) : post;
}

/* "Engineer: Backend" and "Engineer: Mobile" tell posts apart, and no people. */
static bool was_before(const struct text *names, size_t count, struct text post)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(names[i], post))
            return true;
    return false;
}

/* Posts by turns with their words, in the pieces from first up to end. */
struct posts {
    size_t first, end, count;
    bool is_announced; /* by the heading right above the first */
};

/* Words, and the sections of a role that is announced. */
static bool is_body(const struct piece *piece, bool is_announced)
{
    bool is_section = is_announced && piece->block->kind != BLOCK_HEADING &&
                      (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS) &&
                      piece_section(piece) != ELEMENT_COUNT;
    return piece->kind == PIECE_WORDS || is_section;
}

/* 「協作機制：」, which looks as the posts do, behind the words of one: it is none, and of none. */
static bool is_line_beside_posts(const struct outline *outline, const struct posts *posts, size_t i)
{
    const struct piece *piece = &outline->pieces[i], *first = &outline->pieces[posts->first];
    bool is_alike = first->block->kind == BLOCK_HEADING
                        ? piece->block->kind == BLOCK_HEADING && piece->level == first->level
                        : block_is_strong(piece->block) && block_is_strong(first->block);
    return posts->is_announced && posts->count > 0 && is_alike && is_plain_line(piece, true) &&
           piece_section(piece) == ELEMENT_COUNT;
}

/*
 * Where posts and their words begin, up to a heading of the document or what else is no words; a
 * post that comes again ends them, and so does one over nothing.
 */
static struct posts posts_from(struct extraction *x, const struct outline *outline, size_t first)
{
    size_t above = outline_previous(outline, first);
    struct posts posts = {.first = first};
    posts.is_announced = above < first && outline->pieces[above].block->kind == BLOCK_HEADING &&
                         series_announced_by(x, outline->pieces[above].text);
    struct text *names = arena_new_array(x->scratch, POSTS_MAX, struct text), holder;
    size_t words = 1, i = first;
    for (; i < outline->count && posts.count < POSTS_MAX; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        struct text post = post_of_holder(x, piece, posts.is_announced, &holder);
        bool is_post = !text_is_empty(post);
        if (piece->is_role || (is_post && (words == 0 || was_before(names, posts.count, post))) ||
            (!is_post && (!is_body(piece, posts.is_announced) || posts.count == 0 ||
                          is_line_beside_posts(outline, &posts, i))))
            break;
        words = is_post ? 0 : words + 1;
        if (is_post)
            names[posts.count++] = post;
    }
    posts.end = i;
    if (words == 0)
        posts.count = 0;
    return posts;
}

static void mark_posts(struct extraction *x, struct outline *outline, const struct posts *posts)
{
    struct text holder;
    for (size_t i = posts->first; i < posts->end; i = outline_next(outline, i)) {
        struct piece *piece = &outline->pieces[i];
        struct text post = post_of_holder(x, piece, posts->is_announced, &holder);
        if (text_is_empty(post))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = piece->block->kind == BLOCK_HEADING ? piece->level : LEVEL_NAMED;
        piece->is_role = piece->is_duties = true;
        piece->name = post;
        piece->holder = holder;
    }
    if (posts->end < outline->count && is_line_beside_posts(outline, posts, posts->end)) {
        struct piece *behind = &outline->pieces[posts->end];
        behind->kind = PIECE_HEADING;
        behind->level = behind->block->kind == BLOCK_HEADING ? behind->level : LEVEL_NAMED;
        behind->ends_roles = true;
    }
}

/*
 * They are all that stands below a heading of the document, or to the end of it; or what stands
 * behind them looks like a post, and is none of those that are announced.
 */
static bool are_all_below(const struct outline *outline, const struct posts *posts)
{
    size_t above = outline_previous(outline, posts->first);
    bool is_below = above < posts->first && outline->pieces[above].kind == PIECE_HEADING &&
                    outline->pieces[above].block->kind == BLOCK_HEADING;
    return posts->end == outline->count || is_line_beside_posts(outline, posts, posts->end) ||
           (is_below && outline->pieces[posts->end].kind == PIECE_HEADING &&
            outline->pieces[posts->end].block->kind == BLOCK_HEADING);
}

/*
 * "Producer: Henry" over a line that says what a producer is like, "Art lead: Ann" over another:
 * posts by turns with their words, and nothing else behind the first, or below their heading.
 */
void find_posts_of_holders(struct extraction *x, struct outline *outline)
{
    struct text holder;
    for (size_t i = 0; i < outline->count;) {
        if (text_is_empty(post_of_holder(x, &outline->pieces[i], true, &holder))) {
            i = outline_next(outline, i);
            continue;
        }
        struct posts posts = posts_from(x, outline, i);
        if (posts.count >= (posts.is_announced ? TOLD_MIN : POSTS_MIN) &&
            are_all_below(outline, &posts)) {
            mark_posts(x, outline, &posts);
            return;
        }
        i = posts.end > i ? posts.end : outline_next(outline, i);
    }
}
