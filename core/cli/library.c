/* The public interface, core/rolebook.h, over what the command is made of. */
#include "converters/xml/xml.h"
#include "core/base/move.h"
#include "core/base/text_buffer.h"
#include "core/check/check.h"
#include "core/check/suppressions.h"
#include "core/cli/ledger.h"
#include "core/cli/read_files.h"
#include "core/cli/role_bytes.h"
#include "core/compose/compose.h"
#include "core/compose/template.h"
#include "core/model/draft_mark.h"
#include "core/rolebook.h"
#include <assert.h>
#include <pthread.h>
#include <string.h>

static const struct message no_format = {
    {"不能寫成「{0}」：一個崗位可用 markdown、docx、xml、json、jsonl；全部可用 "
     "xml、json、jsonl、html、pdf",
     "不能写成“{0}”：一个岗位可用 markdown、docx、xml、json、jsonl；全部可用 "
     "xml、json、jsonl、html、pdf",
     "cannot write \"{0}\": one role as markdown, docx, xml, json, jsonl; all of them as xml, json, "
     "jsonl, html, pdf"}};

struct rolebook {
    struct arena *arena;
    struct arena *written; /* of the last thing written; NULL: nothing yet */
    struct vocabulary *vocabulary;
    struct handbook *handbook;
    struct diagnostics *said;     /* by reading and writing */
    struct diagnostics *findings; /* sorted; NULL: to be made of what was said */
    struct read_files **readings; /* [count]: what was read lives in them */
    size_t count, capacity;
    enum language language;
};

static_assert((int)ROLEBOOK_NOTE == (int)LEVEL_INFO &&
                  (int)ROLEBOOK_WARNING == (int)LEVEL_WARNING &&
                  (int)ROLEBOOK_ERROR == (int)LEVEL_ERROR,
              "levels go out as they are");
static_assert((int)ROLEBOOK_OK == (int)STATUS_OK && (int)ROLEBOOK_INPUT == (int)STATUS_INPUT &&
                  (int)ROLEBOOK_OUTPUT == (int)STATUS_OUTPUT &&
                  (int)ROLEBOOK_USAGE == (int)STATUS_USAGE,
              "and so do statuses");

struct rolebook *rolebook_open(void (*out_of_memory)(void *data), void *data)
{
    static pthread_once_t started = PTHREAD_ONCE_INIT;
    pthread_once(&started, xml_start); /* before several threads read */
    struct arena *arena = arena_open(out_of_memory, data);
    struct rolebook *book = arena_new(arena, struct rolebook);
    const char **none = arena_new(arena, const char *);
    *book = (struct rolebook){.arena = arena,
                              .handbook = handbook_new(arena),
                              .said = diagnostics_new(arena),
                              .language = LANG_EN};
    book->vocabulary = vocabulary_load(arena, none, book->said);
    assert(book->vocabulary != NULL && "what is compiled in is right");
    return book;
}

void rolebook_close(struct rolebook *book)
{
    if (book == NULL)
        return;
    for (size_t i = 0; i < book->count; i++)
        read_close(book->readings[i]);
    arena_close(book->written);
    arena_close(book->arena);
}

enum rolebook_status rolebook_set_language(struct rolebook *book, const char *tag)
{
    enum language language = language_from_tag(text_from_string(tag));
    if (language == LANG_COUNT)
        return ROLEBOOK_USAGE;
    book->language = language;
    return ROLEBOOK_OK;
}

/* ---- reading ---- */

/* bytes.data NULL: the file's own. */
static enum rolebook_status read_one(struct rolebook *book, const char *path, struct text bytes)
{
    struct inputs inputs = {.arena = book->arena};
    struct text *contents = arena_new(book->arena, struct text);
    struct read_files *files = arena_new(book->arena, struct read_files);
    *arena_push(book->arena, inputs.paths, inputs.count, inputs.capacity) =
        text_to_string(book->arena, text_from_string(path));
    *contents = bytes;
    inputs.contents = contents;
    const struct read_request request = {.inputs = &inputs,
                                         .vocabulary = book->vocabulary,
                                         .threads = 1,
                                         .language = book->language};
    read_files(files, book->arena, &request, book->said);
    draft_marks_show(files->handbook);
    handbook_join(book->handbook, files->handbook);
    *arena_push(book->arena, book->readings, book->count, book->capacity) = files;
    book->findings = NULL;
    return (enum rolebook_status)files->status;
}

enum rolebook_status rolebook_read(struct rolebook *book, const char *path)
{
    return read_one(book, path, (struct text){0});
}

enum rolebook_status rolebook_read_bytes(struct rolebook *book, const char *name, const void *bytes,
                                         size_t size)
{
    return read_one(book, name, (struct text){bytes == NULL ? "" : bytes, size});
}

size_t rolebook_role_count(const struct rolebook *book) { return book->handbook->role_count; }

static const struct role *role_at(const struct rolebook *book, size_t index)
{
    const struct role *role = book->handbook->roles;
    while (role != NULL && index-- > 0)
        role = role->next;
    return role;
}

const char *rolebook_role_title(struct rolebook *book, size_t role)
{
    const struct role *found = role_at(book, role);
    return found == NULL ? NULL : text_to_string(book->arena, role_title(found));
}

/* ---- checking ---- */

void rolebook_check(struct rolebook *book, unsigned flags)
{
    struct check_config *config = check_config_new(book->arena);
    struct diagnostics *all = diagnostics_new(book->arena);
    diagnostics_join(all, book->said);
    config->threads = 1; /* running out of memory may jump out of here */
    config->is_whole = (flags & ROLEBOOK_WHOLE) != 0;
    check_config_take_requests(config, book->handbook, all);
    check_handbook(book->handbook, book->vocabulary, config, all);
    all = check_configure(book->arena, config, all);
    book->findings = suppressions_apply(book->arena, config, book->handbook, all, NULL);
    diagnostics_sort(book->findings);
}

static const char *or_nothing(const char *string) { return string == NULL ? "" : string; }

int rolebook_finding(struct rolebook *book, size_t index, struct rolebook_finding *finding)
{
    if (book->findings == NULL) {
        book->findings = diagnostics_new(book->arena);
        diagnostics_join(book->findings, book->said);
        diagnostics_sort(book->findings);
    }
    if (index >= book->findings->count)
        return 0;
    const struct diagnostic *d = book->findings->items[index];
    struct line_column at = span_line_column(d->at);
    struct text place = at.line > 0 ? TEXT("") : ledger_place(book->arena, d->at, book->language);
    *finding = (struct rolebook_finding){
        .level = (enum rolebook_level)d->level,
        .code = or_nothing(d->code),
        .message = text_to_string(book->arena, diagnostic_message(book->arena, d, book->language)),
        .file = d->at.source == NULL ? "" : d->at.source->path,
        .line = at.line,
        .column = at.column,
        .place = text_to_string(book->arena, place),
        .role = text_to_string(book->arena, d->role)};
    return 1;
}

/* ---- writing ---- */

static enum status write_book(const struct rolebook *book, const struct converter *to,
                              struct text_buffer *out, struct diagnostics *diags)
{
    struct template *template = template_load(out->arena, "classic", diags);
    if (template == NULL)
        return STATUS_OUTPUT;
    struct document *document = (to->fills_late ? compose_handbook_late : compose_handbook)(
        out->arena, book->handbook, template, book->vocabulary);
    document->diags = diags;
    return to->write_document(document, out, diags);
}

/* What was said while something was written outlives it. */
static void keep_said(struct rolebook *book, const struct diagnostics *diags)
{
    static const struct source nowhere = {.path = ""};
    struct move move = move_begin(book->arena, &nowhere);
    if (diags->count == 0)
        return;
    diagnostics_join(book->said, move_diagnostics(&move, diags));
    book->findings = NULL;
}

/* NULL, and it is said: it cannot be written so. */
static const struct converter *converter_for(struct rolebook *book, const char *format, bool is_all)
{
    const struct converter *to = converter_by_name(text_from_string(format));
    bool is_model = to != NULL && to->write_model != NULL;
    bool is_document = to != NULL && to->write_document != NULL && to->writes_books == is_all;
    if (is_model || is_document)
        return to;
    report_error(book->said, &no_format, (struct span){0},
                 text_copy(book->arena, text_from_string(format)), TEXT(""));
    book->findings = NULL;
    return NULL;
}

enum rolebook_status rolebook_write(struct rolebook *book, size_t role, const char *format,
                                    const char **bytes, size_t *size)
{
    bool is_all = role == ROLEBOOK_ALL_ROLES;
    const struct role *one = is_all ? NULL : role_at(book, role);
    const struct converter *to = converter_for(book, format, is_all);
    if (to == NULL || (!is_all && one == NULL))
        return ROLEBOOK_USAGE;
    arena_close(book->written);
    book->written = arena_open_like(book->arena);
    struct text_buffer out = text_buffer_new(book->written);
    struct diagnostics *diags = diagnostics_new(book->written);
    const struct role_output output = {.to = to, .vocabulary = book->vocabulary};
    enum status status = !is_all                   ? role_bytes(&output, one, &out, diags)
                         : to->write_model != NULL ? to->write_model(book->handbook, &out, diags)
                                                   : write_book(book, to, &out, diags);
    keep_said(book, diags);
    if (status != STATUS_OK)
        return ROLEBOOK_OUTPUT;
    *size = out.size;
    *bytes = buffer_string(&out);
    return ROLEBOOK_OK;
}

const char *rolebook_version(void) { return ROLEBOOK_VERSION; }
