#include "core/normalise/duty_sentence.h"

/* What a clause begins with tells which part it is; longer words first. */
static const char *const how_words[] = {
    "遵循",          "遵照",           "依照",          "按照",       "依據",
    "依据",          "根據",           "根据",          "following ", "in accordance with ",
    "according to ", "as set out in ", "in line with ", NULL};
static const char *const result_words[] = {
    "確保實現",   "确保实现",       "以確保",    "以确保",         "確保",     "确保",
    "保證",       "保证",           "達到",      "达到",           "so that ", "to ensure that ",
    "to ensure ", "ensuring that ", "ensuring ", "in order that ", NULL};
static const char *const opening_words[] = {"負責", "负责", "responsible for ",
                                            "is responsible for ", NULL};
static const char *const stops[] = {"。", ".", "；", ";", "，", ",", NULL};

static struct text without_stop(struct text t)
{
    t = text_trim(t);
    for (const char *const *stop = stops; *stop != NULL; stop++)
        if (text_ends_with(t, text_from_string(*stop)))
            return text_trim(text_slice(t, 0, t.size - text_from_string(*stop).size));
    return t;
}

/* The begin of the next clause at or after from; the sentence's size when there is none. */
static size_t next_clause(struct text sentence, size_t from)
{
    for (size_t at = from; at < sentence.size;) {
        uint32_t c = text_next(sentence, &at);
        if (c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';') {
            while (at < sentence.size && sentence.data[at] == ' ')
                at++;
            return at;
        }
    }
    return sentence.size;
}

struct duty_parts duty_parse(struct text sentence)
{
    struct duty_parts parts = {0};
    struct text rest = text_trim(sentence);
    struct text *part = &parts.what;
    size_t begin = text_opening_size(rest, opening_words);
    for (size_t at = next_clause(rest, begin);; at = next_clause(rest, at)) {
        struct text clause = text_from(rest, at);
        size_t how = part == &parts.what ? text_opening_size(clause, how_words) : 0;
        size_t result = part != &parts.result ? text_opening_size(clause, result_words) : 0;
        if (at < rest.size && how + result == 0)
            continue;
        *part = without_stop(text_slice(rest, begin, at));
        if (at >= rest.size)
            return parts;
        part = how > 0 ? &parts.how : &parts.result;
        begin = at + how + result;
    }
}
