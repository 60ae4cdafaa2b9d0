/*
 * The steps by which pieces of the outline come to name roles; role_heads.c has their order.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_ROLE_HEADS_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_ROLE_HEADS_H
#include "core/extract/outline/outline.h"

/* ---- role_heads.c ---- */

/* Finds which headings name roles, and makes headings of lines that do. */
void find_role_heads(struct extraction *x, struct outline *outline);
/* A table with one role a row or column stands below, and between them nothing but prose. */
bool is_over_role_rows(struct extraction *x, const struct outline *outline, size_t heading);
/* Roles one a row, or one a column, that stand nowhere else. */
bool piece_holds_roles(struct extraction *x, const struct piece *piece);

/* ---- title_labels.c ---- */

/* "Roles" over a list, names or sentences is no label of a position's name. */
void settle_title_labels(struct extraction *x, struct outline *outline);

/* ---- book_titles.c ---- */

/* A role right over others, or over a table of them, is the title of their book, and none. */
void drop_book_titles(struct extraction *x, struct outline *outline);
/* Below front matter that names a position, the only heading that looks like a role and names none
 * is a section of that. */
void drop_section_under_title(struct extraction *x, struct outline *outline);

/* ---- role_headings.c ---- */

/* The heading is that of a paper, 「委員會」 alone or 「考勤制度」; below others, 「用戶委員會」 is a body. */
bool names_no_role(struct extraction *x, const struct outline *outline, size_t heading);
/* What stands directly under the heading looks like the elements of one role. */
bool has_role_below(struct extraction *x, const struct outline *outline, size_t heading);
/* "Role card" below one heading and below the next: a section of both, whatever stands under it. */
bool comes_below_others(struct extraction *x, const struct outline *outline, size_t heading);
/* Headings over the elements of one role, from the deepest up: a book's title over them is none. */
void find_roles(struct extraction *x, struct outline *outline);
/* Headings among the sections of a report are more of these, and no roles. */
void drop_sections_of_book(struct extraction *x, struct outline *outline);
/* "Article V: Committees" of a constitution and "Step 2: Review" name no role, whatever is below.
 */
void drop_articles_and_steps(struct extraction *x, struct outline *outline);

/* ---- label_owners.c ---- */

/* Several headings 「工作內容：專案經理」 are each about a role of its own. */
void find_names_behind_labels(struct extraction *x, struct outline *outline);
/* "Developer requirements" below "Developer" is a label, and no name. */
void find_labels_behind_names(struct extraction *x, struct outline *outline);

/* ---- twins.c ---- */

/*
 * The next heading of its level, behind it or in front of it, has the same sections: "Wayfinder"
 * beside "Registration desk". The sections of one role have none that come again.
 */
bool has_twin(struct extraction *x, const struct outline *outline, size_t heading);
/* "Caulker" over items and "Related skills", beside the role "Rigger" with such skills: a role. */
void find_twins_of_roles(struct extraction *x, struct outline *outline);
/* "Assistant manager role" among the sections of "Manager role": a role, too. */
void find_titles_like_first(struct extraction *x, struct outline *outline);
/* "Deputy" and "Supervisor", labels elsewhere, beside a heading with the same sections: names. */
void find_names_among_labels(struct extraction *x, struct outline *outline);

/* ---- first_titles.c ---- */

/* 「日常主要工作」 below a position in the first lines is its duties, and no role called 日常. */
void settle_duties_below_name(struct extraction *x, struct outline *outline);
/* A short line in front of everything else is the role's name, if its elements follow. */
void find_first_title(struct extraction *x, struct outline *outline);
/* "# Stores Helper" as high as "# Job description" behind it: these are its sections. */
void raise_first_title(struct extraction *x, struct outline *outline);

/* ---- role_lines.c ---- */

/*
 * Just above the heading that follows, where the document has one, or beside it where that names a
 * role, too; else LEVEL_NAMED.
 */
unsigned level_of_name(const struct outline *outline, size_t name);
/* A bold line that names a role over headings of the document stands just above these. */
void raise_names(struct outline *outline);
/* The line names the role that begins with this label. */
void name_line_over(struct extraction *x, struct outline *outline, size_t line, size_t label);
/* naming.c: Cook of "Vacancy / Cook", the path of a page. */
struct text name_beside_form(struct extraction *x, struct text title);
/* A label that comes again begins the next role, when a line in front of it can be its name. */
void find_restarts(struct extraction *x, struct outline *outline);

/* ---- names_beside.c ---- */

/* Headings that stand in front of a section as those of two roles or more do name roles, too. */
void find_names_beside(struct extraction *x, struct outline *outline);
/*
 * The line right above the first label, where the next role's name stands right above its own:
 * next_name, next_label; SIZE_MAX: it is no name.
 */
size_t name_like_next(struct extraction *x, const struct outline *outline, size_t first,
                      size_t next_name, size_t next_label);

/* ---- names_over_leads.c ---- */

/* "2.3 Village Orderly" over "The Orderly shall:" and items begins a role. */
void find_names_over_leads(struct extraction *x, struct outline *outline);

/* ---- names_over_captions.c ---- */

/* Names, two of them of positions, each over the same caption that nobody knows, and a list. */
void find_names_over_captions(struct extraction *x, struct outline *outline);

/* ---- names_over_labels.c ---- */

/* Several marked lines that name positions, each over lines of labels, are roles. */
void find_names_over_labels(struct extraction *x, struct outline *outline);

/* ---- names_over_sections.c ---- */

/* Several marked lines that name positions, each right above the same section, are roles. */
void find_names_over_sections(struct extraction *x, struct outline *outline);

/* ---- plain_names.c ---- */

/* Plain lines, each right above the same section as the others and behind the words of the one
 * before, are the names of roles. */
void find_plain_names(struct extraction *x, struct outline *outline);

/* ---- job_families.c ---- */

/* "Job" behind the sections of a posting, over terms, is its kind, and begins no role. */
void settle_job_families(struct extraction *x, struct outline *outline);
/* Such a line, where the role that is open has said what it does or takes. */
bool is_job_family(struct extraction *x, const struct pair *pair);

/* ---- title_lines.c ---- */

/* 「職稱：…」 in a line that comes again over sections of its own: each begins a role. */
void find_title_lines(struct extraction *x, struct outline *outline);

/* ---- names_in_forms.c ---- */

/* A form, a table, with a label for the position's name, or the name across its top. */
bool form_names_position(struct extraction *x, const struct block *block);
/* The value beside the label for the position's name in a form; empty: there is none. */
struct text title_in(struct extraction *x, const struct block *form);
/*
 * "Warehouse" over the title of a form that names another, "Warehouse Clerk", or over the form with
 * that name across its top: where these work.
 */
bool is_over_form_of_another(struct extraction *x, const struct outline *outline, size_t heading);

/* ---- role_forms.c ---- */

/* 「崗位名稱」 stands somewhere: no other line is the name. */
bool has_title_label(struct extraction *x, const struct outline *outline);
/* "Job Description" over a name and its sections is the title of a form. */
void find_form_titles(struct extraction *x, struct outline *outline);
/* "City of Lakes Job Description" over "City Clerk" is the title of a form, and no name. */
void drop_owners_titles(struct extraction *x, struct outline *outline);
/* The position's name in a line over the form that says it again is passed over. */
void skip_repeated_names(struct extraction *x, struct outline *outline);
/* The title of a form over the rest of a form that a page ended begins no role. */
void find_continued_forms(struct extraction *x, struct outline *outline);
/* "Position description (download)" below a role, over nothing that is named: it begins no other.
 * Nor does what a cover over the forms is called. */
void drop_nameless_forms(struct extraction *x, struct outline *outline);

/* ---- indexes.c ---- */

/* Tables with a row for each of the roles that headings or forms name list these. */
void mark_indexes(struct extraction *x, struct outline *outline);

/* ---- listed_roles.c ---- */

/* Headings that say the names in a table with one role a row are those of its roles. */
void find_listed_roles(struct extraction *x, struct outline *outline);

/* ---- role_items.c ---- */

/* The name of a role in front of a colon or a dash, and the words behind it. */
struct role_item {
    struct text name, words;
    struct text whole;  /* both, and what stands between them */
    struct text count;  /* how many hold the post; empty: it is not said */
    struct text holder; /* in front of the words: 「王小明，負責…」; empty: nobody */
    const struct block *list; /* below the name; NULL: none */
    const struct block *team; /* a list of positions there, each a role of its own; NULL: none */
    const struct block *group; /* ... below 「決策層」, which is none: they are in it; NULL: none */
    bool is_bare;              /* the name of a position and nothing else */
    bool is_sentence;          /* that names the role by its subject, perhaps one of several */
    bool is_again;             /* a table in front of it has told of the role */
    bool is_lead; /* ... over items that tell what he does: 「秘書長辦理下列事項：」 */
};
/* The name of a position, perhaps with a remark, and no label of an element. */
bool is_post_name(struct extraction *x, struct text name);
/* An item of a list reads like one; false: it does not. */
bool role_item_of_block(struct extraction *x, const struct block *block, struct role_item *item);
/* The same for a line. */
bool role_item_of_line(struct extraction *x, const struct piece *piece, struct role_item *item);
/* "Sound group" in front of "The sound group is": the words speak of whom the name names. */
bool role_item_says_name(struct extraction *x, const struct role_item *item);
/* "**Pilots** (2 FTE)" over a list of its own: a position and how many hold it. */
bool role_item_is_post(struct extraction *x, const struct role_item *item);
/* Its words say what somebody does. */
bool role_item_tells(struct extraction *x, const struct role_item *item);
/* One role an item, 「- 店長：管理門市」; block is a list that series.c says is one. */
void fill_role_list(struct extraction *x, const struct block *block);
/* A sentence that tells what somebody does, or whom a position asks for. */
bool tells_of_holder(struct extraction *x, struct text words);
/* 「熟悉…」, 「要求本科…」, 「5年…」: what it takes, and nothing that somebody does. */
bool tells_need_of_post(struct extraction *x, struct text words);

/* A role of the line's own. */
void fill_role_line(struct extraction *x, const struct outline *outline, size_t index);

/* ---- item_parts.c ---- */

/* Takes who holds the post, and how many do, out of the name and the words of the item. */
void part_item(struct extraction *x, struct role_item *item);
/* "Product owner – Mia Berg", 「社長：陳大文（資工二）」 over a list of what they do. */
void part_person_over_list(struct extraction *x, struct role_item *item);
/* The number of its holders that the post's name ends in, 隊長一人, 組員（2名）; empty: none does.
 * rest: the name without it. */
struct text count_behind(const struct extraction *x, struct text name, struct text *rest);

/* ---- policy_titles.c ---- */

/* 「導覽志工招募與服務要點」 over sections of what they do and get: the title names the role. */
void find_policy_of_staff(struct extraction *x, struct outline *outline);

/* ---- charges.c ---- */

/* "Responsible for:" over items that name no post and no unit is about what is done. */
void settle_charges_over_acts(struct extraction *x, struct outline *outline);
/* 「知識組織科掌理事項如下：」 over items: a unit or position, and what it has charge of. */
void find_charges(struct extraction *x, struct outline *outline);
/* 「各組職權分列如下：」 over 「一、議事組：」, 「二、活動組：」: each is a role. */
void find_announced_bearers(struct extraction *x, struct outline *outline);

/* ---- condition_leads.c ---- */

/* 「秘書長應具備下列資格之一：」 over items, where the outline has that role. */
void find_condition_leads(struct extraction *x, struct outline *outline);
/*
 * 「有下列情形之一的，須停任：」, 「可單獨批准：」 over items of the role that is open: what these are;
 * ELEMENT_COUNT: nothing that such a line says.
 */
enum element element_of_nameless_lead(struct extraction *x, struct text words);
/* 「應…」, 「有…」: behind the name of a post, what its holder must, or whose the conditions are. */
bool asks_of_holder(struct extraction *x, struct text rest);

/* ---- shared_sections.c ---- */

/* 任職要求 behind several roles, over what it takes to be each of them; last of all. */
void find_shared_sections(struct extraction *x, struct outline *outline);

/* ---- names_again.c ---- */

/* "Role of the Harbour Master" over prose, in front of "Duties of the Harbour Master": one role. */
void find_names_again(struct extraction *x, struct outline *outline);
/* 「領港員：績效標準」 and 「領港員：工作內容」: sections of the role that each of them names. */
void find_sections_of_names(struct extraction *x, struct outline *outline);

/* ---- house_terms.c ---- */

/* A house over terms that are those of all posts behind it is none of these. */
void drop_houses_with_terms(struct extraction *x, struct outline *outline);

/* ---- names_below_houses.c ---- */

/* 「# 青田科技」 over 「> 測試工程師」: the position is the role's name, and the house beside it. */
void find_names_below_houses(struct extraction *x, struct outline *outline);

/* ---- aspects.c ---- */

/* 「對維護者的期望」 and 「成為維護者」, each a section of the same role. */
void find_aspects(struct extraction *x, struct outline *outline);

/* ---- named_needs.c ---- */

/* "Head Teacher – Person specification", as the first heading and those beside it. */
void find_named_needs(struct extraction *x, struct outline *outline);

/* ---- bodies.c ---- */

/* "Boat Committee" as a heading over what that committee shall do: roles among others, of rules. */
void find_bodies(struct extraction *x, struct outline *outline);

/* ---- series_evidence.c ---- */

/* "Step 1: Intake", 第一阶段, a time or a place: it stands where names of roles do, and is none. */
bool is_part_of_plan(struct extraction *x, struct text name);
/* 「阶段二」 in front of a colon: its number says that no role's name is behind it. */
bool is_numbered_stage(const struct extraction *x, struct text words);
/* People, and no more: "Domenico Zaffora & Bethany Cacayorin", 校長. */
bool are_people(struct extraction *x, struct text words);

/* ---- series.c ---- */

/* Lists of posts with the number of their holders, below units. */
void find_lists_of_posts(struct extraction *x, struct outline *outline);
/* Lists and rows of lines, "Content strategist: This role involves …", in which each is a role. */
void find_series(struct extraction *x, struct outline *outline);

/* ---- advert_posts.c ---- */

/* Lines of an advertisement that are each about another post, whatever its title says. */
void find_posts_of_advert(struct extraction *x, struct outline *outline);

/* ---- unit_members.c ---- */

/* 「搶險組」 over 「組長：…」 and 「職責：…」, several such units: each is a role. */
void find_units_with_members(struct extraction *x, struct outline *outline);

/* ---- holders.c ---- */

/* 「訓育主任」 over 「李主任」 in one cell: who holds the post; empty: the words are all its name. */
struct text holder_below(struct extraction *x, struct text words);

struct post_held {
    struct text holder, post, words; /* words: what stands behind the post's comma */
};
/* 「林文担任项目经理，负责…」, 「林文：项目经理，负责…」; false: the sentence does not begin so. */
bool read_post_held(struct extraction *x, struct text sentence, struct post_held *held);

/* 專案總監 of 「林文 | 專案總監」; the name itself, where it has no joint. */
struct text name_behind_holder(struct text name);
/* The piece, which has a name, is called by the post, and its holder is kept beside it. */
void part_holder(struct piece *piece);
/* All of the headings, several, have somebody's name in front of that of a post. */
bool have_holders(struct extraction *x, const struct outline *outline, const size_t *headings,
                  size_t count);
/* "Project leader: Ann Lee" over "Responsibilities:", several of them: the post is the name. */
void find_posts_with_people(struct extraction *x, struct outline *outline);
/* 「王小明」 over a list with 「職稱：組長」, several: the posts are roles, and the people hold them. */
void find_posts_of_people(struct extraction *x, struct outline *outline);
/* Where all headings that name roles do, their roles are called by the posts. */
void drop_holders(struct extraction *x, struct outline *outline);

/* ---- counted_names.c ---- */

/* 「1 店長」, 「2 收銀員」: names that their author counted are called without the numbers. */
void drop_counts(struct extraction *x, struct outline *outline);

/* ---- headcount_heads.c ---- */

/* "Gate crew (20 people)": headings that say how many are wanted. */
void find_heads_with_counts(struct extraction *x, struct outline *outline);

/* ---- series_ends.c ---- */

/* 「五、安全制度」 behind 「三、社工」 and 「四、廚師」 ends the roles. */
void find_ends_of_series(struct extraction *x, struct outline *outline);

/* ---- units.c ---- */

/* 「部門：財務部」, in a heading or a line of its own: what is behind the label; empty: no unit. */
struct text unit_in_line(struct extraction *x, const struct piece *piece);
/* The piece is a heading of a chapter over the first role of the unit that it names, and the others. */
void make_chapter_of_unit(struct extraction *x, struct piece *unit, const struct piece *role);
/* 「二、財務部」 in a marked line, or 「部門：財務部」, over 「（一）出納」, which is a role: the unit it is in. */
void find_units_over_roles(struct extraction *x, struct outline *outline);
/* 「業務部」 over a list with a post an item: these are the roles, and the unit is their department. */
void find_posts_of_units(struct extraction *x, struct outline *outline);
/* 「第五條 文書組」, 「第六條 活動組」, each over what it does, are roles. */
void find_articles_of_units(struct extraction *x, struct outline *outline);
/* 「項目部部門職責」 over names of units is a chapter with the duties of each. */
void find_chapters_of_units(struct extraction *x, struct outline *outline);

/* ---- department_duties.c ---- */

/* 「財務部」 over its 「部門職責」 and the positions in it is their chapter, and so is what it does. */
void find_departments_with_duties(struct extraction *x, struct outline *outline);

/* ---- alike_lines.c ---- */

/* Plain lines that name positions, by turns with paragraphs and lists, and nothing else. */
void find_names_by_turns(struct extraction *x, struct outline *outline);
/* element_chapters.c: chapters about one element each of the same roles. */
void find_element_chapters(struct extraction *x, struct outline *outline);
/* announced_names.c: names in bold, each over its words, below a heading that says whose duties follow. */
void find_announced_names(struct extraction *x, struct outline *outline);
/* Three or more, each over lines that begin as what somebody does or needs, up to a label. */
void find_told_names(struct extraction *x, struct outline *outline);
/* Numbered lines that name units, each over what it does. */
void find_numbered_units(struct extraction *x, struct outline *outline);
/* Lines numbered alike from one on that are positions, each over its duties. */
void find_counted_positions(struct extraction *x, struct outline *outline);
/* Lines over words of their own that look like the lines that name roles. */
void find_lines_like_roles(struct extraction *x, struct outline *outline);

/* Nothing but a link, as job boards have over each posting. */
bool is_link_alone(const struct block *block);

/* ---- posts_of_holders.c ---- */

/* "Producer: Henry Lee" over words of its own, several by turns: the posts are roles. */
void find_posts_of_holders(struct extraction *x, struct outline *outline);
/* "Producer: Henry Lee", 「王小明——測試：」: the name of the post; empty: the line is none such. */
struct text post_beside_holder(struct extraction *x, struct text line, struct text *holder);
/* 「前端開發：張三、李四」 alike, where no word of a position says that it is one. */
struct text task_beside_people(struct extraction *x, struct text line, struct text *people);
/* Lines of posts and who holds them that the words end in, 「處長：張鴻」; they are taken from these. */
struct text holders_behind(struct extraction *x, struct text *words);

/* ---- bracketed_names.c ---- */

/* Names in 【】 over their own words, where others that look so name roles. */
void find_bracketed_names(struct extraction *x, struct outline *outline);

/* ---- bare_positions.c ---- */

/* "Members:" over the names of people. */
bool is_over_people(struct extraction *x, const struct outline *outline, size_t i);
/* "2. Administrator" over items that look otherwise, or over sentences. */
bool is_bare_position(struct extraction *x, const struct outline *outline, size_t i);
/* Such names are roles where the document has no labels of sections at all. */
void find_bare_positions(struct extraction *x, struct outline *outline);
/* "Responsibilities" over headings that name positions, each over its words: they are roles. */
void find_positions_below_duties(struct extraction *x, struct outline *outline);
/* "Officer Duties" in bold over lines that name positions, each over its words: they are, too. */
void find_lines_below_duties(struct extraction *x, struct outline *outline);

/* ---- among_posts.c ---- */

/* Names that nobody knows, each over acts, in a row with as many known names of roles or more. */
void find_names_among_posts(struct extraction *x, struct outline *outline);

/* ---- names_over_tables.c ---- */

/* Several names, each over a table under the same heads or over a form like the other's, are roles.
 */
void find_names_over_tables(struct extraction *x, struct outline *outline);

/* ---- outline/posting_heads.c ---- */

/*
 * Headings with the pay of a posting between bars name roles, whatever stands below them.
 *
 * returns  whether there are such: no line below them names another
 */
bool find_posting_heads(struct extraction *x, struct outline *outline);

#endif
