/*
 * An example of rolebook in a program: says what is wrong with the roles in the files named, and
 * writes them as JSON to standard output.
 *
 *   cc roles.c $(pkg-config --cflags --libs rolebook) -o roles
 *   ./roles agent.docx leader.md >roles.json
 *
 * The exit status is 1 when there was an error.
 */
#include <rolebook.h>
#include <stdio.h>

/* returns  how many of them are errors */
static int print_findings(struct rolebook *book)
{
    struct rolebook_finding finding;
    int errors = 0;
    for (size_t i = 0; rolebook_finding(book, i, &finding); i++) {
        fprintf(stderr, "%s", finding.file);
        if (finding.line > 0)
            fprintf(stderr, ":%zu:%zu", finding.line, finding.column);
        else if (finding.place[0] != '\0')
            fprintf(stderr, ": %s", finding.place);
        fprintf(stderr, ": %s %s\n", finding.code, finding.message);
        errors += finding.level == ROLEBOOK_ERROR;
    }
    return errors;
}

int main(int count, char **arguments)
{
    struct rolebook *book = rolebook_open(NULL, NULL);
    const char *json;
    size_t size;
    for (int i = 1; i < count; i++)
        rolebook_read(book, arguments[i]); /* what cannot be read is a finding */
    for (size_t i = 0; i < rolebook_role_count(book); i++)
        fprintf(stderr, "role %zu: %s\n", i + 1, rolebook_role_title(book, i));
    rolebook_check(book, ROLEBOOK_WHOLE);
    int errors = print_findings(book);
    if (rolebook_write(book, ROLEBOOK_ALL_ROLES, "json", &json, &size) == ROLEBOOK_OK)
        fwrite(json, 1, size, stdout);
    rolebook_close(book);
    return errors > 0;
}
