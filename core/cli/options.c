#include "core/cli/options.h"
#include "core/check/report.h"
#include "core/cli/option_rows.h"
#include "core/document/document.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum language options_locale_language(const char *locale)
{
    enum language language = language_from_tag(text_from_string(locale));
    return language == LANG_COUNT ? LANG_EN : language;
}

/* ---- messages ---- */

static void complain(enum language language, const char *hant, const char *hans, const char *en,
                     const char *word)
{
    const char *texts[LANG_COUNT] = {hant, hans, en};
    fprintf(stderr, "rolebook: ");
    fprintf(stderr, "%s", texts[language]);
    fprintf(stderr, "%s\n", word);
}

static enum options_outcome wrong_value(const struct options *options, const char *option,
                                        const char *value)
{
    static const char *const texts[] = {"--%s 不能是「%s」：可用的值見 rolebook %s --help\n",
                                        "--%s 不能是「%s」：可用的值见 rolebook %s --help\n",
                                        "--%s cannot be \"%s\": see rolebook %s --help\n"};
    fprintf(stderr, "rolebook: ");
    fprintf(stderr, texts[options->language], option, value, command_rows[options->command].name);
    return OPTIONS_WRONG;
}

/* ---- values ---- */

static bool add_to_list(struct option_list *list, const char *value)
{
    if (list->count == OPTION_LIST_MAX)
        return false;
    list->items[list->count++] = value;
    return true;
}

static int index_of(const char *value, const char *const *names)
{
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(value, names[i]) == 0)
            return i;
    return -1;
}

static bool set_number(const char *value, size_t *to)
{
    size_t number = 0;
    for (const char *c = value; *c != '\0'; c++) {
        if (*c < '0' || *c > '9' || number > 100000)
            return false;
        number = number * 10 + (size_t)(*c - '0');
    }
    *to = number;
    return *value != '\0';
}

static bool set_choice(struct options *options, int id, const char *value)
{
    static const char *const levels[] = {"never", "info", "warning", "error", NULL};
    static const char *const explanations[] = {"text", "markdown", NULL};
    static const char *const ledgers[] = {"", "text", "json", "html", NULL};
    static const char *const colours[] = {"auto", "always", "never", NULL};
    static const char *const sides[] = {"accept", "reject", "all", NULL};
    int index = id == OPTION_FAIL_ON     ? index_of(value, levels)
                : id == OPTION_FORMAT    ? index_of(value, explanations)
                : id == OPTION_LEDGER    ? index_of(value, ledgers)
                : id == OPTION_REVISIONS ? index_of(value, sides)
                                         : index_of(value, colours);
    if (index < 0)
        return false;
    if (id == OPTION_FAIL_ON)
        options->fail_on = (enum level)index;
    else if (id == OPTION_FORMAT)
        options->explanation = (enum explanation_form)index;
    else if (id == OPTION_LEDGER)
        options->ledger = (enum ledger_form)index;
    else if (id == OPTION_REVISIONS)
        options->revisions = (enum revisions)index;
    else
        options->colour = (enum colour_use)index;
    return id != OPTION_LEDGER || index != LEDGER_NONE;
}

/* "a-2a,ua-1"; "none" takes back what was claimed before. */
static bool add_claims(struct options *options, struct text names)
{
    static const struct {
        const char *name;
        unsigned claim;
    } standards[] = {{"a-2a", CLAIM_PDF_A_2A}, {"ua-1", CLAIM_PDF_UA_1}, {"none", 0}};
    for (size_t at = 0, end; at <= names.size; at = end + 1) {
        end = text_find(names, TEXT(","), at);
        end = end == TEXT_NOT_FOUND ? names.size : end;
        struct text name = text_slice(names, at, end);
        size_t i = 0;
        while (i < 3 && !text_is(name, standards[i].name))
            i++;
        if (i == 3)
            return false;
        options->claims = standards[i].claim == 0 ? 0 : options->claims | standards[i].claim;
    }
    return true;
}

/* Its end says which form it has. */
static bool is_report_name(const char *path)
{
    static const char *const ends[] = {"txt", "text", "html", "htm", "json", NULL};
    return has_extension(text_from_string(path), ends);
}

/* Where an option keeps its value as it was given, the last time; NULL: it does not. */
static const char **word_of(struct options *options, int id)
{
    switch (id) {
    case OPTION_OUTPUT:
        return &options->output;
    case OPTION_TO:
        return &options->to;
    case OPTION_FROM:
        return &options->from;
    case OPTION_CONFIG:
        return &options->config;
    case OPTION_BASELINE:
        return &options->baseline;
    case OPTION_WRITE_BASELINE:
        return &options->write_baseline;
    case OPTION_REFERENCE:
        return &options->reference;
    case OPTION_TEMPLATE:
        return &options->template;
    case OPTION_DEPFILE:
        return &options->depfile;
    case OPTION_PROFILE:
        return &options->profile;
    case OPTION_WORKSHEET:
        return &options->worksheet;
    default:
        return NULL;
    }
}

/* Where it keeps its values, each time it is given; NULL: it does not. */
static struct option_list *list_of(struct options *options, int id)
{
    switch (id) {
    case OPTION_SELECT:
        return &options->select;
    case OPTION_EXTEND_SELECT:
        return &options->extend_select;
    case OPTION_IGNORE:
        return &options->ignore;
    case OPTION_VOCABULARY:
        return &options->vocabulary;
    case OPTION_REPORT:
        return &options->reports;
    case OPTION_LEGACY:
    case OPTION_ROLES:
        return &options->legacy;
    default:
        return NULL;
    }
}

/* Where it keeps a number; NULL: it takes none. */
static size_t *number_of(struct options *options, int id)
{
    switch (id) {
    case OPTION_THREADS:
        return &options->threads;
    case OPTION_TASKS:
        return &options->tasks;
    case OPTION_THRESHOLD:
        return &options->threshold;
    default:
        return NULL;
    }
}

static bool set_language(struct options *options, struct text tag)
{
    enum language language = language_from_tag(tag);
    if (language != LANG_COUNT)
        options->language = language;
    return language != LANG_COUNT;
}

static bool set_value(struct options *options, int id, const char *value)
{
    const char **word = word_of(options, id);
    struct option_list *list = list_of(options, id);
    size_t *number = number_of(options, id);
    if (word != NULL) {
        *word = value;
        return true;
    }
    if (list != NULL)
        return (id != OPTION_REPORT || is_report_name(value)) && add_to_list(list, value);
    if (number != NULL)
        return set_number(value, number) && (id != OPTION_THRESHOLD || *number <= 100);
    if (id == OPTION_FORMAT && options->command == COMMAND_CHECK) {
        options->format = report_format_find(value);
        return options->format != NULL;
    }
    if (id == OPTION_PDF_STANDARD)
        return add_claims(options, text_from_string(value));
    if (id == OPTION_LANGUAGE)
        return set_language(options, text_from_string(value));
    return set_choice(options, id, value);
}

static void set_flag(struct options *options, int id)
{
    if (id == OPTION_QUIET)
        options->is_quiet = true;
    else if (id == OPTION_VERBOSE)
        options->is_verbose = true;
    else if (id == OPTION_ALL)
        options->explains_all = true;
    else if (id == OPTION_EXPLAIN)
        options->explains_reading = true;
    else if (id == OPTION_STATISTICS)
        options->counts = true;
    else if (id == OPTION_UNKNOWN)
        options->lists_unknown = true;
    else if (id == OPTION_FOLDER)
        options->is_folder = true;
    else if (id == OPTION_BLANK)
        options->is_blank = true;
    else if (id == OPTION_POSITIONS)
        options->shows_positions = true;
    else if (id == OPTION_STRICT)
        options->is_strict = true;
    else if (id == OPTION_COMMENTS)
        options->keeps_comments = true;
    else if (id == OPTION_BY_DEPARTMENT)
        options->by_department = true;
    else if (id == OPTION_FIX)
        options->fixing = options->fixing == FIX_ALL ? FIX_ALL : FIX_SAFE;
    else if (id == OPTION_UNSAFE_FIXES)
        options->fixing = FIX_ALL;
    else if (id == OPTION_MERGE)
        options->merges = true;
    else if (id == OPTION_DIFF)
        options->shows_diff = true;
    else if (id == OPTION_WATCH)
        options->watches = true;
    else if (id == OPTION_CHECK)
        options->checks_only = true;
    else if (id == OPTION_FORCE)
        options->overwriting = OVERWRITE_EDITED;
}

/* ---- reading ---- */

static const struct option_row *row_of(int id, unsigned command)
{
    const struct option_row *row = option_rows;
    while (row->name != NULL && !(row->id == id && row->commands & BIT(command)))
        row++;
    return row->name == NULL ? NULL : row;
}

/* The tables getopt_long wants, with the options of one command. */
static void make_tables(enum command_name command, struct option *longs, char *shorts)
{
    size_t count = 0;
    for (const struct option_row *row = option_rows; row->name != NULL; row++) {
        if (!(row->commands & BIT(command)))
            continue;
        bool takes = row->argument != NULL;
        longs[count++] =
            (struct option){row->name, takes ? required_argument : no_argument, NULL, row->id};
        if (row->id >= 256)
            continue;
        *shorts++ = (char)row->id;
        if (takes)
            *shorts++ = ':';
    }
    longs[count] = (struct option){0};
    *shorts = '\0';
}

static enum options_outcome read_command_options(int count, char **arguments,
                                                 struct options *options)
{
    struct option longs[OPTION_ROWS_MAX + 1];
    char shorts[2 * OPTION_ROWS_MAX + 2];
    shorts[0] = ':';
    make_tables(options->command, longs, shorts + 1);
    opterr = 0;
    optind = 1;
    for (int id; (id = getopt_long(count, arguments, shorts, longs, NULL)) != -1;) {
        const struct option_row *row = row_of(id, options->command);
        if (id == '?' || id == ':' || row == NULL) {
            const char *word = arguments[optind - 1];
            complain(options->language, id == ':' ? "這個選項後面缺了值：" : "不認得的選項：",
                     id == ':' ? "这个选项后面缺了值：" : "不认得的选项：",
                     id == ':' ? "this option needs a value: " : "unknown option: ", word);
            fprintf(stderr, "  rolebook %s --help\n", command_rows[options->command].name);
            return OPTIONS_WRONG;
        }
        if (id == OPTION_HELP) {
            options_print_help(options->command, options->language);
            return OPTIONS_DONE;
        }
        if (id == OPTION_VERSION) {
            printf("rolebook %s\n", ROLEBOOK_VERSION);
            return OPTIONS_DONE;
        }
        if (row->argument == NULL)
            set_flag(options, id);
        else if (!set_value(options, id, optarg))
            return wrong_value(options, row->name, optarg);
    }
    options->paths = arguments + optind;
    options->path_count = (size_t)(count - optind);
    return OPTIONS_RUN;
}

static enum options_outcome unknown_command(const struct options *options, const char *word)
{
    if (word[0] == '-') {
        complain(options->language, "選項寫在命令後面，這個前面還沒有命令：",
                 "选项写在命令后面，这个前面还没有命令：",
                 "options go behind a command, and there is none before: ", word);
        fprintf(stderr, "  rolebook check %s …\n", word);
        return OPTIONS_WRONG;
    }
    complain(options->language, "沒有這個命令：", "没有这个命令：", "no such command: ", word);
    fprintf(stderr, "  ");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stderr, "%s%s", command_rows[i].name, i + 1 < COMMAND_COUNT ? ", " : "\n");
    return OPTIONS_WRONG;
}

enum options_outcome options_read(int count, char **arguments, const char *locale,
                                  struct options *options)
{
    *options = (struct options){.fail_on = LEVEL_ERROR,
                                .format = report_format_find("text"),
                                .language = options_locale_language(locale)};
    for (int i = 1; i + 1 < count; i++) /* messages about other options speak it as well */
        if (strcmp(arguments[i], "--lang") == 0)
            set_value(options, OPTION_LANGUAGE, arguments[i + 1]);
    const char *word = count < 2 ? "--help" : arguments[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
        options_print_usage(options->language);
        return count < 2 ? OPTIONS_WRONG : OPTIONS_DONE;
    }
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        printf("rolebook %s\n", ROLEBOOK_VERSION);
        return OPTIONS_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, command_rows[i].name) == 0) {
            options->command = (enum command_name)i;
            return read_command_options(count - 1, arguments + 1, options);
        }
    return unknown_command(options, word);
}
