/*
 * Every message says the same in all three languages: none is missing or empty, the same arguments
 * stand in each, and Simplified Chinese holds no Traditional character. Read from the sources, so
 * that no table of messages can be forgotten.
 */
#define _XOPEN_SOURCE 700 /* nftw */
#include "core/base/file.h"
#include "core/base/language.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "tests/unit/arena.h"
#include <ftw.h>
#include <string.h>

#define FILES_MAX 2000
#define STRINGS_MAX 64

static const char *files[FILES_MAX];
static size_t file_count, group_count;

/* ---- a reader of C, as far as initialisers need it ---- */

/* The strings of one innermost pair of braces; joined where they stand side by side. */
struct group {
    struct text strings[STRINGS_MAX];
    size_t count, line;
    bool has_others; /* it holds what is no string */
};

struct lexer {
    const char *path;
    struct text source;
    size_t at, line;
};

static bool at_comment(const struct lexer *lexer, const char *mark)
{
    return text_starts_with(text_from(lexer->source, lexer->at), text_from_string(mark));
}

static void skip_to(struct lexer *lexer, const char *end)
{
    size_t found = text_find(lexer->source, text_from_string(end), lexer->at);
    size_t to = found == TEXT_NOT_FOUND ? lexer->source.size : found + strlen(end);
    for (; lexer->at < to; lexer->at++)
        lexer->line += lexer->source.data[lexer->at] == '\n';
}

/* Behind blanks and comments. */
static void skip_blanks(struct lexer *lexer)
{
    while (lexer->at < lexer->source.size) {
        if (at_comment(lexer, "/*"))
            skip_to(lexer, "*/");
        else if (at_comment(lexer, "//"))
            skip_to(lexer, "\n");
        else if (strchr(" \t\n\\", lexer->source.data[lexer->at]) != NULL)
            lexer->line += lexer->source.data[lexer->at++] == '\n';
        else
            return;
    }
}

/* What stands between quotes, with escapes as they are written. */
static struct text read_quoted(struct lexer *lexer)
{
    char quote = lexer->source.data[lexer->at++];
    size_t begin = lexer->at;
    while (lexer->at < lexer->source.size && lexer->source.data[lexer->at] != quote)
        lexer->at += lexer->source.data[lexer->at] == '\\' ? 2 : 1;
    return text_slice(lexer->source, begin, lexer->at++);
}

static struct text read_strings(struct lexer *lexer)
{
    struct text_buffer joined = text_buffer_new(arena);
    while (lexer->at < lexer->source.size && lexer->source.data[lexer->at] == '"') {
        buffer_append(&joined, read_quoted(lexer));
        skip_blanks(lexer);
    }
    return buffer_text(&joined);
}

/* From "[LANG_EN] =" on; other designators and words are something else. */
static bool skip_language(struct lexer *lexer)
{
    if (!at_comment(lexer, "[LANG_"))
        return false;
    skip_to(lexer, "=");
    return true;
}

/* One innermost group, its "{" read; false when it holds braces of its own. */
static bool read_group(struct lexer *lexer, struct group *group)
{
    *group = (struct group){.line = lexer->line};
    for (;;) {
        skip_blanks(lexer);
        if (lexer->at >= lexer->source.size || lexer->source.data[lexer->at] == '{')
            return false;
        char c = lexer->source.data[lexer->at];
        if (c == '"') {
            struct text words = read_strings(lexer);
            if (group->count < STRINGS_MAX)
                group->strings[group->count++] = words;
            continue;
        }
        if (skip_language(lexer))
            continue;
        if (c == '\'')
            read_quoted(lexer);
        else
            lexer->at++;
        if (c == '}')
            return true;
        group->has_others |= c != ',';
    }
}

/* ---- what is asked of a group ---- */

static bool has_han(struct text t)
{
    for (size_t at = 0; at < t.size;) {
        uint32_t c = text_next(t, &at);
        if (c >= 0x3400 && c < 0xA000)
            return true;
    }
    return false;
}

/* "{0}" and "%zu" in their order of names, one bit each. */
static unsigned arguments_of(struct text t)
{
    static const char *const marks[] = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}",
                                        "%s",  "%zu", "%u",  "%d",  "%.*s"};
    unsigned bits = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_find(t, text_from_string(marks[i]), 0) != TEXT_NOT_FOUND)
            bits |= 1u << i;
    return bits;
}

static struct text traditional_in(struct text simplified)
{
    for (size_t at = 0; at < simplified.size;) {
        size_t begin = at;
        uint32_t c = text_next(simplified, &at);
        bool is_in_both = c == 0x4FF1; /* 俱, which ICU folds to 具, and is Simplified too */
        if (c >= 0x3400 && c < 0xA000 && fold_character(c) != c && !is_in_both)
            return text_slice(simplified, begin, at);
    }
    return TEXT("");
}

static void check_languages(const struct lexer *lexer, const struct group *group)
{
    group_count++;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        struct text words = group->strings[l];
        if (text_is_blank(words))
            fail_msg("%s:%zu: nothing is said in %s", lexer->path, group->line,
                     language_tag((enum language)l));
        if (arguments_of(words) != arguments_of(group->strings[0]))
            fail_msg("%s:%zu: other arguments in %s: %.*s", lexer->path, group->line,
                     language_tag((enum language)l), TEXT_ARGS(words));
    }
    struct text odd = traditional_in(group->strings[LANG_ZH_HANS]);
    if (!text_is_empty(odd))
        fail_msg("%s:%zu: «%.*s» is Traditional: %.*s", lexer->path, group->line, TEXT_ARGS(odd),
                 TEXT_ARGS(group->strings[LANG_ZH_HANS]));
}

/* Words in Han first, and one in letters last, are one message in several languages. */
static bool is_message(const struct group *group)
{
    return group->count >= 2 && group->count <= LANG_COUNT && !group->has_others &&
           has_han(group->strings[0]) && (group->count < LANG_COUNT || !has_han(group->strings[2]));
}

static void check_file(const char *path)
{
    struct source source = {.path = path};
    struct group group;
    assert_int_equal(file_read(arena, &source, &source.text, diagnostics_new(arena)), STATUS_OK);
    struct lexer lexer = {.path = path, .source = source.text, .line = 1};
    while (lexer.at < lexer.source.size) {
        skip_blanks(&lexer);
        if (lexer.at >= lexer.source.size)
            return;
        char c = lexer.source.data[lexer.at];
        if (c == '"' || c == '\'') {
            read_quoted(&lexer);
            continue;
        }
        lexer.at++;
        if (c != '{' || !read_group(&lexer, &group) || !is_message(&group))
            continue;
        if (group.count != LANG_COUNT)
            fail_msg("%s:%zu: a language is missing: %.*s", path, group.line,
                     TEXT_ARGS(group.strings[0]));
        check_languages(&lexer, &group);
    }
}

static int add_file(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about, (void)where;
    if (kind == FTW_F && text_ends_with(text_from_string(path), TEXT(".c"))) {
        assert_true(file_count < FILES_MAX);
        files[file_count++] = text_to_string(arena, text_from_string(path));
    }
    return 0;
}

static void test_every_message_says_the_same_in_three_languages(void **state)
{
    (void)state;
    assert_int_equal(nftw("core", add_file, 16, FTW_PHYS), 0);
    assert_int_equal(nftw("converters", add_file, 16, FTW_PHYS), 0);
    for (size_t i = 0; i < file_count; i++)
        check_file(files[i]);
    assert_true(group_count > 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_message_says_the_same_in_three_languages),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
