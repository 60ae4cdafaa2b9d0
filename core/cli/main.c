#include <stdio.h>

int main(void)
{
    puts("rolebook " ROLEBOOK_VERSION);
    return 0;
}
