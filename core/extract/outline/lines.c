/*
 * Paragraphs whose author pressed shift and return: a line that begins an item, follows a blank
 * line or a line that announces items is a paragraph of its own, and so is a line in bold.
 *
 * A line break elsewhere only wraps a sentence or an address: it stays inside its paragraph, unless
 * the lines end where no width ended them: words pasted from a page, each line of them a paragraph
 * there. The end of a line in a Markdown source is no break, unless a line beside it is a label
 * (「任职资格：」), lines among known labels begin like some ("Closing date: Friday"), all begin
 * with known ones (「部門：總務」), or two lines begin items that are no list of Markdown's (1、 •).
 */
#include "core/extract/outline/lines.h"
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define CAPITALS_MIN 4      /* letters of a heading in capitals: "ID" and "FTE" are written so */
#define BROKEN_LINES_MIN 3  /* breaks between them; one break alone only divides a long line */
#define ITEM_LINES_MIN 2    /* that begin items: the lines are a list */
#define LATIN_LINES_MIN 4   /* each with a capital in front: no sentence wraps so */
#define ALIKE_LINES_MIN 3   /* alike, with the same word in front */
#define MANY_LINES 10       /* ... in so many, not all by chance */
#define SMALL_LINES 5       /* one line in so many may begin in a small letter */
#define CLAUSES_FOR_SMALL 2 /* ... in so few, where lines end in semicolons */
#define WRAP_WIDTH 20       /* characters of the longest line: nobody wraps shorter ones */
#define WRAP_LATIN 40       /* alike, letters */
#define LATE_WIDTH 140      /* ... nor so late: the author ended lines that are longer */
#define WRAPPED_MIN 40      /* characters of a line that may go on in the next */
#define FIELD_LINES 3       /* of a label over its value, with the position's name above them */
#define FIELD_LENGTH 60     /* characters of each */
#define FIELDS_MIN 2        /* of these in a document: nobody wraps so */
#define STRONG_MARKS 2      /* in front of words in bold, in the source: ** */
#define RAGGED_PERCENT 75   /* of the longest line: a wrapped line is hardly shorter */

/* What the line ends of a source are. */
enum line_ends {
    ENDS_WRAP,     /* where the source was wrapped: no breaks */
    ENDS_BREAK,    /* breaks, as those of Word */
    ENDS_PAIR,     /* alike, of a form: lines that begin like labels are paragraphs */
    ENDS_PARAGRAPH /* each ends a paragraph */
};

/* A line of a paragraph: its runs, and its words as block_text would give them. */
struct line {
    struct run *first, *last; /* NULL: blank */
    struct run *end;          /* the break behind it; NULL: the paragraph ends */
    struct text words;
};

static bool ends_line(const struct run *run, bool in_source)
{
    return run->kind == RUN_BREAK || (in_source && (run->style & STYLE_LINE_END) != 0);
}

/* in_source: also the line ends of the source are breaks */
static struct line line_at(struct extraction *x, struct run *first, bool in_source)
{
    struct line line = {0};
    struct block words = {.runs = NULL};
    struct run *run = first;
    for (; run != NULL && !ends_line(run, in_source); run = run->next) {
        line.first = line.first == NULL ? run : line.first;
        line.last = run;
    }
    line.end = run;
    if (line.last == NULL)
        return line;
    struct run *rest = line.last->next;
    line.last->next = NULL;
    words.runs = line.first;
    line.words = text_trim(block_text(x->scratch, &words));
    line.last->next = rest;
    return line;
}

static bool is_label_line(struct extraction *x, struct text words)
{
    struct text heading = words;
    if (hashes_level(x, &heading) > 0)
        return true;
    struct label label = label_find(x, words);
    bool is_typed_heading = is_latin_text(words) && words.size >= CAPITALS_MIN &&
                            is_in_capitals(words); /* MINIMUM QUALIFICATIONS */
    if (is_typed_heading && (label.kind == LABEL_ELEMENT || label.kind == LABEL_OTHER))
        return true;
    if (label.kind != LABEL_ELEMENT)
        return false;
    bool is_named = !label.is_part || /* "Physical Demands", as headings are written */
                    (is_title_case(words) && text_find(words, TEXT(" "), 0) != TEXT_NOT_FOUND);
    return ends_in_colon(words) || (is_section_label(&label) && !label.needs_context && is_named);
}

/* What the lines of a paragraph look like. */
struct lines_look {
    size_t lines, labels, items, stops; /* stops: lines that end a sentence, but for the last */
    size_t longest, shortest;           /* characters; of all, of all but the last */
    size_t latin;                       /* lines without Han */
    size_t pairs, known;                /* lines that begin like a label, and with one */
    size_t values;                      /* lines of a label and its value, known or not */
    size_t capitals;                    /* lines that begin in upper case or with a digit */
    size_t alike;                       /* lines that begin with the word that the first does */
    size_t ended, clauses;              /* like stops, with colons; of these, with a semicolon */
    bool begins_form;                   /* the first of them with a known one */
    bool is_labelled;                   /* ... is nothing but a label with its colon */
    bool goes_on;                       /* a line ends in a comma */
    bool ends_in_caption;               /* the last of several is a label with its colon */
    bool is_named;                      /* ... is in bold, over pairs with known labels */
    bool is_headed;                     /* ... is in bold, and its words speak of an element */
    bool has_margin_part; /* 「任職條件：大專」, 「（二）銷售」, left of its item's words */
};

static bool begins_in_capital(struct text words)
{
    words = text_trim_any(without_pictographs(words), "?");   /* lost ones */
    bool is_starred = words.size > 1 && words.data[0] == '*'; /* "*A licence is preferred." */
    char c = words.size > 0 ? words.data[is_starred] : ' ';
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$';
}

static struct text first_word(struct text words)
{
    return text_slice(words, 0, text_find(words, TEXT(" "), 0)); /* or all of them */
}

static bool ends_sentence(struct text words)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT("；"), TEXT_INIT(";"),
                                        TEXT_INIT("！"), TEXT_INIT("？"), TEXT_INIT(".")};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(words, stops[i]))
            return true;
    return false;
}

static bool says_one_value(const struct pair *pair)
{
    return pair->label.kind == LABEL_ELEMENT && !pair->label.needs_context &&
           !text_is_empty(pair->value);
}

bool line_is_known_pair(struct extraction *x, struct text words)
{
    struct pair pair;
    return label_pairs(x, words, &pair, 1) == 1 && says_one_value(&pair);
}

bool run_is_left_of(const struct run *run, const struct block *block)
{
    size_t marks = (run->style & STYLE_STRONG) != 0 ? STRONG_MARKS : 0;
    size_t column = span_column(run->span);
    return column > marks && column - marks < span_column(block->span);
}

/* 【條件】, 【聯絡方式】站內信: as labels are that have no colon. */
static bool begins_in_black_brackets(struct text words)
{
    struct text inside, behind;
    return part_black_brackets(words, &inside, &behind);
}

/* Short and in bold from end to end, as headings are. */
static bool is_bold_line(const struct line *line)
{
    return runs_are_bold(line->first, line->last) && ends_like_heading(line->words);
}

static struct lines_look look_at_lines(struct extraction *x, struct block *block)
{
    struct lines_look look = {.shortest = SIZE_MAX};
    struct pair pair;
    struct text first = TEXT(""), before = TEXT("");
    bool begins_bold = false;
    for (struct run *run = block->runs; run != NULL;) {
        struct line line = line_at(x, run, true);
        size_t length = text_code_points(line.words);
        first = look.lines == 0 ? first_word(line.words) : first;
        run = line.end == NULL ? NULL : line.end->next;
        look.lines++;
        look.labels += is_label_line(x, line.words);
        look.items += list_label_of(line.words).kind != LIST_LABEL_NONE;
        look.latin += is_latin_text(line.words);
        look.capitals += begins_in_capital(line.words);
        look.alike += text_equal(first_word(line.words), first);
        look.pairs += line_begins_like_label(line.words);
        bool is_pair = label_pairs(x, line.words, &pair, 1) == 1;
        bool is_known = is_pair && says_one_value(&pair);
        look.known += is_pair;
        look.values += is_pair || unknown_pair(line.words, &pair);
        look.begins_form |= look.lines == 1 && is_pair;
        begins_bold |= look.lines == 1 && is_bold_line(&line);
        look.is_named |= look.lines > 1 && begins_bold && is_known;
        look.is_headed |= look.lines == 1 && run != NULL && begins_bold &&
                          (label_find(x, line.words).kind == LABEL_ELEMENT ||
                           label_guess(x, line.words).kind == LABEL_ELEMENT);
        look.is_labelled |= look.lines == 1 && look.labels == 1 && ends_in_colon(line.words);
        look.longest = length > look.longest ? length : look.longest;
        look.ends_in_caption = look.lines > 1 && is_caption_line(x, line.words);
        look.has_margin_part |=
            (is_known || is_caption_numbered(line.words) ||
             is_plain_caption(x, before, line.words) || begins_in_black_brackets(line.words) ||
             is_bold_line(&line) || begins_with_bold_label(line.first)) &&
            look.lines > 1 && line.first != NULL && run_is_left_of(line.first, block);
        before = line.words;
        if (run == NULL)
            break;
        look.stops += ends_sentence(line.words);
        look.ended += ends_sentence(line.words) || ends_in_colon(line.words);
        look.clauses += text_ends_with(line.words, TEXT(";"));
        look.goes_on |= ends_in_comma(line.words);
        look.shortest = length < look.shortest ? length : look.shortest;
    }
    return look;
}

/* Lines that a width ended are about as long as the longest, but for the last. */
static bool are_wrapped(const struct lines_look *look)
{
    size_t width = look->latin == look->lines ? WRAP_LATIN : WRAP_WIDTH;
    return look->longest >= width && look->stops + 1 < look->lines &&
           look->shortest * 100 >= look->longest * RAGGED_PERCENT;
}

/*
 * Pasted from a page: a wrapped sentence goes on in small letters. Where one paragraph of the file
 * has such lines, a few small letters ("eCommerce") and fewer lines do in the others.
 */
static bool are_pasted(struct extraction *x, const struct lines_look *look)
{
    if (look->lines < 2 || look->latin < look->lines)
        return false;
    bool are_sure = look->lines >= LATIN_LINES_MIN && look->capitals == look->lines &&
                    !(look->goes_on && are_wrapped(look));
    are_sure |= look->lines >= MANY_LINES && !are_wrapped(look) &&
                SMALL_LINES * (look->lines - look->capitals) <= look->lines;
    are_sure |= look->lines >= ALIKE_LINES_MIN && look->capitals == look->lines &&
                look->alike == look->lines; /* "By month 1: …", "By month 3: …" */
    bool are_long = look->longest > LATE_WIDTH && look->capitals == look->lines && !look->goes_on &&
                    look->stops + 1 < look->lines; /* sentences in a row may be one paragraph */
    x->are_lines_pasted |= are_sure;
    size_t lines_for_small = look->clauses > 1 ? CLAUSES_FOR_SMALL : SMALL_LINES;
    return are_sure || are_long ||
           (x->are_lines_pasted && !are_wrapped(look) &&
            lines_for_small * (look->lines - look->capitals) <= look->lines);
}

static bool has_line_ends(const struct block *block)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if ((run->style & STYLE_LINE_END) != 0)
            return true;
    return false;
}

/*
 * "Location" over "Bergen", perhaps below the position's name: a label of one value, and the value
 * in the next line, as pages have them.
 */
static bool is_label_over_value(struct extraction *x, const struct block *block,
                                const struct lines_look *look)
{
    if (look->lines < 2 || look->lines > FIELD_LINES || look->latin < look->lines ||
        look->capitals < look->lines || look->longest > FIELD_LENGTH || look->stops > 0 ||
        look->pairs > 0)
        return false;
    struct text label = TEXT("");
    for (struct run *run = block->runs; run != NULL;) { /* the last but one */
        struct line line = line_at(x, run, true);
        run = line.end == NULL ? NULL : line.end->next;
        label = run == NULL ? label : line.words;
    }
    struct label found = label_find(x, label);
    return found.kind == LABEL_ELEMENT && found.guess == GUESS_NONE &&
           found.element != ELEMENT_TITLE && !is_section_label(&found);
}

/* Whether there are such, for the paragraphs in front of them, too. */
static void find_pasted_lines(struct extraction *x)
{
    size_t fields = 0;
    for (struct block *block = x->document->blocks; block != NULL && !x->are_lines_pasted;
         block = block->next)
        if (block->kind == BLOCK_PARAGRAPH && has_line_ends(block)) {
            struct lines_look look = look_at_lines(x, block);
            are_pasted(x, &look);
            fields += is_label_over_value(x, block, &look);
            x->are_lines_pasted |= fields >= FIELDS_MIN;
        }
}

/* is_page: the paragraph stands on the page, not in an item or a cell */
static enum line_ends line_ends_of(struct extraction *x, struct block *block, bool is_page)
{
    bool has_ends = has_line_ends(block), has_breaks = false;
    for (const struct run *run = block->runs; run != NULL && !has_ends; run = run->next)
        has_breaks |= run->kind == RUN_BREAK;
    if (!has_ends && !has_breaks)
        return ENDS_WRAP;
    struct lines_look look = look_at_lines(x, block);
    /* "- **Duties**:" over lines that each begin anew: Markdown alone takes them into the item */
    if (!is_page && look.is_labelled && look.lines > 2 && look.capitals == look.lines &&
        !are_wrapped(&look))
        return ENDS_PARAGRAPH;
    /* "1. 物資組長" over 「職責：…」 and 「要求：…」: a name and its labels */
    if (!is_page && !look.begins_form && !look.has_margin_part && look.known > 1 &&
        look.values + 1 == look.lines)
        return ENDS_PARAGRAPH;
    if (look.pairs > 1 && (look.begins_form || (look.known > 0 && look.pairs == look.lines)))
        return ENDS_PAIR;
    if (!has_ends &&
        (look.lines < BROKEN_LINES_MIN || look.items > 0 || !text_is_empty(block->label)))
        return ENDS_WRAP; /* an item that its author broke */
    bool are_of_labels = look.known > 1 && 2 * look.known >= look.lines; /* alike in length, too */
    if (is_page && 2 * look.latin < look.lines && (!are_wrapped(&look) || are_of_labels))
        return ENDS_PARAGRAPH;
    bool are_clauses = look.clauses > 1 && look.ended + 1 == look.lines; /* "such as:" over them */
    if (is_page && (are_clauses || are_pasted(x, &look)))
        return ENDS_PARAGRAPH;
    if (!has_ends)
        return ENDS_WRAP;
    if (look.lines > 1 && look.known == look.lines)
        return ENDS_PARAGRAPH;
    bool is_swallowed =
        !is_page && ((look.ends_in_caption && block->next == NULL) || look.has_margin_part);
    return look.labels > 0 || look.items >= ITEM_LINES_MIN || look.is_named || look.is_headed ||
                   is_swallowed
               ? ENDS_BREAK
               : ENDS_WRAP;
}

/*
 * "objectives:" behind "you will accomplish these", "appointment." behind "from the date of their":
 * the end of a wrapped sentence.
 */
static bool ends_wrapped_sentence(struct text line, struct text before)
{
    char c = line.size > 0 ? line.data[0] : ' ';
    bool is_ended = ends_in_colon(line) || text_ends_with(line, TEXT("."));
    return c >= 'a' && c <= 'z' && is_ended && text_code_points(before) >= WRAPPED_MIN &&
           !ends_sentence(before) && !ends_in_colon(before);
}

/* Whether a paragraph begins with this line. */
static bool begins_paragraph(struct extraction *x, const struct line *line,
                             const struct line *above, bool is_below_blank)
{
    struct pair head;
    struct text before = above->words;
    struct text behind = line->end == NULL ? TEXT("") : line_at(x, line->end->next, true).words;
    return is_below_blank || is_caption_between(x, before, line->words, behind) ||
           is_bold_line(line) || begins_with_bold_label(line->first) || is_bold_line(above) ||
           ends_in_colon(before) || is_label_line(x, before) || is_in_black_brackets(before) ||
           begins_in_black_brackets(line->words) ||
           (line->end == NULL && is_caption_line(x, line->words) &&
            (is_latin_text(line->words) || ends_sentence(before) ||
             text_code_points(before) < WRAP_WIDTH)) ||
           list_label_in_list(line->words, list_label_of(before).label, TEXT("")).kind !=
               LIST_LABEL_NONE ||
           (is_label_line(x, line->words) && !ends_wrapped_sentence(line->words, before)) ||
           line_is_known_pair(x, line->words) || is_series_head(x, line->words, &head);
}

/* returns  the last of the paragraphs that it became */
static struct block *divide_paragraph(struct extraction *x, struct block *block, bool is_page)
{
    enum line_ends ends = line_ends_of(x, block, is_page);
    bool in_source = ends != ENDS_WRAP;
    struct line line = line_at(x, block->runs, in_source);
    struct line above = line; /* the last of the lines so far that has words */
    bool is_below_blank = false;
    while (line.end != NULL) {
        struct run *end = line.end;
        line = line_at(x, end->next, in_source);
        if (text_is_empty(line.words)) {
            is_below_blank = true;
            continue;
        }
        bool is_new = (ends == ENDS_PARAGRAPH && !ends_in_comma(above.words) &&
                       !begins_in_stop(line.words)) ||
                      (ends == ENDS_PAIR && line_begins_like_label(line.words)) ||
                      (!is_page && line.first != NULL && run_is_left_of(line.first, block) &&
                       is_plain_caption(x, above.words, line.words));
        if (above.last != NULL && !text_is_empty(above.words) &&
            (is_new || begins_paragraph(x, &line, &above, is_below_blank)))
            block = divide_block(x, block, above.last, line.first);
        above = line;
        is_below_blank = false;
    }
    return block;
}

/*
 * A table's caption becomes a paragraph in front of it.
 *
 * returns  the table's block
 */
static struct block *lift_caption(struct extraction *x, struct block *block)
{
    struct block *table = arena_new(x->arena, struct block);
    *table = *block;
    *block = (struct block){.kind = BLOCK_PARAGRAPH,
                            .span = block->span,
                            .language = block->language,
                            .parent = block->parent,
                            .runs = table->table->caption,
                            .next = table};
    for (block->last_run = block->runs; block->last_run->next != NULL;)
        block->last_run = block->last_run->next;
    table->table->caption = NULL;
    return table;
}

/* Into its lines, and each of these at the labels in it; the last of them is returned. */
static struct block *divide_whole_paragraph(struct extraction *x, struct block *block, bool is_page)
{
    struct block *last = divide_paragraph(x, block, is_page);
    for (const struct block *end = last->next; block != end; block = block->next) {
        struct block *terms = block->kind == BLOCK_PARAGRAPH ? divide_at_count(x, block) : block;
        if (terms != block) { /* the walk reads all that stands in them */
            last = block = terms;
            continue;
        }
        if (block->kind == BLOCK_PARAGRAPH)
            block = divide_at_marked_labels(x, block);
        if (block->kind == BLOCK_PARAGRAPH && is_page)
            block = divide_at_glued_labels(x, divide_at_page_label(x, block));
        if (block->kind == BLOCK_PARAGRAPH)
            block = divide_at_lost_label(x, divide_at_brackets(x, block));
        if (block->kind == BLOCK_PARAGRAPH && is_page)
            block = divide_at_terms(x, block);
        last = block;
    }
    return last;
}

static void divide_blocks(struct extraction *x, struct block *first, struct block **last,
                          bool is_page)
{
    join_wrapped_paragraphs(x, first);
    for (struct block *block = first; block != NULL; block = block->next) {
        if (block->kind == BLOCK_TABLE && block->table->caption != NULL)
            block = lift_caption(x, block);
        if (block->kind == BLOCK_PARAGRAPH)
            block = divide_whole_paragraph(x, block, is_page);
        else if (block->kind == BLOCK_HEADING)
            block = divide_at_terms(x, block);
        *last = block;
    }
}

void divide_lines(struct extraction *x)
{
    struct document *document = x->document;
    struct walk *walk = arena_new(x->scratch, struct walk);
    find_tight_hashes(x);
    complete_bold_labels(x);
    find_pasted_lines(x);
    divide_tabbed_names(x, document->blocks);
    break_behind_names(x);
    divide_blocks(x, document->blocks, &document->last_block, true);
    divide_behind_leads(x, document->blocks, &document->last_block);
    *walk = walk_blocks(document->blocks);
    size_t named = 0; /* cells around it whose form says what they are: they stay as they are */
    while (walk_next(walk)) {
        named += walk->event == WALK_ENTER_CELL && has_form_name(walk->cell);
        named -= walk->event == WALK_LEAVE_CELL && has_form_name(walk->cell);
        if (walk->event == WALK_ENTER && named == 0)
            divide_blocks(x, walk->block->children, &walk->block->last_child,
                          walk->block->kind == BLOCK_QUOTE);
        else if (walk->event == WALK_ENTER_CELL && named == 0)
            divide_blocks(x, walk->cell->blocks, &walk->cell->last_block, false);
    }
}
