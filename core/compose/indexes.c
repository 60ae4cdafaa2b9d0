/* Indexes: words in the order of the book's language, under heads, with links and page numbers. */
#include "core/base/collation.h"
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/model/draft_mark.h"
#include "core/model/fold.h"
#include <stdlib.h>

/* One word of an index and one place it stands at. */
struct entry {
    struct text key, words;
    const struct chapter *chapter;
    bool is_other_name; /* of the role, whose title is where to look */
};

struct index {
    struct book *book;
    struct arena *scratch;
    struct collation *collation;
    struct entry *entries;
    size_t count, capacity;
    enum element element; /* whose heading is the place; ELEMENT_TITLE: the chapter's own */
    struct block *section;
};

static void add_entry(struct index *index, struct text words, const struct chapter *chapter,
                      bool is_other_name)
{
    struct text trimmed = text_trim(words);
    if (text_is_empty(trimmed))
        return;
    *arena_push(index->scratch, index->entries, index->count, index->capacity) =
        (struct entry){.key = collation_key(index->collation, index->scratch, trimmed),
                       .words = trimmed,
                       .chapter = chapter,
                       .is_other_name = is_other_name};
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    if (order == 0)
        order = text_compare(x->words, y->words);
    return order != 0 ? order : x->chapter < y->chapter ? -1 : x->chapter > y->chapter;
}

/* ---- lines ---- */

static struct text anchor_of(const struct index *index, const struct chapter *chapter)
{
    return index->element == ELEMENT_TITLE ? chapter->anchor
                                           : chapter_anchor(index->book, chapter, index->element);
}

static void add_words(const struct index *index, struct block *line, const char *words)
{
    build_run(index->book->document, line, text_from_string(words), TEXT(""), (struct span){0});
}

static void add_page(const struct index *index, struct block *line, const struct chapter *chapter)
{
    struct text_buffer link = text_buffer_new(index->book->document->arena);
    buffer_append_byte(&link, '#');
    buffer_append(&link, anchor_of(index, chapter));
    run_append(index->book->document, line, RUN_PAGE_NUMBER, TEXT(""), (struct span){0})->link =
        buffer_text(&link);
}

static bool is_same_word(const struct index *index, const struct entry *a, const struct entry *b)
{
    return text_equal(a->words, b->words) ||
           text_equal(fold_label(index->scratch, a->words), fold_label(index->scratch, b->words));
}

/* 工單系統　客服專員 12、班組長 15; in the index of roles the title's own page, or whom to see. */
static void add_places(const struct index *index, struct block *line, const struct entry *first,
                       const struct entry *end)
{
    bool is_english = index->book->language == LANG_EN;
    for (const struct entry *e = first; e < end; e++) {
        struct text title = chapter_title(index->book, e->chapter);
        if (e > first && e->chapter == e[-1].chapter)
            continue; /* twice in one role */
        add_words(index, line, e == first ? is_english ? "  " : "　" : is_english ? ", " : "、");
        if (e->is_other_name) {
            build_run(index->book->document, line, book_word(index->book, "see"), TEXT(""),
                      (struct span){0});
            add_words(index, line, " ");
        }
        if (index->element != ELEMENT_TITLE || e->is_other_name) {
            build_run(index->book->document, line, title, chapter_link(index->book, e->chapter),
                      (struct span){0});
            add_words(index, line, " ");
        }
        add_page(index, line, e->chapter);
    }
}

static void show_entries(const struct index *index)
{
    struct document *document = index->book->document;
    struct text head = TEXT("");
    for (size_t i = 0, end; i < index->count; i = end) {
        const struct entry *entry = &index->entries[i];
        struct text group = collation_group(index->collation, entry->key);
        for (end = i + 1; end < index->count && is_same_word(index, entry, &index->entries[end]);)
            end++;
        if (!text_equal(group, head))
            build_paragraph(document, index->section, TEXT("index-head"),
                            text_copy(document->arena, group), (struct span){0});
        head = group;
        struct block *line = build_paragraph(document, index->section, TEXT("index"), entry->words,
                                             (struct span){0});
        add_places(index, line, entry, &index->entries[end]);
    }
}

/* ---- indexes ---- */

static struct index index_open(struct book *book, enum element element)
{
    struct index index = {
        .book = book, .scratch = arena_open_like(book->document->arena), .element = element};
    index.collation = collation_open(index.scratch, book->language);
    return index;
}

/* Indexes that follow each other share their pages. */
static struct block *index_section(struct book *book)
{
    struct block *last = book->document->last_block;
    if (last != NULL && last->section != NULL && last->section->names_pages)
        return last;
    struct block *section = book_part(book, "index", book_word(book, "indexes"));
    section->section->names_pages = true;
    return section;
}

static void index_close(struct index *index, const char *heading)
{
    if (index->count > 0) {
        qsort(index->entries, index->count, sizeof *index->entries, compare_entries);
        index->section = index_section(index->book);
        struct block *title = build_heading(index->book->document, index->section, 2,
                                            book_word(index->book, heading), (struct span){0});
        if (stylesheet_has_style(index->book->document->stylesheet, TEXT("index-title")))
            title->style = TEXT("index-title"); /* nearer to its own lines than to those above */
        show_entries(index);
    }
    collation_close(index->collation);
    arena_close(index->scratch);
}

void compose_role_index(struct book *book)
{
    if (book->chapter_count < 2)
        return;
    struct index index = index_open(book, ELEMENT_TITLE);
    for (size_t i = 0; i < book->chapter_count && index.collation != NULL; i++) {
        const struct chapter *chapter = &book->chapters[i];
        const struct records *others = role_records(chapter->role, ELEMENT_ALTERNATE_TITLES);
        add_entry(&index, chapter_title(book, chapter), chapter, false);
        for (size_t r = 0; r < others->count; r++)
            add_entry(&index, others->rows[r].text, chapter, true);
    }
    index_close(&index, "role-index");
}

void compose_element_index(struct book *book, enum element element)
{
    struct index index = index_open(book, element);
    for (size_t i = 0; i < book->chapter_count && index.collation != NULL; i++) {
        const struct chapter *chapter = &book->chapters[i];
        const struct records *records = role_records(chapter->role, element);
        enum field main = element_first_field(element);
        for (size_t r = 0; r < records->count; r++) {
            struct text name = record_field(records, &records->rows[r], main).text;
            struct text words = text_is_empty(name) ? records->rows[r].text : name, draft;
            add_entry(&index, draft_mark_divide(words, &draft), chapter, false);
        }
    }
    index_close(&index, element == ELEMENT_TOOLS ? "tools-index" : "standards-index");
}
