/*
 * What ICU's Hant-Hans folds to, and what is written in Traditional texts all the same.
 *
 * 後 and 后, 裡 and 里, 乾 and 干: taken from what Big5 holds, less the forms that only Simplified
 * texts use.
 */
#ifndef ROLEBOOK_CORE_MODEL_ALSO_TRADITIONAL_H
#define ROLEBOOK_CORE_MODEL_ALSO_TRADITIONAL_H

#define ALSO_TRADITIONAL                                                                                                 \
    "着万丑丫丰么了于云交亮仆仿伙余佛佝佣侄借儿克具冢冬冱凄准几凶出划刮制剃剩勖勤" \
    "升卜占卷厄厘只台吁吃吊后向吨呆周咬咸咽哄唇啕喂噪回困堤复奸姐姜娘宴家尸局岩布" \
    "席干并幸庄床弦彝彩彷征御德志念恤愈戚戮扇才扎托扣折拓挂挽捂捆据捶捻搜斗昆昵晒" \
    "暗曲朴杆杠杯杰松板果栖栗核梁棱楫榨橐檐欲款殷气污沈沾泄泛注洁洒浚涂涌淀游漓炖" \
    "炮焊焰熏狸玩球琅瓮皂真眯睾研磷禧私种秘筑筘篪粗糊糟系累群翱耀肮肴腌膻致舍芸苧" \
    "苹范蒙蔂蔑薯藤虱蚝蜷蠹表谷豆赶辟逾遁郁酸采里雇霉面韭俱夸岭帘症确痴淡借抵栗秋" \
    "咤占卒"

#endif
