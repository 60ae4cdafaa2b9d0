#include "core/check/check.h"
#include "core/base/text_buffer.h"
#include "core/base/threads.h"
#include "core/check/rule.h"
#include "core/check/wording.h"
#include "core/normalise/assessment.h"
#include <string.h>

#define DUTIES_TOLD 3 /* of each role, where a message lists what differs */

/* ---- findings ---- */

/* Of the role being checked, or of the handbook. */
static struct text own_title(const struct rule_context *cx)
{
    return cx->role == NULL ? TEXT("") : role_title(cx->role);
}

static const struct source *own_source(const struct rule_context *cx)
{
    return cx->role == NULL ? NULL : cx->role->source;
}

static bool is_set_for(const struct rule_context *cx)
{
    return check_config_sets(cx->config, cx->rule_index, own_title(cx), own_source(cx));
}

void rule_report(struct rule_context *cx, struct finding_details finding)
{
    const struct rule *rule = cx->rule;
    enum level level =
        check_config_level(cx->config, cx->rule_index, own_title(cx), own_source(cx));
    if (finding.missed != LEVEL_OFF && !is_set_for(cx) && level != LEVEL_OFF)
        level = finding.missed;
    bool is_milder = finding.level != LEVEL_OFF && finding.level < level;
    if (level == LEVEL_OFF)
        return;
    struct diagnostic d = {.level = is_milder ? finding.level : level,
                           .code = rule->code,
                           .name = rule->name,
                           .message = finding.message != NULL ? finding.message : &rule->message,
                           .at = finding.at,
                           .excerpt = finding.excerpt,
                           .content = finding.content,
                           .has_replacement = finding.has_replacement,
                           .replacement = finding.replacement,
                           .replaced_at = finding.replaced_at,
                           .replaced = finding.replaced,
                           .item = finding.item,
                           .new_file = finding.new_file,
                           .is_safe = finding.is_safe};
    memcpy(d.args, finding.args, sizeof d.args);
    if (cx->role != NULL) {
        d.role = role_title(cx->role);
        if (d.at.source == NULL)
            d.at = cx->role->at;
    }
    enum element element = finding.has_element ? finding.element : rule->element;
    d.element = text_from_string(element_row(element)->name);
    if (finding.has_related) {
        d.related = finding.related;
        d.has_related = true;
    }
    diagnostics_add(cx->diags, d);
}

enum language rule_language(const struct rule_context *cx)
{
    struct text tag = cx->role != NULL ? cx->role->language : cx->handbook->language;
    enum language language = language_from_tag(tag);
    return language == LANG_COUNT ? LANG_EN : language;
}

static const struct message too_many_alike = {
    {"職責太多又太相像，沒有全部比較完：請分批檢查", "职责太多又太相像，没有全部比较完：请分批检查",
     "too many duties are too much alike, not all were compared: check them in parts"}};

const struct likeness *rule_likeness(struct rule_context *cx)
{
    if (cx->likeness == NULL) {
        cx->likeness = likeness_of(cx->arena, cx->handbook);
        if (!cx->likeness->is_complete)
            report_warning(cx->diags, &too_many_alike, (struct span){0}, TEXT(""), TEXT(""));
    }
    return cx->likeness;
}

struct role_pairs rule_role_pairs(struct rule_context *cx)
{
    if (cx->role_pairs == NULL) {
        cx->role_pairs = arena_new(cx->arena, struct role_pairs);
        *cx->role_pairs = role_pairs_of(cx->arena, rule_likeness(cx), LIKE_NEAR);
        if (!cx->role_pairs->is_complete && cx->likeness->is_complete)
            report_warning(cx->diags, &too_many_alike, (struct span){0}, TEXT(""), TEXT(""));
    }
    return *cx->role_pairs;
}

struct text without_stop(struct text sentence)
{
    static const char *const stops[] = {"。", "；", ".", ";"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(sentence, text_from_string(stops[i])))
            return text_slice(sentence, 0, sentence.size - text_from_string(stops[i]).size);
    return sentence;
}

/* The first few duties that tell the roles of a pair apart, joined; empty: there are none. */
static struct text distinguishing(struct rule_context *cx, const struct likeness *likeness,
                                  const struct role_pair *pair)
{
    const uint32_t roles[] = {pair->second, pair->first};
    struct text list = TEXT("");
    for (size_t side = 0; side < 2; side++) {
        uint32_t *duties;
        size_t count =
            distinguishing_duties(cx->arena, likeness, roles[side], roles[1 - side], &duties);
        for (size_t i = 0; i < count && i < DUTIES_TOLD; i++)
            list = rule_join(cx, list, without_stop(likeness->duties[duties[i]].record->text));
    }
    return list;
}

struct text rule_number(struct rule_context *cx, size_t number)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    buffer_append_int(&out, (int64_t)number);
    return buffer_text(&out);
}

struct text rule_join(struct rule_context *cx, struct text list, struct text name)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    buffer_append(&out, list);
    if (out.size > 0)
        buffer_append_string(&out, rule_language(cx) == LANG_EN ? ", " : "、");
    buffer_append(&out, name);
    return buffer_text(&out);
}

void rule_report_pair(struct rule_context *cx, const struct likeness *likeness,
                      const struct role_pair *pair, const struct message *by_few,
                      enum level level_by_few)
{
    const struct role *role = likeness->duties[likeness->role_starts[pair->second]].role;
    const struct role *other = likeness->duties[likeness->role_starts[pair->first]].role;
    struct text differ = distinguishing(cx, likeness, pair);
    bool has_none = text_is_empty(differ);
    cx->role = role;
    rule_report(
        cx,
        (struct finding_details){
            .at = role_records(role, ELEMENT_DUTIES)->at,
            .message = has_none ? NULL : by_few,
            .level = has_none ? LEVEL_OFF : level_by_few,
            .args = {role_title(role), role_title(other), rule_number(cx, pair->percent), differ},
            .excerpt = role_title(role),
            .related = {.at = role_records(other, ELEMENT_DUTIES)->at, .role = role_title(other)},
            .has_related = true});
}

enum level rule_missed(const struct rule_context *cx, enum element element)
{
    enum level missed = cx->config->profile->levels[element];
    return missed == LEVEL_OFF && is_set_for(cx) ? LEVEL_ERROR : missed;
}

void rule_require(struct rule_context *cx, const struct role *role, enum element element)
{
    const struct records *records = role_records(role, element);
    enum level missed = rule_missed(cx, element);
    if (missed != LEVEL_OFF && !is_given(records))
        rule_report(
            cx, (struct finding_details){
                    .at = records->at, .element = element, .has_element = true, .missed = missed});
}

struct text rule_missed_fields(struct rule_context *cx, const struct records *records,
                               const struct record *record, const bool *passed_over,
                               enum level *level)
{
    const struct profile *profile = cx->config->profile;
    enum field first = element_first_field(records->element);
    struct text missing = TEXT("");
    *level = LEVEL_OFF;
    for (size_t i = 0; i < element_field_count(records->element); i++) {
        enum field field = (enum field)(first + i);
        if (profile->fields[field] == LEVEL_OFF || (passed_over != NULL && passed_over[field]) ||
            !text_is_empty(record_field(records, record, field).text))
            continue;
        missing =
            rule_join(cx, missing, vocabulary_column(cx->vocabulary, rule_language(cx), field));
        *level = profile->fields[field] > *level ? profile->fields[field] : *level;
    }
    return missing;
}

/* ---- checking ---- */

const struct assessment *rule_assessment(struct rule_context *cx)
{
    if (cx->assessment == NULL) {
        struct assessment *assessment = arena_new(cx->scratch, struct assessment);
        *assessment = assessment_of(cx->scratch, cx->role);
        cx->assessment = assessment;
    }
    return cx->assessment;
}

/* Every rule that is on, over one role; NULL: over the handbook. */
static void check_all(struct rule_context *cx, const struct role *role)
{
    cx->role = role;
    cx->scratch = arena_open_like(cx->arena);
    cx->assessment = NULL;
    for (size_t i = 0; i < rule_count(); i++) {
        cx->rule = rule_registry[i];
        cx->rule_index = i;
        if (!check_config_asks(cx->config, i))
            continue;
        if (role == NULL && cx->rule->check_handbook != NULL)
            cx->rule->check_handbook(cx);
        else if (role != NULL && cx->rule->check_role != NULL)
            cx->rule->check_role(cx, role);
    }
    arena_close(cx->scratch);
}

/* ---- several threads ---- */

#define SHARE_MIN 16       /* roles that are worth a thread's while */
#define SHARES_A_THREAD 4u /* whoever is done first takes another */

/* What one thread checks, and what was found in it: roles in a row, or the handbook as a whole. */
struct share {
    const struct role *first; /* NULL: the handbook */
    size_t count;
    struct diagnostics *diags; /* in an arena of their own */
};

struct shares {
    const struct rule_context *like; /* what all are checked with */
    struct share *rows;
};

static void check_share(void *data, size_t index)
{
    const struct shares *shares = data;
    struct share *share = &shares->rows[index];
    struct rule_context cx = *shares->like;
    cx.arena = arena_open_like(shares->like->arena);
    share->diags = cx.diags = diagnostics_new(cx.arena);
    if (share->first == NULL) {
        check_all(&cx, NULL);
        return;
    }
    cx.words = wording_open(cx.arena, cx.config->phrases, cx.diags);
    const struct role *role = share->first;
    for (size_t i = 0; i < share->count; i++, role = role->next)
        check_all(&cx, role);
    wording_close(cx.words);
}

/*
 * The handbook comes first, since it takes longest, and its findings do; those of the roles come in
 * the order of the roles, however many threads there are.
 */
static void check_shares(struct rule_context *cx, size_t threads, size_t count)
{
    struct share *rows = arena_new_array(cx->arena, count + 1, struct share);
    struct shares shares = {.like = cx, .rows = rows};
    const struct role *role = cx->handbook->roles;
    size_t all = cx->handbook->role_count;
    for (size_t i = 0; i < count; i++) {
        rows[i + 1] =
            (struct share){.first = role, .count = all * (i + 1) / count - all * i / count};
        for (size_t k = 0; k < rows[i + 1].count; k++)
            role = role->next;
    }
    threads_run(threads, count + 1, check_share, &shares);
    for (size_t i = 0; i <= count; i++)
        diagnostics_adopt(cx->diags, rows[i].diags);
}

void check_handbook(const struct handbook *handbook, const struct vocabulary *vocabulary,
                    const struct check_config *config, struct diagnostics *diags)
{
    struct rule_context cx = {.arena = diags->arena,
                              .handbook = handbook,
                              .vocabulary = vocabulary,
                              .config = config,
                              .names = role_names_new(diags->arena, handbook),
                              .diags = diags};
    size_t threads = config->threads == 0 ? threads_available() : config->threads;
    size_t shares = handbook->role_count / SHARE_MIN;
    if (shares > SHARES_A_THREAD * threads)
        shares = SHARES_A_THREAD * threads;
    if (shares <= 1) { /* a file that is being written: no thread is worth its start */
        shares = handbook->role_count > 0;
        threads = 1;
    }
    check_shares(&cx, threads, shares);
}
