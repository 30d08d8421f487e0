/**
 * Takes the text of an event stream apart (HTML standard, 9.2.6), in pieces as they come. Gives {id, event, data}; the id
 * is the latest that was sent, as the standard has it.
 */
export class EventStream {
  #rest = '';
  #id = null;
  #event = '';
  #data = [];

  *push(text) {
    this.#rest += text;
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(this.#rest);
      if (!end) return;
      const line = this.#rest.slice(0, end.index);
      this.#rest = this.#rest.slice(end.index + end[0].length);
      if (line) this.#field(line);
      else yield* this.#dispatch();
    }
  }

  #field(line) {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#event = value;
    else if (name === 'id') this.#id = value;
  }

  *#dispatch() {
    if (this.#data.length) yield { id: this.#id, event: this.#event || 'message', data: this.#data.join('\n') };
    this.#event = '';
    this.#data = [];
  }
}
