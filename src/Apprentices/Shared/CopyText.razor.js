// Copies within the press itself: some browsers let nothing else write to the clipboard, so it cannot wait for the server.
export function watch(root, page) {
  const [button, text] = [root.querySelector("button"), root.querySelector("textarea")];

  button.addEventListener("click", async () => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text.value);
      copied = true;
    } catch {
      // No clipboard without a secure connection, or it was refused: the reader copies it herself.
    }

    await page.invokeMethodAsync("Said", copied);
    if (!copied) {
      text.focus();
      text.select();
    }
  });
}
