/** What networks read of a window: pictures and figures, from feature-service's records, and their scaling. */
package org.tonmeister.neural.input;
