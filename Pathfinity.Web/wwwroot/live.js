// Refreshes the regions of a page that are marked data-live when the server says that the world has changed.
const pauseMsMin = 1000;
const events = document.querySelector('[data-events]')?.dataset.events;
const shown = new Map();
let source;
let busy = false;
let again = false;

function focusables(region) {
  return [...region.querySelectorAll('a, button, input, select')];
}

function isInUse(region) {
  const selection = document.getSelection();
  return region.contains(document.activeElement?.closest('input, select'))
    || (!selection.isCollapsed && region.contains(selection.anchorNode));
}

function markChanges(before, region) {
  for (const element of region.querySelectorAll('[data-key]')) {
    if (before.get(element.dataset.key) !== element.textContent) {
      element.classList.add('changed');
    }
  }
}

function replace(region, html) {
  const before = new Map([...region.querySelectorAll('[data-key]')].map(e => [e.dataset.key, e.textContent]));
  const focused = focusables(region).indexOf(document.activeElement);
  const { scrollTop, scrollLeft } = region;
  region.innerHTML = html;
  Object.assign(region, { scrollTop, scrollLeft });
  focusables(region)[focused]?.focus({ preventScroll: true });
  markChanges(before, region);
}

function apply(page) {
  for (const region of document.querySelectorAll('[data-live]')) {
    const name = region.dataset.live;
    const html = page.querySelector(`[data-live="${name}"]`)?.innerHTML;
    if (html !== undefined && html !== (shown.get(name) ?? region.innerHTML) && !isInUse(region)) {
      replace(region, html);
      shown.set(name, html);
    }
  }
}

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  try {
    const response = await fetch(location.href);
    if (response.ok) {
      apply(new DOMParser().parseFromString(await response.text(), 'text/html'));
    }
  } catch {
    again = true; // The server is away; its events come back when it does.
  }
  setTimeout(() => {
    busy = false;
    if (again) refresh();
  }, pauseMsMin);
}

// A browser keeps few connections to a host, so a hidden tab gives its own back. A new one tells at once of any change.
function listen() {
  source?.close();
  if (!document.hidden) {
    source = new EventSource(events);
    source.addEventListener('changed', refresh);
  }
}

if (events) {
  document.addEventListener('visibilitychange', listen);
  listen();
}
