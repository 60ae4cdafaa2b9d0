/*
 * Sections behind several roles that tell of each of them: 任職要求 over 「店長：高中」, over 「店長
 * 應具高中學歷」, or over the names of the roles once more. Each part is a section of the role that
 * it names. What such a section says of all of them is of the page.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include <string.h>

#define ROLES_MIN 2    /* in front of the section */
#define ROLES_MAX 200  /* that are looked for: a bound on work */
#define PARTS_MAX 200  /* of a section, alike */
#define NAME_BYTES 90  /* 30 Han */
#define PARTED_MAX 100 /* sections that are parted: each moves what is behind it */

struct known_roles {
    struct text names[ROLES_MAX], folded[ROLES_MAX];
    size_t count;
    unsigned lowest; /* level of one of them: a section as high is none of the last */
};

/* A part of such a section, and whose it is. */
struct part {
    struct block *block;
    struct text role, name, words; /* name: with its colon, where it has one; words: the rest */
};

struct parts {
    struct part rows[PARTS_MAX];
    size_t count;
};

static void add_role(struct extraction *x, struct known_roles *roles, const struct piece *piece)
{
    if (roles->count == ROLES_MAX || text_is_empty(piece->name))
        return;
    roles->names[roles->count] = piece->name;
    roles->folded[roles->count] = fold_label(x->scratch, label_without_remark(piece->name));
    roles->lowest =
        roles->count == 0 || piece->level < roles->lowest ? piece->level : roles->lowest;
    roles->count++;
}

/* The role of that name; empty: there is none. */
static struct text role_called(struct extraction *x, const struct known_roles *roles,
                               struct text name)
{
    struct text folded =
        name.size > NAME_BYTES ? TEXT("") : fold_label(x->scratch, label_without_remark(name));
    for (size_t i = 0; !text_is_empty(folded) && i < roles->count; i++)
        if (text_equal(folded, roles->folded[i]))
            return roles->names[i];
    return TEXT("");
}

/* 「店長須…」: the longest name that the sentence begins with, in front of what he must or has. */
static struct text role_in_front(struct extraction *x, const struct known_roles *roles,
                                 struct text words)
{
    struct text found = TEXT("");
    for (size_t i = 0; i < roles->count; i++) {
        struct text name = label_without_remark(roles->names[i]);
        if (name.size > found.size && text_starts_with(words, name) &&
            asks_of_holder(x, text_from(words, name.size)))
            found = roles->names[i];
    }
    return found;
}

/* Behind the colon in front of which a role's name stands, *role: that role; 0: none does. */
static size_t behind_name(struct extraction *x, const struct known_roles *roles, struct text words,
                          struct text *role)
{
    size_t at = 0;
    while (at < words.size && at <= NAME_BYTES) {
        size_t begin = at;
        if (!is_colon(text_next(words, &at)))
            continue;
        *role = role_called(x, roles, text_slice(words, 0, begin));
        return text_is_empty(*role) ? 0 : at;
    }
    return 0;
}

/* Where the next part begins: behind a stop or blank, at the name of a role with its colon. */
static size_t end_of_part(struct extraction *x, const struct known_roles *roles, struct text words)
{
    static const struct text stops = TEXT_INIT(" 。；;.");
    struct text role;
    for (size_t at = 0; at < words.size;)
        if (text_has(stops, text_next(words, &at)) &&
            (behind_name(x, roles, text_from(words, at), &role) > 0 ||
             !text_is_empty(role_in_front(x, roles, text_from(words, at)))))
            return at;
    return words.size;
}

/* Adds the parts of a paragraph to the others; false: it tells of no role by its first words. */
static bool read_paragraph(struct extraction *x, const struct known_roles *roles,
                           struct block *block, struct parts *parts)
{
    if (block == NULL || block->kind != BLOCK_PARAGRAPH)
        return false;
    struct text words = list_label_of(text_trim(block_text(x->arena, block))).rest;
    while (!text_is_empty(words)) {
        struct part part = {.block = block};
        size_t begin = behind_name(x, roles, words, &part.role);
        if (begin == 0)
            part.role = role_in_front(x, roles, words);
        if (text_is_empty(part.role) || parts->count == PARTS_MAX)
            return false;
        size_t end = begin + end_of_part(x, roles, text_from(words, begin));
        part.name = text_slice(words, 0, begin);
        part.words = text_trim(text_slice(words, begin, end));
        if (text_is_empty(part.words))
            return false;
        parts->rows[parts->count++] = part;
        words = text_trim(text_from(words, end));
    }
    return true;
}

/* false: one of the items does not */
static bool read_list(struct extraction *x, const struct known_roles *roles,
                      const struct block *list, struct parts *parts)
{
    for (const struct block *item = list->children; item != NULL; item = item->next)
        if (item->children == NULL || item->children->next != NULL ||
            !read_paragraph(x, roles, item->children, parts))
            return false;
    return true;
}

/* The paragraphs and items below the heading; false: one of them tells of no role. */
static bool read_parts(struct extraction *x, const struct outline *outline,
                       const struct known_roles *roles, size_t begin, size_t end,
                       struct parts *parts)
{
    parts->count = 0;
    for (size_t i = begin; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_nothing = piece->kind == PIECE_SKIPPED && text_is_empty(piece->text);
        bool is_words = piece->kind == PIECE_WORDS || piece->kind == PIECE_PAIRS ||
                        piece->kind == PIECE_HEADING;
        if (is_nothing)
            continue;
        if (!is_words || piece->is_role ||
            !(piece->block->kind == BLOCK_LIST ? read_list(x, roles, piece->block, parts)
                                               : read_paragraph(x, roles, piece->block, parts)))
            return false;
    }
    return parts->count > 0;
}

/* A heading in the part's place, of that section of its role, with the words behind it. */
static void set_part(struct piece *piece, const struct piece *section, const struct part *part)
{
    *piece = (struct piece){.kind = PIECE_HEADING,
                            .block = part->block,
                            .text = part->name,
                            .level = section->level,
                            .label = section->label,
                            .guess = label_of(ELEMENT_COUNT),
                            .rest = part->words,
                            .of_role = part->role};
}

/* What the section says stands in each of its parts. */
static void pass_over(struct piece *section)
{
    section->kind = PIECE_SKIPPED;
    section->is_bare = true;
}

/* The pieces between the section and the end become its parts. */
static void put_parts(struct extraction *x, struct outline *outline, size_t section, size_t end,
                      const struct parts *parts)
{
    size_t begin = section + 1, count = outline->count, new_end = begin + parts->count;
    for (size_t i = end; i < new_end; i++)
        arena_push(x->scratch, outline->pieces, outline->count, outline->capacity);
    struct piece *pieces = outline->pieces;
    memmove(&pieces[new_end], &pieces[end], (count - end) * sizeof *pieces);
    outline->count = count - end + new_end;
    for (size_t i = 0; i < parts->count; i++)
        set_part(&pieces[begin + i], &pieces[section], &parts->rows[i]);
    pass_over(&pieces[section]);
}

/* Headings right below the section that are the names of the roles, and nothing in front of them. */
static bool are_names_below(struct extraction *x, const struct outline *outline,
                            const struct known_roles *roles, size_t section, size_t end)
{
    size_t first = outline_next(outline, section), names = 0;
    if (first >= end || outline->pieces[first].kind != PIECE_HEADING)
        return false;
    unsigned level = outline->pieces[first].level;
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level != level)
            continue;
        if (text_is_empty(role_called(x, roles, name_of_line(x, piece->text))))
            return false;
        names++;
    }
    return names > 0;
}

static void give_names_below(struct extraction *x, struct outline *outline,
                             const struct known_roles *roles, size_t section, size_t end)
{
    size_t first = outline_next(outline, section);
    unsigned level = outline->pieces[first].level;
    for (size_t i = end; i-- > first;) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level != level)
            continue;
        piece->of_role = role_called(x, roles, name_of_line(x, piece->text));
        piece->label = outline->pieces[section].label;
        name_nobody(piece);
    }
    pass_over(&outline->pieces[section]);
}

/* 「各崗位每年考核一次」: nothing that only one of them has. */
static bool tells_of_all(struct extraction *x, const struct outline *outline, size_t begin,
                         size_t end)
{
    for (size_t i = begin; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_WORDS && piece->block->kind != BLOCK_LIST &&
            text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_OF_ALL)))
            return true;
    }
    return false;
}

static bool is_section_of_several(const struct known_roles *roles, const struct piece *piece)
{
    return roles->count >= ROLES_MIN && piece->kind == PIECE_HEADING && !piece->is_role &&
           piece->level <= roles->lowest && piece->label.kind == LABEL_ELEMENT &&
           kind_has_items(element_row(piece->label.element)->kind) && text_is_empty(piece->rest) &&
           text_is_empty(piece->of_role);
}

void find_shared_sections(struct extraction *x, struct outline *outline)
{
    struct known_roles *roles = arena_new(x->scratch, struct known_roles);
    struct parts *parts = NULL;
    size_t parted = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role)
            add_role(x, roles, piece);
        if (!is_section_of_several(roles, piece))
            continue;
        size_t end = outline_end_below(outline, i);
        if (are_names_below(x, outline, roles, i, end)) {
            give_names_below(x, outline, roles, i, end);
            continue;
        }
        parts = parts == NULL ? arena_new(x->scratch, struct parts) : parts;
        if (parted < PARTED_MAX && read_parts(x, outline, roles, i + 1, end, parts)) {
            put_parts(x, outline, i, end, parts);
            parted++;
        } else
            outline->pieces[i].ends_roles |= tells_of_all(x, outline, i + 1, end);
    }
}
