package com.sentori.console.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of Markdown that dashboards use: headings, paragraphs, lists, code, strong and emphasised words, links. HTML is not read: it stands there as text. */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+]|(\\d+)[.)])\\s+(.*)");
    private static final Pattern SPAN = Pattern.compile(
            "`([^`]+)`|\\*\\*(.+?)\\*\\*|__(.+?)__|\\*([^*\\s][^*]*)\\*|(?<!\\w)_([^_]+)_(?!\\w)|\\[([^\\]]+)\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern WEB = Pattern.compile("https?://.+");

    private Markdown() {}

    static List<Content.Block> read(String text) {
        List<Content.Block> blocks = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean code = false;
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            if (code && !fence) {
                open.add(line);
                continue;
            }
            Matcher heading = HEADING.matcher(line.strip());
            Matcher item = ITEM.matcher(line);
            if (fence || line.isBlank() || heading.matches() || item.matches()) {
                close(open, code, blocks);
            }
            if (fence) {
                code = !code;
            } else if (heading.matches()) {
                blocks.add(new Content.Block(Content.Block.Kind.HEADING, heading.group(1).length(),
                        spans(heading.group(2))));
            } else if (item.matches()) {
                String mark = item.group(2) == null ? "• " : item.group(2) + ". ";
                blocks.add(new Content.Block(Content.Block.Kind.ITEM, 1 + item.group(1).length() / 2,
                        spans(mark + item.group(3))));
            } else if (!line.isBlank()) {
                open.add(line.strip());
            }
        }
        close(open, code, blocks);
        return blocks;
    }

    private static void close(List<String> open, boolean code, List<Content.Block> blocks) {
        if (!open.isEmpty()) {
            blocks.add(code
                    ? new Content.Block(Content.Block.Kind.CODE, 0,
                            List.of(new Content.Words(String.join("\n", open), Content.Words.Look.CODE, "")))
                    : new Content.Block(Content.Block.Kind.PARAGRAPH, 0, spans(String.join(" ", open))));
            open.clear();
        }
    }

    private static List<Content.Words> spans(String text) {
        List<Content.Words> words = new ArrayList<>();
        Matcher span = SPAN.matcher(text);
        int read = 0;
        while (span.find()) {
            plain(text.substring(read, span.start()), words);
            words.add(words(span));
            read = span.end();
        }
        plain(text.substring(read), words);
        return words;
    }

    private static Content.Words words(Matcher span) {
        if (span.group(1) != null) {
            return new Content.Words(span.group(1), Content.Words.Look.CODE, "");
        }
        if (span.group(6) != null) {
            // Only the web is led to: a link that would run something is its text.
            String target = WEB.matcher(span.group(7)).matches() ? span.group(7) : "";
            return new Content.Words(span.group(6),
                    target.isEmpty() ? Content.Words.Look.PLAIN : Content.Words.Look.LINK,
                    target);
        }
        String strong = span.group(2) == null ? span.group(3) : span.group(2);
        return strong == null
                ? new Content.Words(span.group(4) == null ? span.group(5) : span.group(4), Content.Words.Look.EMPHASIS,
                        "")
                : new Content.Words(strong, Content.Words.Look.STRONG, "");
    }

    private static void plain(String text, List<Content.Words> words) {
        if (!text.isEmpty()) {
            words.add(new Content.Words(text, Content.Words.Look.PLAIN, ""));
        }
    }
}
