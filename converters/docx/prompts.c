/*
 * Word marks a control that shows its prompt (w:showingPlcHdr), but other programs drop the mark
 * and keep the words: these, of Word's versions in our languages.
 */
#include "converters/docx/reader.h"

bool is_prompt(struct text words)
{
    static const struct text prompts[] = {
        TEXT_INIT("Click or tap here to enter text."),
        TEXT_INIT("Click here to enter text."),
        TEXT_INIT("Click or tap to enter a date."),
        TEXT_INIT("Click here to enter a date."),
        TEXT_INIT("Choose an item."),
        TEXT_INIT("Choose a building block."),
        TEXT_INIT("单击或点击此处输入文字。"),
        TEXT_INIT("单击此处输入文字。"),
        TEXT_INIT("单击或点击以输入日期。"),
        TEXT_INIT("单击此处输入日期。"),
        TEXT_INIT("选择一项。"),
        TEXT_INIT("按一下或點選這裡以輸入文字。"),
        TEXT_INIT("按一下這裡輸入文字。"),
        TEXT_INIT("按一下以輸入文字。"),
        TEXT_INIT("按一下或點選以輸入日期。"),
        TEXT_INIT("按一下這裡以輸入日期。"),
        TEXT_INIT("選擇項目。"),
        TEXT_INIT("選擇一個項目。"),
    };
    words = text_trim(words);
    for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++)
        if (text_equal(words, prompts[i]))
            return true;
    return false;
}
