/*
 * Models made at random, the same for the same seed, with every character that formats stumble on;
 * and what it takes for two models to be the same.
 */
#ifndef ROLEBOOK_TESTS_UNIT_RANDOM_MODEL_H
#define ROLEBOOK_TESTS_UNIT_RANDOM_MODEL_H
#include "core/base/text_buffer.h"
#include "core/model/model.h"
#include "tests/unit/unit.h"
#include <inttypes.h>

struct random {
    uint64_t state;
    struct arena *arena;
    const char *const *pieces; /* what texts are made of */
    size_t piece_count;
};

/* xorshift64*: Vigna, ACM TOMS 42:4, 2016 */
static inline size_t random_below(struct random *r, size_t n)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return (size_t)((r->state * UINT64_C(2685821657736338717)) >> 33) % n;
}

static const char *const nasty_pieces[] = {
    "職責",   "岗位", "𠮷",     "duty", "a",   "1.",   "(一)", " ",     "  ",     "\t", "\n",
    "\r",     "|",    "\\",     "*",    "_",   "`",    "&",    "&amp;", "<",      ">",  "]]>",
    "<br/>",  "\"",   "'",      "#",    "- ",  "+ ",   "~~",   "[^1]",  "[a](b)", "!",  "：",
    "\u3000", "é",    "\u00A0", "😀",    "-->", "<!--", "{0}",  "%s",    "\\n",    "，", "e\u0301",
};

static inline struct text random_text(struct random *r, size_t most)
{
    struct text_buffer out = text_buffer_new(r->arena);
    for (size_t n = random_below(r, most + 1); n > 0; n--)
        buffer_append_string(&out, r->pieces[random_below(r, r->piece_count)]);
    return buffer_text(&out);
}

static inline struct text random_words(struct random *r, size_t most)
{
    struct text t = random_text(r, most);
    return t.size > 0 ? t : TEXT("x");
}

static inline void random_records(struct random *r, struct handbook *handbook,
                                  struct records *records)
{
    enum kind kind = element_row(records->element)->kind;
    bool is_text = kind == KIND_TEXT || kind == KIND_REF;
    records->state = (enum element_state)random_below(r, 4);
    if (records->state == STATE_ABSENT)
        return;
    records->heading = random_text(r, 3);
    if (records->state == STATE_NOT_APPLICABLE)
        records->reason = random_text(r, 3);
    if (records->state != STATE_FILLED)
        return;
    for (size_t n = is_text ? 1 : 1 + random_below(r, 4); n > 0; n--) {
        struct text text = is_text ? random_words(r, 6) : random_text(r, 6);
        struct record *record = record_append(handbook, records, text, (struct span){0});
        record->label = random_text(r, 2);
        record->depth = is_text ? 0 : (unsigned)random_below(r, 3);
        enum field first = element_first_field(records->element);
        for (size_t i = 0; i < element_field_count(records->element); i++)
            if (random_below(r, 2) == 0)
                record_set_field(handbook, records, record, (enum field)(first + i),
                                 (struct value){.text = random_text(r, 4)});
        if (kind == KIND_RECORDS && random_below(r, 4) == 0)
            record->text = record_field(records, record, first).text;
    }
}

static inline void random_role(struct random *r, struct handbook *handbook)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    static const char *const languages[] = {"", "zh-Hant", "zh-Hans", "en"};
    role->language = text_from_string(languages[random_below(r, 4)]);
    for (size_t i = 0; i < ELEMENT_ROLE_COUNT; i++)
        random_records(r, handbook, &role->values[i]);
    for (size_t n = random_below(r, 3); n > 0; n--)
        other_append(handbook, role, random_text(r, 2), (struct span){0})->text = random_text(r, 6);
}

static inline struct handbook *random_handbook(struct random *r)
{
    struct handbook *handbook = handbook_new(r->arena);
    size_t roles = random_below(r, 4);
    for (size_t i = 0; i < roles; i++)
        random_role(r, handbook);
    if (roles == 1 && random_below(r, 2) == 0) {
        handbook->language = handbook->roles->language; /* a file of one role */
        return handbook;
    }
    handbook->language = TEXT("zh-Hant-TW");
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        random_records(r, handbook, handbook_own(handbook, e));
    for (size_t n = random_below(r, 3); n > 0; n--)
        preface_append(handbook, random_text(r, 2), (struct span){0})->text = random_text(r, 6);
    return handbook;
}

#define assert_same_text(a, b, what)                                                               \
    do {                                                                                           \
        struct text a_ = (a), b_ = (b);                                                            \
        if (!text_equal(a_, b_))                                                                   \
            fail_msg("%s: \"%.*s\" is not \"%.*s\"", what, TEXT_ARGS(a_), TEXT_ARGS(b_));          \
    } while (0)

static inline void assert_same_records(const struct records *a, const struct records *b)
{
    const char *name = element_row(a->element)->name;
    if (a->state != b->state)
        fail_msg("%s: state %d is not %d", name, (int)a->state, (int)b->state);
    assert_same_text(a->heading, b->heading, name);
    assert_same_text(a->reason, b->reason, name);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_same_text(a->rows[i].text, b->rows[i].text, name);
        assert_same_text(a->rows[i].label, b->rows[i].label, name);
        assert_int_equal(a->rows[i].depth, b->rows[i].depth);
        enum field first = element_first_field(a->element);
        for (size_t f = 0; f < element_field_count(a->element); f++) {
            enum field field = (enum field)(first + f);
            assert_same_text(record_field(a, &a->rows[i], field).text,
                             record_field(b, &b->rows[i], field).text, field_row(field)->name);
        }
    }
}

static inline void assert_same_sections(const struct section_text *a, const struct section_text *b)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next) {
        assert_same_text(a->heading, b->heading, "heading");
        assert_same_text(a->text, b->text, "text");
    }
    assert_true(a == NULL && b == NULL);
}

static inline void assert_same_role(const struct role *a, const struct role *b)
{
    assert_same_text(a->language, b->language, "language");
    for (size_t i = 0; i < ELEMENT_ROLE_COUNT; i++)
        assert_same_records(&a->values[i], &b->values[i]);
    assert_same_sections(a->other, b->other);
}

static inline void assert_same_model(const struct handbook *a, const struct handbook *b)
{
    assert_same_text(a->language, b->language, "language");
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        assert_same_records(handbook_records(a, e), handbook_records(b, e));
    assert_same_sections(a->preface, b->preface);
    assert_int_equal(a->role_count, b->role_count);
    const struct role *left = a->roles, *right = b->roles;
    for (; left != NULL && right != NULL; left = left->next, right = right->next)
        assert_same_role(left, right);
}

#endif
