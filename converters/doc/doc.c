#include "converters/doc/doc.h"
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

enum status doc_read(struct input *input, struct document **document)
{
    *document = NULL;
    input->source->kind = SOURCE_WORD;
    bool is_ole2 = text_starts_with(input->bytes, TEXT(OLE2));
    if (is_ole2 && has_stream(input->bytes, "EncryptedPackage"))
        return fail(input, &is_encrypted);
    if (is_ole2 && !has_stream(input->bytes, "WordDocument"))
        return fail(input, &is_no_word);
    if (!office_is_there())
        return fail_without_office(input, is_ole2 ? TEXT("Word 97–2003 (.doc)") : TEXT("RTF"));
    struct arena *scratch = arena_open_like(input->arena);
    struct input converted = *input;
    enum status status = office_convert(scratch, input->bytes, is_ole2 ? "doc" : "rtf",
                                        input->source, &converted.bytes, input->diags);
    if (status == STATUS_OK)
        status = docx_read(&converted, document);
    arena_close(scratch);
    return status;
}

static const char *const extensions[] = {"doc", "dot", "rtf", NULL};

static int sniff(struct text head, struct text file_name)
{
    (void)file_name; /* a .docx with a password is OLE2 too */
    return text_starts_with(head, TEXT(OLE2)) || text_starts_with(head, TEXT("{\\rtf")) ? 95 : 0;
}

const struct converter doc_converter = {
    .name = "doc",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = doc_read,
};
