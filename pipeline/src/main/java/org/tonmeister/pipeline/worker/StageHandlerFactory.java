package org.tonmeister.pipeline.worker;

/** Makes the handlers, one for each worker thread. Called on the thread that will use it. */
@FunctionalInterface
public interface StageHandlerFactory {
    /** A new handler. */
    StageHandler create() throws Exception;
}
