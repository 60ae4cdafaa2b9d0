/* Headings that name a role: a form or the elements of one role stand below them. */
#include "core/base/script.h"
#include "core/extract/evidence/page_titles.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define SAME_DISTANCE 500   /* pieces in which a heading may come again: a bound on work */
#define NUMBERED_SECTIONS 2 /* beside a numbered heading that may be a role: chapters of a book */
#define PLAIN_SECTIONS 6    /* alike, without numbers: a posting has fewer */
#define NAMES_MIN 2         /* in bold below the duties of officers: one may be a remark */

/* ---- headings that name a role ---- */

/* 「職稱：…」 stands below it more than once: a chapter of the postings that these name. */
static bool is_over_title_lines(const struct outline *outline, size_t heading)
{
    size_t lines = 0;
    for (size_t i = heading + 1; i < outline->count && lines < 2; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level <= outline->pieces[heading].level)
            break;
        lines += piece->begins_role;
    }
    return lines > 1;
}

/* A heading above the level of both stands between them. */
static bool are_parted(const struct outline *outline, size_t one, size_t other)
{
    size_t end = one < other ? other : one;
    for (size_t i = one < other ? one : other; i < end; i++)
        if (outline->pieces[i].kind == PIECE_HEADING &&
            outline->pieces[i].level < outline->pieces[one].level)
            return true;
    return false;
}

bool comes_below_others(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    struct text folded = label_folded(x, piece->text);
    size_t end =
        heading + SAME_DISTANCE < outline->count ? heading + SAME_DISTANCE : outline->count;
    for (size_t i = heading > SAME_DISTANCE ? heading - SAME_DISTANCE : 0; i < end; i++) {
        const struct piece *other = &outline->pieces[i];
        bool is_alike = (other->kind == PIECE_HEADING && other->level == piece->level) ||
                        (other->is_candidate && piece->is_candidate);
        if (i != heading && is_alike && text_equal(label_folded(x, other->text), folded) &&
            are_parted(outline, heading, i))
            return true;
    }
    return false;
}

/* What stands in front of a heading, up to the one that it stands below. */
struct front {
    const struct piece *above; /* NULL: it stands below none */
    bool has_element;          /* beside it, and no purpose */
};

/* The piece stands in front of those of the level that come now. */
static void front_add(struct front *front, const struct piece *piece, unsigned level)
{
    if (piece->kind != PIECE_HEADING || piece->level > level)
        return;
    const struct label *label = piece_meaning(piece);
    if (piece->level < level)
        *front = (struct front){.above = piece};
    else if (label->kind == LABEL_ELEMENT && label->element != ELEMENT_PURPOSE)
        front->has_element = true;
}

/* Of the headings beside it, only such as "Overview" stand in front: the page's, and no role's. */
static bool is_behind_overview(const struct front *front)
{
    return !front->has_element && (front->above == NULL || !front->above->is_role);
}

/*
 * "Harbour Tutors" and "Remote, Leeds" as headings right below a position: whose and where it is.
 * In Han a label says that it is of the kind: 「關鍵詞：台北 網站」.
 */
static bool is_line_below_position(struct extraction *x, const struct outline *outline,
                                   size_t heading)
{
    const struct piece *line = &outline->pieces[heading];
    unsigned level = line->level;
    size_t width;
    bool is_latin = is_latin_text(line->text);
    if (list_label_of(line->text).kind != LIST_LABEL_NONE ||
        (!is_latin && find_colon(line->text, &width) == TEXT_NOT_FOUND))
        return false; /* the number of a chapter may stand without a gap in front of Han */
    bool may_be_name =
        is_latin && outline_is_position(x, line) && !text_ends_with(line->text, TEXT("s"));
    for (size_t i = outline_previous(outline, heading), below = heading;
         i < below && outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level < level;
         below = i, i = outline_previous(outline, i)) {
        level = outline->pieces[i].level;
        if (outline_is_position(x, &outline->pieces[i]))
            return !may_be_name;
    }
    return false;
}

/* Whom or what an article is about: "Office of the Treasurer" is about one, "Removal of …" is not. */
static struct text subject_of_article(struct extraction *x, struct text title)
{
    struct text front = in_front_of_joint(x, title);
    bool is_of_post =
        front.size < title.size && text_ends_with_any_word(front, signs_of(x, SIGN_POST));
    return is_of_post ? title : front;
}

/* "Election of Officers", "Board"; "Chief Officer" and "Clerk to the Board" are one. */
static bool is_of_several_officers(struct extraction *x, struct text title)
{
    static const char *const persons[] = {" officer", " director", NULL};
    struct text subject = subject_of_article(x, title), words = fold_text(x->scratch, title);
    bool is_one = (text_ends_with_one_of(words, persons) ||
                   (subject.size < title.size && !text_ends_with(words, TEXT("s")))) &&
                  vocabulary_is_position(x->vocabulary, x->scratch, subject);
    return !is_one &&
           text_ends_with_any(fold_label(x->scratch, title), signs_of(x, SIGN_OF_SEVERAL_OFFICERS));
}

/*
 * "Article V: Executive Committee", "Officers" in a constitution; "Article VI: Deacons" are a role,
 * and "Article VII: Duties of the Board" is the board's.
 */
static bool is_article_of_rules(struct extraction *x, const struct piece *piece)
{
    struct text rest = behind_latin_article(x, piece->text);
    bool is_duties_of = piece->is_duties && piece->name.size < rest.size &&
                        text_ends_with(rest, piece->name) && !text_is_empty(piece->name);
    return !text_is_empty(rest) && !is_duties_of &&
           (is_of_several_officers(x, rest) ||
            text_starts_with_any_word(fold_text(x->scratch, rest),
                                      signs_of(x, SIGN_OFFICERS_START)) ||
            !vocabulary_is_position(x->vocabulary, x->scratch, subject_of_article(x, rest)));
}

/* A line in bold with the name of a position, or a heading of one. */
static bool is_marked_position(struct extraction *x, const struct piece *piece)
{
    return (piece->is_candidate || piece->kind == PIECE_HEADING) && outline_is_position(x, piece);
}

/*
 * "Officers' Duties", "Officer Duties" right over "President: presides", or over "President" in a
 * marked line: each of them has some.
 */
static bool is_over_duties_of_officers(struct extraction *x, const struct outline *outline,
                                       size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    bool are_several = text_equal_ascii_case(piece->name, TEXT("Officer")) ||
                       words_announce_officers(x, piece->name);
    if (!piece->is_duties || !are_several || next == outline->count)
        return false;
    const struct piece *below = &outline->pieces[next];
    struct role_item item;
    if (is_marked_position(x, below))
        return true;
    bool is_head = below->block->kind == BLOCK_LIST && below->block->children != NULL
                       ? role_item_of_block(x, below->block->children, &item)
                       : role_item_of_line(x, below, &item);
    return is_head && vocabulary_is_position(x->vocabulary, x->scratch, item.name);
}

/* 「後端工程師 B：排程模組」: what the post is for says nothing of what the heading is. */
static struct text without_remark_on_post(struct extraction *x, struct text heading)
{
    size_t width, colon = find_colon(heading, &width);
    struct text name = text_trim(text_slice(heading, 0, colon < heading.size ? colon : 0));
    bool is_lettered = name.size > 1 && is_ascii_letter(name.data[name.size - 1]) &&
                       !is_ascii_letter(name.data[name.size - 2]);
    struct text post = is_lettered ? text_trim(text_slice(name, 0, name.size - 1)) : name;
    return title_holds_position(x, post) ? name : heading;
}

bool names_no_role(struct extraction *x, const struct outline *outline, size_t heading)
{
    struct text words = without_remark_on_post(x, outline->pieces[heading].text);
    bool is_body = heading > 0 && text_ends_with_any(words, signs_of(x, SIGN_BODY));
    return (heading == 0 && title_goes_on_as_paper(x, outline)) ||
           (!is_body && vocabulary_is_no_role(x->vocabulary, x->scratch, words));
}

/*
 * "# Fundraising" behind "# Board Treasurer Job Description", the first heading of all: part of the
 * one job that the page is about, though a committee may have somebody for that.
 */
static bool is_part_of_description(struct extraction *x, const struct outline *outline,
                                   size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t first = outline->pieces[0].kind == PIECE_HEADING ? 0 : outline_next(outline, 0);
    const struct piece *title = &outline->pieces[first];
    return first < heading && title->kind == PIECE_HEADING && title->level == piece->level &&
           title->is_duties && vocabulary_is_position(x->vocabulary, x->scratch, title->name) &&
           vocabulary_is_office(x->vocabulary, x->scratch, piece->text);
}

/* "Powers and duties of the board": whose they are, be that a position or a body. */
static bool tells_whose(struct extraction *x, const struct piece *piece)
{
    return piece->is_duties && piece->name.size < piece->text.size &&
           (vocabulary_is_position(x->vocabulary, x->scratch, piece->name) ||
            text_ends_with_any_word(piece->name, signs_of(x, SIGN_BODY)));
}

/* 「更多崗位——請見本院網站」 */
static bool tells_of_more_posts(struct extraction *x, const struct piece *piece)
{
    return text_starts_with_any_word(fold_text(x->scratch, piece->text),
                                     signs_of(x, SIGN_MORE_POSTS));
}

static void find_role(struct extraction *x, struct outline *outline, size_t heading,
                      const struct front *front)
{
    struct piece *piece = &outline->pieces[heading];
    bool is_named = !text_is_empty(piece->name);
    if ((x->names_positions && !outline_is_position(x, piece)) ||
        is_page_title(x, piece->block->span) || tells_of_more_posts(x, piece))
        return;
    if (!label_may_be_name(&piece->label) || outline_is_chapter(x, outline, heading) ||
        is_over_title_lines(outline, heading) || is_article_of_rules(x, piece) ||
        is_over_form_of_another(x, outline, heading) ||
        (outline->has_positions_below && !outline_is_position(x, piece) && !tells_whose(x, piece)))
        return;
    if (!is_named && piece->guess.kind == LABEL_UNKNOWN &&
        is_line_below_position(x, outline, heading) && has_role_below(x, outline, heading)) {
        piece_make_words(piece); /* the sections are the position's */
        return;
    }
    if (is_named && is_over_duties_of_officers(x, outline, heading)) {
        name_nobody(piece);
        return;
    }
    if (!is_named && is_part_of_description(x, outline, heading)) {
        size_t next = outline_next(outline, heading);
        piece->level += LEVEL_STEP;
        if (next < outline->count && piece_is_item(&outline->pieces[next]))
            piece->label = label_of(ELEMENT_DUTIES);
        return;
    }
    struct text name = label_without_remark(piece->name); /* 會計（兼出納）崗位職責 */
    bool is_vouched = !is_named || outline_is_position(x, piece) || is_department(x, name) ||
                      vocabulary_is_position(x->vocabulary, x->scratch, name);
    if (!is_vouched && (piece->is_section || words_announce_roles(x, piece->text)))
        return; /* 交接事項 among the sections of a role; "Project Roles Summary" */
    bool is_told = x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
    if (is_told && !is_named && piece->guess.kind == LABEL_ELEMENT &&
        !outline_is_position(x, piece))
        return; /* a section: the front matter has the name of the role */
    bool is_guess = piece->guess.guess == GUESS_PHRASE || text_ends_with(piece->text, TEXT("?")) ||
                    (piece->guess.guess == GUESS_WHOLE && !outline_is_position(x, piece));
    bool is_section = piece->is_section && !has_twin(x, outline, heading) &&
                      !(outline_is_position(x, piece) && is_behind_overview(front));
    if (!is_named &&
        (is_section || is_guess || ends_in_colon(piece->text) || is_clause(x, piece->text) ||
         text_starts_with_any_word(piece->text, signs_of(x, SIGN_SPEAKER)) ||
         invites_reader(x, piece->text) || !has_role_below(x, outline, heading) ||
         names_no_role(x, outline, heading) ||
         (!outline_is_position(x, piece) && comes_below_others(x, outline, heading))))
        return;
    piece->is_role = true;
    piece->name = name_of_line(x, is_named ? piece->name : name_beside_form(x, piece->text));
}

/* From the deepest headings up, so that a book's title over its roles is not taken for one. */
void find_roles(struct extraction *x, struct outline *outline)
{
    bool occurs[LEVEL_PSEUDO] = {false};
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level < LEVEL_PSEUDO)
            occurs[outline->pieces[i].level] = true;
    for (unsigned level = LEVEL_PSEUDO; level-- > LEVEL_TITLE;) {
        struct front front = {.above = NULL};
        for (size_t i = 0; occurs[level] && i < outline->count; i++) {
            const struct piece *piece = &outline->pieces[i];
            if (piece->kind == PIECE_HEADING && piece->level == level && !piece->is_role)
                find_role(x, outline, i, &front);
            front_add(&front, piece, level);
        }
    }
}

/* ---- sections of a report ---- */

/* Names nothing, of a role or another: a section of the book that the heading stands in. */
static bool is_of_book(const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    return !piece->is_role && piece->label.kind == LABEL_UNKNOWN &&
           piece->guess.kind != LABEL_ELEMENT && !outline_holds_roles(outline, heading);
}

/* The headings of a heading's level, around it. */
struct neighbours {
    size_t roles, sections; /* the latter marked as the heading itself is */
};

static struct neighbours neighbours_of(const struct outline *outline, size_t heading)
{
    struct neighbours found = {0};
    const struct piece *piece = &outline->pieces[heading];
    size_t end =
        heading + SAME_DISTANCE < outline->count ? heading + SAME_DISTANCE : outline->count;
    for (size_t i = heading > SAME_DISTANCE ? heading - SAME_DISTANCE : 0; i < end; i++) {
        const struct piece *beside = &outline->pieces[i];
        if (i == heading || beside->kind != PIECE_HEADING || beside->level != piece->level)
            continue;
        found.roles += beside->is_role;
        found.sections += piece_look(beside) == piece_look(piece) && is_of_book(outline, i);
    }
    return found;
}

/*
 * 「2.1 範圍管理」 beside 「2.2 進度管理」 and 「2.3 溝通管理」: a section of a report, whatever
 * labels stand below it. The name of a position is surer, and so are two with the same sections.
 */
static bool is_section_of_book(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (outline_is_position(x, piece) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name) ||
        has_twin(x, outline, heading))
        return false;
    struct neighbours beside = neighbours_of(outline, heading);
    size_t enough = piece_look(piece) != 0 ? NUMBERED_SECTIONS : PLAIN_SECTIONS;
    return beside.sections >= enough && beside.sections > beside.roles;
}

void drop_sections_of_book(struct extraction *x, struct outline *outline)
{
    size_t others = 0;
    bool *is_section = arena_new_array(x->scratch, outline->count + 1, bool);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        is_section[i] =
            piece->kind == PIECE_HEADING && piece->is_role && is_section_of_book(x, outline, i);
        others += (piece->is_role && !is_section[i]) || piece_holds_roles(x, piece);
    }
    for (size_t i = 0; others > 0 && i < outline->count; i++)
        if (is_section[i])
            name_nobody(&outline->pieces[i]);
}

/*
 * "Step 1: Fill out the form", 「Phase 2: 實作」, 「階段三：驗收」 over a list: of a guide, whatever it
 * is about. In Han the words behind the mark may be what is done; a position's name stays one,
 * unless the stage has a number.
 */
static bool is_step(struct extraction *x, const struct piece *piece)
{
    size_t width, colon = find_colon(piece->text, &width);
    bool has_colon = colon != TEXT_NOT_FOUND;
    bool is_of_plan = is_latin_text(piece->text) ||
                      (has_colon && (!outline_is_position(x, piece) ||
                                     is_numbered_stage(x, text_slice(piece->text, 0, colon))));
    return is_of_plan && is_part_of_plan(x, piece->text);
}

/* "Officers of the board" over sentences that tell what each of them does. */
static bool is_over_officers(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    size_t end = outline_end_below(outline, heading), officers = 0;
    for (size_t i = heading + 1; i < end; i++)
        officers += outline->pieces[i].is_role_line ||
                    (outline->pieces[i].is_role && outline->pieces[i].level == LEVEL_NAMED);
    return officers > 1 && piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
           words_announce_officers(x, piece->text);
}

void drop_articles_and_steps(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role &&
            (is_article_of_rules(x, piece) || is_step(x, piece) ||
             is_page_title(x, piece->block->span) || is_over_officers(x, outline, i)))
            name_nobody(piece);
    }
}
