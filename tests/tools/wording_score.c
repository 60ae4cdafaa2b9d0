/*
 * Precision and recall of the rules of wording on labelled sentences.
 *
 *   wording_score FILE...            TAP: one test a rule, over all sentences and over those held
 * out wording_score --faults FILE...   what is found and not labelled, or labelled and not found,
 *                                    among the sentences that are not held out
 *
 * A line of FILE (named by its language, zh-Hans.tsv) is: element, codes or "-", sentence, divided
 * by tabs. Three lines in ten are held out: nobody looks at them while the lists are worked on.
 */
#include "core/base/file.h"
#include "core/check/rule.h"
#include "core/normalise/normalise.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_PRECISION 95 /* percent */
#define LEAST_RECALL 85

enum { SEEN, HELD_OUT, PART_COUNT };

struct score {
    unsigned hits, false_alarms, misses;
};

struct scoring {
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct check_config *config;
    struct score (*scores)[PART_COUNT]; /* by rule, in the order of the registry */
    unsigned sentences[PART_COUNT];
    bool shows_faults;
};

static bool is_measured(const struct rule *rule)
{
    return rule->code[0] == 'W' || strcmp(rule->code, "C203") == 0;
}

/* A line of the file: its codes, the sentence, and which of the measured rules found something. */
struct sentence {
    struct text codes, text;
    size_t number;  /* of the line */
    bool *is_found; /* by rule, in the order of the registry */
};

/* Whether the code is among codes divided by blanks. */
static bool is_labelled(struct text codes, const char *code)
{
    return text_find(codes, text_from_string(code), 0) != TEXT_NOT_FOUND;
}

/* The place of the sentence in its file, by which findings are told apart. */
static struct span place_of(const struct source *source, struct text bytes, struct text sentence)
{
    size_t begin = (size_t)(sentence.data - bytes.data);
    return (struct span){
        .source = source, .begin = (uint32_t)begin, .end = (uint32_t)(begin + sentence.size)};
}

/* A role of its own with the sentence and nothing else. */
static void append_role(struct scoring *run, struct handbook *handbook, enum language language,
                        struct text line, struct span at, struct sentence *sentence)
{
    struct role *role = role_append(handbook, at.source, at);
    size_t first = text_find(line, TEXT("\t"), 0);
    record_append(handbook, &role->values[element_by_name(text_slice(line, 0, first))],
                  sentence->text, at);
    role->language = text_from_string(language_tag(language));
    sentence->is_found = arena_new_array(run->arena, rule_count(), bool);
}

static struct sentence read_line(struct text line, size_t number)
{
    size_t first = text_find(line, TEXT("\t"), 0), second = text_find(line, TEXT("\t"), first + 1);
    if (first == TEXT_NOT_FOUND || second == TEXT_NOT_FOUND) {
        printf("not ok wording: line %zu is not element, codes, sentence\n", number);
        exit(1);
    }
    return (struct sentence){.codes = text_slice(line, first + 1, second),
                             .text = text_from(line, second + 1),
                             .number = number};
}

static void note_finding(struct sentence *sentences, size_t count, struct text bytes,
                         const struct diagnostic *finding)
{
    size_t rule = 0;
    while (rule < rule_count() &&
           (finding->code == NULL || strcmp(rule_registry[rule]->code, finding->code) != 0))
        rule++;
    for (size_t i = 0; rule < rule_count() && i < count; i++) {
        size_t begin = (size_t)(sentences[i].text.data - bytes.data);
        if (finding->at.begin >= begin && finding->at.begin <= begin + sentences[i].text.size)
            sentences[i].is_found[rule] = true;
    }
}

static void score_sentence(struct scoring *run, enum language language,
                           const struct sentence *sentence)
{
    size_t last = sentence->number % 10;
    unsigned part = last == 3 || last == 6 || last == 9 ? HELD_OUT : SEEN;
    run->sentences[part]++;
    for (size_t i = 0; i < rule_count(); i++) {
        const struct rule *rule = rule_registry[i];
        bool expected = is_labelled(sentence->codes, rule->code), found = sentence->is_found[i];
        struct score *score = &run->scores[i][part];
        if (!is_measured(rule))
            continue;
        score->hits += expected && found;
        score->false_alarms += found && !expected;
        score->misses += expected && !found;
        if (run->shows_faults && part == SEEN && expected != found)
            printf("%s %s %s:%zu: %.*s\n", rule->code, found ? "false alarm" : "missed",
                   language_tag(language), sentence->number, TEXT_ARGS(sentence->text));
    }
}

/* The sentences of a file are the roles of one handbook: the rules get ready once. */
static void score_file(struct scoring *run, const char *path)
{
    const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
    struct text tag = text_from_string(name), bytes, line;
    struct source source = {.path = path};
    struct diagnostics *diags = diagnostics_new(run->arena);
    struct handbook *handbook = handbook_new(run->arena);
    struct sentence *sentences = NULL;
    size_t count = 0, capacity = 0;
    enum language language = language_from_tag(text_slice(tag, 0, text_find(tag, TEXT("."), 0)));
    if (language == LANG_COUNT || file_read(run->arena, &source, &bytes, diags) != STATUS_OK) {
        printf("not ok wording: %s cannot be read\n", path);
        exit(1);
    }
    for (size_t at = 0; text_next_line(bytes, &at, &line);) {
        struct sentence *sentence = arena_push(run->arena, sentences, count, capacity);
        *sentence = read_line(line, count);
        append_role(run, handbook, language, line, place_of(&source, bytes, sentence->text),
                    sentence);
    }
    normalise_handbook(handbook, run->vocabulary);
    check_handbook(handbook, run->vocabulary, run->config, diags);
    for (size_t i = 0; i < diags->count; i++) {
        note_finding(sentences, count, bytes, diags->items[i]);
        if (diags->items[i]->code == NULL && diags->items[i]->level == LEVEL_ERROR)
            printf("not ok wording/lists: an entry is wrong, see `rolebook check`\n");
    }
    for (size_t i = 0; i < count; i++)
        score_sentence(run, language, &sentences[i]);
}

static unsigned percent(unsigned part, unsigned rest)
{
    return part + rest == 0 ? 100 : 100 * part / (part + rest);
}

static void report_rule(const struct rule *rule, const struct score scores[PART_COUNT])
{
    bool is_fine = true;
    char figures[PART_COUNT][80];
    struct score all = {scores[SEEN].hits + scores[HELD_OUT].hits,
                        scores[SEEN].false_alarms + scores[HELD_OUT].false_alarms,
                        scores[SEEN].misses + scores[HELD_OUT].misses};
    const struct score *parts[PART_COUNT] = {&all, &scores[HELD_OUT]};
    for (size_t p = 0; p < PART_COUNT; p++) {
        unsigned precision = percent(parts[p]->hits, parts[p]->false_alarms);
        unsigned recall = percent(parts[p]->hits, parts[p]->misses);
        is_fine = is_fine && precision >= LEAST_PRECISION && recall >= LEAST_RECALL;
        snprintf(figures[p], sizeof figures[p], "precision %u%%, recall %u%% (%u of %u)", precision,
                 recall, parts[p]->hits, parts[p]->hits + parts[p]->misses);
    }
    printf("table: %s: %s; held out: %s\n", rule->code, figures[0], figures[1]);
    printf("%sok wording/%s\n", is_fine ? "" : "not ", rule->code);
}

int main(int argc, char **argv)
{
    struct scoring run = {.arena = arena_open(NULL, NULL)};
    int first = 1;
    run.vocabulary = vocabulary_load(run.arena, NULL, diagnostics_new(run.arena));
    run.config = check_config_new(run.arena);
    run.scores = arena_alloc(run.arena, rule_count() * sizeof *run.scores);
    memset(run.scores, 0, rule_count() * sizeof *run.scores);
    if (argc > 1 && strcmp(argv[1], "--faults") == 0) {
        run.shows_faults = true;
        first = 2;
    }
    for (int i = first; i < argc; i++)
        score_file(&run, argv[i]);
    for (size_t i = 0; i < rule_count() && !run.shows_faults; i++)
        if (is_measured(rule_registry[i]))
            report_rule(rule_registry[i], run.scores[i]);
    printf("%u sentences, %u of them held out\n", run.sentences[SEEN] + run.sentences[HELD_OUT],
           run.sentences[HELD_OUT]);
    arena_close(run.arena);
    return 0;
}
