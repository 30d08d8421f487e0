/** The records that nobody could work on: the list of them, and the way back. */
package org.tonmeister.operations.letters;
