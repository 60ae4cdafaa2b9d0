/* What every unit test includes: cmocka, in the order it wants its headers. */
#ifndef ROLEBOOK_TESTS_UNIT_UNIT_H
#define ROLEBOOK_TESTS_UNIT_UNIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>
#endif
