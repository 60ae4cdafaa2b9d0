#include "core/normalise/normalise.h"
#include "core/base/text_buffer.h"
#include "core/model/draft_mark.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include "core/model/written_language.h"
#include "core/normalise/duty_sentence.h"
#include "core/normalise/duty_shares.h"
#include <assert.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define NESTED_MAX 64 /* items of a list within an item, to look for the next item behind */

struct normalising {
    struct handbook *handbook;
    const struct vocabulary *vocabulary;
    struct arena *scratch;
    bool numbers_lone_items; /* of the role: lists of one item have a "1." in front of it */
};

/* ---- characters and blanks ---- */

/* ASCII, Han, their marks and wide forms: each stands for itself in NFC, whatever is beside it. */
static bool is_plain(struct text t)
{
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        bool is_of_it = c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029) ||
                        (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2027);
        if (!is_of_it)
            return false;
    }
    return true;
}

/* Normalization Form C (UAX #15); the text itself when it is. */
static struct text composed(struct arena *arena, struct arena *scratch, struct text t)
{
    UErrorCode error = U_ZERO_ERROR;
    if (is_plain(t))
        return t;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    int32_t wide_size = 0, size = 0;
    UChar *wide = arena_new_array(scratch, t.size + 1, UChar);
    u_strFromUTF8WithSub(wide, (int32_t)t.size + 1, &wide_size, t.data, (int32_t)t.size, 0xFFFD,
                         NULL, &error);
    if (U_SUCCESS(error) && unorm2_isNormalized(nfc, wide, wide_size, &error))
        return t;
    int32_t room = 3 * wide_size + 1; /* NFC grows a string threefold at most */
    UChar *to = arena_new_array(scratch, (size_t)room, UChar);
    int32_t to_size = unorm2_normalize(nfc, wide, wide_size, to, room, &error);
    char *bytes = arena_alloc(arena, (size_t)to_size * 3 + 1);
    u_strToUTF8(bytes, to_size * 3 + 1, &size, to, to_size, &error);
    assert(U_SUCCESS(error));
    return (struct text){bytes, (size_t)size};
}

static bool has_odd_blanks(struct text t)
{
    uint32_t before = 'x';
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        if (is_blank_code_point(c) && c != '\n' && (c != ' ' || is_blank_code_point(before)))
            return true;
        if (c == '\n' && before == ' ')
            return true;
        before = c;
    }
    return false;
}

/* Blanks to one space, none at the ends of lines; lines stay. */
static struct text collapsed(struct arena *arena, struct text t)
{
    t = text_trim(t);
    if (!has_odd_blanks(t))
        return t;
    struct text_buffer out = text_buffer_new(arena);
    bool blank = false;
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        if (c == '\n') {
            buffer_append_byte(&out, '\n');
            blank = false;
        } else if (is_blank_code_point(c))
            blank = true;
        else {
            if (blank && out.size > 0 && out.data[out.size - 1] != '\n')
                buffer_append_byte(&out, ' ');
            buffer_append_code_point(&out, c);
            blank = false;
        }
    }
    return buffer_text(&out);
}

/* Nothing is to be composed or collapsed: true of nearly all texts. */
static bool is_tidy(struct text t)
{
    bool has_blank = true; /* in front of this character, or its beginning */
    for (size_t i = 0; i < t.size;) {
        uint32_t c = text_next(t, &i);
        bool is_han = c >= 0x4E00 && c <= 0x9FFF, is_sign = c > ' ' && c < 0x7F;
        if (!is_han && !is_sign && !(c == ' ' && !has_blank) && !(c > 0x3000 && c <= 0x3029) &&
            !(c >= 0xFF01 && c <= 0xFF5E))
            return false;
        has_blank = c == ' ';
    }
    return !has_blank || t.size == 0;
}

static void tidy(struct normalising *n, struct text *t)
{
    if (is_tidy(*t))
        return;
    *t = collapsed(n->handbook->arena, composed(n->handbook->arena, n->scratch, *t));
}

/* ---- records ---- */

static bool is_list_like(enum element element)
{
    enum kind kind = element_row(element)->kind;
    return kind == KIND_LIST || kind == KIND_RECORDS;
}

/* The label in front of a record in the list that looks like that. */
static struct text label_before(const struct records *records, size_t index, unsigned look)
{
    for (size_t i = index; i > 0 && index - i < NESTED_MAX; i--)
        if (list_label_look(records->rows[i - 1].label) == look)
            return records->rows[i - 1].label;
    return TEXT("");
}

/*
 * The number or bullet in front of an item, which its neighbours in the list tell from a decimal;
 * last: the one typed in front of the item before.
 */
static struct list_label typed_label(const struct normalising *n, const struct records *records,
                                     size_t index, struct text last)
{
    const struct record *record = &records->rows[index];
    if (!list_label_may_be_decimal(record->text))
        return list_label_of(record->text);
    struct text next = index + 1 < records->count ? records->rows[index + 1].text : TEXT("");
    struct list_label level = list_label_among_levels(record->text, last, next);
    if (level.kind != LIST_LABEL_NONE)
        return level;
    struct text before = label_before(records, index, list_label_look(TEXT("1.")));
    if (records->count == 1 && n->numbers_lone_items)
        next = TEXT("2."); /* as if one came behind it */
    return list_label_in_list(record->text, before, next);
}

/* 1.0 above 2.0: the version of an edition, and no number of an item. */
static bool is_version(const struct records *records, const struct record *record)
{
    bool has_versions = records->element == ELEMENT_EDITION || records->element == ELEMENT_APPROVAL;
    return has_versions && record_is_main(record);
}

/* The number or bullet typed in front of an item goes to its label; 「■ 1、」 are both of it. */
static void take_label(const struct normalising *n, struct records *records, size_t index,
                       struct text *last)
{
    struct record *record = &records->rows[index];
    if (!is_list_like(records->element) || is_version(records, record))
        return;
    struct list_label typed = typed_label(n, records, index, *last);
    *last = typed.label;
    if (typed.kind == LIST_LABEL_NONE)
        return;
    if (text_is_empty(record->label))
        record->label = typed.label;
    struct list_label number = list_label_of(typed.rest);
    bool is_numbered = is_list_bullet(typed.label) && number.kind == LIST_LABEL_NUMBER;
    record_set_text(record, is_numbered ? number.rest : typed.rest);
}

/* 「1.每週工作五天」 in a list of its own: the role numbers what there is one of. */
static bool numbers_lone_items(const struct role *role)
{
    unsigned look = list_label_look(TEXT("1."));
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = &role->values[e];
        struct text label = records->count == 1 && is_list_like(records->element)
                                ? list_label_of(records->rows[0].text).label
                                : TEXT("");
        if (list_label_look(label) == look && list_label_number(label) == 1)
            return true;
    }
    return false;
}

/* The list around comes back behind the record: what stands between is a list of its own. */
static bool comes_back(const struct records *records, size_t from, unsigned look)
{
    for (size_t i = from; i < records->count && i < from + NESTED_MAX; i++)
        if (list_label_look(records->rows[i].label) == look)
            return true;
    return false;
}

/*
 * 1. 2. a) b) 3.: labels of another look stand below the item in front of them, where the list
 * around comes back behind them, or an item before had some below it.
 */
static void infer_depths(struct records *records)
{
    unsigned looks[LIMIT_DEPTH], depth = 0, deepest = 0;
    for (size_t i = 0; i < records->count; i++)
        if (records->rows[i].depth > 0 || !is_list_like(records->element))
            return; /* the document says it */
    for (size_t i = 0; i < records->count; i++) {
        unsigned look = list_label_look(records->rows[i].label), level = 0;
        if (look == 0)
            depth = 0;
        while (look != 0 && level < depth && looks[level] != look)
            level++;
        if (look == 0 || level == LIMIT_DEPTH)
            continue;
        bool is_new = level == depth && depth > 0;
        if (is_new && !(list_label_is_first(records->rows[i].label) &&
                        (deepest > depth || comes_back(records, i + 1, looks[depth - 1]))))
            level = depth - 1; /* the same list, its labels typed in another way */
        looks[level] = look;
        depth = level + 1;
        deepest = depth > deepest ? depth : deepest;
        records->rows[i].depth = level;
    }
}

static void code_fields(struct normalising *n, struct records *records, struct record *record)
{
    enum field first = element_first_field(records->element);
    for (size_t i = 0; record->fields != NULL && i < record->field_count; i++) {
        struct value *value = &record->fields[i];
        if (text_is_empty(value->text))
            continue;
        tidy(n, &value->text);
        struct text code =
            vocabulary_code(n->vocabulary, n->scratch, (enum field)(first + i), value->text);
        if (!text_is_empty(code))
            value->text = code;
    }
}

/* 「學歷：專科畢業」, 「內部協作：各部門」: the coded field that the words in front of a colon
 * name. */
static void find_code(struct normalising *n, struct records *records, struct record *record,
                      enum field field)
{
    struct text known = record_field(records, record, field).text;
    if (!text_is_empty(known) && !text_is(known, "other")) /* a heading's: 素质要求 */
        return;
    for (size_t at = 0; at < record->text.size && at < 60;) {
        size_t begin = at;
        uint32_t c = text_next(record->text, &at);
        if (c != ':' && c != 0xFF1A)
            continue;
        struct text code =
            vocabulary_code(n->vocabulary, n->scratch, field, text_slice(record->text, 0, begin));
        if (!text_is_empty(code))
            record_set_field(n->handbook, records, record, field, (struct value){code, record->at});
        return;
    }
}

static void set_part(struct normalising *n, struct records *records, struct record *record,
                     enum field field, struct text part)
{
    if (!text_is_empty(part))
        record_set_field(n->handbook, records, record, field, (struct value){part, record->at});
}

static bool is_numeral(struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] < '0' || t.data[i] > '9')
            return false;
    return t.size > 0 && t.size < 4;
}

static void parse_duty(struct normalising *n, struct records *records, struct record *record)
{
    struct value essential = record_field(records, record, FIELD_DUTIES_ESSENTIAL);
    if (is_numeral(essential.text) && text_is_empty(record->label)) {
        /* 重要性 1, 2, 3: the order of the list */
        record->label = essential.text;
        record_set_field(n->handbook, records, record, FIELD_DUTIES_ESSENTIAL, (struct value){0});
    }
    bool is_parsed = !text_is_empty(record_field(records, record, FIELD_DUTIES_WHAT).text) ||
                     !text_is_empty(record_field(records, record, FIELD_DUTIES_HOW).text) ||
                     !text_is_empty(record_field(records, record, FIELD_DUTIES_RESULT).text);
    if (is_parsed || text_is_empty(record->text))
        return;
    struct duty_parts parts = duty_parse(record->text);
    set_part(n, records, record, FIELD_DUTIES_WHAT, parts.what);
    set_part(n, records, record, FIELD_DUTIES_HOW, parts.how);
    set_part(n, records, record, FIELD_DUTIES_RESULT, parts.result);
}

/* 「管理範圍：無」 under the label 管理範圍, which is of a part: the value behind it. */
static struct text behind_heading(const struct records *records)
{
    struct text words = records->rows[0].text, heading = records->heading;
    struct text rest = text_trim(text_from(words, heading.size));
    if (text_is_empty(heading) || !text_starts_with(words, heading) || text_is_empty(rest))
        return words;
    size_t at = 0;
    uint32_t c = text_next(rest, &at);
    return c == ':' || c == 0xFF1A ? text_trim(text_from(rest, at)) : words;
}

/* One value that says there is lawfully none. */
static bool settle_absence(struct normalising *n, struct records *records)
{
    struct text reason;
    if (records->count != 1 || element_is_of_handbook(records->element) ||
        records->element == ELEMENT_TITLE ||
        !vocabulary_not_applicable(n->vocabulary, n->scratch, behind_heading(records), &reason))
        return false;
    records->state = STATE_NOT_APPLICABLE;
    records->reason = reason;
    records->count = 0;
    return true;
}

/*
 * The record's words are its main field's, however they were written: an item of a list is the same
 * as a table's row. What a form says of approval and edition need not begin with a version.
 */
static void fill_main_field(struct normalising *n, struct records *records, struct record *record)
{
    bool has_no_main = records->element == ELEMENT_APPROVAL || records->element == ELEMENT_EDITION;
    enum field main = element_first_field(records->element);
    if (has_no_main || element_field_count(records->element) == 0 || text_is_empty(record->text) ||
        !text_is_empty(record_field(records, record, main).text))
        return;
    record_set_field(n->handbook, records, record, main, (struct value){record->text, record->at});
}

static void normalise_records(struct normalising *n, struct records *records)
{
    struct text last = TEXT("");
    for (size_t i = 0; i < records->count; i++) {
        struct record *record = &records->rows[i];
        struct text tidied = record->text;
        tidy(n, &tidied);
        record_set_text(record, tidied);
        draft_mark_take(record);
        code_fields(n, records, record);
        take_label(n, records, i, &last);
    }
    infer_depths(records);
    if (settle_absence(n, records))
        return;
    if (records->element == ELEMENT_DUTIES)
        take_duty_shares(n->handbook, records);
    for (size_t i = 0; i < records->count; i++) {
        fill_main_field(n, records, &records->rows[i]);
        if (records->element == ELEMENT_DUTIES)
            parse_duty(n, records, &records->rows[i]);
        else if (records->element == ELEMENT_APPOINTMENT)
            find_code(n, records, &records->rows[i], FIELD_APPOINTMENT_KIND);
        else if (records->element == ELEMENT_RELATIONS)
            find_code(n, records, &records->rows[i], FIELD_RELATIONS_SIDE);
    }
    tidy(n, &records->heading);
}

/* ---- languages ---- */

/* What a role states counts where its words do not clearly say otherwise: Word's default often. */
static struct text settle_language(struct text stated, struct scripts counts)
{
    enum language said = language_from_tag(stated);
    enum language language = written_language(counts, said);
    bool is_other = said == LANG_COUNT && !text_is_empty(stated);
    if (is_japanese(counts))
        return TEXT("ja");
    if (language == LANG_COUNT || (is_other && language == LANG_EN))
        return stated;
    return text_from_string(language_tag(language));
}

/* Of a file without roles: goals, processes, scenarios. */
static void count_own(struct scripts *counts, struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++) {
        const struct records *records = handbook_records(handbook, e);
        for (size_t i = 0; i < records->count; i++)
            for (size_t f = 0; f < records->rows[i].field_count; f++)
                count_scripts(counts, records->rows[i].fields[f].text);
    }
}

static void normalise_section(struct normalising *n, struct section_text *section)
{
    for (; section != NULL; section = section->next) {
        tidy(n, &section->heading);
        tidy(n, &section->text);
    }
}

void normalise_handbook(struct handbook *handbook, const struct vocabulary *vocabulary)
{
    struct normalising n = {.handbook = handbook,
                            .vocabulary = vocabulary,
                            .scratch = arena_open_like(handbook->arena)};
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        normalise_records(&n, handbook_own(handbook, e));
    normalise_section(&n, handbook->preface);
    for (struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct scripts counts = {0};
        n.numbers_lone_items = numbers_lone_items(role);
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            normalise_records(&n, &role->values[e]);
        normalise_section(&n, role->other);
        count_role_scripts(&counts, role, SIZE_MAX);
        if (!role->keeps_language)
            role->language = settle_language(role->language, counts);
    }
    struct scripts own = {0};
    if (handbook->roles == NULL)
        count_own(&own, handbook);
    /* its roles know better than a file's default */
    handbook->language = handbook->roles != NULL ? handbook->roles->language
                                                 : settle_language(handbook->language, own);
    arena_close(n.scratch);
}
