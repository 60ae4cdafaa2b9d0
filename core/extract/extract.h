/*
 * Extraction turns a document into roles.
 *
 * It knows headings, labelled lines, pseudo-headings, lists and the table forms, by the
 * vocabulary; it knows no file format, and no rule of it names a file. Nothing is dropped: what
 * is not understood stands in the role's other sections, with a finding S101.
 *
 * The method: each folder is a stage, each file a step of it. They are listed in about the order
 * in which they run; read_document (extract.c), outline_of (outline.c) and find_role_heads
 * (role_heads.c) are that order, a line a step.
 *
 * here         compilation: documents pasted below numbered headings are read one by one, each
 *              by all of this, and so are those below heads of their own (document_heads).
 *              front_matter: its entries are a role's elements, or those of a page.
 *              exact_role: a file that says it is one role ("kind: role") is read as it is written,
 *              by this alone: none of the stages below guesses at it.
 *              nowhere, last of all: what was taken for a label or a value and is in no output
 *              is kept in a section.
 *
 * outline/     First the blocks of the document are put right.
 *              styled_words: words that are all styled as headings are none.
 *              layout_lists: lists whose items hold headings or labels only place words.
 *              code_pages: postings set as code are read line by line. posting_heads: whose a
 *              posting is, its name and its pay, between bars, are a heading.
 *              bold_labels: labels in bold without a colon get one.
 *              tabbed_names: names of positions that tabs place beside their duties become lines.
 *              named_items: so do those in the first line of an item over what it holds.
 *              wrapped_paragraphs: lines of a page, a paragraph each, are joined.
 *              lines, lists: soft line breaks that begin items divide paragraphs, and so do
 *              lines in bold, or that hashes make headings (hashes). Lists end in front of a label
 *              that one of their items swallowed, and in front of the name of a position among
 *              acts. dividing: a run or a paragraph in two. line_words: what a line is by its words.
 *              brackets: labels in 【】 in the midst of a paragraph divide it, and so do those
 *              behind a mark (marked_labels). lost_labels: so does one at its end, over a list
 *              that begins anew. name_terms: the bracket behind a position's name that holds
 *              terms of the post becomes a paragraph below it.
 *              duty_leads: what leads to a post's duties in front of them becomes a line.
 *              bare_numbers: "1 Walk every block" above "2 …" is numbered, without a stop.
 *              bulleted_lists: paragraphs behind bullets, several in a row, are a list.
 *              bold_headings: lines in bold are headings where none of them is a label.
 *              article_headings: so are the titles of articles of rules in plain lines.
 *              value_lines: labels and values by turns, a line each, are pairs.
 *              nested_lists: bullets between the items of a numbered list are below these.
 *              officer_lists: items about an officer each become paragraphs. office_lines: an
 *              office with its number and how it is filled, over what it does.
 *              (Of tables/, split_heads, cut_tables, role_columns and parted_tables belong here as well.)
 *
 *              Then each block becomes a piece: heading, pairs, words or table (pieces).
 *              paragraph_headings: a paragraph is a heading by its words (a label of the
 *              vocabulary, or one whose words speak of an element) and its looks (bold, centred,
 *              numbered, a colon behind it, alone over longer words). What looks like the rest
 *              of the document marks nothing; a bold line that looks like its known headings is
 *              one. run_in_headings: so is a label in front of its words, in one paragraph.
 *              sheet: of tables from a spreadsheet, what the program shows around them is left out.
 *              layout_tables: tables that only place words are read as the page.
 *              contents: lines of contents that the author typed are left out.
 *              questionnaires: what applicants are asked below a posting.
 *              item_rows: labels in a row without words of their own are items of what is above.
 *              plain_headings: lines that are headings, or none, by what the others look like.
 *              rest_headings: the last of several groups that nobody knows, numbered alike.
 *              neighbours: which pieces stand in front of, behind and below each other; numbers:
 *              the ones in front of them.
 *
 * role_heads/  Which pieces name roles; role_heads.c has the order.
 *              role_headings: a heading over the elements of one role, from the deepest level
 *              up, so that a book's title over its roles is none; what comes again below the
 *              next is a section of both, and no name.
 *              role_below: how much what stands below it looks like one role's.
 *              names_in_forms: the name that a form holds.
 *              role_forms: a form's title beside a name, and titles that only say whose the form
 *              is.
 *              first_titles: a short line in front of everything else.
 *              role_lines: a line after which labels begin anew that were there before.
 *              label_owners: labels that have the name of the role beside them.
 *              names_beside: names in front of sections as those of the roles beside them are.
 *              names_over_labels: marked names of positions over lines of labels.
 *              names_over_sections: ... each over the same section.
 *              names_over_leads: ... over sentences that call the holder by them.
 *              names_over_captions: ... over a caption that nobody knows.
 *              plain_names: plain lines over headings that come again.
 *              title_labels: labels of the name over chapters and lists of names.
 *              title_lines: a label of the name that comes again. job_families: "Job" among the
 *              terms behind a posting is none.
 *              book_titles: the title of a book or a department over its roles is none of them.
 *              bare_positions: names of positions over lists without labels, or headings of them
 *              below one of duties.
 *              name_rows: names in a row below a heading of duties, each over words of its own.
 *              twins: headings beside each other that have the same sections.
 *              alike_lines: plain names by turns with their words, lines that look like those
 *              that name roles.
 *              element_chapters: chapters about one element each of the same roles.
 *              announced_names: names in bold below a heading that says whose duties follow.
 *              posts_of_holders: posts beside who holds them, over words of their own.
 *              bracketed_names: names in 【】 among others that are positions'.
 *              series: heads of one look in front of their bodies, an item or a line each,
 *              weighed in points (series_evidence); role_items reads these (item_parts: who and how
 *              many hold the post), and series_headings weighs headings alike. series_tables: names
 *              that tables have, too.
 *              series_ends: what goes on the numbers of roles, or of their chapter, is of none.
 *              names_over_tables: names, each over a table like the next one's.
 *              named_needs: a document titled by a post and what it takes to hold it.
 *              aspects: headings that each say one aspect of the same body or post.
 *              among_posts: names that nobody knows, in a row with names that are known.
 *              shared_sections: sections behind several roles that tell of each by its name.
 *              names_below_houses: positions right below the houses that look for them.
 *              house_terms: houses over terms that are those of all posts behind them.
 *              names_again: a name over prose in front of the duties of the same one.
 *              policy_titles: a policy about one kind of staff is titled by their post.
 *              charges: units and posts that have charge of what is listed below.
 *              officers, officers_han, officer_sentences: paragraphs of rules, each of another
 *              officer. officer_rows: the lists around and below these. condition_leads: what
 *              articles of their own say it takes to hold an office, and what ends it.
 *              bodies: committees and boards as headings over what they shall do.
 *              holders: who holds a post, in front of its name.
 *              advert_posts: posts that an advertisement has one a line.
 *              unit_members: units of a plan over who belongs to them and what they do.
 *              units: lines with the name of a unit over names of roles; units below the duties
 *              of a house, and those that are articles of rules. department_duties: units that
 *              say what they do in front of the names.
 *              headcount_heads: headings that say how many are wanted.
 *              counted_names: numbers that the author typed in front of the names.
 *              papers: roles of a procedure or policy, below its responsibilities.
 *              listed_roles: headings that say again what a table of roles lists.
 *              indexes: tables that list roles which headings or forms name.
 *              role_lists: headings below "Project roles" (role_announcements: what says so),
 *              positions beside roles or among their sections.
 *              told_roles: positions in several chapters that the words below tell of.
 *              families: levels of a position, each below its own heading.
 *              naming, title_sentence, posting_titles, posting_lines: a name that only the file, a
 *              sentence, or the title or the lines of a posting has, looked for last.
 *              All of them ask position_names whether a title is the name of a position.
 *
 * walk/        From piece to piece. roles: where each begins and ends, and what it is called.
 *              chapters: what stands over roles. walk_headings: a heading begins a role, or opens
 *              a target (element_headings: an element; unknown_headings: a section of its own, a
 *              group of what is open), words go to the target that is open. A target ends at the
 *              next heading of its level or above; what stands below it is a part of it, and so
 *              are lines that look like it right below it, over items: groups of them.
 *              walk_words: plain words open, end or go on a section. walk_pairs: lines and lists
 *              of labels and values; unknown_pairs: those beside known ones. numbered_sections: the
 *              number behind those of known sections is the next one. group_captions: labels among
 *              the captions of groups of duties, needs and benefits. turn_captions: numbered
 *              captions by turns with paragraphs. tag_lines: terms that bars part, or one alone, below
 *              the name. house_lines: the house and its department there.
 *              announced: sentences over items that say what these are.
 *              house_words: what a posting says of its house in front of the post. definitions:
 *              sentences that say what a role is. lead_words: words that no heading announces, by
 *              what the role's headings speak of (region); becoming: how somebody comes to hold the
 *              role; plain_acts: a row of acts among them, and what stands behind it.
 *              role_chapters: levels and specialties among the roles of a family. sorting: what the
 *              sentences below an unknown heading are by how they begin. candidate_words:
 *              paragraphs about who is wanted. pay_words: paragraphs of the pay within other
 *              texts. compositions: who is in a body. labelled_acts:
 *              paragraphs of acts, each behind the name of its group. prose, told_sentences: a
 *              posting that has its duties in sentences only, sentence by sentence. named_sections,
 *              holders_now: sections and people beside the role that they name. section_ends:
 *              sentences behind a section that are none of its items. office_terms: how many hold an
 *              office of rules, and how they come to it. last_lines: who approved the role,
 *              behind all that is said. handbook_part: a file of another kind, which is one
 *              element of the handbook.
 *
 * tables/      form, form_*: a table with labels. Each row is a bar, labels and values beside
 *              each other, labels above values, a label merged over the rows beside it (read
 *              like a form of its own; table_labels merges those typed again or left empty
 *              below; role_bars: bars that name roles), heads over records, which are surer than the bar above them, needs over
 *              conditions (specification), or a row of the section that is open. form.c has the
 *              order in which a row is asked what it is. Labels are matched with values by their
 *              order in the row, never by a column's number.
 *              split_heads: heads in two rows that no cell joins are merged.
 *              cut_tables: tables of roles whose heads come again are one.
 *              parted_tables: rows of labels over rows with one role each are a table of their own.
 *              columns, settled_columns, group_columns, head_fields, record_heads, record_rows,
 *              records, plain_tables, role_row_heads, role_rows, level_rows: tables with heads:
 *              fields, other elements, marks, one role a row (role_rows_fill takes them), sides.
 *              revision_columns: editions and approvals in one. cell_sections: sections within a
 *              cell. cell_roles: several roles in one cell of names. roles_again: a row each for
 *              roles that were told of before. dictionaries: fields of data, which are no form.
 *              Where no section says whose the rows are, the heads name the element, and the rows
 *              below (numbered, or several without labels) say that they are heads. Of two columns
 *              of duties the first holds groups, where one of its cells is over several duties.
 *              responsibility_matrix, scenario_matrix, permission_chart, level_columns,
 *              role_columns, people_tables, department_tables: charts with one role or level a
 *              column; tables of those who hold a role; tables of what departments do. named: forms
 *              that rolebook wrote say by names what each cell is: no guessing there.
 *
 * fill/        Words go to the place that is open (fill_words), pairs to their element whatever is
 *              open (fill_pairs), and become items there (items, inline_items, sentences,
 *              code_lines; whole_items where nothing is to be divided; loose_values: of two, the one
 *              that is only near the post): numbers and bullets off,
 *              lines that wrap joined (line_ends), boxes that nobody ticked left out. asides: notes
 *              and prompts that nobody replaced. reporting: sentences that say who the superior is.
 *              marks: "(E)" and "(D)" behind items, and the line that says what they mean.
 *              duty_fields: by what a duty is assessed, labelled below it.
 *              sections_of_both: one section of powers and duties, or of duties and needs, parted.
 *              At the end, headcounts: how many hold each office; powers: what of duties and powers
 *              in one its holder may do; superiors: whom a sentence of the purpose says they report
 *              to.
 *
 * evidence/    Whether what was found is a role at all, and what the file is if not; bare_lists:
 *              duties without any heading. Where the only one is none, the file is read once more
 *              for names of positions; where headings were titles of pages (page_titles weighs
 *              it), once more without these. post_signs: whether a page under a name that is no
 *              position's speaks of a post. false_friends, people_files, personas, resume,
 *              tutorials: files about something else.
 *
 * All stages ask labels/ what a label means (label_memory keeps it from file to file of a
 * batch): by the vocabulary first, then without remarks and copies, in either language of a
 * bilingual label (label_parts), and for headings only by the words in it (label_guesses). A role's
 * label that stays unknown opens the element whose labels have its words (core/model/likely_labels),
 * where the role lacks that, and says so (S101).
 * announcements: sentences that do a heading's work; holder_leads: those that call the holder by
 * name. label_pairs finds labels and values
 * in a line, label_names the name of a role beside the title of a form or a heading of duties, series_heads
 * the name of a group behind a numbered label.
 * joints and latin_words are what titles in Latin letters are made of. values/ says what a value
 * is: a blank, a box (choices), a prompt, pay, a number of people (headcount), a rank (ranks), or
 * what is only wished for (preference). account keeps where each word of the file went, findings
 * what is said of it, requests what the file asks of the checks.
 *
 * Words of a language are asked for as signs (core/model/signs.def); what stands in the code is
 * grammar: stops, brackets, 的, 和.
 *
 * To teach it a word, add it to templates/vocabulary; to teach it a form, add the smallest test
 * of it to tests/golden/extract, and look in --explain at which step it goes wrong.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EXTRACT_H
#define ROLEBOOK_CORE_EXTRACT_EXTRACT_H
#include "core/extract/account.h"
#include "core/extract/labels/label_memory.h"
#include "core/model/vocabulary.h"

/* What kind of file it is, where its front matter, name or content says so. */
enum file_kind {
    FILE_KIND_UNKNOWN,
    FILE_KIND_ROLES,
    FILE_KIND_BASELINE,
    FILE_KIND_STRATEGY,
    FILE_KIND_PROCESSES,
    FILE_KIND_SCENARIOS,
    FILE_KIND_ORGANISATION, /* positions, departments, headcounts, superiors */
    FILE_KIND_PREFACE,      /* prose for the handbook */
};

/* What a file is by its name without the extension; arena: for work. */
enum file_kind file_kind_by_name(struct arena *arena, struct text name);

/*
 * in       document    borrowed; must live as long as the handbook. Its paragraphs are divided at
 *                      soft line breaks that begin items
 *          kind        what the project says it is; FILE_KIND_UNKNOWN: found out here
 *          memory      of the files read before with the same vocabulary; NULL: there are none
 *          account     gets an entry for each stretch of the document; NULL: nobody asks
 * returns  what the document holds, in the arena: never NULL, perhaps with no role. Findings about
 *          structure (S101, S102, S103) and what could not be understood go to diags.
 */
struct handbook *extract_document(struct arena *arena, const struct vocabulary *vocabulary,
                                  struct document *document, enum file_kind kind,
                                  struct label_memory *memory, struct account *account,
                                  struct diagnostics *diags);

#endif
