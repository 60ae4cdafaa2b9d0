/* The document as a row of pieces: what each is by its looks and words. */
#include "core/extract/outline.h"
#include "core/base/script.h"
#include "core/extract/fill.h"
#include "core/extract/lines.h"
#include "core/extract/tables.h"
#include "core/extract/values.h"
#include "core/extract/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define TITLE_LENGTH 60 /* characters of a role's name behind the title of a form */
#define PLAIN_NAME_LENGTH                                                                          \
    12                     /* Han of a name in a line that nothing but the duties behind it marks */
#define PROSE_LENGTH 80    /* characters of a heading that is none */
#define ATTACHMENT_BYTES 9 /* of the number behind 附件 */
#define HEADING_LENGTH 40  /* characters of a bold line that may be a heading */
#define LATIN_LENGTH 70    /* letters, alike */
#define PAGE_LABELS 2      /* alone in a cell, over words: more than a form puts there */
#define LAYOUT_CELLS 12    /* of a table that only places its words */
#define PLAIN_MIN 2        /* headings that nothing marks: the document marks none */
#define SIBLINGS_MIN 2     /* known headings in bold: the document marks its headings so */
#define SMALL_WORD 4       /* letters: and, of, with */
#define OUTLINE_MIN 2      /* known labels of a list for each that is none, and in all */
#define MOSTLY_PERCENT 60  /* of the words are bold: bold marks nothing */

static bool is_title_style(struct text style)
{
    static const char *const names[] = {"title", "标题", "標題", "book title", NULL};
    return text_is_one_of(style, names);
}

static bool is_contents_style(struct text style)
{
    return (style.size > 4 && text_equal_ascii_case(text_slice(style, 0, 4), TEXT("toc "))) ||
           text_starts_with(style, TEXT("目录 ")) || text_starts_with(style, TEXT("目錄 "));
}

/* "ESSENTIAL DUTIES (about 95 % of the time)": a remark adds to no heading's length. */
static size_t heading_length(struct text text)
{
    size_t open = text_find(text, TEXT("("), 0);
    bool is_remark = text_ends_with(text, TEXT(")")) || text_ends_with(text, TEXT("):"));
    return text_code_points(is_remark && open != TEXT_NOT_FOUND ? text_slice(text, 0, open) : text);
}

bool ends_like_heading(struct text text)
{
    static const char *const ends[] = {"。", ".", "；", ";", "，", ",", "！", "？", "?", NULL};
    if (text_ends_with_one_of(text, ends))
        return false;
    size_t length = heading_length(text);
    return length > 0 && length <= (is_latin_text(text) ? LATIN_LENGTH : HEADING_LENGTH) &&
           text_find(text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

static bool names_section(const struct label *label)
{
    return label->kind == LABEL_ELEMENT || label->kind == LABEL_HANDBOOK;
}

static bool is_section_label(const struct label *label)
{
    enum kind kind = label->kind == LABEL_ELEMENT ? element_row(label->element)->kind : KIND_TEXT;
    return kind_has_items(kind) || label->element == ELEMENT_PURPOSE;
}

/* ---- one block ---- */

/* 某某有限公司崗位說明書: the house whose form it is, in front of the form's title. */
static void drop_house(struct extraction *x, struct piece *piece)
{
    if (piece->is_duties || text_is_empty(piece->name) || is_latin_text(piece->name) ||
        !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->name))
        return;
    piece->name = TEXT("");
    piece->label = label_of(ELEMENT_COUNT);
    piece->label.kind = LABEL_FORM;
    piece->level = LEVEL_TITLE;
}

static void read_heading(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    piece->kind = PIECE_HEADING;
    piece->label = label_find(x, piece->text);
    if (piece->label.kind != LABEL_UNKNOWN)
        return;
    if (label_pairs(x, piece->text, &pair, 1) == 1) {
        bool is_name = pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE;
        is_name |= is_vacancy(x, &pair.label, pair.value);
        if (is_name && !text_is_empty(pair.value)) {
            piece->name = value_without_stop(pair.value);
            piece->is_role = true;
        } else {
            piece->label = pair.label;
            piece->rest = pair.value;
            piece->text = pair.name;
        }
        return;
    }
    piece->guess = label_guess(x, piece->text);
    label_role_name(x, list_label_of(piece->text).rest, &piece->name, &piece->is_duties);
}

/* A paragraph that was given a heading's style. */
static bool is_prose(const struct piece *piece)
{
    return piece->label.kind == LABEL_UNKNOWN && !piece->is_role && text_is_empty(piece->name) &&
           text_code_points(piece->text) > PROSE_LENGTH && !ends_like_heading(piece->text);
}

bool is_title_case(struct text text)
{
    bool begins = true, any = false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        bool is_lower = c >= 'a' && c <= 'z', is_upper = c >= 'A' && c <= 'Z';
        size_t end = text_find(text, TEXT(" "), i);
        bool is_short = (end == TEXT_NOT_FOUND ? text.size : end) - i <= SMALL_WORD;
        if (begins && is_lower && !is_short)
            return false;
        any |= begins && is_upper;
        begins = !is_lower && !is_upper && c != '\'';
    }
    return any && is_latin_text(text);
}

/* In capitals, all of it. */
static bool is_in_capitals(struct text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] >= 'a' && name.data[i] <= 'z')
            return false;
    return true;
}

/* A short line of its own over longer words: a heading, though nothing marks it. */
static bool stands_over_words(struct extraction *x, const struct piece *piece)
{
    const struct block *block = piece->block, *next = block->next;
    while (next != NULL && next->kind == BLOCK_PARAGRAPH &&
           text_is_blank(block_text(x->scratch, next)))
        next = next->next;
    if (next == NULL || !text_is_empty(block->label))
        return false;
    if (next->kind != BLOCK_PARAGRAPH)
        return next->kind == BLOCK_LIST || next->kind == BLOCK_TABLE;
    struct text below = block_text(x->scratch, next);
    bool is_sentence =
        below.size > piece->text.size && (text_ends_with(below, TEXT(".")) || ends_in_colon(below));
    bool is_capital = is_latin_text(piece->text) && is_in_capitals(piece->text) &&
                      !is_in_capitals(below); /* over a heading that is not */
    return !text_is_empty(next->label) || below.size > 2 * piece->text.size || is_sentence ||
           is_capital || list_label_of(below).kind != LIST_LABEL_NONE;
}

/* "Position: Software Manager", "Progression: Manager": a label and its value are no heading. */
static bool has_value(struct extraction *x, struct text text)
{
    struct pair pair;
    return label_pairs(x, text, &pair, 1) == 1 && pair.label.kind == LABEL_ELEMENT &&
           !text_is_empty(pair.value);
}

/* An unknown line that looks like a heading and speaks of an element. */
static bool is_guessed_heading(struct extraction *x, struct piece *piece, bool is_marked)
{
    piece->guess = label_guess(x, piece->text);
    if (piece->guess.kind != LABEL_ELEMENT || has_value(x, piece->text) ||
        text_find(list_label_of(piece->text).rest, TEXT(". "), 0) != TEXT_NOT_FOUND)
        return false; /* the last of several sentences may end like a heading */
    bool is_sure = piece->guess.guess == GUESS_PHRASE ||
                   (piece->guess.guess == GUESS_WHOLE && is_title_case(piece->text));
    return is_marked || (is_sure && stands_over_words(x, piece));
}

static bool is_known_heading(struct extraction *x, struct piece *piece, bool is_marked)
{
    const struct label *label = &piece->label;
    const struct block *next = piece->block->next;
    if (label->kind == LABEL_OTHER)
        return (is_marked || (next != NULL && next->kind == BLOCK_TABLE)) && !label->needs_context;
    return is_marked || (!label->needs_context && !label->is_part) || stands_over_words(x, piece);
}

/* 「附件2：會計崗位說明書」: what stands behind the number of the attachment. */
static struct text behind_attachment(struct text text)
{
    static const struct text words[] = {TEXT_INIT("附件"), TEXT_INIT("附表"), TEXT_INIT("附錄"),
                                        TEXT_INIT("附录")};
    size_t width, colon = find_colon(text, &width);
    for (size_t i = 0; colon != TEXT_NOT_FOUND && i < sizeof words / sizeof *words; i++)
        if (text_starts_with(text, words[i]) && colon <= words[i].size + ATTACHMENT_BYTES)
            return text_trim(text_from(text, colon + width));
    return text;
}

/* 【你將負責的工作】, [工作內容]: in brackets as captions are. */
static bool is_bracketed(struct text text)
{
    return is_in_black_brackets(text) ||
           (text.size > 2 && text.data[0] == '[' && !is_latin_text(text) &&
            text_find(text, TEXT("]"), 0) == text.size - 1);
}

/* 協助店長, 與會計: in front of 工作內容： no name, but the beginning of a sentence. */
static bool begins_like_sentence(struct text name)
{
    static const char *const words[] = {
        "協助", "协助", "配合", "參與", "参与", "完成", "落實", "落实", "制定", "明確", "明确",
        "規範", "规范", "做好", "承擔", "承担", "履行", "接受", "服從", "服从", "作為", "作为",
        "根據", "根据", "按照", "與",   "与",   "由",   "關於", "关于", "認真", "认真", NULL};
    return text_starts_with_one_of(name, words);
}

/* 「客服專員崗位職責」: the position's name beside the title of a form or the duties. */
static bool is_name_of_form(struct extraction *x, struct piece *piece, bool is_title)
{
    struct list_label typed = list_label_of(piece->text);
    bool is_article = is_article_label(typed.label);
    struct text attached = behind_attachment(typed.rest);
    is_title |= attached.size < typed.rest.size;
    typed.rest = attached;
    bool is_line = !is_latin_text(piece->text) && /* sentences in Latin letters end so, too */
                   (ends_in_colon(piece->text) || stands_over_words(x, piece));
    bool may_be = is_title || piece->is_numbered || piece->is_first || is_line;
    if (!may_be || !label_role_name(x, typed.rest, &piece->name, &piece->is_duties))
        return false;
    bool is_plain = is_line && !is_title && !piece->is_numbered;
    bool is_sentence = text_has(piece->name, u'、') || /* 管理站、班组及各级主管职责如下： */
                       text_has(piece->name, u'，') ||
                       text_code_points(piece->name) > PLAIN_NAME_LENGTH;
    if ((is_plain && is_sentence) || begins_like_sentence(piece->name)) {
        piece->name = TEXT("");
        return false;
    }
    if ((!is_article && (is_title || piece->is_first)) ||
        vocabulary_is_position(x->vocabulary, x->scratch, piece->name))
        return true;
    piece->name = TEXT(""); /* a sentence that ends in 工作内容 */
    return false;
}

/* "How do we imagine our future consultant?", as short as headings are. */
static bool is_question(struct text text)
{
    size_t end = text.size;
    uint32_t mark = end > 0 ? text_previous(text, &end) : 0;
    return (mark == '?' || mark == 0xFF1F) && ends_like_heading(text_slice(text, 0, end));
}

/* 「聘用條件；」, "Requirements.": what stands in front of a stop that no heading ends in. */
static struct text in_front_of_stop(struct text text)
{
    static const struct text stops[] = {TEXT_INIT("；"), TEXT_INIT(";"),  TEXT_INIT("。"),
                                        TEXT_INIT("."),  TEXT_INIT("，"), TEXT_INIT(",")};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(text, stops[i]))
            return text_trim(text_slice(text, 0, text.size - stops[i].size));
    return TEXT("");
}

/* A label with a slip of the pen behind it, or a bold line that was meant to announce a list. */
static bool ends_in_wrong_stop(struct extraction *x, struct piece *piece)
{
    struct text words = in_front_of_stop(piece->text);
    struct label label = label_find(x, words);
    bool is_open =
        text_ends_with(piece->text, TEXT("；")) || text_ends_with(piece->text, TEXT(";"));
    piece->is_candidate |= piece->is_strong && is_open && ends_like_heading(words);
    bool is_sure = piece->is_strong || (!label.needs_context && !label.is_part);
    if (!is_section_label(&label) || !is_sure || !stands_over_words(x, piece))
        return false;
    piece->label = label;
    piece->level = LEVEL_PSEUDO;
    return true;
}

/* "What's on offer?" in bold: all of it is known to announce an element. */
static bool is_known_question(struct extraction *x, struct piece *piece)
{
    piece->is_candidate = piece->is_strong && is_question(piece->text);
    if (!piece->is_candidate)
        return false;
    struct label label = label_find(x, piece->text), guess = label_guess(x, piece->text);
    if (!is_section_label(&label) && !(is_section_label(&guess) && guess.guess == GUESS_PHRASE))
        return false;
    piece->label = label;
    piece->guess = guess;
    piece->level = LEVEL_PSEUDO;
    return true;
}

/* A paragraph that does a heading's work. */
static bool read_pseudo_heading(struct extraction *x, struct piece *piece)
{
    const struct block *block = piece->block;
    struct list_label typed = list_label_of(piece->text);
    piece->is_strong =
        (!x->is_mostly_strong && block_is_strong(block)) || is_bracketed(piece->text);
    piece->is_numbered = typed.kind != LIST_LABEL_NONE || !text_is_empty(block->label);
    piece->level = LEVEL_PSEUDO;
    if (!ends_like_heading(piece->text))
        return is_known_question(x, piece) || ends_in_wrong_stop(x, piece) ||
               (!piece->is_numbered && label_of_announcement(x, piece->text, &piece->label));
    bool is_title = piece->is_strong || block->align == ALIGN_CENTRE;
    bool is_marked = is_title || piece->is_numbered || ends_in_colon(piece->text);
    piece->label = label_find(x, piece->text);
    if (piece->label.kind == LABEL_FORM) {
        piece->level = LEVEL_TITLE;
        return true;
    }
    if (piece->label.kind == LABEL_OTHER || names_section(&piece->label))
        return is_known_heading(x, piece, is_marked);
    if (is_name_of_form(x, piece, is_title)) {
        piece->level = LEVEL_NAMED;
        drop_house(x, piece);
        return true;
    }
    if (text_starts_with(typed.label, TEXT("第")) &&
        label_ends_in_duties(x, typed.rest, &piece->label))
        return true;
    bool is_heading_like = is_title || ends_in_colon(piece->text) ||
                           (typed.kind == LIST_LABEL_CHINESE && text_is_empty(block->label));
    if (is_guessed_heading(x, piece, is_heading_like))
        return true;
    piece->is_candidate = is_title;
    return false;
}

bool outline_has_bold_label(const struct piece *piece)
{
    size_t size = 0, colon = text_find(piece->text, TEXT(":"), 0);
    size_t wide = text_find(piece->text, TEXT("："), 0);
    colon = wide < colon ? wide : colon;
    const struct run *run = piece->block->runs;
    for (; run != NULL && size < colon; run = run->next) {
        if (!text_is_blank(run->text) && (run->style & STYLE_STRONG) == 0)
            return false;
        size += run->text.size;
    }
    while (run != NULL && text_is_blank(run->text))
        run = run->next;
    return run != NULL && (run->style & STYLE_STRONG) == 0;
}

/*
 * "PHYSICAL REQUIREMENTS: Close visual acuity …": an unknown label in capitals in front of words,
 * or one in bold that is known by all of its words.
 */
static bool is_run_in(struct extraction *x, struct piece *piece)
{
    size_t colon = text_find(piece->text, TEXT(":"), 0);
    if (colon == TEXT_NOT_FOUND || colon + 1 >= piece->text.size || colon > LABEL_BYTES)
        return false;
    struct text name = text_slice(piece->text, 0, colon);
    bool is_bold = !piece->is_numbered && outline_has_bold_label(piece);
    if (!is_in_capitals(name) && !is_bold)
        return false;
    struct label guess = label_guess(x, name);
    if (guess.kind != LABEL_ELEMENT || (!is_in_capitals(name) && !label_is_sure_guess(&guess)))
        return false;
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_PSEUDO;
    piece->guess = guess;
    piece->rest = text_trim(text_from(piece->text, colon + 1));
    piece->text = name;
    return true;
}

static bool is_pairs(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    struct text line;
    size_t offset = 0;
    if (!text_next_line(piece->text, &offset, &line) || label_pairs(x, line, &pair, 1) == 0 ||
        text_is_empty(pair.value))
        return false;
    if (pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE &&
        text_code_points(pair.value) == 1)
        return false; /* "Position: N" is a box that was filled in, and no name */
    bool is_purpose = pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE &&
                      is_aim(pair.value);
    piece->label = is_purpose ? label_of(ELEMENT_PURPOSE) : pair.label;
    if (is_vacancy(x, &pair.label, pair.value))
        piece->label = label_of(ELEMENT_TITLE);
    return true;
}

static void read_paragraph(struct extraction *x, struct piece *piece)
{
    if (is_contents_style(piece->block->style)) {
        piece->kind = PIECE_SKIPPED;
        return;
    }
    if (is_title_style(piece->block->style)) {
        piece->level = LEVEL_TITLE;
        read_heading(x, piece);
        return;
    }
    if (read_pseudo_heading(x, piece))
        piece->kind = PIECE_HEADING;
    else if (is_pairs(x, piece))
        piece->kind = PIECE_PAIRS;
    else if (!is_run_in(x, piece))
        piece->kind = PIECE_WORDS;
}

/* "Job Description: Senior Engineer" at the top names the role, not its duties. */
static bool is_titled_form(const struct piece *piece, const struct label *label, struct text value)
{
    return piece->is_first && label->kind == LABEL_ELEMENT && !text_is_empty(value) &&
           (label->element == ELEMENT_DUTIES || label->element == ELEMENT_PURPOSE) &&
           text_code_points(value) <= TITLE_LENGTH && ends_like_heading(value) &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

static void find_titled_form(struct extraction *x, struct piece *piece)
{
    struct pair pair = {.label = piece->label, .value = piece->rest};
    if (piece->kind == PIECE_PAIRS && label_pairs(x, piece->text, &pair, 1) != 1)
        return;
    if (piece->is_role || !is_titled_form(piece, &pair.label, pair.value))
        return;
    if (piece->kind != PIECE_HEADING)
        piece->level = LEVEL_TITLE;
    piece->kind = PIECE_HEADING;
    piece->name = pair.value;
    piece->is_role = true;
}

/* Nothing but pictures: their text alternatives are no words of the page. */
static bool is_picture(const struct block *block)
{
    bool any = false;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        if (run->kind == RUN_TEXT && !text_is_blank(run->text))
            return false;
        any |= run->kind == RUN_IMAGE;
    }
    return any;
}

/* Every item leads to a heading of the document: its contents, typed by hand. */
static bool is_list_of_anchors(const struct block *list)
{
    size_t anchors = 0;
    if (list->kind != BLOCK_LIST)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next)
        for (const struct block *b = item->children; b != NULL; b = b->next) {
            if (b->kind == BLOCK_LIST ? !is_list_of_anchors(b) : b->kind != BLOCK_PARAGRAPH)
                return false;
            for (const struct run *run = b->runs; run != NULL; run = run->next) {
                bool is_anchor = text_starts_with(run->link, TEXT("#"));
                if (!is_anchor && !text_is_blank(run->text))
                    return false;
                anchors += is_anchor;
            }
        }
    return anchors > 0;
}

static void add_block(struct extraction *x, struct outline *outline, struct block *block)
{
    struct piece *piece =
        arena_push(x->scratch, outline->pieces, outline->count, outline->capacity);
    *piece = (struct piece){.kind = PIECE_WORDS, .block = block};
    piece->label = label_of(ELEMENT_COUNT);
    piece->is_first =
        outline->count == 1 || (piece[-1].is_first && piece[-1].kind == PIECE_SKIPPED);
    if (block->kind == BLOCK_PAGE_BREAK || block->kind == BLOCK_RULE ||
        block->kind == BLOCK_CONTENTS)
        piece->kind = PIECE_SKIPPED;
    else if (block->kind == BLOCK_TABLE)
        piece->kind = PIECE_TABLE;
    if (is_list_of_anchors(block)) {
        piece->kind = PIECE_SKIPPED;
        piece->text = text_trim(whole_block_text(x->arena, block));
    }
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING)
        return;
    piece->text = text_trim(block_text(x->arena, block));
    unsigned hashes = block->kind == BLOCK_PARAGRAPH ? hashes_level(&piece->text) : 0;
    bool is_rule = is_rule_by_hand(piece->text);
    if (text_is_empty(piece->text) || is_rule || is_picture(block)) {
        piece->kind = PIECE_SKIPPED;
        piece->is_picture = !text_is_empty(piece->text) && !is_rule;
    } else if (hashes > 0) {
        piece->level = hashes * LEVEL_STEP;
        read_heading(x, piece);
    } else if (block->kind == BLOCK_HEADING) {
        piece->level = block->level < 9 ? block->level * LEVEL_STEP : 9 * LEVEL_STEP;
        read_heading(x, piece);
        if (is_prose(piece))
            piece->kind = PIECE_WORDS;
    } else
        read_paragraph(x, piece);
    if (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS)
        find_titled_form(x, piece);
}

/* Every cell that holds anything holds a table. */
static bool is_of_tables(const struct table *table)
{
    size_t tables = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        bool has_table = false, has_words = false;
        for (const struct block *b = cell->blocks; b != NULL; b = b->next) {
            has_table |= b->kind == BLOCK_TABLE && b->table->rows > 1;
            has_words |= b->runs != NULL;
        }
        tables += has_table;
        if (has_words && !has_table)
            return false;
    }
    return tables > 0;
}

/*
 * Labels that stand alone over other words in the cell: a page of its own. 主要職責 over "Major
 * Duties" is one of them.
 */
static bool is_page(struct extraction *x, const struct cell *cell)
{
    size_t labels = 0;
    enum element before = ELEMENT_COUNT;
    for (const struct block *b = cell->blocks; b != NULL && b->next != NULL; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
            continue;
        struct label label = label_find(x, text_trim(block_text(x->scratch, b)));
        enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_TEXT;
        bool is_section = kind_has_items(kind);
        labels += label.element != before && is_section && !label.is_part;
        before = label.element;
    }
    return labels >= PAGE_LABELS;
}

static const struct cell *find_page(struct extraction *x, const struct table *table)
{
    const struct cell *page = NULL;
    size_t most = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        size_t size = cell_words(x, cell).size;
        if (size > most && is_page(x, cell)) {
            page = cell;
            most = size;
        }
    }
    return page;
}

/* Most cells with words hold headings of the document: they only stand beside each other. */
static bool are_headings(const struct table *table)
{
    size_t filled = 0, headings = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        bool has_heading = false, has_words = false;
        for (const struct block *b = cell->blocks; b != NULL; b = b->next) {
            has_heading |= b->kind == BLOCK_HEADING;
            has_words |= b->runs != NULL;
        }
        filled += has_words;
        headings += has_heading;
    }
    return headings > 0 && 3 * headings >= 2 * filled;
}

/* A head over words of the full width; cells without words may stand beside the head. */
static bool is_one_column(struct extraction *x, const struct table *table)
{
    if (has_form_names(table))
        return false;
    for (const struct cell *cell = table->cells; cell != NULL && table->columns > 1;
         cell = cell->next)
        if (cell->row == 0 ? cell->column > 0 && !text_is_empty(cell_words(x, cell))
                           : cell->column_span < table->columns)
            return false;
    return true;
}

/*
 * 崗位職責 in a box over the box of its words, and no other label. "Skills Requirements" is known
 * by its words, and what a position is for takes a box of its own as well.
 */
static bool is_boxed_section(struct extraction *x, const struct table *table)
{
    const struct cell *first = table->cells;
    if (table->rows < 2 || !is_one_column(x, table))
        return false;
    struct label head = label_find(x, cell_words(x, first));
    if (head.kind == LABEL_UNKNOWN)
        head = label_guess(x, cell_words(x, first));
    bool is_sure =
        head.kind == LABEL_ELEMENT && (head.guess == GUESS_NONE || label_is_sure_guess(&head));
    if (!is_sure ||
        (element_row(head.element)->kind < KIND_LIST && head.element != ELEMENT_PURPOSE))
        return false;
    for (const struct cell *cell = first->next; cell != NULL; cell = cell->next)
        if (label_find(x, cell_words(x, cell)).kind == LABEL_ELEMENT)
            return false;
    return first->next != NULL;
}

/* A table of one cell, or of cells that are pages, only places its words. */
static bool is_layout(struct extraction *x, const struct block *block, const struct cell **page)
{
    const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;
    *page = NULL;
    if (table == NULL || table->cells == NULL || has_form_names(table))
        return false;
    if (table->cell_count == 1 || is_of_tables(table))
        return true;
    if (table->cell_count <= LAYOUT_CELLS &&
        (are_headings(table) || (*page = find_page(x, table)) != NULL))
        return true;
    for (const struct cell *cell = table->cells; cell != NULL && table->columns == 1;
         cell = cell->next)
        for (const struct block *b = cell->blocks; b != NULL; b = b->next)
            if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TABLE)
                return true;
    return is_boxed_section(x, table);
}

static bool is_running(const struct block *section)
{
    return text_is(section->style, "header") || text_is(section->style, "footer");
}

/* Running heads repeat what pages say: no heading opens anything there. */
static void mark_running(struct piece *piece)
{
    piece->is_running = true;
    if (piece->kind == PIECE_HEADING || piece->kind == PIECE_TABLE)
        piece->kind = PIECE_WORDS;
    piece->name = TEXT("");
}

/* "> Job title: Agent": a quotation of labelled lines is a form in a frame. */
static bool is_form_quoted(struct extraction *x, const struct block *quote)
{
    struct pair pair;
    for (const struct block *b = quote->children; b != NULL; b = b->next)
        if (b->kind == BLOCK_PARAGRAPH && label_pairs(x, block_text(x->scratch, b), &pair, 1) == 1)
            return true;
    return false;
}

/* What an item of an outline begins with. */
enum item_label { ITEM_PLAIN, ITEM_UNKNOWN, ITEM_PAIR, ITEM_SECTION };

/* A line over a list of its own, and nothing else. */
static bool is_over_own_list(const struct block *item)
{
    const struct block *first = item->children;
    return first != NULL && first->kind == BLOCK_PARAGRAPH && first->next != NULL &&
           first->next->kind == BLOCK_LIST && first->next->next == NULL;
}

static enum item_label label_of_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    struct pair pair;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH)
        return ITEM_PLAIN;
    struct text words = text_trim(block_text(x->scratch, first));
    bool is_over = first->next != NULL && first->next->kind == BLOCK_LIST;
    struct label label = is_over ? label_find(x, words) : label_of(ELEMENT_COUNT);
    if (is_over && (label.kind == LABEL_ELEMENT || label.kind == LABEL_OTHER ||
                    label_guess(x, words).guess == GUESS_PHRASE))
        return ITEM_SECTION;
    if (is_over && (ends_in_colon(words) || (is_over_own_list(item) && ends_like_heading(words))))
        return ITEM_UNKNOWN;
    if (label_pairs(x, words, &pair, 1) == 1)
        return ITEM_PAIR;
    return unknown_pair(words, &pair) ? ITEM_UNKNOWN : ITEM_PLAIN;
}

/* "**Tools:** …": the author set its label off. */
static bool begins_in_bold(const struct block *item)
{
    const struct run *run = item->children != NULL ? item->children->runs : NULL;
    while (run != NULL && text_is_blank(run->text))
        run = run->next;
    return run != NULL && (run->style & STYLE_STRONG) != 0;
}

/*
 * "- Team: Supply" and "- Duties:" over a list of its own, one label an item: the list is an
 * outline of the role, and each item a part of the page. Where all of them are over lists or begin
 * in bold, fewer need be known: "Nomination" beside "Requirements" and "Responsibilities".
 */
static bool is_outline_of_role(struct extraction *x, const struct block *list)
{
    size_t count[ITEM_SECTION + 1] = {0}, over = 0, bold = 0, items = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++) {
        count[label_of_item(x, item)]++;
        over += is_over_own_list(item);
        bold += begins_in_bold(item);
    }
    size_t known = count[ITEM_PAIR] + count[ITEM_SECTION];
    size_t for_each = over == items || bold == items ? 1 : OUTLINE_MIN;
    return count[ITEM_PLAIN] == 0 && count[ITEM_SECTION] > 0 && known >= OUTLINE_MIN &&
           known > for_each * count[ITEM_UNKNOWN];
}

static void add_blocks(struct extraction *x, struct outline *outline, struct block *first);

/* Each item is a part of the page; a line over a list of its own is the heading of it. */
static void add_items(struct extraction *x, struct outline *outline, const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        size_t head = outline->count;
        add_blocks(x, outline, item->children);
        if (head == outline->count || label_of_item(x, item) != ITEM_UNKNOWN ||
            outline->pieces[head].kind != PIECE_WORDS)
            continue;
        outline->pieces[head].is_of_labels = true;
        if (!is_over_own_list(item))
            continue;
        outline->pieces[head].kind = PIECE_HEADING;
        outline->pieces[head].level = LEVEL_PSEUDO;
        outline->pieces[head].is_candidate = false;
    }
}

/* A short cell over one of words, in a document whose sections stand in boxes: one more of them. */
static bool is_box_like_others(struct extraction *x, const struct outline *outline,
                               const struct block *block)
{
    const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;
    return outline->has_boxes && table != NULL && table->rows == 2 && is_one_column(x, table) &&
           ends_like_heading(cell_words(x, table->cells));
}

/* The box makes a heading of its head, plain though it is, and be it known by its words alone. */
static void mark_boxed_head(struct extraction *x, struct outline *outline,
                            const struct block *block, struct piece *head)
{
    if (block->table->rows < 2 || !is_one_column(x, block->table))
        return;
    bool is_section = is_boxed_section(x, block->table);
    if (head->kind != PIECE_WORDS || (!is_section && !is_box_like_others(x, outline, block)))
        return;
    head->guess = label_guess(x, head->text);
    head->kind = PIECE_HEADING;
    head->level = LEVEL_PSEUDO;
    head->is_candidate = false;
}

/* One section in a box tells of those in front of it, too, whose heads are not known. */
static bool has_boxes(struct extraction *x, const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if ((block->kind == BLOCK_SECTION && has_boxes(x, block->children)) ||
            (block->kind == BLOCK_TABLE && block->table->cells != NULL &&
             is_boxed_section(x, block->table)))
            return true;
    return false;
}

static void add_blocks(struct extraction *x, struct outline *outline, struct block *first)
{
    const struct cell *page;
    for (struct block *block = first; block != NULL; block = block->next)
        if (block->kind == BLOCK_SECTION) {
            size_t from = outline->count;
            add_blocks(x, outline, block->children);
            for (size_t i = from; is_running(block) && i < outline->count; i++)
                mark_running(&outline->pieces[i]);
        } else if (block->kind == BLOCK_QUOTE && is_form_quoted(x, block)) {
            add_blocks(x, outline, block->children);
        } else if (block->kind == BLOCK_LIST && is_outline_of_role(x, block)) {
            add_items(x, outline, block);
        } else if (is_layout(x, block, &page) || is_box_like_others(x, outline, block)) {
            if (page != NULL) /* what stands at its side comes behind it */
                add_blocks(x, outline, page->blocks);
            size_t head = outline->count;
            for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next)
                if (cell != page)
                    add_blocks(x, outline, cell->blocks);
            if (head < outline->count)
                mark_boxed_head(x, outline, block, &outline->pieces[head]);
        } else
            add_block(x, outline, block);
}

/* Most of the words are bold: bold marks no headings then. */
static bool is_mostly_strong(struct extraction *x)
{
    size_t strong = 0, all = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(x->document->blocks);
    while (walk_next(walk))
        for (const struct run *run = walk->event == WALK_ENTER ? walk->block->runs : NULL;
             run != NULL; run = run->next) {
            all += run->text.size;
            strong += run->style & STYLE_STRONG ? run->text.size : 0;
        }
    return strong * 100 > all * MOSTLY_PERCENT;
}

/* A known heading that nothing marks. */
static bool is_plain_heading(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && !piece->is_strong &&
           !piece->is_numbered && !ends_in_colon(piece->text) && ends_like_heading(piece->text) &&
           piece->block->align != ALIGN_CENTRE;
}

/*
 * In a document whose known headings are plain lines, an unknown one is a plain line as well:
 * "Culture Commitment" between "Work Conditions" and "Education & Experience"; and so is one that
 * is known to be no element's: 公司介紹 between 崗位職責 and 任職要求.
 */
static bool is_plain_other(struct extraction *x, const struct piece *piece, bool is_latin)
{
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_numbered ||
        !ends_like_heading(piece->text))
        return false;
    struct label label = label_find(x, piece->text);
    if (!is_latin)
        return label.kind == LABEL_OTHER && !label.needs_context && !is_latin_text(piece->text);
    return is_title_case(piece->text) && stands_over_words(x, piece);
}

/* Behind a line of words that is no longer: 晉升機會 behind 員工優惠 is one more item. */
static bool is_among_short(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return before < index && above->kind == PIECE_WORDS && above->block->kind == BLOCK_PARAGRAPH &&
           above->text.size <= outline->pieces[index].text.size;
}

/* "• Training" behind other items of its list, though it is a label as well. */
static bool is_bullet_among_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t before = outline_previous(outline, index);
    const struct piece *above = &outline->pieces[before];
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && !piece->is_strong &&
           !ends_in_colon(piece->text) && piece->is_numbered &&
           list_label_number(piece->block->label) == 0 && before < index &&
           above->kind == PIECE_WORDS && piece_look(piece) != 0 &&
           piece_look(above) == piece_look(piece);
}

/*
 * Beside one known heading that is a plain line, another line that looks the same and names a
 * section, though alone it would be an item: "Required Skills" behind "Responsibilities".
 */
static bool is_plain_sibling(struct extraction *x, const struct outline *outline, size_t index)
{
    struct piece *piece = &outline->pieces[index];
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH || piece->is_numbered ||
        is_among_short(outline, index) || !ends_like_heading(piece->text))
        return false;
    struct label label = label_find(x, piece->text);
    bool is_known = is_section_label(&label);
    struct label guess = is_known ? label_of(ELEMENT_COUNT) : label_guess(x, piece->text);
    bool is_guessed = is_section_label(&guess) && is_title_case(piece->text) &&
                      label.kind == LABEL_UNKNOWN && stands_over_words(x, piece);
    if (!is_known && !is_guessed)
        return false;
    piece->label = label;
    piece->guess = guess;
    return true;
}

/* The number that stands in front of it, one behind that of a line of words right above. */
static bool goes_on_numbering(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    const struct piece *piece = &outline->pieces[index], *above = &outline->pieces[before];
    return before < index && above->kind == PIECE_WORDS && above->block->kind == BLOCK_PARAGRAPH &&
           piece_look(piece) != 0 && piece_look(above) == piece_look(piece) &&
           piece_number(piece) == piece_number(above) + 1;
}

/* A label of one value, or of none of a role: a word that names a group of items as well. */
static bool may_name_group(const struct label *label)
{
    bool is_value = label->kind == LABEL_ELEMENT && label->element != ELEMENT_TITLE &&
                    label->element != ELEMENT_PURPOSE &&
                    element_row(label->element)->kind == KIND_TEXT;
    return is_value || label->kind == LABEL_HANDBOOK || label->kind == LABEL_OTHER;
}

/*
 * "• Team" under "Responsibilities", over "◦ …", and "• Strategy" behind these: the bullet of an
 * outer list, that names a group of what its items tell.
 */
static bool is_bullet_over_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index), at = outline_previous(outline, index);
    unsigned look = piece_look(piece);
    bool is_bullet = piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && look != 0 &&
                     !piece->is_strong && !ends_in_colon(piece->text) && piece->is_numbered &&
                     piece_number(piece) == 0;
    if (!is_bullet || !may_name_group(&piece->label) || next == outline->count ||
        !piece_is_item(&outline->pieces[next]) || piece_look(&outline->pieces[next]) == look)
        return false;
    while (piece_is_item(&outline->pieces[at]) && piece_look(&outline->pieces[at]) != look &&
           outline_previous(outline, at) < at)
        at = outline_previous(outline, at);
    const struct piece *above = &outline->pieces[at];
    bool is_beside = above->kind == PIECE_WORDS && piece_look(above) == look;
    enum element section = piece_section(above);
    return is_beside || (section != ELEMENT_COUNT && above->kind == PIECE_HEADING &&
                         element_row(section)->kind == KIND_RECORDS);
}

/*
 * 「6．其他主管交辦事項」 right behind 「5．…」 is one more item, though it reads like the name of
 * a role or a label, where no items of its own stand below it.
 */
static bool is_number_among_items(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_over_items = next < outline->count && piece_is_item(&outline->pieces[next]) &&
                         piece_look(&outline->pieces[next]) != piece_look(piece);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->level >= LEVEL_NAMED && !piece->is_strong && !ends_in_colon(piece->text) &&
           text_is_empty(piece->rest) && goes_on_numbering(outline, index) && !is_over_items;
}

static void find_items(struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!is_number_among_items(outline, i) && !is_bullet_over_items(outline, i))
            continue;
        piece->kind = PIECE_WORDS;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
        piece->name = TEXT("");
        piece->is_role = piece->is_duties = false;
    }
}

static void make_plain_heading(struct piece *piece)
{
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_PSEUDO;
}

static void find_plain_headings(struct extraction *x, struct outline *outline)
{
    size_t plain = 0, latin = 0, strong = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        strong += piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO &&
                  piece->is_strong && names_section(&piece->label);
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_plain = is_plain_heading(piece);
        if (strong >= PLAIN_MIN &&
            ((is_plain && is_among_short(outline, i)) || is_bullet_among_items(outline, i))) {
            piece->kind = PIECE_WORDS; /* headings are bold in this document */
            piece->label = label_of(ELEMENT_COUNT);
            continue;
        }
        latin += is_plain && is_title_case(piece->text);
        plain += is_plain && !is_latin_text(piece->text);
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if ((is_latin_text(piece->text) ? latin > 0 : plain > 0) && is_plain_sibling(x, outline, i))
            make_plain_heading(piece);
        else if ((latin >= PLAIN_MIN && is_plain_other(x, piece, true)) ||
                 (plain >= PLAIN_MIN && is_plain_other(x, piece, false))) {
            make_plain_heading(piece);
            piece->label = label_find(x, piece->text);
        }
    }
}

/* A bold line that is a heading, and known by all of its words. */
static bool is_known_in_bold(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level == LEVEL_PSEUDO && piece->is_strong &&
           (names_section(&piece->label) || label_is_sure_guess(&piece->guess));
}

/* Bold lines that look like headings which the vocabulary knows. */
static void find_siblings(struct outline *outline)
{
    size_t known[2] = {0}; /* not numbered, numbered */
    for (size_t i = 0; i < outline->count; i++)
        known[outline->pieces[i].is_numbered] += is_known_in_bold(&outline->pieces[i]);
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        piece->is_sibling = piece->kind == PIECE_WORDS && piece->is_candidate && piece->is_strong &&
                            known[piece->is_numbered] >= SIBLINGS_MIN && next < outline->count &&
                            outline->pieces[next].kind != PIECE_HEADING;
    }
}

struct outline outline_of(struct extraction *x)
{
    struct outline outline = {0};
    x->is_mostly_strong = is_mostly_strong(x);
    outline.has_boxes = has_boxes(x, x->document->blocks);
    add_blocks(x, &outline, x->document->blocks);
    find_items(&outline);
    find_plain_headings(x, &outline);
    find_role_heads(x, &outline);
    find_groups_of_duties(&outline);
    find_siblings(&outline);
    find_numbered_sections(&outline);
    return outline;
}
