/* From piece to piece: headings open places, words fill them. */
#include "core/base/script.h"
#include "core/extract/outline.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define PROSE_DUTIES 3 /* paragraphs under "Job description": each is a duty */
#define PROSE 15       /* Han of a sentence, at least */
#define LATIN_PROSE 40 /* letters, alike */

static void element_heading(struct extraction *x, const struct outline *outline, size_t index,
                            struct label label);

/* Words below an element's heading: a group of a handbook's, a part of a role's. */
static void name_part(struct extraction *x, const struct piece *piece)
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
        t->part = (struct value){piece->text, at};
        note(x, USE_LABEL, piece->text, at);
    }
}

/* Whether a heading the vocabulary does not know opens the element its words speak of. */
static bool opens_guess(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    if (piece->label.kind != LABEL_UNKNOWN || piece->guess.kind != LABEL_ELEMENT || x->role == NULL)
        return false;
    bool is_below = t->kind != TARGET_NONE && piece->level > t->level;
    if (!is_below)
        return piece->level > x->role_level;
    return label_is_sure_guess(&piece->guess) &&
           (t->kind != TARGET_ELEMENT || t->records->element != piece->guess.element);
}

/*
 * "About us" at the level of the only role's name, with more of the role behind it at that level:
 * the name stood over one section, not over all that is the role's.
 */
static bool goes_on_below(const struct extraction *x, const struct outline *outline, size_t index)
{
    unsigned level = outline->pieces[index].level;
    if (x->handbook->role_count != 1 || index + 1 < outline->roles_end)
        return false;
    for (size_t i = index + 1; i < outline->count && level < LEVEL_PSEUDO; i++) {
        const struct piece *piece = &outline->pieces[i];
        enum element element = piece->label.element;
        if (piece->kind == PIECE_HEADING && piece->level <= level &&
            piece->label.kind == LABEL_ELEMENT && element != ELEMENT_APPROVAL &&
            element != ELEMENT_EDITION && element != ELEMENT_DOCUMENTS)
            return true;
    }
    return false;
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
    if (opens_guess(x, piece)) {
        element_heading(x, outline, index, piece->guess);
        return;
    }
    if (x->role == NULL && t->kind != TARGET_ELEMENT && outline_holds_roles(outline, index)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (t->kind == TARGET_ELEMENT && is_below) {
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

static bool looks_like_item(const struct piece *piece)
{
    return piece->block->kind == BLOCK_LIST || !text_is_empty(piece->block->label) ||
           list_label_of(piece->text).kind != LIST_LABEL_NONE;
}

static bool is_item(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && looks_like_item(piece);
}

/* A whole sentence at least. */
static bool is_prose(const struct piece *piece)
{
    size_t length = text_code_points(piece->text);
    bool is_latin = is_latin_text(piece->text);
    bool has_stop = text_find(piece->text, TEXT("。"), 0) != TEXT_NOT_FOUND ||
                    text_find(piece->text, TEXT(". "), 0) != TEXT_NOT_FOUND ||
                    text_ends_with(piece->text, TEXT("."));
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH && !is_item(piece) &&
           length >= (is_latin ? LATIN_PROSE : PROSE) && has_stop;
}

/* What stands between a heading and the next. */
struct section_look {
    size_t items, prose;
};
static struct section_look look_below(const struct outline *outline, size_t heading)
{
    struct section_look look = {0};
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS)
            break;
        look.items += is_item(piece);
        look.prose += piece->kind == PIECE_WORDS && !is_item(piece);
    }
    return look;
}

/*
 * "Job description" over words: the purpose where other headings are the duties', else the duties,
 * with sentences in front of the items as the purpose.
 */
static void settle_description(struct extraction *x, const struct outline *outline, size_t index,
                               struct label *label)
{
    struct section_look look = look_below(outline, index);
    bool is_latin = is_latin_text(outline->pieces[index].text);
    bool are_duties = look.items > 0 || (look.prose >= PROSE_DUTIES && !is_latin);
    x->awaits_items = false;
    label_settle(x, label, !x->region.has_duties && are_duties);
    if (label->element != ELEMENT_DUTIES || look.items == 0 || look.prose == 0 ||
        x->region.has_purpose || is_item(&outline->pieces[index + 1]))
        return;
    label->element = ELEMENT_PURPOSE;
    x->awaits_items = true;
}

/* 職位描述 over sentences, and 崗位職責 over the duties behind it: what the role is for. */
static bool is_in_front_of_duties(const struct extraction *x, const struct outline *outline,
                                  size_t index, const struct label *label)
{
    struct section_look look = look_below(outline, index);
    bool is_lead = label->kind == LABEL_ELEMENT && label->element == ELEMENT_DUTIES &&
                   x->region.duties_headings > 1 && !x->region.has_purpose &&
                   (x->role == NULL || (x->role->values[ELEMENT_DUTIES].count == 0 &&
                                        x->role->values[ELEMENT_PURPOSE].count == 0));
    return is_lead && text_is_empty(outline->pieces[index].rest) && look.items == 0 &&
           look.prose > 0 && look.prose < PROSE_DUTIES;
}

/* A place, a department, a grade: one value, and no list of sentences. */
static bool is_one_word(enum element element)
{
    return element_row(element)->kind == KIND_TEXT && element != ELEMENT_TITLE &&
           element != ELEMENT_PURPOSE;
}

/* Right over a list of several items: no value of a single element looks so. */
static bool is_over_items(const struct outline *outline, size_t heading)
{
    const struct block *block =
        heading + 1 < outline->count ? outline->pieces[heading + 1].block : NULL;
    return block != NULL && block->kind == BLOCK_LIST && block->children != NULL &&
           block->children->next != NULL && block->children->next->next != NULL;
}

/* Behind the roles of a book, with none of them open: of the book as well. */
static bool is_behind_roles(const struct extraction *x, const struct outline *outline, size_t index,
                            enum element element)
{
    return x->role == NULL && x->handbook->role_count > 1 && index >= outline->roles_end &&
           outline->roles_end > 0 && element != ELEMENT_TITLE && element != ELEMENT_DUTIES &&
           element != ELEMENT_APPOINTMENT;
}

static bool is_article(struct text heading)
{
    return is_article_label(list_label_of(heading).label);
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
    if (label.kind == LABEL_HANDBOOK) {
        unknown_heading(x, outline, index);
        return;
    }
    /* 各崗位職責 over the roles themselves is the book's title or a chapter's */
    if (x->role == NULL && index + 1 < outline->roles_end && label.element != ELEMENT_TITLE &&
        (element_row(label.element)->kind >= KIND_LIST || label.element == ELEMENT_PURPOSE)) {
        begin_chapter(x, piece->text, piece->level, at);
        return;
    }
    if (label.needs_context && is_over_items(outline, index) && is_one_word(label.element)) {
        unknown_heading(x, outline, index);
        return;
    }
    if (is_behind_roles(x, outline, index, label.element)) {
        open_other(x, piece->text, piece->level, at, false);
        return;
    }
    x->awaits_items = false;
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
    if (is_article(piece->text) && x->target.kind == TARGET_ELEMENT &&
        is_article(x->target.heading.text)) { /* the duties go on from article to article */
        close_target(x);
        continue_role(x);
    }
    open_element(x, label, piece->text, piece->level, at);
    x->target.is_pseudo_strong = piece->is_strong;
    x->target.is_pseudo_numbered = piece->is_numbered;
}

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

void note_passed_over(struct extraction *x, const struct piece *piece)
{
    note_skipped(x, piece->is_picture ? CLUE_PICTURE : CLUE_CONTENTS, piece->text,
                 piece->block->span);
}

void fill_rest(struct extraction *x, const struct piece *piece)
{
    if (!text_is_empty(piece->rest))
        fill_text(x, piece->rest, TEXT(""), 0, piece->block->span);
}

/* A role's name right over its words: duties, but for the sentences in front of a list of them. */
static void open_bare_duties(struct extraction *x, const struct outline *outline, size_t index)
{
    struct span at = outline->pieces[index].block->span;
    size_t next = index + 1;
    bool is_heading = outline->pieces[index].block->kind == BLOCK_HEADING;
    if (is_heading && next < outline->count && is_prose(&outline->pieces[next]) &&
        look_below(outline, index).items > 0) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_PURPOSE), TEXT(""), LEVEL_PSEUDO, at);
        x->awaits_items = true;
    } else {
        open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, at);
        x->role->values[ELEMENT_DUTIES].state = STATE_ABSENT; /* until words follow */
    }
    x->role_is_fresh = true;
}

static void heading(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    x->clue = piece->block->kind == BLOCK_HEADING ? CLUE_HEADING : CLUE_PSEUDO;
    if (piece->label.kind == LABEL_OTHER && label_is_continuation(piece->text)) {
        note_skipped(x, CLUE_NO_ELEMENT, piece->text, at);
        continue_role(x);
        return; /* the form goes on */
    }
    if (piece->label.kind != LABEL_OTHER)
        x->form_section = (struct target){.kind = TARGET_NONE};
    if (piece->is_role || names_the_role(x, piece)) {
        begin_role(x, piece->is_role ? piece->name : piece->text, piece->level, at);
        x->clue = CLUE_ROLE_HEADING;
        note_title(x, piece->text, piece->is_role ? piece->name : piece->text, at);
        note_title(x, piece->rest, piece->name, at);
        x->role_is_article = is_article_label(list_label_of(piece->text).label);
        if (piece->is_duties)
            open_bare_duties(x, outline, index);
    } else if (piece->label.kind == LABEL_FORM) {
        /* its sections may be headings of the same level */
        begin_role(x, TEXT(""), piece->level > 0 ? piece->level - LEVEL_STEP / 2 : 0, at);
        x->clue = CLUE_FORM;
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, piece->text, at);
        fill_rest(x, piece);
    } else {
        if (piece->label.kind == LABEL_ELEMENT || piece->label.kind == LABEL_HANDBOOK)
            element_heading(x, outline, index, piece->label);
        else
            unknown_heading(x, outline, index);
        fill_rest(x, piece);
    }
}

/* Whether a line of pairs opens elements here, or is an item of the section it stands in. */
static bool opens_elements(const struct extraction *x, const struct pair *pairs, size_t count)
{
    const struct target *t = &x->target;
    if (t->kind == TARGET_NONE || t->level >= LEVEL_LINE)
        return true;
    if (t->kind == TARGET_ELEMENT && pairs[0].label.kind == LABEL_ELEMENT &&
        pairs[0].label.element == t->records->element)
        return false;
    bool is_sure = x->is_behind_items && t->kind == TARGET_ELEMENT &&
                   pairs[0].label.kind == LABEL_ELEMENT && !is_latin_text(pairs[0].value);
    return count > 1 || is_sure || (!pairs[0].label.needs_context && !pairs[0].label.is_part);
}

static size_t count_roles(const struct outline *outline)
{
    size_t count = 0;
    for (size_t i = 0; i < outline->count; i++)
        count += outline->pieces[i].is_role;
    return count;
}

/* Version and date of a book, and whose it is, in front of the roles in it. */
static bool is_of_book(const struct extraction *x, const struct outline *outline, size_t index)
{
    enum element element = outline->pieces[index].label.element;
    if (x->role != NULL || index + 1 >= outline->roles_end)
        return false;
    return element == ELEMENT_EDITION || element == ELEMENT_APPROVAL ||
           (element != ELEMENT_TITLE && count_roles(outline) > 1);
}

static void pair_lines(struct extraction *x, const struct piece *piece)
{
    struct text line;
    struct span at = piece->block->span;
    x->clue = CLUE_LINE;
    for (size_t offset = 0, begin = 0; text_next_line(piece->text, &offset, &line);
         begin = offset) {
        struct pair pairs[PAIRS_MAX];
        size_t count = label_pairs(x, line, pairs, PAIRS_MAX);
        if (count == 0 || !opens_elements(x, pairs, count)) {
            fill_text(x, line, TEXT(""), 0, span_slice(at, begin, begin + line.size));
            continue;
        }
        for (size_t i = 0; i < count; i++)
            fill_pair(x, &pairs[i], span_slice(at, begin, begin + line.size));
    }
}

/* 匯報關係 over 「- 上級：…」 and 「- 下屬：…」: the lines say themselves what they are. */
static bool is_bare_reference(const struct extraction *x)
{
    const struct target *t = &x->target;
    return element_row(t->records->element)->kind == KIND_REF && t->records->count == 0;
}

/* 「- 工作地點：台北」 in front of the first section, or under 「基本資料」. */
static bool list_of_pairs(struct extraction *x, const struct block *list)
{
    if (x->target.kind == TARGET_ELEMENT && x->target.level < LEVEL_LINE && !is_bare_reference(x))
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct pair pair;
        if (item->children == NULL || item->children->kind != BLOCK_PARAGRAPH ||
            item->children->next != NULL ||
            label_pairs(x, block_text(x->arena, item->children), &pair, 1) == 0)
            return false;
        enum kind kind = element_row(pair.label.element)->kind;
        if (x->target.kind == TARGET_OTHER && x->target.level < LEVEL_LINE &&
            pair.label.kind == LABEL_ELEMENT && (kind == KIND_LIST || kind == KIND_RECORDS))
            return false; /* a list that explains what the headings mean */
    }
    if (x->target.kind == TARGET_ELEMENT && x->target.level < LEVEL_LINE)
        close_target(x); /* it is the first line's */
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct piece piece = {.block = item->children,
                              .text = block_text(x->arena, item->children)};
        pair_lines(x, &piece);
    }
    close_target(x);
    return list->children != NULL;
}

/* The label that an item has over what else stands in it: "- Requirements:" over a list. */
static struct label label_of_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    bool is_over = first != NULL && first->next != NULL && first->kind == BLOCK_PARAGRAPH;
    return is_over ? label_find(x, text_trim(block_text(x->scratch, first)))
                   : label_of(ELEMENT_COUNT);
}

/* A list whose items are sections: each has a label over the words below it. */
static bool list_of_sections(struct extraction *x, const struct block *list)
{
    size_t items = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++)
        if (label_of_item(x, item).kind != LABEL_ELEMENT)
            return false;
    if (items == 0 || x->role == NULL)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct block *first = item->children;
        x->clue = CLUE_LINE;
        open_element(x, label_of_item(x, item), text_trim(block_text(x->arena, first)), LEVEL_LINE,
                     first->span);
        fill_blocks(x, first->next);
    }
    close_target(x);
    return true;
}

/* A bold line that looks like the headings around it is a heading the vocabulary does not know. */
static bool is_unknown_heading(const struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return piece->is_candidate && t->kind != TARGET_NONE && t->level == LEVEL_PSEUDO &&
           piece->is_strong == t->is_pseudo_strong && piece->is_numbered == t->is_pseudo_numbered;
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

/*
 * "Clinical" right under "Duties", over its items: the name of a group of them, though it looks
 * like the heading; and the next such line, "Managerial", names the next group.
 */
static bool is_group_name(const struct extraction *x, const struct outline *outline, size_t index)
{
    const struct target *t = &x->target;
    bool is_first = index > 0 && outline->pieces[index - 1].kind == PIECE_HEADING;
    enum kind kind = t->kind == TARGET_ELEMENT ? element_row(t->records->element)->kind : KIND_TEXT;
    bool is_next_article = is_article(outline->pieces[index].text) && is_article(t->heading.text);
    return kind == KIND_RECORDS && (is_first || t->has_groups || is_next_article) &&
           index + 1 < outline->count && is_item(&outline->pieces[index + 1]);
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

/* ---- words that no heading announces ---- */

static void open_duties(struct extraction *x, struct span at)
{
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_PSEUDO, at);
}

/* A form has a label for the duties. */
static bool has_duties_label(struct extraction *x, const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (label_find(x, cell_words(x, cell)).element == ELEMENT_DUTIES)
            return true;
    return false;
}

/* What the headings and forms from here to the next role speak of. */
static struct region region_from(struct extraction *x, const struct outline *outline, size_t from)
{
    struct region region = {0};
    for (size_t i = from; i < outline->count && (i == from || !outline->pieces[i].is_role); i++) {
        const struct piece *piece = &outline->pieces[i];
        const struct label *label =
            piece->label.kind == LABEL_UNKNOWN ? &piece->guess : &piece->label;
        bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
        if (piece->kind == PIECE_TABLE)
            region.has_duties_in_form |= has_duties_label(x, piece->block->table);
        if (!is_label || label->kind != LABEL_ELEMENT || label_is_description(label))
            continue;
        region.has_duties |= label->element == ELEMENT_DUTIES;
        region.duties_headings += label->element == ELEMENT_DUTIES && piece->kind == PIECE_HEADING;
        region.has_purpose |= label->element == ELEMENT_PURPOSE;
        region.has_eligibility |= label->element == ELEMENT_APPOINTMENT && !label_is_demand(label);
    }
    return region;
}

/*
 * In front of a role's first heading, sentences are its purpose and items its duties, when no
 * heading of the role is theirs.
 */
static void lead_words(struct extraction *x, const struct piece *piece)
{
    bool is_open = x->target.kind == TARGET_NONE ||
                   (x->target.kind == TARGET_ELEMENT && x->target.clue == CLUE_PLAIN);
    if (x->awaits_items && is_item(piece)) {
        open_duties(x, piece->block->span);
        x->awaits_items = false;
    } else if (x->role == NULL || !is_open || x->target.kind != TARGET_NONE) {
        return;
    } else if (is_item(piece) && !x->region.has_duties && x->region.has_eligibility) {
        open_duties(x, piece->block->span);
    } else if (is_prose(piece) && !x->region.has_purpose &&
               x->role->values[ELEMENT_PURPOSE].count == 0) {
        struct label label = label_of(ELEMENT_PURPOSE);
        x->clue = CLUE_PLAIN;
        open_element(x, label, TEXT(""), LEVEL_PSEUDO, piece->block->span);
        x->awaits_items = !x->region.has_duties && x->region.has_eligibility;
    }
}

/* The role's name over its list, where the list alone was read. */
static bool is_name_again(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return x->role != NULL && t->kind == TARGET_ELEMENT && t->clue == CLUE_FILE_NAME &&
           t->records->count == 0 && text_equal(piece->text, role_title(x->role));
}

/* Several lines or items, half of which or more speak of what a holder must bring. */
static bool speaks_of_conditions(struct extraction *x, const struct block *block)
{
    size_t lines = 0, speaking = 0;
    struct text line, text = whole_block_text(x->scratch, block);
    for (size_t at = 0; text_next_line(text, &at, &line);) {
        lines += !text_is_blank(line);
        speaking += vocabulary_speaks_of(x->vocabulary, x->scratch, line, ELEMENT_APPOINTMENT);
    }
    return lines > 1 && 2 * speaking >= lines;
}

/* A second list under a bare name: the first is what its holder does, this what it takes. */
static bool begins_conditions(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
           t->level == LEVEL_LINE && text_is_empty(t->records->heading) && t->records->count > 0 &&
           looks_like_item(piece) && !is_filled(&x->role->values[ELEMENT_APPOINTMENT]) &&
           speaks_of_conditions(x, piece->block);
}

static void words(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    if (x->role != NULL && x->role_is_article && is_article_label(list_label_of(piece->text).label))
        end_role(x); /* the next article of the rules */
    if (is_identity_line(&x->target))
        close_target(x);
    lead_words(x, piece);
    if (begins_conditions(x, piece)) {
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE, piece->block->span);
    }
    if (is_name_again(x, piece)) {
        note_skipped(x, CLUE_REPEATED, piece->text, piece->block->span);
        return;
    }
    if (is_label_of_nothing(x, piece))
        open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    if (is_unknown_heading(x, piece) && is_group_name(x, outline, index)) {
        name_part(x, piece);
        x->target.has_groups = true;
    } else if (is_unknown_heading(x, piece)) {
        struct target looks = x->target;
        x->clue = CLUE_PSEUDO;
        struct text name = list_label_of(piece->text).rest;
        struct text number = text_slice(piece->text, 0, piece->text.size - name.size);
        open_other(x, name, LEVEL_PSEUDO, piece->block->span, true);
        note(x, USE_OTHER, number, piece->block->span);
        x->target.is_pseudo_strong = looks.is_pseudo_strong;
        x->target.is_pseudo_numbered = looks.is_pseudo_numbered;
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
    if (fill_named(x, block) || fill_specification(x, block) || fill_records_of_target(x, block))
        return;
    if (fill_matrix(x, block) || fill_role_rows(x, block) || fill_headed_table(x, block) ||
        fill_form(x, block) || fill_record_table(x, block))
        return;
    fill_block(x, block);
}

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
            (outline->pieces[i].kind != PIECE_WORDS || is_item(&outline->pieces[i])))
            return false;
    return true;
}

void walk_document(struct extraction *x)
{
    struct outline outline = outline_of(x);
    bool is_one = x->role == NULL && is_one_role(x, &outline);
    x->has_one_title =
        x->role != NULL && is_filled(&x->role->values[ELEMENT_TITLE]) && has_one_title(&outline);
    x->region = region_from(x, &outline, 0);
    for (size_t i = 0; i < outline.count; i++) {
        struct piece *piece = &outline.pieces[i];
        if (piece->is_role)
            x->region = region_from(x, &outline, i);
        if (piece->is_running && (i == 0 || !outline.pieces[i - 1].is_running))
            begin_running(x);
        if (is_one && piece->kind == PIECE_WORDS && (is_prose(piece) || is_item(piece)))
            the_role(x, piece->block->span);
        switch (piece->kind) {
        case PIECE_HEADING:
            heading(x, &outline, i);
            break;
        case PIECE_PAIRS:
            if (is_of_book(x, &outline, i) || is_behind_roles(x, &outline, i, piece->label.element))
                fill_block(x, piece->block);
            else {
                x->is_behind_items =
                    i > 0 && is_item(&outline.pieces[i - 1]) && !looks_like_item(piece);
                pair_lines(x, piece);
                x->is_behind_items = false;
            }
            break;
        case PIECE_TABLE:
            if (piece->is_index ||
                (x->role == NULL && i + 1 < outline.roles_end && !outline_is_form(x, piece->block)))
                fill_block(x, piece->block);
            else
                fill_table(x, piece->block);
            break;
        case PIECE_WORDS:
            if (piece->is_running)
                running_words(x, piece);
            else if (piece->is_role_list)
                fill_role_list(x, piece->block);
            else
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
