/*
 * What a character is to the line it stands in: a letter, a blank, one of the marks that Chinese
 * gives a square of their own (CLREQ 3.1.2).
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_KIND_H
#define ROLEBOOK_CONVERTERS_PDF_KIND_H
#include <stdbool.h>
#include <stdint.h>

enum kind {
    KIND_OTHER, /* symbols: no gap beside them, and breaks as Unicode has them */
    KIND_BREAK,
    KIND_BLANK,
    KIND_WIDE_BLANK,
    KIND_HAN, /* also kana and bopomofo */
    KIND_LETTER,
    KIND_DIGIT,
    KIND_UNIT,       /* % ‰ ° ℃: belong to the number before them */
    KIND_CURRENCY,   /* $ ¥ €: belong to the number behind them */
    KIND_OPENING,    /* （ 「 “ */
    KIND_CLOSING,    /* ） 」 ” */
    KIND_PAUSE,      /* ， 、 ； ： */
    KIND_STOP,       /* 。 ？ ！ */
    KIND_INTERPUNCT, /* · between the parts of a name */
    KIND_CONNECTOR,  /* ～ ／ –: between two ends, never in front of a line */
    KIND_DASH,       /* — and … */
};

enum kind kind_of(uint32_t character);
/* A mark that is set in a square and may give up what is empty of it. */
bool kind_is_mark(enum kind kind);
/* Whether a line may begin, or end, with it. */
bool kind_may_begin(enum kind kind);
bool kind_may_end(enum kind kind);

#endif
