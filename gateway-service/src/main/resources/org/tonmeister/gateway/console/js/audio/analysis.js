let worker = null;
let tickets = 0;
const waiting = new Map();

/**
 * Waveform and spectrum of decoded sound, worked out beside the page so that it does not stall.
 *
 * @return {peaks: [channels][pieces], bands: dB of the third-octave bands}
 */
export function analyse(buffer) {
  worker ??= start();
  const ticket = ++tickets;
  const channels = Array.from({ length: Math.min(2, buffer.numberOfChannels) }, (_, i) => buffer.getChannelData(i));
  return new Promise((resolve, reject) => {
    waiting.set(ticket, { resolve, reject });
    worker.postMessage({ ticket, channels, sampleRate: buffer.sampleRate });
  });
}

function start() {
  const made = new Worker(new URL('./analysis-worker.js', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }) => {
    waiting.get(data.ticket).resolve(data);
    waiting.delete(data.ticket);
  });
  made.addEventListener('error', event => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error('The sound cannot be analysed in this browser.'));
    waiting.clear();
    worker = null;
  });
  return made;
}
