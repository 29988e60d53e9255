package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Scratch;
import com.sentori.console.backends.Backends;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.infra.EnvironmentsModel;
import com.sentori.console.infra.InfraModel;
import com.sentori.console.infra.InfraView;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.Program;
import com.sentori.console.terraform.Workplace.Aim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;

/**
 * From when the real Terraform has made a plan of many resources, and has shown it in JSON, until a frame with its tree was presented: what is left of the
 * plan is read, taken apart and drawn in that time.
 */
final class PlanShown implements Measurement {
    private static final int RESOURCES = 500;
    private static final double MILLIS = 1_000;
    private static final int FRAMES = 3;
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 760;
    private static final long PATIENCE_MINUTES = 3;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        try {
            List<Taken> times = new ArrayList<>();
            prepare(folder);
            for (int i = 0; i < scale.size(5, 2); i++) {
                times.add(once(folder));
            }
            // The first one loads classes: it is what an operator sees.
            return List.of(Figure.valued("console.plan.500", (double) times.getFirst().sinceShown(), "ms",
                    Goal.valueAtMost(MILLIS),
                    "plan of %d resources: from Terraform's end to the tree on screen, the first of a process"
                            .formatted(RESOURCES))
                    .reducedIf(scale.quick()),
                    Figure.plain("console.plan.500.again", (double) times.getLast().sinceShown(), "ms",
                            "the same, later")
                            .reducedIf(scale.quick()),
                    Figure.plain("console.plan.500.planned", (double) times.getFirst().sincePlanned(), "ms",
                            "the first, from the end of terraform plan: terraform show comes in between")
                            .reducedIf(scale.quick()));
        } finally {
            Scratch.delete(folder);
        }
    }

    /** The program writes down when each of its commands has ended, and is Terraform otherwise. */
    private static void prepare(Path folder) throws Exception {
        Path stack = Files.createDirectories(folder.resolve("stack"));
        Files.writeString(stack.resolve("main.tf"),
                """
                        resource "terraform_data" "many" {
                          count            = %d
                          input            = { name = "resource-${count.index}", tags = { Environment = "bench", Owner = "nobody" } }
                          triggers_replace = [count.index]
                        }
                        """
                        .formatted(RESOURCES));
        Environments.keep(List.of(Environment.of("bench", stack)), folder);
        Path program = folder.resolve("program");
        Files.writeString(program, """
                #!/bin/sh
                '%s' "$@"
                code=$?
                date +%%s%%3N > '%s/ended-'"$1"
                exit $code
                """.formatted(Program.ofThisProcess().path(), folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static Taken once(Path folder) throws Exception {
        try (Backends none = new Backends(List.of(), "bench", Clock.systemUTC())) {
            Shown shown = Toolkit.call(() -> Shown.open(folder, none));
            long at = shown.awaited.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            Toolkit.call(() -> {
                shown.close();
                return true;
            });
            return new Taken(at - ended(folder, "plan"), at - ended(folder, "show"));
        }
    }

    private static long ended(Path folder, String command) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("ended-" + command)).strip());
    }

    /** Milliseconds since Terraform's plan was made, and since it was given in JSON. */
    private record Taken(long sincePlanned, long sinceShown) {}

    /** The screen, and when it had presented the plan, in epoch milliseconds. */
    private record Shown(Stage window, InfraModel model, InfraView view, CompletableFuture<Long> awaited) {
        static Shown open(Path folder, Backends backends) {
            Texts texts = new Texts(Locale.ENGLISH);
            Desk desk = new Desk();
            Actions actions = new Actions(task -> Thread.ofVirtual().start(task), Platform::runLater);
            ConnectionsModel connections = new ConnectionsModel(backends, texts, desk, () -> {});
            EnvironmentsModel environments = new EnvironmentsModel(folder, actions, texts, desk);
            InfraModel model = new InfraModel(environments, connections,
                    new Program(folder.resolve("program").toString()), folder, actions, texts, desk,
                    Clock.systemUTC());
            InfraView view = new InfraView(model, texts, new Figures(texts, ZoneOffset.UTC));
            Stage window = new Stage();
            window.setScene(new Scene(new Screens(texts).load(view), WIDTH, HEIGHT));
            window.show();
            CompletableFuture<Long> awaited = new CompletableFuture<>();
            model.troubleProperty().subscribe(trouble -> {
                if (trouble != null) {
                    awaited.completeExceptionally(new IllegalStateException("There is no plan: " + trouble.words()));
                }
            });
            environments.chosenProperty().subscribe(chosen -> {
                if (chosen != null) {
                    model.plan(Aim.APPLY);
                }
            });
            TreeTableView<?> tree = (TreeTableView<?>) window.getScene().lookup("#tree");
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (tree.getExpandedItemCount() == RESOURCES && ++frames == FRAMES) {
                        awaited.complete(System.currentTimeMillis());
                        stop();
                    }
                }
            }.start();
            return new Shown(window, model, view, awaited);
        }

        void close() {
            model.close();
            view.close();
            window.close();
        }
    }
}
