/*
 * Every limit on input stands here, with the reason for its size.
 *
 * Input is hostile. A breach is one clear diagnostic that names the limit, never an assert.
 */
#ifndef ROLEBOOK_CORE_BASE_LIMITS_H
#define ROLEBOOK_CORE_BASE_LIMITS_H

/* One input file. The largest real role files seen hold pictures and stay under 30 MB. */
#define LIMIT_FILE_BYTES ((size_t)256 << 20)
/* Bytes a format is recognised by: a ZIP's first entry name and an XML root element fit. */
#define LIMIT_SNIFF ((size_t)4096)
/* Nesting of elements, lists, tables and quotes; Word itself stops at about 30 table levels. */
#define LIMIT_DEPTH 100
/* Elements nested in an XML part, markup included; real WordprocessingML stays under 60. */
#define LIMIT_XML_DEPTH 256
/* Attributes of one element; libxml2 compares each with each, and Word's root has about 40. */
#define LIMIT_XML_ATTRIBUTES 1000
/* Parts of one package: a Word file with a thousand pictures has about a thousand parts. */
#define LIMIT_PACKAGE_PARTS 10000
/* Relationships of one part: a link each; a long document may hold ten thousand. */
#define LIMIT_RELATIONSHIPS 100000
/* Styles, lists and list templates of a Word file: documents pasted together hold thousands. */
#define LIMIT_WORD_STYLES 20000
#define LIMIT_WORD_LISTS 60000
/* Running heads and feet of a Word file: three of each a section, and books have 50 sections. */
#define LIMIT_WORD_HEADERS 400
/* One part, inflated, and all parts read of one package together. */
#define LIMIT_PART_BYTES ((size_t)256 << 20)
#define LIMIT_PACKAGE_BYTES ((size_t)512 << 20)
/* Inflated to stored size of a part: deflate reaches 1032; real document.xml reaches about 60. */
#define LIMIT_INFLATE_RATIO 400
/* ... but a small part may be as repetitive as it likes. */
#define LIMIT_INFLATE_RATIO_FROM ((size_t)4 << 20)
/* Columns and rows of one table: Word allows 63 columns; an export may hold a row a role. */
#define LIMIT_TABLE_COLUMNS 1024
#define LIMIT_TABLE_ROWS 200000
/* Cells of one table after spans are laid out on the grid. */
#define LIMIT_TABLE_CELLS 2000000
/* Roles of one handbook. */
#define LIMIT_ROLES 1000000
/* Values of a YAML file, an alias counted as all it stands for: a baseline of 100,000 findings. */
#define LIMIT_YAML_VALUES 2000000
/* Steps of a search for alike duties: a hundred thousand of boilerplate take about 2^30. */
#define LIMIT_JOIN_STEPS ((uint64_t)1 << 35)
/* Duties of a role that is compared as a whole: forms have some dozens, lists of tasks hundreds. */
#define LIMIT_MATCHED_DUTIES 1000
/* A share in basis points: ten thousand times the whole is nonsense, and sums stay in range. */
#define LIMIT_SHARE 100000000
/* Pixels of one picture: a page at 1200 dpi has 139 million, decoded at four bytes each. */
#define LIMIT_IMAGE_PIXELS ((size_t)150000000)
/* Threads: more than that only contend. */
#define LIMIT_THREADS 256
/* Symbolic links and folders followed when a folder is read. */
#define LIMIT_FOLDER_DEPTH 64

#endif
