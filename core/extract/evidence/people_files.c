/* Files about people: who is called what, and who does what in a project. */
#include "core/base/script.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/model/fold.h"
#include "core/model/surname.h"

#define CARD_BYTES 120  /* of a line that says who somebody is */
#define PEOPLE_MIN 2    /* lines 「姓名：…」: once is the holder of the position */
#define DUTIES_MIN 2    /* of a position beside its holder's name */
#define SHARES_MIN 3    /* people with what each does */
#define PERSON_LENGTH 4 /* Han of somebody's name */

struct people_signs {
    size_t people, shares;
};

/* "Jane Miller – create the card objects": two or three names in front of a dash. */
static bool is_share_of_person(struct extraction *x, struct text line)
{
    static const struct text dash = TEXT_INIT(" – ");
    size_t end = text_find(line, dash, 0), words = 0;
    if (end == TEXT_NOT_FOUND)
        return false;
    struct text name = text_slice(line, 0, end);
    for (size_t i = 0; i < name.size; i++) {
        bool begins = i == 0 || name.data[i - 1] == ' ';
        bool is_upper = name.data[i] >= 'A' && name.data[i] <= 'Z';
        if (begins && !is_upper)
            return false;
        words += begins;
    }
    return words >= 2 && words <= 3 && !vocabulary_is_position(x->vocabulary, x->scratch, name);
}

static void read_signs(struct extraction *x, const struct block *block, struct people_signs *signs)
{
    struct text words = text_trim(block_text(x->scratch, block)), line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        size_t width, colon = find_colon(line, &width);
        struct text label = text_slice(line, 0, colon == TEXT_NOT_FOUND ? 0 : colon);
        signs->people += text_is_any(label_folded(x, label), signs_of(x, SIGN_PERSON_HEAD));
        signs->shares += is_share_of_person(x, line);
    }
}

/* Who does what in a project: the only role has no name but the file's, and duties that are shared
 * out. */
static bool is_shared_out(struct extraction *x, const struct people_signs *signs)
{
    const struct role *role = x->handbook->roles;
    return x->handbook->role_count == 1 && is_named_by_file(role) && signs->shares >= SHARES_MIN &&
           2 * signs->shares >= role_records(role, ELEMENT_DUTIES)->count &&
           role_records(role, ELEMENT_APPOINTMENT)->count == 0;
}

/*
 * 「專案時程與組織分工」 over the only duties of a report whose name no label gave: what a team shares
 * out, whatever the report is called (系統設計 may also be somebody's work).
 */
static bool is_of_team(struct extraction *x)
{
    const struct role *role = x->handbook->roles;
    if (x->handbook->role_count != 1 || !text_is_empty(role_records(role, ELEMENT_TITLE)->heading))
        return false;
    struct text heading = role_records(role, ELEMENT_DUTIES)->heading;
    return text_ends_with_any(label_folded(x, heading), signs_of(x, SIGN_TEAM_SHARES)) &&
           label_find(x, heading).kind == LABEL_UNKNOWN;
}

/*
 * "Name: Ann Reed" below headings most of which name positions, and duties under a label below
 * each: all roles are told so, and the line only says who holds each.
 */
static bool are_posts_with_holders(struct extraction *x)
{
    size_t posts = 0;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        const struct records *title = role_records(role, ELEMENT_TITLE);
        const struct records *duties = role_records(role, ELEMENT_DUTIES);
        if (!is_filled(title) || !text_is_empty(title->heading) || text_is_empty(duties->heading))
            return false;
        struct text name = label_without_remark(role_title(role));
        bool is_post =
            duties->count >= DUTIES_MIN && vocabulary_is_position(x->vocabulary, x->scratch, name);
        posts += is_post || text_ends_with_any(name, signs_of(x, SIGN_UNIT)); /* and its members */
    }
    return x->handbook->role_count > 1 && 2 * posts > x->handbook->role_count;
}

/* "[TBD]", （待定）: nothing but a bracket in the place of a name. */
static bool is_open_place(struct text words)
{
    static const char *const open[] = {"[", "(", "（", NULL}, *const closing[] = {"]", ")", "）",
                                                                                  NULL};
    return words.size > 0 && text_starts_with_one_of(words, open) &&
           text_ends_with_one_of(words, closing);
}

static bool is_held_by(struct extraction *x, struct text post, struct text who)
{
    return vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(post)) &&
           (is_open_place(who) || are_people(x, who));
}

/* "Treasurer – Ola Dahl", 「秘書：王小明」: a post and who holds it, and nothing that is done. */
static bool is_post_with_holder(struct extraction *x, struct text item)
{
    struct text post, who;
    size_t width, colon = find_colon(item, &width);
    if (colon != TEXT_NOT_FOUND) {
        post = text_trim(text_slice(item, 0, colon));
        who = text_trim(text_from(item, colon + width));
    } else if (!part_at_dash(item, &post, &who))
        return false;
    return is_held_by(x, post, who) || is_held_by(x, who, post); /* "Ola Dahl - Treasurer" */
}

/* 「王小明」, "Ann Reed [@annreed]": somebody, and nothing that is done. */
static bool is_somebody(struct extraction *x, struct text item)
{
    if (is_post_with_holder(x, item))
        return true;
    struct text name = label_without_remark(text_trim(item));
    bool is_account = text_find(item, TEXT("@"), 0) != TEXT_NOT_FOUND;
    bool may_be = is_account || (!text_is_longer(name, PERSON_LENGTH - 1) && !is_latin_text(name) &&
                                 begins_with_surname(fold_text(x->scratch, name)));
    return may_be && vocabulary_opening(x->vocabulary, x->scratch, name) == ELEMENT_COUNT;
}

/* 「2024年成員」 over names and accounts, "Our officers" over these and their posts: every role is a
 * list of who is one. */
static bool are_lists_of_members(struct extraction *x)
{
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        const struct records *duties = role_records(role, ELEMENT_DUTIES);
        size_t people = 0;
        if (duties->count < PEOPLE_MIN || !text_is_empty(duties->heading) ||
            role_records(role, ELEMENT_APPOINTMENT)->count > 0)
            return false; /* most roles */
        for (size_t i = 0; i < duties->count; i++)
            people += is_somebody(x, duties->rows[i].text);
        if (3 * people < 2 * duties->count)
            return false;
    }
    return x->handbook->roles != NULL;
}

/*
 * "TREASURER | Ann Reed" over "Study: Law" and "Email: ann@example.org": all that is told of each
 * is who it is and where to write to, and no act.
 */
static bool are_cards(struct extraction *x)
{
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        const struct records *duties = role_records(role, ELEMENT_DUTIES);
        bool has_address = false;
        if (!text_is_empty(duties->heading) || role_records(role, ELEMENT_APPOINTMENT)->count > 0)
            return false; /* most roles */
        for (size_t i = 0; i < duties->count; i++) {
            struct text item = duties->rows[i].text;
            has_address |= text_find(item, TEXT("@"), 0) != TEXT_NOT_FOUND;
            if (item.size > CARD_BYTES ||
                vocabulary_opening(x->vocabulary, x->scratch, item) == ELEMENT_DUTIES)
                return false;
        }
        if (!has_address)
            return false;
    }
    return x->handbook->role_count >= PEOPLE_MIN;
}

bool is_page_of_person(const struct document *document)
{
    static const char *const keys[] = {"first_name", "last_name", "superuser", "user_groups"};
    size_t found = 0;
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next)
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            found += text_equal_ascii_case(m->key, text_from_string(keys[i]));
    return found >= PEOPLE_MIN;
}

bool is_about_people(struct extraction *x)
{
    struct people_signs signs = {0};
    if (is_page_of_person(x->document) || are_lists_of_members(x) || are_cards(x))
        return true;
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next)
        if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING)
            read_signs(x, block, &signs);
    bool is_list = signs.people >= PEOPLE_MIN && signs.people >= x->handbook->role_count &&
                   !are_posts_with_holders(x);
    return is_list || is_shared_out(x, &signs) || is_of_team(x);
}
