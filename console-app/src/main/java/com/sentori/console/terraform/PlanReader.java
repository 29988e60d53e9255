package com.sentori.console.terraform;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code terraform show -json} of a saved plan as it comes, one resource at a time. Secrets go no further than {@link Secrets}; states and configurations, which hold more of
 * them, are passed over.
 */
final class PlanReader {
    private final Secrets secrets;
    private final MonthlyPrices prices;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> drift = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Sized> sizes = new ArrayList<>();
    private final Map<String, JsonNode> variables = new HashMap<>();
    private int unchanged;

    PlanReader(Secrets secrets, MonthlyPrices prices) {
        this.secrets = secrets;
        this.prices = prices;
    }

    /**
     * Reads one; the stream stays open.
     *
     * @throws TerraformException if it changes more resources than anybody can look at
     * @throws IOException if it is no plan
     */
    Plan read(InputStream in) throws IOException, TerraformException {
        try (JsonParser parser = Json.MAPPER.reader().without(StreamReadFeature.AUTO_CLOSE_SOURCE).createParser(in)) {
            boolean known = false;
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "format_version" -> known = true;
                    case "variables" -> tree(parser).properties()
                            .forEach(each -> variables.put(each.getKey(), each.getValue().path("value")));
                    case "resource_changes" -> readChanges(parser, changes, true);
                    case "resource_drift" -> readChanges(parser, drift, false);
                    case "output_changes" -> readOutputs(parser);
                    case "configuration" -> readConfiguration(parser);
                    default -> parser.skipChildren();
                }
            }
            if (!known) {
                throw new IOException("This is no plan that Terraform has shown.");
            }
        } catch (JacksonException e) {
            // The text of the fault may quote what was read.
            throw new IOException("Terraform's plan could not be read: its text ends too soon, or is no JSON.");
        }
        variables.clear();
        return new Plan(shown(changes), shown(drift),
                outputs.stream()
                        .map(each -> new Output(each.name(), Differences.shown(each.value(), secrets)))
                        .toList(),
                prices.bill(sizes), unchanged);
    }

    private List<Change> shown(List<Change> read) {
        return read.stream().map(each -> Differences.shown(each, secrets)).toList();
    }

    private static JsonNode tree(JsonParser parser) {
        return parser.readValueAsTree();
    }

    private void readChanges(JsonParser parser, List<Change> into, boolean planned) throws TerraformException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode told = tree(parser);
            Change change = change(told);
            if (planned && told.path("mode").asString("").equals("managed")) {
                prices.size(told, change.action()).ifPresent(sizes::add);
            }
            if (change.action() == Action.NONE && change.movedFrom() == null) {
                unchanged += planned ? 1 : 0;
            } else if (into.size() == Plan.MOST) {
                throw new TerraformException(TerraformException.Kind.TOO_LARGE,
                        "The plan changes more than " + Plan.MOST + " resources: split the stack, so that somebody "
                                + "can look at what is applied.");
            } else {
                into.add(change);
            }
        }
    }

    private Change change(JsonNode told) {
        JsonNode change = told.path("change");
        Action action = Action.of(
                StreamSupport.stream(change.path("actions").spliterator(), false).map(JsonNode::asString).toList());
        Differences differences = Differences.of(change, secrets);
        String type = told.path("type").asString("");
        JsonNode index = told.path("index");
        String name = type + "." + told.path("name").asString("")
                + (index.isMissingNode() || index.isNull() ? "" : "[" + index + "]");
        return new Change(told.path("address").asString(""), told.path("module_address").asString(""), type,
                told.path("mode").asString("").equals("data") ? "data." + name : name, action,
                text(told.path("previous_address")), text(told.path("action_reason")),
                Loss.of(type, action, change.path("before")), differences.found(), differences.more());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private void readOutputs(JsonParser parser) {
        for (Map.Entry<String, JsonNode> each : tree(parser).properties()) {
            JsonNode change = each.getValue();
            boolean isSecret = isTrue(change.path("before_sensitive")) || isTrue(change.path("after_sensitive"));
            if (isSecret) {
                secrets.add(change.path("before"));
                secrets.add(change.path("after"));
            }
            if (!change.path("actions").path(0).asString("").equals("no-op")) {
                outputs.add(new Output(each.getKey(), isSecret
                        ? Value.SENSITIVE
                        : isTrue(change.path("after_unknown"))
                                ? Value.UNKNOWN
                                : shown(change)));
            }
        }
    }

    /** One of which a part is a secret is shown as one. */
    private Value shown(JsonNode change) {
        if (change.path("after_sensitive").isContainer() && !change.path("after_sensitive").isEmpty()) {
            Differences.of(change, secrets);
            return Value.SENSITIVE;
        }
        JsonNode after = change.path("after");
        return after.isNull() || after.isMissingNode()
                ? Value.ABSENT
                : new Value(Value.Kind.KNOWN, Differences.text(after));
    }

    private static boolean isTrue(JsonNode flag) {
        return flag.isBoolean() && flag.asBoolean();
    }

    /** Of the configuration, nothing but which variables are sensitive. */
    private void readConfiguration(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("root_module")) {
                readRootModule(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readRootModule(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("variables")) {
                Set<Map.Entry<String, JsonNode>> declared = tree(parser).properties();
                declared.stream()
                        .filter(each -> isTrue(each.getValue().path("sensitive")))
                        .map(each -> variables.get(each.getKey()))
                        .forEach(value -> {
                            if (value != null) {
                                secrets.add(value);
                            }
                        });
            } else {
                parser.skipChildren();
            }
        }
    }
}
