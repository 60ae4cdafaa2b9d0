/* Any bytes as the XML of Word 2003, with what it keeps in the text: notes, heads, annotations. Its
 * changes are taken in each of the ways there are. */
#include "tests/fuzz/word.h"

#define ANNOTATION(type, content)                                                                  \
    "<aml:annotation w:type=\"Word." type "\"><aml:content>" content                               \
    "</aml:content></aml:annotation>"

static const char *const snippets[] = {
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "<w:r><w:footnote><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:r>",
    "<w:r><w:endnote><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:endnote></w:r>",
    "<w:pPr><w:sectPr><w:hdr><w:p><w:r><w:t>h</w:t></w:r></w:p></w:hdr></w:sectPr></w:pPr>",
    "<w:sectPr><w:ftr><w:p><w:fldSimple w:instr=\"PAGE\"/></w:p></w:ftr></w:sectPr>",
    ANNOTATION("Insertion", "<w:r><w:t>new</w:t></w:r>"),
    ANNOTATION("Deletion", "<w:r><w:delText>old</w:delText></w:r>"),
    ANNOTATION("Comment", "<w:p><w:r><w:t>say</w:t></w:r></w:p>"),
    ANNOTATION("Formatting", "<w:rPr><w:b/></w:rPr>"),
    "<w:trPr><aml:annotation w:type=\"Word.Deletion\"/></w:trPr>",
    "<w:pPr><w:rPr><aml:annotation w:type=\"Word.Insertion\"/></w:rPr></w:pPr>",
    "<w:pPr><w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr></w:pPr>",
    "<w:hlink w:dest=\"a\" w:bookmark=\"b\"><w:r><w:t>l</w:t></w:r></w:hlink>",
    "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>",
    NULL};

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    struct mutator m = {.state = seed, .snippets = snippets};
    return mutate_xml(&m, data, size, room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text input = {(const char *)data, size};
    for (int i = REVISIONS_ACCEPT; i <= REVISIONS_ALL; i++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct text bytes = text_copy(arena, input);
        if (is_word_2003(bytes))
            word_try(arena, bytes, (enum revisions)i);
        arena_close(arena);
    }
    return 0;
}
