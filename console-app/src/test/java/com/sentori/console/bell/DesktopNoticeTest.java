package com.sentori.console.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.thresholds.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a program of the desktop's name, which writes down what it is told. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DesktopNoticeTest {
    @TempDir
    private Path folder;

    @Test
    void tells_the_desktop_what_rang_and_how_bad_it_is() throws Exception {
        DesktopNotice notice = notice(Duration.ZERO);
        notice.tell(Severity.CRITICAL, "Sentori", "Critical: Boiler too hot, 31 > 30");
        assertThat(told(5)).containsExactly("--app-name=Sentori", "--urgency=critical", "--", "Sentori",
                "Critical: Boiler too hot, 31 &gt; 30");
    }

    @Test
    void what_came_from_elsewhere_is_shown_and_steers_nothing() throws Exception {
        DesktopNotice notice = notice(Duration.ZERO);
        notice.tell(Severity.WARN, "Sentori", "-rf <b>$(touch /tmp/x)</b> \\n \u202Egnp\u001b[0m");
        assertThat(told(5)).endsWith("-rf &lt;b&gt;$(touch /tmp/x)&lt;/b&gt; \\\\n  gnp [0m")
                .contains("--urgency=normal");
    }

    @Test
    void tells_one_at_a_time_and_then_nothing_for_a_while() throws Exception {
        DesktopNotice notice = notice(Duration.ofMinutes(5));
        for (int i = 0; i < 50; i++) {
            notice.tell(Severity.WARN, "Sentori", "number " + i);
        }
        assertThat(told(5)).last().isEqualTo("number 0");
        notice.tell(Severity.WARN, "Sentori", "number 51");
        assertThat(told(5)).hasSize(5);
    }

    @Test
    void a_desktop_without_such_a_program_is_told_nothing() {
        DesktopNotice notice = DesktopNotice.linux(folder.resolve("notify-send").toString(), Duration.ZERO);
        notice.tell(Severity.WARN, "Sentori", "nobody hears");
        assertThat(folder).isEmptyDirectory();
    }

    /** Copied by a process of its own: another that a test begins while this one writes the file has it open too, and then nobody can run it. */
    private DesktopNotice notice(Duration pause) throws IOException, InterruptedException {
        Path written = Files.writeString(folder.resolve("written"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >>" + folder
                + "/draft\nmv " + folder + "/draft " + folder + "/told\n");
        Path program = folder.resolve("notify-send");
        assertThat(new ProcessBuilder("cp", written.toString(), program.toString()).start().waitFor()).isZero();
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return DesktopNotice.linux(program.toString(), pause);
    }

    private List<String> told(int lines) throws IOException {
        Path file = folder.resolve("told");
        await().until(() -> Files.exists(file) && Files.readAllLines(file).size() >= lines);
        return Files.readAllLines(file);
    }
}
