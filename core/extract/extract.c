#include "core/extract/extract.h"
#include "core/base/file.h"
#include "core/extract/compilation.h"
#include "core/extract/document_heads.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/evidence/page_titles.h"
#include "core/extract/exact_role.h"
#include "core/extract/fill/fill.h"
#include "core/extract/front_matter.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/naming.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include <string.h>

/* Of a document: what is no role once may leave another heading that looks like one. */
#define READINGS_MAX 3

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
    return label_titles_form(&label);
}

bool is_called_duties(struct extraction *x)
{
    struct text stem = file_stem(x->document->source), name;
    bool is_duties = false;
    size_t begin = stem.size;
    while (begin > 0 && strchr("_- ", stem.data[begin - 1]) == NULL)
        begin--;
    struct label label = label_find(x, text_from(stem, begin)); /* of 「運維-崗位職責」 */
    return (label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES) ||
           (label_role_name(x, stem, &name, &is_duties) && is_duties);
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

void read_anew(struct extraction *x)
{
    x->diags = diagnostics_new(x->arena);
    account_clear(x->account);
    x->handbook = handbook_new(x->arena);
    x->handbook->language = x->document->language;
    x->role = NULL;
    x->title = (struct value){0};
    x->target = (struct target){.kind = TARGET_NONE};
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
    return lacks_evidence(x) || is_false_friend(x, x->document, handbook);
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

/*
 * Headings that looked like roles were titles of pages: read once more, they name nobody. Where all
 * that was found before was no role, what is found now has to be surer.
 */
static void read_without_page_titles(struct extraction *x)
{
    if (!find_page_titles(x))
        return;
    bool held_none = holds_none(x);
    int readings = 0;
    do {
        read_anew(x);
        if (x->keeps_front_matter)
            read_front_matter(x);
        else
            read_front_matter_as_page(x);
        walk_document(x);
        name_roles(x);
    } while (++readings < READINGS_MAX && find_page_titles(x));
    if (held_none && !are_known_names(x))
        read_as_pages(x);
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
        read_as_duties(x, position_in_file_name(x, name));
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
    lower_styled_words(x);
    spread_layout_lists(x);
    spread_code_pages(x);
    raise_posting_heads(x);
    mark_prompts(x, document->blocks);
    divide_lines(x);
    lift_bare_numbers(x, document->blocks);
    join_bulleted_lists(x);
    lift_lone_names(x);
    raise_bold_lines(x);
    raise_next_headings(x);
    raise_articles(x);
    join_numbers(x);
    join_value_lines(x);
    nest_bullets(x);
    lift_labels(x);
    lift_officers(x);
    merge_split_heads(x, document->blocks);
    join_cut_tables(x, document->blocks, &document->last_block);
    turn_role_columns(x, document->blocks);
    part_tables(x, document->blocks, &document->last_block);
    if (kind == FILE_KIND_UNKNOWN || kind == FILE_KIND_ROLES)
        read_front_matter(x);
    else
        skip_front_matter(x);
    bool has_front_matter =
        x->role != NULL && !is_of_page(x); /* what it says has its place in a role only */
    bool may_be_told = x->role != NULL && !is_of_site(x) && !text_is_empty(role_title(x->role));
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
    bool may_be_page = !has_front_matter || is_over_roles(x->handbook->roles);
    if (kind == FILE_KIND_UNKNOWN && may_be_page && !x->has_names)
        read_without_page_titles(x);
    if (may_be_other && holds_none(x) && !read_positions(x))
        read_as_pages(x);
    name_by_entry(x);
    fill_headcounts(x);
    part_sections_of_both(x);
    fill_superiors(x);
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

/* The documents that the file is made of; NULL: it is one. */
static struct compilation_part *divide(struct extraction *x, size_t *count)
{
    struct compilation_part *parts = compilation_divide(x->scratch, x->document, count);
    size_t head_count;
    struct block **heads = parts == NULL ? find_document_heads(x, &head_count) : NULL;
    return heads == NULL ? parts
                         : compilation_divide_at(x->scratch, x->document, heads, head_count, count);
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
    bool is_exact = kind <= FILE_KIND_ROLES && is_exact_role(document);
    struct compilation_part *parts =
        kind <= FILE_KIND_ROLES && !is_exact ? divide(&x, &part_count) : NULL;
    if (is_exact) {
        read_exact_role(&x);
    } else if (parts == NULL) {
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
            report_no_role(&x, document, x.diags);
    }
    take_requests(&x);
    account_close(account, document);
    diagnostics_join(diags, x.diags);
    if (memory == NULL)
        label_memory_close(x.label_memory);
    arena_close(x.scratch);
    return x.handbook;
}
