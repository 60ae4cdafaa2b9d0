/*
 * Writes N role definitions as Markdown, XML and Word forms: the same work for every reader.
 *
 *   generate N FOLDER      FOLDER/md, FOLDER/xml and FOLDER/docx, a file a role
 *
 * Role k has the same words in every run and every N.
 */
#include "core/base/atomic_write.h"
#include "core/base/diagnostics.h"
#include "core/base/text_buffer.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <zip.h>

#define DUTIES 10
#define STANDARDS 4
#define CONDITIONS 5

static const char *const acts[] = {"負責編製", "負責審核", "負責登記", "負責核對", "負責歸檔",
                                   "負責發布", "負責評定", "負責受理", "負責分派", "負責驗收"};
static const char *const whats[] = {"客戶訴求工單", "月度班表",     "設備點檢表", "採購合同",
                                    "培訓課程",     "品質抽檢報告", "庫存盤點表", "預算執行台帳",
                                    "知識條目",     "應急預案",     "投訴案卷",   "績效評分表"};
static const char *const hows[] = {"《受理規程》",     "《排班辦法》",    "《點檢規範》",
                                   "《合同審批流程》", "《授課規程》",    "《抽檢標準》",
                                   "《盤點制度》",     "《預算管理辦法》"};
static const char *const results[] = {"記錄與原件逐項一致", "在承諾時限內辦結",
                                      "差錯率低於千分之三", "每項均有承擔者與期限",
                                      "歸檔目錄與附件相符", "各時段人數符合需求"};
static const char *const departments[] = {"受理服務部", "品質與知識部", "營運規劃部",
                                          "財務部",     "人力資源部",   "設備管理部"};
static const char *const titles[] = {"專員", "主管", "分析員", "管理員", "協調員", "審核員"};

struct maker {
    uint64_t state;
    struct arena *arena;
};

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static size_t pick(struct maker *m, size_t count)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (size_t)((z ^ (z >> 31)) % count);
}
#define PICK(m, list) list[pick(m, sizeof list / sizeof *list)]

/* What one role says, whatever the form. */
struct words {
    const char *title, *department, *id;
    const char *duties[DUTIES], *indicators[STANDARDS], *conditions[CONDITIONS];
};

static const char *format(struct maker *m, const char *a, const char *b, const char *c,
                          const char *d)
{
    struct text_buffer out = text_buffer_new(m->arena);
    const char *parts[] = {a, b, c, d};
    for (size_t i = 0; i < 4; i++)
        buffer_append_string(&out, parts[i]);
    return buffer_string(&out);
}

static struct words make_words(struct maker *m, size_t number)
{
    struct words w = {.department = PICK(m, departments)};
    char id[32];
    snprintf(id, sizeof id, "R-%06zu", number);
    w.id = text_to_string(m->arena, text_from_string(id));
    w.title = format(m, PICK(m, whats), PICK(m, titles), " ", w.id);
    for (size_t i = 0; i < DUTIES; i++)
        w.duties[i] = format(m, PICK(m, acts), PICK(m, whats),
                             format(m, "，遵循", PICK(m, hows), "，確保", PICK(m, results)), "。");
    for (size_t i = 0; i < STANDARDS; i++)
        w.indicators[i] = format(m, PICK(m, whats), "按期完成率", "", "");
    for (size_t i = 0; i < CONDITIONS; i++)
        w.conditions[i] = format(m, "熟悉", PICK(m, hows), "並通過", "測驗");
    return w;
}

static struct text markdown(struct maker *m, const struct words *w)
{
    struct text_buffer out = text_buffer_new(m->arena);
    buffer_append_format(&out, "---\nid: %s\ndepartment: %s\nheadcount: \"3\"\n---\n\n# %s\n\n",
                         w->id, w->department, w->title);
    buffer_append_string(&out, "## 崗位職責\n\n");
    for (size_t i = 0; i < DUTIES; i++)
        buffer_append_format(&out, "%zu. %s\n", i + 1, w->duties[i]);
    buffer_append_string(&out, "\n## 任職條件\n\n");
    for (size_t i = 0; i < CONDITIONS; i++)
        buffer_append_format(&out, "- %s\n", w->conditions[i]);
    buffer_append_string(&out, "\n## 績效標準\n\n|指標|目標值|權重|\n|-|-|-|\n");
    for (size_t i = 0; i < STANDARDS; i++)
        buffer_append_format(&out, "|%s|≥ 95%%|25%%|\n", w->indicators[i]);
    return buffer_text(&out);
}

static struct text xml(struct maker *m, const struct words *w)
{
    struct text_buffer out = text_buffer_new(m->arena);
    buffer_append_format(&out,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<role "
                         "xmlns=\"urn:rolebook:1\" xml:lang=\"zh-Hant\">\n<title>%s</title><id>%s"
                         "</id><department>%s</department><headcount>3</headcount>\n<duties>\n",
                         w->title, w->id, w->department);
    for (size_t i = 0; i < DUTIES; i++)
        buffer_append_format(&out, "<record label=\"%zu.\"><duty>%s</duty></record>\n", i + 1,
                             w->duties[i]);
    buffer_append_string(&out, "</duties>\n<appointment>\n");
    for (size_t i = 0; i < CONDITIONS; i++)
        buffer_append_format(&out, "<record><condition>%s</condition></record>\n",
                             w->conditions[i]);
    buffer_append_string(&out, "</appointment>\n<standards>\n");
    for (size_t i = 0; i < STANDARDS; i++)
        buffer_append_format(
            &out,
            "<record><indicator>%s</indicator><target>≥ 95%%</target><weight>25%%</weight></record>\n",
            w->indicators[i]);
    buffer_append_string(&out, "</standards>\n</role>\n");
    return buffer_text(&out);
}

/* ---- Word ---- */

static void cell(struct text_buffer *out, const char *properties, const char *words)
{
    buffer_append_format(out,
                         "<w:tc><w:tcPr>%s</w:tcPr><w:p w:rsidR=\"00A1B2C3\"><w:pPr><w:pStyle "
                         "w:val=\"Cell\"/></w:pPr><w:r w:rsidRPr=\"00D4E5F6\"><w:rPr><w:rFonts "
                         "w:hint=\"eastAsia\"/><w:sz w:val=\"21\"/></w:rPr><w:t>%s</w:t></w:r>"
                         "</w:p></w:tc>",
                         properties, words);
}

static void rows(struct text_buffer *out, const char *label, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_append_string(out, "<w:tr>");
        cell(out, i == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>", i == 0 ? label : "");
        cell(out, "<w:gridSpan w:val=\"3\"/>", list[i]);
        buffer_append_string(out, "</w:tr>");
    }
}

static struct text document(struct maker *m, const struct words *w)
{
    struct text_buffer out = text_buffer_new(m->arena);
    buffer_append_string(
        &out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document "
              "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
              "<w:p><w:pPr><w:pStyle w:val=\"Form\"/></w:pPr><w:r><w:t>崗位說明書</w:t></w:r></w:p>"
              "<w:tbl><w:tblGrid><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"3000\"/><w:gridCol "
              "w:w=\"1500\"/><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr>");
    cell(&out, "", "崗位名稱");
    cell(&out, "", w->title);
    cell(&out, "", "崗位編號");
    cell(&out, "", w->id);
    buffer_append_string(&out, "</w:tr><w:tr>");
    cell(&out, "", "所屬部門");
    cell(&out, "", w->department);
    cell(&out, "", "人員數量");
    cell(&out, "", "3");
    buffer_append_string(&out, "</w:tr>");
    rows(&out, "崗位職責", w->duties, DUTIES);
    rows(&out, "任職條件", w->conditions, CONDITIONS);
    rows(&out, "績效標準", w->indicators, STANDARDS);
    buffer_append_string(&out, "</w:tbl><w:sectPr/></w:body></w:document>");
    return buffer_text(&out);
}

/* Word writes some thirty kilobytes of styles, the same into every file. */
static struct text styles(struct maker *m)
{
    struct text_buffer out = text_buffer_new(m->arena);
    buffer_append_string(
        &out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:styles "
              "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
              "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
              "w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Form\">"
              "<w:name w:val=\"Form\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:b/></w:rPr></w:style>"
              "<w:style w:type=\"paragraph\" w:styleId=\"Cell\"><w:name w:val=\"Cell\"/><w:basedOn "
              "w:val=\"Normal\"/></w:style>");
    for (size_t i = 0; i < 160; i++)
        buffer_append_format(
            &out,
            "<w:style w:type=\"paragraph\" w:styleId=\"S%zu\"><w:name w:val=\"Style "
            "%zu\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"%zu\"/>"
            "</w:pPr><w:rPr><w:sz w:val=\"%zu\"/></w:rPr></w:style>",
            i, i, 10 * i, 18 + i % 20);
    buffer_append_string(&out, "</w:styles>");
    return buffer_text(&out);
}

static void add_part(zip_t *zip, const char *name, struct text bytes)
{
    zip_source_t *source = zip_source_buffer(zip, bytes.data, bytes.size, 0);
    zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    zip_file_set_dostime(zip, (zip_uint64_t)index, 0, 0x21, 0);
}

static void write_docx(struct maker *m, const struct words *w, const char *path)
{
    int error;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == NULL)
        exit(2);
    add_part(zip, "[Content_Types].xml",
             TEXT("<?xml version=\"1.0\"?><Types "
                  "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                  "Extension=\"rels\" "
                  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Override PartName=\"/word/document.xml\" "
                  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
                  "document.main+xml\"/><Override PartName=\"/word/styles.xml\" "
                  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
                  "styles+xml\"/></Types>"));
    add_part(zip, "_rels/.rels",
             TEXT("<?xml version=\"1.0\"?><Relationships "
                  "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  "<Relationship Id=\"r1\" "
                  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                  "officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
    add_part(zip, "word/_rels/document.xml.rels",
             TEXT("<?xml version=\"1.0\"?><Relationships "
                  "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  "<Relationship Id=\"r1\" "
                  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                  "styles\" Target=\"styles.xml\"/></Relationships>"));
    add_part(zip, "word/styles.xml", styles(m));
    add_part(zip, "word/document.xml", document(m, w));
    if (zip_close(zip) != 0)
        exit(2);
}

static const char *path_of(struct maker *m, const char *folder, const char *form, size_t number)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s/role-%06zu.%s", folder, form, number, form);
    return text_to_string(m->arena, text_from_string(path));
}

static void write_role(size_t number, const char *folder)
{
    struct maker m = {.state = number, .arena = arena_open(NULL, NULL)};
    struct diagnostics *diags = diagnostics_new(m.arena);
    struct words w = make_words(&m, number);
    if (atomic_write(path_of(&m, folder, "md", number), markdown(&m, &w), diags) != STATUS_OK ||
        atomic_write(path_of(&m, folder, "xml", number), xml(&m, &w), diags) != STATUS_OK)
        exit(2);
    write_docx(&m, &w, path_of(&m, folder, "docx", number));
    arena_close(m.arena);
}

int main(int count, char **arguments)
{
    static const char *const forms[] = {"", "/md", "/xml", "/docx"};
    if (count != 3)
        return 2;
    for (size_t i = 0; i < 4; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s%s", arguments[2], forms[i]);
        mkdir(path, 0777);
    }
    size_t roles = (size_t)strtoul(arguments[1], NULL, 10);
    for (size_t number = 1; number <= roles; number++)
        write_role(number, arguments[2]);
    return 0;
}
