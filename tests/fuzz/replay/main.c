/* Holds one input against a harness, without libFuzzer: what a fuzzer found once stays a test. */
#include "tests/fuzz/fuzz.h"
#include <stdio.h>

/* Some harnesses have one. */
__attribute__((weak)) int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Harnesses with a mutator of their own call it; an input that is replayed is not changed. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most)
{
    (void)data, (void)most;
    return size;
}

#define LARGEST (1 << 20) /* bytes; libFuzzer makes none that is larger */

int main(int argc, char **argv)
{
    static uint8_t bytes[LARGEST];
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: %s FILE\n", argv[0]);
        return 2;
    }
    size_t size = fread(bytes, 1, sizeof bytes, file);
    bool is_whole = size < sizeof bytes && !ferror(file);
    fclose(file);
    if (!is_whole) {
        fprintf(stderr, "%s: not read whole\n", argv[1]);
        return 2;
    }
    if (LLVMFuzzerInitialize != NULL)
        LLVMFuzzerInitialize(&argc, &argv);
    return LLVMFuzzerTestOneInput(bytes, size);
}
