package com.sentori.console.infra;

import com.sentori.console.terraform.Change;
import com.sentori.console.terraform.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** A plan as a tree by module: resources of the root first, then modules. Any thread, as long as nobody shows it. */
final class PlanTree {
    private final TreeItem<@Nullable PlanRow> root = new TreeItem<>();
    private final Map<String, TreeItem<@Nullable PlanRow>> modules = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, List<TreeItem<@Nullable PlanRow>>> held = new HashMap<>();

    private PlanTree() {
        modules.put("", root);
        root.setExpanded(true);
    }

    /** The tree of a plan. The root itself is not to be shown. */
    static TreeItem<@Nullable PlanRow> of(Plan plan) {
        PlanTree tree = new PlanTree();
        tree.add(plan.changes(), PlanRow.Resource::new);
        tree.add(plan.drift(), PlanRow.Drifted::new);
        return tree.root;
    }

    private void add(List<Change> changes, Function<Change, PlanRow> row) {
        for (Change change : changes) {
            List<String> steps = PlanRow.steps(change.module());
            for (int i = 1; i <= steps.size(); i++) {
                sizes.merge(String.join(".", steps.subList(0, i)), 1, Integer::sum);
            }
        }
        for (Change change : changes) {
            held.computeIfAbsent(module(change.module()), _ -> new ArrayList<>())
                    .add(new TreeItem<>(row.apply(change)));
        }
        // At once for each module: one by one would tell the tree of each.
        held.forEach((module, items) -> {
            TreeItem<@Nullable PlanRow> parent = modules.getOrDefault(module, root);
            List<TreeItem<@Nullable PlanRow>> all = new ArrayList<>(items);
            all.addAll(parent.getChildren());
            parent.getChildren().setAll(all);
        });
        held.clear();
    }

    /** Makes a module and those that it is in, if they are not there yet. */
    private String module(String address) {
        List<String> steps = PlanRow.steps(address);
        for (int i = 1; i <= steps.size(); i++) {
            String path = String.join(".", steps.subList(0, i));
            String parent = String.join(".", steps.subList(0, i - 1));
            if (!modules.containsKey(path)) {
                TreeItem<@Nullable PlanRow> made = new TreeItem<>(
                        new PlanRow.Module(steps.get(i - 1), sizes.getOrDefault(path, 0)));
                made.setExpanded(true);
                modules.put(path, made);
                modules.getOrDefault(parent, root).getChildren().add(made);
            }
        }
        return address;
    }
}
