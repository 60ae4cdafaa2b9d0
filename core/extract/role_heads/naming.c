#include "core/extract/role_heads/naming.h"
#include "core/base/script.h"
#include "core/extract/document_heads.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_lines.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/model/fold.h"
#include <string.h>

#define NAME_BYTES 80             /* of a heading that may be a position's name */
#define NAME_BYTES_OF_POSTING 150 /* ... with who offers it, where, and for how much */

static const struct message named_by_file = {
    {"檔案裡沒有寫崗位名稱：暫用檔名「{0}」，請在檔內寫明",
     "文件里没有写岗位名称：暂用文件名「{0}」，请在文件内写明",
     "the file does not name the position: it goes by the file's name, \"{0}\"; write the name in it"}};

/* A page of the handbook, or a section of other words of a role, is left out of its list. */
static void drop_section(struct section_text **first, struct section_text **end,
                         const struct section_text *section)
{
    struct section_text **at = first, *last = NULL;
    while (*at != section) {
        last = *at;
        at = &(*at)->next;
    }
    *at = section->next;
    if (section->next == NULL)
        *end = last;
}

/* "Product Manager II – Education": the only page that is a position's name and says no more. */
static struct section_text *page_of_name(struct extraction *x)
{
    struct section_text *found = NULL;
    for (struct section_text *page = x->handbook->preface; page != NULL; page = page->next) {
        bool is_name = text_is_empty(page->text) && page->heading.size <= NAME_BYTES &&
                       vocabulary_is_position(x->vocabulary, x->scratch, page->heading) &&
                       label_find(x, page->heading).kind == LABEL_UNKNOWN;
        if (is_name && found != NULL)
            return NULL;
        found = is_name ? page : found;
    }
    return found;
}

/*
 * 「測試工程師（P6），名額充足！」 up to its first clause mark; in English a comma stands within
 * names: "Director, Customer Care".
 */
static struct text before_clause_mark(struct text line)
{
    static const struct text all = TEXT_INIT("，,。！!；;?？"), stops = TEXT_INIT("!;?");
    struct text marks = is_latin_text(line) ? stops : all;
    for (size_t at = 0; at < line.size;) {
        size_t begin = at;
        if (text_has(marks, text_next(line, &at)))
            return text_trim(text_slice(line, 0, begin));
    }
    return line;
}

/* 後端工程師 of 「青田 系統部 後端工程師 15K」: words in Han between blanks that are a position. */
static struct text position_word(struct extraction *x, struct text title)
{
    for (size_t begin = 0, end; begin < title.size; begin = end + 1) {
        end = text_find(title, TEXT(" "), begin);
        end = end == TEXT_NOT_FOUND ? title.size : end;
        struct text word = text_slice(title, begin, end);
        if (!is_latin_text(word) && vocabulary_is_position(x->vocabulary, x->scratch, word))
            return word;
    }
    return TEXT("");
}

static bool has_title_sentence(struct extraction *x)
{
    struct value title;
    return find_title_sentence(x, &title);
}

/* 「【杭州】搜尋推薦 Java 研發專家」: a posting's first heading, however low, or its first line. */
static struct value title_of_posting(struct extraction *x)
{
    const struct section_text *page = x->handbook->preface;
    struct text line = {0};
    if (page == NULL)
        return (struct value){0};
    size_t offset = 0;
    if (!text_is_empty(page->heading))
        line = page->heading;
    else
        while (text_next_line(page->text, &offset, &line) && is_address_line(line))
            continue;
    if (is_address_line(line) || invites_reader(x, line))
        return (struct value){0};
    bool is_sentence = text_ends_with(line, TEXT(".")) && is_latin_text(line) &&
                       has_title_sentence(x); /* "We’re looking for a cook." */
    if (line.size > NAME_BYTES_OF_POSTING || is_sentence || is_clause(x, line) ||
        ends_in_colon(line) || vocabulary_is_no_role(x->vocabulary, x->scratch, line))
        return (struct value){0};
    line = before_clause_mark(title_without_tags(x, text_trim(line)));
    struct text position = position_of_title(x, line);
    return (struct value){text_is_empty(position) ? position_word(x, line) : position, page->at};
}

struct text name_beside_form(struct extraction *x, struct text title)
{
    struct text name;
    bool is_duties;
    bool is_beside = is_latin_text(title) && label_role_name(x, title, &name, &is_duties) &&
                     !is_duties && text_ends_with(title, name);
    return is_beside && vocabulary_is_position(x->vocabulary, x->scratch, name) ? name : title;
}

/*
 * The only role of a file without a name of its own is what the file's heading says, or a heading
 * over nothing that names a position.
 */
static void name_by_document(struct extraction *x)
{
    struct handbook *handbook = x->handbook;
    struct role *role = handbook->roles;
    if (handbook->role_count != 1 || is_filled(&role->values[ELEMENT_TITLE]) || x->has_names)
        return;
    const struct section_text *page = page_of_name(x);
    struct value title = x->title;
    if (page != NULL && (text_is_empty(title.text) ||
                         !vocabulary_is_position(x->vocabulary, x->scratch, title.text)))
        title = (struct value){page->heading, page->at};
    bool is_paper = vocabulary_is_no_role(x->vocabulary, x->scratch, title.text) &&
                    !vocabulary_is_position(x->vocabulary, x->scratch, title.text);
    if (invites_reader(x, title.text) || (is_paper && has_title_sentence(x)))
        title = (struct value){0}; /* "Come and work with us!", "Employment Agreement" */
    if (text_is_empty(title.text))
        title = title_of_posting(x);
    if (text_is_empty(title.text))
        return;
    struct text name = label_name_behind_as(x, title.text);
    if (text_is_empty(name))
        name = name_beside_form(x, title_without_page(x, name_in_posting_title(x, title.text)));
    name = name_without_colon(name); /* "Testing Engineer:" over "Job description" */
    record_append(handbook, &role->values[ELEMENT_TITLE], name, title.at);
    page = handbook->preface; /* a heading that says more than the name stays */
    while (page != NULL &&
           !(text_is_empty(page->text) && text_equal(name_without_colon(page->heading), name)))
        page = page->next;
    if (page != NULL)
        drop_section(&handbook->preface, &handbook->last_preface, page);
}

/*
 * The only role of a file that names it in a sentence, "We are looking for a Night Porter", or in a
 * line of its own.
 */
static void name_by_sentence(struct extraction *x)
{
    struct role *role = x->handbook->roles;
    struct value title;
    if (x->handbook->role_count != 1 || is_given(&role->values[ELEMENT_TITLE]) || x->has_names ||
        !is_role(x, role) || (!find_title_sentence(x, &title) && !find_title_in_lines(x, &title)))
        return;
    record_append(x->handbook, &role->values[ELEMENT_TITLE], title.text, title.at);
}

/* v2, 2021, 最終版, JD: says something of the file. */
static bool is_about_version(struct extraction *x, struct text word)
{
    size_t digits = 0;
    struct text folded = fold_label(x->scratch, word);
    for (size_t i = 0; i < word.size; i++)
        digits += word.data[i] >= '0' && word.data[i] <= '9';
    return text_is_any(folded, signs_of(x, SIGN_VERSION)) ||
           (digits > 0 && 2 * digits >= word.size);
}

/* "23-Jan": the month of a date in the file's name, which has numbers elsewhere, too. */
static bool is_month(struct extraction *x, struct text stem, struct text word)
{
    struct text folded = fold_text(x->scratch, word);
    bool is_one = text_is_any(folded, signs_of(x, SIGN_MONTH)), has_digits = false;
    for (size_t i = 0; i < stem.size; i++)
        has_digits |= is_ascii_digit(stem.data[i]);
    return is_one && has_digits;
}

struct text position_in_file_name(struct extraction *x, struct text name)
{
    struct text position = name;
    size_t positions = 0;
    for (size_t from = 0, at = 0; from <= name.size; from = at + 1) {
        for (at = from; at < name.size && name.data[at] != '_' && name.data[at] != '-';)
            at++;
        struct text part = text_trim(text_slice(name, from, at));
        if (is_latin_text(part) || !vocabulary_is_position(x->vocabulary, x->scratch, part))
            continue;
        position = text_from(name, from);
        positions++;
    }
    return positions == 1 ? position : name;
}

/* JD, 職責, 招聘: what kind of file it is, or what stands in it, and whose it is not. */
static bool says_what_file_is(struct extraction *x, struct text word)
{
    struct label label = label_find(x, word);
    bool is_section = label.kind == LABEL_ELEMENT &&
                      (label.element == ELEMENT_DUTIES || label.element == ELEMENT_APPOINTMENT ||
                       label.element == ELEMENT_TITLE) &&
                      !label.is_part && !label_names_positions(&label);
    return label.kind == LABEL_FORM || is_section ||
           vocabulary_is_hiring(x->vocabulary, x->scratch, word);
}

/* 「JD-出納-2021.docx」: what is left without the form's title, versions and dates. */
static struct text name_of_file(struct extraction *x)
{
    struct text stem = file_stem(x->document->source), name;
    bool is_duties;
    struct text_buffer left = text_buffer_new(x->arena);
    if (file_kind_by_name(x->scratch, stem) != FILE_KIND_UNKNOWN || is_called_form(x))
        return TEXT("");
    if (label_role_name(x, stem, &name, &is_duties))
        stem = name;
    stem = position_in_file_name(x, stem);
    for (size_t from = 0, at = 0, next = 0; from <= stem.size; from = next) {
        for (at = from; at < stem.size && strchr(" -_()[]+", stem.data[at]) == NULL;)
            at++;
        struct text word = text_slice(stem, from, at);
        next = at + 1;
        if (text_is_empty(word) || is_about_version(x, word) || is_month(x, stem, word) ||
            says_what_file_is(x, word))
            continue;
        if (left.size > 0)
            buffer_append_byte(&left, ' ');
        buffer_append(&left, word);
    }
    return buffer_text(&left);
}

/*
 * 「倉庫管理員崗位說明書」 at the head of each page, or in the table that stands in front of
 * everything else, beside the number and the version of the document.
 */
static bool find_running_title(struct extraction *x, struct value *title)
{
    struct walk *walk = arena_new(x->scratch, struct walk);
    const struct block *first = skip_blank_paragraphs(x->scratch, x->document->blocks);
    bool is_head = false, is_duties;
    *walk = walk_blocks(x->document->blocks);
    while (walk_next(walk)) {
        if (walk->block->kind == BLOCK_SECTION)
            is_head = walk->event == WALK_ENTER && text_is(walk->block->style, "header");
        bool is_in_first =
            first != NULL && first->kind == BLOCK_TABLE && walk->stack[0].block == first;
        if (!(is_head || is_in_first) || walk->event != WALK_ENTER ||
            walk->block->kind != BLOCK_PARAGRAPH)
            continue;
        struct text words = text_trim(block_text(x->arena, walk->block));
        title->at = walk->block->span;
        if (label_role_name(x, words, &title->text, &is_duties))
            return true;
    }
    return false;
}

/* What was taken for a section of its own is the role's name. */
static void note_name(struct extraction *x, const struct metadata *m)
{
    for (size_t i = 0; i < x->account->count; i++) {
        struct account_entry *entry = &x->account->items[i];
        bool is_label = entry->words.data == m->key.data,
             is_value = entry->words.data == m->value.data;
        if (!is_label && !is_value)
            continue;
        entry->use = is_label ? USE_LABEL : USE_VALUE;
        entry->element = ELEMENT_TITLE;
    }
}

/* "name: ferry-dispatcher" in front matter, where an agent or a tool is told what it is called. */
static const struct metadata *named_entry(struct extraction *x, const struct role *role,
                                          const struct section_text **section)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next) {
        if (!text_equal_ascii_case(m->key, TEXT("name")) || m->value.size > NAME_BYTES)
            continue;
        for (const struct section_text *s = role->other; s != NULL; s = s->next)
            if (text_equal(s->heading, m->key) && text_equal(s->text, m->value)) {
                *section = s;
                return m;
            }
    }
    return NULL;
}

void name_by_entry(struct extraction *x)
{
    struct role *role = x->handbook->roles;
    const struct section_text *section;
    if (x->handbook->role_count != 1 || !is_named_by_file(role))
        return;
    const struct metadata *entry = named_entry(x, role, &section);
    if (entry == NULL)
        return;
    role->values[ELEMENT_TITLE].rows[0].text = entry->value;
    role->values[ELEMENT_TITLE].rows[0].at = entry->value_span;
    drop_section(&role->other, &role->last_other, section);
    note_name(x, entry);
}

/* 文件名稱 | 出納崗位職責 in the head of a document that is one of several in its file. */
static void name_by_head(struct extraction *x)
{
    struct role *role = x->handbook->roles;
    struct value name;
    if (x->handbook->role_count != 1 || is_given(&role->values[ELEMENT_TITLE]) ||
        !is_role(x, role) || x->document->blocks == NULL ||
        !document_head_name(x, x->document->blocks, &name))
        return;
    record_append(x->handbook, &role->values[ELEMENT_TITLE], name.text, name.at);
}

/* The only role of a file that names it nowhere else. */
static void name_by_file(struct extraction *x)
{
    struct value running;
    const struct section_text *section;
    struct role *role = x->handbook->roles;
    if (x->handbook->role_count != 1 || is_given(&role->values[ELEMENT_TITLE]) ||
        !is_role(x, role) || x->has_names)
        return;
    if (find_running_title(x, &running)) {
        record_append(x->handbook, &role->values[ELEMENT_TITLE], running.text, running.at);
        return;
    }
    struct text name = name_of_file(x);
    if (text_is_empty(name))
        return;
    struct span at = span_of_source(x->document->source);
    record_append(x->handbook, &role->values[ELEMENT_TITLE], name, at);
    if (named_entry(x, role, &section) == NULL)
        report_warning(x->diags, &named_by_file, at, name, TEXT(""));
}

/*
 * The form of a department names nobody's position: what it says is the department's. Whoever it
 * asks something of is a position without a name.
 */
static void name_by_department(struct extraction *x)
{
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        const struct records *department = &role->values[ELEMENT_DEPARTMENT];
        if (is_given(&role->values[ELEMENT_TITLE]) || !is_filled(department) ||
            !is_filled(&role->values[ELEMENT_DUTIES]) ||
            is_given(&role->values[ELEMENT_APPOINTMENT]))
            continue;
        const struct record *name = &department->rows[0];
        record_append(x->handbook, &role->values[ELEMENT_TITLE], name->text, name->at);
    }
}

void name_roles(struct extraction *x)
{
    name_by_document(x);
    name_by_sentence(x);
    if (x->is_part) /* the file has others, too */
        name_by_head(x);
    else
        name_by_file(x);
    name_by_department(x);
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next)
        part_pay(x, role);
}
