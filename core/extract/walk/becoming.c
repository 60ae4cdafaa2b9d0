/*
 * How somebody comes to hold the role that is open, in a paragraph among those that no heading
 * announces: 「成為維護者，應擔任提交者三個月」, 「提交十個改動，即可成為貢獻者」, "To become a maintainer,
 * one must have …".
 */
#include "core/base/script.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define CLAUSE_BYTES 120   /* of the clause that names the role: a bound on work */
#define SENTENCE_BYTES 300 /* of a sentence that ends in the role, alike */

/* The words up to the first comma or colon. */
static struct text first_clause(struct text words)
{
    static const struct text marks = TEXT_INIT("，,、：:。");
    for (size_t at = 0; at < words.size && at < CLAUSE_BYTES;) {
        size_t begin = at;
        if (text_has(marks, text_next(words, &at)))
            return text_slice(words, 0, begin);
    }
    return TEXT("");
}

/* The words name the role that is open, or say its acronym. */
static bool name_the_role(struct extraction *x, struct text words)
{
    struct text title = role_title(x->role), folded = fold_text(x->scratch, words);
    struct text name = fold_text(x->scratch, label_without_remark(title));
    struct text remark = fold_text(x->scratch, label_remark(title));
    return (!text_is_empty(name) && text_find(folded, name, 0) != TEXT_NOT_FOUND) ||
           (!text_is_empty(remark) && text_find(folded, remark, 0) != TEXT_NOT_FOUND);
}

/* 「提交十個改動，即可成為貢獻者」: what makes whoever did so the holder. */
static bool tells_what_makes_holder(struct extraction *x, struct text words)
{
    struct text sentence = text_head(words, SENTENCE_BYTES);
    struct text_list signs = signs_of(x, SIGN_MAKES_HOLDER);
    for (size_t i = 0; i < signs.count; i++) {
        size_t at = text_find(sentence, signs.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            return name_the_role(x, text_from(sentence, at + signs.texts[i].size));
    }
    return false;
}

/* The clause is about becoming one, and names whom. */
static bool is_about_becoming(struct extraction *x, struct text words)
{
    struct text clause = fold_text(x->scratch, first_clause(text_trim(words)));
    struct text_list signs = signs_of(x, SIGN_BECOMES);
    if (!text_is_empty(clause) &&
        (text_starts_with_any(clause, signs) || text_ends_with_any(clause, signs)))
        return name_the_role(x, clause);
    return tells_what_makes_holder(x, words);
}

/* No heading says what the words are that are open. */
static bool is_unannounced(const struct target *t)
{
    return t->kind == TARGET_NONE ||
           (t->kind == TARGET_ELEMENT && text_is_empty(t->records->heading) &&
            (t->clue == CLUE_PLAIN || t->clue == CLUE_ROLE_HEADING));
}

/* Acts behind such a paragraph are duties again. */
static bool is_act_behind(struct extraction *x, struct text words)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_APPOINTMENT &&
           t->level == LEVEL_LINE &&
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
}

/* 「除此之外，您還可以：」 behind such a paragraph: what follows is what the holder does. */
static bool is_lead_behind(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    return t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_APPOINTMENT &&
           t->level == LEVEL_LINE && text_is_empty(t->records->heading) && t->records->count > 0 &&
           t->clue == CLUE_PLAIN && ends_in_colon(piece->text) &&
           text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_MAY_DO));
}

bool opens_becoming(struct extraction *x, const struct piece *piece)
{
    if (x->role == NULL || !is_unannounced(&x->target) || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_looks_like_item(piece))
        return false;
    bool is_lead = is_lead_behind(x, piece);
    bool is_becoming = !is_lead && is_about_becoming(x, piece->text);
    if (!is_lead && !is_becoming && !is_act_behind(x, piece->text))
        return false;
    x->clue = CLUE_PLAIN;
    open_element(x, label_of(is_becoming ? ELEMENT_APPOINTMENT : ELEMENT_DUTIES),
                 is_lead ? piece->text : TEXT(""), LEVEL_LINE, piece->block->span);
    return is_lead;
}
