/** What was done to a track, as JSON for programs and as a table for people. */
package org.tonmeister.standalone.report;
