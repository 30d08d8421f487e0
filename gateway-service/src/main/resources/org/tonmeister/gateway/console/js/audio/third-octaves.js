import { Fft } from './fft.js';

const SIZE = 16_384;
const REFERENCE_HZ = 1000;
const FIRST_BAND = -16;
const LAST_BAND = 13;

/** The middles of the bands, in Hz: 25 Hz to 20 kHz, by tenths of a decade (IEC 61260-1). */
export const CENTRES = Array.from({ length: LAST_BAND - FIRST_BAND + 1 }, (_, i) => REFERENCE_HZ * 10 ** ((FIRST_BAND + i) / 10));

/**
 * Levels of the third-octave bands, dB of the mean square over both channels and the whole length; -Infinity where a band is
 * empty or above half the sample rate. Power spectra of Hann windows that do not overlap are averaged: over minutes of music
 * that is smooth enough. Both channels go through one transform, as real and imaginary part.
 *
 * @param channels [2][frames]
 */
export function thirdOctaves(channels, sampleRate) {
  const [left, right] = [channels[0], channels[1] ?? channels[0]];
  const fft = new Fft(SIZE);
  const hann = Float64Array.from({ length: SIZE }, (_, i) => 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE));
  const power = new Float64Array(SIZE / 2 + 1);
  const re = new Float64Array(SIZE);
  const im = new Float64Array(SIZE);
  let windows = 0;
  for (let start = 0; start === 0 || start + SIZE <= left.length; start += SIZE) {
    for (let i = 0; i < SIZE; i += 1) {
      re[i] = (left[start + i] ?? 0) * hann[i];
      im[i] = (right[start + i] ?? 0) * hann[i];
    }
    fft.transform(re, im);
    // |L|² + |R|² of two real signals L + iR: half of |Z(k)|² + |Z(−k)|².
    for (let k = 1; k < SIZE / 2; k += 1) {
      const m = SIZE - k;
      power[k] += (re[k] ** 2 + im[k] ** 2 + re[m] ** 2 + im[m] ** 2) / 2;
    }
    windows += 1;
  }
  // One-sided (×2), mean of two channels (÷2), and the mean square of the Hann window, 3/8.
  const scale = 1 / (windows * SIZE * SIZE * 0.375);
  return CENTRES.map(centre => {
    const from = centre * 10 ** -0.05 * SIZE / sampleRate;
    const to = centre * 10 ** 0.05 * SIZE / sampleRate;
    if (to > SIZE / 2) return -Infinity;
    return 10 * Math.log10(bandPower(power, from, to) * scale);
  });
}

/** The power between two places on the axis of bins; a bin on the edge counts with its part inside. */
function bandPower(power, from, to) {
  let sum = 0;
  for (let k = Math.floor(from + 0.5); k <= Math.floor(to + 0.5); k += 1) {
    const part = Math.min(to, k + 0.5) - Math.max(from, k - 0.5);
    if (part > 0) sum += power[k] * part;
  }
  return sum;
}
