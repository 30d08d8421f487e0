/** The commands of the command line. */
package org.tonmeister.standalone.command;
