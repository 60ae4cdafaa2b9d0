/*
 * The model as JSON: one object a handbook, or with jsonl one role a line.
 *
 *   {"rolebook": 1, "language": "zh-Hant", "title": "…", "baseline": [{"text": "…"}],
 *    "preface": [{"heading": "…", "text": "…"}], "roles": [ROLE, …]}
 *
 * Keys are the names of core/model/elements.def, in its order; absent elements are absent keys. A
 * text or a reference is a string, a list an array of strings, records an array of objects that
 * hold "text" (the item as its author wrote it) beside the fields of fields.def that it has. An
 * element that is there but empty is "" or [], one that does not apply null. A ROLE has "language",
 * "other": [{"heading", "text"}] and "source", the file it came from. What the page showed beside
 * the values stands apart, so that these stay plain:
 *
 *   "as-written": {"scope": {"heading": "工作範圍", "labels": ["1.", "2."], "depths": [0, 1]},
 *                  "tools": {"reason": "不適用：…"}}
 *
 * Written with places, "as-written" also holds where each value stood, and so does a section:
 *
 *   {"scope": {"at": [{"line": 12, "column": 3}, {"line": 13, "column": 3}]}}
 *
 * of a Word file {"place": "table 1, row 6, column 2"}; {}: nobody knows. Reading passes them over.
 *
 * Reading takes a handbook, a role, or an array of roles; in jsonl a line each, and a first line
 * with "rolebook" for what belongs to the handbook. Numbers and booleans are read as their words.
 * The schema is templates/schema/role.schema.json. Objects with other keys than these for the most
 * part are read as a document: see foreign.c.
 */
#ifndef ROLEBOOK_CONVERTERS_JSON_JSON_H
#define ROLEBOOK_CONVERTERS_JSON_JSON_H
#include "converters/converter.h"

extern const struct converter json_converter;
extern const struct converter jsonl_converter;

/*
 * returns  STATUS_OK, *handbook NULL where the keys are another vocabulary's; STATUS_INPUT after
 *          diagnostics: *handbook is NULL where the file is no JSON, else what could be read;
 *          unknown keys keep their words in "other"
 */
enum status json_read_model(struct input *input, struct handbook **handbook);
/* A line that cannot be read is named, the others are read. */
enum status jsonl_read_model(struct input *input, struct handbook **handbook);
enum status json_write_model(const struct handbook *handbook, struct text_buffer *out,
                             struct diagnostics *diags);
enum status jsonl_write_model(const struct handbook *handbook, struct text_buffer *out,
                              struct diagnostics *diags);
/* The same with places. */
enum status json_write_model_with_places(const struct handbook *handbook, struct text_buffer *out,
                                         struct diagnostics *diags);
enum status jsonl_write_model_with_places(const struct handbook *handbook, struct text_buffer *out,
                                          struct diagnostics *diags);
/* One line; role NULL: the handbook's own, when there is anything in it. */
void jsonl_write_role(const struct handbook *handbook, const struct role *role,
                      struct text_buffer *out);
void jsonl_write_role_with_places(const struct handbook *handbook, const struct role *role,
                                  struct text_buffer *out);

/* The JSON Schema (draft 2020-12) made from the element tables. */
struct text json_schema(struct arena *arena);

#endif
