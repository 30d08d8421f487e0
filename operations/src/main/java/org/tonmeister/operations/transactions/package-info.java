/** Transactions that hold readers back for ever, and their end. */
package org.tonmeister.operations.transactions;
