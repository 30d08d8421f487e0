import { el, say } from './dom.js';

/** Says so when a page asks again and again instead of being told; `show('live' or 'polling')`. */
export function liveNote() {
  const element = el('p', { class: 'offline', role: 'status' });
  return {
    element,
    show: state => say(element, state === 'live' ? '' : 'Live updates are interrupted; this page asks again every two seconds.'),
  };
}
