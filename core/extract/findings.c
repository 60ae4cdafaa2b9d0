#include "core/extract/findings.h"

static const struct message unrecognised_section = {
    {"不認得的標題「{0}」：內容照原樣保留；若屬某一要素，請改用該要素的標題",
     "不认得的标题「{0}」：内容照原样保留；若属某一要素，请改用该要素的标题",
     "unrecognised section \"{0}\": kept as it is; if it belongs to an element, use that "
     "element's heading"}};
static const struct message near_section = {
    {"不認得的標題「{0}」：內容照原樣保留；相近的要素是 {1}",
     "不认得的标题「{0}」：内容照原样保留；相近的要素是 {1}",
     "unrecognised section \"{0}\": kept as it is; the nearest elements are {1}"}};
static const struct message likely_section = {
    {"不認得的標題「{0}」：按字面當作{1}；若不是，請改用所屬要素的標題",
     "不认得的标题「{0}」：按字面当作{1}；若不是，请改用所属要素的标题",
     "unrecognised section \"{0}\": read as {1} by its words; if it is another element, use that "
     "element's heading"}};
static const struct message words_apart = {
    {"「{0}」看不出屬於哪一要素，放在附註裡：請移到所屬的要素下",
     "「{0}」看不出属于哪一要素，放在附注里：请移到所属的要素下",
     "nothing says which element \"{0}\" belongs to: it stands in the notes; move it to its element"}};
static const struct message repeated_section = {
    {"「{0}」重複：{1}在前面已經寫過，請合併成一處", "「{0}」重复：{1}在前面已经写过，请合并成一处",
     "\"{0}\" repeats {1}, which this role has already: join the two"}};
static const struct message divided_section = {
    {"「{0}」也屬於{1}，前面已經寫過一處：兩處各有所指就照舊，否則請合併",
     "「{0}」也属于{1}，前面已经写过一处：两处各有所指就照旧，否则请合并",
     "\"{0}\" is a part of {1}, which this role has above already: leave it if the two differ, else join "
     "them"}};
static const struct message empty_section = {
    {"「{0}」下面沒有內容：請補上內容，或寫明「不適用」與原因",
     "「{0}」下面没有内容：请补上内容，或写明「不适用」与原因",
     "nothing stands under \"{0}\": fill it in, or write \"n/a\" with the reason"}};

static const struct finding_row rows[FINDING_COUNT] = {
    [FINDING_UNRECOGNISED_SECTION] = {"S101", "unrecognised-section", LEVEL_INFO,
                                      &unrecognised_section},
    [FINDING_UNRECOGNISED_SECTION_NEAR] = {"S101", "unrecognised-section", LEVEL_INFO,
                                           &near_section},
    [FINDING_LIKELY_SECTION] = {"S101", "unrecognised-section", LEVEL_INFO, &likely_section},
    [FINDING_WORDS_APART] = {"S101", "unrecognised-section", LEVEL_WARNING, &words_apart},
    [FINDING_REPEATED_SECTION] = {"S102", "repeated-section", LEVEL_WARNING, &repeated_section},
    [FINDING_DIVIDED_SECTION] = {"S102", "repeated-section", LEVEL_INFO, &divided_section},
    [FINDING_EMPTY_SECTION] = {"S103", "empty-section", LEVEL_WARNING, &empty_section},
};

const struct finding_row *finding_row(enum finding finding) { return &rows[finding]; }
