// Elements are made by calls, never from strings: what a user named a file can therefore not become markup.

/**
 * An element. Properties: on<Event> listens, `class`, `style` (an object of CSS properties), true and false for
 * attributes that are there or not, anything else is an attribute. Children: elements, texts, arrays, null.
 */
export function el(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** The same in SVG. */
export function svg(name, properties = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), properties, children);
}

function fill(element, properties, children) {
  for (const [key, value] of Object.entries(properties)) set(element, key, value);
  element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith('on')) element.addEventListener(key.slice(2).toLowerCase(), value);
  else if (key === 'style') for (const [name, of] of Object.entries(value)) element.style.setProperty(name, of);
  else if (key === 'value') element.value = value;
  else element.setAttribute(key, value === true ? '' : value);
}

/** Changes a text only where it differs, so that screen readers do not hear it again. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let count = 0;

/** An id that no other element has. */
export function id(prefix = 'id') {
  count += 1;
  return `${prefix}-${count}`;
}
