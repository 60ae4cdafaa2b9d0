/* Plain words: what they open, end or go on, before they are filled in. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/prose.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define BUTTON_BYTES 30 /* of a link alone in its line: more are a title */

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
    bool is_identity =
        kind_has_one_value(kind) && t->records->element != ELEMENT_PURPOSE && t->records->count > 0;
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

/* At least half of the lines right below begin as those of the element that is open. */
static bool are_half_alike(struct extraction *x, const struct outline *outline, size_t index)
{
    struct sorting sorting = {0};
    for (size_t i = index + 1; i < outline->count && outline->pieces[i].kind == PIECE_WORDS &&
                               !outline->pieces[i].is_role;
         i++)
        sort_block(x, outline->pieces[i].block, &sorting);
    bool are_duties = x->target.records->element == ELEMENT_DUTIES;
    size_t alike = are_duties ? sorting.duties : sorting.conditions;
    size_t others = are_duties ? sorting.conditions : sorting.duties;
    return sorting.lines > 1 && 2 * alike >= sorting.lines && alike > others;
}

bool is_plain_group(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = index + 1;
    bool is_open =
        t->kind == TARGET_ELEMENT && t->level == piece->level &&
        t->is_pseudo_strong == piece->is_strong &&
        (t->records->element == ELEMENT_DUTIES || t->records->element == ELEMENT_APPOINTMENT);
    if (!is_open || piece->level < LEVEL_PSEUDO || piece->is_numbered ||
        piece->block->kind != BLOCK_PARAGRAPH || piece->label.kind != LABEL_UNKNOWN ||
        piece->guess.kind != LABEL_UNKNOWN || next >= outline->count)
        return false;
    if (t->has_groups && piece_is_item(&outline->pieces[next]) && is_group_name(x, outline, index))
        return true;
    return are_half_alike(x, outline, index);
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
    if (element == ELEMENT_COUNT && is_over_benefits(x, outline, index))
        element = ELEMENT_REWARDS;
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

/* 「所屬部門：工程部」 is over with its line, and so is "Equipment: radio" in front of a sentence; a
 * purpose may go on below it. */
static bool is_identity_line(const struct target *t, const struct piece *behind)
{
    if (t->kind != TARGET_ELEMENT || t->level != LEVEL_LINE ||
        t->records->element == ELEMENT_PURPOSE)
        return false;
    if (t->records->element == ELEMENT_TOOLS)
        return t->records->count > 0 &&
               (piece_is_prose(behind) || text_ends_with(behind->text, TEXT(".")));
    enum kind kind = element_row(t->records->element)->kind;
    return kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS;
}

/* Between its heading and the next, or a line in bold: no other words stand there. */
static bool is_alone(const struct outline *outline, size_t index)
{
    bool begins = index == 0 || outline->pieces[index - 1].kind == PIECE_HEADING;
    size_t next = outline_next(outline, index);
    if (next < outline->count && is_rule_by_hand(outline->pieces[next].text))
        next = outline_next(outline, next);
    return begins && (next == outline->count || outline->pieces[next].kind != PIECE_WORDS ||
                      outline->pieces[next].is_candidate);
}

/*
 * In front of the sections, in the purpose, or first below a heading that no element has, a
 * sentence tells who the superior is.
 */
static bool is_reporting_line(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool is_first = t->kind == TARGET_OTHER && text_is_empty(t->section->text) &&
                    t->section->blocks == NULL && !text_is_empty(t->section->heading);
    bool is_open = t->kind == TARGET_NONE || is_first ||
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

/* 「保密義務：」 over items, 「人員：」 over a table, behind a line of a label: a section that the vocabulary does not know.
 */
static bool opens_unknown_caption(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    const struct target *t = &x->target;
    size_t next = outline_next(outline, index);
    bool is_line = t->kind == TARGET_ELEMENT && t->level == LEVEL_LINE && t->clue == CLUE_LINE &&
                   t->records->count > 0 && element_row(t->records->element)->kind == KIND_TEXT;
    if (!is_line || !ends_in_colon(piece->text) || !ends_like_heading(piece->text) ||
        next == outline->count)
        return false;
    bool is_over_items = x->region.has_duties && piece_is_item(&outline->pieces[next]);
    if (!is_over_items && outline->pieces[next].kind != PIECE_TABLE)
        return false;
    x->clue = CLUE_PSEUDO;
    open_unknown(x, piece->text, LEVEL_PSEUDO, piece->block->span, true);
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
static bool looks_back(const struct extraction *x, struct text line)
{
    return text_starts_with_any(line, signs_of(x, SIGN_LOOKS_BACK));
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

/* A quotation behind the last items of a section is a remark, and no more of them. */
static bool is_quoted_remark(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    bool is_last = next == outline->count || outline->pieces[next].kind != PIECE_WORDS ||
                   outline->pieces[next].is_role;
    return outline->pieces[index].block->kind == BLOCK_QUOTE && is_last && before < index &&
           outline->pieces[before].block->kind == BLOCK_LIST && x->role != NULL &&
           t->kind == TARGET_ELEMENT && t->records->count > 0 &&
           kind_has_items(element_row(t->records->element)->kind);
}

/* "Get started": nothing but a link of few words, as a page's button is. */
static bool is_only_link(const struct piece *piece)
{
    bool has_link = false;
    for (const struct run *run = piece->block->runs; run != NULL; run = run->next)
        if (!text_is_empty(run->link))
            has_link = true;
        else if (!text_is_blank(run->text))
            return false;
    return has_link && piece->text.size <= BUTTON_BYTES && is_latin_text(piece->text);
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
    bool is_last =
        (piece_is_prose(piece) && looks_back(x, piece->text)) ||
        (kind_has_items(kind) && (holds_mail_address(piece->text) || is_only_link(piece)) &&
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

/* A heading that no element is known by, a name of a part, or words of what is open. */
static void fill_words_piece(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    if (ends_bold_role(x, piece)) {
        end_role(x);
        x->clue = CLUE_PSEUDO;
        open_unknown(x, piece->text, LEVEL_PSEUDO, piece->block->span, true);
    } else if (is_unknown_heading(x, piece) &&
               (is_group_name(x, outline, index) || is_name_of_alike(x, outline, index))) {
        name_part(x, piece);
        x->target.has_groups = true;
    } else if (is_unknown_heading(x, piece)) {
        x->clue = CLUE_PSEUDO;
        struct text name = list_label_of(piece->text).rest;
        struct text number = text_slice(piece->text, 0, piece->text.size - name.size);
        open_unknown(x, name, LEVEL_PSEUDO, piece->block->span, true);
        note(x, USE_LABEL, number, piece->block->span);
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

/* A line of the pay, and nothing yet of what the holder does or needs. */
static bool is_pay_in_front(const struct extraction *x)
{
    const struct target *t = &x->target;
    return t->records->element == ELEMENT_REWARDS && t->level == LEVEL_LINE && x->role != NULL &&
           x->role->values[ELEMENT_PURPOSE].count == 0 &&
           x->role->values[ELEMENT_DUTIES].count == 0 &&
           x->role->values[ELEMENT_APPOINTMENT].count == 0;
}

/*
 * "Date posted: 3 May", "Salary: 300 a week", "Shift: 4 hours" in front of prose: that is all of it,
 * and no section goes on. So is "Elected by: the members" in front of "The chair is the voice of …".
 */
static void leave_line(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || t->records->count == 0)
        return;
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, piece->text);
    enum element element = t->records->element;
    bool is_prose = piece_is_prose(piece);
    bool is_date = is_prose && (element == ELEMENT_APPROVAL || element == ELEMENT_EDITION) &&
                   opening != ELEMENT_APPROVAL;
    bool is_pay = is_prose && is_pay_in_front(x) && opening != ELEMENT_REWARDS &&
                  !tells_of_benefits(x, piece->text);
    bool is_shift = element == ELEMENT_CONDITIONS && t->level == LEVEL_LINE &&
                    t->clue == CLUE_LINE && opening == ELEMENT_DUTIES && x->role != NULL &&
                    x->role->values[ELEMENT_DUTIES].count == 0;
    bool is_told = element == ELEMENT_APPOINTMENT && t->clue == CLUE_LINE && x->role != NULL &&
                   x->role->values[ELEMENT_PURPOSE].count == 0 &&
                   text_ends_with(piece->text, TEXT(".")) && tells_what_it_is(x, piece->text);
    if (is_pay || is_shift || is_date)
        close_target(x);
    if (is_shift && !x->region.has_duties) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, piece->block->span);
    }
    if (is_told) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_LINE, piece->block->span);
    }
}

/* Terms of the post, its house, or how its holder is chosen, in a line of their own. */
static bool fill_terms_of_post(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    return fill_tag_line(x, piece) || fill_house_line(x, piece) || fill_office_terms(x, piece) ||
           fill_tag_row(x, outline, index);
}

void walk_words(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    bool is_next_article = /* of the rules, or their next chapter */
        x->role_is_article && (piece_is_article(piece) || is_chapter_label(piece->list_label));
    if (x->role != NULL && (is_next_article || piece->ends_roles))
        end_role(x);
    if (fill_member(x, piece) || fill_numbered_section(x, piece) || fill_note(x, outline, index) ||
        fill_unknown_pair(x, outline, index))
        return;
    if (is_identity_line(&x->target, piece))
        close_target(x);
    leave_part(x, piece);
    if (opens_list_of_purpose(x, outline, index) || opens_acts_behind_need(x, outline, index) ||
        is_reporting_line(x, piece) || fill_terms_of_post(x, outline, index) ||
        fill_caption_of_people(x, outline, index))
        return;
    if (fill_prose(x, outline, index) || fill_pay_words(x, outline, index) ||
        fill_candidate_words(x, outline, index) || fill_holders_now(x, outline, index) ||
        fill_labelled_acts(x, outline, index) || fill_terms_by_line(x, outline, index))
        return;
    if (fill_last_line(x, outline, index))
        return;
    if (ends_section(x, outline, index)) {
        fill_block(x, piece->block);
        return;
    }
    if (is_quoted_remark(x, outline, index)) {
        x->clue = CLUE_PLAIN;
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
        fill_block(x, piece->block);
        return;
    }
    leave_plain_acts(x, outline, index);
    leave_line(x, piece);
    if (fill_words_of_house(x, outline, index))
        return;
    if (fill_list_of_both(x, piece))
        return;
    if (fill_composition(x, piece))
        return;
    lead_words(x, outline, index);
    if (begins_conditions(x, outline, index)) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE, piece->block->span);
    }
    if (opens_becoming(x, piece))
        return;
    if (is_name_again(x, piece)) {
        note_skipped(x, CLUE_REPEATED, piece->text, piece->block->span);
        return;
    }
    if (is_label_of_nothing(x, piece) ||
        (!piece_looks_like_item(piece) && is_other_label(x, piece->text)))
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    if (opens_qualities(x, outline, index) || opens_announced(x, outline, index) ||
        opens_labelled_lead(x, outline, index) || opens_acts_again(x, outline, index) ||
        opens_only_list(x, outline, index) || opens_by_content(x, outline, index) ||
        opens_group_of_duties(x, outline, index) || opens_unknown_caption(x, outline, index) ||
        ends_items(x, outline, index))
        return;
    fill_words_piece(x, outline, index);
}
