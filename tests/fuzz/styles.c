/* Any bytes as the styles of a Word file whose paragraphs, runs and table use them. */
#include "tests/fuzz/word.h"

static const char *const snippets[] = {
    "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"heading 1\"/></w:style>",
    "<w:style w:type=\"character\" w:styleId=\"b\"><w:rPr><w:vanish/></w:rPr></w:style>",
    "<w:style w:type=\"table\" w:styleId=\"t\"><w:tblStylePr w:type=\"firstRow\"/></w:style>",
    "<w:basedOn w:val=\"a\"/>",
    "<w:basedOn w:val=\"c\"/>",
    "<w:link w:val=\"b\"/>",
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>",
    "<w:rPr><w:b/><w:sz w:val=\"24\"/><w:rFonts w:ascii=\"Symbol\"/></w:rPr>",
    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia=\"zh-TW\"/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>",
    NULL};

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    struct mutator m = {.state = seed, .snippets = snippets};
    return mutate_xml(&m, data, size, room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return word_try_part("styles", data, size);
}
