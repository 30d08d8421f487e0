/** Networks in files: what weights need to be used, and their versions. */
package org.tonmeister.neural.file;
