#include "core/extract/role_heads/title_sentence.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"

#define BLOCKS_MAX 40       /* from the top, in which the name may stand: a bound on work */
#define WORDS_MAX 12        /* of a name with the praise in front of it */
#define NAME_LENGTH 60      /* letters of it */
#define YOU_DISTANCE 12     /* bytes between "As an editor" and "you" */
#define HOUSE_DISTANCE 90   /* ... "in our Bergen office, you", up to a comma */
#define JOIN_DISTANCE 60    /* bytes between "join" and "as a" */
#define PHRASE_BYTES 90     /* bytes of "Under general supervision" in front of it */
#define LABEL_LENGTH 40     /* bytes of "Job Summary:" in front of the sentence */
#define SENTENCE_BYTES 8000 /* of a paragraph that are read: a bound on work */

/* ---- words of a sentence ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

static bool is_word_byte(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '\'' || c == '/' ||
           c == '&' || c == '+' || c == '#' || c == '.';
}

/* The word at or behind *at, without the stop of a sentence; *at: behind it. Empty: none is left.
 */
static struct text next_word(struct text text, size_t *at)
{
    size_t begin = *at;
    while (begin < text.size && text.data[begin] == ' ')
        begin++;
    size_t end = begin;
    while (end < text.size && is_word_byte(text.data[end]))
        end++;
    while (end > begin && text.data[end - 1] == '.')
        end--;
    *at = end;
    return text_slice(text, begin, end);
}

/* ---- names of positions ---- */

/* Words that no name goes on behind. */
static bool ends_name(const struct extraction *x, struct text word)
{
    return text_is_any(word, signs_of(x, SIGN_ENDS_NAME));
}

static bool is_article(struct text word)
{
    static const char *const words[] = {"a", "an", "the", "our", "another", "one", "its", NULL};
    return text_is_one_of(word, words);
}

/* Who joins is called so in any advertisement: it names no position. */
static bool is_anybody(const struct extraction *x, struct text word)
{
    return text_is_any(word, signs_of(x, SIGN_ANYBODY));
}

struct name {
    struct text words[WORDS_MAX];
    size_t count;
    size_t position; /* of the last word that positions end in; SIZE_MAX: none */
    size_t end;      /* offset in the sentence behind the name */
};

static bool is_position(struct extraction *x, struct text word)
{
    return !text_is_empty(word) && vocabulary_is_position(x->vocabulary, x->scratch, word);
}

/* What stands behind the subject of a sentence that tells of a position. */
static bool is_verb_of_subject(const struct extraction *x, struct text word)
{
    return text_is_any(word, signs_of(x, SIGN_SUBJECT_VERB));
}

/* The words from at on that may be a name, as far as nothing ends it. */
static struct name read_name(struct extraction *x, struct text text, size_t at)
{
    struct name name = {.position = SIZE_MAX, .end = at};
    while (name.count < WORDS_MAX) {
        struct text word = next_word(text, &at);
        bool is_first = name.count == 0;
        if (text_is_empty(word) || ends_name(x, word))
            break;
        if (is_first && is_article(word))
            continue;
        if (name.position != SIZE_MAX && is_upper(name.words[name.position].data[0]) &&
            is_verb_of_subject(x, word))
            break; /* "The Harbour Clerk leads": no Clerk Lead */
        if (is_position(x, word))
            name.position = name.count;
        name.words[name.count++] = word;
        name.end = at;
        if (at < text.size && text.data[at] == ',' && name.position == SIZE_MAX)
            at++; /* "a dynamic, detail-oriented Analyst" */
        else if (text_starts_with(text_from(text, at), TEXT(". ")) && is_abbreviation(text, at))
            at++; /* "a Sr. Platform Specialist" */
        else if (at < text.size && text.data[at] != ' ')
            break; /* a comma, a stop, a bracket */
    }
    return name;
}

static bool is_link(struct text word)
{
    return text_equal_ascii_case(word, TEXT("and")) || text_equal_ascii_case(word, TEXT("of")) ||
           text_is(word, "&");
}

/* "a member of the Audit team": no name, whatever the team is called. */
static bool is_of_many(const struct name *name)
{
    for (size_t i = 0; i < name->count; i++)
        if (text_equal_ascii_case(name->words[i], TEXT("member")) ||
            text_equal_ascii_case(name->words[i], TEXT("members")))
            return true;
    return false;
}

/* "highly motivated and experienced Senior Analyst": where the name itself begins. */
static size_t begin_of_name(struct extraction *x, const struct name *name)
{
    size_t begin = name->position;
    bool is_capital = is_upper(name->words[begin].data[0]);
    while (begin > 0) {
        struct text before = name->words[begin - 1];
        if (is_capital ? !is_upper(before.data[0]) && !is_link(before)
                       : vocabulary_is_praise(x->vocabulary, x->scratch, before))
            break;
        begin--;
    }
    while (begin < name->position &&
           (is_link(name->words[begin]) ||
            vocabulary_is_praise(x->vocabulary, x->scratch, name->words[begin])))
        begin++;
    return begin;
}

/* "Director of Engineering": the words behind "of" are the name's, "Director" alone ends it. */
static size_t end_of_name(const struct name *name)
{
    size_t end = name->position + 1;
    if (end + 1 < name->count && text_equal_ascii_case(name->words[end], TEXT("of")))
        return name->count;
    while (end < name->count && is_upper(name->words[end].data[0]) &&
           is_upper(name->words[name->position].data[0]))
        end++; /* "Engineer II" */
    return end;
}

/* returns  empty: the words name no position */
static struct text name_of(struct extraction *x, const struct name *name)
{
    if (name->position == SIZE_MAX || is_of_many(name))
        return TEXT("");
    size_t begin = begin_of_name(x, name), end = end_of_name(name);
    struct text first = name->words[begin], last = name->words[end - 1];
    struct text head = name->words[name->position];
    struct text all = {first.data, (size_t)(last.data + last.size - first.data)};
    bool is_anyone = is_anybody(x, head) && end == name->position + 1 &&
                     (begin == name->position || !is_upper(first.data[0]));
    return is_anyone || all.size > NAME_LENGTH ? TEXT("") : all;
}

/* ---- sentences ---- */

/* Where in a sentence a lead stands. */
enum lead_place {
    LEAD_ANYWHERE,
    LEAD_AT_BEGIN,
    LEAD_BEFORE_YOU, /* at its begin, and "you" behind the name */
};

/* What stands in front of the name. */
static const struct lead {
    enum sign sign;
    enum lead_place place;
    bool is_sure; /* one word in small letters will do */
} leads[] = {{SIGN_SEEKS, LEAD_ANYWHERE, true},
             {SIGN_READER_AS, LEAD_BEFORE_YOU, false},
             {SIGN_READER_IS, LEAD_AT_BEGIN, false}};

/* At the begin of a sentence. */
static bool begins_sentence(struct text text, size_t at)
{
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    return at == 0 || text.data[at - 1] == '.' || text.data[at - 1] == '!' ||
           text.data[at - 1] == '?' || text.data[at - 1] == '\n' || text.data[at - 1] == ':';
}

static bool is_followed_by_you(struct text text, size_t at)
{
    struct text behind = text_slice(text, at, at + YOU_DISTANCE);
    if (text_find(behind, TEXT(" you"), 0) != TEXT_NOT_FOUND)
        return true;
    behind = text_slice(text, at, at + HOUSE_DISTANCE);
    size_t you = text_find(behind, TEXT(", you"), 0);
    return you != TEXT_NOT_FOUND &&
           text_find(text_head(behind, you), TEXT(". "), 0) == TEXT_NOT_FOUND;
}

/* "Come and join our growing team as a": the word stands not far in front. */
static bool joins(const struct extraction *x, struct text text, size_t at)
{
    struct text before = text_slice(text, at > JOIN_DISTANCE ? at - JOIN_DISTANCE : 0, at);
    struct text_list join = signs_of(x, SIGN_JOINS);
    for (size_t i = 0; i < join.count; i++) {
        size_t found = text_find(before, join.texts[i], 0);
        if (found != TEXT_NOT_FOUND)
            return text_find(before, TEXT(". "), found) == TEXT_NOT_FOUND;
    }
    return false;
}

/* Whether the lead stands at that place of the text, as words of its own. */
static bool stands_at(struct text text, size_t at, struct text lead)
{
    struct text here = text_slice(text, at, at + lead.size);
    size_t end = at + lead.size;
    return text_equal_ascii_case(here, lead) && end < text.size && text.data[end] == ' ' &&
           (at == 0 || !is_letter(text.data[at - 1]));
}

static struct text name_behind(struct extraction *x, struct text text, size_t at,
                               const struct lead *lead, struct text words)
{
    if (!stands_at(text, at, words) ||
        (lead->place != LEAD_ANYWHERE && !begins_sentence(text, at) && !joins(x, text, at)))
        return TEXT("");
    struct name name = read_name(x, text, at + words.size);
    struct text found = name_of(x, &name);
    if (text_is_empty(found) || (lead->place == LEAD_BEFORE_YOU && !joins(x, text, at) &&
                                 !is_followed_by_you(text, name.end)))
        return TEXT("");
    bool is_one_small_word =
        text_find(found, TEXT(" "), 0) == TEXT_NOT_FOUND && !is_upper(found.data[0]);
    bool are_people = text_ends_with(found, TEXT("s")); /* "looking for passionate technologists" */
    return is_one_small_word && (!lead->is_sure || are_people) ? TEXT("") : found;
}

/* "The Harbour Master is responsible for": the sentence is about the position. */
static struct text subject_of(struct extraction *x, struct text text)
{
    size_t at = 0;
    struct text article = next_word(text, &at);
    if (!text_is(article, "The") && !text_is(article, "Our") && !text_is(article, "the"))
        return TEXT("");
    struct name name = read_name(x, text, at);
    size_t behind = name.end;
    struct text found = name_of(x, &name);
    bool is_whole = !text_is_empty(found) && found.data == name.words[0].data &&
                    found.data + found.size == text.data + name.end;
    return is_whole && is_upper(found.data[0]) && is_verb_of_subject(x, next_word(text, &behind))
               ? found
               : TEXT("");
}

/* "Tram Signal Fitter will mend …", the first words of all: a name of several words without "The". */
static struct text bare_subject_of(struct extraction *x, struct text text)
{
    static const char *const some[] = {"every", "each", "any",  "no", "this",
                                       "that",  "some", "most", "as", NULL};
    struct name name = read_name(x, text, 0);
    struct text found = name_of(x, &name);
    size_t behind = name.end;
    bool is_whole = name.count > 1 && !text_is_one_of(name.words[0], some) &&
                    !text_is_empty(found) && found.data == text.data && found.size == name.end &&
                    is_upper(found.data[0]);
    struct text verb = next_word(text, &behind);
    return is_whole && (is_verb_of_subject(x, verb) || text_is(verb, "to")) ? found : TEXT("");
}

/* "the Data Analyst …" of "Under general supervision, the Data Analyst …"; empty: it begins otherwise. */
static struct text behind_phrase(struct text text)
{
    static const struct text joint = TEXT_INIT(", the ");
    size_t at = text_starts_with(text, TEXT("Under ")) ? text_find(text, joint, 0) : TEXT_NOT_FOUND;
    return at == TEXT_NOT_FOUND || at > PHRASE_BYTES ? TEXT("") : text_from(text, at + 2);
}

/* "A lamp keeper trims", at the begin: in small letters the verb alone ends the name. */
static struct text plain_subject_of(struct extraction *x, struct text text)
{
    size_t at = 0, begin = 0, end = 0;
    struct text article = next_word(text, &at), last = TEXT("");
    if (!is_article(article) || !is_upper(article.data[0]))
        return TEXT("");
    for (unsigned count = 0; count < WORDS_MAX; count++) {
        struct text word = next_word(text, &at);
        bool is_verb = count > 0 && is_verb_of_subject(x, word);
        if (text_is_empty(word) || (ends_name(x, word) && !is_verb))
            break;
        if (is_verb) {
            struct text name = text_slice(text, begin, end);
            return is_position(x, last) && !is_anybody(x, last) && is_position(x, name) ? name
                                                                                        : TEXT("");
        }
        if (count == 0)
            begin = (size_t)(word.data - text.data);
        end = (size_t)(word.data - text.data) + word.size;
        last = word;
        if (end < text.size && text.data[end] != ' ')
            break;
    }
    return TEXT("");
}

/* The name behind the lead that stands there; empty: none does. */
static struct text name_led_to(struct extraction *x, struct text text, size_t at)
{
    struct text name = TEXT("");
    for (size_t i = 0; text_is_empty(name) && i < sizeof leads / sizeof *leads; i++) {
        struct text_list words = signs_of(x, leads[i].sign);
        for (size_t k = 0; text_is_empty(name) && k < words.count; k++)
            name = name_behind(x, text, at, &leads[i], words.texts[k]);
    }
    return name;
}

static struct text title_in_words(struct extraction *x, struct text text)
{
    text = text_slice(text, 0, text.size < SENTENCE_BYTES ? text.size : SENTENCE_BYTES);
    if (text.data == NULL)
        return text;
    for (size_t at = 0; at < text.size; at++) {
        bool begins_word = is_letter(text.data[at]) && (at == 0 || !is_letter(text.data[at - 1]));
        struct text name = begins_word ? name_led_to(x, text, at) : TEXT("");
        if (!text_is_empty(name))
            return name;
    }
    struct text subject = subject_of(x, text);
    if (text_is_empty(subject))
        subject = subject_of(x, behind_phrase(text));
    if (text_is_empty(subject))
        subject = plain_subject_of(x, text);
    size_t colon = text_find(text_head(text, LABEL_LENGTH), TEXT(": "), 0);
    return text_is_empty(subject) && colon != TEXT_NOT_FOUND
               ? subject_of(x, text_trim(text_from(text, colon + 1)))
               : subject;
}

/* 「你是一名資深前端工程師，負責頁面。」: the position in front of the first stop. */
static struct text title_in_han(struct extraction *x, struct text text)
{
    static const struct text stops = TEXT_INIT("，。,.；;：:！!\n（(");
    struct text behind = text_without_any_start(text, signs_of(x, SIGN_YOU_ARE));
    behind = behind.size < text.size ? behind : TEXT("");
    behind = text_without_any_start(behind, signs_of(x, SIGN_COUNTED));
    size_t end = 0;
    for (size_t at = 0; at < behind.size && !text_has(stops, text_next(behind, &at)); end = at)
        ;
    struct text name = text_trim(text_slice(behind, 0, end));
    return name.size <= NAME_LENGTH && is_position(x, name) ? name : TEXT("");
}

/* With plain blanks: pages put such between words as hold them on one line. */
static struct text with_blanks(struct extraction *x, struct text words)
{
    struct text_buffer out = text_buffer_new(x->arena);
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        bool is_blank = is_blank_code_point(text_next(words, &at));
        if (is_blank)
            buffer_append_byte(&out, ' ');
        else
            buffer_append(&out, text_slice(words, begin, at));
    }
    return buffer_text(&out);
}

/*
 * "Manager" of "the position of Manager, Ferry Services at our office", below the line "MANAGER, FERRY
 * SERVICES": with what stands behind its comma, where a line says it so.
 */
static struct text with_unit_of_line(struct extraction *x, struct text words, struct text name)
{
    struct text rest = text_from(words, (size_t)(name.data - words.data));
    size_t seen = 0;
    if (!text_starts_with(text_from(rest, name.size), TEXT(",")))
        return name;
    for (const struct block *b = x->document->blocks; b != NULL && seen < BLOCKS_MAX;
         b = b->next, seen++) {
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
            continue;
        struct text line = text_trim(block_text(x->scratch, b));
        if (line.size > name.size && line.size <= NAME_LENGTH &&
            text_equal_ascii_case(text_head(rest, line.size), line))
            return text_slice(rest, 0, line.size);
    }
    return name;
}

bool find_title_sentence(struct extraction *x, struct value *title)
{
    size_t seen = 0;
    for (const struct block *b = x->document->blocks; b != NULL && seen < BLOCKS_MAX; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH)
            continue;
        struct text words = text_trim(block_text(x->arena, b));
        bool is_latin = is_latin_text(words);
        words = is_latin ? with_blanks(x, words) : words;
        struct text name = is_latin ? title_in_words(x, words) : title_in_han(x, words);
        if (is_latin && seen == 0 && text_is_empty(name))
            name = bare_subject_of(x, words);
        seen++;
        if (text_is_empty(name))
            continue;
        *title = (struct value){is_latin ? with_unit_of_line(x, words, name) : name, b->span};
        return true;
    }
    return false;
}
