/* W501: a condition that has nothing to do with the work shuts people out, mostly unlawfully. */
#include "core/check/wording.h"
#include "core/check/wording_place.h"
#include "core/normalise/english_words.h"
#include "core/normalise/numeral.h"
#include <unicode/uchar.h>

#define YOUNGEST 16 /* at work, and ... */
#define OLDEST 65
#define ADULT 25 /* a least age above this is no legal minimum of any kind of work */

/* The laws that forbid such conditions, by region. */
static const struct message by_region[] = {
    {{[LANG_ZH_HANT] =
          "「{0}」與工作無關，有歧視之虞（勞動法第 12、13 條，就業促進法第 26 條）：刪去，或寫明工作所需的能力",
      [LANG_ZH_HANS] =
          "「{0}」与工作无关，有歧视之虞（劳动法第 12、13 条，就业促进法第 26 条）：删去，或写明工作所需的能力",
      [LANG_EN] =
          "\"{0}\" may discriminate (PRC Labour Law 12 and 13, Employment Promotion Law 26): "
          "delete it, or name the ability the work needs"}},
    {{[LANG_ZH_HANT] =
          "「{0}」與工作無關，有歧視之虞（就業服務法第 5 條、性別平等工作法第 7 條）：刪去，或寫明工作所需的能力",
      [LANG_ZH_HANS] =
          "「{0}」与工作无关，有歧视之虞（台湾就业服务法第 5 条、性别平等工作法第 7 条）：删去，或写明工作所需的能力",
      [LANG_EN] = "\"{0}\" may discriminate (Taiwan Employment Service Act 5, Gender Equality in "
                  "Employment Act 7): delete it, or name the ability the work needs"}},
    {{[LANG_ZH_HANT] =
          "「{0}」與工作無關，有歧視之虞（香港第 480、487、527、602 章歧視條例）：刪去，或寫明工作所需的能力",
      [LANG_ZH_HANS] =
          "「{0}」与工作无关，有歧视之虞（香港第 480、487、527、602 章歧视条例）：删去，或写明工作所需的能力",
      [LANG_EN] = "\"{0}\" may discriminate (Hong Kong Cap. 480, 487, 527 and 602): delete it, or "
                  "name the ability the work needs"}},
};

static const struct message *law_of(const struct rule_context *cx)
{
    static const char *const regions[] = {"CN", "TW", "HK"};
    struct text locale = cx->config->locale;
    enum language language = rule_language(cx);
    if (text_is_empty(locale) && language != LANG_EN)
        return &by_region[language == LANG_ZH_HANT];
    for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
        if (text_is(locale, regions[i]))
            return &by_region[i];
    return NULL;
}

/* The number that ends at the code point, blanks and joining marks skipped; 0: there is none. */
static uint32_t number_ending(const struct sentence *s, uint32_t end, uint32_t *begin)
{
    uint32_t value = 0, scale = 1;
    while (end > 0 && s->chars[end - 1] == ' ')
        end--;
    *begin = end;
    while (*begin > 0 && u_isdigit((UChar32)s->chars[*begin - 1]) && scale < 1000) {
        value += scale * (s->chars[--*begin] - '0');
        scale *= 10;
    }
    return *begin < end ? value : numeral_ending(s->chars, end, begin);
}

static bool is_range_mark(uint32_t c)
{
    return c == '-' || c == '~' || c == 0x2013 || c == 0x2014 || c == 0x301C || c == 0x81F3 ||
           c == 0x5230; /* 至 到 */
}

/* 18-35 歲: another age stands in front. */
static bool is_age_range(const struct sentence *s, uint32_t begin)
{
    uint32_t at = begin, first;
    while (at > 0 && s->chars[at - 1] == ' ')
        at--;
    if (at == 0 || !is_range_mark(s->chars[at - 1]))
        return false;
    at--;
    const struct match *year = at > 0 ? sentence_at(s, at - 1, PHRASE_AGE) : NULL;
    return number_ending(s, year != NULL ? year->at.begin : at, &first) > 0;
}

/* An upper limit of age, a range, or a least age that no law asks for; false: a lawful minimum. */
static bool find_age(const struct sentence *s, struct range *found)
{
    for (uint32_t i = 0; i < s->first[s->count]; i++) {
        const struct match *year = &s->matches[i];
        if (year->phrase->class != PHRASE_AGE)
            continue;
        uint32_t begin, at = skip_blanks(s, year->at.end, s->count);
        uint32_t age = number_ending(s, year->at.begin, &begin);
        const struct match *upper = sentence_at(s, at, PHRASE_LIMIT);
        const struct match *before = sentence_ending(s, (struct range){0, begin}, PHRASE_LIMIT);
        if (age == 0)
            continue;
        *found = (struct range){before != NULL ? before->at.begin : begin,
                                upper != NULL ? upper->at.end : year->at.end};
        if (before != NULL || upper != NULL || is_age_range(s, begin) || age > ADULT)
            return true;
    }
    return false;
}

#define AGE_REACH 3 /* code points between 年龄 and its number: 在, ： */

/* 年龄在22-30之间, 年龄35以下: an age without its unit, with a range or an upper limit. */
static bool find_bare_age(const struct sentence *s, struct range *found)
{
    for (uint32_t at = 0; at + 2 < s->count; at++) {
        if (s->chars[at] != 0x5E74 || s->chars[at + 1] != 0x9F84)
            continue;
        uint32_t begin = at + 2, last = begin + AGE_REACH, first;
        while (begin < s->count && begin < last && !u_isdigit((UChar32)s->chars[begin]))
            begin++;
        uint32_t end = begin;
        while (end < s->count &&
               (u_isdigit((UChar32)s->chars[end]) || is_range_mark(s->chars[end])))
            end++;
        const struct match *limit = sentence_at(s, end, PHRASE_LIMIT);
        *found = (struct range){at, limit != NULL ? limit->at.end : end};
        if (end > begin && (limit != NULL || (number_ending(s, end, &first) > 0 && first > begin)))
            return true;
    }
    return false;
}

/* 18-30之間，…: a clause that is nothing but two numbers between which people are at work. */
static bool find_lone_range(const struct sentence *s, struct range *found)
{
    for (const struct clause *clause = s->clauses; clause < s->clauses + s->clause_count;
         clause++) {
        const struct match *limit = sentence_ending(s, clause->at, PHRASE_LIMIT);
        uint32_t first = 0, last = 0;
        if (s->language == LANG_EN || limit == NULL || limit->at.begin < clause->at.begin + 5)
            continue;
        uint32_t age = number_ending(s, limit->at.begin, &last);
        uint32_t least = last > clause->at.begin + 1 && is_range_mark(s->chars[last - 1])
                             ? number_ending(s, last - 1, &first)
                             : 0;
        *found = (struct range){first, clause->at.end};
        if (least >= YOUNGEST && age > least && age <= OLDEST && first == clause->at.begin)
            return true;
    }
    return false;
}

/* The number that begins there, of two digits; 0: there is none. */
static uint32_t age_at(const struct sentence *s, uint32_t at)
{
    bool is_age = at + 1 < s->count && u_isdigit((UChar32)s->chars[at]) &&
                  u_isdigit((UChar32)s->chars[at + 1]) &&
                  (at + 2 == s->count || !u_isdigit((UChar32)s->chars[at + 2]));
    return is_age ? 10 * (s->chars[at] - '0') + s->chars[at + 1] - '0' : 0;
}

/* Ages 25 to 35, ideal age 30-35: two numbers behind the word, at the head of a clause. */
static bool find_english_range(const struct sentence *s, struct range *found)
{
    static const char *const ages[] = {"age", "ages", "aged", "age:", NULL};
    static const char *const fronts[] = {"ideal", "preferred", "desired", "target", NULL};
    static const char *const leads[] = {"from", "between", "range", "group", "range:", NULL};
    static const char *const joints[] = {"to", "and", "until", NULL};
    for (size_t i = 0; s->language == LANG_EN && i < s->clause_count; i++) {
        uint32_t begin = s->clauses[i].at.begin, end = s->count, at = begin;
        if (text_is_one_of(english_word_at(s, at, end), fronts))
            at = english_skip_word(s, at, end);
        if (!text_is_one_of(english_word_at(s, at, end), ages))
            continue;
        at = english_skip_word(s, at, end);
        if (text_is_one_of(english_word_at(s, at, end), leads))
            at = english_skip_word(s, at, end);
        uint32_t least = age_at(s, at), last = at + 3;
        if (last < end && s->chars[last - 1] == ' ' &&
            (text_is_one_of(english_word_at(s, last, end), joints) ||
             is_range_mark(s->chars[last])))
            last = english_skip_word(s, last, end);
        else if (last >= end || !is_range_mark(s->chars[last - 1]))
            continue;
        *found = (struct range){begin, last + 2};
        if (least >= YOUNGEST && age_at(s, last) > least && age_at(s, last) <= OLDEST)
            return true;
    }
    return false;
}

/* 男女不限18-35歲: what is open stands in front, and the age is asked; not 年齡不限. */
static bool is_age_denied(const struct sentence *s, struct range age)
{
    const struct clause *clause = sentence_clause_at(s, age.begin);
    if (s->language == LANG_EN || clause == NULL)
        return sentence_has(s, PHRASE_UNBIASED);
    for (uint32_t i = s->first[clause->at.begin]; i < s->first[clause->at.end]; i++) {
        const struct match *open = &s->matches[i];
        struct text rest = sentence_text(s, (struct range){open->at.end, s->count});
        bool names_age = text_starts_with(rest, TEXT("年"));
        if (open->phrase->class == PHRASE_UNBIASED &&
            (open->at.end > age.begin || names_age ||
             !text_ends_with(sentence_text(s, open->at), TEXT("限"))))
            return true;
    }
    return false;
}

/* 性別不限, regardless of sex: the clause (English: the record) says there is no condition. */
static bool is_denied(const struct sentence *s, uint32_t at)
{
    const struct clause *clause = sentence_clause_at(s, at);
    return s->language == LANG_EN || clause == NULL
               ? sentence_has(s, PHRASE_UNBIASED)
               : sentence_find(s, clause->at, PHRASE_UNBIASED) != NULL;
}

/*
 * Knowledge of Christian art, female urology nursing experience: what somebody has learnt, and not
 * who that is.
 */
static bool is_subject(const struct sentence *s, struct range bias)
{
    static const char *const learnt[] = {
        "knowledge", "experience", "understanding", "familiarity", "interest",
        "expertise", "degree",     "diploma",       "course",      "courses",
        "training",  "studies",    "certificate",   "passed",      NULL};
    static const char *const leads[] = {"of", "in", "with", "working", NULL};
    const struct clause *clause = sentence_clause_at(s, bias.begin);
    if (s->language != LANG_EN || clause == NULL || bias.end > clause->at.end)
        return false;
    struct text last = sentence_text(s, english_word_before(s, clause->at.end));
    if (text_is_one_of(last, learnt) && bias.end < clause->at.end &&
        sentence_find(s, (struct range){bias.end, clause->at.end}, PHRASE_PREPOSITION) == NULL)
        return true;
    for (uint32_t at = clause->at.begin, next; at < bias.begin; at = next) {
        next = english_skip_word(s, at, clause->at.end);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        struct range behind = {next, english_word_end(s, next, clause->at.end)};
        if (text_is_one_of(word, learnt) && text_is_one_of(sentence_text(s, behind), leads))
            return behind.end < bias.begin;
    }
    return false;
}

static bool find_bias(const struct sentence *s, struct range *found)
{
    for (uint32_t i = 0; i < s->first[s->count]; i++)
        if (s->matches[i].phrase->class == PHRASE_BIAS && !is_denied(s, s->matches[i].at.begin) &&
            !is_subject(s, s->matches[i].at)) {
            *found = s->matches[i].at;
            return true;
        }
    return (find_age(s, found) || find_bare_age(s, found) || find_lone_range(s, found) ||
            find_english_range(s, found)) &&
           !is_age_denied(s, *found);
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_APPOINTMENT);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_APPOINTMENT);
    for (size_t i = 0; i < records->count; i++) {
        struct range at;
        if (find_bias(&sentences[i], &at))
            wording_report(cx, &records->rows[i], &sentences[i], at,
                           (struct finding_details){.message = law_of(cx)});
    }
}

const struct rule rule_w501 = {
    .code = "W501",
    .name = "biased-requirement",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "「{0}」與工作無關，有歧視之虞：刪去，或寫明工作所需的能力",
                 [LANG_ZH_HANS] = "「{0}」与工作无关，有歧视之虞：删去，或写明工作所需的能力",
                 [LANG_EN] = "\"{0}\" may discriminate: delete it, or name the ability the work "
                             "needs"}},
    .reason =
        {{[LANG_ZH_HANT] =
              "以性別、年齡、出身、婚育、容貌等取人，多半違法：中國勞動法第 12、13 條與就業促進法第 "
              "26 條起，臺灣就業服務法第 5 條與性別平等工作法第 7 條，香港第 480、487、527、602 "
              "章，歐盟 2000/43、2000/78、2006/54 指令，美國民權法第七章、ADEA 與 "
              "ADA。法定最低年齡與真正的職業資格不在此限。",
          [LANG_ZH_HANS] =
              "以性别、年龄、出身、婚育、容貌等取人，多半违法：中国劳动法第 12、13 条与就业促进法第 "
              "26 条起，台湾就业服务法第 5 条与性别平等工作法第 7 条，香港第 480、487、527、602 "
              "章，欧盟 2000/43、2000/78、2006/54 指令，美国民权法第七章、ADEA 与 "
              "ADA。法定最低年龄与真正的职业资格不在此限。",
          [LANG_EN] =
              "Choosing people by sex, age, origin, family or looks is mostly unlawful: PRC Labour "
              "Law 12 and 13 and Employment Promotion Law 26 ff., Taiwan's Employment Service Act 5 "
              "and Gender Equality in Employment Act 7, Hong Kong's Cap. 480, 487, 527 and 602, EU "
              "Directives 2000/43, 2000/78 and 2006/54, in the US Title VII, the ADEA and the ADA. "
              "A legal minimum age and a genuine occupational requirement are lawful."}},
    .element = ELEMENT_APPOINTMENT,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 年齡 45 歲以下\n",
                                   .good = "- 年滿 18 歲\n- 性別、年齡不拘\n"},
                 [LANG_ZH_HANS] = {.bad = "- 限男性，35 周岁以下\n",
                                   .good = "- 年满 18 周岁\n- 性别不限\n"},
                 [LANG_EN] = {.bad = "- Male candidates only\n",
                              .good = "- At least 18 years of age\n- Applicants of any sex\n"}},
    .check_role = check,
};
