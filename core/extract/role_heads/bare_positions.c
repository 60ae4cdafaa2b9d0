/* Positions with their duties right below, without a label. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define PERSON_LENGTH 40 /* letters of somebody's name, and what stands behind it */
#define RANK_BYTES 3     /* of a rank that stands alone: "II" is a number, too */
#define POSTS_MIN 3      /* items that all name positions, below a heading that seems to name one */
#define CHAPTER_DISTANCE                                                                           \
    6                    /* pieces up to what stands over the first position: its head and words */
#define BARE_POSITIONS 2 /* names over words without labels: one alone may be a heading */

/* What any project's page has as well: 使用工具, 相关文件. */
static bool is_of_any_page(enum element element)
{
    return element == ELEMENT_TOOLS || element == ELEMENT_DOCUMENTS || element == ELEMENT_EDITION ||
           element == ELEMENT_APPROVAL;
}

/* "2 web developers:", "Night Porter:", 「3名客服專員：」: the number or the colon marks a name. */
static bool is_announced(struct extraction *x, const struct piece *piece)
{
    struct text name = name_without_colon(piece->text), rest;
    bool has_number = !text_is_empty(headcount_beside(x, name, &rest));
    return has_number ||
           (ends_in_colon(piece->text) && (is_title_case(name) || !is_latin_text(name)) &&
            vocabulary_is_position(x->vocabulary, x->scratch, name));
}

/* "Jane Miller", "MARK SCHMIT (Member 2)": nothing but words in capitals, and no act. */
static bool is_persons_name(struct extraction *x, const struct piece *piece)
{
    size_t blank = text_find(piece->text, TEXT(" "), 0);
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           blank != TEXT_NOT_FOUND && is_title_case(piece->text) &&
           text_code_points(piece->text) <= PERSON_LENGTH &&
           text_find(piece->text, TEXT(":"), 0) == TEXT_NOT_FOUND &&
           vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_COUNT;
}

/* "Members:" over the people who are: two or more right below it, and nothing of what they do. */
bool is_over_people(struct extraction *x, const struct outline *outline, size_t i)
{
    size_t first = outline_next(outline, i);
    size_t second = first < outline->count ? outline_next(outline, first) : outline->count;
    return second < outline->count && is_persons_name(x, &outline->pieces[first]) &&
           is_persons_name(x, &outline->pieces[second]);
}

/*
 * "• Web developer" in front of "• Develop the pages.": an item like those below it, which tell
 * what its holder does. 「2、培訓新進人員」 in front of 「3、…」 is one of these itself.
 */
static bool is_name_among_acts(struct extraction *x, const struct piece *name,
                               const struct piece *below)
{
    return piece_look(name) != 0 && piece_look(name) == piece_look(below) &&
           !piece_is_numbered_behind(below, name) &&
           reads_like_position(x, list_label_of(name->text).rest) &&
           vocabulary_opening(x->vocabulary, x->scratch, below->text) == ELEMENT_DUTIES;
}

/* A name that is marked as one, over items that look otherwise or tell acts, or over sentences. */
static bool is_bare_name(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (next == outline->count || !outline_is_name_like(x, piece) ||
        is_over_people(x, outline, i) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text))
        return false;
    const struct piece *below = &outline->pieces[next];
    size_t behind = outline_next(outline, next);
    bool is_group = below->is_candidate && !outline_is_position(x, below);
    if ((is_group || below->is_member) && behind < outline->count)
        below = &outline->pieces[behind]; /* below the name of a group of items */
    bool is_list = below->kind == PIECE_WORDS && below->block->kind == BLOCK_LIST;
    bool is_alone = is_list && below == &outline->pieces[next] && !is_latin_text(piece->text);
    bool is_marked = piece->kind == PIECE_HEADING || piece->is_candidate ||
                     piece_look(piece) != 0 || is_announced(x, piece) || is_alone;
    bool is_over_prose = (piece->block->kind == BLOCK_HEADING || piece->is_candidate) &&
                         !below->is_candidate && !outline_is_name_like(x, below);
    return is_marked && below->kind == PIECE_WORDS &&
           (is_list || is_over_prose || piece_look(below) != piece_look(piece) ||
            is_name_among_acts(x, piece, below)) &&
           !(outline_is_name_like(x, below) && outline_is_position(x, below));
}

/* "Choir committee" over "Chair: calls meetings" and "Treasurer: …": each item names a position. */
static bool is_over_posts(struct extraction *x, const struct outline *outline, size_t i)
{
    size_t next = outline_next(outline, i), posts = 0;
    struct role_item item;
    if (next < outline->count && piece_is_prose(&outline->pieces[next]))
        next = outline_next(outline, next);
    if (next == outline->count || outline->pieces[next].block->kind != BLOCK_LIST)
        return false;
    for (const struct block *b = outline->pieces[next].block->children; b != NULL; b = b->next) {
        if (!role_item_of_block(x, b, &item) || item.is_bare ||
            !vocabulary_is_position(x->vocabulary, x->scratch, item.name))
            return false;
        posts++;
    }
    return posts >= POSTS_MIN;
}

/* "2. Administrator" over items that look otherwise, or over sentences. */
bool is_bare_position(struct extraction *x, const struct outline *outline, size_t i)
{
    return outline_is_position(x, &outline->pieces[i]) && is_bare_name(x, outline, i) &&
           !is_over_posts(x, outline, i);
}

bool has_place_beside_posts(struct extraction *x, const struct piece *piece)
{
    return text_is_any(label_folded(x, name_of_line(x, piece->text)),
                       signs_of(x, SIGN_BESIDE_POSTS));
}

/* "Becoming an assessor" beside the names of assessors: about all of them, and no one's section. */
static bool is_about_all(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
           piece->label.kind == LABEL_UNKNOWN && is_about_holders(x, piece->text);
}

/*
 * Behind all of an article of rules that begins at the heading and tells of no position, "ARTICLE II
 * Members": its sections are none of roles; heading: it is no such article.
 */
static size_t end_of_other_article(struct extraction *x, const struct outline *outline,
                                   size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (piece->kind != PIECE_HEADING || piece->is_role ||
        text_is_empty(behind_latin_article(x, piece->text)))
        return heading;
    size_t end = outline_end_below(outline, heading);
    for (size_t i = heading; i < end; i++)
        if (is_bare_position(x, outline, i))
            return heading;
    return end;
}

/*
 * Sections or tables of roles, but for the title of the book, "Roles and responsibilities" over all
 * of it, and that of a chapter right over a position's name: "Article 4: Duties" over "President".
 */
static bool has_sections(struct extraction *x, const struct outline *outline)
{
    size_t first = outline_next(outline, 0), title;
    for (size_t i = outline->count > 0 && outline->pieces[0].kind == PIECE_HEADING ? 1 : first;
         i < outline->count; i++) {
        for (size_t end; i < outline->count && (end = end_of_other_article(x, outline, i)) > i;)
            i = end;
        if (i == outline->count)
            break;
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_charge)
            continue; /* 「會員大會行使下列職權：」 stands beside them, and is no section of theirs */
        enum element section = text_is_empty(piece->of_role) ? piece_section(piece) : ELEMENT_COUNT;
        size_t next = outline_next(outline, i);
        if (piece->is_role ||
            (section != ELEMENT_COUNT && !is_of_any_page(section) && !is_about_all(x, piece) &&
             !(next < outline->count && is_bare_position(x, outline, next))) ||
            (piece->kind == PIECE_TABLE && is_role_rows(x, piece->block->table, &title)))
            return true;
    }
    return false;
}

/* The next heading of the document's own; outline->count: none. */
static size_t next_real_heading(const struct outline *outline, size_t from)
{
    do
        from++;
    while (from < outline->count && outline->pieces[from].block->kind != BLOCK_HEADING);
    return from;
}

/* A heading over a list, of whose words nothing is known: 新媒体运营 beside 测试工程师. */
static bool is_unknown_over_list(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (piece->block->kind != BLOCK_HEADING || next == outline->count ||
        piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_UNKNOWN ||
        !outline_is_name_like(x, piece) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text))
        return false;
    const struct piece *below = &outline->pieces[next];
    return below->kind == PIECE_WORDS &&
           (below->block->kind == BLOCK_LIST || piece_look(below) != piece_look(piece));
}

/*
 * All headings of the document are of one level and over lists, and one of them names a position:
 * so do the others.
 */
static bool are_positions_alike(struct extraction *x, const struct outline *outline)
{
    size_t headings = 0, named = 0;
    unsigned level = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->block->kind != BLOCK_HEADING)
            continue;
        bool is_bare = is_bare_position(x, outline, i);
        level = headings++ == 0 ? piece->block->level : level;
        named += is_bare;
        if (piece->block->level != level || (!is_bare && !is_unknown_over_list(x, outline, i)))
            return false;
    }
    return headings >= BARE_POSITIONS && named > 0;
}

/* How the bare positions are numbered, and the chapter over them; 0: they are not. */
struct looks {
    unsigned own, chapter;
};

/* The look of the line in front of the position that is numbered otherwise, 「一、主席團」. */
static unsigned look_of_chapter(const struct outline *outline, size_t position)
{
    unsigned own = piece_look(&outline->pieces[position]);
    for (size_t i = position; own != 0 && i > 0 && position - i < CHAPTER_DISTANCE; i--) {
        const struct piece *piece = &outline->pieces[i - 1];
        unsigned look = piece_look(piece);
        bool is_line = piece->block->kind != BLOCK_LIST && !piece_is_article(piece);
        if (look != 0 && look != own)
            return is_line ? look : 0;
    }
    return 0;
}

/*
 * 5.5.1.3 質量部 among positions that are numbered alike, or 「二、辦公室」 beside the chapter
 * 「一、主席團」 of positions: what a department does.
 */
static bool is_bare_department(struct extraction *x, const struct outline *outline, size_t i,
                               const struct looks *looks)
{
    const struct piece *piece = &outline->pieces[i];
    unsigned look = piece_look(piece);
    return look != 0 && (look == looks->own || look == looks->chapter) && !piece->is_role &&
           is_department(x, list_label_of(piece->text).rest) && is_bare_name(x, outline, i);
}

/*
 * "Junior", 高級: a rank beside positions, a level of the career that they are levels of; "Graduate
 * students", who have a place beside them.
 */
static bool is_bare_rank(struct extraction *x, const struct outline *outline, size_t i,
                         unsigned level)
{
    const struct piece *piece = &outline->pieces[i];
    struct text name = name_of_line(x, piece->text);
    bool is_rank = name.size >= RANK_BYTES && vocabulary_is_rank(x->vocabulary, x->scratch, name);
    return piece->block->kind == BLOCK_HEADING && piece->level == level &&
           (is_rank || has_place_beside_posts(x, piece)) && is_bare_name(x, outline, i);
}

void find_bare_positions(struct extraction *x, struct outline *outline)
{
    size_t found = 0, headings = 0, marked = 0;
    unsigned level = LEVEL_LINE;
    struct looks looks = {0, 0};
    if (has_sections(x, outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        bool is_heading = outline->pieces[i].block->kind == BLOCK_HEADING;
        bool is_bare = is_bare_position(x, outline, i);
        found += is_bare;
        looks.own = is_bare ? piece_look(&outline->pieces[i]) : looks.own;
        if (is_bare && looks.chapter == 0)
            looks.chapter = look_of_chapter(outline, i);
        headings += is_heading;
        marked += is_bare && is_heading;
        level = is_bare && is_heading ? outline->pieces[i].level : level;
    }
    bool is_alone = headings == 1 && marked == 1; /* the only heading of the document */
    bool are_alike = are_positions_alike(x, outline);
    if (found < BARE_POSITIONS && !is_alone && !are_alike)
        return;
    outline->pieces[0].is_role = outline->pieces[0].is_duties = false; /* the book's title */
    bool any = false;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_alike = are_alike && is_unknown_over_list(x, outline, i);
        piece->ends_roles |= any && piece->level <= level && is_about_all(x, piece);
        if (!is_bare_position(x, outline, i) && !is_alike &&
            !is_bare_department(x, outline, i, &looks) && !is_bare_rank(x, outline, i, level))
            continue;
        any = true;
        if (piece->kind != PIECE_HEADING)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role = piece->is_duties = true;
        piece->name = name_of_line(x, text_is_empty(piece->name) ? piece->text : piece->name);
    }
    size_t next = 0;
    for (size_t i = 0; i < outline->count; i++) { /* "Contributor ladder" over its rungs */
        struct piece *piece = &outline->pieces[i];
        next = next > i ? next : next_real_heading(outline, i);
        bool is_over = next < outline->count && outline->pieces[next].level > piece->level;
        if (piece->is_role && piece->is_duties && is_over && outline->pieces[next].is_role)
            piece->is_role = piece->is_duties = false;
    }
}

/* ---- below a heading of duties ---- */

/* 「設計組長：王小明」, 「前端開發：張三、李四」. */
static struct text post_of_heading(struct extraction *x, const struct piece *piece,
                                   struct text *holder)
{
    struct text post = post_beside_holder(x, piece->text, holder);
    return text_is_empty(post) ? task_beside_people(x, piece->text, holder) : post;
}

/* 「秘書的職責：」, 「秘書須符合下列要求：」 in a line below 「2.2 秘書」: a section of that one. */
static bool is_section_of_name(struct extraction *x, const struct piece *piece,
                               const struct piece *name)
{
    struct text called = name_of_line(x, name->text);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->label.kind == LABEL_ELEMENT && piece->level > name->level &&
           !is_latin_text(called) && called.size < piece->text.size &&
           text_starts_with(list_label_of(piece->text).rest, called);
}

static bool is_over_own_section(struct extraction *x, const struct outline *outline, size_t name)
{
    size_t next = outline_next(outline, name);
    return next < outline->count &&
           is_section_of_name(x, &outline->pieces[next], &outline->pieces[name]);
}

/*
 * The headings right below, all of one level, are over words of their own, and more than half of
 * them name positions, or units beside one.
 */
static bool is_over_positions(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading), names = 0, units = 0, others = 0;
    size_t name = heading;
    unsigned level = 0;
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING)
            continue;
        level = level == 0 ? piece->level : level;
        if (is_section_of_name(x, piece, &outline->pieces[name]))
            continue;
        if (piece->level != level || piece->block->kind != BLOCK_HEADING || piece->is_role ||
            piece->label.kind == LABEL_ELEMENT ||
            (!is_bare_name(x, outline, i) && !is_over_own_section(x, outline, i)))
            return false;
        name = i;
        struct text holder;
        bool is_position =
            outline_is_position(x, piece) || !text_is_empty(post_of_heading(x, piece, &holder));
        bool is_unit = !is_position && is_department(x, name_of_line(x, piece->text));
        names += is_position;
        units += is_unit;
        others += !is_position && !is_unit;
    }
    return names > 0 && names + units >= BARE_POSITIONS && names + units > others;
}

/* "Responsibilities", "Responsibility summary", "Team roles". */
static bool tells_of_roles(struct extraction *x, const struct piece *heading)
{
    const struct label *label = piece_meaning(heading);
    bool is_told = label->kind == LABEL_ELEMENT && !label->is_part &&
                   (label->element == ELEMENT_DUTIES || label->element == ELEMENT_PURPOSE);
    return heading->kind == PIECE_HEADING && heading->block->kind == BLOCK_HEADING &&
           !heading->is_role && (is_told || words_announce_roles(x, heading->text));
}

void find_positions_below_duties(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *heading = &outline->pieces[i];
        if (!tells_of_roles(x, heading) || !is_over_positions(x, outline, i))
            continue;
        outline->has_positions_below = true;
        size_t end = outline_end_below(outline, i), first = i + 1;
        while (first < end && outline->pieces[first].kind != PIECE_HEADING)
            first++;
        for (size_t k = first; k < end; k++) {
            struct piece *piece = &outline->pieces[k];
            if (piece->kind != PIECE_HEADING || piece->level > outline->pieces[first].level ||
                is_about_holders(x, list_label_of(piece->text).rest)) /* "C. Former officers" */
                continue;
            struct text holder, post = post_of_heading(x, piece, &holder);
            piece->is_role = piece->is_duties = true;
            piece->name = text_is_empty(post) ? name_of_line(x, piece->text) : post;
            piece->holder = text_is_empty(post) ? piece->holder : holder;
        }
    }
}
