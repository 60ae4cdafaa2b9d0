#include "core/extract/account.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include <stdlib.h>

#define LOST_SHOWN 40 /* characters: enough to find the place by searching for them */

static const struct message uses[USE_COUNT] = {
    [USE_LABEL] = {{"標籤", "标签", "label"}},
    [USE_VALUE] = {{"要素", "要素", "element"}},
    [USE_OTHER] = {{"其他段落", "其他段落", "other section"}},
    [USE_PAGE] = {{"手冊篇頁", "手册篇页", "page of the handbook"}},
    [USE_SKIPPED] = {{"略去", "略去", "left out"}},
};

static const struct message clues[CLUE_COUNT] = {
    [CLUE_NONE] = {{"沒有線索", "没有线索", "no clue"}},
    [CLUE_HEADING] = {{"文件的標題", "文档的标题", "a heading of the document"}},
    [CLUE_PSEUDO] = {{"粗體、置中或編號的一行，當作標題", "粗体、居中或编号的一行，当作标题",
                      "a bold, centred or numbered line, taken for a heading"}},
    [CLUE_ROLE_HEADING] = {{"下面是一個崗位的各項要素", "下面是一个岗位的各项要素",
                            "the elements of one role stand below it"}},
    [CLUE_LINE] = {{"行內的「標籤：值」", "行内的「标签：值」", "\"label: value\" in a line"}},
    [CLUE_BESIDE] = {{"標籤格在值的左邊", "标签格在值的左边", "a label cell left of its value"}},
    [CLUE_ABOVE] = {{"標籤格在值的上方", "标签格在值的上方", "a label cell above its value"}},
    [CLUE_BAR] = {{"橫跨整個表格的一格", "横跨整个表格的一格",
                   "a cell over the width of the table"}},
    [CLUE_MERGED] = {{"跨列合併的標籤，右邊各列屬於它", "跨行合并的标签，右边各行属于它",
                      "a label merged over the rows beside it"}},
    [CLUE_NAMED] = {{"內容控制項的標記", "内容控件的标记", "the tag of a content control"}},
    [CLUE_COLUMN] = {{"欄首所指的欄", "列首所指的列", "a column, by its head"}},
    [CLUE_ROLE_ROW] = {{"一列一個崗位的表格", "一行一个岗位的表格", "a table with one role a row"}},
    [CLUE_FORM] = {{"表單的標題", "表单的标题", "the title of a form"}},
    [CLUE_FRONT_MATTER] = {{"檔首的欄目", "文件首的栏目", "an entry of the front matter"}},
    [CLUE_FILE_NAME] = {{"檔名：別處沒有名稱", "文件名：别处没有名称",
                         "the file's name: nothing else names the role"}},
    [CLUE_LIKELY] = {{"不認得的標籤，按字面", "不认得的标签，按字面",
                      "a label that nobody knows, by its words"}},
    [CLUE_NOTE] = {{"註腳或註解", "脚注或批注", "a footnote or comment"}},
    [CLUE_PLAIN] = {{"上方標題之下的文字", "上方标题之下的文字", "words under the heading above"}},
    [CLUE_CONTENTS] = {{"目錄", "目录", "a table of contents"}},
    [CLUE_PICTURE] = {{"圖片的替代文字", "图片的替代文字", "a picture's text alternative"}},
    [CLUE_REPEATED] = {{"同一個值再寫一次", "同一个值再写一次", "the same value once more"}},
    [CLUE_NO_ELEMENT] = {{"只是小標題，本身沒有內容", "只是小标题，本身没有内容",
                          "a caption that holds nothing itself"}},
    [CLUE_PROMPT] = {{"表單的提示文字，沒有人填寫", "表单的提示文字，没有人填写",
                      "a form's prompt that nobody replaced"}},
    [CLUE_BLANK] = {{"空白或劃去，沒有內容", "空白或划去，没有内容",
                     "a blank or a stroke: no value"}},
    [CLUE_LABEL_HEAD] = {{"標籤欄的欄首", "标签列的列首", "the head of a column of labels"}},
    [CLUE_NUMBER_HEAD] = {{"序號欄的欄首", "序号列的列首", "the head of a column of numbers"}},
    [CLUE_TOTAL] = {{"上方各列的合計", "上方各行的合计", "the sum of the rows above"}},
    [CLUE_BARE] = {{"標題之下沒有自己的文字", "标题之下没有自己的文字",
                    "a heading with no words of its own under it"}},
    [CLUE_BOX] = {{"沒有勾選的方格", "没有勾选的方格", "a box nobody ticked"}},
    [CLUE_BOX_TICKED] = {{"勾選記號", "勾选记号", "the mark of a ticked box"}},
    [CLUE_FILE] = {{"只說明檔案，不說明崗位", "只说明文件，不说明岗位",
                    "about the file, not about a role"}},
};

const struct message *use_message(enum use use) { return &uses[use]; }
const struct message *clue_message(enum clue clue) { return &clues[clue]; }

struct account *account_new(struct arena *arena)
{
    struct account *account = arena_new(arena, struct account);
    account->arena = arena;
    return account;
}

void account_add(struct account *account, struct account_entry entry)
{
    if (account != NULL && !text_is_blank(entry.words))
        *arena_push(account->arena, account->items, account->count, account->capacity) = entry;
}

static void add_mark(struct account *account, struct account_entry mark)
{
    *arena_push(account->arena, account->marks, account->mark_count, account->mark_capacity) = mark;
}

void account_mark(struct account *account, struct text words, struct span at)
{
    if (account != NULL)
        add_mark(account, (struct account_entry){.use = USE_LABEL,
                                                 .clue = CLUE_NONE,
                                                 .element = ELEMENT_COUNT,
                                                 .field = FIELD_NONE,
                                                 .words = words,
                                                 .at = at});
}

void account_join(struct account *account, const struct account *from)
{
    for (size_t i = 0; i < from->count; i++)
        account_add(account, from->items[i]);
    for (size_t i = 0; i < from->mark_count; i++)
        add_mark(account, from->marks[i]);
}

/* The entry of exactly this slice, from *from on; *from: behind it. NULL: there is none. */
static struct account_entry *entry_of(struct account *account, size_t *from, struct text words)
{
    for (size_t i = *from; account != NULL && !text_is_blank(words) && i < account->count; i++) {
        struct account_entry *entry = &account->items[i];
        if (entry->words.data != words.data || entry->words.size != words.size)
            continue;
        *from = i + 1;
        return entry;
    }
    return NULL;
}

void account_let_go(struct account *account, size_t *from, struct text words, enum clue clue)
{
    struct account_entry *entry = entry_of(account, from, words);
    if (entry == NULL)
        return;
    entry->use = USE_SKIPPED;
    entry->clue = clue;
}

void account_retell(struct account *account, size_t *from, struct text words, enum element element)
{
    struct account_entry *entry = entry_of(account, from, words);
    if (entry != NULL)
        entry->element = element;
}

void account_clear(struct account *account)
{
    if (account != NULL)
        account->count = 0;
}

bool account_counts(uint32_t c) { return !is_blank_code_point(c) && !is_colon(c); }

size_t account_characters(struct text words)
{
    size_t count = 0;
    for (size_t at = 0; at < words.size;)
        count += account_counts(text_next(words, &at));
    return count;
}

/* ---- counting ---- */

struct characters {
    uint32_t *items;
    size_t count, capacity;
};

static void add_words(struct arena *arena, struct characters *to, struct text words)
{
    for (size_t at = 0; at < words.size;) {
        uint32_t c = text_next(words, &at);
        if (account_counts(c))
            *arena_push(arena, to->items, to->count, to->capacity) = c;
    }
}

static void add_blocks(struct arena *arena, struct characters *to, struct block *first,
                       unsigned depth)
{
    struct walk walk = walk_blocks(first);
    while (walk_next(&walk)) {
        if (walk.event != WALK_ENTER)
            continue;
        for (const struct run *run = walk.block->runs; run != NULL; run = run->next) {
            if (run->kind == RUN_NOTE && depth < NOTE_DEPTH)
                add_blocks(arena, to, run->note, depth + 1);
            else
                add_words(arena, to, run->text);
        }
        add_words(arena, to, walk.block->code);
        if (walk.block->figure != NULL)
            add_words(arena, to, walk.block->figure->alternative);
    }
}

/* Office files keep their properties under prefixed keys: they are no words of the page. */
static void add_front_matter(struct arena *arena, struct characters *to,
                             const struct metadata *entry)
{
    struct text key = TEXT("");
    for (; entry != NULL; entry = entry->next) {
        if (text_find(entry->key, TEXT(":"), 0) != TEXT_NOT_FOUND)
            continue;
        if (!text_equal(entry->key, key)) /* each item of a list has its key */
            add_words(arena, to, entry->key);
        add_words(arena, to, entry->value);
        key = entry->key;
    }
}

static int by_code_point(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static void sort(struct characters *all)
{
    if (all->count > 0)
        qsort(all->items, all->count, sizeof *all->items, by_code_point);
}

/* Both sorted: what the document has more often than the entries. */
static void find_lost(struct account *account, const struct characters *document,
                      const struct characters *entries)
{
    struct text_buffer lost = text_buffer_new(account->arena);
    for (size_t i = 0, k = 0; i < document->count; i++) {
        while (k < entries->count && entries->items[k] < document->items[i])
            k++;
        if (k < entries->count && entries->items[k] == document->items[i])
            k++;
        else if (account->lost++ < LOST_SHOWN)
            buffer_append_code_point(&lost, document->items[i]);
    }
    account->lost_words = buffer_text(&lost);
}

/* Of a table in Word, the head of a column is noted for each role below it, and stands there once.
 */
struct label_set {
    const struct account_entry **slots;
    size_t count;
};

static bool is_same_head(const struct account_entry *a, const struct account_entry *b)
{
    return a->at.source == b->at.source && a->at.table == b->at.table &&
           a->at.column == b->at.column && text_equal(a->words, b->words);
}

/* Whether the words were counted before for another role; remembers them otherwise. */
static bool is_counted(struct label_set *set, const struct account_entry *entry)
{
    if (entry->use != USE_LABEL || entry->clue != CLUE_ROLE_ROW || entry->at.table == 0)
        return false;
    size_t slot = (size_t)text_hash(entry->words) + 17 * entry->at.table + entry->at.column;
    for (slot %= set->count; set->slots[slot] != NULL; slot = (slot + 1) % set->count)
        if (is_same_head(set->slots[slot], entry))
            return set->slots[slot]->role != entry->role;
    set->slots[slot] = entry;
    return false;
}

void account_close(struct account *account, const struct document *document)
{
    if (account == NULL)
        return;
    struct arena *scratch = arena_open_like(account->arena);
    struct characters all = {0}, entries = {0};
    struct label_set labels = {.count = 2 * (account->count + account->mark_count) + 1};
    labels.slots = arena_new_array(scratch, labels.count, const struct account_entry *);
    add_blocks(scratch, &all, document->blocks, 0);
    add_front_matter(scratch, &all, document->metadata);
    for (size_t i = 0; i < account->mark_count; i++) {
        add_words(scratch, &all, account->marks[i].words);
        account_add(account, account->marks[i]);
    }
    for (size_t i = 0; i < account->count; i++) {
        const struct account_entry *entry = &account->items[i];
        if (is_counted(&labels, entry))
            continue;
        account->used[entry->use] += account_characters(entry->words);
        add_words(scratch, &entries, entry->words);
    }
    account->characters = all.count;
    sort(&all);
    sort(&entries);
    find_lost(account, &all, &entries);
    arena_close(scratch);
}
