package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All dashboards of both families, in Grafana's classic JSON. */
public final class Dashboards {
    /** Of the classic JSON; Grafana brings older ones up to its own. */
    private static final int SCHEMA = 41;
    private static final int SHARED_CROSSHAIR = 1;
    private static final String TAG = "sentori";
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Dashboards() {}

    /** The files, by their place in the folder of dashboards. */
    public static Map<Path, byte[]> files() {
        Source source = Source.read();
        Map<Path, byte[]> files = new TreeMap<>();
        for (Family family : List.of(new Prometheus(), new CloudWatch(source.scopes()))) {
            for (Source.Page page : source.dashboards()) {
                files.put(Path.of(family.name(), page.uid() + ".json"), text(dashboard(source, family, page)));
            }
        }
        return files;
    }

    private static ObjectNode dashboard(Source source, Family family, Source.Page page) {
        Panels panels = new Panels(family);
        page.panels().forEach(panel -> panels.add(source.panel(panel)));
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("uid", page.uid()).put("title", page.title()).put("description", page.description());
        json.set("tags", Json.MAPPER.createArrayNode().add(TAG));
        json.put("schemaVersion", SCHEMA)
                .put("editable", false)
                .put("graphTooltip", SHARED_CROSSHAIR)
                .put("timezone", "browser")
                .put("refresh", "10s");
        json.set("time", Json.MAPPER.createObjectNode().put("from", page.from()).put("to", "now"));
        json.set("links", links());
        json.set("templating",
                Json.MAPPER.createObjectNode().set("list", new Variables(family, source.variables()).on(page)));
        json.set("panels", panels.list());
        return json;
    }

    /** To the other dashboards, with what is chosen and the shown time. */
    private static ArrayNode links() {
        ArrayNode links = Json.MAPPER.createArrayNode();
        ObjectNode link = links.addObject();
        link.put("type", "dashboards").put("title", "Sentori").put("icon", "external link").put("tooltip", "");
        link.set("tags", Json.MAPPER.createArrayNode().add(TAG));
        link.put("asDropdown", false).put("targetBlank", false).put("includeVars", true).put("keepTime", true);
        return links;
    }

    private static byte[] text(ObjectNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(INDENT);
        printer.indentArraysWith(INDENT);
        return (Json.MAPPER.writer().with(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
