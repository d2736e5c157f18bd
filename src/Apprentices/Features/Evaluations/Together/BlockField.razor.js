// Keeps in this tab what is typed in a block of the notes until the server says that it is saved: whatever happens to the
// connection or the server, the text comes back with the page.
const read = place => JSON.parse(sessionStorage.getItem(place) ?? "null");

export function watch(field, place) {
  field?.addEventListener?.("input", () =>
    sessionStorage.setItem(place, JSON.stringify({ text: field.value, seen: Number(field.dataset.seen) })));
}

export function saved(place, text) {
  if (read(place)?.text === text) {
    sessionStorage.removeItem(place);
  }
}

export function forget(place) {
  sessionStorage.removeItem(place);
}

// What was typed and not said to be saved; nothing where all is.
export function kept(place) {
  return read(place);
}

// The last words of a field that is taken away: nothing more can be typed in it.
export function stop(field) {
  if (!field) {
    return null;
  }

  field.readOnly = true;
  return field.value;
}
