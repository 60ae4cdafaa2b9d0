#include "converters/doc/doc.h"
#include "converters/doc/mhtml.h"
#include "converters/doc/office.h"
#include "converters/docx/docx.h"
#include <string.h>

static const struct message needs_office = {
    {"這是{0}，需由 LibreOffice 轉換，而 PATH 上沒有 soffice：請安裝 LibreOffice，或執行 {1} 後改讀 .docx",
     "这是{0}，需由 LibreOffice 转换，而 PATH 上没有 soffice：请安装 LibreOffice，或运行 {1} 后改读 .docx",
     "this is {0}, which LibreOffice has to convert, and soffice is not on the PATH: install "
     "LibreOffice, or run {1} where it is and read the .docx"}};
static const struct message is_encrypted = {
    {"檔案有密碼保護：請在 Word 中以「檔案 › 資訊 › 保護文件」移除密碼後再試",
     "文件有密码保护：请在 Word 中以“文件 › 信息 › 保护文档”移除密码后再试",
     "the file is protected by a password: remove it in Word (File, Info, Protect Document) and try "
     "again"}};
static const struct message is_no_word = {
    {"這個 OLE2 檔裡沒有 Word 文件（或為 .xls、.ppt、.msg）：請另存為 .docx",
     "这个 OLE2 文件里没有 Word 文档（或为 .xls、.ppt、.msg）：请另存为 .docx",
     "there is no Word document in this OLE2 file (it may be .xls, .ppt or .msg): save it as "
     ".docx"}};

static const struct message is_archive_of_nothing = {
    {"這個網頁封存檔（MHTML）裡沒有網頁：請在 Word 中開啟，另存為 .docx",
     "这个网页归档文件（MHTML）里没有网页：请在 Word 中打开，另存为 .docx",
     "there is no page in this web archive (MHTML): open it in Word and save it as .docx"}};

#define OLE2 "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

/* Names of streams in an OLE2 file's directory are UTF-16 (MS-CFB, 2.6.1). */
static bool has_stream(struct text bytes, const char *name)
{
    char wide[64];
    size_t size = strlen(name);
    for (size_t i = 0; i < size; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = '\0';
    }
    return text_find(bytes, (struct text){wide, 2 * size}, 0) != TEXT_NOT_FOUND;
}

/* A word for the shell: 'it'\''s.doc' */
static void append_quoted(struct text_buffer *out, struct text word)
{
    buffer_append_byte(out, '\'');
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] == '\'')
            buffer_append_string(out, "'\\''");
        else
            buffer_append_byte(out, word.data[i]);
    buffer_append_byte(out, '\'');
}

static enum status fail_without_office(struct input *input, struct text kind)
{
    struct text_buffer command = text_buffer_new(input->diags->arena);
    bool is_stdin = strcmp(input->source->path, "-") == 0;
    buffer_append_string(&command, "soffice --headless --convert-to docx ");
    append_quoted(&command, is_stdin ? TEXT("FILE") : text_from_string(input->source->path));
    return report_error(input->diags, &needs_office, span_of_source(input->source), kind,
                        buffer_text(&command));
}

static enum status fail(struct input *input, const struct message *message)
{
    return report_error(input->diags, message, span_of_source(input->source), (struct text){0},
                        (struct text){0});
}

/* ---- what the bytes are ---- */

enum form { FORM_NONE, FORM_OLE2, FORM_RTF, FORM_ODT, FORM_FLAT_ODT, FORM_HTML, FORM_MHTML };

struct form_row {
    struct text name;
    const char *extension; /* that LibreOffice knows it by */
    const char *filter;    /* NULL: it finds out by itself; a web page it would not write as Word */
};

static const struct form_row forms[] = {
    [FORM_OLE2] = {TEXT_INIT("Word 97–2003 (.doc)"), "doc", NULL},
    [FORM_RTF] = {TEXT_INIT("RTF"), "rtf", NULL},
    [FORM_ODT] = {TEXT_INIT("OpenDocument (.odt)"), "odt", NULL},
    [FORM_FLAT_ODT] = {TEXT_INIT("OpenDocument (.fodt)"), "fodt", NULL},
    [FORM_HTML] = {TEXT_INIT("HTML"), "html", "HTML (StarWriter)"},
    [FORM_MHTML] = {TEXT_INIT("MHTML"), "html", "HTML (StarWriter)"}, /* the page in it */
};

static bool begins_in_any_case(struct text bytes, struct text head)
{
    return text_equal_ascii_case(text_slice(bytes, 0, head.size), head);
}

/* The first thing an OpenDocument text holds, stored as it is (ODF 1.2 part 3, 3.3). */
static const struct text odt_type = TEXT_INIT("mimetypeapplication/vnd.oasis.opendocument.text");
static const struct text odf_space = TEXT_INIT("urn:oasis:names:tc:opendocument:xmlns:office:1.0");

static enum form form_of(struct text bytes)
{
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    if (text_starts_with(head, TEXT(OLE2)))
        return FORM_OLE2;
    if (text_starts_with(head, TEXT("PK")))
        return text_find(head, odt_type, 0) != TEXT_NOT_FOUND ? FORM_ODT : FORM_NONE;
    if (text_starts_with(head, TEXT("\xEF\xBB\xBF")))
        head = text_from(head, 3);
    head = text_trim(head);
    if (text_starts_with(head, TEXT("{\\rtf")))
        return FORM_RTF;
    if (begins_in_any_case(head, TEXT("<html")) || begins_in_any_case(head, TEXT("<!doctype html")))
        return FORM_HTML;
    if (begins_in_any_case(head, TEXT("MIME-Version:")))
        return FORM_MHTML;
    bool is_flat = text_find(head, odf_space, 0) != TEXT_NOT_FOUND &&
                   text_find(head, TEXT("<office:document"), 0) != TEXT_NOT_FOUND;
    return is_flat ? FORM_FLAT_ODT : FORM_NONE;
}

/* ---- reading ---- */

/* What stands in the way of converting it; NULL: nothing. */
static const struct message *find_obstacle(enum form form, struct text bytes)
{
    if (form != FORM_OLE2)
        return NULL;
    if (has_stream(bytes, "EncryptedPackage"))
        return &is_encrypted;
    bool is_works = has_stream(bytes, "MatOST"); /* Microsoft Works, .wps */
    return has_stream(bytes, "WordDocument") || is_works ? NULL : &is_no_word;
}

enum status doc_read(struct input *input, struct document **document)
{
    *document = NULL;
    input->source->kind = SOURCE_WORD;
    enum form form = form_of(input->bytes);
    const struct message *obstacle = find_obstacle(form, input->bytes);
    if (obstacle != NULL)
        return fail(input, obstacle);
    if (form == FORM_NONE) /* somebody insists: the reader of .docx says what it is instead */
        return docx_read(input, document);
    const struct form_row *row = &forms[form];
    if (!office_is_there())
        return fail_without_office(input, row->name);
    struct arena *scratch = arena_open_like(input->arena);
    struct input converted = *input;
    struct text bytes = form == FORM_MHTML ? mhtml_page(scratch, input->bytes) : input->bytes;
    enum status status = STATUS_INPUT;
    if (bytes.size == 0)
        fail(input, &is_archive_of_nothing);
    else
        status = office_convert(scratch, bytes, row->extension, row->filter, input->source,
                                &converted.bytes, input->diags);
    if (status == STATUS_OK)
        status = docx_read(&converted, document);
    arena_close(scratch);
    return status;
}

static const char *const extensions[] = {"doc",  "dot", "rtf", "odt", "ott",
                                         "fodt", "wps", "wpt", NULL};

static int sniff(struct text head, struct text file_name)
{
    static const char *const words_own[] = {"doc", "dot", "docx", "rtf", "wps", NULL};
    static const char *const web[] = {"mht", "mhtml", NULL};
    bool claims_to_be_word = has_extension(file_name, words_own);
    switch (form_of(head)) { /* of any name; a .docx with a password is OLE2 too */
    case FORM_ODT:
        return 100;
    case FORM_OLE2:
    case FORM_RTF:
    case FORM_FLAT_ODT:
        return 95;
    case FORM_HTML: /* what Word saves as a web page; other pages are for others */
        return claims_to_be_word ? 92 : 0;
    case FORM_MHTML:
        return claims_to_be_word || has_extension(file_name, web) ? 92 : 0;
    case FORM_NONE:
        break;
    }
    return 0;
}

const struct converter doc_converter = {
    .name = "doc",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = doc_read,
};
