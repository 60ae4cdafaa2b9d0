/*
 * Résumés tell what somebody did, and in words of positions. No sign of them is sure: the evidence
 * is weighed in points, and times, acts in the past or many projects are among it.
 *
 *   times      lines with a period; many weigh more
 *   past       a large share of the lines tell acts that are over: "Developed …", "Led …"
 *   contact    an address to write to, the more at the top
 *   headings   what only people have, and projects: Education, Employment history, 自我评价
 *   projects   "Client: …", "Environment: …", more than once
 */
#include "core/extract/evidence/resume.h"
#include "core/extract/labels/label.h"
#include "core/extract/outline/outline.h"
#include "core/model/fold.h"

#define POINTS_MIN 6
#define POINTS_PAST 3
#define POINTS_PERIODS 4 /* of three or more; of two one less */
#define POINTS_MAIL 2
#define POINTS_TOP 1
#define POINTS_TITLED 2 /* a heading says that it is one */
#define POINTS_PROJECTS 2
#define HEADINGS_MAX 3 /* points, one each */
#define PERIODS_MIN 2
#define PROJECTS_MIN 2
#define PROJECTS_MANY 4  /* as sure as times are, and a point more */
#define PROJECT_BYTES 24 /* of a line, in which such a label stands */
#define PAST_LINES 8     /* lines that are told, at least */
#define PAST_PERCENT 40
#define TOP_LINES 10
#define TOLD_WORDS 4    /* of a line that tells something, at least */
#define PERIOD_BYTES 24 /* from one year to the other, or to the end */
#define PERIOD_LINE 100 /* bytes of a line with months */
#define TITLE_BYTES 60

struct resume_signs {
    size_t lines, told, past, periods, headings, projects;
    bool has_mail, has_mail_at_top, is_titled;
};

/* ---- times ---- */

bool is_year(struct text t, size_t at)
{
    struct text century = text_slice(t, at, at + 2 <= t.size ? at + 2 : t.size);
    return at + 4 <= t.size && (text_is(century, "19") || text_is(century, "20")) &&
           is_ascii_digit(t.data[at + 2]) && is_ascii_digit(t.data[at + 3]) &&
           (at == 0 || !is_ascii_digit(t.data[at - 1])) &&
           (at + 4 == t.size || !is_ascii_digit(t.data[at + 4]));
}

/* Every line of a file is asked, and few bytes begin a year. */
static size_t next_year(struct text t, size_t from)
{
    for (size_t at = from; at + 4 <= t.size; at++)
        if ((t.data[at] == '1' || t.data[at] == '2') && is_year(t, at))
            return at;
    return TEXT_NOT_FOUND;
}

bool has_period(const struct extraction *x, struct text line)
{
    static const struct text dashes[] = {TEXT_INIT("-"),  TEXT_INIT("–"), TEXT_INIT("—"),
                                         TEXT_INIT("至"), TEXT_INIT("~"), TEXT_INIT("to")};
    struct text_list now = signs_of(x, SIGN_UNTIL_NOW);
    size_t years = 0, first = 0, last = 0;
    bool has_dash = false, is_now = false;
    for (size_t at = next_year(line, 0); at != TEXT_NOT_FOUND; at = next_year(line, at + 1)) {
        first = years++ == 0 ? at : first;
        last = at;
    }
    for (size_t i = 0; years == 1 && i < now.count && !is_now; i++) {
        size_t at = text_find(line, now.texts[i], first);
        is_now = at != TEXT_NOT_FOUND;
        last = is_now ? at : last;
    }
    struct text between = text_slice(line, first, last);
    for (size_t i = 0; years > 0 && i < sizeof dashes / sizeof *dashes; i++)
        has_dash |= text_find(between, dashes[i], 0) != TEXT_NOT_FOUND;
    return has_dash && between.size <= PERIOD_BYTES && (years == 2 || (years == 1 && is_now));
}

/* How many names of months a short line has: "April 09 – Dec 09", "April 10 to till date". */
static size_t count_months(const struct extraction *x, struct text line)
{
    size_t count = 0;
    for (size_t i = 0; i < line.size; i++) {
        bool is_capital = line.data[i] >= 'A' && line.data[i] <= 'Z';
        bool begins = is_capital && (i == 0 || !is_folded_letter(line.data[i - 1] | 0x20));
        count += begins && text_starts_with_any(text_from(line, i), signs_of(x, SIGN_MONTH_NAME));
    }
    return count;
}

static bool has_months(const struct extraction *x, struct text line)
{
    size_t months = line.size <= PERIOD_LINE ? count_months(x, line) : 0;
    bool is_now = false;
    is_now = months > 0 && text_holds_any(line, signs_of(x, SIGN_UNTIL_NOW_OF_MONTHS));
    return months + is_now == 2;
}

/* ---- acts in the past ---- */

/* From so many words on it is no label, and tells something. */
static bool tells(struct text line)
{
    size_t words = line.size > 0;
    for (size_t at = 0; words < TOLD_WORDS; words++) {
        size_t blank = text_find(line, TEXT(" "), at);
        if (blank == TEXT_NOT_FOUND)
            return false;
        for (at = blank; at < line.size && line.data[at] == ' ';)
            at++;
    }
    return true;
}

/* "Developed …", "Led …", but "Demonstrated ability", "Experienced in": the first word of a line.
 */
static bool is_past(const struct extraction *x, struct text line)
{
    size_t end = 0;
    while (end < line.size && is_folded_letter(line.data[end] | 0x20))
        end++;
    struct text word = text_slice(line, 0, end);
    bool is_capital = end > 0 && line.data[0] >= 'A' && line.data[0] <= 'Z';
    return is_capital && (text_is_any(word, signs_of(x, SIGN_PAST)) ||
                          (word.size > 4 && text_ends_with(word, TEXT("ed")) &&
                           !text_is_any(word, signs_of(x, SIGN_NO_PAST))));
}

/* ---- headings and labels ---- */

static bool is_titled(struct extraction *x, struct text folded)
{
    while (folded.size > 0 &&
           text_has(TEXT("0123456789 "), (unsigned char)folded.data[folded.size - 1]))
        folded.size--; /* the second of several samples */
    return folded.size <= TITLE_BYTES && text_ends_with_any(folded, signs_of(x, SIGN_RESUME));
}

static bool is_heading(struct extraction *x, struct text folded)
{
    return text_is_any(folded, signs_of(x, SIGN_RESUME_HEADING));
}

/* Words that are folded begin with its first character, or with one that it may fold to. */
static bool may_begin_with_any(struct text line, struct text_list folded)
{
    size_t at = 0;
    uint32_t first = fold_character(text_next(line, &at));
    if (!is_basic_han(first))
        return true;
    for (size_t i = 0; i < folded.count; i++)
        if (text_next(folded.texts[i], &(size_t){0}) == first)
            return true;
    return false;
}

static bool is_of_project(struct extraction *x, struct text line)
{
    struct text_list labels = signs_of(x, SIGN_RESUME_PROJECT);
    return may_begin_with_any(line, labels) &&
           text_starts_with_any(fold_text(x->scratch, text_head(line, PROJECT_BYTES)), labels);
}

static void read_line(struct extraction *x, struct text line, struct resume_signs *signs)
{
    signs->lines++;
    signs->projects += is_of_project(x, line);
    if (!text_has_ascii(line))
        return; /* as years, addresses and acts in the past have */
    bool is_mail = text_find(line, TEXT("@"), 0) != TEXT_NOT_FOUND;
    bool is_told = tells(line);
    signs->periods += has_period(x, line) || has_months(x, line);
    signs->told += is_told;
    signs->past += is_told && is_past(x, line);
    signs->has_mail |= is_mail;
    signs->has_mail_at_top |= is_mail && signs->lines <= TOP_LINES;
}

static void read_heading(struct extraction *x, struct text line, struct resume_signs *signs)
{
    if (line.size > LABEL_BYTES || tells(line))
        return;
    struct text folded = fold_label(x->scratch, line);
    signs->headings += is_heading(x, folded);
    signs->is_titled |= is_titled(x, folded);
}

typedef void read_one_line(struct extraction *x, struct text line, struct resume_signs *signs);

static void for_each_line(struct extraction *x, const struct document *document,
                          read_one_line *read, struct resume_signs *signs)
{
    struct text line;
    for (const struct block *block = document->blocks; block != NULL; block = block->next) {
        struct text words = whole_block_text(x->scratch, block);
        for (size_t offset = 0; text_next_line(words, &offset, &line);)
            if (!text_is_empty(line = text_trim(line)))
                read(x, line, signs);
    }
}

/* A schedule has times, and those whom to ask an address: so have plans of projects. */
static bool is_of_person(const struct resume_signs *signs, bool is_past)
{
    return is_past || signs->is_titled || signs->headings > 0 || signs->projects >= PROJECTS_MIN ||
           signs->has_mail_at_top;
}

static int points_of(const struct resume_signs *signs, bool is_past)
{
    size_t headings = signs->headings < HEADINGS_MAX ? signs->headings : HEADINGS_MAX;
    int periods = signs->periods > PERIODS_MIN ? POINTS_PERIODS : POINTS_PERIODS - 1;
    return (signs->periods >= PERIODS_MIN ? periods : 0) + (is_past ? POINTS_PAST : 0) +
           (signs->has_mail ? POINTS_MAIL : 0) + (signs->has_mail_at_top ? POINTS_TOP : 0) +
           (signs->is_titled ? POINTS_TITLED : 0) +
           (signs->projects >= PROJECTS_MIN ? POINTS_PROJECTS : 0) +
           (signs->projects >= PROJECTS_MANY) + (int)headings;
}

/* 「個人求職 - 後端開發」: somebody looks for a post; 求職者 are those whom a post is about. */
static bool seeks_post(struct extraction *x, struct text folded)
{
    return folded.size <= TITLE_BYTES && text_holds_any(folded, signs_of(x, SIGN_SEEKS_POST)) &&
           !text_holds_any(folded, signs_of(x, SIGN_POST_SEEKER));
}

/* The title of the whole says so, or asks for the name of whoever fills it in. */
static bool is_called_so(struct extraction *x, const struct document *document)
{
    const struct block *first = skip_blank_paragraphs(x->scratch, document->blocks);
    struct text title =
        first == NULL ? TEXT("") : fold_text(x->scratch, text_trim(block_text(x->scratch, first)));
    return text_starts_with_any(title, signs_of(x, SIGN_YOUR_NAME)) || is_titled(x, title) ||
           seeks_post(x, title);
}

bool is_resume(struct extraction *x, const struct document *document)
{
    struct resume_signs signs = {0};
    if (is_called_so(x, document))
        return true;
    for_each_line(x, document, read_line, &signs);
    bool is_past = signs.told >= PAST_LINES && 100 * signs.past >= PAST_PERCENT * signs.told;
    if (!is_past && signs.periods < PERIODS_MIN && signs.projects < PROJECTS_MANY)
        return false; /* whatever its headings are */
    for_each_line(x, document, read_heading, &signs);
    return is_of_person(&signs, is_past) && points_of(&signs, is_past) >= POINTS_MIN;
}
