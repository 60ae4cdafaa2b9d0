#include "core/check/explain.h"
#include "core/check/rule.h"

static const struct {
    const char *level, *source, *reason, *bad, *good;
} words[LANG_COUNT] = {
    [LANG_ZH_HANT] = {"預設等級", "依據", "理由", "反例", "正例"},
    [LANG_ZH_HANS] = {"默认等级", "依据", "理由", "反例", "正例"},
    [LANG_EN] = {"Default level", "Source", "Why", "Bad", "Good"},
};

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

/* The message without its arguments: what stands for them is shown as an ellipsis. */
static struct text plain_message(struct arena *arena, const struct rule *rule,
                                 enum language language)
{
    struct text args[MESSAGE_ARGS];
    for (size_t i = 0; i < MESSAGE_ARGS; i++)
        args[i] = TEXT("…");
    return message_format(arena, &rule->message, args, language);
}

static void append_rule(struct text_buffer *out, const struct rule *rule, enum language language)
{
    buffer_append_format(out, "%s %s\n\n", rule->code, rule->name);
    buffer_append_string(out, "  ");
    buffer_append(out, plain_message(out->arena, rule, language));
    buffer_append_format(out, "\n\n%s: %s\n%s: %s\n%s: %s\n", words[language].level,
                         level_name(rule->level), words[language].source, rule->source,
                         words[language].reason, rule->reason.text[language]);
    buffer_append_format(out, "\n%s:\n", words[language].bad);
    append_indented(out, rule->examples[language].bad);
    buffer_append_format(out, "\n%s:\n", words[language].good);
    append_indented(out, rule->examples[language].good);
}

bool explain_rule(struct text code, enum language language, struct text_buffer *out)
{
    const struct rule *rule = rule_find(code);
    if (rule == NULL)
        return false;
    append_rule(out, rule, language);
    return true;
}

void explain_all(enum language language, struct text_buffer *out)
{
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        buffer_append_format(out, "%s  %-24s %-8s ", (*rule)->code, (*rule)->name,
                             level_name((*rule)->level));
        buffer_append(out, plain_message(out->arena, *rule, language));
        buffer_append_byte(out, '\n');
    }
}
