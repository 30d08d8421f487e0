const AT_ONCE = 3;

/** Runs jobs, a few at a time, in the order in which they came. */
export class Queue {
  #waiting = [];
  #running = 0;

  add(job) {
    this.#waiting.push(job);
    this.#next();
  }

  #next() {
    while (this.#running < AT_ONCE && this.#waiting.length) {
      this.#running += 1;
      this.#waiting.shift()().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }
}
