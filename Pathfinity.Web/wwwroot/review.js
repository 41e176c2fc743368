// Keys of the review page: a approve, r reject, e edit, n next. Not while somebody writes.
const form = document.querySelector('[data-review] form');
const why = form?.elements.namedItem('why');

function press(action) {
  form.querySelector(`button[value="${action}"]`).click();
}

const keys = {
  a: () => press('approve'),
  r: () => (why.value ? press('reject') : why.focus()),
  e: () => {
    const details = form.querySelector('details');
    details.open = true;
    details.querySelector('textarea').focus();
  },
  n: () => document.querySelector('[data-next]').click(),
};

document.addEventListener('keydown', event => {
  const writing = event.target.closest('input, textarea, select');
  if (event.key === 'Escape') {
    writing?.blur();
  } else if (event.key === 'Enter' && event.target === why) {
    event.preventDefault();
    press('reject');
  } else if (form && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
