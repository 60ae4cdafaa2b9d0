#include "core/cli/options.h"
#include "core/check/report.h"
#include "core/document/document.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALL 0xFFu
#define BIT(command) (1u << (command))

enum option_id {
    OPTION_OUTPUT = 'o',
    OPTION_TO = 't',
    OPTION_FROM = 'f',
    OPTION_THREADS = 'j',
    OPTION_QUIET = 'q',
    OPTION_VERBOSE = 'v',
    OPTION_HELP = 'h',
    OPTION_VERSION = 'V',
    OPTION_CONFIG = 256,
    OPTION_LANGUAGE,
    OPTION_COLOUR,
    OPTION_SELECT,
    OPTION_IGNORE,
    OPTION_FAIL_ON,
    OPTION_FORMAT,
    OPTION_TEMPLATE,
    OPTION_PDF_STANDARD,
    OPTION_DEPFILE,
    OPTION_VOCABULARY,
    OPTION_ALL,
    OPTION_LEGACY,
    OPTION_EXPLAIN,
    OPTION_LEDGER,
    OPTION_REPORT,
    OPTION_STRICT,
    OPTION_UNKNOWN,
    OPTION_REVISIONS,
    OPTION_COMMENTS,
    OPTION_FORCE,
    OPTION_BY_DEPARTMENT,
    OPTION_BLANK,
    OPTION_REFERENCE,
    OPTION_STATISTICS,
    OPTION_FIX,
    OPTION_UNSAFE_FIXES,
    OPTION_DIFF,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_EXTEND_SELECT,
    OPTION_PROFILE,
    OPTION_FOLDER,
    OPTION_MERGE,
    OPTION_TASKS,
    OPTION_THRESHOLD,
    OPTION_WORKSHEET,
    OPTION_ROLES,
};

struct option_row {
    int id;
    const char *name, *argument; /* argument NULL: takes none */
    unsigned commands;
    const char *help[LANG_COUNT];
};

static const struct option_row rows[] = {
    {OPTION_OUTPUT,
     "output",
     "PATH",
     BIT(COMMAND_CONVERT) | BIT(COMMAND_BUILD) | BIT(COMMAND_CHECK) | BIT(COMMAND_DRAFT),
     {"輸出的檔案或資料夾；- 是標準輸出", "输出的文件或文件夹；- 是标准输出",
      "the file or folder to write; - is standard output"}},
    {OPTION_TO,
     "to",
     "FORMAT",
     BIT(COMMAND_CONVERT) | BIT(COMMAND_BUILD) | BIT(COMMAND_DRAFT),
     {"輸出格式：markdown、docx、html、pandoc、xml、json、jsonl、pdf",
      "输出格式：markdown、docx、html、pandoc、xml、json、jsonl、pdf",
      "the format to write: markdown, docx, html, pandoc, xml, json, jsonl, pdf"}},
    {OPTION_FOLDER,
     "folder",
     NULL,
     BIT(COMMAND_CONVERT) | BIT(COMMAND_BUILD),
     {"html：寫成一個資料夾，每個崗位一頁（-o 以 / 結尾時亦然）",
      "html：写成一个文件夹，每个岗位一页（-o 以 / 结尾时亦然）",
      "html: a folder with a page a role; so does an -o that ends in /"}},
    {OPTION_BLANK,
     "blank",
     NULL,
     BIT(COMMAND_CONVERT),
     {"寫出空白的 Word 表單，供新崗位填寫；語言由 --lang 決定",
      "写出空白的 Word 表单，供新岗位填写；语言由 --lang 决定",
      "write the empty Word form for a new role, in the language of --lang"}},
    {OPTION_REFERENCE,
     "reference-doc",
     "FILE",
     BIT(COMMAND_CONVERT),
     {"Word 輸出沿用這個檔案的樣式、版面與頁首頁尾", "Word 输出沿用这个文件的样式、版面与页眉页脚",
      "a Word file whose styles, pages, heads and feet the Word output takes over"}},
    {OPTION_FROM,
     "from",
     "FORMAT",
     BIT(COMMAND_CHECK) | BIT(COMMAND_CONVERT),
     {"輸入格式；不寫就從內容判斷", "输入格式；不写就从内容判断",
      "the format of the input; found out from its content otherwise"}},
    {OPTION_LEGACY,
     "from",
     "PATH",
     BIT(COMMAND_INIT),
     {"把這些舊檔案（Word 等）轉入新專案；可重複", "把这些旧文件（Word 等）转入新项目；可重复",
      "role files, such as Word forms, to convert into the new project; may be repeated"}},
    {OPTION_TEMPLATE,
     "template",
     "NAME",
     BIT(COMMAND_BUILD) | BIT(COMMAND_CONVERT),
     {"手冊模板：classic、compact、large-print、role-card，或 XML 檔的路徑",
      "手册模板：classic、compact、large-print、role-card，或 XML 文件的路径",
      "the handbook's template: classic, compact, large-print, role-card, or the path of an XML file"}},
    {OPTION_PDF_STANDARD,
     "pdf-standard",
     "NAMES",
     BIT(COMMAND_BUILD) | BIT(COMMAND_CONVERT),
     {"PDF 要聲明符合的標準：a-2a、ua-1 或 none，可用逗號並列；可重複",
      "PDF 要声明符合的标准：a-2a、ua-1 或 none，可用逗号并列；可重复",
      "standards the PDF claims to keep: a-2a, ua-1 or none, divided by commas; may be repeated"}},
    {OPTION_DEPFILE,
     "depfile",
     "FILE",
     BIT(COMMAND_BUILD) | BIT(COMMAND_CONVERT),
     {"寫出 make 與 ninja 用的相依檔", "写出 make 与 ninja 用的依赖文件",
      "write the dependencies for make and ninja"}},
    {OPTION_FORMAT,
     "format",
     "FORM",
     BIT(COMMAND_CHECK),
     {"報告的形式：text、json、html、sarif、github、gitlab、junit",
      "报告的形式：text、json、html、sarif、github、gitlab、junit",
      "the form of the report: text, json, html, sarif, github, gitlab, junit"}},
    {OPTION_FORMAT,
     "format",
     "text|markdown",
     BIT(COMMAND_EXPLAIN),
     {"解釋的形式；markdown 用於文件", "解释的形式；markdown 用于文档",
      "the form of the explanation; markdown is for documentation"}},
    {OPTION_STATISTICS,
     "statistics",
     NULL,
     BIT(COMMAND_CHECK),
     {"不列出發現，只計各規則、各等級的數目（text、json）",
      "不列出发现，只计各规则、各等级的数目（text、json）",
      "in place of findings, how many there are by rule and level (text, json)"}},
    {OPTION_PROFILE,
     "profile",
     "NAME",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"完整性的要求：chapter（預設）、icap、gb-post、iso9001、opm、minimal，或 YAML 檔的路徑",
      "完整性的要求：chapter（默认）、icap、gb-post、iso9001、opm、minimal，或 YAML 文件的路径",
      "which elements a role needs: chapter (default), icap, gb-post, iso9001, opm, minimal, or the "
      "path of a YAML file"}},
    {OPTION_SELECT,
     "select",
     "RULES",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"只查這些規則：代碼、代碼開頭或名稱，以逗號分隔",
      "只查这些规则：代码、代码开头或名称，以逗号分隔",
      "only these rules: codes, begins of codes or names, divided by commas"}},
    {OPTION_EXTEND_SELECT,
     "extend-select",
     "RULES",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"另外也查這些規則，即使設定檔關閉了它們", "另外也查这些规则，即使配置文件关闭了它们",
      "these rules as well, also when the configuration turns them off"}},
    {OPTION_IGNORE,
     "ignore",
     "RULES",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"不查這些規則；說得更細的選項優先", "不查这些规则；说得更细的选项优先",
      "not these rules; of these options, the one that says it most exactly counts"}},
    {OPTION_FIX,
     "fix",
     NULL,
     BIT(COMMAND_CHECK),
     {"改好不改變意思的發現；Word 檔改在旁邊的副本裡",
      "改好不改变意思的发现；Word 文件改在旁边的副本里",
      "mend what can be mended without a change of meaning; of a Word file, in a copy beside it"}},
    {OPTION_UNSAFE_FIXES,
     "unsafe-fixes",
     NULL,
     BIT(COMMAND_CHECK),
     {"也套用會改變措辭或刪去職責的修正，請先看 --diff",
      "也应用会改变措辞或删去职责的修正，请先看 --diff",
      "mend also by changing wording or dropping duties; look at --diff first"}},
    {OPTION_DIFF,
     "diff",
     NULL,
     BIT(COMMAND_CHECK),
     {"只顯示修正前後的差異，不寫入任何檔案", "只显示修正前后的差异，不写入任何文件",
      "show what would be mended as a diff, and write nothing"}},
    {OPTION_BASELINE,
     "baseline",
     "FILE",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"只顯示這個基線檔裡沒有的發現", "只显示这个基线文件里没有的发现",
      "show only findings that this baseline does not hold"}},
    {OPTION_WRITE_BASELINE,
     "write-baseline",
     "FILE",
     BIT(COMMAND_CHECK),
     {"把目前的發現寫成基線檔；檔內已寫的負責人、理由與期限保留",
      "把目前的发现写成基线文件；文件内已写的负责人、理由与期限保留",
      "write today's findings to a baseline; owners, reasons and dates in it are kept"}},
    {OPTION_FAIL_ON,
     "fail-on",
     "error|warning|never",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"哪一級以上的發現讓結束狀態為 1（預設 error）",
      "哪一级以上的发现让结束状态为 1（默认 error）",
      "from which level on findings give exit status 1 (default: error)"}},
    {OPTION_EXPLAIN,
     "explain",
     NULL,
     BIT(COMMAND_CONVERT),
     {"逐段說明每一處文字被當作什麼、為什麼", "逐段说明每一处文字被当作什么、为什么",
      "say of each stretch of text what it was taken for, and why"}},
    {OPTION_LEDGER,
     "ledger",
     "text|json|html",
     BIT(COMMAND_CHECK) | BIT(COMMAND_CONVERT),
     {"列出每個輸入的字元各到了哪裡", "列出每个输入的字符各到了哪里",
      "show for each input where every character went"}},
    {OPTION_REPORT,
     "report",
     "FILE",
     BIT(COMMAND_CONVERT),
     {"寫一份轉換報告：.txt、.html 或 .json；可重複",
      "写一份转换报告：.txt、.html 或 .json；可重复",
      "write a report of the conversion: .txt, .html or .json; may be repeated"}},
    {OPTION_STRICT,
     "strict",
     NULL,
     BIT(COMMAND_CHECK) | BIT(COMMAND_CONVERT),
     {"有任何內容未能讀入（S401）時以狀態 1 結束", "有任何内容未能读入（S401）时以状态 1 结束",
      "exit with status 1 when any content could not be read (S401)"}},
    {OPTION_UNKNOWN,
     "unknown-labels",
     NULL,
     BIT(COMMAND_CHECK),
     {"列出詞彙不認得的標題與標籤，附次數與相近的要素",
      "列出词汇不认得的标题与标签，附次数与相近的要素",
      "list headings and labels the vocabulary does not know, with counts and the nearest elements"}},
    {OPTION_REVISIONS,
     "track-changes",
     "accept|reject|all",
     ALL & ~BIT(COMMAND_EXPLAIN),
     {"Word 追蹤修訂：採納（預設）、拒絕，或以 {++插入++}{--刪除--} 並陳",
      "Word 修订：接受（默认）、拒绝，或以 {++插入++}{--删除--} 并陈",
      "changes tracked in Word: accept (default), reject, or show as {++inserted++}{--deleted--}"}},
    {OPTION_COMMENTS,
     "comments",
     NULL,
     ALL & ~BIT(COMMAND_EXPLAIN),
     {"把 Word 註解讀為註腳（預設略去，並註明數目）",
      "把 Word 批注读为脚注（默认略去，并注明数目）",
      "take comments in Word in as notes (they are left out and counted otherwise)"}},
    {OPTION_BY_DEPARTMENT,
     "by-department",
     NULL,
     BIT(COMMAND_CONVERT) | BIT(COMMAND_INIT),
     {"崗位檔按部門分資料夾", "岗位文件按部门分文件夹",
      "a folder for each department's role files"}},
    {OPTION_TASKS,
     "tasks",
     "N",
     BIT(COMMAND_DRAFT),
     {"bottom-up：歸成幾項任務", "bottom-up：归成几项任务",
      "bottom-up: into how many tasks the work elements are grouped"}},
    {OPTION_THRESHOLD,
     "threshold",
     "PERCENT",
     BIT(COMMAND_DRAFT),
     {"bottom-up：同一任務的工作要素至少多相似（預設：分得最開的那個）",
      "bottom-up：同一任务的工作要素至少多相似（默认：分得最开的那个）",
      "bottom-up: how alike the work elements of a task are at the least (default: where tasks keep "
      "apart best)"}},
    {OPTION_WORKSHEET,
     "from-worksheet",
     "FILE",
     BIT(COMMAND_DRAFT),
     {"bottom-up：讀回改過的工作底稿（.csv、.md）", "bottom-up：读回改过的工作底稿（.csv、.md）",
      "bottom-up: draft from a worksheet as it was edited (.csv, .md)"}},
    {OPTION_ROLES,
     "roles",
     "PATH",
     BIT(COMMAND_DRAFT),
     {"bottom-up：既有的崗位檔，其崗位目的用來對照；可重複",
      "bottom-up：已有的岗位文件，其岗位目的用来对照；可重复",
      "bottom-up: roles that are there, whose purposes the duties are held against; may be "
      "repeated"}},
    {OPTION_MERGE,
     "merge",
     NULL,
     BIT(COMMAND_DRAFT),
     {"另存現有崗位的副本，補上草稿多出的內容並加註",
      "另存现有岗位的副本，补上草稿多出的内容并加注",
      "also write copies of the roles that are there, with what only the draft says, marked"}},
    {OPTION_FORCE,
     "force",
     NULL,
     BIT(COMMAND_CONVERT) | BIT(COMMAND_INIT) | BIT(COMMAND_BUILD) | BIT(COMMAND_DRAFT),
     {"輸出資料夾裡有人改過的檔案也覆寫", "输出文件夹里有人改过的文件也覆盖",
      "overwrite files in the output folder that were edited by hand, too"}},
    {OPTION_CONFIG,
     "config",
     "FILE",
     BIT(COMMAND_CHECK) | BIT(COMMAND_BUILD),
     {"設定檔；預設是資料夾內的 rolebook.yaml", "配置文件；默认是文件夹内的 rolebook.yaml",
      "the configuration; by default rolebook.yaml in the folder"}},
    {OPTION_VOCABULARY,
     "vocabulary",
     "FILE",
     ALL & ~BIT(COMMAND_EXPLAIN),
     {"增補標題與標籤的詞彙檔；可重複", "增补标题与标签的词汇文件；可重复",
      "a file that adds headings and labels to the vocabulary; may be repeated"}},
    {OPTION_ALL,
     "all",
     NULL,
     BIT(COMMAND_EXPLAIN),
     {"列出全部規則", "列出全部规则", "list every rule"}},
    {OPTION_THREADS,
     "jobs",
     "N",
     ALL & ~BIT(COMMAND_EXPLAIN),
     {"同時使用的執行緒數（預設：全部核心）", "同时使用的线程数（默认：全部核心）",
      "threads to use (default: all cores)"}},
    {OPTION_LANGUAGE,
     "lang",
     "zh-Hant|zh-Hans|en",
     ALL,
     {"訊息的語言（init：專案的語言）", "信息的语言（init：项目的语言）",
      "the language of messages (init: of the project)"}},
    {OPTION_COLOUR,
     "color",
     "auto|always|never",
     ALL,
     {"是否使用顏色", "是否使用颜色", "whether to use colours"}},
    {OPTION_QUIET,
     "quiet",
     NULL,
     ALL,
     {"不顯示摘要與進度", "不显示摘要与进度", "no summary and no progress"}},
    {OPTION_VERBOSE,
     "verbose",
     NULL,
     ALL,
     {"說明讀了哪些檔案", "说明读了哪些文件", "say which files are read"}},
    {OPTION_HELP, "help", NULL, ALL, {"顯示本說明", "显示本说明", "show this help"}},
    {OPTION_VERSION, "version", NULL, ALL, {"顯示版本", "显示版本", "show the version"}},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

struct command_row {
    const char *name, *arguments;
    const char *help[LANG_COUNT];
};

static const struct command_row commands[COMMAND_COUNT] = {
    [COMMAND_CHECK] = {"check",
                       "[PATH…]",
                       {"讀取檔案與資料夾，報告發現的問題", "读取文件与文件夹，报告发现的问题",
                        "read files and folders, report what is wrong with the roles in them"}},
    [COMMAND_CONVERT] = {"convert",
                         "PATH… -t FORMAT -o OUT",
                         {"把任何輸入轉成 Markdown、Word、HTML、XML、JSON 或 PDF",
                          "把任何输入转成 Markdown、Word、HTML、XML、JSON 或 PDF",
                          "turn any input into Markdown, Word, HTML, XML, JSON or PDF"}},
    [COMMAND_BUILD] = {"build",
                       "[DIR]",
                       {"把手冊專案做成一份 PDF、網頁或文件站",
                        "把手册项目做成一份 PDF、网页或文档站",
                        "make a handbook project into one PDF, web page or documentation site"}},
    [COMMAND_EXPLAIN] = {"explain",
                         "CODE",
                         {"解釋一條規則：理由、反例與正例", "解释一条规则：理由、反例与正例",
                          "explain a rule: its reason, a bad and a good example"}},
    [COMMAND_INIT] = {"init",
                      "DIR",
                      {"建立一個馬上能做成手冊的新專案", "建立一个马上能做成手册的新项目",
                       "make a new handbook project that builds at once"}},
    [COMMAND_DRAFT] = {"draft",
                       "top-down|bottom-up PATH… -o DIR",
                       {"由目標與流程，或由工作要素，草擬崗位職責",
                        "由目标与流程，或由工作要素，草拟岗位职责",
                        "draft roles from goals and processes, or from what people do"}},
};

enum language options_locale_language(const char *locale)
{
    enum language language = language_from_tag(text_from_string(locale));
    return language == LANG_COUNT ? LANG_EN : language;
}

/* ---- help ---- */

static void print_usage(enum language language)
{
    static const char *const usage[] = {"用法：rolebook 命令 [選項] [路徑…]",
                                        "用法：rolebook 命令 [选项] [路径…]",
                                        "Usage: rolebook COMMAND [OPTIONS] [PATH…]"};
    static const char *const more[] = {"每個命令的選項：rolebook 命令 --help",
                                       "每个命令的选项：rolebook 命令 --help",
                                       "Options of a command: rolebook COMMAND --help"};
    printf("%s\n\n", usage[language]);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s  %s\n", commands[i].name, commands[i].help[language]);
    printf("\n%s\n", more[language]);
}

static void print_row(const struct option_row *row, enum language language)
{
    char left[80];
    char letter[8] = "    ";
    if (row->id < 256)
        snprintf(letter, sizeof letter, "-%c, ", row->id);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, row->name, row->argument == NULL ? "" : " ",
             row->argument == NULL ? "" : row->argument);
    printf("  %-32s %s\n", left, row->help[language]);
}

static void print_help(enum command_name command, enum language language)
{
    printf("rolebook %s %s\n\n%s\n\n", commands[command].name, commands[command].arguments,
           commands[command].help[language]);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].commands & BIT(command))
            print_row(&rows[i], language);
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
    fprintf(stderr, texts[options->language], option, value, commands[options->command].name);
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

static bool set_value(struct options *options, int id, const char *value)
{
    if (id == OPTION_FORMAT && options->command == COMMAND_CHECK) {
        options->format = report_format_find(value);
        return options->format != NULL;
    }
    switch (id) { /* lint: long */
    case OPTION_OUTPUT:
        options->output = value;
        return true;
    case OPTION_TO:
        options->to = value;
        return true;
    case OPTION_FROM:
        options->from = value;
        return true;
    case OPTION_LEGACY:
        return add_to_list(&options->legacy, value);
    case OPTION_REPORT:
        return add_to_list(&options->reports, value);
    case OPTION_CONFIG:
        options->config = value;
        return true;
    case OPTION_BASELINE:
        options->baseline = value;
        return true;
    case OPTION_WRITE_BASELINE:
        options->write_baseline = value;
        return true;
    case OPTION_REFERENCE:
        options->reference = value;
        return true;
    case OPTION_TEMPLATE:
        options->template = value;
        return true;
    case OPTION_PDF_STANDARD:
        return add_claims(options, text_from_string(value));
    case OPTION_DEPFILE:
        options->depfile = value;
        return true;
    case OPTION_PROFILE:
        options->profile = value;
        return true;
    case OPTION_EXTEND_SELECT:
        return add_to_list(&options->extend_select, value);
    case OPTION_SELECT:
        return add_to_list(&options->select, value);
    case OPTION_IGNORE:
        return add_to_list(&options->ignore, value);
    case OPTION_VOCABULARY:
        return add_to_list(&options->vocabulary, value);
    case OPTION_THREADS:
        return set_number(value, &options->threads);
    case OPTION_TASKS:
        return set_number(value, &options->tasks);
    case OPTION_THRESHOLD:
        return set_number(value, &options->threshold) && options->threshold <= 100;
    case OPTION_WORKSHEET:
        options->worksheet = value;
        return true;
    case OPTION_ROLES:
        return add_to_list(&options->legacy, value);
    case OPTION_LANGUAGE: {
        enum language language = language_from_tag(text_from_string(value));
        if (language == LANG_COUNT)
            return false;
        options->language = language;
        return true;
    }
    default:
        return set_choice(options, id, value);
    }
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
    else if (id == OPTION_FORCE)
        options->overwriting = OVERWRITE_EDITED;
}

/* ---- reading ---- */

static const struct option_row *row_of(int id, unsigned command)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].id == id && rows[i].commands & BIT(command))
            return &rows[i];
    return NULL;
}

/* The tables getopt_long wants, with the options of one command. */
static void make_tables(enum command_name command, struct option *longs, char *shorts)
{
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].commands & BIT(command)))
            continue;
        bool takes = rows[i].argument != NULL;
        longs[count++] = (struct option){rows[i].name, takes ? required_argument : no_argument,
                                         NULL, rows[i].id};
        if (rows[i].id >= 256)
            continue;
        *shorts++ = (char)rows[i].id;
        if (takes)
            *shorts++ = ':';
    }
    longs[count] = (struct option){0};
    *shorts = '\0';
}

static enum options_outcome read_command_options(int count, char **arguments,
                                                 struct options *options)
{
    struct option longs[ROW_COUNT + 1];
    char shorts[2 * ROW_COUNT + 2];
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
            fprintf(stderr, "  rolebook %s --help\n", commands[options->command].name);
            return OPTIONS_WRONG;
        }
        if (id == OPTION_HELP) {
            print_help(options->command, options->language);
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
    complain(options->language, "沒有這個命令：", "没有这个命令：", "no such command: ", word);
    fprintf(stderr, "  ");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stderr, "%s%s", commands[i].name, i + 1 < COMMAND_COUNT ? ", " : "\n");
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
        print_usage(options->language);
        return count < 2 ? OPTIONS_WRONG : OPTIONS_DONE;
    }
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        printf("rolebook %s\n", ROLEBOOK_VERSION);
        return OPTIONS_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i].name) == 0) {
            options->command = (enum command_name)i;
            return read_command_options(count - 1, arguments + 1, options);
        }
    return unknown_command(options, word);
}
