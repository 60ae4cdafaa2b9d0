#include "core/extract/extract.h"
#include "core/base/file.h"
#include "core/extract/compilation.h"
#include "core/extract/evidence.h"
#include "core/extract/false_friends.h"
#include "core/extract/fill.h"
#include "core/extract/lines.h"
#include "core/extract/naming.h"
#include "core/extract/tables.h"
#include "core/extract/target.h"
#include "core/extract/values.h"
#include "core/extract/walk.h"
#include "core/model/fold.h"
#include <string.h>

static const struct message read_as_items = {
    {"檔案裡沒有任何標題：清單當作崗位職責讀入，請核對並寫明標題",
     "文件里没有任何标题：清单当作岗位职责读入，请核对并写明标题",
     "the file has no headings: its list was read as duties; check it, and add the headings"}};

struct kind_name {
    const char *name;
    enum file_kind kind;
};

/* What front matter and file names call the kinds. */
static const struct kind_name kind_names[] = {
    {"role", FILE_KIND_ROLES},
    {"roles", FILE_KIND_ROLES},
    {"baseline", FILE_KIND_BASELINE},
    {"共同职责", FILE_KIND_BASELINE},
    {"strategy", FILE_KIND_STRATEGY},
    {"战略目标", FILE_KIND_STRATEGY},
    {"策略目标", FILE_KIND_STRATEGY},
    {"process", FILE_KIND_PROCESSES},
    {"processes", FILE_KIND_PROCESSES},
    {"业务流程", FILE_KIND_PROCESSES},
    {"scenario", FILE_KIND_SCENARIOS},
    {"scenarios", FILE_KIND_SCENARIOS},
    {"情境责任", FILE_KIND_SCENARIOS},
    {"organisation", FILE_KIND_ORGANISATION},
    {"organization", FILE_KIND_ORGANISATION},
    {"positions", FILE_KIND_ORGANISATION},
    {"组织与岗位", FILE_KIND_ORGANISATION},
    {"岗位设置", FILE_KIND_ORGANISATION},
    {"preface", FILE_KIND_PREFACE},
    {"foreword", FILE_KIND_PREFACE},
    {"前言", FILE_KIND_PREFACE},
    {"序言", FILE_KIND_PREFACE},
    {"序", FILE_KIND_PREFACE},
};

enum file_kind file_kind_by_name(struct arena *arena, struct text name)
{
    struct text folded = fold_text(arena, name);
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
        if (text_is(folded, kind_names[i].name))
            return kind_names[i].kind;
    return FILE_KIND_UNKNOWN;
}

struct text file_stem(const struct source *source)
{
    if (source == NULL || source->path == NULL)
        return TEXT("");
    struct text name = path_file_name(source->path);
    size_t dot = text_find(name, TEXT("."), 0);
    return dot == TEXT_NOT_FOUND ? name : text_slice(name, 0, dot);
}

bool is_called_form(struct extraction *x)
{
    struct text stem = file_stem(x->document->source);
    struct text_buffer words = text_buffer_new(x->scratch);
    for (size_t i = 0; i < stem.size; i++)
        buffer_append_byte(&words, stem.data[i] == '_' || stem.data[i] == '-' ? ' ' : stem.data[i]);
    struct label label = label_find(x, buffer_text(&words));
    return label.kind == LABEL_FORM || label_is_description(&label);
}

static enum file_kind find_kind(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (text_is(m->key, "kind")) {
            enum file_kind kind = file_kind_by_name(x->scratch, m->value);
            if (kind != FILE_KIND_UNKNOWN)
                return kind;
        }
    return file_kind_by_name(x->scratch, file_stem(x->document->source));
}

/* ---- front matter ---- */

/* Office files keep their properties under prefixed keys: they are no words of the page. */
static bool is_property(struct text key) { return text_find(key, TEXT(":"), 0) != TEXT_NOT_FOUND; }

/* One of the words of a list with blanks between. */
static bool is_listed(struct text key, const char *list)
{
    struct text words = text_from_string(list);
    for (size_t from = 0, end; from < words.size; from = end + 1) {
        end = text_find(words, TEXT(" "), from);
        end = end == TEXT_NOT_FOUND ? words.size : end;
        if (text_equal_ascii_case(key, text_slice(words, from, end)))
            return true;
    }
    return false;
}

/* Keys of programs that make sites and catalogues: no element of a role is called so. */
static bool is_about_file(struct text key)
{
    return is_listed(key,
                     "kind lang language layout permalink draft weight toc slug tags tag image "
                     "images thumbnail cover banner icon url aliases alias sidebar "
                     "redirect_from redirect_to nav_order parent grand_parent has_children "
                     "has_toc comments share header footer excerpt order menu sitemap robots "
                     "noindex theme template published pubdate publishdate lastmod updated "
                     "archived hidden featured keywords sidebar_label sidebar_position "
                     "hide_title custom_edit_url breadcrumbs translationkey cssclass "
                     "cssclasses source outputs expires expirydate date-obtained pagination "
                     "upstream_path upstream_sha translated_at translator stale");
}

/*
 * Whom a page is for and where it stands, where its title names no position and no heading of it
 * says what a role does or needs: "role: admin" below "title: Sorting the list".
 */
static bool is_about_readers(struct text key) { return is_listed(key, "role roles section"); }

/* Who wrote a page and when, where other keys are a site's: nothing of the role's approval. */
static bool is_about_page(struct text key)
{
    return is_listed(key, "date author authors type category categories status section");
}

/* A key that only programs for sites know stands among them. */
static bool is_of_site(const struct document *document)
{
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next)
        if (is_listed(m->key,
                      "layout permalink draft tags slug image weight excerpt archived toc "
                      "nav_order published aliases comments icon redirect_from swagger summary"))
            return true;
    return false;
}

/* reports_to, as programs like to write reports-to */
static struct text with_hyphens(struct extraction *x, struct text key)
{
    char *data = arena_alloc(x->scratch, key.size + 1);
    for (size_t i = 0; i < key.size; i++)
        data[i] = key.data[i] == '_' ? '-' : key.data[i];
    return (struct text){data, key.size};
}

/* A site generator's switch, whatever its key: "position: true" names no position. */
static bool is_switch(struct text value)
{
    return text_is(value, "true") || text_is(value, "false");
}

static void skip_entry(struct extraction *x, const struct metadata *m)
{
    note_skipped(x, CLUE_FILE, m->key, m->key_span);
    note_skipped(x, CLUE_FILE, m->value, m->value_span);
}

static struct label label_of_entry(struct extraction *x, const struct metadata *m)
{
    enum element element = element_by_name(with_hyphens(x, m->key));
    return element != ELEMENT_COUNT ? label_of(element) : label_find(x, m->key);
}

static void read_entry(struct extraction *x, const struct metadata *m)
{
    struct label label = label_of_entry(x, m);
    if (label.kind == LABEL_ELEMENT && is_switch(m->value)) {
        skip_entry(x, m);
        return;
    }
    the_role(x, m->key_span);
    x->clue = CLUE_FRONT_MATTER;
    if (label.kind == LABEL_ELEMENT) {
        struct records *records = &x->role->values[label.element];
        if (records->count == 0 || x->target.kind != TARGET_ELEMENT ||
            x->target.records != records) {
            open_element(x, label, m->key, LEVEL_LINE, m->key_span);
            records->heading = TEXT("");
        }
        fill_text(x, m->value, TEXT(""), 0, m->value_span);
        return;
    }
    if (label.kind == LABEL_FIELD) {
        struct pair pair = {label, m->key, m->value};
        fill_pair(x, &pair, m->value_span);
        return;
    }
    open_other(x, m->key, LEVEL_LINE, m->key_span, true);
    fill_text(x, m->value, TEXT(""), 0, m->value_span);
    close_target(x);
}

/* Of a file that holds no role: what it is, and nothing of the handbook. */
static void skip_front_matter(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (!is_property(m->key))
            skip_entry(x, m);
}

/* Its words speak of duties, and of nobody whose they are: 「管委會成員與職掌」. */
static bool speaks_of_duties(struct extraction *x, struct text title)
{
    struct label guess = label_guess(x, title);
    struct text name = TEXT("");
    bool is_duties;
    label_role_name(x, title, &name, &is_duties);
    return guess.kind == LABEL_ELEMENT && guess.element == ELEMENT_DUTIES && text_is_empty(name);
}

/* "title: Roles and responsibilities" is that of a page about several roles, or of none. */
static bool is_titled_by_label(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (text_equal_ascii_case(m->key, TEXT("title"))) {
            struct label label = label_find(x, m->value);
            bool is_label = label.kind == LABEL_ELEMENT && !label_may_be_name(&label);
            return label.kind == LABEL_HANDBOOK ||
                   ((is_label || speaks_of_duties(x, m->value)) &&
                    !vocabulary_is_position(x->vocabulary, x->scratch, m->value));
        }
    return false;
}

static void read_front_matter(struct extraction *x)
{
    if (is_titled_by_label(x)) {
        skip_front_matter(x);
        return;
    }
    bool is_site = is_of_site(x->document), is_page = is_titled_as_page(x);
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (is_about_file(m->key) || is_request(m->key) || (is_site && is_about_page(m->key)) ||
            (is_page && is_about_readers(m->key)))
            skip_entry(x, m);
        else if (!is_property(m->key))
            read_entry(x, m);
    close_target(x);
    x->role_is_fresh = true;
    x->awaits_heading = x->role != NULL;
}

/*
 * Of a page that names no position: what it is called and about, and no more. Where no program for
 * sites has its keys in it, a section of duties may tell otherwise.
 */
static bool is_of_page(struct extraction *x)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && e != ELEMENT_PURPOSE && e != ELEMENT_APPROVAL &&
            x->role->values[e].state != STATE_ABSENT)
            return false;
    return !title_names_position(x, role_title(x->role));
}

/* ---- kinds of files ---- */

static void open_kind(struct extraction *x, enum file_kind kind)
{
    static const enum element elements[] = {
        [FILE_KIND_BASELINE] = ELEMENT_HANDBOOK_BASELINE,
        [FILE_KIND_STRATEGY] = ELEMENT_HANDBOOK_GOALS,
        [FILE_KIND_PROCESSES] = ELEMENT_HANDBOOK_PROCESSES,
        [FILE_KIND_SCENARIOS] = ELEMENT_HANDBOOK_SCENARIOS,
        [FILE_KIND_ORGANISATION] = ELEMENT_HANDBOOK_POSITIONS,
    };
    if (kind < FILE_KIND_BASELINE || kind > FILE_KIND_ORGANISATION)
        return;
    open_handbook_element(x, elements[kind], TEXT(""), LEVEL_TITLE,
                          span_of_source(x->document->source));
}

static bool has_parts(const struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        if (handbook_records(handbook, e)->count > 0)
            return true;
    return false;
}

/* What was found is forgotten. */
static void read_anew(struct extraction *x)
{
    x->diags = diagnostics_new(x->arena);
    account_clear(x->account);
    x->handbook = handbook_new(x->arena);
    x->handbook->language = x->document->language;
    x->role = NULL;
    x->title = (struct value){0};
    x->target = (struct target){.kind = TARGET_NONE};
}

/* The entry of the front matter that is the element; NULL: none is. */
static const struct metadata *entry_of(struct extraction *x, enum element element)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next) {
        struct label label = label_of_entry(x, m);
        if (label.kind == LABEL_ELEMENT && label.element == element && !is_about_file(m->key))
            return m;
    }
    return NULL;
}

void read_front_matter_as_page(struct extraction *x)
{
    const struct metadata *title = entry_of(x, ELEMENT_TITLE);
    const struct metadata *about = entry_of(x, ELEMENT_PURPOSE);
    read_anew(x);
    x->role_is_fresh = x->awaits_heading = false;
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (m != title && m != about && !is_property(m->key))
            skip_entry(x, m);
    x->clue = CLUE_FRONT_MATTER;
    if (title != NULL) {
        note_skipped(x, CLUE_FILE, title->key, title->key_span);
        x->title = (struct value){title->value, title->value_span};
        open_other(x, title->value, LEVEL_TITLE, title->value_span, false);
    }
    if (about != NULL) {
        note_skipped(x, CLUE_FILE, about->key, about->key_span);
        fill_text(x, about->value, TEXT(""), 0, about->value_span);
    }
    x->clue = CLUE_PLAIN;
}

/* Nothing in it is a role: all of it is pages, in its own order. */
static void read_as_pages(struct extraction *x)
{
    if (x->document->metadata != NULL)
        read_front_matter_as_page(x);
    else
        read_anew(x);
    walk_handbook_part(x, FILE_KIND_PREFACE);
}

/* What looked like roles is none, or there was not even that and nothing else to keep. */
static bool holds_none(struct extraction *x)
{
    const struct handbook *handbook = x->handbook;
    if (handbook->role_count == 0)
        return handbook->preface == NULL && !has_parts(handbook);
    return lacks_evidence(x) || is_false_friend(x->scratch, x->document, handbook);
}

/*
 * What looked like the only role was none: a page on a group with a scope. Read once more without
 * it, lists and lines below may name positions. False: they name none.
 */
static bool read_positions(struct extraction *x)
{
    if (x->handbook->role_count != 1 || are_vouched_for(x))
        return false;
    x->names_positions = true;
    if (x->document->metadata != NULL)
        read_front_matter_as_page(x);
    else
        read_anew(x);
    walk_document(x);
    return are_vouched_for(x) && !holds_none(x);
}

/* All of the file is the duties of a role of that name. */
static void read_as_duties(struct extraction *x, struct text name)
{
    struct span at = span_of_source(x->document->source);
    read_anew(x);
    begin_role(x, name, LEVEL_TITLE, at);
    x->clue = CLUE_FILE_NAME;
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_TITLE, at);
    walk_document(x);
}

/*
 * A file without any heading of a role: 「前台崗位職責.docx」 says by its name what its words are;
 * a list under a position's name, or a list and nothing else, is read as duties, with a warning.
 */
static void read_list(struct extraction *x)
{
    struct text name, title;
    bool is_duties = false;
    if (label_role_name(x, file_stem(x->document->source), &name, &is_duties) && is_duties) {
        read_as_duties(x, name);
        return;
    }
    if (!is_list_of_items(x, &title))
        return;
    struct span at = span_of_source(x->document->source);
    read_as_duties(x, title);
    report_warning(x->diags, &read_as_items, at, TEXT(""), TEXT(""));
}

/* Reads one document, which may be a part of a compilation, into the handbook. */
static void read_document(struct extraction *x, enum file_kind kind)
{
    struct document *document = x->document;
    x->handbook->language = document->language;
    x->kind = kind;
    mark_prompts(x, document->blocks);
    divide_lines(x);
    nest_bullets(x);
    lift_labels(x);
    turn_role_columns(x, document->blocks);
    if (kind == FILE_KIND_UNKNOWN || kind == FILE_KIND_ROLES)
        read_front_matter(x);
    else
        skip_front_matter(x);
    bool has_front_matter =
        x->role != NULL && !is_of_page(x); /* what it says has its place in a role only */
    bool may_be_told =
        x->role != NULL && !is_of_site(document) && !text_is_empty(role_title(x->role));
    open_kind(x, kind);
    if (kind == FILE_KIND_UNKNOWN || kind == FILE_KIND_ROLES)
        walk_document(x);
    else
        walk_handbook_part(x, kind);
    bool may_be_other = kind == FILE_KIND_UNKNOWN && !has_front_matter && !x->has_names &&
                        !(may_be_told && has_announced_duties(x));
    if (may_be_other && x->handbook->role_count == 0 && !x->is_part)
        read_list(x);
    name_roles(x);
    if (may_be_other && holds_none(x) && !read_positions(x))
        read_as_pages(x);
    keep_what_is_nowhere(x);
}

/* Each part as a document of its own, below its head as a page. */
static void read_compilation(struct extraction *x, struct compilation_part *parts, size_t count,
                             enum file_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *head = parts[i].head;
        struct extraction part = {.arena = x->arena,
                                  .scratch = x->scratch,
                                  .label_memory = x->label_memory,
                                  .vocabulary = x->vocabulary,
                                  .document = &parts[i].document,
                                  .diags = diagnostics_new(x->arena),
                                  .account = account_new(x->scratch),
                                  .handbook = handbook_new(x->arena),
                                  .is_part = true};
        if (head != NULL)
            open_other(x, text_trim(block_text(x->arena, head)), LEVEL_TITLE, head->span, false);
        if (parts[i].byline != NULL)
            fill_block(x, parts[i].byline);
        read_document(&part, kind);
        handbook_join(x->handbook, part.handbook);
        account_join(x->account, part.account);
        diagnostics_join(x->diags, part.diags);
        x->has_names |= part.has_names;
    }
}

struct handbook *extract_document(struct arena *arena, const struct vocabulary *vocabulary,
                                  struct document *document, enum file_kind kind,
                                  struct label_memory *memory, struct account *account,
                                  struct diagnostics *diags)
{
    struct extraction x = {.arena = arena,
                           .scratch = arena_open_like(arena),
                           .vocabulary = vocabulary,
                           .document = document,
                           .diags = diagnostics_new(arena),
                           .handbook = handbook_new(arena)};
    size_t part_count = 0;
    x.account = account != NULL ? account : account_new(x.scratch);
    x.label_memory = memory != NULL ? memory : label_memory_new(x.scratch);
    label_memory_begin(x.label_memory);
    if (kind == FILE_KIND_UNKNOWN)
        kind = find_kind(&x);
    struct compilation_part *parts =
        kind <= FILE_KIND_ROLES ? compilation_divide(x.scratch, document, &part_count) : NULL;
    if (parts == NULL) {
        read_document(&x, kind);
    } else {
        read_compilation(&x, parts, part_count, kind);
        compilation_rejoin(document, parts, part_count);
    }
    bool is_unread = document->blocks == NULL && document->diags != NULL &&
                     document->diags->count > 0; /* that is said, and nothing kept */
    if (x.handbook->role_count == 0 && kind <= FILE_KIND_ROLES && !has_parts(x.handbook) &&
        !is_unread) {
        if (x.has_names)
            report_empty_form(document, x.diags);
        else
            report_no_role(x.scratch, document, x.diags);
    }
    take_requests(&x);
    account_close(account, document);
    diagnostics_join(diags, x.diags);
    if (memory == NULL)
        label_memory_close(x.label_memory);
    arena_close(x.scratch);
    return x.handbook;
}
