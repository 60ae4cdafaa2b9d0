#include "converters/html_elements.h"
#include "core/document/document.h"

struct element_kind {
    const char *name;
    enum html_kind kind;
    unsigned style;
};

/* By name. */
static const struct element_kind kinds[] = {
    {"a", HTML_INLINE, 0},
    {"abbr", HTML_INLINE, 0},
    {"address", HTML_BLOCK, 0},
    {"article", HTML_BLOCK, 0},
    {"aside", HTML_BLOCK, 0},
    {"b", HTML_INLINE, STYLE_STRONG},
    {"big", HTML_INLINE, 0},
    {"blockquote", HTML_BLOCK, 0},
    {"body", HTML_BLOCK, 0},
    {"br", HTML_INLINE, 0},
    {"button", HTML_INLINE, 0},
    {"caption", HTML_BLOCK, 0},
    {"center", HTML_BLOCK, 0},
    {"cite", HTML_INLINE, STYLE_EMPHASIS},
    {"code", HTML_INLINE, STYLE_CODE},
    {"col", HTML_BLOCK, 0},
    {"colgroup", HTML_BLOCK, 0},
    {"dd", HTML_BLOCK, 0},
    {"del", HTML_INLINE, STYLE_STRIKE},
    {"details", HTML_BLOCK, 0},
    {"dfn", HTML_INLINE, STYLE_EMPHASIS},
    {"div", HTML_BLOCK, 0},
    {"dl", HTML_BLOCK, 0},
    {"dt", HTML_BLOCK, 0},
    {"em", HTML_INLINE, STYLE_EMPHASIS},
    {"figcaption", HTML_BLOCK, 0},
    {"figure", HTML_BLOCK, 0},
    {"font", HTML_INLINE, 0},
    {"footer", HTML_BLOCK, 0},
    {"form", HTML_BLOCK, 0},
    {"h1", HTML_BLOCK, 0},
    {"h2", HTML_BLOCK, 0},
    {"h3", HTML_BLOCK, 0},
    {"h4", HTML_BLOCK, 0},
    {"h5", HTML_BLOCK, 0},
    {"h6", HTML_BLOCK, 0},
    {"head", HTML_BLOCK, 0},
    {"header", HTML_BLOCK, 0},
    {"hr", HTML_BLOCK, 0},
    {"html", HTML_BLOCK, 0},
    {"i", HTML_INLINE, STYLE_EMPHASIS},
    {"img", HTML_INLINE, 0},
    {"input", HTML_INLINE, 0},
    {"ins", HTML_INLINE, STYLE_UNDERLINE},
    {"kbd", HTML_INLINE, STYLE_CODE},
    {"label", HTML_INLINE, 0},
    {"li", HTML_BLOCK, 0},
    {"main", HTML_BLOCK, 0},
    {"mark", HTML_INLINE, 0},
    {"nav", HTML_BLOCK, 0},
    {"ol", HTML_BLOCK, 0},
    {"p", HTML_BLOCK, 0},
    {"pre", HTML_BLOCK, 0},
    {"q", HTML_INLINE, 0},
    {"s", HTML_INLINE, STYLE_STRIKE},
    {"samp", HTML_INLINE, STYLE_CODE},
    {"script", HTML_HIDDEN, 0},
    {"section", HTML_BLOCK, 0},
    {"small", HTML_INLINE, 0},
    {"span", HTML_INLINE, 0},
    {"strike", HTML_INLINE, STYLE_STRIKE},
    {"strong", HTML_INLINE, STYLE_STRONG},
    {"style", HTML_HIDDEN, 0},
    {"sub", HTML_INLINE, STYLE_SUBSCRIPT},
    {"summary", HTML_BLOCK, 0},
    {"sup", HTML_INLINE, STYLE_SUPERSCRIPT},
    {"table", HTML_BLOCK, 0},
    {"tbody", HTML_BLOCK, 0},
    {"td", HTML_BLOCK, 0},
    {"tfoot", HTML_BLOCK, 0},
    {"th", HTML_BLOCK, 0},
    {"thead", HTML_BLOCK, 0},
    {"time", HTML_INLINE, 0},
    {"title", HTML_HIDDEN, 0},
    {"tr", HTML_BLOCK, 0},
    {"tt", HTML_INLINE, STYLE_CODE},
    {"u", HTML_INLINE, STYLE_UNDERLINE},
    {"ul", HTML_BLOCK, 0},
    {"var", HTML_INLINE, STYLE_EMPHASIS},
};

static const struct element_kind *kind_find(struct text name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_equal_ascii_case(name, text_from_string(kinds[i].name)))
            return &kinds[i];
    return NULL;
}

enum html_kind html_kind_of(struct text name)
{
    const struct element_kind *kind = kind_find(name);
    return kind == NULL ? HTML_UNKNOWN : kind->kind;
}

unsigned html_style(struct text name)
{
    const struct element_kind *kind = kind_find(name);
    return kind == NULL ? 0 : kind->style;
}

htmlDocPtr html_parse(struct text html)
{
    return htmlReadMemory(html.data, (int)html.size, NULL, "UTF-8",
                          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
}
