/* Headings open places: roles, elements, sections of their own, pages. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

/* The first heading of a role file, or below front matter, names the role, whatever follows. */
static bool names_the_role(const struct extraction *x, const struct piece *piece)
{
    bool is_wanted =
        x->awaits_heading || (x->kind == FILE_KIND_ROLES && x->handbook->role_count == 0);
    bool is_section = piece->guess.kind == LABEL_ELEMENT && piece->guess.guess == GUESS_PHRASE;
    return is_wanted && piece->level <= LEVEL_STEP && piece->label.kind == LABEL_UNKNOWN &&
           !(is_section && piece->guess.element == ELEMENT_DUTIES); /* 「你將負責的工作」 */
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

/* "Person specification - competences and skills": its words say once more what follows. So does
 * the name of the role. */
static bool is_label_again(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    struct label label = label_find(x, piece->rest);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, piece->rest);
    return piece->kind == PIECE_HEADING && text_is_empty(piece->of_role) &&
           t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_APPOINTMENT &&
           label.kind == LABEL_ELEMENT && label.element == ELEMENT_APPOINTMENT &&
           ends_like_heading(piece->rest);
}

/* 「職責一：供應商管理」 as a heading: the rest of it names a group of what is below. */
static bool names_group(struct extraction *x, const struct piece *piece)
{
    struct pair head;
    const struct target *t = &x->target;
    return piece->kind == PIECE_HEADING && t->kind == TARGET_ELEMENT &&
           is_series_head(x, text_trim(block_text(x->arena, piece->block)), &head) &&
           t->records->element == head.label.element;
}

void fill_rest(struct extraction *x, const struct piece *piece)
{
    if (text_is_empty(piece->rest))
        return;
    if (names_group(x, piece)) {
        x->target.part =
            (struct value){text_trim(block_text(x->arena, piece->block)), piece->block->span};
        note(x, USE_LABEL, piece->rest, piece->block->span);
        return;
    }
    bool is_name = x->role != NULL &&
                   text_equal(label_folded(x, piece->rest), label_folded(x, role_title(x->role)));
    if (is_name || is_label_again(x, piece))
        note(x, USE_LABEL, piece->rest, piece->block->span);
    else
        fill_text(x, piece->rest, TEXT(""), 0, piece->block->span);
}

/* 「報關員 (Customs Broker) 崗位職責」: the name in another language is of the name. */
static struct text with_translation(struct text words, struct text name)
{
    static const struct text brackets[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("（"), TEXT_INIT("）")}};
    size_t begin =
        text_is_empty(name) || is_latin_text(name) ? TEXT_NOT_FOUND : text_find(words, name, 0);
    if (begin == TEXT_NOT_FOUND)
        return name;
    struct text behind = text_trim(text_from(words, begin + name.size));
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t open = brackets[i][0].size, close = text_find(behind, brackets[i][1], 0);
        if (text_starts_with(behind, brackets[i][0]) && close != TEXT_NOT_FOUND && close > open &&
            is_latin_text(text_slice(behind, open, close)))
            return text_slice(words, begin,
                              (size_t)(behind.data - words.data) + close + brackets[i][1].size);
    }
    return name;
}

/* 「青田食品誠徵｜品管工程師｜四萬五起」: what the title of a posting says around the name. */
static void fill_around_name(struct extraction *x, struct text title, struct text name,
                             struct span at)
{
    static const char marks[] = "-–—|｜·:：，,@ 「」_";
    size_t begin = text_find(title, name, 0);
    if (begin == TEXT_NOT_FOUND)
        return;
    struct text front =
        text_without_any_start(text_slice(title, 0, begin), signs_of(x, SIGN_HIRING_LEAD));
    struct text around[] = {text_trim_any(front, marks),
                            text_trim_any(text_from(title, begin + name.size), marks)};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        if (!vocabulary_is_hiring(x->vocabulary, x->scratch, around[i]) &&
            !text_is_any(around[i], signs_of(x, SIGN_HIRING_LETTER)))
            fill_tags(x, around[i], at);
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

/* Words that no other plain words follow. */
static bool is_only_line(const struct outline *outline, size_t index)
{
    if (index >= outline->count)
        return false;
    const struct piece *piece = &outline->pieces[index];
    if (piece->kind != PIECE_WORDS || piece_is_item(piece))
        return false;
    size_t next = outline_next(outline, index);
    return next == outline->count || outline->pieces[next].kind != PIECE_WORDS ||
           piece_is_item(&outline->pieces[next]) || ends_in_colon(outline->pieces[next].text);
}

/* 「經理是…的管理者。」 right over 「一、…」 */
static bool is_over_item(const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index);
    return next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
           piece_is_item(&outline->pieces[next]);
}

/* 「理事會行使下列職權」 */
static bool is_over_powers(const struct piece *piece)
{
    return piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_AUTHORITY;
}

/* 「主任職責與權限」: what the heading promises behind the name, both of it; empty: not both. */
static struct text both_behind_name(struct extraction *x, struct text heading)
{
    struct text name = role_title(x->role);
    size_t begin = text_is_empty(name) ? TEXT_NOT_FOUND : text_find(heading, name, 0);
    struct text rest =
        begin == TEXT_NOT_FOUND ? TEXT("") : text_trim(text_from(heading, begin + name.size));
    struct label label = label_find(x, rest);
    bool are_both = label.kind == LABEL_ELEMENT && label.element == ELEMENT_AUTHORITY &&
                    text_holds_any(fold_text(x->scratch, rest), signs_of(x, SIGN_DUTY_WORD));
    return are_both ? rest : TEXT("");
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
    if (outline->pieces[index].of_chapter != ELEMENT_TITLE) {
        open_element(x, label_of(outline->pieces[index].of_chapter), TEXT(""), LEVEL_LINE, at);
        return;
    }
    const struct piece *duties = heading_of_duties(outline, index);
    if (duties != NULL && next < outline->count && is_link_line(&outline->pieces[next]))
        return;
    bool is_prose = next < outline->count && piece_is_prose(&outline->pieces[next]);
    bool has_items = is_prose && is_heading && section_look_below(outline, index).items > 0;
    bool is_latin = next < outline->count && is_latin_text(outline->pieces[next].text);
    bool is_told = (is_latin ? is_prose : is_only_line(outline, next)) &&
                   tells_what_it_is(x, outline->pieces[next].text);
    bool is_phrase = is_heading && is_phrase_over_list(x, outline, next);
    if (has_items || is_told || is_phrase || (is_prose && duties != NULL)) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_PSEUDO, at);
        x->awaits_items =
            has_items || is_phrase || (is_told && !is_latin && is_over_item(outline, next));
    } else {
        bool are_conditions = next < outline->count && is_surely_of_conditions(x, outline, next);
        struct text both = both_behind_name(x, outline->pieces[index].text);
        bool are_powers = !text_is_empty(both) || is_over_powers(&outline->pieces[index]);
        enum element element = are_conditions ? ELEMENT_APPOINTMENT
                               : are_powers   ? ELEMENT_AUTHORITY
                                              : ELEMENT_DUTIES;
        bool are_groups = is_heading && next < outline->count &&
                          outline->pieces[next].block->kind == BLOCK_HEADING &&
                          (duties == NULL || duties->block->kind != BLOCK_HEADING);
        open_element(x, label_of(element), are_conditions ? TEXT("") : both,
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
    if (x->role == NULL || !x->role_is_article)
        return false;
    if (is_chapter_label(piece->list_label))
        return true; /* of the rules, the next one, whatever it is about */
    if (piece->label.kind != LABEL_UNKNOWN || !piece_is_article(piece))
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

/* "Job description" right below the heading that names a position: what that one's form is. */
static bool is_form_of_fresh_role(struct extraction *x)
{
    return x->role != NULL && x->role_is_fresh && x->target.kind == TARGET_NONE &&
           vocabulary_is_position(x->vocabulary, x->scratch, role_title(x->role));
}

/*
 * 「工作條件」 over what somebody knows and has done: what the post takes, and not its conditions.
 * "Job type: full-time" tells how people are employed.
 */
static struct label label_by_lines(struct extraction *x, const struct outline *outline,
                                   size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_JOB_TYPE &&
        !text_is_empty(piece->rest) && tells_employment(x, piece->rest))
        return label_of(ELEMENT_EMPLOYMENT);
    bool may_be_needs =
        piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_CONDITIONS &&
        text_ends_with_any(fold_label(x->scratch, piece->text), signs_of(x, SIGN_LOOSE_CONDITIONS));
    return may_be_needs && sorted_below(x, outline, index) == ELEMENT_APPOINTMENT
               ? label_of(ELEMENT_APPOINTMENT)
               : piece->label;
}

/* A heading that names a role, or more of the one that is open. */
static void walk_role_heading(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    struct text title =
        title_without_page(x, title_without_tags(x, piece->is_role ? piece->name : piece->text));
    struct text name = title_without_terms(x, name_in_posting_title(x, title));
    name = with_translation(piece->text, name);
    await_name_behind_words(x, outline, piece->level);
    if (!resume_told_role(x, piece, name))
        begin_role_below(x, piece->label_of_name, name, piece->level, at);
    x->clue = CLUE_ROLE_HEADING;
    note_title(x, piece->text, name, at);
    note_title(x, piece->rest, name, at);
    x->role_is_article = is_article_label(list_label_of(piece->text).label) ||
                         piece->is_in_article || is_below_article(outline, index);
    fill_aside(x, piece->holder, at);
    fill_around_name(x, title, name, at);
    if (!text_is_empty(piece->act)) {
        open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, at);
        fill_text(x, piece->act, TEXT(""), 0, at);
    }
    if (piece->is_duties)
        open_bare_duties(x, outline, index);
}

/* "Section 7.3 Term" of rules that tell of roles, and of none where it stands: it is of all. */
static bool is_article_of_all(const struct extraction *x, const struct outline *outline,
                              const struct piece *piece)
{
    return x->role == NULL && outline->roles_end > 0 &&
           !text_is_empty(behind_latin_article(x, piece->text));
}

void walk_heading(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    x->clue = piece->block->kind == BLOCK_HEADING ? CLUE_HEADING : CLUE_PSEUDO;
    if (piece->lacks_stop)
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, TEXT("."), at);
    bool is_of_role = !text_is_empty(piece->of_role);
    if (!is_of_role &&
        (begins_role_chapter(x, outline, index) || begins_department(x, outline, index)))
        return;
    bool is_said = piece->label.kind == LABEL_OTHER || piece->label.kind == LABEL_FORM;
    bool goes_on = is_said && label_is_continuation(x, piece->text);
    if (goes_on || piece->is_continued) {
        note_skipped(x, CLUE_NO_ELEMENT, piece->text, at);
        continue_role(x);
        return; /* the form goes on */
    }
    if (piece->label.kind != LABEL_OTHER)
        x->form_section = (struct target){.kind = TARGET_NONE};
    if (!piece->is_role && label_is_title_of_needs(x, piece->text)) {
        walk_element_heading(x, outline, index, label_of(ELEMENT_APPOINTMENT));
        fill_rest(x, piece);
    } else if (piece->is_role || names_the_role(x, piece)) {
        walk_role_heading(x, outline, index);
    } else if (piece->label.kind == LABEL_FORM &&
               (is_head_of_role(x) || is_form_of_fresh_role(x))) {
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
        bool is_next = is_next_article(x, piece);
        if (is_next)
            end_role(x);
        resume_named_role(x, piece);
        bool is_chapter = is_next && is_chapter_label(piece->list_label);
        if (!is_chapter && !is_article_of_all(x, outline, piece) &&
            (piece->label.kind == LABEL_ELEMENT || piece->label.kind == LABEL_HANDBOOK))
            walk_element_heading(x, outline, index, label_by_lines(x, outline, index));
        else
            walk_unknown_heading(x, outline, index);
        fill_rest(x, piece);
    }
}
