/* The keys of the format that are no element's or field's name. */
#ifndef ROLEBOOK_CONVERTERS_JSON_NAMES_H
#define ROLEBOOK_CONVERTERS_JSON_NAMES_H

#define KEY_VERSION "rolebook"
#define KEY_LANGUAGE "language"
#define KEY_PREFACE "preface"
#define KEY_ROLES "roles"
#define KEY_OTHER "other"
#define KEY_SOURCE "source"
#define KEY_AS_WRITTEN "as-written"
#define KEY_HEADING "heading"
#define KEY_LABELS "labels"
#define KEY_DEPTHS "depths"
#define KEY_REASON "reason"
#define KEY_AT "at"
#define KEY_TEXT "text"

#endif
