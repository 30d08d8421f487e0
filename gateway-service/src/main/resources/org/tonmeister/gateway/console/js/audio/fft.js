/**
 * The fast Fourier transform of complex numbers in place, radix 2. Cooley and Tukey, "An algorithm for the machine
 * calculation of complex Fourier series", Mathematics of Computation 19, 1965.
 */
export class Fft {
  #size;
  #cos;
  #sin;
  #order;

  constructor(size) {
    const bits = Math.log2(size);
    this.#size = size;
    this.#cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos(2 * Math.PI * i / size));
    this.#sin = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin(2 * Math.PI * i / size));
    this.#order = Uint32Array.from({ length: size }, (_, i) => {
      let reversed = 0;
      for (let bit = 0; bit < bits; bit += 1) if (i & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
      return reversed;
    });
  }

  transform(re, im) {
    const size = this.#size;
    for (let i = 0; i < size; i += 1) {
      const j = this.#order[i];
      if (j > i) {
        [re[i], re[j]] = [re[j], re[i]];
        [im[i], im[j]] = [im[j], im[i]];
      }
    }
    for (let span = 1; span < size; span *= 2) {
      const step = size / (2 * span);
      for (let start = 0; start < size; start += 2 * span) {
        for (let k = 0; k < span; k += 1) {
          const c = this.#cos[k * step];
          const s = this.#sin[k * step];
          const a = start + k;
          const b = a + span;
          const x = re[b] * c - im[b] * s;
          const y = re[b] * s + im[b] * c;
          re[b] = re[a] - x;
          im[b] = im[a] - y;
          re[a] += x;
          im[a] += y;
        }
      }
    }
  }
}
