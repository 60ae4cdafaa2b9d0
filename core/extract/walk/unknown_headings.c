/* Headings that the vocabulary does not know: groups of what is open, or sections of their own. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

void name_part(struct extraction *x, const struct piece *piece)
{
    struct target *t = &x->target;
    struct span at = piece->block->span;
    enum element element = t->records->element;
    if (element == ELEMENT_HANDBOOK_BASELINE || element == ELEMENT_HANDBOOK_PROCESSES ||
        element_is_of_handbook(element))
        t->group = piece->text;
    else if (kind_has_one_value(element_row(element)->kind))
        fill_text(x, piece->text, TEXT(""), 0, at);
    else {
        t->part = (struct value){name_without_colon(piece->text), at};
        note(x, USE_LABEL, piece->text, at);
    }
}

/*
 * "About us" at the level of the only role's name, with more of the role behind it at that level, or
 * "Apply", with more at any: the name stood over one section, not over all that is the role's.
 */
static bool goes_on_below(const struct extraction *x, const struct outline *outline, size_t index)
{
    unsigned level = outline->pieces[index].level;
    bool is_aside = outline->pieces[index].label.kind == LABEL_OTHER;
    if (x->handbook->role_count != 1 || index + 1 < outline->roles_end)
        return false;
    for (size_t i = index + 1; i < outline->count && level < LEVEL_PSEUDO; i++) {
        const struct piece *piece = &outline->pieces[i];
        enum element element = piece->label.element;
        if (piece->kind == PIECE_HEADING && (piece->level <= level || is_aside) &&
            piece->label.kind == LABEL_ELEMENT && element != ELEMENT_APPROVAL &&
            element != ELEMENT_EDITION && element != ELEMENT_DOCUMENTS)
            return true;
    }
    return false;
}

/* "Treasurers at the Conference" over a list that has some acts, of the role "Treasurer". */
static bool is_of_holder(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    struct text title = fold_label(x->scratch, label_without_remark(role_title(x->role)));
    if (piece->block->kind != BLOCK_HEADING || text_is_empty(title) || next == outline->count ||
        outline->pieces[next].block->kind != BLOCK_LIST ||
        text_find(fold_label(x->scratch, piece->text), title, 0) == TEXT_NOT_FOUND)
        return false;
    size_t behind = outline_next(outline, next);
    return (behind == outline->count || outline->pieces[behind].kind == PIECE_HEADING) &&
           are_acts_of_holder(x, outline->pieces[next].block);
}

/* "You'd be" over "skimming the leaves" and "handing out the ropes": acts, whatever the verbs. */
static bool is_over_participles(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index), at = 0, lines = 0;
    bool is_list = next < outline->count && outline->pieces[next].block->kind == BLOCK_LIST;
    struct text line,
        text = is_list ? whole_block_text(x->scratch, outline->pieces[next].block) : TEXT("");
    for (; text_next_line(text, &at, &line); lines++) {
        struct text words = list_label_of(text_trim(line)).rest;
        if (!begins_in_participle(words) || text_find(words, TEXT(" "), 0) == TEXT_NOT_FOUND)
            return false;
    }
    return lines > 1;
}

/* What most lines below an unknown heading of a role are, where it is none of the open element. */
static struct label label_by_content(struct extraction *x, const struct outline *outline,
                                     size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    bool is_unsure = piece->guess.kind == LABEL_UNKNOWN || piece->guess.guess == GUESS_PARTLY;
    bool is_unknown = piece->label.kind == LABEL_UNKNOWN && is_unsure;
    if (x->role == NULL || !is_unknown || piece->level <= x->role_level)
        return label_of(ELEMENT_COUNT);
    struct label label = label_of(sorted_below(x, outline, index));
    if (label.kind != LABEL_ELEMENT &&
        (is_of_holder(x, outline, index) ||
         (piece->guess.kind == LABEL_UNKNOWN && is_over_participles(x, outline, index))))
        label = label_of(ELEMENT_DUTIES);
    if (label.kind != LABEL_ELEMENT && is_over_benefits(x, outline, index))
        label = label_of(ELEMENT_REWARDS);
    bool is_below = t->kind == TARGET_ELEMENT && piece->level > t->level;
    bool is_part = is_below && (label.element == t->records->element ||
                                label.element == ELEMENT_DUTIES); /* standards tell acts, too */
    return is_part ? label_of(ELEMENT_COUNT) : label;
}

struct section_look section_look_below(const struct outline *outline, size_t heading)
{
    struct section_look look = {0};
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS)
            break;
        look.items += piece_is_item(piece);
        look.prose += piece->kind == PIECE_WORDS && !piece_is_item(piece);
    }
    return look;
}

/* "Technology at Harbour House" over sentences: tools are named, not told. */
static bool is_of_no_tools(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return piece->guess.element == ELEMENT_TOOLS && piece->guess.guess == GUESS_PARTLY &&
           next < outline->count && piece_is_prose(&outline->pieces[next]) &&
           section_look_below(outline, index).items == 0;
}

/*
 * "Academic qualifications:" in a line behind the duties: what it takes, where its items are no
 * acts, as those of a group of duties are.
 */
static bool is_caption_of_needs(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    if (t->kind != TARGET_ELEMENT || t->records->element != ELEMENT_DUTIES ||
        t->records->count == 0 || piece->block->kind != BLOCK_PARAGRAPH ||
        piece->guess.element != ELEMENT_APPOINTMENT || next == outline->count ||
        outline->pieces[next].block->kind != BLOCK_LIST)
        return false;
    struct sorting sorting = {0};
    sort_block(x, outline->pieces[next].block, &sorting);
    return 2 * sorting.duties < sorting.lines;
}

/*
 * The only heading that may be the duties', or the conditions', beside one of the other: "Job
 * description and responsibilities" as high as the role's name and "Skills required".
 */
static bool is_missing_half(const struct extraction *x, const struct label *guess)
{
    const struct region *region = &x->region;
    size_t duties = region->duties_headings, needs = region->eligibility_headings;
    return (guess->element == ELEMENT_DUTIES && duties == 1 && needs > 0) ||
           (guess->element == ELEMENT_APPOINTMENT && needs == 1 && duties > 0);
}

/*
 * 「你將負責的具體工作」 in front of everything else, over items: the file is what one role does,
 * and does not say what it is called.
 */
static bool is_duties_of_file(const struct outline *outline, size_t index)
{
    const struct label *guess = &outline->pieces[index].guess;
    return outline_previous(outline, index) == index && guess->element == ELEMENT_DUTIES &&
           guess->guess == GUESS_PHRASE && section_look_below(outline, index).items > 1;
}

/* Whether a heading the vocabulary does not know opens the element its words speak of. */
static bool opens_guess(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    if (piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_ELEMENT ||
        is_of_no_tools(outline, index))
        return false;
    if (x->role == NULL)
        return outline->roles_end == 0 && x->handbook->role_count == 0 &&
               (is_missing_half(x, &piece->guess) || is_duties_of_file(outline, index)) &&
               section_look_below(outline, index).items > 0;
    bool is_below = t->kind != TARGET_NONE && piece->level > t->level;
    bool is_beside = piece->level == x->role_level &&
                     (piece->guess.guess == GUESS_PHRASE || is_missing_half(x, &piece->guess));
    if (!is_below) /* "What you'll build" beside the role's name, as its other sections are */
        return piece->level > x->role_level || is_beside;
    return (label_is_sure_guess(&piece->guess) &&
            (t->kind != TARGET_ELEMENT || t->records->element != piece->guess.element)) ||
           is_caption_of_needs(x, outline, index);
}

/* "How does a keeper keep time?" over items, below "Keeper responsibilities": a group of them. */
static bool is_group_of_duties(const struct extraction *x, const struct outline *outline,
                               size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    return x->role != NULL && piece->block->kind == BLOCK_HEADING && piece->level > x->role_level &&
           t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           t->level >= LEVEL_PSEUDO && text_ends_with(piece->text, TEXT("?")) &&
           section_look_below(outline, index).items > 0;
}

/*
 * "Attributes" right over items or a plain word, below what the role is for: a section of its own.
 * What is one text goes on in sentences.
 */
static bool is_beside_text(struct extraction *x, const struct outline *outline, size_t index)
{
    static const char *const stops[] = {".", "。", "!", "！", "?", "？", ":", "：", NULL};
    size_t next = outline_next(outline, index);
    if (outline->pieces[index].block->kind != BLOCK_HEADING || next == outline->count ||
        x->awaits_items || element_row(x->target.records->element)->kind != KIND_TEXT)
        return false;
    const struct piece *below = &outline->pieces[next];
    if (piece_is_item(below)) /* acts may be the duties */
        return sorted_below(x, outline, index) != ELEMENT_DUTIES;
    return below->kind == PIECE_PAIRS ||
           (below->kind == PIECE_WORDS && !text_ends_with_one_of(below->text, stops) &&
            text_code_points(below->text) < SENTENCE_MIN);
}

/*
 * A heading below that of an element over what is none of it: 聯絡方式 in a line behind the duties,
 * 應徵方式, 「不負責」 and "Forbidden" also as a heading of the document.
 */
static bool ends_element(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_other = piece->label.kind == LABEL_OTHER && !piece->label.needs_context &&
                    x->target.records->count > 0;
    if (is_other &&
        (piece->level >= LEVEL_PSEUDO || text_ends_with_any(piece->text, signs_of(x, SIGN_WAY)) ||
         text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_DENIAL))))
        return true;
    return x->role != NULL && is_beside_text(x, outline, index);
}

/* "What would set you apart" behind what is asked for: more of that, which is wished for. */
static bool goes_on_with_wishes(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_APPOINTMENT &&
           piece->level <= t->level && piece->label.kind == LABEL_UNKNOWN &&
           heading_tells_need(x, piece->text);
}

void walk_unknown_heading(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct target *t = &x->target;
    struct span at = piece->block->span;
    bool is_below = t->kind != TARGET_NONE && piece->level > t->level;
    if (x->role != NULL && x->role_is_fresh && text_equal(piece->text, role_title(x->role))) {
        note_skipped(x, CLUE_REPEATED, piece->text, at);
        return; /* its name again, over what it is for */
    }
    if (is_group_of_duties(x, outline, index)) {
        name_part(x, piece);
        return;
    }
    if (is_plain_group(x, outline, index)) {
        name_part(x, piece);
        t->has_groups = true;
        return;
    }
    bool are_needs = goes_on_with_wishes(x, piece) || leads_to_qualities(x, outline, index);
    struct label sorted =
        are_needs ? label_of(ELEMENT_APPOINTMENT) : label_by_content(x, outline, index);
    if (sorted.kind == LABEL_ELEMENT) {
        walk_element_heading(x, outline, index, sorted);
        return;
    }
    if (opens_guess(x, outline, index)) {
        walk_element_heading(x, outline, index, piece->guess);
        return;
    }
    if (x->role == NULL && t->kind != TARGET_ELEMENT && outline_holds_roles(outline, index)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (t->kind == TARGET_ELEMENT && is_below && !is_note_caption(x, piece->text) &&
        !ends_element(x, outline, index)) {
        name_part(x, piece);
        return;
    }
    if (t->kind == TARGET_OTHER && is_below) {
        fill_block(x, piece->block);
        return;
    }
    bool is_caption = piece->label.kind == LABEL_OTHER && piece->level >= LEVEL_PSEUDO;
    if (x->role != NULL && piece->level <= x->role_level && !is_caption &&
        text_is_empty(piece->of_role) && !goes_on_below(x, outline, index))
        end_role(x);
    if (x->role == NULL && outline_holds_roles(outline, index)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (x->handbook->role_count == 0 && text_is_empty(x->title.text) && piece->level <= LEVEL_STEP)
        x->title = (struct value){piece->text, at};
    open_unknown(x, piece->text, piece->level, at, piece->label.kind == LABEL_UNKNOWN);
}
