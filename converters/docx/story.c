/* Where a story's blocks go, what of it cannot be read, and how it ends. */
#include "converters/docx/story.h"

static const struct message no_image_text = {
    {"有 {0} 個圖片沒有替代文字，其內容無從讀取（首個：{1}）：請在 Word 中補上替代文字",
     "有 {0} 个图片没有替代文字，其内容无从读取（首个：{1}）：请在 Word 中补上替代文字",
     "pictures without a text alternative cannot be read ({0}, the first: {1}): add one in Word"}};
static const struct message no_image_text_nor_name = {
    {"有 {0} 個圖片沒有替代文字，其內容無從讀取：請在 Word 中補上替代文字",
     "有 {0} 个图片没有替代文字，其内容无从读取：请在 Word 中补上替代文字",
     "pictures without a text alternative cannot be read ({0}): add one in Word"}};
static const struct message object_unread = {
    {"有 {0} 個嵌入物件未讀（首個：{1}）：其內容如屬職責，請寫成文字",
     "有 {0} 个嵌入对象未读（首个：{1}）：其内容如属职责，请写成文字",
     "embedded objects are not read ({0}, the first: {1}): write as text what belongs to the "
     "definition"}};
static const struct message nameless_object_unread = {
    {"有 {0} 個嵌入物件未讀：其內容如屬職責，請寫成文字",
     "有 {0} 个嵌入对象未读：其内容如属职责，请写成文字",
     "embedded objects are not read ({0}): write as text what belongs to the definition"}};
static const struct message chunk_unread = {
    {"有 {0} 個嵌入文件未讀（首個：{1}）：請在 Word 中開啟並另存，使之併入正文",
     "有 {0} 个嵌入文档未读（首个：{1}）：请在 Word 中打开并另存，使之并入正文",
     "embedded documents are not read ({0}, the first: {1}): open the file in Word and save it, "
     "which takes them in"}};
static const struct message nameless_chunk_unread = {
    {"有 {0} 個嵌入文件未讀：請在 Word 中開啟並另存，使之併入正文",
     "有 {0} 个嵌入文档未读：请在 Word 中打开并另存，使之并入正文",
     "embedded documents are not read ({0}): open the file in Word and save it, which takes them "
     "in"}};
static const struct message comments_omitted = {
    {"有 {0} 則註解略去：加 --comments 便讀為註腳", "有 {0} 条批注略去：加 --comments 便读为脚注",
     "comments left out: {0}; --comments takes them in as notes"}};

/* ---- places ---- */

struct block *story_append(struct docx_reader *reader, struct place place, enum block_kind kind,
                           struct span span)
{
    if (place.cell != NULL)
        return block_append_to_cell(reader->document, place.cell, kind, span);
    return block_append(reader->document, NULL, kind, span);
}

struct span story_span(const struct docx_reader *reader)
{
    if (reader->paragraph != NULL)
        return reader->paragraph->span;
    if (reader->fixed_span.source != NULL)
        return reader->fixed_span;
    if (reader->table != NULL)
        return reader->table->span;
    struct span span = span_of_source(reader->source);
    span.paragraph = reader->paragraph_count; /* what stands between two is behind the first */
    return span;
}

void loss_add(struct docx_reader *reader, enum loss_kind kind, struct text what)
{
    struct loss *loss = &reader->losses[kind];
    if (loss->count++ > 0)
        return;
    loss->first = story_span(reader);
    loss->what = text_copy(reader->arena, what);
}

void losses_report(struct docx_reader *reader)
{
    static const struct {
        const struct message *message, *nameless; /* nothing is known of the first one's name */
        enum level level;
    } kinds[LOSS_COUNT] = {[LOSS_IMAGE] = {&no_image_text, &no_image_text_nor_name, LEVEL_WARNING},
                           [LOSS_OBJECT] = {&object_unread, &nameless_object_unread, LEVEL_WARNING},
                           [LOSS_CHUNK] = {&chunk_unread, &nameless_chunk_unread, LEVEL_WARNING},
                           [LOSS_COMMENT] = {&comments_omitted, &comments_omitted, LEVEL_INFO}};
    for (size_t i = 0; i < LOSS_COUNT; i++) {
        const struct loss *loss = &reader->losses[i];
        if (loss->count == 0)
            continue;
        struct text_buffer count = text_buffer_new(reader->diags->arena);
        buffer_append_int(&count, (int64_t)loss->count);
        diagnostics_add(reader->diags,
                        (struct diagnostic){.level = kinds[i].level,
                                            .code = "S401",
                                            .name = "unread-content",
                                            .message = text_is_empty(loss->what) ? kinds[i].nameless
                                                                                 : kinds[i].message,
                                            .args = {buffer_text(&count), loss->what},
                                            .at = loss->first});
    }
}

struct text target_of(struct docx_reader *reader, struct text id)
{
    const struct relationship *found = relationship_by_id(&reader->relationships, id);
    if (found == NULL)
        return (struct text){0};
    struct text *target = &reader->targets[found - reader->relationships.items];
    if (target->data == NULL)
        *target = text_copy(reader->arena, found->target);
    return *target;
}

/* ---- stories ---- */

enum status story_read(struct docx_reader *reader, struct text part,
                       const struct sax_handler *handler, void *data)
{
    enum status status = package_parse(reader->package, part, handler, data);
    story_end(reader);
    reader->fixed_span = (struct span){0};
    return status;
}

enum status story_read_other(struct docx_reader *reader, struct text part,
                             const struct sax_handler *handler, void *data)
{
    enum status own =
        relationships_read(reader->scratch, reader->package, part, &reader->relationships);
    reader->targets = arena_new_array(reader->scratch, reader->relationships.count, struct text);
    enum status status = story_read(reader, part, handler, data);
    return own != STATUS_OK ? own : status;
}

void story_end(struct docx_reader *reader)
{
    while (reader->paragraph != NULL)
        paragraph_end(reader);
    while (reader->table != NULL)
        table_end(reader);
    reader->field_count = reader->field_overflow = 0;
    reader->aside_count = 0;
    reader->in_running_text = false;
    reader->contents_depth = 0;
    reader->control_count = reader->placeholder_depth = reader->link_depth = 0;
    reader->math.open = 0;
    for (size_t i = 0; i < CHANGE_COUNT; i++)
        reader->change_depth[i] = 0;
    reader->in_text = reader->in_instruction = reader->in_ruby_text = false;
    reader->link = (struct text){0};
    reader->kind = RUN_TEXT;
    reader->mode = MODE_CONTENT;
    reader->mode_depth = 0;
    reader->carried = NULL;
    reader->anchor = (struct text){0};
}

void story_append_section(struct docx_reader *reader, struct cell *cell, struct text style)
{
    struct block *section = block_append(reader->document, NULL, BLOCK_SECTION, cell->blocks->span);
    section->style = style;
    section->children = cell->blocks;
    section->last_child = cell->last_block;
    for (struct block *block = cell->blocks; block != NULL; block = block->next)
        block->parent = section;
}
