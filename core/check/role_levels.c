#include "core/check/role_levels.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"

#define GRADE_DIGITS 2

/* In folded form, longer ones first where one begins with another. */
static const struct text han_ranks[] = {
    TEXT_INIT("初级"), TEXT_INIT("中级"),   TEXT_INIT("高级"), TEXT_INIT("资深"), TEXT_INIT("首席"),
    TEXT_INIT("助理"), TEXT_INIT("见习"),   TEXT_INIT("实习"), TEXT_INIT("副"),   TEXT_INIT("主任"),
    TEXT_INIT("主管"), TEXT_INIT("班组长"), TEXT_INIT("组长"), TEXT_INIT("班长"), TEXT_INIT("领班"),
    TEXT_INIT("经理"), TEXT_INIT("总监"),   TEXT_INIT("专员"), TEXT_INIT("代表"), TEXT_INIT("坐席"),
    TEXT_INIT("座席"), TEXT_INIT("一级"),   TEXT_INIT("二级"), TEXT_INIT("三级"), TEXT_INIT("四级"),
    TEXT_INIT("五级"), TEXT_INIT("正"),     TEXT_INIT("员"),   TEXT_INIT("师")};
static const char *const letter_ranks[] = {
    "junior", "jr",         "senior",  "sr",        "lead",      "leader",  "principal",
    "chief",  "head",       "staff",   "assistant", "associate", "trainee", "apprentice",
    "intern", "supervisor", "manager", "deputy",    "team",      "level",   "grade",
    "i",      "ii",         "iii",     "iv",        "v",         "1",       "2",
    "3",      "4",          "5"};

static bool is_letter_rank(struct text word)
{
    for (size_t i = 0; i < sizeof letter_ranks / sizeof *letter_ranks; i++)
        if (text_is(word, letter_ranks[i]))
            return true;
    return false;
}

/* Bytes of a Han word of rank that begins here; 0: none does. */
static size_t han_rank(struct text t, size_t at)
{
    for (size_t i = 0; i < sizeof han_ranks / sizeof *han_ranks; i++)
        if (text_starts_with(text_from(t, at), han_ranks[i]))
            return han_ranks[i].size;
    return 0;
}

static bool ends_word(char c)
{
    return c == ' ' || c == '-' || c == ',' || c == '(' || c == ')' || c == '.' || c == '/';
}

/* IC3, P7: letters and the number of a grade. */
static struct text without_grade(struct text word)
{
    size_t end = word.size;
    while (end > 0 && word.data[end - 1] >= '0' && word.data[end - 1] <= '9')
        end--;
    bool is_graded = end > 0 && end < word.size && word.size - end <= GRADE_DIGITS &&
                     word.data[end - 1] >= 'a' && word.data[end - 1] <= 'z';
    return is_graded ? text_slice(word, 0, end) : word;
}

/* A title without its words of rank and the signs between words. */
static struct text stem_of(struct arena *arena, struct text title)
{
    struct text t = fold_text(arena, title);
    struct text_buffer out = text_buffer_new(arena);
    for (size_t at = 0; at < t.size;) {
        bool is_han = (unsigned char)t.data[at] >= 0x80;
        size_t end = at, rank = is_han ? han_rank(t, at) : 0;
        if (rank > 0 || ends_word(t.data[at])) {
            at += rank > 0 ? rank : 1;
            continue;
        }
        if (is_han)
            text_next(t, &end);
        else
            while (end < t.size && (unsigned char)t.data[end] < 0x80 && !ends_word(t.data[end]))
                end++;
        struct text word = without_grade(text_slice(t, at, end));
        if (is_han || !is_letter_rank(word))
            buffer_append(&out, word);
        at = end;
    }
    return buffer_text(&out);
}

bool are_levels(struct arena *scratch, const struct role *a, const struct role *b)
{
    struct text title_a = role_title(a), title_b = role_title(b);
    struct text stem = stem_of(scratch, title_a);
    if (!text_is_empty(stem) && text_equal(stem, stem_of(scratch, title_b)))
        return !text_equal(fold_label(scratch, title_a), fold_label(scratch, title_b));
    struct text family = fold_label(scratch, role_text(a, ELEMENT_JOB_TYPE));
    return !text_is_empty(family) &&
           text_equal(family, fold_label(scratch, role_text(b, ELEMENT_JOB_TYPE))) &&
           !text_equal(fold_label(scratch, role_text(a, ELEMENT_GRADE)),
                       fold_label(scratch, role_text(b, ELEMENT_GRADE)));
}
