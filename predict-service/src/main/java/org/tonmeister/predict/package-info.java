/**
 * From features to mixing parameters: models answer each window with ten parameters ({@code spectrograms} and
 * {@code ast-features} to {@code predictions}), and the ensemble makes one mix order of all answers of all models
 * ({@code predictions} and {@code mix-requests} to {@code mix-orders}).
 */
package org.tonmeister.predict;
