#include "tests/tools/word/run_look.h"
#include "tests/tools/word/package.h"
#include <string.h>

static const xmlNode *style_of(struct arena *arena, const xmlNode *styles, const char *id)
{
    for (xmlNode *at = styles == NULL || id == NULL ? NULL : styles->children; at != NULL;
         at = at->next) {
        const char *own = word_is_named(at, "style") ? word_attribute(arena, at, "styleId") : NULL;
        if (own != NULL && strcmp(own, id) == 0)
            return at;
    }
    return NULL;
}

/* The property as a style or those it is based on have it; NULL: none has. */
static const xmlNode *style_property(struct arena *arena, const xmlNode *styles, const char *id,
                                     const char *name)
{
    const xmlNode *own = NULL, *style = style_of(arena, styles, id);
    for (int links = 0; own == NULL && style != NULL && links < 20; links++) {
        own = word_child(word_child(style, "rPr"), name);
        const xmlNode *base = word_child(style, "basedOn");
        style = base == NULL ? NULL : style_of(arena, styles, word_attribute(arena, base, "val"));
    }
    return own;
}

static bool is_on(struct arena *arena, const xmlNode *toggle)
{
    const char *value = toggle == NULL ? "0" : word_attribute(arena, toggle, "val");
    return value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                             strcmp(value, "off") != 0 && strcmp(value, "none") != 0);
}

static bool is_symbol_font(struct arena *arena, const xmlNode *fonts)
{
    static const char *const names[] = {"Symbol", "Wingdings", "Webdings"};
    const char *name = fonts == NULL ? NULL : word_attribute(arena, fonts, "ascii");
    for (size_t i = 0; name != NULL && i < sizeof names / sizeof *names; i++)
        if (strncmp(name, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

struct run_look run_look(struct arena *arena, const xmlNode *styles, const char *paragraph_style,
                         const xmlNode *run)
{
    const xmlNode *properties = word_child(run, "rPr");
    const xmlNode *style = word_child(properties, "rStyle");
    const char *id = style == NULL ? NULL : word_attribute(arena, style, "val");
    const xmlNode *vanish = word_child(properties, "vanish");
    const xmlNode *fonts = word_child(properties, "rFonts");
    if (fonts == NULL)
        fonts = style_property(arena, styles, id, "rFonts");
    if (fonts == NULL)
        fonts = style_property(arena, styles, paragraph_style, "rFonts");
    bool is_hidden =
        vanish != NULL ? is_on(arena, vanish)
                       : is_on(arena, style_property(arena, styles, id, "vanish")) !=
                             is_on(arena, style_property(arena, styles, paragraph_style, "vanish"));
    return (struct run_look){.is_hidden = is_hidden, .is_symbol = is_symbol_font(arena, fonts)};
}
