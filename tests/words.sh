# For scripts that look whether the words of roles arrive: all that a role file in Markdown says, a
# value a line, without the marks of Markdown.
words_of() {
    sed -E -e '/^-{3}$/d' -e '/^\|( ?-+ ?\|)+$/d' -e '1,/^# /{/^[a-z-]+: *[^ ]/s/^[a-z-]+: *//;/^lang$/d;s/^[a-z-]+:$//;}' \
        -e 's/^(#+|[0-9]+\.|-|\*|•) +//' "$1" | tr '|' '\n' |
        sed -E -e 's/\\(.)/\1/g' -e 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' -e 's/<br ?\/?>/\n/g' -e "s/^['\"](.*)['\"]$/\\1/" |
        tr -d ' \t' | grep -v '^$' | sort -u
}

# lost_words FOLDER TEXT: values of the role files in the folder that the text, without blanks, lacks.
lost_words() {
    for role_file in "$1"/*.md; do words_of "$role_file"; done | sort -u |
        while IFS= read -r value; do
            case $value in zh-Hant | zh-Hans | en) continue ;; esac
            grep -qF -- "$value" "$2" || echo "lost: $value"
        done
}
