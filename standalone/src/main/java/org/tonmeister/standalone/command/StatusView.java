package org.tonmeister.standalone.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.tonmeister.operations.status.PipelineStatus;
import org.tonmeister.operations.status.PipelineStatus.ServiceStatus;
import org.tonmeister.operations.status.TrackLook.StageWord;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.Figures;

/** Writes the pipeline's state, as tables or as JSON, one object a line. */
final class StatusView {
    private static final String ROW = "%-24s %8s %10s %12s  %s";
    private static final String STAGE_ROW = "%-12s %-14s %-9s %5s  %8s  %s";
    private static final String UNKNOWN = "Unknown";

    private final Terminal terminal;
    private final boolean json;

    StatusView(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void pipeline(PipelineStatus status, long working) {
        var out = terminal.out();
        if (json) {
            out.println(asJson(status, working));
        } else {
            out.println(terminal.outPaint()
                    .bold(Figures.text(ROW, "Service", "members", "lag", "per second", "state")
                            .stripTrailing()));
            status.services().forEach(service -> out.println(row(service)));
            out.println();
            out.println("Tracks at work  " + working);
            out.println("Dead letters    " + status.deadLetters()
                    + (status.deadLetters() == 0 ? "" : "  (./tonmeister dead-letters list)"));
            status.hangingTransactions()
                    .forEach(one -> out.println(terminal.outPaint().warning(Transactions.complaint(one))));
        }
        out.flush();
    }

    void track(String id, List<StageWord> words) {
        var out = terminal.out();
        if (json) {
            var stages = JsonNodeFactory.instance.arrayNode();
            words.forEach(word -> stages.add(asJson(word)));
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("trackId", id);
            node.set("stages", stages);
            out.println(node);
        } else {
            out.println(terminal.outPaint().bold(id));
            words.forEach(word -> out.println(Figures.text(
                            STAGE_ROW,
                            word.uploadId(),
                            word.stage(),
                            word.state().name().toLowerCase(Locale.ROOT),
                            word.state() == ProgressState.RUNNING ? Math.round(100 * word.fraction()) + " %" : "",
                            Ages.since(word.at()),
                            word.reason().orElse(""))
                    .stripTrailing()));
        }
        out.flush();
    }

    private String row(ServiceStatus service) {
        String line = Figures.text(
                        ROW,
                        service.service(),
                        service.members(),
                        service.lag(),
                        Figures.text("%.1f", service.offsetsPerSecond()),
                        state(service))
                .stripTrailing();
        return service.lag() > 0 && service.members() == 0 ? terminal.outPaint().warning(line) : line;
    }

    private static String state(ServiceStatus service) {
        if (service.state().equals(UNKNOWN)) {
            return "has not worked here";
        }
        return service.members() == 0 ? "no instance runs" : service.state().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode asJson(PipelineStatus status, long working) {
        var services = JsonNodeFactory.instance.arrayNode();
        status.services().forEach(service -> services.addObject()
                .put("service", service.service())
                .put("group", service.group())
                .put("state", service.state())
                .put("members", service.members())
                .put("lag", service.lag())
                .put("perSecond", service.offsetsPerSecond()));
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("measuredAt", status.at().toString());
        node.set("services", services);
        node.set("hangingTransactions", Transactions.asJson(status.hangingTransactions()));
        return node.put("tracksAtWork", working).put("deadLetters", status.deadLetters());
    }

    private static ObjectNode asJson(StageWord word) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uploadId", word.uploadId())
                .put("stage", word.stage())
                .put("state", word.state().name().toLowerCase(Locale.ROOT))
                .put("fraction", word.fraction())
                .put("reason", word.reason().orElse(null))
                .put("at", word.at().toString());
    }
}
