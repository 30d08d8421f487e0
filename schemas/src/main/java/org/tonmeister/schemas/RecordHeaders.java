package org.tonmeister.schemas;

/** Names of the record headers. */
public final class RecordHeaders {
    /** On every record of a log range: the range's id. */
    public static final String RANGE_ID = "range-id";
    /** On records of a log range of raw bytes, optional: where in the range this record's bytes begin, in decimal digits. */
    public static final String RANGE_POSITION = "range-position";
    /** On raw uploads, optional: the file's name. The options of a mix are headers too, by their own names. */
    public static final String FILE_NAME = "filename";
    /** Media type of the value. */
    public static final String CONTENT_TYPE = "content-type";
    /** W3C trace context: the span that the record came of. */
    public static final String TRACE_PARENT = "traceparent";
    /** W3C trace context: what the makers of traces say to each other. */
    public static final String TRACE_STATE = "tracestate";
    /** When the user's upload or request was written, in milliseconds since 1970: handed on as far as the mix order. */
    public static final String ASKED_AT = "asked-at";
    /** On dead letters: the reason, for a person. */
    public static final String DEAD_LETTER_REASON = "dead-letter-reason";
    /** On dead letters: the class of the fault beneath, if there was one. */
    public static final String DEAD_LETTER_CAUSE = "dead-letter-cause";
    /** On dead letters: the stage that gave up. */
    public static final String DEAD_LETTER_STAGE = "dead-letter-stage";
    /** On dead letters: where the record was. */
    public static final String DEAD_LETTER_TOPIC = "dead-letter-topic";
    /** On dead letters: where the record was. */
    public static final String DEAD_LETTER_PARTITION = "dead-letter-partition";
    /** On dead letters: where the record was. */
    public static final String DEAD_LETTER_OFFSET = "dead-letter-offset";
    /** On a note among the dead letters, without a value: the letter of this id was sent back to where it came from. */
    public static final String DEAD_LETTER_REDRIVEN = "dead-letter-redriven";
    /**
     * On mix requests without a value: the track was deleted. All its uploads up to this id in its partition are meant;
     * the id is the one of the record of {@code uploads} that deleted it.
     */
    public static final String DELETED_UP_TO = "deleted-up-to";

    /** On feature records that a replay wrote again for one model: only the model of this name works on them. */
    public static final String REPLAY_MODEL = "replay-model";
    /** On feature records that a replay wrote again for one model: joins the pass of the model, in base 36. */
    public static final String REPLAY = "replay";
    /** On mix requests that are the word {@code mix}, optional: the request's id. */
    public static final String REQUEST_ID = "request-id";
    /** On mix requests that are the word {@code mix}, optional: which upload is meant; the latest without it. */
    public static final String UPLOAD_ID = "upload-id";

    /** CloudEvents in binary mode, on mixes: {@code 1.0}. */
    public static final String CE_SPECVERSION = "ce_specversion";
    /** CloudEvents in binary mode, on mixes: the order's id, the same for a mix that is read twice. */
    public static final String CE_ID = "ce_id";
    /** CloudEvents in binary mode, on mixes: the topic. */
    public static final String CE_SOURCE = "ce_source";
    /** CloudEvents in binary mode, on mixes. */
    public static final String CE_TYPE = "ce_type";
    /** CloudEvents in binary mode, on mixes: the track's id. */
    public static final String CE_SUBJECT = "ce_subject";

    private RecordHeaders() {}
}
