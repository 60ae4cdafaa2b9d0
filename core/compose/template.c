#include "core/compose/template.h"
#include "core/compose/template_file.h"
#include "core/compose/template_plan.h"
#include "core/compose/template_sheet.h"

#define MOST_PAGE 14400000 /* 200 inches: ISO 32000-1, annex C.2 */
#define LOGO_HEIGHT 20000
#define LOGO_COVER_HEIGHT 60000

/* The tree is freed. */
static struct template *read_tree(struct arena *arena, struct template *template, xmlDoc *tree,
                                  struct diagnostics *diags)
{
    struct template_reading reading = {
        .arena = arena, .diags = diags, .template = template, .most = MOST_PAGE, .is_fine = true};
    if (tree == NULL)
        return NULL;
    template->sheet = *stylesheet_plain();
    template->sheet.styles = NULL;
    template->sheet.table_styles = NULL;
    template->sheet.masters = NULL;
    template->sheet.style_count = template->sheet.table_style_count = 0;
    template->sheet.master_count = 0;
    template->sheet.logo.height = LOGO_HEIGHT;
    template->sheet.logo.cover_height = LOGO_COVER_HEIGHT;
    template->plan.contents_depth = 2;
    template->plan.second_language = LANG_COUNT;
    template_read_sheet(&reading, xmlDocGetRootElement(tree));
    template_read_plan(&reading, xmlDocGetRootElement(tree));
    xmlFreeDoc(tree);
    return reading.is_fine ? template : NULL;
}

struct template *template_load(struct arena *arena, const char *name, struct diagnostics *diags)
{
    struct template *template = arena_new(arena, struct template);
    return read_tree(arena, template, template_file_read(arena, name, &template->paths, diags),
                     diags);
}

struct template *template_read(struct arena *arena, const struct source *source,
                               struct diagnostics *diags)
{
    struct template *template = arena_new(arena, struct template);
    return read_tree(arena, template, template_source_read(arena, source, &template->paths, diags),
                     diags);
}

const struct template_paths *template_paths(const struct template *template)
{
    return &template->paths;
}

enum status template_dress(struct arena *arena, struct template *template,
                           const struct template_wishes *wishes, struct diagnostics *diags)
{
    struct stylesheet *sheet = &template->sheet;
    struct template_reading reading = {
        .arena = arena, .diags = diags, .template = template, .is_fine = true};
    template->plan.profile = wishes->profile;
    template->plan.findings = wishes->findings;
    if (!text_is_empty(wishes->watermark)) {
        template_check_variables(&reading, wishes->watermark_at, wishes->watermark);
        struct page_master *masters =
            arena_new_array(arena, sheet->master_count, struct page_master);
        for (size_t i = 0; i < sheet->master_count; i++) {
            masters[i] = sheet->masters[i];
            masters[i].watermark = wishes->watermark;
        }
        sheet->masters = masters;
    }
    if (text_is_empty(wishes->logo))
        return reading.is_fine ? STATUS_OK : STATUS_USAGE;
    *arena_push(arena, template->paths.list, template->paths.count, template->paths.capacity) =
        text_to_string(arena, wishes->logo);
    bool is_watermark_fine = reading.is_fine;
    reading.is_fine = true; /* the logo's fault is no echo of the watermark's */
    template_load_logo(&reading, wishes->logo, wishes->logo_at);
    return is_watermark_fine && reading.is_fine ? STATUS_OK : STATUS_USAGE;
}
