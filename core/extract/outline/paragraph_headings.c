/* What a paragraph is by its words and looks: a heading, pairs of labels and values, or words. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/model/list_label.h"

#define TITLE_LENGTH 60 /* characters of a role's name behind the title of a form */
#define PLAIN_NAME_LENGTH                                                                          \
    12                     /* Han of a name in a line that nothing but the duties behind it marks */
#define PROSE_LENGTH 80    /* characters of a heading that is none */
#define ATTACHMENT_BYTES 9 /* of the number behind 附件 */
#define HEADING_LENGTH 40  /* characters of a bold line that may be a heading */
#define LATIN_LENGTH 70    /* letters, alike */
#define SMALL_WORD 4       /* letters: and, of, with */

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
    size_t first = list_label_of(text).label.size; /* (1) 註冊護士 (夜班) */
    size_t open = text_find(text, TEXT("("), first);
    bool is_remark = text_ends_with(text, TEXT(")")) || text_ends_with(text, TEXT("):"));
    bool is_behind_words = open != TEXT_NOT_FOUND && open > first; /* (任職要求) is all brackets */
    return text_code_points(is_remark && is_behind_words ? text_slice(text, first, open) : text);
}

bool ends_like_heading(struct text text)
{
    static const char *const ends[] = {"。", ".", "；", ";", "，", ",", "！", "？", "?", NULL};
    static const char *const abbreviations[] = {" Sr.", " Jr.", NULL}; /* "Vice President, Sr." */
    if (text_ends_with_one_of(text, ends) && !text_ends_with_one_of(text, abbreviations))
        return false;
    size_t length = heading_length(text);
    return length > 0 && length <= (is_latin_text(text) ? LATIN_LENGTH : HEADING_LENGTH) &&
           text_find(text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

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

/* 岗位说明书（店长）: the title of a form, and whose it is. */
static bool has_name_in_brackets(struct extraction *x, struct piece *piece)
{
    struct text words = list_label_of(piece->text).rest;
    if (piece->label.kind != LABEL_FORM ||
        !vocabulary_is_position(x->vocabulary, x->scratch, label_remark(words)) ||
        !label_role_name(x, words, &piece->name, &piece->is_duties))
        return false;
    piece->label = label_of(ELEMENT_COUNT);
    return true;
}

/* "Person specification – skills required" over a list: both are labels of the one section. */
static bool has_second_label(struct extraction *x, const struct piece *piece,
                             const struct pair *pair)
{
    const struct block *next = piece->block->next;
    struct guess guess = label_words_guess(x, pair->value);
    return pair->label.kind == LABEL_ELEMENT && guess.is_whole &&
           guess.element == pair->label.element && is_section_label(&pair->label) && next != NULL &&
           (next->kind == BLOCK_LIST || !text_is_empty(next->label));
}

void piece_read_heading(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    piece->kind = PIECE_HEADING;
    bool is_rise = is_promotion(x, piece->text, &piece->of_role);
    if (is_rise || is_demotion(x, piece->text, &piece->of_role)) {
        piece->label = label_of(is_rise ? ELEMENT_APPOINTMENT : ELEMENT_REMOVAL);
        return;
    }
    piece->label = label_find(x, piece->text);
    if (piece->label.kind != LABEL_UNKNOWN) {
        has_name_in_brackets(x, piece);
        return;
    }
    if (label_pairs(x, piece->text, &pair, 1) == 1) {
        bool is_name = pair.label.kind == LABEL_ELEMENT && pair.label.element == ELEMENT_TITLE;
        is_name |= is_vacancy(x, &pair.label, pair.value);
        if (is_name && !text_is_empty(pair.value)) {
            piece->name = value_without_stop(pair.value);
            piece->label_of_name = pair.name;
            piece->is_role = true;
        } else if (has_second_label(x, piece, &pair)) {
            piece->label = pair.label;
        } else {
            piece->label = pair.label;
            piece->rest = pair.value;
            piece_set_text(piece, pair.name);
        }
        return;
    }
    piece->guess = label_guess(x, piece->text);
    label_role_name(x, list_label_of(piece->text).rest, &piece->name, &piece->is_duties);
}

bool piece_is_long(const struct piece *piece)
{
    return piece->label.kind == LABEL_UNKNOWN && !piece->is_role && text_is_empty(piece->name) &&
           text_code_points(piece->text) > PROSE_LENGTH && !ends_like_heading(piece->text) &&
           !is_title_case(piece->text); /* "Responsibilities Of The Coordinator For …" */
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

bool piece_stands_over_words(struct extraction *x, const struct piece *piece)
{
    const struct block *block = piece->block;
    const struct block *next = skip_blank_paragraphs(x->scratch, block->next);
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

/* An item "5+ years of experience in dyeing": a condition, in bold as what matters most. */
static bool is_figured_condition(const struct piece *piece)
{
    return piece->guess.element == ELEMENT_APPOINTMENT && !text_is_empty(piece->block->label) &&
           piece->text.size > 0 && is_ascii_digit(piece->text.data[0]) &&
           list_label_of(piece->text).kind == LIST_LABEL_NONE && !ends_in_colon(piece->text);
}

/* An unknown line that looks like a heading and speaks of an element. */
static bool is_guessed_heading(struct extraction *x, struct piece *piece, bool is_marked)
{
    struct label noun; /* 「我們希望你能完成這些工作：」: the noun says more than the verb */
    piece->guess = label_guess(x, piece->text);
    if (piece->guess.kind == LABEL_ELEMENT && !is_latin_text(piece->text) &&
        label_announced(x, piece->text, &noun))
        piece->guess = noun;
    if (piece->guess.kind != LABEL_ELEMENT || has_value(x, piece->text) ||
        text_find(list_label_of(piece->text).rest, TEXT(". "), 0) != TEXT_NOT_FOUND ||
        is_figured_condition(piece))
        return false; /* the last of several sentences may end like a heading */
    if (piece->guess.guess != GUESS_PHRASE && is_latin_text(piece->text) &&
        is_title_case(piece->text) && title_names_position(x, piece->text)) {
        piece->guess = label_of(ELEMENT_COUNT); /* "Head of Policy and Performance" */
        return false;
    }
    bool is_sure = piece->guess.guess == GUESS_PHRASE ||
                   (piece->guess.guess == GUESS_WHOLE && is_title_case(piece->text));
    return is_marked || (is_sure && piece_stands_over_words(x, piece));
}

/* 「• Merge 權限」: an item of a list, in which a foreign word stands in front of the label's. */
static bool is_item_with_label(const struct piece *piece)
{
    char first = piece->text.size > 0 ? piece->text.data[0] : ' ';
    bool is_foreign = (first | 0x20) >= 'a' && (first | 0x20) <= 'z' && !is_latin_text(piece->text);
    return is_foreign && !text_is_empty(piece->block->label) && !piece->is_strong &&
           !ends_in_colon(piece->text);
}

static bool is_known_heading(struct extraction *x, struct piece *piece, bool is_marked)
{
    const struct label *label = &piece->label;
    const struct block *next = piece->block->next;
    if (is_item_with_label(piece))
        return false;
    bool is_typed = is_latin_text(piece->text) && is_in_capitals(piece->text); /* HOW TO APPLY */
    if (label->kind == LABEL_OTHER)
        return (is_marked || is_typed || (next != NULL && next->kind == BLOCK_TABLE)) &&
               !label->needs_context;
    return is_marked || (!label->needs_context && !label->is_part) ||
           piece_stands_over_words(x, piece);
}

/* 「附件2：會計崗位說明書」: what stands behind the number of the attachment. */
static struct text behind_attachment(const struct extraction *x, struct text text)
{
    size_t width, colon = find_colon(text, &width);
    struct text number = text_without_any_start(text, signs_of(x, SIGN_ATTACHMENT));
    bool is_one = colon != TEXT_NOT_FOUND && number.size < text.size &&
                  colon <= text.size - number.size + ATTACHMENT_BYTES;
    return is_one ? text_trim(text_from(text, colon + width)) : text;
}

/* 【你將負責的工作】, [工作內容], （任職要求）: in brackets as captions are. */
static bool is_bracketed(struct text text)
{
    static const struct text round[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                           {TEXT_INIT("（"), TEXT_INIT("）")},
                                           {TEXT_INIT("["), TEXT_INIT("]")}};
    for (size_t i = 0; !is_latin_text(text) && i < sizeof round / sizeof *round; i++)
        if (text_starts_with(text, round[i][0]) && text_ends_with(text, round[i][1]) &&
            text_find(text, round[i][1], 0) == text.size - round[i][1].size)
            return true;
    return is_in_black_brackets(text);
}

/* 協助店長, 與會計: in front of 工作內容： no name, but the beginning of a sentence. */
static bool begins_like_sentence(const struct extraction *x, struct text name)
{
    return text_starts_with_any(name, signs_of(x, SIGN_SENTENCE_START));
}

/* Right over a paragraph that ends as sentences and items do. */
static bool is_over_sentence(struct extraction *x, const struct piece *piece)
{
    static const char *const stops[] = {"；", "。", ";", NULL};
    const struct block *next = skip_blank_paragraphs(x->scratch, piece->block->next);
    return next != NULL && next->kind == BLOCK_PARAGRAPH &&
           text_ends_with_one_of(text_trim(block_text(x->scratch, next)), stops);
}

static bool is_over_list(struct extraction *x, const struct piece *piece)
{
    const struct block *next = skip_blank_paragraphs(x->scratch, piece->block->next);
    return next != NULL && next->kind == BLOCK_LIST;
}

/* 「客服專員崗位職責」: the position's name beside the title of a form or the duties. */
static bool is_name_of_form(struct extraction *x, struct piece *piece, bool is_title)
{
    struct list_label typed = list_label_of(piece->text);
    bool is_article = is_article_label(typed.label);
    struct text attached = behind_attachment(x, typed.rest);
    is_title |= attached.size < typed.rest.size;
    typed.rest = attached;
    bool is_line = !is_latin_text(piece->text) && /* sentences in Latin letters end so, too */
                   (ends_in_colon(piece->text) || piece_stands_over_words(x, piece) ||
                    is_over_sentence(x, piece));
    bool is_typed =
        is_latin_text(piece->text) && /* CLERK RESPONSIBILITIES, "Clerk Duties:" */
        (is_in_capitals(piece->text) ||
         (is_title_case(piece->text) && (ends_in_colon(piece->text) || is_over_list(x, piece))));
    bool may_be = is_title || piece->is_numbered || piece->is_first || is_line || is_typed;
    if (!may_be || !label_role_name(x, typed.rest, &piece->name, &piece->is_duties))
        return false;
    bool is_plain = is_line && !is_title && !piece->is_numbered;
    bool is_sentence = text_has(piece->name, u'、') || /* 管理站、班组及各级主管职责如下： */
                       text_has(piece->name, u'，') ||
                       text_code_points(piece->name) > PLAIN_NAME_LENGTH;
    if ((is_plain && is_sentence) || begins_like_sentence(x, piece->name)) {
        piece->name = TEXT("");
        return false;
    }
    if ((!is_article && (is_title || piece->is_first || label_is_unit(x, piece->name))) ||
        vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(piece->name)))
        return true;
    piece->name = TEXT(""); /* a sentence that ends in 工作内容 */
    return false;
}

bool asks_like_heading(struct text text)
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
    if (!is_section_label(&label) || !is_sure || !piece_stands_over_words(x, piece))
        return false;
    piece->label = label;
    piece->level = LEVEL_PSEUDO;
    return true;
}

/* "What's on offer?" in bold or over words: all of it is known to announce an element. */
static bool is_known_question(struct extraction *x, struct piece *piece)
{
    if (!asks_like_heading(piece->text))
        return false;
    piece->is_candidate = piece->is_strong;
    if (!piece->is_strong && !piece_stands_over_words(x, piece))
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
        (!x->is_mostly_strong && runs_are_bold(block->runs, NULL)) || is_bracketed(piece->text);
    piece->is_numbered = typed.kind != LIST_LABEL_NONE || !text_is_empty(block->label);
    piece->level = LEVEL_PSEUDO;
    if (!ends_like_heading(piece->text))
        return is_known_question(x, piece) || ends_in_wrong_stop(x, piece) ||
               (!piece->is_numbered && label_of_announcement(x, piece->text, &piece->label));
    bool is_title = piece->is_strong || block->align == ALIGN_CENTRE;
    bool is_section = is_over_its_parts(x, piece);
    bool is_marked = is_title || is_section || piece->is_numbered || ends_in_colon(piece->text);
    piece->label = label_find(x, piece->text);
    if (piece->label.kind == LABEL_FORM) {
        piece->level = has_name_in_brackets(x, piece) ? LEVEL_NAMED : LEVEL_TITLE;
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
    bool is_heading_like = is_title || is_section || ends_in_colon(piece->text) ||
                           (typed.kind == LIST_LABEL_CHINESE && text_is_empty(block->label));
    if (is_guessed_heading(x, piece, is_heading_like))
        return true;
    piece->is_candidate = is_title;
    return false;
}

/* A paragraph that is a label and another of the same section. */
static bool is_twofold_label(struct extraction *x, struct piece *piece)
{
    struct pair pair;
    if (!ends_like_heading(piece->text) || label_pairs(x, piece->text, &pair, 1) != 1 ||
        !has_second_label(x, piece, &pair))
        return false;
    piece->label = pair.label;
    piece->level = LEVEL_PSEUDO;
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

void piece_read_paragraph(struct extraction *x, struct piece *piece)
{
    if (is_contents_style(piece->block->style)) {
        piece->kind = PIECE_SKIPPED;
        return;
    }
    if (is_title_style(piece->block->style)) {
        piece->level = LEVEL_TITLE;
        piece_read_heading(x, piece);
        return;
    }
    if (read_pseudo_heading(x, piece) || is_twofold_label(x, piece))
        piece->kind = PIECE_HEADING;
    else if (is_pairs(x, piece))
        piece->kind = PIECE_PAIRS;
    else if (!piece_read_run_in(x, piece))
        piece->kind = PIECE_WORDS;
}

/*
 * "Job Description: Senior Engineer" at the top, or in a heading over the next, names the role, not
 * its duties.
 */
static bool is_titled_form(struct extraction *x, const struct piece *piece,
                           const struct label *label, struct text value)
{
    bool is_top = piece->is_first && label->kind == LABEL_ELEMENT &&
                  (label->element == ELEMENT_DUTIES || label->element == ELEMENT_PURPOSE);
    bool is_next = (piece->kind == PIECE_HEADING || piece->is_strong) &&
                   label_is_description(label) && title_names_position(x, value);
    return (is_top || is_next) && !text_is_empty(value) &&
           text_code_points(value) <= TITLE_LENGTH && ends_like_heading(value) &&
           text_find(piece->text, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

void piece_find_titled_form(struct extraction *x, struct piece *piece)
{
    struct pair pair = {.label = piece->label, .value = piece->rest};
    if (piece->kind == PIECE_PAIRS && label_pairs(x, piece->text, &pair, 1) != 1)
        return;
    if (piece->is_role || !is_titled_form(x, piece, &pair.label, pair.value))
        return;
    if (piece->kind != PIECE_HEADING)
        piece->level = LEVEL_TITLE;
    piece->kind = PIECE_HEADING;
    piece->name = pair.value;
    piece->is_role = true;
}
