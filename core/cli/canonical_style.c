/* Emphasis, links, pictures and notes of the file, put back to the words they stand at. */
#include "core/base/script.h"
#include "core/cli/canonical_parts.h"
#include <stdlib.h>

/* Of what the words are, with no place in a canonical file where they stand. */
static const struct message emphasis = {
    {"維持原狀：「{0}」有強調或其他字形，標準格式在此放不下",
     "维持原状：“{0}”有强调或其他字形，标准格式在此放不下",
     "left as it is: \"{0}\" has emphasis or another look, for which a canonical file has no place "
     "there"}};
static const struct message link = {{"維持原狀：「{0}」是連結，標準格式在此放不下",
                                     "维持原状：“{0}”是链接，标准格式在此放不下",
                                     "left as it is: \"{0}\" is a link, for which a canonical file "
                                     "has no place there"}};
static const struct message picture = {
    {"維持原狀：圖片「{0}」，標準格式在此放不下", "维持原状：图片“{0}”，标准格式在此放不下",
     "left as it is: \"{0}\" is a picture, for which a canonical "
     "file has no place there"}};
static const struct message note = {
    {"維持原狀：註腳，標準格式在此放不下", "维持原状：脚注，标准格式在此放不下",
     "left as it is: a note, for which a canonical file has no place "
     "there"}};
static const struct message quotation = {{"維持原狀：「{0}」是引文，標準格式在此放不下",
                                          "维持原状：“{0}”是引文，标准格式在此放不下",
                                          "left as it is: \"{0}\" is a quotation, for which a "
                                          "canonical file has no place there"}};
static const struct message code = {
    {"維持原狀：「{0}」是程式碼，標準格式在此放不下", "维持原状：“{0}”是代码，标准格式在此放不下",
     "left as it is: \"{0}\" is code, for which a canonical file has "
     "no place there"}};

/* Looks that headings have by being headings. */
#define LOOKS_OF_HEADINGS (STYLE_STRONG | STYLE_EMPHASIS | STYLE_UNDERLINE)
#define LOOKS (LOOKS_OF_HEADINGS | STYLE_CODE | STYLE_STRIKE | STYLE_SUPERSCRIPT | STYLE_SUBSCRIPT)
#define LABEL_BYTES 64 /* a number or a part's name in front of an item's words is no longer */

/* A run of the file. */
struct own_run {
    struct run *run;
    bool is_of_heading;
    bool has_place; /* in the composed document */
};

struct restyling {
    struct arena *arena;
    const struct source *source;
    struct own_run *runs; /* in the order of the source */
    size_t count, capacity;
    struct span *blocks; /* of quotes, code and figures in the composed document, in order */
    size_t block_count, block_capacity;
    struct text *names; /* of labels and sections, in order: headings now */
    size_t name_count, name_capacity;
};

/* ---- the file's runs ---- */

static int compare_runs(const void *left, const void *right)
{
    const struct own_run *a = left, *b = right;
    return (a->run->span.begin > b->run->span.begin) - (a->run->span.begin < b->run->span.begin);
}

static void gather(struct restyling *r, const struct document *document)
{
    struct walk *walk = arena_new(r->arena, struct walk);
    *walk = walk_blocks(document->blocks);
    while (walk_next(walk)) {
        if (walk->event != WALK_ENTER)
            continue;
        for (struct run *run = walk->block->runs; run != NULL; run = run->next)
            if (run->span.source == r->source)
                *arena_push(r->arena, r->runs, r->count, r->capacity) =
                    (struct own_run){run, walk->block->kind == BLOCK_HEADING, false};
    }
    if (r->count > 1)
        qsort(r->runs, r->count, sizeof *r->runs, compare_runs);
}

/* The first run that begins at the offset or behind it. */
static size_t first_from(const struct restyling *r, uint32_t offset)
{
    size_t low = 0, high = r->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->runs[middle].run->span.begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_looks(const struct run *run)
{
    return run->kind == RUN_IMAGE || run->kind == RUN_NOTE || (run->style & LOOKS) != 0 ||
           !text_is_empty(run->link);
}

/* ---- matching words with runs ---- */

static struct text run_words(const struct run *run)
{
    bool is_silent = run->kind == RUN_NOTE || (run->style & STYLE_PLACEHOLDER) != 0;
    return is_silent ? TEXT("") : run->kind == RUN_BREAK ? TEXT("\n") : run->text;
}

/* Where in the run the words begin: behind blanks, a number, a part's name. */
static size_t begin_within(struct text run, struct text words)
{
    for (size_t at = 0; at < run.size && at <= LABEL_BYTES; at++) {
        struct text rest = text_from(run, at);
        size_t size = rest.size < words.size ? rest.size : words.size;
        bool is_rest = rest.size <= words.size || text_is_blank(text_from(rest, words.size));
        if (is_rest && text_equal(text_slice(rest, 0, size), text_slice(words, 0, size)))
            return at;
    }
    return TEXT_NOT_FOUND;
}

/*
 * How many runs from first on say just the words, some with looks; 0: they do not.
 *
 * out  *skip  bytes of the first run in front of the words
 */
static size_t match(const struct restyling *r, size_t first, struct text words, size_t *skip)
{
    size_t said = 0, i = first, end = r->count;
    *skip = begin_within(run_words(r->runs[first].run), words);
    if (*skip == TEXT_NOT_FOUND)
        return 0;
    for (; i < end && said < words.size; i++) {
        struct text run = text_from(run_words(r->runs[i].run), i == first ? *skip : 0);
        struct text rest = text_from(words, said);
        size_t size = run.size < rest.size ? run.size : rest.size;
        if (!text_equal(text_slice(run, 0, size), text_slice(rest, 0, size)) ||
            !text_is_blank(text_from(run, size)))
            return 0;
        said += size;
    }
    while (i < end && r->runs[i].run->kind == RUN_NOTE)
        i++;
    bool any = false;
    for (size_t k = first; k < i && !any; k++)
        any = has_looks(r->runs[k].run);
    return any && said == words.size ? i - first : 0;
}

/* Copies of the runs take the place of the block's own, cut to the words. */
static void take_runs(struct restyling *r, struct block *block, size_t first, size_t count,
                      size_t skip, size_t size)
{
    block->runs = block->last_run = NULL;
    for (size_t i = first; i < first + count; i++) {
        struct run *copy = arena_new(r->arena, struct run);
        *copy = *r->runs[i].run;
        copy->next = NULL;
        copy->style &= ~(unsigned)STYLE_LINE_END;
        if (block->kind == BLOCK_HEADING)
            copy->style &= ~(unsigned)LOOKS_OF_HEADINGS;
        size_t said = run_words(copy).size - skip;
        if (copy->kind == RUN_TEXT)
            copy->text = text_slice(copy->text, skip, skip + (said < size ? said : size));
        size -= said < size ? said : size;
        skip = 0;
        r->runs[i].has_place = true;
        if (block->last_run == NULL)
            block->runs = copy;
        else
            block->last_run->next = copy;
        block->last_run = copy;
    }
}

static void restyle_block(struct restyling *r, struct block *block)
{
    struct text text = r->source->text;
    struct text words = block_text(r->arena, block); /* with links, they reach behind its span */
    size_t line = block->span.begin, behind = text_find(text, TEXT("\n"), block->span.end), skip;
    while (line > 0 && text.data[line - 1] != '\n')
        line--; /* a record's place may be that of another of its cells */
    size_t first = first_from(r, (uint32_t)line);
    size_t end = behind == TEXT_NOT_FOUND ? r->count : first_from(r, (uint32_t)behind);
    for (size_t i = first; i < end && !text_is_empty(words); i++) {
        size_t count = match(r, i, words, &skip);
        if (count == 0)
            continue;
        take_runs(r, block, i, count, skip, words.size);
        return;
    }
}

/* Blocks of sections that are kept as they are hold the file's own runs. */
static bool keep_own(struct restyling *r, const struct block *block)
{
    bool any = false;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        for (size_t i = first_from(r, run->span.begin);
             i < r->count && r->runs[i].run->span.begin == run->span.begin; i++)
            if (r->runs[i].run == run)
                any = r->runs[i].has_place = true;
    return any;
}

static bool is_of_its_own(enum block_kind kind)
{
    return kind == BLOCK_QUOTE || kind == BLOCK_CODE || kind == BLOCK_FIGURE;
}

/* ---- what found no place ---- */

static int compare_spans(const void *left, const void *right)
{
    const struct span *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

static struct canonical_fault lost_block(struct restyling *r, const struct document *document)
{
    struct walk *walk = arena_new(r->arena, struct walk);
    if (r->block_count > 1)
        qsort(r->blocks, r->block_count, sizeof *r->blocks, compare_spans);
    *walk = walk_blocks(document->blocks);
    while (walk_next(walk)) {
        const struct block *block = walk->block;
        if (walk->event != WALK_ENTER || !is_of_its_own(block->kind))
            continue;
        if (r->block_count == 0 || bsearch(&block->span, r->blocks, r->block_count,
                                           sizeof *r->blocks, compare_spans) == NULL)
            return (struct canonical_fault){block->kind == BLOCK_QUOTE  ? &quotation
                                            : block->kind == BLOCK_CODE ? &code
                                                                        : &picture,
                                            block->span, whole_block_text(r->arena, block)};
    }
    return (struct canonical_fault){0};
}

static struct text without_colon(struct text words)
{
    words = text_trim(words);
    if (!ends_in_colon(words))
        return words;
    size_t end = words.size;
    text_previous(words, &end);
    return text_trim(text_slice(words, 0, end));
}

/* Labels whose place the account does not tell, and those that no vocabulary knows. */
static void gather_names(struct restyling *r, const struct canonical_labels *labels,
                         const struct role *role)
{
    for (size_t i = 0; i < labels->count; i++)
        *arena_push(r->arena, r->names, r->name_count, r->name_capacity) =
            without_colon(labels->words[i]);
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        *arena_push(r->arena, r->names, r->name_count, r->name_capacity) =
            without_colon(s->heading);
    if (r->name_count > 1)
        qsort(r->names, r->name_count, sizeof *r->names, text_order);
}

static bool is_name(const struct restyling *r, struct text words)
{
    words = without_colon(words);
    return r->name_count > 0 &&
           bsearch(&words, r->names, r->name_count, sizeof *r->names, text_order) != NULL;
}

static const struct message *message_of(const struct run *run)
{
    return run->kind == RUN_IMAGE      ? &picture
           : run->kind == RUN_NOTE     ? &note
           : !text_is_empty(run->link) ? &link
           : (run->style & STYLE_CODE) ? &code
                                       : &emphasis;
}

static struct canonical_fault lost_run(const struct restyling *r,
                                       const struct canonical_regions *labels)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct own_run *own = &r->runs[i];
        bool is_heading = own->is_of_heading ||
                          canonical_region_holds(labels, own->run->span.begin) ||
                          is_name(r, own->run->text);
        bool is_plain = own->run->kind == RUN_TEXT && text_is_empty(own->run->link) &&
                        (own->run->style & LOOKS & ~(unsigned)LOOKS_OF_HEADINGS) == 0;
        bool says_nothing = own->run->kind == RUN_TEXT && text_is_blank(own->run->text);
        if (own->has_place || !has_looks(own->run) || says_nothing || (is_heading && is_plain))
            continue;
        return (struct canonical_fault){message_of(own->run), own->run->span, own->run->text};
    }
    return (struct canonical_fault){0};
}

struct canonical_fault canonical_restyle(struct arena *arena,
                                         const struct canonical_reading *reading,
                                         struct document *composed)
{
    struct restyling r = {.arena = arena, .source = reading->source};
    struct canonical_labels labels = canonical_labels(arena, reading);
    struct walk *walk = arena_new(arena, struct walk);
    gather(&r, reading->document);
    *walk = walk_blocks(composed->blocks);
    while (walk_next(walk)) {
        struct block *block = walk->block;
        if (walk->event != WALK_ENTER || block->span.source != reading->source)
            continue;
        if (is_of_its_own(block->kind))
            *arena_push(arena, r.blocks, r.block_count, r.block_capacity) = block->span;
        if (block->runs != NULL && !keep_own(&r, block))
            restyle_block(&r, block);
    }
    gather_names(&r, &labels, reading->role);
    struct canonical_fault lost = lost_run(&r, &labels.regions);
    return lost.message != NULL ? lost : lost_block(&r, reading->document);
}
