/** Log ranges: bytes that lie in Kafka as records of one partition, and the pointer to them. */
package org.tonmeister.pipeline.logrange;
