#include "core/model/surname.h"
#include <string.h>

#define HAN_BYTES 3 /* of each surname: all are of one character */

static const struct text surnames = TEXT_INIT(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃"
    "武戴莫孔向汤简洪游翁柯庄施凌");

bool begins_with_surname(struct text folded)
{
    for (size_t i = 0; i < surnames.size; i += HAN_BYTES)
        if (folded.size >= HAN_BYTES && memcmp(surnames.data + i, folded.data, HAN_BYTES) == 0)
            return true;
    return false;
}
