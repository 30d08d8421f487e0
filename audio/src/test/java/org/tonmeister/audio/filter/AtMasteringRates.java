package org.tonmeister.audio.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test with one parameter, the sample rate: it runs at the three rates that records are mastered at. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0} Hz")
@ValueSource(ints = {44_100, 48_000, 96_000})
public @interface AtMasteringRates {}
