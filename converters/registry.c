#include "converters/converter.h"
#include "converters/csv/csv.h"
#include "converters/doc/doc.h"
#include "converters/docx/docx.h"
#include "converters/html/html.h"
#include "converters/json/json.h"
#include "converters/markdown/markdown.h"
#include "converters/pandoc/pandoc.h"
#include "converters/pdf/pdf.h"
#include "converters/xml/xml.h"

#define SURE 100 /* of a score: no other row is surer */

/* Equal scores go to the earlier row; Markdown last of the readers: any text is Markdown. */
const struct converter *const converter_registry[] = {
    &xml_converter,      &pandoc_converter, &pandoc2_converter, &json_converter,
    &jsonl_converter,    &docx_converter,   &doc_converter,     &csv_converter,
    &markdown_converter, &pdf_converter,    &html_converter,    NULL,
};

struct converter_name {
    const char *alias, *name;
};

/* What users also type. */
static const struct converter_name aliases[] = {{"md", "markdown"}, {"word", "docx"}};

const struct converter *converter_by_name(struct text name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (text_is(name, aliases[i].alias))
            name = text_from_string(aliases[i].name);
    for (const struct converter *const *row = converter_registry; *row != NULL; row++)
        if (text_is(name, (*row)->name))
            return *row;
    return NULL;
}

const struct converter *converter_sniff(struct text bytes, struct text file_name)
{
    const struct converter *best = NULL;
    int best_score = 0;
    struct text head = text_slice(bytes, 0, LIMIT_SNIFF);
    for (const struct converter *const *row = converter_registry; *row != NULL && best_score < SURE;
         row++) {
        int score = (*row)->sniff == NULL ? 0 : (*row)->sniff(head, file_name);
        if (score > best_score) {
            best_score = score;
            best = *row;
        }
    }
    return best;
}

void output_files_add(struct output_files *files, struct text name, struct text bytes)
{
    *arena_push(files->arena, files->list, files->count, files->capacity) =
        (struct output_file){text_copy(files->arena, name), bytes};
}

bool has_extension(struct text file_name, const char *const *extensions)
{
    for (; *extensions != NULL; extensions++) {
        struct text extension = text_from_string(*extensions);
        if (file_name.size > extension.size &&
            file_name.data[file_name.size - extension.size - 1] == '.' &&
            text_equal_ascii_case(text_from(file_name, file_name.size - extension.size), extension))
            return true;
    }
    return false;
}
