/* Headings of elements: which section they open, and where they open none. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define PROSE_DUTIES 3      /* paragraphs under "Job description": each is a duty */
#define WORDS_OF_SENTENCE 4 /* at least: fewer may be a name with a stop behind it */

/* 職位描述 right over 「負責門市陳列，…」, in a document in Han: an act, and no word of what for. */
static bool begins_with_act(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index);
    return next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
           vocabulary_opening(x->vocabulary, x->scratch, outline->pieces[next].text) ==
               ELEMENT_DUTIES;
}

/*
 * "Job description" over words: the purpose where other headings are the duties', else the duties,
 * with sentences in front of the items as the purpose. Sentences in front of that heading of the
 * duties are the purpose also where the words above them are. Items that nearly all say what it
 * takes ("Must have …", "Experience in …") are the conditions, where no other heading has these; a
 * line of skills may.
 */
static void settle_description(struct extraction *x, const struct outline *outline, size_t index,
                               struct label *label)
{
    struct section_look look = section_look_below(outline, index);
    bool is_latin = is_latin_text(outline->pieces[index].text);
    bool are_duties =
        look.items > 0 ||
        (!is_latin && (look.prose >= PROSE_DUTIES || begins_with_act(x, outline, index)));
    x->awaits_items = false;
    label_settle(x, label, !x->region.has_duties && are_duties);
    if (x->region.has_duties && look.items == 0 && label->element == ELEMENT_PURPOSE)
        label->second = ELEMENT_COUNT;
    if (label->element == ELEMENT_DUTIES && x->region.eligibility_headings == 0 &&
        sorted_below(x, outline, index) == ELEMENT_APPOINTMENT) {
        *label = label_of(ELEMENT_APPOINTMENT);
        return;
    }
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

/* Another heading of duties stands further down, be it below other roles. */
static bool has_duties_behind(const struct outline *outline, size_t index)
{
    for (size_t i = outline_next(outline, index); i < outline->count; i = outline_next(outline, i))
        if (piece_section(&outline->pieces[i]) == ELEMENT_DUTIES)
            return true;
    return false;
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
           look.prose > 0 &&
           (is_told || look.prose < PROSE_DUTIES) && /* "Your impact", at length */
           has_duties_behind(outline, index);
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
           element != ELEMENT_TITLE && element != ELEMENT_APPOINTMENT &&
           element != ELEMENT_STANDARDS &&
           (element != ELEMENT_DUTIES ||
            (is_latin_text(piece->text) && x->role->values[ELEMENT_DUTIES].count > 0));
}

/* "Bonus (nice to have)", "Bonus" over what it would be good to bring: asked for, and no pay. */
static bool is_asked_for(struct extraction *x, const struct outline *outline, size_t index,
                         const struct label *label)
{
    bool is_sure = !label->needs_context && label->guess == GUESS_NONE;
    if (label->kind != LABEL_ELEMENT || label->element != ELEMENT_REWARDS || is_sure)
        return false;
    struct label remark = label_find(x, label_remark(outline->pieces[index].text));
    size_t next = outline_next(outline, index);
    bool is_prose = next < outline->count && piece_is_prose(&outline->pieces[next]);
    return (remark.kind == LABEL_ELEMENT && remark.element == ELEMENT_APPOINTMENT) ||
           (!is_prose && sorted_below(x, outline, index) == ELEMENT_APPOINTMENT);
}

/* "The roles are as follows.": four words and more below a heading that means several. */
static bool is_sentence_below_several(struct text heading, struct text words)
{
    size_t blanks = 0;
    for (size_t i = 0; i < words.size; i++)
        blanks += words.data[i] == ' ';
    return blanks >= WORDS_OF_SENTENCE - 1 && is_latin_text(words) &&
           text_ends_with(name_without_colon(text_trim(heading)), TEXT("s"));
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
           (are_several || is_sentence_below_several(outline->pieces[index].text, words) ||
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
    note_between(x, piece->text, (struct text[]){front, clause}, 2, ELEMENT_PURPOSE,
                 piece->block->span);
    return clause;
}

static void open_section(struct extraction *x, const struct piece *piece, struct label label)
{
    open_element(x, label, part_purpose(x, piece, label), piece->level, piece->block->span);
    x->target.is_pseudo_strong = piece->is_strong;
    x->target.is_pseudo_numbered = piece->is_numbered;
}

/* 組織架構 over 「社長」 and 「總務」: most items of its first list are posts, and no department. */
static bool lists_posts(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t list = heading + 1, end = outline_end_below(outline, heading), items = 0, posts = 0;
    while (list < end && outline->pieces[list].block->kind != BLOCK_LIST)
        list++;
    if (list >= end)
        return false;
    for (const struct block *b = outline->pieces[list].block->children; b != NULL; b = b->next) {
        struct text words =
            b->children == NULL ? TEXT("") : text_trim(block_text(x->scratch, b->children));
        struct text name = label_without_remark(words);
        items++;
        posts +=
            !is_department(x, name) && (vocabulary_is_position(x->vocabulary, x->scratch, name) ||
                                        vocabulary_is_office(x->vocabulary, x->scratch, name));
    }
    return items > 1 && 2 * posts > items;
}

/* 公司目標 outside the roles: of the handbook. returns  whether it was, and stands open then */
static bool opens_handbook_element(struct extraction *x, const struct outline *outline,
                                   size_t index, const struct label *label)
{
    const struct piece *piece = &outline->pieces[index];
    enum element of_handbook = label_handbook_element(x, piece->text);
    if (of_handbook == ELEMENT_HANDBOOK_DEPARTMENTS && lists_posts(x, outline, index))
        of_handbook = ELEMENT_HANDBOOK_POSITIONS;
    bool is_outside = x->role == NULL || piece->level <= x->role_level;
    bool is_high = x->role == NULL && piece->level <= LEVEL_STEP;
    if (!is_outside || of_handbook == ELEMENT_COUNT || (label->kind != LABEL_HANDBOOK && !is_high))
        return false;
    open_handbook_element(x, of_handbook, piece->text, piece->level, piece->block->span);
    return true;
}

/* 各崗位職責 over the roles themselves is the book's title or a chapter's. */
static bool is_over_roles(const struct extraction *x, const struct outline *outline, size_t index,
                          enum element element)
{
    return x->role == NULL && index + 1 < outline->roles_end && element != ELEMENT_TITLE &&
           (element_row(element)->kind >= KIND_LIST || element == ELEMENT_PURPOSE ||
            outline->has_several_roles);
}

/* A word that may mean one value of the role, over items that no such value has. */
static bool is_word_over_items(const struct outline *outline, size_t index,
                               const struct label *label)
{
    return label->needs_context && element_is_one_word(label->element) &&
           (is_over_items(outline, index) || is_over_announced_items(outline, index));
}

/*
 * A section of the page above its roles, of their chapter or of the book behind them: no role's
 *
 * returns  whether it was, and stands in `other` then; one behind its chapter ends the last role
 */
static bool opens_section_of_no_role(struct extraction *x, const struct outline *outline,
                                     size_t index, enum element element)
{
    const struct piece *piece = &outline->pieces[index];
    bool is_of_page = x->role == NULL && x->page_title_count > 0;
    bool is_of_chapter = ends_chapter_of_roles(x, outline, index, element);
    if (is_of_chapter)
        end_role(x);
    if (!is_of_page && !is_of_chapter && !is_behind_roles(x, outline, index, element))
        return false;
    open_other(x, piece->text, piece->level, piece->block->span, false);
    return true;
}

static bool has_title(const struct extraction *x)
{
    return x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]);
}

/* "We're looking for someone who will:" over acts: what that one will do. */
static bool is_over_what_one_will_do(struct extraction *x, const struct outline *outline,
                                     size_t index, const struct label *label)
{
    static const struct text end = TEXT_INIT(" who will");
    struct text words = name_without_colon(text_trim(outline->pieces[index].text));
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_APPOINTMENT &&
           text_ends_with(words, end) && sorted_below(x, outline, index) == ELEMENT_DUTIES;
}

/* 職位描述 over 「大專以上」, 「熟悉…」, where no other heading has what it takes. */
static bool describes_needs(struct extraction *x, const struct outline *outline, size_t index,
                            const struct label *label)
{
    struct text words = name_without_colon(text_trim(outline->pieces[index].text));
    return label->kind == LABEL_ELEMENT && label->element == ELEMENT_DUTIES &&
           x->region.eligibility_headings == 0 &&
           text_ends_with_any(words, signs_of(x, SIGN_DESCRIPTION)) &&
           sorted_below(x, outline, index) == ELEMENT_APPOINTMENT;
}

/* Which of the elements that the label may mean it means here, by what stands around it. */
static void settle_element(struct extraction *x, const struct outline *outline, size_t index,
                           struct label *label)
{
    if (is_asked_for(x, outline, index, label) || describes_needs(x, outline, index, label))
        *label = label_of(ELEMENT_APPOINTMENT);
    if (is_over_what_one_will_do(x, outline, index, label))
        *label = label_of(ELEMENT_DUTIES);
    if (label_is_demand(label) && x->region.has_eligibility)
        label->element = label->second;
    label_settle_scope(x, label);
    if (label_is_description(label))
        settle_description(x, outline, index, label);
    else if (!label->is_part && is_in_front_of_duties(x, outline, index, label))
        *label = label_of(ELEMENT_PURPOSE);
}

/* "{{ page.title }}": what a program puts in its place. */
static bool is_to_be_put_in(struct text value)
{
    static const struct text open = TEXT_INIT("{{"), close = TEXT_INIT("}}");
    return text_starts_with(value, open) && text_ends_with(value, close) &&
           text_find(value, close, 0) + close.size == value.size;
}

/* "Title:" right over "Email:", or the last words of all: whoever signs is to write it there. */
static bool is_over_label(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    const struct piece *below = &outline->pieces[next];
    return ends_in_colon(text_trim(whole_block_text(x->scratch, piece->block))) &&
           text_is_empty(piece->rest) &&
           (next == outline->count ||
            (below->kind != PIECE_TABLE && !below->is_role && ends_in_colon(below->text)));
}

/* "Job title:" over "{{ page.title }}", and over a line to write on: it tells no name. */
static bool is_blank_title(const struct outline *outline, size_t index, const struct label *label)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    struct text told = text_is_empty(piece->rest) && next < outline->count
                           ? outline->pieces[next].text
                           : piece->rest;
    told = text_trim(told);
    return label->element == ELEMENT_TITLE && !text_is_empty(told) &&
           (is_blank_value(told) || is_to_be_put_in(told));
}

/* A title behind the role's own begins the next role, and the duties go on from article to article. */
static void leave_section_above(struct extraction *x, const struct piece *piece,
                                enum element element)
{
    if (element == ELEMENT_TITLE && has_title(x) &&
        !may_take_title(x, fold_label(x->scratch, piece->text)))
        begin_role(x, TEXT(""), piece->level > 0 ? piece->level - 1 : 0, piece->block->span);
    if (is_article_heading(piece->text) && x->target.kind == TARGET_ELEMENT &&
        is_article_heading(x->target.heading.text)) {
        close_target(x);
        continue_role(x);
    }
}

/* "Requirements (one of these)" behind others of them: the remark says how the next ones count. */
static bool is_group_by_remark(struct extraction *x, const struct piece *piece,
                               const struct label *label)
{
    const struct target *t = &x->target;
    struct text remark = label_remark(piece->text);
    return label->element == ELEMENT_APPOINTMENT && t->kind == TARGET_ELEMENT &&
           t->records->element == ELEMENT_APPOINTMENT && t->records->count > 0 &&
           text_is_empty(piece->rest) && begins_in_small_letter(remark);
}

/* 「職責一：供應商管理」 among duties: a group of them. */
static bool is_group_of_series(struct extraction *x, const struct outline *outline, size_t index,
                               const struct label *label)
{
    size_t next = outline_next(outline, index);
    const struct target *t = &x->target;
    struct pair head;
    return next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
           t->kind == TARGET_ELEMENT && t->records->element == label->element &&
           is_series_head(x, block_text(x->scratch, outline->pieces[index].block), &head);
}

/* "Contact" over an address or how to apply: where to write, and nobody to work with. */
static bool is_where_to_write(struct extraction *x, const struct outline *outline, size_t index,
                              const struct label *label)
{
    size_t next = outline_next(outline, index);
    bool is_contact =
        label->element == ELEMENT_RELATIONS &&
        text_starts_with(fold_text(x->scratch, outline->pieces[index].text), TEXT("contact"));
    if (!is_contact || next == outline->count || outline->pieces[next].kind != PIECE_WORDS)
        return false;
    struct text words = whole_block_text(x->scratch, outline->pieces[next].block);
    return text_find(words, TEXT("@"), 0) != TEXT_NOT_FOUND ||
           text_find(words, TEXT("mailto:"), 0) != TEXT_NOT_FOUND ||
           vocabulary_is_closing(x->vocabulary, x->scratch, words);
}

void walk_element_heading(struct extraction *x, const struct outline *outline, size_t index,
                          struct label label)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    if (opens_handbook_element(x, outline, index, &label))
        return;
    if (label.kind == LABEL_HANDBOOK || is_title_over_sentence(x, outline, index, &label)) {
        walk_unknown_heading(x, outline, index);
        return;
    }
    if (is_over_roles(x, outline, index, label.element)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (is_word_over_items(outline, index, &label)) {
        walk_unknown_heading(x, outline, index);
        return;
    }
    if (opens_section_of_no_role(x, outline, index, label.element))
        return;
    bool is_to_sign = label.element == ELEMENT_TITLE && is_over_label(x, outline, index);
    if ((has_title(x) && (is_to_sign || is_blank_title(outline, index, &label))) ||
        is_where_to_write(x, outline, index, &label)) {
        open_other(x, piece->text, piece->level, at, false);
        return;
    }
    x->awaits_items = false;
    if (has_title(x))
        x->awaits_heading = false; /* the sections have begun under the front matter's title */
    settle_element(x, outline, index, &label);
    if (label.may_be_other && x->role != NULL && x->role->values[label.element].count > 0) {
        open_other(x, piece->text, piece->level, at, false);
        return;
    }
    if (is_group_by_remark(x, piece, &label) || is_group_of_series(x, outline, index, &label)) {
        name_part(x, piece);
        return;
    }
    leave_section_above(x, piece, label.element);
    open_section(x, piece, label);
}
