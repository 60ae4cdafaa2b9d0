/* Duty sentences: what + how + result, in the words of each language. */
#include "core/base/text_buffer.h"
#include "core/draft/draft.h"
#include "core/draft/position.h"

/* Words that open a part already. */
static const char *const how_openings[] = {
    "遵循",   "遵照",   "依照",       "按照",          "按",        "依",  "依據", "依据",
    "根據",   "根据",   "following ", "in accordance", "according", "as ", "by ",  "in line with",
    "using ", "under ", "through ",   "with ",         NULL};
static const char *const result_openings[] = {
    "確保", "确保",     "以確保", "以确保", "保證",     "保证",      "使",        "達到",
    "达到", "so that ", "to ",    "ensure", "ensuring", "in order ", "so as to ", NULL};
static const char *const what_openings[] = {
    "負責", "负责", "responsible for ", "is responsible for ", "be responsible for ", NULL};
/* A clause has its verb; a noun phrase as a result has none of these. */
static const char *const verbs[] = {
    "is",      "are",     "has",    "have",   "was",     "were",    "can",      "cannot",
    "will",    "does",    "do",     "gets",   "get",     "holds",   "hold",     "shows",
    "show",    "states",  "state",  "names",  "name",    "carries", "carry",    "agrees",
    "agree",   "covers",  "cover",  "match",  "knows",   "matches", "reaches",  "reach",
    "stays",   "stay",    "meets",  "meet",   "keeps",   "keep",    "receives", "receive",
    "follows", "lists",   "stands", "equals", "exceeds", "gives",   "finds",    "needs",
    "knows",   "remains", "comes",  "goes",   "lie",     "lies",    NULL};

static bool is_stop(uint32_t c)
{
    return c == 0x3002 || c == '.' || c == 0xFF1B || c == ';' || c == 0xFF0C || c == ',' ||
           c == 0x3001 || is_blank_code_point(c);
}

/* One line without stops at its end. */
static struct text part_of(struct arena *arena, enum language language, struct text cell)
{
    struct text line;
    struct text_buffer out = text_buffer_new(arena);
    for (size_t at = 0; text_next_line(cell, &at, &line);) {
        line = text_trim(line);
        for (size_t end = line.size; end > 0; line.size = end)
            if (!is_stop(text_previous(line, &end)))
                break;
        if (text_is_empty(line))
            continue;
        if (out.size > 0)
            buffer_append_string(&out, language == LANG_EN ? "; " : "；");
        buffer_append(&out, line);
    }
    return buffer_text(&out);
}

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* "Answer" becomes "answer"; "IT", "I" and "G1" stay. */
static struct text with_small_letter(struct arena *arena, struct text t)
{
    bool is_word = t.size > 1 && is_upper(t.data[0]) && t.data[1] >= 'a' && t.data[1] <= 'z';
    if (!is_word)
        return t;
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_byte(&out, (char)(t.data[0] - 'A' + 'a'));
    buffer_append(&out, text_from(t, 1));
    return buffer_text(&out);
}

struct text draft_act(struct arena *arena, enum language language, struct text what)
{
    struct text act = part_of(arena, language, what);
    act = text_trim(text_from(act, text_opening_size(act, what_openings)));
    return language == LANG_EN ? with_small_letter(arena, act) : act;
}

static bool has_verb(struct text t)
{
    for (size_t begin = 0, end; begin < t.size; begin = end + 1) {
        for (end = begin; end < t.size && t.data[end] != ' ';)
            end++;
        if (text_is_one_of(text_slice(t, begin, end), verbs))
            return true;
    }
    return false;
}

/* "Call handling guide" wants its article; "SOP-12", "the guide" and "«Guide»" do not. */
static bool wants_article(struct text how)
{
    static const char *const articles[] = {"the ", "a ",   "an ",   "its ",
                                           "our ", "all ", "each ", NULL};
    size_t word = 0;
    while (word < how.size && how.data[word] != ' ')
        word++;
    bool is_word =
        how.size > 1 && is_upper(how.data[0]) && how.data[1] >= 'a' && how.data[1] <= 'z';
    return text_opening_size(how, articles) == 0 && is_word && word < how.size;
}

static void append_english(struct text_buffer *out, struct arena *arena, struct duty_parts parts,
                           bool is_opened)
{
    if (is_opened) /* "Responsible for registering": as its author has it */
        buffer_append_string(out, "Responsible for ");
    buffer_append(out, parts.what);
    if (!text_is_empty(parts.how)) {
        bool is_opened_how = text_opening_size(parts.how, how_openings) > 0;
        buffer_append_string(out, is_opened_how ? ", " : ", following ");
        if (!is_opened_how && wants_article(parts.how))
            buffer_append_string(out, "the ");
        buffer_append(out, is_opened_how ? with_small_letter(arena, parts.how) : parts.how);
    }
    if (!text_is_empty(parts.result)) {
        struct text result = with_small_letter(arena, parts.result);
        bool is_opened_result = text_opening_size(result, result_openings) > 0;
        buffer_append_string(out, is_opened_result   ? ", "
                                  : has_verb(result) ? ", so that "
                                                     : ", ensuring ");
        buffer_append(out, result);
    }
    buffer_append_byte(out, '.');
}

static void append_chinese(struct text_buffer *out, enum language language, struct duty_parts parts)
{
    bool is_hant = language == LANG_ZH_HANT;
    buffer_append_string(out, is_hant ? "負責" : "负责");
    buffer_append(out, parts.what);
    if (!text_is_empty(parts.how)) {
        buffer_append_string(out, text_opening_size(parts.how, how_openings) > 0 ? "，" : "，遵循");
        buffer_append(out, parts.how);
    }
    if (!text_is_empty(parts.result)) {
        bool is_opened = text_opening_size(parts.result, result_openings) > 0;
        buffer_append_string(out, is_opened ? "，" : is_hant ? "，確保" : "，确保");
        buffer_append(out, parts.result);
    }
    buffer_append_string(out, "。");
}

struct text draft_sentence(struct arena *arena, enum language language, struct duty_parts parts)
{
    struct text what = part_of(arena, language, parts.what);
    size_t opened = text_opening_size(what, what_openings);
    struct text_buffer out = text_buffer_new(arena);
    parts.what = text_trim(text_from(what, opened));
    parts.how = part_of(arena, language, parts.how);
    parts.result = part_of(arena, language, parts.result);
    if (text_is_empty(parts.what))
        return TEXT("");
    if (language == LANG_EN)
        append_english(&out, arena, parts, opened > 0);
    else
        append_chinese(&out, language, parts);
    return buffer_text(&out);
}

const char *draft_comma(const struct drafting *d) { return d->language == LANG_EN ? ", " : "、"; }
const char *draft_semicolon(const struct drafting *d)
{
    return d->language == LANG_EN ? "; " : "；";
}

struct text draft_step_sentence(const struct drafting *d, const struct step *step)
{
    return draft_sentence(
        d->arena, d->language,
        (struct duty_parts){step->record->text,
                            step_text(d->steps, step, FIELD_HANDBOOK_PROCESSES_HOW),
                            step_text(d->steps, step, FIELD_HANDBOOK_PROCESSES_RESULT)});
}
