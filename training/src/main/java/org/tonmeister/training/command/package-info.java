/** What the commands under {@code train} share: how they end, and work on several threads. */
package org.tonmeister.training.command;
