/*
 * Two roles told in three languages, and the proof that a text that was written of them is read as
 * them.
 */
#ifndef ROLEBOOK_TOLD_ROLES_H
#define ROLEBOOK_TOLD_ROLES_H

#include "converters/converter.h"
#include "core/base/text_buffer.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/unit/vocabulary.h"

#define ITEMS 3
#define SECTIONS 3
#define ROLES 2

/* A role in words of one language. */
struct told_role {
    const char *title, *department, *purpose;
    const char *items[SECTIONS][ITEMS]; /* of duties, conditions and benefits */
};

struct tongue {
    const char *labels[3 + SECTIONS]; /* title, department, purpose, then the sections */
    const char *colon;
    struct told_role roles[ROLES];
};

static const enum element elements[SECTIONS] = {ELEMENT_DUTIES, ELEMENT_APPOINTMENT,
                                                ELEMENT_REWARDS};

static const struct tongue tongues[] = {
    {{"Job Title", "Department", "Job Purpose", "Key Responsibilities", "Qualifications",
      "Benefits"},
     ":",
     {{"Harbour Clerk",
       "Quay Office",
       "The clerk keeps the papers of the harbour in order.",
       {{"Keep the log of the gate; sign it at night", "Write the letters to the captains",
         "Count the boats at high water"},
        {"Two years of experience in an office", "A licence to steer small boats",
         "Good command of English and French"},
        {"Salary: 2,000 a month", "A room above the harbour", "Boots and a coat each year"}}},
      {"Sail Maker",
       "Workshop",
       "The sail maker cuts and mends what the boats carry.",
       {{"Draw the panels on the floor", "Stitch the seams by machine",
         "Repair what comes back torn"},
        {"A diploma in textile work", "Experience with heavy cloth", "Steady hands"},
        {"Hourly pay by the tariff", "Tools for the holder's own use", "Free ferry rides"}}}}},
    {{"岗位名称", "所属部门", "岗位目的", "岗位职责", "任职资格", "薪酬福利"},
     "：",
     {{"码头文员",
       "港务办公室",
       "保证港口的文件齐全、及时归档。",
       {{"登记闸口日志，每晚签字", "起草致船长的信函", "满潮时清点船只"},
        {"两年以上办公室工作经验", "持有小艇驾驶证", "英语良好"},
        {"每月工资两千元", "提供港口宿舍", "每年发放雨靴和大衣"}}},
      {"缝帆工",
       "帆具车间",
       "按时裁制并修补船帆。",
       {{"在地板上画出帆片", "用机器缝合接缝", "修补送回的破帆"},
        {"纺织专业中专以上学历", "有厚布缝纫经验", "双手稳健"},
        {"计件工资", "配备个人工具", "免费乘坐渡轮"}}}}},
    {{"職務名稱", "所屬部門", "職務目的", "工作職責", "任用資格", "薪資福利"},
     "：",
     {{"碼頭文員",
       "港務辦公室",
       "確保港口的文件齊全並及時歸檔。",
       {{"登記閘口日誌，每晚簽名", "撰寫致船長的信函", "滿潮時清點船隻"},
        {"兩年以上辦公室工作經驗", "持有小艇駕駛執照", "英語良好"},
        {"每月薪資兩萬元", "提供港口宿舍", "每年發給雨靴及大衣"}}},
      {"縫帆技師",
       "帆具工場",
       "準時裁製並修補船帆。",
       {{"在地板上畫出帆片", "以機器縫合接縫", "修補送回的破帆"},
        {"紡織科系畢業", "具厚布縫紉經驗", "雙手穩健"},
        {"按件計薪", "配發個人工具", "免費搭乘渡輪"}}}}},
};

static struct handbook *read_markdown(struct text words)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.md";
    struct diagnostics *diags = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = source, .bytes = words, .diags = diags};
    struct document *document = NULL;
    const struct converter *converter = converter_sniff(input.bytes, TEXT("a.md"));
    assert_int_equal(converter->read_document(&input, &document), STATUS_OK);
    struct account *account = account_new(arena);
    struct handbook *handbook =
        extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL, account, diags);
    if (account->lost > 0)
        fail_msg("\"%.*s\" is lost of:\n%.*s", TEXT_ARGS(account->lost_words),
                 TEXT_ARGS(input.bytes));
    normalise_handbook(handbook, vocabulary);
    return handbook;
}

static void assert_told(struct text words, const struct role *role, const struct told_role *told)
{
    if (!text_is(role_title(role), told->title))
        fail_msg("\"%.*s\" is not \"%s\" in:\n%.*s", TEXT_ARGS(role_title(role)), told->title,
                 TEXT_ARGS(words));
    for (size_t s = 0; s < SECTIONS; s++) {
        const struct records *records = &role->values[elements[s]];
        for (size_t i = 0; i < ITEMS; i++)
            if (i >= records->count || /* an item keeps the stop that joins it to the next */
                !text_is(text_trim_any(records->rows[i].text, "；"), told->items[s][i]))
                fail_msg("\"%s\" of \"%s\" is missing among %zu in:\n%.*s", told->items[s][i],
                         told->title, records->count, TEXT_ARGS(words));
        if (records->count != ITEMS)
            fail_msg("%zu items, not %d, of \"%s\" in:\n%.*s", records->count, ITEMS, told->title,
                     TEXT_ARGS(words));
    }
    const struct records *purpose = &role->values[ELEMENT_PURPOSE];
    const struct records *department = &role->values[ELEMENT_DEPARTMENT];
    if (purpose->count != 1 || !text_is(purpose->rows[0].text, told->purpose) ||
        department->count != 1 || !text_is(department->rows[0].text, told->department))
        fail_msg("the purpose or department of \"%s\" is not as told in:\n%.*s", told->title,
                 TEXT_ARGS(words));
}

/* The words are read as the first so many roles of the tongue. */
static void assert_roles_told(const struct tongue *tongue, struct text words, size_t count)
{
    struct handbook *handbook = read_markdown(words);
    if (handbook->role_count != count)
        fail_msg("%zu roles, not %zu in:\n%.*s", handbook->role_count, count, TEXT_ARGS(words));
    size_t i = 0;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        assert_told(words, role, &tongue->roles[i++]);
}

#endif
