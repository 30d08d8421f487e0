/** What all of an operator's requests to the broker share. */
package org.tonmeister.operations.admin;
