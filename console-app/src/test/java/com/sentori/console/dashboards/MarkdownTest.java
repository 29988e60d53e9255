package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.dashboards.Content.Block;
import com.sentori.console.dashboards.Content.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void reads_headings_paragraphs_lists_and_code() {
        List<Block> blocks = Markdown.read("""
                # Call **who**?
                First line
                second line

                - one
                  - inner
                2. two
                ```
                rm *all*
                ```
                """);
        assertThat(blocks).extracting(Block::kind)
                .containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.ITEM, Block.Kind.ITEM,
                        Block.Kind.ITEM, Block.Kind.CODE);
        assertThat(blocks.get(1).words().getFirst().text()).isEqualTo("First line second line");
        assertThat(blocks.get(3).level()).isEqualTo(2);
        assertThat(blocks.get(5).words().getFirst().text()).isEqualTo("rm *all*");
    }

    @Test
    void html_and_links_that_would_run_something_stay_text() {
        List<Words> words = Markdown
                .read("<script>alert(1)</script> [run](javascript:alert(1)) [web](https://example.org)")
                .getFirst()
                .words();
        assertThat(words).extracting(Words::text)
                .containsExactly("<script>alert(1)</script> ", "run", ") ", "web");
        assertThat(words).filteredOn(each -> each.look() == Words.Look.LINK)
                .singleElement()
                .satisfies(link -> assertThat(link.target()).isEqualTo("https://example.org"));
    }
}
