/* The conversion report for a terminal: the worst files first. */
#include "core/cli/conversion_summary.h"

static const struct message level_words[LEVEL_COUNT] = {
    [LEVEL_OFF] = {{"", "", ""}},
    [LEVEL_INFO] = {{"提示", "提示", "info"}},
    [LEVEL_WARNING] = {{"警告", "警告", "warning"}},
    [LEVEL_ERROR] = {{"錯誤", "错误", "error"}}};

static void append_findings(const struct conversion_summary *summary, const struct read_file *file,
                            struct text_buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        if (!summary_says(d) || ++count > FINDINGS_SHOWN)
            continue;
        buffer_append_string(out, "      ");
        buffer_append_string(out, summary_say(summary, &level_words[d->level]));
        buffer_append_string(out, summary->language == LANG_EN ? ": " : "：");
        buffer_append_shown(out, diagnostic_message(summary->arena, d, summary->language));
        buffer_append_byte(out, '\n');
    }
    if (count > FINDINGS_SHOWN) {
        size_t rest = count - FINDINGS_SHOWN;
        buffer_append_string(out, "      ");
        buffer_append(out, summary_words(summary, &summary_more, &rest, 1));
        buffer_append_byte(out, '\n');
    }
}

static void append_roles(const struct conversion_summary *summary, const struct summary_row *row,
                         struct text_buffer *out)
{
    const struct role *role = row->file->first_role;
    for (size_t i = 0; i < row->file->role_count; i++, role = role->next) {
        const struct role_file *written = summary_written(summary, row, i);
        buffer_append_string(out, "      ");
        buffer_append_shown(out, summary_title(summary, role));
        if (written != NULL && written->name != NULL) {
            buffer_append_string(out, " → ");
            buffer_append_string(out, written->name);
        }
        buffer_append_string(out, summary->language == LANG_EN ? "; " : "；");
        buffer_append(out, summary_filled(summary, role));
        buffer_append_byte(out, '\n');
    }
}

static void append_parts(const struct conversion_summary *summary, const struct summary_row *row,
                         struct text_buffer *out)
{
    for (size_t i = 0; i < row->part_count; i++) {
        buffer_append_format(out, "      %s → ", summary_say(summary, &summary_to_handbook));
        buffer_append_string(out, row->parts[i]->file.name);
        buffer_append_byte(out, '\n');
    }
}

static void append_row(const struct conversion_summary *summary, const struct summary_row *row,
                       struct text_buffer *out)
{
    struct text words = summary_shares(summary, row->file->account);
    buffer_append_string(out, "    ");
    buffer_append_shown(out, text_from_string(row->file->path));
    if (!text_is_empty(words)) {
        buffer_append_string(out, summary->language == LANG_EN ? ": " : "：");
        buffer_append(out, words);
    }
    buffer_append_byte(out, '\n');
    append_roles(summary, row, out);
    append_parts(summary, row, out);
    append_findings(summary, row->file, out);
}

void summary_write_text(const struct conversion_summary *summary, struct text_buffer *out)
{
    buffer_append(out, summary_totals(summary));
    buffer_append_byte(out, '\n');
    for (size_t i = 0; i < summary->count; i++) {
        const struct summary_row *row = &summary->rows[i];
        if (i == 0 || row->verdict != summary->rows[i - 1].verdict) {
            buffer_append_string(out, row->verdict == VERDICT_FINE ? "\n  ✓ " : "\n  ! ");
            buffer_append_string(out, summary_say(summary, &summary_verdict_names[row->verdict]));
            buffer_append_byte(out, '\n');
        }
        append_row(summary, row, out);
    }
}
