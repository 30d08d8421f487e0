/**
 * Runs something that writes markup with a style element into a new shadow root. The console's content security policy
 * forbids such elements, and rightly; so their text goes into a style sheet object of the shadow root, which is allowed.
 * WaveSurfer is the one that does it (its `cspNonce` is no help where pages are files).
 */
export function withoutInlineStyle(make) {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, options);
    Object.defineProperty(root, 'innerHTML', { configurable: true, set: markup => adopt(root, markup) });
    return root;
  };
  try {
    return make();
  } finally {
    Element.prototype.attachShadow = attach;
  }
}

function adopt(root, markup) {
  delete root.innerHTML;
  const styles = [];
  // Taken out before parsing: the policy looks at parsed documents too.
  const rest = markup.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, text) => {
    styles.push(text);
    return '';
  });
  root.adoptedStyleSheets = styles.map(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.replaceChildren(...new DOMParser().parseFromString(rest, 'text/html').body.childNodes);
}
