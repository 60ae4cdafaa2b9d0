/*
 * Signs are the words of the vocabulary by which lines and names are told: 部 ends the name of a
 * unit, 請見 says where to read on. core/model/signs.def has what each says.
 */
#ifndef ROLEBOOK_CORE_MODEL_SIGNS_H
#define ROLEBOOK_CORE_MODEL_SIGNS_H
#include "core/base/text_list.h"

struct vocabulary;

enum sign {
#define SIGN(id, ...) SIGN_##id,
#include "core/model/signs.def"
#undef SIGN
    SIGN_COUNT
};

/*
 * The words of a sign in all languages, the longest first, so that of 如下 and 規定如下 an end is
 * told by the latter. They live as long as the vocabulary. None: the sign tells nothing.
 */
struct text_list vocabulary_signs(const struct vocabulary *vocabulary, enum sign sign);

#endif
