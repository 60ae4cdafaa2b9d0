/* What the heads of a table with one role a row say that its columns hold. */
#include "core/base/script.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"

#define ENDING_HAN 4 /* characters of a label that a composed head ends in */

/*
 * "GDaD role" ends in a label, 工讀時間 in another: what a head is about that is none itself. Two
 * elements may share an ending, so the longest that is a label counts.
 */
struct label label_of_ending(struct extraction *x, struct text head)
{
    size_t begin = head.size;
    struct label found = label_of(ELEMENT_COUNT);
    if (head.size > LABEL_BYTES || ends_in_colon(head))
        return found;
    if (is_latin_text(head)) {
        while (begin > 0 && head.data[begin - 1] != ' ')
            begin--;
        return begin == 0 ? found : label_find(x, text_from(head, begin));
    }
    for (int i = 0; i < ENDING_HAN && begin > 0; i++) {
        text_previous(head, &begin);
        struct label label = label_find(x, text_from(head, begin));
        found = i > 0 && begin > 0 && label.kind == LABEL_ELEMENT ? label : found;
    }
    return found;
}

/* 使用工具/技術棧: what the words in front of the joint say, where they are a label. */
static struct label label_in_front_of(struct extraction *x, struct text head, struct text joint)
{
    size_t at = text_find(head, joint, 0);
    return at == TEXT_NOT_FOUND ? label_of(ELEMENT_COUNT)
                                : label_find(x, text_trim(text_slice(head, 0, at)));
}

/* 「具體職責或註釋」: what else may stand there is no more than a remark. */
static bool is_duties_or(struct extraction *x, struct text head)
{
    static const struct text joints[] = {TEXT_INIT("或"), TEXT_INIT(" or ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints && head.size <= LABEL_BYTES; i++) {
        struct label front = label_in_front_of(x, head, joints[i]);
        if (front.kind == LABEL_ELEMENT && front.element == ELEMENT_DUTIES)
            return true;
    }
    return false;
}

/* 職責、工作範圍: one of two labels is that of the duties, and so are the words below. */
static bool is_joined_duties(struct extraction *x, struct text head)
{
    static const struct text joints[] = {TEXT_INIT("、"), TEXT_INIT("及"),    TEXT_INIT("与"),
                                         TEXT_INIT("與"), TEXT_INIT("和"),    TEXT_INIT("/"),
                                         TEXT_INIT("／"), TEXT_INIT(" and "), TEXT_INIT(" & ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints && head.size <= LABEL_BYTES; i++) {
        size_t at = text_find(head, joints[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        struct label front = label_find(x, text_trim(text_slice(head, 0, at)));
        struct label back = label_find(x, text_trim(text_from(head, at + joints[i].size)));
        bool are_labels = front.kind == LABEL_ELEMENT && back.kind == LABEL_ELEMENT;
        if (are_labels && (front.element == ELEMENT_DUTIES || back.element == ELEMENT_DUTIES))
            return true;
    }
    return false;
}

/* What a column of a table of roles holds. */
struct label label_of_head(struct extraction *x, struct text head)
{
    if (is_joined_duties(x, head) || is_duties_or(x, head))
        return label_of(ELEMENT_DUTIES);
    struct label label = label_find(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess_in_form(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_of_ending(x, head);
    if (label.kind == LABEL_UNKNOWN)
        label = label_in_front_of(x, head, TEXT("/"));
    /* who answers for a row signs nothing */
    bool is_none = label.kind == LABEL_ELEMENT &&
                   (label.element == ELEMENT_TITLE || label.element == ELEMENT_APPROVAL);
    return is_none ? label_of(ELEMENT_COUNT) : label;
}

struct label label_of_role_column(struct extraction *x, struct text head)
{
    struct label label = label_of_head(x, head);
    bool is_quantity =
        vocabulary_field(x->vocabulary, x->scratch, ELEMENT_TOOLS, head) == FIELD_TOOLS_QUANTITY;
    return label.kind == LABEL_UNKNOWN && is_quantity ? label_of(ELEMENT_HEADCOUNT) : label;
}

/* Tables of people name roles too: 姓名 | 職務 | 電話, and 團隊成員 | 角色 | 職責. */
bool is_person_head(struct extraction *x, struct text head)
{
    struct text folded = label_folded(x, head);
    return text_is_any(folded, signs_of(x, SIGN_PERSON_HEAD)) ||
           text_is_any(folded, signs_of(x, SIGN_MEMBER_HEAD));
}

bool head_is_description(const struct label *label, struct text head)
{
    return label_is_description(label) && !is_latin_text(head);
}

/* 演練組 over 領導組, 指揮組: nothing but departments below a head that is no label. */
static bool are_departments(struct extraction *x, const struct table *table, size_t head,
                            size_t column)
{
    size_t filled = 0;
    for (size_t r = head + 1; r < table->rows; r++) {
        struct text words = cell_words(x, table_cell(table, r, column));
        if (!text_is_empty(words) && !is_department(x, words))
            return false;
        filled += !text_is_empty(words);
    }
    return filled > 0;
}

/* 安全生产职责 ends in a label of the duties. */
static bool is_duties_of_kind(struct extraction *x, struct text head)
{
    struct label ending = label_of_ending(x, label_without_remark(head));
    return label_is(&ending, ELEMENT_DUTIES);
}

/* 其他 below 任職條件, which is over several columns: a part of it, though the head is no label. */
static struct label label_of_upper_head(struct extraction *x, const struct table *table,
                                        size_t head, size_t column)
{
    const struct cell *upper = head > 0 ? table_cell(table, head - 1, column) : NULL;
    bool is_over = upper != NULL && upper->column_span > 1 && upper->column_span < table->columns;
    struct label label = is_over ? label_find(x, cell_words(x, upper)) : label_of(ELEMENT_COUNT);
    bool has_items =
        label.kind == LABEL_ELEMENT && kind_has_items(element_row(label.element)->kind);
    return has_items ? label_of(label.element) : label_of(ELEMENT_COUNT);
}

/*
 * "Training" or 證照 below 任職條件: a kind of condition, though the word alone may be a label of
 * something else.
 */
static bool is_kind_of_condition(struct extraction *x, const struct label *upper, struct text head)
{
    return label_is(upper, ELEMENT_APPOINTMENT) &&
           !text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_KIND, head));
}

/* 分值 behind 考核標準, 頻率 behind 職責: a field of the records in the nearest column of such. */
static struct label label_of_field(struct extraction *x, const struct table *table, size_t head,
                                   const struct label *columns, size_t column)
{
    struct text words = cell_words(x, table_cell(table, head, column));
    struct label label = label_of(ELEMENT_COUNT);
    for (size_t c = column; c-- > 0;) {
        if (columns[c].kind != LABEL_ELEMENT ||
            element_row(columns[c].element)->kind != KIND_RECORDS)
            continue;
        label.element = columns[c].element;
        label.field = vocabulary_field(x->vocabulary, x->scratch, label.element, words);
        label.kind = label.field == FIELD_NONE ? LABEL_UNKNOWN : LABEL_FIELD;
        break;
    }
    return label;
}

/* "Job Description" over acts in most rows: there, the duties. */
static bool is_description_of_acts(struct extraction *x, const struct table *table, size_t head,
                                   size_t column, const struct label *label)
{
    size_t filled = 0, acts = 0;
    for (size_t r = head + 1; label_is_description(label) && r < table->rows; r++) {
        struct text words = words_beginning_in(x, table_cell(table, r, column), r, column);
        filled += !text_is_empty(words);
        acts += vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
    }
    return acts > 0 && 2 * acts >= filled;
}

const struct label *labels_of_columns(struct extraction *x, const struct table *table, size_t head)
{
    struct label *columns = arena_new_array(x->scratch, table->columns, struct label);
    bool tells_duties = false, has_people = false;
    for (size_t c = 0; c < table->columns; c++) {
        struct text words = cell_words(x, table_cell(table, head, c));
        columns[c] = label_of_role_column(x, words);
        if (columns[c].kind == LABEL_UNKNOWN && are_departments(x, table, head, c))
            columns[c] = label_of(ELEMENT_DEPARTMENT);
        tells_duties |= label_is(&columns[c], ELEMENT_DUTIES);
        has_people |= is_person_head(x, words);
    }
    for (size_t c = 0; c < table->columns; c++) {
        struct text words = cell_words(x, table_cell(table, head, c));
        bool is_kind = label_is(&columns[c], ELEMENT_SCENARIOS) && is_duties_of_kind(x, words);
        bool is_range = label_is(&columns[c], ELEMENT_SCOPE) && columns[c].second == ELEMENT_DUTIES;
        if (!tells_duties && (is_kind || is_range || head_is_description(&columns[c], words) ||
                              is_description_of_acts(x, table, head, c, &columns[c])))
            columns[c] = label_of(ELEMENT_DUTIES);
        if (has_people && label_is(&columns[c], ELEMENT_APPOINTMENT) && /* 技能要求 is the part's */
            !text_ends_with_any(label_folded(x, words), signs_of(x, SIGN_NEED_WORD)))
            columns[c] = label_of(ELEMENT_COUNT);
        struct label upper = label_of_upper_head(x, table, head, c);
        bool is_kind_below =
            columns[c].kind == LABEL_ELEMENT && is_kind_of_condition(x, &upper, words);
        if ((columns[c].kind != LABEL_ELEMENT && !is_person_head(x, words)) || is_kind_below)
            columns[c] = upper;
        columns[c].is_part |= is_kind_below;
        if (columns[c].kind == LABEL_UNKNOWN)
            columns[c] = label_of_field(x, table, head, columns, c);
    }
    return columns;
}
