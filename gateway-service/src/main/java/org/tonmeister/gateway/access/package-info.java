/** Who may do what, and how often. */
package org.tonmeister.gateway.access;
