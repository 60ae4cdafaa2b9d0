/* From piece to piece: headings open places, words fill them. */
#include "core/extract/walk/walk.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define LISTS_MAX 8 /* of roles, in front of these */

void fill_table(struct extraction *x, struct block *block)
{
    if (fill_named(x, block) || fill_departments(x, block) || fill_specification(x, block) ||
        fill_records_of_target(x, block))
        return;
    if (fill_matrix(x, block) || fill_responsibility_matrix(x, block) ||
        fill_level_columns(x, block) || fill_table_of_duties(x, block) ||
        fill_role_rows(x, block) || fill_headed_table(x, block) || fill_form(x, block) ||
        fill_record_table(x, block))
        return;
    fill_block(x, block);
}

/* 「成為維護者」: a section says of whom it is. */
static bool has_section_of_named(const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (!text_is_empty(outline->pieces[i].of_role))
            return true;
    return false;
}

/*
 * The file is about one role that no heading names: it begins with the first words. So it is where
 * a sentence names the post, and others tell what its holder will do.
 */
static bool is_one_role(struct extraction *x, const struct outline *outline)
{
    struct region region = region_from(x, outline, 0);
    struct value title;
    return outline->roles_end == 0 && !has_section_of_named(outline) &&
           (region.has_eligibility || (region.is_prose && find_title_sentence(x, &title)));
}

/* Words of running heads and feet are the handbook's. */
static void running_words(struct extraction *x, const struct piece *piece)
{
    struct role *role = x->role;
    x->role = NULL;
    if (x->target.kind != TARGET_OTHER)
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    fill_block(x, piece->block);
    x->role = role;
}

/* What applicants are asked is a section of its own. */
static void questions(struct extraction *x, const struct outline *outline, size_t index)
{
    struct block *block = outline->pieces[index].block;
    if (index == 0 || !outline->pieces[index - 1].is_question) {
        x->clue = CLUE_PLAIN;
        open_other(x, TEXT(""), LEVEL_PSEUDO, block->span, false);
    }
    fill_block(x, block);
}

/* What stands in running heads and feet: labels of the only role, else pages. */
static void begin_running(struct extraction *x)
{
    if (x->handbook->role_count > 1)
        end_role(x);
    close_target(x);
    x->target.level = LEVEL_LINE;
}

/* One label of a position's name, and not several roles: under a title in the front matter it says
 * once more whose the file is. */
static bool has_one_title(const struct outline *outline)
{
    size_t labels = 0, roles = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_label = piece->kind == PIECE_PAIRS || piece->kind == PIECE_HEADING;
        labels +=
            is_label && piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE;
        roles += piece->is_role;
    }
    return labels == 1 && roles <= 1;
}

/* A rule behind the last section, with words below it: small print, of no section. */
static bool is_end_of_sections(const struct extraction *x, const struct outline *outline, size_t at)
{
    if (outline->pieces[at].block->kind != BLOCK_RULE || x->role == NULL ||
        x->target.kind != TARGET_ELEMENT || x->target.level >= LEVEL_PSEUDO)
        return false;
    for (size_t i = at + 1; i < outline->count; i++)
        if (outline->pieces[i].kind != PIECE_SKIPPED &&
            (outline->pieces[i].kind != PIECE_WORDS || piece_is_item(&outline->pieces[i])))
            return false;
    return true;
}

/*
 * "Essential functions:" over "Job summary: cleaning." over a list: the line between them is over,
 * and the list is the caption's.
 */
static void reopen_caption(struct extraction *x, const struct outline *outline, size_t index,
                           const struct target *caption)
{
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    bool is_empty = caption->kind == TARGET_ELEMENT && caption->level < LEVEL_LINE &&
                    element_row(caption->records->element)->kind == KIND_RECORDS &&
                    caption->records->count == 0;
    bool is_line = t->kind == TARGET_ELEMENT && t->level == LEVEL_LINE &&
                   t->records->element == ELEMENT_PURPOSE;
    if (!is_empty || !is_line || next == outline->count || !piece_is_item(&outline->pieces[next]))
        return;
    x->clue = caption->clue;
    open_element(x, label_of(caption->records->element), TEXT(""), caption->level,
                 caption->heading.at);
    x->target.is_pseudo_strong = caption->is_pseudo_strong;
    x->target.is_pseudo_numbered = caption->is_pseudo_numbered;
}

void note_passed_over(struct extraction *x, const struct piece *piece)
{
    enum clue clue = piece->is_picture              ? CLUE_PICTURE
                     : piece->is_bare               ? CLUE_BARE
                     : piece->is_repeated           ? CLUE_REPEATED
                     : piece->is_control            ? CLUE_NO_ELEMENT
                     : is_rule_by_hand(piece->text) ? CLUE_BLANK
                                                    : CLUE_CONTENTS;
    note_skipped(x, clue, piece->text, piece->block->span);
}

/* Behind the roles of a book, and no form of another: its history, say. */
static bool is_table_of_book(struct extraction *x, const struct outline *outline, size_t index)
{
    return x->role == NULL && x->handbook->role_count > 1 && outline->roles_end > 0 &&
           index >= outline->roles_end && x->target.kind != TARGET_ELEMENT &&
           !form_names_position(x, outline->pieces[index].block);
}

/* A record of the file: its number, version or date. */
static bool is_of_file(const struct piece *piece)
{
    const struct label *label = &piece->label;
    return piece->kind == PIECE_PAIRS &&
           (label->kind == LABEL_FIELD ||
            (label->kind == LABEL_ELEMENT &&
             (label->element == ELEMENT_ID || label->element == ELEMENT_EDITION)));
}

/* 編號：GW-3 in a line above 崗位說明書: the form begins there. */
static bool begins_form(const struct extraction *x, const struct outline *outline, size_t index)
{
    size_t next = index;
    while (next < outline->count && is_of_file(&outline->pieces[next]))
        next = outline_next(outline, next);
    const struct piece *title = &outline->pieces[next < outline->count ? next : index];
    return next > index && (x->role == NULL || !x->role_is_fresh) && title->kind == PIECE_HEADING &&
           title->label.kind == LABEL_FORM;
}

/*
 * "Growth: Sales and Outreach" in bold over items, among the duties whose groups have such names: that
 * of the next group, though a word in front of a colon may be a label.
 */
static bool names_next_group(const struct extraction *x, const struct outline *outline,
                             size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    return x->role != NULL && t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           !text_is_empty(t->part.text) && piece->label.element != ELEMENT_APPOINTMENT &&
           before < index && piece_is_item(&outline->pieces[before]) && next < outline->count &&
           piece_is_item(&outline->pieces[next]) && block_is_strong(piece->block) &&
           ends_like_heading(piece->text);
}

/* Lines of labels and their values, of the role, of the form they begin, or of the book. */
static void labelled_lines(struct extraction *x, struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    struct target caption = x->target;
    bool is_of_page = x->role == NULL && x->page_title_count > 0;
    if (is_of_page || is_of_book(x, outline, index) ||
        is_behind_roles(x, outline, index, piece->label.element))
        fill_block(x, piece->block);
    else if (names_next_group(x, outline, index))
        name_part(x, piece);
    else {
        bool is_head = begins_form(x, outline, index);
        if (is_head)
            begin_role(x, TEXT(""), LEVEL_TITLE, piece->block->span);
        const struct piece *before = index > 0 ? &outline->pieces[index - 1] : NULL;
        x->is_behind_items = before != NULL && !piece_looks_like_item(piece) &&
                             (piece_is_item(before) || before->kind == PIECE_TABLE);
        x->is_label_bold = outline_has_bold_label(piece);
        pair_lines(x, piece);
        x->is_behind_items = x->is_label_bold = false;
        x->role_is_fresh |= is_head;
    }
    reopen_caption(x, outline, index, &caption);
}

/* Lists and charts of the roles that headings name, which are read when these are known. */
struct lists {
    struct block *blocks[LISTS_MAX];
    struct value headings[LISTS_MAX]; /* over each, for those that turn out to be of other roles */
    size_t count;
};

static bool keep_list(struct extraction *x, struct lists *lists, const struct piece *piece)
{
    bool is_organisation = x->target.kind == TARGET_ELEMENT; /* 「一、崗位設置」 of the handbook */
    if (!piece->is_index || is_organisation || lists->count == LISTS_MAX ||
        !(is_list_of_roles(x, piece->block->table) ||
          is_responsibility_matrix(x, piece->block->table)))
        return false;
    const struct section_text *section = x->target.section;
    bool is_below = x->target.kind == TARGET_OTHER && section != NULL;
    lists->headings[lists->count] =
        is_below ? (struct value){section->heading, section->at} : (struct value){0};
    lists->blocks[lists->count++] = piece->block;
    return true;
}

static void fill_lists(struct extraction *x, const struct lists *lists)
{
    for (size_t i = 0; i < lists->count; i++) {
        const struct value *heading = &lists->headings[i];
        if (fill_roles_again(x, lists->blocks[i]) || fill_chart_of_told(x, lists->blocks[i]))
            continue;
        begin_chapter(x, heading->text, LEVEL_BOOK, heading->at);
        fill_block(x, lists->blocks[i]);
        end_chapter(x);
    }
}

/* 工作任務 | 頻率 in the section of duties: all its heads say that the rows are items. */
static bool are_heads_of_items(struct extraction *x, const struct table *table)
{
    enum element element = x->target.records->element;
    struct columns columns;
    return table->grid != NULL && table->rows > 0 && element_field_count(element) > 0 &&
           columns_of_row(x, table, 0, 0, table->columns, element, &columns) && columns.known > 1 &&
           columns.known == columns.count && main_column(&columns) != SIZE_MAX;
}

/*
 * 「複核報告模板：」 right above, among the role's items: the table is the paper that the caption
 * names, filled in or not, and its rows are no items; but 「每日完成以下檢查表：」 over such heads.
 */
static bool fill_shown_paper(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *caption = &outline->pieces[before];
    if (before == index || x->role == NULL || x->target.kind != TARGET_ELEMENT ||
        caption->kind != PIECE_WORDS || caption->block->kind != BLOCK_PARAGRAPH ||
        !ends_in_colon(caption->text) ||
        !text_ends_with_any(label_without_remark(name_without_colon(caption->text)),
                            signs_of(x, SIGN_SHOWN_PAPER)) ||
        are_heads_of_items(x, outline->pieces[index].block->table))
        return false;
    x->target.caption = (struct value){0}; /* it is the paper's */
    struct target kept = x->target;
    open_other(x, name_without_colon(caption->text), LEVEL_LINE, caption->block->span, false);
    fill_block(x, outline->pieces[index].block);
    x->target = kept;
    return true;
}

static void walk_table(struct extraction *x, const struct outline *outline, size_t index,
                       struct lists *lists)
{
    const struct piece *piece = &outline->pieces[index];
    if (fill_permission_chart(x, piece->block) || fill_roles_again(x, piece->block) ||
        keep_list(x, lists, piece) || fill_shown_paper(x, outline, index))
        return;
    if (piece->is_index || is_table_of_book(x, outline, index) ||
        (x->role == NULL && index + 1 < outline->roles_end && !outline_is_form(x, piece->block)))
        fill_block(x, piece->block);
    else if (!fill_people(x, piece->block))
        fill_table(x, piece->block);
}

static void fill_list_of_line(struct extraction *x, const struct piece *piece)
{
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, piece->block->span);
    fill_items(x, piece->block, 0);
    end_role(x);
}

static void walk_words_piece(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    if (piece->is_running)
        running_words(x, piece);
    else if (piece->is_question)
        questions(x, outline, index);
    else if (piece->is_role_list)
        fill_role_list(x, piece->block);
    else if (piece->is_role_line)
        fill_role_line(x, outline, index);
    else if (piece->is_list_of_line && x->role != NULL)
        fill_list_of_line(x, piece);
    else
        walk_words(x, outline, index);
}

void walk_document(struct extraction *x)
{
    struct outline outline = outline_of(x);
    struct lists lists = {.count = 0};
    if (is_family_page(x, &outline))
        read_front_matter_as_page(x);
    bool is_one = x->role == NULL && x->page_title_count == 0 && is_one_role(x, &outline);
    x->has_one_title =
        x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]) && has_one_title(&outline);
    x->region = region_from(x, &outline, 0);
    for (size_t i = 0; i < outline.count; i++) {
        struct piece *piece = &outline.pieces[i];
        if (begins_region(x, &outline, i))
            x->region = region_from(x, &outline, i);
        if (piece->begins_role)
            begin_labelled_role(x, piece->block->span);
        if (piece->is_running && (i == 0 || !outline.pieces[i - 1].is_running))
            begin_running(x);
        if (is_one && piece->kind == PIECE_WORDS && (piece_is_prose(piece) || piece_is_item(piece)))
            the_role(x, piece->block->span);
        switch (piece->kind) {
        case PIECE_HEADING:
            walk_heading(x, &outline, i);
            break;
        case PIECE_PAIRS:
            labelled_lines(x, &outline, i);
            break;
        case PIECE_TABLE:
            walk_table(x, &outline, i, &lists);
            break;
        case PIECE_WORDS:
            walk_words_piece(x, &outline, i);
            break;
        case PIECE_SKIPPED:
            if (is_end_of_sections(x, &outline, i))
                open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
            note_passed_over(x, piece);
            break;
        }
        take_asides(x, piece->block);
    }
    end_role(x);
    end_chapter(x);
    fill_lists(x, &lists);
}
