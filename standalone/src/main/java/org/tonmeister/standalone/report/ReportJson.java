package org.tonmeister.standalone.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ModelPart;

/**
 * The report file. It says nothing of this run of the command line, only of the mix: the same mix gives the same file,
 * except for the ids of upload and order.
 */
public final class ReportJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    /** The file's text, UTF-8 to be. */
    public static String render(Mix mix) {
        return text(of(mix));
    }

    /**
     * The text of the report of a file that was rendered by hand. Fields that a mix's report has too have the same names.
     *
     * @param report its options: format, loudness and ceiling only
     */
    public static String render(MixReport report, long bytes, String sha256) {
        MixOptions options = report.getOptions();
        ObjectNode node = NODES.objectNode();
        node.set("source", AvroJson.of(report.getSource()));
        node.set("format", AvroJson.of((Object) options.getFormat()));
        node.put("bytes", bytes);
        node.put("sha256", sha256);
        node.put("seconds", report.getSeconds());
        node.put("sampleRate", report.getSampleRate());
        node.set("parameters", AvroJson.of(report.getParameters()));
        node.set("before", AvroJson.of(report.getBefore()));
        node.set("after", AvroJson.of(report.getAfter()));
        node.set("gainReduction", AvroJson.of(report.getGainReduction()));
        node.set(
                "options",
                NODES.objectNode()
                        .put("loudnessLufs", options.getLoudnessLufs())
                        .put("ceilingDbtp", options.getCeilingDbtp()));
        node.set("notes", AvroJson.of(report.getNotes()));
        return text(node);
    }

    static ObjectNode of(Mix mix) {
        MixReport report = mix.getReport();
        ObjectNode node = NODES.objectNode();
        node.put("track", mix.getTrackId());
        node.put("upload", mix.getUploadId());
        node.put("order", mix.getOrderId());
        node.put("variant", mix.getVariant());
        node.put("revision", mix.getRevision());
        node.set("source", AvroJson.of(report.getSource()));
        node.set("format", AvroJson.of((Object) mix.getFormat()));
        node.put("mediaType", mix.getMediaType());
        node.put("bytes", mix.getContent().getBytes());
        node.put("sha256", AvroJson.hex(mix.getContent().getSha256()));
        node.put("seconds", report.getSeconds());
        node.put("sampleRate", report.getSampleRate());
        node.set("parameters", AvroJson.of(report.getParameters()));
        node.set("models", models(report.getModels()));
        node.set("missingModels", AvroJson.of(report.getMissingModels()));
        node.set("before", AvroJson.of(report.getBefore()));
        node.set("after", AvroJson.of(report.getAfter()));
        node.set("gainReduction", AvroJson.of(report.getGainReduction()));
        node.set("options", AvroJson.of(report.getOptions()));
        node.set("notes", AvroJson.of(report.getNotes()));
        return node;
    }

    private static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain nodes cannot fail to be written", e);
        }
    }

    private static ObjectNode models(List<ModelPart> parts) {
        ObjectNode node = NODES.objectNode();
        for (ModelPart part : parts) {
            ObjectNode model = AvroJson.of(part);
            model.remove("model");
            node.set(part.getModel(), model);
        }
        return node;
    }
}
