#include "core/check/explain.h"
#include "core/check/rule.h"
#include <string.h>

static const struct {
    const char *level, *source, *reason, *bad, *good, *page, *code, *name, *says;
} words[LANG_COUNT] = {
    [LANG_ZH_HANT] = {"預設等級", "依據", "理由", "反例", "正例", "規則", "代碼", "名稱", "訊息"},
    [LANG_ZH_HANS] = {"默认等级", "依据", "理由", "反例", "正例", "规则", "代码", "名称", "信息"},
    [LANG_EN] = {"Default level", "Source", "Why", "Bad", "Good", "Rules", "Code", "Name",
                 "Message"},
};

static const struct {
    char letter; /* that codes begin with */
    const char *name[LANG_COUNT];
} categories[] = {{'C', {"完整性", "完整性", "Completeness"}},
                  {'B', {"共同條件", "共同条件", "Shared baseline"}},
                  {'O', {"重疊與差異", "重叠与差异", "Overlap and difference"}},
                  {'W', {"措辭", "措辞", "Wording"}},
                  {'T', {"追溯", "追溯", "Trace"}},
                  {'S', {"來源與結構", "来源与结构", "Source and structure"}}};

#define BOOK_HANT "《公共客戶服務理論與實務》第 3.2 節"
#define BOOK_HANS "《公共客户服务理论与实务》第 3.2 节"
#define BOOK_EN "公共客戶服務理論與實務 (a textbook), section 3.2: "

/* What rules call their source, and what people know it by. */
static const struct {
    const char *source;
    const char *name[LANG_COUNT];
} sources[] = {
    {"DOMAIN 1",
     {BOOK_HANT "：崗位與職責的概念", BOOK_HANS "：岗位与职责的概念",
      BOOK_EN "what positions and duties are"}},
    {"DOMAIN 2",
     {BOOK_HANT "：崗位的要素", BOOK_HANS "：岗位的要素", BOOK_EN "the elements of a position"}},
    {"DOMAIN 3",
     {BOOK_HANT "：崗位職責的擬定", BOOK_HANS "：岗位职责的拟定",
      BOOK_EN "drawing responsibilities up"}},
    {"DOMAIN 4",
     {BOOK_HANT "：崗位職責的措辭", BOOK_HANS "：岗位职责的措辞", BOOK_EN "wording a duty"}},
    {"MODEL", {"崗位檔案的寫法", "岗位文件的写法", "how files of roles are written"}},
    {"CLI", {"rolebook 的用法", "rolebook 的用法", "how rolebook is used"}},
};

static const char *source_of(const struct rule *rule, enum language language)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (strcmp(rule->source, sources[i].source) == 0)
            return sources[i].name[language];
    return rule->source;
}

static void append_indented(struct text_buffer *out, const char *string)
{
    struct text text = text_from_string(string), line;
    for (size_t at = 0; text_next_line(text, &at, &line);) {
        if (!text_is_empty(line))
            buffer_append_string(out, "    ");
        buffer_append(out, line);
        buffer_append_byte(out, '\n');
    }
}

struct text explain_message(struct arena *arena, const struct rule *rule, enum language language)
{
    struct text args[MESSAGE_ARGS];
    for (size_t i = 0; i < MESSAGE_ARGS; i++)
        args[i] = TEXT("…");
    return message_format(arena, &rule->message, args, language);
}

/* As each language writes them: between words, and at the end of a line. */
static const struct {
    const char *within, *at_end;
} colons[LANG_COUNT] = {
    [LANG_ZH_HANT] = {"：", "："}, [LANG_ZH_HANS] = {"：", "："}, [LANG_EN] = {": ", ":"}};

static void append_row(struct text_buffer *out, const char *name, const char *value,
                       enum language language)
{
    buffer_append_format(out, "%s%s%s\n", name, colons[language].within, value);
}

static void append_rule(struct text_buffer *out, const struct rule *rule, enum language language)
{
    buffer_append_format(out, "%s %s\n\n", rule->code, rule->name);
    buffer_append_string(out, "  ");
    buffer_append(out, explain_message(out->arena, rule, language));
    buffer_append_string(out, "\n\n");
    append_row(out, words[language].level, level_name(rule->level), language);
    append_row(out, words[language].source, source_of(rule, language), language);
    append_row(out, words[language].reason, rule->reason.text[language], language);
    buffer_append_format(out, "\n%s%s\n", words[language].bad, colons[language].at_end);
    append_indented(out, rule->examples[language].bad);
    buffer_append_format(out, "\n%s%s\n", words[language].good, colons[language].at_end);
    append_indented(out, rule->examples[language].good);
}

typedef void explain_one(struct text_buffer *out, const struct rule *rule, enum language language);

/* Those of the code or name, or else whose codes begin so, a line apart; false: there is none. */
static bool explain_named(struct text code, enum language language, struct text_buffer *out,
                          explain_one *append)
{
    const struct rule *named = rule_find(code);
    size_t begin = out->size;
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        if (named != NULL ? *rule != named : !rule_is_selected(*rule, code))
            continue;
        if (out->size > begin)
            buffer_append_byte(out, '\n');
        append(out, *rule, language);
    }
    return out->size > begin;
}

bool explain_rule(struct text code, enum language language, struct text_buffer *out)
{
    return explain_named(code, language, out, append_rule);
}

void explain_all(enum language language, struct text_buffer *out)
{
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        buffer_append_format(out, "%s  %-24s %-8s ", (*rule)->code, (*rule)->name,
                             level_name((*rule)->level));
        buffer_append(out, explain_message(out->arena, *rule, language));
        buffer_append_byte(out, '\n');
    }
}

/* ---- as Markdown ---- */

/* What Markdown would take for marks of its own: "<", "|" of tables, "*", "_" and "`". */
static void append_markdown(struct text_buffer *out, struct text t)
{
    static const struct text marks = TEXT_INIT("\\`*_<>|[]#");
    for (size_t i = 0; i < t.size; i++) {
        if (text_find(marks, text_slice(t, i, i + 1), 0) != TEXT_NOT_FOUND)
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, t.data[i]);
    }
}

/* No example holds a fence: they are Markdown of roles. */
static void append_fenced(struct text_buffer *out, const char *title, const char *example,
                          enum language language)
{
    struct text text = text_from_string(example);
    buffer_append_format(out, "\n%s%s\n\n```markdown\n", title, colons[language].at_end);
    buffer_append(out, text);
    buffer_append_string(out, text_ends_with(text, TEXT("\n")) ? "```\n" : "\n```\n");
}

static void append_section(struct text_buffer *out, const struct rule *rule, enum language language,
                           const char *marks)
{
    buffer_append_format(out, "%s %s %s\n\n", marks, rule->code, rule->name);
    append_markdown(out, explain_message(out->arena, rule, language));
    buffer_append_string(out, "\n\n- ");
    append_row(out, words[language].level, level_name(rule->level), language);
    buffer_append_string(out, "- ");
    append_row(out, words[language].source, source_of(rule, language), language);
    buffer_append_format(out, "\n**%s** ", words[language].reason);
    append_markdown(out, text_from_string(rule->reason.text[language]));
    buffer_append_byte(out, '\n');
    append_fenced(out, words[language].bad, rule->examples[language].bad, language);
    append_fenced(out, words[language].good, rule->examples[language].good, language);
}

static void append_page(struct text_buffer *out, const struct rule *rule, enum language language)
{
    append_section(out, rule, language, "#");
}

bool explain_rule_markdown(struct text code, enum language language, struct text_buffer *out)
{
    return explain_named(code, language, out, append_page);
}

static void append_table(struct text_buffer *out, char letter, enum language language)
{
    buffer_append_format(out, "| %s | %s | %s | %s |\n|---|---|---|---|\n", words[language].code,
                         words[language].name, words[language].level, words[language].says);
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        if ((*rule)->code[0] != letter)
            continue;
        buffer_append_format(out, "| %s | %s | %s | ", (*rule)->code, (*rule)->name,
                             level_name((*rule)->level));
        append_markdown(out, explain_message(out->arena, *rule, language));
        buffer_append_string(out, " |\n");
    }
}

static bool has_rules(char letter)
{
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++)
        if ((*rule)->code[0] == letter)
            return true;
    return false;
}

void explain_all_markdown(enum language language, struct text_buffer *out)
{
    buffer_append_format(out, "# %s\n", words[language].page);
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        char letter = categories[i].letter;
        if (!has_rules(letter))
            continue;
        buffer_append_format(out, "\n## %s\n\n", categories[i].name[language]);
        append_table(out, letter, language);
        for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++)
            if ((*rule)->code[0] == letter) {
                buffer_append_byte(out, '\n');
                append_section(out, *rule, language, "###");
            }
    }
}
