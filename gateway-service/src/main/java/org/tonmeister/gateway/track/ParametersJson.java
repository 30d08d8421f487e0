package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.ParameterValues;
import org.tonmeister.schemas.record.TrackOrder;

/** The parameters of an order as JSON, with their meaning in units. */
final class ParametersJson {
    private ParametersJson() {}

    static ObjectNode of(TrackOrder order) {
        ObjectNode node = Json.object().put("variant", order.getVariant()).put("revision", order.getRevision());
        node.set("final", RecordJson.of(order.getParameters()));
        node.set("models", RecordJson.of(order.getModels()));
        node.set("missingModels", RecordJson.of(order.getMissingModels()));
        node.set("units", units(order.getParameters()));
        return node;
    }

    private static ObjectNode units(ParameterValues values) {
        ObjectNode node = Json.object();
        for (Parameter parameter : Parameter.values()) {
            double value = ParameterLists.of(values).get(ParameterLists.NAMES.indexOf(parameter.jsonName()));
            node.set(
                    parameter.jsonName(),
                    Json.object()
                            .put("label", parameter.label())
                            .put("unit", parameter.unit())
                            .put("value", parameter.toUnits(value))
                            .put("min", parameter.minUnits())
                            .put("max", parameter.maxUnits())
                            .put("neutral", parameter.neutral()));
        }
        return node;
    }
}
