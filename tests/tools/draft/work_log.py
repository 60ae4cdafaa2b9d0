#!/usr/bin/env python3
"""Writes a work log of a contact centre whose grouping is known: tests/unit/core/draft/work_log.tsv.

  tests/tools/draft/work_log.py >tests/unit/core/draft/work_log.tsv

Each task below has wordings as people of three languages write them into a log. A row is a wording
drawn with a fixed seed, then varied as logs vary: numbers of tickets, names of customers, full width,
the other script, capitals, a slip of the pen. Columns: task, element, who, how often, minutes, result,
tool. The first column is what the tests measure against; the program never sees it.
"""
import random

TASKS = [
    # name, who, minutes, result, tool, wordings
    ('complaints', '客服專員', 15, '投訴有編號並在時限內答覆', '工單系統', [
        '受理客戶投訴', '登記客戶投訴', '受理客戶來電投訴', '記錄客戶投訴內容', '處理客戶投訴工單', '回覆客戶投訴結果',
        '受理客户投诉', '登记客户投诉', '处理客户投诉工单', 'Record customer complaints', 'Register customer complaints',
        'Answer customer complaints']),
    ('enquiries', '客服專員', 6, '客戶得到與知識庫一致的答覆', '話務系統', [
        '解答客戶業務諮詢', '接聽客戶諮詢電話', '答覆客戶線上諮詢', '答覆客戶業務諮詢', '解答客户业务咨询', '接听客户咨询电话',
        'Answer customer enquiries by phone', 'Answer customer enquiries online', 'Reply to customer enquiries']),
    ('refunds', '資深客服專員', 20, '退款按規定核准並入帳', '計費系統', [
        '審核退款申請', '核對退款金額', '辦理客戶退款', '覆核退款申請資料', '审核退款申请', '办理客户退款',
        'Check refund requests', 'Approve refund requests', 'Process customer refund requests']),
    ('callbacks', '資深客服專員', 8, '回訪結果已登記', '外呼系統', [
        '回訪已結案客戶', '電話回訪客戶滿意度', '執行滿意度回訪', '登記回訪結果', '回访已结案客户', '电话回访客户满意度',
        'Call back customers after closing a case', 'Record call-back results']),
    ('roster', '排班員', 90, '各時段人力與預測相符', '排班系統', [
        '編製每週班表', '調整班表與休假', '預測話務量並安排人力', '公布次月班表', '编制每周班表', '调整班表与休假',
        'Draw up the weekly roster', 'Adjust the roster for leave', 'Publish the monthly roster']),
    ('monitoring', '品質專員', 25, '錄音依評分表評分', '錄音系統', [
        '抽聽客服錄音', '評分客服錄音', '抽查錄音並評分', '回饋錄音評分結果', '抽听客服录音', '评分客服录音',
        'Listen to recorded calls', 'Score recorded calls', 'Give feedback on scored calls']),
    ('knowledge', '知識管理員', 40, '知識條目內容現行有效', '知識庫', [
        '更新知識庫條目', '撰寫知識庫文章', '審查過期知識條目', '發布知識庫更新', '更新知识库条目', '撰写知识库文章',
        'Update knowledge base articles', 'Write knowledge base articles', 'Review outdated knowledge base articles']),
    ('training', '培訓師', 120, '學員通過考核', '培訓平台', [
        '講授新員工培訓課程', '準備培訓教材', '組織上崗考核', '登記培訓出勤', '讲授新员工培训课程', '准备培训教材',
        'Teach the induction course', 'Prepare course material', 'Hold the induction test']),
    ('incidents', '班組長', 35, '事件已通報並恢復服務', '應急平台', [
        '通報系統故障事件', '處置現場應急事件', '上報突發事件', '協調系統故障處置', '通报系统故障事件', '处置现场应急事件',
        'Report system incidents', 'Coordinate the handling of system incidents']),
    ('floor', '班組長', 30, '現場各組人力充足', '監控大屏', [
        '巡視現場秩序', '監看話務排隊情況', '調度現場坐席', '巡视现场秩序', '监看话务排队情况', '调度现场坐席',
        'Watch the call queues', 'Move agents between queues']),
    ('reports', '數據分析員', 60, '報表如期送達主管', '報表系統', [
        '編製話務日報', '編製服務月報', '分析投訴數據', '核對報表數據', '编制话务日报', '编制服务月报',
        'Write the daily call report', 'Write the monthly service report', 'Check the figures of reports']),
    ('accounts', '系統管理員', 10, '帳號權限與崗位相符', '權限平台', [
        '開通系統帳號', '停用離職人員帳號', '調整帳號權限', '重設使用者密碼', '开通系统账号', '停用离职人员账号',
        'Create user accounts', 'Disable accounts of leavers', 'Reset user passwords']),
]
SURNAMES = '王李張陳林黃吳趙'
HOMOPHONES = {'訴': '述', '戶': '護', '絡': '落', '帳': '賬', '錄': '綠', '詢': '尋', '核': '合', '報': '抱', '訓': '訊'}


def slip(rng, words):
    """One letter exchanged, left out or doubled; one character that sounds alike."""
    if words.isascii():
        at = rng.randrange(2, len(words) - 2)
        return rng.choice([words[:at] + words[at + 1] + words[at] + words[at + 2:],
                           words[:at] + words[at + 1:], words[:at] + words[at] + words[at:]])
    for right, wrong in HOMOPHONES.items():
        if right in words:
            return words.replace(right, wrong, 1)
    return words


def vary(rng, words):
    kind = rng.random()
    if kind < 0.12:
        return f'{words}（TK-{rng.randrange(10000, 99999)}）' if not words.isascii() else f'{words} #{rng.randrange(1000, 9999)}'
    if kind < 0.18 and not words.isascii() and '客戶' in words:
        return words.replace('客戶', rng.choice(SURNAMES) + rng.choice(['先生', '女士', '小姐']), 1)
    if kind < 0.24:
        return words.upper() if words.isascii() else words.replace('客戶', '客 戶')
    if kind < 0.28:
        return slip(rng, words)
    if kind < 0.34:
        return words + ('.' if words.isascii() else '。')
    return words


def main():
    rng = random.Random(20261125)
    print('# Made by tests/tools/draft/work_log.py: task, element, who, how often, minutes, result, tool')
    rows = []
    for name, who, minutes, result, tool, wordings in TASKS:
        for _ in range(56):
            words = vary(rng, rng.choice(wordings))
            spent = max(1, round(minutes * rng.uniform(0.6, 1.6)))
            said = result if rng.random() < 0.4 else ''
            with_tool = tool if rng.random() < 0.7 else ''
            done_by = who if rng.random() < 0.9 else rng.choice(TASKS)[1]
            rows.append((name, words, done_by, '', str(spent), said, with_tool))
    rng.shuffle(rows)
    for row in rows:
        print('\t'.join(row))


main()
