/*
 * Chapters stand over roles: each is a page, and perhaps the department that its roles belong to.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_WALK_CHAPTERS_H
#define ROLEBOOK_CORE_EXTRACT_WALK_CHAPTERS_H
#include "core/extract/extraction.h"
#include "core/extract/outline/outline.h"

/* 第一部分 客服部: the heading's words without the chapter's number. */
struct text name_of_chapter(struct extraction *x, struct text heading);
/* 財務部, "Finance Department": the name of a part of an organisation. */
bool is_department(struct extraction *x, struct text name);
/* Ends the chapter before. Its heading opens a page of the handbook; the roles below belong to the
 * department that it names, if it names one. */
void begin_chapter(struct extraction *x, struct text heading, unsigned level, struct span at);
/* 「部門：客戶成功部」 over roles, or the name of their unit, begins such a chapter; false: it is none. */
bool begins_department(struct extraction *x, const struct outline *outline, size_t index);
/* The roles that come are of no chapter; one without words of its own is no page. */
void end_chapter(struct extraction *x);
/* ... but what stands at that level, below the heading of a department, still belongs to it. */
void end_chapter_at(struct extraction *x, unsigned level);

#endif
