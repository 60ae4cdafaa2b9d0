/*
 * Roles made at random for forms: whatever a file can say, in the shape in which a model that was
 * read from a file is.
 */
#ifndef ROLEBOOK_TESTS_UNIT_FORMS_H
#define ROLEBOOK_TESTS_UNIT_FORMS_H
#include "core/model/list_label.h"
#include "core/normalise/normalise.h"
#include "tests/unit/random_model.h"
#include <string.h>

#define NUMBERS_TYPED 6 /* in front of one item at most: as many as an item has pieces */

static const char *const form_pieces[] = {
    "職責",  "岗位", "崗位名稱", "𠮷",  "duty",   "Tools", "a",    "7",     "(一)", " ",
    "\n",    "：",   "；",       "。",  "、",     ", ",    "|",    "\\",    "*",    "_",
    "&amp;", "<",    "]]>",      "\"",  "#",      "## ",   "□",    "■",     "無x",  "n/a x ",
    "%",     "é",    "😀",        "-->", "{0}",    "姓名",  "12%",  "內部",  "指標", "附註",
    "{{",    "《》", "\t",       "0)",  "第一條", "☑",     "必備", "如下："};

/* Blanks and line ends are one space each. */
static inline struct text one_line(struct arena *arena, struct text t)
{
    struct text_buffer out = text_buffer_new(arena);
    t = text_trim(t);
    for (size_t i = 0, blank = 0; i < t.size; i++) {
        bool is_blank = t.data[i] == '\n' || t.data[i] == '\t' || t.data[i] == ' ';
        if (!is_blank || !blank)
            buffer_append_byte(&out, is_blank ? ' ' : t.data[i]);
        blank = is_blank;
    }
    return buffer_text(&out);
}

/* A record's words are its main field's; those without words are no records. */
static inline void settle_words(struct handbook *handbook, struct records *records)
{
    enum field main = element_first_field(records->element);
    size_t fields = element_field_count(records->element), kept = 0;
    for (size_t i = 0; i < records->count; i++) {
        struct record *record = &records->rows[i];
        for (size_t f = fields; f-- > 0;) {
            struct text words = record_field(records, record, (enum field)(main + f)).text;
            if (!text_is_blank(words))
                record->text = words;
        }
        if (text_is_blank(record->text))
            continue;
        if (fields > 0 && text_is_blank(record_field(records, record, main).text))
            record_set_field(handbook, records, record, main, (struct value){.text = record->text});
        records->rows[kept++] = *record;
    }
    records->count = kept;
    if (kept == 0 && records->state == STATE_FILLED)
        records->state = STATE_EMPTY;
}

static inline struct handbook *random_form_role(struct arena *arena, uint64_t seed,
                                                const struct vocabulary *vocabulary)
{
    struct random r = {.state = seed * 7919 + 1,
                       .arena = arena,
                       .pieces = form_pieces,
                       .piece_count = sizeof form_pieces / sizeof *form_pieces};
    struct handbook *handbook = handbook_new(arena);
    random_role(&r, handbook);
    struct role *role = handbook->roles;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct records *records = &role->values[e];
        records->heading = TEXT("");
        records->reason = text_trim(one_line(arena, records->reason));
        for (size_t i = 0; i < records->count; i++)
            records->rows[i].label = one_line(arena, records->rows[i].label);
        settle_words(handbook, records);
    }
    for (struct section_text *s = role->other; s != NULL; s = s->next)
        if (text_is_blank(s->heading) && text_is_blank(s->text))
            s->text = TEXT("x"); /* a section that says nothing is none */
    struct records *title = &role->values[ELEMENT_TITLE];
    *title = (struct records){.element = ELEMENT_TITLE};
    record_append(handbook, title, TEXT("xx崗位"), (struct span){0});
    for (int again = 0; again < NUMBERS_TYPED; again++) { /* each pass takes one off an item */
        normalise_handbook(handbook, vocabulary);
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            settle_words(handbook, &role->values[e]);
    }
    return handbook;
}

/* But for numbers and bullets, which a form writes in its own way. */
static inline void assert_same_form_role(const struct role *a, const struct role *b)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *x = &a->values[e], *y = &b->values[e];
        const char *name = element_row(x->element)->name;
        if (x->state != y->state)
            fail_msg("%s: state %d is not %d", name, (int)x->state, (int)y->state);
        assert_same_text(x->reason, y->reason, name);
        if (x->count != y->count)
            fail_msg("%s: %zu records are not %zu", name, x->count, y->count);
        for (size_t i = 0; i < x->count; i++) {
            assert_same_text(x->rows[i].text, y->rows[i].text, name);
            if (!is_list_label(x->rows[i].label) && element_row(x->element)->kind != KIND_TEXT &&
                element_row(x->element)->kind != KIND_REF)
                assert_same_text(x->rows[i].label,
                                 is_list_label(y->rows[i].label) ? TEXT("") : y->rows[i].label,
                                 name);
            enum field first = element_first_field(x->element);
            for (size_t f = 0; f < element_field_count(x->element); f++) {
                enum field field = (enum field)(first + f);
                assert_same_text(record_field(x, &x->rows[i], field).text,
                                 record_field(y, &y->rows[i], field).text, field_row(field)->name);
            }
        }
    }
    assert_same_sections(a->other, b->other);
}

#endif
