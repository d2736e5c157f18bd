// Keeps in this tab what is typed while the connection is gone, and gives it back once the page has loaded again.
// Gone is what Blazor says on its reconnect element; while the connection holds, the server keeps the draft.
const broken = () => /components-reconnect-(show|failed|rejected)/.test(document.getElementById("components-reconnect-modal")?.className ?? "");

export function watch(mark, place) {
  // Taken away again while this was on its way: there is nothing to watch.
  const form = mark?.parentElement;
  if (!form) {
    return;
  }

  const fields = () => [...form.querySelectorAll("textarea")];
  const key = field => `draft:${place}:${fields().indexOf(field)}`;

  for (const field of fields()) {
    const typed = sessionStorage.getItem(key(field));
    sessionStorage.removeItem(key(field));
    if (typed !== null && typed !== field.value) {
      field.value = typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) {
      return;
    }

    if (broken()) {
      sessionStorage.setItem(key(target), target.value);
    } else {
      sessionStorage.removeItem(key(target));
    }
  });
}
