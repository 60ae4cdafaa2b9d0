#include "converters/docx/docx.h"
#include "converters/docx/part_name.h"
#include "converters/docx/story.h"
#include "core/base/script.h"

static const struct message no_document = {
    {"檔案裡沒有 Word 文件（{0}）：請在 Word 中另存為 .docx",
     "文件里没有 Word 文档（{0}）：请在 Word 中另存为 .docx",
     "there is no Word document in this file ({0}): save it as .docx in Word"}};

static const struct message has_macros = {{"檔案帶有巨集，未讀亦未執行", "文件带有宏，未读也未执行",
                                           "the file has macros: they are neither read nor run"}};

static const struct message is_wordless = {
    {"檔案裡沒有文字，只有 {0} 個圖片：請把圖中的文字輸入，或另找原始檔",
     "文件里没有文字，只有 {0} 个图片：请把图中的文字录入，或另找原始文件",
     "there are no words in this file, only pictures ({0}): type what they say, or find the "
     "original"}};
static const struct message is_blank = {
    {"檔案裡沒有文字", "文件里没有文字", "there are no words in this file"}};

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

/* ---- parts that many files hold alike ---- */

typedef enum status read_part(struct arena *arena, struct package *package, struct text part,
                              void *value);

struct part_reader {
    read_part *read;
    size_t size; /* of what it makes */
};

static enum status read_relationships(struct arena *arena, struct package *package,
                                      struct text part, void *value)
{
    return relationships_read(arena, package, part, value);
}

static enum status read_styles(struct arena *arena, struct package *package, struct text part,
                               void *value)
{
    return styles_read(arena, package, part, value);
}

static enum status read_numbering(struct arena *arena, struct package *package, struct text part,
                                  void *value)
{
    return numbering_read(arena, package, part, value);
}

static const struct part_reader relationships_reader = {read_relationships,
                                                        sizeof(struct relationships)};
static const struct part_reader styles_reader = {read_styles, sizeof(struct styles)};
static const struct part_reader numbering_reader = {read_numbering, sizeof(struct numbering)};

/*
 * What a part says, from the cache when a file before held the same.
 *
 * in       stored  the part whose bytes decide
 *          part    what the reader is told: the part, or the one its relationships are of
 */
static const void *shared_part(struct docx_reader *reader, struct text stored, struct text part,
                               const struct part_reader *kind, enum status *status)
{
    struct cache_key key = {.kind = kind};
    struct arena *arena = reader->scratch;
    const void *value = NULL;
    if (reader->cache != NULL) {
        struct text_buffer bytes = text_buffer_new(reader->scratch);
        buffer_append(&bytes, part); /* targets are seen from there */
        package_packed(reader->package, stored, &bytes, &key.hash);
        if (bytes.size > part.size)
            key.bytes = buffer_text(&bytes);
        value = key.bytes.size == 0 ? NULL : read_cache_find(reader->cache, key);
    }
    if (value != NULL)
        return value;
    bool keeps = key.bytes.size > 0;
    if (keeps) {
        arena = arena_open_like(reader->scratch);
        key.bytes = text_copy(arena, key.bytes);
    }
    void *made = arena_alloc(arena, kind->size);
    enum status own = kind->read(arena, reader->package, part, made);
    value = made;
    *status = *status != STATUS_OK ? *status : own;
    if (keeps && (own != STATUS_OK || !read_cache_keep(reader->cache, key, arena, &value)))
        *arena_push(reader->scratch, reader->arenas, reader->arena_count, reader->arena_capacity) =
            arena;
    return value;
}

static const struct relationships *shared_relationships(struct docx_reader *reader,
                                                        struct text part, enum status *status)
{
    struct text stored = part_relationships_of(reader->scratch, part);
    return shared_part(reader, stored, part, &relationships_reader, status);
}

/* ---- where the document is ---- */

/* [Content_Types].xml says which part is a document, whatever its name. */
struct type_reading {
    struct arena *arena;
    struct text part;
};

static void start_type(void *data, struct sax *sax, enum name name)
{
    static const struct text types[] = {TEXT_INIT("document.main+xml"),
                                        TEXT_INIT("template.main+xml"),
                                        TEXT_INIT("document.macroEnabled.main+xml"),
                                        TEXT_INIT("template.macroEnabledTemplate.main+xml")};
    struct type_reading *reading = data;
    struct text type = sax_attribute(sax, NAME_CONTENT_TYPE);
    if (name != NAME_CT_OVERRIDE || reading->part.size > 0)
        return;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_ends_with(type, types[i]) && text_find(type, TEXT("word"), 0) != TEXT_NOT_FOUND)
            reading->part =
                part_resolve(reading->arena, (struct text){0}, sax_attribute(sax, NAME_PART_NAME));
}

static void end_type(void *data, enum name name) { (void)data, (void)name; }

/* A part that is there: the one named, the usual one, or the one whose type says so; else empty. */
static struct text choose_document(struct docx_reader *reader, struct text named,
                                   enum status *status)
{
    static const struct sax_handler handler = {.start = start_type, .end = end_type};
    struct type_reading reading = {.arena = reader->scratch};
    struct text usual = TEXT("word/document.xml");
    if (named.size > 0 && package_has(reader->package, named))
        return named;
    if (package_has(reader->package, usual))
        return usual;
    enum status own =
        package_parse(reader->package, TEXT("[Content_Types].xml"), &handler, &reading);
    *status = *status != STATUS_OK ? *status : own;
    return package_has(reader->package, reading.part) ? reading.part : (struct text){0};
}

/* *status is that of what was read on the way; part is empty, after a diagnostic, when there is no
 * document. */
static void find_document(struct docx_reader *reader, struct text *part, struct text *properties,
                          enum status *status)
{
    const struct relationships *all = shared_relationships(reader, (struct text){0}, status);
    const struct relationship *target = relationship_by_type(all, TEXT("officeDocument"));
    const struct relationship *core = relationship_by_type(all, TEXT("core-properties"));
    *properties = core != NULL ? core->target : TEXT("docProps/core.xml");
    *part = choose_document(reader, target != NULL ? target->target : (struct text){0}, status);
    if (part->size == 0)
        *status = report_error(reader->diags, &no_document, span_of_source(reader->source),
                               kind_of_package(reader->package), (struct text){0});
}

/* The part of that type; where no relationship tells, the one of the usual name beside document. */
static struct text part_of(struct docx_reader *reader, const struct relationships *relationships,
                           struct text document, struct text type)
{
    const struct relationship *target = relationship_by_type(relationships, type);
    if (target != NULL && !target->is_external && package_has(reader->package, target->target))
        return target->target;
    struct text_buffer name = text_buffer_new(reader->scratch);
    buffer_append(&name, type);
    buffer_append_string(&name, ".xml");
    struct text usual = part_resolve(reader->scratch, document, buffer_text(&name));
    return package_has(reader->package, usual) ? usual : (struct text){0};
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

/* ---- files without words ---- */

static size_t count_images(const struct document *document)
{
    size_t count = 0;
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk))
        for (const struct run *run = walk.event == WALK_ENTER ? walk.block->runs : NULL;
             run != NULL; run = run->next)
            count += run->kind == RUN_IMAGE;
    return count;
}

static void say_if_wordless(struct docx_reader *reader)
{
    if (!text_is_blank(blocks_text(reader->scratch, reader->document->blocks)))
        return;
    size_t images = count_images(reader->document);
    struct text_buffer count = text_buffer_new(reader->diags->arena);
    buffer_append_int(&count, (int64_t)images);
    report_warning(reader->diags, images > 0 ? &is_wordless : &is_blank,
                   span_of_source(reader->source), buffer_text(&count), (struct text){0});
}

/* ---- reading ---- */

static enum status worse(enum status a, enum status b) { return a != STATUS_OK ? a : b; }

static enum status read_parts(struct docx_reader *reader, struct text part, struct text properties)
{
    enum status status = STATUS_OK;
    const struct relationships *document = shared_relationships(reader, part, &status);
    struct text styles = part_of(reader, document, part, TEXT("styles"));
    struct text numbering = part_of(reader, document, part, TEXT("numbering"));
    reader->styles = shared_part(reader, styles, styles, &styles_reader, &status);
    const struct numbering *lists =
        shared_part(reader, numbering, numbering, &numbering_reader, &status);
    reader->style_names = arena_new_array(reader->scratch, reader->styles->count, struct text);
    reader->counters = counters_new(reader->scratch, lists, reader->styles);
    reader->relationships = *document;
    reader->targets = arena_new_array(reader->scratch, document->count, struct text);
    status = worse(status, story_read(reader, part, &body_handler, reader));
    if (status == STATUS_OK && !reader->has_document)
        status = report_error(reader->diags, &no_document, span_of_source(reader->source),
                              kind_of_package(reader->package), (struct text){0});
    status = worse(status, notes_read(reader, document));
    deferred_read(reader);
    pasted_markdown_read(reader);
    status = worse(status, headers_read(reader));
    status = worse(status, properties_read(reader, properties));
    set_language(reader);
    if (reader->has_macros || relationship_by_type(document, TEXT("vbaProject")) != NULL)
        diagnostics_add(reader->diags, (struct diagnostic){.level = LEVEL_INFO,
                                                           .code = "S401",
                                                           .name = "unread-content",
                                                           .message = &has_macros,
                                                           .at = span_of_source(reader->source)});
    losses_report(reader);
    if (status == STATUS_OK)
        say_if_wordless(reader);
    return worse(status, reader->status);
}

static enum status read_package(struct docx_reader *reader, struct input *input,
                                struct arena *scratch, struct document **document)
{
    reader->arena = input->arena;
    reader->scratch = scratch;
    reader->source = input->source;
    reader->diags = input->diags;
    reader->cache = input->cache;
    reader->keeps_comments = input->keeps_comments;
    reader->left_out = input->revisions == REVISIONS_ACCEPT   ? CHANGE_DELETED
                       : input->revisions == REVISIONS_REJECT ? CHANGE_INSERTED
                                                              : CHANGE_NONE;
    reader->omitted = reader->hidden = reader->ruby = reader->glyph = text_buffer_new(scratch);
    struct text part, properties;
    enum status status = STATUS_OK;
    find_document(reader, &part, &properties, &status);
    if (part.size == 0)
        return status;
    reader->document = document_new(input->arena, input->source);
    reader->document->diags = input->diags;
    status = worse(status, read_parts(reader, part, properties));
    *document = reader->document;
    return status;
}

enum status docx_read(struct input *input, struct document **document)
{
    *document = NULL;
    input->source->kind = SOURCE_WORD;
    struct arena *scratch = arena_open_like(input->arena);
    struct package *package =
        package_open(scratch, input->bytes, input->source, input->cache, input->diags);
    enum status status = STATUS_INPUT;
    if (package != NULL) {
        struct docx_reader *reader = arena_new(scratch, struct docx_reader);
        reader->package = package;
        status = read_package(reader, input, scratch, document);
        for (size_t i = 0; i < reader->arena_count; i++)
            arena_close(reader->arenas[i]);
    }
    package_close(package);
    arena_close(scratch);
    return status;
}

/* ---- the row ---- */

static const char *const extensions[] = {"docx", "docm", "dotx", "dotm", NULL};

static int sniff(struct text head, struct text file_name)
{
    static const char *const locked[] = {"doc", "dot", "docx", "docm", "dotx", "dotm", "rtf", NULL};
    if (text_starts_with(file_name, TEXT("~$")) && has_extension(file_name, locked))
        return 95; /* Word's lock files, of whatever it has open: the reader says so */
    bool is_zip = text_starts_with(head, TEXT("PK"));
    bool names_parts = text_find(head, TEXT("[Content_Types].xml"), 0) != TEXT_NOT_FOUND ||
                       text_find(head, TEXT("word/"), 0) != TEXT_NOT_FOUND;
    if (is_zip)
        return names_parts ? 100 : has_extension(file_name, extensions) ? 95 : 40;
    if (text_find(head, TEXT("<pkg:package"), 0) != TEXT_NOT_FOUND || is_word_2003(head))
        return 95;
    return has_extension(file_name, extensions)
               ? 70
               : 0; /* damaged, or something else: the reader says what */
}

const struct converter docx_converter = {
    .name = "docx",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = docx_read,
    .write_document = docx_write,
    .writes_forms = true,
    .is_binary = true,
};
