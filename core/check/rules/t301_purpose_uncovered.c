/* T301: the duties of a role cover its purpose. */
#include "core/check/wording.h"
#include "core/normalise/similarity.h"
#include <stdlib.h>

/* A shorter part of a purpose may say the same in other words: pairs of characters, or stems. */
#define LEAST_PAIRS 10
#define LEAST_STEMS 4

/* What a clause of an aim, a place or a quotation begins with: no work that a duty would be for. */
static const char *const aims[] = {
    "使",   "以",   "供",      "在",        "讓",      "让",  "為",       "为",     "從而",
    "从而", "確保", "确保",    "「",        "“",       "\"",  "so that ", "so as ", "to ",
    "in ",  "at ",  "and so ", "ensuring ", "ensure ", "by ", "for ",     "as ",    NULL};

static bool says_enough(struct text part, const struct grams *asked)
{
    bool is_han = false;
    for (size_t at = 0; at < part.size && !is_han;)
        is_han = text_next(part, &at) >= 0x2E80;
    return asked->count >= (is_han ? LEAST_PAIRS : LEAST_STEMS);
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* All that the duties say, sorted. */
static struct grams grams_of_duties(struct arena *arena, const struct records *duties)
{
    struct grams all = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < duties->count; i++) {
        struct grams one = grams_of(arena, duties->rows[i].text);
        for (size_t k = 0; k < one.count; k++)
            *arena_push(arena, all.list, all.count, capacity) = one.list[k];
    }
    if (all.count > 0)
        qsort(all.list, all.count, sizeof *all.list, compare);
    return all;
}

static bool share(const struct grams *few, const struct grams *many)
{
    for (size_t i = 0; i < few->count && many->count > 0; i++)
        if (bsearch(&few->list[i], many->list, many->count, sizeof *many->list, compare) != NULL)
            return true;
    return false;
}

/*
 * Clauses that promise work. In English the act begins the clause: where a subject does, prose
 * tells what somebody else does ("Our bank serves millions of customers").
 */
static bool promises_work(const struct sentence *s, const struct clause *clause)
{
    if (clause->kind != CLAUSE_ACT)
        return false;
    return s->language != LANG_EN ||
           skip_blanks(s, clause->at.begin, clause->at.end) == clause->act.begin;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *purpose = role_records(role, ELEMENT_PURPOSE);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    if (!is_filled(purpose) || !is_filled(duties))
        return; /* C104 and C501 say so */
    struct grams said = grams_of_duties(cx->scratch, duties);
    const struct sentence *sentence = wording_sentences(cx, role, ELEMENT_PURPOSE);
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const struct clause *clause = &sentence->clauses[i];
        struct text part = text_trim(sentence_text(sentence, clause->at));
        struct grams asked = grams_of(cx->scratch, part);
        if (promises_work(sentence, clause) && says_enough(part, &asked) &&
            text_opening_size(part, aims) == 0 && !share(&asked, &said))
            rule_report(cx, (struct finding_details){.at = purpose->rows[0].at,
                                                     .args = {part},
                                                     .excerpt = part,
                                                     .content = purpose->rows[0].text,
                                                     .element = ELEMENT_PURPOSE,
                                                     .has_element = true});
    }
}

const struct rule rule_t301 = {
    .code = "T301",
    .name = "purpose-uncovered",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 3",
    .message =
        {{[LANG_ZH_HANT] = "崗位目的裡的「{0}」沒有任何職責承接：請補上職責，或從目的刪去",
          [LANG_ZH_HANS] = "岗位目的里的「{0}」没有任何职责承接：请补上职责，或从目的删去",
          [LANG_EN] =
              "no duty serves \"{0}\" of the purpose: add the duty, or take it out of the purpose"}},
    .reason = {{[LANG_ZH_HANT] = "目的說要做、職責沒有寫的事，就沒有人做。",
                [LANG_ZH_HANS] = "目的说要做、职责没有写的事，就没有人做。",
                [LANG_EN] = "What the purpose promises and no duty says is done by nobody."}},
    .element = ELEMENT_PURPOSE,
    .kind = EXAMPLE_ROLE,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                  "\n"
                                  "## 崗位目的\n"
                                  "\n"
                                  "登記客戶訴求，編寫新進人員培訓教材並按季更新內容。\n"
                                  "\n"
                                  "## 崗位職責\n"
                                  "\n"
                                  "- 登記客戶訴求\n",
                           .good = "# 客服專員\n"
                                   "\n"
                                   "## 崗位目的\n"
                                   "\n"
                                   "登記客戶訴求，編寫新進人員培訓教材並按季更新內容。\n"
                                   "\n"
                                   "## 崗位職責\n"
                                   "\n"
                                   "- 登記客戶訴求\n"
                                   "- 編寫新進人員培訓教材並按季更新內容\n"},
         [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                  "\n"
                                  "## 岗位目的\n"
                                  "\n"
                                  "登记客户诉求，编写新进人员培训教材并按季更新内容。\n"
                                  "\n"
                                  "## 岗位职责\n"
                                  "\n"
                                  "- 登记客户诉求\n",
                           .good = "# 客服专员\n"
                                   "\n"
                                   "## 岗位目的\n"
                                   "\n"
                                   "登记客户诉求，编写新进人员培训教材并按季更新内容。\n"
                                   "\n"
                                   "## 岗位职责\n"
                                   "\n"
                                   "- 登记客户诉求\n"
                                   "- 编写新进人员培训教材并按季更新内容\n"},
         [LANG_EN] = {.bad =
                          "# Contact Agent\n"
                          "\n"
                          "## Purpose\n"
                          "\n"
                          "Register customer requests, write the training courses for newcomers.\n"
                          "\n"
                          "## Duties\n"
                          "\n"
                          "- Register customer requests\n",
                      .good =
                          "# Contact Agent\n"
                          "\n"
                          "## Purpose\n"
                          "\n"
                          "Register customer requests, write the training courses for newcomers.\n"
                          "\n"
                          "## Duties\n"
                          "\n"
                          "- Register customer requests\n"
                          "- Write training courses\n"}},
    .check_role = check,
};
