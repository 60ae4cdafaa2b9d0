/*
 * A segment is what stands between two marks or joining words of a clause. Acts are counted by
 * them: whether one begins with a verb, what that is done to, and whether it only tells how or what
 * for.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_SEGMENTS_H
#define ROLEBOOK_CORE_NORMALISE_SEGMENTS_H
#include "core/normalise/sentence.h"

#define SEGMENTS_MAX 64 /* of one sentence; more are not told apart */
#define LIST_REACH 16   /* clauses of a list: of thousands the end is not looked for */

struct segment {
    struct range at;           /* behind the joining words */
    uint32_t begin;            /* with them */
    const struct phrase *verb; /* NULL: it begins with no act */
    bool has_object;
    bool is_weak;    /* the verb may be a noun here */
    bool is_clause;  /* begins a clause */
    bool is_listed;  /* 、 stands in front */
    bool is_strung;  /* a word that only joins acts stands in front: 並, then */
    bool is_joined;  /* 及, and stand in front */
    uint32_t behind; /* the verb: where its object begins */
    bool is_purpose; /* "and to", "or to" stand in front */
    bool is_settled; /* procedure, result, or a time: no act */
    bool is_how;     /* ... a procedure or a detail */
    bool is_named;   /* an act of its own behind its object: 檔案之保管 */
    bool is_in_row;  /* ... of a row of acts (core/normalise/act_row.h) */
    bool is_nominal; /* ... or at the clause's end: no verb begins it */
};

/* What stands in front of a segment within its clause. */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_ACTS, JOINT_NOUNS, JOINT_PURPOSE };

struct segments {
    const struct sentence *s;
    struct segment list[SEGMENTS_MAX];
    size_t count;
    bool is_new_clause; /* no segment of the clause yet */
};

/* Adds the clause's segments: at 、 and at joining words, outside brackets and quotations. */
void segments_split(struct segments *g, const struct clause *clause);
/* 並, 並且, 同時 join acts; 和, 與, 及 also join nouns; NULL: none stands there. */
const struct match *segment_joint_at(const struct sentence *s, uint32_t at);
/*
 * 修理工人, 審計部經理: the verb is part of a party's name, which nothing but another part follows;
 * not in 探訪長者, where one is visited, nor in 更新公司網頁.
 */
bool segment_is_of_party(const struct sentence *s, uint32_t behind, uint32_t end);
/* The words in front of the segment: ", and ", 以及; blanks stand at their ends. */
struct text segment_joint(const struct sentence *s, const struct segment *segment);
/* Behind what may stand in front of an act: joining words, adverbs, times. */
uint32_t segment_skip_openers(const struct sentence *s, uint32_t at, uint32_t end);

/* ---- segment_verb.c ---- */

/* The verb of a segment, and in *behind where its object begins; NULL: it begins with none. */
const struct phrase *segment_verb(const struct sentence *s, const struct clause *clause,
                                  const struct segment *segment, uint32_t *behind);
/* 配合產品、測試等團隊，…; 與開發團隊緊密合作，…: what is done stands in the next clause. */
bool clause_says_with_whom(const struct sentence *s, const struct clause *clause);
/* 配合檢察官相驗，拍攝照片: one's own part in what others do. */
bool clause_tells_joint_part(const struct sentence *s, const struct clause *clause);
/* …，並看管洗衣房: what is done besides the clause in front, and no part of it. */
bool clause_goes_on_apart(const struct sentence *s, const struct clause *clause);
/* Managing pay - Responsible for …, 維護船隊：檢修船體…: a caption, and what is done behind it. */
bool clause_is_caption_of_act(const struct sentence *s, const struct clause *clause);

/* ---- segment_object.c ---- */

/* Whether the segment says what its verb is done to. */
bool segment_has_object(const struct sentence *s, const struct clause *clause,
                        const struct segment *segment);
/* … and feed bags: English, the verb and the word behind it name a thing. */
bool segment_is_compound(const struct sentence *s, const struct segment *segment);
/* 並對…, 並將結果…: the joining word ends in one that leads to an object; not 並將其…. */
bool segment_joint_leads(const struct sentence *s, const struct segment *segment);
/* Whether its verb may be a noun here; has_object is known. */
bool segment_is_weak(const struct sentence *s, const struct segment *segment);
/*
 * What english_is_verb_before says; the commonest verbs, which both lists hold, are verbs also in
 * front of a plural.
 */
bool segment_is_surely_verb(const struct sentence *s, uint32_t at, uint32_t end, bool is_common);

/* Dining areas, working hours: a word in -ing in front of another, which names a thing. */
bool segment_is_ing_of_name(const struct sentence *s, const struct segment *segment);
/* … and ordering supplies: a participle with an object, no noun in front of another. */
bool segment_is_verb_in_ing(const struct sentence *s, const struct segment *segment);

/* ---- segment_pair.c ---- */

/*
 * Grease the looms and order replacement shuttles: English, two segments are all, and the verb of
 * the second is one, though it may be a noun elsewhere.
 */
bool segments_are_two_acts(const struct segments *g);

/* ---- settled_clause.c: clauses that are no act ---- */

/* A result, a purpose, a tool, an aside, or to whom one answers. */
bool clause_is_settled(const struct segments *g, const struct clause *clause);
/* 包括訂單管理, 例如引導客流: a detail of what is done in front. */
bool clause_tells_detail(const struct segments *g, const struct clause *clause);
/* "to" and a verb at the head. */
bool clause_is_infinitive(const struct sentence *s, const struct clause *clause);
/* …等工作: the list whose last clause it is goes on unsaid. */
bool clause_leaves_open(const struct sentence *s, const struct clause *clause);

#endif
