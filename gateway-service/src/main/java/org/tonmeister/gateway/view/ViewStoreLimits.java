package org.tonmeister.gateway.view;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** Bounds what a store takes of the memory outside the heap: some 12 MiB instead of Kafka's 100. */
public final class ViewStoreLimits implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 4 << 20;
    private static final long WRITE_BUFFER_BYTES = 4 << 20;
    private static final int WRITE_BUFFERS = 2;

    private final Cache cache = new LRUCache(CACHE_BYTES);

    /** For Kafka Streams, which makes one for each store, by name. */
    public ViewStoreLimits() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.close();
    }
}
