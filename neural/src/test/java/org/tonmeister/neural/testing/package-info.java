/** Networks for the tests of modules that run them. */
package org.tonmeister.neural.testing;
