/*
 * Names of roles beside the title of a form or a heading of duties: 「客服專員崗位職責」,
 * "Responsibilities of a Network Administrator".
 */
#include "core/base/script.h"
#include "core/extract/labels/joints.h"
#include "core/extract/walk/chapters.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define ROLE_NAME_BYTES 90 /* 30 Han: longer in front of 崗位職責 is a sentence */
#define NAME_JOINTS                                                                                \
    ":：-–—|｜·之的の《》【】「」“”" /* stand between a name and what is beside it */

/* "Knowledge required by", in front of "the position", "Officers and their": no name ends so. */
static bool ends_in_joint(struct extraction *x, struct text name)
{
    static const char *const others[] = {"and", "their", "its", NULL};
    size_t begin = name.size;
    while (begin > 0 && name.data[begin - 1] != ' ')
        begin--;
    struct text last = text_from(name, begin);
    return begin > 0 && (is_joint(x, last) || text_is_one_of(last, others));
}

/* 全員安全責任制 is of the whole house, and 安全員職責 of one; 「任務分解與人員分工」 of all in a
 * plan, 幹部職掌 of all officers, 各組工作項目 of each, 每日工作流程 of any. */
static bool is_everybody(struct extraction *x, struct text title)
{
    struct text name = fold_label(x->scratch, title); /* without its number */
    return text_is_any(name, signs_of(x, SIGN_ALL_PEOPLE)) ||
           (text_ends_with_any(name, signs_of(x, SIGN_EVERYBODY)) &&
            !text_ends_with_any(name, signs_of(x, SIGN_NOT_EVERYBODY))) ||
           text_starts_with(name, TEXT("各")) ||
           text_starts_with_any(name, signs_of(x, SIGN_EACH_TIME));
}

static bool is_name(struct extraction *x, struct text name)
{
    struct label label = label_find(x, name);
    struct guess guess = label_words_guess(x, name);
    if (is_latin_text(name) && (guess.is_whole || ends_in_joint(x, name)))
        return false; /* "The", "Responsibilities and" */
    if (text_is_any(label_folded(x, name), signs_of(x, SIGN_NO_NAME)))
        return false; /* 「核心工作流程」 */
    if (text_ends_with(name, TEXT("各")))
        return false; /* 「項目部各崗位職責」 */
    if (is_everybody(x, name) || (!is_latin_text(name) && text_code_points(name) == 1))
        return false; /* 「一 職位描述」, 「關於職位和你」 */
    return !text_is_empty(name) && (label.kind == LABEL_UNKNOWN || label_names_positions(&label));
}

/* "Service Incident Response" is what is done then: in front of it stands no post, and no duty. */
static bool is_case_of_no_post(struct extraction *x, const struct label *label, struct text words,
                               struct text post)
{
    static const char *const duties[] = {"responsibilities", "duties", NULL};
    return label->element == ELEMENT_SCENARIOS && is_latin_text(words) && !text_is_empty(post) &&
           !text_ends_with_one_of(fold_label(x->scratch, words), duties) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, post);
}

bool label_is_unit(struct extraction *x, struct text name)
{
    return !is_latin_text(name) && !text_starts_with_any(name, signs_of(x, SIGN_OF_SEVERAL)) &&
           (is_department(x, name) || text_ends_with_any(name, signs_of(x, SIGN_BODY)));
}

/* beside: what stands next to it; 護士長職責 has 職責, which is also an ordinary word */
static bool is_form_or_duties(struct extraction *x, struct text text, struct text beside,
                              bool *is_duties)
{
    struct text post = text_trim_any(beside, NAME_JOINTS);
    *is_duties = false;
    if (!text_is_empty(post) &&
        text_is_any(label_folded(x, text), signs_of(x, SIGN_STANDARD_TITLE)) &&
        vocabulary_is_position(x->vocabulary, x->scratch, post))
        return true;
    struct label label = label_find(x, text);
    *is_duties = label.kind == LABEL_ELEMENT &&
                 (label.element == ELEMENT_DUTIES || label.second == ELEMENT_DUTIES ||
                  label.element == ELEMENT_SCENARIOS) && /* 安全生产职责 */
                 !is_case_of_no_post(x, &label, text, post);
    return label.kind == LABEL_FORM ||
           (*is_duties && (!label.needs_context || label_is_unit(x, post) ||
                           vocabulary_is_position(x->vocabulary, x->scratch, post)));
}

/* 「秘書負責：」, 「由司庫負責：」: a position in front of words that lead to what its holder does. */
static bool read_lead(struct extraction *x, struct text text, struct text *name)
{
    static const struct text by = TEXT_INIT("由");
    struct text words = text_trim(name_without_colon(text));
    struct text front = text_without_any_end(words, signs_of(x, SIGN_POST_LEAD));
    if (is_latin_text(words) || !ends_in_colon(text) || front.size == words.size)
        return false;
    front = list_label_of(front).rest;
    front = text_starts_with(front, by) ? text_trim(text_from(front, by.size)) : front;
    if (text_has(front, u'由') || text_has(front, u'，') || text_has(front, u'、') ||
        !vocabulary_is_position(x->vocabulary, x->scratch, front))
        return false;
    *name = front;
    return true;
}

bool splits_word(struct text text, size_t at)
{
    return at > 0 && at < text.size && is_ascii_letter(text.data[at - 1]) &&
           is_ascii_letter(text.data[at]);
}

/* 「咨詢師（市場專員）崗位職責」 in front of its closing bracket, which is of the name. */
static bool begins_behind_bracket(struct text text, size_t at)
{
    static const struct text closing = TEXT_INIT("）)】］]");
    return text_has(closing, text_next(text, &at));
}

bool label_ends_in_duties(struct extraction *x, struct text text, struct label *label)
{
    bool is_duties = false;
    text = text_trim(text);
    for (size_t at = text.size; at > 0 && text.size <= ROLE_NAME_BYTES;) {
        text_previous(text, &at);
        if (text.size - at >= 6 && !splits_word(text, at) &&
            is_form_or_duties(x, text_from(text, at), text_slice(text, 0, at), &is_duties) &&
            is_duties) {
            *label = label_of(ELEMENT_DUTIES);
            return true;
        }
    }
    return false;
}

/* "Job Description Template": what kind of copy it is. */
static struct text without_copy(const struct extraction *x, struct text text)
{
    return text_without_any_end(text, signs_of(x, SIGN_COPY));
}

/* 「會計的崗位職責和任職要求」: what stands in front of the second of two labels. */
static struct text without_second_label(struct extraction *x, struct text text)
{
    static const struct text joints[] = {TEXT_INIT("和"), TEXT_INIT("及"), TEXT_INIT("与"),
                                         TEXT_INIT("與"), TEXT_INIT("、")};
    for (size_t i = 0; text.size <= ROLE_NAME_BYTES && i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        struct label second = at == TEXT_NOT_FOUND
                                  ? label_of(ELEMENT_COUNT)
                                  : label_find(x, text_from(text, at + joints[i].size));
        if (second.kind == LABEL_ELEMENT && !second.needs_context &&
            element_row(second.element)->kind >= KIND_LIST)
            return text_trim(text_slice(text, 0, at));
    }
    return text;
}

/* Where the words stand, in small letters or with capitals: " Of The ". */
static size_t find_words(struct text text, struct text words)
{
    for (size_t at = text_find(text, TEXT(" "), 0); at != TEXT_NOT_FOUND;
         at = text_find(text, TEXT(" "), at + 1))
        if (text_equal_ascii_case(text_slice(text, at, at + words.size), words))
            return at;
    return TEXT_NOT_FOUND;
}

/* " of " or " for ", whose first letters tell it of nearly all texts. */
static bool may_have_owner(struct text text)
{
    for (size_t at = text_find(text, TEXT(" "), 0); at != TEXT_NOT_FOUND && at + 1 < text.size;
         at = text_find(text, TEXT(" "), at + 1)) {
        char c = text.data[at + 1] | 0x20;
        if (c == 'o' || c == 'f')
            return true;
    }
    return false;
}

struct text label_owner(struct text text, struct text *label)
{
    static const struct text joints[] = {
        TEXT_INIT(" of a "),   TEXT_INIT(" of an "),   TEXT_INIT(" of the "), TEXT_INIT(" for a "),
        TEXT_INIT(" for an "), TEXT_INIT(" for the "), TEXT_INIT(" of "),     TEXT_INIT(" for ")};
    bool may_have_one = may_have_owner(text);
    for (size_t i = 0; may_have_one && i < sizeof joints / sizeof *joints; i++) {
        size_t at = find_words(text, joints[i]);
        if (at == TEXT_NOT_FOUND)
            continue;
        *label = text_slice(text, 0, at);
        return text_trim_any(text_from(text, at + joints[i].size), NAME_JOINTS);
    }
    *label = text;
    return TEXT("");
}

/* "Teachers", "Officers and Staff", over what each of them does; "Board of Directors" is one. */
static bool are_several(struct text owner)
{
    size_t of = find_words(owner, TEXT(" of "));
    struct text who = text_slice(owner, 0, of == TEXT_NOT_FOUND ? owner.size : of);
    size_t and = find_words(who, TEXT(" and "));
    struct text first = text_slice(who, 0, and == TEXT_NOT_FOUND ? who.size : and);
    return text_ends_with(who, TEXT("s")) || text_ends_with(who, TEXT("S")) ||
           text_ends_with(first, TEXT("s")) || text_ends_with(first, TEXT("S"));
}

/* "Responsibilities of a Network Administrator:", of one position or body and of nothing else. */
static bool read_owner(struct extraction *x, struct text text, struct text *name)
{
    struct text label, owner = label_owner(text, &label);
    struct label found = label_find(x, label); /* "Powers and Duties" are told with the duties */
    bool is_powers = found.kind == LABEL_ELEMENT && found.element == ELEMENT_AUTHORITY;
    bool is_duties; /* "Typical duties for the fellow include (but …)" is a sentence */
    if (are_several(owner) || find_words(owner, TEXT(" include")) != TEXT_NOT_FOUND ||
        label_find(x, text).kind != LABEL_UNKNOWN ||
        (!vocabulary_is_position(x->vocabulary, x->scratch, owner) &&
         !vocabulary_is_office(x->vocabulary, x->scratch, owner)) ||
        !(is_powers || (is_form_or_duties(x, label, owner, &is_duties) && is_duties)))
        return false;
    *name = owner;
    return true;
}

/*
 * "Warden (Job Description)", 岗位说明书（店长）: of the title of the form and the name of a
 * position, one stands behind the other in brackets.
 */
static bool read_remark(struct extraction *x, struct text text, struct text *name, bool *is_duties)
{
    struct text remark = label_remark(text), before = label_without_remark(text);
    struct text found = before;
    if (text_is_empty(remark))
        return false;
    if (!is_form_or_duties(x, remark, TEXT(""), is_duties)) {
        if (!vocabulary_is_position(x->vocabulary, x->scratch, remark) ||
            !is_form_or_duties(x, before, TEXT(""), is_duties))
            return false;
        found = remark;
    }
    if (!is_name(x, found))
        return false;
    *name = found;
    return true;
}

/* "Millbrook Job Description", 青田科技岗位说明书: the house in front of the title of a form. */
static bool ends_in_form(struct extraction *x, struct text text)
{
    text = text_trim(text);
    for (size_t at = 0; at < text.size;) {
        text_next(text, &at);
        if (splits_word(text, at))
            continue;
        struct label label = label_find(x, text_trim(text_from(text, at)));
        if (label_titles_form(&label))
            return true;
    }
    return false;
}

/* "Vacancy / Research Engineer": how many are sought, without a number. */
static bool is_vacancy_label(struct extraction *x, struct text text)
{
    struct label label = label_find(x, text);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_HEADCOUNT;
}

static bool read_role_name(struct extraction *x, struct text text, struct text *name,
                           bool *is_duties)
{
    if (text_has(label_remark(text_trim(text)), '%'))
        return false; /* "Annual Duties (15% of time)" are a share of somebody's */
    if (read_remark(x, text_trim(text), name, is_duties))
        return true;
    text = without_pictographs(text);
    text = without_second_label(x, without_copy(x, label_without_remark(text_trim(text))));
    *is_duties = false;
    if (text.size > ROLE_NAME_BYTES || label_words_guess(x, text).is_phrase)
        return false; /* "In the role of Editor, you will" */
    if (is_latin_text(text) && text_ends_with(text, TEXT(".")))
        return false;                      /* a sentence that ends in "responsibility" */
    for (size_t at = 0; at < text.size;) { /* the longest title of a form: 岗位说明书, not 说明书 */
        text_next(text, &at);
        bool is_word = at < text.size && text.data[at - 1] == ' '; /* 「店長 JD」 */
        if ((text.size - at < 6 && !is_word) || splits_word(text, at) ||
            begins_behind_bracket(text, at) ||
            !is_form_or_duties(x, text_from(text, at), text_slice(text, 0, at), is_duties))
            continue;
        struct text before = text_trim_any(text_slice(text, 0, at), NAME_JOINTS);
        if (is_name(x, before)) {
            *name = before;
            return true;
        }
    }
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        uint32_t c = text_next(text, &at);
        struct text front = text_trim(text_slice(text, 0, begin));
        bool is_slash = c == '/' && front.size < begin;
        if (!is_colon(c) && !is_slash && c != '-' && c != '|' && c != 0x2013 && c != 0x2014)
            continue;
        if (is_form_or_duties(x, text_slice(text, 0, begin), TEXT(""), is_duties)) {
            *name = text_trim_any(text_from(text, at), NAME_JOINTS);
            return !text_is_empty(*name) && !begins_in_small_letter(*name);
        }
        struct text behind = text_trim_any(text_from(text, at), NAME_JOINTS);
        if (vocabulary_is_position(x->vocabulary, x->scratch, behind) &&
            (ends_in_form(x, front) || (!is_colon(c) && is_vacancy_label(x, front)))) {
            *name = behind;
            return true;
        }
    }
    *is_duties = read_owner(x, text, name);
    return *is_duties;
}

bool label_role_name(struct extraction *x, struct text text, struct text *name, bool *is_duties)
{
    if (read_role_name(x, text, name, is_duties))
        return true;
    if (read_lead(x, text, name))
        return *is_duties = true;
    struct text trimmed = text_trim(text);
    struct text words = text_without_any_end(trimmed, signs_of(x, SIGN_CHART)); /* 幹事職掌一覽表 */
    struct text holder;
    bool are_duties;
    if (words.size == trimmed.size || !read_role_name(x, words, &holder, &are_duties) ||
        !are_duties || !vocabulary_is_position(x->vocabulary, x->scratch, holder))
        return false;
    *name = holder;
    return *is_duties = true;
}

struct text label_name_behind_as(struct extraction *x, struct text text)
{
    struct text_list readers = signs_of(x, SIGN_READER); /* and no young people */
    struct text behind = text_without_any_start(text, signs_of(x, SIGN_AS));
    struct text rest = name_without_colon(behind);
    if (behind.size == text.size || text.size > ROLE_NAME_BYTES)
        return TEXT("");
    size_t reader = TEXT_NOT_FOUND;
    for (size_t i = 0; i < readers.count && reader == TEXT_NOT_FOUND; i++)
        reader = text_find(rest, readers.texts[i], 0);
    bool asks = reader != TEXT_NOT_FOUND && rest.size < behind.size;
    struct text name = text_trim_any(asks ? text_slice(rest, 0, reader) : rest, ", ，、");
    return vocabulary_is_position(x->vocabulary, x->scratch, name) ? name : TEXT("");
}
