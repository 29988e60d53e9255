package com.sentori.console.dashboards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays panels out: those that are repeated once for each value of their variable. */
final class Layout {
    /** Values beyond these are left out: nobody looks at so many pictures of one thing. */
    static final int MOST_REPEATS = 48;

    private Layout() {}

    /**
     * A panel at its place.
     *
     * @param own what is chosen of the variable for whose value it is there
     */
    record Placed(Panel panel, Map<String, Chosen> own) {}

    static List<Placed> of(Dashboard dashboard, Map<String, Chosen> chosen) {
        List<Placed> placed = new ArrayList<>();
        int down = 0;
        List<Panel> panels = dashboard.panels();
        for (int i = 0; i < panels.size();) {
            Panel panel = panels.get(i);
            List<Chosen> values = values(panel, chosen);
            int end = i + 1;
            if (values.isEmpty()) {
                placed.add(new Placed(panel.at(lowered(panel.grid(), down)), Map.of()));
            } else if (panel.isRow()) {
                end = behindRow(panels, i);
                down += rows(panels.subList(i, end), values, down, placed);
            } else {
                down += side(panel, values, down, placed);
            }
            i = end;
        }
        return placed;
    }

    private static int behindRow(List<Panel> panels, int row) {
        int end = row + 1;
        while (end < panels.size() && !panels.get(end).isRow()) {
            end++;
        }
        return end;
    }

    private static List<Chosen> values(Panel panel, Map<String, Chosen> chosen) {
        Chosen of = chosen.get(panel.repeat());
        List<Chosen> single = new ArrayList<>();
        for (int i = 0; of != null && i < Math.min(of.values().size(), MOST_REPEATS); i++) {
            single.add(of.alone(i));
        }
        return single;
    }

    /** A row and what is below it, again and again; gives by how much that is higher than one of them. */
    private static int rows(List<Panel> block, List<Chosen> values, int down, List<Placed> placed) {
        int top = block.getFirst().grid().y();
        int height = block.stream().mapToInt(each -> each.grid().y() + each.grid().height()).max().orElse(top) - top;
        for (int i = 0; i < values.size(); i++) {
            for (Panel each : block) {
                placed.add(new Placed(each.at(lowered(each.grid(), down + i * height)), own(values.get(i))));
            }
        }
        return height * (values.size() - 1);
    }

    private static int side(Panel panel, List<Chosen> values, int down, List<Placed> placed) {
        int across = Math.min(panel.across(), values.size());
        int width = across == 1 && panel.across() == 1 ? panel.grid().width() : Grid.COLUMNS / across;
        int lines = (values.size() + across - 1) / across;
        Grid first = lowered(panel.grid(), down);
        for (int i = 0; i < values.size(); i++) {
            Grid place = new Grid(i % across * width, first.y() + i / across * first.height(), width, first.height());
            placed.add(new Placed(panel.at(place), own(values.get(i))));
        }
        return (lines - 1) * first.height();
    }

    private static Map<String, Chosen> own(Chosen value) {
        return new HashMap<>(Map.of(value.variable().name(), value));
    }

    private static Grid lowered(Grid grid, int down) {
        return new Grid(grid.x(), grid.y() + down, grid.width(), grid.height());
    }
}
