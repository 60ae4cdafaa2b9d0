/*
 * SHA-256 of a text (FIPS 180-4), for the hashes by which a page allows its own script and styles.
 */
#ifndef ROLEBOOK_CORE_BASE_SHA256_H
#define ROLEBOOK_CORE_BASE_SHA256_H
#include "core/base/text.h"

#define SHA256_SIZE 32

/* Of any bytes; most significant byte first. */
void sha256(struct text bytes, unsigned char digest[SHA256_SIZE]);

#endif
