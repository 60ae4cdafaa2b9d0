/*
 * Names that no word says to be a position's, in a row with names that are known: 「傳道」 between
 * 「園丁」 and 「電工」, which look alike and each stand over what somebody does.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define POSTS_MIN 2   /* that are known, and at least as many as the others */
#define NAME_LENGTH 8 /* Han of a name that nobody knows */
#define NAME_BYTES 28 /* of one in Latin letters */
#define ACT_HAN 2     /* of the name of an act at its end: 鑰匙管理 */
#define BODY_MAX 12   /* lines below a name that are read: a bound on work */
#define ROWS_MAX 8    /* looks of rows in one document, alike */

/* How a head looks; rows are of one look. */
struct dress {
    enum block_kind kind;
    unsigned level, numbers;
    bool is_strong, has_colon;
    struct text tail; /* what stands behind the name: 崗位職責 */
};

static struct dress dress_of(const struct piece *piece)
{
    bool is_heading = piece->block->kind == BLOCK_HEADING;
    struct text line = name_without_colon(piece->text);
    size_t name = piece->is_role && piece->is_duties && !text_is_empty(piece->name)
                      ? text_find(line, piece->name, 0)
                      : TEXT_NOT_FOUND;
    return (struct dress){.kind = piece->block->kind,
                          .level = is_heading ? piece->block->level : 0,
                          .numbers = piece_look(piece),
                          .is_strong = !is_heading && block_is_strong(piece->block),
                          .has_colon = line.size < piece->text.size,
                          .tail = name == TEXT_NOT_FOUND
                                      ? TEXT("")
                                      : text_trim(text_from(line, name + piece->name.size))};
}

/* The piece is a head of that look, or looks as one. */
static bool is_dressed(const struct piece *piece, const struct dress *like)
{
    struct dress dress = dress_of(piece);
    return dress.kind == like->kind && dress.level == like->level &&
           dress.numbers == like->numbers && dress.is_strong == like->is_strong &&
           dress.has_colon == like->has_colon &&
           (piece->is_role ? text_equal(dress.tail, like->tail)
                           : text_ends_with(name_without_colon(piece->text), like->tail));
}

/* Plain lines without any mark look like all others. */
static bool is_marked(const struct dress *dress)
{
    return dress->kind == BLOCK_HEADING || dress->numbers != 0 || dress->is_strong ||
           dress->has_colon || !text_is_empty(dress->tail);
}

/* In front of what the heads of the row end in. */
static struct text name_of(const struct extraction *x, const struct piece *piece,
                           const struct dress *dress)
{
    struct text name = name_of_line(x, piece->text);
    return text_trim(text_slice(name, 0, name.size - dress->tail.size));
}

static bool may_be_head(const struct piece *piece)
{
    return (piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS) && !piece->is_running &&
           (piece->block->kind == BLOCK_HEADING || piece->block->kind == BLOCK_PARAGRAPH);
}

/* 「鑰匙管理」, 「負責人簽字」: what somebody does by how it ends or begins; 「文案策劃」 is an office. */
static bool is_act(struct extraction *x, struct text name)
{
    size_t at = name.size;
    for (int i = 0; i < ACT_HAN && at > 0; i++)
        text_previous(name, &at);
    struct text end = text_from(name, at);
    return vocabulary_opening(x->vocabulary, x->scratch, name) != ELEMENT_COUNT ||
           (vocabulary_opening(x->vocabulary, x->scratch, end) == ELEMENT_DUTIES &&
            !vocabulary_is_office(x->vocabulary, x->scratch, end));
}

/*
 * "Stores Person", "Welcome Host": few words that are capitalised as names are. Several of a kind
 * ("Discounts") and what is done ("Recycling", "Community Engagement") are no posts.
 */
static bool is_latin_name(struct extraction *x, struct text name)
{
    static const char *const plural[] = {"s", NULL};
    static const char *const singular[] = {"ss", NULL};
    return name.size <= NAME_BYTES && is_title_case(name) &&
           !text_ends_with_any(fold_text(x->scratch, name), signs_of(x, SIGN_ACT_NOUN_END)) &&
           (!text_ends_with_one_of(name, plural) || text_ends_with_one_of(name, singular));
}

static bool is_short_name(struct extraction *x, struct text name)
{
    return is_latin_text(name) ? is_latin_name(x, name) : text_code_points(name) <= NAME_LENGTH;
}

/* Short, of letters alone, and nothing that is known to be anything else. */
static bool may_be_name(struct extraction *x, const struct piece *piece, const struct dress *dress)
{
    static const struct text marks = TEXT_INIT("，。；：！？;!?%.,:&()");
    struct text name = label_without_remark(name_of(x, piece, dress));
    bool is_unknown = piece->label.kind == LABEL_UNKNOWN && piece->guess.kind == LABEL_UNKNOWN;
    if (text_is_empty(name) || text_has_digit(name) || !is_short_name(x, name) ||
        !(is_unknown || !text_is_empty(dress->tail)))
        return false;
    for (size_t at = 0; at < name.size;)
        if (text_has(marks, text_next(name, &at)))
            return false;
    return label_find(x, name).kind == LABEL_UNKNOWN && !is_department(x, name) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, name) &&
           (!text_ends_with_any(fold_label(x->scratch, name), signs_of(x, SIGN_NO_POST_END)) ||
            vocabulary_is_office(x->vocabulary, x->scratch, name)) &&
           !text_starts_with_any(label_folded(x, name), signs_of(x, SIGN_REST)) &&
           (vocabulary_is_office(x->vocabulary, x->scratch, name) || !is_act(x, name)) &&
           (vocabulary_is_position(x->vocabulary, x->scratch, name) ||
            text_find(name, TEXT("、"), 0) == TEXT_NOT_FOUND);
}

static bool item_tells(struct extraction *x, struct text words)
{
    return tells_of_holder(x, list_label_of(text_trim(words)).rest);
}

/* What stands below it up to the next head is words alone, some of which say what somebody does. */
static bool is_over_acts(struct extraction *x, const struct outline *outline, size_t head,
                         const struct dress *dress)
{
    bool any = false;
    size_t lines = 0;
    for (size_t i = outline_next(outline, head); i < outline->count && lines < BODY_MAX;
         i = outline_next(outline, i), lines++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role || is_dressed(piece, dress))
            break;
        if (piece->kind != PIECE_WORDS)
            return any;
        const struct block *item = piece->block->kind == BLOCK_LIST ? piece->block->children : NULL;
        any |= item == NULL && item_tells(x, piece->text);
        for (; item != NULL && !any; item = item->next)
            any = item_tells(x, whole_block_text(x->scratch, item));
    }
    return any;
}

/* A row of heads of one look: how many are known, and how many may be names. */
struct row {
    struct dress dress;
    size_t first, last; /* of those that are known */
    size_t known, unknown, others;
};

static void add_role(struct row rows[ROWS_MAX], size_t *count, size_t at, const struct piece *piece)
{
    size_t i = 0;
    while (i < *count && !is_dressed(piece, &rows[i].dress))
        i++;
    if (i == ROWS_MAX)
        return;
    if (i == *count)
        rows[(*count)++] = (struct row){.dress = dress_of(piece), .first = at};
    rows[i].last = at;
    rows[i].known++;
}

static size_t rows_of(struct extraction *x, const struct outline *outline,
                      struct row rows[ROWS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!piece->is_role || !may_be_head(piece))
            continue;
        struct dress dress = dress_of(piece);
        if (is_marked(&dress) &&
            (outline_is_position(x, piece) ||
             vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(piece->name))))
            add_role(rows, &count, i, piece);
    }
    return count;
}

/* The row that looks as the piece does, where that is no role yet; NULL: none. */
static struct row *row_of(struct row rows[ROWS_MAX], size_t count, const struct piece *piece)
{
    for (size_t i = 0; i < count && !piece->is_role && may_be_head(piece); i++)
        if (is_dressed(piece, &rows[i].dress))
            return &rows[i];
    return NULL;
}

/* Right below a role's name stands what is its own. */
static bool is_unknown_name(struct extraction *x, const struct outline *outline, size_t at,
                            const struct dress *dress)
{
    size_t before = outline_previous(outline, at);
    bool is_below_name = before != at && outline->pieces[before].is_role;
    return !is_below_name && may_be_name(x, &outline->pieces[at], dress) &&
           is_over_acts(x, outline, at, dress);
}

void find_names_among_posts(struct extraction *x, struct outline *outline)
{
    struct row rows[ROWS_MAX];
    size_t count = rows_of(x, outline, rows);
    for (size_t i = 0; count > 0 && i < outline->count; i++) {
        struct row *row = row_of(rows, count, &outline->pieces[i]);
        if (row == NULL)
            continue;
        bool is_name = is_unknown_name(x, outline, i, &row->dress);
        row->unknown += is_name;
        row->others += !is_name && i > row->first && i < row->last;
    }
    for (size_t i = 0; count > 0 && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        const struct row *row = row_of(rows, count, piece);
        if (row == NULL || row->known < POSTS_MIN || row->unknown > row->known || row->others > 0 ||
            !is_unknown_name(x, outline, i, &row->dress))
            continue;
        const struct piece *like = &outline->pieces[i < row->last ? row->last : row->first];
        piece->name = name_of(x, piece, &row->dress);
        piece->kind = PIECE_HEADING;
        piece->level = like->level;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
        piece->is_role = piece->is_duties = true;
    }
}
