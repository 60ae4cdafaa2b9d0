/* From piece to piece: headings open places, words fill them. */
#include "core/extract/walk/walk.h"
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"

/* ---- words ---- */

/* A bold line that looks like the headings around it is a heading the vocabulary does not know. */
static bool is_unknown_heading(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool ends_line = t->level == LEVEL_LINE && t->clue == CLUE_LINE && piece->is_strong &&
                     !piece->is_numbered; /* 「標籤：值」 is over with the next bold line */
    bool is_alike = t->level == LEVEL_PSEUDO && piece->is_strong == t->is_pseudo_strong &&
                    piece->is_numbered == t->is_pseudo_numbered;
    bool is_between = t->kind == TARGET_NONE || t->level == LEVEL_LINE ||
                      (t->level == LEVEL_PSEUDO && !t->is_pseudo_strong);
    if (piece->is_sibling && is_between && x->role != NULL &&
        is_filled(&x->role->values[ELEMENT_TITLE]))
        return true;
    return piece->is_candidate && t->kind != TARGET_NONE && (is_alike || ends_line);
}

/* "Series & Grade:" in bold behind "Job title:" and its value: another label, and unknown. */
static bool is_label_of_nothing(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    const struct run *label = piece->block->kind == BLOCK_PARAGRAPH ? piece->block->runs : NULL;
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_LIST;
    bool is_identity = (kind == KIND_TEXT || kind == KIND_REF) &&
                       t->records->element != ELEMENT_PURPOSE && t->records->count > 0;
    return is_identity && t->level == LEVEL_PSEUDO && t->is_pseudo_strong && label != NULL &&
           (label->style & STYLE_STRONG) && ends_in_colon(text_trim(label->text));
}

/* A line over items that begin as those of the element do that is open, and so of a group of them.
 */
static bool is_name_of_alike(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && element_row(t->records->element)->kind == KIND_RECORDS &&
           sorted_below(x, outline, index) == t->records->element;
}

/*
 * "Clinical" right under "Duties", over its items: the name of a group of them, though it looks
 * like the heading; and the next such line, "Managerial", names the next group.
 */
static bool is_group_name(const struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    bool is_first = index > 0 && outline->pieces[index - 1].kind == PIECE_HEADING;
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_TEXT;
    bool is_next_article =
        is_article_heading(outline->pieces[index].text) && is_article_heading(t->heading.text);
    size_t next = index + 1;
    return kind == KIND_RECORDS && (is_first || t->has_groups || is_next_article) &&
           next < outline->count &&
           (piece_is_item(&outline->pieces[next]) ||
            (is_first && outline->pieces[next].kind == PIECE_WORDS) ||
            (outline->pieces[next].kind == PIECE_WORDS &&
             vocabulary_opening(x->vocabulary, x->scratch, outline->pieces[next].text) ==
                 t->records->element));
}

/*
 * A bold line over words that are of another element than the one that is open. Acts among the
 * conditions of a role that has its duties elsewhere are what one must have done.
 */
static bool opens_by_content(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    if (x->role == NULL || !piece->is_candidate || piece_looks_like_item(piece) ||
        t->kind == TARGET_NONE || t->level == LEVEL_TITLE)
        return false;
    enum element element = sorted_below(x, outline, index);
    bool is_open = t->kind == TARGET_ELEMENT && t->records->element == element;
    bool is_experience = t->kind == TARGET_ELEMENT && element == ELEMENT_DUTIES &&
                         t->records->element == ELEMENT_APPOINTMENT && x->region.has_duties;
    if (element == ELEMENT_COUNT || is_open || is_experience)
        return false;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(element), piece->text, LEVEL_PSEUDO, piece->block->span);
    x->target.is_pseudo_strong = piece->is_strong;
    return true;
}

/* 「所屬部門：工程部」 is over with its line; a purpose may go on below it. */
static bool is_identity_line(const struct target *t)
{
    if (t->kind != TARGET_ELEMENT || t->level != LEVEL_LINE ||
        t->records->element == ELEMENT_PURPOSE)
        return false;
    enum kind kind = element_row(t->records->element)->kind;
    return kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS;
}

/* Between its heading and the next: no other words stand there. */
static bool is_alone(const struct outline *outline, size_t index)
{
    bool begins = index == 0 || outline->pieces[index - 1].kind == PIECE_HEADING;
    size_t next = index + 1;
    while (next < outline->count && outline->pieces[next].kind == PIECE_SKIPPED)
        next++;
    return begins && (next == outline->count || outline->pieces[next].kind == PIECE_HEADING);
}

/* In front of the sections, or in the purpose, the first sentence tells who the superior is. */
static bool is_reporting_line(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool is_open = t->kind == TARGET_NONE ||
                   (t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_PURPOSE);
    return is_open && piece->block->kind == BLOCK_PARAGRAPH && !piece_is_item(piece) &&
           fill_reporting_lead(x, piece->text, piece->block->span);
}

/*
 * "1. Enquiries" in bold over items, right behind lines of labels, in a role whose duties no
 * heading announces: the name of the first group of them.
 */
static bool opens_group_of_duties(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    bool is_behind_labels = before < index && outline->pieces[before].kind == PIECE_PAIRS;
    if (x->role == NULL || x->region.has_duties || !piece->is_candidate || !is_behind_labels ||
        next == outline->count || !piece_is_item(&outline->pieces[next]) ||
        x->role->values[ELEMENT_DUTIES].count > 0)
        return false;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_PSEUDO, piece->block->span);
    x->target.is_pseudo_strong = piece->is_strong;
    x->target.is_pseudo_numbered = piece->is_numbered;
    x->target.has_groups = true;
    name_part(x, piece);
    return true;
}

/* 「保密義務：」 over items, behind a line of a label: a section that the vocabulary does not know.
 */
static bool opens_unknown_caption(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    bool is_line = t->kind == TARGET_ELEMENT && t->level == LEVEL_LINE && t->clue == CLUE_LINE &&
                   t->records->count > 0 && element_row(t->records->element)->kind == KIND_TEXT;
    if (!is_line || !x->region.has_duties || !ends_in_colon(piece->text) ||
        !ends_like_heading(piece->text) || next == outline->count ||
        !piece_is_item(&outline->pieces[next]))
        return false;
    x->clue = CLUE_PSEUDO;
    open_other(x, piece->text, LEVEL_PSEUDO, piece->block->span, true);
    return true;
}

static bool is_of_address(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* jobs@example.org, wherever in the line: a dot stands behind the sign, and no blank around it. */
static bool holds_mail_address(struct text line)
{
    for (size_t at = text_find(line, TEXT("@"), 0); at != TEXT_NOT_FOUND;
         at = text_find(line, TEXT("@"), at + 1)) {
        size_t end = at + 1;
        while (end < line.size && (is_of_address(line.data[end]) || line.data[end] == '-'))
            end++;
        if (at > 0 && is_of_address(line.data[at - 1]) && end > at + 1 && end + 1 < line.size &&
            line.data[end] == '.' && is_of_address(line.data[end + 1]))
            return true;
    }
    return false;
}

/* 以上只是部分崗位, "The above is …": what a page says of all that stood in it. */
static bool looks_back(struct text line)
{
    static const char *const words[] = {"以上", "綜上",       "综上",       "總之",
                                        "总之", "The above ", "In summary", NULL};
    return text_starts_with_one_of(line, words);
}

/* Items stand in front of it in its section, and none behind it. */
static bool is_behind_all_items(const struct outline *outline, size_t index)
{
    size_t before = index, next = outline_next(outline, index);
    if (next < outline->count && piece_is_item(&outline->pieces[next]))
        return false;
    while (before > 0 && outline->pieces[before].kind != PIECE_HEADING &&
           !piece_is_item(&outline->pieces[before]))
        before--;
    return piece_is_item(&outline->pieces[before]);
}

/*
 * "Send your CV to jobs@example.org", 投递方式: a line behind the items of a section, and none of
 * them itself. The posting, or the page, ends with it.
 */
static bool ends_items(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index);
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_TEXT;
    bool is_behind = before < index && piece_is_item(&outline->pieces[before]) &&
                     t->clue != CLUE_LINE && kind_has_items(kind);
    bool is_last = (piece_is_prose(piece) && looks_back(piece->text)) ||
                   (kind_has_items(kind) && holds_mail_address(piece->text) &&
                    is_behind_all_items(outline, index));
    bool is_among = is_last && t->kind == TARGET_ELEMENT && t->records->count > 0;
    if (!(is_behind || is_among) || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_looks_like_item(piece))
        return false;
    bool is_label = piece->label.kind == LABEL_OTHER && !piece->label.needs_context;
    if (!is_label && !is_last && !holds_mail_address(piece->text))
        return false;
    x->clue = is_label ? CLUE_PSEUDO : CLUE_PLAIN;
    open_other(x, is_label ? piece->text : TEXT(""), LEVEL_PSEUDO, piece->block->span, false);
    return is_label;
}

/* 「工作時長：八小時」 is over where the next line has a label of its own. */
static void leave_part(struct extraction *x, const struct piece *piece)
{
    struct target *t = &x->target;
    struct pair pair;
    if (t->kind == TARGET_ELEMENT && t->level == LEVEL_LINE && t->clue == CLUE_LINE &&
        t->records->count > 0 && unknown_pair(piece->text, &pair))
        t->part = (struct value){0};
}

/* "Selecting members" in bold behind roles with names in bold: no group of what the last one does.
 */
static bool ends_bold_role(struct extraction *x, const struct piece *piece)
{
    return x->role != NULL && x->role_level == LEVEL_NAMED && piece->is_candidate &&
           piece->is_strong && is_about_holders(x, piece->text) && outline_is_position(x, piece);
}

/*
 * "The salary range for this position is …", "We are an equal opportunity employer" behind the
 * words of a section: what such sentences say belongs to none of its kind. Neither does "Please
 * note this job description is not …" right below "Other duties".
 */
static bool ends_section(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    bool goes_on = next < outline->count && piece_is_item(&outline->pieces[next]) &&
                   !ends_in_colon(piece->text);
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_TEXT;
    if (x->role == NULL || goes_on || !kind_has_items(kind) || t->records->count == 0 ||
        piece->block->kind != BLOCK_PARAGRAPH || piece_looks_like_item(piece) ||
        piece->is_candidate || before == index)
        return false;
    bool is_first = outline->pieces[before].kind == PIECE_HEADING; /* of another such section */
    bool is_behind =
        outline->pieces[before].kind == PIECE_WORDS || outline->pieces[before].kind == PIECE_PAIRS;
    bool is_pay = vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_REWARDS ||
                  (is_behind && tells_of_benefits(x, piece->text));
    if (!(is_first && !is_pay) && !is_behind)
        return false;
    if (is_pay && t->records->element == ELEMENT_REWARDS)
        return false;
    if (!is_pay && !vocabulary_is_closing(x->vocabulary, x->scratch, piece->text))
        return false;
    x->clue = CLUE_PLAIN;
    if (is_pay)
        open_element(x, label_of(ELEMENT_REWARDS), TEXT(""), LEVEL_LINE, piece->block->span);
    else
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    return true;
}

static void words(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    bool is_article =
        is_article_label(list_label_of(piece->text).label) || is_article_line(piece->text);
    if (x->role != NULL && x->role_is_article && is_article)
        end_role(x); /* the next article of the rules */
    if (fill_numbered_section(x, piece) || fill_note(x, outline, index) ||
        fill_unknown_pair(x, outline, index))
        return;
    if (is_identity_line(&x->target))
        close_target(x);
    leave_part(x, piece);
    if (is_reporting_line(x, piece) || fill_caption_of_people(x, outline, index))
        return;
    if (ends_section(x, outline, index)) {
        fill_block(x, piece->block);
        return;
    }
    leave_plain_acts(x, outline, index);
    lead_words(x, outline, index);
    if (begins_conditions(x, outline, index)) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE, piece->block->span);
    }
    if (is_name_again(x, piece)) {
        note_skipped(x, CLUE_REPEATED, piece->text, piece->block->span);
        return;
    }
    if (is_label_of_nothing(x, piece) ||
        (!piece_looks_like_item(piece) && is_other_label(x, piece->text)))
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    if (opens_announced(x, outline, index) || opens_by_content(x, outline, index) ||
        opens_group_of_duties(x, outline, index) || opens_unknown_caption(x, outline, index) ||
        ends_items(x, outline, index))
        return;
    if (ends_bold_role(x, piece)) {
        end_role(x);
        x->clue = CLUE_PSEUDO;
        open_other(x, piece->text, LEVEL_PSEUDO, piece->block->span, true);
    } else if (is_unknown_heading(x, piece) &&
               (is_group_name(x, outline, index) || is_name_of_alike(x, outline, index))) {
        name_part(x, piece);
        x->target.has_groups = true;
    } else if (is_unknown_heading(x, piece)) {
        x->clue = CLUE_PSEUDO;
        struct text name = list_label_of(piece->text).rest;
        struct text number = text_slice(piece->text, 0, piece->text.size - name.size);
        open_other(x, name, LEVEL_PSEUDO, piece->block->span, true);
        note(x, USE_OTHER, number, piece->block->span);
        x->target.is_pseudo_strong = piece->is_strong;
        x->target.is_pseudo_numbered = piece->is_numbered;
    } else if (piece->block->kind == BLOCK_LIST &&
               (list_of_sections(x, piece->block) || list_of_pairs(x, piece->block))) {
        return;
    } else if (!fill_caption(x, piece->block, piece->text)) {
        x->is_alone = is_alone(outline, index);
        fill_block(x, piece->block);
        x->is_alone = false;
    }
}

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

/* ---- the whole document ---- */

/* The file is about one role that no heading names: it begins with the first words. */
static bool is_one_role(struct extraction *x, const struct outline *outline)
{
    struct region region = region_from(x, outline, 0);
    return outline->roles_end == 0 && region.has_eligibility;
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

/* 財務部 in bold right over the name of a role: a chapter of its department. */
static bool is_department_line(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           (block_is_strong(piece->block) || piece->block->align == ALIGN_CENTRE) &&
           is_department(x, piece->text) && !piece_looks_like_item(piece) &&
           next < outline->count && outline->pieces[next].is_role;
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
    else {
        bool is_head = begins_form(x, outline, index);
        if (is_head)
            begin_role(x, TEXT(""), LEVEL_TITLE, piece->block->span);
        x->is_behind_items = index > 0 && piece_is_item(&outline->pieces[index - 1]) &&
                             !piece_looks_like_item(piece);
        x->is_label_bold = outline_has_bold_label(piece);
        pair_lines(x, piece);
        x->is_behind_items = x->is_label_bold = false;
        x->role_is_fresh |= is_head;
    }
    reopen_caption(x, outline, index, &caption);
}

void walk_document(struct extraction *x)
{
    struct outline outline = outline_of(x);
    if (is_family_page(x, &outline))
        read_front_matter_as_page(x);
    bool is_one = x->role == NULL && x->page_title_count == 0 && is_one_role(x, &outline);
    x->has_one_title =
        x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]) && has_one_title(&outline);
    x->region = region_from(x, &outline, 0);
    for (size_t i = 0; i < outline.count; i++) {
        struct piece *piece = &outline.pieces[i];
        if (piece->is_role || piece->begins_role)
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
            if (fill_permission_chart(x, piece->block) || fill_roles_again(x, piece->block))
                break;
            if (piece->is_index || is_table_of_book(x, &outline, i) ||
                (x->role == NULL && i + 1 < outline.roles_end && !outline_is_form(x, piece->block)))
                fill_block(x, piece->block);
            else if (!fill_people(x, piece->block))
                fill_table(x, piece->block);
            break;
        case PIECE_WORDS:
            if (piece->is_running)
                running_words(x, piece);
            else if (piece->is_question)
                questions(x, &outline, i);
            else if (piece->is_role_list)
                fill_role_list(x, piece->block);
            else if (piece->is_role_line)
                fill_role_line(x, &outline, i);
            else if (is_department_line(x, &outline, i)) {
                end_role(x);
                begin_chapter(x, piece->text, outline.pieces[outline_next(&outline, i)].level - 1,
                              piece->block->span);
            } else
                words(x, &outline, i);
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
}
