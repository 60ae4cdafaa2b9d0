#include "converters/pdf/hyphen.h"
#include "core/base/arena.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef ROLEBOOK_HAS_LIBHYPHEN
#include <hyphen.h>
#endif

#define LANGUAGES_MAX 16 /* of one document; further ones are not parted */

struct patterns {
    struct text language;
    void *dictionary; /* HyphenDict; NULL: none found */
};

struct hyphenator {
    struct arena *arena;
    pthread_mutex_t lock;
    struct patterns patterns[LANGUAGES_MAX];
    size_t count;
};

static const struct message no_patterns = {
    {"找不到語言「{0}」的斷字樣式，該語言的詞不會在行末斷開（Debian、Ubuntu 的英文樣式：apt-get install hyphen-en-us）",
     "找不到语言“{0}”的断字模式，该语言的词不会在行末断开（Debian、Ubuntu 的英文模式：apt-get install hyphen-en-us）",
     "no hyphenation patterns for the language \"{0}\": its words are not hyphenated (for English on "
     "Debian, Ubuntu: apt-get install hyphen-en-us)"}};

struct hyphenator *hyphenator_open(void)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct hyphenator *hyphenator = arena_new(arena, struct hyphenator);
    hyphenator->arena = arena;
    pthread_mutex_init(&hyphenator->lock, NULL);
    return hyphenator;
}

/* Languages whose words are not made of letters, or which has none named. */
static bool has_no_words(struct text language)
{
    static const char *const tags[] = {"zh", "ja", "ko", "und"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (text_starts_with(language, text_from_string(tags[i])))
            return true;
    return text_is_empty(language);
}

#ifdef ROLEBOOK_HAS_LIBHYPHEN
static void *load(const char *name)
{
    static const char *const folders[] = {"/usr/share/hyphen", "/usr/local/share/hyphen",
                                          "/opt/homebrew/share/hyphen", "/usr/share/myspell/dicts"};
    char path[256];
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/hyph_%s.dic", folders[i], name);
        HyphenDict *dictionary = access(path, R_OK) == 0 ? hnj_hyphen_load(path) : NULL;
        if (dictionary != NULL && dictionary->utf8)
            return dictionary;
        if (dictionary != NULL)
            hnj_hyphen_free(dictionary);
    }
    return NULL;
}

/* "en-GB" is looked for as en_GB, then en, then en_US, or as de_DE for "de". */
static void *find_dictionary(struct text language)
{
    char name[32], base[16];
    size_t length = 0;
    for (; length < language.size && length < sizeof name - 1 && language.data[length] != '\0';
         length++) {
        char c = language.data[length];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        name[length] = is_plain ? c : '_';
    }
    name[length] = '\0';
    void *found = load(name);
    snprintf(base, sizeof base, "%.*s", (int)(strcspn(name, "_") % 9), name);
    if (found == NULL)
        found = load(base);
    if (found != NULL)
        return found;
    char doubled[32];
    snprintf(doubled, sizeof doubled, "%s_%s", base, strcmp(base, "en") == 0 ? "us" : base);
    for (char *c = strchr(doubled, '_'); *c != '\0'; c++)
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    return load(doubled);
}

static void unload(void *dictionary) { hnj_hyphen_free(dictionary); }

/* The places of a word in lower case; "rep" names those that change its letters: not for us. */
static size_t find_places(void *dictionary, const char *word, size_t size, size_t *places)
{
    char hyphens[HYPHEN_WORD_MOST + 8] = {0};
    char **replaced = NULL;
    int *positions = NULL, *cuts = NULL;
    size_t count = 0, character = 0;
    if (hnj_hyphen_hyphenate2(dictionary, word, (int)size, hyphens, NULL, &replaced, &positions,
                              &cuts) != 0)
        return 0;
    for (size_t at = 0; at < size; character++) {
        at++;
        while (at < size && ((unsigned char)word[at] & 0xC0) == 0x80)
            at++;
        bool is_plain = replaced == NULL || replaced[character] == NULL;
        if (at < size && (hyphens[character] & 1) && is_plain)
            places[count++] = at;
    }
    for (size_t i = 0; replaced != NULL && i < size; i++)
        free(replaced[i]);
    free(replaced);
    free(positions);
    free(cuts);
    return count;
}
#else
static void *find_dictionary(struct text language)
{
    (void)language;
    return NULL;
}
static void unload(void *dictionary) { (void)dictionary; }
static size_t find_places(void *dictionary, const char *word, size_t size, size_t *places)
{
    (void)dictionary, (void)word, (void)size, (void)places;
    return 0;
}
#endif

void hyphenator_close(struct hyphenator *hyphenator)
{
    if (hyphenator == NULL)
        return;
    for (size_t i = 0; i < hyphenator->count; i++)
        if (hyphenator->patterns[i].dictionary != NULL)
            unload(hyphenator->patterns[i].dictionary);
    pthread_mutex_destroy(&hyphenator->lock);
    arena_close(hyphenator->arena);
}

static const struct patterns *find_locked(struct hyphenator *hyphenator, struct text language)
{
    for (size_t i = 0; i < hyphenator->count; i++)
        if (text_equal(hyphenator->patterns[i].language, language))
            return &hyphenator->patterns[i];
    if (hyphenator->count == LANGUAGES_MAX)
        return NULL;
    struct patterns *patterns = &hyphenator->patterns[hyphenator->count++];
    patterns->language = text_copy(hyphenator->arena, language);
    patterns->dictionary = find_dictionary(language);
    return patterns;
}

const struct patterns *hyphenator_patterns(struct hyphenator *hyphenator, struct text language)
{
    if (has_no_words(language))
        return NULL;
    pthread_mutex_lock(&hyphenator->lock);
    const struct patterns *patterns = find_locked(hyphenator, language);
    pthread_mutex_unlock(&hyphenator->lock);
    return patterns != NULL && patterns->dictionary != NULL ? patterns : NULL;
}

/* Patterns are in lower case; a word in capitals is an abbreviation or a name: not parted. */
size_t patterns_places(const struct patterns *patterns, struct text word, size_t *places)
{
    char lower[HYPHEN_WORD_MOST + 1];
    size_t capitals = 0;
    if (word.size > HYPHEN_WORD_MOST)
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        bool is_capital = word.data[i] >= 'A' && word.data[i] <= 'Z';
        lower[i] = is_capital ? (char)(word.data[i] - 'A' + 'a') : word.data[i];
        capitals += is_capital;
    }
    lower[word.size] = '\0';
    return capitals > 1 ? 0 : find_places(patterns->dictionary, lower, word.size, places);
}

static int compare_languages(const void *a, const void *b)
{
    const struct patterns *x = a, *y = b;
    return text_compare(x->language, y->language);
}

/* In order of the languages: threads ask for them in any. */
void hyphenator_report_missing(struct hyphenator *hyphenator, struct diagnostics *diags)
{
    qsort(hyphenator->patterns, hyphenator->count, sizeof *hyphenator->patterns, compare_languages);
    for (size_t i = 0; i < hyphenator->count; i++)
        if (hyphenator->patterns[i].dictionary == NULL)
            diagnostics_add(
                diags, (struct diagnostic){
                           .level = LEVEL_INFO,
                           .message = &no_patterns,
                           .args = {text_copy(diags->arena, hyphenator->patterns[i].language)}});
}
