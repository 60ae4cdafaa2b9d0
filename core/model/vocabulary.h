/*
 * The vocabulary knows what real files call each element and field, in three languages.
 *
 * It is data: templates/vocabulary/LANG.yaml, compiled in as the default, extendable at run time by
 * files of the same form. A label is found after folding (core/model/fold.h), so width, script,
 * spaces, case, numbering and brackets never matter. Made once, then only read: threads share it.
 *
 * A vocabulary file:
 *   language: zh-Hant
 *   elements:                    # the first label is the canonical heading
 *     title: [崗位名稱, 職務名稱]
 *   parts:                       # labels of a part of an element: they stay with their value
 *     conditions: [出差]
 *   word-lists:                  # what parts of labels are made of, in front of compounds
 *     direct: [直接, 直屬]
 *     superior: [上級, 主管]
 *   compounds:                   # labels by parts: "|" either, "?" perhaps, "*" any number
 *     reports-to: ["direct superior"]
 *   part-compounds:              # labels of a part of an element, alike
 *     appointment: ["quality quality*"]
 *   context-compounds:           # labels by parts that are also ordinary words
 *     duties: ["what who does"]
 *   context: [職稱]              # also ordinary words: labels only where others are
 *   fields:
 *     standards:
 *       indicator: [指標, 考核指標]
 *   handbook:                    # the handbook's elements and their fields
 *     baseline: [共同職責]
 *   handbook-fields:
 *     baseline:
 *       group: [類別]
 *   keywords:                    # what words speak of within longer headings
 *     appointment: [要求, 條件]
 *   openings:                    # how sentences of an element begin
 *     appointment: [熟悉, 具備]
 *   closings: [we are an equal opportunity]  # ... of what stands behind the sections
 *   phrases:                     # how headings of an element, or of a code, begin and end:
 *     duties: ["* you will"]     # "*" stands for any words
 *     appointment.need.preferred: ["bonus *"]
 *     other: ["about our *"]     # of no element
 *   fillers: [與]                # words that say nothing there
 *   positions: [專員, 經理]       # words that names of positions end in
 *   offices: [總務, 文書]         # offices of a committee, called by their work alone
 *   praise: [experienced]        # words of praise that advertisements put in front of a position
 *   hirings: [急徵, 招聘]         # words by which the title of an advertisement looks for somebody
 *   houses: [university, ltd]   # words in the names of those who employ
 *   ranks: [senior, principal]   # words that say which of several levels of a position
 *   shares: [other, secondary]   # how headings of a share of an element begin
 *   benefits: [dental, pension]  # words for what an employer gives beside the pay
 *   role-lists: [角色分工, 幹部]  # how headings end that have roles below them
 *   signs:                       # words by which lines and names are told: signs.def
 *     units: [部, 處]
 *   no-roles: [簡歷, 管理辦法]    # documents and headings that are no role's
 *   forms: [崗位說明書]           # titles of forms: where one stands, a role begins
 *   other: [公司介紹]             # headings that are no element, and are not asked about
 *   values:                      # words for coded values
 *     appointment.need.required: [必備]
 *   not-applicable: [無, 不適用]
 *   prompts:                     # what an empty form asks for, an element each
 *     purpose: 只有這個崗位做的事
 *   words:                       # what the handbook itself says: contents, page …
 *     contents: 目錄
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_H
#include "core/model/element.h"

struct vocabulary;

/* What a label can mean. An ambiguous label has several meanings, surest first. */
struct meaning {
    enum element element; /* ELEMENT_COUNT for titles of forms and for other headings */
    enum field field;     /* FIELD_NONE: the element itself */
    enum language language;
    bool is_canonical;  /* it is the canonical heading or column head */
    bool is_form;       /* 崗位說明書: the title of a form, not of an element */
    bool is_other;      /* a heading that is no element of a role */
    bool is_part;       /* 出差: names a part of the element, and stays with its value */
    bool needs_context; /* a label that is also an ordinary word */
};

/*
 * The compiled-in vocabularies of all languages, and the files extra names (NULL-terminated; may
 * be NULL), which add to them. NULL after a diagnostic when one of them is wrong.
 */
struct vocabulary *vocabulary_load(struct arena *arena, const char *const *extra,
                                   struct diagnostics *diags);

/*
 * The meanings of a label as an author wrote it; *count is 0 when it is unknown. scratch holds the
 * folding only. The result lives as long as the vocabulary.
 */
const struct meaning *vocabulary_find(const struct vocabulary *vocabulary, struct arena *scratch,
                                      struct text label, size_t *count);
/* The field of that element that the column head names; FIELD_NONE when unknown. */
enum field vocabulary_field(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum element element, struct text label);
/* The same for labels that fold_label has folded already. */
const struct meaning *vocabulary_find_folded(const struct vocabulary *vocabulary,
                                             struct text folded, size_t *count);
enum field vocabulary_field_folded(const struct vocabulary *vocabulary, enum element element,
                                   struct text folded);

/*
 * A vocabulary whose headings and column heads are followed by those of a second language:
 * 「崗位職責 Duties」. For writing only: it finds labels as the first one does.
 */
const struct vocabulary *vocabulary_in_two(struct arena *arena, const struct vocabulary *vocabulary,
                                           enum language second, struct text divider);
/* Canonical heading of an element, column head of a field, and a word of the handbook. */
struct text vocabulary_heading(const struct vocabulary *vocabulary, enum language language,
                               enum element element);
struct text vocabulary_column(const struct vocabulary *vocabulary, enum language language,
                              enum field field);
/* key: "contents", "page-of", "continued" …; a missing key is a programmer's error. */
struct text vocabulary_word(const struct vocabulary *vocabulary, enum language language,
                            const char *key);

/*
 * Coded values (appointment kind, need; relation side, direction; duty responsibility …): the code
 * for what an author wrote (必備 → "required"), or the empty text; and the word for a code.
 */
struct text vocabulary_code(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum field field, struct text word);
/* The same for a heading over the values: "Bonus qualifications" are preferred ones. */
struct text vocabulary_code_of_heading(const struct vocabulary *vocabulary, struct arena *scratch,
                                       enum field field, struct text heading);
struct text vocabulary_code_word(const struct vocabulary *vocabulary, enum language language,
                                 enum field field, struct text code);

/*
 * The words of a coded field to choose from, one a code.
 *
 * out      *words  in the arena
 * returns  how many; 0: the field is not coded
 */
size_t vocabulary_choices(const struct vocabulary *vocabulary, struct arena *arena,
                          enum language language, enum field field, struct text **words);
/* What an empty form asks for where the element is filled in; never empty. */
struct text vocabulary_prompt(const struct vocabulary *vocabulary, enum language language,
                              enum element element);
/* Whether an empty form, of any language, asks so for something. */
bool vocabulary_is_prompt(const struct vocabulary *vocabulary, struct text words);

/* 「無」, n/a, «不適用：…»: lawful absence; *reason the words behind the colon, may be empty. */
bool vocabulary_not_applicable(const struct vocabulary *vocabulary, struct arena *scratch,
                               struct text value, struct text *reason);

/*
 * What a heading that is no known label speaks of, by its words: 「專業技能與素質要求」 ends in
 * 要求, most words of "Professional skill requirements" are about appointment.
 */
struct guess {
    enum element element; /* ELEMENT_COUNT: nothing known */
    bool is_whole;        /* every word is known: no sentence, and no name of somebody's */
    bool is_other;        /* a phrase of headings that are no element */
    bool is_phrase;       /* it is one of the vocabulary's phrases, however long it is */
};
/* folded: what fold_label makes of the heading. */
struct guess vocabulary_guess(const struct vocabulary *vocabulary, struct text heading,
                              struct text folded);
/* Whether a word of the text speaks of the element: 學歷 in 「大專以上學歷」, of appointment. */
bool vocabulary_speaks_of(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text text, enum element element);
/*
 * The element whose sentences begin as this one does: 熟悉… of appointment, 負責… of duties;
 * ELEMENT_COUNT: nothing is known of it.
 */
enum element vocabulary_opening(const struct vocabulary *vocabulary, struct arena *scratch,
                                struct text sentence);
/* Small print behind the sections of an advertisement: "To apply, send your CV …", 有意者請…. */
bool vocabulary_is_closing(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text sentence);
/* Whether a heading says which share of an element it holds: "Secondary duties", 其他職責. */
bool vocabulary_is_share(const struct vocabulary *vocabulary, struct arena *scratch,
                         struct text heading);
/* How many different words of the text tell of what an employer gives beside the pay, up to max. */
size_t vocabulary_count_benefits(const struct vocabulary *vocabulary, struct arena *scratch,
                                 struct text words, size_t max);
/* Whether a short text reads like the name of a position: 高級客服專員, "Head of Service". */
bool vocabulary_is_position(const struct vocabulary *vocabulary, struct arena *scratch,
                            struct text name);
/* Whether it is an office of a committee or a house, called by its work alone: 總務, 人力資源. */
bool vocabulary_is_office(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text name);
/* Whether a word praises who is looked for, and so is no part of the position's name. */
bool vocabulary_is_praise(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text word);
/* Whether a word of an advertisement's title says that somebody is wanted, and is of no name. */
bool vocabulary_is_hiring(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text word);
/* Whether a word of it is one of names of those who employ: "Harbour College". */
bool vocabulary_is_house(const struct vocabulary *vocabulary, struct arena *scratch,
                         struct text name);
/* Whether all words say which of several levels of a position it is: "Senior", 資深. */
bool vocabulary_is_rank(const struct vocabulary *vocabulary, struct arena *scratch,
                        struct text words);
/* Whether a heading in Han ends like one that has roles below it: 團隊角色, 社團幹部. */
bool vocabulary_is_role_list(const struct vocabulary *vocabulary, struct arena *scratch,
                             struct text heading);
/* Whether a title or heading is that of another kind of document: 考勤管理制度, "Curriculum vitae".
 */
bool vocabulary_is_no_role(const struct vocabulary *vocabulary, struct arena *scratch,
                           struct text heading);

/*
 * The labels of elements, each with the pieces it is made of: by these most are known to be far from
 * an unknown one. Made once for all questions; in the arena, with labels of the vocabulary.
 */
struct near_labels;
const struct near_labels *near_labels_make(const struct vocabulary *vocabulary,
                                           struct arena *arena);
/* The known element labels nearest to an unknown one, for S101: at most max, best first. */
size_t vocabulary_nearest(const struct near_labels *near, struct arena *scratch, struct text label,
                          enum element *nearest, size_t max);

#endif
