/* O101: a role names a duty once. */
#include "core/check/overlap.h"
#include "core/check/rule.h"

/* Percent from which on two duties of one role may be told as a fault, not only to be looked at. */
#define SAME 60

static const struct message nearly = {
    {"職責「{0}」與同一崗位的「{1}」相近（相似 {2}%，都有「{3}」）：是一件事就併成一條，不是就寫明不同",
     "职责「{0}」与同一岗位的「{1}」相近（相似 {2}%，都有「{3}」）：是一件事就并成一条，不是就写明不同",
     "the duty \"{0}\" is close to \"{1}\" in the same role ({2}% alike, both say \"{3}\"): merge them if they are one, else say what differs"}};

/* Percent of a duty that another one holds, for it to be a part of that, and of the other way round
 * for the two to be one. */
#define PART 90
#define WHOLE 70

static const struct message part_of = {
    {"職責「{0}」是同一崗位的「{1}」的一部分：請刪去，或寫明不同",
     "职责「{0}」是同一岗位的「{1}」的一部分：请删去，或写明不同",
     "the duty \"{0}\" is a part of \"{1}\" in the same role: drop it, or say what differs"}};

/* Whether `part` says no more than a part of what `whole` says. */
static bool is_part(const struct likeness *likeness, const struct duty *part,
                    const struct duty *whole)
{
    return likeness_held(likeness->sets, part->set, whole->set) >= PART &&
           likeness_held(likeness->sets, whole->set, part->set) < WHOLE;
}

/* The same at LIKE_DUPLICATE with one act; one a part of the other; else nearly the same. */
static const struct message *message_of(const struct rule_context *cx, const struct duty *duty,
                                        const struct duty *above, bool is_in_other)
{
    if (duty->in_role_percent >= SAME && says_same(cx->arena, duty, above, duty->in_role_percent))
        return NULL;
    bool is_part_of = duty->in_role_percent >= SAME && is_in_other;
    return is_part_of && !acts_differ(cx->arena, duty, above) ? &part_of : &nearly;
}

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    for (size_t i = 0; i < likeness->count; i++) {
        const struct duty *duty = &likeness->duties[i];
        if (duty->in_role == NO_DUTY || duty->in_role_percent < LIKE_NEAR)
            continue;
        const struct duty *above = &likeness->duties[duty->in_role];
        bool is_same = duty->in_role_percent >= SAME;
        if (!is_same && !(says_enough(likeness, duty) && says_enough(likeness, above)))
            continue;
        bool is_first_part = is_part(likeness, above, duty);
        bool is_in_other = is_first_part || is_part(likeness, duty, above);
        const struct duty *part = is_first_part ? above : duty;
        const struct duty *whole = is_first_part ? duty : above;
        const struct message *message = message_of(cx, duty, above, is_in_other);
        cx->role = duty->role;
        rule_report(cx, (struct finding_details){
                            .at = duty->record->at,
                            .message = message,
                            .level = message == &nearly ? LEVEL_INFO : LEVEL_OFF,
                            .args = {part->record->text, whole->record->text,
                                     rule_number(cx, duty->in_role_percent),
                                     likeness_shared(cx->arena, likeness, duty, above)},
                            .excerpt = duty->record->text,
                            .item = message == NULL ? ITEM_GOES : ITEM_STAYS,
                            .is_safe = is_word_for_word(cx->arena, duty->record, above->record),
                            .related = {.at = above->record->at, .role = role_title(above->role)},
                            .has_related = true});
    }
    cx->role = NULL;
}

const struct rule rule_o101 = {
    .code = "O101",
    .name = "duplicate-in-role",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "職責「{0}」與同一崗位的「{1}」說的是一件事：請刪去一條",
          [LANG_ZH_HANS] = "职责「{0}」与同一岗位的「{1}」说的是一件事：请删去一条",
          [LANG_EN] =
              "the duty \"{0}\" says the same as \"{1}\" in the same role: drop one of them"}},
    .reason =
        {{[LANG_ZH_HANT] = "一件事寫兩次，日後只改一處，就不知道以哪一條為準。",
          [LANG_ZH_HANS] = "一件事写两次，日后只改一处，就不知道以哪一条为准。",
          [LANG_EN] =
              "Written twice, a duty is one day changed in one place only, and nobody knows which one holds."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 受理並登記客戶投訴\n"
                                          "- 編製每月話務報表\n"
                                          "- 負責客戶投訴的受理、登記工作\n"
                                          "- 受理並登記客戶的投訴\n",
                                   .good = "- 受理並登記客戶投訴\n"
                                           "- 編製每月話務報表\n"
                                           "- 回訪投訴客戶\n"},
                 [LANG_ZH_HANS] = {.bad = "- 受理并登记客户投诉\n"
                                          "- 编制每月话务报表\n"
                                          "- 受理并登记客户的投诉\n",
                                   .good = "- 受理并登记客户投诉\n"
                                           "- 编制每月话务报表\n"
                                           "- 回访投诉客户\n"},
                 [LANG_EN] = {.bad = "- Record customer complaints in the case system\n"
                                     "- Prepare the monthly call report\n"
                                     "- Recording of customer complaints in the case system\n",
                              .good = "- Record customer complaints in the case system\n"
                                      "- Prepare the monthly call report\n"
                                      "- Call complainants back\n"}},
    .check_handbook = check,
};
