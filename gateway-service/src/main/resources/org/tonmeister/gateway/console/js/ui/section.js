import { el, id } from './dom.js';

/** A part of the page with its heading; `show(children)` replaces what is in it. */
export function section(heading, note, end, ...children) {
  const label = id('heading');
  const place = el('div', { class: 'place' }, children);
  return {
    element: el('section', { 'aria-labelledby': label },
      el('div', { class: 'head' },
        el('h2', { id: label, tabindex: -1 }, heading),
        end && el('div', { class: 'end' }, end),
        note && el('p', { class: 'note' }, note)),
      place),
    show: next => replace(place, next),
  };
}

/** Replaces what is in a place, but leaves the focus on the button that did the same before, else on the heading. */
function replace(place, next) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const label = focused && nameOf(focused);
  const scrolled = place.querySelector('.scroll')?.scrollLeft ?? 0;
  place.replaceChildren(...next);
  const scroll = place.querySelector('.scroll');
  if (scroll) scroll.scrollLeft = scrolled;
  if (!focused) return;
  const same = [...place.querySelectorAll('button, input, select, [tabindex]')].find(one => nameOf(one) === label);
  (same && !same.disabled ? same : place.closest('section').querySelector('h2')).focus({ preventScroll: true });
}

function nameOf(control) {
  return control.dataset.parameter ?? control.getAttribute('aria-label') ?? control.textContent;
}
