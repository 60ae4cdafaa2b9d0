#include "converters/docx/docx.h"
#include "converters/docx/story.h"
#include "core/base/script.h"
#include <string.h>

static const struct message no_document = {
    {"檔案裡沒有 Word 文件（{0}）：請在 Word 中另存為 .docx",
     "文件里没有 Word 文档（{0}）：请在 Word 中另存为 .docx",
     "there is no Word document in this file ({0}): save it as .docx in Word"}};

/* ---- what the package holds ---- */

static struct text kind_of_package(struct package *package)
{
    static const struct {
        struct text part, name;
    } kinds[] = {
        {TEXT_INIT("xl/workbook.xml"), TEXT_INIT("Excel, .xlsx")},
        {TEXT_INIT("ppt/presentation.xml"), TEXT_INIT("PowerPoint, .pptx")},
        {TEXT_INIT("content.xml"), TEXT_INIT("OpenDocument, .odt")},
        {TEXT_INIT("META-INF/container.xml"), TEXT_INIT("EPUB")},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (package_has(package, kinds[i].part))
            return kinds[i].name;
    return TEXT("ZIP");
}

static enum status find_document(struct docx_reader *reader, struct text *part,
                                 struct text *properties)
{
    struct relationships all;
    enum status status =
        relationships_read(reader->scratch, reader->package, (struct text){0}, &all);
    const struct relationship *target = relationship_by_type(&all, TEXT("officeDocument"));
    const struct relationship *core = relationship_by_type(&all, TEXT("core-properties"));
    *properties = core == NULL ? TEXT("docProps/core.xml") : core->target;
    *part = target == NULL ? TEXT("word/document.xml") : target->target;
    if (status == STATUS_OK && !package_has(reader->package, *part))
        status = report_error(reader->diags, &no_document, span_of_source(reader->source),
                              kind_of_package(reader->package), (struct text){0});
    return status;
}

static struct text part_of(const struct relationships *relationships, const char *type)
{
    const struct relationship *target = relationship_by_type(relationships, text_from_string(type));
    return target == NULL || target->is_external ? (struct text){0} : target->target;
}

/* ---- language ---- */

/* Word names two languages; which of them the text is in, its first letters tell. */
static bool begins_with_han(const struct document *document)
{
    size_t letters = 0;
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk) && letters < 100) {
        const struct run *run = walk.event == WALK_ENTER ? walk.block->runs : NULL;
        for (; run != NULL; run = run->next)
            for (size_t at = 0; at < run->text.size && letters < 100; letters++)
                if (is_han_like(text_next(run->text, &at)))
                    return true;
    }
    return false;
}

static void set_language(struct docx_reader *reader)
{
    struct document *document = reader->document;
    if (document->language.size == 0)
        document->language = text_copy(document->arena, begins_with_han(document)
                                                            ? reader->styles->language_east_asia
                                                            : reader->styles->language);
}

/* ---- reading ---- */

static enum status worse(enum status a, enum status b) { return a != STATUS_OK ? a : b; }

static enum status read_parts(struct docx_reader *reader, struct text part, struct text properties)
{
    struct relationships document;
    struct styles styles;
    struct numbering numbering;
    enum status status = relationships_read(reader->scratch, reader->package, part, &document);
    status = worse(status, styles_read(reader->scratch, reader->package,
                                       part_of(&document, "styles"), &styles));
    status = worse(status, numbering_read(reader->scratch, reader->package,
                                          part_of(&document, "numbering"), &numbering));
    reader->styles = &styles;
    reader->style_names = arena_new_array(reader->scratch, styles.count, struct text);
    reader->counters = counters_new(reader->scratch, &numbering, &styles);
    status = worse(status, story_read(reader, part, &body_handler, reader));
    if (status == STATUS_OK && !reader->has_document)
        status = report_error(reader->diags, &no_document, span_of_source(reader->source),
                              kind_of_package(reader->package), (struct text){0});
    status = worse(status, notes_read(reader, &document));
    deferred_read(reader);
    status = worse(status, headers_read(reader));
    status = worse(status, properties_read(reader, properties));
    set_language(reader);
    losses_report(reader);
    return status;
}

static enum status read_package(struct input *input, struct arena *scratch, struct package *package,
                                struct document **document)
{
    struct docx_reader *reader = arena_new(scratch, struct docx_reader);
    reader->arena = input->arena;
    reader->scratch = scratch;
    reader->source = input->source;
    reader->diags = input->diags;
    reader->package = package;
    reader->deleted = reader->hidden = reader->ruby = text_buffer_new(scratch);
    struct text part, properties;
    enum status status = find_document(reader, &part, &properties);
    if (status != STATUS_OK)
        return status;
    reader->document = document_new(input->arena, input->source);
    reader->document->diags = input->diags;
    status = read_parts(reader, part, properties);
    *document = reader->document;
    return status;
}

enum status docx_read(struct input *input, struct document **document)
{
    *document = NULL;
    input->source->kind = SOURCE_WORD;
    struct arena *scratch = arena_open_like(input->arena);
    struct package *package = package_open(scratch, input->bytes, input->source, input->diags);
    enum status status = STATUS_INPUT;
    if (package != NULL)
        status = read_package(input, scratch, package, document);
    package_close(package);
    arena_close(scratch);
    return status;
}

/* ---- the row ---- */

static const char *const extensions[] = {"docx", "docm", "dotx", "dotm", NULL};

static bool has_name(struct text file_name)
{
    for (const char *const *extension = extensions; *extension != NULL; extension++) {
        size_t size = strlen(*extension);
        if (file_name.size > size && file_name.data[file_name.size - size - 1] == '.' &&
            text_equal_ascii_case(text_from(file_name, file_name.size - size),
                                  text_from_string(*extension)))
            return true;
    }
    return false;
}

static int sniff(struct text head, struct text file_name)
{
    bool is_zip = text_starts_with(head, TEXT("PK"));
    bool names_parts = text_find(head, TEXT("[Content_Types].xml"), 0) != TEXT_NOT_FOUND ||
                       text_find(head, TEXT("word/"), 0) != TEXT_NOT_FOUND;
    if (is_zip)
        return names_parts ? 100 : has_name(file_name) ? 95 : 40;
    if (text_find(head, TEXT("<pkg:package"), 0) != TEXT_NOT_FOUND)
        return 95;
    return has_name(file_name) ? 70 : 0; /* damaged, or something else: the reader says what */
}

const struct converter docx_converter = {
    .name = "docx",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = docx_read,
};
