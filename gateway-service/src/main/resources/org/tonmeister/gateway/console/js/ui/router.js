import { el } from './dom.js';

const HOME = '/tracks';

/**
 * Shows the page that the address's fragment names.
 *
 * @param routes [{pattern of the address, page: the link's name, load: resolves to a page}]; a page is a function of (main,
 *     signal, ...parts of the address): it fills `main`, and lets go of everything when the signal is aborted
 */
export function startRouter(routes) {
  const main = document.getElementById('main');
  let current = new AbortController();
  let first = true;

  function show() {
    const address = location.hash.startsWith('#/') ? location.hash.slice(1) : null;
    // Other fragments are places in a page, such as the skip link's.
    if (address === null && location.hash && !first) return;
    const path = (address ?? HOME).replace(/\?.*$/, '');
    current.abort();
    current = new AbortController();
    main.replaceChildren();
    const route = routes.find(candidate => candidate.pattern.test(path));
    for (const link of document.querySelectorAll('nav a')) {
      if (link.dataset.page === route?.page) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (route) open(route, main, current.signal, path.match(route.pattern).slice(1).map(decodeURIComponent));
    else nowhere(main);
    if (!first) {
      main.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first = false;
  }

  addEventListener('hashchange', show);
  // The skip link must not change the address: it would look like another page.
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    main.focus();
  });
  show();
}

async function open(route, main, signal, parts) {
  let page;
  try {
    page = await route.load();
  } catch {
    page = unreachable;
  }
  if (!signal.aborted) page(main, signal, ...parts);
}

function unreachable(main) {
  title('Not loaded');
  main.append(el('h1', {}, 'This page could not be loaded'),
    el('p', {}, 'The server cannot be reached. Is it running? ', el('button', { type: 'button', onClick: () => location.reload() }, 'Try again')));
}

function nowhere(main) {
  title('Not found');
  main.append(el('h1', {}, 'There is no such page'), el('p', {}, el('a', { href: '#/tracks' }, 'All tracks')));
}

/** The name of the page, for tabs and screen readers. */
export function title(name) {
  document.title = `${name} · Tonmeister`;
}
