/* The entries of front matter: a role's elements, or what a program for sites knows of a page. */
#include "core/extract/front_matter.h"
#include "core/base/script.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/evidence/page_titles.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

/* Office files keep their properties under prefixed keys: they are no words of the page. */
static bool is_property(struct text key) { return text_find(key, TEXT(":"), 0) != TEXT_NOT_FOUND; }

/* The key or value is a word of the sign, whatever its case. */
static bool is_sign(const struct extraction *x, struct text word, enum sign sign)
{
    return text_is_any(fold_text(x->scratch, word), signs_of(x, sign));
}

/* "state: closed": whether the posting is, and no part of a country. */
static bool is_state_of_posting(const struct extraction *x, const struct metadata *m)
{
    return text_equal_ascii_case(m->key, TEXT("state")) && is_sign(x, m->value, SIGN_POSTING_STATE);
}

bool is_of_site(const struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (is_sign(x, m->key, SIGN_SITE_KEY))
            return true;
    return false;
}

/* "id: night-porter": lower-case words and hyphens, by which links of a site find the page. */
static bool is_page_id(const struct metadata *m)
{
    if (!text_equal_ascii_case(m->key, TEXT("id")) || m->value.size == 0)
        return false;
    for (size_t i = 0; i < m->value.size; i++)
        if (m->value.data[i] != '-' && m->value.data[i] != '_' &&
            !(m->value.data[i] >= 'a' && m->value.data[i] <= 'z'))
            return false;
    return true;
}

/* reports_to and reportsTo, as programs like to write reports-to; mark: what parts the words. */
static struct text with_marks(struct extraction *x, struct text key, char mark)
{
    char *data = arena_alloc(x->scratch, 2 * key.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < key.size; i++) {
        bool is_hump = i > 0 && key.data[i] >= 'A' && key.data[i] <= 'Z' &&
                       key.data[i - 1] >= 'a' && key.data[i - 1] <= 'z';
        if (is_hump)
            data[size++] = mark;
        data[size++] = key.data[i] == '_' ? mark : key.data[i];
    }
    return (struct text){data, size};
}

/* A site generator's switch or nothing, whatever its key: "position: true" names no position. */
static bool is_switch(struct text value)
{
    return text_is(value, "true") || text_is(value, "false") || text_is(value, "None");
}

/* What a program for sites, and this one, asks or knows of the file. */
static bool is_of_file(const struct extraction *x, const struct metadata *m, bool is_site)
{
    return is_sign(x, m->key, SIGN_FILE_KEY) || is_request(m->key) || is_state_of_posting(x, m) ||
           (is_site && is_sign(x, m->key, SIGN_PAGE_KEY));
}

static void skip_entry(struct extraction *x, const struct metadata *m)
{
    note_skipped(x, CLUE_FILE, m->key, m->key_span);
    note_skipped(x, CLUE_FILE, m->value, m->value_span);
}

struct label label_of_entry(struct extraction *x, const struct metadata *m)
{
    enum element element = element_by_name(with_marks(x, m->key, '-'));
    bool is_employment = element == ELEMENT_JOB_TYPE && tells_employment(x, m->value);
    if (element != ELEMENT_COUNT) /* "job_type: Full-time" */
        return label_of(is_employment ? ELEMENT_EMPLOYMENT : element);
    struct label label = label_find(x, with_marks(x, m->key, ' '));
    bool is_of_posting = label.element == ELEMENT_APPROVAL && label.is_part;
    return is_of_posting ? label_of(ELEMENT_COUNT) : label; /* closing-date: nobody approved it */
}

/* "title: 倉儲工程師職責": the page is the duties of the position in front. */
static bool tells_duties_of(struct extraction *x, struct text title, struct text *name)
{
    bool is_duties;
    *name = TEXT("");
    return label_role_name(x, title, name, &is_duties) && is_duties && !is_latin_text(title) &&
           vocabulary_is_position(x->vocabulary, x->scratch, *name);
}

/* The words around the name only say so. */
static void fill_title(struct extraction *x, const struct metadata *m)
{
    struct text house = TEXT(""), lead = TEXT(""), name;
    if (tells_duties_of(x, m->value, &name)) {
        size_t end = text_find(m->value, name, 0) + name.size;
        note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, text_from(m->value, end),
                   m->value_span);
    } else if (is_latin_text(m->value)) {
        struct text wanted = title_without_lead(x, m->value);
        lead = text_slice(m->value, 0, (size_t)(wanted.data - m->value.data));
        name = title_without_house(x, wanted, &house);
    } else
        name = looks_for_somebody(x, m->value) ? name_in_posting_title(x, m->value) : m->value;
    fill_text(x, name, TEXT(""), 0, m->value_span);
    fill_aside(x, house, m->value_span);
    fill_aside(x, text_trim(lead), m->value_span);
}

/* "title: Come and work with us!" over a sentence that says whom: the page's, and no position's. */
static bool is_invitation_to_join(struct extraction *x, const struct metadata *m)
{
    struct label label = label_of_entry(x, m);
    struct value named;
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE &&
           invites_reader(x, m->value) && find_title_sentence(x, &named);
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
        if (label.element == ELEMENT_TITLE)
            fill_title(x, m);
        else
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

bool skips_entry(struct extraction *x, const struct metadata *m, bool is_site)
{
    bool is_of_none = is_of_file(x, m, is_site);
    if (is_of_none)
        skip_entry(x, m);
    return is_of_none || is_property(m->key);
}

void skip_front_matter(struct extraction *x)
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

/* "title: Bylaws": the rules of a house, and nobody. */
static bool is_called_rules(struct extraction *x, struct text title)
{
    return text_ends_with_any(label_folded(x, title), signs_of(x, SIGN_TITLE_OF_RULES));
}

/* "title: Roles and responsibilities" is that of a page about several roles, or of none. */
static bool is_titled_by_label(struct extraction *x)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (text_equal_ascii_case(m->key, TEXT("title"))) {
            struct label label = label_find(x, m->value);
            struct text name;
            if (tells_duties_of(x, m->value, &name))
                return false;
            if (text_is_any(label_folded(x, m->value), signs_of(x, SIGN_MEMBERS)))
                return true; /* "title: 成員": who they are */
            if (is_called_rules(x, m->value))
                return true;
            bool is_label = label.kind == LABEL_ELEMENT && !label_may_be_name(&label);
            return label.kind == LABEL_HANDBOOK ||
                   ((is_label || speaks_of_duties(x, m->value)) &&
                    !vocabulary_is_position(x->vocabulary, x->scratch, m->value));
        }
    return false;
}

/* The entry of the front matter that is the element; NULL: none is. */
static const struct metadata *entry_of(struct extraction *x, enum element element)
{
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next) {
        struct label label = label_of_entry(x, m);
        if (label.kind == LABEL_ELEMENT && label.element == element &&
            !is_sign(x, m->key, SIGN_FILE_KEY))
            return m;
    }
    return NULL;
}

/* "id: membership.md", "id: officers" beside a title that names no position: the page's. */
static bool is_id_of_page(struct extraction *x, const struct metadata *m, bool is_site)
{
    const struct metadata *title = entry_of(x, ELEMENT_TITLE);
    bool is_file =
        text_equal_ascii_case(m->key, TEXT("id")) &&
        (text_ends_with(m->value, TEXT(".md")) || text_ends_with(m->value, TEXT(".mdx")));
    return is_file || (is_page_id(m) &&
                       (is_site || (title != NULL && !title_names_position(x, title->value))));
}

void read_front_matter(struct extraction *x)
{
    if (is_titled_by_label(x)) {
        skip_front_matter(x);
        return;
    }
    bool is_site = is_of_site(x), is_page = is_titled_as_page(x);
    for (const struct metadata *m = x->document->metadata; m != NULL; m = m->next)
        if (is_of_file(x, m, is_site) || is_id_of_page(x, m, is_site) ||
            (is_page && is_sign(x, m->key, SIGN_READER_KEY)))
            skip_entry(x, m);
        else if (is_invitation_to_join(x, m)) {
            skip_entry(x, m);
            x->title = (struct value){m->value, m->value_span};
        } else if (!is_property(m->key))
            read_entry(x, m);
    close_target(x);
    const struct metadata *title = x->role == NULL ? NULL : entry_of(x, ELEMENT_TITLE);
    struct text name;
    if (title != NULL && tells_duties_of(x, title->value, &name)) {
        open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_TITLE, title->value_span);
        x->role->values[ELEMENT_DUTIES].state = STATE_ABSENT; /* until words follow */
    }
    x->role_is_fresh = true;
    x->awaits_heading = x->role != NULL;
}

bool is_of_page(struct extraction *x)
{
    if (is_page_of_person(x->document))
        return true;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && e != ELEMENT_PURPOSE && e != ELEMENT_APPROVAL &&
            e != ELEMENT_EDITION && x->role->values[e].state != STATE_ABSENT)
            return false;
    struct text title = role_title(x->role);
    return !title_names_position(x, title) || is_called_otherwise(x, title) ||
           words_announce_roles(x, title); /* "Officers" */
}

void await_name_behind_words(struct extraction *x, const struct outline *outline, unsigned level)
{
    if (x->awaits_heading && level <= LEVEL_STEP && !outline->has_several_roles)
        x->role_is_fresh = true;
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
