/*
 * Units and positions that have charge of what is listed below them, as rules of organisations say
 * it: 「知識組織科掌理事項如下：」, 「第一課置課長一人，其掌理事項如下：」. And several below one
 * such line: 「各組職權分列如下：」 over 「一、議事組：」 and 「二、活動組：」.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"
#include <string.h>

#define BEARER_LENGTH 20 /* Han of the unit's name, at most */
#define BEARERS_MIN 2    /* below one line: one alone is a part of what is listed */
#define PLAIN_MIN 3      /* ... where no numbers stand in front of them */
#define LINE_BYTES 400   /* of a line that announces a charge: longer ones are paragraphs */
#define WORDS_MIN 6      /* characters of what one does: fewer are somebody's name */

/* The words of a line, or of the first item of a list. */
static struct text first_words(struct extraction *x, const struct piece *piece)
{
    const struct block *list = piece->block->kind == BLOCK_LIST ? piece->block->children : NULL;
    if (list != NULL && list->children != NULL)
        return text_trim(block_text(x->scratch, list->children));
    return list_label_of(piece->text).rest;
}

void settle_charges_over_acts(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct label *label = &outline->pieces[i].label;
        size_t next = outline_next(outline, i);
        if (outline->pieces[i].kind == PIECE_HEADING && next < outline->count &&
            piece_is_item(&outline->pieces[next]))
            label_settle_charge(x, label, first_words(x, &outline->pieces[next]));
    }
}

/* 「第一課置課長一人，其」: the unit that has a head, in front of what is said of both; or 「課長，其」. */
static struct text unit_in_front(const struct extraction *x, struct text words)
{
    static const struct text comma = TEXT_INIT("，");
    struct text_list has = signs_of(x, SIGN_SETS_UP);
    struct text front = text_without_any_end(words, signs_of(x, SIGN_THEIRS));
    if (front.size == words.size || !text_ends_with(front, comma))
        return words;
    for (size_t i = 0; i < has.count; i++) {
        size_t at = text_find(front, has.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_slice(front, 0, at);
    }
    return text_slice(front, 0, front.size - comma.size);
}

/* 「本會器材管理人其」: without the house that all of it is about. */
static struct text without_house(struct extraction *x, struct text words)
{
    return text_without_any_end(text_without_any_start(words, signs_of(x, SIGN_OUR_HOUSE)),
                                signs_of(x, SIGN_EACH_OF_THEM));
}

/* 「公司成立安全委員會」: what is set up. */
static struct text behind_founding(const struct extraction *x, struct text subject)
{
    struct text_list founds = signs_of(x, SIGN_FOUNDS);
    for (size_t i = 0; i < founds.count; i++) {
        size_t at = text_find(subject, founds.texts[i], 0);
        if (at != TEXT_NOT_FOUND && at + founds.texts[i].size < subject.size)
            return text_from(subject, at + founds.texts[i].size);
    }
    return subject;
}

/* 「其職能包括」, 「理事會的職權是」: what announces them, behind what somebody has charge of. */
static struct text without_announcement(const struct extraction *x, struct text words)
{
    return text_without_any_end(words, signs_of(x, SIGN_ANNOUNCES_CHARGE));
}

/* 「總經理對董事會負責，」: without whom the bearer answers to. */
static struct text without_superior(const struct extraction *x, struct text words)
{
    static const char *const comma[] = {"，", NULL};
    struct text_list toward = signs_of(x, SIGN_REPORTS_TOWARD);
    struct text clause = text_without_end(words, comma);
    bool answers =
        clause.size < words.size && text_ends_with_any(clause, signs_of(x, SIGN_REPORTS_END));
    for (size_t i = 0; answers && i < toward.count; i++) {
        size_t at = text_find(clause, toward.texts[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_slice(clause, 0, at);
    }
    return words;
}

/* 監事, 財務部, 會員大會: one whom a charge may be given to. */
static bool is_unit_or_position(struct extraction *x, struct text name)
{
    return is_department(x, name) || text_ends_with_any(name, signs_of(x, SIGN_BODY)) ||
           vocabulary_is_position(x->vocabulary, x->scratch, name);
}

/* 「總幹事綜理下列事務」, 「辦公室負責以下工作」: a unit or a post in front of such a verb. */
static struct text bearer_of_matters(struct extraction *x, struct text words)
{
    struct text these_matters = text_without_any_end(words, signs_of(x, SIGN_MATTERS));
    struct text does = text_without_any_end(these_matters, signs_of(x, SIGN_THESE));
    struct text front = text_without_any_end(does, signs_of(x, SIGN_SEES_TO));
    bool is_said =
        these_matters.size < words.size && does.size < these_matters.size && front.size < does.size;
    struct text bearer = text_without_any_start(
        text_without_any_end(front, signs_of(x, SIGN_MODAL)), signs_of(x, SIGN_OUR_HOUSE));
    bool is_clause = text_ends_with(bearer, TEXT("，"));
    return is_said && (is_clause || is_unit_or_position(x, bearer)) ? bearer : TEXT("");
}

/* 「本會理事長行使下列職權」: whoever the verb has in front of it, called a unit or not. */
static struct text bearer_by_verb(struct extraction *x, struct text words)
{
    struct text these_charges = text_without_any_end(words, signs_of(x, SIGN_CHARGE));
    struct text does = text_without_any_end(these_charges, signs_of(x, SIGN_THESE));
    struct text bearer = text_without_any_end(does, signs_of(x, SIGN_BEARS));
    bool is_said = these_charges.size < words.size && does.size < these_charges.size &&
                   bearer.size < does.size;
    bearer = without_superior(x, text_without_any_end(bearer, signs_of(x, SIGN_MODAL)));
    return is_said ? text_without_any_start(bearer, signs_of(x, SIGN_OUR_HOUSE)) : TEXT("");
}

/* Of 「社長由會員選出，任期一年」 the post that the sentence is about; empty: about none. */
static struct text subject_of(struct extraction *x, struct text sentence)
{
    size_t length = 0;
    for (size_t at = 0; at < sentence.size && length <= BEARER_LENGTH; length++) {
        struct text subject = text_slice(sentence, 0, at), rest = text_from(sentence, at);
        if (at > 0 && text_starts_with_any(rest, signs_of(x, SIGN_BEHIND_SUBJECT)) &&
            is_unit_or_position(x, subject))
            return without_house(x, behind_founding(x, subject));
        text_next(sentence, &at);
    }
    return TEXT("");
}

/* 「理事會在會員大會閉會期間」: without when he bears it. */
static struct text without_time(struct extraction *x, struct text words)
{
    struct text subject = is_unit_or_position(x, words) ? words : subject_of(x, words);
    return text_is_empty(subject) ? words : subject;
}

/*
 * 「社長由會員選出，其職能包括」, 「財務部是資產的管理部門，主要職責：」: whoever the sentence in front of
 * the last clause is about.
 */
static struct text bearer_by_subject(struct extraction *x, struct text words)
{
    static const char *const its[] = {"，其", "，", NULL};
    struct text charge = without_announcement(x, words);
    struct text kind = text_without_any_end(charge, signs_of(x, SIGN_CHARGE));
    struct text clause = text_without_any_end(kind, signs_of(x, SIGN_KIND_OF_CHARGE));
    struct text sentence = text_without_end(clause, its);
    bool is_announced = charge.size < words.size || clause.size < kind.size;
    bool is_said = is_announced && kind.size < charge.size && sentence.size < clause.size;
    return is_said ? subject_of(x, sentence) : TEXT("");
}

/* No 本處 and no 各課. */
static bool is_bearer_name(struct extraction *x, struct text name)
{
    return text_code_points(name) <= BEARER_LENGTH &&
           text_find(name, TEXT("，"), 0) == TEXT_NOT_FOUND &&
           !text_starts_with_any(name, signs_of(x, SIGN_OF_SEVERAL));
}

/* 「本會設監察人二人。監察人之職權如下：」: the sentence that announces. */
static struct text last_sentence(struct text words)
{
    static const struct text stop = TEXT_INIT("。");
    for (size_t at;
         (at = text_find(words, stop, 0)) != TEXT_NOT_FOUND && at + stop.size < words.size;)
        words = text_from(words, at + stop.size);
    return words;
}

/*
 * 「最高機構是會員大會，會員大會」, 「設監事一名，監事」: whom the last clause names; all of the words,
 * where that is nobody.
 */
static struct text named_last(struct extraction *x, struct text words)
{
    static const struct text comma = TEXT_INIT("，");
    struct text last = words;
    for (size_t at; (at = text_find(last, comma, 0)) != TEXT_NOT_FOUND;)
        last = text_from(last, at + comma.size);
    return is_unit_or_position(x, last) ? last : words;
}

/* 「使用部門的主要職責：」: whose duties these are. */
static struct text bearer_of_duties(struct extraction *x, struct text words)
{
    static const char *const joints[] = {"之", "的", NULL};
    struct text kind = text_without_any_end(words, signs_of(x, SIGN_CHARGE));
    struct text whose = text_without_any_end(kind, signs_of(x, SIGN_KIND_OF_CHARGE));
    struct text bearer = text_without_end(whose, joints);
    return kind.size < words.size && bearer.size < whose.size ? bearer : TEXT("");
}

/*
 * 「秘書長協助理事長開展工作，」 of 「秘書長協助理事長開展工作，行使下列職權」: whoever does the act in
 * front of the clause about his powers; empty: there is no act.
 */
static struct text bearer_before_act(struct extraction *x, struct text words, struct text *act)
{
    static const char *const commas[] = {"，", NULL};
    struct text clause = text_without_end(words, commas);
    if (clause.size == words.size || text_find(clause, TEXT("，"), 0) != TEXT_NOT_FOUND)
        return TEXT("");
    for (size_t at = 0, length = 0; at < clause.size && length < BEARER_LENGTH; length++) {
        text_next(clause, &at);
        struct text front = text_slice(clause, 0, at), rest = text_from(clause, at);
        bool is_act = text_starts_with_any(rest, signs_of(x, SIGN_ASSISTS)) ||
                      vocabulary_opening(x->vocabulary, x->scratch, rest) == ELEMENT_DUTIES;
        bool is_said = is_act || text_starts_with_any(rest, signs_of(x, SIGN_OFFICER_ACTS));
        is_act = is_said && !text_starts_with_any(rest, signs_of(x, SIGN_ON_ORDERS));
        if (!is_said || !vocabulary_is_position(x->vocabulary, x->scratch, front))
            continue;
        *act = is_act ? rest : TEXT(""); /* 承理事長之命 is none by itself */
        return front;
    }
    return TEXT("");
}

/*
 * 「社長對外代表本社,其職權如下」, where commas are typed as in letters: the words with wide ones, by
 * which clauses are told.
 */
static struct text with_wide_commas(struct extraction *x, struct text words)
{
    static const struct text wide = TEXT_INIT("，");
    size_t commas = 0, size = 0;
    if (is_latin_text(words) || words.size > LINE_BYTES)
        return words;
    for (size_t i = 0; i < words.size; i++)
        commas += words.data[i] == ',';
    if (commas == 0)
        return words;
    char *out = arena_alloc(x->arena, words.size + commas * wide.size);
    for (size_t i = 0; i < words.size; i++) {
        bool is_comma = words.data[i] == ',';
        memcpy(out + size, is_comma ? wide.data : words.data + i, is_comma ? wide.size : 1);
        size += is_comma ? wide.size : 1;
    }
    return (struct text){out, size};
}

/* Who has charge of what follows, and what he does besides; empty: the line says nothing so. */
static struct text bearer_of(struct extraction *x, const struct piece *piece, struct text *act)
{
    static const char *const joints[] = {"之", "的", NULL};
    struct text line = last_sentence(list_label_of(piece->text).rest);
    struct text words = with_wide_commas(x, line);
    struct text name = name_without_colon(words);
    bool is_marked = name.size < words.size || piece->block->kind == BLOCK_HEADING ||
                     block_is_strong(piece->block);
    struct text by_verb = is_marked ? bearer_by_verb(x, name) : TEXT("");
    if (text_is_empty(by_verb) && is_marked)
        by_verb = bearer_of_matters(x, name);
    if (text_ends_with(by_verb, TEXT("，"))) {
        struct text sentence = by_verb;
        by_verb = bearer_before_act(x, sentence, act);
        if (text_is_empty(by_verb)) /* 「安全部是主管部門，履行下列職責」 */
            by_verb = subject_of(x, sentence);
    }
    if (text_is_empty(by_verb) && is_marked) {
        by_verb = bearer_by_subject(x, name);
        size_t comma = text_find(name, TEXT("，"), 0);
        if (!text_is_empty(by_verb) && comma != TEXT_NOT_FOUND)
            bearer_before_act(x, text_slice(name, 0, comma + sizeof "，" - 1), act);
    }
    by_verb = without_time(x, named_last(x, by_verb));
    if (!text_is_empty(by_verb))
        return is_bearer_name(x, by_verb) ? by_verb : TEXT("");
    struct text rest = text_without_any_end(name, signs_of(x, SIGN_AS_FOLLOWS));
    rest = rest.size < name.size ? rest : without_announcement(x, name);
    struct text front = text_without_any_end(rest, signs_of(x, SIGN_HAS_CHARGE));
    if (front.size == rest.size && rest.size < name.size)
        front = text_without_any_end(
            rest, signs_of(x, SIGN_WORK)); /* 文書組業務如下, 器材管理人其職責如下 */
    bool is_duties = front.size == rest.size && piece_is_article(piece) && !piece->is_role;
    if (is_duties)
        front = bearer_of_duties(x, rest);
    if (!is_marked || text_is_empty(front) || (front.size == rest.size && !is_duties))
        return TEXT("");
    struct text bearer = without_house(x, unit_in_front(x, text_without_end(front, joints)));
    bearer = named_last(x, bearer);
    return is_unit_or_position(x, bearer) && is_bearer_name(x, bearer) ? bearer : TEXT("");
}

/* 「…行使下列職權」, 「…的職權是」: what follows is what the bearer may do, and not only has to. */
static struct label powers_of(struct extraction *x, struct text words)
{
    struct text name = name_without_colon(words);
    struct text follows = text_without_any_end(name, signs_of(x, SIGN_AS_FOLLOWS));
    struct text named = follows.size < name.size ? follows : without_announcement(x, name);
    struct text these = text_without_any_end(named, signs_of(x, SIGN_POWER));
    bool are_powers =
        these.size < named.size &&
        (named.size < name.size || text_ends_with_any(these, signs_of(x, SIGN_THESE)));
    return label_of(are_powers ? ELEMENT_AUTHORITY : ELEMENT_COUNT);
}

/* 「理事會」 right over 「理事會對會員大會負責，職權如下：」 is its name once more. */
static void skip_name_over(struct extraction *x, struct outline *outline, size_t charge)
{
    struct piece *piece = &outline->pieces[charge];
    size_t at = outline_previous(outline, charge);
    struct piece *above = &outline->pieces[at];
    bool is_line = above->kind == PIECE_HEADING || above->kind == PIECE_WORDS;
    if (at == charge || !is_line || above->is_role || above->block->kind == BLOCK_LIST ||
        piece_is_article(above) || !text_equal(name_of_line(x, above->text), piece->name))
        return;
    if (above->block->kind == BLOCK_HEADING)
        piece->level = above->level;
    above->kind = PIECE_SKIPPED;
    above->is_repeated = true;
}

/* 「3.2 各部門負責：」, numbered as the charge in front is, and no charge of that one. */
static bool is_about_each(struct extraction *x, const struct piece *piece, unsigned look)
{
    return look != 0 && piece_look(piece) == look &&
           text_starts_with_any(list_label_of(piece->text).rest, signs_of(x, SIGN_OF_EACH));
}

void find_charges(struct extraction *x, struct outline *outline)
{
    struct text chapter = TEXT(""); /* the name of the last role in front */
    struct text post = TEXT("");    /* whom the heading right over the charges names */
    struct text above = TEXT("");   /* ... where it is his name and no more */
    unsigned look = 0;              /* of the last charge; 0: it has no number */
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        chapter = piece->is_role ? piece->name : chapter;
        post = piece->kind == PIECE_HEADING && piece->is_duties ? piece->name : post;
        if (piece->block->kind == BLOCK_HEADING) /* 「第五條 社長」 is a part of the rules */
            above = outline_is_position(x, piece) && !piece_is_article(piece)
                        ? name_of_line(x, piece->text)
                        : TEXT("");
        bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
        bool is_label = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                        piece->label.element == ELEMENT_DUTIES && !piece->label.needs_context;
        piece->ends_roles |= is_line && !piece->is_role && is_about_each(x, piece, look);
        bool is_bare = is_label && !piece_is_article(piece);
        if (!is_line || is_bare || /* 業務職掌, though 業務 is a position, too */
            piece->is_running || next == outline->count || piece->block->kind == BLOCK_LIST ||
            !piece_is_item(&outline->pieces[next]))
            continue;
        struct text act = TEXT(""), bearer = bearer_of(x, piece, &act);
        if (text_is_empty(bearer) || (is_label && text_equal(bearer, chapter)) ||
            (bearer.size < post.size && text_ends_with(post, bearer)) || text_equal(bearer, above))
            continue; /* 「第二條 站長的職責：」 in the chapter on that one, or on the 渡口站長 */
        if (piece->block->kind != BLOCK_HEADING && !piece->is_role)
            piece->level = LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->is_role = piece->is_duties = piece->is_charge = true;
        piece->name = bearer;
        piece->act = act;
        piece->label = powers_of(x, piece->text);
        piece->is_told_again = piece_is_article(piece);
        x->has_charges = true;
        post = TEXT("");
        look = piece_look(piece);
        skip_name_over(x, outline, i);
    }
}

/* ---- several below one line ---- */

/*
 * 「第五條 本會各幹部之職掌如下：」 in a line of its own; 「人員分工：」 and 「本所設下列各課，
 * 分別掌理有關事項：」 say it, too, and so does an article that sets them up: 「設二組，各置組長一人：」.
 */
static bool announces_bearers(struct extraction *x, const struct piece *piece)
{
    struct text words = list_label_of(piece->text).rest, name = name_without_colon(words);
    struct text rest = text_without_any_end(name, signs_of(x, SIGN_AS_FOLLOWS));
    bool is_said = rest.size < name.size ? text_ends_with_any(rest, signs_of(x, SIGN_CHARGE))
                                         : text_ends_with_any(name, signs_of(x, SIGN_SHARED_OUT));
    is_said |= piece_is_article(piece) && text_holds_any(name, signs_of(x, SIGN_SETS_UP));
    return is_said && piece->block->kind == BLOCK_PARAGRAPH && !piece->is_running &&
           name.size < words.size;
}

/* 「一、議事組：」, or 「一、議事組：安排會議，整理紀錄。」, where *item has words. */
static bool is_bearer_line(struct extraction *x, const struct piece *piece, struct role_item *item)
{
    if (piece->kind == PIECE_SKIPPED || piece->block->kind != BLOCK_PARAGRAPH)
        return false;
    if (ends_in_colon(piece->text))
        *item = (struct role_item){.name = name_of_line(x, piece->text)};
    else if (!role_item_of_line(x, piece, item) || text_code_points(item->words) < WORDS_MIN)
        return false;
    struct text name = label_without_remark(item->name);
    return text_code_points(name) <= BEARER_LENGTH &&
           (is_department(x, name) || vocabulary_is_position(x->vocabulary, x->scratch, name) ||
            vocabulary_is_office(x->vocabulary, x->scratch, name));
}

/* A row of such lines from first on, all of one look; first: there is none. */
static size_t bearers_end(struct extraction *x, const struct outline *outline, size_t first)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t bearers = 0, i = first;
    struct role_item item;
    for (; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_TABLE || piece->is_role || piece->block->kind == BLOCK_HEADING ||
            piece_is_article(piece))
            break;
        if (piece_look(piece) != look)
            continue;
        bool is_one = is_bearer_line(x, piece, &item);
        if (!is_one && look == 0)
            break; /* lines without numbers stand one below the other */
        if (!is_one)
            return first;
        bearers++;
    }
    return bearers < (look == 0 ? PLAIN_MIN : BEARERS_MIN) ? first : i;
}

static void mark_bearers(struct extraction *x, struct outline *outline, size_t first, size_t end,
                         bool is_in_article)
{
    unsigned look = piece_look(&outline->pieces[first]);
    for (size_t i = first; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        struct role_item item;
        if (piece_look(piece) != look || !is_bearer_line(x, piece, &item))
            continue;
        bool has_words = !text_is_empty(item.words);
        piece->kind = has_words ? PIECE_WORDS : PIECE_HEADING;
        piece->is_role_line = has_words;
        piece->is_role = piece->is_duties = !has_words;
        piece->level = LEVEL_NAMED;
        piece->name = item.name;
        piece->is_in_article = is_in_article;
        x->has_charges = true;
    }
}

void find_announced_bearers(struct extraction *x, struct outline *outline)
{
    bool is_in_role = false;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t first = outline_next(outline, i);
        bool is_below_role = is_in_role;
        is_in_role |= piece->is_role;
        bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
        size_t above = outline_previous(outline, i); /* 「第6條」 alone, too */
        bool is_article =
            piece_is_article(piece) || (above < i && is_article_line(outline->pieces[above].text));
        if (!is_line || first == outline->count || (is_below_role && !is_article) ||
            !announces_bearers(x, piece))
            continue;
        size_t end = bearers_end(x, outline, first);
        if (end == first)
            continue;
        piece_make_words(piece);
        mark_bearers(x, outline, first, end, is_article);
        is_in_role = true;
        i = end - 1;
    }
}
