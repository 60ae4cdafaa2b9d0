#include "converters/docx/names.h"
#include <stddef.h>
#include <string.h>

struct uri_row {
    enum name_space ns;
    const char *uri;
};

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define MICROSOFT "http://schemas.microsoft.com/office/"

static const struct uri_row uris[] = {
    {NS_W, TRANSITIONAL "wordprocessingml/2006/main"},
    {NS_W, STRICT "wordprocessingml/main"},
    {NS_R, TRANSITIONAL "officeDocument/2006/relationships"},
    {NS_R, STRICT "officeDocument/relationships"},
    {NS_MC, TRANSITIONAL "markup-compatibility/2006"},
    {NS_M, TRANSITIONAL "officeDocument/2006/math"},
    {NS_M, STRICT "officeDocument/math"},
    {NS_WP, TRANSITIONAL "drawingml/2006/wordprocessingDrawing"},
    {NS_WP, STRICT "drawingml/wordprocessingDrawing"},
    {NS_A, TRANSITIONAL "drawingml/2006/main"},
    {NS_A, STRICT "drawingml/main"},
    {NS_C, TRANSITIONAL "drawingml/2006/chart"},
    {NS_C, STRICT "drawingml/chart"},
    {NS_DGM, TRANSITIONAL "drawingml/2006/diagram"},
    {NS_DGM, STRICT "drawingml/diagram"},
    {NS_V, "urn:schemas-microsoft-com:vml"},
    {NS_O, "urn:schemas-microsoft-com:office:office"},
    {NS_W14, MICROSOFT "word/2010/wordml"},
    {NS_REL, TRANSITIONAL "package/2006/relationships"},
    {NS_CT, TRANSITIONAL "package/2006/content-types"},
    {NS_CP, TRANSITIONAL "package/2006/metadata/core-properties"},
    {NS_DC, "http://purl.org/dc/elements/1.1/"},
    {NS_DCTERMS, "http://purl.org/dc/terms/"},
    {NS_PKG, MICROSOFT "2006/xmlPackage"},
    {NS_W2003, MICROSOFT "word/2003/wordml"},
    {NS_AML, "http://schemas.microsoft.com/aml/2001/core"},
    {NS_XML, "http://www.w3.org/XML/1998/namespace"},
};

enum name_space name_space_of(const char *uri)
{
    if (uri == NULL)
        return NS_NONE;
    for (size_t i = 0; i < sizeof uris / sizeof *uris; i++)
        if (strcmp(uri, uris[i].uri) == 0)
            return uris[i].ns;
    return NS_OTHER;
}

struct name_row {
    enum name_space ns;
    const char *local;
};

static const struct name_row rows[NAME_COUNT] = {
#define NAME(id, space, name) [NAME_##id] = {space, name},
#include "converters/docx/names.def"
#undef NAME
};

/* What Word 2003 calls otherwise; all other names it shares with its successors. */
static const struct {
    const char *local;
    enum name name;
} names_of_2003[] = {
    {"bookmark", NAME_W_ANCHOR},      {"fareast", NAME_W_EAST_ASIA},
    {"h-ansi", NAME_W_HANSI},         {"hlink", NAME_W_HYPERLINK},
    {"hmerge", NAME_W_H_MERGE},       {"ilfo", NAME_W_NUM_ID},
    {"ilst", NAME_W_ABSTRACT_NUM_ID}, {"list", NAME_W_NUM},
    {"listDef", NAME_W_ABSTRACT_NUM}, {"listDefId", NAME_W_ABSTRACT_NUM_ID},
    {"listPr", NAME_W_NUM_PR},        {"listStyleLink", NAME_W_NUM_STYLE_LINK},
    {"lists", NAME_W_NUMBERING},      {"nfc", NAME_W_NUM_FMT},
    {"vmerge", NAME_W_V_MERGE},       {"wordDocument", NAME_W_DOCUMENT},
};

static enum name find_name_of_2003(const char *local)
{
    for (size_t i = 0; i < sizeof names_of_2003 / sizeof *names_of_2003; i++)
        if (strcmp(names_of_2003[i].local, local) == 0)
            return names_of_2003[i].name;
    return name_find(NS_W, local);
}

enum name name_find(enum name_space ns, const char *local)
{
    if (ns == NS_W2003)
        return find_name_of_2003(local);
    size_t low = NAME_UNKNOWN + 1, high = NAME_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = (int)rows[middle].ns - (int)ns;
        if (order == 0)
            order = strcmp(rows[middle].local, local);
        if (order == 0)
            return (enum name)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NAME_UNKNOWN;
}
