/** The web console in a real browser, against the real process. */
package org.tonmeister.standalone.browser;
