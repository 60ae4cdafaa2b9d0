/* "The Berth Planner reports directly to the Harbour Master.": a reporting line in a sentence. */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define SENTENCE_MAX 200 /* letters: longer ones say more than who the superior is */
#define NAME_MAX 110     /* of the superior, alike */

/* In front of the superior's name. */
static const struct text verbs[] = {TEXT_INIT(" reports directly to "), TEXT_INIT(" reports to "),
                                    TEXT_INIT(" report to "), TEXT_INIT(" reports into "),
                                    TEXT_INIT(" report directly to ")};
static const struct text articles[] = {TEXT_INIT("the "), TEXT_INIT("The "), TEXT_INIT("a "),
                                       TEXT_INIT("an ")};
/* Around it. */
static const struct text toward[] = {TEXT_INIT("直接向"), TEXT_INIT("向"), TEXT_INIT("對"),
                                     TEXT_INIT("对")};
static const struct text behind[] = {
    TEXT_INIT("匯報工作"), TEXT_INIT("汇报工作"), TEXT_INIT("報告工作"), TEXT_INIT("报告工作"),
    TEXT_INIT("匯報"),     TEXT_INIT("汇报"),     TEXT_INIT("報告"),     TEXT_INIT("报告"),
    TEXT_INIT("負責"),     TEXT_INIT("负责")};
#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

/* One sentence, without the stop at its end; empty: there are several, or it is long. */
static struct text one_sentence(struct text words)
{
    static const struct text stops[] = {TEXT_INIT("。"), TEXT_INIT(".")};
    for (size_t i = 0; i < COUNT_OF(stops); i++)
        if (text_ends_with(words, stops[i])) {
            words = text_slice(words, 0, words.size - stops[i].size);
            break;
        }
    bool has_more = text_find(words, TEXT(". "), 0) != TEXT_NOT_FOUND ||
                    text_find(words, TEXT("。"), 0) != TEXT_NOT_FOUND ||
                    text_find(words, TEXT("，"), 0) != TEXT_NOT_FOUND ||
                    text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND;
    return has_more || text_code_points(words) > SENTENCE_MAX ? TEXT("") : words;
}

/* Who reports: the role by its name, or "this position". */
static bool is_holder(struct extraction *x, struct text who)
{
    static const struct text holders[] = {
        TEXT_INIT("position"), TEXT_INIT("role"), TEXT_INIT("post"), TEXT_INIT("holder"),
        TEXT_INIT("本崗"),     TEXT_INIT("本岗"), TEXT_INIT("該崗"), TEXT_INIT("该岗"),
        TEXT_INIT("本職"),     TEXT_INIT("本职"), TEXT_INIT("此崗"), TEXT_INIT("此岗")};
    for (size_t i = 0; i < COUNT_OF(holders); i++)
        if (text_find(who, holders[i], 0) != TEXT_NOT_FOUND)
            return true;
    return vocabulary_is_position(x->vocabulary, x->scratch, who);
}

/* "The Berth Planner reports to Harbour Control" below "Berth Planner": whatever that is. */
static bool says_own_name(struct extraction *x, struct text who, struct text superior)
{
    struct text name = fold_label(x->scratch, role_title(x->role));
    bool is_capital = superior.data[0] >= 'A' && superior.data[0] <= 'Z';
    return is_capital && !text_is_empty(name) &&
           text_find(fold_label(x->scratch, who), name, 0) != TEXT_NOT_FOUND;
}

static bool divide_latin(struct text sentence, struct text *who, struct text *superior)
{
    for (size_t i = 0; i < COUNT_OF(verbs); i++) {
        size_t at = text_find(sentence, verbs[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        *who = text_slice(sentence, 0, at);
        *superior = text_trim(text_from(sentence, at + verbs[i].size));
        for (size_t k = 0; k < COUNT_OF(articles); k++)
            if (text_starts_with(*superior, articles[k])) {
                *superior = text_from(*superior, articles[k].size);
                return true;
            }
        return true;
    }
    return false;
}

static bool divide_han(struct text sentence, struct text *who, struct text *superior)
{
    for (size_t i = 0; i < COUNT_OF(toward); i++)
        for (size_t k = 0; k < COUNT_OF(behind); k++) {
            size_t at = text_find(sentence, toward[i], 0);
            if (at == TEXT_NOT_FOUND || at == 0 || !text_ends_with(sentence, behind[k]))
                continue;
            *who = text_slice(sentence, 0, at);
            *superior = text_slice(sentence, at + toward[i].size, sentence.size - behind[k].size);
            return true;
        }
    return false;
}

bool fill_reporting_line(struct extraction *x, struct text words, struct span at)
{
    struct text who, superior, sentence = one_sentence(words);
    bool is_latin = is_latin_text(sentence);
    if (text_is_empty(sentence) || x->role == NULL ||
        x->role->values[ELEMENT_REPORTS_TO].state != STATE_ABSENT ||
        !(is_latin ? divide_latin(sentence, &who, &superior)
                   : divide_han(sentence, &who, &superior)))
        return false;
    if (!is_holder(x, who) || text_is_empty(superior) || text_code_points(superior) > NAME_MAX ||
        !(vocabulary_is_position(x->vocabulary, x->scratch, superior) ||
          says_own_name(x, who, superior)))
        return false;
    size_t begin = (size_t)(superior.data - words.data), end = begin + superior.size;
    x->clue = CLUE_PLAIN;
    record_append(x->handbook, &x->role->values[ELEMENT_REPORTS_TO], superior,
                  span_slice(at, begin, end));
    note_field(x, USE_LABEL, ELEMENT_REPORTS_TO, FIELD_NONE, text_slice(words, 0, begin),
               span_slice(at, 0, begin));
    note_field(x, USE_VALUE, ELEMENT_REPORTS_TO, FIELD_NONE, superior, span_slice(at, begin, end));
    note_field(x, USE_LABEL, ELEMENT_REPORTS_TO, FIELD_NONE, text_from(words, end),
               span_slice(at, end, words.size));
    return true;
}
