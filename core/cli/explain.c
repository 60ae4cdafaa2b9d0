/* rolebook explain: a rule's reason, and a bad and a good example. */
#include "core/check/explain.h"
#include "core/cli/command.h"
#include "core/cli/output.h"
#include <unistd.h>

static const struct message no_code = {
    {"請指明規則的代碼，例如 rolebook explain C301；--all 列出全部",
     "请指明规则的代码，例如 rolebook explain C301；--all 列出全部",
     "name a rule's code, as in rolebook explain C301; --all lists them"}};
static const struct message no_rule = {
    {"沒有規則「{0}」：rolebook explain --all 列出全部",
     "没有规则「{0}」：rolebook explain --all 列出全部",
     "there is no rule \"{0}\": rolebook explain --all lists them"}};

enum exit_status command_explain(struct command *command)
{
    const struct options *options = command->options;
    struct text_buffer out = text_buffer_new(command->arena);
    bool is_markdown = options->explanation == EXPLAIN_MARKDOWN;
    if (options->explains_all)
        (is_markdown ? explain_all_markdown : explain_all)(options->language, &out);
    else if (options->path_count == 0)
        command_complain(command, &no_code, TEXT(""), TEXT(""));
    for (size_t i = 0; i < options->path_count; i++) {
        if (out.size > 0)
            buffer_append_byte(&out, '\n');
        struct text code = text_from_string(options->paths[i]);
        if (!(is_markdown ? explain_rule_markdown : explain_rule)(code, options->language, &out))
            command_complain(command, &no_rule, code, TEXT(""));
    }
    if (output_write("-", buffer_text(&out), command->diags) != STATUS_OK)
        command->has_trouble = true;
    command_report(command, command->diags, STDERR_FILENO);
    return command->has_trouble ? EXIT_TROUBLE : EXIT_DONE;
}
