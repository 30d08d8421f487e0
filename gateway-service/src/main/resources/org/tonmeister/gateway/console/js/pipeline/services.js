import { el } from '../ui/dom.js';
import { scrolling } from '../ui/scrolling.js';
import { count, plain } from '../ui/words.js';

/** The services by their consumer groups: who works, how fast, and how much waits. */
export function servicesTable(services) {
  return scrolling('Services', el('table', {},
    el('caption', {}, 'Services and their lag'),
    el('thead', {}, el('tr', {}, ['Service', 'Lag', 'Records a second', 'Members'].map(text => el('th', { scope: 'col' }, text)),
      ['State', 'Consumer group'].map(text => el('th', { scope: 'col', class: 'text' }, text)))),
    el('tbody', {}, services.map(({ service, group, state, members, perSecond, lag }) => el('tr', {}, el('th', { scope: 'row' }, service),
      el('td', {}, count(lag)), el('td', {}, plain(perSecond, 1)), el('td', {}, count(members)),
      el('td', { class: 'text' }, state), el('td', { class: 'text' }, group))))));
}
