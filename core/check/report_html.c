/*
 * One self-contained page for those who answer for the handbook: how complete the roles are, where
 * they overlap, and what was found. Nothing is fetched; what a script filters can be read without
 * it. Pictures have a text beside them (WCAG 2.2, 1.1.1), colours a sign (1.4.1).
 */
#include "core/check/report_html.h"
#include <unicode/uchar.h>

static const char styles[] =
    ":root{--error:#b3261e;--warning:#8a5000;--info:#1f5c99;--given:#2f7d4f;--none:#f4f2ee;"
    "--error-soft:#f9dedc;--warning-soft:#fdebc8;--info-soft:#dbe9f7}"
    "@media(prefers-color-scheme:dark){:root{--error:#ff9d94;--warning:#f2b84b;--info:#8fc1f2;"
    "--given:#35855a;--none:#23211e;--error-soft:#5c1f1a;--warning-soft:#4d3812;"
    "--info-soft:#1d3a56}}"
    ".cards{display:flex;flex-wrap:wrap;gap:.8rem;padding:0;list-style:none;margin:1rem 0 1.5rem}"
    ".cards li{background:var(--soft);border-radius:.4rem;padding:.6rem 1.1rem;min-width:6.5rem}"
    ".cards b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}"
    ".error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}"
    ".picture{overflow-x:auto;margin:.5rem 0}.picture table{width:auto;font-size:.85rem}"
    ".picture th,.picture td{white-space:nowrap;overflow-wrap:normal;padding:.3rem .6rem}"
    "svg{display:block;font:13px system-ui,'Noto Sans CJK TC','Noto Sans CJK SC',sans-serif}"
    "svg text{fill:var(--ink)}svg .middle{text-anchor:middle}svg .end{text-anchor:end}"
    "svg .group{font-weight:600}svg rect{stroke:var(--paper);stroke-width:2}"
    "svg .given{fill:var(--given)}svg .not-asked{fill:var(--none)}"
    "svg .gap-error{fill:var(--error-soft)}svg .gap-warning{fill:var(--warning-soft)}"
    "svg .gap-info{fill:var(--info-soft)}svg .not-applicable{fill:var(--none)}"
    "svg .sign{font-weight:700}svg text.on-given{fill:#fff}"
    "svg .share{fill:var(--given);stroke:none}svg .frame{fill:var(--error-soft)}"
    "svg .overlap{fill:var(--warning-soft)}svg .review{fill:var(--info-soft)}"
    ".legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;padding:0;list-style:none;"
    "font-size:.9rem}.legend i{display:inline-block;width:1.3rem;height:1.3rem;line-height:1.3rem;"
    "text-align:center;border-radius:.2rem;margin-right:.4rem;font-style:normal;font-weight:700;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    ".legend .given{background:var(--given);color:#fff}.legend .gap-error{background:"
    "var(--error-soft)}.legend .gap-warning{background:var(--warning-soft)}.legend .gap-info"
    "{background:var(--info-soft)}.legend .not-asked,.legend .not-applicable{background:"
    "var(--none)}.legend .overlap{background:var(--warning-soft)}.legend .review{background:"
    "var(--info-soft)}.legend .frame{background:var(--error-soft)}"
    "form.filter{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:end;background:"
    "var(--soft);border-radius:.4rem;padding:.8rem 1rem;margin:.8rem 0}"
    "form.filter[hidden]{display:none}form.filter label{display:block;font-size:.9rem}"
    "form.filter fieldset{border:0;padding:0;margin:0;display:flex;gap:.8rem}"
    "form.filter legend{font-size:.9rem;padding:0}"
    "input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid "
    "currentColor;border-radius:.3rem;padding:.25rem .5rem;max-width:100%}"
    "input[type=checkbox]{width:1.1rem;height:1.1rem;vertical-align:-.15rem}"
    "input[type=search]{min-width:16rem}button{cursor:pointer}"
    ":focus-visible{outline:3px solid var(--info);outline-offset:2px}"
    "h3{margin:1.6rem 0 .4rem;font-size:1.05rem}details.role{border-top:1px solid var(--line);"
    "padding:.45rem 0}details.role>summary{font-weight:600}details.role>summary span{font-weight:"
    "400;margin-left:.8rem}table.findings{table-layout:fixed}"
    "table.findings th:nth-child(1){width:6rem}table.findings th:nth-child(2){width:15rem}"
    "table.findings th:nth-child(4){width:24%}[hidden]{display:none!important}"
    "td.count{text-align:center}"
    "@media screen and (max-width:50rem){table.findings thead{display:none}table.findings,"
    "table.findings tbody,table.findings tr,table.findings td{display:block;width:auto!important}"
    "table.findings td{border:0;padding:.1rem .5rem}table.findings tr{border-bottom:1px solid "
    "var(--line);padding:.4rem 0}}";

static const char print_styles[] =
    "@media print{:root{--error:#8c1d18;--warning:#6b3e00;--info:#174a7c;--given:#2f7d4f;"
    "--none:#f4f2ee;--error-soft:#f9dedc;--warning-soft:#fdebc8;--info-soft:#dbe9f7}"
    "form.filter{display:none!important}.picture{overflow:visible}"
    "svg{max-width:100%;height:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "svg text.on-given{fill:#fff}h3{break-after:avoid}.cards li{border:1px solid #999;padding:.3rem .8rem}"
    "details.alternative{display:none}table.findings{font-size:8.5pt}"
    "table.findings th,table.findings td{padding:.2rem .35rem}table.findings th:nth-child(1)"
    "{width:8%}table.findings th:nth-child(2){width:20%}}";

/*
 * Rows say what they are in data-…; groups without a visible row go as well. Of a group with more
 * rows than its button names the first are shown until it is asked for the others; paper gets all.
 */
static const char script[] =
    "document.addEventListener('DOMContentLoaded',function(){"
    "var f=document.querySelector('form.filter');if(!f)return;"
    "var groups=[].slice.call(document.querySelectorAll('details.role')),"
    "parts=[].slice.call(document.querySelectorAll('section.department')),"
    "all=false;"
    "groups.forEach(function(g){g.rows=[].slice.call(g.querySelectorAll('tbody tr'));"
    "g.button=g.querySelector('[data-more]');g.most=g.button?+g.button.dataset.more:Infinity;"
    "var name=g.querySelector('summary b').textContent;"
    "g.rows.forEach(function(r){r.words=(r.textContent+' '+name).toLowerCase()});"
    "if(g.button)g.button.addEventListener('click',function(){g.most=Infinity;apply()})});"
    "function shown(e){return !e.hidden}"
    "function apply(){var q=f.elements.words.value.trim().toLowerCase(),"
    "c=f.elements.rule.value,d=f.elements.department.value,n=0;"
    "groups.forEach(function(g){var k=0;g.rows.forEach(function(r){"
    "var v=f.elements[r.dataset.level].checked&&"
    "(!c||r.dataset.rule===c||(c.length===1&&r.dataset.rule.charAt(0)===c))&&"
    "(!d||r.dataset.department===d)&&(!q||r.words.indexOf(q)>=0);if(v)k++;"
    "r.hidden=!v||(!all&&k>g.most)});n+=k;g.hidden=!k;if(k&&(q||c))g.open=true;"
    "if(g.button){g.button.hidden=all||k<=g.most;"
    "g.button.querySelector('span').textContent=k-g.most}});"
    "parts.forEach(function(p){p.hidden=![].some.call(p.querySelectorAll('details.role'),shown)});"
    "f.querySelector('output').textContent=n}"
    "window.addEventListener('beforeprint',function(){all=true;apply()});"
    "window.addEventListener('afterprint',function(){all=false;apply()});"
    "f.addEventListener('input',apply);f.addEventListener('submit',function(e){e.preventDefault()});"
    "f.addEventListener('reset',function(){setTimeout(apply)});"
    "f.querySelector('[data-open]').addEventListener('click',function(){groups.forEach("
    "function(g){g.open=true})});f.querySelector('[data-close]').addEventListener('click',"
    "function(){groups.forEach(function(g){g.open=false})});f.hidden=false;apply()});";

/* ---- shared by the parts ---- */

void html_words(const struct html_report *html, const char *const texts[LANG_COUNT])
{
    page_string(html->page, texts[html->report->language]);
}

void html_element(const struct html_report *html, const char *element, const char *class,
                  const char *const texts[LANG_COUNT])
{
    page_element(html->page, element, class, text_from_string(texts[html->report->language]));
}

const char *html_level(const struct html_report *html, enum level level)
{
    static const char *const names[LEVEL_COUNT][LANG_COUNT] = {
        [LEVEL_OFF] = {"不問", "不问", "not asked for"},
        [LEVEL_INFO] = {"提示", "提示", "note"},
        [LEVEL_WARNING] = {"警告", "警告", "warning"},
        [LEVEL_ERROR] = {"錯誤", "错误", "error"}};
    return names[level][html->report->language];
}

void html_head(const struct html_report *html, const char *scope, struct text words)
{
    page_begin(html->page, "th", NULL);
    page_attribute(html->page, "scope", scope);
    page_words(html->page, words);
    page_end(html->page);
}

void html_heads(const struct html_report *html, const char *const (*heads)[LANG_COUNT],
                size_t count)
{
    page_begin(html->page, "thead", NULL);
    page_begin(html->page, "tr", NULL);
    for (size_t i = 0; i < count; i++)
        html_head(html, "col", text_from_string(heads[i][html->report->language]));
    page_end(html->page);
    page_end(html->page);
}

struct text html_title(const struct html_report *html, const struct role *role)
{
    static const char *const untitled[LANG_COUNT] = {"（沒有名稱）", "（没有名称）", "(no name)"};
    struct text title = role_title(role);
    return text_is_empty(title) ? text_from_string(untitled[html->report->language]) : title;
}

struct text html_department(const struct html_report *html, struct text department)
{
    static const char *const none[LANG_COUNT] = {"未寫明部門", "未写明部门", "No department given"};
    return text_is_empty(department) ? text_from_string(none[html->report->language]) : department;
}

void html_picture(const struct html_report *html, const char *id, size_t width, size_t height,
                  const char *const title[LANG_COUNT], struct text description)
{
    struct page *page = html->page;
    struct text_buffer ids = text_buffer_new(html->arena);
    buffer_append_format(&ids, "%s-title %s-about", id, id);
    page_begin(page, "svg", NULL);
    page_attribute(page, "role", "img");
    page_attribute(page, "aria-labelledby", buffer_string(&ids));
    page_attribute_count(page, "width", width);
    page_attribute_count(page, "height", height);
    struct text_buffer box = text_buffer_new(html->arena), title_id = box, about_id = box;
    buffer_append_format(&box, "0 0 %zu %zu", width, height);
    buffer_append_format(&title_id, "%s-title", id);
    buffer_append_format(&about_id, "%s-about", id);
    page_attribute(page, "viewBox", buffer_string(&box));
    page_begin(page, "title", NULL);
    page_attribute(page, "id", buffer_string(&title_id));
    html_words(html, title);
    page_end(page);
    page_begin(page, "desc", NULL);
    page_attribute(page, "id", buffer_string(&about_id));
    page_words(page, description);
    page_end(page);
}

void html_label(const struct html_report *html, const char *class, size_t x, size_t y,
                struct text words)
{
    page_begin(html->page, "text", class);
    page_attribute_count(html->page, "x", x);
    page_attribute_count(html->page, "y", y);
    page_words(html->page, words);
    page_end(html->page);
}

static size_t columns_of(uint32_t c)
{
    int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct text html_cut(const struct html_report *html, struct text words, size_t columns)
{
    size_t width = 0, end = 0;
    for (size_t at = 0; at < words.size; end = at) {
        width += columns_of(text_next(words, &at));
        if (width > columns)
            break;
    }
    if (end == words.size)
        return words;
    struct text_buffer out = text_buffer_new(html->arena);
    buffer_append(&out, text_slice(words, 0, end));
    buffer_append_string(&out, "…");
    return buffer_text(&out);
}

struct text html_counted(const struct html_report *html, const struct message *message, size_t a,
                         size_t b, size_t c)
{
    const size_t numbers[] = {a, b, c};
    struct text args[MESSAGE_ARGS] = {{0}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct text_buffer number = text_buffer_new(html->arena);
        buffer_append_int(&number, (int64_t)numbers[i]);
        args[i] = buffer_text(&number);
    }
    return message_format(html->arena, message, args, html->report->language);
}

/* ---- the page ---- */

static void write_card(const struct html_report *html, const char *class, size_t number,
                       const char *unit, const char *const words[LANG_COUNT])
{
    page_begin(html->page, "li", class);
    page_begin(html->page, "b", NULL);
    page_count(html->page, number);
    page_string(html->page, unit);
    page_end(html->page);
    html_words(html, words);
    page_end(html->page);
}

static void write_cards(const struct html_report *html)
{
    static const char *const roles[] = {"個崗位", "个岗位", "roles"},
                             *const complete[] = {"完整", "完整", "complete"},
                             *const errors[] = {"個錯誤", "个错误", "errors"},
                             *const warnings[] = {"個警告", "个警告", "warnings"},
                             *const notes[] = {"個提示", "个提示", "notes"};
    const struct diagnostics *findings = html->report->findings;
    const struct scores *scores = html->report->scores;
    page_begin(html->page, "ul", "cards");
    write_card(html, NULL, scores->count, "", roles);
    write_card(html, NULL, score_percent(scores->given, scores->asked), " %", complete);
    write_card(html, "error", findings->by_level[LEVEL_ERROR], "", errors);
    write_card(html, "warning", findings->by_level[LEVEL_WARNING], "", warnings);
    write_card(html, "info", findings->by_level[LEVEL_INFO], "", notes);
    page_end(html->page);
}

static struct text page_title(const struct report *report, struct arena *arena)
{
    static const char *const report_of[LANG_COUNT] = {"崗位檢查報告", "岗位检查报告",
                                                      "Report on roles"};
    struct text name = handbook_text(report->handbook, ELEMENT_HANDBOOK_TITLE);
    if (text_is(name, ".")) /* of a folder that was named so */
        name = TEXT("");
    struct text_buffer title = text_buffer_new(arena);
    buffer_append(&title, name);
    buffer_append_string(&title, text_is_empty(name)           ? ""
                                 : report->language == LANG_EN ? ": "
                                                               : "：");
    buffer_append_string(&title, report_of[report->language]);
    return buffer_text(&title);
}

void report_html(const struct report *report, struct text_buffer *out)
{
    struct html_report html = {
        .report = report, .arena = out->arena, .rows = role_rows_of(out->arena, report->handbook)};
    struct text_buffer all_styles = text_buffer_new(out->arena);
    buffer_append_string(&all_styles, styles);
    buffer_append_string(&all_styles, print_styles);
    html.page = page_open_with(out, report->language,
                               (struct page_head){.title = page_title(report, out->arena),
                                                  .styles = buffer_string(&all_styles),
                                                  .script = script});
    write_cards(&html);
    html_completeness(&html);
    html_overlaps(&html);
    html_findings(&html);
    page_close(html.page);
}
