/** The user's terminal: what it can show, and the progress of several tracks on it. */
package org.tonmeister.standalone.console;
