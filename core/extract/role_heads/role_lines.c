/* Lines that name a role where the labels that were there before begin anew, and their levels. */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define NAME_DISTANCE 3     /* pieces between a role's name and its first label, at most */
#define LOOK_BACK 20        /* pieces of any kind: a bound on work */
#define POSITION_DISTANCE 6 /* where the name is a position's, and marked */
#define ITEMS_MIN 3 /* of a list, the last of which is no name: "2." may be that of a role */
#define TERMS_MIN 2 /* lines of labels between a position and a line that is none */

/* ---- levels ---- */

/* "CHAPTER TWO" in front of the name, and "CHAPTER THREE" as high behind it: nothing of the role's. */
static bool is_next_chapter(const struct outline *outline, size_t name, size_t next)
{
    const struct piece *behind = &outline->pieces[next];
    while (name > 0 && outline->pieces[name - 1].kind != PIECE_HEADING)
        name--;
    const struct piece *before = name > 0 ? &outline->pieces[name - 1] : NULL;
    return before != NULL && before->level == behind->level &&
           before->block->kind == BLOCK_HEADING && before->label.kind != LABEL_ELEMENT &&
           piece_meaning(behind)->kind != LABEL_ELEMENT;
}

unsigned level_of_name(const struct outline *outline, size_t name)
{
    size_t next = name + 1;
    while (next < outline->count && outline->pieces[next].kind != PIECE_HEADING)
        next++;
    unsigned below = next < outline->count ? outline->pieces[next].level : LEVEL_NAMED;
    if (next < outline->count && !text_is_empty(outline->pieces[next].name))
        return below;
    if (below == LEVEL_BOOK || (next < outline->count && is_next_chapter(outline, name, next)))
        return LEVEL_NAMED; /* the next part of the book, over names as this one is */
    return below < LEVEL_NAMED && below >= LEVEL_STEP ? below - LEVEL_STEP / 2 : LEVEL_NAMED;
}

/* A bold line that names a role over headings of the document stands just above these. */
void raise_names(struct outline *outline)
{
    for (size_t i = outline->count; i-- > 0;)
        if (outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level == LEVEL_NAMED)
            outline->pieces[i].level = level_of_name(outline, i);
}

/* ---- where the same labels begin anew ---- */

/* 道具部【王明】: a unit, and who is at its head. */
static bool is_unit_with_head(struct extraction *x, const struct piece *piece)
{
    static const struct text open = TEXT_INIT("【"), close = TEXT_INIT("】");
    size_t at = text_find(piece->text, open, 0);
    return at != TEXT_NOT_FOUND && at > 0 && text_ends_with(piece->text, close) &&
           is_department(x, text_trim(text_slice(piece->text, 0, at)));
}

/* Whether the line stands out from the one in front of it, so that it is no item of its list. */
static bool stands_out(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    if (piece->kind == PIECE_HEADING || piece->is_candidate || outline_is_position(x, piece) ||
        is_unit_with_head(x, piece))
        return true;
    const struct piece *before = piece - 1;
    return line == 0 || (before->kind == PIECE_WORDS && (piece_look(before) != piece_look(piece) ||
                                                         before->block->kind == BLOCK_LIST));
}

/* "Owner: Developer 1" in front of a label says something else than the name of the role. */
static bool is_labelled(struct extraction *x, const struct piece *piece)
{
    size_t colon = text_find(piece->text, TEXT(": "), 0);
    struct pair pair; /* 「口號：快速成長」 */
    if (piece->kind == PIECE_WORDS && !is_latin_text(piece->text) &&
        unknown_pair(piece->text, &pair))
        return !vocabulary_is_position(x->vocabulary, x->scratch, pair.name) &&
               !label_is_of_series(x, pair.name);
    if (piece->kind != PIECE_WORDS || colon == TEXT_NOT_FOUND || colon == 0)
        return false;
    struct text front = text_slice(piece->text, 0, colon);
    char last = front.data[front.size - 1]; /* "Position 1: Cook" */
    bool is_name = text_find(front, TEXT(" "), 0) != TEXT_NOT_FOUND &&
                   vocabulary_is_position(x->vocabulary, x->scratch, front);
    return !(last >= '0' && last <= '9') && !is_name; /* "Night Porter: part-time" is one */
}

/*
 * 三級康樂助理員 over "Amenities Assistant III": the name in the document's own script, where the
 * line below says it once more in the other.
 */
static size_t name_in_han(struct extraction *x, const struct outline *outline, size_t name)
{
    size_t before = outline_previous(outline, name);
    const struct piece *above = &outline->pieces[before];
    bool is_again = is_latin_text(outline->pieces[name].text) && before < name &&
                    (above->kind == PIECE_WORDS || above->kind == PIECE_HEADING) &&
                    !above->is_role && piece_section(above) == ELEMENT_COUNT &&
                    !is_latin_text(above->text) && outline_is_name_like(x, above) &&
                    outline_is_position(x, above);
    return is_again ? before : name;
}

/*
 * A plain line right under the heading of an element other than the name's: its value; and one in
 * bold, where whom the role answers to is asked for.
 */
static bool is_under_caption(const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t before = outline_previous(outline, line);
    const struct piece *above = &outline->pieces[before];
    if (before == line || piece->kind != PIECE_WORDS || above->kind != PIECE_HEADING ||
        above->label.kind != LABEL_ELEMENT || !text_is_empty(above->rest))
        return false;
    enum kind kind = element_row(above->label.element)->kind;
    return piece->is_candidate ? kind == KIND_REF || kind == KIND_REFS
                               : above->label.element != ELEMENT_TITLE;
}

/* Sections stand in front of it at the level of the label, and the label is not called after it. */
static bool is_section_beside(const struct outline *outline, size_t line, size_t label)
{
    const struct piece *piece = &outline->pieces[line], *below = &outline->pieces[label];
    return piece->kind == PIECE_HEADING && piece->is_section && piece->level == below->level &&
           !text_starts_with(below->text, piece->text);
}

/* "Members" beside "Responsibilities", below the name of a body: who belongs to it. */
static bool is_membership_beside(struct extraction *x, const struct outline *outline, size_t line,
                                 size_t label)
{
    const struct piece *piece = &outline->pieces[line];
    return piece->kind == PIECE_HEADING && piece->level == outline->pieces[label].level &&
           text_is_any(label_folded(x, piece->text), signs_of(x, SIGN_MEMBERS));
}

/*
 * "Business acumen" below "Key competencies": the name of a group of them, as the label beside it;
 * "Influence" below "Required competencies" over "Examples of responsibilities".
 */
static bool is_part_of_section(const struct outline *outline, size_t line, size_t label)
{
    const struct piece *piece = &outline->pieces[line];
    size_t above = line;
    if (piece->kind != PIECE_HEADING || piece->level > outline->pieces[label].level)
        return false;
    while (above > 0 && !(outline->pieces[above].kind == PIECE_HEADING &&
                          outline->pieces[above].level < piece->level))
        above--;
    const struct piece *section = &outline->pieces[above];
    if (above == line || section->kind != PIECE_HEADING || section->is_role)
        return false;
    bool is_sure_guess = label_is_sure_guess(&section->guess);
    enum element element = is_sure_guess ? section->guess.element : piece_section(section);
    bool is_beside = piece->level == outline->pieces[label].level;
    return is_beside ? element != ELEMENT_COUNT : element == ELEMENT_APPOINTMENT;
}

/*
 * 財務部 over 會計 one step below it, its own 部門職責 in front of that or not: a chapter of the
 * positions in it.
 */
static bool is_department_over(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (piece->kind != PIECE_HEADING || outline_is_position(x, piece) ||
        !is_department(x, name_of_line(x, piece->text)))
        return false;
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *below = &outline->pieces[i];
        if (below->kind != PIECE_HEADING)
            continue;
        if (below->level <= piece->level)
            return false;
        if (piece_section(below) != ELEMENT_DUTIES)
            return outline_is_position(x, below);
    }
    return false;
}

/* 「在維護者中指定安全聯絡人」 right below the heading 安全聯絡人: how it is filled, and no name. */
static bool says_whence(const struct outline *outline, size_t line)
{
    static const struct text whence[] = {TEXT_INIT("在"), TEXT_INIT("由"), TEXT_INIT("从"),
                                         TEXT_INIT("從")};
    const struct piece *piece = &outline->pieces[line];
    if (line == 0 || piece->kind != PIECE_WORDS)
        return false;
    const struct piece *above = &outline->pieces[line - 1];
    if (above->kind != PIECE_HEADING || above->block->kind != BLOCK_HEADING ||
        text_find(piece->text, above->text, 0) == TEXT_NOT_FOUND)
        return false;
    for (size_t i = 0; i < sizeof whence / sizeof *whence; i++)
        if (text_starts_with(piece->text, whence[i]))
            return true;
    return false;
}

/* 「薪資面議／大專以上」 as a deeper heading over nothing, right in front of the label: no section. */
static bool is_subtitle(const struct outline *outline, size_t line, size_t label)
{
    const struct piece *piece = &outline->pieces[line];
    return piece->kind == PIECE_HEADING && piece->level > outline->pieces[label].level &&
           outline->pieces[label].kind == PIECE_HEADING && outline_next(outline, line) == label;
}

/*
 * 「一、櫃檯人員」 right over 「三班制 月休八天」: a numbered position, and terms that only look like a
 * name; else the line itself.
 */
static size_t numbered_post_over(struct extraction *x, const struct outline *outline, size_t line)
{
    size_t before = outline_previous(outline, line);
    const struct piece *post = &outline->pieces[before], *terms = &outline->pieces[line];
    bool is_post = before < line && piece_number(post) > 0 && piece_number(terms) == 0 &&
                   !post->is_role && text_is_empty(post->rest) && !outline_is_position(x, terms) &&
                   outline_is_position(x, post) && outline_is_name_like(x, post);
    return is_post ? before : line;
}

/*
 * "APPLY" between "Location: Bergen" and the first heading is no name where one of a position
 * stands in front of such labels: that line; else the line itself.
 */
static size_t name_over_terms(struct extraction *x, const struct outline *outline, size_t line)
{
    size_t above = line, before = outline_previous(outline, line), terms = 0;
    if (outline_is_position(x, &outline->pieces[line]))
        return line;
    for (; before < above && terms <= LOOK_BACK && outline->pieces[before].kind == PIECE_PAIRS &&
           !outline->pieces[before].is_of_labels;
         above = before, before = outline_previous(outline, before), terms++) {
        const struct label *label = &outline->pieces[before].label;
        if (label->kind != LABEL_ELEMENT || !kind_has_one_value(element_row(label->element)->kind))
            return line;
    }
    const struct piece *name = &outline->pieces[before];
    bool is_name = terms >= TERMS_MIN && before < above && !name->is_role &&
                   outline_is_name_like(x, name) && outline_is_position(x, name);
    return is_name ? before : numbered_post_over(x, outline, line);
}

/* "**Cook**" right over "## Overview", whose level is not below its own: a name, and no part. */
static bool is_post_over_section(struct extraction *x, const struct outline *outline, size_t i)
{
    size_t next = outline_next(outline, i);
    if (next < outline->count && piece_is_prose(&outline->pieces[next]))
        next = outline_next(outline, next); /* what the post is for */
    return next < outline->count && outline->pieces[next].kind == PIECE_HEADING &&
           outline->pieces[next].label.kind == LABEL_ELEMENT &&
           outline->pieces[next].level <= outline->pieces[i].level &&
           outline_is_position(x, &outline->pieces[i]);
}

/*
 * Nothing but lines of labels, sentences and headings over a few words stands between them: no
 * list, and no section of duties or conditions.
 */
static bool is_over_sections(const struct outline *outline, size_t line, size_t label)
{
    bool is_below_heading = false;
    for (size_t i = outline_next(outline, line); i < label; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        bool is_heading = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                          piece_section(piece) == ELEMENT_COUNT;
        bool is_value = is_below_heading && piece->kind == PIECE_WORDS && !piece_is_item(piece);
        if (piece->kind != PIECE_PAIRS && !is_heading && !is_value && !piece_is_prose(piece))
            return false;
        is_below_heading = is_heading;
    }
    return true;
}

/*
 * Behind a bullet, or "(3) Registered nurse" behind "(2) …": a need like those above. So is what
 * stands right below "The President shall:".
 */
static bool is_item_of_list(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    if (line > 0 && piece_is_item(piece) &&
        !text_is_empty(label_with_pronoun(x, outline->pieces[line - 1].text)))
        return true;
    bool goes_on = line > 0 && piece_is_item(piece) && piece_number(piece) >= ITEMS_MIN &&
                   piece_is_numbered_behind(piece, piece - 1);
    return goes_on ||
           (list_label_of(piece->text).kind == LIST_LABEL_BULLET && !outline_is_position(x, piece));
}

/* "Volunteer role", alone in its line: what kind of name stands above or behind it, and none itself. */
static bool is_label_of_name(struct extraction *x, const struct piece *piece)
{
    bool is_line = piece->kind == PIECE_WORDS || piece->block->kind == BLOCK_PARAGRAPH;
    struct label label = is_line ? label_find(x, piece->text) : label_of(ELEMENT_COUNT);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && !label.is_part;
}

/* The line that names the role whose first label this is; SIZE_MAX: none. */
static size_t name_above(struct extraction *x, const struct outline *outline, size_t label)
{
    bool is_real =
        outline->pieces[label].kind == PIECE_HEADING && outline->pieces[label].level < LEVEL_NAMED;
    size_t words = 0; /* between the name and the label: lines of labels do not count */
    size_t limit = is_real ? NAME_DISTANCE : LOOK_BACK, pairs = 0;
    for (size_t i = label; i-- > 0 && words <= POSITION_DISTANCE && label - i <= LOOK_BACK &&
                           label - i - pairs <= limit;) {
        const struct piece *piece = &outline->pieces[i];
        words += piece->kind == PIECE_WORDS;
        pairs += piece->kind == PIECE_PAIRS;
        if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT)
            words = 0; /* those below it are its own */
        bool is_far = words > NAME_DISTANCE;
        bool is_sure = piece->is_candidate || !is_latin_text(piece->text);
        if (piece->is_item || (is_far && !(is_sure && outline_is_position(x, piece))))
            continue;
        if (piece->is_role || piece_section(piece) != ELEMENT_COUNT || piece_holds_roles(x, piece))
            break;
        bool is_name = outline_is_marked(outline, i) && is_over_sections(outline, i, label) &&
                       outline_is_position(x, piece);
        if (is_real && piece->kind != PIECE_HEADING && !is_name)
            continue; /* headings are named by headings */
        bool is_guess = piece->guess.kind == LABEL_ELEMENT && !outline_is_position(x, piece);
        if (is_item_of_list(x, outline, i))
            continue;
        if (piece->is_member || (i > 0 && is_labelled(x, piece)))
            continue; /* "Assigned to: the Editor" below the name */
        if (is_real &&
            (is_membership_beside(x, outline, i, label) ||
             (!outline_is_position(x, piece) &&
              (is_section_beside(outline, i, label) || is_part_of_section(outline, i, label)))))
            continue; /* 交接事項 among the sections of a role */
        if (vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_APPOINTMENT)
            continue; /* "Fluency in Python": a need in front of "Bonus qualifications" */
        if (is_under_caption(outline, i))
            continue; /* 科長、副處長 under 職業發展 */
        if ((piece->kind == PIECE_HEADING || piece->is_candidate) &&
            !outline_is_position(x, piece) && comes_below_others(x, outline, i))
            continue; /* 崗位卡 below each of several names */
        bool is_section = piece->label.kind == LABEL_ELEMENT &&
                          !(label_may_be_name(&piece->label) && outline_is_position(x, piece));
        if (piece->kind == PIECE_HEADING &&
            (is_section || piece->label.kind == LABEL_OTHER || is_guess))
            continue; /* another section of the same role */
        if (says_whence(outline, i) || is_subtitle(outline, i, label) || is_label_of_name(x, piece))
            continue;
        if (is_caption_with_share(piece->text) && !outline_is_position(x, piece))
            break; /* "Deliveries (25%)" among the duties */
        bool is_level = piece->kind != PIECE_HEADING || is_post_over_section(x, outline, i) ||
                        outline->pieces[label].kind == PIECE_PAIRS ||
                        piece->level <= outline->pieces[label].level;
        bool is_sentence = is_latin_text(piece->text) && piece->kind == PIECE_WORDS &&
                           !is_title_case(piece->text) && !outline_is_position(x, piece);
        if (is_level && !is_sentence && outline_is_name_like(x, piece) &&
            stands_out(x, outline, i) && !is_department_over(x, outline, i) &&
            !names_no_role(x, outline, i))
            return name_in_han(x, outline, name_over_terms(x, outline, i));
        if (piece->kind == PIECE_HEADING)
            break; /* what stands over the label, or begins another section */
    }
    return SIZE_MAX;
}

void name_line_over(struct extraction *x, struct outline *outline, size_t line, size_t label)
{
    struct piece *piece = &outline->pieces[line];
    unsigned below =
        outline->pieces[label].kind == PIECE_HEADING ? outline->pieces[label].level : LEVEL_PSEUDO;
    bool is_above = piece->kind == PIECE_HEADING && piece->level < below;
    if (!is_above)
        piece->level = below >= LEVEL_PSEUDO ? LEVEL_NAMED : below - LEVEL_STEP / 2;
    piece->kind = PIECE_HEADING;
    piece->is_role = true;
    bool is_named = !text_is_empty(piece->name);
    piece->name = name_of_line(x, is_named ? piece->name : name_beside_form(x, piece->text));
}

/* What comes again with the next role: its duties, its conditions, or its "Job description". */
static enum element recurring(const struct piece *piece)
{
    enum element element = piece_section(piece);
    bool is_description = piece->kind == PIECE_HEADING && label_is_description(&piece->label);
    return element == ELEMENT_COUNT && is_description ? ELEMENT_PURPOSE : element;
}

/* 第二章 崗位職責 over positions, or over a table of them: a chapter. */
static bool is_over_roles(struct extraction *x, const struct outline *outline, size_t i)
{
    return outline->pieces[i].kind == PIECE_HEADING &&
           (outline_holds_roles(outline, i) || is_over_role_rows(x, outline, i));
}

/* "Nice to have" behind the conditions that are required: they go on, and no role begins. */
static bool goes_on_with_conditions(struct extraction *x, const struct piece *piece)
{
    return piece_section(piece) == ELEMENT_APPOINTMENT &&
           text_is(vocabulary_code_of_heading(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED,
                                              piece->text),
                   "preferred");
}

/*
 * 職位描述 … 招聘要求 … 職位描述: a label that comes again begins the next role, when a line in
 * front of it can be its name. The first role of such a row has its name in the same place.
 */
void find_restarts(struct extraction *x, struct outline *outline)
{
    bool seen[ELEMENT_ROLE_COUNT] = {false}, has_named = false;
    size_t first = SIZE_MAX, restarts = 0, seen_at[ELEMENT_ROLE_COUNT] = {0}, twin = SIZE_MAX;
    size_t next_name = SIZE_MAX, next_label = SIZE_MAX; /* of the role behind the first */
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        enum element element = recurring(piece);
        if (piece->is_role || piece->begins_role || !text_is_empty(piece->name)) {
            memset(seen, 0, sizeof seen);
            has_named |= first == SIZE_MAX;
        }
        if (element == ELEMENT_COUNT || is_over_roles(x, outline, i))
            continue;
        if (first == SIZE_MAX)
            first = i;
        bool begins_anew = seen[element] && !goes_on_with_conditions(x, piece);
        size_t name = begins_anew ? name_above(x, outline, i) : SIZE_MAX;
        if (name != SIZE_MAX) {
            name_line_over(x, outline, name, i);
            next_name = restarts == 0 ? name : next_name;
            next_label = restarts == 0 ? i : next_label;
            twin = restarts++ == 0 ? seen_at[element] : twin;
            memset(seen, 0, sizeof seen);
        }
        seen_at[element] = seen[element] ? seen_at[element] : i;
        seen[element] = true;
    }
    bool is_plain = first != SIZE_MAX && outline->pieces[first].level >= LEVEL_NAMED;
    bool may_be_named = first != SIZE_MAX && !has_named && !is_over_roles(x, outline, first);
    size_t name = may_be_named ? name_above(x, outline, first) : SIZE_MAX;
    size_t like = may_be_named && restarts > 0
                      ? name_like_next(x, outline, first, next_name, next_label)
                      : SIZE_MAX;
    if (like != SIZE_MAX && (name == SIZE_MAX || piece_number(&outline->pieces[like]) > 0))
        name = like;
    size_t twin_name = may_be_named && name == SIZE_MAX && twin != SIZE_MAX
                           ? name_above(x, outline, twin)
                           : SIZE_MAX; /* behind the title of them all, 「招聘岗位及要求」 */
    if (twin_name != SIZE_MAX)
        name_line_over(x, outline, twin_name, twin);
    if (name != SIZE_MAX &&
        (restarts > 0 || (is_plain && outline_is_position(x, &outline->pieces[name]))))
        name_line_over(x, outline, name, first);
    if (restarts > 0)
        find_names_beside(x, outline);
}
