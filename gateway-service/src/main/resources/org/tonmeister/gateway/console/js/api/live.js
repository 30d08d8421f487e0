import { EventStream } from './event-stream.js';
import { request } from './http.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const POLL_MS = 2000;
const FAULTS_BEFORE_POLLING = 2;
const SILENCE_MS = 45_000;

/**
 * Follows a stream of server-sent events until the signal is aborted. By fetch and not by EventSource, because that one
 * cannot send a token. A broken stream is taken up again where it stopped (`Last-Event-ID`); while it cannot be had, `poll`
 * is called instead.
 *
 * @param path of the stream
 * @param onEvent gets {event, data} with the data parsed
 * @param poll asks for the same by other means; may fail
 * @param onState gets 'live', 'polling'
 */
export function follow(path, { onEvent, poll, onState = () => {}, signal }) {
  let lastId = null;
  let faults = 0;
  let polling = false;

  async function stream() {
    // A stream without even a heartbeat is a dead connection that nobody has told us of.
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    try {
      const response = await request(path, {
        headers: { Accept: 'text/event-stream', ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) },
        signal: AbortSignal.any([signal, silence.signal]),
        cache: 'no-store',
      });
      onState('live');
      // What happened between the last question and this stream.
      if (polling) poll().catch(() => {});
      polling = false;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const events = new EventStream();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        faults = 0;
        heard();
        for (const event of events.push(value)) {
          lastId = event.id;
          onEvent({ event: event.event, data: JSON.parse(event.data) });
        }
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async function run() {
    while (!signal.aborted) {
      const began = performance.now();
      await stream().catch(() => {});
      if (signal.aborted) return;
      faults += 1;
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (faults - 1));
      if (faults >= FAULTS_BEFORE_POLLING) {
        polling = true;
        onState('polling');
        await pollFor(Math.max(wait, POLL_MS));
      } else {
        await pause(Math.max(0, wait - (performance.now() - began)));
      }
    }
  }

  async function pollFor(milliseconds) {
    const end = performance.now() + milliseconds;
    while (!signal.aborted && performance.now() < end) {
      if (!document.hidden) await poll().catch(() => {});
      await pause(POLL_MS);
    }
  }

  function pause(milliseconds) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
    });
  }

  run();
}
