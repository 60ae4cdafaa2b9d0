"""Writes verbs_zh.inc (for core/normalise) and verbs_en.inc (for core/model): make.py JIEBA COW WORDNET OUT

JIEBA is the dict.txt of jieba (Debian: python3-jieba), whose words carry a part of speech; COW the
table of the Chinese Open Wordnet (wn-data-cmn.tab of the Open Multilingual Wordnet); WORDNET the
folder of WordNet 3.0 (Debian: wordnet-base) with index.verb, index.noun, index.adj and
cntlist.rev. OUT is the folder to write to.

Chinese: words of two characters that jieba tags as verbs (v, vn) or the wordnet has as one, by
their first character. Left out are those that the wordnet has as a noun or an adjective, those
that jieba calls nouns as well and counted often, and words that no duty begins with: what is
negated or only felt, what says how things are, and what ends in a particle.
English: verbs of one word, with what the word also is.
"""

import collections
import os
import re
import sys

NO_BEGIN = "不没未无莫勿别非可能会想要应该得是有在所相自只互被受遭挨"
NO_END = "了着过是的地得为于以到在自成向"
STATES = "包括 包含 涵盖 具有 具备 拥有 位于 属于 成为 作为 欢迎 需要 希望 知道 适合 符合 隶属 热爱 喜欢".split()
COMMON = 50  # occurrences in jieba's texts of a word that its tag calls a noun as well
MOSTLY = 4  # a word this many times as often a noun as a verb
SEEN = 5  # a word counted as a verb this often, and as nothing else, is a verb
OFTEN = 20  # ... in so many places of the texts that WordNet counted
IS_NOUN, IS_MOSTLY_NOUN, ING_IS_NOUN, IS_ADJECTIVE = 1, 2, 4, 8


def notice(source, text):
    lines = [f" * {line}".rstrip() for line in text.splitlines()]
    return "\n".join(["/*", f" * Made by tests/tools/verbs/make.py from {source}.", " *"] + lines + [" */"])


def is_apt(word):
    is_han = len(word) == 2 and all("\u4e00" <= c <= "\u9fff" for c in word)
    return is_han and word[0] not in NO_BEGIN and word[1] not in NO_END and word not in STATES


def tagged(dictionary):
    """Verbs, and how often those were counted that are nouns as well."""
    verbs, nominal = set(), {}
    with open(dictionary, encoding="utf-8") as file:
        for line in file:
            word, times, tag = line.split()
            if tag == "v":
                verbs.add(word)
            elif tag == "vn":
                nominal[word] = int(times)
    return verbs, nominal


def by_part(table):
    parts = collections.defaultdict(set)
    with open(table, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                synset, _, lemma = line.rstrip("\n").split("\t")[:3]
                parts[synset[-1]].add(lemma.replace("+", ""))
    return parts


def chinese(dictionary, table):
    verbs, nominal = tagged(dictionary)
    parts = by_part(table)
    seconds = collections.defaultdict(str)
    for word in sorted(verbs | parts["v"] | set(nominal)):
        is_other = word in parts["n"] or word in parts["a"] or nominal.get(word, 0) > COMMON
        if is_apt(word) and not is_other:
            seconds[word[0]] += word[1]
    return [f'VERBS(0x{ord(c):04X}, u"{seconds[c]}")' for c in sorted(seconds)]


def lemmas(folder, name):
    with open(os.path.join(folder, "index." + name)) as file:
        return {line.split()[0] for line in file if not line.startswith(" ")}


def counts(folder):
    count = collections.Counter()
    with open(os.path.join(folder, "cntlist.rev")) as file:
        for line in file:
            key, _, times = line.split()
            lemma, sense = key.split("%")
            count[lemma, sense[0]] += int(times)
    return count


def ing(verb):
    if re.search(r"[^aeiou]e$|ue$", verb):
        return {verb[:-1] + "ing"}
    return {verb + "ing", verb + verb[-1] + "ing"}


def english(folder):
    nouns, adjectives, count = lemmas(folder, "noun"), lemmas(folder, "adj"), counts(folder)
    rows = []
    for verb in sorted(lemmas(folder, "verb")):
        if not re.fullmatch(r"[a-z]{2,14}", verb):
            continue
        as_noun, as_verb = count[verb, "1"], count[verb, "2"]
        is_verb_only = as_verb >= SEEN and as_noun == 0 and count[verb, "3"] == 0
        kinds = IS_NOUN * (verb in nouns and not is_verb_only)
        kinds |= IS_MOSTLY_NOUN * (as_noun >= OFTEN and as_noun >= MOSTLY * as_verb)
        kinds |= ING_IS_NOUN * any(form in nouns for form in ing(verb))
        kinds |= IS_ADJECTIVE * (verb in adjectives and not is_verb_only)
        rows.append(f'VERB("{verb}", {kinds})')
    return rows


def packed(rows):
    lines, line = [], ""
    for row in rows:
        if line and len(line) + 1 + len(row) > 99:
            lines.append(line)
            line = ""
        line += (" " if line else "") + row
    return lines + [line]


JIEBA = """Copyright (c) 2013 Sun Junyi

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""

WORDNET = """This software and database is being provided to you, the LICENSEE, by Princeton University under the
following license. By obtaining, using and/or copying this software and database, you agree that
you have read, understood, and will comply with these terms and conditions.:

Permission to use, copy, modify and distribute this software and database and its documentation
for any purpose and without fee or royalty is hereby granted, provided that you agree to comply
with the following copyright notice and statements, including the disclaimer, and that the same
appear on ALL copies of the software, database and documentation, including modifications that you
make for internal use or for distribution.

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.

THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE
USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.

The name of Princeton University or Princeton may not be used in advertising or publicity pertaining
to distribution of the software and/or database. Title to copyright in this software, database and
any associated documentation shall at all times remain with Princeton University and LICENSEE agrees
to preserve same."""


COW = """Copyright: 2013, 2014 Francis Bond, Shan Wang

Chinese Open WordNet

This software and database is being provided to you, the LICENSEE under the following license. By
obtaining, using and/or copying this software and database, you agree that you have read,
understood, and will comply with these terms and conditions:

Permission to use, copy, modify and distribute this software and database and its documentation for
any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
following copyright notice and statements, including the disclaimer, and that the same appear on ALL
copies of the software, database and documentation, including modifications that you make for
internal use or for distribution.

Chinese Open Wordnet Copyright 2013,2014 by Francis Bond and Shan Wang. All rights reserved.

THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND WE MAKE NO REPRESENTATIONS OR WARRANTIES, EXPRESS
OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, WE MAKE NO REPRESENTATIONS OR WARRANTIES OF
MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER
RIGHTS.

Title to copyright in this software, database and any associated documentation shall at all times
remain with the copyright holders and LICENSEE agrees to preserve same."""


def main(dictionary, cow, wordnet, out):
    files = {
        "verbs_zh.inc": (
            notice("the dictionary of jieba and the Chinese Open Wordnet", JIEBA + "\n\n" + COW),
            chinese(dictionary, cow),
        ),
        "verbs_en.inc": (notice("WordNet 3.0", WORDNET), packed(english(wordnet))),
    }
    for name, (head, rows) in files.items():
        with open(os.path.join(out, name), "w", encoding="utf-8") as file:
            file.write("\n".join([head] + rows) + "\n")


main(*sys.argv[1:])
