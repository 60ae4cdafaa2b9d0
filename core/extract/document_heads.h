/*
 * The heads of controlled documents: tables with what a document is called, its number, its version
 * and who drew it up, each over a document of its own.
 *
 * Manuals of quality, and of what drug stores and laboratories must have in writing, are such
 * documents one behind the other: 文件名稱 | 出納崗位職責 | 編號 | GW-3 over 1、目的 …, and the next
 * begins with the next head.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_DOCUMENT_HEADS_H
#define ROLEBOOK_CORE_EXTRACT_DOCUMENT_HEADS_H
#include "core/extract/extraction.h"

/* 出納 of 出納崗位職責 in the head of a document; false: the table is no such head, or that of a
 * document about no role. */
bool document_head_name(struct extraction *x, const struct block *block, struct value *name);
/*
 * The heads among the blocks of the document, where there are several and one names a role.
 *
 * out      *count  of heads
 * returns  them, in the scratch arena; NULL: the document is one
 */
struct block **find_document_heads(struct extraction *x, size_t *count);

#endif
