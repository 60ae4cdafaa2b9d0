#include "converters/doc/doc.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct document *document;
    enum status status;
};

#define OLE2 "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define WORD_STREAM "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
#define ENCRYPTED_STREAM "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"

static void read_bytes(struct fixture *f, const char *path, struct text bytes)
{
    f->arena = arena_open(NULL, NULL);
    f->source = (struct source){.path = path};
    f->diags = diagnostics_new(f->arena);
    struct input input = {
        .arena = f->arena, .source = &f->source, .bytes = bytes, .diags = f->diags};
    f->status = doc_read(&input, &f->document);
}

static void assert_said(const struct fixture *f, const char *expected)
{
    assert_int_equal(f->diags->count, 1);
    struct text words = diagnostic_message(f->arena, f->diags->items[0], LANG_EN);
    if (text_find(words, text_from_string(expected), 0) == TEXT_NOT_FOUND)
        fail_msg("\"%.*s\" does not say \"%s\"", TEXT_ARGS(words), expected);
}

static void test_without_office_the_command_is_given(void **state)
{
    (void)state;
    struct fixture f;
    assert_int_equal(setenv("PATH", "/nowhere:relative", 1), 0);
    read_bytes(&f, "it's.doc", TEXT(OLE2 WORD_STREAM));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_said(&f, "soffice --headless --convert-to docx 'it'\\''s.doc'");
    arena_close(f.arena);
}

static void test_a_password_and_other_ole2_files_are_told_apart(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, "a.docx", TEXT(OLE2 ENCRYPTED_STREAM));
    assert_said(&f, "password");
    arena_close(f.arena);
    read_bytes(&f, "a.xls", TEXT(OLE2 "W\0o\0r\0k\0b\0o\0o\0k\0"));
    assert_said(&f, "no Word document");
    arena_close(f.arena);
}

/* A folder with a soffice of our own in it, first and only on the PATH. */
static void pretend_office(char *folder, const char *script)
{
    assert_non_null(mkdtemp(folder));
    char name[200];
    snprintf(name, sizeof name, "%s/soffice", folder);
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(script, file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(name, 0700), 0);
    assert_int_equal(setenv("PATH", folder, 1), 0);
    assert_int_equal(setenv("TMPDIR", folder, 1), 0);
}

static void assert_left_nothing(const char *folder)
{
    char name[200];
    snprintf(name, sizeof name, "%s/soffice", folder);
    assert_int_equal(unlink(name), 0);
    assert_int_equal(rmdir(folder), 0); /* fails when anything is left in it */
}

static void test_a_conversion_that_fails_says_so_and_leaves_nothing(void **state)
{
    (void)state;
    char folder[] = "/tmp/rolebook-test-XXXXXX";
    struct fixture f;
    pretend_office(folder, "#!/bin/sh\n/bin/mkdir -p \"$HOME/profile/a/b\"\necho x >"
                           "\"$HOME/profile/a/b/c\"\nexit 1\n");
    read_bytes(&f, "a.doc", TEXT(OLE2 WORD_STREAM));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_said(&f, "LibreOffice did not convert");
    arena_close(f.arena);
    assert_left_nothing(folder);
}

static void test_what_the_converter_writes_is_read(void **state)
{
    (void)state;
    char folder[] = "/tmp/rolebook-test-XXXXXX";
    struct fixture f;
    pretend_office(folder,
                   "#!/bin/sh\n/bin/cat >\"$HOME/in.docx\" <<'E'\n<pkg:package xmlns:pkg=\"http://"
                   "schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part "
                   "pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document xmlns:w=\"http://"
                   "schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                   "old</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>"
                   "</pkg:package>\nE\n");
    read_bytes(&f, "a.rtf", TEXT("{\\rtf1 old}"));
    assert_int_equal(f.status, STATUS_OK);
    assert_true(text_is(block_text(f.arena, f.document->blocks), "old"));
    assert_string_equal(f.document->blocks->span.source->path, "a.rtf");
    arena_close(f.arena);
    assert_left_nothing(folder);
}

/* A soffice that hands on the names it is called with, as the words of a document. */
#define ECHOES                                                                                     \
    "#!/bin/sh\n/bin/cat >\"$HOME/in.docx\" <<E\n<pkg:package xmlns:pkg=\"http://"                 \
    "schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part pkg:name=\"/word/document.xml\">"    \
    "<pkg:xmlData><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"  \
    "main\"><w:body><w:p><w:r><w:t>$8 ${9##*/} ${10}</w:t></w:r></w:p></w:body></w:document>"      \
    "</pkg:xmlData></pkg:part></pkg:package>\nE\n"

static void assert_converted_as(const char *path, struct text bytes, const char *expected)
{
    char folder[] = "/tmp/rolebook-test-XXXXXX";
    struct fixture f;
    pretend_office(folder, ECHOES);
    const struct converter *converter = converter_sniff(bytes, text_from_string(path));
    assert_ptr_equal(converter, &doc_converter);
    read_bytes(&f, path, bytes);
    assert_int_equal(f.status, STATUS_OK);
    struct text words = blocks_text(f.arena, f.document->blocks);
    if (text_find(words, text_from_string(expected), 0) == TEXT_NOT_FOUND)
        fail_msg("\"%.*s\" does not say \"%s\"", TEXT_ARGS(words), expected);
    arena_close(f.arena);
    assert_left_nothing(folder);
}

static void test_content_says_how_office_is_to_read_it(void **state)
{
    (void)state;
    assert_converted_as("a.doc", TEXT("{\\rtf1 x}"), "in.rtf");
    assert_converted_as("a.doc", TEXT("\xEF\xBB\xBF \n<HTML xmlns:w=\"\"><body>"),
                        "in.html --infilter=HTML (StarWriter)");
    assert_converted_as("a.docx", TEXT("<!DOCTYPE html><html>"), "in.html");
    assert_converted_as("a.docx",
                        TEXT("PK\3\4............mimetypeapplication/"
                             "vnd.oasis.opendocument.textPK"),
                        "in.odt");
    assert_converted_as("a.xml",
                        TEXT("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:"
                             "names:tc:opendocument:xmlns:office:1.0\">"),
                        "in.fodt");
    assert_converted_as("a.wps", TEXT(OLE2 "M\0a\0t\0O\0S\0T\0"), "in.doc");
}

static void test_the_page_of_a_web_archive_is_converted(void **state)
{
    (void)state;
    struct text archive =
        TEXT("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n"
             "--b\nContent-Type: text/html\n\n<p>a</p>\n--b--\n");
    struct fixture f;
    assert_converted_as("a.doc", archive, "in.html --infilter=HTML (StarWriter)");
    char folder[] = "/tmp/rolebook-test-XXXXXX";
    pretend_office(folder, ECHOES);
    read_bytes(&f, "a.doc", TEXT("MIME-Version: 1.0\nContent-Type: multipart/related\n"));
    assert_said(&f, "no page in this web archive");
    arena_close(f.arena);
    assert_left_nothing(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_without_office_the_command_is_given),
        cmocka_unit_test(test_a_password_and_other_ole2_files_are_told_apart),
        cmocka_unit_test(test_a_conversion_that_fails_says_so_and_leaves_nothing),
        cmocka_unit_test(test_what_the_converter_writes_is_read),
        cmocka_unit_test(test_content_says_how_office_is_to_read_it),
        cmocka_unit_test(test_the_page_of_a_web_archive_is_converted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
