/**
 * Examples for the sends. A finished master cannot be dried, so these come from dry music: some of it is given a part of
 * a send through random rooms and echoes, and what is missing is what a model should answer. {@link
 * org.tonmeister.training.sends.SendsCommand} is the command.
 */
package org.tonmeister.training.sends;
