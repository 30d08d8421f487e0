/** The figures of a comparison: what its JSON file holds, and what its page shows. */
package org.tonmeister.training.compare.result;
