#include "core/normalise/verbs.h"
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

struct han_verbs {
    uint32_t first;
    const char16_t *seconds;
};

static const struct han_verbs han_verbs[] = {
#define VERBS(first, seconds) {first, seconds},
#include "core/normalise/verbs_zh.inc"
#undef VERBS
};

static int compare_firsts(const void *key, const void *row)
{
    uint32_t first = *(const uint32_t *)key, other = ((const struct han_verbs *)row)->first;
    return first < other ? -1 : first > other;
}

static bool holds(const char16_t *characters, uint32_t c)
{
    while (*characters != 0 && *characters != c)
        characters++;
    return *characters != 0;
}

bool verb_is_han(uint32_t first, uint32_t second)
{
    const struct han_verbs *row = bsearch(&first, han_verbs, sizeof han_verbs / sizeof *han_verbs,
                                          sizeof *han_verbs, compare_firsts);
    return row != NULL && holds(row->seconds, second);
}

/* Pairs of the two below that are nouns, or a name of somebody. */
static const struct han_verbs joined_nouns[] = {
    {0x5224, u"决"},         /* 判 */
    {0x534F, u"理"},         /* 协 */
    {0x5BFC, u"师"},         /* 导 */
    {0x603B, u"理派处监编"}, /* 总 */
    {0x6279, u"发"},         /* 批 */
    {0x6821, u"训护办理聘"}, /* 校 */
    {0x67E5, u"理"},         /* 查 */
    {0x68C0, u"察"},         /* 检 */
    {0x7F16, u"制"},         /* 编 */
    {0x88C1, u"判"},         /* 裁 */
    {0x8944, u"理"},         /* 襄 */
};

bool verb_is_joined_han(uint32_t first, uint32_t second)
{
    static const char16_t firsts[] =
        u"监督核审拟办承典稽汇撰签研策厘陈呈编议订催查考检验登缮校洽筹裁批函誊辑纂缉勘鉴评遴甄襄"
        u"铨综续转拨递征募请领派缴巡修施会兼代复覆初总协增送判命制研报聘";
    static const char16_t seconds[] =
        u"核审拟办撰签订编议定报转阅判行守查缮印校验登录催辑纂缉勘评选聘裁处决陈商洽筹理管考拨递"
        u"发送缴征募领派修护施制造监颁播免";
    const struct han_verbs *row =
        bsearch(&first, joined_nouns, sizeof joined_nouns / sizeof *joined_nouns,
                sizeof *joined_nouns, compare_firsts);
    return first != second && holds(firsts, first) && holds(seconds, second) &&
           (row == NULL || !holds(row->seconds, second));
}

bool verb_is_short_han(uint32_t c)
{
    static const char16_t verbs[] =
        u"写报巡值调掸剖吹系磨配送卖修铺贴印砍补洗造切挖搬拔寄煎斩钻煮捕租绘扫拆灌捏剪蒸盖浇粘喷擦挑喂炒烤拌熬缝"
        u"织刨捣漆捡锁锯锄登秤称磨拖抹刷刮焊铣镗锻砌锤钉吊扛抬卸拉挂晒晾晾割摘剥捆扎叠折撕烘缫纺镀裱锉铲犁锁缀滤"
        u"腌炖炸卤揉擀榨碾筛滤浸泡涂抄译拟签领换领缴交退借验抽测量绑系贩购售赠派召邀请陪护"
        u"敲舀焖绞推移挪泼掘哄教劝训带烫熨聘鞣烧酿熏焙转改抓端抱扶牵倒取搭挤查熄裹摆拿垒拎扔塞舀揭撒拧撬剔削剁掏捞掰搓捧盯催拴逗翻";
    return holds(verbs, c);
}

bool verb_begins_han(uint32_t first, uint32_t second)
{
    static const char16_t verbs[] =
        u"耙扒封植煺描截试采递挡摇拨阅注除轧弹穿落施划移养掘撬挂点打架敷剃捣搅摊种插包遛装压放起下上备开收清断批查验选凿穿核去送加出"
        u"糊钉拓褪掐刻冲牧赶盘充看拼跳扦还琢箍投发接熔錾扎勾翻捞搓建";
    static const char16_t nouns[] =
        u"面条手射备置力点入据单水物关件意具品机器室所员师长量度率性卷剂光暖被老衣属银心修用印动"
        u"问务纳口人户格项算考票段级学本号位金料题诉台筑材团体子言";
    return holds(verbs, first) && !holds(nouns, second);
}

bool verb_ends_in_object(uint32_t c)
{
    static const char16_t objects[] =
        u"货单票账帐款料课章税药饭菜车案样稿架血澡床枝草垛衣桌椅窗锅碗苗肥粮柴鱼肉花树雪砖旗锁箱门毛皮"
        u"骨污尘渣泥灰锈垢虫土奶蛋瓶餐宴宾灯痰尿胶蜡墨脸脚牙甲网钞岗哨针房台座油水牛猪羊鸡鸭马头稻谷粒"
        u"秧麦棉茶菌桑笋鞋伞帽纸信墙寝绳被烟火蒜葱路狗鸟猫桥渠井";
    return holds(objects, c);
}

bool verb_makes_thing(uint32_t c)
{
    static const char16_t things[] = u"机器仪具室间房站所箱柜床车舱桩";
    return holds(things, c);
}
