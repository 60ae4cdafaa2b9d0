#include "converters/html/html.h"
#include "converters/html/writer.h"
#include "core/base/base64.h"
#include "core/base/embedded.h"
#include "core/base/json.h"
#include "core/base/sha256.h"

/* Script and styles stand between these: comments to HTML, unparsed text to XML. */
#define RAW_BEGIN "/*<![CDATA[*/"
#define RAW_END "/*]]>*/"

static const struct html_furniture words[LANG_COUNT] = {
    [LANG_ZH_HANT] = {"跳到正文", "目次", "搜尋", "深色", "找到 # 處", "沒有找到", "註", "回到正文",
                      "上一頁", "下一頁", "所在位置", "文字說明"},
    [LANG_ZH_HANS] = {"跳到正文", "目录", "搜索", "深色", "找到 # 处", "没有找到", "注", "回到正文",
                      "上一页", "下一页", "所在位置", "文字说明"},
    [LANG_EN] = {"Skip to the text", "Contents", "Search", "Dark", "# found", "Nothing found",
                 "Notes", "Back to the text", "Previous", "Next", "You are here", "As text"},
};

static const struct html_furniture *html_furniture(enum language language)
{
    return &words[language == LANG_COUNT ? LANG_EN : language];
}

/* One document being written, whole or as one of the pages of a folder. */
struct writing {
    struct arena *arena;
    const struct document *document;
    struct site *site;
    struct text styles, title;
    bool is_folder;
};

static struct text_buffer *begin_attribute(struct writing *x)
{
    struct text_buffer *value = arena_new(x->arena, struct text_buffer);
    *value = text_buffer_new(x->arena);
    return value;
}

/* ---- head ---- */

static void put_hash(struct text_buffer *out, struct text between)
{
    unsigned char digest[SHA256_SIZE];
    struct text_buffer whole = text_buffer_new(out->arena);
    buffer_append_string(&whole, RAW_BEGIN);
    buffer_append(&whole, between);
    buffer_append_string(&whole, RAW_END);
    sha256(buffer_text(&whole), digest);
    buffer_append_string(out, "'sha256-");
    base64_append(out, (struct text){(const char *)digest, sizeof digest});
    buffer_append_string(out, "'");
}

/* What the page may load and run: itself. Of files, browsers call nothing the page's own. */
static const char *policy(struct writing *x)
{
    struct text_buffer *out = begin_attribute(x);
    buffer_append_string(out, "default-src 'none'; img-src data:; style-src ");
    if (x->is_folder)
        buffer_append_string(out, "'self' file:; script-src 'self' file:");
    else {
        put_hash(out, x->styles);
        buffer_append_string(out, "; script-src ");
        put_hash(out, embedded_file("html/page.js"));
    }
    buffer_append_string(out, "; base-uri 'none'; form-action 'none'");
    return buffer_string(out);
}

static void write_meta(struct html_writer *w, const char *name, const char *value,
                       const char *content)
{
    page_begin(w->page, "meta", NULL);
    page_attribute(w->page, name, value);
    page_attribute_text(w->page, "content", text_from_string(content));
    page_end_empty(w->page);
    page_raw(w->page, "\n");
}

static void write_raw_element(struct html_writer *w, const char *element, struct text content)
{
    struct text_buffer out = text_buffer_new(w->arena);
    buffer_append_string(&out, RAW_BEGIN);
    buffer_append(&out, content);
    buffer_append_string(&out, RAW_END);
    page_begin(w->page, element, NULL);
    page_raw(w->page, buffer_string(&out));
    page_end(w->page);
    page_raw(w->page, "\n");
}

static void write_head(struct html_writer *w, struct writing *x)
{
    struct text_buffer title = text_buffer_new(x->arena);
    const struct site_page *page = &x->site->pages[w->here];
    if (w->here > 0) {
        buffer_append(&title, page->title);
        buffer_append_string(&title, " \xC2\xB7 ");
    }
    buffer_append(&title, x->title);
    page_begin(w->page, "head", NULL);
    page_raw(w->page, "\n<meta charset=\"utf-8\"/>\n");
    write_meta(w, "http-equiv", "Content-Security-Policy", policy(x));
    write_meta(w, "name", "viewport", "width=device-width, initial-scale=1");
    write_meta(w, "name", "generator", "rolebook");
    if (x->document->author.size > 0)
        write_meta(w, "name", "author", text_to_string(x->arena, x->document->author));
    page_element(w->page, "title", NULL, buffer_text(&title));
    page_raw(w->page, "\n");
    if (x->is_folder)
        page_raw(w->page, "<link rel=\"stylesheet\" href=\"handbook.css\"/>\n"
                          "<script src=\"handbook.js\" defer=\"defer\"></script>\n");
    else
        write_raw_element(w, "style", x->styles);
    page_end(w->page);
    page_raw(w->page, "\n");
}

/* ---- furniture ---- */

static void write_bar(struct html_writer *w, struct writing *x)
{
    page_begin(w->page, "a", "skip");
    page_attribute(w->page, "href", "#ui.main");
    page_string(w->page, w->words->skip);
    page_end(w->page);
    page_raw(w->page, "\n");
    page_begin(w->page, "div", "bar");
    page_begin(w->page, "a", NULL);
    page_attribute(w->page, "href", x->is_folder ? "index.html" : "#ui.main");
    page_words(w->page, x->title);
    page_end(w->page);
    page_begin(w->page, "form", NULL);
    page_attribute(w->page, "role", "search");
    page_attribute(w->page, "hidden", "hidden");
    page_begin(w->page, "input", NULL);
    page_attribute(w->page, "id", "ui.search");
    page_attribute(w->page, "type", "search");
    page_attribute(w->page, "autocomplete", "off");
    page_attribute(w->page, "placeholder", w->words->search);
    page_attribute(w->page, "aria-label", w->words->search);
    page_attribute(w->page, "aria-controls", "ui.found");
    page_end_empty(w->page);
    page_end(w->page);
    page_begin(w->page, "button", NULL);
    page_attribute(w->page, "id", "ui.theme");
    page_attribute(w->page, "type", "button");
    page_attribute(w->page, "aria-pressed", "false");
    page_attribute(w->page, "hidden", "hidden");
    page_string(w->page, w->words->dark);
    page_end(w->page);
    page_end(w->page);
    page_raw(w->page, "\n");
    page_begin(w->page, "div", "found");
    page_attribute(w->page, "id", "ui.found");
    page_attribute(w->page, "role", "region");
    page_attribute(w->page, "aria-label", w->words->search);
    page_attribute(w->page, "data-many", w->words->found);
    page_attribute(w->page, "data-none", w->words->none);
    page_attribute(w->page, "hidden", "hidden");
    page_raw(w->page, "<p role=\"status\"></p><ol></ol>");
    page_end(w->page);
    page_raw(w->page, "\n");
}

/* ---- contents ---- */

static void write_entry(struct html_writer *w, struct text address, struct text title,
                        bool is_current)
{
    page_begin(w->page, "a", NULL);
    page_attribute_text(w->page, "href", address);
    if (is_current)
        page_attribute(w->page, "aria-current", "page");
    page_words(w->page, title);
    page_end(w->page);
}

static struct text address_of(struct writing *x, struct text name, const char *before,
                              const char *behind)
{
    struct text_buffer *out = begin_attribute(x);
    buffer_append_string(out, before);
    buffer_append(out, name);
    buffer_append_string(out, behind);
    return buffer_text(out);
}

/* Headings of the page down to a depth, as lists in lists. */
static void write_places(struct html_writer *w, struct writing *x)
{
    unsigned open = 0;
    for (size_t i = 0; i < x->site->place_count; i++) {
        const struct site_place *place = &x->site->places[i];
        if (place->level == 0 || place->level > x->site->contents_depth)
            continue;
        for (; open > place->level; open--) {
            page_end(w->page);
            page_end(w->page);
        }
        if (open == place->level)
            page_end(w->page);
        for (; open < place->level; open++)
            page_begin(w->page, "ol", NULL);
        page_raw(w->page, "\n");
        page_begin(w->page, "li", NULL);
        write_entry(w, address_of(x, place->id, "#", ""), place->words, false);
    }
    for (; open > 0; open--) {
        page_end(w->page);
        page_end(w->page);
    }
}

/* Pages of a folder, those of a department below its name. */
static void write_pages(struct html_writer *w, struct writing *x)
{
    struct text group = TEXT("");
    page_begin(w->page, "ol", NULL);
    for (size_t i = 1; i < x->site->page_count; i++) {
        const struct site_page *page = &x->site->pages[i];
        if (!text_equal(page->group, group)) {
            if (group.size > 0) {
                page_end(w->page);
                page_end(w->page);
            }
            if (page->group.size > 0) {
                page_raw(w->page, "\n");
                page_begin(w->page, "li", NULL);
                page_element(w->page, "span", NULL, page->group);
                page_begin(w->page, "ol", NULL);
            }
            group = page->group;
        }
        page_raw(w->page, "\n");
        page_begin(w->page, "li", NULL);
        write_entry(w, address_of(x, page->name, "", ".html"), page->title, i == w->here);
        page_end(w->page);
    }
    if (group.size > 0) {
        page_end(w->page);
        page_end(w->page);
    }
    page_end(w->page);
}

static void write_nav(struct html_writer *w, struct writing *x)
{
    struct text title = x->site->contents_title;
    if (text_is_empty(title))
        title = text_from_string(w->words->contents);
    page_begin(w->page, "nav", NULL);
    page_attribute_text(w->page, "aria-label", title);
    page_element(w->page, "p", "title", title);
    if (x->is_folder)
        write_pages(w, x);
    else
        write_places(w, x);
    page_end(w->page);
    page_raw(w->page, "\n");
}

/* ---- pages ---- */

static void write_path(struct html_writer *w, struct writing *x)
{
    const struct site_page *page = &x->site->pages[w->here];
    page_begin(w->page, "nav", "path");
    page_attribute(w->page, "aria-label", w->words->path);
    page_begin(w->page, "ol", NULL);
    page_begin(w->page, "li", NULL);
    write_entry(w, TEXT("index.html"), x->title, false);
    page_end(w->page);
    if (page->group.size > 0)
        page_element(w->page, "li", NULL, page->group);
    page_end(w->page);
    page_end(w->page);
}

static void write_way(struct html_writer *w, struct writing *x, size_t to, const char *rel,
                      const char *word)
{
    page_begin(w->page, "span", NULL);
    if (to < x->site->page_count) {
        page_string(w->page, word);
        page_raw(w->page, "<br/>");
        page_begin(w->page, "a", NULL);
        page_attribute(w->page, "rel", rel);
        page_attribute_text(w->page, "href", address_of(x, x->site->pages[to].name, "", ".html"));
        page_words(w->page, to == 0 ? x->title : x->site->pages[to].title);
        page_end(w->page);
    }
    page_end(w->page);
}

static void write_ways(struct html_writer *w, struct writing *x)
{
    if (x->site->page_count < 2)
        return;
    page_begin(w->page, "nav", "ways");
    page_attribute(w->page, "aria-label", w->words->next);
    write_way(w, x, w->here == 0 ? x->site->page_count : w->here - 1, "prev", w->words->previous);
    write_way(w, x, w->here + 1, "next", w->words->next);
    page_end(w->page);
}

/* The book's title, on the page that is the book or its index. */
static void write_title(struct html_writer *w, struct writing *x)
{
    if (w->here > 0 || text_is_empty(x->document->title))
        return;
    page_begin(w->page, "h1", "s-cover-title");
    page_attribute(w->page, "id", "ui.title");
    page_words(w->page, x->document->title);
    page_end(w->page);
}

static void write_body(struct html_writer *w, struct writing *x)
{
    const struct site_page *page = &x->site->pages[w->here];
    page_begin(w->page, "body", NULL);
    if (x->is_folder)
        page_attribute(w->page, "data-index", "search.js");
    page_raw(w->page, "\n");
    write_bar(w, x);
    page_begin(w->page, "div", "frame");
    page_raw(w->page, "\n");
    write_nav(w, x);
    page_begin(w->page, "main", NULL);
    page_attribute(w->page, "id", "ui.main");
    page_attribute(w->page, "tabindex", "-1");
    if (w->here > 0)
        write_path(w, x);
    write_title(w, x);
    html_blocks(w, page->first, page->end);
    html_notes(w);
    if (x->is_folder)
        write_ways(w, x);
    page_end(w->page);
    page_end(w->page);
    page_raw(w->page, "\n");
    if (!x->is_folder)
        write_raw_element(w, "script", embedded_file("html/page.js"));
    page_end(w->page);
}

static void write_page(struct writing *x, size_t number, struct text_buffer *out)
{
    struct arena *arena = arena_open_like(x->arena);
    const struct document *document = x->document;
    struct html_writer w = {.arena = arena,
                            .page = page_open_bare(out),
                            .site = x->site,
                            .sheet = document->stylesheet == NULL ? stylesheet_plain()
                                                                  : document->stylesheet,
                            .words = html_furniture(language_from_tag(document->language)),
                            .here = number,
                            .first_level = number == 0 && document->title.size > 0 ? 2 : 1,
                            .language = document->language};
    page_raw(w.page, "<!DOCTYPE html>\n");
    page_begin(w.page, "html", NULL);
    page_attribute_text(w.page, "lang",
                        document->language.size > 0 ? document->language : TEXT("und"));
    write_head(&w, x);
    write_body(&w, x);
    page_end(w.page);
    page_raw(w.page, "\n");
    page_close(w.page);
    arena_close(arena);
}

static struct writing begin(struct arena *arena, const struct document *document, enum site_cut cut)
{
    struct writing x = {.arena = arena, .document = document, .title = document->title};
    x.site = site_new(arena, document, cut);
    x.is_folder = cut == SITE_PAGE_A_SECTION;
    x.styles = html_styles(arena, document);
    if (text_is_empty(x.title) && x.site->place_count > 0)
        x.title = x.site->places[0].words;
    if (text_is_empty(x.title))
        x.title = TEXT("rolebook");
    return x;
}

enum status html_write(const struct document *document, struct text_buffer *out,
                       struct diagnostics *diags)
{
    (void)diags;
    struct arena *arena = arena_open_like(out->arena);
    struct writing x = begin(arena, document, SITE_ONE_PAGE);
    write_page(&x, 0, out);
    arena_close(arena);
    return STATUS_OK;
}

/* ---- folders ---- */

/* The words below a heading, up to the next one: what search looks in. */
static void put_words(struct arena *arena, json_t *index, struct writing *x)
{
    for (size_t p = 0; p < x->site->page_count; p++) {
        const struct site_page *page = &x->site->pages[p];
        json_t *entry = json_array();
        struct text_buffer all = text_buffer_new(arena);
        for (const struct block *block = page->first; block != page->end; block = block->next) {
            buffer_append(&all, whole_block_text(arena, block));
            buffer_append_byte(&all, '\n');
        }
        json_array_append_new(entry, json_text(address_of(x, page->name, "", ".html")));
        json_array_append_new(entry, json_text(p == 0 ? x->title : page->title));
        json_array_append_new(entry, json_text(buffer_text(&all)));
        json_array_append_new(index, entry);
    }
}

static struct text search_index(struct writing *x, struct arena *kept)
{
    struct text_buffer out = text_buffer_new(kept);
    json_t *index = json_array();
    put_words(x->arena, index, x);
    buffer_append(&out, TEXT("window.rolebookIndex="));
    json_append(&out, index, JSON_COMPACT);
    out.size--; /* the line's end */
    buffer_append(&out, TEXT(";\n"));
    return buffer_text(&out);
}

enum status html_write_folder(const struct document *document, struct output_files *files,
                              struct diagnostics *diags)
{
    (void)diags;
    struct arena *arena = arena_open_like(files->arena);
    struct writing x = begin(arena, document, SITE_PAGE_A_SECTION);
    for (size_t i = 0; i < x.site->page_count; i++) {
        struct text_buffer out = text_buffer_new(files->arena);
        write_page(&x, i, &out);
        output_files_add(files, address_of(&x, x.site->pages[i].name, "", ".html"),
                         buffer_text(&out));
    }
    output_files_add(files, TEXT("handbook.css"), text_copy(files->arena, x.styles));
    output_files_add(files, TEXT("handbook.js"), embedded_file("html/page.js"));
    output_files_add(files, TEXT("search.js"), search_index(&x, files->arena));
    arena_close(arena);
    return STATUS_OK;
}

const struct converter html_converter = {
    .name = "html",
    .extensions = (const char *const[]){"html", "htm", NULL},
    .write_document = html_write,
    .write_document_folder = html_write_folder,
    .writes_books = true,
};
