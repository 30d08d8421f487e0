package org.tonmeister.feature;

/** Makes the embedding of a window. One thread uses it. */
interface WindowEncoder extends AutoCloseable {
    /** Its name in the records. */
    String name();

    /** Changes whenever its embeddings do. */
    String version();

    /** The embedding, {@code [dimensions]}. */
    float[] embedding(Window window);

    @Override
    void close();
}
