/* Any bytes as the document of a Word file: tables, fields, changes, controls, all in each other.
 */
#include "tests/fuzz/word.h"

static const char *const snippets[] = {
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr>",
    "<w:trPr><w:gridBefore w:val=\"2\"/><w:del/></w:trPr>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    "<w:r><w:instrText>HYPERLINK \"a\" \\l \"b\"</w:instrText></w:r>",
    "<w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r>",
    "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
    "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:sectPr><w:headerReference r:id=\"x\"/></w:sectPr></w:pPr>",
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>",
    "<w:r><w:drawing><a:t>y</a:t></w:drawing></w:r>",
    "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
    "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>",
    "<w:r><w:br w:type=\"page\"/></w:r>",
    "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num></m:f></m:oMath>",
    "<w:r><w:ruby><w:rt><w:r><w:t>r</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    NULL};

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    struct mutator m = {.state = seed, .snippets = snippets};
    return mutate_xml(&m, data, size, room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return word_try_part("document", data, size);
}
