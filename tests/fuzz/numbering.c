/* Any bytes as the lists of a Word file whose paragraphs are numbered by them. */
#include "tests/fuzz/word.h"

static const char *const snippets[] = {
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>",
    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride>",
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"（%2）\"/>"
    "</w:lvl>",
    "<w:numFmt w:val=\"taiwaneseCounting\"/>",
    "<w:numFmt w:val=\"upperRoman\"/>",
    "<w:numFmt w:val=\"ideographTraditional\"/>",
    "<w:numFmt w:val=\"bullet\"/>",
    "<w:lvlText w:val=\"%1%2%3%9\"/>",
    "<w:isLgl/>",
    "<w:lvlRestart w:val=\"0\"/>",
    "<w:start w:val=\"2147483647\"/>",
    "<w:numStyleLink w:val=\"a\"/>",
    "<w:suff w:val=\"space\"/>",
    "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"a\"/></w:abstractNum>",
    NULL};

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    struct mutator m = {.state = seed, .snippets = snippets};
    return mutate_xml(&m, data, size, room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return word_try_part("numbering", data, size);
}
