#include "core/extract/evidence/false_friends.h"
#include "core/base/script.h"
#include "core/extract/evidence/resume.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/lines.h"
#include "core/model/fold.h"

#define TITLE_LINES 3        /* lines at the top that may say what a file is */
#define TITLE_BYTES 120      /* longer lines are no titles */
#define PICTURE_CAPTIONS 200 /* characters that pictures alone come with */
#define BLANKS_OF_TEMPLATE 3 /* {{…}} of a template that a program fills in */
#define FORM_GAPS 2          /* labels with nothing beside them in an empty form */
#define FORM_WORDS 1000      /* characters that an empty form has at most */
#define FORM_LABEL 20        /* ... and one of its labels */
#define PEOPLE 3             /* rows of a list of people, its head among them */
#define PERSONAL_MIN 4       /* questions about oneself in one form */
#define PERSONA_LABELS 2     /* of users, where no role was found at all */
#define STORIES_MIN 2        /* wishes of users: a plan of work */
#define PARTY_MIN 2          /* times that a contract names each party */
#define DUTIES_OF_ROLE 2     /* of a post whose name is still to be written, not of a sample */

enum friend {
    FRIEND_UNKNOWN,
    FRIEND_PICTURES,
    FRIEND_TEMPLATE,
    FRIEND_EMPTY_FORM,
    FRIEND_PEOPLE,
    FRIEND_ASSESSMENT,
    FRIEND_APPLICATION,
    FRIEND_RESUME,
    FRIEND_CONTRACT,
    FRIEND_POLICY,
    FRIEND_TENDER,
    FRIEND_TRAINING,
    FRIEND_NOTICE,
    FRIEND_PERSONAS,
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
    [FRIEND_EMPTY_FORM] =
        {{"這是還沒有人填寫的空白表單：填好再讀", "这是还没有人填写的空白表单：填好再读",
          "this is an empty form that nobody has filled in yet: fill it in first"}},
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
    [FRIEND_APPLICATION] =
        {{"這是申請或登記用的表，不是崗位說明：文字收作手冊的篇頁；表裡有個人資料的，請移出資料夾",
          "这是申请或登记用的表，不是岗位说明：文字收作手册的篇页；表里有个人资料的，请移出文件夹",
          "this is a form to apply or register with, not a role definition: its text is kept as pages; "
          "move it out of the folder if it holds personal data"}},
    [FRIEND_RESUME] =
        {{"這是履歷，不是崗位說明：文字收作手冊的篇頁；裡面有個人資料，請移出資料夾",
          "这是简历，不是岗位说明：文字收作手册的篇页；里面有个人资料，请移出文件夹",
          "this is a résumé, not a role definition: its text is kept as pages; it holds personal data, so "
          "move it out of the folder"}},
    [FRIEND_CONTRACT] =
        {{"這是合約或協議，不是崗位說明：文字收作手冊的篇頁；其中的職責請寫進崗位自己的檔案",
          "这是合同或协议，不是岗位说明：文字收作手册的篇页；其中的职责请写进岗位自己的文件",
          "this is a contract or an agreement, not a role definition: its text is kept as pages; write "
          "the duties in it into the role's own file"}},
    [FRIEND_NOTICE] =
        {{"這是通知、計畫或報告，不是崗位說明：文字收作手冊的篇頁；其中若有崗位，請為它寫上「崗位名稱」與「崗位職責」",
          "这是通知、计划或报告，不是岗位说明：文字收作手册的篇页；其中若有岗位，请为它写上“岗位名称”与“岗位职责”",
          "this is a notice, a plan or a report, not a role definition: its text is kept as pages; if "
          "there is a role in it, give it the headings \"Position\" and \"Duties\""}},
    [FRIEND_PERSONAS] =
        {{"這裡描述的是產品的使用者，不是崗位：文字收作手冊的篇頁；不屬手冊的請移出資料夾",
          "这里描述的是产品的用户，不是岗位：文字收作手册的篇页；不属于手册的请移出文件夹",
          "this file draws users of a product, not roles: its text is kept as pages; move it out of "
          "the folder if it is not for the handbook"}},
    [FRIEND_TENDER] =
        {{"這是招標或採購的文件，不是崗位說明：文字收作手冊的篇頁；不屬手冊的請移出資料夾",
          "这是招标或采购的文件，不是岗位说明：文字收作手册的篇页；不属于手册的请移出文件夹",
          "this is a call for tenders, not a role definition: its text is kept as pages; move it out "
          "of the folder if it is not for the handbook"}},
    [FRIEND_TRAINING] =
        {{"這是培訓用的教材或大綱，不是崗位說明：文字收作手冊的篇頁；其中的職責請寫進崗位自己的檔案",
          "这是培训用的教材或大纲，不是岗位说明：文字收作手册的篇页；其中的职责请写进岗位自己的文件",
          "this is material or an outline for training, not a role definition: its text is kept as "
          "pages; write the duties in it into the role's own file"}},
    [FRIEND_POLICY] =
        {{"這是規章制度，不是崗位說明：文字收作手冊的篇頁；人人都要遵守的請寫進共同職責",
          "这是规章制度，不是岗位说明：文字收作手册的篇页；人人都要遵守的请写进共同职责",
          "this is a policy or procedure, not a role definition: its text is kept as pages; write what "
          "binds everybody into the shared duties"}},
};

/* How titles end that tell, surest first, folded: 制度专员 and Policy Analyst are roles. */
static const struct {
    enum friend friend;
    enum sign ends;
} papers[] = {
    {FRIEND_ASSESSMENT, SIGN_ASSESSMENT}, {FRIEND_APPLICATION, SIGN_APPLICATION},
    {FRIEND_RESUME, SIGN_RESUME},         {FRIEND_CONTRACT, SIGN_CONTRACT},
    {FRIEND_PEOPLE, SIGN_LIST_OF_PEOPLE}, {FRIEND_POLICY, SIGN_POLICY},
    {FRIEND_TENDER, SIGN_TENDER},         {FRIEND_TRAINING, SIGN_TRAINING},
    {FRIEND_NOTICE, SIGN_NOTICE},
};
#define PAPERS (sizeof papers / sizeof *papers)

/* What the blocks of a document show. */
struct look {
    size_t pictures, characters, blanks;
    size_t first_party, second_party; /* 甲方, 乙方: how often */
    size_t stories;                   /* "As a developer, I want …" */
    bool has_people, has_application;
    size_t gaps, filled; /* labels with nothing, and with words beside them */
};

/* 登記表（附件一） */
static struct text without_remark(struct text folded)
{
    size_t open = text_find(folded, TEXT("("), 0);
    bool is_remark = text_ends_with(folded, TEXT(")")) && open != TEXT_NOT_FOUND && open > 0;
    return is_remark ? text_trim(text_slice(folded, 0, open)) : folded;
}

/* 「編製計畫，安排排班表」 and 「第一條：日常工作細則」 end like titles, and are none. */
static bool is_sentence(struct text title)
{
    static const struct text marks[] = {TEXT_INIT("，"), TEXT_INIT("。"), TEXT_INIT("；")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_find(title, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    size_t article = text_find(title, TEXT("條"), 0);
    if (article == TEXT_NOT_FOUND)
        article = text_find(title, TEXT("条"), 0);
    return text_starts_with(title, TEXT("第")) && article != TEXT_NOT_FOUND;
}

/*
 * 「關鍵詞：… 網絡協議」: what programs talk by and run is no contract, words to be found are no title,
 * and the director of policy is somebody.
 */
static bool only_ends_alike(struct extraction *x, struct text folded)
{
    return text_ends_with_any(folded, signs_of(x, SIGN_NO_TITLE_END)) ||
           text_starts_with_any(folded, signs_of(x, SIGN_NO_TITLE_START));
}

/* "Staff policy", "Constitution of the club": the paper in front of "of" is all that stands there. */
static bool is_called(struct text folded, struct text front, struct text_list ends)
{
    return text_ends_with_any(folded, ends) ||
           (front.size < folded.size && text_is_any(front, ends));
}

static enum friend friend_of_title(struct extraction *x, struct text title)
{
    if (title.size > TITLE_BYTES || is_sentence(title))
        return FRIEND_UNKNOWN;
    struct text folded = without_remark(fold_text(x->scratch, title));
    if (only_ends_alike(x, folded))
        return FRIEND_UNKNOWN;
    struct text front = in_front_of_joint(x, folded);
    size_t i = 0;
    while (i < PAPERS && !is_called(folded, front, signs_of(x, papers[i].ends)))
        i++;
    bool is_advert = i < PAPERS && papers[i].friend == FRIEND_NOTICE && /* 招聘公告 */
                     text_holds_any(folded, signs_of(x, SIGN_ADVERT));
    return i == PAPERS || is_advert ? FRIEND_UNKNOWN : papers[i].friend;
}

static size_t count_of(struct text words, struct text needle)
{
    size_t count = 0;
    for (size_t at = 0; (at = text_find(words, needle, at)) != TEXT_NOT_FOUND; at += needle.size)
        count++;
    return count;
}

/* A row of heads without a gap, one of them for names, and people below it. */
static bool lists_people(const struct extraction *x, const struct table *table)
{
    bool has_names = false;
    if (table->rows < PEOPLE || table->columns < 2)
        return false;
    for (const struct cell *cell = table->cells; cell != NULL && cell->row == 0;
         cell = cell->next) {
        struct text head = cell->blocks == NULL
                               ? TEXT("")
                               : fold_label(x->scratch, block_text(x->scratch, cell->blocks));
        if (text_is_empty(head))
            return false;
        has_names |= text_is_any(head, signs_of(x, SIGN_NAME_HEAD));
    }
    return has_names;
}

/* How many of the things that forms ask people about themselves. */
static size_t count_personal(const struct extraction *x, const struct table *table)
{
    struct text_list personal = signs_of(x, SIGN_PERSONAL);
    bool *seen = arena_new_array(x->scratch, personal.count, bool);
    size_t count = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct text label = cell->blocks == NULL
                                ? TEXT("")
                                : fold_label(x->scratch, block_text(x->scratch, cell->blocks));
        for (size_t i = 0; i < personal.count; i++)
            if (!seen[i] && text_equal(label, personal.texts[i])) {
                seen[i] = true;
                count++;
            }
    }
    return count;
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

/* "As a Product Owner, I want the team to …", 「作為用戶，我希望…」: a wish of somebody's. */
static bool is_story(const struct extraction *x, struct text words)
{
    return text_starts_with_any(words, signs_of(x, SIGN_STORY_START)) &&
           text_holds_any(words, signs_of(x, SIGN_STORY_WISH));
}

/* "1、", 「年　月　日」: room to write in. */
static bool is_room(struct text words)
{
    static const struct text kept = TEXT_INIT("年月日、.．。（）()：:_＿/—- ");
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (digit_value(c) < 0 && !is_blank_code_point(c) && !text_has(kept, c))
            return false;
    }
    return true;
}

/* Short words in front of another cell: labels, and those of heads beside each other. */
static void look_at_places(struct look *look, struct arena *scratch, const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL && cell->next != NULL;
         cell = cell->next) {
        struct text label = text_trim(cell_text(scratch, cell));
        bool is_beside = cell->next->row == cell->row;
        if (!is_beside || is_room(label) || text_code_points(label) > FORM_LABEL)
            continue;
        bool is_gap = is_room(cell_text(scratch, cell->next));
        look->gaps += is_gap;
        look->filled += !is_gap;
    }
}

static size_t count_of_any(struct text words, struct text_list needles)
{
    size_t count = 0;
    for (size_t i = 0; i < needles.count; i++)
        count += count_of(words, needles.texts[i]);
    return count;
}

static void look_at(struct look *look, const struct extraction *x, const struct block *block)
{
    struct text words = text_trim(block_text(x->scratch, block));
    look->pictures += block->kind == BLOCK_FIGURE;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        look->pictures += run->kind == RUN_IMAGE;
    look->characters += text_code_points(words);
    look->blanks += count_of(words, TEXT("{{")) + is_blank_name(words);
    look->stories += block->kind == BLOCK_PARAGRAPH && is_story(x, words);
    look->first_party += count_of_any(words, signs_of(x, SIGN_FIRST_PARTY));
    look->second_party += count_of_any(words, signs_of(x, SIGN_SECOND_PARTY));
    if (block->kind == BLOCK_TABLE)
        look_at_places(look, x->scratch, block->table);
    if (block->kind == BLOCK_TABLE && lists_people(x, block->table))
        look->has_people = true;
    if (block->kind == BLOCK_TABLE && count_personal(x, block->table) >= PERSONAL_MIN)
        look->has_application = true;
}

static struct look look_at_document(const struct extraction *x, const struct document *document)
{
    struct look look = {0};
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(document->blocks);
    while (walk_next(walk))
        if (walk->event == WALK_ENTER)
            look_at(&look, x, walk->block);
    return look;
}

/* An item, or a line that announces some: titles stand above it. 「1. 編製排班表」 is a duty. */
static bool ends_titles(struct text words, const struct block *block)
{
    bool announces = ends_in_colon(words) && !text_starts_with(words, TEXT("附件"));
    return announces || looks_like_item(block, words);
}

/* What the lines at the top say, or the file's name. */
static enum friend friend_by_title(struct extraction *x, const struct document *document)
{
    enum friend found = FRIEND_UNKNOWN;
    size_t lines = 0, cells = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(document->blocks);
    while (found == FRIEND_UNKNOWN && lines < TITLE_LINES && walk_next(walk)) {
        cells += walk->event == WALK_ENTER_CELL;
        cells -= walk->event == WALK_LEAVE_CELL;
        if (walk->event != WALK_ENTER)
            continue;
        struct text words = text_trim(block_text(x->scratch, walk->block));
        bool is_label = cells > 0 && label_find(x, words).kind == LABEL_ELEMENT;
        if (is_label || ends_titles(words, walk->block))
            break;
        lines += !text_is_empty(words);
        found = friend_of_title(x, words);
    }
    return found == FRIEND_UNKNOWN ? friend_of_title(x, file_stem(document->source)) : found;
}

static enum friend friend_of(struct extraction *x, const struct document *document)
{
    struct look look = look_at_document(x, document);
    enum friend by_title = friend_by_title(x, document);
    if (look.pictures > 0 && look.characters <= PICTURE_CAPTIONS)
        return FRIEND_PICTURES;
    if (look.blanks >= BLANKS_OF_TEMPLATE)
        return FRIEND_TEMPLATE;
    if (by_title == FRIEND_UNKNOWN && !look.has_application && !look.has_people &&
        look.gaps >= FORM_GAPS && look.gaps >= 2 * look.filled && look.characters <= FORM_WORDS)
        return FRIEND_EMPTY_FORM;
    if (by_title == FRIEND_UNKNOWN && is_resume(x, document))
        return FRIEND_RESUME;
    if (by_title == FRIEND_UNKNOWN && look.has_application)
        return FRIEND_APPLICATION;
    if (by_title == FRIEND_UNKNOWN && look.stories >= STORIES_MIN)
        return FRIEND_NOTICE;
    if (by_title == FRIEND_UNKNOWN && count_personas(x, document) >= PERSONA_LABELS)
        return FRIEND_PERSONAS;
    if (by_title == FRIEND_UNKNOWN && look.has_people)
        return FRIEND_PEOPLE;
    return by_title;
}

bool is_form_for_people(struct extraction *x, const struct document *document)
{
    enum friend by_title = friend_by_title(x, document);
    if (by_title == FRIEND_APPLICATION || by_title == FRIEND_RESUME ||
        by_title == FRIEND_ASSESSMENT)
        return true;
    return by_title == FRIEND_UNKNOWN && look_at_document(x, document).has_application;
}

/* 申請表 over questions that people answer about themselves, whatever else it asks, a contract that
 * names its parties again and again, a call for tenders, or what people are taught from. */
static bool is_another_paper(struct extraction *x, const struct document *document)
{
    enum friend by_title = friend_by_title(x, document);
    if (by_title != FRIEND_APPLICATION && by_title != FRIEND_CONTRACT)
        return by_title == FRIEND_TENDER || by_title == FRIEND_TRAINING;
    struct look look = look_at_document(x, document);
    return by_title == FRIEND_APPLICATION
               ? look.has_application
               : look.first_party >= PARTY_MIN && look.second_party >= PARTY_MIN;
}

static bool tells_stories(const struct extraction *x, const struct document *document)
{
    size_t stories = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(document->blocks);
    while (stories < STORIES_MIN && walk_next(walk))
        if (walk->event == WALK_ENTER && walk->block->kind == BLOCK_PARAGRAPH)
            stories += is_story(x, text_trim(block_text(x->scratch, walk->block)));
    return stories >= STORIES_MIN;
}

/* A plan or a report may stand over a role; the others name what a role is not. */
static bool denies_role(enum friend friend)
{
    return friend != FRIEND_UNKNOWN && friend != FRIEND_NOTICE;
}

bool is_titled_as_no_role(struct extraction *x, const struct document *document)
{
    return denies_role(friend_by_title(x, document));
}

bool is_titled_as_plan(struct extraction *x, const struct document *document)
{
    return friend_by_title(x, document) == FRIEND_NOTICE;
}

bool is_named_by_file(const struct role *role)
{
    const struct records *titles = role_records(role, ELEMENT_TITLE);
    if (titles->count == 0)
        return false;
    const struct span *at = &titles->rows[0].at;
    return at->end == 0 && at->paragraph == 0 && at->table == 0;
}

/*
 * A name still to be written, a number or a date, a post that only stands for others, or a line for
 * somebody's name.
 */
static bool is_placeholder(const struct role *role)
{
    static const char *const begins[] = {"XX", "××", "xx", "ＸＸ", NULL};
    struct text title = role_title(role);
    bool says_little = role_records(role, ELEMENT_DUTIES)->count < DUTIES_OF_ROLE;
    bool is_number = !text_is_empty(title) &&
                     text_consists_of(title, TEXT("0123456789-/.,~–—～至 年月日週周第()（）"));
    return is_blank_name(title) || is_number || text_starts_with(title, TEXT("姓名")) ||
           (says_little && text_starts_with_one_of(title, begins));
}

bool is_false_friend(struct extraction *x, const struct document *document,
                     const struct handbook *handbook)
{
    const struct role *role = handbook->roles;
    if (handbook->role_count == 1 &&
        (denies_role(friend_of_title(x, role_title(role))) ||
         (is_named_by_file(role) && friend_of(x, document) != FRIEND_UNKNOWN)))
        return true;
    if (is_another_paper(x, document) || tells_stories(x, document) ||
        are_personas(x, document, handbook))
        return true;
    size_t blanks = 0;
    for (; role != NULL; role = role->next)
        blanks += is_placeholder(role);
    return 2 * blanks > handbook->role_count;
}

void report_no_role(struct extraction *x, const struct document *document,
                    struct diagnostics *diags)
{
    report_warning(diags, &messages[friend_of(x, document)], span_of_source(document->source),
                   TEXT(""), TEXT(""));
}

void report_empty_form(const struct document *document, struct diagnostics *diags)
{
    report_warning(diags, &messages[FRIEND_EMPTY_FORM], span_of_source(document->source), TEXT(""),
                   TEXT(""));
}

bool finding_is_no_role(const struct diagnostic *d)
{
    for (size_t i = 0; i < FRIEND_COUNT; i++)
        if (d->message == &messages[i])
            return true;
    return false;
}
