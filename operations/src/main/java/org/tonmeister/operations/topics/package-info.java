/** The topics as they are on the broker, held against the catalogue. */
package org.tonmeister.operations.topics;
