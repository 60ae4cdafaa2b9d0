/* Headings open places: roles, elements, sections of their own, pages. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/outline/lines.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define PROSE_DUTIES 3  /* paragraphs under "Job description": each is a duty */
#define SENTENCE_MIN 80 /* characters: shorter lines may be names, whatever ends them */

static void element_heading(struct extraction *x, const struct outline *outline, size_t index,
                            struct label label);

/* ---- headings the vocabulary does not know ---- */

/* Words below an element's heading: a group of a handbook's, a part of a role's. */
void name_part(struct extraction *x, const struct piece *piece)
{
    struct target *t = &x->target;
    struct span at = piece->block->span;
    enum element element = t->records->element;
    if (element == ELEMENT_HANDBOOK_BASELINE || element == ELEMENT_HANDBOOK_PROCESSES ||
        element_is_of_handbook(element))
        t->group = piece->text;
    else if (element_row(element)->kind == KIND_TEXT || element_row(element)->kind == KIND_REF)
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
    bool is_below = t->kind == TARGET_ELEMENT && piece->level > t->level;
    bool is_part = is_below && (label.element == t->records->element ||
                                label.element == ELEMENT_DUTIES); /* standards tell acts, too */
    return is_part ? label_of(ELEMENT_COUNT) : label;
}

/* What stands between a heading and the next. */
struct section_look {
    size_t items, prose;
};

static struct section_look section_look_below(const struct outline *outline, size_t heading)
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

/* Whether a heading the vocabulary does not know opens the element its words speak of. */
static bool opens_guess(const struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    if (piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_ELEMENT ||
        x->role == NULL || is_of_no_tools(outline, index))
        return false;
    bool is_below = t->kind != TARGET_NONE && piece->level > t->level;
    bool is_beside = piece->level == x->role_level && piece->guess.guess == GUESS_PHRASE;
    if (!is_below) /* "What you'll build" beside the role's name, as its other sections are */
        return piece->level > x->role_level || is_beside;
    return label_is_sure_guess(&piece->guess) &&
           (t->kind != TARGET_ELEMENT || t->records->element != piece->guess.element);
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
 * 「不負責」 and "Forbidden" also as a heading of the document.
 */
static bool ends_element(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_other = piece->label.kind == LABEL_OTHER && !piece->label.needs_context &&
                    x->target.records->count > 0;
    if (is_other && (piece->level >= LEVEL_PSEUDO ||
                     text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_DENIAL))))
        return true;
    return x->role != NULL && is_beside_text(x, outline, index);
}

/* What stands under an unknown heading goes on the place around it, or opens one of its own. */
static void unknown_heading(struct extraction *x, const struct outline *outline, size_t index)
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
    struct label sorted = label_by_content(x, outline, index);
    if (sorted.kind == LABEL_ELEMENT) {
        element_heading(x, outline, index, sorted);
        return;
    }
    if (opens_guess(x, outline, index)) {
        element_heading(x, outline, index, piece->guess);
        return;
    }
    if (x->role == NULL && t->kind != TARGET_ELEMENT && outline_holds_roles(outline, index)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (t->kind == TARGET_ELEMENT && is_below && !is_note_caption(piece->text) &&
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
        !goes_on_below(x, outline, index))
        end_role(x);
    if (x->role == NULL && outline_holds_roles(outline, index)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (x->handbook->role_count == 0 && text_is_empty(x->title.text) && piece->level <= LEVEL_STEP)
        x->title = (struct value){piece->text, at};
    open_other(x, piece->text, piece->level, at, piece->label.kind == LABEL_UNKNOWN);
}

/* ---- headings of elements ---- */

/*
 * "Job description" over words: the purpose where other headings are the duties', else the duties,
 * with sentences in front of the items as the purpose. Sentences in front of that heading of the
 * duties are the purpose also where the words above them are.
 */
static void settle_description(struct extraction *x, const struct outline *outline, size_t index,
                               struct label *label)
{
    struct section_look look = section_look_below(outline, index);
    bool is_latin = is_latin_text(outline->pieces[index].text);
    bool are_duties = look.items > 0 || (look.prose >= PROSE_DUTIES && !is_latin);
    x->awaits_items = false;
    label_settle(x, label, !x->region.has_duties && are_duties);
    if (x->region.has_duties && look.items == 0 && label->element == ELEMENT_PURPOSE)
        label->second = ELEMENT_COUNT;
    if (label->element != ELEMENT_DUTIES || look.items == 0 || look.prose == 0 ||
        x->region.has_purpose || piece_is_item(&outline->pieces[index + 1]))
        return;
    label->element = ELEMENT_PURPOSE;
    x->awaits_items = true;
}

/*
 * Nothing was said of what the role is for below a heading: an entry of the front matter is no more
 * than a lead to sentences about it. In Han such sentences are acts.
 */
static bool may_tell_purpose(const struct extraction *x, const struct piece *heading)
{
    const struct records *purpose = &x->role->values[ELEMENT_PURPOSE];
    return purpose->count == 0 || (text_is_empty(purpose->heading) && is_latin_text(heading->text));
}

/* 職位描述 over sentences, and 崗位職責 over the duties behind it: what the role is for. */
static bool is_in_front_of_duties(const struct extraction *x, const struct outline *outline,
                                  size_t index, const struct label *label)
{
    struct section_look look = section_look_below(outline, index);
    bool is_lead = label->kind == LABEL_ELEMENT && label->element == ELEMENT_DUTIES &&
                   x->region.duties_headings > 1 && !x->region.has_purpose &&
                   (x->role == NULL || (x->role->values[ELEMENT_DUTIES].count == 0 &&
                                        may_tell_purpose(x, &outline->pieces[index])));
    bool is_told = label->needs_context && is_latin_text(outline->pieces[index].text);
    return is_lead && text_is_empty(outline->pieces[index].rest) && look.items == 0 &&
           look.prose > 0 && (is_told || look.prose < PROSE_DUTIES); /* "Your impact", at length */
}

/* Right over a list of several items: no value of a single element looks so. */
static bool is_over_items(const struct outline *outline, size_t heading)
{
    const struct block *block =
        heading + 1 < outline->count ? outline->pieces[heading + 1].block : NULL;
    return block != NULL && block->kind == BLOCK_LIST && block->children != NULL &&
           block->children->next != NULL && block->children->next->next != NULL;
}

/* "Practice" right over "Applies the following practices:" and a list. */
static bool is_over_announced_items(const struct outline *outline, size_t heading)
{
    size_t next = heading + 1;
    return next + 1 < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
           outline->pieces[next].block->kind == BLOCK_PARAGRAPH &&
           ends_in_colon(outline->pieces[next].text) &&
           text_code_points(outline->pieces[next].text) > SENTENCE_MIN / 2 &&
           is_over_items(outline, next);
}

bool is_article_heading(struct text heading)
{
    return is_article_label(list_label_of(heading).label);
}

/* 「具體任務：」 in a line below 「五、專案計畫」, a heading of the document behind the roles. */
static bool is_line_of_chapter(const struct outline *outline, size_t index)
{
    size_t at = index;
    if (outline->pieces[index].block->kind == BLOCK_HEADING)
        return false;
    while (at > outline->roles_end && outline->pieces[at].block->kind != BLOCK_HEADING)
        at--;
    return at > outline->roles_end;
}

/*
 * Behind the roles of a book, with none of them open: of the book as well, as its articles are, and
 * what only may be about duties or conditions: "License" below the roles of a project.
 */
bool is_behind_roles(const struct extraction *x, const struct outline *outline, size_t index,
                     enum element element)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_label =
        piece->label.kind == LABEL_ELEMENT && !piece->label.needs_context && !piece->label.is_part;
    bool is_guess =
        piece->kind == PIECE_HEADING && !is_label && !label_is_sure_guess(&piece->guess);
    return x->role == NULL && x->handbook->role_count > 1 && index >= outline->roles_end &&
           outline->roles_end > 0 && element != ELEMENT_TITLE &&
           (outline->are_rows || is_guess || is_article_heading(piece->text) ||
            is_line_of_chapter(outline, index) ||
            (element != ELEMENT_DUTIES && element != ELEMENT_APPOINTMENT));
}

/*
 * "Tools" behind the last role, as high as the heading of the chapter that all of them stand in: of
 * the team, and not of the last.
 */
static bool ends_chapter_of_roles(const struct extraction *x, const struct outline *outline,
                                  size_t index, enum element element)
{
    const struct piece *piece = &outline->pieces[index];
    return x->role != NULL && x->handbook->role_count > 1 && index >= outline->roles_end &&
           piece->block->kind == BLOCK_HEADING && x->chapter_level > 0 &&
           piece->level <= x->chapter_level && x->role_level > x->chapter_level &&
           element != ELEMENT_TITLE && element != ELEMENT_DUTIES &&
           element != ELEMENT_APPOINTMENT && element != ELEMENT_STANDARDS;
}

/* "Bonus (nice to have)", "Bonus" over what it would be good to bring: asked for, and no pay. */
static bool is_asked_for(struct extraction *x, const struct outline *outline, size_t index,
                         const struct label *label)
{
    bool is_sure = !label->needs_context && label->guess == GUESS_NONE;
    if (label->kind != LABEL_ELEMENT || label->element != ELEMENT_REWARDS || is_sure)
        return false;
    struct label remark = label_find(x, label_remark(outline->pieces[index].text));
    return (remark.kind == LABEL_ELEMENT && remark.element == ELEMENT_APPOINTMENT) ||
           sorted_below(x, outline, index) == ELEMENT_APPOINTMENT;
}

/* "Roles" right over a sentence, "Jobs" over where to apply: what is said of them, and no name. */
static bool is_title_over_sentence(struct extraction *x, const struct outline *outline,
                                   size_t index, const struct label *label)
{
    static const char *const stops[] = {".", "。", ":", "：", NULL};
    size_t next = outline_next(outline, index);
    if (label->kind != LABEL_ELEMENT || label->element != ELEMENT_TITLE ||
        outline->pieces[index].block->kind != BLOCK_HEADING || next == outline->count ||
        !text_is_empty(outline->pieces[index].rest))
        return false;
    const struct piece *below = &outline->pieces[next];
    struct text words = text_trim(whole_block_text(x->scratch, below->block));
    size_t stop = text_find(words, TEXT("。"), 0);
    bool are_several = text_find(words, TEXT(". "), 0) != TEXT_NOT_FOUND ||
                       (stop != TEXT_NOT_FOUND && stop + TEXT("。").size < words.size);
    return below->kind == PIECE_WORDS && below->block->kind != BLOCK_LIST &&
           text_ends_with_one_of(words, stops) &&
           (are_several ||
            (label->needs_context && (text_code_points(words) > SENTENCE_MIN ||
                                      vocabulary_is_closing(x->vocabulary, x->scratch, words))));
}

/*
 * 「值班員是燈塔夜裡的主人，主要職責包括：」 right below the role's name: its first clauses say what
 * the role is for.
 *
 * returns  what is left for the heading
 */
static struct text part_purpose(struct extraction *x, const struct piece *piece, struct label label)
{
    struct text front, clause, none = TEXT("");
    bool is_sentence = piece->block->kind == BLOCK_PARAGRAPH && label.element == ELEMENT_DUTIES;
    if (!is_sentence || x->role == NULL || !x->role_is_fresh ||
        x->role->values[ELEMENT_PURPOSE].state != STATE_ABSENT ||
        !part_announcement(piece->text, &front, &clause))
        return piece->text;
    open_element(x, label_of(ELEMENT_PURPOSE), none, LEVEL_LINE, piece->block->span);
    fill_text(x, front, none, 0, piece->block->span);
    return clause;
}

static void open_section(struct extraction *x, const struct piece *piece, struct label label)
{
    open_element(x, label, part_purpose(x, piece, label), piece->level, piece->block->span);
    x->target.is_pseudo_strong = piece->is_strong;
    x->target.is_pseudo_numbered = piece->is_numbered;
}

static void element_heading(struct extraction *x, const struct outline *outline, size_t index,
                            struct label label)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    enum element of_handbook = label_handbook_element(x, piece->text);
    bool is_outside = x->role == NULL || piece->level <= x->role_level;
    if (is_outside && of_handbook != ELEMENT_COUNT &&
        (label.kind == LABEL_HANDBOOK || (x->role == NULL && piece->level <= LEVEL_STEP))) {
        open_handbook_element(x, of_handbook, piece->text, piece->level, at);
        return;
    }
    if (label.kind == LABEL_HANDBOOK || is_title_over_sentence(x, outline, index, &label)) {
        unknown_heading(x, outline, index);
        return;
    }
    /* 各崗位職責 over the roles themselves is the book's title or a chapter's */
    if (x->role == NULL && index + 1 < outline->roles_end && label.element != ELEMENT_TITLE &&
        (element_row(label.element)->kind >= KIND_LIST || label.element == ELEMENT_PURPOSE ||
         outline->has_several_roles)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (label.needs_context && element_is_one_word(label.element) &&
        (is_over_items(outline, index) || is_over_announced_items(outline, index))) {
        unknown_heading(x, outline, index);
        return;
    }
    bool is_of_page = x->role == NULL && x->page_title_count > 0;
    bool is_of_chapter = ends_chapter_of_roles(x, outline, index, label.element);
    if (is_of_chapter)
        end_role(x);
    if (is_of_page || is_of_chapter || is_behind_roles(x, outline, index, label.element)) {
        open_other(x, piece->text, piece->level, at, false);
        return;
    }
    x->awaits_items = false;
    if (is_asked_for(x, outline, index, &label))
        label = label_of(ELEMENT_APPOINTMENT);
    if (label_is_demand(&label) && x->region.has_eligibility)
        label.element = label.second;
    if (x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]))
        x->awaits_heading = false; /* the sections have begun under the front matter's title */
    label_settle_scope(x, &label);
    if (label_is_description(&label))
        settle_description(x, outline, index, &label);
    else if (is_in_front_of_duties(x, outline, index, &label))
        label = label_of(ELEMENT_PURPOSE);
    if (label.may_be_other && x->role != NULL && x->role->values[label.element].count > 0) {
        open_other(x, piece->text, piece->level, at, false);
        return;
    }
    bool is_title = label.element == ELEMENT_TITLE;
    if (is_title && x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]) &&
        !may_take_title(x, fold_label(x->scratch, piece->text)))
        begin_role(x, TEXT(""), piece->level > 0 ? piece->level - 1 : 0, at);
    if (is_article_heading(piece->text) && x->target.kind == TARGET_ELEMENT &&
        is_article_heading(x->target.heading.text)) { /* the duties go on from article to article */
        close_target(x);
        continue_role(x);
    }
    open_section(x, piece, label);
}

/* ---- headings of roles ---- */

/* The first heading of a role file, or below front matter, names the role, whatever follows. */
static bool names_the_role(const struct extraction *x, const struct piece *piece)
{
    bool is_wanted =
        x->awaits_heading || (x->kind == FILE_KIND_ROLES && x->handbook->role_count == 0);
    return is_wanted && piece->level <= LEVEL_STEP && piece->label.kind == LABEL_UNKNOWN;
}

static void note_of_title(struct extraction *x, enum use use, struct text words, struct span at)
{
    if (account_characters(words) > 0)
        note_field(x, use, ELEMENT_TITLE, FIELD_NONE, words, at);
}

/* 「客服專員崗位職責」 names the role by a part of its words; the others only say so. */
static void note_title(struct extraction *x, struct text words, struct text name, struct span at)
{
    size_t begin = text_find(words, name, 0);
    if (text_is_empty(name) || begin == TEXT_NOT_FOUND) {
        note_of_title(x, USE_LABEL, words, at);
        return;
    }
    note_of_title(x, USE_LABEL, text_slice(words, 0, begin), at);
    note_of_title(x, USE_VALUE, name, at);
    note_of_title(x, USE_LABEL, text_from(words, begin + name.size), at);
}

/* "Person specification - competences and skills": its words say once more what follows. */
static bool is_label_again(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    struct label label = label_find(x, piece->rest);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, piece->rest);
    return piece->kind == PIECE_HEADING && t->kind == TARGET_ELEMENT &&
           t->records->element == ELEMENT_APPOINTMENT && label.kind == LABEL_ELEMENT &&
           label.element == ELEMENT_APPOINTMENT && ends_like_heading(piece->rest);
}

void fill_rest(struct extraction *x, const struct piece *piece)
{
    if (text_is_empty(piece->rest))
        return;
    if (is_label_again(x, piece))
        note_field(x, USE_LABEL, ELEMENT_APPOINTMENT, FIELD_NONE, piece->rest, piece->block->span);
    else
        fill_text(x, piece->rest, TEXT(""), 0, piece->block->span);
}

/* 「青田食品誠徵｜品管工程師｜四萬五起」: what the title of a posting says around the name. */
static void fill_around_name(struct extraction *x, struct text title, struct text name,
                             struct span at)
{
    static const char marks[] = "-–—|｜·:：，,@ ";
    size_t begin = text_find(title, name, 0);
    if (begin == TEXT_NOT_FOUND)
        return;
    struct text around[] = {text_trim_any(text_slice(title, 0, begin), marks),
                            text_trim_any(text_from(title, begin + name.size), marks)};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        if (!vocabulary_is_hiring(x->vocabulary, x->scratch, around[i]))
            fill_aside(x, around[i], at);
}

/* The heading below the role's that says which words are its duties; NULL: there is none. */
static const struct piece *heading_of_duties(const struct outline *outline, size_t index)
{
    size_t end = outline_end_below(outline, index);
    for (size_t i = index + 1; i < end && !outline->pieces[i].is_role; i++)
        if (outline->pieces[i].kind == PIECE_HEADING &&
            piece_section(&outline->pieces[i]) == ELEMENT_DUTIES)
            return &outline->pieces[i];
    return NULL;
}

/* 「理事會行使下列職權」 */
static bool is_over_powers(const struct piece *piece)
{
    return piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_AUTHORITY;
}

/* "Owner for release coordination" right over a list. */
static bool is_phrase_over_list(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t next = index < outline->count ? outline_next(outline, index) : outline->count;
    return next < outline->count && outline->pieces[next].block->kind == BLOCK_LIST &&
           is_latin_phrase(x, &outline->pieces[index]);
}

/*
 * A role's name right over its words: duties or powers, but for the sentences in front of a list or
 * a heading of them; or what it takes, where most of the words say that.
 */
static void open_bare_duties(struct extraction *x, const struct outline *outline, size_t index)
{
    struct span at = outline->pieces[index].block->span;
    size_t next = outline_next(outline, index);
    bool is_heading = outline->pieces[index].block->kind == BLOCK_HEADING;
    const struct piece *duties = heading_of_duties(outline, index);
    bool is_prose = next < outline->count && piece_is_prose(&outline->pieces[next]);
    bool has_items = is_prose && is_heading && section_look_below(outline, index).items > 0;
    bool is_told = is_prose && tells_what_it_is(x, outline->pieces[next].text);
    bool is_phrase = is_heading && is_phrase_over_list(x, outline, next);
    if (has_items || is_told || is_phrase || (is_prose && duties != NULL)) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_PSEUDO, at);
        x->awaits_items = has_items || is_phrase;
    } else {
        bool are_conditions = next < outline->count && is_surely_of_conditions(x, outline, next);
        enum element element = are_conditions                            ? ELEMENT_APPOINTMENT
                               : is_over_powers(&outline->pieces[index]) ? ELEMENT_AUTHORITY
                                                                         : ELEMENT_DUTIES;
        bool are_groups = is_heading && next < outline->count &&
                          outline->pieces[next].block->kind == BLOCK_HEADING &&
                          (duties == NULL || duties->block->kind != BLOCK_HEADING);
        open_element(x, label_of(element), TEXT(""),
                     are_groups ? outline->pieces[index].level : LEVEL_LINE, at);
        if (x->role->values[element].count == 0)
            x->role->values[element].state = STATE_ABSENT; /* until words follow */
    }
    x->role_is_fresh = true;
}

/* 「第5條」 alone in the line right above: the role is what that article says. */
static bool is_below_article(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    return before < index && is_article_line(outline->pieces[before].text);
}

/*
 * 「第五條 會員有下列權利：」 behind an article about a role is of the rules, and no part of what is
 * open there; where it is about that again, and names the role, that goes on.
 */
static bool is_next_article(struct extraction *x, const struct piece *piece)
{
    if (x->role == NULL || !x->role_is_article || piece->label.kind != LABEL_UNKNOWN ||
        !piece_is_article(piece))
        return false;
    const struct target *t = &x->target;
    bool is_again = t->kind == TARGET_ELEMENT && piece->guess.element == t->records->element &&
                    text_find(piece->text, role_title(x->role), 0) != TEXT_NOT_FOUND;
    return piece->guess.kind == LABEL_UNKNOWN ||
           (!is_again && text_holds_any(piece->text, signs_of(x, SIGN_THESE)));
}

/* Where and how one works, in front of "The role:", is said of the role that it names. */
static bool is_head_of_role(const struct extraction *x)
{
    static const enum element elements[] = {ELEMENT_TITLE, ELEMENT_PURPOSE, ELEMENT_DUTIES,
                                            ELEMENT_APPOINTMENT};
    if (x->role == NULL || x->has_names)
        return false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (x->role->values[elements[i]].count > 0)
            return false;
    return true;
}

void walk_heading(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    x->clue = piece->block->kind == BLOCK_HEADING ? CLUE_HEADING : CLUE_PSEUDO;
    if (begins_role_chapter(x, outline, index))
        return;
    bool goes_on = piece->label.kind == LABEL_OTHER && label_is_continuation(piece->text);
    if (goes_on || piece->is_continued) {
        note_skipped(x, CLUE_NO_ELEMENT, piece->text, at);
        continue_role(x);
        return; /* the form goes on */
    }
    if (piece->label.kind != LABEL_OTHER)
        x->form_section = (struct target){.kind = TARGET_NONE};
    if (piece->is_role || names_the_role(x, piece)) {
        struct text title = title_without_page(
            x, title_without_tags(x, piece->is_role ? piece->name : piece->text));
        struct text name = name_in_posting_title(x, title);
        await_name_behind_words(x, outline, piece->level);
        if (!resume_told_role(x, piece, name))
            begin_role_below(x, piece->label_of_name, name, piece->level, at);
        x->clue = CLUE_ROLE_HEADING;
        note_title(x, piece->text, name, at);
        note_title(x, piece->rest, name, at);
        x->role_is_article =
            is_article_label(list_label_of(piece->text).label) || is_below_article(outline, index);
        fill_aside(x, piece->holder, at);
        fill_around_name(x, title, name, at);
        if (piece->is_duties)
            open_bare_duties(x, outline, index);
    } else if (piece->label.kind == LABEL_FORM && is_head_of_role(x)) {
        close_target(x);
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, piece->text, at);
        fill_rest(x, piece);
    } else if (piece->label.kind == LABEL_FORM) {
        /* its sections may be headings of the same level */
        begin_role(x, TEXT(""), piece->level > 0 ? piece->level - LEVEL_STEP / 2 : 0, at);
        x->clue = CLUE_FORM;
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, piece->text, at);
        fill_rest(x, piece);
    } else if (piece->ends_roles && !outline_holds_roles(outline, index)) {
        end_role(x);
        open_other(x, piece->text, piece->level, at, false);
    } else {
        if (is_next_article(x, piece))
            end_role(x);
        resume_named_role(x, piece);
        if (piece->label.kind == LABEL_ELEMENT || piece->label.kind == LABEL_HANDBOOK)
            element_heading(x, outline, index, piece->label);
        else
            unknown_heading(x, outline, index);
        fill_rest(x, piece);
    }
}
