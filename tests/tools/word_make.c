/*
 * word_make FOLDER COUNT: Word files made at random, each element where ECMA-376 lets it stand and
 * some where it does not; file k has the same bytes in every run.
 *
 * Forms, prose and both; tables in tables, merges, content controls, text boxes twice over,
 * tracked changes, fields left open, notes, symbols, hidden text. What they say is nonsense among
 * labels that rolebook knows, so that extraction does all it can do.
 */
#include "core/base/text_buffer.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define NOTES 40
#define DEPTH 4 /* of tables, controls and text boxes in each other */

struct maker {
    uint64_t state;
    struct arena *arena;
    struct text_buffer *out;
    size_t depth;
    size_t footnotes, endnotes, comments;
};

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static size_t pick(struct maker *m, size_t count)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (size_t)((z ^ (z >> 31)) % count);
}

static bool once_in(struct maker *m, size_t times) { return pick(m, times) == 0; }

static void put(struct maker *m, const char *markup) { buffer_append_string(m->out, markup); }

/* ---- words ---- */

static const char *const labels[] = {
    "岗位名称",    "崗位職責",    "任职条件：",     "所属部门",   "直接上级：", "Position",
    "Duties:",     "Purpose",     "绩效标准",       "岗位说明书", "人员数量",   "授权范围",
    "设备工具",    "工作关系",    "Requirements",   "免職條件",   "备注",       "审核",
    "第一章 总则", "第三条",      "岗位目的：",     "职责",       "序号",       "权重",
    "指标",        "Reports to:", "任职资格：",     "教育背景",   "目标",       "客服代表岗位职责",
    "（续上表）",  "無",          "☑ 是",           "□ 否",       "版本",       "职    责",
    "一、职责",    "(二)资格：",  "Qualifications", "其他"};

static void put_nonsense(struct maker *m)
{
    size_t size = 1 + pick(m, 12);
    bool is_han = pick(m, 3) > 0;
    for (size_t i = 0; i < size; i++) {
        if (once_in(m, 9))
            put(m, is_han ? "，" : " ");
        if (is_han)
            buffer_append_code_point(m->out, (uint32_t)(0x4E00 + pick(m, 6000)));
        else
            buffer_append_byte(m->out, (char)('a' + pick(m, 26)));
    }
}

static void put_words(struct maker *m)
{
    static const char *const marks[] = {"1、", "（一）", "2.", "• ", "；",
                                        "。",  "&amp;",  "：", "  ", "…"};
    if (once_in(m, 5))
        put(m, marks[pick(m, sizeof marks / sizeof *marks)]);
    if (once_in(m, 3))
        put(m, labels[pick(m, sizeof labels / sizeof *labels)]);
    else
        put_nonsense(m);
    if (once_in(m, 5))
        put(m, marks[pick(m, sizeof marks / sizeof *marks)]);
}

/* ---- runs ---- */

static void put_blocks(struct maker *m, size_t most);

static void put_run_of(struct maker *m, const char *element)
{
    static const char *const looks[] = {"",
                                        "",
                                        "",
                                        "<w:rPr><w:b/></w:rPr>",
                                        "<w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr>",
                                        "<w:rPr><w:vanish/></w:rPr>",
                                        "<w:rPr><w:rStyle w:val=\"Hidden\"/></w:rPr>",
                                        "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
                                        "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>"};
    put(m, "<w:r>");
    put(m, looks[pick(m, sizeof looks / sizeof *looks)]);
    buffer_append_format(m->out, "<w:%s%s>", element,
                         once_in(m, 2) ? " xml:space=\"preserve\"" : "");
    put_words(m);
    buffer_append_format(m->out, "</w:%s>", element);
    if (once_in(m, 12))
        put(m, "<w:br/><w:t>接</w:t>");
    if (once_in(m, 12))
        put(m, "<w:tab/>");
    put(m, "</w:r>");
}

static void put_run(struct maker *m) { put_run_of(m, "t"); }

static void put_change(struct maker *m)
{
    static const char *const names[] = {"ins", "del", "moveFrom", "moveTo"};
    size_t kind = pick(m, 4);
    buffer_append_format(m->out, "<w:%s w:id=\"9\" w:author=\"a\">", names[kind]);
    put_run_of(m, kind == 1 ? "delText" : "t");
    buffer_append_format(m->out, "</w:%s>", names[kind]);
}

static void put_wrapped(struct maker *m)
{
    static const char *const begins[] = {
        "<w:hyperlink w:anchor=\"x\">",
        "<w:smartTag w:element=\"date\">",
        "<w:sdt><w:sdtPr><w:alias w:val=\"no words\"/></w:sdtPr><w:sdtContent>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
        "<w:fldSimple w:instr=\" REF x \">",
        "<w:customXml w:element=\"e\">",
        "<w:dir w:val=\"rtl\">"};
    static const char *const ends[] = {"</w:hyperlink>",
                                       "</w:smartTag>",
                                       "</w:sdtContent></w:sdt>",
                                       "</w:sdtContent></w:sdt>",
                                       "</w:fldSimple>",
                                       "</w:customXml>",
                                       "</w:dir>"};
    size_t kind = pick(m, sizeof begins / sizeof *begins);
    put(m, begins[kind]);
    for (size_t runs = 1 + pick(m, 2); runs > 0; runs--)
        put_run(m);
    put(m, ends[kind]);
}

#define FIELD_CHAR(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"

static void put_field(struct maker *m)
{
    static const char *const names[] = {"HYPERLINK \"http://e.org\"", "PAGE", "REF x", "DATE",
                                        "IF a = b"};
    put(m, FIELD_CHAR("begin") "<w:r><w:instrText> ");
    put(m, names[pick(m, sizeof names / sizeof *names)]);
    put(m, " </w:instrText></w:r>" FIELD_CHAR("separate"));
    put_run(m);
    if (pick(m, 6) > 0)
        put(m, FIELD_CHAR("end"));
}

static void put_sign(struct maker *m)
{
    static const char *const signs[] = {
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>",
        "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"0052\"/></w:r>",
        "<w:r><w:noBreakHyphen/><w:t>a</w:t></w:r>",
        "<w:r><w:softHyphen/><w:cr/></w:r>",
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>ほん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>本"
        "</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:f><m:num><m:r><m:t>達成</m:t></m:r></m:num><m:den><m:r><m:t>計畫</m:t></m:r>"
        "</m:den></m:f></m:oMath>",
        "<w:r><w:pict><v:shape><v:textpath string=\"美術字\"/></v:shape></w:pict></w:r>",
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"一張圖\"/><a:graphic><a:blip "
        "r:embed=\"rId6\"/></a:graphic></wp:inline></w:drawing></w:r>",
        "<w:r><w:t>\xEF\x81\xBC</w:t></w:r>",
        "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>",
    };
    put(m, signs[pick(m, sizeof signs / sizeof *signs)]);
}

static void put_note(struct maker *m)
{
    static const char *const names[] = {"footnote", "endnote", "comment"};
    size_t kind = pick(m, 3);
    size_t *counts[] = {&m->footnotes, &m->endnotes, &m->comments};
    if (*counts[kind] < NOTES)
        buffer_append_format(m->out, "<w:r><w:%sReference w:id=\"%zu\"/></w:r>", names[kind],
                             ++*counts[kind]);
}

/* The same words for two kinds of readers. */
static void put_text_box(struct maker *m)
{
    struct text_buffer inner = text_buffer_new(m->arena), *outside = m->out;
    if (m->depth >= DEPTH)
        return;
    m->depth++;
    m->out = &inner;
    put_blocks(m, 2);
    m->out = outside;
    m->depth--;
    struct text words = buffer_text(&inner);
    put(m, "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
           "<w:txbxContent>");
    buffer_append(m->out, words);
    put(m, "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
           "<w:txbxContent>");
    buffer_append(m->out, words);
    put(m, "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>");
}

static void put_inline(struct maker *m)
{
    size_t kind = pick(m, 24);
    if (kind < 13)
        put_run(m);
    else if (kind < 15)
        put_change(m);
    else if (kind < 18)
        put_wrapped(m);
    else if (kind < 20)
        put_sign(m);
    else if (kind < 21)
        put_field(m);
    else if (kind < 23)
        put_note(m);
    else
        put_text_box(m);
}

/* ---- blocks ---- */

static void put_paragraph(struct maker *m)
{
    static const char *const properties[] = {
        "",
        "",
        "",
        "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>",
        "<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "<w:pPr><w:jc w:val=\"center\"/></w:pPr>",
        "<w:pPr><w:pStyle w:val=\"Hidden\"/></w:pPr>",
        "<w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>",
        "<w:pPr><w:pageBreakBefore/></w:pPr>"};
    put(m, "<w:p>");
    put(m, properties[pick(m, sizeof properties / sizeof *properties)]);
    for (size_t inlines = pick(m, 5); inlines > 0; inlines--)
        put_inline(m);
    put(m, "</w:p>");
}

static size_t put_cell(struct maker *m, size_t room)
{
    size_t span = once_in(m, 3) ? 1 + pick(m, room) : 1;
    put(m, "<w:tc><w:tcPr>");
    if (span > 1)
        buffer_append_format(m->out, "<w:gridSpan w:val=\"%zu\"/>", span);
    if (once_in(m, 4))
        put(m, once_in(m, 2) ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    if (once_in(m, 20))
        put(m, once_in(m, 2) ? "<w:hMerge w:val=\"restart\"/>" : "<w:hMerge/>");
    put(m, "</w:tcPr>");
    if (pick(m, 10) > 0)
        put_paragraph(m);
    if (once_in(m, 5))
        put_blocks(m, 2);
    put(m, "</w:tc>");
    return span;
}

static void put_row(struct maker *m, size_t columns)
{
    static const char *const properties[] = {"", "", "", "<w:tblHeader/>", "<w:cantSplit/>"};
    put(m, "<w:tr><w:trPr>");
    size_t at = once_in(m, 8) ? pick(m, columns) : 0;
    if (at > 0)
        buffer_append_format(m->out, "<w:gridBefore w:val=\"%zu\"/>", at);
    put(m, once_in(m, 30) ? "<w:del w:id=\"4\"/>" : properties[pick(m, 5)]);
    put(m, "</w:trPr>");
    bool is_wrapped = once_in(m, 20);
    while (at < columns && pick(m, 20) > 0) {
        put(m, is_wrapped ? "<w:sdt><w:sdtContent>" : "");
        at += put_cell(m, columns - at);
        put(m, is_wrapped ? "</w:sdtContent></w:sdt>" : "");
    }
    put(m, "</w:tr>");
}

static void put_table(struct maker *m)
{
    size_t columns = 1 + pick(m, 6), rows = 1 + pick(m, 6);
    put(m, "<w:tbl><w:tblPr/><w:tblGrid>");
    for (size_t i = 0; i < columns; i++)
        put(m, "<w:gridCol w:w=\"1200\"/>");
    put(m, "</w:tblGrid>");
    m->depth++;
    while (rows-- > 0)
        put_row(m, columns);
    m->depth--;
    put(m, "</w:tbl>");
}

static void put_control(struct maker *m)
{
    put(m, once_in(m, 4) ? "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                         : "<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>");
    m->depth++;
    put_blocks(m, 3);
    m->depth--;
    put(m, "</w:sdtContent></w:sdt>");
}

static void put_blocks(struct maker *m, size_t most)
{
    for (size_t blocks = pick(m, most + 1); blocks > 0; blocks--) {
        size_t kind = m->depth >= DEPTH ? 0 : pick(m, 20);
        if (kind < 14)
            put_paragraph(m);
        else if (kind < 18)
            put_table(m);
        else if (kind < 19)
            put_control(m);
        else
            put_run(m); /* where no run may stand */
    }
}

/* ---- parts ---- */

#define NS                                                                                         \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                    \
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""             \
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""                    \
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""                      \
    " xmlns:v=\"urn:schemas-microsoft-com:vml\""                                                   \
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""             \
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""         \
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE type "\" Target=\"" target "\"/>"
#define RELATIONS                                                                                  \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

static void add_part(zip_t *zip, const char *name, struct text bytes)
{
    zip_source_t *source = zip_source_buffer(zip, bytes.data, bytes.size, 0);
    zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    zip_file_set_dostime(zip, (zip_uint64_t)index, 0, 0x21, 0);
}

static struct text document(struct maker *m)
{
    struct text_buffer out = text_buffer_new(m->arena);
    m->out = &out;
    put(m, "<w:document" NS "><w:body>");
    for (size_t i = 0; i < 4; i++)
        put_blocks(m, 8);
    put(m, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:footerReference "
           "w:type=\"default\" r:id=\"rId8\"/></w:sectPr></w:body></w:document>");
    return buffer_text(&out);
}

static struct text notes(struct maker *m, const char *root, const char *name, size_t count)
{
    struct text_buffer out = text_buffer_new(m->arena);
    m->out = &out;
    m->footnotes = m->endnotes = m->comments = NOTES; /* no notes in notes */
    m->depth = DEPTH;
    buffer_append_format(&out, "<w:%s" NS ">", root);
    for (size_t i = 1; i <= count; i++) {
        buffer_append_format(&out, "<w:%s w:id=\"%zu\">", name, i);
        put_blocks(m, 2);
        buffer_append_format(&out, "</w:%s>", name);
    }
    buffer_append_format(&out, "</w:%s>", root);
    return buffer_text(&out);
}

static const char styles[] =
    "<w:styles" NS "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name "
    "w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name "
    "w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style><w:style w:type=\"paragraph\" "
    "w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/></w:style><w:style w:type=\"paragraph\" "
    "w:styleId=\"Hidden\"><w:name w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style "
    "w:type=\"character\" w:styleId=\"Hidden\"><w:name w:val=\"Hidden too\"/><w:rPr><w:vanish/>"
    "</w:rPr></w:style></w:styles>";
static const char numbering[] =
    "<w:numbering" NS "><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt "
    "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt "
    "w:val=\"bullet\"/><w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
    "<w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

static void write_file(struct maker *m, const char *path)
{
    int error;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == NULL)
        exit(2);
    struct text body = document(m);
    size_t counts[] = {m->footnotes, m->endnotes, m->comments};
    add_part(
        zip, "_rels/.rels",
        TEXT(RELATIONS RELATION("rId1", "officeDocument", "word/document.xml") "</Relationships>"));
    add_part(
        zip, "word/_rels/document.xml.rels",
        TEXT(RELATIONS RELATION("rId1", "styles", "styles.xml") RELATION(
            "rId2", "numbering", "numbering.xml") RELATION("rId3", "footnotes", "footnotes.xml")
                 RELATION("rId4", "endnotes", "endnotes.xml")
                     RELATION("rId5", "header", "header1.xml") RELATION("rId6", "image", "a.png")
                         RELATION("rId7", "comments", "comments.xml")
                             RELATION("rId8", "footer", "footer1.xml") "</Relationships>"));
    add_part(zip, "word/document.xml", body);
    add_part(zip, "word/styles.xml", TEXT(styles));
    add_part(zip, "word/numbering.xml", TEXT(numbering));
    add_part(zip, "word/footnotes.xml", notes(m, "footnotes", "footnote", counts[0]));
    add_part(zip, "word/endnotes.xml", notes(m, "endnotes", "endnote", counts[1]));
    add_part(zip, "word/comments.xml", notes(m, "comments", "comment", counts[2]));
    add_part(zip, "word/header1.xml", notes(m, "hdr", "customXml", pick(m, 3)));
    add_part(zip, "word/footer1.xml", notes(m, "ftr", "customXml", pick(m, 3)));
    if (zip_close(zip) != 0)
        exit(2);
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: word_make FOLDER COUNT\n", stderr);
        return 2;
    }
    size_t files = (size_t)strtoul(arguments[2], NULL, 10);
    for (size_t number = 1; number <= files; number++) {
        struct maker m = {.state = number, .arena = arena_open(NULL, NULL)};
        char path[512];
        snprintf(path, sizeof path, "%s/made-%04zu.docx", arguments[1], number);
        write_file(&m, path);
        arena_close(m.arena);
    }
    return 0;
}
