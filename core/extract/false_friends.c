#include "core/extract/false_friends.h"
#include "core/model/fold.h"
#include <string.h>

#define TITLE_LINES 3        /* lines at the top that may say what a file is */
#define TITLE_BYTES 120      /* longer lines are no titles */
#define PICTURE_CAPTIONS 200 /* characters that pictures alone come with */
#define BLANKS_OF_TEMPLATE 3 /* {{…}} of a template that a program fills in */
#define PEOPLE 3             /* rows of a list of people, its head among them */

enum friend {
    FRIEND_UNKNOWN,
    FRIEND_PICTURES,
    FRIEND_TEMPLATE,
    FRIEND_PEOPLE,
    FRIEND_ASSESSMENT,
    FRIEND_POLICY,
    FRIEND_COUNT,
};

static const struct message messages[FRIEND_COUNT] = {
    [FRIEND_UNKNOWN] =
        {{"這個檔案裡找不到崗位說明：文字照原樣收作手冊的篇頁；若其中有崗位，請為它寫上「崗位名稱」與「崗位職責」",
          "这个文件里找不到岗位说明：文字照原样收作手册的篇页；若其中有岗位，请为它写上“岗位名称”与“岗位职责”",
          "no role definition was found in this file: its text is kept as pages of the handbook; if "
          "there is a role in it, give it the headings \"Position\" and \"Duties\""}},
    [FRIEND_PICTURES] =
        {{"這個檔案只有圖片，沒有可讀的崗位說明：請向原作者要文字檔，或以文字辨識軟體轉成文字再讀",
          "这个文件只有图片，没有可读的岗位说明：请向原作者要文字文件，或用文字识别软件转成文字再读",
          "this file holds pictures only, and no role definition that can be read: ask its author for "
          "the text, or make text of it with a character recognition program"}},
    [FRIEND_TEMPLATE] =
        {{"這是待填的範本（有 {{…}}、××× 等空位），不是崗位說明：請改用填好的檔案",
          "这是待填的模板（有 {{…}}、××× 等空位），不是岗位说明：请改用填好的文件",
          "this is a template with blanks such as {{…}} or ×××, not a role definition: use the files that "
          "were made from it"}},
    [FRIEND_PEOPLE] =
        {{"這是人員名單，不是崗位說明：名單不收作崗位，文字收作手冊的篇頁；不宜公開的請移出資料夾",
          "这是人员名单，不是岗位说明：名单不收作岗位，文字收作手册的篇页；不宜公开的请移出文件夹",
          "this is a list of people, not a role definition: nobody in it becomes a role, and its text "
          "is kept as pages; move it out of the folder if it is not for the handbook"}},
    [FRIEND_ASSESSMENT] =
        {{"這是考核或評估用的表，不是崗位說明：文字收作手冊的篇頁；其中的指標請寫進各崗位的「績效標準」",
          "这是考核或评估用的表，不是岗位说明：文字收作手册的篇页；其中的指标请写进各岗位的“绩效标准”",
          "this is a form to assess people with, not a role definition: its text is kept as pages; "
          "write its indicators into the performance standards of the roles"}},
    [FRIEND_POLICY] =
        {{"這是規章制度，不是崗位說明：文字收作手冊的篇頁；人人都要遵守的請寫進共同職責",
          "这是规章制度，不是岗位说明：文字收作手册的篇页；人人都要遵守的请写进共同职责",
          "this is a policy or procedure, not a role definition: its text is kept as pages; write what "
          "binds everybody into the shared duties"}},
};

/* How a title ends that tells, folded: 制度专员 and Policy Analyst are roles. */
struct sign {
    enum friend friend;
    const char *end;
};
static const struct sign signs[] = {
    {FRIEND_ASSESSMENT, "考核表"},
    {FRIEND_ASSESSMENT, "评估表"},
    {FRIEND_ASSESSMENT, "评价表"},
    {FRIEND_ASSESSMENT, "评分表"},
    {FRIEND_ASSESSMENT, "评定表"},
    {FRIEND_ASSESSMENT, "考评表"},
    {FRIEND_ASSESSMENT, "面谈表"},
    {FRIEND_ASSESSMENT, "appraisal"},
    {FRIEND_ASSESSMENT, "appraisal form"},
    {FRIEND_ASSESSMENT, "assessment form"},
    {FRIEND_ASSESSMENT, "evaluation form"},
    {FRIEND_ASSESSMENT, "review form"},
    {FRIEND_ASSESSMENT, "performance review"},
    {FRIEND_PEOPLE, "名单"},
    {FRIEND_PEOPLE, "花名册"},
    {FRIEND_PEOPLE, "通讯录"},
    {FRIEND_PEOPLE, "phone list"},
    {FRIEND_PEOPLE, "staff list"},
    {FRIEND_PEOPLE, "staff directory"},
    {FRIEND_POLICY, "制度"},
    {FRIEND_POLICY, "办法"},
    {FRIEND_POLICY, "规定"},
    {FRIEND_POLICY, "守则"},
    {FRIEND_POLICY, "细则"},
    {FRIEND_POLICY, "章程"},
    {FRIEND_POLICY, "policy"},
    {FRIEND_POLICY, "policies"},
    {FRIEND_POLICY, "procedure"},
    {FRIEND_POLICY, "procedures"},
    {FRIEND_POLICY, "code of conduct"},
    {FRIEND_POLICY, "regulations"},
};

/* What the blocks of a document show. */
struct look {
    size_t pictures, characters, blanks, titles;
    enum friend by_title;
    bool has_people;
};

static enum friend friend_of_title(struct arena *scratch, struct text title)
{
    struct text folded = fold_text(scratch, title);
    if (title.size > TITLE_BYTES)
        return FRIEND_UNKNOWN;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_ends_with(folded, text_from_string(signs[i].end)))
            return signs[i].friend;
    return FRIEND_UNKNOWN;
}

static size_t count_of(struct text words, struct text needle)
{
    size_t count = 0;
    for (size_t at = 0; (at = text_find(words, needle, at)) != TEXT_NOT_FOUND; at += needle.size)
        count++;
    return count;
}

/* A row of heads without a gap, one of them for names, and people below it. */
static bool lists_people(struct arena *scratch, const struct table *table)
{
    static const char *const names[] = {"姓名", "name", "full name", "员工姓名", "employee name"};
    bool has_names = false;
    if (table->rows < PEOPLE || table->columns < 2)
        return false;
    for (const struct cell *cell = table->cells; cell != NULL && cell->row == 0;
         cell = cell->next) {
        struct text head = cell->blocks == NULL
                               ? TEXT("")
                               : fold_label(scratch, block_text(scratch, cell->blocks));
        if (text_is_empty(head))
            return false;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            has_names |= text_is(head, names[i]);
    }
    return has_names;
}

/* ×××, XX, ____, {{…}}: a name is still to be written. */
static bool is_blank_name(struct text name)
{
    if (text_is_empty(name))
        return false;
    if (text_starts_with(name, TEXT("{{")))
        return true;
    for (size_t at = 0; at < name.size;) {
        uint32_t c = text_next(name, &at);
        bool is_blank = c == 0xD7 || c == 'x' || c == 'X' || c == '_' || c == 0xFF38 ||
                        c == 0xFF58 || c == 0x25CB || c == '*' || c == 0x2026;
        if (!is_blank)
            return false;
    }
    return true;
}

static void look_at(struct look *look, struct arena *scratch, const struct block *block)
{
    struct text words = text_trim(block_text(scratch, block));
    look->pictures += block->kind == BLOCK_FIGURE;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        look->pictures += run->kind == RUN_IMAGE;
    look->characters += text_code_points(words);
    look->blanks += count_of(words, TEXT("{{")) + is_blank_name(words);
    if (!text_is_empty(words) && look->titles++ < TITLE_LINES && look->by_title == FRIEND_UNKNOWN)
        look->by_title = friend_of_title(scratch, words);
    if (block->kind == BLOCK_TABLE && lists_people(scratch, block->table))
        look->has_people = true;
}

static struct text stem_of(const struct source *source)
{
    const char *slash = source == NULL ? NULL : strrchr(source->path, '/');
    struct text name = text_from_string(source == NULL  ? ""
                                        : slash == NULL ? source->path
                                                        : slash + 1);
    size_t dot = text_find(name, TEXT("."), 0);
    return text_slice(name, 0, dot == TEXT_NOT_FOUND ? name.size : dot);
}

static enum friend friend_of(struct arena *scratch, const struct document *document)
{
    struct look look = {0};
    struct walk *walk = arena_new(scratch, struct walk);
    *walk = walk_blocks(document->blocks);
    while (walk_next(walk))
        if (walk->event == WALK_ENTER)
            look_at(&look, scratch, walk->block);
    if (look.pictures > 0 && look.characters <= PICTURE_CAPTIONS)
        return FRIEND_PICTURES;
    if (look.blanks >= BLANKS_OF_TEMPLATE)
        return FRIEND_TEMPLATE;
    if (look.by_title == FRIEND_UNKNOWN)
        look.by_title = friend_of_title(scratch, stem_of(document->source));
    if (look.by_title == FRIEND_UNKNOWN && look.has_people)
        return FRIEND_PEOPLE;
    return look.by_title;
}

bool is_named_by_file(const struct role *role)
{
    const struct records *titles = role_records(role, ELEMENT_TITLE);
    if (titles->count == 0)
        return false;
    const struct span *at = &titles->rows[0].at;
    return at->end == 0 && at->paragraph == 0 && at->table == 0;
}

bool is_false_friend(struct arena *scratch, const struct document *document,
                     const struct handbook *handbook)
{
    const struct role *role = handbook->roles;
    if (handbook->role_count == 1 &&
        (friend_of_title(scratch, role_title(role)) != FRIEND_UNKNOWN ||
         (is_named_by_file(role) && friend_of(scratch, document) != FRIEND_UNKNOWN)))
        return true;
    while (role != NULL && is_blank_name(role_title(role)))
        role = role->next;
    return handbook->role_count > 0 && role == NULL;
}

void report_no_role(struct arena *scratch, const struct document *document,
                    struct diagnostics *diags)
{
    report_warning(diags, &messages[friend_of(scratch, document)], span_of_source(document->source),
                   TEXT(""), TEXT(""));
}

bool finding_is_no_role(const struct diagnostic *d)
{
    for (size_t i = 0; i < FRIEND_COUNT; i++)
        if (d->message == &messages[i])
            return true;
    return false;
}
