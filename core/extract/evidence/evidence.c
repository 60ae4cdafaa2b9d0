/*
 * Files that look like role definitions and are none: rules on working hours, lists of people,
 * résumés, appraisal forms.
 */
#include "core/extract/evidence/evidence.h"
#include "core/base/script.h"
#include "core/extract/evidence/false_friends.h"
#include "core/extract/evidence/post_signs.h"
#include "core/extract/evidence/resume.h"
#include "core/extract/labels/joints.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"

#define CORE_MIN 2      /* elements of a role that no name and no duties heading vouch for */
#define KNOWN_SHARE 3   /* of all words, at least a third are the roles' in a file of roles */
#define ACTS_MIN 3      /* of a unit that is alone */
#define ACTS_PART 3     /* ... one of so many of its items begins as an act, at least */
#define TERMS_MIN 3     /* of a post, that an offer states */
#define PERSON_LENGTH 4 /* Han of somebody's name, at most */
#define SAME_TITLES 3   /* roles, all of one name: that is no name */

/* ---- roles that say too little ---- */

static size_t count_given(const struct role *role, const enum element *elements, size_t count)
{
    size_t given = 0;
    for (size_t i = 0; i < count; i++)
        given += role_records(role, elements[i])->state != STATE_ABSENT;
    return given;
}

/* The words of its elements. */
static size_t count_known(const struct role *role)
{
    size_t known = 0;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (size_t i = 0; i < role->values[e].count; i++)
            known += role->values[e].rows[i].text.size;
    return known;
}

/* Most words stand under headings that are no element's, as in a handbook for the staff. */
static bool is_mostly_other(const struct role *role)
{
    size_t known = count_known(role), other = 0;
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        other += s->text.size;
    return other > 2 * known;
}

/*
 * "Job description" and its words are all that it says: so do tasks of many kinds, and orders for
 * machines.
 */
static bool is_only_described(struct extraction *x, const struct role *role)
{
    const struct records *purpose = role_records(role, ELEMENT_PURPOSE);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    struct label label =
        label_find(x, text_is_empty(duties->heading) ? purpose->heading : duties->heading);
    bool has_more = purpose->state != STATE_ABSENT && duties->state != STATE_ABSENT &&
                    !text_is_empty(duties->heading);
    return label_is_description(&label) && !has_more &&
           !vocabulary_is_position(x->vocabulary, x->scratch, role_title(role));
}

/*
 * "description: …" in front matter, or words right below a title that names no position: so has
 * any page, and its elements are nothing more.
 */
static bool is_only_summarised(struct extraction *x, const struct role *role)
{
    const struct records *purpose = role_records(role, ELEMENT_PURPOSE);
    return purpose->state != STATE_ABSENT && text_is_empty(purpose->heading) &&
           !title_names_position(x, role_title(role)) && !is_department(x, role_title(role));
}

/* Number, terms, grade and pay of a post: it is offered, and nobody tells of himself so. */
static bool is_offered(const struct role *role)
{
    static const enum element terms[] = {ELEMENT_ID,      ELEMENT_EMPLOYMENT, ELEMENT_GRADE,
                                         ELEMENT_REWARDS, ELEMENT_HEADCOUNT,  ELEMENT_REPORTS_TO,
                                         ELEMENT_JOB_TYPE};
    return count_given(role, terms, sizeof terms / sizeof *terms) >= TERMS_MIN;
}

/* 「簡歷請寄至…」 or "Send your resume to …": a line says where applications go. */
static bool asks_for_resume(struct extraction *x)
{
    struct text_list resumes = signs_of(x, SIGN_RESUME);
    struct text line;
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next) {
        struct text words = whole_block_text(x->scratch, block);
        for (size_t offset = 0; text_next_line(words, &offset, &line);) {
            if (!vocabulary_is_closing(x->vocabulary, x->scratch, name_of_line(x, line)))
                continue;
            struct text folded = fold_text(x->scratch, line);
            if (text_holds_any(folded, resumes) ||
                text_find(folded, TEXT(" cv"), 0) != TEXT_NOT_FOUND)
                return true;
        }
    }
    return false;
}

/* 「青田科技招募」, "JD – 2" above all: what follows is asked of whom the page looks for. */
static bool begins_like_posting(struct extraction *x)
{
    const struct block *first = skip_blank_paragraphs(x->scratch, x->document->blocks);
    bool is_line =
        first != NULL && (first->kind == BLOCK_PARAGRAPH || first->kind == BLOCK_HEADING);
    struct text words = is_line ? text_trim(block_text(x->scratch, first)) : TEXT("");
    return is_line && (looks_for_somebody(x, words) || label_find(x, words).kind == LABEL_FORM);
}

/* "As a Night Porter, you will keep our doors", and what the house pays for it. */
static bool offers_named_post(struct extraction *x)
{
    struct value title;
    return role_records(x->handbook->roles, ELEMENT_REWARDS)->state != STATE_ABSENT &&
           find_title_sentence(x, &title);
}

/* So is it where a page with one role says somewhere whom to send one's résumé to. */
static bool is_posting(struct extraction *x)
{
    return begins_like_posting(x) ||
           (x->handbook->role_count == 1 && (asks_for_resume(x) || offers_named_post(x)));
}

/* A name does when a label gave it; else also what a holder does or needs. */
bool is_role(struct extraction *x, const struct role *role)
{
    static const enum element core[] = {ELEMENT_DUTIES,  ELEMENT_PURPOSE, ELEMENT_APPOINTMENT,
                                        ELEMENT_REMOVAL, ELEMENT_SCOPE,   ELEMENT_AUTHORITY,
                                        ELEMENT_TOOLS,   ELEMENT_GOALS,   ELEMENT_STANDARDS};
    static const enum element place[] = {ELEMENT_ID,         ELEMENT_DEPARTMENT, ELEMENT_HEADCOUNT,
                                         ELEMENT_REPORTS_TO, ELEMENT_SUPERVISES, ELEMENT_RELATIONS};
    const struct records *title = role_records(role, ELEMENT_TITLE);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    size_t given = count_given(role, core, sizeof core / sizeof *core);
    bool is_described = is_only_described(x, role);
    size_t described = is_described
                           ? (size_t)(duties->state != STATE_ABSENT) +
                                 (role_records(role, ELEMENT_PURPOSE)->state != STATE_ABSENT)
                           : 0;
    if (is_filled(title) && !text_is_empty(title->heading)) /* 崗位名稱 */
        return given + count_given(role, place, sizeof place / sizeof *place) > 0;
    bool is_summary = given == 1 && is_only_summarised(x, role);
    if (is_filled(title)) /* standards alone are those of rules */
        return (count_given(role, core, 7) > described && !is_summary) ||
               (x->handbook->role_count == 1 && offers_named_post(x));
    bool has_duties = duties->state != STATE_ABSENT && !is_described;
    bool has_conditions = role_records(role, ELEMENT_APPOINTMENT)->state != STATE_ABSENT;
    return has_duties || (given > 0 && is_offered(role)) ||
           (has_conditions && !is_mostly_other(role) &&
            (given >= CORE_MIN || is_called_form(x) || is_posting(x)));
}

static bool has_roles(struct extraction *x)
{
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next)
        if (is_role(x, role))
            return true;
    return false;
}

/* ---- files of another kind ---- */

/*
 * 員工績效考核表 over a form: its title says what it is, and no role in it has duties, nor a name
 * but that of the position applied for or assessed.
 */
static bool is_titled_otherwise(struct extraction *x)
{
    bool is_named = false;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        if (role_records(role, ELEMENT_DUTIES)->count > 0)
            return false;
        is_named |= is_filled(role_records(role, ELEMENT_TITLE)) && !is_named_by_file(role);
    }
    if (is_form_for_people(x, x->document))
        return true;
    const struct block *first = skip_blank_paragraphs(x->scratch, x->document->blocks);
    return !is_named && first != NULL && !begins_like_posting(x) &&
           (first->kind == BLOCK_PARAGRAPH || first->kind == BLOCK_HEADING) &&
           vocabulary_is_no_role(x->vocabulary, x->scratch,
                                 text_trim(block_text(x->scratch, first)));
}

/* ---- books with a word about positions ---- */

/* Behind the bracket in front: 「（底薪四千）招聘專員」. */
static struct text behind_bracket(struct text name)
{
    static const struct text brackets[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("（"), TEXT_INIT("）")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t end = text_starts_with(name, brackets[i][0]) ? text_find(name, brackets[i][1], 0)
                                                            : TEXT_NOT_FOUND;
        if (end != TEXT_NOT_FOUND)
            return text_trim(text_from(name, end + brackets[i][1].size));
    }
    return name;
}

/* 「文員 包吃住」: a position, and what is offered beside it. */
static bool is_position_with_perks(struct extraction *x, struct text name)
{
    struct text bare = behind_bracket(name);
    for (size_t at = bare.size; at > 0; at--) {
        if (bare.data[at - 1] != ' ')
            continue;
        struct text word = text_from(bare, at);
        if (vocabulary_count_benefits(x->vocabulary, x->scratch, word, 1) == 0)
            break;
        bare = text_trim(text_slice(bare, 0, at));
    }
    return bare.size < name.size && !is_latin_text(bare) &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(bare));
}

/* 「財務部崗位職責」 and what it does: acts, and little but these. */
static bool is_unit_with_acts(struct extraction *x, const struct role *role)
{
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    size_t acts = 0;
    if (duties->count < ACTS_MIN || !is_department(x, role_title(role)))
        return false;
    for (size_t i = 0; i < duties->count; i++)
        acts +=
            vocabulary_opening(x->vocabulary, x->scratch, duties->rows[i].text) == ELEMENT_DUTIES;
    return ACTS_PART * acts >= duties->count && !is_mostly_other(role);
}

/* Another role has a name: one beside pages without any is as alone as the only one. */
static bool has_other_names(const struct extraction *x, const struct role *role)
{
    for (const struct role *other = x->handbook->roles; other != NULL; other = other->next)
        if (other != role && !text_is_empty(role_title(other)))
            return true;
    return false;
}

/*
 * A label gave its name, or a table lists it as a role, or the name is that of a position, of a level
 * among others ("Senior"), or of a unit, one among others or one that a line gave charge of what is
 * below.
 */
static bool is_vouched_for(struct extraction *x, const struct role *role)
{
    const struct records *title = role_records(role, ELEMENT_TITLE);
    struct text name = label_without_remark(role_title(role));
    bool are_several = has_other_names(x, role);
    bool is_unit = ((are_several || x->has_charges) && is_department(x, name)) ||
                   (x->has_charges && text_ends_with_any(name, signs_of(x, SIGN_BODY)));
    return is_filled(title) &&
           (!text_is_empty(title->heading) || is_unit || is_unit_with_acts(x, role) ||
            x->has_listed_roles || title_holds_position(x, name) ||
            is_position_with_perks(x, role_title(role)) ||
            (are_several && vocabulary_is_rank(x->vocabulary, x->scratch, name)));
}

bool are_vouched_for(struct extraction *x)
{
    bool is_vouched = false;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        if (text_is_empty(role_title(role)))
            return false;
        is_vouched |= is_vouched_for(x, role);
    }
    return is_vouched;
}

/*
 * "Systems Administrator (Oct 2013 – March 2015)" and others, each with a time of its own: posts
 * that somebody held, whose name may stand above them. All of a board may be in office for the
 * same years.
 */
static bool are_posts_of_past(struct extraction *x)
{
    struct text first = TEXT("");
    bool differ = false;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct text title = role_title(role), years = TEXT("");
        bool is_held = has_period(x, title);
        if (!is_held && is_vouched_for(x, role))
            return false;
        for (size_t i = 0; is_held && i < title.size && text_is_empty(years); i++)
            years = is_year(title, i) ? text_from(title, i) : years;
        first = text_is_empty(first) ? years : first;
        differ |= is_held && !text_equal(first, years);
    }
    return differ;
}

static size_t count_words(struct extraction *x)
{
    size_t size = 0;
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next)
        size += text_trim(whole_block_text(x->scratch, block)).size;
    return size;
}

/* 「不負責」, "Forbidden": the words of what the holder does not do say what the role is, too. */
static size_t count_denied(struct extraction *x, const struct role *role)
{
    size_t denied = 0;
    for (const struct section_text *s = role->other; s != NULL; s = s->next)
        if (text_holds_any(fold_text(x->scratch, s->heading), signs_of(x, SIGN_DENIAL)))
            denied += s->text.size;
    return denied;
}

/*
 * A handbook for the staff, a report on an organisation: few of its words are what a role would
 * say, and no role in it is surely one.
 */
static bool is_mostly_pages(struct extraction *x)
{
    size_t known = 0;
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        if (is_vouched_for(x, role))
            return false;
        known += count_known(role) + count_denied(x, role);
    }
    size_t words = count_words(x);
    return words > KNOWN_SHARE * known ||
           (words > known + known && is_titled_as_no_role(x, x->document));
}

/* A heading stood over it that speaks of it, be there words below it or not yet. */
static bool is_announced(struct extraction *x, const struct records *records)
{
    return !text_is_empty(records->heading) &&
           (label_find(x, records->heading).kind == LABEL_ELEMENT ||
            label_guess(x, records->heading).kind == LABEL_ELEMENT);
}

bool has_announced_duties(struct extraction *x)
{
    for (const struct role *role = x->handbook->roles; role != NULL; role = role->next)
        if (is_announced(x, role_records(role, ELEMENT_DUTIES)))
            return true;
    return false;
}

/* Duties and no more, that the file's name says to be a role's: 「前台崗位職責.docx」. */
static bool is_list_of_file(const struct role *role)
{
    return is_named_by_file(role) && role_records(role, ELEMENT_PURPOSE)->state == STATE_ABSENT &&
           role_records(role, ELEMENT_APPOINTMENT)->state == STATE_ABSENT;
}

/*
 * Marks and words behind which a name says whose, or where: "Clerk, Town Council", and not
 * "Interview process for candidates", which is no role's without them, too.
 */
static bool has_joint(struct extraction *x, struct text title)
{
    struct text front = in_front_of_joint(x, title);
    return text_find(title, TEXT("–"), 0) != TEXT_NOT_FOUND ||
           text_find(title, TEXT(" - "), 0) != TEXT_NOT_FOUND || text_has(title, ',') ||
           text_has(title, '(') || text_has(title, '|') || text_has(title, '/') ||
           (front.size < title.size && !vocabulary_is_no_role(x->vocabulary, x->scratch, front));
}

/*
 * "Lock keeper onboarding", "Interview process for lock keepers": the page's title, which no label
 * gave, is what it is about. A house may stand behind a position, "Lock Keeper Harbour Ltd", and an
 * "Executive Council" has charge of something.
 */
static bool is_named_as_no_role(struct extraction *x, const struct role *role)
{
    struct text title = role_title(role);
    return text_is_empty(role_records(role, ELEMENT_TITLE)->heading) && !is_named_by_file(role) &&
           !text_ends_with_any_word(title, signs_of(x, SIGN_BODY)) && is_latin_text(title) &&
           vocabulary_is_no_role(x->vocabulary, x->scratch, title) && !has_joint(x, title) &&
           !vocabulary_is_house(x->vocabulary, x->scratch, title);
}

/* 「員工手冊」 is all that names the role, and no heading says that its words are duties. */
static bool is_file_of_rules(struct extraction *x, const struct role *role)
{
    struct text title = role_title(role);
    return is_named_by_file(role) && vocabulary_is_no_role(x->vocabulary, x->scratch, title) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, title) &&
           text_is_empty(role_records(role, ELEMENT_DUTIES)->heading);
}

/*
 * The only role has a name that is no position's, and nothing vouches for it: the page is titled as
 * rules or a tender are, or it tells what something takes and no more, as READMEs and résumés do,
 * or nothing that only a post has.
 */
static bool is_about_something(struct extraction *x)
{
    const struct role *role = x->handbook->roles;
    if (x->handbook->role_count != 1 || is_called_form(x))
        return false;
    if (is_latin_text(role_title(role)) && words_announce_roles(x, role_title(role)) &&
        role_records(role, ELEMENT_DUTIES)->state == STATE_ABSENT)
        return true; /* "Officers" over who holds each office */
    if (is_file_of_rules(x, role))
        return true;
    if (is_vouched_for(x, role))
        return is_named_as_no_role(x, role);
    if (is_titled_as_no_role(x, x->document) ||
        (is_titled_as_plan(x, x->document) &&
         role_records(role, ELEMENT_DUTIES)->state == STATE_ABSENT))
        return true;
    if (begins_like_posting(x))
        return false;
    if (!is_list_of_file(role) && !speaks_of_post(x, role))
        return true; /* a product's page, too, may say that its makers look for somebody */
    if (asks_for_resume(x))
        return false;
    static const enum element told[] = {ELEMENT_REPORTS_TO, ELEMENT_DEPARTMENT, ELEMENT_REWARDS};
    const struct records *purpose = role_records(role, ELEMENT_PURPOSE);
    bool has_purpose = purpose->state != STATE_ABSENT && !text_is_empty(purpose->heading);
    struct text title = role_title(role);
    return !text_is_empty(title) && !is_named_by_file(role) && !has_purpose &&
           (is_latin_text(title) || text_code_points(title) <= PERSON_LENGTH ||
            role_records(role, ELEMENT_DUTIES)->state == STATE_ABSENT) &&
           count_given(role, told, sizeof told / sizeof *told) == 0 &&
           !is_announced(x, role_records(role, ELEMENT_DUTIES));
}

/*
 * "Person in charge" over somebody's name, and again in each section: a label that the vocabulary
 * does not know. No other role stands there, and no heading says what the words are.
 */
static bool are_lines_of_one_label(struct extraction *x)
{
    const struct role *first = x->handbook->roles;
    for (const struct role *role = first; role != NULL; role = role->next) {
        const struct records *title = role_records(role, ELEMENT_TITLE);
        const struct records *duties = role_records(role, ELEMENT_DUTIES);
        if (!text_equal(role_title(role), role_title(first)) || !text_is_empty(title->heading) ||
            !text_is_empty(duties->heading) ||
            role_records(role, ELEMENT_APPOINTMENT)->state != STATE_ABSENT)
            return false;
    }
    return x->handbook->role_count >= SAME_TITLES;
}

bool lacks_evidence(struct extraction *x)
{
    return !has_roles(x) || are_lines_of_one_label(x) || is_about_people(x) || is_tutorial(x) ||
           are_posts_of_past(x) || (!is_offered(x->handbook->roles) && is_resume(x, x->document)) ||
           is_titled_otherwise(x) || is_mostly_pages(x) || is_about_something(x);
}
