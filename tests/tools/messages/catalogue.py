#!/usr/bin/env python3
"""The messages of the sources as catalogues that translators edit (gettext's PO), and back.

    catalogue.py write FOLDER [FILE...]   FOLDER/zh-Hant.po, zh-Hans.po and en.po of what stands now
    catalogue.py take FOLDER [FILE...]    puts words that were changed there into the sources

FILE: the C sources, all of core/ and converters/ where none is named. A message is the innermost
braces around three texts, one a language: what tests/unit/messages_test.c holds to be one. Its key
is its English; the file and its place among the messages of the file tell equal ones apart.
"""
import pathlib
import re
import sys

import polib

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
COLUMNS = 100
TOKEN = re.compile(
    r'(?P<skip>\s+|//[^\n]*|/\*.*?\*/|\\\n)'
    r'|(?P<string>"(?:[^"\\\n]|\\.)*")'
    r"|(?P<character>'(?:[^'\\\n]|\\.)*')"
    r'|(?P<language>\[LANG_[A-Z_]+\]\s*=)'
    r'|(?P<other>.)', re.S)
HAN = re.compile('[\u3400-\u9fff]')
ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


class Text:
    """Strings that stand side by side: where they begin and end, and what they say."""

    def __init__(self, begin):
        self.begin, self.end, self.words = begin, begin, ''

    def add(self, match):
        self.end = match.end()
        self.words += re.sub(r'\\(.)', lambda m: ESCAPES.get(m[1], m[0]), match[0][1:-1])


def groups_of(source):
    """Each innermost pair of braces that holds texts and commas only, as a list of Text."""
    found, group, is_plain, joins = [], [], False, False
    for match in TOKEN.finditer(source):
        kind = match.lastgroup
        if kind == 'skip':
            continue
        if kind == 'string':
            if not joins:
                group.append(Text(match.start()))
            if is_plain:
                group[-1].add(match)
        elif match[0] == '{':
            group, is_plain = [], True
        elif match[0] == '}':
            if is_plain and group:
                found.append(group)
            group, is_plain = [], False
        elif match[0] != ',' and kind != 'language':
            is_plain = False
        joins = kind == 'string'
    return found


def is_message(group):
    return len(group) == 3 and HAN.search(group[0].words) and not HAN.search(group[2].words)


def messages_of(path):
    source = path.read_text(encoding='utf-8')
    return source, [group for group in groups_of(source) if is_message(group)]


def context(path, number):
    return f'{path.as_posix()} {number}'


def write(folder, paths):
    folder.mkdir(parents=True, exist_ok=True)
    for index, language in enumerate(LANGUAGES):
        catalogue = polib.POFile(wrapwidth=COLUMNS)
        catalogue.metadata = {'Project-Id-Version': 'rolebook', 'Language': language,
                              'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=UTF-8',
                              'Content-Transfer-Encoding': '8bit'}
        for path in paths:
            source, messages = messages_of(path)
            for number, group in enumerate(messages, 1):
                line = source.count('\n', 0, group[0].begin) + 1
                catalogue.append(polib.POEntry(
                    msgctxt=context(path, number), msgid=group[2].words,
                    msgstr=group[index].words, occurrences=[(path.as_posix(), line)]))
        catalogue.save(str(folder / f'{language}.po'))
        print(f'{folder}/{language}.po: {len(catalogue)} messages')


def width(text):
    return sum(2 if ord(c) > 0x2e7f else 1 for c in text)


def literal(words, column):
    """The words as C strings, one a line, as wide as the sources are."""
    pieces = [re.sub(r'["\\\n\t]', lambda m: {'\n': '\\n', '\t': '\\t'}.get(m[0], '\\' + m[0]), part)
              for part in re.findall(r'[\u3000-\uffff]|[^\s\u3000-\uffff]+\s*|\s+', words)]
    lines, line = [], ''
    for piece in pieces:
        if line and column + width(line) + width(piece) + 4 > COLUMNS:
            lines.append(line)
            line = ''
        line += piece
    return ('\n' + ' ' * column).join(f'"{part}"' for part in lines + [line])


def take(folder, paths):
    catalogues = [polib.pofile(str(folder / f'{language}.po')) for language in LANGUAGES]
    edited = [{entry.msgctxt: entry for entry in catalogue} for catalogue in catalogues]
    taken = 0
    for path in paths:
        source, messages = messages_of(path)
        pieces, done = [], 0
        for number, group in enumerate(messages, 1):
            for index, text in enumerate(group):
                entry = edited[index].get(context(path, number))
                if entry is None or entry.msgid != group[2].words:
                    sys.exit(f'{path}: message {number} is not in {LANGUAGES[index]}.po: '
                             'write the catalogues again')
                if entry.msgstr in ('', text.words):
                    continue
                column = text.begin - source.rfind('\n', 0, text.begin) - 1
                pieces += [source[done:text.begin], literal(entry.msgstr, column)]
                done, taken = text.end, taken + 1
        if pieces:
            path.write_text(''.join(pieces) + source[done:], encoding='utf-8')
            print(f'{path}: changed')
    print(f'{taken} texts taken')


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ('write', 'take'):
        sys.exit(__doc__)
    paths = [pathlib.Path(name) for name in sys.argv[3:]]
    if not paths:
        paths = sorted(p for root in ('core', 'converters') for p in pathlib.Path(root).rglob('*.c'))
    {'write': write, 'take': take}[sys.argv[1]](pathlib.Path(sys.argv[2]), paths)


if __name__ == '__main__':
    main()
